// The sessions by the clock: a row a session, a bar as long as it met one instance.
import { axisX, plot, pointer, tip } from "@observablehq/plot";
import { blocks, letters } from "./cells.js";
import { className, meaning, short, style } from "./look.js";

const TICKS = 1295;

export function clock(data, width, pointed) {
  const seconds = data.spanMillis / 1000;
  const rows = data.clock;
  const height = rows.length <= 30 ? 14 : rows.length <= 60 ? 9 : 6;
  const room = { top: 4, right: 8, bottom: 40, left: 10 };
  const least = (2.5 * seconds) / Math.max(1, width - room.left - room.right);
  const step = height + (height > 8 ? 2 : 1);
  const bars = [];
  rows.forEach((row, line) => {
    const y1 = line * step;
    // An answer lasts until the next request; the last one as long as answers of its session lie apart.
    const answers = row.reduce((sum, bar) => sum + bar.answers, 0);
    const apart = (row.at(-1).to - row[0].from) / Math.max(1, answers - 1);
    row.forEach((bar, i) => {
      const from = (bar.from / TICKS) * seconds;
      const until = ((i + 1 < row.length ? row[i + 1].from : bar.to + apart) / TICKS) * seconds;
      bars.push({ ...bar, x1: from, x2: Math.max(until, from + least), y1, y2: y1 + height });
    });
  });
  const end = Math.max(seconds, ...bars.map((bar) => bar.x2));
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
    marks: [
      blocks(bars),
      letters(height < 9 ? [] : bars.filter((bar) => (bar.x2 - bar.x1) * perSecond >= 12).map((bar) => ({
        letter: bar.letter, x: bar.x1, y: (bar.y1 + bar.y2) / 2, dx: 6,
      })), 9.5),
      axisX({
        ticks: Math.max(2, Math.floor(width / 90)),
        tickFormat: (tick) => `${short(tick)} s`,
        tickSize: 4,
        label: "since the first request",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      pointed ? tip(bars, pointer({
        maxRadius: Infinity,
        x: (bar) => (bar.x1 + bar.x2) / 2,
        y: (bar) => (bar.y1 + bar.y2) / 2,
        title: (bar) => `${meaning(bar.letter, data.names)}, ${bar.answers} ${bar.answers === 1 ? "answer" : "answers"}\n`
          + `from ${bar.x1.toFixed(2)} s`,
      })) : null,
    ],
  });
}
