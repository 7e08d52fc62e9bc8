// What goes to paper: the map as a still picture, since a canvas is emptied when it takes the
// page's size, and is drawn anew only after the printer has looked.
//
// parts.paper.still(map, canvas) -> the canvas with the map as it is, over what the window shows of it
// parts.paper.print(before, after)   before() puts pictures into the page, after() takes them out
// parts.paper.picture(map, words) -> img of the map as it is
(function (dl) {
  "use strict";

  function still(map, canvas) {
    const container = map.getContainer();
    const shown = container.querySelector(".dl-canvases canvas");
    const [box, whole] = [shown.getBoundingClientRect(), container.getBoundingClientRect()];
    const dense = shown.width / box.width;
    canvas.width = Math.round(whole.width * dense);
    canvas.height = Math.round(whole.height * dense);
    const [x, y] = [box.left - whole.left, box.top - whole.top].map((px) => Math.round(px * dense));
    canvas.getContext("2d").drawImage(shown, x, y);
    return canvas;
  }

  function picture(map, words) {
    const made = dl.parts.controls.element("img", "dl-paper");
    made.src = still(map, document.createElement("canvas")).toDataURL("image/png");
    made.alt = words;
    return made;
  }

  function print(before, after) {
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
  }

  dl.parts.paper = { still, picture, print };
})((window.dateline = window.dateline || { parts: {} }));
