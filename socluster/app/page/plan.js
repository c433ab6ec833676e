/** The plan of a page that holds all sets: of those that the budget allows, the one that gains most on average. Pure. */

const EQUAL = 1e-9; // gains that differ by less than this part of the largest differ by rounding

/**
 * @param {Record<string, { changes: Record<string, object> }>} answers by the key of the set
 * @param {number[]} costs of the candidates @param {number} budget
 * @param {string} goal a measure @param {"higher" | "lower"} better @param {number} [most] how many may be in it
 * @param {string[]} [names] of the candidates @param {object[][]} [steps] of the candidates
 */
export function planWithin(answers, costs, budget, goal, better, most = Infinity, names = [], steps = []) {
  const sign = better === "higher" ? 1 : -1;
  const sets = Object.entries(answers)
    .filter(([, answer]) => answer && answer.changes[goal] && answer.changes[goal].mean !== null)
    .map(([key, answer]) => {
      const members = key.split("+").map(Number);
      const row = answer.changes[goal];
      const cost = members.reduce((sum, each) => sum + (costs[each] || 0), 0);
      const nullGain = Number.isFinite(row.null_mean) ? sign * row.null_mean : null; // a mean, as the gain is
      return { members, cost, gain: sign * row.mean, low: sign * (sign > 0 ? row.low : row.high), high: sign * (sign > 0 ? row.high : row.low), null: nullGain };
    })
    .filter((each) => each.cost <= budget && each.members.length <= most && !hasIdle(each.members, steps));
  return bestFirst(sets, names);
}

/** Whether a member does only what the others do anyway, as who is made of them. @param {number[]} members @param {object[][]} steps */
function hasIdle(members, steps) {
  const said = (at) => (steps[at] || []).map((each) => JSON.stringify(each));
  return members.some((one) => {
    const others = new Set(members.filter((each) => each !== one).flatMap(said));
    return said(one).length > 0 && said(one).every((each) => others.has(each));
  });
}

/** Sets by gain; of equal gains the one that costs least, then the smallest, then by name, as the library has them. */
function bestFirst(sets, names) {
  const called = (each) => each.members.map((at) => names[at] ?? String(at)).sort();
  const slack = EQUAL * sets.reduce((most, each) => Math.max(most, Math.abs(each.gain)), 0);
  const level = new Map();
  let last = null, at = 0;
  for (const each of [...sets].sort((a, b) => b.gain - a.gain)) {
    if (last !== null && last - each.gain > slack) at += 1;
    level.set(each, at);
    last = each.gain;
  }
  const byName = (a, b) => {
    const [one, other] = [called(a), called(b)];
    const differs = one.findIndex((name, place) => name !== other[place]);
    return differs < 0 ? 0 : one[differs] < other[differs] ? -1 : 1;
  };
  const cents = (each) => Math.round(each.cost * 1e9) / 1e9;
  return sets.sort((a, b) => level.get(a) - level.get(b) || cents(a) - cents(b) || a.members.length - b.members.length || byName(a, b));
}

/**
 * Those whose cost is not said though there is a budget: to take them for free would be a plan that nobody asked for.
 * @param {{ budget: string, cost: Record<string, string> }} choice @param {Array<{ name: string }>} scenarios
 */
export function withoutCost(choice, scenarios) {
  return choice.budget === "" ? [] : scenarios.filter((each) => !isAmount(choice.cost[each.name]));
}

/** @param {unknown} text @returns {boolean} whether it says a number of 0 or more */
function isAmount(text) {
  return text !== undefined && text !== "" && Number.isFinite(Number(text)) && Number(text) >= 0;
}

/**
 * The limits of a plan, as a question and a file of scenarios hold them: a budget and costs, at most so many, or both; null where there is nothing to plan by.
 * @param {{ budget: string, most?: string, cost: Record<string, string> }} choice @param {Array<{ name: string }>} scenarios
 * @returns {{ budget?: number, cost?: Record<string, number>, at_most?: number } | null}
 */
export function limitsOf(choice, scenarios) {
  const most = Number(choice.most || NaN);
  const limit = Number.isInteger(most) && most >= 1 ? { at_most: Math.min(most, scenarios.length) } : {};
  if (choice.budget === "") return limit.at_most ? limit : null;
  if (!isAmount(choice.budget) || withoutCost(choice, scenarios).length) return null;
  const cost = Object.fromEntries(scenarios.map((each) => [each.name, Number(choice.cost[each.name])]));
  return { budget: Number(choice.budget), ...limit, cost };
}

/** Whether a plan was asked for. @param {{ budget: string, most?: string }} choice */
export function asksForPlan(choice) {
  return choice.budget !== "" || Boolean(choice.most);
}

/**
 * What was asked of scenarios as a file of them holds it; a plan for which a cost is missing is left out.
 * @param {Array<{ goal: string, better: string, budget: string, most?: string, cost: Record<string, string> }>} asked
 * @param {Array<{ name: string }>} scenarios
 */
export function goalsAsked(asked, scenarios) {
  return asked.map((each) => {
    const plan = limitsOf(each, scenarios);
    return { goal: each.goal, better: each.better, ...(plan ? { plan } : {}) };
  });
}

/**
 * What a file says was asked, as the page keeps it; what is none is left out.
 * @param {unknown} goals
 */
export function askedIn(goals) {
  const text = (value) => (typeof value === "number" && value >= 0 ? String(value) : "");
  return (Array.isArray(goals) ? goals : [])
    .filter((each) => each && typeof each.goal === "string" && ["higher", "lower"].includes(each.better))
    .map(({ goal, better, plan }) => {
      const { budget, at_most: most, cost } = plan || {};
      const costs = Object.entries(cost && typeof cost === "object" ? cost : {}).map(([name, value]) => [name, text(value)]);
      return { goal, better, budget: text(budget), most: text(most), cost: Object.fromEntries(costs) };
    });
}

/**
 * What was asked, with one question more; the same one is there once, and a goal that has a plan not without it as well.
 * @param {Array<object>} asked @param {{ goal: string, better: string, budget: string, most?: string, cost: Record<string, string> }} one
 * @param {Array<{ name: string }>} scenarios
 */
export function withQuestion(asked, { goal, better, budget, most, cost }, scenarios) {
  const costs = budget === "" ? {} : Object.fromEntries(scenarios.filter((each) => each.name in cost).map((each) => [each.name, cost[each.name]]));
  const one = { goal, better, budget, most: most || "", cost: costs };
  const alike = (each) => each.goal === goal && each.better === better;
  if (!asksForPlan(one) && asked.some((each) => alike(each) && asksForPlan(each))) return asked;
  const others = asked.filter((each) => JSON.stringify(each) !== JSON.stringify(one) && (asksForPlan(each) || !alike(each)));
  return [...others, one].slice(-20);
}

const MOST_DRAWS = 10000, MOST_SEED = 2 ** 31; // that a question may hold

/**
 * How often and from which seed a file says that was drawn, as far as the page can do the same.
 * @param {{ draws?: unknown, seed?: unknown }} questions
 * @returns {{ draws?: number, seed?: number }}
 */
export function drawnAs({ draws, seed }) {
  const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
  return { ...(isWhole(draws, 1, MOST_DRAWS) ? { draws } : {}), ...(isWhole(seed, 0, MOST_SEED) ? { seed } : {}) };
}
