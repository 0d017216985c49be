// Runs data files and configurations as CommonJS modules. `host.compile(path)` gives the function of a file that may be read, or null.
(function (tools, host) {
  "use strict";
  const { stub } = tools, loaded = Object.create(null), missing = [];
  const miss = (name) => { if (!missing.includes(name)) missing.push(name); };
  const known = Object.create(null);
  const process = { env: Object.freeze({ __proto__: null }), argv: [], cwd: () => "/", platform: "linux", versions: {}, on() { } };

  function join(folder, path) {
    const parts = [];
    for (const each of `${folder}/${path}`.split("/")) {
      if (each === "..") { if (parts.length === 0) return null; parts.pop(); } else if (each !== "." && each !== "") parts.push(each);
    }
    return parts.join("/");
  }

  // Node's `path`, for paths with slashes: it reads nothing.
  const normal = (path) => {
    const isAbsolute = path.startsWith("/"), parts = [];
    for (const each of path.split("/")) {
      if (each === "..") { if (parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop(); else if (!isAbsolute) parts.push(".."); } else if (each !== "." && each !== "") parts.push(each);
    }
    return (isAbsolute ? "/" : "") + parts.join("/") || ".";
  };
  const paths = {
    sep: "/", delimiter: ":", normalize: (path) => normal(`${path}`), join: (...parts) => normal(parts.filter((each) => each).join("/")),
    resolve: (...parts) => parts.reduce((way, each) => !each ? way : `${each}`.startsWith("/") ? normal(`${each}`) : normal(`${way}/${each}`), "/"),
    basename(path, ext = "") { const name = `${path}`.replace(/\/+$/, "").split("/").pop(); return ext && name.endsWith(ext) && name !== ext ? name.slice(0, -ext.length) : name; },
    dirname(path) { const way = `${path}`.replace(/\/+$/, ""), at = way.lastIndexOf("/"); return at < 0 ? "." : at === 0 ? "/" : way.slice(0, at); },
    extname(path) { const name = paths.basename(path), at = name.lastIndexOf("."); return at > 0 ? name.slice(at) : ""; },
    isAbsolute: (path) => `${path}`.startsWith("/"),
    relative(from, to) {
      const a = paths.resolve(from).split("/").filter(Boolean), b = paths.resolve(to).split("/").filter(Boolean);
      while (a.length && b.length && a[0] === b[0]) { a.shift(); b.shift(); }
      return [...a.map(() => ".."), ...b].join("/");
    },
    parse(path) { const base = paths.basename(path), ext = paths.extname(path); return { root: "", dir: paths.dirname(path), base, ext, name: ext ? base.slice(0, -ext.length) : base }; },
  };
  paths.posix = paths;
  known.path = known["node:path"] = paths;
  known.url = known["node:url"] = { fileURLToPath: (url) => `${url}`.replace(/^file:\/\//, ""), pathToFileURL: (path) => ({ href: `file://${path}` }), URL: stub, URLSearchParams: stub };

  function requireFrom(folder) {
    return function (name) {
      name = `${name}`;
      if (Object.hasOwn(known, name)) return known[name];
      const path = name.startsWith(".") ? join(folder, name) : null;
      if (path === null) { miss(name); return stub; }
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
  let main;
  return {
    known, now, missing: () => missing.join("\n"), require: requireFrom(""),
    // The data of a file: an object, or a function that gives one.
    load(body, path) {
      const module = run(body, path);
      main = module.exports;
      if (main !== null && typeof main === "object" && Object.hasOwn(main, "default")) main = main.default;
      return main;
    },
    data() {
      if (typeof main === "function" && main !== stub) main = main({});
      main = now(main);
      return tools.toJson(main);
    },
    // Functions that are called later, of something else than a file.
    use(value) { main = value; },
    call(path, data, filters) {
      const value = at(main, path);
      tools.takeStubUse();
      const result = now(typeof value === "function" ? value.call(filters, data) : value);
      if (tools.takeStubUse() || (typeof result === "function" && result.isStub === tools.stubMark)) throw new Error("it needs a package that is not here");
      return tools.toJson(result);
    },
  };
})
