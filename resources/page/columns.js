// Binary columns: a run of bytes whose parts are used as typed arrays where they lie. The layout is
// told in geodata/mapping/columns.py.
//
// parts.columns.read(ArrayBuffer) -> {header, columns: {name: typed array, ...}}
// parts.columns.fromBase64(text) -> ArrayBuffer
// parts.columns.unpacked(text) -> Promise of an ArrayBuffer: from base64, and from gzip if it is that
(function (dl) {
  "use strict";

  const MAGIC = "DLCB";
  const VERSION = 3;
  const START = 16;
  const STEP = 8;
  const TYPES = {
    u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i16: Int16Array, i32: Int32Array, f64: Float64Array,
  };
  const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

  const up = (at) => Math.ceil(at / STEP) * STEP;

  // Typed arrays take the order of the machine; all browsers' machines are little-endian today.
  function swapped(array) {
    const bytes = new Uint8Array(array.buffer.slice(array.byteOffset, array.byteOffset + array.byteLength));
    const wide = array.BYTES_PER_ELEMENT;
    for (let at = 0; at < bytes.length; at += wide) bytes.subarray(at, at + wide).reverse();
    return new array.constructor(bytes.buffer);
  }

  function read(buffer) {
    const view = new DataView(buffer);
    const bytes = new Uint8Array(buffer);
    const magic = buffer.byteLength < START ? "" : String.fromCharCode(...bytes.subarray(0, 4));
    if (magic !== MAGIC) throw new Error("the map's data is not in columns");
    const version = view.getUint32(4, true);
    if (version !== VERSION) throw new Error(`the map's data is of version ${version}, not ${VERSION}`);
    const length = view.getUint32(8, true);
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(START, START + length)));
    const columns = {};
    let at = up(START + length);
    for (const [name, type, count] of header.columns) {
      const size = count * TYPES[type].BYTES_PER_ELEMENT;
      if (at + size > buffer.byteLength) throw new Error(`the map's data ends inside the column “${name}”`);
      const column = new TYPES[type](buffer, at, count);
      columns[name] = isLittle ? column : swapped(column);
      at = up(at + size);
    }
    return { header, columns };
  }

  function fromBase64(text) {
    const letters = atob(text.trim());
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    return bytes.buffer;
  }

  // Data inside a page is packed by gzip, which every browser since 2023 unpacks.
  async function unpacked(text) {
    const buffer = fromBase64(text);
    const [first, second] = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
    if (first !== 0x1f || second !== 0x8b) return buffer;
    if (!window.DecompressionStream) throw new Error("this page needs a browser of 2023 or later");
    const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  dl.parts.columns = { read, fromBase64, unpacked };
})((window.dateline = window.dateline || { parts: {} }));
