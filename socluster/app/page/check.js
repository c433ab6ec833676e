/** Step 2: what was understood of the data, what to look at once more, and what is missing in them. */

import { earlierOf } from "./earlier.js";
import { button, h } from "./elements.js";
import { opened } from "./opening.js";

const MOST_ACTORS = 12;
const MOST_NOTES = 12;

export const check = {
  id: "check",
  word: "step_check",
  serverOnly: true,
  needsData: true,
  draw(place, app) {
    const data = app.data;
    const notes = [...opened.notes.map(app.both), ...app.both(data.doubts)].filter((each, at, all) => all.indexOf(each) === at);
    place.append(
      h(
        "div",
        { class: "wide" },
        h("h1", {}, app.say("check_title")),
        h("p", { class: "sub" }, app.say("check_about")),
        h("p", { class: "finding", id: "understood" }, app.both(data.understood)),
        earlierOf(app),
        h("h2", {}, app.say("check_again")),
        notes.length ? h("ul", { id: "notes" }, notes.slice(0, MOST_NOTES).map((each) => h("li", {}, each))) : h("p", {}, app.say("check_nothing")),
        notes.length > MOST_NOTES && h("p", { class: "small grey" }, app.count("n_not_shown", notes.length - MOST_NOTES)),
        groupsReadOf(app),
        missingOf(app),
        actorsOf(app),
        h(
          "div",
          { class: "actions" },
          button(app.say("to_understand"), () => app.go("understand"), { id: "to-understand", class: "primary" }),
          button(app.say("bring_mended"), () => app.go("bring"), { id: "bring-mended" }),
        ),
      ),
    );
    return {};
  },
};

/** What was read of events, services and needs, and what is missing in it. @param {import("./frame.js").App} app */
function groupsReadOf(app) {
  const counts = app.both(app.data.groupsRead.counts);
  const gaps = app.both(app.data.groupsRead.gaps);
  const hasNeeds = Boolean(app.data.services.needs);
  return [
    h("h2", {}, app.say("check_groups")),
    h("p", { id: "groups-read" }, counts.length ? app.say("check_groups_read", { counts: counts.join(", ") }) : app.say("check_groups_none")),
    (gaps.length > 0 || !hasNeeds) && h("ul", { id: "groups-gaps" }, gaps.map((each) => h("li", {}, each)), !hasNeeds && h("li", {}, app.say(app.data.services.nOffers ? "needs_none" : "offered_none"))),
  ];
}

/** How many actors have no sector, level, kind or place. @param {import("./frame.js").App} app */
function missingOf(app) {
  const { actors, columns } = app.data;
  const gaps = columns.filter((each) => each.missing);
  if (!gaps.length) return null;
  return [
    h("h2", {}, app.say("check_missing")),
    h("ul", {}, gaps.map((each) => h("li", {}, app.say("check_gap", { column: app.both(each.name), n: each.missing, of: actors.length })))),
  ];
}

/** The first actors as they were read. @param {import("./frame.js").App} app */
function actorsOf(app) {
  const { actors, columns } = app.data;
  const heads = [app.say("actor"), ...columns.map((each) => app.both(each.name))];
  const rows = actors.slice(0, MOST_ACTORS).map((actor) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, app.both(actor.name)),
      columns.map((each, at) => h("td", { "data-label": heads[at + 1] }, valueOf(app, each, actor[each.id]))),
    ),
  );
  const more = actors.length - rows.length;
  return [
    h("h2", {}, app.say("check_actors")),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": app.say("check_actors") }, h("table", { class: "stacked" }, h("thead", {}, h("tr", {}, heads.map((each) => h("th", { scope: "col" }, each)))), h("tbody", {}, rows))),
    more > 0 && h("p", { class: "small grey" }, app.count("n_not_shown", more)),
  ];
}

/** A value of an actor as people say it. @param {import("./frame.js").App} app */
function valueOf(app, column, value) {
  if (value === null || value === undefined) return "\u2013";
  const known = (column.values || []).find((each) => each.id === value);
  return known && known.name ? app.both(known.name) : value;
}
