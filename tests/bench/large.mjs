// A very large site beside a large one: what grows with it, and whether an edit and a search stay quick.
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { file, plan, write } from './content.mjs';
import { median, now, request, row, sleep, startSite, untilAnswered, untilQuiet, work } from './common.mjs';

const EDITS = 8;
const search = '/recherche/?q=imprimer';

async function look(count) {
  const content = join(work, `content-large-${count}`);
  write(content, count);
  const site = await startSite(content);
  await untilAnswered(site.port, '/health/ready', { atMost: 600_000 });
  const ready = now() - site.start;
  await sleep(4_000);
  await untilQuiet(site);
  const cpu = site.cpu();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  await request(site.port, search, {}, agent);
  const pages = plan(count).filter(page => !page.isIndex);
  const edits = [];
  const searches = [];
  for (let i = 0; i < EDITS; i++) {
    const page = pages[i * 17];
    const mark = `Marque-${i}-fin`;
    const start = now();
    appendFileSync(join(content, file(page)), `\n${mark}\n`);
    while (!(await request(site.port, page.url, {}, agent)).body.includes(mark)) await sleep(2);
    edits.push(now() - start);
    searches.push((await request(site.port, `${search}+${i}`, {}, agent)).firstByte);
    await sleep(1_000);
    await untilQuiet(site);
  }
  agent.destroy();
  const result = { ready, cpu, edit: median(edits), worst: Math.max(...edits), search: median(searches), slowest: Math.max(...searches), peak: site.memory(), held: site.memory('VmRSS') };
  await site.stop();
  return result;
}

export default async function () {
  const large = await look(10_000);
  const very = await look(100_000);
  const peer = { peerName: '10,000 pages' };
  row('100,000 pages: start to ready', very.ready, large.ready, { ...peer, unit: 'ms', target: '≤ 15,000 ms; ≤ 11' });
  row('100,000 pages: CPU time until all is rendered and searchable', very.cpu, large.cpu, { ...peer, unit: 'ms', target: '≤ 11' });
  row('100,000 pages: peak memory', very.peak, large.peak, { ...peer, unit: 'MB', target: '≤ 11' });
  row('100,000 pages: memory held', very.held, large.held, { ...peer, unit: 'MB', target: '≤ 11' });
  row(`100,000 pages: edit to live, median of ${EDITS}`, very.edit, large.edit, { ...peer, unit: 'ms', target: '≤ 500 ms' });
  row(`100,000 pages: edit to live, worst of ${EDITS}`, very.worst, large.worst, { ...peer, unit: 'ms' });
  row(`100,000 pages: first search after an edit, median of ${EDITS}`, very.search, large.search, { ...peer, unit: 'ms', target: '≤ 200 ms' });
  row(`100,000 pages: first search after an edit, worst of ${EDITS}`, very.slowest, large.slowest, { ...peer, unit: 'ms' });
}
