// What stands over the map: date box, zoom buttons, scale bar, unplaced tray, hover tip.
//
// parts.controls.make(map, container, {hasDate, hasZoom, hasScale, onFit, onHand, onUnplaced}) -> {setTime(on, known), setUnplaced(n),
//   setElsewhere(n), setDated(is there anything that a date could be of),
//   tip(text, x, y), obstacles() -> boxes in px of the map's corner}
// parts.controls.element(tag, className, text); write(element, text)
(function (dl) {
  "use strict";

  const SCALE_PX = 110;
  const LEAST_SCALE_ZOOM = 4;
  const DATE_PX = 290;
  const EARTH_M = 40075016.7;
  const SVG = "http://www.w3.org/2000/svg"; // a name, not an address

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const written = new WeakMap();

  // The same text written again would be laid out again; reading it back from the page takes as long.
  function write(where, text) {
    if (written.get(where) === text) return;
    written.set(where, text);
    const [child] = where.childNodes;
    if (child && child.nodeType === Node.TEXT_NODE && where.childNodes.length === 1) child.data = text;
    else where.textContent = text;
  }

  function icon(path) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }

  const ICONS = {
    plus: "M10 4v12M4 10h12",
    minus: "M4 10h12",
    fit: "M4 7.5V4h3.5M12.5 4H16v3.5M16 12.5V16h-3.5M7.5 16H4v-3.5M8 8h4v4H8z",
    play: "M7 4.5v11l9-5.5z",
    pause: "M7 5v10M13 5v10",
    back: "M14 4.5v11l-7-5.5zM5.5 4.5v11",
    forward: "M6 4.5v11l7-5.5zM14.5 4.5v11",
    repeat: "M4 9V6.5h10M11.5 4L14 6.5 11.5 9M16 11v2.5H6M8.5 16L6 13.5 8.5 11",
  };

  function button(className, label, iconName, onClick) {
    const made = element("button", className);
    made.type = "button";
    made.title = label;
    made.setAttribute("aria-label", label);
    made.append(icon(ICONS[iconName]));
    made.addEventListener("click", onClick);
    return made;
  }

  function knownWords(on, known, reach) {
    const { words, weekday, isOneDay } = dl.parts.days;
    if (!isOneDay(reach)) return `whatever held on any of these days\nas known on ${words(known)}`;
    return `${weekday(on)}, as known ${on === known ? "that day" : `on ${words(known)}`}`;
  }

  function zoomButtons(map, onFit, onHand) {
    const box = element("div", "dl-zoom");
    const nearer = (steps) => {
      onHand();
      map.setZoom(map.getZoom() + steps);
    };
    box.append(
      button("", "Zoom in", "plus", () => nearer(1)),
      button("", "Zoom out", "minus", () => nearer(-1)),
      button("", "Show everything", "fit", onFit),
    );
    L.DomEvent.disableClickPropagation(box);
    return box;
  }

  // The largest round length that fits; Mercator stretches, so the bar names its latitude.
  function scaleText(map) {
    const lat = map.getCenter().lat;
    const perPx = (EARTH_M * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom());
    const most = (SCALE_PX * perPx) / 1000;
    const power = 10 ** Math.floor(Math.log10(most));
    const km = [5, 2, 1].map((n) => n * power).find((n) => n <= most) || power;
    const side = lat < 0 ? "S" : "N";
    return {
      px: (km * 1000) / perPx,
      km,
      text: `${km.toLocaleString("en")} km at ${Math.abs(Math.round(lat))}° ${side}`,
      scale: Math.round(perPx / 0.000264583),
      lat,
    };
  }

  function make(map, container, { hasDate, hasZoom = true, hasScale = false, onFit, onHand = () => {}, onUnplaced }) {
    const dateBox = element("div", "dl-date");
    const day = element("div", "dl-date-day");
    const known = element("div", "dl-date-known");
    dateBox.append(day, known);
    dateBox.hidden = true;
    const scale = element("div", "dl-scale");
    const bar = element("span", "dl-scale-bar");
    const scaleLabel = element("span", "");
    scale.append(bar, scaleLabel);
    const tray = element("button", "dl-tray");
    tray.type = "button";
    tray.hidden = true;
    tray.addEventListener("click", () => onUnplaced());
    let unplaced = 0;
    const elsewhere = element("button", "dl-tray dl-elsewhere");
    elsewhere.type = "button";
    elsewhere.hidden = true;
    elsewhere.title = "Show all of them";
    elsewhere.addEventListener("click", onFit);
    const whose = element("div", "dl-attribution");
    const ours = hasDate ? "Map: Natural Earth" : ""; // on its own, a page names it below
    whose.textContent = ours;
    whose.hidden = !ours;
    const tip = element("div", "dl-tip");
    tip.hidden = true;
    const zoom = zoomButtons(map, onFit, onHand);
    if (hasDate) container.append(dateBox);
    if (hasZoom) container.append(zoom);
    container.append(scale, tray, elsewhere, whose, tip);
    [tray, elsewhere].forEach((made) => L.DomEvent.disableClickPropagation(made));

    function drawScale() {
      scale.hidden = !hasScale && map.getZoom() < LEAST_SCALE_ZOOM;
      const { px, text } = scaleText(map);
      bar.style.width = `${Math.round(px)}px`;
      scaleLabel.textContent = text;
    }
    map.on("moveend zoomend", drawScale);
    drawScale();

    // The date box counts at its widest: labels must not jump because a month has a longer name.
    function boxOf(made) {
      if (made.hidden || !made.isConnected) return null;
      const wide = made === dateBox ? Math.max(made.offsetWidth, DATE_PX) : made.offsetWidth;
      return {
        l: made.offsetLeft, t: made.offsetTop,
        r: made.offsetLeft + wide, b: made.offsetTop + made.offsetHeight,
      };
    }

    return {
      setTime(on, by, reach) {
        write(day, dl.parts.days.frameWords(on, reach));
        write(known, knownWords(on, by, reach));
      },
      // A date over a map without articles would say that nothing was there on that day.
      setDated(isDated) {
        dateBox.hidden = !isDated;
      },
      setAttribution(text) {
        whose.textContent = text || ours;
        whose.hidden = !whose.textContent;
      },
      setUnplaced(count) {
        if (count === unplaced) return false;
        unplaced = count;
        const hasChanged = tray.hidden !== (count === 0);
        tray.hidden = count === 0;
        tray.textContent = `${count} without a place`;
        return hasChanged;
      },
      // Whether it came or went: labels give way to it.
      setElsewhere(count) {
        const wasHidden = elsewhere.hidden;
        elsewhere.hidden = count === 0;
        write(elsewhere, `${dl.parts.words.plural(count, "mark", "marks")} elsewhere`);
        return wasHidden !== elsewhere.hidden;
      },
      tip(text, x, y) {
        tip.hidden = !text;
        if (!text) return;
        tip.textContent = text;
        const room = container.clientWidth - tip.offsetWidth - 8;
        tip.style.left = `${Math.max(8, Math.min(room, x + 14))}px`;
        tip.style.top = `${y + 18 + tip.offsetHeight > container.clientHeight ? y - tip.offsetHeight - 12 : y + 18}px`;
      },
      obstacles: () => [dateBox, zoom, scale, tray, elsewhere, whose].map(boxOf).filter(Boolean),
      drawScale,
    };
  }

  dl.parts.controls = { make, element, write, button, icon, ICONS, knownWords, scaleText };
})((window.dateline = window.dateline || { parts: {} }));
