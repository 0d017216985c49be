// Started by ./run with the parts to measure.
import { printTable } from './common.mjs';

const parts = process.argv.slice(2);
for (const part of parts.length > 0 ? parts : ['http', 'start', 'edit', 'miss', 'export', 'large', 'replicas']) await (await import(`./${part}.mjs`)).default();
printTable();
process.exit(0);
