/** Who might join, of a page that holds its answers: ticks, and the answer to what is ticked. */

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

const unpacked = new Map(); // answers as the page shows them, by key

/**
 * What is held of a set of candidates; null where there is none, since they contradict each other.
 * @param {import("./frame.js").App} app @param {string} key
 */
export function heldAnswer(app, key) {
  const answer = app.held.answers[key];
  if (!answer) return null;
  if (!unpacked.has(key)) {
    const { held, data } = app;
    const members = key.split("+").map((at) => held.candidates[Number(at)]);
    const together = (language) => [...new Set(members.flatMap((each) => each.assumptions[language]))];
    const named = (end) => (typeof end === "number" ? data.actors[end].id : end);
    unpacked.set(key, {
      ...answer,
      shown: { ...answer.shown, ties: answer.shown.ties.map((pair) => pair.map(named)) },
      draws: held.draws,
      interval: held.interval,
      seed: held.seed,
      nowIs: held.nowIs,
      models: { en: members.flatMap((each) => each.models.en), lt: members.flatMap((each) => each.models.lt) },
      assumptions: { en: [...held.about.en, ...together("en")], lt: [...held.about.lt, ...together("lt")] },
    });
  }
  return unpacked.get(key);
}
