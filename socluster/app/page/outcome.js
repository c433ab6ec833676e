/** What would change: a card for each measure, now and then, the range beside a random partner, and a sentence. */

import { h } from "./elements.js";
import { decimalsFor, percent, shareOfDraws, writerOf } from "./numbers.js";
import { steadyText } from "./steady.js";
import { rangeOf, scaleOf } from "./ranges.js";

/**
 * @typedef {object} Change of one measure: raw numbers
 * @property {number} before @property {number} after @property {number} delta @property {number} low
 * @property {number} high @property {number} p_increase @property {number} p_decrease @property {number | null} [null]
 * @property {number | null} [p_above_null] @property {number} defined
 */

/** @typedef {{ changes: Record<string, Change>, draws: number, interval: number, isCertain: boolean }} Found */

const CLEAR = 0.95; // share of the draws above a random partner from which there is a difference to speak of

/** A sentence that ends in an abbreviation has one full stop. @param {string} text */
function oneStop(text) {
  return text.replace(/\.\.(?=\s|$)/g, ".");
}

/** How the numbers of a measure are written. @param {import("./frame.js").App} app @param {string} id @param {Change[]} rows */
export function writing(app, id, rows) {
  const measure = app.data.measures.find((each) => each.id === id) || {};
  const changes = rows.flatMap((each) => [each.delta, each.low, each.high, each.null]);
  const isWhole = measure.isMet && rows.every((each) => [each.before, each.delta, each.low, each.high].every((value) => !Number.isFinite(value) || Math.abs(value - Math.round(value)) < 1e-6));
  const decimals = measure.isShare ? Math.max(2, decimalsFor(changes)) : isWhole ? 0 : Math.min(4, Math.max(2, decimalsFor(changes)));
  const write = writerOf(measure, app.language(), measure.isShare ? Math.min(3, decimals) : decimals);
  const unit = measure.unitName && app.both(measure.unitName);
  return { name: measure.name ? app.both(measure.name) : id, ...write, unit: unit ? "\u00a0(" + unit + ")" : write.unit };
}

/** @param {import("./frame.js").App} app @param {string} id @param {Change} row @param {Found} found */
export function changeText(app, id, row, found) {
  const write = writing(app, id, [row]);
  const change = write.change(row.delta) + write.unit;
  const language = app.language();
  if (row.delta === null) return app.say("change_undefined");
  if (isUnmoved(row)) return app.say("no_change_at_all");
  if (found.isCertain || isOfMet(app, id)) return oneStop(app.say("change_certain", { change })); // what is offered is not drawn
  if (row.low === row.high && row.p_increase + row.p_decrease === Math.round(row.p_increase + row.p_decrease) && row.defined === 1) return oneStop(app.say("change_same", { change }));
  const range = write.change(row.low) + " \u2026 " + write.change(row.high);
  const rises = row.p_increase >= row.p_decrease;
  const share = shareOfDraws(Math.max(row.p_increase, row.p_decrease), language, found.draws);
  const said = [app.say(rises ? "change_rises" : "change_falls", { change, range, share })];
  if (row.defined < 1) said.push(app.say("change_defined", { share: percent(row.defined, language) }));
  return said.join(" ");
}

/** Whether nothing changes in any draw. @param {Change} row */
export function isUnmoved({ delta, low, high, p_increase: up, p_decrease: down }) {
  return delta === 0 && low === high && up + down === 0;
}

/** Whether a measure says what is met of what is needed. @param {import("./frame.js").App} app @param {string} id */
function isOfMet(app, id) {
  return app.data.measures.some((each) => each.id === id && each.isMet);
}

/** What a random partner does, beside it; or several, where several join. @param {import("./frame.js").App} app @param {string} id @param {Change} row @param {number} draws @param {number} [joining] */
export function nullText(app, id, row, draws, joining = 1) {
  if (isOfMet(app, id)) return app.say("null_met");
  if (row.null === undefined) return app.say("null_nobody");
  if (!Number.isFinite(row.null)) return app.say("null_none");
  const write = writing(app, id, [row]);
  const above = row.p_above_null;
  const compared = app.say(keyBeside(row), { p: shareOfDraws(Math.max(above, 1 - above), app.language(), draws) });
  const told = { change: write.change(row.null) + write.unit, compared };
  const differs = above >= CLEAR || above <= 1 - CLEAR;
  if (joining > 1) return oneStop(app.say(differs ? "null_differs_many" : "null_alike_many", told));
  return oneStop(app.say(differs ? "null_differs" : "null_alike", told));
}

/**
 * The key of the words for how often it ends on which side of a random partner, in the direction in which both go; the
 * library says it in the same words.
 * @param {Change} row
 */
export function keyBeside({ delta, low, high, null: random, p_above_null: above }) {
  const direction = low >= 0 && delta > 0 ? 1 : high <= 0 && delta < 0 ? -1 : 0;
  if (above === 0.5) return "beside_as_often";
  if (direction * random <= 0) return above > 0.5 ? "beside_higher" : "beside_lower";
  const isMore = above > 0.5 === direction > 0;
  if (direction > 0) return isMore ? "beside_rises_more" : "beside_rises_less";
  return isMore ? "beside_falls_more" : "beside_falls_less";
}

/** In how many draws it goes where the visitor wants it. */
export function wishText(app, row, wish, found) {
  if (!wish || row.delta === null) return "";
  const share = wish === "higher" ? row.p_increase : row.p_decrease;
  if (found.isCertain || (row.low === row.high && row.defined === 1 && (share === 0 || share === 1))) return app.say(share > 0 ? "wish_certain" : "wish_not");
  return app.say("wish_share", { share: shareOfDraws(share, app.language(), found.draws) });
}

/**
 * @param {import("./frame.js").App} app @param {string[]} measures @param {Found | null} found
 * @param {Record<string, number>} now values as it is, so far as they are known
 */
export function cardsOf(app, measures, found, now) {
  const wishes = app.state.get().directions;
  return h(
    "div",
    { class: "cards" },
    measures.map((id) => {
      const row = found && found.changes[id];
      const write = writing(app, id, row ? [row] : []);
      if (!row) {
        const known = id in now && now[id] !== null;
        return h("div", { class: "card" }, h("h2", {}, write.name), known && h("p", { class: "now" }, write.value(now[id])), h("p", { class: "text grey" }, app.say("no_result")));
      }
      const label = changeText(app, id, row, found);
      return h(
        "div",
        { class: "card" },
        h("h2", {}, write.name),
        h("p", { class: "now" }, h("span", {}, write.value(row.before)), h("span", { class: "arrow" }, " \u2192 "), h("span", { class: "then" }, write.moved(row.before, row.delta))),
        row.delta !== null && rangeOf(row, scaleOf([row]), label),
        h("p", { class: "text" }, label),
        h("p", { class: "text grey" }, nullText(app, id, row, found.draws, found.shown ? found.shown.joined.length : 1)),
        id === "fragmentation" && row.delta > 0 && found.shown && found.shown.joined.length > 0 && h("p", { class: "text" }, app.say("newcomer_apart")),
        wishes[id] && h("p", { class: "text" }, wishText(app, row, wishes[id], found)),
      );
    }),
  );
}

/** How the ranges are read. @param {import("./frame.js").App} app @param {Found | null} found */
export function keyOfRanges(app, found) {
  if (!found || found.isCertain) return h("p", { class: "key" }, app.say(found ? "key_certain" : "key_none"));
  return h("p", { class: "key" }, app.say("key_ranges", { draws: app.count("n_draws", found.draws), interval: percent(found.interval, app.language()) }), " ", steadyText(app, found));
}

/**
 * What is assumed; of a page that holds its answers, what is assumed of the ties of several is said once here.
 * @param {import("./frame.js").App} app @param {object | null} found
 */
export function assumptionsOf(app, found) {
  if (!found) return [];
  const whose = new Map();
  for (const [source, text] of found.models ? app.both(found.models) : []) whose.set(text, [...new Set([...(whose.get(text) || []), source])]);
  const models = [...whose].map(([assumption, sources]) => app.say("assumed_ties", { source: sources.join(", "), assumption }));
  return [...models, ...app.both(found.assumptions)];
}

/** What it rests on. @param {import("./frame.js").App} app @param {string[]} assumptions */
export function restsOn(app, assumptions) {
  return h("aside", { class: "caveat", "aria-label": app.say("rests_title") }, h("p", {}, app.say("caveat")), assumptions.map((each) => h("p", {}, each)));
}
