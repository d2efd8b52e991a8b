// What the figures have in common. Colours are the style sheet's, so that light, dark and print need no script.
export const className = "plot";

export const style = { background: "none", color: "inherit", overflow: "visible" };

export function colour(number) {
  return `var(--c${number})`;
}

export function ink(number) {
  return `var(--k${number})`;
}

export function cut(text, most) {
  const points = [...text];
  return points.length > most ? points.slice(0, most - 1).join("") + "…" : text;
}

/** A number on an axis: short, however large. */
export function short(number) {
  const notation = Math.abs(number) >= 1e5 ? "compact" : "standard";
  return number.toLocaleString("en", { notation, maximumFractionDigits: 2 });
}

/** Room for names beside a figure: as much as the longest needs, and never more than a third. */
export function nameRoom(names, width) {
  const most = Math.max(6, Math.floor(width / 3 / 7));
  const shown = names.map((name) => cut(name, most));
  return { shown, margin: 16 + 7 * Math.max(0, ...shown.map((name) => [...name].length)) };
}

const COLOURS = 8;

/** The instance's number in the timeline, or -1 for a mark. */
export function index(letter) {
  if (letter >= "A" && letter <= "Z") return letter.charCodeAt(0) - 65;
  if (letter >= "a" && letter <= "z") return letter.charCodeAt(0) - 97 + 26;
  return -1;
}

export function meaning(letter, names) {
  if (letter === "!") return "error";
  if (letter === "+") return "another instance";
  const at = index(letter);
  return at < 0 ? "unidentified" : names[at] ?? "an unnamed instance";
}

export function letterColour(letter) {
  const at = index(letter);
  return at >= 0 ? colour(at % COLOURS) : letter === "!" ? "var(--error)" : "var(--none)";
}

export function letterInk(letter) {
  const at = index(letter);
  return at >= 0 ? ink(at % COLOURS) : letter === "!" ? "var(--error-ink)" : "var(--none-ink)";
}
