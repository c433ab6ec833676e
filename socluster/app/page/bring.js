/** Data that are to be looked at: a workbook, or a data set that comes with the library. */

import { h } from "./elements.js";

export const bring = {
  id: "bring",
  word: "step_bring",
  serverOnly: true,
  needsData: false,
  draw(place, app) {
    place.append(h("div", { class: "wide" }, h("h1", {}, app.say("bring_title")), h("p", { class: "sub" }, app.say("bring_about"))));
    return {};
  },
};
