/** What can be taken away: report, tables, scenarios, the page by e-mail. */

import { h } from "./elements.js";

export const take = {
  id: "take",
  word: "step_take",
  serverOnly: true,
  needsData: true,
  draw(place, app) {
    place.append(h("div", { class: "wide" }, h("h1", {}, app.say("take_title")), h("p", { class: "sub" }, app.say("take_about"))));
    return {};
  },
};
