// The page's data: columns of marks, with sources, quotes and regions. The format is told in
// geodata/mapping/page_data.py.
//
// parts.table.read(object) -> {size, sources, quotes, regions, extent, ..., text(column, i),
//   form(i), layer(i), anchor(i), review(i), <every numeric column>}; `quotes` is the column of
//   numbers, `quoteRows` the quotes themselves
(function (dl) {
  "use strict";

  const LAYERS = ["alignment", "troops", "bases", "regions"];
  const FORMS = ["ground", "shift", "troops", "base", "reference", "region"];
  const ANCHORS = ["point", "country", "region", "none"];
  const REVIEWS = ["suggested", "accepted", "edited", "rejected"];
  const VERSION = 1;
  const DAY_COLUMNS = ["vs", "ve", "ks", "ke"];

  // Web Mercator on the unit square: x and y run from 0 to 1, y to the south.
  function unitX(lon) {
    return lon / 360 + 0.5;
  }

  function unitY(lat) {
    const bounded = Math.max(-85, Math.min(85, lat));
    return 0.5 - Math.asinh(Math.tan((bounded * Math.PI) / 180)) / (2 * Math.PI);
  }

  function sorted(values) {
    return values.every((v, i) => i === 0 || values[i - 1] <= v);
  }

  function read(object) {
    if (object.version !== VERSION) throw new Error(`page data of version ${object.version}`);
    const columns = object.marks;
    const size = columns.id.length;
    if (!sorted(columns.vs)) throw new Error("marks are not in order of their first day");
    const table = Object.assign({}, object, columns, { size, quoteRows: object.quotes });
    for (const name of DAY_COLUMNS) table[name] = Int32Array.from(columns[name]);
    table.hasPoint = Uint8Array.from(columns.lon, (lon) => (lon === null ? 0 : 1));
    table.x = Float64Array.from(columns.lon, (lon) => (lon === null ? 0 : unitX(lon)));
    table.y = Float64Array.from(columns.lat, (lat) => (lat === null ? 0 : unitY(lat)));
    table.text = (column, i) => object.strings[columns[column][i]];
    table.form = (i) => FORMS[columns.form[i]];
    table.layer = (i) => LAYERS[columns.layer[i]];
    table.anchor = (i) => ANCHORS[columns.anchor[i]];
    table.review = (i) => REVIEWS[columns.review[i]];
    table.largest = largest(columns);
    table.numberOf = new Map(columns.id.map((text, i) => [object.strings[text], i]));
    return table;
  }

  // A loop: spreading a hundred thousand arguments into Math.max overflows the stack.
  function largest(columns) {
    let most = 0;
    columns.low.forEach((low, i) => {
      most = Math.max(most, low, columns.high[i]);
    });
    return most;
  }

  dl.parts.table = { read, unitX, unitY, LAYERS, FORMS };
})((window.dateline = window.dateline || { parts: {} }));
