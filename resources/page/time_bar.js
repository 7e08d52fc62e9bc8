// The time bar of a page on its own: date, play, days shown, step, and the track with its handles.
//
// parts.timeBar.make(table, range, page) -> {bar, draw(), setTime(on, known, reach), knownBy(day) -> day,
//   onKnown(heard)}
(function (dl) {
  "use strict";

  const { element, button, icon, ICONS, knownWords, write } = dl.parts.controls;
  const PLAY_MS = 800;
  const REST_MS = 120;
  const HEIGHT = 92;
  const SNAP_PX = 6;
  const GRIP_PX = 12;
  const TOUCH_PX = 22;
  const TOP_PX = 34; // down to here the handles and the body of a window are held
  const MODES = { day: "One day", window: "Window", start: "Up to the date", end: "From the date on" };
  const STEPS = { change: "Next change", day: "Day", week: "Week", month: "Month" };
  const REPEATS = [["stop", "Stops at the end"], ["loop", "Starts again at the end"], ["bounce", "Turns round at the end"]];

  function choice(name, options) {
    const made = element("select", "");
    made.setAttribute("aria-label", name);
    for (const [value, text] of Object.entries(options)) {
      const option = element("option", "", text);
      option.value = value;
      made.append(option);
    }
    return made;
  }

  function slider(name, range) {
    const made = element("input", "");
    Object.assign(made, { type: "range", min: String(range.first), max: String(range.last), step: "1" });
    made.setAttribute("aria-label", name);
    return made;
  }

  // Every day on which something that is shown begins or ends, inside the track.
  function changes({ table, known, hidden }, range) {
    const days = new Set();
    for (let i = 0; i < table.size; i += 1) {
      if (table.ks[i] > known || known >= table.ke[i] || hidden.has(table.layer(i))) continue;
      for (const day of [table.vs[i], table.ve[i]]) {
        if (day >= range.first && day <= range.last) days.add(day);
      }
    }
    return [...days].sort((a, b) => a - b);
  }

  function make(table, range, page) {
    const { clock, days } = dl.parts;
    let now = { on: 0, known: 0, reach: { before: 0, after: 0 } };
    let span = 30;
    let wide = 0;
    let timer = 0;
    let way = 1;
    let repeat = 0;
    let heardOfKnown = () => {};
    const parts = build(range);
    const { bar, day, known, track, canvas, first, last, chain, mode, step, again, play } = parts;

    const by = (on) => (chain.checked ? Math.min(on, range.lastSource) : range.lastSource);
    const changeDays = () => changes(page.stage.state, range);

    function go(on, reach = now.reach) {
      const to = clock.held(on, range);
      if (reach !== now.reach) dl.setReach(reach);
      dl.setTime(days.iso(to), days.iso(by(to)));
    }

    const show = ({ on, reach }) => go(on, reach);
    const stepBy = (count) => go(clock.stepped(now.on, step.value, count, changeDays()));
    const jump = (count) => go(clock.stepped(now.on, "change", count, changeDays()));

    function stepEdge(edge, count) {
      const from = edge < 0 ? clock.firstOf(now, range) : now.on;
      const to = clock.stepped(from, step.value, count, changeDays());
      show((edge < 0 ? clock.moveFirst : clock.moveLast)(now, to, range));
    }

    function setPlaying(isPlaying) {
      clearInterval(timer);
      timer = isPlaying ? setInterval(tick, PLAY_MS) : 0;
      play.replaceChildren(icon(isPlaying ? ICONS.pause : ICONS.play));
      play.setAttribute("aria-label", isPlaying ? "Pause" : "Play");
    }

    function tick() {
      const before = now.on;
      stepBy(way);
      if (now.on !== before) return;
      if (REPEATS[repeat][0] === "loop") go(range.first);
      else if (REPEATS[repeat][0] === "bounce") {
        way = -way;
        stepBy(way);
        if (now.on === before) setPlaying(false);
      } else setPlaying(false);
    }

    function toggle() {
      if (!timer && way > 0) {
        const before = now.on;
        stepBy(1);
        if (now.on === before) go(range.first);
      }
      setPlaying(!timer);
    }

    function nextRepeat() {
      repeat = (repeat + 1) % REPEATS.length;
      way = 1;
      again.setAttribute("aria-label", REPEATS[repeat][1]);
      again.title = REPEATS[repeat][1];
      again.dataset.repeat = REPEATS[repeat][0];
    }

    // The keys of the slider, before the browser's own.
    function onKey(event, edge) {
      const arrow = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      const page10 = { PageDown: -10, PageUp: 10 }[event.key];
      if (arrow && event.altKey) jump(arrow);
      else if (arrow && event.shiftKey) stepEdge(1, arrow);
      else if (arrow && (event.ctrlKey || event.metaKey)) stepEdge(-1, arrow);
      else if (arrow || page10) (edge < 0 ? (n) => stepEdge(-1, n) : stepBy)(arrow || page10);
      else if (event.key === "Home" && edge > 0) go(range.first);
      else if (event.key === "End" && edge > 0) go(range.last);
      else if (event.key === " ") toggle();
      else if (event.key === "l" || event.key === "L") nextRepeat();
      else if (event.key === "Escape") setPlaying(false);
      else return;
      event.preventDefault();
      spoken.now();
    }

    last.addEventListener("input", () => go(Number(last.value)));
    first.addEventListener("input", () => show(clock.moveFirst(now, Number(first.value), range)));
    last.addEventListener("keydown", (event) => onKey(event, 1));
    first.addEventListener("keydown", (event) => onKey(event, -1));
    document.addEventListener("keydown", (event) => {
      if (event.target.closest("input, select, button, .leaflet-container, .dl-popup")) return;
      if (/^(Arrow.*|Page.*|Home|End| |l|L|Escape)$/.test(event.key)) onKey(event, 1);
    });
    parts.back.addEventListener("click", () => stepBy(-1));
    parts.on.addEventListener("click", () => stepBy(1));
    play.addEventListener("click", toggle);
    again.addEventListener("click", nextRepeat);
    chain.addEventListener("change", () => {
      go(now.on);
      heardOfKnown();
    });
    mode.addEventListener("change", () => go(now.on, clock.reachOf(mode.value, span)));

    const dayAt = (x) => dl.parts.track.dayAt(x, range, track.clientWidth);

    function snapped(x, isFree) {
      const near = isFree ? [] : changeDays().map((d) => [Math.abs(dl.parts.track.xOf(d + 0.5, range, track.clientWidth) - x), d]);
      const best = near.filter(([away]) => away <= SNAP_PX).sort((a, b) => a[0] - b[0])[0];
      return best ? best[1] : Math.floor(dayAt(x));
    }

    // What a finger or the pointer holds: an edge or the body of a window, else the day itself.
    function grabAt(x, y, reach) {
      const half = (dl.parts.track.xOf(1, range, track.clientWidth) - dl.parts.track.xOf(0, range, track.clientWidth)) / 2;
      const right = dl.parts.track.xOf(now.on + 1, range, track.clientWidth);
      const left = dl.parts.track.xOf(now.on - (now.reach.before || 0), range, track.clientWidth);
      if (clock.modeOf(now.reach) !== "window" || y > TOP_PX) return (at, isFree) => go(snapped(at, isFree));
      if (Math.abs(x - right) <= reach) {
        return (at, isFree) => show(clock.moveLast(now, snapped(at - half, isFree), range));
      }
      if (Math.abs(x - left) <= reach) {
        return (at, isFree) => show(clock.moveFirst(now, snapped(at + half, isFree), range));
      }
      if (x < left || x > right) return (at, isFree) => go(snapped(at, isFree));
      const off = now.on - Math.floor(dayAt(x));
      return (at) => go(Math.floor(dayAt(at)) + off);
    }

    let hold = null;
    track.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const box = track.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      const isTouch = event.pointerType === "touch";
      setPlaying(false);
      hold = grabAt(x, y, isTouch ? TOUCH_PX : GRIP_PX);
      if (clock.modeOf(now.reach) !== "window" || y > TOP_PX) hold(x, event.altKey);
      track.setPointerCapture(event.pointerId);
      last.focus({ preventScroll: true });
      event.preventDefault();
    });
    track.addEventListener("pointermove", (event) => {
      if (hold) hold(event.clientX - track.getBoundingClientRect().left, event.altKey);
    });
    for (const kind of ["pointerup", "pointercancel"]) {
      track.addEventListener(kind, () => {
        hold = null;
      });
    }

    function draw() {
      if (!page.stage) return;
      dl.parts.track.draw(canvas, {
        table: page.stage.state.table, span: range, ...now, theme: page.stage.state.theme,
        width: wide, height: HEIGHT,
      });
    }
    // Asking the track for its width while dates are written would lay the page out once more.
    new ResizeObserver(() => {
      wide = track.clientWidth;
      draw();
    }).observe(track);

    // What is read aloud follows when the hand rests, or at once where a key moves it: a slider whose
    // value changes is laid out anew, though nobody sees it.
    const spoken = dl.parts.rest.make(REST_MS, tell);

    function tell() {
      const name = clock.modeOf(now.reach);
      if (name === "window") span = clock.spanOf(now.reach);
      if (mode.value !== name) mode.value = name;
      write(mode.options[1], `Window, ${dl.parts.words.plural(span, "day", "days")}`);
      first.hidden = name !== "window";
      if (!first.hidden) {
        first.value = String(clock.firstOf(now, range));
        first.setAttribute("aria-valuetext", days.words(clock.firstOf(now, range)));
      }
      parts.words.dataset.mode = name;
      last.value = String(now.on);
      const label = { window: "Window end", start: "Up to", end: "From" }[name] || "Date";
      if (last.getAttribute("aria-label") !== label) last.setAttribute("aria-label", label);
      last.setAttribute("aria-valuetext", days.words(now.on));
    }

    return {
      bar,
      draw,
      knownBy: by,
      onKnown(heard) {
        heardOfKnown = heard;
      },
      setTime(on, knownBy, reach) {
        const isNew = String(Object.values(reach)) !== String(Object.values(now.reach));
        now = { on, known: knownBy, reach };
        write(day, days.frameWords(on, reach));
        write(known, knownWords(on, knownBy, reach));
        spoken.touch();
        if (isNew) spoken.now();
      },
    };
  }

  function build(range) {
    const bar = element("section", "dl-time");
    bar.setAttribute("aria-label", "Time");
    const [day, known] = [element("div", "dl-time-day"), element("div", "dl-time-known")];
    const words = element("div", "dl-time-words");
    words.append(day, known);
    const buttons = element("div", "dl-time-buttons");
    const back = button("", "One step back", "back", () => {});
    const play = button("is-primary", "Play", "play", () => {});
    const on = button("", "One step on", "forward", () => {});
    const again = button("dl-again", REPEATS[0][1], "repeat", () => {});
    buttons.append(back, play, on, again);
    const track = element("div", "dl-track");
    const canvas = element("canvas", "");
    canvas.setAttribute("aria-hidden", "true");
    const [first, last] = [slider("Window start", range), slider("Date", range)];
    track.append(canvas, first, last);
    const [mode, step] = [choice("Days shown", MODES), choice("Step", STEPS)];
    const label = element("label", "dl-chain");
    const chain = element("input", "");
    chain.type = "checkbox";
    label.append(chain, document.createTextNode("Only what was known that day"));
    const options = element("div", "dl-time-options");
    options.append(mode, step, label);
    bar.append(words, buttons, options, track);
    return { bar, words, day, known, track, canvas, first, last, chain, mode, step, again, back, play, on };
  }

  dl.parts.timeBar = { make, changes };
})((window.dateline = window.dateline || { parts: {} }));
