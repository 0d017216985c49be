// Runs first in every engine: takes away what reaches out or allocates without a statement being counted, and caps the rest. Gives its tools to the
// scripts of this folder; what editors wrote sees none of them.
(function () {
  "use strict";
  const longest = 262144, mostItems = 100000, wholeBudget = 33554432;
  const { isArray } = Array, { apply, ownKeys, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect, { freeze, defineProperty, hasOwn } = Object;
  const NativeProxy = Proxy, NativeFunction = Function, NativeRegExp = RegExp, joinOf = Array.prototype.join, splitOf = String.prototype.split;
  const stringify = JSON.stringify, concatOf = Array.prototype.concat;
  let budget = wholeBudget;

  function charge(length) {
    if (!(length <= longest) || (budget -= length) < 0) throw new RangeError("sandbox: text or list too long");
  }
  const part = (value) => {
    if (typeof value === "string") charge(value.length);
    else if (value !== null && typeof value === "object" && !(value instanceof Date)) { value = `${value}`; charge(value.length); }
    return value;
  };
  const add = (a, b) => part(part(a) + part(b));
  const spread = (value) => {
    if (typeof value === "string" || isArray(value)) charge(value.length * 2);
    return value;
  };
  // A list that is one: its length is no getter, which could tell two lengths.
  const items = (value) => {
    if (isArray(value)) {
      if (value.length > mostItems) throw new RangeError("sandbox: text or list too long");
      return value;
    }
    if (value === undefined || value === null) return [];
    const length = Math.trunc(Number(value.length)) || 0;
    charge(length);
    const copy = [];
    for (let i = 0; i < length; i++) if (i in Object(value)) copy[i] = value[i];
    if (copy.length < length) copy.length = length;
    return copy;
  };

  const hide = (target, name, value) => defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  const wrap = (target, name, make) => {
    const native = target[name];
    if (typeof native === "function") hide(target, name, make(native));
  };

  for (const name of ["eval", "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "WeakRef", "FinalizationRegistry", "ShadowRealm", "WebAssembly", "Temporal",
    "BigInt", "Proxy", "AsyncDisposableStack", "DisposableStack", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
    "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array", "System", "importNamespace", "clrHelper"]) delete globalThis[name];
  delete Array.fromAsync;
  delete Array.prototype.toLocaleString;
  delete RegExp.prototype.compile;

  // Code made of text would not be rewritten.
  const refuse = function () { throw new TypeError("sandbox: no code from text"); };
  for (const sample of [function () { }, async function () { }, function* () { }, async function* () { }]) {
    hide(getPrototypeOf(sample), "constructor", refuse);
  }
  refuse.prototype = NativeFunction.prototype;
  hide(globalThis, "Function", refuse);

  wrap(String.prototype, "repeat", (native) => function (count) { charge(`${this}`.length * Number(count)); return apply(native, this, [count]); });
  for (const name of ["padStart", "padEnd"]) wrap(String.prototype, name, (native) => function (length, fill) { charge(Number(length) || 0); return apply(native, this, [length, fill]); });
  wrap(String.prototype, "concat", () => function (...rest) { let all = part(`${this}`); for (const each of rest) all = add(all, `${each}`); return all; });
  for (const name of ["replace", "replaceAll"]) {
    wrap(String.prototype, name, (native) => function (pattern, replacement) {
      const text = `${this}`;
      if (typeof replacement === "function") return apply(native, text, [pattern, function (...found) { return part(`${apply(replacement, undefined, found)}`); }]);
      const written = `${replacement}`;
      if (written.length > 1 && text.length * written.length > longest) {
        const found = apply(splitOf, text, [pattern]).length;
        const expanded = written.includes("$") ? written.length * (text.length + 1) : written.length;
        charge(text.length + found * expanded);
      }
      return apply(native, text, [pattern, written]);
    });
  }
  for (const name of ["match", "matchAll", "search"]) wrap(String.prototype, name, (native) => function (pattern) {
    if (typeof pattern === "string" && pattern.length > 2000) throw new RangeError("sandbox: regular expression too long");
    return apply(native, this, [pattern]);
  });
  wrap(String, "raw", () => function (strings, ...values) {
    let all = "";
    const raw = items(strings.raw);
    for (let i = 0; i < raw.length; i++) all = add(add(all, `${raw[i]}`), i < values.length && i + 1 < raw.length ? `${values[i]}` : "");
    return all;
  });
  const SafeRegExp = function RegExp(pattern, flags) {
    if (!(pattern instanceof NativeRegExp) && `${pattern}`.length > 2000) throw new RangeError("sandbox: regular expression too long");
    return new NativeRegExp(pattern, flags);
  };
  SafeRegExp.prototype = NativeRegExp.prototype;
  hide(NativeRegExp.prototype, "constructor", SafeRegExp);
  hide(globalThis, "RegExp", SafeRegExp);

  for (const name of ownKeys(Array.prototype)) {
    if (typeof name !== "string" || name === "constructor" || name === "join" || name === "toString" || typeof Array.prototype[name] !== "function") continue;
    const grows = name === "concat" || name === "flat" || name === "push" || name === "unshift" || name === "splice";
    wrap(Array.prototype, name, (native) => !grows ? function () { return apply(native, items(this), arguments); } : function (...rest) {
      const list = items(this);
      if (name === "push" && rest.length === 1 && list.length < mostItems) { list[list.length] = rest[0]; return list.length; }
      if (name === "concat" || name === "flat") {
        for (const each of name === "flat" ? list : rest) if (isArray(each)) charge(each.length);
        charge(list.length);
      } else if (name === "push" || name === "unshift" || name === "splice") {
        if (list.length + rest.length > mostItems) throw new RangeError("sandbox: text or list too long");
      }
      return apply(native, list, rest);
    });
  }
  hide(Array.prototype, Symbol.iterator, Array.prototype.values);
  hide(Array.prototype, "join", function (separator) {
    const list = items(this), texts = [], between = separator === undefined ? "," : `${separator}`;
    let length = 0;
    for (let i = 0; i < list.length; i++) {
      const each = list[i];
      const text = typeof each === "string" ? each : each === null || each === undefined ? "" : `${each}`;
      length += text.length + between.length;
      if (length > longest * 8) throw new RangeError("sandbox: text or list too long");
      texts[i] = text;
    }
    if ((budget -= length) < 0) throw new RangeError("sandbox: text or list too long");
    return apply(joinOf, texts, [between]);
  });
  hide(Array.prototype, "toString", function () { return this.join(","); });
  wrap(Array, "from", (native) => function (source, map, self) {
    if (typeof source === "string" || isArray(source)) charge(source.length);
    const from = source !== null && source !== undefined && source[Symbol.iterator] === undefined ? items(source) : source;
    return apply(native, this === undefined ? Array : this, map === undefined ? [from] : [from, map, self]);
  });
  for (const name of ["entries", "keys", "values", "assign"]) wrap(Object, name, (native) => function (...rest) {
    for (const each of rest) if (typeof each === "string" || isArray(each)) charge(each.length);
    return apply(native, Object, rest);
  });
  wrap(NativeFunction.prototype, "apply", (native) => {
    const call = NativeFunction.prototype.call.bind(native);
    return function (self, list) { return call(this, self, items(list)); };
  });
  hide(Reflect, "apply", (target, self, list) => apply(target, self, items(list)));
  wrap(Reflect, "construct", (native) => (target, list, ...rest) => native(target, items(list), ...rest));
  hide(JSON, "stringify", function (value, replacer, space) {
    const keep = isArray(replacer) ? replacer.map(String) : undefined;
    return stringify(value, function (key, each) {
      charge(key.length + 2);
      let result = typeof replacer === "function" ? apply(replacer, this, [key, each]) : each;
      if (keep && key !== "" && !isArray(this) && !keep.includes(key)) result = undefined;
      if (typeof result === "string") charge(result.length);
      return result;
    }, space);
  });

  // What comes back goes to .NET as JSON: functions, dates and what has no value are marked.
  function plain(value, depth) {
    if (depth > 32) throw new RangeError("sandbox: data too deep");
    charge(8);
    switch (typeof value) {
      case "string": charge(value.length); return value;
      case "number": return Number.isFinite(value) ? value : null;
      case "boolean": return value;
      case "function": return value.isStub === stubMark ? null : { $function: true };
      case "object": break;
      default: return undefined;
    }
    if (value === null) return null;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { $date: value.getTime() };
    if (typeof value.then === "function") return plain(tools.settle(value), depth + 1);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) return plain(value.valueOf(), depth);
    if (isArray(value)) return items(value).map((each) => { const result = plain(each, depth + 1); return result === undefined ? null : result; });
    if (value instanceof Map || value instanceof Set) return plain([...value], depth + 1);
    const result = { __proto__: null };
    for (const key of Object.keys(value)) {
      charge(key.length);
      const each = plain(value[key], depth + 1);
      if (each !== undefined) result[key] = each;
    }
    return result;
  }

  // Stands for what is not here: whatever is asked of it or done with it gives itself, and as text nothing.
  const stubMark = {};
  let isStubUsed = false;
  const nothing = () => { isStubUsed = true; return ""; };
  const stub = new NativeProxy(function () { }, {
    get: (_, key) => key === "isStub" ? stubMark : key === Symbol.toPrimitive ? nothing : key === Symbol.iterator ? function* () { } : key === "then" || key === "length" || key === "toJSON"
      ? undefined : key === "toString" ? nothing : stub,
    set: () => true, apply: () => stub, construct: () => stub, has: () => false, ownKeys: () => ["prototype"],
    getOwnPropertyDescriptor: (target, key) => key === "prototype" ? getOwnPropertyDescriptor(target, key) : undefined,
  });

  // Nothing that one page does to what all pages share may reach another page: what is there is frozen. Names that are not there may be set, as functions do that
  // forget to declare a variable, and are gone with the next run.
  let known = null;
  const prototype = getPrototypeOf(globalThis);
  function tidy() {
    if (known === null) return;
    for (const key of ownKeys(globalThis)) if (!known.has(key) && !deleteProperty(globalThis, key)) throw new RangeError("sandbox: a global name cannot be taken away");
    if (getPrototypeOf(globalThis) !== prototype) throw new RangeError("sandbox: the global object has another prototype");
  }
  function reset() {
    budget = wholeBudget;
    tidy();
  }
  function freezeAll() {
    // Frozen, `name` of Error.prototype could not be set on an error: the setter puts it there.
    for (const [target, names] of [[Error.prototype, ["name", "message", "toString", "constructor"]], [Object.prototype, ["toString", "valueOf", "hasOwnProperty", "constructor"]]]) {
      for (const name of names) {
        const value = target[name];
        defineProperty(target, name, {
          get: () => value, configurable: true, enumerable: false,
          set(next) { if (this !== target) defineProperty(this, name, { value: next, writable: true, configurable: true, enumerable: true }); },
        });
      }
    }
    const seen = new Set(), waiting = [globalThis];
    for (const sample of [function () { }, async function () { }, function* () { }, async function* () { }, [][Symbol.iterator](), ""[Symbol.iterator](), new Map().entries(), new Set().values(), "".matchAll(/x/g), (function* () { })()]) {
      waiting[waiting.length] = getPrototypeOf(sample);
    }
    for (let i = 0; i < waiting.length; i++) {
      const each = waiting[i];
      if (each === null || (typeof each !== "object" && typeof each !== "function") || seen.has(each) || each === stub) continue;
      seen.add(each);
      if (each === globalThis) for (const key of ownKeys(each)) defineProperty(each, key, hasOwn(getOwnPropertyDescriptor(each, key), "value") ? { writable: false, configurable: false } : { configurable: false });
      else freeze(each);
      // Most built-in functions have nothing but a name and a length.
      if (typeof each === "function" && !hasOwn(each, "prototype")) continue;
      waiting[waiting.length] = getPrototypeOf(each);
      for (const key of ownKeys(each)) {
        const { value, get, set } = getOwnPropertyDescriptor(each, key);
        waiting[waiting.length] = value;
        waiting[waiting.length] = get;
        waiting[waiting.length] = set;
      }
    }
    known = new Set(ownKeys(globalThis));
  }

  const recorder = (target, other) => new NativeProxy(target, { get: (known, key) => key in known ? known[key] : typeof key === "string" ? other(key) : undefined });

  hide(globalThis, "console", { log() { }, warn() { }, error() { }, info() { }, debug() { } });
  globalThis.__add = add;
  globalThis.__part = part;
  globalThis.__spread = spread;
  const tools = {
    // Whether a text was made of what is not here, since this was asked last.
    takeStubUse: () => { const was = isStubUsed; isStubUsed = false; return was; },
    reset, tidy, NativeFunction, NativeRegExp, stub, stubMark, plain, freezeAll, recorder, charge, concatOf, joined: (texts) => apply(joinOf, texts, [""]), toJson: (value) => stringify(plain(value, 0)), settle: (value) => value };
  return tools;
})()
