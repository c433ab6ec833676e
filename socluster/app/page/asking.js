/** A question on its way: the button that stops it, how far it is, and what is said meanwhile. */

import { button, h } from "./elements.js";
import { percent } from "./numbers.js";

/**
 * @param {import("./frame.js").App} app
 * @returns what stands on the page (stop, progress, status), and ask, abort and isRunning
 */
export function askingOf(app) {
  const status = h("p", { class: "status", role: "status" });
  const progress = h("progress", { max: 1, value: 0, "aria-label": app.say("progress"), hidden: true });
  const stop = button(app.say("stop"), abort, { id: "stop", disabled: true });
  /** @type {AbortController | null} */ let job = null;

  function abort() {
    if (job) job.abort();
  }

  function told(share, before, said) {
    if (said) status.textContent = app.both(said);
    else if (before) status.textContent = app.count("n_before", before);
    else if (share !== null) {
      progress.value = share;
      status.textContent = app.say("working_share", { share: percent(share, app.language()) });
    }
  }

  /** Ask, and keep the answer; return what went wrong, in words, or "". @param {object} question @param {(answer: object) => void} keep */
  async function ask(question, keep) {
    job = new AbortController();
    stop.disabled = false;
    progress.hidden = false;
    progress.removeAttribute("value");
    status.textContent = app.say("working");
    let fault = "";
    try {
      keep(await app.ask(question, { progress: told, signal: job.signal }));
    } catch (error) {
      fault = error.name === "AbortError" ? app.say("stopped") : error.said ? app.both(error.said) : app.say("no_answer");
    }
    job = null;
    stop.disabled = true;
    progress.hidden = true;
    return fault;
  }

  return { stop, progress, status, ask, abort, isRunning: () => job !== null };
}
