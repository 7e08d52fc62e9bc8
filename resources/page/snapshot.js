// The page as a picture of any size: title, words, date, map, legend, locator, time, sources.
//
// parts.snapshot.make(map, page) -> {tell(message), dress(message), update(state), grow(),
//   tableShown(), magnified()}
//   tell: texts and date of the next shot -> whether the map's room changed; dress: its size and parts, after which the map has its
//   place; update: all that follows from what is drawn; grow: whether the map's height changed
// parts.snapshot.measure({width_px, height_px, density}) -> {wide, high, isTall, unit, magnified, ...}
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const LEAST_TEXT_PX = 12.8; // what is read in print at the widths that are offered
  const TALL_UNDER = 1.2;
  const LEAST_STRIP_PX = 300;
  const MOST_FOOT_PX = 126;
  const CREDITS = "Map: Natural Earth; places: GeoNames, CC BY 4.0; Web Mercator; made with Dateline";
  const between = (least, value, most) => Math.max(least, Math.min(most, value));

  // All lengths of a sheet follow from one unit: 1 on a slide of 1920 by 1080 CSS pixels, and on a
  // tall sheet of 1080. Letters stop shrinking where they can no longer be read.
  function measure({ width_px: widePx, height_px: highPx, density }) {
    const [wide, high] = [widePx / density, highPx / density];
    const isTall = wide / high < TALL_UNDER;
    const unit = between(0.5, isTall ? wide / 1080 : Math.min(wide / 1920, high / 1080), 3);
    return {
      wide, high, isTall, unit,
      magnified: Math.max(1.08, 1.4 * unit),
      legend: Math.max(0.95, 1.15 * unit),
      track: { magnified: Math.max(LEAST_TEXT_PX / 11, 1.3 * unit), high: Math.max(84, 108 * unit) },
      locator: isTall ? Math.max(120, 176 * unit) : Math.max(112, 146 * unit),
      // Of a tall sheet's height, for what stands below the map at most.
      mostSide: wide / high > 0.85 ? 0.34 : 0.42,
      columns: wide / high > 0.85 ? 3 : 2,
      // Where there is hardly room for the map, it has all of it.
      isCramped: high < (isTall ? 740 : 420),
    };
  }

  // The count that most sources speak of, source by source.
  function mainStrip(state) {
    const { table } = state;
    const drawn = dl.parts.legend.seen(state);
    const best = [...drawn].filter((i) => table.form(i) === "troops" && table.low[i] >= 0)
      .sort((a, b) => table.docs(b).length - table.docs(a).length || table.low[b] - table.low[a])[0];
    if (best === undefined) return null;
    const strip = dl.parts.popup.strip(table, best);
    if (!strip) return null;
    const box = element("section", "dl-legend-group dl-shot-strip-group");
    const actor = dl.parts.words.actor(table.text("code", best));
    const place = table.text("name", best);
    box.append(element("h3", "", `${actor} troops${place ? ` in ${place}` : ""}, by source`), strip);
    return box;
  }

  function notesOf(state) {
    const notes = [];
    if (!dl.parts.days.isOneDay(state.reach)) notes.push("Whatever held on any of these days; where one thing changed, its last state.");
    if (state.frame.plates.length) notes.push("In brackets: said of a country as a whole, at no known place.");
    const unplaced = state.room.bins.unplaced.length;
    if (unplaced) notes.push(`Not drawn: ${dl.parts.words.plural(unplaced, "mark", "marks")} without a place.`);
    const outside = dl.parts.legend.countOutside(state);
    if (outside) notes.push(`Outside this map: ${dl.parts.words.plural(outside, "mark", "marks")}.`);
    return notes.join(" ");
  }

  function parts() {
    const make = (tag, name) => element(tag, `dl-shot-${name}`);
    const made = {
      main: element("main", "dl-shot"), head: element("header", ""), title: element("h1", ""), words: make("p", "words"),
      date: make("div", "date"), day: make("div", "day"), known: make("div", "known"),
      frame: make("div", "map"), room: make("div", "room"), side: element("aside", ""),
      legend: make("div", "legend"), locator: make("canvas", "locator"), note: make("p", "note"),
      track: make("canvas", "track"), foot: element("footer", ""), sources: make("p", "sources"),
    };
    const heading = make("div", "heading");
    heading.append(made.title, made.words);
    made.date.append(made.day, made.known);
    made.head.append(heading, made.date);
    made.frame.append(made.room);
    made.side.append(made.legend, made.locator, made.note);
    made.foot.append(made.sources);
    made.main.append(made.head, made.frame, made.side, made.track, made.foot);
    return made;
  }

  function make(map) {
    const at = parts();
    at.room.append(map.getContainer());
    document.body.append(at.main);
    // A map must have a size before the first shot tells one.
    let now = { width_px: 640, height_px: 360, density: 1, dress: "map", without: [] };
    let size = measure(now);
    let [sideHigh, footHigh] = [0, MOST_FOOT_PX];
    let shown = null;
    const fitting = dl.parts.filling;

    const isBare = () => now.dress === "map";
    const has = (name) => !isBare() && !now.without.includes(name) && (name === "legend" || !size.isCramped);

    // A map alone stands as it does in the window: neither symbols nor letters are larger.
    const magnified = () => (isBare() ? 1 : size.magnified);

    function placeMap() {
      const [wide, high] = [at.frame.clientWidth, at.frame.clientHeight].map((px) => px / magnified());
      at.room.style.zoom = magnified();
      at.room.style.width = `${wide}px`;
      at.room.style.height = `${high}px`;
    }

    function fitHead() {
      if (isBare()) return;
      fitting.title(at.title, 42 * size.unit, now.title);
      fitting.shorten(at.words, now.words);
    }

    function dress(message) {
      now = message;
      size = measure(message);
      const { style, dataset } = at.main;
      style.width = `${size.wide}px`;
      style.height = `${size.high}px`;
      style.setProperty("--u", size.unit);
      dataset.shape = isBare() ? "bare" : size.isTall ? "tall" : "wide";
      dataset.isHigh = String(size.wide / size.high < 0.85);
      dataset.hasSide = String(has("legend") || has("locator"));
      at.side.hidden = !(has("legend") || has("locator"));
      at.track.hidden = !has("time");
      sideHigh = sideHigh || Math.round(size.high * size.mostSide);
      style.setProperty("--foot-high", `${footHigh}px`);
      style.setProperty("--side-high", size.isTall && !at.side.hidden ? `${sideHigh}px` : "auto");
      fitHead();
      // The map has what everything else leaves, so that must have its height before.
      sizeTrack();
      placeMap();
    }

    function tell(message) {
      const { read, weekday, words: dayWords, isOneDay, frameWords } = dl.parts.days;
      const same = ["width_px", "height_px", "density", "dress"].every((name) => now[name] === message[name])
        && String(now.without) === String(message.without);
      if (!same) [sideHigh, footHigh] = [0, MOST_FOOT_PX];
      const headHigh = at.head.getBoundingClientRect().height;
      now = message;
      const [on, known] = [read(message.on), read(message.known)];
      const reach = { before: message.before, after: message.after };
      at.title.textContent = message.title;
      at.words.hidden = !message.words;
      const isOne = isOneDay(reach);
      at.day.textContent = isOne ? `${weekday(on)} ${dayWords(on)}` : frameWords(on, reach);
      at.known.textContent = `as known ${on === known && isOne ? "that day" : `on ${dayWords(known)}`}`;
      // Fewer words on a later day must not move the map; more of them leave it less room.
      at.head.style.minHeight = same && message.follows ? `${headHigh}px` : "";
      if (!same) return true;
      fitHead();
      return Math.abs(at.head.getBoundingClientRect().height - headHigh) > 0.1;
    }

    function drawLegend(state) {
      at.legend.replaceChildren();
      at.note.textContent = has("legend") ? notesOf(state) : "";
      const box = map.getBounds();
      const extent = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()];
      const [wide, high] = [size.locator, size.locator * 0.83];
      at.locator.hidden = !has("locator") || !dl.parts.locator.draw(at.locator, {
        state, extent, width: wide, height: high, ratio: window.devicePixelRatio || 1,
      });
      if (!has("legend")) return;
      const legend = dl.parts.legend.make(state, size.legend);
      const groups = [...legend.children];
      const strip = mainStrip(state);
      if (strip && !(size.isTall && at.legend.clientWidth / size.columns < LEAST_STRIP_PX)) groups.push(strip);
      at.legend.append(legend);
      fitting.side(at.legend, legend, groups, size.isTall ? size.columns : 1);
    }

    function sizeTrack() {
      at.track.style.width = `${at.foot.clientWidth}px`;
      at.track.style.height = `${size.track.high}px`;
    }

    function drawTrack(state) {
      if (at.track.hidden) return;
      const [wide, high] = [at.foot.clientWidth / size.track.magnified, size.track.high / size.track.magnified];
      dl.parts.track.draw(at.track, {
        table: state.table, span: dl.parts.track.span(state.table), on: state.on, known: state.known, reach: state.reach,
        theme: state.theme, width: wide, height: high, magnified: size.track.magnified,
      });
    }

    dress(now);
    return {
      tell,
      dress,
      magnified,
      tableShown: () => shown,
      update(state) {
        shown = state.table;
        if (isBare()) return;
        fitting.sources(at.sources, state, CREDITS);
        drawTrack(state);
        if (!at.side.hidden) drawLegend(state);
      },
      // On a tall sheet legend and sources stand below the map, which has what they leave.
      grow() {
        if (isBare() || !size.isTall) return false;
        const foot = Math.min(MOST_FOOT_PX, Math.ceil(fitting.heightOf(at.sources)));
        const hasFootChanged = Math.abs(foot - footHigh) > 2;
        footHigh = foot;
        if (at.side.hidden) return hasFootChanged;
        const around = at.side.offsetHeight - at.legend.clientHeight;
        const told = Math.max(fitting.heightOf(at.legend), at.locator.hidden ? 0 : at.locator.offsetHeight);
        const wanted = Math.min(Math.ceil(around + told), Math.round(size.high * size.mostSide));
        const hasSideChanged = Math.abs(wanted - sideHigh) > 5;
        sideHigh = wanted;
        return hasFootChanged || hasSideChanged;
      },
    };
  }

  dl.parts.snapshot = { make, measure };
})((window.dateline = window.dateline || { parts: {} }));
