/** What was asked of an earlier version of the same workbook is offered; what no longer fits is told by name. */

import { button, h } from "./elements.js";
import { fitted, hasSaid, workbookOf } from "./fitting.js";
import { keep, kept } from "./keep.js";
import { beginning, restored } from "./state.js";

const VERSION = "version.";
const declined = new Set(); // fingerprints of data for which the visitor wants to begin anew
const taken = new Map(); // by fingerprint, what was told when it was taken over

/** Remembers of which data something was said under this name. @param {string} name @param {string} fingerprint @param {import("./state.js").State} state */
export function keepVersion(name, fingerprint, state) {
  if (name && hasSaid(state)) keep(VERSION + workbookOf(name), fingerprint);
}

/** What was said of the version before, where nothing was said of this one. @param {import("./frame.js").App} app */
function versionBefore(app) {
  const was = app.dataName && kept(VERSION + workbookOf(app.dataName));
  if (typeof was !== "string" || was === app.data.fingerprint || hasSaid(app.state.get())) return null;
  const state = restored(kept(was), beginning());
  return hasSaid(state) ? { was, state } : null;
}

/** The offer, or what came of it; nothing where there is nothing to take over. @param {import("./frame.js").App} app */
export function earlierOf(app) {
  const { fingerprint } = app.data;
  if (taken.has(fingerprint) && hasSaid(app.state.get())) return toldOf(app, taken.get(fingerprint));
  const before = declined.has(fingerprint) ? null : versionBefore(app);
  if (!before) return null;
  const names = [...before.state.kept.map((each) => each.name), ...before.state.partners.map((each) => each.name)];
  const said = [...new Set(names.filter((each) => each.trim()))].join(", ");
  const takeOver = () => {
    const found = fitted(before.state, app.data, before.was);
    taken.set(fingerprint, found);
    app.state.change(found.patch);
    app.announce(app.say("earlier_taken"));
  };
  const decline = () => {
    declined.add(fingerprint);
    app.state.change({ more: { ...app.state.get().more, declined: fingerprint } });
  };
  return h(
    "section",
    { class: "caveat", id: "earlier" },
    h("p", {}, app.say(said ? "earlier_offer" : "earlier_offer_other", { names: said })),
    h("div", { class: "row" }, button(app.say("earlier_take"), takeOver, { id: "earlier-take", class: "primary" }), button(app.say("earlier_not"), decline, { id: "earlier-not" })),
  );
}

/** @param {import("./frame.js").App} app @param {{ lost: string[], dropped: Array<{ name: string, missing: string[] }> }} found */
function toldOf(app, { lost, dropped }) {
  return h(
    "section",
    { class: "caveat", id: "earlier-told" },
    h("p", {}, app.say("earlier_taken")),
    lost.length > 0 && h("p", {}, app.say("earlier_lost", { names: lost.join(", ") })),
    dropped.map((each) => h("p", {}, app.say("earlier_dropped", { scenario: each.name, names: each.missing.join(", ") }))),
  );
}
