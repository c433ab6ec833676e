/** Step 1: data that are to be looked at: a file of one's own, a template to begin with, or a data set to look around. */

import { button, h, refill } from "./elements.js";
import { number } from "./numbers.js";
import { bringFile, beginnings, forgetProblems, handOver, openData, opened, openedBefore, takeAway } from "./opening.js";

const KINDS = ".xlsx,.csv,.tsv,.txt,.dat,.json,.graphml,.xml,.gexf,.gml,.net,.paj,.dl,.vna";
const MOST_PROBLEMS = 50;
const MEGABYTE = 2 ** 20;

/** What is going on in this step; it outlives a change of the language, which draws the step anew. */
const now = { start: null, work: null, text: null, refused: null, stop: null };
const wanted = location.hash.slice(1); // the step that the address named when the page was loaded
let redrawBring = () => {};

export const bring = {
  id: "bring",
  word: "step_bring",
  serverOnly: true,
  needsData: false,
  draw(place, app) {
    const wide = h("div", { class: "wide" });
    place.append(wide);
    redrawBring = () => refill(wide, partsOfBring(app));
    redrawBring();
    if (!now.start && !now.work) begin(app);
    return {};
  },
};

/** Asks what there is, and opens what was open on the last visit, or what the server was started with. */
async function begin(app) {
  const got = await working(app, "bring_loading", async () => {
    now.start = await beginnings(app);
    return true;
  });
  const how = openedBefore() || (now.start && now.start.given ? { given: true } : null);
  if (!got || app.data || !how) return;
  const name = how.name || now.start.given || "";
  const found = await working(app, "bring_again", (asking) => openData(app, how, asking), { name });
  if (found) app.go(wanted && wanted !== "bring" ? wanted : "check");
  else if (now.refused) now.refused = { en: now.refused.en, lt: now.refused.lt, isGone: true };
  redrawBring();
}

/**
 * Does something that takes a while, and shows how far it is, or what was wrong.
 * @param {import("./frame.js").App} app @param {string} key of what is said meanwhile
 * @param {(asking: import("./ask.js").Asking) => Promise<any>} work @param {object} [values]
 */
async function working(app, key, work, values = {}) {
  const stopper = new AbortController();
  Object.assign(now, { work: key, text: values, refused: null, stop: stopper });
  redrawBring();
  app.announce(app.say(key, values));
  try {
    return await work({ signal: stopper.signal });
  } catch (error) {
    now.refused = error.said || (error.name === "AbortError" ? null : { key: "server_gone" });
    return null;
  } finally {
    Object.assign(now, { work: null, stop: null });
    redrawBring();
    if (now.refused) app.announce(refusal(app));
  }
}

/** @param {import("./frame.js").App} app @returns {string} */
function refusal(app) {
  return now.refused.key ? app.say(now.refused.key, now.refused.values) : app.both(now.refused);
}

function partsOfBring(app) {
  return [
    h("h1", {}, app.say("bring_title")),
    h("p", { class: "sub" }, app.say("bring_about")),
    now.work && busy(app),
    now.refused && h("p", { class: "problem", id: "refused" }, refusal(app)),
    opened.problems.length > 0 && problemsOf(app),
    h("div", { class: "doors" }, own(app), around(app)),
  ];
}

function busy(app) {
  return h(
    "div",
    { class: "row busy" },
    h("span", {}, app.say(now.work, now.text || {})),
    now.stop && button(app.say("stop"), () => now.stop.abort(), { id: "stop-reading", class: "little" }),
  );
}

/** A file of one's own, and a template for those who have none yet. */
function own(app) {
  const input = h("input", {
    type: "file",
    id: "file",
    class: "file",
    accept: KINDS,
    disabled: Boolean(now.work),
    "aria-describedby": "file-about",
    onchange: (event) => event.target.files.length && read(app, event.target.files[0]),
  });
  const drop = h("div", { class: "drop" }, input, h("label", { for: "file", class: "button primary" }, app.say("bring_file")), h("p", { id: "file-about", class: "small grey" }, app.say("bring_file_about")));
  drop.ondragover = (event) => {
    event.preventDefault();
    drop.classList.add("over");
  };
  drop.ondragleave = () => drop.classList.remove("over");
  drop.ondrop = (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length && !now.work) read(app, event.dataTransfer.files[0]);
  };
  return h(
    "section",
    {},
    h("h2", {}, app.say("bring_own")),
    drop,
    h("h3", {}, app.say("bring_none")),
    h("p", { class: "small" }, app.say("bring_template_about")),
    h(
      "div",
      { class: "row" },
      button(app.say("bring_template"), () => template(app, "template"), { id: "template", disabled: Boolean(now.work) }),
      button(app.say("bring_example"), () => template(app, "example"), { id: "example", disabled: Boolean(now.work) }),
    ),
  );
}

/** Data sets to look around in. */
function around(app) {
  const sets = now.start ? now.start.datasets : [];
  return h(
    "section",
    {},
    h("h2", {}, app.say("bring_look")),
    now.start && now.start.given && h("p", {}, button(app.say("bring_given", { name: now.start.given }), () => open(app, { given: true }, now.start.given), { id: "given" })),
    h(
      "ul",
      { class: "sets" },
      sets.map((each) =>
        h(
          "li",
          {},
          h("div", {}, h("span", { class: "title" }, app.both(each.title)), h("span", { class: "more" }, app.count("n_actors", each.actors))),
          button(app.say("open"), () => open(app, { dataset: each.name }, app.both(each.title)), {
            id: "open-" + each.name,
            class: "little",
            disabled: Boolean(now.work),
            "aria-label": app.say("open_name", { name: app.both(each.title) }),
          }),
        ),
      ),
    ),
  );
}

/** @param {import("./frame.js").App} app @param {object} how @param {string} name */
async function open(app, how, name) {
  forgetProblems();
  if (await working(app, "bring_opening", (asking) => openData(app, how, asking), { name })) app.go("check");
}

/** @param {import("./frame.js").App} app @param {File} file */
async function read(app, file) {
  const most = now.start ? now.start.mostBytes : Infinity;
  forgetProblems();
  if (file.size > most) {
    const values = { name: file.name, size: number(file.size / MEGABYTE, app.language(), { decimals: 1 }), most: number(most / MEGABYTE, app.language(), { decimals: 0 }) };
    Object.assign(now, { refused: { key: "file_too_large", values } });
    redrawBring();
    app.announce(refusal(app));
    return;
  }
  if (await working(app, "bring_reading", (asking) => bringFile(app, file, asking), { name: file.name })) app.go("check");
  else if (opened.problems.length && !now.refused) {
    app.announce(app.count("n_problems", opened.nProblems));
    const heading = document.getElementById("problems");
    if (heading) heading.focus();
  }
}

/** @param {import("./frame.js").App} app @param {string} what */
function template(app, what) {
  return working(app, "take_making", (asking) => takeAway(app, what, {}, asking));
}

/** Every problem of the file that was brought, by sheet and row. */
function problemsOf(app) {
  const shown = opened.problems.slice(0, MOST_PROBLEMS);
  const columns = ["sheet", "row_number", "column", "there", "wrong", "perhaps"];
  const rows = shown.map((each) =>
    h(
      "tr",
      {},
      [each.sheet, each.row, each.column, each.value, app.both(each.said), each.nearest].map((cell, at) =>
        h("td", { "data-label": app.say(columns[at]) }, cell === null || cell === undefined ? "\u2013" : String(cell)),
      ),
    ),
  );
  const more = opened.nProblems - shown.length;
  return h(
    "section",
    { class: "problems" },
    h("h2", { id: "problems", tabindex: "-1" }, app.say("problems_title", { name: opened.name })),
    h("p", {}, app.count("n_problems", opened.nProblems), " ", app.say("problems_about")),
    opened.corrected &&
      h(
        "p",
        { class: "row" },
        button(app.say("take_marked"), () => handOver(app, { file: opened.corrected, name: "" }), { id: "corrected", class: "primary" }),
        h("span", { class: "small grey" }, app.say("take_marked_about")),
      ),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": app.say("problems_table") }, h("table", { class: "stacked" }, h("thead", {}, h("tr", {}, columns.map((each) => h("th", { scope: "col" }, app.say(each))))), h("tbody", {}, rows))),
    more > 0 && h("p", { class: "small grey" }, app.count("n_not_shown", more)),
  );
}
