// What a configuration of Eleventy registers: an object in place of Eleventy's own, which remembers what matters here and ignores the rest.
(function (tools, modules) {
  "use strict";
  const { stub, stubMark } = tools, isStub = (value) => typeof value === "function" && value.isStub === stubMark;
  const found = { filters: {}, shortcodes: {}, paired: {}, globals: {}, collections: {}, data: {}, nunjucks: {}, markdown: null, indented: false, dir: {}, engines: {}, ignored: [], copied: [], ignores: [] };

  // markdown-it and its plugins are the packages themselves. A function of the project's that fails costs its own mark-up, as packages that are not here cost what
  // leans on them: what it writes is what markdown-it would have written without it. Once for each page and place.
  let failures = [];
  const failed = (what, e) => { if (failures.length < 20) failures.push([what, `${e?.message ?? e}`, `${e?.stack ?? ""}`]); };
  const guarded = (what, own, usual) => function (...args) {
    try { return own.apply(this, args) ?? ""; } catch (e) { failed(what, e); return usual.apply(this, args); }
  };
  const container = modules.npm("markdown-it-container"), isOwn = (value) => typeof value === "function" && !isStub(value);
  const containers = (md, name, o) => container(md, name, {
    ...o, validate: isOwn(o?.validate) ? guarded(`${name}`, o.validate, () => false) : undefined,
    render: isOwn(o?.render) ? guarded(`${name}`, o.render, (tokens, at) => tokens[at].nesting === 1 ? `<div class="${escapeHtml(`${name}`)}">\n` : "</div>\n") : undefined,
  });
  modules.known["markdown-it-container"] = Object.assign(containers, { default: containers });
  const emoji = modules.npm("markdown-it-emoji");
  modules.known["markdown-it-emoji"] = Object.assign((...args) => emoji.full(...args), emoji);
  const markdownIt = modules.npm("markdown-it"), { escapeHtml } = markdownIt().utils, isReal = (library) => library instanceof markdownIt;

  // Of Eleventy's own plugins, the one that changes bodies by itself.
  const toUrls = () => { found.areInputPathsLinks = true; };
  modules.known["@11ty/eleventy"] = tools.recorder({ InputPathToUrlTransformPlugin: toUrls, default: stub, then: undefined }, () => stub);

  modules.known["@11ty/eleventy-plugin-bundle"] = (config) => config.addBundle(["css", "js", "html", "svg"]);
  let library = null, highlighter = null;
  const changes = [];

  // As Eleventy's engine for Markdown does once the configuration ran: indented code is off since version 2, in the project's own markdown-it too.
  function settle() {
    library ??= markdownIt({ html: true });
    if (highlighter && typeof library.set === "function") library.set({ highlight: highlighter });
    const version = /\d+/.exec(`${modules.optional("./package.json")?.devDependencies?.["@11ty/eleventy"] ?? modules.optional("./package.json")?.dependencies?.["@11ty/eleventy"] ?? ""}`);
    if (typeof library.disable === "function" && (version === null || Number(version[0]) >= 2)) library.disable("code");
    for (const change of changes) try { change(library); } catch (e) { found.ignored.push(`amendLibrary (${e?.message ?? e})`); }
    if (!isReal(library)) return;
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
    if (!isReal(library)) return [`${library.render(text, env)}`, [], failures];
    const tokens = library.parse(text, env), taken = new Set(), headings = [];
    for (const token of tokens) {
      const id = token.attrGet("id");
      if (id !== null) taken.add(`${id}`);
      if (token.type === "html_block") for (const [, , given] of token.content.matchAll(/\sid\s*=\s*(["'])([^"'<>]+)\1/g)) taken.add(given);
    }
    tokens.forEach((token, i) => {
      if (token.type !== "heading_open") return;
      const words = [];
      for (const each of tokens[i + 1].children ?? []) if (each.type === "text" || each.type === "code_inline") words.push(each.content); else if (each.type === "softbreak" || each.type === "hardbreak") words.push(" ");
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
  // The site's settings overrule the project's.
  found.set = ({ breaks, linkify, typographer, indented }) => {
    if (!isReal(library)) return;
    library.set({ breaks, linkify, typographer });
    library[indented ? "enable" : "disable"]("code");
  };

  const take = (where) => (name, value) => { if (typeof name === "string" && typeof value === "function" && !isStub(value)) found[where][name] = value; };
  // A Nunjucks filter in the style of callbacks gets a callback that notes what it is told.
  const called = (value) => function (...args) { let result; value.call(this, ...args, (fault, given) => { if (fault) throw fault; result = given; }); return result; };
  const brought = { slugify: modules.slugify, slug: modules.slugify, url: (value) => value, log: (value) => value };
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
        containers: rulesOf("block").filter((rule) => rule.name.startsWith("container_")).map((rule) => rule.name.slice(10)),
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
