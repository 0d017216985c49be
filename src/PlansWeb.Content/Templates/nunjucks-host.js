// Sets nunjucks up as Eleventy does, and so that what a page asks for and nobody has costs that tag, not the page. `found` is what eleventy.js gathered.
(function (nunjucks, tools, host, modules, found, options) {
  "use strict";
  const { runtime, compiler: { Compiler }, parser: { Parser }, nodes, lexer } = nunjucks, { now } = modules;
  const state = { line: 0, isMain: true, page: null, context: null, remarks: [] };
  const remark = (kind, name, line) => {
    const key = `${kind}\t${name}`;
    if (state.remarks.length < 200 && !state.remarks.some((each) => each.key === key)) state.remarks.push({ key, kind, name: `${name}`, line });
  };

  // Where the page is, for remarks made while it runs.
  runtime.at = (line) => { state.line = line; return true; };
  runtime.add = (a, b) => { const sum = a + b; if (typeof sum === "string") tools.charge(sum.length); return sum; };
  // Lines of a fragment are not the page's: there the line of the tag that asked for it stays.
  const emitAt = (compiler, node) => compiler._emit(compiler.templateName === "page" ? `(runtime.at(${node.lineno}),` : "(");
  const compileGetTemplate = Compiler.prototype._compileGetTemplate;
  Compiler.prototype._compileGetTemplate = function (node, ...rest) {
    if (this.templateName === "page") this._emitLine(`runtime.at(${node.lineno});`);
    return compileGetTemplate.call(this, node, ...rest);
  };
  const compileFunCall = Compiler.prototype.compileFunCall, compileFilter = Compiler.prototype.compileFilter;
  Compiler.prototype.compileFunCall = function (node, frame) { emitAt(this, node); compileFunCall.call(this, node, frame); this._emit(")"); };
  Compiler.prototype.compileFilter = function (node, frame) { emitAt(this, node); compileFilter.call(this, node, frame); this._emit(")"); };
  // nunjucks writes `a ~ b` as a + "" + b, without parentheses: what stands right of a sign is added operand by operand.
  const operands = (node) => node instanceof nodes.Concat ? [...operands(node.left), null, ...operands(node.right)] : node instanceof nodes.Add ? [...operands(node.left), ...operands(node.right)] : [node];
  for (const name of ["compileAdd", "compileConcat"]) {
    Compiler.prototype[name] = function (node, frame) {
      const all = operands(node);
      this._emit("runtime.add(".repeat(all.length - 1));
      all.forEach((each, i) => {
        this._emit(i > 0 ? ",(" : "(");
        if (each) this.compile(each, frame); else this._emit('""');
        this._emit(i > 0 ? "))" : ")");
      });
    };
  }

  // nunjucks reads text sign by sign, and asks for each token of a tag for all kinds: the interpreter would spend most of a page on that. What is common and
  // plain is found at once, everything else is left to nunjucks.
  const tokenizer = Object.getPrototypeOf(lexer.lex("", {})), { nextToken, _parseString: parseString } = tokenizer;
  const advance = (tokens, end) => {
    const text = tokens.str.slice(tokens.index, end), last = text.lastIndexOf("\n");
    tokens.index = end;
    if (last < 0) tokens.colno += text.length;
    else {
      tokens.lineno += text.split("\n").length - 1;
      tokens.colno = text.length - last - 1;
    }
    return text;
  };
  tokenizer._extractMatching = function (isUntil, signs) {
    if (this.index >= this.len) return null;
    let end = isUntil ? this.len : this.index;
    if (isUntil) for (let i = 0; i < signs.length; i++) { const at = this.str.indexOf(signs[i], this.index); if (at >= 0 && at < end) end = at; }
    else while (end < this.len && signs.includes(this.str[end])) end++;
    return advance(this, end);
  };
  tokenizer._parseString = function (quote) {
    const end = this.str.indexOf(quote, this.index + 1);
    if (end < 0 || this.str.slice(this.index, end).includes("\\")) return parseString.call(this, quote);
    return advance(this, end + 1).slice(1, -1);
  };
  const kinds = { __proto__: null, "(": lexer.TOKEN_LEFT_PAREN, ")": lexer.TOKEN_RIGHT_PAREN, "[": lexer.TOKEN_LEFT_BRACKET, "]": lexer.TOKEN_RIGHT_BRACKET,
    "{": lexer.TOKEN_LEFT_CURLY, ",": lexer.TOKEN_COMMA, ":": lexer.TOKEN_COLON, "~": lexer.TOKEN_TILDE, "|": lexer.TOKEN_PIPE, ".": lexer.TOKEN_OPERATOR, " ": lexer.TOKEN_WHITESPACE,
    true: lexer.TOKEN_BOOLEAN, false: lexer.TOKEN_BOOLEAN, none: lexer.TOKEN_NONE, null: lexer.TOKEN_NONE };
  const common = / +|[()[\]{,:~|.]|[A-Za-z_$][^ \n\t\r\u00A0()[\]{}%*\-+~/#,:|.<>=!]*/y, { BLOCK_END, VARIABLE_END } = lexer.lex("", {}).tags;
  tokenizer.nextToken = function () {
    if (!this.in_code || this.tags.BLOCK_END !== BLOCK_END || this.tags.VARIABLE_END !== VARIABLE_END) return nextToken.call(this);
    const { str, index, lineno, colno } = this;
    common.lastIndex = index;
    if (!common.test(str)) return nextToken.call(this);
    const end = common.lastIndex, value = str.slice(index, end);
    // A line's end goes on with the spaces before it; a regular expression begins with r/.
    if ((value[0] === " " && "\n\t\r\u00A0".includes(str[end] ?? "x")) || (value === "r" && str[end] === "/")) return nextToken.call(this);
    this.index = end;
    this.colno += end - index;
    return { type: kinds[value] ?? (value[0] === " " ? lexer.TOKEN_WHITESPACE : lexer.TOKEN_SYMBOL), value, lineno, colno };
  };

  // An expression that is a value alone needs none of the seventeen kinds of operators looked for.
  const alone = /(?:\.[A-Za-z_][A-Za-z_0-9]*)*[ \n]*(?:[,:)\]}]|%\})/y, { parseExpression } = Parser.prototype;
  Parser.prototype.parseExpression = function () {
    const { type, value } = this.peekToken() ?? {};
    if (type === lexer.TOKEN_STRING || type === lexer.TOKEN_INT || type === lexer.TOKEN_BOOLEAN || (type === lexer.TOKEN_SYMBOL && value !== "not")) {
      alone.lastIndex = this.tokens.index;
      if (alone.test(this.tokens.str)) return this.parsePrimary();
    }
    return parseExpression.call(this);
  };

  // Nor is a node made through four constructors and lists of their arguments.
  for (const [name, made] of Object.entries(nodes)) {
    if (!(made.prototype instanceof nodes.Node)) continue;
    nodes[name] = function (lineno, colno, a, b, c, d) { this.init(lineno, colno, a, b, c, d); };
    nodes[name].prototype = made.prototype;
  }
  nodes.Node.prototype.init = function (lineno, colno, a, b, c, d) {
    const { fields } = this, values = [a, b, c, d];
    this.lineno = lineno;
    this.colno = colno;
    for (let i = 0; i < fields.length; i++) this[fields[i]] = values[i] === undefined ? null : values[i];
  };
  nodes.NodeList.prototype.addChild = function (node) { this.children[this.children.length] = node; };
  Compiler.prototype._emit = function (code) { this.codebuf[this.codebuf.length] = code; };
  const { _compileExpression: compileExpression, compileLiteral } = Compiler.prototype;
  const plainKinds = new Set(["Literal", "Symbol", "LookupVal", "FunCall", "Filter", "Array", "Dict", "Group"]);
  Compiler.prototype._compileExpression = function (node, frame) { if (plainKinds.has(node.typename)) this.compile(node, frame); else compileExpression.call(this, node, frame); };
  Compiler.prototype.compileLiteral = function (node) {
    if (typeof node.value !== "string" || /[\\"\r\t\u2028]/.test(node.value)) compileLiteral.call(this, node); else this._emit(`"${node.value.replaceAll("\n", "\\n")}"`);
  };
  Compiler.prototype.getCode = function () { return tools.joined(this.codebuf); };

  // nunjucks goes through the tree of a template three times more, for what is asynchronous and for super(): nothing else is changed by that.
  const compile = nunjucks.compiler.compile;
  nunjucks.compiler.compile = (source, asyncFilters, extensions, name, settings) => {
    if (asyncFilters.length > 0 || /\bsuper\b|\basync(?:Each|All)\b|\bifAsync\b/.test(source)) return compile(source, asyncFilters, extensions, name, settings);
    const compiler = new Compiler(name, settings.throwOnUndefined);
    compiler.compile(nunjucks.parser.parse(source, extensions, settings));
    return compiler.getCode();
  };

  // As nunjucks has them, but what leads to functions made of text, or to what all share, is not there.
  const closed = new Set(["constructor", "__proto__", "prototype", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "caller", "callee"]);
  runtime.memberLookup = (obj, key) => {
    if (obj === undefined || obj === null) return undefined;
    key = typeof key === "symbol" ? "" : typeof key === "number" ? key : `${key}`;
    if (closed.has(key)) { remark("closed", key, state.line); return undefined; }
    const value = obj[key];
    return typeof value === "function" ? (...args) => value.apply(obj, args) : value;
  };
  runtime.callWrap = (obj, name, context, args) => {
    if (typeof obj === "function") {
      // nunjucks gives the object of named arguments to functions as the last one, which those of a configuration know.
      return now(obj.apply(context, args));
    }
    remark("function", name, state.line);
    return "";
  };

  // A tag that nobody knows is left out; of a pair the content stays.
  const known = new Set(["raw", "verbatim", "if", "ifAsync", "for", "asyncEach", "asyncAll", "block", "extends", "include", "set", "macro", "call", "import", "from", "filter", "switch"]);
  const parseStatement = Parser.prototype.parseStatement;
  Parser.prototype.parseStatement = function () {
    const token = this.peekToken(), name = token.value;
    if (token.type !== lexer.TOKEN_SYMBOL || known.has(name) || this.breakOnBlocks?.includes(name) || this.extensions.some((each) => each.tags.includes(name))) {
      return parseStatement.call(this);
    }
    remark("tag", name, state.isMain ? token.lineno : state.line);
    this.nextToken();
    for (let next = this.nextToken(); next && next.type !== lexer.TOKEN_BLOCK_END; next = this.nextToken());
    const end = `end${name}`, at = this.tokens.str.indexOf(end, this.tokens.index);
    if (at < 0 || !/^[\s\S]*\{%-?\s*$/.test(this.tokens.str.slice(Math.max(0, at - 40), at))) return new nodes.Output(token.lineno, token.colno, []);
    const body = this.parseUntilBlocks(end);
    this.advanceAfterBlockEnd();
    return body;
  };

  const Loader = nunjucks.Loader.extend({
    getSource: (name) => {
      const src = host.fragment(name);
      if (src === null) remark("fragment", name, state.line);
      return { src: src ?? "", path: name, noCache: src === null };
    },
  });
  const env = new nunjucks.Environment(new Loader(), { autoescape: true, ...found.nunjucks });
  const safe = (value) => new runtime.SafeString(`${value ?? ""}`);
  const self = (context) => ({ page: state.page, ctx: context?.ctx ?? state.context, env, eleventy: {} });
  const call = (name, ...args) => host.help(JSON.stringify([name, ...args.map((each) => each ?? null)]));

  const helpers = {
    url: (value) => value === undefined || value === null || value === "" ? "/" : value, htmlBaseUrl: (value) => value, locale_links: () => [],
    slugify: (value) => modules.slugify(`${value}`), slug: modules.slug,
    readableDate: (value, format) => value ? call("readableDate", value, format) : "",
    htmlDateString: (value) => value ? call("htmlDateString", value) : "",
    date: (value, format) => value ? call("readableDate", value, format) : "",
    locale_url: (value, lang) => call("localeUrl", `${value}`, lang ?? state.page.lang),
    i18n: (key) => { let value = state.context?.i18n; for (const part of `${key}`.split(".")) value = value?.[part]?.[state.page.lang] ?? value?.[part]; return value ?? key; },
    head: (list, count) => !Array.isArray(list) || list.length === 0 ? [] : count < 0 ? list.slice(count) : list.slice(0, count),
    min: (...numbers) => Math.min(...numbers.flat()),
    filterTagList: (tags) => (tags || []).filter((tag) => !["all", "nav", "post", "posts"].includes(tag)),
    getAllTags: (list) => [...new Set((list || []).flatMap((item) => item.data.tags || []))],
    inputPathToUrl: (path) => call("inputPathToUrl", `${path}`),
    getCollectionItem: (list, page) => near(list, page, 0), getPreviousCollectionItem: (list, page) => near(list, page, -1), getNextCollectionItem: (list, page) => near(list, page, 1),
    getCollectionItemIndex: (list, page) => (list || []).findIndex((item) => item.url === (page ?? state.page).url),
    eleventyNavigation: (list, key) => navigation(list || [], key), eleventyNavigationBreadcrumb: (list, key, settings) => breadcrumb(list || [], key, settings),
    eleventyNavigationToHtml: (list, options = {}) => safe(navigationHtml(list, options)), eleventyNavigationToMarkdown: (list, options = {}) => safe(navigationMarkdown(list, options, 0)),
    limit: (list, count) => (list || []).slice(0, count), where: (list, key, value) => (list || []).filter((item) => item[key] === value),
    log: (value) => value, json: (value) => safe(JSON.stringify(value)), inspect: (value) => JSON.stringify(value),
  };
  const near = (list, page, step) => { const at = (list || []).findIndex((item) => item.inputPath === (page ?? state.page).inputPath); return at < 0 ? undefined : list[at + step]; };
  // As eleventy-navigation has them; from its version 1 on, an entry without order is the last, one without address has none, and keys stand with commas.
  const isRecent = options.navigation >= 1, placeOf = (entry) => entry.pinned ? -Infinity : entry.order;
  const entry = (item) => {
    const nav = item.data.eleventyNavigation, url = isRecent ? nav.url ?? item.url : nav.url || item.url;
    return { data: item.data, ...nav, ...(isRecent && !url ? {} : { url }), pluginType: "eleventy-navigation", title: nav.title || nav.key };
  };
  const order = isRecent ? (a, b) => a.pinned && b.pinned ? (a.order || 0) - (b.order || 0) : placeOf(a) === placeOf(b) ? 0 : placeOf(b) === undefined ? -1 : placeOf(a) === undefined ? 1 : placeOf(a) - placeOf(b)
    : (a, b) => (a.order || 0) - (b.order || 0);
  function navigation(list, key) {
    const entries = list.filter((item) => item.data?.eleventyNavigation).map(entry);
    const below = (parent, way) => {
      const keys = !parent ? [] : isRecent ? `${parent}`.split(",") : [parent];
      return entries.filter((each) => keys.length ? keys.includes(each.parent) : !each.parent).map((each) => ({ ...each, ...(keys.length ? { parentKey: each.parent } : {}) })).sort(order)
        .map((each) => each.key ? { ...each, children: way.includes(each.key) ? [] : below(each.key, [...way, each.key]) } : each);
    };
    return below(key, []);
  }
  // As eleventy-navigation writes them.
  function navigationHtml(list, options, isChild) {
    const name = options.listElement ?? "ul", item = options.listItemElement ?? "li", active = (entry) => options.activeKey !== undefined && options.activeKey === entry.key;
    const classes = (...all) => { const text = all.filter((each) => each).join(" "); return text ? ` class="${text}"` : ""; };
    return list?.length ? `<${name}${classes(isChild ? options.listChildClass : options.listClass)}>${list.map((entry) => {
      const anchor = `<a${entry.url === false ? "" : ` href="${entry.url}"`}${classes(options.anchorClass, active(entry) && options.activeAnchorClass)}${options.useAriaCurrentAttr && active(entry) ? " aria-current=\"page\"" : ""}>${entry.title}</a>`;
      return `<${item}${classes(options.listItemClass, active(entry) && options.activeListItemClass, entry.children?.length && options.listItemHasChildrenClass)}>${anchor}${options.showExcerpt && entry.excerpt ? `: ${entry.excerpt}` : ""}${entry.children?.length ? navigationHtml(entry.children, options, true) : ""}</${item}>`;
    }).join("\n")}</${name}>` : "";
  }
  function navigationMarkdown(list, options, depth) {
    return (list ?? []).map((entry) => `${"  ".repeat(depth)}* ${entry.url === false ? entry.title : `[${entry.title}](${entry.url})`}${options.showExcerpt && entry.excerpt ? `: ${entry.excerpt}` : ""}\n${navigationMarkdown(entry.children, options, depth + 1)}`).join("");
  }
  function breadcrumb(list, key, settings) {
    const entries = list.filter((item) => item.data?.eleventyNavigation).map(entry), find = (name) => entries.find((item) => item.key === name);
    const self = key ? find(key) : undefined, way = self && settings?.includeSelf ? [self] : [];
    for (let each = self; each?.parent && way.length < 32;) {
      each = find(each.parent);
      if (each) way.unshift(each);
    }
    return way.map((each) => ({ ...each, _isBreadcrumb: true }));
  }

  // What a project's function makes of a package that is not here is nothing: then what the site brings by that name does it.
  function own(name, project, ours, context, args, otherwise) {
    // Lists that pages share are frozen; functions of a project may sort what they are given.
    args = args.map((each) => Array.isArray(each) && Object.isFrozen(each) ? each.slice() : each);
    if (project === ours) return now(ours.apply(context, args));
    tools.takeStubUse();
    let result;
    try { result = now(project.apply(context, args)); } catch (fault) { if (!ours) throw fault; return now(ours.apply(context, args)); }
    const isMade = !tools.takeStubUse() && !(typeof result === "function" && result.isStub === tools.stubMark);
    if (isMade) return result;
    if (ours) return now(ours.apply(context, args));
    remark("package", name, state.line);
    return typeof result === "string" ? result : otherwise;
  }

  for (const [name, filter] of Object.entries({ ...helpers, ...found.filters })) {
    if (!found.filters[name] && env.filters[name]) continue;
    env.addFilter(name, function (...args) { return own(name, filter, helpers[name], self(this), args, args[0]); });
  }
  const getFilter = env.getFilter;
  env.getFilter = function (name) {
    if (this.filters[name]) return getFilter.call(this, name);
    return (value) => { remark("filter", name, state.line); return value; };
  };

  // What a function of addCollection is given, as Eleventy's TemplateCollection has it.
  const tagsOf = (item) => [].concat(item.data.tags ?? []);
  const globs = (patterns) => [].concat(patterns).map((glob) => {
    const isNot = glob.startsWith("!"), text = glob.replace(/^!/, "").replace(/^\.?\//, "");
    const pattern = text.replace(/[.+^$()|[\]\\]/g, "\\$&").replace(/\{([^{}]*)\}/g, (_, list) => `(?:${list.split(",").join("|")})`)
      .replace(/\*\*\/|\*\*|\*|\?/g, (sign) => sign === "**/" ? "(?:.*/)?" : sign === "**" ? ".*" : sign === "*" ? "[^/]*" : "[^/]");
    return { isNot, test: new RegExp(`^${pattern}$`) };
  });
  const collectionApi = (all) => ({
    items: all, getAll: () => all.slice(), getAllSorted: () => all.slice(),
    getFilteredByTag: (tag) => all.filter((item) => tagsOf(item).includes(tag)),
    getFilteredByTags: (...tags) => all.filter((item) => tags.every((tag) => tagsOf(item).includes(tag))),
    getFilteredByGlob(patterns) {
      // One that begins with « ! » adds whatever it does not match, as in Eleventy.
      const list = globs(patterns);
      return all.filter((item) => list.some((glob) => glob.isNot !== glob.test.test(item.inputPath.replace(/^\.\//, ""))));
    },
  });

  const block = (html) => `\n\n${html}\n\n`;
  const shortcodes = {
    image: (src, alt, ...rest) => call("image", `${src}`, `${alt ?? ""}`), imageContent: (src, alt, caption) => block(call("imageContent", `${src}`, `${alt ?? ""}`, `${typeof caption === "string" ? caption : alt ?? ""}`)),
    dailymotion: (id, title) => { if (!id) remark("shortcode", "dailymotion", state.line); return id ? block(call("dailymotion", `${id}`, `${(typeof title === "string" ? title : title?.title) ?? state.context?.title ?? ""}`)) : ""; },
  };
  const paired = { transcription: (content, title) => block(call("transcription", `${title && typeof title === "object" ? title.titre ?? title.title ?? "" : title ?? ""}`) + `\n\n${content}\n\n</details>`) };
  const ours = { ...shortcodes, ...paired };
  const plain = (value) => value instanceof runtime.SafeString ? `${value}` : value instanceof Set ? [...value] : value instanceof Map ? Object.fromEntries(value) : value;
  const extension = (name, run, isPaired) => env.addExtension(name, {
    tags: [name],
    parse(parser) {
      const token = parser.nextToken(), args = parser.parseSignature(true, true);
      if (args.children.length === 0) args.children.push(new nodes.Literal(0, 0, ""));
      parser.advanceAfterBlockEnd(token.value);
      const list = new nodes.NodeList(token.lineno, token.colno, [new nodes.Literal(0, 0, token.lineno), ...args.children]);
      if (!isPaired) return new nodes.CallExtension(this, "run", list);
      const body = parser.parseUntilBlocks(`end${name}`);
      parser.advanceAfterBlockEnd();
      return new nodes.CallExtension(this, "run", list, [body]);
    },
    run(context, line, ...args) {
      state.line = line;
      const content = isPaired ? args.pop()() : undefined;
      return safe(own(name, run, ours[name], self(context), isPaired ? [content, ...args] : args, content ?? ""));
    },
  });
  for (const [name, run] of Object.entries({ ...shortcodes, ...found.shortcodes })) extension(name, run, false);
  for (const [name, run] of Object.entries({ ...paired, ...found.paired })) extension(name, run, true);
  for (const [name, value] of Object.entries(found.globals)) env.addGlobal(name, value);

  const begin = (page, ids) => { state.page = page; modules.known.nanoid.begin(ids); modules.known.luxon.DateTime.usual = options.isExact ? "en-US" : page.lang; };

  return {
    render(source, path, context) {
      state.remarks = [];
      state.line = 0;
      begin(context.page, "n");
      state.context = context;
      state.isMain = true;
      const template = new nunjucks.Template(source, env, path, true);
      state.isMain = false;
      return template.render(context);
    },
    // A function for a page of another engine than nunjucks.
    call(kind, name, page, turn, args) {
      state.remarks = [];
      state.line = 0;
      begin(page, `n${turn}-`);
      state.context = { page };
      const [project, site] = { filter: [found.filters, helpers], shortcode: [found.shortcodes, shortcodes], paired: [found.paired, paired] }[kind];
      return plain(own(name, project[name] ?? site[name], site[name], self(null), args, args[0]));
    },
    collection: (name, all) => plain(now(found.collections[name](collectionApi(all)))),
    line: () => state.line,
    remarks: () => JSON.stringify(state.remarks.map(({ kind, name, line }) => ({ kind, name, line }))),
  };
})
