/** The form of a what-if: who might join, leave, be replaced or meet; what is watched, in which direction. */

import { button, choice, h, refill } from "./elements.js";
import { percent } from "./numbers.js";
import { amountIn, eachAlone, mannerOf, offersIn, sureAtFirst, wordOfSure } from "./scenario.js";
import { DRAWS } from "./steady.js";
import { capital } from "./words.js";

const MOST_PARTNERS = 8, LONG = 60, SHOWN_OF_LONG = 40;

/** @param {import("./frame.js").App} app */
export function partnersOf(app) {
  const { partners } = app.state.get();
  return h(
    "fieldset",
    {},
    h("legend", {}, app.say("who_joins")),
    partners.map((each, at) => partnerOf(app, each, at)),
    partners.length < MOST_PARTNERS && button(app.say(partners.length ? "add_another" : "add_partner"), () => addPartner(app), { id: "add-partner" }),
  );
}

/** How several who are ticked are asked about: two choices that stand beside each other. @param {import("./frame.js").App} app */
export function mannerOfForm(app) {
  const state = app.state.get();
  if (eachAlone(state).length < 2) return null;
  const manner = mannerOf(state);
  const isFixed = manner === "together" && state.manner !== "together"; // since something else happens, too
  const one = (which, text, more) => choice({ type: "radio", name: "manner", id: "manner-" + which, checked: manner === which, disabled: isFixed && which === "each", onchange: () => app.state.change({ manner: which }) }, text, more);
  return h("fieldset", {}, h("legend", {}, app.say("manner_title")), one("each", app.say("manner_each"), app.say("manner_each_more")), one("together", app.say("manner_together"), app.say("manner_together_more")));
}

/** @param {import("./frame.js").App} app */
function addPartner(app) {
  const state = app.state.get();
  const n = 1 + Math.max(0, ...state.partners.map((each) => Number(each.key) || 0));
  const column = app.data.columns.find((each) => each.values.length > 1);
  const model = column ? "rates:" + column.id : "stated";
  const partner = { key: String(n), name: app.say("partner_n", { n }), ticked: true, columns: {}, groups: [], model, ties: [], sure: sureAtFirst(model) };
  if (column) partner.columns = { [column.id]: column.values[0].id };
  openPartners.clear();
  openPartners.add(partner.key);
  app.state.change({ partners: [...state.partners, partner] });
  const name = document.getElementById("partner-name-" + n);
  if (name) {
    name.select();
    name.focus();
  }
}

/** @param {import("./frame.js").App} app @param {import("./state.js").Partner} partner @param {number} at */
function partnerOf(app, partner, at) {
  const { key } = partner;
  const set = (patch, typing = "") => app.state.change({ partners: app.state.get().partners.map((each) => (each.key === key ? { ...each, ...patch } : each)) }, { typing });
  const about = app.data.columns.map((column) => labelOf(app, column, partner.columns[column.id])).filter(Boolean).join(", ");
  const box = h(
    "details",
    { id: "partner-" + key, open: openPartners.has(key), ontoggle: (event) => (event.target.open ? openPartners.add(key) : openPartners.delete(key)) },
    h("summary", { id: "partner-more-" + key }, app.say("partner_more")),
    field(app.say("name"), h("input", { type: "text", id: "partner-name-" + key, maxlength: 200, value: partner.name, oninput: (event) => set({ name: event.target.value }, "name-" + key) })),
    app.data.columns.map((column) => field(capital(app.both(column.name)), columnInput(app, partner, column, set))),
    tiesOf(app, partner, set),
    groupsOf(app, partner, set),
    offeringOf(app, partner, set),
    button(app.say("remove"), () => app.state.change({ partners: app.state.get().partners.filter((each) => each.key !== key) }), { class: "little", id: "partner-remove-" + key }),
  );
  return h(
    "div",
    { class: "partner" },
    choice({ type: "checkbox", id: "partner-ticked-" + key, checked: partner.ticked, onchange: (event) => set({ ticked: event.target.checked }) }, partner.name || app.say("partner_n", { n: at + 1 }), about),
    box,
  );
}

const openPartners = new Set(); // whose details are open; not part of what was said

function labelOf(app, column, id) {
  const value = column.values.find((each) => each.id === id);
  return value ? app.both(value.name) : id || "";
}

function columnInput(app, partner, column, set) {
  const id = "partner-" + column.id + "-" + partner.key;
  const now = partner.columns[column.id] || "";
  const onchange = (event) => set({ columns: { ...partner.columns, [column.id]: event.target.value } });
  return h("select", { id, onchange }, option("", app.say("not_stated"), now), column.values.map((each) => option(each.id, app.both(each.name), now)));
}

function option(value, text, now) {
  return h("option", { value, selected: value === now }, text);
}

/** How the ties of a partner come about, and how sure they are. */
function tiesOf(app, partner, set) {
  const { key } = partner;
  const kind = partner.model.split(":")[0];
  const models = [
    ...app.data.columns.filter((each) => each.id !== "place" && each.values.length > 1).map((each) => ["rates:" + each.id, app.say("model_rates", { column: app.both(each.name) }), app.say("model_rates_more")]),
    ["like:" + (kind === "like" ? partner.model.slice(5) : ""), app.say("model_like"), app.say("model_like_more")],
    ["stated", app.say("model_stated"), app.say("model_stated_more")],
    ["none", app.say(app.data.isProjected ? "model_none" : "model_no_ties"), app.say("model_none_more")],
  ];
  return h(
    "fieldset",
    {},
    h("legend", { class: "small" }, app.say("how_ties")),
    models.map(([model, text, more], at) => choice({ type: "radio", name: "model-" + key, id: "model-" + key + "-" + at, checked: partner.model === model, onchange: () => set({ model, ...(partner.isSaid ? {} : { sure: sureAtFirst(model) }) }) }, text, more)),
    kind === "like" && field(app.say("like_whom"), h("select", { id: "like-" + key, onchange: (event) => set({ model: "like:" + event.target.value }) }, option("", app.say("choose"), partner.model.slice(5)), actorOptions(app, partner.model.slice(5)))),
    kind === "stated" && tickList(app, "ties-" + key, app.data.actors, partner.ties, (ties) => set({ ties }), app.say("tied_to")),
    kind !== "none" && slider(app, "sure-" + key, partner.sure, kind === "rates" && app.data.columns.find((each) => "rates:" + each.id === partner.model), (sure) => set({ sure, isSaid: true }, "sure-" + key)),
    (kind === "stated" || kind === "like") && !partner.isSaid && h("p", { class: "small grey" }, app.say("sure_first")),
  );
}

const attended = new WeakMap(); // groups that are no services, by all groups: found once

/** Events and groups that a partner would take part in. */
function groupsOf(app, partner, set) {
  const { groups } = app.data;
  if (!attended.has(groups)) attended.set(groups, groups.filter((each) => !each.isService));
  const there = attended.get(groups);
  if (!there.length) return null;
  const said = app.say("partner_groups");
  return h("div", {}, h("p", { class: "small" }, said), tickList(app, "partner-groups-" + partner.key, there, partner.groups || [], (chosen) => set({ groups: chosen }), said));
}

/** What a partner would offer, and how much of it, in the unit of the service. */
function offeringOf(app, partner, set) {
  const { open } = app.data.services;
  if (!open.length) return null;
  const said = offersIn(partner, app.data);
  const known = new Map(open.map((each) => [each.id, each]));
  const own = (partner.groups || []).filter((id) => !open.some((each) => each.group === id));
  const change = (offers, typing) => set({ offers, groups: own }, typing);
  const amountOf = (id, at) => {
    const name = "offers-" + partner.key + "-amount-" + at;
    const isOdd = Number.isNaN(amountIn(said[id]) ?? 0);
    const label = app.say(known.get(id).unit ? "offer_amount" : "offer_amount_plain", { service: app.both(known.get(id).name), unit: app.both(known.get(id).unitName) });
    return field(label, h("input", { type: "text", inputmode: "decimal", id: name, maxlength: 20, value: said[id], "aria-invalid": isOdd && "true", oninput: (event) => change({ ...said, [id]: event.target.value }, name) }));
  };
  return h(
    "fieldset",
    {},
    h("legend", { class: "small" }, app.say("offers_title")),
    tickList(app, "offers-" + partner.key, open, Object.keys(said), (ids) => change(Object.fromEntries(ids.map((id) => [id, said[id] || ""]))), app.say("offers_title")),
    Object.keys(said).map(amountOf),
    Object.values(said).some((text) => amountIn(text) === null) && h("p", { class: "small grey" }, app.say("offer_unsaid")),
  );
}

/** How sure ties are; where they are learnt by a column, how many there are beside those of others, since none of them is known. */
function slider(app, id, value, column, set) {
  const isLearnt = Boolean(column);
  const share = percent(value / 100, app.language());
  const said = isLearnt ? (value >= 100 ? app.say("as_many") : app.say("part_as_many", { share })) : `${app.say(wordOfSure(value))}: ${share}`;
  const shown = h("output", { for: id }, said);
  return h("div", { class: isLearnt ? "range learnt" : "range" }, h("label", { for: id }, isLearnt ? app.say("how_many_ties", { column: app.both(column.name) }) : app.say("how_sure")), h("input", { type: "range", id, min: 5, max: 100, step: 5, value, oninput: (event) => set(Number(event.target.value)) }), shown);
}

function actorOptions(app, now) {
  return sorted(app, app.data.actors).map((each) => option(each.id, app.both(each.name), now));
}

const inOrder = new Map(); // things by name, for each language: sorted once

function sorted(app, things) {
  const key = app.language();
  const kept = inOrder.get(things) || new Map();
  if (!kept.has(key)) {
    const { compare: byName } = new Intl.Collator(key);
    kept.set(key, [...things].sort((a, b) => byName(app.both(a.name), app.both(b.name))));
  }
  inOrder.set(things, kept);
  return kept.get(key);
}

const sought = new Map(); // what is sought in a long list

/**
 * A list to tick; a long one is sought through, and shows who is ticked and the first that fit.
 * @param {string} id @param {Array<object>} things @param {string[]} ticked @param {(ticked: string[]) => void} set @param {string} label
 */
export function tickList(app, id, things, ticked, set, label) {
  const chosen = new Set(ticked);
  const toggle = (which, isTicked) => set(isTicked ? [...ticked, which] : ticked.filter((each) => each !== which));
  const isLong = things.length > LONG;
  const box = h("div", { class: "list", id, "data-scroll": "", role: "group", tabindex: "0", "aria-label": label });
  const fill = () => {
    const wanted = (sought.get(id) || "").toLocaleLowerCase();
    const all = sorted(app, things);
    const fitting = isLong ? all.filter((each) => app.both(each.name).toLocaleLowerCase().includes(wanted)).slice(0, SHOWN_OF_LONG) : all;
    const shown = [...all.filter((each) => chosen.has(each.id) && !fitting.includes(each)), ...fitting];
    refill(box, shown.map((each) => choice({ type: "checkbox", id: id + "-" + each.id, checked: chosen.has(each.id), onchange: (event) => toggle(each.id, event.target.checked) }, app.both(each.name))));
  };
  fill();
  if (!isLong) return box;
  const search = h("input", { type: "text", id: id + "-search", value: sought.get(id) || "", oninput: (event) => (sought.set(id, event.target.value), fill()) });
  return h("div", {}, field(app.say("search"), search), box);
}

function field(text, input) {
  return h("label", { class: "field" }, h("span", {}, text), input);
}

/** @param {import("./frame.js").App} app */
export function leavingOf(app) {
  const state = app.state.get();
  return folded(app, "leave", app.say("who_leaves"), state.leave.length > 0, tickList(app, "leave-list", app.data.actors, state.leave, (leave) => app.state.change({ leave }), app.say("who_leaves")));
}

/** @param {import("./frame.js").App} app */
export function replacingOf(app) {
  const { replace } = app.state.get();
  const set = (patch, typing = "") => app.state.change({ replace: { ...app.state.get().replace, ...patch } }, { typing });
  return folded(
    app,
    "replace",
    app.say("who_replaced"),
    Boolean(replace.old),
    field(app.say("replaced_old"), h("select", { id: "replace-old", onchange: (event) => set({ old: event.target.value }) }, option("", app.say("nobody"), replace.old), actorOptions(app, replace.old))),
    field(app.say("replaced_new"), h("input", { type: "text", id: "replace-name", maxlength: 200, value: replace.name, oninput: (event) => set({ name: event.target.value }, "replace") })),
    h("p", { class: "small grey" }, app.say("replaced_more")),
    app.data.services.nOffers > 0 && h("p", { class: "small grey" }, app.say("replaced_offers")),
  );
}

/** @param {import("./frame.js").App} app */
export function eventOf(app) {
  if (!app.data.isProjected) return folded(app, "event", app.say("event_title"), false, h("p", { class: "small" }, app.say("event_not_here")));
  const { event } = app.state.get();
  const set = (patch, typing = "") => app.state.change({ event: { ...app.state.get().event, ...patch } }, { typing });
  return folded(
    app,
    "event",
    app.say("event_title"),
    Boolean(event.name),
    field(app.say("event_name"), h("input", { type: "text", id: "event-name", maxlength: 200, value: event.name, oninput: (each) => set({ name: each.target.value }, "event") })),
    tickList(app, "event-who", app.data.actors, event.who, (who) => set({ who }), app.say("event_who")),
    h("p", { class: "small grey" }, app.say("event_more")),
  );
}

/** What is watched, and in which direction the visitor wants it to go. @param {import("./frame.js").App} app */
export function measuresOfForm(app, able) {
  const { measures, directions } = app.state.get();
  const offered = app.data.measures.filter((each) => each.isCompared && (!able || able.includes(each.id)));
  const toggle = (id, isTicked) => app.state.change({ measures: offered.map((each) => each.id).filter((each) => (each === id ? isTicked : measures.includes(each))) });
  return folded(
    app,
    "watched",
    app.say("watched_title"),
    false,
    offered.map((each) =>
      h(
        "div",
        {},
        choice({ type: "checkbox", id: "watch-" + each.id, checked: measures.includes(each.id), onchange: (event) => toggle(each.id, event.target.checked) }, app.both(each.name), each.question ? app.both(each.question) : ""),
        measures.includes(each.id) &&
          field(
            app.say("wish"),
            h(
              "select",
              { id: "wish-" + each.id, onchange: (event) => app.state.change({ directions: { ...app.state.get().directions, [each.id]: event.target.value } }) },
              ["", "higher", "lower"].map((way) => option(way, app.say(way === "higher" ? "wish_higher" : way === "lower" ? "wish_lower" : "wish_none"), directions[each.id] || "")),
            ),
          ),
      ),
    ),
    offered.filter((each) => each.isMet).length > 1 && h("p", { class: "small" }, app.say("units_apart")),
    h("p", { class: "small grey" }, app.say("wish_more")),
  );
}

const openParts = new Set(); // which parts of the form are open

function folded(app, id, title, isUsed, ...content) {
  if (isUsed) openParts.add(id);
  return h("details", { id: "part-" + id, open: openParts.has(id), ontoggle: (event) => (event.target.open ? openParts.add(id) : openParts.delete(id)) }, h("summary", { id: "part-title-" + id }, title), h("div", {}, content));
}

/** @param {import("./frame.js").App} app */
export function drawsOf(app) {
  const { draws } = app.state.get();
  const options = [...new Set([...DRAWS, draws])].sort((a, b) => a - b).map((n) => option(String(n), app.count("n_draws", n), String(draws)));
  return field(app.say("draws_title"), h("select", { id: "draws", onchange: (event) => app.state.change({ draws: Number(event.target.value) }) }, options));
}
