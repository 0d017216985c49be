// Ten minutes of readers, searches and edits: does the memory stay, do handles?
import { appendFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { file, plan, write } from './content.mjs';
import { median, now, request, row, sleep, startSite, untilAnswered, work } from './common.mjs';

const SECONDS = Number(process.env.BENCH_SOAK_SECONDS ?? 600);
const COUNT = 1_000;
const READERS = 8;

export default async function () {
  const content = join(work, 'content-soak');
  write(content, COUNT);
  const site = await startSite(content);
  await untilAnswered(site.port, '/health/ready');
  const urls = [...plan(COUNT).map(page => page.url), '/recherche/?q=imprimer', '/plan-du-site/', '/n-existe-pas/'];
  const pages = plan(COUNT).filter(page => !page.isIndex);
  let ends = false;
  let answers = 0;
  let failed = 0;
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (let i = reader; !ends; i += READERS) {
      const answer = await request(site.port, urls[i % urls.length], { 'Accept-Encoding': ['br', 'gzip', 'identity'][i % 3] }, agent).catch(() => ({ status: 0 }));
      answers++;
      if (answer.status !== 200 && answer.status !== 404) failed++;
      await sleep(5);
    }
    agent.destroy();
  });
  const samples = [];
  const begin = now();
  for (let i = 0; now() - begin < SECONDS * 1000; i++) {
    appendFileSync(join(content, file(pages[i % pages.length])), `\nPhrase ${i}.\n`);
    await sleep(2_000);
    samples.push({ at: (now() - begin) / 1000, memory: site.memory('VmRSS'), handles: readdirSync(`/proc/${site.child.pid}/fd`).length });
  }
  ends = true;
  await Promise.all(readers);
  await site.stop();
  // What the first minutes fill (caches, compiled code) is no growth.
  const part = (from, to, key) => median(samples.filter(sample => sample.at >= from * SECONDS && sample.at < to * SECONDS).map(sample => sample[key]));
  const minutes = Math.round(SECONDS / 60);
  row(`soak of ${minutes} min, an edit every 2 s: memory of the last fifth beside the second`, part(0.8, 1, 'memory'), part(0.2, 0.4, 'memory'), { unit: 'MB', peerName: 'second fifth', target: '0.9 to 1.1' });
  row('the same: handles', part(0.8, 1, 'handles'), part(0.2, 0.4, 'handles'), { peerName: 'second fifth', target: '1' });
  row(`the same: failed of ${answers.toLocaleString('en')} answers`, failed, null, { target: '0' });
}
