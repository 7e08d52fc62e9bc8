// Where the marks of a frame stand: alone, in a fan, or in a cluster.
//
// parts.arrange.place(table, points, cells, view, spriteMaker) -> {isCrowd, items: [item, ...]}
//   points as in scene.js, cells as in cells.js, spriteMaker(isCrowd) -> spriteOf(i)
//   item {kind: "mark", i, x, y, ax, ay, sprite, hasLeader} |
//     {kind: "cluster", all, x, y[, count, shares]}
(function (dl) {
  "use strict";

  const FAN_RADIUS = 27;
  const FAN_SPREAD = (120 * Math.PI) / 180;
  const FAN_MOST = 6;
  const MOST_ANCHORS = 120; // with more of them single symbols would cover each other
  const MOST_MARKS = 3000;
  const CROWD = 400;
  const BEYOND_PX = 60;
  const DIRECTIONS = [-90, -55, -125, -20, -160, 55, 125, 90].map((d) => (d * Math.PI) / 180);
  const NEAR_FAN_MOST = 4;
  const CLUSTER_PX = 22;
  const CELLS = 67108864;

  function addTo(map, key, value) {
    if (map.has(key)) map.get(key).push(value);
    else map.set(key, [value]);
  }

  // The marks of a frame that stand in view; null where there are more than single symbols could tell.
  function inView(table, points, cells, view) {
    if (cells.isFull(view, MOST_MARKS, MOST_ANCHORS)) return null;
    const found = [];
    for (let n = 0; n < points.size; n += 1) {
      const i = points.at(n);
      const x = table.x[i] * view.scale - view.ox;
      const y = table.y[i] * view.scale - view.oy;
      if (x < -BEYOND_PX || y < -BEYOND_PX || x > view.width + BEYOND_PX || y > view.height + BEYOND_PX) continue;
      if (found.length === MOST_MARKS) return null;
      found.push(i);
    }
    return found;
  }

  const placeOf = (table, i) => Math.floor(table.x[i] * CELLS) * CELLS + Math.floor(table.y[i] * CELLS);

  function areMany(table, numbers) {
    const places = new Set();
    for (const i of numbers) if (places.add(placeOf(table, i)).size > MOST_ANCHORS) return true;
    return false;
  }

  // The marks by place.
  function anchors(table, numbers, view) {
    const groups = new Map();
    for (const i of numbers) {
      const key = placeOf(table, i);
      if (groups.has(key)) groups.get(key).all.push(i);
      else {
        groups.set(key, {
          x: table.x[i] * view.scale - view.ox, y: table.y[i] * view.scale - view.oy, all: [i],
        });
      }
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

  function alone(table, groups, spriteOf) {
    const items = [];
    const boxes = dl.parts.boxes.make();
    const kept = joined(groups, CLUSTER_PX);
    const isFan = (group) => group.count <= (group.parts.length > 1 ? NEAR_FAN_MOST : FAN_MOST);
    for (const group of kept) {
      if (isFan(group)) continue;
      items.push({
        kind: "cluster", x: group.x, y: group.y, all: group.parts.flatMap((part) => part.all),
      });
      boxes.add({ l: group.x - 18, t: group.y - 18, r: group.x + 18, b: group.y + 18 });
    }
    const fans = kept.filter(isFan);
    fans.forEach(({ x, y }) => boxes.add({ l: x - 3, t: y - 3, r: x + 3, b: y + 3 }));
    for (const group of fans) items.push(...turned(fan(table, group, spriteOf), boxes));
    return items;
  }

  const isOnePlace = (table, all) => all.every((i) => table.x[i] === table.x[all[0]] && table.y[i] === table.y[all[0]]);

  // Many marks at one place of the crowd; which they are is asked seldom.
  class Cluster {
    constructor(cells, n, view) {
      this.kind = "cluster";
      this.x = cells.x[n] * view.scale - view.ox;
      this.y = cells.y[n] * view.scale - view.oy;
      this.count = cells.count(n);
      this.shares = cells.shares(n);
      this.members = () => cells.members(n);
    }

    get all() {
      return this.members();
    }
  }

  // A place of the crowd is a symbol where one mark stands, a fan where few stand at one point, and
  // else a ring with their number. The ring is the one before where it would look the same.
  function placeItems(table, cells, n, view, spriteOf, before) {
    const count = cells.count(n);
    const all = count > FAN_MOST ? null : count === 1 ? [cells.one(n)] : cells.members(n);
    if (all && isOnePlace(table, all)) {
      const x = table.x[all[0]] * view.scale - view.ox;
      const y = table.y[all[0]] * view.scale - view.oy;
      return fan(table, { x, y, parts: [{ x, y, all }] }, spriteOf)(DIRECTIONS[0]);
    }
    const isLike = ({ kind, count: former, shares: told }) => kind === "cluster" && former === count && told === cells.shares(n);
    return before.length && isLike(before[0]) ? before : [new Cluster(cells, n, view)];
  }

  // What did not change since the former date is the same item: so the next steps find out fast.
  function crowd(table, cells, view, spriteOf) {
    cells.fit(view.scale);
    const { numbers, kept } = cells.inView(view);
    const isAsItWas = (item) => item.kind === "cluster" || spriteOf(item.i) === item.sprite;
    const [clusters, marks] = [[], []];
    for (const n of numbers) {
      if (!cells.count(n)) continue;
      let place = kept.get(n);
      const version = cells.version(n);
      if (!place || place.version !== version || !place.items.every(isAsItWas)) {
        place = { version, items: placeItems(table, cells, n, view, spriteOf, place ? place.items : []) };
        kept.set(n, place);
      }
      for (const item of place.items) (item.kind === "cluster" ? clusters : marks).push(item);
    }
    // Clusters below, single marks above, whatever the order of places.
    return [...clusters, ...marks];
  }

  function place(table, points, cells, view, spriteMaker) {
    const numbers = inView(table, points, cells, view);
    if (!numbers || areMany(table, numbers)) return { isCrowd: true, items: crowd(table, cells, view, spriteMaker(true)) };
    const groups = anchors(table, numbers.sort((a, b) => a - b), view);
    return { isCrowd: false, items: alone(table, groups, spriteMaker(numbers.length > CROWD)) };
  }

  dl.parts.arrange = { place };
})((window.dateline = window.dateline || { parts: {} }));
