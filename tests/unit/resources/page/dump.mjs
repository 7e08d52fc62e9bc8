// Prints every mark of a file of page data, as the page reads it, for comparison with Python.

import { readFileSync } from "node:fs";

import { load } from "./parts.mjs";

const { table } = load("columns", "table");
const bytes = readFileSync(process.argv[2]);
const t = table.read(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const rows = Array.from({ length: t.size }, (_, i) => [
  t.text("id", i), t.text("fact", i), t.layer(i), t.form(i), t.anchor(i), t.review(i), t.pole(i), t.second(i),
  t.hasPoint[i] ? t.lon(i) : null, t.hasPoint[i] ? t.lat(i) : null, t.vs[i], t.ve[i], t.ks[i], t.ke[i],
  t.low[i], t.high[i], t.due(i), t.attested(i), t.text("words", i),
]);
process.stdout.write(JSON.stringify(rows));
