import assert from "node:assert/strict";
import { test } from "node:test";

import { dice, load } from "./parts.mjs";

const { boxes, seats } = load("boxes", "seats");

const BOUNDS = { l: 0, t: 0, r: 1000, b: 700 };
const VIEW = { zoom: 5, scale: 1000, ox: 0, oy: 0, width: 1000, height: 700 };
const MARGIN = 6;

// A country that is a rectangle: shares and points can be reckoned by hand.
function country(name, l, t, r, b) {
  const overlap = (box) => Math.max(0, Math.min(r, box.r) - Math.max(l, box.l)) * Math.max(0, Math.min(b, box.b) - Math.max(t, box.t));
  return {
    name,
    shape: { x: (l + r) / 2000, y: (t + b) / 2000, main: [l, t, r, b].map((v) => v / 1000), area: (r - l) * (b - t) },
    area: {
      box: { l, t, r, b },
      share: (box) => overlap(box) / ((box.r - box.l) * (box.b - box.t)),
      holds: (x, y) => x >= l && x <= r && y >= t && y <= b,
    },
  };
}

const layout = (level, width, height) => ({ level, width, height, cells: [] });

function wantedFor({ name, shape, area }, rows = 3) {
  return {
    country: name, title: name, shape, area,
    layouts: {
      full: () => layout("full", 60 + 50 * rows, 110), list: () => layout("list", 120, 27 + 17 * rows),
      short: () => layout("short", 90, 27 + 17 * rows), line: () => layout("line", 150, 20),
    },
  };
}

function roomOf(countries, memory = new Map(), bounds = BOUNDS) {
  const others = (name) => countries.filter((one) => one.name !== name).map(({ area }) => area);
  return {
    view: VIEW, bounds, memory, others, isNarrow: bounds.r < 520, boxes: boxes.make(), told: boxes.make(), controls: boxes.make(),
  };
}

const size = ({ l, t, r, b }) => [r - l, b - t];

test("where a plate fits into its country it stands there, with all its details", () => {
  const niger = country("Niger", 300, 150, 800, 600);
  const [plate] = seats.place([wantedFor(niger)], roomOf([niger]));
  assert.equal(plate.level, "full");
  assert.ok(plate.isInside);
  assert.ok(niger.area.share(plate.box) > 0.95);
});

test("beside a small country it stands near, and its line ends in the country", () => {
  const small = country("Kosovo", 480, 330, 510, 360);
  const big = country("Serbia", 420, 200, 560, 320);
  const [plate] = seats.place([wantedFor(small)], roomOf([small, big]));
  assert.ok(!plate.isInside);
  assert.ok(Math.max(480 - plate.box.r, plate.box.l - 510, 330 - plate.box.b, plate.box.t - 360) <= 45);
  assert.ok(small.area.holds(plate.anchor.x, plate.anchor.y));
  assert.ok(big.area.share(plate.box) <= 0.02, "over another country that is spoken of it would seem to speak of that");
});

for (const bounds of [BOUNDS, { l: 0, t: 0, r: 640, b: 390 }, { l: 0, t: 0, r: 390, b: 420 }]) {
  test(`however many small countries there are, plates never cover each other: ${bounds.r} px wide`, () => {
    const roll = dice(bounds.r);
    for (let round = 0; round < 12; round += 1) {
      const countries = Array.from({ length: 3 + roll(6) }, (_, n) => {
        const [l, t] = [40 + roll(bounds.r - 120), 40 + roll(bounds.b - 120)];
        return country(`C${n}`, l, t, l + 12 + roll(60), t + 12 + roll(60));
      });
      const room = roomOf(countries, new Map(), bounds);
      const marks = Array.from({ length: 5 }, () => ({ l: roll(bounds.r), t: roll(bounds.b) }));
      for (const { l, t } of marks) boxes.take(room, { l, t, r: l + 30, b: t + 30 }, 2);
      const plates = seats.place(countries.map((one) => wantedFor(one, 1 + roll(6))), room);
      plates.forEach((one, n) => {
        assert.ok(boxes.inside(one.box, bounds), "inside the window");
        plates.slice(n + 1).forEach((other) => assert.ok(!boxes.meets(one.box, other.box), `${one.title} over ${other.title}`));
      });
      assert.ok(plates.length >= countries.length - 1);
    }
  });
}

test("a narrow window gets fewer details", () => {
  const bounds = { l: 0, t: 0, r: 390, b: 420 };
  const latvia = country("Latvia", 180, 200, 215, 225);
  const [plate] = seats.place([wantedFor(latvia, 8)], roomOf([latvia], new Map(), bounds));
  assert.ok(plate.level !== "full");
  assert.ok(size(plate.box)[0] <= bounds.r * 0.62);
});

test("a plate stays where it stood, and equal frames are equal", () => {
  const countries = [country("A", 300, 300, 340, 340), country("B", 360, 300, 400, 340)];
  const memory = new Map();
  const before = seats.place(countries.map((one) => wantedFor(one)), roomOf(countries, memory));
  const alone = seats.place([wantedFor(countries[1])], roomOf(countries, memory));
  assert.deepEqual(alone[0].box, before[1].box);
  const fresh = seats.place(countries.map((one) => wantedFor(one)), roomOf(countries));
  assert.deepEqual(fresh.map(({ box }) => box), before.map(({ box }) => box));
  const back = seats.place(countries.map((one) => wantedFor(one)), roomOf(countries, memory));
  assert.deepEqual(back.map(({ box }) => box), before.map(({ box }) => box));
  assert.ok(before.every(({ box }) => box.l >= BOUNDS.l + MARGIN));
});

// A list that lay half over Algeria and hid the border was read of Algeria.
test("rather than half over its neighbours a plate stands in its country with fewer details", () => {
  const flat = country("Flat", 300, 280, 560, 340);
  const room = roomOf([flat]);
  const [plate] = seats.place([wantedFor(flat, 5)], room);
  assert.equal(plate.level, "line");
  assert.ok(plate.isInside);
  assert.ok(flat.area.share(plate.box) >= 0.85);
});
