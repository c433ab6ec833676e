/** The plan of a page that holds all sets: of those that the budget allows, the one that gains most on average. Pure. */

/**
 * @param {Record<string, { changes: Record<string, object> }>} answers by the key of the set
 * @param {number[]} costs of the candidates @param {number} budget
 * @param {string} goal a measure @param {"higher" | "lower"} better
 */
export function planWithin(answers, costs, budget, goal, better) {
  const sign = better === "higher" ? 1 : -1;
  const sets = Object.entries(answers)
    .filter(([, answer]) => answer && answer.changes[goal] && answer.changes[goal].mean !== null)
    .map(([key, answer]) => {
      const members = key.split("+").map(Number);
      const row = answer.changes[goal];
      const cost = members.reduce((sum, each) => sum + (costs[each] || 0), 0);
      const nullGain = Number.isFinite(row.null) ? sign * row.null : null;
      return { members, cost, gain: sign * row.mean, low: sign * (sign > 0 ? row.low : row.high), high: sign * (sign > 0 ? row.high : row.low), null: nullGain };
    })
    .filter((each) => each.cost <= budget);
  return sets.sort((a, b) => b.gain - a.gain || a.cost - b.cost || a.members.length - b.members.length);
}
