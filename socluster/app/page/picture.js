/** The picture of the network: everybody keeps their place; what is new is vermilion and dashed. */

import { h, s, unturned } from "./elements.js";

const NAMED = 14, ALL_NAMED = 25, MOST_OF_TWO_LINES = 40, LETTER = 6.6, LINE = 12.5;

/**
 * Whom and what the filters leave in the picture.
 * @param {object} data @param {Record<string, string[]>} hidden values that are left out, by filter
 */
export function visible(data, hidden) {
  const without = (key) => new Set(hidden[key] || []);
  const layers = without("layer"), kinds = without("evidence");
  const columns = data.columns.map((each) => [each.id, without(each.id)]).filter(([, values]) => values.size);
  const actors = data.actors.map((actor) => columns.every(([column, values]) => !values.has(actor[column] === null ? "" : actor[column])));
  const links = data.links.map(([from, to, layer, kind]) => {
    const ends = data.isAttendance ? actors[from] : actors[from] && actors[to];
    return ends && !layers.has(data.layers[layer].id) && !kinds.has(data.evidence[kind].id);
  });
  return { actors, links };
}

/** @param {string} text @param {number} [most] letters */
export function shortened(text, most = 26) {
  const letters = [...text];
  return letters.length <= most ? text : letters.slice(0, most - 1).join("") + "\u2026";
}

/**
 * A text in lines of so many letters, broken between words; what does not fit is left out at the end.
 * @param {string} text @param {number} letters @param {number} most lines
 */
export function linesOf(text, letters, most) {
  /** @type {string[]} */ const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (!last || [...last].length + 1 + [...word].length <= letters) lines[lines.length - 1] = (last + " " + word).trim();
    else lines.push(word);
  }
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(" "));
  return lines.map((each) => shortened(each, letters + 2));
}

/**
 * Which names find room on no other name and on no mark of others, in the order of importance.
 * @param {Array<{ x: number, y: number, radius: number, lines: string[] }>} wanted @param {number} width
 * @param {Array<{ x: number, y: number, radius: number }>} [marks] of all who are shown
 */
export function roomFor(wanted, width, marks = []) {
  /** @type {number[][]} */ const taken = [];
  return wanted.flatMap(({ x, y, radius, lines }, at) => {
    const wide = Math.max(...lines.map((each) => [...each].length)) * LETTER + 6;
    const middle = Math.min(Math.max(x, wide / 2), width - wide / 2);
    const more = LINE * (lines.length - 1);
    const beside = radius + 4, level = y + 4 - more / 2;
    const ways = [
      { x: middle, y: y - radius - 5 - more, anchor: "middle", left: middle - wide / 2 },
      { x: middle, y: y + radius + 13, anchor: "middle", left: middle - wide / 2 },
      ...(marks.length ? [{ x: x + beside, y: level, anchor: "start", left: x + beside - 3 }, { x: x - beside, y: level, anchor: "end", left: x - beside + 3 - wide }] : []),
    ];
    for (const way of ways) {
      const box = [way.left, way.y - 11, way.left + wide, way.y + more + 4];
      const isOut = box[0] < 0 || box[2] > width;
      const isOnName = taken.some((each) => box[0] < each[2] && each[0] < box[2] && box[1] < each[3] && each[1] < box[3]);
      const isOnMark = marks.some((each) => (each.x !== x || each.y !== y) && box[0] < each.x + each.radius && each.x - each.radius < box[2] && box[1] < each.y + each.radius && each.y - each.radius < box[3]);
      if (isOut || isOnName || isOnMark) continue;
      taken.push(box);
      return [{ at, x: way.x, y: way.y, lines, anchor: way.anchor }];
    }
    return [];
  });
}

/** Lines of a text below each other. */
function linesAt(lines, x, y, look, anchor = "middle") {
  return lines.map((each, at) => s("text", { class: look, x, y: round(y + LINE * at), "text-anchor": anchor }, each));
}

/**
 * Where those who are new stand: side by side below the others.
 * @param {string[]} names @param {{ width: number, height: number }} data
 */
export function placesOfNew(names, data) {
  const rows = Math.ceil(names.length / 6) || 1;
  const found = new Map();
  names.forEach((name, at) => {
    const row = Math.floor(at / 6);
    const inRow = Math.min(6, names.length - 6 * row);
    found.set(name, [Math.round((data.width * ((at % 6) + 1)) / (inRow + 1)), Math.round(data.height + 40 + 54 * row)]);
  });
  return { found, height: names.length ? 20 + 54 * rows : 0 };
}

const round = (value) => Math.round(value * 10) / 10;

/** The outline of a mark. @param {string} symbol @param {number} x @param {number} y @param {number} r */
export function outline(symbol, x, y, r) {
  const around = (turns, radius = r) => turns.map((turn) => `${round(x + radius * Math.sin(turn * 2 * Math.PI))} ${round(y - radius * Math.cos(turn * 2 * Math.PI))}`);
  const path = (points) => "M" + points.join("L") + "Z";
  if (symbol === "diamond") return path(around([0, 0.25, 0.5, 0.75], r * 1.25));
  if (symbol === "triangle-up") return path(around([0, 1 / 3, 2 / 3], r * 1.3));
  if (symbol === "triangle-down") return path(around([0.5, 5 / 6, 1 / 6], r * 1.3));
  if (symbol === "square") return path(around([0.125, 0.375, 0.625, 0.875], r * 1.25));
  if (symbol === "pentagon") return path(around([0, 0.2, 0.4, 0.6, 0.8], r * 1.15));
  if (symbol === "hexagon") return path(around([0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6], r * 1.1));
  if (symbol === "star") return path([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => around([at / 10], at % 2 ? r * 0.6 : r * 1.35)[0]));
  if (symbol === "hourglass") return path([[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([a, b]) => `${round(x + a * r)} ${round(y + b * r)}`));
  if (symbol === "cross") {
    const t = r * 0.42, o = r * 1.15;
    const corners = [[-t, -o], [t, -o], [t, -t], [o, -t], [o, t], [t, t], [t, o], [-t, o], [-t, t], [-o, t], [-o, -t], [-t, -t]];
    return path(corners.map(([a, b]) => `${round(x + a)} ${round(y + b)}`));
  }
  const half = round(r), whole = round(2 * half); // twice as much as is written, or two arcs make no circle
  return `M${round(x - half)} ${round(y)}a${half} ${half} 0 1 0 ${whole} 0a${half} ${half} 0 1 0 ${-whole} 0Z`;
}

const PLAIN = { color: "#0072B2", symbol: "circle" };

/** @param {object} data @param {number} at */
function lookOf(data, at) {
  return data.looks.entries[at] || PLAIN;
}

/** What the marks mean, above the picture. @param {import("./frame.js").App} app @param {{ hasNew?: boolean }} [options] */
export function legendOf(app, { hasNew = false } = {}) {
  const { data } = app;
  const mark = (look) => s("svg", { width: 16, height: 16, "aria-hidden": "true" }, s("path", { d: outline(look.symbol, 8, 8, 5), fill: look.color, class: look.isMissing && "m-missing" }));
  const line = (name) => s("svg", { width: 30, height: 16, "aria-hidden": "true" }, s("path", { class: name, d: "M0 8H30" }));
  const entries = data.looks.entries.map((each) => h("li", {}, mark(each), app.both(each.name)));
  if (data.isAttendance) {
    const box = s("svg", { width: 16, height: 16, "aria-hidden": "true" }, s("rect", { class: "m-event", x: 3, y: 3, width: 10, height: 10 }));
    entries.push(h("li", {}, box, app.say("legend_event")));
  }
  if (data.links.some((each) => each[4] < 1)) entries.push(h("li", {}, line("m-link m-unsure"), app.say("legend_unsure")));
  if (hasNew) entries.push(h("li", {}, line("m-new-link"), app.say("legend_new")));
  return h("ul", { class: "legend" }, entries);
}

/**
 * The picture, and how to draw what is new over it.
 * @param {import("./frame.js").App} app @param {Record<string, string[]>} hidden
 */
export function pictureOf(app, hidden) {
  const { data } = app;
  const seen = visible(data, hidden);
  const importance = data.actors.map((each) => each.partners);
  const most = Math.max(1, ...importance);
  const n = data.actors.length;
  const largest = data.isAttendance ? 7 : Math.min(16, Math.max(7, 120 / Math.sqrt(n || 1)));
  const smallest = data.isAttendance ? 4.4 : Math.max(2.5, largest / 4);
  const attended = data.actors.map(() => 0);
  if (data.isAttendance) data.links.forEach(([from]) => (attended[from] += 1));
  const radius = data.actors.map((each, at) => (data.isAttendance ? Math.min(4.4 + 1.4 * Math.max(0, attended[at] - 1), 12) : Math.sqrt(smallest ** 2 + (importance[at] / most) * (largest ** 2 - smallest ** 2))));
  const top = 14;
  const over = s("g", { class: "m-over" });
  const svg = s("svg", { role: "img", class: "picture" }, bands(app), lines(data, seen), events(app), marks(app, seen, radius), names(app, seen, radius), over);
  frame(data.height);
  svg.setAttribute("aria-label", unturned(app.say("picture_label", { about: app.both(data.about), shown: seen.actors.filter(Boolean).length })));

  /** @param {number} height */
  function frame(height) {
    svg.setAttribute("viewBox", `0 ${-top} ${data.width} ${Math.ceil(height + top)}`);
  }

  /**
   * @param {{ joined: Array<object>, left: string[], ties: string[][], events: Array<{ id: string, actors: string[] }> }} shown
   */
  function overlay(shown) {
    const place = new Map(data.actors.map((each) => [each.id, [each.x, each.y]]));
    const called = new Map(data.actors.map((each) => [each.id, app.both(each.short)]));
    const names = [...shown.joined.map((each) => each.id), ...shown.events.map((each) => each.id)];
    const { found, height } = placesOfNew(names, data);
    const at = (id) => found.get(id) || place.get(id);
    const curve = ([x, y], [toX, toY]) => `M${round(x)} ${round(y)}Q${round((x + toX) / 2)} ${round(Math.max(y, toY) - 20)} ${round(toX)} ${round(toY)}`;
    const pairs = [...shown.ties, ...shown.events.flatMap((each) => each.actors.map((actor) => [each.id, actor]))].filter(([one, other]) => at(one) && at(other));
    const gone = shown.left.filter((each) => place.has(each)).map((each) => {
      const [x, y] = place.get(each);
      return s("path", { class: "m-gone", d: `M${x - 9} ${y - 9}L${x + 9} ${y + 9}M${x + 9} ${y - 9}L${x - 9} ${y + 9}` }, s("title", {}, called.get(each)));
    });
    const room = Math.floor(data.width / Math.min(6, Math.max(1, names.length)) / LETTER) - 2;
    over.replaceChildren(
      s("path", { class: "m-new-link", d: pairs.map(([one, other]) => curve(at(one), at(other))).join("") }),
      ...shown.joined.map((each) => {
        const [x, y] = found.get(each.id);
        const value = data.looks.column && each[data.looks.column];
        const entry = value && data.looks.entries.find((one) => one.value === value);
        return s("g", {}, s("title", {}, each.id), s("path", { class: "m-new", d: outline(entry ? entry.symbol : "circle", x, y, 8) }), s("text", { class: "m-new-name m-halo", x, y: y + 24, "text-anchor": "middle" }, shortened(each.id, room)));
      }),
      ...shown.events.map((each) => {
        const [x, y] = found.get(each.id);
        return s("g", {}, s("title", {}, each.id), s("rect", { class: "m-new-event", x: x - 7, y: y - 7, width: 14, height: 14 }), s("text", { class: "m-new-name m-halo", x, y: y + 24, "text-anchor": "middle" }, shortened(each.id, room)));
      }),
      ...gone,
    );
    frame(data.height + height);
  }

  return { svg, overlay };
}

/** @param {import("./frame.js").App} app */
function bands(app) {
  const { data } = app;
  if (data.bands.length < 2) return [];
  return data.bands.map((each) => [
    s("text", { class: "m-band", x: 0, y: each.top + 8 }, app.count("n_connected", each.actors)),
    s("path", { class: "m-line", d: `M0 ${each.top + 13}H${data.width}` }),
  ]);
}

/** All links in two paths, those that are sure and those that are not: one path is drawn ten times faster than many. */
function lines(data, seen) {
  const paths = { sure: new Set(), unsure: new Set() }; // those who share a place share a line
  data.links.forEach(([from, to, , , confidence], at) => {
    if (!seen.links[at]) return;
    const one = data.actors[from], other = (data.isAttendance ? data.groups : data.actors)[to];
    const half = Math.round((one.x + other.x) / 2);
    const d = data.isAttendance && one.side ? `M${one.x} ${one.y}C${half} ${one.y} ${half} ${other.y} ${other.x} ${other.y}` : `M${one.x} ${one.y}L${other.x} ${other.y}`;
    paths[confidence < 1 ? "unsure" : "sure"].add(d);
  });
  const opacity = data.links.length > 400 ? 0.5 : null;
  return [s("path", { class: "m-link", opacity, d: [...paths.sure].join("") }), s("path", { class: "m-link m-unsure", opacity, d: [...paths.unsure].join("") })];
}

/** @param {import("./frame.js").App} app */
function events(app) {
  return app.data.groups.map((each) => [
    s("g", {}, s("title", {}, app.both(each.name)), s("rect", { class: "m-event", x: each.x - 5.5, y: each.y - 5.5, width: 11, height: 11 })),
    eventName(app, each),
  ]);
}

function eventName(app, each) {
  const lines = linesOf(app.both(each.short), 17, 3);
  return linesAt(lines, each.x, each.y - 11 - LINE * (lines.length - 1), "m-event-name m-halo");
}

/** @param {import("./frame.js").App} app */
function marks(app, seen, radius) {
  const { data } = app;
  return data.actors.map((each, at) => {
    if (!seen.actors[at] || isRest(each)) return null;
    const look = lookOf(data, each.look);
    const d = outline(look.symbol, each.x, each.y, radius[at]);
    return s("path", { d, fill: look.color, class: look.isMissing && "m-missing" }, s("title", {}, app.both(each.name)));
  });
}

/** @param {import("./frame.js").App} app */
function names(app, seen, radius) {
  const { data } = app;
  const shown = data.actors.map((each, at) => ({ each, at })).filter(({ at }) => seen.actors[at]);
  const beside = shown.filter(({ each }) => each.side === "left" || each.side === "right");
  const inMargin = beside.map(({ each }) => {
    const isRight = each.side === "right";
    return s("text", { class: "m-name", x: each.x + (isRight ? 10 : -10), y: each.y + 3.8, "text-anchor": isRight ? "start" : "end" }, shortened(app.both(each.short), 30));
  });
  const free = shown.filter(({ each }) => each.side === "middle" || !each.side);
  const lines = free.length > MOST_OF_TWO_LINES ? 1 : 2;
  const order = [...free].sort((a, b) => b.each.partners - a.each.partners || a.at - b.at);
  const foremost = data.isAttendance || shown.length <= ALL_NAMED ? order : order.slice(0, NAMED);
  const wanted = foremost.map(({ each, at }) => ({ x: each.x, y: each.y, radius: radius[at], lines: linesOf(app.both(each.short), lines > 1 ? 20 : 30, lines) }));
  const placed = roomFor(wanted, data.width, shown.map(({ each, at }) => ({ x: each.x, y: each.y, radius: radius[at] })));
  return [...inMargin, ...restsOf(app, shown), ...placed.map((each) => linesAt(each.lines, each.x, each.y, "m-name m-strong m-halo", each.anchor))];
}

/** Whether somebody is one of those at an event who are too many to be drawn. @param {{ side: string }} actor */
function isRest(actor) {
  return actor.side.startsWith("rest");
}

/** How many of an event are not drawn one by one; their names are told where the pointer rests. */
function restsOf(app, shown) {
  /** @type {Map<string, object[]>} */ const rests = new Map();
  shown.filter(({ each }) => isRest(each)).forEach(({ each }) => rests.set(each.x + " " + each.y, [...(rests.get(each.x + " " + each.y) || []), each]));
  return [...rests.values()].map((actors) => {
    const [{ x, y, side }] = actors;
    const isRight = side === "rest right";
    return s("g", {}, s("title", {}, actors.map((each) => app.both(each.name)).join(", ")), s("text", { class: "m-event-name m-rest", x: x + (isRight ? 10 : -10), y: y + 3.8, "text-anchor": isRight ? "start" : "end" }, app.count("and_n_more", actors.length)));
  });
}
