/** A table with a caption; it scrolls sideways where the screen is narrow. */

import { h } from "./elements.js";

/**
 * @param {{ caption: string, heads: Array<{ text: string, isNumber?: boolean }>, rows: string[][], note?: string }} table
 */
export function tableOf({ caption, heads, rows, note }) {
  const right = heads.map((each) => (each.isNumber ? "r" : null));
  return h(
    "div",
    {},
    h(
      "div",
      { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
      h(
        "table",
        {},
        h("caption", {}, caption),
        h("thead", {}, h("tr", {}, heads.map((each, at) => h("th", { scope: "col", class: right[at] }, each.text)))),
        h(
          "tbody",
          {},
          rows.map((row) => h("tr", {}, row.map((cell, at) => (at ? h("td", { class: right[at] }, cell) : h("th", { scope: "row" }, cell))))),
        ),
      ),
    ),
    note && h("p", { class: "small grey" }, note),
  );
}
