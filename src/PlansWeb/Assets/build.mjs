// Makes wwwroot/css/site.css (and, with the State's brand, wwwroot/fonts) from the DSFR's npm package.
// Called by Assets.targets: node build.mjs <repository root> <MarqueEtat: true|false>
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { Features, transform } from 'lightningcss';
import postcss from 'postcss';
import { gatherMedia, inlineIcons, purge, readSheets, resolveProperties, shareIconRule, simplify } from './dsfr.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const repository = path.resolve(process.argv[2] ?? path.join(here, '../../..'));
const stateBrand = process.argv[3] === 'true';
const dist = path.join(repository, 'node_modules/@gouvfr/dsfr/dist');
const wwwroot = path.join(repository, 'wwwroot');

// The browsers that the sheet is compiled for. A phone of 2014 that still gets its last browser is in:
// iOS 12 on an iPhone 5s or 6, Chrome 95 on Android 5, Firefox 115 on Windows 7.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const TARGETS = { ios_saf: version(12, 5), safari: version(12, 1), chrome: version(95), android: version(95), firefox: version(91), edge: version(95), samsung: version(16) };

const FONTS = [['Marianne-Regular', 400], ['Marianne-Bold', 700]];

/** Names of classes, elements and attributes that pages may contain: our own markup, then what editors may write. */
function usedNames() {
  const site = path.join(repository, 'src/PlansWeb');
  const names = new Set(['html', 'body', 'main', 'title']);
  const files = ['Pages', 'Dsfr', 'Loading'].map(d => path.join(site, d)).filter(d => fs.existsSync(d))
    .flatMap(d => fs.readdirSync(d, { recursive: true }).map(f => path.join(d, f)));
  for (const file of files.filter(f => /\.(cshtml|cs)$/.test(f))) {
    // Words in comments and prose do not count: only tags and string literals can become markup.
    const text = fs.readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '');
    const literals = text.match(file.endsWith('.cs') ? /"[^"\n]*"/g : /<[a-z][^>]*>|"[^"\n]*"/g) ?? [];
    for (const name of literals.join(' ').match(/[A-Za-z][\w-]*/g) ?? []) names.add(name);
  }
  const editors = fs.readFileSync(path.join(here, 'editor-classes.txt'), 'utf8').replace(/#.*$/gm, '');
  for (const name of editors.match(/[A-Za-z][\w-]*/g) ?? []) names.add(name);
  return [...names];
}

/** Copies the two weights in use, unmodified, under names that change with their bytes, and returns their @font-face rules. */
function fontFaces() {
  const folder = path.join(wwwroot, 'fonts');
  fs.rmSync(folder, { recursive: true, force: true });
  if (!stateBrand) return '';
  fs.mkdirSync(folder, { recursive: true });
  return FONTS.map(([name, weight]) => {
    const bytes = fs.readFileSync(path.join(dist, `fonts/${name}.woff2`));
    const file = `${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.woff2`;
    fs.writeFileSync(path.join(folder, file), bytes);
    return `@font-face{font-family:Marianne;src:url("../fonts/${file}") format("woff2");font-weight:${weight};font-display:swap}`;
  }).join('\n');
}

let root = readSheets(dist, stateBrand);
simplify(root, stateBrand);
root = await purge(root, usedNames());
shareIconRule(root);
gatherMedia(root);
root.append(postcss.parse(fs.readFileSync(path.join(here, 'site.css'), 'utf8')).nodes);
resolveProperties(root);
inlineIcons(root, dist);

const font = stateBrand ? 'Marianne, arial, sans-serif' : 'system-ui, -apple-system, "Segoe UI", Roboto, arial, sans-serif';
const css = `${fontFaces()}\n:root{--font:${font}}\n${root}`;
const { code } = transform({ filename: 'site.css', code: Buffer.from(css), minify: true, targets: TARGETS, exclude: Features.LightDark });

fs.mkdirSync(path.join(wwwroot, 'css'), { recursive: true });
fs.writeFileSync(path.join(wwwroot, 'css/site.css'), code);
const brotli = zlib.brotliCompressSync(code, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log(`site.css: ${code.length} bytes, ${brotli} in brotli`);
