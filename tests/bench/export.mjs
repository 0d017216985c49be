// The site as files, beside Hugo's build of the same pages.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { file, plan, write } from './content.mjs';
import { Program, median, row, site, work } from './common.mjs';
import { buildHugo, hugoFolder } from './peers.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
const COUNT = 10_000;

const exportTo = (folder, content) => new Program('export', 'dotnet', [join(site, 'PlansWeb.dll'), 'export', folder, '--content', content],
  { env: { Logging__LogLevel__Default: 'Error' } }).finish();

export default async function () {
  const content = join(work, 'content-export');
  write(content, COUNT);
  const hugo = hugoFolder(COUNT);
  const pages = plan(COUNT).filter(page => !page.isIndex);
  const results = { all: [], edit: [], hugo: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const folder = join(work, `export-${round}`);
    results.all.push(await exportTo(folder, content));
    results.hugo.push(await buildHugo(hugo, `export-${round}`).finish());
    appendFileSync(join(content, file(pages[17 * round])), `\nMarque-${round}\n`);
    results.edit.push(await exportTo(folder, content));
  }
  const of = (name, key) => median(results[name].map(result => result[key]));
  const figure = `export of ${COUNT.toLocaleString('en')} pages`;
  row(figure, of('all', 'time'), of('hugo', 'time'), { unit: 'ms', peerName: 'Hugo', target: '≤ 1.5' });
  row(`${figure}: CPU time`, of('all', 'cpu'), of('hugo', 'cpu'), { unit: 'ms', peerName: 'Hugo' });
  row(`${figure}: peak memory`, of('all', 'peak'), of('hugo', 'peak'), { unit: 'MB', peerName: 'Hugo' });
  row(`${figure}, again after one edit`, of('edit', 'time'), of('hugo', 'time'), { unit: 'ms', peerName: 'Hugo', target: '≤ 0.2' });
}
