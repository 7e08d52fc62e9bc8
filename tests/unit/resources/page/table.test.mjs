import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { load, pack, pageData } from "./parts.mjs";

const { columns, table } = load("columns", "table");

test("columns are read where they lie", () => {
  const buffer = pack({ title: "é" }, [["a", "u8", [1, 2, 3]], ["b", "f64", [0.5]], ["c", "i32", [-7]]]);
  const { header, columns: read } = columns.read(buffer);
  assert.equal(header.title, "é");
  assert.deepEqual([...read.a], [1, 2, 3]);
  assert.deepEqual([...read.b], [0.5]);
  assert.equal(read.c[0], -7);
  assert.equal(read.b.buffer, buffer);
});

test("what is not columns, of another version, or cut short is refused", () => {
  assert.throws(() => columns.read(new ArrayBuffer(4)), /not in columns/);
  const other = pack({}, [["a", "u8", [1]]]);
  new DataView(other).setUint32(4, 99, true);
  assert.throws(() => columns.read(other), /version 99/);
  const whole = pack({}, [["a", "f64", [1, 2]]]);
  assert.throws(() => columns.read(whole.slice(0, whole.byteLength - 8)), /ends inside/);
});

test("base64 gives the same bytes", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  assert.deepEqual(new Uint8Array(columns.fromBase64(`\n${Buffer.from(bytes).toString("base64")}\n`)), bytes);
});

test("what is packed is unpacked, and what is not is taken as it is", async () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, i) => i % 7);
  for (const sent of [gzipSync(bytes), bytes]) {
    const read = await columns.unpacked(Buffer.from(sent).toString("base64"));
    assert.deepEqual(new Uint8Array(read), bytes);
  }
});

test("a mark reads as it was written", () => {
  const read = table.read(pageData([
    { id: "a", form: "troops", layer: "troops", code: "US", pole: "R", lon: 7.99, lat: 16.97, low: 900, due: 19981, attested: [3, 5] },
    { id: "b", anchor: "none", vs: 10 },
  ]));
  assert.equal(read.text("id", 0), "a");
  assert.deepEqual([read.form(0), read.layer(0), read.pole(0), read.second(0)], ["troops", "troops", "R", ""]);
  assert.deepEqual([read.lon(0), read.lat(0), read.due(0)], [7.99, 16.97, 19981]);
  assert.deepEqual(read.attested(0), [3, 5]);
  assert.deepEqual([read.hasPoint[0], read.hasPoint[1], read.due(1)], [1, 0, null]);
  assert.equal(read.largest, 900);
});

test("an id is found by its bytes, and one that is not there is not", () => {
  const read = table.read(pageData([{ id: "é1" }, { id: "é2", vs: 1 }]));
  assert.equal(read.numberOf("é2"), 1);
  assert.equal(read.numberOf("é3"), undefined);
  assert.equal(read.numberOf(""), undefined);
});

test("marks that are not in order of their first day are refused", () => {
  const buffer = pageData([{ id: "a", vs: 1 }, { id: "b", vs: 2 }]);
  const { columns: read } = columns.read(buffer);
  read.vs[0] = 5;
  assert.throws(() => table.read(buffer), /order/);
});
