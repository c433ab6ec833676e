/** One way to ask, two who answer: the page itself, which holds its answers, or the server. */

/**
 * @typedef {object} Asking
 * @property {(share: number | null, before: number, said?: { en: string, lt: string } | null) => void} [progress] how far it is, how many wait before it, and what the server says meanwhile
 * @property {AbortSignal} [signal] stops it
 */

/** What was wrong with a question, in both languages. */
export class Refused extends Error {
  /** @param {{ en: string, lt: string }} said */
  constructor(said) {
    super(said.en);
    this.said = said;
  }
}

/**
 * The key of the answer to a set of candidates: their places, in order.
 * @param {number[]} places
 */
export function keyOf(places) {
  return [...places].sort((a, b) => a - b).join("+");
}

/**
 * Who answers from what the page holds.
 * @param {{ rankings: Record<string, object>, measured: Record<string, object> }} held
 */
export function fromPage(held) {
  /** @param {{ kind: string, key?: string }} question */
  return async function ask(question) {
    const from = question.kind === "measures" ? held.measured : held.rankings;
    return from[question.key || ""] || null;
  };
}

const LOOK_AGAIN = 150, LOOK_SOON = 30; // milliseconds: first soon, as what is quick is wanted at once, then seldom

/**
 * Who asks the server, and waits for its answer.
 * @param {string} api where it is asked
 * @param {() => string} data the key of the data that were opened
 */
export function fromServer(api, data) {
  /** @param {object} question @param {Asking} [how] */
  return async function ask(question, { progress = () => {}, signal } = {}) {
    const asked = await sent(api + "/ask", { data: data(), question }, signal);
    if (asked.answer) return asked.answer;
    return waited(api, asked.job, progress, signal);
  };
}

/**
 * Waits for a job of the server, and stops it if the visitor does not want to wait any longer.
 * @param {string} api @param {string} job @param {Asking["progress"]} progress @param {AbortSignal} [signal]
 */
export async function waited(api, job, progress, signal) {
  for (let pause = LOOK_SOON; ; pause = Math.min(LOOK_AGAIN, 1.5 * pause)) {
    if (signal && signal.aborted) {
      await fetch(api + "/stop/" + job, { method: "POST" });
      throw new DOMException("stopped", "AbortError");
    }
    const state = await got(api + "/job/" + job);
    progress(state.share === undefined ? null : state.share, state.before || 0, state.state === "waiting" ? state.said : null);
    if (state.state === "done") return state.answer;
    if (state.state === "stopped") throw new DOMException("stopped", "AbortError");
    if (state.state === "failed" || state.state === "lost") throw new Refused(state.said || { en: state.state, lt: state.state });
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** @param {string} path @param {object} body @param {AbortSignal} [signal] */
export async function sent(path, body, signal) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  return told(response);
}

/** @param {string} path */
export async function got(path) {
  return told(await fetch(path));
}

/** @param {Response} response */
async function told(response) {
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  const said = saidBy(body); // none where something between the page and its server answers
  throw Object.assign(said ? new Refused(said) : new TypeError(String(response.status)), { body, status: response.status });
}

/** @param {{ said?: object, problems?: Array<{ said: { en: string, lt: string } }> }} body */
function saidBy(body) {
  if (body.said) return body.said;
  if (!body.problems || !body.problems.length) return null;
  return {
    en: body.problems.map((each) => each.said.en).join(" "),
    lt: body.problems.map((each) => each.said.lt).join(" "),
  };
}
