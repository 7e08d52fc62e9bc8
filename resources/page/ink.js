// Strokes, letters and boxes that all symbols share. Every drawing is around (0, 0).
//
// parts.ink.rounded(x, y, w, h, r) -> Path2D;  circle(x, y, r) -> Path2D
// parts.ink.outline(ctx, path, colour, width, dash)
// parts.ink.casing(ctx, path, theme, width)    the halo that lifts a mark off the ground
// parts.ink.letters(ctx, text, x, y, {size, weight, colour, align, halo, italic, tracking})
// parts.ink.width(ctx, text, {size, weight, italic, tracking}) -> px
(function (dl) {
  "use strict";

  const CASING = 2.2;

  function rounded(x, y, w, h, r) {
    const path = new Path2D();
    path.roundRect(x, y, w, h, r);
    return path;
  }

  function circle(x, y, r) {
    const path = new Path2D();
    path.arc(x, y, r, 0, 2 * Math.PI);
    return path;
  }

  function polygon(points) {
    const path = new Path2D();
    points.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
    return path;
  }

  function segment(x1, y1, x2, y2) {
    const path = new Path2D();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    return path;
  }

  function outline(ctx, path, colour, width, dash = [], cap = "butt") {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.lineCap = cap;
    ctx.lineJoin = "round";
    ctx.setLineDash(dash);
    ctx.stroke(path);
    ctx.setLineDash([]);
  }

  function casing(ctx, path, theme, width = 0) {
    ctx.fillStyle = theme.map.halo;
    ctx.fill(path);
    outline(ctx, path, theme.map.halo, width + 2 * CASING);
  }

  function setFont(ctx, { size, weight = 400, italic = false, tracking = 0 }) {
    ctx.font = `${italic ? "italic " : ""}${weight} ${size}px ${dl.parts.theme.font}`;
    if ("letterSpacing" in ctx) ctx.letterSpacing = `${tracking}px`;
  }

  function letters(ctx, text, x, y, style) {
    setFont(ctx, style);
    ctx.textAlign = style.align || "center";
    ctx.textBaseline = style.baseline || "alphabetic";
    if (style.halo) {
      ctx.strokeStyle = style.halo;
      ctx.lineWidth = 2 * (style.haloWidth || 1.5);
      ctx.lineJoin = "round";
      ctx.setLineDash([]);
      ctx.strokeText(text, x, y);
    }
    ctx.fillStyle = style.colour;
    ctx.fillText(text, x, y);
  }

  const widths = new Map();
  let ruler = null;

  function width(text, style) {
    const key = `${style.size}|${style.weight}|${style.italic}|${style.tracking}|${text}`;
    if (!widths.has(key)) {
      if (widths.size > 20000) widths.clear();
      ruler = ruler || document.createElement("canvas").getContext("2d");
      setFont(ruler, style);
      widths.set(key, ruler.measureText(text).width);
    }
    return widths.get(key);
  }

  // A code in the middle of a symbol: capitals are centred by their height, not by the line's.
  function code(ctx, text, x, y, size, colour) {
    letters(ctx, text, x, y + size * 0.355, { size, weight: 700, colour, tracking: -size * 0.02 });
  }

  dl.parts.ink = {
    CASING, rounded, circle, polygon, segment, outline, casing, setFont, letters, width, code,
  };
})((window.dateline = window.dateline || { parts: {} }));
