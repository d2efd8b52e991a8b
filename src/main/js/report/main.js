// Draws every figure of the page, and draws it again when it gets another width.
import { barcode } from "./barcode.js";
import { clock } from "./clock.js";
import { evidence } from "./evidence.js";
import { latency, load } from "./instances.js";

const figures = { barcode, clock, evidence, latency, load };
const read = new Map();

function dataOf(id) {
  if (!read.has(id)) read.set(id, JSON.parse(document.getElementById(id).textContent));
  return read.get(id);
}

/** One figure in its place: told its width, because asking between two drawings would lay the page out for each. */
function figure(place) {
  const data = dataOf(place.dataset.from);
  let drawn = 0;
  let pointed = false;
  const draw = (width) => {
    drawn = width;
    if (width > 0) place.replaceChildren(figures[place.dataset.figure](data, width, pointed));
  };
  // What a tip says of each cell takes longer than all else, so it waits for somebody who points at the figure.
  place.addEventListener("pointerenter", () => {
    pointed = true;
    draw(drawn);
  }, { once: true });
  return (width) => width === drawn || draw(width);
}

const places = [...document.querySelectorAll("[data-figure]")];
const widths = places.map((place) => Math.round(place.clientWidth));
const fits = new Map(places.map((place) => [place, figure(place)]));
places.forEach((place, i) => fits.get(place)(widths[i]));

const observer = new ResizeObserver((entries) => {
  const changed = entries.map(({ target }) => [fits.get(target), Math.round(target.clientWidth)]);
  changed.forEach(([fit, width]) => fit(width));
});
places.forEach((place) => observer.observe(place));
