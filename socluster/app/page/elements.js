/** Elements of HTML and SVG. A text is always set as text, never read as HTML. */

const SVG = "http://www.w3.org/2000/svg";
const TURNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // marks that would turn the text that follows

const KEYS = ["id", "for", "name", "href", "value"]; // by which something is found: nobody reads them

/** A text as it is shown or read out: without marks that turn what follows. @param {string} text */
export function unturned(text) {
  return text.replace(TURNS, "");
}

/** Has an element say something else. @param {Element} element @param {string} text */
export function tell(element, text) {
  element.textContent = unturned(text);
}

/** @typedef {Record<string, unknown>} Attributes of an element; those that begin with "on" are listeners */

/**
 * @param {Element} element @param {Attributes} attributes
 * @param {Array<Node | string | number | null | false | undefined | Array<unknown>>} children
 */
function furnished(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element[name] = value;
    else if (name === "value" || name === "checked" || name === "disabled" || name === "selected") element[name] = value;
    else element.setAttribute(name, value === true ? "" : KEYS.includes(name) ? String(value) : unturned(String(value)));
  }
  element.append(...shownOnes(children));
  return element;
}

/** What is shown of children: texts without marks that turn them; nothing of what is not there. @param {Array<unknown>} children */
function shownOnes(children) {
  return children
    .flat(Infinity)
    .filter((each) => each !== null && each !== undefined && each !== false)
    .map((each) => (typeof each === "string" ? unturned(each) : each));
}

/** @param {string} tag @param {Attributes} [attributes] @param {...unknown} children @returns {HTMLElement} */
export function h(tag, attributes = {}, ...children) {
  return furnished(document.createElement(tag), attributes, children);
}

/** @param {string} tag @param {Attributes} [attributes] @param {...unknown} children @returns {SVGElement} */
export function s(tag, attributes = {}, ...children) {
  return furnished(document.createElementNS(SVG, tag), attributes, children);
}

/** @param {string} text @param {() => void} onclick @param {Attributes} [more] */
export function button(text, onclick, more = {}) {
  return h("button", { type: "button", onclick, ...more }, text);
}

/**
 * A box or a dot to tick, in a label that is wholly clickable.
 * @param {Attributes} input @param {string} text @param {string} [more]
 */
export function choice(input, text, more = "") {
  return h("label", { class: "choice" }, h("input", input), h("span", {}, text), more && h("span", { class: "more" }, more));
}

/**
 * Puts something else into a place; who had the focus keeps it, where somebody of the same id is still there.
 * @param {Element} place @param {...unknown} children
 */
export function refill(place, ...children) {
  const active = document.activeElement;
  const id = active && place.contains(active) ? active.id : "";
  const at = id && "selectionStart" in active ? active.selectionStart : null;
  const scrolled = [...place.querySelectorAll("[data-scroll]")].map((each) => [each.id, each.scrollTop]);
  place.replaceChildren(...shownOnes(children));
  scrolled.forEach(([name, top]) => {
    const box = name && document.getElementById(name);
    if (box) box.scrollTop = top;
  });
  const again = id && document.getElementById(id);
  if (!again) return;
  again.focus({ preventScroll: true });
  if (at !== null && again.setSelectionRange) {
    try {
      again.setSelectionRange(at, at);
    } catch {
      // an input of numbers has no place of the cursor
    }
  }
}
