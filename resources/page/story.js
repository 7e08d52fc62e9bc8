// The page as a story: the map stays, captions scroll by, and the one that is read leads the map.
//
// The words stand in the page already, so that they are read without a script as well.
// parts.story.make(map, page) -> {update(state), start()}
// parts.story.current() -> number of the step that leads the map, from 0
(function (dl) {
  "use strict";

  const { element, button } = dl.parts.controls;
  const REST_MS = 200; // the legend follows when the hand rests
  const READ_AT = 0.6; // of the window: a step that has come up to here leads
  const READ_AT_NARROW = 0.78;
  const NARROW_PX = 900;
  let current = -1;

  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  // The map as it is, laid over it, which then fades.
  function makeFader(map) {
    const veil = element("canvas", "dl-story-veil");
    veil.setAttribute("aria-hidden", "true");
    map.getContainer().append(veil);
    return {
      cover() {
        if (isStill()) return;
        dl.parts.paper.still(map, veil);
        veil.classList.add("is-covering");
      },
      lift: () => veil.classList.remove("is-covering"),
    };
  }

  function makeLegend(stage) {
    const box = element("details", "dl-story-legend");
    const room = element("div", "dl-legend-box");
    box.append(element("summary", "", "Legend"), room);
    stage.append(box);
    let later = 0;
    return (state) => {
      clearTimeout(later);
      later = setTimeout(() => room.replaceChildren(dl.parts.legend.make(state)), REST_MS);
    };
  }

  function make(map, page) {
    const steps = JSON.parse(document.getElementById("dateline-story").textContent);
    const sections = [...document.querySelectorAll(".dl-step")];
    const stage = document.querySelector(".dl-story-stage");
    const tables = new Map();
    let shownData = "dateline-episodes";
    let isByHand = false;
    let isAsked = false;
    stage.append(map.getContainer());
    map.options.zoomSnap = 0;
    // The wheel and a finger scroll the story; the map is moved by mouse, keys and buttons.
    map.scrollWheelZoom.disable();
    if (window.matchMedia("(pointer: coarse)").matches) map.dragging.disable();
    const fader = makeFader(map);
    const tellLegend = makeLegend(stage);

    function tableOf(id) {
      const read = () => dl.parts.table.read(dl.parts.columns.fromBase64(document.getElementById(id).textContent));
      if (!tables.has(id)) tables.set(id, read());
      return tables.get(id);
    }

    function look(step) {
      if (step.view) page.fitting.show(step.view);
      else page.fitting.fit();
    }

    function show(number) {
      if (number === current) return;
      if (current >= 0) fader.cover();
      current = number;
      isByHand = false;
      const step = steps[number];
      sections.forEach((section, at) => section.classList.toggle("is-read", at === number));
      if (step.data !== shownData) {
        shownData = step.data;
        page.replaceData(tableOf(step.data));
      }
      page.popup.hide();
      const hidden = new Set(step.hidden);
      dl.setLayers(Object.fromEntries(dl.parts.table.LAYERS.map((name) => [name, !hidden.has(name)])));
      look(step);
      dl.setReach(step.reach);
      dl.setTime(step.on, step.known);
      back.disabled = number === 0;
      forward.disabled = number === steps.length - 1;
    }

    // On paper every caption has its own map.
    let again = () => {};
    function toPaper() {
      const before = current;
      again = dl.parts.printing.light();
      sections.forEach((section, number) => {
        section.querySelector("details").open = true;
        show(number);
        page.stage.forget();
        page.stage.drawNow();
        const words = section.querySelector(".dl-step-date").textContent;
        const legend = dl.parts.legend.make(page.stage.state);
        legend.classList.add("dl-paper");
        section.querySelector(".dl-step-date").after(dl.parts.paper.picture(map, `Map: ${words}`), legend);
      });
      fader.lift();
      show(before);
    }

    function fromPaper() {
      again();
      document.querySelectorAll(".dl-step .dl-paper").forEach((picture) => picture.remove());
      sections.forEach((section) => { section.querySelector("details").open = false; });
    }

    function readNow() {
      const isNarrow = window.innerWidth < NARROW_PX;
      const line = window.innerHeight * (isNarrow ? READ_AT_NARROW : READ_AT);
      const passed = sections.filter((section) => section.getBoundingClientRect().top <= line).length;
      return Math.max(0, passed - 1);
    }

    function follow() {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        show(readNow());
      });
    }

    function go(count) {
      const at = Math.max(0, Math.min(steps.length - 1, current + count));
      const isNarrow = window.innerWidth < NARROW_PX;
      const below = isNarrow ? stage.getBoundingClientRect().height + 12 : window.innerHeight * 0.3;
      const top = sections[at].getBoundingClientRect().top + window.scrollY - below;
      window.scrollTo({ top, behavior: isStill() ? "auto" : "smooth" });
      sections[at].querySelector("h2").focus({ preventScroll: true });
    }

    const back = button("dl-story-step", "Previous caption", "back", () => go(-1));
    const forward = button("dl-story-step", "Next caption", "forward", () => go(1));
    const steppers = element("div", "dl-story-steppers");
    steppers.append(back, forward);
    stage.append(steppers);
    sections.forEach((section) => {
      section.querySelector("h2").tabIndex = -1;
      section.querySelector("details").open = false;
    });
    dl.parts.paper.print(toPaper, fromPaper);
    const byHand = () => { isByHand = true; };
    map.on("dragstart", byHand);
    map.getContainer().addEventListener("keydown", (event) => /^(Arrow.*|[+=_-])$/.test(event.key) && byHand());
    map.getContainer().addEventListener("click", (event) => event.target.closest(".dl-zoom") && byHand());
    new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      if (current >= 0 && !isByHand) look(steps[current]);
    }).observe(stage);

    return {
      setTime() {},
      update(state) {
        fader.lift();
        tellLegend(state);
      },
      start() {
        window.addEventListener("scroll", follow, { passive: true });
        window.addEventListener("resize", follow, { passive: true });
        show(readNow());
      },
    };
  }

  dl.parts.story = { make, current: () => current };
})((window.dateline = window.dateline || { parts: {} }));
