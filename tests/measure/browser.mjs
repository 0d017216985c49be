// The browser that measures: no traffic of its own, no other host than the site's, and trust in the certificate made for the run.
import { chromium } from 'playwright-core';

/** Launches it. */
export const launch = (site, ...more) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    `--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE ${site.hostname}`,
    ...process.env.TRUSTED_KEY ? [`--ignore-certificate-errors-spki-list=${process.env.TRUSTED_KEY}`] : [], ...more],
});
