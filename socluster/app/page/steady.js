/** How exact the ends of the bars are: a line of the key where that hardly matters, else a caveat and more draws. */

import { button, h } from "./elements.js";
import { decimalsFor, number, percent, writerOf } from "./numbers.js";

/** @typedef {{ measure: string, error: number | null, share: number | null }} Ends the least exact end: its standard error, and as a part of the bar; null where too few draws say it */

export const DRAWS = [200, 1000, 5000];
const STEADY = 0.05; // part of a bar by which its ends may move without a reader seeing it

/** The least exact of several. @param {Array<{ ends?: Ends }>} all */
export function worstOf(all) {
  const ends = all.map((each) => each.ends).filter(Boolean);
  return ends.find((each) => each.share === null) || ends.sort((a, b) => b.share - a.share)[0];
}

/** @param {import("./frame.js").App} app @param {{ draws: number, ends?: Ends }} found */
function endsText(app, { draws: n, ends }) {
  const about = app.data.measures.find((each) => each.id === ends.measure) || {};
  const told = { draws: app.count("n_draws", n), measure: about.name ? app.both(about.name) : ends.measure };
  if (ends.share === null) return app.say("ends_unknown", told);
  const language = app.language();
  const size = about.isShare ? 100 * ends.error : ends.error;
  const unit = about.unitName ? "\u00a0" + app.both(about.unitName) : writerOf(about, language, 2).unit;
  return app.say("ends_exact", { ...told, error: number(size, language, { decimals: decimalsFor([size]) }) + unit, share: percent(ends.share, language) });
}

const isSteady = ({ ends }) => ends.share !== null && ends.share <= STEADY;

/** What the key says of it; nothing where no bar has a length, or where it is a caveat. @param {import("./frame.js").App} app @param {{ draws: number, ends?: Ends }} found */
export function steadyText(app, found) {
  return found.ends && isSteady(found) ? endsText(app, found) : "";
}

/**
 * The caveat where the ends are not steady, and the button that asks with more draws.
 * @param {import("./frame.js").App} app @param {{ draws: number, ends?: Ends } | null} found @param {(draws: number) => void} askAgain
 */
export function unsteadyOf(app, found, askAgain) {
  if (!found || !found.ends || isSteady(found)) return null;
  const more = app.api && DRAWS.find((each) => each > found.draws);
  return h(
    "div",
    { class: "unsteady", id: "unsteady" },
    h("p", {}, endsText(app, found)),
    more && button(app.say("ask_again", { draws: app.count("n_draws", more) }), () => askAgain(more), { id: "ask-again" }),
  );
}
