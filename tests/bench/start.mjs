// From the start of the process to the first page, beside the time in which generators build the same pages.
import { join } from 'node:path';
import { write } from './content.mjs';
import { median, row, sleep, startSite, untilAnswered, untilQuiet, work } from './common.mjs';
import { buildEleventy, buildHugo, eleventyContent, hasEleventy, hugoFolder } from './peers.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);

// Without the whole check of the content (Content:Check), which no reader waits for; it has a row of its own.
async function startOnce(content, check = false) {
  const site = await startSite(content, { env: { Content__Check: String(check) } });
  await untilAnswered(site.port, '/health/ready');
  const ready = performance.now() - site.start;
  await untilAnswered(site.port, '/');
  const first = performance.now() - site.start;
  const cpu = site.cpu();
  // A large site renders its pages and reads their words once it is public; what was only needed for that is given back soon after.
  await sleep(4_000);
  await untilQuiet(site);
  await sleep(4_000);
  await untilQuiet(site);
  const all = site.cpu();
  const peak = site.memory();
  const held = site.memory('VmRSS');
  await site.stop();
  return { ready, first, cpu, all, peak, held };
}

const medians = results => Object.fromEntries(Object.keys(results[0]).map(key => [key, median(results.map(result => result[key]))]));

export default async function () {
  const ready = {};
  for (const count of [10, 1_000, 10_000]) {
    const content = join(work, `content-${count}`);
    const bytes = write(content, count);
    const hugo = hugoFolder(count);
    const eleventy = count <= 1_000 && hasEleventy ? eleventyContent(count) : null;
    const results = { site: [], hugo: [], eleventy: [] };
    for (let round = 0; round < ROUNDS; round++) {
      results.site.push(await startOnce(content));
      results.hugo.push(await buildHugo(hugo, `${count}-${round}`).finish());
      // Minutes each at 1,000 pages: once is enough to tell.
      if (eleventy && (count < 1_000 || round === 0)) results.eleventy.push(await buildEleventy(eleventy, `${count}-${round}`).finish());
    }
    const pages = `${count.toLocaleString('en')} pages`;
    const ours = medians(results.site);
    const its = medians(results.hugo);
    const big = count === 10_000;
    ready[count] = ours.ready;
    row(`${pages}: start to ready`, ours.ready, its.time, { unit: 'ms', peerName: 'Hugo', target: big ? '≤ 0.12' : '' });
    row(`${pages}: start to first page`, ours.first, its.time, { unit: 'ms', peerName: 'Hugo' });
    row(`${pages}: CPU time to first page`, ours.cpu, its.cpu, { unit: 'ms', peerName: 'Hugo', target: big ? '≤ 0.3' : '' });
    row(`${pages}: CPU time until all is rendered and searchable`, ours.all, its.cpu, { unit: 'ms', peerName: 'Hugo', target: big ? '≤ 0.35' : '' });
    row(`${pages}: peak memory`, ours.peak, its.peak, { unit: 'MB', peerName: 'Hugo', target: big ? '< 1' : '' });
    if (big) row(`${pages}: CPU time of the whole check, in the background`, (await startOnce(content, true)).all - ours.all, ours.all, { unit: 'ms', peerName: 'until all is rendered' });
    if (count === 10) row(`${pages}: memory held`, ours.held, null, { unit: 'MB', target: '≤ 100 MB' });
    row(`${pages}: memory held when all is done`, ours.held, bytes * 4 / 1e6 + 80, { unit: 'MB', peerName: '4 × content + 80 MB', target: big ? '≤ 1' : '' });
    if (eleventy) {
      const theirs = medians(results.eleventy);
      row(`${pages}: start to ready`, ours.ready, theirs.time, { unit: 'ms', peerName: 'Eleventy', target: count === 1_000 ? '≤ 0.1' : '' });
    }
  }
  row('start to ready: 10,000 pages beside 1,000', ready[10_000], ready[1_000], { unit: 'ms', peerName: '1,000 pages', target: '≤ 10.5' });

  const own = [];
  for (let round = 0; round < ROUNDS; round++) own.push(await startOnce(join(import.meta.dirname, '..', '..', 'content')));
  row('the repository’s content: CPU time to first page', medians(own).cpu, null, { unit: 'ms', target: '≤ 500 ms' });
}
