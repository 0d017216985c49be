// Lists the licences of everything that is in the site or makes it, direct or not, in OPERATIONS.md, from the lock files of all projects below
// src and from the packages themselves. Run it after a change of dependencies, when the packages are restored:
//   node tests/ops/licences.mjs            writes the list into OPERATIONS.md
//   node tests/ops/licences.mjs --check    fails where the list is not what it should be, or a licence is not among those that fit
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fitting = /^(MIT|MIT-0|Apache-2\.0|BSD-[23]-Clause|ISC|0BSD|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|MPL-2\.0|LGPL-[\w.-]+|PostgreSQL|Unicode-3\.0|Python-2\.0|Unlicense)$/;
const folder = execFileSync("dotnet", ["nuget", "locals", "global-packages", "--list"], { encoding: "utf8" }).replace(/^[^/]*?: /, "").trim();

// Packages whose description names a file instead of an identifier: read by a person, once.
const read = {
  "@gouvfr/dsfr": "MIT (typeface excepted)",
  "LibGit2Sharp": "MIT",
  "LibGit2Sharp.NativeBinaries": "GPL-2.0-only WITH linking exception",
};
const fits = licence => Object.values(read).includes(licence) || licence.replace(/[()]/g, "").split(/ (?:OR|AND) /).some(part => fitting.test(part));

// A lock file names the packages of the projects that its project refers to as well, but each is read: a project that no other refers to has
// packages of its own.
function locked() {
  const files = readdirSync(join(root, "src")).map(project => join(root, "src", project, "packages.lock.json")).filter(file => existsSync(file));
  if (files.length === 0) throw new Error("No project below src has a packages.lock.json");
  const entries = files.flatMap(file => Object.values(JSON.parse(readFileSync(file, "utf8")).dependencies).flatMap(Object.entries));
  return new Map(entries.filter(([, entry]) => entry.resolved).map(([name, entry]) => [`${name}/${entry.resolved}`, [name, entry]])).values();
}

function nuget() {
  return [...locked()].map(([name, entry]) => {
    const place = join(folder, name.toLowerCase(), entry.resolved);
    const file = existsSync(place) && readdirSync(place).find(each => each.endsWith(".nuspec"));
    if (!file) throw new Error(`${name} ${entry.resolved} is not restored`);
    const text = readFileSync(join(place, file), "utf8");
    return { name, licence: /<license type="expression">([^<]+)</.exec(text)?.[1] ?? read[name] ?? `unknown: ${name}` };
  });
}

function npm() {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(lock.packages).filter(([path]) => path).map(([path, entry]) => ({
    name: path.replace(/^.*node_modules\//, ""),
    licence: read[path.replace(/^.*node_modules\//, "")] ?? entry.license ?? `unknown: ${path}`,
    isBuildOnly: entry.dev === true,
  }));
}

const byLicence = list => [...new Set(list.map(each => each.licence))].sort()
  .map(licence => `- ${licence}: ${[...new Set(list.filter(each => each.licence === licence).map(each => each.name))].sort().join(", ")}`);

const [site, build] = [[...nuget(), ...npm().filter(each => !each.isBuildOnly)], npm().filter(each => each.isBuildOnly)];
const wrong = [...site, ...build].filter(each => !fits(each.licence));
if (wrong.length > 0) {
  console.error("No licence that fits:", wrong);
  process.exit(1);
}

// The README's table abbreviates names that share their beginning: « .Hosting.Abstractions ».
const readme = readFileSync(join(root, "README.md"), "utf8").split("\n## ").find(part => part.startsWith("Dependencies")).split("\n").filter(line => line.startsWith("|")).join("\n");
const direct = [...readFileSync(join(root, "Directory.Packages.props"), "utf8").matchAll(/PackageVersion Include="([^"]+)"/g)].map(match => match[1])
  .concat(...["dependencies", "devDependencies"].map(kind => Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))[kind] ?? {})));
const unnamed = direct.filter(name => !name.split(".").some((_, i, parts) => i < parts.length - 1 + (i === 0) && readme.includes((i ? "." : "") + parts.slice(i).join("."))));
if (unnamed.length > 0) {
  console.error("README.md: add to the table of « Dependencies », with the reason:", unnamed);
  process.exit(1);
}

const begin = "<!-- licences: written by tests/ops/licences.mjs -->", end = "<!-- /licences -->";
const document = join(root, "OPERATIONS.md");
const text = readFileSync(document, "utf8");
const [from, to] = [text.indexOf(begin), text.indexOf(end)];
if (from < 0 || to < from) throw new Error("OPERATIONS.md has no place for the list");
const list = [begin, "In the published site (Microsoft.Extensions packages come with the ASP.NET Core runtime):", "", ...byLicence(site), "", "At build, for the style sheet (npm):", "", ...byLicence(build), end].join("\n");
const written = text.slice(0, from) + list + text.slice(to + end.length);
if (process.argv.includes("--check")) {
  if (written !== text) {
    console.error("OPERATIONS.md does not list the licences of the dependencies as they are: run node tests/ops/licences.mjs");
    process.exit(1);
  }
} else {
  writeFileSync(document, written);
}
