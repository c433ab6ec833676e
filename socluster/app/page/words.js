/** What the page says: texts by key, with places for values, and the form that a number takes. Pure functions. */

import { number } from "./numbers.js";

/** @typedef {Record<string, string | string[]>} Texts */

/**
 * Which form a number takes: English has two, Lithuanian three.
 * @param {number} n
 * @param {import("./numbers.js").Language} language
 */
export function formOf(n, language) {
  if (language === "en") return n === 1 ? 0 : 1;
  const ones = n % 10, tens = n % 100;
  if (ones === 1 && tens !== 11) return 0;
  return ones >= 2 && (tens < 10 || tens >= 20) ? 1 : 2;
}

/**
 * A text with its places filled; braces that are no place stand for themselves.
 * @param {string} text
 * @param {Record<string, unknown>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * @param {Record<string, Texts>} texts by language
 * @param {() => import("./numbers.js").Language} language
 */
export function speaker(texts, language) {
  return {
    /** @param {string} key @param {Record<string, unknown>} [values] */
    say(key, values = {}) {
      const text = texts[language()][key];
      if (typeof text !== "string") throw new Error("no text " + key);
      return filled(text, values);
    },
    /** @param {string} key @param {number} n @param {Record<string, unknown>} [values] */
    count(key, n, values = {}) {
      const forms = texts[language()][key];
      if (!Array.isArray(forms)) throw new Error("no forms " + key);
      return filled(forms[formOf(n, language())], { ...values, n: number(n, language(), { decimals: 0 }) });
    },
  };
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
