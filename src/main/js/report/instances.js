// Load and latency, a line an instance. The letter in each dot is the barcode's.
import { plot, axisX, axisY, dot, gridX, ruleY, text, tickX } from "@observablehq/plot";
import { className, colour, ink, nameRoom, short, style } from "./look.js";

const LINE = 34;

function lines(instances, width, domain, label, tickFormat, marks) {
  const { shown, margin } = nameRoom(instances.map((one) => one.name), width);
  return plot({
    className,
    style,
    width,
    height: LINE * instances.length + 58,
    marginLeft: margin,
    marginRight: 18,
    marginTop: 10,
    marginBottom: 44,
    x: { domain, label: null },
    y: { type: "band", domain: instances.map((one, i) => i), padding: 0.3, label: null },
    color: { type: "identity" },
    marks: [
      gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: Math.max(3, Math.floor(width / 110)) }),
      axisY({ tickFormat: (i) => shown[i], tickSize: 0, fontSize: 12 }),
      axisX({
        ticks: Math.max(3, Math.floor(width / 110)),
        tickFormat,
        label,
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 0,
      }),
      ...marks,
    ],
  });
}

function lettered(points, x) {
  return [
    dot(points, { y: "line", x, fill: (one) => colour(one.colour), r: 9, stroke: "var(--page)", strokeWidth: 2 }),
    text(points, { y: "line", x, text: "letter", fill: (one) => ink(one.colour), fontSize: 10, fontWeight: 700 }),
  ];
}

export function load(data, width) {
  const instances = data.instances.map((one, line) => ({ ...one, line }));
  const known = instances.filter((one) => one.share !== null);
  const most = Math.max(0.01, ...instances.flatMap((one) => [one.share ?? 0, one.high ?? 0, one.expected ?? 0]));
  return lines(instances, width, [0, Math.min(1, most * 1.08)], "share of the load",
    (tick) => `${+(100 * tick).toFixed(1)} %`, [
      ruleY(known.filter((one) => one.low !== null), {
        y: "line", x1: "low", x2: "high", stroke: (one) => colour(one.colour), strokeWidth: 8, strokeOpacity: 0.45,
      }),
      tickX(instances.filter((one) => one.expected !== null), {
        y: "line", x: "expected", stroke: "currentColor", strokeWidth: 2.5, insetTop: -3, insetBottom: -3,
      }),
      ...lettered(known, "share"),
    ]);
}

export function latency(data, width) {
  const instances = data.instances.map((one, line) => ({ ...one, line }));
  const known = instances.filter((one) => one.p50 !== null);
  const most = Math.max(1e-3, ...known.flatMap((one) => [one.p50, one.p95 ?? 0]));
  return lines(instances, width, [0, most * 1.1], "milliseconds, p50 to p95",
    short, [
      ruleY(known.filter((one) => one.p95 !== null), {
        y: "line", x1: "p50", x2: "p95", stroke: (one) => colour(one.colour), strokeWidth: 8, strokeOpacity: 0.45,
      }),
      tickX(known.filter((one) => one.p95 !== null), { y: "line", x: "p95", stroke: "currentColor", strokeWidth: 2.5 }),
      ...lettered(known, "p50"),
    ]);
}
