/** Step 5: kept scenarios by measure on one scale, as it is first; who comes first for a goal; a plan under a budget. */

import { keyOf } from "./ask.js";
import { askingOf } from "./asking.js";
import { heldAnswer } from "./candidates.js";
import { choosingOf } from "./choosing.js";
import { button, h, refill, tell } from "./elements.js";
import { documentOf, handOut } from "./keep.js";
import { percent } from "./numbers.js";
import { goalsAsked, withQuestion } from "./plan.js";
import { assumptionsOf, changeText, isUnmoved, nullText, restsOn, writing } from "./outcome.js";
import { rangeOf, scaleOf } from "./ranges.js";
import { named } from "./scenario.js";
import { steadyText, unsteadyOf, worstOf } from "./steady.js";

/** Whether what is kept is to be compared as soon as this step is looked at, as where each of several is asked on its own. */
export const atCompare = { atOnce: false };
const compared = new Map(); // from question to answer

export const compare = {
  id: "compare",
  word: "step_compare",
  needsData: true,
  /** @param {HTMLElement} place @param {import("./frame.js").App} app */
  draw(place, app) {
    const table = h("div", { id: "compared" });
    const asking = h("div", {});
    const choosing = h("div", { id: "choosing" });
    const asked = askingOf(app, "compare", (fault) => {
      show();
      if (fault) tell(status, fault);
    });
    const { stop, progress, status } = asked;
    place.append(
      h("div", { class: "wide" }, h("h1", {}, app.say("compare_title")), h("p", { class: "sub" }, app.say("compare_about")), asking, table, choosing, h("div", { class: "actions" }, h("a", { class: "button", href: "#whatif" }, app.say("to_question")), button(app.say("take_scenarios"), () => takeScenarios(app), { id: "take-scenarios" }))),
    );
    const run = button(app.say("calculate_changes"), () => calculate(), { class: "primary", id: "run" });
    if (app.api) asking.append(h("div", { class: "row" }, run, stop), progress);
    if (app.api) asking.append(status);
    const choice = choosingOf(app, listed);
    choosing.append(choice.element);
    show();
    if (atCompare.atOnce) calculate();
    atCompare.atOnce = false;

    function show() {
      const rows = listed(app);
      const found = answerOf(app, rows);
      refill(table, rows.length ? comparedTable(app, rows, found, askAgain) : h("p", {}, app.say("nothing_kept")));
      run.disabled = asked.isRunning() || !rows.length || Boolean(found);
      if (!asked.isRunning()) tell(status, !rows.length || !app.api ? "" : found ? app.say("done", { draws: app.count("n_draws", found.draws), seed: found.seed }) : app.say("not_calculated"));
      choice.update();
    }

    /** The same once more, with more draws. @param {number} draws */
    function askAgain(draws) {
      app.state.change({ draws });
      calculate();
    }

    async function calculate() {
      const rows = listed(app);
      const question = questionOfKept(app, rows);
      if (!question || asked.isRunning()) return;
      const key = JSON.stringify([question, app.data.fingerprint]);
      run.disabled = true;
      await asked.ask(question, (answer) => compared.set(key, answer));
    }

    return {
      update(before) {
        const now = app.state.get();
        if (before.kept !== now.kept || before.measures !== now.measures || before.draws !== now.draws) asked.abort();
        if (before.choice === now.choice) show();
        else choice.update();
      },
    };
  },
};

/** What is compared: what was kept; in a page that holds its answers, each candidate alone where nothing was kept. */
export function listed(app) {
  const { kept } = app.state.get();
  if (app.api) return kept.filter((each) => each.steps.length);
  const held = kept.filter((each) => app.held.answers[each.key]);
  return held.length ? held : app.held.candidates.map((each, at) => ({ name: each.name, key: keyOf([at]), steps: [] }));
}

function questionOfKept(app, rows) {
  const { measures, draws, seed } = app.state.get();
  if (!rows.length || !measures.length) return null;
  return { kind: "change", scenarios: named(rows), measures, draws, seed, null: true };
}

/** The answer to all that is compared, if it is there: changes by row. */
function answerOf(app, rows) {
  if (!app.api) {
    const all = rows.map((each) => heldAnswer(app, each.key));
    return all.length ? { rows: all.map((each) => each.changes), joining: all.map((each) => each.shown.joined.length), draws: all[0].draws, interval: all[0].interval, isCertain: all.every((each) => each.isCertain), ends: worstOf(all), seed: all[0].seed, nowIs: all[0].nowIs, models: { en: all.flatMap((each) => each.models.en), lt: all.flatMap((each) => each.models.lt) }, assumptions: joinedTexts(all.map((each) => each.assumptions)) } : null;
  }
  const found = compared.get(JSON.stringify([questionOfKept(app, rows), app.data.fingerprint]));
  return found ? { ...found, rows: named(rows).map((each) => found.changes[each.name]), joining: named(rows).map((each) => found.shown[each.name].joined.length) } : null;
}

function joinedTexts(all) {
  const once = (language) => [...new Set(all.flatMap((each) => each[language]))];
  return { en: once("en"), lt: once("lt") };
}

function comparedTable(app, rows, found, askAgain) {
  const { measures } = app.state.get();
  const columns = measures.map((id) => {
    const changes = found ? found.rows.map((each) => each[id]) : [];
    return { id, changes, write: writing(app, id, changes), scale: changes.length ? scaleOf(changes) : null };
  });
  const head = h("tr", {}, h("th", { scope: "col" }, app.say("scenario")), columns.map((each) => h("th", { scope: "col" }, each.write.name)));
  const asIs = h("tr", {}, h("th", { scope: "row" }, app.say("as_it_is")), columns.map((each) => h("td", { "data-label": each.write.name }, h("span", { class: "v num" }, found ? each.write.value(each.changes[0].before) : "\u2013"))));
  const body = rows.map((row, at) => h("tr", {}, h("th", { scope: "row" }, h("span", { class: "name" }, row.name)), columns.map((each) => cell(app, each, at, found))));
  return h(
    "div",
    {},
    found && found.nowIs && app.both(found.nowIs) && h("p", {}, app.both(found.nowIs)),
    h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": app.say("compare_title") }, h("table", { class: "compared" }, h("caption", { class: "spoken" }, app.say("compare_title")), h("thead", {}, head), h("tbody", {}, asIs, body))),
    unsteadyOf(app, found, askAgain),
    found && h("p", { class: "key" }, found.isCertain ? app.say("key_certain") : app.say("key_compared", { draws: app.count("n_draws", found.draws), interval: percent(found.interval, app.language()) }) + " " + steadyText(app, found)),
    restsOn(app, assumptionsOf(app, found)),
  );
}

function cell(app, column, at, found) {
  const attributes = { class: "cell", "data-label": column.write.name };
  if (!found) return h("td", attributes, h("span", { class: "grey" }, app.say("not_calculated_short")));
  const row = column.changes[at];
  if (!row || row.delta === null) return h("td", attributes, app.say("change_undefined"));
  const { write } = column;
  const before = write.value(row.before);
  const isOwn = before !== write.value(column.changes[0].before); // over others, since somebody leaves
  const label = changeText(app, column.id, row, found);
  const range = found.isCertain || row.low === row.high ? "" : ` (${write.change(row.low)}\u00a0\u2026\u00a0${write.change(row.high)})`;
  return h(
    "td",
    attributes,
    isOwn && h("span", { class: "small grey num" }, before + " \u2192 "),
    h("span", { class: "v num" }, write.moved(row.before, row.delta)),
    " ",
    h("span", { class: "small grey num" }, isUnmoved(row) ? app.say("no_change") : write.change(row.delta) + write.unit + range),
    rangeOf(row, column.scale, label + " " + nullText(app, column.id, row, found.draws, found.joining[at])),
  );
}

/** The kept scenarios as a file that the library reads, with what was asked of them. @param {import("./frame.js").App} app */
function takeScenarios(app) {
  const { asked, choice, draws, seed } = app.state.get();
  const scenarios = app.api ? named(listed(app)) : app.held.candidates.map((each) => ({ name: each.name, steps: each.steps }));
  const isAsked = !app.api && choice.goal && choice.better && choice.isSaid; // a page that holds its answers shows them at once
  const goals = goalsAsked(isAsked ? withQuestion(asked, choice, scenarios) : asked, scenarios);
  const said = app.api ? { draws, seed } : { draws: app.held.draws, seed: app.held.seed };
  handOut("scenarios.json", documentOf(scenarios, { goals, ...said }), "application/json");
}
