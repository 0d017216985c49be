// Writes a site of N pages, always the same for the same N: a home page, themes, sections of 50 pages, pages; about 5.5 kB of Markdown each.
//   node content.mjs FOLDER N [--index NAME]
// The index of a folder is index.md, or _index.md where --index says so (Hugo's name for it).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SECTION = 50;
const MOST_THEMES = 10;
const BYTES = 4_700;

const subjects = ['Le service achats', 'Chaque direction', 'L’équipe produit', 'Un comité annuel', 'La cellule d’appui', 'Notre référent', 'Le bureau des usages',
  'Une mission locale', 'L’hébergeur retenu', 'Le groupe de travail', 'Toute nouvelle application', 'Le catalogue interne'];
const verbs = ['mesure', 'publie', 'allège', 'compare', 'prolonge', 'documente', 'mutualise', 'révise', 'partage', 'planifie', 'évalue', 'réduit'];
const objects = ['la durée de vie des équipements', 'le poids de ses pages', 'les volumes stockés sans usage', 'l’énergie des salles techniques',
  'le nombre d’écrans par agent', 'les parcours les plus fréquents', 'la part de matériel reconditionné', 'les impressions évitables',
  'les appels inutiles entre applications', 'les critères de ses marchés', 'la formation des nouveaux arrivants', 'l’accessibilité des formulaires'];
const ends = ['avant la fin du trimestre', 'avec des relevés ouverts à tous', 'sans changer les habitudes des usagers', 'pour chaque site de plus de cent agents',
  'selon une méthode décrite en annexe', 'et rend compte des écarts', 'en s’appuyant sur les retours du terrain', 'à budget constant', 'dès la conception',
  'au moins une fois par an', 'puis en tire un plan daté', 'lorsque la mesure est possible'];

/** A small generator of numbers: the same pages at every run, on every machine. */
const random = seed => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

function body(number, neighbours) {
  const next = random(number + 1);
  const pick = list => list[Math.floor(next() * list.length)];
  const sentence = () => `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(ends)}.`;
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ');
  let text = `${paragraph()}\n`;
  for (let part = 1; Buffer.byteLength(text) < BYTES; part++) {
    text += `\n## Étape ${part} : ${pick(objects)}\n\n${paragraph()}\n`;
    if (part % 3 === 1) text += `\n- ${sentence()}\n- **À retenir** : ${sentence()}\n- Voir [une page voisine](${pick(neighbours)})\n`;
    if (part % 3 === 2) text += `\n### Détail ${part}\n\n${paragraph()} Voir aussi [cette page](${pick(neighbours)}).\n`;
    if (part === 3) text += `\n| Année | Postes | Part |\n|---|---:|---:|\n${[2023, 2024, 2025].map(year =>
      `| ${year} | ${Math.floor(next() * 9000)} | ${Math.floor(next() * 100)} % |`).join('\n')}\n`;
  }
  return text;
}

/** The addresses of a site of `count` pages: what a page is below, and its place there. */
export function plan(count) {
  const sections = Math.max(1, Math.round((count - 1) / (SECTION + 1)));
  const themes = Math.min(MOST_THEMES, sections);
  const leaves = count - 1 - themes - sections;
  if (leaves < 1) throw new Error(`A site of ${count} pages has no room for its sections.`);
  const pages = [{ url: '/', key: 'accueil', title: 'Accueil', isIndex: true }];
  for (let t = 0; t < themes; t++) pages.push({ url: `/theme-${t}/`, key: `theme-${t}`, title: `Thème ${t + 1}`, order: t, isIndex: true });
  for (let s = 0; s < sections; s++) {
    const theme = `theme-${s % themes}`;
    pages.push({ url: `/${theme}/section-${s}/`, key: `section-${s}`, parent: theme, title: `Section ${s + 1}`, order: s, isIndex: true });
  }
  for (let p = 0; p < leaves; p++) {
    const section = p % sections;
    pages.push({ url: `/theme-${section % themes}/section-${section}/page-${p}/`, key: `page-${p}`, parent: `section-${section}`, title: `Page ${p + 1}`, order: p, isIndex: false });
  }
  return pages;
}

/** The text of page `number` of a plan. */
export function text(pages, number) {
  const page = pages[number];
  const neighbours = [1, 7, 50].map(step => pages[(number + step) % pages.length].url);
  const place = number === 0 ? '' : `eleventyNavigation:\n  key: ${page.key}\n${page.parent ? `  parent: ${page.parent}\n` : ''}  title: ${page.title}\n  order: ${page.order}\n`;
  return `---\ntitle: ${page.title}\ndescription: Ce que dit la page « ${page.title} » de la sobriété numérique\ndate: 2025-${String(number % 12 + 1).padStart(2, '0')}-10\n${place}---\n\n${body(number, neighbours)}`;
}

/** The file of a page, below the content folder. */
export const file = (page, index = 'index') => page.isIndex ? `${page.url.slice(1)}${index}.md` : `${page.url.slice(1, -1)}.md`;

/** Writes the site; returns its bytes. */
export function write(folder, count, index) {
  const pages = plan(count);
  let bytes = 0;
  for (let number = 0; number < pages.length; number++) {
    const path = join(folder, file(pages[number], index));
    const content = text(pages, number);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    bytes += Buffer.byteLength(content);
  }
  return bytes;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, count, , index] = process.argv.slice(2);
  console.log(`${write(folder, Number(count), index)} bytes`);
}
