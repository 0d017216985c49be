// The DSFR's style sheets, made lighter and freed from its script. Nothing here adds a look: site.css does.
import fs from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';

// Tables are not here: the component needs four wrappers around each one; site.css styles what Markdown writes.
const COMPONENTS = [
  'link', 'button', 'breadcrumb', 'sidemenu', 'header', 'navigation', 'footer', 'skiplink', 'summary', 'callout',
  'highlight', 'quote', 'accordion', 'alert', 'badge', 'tag', 'card', 'tile', 'notice', 'pagination', 'input', 'search',
];
const UTILITIES = ['icons/icons-arrows/icons-arrows', 'icons/icons-system/icons-system', 'icons/icons-business/icons-business'];

/** Reads the sheets in the DSFR's own order: core, scheme, components, utilities, print rules last. */
export function readSheets(dist, stateBrand) {
  const components = stateBrand ? ['logo', ...COMPONENTS] : COMPONENTS;
  const files = [
    'core/core.main.css', 'scheme/scheme.css',
    ...components.map(c => `component/${c}/${c}.main.css`),
    ...UTILITIES.map(u => `utility/${u}.main.css`),
    'core/core.print.css',
    ...components.map(c => `component/${c}/${c}.print.css`),
  ];
  const root = postcss.root();
  for (const file of files.map(f => path.join(dist, f)).filter(f => fs.existsSync(f))) {
    root.append(postcss.parse(fs.readFileSync(file, 'utf8'), { from: file }).nodes);
  }
  return root;
}

/** Removes what only the script, old browsers or animations need, and turns gradients that draw lines into text decoration. */
export function simplify(root, stateBrand) {
  root.walkComments(c => c.remove());
  root.walkAtRules(at => {
    if (/^(charset|font-face|keyframes|-moz-document)$/.test(at.name)) at.remove();
    else if (at.name === 'supports') at.replaceWith(at.nodes);
    else if (at.name === 'media') simplifyMedia(at);
  });
  root.walkRules(rule => simplifyRule(rule, stateBrand));
  root.walkDecls(decl => simplifyDeclaration(decl));
}

function simplifyMedia(at) {
  // Colours under the pointer are in site.css; nothing moves, so there is no motion to reduce.
  if (/hover:|prefers-reduced-motion/.test(at.params)) { at.remove(); return; }
  const queries = at.params.split(',').map(q => q.trim()).filter(q => !q.includes('-ms-')).map(q => [...new Set(q.split(' and '))].join(' and '));
  if (queries.length === 0) at.remove();
  else at.params = [...new Set(queries)].join(', ');
}

function simplifyRule(rule, stateBrand) {
  if (!stateBrand && rule.selectors.every(s => s.includes('.fr-logo'))) { rule.remove(); return; }
  const dark = rule.selectors.every(s => s.includes('[data-fr-theme=dark]'));
  if (dark) {
    if (rule.parent.type === 'atrule' && /prefers-color-scheme/.test(rule.parent.params)) { rule.remove(); return; }
    rule.selectors = rule.selectors.map(s => s.replace(/^(:root)?\[data-fr-theme=dark\]\s*/, (_, r) => r ?? ''));
    const query = '(prefers-color-scheme: dark)';
    if (rule.parent.type === 'atrule') {
      rule.parent.before(postcss.atRule({ name: 'media', params: `${rule.parent.params} and ${query}`, nodes: [rule.clone()] }));
      rule.remove();
    } else {
      // Paper is light, whatever the screen is.
      rule.replaceWith(postcss.atRule({ name: 'media', params: `screen and ${query}`, nodes: [rule.clone()] }));
    }
    return;
  }
  // A menu opens in the flow of the page, on a wide screen too: what lays it over the page would cover what has the focus.
  if (rule.parent.type === 'atrule' && rule.parent.params.includes('62em') && rule.selectors.every(s => s.startsWith('.fr-menu'))) { rule.remove(); return; }
  const selectors = rule.selectors.map(simplifySelector).filter(Boolean);
  if (selectors.length === 0) rule.remove();
  else rule.selectors = [...new Set(selectors)];
}

// Markup that neither our components nor editors write, though the names in it occur elsewhere. A quote in a column leaves room for a portrait:
// ours have none. Lines between the parts of a header that is folded, which ours is not.
const UNUSED = /^:root body$|\.fr-(header__service|nav__item\S*|skiplinks\S* .*)::?(before|after)|autofill|\[type=(date|image|button)|\.fr-tag(\[|::)|\.fr-(badge|callout)\S*\[|^\.fr-accordions-group$|\.fr-quote--column|button[.:[]|\S [.\w-]*button\b|\.fr-(nav|footer|header)\S* \.fr-(btn|link|badge)|\.fr-sidemenu__inner > |__list \.fr-sidemenu__btn|__item \.fr-sidemenu__btn/;

function simplifySelector(selector) {
  let s = selector
    .replaceAll(':not([aria-current=false])', '')
    .replaceAll(':not(:active)', '')
    // Class names of icons: one test instead of two that mean the same.
    .replace(/\[class\^=(fr-(?:icon|fi)-)\]|\[class\*=" (fr-(?:icon|fi)-)"\]/g, (_, a, b) => `[class*=${a ?? b}]`)
    .replace(/(:not\(\[class\*=fr-(?:icon|fi)-\]\))\1/g, '$1')
    // A button that its script opens is a summary here.
    .replace(/(\.[\w-]+)\[aria-expanded=true\]/g, '[open] > $1')
    .replaceAll('[aria-expanded]', '');
  const bare = s.replaceAll(':not(:hover)', '');
  // :focus-within is how skip links appear; other focus and pointer states have one rule in site.css.
  if (UNUSED.test(bare)) return null;
  if (/:(hover|active|disabled)|:focus(?!-within)|data-fr-|fr-collaps|fr-modal|::-(webkit|moz|ms)-|:not\(\[href\]/.test(bare)) return null;
  return s;
}

const DROPPED = /^(--(idle|hover|active|hover-tint|active-tint|brighten|brightness|blend|a)|transition.*|animation.*|will-change|-webkit-mask.*|-webkit-tap-highlight-color|-(webkit|moz)-(appearance|font-smoothing|osx-font-smoothing))$/;

function simplifyDeclaration(decl) {
  const { prop, value } = decl;
  if (DROPPED.test(prop) || value.startsWith('-moz-')) { decl.remove(); return; }
  // Underlines: the DSFR paints them as backgrounds, which contrast checkers cannot see through.
  if (prop === '--underline-img') { decl.prop = '--text-decoration'; decl.value = value === 'none' ? 'none' : 'underline'; return; }
  if (prop === '--underline-idle-width' && value === '0') { decl.prop = '--text-decoration'; decl.value = 'none'; return; }
  if (prop.startsWith('--underline-')) { decl.remove(); return; }
  if (prop === '--text-decoration') { decl.remove(); return; } // the DSFR's own "none", which gave way to the backgrounds
  if (/^background-(size|position|repeat)$/.test(prop) && !/fr-logo/.test(decl.parent.selector)) { decl.remove(); return; }
  // The DSFR shows a card's parts in another order than they are read in: here both are one (RGAA 10.3).
  if (prop === 'order' && /\.fr-(card|tile)/.test(decl.parent.selector)) { decl.remove(); return; }
  // The brand's band lies above a page whose menu opens over it; ours does not, and the whole header has the shadow: see site.css.
  if (/^(filter|z-index|background.*)$/.test(prop) && decl.parent.selector === '.fr-header__brand') { decl.remove(); return; }
  // In menus bold is for the page that is shown: see site.css. The summary's letters are as large as those of other menus, not 12 px.
  if (prop === 'font-weight' && /sidemenu__(list|link)/.test(decl.parent.selector)) { decl.remove(); return; }
  if (/^(font-size|line-height|text-transform)$/.test(prop) && decl.parent.selector.startsWith('.fr-summary')) { decl.remove(); return; }
  if (prop === 'filter' && value.startsWith('brightness')) { decl.remove(); return; }
  if (prop === 'background-image' && (value.startsWith('linear-gradient') || value.startsWith('var('))) { decl.remove(); return; }
  // The typeface is the brand's choice: see build.mjs.
  if (prop === 'font-family' && value.includes('Marianne')) decl.value = 'var(--font)';
}

/** Keeps only the selectors whose every class, element and attribute is in use. */
export async function purge(root, tokens) {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: tokens.join('\n'), extension: 'txt' }],
    css: [{ raw: root.toString() }],
    defaultExtractor: text => text.split('\n'),
    safelist: { standard: [':root', '*', '::before', '::after'] },
  });
  return postcss.parse(result.css);
}

/**
 * Leaves in `root` what the frame of every page needs, and returns the rest: the rules of components that only some bodies contain.
 * `frame` is the same sheet purged with the frame's names alone.
 */
export function splitComponents(root, frame) {
  const key = rule => `${rule.parent.type === 'atrule' ? rule.parent.params : ''}|`;
  const kept = new Set();
  frame.walkRules(rule => rule.selectors.forEach(s => kept.add(key(rule) + s)));
  const components = root.clone();
  const keepOnly = (sheet, isKept) => sheet.walkRules(rule => {
    const selectors = rule.selectors.filter(s => isKept(key(rule) + s));
    if (selectors.length === 0) rule.remove();
    else rule.selectors = selectors;
  });
  keepOnly(root, k => kept.has(k));
  keepOnly(components, k => !kept.has(k));
  return components;
}

/** Writes each media query once: plain rules, then widths from narrow to wide, then the others, print last. */
export function gatherMedia(root) {
  const groups = new Map();
  root.walkAtRules('media', at => {
    const group = groups.get(at.params) ?? postcss.atRule({ name: 'media', params: at.params });
    group.append(at.nodes.map(n => n.clone()));
    groups.set(at.params, group);
    at.remove();
  });
  const rank = params => {
    const width = /^\(min-width: (\d+)em\)$/.exec(params);
    return params === 'print' ? 1e6 : width ? +width[1] : 1e3;
  };
  root.append([...groups.values()].sort((a, b) => rank(a.params) - rank(b.params)));
}

/**
 * Follows names of colours to the colour that changes with the scheme, drops every custom property that nothing reads,
 * and gives those of `:root` that only components read to the components' sheet.
 */
export function resolveProperties(frame, components) {
  const aliases = new Map();
  frame.walkRules(':root', rule => rule.walkDecls(/^--(background|text|border|artwork)-/, d => {
    const alias = /^var\((--[\w-]+)\)$/.exec(d.value);
    if (alias) aliases.set(d.prop, alias[1]);
  }));
  const resolve = decl => {
    const value = decl.value.replace(/var\((--[\w-]+)\)/g, (all, name) => aliases.has(name) ? `var(${aliases.get(name)})` : all);
    if (value === decl.value) return;
    decl.value = value;
    resolve(decl);
  };
  [frame, components].forEach(sheet => sheet.walkDecls(resolve));

  const read = new Map();
  for (let removed = true; removed;) {
    removed = false;
    for (const sheet of [frame, components]) {
      const names = new Set();
      sheet.walkDecls(d => { for (const m of d.value.matchAll(/var\((--[\w-]+)/g)) names.add(m[1]); });
      read.set(sheet, names);
    }
    const isRead = name => read.get(frame).has(name) || read.get(components).has(name);
    [frame, components].forEach(sheet => sheet.walkDecls(/^--/, d => { if (!isRead(d.prop)) { d.remove(); removed = true; } }));
  }

  const moved = [];
  frame.walkRules(':root', rule => {
    const own = rule.clone({ nodes: rule.nodes.filter(d => d.prop?.startsWith('--') && !read.get(frame).has(d.prop)).map(d => d.remove().clone()) });
    if (own.nodes.length > 0) moved.push(rule.parent.type === 'atrule' ? postcss.atRule({ name: 'media', params: rule.parent.params, nodes: [own] }) : own);
  });
  components.prepend(moved);
  for (const sheet of [frame, components]) {
    sheet.walkRules(rule => { if (rule.nodes.length === 0) rule.remove(); });
    sheet.walkAtRules('media', at => { if (at.nodes.length === 0) at.remove(); });
  }
}

// What draws an icon, but for its address.
const ICON = ['flex', 'display', 'vertical-align', 'background-color', 'width', 'height', 'mask-size'];

/** Gives one rule to all icons instead of one copy to each. */
export function shareIconRule(root) {
  let shared;
  root.each(rule => {
    if (rule.type !== 'rule') return;
    const decls = ICON.map(prop => rule.nodes.find(d => d.prop === prop));
    if (decls.some(d => !d) || decls[3].value !== 'currentColor') return;
    if (shared) { shared.selectors = [...shared.selectors, ...rule.selectors]; }
    else { shared = postcss.rule({ selectors: rule.selectors, nodes: decls.map(d => d.clone()) }); root.prepend(shared); }
    decls.forEach(d => d.remove());
  });
}

/** Writes icons into the sheet: no request of their own. Fails on an address that would cause one. */
export function inlineIcons(root, dist) {
  root.walkDecls(/^(mask|background)-image$/, decl => {
    decl.value = decl.value.replace(/url\("(?!data:)([^"]+)"\)/g, (_, url) => {
      const file = path.join(dist, url.slice(url.indexOf('icons/')));
      const svg = fs.readFileSync(file, 'utf8').trim().replace(/\s+/g, ' ').replaceAll('"', '\'').replaceAll('#', '%23').replaceAll('<', '%3C').replaceAll('>', '%3E');
      return `url("data:image/svg+xml,${svg}")`;
    });
  });
  // Two properties take an icon, one of them prefixed: the address is written once, for both.
  root.walkDecls('mask-image', decl => {
    if (!decl.value.startsWith('url(')) return;
    decl.before({ prop: '--icon', value: decl.value });
    decl.value = 'var(--icon)';
  });
  // The old and the new name of an icon share one rule.
  const rules = new Map();
  root.each(rule => {
    if (rule.type !== 'rule' || !rule.selectors.every(s => /^\.fr-(icon|fi)-/.test(s))) return;
    const same = rules.get(rule.nodes.join(';'));
    if (same) { same.selectors = [...same.selectors, ...rule.selectors]; rule.remove(); }
    else rules.set(rule.nodes.join(';'), rule);
  });
}
