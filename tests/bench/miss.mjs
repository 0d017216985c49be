// The first reader of a page, at 10,000 pages.
import http from 'node:http';
import { join } from 'node:path';
import { plan, write } from './content.mjs';
import { median, request, row, sleep, startSite, untilAnswered, untilQuiet, work } from './common.mjs';

export default async function () {
  const content = join(work, 'content-miss');
  write(content, 10_000);
  const site = await startSite(content);
  await untilAnswered(site.port, '/');
  await untilQuiet(site);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const pages = plan(10_000).filter(page => !page.isIndex).map(page => page.url);
  const misses = [];
  for (let i = 0; i < 1_200; i++) {
    const answer = await request(site.port, pages[i * 8], { 'Accept-Encoding': 'br' }, agent);
    if (!answer.headers['cache-status'].includes('miss')) throw new Error(`${pages[i * 8]} was in the cache.`);
    // The first thousand warm the program up, as the readers of any site that runs do.
    if (i >= 1_000) misses.push(answer.firstByte);
    await sleep(2);
  }
  row('cache miss at 10,000 pages: first byte, median of 200', median(misses), null, { unit: 'ms', target: '≤ 2 ms' });
  row('cache miss at 10,000 pages: first byte, worst of 200', Math.max(...misses), null, { unit: 'ms' });
  agent.destroy();
  await site.stop();
}
