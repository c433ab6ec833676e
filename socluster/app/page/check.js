/** What was understood of the data, and what is missing in them. */

import { h } from "./elements.js";

export const check = {
  id: "check",
  word: "step_check",
  serverOnly: true,
  needsData: true,
  draw(place, app) {
    place.append(h("div", { class: "wide" }, h("h1", {}, app.say("check_title")), h("p", { class: "sub" }, app.say("check_about"))));
    return {};
  },
};
