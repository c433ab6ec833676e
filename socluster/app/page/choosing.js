/** Who comes first for a goal, and which together under a budget: asked, and shown with how sure it is. */

import { button, h, refill } from "./elements.js";
import { number, percent, shareOfDraws } from "./numbers.js";
import { writing } from "./outcome.js";
import { limitsOf, planWithin, withQuestion, withoutCost } from "./plan.js";
import { named } from "./scenario.js";
import { tableOf } from "./tables.js";

const SHOWN = 8;
const chosen = new Map(); // from question to answer

/** @param {import("./frame.js").App} app @param {(app: object) => Array<{ name: string, key: string, steps: object[] }>} listed */
export function choosingOf(app, listed) {
  const element = h("section", {});
  const form = h("div", {});
  const answer = h("div", { "aria-live": "polite" });
  let said = "", isWorking = false;
  element.append(h("h2", {}, app.say("choose_title")), h("p", { class: "sub" }, app.say("choose_about")), form, answer);

  const set = (patch, typing = "") => app.state.change({ choice: { ...app.state.get().choice, isSaid: true, ...patch } }, { typing });

  function candidates() {
    return app.api ? named(listed(app)) : app.held.candidates.map((each) => ({ name: each.name, steps: each.steps }));
  }

  function questions() {
    const { choice, draws, seed } = app.state.get();
    const scenarios = candidates();
    if (!choice.goal || !choice.better || scenarios.length < 2) return null;
    const base = { scenarios, goal: choice.goal, better: choice.better, draws, seed };
    return { rank: { kind: "rank", key: choice.goal + ":" + choice.better, ...base }, plan: limitsOf(choice, scenarios) ? { kind: "plan", ...base, ...limitsOf(choice, scenarios) } : null };
  }

  const keyOfQuestion = (question) => JSON.stringify([question, app.data.fingerprint]);
  const plainQuestion = ({ key, ...question }) => question;

  function update() {
    const { choice } = app.state.get();
    const goals = app.data.measures.filter((each) => each.isGoal && (app.api || app.held.measures.includes(each.id)));
    const select = (id, now, options, onchange) => h("select", { id, onchange: (event) => onchange(event.target.value) }, options.map(([value, text]) => h("option", { value, selected: value === now }, text)));
    const asked = questions();
    const unpriced = withoutCost(choice, candidates()).map((each) => each.name);
    refill(
      form,
      h(
        "div",
        { class: "inline" },
        h("label", { class: "field" }, h("span", {}, app.say("goal")), select("goal", choice.goal, [["", app.say("choose")], ...goals.map((each) => [each.id, app.both(each.name)])], (goal) => set({ goal, better: "" }))),
        h("label", { class: "field" }, h("span", {}, app.say("wish")), select("better", choice.better, [["", app.say("choose")], ["higher", app.say("wish_higher")], ["lower", app.say("wish_lower")]], (better) => set({ better }))),
        h("label", { class: "field" }, h("span", {}, app.say("budget")), h("input", { type: "number", id: "budget", min: 0, value: choice.budget, oninput: (event) => set({ budget: event.target.value }, "budget") })),
        h("label", { class: "field" }, h("span", {}, app.say("most_partners")), h("input", { type: "number", id: "most", min: 1, step: 1, value: choice.most || "", oninput: (event) => set({ most: event.target.value }, "most") })),
      ),
      choice.goal && !choice.isSaid && h("p", { class: "small grey", id: "goal-preset" }, app.say("goal_preset")),
      choice.budget !== "" && costsOf(choice),
      app.api && button(app.say(asked && asked.plan ? "calculate_plan" : "calculate_first"), () => calculate(), { id: "choose", disabled: !asked || isWorking || isAnswered(asked) }),
      h("p", { class: "status" }, isWorking ? app.say("working") : said || (!asked ? app.say(candidates().length < 2 ? (app.api ? "choose_two" : "choose_two_held") : "choose_goal") : unpriced.length === candidates().length ? app.say("budget_unused") : unpriced.length ? app.say("costs_missing", { names: unpriced.join(", ") }) : "")),
    );
    refill(answer, asked && shown(asked));
  }

  function isAnswered(asked) {
    return chosen.has(keyOfQuestion(asked.rank)) && (!asked.plan || chosen.has(keyOfQuestion(asked.plan)));
  }

  function costsOf(choice) {
    return h(
      "fieldset",
      { class: "costs-set" },
      h("legend", { class: "small" }, app.say("costs")),
      candidates().map((each, at) =>
        h("label", { class: "costs" }, h("span", {}, each.name), h("input", { type: "number", min: 0, id: "cost-" + at, value: choice.cost[each.name] ?? "", oninput: (event) => set({ cost: { ...app.state.get().choice.cost, [each.name]: event.target.value } }, "cost-" + at) })),
      ),
    );
  }

  async function calculate() {
    const asked = questions();
    const { choice } = app.state.get();
    if (!asked || isWorking) return;
    isWorking = true;
    said = "";
    update();
    try {
      for (const question of [asked.rank, asked.plan].filter(Boolean)) {
        const key = keyOfQuestion(question);
        if (!chosen.has(key)) chosen.set(key, await app.ask(plainQuestion(question)));
        const one = question.kind === "plan" ? choice : { ...choice, budget: "", most: "" }; // a plan may be refused
        app.state.change({ asked: withQuestion(app.state.get().asked, one, candidates()) });
      }
    } catch (error) {
      said = error.said ? app.both(error.said) : app.say("no_answer");
    }
    isWorking = false;
    update();
    said = "";
  }

  function shown(asked) {
    const { choice } = app.state.get();
    const ranking = app.api ? chosen.get(keyOfQuestion(asked.rank)) : (app.held.rankings || {})[asked.rank.key];
    const plan = asked.plan && (app.api ? planAsked(chosen.get(keyOfQuestion(asked.plan))) : planHeld(choice, asked.plan));
    return [(ranking || plan) && unitsText(app, choice.goal), ranking && rankingTable(app, ranking), ranking && caveatsOf(app, ranking), plan && planShown(app, plan, choice)];
  }

  function planHeld(choice, question) {
    const names = app.held.candidates.map((each) => each.name);
    const { budget = Infinity, cost = {}, at_most: most } = question;
    const sets = planWithin(app.held.answers, names.map((each) => cost[each]), budget, choice.goal, choice.better, most, names, app.held.candidates.map((each) => each.steps));
    const { isDrawn } = app.held.rankings[choice.goal + ":" + choice.better] || {};
    return { isPriced: choice.budget !== "", draws: app.held.draws, interval: app.held.interval, isDrawn, of: sets.length, sets: sets.slice(0, SHOWN).map((each) => ({ ...each, size: each.members.length, names: each.members.map((at) => names[at]).join(" + ") })) };
  }

  function planAsked(found) {
    if (!found) return null;
    const sets = found.sets.map((each) => ({ names: each.plan, size: each.size, cost: each.cost, gain: each.gain, low: each.gain_low, high: each.gain_high, null: each.null }));
    return { isPriced: app.state.get().choice.budget !== "", share: found.share, draws: found.draws, interval: found.interval, isDrawn: found.isDrawn, of: found.nSets, sets: sets.slice(0, SHOWN) };
  }

  return { element, update };
}

/** In which unit the goal is, where needs are counted in several. @param {import("./frame.js").App} app @param {string} goal */
function unitsText(app, goal) {
  const met = app.data.measures.filter((each) => each.isMet);
  const one = met.find((each) => each.id === goal);
  return one && met.length > 1 && h("p", { class: "caveat", id: "goal-unit" }, app.say("goal_unit", { unit: app.both(one.unitName) || app.say("not_stated") }));
}

/** Changes in the wished direction, written as the measure is. */
function gains(app, goal, rows) {
  const write = writing(app, goal, rows.map((each) => ({ delta: each.gain, low: each.low, high: each.high, null: each.null })));
  return { ...write, range: (each) => `${write.change(each.low)} \u2026 ${write.change(each.high)}` };
}

/** How costs are written: with cents where one has any. */
function costWriter(app, rows) {
  const decimals = rows.every((each) => !Number.isFinite(each.cost) || Number.isInteger(each.cost)) ? 0 : 2;
  return (cost) => number(cost, app.language(), { decimals });
}

/** What speaks against taking the first, where the numbers say so. */
function caveatsOf(app, ranking) {
  const said = ranking.caveats ? app.both(ranking.caveats) : [];
  return said.length > 0 && h("ul", { class: "small", id: "ranking-caveats" }, said.map((each) => h("li", {}, each)));
}

function rankingTable(app, ranking) {
  const language = app.language();
  const shown = ranking.rows.map((each) => ({ ...each, gain: each.mean_gain }));
  const write = gains(app, ranking.goal, shown);
  const hasRandom = ranking.rows.some((each) => Number.isFinite(each.null)); // not of what is met: it would offer the same
  const hasCost = ranking.rows.some((each) => Number.isFinite(each.cost));
  const cost = costWriter(app, ranking.rows);
  const isDrawn = ranking.isDrawn !== false; // else there is no share of draws, and no range
  const rows = shown.map((each) => [
    each.candidate,
    ...(isDrawn ? [shareOfDraws(each.p_best, language, ranking.draws)] : []),
    write.change(each.gain) + write.unit,
    ...(isDrawn ? [write.range(each)] : []),
    ...(hasRandom ? [write.change(each.null) + (Number.isFinite(each.null) ? write.unit : "")] : []),
    ...(hasCost ? [cost(each.cost)] : []),
  ]);
  const heads = [app.say("scenario"), ...(isDrawn ? [app.say("first_in"), app.say("mean_gain"), app.say("range_of", { interval: percent(ranking.interval, language) })] : [app.say("gain_exact")]), ...(hasRandom ? [app.say("random_partner_mean")] : []), ...(hasCost ? [app.say("cost")] : [])];
  return tableOf({
    caption: firstText(app, ranking),
    heads: heads.map((text, at) => ({ text, isNumber: at > 0 })),
    rows,
    note: app.say(hasRandom ? "ranking_note" : isDrawn ? "ranking_note_alone" : "ranking_note_exact", { draws: app.count("n_draws", ranking.draws), measure: write.name }),
  });
}

/** Who comes first, or that nobody clearly does. */
function firstText(app, ranking) {
  const [first] = ranking.rows;
  const told = { name: first.candidate, share: shareOfDraws(first.p_best, app.language(), ranking.draws) };
  if (ranking.isDrawn === false) {
    const alike = ranking.rows.filter((each) => Math.abs(each.mean_gain - first.mean_gain) < 1e-9).map((each) => each.candidate);
    return first.mean_gain <= 0 ? app.say("first_no_gain_exact") : alike.length > 1 ? app.say("first_alike_exact", { names: alike.join(", ") }) : app.say("first_exact", told);
  }
  if (first.p_gain <= 0.5) return app.say("first_no_gain", told);
  return app.say(ranking.isClear ? "first_clear" : "first_unclear", told);
}

/** What a plan says: within a budget or of at most so many, of one or of several; on average, or exactly. */
const PLAN_KEYS = { within: ["plan_first_one", "plan_first"], atMost: ["plan_most_one", "plan_most"], nobody: "plan_no_gain" };
const PLAN_KEYS_EXACT = { within: ["plan_first_one_exact", "plan_first_exact"], atMost: ["plan_most_one_exact", "plan_most_exact"], nobody: "plan_no_gain_exact" };

function planShown(app, plan, choice) {
  if (!plan.sets.length) return h("p", { class: "finding" }, app.say("plan_none"));
  const language = app.language();
  const write = gains(app, choice.goal, plan.sets);
  const [first] = plan.sets;
  const hasRandom = plan.sets.some((each) => Number.isFinite(each.null));
  const isOne = plan.sets[0].size === 1;
  const cost = costWriter(app, [...plan.sets, { cost: Number(choice.budget) }]);
  const told = { names: first.names, budget: cost(Number(choice.budget)) };
  const most = app.count("n_partners", Number(choice.most));
  const isDrawn = plan.isDrawn !== false;
  const hasSeveral = app.state.get().kept.some((each) => each.steps.filter((step) => step.verb === "with_actor").length > 1);
  const keys = isDrawn ? PLAN_KEYS : PLAN_KEYS_EXACT;
  const key = keys[plan.isPriced ? "within" : "atMost"][isOne ? 0 : 1];
  const found = first.gain > 0 ? app.say(key, { ...told, most }) : app.say(keys.nobody);
  const isTold = isDrawn && Number.isFinite(plan.share) && plan.of > 1 && plan.draws > 1;
  const caption = found + (isTold ? " " + app.say("plan_share", { share: shareOfDraws(plan.share, language, plan.draws) }) : "");
  return tableOf({
    caption,
    heads: [app.say("together"), ...(plan.isPriced ? [app.say("cost")] : []), ...(isDrawn ? [app.say("mean_gain"), app.say("range_of", { interval: percent(plan.interval, language) })] : [app.say("gain_exact")]), ...(hasRandom ? [app.say("random_partner_mean")] : [])].map((text, at) => ({ text, isNumber: at > 0 })),
    rows: plan.sets.map((each) => [each.names, ...(plan.isPriced ? [cost(each.cost)] : []), write.change(each.gain) + write.unit, ...(isDrawn ? [write.range(each)] : []), ...(hasRandom ? [write.change(each.null) + (Number.isFinite(each.null) ? write.unit : "")] : [])]),
    note: [app.say(isDrawn ? "plan_note" : "plan_note_exact", { draws: app.count("n_draws", plan.draws) }), hasSeveral && choice.most ? app.say("plan_counts") : "", plan.of > plan.sets.length ? app.say("picture_shown", { shown: plan.sets.length, whole: number(plan.of, language, { decimals: 0 }) }) : ""].filter(Boolean).join(" "),
  });
}
