// Draws every figure of the page, and draws it again when it gets another width.
import { barcode } from "./barcode.js";
import { clock } from "./clock.js";
import { evidence } from "./evidence.js";
import { latency, load } from "./instances.js";

const figures = { barcode, clock, evidence, latency, load };

for (const place of document.querySelectorAll("[data-figure]")) {
  const data = JSON.parse(document.getElementById(place.dataset.from).textContent);
  let drawn = 0;
  const draw = () => {
    const width = Math.round(place.clientWidth);
    if (width > 0 && width !== drawn) {
      drawn = width;
      place.replaceChildren(figures[place.dataset.figure](data, width));
    }
  };
  draw();
  new ResizeObserver(draw).observe(place);
}
