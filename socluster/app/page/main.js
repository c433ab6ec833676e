/** The page of the server: six steps, answers by request. */

import { fromServer, got } from "./ask.js";
import { bring } from "./bring.js";
import { check } from "./check.js";
import { compare } from "./compare.js";
import { start } from "./frame.js";
import { patiently } from "./opening.js";
import { take } from "./take.js";
import { understand } from "./understand.js";
import { whatif } from "./whatif.js";

const api = document.documentElement.dataset.api || "api";
const [en, lt] = await Promise.all([got(api + "/words/en"), got(api + "/words/lt")]);
start([bring, check, understand, whatif, compare, take], {
  api,
  texts: { en, lt },
  data: null,
  held: {},
  source: (app) => patiently(app, fromServer(api, () => app.dataKey), { en: en.server_gone, lt: lt.server_gone }),
});
