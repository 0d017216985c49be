// What a configuration of Eleventy registers: an object in place of Eleventy's own, which remembers what matters here and ignores the rest.
(function (tools, modules) {
  "use strict";
  const { stub, stubMark } = tools, isStub = (value) => typeof value === "function" && value.isStub === stubMark;
  const found = { filters: {}, shortcodes: {}, paired: {}, globals: {}, collections: {}, data: {}, nunjucks: {}, markdown: null, indented: false, dir: {}, engines: {}, ignored: [], copied: [], ignores: [] };

  // markdown-it-anchor: what a link in each heading looks like. One that stands elsewhere, or is made by a function of the project's own, is left out.
  const permalinks = {};
  for (const [kind, usual] of [["linkInsideHeader", { ariaHidden: false }], ["ariaHidden", { ariaHidden: true }], ["headerLink", {}]]) {
    permalinks[kind] = (options) => ({ kind: kind === "headerLink" ? "around" : "inside", options: { class: "header-anchor", symbol: "#", space: true, placement: "after", ...usual, ...(options ?? {}) } });
  }
  permalinks.linkAfterHeader = () => null;
  const anchor = Object.assign(() => { }, { permalink: permalinks, defaults: {} });
  function anchorsOf(o) {
    const old = o.permalink === true && { kind: "inside", options: { class: o.permalinkClass ?? "header-anchor", symbol: o.permalinkSymbol ?? "\u00B6", space: o.permalinkSpace ?? true, placement: o.permalinkBefore ? "before" : "after", ariaHidden: true } };
    const link = old || (o.permalink && typeof o.permalink === "object" && o.permalink.kind ? o.permalink : null), level = o.level ?? 1;
    const space = link && (typeof link.options.space === "string" ? link.options.space : link.options.space ? " " : "");
    return {
      levels: Array.isArray(level) ? level.map(Number) : [1, 2, 3, 4, 5, 6].filter((each) => each >= level), tabIndex: o.tabIndex === false ? "" : `${o.tabIndex ?? -1}`, isSlugged: typeof o.slugify === "function",
      link: link && { isAround: link.kind === "around", class: `${link.options.class ?? ""}`, symbol: `${link.options.symbol ?? ""}`, space, isBefore: link.options.placement === "before", isHidden: link.options.ariaHidden === true },
    };
  }
  modules.known["markdown-it-anchor"] = Object.assign(anchor, { default: anchor });

  // The site has braces in its own way: that the plugin is used is what counts.
  const attrs = () => { }, container = () => { };
  modules.known["markdown-it-attrs"] = Object.assign(attrs, { default: attrs });
  modules.known["markdown-it-container"] = Object.assign(container, { default: container });

  // markdown-it-container: what the project's functions make of the line that opens one. Start and end are asked for in one call: some functions keep
  // state between the two, and pages are rendered in parallel.
  function containerOf(library, name, o) {
    const own = (value) => typeof value === "function" && !isStub(value), marker = `${o.marker ?? ":"}`;
    return {
      name, mark: marker[0], isOwn: own(o.render) || own(o.validate),
      opens: (info) => own(o.validate) ? !!o.validate(info, marker.repeat(3)) : info.trim().split(" ", 2)[0] === name,
      ends(info, at) {
        if (!own(o.render)) return null;
        const tokens = [], write = (nesting, info) => {
          tokens[at] = { type: `container_${name}_${nesting > 0 ? "open" : "close"}`, tag: "div", nesting, info, markup: marker.repeat(3), block: true, level: 0, attrs: null, children: null, content: "", map: [at, at], attrJoin() { }, attrSet() { }, attrPush() { }, attrGet: () => null };
          return `${o.render(tokens, at, library.options, {}, library.renderer) ?? ""}`;
        };
        return [write(1, info), write(-1, "")];
      },
    };
  }
  const escapeHtml = (text) => typeof text === "string" ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;") : text;

  // Of Eleventy's own plugins, the one that changes bodies by itself.
  const toUrls = () => { found.areInputPathsLinks = true; };
  modules.known["@11ty/eleventy"] = tools.recorder({ InputPathToUrlTransformPlugin: toUrls, default: stub, then: undefined }, () => stub);

  // markdown-it, of which only the options count.
  function markdownIt(preset, options) {
    const given = typeof preset === "string" ? options : preset;
    const library = {
      options: { html: false, breaks: false, linkify: false, typographer: false, ...(given && !isStub(given) ? given : {}) }, indented: false, containers: [], renderer: stub, utils: tools.recorder({ escapeHtml }, () => stub), core: stub, block: stub, inline: stub, linkify: stub,
      set(more) { Object.assign(library.options, more); return library; },
      use(plugin, options, more) {
        if (plugin?.default === anchor) library.anchors = anchorsOf(options ?? {});
        else if (plugin?.default === attrs) library.braces = true;
        else if (plugin?.default === container) library.containers.push(containerOf(library, `${options}`, more ?? {}));
        return library;
      },
      enable(rules) { if ([].concat(rules).includes("code")) library.indented = true; return library; },
      disable(rules) { if ([].concat(rules).includes("linkify")) library.options.linkify = false; return library; },
      render: (text) => modules.markdown(`${text ?? ""}`), renderInline: (text) => modules.markdown(`${text ?? ""}`).replace(/^<p>|<\/p>\n?$/g, ""),
    };
    return library;
  }
  modules.known["markdown-it"] = markdownIt;
  modules.known["@11ty/eleventy-plugin-bundle"] = (config) => config.addBundle(["css", "js", "html", "svg"]);
  const usual = markdownIt({ html: true });
  let library = usual;

  const take = (where) => (name, value) => { if (typeof name === "string" && typeof value === "function" && !isStub(value)) found[where][name] = value; };
  // A Nunjucks filter in the style of callbacks gets a callback that notes what it is told.
  const called = (value) => function (...args) { let result; value.call(this, ...args, (fault, given) => { if (fault) throw fault; result = given; }); return result; };
  const brought = { slugify: modules.slugify, slug: modules.slugify, url: (value) => value, log: (value) => value };
  const config = {
    addPlugin(plugin, options) {
      if (isStub(plugin)) return;
      if (typeof plugin === "function") return modules.now(plugin(proxy, options));
      if (plugin && typeof plugin.configFunction === "function") return modules.now(plugin.configFunction(proxy, options));
    },
    setLibrary(name, value) { if (name === "md" && value && value.options) library = value; },
    amendLibrary(name, change) { if (name === "md") change(library); },
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
      const result = { ...modules.settings(), ...modules.now(typeof main === "function" ? main(proxy) : main) };
      Object.assign(found.dir, result.dir ?? {});
      for (const name of ["markdownTemplateEngine", "htmlTemplateEngine"]) if (name in result) found.engines[name] = result[name];
      found.markdown = { breaks: library.options.breaks === true, linkify: library.options.linkify === true, typographer: library.options.typographer === true, quotes: [...(library.options.quotes ?? "")].length === 4 ? [...library.options.quotes].join("\n") : "", indented: library.indented === true, braces: library.braces === true, containers: library.containers.map(({ name, mark, isOwn }) => ({ name, mark, isOwn })), anchors: library.anchors ?? null };
      found.containers = library.containers;

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
        areInputPathsLinks: found.areInputPathsLinks === true, filters: Object.keys(found.filters), shortcodes: Object.keys(found.shortcodes), paired: Object.keys(found.paired), collections: Object.keys(found.collections), copied: found.copied, ignores: found.ignores, missing: modules.missing(),
      });
    },
  };
})
