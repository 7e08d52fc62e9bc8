// Which marks are drawn on the half-open days [start, end) as known by day K.
//
// parts.timeIndex.make(table) -> {at({start, end}, known, hiddenLayers) -> Array of mark numbers}
//
// Marks are in order of their first day, so those that have begun are a prefix, found by halving.
// The prefix is scanned: four comparisons over typed arrays cost 3 ns a mark, less than keeping a
// tree would at the sizes that articles give.
(function (dl) {
  "use strict";

  // How many marks begin before the day.
  function begun(starts, end) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function make(table) {
    const { vs, ve, ks, ke } = table;
    const layers = table.columns.layer;

    function at({ start, end }, known, hidden) {
      const off = dl.parts.table.LAYERS.map((name) => hidden.has(name));
      const last = begun(vs, end);
      const found = [];
      for (let i = 0; i < last; i += 1) {
        if (start < ve[i] && ks[i] <= known && known < ke[i] && !off[layers[i]]) found.push(i);
      }
      return found;
    }

    return { at };
  }

  dl.parts.timeIndex = { make };
})((window.dateline = window.dateline || { parts: {} }));
