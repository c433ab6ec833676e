/** What the visitor has said, as one frozen value: every change is a new one, so that each can be undone. Pure. */

/**
 * @typedef {object} Partner who might join
 * @property {string} key
 * @property {string} name
 * @property {boolean} ticked
 * @property {Record<string, string>} columns
 * @property {string[]} [groups] ids of events and groups that it would take part in
 * @property {Record<string, string>} [offers] how much it would offer, as it was typed, by the id of the service
 * @property {string} model "rates:COLUMN", "like:ACTOR" or "stated"
 * @property {string[]} ties ids of those to whom they would be tied, where these are stated
 * @property {number} sure how sure the ties are, in percent
 * @property {boolean} [isSaid] whether the visitor said how sure, or it is what stands there beforehand
 */

/**
 * @typedef {object} State
 * @property {import("./numbers.js").Language} language
 * @property {string} step
 * @property {Partner[]} partners
 * @property {string[]} ticked keys of candidates of a page that holds its answers
 * @property {string[]} leave
 * @property {{ old: string, name: string }} replace
 * @property {{ name: string, who: string[] }} event
 * @property {string[]} measures
 * @property {Record<string, string>} directions by measure: "higher" or "lower"
 * @property {number} draws
 * @property {number} seed
 * @property {Array<Kept>} kept
 * @property {Record<string, string[]>} hidden what the picture leaves out, by filter
 * @property {Record<string, unknown>} choice goal, direction, costs and budget of the comparison
 * @property {string} manner how several who are ticked are asked about: "each" on its own, or "together"; "" is not said
 * @property {Array<{ goal: string, better: string, budget: string, most: string, cost: Record<string, string> }>} asked goals and plans that were asked for, for what is taken away
 * @property {Record<string, unknown>} more what other steps keep
 */

/** @typedef {{ name: string, key: string, steps: object[], draft?: object }} Kept a scenario that was kept */

const MOST_STEPS_BACK = 100;

/** @returns {State} */
export function beginning() {
  return {
    language: "en",
    step: "",
    partners: [],
    ticked: [],
    leave: [],
    replace: { old: "", name: "" },
    event: { name: "", who: [] },
    measures: [],
    directions: {},
    draws: 200,
    seed: 1,
    kept: [],
    hidden: {},
    choice: { goal: "", better: "", budget: "", cost: {} },
    manner: "",
    asked: [],
    more: {},
  };
}

const NOT_UNDONE = ["language", "step", "hidden", "asked", "more"]; // looking around is not a change of what was said

/**
 * A store of the state: who listens is told of every change.
 * @param {State} first
 */
export function storeOf(first) {
  let now = Object.freeze(first);
  /** @type {State[]} */ let past = [];
  /** @type {State[]} */ let future = [];
  let typed = "";
  /** @type {Array<(state: State, before: State) => void>} */ const listeners = [];

  /** @param {State} next */
  function become(next) {
    const before = now;
    now = Object.freeze(next);
    listeners.forEach((tell) => tell(now, before));
  }

  return {
    get: () => now,
    /** @param {Partial<State>} patch @param {{ typing?: string }} [how] the field that is typed into: undone as a whole */
    change(patch, { typing = "" } = {}) {
      const keys = Object.keys(patch).filter((key) => JSON.stringify(patch[key]) !== JSON.stringify(now[key]));
      if (!keys.length) return;
      if (keys.some((key) => !NOT_UNDONE.includes(key))) {
        if (!typing || typing !== typed) past = [...past.slice(1 - MOST_STEPS_BACK), now];
        future = [];
        typed = typing;
      }
      become({ ...now, ...patch });
    },
    undo() {
      const last = past.pop();
      typed = "";
      if (last) {
        future.push(now);
        become({ ...last, language: now.language, step: now.step, hidden: now.hidden, asked: now.asked, more: now.more });
      }
    },
    redo() {
      const next = future.pop();
      if (next) {
        past.push(now);
        become({ ...next, language: now.language, step: now.step, hidden: now.hidden, asked: now.asked, more: now.more });
      }
    },
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    /** @param {State} whole another state, as it was kept; nothing before it can be undone */
    restore(whole) {
      past = [];
      future = [];
      become(whole);
    },
    /** @param {(state: State, before: State) => void} tell */
    listen(tell) {
      listeners.push(tell);
    },
  };
}

/** What the members of lists are like; those of other lists are texts. */
const MEMBERS = {
  partners: { key: "", name: "", ticked: true, columns: {}, model: "", ties: [""], sure: 0 },
  kept: { name: "", key: "", steps: [] },
  asked: { goal: "", better: "", budget: "", most: "", cost: {} },
};
const OPEN = { hidden: [""], directions: "" }; // records under names of their own: what their values are like

/** Whether a value is of the kind of an example, with all that the example has. @param {unknown} given @param {unknown} example */
function isLike(given, example) {
  if (given === null || typeof given !== typeof example || Array.isArray(given) !== Array.isArray(example)) return false;
  if (Array.isArray(example)) return !example.length || given.every((each) => isLike(each, example[0]));
  if (typeof example !== "object") return true;
  return Object.entries(example).every(([key, value]) => isLike(given[key], value));
}

/**
 * A kept state as a state: what is missing or of another kind in it is as at the beginning.
 * @param {unknown} kept
 * @param {State} first
 * @returns {State}
 */
export function restored(kept, first) {
  if (kept === null || typeof kept !== "object") return first;
  const known = Object.entries(first).map(([key, value]) => {
    const given = /** @type {Record<string, unknown>} */ (kept)[key];
    if (!isLike(given, Array.isArray(value) ? [] : value)) return [key, value];
    if (Array.isArray(value)) return [key, given.filter((each) => isLike(each, MEMBERS[key] || ""))];
    if (key in OPEN) return [key, Object.fromEntries(Object.entries(given).filter((each) => isLike(each[1], OPEN[key])))];
    return [key, given];
  });
  return /** @type {State} */ (Object.fromEntries(known));
}
