/** The page by e-mail: it holds its data and its answers, and asks nobody. */

import { fromPage } from "./ask.js";
import { compare } from "./compare.js";
import { start } from "./frame.js";
import { askedIn } from "./plan.js";
import { understand } from "./understand.js";
import { whatif } from "./whatif.js";

const held = JSON.parse(document.getElementById("held").textContent);
const asked = askedIn(held.asked);
const elsewhere = (id, word) => ({ id, word, serverOnly: true, draw: () => ({}) });
start([elsewhere("bring", "step_bring"), elsewhere("check", "step_check"), understand, whatif, compare, elsewhere("take", "step_take")], {
  api: null,
  texts: held.texts,
  data: held.overview,
  held,
  opens: "whatif",
  first: { ticked: ["0"], asked, ...(asked.length ? { choice: asked[0] } : {}) },
  source: () => fromPage(held),
});
