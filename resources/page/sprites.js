// From a mark and a day to the symbol that is drawn, kept as a small picture.
//
// parts.sprites.spec(table, i, frame) -> what the symbol's draw() takes; frame {on, k, isCrowd}
// parts.sprites.make(ratio) -> {of(theme, spec) -> {reach, number, ...}, draw(ctx, sprite, x, y),
//   boxOf(sprite, x, y),
//   markSprites(table, theme, k, isCrowd, isSmall) -> spriteOf(i, on, badge),
//   clusterSprite(theme, shares), numberSprite(theme, count)}
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
  const EXACT = new Set(["cluster", "disc", "arc", "number"]); // these paint nothing beyond their reach
  const SHEET_PX = 1024;

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
    const text = dl.parts.days.short(due);
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
    return Math.round(strengthOf(form, age, steps) * steps) * 8 + (age > HATCH_AFTER ? 4 : 0) + flag;
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
      ticks: form === "troops" ? ticksOf(table, i) : [],
      flag: flagOf(table, i, on),
      badge: 1,
    };
  }

  // For a row of text, which says the rest: of one size, without code, flag and ticks.
  function smaller(one) {
    const { size } = one;
    const isRange = size && size.isKnown && size.ring > size.disc;
    const plain = size && { ...size, disc: 11, ring: isRange ? 14 : 11, isOpen: false };
    return { ...one, size: plain, ticks: [], flag: null, badge: 1, isBare: true, scale: SMALL };
  }

  function reachOf(one) {
    if (!one.scale) return plainReach(one);
    return Object.fromEntries(Object.entries(plainReach(one)).map(([side, px]) => [side, px * one.scale]));
  }

  function plainReach(one) {
    if (one.form === "troops") return dl.parts.troops.reach(one);
    if (one.form === "base") return dl.parts.base.reach(one);
    if (one.form === "shift") return dl.parts.shift.reach(one);
    if (one.form === "cluster" || one.form === "disc") return { left: 19, top: 19, right: 19, bottom: 19 };
    if (one.form === "arc") return dl.parts.symbols.clusterArcReach(one);
    if (one.form === "mention") return { left: 7, top: 7, right: 7, bottom: 7 };
    if (one.form === "number") return { left: 18, top: 8, right: 18, bottom: 8 };
    return { left: 7, top: 7, right: 7, bottom: 7 };
  }

  function paint(ctx, theme, one) {
    if (one.form === "troops") dl.parts.troops.draw(ctx, theme, one);
    else if (one.form === "base") dl.parts.base.draw(ctx, theme, one);
    else if (one.form === "shift") dl.parts.shift.draw(ctx, theme, one);
    else if (one.form === "disc") dl.parts.symbols.clusterDisc(ctx, theme);
    else if (one.form === "arc") dl.parts.symbols.clusterArc(ctx, theme, one);
    else if (one.form === "mention") dl.parts.base.drawMention(ctx, theme);
    else if (one.form === "number") dl.parts.symbols.clusterCount(ctx, theme, one.count, 0, 0);
    else dl.parts.base.drawReference(ctx, theme);
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

  // One beside the other in lines, on sheets of one picture each.
  function laidOut(waiting) {
    const sheets = [];
    let sheet = null;
    let [x, y, line] = [0, 0, 0];
    for (const sprite of waiting) {
      if (sheet && x + sprite.wide > SHEET_PX) [x, y, line] = [0, y + line, 0];
      if (!sheet || y + sprite.high > SHEET_PX) {
        sheet = { sprites: [], wide: 0, high: 0 };
        sheets.push(sheet);
        [x, y, line] = [0, 0, 0];
      }
      Object.assign(sprite, { sx: x, sy: y });
      sheet.sprites.push(sprite);
      x += sprite.wide;
      line = Math.max(line, sprite.high);
      sheet.wide = Math.max(sheet.wide, x);
      sheet.high = y + line;
    }
    return sheets;
  }

  // Pictures are painted when first drawn, all that wait at once: the engine takes longer to hand
  // over a picture than to paint one. Rings are put together from their arcs: a path is dear.
  function painter(ratio) {
    const drawing = new OffscreenCanvas(1, 1);
    const pen = drawing.getContext("2d");
    const waiting = { single: [], joined: [] };

    function paintOne({ spec: one, theme, parts, left, top, sx, sy, wide, high }) {
      const [x, y] = [sx + Math.round(left * ratio), sy + Math.round(top * ratio)];
      if (parts) {
        pen.setTransform(1, 0, 0, 1, 0, 0);
        for (const part of parts) {
          const [l, t] = [x - Math.round(part.left * ratio), y - Math.round(part.top * ratio)];
          pen.drawImage(part.picture, part.sx, part.sy, part.wide, part.high, l, t, part.wide, part.high);
        }
        return;
      }
      pen.save();
      pen.beginPath();
      pen.rect(sx, sy, wide, high);
      pen.clip();
      const scale = ratio * (one.scale || 1);
      pen.setTransform(scale, 0, 0, scale, x, y);
      paint(pen, theme, one);
      pen.restore();
    }

    function paintSheet({ sprites, wide, high }) {
      drawing.width = wide;
      drawing.height = high;
      pen.imageSmoothingEnabled = false;
      sprites.forEach(paintOne);
      const picture = drawing.transferToImageBitmap();
      for (const sprite of sprites) sprite.picture = picture;
    }

    return {
      add: (sprite) => (sprite.parts ? waiting.joined : waiting.single).push(sprite),
      paint() {
        for (const all of [waiting.single, waiting.joined]) laidOut(all.splice(0)).forEach(paintSheet);
      },
    };
  }

  function make(ratio) {
    const sheets = painter(ratio);
    const kept = new Map();
    let rings = { theme: null, of: new Map() };
    let numbers = { theme: null, of: new Map() };
    let made = 0;
    let marks = { table: null, bySign: new Map() };

    function of(theme, one, parts = null) {
      const key = theme.name + JSON.stringify(one);
      let sprite = kept.get(key);
      if (sprite) return sprite;
      if (kept.size > MOST_SPRITES) forgetHalf(kept);
      const reach = reachOf(one);
      const margin = EXACT.has(one.form) ? 1 : MARGIN;
      const left = Math.ceil(reach.left) + margin;
      const top = Math.ceil(reach.top) + margin;
      made += 1;
      sprite = {
        picture: null, sx: 0, sy: 0, reach, left, top, spec: one, theme, parts, number: made,
        wide: Math.ceil((left + reach.right + margin) * ratio), high: Math.ceil((top + reach.bottom + margin) * ratio),
      };
      sheets.add(sprite);
      kept.set(key, sprite);
      return sprite;
    }

    // On whole device pixels, so that edges stay sharp.
    function draw(ctx, sprite, x, y) {
      if (!sprite.picture) sheets.paint();
      const { picture, sx, sy, wide, high } = sprite;
      const l = Math.round((x - sprite.left) * ratio) / ratio;
      const t = Math.round((y - sprite.top) * ratio) / ratio;
      ctx.drawImage(picture, sx, sy, wide, high, l, t, wide / ratio, high / ratio);
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

    // The ring of a crowd, by its shares as a number, and its count: both found by number.
    function clusterSprite(theme, shares) {
      if (rings.theme !== theme || rings.of.size > MOST_SPRITES) rings = { theme, of: new Map() };
      let sprite = rings.of.get(shares);
      if (!sprite) {
        let from = 0;
        const arcs = dl.parts.cells.sharesOf(shares).map(([code, share]) => {
          from += share;
          return of(theme, { form: "arc", code, from: from - share, share });
        });
        sprite = of(theme, { form: "cluster", shares }, [of(theme, { form: "disc" }), ...arcs]);
        rings.of.set(shares, sprite);
      }
      return sprite;
    }

    function numberSprite(theme, count) {
      if (numbers.theme !== theme || numbers.of.size > MOST_SPRITES) numbers = { theme, of: new Map() };
      let sprite = numbers.of.get(count);
      if (!sprite) {
        sprite = of(theme, { form: "number", count });
        numbers.of.set(count, sprite);
      }
      return sprite;
    }

    return { of, draw, boxOf, markSprites, clusterSprite, numberSprite };
  }

  dl.parts.sprites = { flagOf, dayIn, make, spec, ageOf, attestedBy, strengthOf, phase, paint, reachOf };
})((window.dateline = window.dateline || { parts: {} }));
