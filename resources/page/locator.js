// Where in the world the map lies: a small map around it, with its frame.
//
// parts.locator.draw(canvas, {state, extent, width, height, ratio}) -> whether there was a need for one
//   extent: [west, south, east, north] of the map, degrees; width and height in CSS pixels
(function (dl) {
  "use strict";

  const { unitX, unitY } = dl.parts.table;
  const SHARE = 0.36; // of the small map that the frame takes
  const MOST_DEGREES = 110; // a map that shows more of the world needs no locator
  const LEAST_FRAME_PX = 9;
  // Names of the large landmasses, each near its middle.
  const NAMES = [
    ["AFRICA", 19, 3], ["EUROPE", 18, 51], ["ASIA", 92, 46], ["NORTH AMERICA", -101, 45],
    ["SOUTH AMERICA", -59, -12], ["AUSTRALIA", 134, -25],
  ];

  function viewOf([west, south, east, north], width, height) {
    const [l, r, t, b] = [unitX(west), unitX(east), unitY(north), unitY(south)];
    const scale = Math.min((width * SHARE) / (r - l), (height * SHARE) / (b - t));
    const least = Math.max(width, height) * 0.9;
    const taken = Math.max(scale, least);
    const half = height / 2 / taken;
    const middle = Math.max(half, Math.min(1 - half, (t + b) / 2));
    return {
      zoom: Math.log2(taken / 256), scale: taken, width, height,
      ox: ((l + r) / 2) * taken - width / 2, oy: middle * taken - height / 2,
    };
  }

  function drawGrounds(ctx, view, { table, room, theme, world }) {
    for (const i of room.bins.grounds) {
      const colours = theme.pole[table.pole(i)];
      const path = colours && dl.parts.basemap.countryPath(view, world, table.text("country", i));
      if (!path) continue;
      ctx.fillStyle = dl.parts.theme.mix(colours.fill, theme.map.land, theme.choropleth);
      ctx.fill(path);
      dl.parts.ink.outline(ctx, path, dl.parts.theme.alpha(colours.strong, 0.55), 1);
    }
  }

  function drawName(ctx, view, theme, frame) {
    const style = { size: 12.8, weight: 500, colour: theme.map.labelCountry, align: "center", tracking: 2.4, halo: theme.map.halo, haloWidth: 2.6 };
    for (const [name, lon, lat] of NAMES) {
      const half = dl.parts.ink.width(name, style) / 2 + 9;
      const x = unitX(lon) * view.scale - view.ox;
      const inside = Math.max(half, Math.min(view.width - half, x));
      if (Math.abs(inside - x) > view.width * 0.36) continue;
      const y = unitY(lat) * view.scale - view.oy;
      // Above or below the frame where it would stand in it.
      const hits = inside + half > frame.l && inside - half < frame.r && y + 8 > frame.t && y - 16 < frame.b;
      const moved = hits ? (view.height - frame.b > frame.t ? frame.b + 19 : frame.t - 8) : y;
      if (moved < 16 || moved > view.height - 5) continue;
      dl.parts.ink.letters(ctx, name, inside, moved, style);
      return;
    }
  }

  function draw(canvas, { state, extent, width, height, ratio }) {
    const isNeeded = extent[2] - extent[0] < MOST_DEGREES && Boolean(state.room && state.room.world.coarse);
    canvas.hidden = !isNeeded;
    if (!isNeeded) return false;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const ctx = canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    const view = viewOf(extent, width, height);
    const { theme, room } = state;
    const world = room.world;
    dl.parts.basemap.drawLand(ctx, view, world, theme, new Set());
    drawGrounds(ctx, view, { table: state.table, room, theme, world });
    dl.parts.basemap.drawBorders(ctx, view, world, theme);
    const [l, r] = [extent[0], extent[2]].map((lon) => unitX(lon) * view.scale - view.ox);
    const [t, b] = [extent[3], extent[1]].map((lat) => unitY(lat) * view.scale - view.oy);
    const grow = Math.max(0, (LEAST_FRAME_PX - Math.min(r - l, b - t)) / 2);
    const frame = { l: l - grow, t: t - grow, r: r + grow, b: b + grow };
    drawName(ctx, view, theme, frame);
    ctx.strokeStyle = theme.map.halo;
    ctx.lineWidth = 4;
    ctx.strokeRect(frame.l, frame.t, frame.r - frame.l, frame.b - frame.t);
    ctx.strokeStyle = theme.map.ink;
    ctx.lineWidth = 1.8;
    ctx.strokeRect(frame.l, frame.t, frame.r - frame.l, frame.b - frame.t);
    return true;
  }

  dl.parts.locator = { draw };
})((window.dateline = window.dateline || { parts: {} }));
