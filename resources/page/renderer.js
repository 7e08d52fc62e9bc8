// A Leaflet renderer with canvases of ours. What lies below the marks is drawn apart and joined to one
// in the document: the engine puts all that is in the document together anew for each frame, and
// five would cost it more than drawing the marks does.
//
// parts.renderer.make(map, onView) -> {view(), context(name), join(), ratio(), bounds()}
//   context("land" | "ground" | "lines" | "labels" | "marks"); join() after a change to any but the last
//   onView(view) runs after every move; while a zoom is animated Leaflet scales the canvases.
// A view is told in basemap.js; offset() is the canvas's place over the map's corner, in px.
(function (dl) {
  "use strict";

  const JOINED = ["land", "ground", "lines", "labels"];
  const SHOWN = ["map", "marks"];
  const NAMES = [...JOINED, ...SHOWN];
  const PADDING = 0.1;

  function make(map, onView, magnified) {
    const ratio = () => (window.devicePixelRatio || 1) * magnified;
    const canvases = {};
    let now = null;

    const Renderer = L.Renderer.extend({
      initialize() {
        L.Util.setOptions(this, { padding: PADDING });
        L.Util.stamp(this);
        this._layers = {};
      },

      _initContainer() {
        this._container = document.createElement("div");
        this._container.className = "dl-canvases";
        for (const name of NAMES) {
          canvases[name] = document.createElement("canvas");
          if (SHOWN.includes(name)) this._container.append(canvases[name]);
        }
      },

      _destroyContainer() {
        this._container.remove();
      },

      _updatePaths() {},

      _update() {
        if (this._map._animatingZoom && this._bounds) return;
        L.Renderer.prototype._update.call(this);
        const size = this._bounds.getSize();
        L.DomUtil.setPosition(this._container, this._bounds.min);
        for (const name of NAMES) fitCanvas(canvases[name], size, ratio());
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

    // Where the window onto the map lies on the canvas.
    function bounds() {
      const size = map.getSize();
      const corner = map.containerPointToLayerPoint([0, 0]).subtract(now.min);
      return { l: corner.x, t: corner.y, r: corner.x + size.x, b: corner.y + size.y };
    }

    return { view: () => now, context, join, ratio, bounds, canvases };
  }

  function fitCanvas(canvas, size, ratio) {
    const wide = Math.round(size.x * ratio);
    const high = Math.round(size.y * ratio);
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
  }

  dl.parts.renderer = { make };
})((window.dateline = window.dateline || { parts: {} }));
