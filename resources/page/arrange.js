// Where the marks of a frame stand: alone, in a fan, or in a cluster; and which go to plates.
//
// parts.arrange.sort(table, active) -> {grounds, shifts, points, plates: Map country -> numbers,
//   regions, spots, references, mentions, unplaced}, each of mark numbers
// parts.arrange.stacked(table, active) -> {top, under, topOf}: one mark a fact
// parts.arrange.place(table, numbers, view, spriteOf) -> [item, ...]
//   item {kind: "mark", i, x, y, ax, ay, sprite, hasLeader} | {kind: "cluster", all, x, y}
(function (dl) {
  "use strict";

  const FAN_RADIUS = 27;
  const FAN_SPREAD = (120 * Math.PI) / 180;
  const FAN_MOST = 6;
  const MOST_TURNED = 120;
  const DIRECTIONS = [-90, -55, -125, -20, -160, 55, 125, 90].map((d) => (d * Math.PI) / 180);
  const NEAR_FAN_MOST = 4;
  const CLUSTER_PX = 22;
  const DENSE_CLUSTER_PX = 52; // with very many anchors single symbols would cover each other
  const CELLS = 67108864;

  function sort(table, active) {
    const bins = {
      grounds: [], shifts: [], points: [], plates: new Map(), regions: [], spots: [],
      references: [], mentions: [], unplaced: [],
    };
    for (const i of active) {
      const form = table.form(i);
      const anchor = table.anchor(i);
      if (form === "ground") bins.grounds.push(i);
      else if (form === "region") bins.regions.push(i);
      else if (form === "reference") bins.references.push(i);
      else if (form === "mention") bins.mentions.push(i);
      else if (anchor === "none") bins.unplaced.push(i);
      else if (form === "shift") bins.shifts.push(i);
      else if (anchor === "country") addTo(bins.plates, table.text("country", i), i);
      else if (!table.hasPoint[i]) bins.unplaced.push(i);
      else if (anchor === "region") bins.spots.push(i);
      else bins.points.push(i);
    }
    return bins;
  }

  // States of one fact that follow each other in a window of days are one stack, the last on top.
  // {top: numbers in order, under: Map top -> the earlier ones, topOf: Map any below -> its top}
  function stacked(table, active) {
    const last = new Map();
    const under = new Map();
    const topOf = new Map();
    const keyOf = (i) => `${table.fact[i]} ${table.form(i)}`;
    for (const i of active) last.set(keyOf(i), i);
    for (const i of active) {
      const top = last.get(keyOf(i));
      if (top === i) continue;
      addTo(under, top, i);
      topOf.set(i, top);
    }
    return { top: active.filter((i) => !topOf.has(i)), under, topOf };
  }

  function addTo(map, key, value) {
    if (map.has(key)) map.get(key).push(value);
    else map.set(key, [value]);
  }

  function sameAnchor(table, numbers, view) {
    const groups = new Map();
    for (const i of numbers) {
      const x = table.x[i] * view.scale - view.ox;
      const y = table.y[i] * view.scale - view.oy;
      if (x < -60 || y < -60 || x > view.width + 60 || y > view.height + 60) continue;
      const key = Math.floor(table.x[i] * CELLS) * CELLS + Math.floor(table.y[i] * CELLS);
      if (groups.has(key)) groups.get(key).all.push(i);
      else groups.set(key, { x, y, all: [i] });
    }
    return [...groups.values()];
  }

  // Greedy from the largest group down: a group too near to a kept one joins it.
  function joined(groups, nearPx) {
    const cells = new Map();
    const kept = [];
    groups.sort((a, b) => b.all.length - a.all.length);
    for (const group of groups) {
      const cx = Math.floor(group.x / nearPx);
      const cy = Math.floor(group.y / nearPx);
      let host = null;
      for (let x = cx - 1; x <= cx + 1 && !host; x += 1) {
        for (let y = cy - 1; y <= cy + 1 && !host; y += 1) {
          host = (cells.get(x * 65536 + y) || []).find(
            (other) => Math.hypot(other.x - group.x, other.y - group.y) < nearPx,
          ) || null;
        }
      }
      if (host) {
        host.parts.push(group);
        host.count += group.all.length;
      } else {
        const first = { x: group.x, y: group.y, parts: [group], count: group.all.length };
        kept.push(first);
        addTo(cells, cx * 65536 + cy, first);
      }
    }
    return kept;
  }

  function order(table) {
    return (a, b) => table.text("code", a.i).localeCompare(table.text("code", b.i))
      || table.text("state", a.i).localeCompare(table.text("state", b.i)) || a.i - b.i;
  }

  const radiusOf = (sprite) => (sprite.spec.form === "troops"
    ? dl.parts.troops.radii(sprite.spec).ring : dl.parts.base.HALF);

  // Far enough up that neighbours in the fan do not touch, and that none covers its anchor.
  function fanRadius(members, step) {
    let radius = FAN_RADIUS;
    members.forEach(({ sprite }, n) => {
      const own = radiusOf(sprite);
      radius = Math.max(radius, own + 9);
      if (n > 0) {
        const reach = own + radiusOf(members[n - 1].sprite) + 8;
        radius = Math.max(radius, reach / (2 * Math.sin(step / 2)));
      }
    });
    return radius;
  }

  function fan(table, group, spriteOf) {
    const members = group.parts.flatMap((part) => part.all.map((i) => ({
      i, ax: part.x, ay: part.y, sprite: spriteOf(i),
    })));
    members.sort(order(table));
    const n = members.length;
    const step = n > 1 ? Math.min(FAN_SPREAD / (n - 1), FAN_SPREAD / 2) : 0;
    const radius = fanRadius(members, step);
    return (middle) => members.map((member, at) => {
      const angle = middle + (at - (n - 1) / 2) * step;
      return {
        kind: "mark",
        ...member,
        x: group.x + radius * Math.cos(angle),
        y: group.y + radius * Math.sin(angle),
        hasLeader: true,
      };
    });
  }

  // Upward where there is room, else leaning away from the marks that already stand.
  function turned(fanAt, boxes) {
    const boxesOf = (items) => items.map((m) => dl.parts.boxes.around(m.x, m.y, m.sprite.reach));
    const found = DIRECTIONS.find((middle) => !boxesOf(fanAt(middle)).some((box) => boxes.meets(box)));
    const items = fanAt(found === undefined ? DIRECTIONS[0] : found);
    boxesOf(items).forEach((box) => boxes.add(box, 1));
    return items;
  }

  function place(table, numbers, view, spriteOf) {
    const items = [];
    const boxes = dl.parts.boxes.make();
    const anchors = sameAnchor(table, numbers, view);
    const isDense = anchors.length > MOST_TURNED;
    const groups = joined(anchors, isDense ? DENSE_CLUSTER_PX : CLUSTER_PX);
    const nearMost = isDense ? 1 : NEAR_FAN_MOST;
    const isFan = (group) => group.count <= (group.parts.length > 1 ? nearMost : FAN_MOST);
    for (const group of groups) {
      if (isFan(group)) continue;
      items.push({
        kind: "cluster", x: group.x, y: group.y, all: group.parts.flatMap((part) => part.all),
      });
      boxes.add({ l: group.x - 18, t: group.y - 18, r: group.x + 18, b: group.y + 18 });
    }
    const fans = groups.filter(isFan);
    if (!isDense) fans.forEach(({ x, y }) => boxes.add({ l: x - 3, t: y - 3, r: x + 3, b: y + 3 }));
    for (const group of fans) {
      const fanAt = fan(table, group, spriteOf);
      items.push(...(isDense ? fanAt(DIRECTIONS[0]) : turned(fanAt, boxes)));
    }
    return items;
  }

  dl.parts.arrange = { stacked, sort, place };
})((window.dateline = window.dateline || { parts: {} }));
