/** Numbers as people write them: a decimal comma in Lithuanian, a true minus, no-break spaces. Pure functions. */

export const NO_BREAK = "\u00a0";
const MINUS = "\u2212";
export const DASH = "\u2013";

/** @typedef {"en" | "lt"} Language */

/**
 * A half is rounded away from zero (so does toFixed), and what is not 0 is never written so, as the library does it.
 * @param {number | null | undefined} value what is no number is a dash
 * @param {Language} language
 * @param {{ decimals?: number, sign?: boolean }} [options]
 * @returns {string}
 */
export function number(value, language, { decimals = 2, sign = false } = {}) {
  if (value === null || value === undefined || !Number.isFinite(value)) return DASH;
  const rounded = Number(value.toFixed(decimals));
  const [whole, part] = Math.abs(rounded).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, NO_BREAK);
  if (value !== 0 && rounded === 0 && !sign) return (value < 0 ? ">" + MINUS : "<") + number(10 ** -decimals, language, { decimals });
  const before = value < 0 ? MINUS : sign && value > 0 ? "+" : "";
  return before + grouped + (part ? (language === "lt" ? "," : ".") + part : "");
}

/**
 * A share as so many of a hundred; what is nearly, but not quite, all or none says so.
 * @param {number | null | undefined} share
 * @param {Language} language
 * @param {{ decimals?: number }} [options]
 */
export function percent(share, language, { decimals = 0 } = {}) {
  if (share === null || share === undefined || !Number.isFinite(share)) return DASH;
  const sign = language === "lt" ? NO_BREAK + "%" : "%";
  const hundredths = 100 * share;
  const smallest = 10 ** -decimals;
  if (share > 0 && hundredths < smallest / 2) return "<" + number(smallest, language, { decimals }) + sign;
  if (share < 1 && hundredths >= 100 - smallest / 2) return ">" + number(100 - smallest, language, { decimals }) + sign;
  return number(hundredths, language, { decimals }) + sign;
}

/**
 * A share of draws: what happened in all of them, or in none, may happen otherwise in the next one.
 * @param {number | null | undefined} share @param {Language} language @param {number} draws
 */
export function shareOfDraws(share, language, draws) {
  if (share === null || share === undefined || !Number.isFinite(share)) return DASH;
  const most = Math.min(0.99, 1 - 1 / (draws + 1));
  if (share > most) return ">" + percent(most, language);
  return share < 1 - most ? "<" + percent(1 - most, language) : percent(share, language);
}

/**
 * As many decimals as the largest change needs to be seen in two digits.
 * @param {Array<number | null | undefined>} changes
 */
export function decimalsFor(changes) {
  const sizes = changes.filter((each) => Number.isFinite(each) && each !== 0).map((each) => Math.abs(/** @type {number} */ (each)));
  if (!sizes.length) return 2;
  return Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(Math.max(...sizes)))));
}

/**
 * How the values and the changes of a measure are written: a share in percent and percentage points.
 * @param {{ isShare?: boolean }} measure
 * @param {Language} language
 * @param {number} decimals of values that are no shares
 */
export function writerOf(measure, language, decimals) {
  /** What is now, moved by a change, both as they are written: so the three numbers always agree. */
  const sum = (before, change, digits) => (Number.isFinite(before) && Number.isFinite(change) ? Number((Number(before.toFixed(digits)) + Number(change.toFixed(digits))).toFixed(digits)) : null);
  if (!measure.isShare) {
    return {
      value: (value) => number(value, language, { decimals }),
      change: (value) => number(value, language, { decimals, sign: true }),
      moved: (before, change) => number(sum(before, change, decimals), language, { decimals }),
      unit: "",
    };
  }
  const places = Math.max(0, decimals - 2);
  return {
    value: (value) => percent(value, language, { decimals: places }),
    change: (value) => number(value === null || value === undefined ? value : 100 * value, language, { decimals: places, sign: true }),
    moved: (before, change) => {
      if (!Number.isFinite(before) || !Number.isFinite(change)) return DASH;
      return percent(sum(100 * before, 100 * change, places) / 100, language, { decimals: places });
    },
    unit: language === "lt" ? NO_BREAK + "proc." + NO_BREAK + "p." : NO_BREAK + "pp",
  };
}
