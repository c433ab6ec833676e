/** Step 4: who might join, leave, meet; what would change, and how sure that is; and the picture of one draw. */

import { keyOf } from "./ask.js";
import { askingOf } from "./asking.js";
import { candidatesOf, heldAnswer, nameOfPlaces, tickedPlaces } from "./candidates.js";
import { earlierOf } from "./earlier.js";
import { button, h, refill, tell } from "./elements.js";
import { drawsOf, eventOf, leavingOf, mannerOfForm, measuresOfForm, partnersOf, replacingOf } from "./form.js";
import { askedText } from "./goals.js";
import { keep, kept as keptBefore } from "./keep.js";
import { atCompare } from "./compare.js";
import { assumptionsOf, cardsOf, keyOfRanges, restsOn } from "./outcome.js";
import { legendOf, pictureOf } from "./picture.js";
import { askedIn } from "./plan.js";
import { eachAlone, mannerOf, nameOf, obstacleOf, questionOf, stepsOf } from "./scenario.js";
import { unsteadyOf } from "./steady.js";
import { meaningOf } from "./understand.js";

const NOTHING = { joined: [], left: [], ties: [], events: [] };
const answered = new Map(); // from question to answer, so that what was asked before stands there at once
const ANSWERED = "answered"; // the question that was answered last, kept in the browser
const nowValues = {}; // what measures are without any scenario, so far as an answer said so

export const whatif = {
  id: "whatif",
  word: "step_whatif",
  needsData: true,
  /** @param {HTMLElement} place @param {import("./frame.js").App} app */
  draw(place, app) {
    const form = h("div", { id: "form" });
    const working = h("div", { class: app.api && "asking" });
    const kept = h("div", {});
    const outcome = h("div", { id: "outcome" });
    const earlier = h("div", {});
    const caption = h("figcaption", {});
    const picture = pictureOf(app, {});
    const legend = h("div", {});
    const asking = askingOf(app, "whatif", (fault) => {
      showAll();
      if (fault) tell(status, fault);
      status.classList.toggle("problem", Boolean(fault));
    });
    const { stop, progress, status } = asking;
    place.append(
      h(
        "div",
        { class: "sides" },
        h("form", { class: "panel", "aria-label": app.say("whatif_form"), onsubmit: (event) => (event.preventDefault(), isEachAsked(app, current(app)) ? calculateEach() : calculate()) }, form, working, kept),
        h(
          "div",
          { class: "wide" },
          h("h1", {}, app.say("whatif_title")),
          h("p", { class: "sub" }, app.say("whatif_about")),
          !app.api && heldQuestions(app),
          earlier,
          outcome,
          h("h2", {}, app.say("picture_title")),
          h("figure", { class: "figure" }, legend, h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": app.say("picture_title") }, picture.svg), caption),
          h("div", { class: "actions" }, h("a", { class: "button", href: "#compare" }, app.say("to_compare"))),
        ),
      ),
    );
    const run = h("button", { type: "submit", class: "primary", id: "run" }, app.say("calculate"));
    if (app.api) working.append(drawsOf(app), h("div", { class: "row" }, run, stop), progress);
    working.append(status);
    showAll();
    const before = current(app);
    if (app.api && before && !before.found && !isEachAsked(app, before) && !asking.isRunning() && keptBefore(ANSWERED) === before.key) calculate(); // the page was loaded anew

    function showForm() {
      if (app.api) refill(form, partnersOf(app), mannerOfForm(app), leavingOf(app), replacingOf(app), eventOf(app), measuresOfForm(app));
      else refill(form, candidatesOf(app), measuresOfForm(app, app.held.measures));
    }

    function showAll() {
      showForm();
      refill(earlier, app.api && earlierOf(app));
      refill(kept, keptOf(app, current(app)));
      const now = current(app);
      const isEach = isEachAsked(app, now);
      const found = now && !isEach && now.found;
      if (found) Object.entries(found.changes).forEach(([id, row]) => (nowValues[app.data.fingerprint + id] = row.before));
      const known = Object.fromEntries(app.state.get().measures.map((id) => [id, nowValues[app.data.fingerprint + id] ?? (app.held.now || {})[id]]).filter(([, value]) => value !== undefined && value !== null));
      tell(run, app.say(isEach ? "calculate_each" : "calculate"));
      refill(outcome, now && h("p", { class: "finding" }, isEach ? eachAlone(app.state.get()).map((each) => askedOf(app, each).name).join(", ") : now.name), found && found.nowIs && app.both(found.nowIs) && h("p", {}, app.both(found.nowIs)), cardsOf(app, app.state.get().measures, found, known), unsteadyOf(app, found, askAgain), keyOfRanges(app, found), found && h("p", { class: "caveat" }, meaningOf(app)), restsOn(app, assumptionsOf(app, found)));
      const shown = found ? found.shown : planned(app);
      picture.overlay(shown);
      const isNew = shown.ties.length + shown.events.length > 0;
      refill(legend, legendOf(app, { hasNew: isNew }));
      tell(caption, !found ? app.say(shown.joined.length ? "caption_planned" : "caption_now") : !isNew && shown.left.length && !shown.joined.length ? app.say("caption_gone") : found.isCertain ? app.say("caption_certain") : app.say("caption_draw", { draws: app.count("n_draws", found.draws) }));
      run.disabled = asking.isRunning() || !now || Boolean(found);
      const hindrance = obstacleAt(app);
      if (!asking.isRunning()) tell(status, hindrance ? app.say(hindrance.word, { name: hindrance.name }) : !now ? app.say(app.api ? "say_what" : "tick_somebody") : found ? doneText(app, found) : app.say(isEach ? "each_asked" : app.api ? "not_calculated" : "not_together"));
    }

    /** The same once more, with more draws. @param {number} draws */
    function askAgain(draws) {
      app.state.change({ draws });
      calculate();
    }

    /** Keep each who is ticked as a scenario of its own, and compare them. */
    function calculateEach() {
      if (!current(app) || asking.isRunning()) return;
      const { kept } = app.state.get();
      app.state.change({ kept: [...kept, ...freshOf(app)].slice(-50) });
      atCompare.atOnce = true;
      app.go("compare");
    }

    async function calculate() {
      const now = current(app);
      if (!app.api || !now || now.found || asking.isRunning()) return;
      run.disabled = true;
      status.classList.remove("problem");
      await asking.ask(now.question, (answer) => {
        answered.set(now.key, normal(answer, now.name));
        keep(ANSWERED, now.key);
      });
      if (current(app)?.found && matchMedia("(max-width: 60rem)").matches) outcome.scrollIntoView({ block: "start" }); // it stands far below the form
    }

    return {
      update(before) {
        const now = app.state.get();
        if (before.more !== now.more) refill(earlier, app.api && earlierOf(app));
        if (before.hidden === now.hidden && before.more === now.more) {
          asking.abort(); // it answers a question that nobody asks any more
          showAll();
        }
      },
    };
  },
};

/** What is asked now: its name, its key, and the answer where there is one; null where nothing is asked. */
export function current(app) {
  const state = app.state.get();
  if (!app.api) {
    const places = tickedPlaces(app);
    return places.length ? { name: nameOfPlaces(app, places), key: keyOf(places), steps: [], found: heldAnswer(app, keyOf(places)) } : null;
  }
  return obstacleAt(app) ? null : askedOf(app, state);
}

/** Whether several are asked, each on its own. @param {import("./frame.js").App} app @param {object | null} now */
function isEachAsked(app, now) {
  return Boolean(app.api && now) && mannerOf(app.state.get()) === "each";
}

/** What keeps the question from being asked, in a page with a server. */
function obstacleAt(app) {
  return app.api ? obstacleOf(app.state.get(), app.data) : null;
}

/** The question of a state, with its name, its key and its answer where there is one. @param {import("./state.js").State} state */
function askedOf(app, state) {
  const called = new Map(app.data.actors.map((each) => [each.id, app.both(each.name)]));
  const name = nameOf(state, { without: (each) => app.say("without", { name: each }), nameOf: (id) => called.get(id) || id });
  const question = questionOf(state, app.data, name);
  if (!question) return null;
  const key = JSON.stringify({ ...question, scenarios: question.scenarios[0].steps, data: app.data.fingerprint });
  return { name, key, question, steps: question.scenarios[0].steps, found: answered.get(key) || null };
}

/** The answer to one scenario, as the page shows it. @param {object} answer @param {string} name */
function normal(answer, name) {
  return { ...answer, changes: answer.changes[name], shown: answer.shown[name] };
}

/** What was asked of the candidates of a page that holds its answers. @param {import("./frame.js").App} app */
function heldQuestions(app) {
  const asked = askedIn(app.held.asked);
  if (!asked.length) return null;
  return h("section", { class: "caveat", id: "held-asked" }, h("p", {}, app.say("held_asked")), h("ul", {}, asked.map((each) => h("li", {}, askedText(app, each, app.held.candidates)))));
}

/** What is drawn before anything was calculated: who would be new or gone, without ties that nobody knows yet. */
function planned(app) {
  if (!app.api) return { ...NOTHING, joined: tickedPlaces(app).flatMap((at) => app.held.candidates[at].joined) };
  const steps = stepsOf(app.state.get(), app.data);
  return {
    joined: steps.filter((each) => each.verb === "with_actor").map((each) => ({ id: each.actor, ...each.columns })),
    left: steps.filter((each) => each.verb === "without_actor").flatMap((each) => each.actors),
    ties: [],
    events: steps.filter((each) => each.verb === "with_event").map((each) => ({ id: each.group, actors: each.actors })),
  };
}

function doneText(app, found) {
  return found.isCertain ? app.say("done_certain") : app.say("done", { draws: app.count("n_draws", found.draws), seed: found.seed });
}

const isSame = (app, one, other) => (app.api ? JSON.stringify(one.steps) === JSON.stringify(other.steps) : one.key === other.key);

/** A question as it is kept, with what was said, so that it can be shown again. */
function keptAs(asked, { partners, leave, replace, event, ticked, measures, draws }) {
  return { name: asked.name, key: asked.key, steps: asked.steps, draft: { partners, leave, replace, event, ticked, measures, draws } };
}

/** Each who is ticked as a scenario of its own, so far as it is not kept. @param {import("./frame.js").App} app */
function freshOf(app) {
  const { kept } = app.state.get();
  const alone = eachAlone(app.state.get()).map((each) => keptAs(askedOf(app, each), each));
  return alone.filter((each) => !kept.some((other) => isSame(app, other, each)));
}

/** The scenarios that were kept, and the button that keeps this one. */
function keptOf(app, now) {
  const { kept } = app.state.get();
  const isKept = now && kept.some((each) => isSame(app, each, now)); // other measures or more draws ask the same what-if
  const keepNow = () => {
    app.state.change({ kept: [...kept, keptAs(now, app.state.get())].slice(-50) });
    app.announce(app.say("was_kept", { name: now.name }));
  };
  const alone = now && app.api ? eachAlone(app.state.get()) : [];
  const fresh = alone.length ? freshOf(app) : [];
  const keepEach = () => {
    app.state.change({ kept: [...kept, ...fresh].slice(-50) });
    app.announce(app.say("was_kept", { name: fresh.map((each) => each.name).join(", ") }));
  };
  return h(
    "section",
    {},
    h("h2", {}, app.say("kept_title")),
    kept.length > 0 &&
      h(
        "ul",
        { class: "kept" },
        kept.map((each, at) =>
          h(
            "li",
            {},
            h("span", { class: "name" }, each.name),
            h(
              "span",
              { class: "row" },
              button(app.say("show"), () => app.state.change(each.draft || {}), { class: "little", id: "kept-show-" + at, "aria-label": app.say("show_name", { name: each.name }) }),
              button("\u00d7", () => app.state.change({ kept: kept.filter((other) => other !== each) }), { class: "little", id: "kept-drop-" + at, "aria-label": app.say("drop_name", { name: each.name }) }),
            ),
          ),
        ),
      ),
    h(
      "div",
      { class: "row" },
      button(app.say("keep_this"), keepNow, { id: "keep", disabled: !now || isKept }),
      alone.length > 1 && button(app.say("keep_each"), keepEach, { id: "keep-each", disabled: !fresh.length }),
    ),
    alone.length > 1 && h("p", { class: "small grey" }, app.say("keep_each_more")),
  );
}
