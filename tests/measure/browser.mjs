// The browser that measures: no traffic of its own, no other host than the site's, and trust in the certificate made for the run.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
const executablePath = process.env.CHROMIUM ?? installed.find(existsSync);
if (!existsSync(executablePath ?? '')) {
  console.error(`There is no Chromium at ${executablePath ?? installed.join(' or ')}: install it, or name another by CHROMIUM=path.`);
  process.exit(1);
}

/** Launches it. */
export const launch = (site, ...more) => chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    `--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ${site.hostname}`,
    ...process.env.TRUSTED_KEY ? [`--ignore-certificate-errors-spki-list=${process.env.TRUSTED_KEY}`] : [], ...more],
});
