// Prints liquid-expressions.json: what liquidjs 10, the engine of Eleventy 3, gives for each expression. Run it after a change of the list:
//   npm install --no-save liquidjs@10.30.1 && node tests/PlansWeb.Content.Tests/Templates/Liquid/liquid-expressions.mjs
// Left out: dates, which print in the page's language here; slugify, which is Eleventy's; the tag liquid, which is not here; decrement, which Fluid counts from 0.
import { writeFileSync } from "node:fs";
import { Liquid } from "liquidjs";

const data = {
  total: 10, part: 2.5, neg: -7, half: 0.5, small: 0.000001, big: 1234567.891, zero: 0, word: "Énergie", text: "Le numérique responsable", number: "3.5", blank: "", spaces: "  a b  ",
  html: "<p class=\"x\">Un <b>mot</b> &amp; <!-- rien --> suite</p>", list: [3, 1, 2], words: ["pomme", "Abricot", "banane"], mixed: [1, "2", null, true, 4.5], empty: [], yes: true, no: false, none: null,
  rows: [{ nom: "Un", poids: 1.5, ok: true }, { nom: "Deux", poids: 2, ok: false }, { nom: "Trois", poids: 0.1, ok: true }, { nom: "Quatre" }],
  pages: [{ url: "/a/", data: { lang: "fr", ordre: 2 } }, { url: "/b/", data: { lang: "en", ordre: 1 } }, { url: "/c/", data: { lang: "fr" } }],
  nested: [[1, 2], [3, [4]]], map: { a: 1, b: "deux" }, long: "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", lines: "a\nb\r\nc", quote: "l'eau \"chaude\" & <froide>",
};
const numbers = ["0", "1", "-1", "2.5", "-2.5", "0.5", "1234.5", "10", "'7'", "'3.5'", "'abc'", "''", "nil", "true", "total", "part", "neg", "small", "number"];
const expressions = [];
for (const n of numbers) {
  for (const f of ["round", "ceil", "floor", "abs", "plus: 1", "minus: 0.1", "times: 3", "divided_by: 4", "modulo: 2", "at_least: 2", "at_most: 2"]) {
    expressions.push(`{{ ${n} | ${f} }}`);
  }
  expressions.push(`{{ ${n} }}`);
}
expressions.push(...`
{{ 12 | divided_by: 5 | round: 1 }}|{{ 7 | divided_by: 2 | times: 2 }}|{{ 0.125 | round: 2 }}|{{ 1.005 | round: 2 }}|{{ -0.5 | round }}|{{ -1.5 | round }}|{{ 2.675 | round: 2 }}|{{ 1234.567 | round: -2 }}|{{ 7.5 | modulo: 2 }}|{{ -7 | modulo: 3 }}
{{ 5.5 | modulo: 1.5 }}|{{ 0.1 | plus: 0.2 }}|{{ 0.1 | times: 3 }}|{{ 1 | divided_by: 3 }}|{{ 2 | divided_by: 3 }}|{{ 10 | divided_by: 0 }}|{{ 0 | divided_by: 0 }}|{{ -1 | divided_by: 0 }}|{{ 5 | modulo: 0 }}|{{ 1000000 | times: 1000000 }}
{{ 99999999999 | times: 99999999999 }}|{{ 1.0 }}|{{ 1.50 }}|{{ 100 }}|{{ 0.0000001 | times: 1 }}|{{ big | round: 1 }}|{{ big | times: 2 }}|{{ total | divided_by: 4 }}|{{ total | divided_by: "4" }}|{{ "12,5" | plus: 1 }}
{{ "12abc" | plus: 1 }}|{{ " 5 " | plus: 1 }}|{{ "1e3" | plus: 1 }}|{{ none | plus: 5 }}|{{ absent | plus: 5 }}|{{ yes | plus: 1 }}|{{ 4.2 | ceil | plus: 0.5 }}|{{ 3 | at_least: 5 | at_most: 4 }}|{{ list | sum }}|{{ mixed | sum }}
{{ rows | sum: "poids" }}|{{ empty | sum }}|{{ "a,b,,c,," | split: "," | size }}|{{ "a,b,,c,," | split: "," | join: "-" }}|{{ "" | split: "," | size }}|{{ "a b c" | split: " " | join }}|{{ "abc" | split: "" | join: "." }}|{{ ",a" | split: "," | join: "-" }}|{{ "a" | split: "," | size }}|{{ "a, b" | split: ", " | join: ";" }}
{{ list | join }}|{{ list | join: ", " }}|{{ list | sort | join: "," }}|{{ words | sort | join: "," }}|{{ words | sort_natural | join: "," }}|{{ list | reverse | join: "," }}|{{ list | first }}|{{ list | last }}|{{ list | size }}|{{ list[0] }}
{{ list[-1] }}|{{ list[5] }}|{{ list.first }}|{{ list.last }}|{{ list.size }}|{{ word.size }}|{{ word | size }}|{{ total | size }}|{{ none | size }}|{{ mixed | join: "," }}
{{ mixed | compact | join: "," }}|{{ mixed | size }}|{{ list | concat: words | join: "," }}|{{ rows | map: "nom" | join: "," }}|{{ rows | map: "poids" | join: "," }}|{{ rows | where: "ok" | map: "nom" | join: "," }}|{{ rows | where: "ok", false | map: "nom" | join: "," }}|{{ rows | where: "nom", "Un" | size }}|{{ rows | reject: "ok" | map: "nom" | join: "," }}|{{ rows | sort: "poids" | map: "nom" | join: "," }}
{{ rows | sort_natural: "nom" | map: "nom" | join: "," }}|{{ rows | find: "nom", "Deux" | json }}|{{ rows | find_index: "nom", "Deux" }}|{{ rows | has: "nom", "Deux" }}|{{ "1,1,2" | split: "," | uniq | join: "-" }}|{{ list | uniq | size }}|{{ nested | json }}|{{ map | json }}|{{ list | json }}|{{ word | json }}
{{ none | json }}|{{ 2.50 | json }}|{{ yes | json }}|{{ list | push: 9 | join: "," }}|{{ list | unshift: 9 | join: "," }}|{{ list | pop | join: "," }}|{{ list | shift | join: "," }}|{{ word | upcase }}|{{ word | downcase }}|{{ "élan vital" | capitalize }}
{{ "ÉLAN Vital" | capitalize }}|{{ "" | capitalize }}|{{ word | append: "s" }}|{{ word | prepend: "l’" }}|{{ 5 | append: 5 }}|{{ 2.50 | append: "" }}|{{ none | append: "x" }}|{{ spaces | strip }}.|{{ spaces | lstrip }}.|{{ spaces | rstrip }}.
{{ "xxaxx" | lstrip: "x" }}|{{ "a-b-a" | replace: "a", "c" }}|{{ "a-b-a" | replace_first: "a", "c" }}|{{ "a-b-a" | replace_last: "a", "c" }}|{{ "a-b-a" | remove: "a" }}|{{ "a-b-a" | remove_first: "a" }}|{{ "a-b-a" | remove_last: "a" }}|{{ "abc" | replace: "", "-" }}|{{ "a.b" | replace: ".", "$&" }}|{{ 121 | replace: 1, 3 }}
{{ html | strip_html }}|{{ "a<br>b<br/>c" | strip_html }}|{{ "<script>x</script>y" | strip_html }}|{{ "<style>x</style>y" | strip_html }}|{{ "a < b > c" | strip_html }}|{{ lines | strip_newlines }}|{{ lines | newline_to_br }}|{{ quote | escape }}|{{ quote | escape_once }}|{{ "&lt;a&gt; &" | escape_once }}
{{ "&lt;" | escape }}|{{ 5 | escape }}|{{ none | escape }}|{{ text | truncate: 10 }}|{{ text | truncate: 10, "" }}|{{ text | truncate: 10, "…" }}|{{ text | truncate }}|{{ text | truncate: 2 }}|{{ text | truncate: 100 }}|{{ long | truncate }}
{{ long | truncatewords }}|{{ text | truncatewords: 2 }}|{{ text | truncatewords: 2, "…" }}|{{ text | truncatewords: 0 }}|{{ "a  b   c d" | truncatewords: 2 }}|{{ text | slice: 0 }}|{{ text | slice: 3, 4 }}|{{ text | slice: -4, 2 }}|{{ text | slice: 100 }}|{{ list | slice: 1, 2 | join: "," }}
{{ list | slice: -2, 1 | join: "," }}|{{ 12345 | slice: 1, 2 }}|{{ "a b&c/é" | url_encode }}|{{ "a+b%26" | url_decode }}|{{ "a b" | cgi_escape }}|{{ "a b/é?x=1&y" | uri_escape }}|{{ word | base64_encode }}|{{ "w4k=" | base64_decode }}|{{ none | default: "x" }}
{{ blank | default: "x" }}|{{ no | default: "x" }}|{{ no | default: "x", allow_false: true }}|{{ empty | default: "x" }}|{{ zero | default: "x" }}|{{ word | default: "x" }}|{{ absent }}|{{ none }}|{{ yes }}|{{ no }}
{{ list }}|{{ words }}|{{ nested }}|{{ mixed }}|{{ empty }}.|{{ "2022-04-01" | date: "%d/%m/%Y" }}|{{ "2022-04-01" | date: "%Y-%m-%d" }}|{{ "2022-04-01T10:30:00Z" | date: "%Y" }}|{{ "1 2 3" | split: " " | last }}
{{ map.a }}|{{ map["b"] }}|{{ map.c }}|{{ map.size }}|{{ rows[0].nom }}|{{ rows[1]["nom"] }}|{{ rows.first.nom }}|{{ rows.last.nom }}|{{ "abc" | first }}|{{ "abc" | last }}
{{ text | size | divided_by: 2 }}|{{ "b,a" | split: "," | sort | first }}|{{ list | sort | reverse | first }}|{{ "10,9,1" | split: "," | sort | join: "," }}|{{ "a\\nb" }}|{{ 'it"s' }}|{{ "l'eau" }}|{{ 3 | times: 1.1 }}|{{ 1.1 | plus: 2.2 | minus: 3.3 }}|{{ 4.35 | times: 100 }}
{{ 1.15 | round: 1 }}|{{ 8.345 | round: 2 }}|{{ 5 | divided_by: 2 | floor }}|{{ 5 | divided_by: 2 | ceil }}|{{ 19.99 | times: 3 | round: 2 }}|{{ 100 | times: 1.1 }}|{{ 1e2 }}|{{ 123456789012345678 }}|{{ 0.1 }}|{{ -0.0 }}
{{ "x" | times: 2 }}|{{ 3 | plus: "4" }}|{{ 3 | plus: "" }}|{{ 3 | plus: none }}|{{ list | plus: 1 }}|{{ "5" | at_least: 10 }}|{{ "abc" | size | plus: 0.5 }}|{{ "a-b" | split: "-" | map: "size" | join }}|{{ words | map: "length" | join }}|{{ html | strip_html | strip | size }}
{{ pages | where: "data.lang", "fr" | map: "url" | join }}|{{ pages | reject: "data.lang", "fr" | map: "url" | join }}|{{ pages | find: "data.ordre", 1 | json }}|{{ pages | find_index: "data.ordre", 1 }}|{{ pages | find_index: "data.ordre", 9 }}|{{ pages | has: "data.lang", "de" }}|{{ pages | where: "data.ordre" | map: "url" | join }}|{{ pages | sum: "data.ordre" }}|{{ pages | sort: "data.ordre" | map: "url" | join }}|{{ pages | map: "data.lang" | uniq | join }}
{{ pages | where_exp: "p", "p.data.ordre > 1" | map: "url" | join }}|{{ pages | where_exp: "p", "p.data.lang == 'fr' and p.url != '/c/'" | map: "url" | join }}|{{ pages | reject_exp: "p", "p.data.ordre" | map: "url" | join }}|{{ pages | find_exp: "p", "p.url contains 'b'" | map: "url" }}|{{ pages | find_exp: "p", "p.data.ordre > 5" }}.|{{ pages | find_index_exp: "p", "p.data.lang == 'en'" }}|{{ pages | has_exp: "p", "p.data.ordre >= 2" }}|{{ list | where_exp: "n", "n > total" | size }}|{{ list | where_exp: "n", "n >= 2" | join }}|{{ words | where_exp: "w", "w.size > 5" | join }}
{{ pages | group_by: "data.lang" | map: "name" | join }}|{{ pages | group_by_exp: "p", "p.data.ordre" | map: "name" | json }}|{{ pages | group_by: "data.lang" | json }}|{{ words | group_by_exp: "w", "w | size" | map: "name" | join }}|{{ none | where_exp: "p", "p" | size }}|{{ empty | group_by: "x" | size }}|{{ none | find: "x", 1 }}.|{{ empty | has: "x" }}|{{ map | size }}|{{ map | map: "a" }}|{{ map | push: 1 | size }}|{{ map | where: "a", 1 | json }}|{{ word | map: "size" }}
{{ text | number_of_words }}|{{ text | replace: " ", "" | size }}|{{ "%27" | url_decode }}|{{ "x" | normalize_whitespace }}|{{ "a   b" | normalize_whitespace }}|{{ words | array_to_sentence_string }}|{{ words | array_to_sentence_string: "et" }}|{{ "<b>" | xml_escape }}
`.trim().split(/\n|\|(?=\{\{)/).map((e) => e.trim()).filter(Boolean));
expressions.push(
  "{% if total > 9 %}oui{% endif %}", "{% if blank %}oui{% else %}non{% endif %}", "{% if zero %}oui{% else %}non{% endif %}", 
  "{% if words contains 'pomme' %}oui{% endif %}", "{% if text contains 'num' %}oui{% endif %}", "{% if none == nil %}oui{% endif %}", "{% if number == 3.5 %}oui{% else %}non{% endif %}", "{% if part >= 2.5 and total != 3 %}oui{% endif %}",
  "{% unless no %}oui{% endunless %}", "{% case total %}{% when 1 %}un{% when 10, 11 %}dix{% else %}autre{% endcase %}", "{% for i in (1..3) %}{{ i }}{% endfor %}", "{% for i in list reversed %}{{ i }}{% endfor %}", "{% for i in list limit: 2 offset: 1 %}{{ i }}{% endfor %}",
  "{% for i in empty %}x{% else %}vide{% endfor %}", "{% for i in list %}{{ forloop.index }}{{ forloop.last }}{% endfor %}", "{% for p in map %}{{ p[0] }}={{ p[1] }};{% endfor %}", "{% assign x = 3 | divided_by: 2 %}{{ x }}", "{% capture c %}a{{ total }}{% endcapture %}{{ c }}",
  "{% increment n %}{% increment n %}", "{% for i in (1..4) %}{% cycle 'a', 'b' %}{% endfor %}", "{% assign a = 'x,y' | split: ',' %}{% for i in a %}{{ i }}{% unless forloop.last %}+{% endunless %}{% endfor %}", "{% if 'a' < 'b' %}oui{% endif %}",
  "{% for i in (1..5) %}{% if i == 3 %}{% continue %}{% endif %}{% if i == 5 %}{% break %}{% endif %}{{ i }}{% endfor %}", "{%- if true -%} a {%- endif -%} b", "{% comment %}x{% endcomment %}y", "{% raw %}{{ x }}{% endraw %}",
  "{% echo total | plus: 1 %}", "{% assign g = pages | group_by: 'data.lang' %}{% for e in g %}{{ e.name }}:{% for p in e.items %}{{ p.url }}{% endfor %} {% endfor %}",
  "{% tablerow i in list %}{{ i }}{% endtablerow %}", "{% tablerow i in (1..5) cols: 2 %}{{ i }}{{ tablerowloop.col }}{{ tablerowloop.last }}{% endtablerow %}", "{% tablerow i in list cols: 2 limit: 2 offset: 1 %}{{ tablerowloop.index }}/{{ tablerowloop.length }} {{ tablerowloop.col_first }}{% endtablerow %}", "x{% tablerow i in empty cols: 2 %}{{ i }}{% endtablerow %}y", "{% assign q = list | sort %}{{ q | first }}{{ list | first }}", "{% if list.size > 2 %}oui{% endif %}");

const engine = new Liquid({ strictFilters: true, dynamicPartials: true, ownPropertyOnly: true, timezoneOffset: 0 });
const cases = [], refused = [];
for (const expression of new Set(expressions)) {
  try {
    cases.push([expression, engine.parseAndRenderSync(expression, structuredClone(data))]);
  } catch (fault) {
    refused.push(`${expression}: ${fault.message}`);
  }
}
console.error(`${cases.length} expressions; refused by liquidjs:\n${refused.join("\n")}`);
writeFileSync(new URL("liquid-expressions.json", import.meta.url), JSON.stringify({ data, cases }, null, 1).replace(/\n {3}("|\])/g, "$1").replace(/\n {2}\]/g, "]") + "\n");
