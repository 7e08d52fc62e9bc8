// Alignment shift: a tapered arrow that always points right, from the pole left to the pole
// approached. It never shows a bearing on the ground.
//
// parts.shift.reach(spec) -> {left, top, right, bottom}
// parts.shift.draw(ctx, theme, spec)
//   spec {pole, second, state: "toward" | "away" | "coup", isPlanned, isPossible, strength, isSuggested}
(function (dl) {
  "use strict";

  const { polygon, circle, letters, outline, casing } = dl.parts.ink;
  const { mix } = dl.parts.theme;
  const LENGTH = 40;
  const HEAD = [10, 15.2];
  const BODY = [2.4, 6.8];
  const CHIP = 17;

  // Which chips stand at the ends.
  function ends(spec) {
    return {
      tail: spec.state === "coup" ? "coup" : spec.second,
      head: spec.state === "away" && spec.pole === spec.second ? "" : spec.pole,
    };
  }

  function reach(spec) {
    const { tail, head } = ends(spec);
    return {
      left: LENGTH / 2 + (tail ? CHIP + 3 : 0) + 2,
      right: LENGTH / 2 + (head ? CHIP + 3 : 0) + 2,
      top: 12,
      bottom: 12,
    };
  }

  // On the shaft of a turn of which the day is not known: it may not lie in the days that are told.
  function dayUnknown(ctx, theme) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(-5, 0, 6.4));
    outline(ctx, circle(-5, 0, 5.9), theme.map.ink, 1.2);
    letters(ctx, "?", -5, 3.3, { size: 9.2, weight: 700, colour: theme.map.ink });
  }

  function draw(ctx, theme, spec) {
    const { tail, head } = ends(spec);
    const colours = theme.pole[head || tail] || theme.pole.N;
    const colour = mix(colours.strong, theme.map.land, Math.max(0.4, spec.strength));
    const half = LENGTH / 2;
    const neck = half - HEAD[0];
    const arrow = polygon([
      [-half, -BODY[0] / 2], [neck, -BODY[1] / 2], [neck, -HEAD[1] / 2], [half, 0],
      [neck, HEAD[1] / 2], [neck, BODY[1] / 2], [-half, BODY[0] / 2],
    ]);
    casing(ctx, arrow, theme, 0);
    if (spec.isPlanned || spec.isSuggested) {
      ctx.fillStyle = theme.map.halo;
      ctx.fill(arrow);
      outline(ctx, arrow, colours.strong, 1.4, spec.isPlanned ? [3, 2] : []);
    } else {
      ctx.fillStyle = colour;
      ctx.fill(arrow);
    }
    if (spec.isPossible) dayUnknown(ctx, theme);
    const gap = half + CHIP / 2 + 2;
    if (tail) {
      dl.parts.symbols.chip(ctx, theme, tail, -gap, 0, { isHollow: true, isCoup: tail === "coup" });
    }
    if (head) dl.parts.symbols.chip(ctx, theme, head, gap, 0, {});
    if (spec.isSuggested) {
      dl.parts.symbols.suggestedRing(ctx, theme, tail ? -gap - 8 : -half, tail ? -9 : -8);
    }
  }

  dl.parts.shift = { reach, draw };
})((window.dateline = window.dateline || { parts: {} }));
