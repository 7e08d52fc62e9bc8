// Compact lines and the shapes made of them. The format is told in packaging/derive_basemap.py.
//
// parts.topology.line(text, grid) -> Float64Array of x, y on the unit square of Web Mercator
// parts.topology.shapes(table)    -> {arcs, boxes, borders, coasts, countries}; a country has id,
//   name, x, y (label point), area, box, main (box of the largest part), polygons [[ring of arc numbers, ...], ...]
(function (dl) {
  "use strict";

  const { unitX, unitY } = dl.parts.table;
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUES = new Int8Array(128);
  for (let i = 0; i < ALPHABET.length; i += 1) VALUES[ALPHABET.charCodeAt(i)] = i;

  function line(text, grid) {
    const [stepX, stepY, west, south] = grid;
    const numbers = [];
    let value = 0;
    let shift = 0;
    for (let i = 0; i < text.length; i += 1) {
      const digit = VALUES[text.charCodeAt(i)];
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        numbers.push(value & 1 ? -((value + 1) >> 1) : value >> 1);
        value = 0;
        shift = 0;
      }
    }
    const points = new Float64Array(numbers.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      points[i] = unitX(x * stepX + west);
      points[i + 1] = unitY(y * stepY + south);
    }
    return points;
  }

  function boxOf(points) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < points.length; i += 2) {
      box[0] = Math.min(box[0], points[i]);
      box[1] = Math.min(box[1], points[i + 1]);
      box[2] = Math.max(box[2], points[i]);
      box[3] = Math.max(box[3], points[i + 1]);
    }
    return box;
  }

  function around(boxes) {
    return boxes.reduce((all, box) => [
      Math.min(all[0], box[0]), Math.min(all[1], box[1]),
      Math.max(all[2], box[2]), Math.max(all[3], box[3]),
    ]);
  }

  // Where a country is looked for: an overseas part in view does not put the country there.
  function largest(polygons) {
    const size = ({ box }) => (box[2] - box[0] > 0.5 ? 0 : (box[2] - box[0]) * (box[3] - box[1]));
    return polygons.reduce((a, b) => (size(b) > size(a) ? b : a)).box;
  }

  // An arc that two countries share is a border; one that a single country has is a coast.
  function shapes(table) {
    const arcs = table.arcs.map((text) => line(text, table.grid));
    const boxes = arcs.map(boxOf);
    const uses = new Uint8Array(arcs.length);
    const countries = table.countries.map((country) => {
      const polygons = country.polygons.map((rings) => {
        for (const ring of rings) for (const n of ring) uses[n < 0 ? ~n : n] += 1;
        return { rings, box: around(rings[0].map((n) => boxes[n < 0 ? ~n : n])) };
      });
      return {
        id: country.id,
        name: country.name,
        area: country.area,
        main: largest(polygons),
        x: unitX(country.at[0]),
        y: unitY(country.at[1]),
        box: around(polygons.map((p) => p.box)),
        polygons,
      };
    });
    const numbers = [...arcs.keys()];
    return {
      arcs,
      boxes,
      countries,
      borders: numbers.filter((n) => uses[n] > 1),
      coasts: numbers.filter((n) => uses[n] === 1),
    };
  }

  dl.parts.topology = { line, boxOf, shapes };
})((window.dateline = window.dateline || { parts: {} }));
