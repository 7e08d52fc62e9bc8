// The page's scripts, run here in the order in which the page runs them, and a table made of rows.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const FOLDER = new URL("../../../../resources/page/", import.meta.url);

globalThis.window = globalThis;

export function load(...names) {
  for (const name of names) {
    vm.runInThisContext(readFileSync(new URL(`${name}.js`, FOLDER), "utf8"), { filename: `${name}.js` });
  }
  return globalThis.dateline.parts;
}

const KINDS = { u8: [Uint8Array, 1], u32: [Uint32Array, 4], i32: [Int32Array, 4], f64: [Float64Array, 8] };
const MARK_COLUMNS = {
  u32: ["id", "fact", "actor", "code", "country", "place", "name", "state", "cert", "label", "words", "report", "standing"],
  u8: ["layer", "form", "anchor", "review", "pole", "second", "open", "disputed", "begun_by"],
  i32: ["lon", "lat", "vs", "ve", "ks", "ke", "low", "high", "due"],
};
const FORMS = ["ground", "shift", "troops", "base", "reference", "region", "mention"];
const LAYERS = ["alignment", "troops", "bases", "regions", "mentions"];
const ANCHORS = ["point", "country", "region", "none"];
const PLAIN = { vs: -800000, ve: 4000000, ks: -800000, ke: 4000000, low: -1, high: -1, due: -(2 ** 31), open: 0, disputed: 0, begun_by: 0 };

const up = (at) => Math.ceil(at / 8) * 8;

export function pack(header, columns) {
  const listed = columns.map(([name, type, values]) => [name, type, values.length]);
  const head = new TextEncoder().encode(JSON.stringify({ ...header, columns: listed }));
  let size = up(16 + head.length);
  for (const [, type, values] of columns) size = up(size + values.length * KINDS[type][1]);
  const buffer = new ArrayBuffer(size);
  const view = new DataView(buffer);
  new Uint8Array(buffer).set(new TextEncoder().encode("DLCB"));
  view.setUint32(4, 3, true);
  view.setUint32(8, head.length, true);
  new Uint8Array(buffer).set(head, 16);
  let at = up(16 + head.length);
  for (const [, type, values] of columns) {
    new KINDS[type][0](buffer, at, values.length).set(values);
    at = up(at + values.length * KINDS[type][1]);
  }
  return buffer;
}

// Rows as a person would write them -> the bytes of a page's data.
export function pageData(rows, header = {}) {
  const texts = [""];
  const number = (text = "") => {
    if (!texts.includes(text)) texts.push(text);
    return texts.indexOf(text);
  };
  const given = [...rows].sort((a, b) => (a.vs ?? PLAIN.vs) - (b.vs ?? PLAIN.vs)).map((row) => ({
    ...PLAIN,
    ...row,
    form: FORMS.indexOf(row.form ?? "base"),
    layer: LAYERS.indexOf(row.layer ?? "bases"),
    anchor: ANCHORS.indexOf(row.anchor ?? "point"),
    review: 1,
    pole: row.pole ? row.pole.charCodeAt(0) : 0,
    second: row.second ? row.second.charCodeAt(0) : 0,
    lon: row.lon === undefined ? -(2 ** 31) : Math.round(row.lon * 100000),
    lat: row.lat === undefined ? -(2 ** 31) : Math.round(row.lat * 100000),
  }));
  const columns = Object.entries(MARK_COLUMNS).flatMap(([type, names]) => names.map((name) => [
    name, type, given.map((row) => (type === "u32" ? number(row[name]) : row[name])),
  ]));
  for (const name of ["attested", "quotes", "docs"]) {
    const lists = given.map((row) => row[name] ?? []);
    columns.push([name, "i32", lists.flat()]);
    columns.push([`${name}_at`, "u32", lists.reduce((at, list) => [...at, at[at.length - 1] + list.length], [0])]);
  }
  for (const name of ["quote_source", "quote_low", "quote_high"]) columns.push([name, "i32", []]);
  for (const name of ["quote_text", "quote_words"]) columns.push([name, "u32", []]);
  const encoded = texts.map((text) => [...new TextEncoder().encode(text)]);
  columns.push(["text", "u8", encoded.flat()]);
  columns.push(["text_at", "u32", encoded.reduce((at, bytes) => [...at, at[at.length - 1] + bytes.length], [0])]);
  return pack({ size: rows.length, sources: [], regions: {}, extent: [0, 0, 1, 1], on: 0, known: 0, ...header }, columns);
}

// The same numbers on every run: a linear congruential generator of Numerical Recipes.
export function dice(seed) {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}
