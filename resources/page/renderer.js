// A Leaflet renderer with canvases of ours. All but one are drawn apart: the engine puts what is in the
// document together anew for each frame, and that would cost it more than drawing the marks does.
// The one that is shown is opaque and lies on whole pixels of the screen, so that the engine copies it;
// between two pixels it would be blurred and blended, at several times the cost.
//
// parts.renderer.make(map, onView) -> {view(), context(name), join(), screen(box), ratio(), bounds(),
//   setOpaque(is)}
//   context("land" | "ground" | "lines" | "labels"); join() after a change to any of them;
//   screen(box) -> the context to draw marks on, with the map below them; in the box {l, t, r, b}
//   alone, null for all; setOpaque(false) where something lies below the map
//   onView(view) runs after every move; while a zoom is animated Leaflet scales the canvas.
// A view is told in basemap.js; offset() is the canvas's place over the map's corner, in px.
(function (dl) {
  "use strict";

  const JOINED = ["land", "ground", "lines", "labels"];
  const NAMES = [...JOINED, "map"];
  const PADDING = 0.1;

  function make(map, onView, magnified) {
    const ratio = () => (window.devicePixelRatio || 1) * magnified();
    const canvases = {};
    let container = null;
    let shown = null;
    let isOpaque = true;
    let isHidden = false;
    let now = null;

    const Renderer = L.Renderer.extend({
      initialize() {
        L.Util.setOptions(this, { padding: PADDING });
        L.Util.stamp(this);
        this._layers = {};
      },

      _initContainer() {
        container = document.createElement("div");
        container.className = "dl-canvases";
        this._container = container;
        for (const name of NAMES) canvases[name] = document.createElement("canvas");
        setOpaque(true);
      },

      _destroyContainer() {
        this._container.remove();
      },

      _updatePaths() {},

      // Leaflet's own would set the canvas between two pixels.
      _reset() {
        this._update();
      },

      _update() {
        if (this._map._animatingZoom && this._bounds) return;
        L.Renderer.prototype._update.call(this);
        const size = this._bounds.getSize();
        L.DomUtil.setPosition(this._container, this._bounds.min.add(toWholePixels()));
        for (const name of NAMES) fitCanvas(canvases[name], size, ratio());
        if (fitCanvas(shown, size, ratio())) hide();
        const zoom = this._map.getZoom();
        const origin = this._map.getPixelOrigin().add(this._bounds.min);
        now = {
          zoom, scale: 256 * 2 ** zoom, ox: origin.x, oy: origin.y, width: size.x, height: size.y,
          min: this._bounds.min,
        };
        onView(now);
      },
    });

    map.addLayer(new Renderer());

    // What stands over the map may end between two pixels.
    function toWholePixels() {
      const corner = map.getContainer().getBoundingClientRect();
      const dense = window.devicePixelRatio || 1;
      const rest = (px) => Math.round(px * dense) / dense - px;
      return L.point(rest(corner.left), rest(corner.top));
    }

    // An opaque canvas is black until something is drawn on it: the sea shows through till then.
    function hide() {
      isHidden = true;
      shown.style.visibility = "hidden";
    }

    // Whether a canvas is opaque is told when it is made.
    function setOpaque(is) {
      isOpaque = is;
      const made = document.createElement("canvas");
      made.getContext("2d", { alpha: !isOpaque });
      if (shown) shown.replaceWith(made);
      else container.append(made);
      shown = made;
      hide();
      if (now) fitCanvas(shown, L.point(now.width, now.height), ratio());
    }

    function context(name) {
      const ctx = canvases[name].getContext("2d");
      ctx.setTransform(ratio(), 0, 0, ratio(), 0, 0);
      ctx.clearRect(0, 0, now.width, now.height);
      return ctx;
    }

    function join() {
      const ctx = context("map");
      for (const name of JOINED) ctx.drawImage(canvases[name], 0, 0, now.width, now.height);
    }

    function screen(box) {
      const ctx = shown.getContext("2d");
      ctx.restore();
      ctx.save();
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      // Pictures stand on whole pixels; asking for smooth ones would take the longer way to the same.
      ctx.imageSmoothingEnabled = false;
      if (box) {
        const [l, t, r, b] = [box.l, box.t, box.r, box.b].map((px) => px * ratio());
        ctx.beginPath();
        ctx.rect(Math.floor(l), Math.floor(t), Math.ceil(r) - Math.floor(l), Math.ceil(b) - Math.floor(t));
        ctx.clip();
      }
      if (!isOpaque) ctx.clearRect(0, 0, shown.width, shown.height);
      if (isHidden) shown.style.visibility = "";
      isHidden = false;
      ctx.drawImage(canvases.map, 0, 0);
      ctx.setTransform(ratio(), 0, 0, ratio(), 0, 0);
      return ctx;
    }

    // Where the window onto the map lies on the canvas.
    function bounds() {
      const size = map.getSize();
      const corner = map.containerPointToLayerPoint([0, 0]).subtract(now.min);
      return { l: corner.x, t: corner.y, r: corner.x + size.x, b: corner.y + size.y };
    }

    return { view: () => now, context, join, screen, ratio, bounds, setOpaque };
  }

  function fitCanvas(canvas, size, ratio) {
    const wide = Math.round(size.x * ratio);
    const high = Math.round(size.y * ratio);
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      return true;
    }
    return false;
  }

  dl.parts.renderer = { make };
})((window.dateline = window.dateline || { parts: {} }));
