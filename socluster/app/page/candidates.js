/** Who might join, of a page that holds its answers: ticks, and the answer to what is ticked. */

import { keyOf } from "./ask.js";
import { choice, h } from "./elements.js";

/** The places of the ticked candidates. @param {import("./frame.js").App} app */
export function tickedPlaces(app) {
  const ticked = app.state.get().ticked;
  return app.held.candidates.map((each, at) => at).filter((at) => ticked.includes(String(at)));
}

/** @param {import("./frame.js").App} app @param {number[]} places */
export function nameOfPlaces(app, places) {
  return places.map((at) => app.held.candidates[at].name).join(" + ");
}

/** @param {import("./frame.js").App} app */
export function candidatesOf(app) {
  const ticked = app.state.get().ticked;
  const tick = (at, isTicked) => {
    const rest = ticked.filter((each) => each !== String(at));
    app.state.change({ ticked: isTicked ? [...rest, String(at)] : rest });
  };
  return h(
    "fieldset",
    {},
    h("legend", {}, app.say("who_joins")),
    app.held.candidates.map((each, at) =>
      choice({ type: "checkbox", id: "candidate-" + at, checked: ticked.includes(String(at)), onchange: (event) => tick(at, event.target.checked) }, each.name, app.both(each.said)),
    ),
  );
}

/** What is held of the ticked ones: an answer, or why there is none. @param {import("./frame.js").App} app @param {number[]} places */
export function heldAnswer(app, places) {
  return places.length ? app.held.answers[keyOf(places)] || null : null;
}
