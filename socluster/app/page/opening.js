/** What the steps ask of the server beside questions: to open data, to read a file, to make one. */

import { Refused, got, sent, waited } from "./ask.js";
import { keep, kept } from "./keep.js";

/**
 * @typedef {object} Problem what is wrong in a file, and where
 * @property {string | null} sheet
 * @property {number | string | null} row
 * @property {string | null} column
 * @property {string | null} value
 * @property {string | null} nearest
 * @property {{ en: string, lt: string }} said
 */

/**
 * What is open, how it came, and what there is to say of it. The file stays in the memory of the page, so that it can
 * be brought again if the server was started anew.
 * @type {{ how: object | null, file: File | null, name: string, notes: Array<{ en: string, lt: string }>, problems: Problem[], nProblems: number, corrected: string | null }}
 */
export const opened = { how: null, file: null, name: "", notes: [], problems: [], nProblems: 0, corrected: null };

/** Forgets what was wrong in the file before: it says nothing of what is brought now. */
export function forgetProblems() {
  Object.assign(opened, { problems: [], nProblems: 0, corrected: null });
}

const WHERE = "opened"; // how it was opened, kept in the browser for the next visit

/** How the data of the last visit were opened. @returns {object | null} */
export function openedBefore() {
  const how = kept(WHERE);
  return how && typeof how === "object" ? how : null;
}

/**
 * Opens data that the server has or comes with.
 * @param {import("./frame.js").App} app
 * @param {{ dataset?: string, given?: boolean, data?: string, name?: string }} how
 * @param {import("./ask.js").Asking} [asking]
 */
export async function openData(app, how, asking) {
  const answer = await followed(app, await sent(app.api + "/open", { ...how, language: app.language() }), asking);
  return took(app, answer, how.data ? { data: answer.data, name: answer.name } : how, null);
}

/**
 * Has the server read a file.
 * @param {import("./frame.js").App} app @param {File} file @param {import("./ask.js").Asking} [asking]
 */
export async function bringFile(app, file, asking) {
  const answer = await sentFile(app, file, asking);
  return took(app, answer, { data: answer.data, name: answer.name }, file);
}

/** @param {import("./frame.js").App} app @param {File} file @param {import("./ask.js").Asking} [asking] */
async function sentFile(app, file, asking) {
  const query = new URLSearchParams({ name: file.name, language: app.language() });
  const response = await fetch(`${app.api}/upload?${query}`, { method: "POST", body: file });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(body.said ? new Refused(body.said) : new TypeError(String(response.status)), { body });
  return followed(app, body, asking);
}

/**
 * Asks as `ask` does; where the server forgot the data, they are opened again and it is asked once more, and where there
 * is no server any more, a sentence says so.
 * @param {import("./frame.js").App} app @param {import("./frame.js").App["ask"]} ask @param {{ en: string, lt: string }} gone
 */
export function patiently(app, ask, gone) {
  return async function again(question, how) {
    try {
      try {
        return await ask(question, how);
      } catch (error) {
        if (!isForgotten(error) || !(await reopen(app))) throw error;
        return await ask(question, how);
      }
    } catch (error) {
      throw error instanceof TypeError ? new Refused(gone) : error;
    }
  };
}

/** Whether the server says that it no longer has something. @param {any} error */
function isForgotten(error) {
  return Boolean(error.body && error.body.gone);
}

/**
 * Opens again what was open, after the server forgot it; what the visitor said stays as it is.
 * @param {import("./frame.js").App} app @returns {Promise<boolean>}
 */
async function reopen(app) {
  let answer = null;
  if (opened.file) answer = await sentFile(app, opened.file);
  else if (opened.how && !opened.how.data) answer = await followed(app, await sent(app.api + "/open", opened.how));
  if (!answer || !answer.data || answer.overview.fingerprint !== app.data.fingerprint) return false;
  app.dataKey = answer.data;
  if (opened.file) keep(WHERE, { data: answer.data, name: opened.name });
  return true;
}

/**
 * Has a file made and gives it to the visitor.
 * @param {import("./frame.js").App} app
 * @param {string} what
 * @param {object} more scenarios and question
 * @param {import("./ask.js").Asking} [asking]
 * @returns {Promise<{ file: string, name: string }>}
 */
export async function takeAway(app, what, more, asking) {
  const asked = () => sent(app.api + "/take", { data: app.dataKey, what, language: app.language(), ...more });
  let job;
  try {
    job = await asked();
  } catch (error) {
    if (!isForgotten(error) || !(await reopen(app))) throw error;
    job = await asked();
  }
  const made = await followed(app, job, asking);
  handOver(app, made);
  return made;
}

/** Gives a file that the server holds to the visitor. @param {import("./frame.js").App} app @param {{ file: string, name: string }} made */
export function handOver(app, made) {
  const link = document.createElement("a");
  link.href = `${app.api}/file/${made.file}`;
  link.download = made.name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** What there is to begin with. @param {import("./frame.js").App} app */
export function beginnings(app) {
  return got(app.api + "/start");
}

/** @param {import("./frame.js").App} app @param {{ job: string, answer?: object }} asked @param {import("./ask.js").Asking} [asking] */
async function followed(app, asked, { progress = () => {}, signal } = {}) {
  return asked.answer || waited(app.api, asked.job, progress, signal);
}

/** Takes over what was read: data to work with, or what is wrong with them. @returns {boolean} whether there are data */
function took(app, answer, how, file) {
  opened.name = answer.name || how.name || "";
  opened.problems = answer.problems || [];
  opened.nProblems = answer.n_problems || opened.problems.length;
  opened.corrected = answer.corrected || null;
  if (!answer.data) return false;
  opened.how = how;
  opened.file = file;
  opened.notes = answer.warnings || [];
  keep(WHERE, how);
  app.open(answer.data, answer.overview, opened.name || (how.given ? "given" : ""));
  return true;
}
