// Alignment: pale ground, a ribbon along the inside of the border, a hatch where sources differ.
// And vague regions: a stipple that fades out toward edges nobody agrees on.
//
// parts.choropleth.draw(ctx, view, world, theme, grounds)
//   grounds: [{country, pole, second, strength, isPlanned}, ...]; strength 0..1 by age
// parts.choropleth.drawRegions(ctx, view, theme, regions)
//   regions: [{name, rings: [Float64Array, ...]}, ...] on the unit square
(function (dl) {
  "use strict";

  const { mix, alpha } = dl.parts.theme;
  const RIBBON = 9;
  const HATCH_GAP = 9;
  const PITCH = 7;
  const DOT = 0.95;
  const WASH = 0.12;
  const FEATHER_DEGREES = 0.72;

  function hatch(ctx, view, path, colour, gap, width) {
    ctx.save();
    ctx.clip(path);
    const lines = new Path2D();
    // The lines hold still on the ground while the map is moved.
    const shift = (view.ox + view.oy) % (gap * Math.SQRT2);
    for (let at = -shift; at < view.width + view.height; at += gap * Math.SQRT2) {
      lines.moveTo(at, 0);
      lines.lineTo(at - view.height, view.height);
    }
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke(lines);
    ctx.restore();
  }

  function ground(ctx, view, theme, path, { pole, second, strength }) {
    const colours = theme.pole[pole];
    const fill = mix(colours.fill, theme.map.land, theme.choropleth * strength);
    ctx.fillStyle = fill;
    ctx.fill(path);
    if (second && theme.pole[second]) {
      const ink = mix(theme.pole[second].strong, fill, 0.55);
      hatch(ctx, view, path, ink, HATCH_GAP, 1.2);
    }
    ctx.save();
    ctx.clip(path);
    ctx.strokeStyle = alpha(colours.strong, theme.ribbon);
    ctx.lineWidth = RIBBON * 2;
    ctx.lineJoin = "round";
    ctx.stroke(path);
    ctx.restore();
  }

  function draw(ctx, view, world, theme, grounds) {
    for (const one of grounds) {
      const path = dl.parts.basemap.countryPath(view, world, one.country);
      if (path && theme.pole[one.pole]) ground(ctx, view, theme, path, one);
    }
  }

  function ringPath(view, rings) {
    const path = new Path2D();
    for (const points of rings) {
      for (let i = 0; i < points.length; i += 2) {
        const x = points[i] * view.scale - view.ox;
        const y = points[i + 1] * view.scale - view.oy;
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
    }
    return path;
  }

  // One dot, repeated by the canvas: drawing each would take half a second.
  function dotPattern(ctx, view, colour, ratio) {
    const tile = document.createElement("canvas");
    const side = Math.round(PITCH * ratio);
    tile.width = side;
    tile.height = side;
    const inner = tile.getContext("2d");
    inner.fillStyle = alpha(colour, WASH);
    inner.fillRect(0, 0, side, side);
    inner.fillStyle = colour;
    inner.arc(side / 2, side / 2, DOT * ratio, 0, 2 * Math.PI);
    inner.fill();
    const pattern = ctx.createPattern(tile, "repeat");
    // The dots hold still on the ground while the map is moved.
    const [shiftX, shiftY] = [view.ox, view.oy].map((origin) => -(origin % (PITCH * 1000)));
    pattern.setTransform(new DOMMatrix().translate(shiftX, shiftY).rotate(30).scale(PITCH / side));
    return pattern;
  }

  function canvasLike(ctx, view, share) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(view.width * share);
    canvas.height = Math.ceil(view.height * share);
    const inner = canvas.getContext("2d");
    inner.scale(share, share);
    return inner;
  }

  // Kept for the view: blurring is the dearest thing on the page, and regions seldom change.
  function regionPicture(ctx, view, theme, region) {
    view.regions = view.regions || new Map();
    const key = region.name + theme.name;
    if (view.regions.has(key)) return view.regions.get(key);
    const ratio = ctx.getTransform().a;
    const picture = canvasLike(ctx, view, ratio);
    picture.fillStyle = dotPattern(picture, view, theme.map.region, ratio);
    picture.fillRect(0, 0, view.width, view.height);
    const mask = canvasLike(ctx, view, 0.25);
    const blur = Math.max(2, (FEATHER_DEGREES / 360) * view.scale);
    mask.filter = `blur(${blur * 0.25}px)`;
    mask.fill(ringPath(view, region.rings));
    picture.setTransform(1, 0, 0, 1, 0, 0);
    picture.globalCompositeOperation = "destination-in";
    picture.drawImage(mask.canvas, 0, 0, picture.canvas.width, picture.canvas.height);
    view.regions.set(key, picture.canvas);
    return picture.canvas;
  }

  function drawRegions(ctx, view, theme, regions) {
    for (const region of regions) {
      const picture = regionPicture(ctx, view, theme, region);
      ctx.save();
      ctx.globalAlpha = theme.stipple;
      ctx.drawImage(picture, 0, 0, view.width, view.height);
      ctx.restore();
    }
  }

  dl.parts.choropleth = { draw, drawRegions, hatch, ringPath };
})((window.dateline = window.dateline || { parts: {} }));
