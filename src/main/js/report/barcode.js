// The stickiness barcode: a row a session, a cell a request, a colour an instance, a letter where it changes.
import { axisX, plot, pointer, text, tip } from "@observablehq/plot";
import { blocks, letters } from "./cells.js";
import { className, meaning, short, style } from "./look.js";

const BANDS_HEIGHT = 280;
const LETTER_WIDTH = 9;
const LETTER_HEIGHT = 9;

/** Rows with their places: a band is as thick as its sessions are many. */
function layout(rows) {
  const height = rows.length <= 30 ? 16 : rows.length <= 60 ? 11 : 9;
  const many = rows.reduce((sum, row) => sum + (row.sessions > 1 ? row.sessions : 0), 0);
  let top = 0;
  return rows.map((row, i) => {
    const thick = row.sessions > 1 ? Math.max(height, (BANDS_HEIGHT * row.sessions) / many) : height;
    const placed = { ...row, line: i + 1, top, bottom: top + thick };
    top += thick + (row.sessions > 1 ? 3 : thick > 9 ? 2 : 1);
    return placed;
  });
}

function cellsOf(row) {
  return [...row.letters].map((letter, i) => ({
    letter, row, request: i + 1, x1: i + 0.5, x2: i + 1.5, y1: row.top, y2: row.bottom,
  }));
}

/** Where a letter changes, if those up to the next change leave room for it. */
function changesOf(row, step) {
  const changes = [];
  if (row.bottom - row.top < LETTER_HEIGHT) return changes;
  for (let i = 0, end; i < row.letters.length; i = end) {
    end = i + 1;
    while (row.letters[end] === row.letters[i]) end++;
    if ((end - i) * step >= LETTER_WIDTH) {
      changes.push({ letter: row.letters[i], x: i + 0.5, y: (row.top + row.bottom) / 2, dx: Math.min(step / 2, 7) });
    }
  }
  return changes;
}

function describe({ row, request, letter }, bands, names) {
  const who = row.sessions > 1 ? `${short(row.sessions)} sessions` : bands ? "one session" : `session ${row.line}`;
  return `${who}, request ${request}: ${meaning(letter, names)}`;
}

export function barcode(data, width, pointed) {
  const rows = layout(data.rows);
  const longest = Math.max(...rows.map((row) => row.letters.length));
  const bands = rows.filter((row) => row.sessions > 1);
  const room = { top: 4, right: bands.length > 0 ? 64 : 2, bottom: 40, left: 2 };
  const step = (width - room.left - room.right) / longest;
  const cells = rows.flatMap(cellsOf);
  const bottom = rows.at(-1).bottom;
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
    marks: [
      blocks(cells),
      letters(rows.flatMap((row) => changesOf(row, step)), 9.5),
      text(bands, {
        x: longest + 0.5,
        y: (row) => (row.top + row.bottom) / 2,
        text: (row) => "× " + row.sessions.toLocaleString("en"),
        textAnchor: "start",
        dx: 8,
        fill: "currentColor",
        fontSize: 12,
      }),
      axisX({
        ticks: Math.min(longest, Math.max(2, Math.floor(width / 60))),
        tickFormat: (tick) => (Number.isInteger(tick) && tick > 0 ? String(tick) : ""),
        tickSize: 4,
        label: "request of the session",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      pointed ? tip(cells, pointer({
        // A row of few sessions is taller than the usual reach.
        maxRadius: Infinity,
        x: (cell) => cell.request,
        y: (cell) => (cell.y1 + cell.y2) / 2,
        title: (cell) => describe(cell, bands.length > 0, data.names),
      })) : null,
    ],
  });
}
