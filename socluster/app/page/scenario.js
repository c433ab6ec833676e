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
  const model = modelOf(partner, data);
  const layer = layerOf(data);
  const ties = model ? [{ verb: "with_ties", source: partner.name, targets: model, ...(layer ? { columns: { layer } } : {}) }] : [];
  return [joins, ...stepsOfGroups(partner, data), ...stepsOfOffers(partner, data), ...ties];
}

/** The groups and events that it would take part in, those of one layer together. @param {import("./state.js").Partner} partner @param {object} data */
function stepsOfGroups(partner, data) {
  const known = new Map((data.groups || []).map((each) => [each.id, each]));
  const there = (partner.groups || []).map((id) => known.get(id) || { id }).filter((each) => !each.isService);
  const layers = [...new Set(there.map((each) => each.layer || ""))];
  return layers.map((layer) => ({ verb: "with_affiliation", actor: partner.name, groups: there.filter((each) => (each.layer || "") === layer).map((each) => each.id), ...(layer ? { columns: { layer } } : {}) }));
}

/**
 * What a partner would offer, by the id of the service at its place: how much, as it was typed; a service that was
 * ticked as a group, as it could be before, is offered, too.
 * @param {import("./state.js").Partner} partner @param {object} data @returns {Record<string, string>}
 */
export function offersIn(partner, data) {
  const { open = [] } = data.services || {};
  const said = partner.offers && typeof partner.offers === "object" ? partner.offers : {};
  const groups = partner.groups || [];
  const offered = open.filter((each) => each.id in said || (each.group && groups.includes(each.group)));
  return Object.fromEntries(offered.map((each) => [each.id, typeof said[each.id] === "string" ? said[each.id] : ""]));
}

/** An amount as it was typed, with a point or a comma: null where nothing stands there, NaN where it is none above 0. @param {string} text */
export function amountIn(text) {
  const plain = text.replace(/[\s\u00a0]/g, "").replace(",", ".");
  if (plain === "") return null;
  return /^\d+(\.\d+)?$/.test(plain) && Number(plain) > 0 ? Number(plain) : NaN;
}

/** What a service at a place is called. @param {{ service: string, place: string, target: string }} each */
function titleOfOffer(each) {
  return [each.service, each.place, each.target].filter(Boolean).join(", ");
}

/** The steps in which a partner offers something: a service that nobody offers yet is set up first. @param {import("./state.js").Partner} partner @param {object} data */
function stepsOfOffers(partner, data) {
  const said = offersIn(partner, data);
  const { open = [], layer } = data.services || {};
  return open.filter((each) => each.id in said).flatMap((each) => {
    const group = each.group || partner.name.trim() + ": " + titleOfOffer(each);
    const about = { kind: "service", service: each.service, place: each.place, target_group: each.target, unit: each.unit };
    const columns = Object.fromEntries(Object.entries(about).filter(([, value]) => value));
    const weight = amountIn(said[each.id]);
    const offers = { verb: "with_affiliation", actor: partner.name, groups: [group], columns: { layer, ...(weight === null ? {} : { weight }) } };
    return each.group ? [offers] : [{ verb: "with_group", group, columns }, offers];
  });
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
      ? [{ verb: "with_event", group: state.event.name.trim(), actors: state.event.who, ...eventLayerOf(data) }]
      : [];
  return [...joining, ...leaving, ...replacing, ...meeting];
}

/** The layer in which events are attended, where the data name one for them: services are offered in another. @param {object} data */
function eventLayerOf(data) {
  const attended = (data.groups || []).find((each) => !each.isService && each.layer);
  return attended ? { columns: { layer: attended.layer } } : {};
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
  if (data.measures && !state.measures.length) return { word: "measure_none", name: "" };
  const plain = (name) => name.trim().toLocaleLowerCase();
  const taken = new Set(data.actors.flatMap((each) => [each.id, each.name.en, each.name.lt].map(plain)));
  const joining = state.partners.filter((each) => each.ticked && each.name.trim());
  const names = [...joining.map((each) => each.name), ...(state.replace.old ? [state.replace.name] : [])].filter((each) => each.trim());
  const known = names.find((each) => taken.has(plain(each)));
  if (known) return { word: "name_taken", name: known.trim() };
  const twice = names.find((each, at) => names.some((other, place) => place < at && plain(other) === plain(each)));
  if (twice) return { word: "name_twice", name: twice.trim() };
  const odd = joining.find((each) => Object.values(offersIn(each, data)).some((text) => Number.isNaN(amountIn(text) ?? 0)));
  if (odd) return { word: "amount_odd", name: odd.name.trim() };
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

/** How those who are ticked are asked about: each on its own unless it was said, or something else happens as well. @param {import("./state.js").State} state */
export function mannerOf(state) {
  if (eachAlone(state).length < 2) return "together";
  const isMore = state.leave.length || (state.replace.old && state.replace.name.trim()) || (state.event.name.trim() && state.event.who.length >= 2);
  if (isMore) return "together"; // who leaves or meets is part of one scenario with those who join
  return state.manner === "together" ? "together" : "each";
}

/** A state for each ticked partner, who joins alone and with nothing else. @param {import("./state.js").State} state */
export function eachAlone(state) {
  const joining = state.partners.filter((each) => each.ticked && each.name.trim());
  const rest = { leave: [], replace: { old: "", name: "" }, event: { name: "", who: [] } };
  return joining.map((one) => ({ ...state, ...rest, partners: state.partners.map((each) => ({ ...each, ticked: each === one })) }));
}
