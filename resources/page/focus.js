// The marks by keyboard. One button stands for the mark that has the focus, and goes along from mark
// to mark in reading order; the rest of them are in no document, however many there are.
//
// const keys = parts.focus.make(container, {hits() -> from picking.js, wordsOf(hit), onFocus(hit |
//   null), onPick(hit)})
// keys.follow()    after a frame: the focus stays on its mark, or goes to what is nearest
// keys.take()      puts the focus back on the button
// parts.focus.inReadingOrder(hits) -> the same, in lines from the top, each from the left
(function (dl) {
  "use strict";

  const { element } = dl.parts.controls;
  const LINE_PX = 36;
  const STEPS = {
    ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity,
  };

  function inReadingOrder(hits) {
    const line = ({ y }) => Math.floor(y / LINE_PX);
    return [...hits].sort((a, b) => line(a) - line(b) || a.x - b.x || a.y - b.y);
  }

  const isSame = (a, b) => (a.cluster || b.cluster ? a.x === b.x && a.y === b.y : a.i === b.i);

  function nearest(hits, { x, y }) {
    const away = (hit) => Math.hypot(hit.x - x, hit.y - y);
    return hits.reduce((a, b) => (away(b) < away(a) ? b : a));
  }

  function make(container, { hits, wordsOf, onFocus, onPick }) {
    const group = element("div", "dl-keys");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Marks on the map");
    container.append(group);
    L.DomEvent.disableClickPropagation(group);
    let twin = null;
    let current = null;
    let isFocused = false;

    function name(order) {
      const at = order.findIndex((hit) => isSame(hit, current));
      const text = `${wordsOf(current)} (${at + 1} of ${order.length})`;
      if (twin.textContent !== text) twin.textContent = text;
    }

    function settle(order) {
      const same = current && order.find((hit) => isSame(hit, current));
      current = same || (current ? nearest(order, current) : order[0]);
      name(order);
      onFocus(current);
    }

    // A new button for each mark: a screen reader tells a focus that comes, not a name that changes.
    function build() {
      const button = element("button", "");
      button.type = "button";
      button.textContent = "Marks on the map";
      button.addEventListener("focus", () => {
        isFocused = true;
        const order = inReadingOrder(hits());
        if (order.length) settle(order);
      });
      button.addEventListener("blur", () => {
        isFocused = false;
        onFocus(null);
      });
      button.addEventListener("click", () => current && onPick(current));
      button.addEventListener("keydown", (event) => go(event));
      return button;
    }

    function replace() {
      const before = twin;
      twin = build();
      group.append(twin);
      twin.focus({ preventScroll: true });
      before.remove();
    }

    function go(event) {
      const step = event.key === "Tab" ? (event.shiftKey ? -1 : 1) : STEPS[event.key];
      const order = inReadingOrder(hits());
      if (!step || !order.length || !current || event.ctrlKey || event.altKey || event.metaKey) return;
      const at = order.findIndex((hit) => isSame(hit, current));
      const wanted = Math.abs(step) === 1 ? at + step : step < 0 ? 0 : order.length - 1;
      const isOutside = wanted < 0 || wanted >= order.length;
      // At either end Tab leaves the map as it leaves any other part of the page.
      if (event.key === "Tab" && isOutside) return;
      event.preventDefault();
      event.stopPropagation();
      if (isOutside) return;
      current = order[wanted];
      replace();
    }

    twin = build();
    group.append(twin);

    return {
      follow() {
        if (!isFocused) return;
        const order = inReadingOrder(hits());
        if (order.length) settle(order);
        else onFocus(null);
      },
      take: () => twin.focus({ preventScroll: true }),
    };
  }

  dl.parts.focus = { make, inReadingOrder };
})((window.dateline = window.dateline || { parts: {} }));
