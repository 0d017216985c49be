// From the write of a file to the first response that shows it.
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { file, plan, write } from './content.mjs';
import { median, request, row, sleep, startSite, untilAnswered, untilQuiet, work } from './common.mjs';
import { eleventyContent, hasEleventy, hugoFolder, serveEleventy, serveHugo } from './peers.mjs';

const EDITS = Number(process.env.BENCH_EDITS ?? 30);

async function edit(server, folder, count, { edits = EDITS, warmUp = 3 } = {}) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const pages = plan(count).filter(page => !page.isIndex);
  await untilAnswered(server.port, pages[0].url, { atMost: 600_000, pause: 100 });
  await untilQuiet(server);
  const times = [];
  for (let i = -warmUp; i < edits; i++) {
    const page = pages[(i + warmUp) * 17 % pages.length];
    const path = join(folder, file(page));
    const mark = `Marque-${i + warmUp}-fin`;
    const text = `${readFileSync(path, 'utf8')}\n${mark}\n`;
    await sleep(700 + 37 * (i + warmUp) % 300);
    const start = performance.now();
    writeFileSync(path, text);
    for (;;) {
      const answer = await request(server.port, page.url, {}, agent).catch(() => null);
      if (answer?.body.includes(mark)) break;
      if (performance.now() - start > 600_000) throw new Error(`${server.name}: the edit of ${page.url} was not seen.`);
      await sleep(2);
    }
    // The first ones warm the program up.
    if (i >= 0) times.push(performance.now() - start);
  }
  agent.destroy();
  await server.stop();
  return { median: median(times), worst: Math.max(...times) };
}

export default async function () {
  for (const [count, targets] of [[1_000, ['', '']], [10_000, ['≤ 100 ms', '≤ 300 ms']]]) {
    const content = join(work, `content-edit-${count}`);
    write(content, count);
    const ours = await edit(await startSite(content), content, count);
    const hugo = hugoFolder(count);
    const its = await edit(await serveHugo(hugo), join(hugo, 'content'), count);
    const pages = `${count.toLocaleString('en')} pages: edit to live`;
    row(`${pages}, median of ${EDITS}`, ours.median, its.median, { unit: 'ms', peerName: 'hugo server', target: targets[0] });
    row(`${pages}, worst of ${EDITS}`, ours.worst, its.worst, { unit: 'ms', peerName: 'hugo server', target: targets[1] });
    if (count === 1_000 && hasEleventy) {
      const eleventy = eleventyContent(count);
      // Minutes each: one is enough to tell.
      const theirs = await edit(await serveEleventy(eleventy), eleventy, count, { edits: 1, warmUp: 0 });
      row(`${pages}, median beside one of Eleventy’s`, ours.median, theirs.median, { unit: 'ms', peerName: 'eleventy --serve' });
    }
  }
}
