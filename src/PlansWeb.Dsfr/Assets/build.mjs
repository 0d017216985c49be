// Makes wwwroot/css/site.css and components.css (and, with the State's brand, wwwroot/fonts) from the DSFR's npm package.
// Called by Assets.targets: node build.mjs <repository root> <MarqueEtat: true|false> [<output folder>]
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { Features, transform } from 'lightningcss';
import postcss from 'postcss';
import { gatherMedia, inlineIcons, purge, readSheets, resolveProperties, shareIconRule, simplify, splitComponents } from './dsfr.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(process.argv[2] ?? path.join(here, '../../..'));
const stateBrand = process.argv[3] === 'true';
const dist = path.join(repository, 'node_modules/@gouvfr/dsfr/dist');
const wwwroot = process.argv[4] ?? path.join(repository, 'wwwroot');

// The browsers that the sheet is compiled for. A phone of 2014 that still gets its last browser is in:
// iOS 12 on an iPhone 5s or 6, Chrome 95 on Android 5, Firefox 115 on Windows 7.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const TARGETS = { ios_saf: version(12, 5), safari: version(12, 1), chrome: version(95), android: version(95), firefox: version(91), edge: version(95), samsung: version(16) };

const FONTS = [['Marianne-Regular', 400], ['Marianne-Bold', 700]];

// What stands only in some pages: their rules go to components.css, whatever layout or tag helper writes them.
const SOME_PAGES = /PlansWeb\.Dsfr\/Components\/|Layouts\/(Home|Accessibilite|Ecoconception)\.cshtml$/;

/** Names of classes, elements and attributes that pages may contain: `frame` on every page, `components` in some bodies. */
function usedNames() {
  const frame = new Set(['html', 'body', 'main', 'title']);
  const some = new Set();
  const folders = ['src/PlansWeb/Pages', 'src/PlansWeb.Dsfr'].map(folder => path.join(repository, folder));
  const files = folders.flatMap(folder => fs.readdirSync(folder, { recursive: true }).map(f => path.join(folder, f)).filter(f => !/\/(obj|bin)\//.test(f.slice(folder.length).replaceAll('\\', '/'))));
  for (const file of files.filter(f => /\.(cshtml|cs)$/.test(f))) {
    // Words in comments and prose do not count: only tags and string literals can become markup.
    const text = fs.readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '');
    const literals = text.match(file.endsWith('.cs') ? /"[^"\n]*"/g : /<[a-z][^>]*>|"[^"\n]*"/g) ?? [];
    for (const name of literals.join(' ').match(/[A-Za-z][\w-]*/g) ?? []) {
      if (name.startsWith('fr-') && SOME_PAGES.test(file.replaceAll('\\', '/'))) some.add(name);
      else frame.add(name);
    }
  }
  const editors = fs.readFileSync(path.join(here, 'editor-classes.txt'), 'utf8').replace(/#.*$/gm, '').match(/[A-Za-z][\w-]*/g);
  for (const element of editors.filter(n => !n.startsWith('fr-'))) frame.add(element);
  return { frame: [...frame], all: [...frame, ...some, ...editors] };
}

/** Copies the two weights in use, unmodified, and returns their @font-face rules, with the fingerprinted addresses that Assets.targets gives them. */
function fontFaces() {
  const folder = path.join(wwwroot, 'fonts');
  fs.rmSync(folder, { recursive: true, force: true });
  if (!stateBrand) return '';
  fs.mkdirSync(folder, { recursive: true });
  return FONTS.map(([name, weight]) => {
    const bytes = fs.readFileSync(path.join(dist, `fonts/${name}.woff2`));
    fs.writeFileSync(path.join(folder, `${name}.woff2`), bytes);
    const fingerprint = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    return `@font-face{font-family:Marianne;src:url("../fonts/${name}.${fingerprint}.woff2") format("woff2");font-weight:${weight};font-display:swap}`;
  }).join('\n');
}

const source = readSheets(dist, stateBrand);
simplify(source, stateBrand);
const names = usedNames();
const frame = await purge(source, names.all);
const components = splitComponents(frame, await purge(source, names.frame));
const sheets = { 'site.css': frame, 'components.css': components };
for (const [name, sheet] of Object.entries(sheets)) {
  shareIconRule(sheet);
  gatherMedia(sheet);
  sheet.append(postcss.parse(fs.readFileSync(path.join(here, name), 'utf8')).nodes);
}
const font = stateBrand ? 'Marianne, arial, sans-serif' : 'system-ui, arial, sans-serif';
frame.prepend(postcss.parse(`${fontFaces()}:root{--font:${font}}`).nodes);
resolveProperties(frame, components);

// The licence asks for its notice in every copy.
const [, notice] = /\* (DSFR[^\n]*SPDX[^\n]*)\n/.exec(fs.readFileSync(path.join(dist, 'dsfr.css'), 'utf8'));
fs.mkdirSync(path.join(wwwroot, 'css'), { recursive: true });
for (const [name, sheet] of Object.entries(sheets)) {
  inlineIcons(sheet, dist);
  const { code: rules } = transform({ filename: name, code: Buffer.from(sheet.toString()), minify: true, targets: TARGETS, exclude: Features.LightDark });
  const code = Buffer.concat([Buffer.from(`/*! ${notice.trim()} */\n`), rules]);
  fs.writeFileSync(path.join(wwwroot, 'css', name), code);
  const brotli = zlib.brotliCompressSync(code, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log(`${name}: ${code.length} bytes, ${brotli} in brotli`);
}
