// The generators that the site is compared with, over the same pages.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { write } from './content.mjs';
import { Program, freePort, here, work } from './common.mjs';

/** Eleventy takes minutes where the others take seconds: BENCH_ELEVENTY=no leaves it out. */
export const hasEleventy = process.env.BENCH_ELEVENTY !== 'no';

const eleventyProgram = join(here, 'eleventy', 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');

/** Hugo: its folder with the pages of a site of `count`, written once. */
export function hugoFolder(count) {
  const folder = join(work, `hugo-${count}`);
  cpSync(join(here, 'hugo'), folder, { recursive: true });
  write(join(folder, 'content'), count, '_index');
  return folder;
}

export const buildHugo = (folder, run) => new Program('hugo', 'hugo', ['--quiet', '-d', join(work, `out-hugo-${run}`)], { cwd: folder });

export async function serveHugo(folder) {
  const port = await freePort();
  return Object.assign(new Program('hugo-server', 'hugo', ['server', '--bind', '127.0.0.1', '--port', String(port), '--disableLiveReload'], { cwd: folder }), { port });
}

/** Eleventy: the same, and a layout that shows what the site shows. */
export function eleventyContent(count) {
  const folder = join(work, `eleventy-${count}`);
  write(folder, count);
  mkdirSync(join(folder, '_includes'), { recursive: true });
  cpSync(join(here, 'eleventy', 'page.liquid'), join(folder, '_includes', 'page.liquid'));
  return folder;
}

const eleventy = (name, content, output, args) => new Program(name, 'node', [eleventyProgram, '--quiet', ...args],
  { cwd: join(here, 'eleventy'), env: { BENCH_CONTENT: content, BENCH_OUTPUT: output } });

export const buildEleventy = (content, run) => eleventy('eleventy', content, join(work, `out-eleventy-${run}`), []);

export async function serveEleventy(content) {
  const port = await freePort();
  return Object.assign(eleventy('eleventy-serve', content, join(work, 'out-eleventy-serve'), ['--serve', `--port=${port}`]), { port });
}
