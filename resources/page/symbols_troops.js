// Troops: a circle by count. Disc = lowest count, ring = highest.
//
// parts.troops.radiiOf(low, high, open, k) -> {disc, ring, isKnown, isOpen}; radii(spec) -> spec.size
// parts.troops.reach(spec) -> {left, top, right, bottom} px around the centre
// parts.troops.draw(ctx, theme, spec); dialNumbers(ctx, theme, spec, source numbers)
//   spec {code, state, size, strength, isHatched, isSuggested, isDisputed,
//         ticks: ["dot" | "bar" | "ring" | "arrow", ...], flag: {text, state} | null}
(function (dl) {
  "use strict";

  const { circle, polygon, segment, outline, casing, code, letters, width } = dl.parts.ink;
  const { mix, actor, onColour } = dl.parts.theme;
  const LEAST = 5;
  const UNKNOWN = 11;
  const GAP = 2.6;
  const MARK = 1.8;
  const RING = 1.6;
  const PALE = 0.24;
  const OPEN_GAP = [20, 70];
  const CODE_INSIDE_FROM = 8.5;
  const rad = (degrees) => (degrees * Math.PI) / 180;

  // Radii go in steps of half a pixel, coarser in a crowd, so that like symbols share a picture.
  function radiiOf(low, high, open, k, step = 0.5) {
    if (low < 0) return { disc: UNKNOWN, ring: UNKNOWN, isKnown: false, isOpen: false };
    const by = (count) => Math.max(LEAST, Math.round((k / step) * Math.sqrt(count / 1000)) * step);
    const disc = by(low);
    const isOpen = open || high < 0;
    const isRange = isOpen || high !== low;
    const ring = isRange ? Math.max(by(high < 0 ? low : high), disc + GAP) : disc;
    return { disc, ring, isKnown: true, isOpen };
  }

  const radii = (spec) => spec.size;

  // A disc too small for its code bears it on the right.
  function codeOutside(spec, disc, ring) {
    const text = disc < CODE_INSIDE_FROM ? width(spec.code, { size: 9.6, weight: 700 }) + 5 : 0;
    return text ? ring + text : 0;
  }

  function reach(spec) {
    const { disc, ring } = radii(spec);
    const chevron = ["to_arrive", "arriving"].includes(spec.state) ? 15 : 2;
    const leaving = ["to_withdraw", "withdrawing"].includes(spec.state) ? 15 : 2;
    const dial = spec.ticks.length ? 11 : 2;
    const flag = spec.flag ? 30 : 0;
    const { isOpen } = spec.size;
    return {
      left: ring + Math.max(chevron, dial * 0.85),
      right: Math.max(codeOutside(spec, disc, ring), ring + Math.max(leaving, spec.flag ? dl.parts.symbols.flagWidth(spec.flag) - ring * 0.4 : 0, isOpen ? 6 : 0)),
      top: ring + Math.max(dial, flag - ring * 0.2),
      bottom: ring + (isOpen ? 5 : 2),
    };
  }

  function fillOf(theme, colours, spec) {
    if (spec.isSuggested) return theme.map.halo;
    if (spec.state === "gone" || spec.state === "to_arrive" || !spec.size.isKnown) {
      return mix(colours.fill, theme.map.land, PALE);
    }
    return mix(colours.fill, theme.map.land, spec.isHatched ? PALE : spec.strength);
  }

  function drawRing(ctx, theme, colours, ring, isOpen) {
    if (!isOpen) {
      outline(ctx, circle(0, 0, ring), colours.stroke, RING);
      return;
    }
    const [from, to] = OPEN_GAP.map(rad);
    const path = new Path2D();
    path.arc(0, 0, ring, to, from + 2 * Math.PI);
    for (const angle of [from, to]) {
      path.moveTo(ring * Math.cos(angle), ring * Math.sin(angle));
      path.lineTo((ring + 5) * Math.cos(angle), (ring + 5) * Math.sin(angle));
    }
    outline(ctx, path, theme.map.halo, RING + 2.4);
    outline(ctx, path, colours.stroke, RING);
  }

  function chevron(ctx, theme, colour, x, isPlanned) {
    const path = polygon([[x, -6.5], [x + 8, 0], [x, 6.5]]);
    casing(ctx, path, theme, -1.6);
    if (isPlanned) {
      outline(ctx, path, colour, 1.3, [2.4, 1.6]);
      return;
    }
    ctx.fillStyle = colour;
    ctx.fill(path);
  }

  function drawChevron(ctx, theme, colours, state, ring) {
    const inX = -(ring + 13);
    const outX = ring + 5;
    if (state === "to_arrive") chevron(ctx, theme, colours.stroke, inX, true);
    if (state === "arriving") chevron(ctx, theme, colours.stroke, inX, false);
    if (state === "to_withdraw") chevron(ctx, theme, colours.stroke, outX, true);
    if (state === "withdrawing") chevron(ctx, theme, colours.stroke, outX, false);
  }

  function tick(ctx, theme, kind, angle, ring) {
    const at = (r) => [r * Math.cos(angle), r * Math.sin(angle)];
    const start = ring + 3.6;
    ctx.save();
    if (kind === "dot" || kind === "ring") {
      const [x, y] = at(start + 2);
      outline(ctx, circle(x, y, 1.7), theme.map.halo, 3);
      if (kind === "dot") {
        ctx.fillStyle = theme.map.ink;
        ctx.fill(circle(x, y, 1.8));
      } else {
        outline(ctx, circle(x, y, 1.9), theme.map.ink, 1.1);
      }
    } else {
      const line = segment(...at(start), ...at(start + 7));
      outline(ctx, line, theme.map.halo, 4.2);
      outline(ctx, line, theme.map.ink, 1.9);
      if (kind === "arrow") {
        const [x, y] = at(start + 8.5);
        ctx.translate(x, y);
        ctx.rotate(angle);
        ctx.fillStyle = theme.map.ink;
        ctx.fill(polygon([[3, 0], [-2.6, -3.4], [-2.6, 3.4]]));
      }
    }
    ctx.restore();
  }

  function drawDial(ctx, theme, ticks, ring) {
    if (ticks.length < 2) return;
    ticks.forEach((kind, i) => tick(ctx, theme, kind, tickAngle(i, ticks.length), ring));
  }

  const tickAngle = (n, count) => rad(228 + (n - (count - 1) / 2) * (count > 9 ? 120 / count : 15));

  // The sources' numbers at the ends of their ticks; shown while a mark is hovered or selected.
  function dialNumbers(ctx, theme, spec, numbers) {
    if (spec.ticks.length < 2 || spec.ticks.length > 9) return;
    numbers.forEach((number, n) => {
      const angle = tickAngle(n, numbers.length);
      const at = spec.size.ring + 20;
      letters(ctx, String(number), at * Math.cos(angle), at * Math.sin(angle) + 3.2, {
        size: 9.4, weight: 600, colour: theme.map.ink, halo: theme.map.halo,
      });
    });
  }

  function drawUnknown(ctx, theme, colours, state) {
    outline(ctx, circle(0, 0, UNKNOWN), colours.stroke, 2, [0.1, 3.75], "round");
    if (state === "gone") return;
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(9.4, 9, 6));
    outline(ctx, circle(9.4, 9, 5.3), colours.stroke, 1.2);
    letters(ctx, "?", 9.4, 12, { size: 8.4, weight: 700, colour: theme.map.ink });
  }

  function drawBody(ctx, theme, colours, spec, size) {
    const { disc, ring, isKnown } = size;
    const fill = fillOf(theme, colours, spec);
    ctx.fillStyle = fill;
    ctx.fill(circle(0, 0, disc));
    if (spec.isHatched && !spec.isSuggested && spec.state !== "gone") {
      dl.parts.symbols.hatchInside(ctx, circle(0, 0, disc), colours.stroke, disc);
    }
    if (!isKnown) drawUnknown(ctx, theme, colours, spec.state);
    else {
      const dash = spec.state === "to_arrive" ? [3.2, 2.4] : [];
      outline(ctx, circle(0, 0, disc - MARK / 2), colours.stroke, MARK, dash);
      if (ring > disc) {
        drawRing(ctx, theme, colours, ring, size.isOpen);
      }
    }
    return fill;
  }

  function drawCode(ctx, theme, colours, spec, disc, fill) {
    const isStrong = !spec.isSuggested && fill === colours.fill;
    const colour = isStrong ? colours.on : onColour(fill);
    if (disc >= CODE_INSIDE_FROM) {
      const size = Math.min(15, Math.max(8.6, disc * 0.62), (disc * 2.35) / Math.max(2, spec.code.length));
      if (spec.isHatched && !spec.isSuggested) dl.parts.symbols.codeGround(ctx, spec.code, size, fill);
      code(ctx, spec.code, 0, 0, size, colour);
    } else {
      const x = radii(spec).ring + 3;
      letters(ctx, spec.code, x, 3.4, {
        size: 9.6, weight: 700, colour: theme.map.ink, align: "left", halo: theme.map.halo,
      });
    }
  }

  function strike(ctx, theme, colours, radius) {
    const at = (radius + 2.5) * Math.SQRT1_2;
    outline(ctx, segment(-at, at, at, -at), theme.map.halo, 4.4);
    outline(ctx, segment(-at, at, at, -at), colours.stroke, MARK);
  }

  function draw(ctx, theme, spec) {
    const colours = actor(theme, spec.code);
    const size = radii(spec);
    casing(ctx, circle(0, 0, size.ring), theme, RING);
    drawDial(ctx, theme, spec.ticks, size.ring);
    drawChevron(ctx, theme, colours, spec.state, size.ring);
    const fill = drawBody(ctx, theme, colours, spec, size);
    if (spec.state === "gone") strike(ctx, theme, colours, size.disc);
    if (!spec.isBare) drawCode(ctx, theme, colours, spec, size.disc, fill);
    if (spec.isSuggested) {
      // Upper left, but lower where the dial has that place.
      const angle = rad(spec.ticks.length > 1 ? 168 : 225);
      dl.parts.symbols.suggestedRing(ctx, theme, size.ring * 1.1 * Math.cos(angle), size.ring * 1.1 * Math.sin(angle));
    }
    if (spec.isDisputed) dl.parts.symbols.disputedBadge(ctx, theme, -size.ring * 0.74, size.ring * 0.74);
    if (spec.flag) {
      const angle = rad(-58);
      dl.parts.symbols.flag(ctx, theme, spec.flag, size.ring * Math.cos(angle), size.ring * Math.sin(angle));
    }
  }

  dl.parts.troops = { radiiOf, radii, reach, draw, dialNumbers };
})((window.dateline = window.dateline || { parts: {} }));
