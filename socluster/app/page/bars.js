/** Bars below each other, each with its name above it and its value at its end: narrow enough for a phone. */

import { s } from "./elements.js";
import { shortened } from "./picture.js";

const BARS_WIDTH = 360, BAR_ROW = 34, BAR_LETTERS = 48;

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {number} value how long it is
 * @property {number} [of] the whole that it is a part of, drawn paler behind it
 * @property {string} text the value as it is written
 */

/**
 * @param {Bar[]} rows @param {string} label what the picture says, for who does not see it
 * @param {number} [whole] the value of the longest that a bar can be; that of the longest one, unless given
 */
export function barsOf(rows, label, whole) {
  const most = whole || Math.max(...rows.map((each) => Math.max(each.value, each.of || 0)), 1e-9);
  const long = (value) => Math.round((BARS_WIDTH * value * 10) / most) / 10;
  return s(
    "svg",
    { role: "img", class: "bars", "aria-label": label, viewBox: `0 0 ${BARS_WIDTH} ${BAR_ROW * rows.length}`, width: BARS_WIDTH },
    rows.map((each, at) => [
      s("text", { class: "b-name", x: 0, y: BAR_ROW * at + 13 }, shortened(each.name, BAR_LETTERS - [...each.text].length), s("title", {}, each.name)),
      s("text", { class: "b-value", x: BARS_WIDTH, y: BAR_ROW * at + 13, "text-anchor": "end" }, each.text),
      s("rect", { class: "b-whole", x: 0, y: BAR_ROW * at + 18, width: BARS_WIDTH, height: 9 }),
      each.of !== undefined && s("rect", { class: "b-of", x: 0, y: BAR_ROW * at + 18, width: long(each.of), height: 9 }),
      s("rect", { class: "b-bar", x: 0, y: BAR_ROW * at + 18, width: long(each.value), height: 9 }),
    ]),
  );
}
