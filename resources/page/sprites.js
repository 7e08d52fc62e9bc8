// From a mark and a day to the symbol that is drawn, kept as a small picture.
//
// parts.sprites.spec(table, i, frame) -> what the symbol's draw() takes; frame {on, k, isCrowd}
// parts.sprites.make(ratio) -> {of(theme, spec) -> {reach, ...}, draw(ctx, sprite, x, y),
//   boxOf(sprite, x, y),
//   markSprites(table, theme, k, isCrowd, isSmall) -> spriteOf(i, on, badge),
//   clusterPen(ctx, theme) -> draw({shares, count, x, y}), clusterBox(theme, x, y)}
(function (dl) {
  "use strict";

  const HALF_LIFE = { ground: 90, shift: 90, troops: 60, base: 60 };
  const LEAST_STRENGTH = 0.42;
  const HATCH_AFTER = 60;
  const STEPS = 16;
  const CROWD_STEPS = 5;
  const MOST_SPRITES = 3000;
  const MOST_MARKS = 20000;
  const MOST_SIGNS = 6; // of themes, scales and kinds of drawing
  const SMALL = 0.62;
  const MET = new Set(["gone", "closed", "handed_over"]);
  const MARGIN = 9;
  const EXACT = new Set(["disc", "ring", "arc"]); // these paint nothing beyond their reach
  const EIGHTHS = 8; // of a ring, as in cells.js
  const OFTEN = 8;
  const MOST_RINGS = 20000;

  // The last attested day that is not after D; a mark nobody attests ages from its first day.
  function attestedBy(table, i, on) {
    const { attested, attested_at: at } = table.columns;
    for (let n = at[i + 1] - 1; n >= at[i]; n -= 1) if (attested[n] <= on) return attested[n];
    return dl.parts.days.isOpen(table.vs[i]) ? on : Math.min(on, table.vs[i]);
  }

  // The day on which a mark is seen: the one shown, or the nearest to it on which the mark stands.
  function dayIn(table, i, on) {
    return Math.max(table.vs[i], Math.min(on, table.ve[i] - 1));
  }

  function ageOf(table, i, on) {
    const day = dayIn(table, i, on);
    return Math.max(0, day - attestedBy(table, i, day));
  }

  function strengthOf(form, age, steps = STEPS) {
    const strength = Math.max(LEAST_STRENGTH, 2 ** (-age / (HALF_LIFE[form] || 60)));
    return Math.round(strength * steps) / steps;
  }

  function flagOf(table, i, on) {
    const due = table.due(i);
    if (due === null) return null;
    const text = dl.parts.days.beside(due, on);
    if (MET.has(table.text("state", i))) return { text, state: "met" };
    const hasPassed = table.text("cert", i) === "unconfirmed" || dayIn(table, i, on) > due;
    return { text, state: hasPassed ? "passed" : "ahead" };
  }

  const FLAG_STATES = ["met", "passed", "ahead"];

  // What of a symbol changes with the day alone, as a number: equal ones look equal.
  function phase(table, i, on, isCrowd) {
    const form = table.form(i);
    if (form === "reference" || form === "region" || form === "mention") return 0;
    const age = ageOf(table, i, on);
    const steps = isCrowd ? CROWD_STEPS : STEPS;
    const flag = table.due(i) === null ? 0 : 1 + FLAG_STATES.indexOf(flagOf(table, i, on).state);
    const isYearSaid = flag > 0 && dl.parts.days.year(table.due(i)) !== dl.parts.days.year(on);
    return Math.round(strengthOf(form, age, steps) * steps) * 16 + (isYearSaid ? 8 : 0) + (age > HATCH_AFTER ? 4 : 0) + flag;
  }

  function exactness([, , low, high]) {
    if (low < 0) return { kind: "ring", rank: 3 };
    if (high < 0) return { kind: "arrow", rank: 2 };
    return low === high ? { kind: "dot", rank: 0 } : { kind: "bar", rank: 1 };
  }

  // One tick a source; a source that gives several counts shows its most exact one.
  function ticksOf(table, i) {
    if (table.low[i] < 0) return [];
    return table.docs(i).map((source) => {
      const found = table.quotes(i).map(table.quote).filter((q) => q[0] === source);
      const kinds = found.map(exactness).sort((a, b) => a.rank - b.rank);
      return kinds.length ? kinds[0].kind : "ring";
    });
  }

  // Nobody reviews what is no claim.
  function isSuggested(table, i) {
    return table.form(i) !== "mention" && table.review(i) === "suggested";
  }

  function spec(table, i, { on, k, isCrowd = false }) {
    const form = table.form(i);
    const age = ageOf(table, i, on);
    return {
      form,
      code: table.text("code", i),
      state: table.text("state", i),
      pole: table.pole(i),
      second: table.second(i),
      size: form === "troops"
        ? dl.parts.troops.radiiOf(table.low[i], table.high[i], table.open[i] === 1, k, isCrowd ? 1.5 : 0.5) : null,
      receiver: "XX",
      strength: strengthOf(form, age, isCrowd ? CROWD_STEPS : STEPS),
      isHatched: age > HATCH_AFTER && (form === "troops" || form === "base"),
      isSuggested: isSuggested(table, i),
      isDisputed: table.disputed[i] === 1 && form !== "ground",
      isPlanned: table.text("cert", i) === "planned",
      isPossible: form === "shift" && table.text("cert", i) === "possible",
      ticks: form === "troops" ? ticksOf(table, i) : [],
      flag: flagOf(table, i, on),
      badge: 1,
    };
  }

  // For a row of text, which says the rest: of one size, without code, flag and ticks. That a deadline
  // has passed is told in any form.
  function smaller(one) {
    const { size } = one;
    const isRange = size && size.isKnown && size.ring > size.disc;
    const plain = size && { ...size, disc: 11, ring: isRange ? 14 : 11, isOpen: false };
    const isOverdue = Boolean(one.flag) && one.flag.state === "passed";
    return { ...one, size: plain, ticks: [], flag: null, isOverdue, badge: 1, isBare: true, scale: SMALL };
  }

  function reachOf(one) {
    if (!one.scale) return plainReach(one);
    return Object.fromEntries(Object.entries(plainReach(one)).map(([side, px]) => [side, px * one.scale]));
  }

  function plainReach(one) {
    if (one.form === "troops") return dl.parts.troops.reach(one);
    if (one.form === "base") return dl.parts.base.reach(one);
    if (one.form === "shift") return dl.parts.shift.reach(one);
    if (one.form === "disc" || one.form === "ring") return { left: 19, top: 19, right: 19, bottom: 19 };
    if (one.form === "arc") return dl.parts.symbols.clusterArcReach(one);
    if (one.form === "mention") return { left: 7, top: 7, right: 7, bottom: 7 };
    return { left: 7, top: 7, right: 7, bottom: 7 };
  }

  function paint(ctx, theme, one) {
    if (one.form === "troops") dl.parts.troops.draw(ctx, theme, one);
    else if (one.form === "base") dl.parts.base.draw(ctx, theme, one);
    else if (one.form === "shift") dl.parts.shift.draw(ctx, theme, one);
    else if (one.form === "disc") dl.parts.symbols.clusterDisc(ctx, theme);
    else if (one.form === "arc") dl.parts.symbols.clusterArc(ctx, theme, one);
    else if (one.form === "mention") dl.parts.base.drawMention(ctx, theme);
    else dl.parts.base.drawReference(ctx, theme);
    if (one.isOverdue) {
      ctx.translate(11, -11);
      ctx.scale(1 / one.scale, 1 / one.scale);
      dl.parts.symbols.overdue(ctx, theme);
    }
  }

  // What was met first goes first; all at once would leave one frame to paint everything anew.
  function forgetHalf(map) {
    let rest = map.size >> 1;
    for (const key of map.keys()) {
      if (rest === 0) break;
      map.delete(key);
      rest -= 1;
    }
  }

  // A picture of its own for each, painted when first drawn: one cut from a larger sheet takes the
  // engine four times as long to draw, at every frame anew.
  function painter(paintOn) {
    const drawing = new OffscreenCanvas(1, 1);
    const pen = drawing.getContext("2d");
    return (sprite) => {
      drawing.width = sprite.wide;
      drawing.height = sprite.high;
      pen.imageSmoothingEnabled = false;
      paintOn(pen, sprite);
      return drawing.transferToImageBitmap();
    };
  }

  // Rings of crowds are put together from a disc and arcs. There are too many to keep them all, so one
  // becomes a picture of its own when it has been drawn often: the disc below the arcs is opaque,
  // hence both ways give the same pixels.
  function ringMaker(of, theme) {
    const arcs = [];
    const often = new Map();
    const disc = of(theme, { form: "disc" });

    function arc(n, from, share) {
      const at = (n * EIGHTHS + from) * (EIGHTHS + 1) + share;
      arcs[at] = arcs[at] || of(theme, { form: "arc", code: dl.parts.cells.CODES[n], from, share });
      return arcs[at];
    }

    // Calls see(part) from the lowest up; of the shares as in cells.js.
    function visit(shares, see) {
      see(disc);
      let [rest, from] = [shares, 0];
      for (let n = 0; rest; n += 1) {
        const share = rest % (EIGHTHS + 1);
        if (share) see(arc(n, from, share));
        from += share;
        rest = (rest - share) / (EIGHTHS + 1);
      }
    }

    // The whole ring, or null where it is put together anew.
    function whole(shares) {
      const known = often.get(shares) || 0;
      if (typeof known === "object") return known;
      if (often.size > MOST_RINGS) often.clear();
      const sprite = known < OFTEN ? null : of(theme, { form: "ring", shares });
      often.set(shares, sprite || known + 1);
      return sprite;
    }

    return { theme, disc, visit, whole };
  }

  function make(ratio) {
    const kept = new Map();
    let rings = { theme: null };
    let marks = { table: null, bySign: new Map() };

    function of(theme, one) {
      const key = theme.name + JSON.stringify(one);
      let sprite = kept.get(key);
      if (sprite) return sprite;
      if (kept.size > MOST_SPRITES) forgetHalf(kept);
      const reach = reachOf(one);
      const margin = EXACT.has(one.form) ? 1 : MARGIN;
      const left = Math.ceil(reach.left) + margin;
      const top = Math.ceil(reach.top) + margin;
      sprite = {
        picture: null, reach, left, top, spec: one, theme,
        wide: Math.ceil((left + reach.right + margin) * ratio), high: Math.ceil((top + reach.bottom + margin) * ratio),
      };
      kept.set(key, sprite);
      return sprite;
    }

    const painted = painter((pen, { spec: one, theme, left, top }) => {
      const scale = ratio * (one.scale || 1);
      pen.setTransform(scale, 0, 0, scale, Math.round(left * ratio), Math.round(top * ratio));
      paint(pen, theme, one);
    });

    const joined = painter((pen, { spec: { shares }, left, top }) => {
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      rings.visit(shares, (part) => draw(pen, part, left, top));
    });

    // On whole device pixels, so that edges stay sharp and the parts of a ring meet.
    function draw(ctx, sprite, x, y) {
      sprite.picture = sprite.picture || (sprite.spec.form === "ring" ? joined : painted)(sprite);
      const l = Math.round(x * ratio) - Math.round(sprite.left * ratio);
      const t = Math.round(y * ratio) - Math.round(sprite.top * ratio);
      ctx.drawImage(sprite.picture, l / ratio, t / ratio, sprite.wide / ratio, sprite.high / ratio);
    }

    // What a drawing may touch, in px.
    function boxOf(sprite, x, y) {
      const [l, t] = [x - sprite.left - 1, y - sprite.top - 1];
      return { l, t, r: l + sprite.wide / ratio + 2, b: t + sprite.high / ratio + 2 };
    }

    // The picture of one mark on a day, found again without asking what it is made of.
    function markSprites(table, theme, k, isCrowd, isSmall = false) {
      const sign = `${theme.name} ${k} ${isCrowd} ${isSmall}`;
      if (marks.table !== table || marks.bySign.size > MOST_SIGNS) marks = { table, bySign: new Map() };
      if (!marks.bySign.has(sign) || marks.bySign.get(sign).size > MOST_MARKS) marks.bySign.set(sign, new Map());
      const found = marks.bySign.get(sign);
      return (i, on, badge = 1) => {
        const now = phase(table, i, on, isCrowd) * 64 + Math.min(badge, 63);
        const known = found.get(i);
        if (known && known.now === now && badge < 63) return known.sprite;
        const made = spec(table, i, { on, k, isCrowd });
        const sprite = of(theme, isSmall ? smaller(made) : { ...made, badge });
        found.set(i, { now, sprite });
        return sprite;
      };
    }

    function ringsOf(theme) {
      if (rings.theme !== theme) rings = ringMaker(of, theme);
      return rings;
    }

    // A crowd: a ring split by actor, and in it how many they are.
    function clusterPen(ctx, theme) {
      const { whole, visit } = ringsOf(theme);
      const write = dl.parts.symbols.countPen(ctx, theme);
      return ({ shares, count, x, y }) => {
        const ring = whole(shares);
        if (ring) draw(ctx, ring, x, y);
        else visit(shares, (part) => draw(ctx, part, x, y));
        write(count, Math.round(x * ratio) / ratio, Math.round(y * ratio) / ratio);
      };
    }

    const clusterBox = (theme, x, y) => boxOf(ringsOf(theme).disc, x, y);

    return { of, draw, boxOf, markSprites, clusterPen, clusterBox };
  }

  dl.parts.sprites = { flagOf, dayIn, make, spec, ageOf, attestedBy, strengthOf, phase, paint, reachOf };
})((window.dateline = window.dateline || { parts: {} }));
