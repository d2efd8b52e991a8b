// Marks of many rectangles and letters as a few elements: one for each would take longer to lay out than to look at.
import { letterColour, letterInk } from "./look.js";

const MIDDLE = 0.32;

function element(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Shared edges are rounded alike, so that no gap shows between neighbours. */
function place(number) {
  return Math.round(100 * number) / 100;
}

function byLetter(ones, part) {
  const parts = new Map();
  for (const one of ones) {
    const found = parts.get(one.letter);
    if (found) found.push(part(one));
    else parts.set(one.letter, [part(one)]);
  }
  return [...parts];
}

/** A path for each letter, with a closed subpath for each rectangle. */
export function blocks(rectangles) {
  return (index, { x, y }) => {
    const outline = ({ x1, x2, y1, y2 }) =>
      `M${place(x(x1))},${place(y(y1))}H${place(x(x2))}V${place(y(y2))}H${place(x(x1))}Z`;
    return element("g", { class: "cells", "shape-rendering": "crispEdges" },
      ...byLetter(rectangles, outline).map(([letter, outlines]) =>
        element("path", { fill: letterColour(letter), d: outlines.join("") })));
  };
}

/** A text for each letter, which puts it in each of its places: their x and y, and their offset in pixels. */
export function letters(places, size) {
  return (index, { x, y }) =>
    element("g", { "font-size": size, "font-weight": 600, "text-anchor": "middle" },
      ...byLetter(places, (one) => [place(x(one.x) + one.dx), place(y(one.y) + MIDDLE * size)]).map(([letter, at]) =>
        element("text", {
          fill: letterInk(letter),
          x: at.map(([left]) => left).join(" "),
          y: at.map(([, top]) => top).join(" "),
        }, letter.repeat(at.length))));
}
