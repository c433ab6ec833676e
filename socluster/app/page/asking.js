/** A question on its way: the button that stops it, how far it is, and what is said meanwhile. */

import { button, h, tell } from "./elements.js";
import { percent } from "./numbers.js";

/** What is on its way, by the place that asked; a change of the language, which draws a step anew, does not end it. */
const onTheWay = new Map();

/**
 * @param {import("./frame.js").App} app @param {string} place where it is asked
 * @param {(fault: string) => void} ended told on the page as it then is what went wrong, in words, or ""
 * @returns what stands on the page (stop, progress, status), and ask, abort and isRunning
 */
export function askingOf(app, place, ended) {
  const status = h("p", { class: "status", role: "status" });
  const progress = h("progress", { max: 1, value: 0, "aria-label": app.say("progress"), hidden: true });
  const stop = button(app.say("stop"), abort, { id: "stop", disabled: true });
  const here = { begun, told, done };
  if (isRunning()) {
    onTheWay.get(place).here = here;
    begun();
    told(...onTheWay.get(place).last);
  }

  function isRunning() {
    return onTheWay.has(place);
  }

  function abort() {
    if (isRunning()) onTheWay.get(place).stopper.abort();
  }

  function begun() {
    stop.disabled = false;
    progress.hidden = false;
    progress.removeAttribute("value");
    tell(status, app.say("working"));
  }

  function told(share, before, said) {
    if (said) tell(status, app.both(said));
    else if (before) tell(status, app.count("n_before", before));
    else if (share !== null) {
      progress.value = share;
      tell(status, app.say("working_share", { share: percent(share, app.language()) }));
    }
  }

  function done(fault) {
    stop.disabled = true;
    progress.hidden = true;
    ended(fault);
  }

  /** Ask, and keep the answer; what went wrong is told at the end. @param {object} question @param {(answer: object) => void} keep */
  async function ask(question, keep) {
    const job = { stopper: new AbortController(), here, last: [null, 0, null] };
    onTheWay.set(place, job);
    begun();
    let fault = "";
    try {
      const progress = (...last) => job.here.told(...(job.last = last));
      keep(await app.ask(question, { progress, signal: job.stopper.signal }));
    } catch (error) {
      fault = error.name === "AbortError" ? app.say("stopped") : error.said ? app.both(error.said) : app.say("no_answer");
    }
    if (onTheWay.get(place) === job) onTheWay.delete(place);
    job.here.done(fault);
    return fault;
  }

  return { stop, progress, status, ask, abort, isRunning };
}
