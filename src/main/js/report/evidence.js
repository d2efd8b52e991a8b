// The evidence after each session: it walks up towards "sessions stick" or down towards "sessions do not stick", and
// the verdict is certain where it reaches a boundary. Only one of the two is ever above nothing.
import { plot, axisX, axisY, dot, lineY, rectY, ruleX, ruleY, text, tip, pointerX } from "@observablehq/plot";
import { className, short, style } from "./look.js";

function odds(logarithm) {
  const ratio = Math.exp(Math.abs(logarithm));
  if (ratio < 1.5) return "even";
  return (ratio >= 1e6 ? ratio.toExponential(0).replace("e+", "e") : Math.round(ratio).toLocaleString("en")) + " : 1";
}

export function evidence(data, width, pointed) {
  const boundary = -Math.log(data.alpha);
  // Far beyond a boundary nothing is more certain, and the way there would become too small to be seen.
  const within = (height) => Math.max(-3 * boundary, Math.min(3 * boundary, height));
  const walk = data.evidence
    .map((point) => {
      const up = Math.max(0, point.pass ?? 0);
      const down = Math.max(0, point.fail ?? 0);
      return { sessions: point.sessions, height: within(up >= down ? up : -down) };
    })
    .sort((a, b) => a.sessions - b.sessions);
  walk.unshift({ sessions: 0, height: 0 });
  const last = walk.at(-1);
  const certain = walk.find((point) => Math.abs(point.height) >= boundary * (1 - 1e-9));
  const most = Math.max(boundary * 1.3, 1.08 * Math.max(...walk.map((point) => Math.abs(point.height))));
  const end = Math.max(1, last.sessions);
  const right = certain && certain.sessions > 0.6 * end;
  return plot({
    className,
    style,
    width,
    height: Math.min(340, Math.max(240, width * 0.45)),
    marginLeft: 60,
    marginRight: 14,
    marginBottom: 42,
    x: { domain: [0, end * 1.02], label: null },
    y: { domain: [-most, most], label: null },
    marks: [
      rectY([0], { x1: 0, x2: end * 1.02, y1: boundary, y2: most, fill: "var(--pass)", fillOpacity: 0.12 }),
      rectY([0], { x1: 0, x2: end * 1.02, y1: -most, y2: -boundary, fill: "var(--fail)", fillOpacity: 0.12 }),
      ruleY([boundary], { stroke: "var(--pass)", strokeDasharray: "5 4" }),
      ruleY([-boundary], { stroke: "var(--fail)", strokeDasharray: "5 4" }),
      ruleY([0], { stroke: "var(--line)" }),
      text(["✓ certain: sessions stick"], {
        frameAnchor: "top-left", dx: 8, dy: 7, text: (d) => d, fill: "var(--pass)", fontWeight: 600, fontSize: 12,
      }),
      text(["✗ certain: they do not"], {
        frameAnchor: "bottom-left", dx: 8, dy: -7, text: (d) => d, fill: "var(--fail)", fontWeight: 600, fontSize: 12,
      }),
      lineY(walk, { x: "sessions", y: "height", curve: "step-after", stroke: "currentColor", strokeWidth: 2 }),
      ruleX(certain ? [certain] : [], { x: "sessions", y1: 0, y2: "height", stroke: "currentColor", strokeDasharray: "2 3" }),
      dot([certain ?? last], { x: "sessions", y: "height", fill: "currentColor", r: 5, stroke: "var(--page)", strokeWidth: 2 }),
      text(certain ? [certain] : [last], {
        x: "sessions",
        y: 0,
        dy: (certain ?? last).height >= 0 ? 12 : -12,
        textAnchor: right || !certain ? "end" : "start",
        dx: right || !certain ? 0 : 4,
        text: (point) => (certain ? `after ${short(point.sessions)} sessions` : "not certain yet"),
        fill: "currentColor",
        fontSize: 12,
      }),
      axisY([-boundary, 0, boundary], { tickFormat: odds, label: null, tickSize: 4 }),
      axisX({
        ticks: Math.max(2, Math.floor(width / 90)),
        tickFormat: (tick) => (Number.isInteger(tick) ? short(tick) : ""),
        label: "sessions judged, in launch order",
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 4,
      }),
      pointed ? tip(walk, pointerX({
        x: "sessions",
        y: "height",
        title: (point) => `after ${point.sessions.toLocaleString("en")} sessions\n`
          + (point.height === 0 ? "no evidence either way" : (Math.abs(point.height) >= 3 * boundary ? "at least " : "") + odds(point.height) + (point.height > 0 ? " that they stick" : " that they do not")),
      })) : null,
    ],
  });
}
