/** Keeps what was said in the browser of the visitor, where that is allowed; the page works without. */

const PREFIX = "socluster.page.";

/** @param {string} name @returns {unknown} what was kept, or null */
export function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) || "null");
  } catch {
    return null; // a private window, a file that may keep nothing, or something that was damaged
  }
}

/** @param {string} name @param {unknown} value @returns {boolean} whether it could be kept */
export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name what is to be kept no longer */
export function forget(name) {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // nothing was kept
  }
}

/**
 * Scenarios as the text of a file that the library reads, with what was asked of them.
 * @param {Array<{ name: string, steps: object[] }>} scenarios @param {object} questions
 */
export function documentOf(scenarios, questions) {
  return JSON.stringify({ socluster_scenarios: 1, scenarios, questions }, null, 2);
}

/**
 * Gives a text to the visitor as a file.
 * @param {string} name @param {string} text @param {string} type
 */
export function handOut(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
