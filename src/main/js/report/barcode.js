// The stickiness barcode: a row a session, a cell a request, a colour an instance, a letter where it changes.
import { plot, rect, text, tip, pointer, axisX } from "@observablehq/plot";
import { className, letterColour, letterInk, meaning, style } from "./look.js";

const BANDS_HEIGHT = 280;
const LETTER_WIDTH = 9;
const LETTER_HEIGHT = 9;
const MOST_LETTERS = 1_500;

/** Rows with their places: a band is as thick as its sessions are many. */
function layout(rows) {
  const height = rows.length <= 30 ? 16 : rows.length <= 60 ? 11 : 9;
  const many = rows.reduce((sum, row) => sum + (row.sessions > 1 ? row.sessions : 0), 0);
  let top = 0;
  return rows.map((row) => {
    const thick = row.sessions > 1 ? Math.max(height, (BANDS_HEIGHT * row.sessions) / many) : height;
    const placed = { ...row, top, bottom: top + thick };
    top += thick + (row.sessions > 1 ? 3 : thick > 9 ? 2 : 1);
    return placed;
  });
}

export function barcode(data, width) {
  const rows = layout(data.rows);
  const longest = Math.max(...rows.map((row) => row.letters.length));
  const bands = rows.some((row) => row.sessions > 1);
  const room = { top: 4, right: bands ? 64 : 2, bottom: 40, left: 2 };
  const step = (width - room.left - room.right) / longest;
  const cells = [];
  const letters = [];
  for (const row of rows) {
    const run = { letter: "", cell: null };
    for (let i = 0; i < row.letters.length; i++) {
      const letter = row.letters[i];
      const cell = { x1: i + 0.5, x2: i + 1.5, y1: row.top, y2: row.bottom, letter, row, request: i + 1, run: 1 };
      cells.push(cell);
      if (letter === run.letter) {
        run.cell.run++;
      } else {
        run.letter = letter;
        run.cell = cell;
      }
    }
  }
  for (const cell of cells) {
    const starts = cell.request === 1 || cell.row.letters[cell.request - 2] !== cell.letter;
    const fits = cell.run * step >= LETTER_WIDTH && cell.y2 - cell.y1 >= LETTER_HEIGHT;
    if (starts && fits) {
      const middle = Math.min(step / 2, 7) / step;
      letters.push({ x: cell.x1 + middle, y: (cell.y1 + cell.y2) / 2, letter: cell.letter });
    }
  }
  const bottom = rows.at(-1).bottom;
  const describe = (cell) =>
    (cell.row.sessions > 1
      ? `${cell.row.sessions.toLocaleString("en")} sessions`
      : bands
        ? "one session"
        : `session ${rows.indexOf(cell.row) + 1}`) + `, request ${cell.request}: ${meaning(cell.letter, data.names)}`;
  return plot({
    className,
    style,
    width,
    height: bottom + room.top + room.bottom,
    marginTop: room.top,
    marginRight: room.right,
    marginBottom: room.bottom,
    marginLeft: room.left,
    x: { domain: [0.5, longest + 0.5], label: "request of the session" },
    y: { domain: [0, bottom], axis: null, range: [room.top, room.top + bottom] },
    color: { type: "identity" },
    marks: [
      rect(cells, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: (cell) => letterColour(cell.letter),
        className: "cells",
        shapeRendering: "crispEdges",
      }),
      // Confetti of thousands has no letters: they cost more than the cells, and nobody reads them there.
      text(letters.length > MOST_LETTERS ? [] : letters, {
        x: "x",
        y: "y",
        text: "letter",
        fill: (mark) => letterInk(mark.letter),
        fontSize: 9.5,
        fontWeight: 600,
      }),
      text(
        rows.filter((row) => row.sessions > 1),
        {
          x: longest + 0.5,
          y: (row) => (row.top + row.bottom) / 2,
          text: (row) => "× " + row.sessions.toLocaleString("en"),
          textAnchor: "start",
          dx: 8,
          fill: "currentColor",
          fontSize: 12,
        },
      ),
      axisX({
        ticks: Math.min(longest, Math.max(2, Math.floor(width / 60))),
        tickFormat: (tick) => (Number.isInteger(tick) && tick > 0 ? String(tick) : ""),
        tickSize: 4,
        label: "request of the session",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      tip(cells, pointer({ x: (c) => (c.x1 + c.x2) / 2, y: (c) => (c.y1 + c.y2) / 2, title: describe })),
    ],
  });
}
