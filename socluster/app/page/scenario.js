/** From what was said to the library's own scenarios: a name with steps. Pure functions. */

/**
 * The layer in which new ties are, and from which their rates are learned: that of the network as it is, so that a
 * second partner does not learn from the first.
 * @param {{ tieLayers: Array<{ id: string }> }} data
 */
export function layerOf(data) {
  return data.tieLayers.length ? data.tieLayers[0].id : null;
}

/**
 * @param {import("./state.js").Partner} partner
 * @param {{ tieLayers: Array<{ id: string }>, columns: Array<{ id: string, missing: number }> }} data
 */
export function stepsOfPartner(partner, data) {
  const columns = Object.fromEntries(Object.entries(partner.columns).filter(([, value]) => value));
  const joins = { verb: "with_actor", actor: partner.name, columns };
  const groups = partner.groups && partner.groups.length ? [{ verb: "with_affiliation", actor: partner.name, groups: partner.groups }] : [];
  const model = modelOf(partner, data);
  const layer = layerOf(data);
  const ties = model ? [{ verb: "with_ties", source: partner.name, targets: model, ...(layer ? { columns: { layer } } : {}) }] : [];
  return [joins, ...groups, ...ties];
}

/** @param {import("./state.js").Partner} partner @param {object} data */
export function modelOf(partner, data) {
  const sure = partner.sure / 100;
  const [kind, what] = split(partner.model);
  if (kind === "stated") {
    return partner.ties.length ? { model: "Stated", fields: { targets: Object.fromEntries(partner.ties.map((each) => [each, sure])) } } : null;
  }
  if (kind === "like") return what ? { model: "LikeActor", fields: { actor: what, share: sure } } : null;
  if (kind === "none") return null;
  const column = data.columns.find((each) => each.id === what);
  const rates = { model: "Rates", fields: { by: what, layer: layerOf(data), missing: column && column.missing ? "category" : "refuse" } };
  return sure === 1 ? rates : { model: "Scaled", fields: { model: rates, by: sure } };
}

/** @param {string} model such as "rates:sector" @returns {[string, string]} */
function split(model) {
  const at = model.indexOf(":");
  return at < 0 ? [model, ""] : [model.slice(0, at), model.slice(at + 1)];
}

/**
 * All steps of what was said: who joins, leaves, replaces, meets.
 * @param {import("./state.js").State} state @param {object} data
 */
export function stepsOf(state, data) {
  const joining = state.partners.filter((each) => each.ticked && each.name.trim()).flatMap((each) => stepsOfPartner(each, data));
  const leaving = state.leave.length ? [{ verb: "without_actor", actors: state.leave }] : [];
  const { old, name } = state.replace;
  const layer = layerOf(data);
  const replacing =
    old && name.trim()
      ? [
          { verb: "without_actor", actors: [old] },
          { verb: "with_actor", actor: name.trim(), columns: columnsOf(old, data) },
          { verb: "with_ties", source: name.trim(), targets: { model: "LikeActor", fields: { actor: old } }, ...(layer ? { columns: { layer } } : {}) },
        ]
      : [];
  const meeting =
    state.event.name.trim() && state.event.who.length >= 2
      ? [{ verb: "with_event", group: state.event.name.trim(), actors: state.event.who }]
      : [];
  return [...joining, ...leaving, ...replacing, ...meeting];
}

/** The attributes of an actor, which who takes its place takes over. @param {string} id @param {object} data */
function columnsOf(id, data) {
  const actor = data.actors.find((each) => each.id === id);
  return Object.fromEntries(data.columns.map((each) => [each.id, actor && actor[each.id]]).filter(([, value]) => value));
}

/**
 * What the scenario is called: by who joins, then by what else happens.
 * @param {import("./state.js").State} state
 * @param {{ without: (name: string) => string, nameOf: (id: string) => string }} words
 */
export function nameOf(state, words) {
  const joining = state.partners.filter((each) => each.ticked && each.name.trim()).map((each) => each.name.trim());
  const gone = state.leave.map((each) => words.without(words.nameOf(each)));
  const { old, name } = state.replace;
  const replaced = old && name.trim() ? [name.trim() + " \u2190 " + words.nameOf(old)] : [];
  const met = state.event.name.trim() && state.event.who.length >= 2 ? [state.event.name.trim()] : [];
  return [...joining, ...gone, ...replaced, ...met].join(" + ").slice(0, 200);
}

/**
 * The question that a state asks; two states that ask the same have the same.
 * @param {import("./state.js").State} state @param {object} data @param {string} name
 */
export function questionOf(state, data, name) {
  const steps = stepsOf(state, data);
  if (!steps.length || !state.measures.length) return null;
  return { kind: "change", scenarios: [{ name, steps }], measures: state.measures, draws: state.draws, seed: state.seed, null: true };
}

/**
 * Names that occur once only get to be scenarios' names; others get a number.
 * @param {Array<{ name: string, steps: object[] }>} kept
 */
export function named(kept) {
  /** @type {Record<string, number>} */ const seen = Object.create(null);
  return kept.map((each) => {
    seen[each.name] = (seen[each.name] || 0) + 1;
    return { name: seen[each.name] > 1 ? each.name + " (" + seen[each.name] + ")" : each.name, steps: each.steps };
  });
}

/**
 * What keeps a question from being asked: a name that somebody has already, or ties that are to be named and are not.
 * @param {import("./state.js").State} state @param {{ actors: Array<{ id: string, name: { en: string, lt: string } }> }} data
 * @returns {{ word: string, name: string } | null} the key of the sentence, and whom it is about
 */
export function obstacleOf(state, data) {
  const plain = (name) => name.trim().toLocaleLowerCase();
  const taken = new Set(data.actors.flatMap((each) => [each.id, each.name.en, each.name.lt].map(plain)));
  const joining = state.partners.filter((each) => each.ticked && each.name.trim());
  const names = [...joining.map((each) => each.name), ...(state.replace.old ? [state.replace.name] : [])].filter((each) => each.trim());
  const known = names.find((each) => taken.has(plain(each)));
  if (known) return { word: "name_taken", name: known.trim() };
  const twice = names.find((each, at) => names.some((other, place) => place < at && plain(other) === plain(each)));
  if (twice) return { word: "name_twice", name: twice.trim() };
  const untied = joining.find((each) => each.model === "stated" && !each.ties.length);
  if (untied) return { word: "nobody_ticked", name: untied.name.trim() };
  const alike = joining.find((each) => each.model === "like:");
  return alike ? { word: "like_nobody", name: alike.name.trim() } : null;
}

const RATHER_SURE = 75; // percent; what stands there until the visitor says it

/** How sure ties are until somebody says it: certain where they are learnt, not where they are named. @param {string} model */
export function sureAtFirst(model) {
  return /^(stated|like:)/.test(model) ? RATHER_SURE : 100;
}

/** The key of the word for how sure ties are. @param {number} sure in percent */
export function wordOfSure(sure) {
  if (sure >= 100) return "sure_certain";
  if (sure >= 70) return "sure_rather";
  return sure >= 40 ? "sure_perhaps" : "sure_hardly";
}

/** A state for each ticked partner, who joins alone and with nothing else. @param {import("./state.js").State} state */
export function eachAlone(state) {
  const joining = state.partners.filter((each) => each.ticked && each.name.trim());
  const rest = { leave: [], replace: { old: "", name: "" }, event: { name: "", who: [] } };
  return joining.map((one) => ({ ...state, ...rest, partners: state.partners.map((each) => ({ ...each, ticked: each === one })) }));
}
