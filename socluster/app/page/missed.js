/** Who would be missed most: what breaks for the others if one is lost, or two at the same time. */

import { askingOf } from "./asking.js";
import { barsOf } from "./bars.js";
import { choice, h, refill, tell } from "./elements.js";
import { number } from "./numbers.js";
import { shownOf } from "./offered.js";
import { shortened } from "./picture.js";
import { tableOf } from "./tables.js";
import { capital } from "./words.js";

const LOSS_BARS = 8, LOSS_ROWS = 12, LOSS_LETTERS = 44, PAIR_LETTERS = 21;

/** @typedef {{ order: number, rows: object[], breaking: number, finding: object, told: object, notes: object }} Lost */

/** What was answered of these data: a change of the language draws the step anew. */
const answeredLosses = { of: "", shown: 0, running: Promise.resolve(""), /** @type {Record<number, Lost>} */ by: {} };

/** @param {import("./frame.js").App} app @returns {HTMLElement} */
export function missedOf(app) {
  const { fingerprint, losses } = app.data;
  if (answeredLosses.of !== fingerprint) Object.assign(answeredLosses, { of: fingerprint, shown: losses ? 1 : 0, by: losses ? { 1: losses } : {} });
  const shown = h("div", {});
  const asking = askingOf(app, "missed", (fault) => {
    waiting.hidden = true;
    tell(asking.status, fault);
    display();
  });
  const waiting = h("div", { class: "asking-here", hidden: !asking.isRunning() }, asking.progress, asking.stop);

  /** What is chosen, if it is answered; if not, nothing is chosen, so that it can be chosen again. */
  function display() {
    const found = answeredLosses.by[answeredLosses.shown];
    refill(shown, found && lossesTold(app, found));
    if (!found) chosen.querySelectorAll("input").forEach((each) => (each.checked = false));
  }

  /** Shows the answer for one or two at a time, and asks for it before that. @param {number} order @param {HTMLInputElement} input */
  async function show(order, input) {
    asking.abort();
    await answeredLosses.running;
    if (!input.checked) return; // another one was chosen meanwhile
    answeredLosses.shown = order;
    if (answeredLosses.by[order]) return display();
    shown.replaceChildren();
    waiting.hidden = false;
    const { by } = answeredLosses;
    answeredLosses.running = asking.ask({ kind: "losses", order }, (found) => (by[order] = found));
  }

  const one = (order, word) =>
    choice({ type: "radio", name: "lost", id: "lost-" + order, checked: answeredLosses.shown === order, onchange: (event) => show(order, event.target) }, app.say(word));
  const chosen = h("fieldset", { class: "inline plain" }, h("legend", {}, app.say("missed_how")), one(1, "missed_one"), one(2, "missed_two"));
  const found = answeredLosses.by[answeredLosses.shown];
  if (found) refill(shown, lossesTold(app, found));
  return h("section", { id: "missed" }, h("h2", {}, app.say("missed_title")), app.api && chosen, waiting, asking.status, shown);
}

/** @param {import("./frame.js").App} app @param {Lost} lost */
function lossesTold(app, lost) {
  const called = new Map(app.data.actors.map((each) => [each.id, each]));
  const name = (id, kind) => (called.has(id) ? app.both(called.get(id)[kind]) : String(id));
  const names = (row, kind) => (lost.order === 2 ? [row.actor, row.other] : [row.actor]).map((each) => name(each, kind));
  const write = (value) => number(value, app.language(), { decimals: 0 });
  const rows = lost.rows.slice(0, Math.min(lost.breaking, LOSS_ROWS));
  const finding = app.both(lost.finding);
  const bars = rows.slice(0, LOSS_BARS).filter((row) => row.broken_pairs > 0);
  const drawn = bars.map((row) => ({
    name: names(row, "short").map((each) => shortened(each, lost.order === 2 ? PAIR_LETTERS : LOSS_LETTERS)).join(" + "),
    value: lost.order === 2 ? row.beyond_broken_pairs : row.broken_pairs,
    of: lost.order === 2 ? row.broken_pairs : undefined,
    text: write(row.broken_pairs),
  }));
  const left = lost.breaking - rows.length;
  const cutting = lost.rows.length < lost.breaking ? lost.breaking : lost.rows.filter((row) => row.broken_pairs > 0).length; // others break something else
  return [
    h("p", { class: "finding" }, finding),
    h(
      "div",
      { class: "beside" },
      drawn.length > 0 && h("figure", { class: "plain" }, barsOf(drawn, app.say("missed_label", { names: drawn.map((each) => each.name + " " + each.text).join("; ") })), h("figcaption", { class: "small grey" }, app.say(lost.order === 2 ? "missed_bars_two" : "missed_bars"), ...shownOf(app, drawn.length, cutting))),
      rows.length > 0 &&
        tableOf({
          caption: app.say(lost.order === 2 ? "missed_two" : "missed_caption"),
          heads: [
            { text: capital(app.say("missed_without")) },
            { text: capital(app.say("missed_pairs")), isNumber: true },
            ...(lost.order === 2 ? [{ text: capital(app.say("missed_beyond")), isNumber: true }] : []),
            { text: capital(app.say("missed_alone")), isNumber: true },
            { text: capital(app.say("missed_empty")), isNumber: true },
            { text: capital(app.say("missed_ties")), isNumber: true },
          ],
          rows: rows.map((row) => [
            names(row, "name").join(" + "),
            write(row.broken_pairs),
            ...(lost.order === 2 ? [write(row.beyond_broken_pairs)] : []),
            write(row.isolated),
            write(row.services),
            write(row.ties),
          ]),
          note: left > 0 ? app.count("n_not_shown", left) : "",
        }),
    ),
    h("ul", { class: "small" }, [...app.both(lost.told), ...app.both(lost.notes)].map((each) => h("li", {}, each))),
  ];
}
