// What a configuration of Eleventy registers: an object in place of Eleventy's own, which remembers what matters here and ignores the rest.
(function (tools, modules) {
  "use strict";
  const { stub, stubMark } = tools, isStub = (value) => typeof value === "function" && value.isStub === stubMark;
  const found = { filters: {}, shortcodes: {}, paired: {}, globals: {}, collections: {}, data: {}, nunjucks: {}, markdown: null, indented: false, dir: {}, engines: {}, ignored: [], copied: [], ignores: [] };

  // markdown-it and its plugins are the packages themselves. A function of the project's that fails costs its own mark-up, as packages that are not here cost what
  // leans on them: what it writes is what markdown-it would have written without it. Once for each page and place.
  let failures = [];
  // The line of the text, from 0, where the token that is written knows it; -1 elsewhere.
  const lineOf = ([tokens, at]) => Array.isArray(tokens) ? tokens[at]?.map?.[0] ?? -1 : -1;
  const failed = (what, e, line) => { if (failures.length < 20) failures.push([what, `${e?.message ?? e}`, `${e?.stack ?? ""}`, line]); };
  const guarded = (what, own, usual) => function (...args) {
    try { return own.apply(this, args) ?? ""; } catch (e) { failed(what, e, lineOf(args)); return usual.apply(this, args); }
  };
  const container = modules.npm("markdown-it-container"), isOwn = (value) => typeof value === "function" && !isStub(value);
  const containers = (md, name, o) => {
    if (isOwn(o?.validate) || o?.marker !== undefined) found.areContainersOpen = true;
    container(md, name, {
      ...o, validate: isOwn(o?.validate) ? guarded(`${name}`, o.validate, () => false) : undefined,
      render: isOwn(o?.render) ? guarded(`${name}`, o.render, (tokens, at) => tokens[at].nesting === 1 ? `<div class="${escapeHtml(`${name}`)}">\n` : "</div>\n") : undefined,
    });
  };
  modules.known["markdown-it-container"] = Object.assign(containers, { default: containers });
  const emoji = modules.npm("markdown-it-emoji");
  modules.known["markdown-it-emoji"] = Object.assign((...args) => emoji.full(...args), emoji);

  // Loops over signs take most of a page in an interpreter: what they find is searched for. Results are the same.
  const published = modules.npm("markdown-it"), { escapeHtml } = published().utils, isReal = (library) => library instanceof published;
  const ends = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g, plain = /^(?:https?:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?=[/?#]|$)|(?=[/#?])(?!\/\/))[\w.~/?#&=+,;:@!$()*%-]*$/;
  function text(state, silent) {
    ends.lastIndex = state.pos;
    const end = Math.min(ends.exec(state.src)?.index ?? state.posMax, state.posMax);
    if (end === state.pos) return false;
    if (!silent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  }
  const { State } = published().block;
  function Lines(src, md, env, tokens) {
    Object.assign(this, { src, md, env, tokens, bMarks: [], eMarks: [], tShift: [], sCount: [], bsCount: [], blkIndent: 0, line: 0, lineMax: 0, tight: false, ddIndent: -1, listIndent: -1, parentType: "root", level: 0 });
    let at = 0;
    const add = (start, end, shift, count) => { this.bMarks[at] = start; this.eMarks[at] = end; this.tShift[at] = shift; this.sCount[at] = count; this.bsCount[at++] = 0; };
    for (let start = 0, end; start < src.length; start = end + 1) {
      end = src.indexOf("\n", start);
      if (end < 0) end = src.length;
      let shift = 0, count = 0;
      for (let sign; start + shift < end && ((sign = src.charCodeAt(start + shift)) === 32 || sign === 9); shift++) count += sign === 9 ? 4 - count % 4 : 1;
      // A last line of nothing but spaces is none.
      if (end < src.length || start + shift < end) add(start, end, shift, count);
    }
    add(src.length, src.length, 0, 0);
    this.lineMax = at - 1;
  }
  Lines.prototype = State.prototype;
  Object.getPrototypeOf(published().block).State = Lines;
  function markdownIt(preset, options) {
    const md = new published(preset, options), { normalizeLink } = md;
    md.inline.ruler.at("text", text);
    md.normalizeLink = (url) => plain.test(url) && !/%(?![0-9A-Fa-f]{2})/.test(url) ? url : normalizeLink(url);
    return md;
  }
  modules.known["markdown-it"] = Object.assign(markdownIt, { prototype: published.prototype, default: markdownIt });
  // markdown-it-attrs looks at each token for each of its patterns, in pages without a brace too.
  const attrs = modules.npm("markdown-it-attrs");
  const braces = (md, o) => {
    attrs(md, o);
    const rule = md.core.ruler.__rules__.find((each) => each.name === "curly_attributes"), { fn } = rule, left = o?.leftDelimiter ?? "{";
    md.core.ruler.at("curly_attributes", (state) => { if (state.src.includes(left)) fn(state); });
  };
  modules.known["markdown-it-attrs"] = Object.assign(braces, { default: braces });

  // Of Eleventy's own plugins, the one that changes bodies by itself.
  const toUrls = () => { found.areInputPathsLinks = true; };
  modules.known["@11ty/eleventy"] = tools.recorder({ InputPathToUrlTransformPlugin: toUrls, default: stub, then: undefined }, () => stub);

  // The major version of a package that the project asks for; null where it names none.
  const versionOf = (name) => { const version = modules.versionOf(name); return version === null ? null : Number(version); };

  // Before its version 5, the package that colors code joins lines with `br`.
  const colors = "@11ty/eleventy-plugin-syntaxhighlight";
  Object.defineProperty(modules.known, colors, {
    get() {
      const plugin = modules.npm(colors), separator = (versionOf(colors) ?? 5) < 5 ? { lineSeparator: "<br>" } : {};
      return Object.assign((config, o) => plugin(config, { ...separator, ...o }), plugin);
    },
  });

  // Its package for images: files stay as they are, the mark-up is the package's, and the site prepares each image so marked (Shortcodes.ImageMark).
  const { normalize } = modules.known.path;
  function addressOf(source) {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(source)) return source;
    const path = normalize(`/${source}`);
    for (const [from, to] of [...found.copied, [found.dir.input ?? ".", "/"]]) {
      const folder = normalize(`/${from}`).replace(/\/$/, "");
      if (path.startsWith(`${folder}/`)) return normalize(`/${to ?? from}/${path.slice(folder.length)}`);
    }
    return source.startsWith("/") ? path : source;
  }
  const images = (source, o) => {
    source = `${source}`;
    const type = /\.(\w+)$/.exec(source)?.[1].toLowerCase().replace("jpg", "jpeg") ?? "", formats = [].concat(o?.formats ?? ["webp", "jpeg"]).map((each) => each === "auto" || !each ? type : `${each}`);
    const found = Object.defineProperties({}, { source: { value: source }, isAlone: { value: new Set(formats).size === 1 }, then: { value: undefined } });
    // Of an image whose size is known, what the package tells of each format: the file as it is.
    const [width, height] = modules.imageSize(source), url = addressOf(source);
    if (width > 0) for (const format of formats) found[format] = [{ format, width, height, url, sourceType: `image/${format}`, srcset: `${url} ${width}w`, filename: url.split("/").pop() }];
    return tools.recorder(found, () => stub);
  };
  function imageHtml(image, { src, sizes, width, height, ...attributes } = {}, o) {
    if (attributes.alt === undefined) throw new Error("Missing `alt` attribute");
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${name === "alt" ? escapeHtml(`${value || ""}`) : value}"`).join("");
    const html = `<img data-fr-site-image src="${escapeHtml(addressOf(image.source))}"${written}>`, [line, indent] = o?.whitespaceMode === "block" ? ["\n", "  "] : ["", ""];
    return image.isAlone ? html : `<picture>${line}${indent}${html}${line}</picture>`;
  }
  Object.assign(images, { generateHTML: imageHtml, statsSync: images, statsByDimensionsSync: images, default: images });
  modules.known["@11ty/eleventy-img"] = tools.recorder(images, () => stub);

  // Translations of words by their keys, `{ key: { language: text } }`, with values in double braces.
  const wayTo = (map, way) => way.reduce((value, key) => value?.[key], map);
  const translate = (config, { translations = {}, fallbackLocales = {} } = {}) => config.addFilter("i18n", function (key, values = {}, locale) {
    const lang = locale || this.page?.lang || "", way = `${key}`.split(/[.[\]]+/).filter(Boolean);
    const text = [lang, fallbackLocales[lang] || fallbackLocales["*"]].map((each) => wayTo(translations, [...way, `${each ?? ""}`])).find((each) => each !== undefined);
    return text === undefined ? key : `${text}`.replace(/\{\{(.*?)\}\}/g, (_, name) => wayTo(values, name.trim().split(".")) ?? "");
  });
  modules.known["eleventy-plugin-i18n"] = modules.known["@codegouvfr/eleventy-plugin-i18n"] = translate;

  modules.known["@11ty/eleventy-plugin-bundle"] = (config) => config.addBundle(["css", "js", "html", "svg"]);
  let library = null, highlighter = null;
  const changes = [];

  // As Eleventy's engine for Markdown does once the configuration ran: indented code is off since version 2, in the project's own markdown-it too.
  function settle() {
    library ??= markdownIt({ html: true });
    if (highlighter && typeof library.set === "function") library.set({ highlight: highlighter });
    if (typeof library.disable === "function" && (versionOf("@11ty/eleventy") ?? 3) >= 2) library.disable("code");
    for (const change of changes) try { change(library); } catch (e) { found.ignored.push(`amendLibrary (${e?.message ?? e})`); }
    if (!isReal(library)) return;
    // It runs inside the rule of code blocks, which then writes the code without colours.
    if (isOwn(library.options.highlight)) library.set({ highlight: guarded("highlight", library.options.highlight, () => "") });
    const usual = markdownIt(), { rules } = library.renderer;
    for (const name of Object.keys(rules)) {
      if (isOwn(rules[name]) && !name.startsWith("container_") && String(rules[name]) !== String(usual.renderer.rules[name])) {
        rules[name] = guarded(name, rules[name], usual.renderer.rules[name] ?? ((tokens, at, options, env, self) => self.renderToken(tokens, at, options)));
      }
    }
  }
  const rulesOf = (chain) => isReal(library) ? library[chain].ruler.__rules__ : [];

  // The text of a page, with the ids that its table of contents needs where no plugin gave any.
  function markdown(text, env) {
    failures = [];
    modules.known.nanoid.begin("m");
    if (!isReal(library)) return [`${library.render(text, env)}`, [], failures];
    const tokens = library.parse(text, env), taken = new Set(reserved), headings = [];
    const take = (each) => {
      const id = each.attrGet("id");
      if (id !== null) taken.add(`${id}`);
      if (each.type === "html_block" || each.type === "html_inline") for (const [, , given] of each.content.matchAll(/\sid\s*=\s*(["'])([^"'<>]+)\1/g)) taken.add(given);
    };
    for (const token of tokens) {
      take(token);
      for (const each of token.children ?? []) take(each);
      // How a table aligns its cells, as classes: styles of the content's own are taken out, and editors are told of each.
      const align = token.type === "th_open" || token.type === "td_open" ? /^text-align:(left|center|right)$/.exec(token.attrGet("style") ?? "") : null;
      if (align === null) continue;
      token.attrs = token.attrs.filter(([name]) => name !== "style");
      if (align[1] !== "left") token.attrJoin("class", `fr-cell--${align[1]}`);
    }
    tokens.forEach((token, i) => {
      if (token.type !== "heading_open") return;
      const words = [];
      for (const each of tokens[i + 1].children ?? []) if (each.type === "text" || each.type === "code_inline" || each.type === "emoji") words.push(each.content); else if (each.type === "softbreak" || each.type === "hardbreak") words.push(" ");
      const title = words.join("").trim();
      if (token.attrGet("id") === null && title !== "") {
        const slug = modules.slugify(title) || "section";
        let id = slug;
        for (let n = 1; taken.has(id); n++) id = `${slug}-${n}`;
        taken.add(id);
        token.attrs = [["id", id], ...token.attrs ?? []];
      }
      headings.push([Number(token.tag.slice(1)), `${token.attrGet("id") ?? ""}`, title]);
    });
    return [library.renderer.render(tokens, library.options, env), headings, failures];
  }
  found.markdownOf = markdown;
  let reserved = [];
  // The site's settings overrule the project's; the layout's ids are no headings'.
  found.set = ({ breaks, linkify, typographer, indented, ids }) => {
    reserved = ids.split(" ");
    if (!isReal(library)) return;
    library.set({ breaks, linkify, typographer });
    library[indented ? "enable" : "disable"]("code");
  };

  const take = (where) => (name, value) => { if (typeof name === "string" && typeof value === "function" && !isStub(value)) found[where][name] = value; };
  // A Nunjucks filter in the style of callbacks gets a callback that notes what it is told.
  const called = (value) => function (...args) { let result; value.call(this, ...args, (fault, given) => { if (fault) throw fault; result = given; }); return result; };
  const brought = { slugify: modules.slugify, slug: modules.slug, url: (value) => value, log: (value) => value };
  const config = {
    // A plugin that fails, because of a package that is not here, costs what it registers after that.
    addPlugin(plugin, options) {
      if (isStub(plugin)) return;
      try {
        if (typeof plugin === "function") return modules.now(plugin(proxy, options));
        if (plugin && typeof plugin.configFunction === "function") return modules.now(plugin.configFunction(proxy, options));
      } catch (e) { found.ignored.push(`addPlugin (${e?.message ?? e})`); }
    },
    setLibrary(name, value) { if (name === "md" && value && !isStub(value) && typeof value.render === "function") library = value; },
    amendLibrary(name, change) { if (name === "md" && typeof change === "function") changes.push(change); },
    get dir() { return { input: ".", output: "_site", includes: "_includes", data: "_data", ...found.dir }; },
    get markdownHighlighter() { return highlighter; },
    addMarkdownHighlighter(highlight) { highlighter = highlight; }, versionCheck() { },
    ignores: { add(pattern) { found.ignores.push(`${pattern}`); return this; }, delete() { return true; }, has: (pattern) => found.ignores.includes(pattern) },
    // What its plugin for styles and scripts gathers goes into layouts.
    addBundle(name) { for (const each of [].concat(name)) { found.paired[each] = () => ""; found.shortcodes.getBundle = found.shortcodes.getBundleFileUrl = () => ""; } },
    addPassthroughCopy(what) {
      for (const [from, to] of typeof what === "string" ? [[what, null]] : what && typeof what === "object" ? Object.entries(what) : []) if (typeof to !== "object" || to === null) found.copied.push([from, to]);
      return proxy;
    },
    setNunjucksEnvironmentOptions(options) { Object.assign(found.nunjucks, options); },
    addGlobalData(name, value) { if (!isStub(value)) found.data[name] = value; },
    addNunjucksGlobal(name, value) { found.globals[name] = value; },
    addNunjucksAsyncFilter(name, value) { take("filters")(name, called(value)); },
    addNunjucksTag() { }, addWatchTarget: () => proxy, on: () => proxy, setServerOptions() { }, setQuietMode() { }, setUseGitIgnore() { }, setBrowserSyncConfig() { }, setServerPassthroughCopyBehavior() { }, setTemplateFormats() { },
    setLayoutsDirectory(name) { found.dir.layouts = name; }, addCollection: take("collections"),
    setInputDirectory(name) { found.dir.input = name; }, setIncludesDirectory(name) { found.dir.includes = name; }, setDataDirectory(name) { found.dir.data = name; }, setOutputDirectory(name) { found.dir.output = name; },
    setDataDeepMerge() { }, addLiquidTag() { },
    getFilter: (name) => found.filters[name] ?? brought[name] ?? stub,
    getShortcode: (name) => found.shortcodes[name] ?? stub, getPairedShortcode: (name) => found.paired[name] ?? stub,
    javascriptFunctions: found.filters, nunjucksFilters: found.filters, liquidFilters: found.filters, globalData: found.data,
  };
  for (const name of ["addFilter", "addAsyncFilter", "addNunjucksFilter", "addLiquidFilter", "addJavaScriptFunction"]) config[name] = take("filters");
  for (const name of ["addShortcode", "addAsyncShortcode", "addNunjucksShortcode", "addNunjucksAsyncShortcode", "addLiquidShortcode"]) config[name] = take("shortcodes");
  for (const name of ["addPairedShortcode", "addPairedAsyncShortcode", "addPairedNunjucksShortcode", "addPairedNunjucksAsyncShortcode", "addPairedLiquidShortcode", "addNunjucksPairedShortcode"]) config[name] = take("paired");
  const proxy = tools.recorder(config, (name) => {
    if (!found.ignored.includes(name)) found.ignored.push(name);
    return stub;
  });

  return {
    found,
    run(main) {
      let failure = null, result = modules.settings();
      try { result = { ...result, ...modules.now(typeof main === "function" ? main(proxy) : main) }; } catch (e) { failure = [`${e?.message ?? e}`, `${e?.stack ?? ""}`]; }
      result ??= {};
      Object.assign(found.dir, result.dir ?? {});
      for (const name of ["markdownTemplateEngine", "htmlTemplateEngine"]) if (name in result) found.engines[name] = result[name];
      settle();
      const { options } = library, on = (name) => options?.[name] === true;
      found.markdown = {
        breaks: on("breaks"), linkify: on("linkify"), typographer: on("typographer"), quotes: [...(options?.quotes ?? "")].length === 4 ? [...options.quotes].join("\n") : "",
        indented: rulesOf("block").some((rule) => rule.name === "code" && rule.enabled), braces: rulesOf("core").some((rule) => rule.name === "curly_attributes"),
        // Rules that no package of braces, containers or anchors adds: some mark has a meaning that it has not in Markdown.
        hasMarks: ["core", "block", "inline"].some((chain) => { const usual = published()[chain].ruler.__rules__.map((rule) => rule.name); return rulesOf(chain).some(({ name }) => !usual.includes(name) && !/^(?:anchor|curly_attributes|container_.*)$/.test(name)); }),
        areContainersOpen: found.areContainersOpen === true, containers: rulesOf("block").filter((rule) => rule.name.startsWith("container_")).map((rule) => rule.name.slice(10)),
      };

      // A name with dots is a way through maps.
      const data = {};
      for (const name of Object.keys(found.data)) {
        try {
          const value = modules.now(typeof found.data[name] === "function" ? found.data[name]() : found.data[name]), way = name.split(".");
          let at = data;
          for (const part of way.slice(0, -1)) { if (!Object.hasOwn(at, part)) at[part] = {}; at = at[part]; }
          at[way[way.length - 1]] = value;
        } catch { found.ignored.push(`addGlobalData(${name})`); }
      }
      const about = modules.optional("./package.json");
      if (about && typeof about === "object" && !Object.hasOwn(data, "pkg")) data.pkg = about;
      modules.use(data);
      return tools.toJson({
        markdown: found.markdown, engines: found.engines, data, nunjucks: found.nunjucks, ignored: found.ignored,
        dir: { input: found.dir.input, output: found.dir.output, includes: found.dir.includes, layouts: found.dir.layouts, data: found.dir.data },
        areInputPathsLinks: found.areInputPathsLinks === true, filters: Object.keys(found.filters), shortcodes: Object.keys(found.shortcodes), paired: Object.keys(found.paired), collections: Object.keys(found.collections), copied: found.copied, ignores: found.ignores, failure, missing: modules.missing(),
      });
    },
  };
})
