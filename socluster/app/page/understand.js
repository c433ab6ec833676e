/** Step 3: the picture with filters, what was found in it, and measures by the question that they answer. */

import { choice, h, refill } from "./elements.js";
import { calledOf } from "./frame.js";
import { missedOf } from "./missed.js";
import { decimalsFor, number } from "./numbers.js";
import { offeredOf } from "./offered.js";
import { legendOf, pictureOf, visible } from "./picture.js";
import { tableOf } from "./tables.js";
import { capital } from "./words.js";

const MOST_VALUES = 12, ROWS = 15;
const LAST = "sound"; // how good the data are stands below all that was found

export const understand = {
  id: "understand",
  word: "step_understand",
  needsData: true,
  /** @param {HTMLElement} place @param {import("./frame.js").App} app */
  draw(place, app) {
    const figure = h("figure", { class: "figure" });
    const filters = h("details", {});
    const measured = h("div", {});
    const findings = app.both(app.data.findings);
    place.append(
      h(
        "div",
        { class: "wide" },
        h("h1", {}, app.say("understand_title")),
        h("p", { class: "sub" }, calledOf(app)),
        h("aside", { class: "caveat", "aria-label": app.say("carries_title") }, [...app.both(app.data.carries), ...app.both(app.data.doubts), ...(app.data.isUncertain ? [app.say("now_differs")] : [])].map((each) => h("p", {}, each))),
        h("h2", {}, app.say("picture_title")),
        filters,
        figure,
        findings.filter((each) => each.id !== LAST).map((each, at) => findingOf(each, at === 0 ? composition(app) : [])),
        missedOf(app),
        offeredOf(app),
        findings.filter((each) => each.id === LAST).map((each) => findingOf(each)),
        h("h2", {}, app.say("measures_title")),
        measured,
        h("div", { class: "actions" }, h("a", { class: "button", href: "#whatif" }, app.say("to_whatif"))),
      ),
    );
    const showFilters = () => refill(filters, h("summary", { id: "filters" }, app.say("filters_title")), filtersOf(app));
    const showPicture = () => {
      const hidden = app.state.get().hidden;
      const seen = visible(app.data, hidden).actors.filter(Boolean).length;
      const said = app.say("picture_shown", { shown: number(seen, app.language(), { decimals: 0 }), whole: number(app.data.actors.length, app.language(), { decimals: 0 }) });
      refill(figure, legendOf(app), h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": app.say("picture_title") }, pictureOf(app, hidden).svg), h("figcaption", {}, said, " ", meaningOf(app)));
    };
    showFilters();
    showPicture();
    measuresOf(measured, app);
    return {
      update(before) {
        if (before.hidden !== app.state.get().hidden) {
          showFilters();
          showPicture();
        }
      },
    };
  },
};

/** What a line means. @param {import("./frame.js").App} app */
export function meaningOf(app) {
  if (app.data.isAttendance) return app.say("line_attendance");
  return app.say("line_tie");
}

/** How many there are of each. @param {import("./frame.js").App} app */
function composition(app) {
  return app.data.columns
    .filter((each) => each.values.length > 1)
    .map((column) => {
      const most = [...column.values].sort((a, b) => b.n - a.n).slice(0, MOST_VALUES);
      const rest = column.values.length > most.length ? ", \u2026" : "";
      const missing = column.missing ? ", " + app.say("not_stated") + " " + column.missing : "";
      return app.say("by_column", { column: capital(app.both(column.name)), values: most.map((each) => app.both(each.name) + "\u00a0" + each.n).join(", ") + rest + missing });
    });
}

/** @param {{ heading: string, finding: string, tables: object[], notes: string[] }} part @param {string[]} [more] */
function findingOf(part, more = []) {
  return h(
    "section",
    {},
    h("h2", {}, part.heading),
    h("p", { class: "finding" }, part.finding),
    part.tables.map(tableOf),
    part.notes.length + more.length > 0 && h("ul", { class: "small" }, [...more, ...part.notes].map((each) => h("li", {}, each))),
  );
}

/** @param {import("./frame.js").App} app */
function filtersOf(app) {
  const { data } = app;
  const hidden = app.state.get().hidden;
  const one = (key, id, text) => {
    const gone = hidden[key] || [];
    const onchange = (event) => {
      const rest = gone.filter((each) => each !== id);
      app.state.change({ hidden: { ...hidden, [key]: event.target.checked ? rest : [...rest, id] } });
    };
    return choice({ type: "checkbox", id: "filter-" + key + "-" + id, checked: !gone.includes(id), onchange }, text);
  };
  const several = (key, name, values) =>
    values.length > 1 && h("fieldset", {}, h("legend", {}, name), h("div", { class: values.length > MOST_VALUES ? "list" : null, id: "filters-" + key, "data-scroll": "", tabindex: values.length > MOST_VALUES ? "0" : null, role: values.length > MOST_VALUES ? "group" : null, "aria-label": values.length > MOST_VALUES ? name : null }, values.map((each) => one(key, each.id, app.both(each.name) + (each.n ? " (" + each.n + ")" : "")))));
  return h(
    "div",
    { class: "filters" },
    several("layer", app.say("filter_layer"), data.layers),
    data.columns.map((column) => {
      const missing = column.missing ? [{ id: "", name: { en: app.say("not_stated"), lt: app.say("not_stated") }, n: column.missing }] : [];
      return several(column.id, capital(app.both(column.name)), [...column.values, ...missing]);
    }),
    several("evidence", app.say("filter_evidence"), data.evidence),
  );
}

/** Measures by actor: asked for when somebody chooses one. */
function measuresOf(place, app) {
  const byActor = app.data.measures.filter((each) => !each.isCompared);
  const answered = h("div", { "aria-live": "polite" });
  const select = h(
    "select",
    { id: "measure", onchange: () => show(select.value) },
    h("option", { value: "" }, app.say("choose")),
    byActor.map((each) => h("option", { value: each.id }, app.both(each.name))),
  );
  place.append(h("div", { class: "inline" }, h("label", { class: "field" }, h("span", {}, app.say("measure")), select)), answered);
  const before = app.state.get().more.measure;
  if (typeof before === "string" && byActor.some((each) => each.id === before)) {
    select.value = before;
    show(before);
  }

  async function show(id) {
    app.state.change({ more: { ...app.state.get().more, measure: id } });
    if (!id) return answered.replaceChildren();
    answered.replaceChildren(h("p", { class: "status" }, app.say("working")));
    try {
      const found = await app.ask({ kind: "measures", key: id, measures: [id] });
      if (select.value === id && found) answered.replaceChildren(measuredTable(app, found));
    } catch (error) {
      answered.replaceChildren(h("p", { class: "problem" }, error.said ? app.both(error.said) : app.say("no_answer")));
    }
  }
}

function measuredTable(app, found) {
  const called = new Map(app.data.actors.map((each) => [each.id, app.both(each.name)]));
  const { compare: byName } = new Intl.Collator(app.language());
  const nameOf = (id) => called.get(id) || id;
  const value = ([, each]) => (each === null ? -Infinity : each);
  const rows = found.rows.map((each) => [each.actor, each.values[0]]).sort((a, b) => value(b) - value(a) || byName(nameOf(a[0]), nameOf(b[0])));
  const values = rows.map((each) => each[1]);
  const decimals = values.every((each) => each === null || Number.isInteger(each)) ? 0 : Math.min(4, decimalsFor(values) + 1);
  const name = app.both(found.measures[0].name);
  const shown = rows.slice(0, ROWS).map(([actor, value]) => [nameOf(actor), number(value, app.language(), { decimals })]);
  const left = rows.length - shown.length;
  return tableOf({
    caption: app.say("measured_caption", { measure: name }),
    heads: [{ text: app.say("name") }, { text: name, isNumber: true }],
    rows: shown,
    note: left > 0 ? app.count("n_not_shown", left) : "",
  });
}
