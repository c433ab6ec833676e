/** A change on a line: dot = median, bar = interval, ring = random partner, upright = no change. */

import { s } from "./elements.js";

const LEFT = 8, RIGHT = 232;

/**
 * One scale for several changes; it always holds 0.
 * @param {Array<{ low: number, high: number, delta: number, null?: number | null }>} rows
 */
export function scaleOf(rows) {
  const all = [0, ...rows.flatMap((each) => [each.low, each.high, each.delta, each.null])].filter((each) => Number.isFinite(each));
  const low = Math.min(...all), high = Math.max(...all);
  const pad = (high - low || 1) * 0.06;
  return { low: low - pad, high: high + pad };
}

/** @param {number} value @param {{ low: number, high: number }} scale */
export function placeOn(value, scale) {
  const part = (Math.min(Math.max(value, scale.low), scale.high) - scale.low) / (scale.high - scale.low);
  return Math.round((LEFT + part * (RIGHT - LEFT)) * 10) / 10;
}

/**
 * @param {{ low: number, high: number, delta: number, null?: number | null }} row
 * @param {{ low: number, high: number }} scale @param {string} label what it says to who cannot see it
 */
export function rangeOf(row, scale, label) {
  const zero = placeOn(0, scale), from = placeOn(row.low, scale), to = Math.max(placeOn(row.high, scale), from + 2);
  const hasNull = Number.isFinite(row.null);
  return s(
    "svg",
    { viewBox: "0 0 240 34", role: "img", "aria-label": label },
    s("path", { class: "t-axis", d: `M${LEFT} 17H${RIGHT}` }),
    s("path", { class: "t-zero", d: `M${zero} 5V29` }),
    Number.isFinite(row.low) && s("rect", { class: "t-bar", x: from, y: 14.5, width: to - from, height: 5 }),
    hasNull && s("circle", { class: "t-ring", cx: placeOn(row.null, scale), cy: 17, r: 8 }),
    s("circle", { class: "t-dot", cx: placeOn(row.delta, scale), cy: 17, r: 5 }),
  );
}
