// The sessions by the clock: a row a session, a bar as long as it met one instance.
import { plot, axisX, rect, text, tip, pointer } from "@observablehq/plot";
import { className, letterColour, letterInk, meaning, short, style } from "./look.js";

const TICKS = 1295;

export function clock(data, width) {
  const seconds = data.spanMillis / 1000;
  const rows = data.clock;
  const height = rows.length <= 30 ? 14 : rows.length <= 60 ? 9 : 6;
  const room = { top: 4, right: 8, bottom: 40, left: 2 };
  // A single answer takes no time: it is drawn as wide as answers of its session lie apart.
  const least = (2.5 * seconds) / Math.max(1, width - room.left - room.right);
  const bars = [];
  rows.forEach((row, line) => {
    row.forEach((bar, i) => {
      const from = (bar.from / TICKS) * seconds;
      const next = i + 1 < row.length ? (row[i + 1].from / TICKS) * seconds : 0;
      bars.push({ ...bar, line, x1: from, x2: Math.max(next, (bar.to / TICKS) * seconds, from + least) });
    });
  });
  const end = Math.max(seconds, ...bars.map((bar) => bar.x2));
  const step = height + (height > 8 ? 2 : 1);
  const total = rows.length * step;
  const perSecond = (width - room.left - room.right) / end;
  return plot({
    className,
    style,
    width,
    height: total + room.top + room.bottom,
    marginTop: room.top,
    marginRight: room.right,
    marginBottom: room.bottom,
    marginLeft: room.left,
    x: { domain: [0, end], label: null },
    y: { domain: [0, total], axis: null, range: [room.top, room.top + total] },
    color: { type: "identity" },
    marks: [
      rect(bars, {
        x1: "x1",
        x2: "x2",
        y1: (bar) => bar.line * step,
        y2: (bar) => bar.line * step + height,
        fill: (bar) => letterColour(bar.letter),
        shapeRendering: "crispEdges",
      }),
      text(
        bars.filter((bar) => (bar.x2 - bar.x1) * perSecond >= 12 && height >= 9),
        {
          x: "x1",
          y: (bar) => bar.line * step + height / 2,
          dx: 6,
          text: "letter",
          fill: (bar) => letterInk(bar.letter),
          fontSize: 9.5,
          fontWeight: 600,
        },
      ),
      axisX({
        ticks: Math.max(2, Math.floor(width / 90)),
        tickFormat: (tick) => `${short(tick)} s`,
        tickSize: 4,
        label: "since the first request",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      tip(bars, pointer({
        x: (bar) => (bar.x1 + bar.x2) / 2,
        y: (bar) => bar.line * step + height / 2,
        title: (bar) => `${meaning(bar.letter, data.names)}, ${bar.answers} ${bar.answers === 1 ? "answer" : "answers"}\n`
          + `from ${bar.x1.toFixed(2)} s`,
      })),
    ],
  });
}
