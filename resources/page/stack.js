// States of one fact that follow each other in a window of days are one stack, the last on top.
//
// const stack = parts.stack.make(table, index)
// stack.change(i, isDrawn, onTop)   after the index told of it; onTop(i, isOnTop)
// stack.settle(onTop)               after the last of the changes to one date
// stack.under() -> Map top -> the earlier ones, ascending; stack.topOf() -> Map any below -> its top
(function (dl) {
  "use strict";

  // Marks of one fact and form, as lists one after the other.
  function groups(table) {
    const { fact, form } = table.columns;
    const numbers = new Map();
    const of = new Uint32Array(table.size);
    for (let i = 0; i < table.size; i += 1) {
      const key = fact[i] * 16 + form[i];
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      of[i] = numbers.get(key);
    }
    const at = new Uint32Array(numbers.size + 1);
    for (let i = 0; i < table.size; i += 1) at[of[i] + 1] += 1;
    for (let n = 0; n < numbers.size; n += 1) at[n + 1] += at[n];
    const next = at.slice();
    const members = new Uint32Array(table.size);
    for (let i = 0; i < table.size; i += 1) {
      members[next[of[i]]] = i;
      next[of[i]] += 1;
    }
    return { of, at, members, size: numbers.size };
  }

  function make(table, index) {
    const { of, at, members, size } = groups(table);
    const tops = new Int32Array(size).fill(-1);
    const isWaiting = new Uint8Array(size);
    const waiting = [];

    function drawnOf(group) {
      const found = [];
      for (let n = at[group]; n < at[group + 1]; n += 1) if (index.has(members[n])) found.push(members[n]);
      return found;
    }

    function change(i, isDrawn, onTop) {
      const group = of[i];
      if (at[group + 1] - at[group] === 1) onTop(i, isDrawn);
      else if (!isWaiting[group]) {
        isWaiting[group] = 1;
        waiting.push(group);
      }
    }

    function settle(onTop) {
      for (const group of waiting) {
        isWaiting[group] = 0;
        const now = drawnOf(group).pop() ?? -1;
        if (now === tops[group]) continue;
        if (tops[group] >= 0) onTop(tops[group], false);
        if (now >= 0) onTop(now, true);
        tops[group] = now;
      }
      waiting.length = 0;
    }

    function under() {
      const found = new Map();
      for (const i of index.list()) {
        if (tops[of[i]] !== i || at[of[i] + 1] - at[of[i]] === 1) continue;
        const below = drawnOf(of[i]).slice(0, -1);
        if (below.length) found.set(i, below);
      }
      return found;
    }

    function topOf() {
      const found = new Map();
      for (const [top, below] of under()) below.forEach((i) => found.set(i, top));
      return found;
    }

    return { change, settle, under, topOf };
  }

  dl.parts.stack = { make };
})((window.dateline = window.dateline || { parts: {} }));
