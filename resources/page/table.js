// The page's data: columns of marks, with sources, quotes and regions. The format is told in
// geodata/mapping/page_data.py.
//
// parts.table.read(ArrayBuffer) -> {size, sources, regions, extent, title, on, known, ...,
//   columns of numbers by name: table.vs[i], low[i], open[i], disputed[i], x[i], y[i], hasPoint[i], ...
//   text(column, i), form(i), layer(i), anchor(i), review(i), pole(i), second(i) -> texts
//   due(i) -> day | null; lon(i), lat(i) -> degrees
//   attested(i), docs(i), quotes(i) -> arrays of numbers; quote(q) -> [source, text, low, high,
//   words, day or null where the words appeared on another day than their source]
//   numberOf(id) -> mark number | undefined}
(function (dl) {
  "use strict";

  const LAYERS = ["alignment", "troops", "bases", "regions", "mentions"];
  const FORMS = ["ground", "shift", "troops", "base", "reference", "region", "mention"];
  const ANCHORS = ["point", "country", "region", "none"];
  const REVIEWS = ["suggested", "accepted", "edited", "rejected"];
  const NONE = -(2 ** 31);
  const PER_DEGREE = 100000;

  // Web Mercator on the unit square: x and y run from 0 to 1, y to the south.
  function unitX(lon) {
    return lon / 360 + 0.5;
  }

  function unitY(lat) {
    const bounded = Math.max(-85, Math.min(85, lat));
    return 0.5 - Math.asinh(Math.tan((bounded * Math.PI) / 180)) / (2 * Math.PI);
  }

  function isAscending(values) {
    for (let i = 1; i < values.length; i += 1) if (values[i - 1] > values[i]) return false;
    return true;
  }

  // Texts are decoded when they are first asked for: most never are.
  function textReader(bytes, at) {
    const decoder = new TextDecoder();
    const kept = new Array(at.length - 1);
    return (number) => {
      if (kept[number] === undefined) kept[number] = decoder.decode(bytes.subarray(at[number], at[number + 1]));
      return kept[number];
    };
  }

  function isSame(bytes, start, wanted) {
    for (let k = 0; k < wanted.length; k += 1) if (bytes[start + k] !== wanted[k]) return false;
    return true;
  }

  // By the bytes: a map of all ids would decode every one of them.
  function finder({ id, text, text_at: at }) {
    return (wanted) => {
      const bytes = new TextEncoder().encode(wanted);
      for (let i = 0; i < id.length; i += 1) {
        const number = id[i];
        if (at[number + 1] - at[number] === bytes.length && isSame(text, at[number], bytes)) return i;
      }
      return undefined;
    };
  }

  function largest({ low, high }) {
    let most = 0;
    for (let i = 0; i < low.length; i += 1) most = Math.max(most, low[i], high[i]);
    return most;
  }

  function places({ lon, lat }) {
    const size = lon.length;
    const [x, y, hasPoint] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
    for (let i = 0; i < size; i += 1) {
      if (lon[i] === NONE || lat[i] === NONE) continue;
      hasPoint[i] = 1;
      x[i] = unitX(lon[i] / PER_DEGREE);
      y[i] = unitY(lat[i] / PER_DEGREE);
    }
    return { x, y, hasPoint };
  }

  const letter = (code) => (code ? String.fromCharCode(code) : "");

  function read(buffer) {
    const { header, columns } = dl.parts.columns.read(buffer);
    if (!isAscending(columns.vs)) throw new Error("marks are not in order of their first day");
    const textOf = textReader(columns.text, columns.text_at);
    const dayOf = (q) => {
      const day = columns.quote_day ? columns.quote_day[q] : NONE;
      return day === NONE ? null : day;
    };
    const list = (name) => (i) => {
      const at = columns[`${name}_at`];
      return Array.from(columns[name].subarray(at[i], at[i + 1]));
    };
    return {
      ...header,
      ...columns,
      ...places(columns),
      columns,
      largest: largest(columns),
      text: (column, i) => textOf(columns[column][i]),
      form: (i) => FORMS[columns.form[i]],
      layer: (i) => LAYERS[columns.layer[i]],
      anchor: (i) => ANCHORS[columns.anchor[i]],
      review: (i) => REVIEWS[columns.review[i]],
      pole: (i) => letter(columns.pole[i]),
      second: (i) => letter(columns.second[i]),
      due: (i) => (columns.due[i] === NONE ? null : columns.due[i]),
      lon: (i) => columns.lon[i] / PER_DEGREE,
      lat: (i) => columns.lat[i] / PER_DEGREE,
      attested: list("attested"),
      docs: list("docs"),
      quotes: list("quotes"),
      quote: (q) => [
        columns.quote_source[q], textOf(columns.quote_text[q]), columns.quote_low[q],
        columns.quote_high[q], textOf(columns.quote_words[q]), dayOf(q),
      ],
      numberOf: finder(columns),
    };
  }

  dl.parts.table = { read, unitX, unitY, LAYERS, FORMS, ANCHORS, REVIEWS, NONE };
})((window.dateline = window.dateline || { parts: {} }));
