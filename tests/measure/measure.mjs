// Measures a running, published site, prints a table of README.md in this folder and checks the goals. Started by ./run, or alone:
//   node measure.mjs [--state] https://127.0.0.1:8443 [path…]
// With --state, for the State's brand: a short table, with its fonts.
// Without a path, every page that links lead to from the home page; of filters, one value each.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { computeEcoIndex, getEcoIndexGrade } from 'ecoindex';
import { launch } from './browser.mjs';
import { missed } from './goals.mjs';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const checker = join(require.resolve('vnu-jar/package.json'), '..', 'build', 'dist', 'vnu.jar');
const isState = process.argv[2] === '--state';
const [base, ...named] = process.argv.slice(isState ? 3 : 2);
const site = new URL(base);

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice', 'experimental'];
const ways = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { forcedColors: 'active' },
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
];

const kilo = bytes => (bytes / 1000).toFixed(1);
const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);

/** What makes a page another one to measure: its path, its view, and which filters it has, but not their values. */
const kind = ({ pathname, searchParams }) => [pathname, ...[...searchParams].map(([name, value]) => name === 'vue' ? value : name)].join(' ');

/** Every page that links lead to, in the order in which they are met. Of those that differ in the values of filters, the first. */
async function crawl() {
  const paths = ['/'];
  const kinds = new Set(paths);
  const pages = [];
  for (let i = 0; i < paths.length; i++) {
    const response = await fetch(new URL(paths[i], site), { redirect: 'manual' });
    if (!response.ok || !response.headers.get('content-type')?.startsWith('text/html')) continue;
    pages.push(paths[i]);
    for (const [, href] of (await response.text()).matchAll(/<a\b[^>]*\shref="([^"#]+)/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), new URL(paths[i], site));
      if (url.origin !== site.origin || kinds.has(kind(url))) continue;
      kinds.add(kind(url));
      paths.push(url.pathname + url.search);
    }
  }
  return pages;
}

/** Opens a window whose traffic is counted: bytes that arrived, not what the cache gave. */
async function open(browser) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  let requests = new Map();
  network.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:')) requests.set(requestId, { url: new URL(request.url), type, bytes: 0, isOpen: true });
  });
  let ended = () => {};
  const forget = ({ requestId }) => {
    requests.delete(requestId);
    ended();
  };
  network.on('Network.requestServedFromCache', forget);
  network.on('Network.loadingFailed', forget);
  network.on('Network.responseReceived', event => {
    const { response, requestId } = event;
    if (response.fromDiskCache) forget(event);
    else if (requests.has(requestId)) Object.assign(requests.get(requestId), { protocol: response.protocol, headers: response.encodedDataLength });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) Object.assign(requests.get(requestId), { bytes: encodedDataLength, isOpen: false });
    ended();
  });
  await network.send('Network.enable');
  const visit = async act => {
    requests = new Map();
    await act();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForLoadState('networkidle');
    // The icon is no part of what that waits for.
    while ([...requests.values()].some(request => request.isOpen)) await new Promise(resolve => { ended = resolve; });
    return [...requests.values()];
  };
  return { context, page, visit };
}

async function weigh(browser, reader, path) {
  const address = new URL(path, site).href;
  const { context, page, visit } = await open(browser);
  await page.coverage.startCSSCoverage();
  const first = await visit(() => page.goto(address));
  const sheets = await page.coverage.stopCSSCoverage();
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const drawn = await page.evaluate(() => document.querySelectorAll('svg *').length);
  const reload = await visit(() => page.reload());
  const cookies = (await context.cookies()).length;
  await context.close();
  const next = await reader.visit(() => reader.page.goto(address));
  const used = sum(sheets, sheet => sum(sheet.ranges, range => range.end - range.start));
  const bytes = sum(first, request => request.bytes);
  const of = type => sum(first.filter(request => request.type === type), request => request.bytes);
  const body = type => sum(first.filter(request => request.type === type), request => request.bytes - request.headers);
  return {
    requests: first.length, bytes, html: of('Document'), css: of('Stylesheet'), htmlBody: body('Document'), cssBody: body('Stylesheet'),
    script: of('Script'), font: of('Font'), fonts: first.filter(request => request.type === 'Font').length, cookies,
    older: [...first, ...reload, ...next].filter(request => request.protocol !== 'h2').length,
    others: first.filter(request => request.url.host !== site.host).length,
    reload: sum(reload, request => request.bytes), reloads: reload.length, next: sum(next, request => request.bytes), nexts: next.length,
    elements, used: 100 * used / sum(sheets, sheet => sheet.text.length), eco: computeEcoIndex(elements - drawn, first.length, bytes / 1000),
  };
}

/** What axe finds in all ways of showing the page, and how many contrasts it cannot decide. */
async function judge(browser, path) {
  const found = { violations: 0, undecided: 0 };
  for (const way of ways) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-FR', bypassCSP: true, ...way });
    const page = await context.newPage();
    await page.goto(new URL(path, site).href);
    await page.evaluate(axe);
    const { violations, incomplete } = await page.evaluate(
      values => globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'] }), rules);
    found.violations += sum(violations, rule => rule.nodes.length);
    // What lies behind words in a drawing axe does not tell; charts write theirs in the colour of the text around them.
    found.undecided += sum(incomplete.filter(rule => rule.id === 'color-contrast'), rule => rule.nodes.filter(node => !node.html.startsWith('<text ')).length);
    await context.close();
  }
  return found;
}

/** Errors and warnings of the Nu Html Checker, page by page; nothing where there is no Java. */
async function validate(paths) {
  const folder = mkdtempSync(join(tmpdir(), 'plansweb-html-'));
  try {
    for (const [i, path] of paths.entries()) writeFileSync(join(folder, `${i}.html`), await (await fetch(new URL(path, site))).text());
    const { messages } = JSON.parse(execFileSync('java', ['-Xss4m', '-jar', checker, '--format', 'json', '--stdout', '--exit-zero-always', folder], { maxBuffer: 1 << 28 }));
    // The role of a figure with a legend is asked for by RGAA 1.9; the checker calls it unnecessary.
    const faults = messages.filter(message => !message.message.includes('“figure” role is unnecessary'));
    return paths.map((_, i) => faults.filter(message => message.url.endsWith(`/${i}.html`)).length);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.error('No Java: the HTML is not checked.');
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const paths = named.length > 0 ? named : await crawl();
const remarks = await validate(paths);
const browser = await launch(site);
const reader = await open(browser);
const rows = [];
for (const [i, path] of paths.entries()) {
  rows.push({ path, ...await weigh(browser, reader, path), ...await judge(browser, path), remarks: remarks?.[i] });
  process.stderr.write('.');
}
await browser.close();
process.stderr.write('\n');

const columns = {
  page: row => row.path,
  'requests (HTTP/2)': row => row.requests,
  kB: row => kilo(row.bytes),
  ...isState ? {
    'of which fonts': row => `${row.fonts}: ${kilo(row.font)} kB`,
    'HTML, CSS': row => `${kilo(row.html)}, ${kilo(row.css)}`,
  } : {
    'of which HTML, CSS': row => `${kilo(row.html)}, ${kilo(row.css)}`,
    'scripts, fonts, other hosts, cookies': row => `${row.script}, ${row.fonts}, ${row.others}, ${row.cookies}`,
  },
  'next page': row => `${row.nexts}: ${kilo(row.next)} kB`,
  reload: row => `${row.reloads}: ${row.reload} B`,
  ...isState ? {} : { elements: row => row.elements },
  EcoIndex: row => `${row.eco.toFixed(1)} ${getEcoIndexGrade(row.eco)}`,
  ...isState ? {} : { 'CSS used': row => `${row.used.toFixed(0)} %` },
  'axe: violations, contrasts undecided': row => `${row.violations}, ${row.undecided}`,
  ...isState ? {} : { 'HTML checker': row => row.remarks ?? 'not run' },
};
console.log(`| ${Object.keys(columns).join(' | ')} |`);
console.log('|---'.repeat(Object.keys(columns).length) + '|');
for (const row of rows) console.log(`| ${Object.values(columns).map(of => of(row)).join(' | ')} |`);

const lines = missed(rows, isState);
for (const line of lines) console.error(line);
process.exitCode = lines.length > 0 ? 1 : 0;
