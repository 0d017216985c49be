// Runs data files and configurations as CommonJS modules. `host.compile(path)` gives the function of a file that may be read, or null.
(function (tools, host, packages) {
  "use strict";
  const { stub } = tools, loaded = Object.create(null), missing = [];
  const miss = (name) => { if (!missing.includes(name)) missing.push(name); };
  const known = { __proto__: null, ...packages(tools, host, tools.recorder) };
  const process = { env: Object.freeze({ __proto__: null }), argv: [], cwd: () => "/", platform: "linux", versions: {}, on() { } };

  // Node's `fs`, for what a project reads of itself: the files that it may require, and the names of folders that have such. All else gives nothing and is told.
  const lost = (name) => { miss(name); return stub; };
  const namesIn = (path) => { const names = host.names(join("", `${path}`) ?? "?"); return names === "" ? null : names.split("\n"); };
  const folderEntry = (name) => ({ name: name.replace("/", ""), isDirectory: () => name.endsWith("/"), isFile: () => !name.endsWith("/"), isSymbolicLink: () => false });
  const fs = tools.recorder({
    existsSync: (path) => host.text(join("", `${path}`) ?? "?") !== "" || namesIn(path) !== null,
    readFileSync: (path) => { const text = host.text(join("", `${path}`) ?? "?"); return text === "" ? lost("fs.readFileSync") : text.slice(1); },
    readdirSync: (path, o) => (namesIn(path) ?? lost("fs.readdirSync")).map(folderEntry).map((entry) => o?.withFileTypes ? entry : entry.name),
    then: undefined,
  }, (name) => { miss(`fs.${name}`); return stub; });
  known.fs = fs;

  function join(folder, path) {
    const parts = [];
    for (const each of `${folder}/${path}`.split("/")) {
      if (each === "..") { if (parts.length === 0) return null; parts.pop(); } else if (each !== "." && each !== "") parts.push(each);
    }
    return parts.join("/");
  }

  // Packages that came along: they have nothing of the project's, and share one global object of their own.
  const npm = Object.create(null), common = {}, NpmRegExp = function RegExp(pattern, flags) { return host.regExp(pattern, flags); };
  NpmRegExp.prototype = tools.NativeRegExp.prototype;
  function fromNpm(path) {
    if (npm[path]) return npm[path].exports;
    const module = npm[path] = { exports: {} }, folder = path.slice(0, path.lastIndexOf("/"));
    const require = (name) => {
      if (Object.hasOwn(known, name)) return known[name];
      const found = host.findNpm(name.startsWith(".") ? join(folder, name) : name);
      if (found === null) throw new Error(`no file ${name}`);
      return fromNpm(found);
    };
    require.resolve = (name) => host.findNpm(join(folder, name)) ?? name;
    require.cache = npm;
    host.compileNpm(path)(module, module.exports, require, common, NpmRegExp, host.unitsOf, common.Prism);
    return module.exports;
  }

  function requireFrom(folder) {
    return function (name) {
      let part;
      name = `${name}`;
      name = name.replace(/^node:/, "").replace(/^(date-fns|dayjs|lodash)\/(?!locale|plugin)(?:esm\/)?(\w+)(?:\.js)?$/, (_, all, one) => { part = one; return all; });
      if (Object.hasOwn(known, name)) return part ? known[name][part] : known[name];
      const path = name.startsWith(".") ? join(folder, name) : null;
      if (path === null) {
        const found = host.findNpm(name);
        if (found !== null) return fromNpm(found);
        miss(name);
        return stub;
      }
      for (const each of [path, `${path}.js`, `${path}.cjs`, `${path}.mjs`, `${path}.json`, `${path}/index.js`]) {
        if (loaded[each]) return loaded[each].exports;
        const body = host.compile(each);
        if (body) return run(body, each).exports;
      }
      miss(name);
      return stub;
    };
  }

  function run(body, path) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const module = loaded[path] = { exports: {} }, require = requireFrom(folder);
    const load = (name) => { miss(`import(${name})`); return Promise.resolve(require(name)); };
    body(module, module.exports, require, load, (exports) => exports !== null && typeof exports === "object" && Object.hasOwn(exports, "default") ? exports.default : exports,
      process, `/${folder}`, `/${path}`);
    return module;
  }

  // A promise that is kept at once is its value; nothing else is waited for.
  function now(value) {
    if (value === null || typeof value !== "object" || typeof value.then !== "function") return value;
    let state = "waiting", result;
    Promise.resolve(value).then((kept) => { state = "kept"; result = kept; }, (reason) => { state = "broken"; result = reason; });
    host.drain();
    if (state === "waiting") throw new Error("sandbox: a promise does not resolve");
    if (state === "broken") throw result;
    return result;
  }

  tools.settle = now;
  const at = (value, path) => { for (const key of path.split("/")) value = value === null || value === undefined ? undefined : value[key]; return value; };
  let main, settings;
  return {
    // A file that need not be there.
    optional(path) { const missed = missing.length, value = requireFrom("")(path); missing.length = missed; return value === stub ? undefined : value; },
    imageSize: (path) => host.imageSize(join("", path) ?? "?").split(" ").map(Number),
    known, now, settings: () => settings, slugify: host.slugify, versionOf: host.versionOf,
    // Eleventy's older filter for addresses: another package than that of `slugify`.
    slug: (text, o) => fromNpm(host.findNpm("slugify"))(`${text}`, { replacement: "-", lower: true, ...o }), npm: (name) => fromNpm(host.findNpm(name)), missing: () => missing.join("\n"), require: requireFrom(""),
    // The data of a file: an object, or a function that gives one.
    load(body, path) {
      const module = run(body, path);
      main = module.exports;
      settings = main?.config;
      // As Eleventy has it: with other exports beside it, the default is one of them.
      if (main !== null && typeof main === "object" && Object.keys(main).every((key) => key === "default" || key === "config") && Object.hasOwn(main, "default")) main = main.default;
      return main;
    },
    data() {
      if (typeof main === "function" && main !== stub) main = main({});
      main = now(main);
      return tools.toJson(main);
    },
    // Functions that are called later, of something else than a file.
    use(value) { main = value; },
    apply(path, filters, ...args) { return now(at(main, path).apply(filters, args)); },
    call(path, filters, ...args) {
      const value = at(main, path);
      tools.takeStubUse();
      const result = now(typeof value === "function" ? value.apply(filters, args) : value);
      if (tools.takeStubUse() || (typeof result === "function" && result.isStub === tools.stubMark)) throw new Error("it needs a package that is not here");
      return tools.toJson(result);
    },
  };
})
