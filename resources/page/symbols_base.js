// Bases: a square with the operator's code; shape and dash tell the state.
//
// parts.base.reach(spec) -> {left, top, right, bottom}
// parts.base.draw(ctx, theme, spec)
//   spec {code, state, receiver, strength, isHatched, isSuggested, isDisputed, flag, badge}
// parts.base.drawReference(ctx, theme); drawMention(ctx, theme)
(function (dl) {
  "use strict";

  const { rounded, circle, polygon, segment, outline, casing, code } = dl.parts.ink;
  const { mix, actor, onColour } = dl.parts.theme;
  const SIZE = 20;
  const H = SIZE / 2;
  const RADIUS = 3;
  const LINE = 1.8;
  const DASH = [3.2, 2.4];
  const PALE = 0.24;
  const CODE = 9.6;

  const square = (inset = 0) => rounded(-H + inset, -H + inset, SIZE - 2 * inset, SIZE - 2 * inset, RADIUS - inset / 2);

  function reach(spec) {
    const plus = spec.state === "opens" || spec.state === "to_open";
    return {
      left: H + 3,
      top: H + (plus ? 6 : 3) + (spec.flag ? 24 : 0),
      right: spec.flag ? Math.max(H, dl.parts.symbols.flagWidth(spec.flag) + 3) : H + (plus ? 6 : 3),
      bottom: H + 3,
    };
  }

  function fillOf(theme, colours, spec) {
    if (spec.isSuggested) return theme.map.halo;
    const isPale = spec.state === "to_open" || spec.state === "closed" || spec.isHatched;
    return mix(colours.fill, theme.map.land, isPale ? PALE : spec.strength);
  }

  function plus(ctx, theme, colours, isPlanned) {
    const badge = circle(H, -H, 4.6);
    casing(ctx, badge, theme, -1.4);
    ctx.fillStyle = isPlanned ? theme.map.halo : colours.stroke;
    ctx.fill(badge);
    outline(ctx, badge, colours.stroke, 1.3, isPlanned ? [1.9, 1.5] : []);
    const cross = segment(H - 2.4, -H, H + 2.4, -H);
    cross.addPath(segment(H, -H - 2.4, H, -H + 2.4));
    outline(ctx, cross, isPlanned ? theme.map.ink : onColour(colours.stroke), 1.5);
  }

  function whole(ctx, theme, colours, spec, fill) {
    ctx.fillStyle = fill;
    ctx.fill(square());
    if (spec.isHatched && !spec.isSuggested && spec.state !== "closed") {
      dl.parts.symbols.hatchInside(ctx, square(), colours.stroke, H);
    }
    outline(ctx, square(LINE / 2), colours.stroke, LINE, spec.state === "to_open" ? DASH : []);
  }

  // The lower right corner is cut off along the diagonal, and its edge dashed.
  function cornerCut(ctx, theme, colours, spec, fill) {
    whole(ctx, theme, colours, spec, fill);
    const corner = polygon([[H + 0.5, -0.1 * H], [H + 0.5, H + 0.5], [-0.1 * H, H + 0.5]]);
    ctx.fillStyle = theme.map.halo;
    ctx.fill(corner);
    const edge = segment(H - 0.9, 0.1 * H, H - 0.9, H - 0.9);
    edge.lineTo(0.1 * H, H - 0.9);
    outline(ctx, edge, colours.stroke, 1.5, [2.2, 2]);
  }

  function handOver(ctx, theme, colours, spec, fill) {
    const isDone = spec.state === "handed_over";
    const other = actor(theme, spec.receiver);
    ctx.save();
    ctx.clip(square());
    ctx.fillStyle = isDone && !spec.isSuggested ? mix(colours.fill, theme.map.land, PALE) : fill;
    ctx.fillRect(-H, -H, H, SIZE);
    ctx.fillStyle = isDone ? other.fill : theme.map.halo;
    ctx.fillRect(0, -H, H, SIZE);
    ctx.restore();
    const left = new Path2D();
    left.moveTo(0, -H + 0.9);
    left.lineTo(-H + 0.9, -H + 0.9);
    left.lineTo(-H + 0.9, H - 0.9);
    left.lineTo(0, H - 0.9);
    outline(ctx, left, colours.stroke, LINE);
    const right = new Path2D();
    right.moveTo(0, -H + 0.9);
    right.lineTo(H - 0.9, -H + 0.9);
    right.lineTo(H - 0.9, H - 0.9);
    right.lineTo(0, H - 0.9);
    outline(ctx, right, isDone ? other.stroke : colours.stroke, LINE, isDone ? [] : DASH);
    const ink = isDone ? onColour(other.fill) : theme.map.ink;
    outline(ctx, segment(1, 0, 5.6, 0), ink, 1.6);
    ctx.fillStyle = ink;
    ctx.fill(polygon([[8.4, 0], [4.6, -3.2], [4.6, 3.2]]));
  }

  function drawCode(ctx, theme, colours, spec, fill) {
    const isSplit = spec.state === "to_hand_over" || spec.state === "handed_over";
    const ground = isSplit && spec.state === "handed_over" && !spec.isSuggested
      ? mix(colours.fill, theme.map.land, PALE) : fill;
    const colour = ground === colours.fill ? colours.on : onColour(ground);
    const length = Math.max(2, spec.code.length);
    if (isSplit) {
      code(ctx, spec.code, -H / 2 + 0.2, 0, 13.6 / length, colour);
      return;
    }
    const size = Math.min(CODE, 24 / length);
    const [x, y] = spec.state === "to_close" ? [-1.4, -3] : [0, 0];
    if (spec.isHatched && !spec.isSuggested) dl.parts.symbols.codeGround(ctx, spec.code, size, fill);
    code(ctx, spec.code, x, y, spec.state === "to_close" ? size * 0.9 : size, colour);
  }

  function strike(ctx, theme, colours) {
    const at = H + 2;
    outline(ctx, segment(-at, at, at, -at), theme.map.halo, 4.2);
    outline(ctx, segment(-at, at, at, -at), colours.stroke, LINE);
  }

  function draw(ctx, theme, spec) {
    const colours = actor(theme, spec.code);
    const fill = fillOf(theme, colours, spec);
    casing(ctx, square(), theme, 0);
    if (spec.state === "to_close") cornerCut(ctx, theme, colours, spec, fill);
    else if (spec.state === "to_hand_over" || spec.state === "handed_over") {
      handOver(ctx, theme, colours, spec, fill);
    } else whole(ctx, theme, colours, spec, fill);
    if (spec.state === "closed") strike(ctx, theme, colours);
    if (!spec.isBare) drawCode(ctx, theme, colours, spec, fill);
    if (spec.state === "opens") plus(ctx, theme, colours, false);
    if (spec.state === "to_open") plus(ctx, theme, colours, true);
    if (spec.isSuggested) dl.parts.symbols.suggestedRing(ctx, theme, -H + 0.5, -H + 0.5);
    if (spec.isDisputed) dl.parts.symbols.disputedBadge(ctx, theme, -H, H);
    if (spec.badge > 1) dl.parts.symbols.countBadge(ctx, theme, H, H, spec.badge);
    if (spec.flag) dl.parts.symbols.flag(ctx, theme, spec.flag, 3, -H);
  }

  function drawReference(ctx, theme) {
    const box = rounded(-5.5, -5.5, 11, 11, 2);
    ctx.fillStyle = theme.map.halo;
    ctx.fill(box);
    outline(ctx, box, theme.map.halo, 3);
    outline(ctx, box, theme.map.labelAdmin, 1.25);
    ctx.fillStyle = theme.map.labelAdmin;
    ctx.fill(circle(0, 0, 1.4));
  }

  function drawMention(ctx, theme) {
    const ring = circle(0, 0, 5.6);
    outline(ctx, ring, theme.map.halo, 3.6);
    outline(ctx, ring, theme.map.ink, 1.4);
    ctx.fillStyle = theme.map.ink;
    ctx.fill(circle(0, 0, 1.8));
  }

  dl.parts.base = { drawMention, reach, draw, drawReference, HALF: H };
})((window.dateline = window.dateline || { parts: {} }));
