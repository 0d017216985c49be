// Medians of five mobile runs of Lighthouse on a running site. Started by ./lighthouse, or alone: node lighthouse.mjs http://127.0.0.1:8080 [path…]
// Performance depends on what else the machine does: its load is printed.
import { createServer } from 'node:net';
import { loadavg, cpus } from 'node:os';
import lighthouse from 'lighthouse';
import { launch } from './browser.mjs';

const RUNS = 5;
const TEMPLATES = [
  '/', '/publications/plans-action-ministeres/a-propos/', '/publications/plans-action-ministeres/', '/recherche/?q=num%C3%A9rique', '/accessibilite/',
];
const GOALS = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 96 };

// Search engines are asked to leave lists of results out, on purpose: this is the one audit that the page must fail.
const NOT_FOR_SEARCH_ENGINES = { path: /^\/recherche\/\?q=/, audit: 'is-crawlable' };

const [base, ...named] = process.argv.slice(2);
const site = new URL(base);
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** One run. On a busy machine the browser's trace may come without its beginning: then once more. */
async function run(address, skipAudits) {
  for (let attempt = 1; ; attempt++) {
    const { lhr } = await lighthouse(address, { port, logLevel: 'error', locale: 'fr', skipAudits });
    if (!lhr.runtimeError) return lhr;
    if (attempt === 3) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  }
}

const port = await new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => resolve(free));
  });
});
const browser = await launch(site, `--remote-debugging-port=${port}`);
const rows = [];
for (const path of named.length > 0 ? named : TEMPLATES) {
  const runs = [];
  const skipAudits = NOT_FOR_SEARCH_ENGINES.path.test(path) ? [NOT_FOR_SEARCH_ENGINES.audit] : [];
  for (let i = 0; i < RUNS; i++) {
    const lhr = await run(new URL(path, site).href, skipAudits);
    runs.push({ lhr, load: loadavg()[0] });
    process.stderr.write('.');
  }
  const score = id => Math.round(100 * median(runs.map(({ lhr }) => lhr.categories[id].score)));
  const figure = id => median(runs.map(({ lhr }) => lhr.audits[id].numericValue));
  const weak = runs.flatMap(({ lhr }) => Object.values(lhr.categories).filter(({ id }) => id !== 'performance')
    .flatMap(({ auditRefs }) => auditRefs.filter(ref => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1).map(ref => ref.id)));
  rows.push({
    path, scores: Object.fromEntries(Object.keys(GOALS).map(id => [id, score(id)])), weak: [...new Set(weak)],
    paint: figure('largest-contentful-paint'), blocking: figure('total-blocking-time'), shift: figure('cumulative-layout-shift'),
    load: median(runs.map(run => run.load)),
  });
}
await browser.close();
process.stderr.write('\n');

console.log(`| page | accessibility, best practices, SEO | performance | largest paint | blocked | shift | load of ${cpus().length} processors |`);
console.log('|---|---|---|---|---|---|---|');
for (const { path, scores, paint, blocking, shift, load } of rows) {
  console.log('| ' + [
    path, `${scores.accessibility}, ${scores['best-practices']}, ${scores.seo}`, scores.performance, `${(paint / 1000).toFixed(1)} s`,
    `${Math.round(blocking)} ms`, shift.toFixed(2), load.toFixed(1),
  ].join(' | ') + ' |');
}
const missed = rows.flatMap(({ path, scores, weak }) => Object.entries(GOALS).filter(([id, goal]) => scores[id] < goal)
  .map(([id, goal]) => `${path}: ${scores[id]} in ${id}, at least ${goal} asked${id === 'performance' ? '' : ` (${weak.join(', ')})`}`));
for (const line of missed) console.error(line);
process.exitCode = missed.length > 0 ? 1 : 0;
