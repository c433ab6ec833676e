/** Who offers which service, and how much of what is needed is met; or, where the data name none, how to bring them. */

import { barsOf } from "./bars.js";
import { h } from "./elements.js";
import { DASH, number, percent } from "./numbers.js";
import { tableOf } from "./tables.js";
import { capital } from "./words.js";

const SERVICE_BARS = 8, SERVICE_ROWS = 15, MOST_PROVIDERS = 3;

/** @param {import("./frame.js").App} app @returns {HTMLElement} */
export function offeredOf(app) {
  const found = app.data.services;
  return h("section", { id: "offered" }, h("h2", {}, app.say("offered_title")), servicesTold(app, found));
}

/** @param {import("./frame.js").App} app @param {object} found */
function servicesTold(app, found) {
  if (found.wrong) return h("p", { class: "problem" }, app.both(found.wrong));
  if (!found.nOffers && !found.needs) return h("p", {}, app.say("offered_none"));
  const said = found.needs ? app.both(found.said) : [offersCounted(app, found), ...app.both(found.said)];
  const findings = found.nUnits || 1; // people and places do not add up: a sentence for each
  const rest = said.slice(findings);
  return [
    h("p", { class: "finding" }, said.slice(0, findings).join(" ")),
    found.needs && found.needs.length > 0 && needsOf(app, found),
    found.nOffers > 0 && h("div", { class: "beside" }, !found.needs && amountsOf(app, found), offersOf(app, found)),
    !found.needs && h("p", {}, app.say("needs_none")),
    rest.length > 0 && h("ul", { class: "small" }, rest.map((each) => h("li", {}, each))),
  ];
}

/** How many offer how many services. @param {import("./frame.js").App} app @param {object} found */
function offersCounted(app, found) {
  return app.say("offered_by", { services: app.count("n_services", found.nServices), providers: app.count("n_providers", found.nProviders) });
}

/** An amount with as many decimals as it has, up to two. @param {import("./frame.js").App} app @param {number} value */
function amount(app, value) {
  return number(value, app.language(), { decimals: Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1 });
}

/** What a need or an offer is called: service, place, for whom, as far as they are stated. @param {object} row */
function titleOf(row) {
  return [row.service, row.place, row.target].filter(Boolean).join(", ");
}

/** How many of how many a chart shows, where it does not show all. @param {import("./frame.js").App} app @param {number} shown @param {number} whole */
export function shownOf(app, shown, whole) {
  const write = (n) => number(n, app.language(), { decimals: 0 });
  return shown < whole ? [" ", app.say("picture_shown", { shown: write(shown), whole: write(whole) })] : [];
}

/** @param {import("./frame.js").App} app @param {object} found */
function needsOf(app, found) {
  const met = (row) => (row.met === null ? amount(app, row.met_low) + DASH + amount(app, row.met_high) : amount(app, row.met));
  const bars = found.needs.slice(0, SERVICE_BARS).filter((row) => row.needed > 0).map((row) => ({
    name: titleOf(row),
    value: row.met_low / row.needed,
    of: row.met_high / row.needed,
    text: app.say(app.both(row.unitName) ? "met_of" : "met_of_plain", { met: met(row), needed: amount(app, row.needed), unit: app.both(row.unitName) }),
  }));
  const hasTarget = found.needs.some((row) => row.target);
  const rows = found.needs.slice(0, SERVICE_ROWS);
  return h(
    "div",
    { class: "beside" },
    bars.length > 0 && h("figure", { class: "plain" }, barsOf(bars, app.say("needs_label", { needs: bars.map((each) => each.name + " " + each.text).join("; ") }), 1), h("figcaption", { class: "small grey" }, app.say("needs_bars"), ...shownOf(app, bars.length, found.nNeeds))),
    tableOf({
      caption: app.say("needs_caption"),
      heads: [
        { text: capital(app.say("service")) },
        { text: capital(app.say("place")) },
        ...(hasTarget ? [{ text: capital(app.say("for_whom")) }] : []),
        { text: capital(app.say("unit")) },
        ...["needed", "met", "share_met"].map((each) => ({ text: capital(app.say(each)), isNumber: true })),
      ],
      rows: rows.map((row) => [
        row.service || app.say("not_stated"),
        row.place || app.say("not_stated"),
        ...(hasTarget ? [row.target || app.say("anyone")] : []),
        app.both(row.unitName) || DASH,
        amount(app, row.needed),
        met(row),
        percent(row.share, app.language()),
      ]),
      note: found.nNeeds > rows.length ? app.count("n_not_shown", found.nNeeds - rows.length) : "",
    }),
  );
}

/** Bars of how much is offered, where it is of one unit and so can be compared. @param {import("./frame.js").App} app @param {object} found */
function amountsOf(app, found) {
  if (found.offers.length < 2 || new Set(found.offers.map((each) => each.unit)).size > 1) return null;
  const most = [...found.offers].sort((a, b) => b.amount - a.amount).slice(0, SERVICE_BARS);
  const withUnit = (row) => (app.both(row.unitName) ? app.say("amount_unit", { amount: amount(app, row.amount), unit: app.both(row.unitName) }) : amount(app, row.amount));
  const bars = most.map((row) => ({ name: titleOf(row), value: row.amount, text: withUnit(row) }));
  const label = app.say("offers_label", { offers: bars.map((each) => each.name + " " + each.text).join("; ") });
  return h("figure", { class: "plain" }, barsOf(bars, label), h("figcaption", { class: "small grey" }, app.say("offers_bars"), ...shownOf(app, bars.length, found.nOffers)));
}

/** @param {import("./frame.js").App} app @param {object} found */
function offersOf(app, found) {
  const called = new Map(app.data.actors.map((each) => [each.id, app.both(each.name)]));
  const named = (ids) => {
    const names = ids.slice(0, MOST_PROVIDERS).map((each) => called.get(each) || each).join(", ");
    return ids.length > MOST_PROVIDERS ? names + ", " + app.count("and_n_more", ids.length - MOST_PROVIDERS) : names;
  };
  const hasTarget = found.offers.some((row) => row.target);
  const rows = found.offers.slice(0, SERVICE_ROWS);
  return tableOf({
    caption: app.say("offers_caption"),
    heads: [
      { text: capital(app.say("service")) },
      { text: capital(app.say("place")) },
      ...(hasTarget ? [{ text: capital(app.say("for_whom")) }] : []),
      { text: capital(app.say("unit")) },
      { text: capital(app.say("how_much")), isNumber: true },
      { text: capital(app.say("by_whom")) },
    ],
    rows: rows.map((row) => [
      row.service,
      row.place || app.say("not_stated"),
      ...(hasTarget ? [row.target || app.say("anyone")] : []),
      app.both(row.unitName) || DASH,
      amount(app, row.amount),
      named(row.providers),
    ]),
    note: found.nOffers > rows.length ? app.count("n_not_shown", found.nOffers - rows.length) : "",
  });
}
