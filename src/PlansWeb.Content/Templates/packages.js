// Stands in for what projects take from Node and npm to write dates, addresses and lists: enough for their filters, and nothing that reads anything.
(function (tools, host, proxyOf) {
  "use strict";
  // Node's `path`, for paths with slashes.
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

  // Addresses, as far as links of pages ask for their parts (URL Standard); without lists of parameters.
  const whole = /^([a-z][a-z0-9+.-]*):(?:\/\/(?:([^@\/?#]*)@)?([^\/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/i;
  class URL {
    constructor(written, base) {
      let text = `${written}`.trim();
      if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) {
        if (base === undefined) throw new TypeError("Invalid URL");
        const from = base instanceof URL ? base : new URL(base);
        if (text.startsWith("//")) text = from.protocol + text;
        else if (text.startsWith("/")) text = from.origin + text;
        else if (text.startsWith("?")) text = from.origin + from.pathname + text;
        else text = text === "" || text.startsWith("#") ? from.origin + from.pathname + from.search + text : `${from.origin}${from.pathname.slice(0, from.pathname.lastIndexOf("/") + 1)}${text}`;
      }
      const [, scheme, user, host, port, path, search, hash] = whole.exec(text) ?? [], protocol = `${scheme ?? ""}:`.toLowerCase();
      if (!scheme || (/^(?:https?|ftp|wss?):$/.test(protocol) && !host)) throw new TypeError("Invalid URL");
      const isUsual = !port || port === { "http:": "80", "https:": "443", "ftp:": "21" }[protocol];
      this.protocol = protocol; this.username = (user ?? "").split(":")[0]; this.password = (user ?? "").split(":")[1] ?? "";
      this.hostname = (host ?? "").toLowerCase(); this.port = isUsual ? "" : port; this.host = this.hostname + (isUsual ? "" : `:${port}`);
      const encoded = (part) => part.replace(/[^\x21-\x7E]|["<>`{}]/gu, encodeURIComponent);
      this.pathname = host === undefined ? path : encoded(normal(`/${path}`)) + (/\/\.{0,2}$/.test(path) && normal(`/${path}`) !== "/" ? "/" : "");
      this.search = search && search !== "?" ? encoded(search) : ""; this.hash = hash && hash !== "#" ? encoded(hash) : "";
      this.origin = host === undefined ? "null" : `${protocol}//${this.host}`;
    }
    get href() { return `${this.protocol}${this.host ? `//${this.username ? `${this.username}${this.password ? `:${this.password}` : ""}@` : ""}${this.host}` : ""}${this.pathname}${this.search}${this.hash}`; }
    toString() { return this.href; }
    toJSON() { return this.href; }
    static canParse(written, base) { try { new URL(written, base); return true; } catch { return false; } }
  }

  // Dates: names of months and days in the two languages of the State's sites; any other is written in English.
  const names = {
    fr: { months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", short: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", days: "dimanche lundi mardi mercredi jeudi vendredi samedi", shortDays: "dim. lun. mar. mer. jeu. ven. sam." },
    en: { months: "January February March April May June July August September October November December", short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", days: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday", shortDays: "Sun Mon Tue Wed Thu Fri Sat" },
  };
  for (const each of Object.values(names)) for (const key of Object.keys(each)) each[key] = each[key].split(" ");
  const langOf = (locale) => `${locale ?? "en"}`.slice(0, 2) === "fr" ? "fr" : "en";
  const pad = (value, length = 2) => `${value}`.padStart(length, "0");
  // Minutes ahead of UTC: the European rule for Paris, none for any other zone.
  const lastSunday = (year, month) => { const day = new Date(Date.UTC(year, month + 1, 0, 1)); return day.getTime() - day.getUTCDay() * 86400000; };
  const offset = (time, zone) => zone !== "Europe/Paris" ? 0 : time >= lastSunday(new Date(time).getUTCFullYear(), 2) && time < lastSunday(new Date(time).getUTCFullYear(), 9) ? 120 : 60;
  const fields = (time, zone) => {
    const at = new Date(time + offset(time, zone) * 60000);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), millisecond: at.getUTCMilliseconds(), weekday: at.getUTCDay(), zone: offset(time, zone) };
  };
  const zoneText = (minutes, colon) => `${minutes < 0 ? "-" : "+"}${pad(Math.trunc(Math.abs(minutes) / 60))}${colon}${pad(Math.abs(minutes) % 60)}`;
  const ordinal = (n) => `${n}${n % 100 >= 11 && n % 100 <= 13 ? "th" : ["th", "st", "nd", "rd"][n % 10] ?? "th"}`;
  // A pattern of Unicode's letters (luxon, date-fns).
  const unicode = (f, lang, pattern) => `${pattern}`.replace(/'([^']*)'|([yLMdEcHhmsSaZoDTu])\2*/g, (sign, quoted, letter) => {
    if (letter === undefined) return quoted === "" ? "'" : quoted;
    const n = sign.length, month = names[lang];
    switch (letter) {
      case "y": case "u": return n === 2 ? pad(f.year % 100) : pad(f.year, n);
      case "L": case "M": return n === 1 ? f.month : n === 2 ? pad(f.month) : n === 3 ? month.short[f.month - 1] : month.months[f.month - 1];
      case "d": return n === 2 ? pad(f.day) : f.day;
      case "E": case "c": return n <= 1 ? f.weekday || 7 : n === 3 || n === 2 ? month.shortDays[f.weekday] : month.days[f.weekday];
      case "H": return n === 2 ? pad(f.hour) : f.hour;
      case "h": return n === 2 ? pad(f.hour % 12 || 12) : f.hour % 12 || 12;
      case "m": return n === 2 ? pad(f.minute) : f.minute;
      case "s": return n === 2 ? pad(f.second) : f.second;
      case "S": return pad(f.millisecond, 3);
      case "a": return f.hour < 12 ? "AM" : "PM";
      case "Z": return zoneText(f.zone, n === 1 ? ":" : n === 2 ? ":" : "");
      case "o": return ordinal(f.day);
      case "D": return written(f, lang, n === 4 ? { weekday: "long", ...date.long } : n === 3 ? date.long : n === 2 ? date.medium : date.short);
      case "T": return `${pad(f.hour)}:${pad(f.minute)}${n === 2 ? `:${pad(f.second)}` : ""}`;
      default: return sign;
    }
  });
  // One of moment's and dayjs's.
  const moments = { YYYY: "yyyy", YY: "yy", MMMM: "LLLL", MMM: "LLL", MM: "LL", M: "L", DD: "dd", D: "d", Do: "o", dddd: "EEEE", ddd: "EEE", HH: "HH", H: "H", hh: "hh", h: "h", mm: "mm", m: "m", ss: "ss", s: "s", SSS: "SSS", A: "a", Z: "Z", ZZ: "ZZZ", LL: "DDD", L: "dd/LL/yyyy", LLLL: "DDDD" };
  const moment = (f, lang, pattern) => `${pattern ?? "YYYY-MM-DDTHH:mm:ssZ"}`.replace(/\[([^\]]*)\]|Do|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|A|ZZ|Z|LLLL|LL|L/g, (sign, text) => text ?? unicode(f, lang, moments[sign]));

  // As Intl.DateTimeFormat writes them in French and English.
  const date = { short: { day: "numeric", month: "numeric", year: "numeric" }, medium: { day: "numeric", month: "short", year: "numeric" }, long: { day: "numeric", month: "long", year: "numeric" } };
  function written(f, locale, options = {}) {
    const lang = langOf(locale), isAmerican = lang === "en" && `${locale ?? "en-US"}` !== "en-GB", style = { full: { weekday: "long", ...date.long }, long: date.long, medium: date.medium, short: { ...date.short, year: isAmerican ? "2-digit" : "numeric" } }[options.dateStyle];
    let o = { ...style, ...options };
    if (!["weekday", "year", "month", "day", "hour", "minute", "second", "timeStyle"].some((key) => o[key])) o = { ...o, ...date.short };
    const part = (value, how) => how === "2-digit" ? pad(value % 100) : `${value}`;
    const isText = o.month === "long" || o.month === "short" || o.month === "narrow";
    const day = o.day && (lang === "fr" && !isText || !isAmerican && !isText ? pad(f.day) : part(f.day, o.day));
    const weekday = o.weekday && names[lang][o.weekday === "long" ? "days" : "shortDays"][f.weekday], year = o.year && part(f.year, o.year);
    const month = o.month && (isText ? names[lang][o.month === "long" ? "months" : "short"][f.month - 1] : lang === "fr" || !isAmerican ? pad(f.month) : part(f.month, o.month));
    let text;
    if (!isText) text = [weekday, (isAmerican ? [month, day, year] : [day, month, year]).filter((each) => each).join("/")].filter((each) => each).join(isAmerican ? ", " : " ");
    else if (isAmerican) text = [weekday, [month, day].filter((each) => each).join(" "), year].filter((each) => each).join(day ? ", " : " ");
    else text = [weekday && lang === "en" && o.weekday === "long" ? `${weekday},` : weekday, day, month, year].filter((each) => each).join(" ");
    if (!o.hour && !o.minute && !o.timeStyle) return text;
    const time = isAmerican ? `${f.hour % 12 || 12}:${pad(f.minute)} ${f.hour < 12 ? "AM" : "PM"}` : `${pad(f.hour)}:${pad(f.minute)}`;
    return [text, time].filter((each) => each).join(lang === "fr" && !isText ? " " : lang === "fr" ? " à " : isText ? " at " : ", ");
  }

  const hide = (target, name, value) => Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  const format = (value, locale, options) => written(fields(+value, options?.timeZone), Array.isArray(locale) ? locale[0] : locale, options);
  hide(globalThis, "URL", URL);
  hide(Date.prototype, "toLocaleDateString", function (locale, options) { return Number.isNaN(+this) ? "Invalid Date" : format(this, locale, options); });
  hide(Date.prototype, "toLocaleString", function (locale, options) { return Number.isNaN(+this) ? "Invalid Date" : format(this, locale, options ?? { ...date.short, hour: "2-digit", minute: "2-digit" }); });
  hide(Date.prototype, "toLocaleTimeString", function (locale, options) { return format(this, locale, { hour: "2-digit", minute: "2-digit", ...options }); });
  const own = globalThis.Intl ?? {};
  hide(globalThis, "Intl", {
    ...Object.fromEntries(["Collator", "NumberFormat", "PluralRules", "ListFormat", "Segmenter"].filter((key) => own[key]).map((key) => [key, own[key]])),
    DateTimeFormat: function (locale, options) { return { format: (value) => format(value ?? new Date(), locale, options), resolvedOptions: () => ({ locale: locale ?? "en-US", timeZone: options?.timeZone ?? "UTC" }) }; },
  });

  // luxon.
  class DateTime {
    constructor(time, zone, locale) { this.ts = time; this.zoneName = zone ?? "utc"; this.locale = locale ?? DateTime.usual; this.isValid = !Number.isNaN(time); Object.assign(this, fields(time, zone)); this.weekday = this.weekday || 7; }
    static fromJSDate(value, options) { return new DateTime(+(value ?? NaN), options?.zone, options?.locale); }
    static fromISO(text, options) { const match = /^(\d{4})-(\d\d)(?:-(\d\d))?(.*)$/.exec(`${text}`); return new DateTime(match ? Date.parse(match[4] ? `${text}${/Z$|[+-]\d\d:?\d\d$/.test(match[4]) ? "" : "Z"}` : `${match[1]}-${match[2]}-${match[3] ?? "01"}T00:00:00Z`) : NaN, options?.zone, options?.locale); }
    static fromSQL(text, options) { return DateTime.fromISO(`${text}`.replace(" ", "T"), options); }
    static fromMillis(time, options) { return new DateTime(time, options?.zone, options?.locale); }
    static fromSeconds(time, options) { return new DateTime(time * 1000, options?.zone, options?.locale); }
    static fromFormat(text, pattern, options) {
      const keys = [], match = new RegExp(`^${`${pattern}`.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/yyyy|LL?|MM?|dd?|HH?|mm?|ss?/g, (sign) => { keys.push(sign[0]); return sign === "yyyy" ? "(\\d{4})" : sign.length === 2 ? "(\\d\\d)" : "(\\d\\d?)"; })}$`).exec(`${text}`);
      const part = (...letters) => { const at = keys.findIndex((key) => letters.includes(key)); return at < 0 ? undefined : +match[at + 1]; };
      return new DateTime(match ? Date.UTC(part("y") ?? 1970, (part("L", "M") ?? 1) - 1, part("d") ?? 1, part("H") ?? 0, part("m") ?? 0, part("s") ?? 0) : NaN, options?.zone, options?.locale);
    }
    static now() { return new DateTime(Date.now()); }
    static local(...parts) { return DateTime.utc(...parts); }
    static utc(...parts) { return parts.length === 0 || typeof parts[0] !== "number" ? DateTime.now() : new DateTime(Date.UTC(parts[0], (parts[1] ?? 1) - 1, ...parts.slice(2).filter((each) => typeof each === "number"))); }
    static fromObject(o, options) { return new DateTime(Date.UTC(o.year ?? 1970, (o.month ?? 1) - 1, o.day ?? 1, o.hour ?? 0, o.minute ?? 0, o.second ?? 0), options?.zone, options?.locale); }
    setLocale(locale) { return new DateTime(this.ts, this.zoneName, locale); }
    reconfigure(options) { return new DateTime(this.ts, this.zoneName, options?.locale ?? this.locale); }
    setZone(zone) { return new DateTime(this.ts, zone, this.locale); }
    toUTC() { return this.setZone("utc"); }
    toLocal() { return this.setZone("utc"); }
    toFormat(pattern, options) { return this.isValid ? unicode({ ...this, weekday: this.weekday % 7 }, langOf(options?.locale ?? this.locale), pattern) : "Invalid DateTime"; }
    toISODate() { return this.isValid ? `${pad(this.year, 4)}-${pad(this.month)}-${pad(this.day)}` : null; }
    toISO(options) { return this.isValid ? `${this.toISODate()}T${pad(this.hour)}:${pad(this.minute)}:${pad(this.second)}${options?.suppressMilliseconds ? "" : `.${pad(this.millisecond, 3)}`}${this.zone ? zoneText(this.zone, ":") : "Z"}` : null; }
    toSQLDate() { return this.toISODate(); }
    toHTTP() { return new Date(this.ts).toUTCString(); }
    toRFC2822() { return this.toFormat("EEE, dd LLL yyyy HH:mm:ss ZZZ", { locale: "en" }); }
    toLocaleString(options, more) { return this.isValid ? written({ ...this, weekday: this.weekday % 7 }, more?.locale ?? this.locale, options) : "Invalid DateTime"; }
    toJSDate() { return new Date(this.ts); }
    toMillis() { return this.ts; }
    valueOf() { return this.ts; }
    toString() { return this.toISO() ?? "Invalid DateTime"; }
    toJSON() { return this.toISO(); }
    plus(o) { return this.moved(o, 1); }
    minus(o) { return this.moved(o, -1); }
    moved(o, sign) { const at = new Date(this.ts), n = (key) => sign * (o[key] ?? o[`${key}s`] ?? 0); at.setUTCFullYear(at.getUTCFullYear() + n("year"), at.getUTCMonth() + n("month"), at.getUTCDate() + n("day") + 7 * n("week")); return new DateTime(at.getTime() + n("hour") * 3600000 + n("minute") * 60000 + n("second") * 1000, this.zoneName, this.locale); }
    startOf(unit) { return new DateTime(Date.UTC(this.year, unit === "year" ? 0 : this.month - 1, unit === "year" || unit === "month" ? 1 : this.day), this.zoneName, this.locale); }
    diff(other, unit = "milliseconds") { const time = this.ts - other.ts, size = { days: 86400000, hours: 3600000, minutes: 60000, seconds: 1000, months: 2629800000, years: 31557600000, milliseconds: 1 }; return { as: (name) => time / (size[name] ?? 1), [unit]: time / (size[unit] ?? 1), toObject: () => ({ [unit]: time / (size[unit] ?? 1) }) }; }
    hasSame(other, unit) { return this.year === other.year && (unit === "year" || this.month === other.month && (unit === "month" || this.day === other.day)); }
  }
  for (const [name, options] of Object.entries({ DATE_SHORT: date.short, DATE_MED: date.medium, DATE_FULL: date.long, DATE_HUGE: { weekday: "long", ...date.long }, DATETIME_SHORT: { ...date.short, hour: "numeric", minute: "numeric" }, DATETIME_MED: { ...date.medium, hour: "numeric", minute: "numeric" }, DATE_MED_WITH_WEEKDAY: { weekday: "short", ...date.medium }, TIME_SIMPLE: { hour: "numeric", minute: "numeric" } })) DateTime[name] = options;
  // Where a project names no language, the page's: Node would write in that of the machine.
  DateTime.usual = "en-US";
  const luxon = { DateTime, Settings: {}, Duration: tools.stub, Interval: tools.stub };

  // moment and dayjs.
  let usual = "en";
  const time = (value) => value === undefined ? Date.now() : value instanceof Date || typeof value === "number" ? +value : value?.ts ?? +DateTime.fromISO(value).ts;
  const day = (value, ...rest) => {
    const ts = typeof rest[0] === "string" && rest[0] !== "fr" && typeof value === "string" ? moment.parse(value, rest[0]) : time(value);
    let lang = usual, zone;
    const self = {
      ts, format: (pattern) => Number.isNaN(ts) ? "Invalid Date" : moment(fields(ts, zone), langOf(lang), pattern), locale(name) { lang = name; return self; }, utc: () => self, local: () => self, tz(name) { zone = name; return self; }, clone: () => self,
      toDate: () => new Date(ts), toISOString: () => new Date(ts).toISOString(), valueOf: () => ts, unix: () => Math.floor(ts / 1000), isValid: () => !Number.isNaN(ts), year: () => fields(ts, zone).year, month: () => fields(ts, zone).month - 1, date: () => fields(ts, zone).day, day: () => fields(ts, zone).weekday,
      hour: () => fields(ts, zone).hour, minute: () => fields(ts, zone).minute, isBefore: (other) => ts < time(other), isAfter: (other) => ts > time(other), isSame: (other) => ts === time(other),
      add: (n, unit) => day(+new DateTime(ts).plus({ [`${unit}`.replace(/s$/, "")]: n }).ts), subtract: (n, unit) => day(+new DateTime(ts).minus({ [`${unit}`.replace(/s$/, "")]: n }).ts), startOf: (unit) => day(new DateTime(ts).startOf(unit).ts),
    };
    return self;
  };
  moment.parse = (text, pattern) => DateTime.fromFormat(text, pattern.replace(/Y/g, "y").replace(/D/g, "d").replace(/M/g, "L")).ts;
  Object.assign(day, { utc: day, tz: (value, zone) => day(value).tz(zone), locale: (name) => { usual = name ?? usual; return usual; }, extend() { }, updateLocale() { }, unix: (seconds) => day(seconds * 1000), isMoment: () => false });
  const dateFns = proxyOf({
    format: (value, pattern, options) => unicode(fields(time(value)), options?.locale === dateFnsFr ? "fr" : "en", pattern), parseISO: (text) => new Date(time(text)), formatISO: (value, options) => options?.representation === "date" ? new DateTime(time(value)).toISODate() : new DateTime(time(value)).toISO({ suppressMilliseconds: true }),
    isAfter: (a, b) => time(a) > time(b), isBefore: (a, b) => time(a) < time(b), compareAsc: (a, b) => time(a) - time(b), compareDesc: (a, b) => time(b) - time(a), getYear: (value) => fields(time(value)).year, isValid: (value) => !Number.isNaN(time(value)), addDays: (value, n) => new Date(time(value) + n * 86400000), subDays: (value, n) => new Date(time(value) - n * 86400000),
  }, () => tools.stub);
  const dateFnsFr = { code: "fr" };

  // Some of lodash, and the packages that make addresses of titles.
  const by = (how) => typeof how === "function" ? how : (item) => `${how}`.split(".").reduce((value, key) => value?.[key], item);
  const compare = (a, b) => a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1;
  const group = (list, how) => { const of = by(how), groups = {}; for (const item of list ?? []) (groups[of(item)] ??= []).push(item); return groups; };
  const unique = (list, of) => { const seen = new Set(); return (list ?? []).filter((item) => !seen.has(of(item)) && seen.add(of(item))); };
  const order = (list, hows, ways = []) => [...list ?? []].sort((a, b) => { let result = 0; [].concat(hows).some((how, i) => (result = compare(by(how)(a), by(how)(b)) * ([].concat(ways)[i] === "desc" ? -1 : 1)) !== 0); return result; });
  const slug = (text) => host.slugify(`${text ?? ""}`);

  // Ids that no other on the page has, the same each time the page is made: `begin` tells that another text begins.
  let prefix = "n", given = 0;
  const nextId = () => `${prefix}${++given}`;
  const nanoid = Object.assign(nextId, { nanoid: nextId, customAlphabet: () => nextId, customRandom: () => nextId, begin(name) { prefix = name; given = 0; } });
  const escaped = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };
  const escapeHtml = (text) => `${text}`.replace(/[&<>"']/g, (sign) => escaped[sign]);
  const lodash = proxyOf({
    groupBy: group, uniq: (list) => unique(list, (item) => item), uniqBy: (list, how) => unique(list, by(how)), sortBy: (list, ...hows) => order(list, hows.flat()), orderBy: order, chunk: (list, size = 1) => Array.from({ length: Math.ceil((list ?? []).length / size) }, (_, i) => list.slice(i * size, i * size + size)),
    flatten: (list) => (list ?? []).flat(), flattenDeep: (list) => (list ?? []).flat(9), compact: (list) => (list ?? []).filter(Boolean), get: (item, path, otherwise) => by(path)(item) ?? otherwise, isEmpty: (value) => !value || Object.keys(value).length === 0, capitalize: (text) => `${text ?? ""}`.charAt(0).toUpperCase() + `${text ?? ""}`.slice(1).toLowerCase(),
    upperFirst: (text) => `${text ?? ""}`.charAt(0).toUpperCase() + `${text ?? ""}`.slice(1), kebabCase: slug, deburr: (text) => `${text ?? ""}`.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), map: (list, how) => (list ?? []).map(by(how)), filter: (list, how) => (list ?? []).filter(by(how)), find: (list, how) => (list ?? []).find(by(how)), head: (list) => list?.[0], first: (list) => list?.[0], last: (list) => list?.[list.length - 1],
    take: (list, n = 1) => (list ?? []).slice(0, n), merge: Object.assign, pick: (item, keys) => Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]])), omit: (item, keys) => Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key))), range: (from, to) => Array.from({ length: (to ?? from) - (to === undefined ? 0 : from) }, (_, i) => i + (to === undefined ? 0 : from)),
    keyBy: (list, how) => Object.fromEntries((list ?? []).map((item) => [by(how)(item), item])), mapValues: (map, how) => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, how(value, key)])), escape: (text) => `${text ?? ""}`.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`), truncate: (text, o) => `${text}`.length <= (o?.length ?? 30) ? `${text}` : `${`${text}`.slice(0, (o?.length ?? 30) - 3)}...`,
  }, () => tools.stub);

  return {
    path: paths, "node:path": paths, luxon, dayjs: day, moment: day, "moment-timezone": day, "dayjs/locale/fr": "fr", "moment/locale/fr": (usual, "fr"), "dayjs/plugin/utc": {}, "dayjs/plugin/timezone": {}, "dayjs/plugin/localizedFormat": {}, "dayjs/plugin/advancedFormat": {},
    "date-fns": dateFns, "date-fns/locale": { fr: dateFnsFr, enUS: {}, enGB: {} }, "date-fns/locale/fr": dateFnsFr, lodash, "lodash-es": lodash, "@sindresorhus/slugify": slug,
    nanoid, "escape-html": Object.assign(escapeHtml, { default: escapeHtml }),
    url: { fileURLToPath: (url) => `${url}`.replace(/^file:\/\//, ""), pathToFileURL: (path) => ({ href: `file://${path}` }), URL, URLSearchParams: tools.stub },
  };
})
