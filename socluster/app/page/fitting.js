/** What was said of an earlier version of the same workbook, so far as it fits the data as they are now. Pure. */

/** Whether a state says anything that would be lost. @param {import("./state.js").State} state */
export function hasSaid(state) {
  return state.kept.length + state.partners.length + state.leave.length > 0 || Boolean(state.replace.old || state.event.name);
}

/** By which name versions of a workbook are known: a copy to mend and a second copy are versions. @param {string} name */
export function workbookOf(name) {
  return name
    .replace(/^(?:to_mend_|taisytina_)+/, "")
    .replace(/ ?\(\d+\)(?=\.\w+$)/, "")
    .toLocaleLowerCase();
}

/**
 * @param {import("./state.js").State} earlier @param {object} data the overview as it is now @param {string} was the fingerprint of the data as they were
 * @returns {{ patch: Partial<import("./state.js").State>, lost: string[], dropped: Array<{ name: string, missing: string[] }> }}
 */
export function fitted(earlier, data, was) {
  /** @type {Set<string>} */ const lost = new Set();
  const draft = draftFitting(earlier, data, lost);
  const dropped = [];
  const kept = [];
  for (const each of earlier.kept) {
    const missing = missingIn(each.steps, data);
    if (missing.length) dropped.push({ name: each.name, missing });
    else kept.push({ ...each, key: each.key.split(was).join(data.fingerprint), ...(each.draft ? { draft: { ...each.draft, ...draftFitting({ ...earlier, ...each.draft }, data, new Set()) } } : {}) });
  }
  const measures = earlier.measures.filter((id) => data.measures.some((each) => each.id === id && each.isCompared));
  const { draws, seed, directions, choice } = earlier;
  const asked = (earlier.asked || []).filter(({ goal }) => data.measures.some((each) => each.id === goal && each.isGoal));
  return { patch: { ...draft, kept, draws, seed, directions, choice, asked, ...(measures.length ? { measures } : {}) }, lost: [...lost], dropped };
}

/** The parts of a question, without what is no longer there. @param {Set<string>} lost takes the names of that */
function draftFitting(state, data, lost) {
  const actors = idsOf(data.actors), groups = idsOf(data.groups);
  const there = (names, known) => names.filter((each) => known.has(each) || !lost.add(each));
  const partners = state.partners.map((each) => {
    const [kind, what] = [each.model.split(":")[0], each.model.slice(each.model.indexOf(":") + 1)];
    const isGone = (kind === "like" && what && !actors.has(what)) || (kind === "rates" && !data.columns.some((column) => column.id === what));
    if (isGone) lost.add(what);
    const columns = Object.entries(each.columns).filter(([id, value]) => !value || hasValue(data, id, value) || !lost.add(value));
    const open = idsOf((data.services || {}).open || []);
    const offers = Object.entries(each.offers || {}).filter(([id]) => open.has(id) || !lost.add(id.split("\u001f").filter(Boolean).join(", ")));
    return { ...each, ...(each.offers ? { offers: Object.fromEntries(offers) } : {}), columns: Object.fromEntries(columns), ties: there(each.ties, actors), groups: there(each.groups || [], groups), model: !isGone ? each.model : kind === "like" ? "like:" : "stated" };
  });
  const old = there(state.replace.old ? [state.replace.old] : [], actors)[0] || "";
  return { partners, leave: there(state.leave, actors), replace: { ...state.replace, old }, event: { ...state.event, who: there(state.event.who, actors) } };
}

function idsOf(things) {
  return new Set(things.map((each) => each.id));
}

function hasValue(data, id, value) {
  const column = data.columns.find((each) => each.id === id);
  return Boolean(column && column.values.some((each) => each.id === value));
}

/** Names in the steps of a scenario that nobody in the data has, nor anybody who joins before. @param {object[]} steps */
function missingIn(steps, data) {
  const known = new Set([...idsOf(data.actors), ...idsOf(data.groups)]);
  const columns = new Set([...idsOf(data.columns)]);
  const layers = idsOf(data.tieLayers);
  /** @type {Set<string>} */ const missing = new Set();
  const need = (names, among = known) => names.forEach((each) => typeof each === "string" && !among.has(each) && missing.add(each));
  for (const step of steps) {
    if (step.verb === "with_actor") known.add(step.actor);
    else if (step.verb === "with_event" || step.verb === "with_group") known.add(step.group);
    need([step.actor, step.source, ...listOf(step.actors), ...listOf(step.groups)]);
    for (const model of modelsIn(step.targets)) {
      const { actor, by, layer, targets } = model.fields || {};
      need([actor, ...listOf(targets)]);
      need([typeof by === "string" ? by : undefined], columns);
      need([layer], layers);
    }
    if (step.targets && !step.targets.model) need(listOf(step.targets));
    if (step.verb === "with_ties" && layers.size) need([step.columns && step.columns.layer], layers);
  }
  return [...missing];
}

/** The names in a list, or those that a record is kept by. */
function listOf(names) {
  if (Array.isArray(names)) return names;
  return names && typeof names === "object" ? Object.keys(names) : [];
}

/** A model of ties, and those within it. */
function modelsIn(model) {
  if (!model || typeof model !== "object" || typeof model.model !== "string") return [];
  return [model, ...Object.values(model.fields || {}).flatMap(modelsIn)];
}
