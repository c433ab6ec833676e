/** The frame of the page: head, six steps, language, undo, what is announced, and the step that is looked at. */

import { keepVersion } from "./earlier.js";
import { button, h, refill, tell } from "./elements.js";
import { forget, keep, kept } from "./keep.js";
import { beginning, restored, storeOf } from "./state.js";
import { speaker } from "./words.js";

const SAYS_IT = ["understand", "whatif", "compare"]; // steps that say beside their numbers what these do not mean
const PRESET = { goal: "global_efficiency", better: "higher" }; // until the visitor chooses, as in our examples

/** What the data are called: by their title and name, or else the file that was brought. @param {App} app */
export function calledOf(app) {
  if (!app.data) return "";
  const title = app.both(app.data.title);
  const { name } = app.data;
  if (title && name && !title.includes(name)) return name + ": " + title;
  return title || name || (app.dataName === "given" ? "" : app.dataName);
}

/** The choice of a goal until the visitor says one: a measure that is there to be chosen. @param {App} app @param {object} overview */
function presetOf(app, overview) {
  const isThere = overview.measures.some((each) => each.id === PRESET.goal && each.isGoal && (app.api || app.held.measures.includes(each.id)));
  return isThere ? PRESET : {};
}

/**
 * @typedef {object} Step
 * @property {string} id
 * @property {string} word key of its name
 * @property {boolean} [serverOnly] whether it needs a server
 * @property {boolean} [needsData] whether it needs data that were opened
 * @property {(place: HTMLElement, app: App) => { update?: (before: object) => void }} draw
 */

/**
 * @typedef {object} App what every step is given
 * @property {string | null} api base of the requests, or null in a page that holds its answers
 * @property {object | null} data the overview of what was opened
 * @property {string} dataKey
 * @property {string} dataName name of the file that was brought, or nothing
 * @property {object} held what a page by e-mail holds: candidates, answers, rankings, draws
 * @property {ReturnType<typeof storeOf>} state
 * @property {(key: string, values?: object) => string} say
 * @property {(key: string, n: number, values?: object) => string} count
 * @property {() => import("./numbers.js").Language} language
 * @property {(pair: { en: any, lt: any }) => any} both the text of the present language
 * @property {(question: object, how?: object) => Promise<any>} ask
 * @property {(id: string) => void} go
 * @property {(text: string) => void} announce
 * @property {(key: string, overview: object, name?: string) => void} open
 */

/**
 * Starts the page.
 * @param {Step[]} steps
 * @param {{ api: string | null, texts: object, data: object | null, held: object, opens?: string, first?: object, source: (app: App) => App["ask"] }} given with the step that it opens on, and what is said at first
 */
export function start(steps, given) {
  const shown = steps.filter((each) => given.api || !each.serverOnly);
  const state = storeOf(beginning());
  const language = () => state.get().language;
  /** @type {App} */
  const app = {
    api: given.api,
    data: given.data,
    dataKey: "",
    dataName: "",
    held: given.held,
    state,
    ...speaker(given.texts, language),
    language,
    both: (pair) => pair[language()],
    ask: async () => null,
    go: (id) => go(id),
    announce: (text) => announce(text),
    open: (key, overview, name) => open(key, overview, name),
  };
  app.ask = given.source(app);
  const parts = frame();
  let drawn = { update: undefined };

  function frame() {
    const place = {
      skip: h("a", { class: "skip", href: "#content" }),
      brand: h("span", { class: "brand" }, "socluster"),
      set: h("span", { class: "set" }),
      tools: h("div", { class: "tools" }),
      nav: h("nav", { class: "steps" }),
      main: h("main", { id: "content", tabindex: "-1" }),
      status: h("p", { class: "spoken", role: "status", "aria-live": "polite" }),
      foot: h("footer", { class: "foot" }),
    };
    document.body.replaceChildren(
      place.skip,
      h("header", { class: "bar" }, place.brand, place.set, place.tools),
      place.nav,
      place.main,
      place.status,
      place.foot,
    );
    return place;
  }

  /** @param {string} text */
  function announce(text) {
    tell(parts.status, text);
  }

  /** What stands around the step. */
  function around() {
    document.documentElement.lang = language();
    const name = calledOf(app);
    document.title = name ? name + " \u2013 socluster" : "socluster";
    tell(parts.skip, app.say("skip"));
    tell(parts.set, app.data ? [name, app.both(app.data.about)].filter(Boolean).join(" \u00b7 ") : "");
    tell(parts.foot, SAYS_IT.includes(state.get().step) ? "" : app.say("foot"));
    parts.foot.hidden = !parts.foot.textContent;
    refill(parts.tools, undoing(), languages());
    parts.nav.setAttribute("aria-label", app.say("steps"));
    refill(parts.nav, h("ol", {}, steps.map((each, at) => h("li", {}, stepLink(each, at)))));
    const here = parts.nav.querySelector("[aria-current]");
    const rail = parts.nav.firstElementChild;
    if (here && rail) rail.scrollLeft = here.offsetLeft - 24;
  }

  /** @param {Step} step @param {number} at */
  function stepLink(step, at) {
    const number = h("span", { class: "n" }, String(at + 1));
    const isShown = shown.includes(step) && (app.data || !step.needsData);
    if (!isShown) return h("span", { class: "off" }, number, app.say(step.word));
    const isHere = state.get().step === step.id;
    const address = location.href.split("#")[0] + "#" + step.id; // whole: it is no link to skip something
    return h("a", { href: address, id: "step-" + step.id, "aria-current": isHere && "step" }, number, app.say(step.word));
  }

  function undoing() {
    return h(
      "span",
      { class: "undoing" },
      button("\u21b6", () => state.undo(), { id: "undo", disabled: !state.canUndo(), "aria-label": app.say("undo"), title: app.say("undo") }),
      button("\u21b7", () => state.redo(), { id: "redo", disabled: !state.canRedo(), "aria-label": app.say("redo"), title: app.say("redo") }),
    );
  }

  function languages() {
    const names = { en: "English", lt: "Lietuvi\u0173" };
    return h(
      "span",
      { class: "switch", role: "group", "aria-label": app.say("language") },
      Object.keys(names).map((each) =>
        button(names[each], () => state.change({ language: each }), { id: "language-" + each, lang: each, "aria-pressed": String(each === language()) }),
      ),
    );
  }

  /** Draws the step that is looked at, from the beginning. */
  function draw() {
    const step = shown.find((each) => each.id === state.get().step) || shown[0];
    const place = h("section", { class: "step step-" + step.id });
    drawn = step.draw(place, app) || {};
    refill(parts.main, place);
  }

  /** @param {string} id */
  function go(id) {
    if (location.protocol === "about:") return state.change({ step: id }); // inside another page the address is not ours
    if (location.hash !== "#" + id) location.hash = id;
    else arrive();
  }

  /** Looks at the step that the address names. */
  function arrive() {
    const wanted = location.hash.slice(1);
    const able = shown.filter((each) => app.data || !each.needsData);
    const step = able.find((each) => each.id === wanted) || able.find((each) => each.id === state.get().step) || able[0];
    if (state.get().step === step.id) {
      around();
      draw();
    } else {
      state.change({ step: step.id });
    }
  }

  /** Under which name what was said is kept: of these data, and of the candidates of this page. */
  function keptAs() {
    return app.data.fingerprint + (app.held.id ? "." + app.held.id : "");
  }

  /** Opens data: what was said of them before comes back. @param {string} key @param {object} overview @param {string} [name] */
  function open(key, overview, name = "") {
    app.dataKey = key;
    app.dataName = name;
    app.data = overview;
    const first = { ...beginning(), choice: { ...beginning().choice, ...presetOf(app, overview) }, measures: overview.usual, draws: overview.draws, ...given.first, language: language(), step: state.get().step };
    state.restore({ ...restored(kept(keptAs()), first), language: first.language, step: first.step });
    around();
    draw();
  }

  function save() {
    keep(keptAs(), state.get());
    keepVersion(app.dataName, app.data.fingerprint, state.get());
  }

  let saving = 0;
  state.listen((now, before) => {
    if (now.language !== before.language) keep("language", now.language);
    if (app.data) {
      clearTimeout(saving);
      saving = setTimeout(save, 300);
    }
    if (now.language !== before.language) announce(""); // what was told last was told in the other language
    around();
    if (now.language !== before.language || now.step !== before.step || !drawn.update) draw();
    else drawn.update(before);
    if (now.step !== before.step) {
      if (before.step && document.activeElement === document.body) parts.main.focus({ preventScroll: true }); // what had it is gone
      window.scrollTo(0, 0);
      announce(app.say(shown.find((each) => each.id === now.step).word));
    }
  });
  window.addEventListener("hashchange", arrive);
  window.addEventListener("pagehide", () => app.data && save());
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"], a[id^="step-"]');
    if (!link) return;
    event.preventDefault();
    if (link === parts.skip) parts.main.focus();
    else go(link.getAttribute("href").split("#")[1]);
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = ["INPUT", "TEXTAREA", "SELECT"].includes(event.target.tagName) && event.target.type !== "checkbox";
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || isTyping) return;
    event.preventDefault();
    if (event.shiftKey) state.redo();
    else state.undo();
  });

  const spoken = kept("language") || document.documentElement.dataset.opensIn || (navigator.language || "").slice(0, 2);
  const asked = new URLSearchParams(location.search).get("lang") || document.documentElement.dataset.language || spoken;
  state.restore({ ...state.get(), language: asked === "lt" ? "lt" : "en", step: given.opens || "" });
  if (given.data) open("", given.data);
  arrive();
  return { ...app, forget: () => app.data && forget(keptAs()) };
}
