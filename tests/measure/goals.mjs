// What every page is held to. Sizes are in bytes; what crosses the wire counts headers, a compressed size does not.
const SECTION = '/publications/plans-action-ministeres/';

const isPlan = path => path.startsWith(SECTION) && !path.includes('?');

// As WeightTests has it: what shows the register, or charts, is held to what any page is held to, and a section as one document to a budget of its own.
const showsData = path => isPlan(path) && (path === SECTION || path.startsWith(`${SECTION}administrations/`)
  || ['actions/', 'comparer/', 'indicateurs/', 'donnees/', 'ce-que-l-on-ne-sait-pas/', 'les-gains-possibles/'].includes(path.slice(SECTION.length)));
const isWhole = path => path.endsWith('?vue=complete');
const isArticle = path => path === `${SECTION}a-propos/`;
const isHome = path => path === '/';

/** The limits of a page: [what, figure, least or most]. The State's brand may add its two font files and its block mark, and what they weigh. */
function limits(row, isState) {
  const plan = isPlan(row.path);
  const data = showsData(row.path);
  const text = plan && !data;
  const fonts = isState ? 2 : 0;

  // The elements of the block mark, in the header and in the footer, and the list of the four links that every site of the State has; these, two files
  // and what they weigh cost a point of EcoIndex.
  const mark = isState ? 6 + 9 : 0;
  return [
    ['requests', row.requests, { most: (plan ? 3 : 8) + fonts }],
    ['bytes', row.bytes, { most: isState ? (plan ? 140_000 : 180_000) : plan ? 20_000 : 60_000 }],
    ...plan ? [['bytes of HTML and CSS', row.html + row.css, { most: 14_600 }]] : [],
    ['bytes of HTML, compressed', row.htmlBody, { most: 14_000 }],
    // The block mark is part of the State's style sheet, and may not be changed.
    ['bytes of CSS, compressed', row.cssBody, { most: isState ? 13_500 : 10_000 }],
    ...isArticle(row.path) ? [['% of the CSS used', row.used, { least: 50 }]] : [],
    ...plan ? [['requests of the next page', row.nexts, { most: 1 }], ['bytes of the next page', row.next, { most: data ? 6_000 : 5_000 }]] : [],
    ['requests of a reload', row.reloads, { most: 1 }],
    ['bytes of a reload', row.reload, { most: 300 }],
    ['bytes of script', row.script, { most: 0 }],
    ['font files', row.fonts, { most: fonts }],
    ['requests to other hosts', row.others, { most: 0 }],
    ['cookies', row.cookies, { most: 0 }],
    ['elements', row.elements, { most: (text ? 215 : isHome(row.path) ? 180 : isWhole(row.path) ? 620 : 390) + mark }],
    ['EcoIndex', row.eco, { least: (text || isHome(row.path) ? 88 : isWhole(row.path) ? 70 : 80) - (isState ? 1 : 0) }],
    ['violations that axe finds', row.violations, { most: 0 }],
    ['contrasts that axe cannot decide', row.undecided, { most: 0 }],
    ['remarks of the HTML checker', row.remarks ?? 0, { most: 0 }],
    ['requests not over HTTP/2', row.older, { most: 0 }],
  ];
}

// A section as one document is another view of pages that are counted.
const isPage = row => !row.path.includes('?');
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** A line for each goal that is missed. */
export function missed(rows, isState) {
  const pages = rows.flatMap(row => limits(row, isState).map(limit => [row.path, ...limit]));
  const all = ['all pages', 'bytes of HTML, compressed, as a median', median(rows.filter(isPage).map(row => row.htmlBody)), { most: 3_000 }];
  return [...pages, all]
    .filter(([, , figure, { least = -Infinity, most = Infinity }]) => !(figure >= least && figure <= most))
    .map(([where, what, figure, { least, most }]) =>
      `${where}: ${Number.isInteger(figure) ? figure : figure.toFixed(1)} ${what}, ${most === undefined ? `at least ${least}` : `at most ${most}`} asked`);
}
