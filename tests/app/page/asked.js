// What the tests ask of the modules; `out` holds the answers.
import { decimalsFor, number, percent, shareOfDraws, writerOf } from "./numbers.js";
import { filled, formOf, speaker } from "./words.js";
import { beginning, restored, storeOf } from "./state.js";
import { keyOf } from "./ask.js";
import { linesOf, outline, placesOfNew, roomFor, shortened, visible } from "./picture.js";
import { placeOn, scaleOf } from "./ranges.js";
import { fitted, hasSaid, workbookOf } from "./fitting.js";
import { keyBeside } from "./outcome.js";
import { worstOf } from "./steady.js";
import { questionsOf } from "./take.js";
import { askedIn, drawnAs, goalsAsked, limitsOf, planWithin, withoutCost, withQuestion } from "./plan.js";
import { amountIn, eachAlone, modelOf, named, obstacleOf, questionOf, stepsOf, sureAtFirst, wordOfSure } from "./scenario.js";

const out = {};
out.numbers = ["en", "lt"].map((language) => [number(1234.5, language, { decimals: 1 }), number(-0.004, language), number(-0.05, language), number(0.1, language, { sign: true }), number(NaN, language), number(null, language)]);
out.percents = ["en", "lt"].map((language) => [percent(0.42, language), percent(0, language), percent(1, language), percent(0.9999, language), percent(0.0001, language), percent(null, language)]);
out.draws = [shareOfDraws(1, "en", 1000), shareOfDraws(0, "lt", 1000), shareOfDraws(0.5, "en", 1000), shareOfDraws(1, "en", 4), shareOfDraws(null, "en", 4)];
out.decimals = [decimalsFor([0.13]), decimalsFor([0.004]), decimalsFor([]), decimalsFor([0, null]), decimalsFor([120])];
out.shares = [writerOf({ isShare: true }, "lt", 2).value(0.42), writerOf({ isShare: true }, "en", 2).change(-0.42), writerOf({ isShare: false }, "lt", 3).change(0.1234)];
out.forms = [0, 1, 2, 9, 10, 11, 12, 21, 22, 100, 101, 111].map((n) => formOf(n, "lt"));
out.filled = [filled("{a} {b} {c}", { a: "{b}", b: 2 }), speaker({ en: { k: ["{n} draw", "{n} draws"] } }, () => "en").count("k", 1000)];

const store = storeOf(beginning());
store.change({ leave: ["a"] });
store.change({ language: "lt" });
store.change({ event: { name: "F", who: [] } }, { typing: "event" });
store.change({ event: { name: "Fo", who: [] } }, { typing: "event" });
store.undo();
out.undone = [store.get().event.name, store.get().language, store.get().leave];
store.redo();
out.redone = store.get().event.name;
store.undo();
store.undo();
out.first = [store.get().leave, store.canUndo(), store.get().language];
const damaged = restored({ leave: "x", draws: "many", kept: [1], seed: 5, __proto__: { evil: 1 }, stranger: 1 }, beginning());
out.restored = [damaged.leave, damaged.draws, damaged.seed, "stranger" in damaged, restored(null, beginning()).draws];
const odd = restored({ partners: [null, 1, { key: "1" }], kept: [1, null, { name: "a", key: "k", steps: [] }], leave: ["x", 3], event: { name: 5, who: [] }, hidden: { sector: "x", layer: ["l"] }, choice: { goal: "" } }, beginning());
out.odd = [odd.partners, odd.kept, odd.leave, odd.event, odd.hidden, odd.choice.budget];
out.key = keyOf([2, 0]);
out.drawnAs = [drawnAs({ draws: 500, seed: 0 }), drawnAs({ draws: 0, seed: -1 }), drawnAs({ draws: "5", seed: 2 }), drawnAs({ draws: 1e6 })];
out.rounded = [0.125, 12.5, 2.5, 1.5, 0.5, 0.145, 2.675, 99.5, 0.045, 1 / 3, 1e-7, 123456.75].flatMap((size) => [size, -size].flatMap((value) => [0, 1, 2, 3].map((decimals) => [value, decimals, number(value, "en", { decimals }), percent(value / 100, "lt", { decimals }), number(value, "lt", { decimals, sign: true })])));
out.worst = [worstOf([{}, { ends: { measure: "a", share: 0.1 } }, { ends: { measure: "b", share: 0.2 } }]).measure, worstOf([{ ends: { measure: "a", share: 0.1 } }, { ends: { measure: "c", share: null } }]).measure, worstOf([{}]) === undefined];

const data = { width: 900, height: 400, isAttendance: false, tieLayers: [{ id: "referral" }], columns: [{ id: "sector", missing: 0, values: [] }], layers: [{ id: "l" }, { id: "m" }], evidence: [{ id: "e" }], looks: { entries: [] },
  actors: [{ id: "a", sector: "public" }, { id: "b", sector: "civic" }, { id: "c", sector: null }], links: [[0, 1, 0, 0, 1], [1, 2, 1, 0, 1]] };
out.visible = [visible(data, {}), visible(data, { sector: ["civic"] }), visible(data, { layer: ["m"], sector: [""] })];
out.texts = [shortened("abcdef", 4), linesOf("Socialinės apsaugos ir darbo ministerija", 20, 2), linesOf("x".repeat(50), 20, 2), linesOf("", 20, 2)];
out.room = roomFor([{ x: 50, y: 50, radius: 4, lines: ["abc"] }, { x: 52, y: 50, radius: 4, lines: ["abd"] }, { x: 51, y: 50, radius: 4, lines: ["abe"] }], 900).map((each) => each.at);
const crowd = [{ x: 50, y: 40, radius: 4 }, { x: 50, y: 62, radius: 4 }];
out.roomBeside = [roomFor([{ x: 50, y: 50, radius: 4, lines: ["abc"] }], 900, [{ x: 50, y: 50, radius: 4 }]), roomFor([{ x: 50, y: 50, radius: 4, lines: ["abc"] }], 900, crowd), roomFor([{ x: 50, y: 50, radius: 4, lines: ["abc"] }], 60, crowd)].map((each) => each.map(({ anchor, x }) => [anchor, x]));
out.places = placesOfNew(["p", "q"], data);
out.outlines = ["circle", "diamond", "triangle-up", "triangle-down", "square", "pentagon", "hexagon", "star", "hourglass", "cross"].map((each) => outline(each, 10, 10, 5)).every((each) => /^M[-\d. aLZ]+$/.test(each));
out.circles = [4.66, 5, 9.77, 12.345].map((r) => outline("circle", 10, 10, r).match(/a([\d.]+) [\d.]+ 0 1 0 ([\d.]+)/)).map(([, half, whole]) => Math.abs(2 * half - whole) < 1e-9);
const scale = scaleOf([{ low: 0.1, high: 0.3, delta: 0.2, null: null }]);
out.scale = [placeOn(0, scale) < placeOn(0.1, scale), placeOn(-9, scale), placeOn(9, scale)];

const partner = { key: "1", name: "Hub", ticked: true, columns: { sector: "public", place: "" }, groups: [], model: "rates:sector", ties: [], sure: 90 };
const state = { ...beginning(), measures: ["density"], partners: [partner, { ...partner, name: " ", ticked: true }, { ...partner, name: "Off", ticked: false }], leave: ["a"], replace: { old: "b", name: "New" }, event: { name: "Forum", who: ["a", "c"] } };
out.steps = stepsOf(state, data);
out.stated = [modelOf({ ...partner, model: "stated", ties: ["a"] }, data), modelOf({ ...partner, model: "stated" }, data), modelOf({ ...partner, model: "like:a", sure: 100 }, data), modelOf({ ...partner, sure: 100 }, { ...data, columns: [{ id: "sector", missing: 2 }] })];
const offering = { ...data, groups: [{ id: "F", layer: "attends" }, { id: "A", layer: "provides", isService: true }], services: { layer: "provides", open: [{ id: "K\u001fday care\u001f\u001fplaces", group: "A", place: "K", service: "day care", target: "", unit: "places" }, { id: "K\u001fhelp\u001f\u001fhours", group: null, place: "K", service: "help", target: "", unit: "hours" }] } };
const offers = (more) => stepsOf({ ...beginning(), partners: [{ ...partner, model: "none", ...more }] }, offering).slice(1);
out.offers = [offers({ offers: { "K\u001fday care\u001f\u001fplaces": "2,5", "K\u001fhelp\u001f\u001fhours": "", gone: "3" } }), offers({ groups: ["F", "A"] }), offers({ offers: "damaged" })];
out.held = stepsOf({ ...beginning(), event: { name: "Forum", who: ["a", "b"] } }, offering);
out.amounts = ["12", "0", " 1 000", "2,5", "", "-3", "many", "1e9"].map((each) => String(amountIn(each)));
out.oddAmount = obstacleOf({ ...beginning(), partners: [{ ...partner, model: "none", offers: { "K\u001fhelp\u001f\u001fhours": "many" } }] }, { ...offering, actors: [] });
out.nothing = questionOf(beginning(), data, "x");
out.named = named([{ name: "a", steps: [1] }, { name: "a", steps: [2] }]).map((each) => each.name);

const set = (mean) => ({ changes: { density: { mean, low: mean - 1, high: mean + 2, null: 0.25, null_mean: 0.5 } } });
const answers = { "0": set(1), "1": set(3), "0+1": set(3.5), "0+2": null };
const evenly = { changes: { density: { mean: 1, low: 1, high: 1 } } };
out.idle = planWithin({ 0: evenly, 1: evenly, 2: evenly, "0+1": evenly, "0+2": evenly, "1+2": evenly }, [], Infinity, "density", "higher", 2, ["n", "m", "both"], [[{ a: 1 }], [{ a: 2 }], [{ a: 1 }, { a: 2 }]]).map((each) => each.members);
out.plan = [planWithin(answers, [1, 2], 2, "density", "higher").map((each) => each.members), planWithin(answers, [1, 2], 3, "density", "higher")[0], planWithin(answers, [1, 2], 9, "density", "lower")[0], planWithin(answers, [1, 2], 0, "density", "lower")];
const pair = [{ name: "a" }, { name: "b" }], question = { goal: "density", better: "lower", budget: "3", most: "1", cost: { a: "1", b: "2", gone: "5" } };
const wasAsked = withQuestion(withQuestion(withQuestion([], question, pair), { ...question, budget: "", most: "2" }, pair), question, pair);
const goalOnly = { ...question, budget: "", most: "" };
out.askedOnce = [withQuestion(wasAsked, goalOnly, pair).length, withQuestion(withQuestion([], goalOnly, pair), question, pair).map((each) => each.budget)];
out.asked = [wasAsked.map((each) => [each.budget, Object.keys(each.cost)]), goalsAsked(wasAsked, pair), goalsAsked(wasAsked, [...pair, { name: "c" }]).map((each) => "plan" in each), askedIn(goalsAsked(wasAsked, pair)), askedIn([3, null, { goal: "x" }, { goal: 1, better: "lower" }]), askedIn("x")];
out.most = planWithin(answers, [1, 1], 9, "density", "higher", 1).map((each) => each.members);
const flat = (mean) => ({ changes: { density: { mean, low: mean, high: mean } } });
const alike = { "0": flat(0.1 + 0.2), "1": flat(0.3), "2": flat(0), "0+1": flat(0.3), "1+2": flat(0.3), "0+2": flat(0.3) };
out.thrifty = [planWithin(alike, [2, 1, 0], 9, "density", "higher", 9, ["a", "b", "c"]), planWithin(alike, [1, 1, 0], 9, "density", "higher", 9, ["z", "b", "c"])].map((found) => found.map((each) => each.members.join("")));
out.drawn = questionsOf({ state: { get: () => ({ asked: [], draws: 200, seed: 5 }) }, data: { measures: [] } }, [], []);
const two = [{ name: "a" }, { name: "b" }];
out.limits = [{ budget: "2", cost: {} }, { budget: "2", cost: { a: "1", b: "0" } }, { budget: "", most: "1", cost: {} }, { budget: "2", most: "9", cost: { a: "1", b: "1" } }, { budget: "", cost: {} }, { budget: "", most: "0.5", cost: {} }, { budget: "-1", cost: { a: "1", b: "1" } }].map((choice) => limitsOf(choice, two));
out.unpriced = [withoutCost({ budget: "2", cost: { a: "0" } }, two), withoutCost({ budget: "", cost: {} }, two)];
out.moved = [writerOf({ isShare: false }, "en", 3).moved(0.3364, -0.0009), writerOf({ isShare: true }, "lt", 2).moved(0.454, 0.087), writerOf({ isShare: true }, "en", 2).moved(null, 0.1)];
const met = { actors: [{ id: "dc", name: { en: "Day centre", lt: "Dienos centras" } }] };
const blank = { ...beginning(), partners: [partner] };
out.obstacles = [
  { partners: [{ ...partner, name: " dienos CENTRAS " }] },
  { partners: [partner, { ...partner, key: "2" }] },
  { partners: [{ ...partner, model: "stated" }] },
  { partners: [{ ...partner, model: "like:" }] },
  { partners: [{ ...partner, ticked: false, name: "dc" }] },
  { replace: { old: "dc", name: "Day centre" } },
  { replace: { old: "", name: "Day centre" } },
].map((patch) => obstacleOf({ ...blank, ...patch }, met));
out.sure = [["rates:sector", "stated", "like:a", "none"].map(sureAtFirst), [100, 75, 50, 10].map(wordOfSure)];
out.alone = eachAlone({ ...state, partners: [partner, { ...partner, key: "2", name: "Off", ticked: false }, { ...partner, key: "3", name: "NGO" }] }).map((each) => stepsOf(each, data).filter((step) => step.verb !== "with_ties").map((step) => step.actor));
const mended = { fingerprint: "new", groups: [], tieLayers: [{ id: "l" }], columns: [{ id: "sector", values: [{ id: "public" }] }], measures: [{ id: "density", isCompared: true }], actors: [{ id: "a" }, { id: "b" }] };
const stating = (name, ...targets) => ({ name, key: '{"data":"old"}', steps: [{ verb: "with_actor", actor: name, columns: {} }, { verb: "with_ties", source: name, targets: { model: "Stated", fields: { targets: Object.fromEntries(targets.map((each) => [each, 0.5])) } } }] });
const earlier = { ...beginning(), measures: ["density", "gone"], leave: ["a", "x"], partners: [{ ...partner, model: "stated", ties: ["a", "y"], columns: { sector: "civic" } }, { ...partner, key: "2", model: "like:z" }], kept: [stating("fits", "a", "b"), stating("does not", "a", "q"), { name: "gone", key: "k", steps: [{ verb: "without_actor", actors: ["x"] }] }] };
const over = fitted(earlier, mended, "old");
out.fitted = [over.patch.kept.map((each) => [each.name, each.key]), over.patch.leave, over.patch.partners.map((each) => [each.ties, each.model, each.columns]), over.patch.measures, over.lost.sort(), over.dropped];
out.said = [hasSaid(beginning()), hasSaid(earlier), workbookOf("to_mend_Ours (1).xlsx"), workbookOf("taisytina_ours.xlsx")];
out.beside = [
  { delta: -0.3, low: -0.4, high: -0.1, null: -0.1, p_above_null: 0.03 },
  { delta: -0.3, low: -0.4, high: -0.1, null: -0.1, p_above_null: 0.8 },
  { delta: 0.3, low: 0.1, high: 0.4, null: 0.1, p_above_null: 0.97 },
  { delta: 0.3, low: 0.1, high: 0.4, null: 0.5, p_above_null: 0.1 },
  { delta: 0.3, low: -0.1, high: 0.4, null: 0.5, p_above_null: 0.1 },
  { delta: -0.3, low: -0.4, high: -0.1, null: 0.2, p_above_null: 0.6 },
  { delta: 0, low: 0, high: 0, null: 0, p_above_null: 0.5 },
].map(keyBeside);
