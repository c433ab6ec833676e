/** What was asked of scenarios, in words: a goal with its direction, and the limits and costs of its plan. */

import { number } from "./numbers.js";
import { asksForPlan, limitsOf, withoutCost } from "./plan.js";

/** @typedef {{ goal: string, better: string, budget: string, most: string, cost: Record<string, string> }} Asked */

/** @param {import("./frame.js").App} app @param {Asked} asked @param {Array<{ name: string }>} scenarios that it is asked of */
export function askedText(app, asked, scenarios) {
  const amount = (text) => number(Number(text), app.language(), { decimals: Number.isInteger(Number(text)) ? 0 : 2 });
  const goal = app.both(app.data.measures.find((each) => each.id === asked.goal).name);
  const said = [app.say("asked_goal", { goal, wish: app.say(asked.better === "higher" ? "wish_higher" : "wish_lower") })];
  if (asked.budget !== "") said.push(app.say("asked_budget", { budget: amount(asked.budget) }));
  if (asked.most) said.push(app.say("asked_most", { most: app.count("n_partners", Number(asked.most)) }));
  const priced = asked.budget === "" ? [] : scenarios.filter((each) => each.name in asked.cost);
  if (priced.length) said.push(app.say("asked_costs", { costs: priced.map((each) => each.name + "\u00a0\u2013 " + amount(asked.cost[each.name])).join(", ") }));
  const missing = withoutCost(asked, scenarios).map((each) => each.name);
  if (asksForPlan(asked) && !limitsOf(asked, scenarios)) said.push(app.say("asked_no_plan", { names: missing.join(", ") }));
  return said.join("; ");
}
