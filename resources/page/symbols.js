// What several symbols have in common: deadline flag, hatch of age, badges, chips, and the rings
// of hover, focus and selection.
//
// parts.symbols.flag(ctx, theme, {text, state}, x, y)  state: "ahead" | "passed" | "met"; overdue(ctx, theme)
// parts.symbols.suggestedRing / disputedBadge / countBadge (ctx, theme, x, y[, count])
// parts.symbols.chip(ctx, theme, letter, x, y, {isHollow, isCoup})
// parts.symbols.clusterDisc(ctx, theme), clusterArc(ctx, theme, {code, from, share}) in eighths,
//   clusterArcReach(the same); countPen(ctx, theme) -> write(count, x, y)
// parts.symbols.halo(ctx, theme, box | radius, "hover" | "focus" | "selected")
(function (dl) {
  "use strict";

  const { rounded, circle, segment, outline, letters, casing, width, setFont } = dl.parts.ink;

  const FLAG_TEXT = { size: 10.4, weight: 600 };
  const STAFF = 20;
  const FLAG_HEIGHT = 15;
  const NOTCH = 4;
  const CLUSTER = { disc: 18.4, ring: 13.5, width: 5 }; // px

  function flagWidth(flag) {
    return width(flag.text, FLAG_TEXT) + 13;
  }

  function flagFoot(ctx, theme, state, x, y, colour) {
    if (state === "ahead") return;
    ctx.fillStyle = state === "met" ? colour : theme.map.halo;
    ctx.fill(circle(x, y, 5));
    outline(ctx, circle(x, y, 4.6), colour, 1.2);
    if (state === "passed") {
      letters(ctx, "?", x, y + 2.9, { size: 8, weight: 700, colour });
      return;
    }
    const tick = new Path2D();
    tick.moveTo(x - 2.2, y + 0.1);
    tick.lineTo(x - 0.6, y + 1.8);
    tick.lineTo(x + 2.3, y - 1.6);
    outline(ctx, tick, theme.map.halo, 1.3);
  }

  // A deadline that has passed, where there is no room for its flag.
  const overdue = (ctx, theme) => flagFoot(ctx, theme, "passed", 0, 0, theme.ui.warn);

  function flag(ctx, theme, { text, state }, x, y) {
    const colour = state === "passed" ? theme.ui.warn : theme.map.ink;
    const wide = flagWidth({ text });
    const top = y - STAFF;
    const cloth = new Path2D();
    cloth.moveTo(x, top - FLAG_HEIGHT / 2);
    cloth.lineTo(x + wide, top - FLAG_HEIGHT / 2);
    cloth.lineTo(x + wide - NOTCH, top);
    cloth.lineTo(x + wide, top + FLAG_HEIGHT / 2);
    cloth.lineTo(x, top + FLAG_HEIGHT / 2);
    cloth.closePath();
    const staff = segment(x, y, x, top - FLAG_HEIGHT / 2);
    outline(ctx, staff, theme.map.halo, 4);
    outline(ctx, cloth, theme.map.halo, 4);
    outline(ctx, staff, colour, 1.5, state === "ahead" ? [3, 2] : []);
    ctx.fillStyle = state === "passed" ? theme.ui.warnSoft : theme.map.halo;
    ctx.fill(cloth);
    outline(ctx, cloth, colour, 1.3);
    letters(ctx, text, x + 5, top + 3.7, { ...FLAG_TEXT, colour, align: "left" });
    flagFoot(ctx, theme, state, x, y, colour);
  }

  // After two months without a report the fill turns to lines.
  function hatchInside(ctx, path, colour, reach) {
    ctx.save();
    ctx.clip(path);
    const lines = new Path2D();
    for (let at = -2 * reach; at <= 2 * reach; at += 5) {
      lines.moveTo(at - reach, reach);
      lines.lineTo(at + reach, -reach);
    }
    outline(ctx, lines, colour, 1.1);
    ctx.restore();
  }

  function codeGround(ctx, text, size, fill) {
    const wide = width(text, { size, weight: 700 }) + 3;
    ctx.fillStyle = fill;
    ctx.fill(rounded(-wide / 2, -size * 0.52, wide, size * 1.04, 2));
  }

  function suggestedRing(ctx, theme, x, y) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(x, y, 3.6 + 1.3));
    outline(ctx, circle(x, y, 3.6), theme.map.ink, 1.3);
  }

  function disputedBadge(ctx, theme, x, y) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(x, y, 5.6));
    outline(ctx, circle(x, y, 4.9), theme.map.ink, 1.1);
    letters(ctx, "≠", x, y + 3, { size: 8.6, weight: 700, colour: theme.map.ink });
  }

  function countBadge(ctx, theme, x, y, count) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(x, y, 7));
    ctx.fillStyle = theme.map.ink;
    ctx.fill(circle(x, y, 5.8));
    letters(ctx, String(count), x, y + 3, { size: 8.4, weight: 700, colour: theme.map.halo });
  }

  const BOLT = [[1, -5.6], [-3.2, 0.9], [-0.4, 0.9], [-1.2, 5.6], [3.2, -1.2], [0.4, -1.2]];

  function chip(ctx, theme, letter, x, y, { isHollow = false, isCoup = false } = {}) {
    const side = 17;
    const box = isCoup ? circle(x, y, side / 2) : rounded(x - side / 2, y - side / 2, side, side, 3.6);
    casing(ctx, box, theme, 0);
    if (isCoup) {
      outline(ctx, circle(x, y, side / 2 - 0.8), theme.map.ink, 1.6);
      const bolt = new Path2D();
      BOLT.forEach(([bx, by], i) => (i ? bolt.lineTo(x + bx, y + by) : bolt.moveTo(x + bx, y + by)));
      bolt.closePath();
      ctx.fillStyle = theme.map.ink;
      ctx.fill(bolt);
      return;
    }
    const colours = theme.pole[letter] || theme.pole.N;
    ctx.fillStyle = isHollow ? theme.map.halo : colours.strong;
    ctx.fill(box);
    outline(ctx, rounded(x - side / 2 + 0.8, y - side / 2 + 0.8, side - 1.6, side - 1.6, 3), colours.strong, 1.6);
    const colour = isHollow ? theme.map.ink : colours.on;
    letters(ctx, letter, x, y + 3.9, { size: 11, weight: 700, colour });
  }

  // A ring split by actor, with room for the number of marks inside: a disc, and arcs of eighths.
  function clusterDisc(ctx, theme) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(0, 0, CLUSTER.disc));
  }

  const eighthAt = (n) => (n / 4 - 1 / 2) * Math.PI;

  function clusterArc(ctx, theme, { code, from, share }) {
    const arc = new Path2D();
    arc.arc(0, 0, CLUSTER.ring, eighthAt(from), eighthAt(from + share));
    outline(ctx, arc, dl.parts.theme.actor(theme, code).stroke, CLUSTER.width);
  }

  // The arc's own box: it may lie wholly on one side of the middle.
  function clusterArcReach({ from, share }) {
    const [x, y] = [[], []];
    for (let n = from; n <= from + share; n += 1) {
      for (const r of [CLUSTER.ring - CLUSTER.width / 2, CLUSTER.ring + CLUSTER.width / 2]) {
        x.push(r * Math.cos(eighthAt(n)));
        y.push(r * Math.sin(eighthAt(n)));
      }
    }
    return { left: -Math.min(...x), right: Math.max(...x), top: -Math.min(...y), bottom: Math.max(...y) };
  }

  // The number in a ring, of many in one go: setting a font takes longer than writing a number.
  function countPen(ctx, theme) {
    let size = 0;
    return (count, x, y) => {
      const wanted = count > 999 ? 9 : 11.5;
      if (wanted !== size) {
        size = wanted;
        setFont(ctx, { size, weight: 700 });
        ctx.textAlign = "center";
        ctx.textBaseline = "alphabetic";
        ctx.fillStyle = theme.map.ink;
      }
      ctx.fillText(count > 999 ? dl.parts.words.grouped(count) : count, x, y + 4);
    };
  }

  const RINGS = {
    hover: { colour: (theme) => theme.map.ink, width: 1, opacity: 0.75, ground: 0.11 },
    focus: { colour: (theme) => theme.ui.accent, width: 2, opacity: 1, ground: 0 },
    selected: { colour: (theme) => theme.map.ink, width: 2, opacity: 1, ground: 0 },
  };

  // The shape is {left, top, right, bottom} for squares and plates, {radius} for circles.
  function halo(ctx, theme, shape, kind) {
    const { colour, width: line, opacity, ground } = RINGS[kind];
    const gap = 4.5;
    const path = shape.radius
      ? circle(0, 0, shape.radius + gap)
      : rounded(
        -shape.left - gap, -shape.top - gap,
        shape.left + shape.right + 2 * gap, shape.top + shape.bottom + 2 * gap, 6,
      );
    ctx.save();
    if (ground) {
      ctx.globalAlpha = ground;
      ctx.fillStyle = theme.map.ink;
      ctx.fill(path);
    }
    ctx.globalAlpha = 1;
    if (kind !== "hover") outline(ctx, path, theme.map.halo, 4.5);
    ctx.globalAlpha = opacity;
    outline(ctx, path, colour(theme), line);
    ctx.restore();
  }

  dl.parts.symbols = {
    flag, overdue, flagWidth, hatchInside, codeGround, suggestedRing, disputedBadge, countBadge, chip,
    clusterDisc, clusterArc, clusterArcReach, countPen, halo,
  };
})((window.dateline = window.dateline || { parts: {} }));
