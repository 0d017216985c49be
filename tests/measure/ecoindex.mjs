// EcoIndex of pages, by its own package: reads [[elements, requests, kilobytes], …] and writes the scores in the same order.
import { text } from 'node:stream/consumers';
import { computeEcoIndex } from 'ecoindex';

const pages = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(pages.map(([elements, requests, kilobytes]) => computeEcoIndex(elements, requests, kilobytes))));
