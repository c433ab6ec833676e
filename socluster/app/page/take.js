/** Step 6: what can be taken away: report, tables, a document, the page by e-mail, scenarios as a file and back. */

import { button, choice, h, refill } from "./elements.js";
import { handOut } from "./keep.js";
import { beginnings, handOver, takeAway } from "./opening.js";
import { named } from "./scenario.js";

const WHAT = [
  { id: "report", title: "take_report", about: "take_report_about" },
  { id: "tables", title: "take_tables", about: "take_tables_about" },
  { id: "document", title: "take_document", about: "take_document_about" },
  { id: "page", title: "take_page", about: "take_page_about" },
]; // made by the server
const DRAWS = 1000;

/** What is made at the moment, what was made, and what was wrong; it outlives a change of the language. */
const making = { offered: null, what: null, share: 0, stop: null, made: {}, refused: null, left: [], isPlain: false };
let redrawTake = () => {};

export const take = {
  id: "take",
  word: "step_take",
  serverOnly: true,
  needsData: true,
  draw(place, app) {
    const wide = h("div", { class: "wide" });
    place.append(wide);
    redrawTake = () => refill(wide, partsOfTake(app));
    redrawTake();
    if (!making.offered) {
      beginnings(app).then(
        (start) => {
          making.offered = start.takes;
          making.isPlain = start.hasPictures === false;
          redrawTake();
        },
        () => {},
      );
    }
    return { update: redrawTake };
  },
};

/** The kept scenarios that go into what is made. */
function goingIn(app) {
  return app.state.get().kept.filter((each) => each.steps.length && !making.left.includes(each.key));
}

function partsOfTake(app) {
  return [
    h("h1", {}, app.say("take_title")),
    h("p", { class: "sub" }, app.say("take_about")),
    making.refused && h("p", { class: "problem", id: "refused" }, making.refused.key ? app.say(making.refused.key) : app.both(making.refused)),
    scenariosOf(app),
    h("h2", {}, app.say("take_files")),
    h("ul", { class: "sets makes" }, WHAT.filter((each) => !making.offered || making.offered.includes(each.id)).map((each) => offer(app, each))),
    h("h2", {}, app.say("take_scenarios_title")),
    h("p", {}, app.say("take_scenarios_about")),
    h(
      "div",
      { class: "row" },
      button(app.say("take_scenarios"), () => scenariosOut(app), { id: "take-scenarios", disabled: !app.state.get().kept.length }),
      h("input", { type: "file", id: "scenario-file", class: "file", accept: ".json", onchange: (event) => event.target.files.length && scenariosIn(app, event.target.files[0]) }),
      h("label", { for: "scenario-file", class: "button" }, app.say("bring_scenarios")),
    ),
  ];
}

/** Which scenarios go in. */
function scenariosOf(app) {
  const kept = app.state.get().kept.filter((each) => each.steps.length);
  if (!kept.length) return h("p", { class: "caveat" }, app.say("take_no_scenarios"));
  return h(
    "fieldset",
    { class: "plain" },
    h("legend", {}, app.say("take_which")),
    kept.map((each, at) =>
      choice({ type: "checkbox", id: "goes-in-" + at, checked: !making.left.includes(each.key), onchange: () => toggle(each.key) }, each.name),
    ),
  );
}

/** @param {string} key */
function toggle(key) {
  making.left = making.left.includes(key) ? making.left.filter((each) => each !== key) : [...making.left, key];
  making.made = {};
  redrawTake();
}

/** One thing to take: what it is, the button that makes it, and where it is once it is made. */
function offer(app, what) {
  const made = making.made[what.id + app.language()];
  const isBusy = making.what === what.id;
  const id = "take-" + what.id;
  return h(
    "li",
    {},
    h("div", {}, h("span", { class: "title" }, app.say(what.title)), h("span", { class: "more" }, app.say(what.about)), what.id === "document" && making.isPlain && h("span", { class: "more warned", id: "document-plain" }, app.say("take_document_plain")), isBusy && h("progress", { max: 1, value: making.share || null, "aria-label": app.say("progress") })),
    isBusy
      ? button(app.say("stop"), () => making.stop.abort(), { id })
      : made
        ? button(app.say("take_again", { name: made.name }), () => handOver(app, made), { id })
        : button(app.say("take_make"), () => make(app, what.id), { id, disabled: Boolean(making.what), "aria-label": app.say("take_make_what", { what: app.say(what.title) }) }),
  );
}

/** @param {import("./frame.js").App} app @param {string} what */
async function make(app, what) {
  const { choice: goal, draws, seed } = app.state.get();
  const language = app.language();
  const scenarios = named(goingIn(app));
  Object.assign(making, { what, share: 0, stop: new AbortController(), refused: null });
  redrawTake();
  app.announce(app.say("take_making"));
  const progress = (share) => {
    if (share && share !== making.share) {
      making.share = share;
      redrawTake();
    }
  };
  try {
    const question = { draws: Math.max(DRAWS, draws), seed, ...(goal.goal && goal.better ? { goal: goal.goal, better: goal.better } : {}) };
    making.made[what + language] = await takeAway(app, what, { scenarios, question }, { progress, signal: making.stop.signal });
    app.announce(app.say("take_made", { name: making.made[what + language].name }));
  } catch (error) {
    making.refused = error.said || (error.name === "AbortError" ? null : { key: "server_gone" });
  } finally {
    Object.assign(making, { what: null, stop: null });
    redrawTake();
    if (making.refused) app.announce(making.refused.key ? app.say(making.refused.key) : app.both(making.refused));
  }
}

/** The kept scenarios as a file. @param {import("./frame.js").App} app */
function scenariosOut(app) {
  const text = JSON.stringify({ socluster_scenarios: 1, scenarios: named(app.state.get().kept) }, null, 2);
  handOut(app.say("scenarios_file"), text, "application/json");
}

/** Kept scenarios from a file, added to those that are there. @param {import("./frame.js").App} app @param {File} file */
async function scenariosIn(app, file) {
  try {
    const held = JSON.parse(await file.text());
    const found = (held.scenarios || [held]).map(({ name, steps }) => ({ name: String(name), steps, key: JSON.stringify(steps) }));
    if (!found.length || !found.every((each) => Array.isArray(each.steps))) throw new TypeError("no steps");
    const { kept } = app.state.get();
    const fresh = found.filter((each) => !kept.some((other) => other.key === each.key || (other.name === each.name && JSON.stringify(other.steps) === each.key)));
    making.refused = null;
    app.state.change({ kept: [...kept, ...fresh].slice(-50) });
    app.announce(app.count("n_brought", fresh.length));
  } catch {
    making.refused = { key: "no_scenarios_in_it" };
  }
  redrawTake();
}
