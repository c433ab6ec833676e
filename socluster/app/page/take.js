/** Step 6: what can be taken away: report, tables, a document, the page by e-mail, scenarios as a file and back. */

import { button, choice, h, refill } from "./elements.js";
import { askedText } from "./goals.js";
import { documentOf, handOut } from "./keep.js";
import { beginnings, handOver, takeAway } from "./opening.js";
import { askedIn, drawnAs, goalsAsked } from "./plan.js";
import { named } from "./scenario.js";

const WHAT = [
  { id: "report", title: "take_report", about: "take_report_about" },
  { id: "tables", title: "take_tables", about: "take_tables_about" },
  { id: "document", title: "take_document", about: "take_document_about" },
  { id: "page", title: "take_page", about: "take_page_about" },
]; // made by the server

/** What is made at the moment, what was made, and what was wrong; it outlives a change of the language. */
const making = { offered: null, what: null, share: 0, stop: null, made: {}, refused: null, left: [], leftAsked: [], isPlain: false, brought: null };
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

/** The kept scenarios by the names that questions know them by, each with its key. */
function scenariosOfAll(app) {
  const kept = app.state.get().kept.filter((each) => each.steps.length);
  return named(kept).map((each, at) => ({ ...each, key: kept[at].key }));
}

/** Those that go into what is made. */
function goingIn(app) {
  return plainOnes(scenariosOfAll(app).filter((each) => !making.left.includes(each.key)));
}

const plainOnes = (scenarios) => scenarios.map(({ name, steps }) => ({ name, steps }));

/** What was asked of scenarios: goals with directions, plans with limits. @param {object} app @param {object[]} scenarios @param {string[]} left what is left out */
export function questionsOf(app, scenarios, left) {
  const { asked, draws, seed } = app.state.get();
  const goals = goalsAsked(asked.filter((each) => isGoal(app, each) && !left.includes(keyOfAsked(each))), scenarios);
  return { goals, draws, seed };
}

/** What goes in, and by what the file that holds it is known: another question is another file. */
function wantedOf(app, what) {
  const scenarios = goingIn(app), questions = questionsOf(app, scenarios, making.leftAsked);
  return { scenarios, questions, key: JSON.stringify([what, app.language(), app.data.fingerprint, scenarios, questions]) };
}

const keyOfAsked = (asked) => JSON.stringify(asked);
const isGoal = (app, { goal }) => app.data.measures.some((each) => each.id === goal && each.isGoal);

function partsOfTake(app) {
  return [
    h("h1", {}, app.say("take_title")),
    h("p", { class: "sub" }, app.say("take_about")),
    making.refused && h("p", { class: "problem", id: "refused" }, making.refused.key ? app.say(making.refused.key) : app.both(making.refused)),
    scenariosOf(app),
    askedGoals(app),
    h("h2", {}, app.say("take_files")),
    h("ul", { class: "sets makes" }, WHAT.filter((each) => !making.offered || making.offered.includes(each.id)).map((each) => offer(app, each))),
    h("h2", {}, app.say("take_scenarios_title")),
    h("p", {}, app.say("take_scenarios_about")),
    h(
      "div",
      { class: "row" },
      button(app.say("take_scenarios"), () => scenariosOut(app), { id: "take-scenarios", disabled: !scenariosOfAll(app).length }),
      h("input", { type: "file", id: "scenario-file", class: "file", accept: ".json", onchange: (event) => event.target.files.length && scenariosIn(app, event.target.files[0]) }),
      h("label", { for: "scenario-file", class: "button" }, app.say("bring_scenarios")),
    ),
    making.brought && h("p", { id: "brought" }, broughtText(app, making.brought)),
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

/** Which questions go in: each goal with its direction, and the limits of its plan. */
function askedGoals(app) {
  const asked = app.state.get().asked.filter((each) => isGoal(app, each));
  if (!app.state.get().kept.some((each) => each.steps.length)) return null;
  if (!asked.length) return h("p", { class: "caveat", id: "nothing-asked" }, app.say("take_nothing_asked"));
  return h(
    "fieldset",
    { class: "plain", id: "asked" },
    h("legend", {}, app.say("take_asked")),
    asked.map((each, at) =>
      choice({ type: "checkbox", id: "asked-goes-in-" + at, checked: !making.leftAsked.includes(keyOfAsked(each)), onchange: () => toggle(keyOfAsked(each), "leftAsked") }, askedText(app, each, goingIn(app))),
    ),
  );
}

/** @param {string} key @param {"left" | "leftAsked"} list */
function toggle(key, list = "left") {
  making[list] = making[list].includes(key) ? making[list].filter((each) => each !== key) : [...making[list], key];
  redrawTake();
}

/** One thing to take: what it is, the button that makes it, and where it is once it is made. */
function offer(app, what) {
  const made = making.made[wantedOf(app, what.id).key];
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
  const { scenarios, questions, key } = wantedOf(app, what);
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
    making.made[key] = await takeAway(app, what, { scenarios, questions }, { progress, signal: making.stop.signal });
    app.announce(app.say("take_made", { name: making.made[key].name }));
  } catch (error) {
    making.refused = error.said || (error.name === "AbortError" ? null : { key: "server_gone" });
  } finally {
    Object.assign(making, { what: null, stop: null });
    redrawTake();
    if (making.refused) app.announce(making.refused.key ? app.say(making.refused.key) : app.both(making.refused));
  }
}

/** The kept scenarios as a file, with what was asked of them. @param {import("./frame.js").App} app */
function scenariosOut(app) {
  const scenarios = plainOnes(scenariosOfAll(app));
  handOut(app.say("scenarios_file"), documentOf(scenarios, questionsOf(app, scenarios, [])), "application/json");
}

/** Kept scenarios from a file, added to those that are there. @param {import("./frame.js").App} app @param {File} file */
async function scenariosIn(app, file) {
  try {
    const held = JSON.parse(await file.text());
    const found = (held.scenarios || [held]).map(({ name, steps }) => ({ name: String(name), steps, key: JSON.stringify(steps) }));
    if (!found.length || !found.every((each) => Array.isArray(each.steps))) throw new TypeError("no steps");
    const { asked, kept } = app.state.get();
    const before = new Set(asked.map(keyOfAsked));
    const questions = held.questions || {};
    const drawn = drawnAs(questions);
    const more = askedIn(questions.goals).filter((each) => !before.has(keyOfAsked(each)));
    const fresh = found.filter((each) => !kept.some((other) => other.key === each.key || (other.name === each.name && JSON.stringify(other.steps) === each.key)));
    making.refused = null;
    app.state.change({ kept: [...kept, ...fresh].slice(-50), asked: [...asked, ...more].slice(-20), ...drawn });
    making.brought = { n: fresh.length, ...drawn };
    app.announce(broughtText(app, making.brought));
  } catch {
    Object.assign(making, { refused: { key: "no_scenarios_in_it" }, brought: null });
  }
  redrawTake();
}

/** How many scenarios were brought, and that the page now draws as their file says. @param {import("./frame.js").App} app @param {{ n: number, draws?: number, seed?: number }} brought */
function broughtText(app, { n, draws, seed }) {
  const said = [app.count("n_brought", n)];
  if (draws !== undefined) said.push(app.say("brought_draws", { draws: app.count("n_draws", draws) }));
  if (seed !== undefined) said.push(app.say("brought_seed", { seed }));
  return said.join(" ");
}
