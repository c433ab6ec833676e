"""The answer to a plan: who to choose, what each adds, how sure that is, and what was proven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.result import Result
from socluster.whatif.choice.certificate import Certificate
from socluster.whatif.choice.coverage import Coverage
from socluster.whatif.choice.goals import Goal, goal_name
from socluster.whatif.choice.plan_limits import Limits, Names
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, number, percent

__all__ = ["Plan"]

_TEXT: dict[str, dict[str, str]] = {
    "en": {
        "choose": "Choose {names} ({k} of {n} candidates{money}).",
        "then": ", then ",
        "money": ", at a cost of {cost}",
        "budget": " within a budget of {budget}",
        "gain": "Together they gain {gain} in {goal}{range}.",
        "loss": "Together they lose {gain} in {goal}{range}.",
        "gain alone": "It gains {gain} in {goal}{range}.",
        "loss alone": "It loses {gain} in {goal}{range}.",
        "range": " ({low} to {high} in {share} of the draws)",
        "harm": "On average the plan gains nothing: to choose nobody would be better.",
        "step": "{name} adds {gain}{range}{cost}.",
        "back": "{name} takes away {gain}{range}{cost}.",
        "cost": ", at a cost of {cost}",
        "sure": "The plan is at least as good as every other set that was computed in {p} of {draws} draws; it forgoes "
        "{regret} on average against the best of them in each draw.",
        "next": "Next best on average is {name} ({gain}).",
        "covered": "{goal}: of {needed} needed, {before} are served now and {after} with {name}.",
        "several": "{n} goals ({goals}), {k} of {candidates} candidates{money}: no plan is best in all of them, so the "
        "choice is yours. {front} of {sets} sets are on the front: no other set is better in one goal and not worse in "
        "the rest.",
        "one": "One set is best in all {n} goals ({goals}), of {k} of {candidates} candidates{money}.",
        "upto": "up to {k}",
        "end": "Best for {goal}: {name}: {gains}.",
        "knee": "The knee: {name}: {gains}. Of what lies between the ends of the front it keeps {kept}; every other "
        "set gives up more for what it wins.",
        "no_knee": "The front has no knee: along it, each goal costs as much of the other as it wins.",
        "front": "On the front in {p} of the draws.",
        "undefined": "Where a goal is undefined for a set, it counts as the worst gain of a single candidate.",
        "assumption": "Assumption: {text}.",
        "caveat": "Structure is not effectiveness: a gain in a measure does not yet mean better care.",
        "of_front": "{share} in {goal}",
        "in_goal": "{gain} in {goal}",
        "and": " and ",
    },
    "lt": {
        "choose": "Rinktis: {names} (kandidatų: {k} iš {n}{money}).",
        "then": ", paskui ",
        "money": ", kaina {cost}",
        "budget": ", biudžetas {budget}",
        "gain": "Bendra nauda pagal „{goal}“: {gain}{range}.",
        "loss": "Bendra žala pagal „{goal}“: {gain}{range}.",
        "gain alone": "Nauda pagal „{goal}“: {gain}{range}.",
        "loss alone": "Žala pagal „{goal}“: {gain}{range}.",
        "range": " (nuo {low} iki {high}, {share} bandymų)",
        "harm": "Vidutiniškai planas naudos neduoda: geriau būtų nesirinkti nė vieno.",
        "step": "{name} prideda {gain}{range}{cost}.",
        "back": "{name} atima {gain}{range}{cost}.",
        "cost": ", kaina {cost}",
        "sure": "Planas ne blogesnis už visus kitus apskaičiuotus rinkinius {p} bandymų (iš viso {draws}); palyginti "
        "su geriausiu kiekvieno bandymo rinkiniu vidutiniškai prarandama {regret}.",
        "next": "Kitas pagal vidurkį – {name} ({gain}).",
        "covered": "{goal}: reikia {needed}; dabar aprūpinama {before}, o pasirinkus {name} – {after}.",
        "several": "Tikslų: {n} ({goals}); kandidatų: {k} iš {candidates}{money}. Nė vienas planas nėra geriausias "
        "pagal visus tikslus, todėl rinktis jums. Pareto fronte rinkinių: {front} iš {sets}; joks kitas rinkinys nėra "
        "geresnis pagal vieną tikslą ir ne blogesnis pagal kitus.",
        "one": "Vienas rinkinys geriausias pagal visus tikslus, kurių yra {n} ({goals}); kandidatų: {k} iš "
        "{candidates}{money}.",
        "upto": "iki {k}",
        "end": "Geriausias pagal „{goal}“: {name}: {gains}.",
        "knee": "Lūžio taškas: {name}: {gains}. Išlaiko {kept} to, kas yra tarp fronto galų; bet kuris kitas rinkinys "
        "už tai, ką laimi, atiduoda daugiau.",
        "no_knee": "Frontas lūžio taško neturi: kiek laimima pagal vieną tikslą, tiek prarandama pagal kitą.",
        "front": "Fronte yra {p} bandymų.",
        "undefined": "Kur tikslas rinkiniui neapibrėžtas, laikoma, kad nauda tokia kaip blogiausia vieno kandidato.",
        "assumption": "Prielaida: {text}.",
        "caveat": "Struktūra dar nėra veiksmingumas: didesnis rodiklis nereiškia geresnės pagalbos.",
        "of_front": "{share} pagal „{goal}“",
        "in_goal": "{gain} pagal „{goal}“",
        "and": " ir ",
    },
}


@dataclass(frozen=True, eq=False, repr=False)
class Plan(Result):
    """What `plan_partners` found. Its text says who to choose in which order, and how sure that is.

    Parameters
    ----------
    goals : mapping of str to Goal or Coverage
        By name.
    candidates : tuple of Scenario
        Who could be chosen.
    limits : Limits
        How many, at what cost.
    options : mapping of str to tuple of str
        Plans by name, each in the order of choice: for one goal `best`; for several, `best for` each goal, and `knee`
        if the front has one.
    certificate : Certificate
        What was proven.
    p_best, regret : float
        Share of the draws in which the plan is at least as good as every other set that was computed, and what it
        forgoes on average against the best of them in each draw; NaN where there are several goals.
    draws : int
        Number of draws; 1 where nothing is random.
    interval : float
        Share of the draws that low to high holds.
    fingerprint : str, optional
        Fingerprint of the cluster.
    seed : int, optional
        Seed of the draws, if it is known.
    """

    goals: Mapping[str, Goal | Coverage]
    candidates: tuple[Scenario, ...]
    limits: Limits
    options: Mapping[str, Names]
    certificate: Certificate
    steps: pd.DataFrame = field(compare=False)
    sets: pd.DataFrame = field(compare=False)
    p_best: float
    regret: float
    draws: int
    interval: float
    coverage: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    spans: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    fingerprint: str | None = None
    seed: int | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who to choose, in the order of choice; nobody where there are several goals, since that is yours to weigh."""
        return self.options.get("best", ())

    @property
    def pareto(self) -> pd.DataFrame:
        """All sets that could be the plan and were computed, those of the front first.

        Returns
        -------
        DataFrame
            Index `plan` (names joined by `+`). Columns:

            - for every goal its name, and that with _low and _high: mean gain and its interval
            - cost: of all members (where costs are given)
            - on_front: whether no other set is at least as good in all goals and better in one, on average
            - p_front: share of the draws in which that holds, for the sets on the front
            - defined: share of the draws in which all goals are defined for the set
        """
        return self.sets.copy()

    def to_frame(self) -> pd.DataFrame:
        """Return one row per candidate that was chosen, in the order of choice.

        The order is that in which each adds most to those before it. Gains are means over the draws, so they add up.

        Returns
        -------
        DataFrame
            Index `candidate`; where there are several goals, index (plan, goal, candidate). Columns:

            - mean_gain, low, high: what the candidate adds to those before it on average, and the interval
            - mean_total, total_low, total_high: what they gain together up to here on average, and the interval
            - cost, total_cost: where costs are given
        """
        return self.steps.droplevel(["plan", "goal"]) if "best" in self.options else self.steps.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who to choose and why, what was proven, the assumptions, and the caveat.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        text = _TEXT[language]
        said = _single(self, language) if len(self.goals) == 1 else _several(self, language)
        said += self.certificate.sentences(language)
        if (self.sets["defined"] < 1).any():
            said.append(text["undefined"])
        for goal in self.goals.values():
            if not isinstance(goal, Goal):
                said += goal.sentences(language)[1:]
            elif not goal.is_single:
                said += goal.sentences(language)[:-1]
        used = {name for chosen in self.options.values() for name in chosen}
        scenarios = [each for each in self.candidates if each.name in used]
        assumed = dict.fromkeys(one for each in scenarios for one in each.assumptions(language))
        said += [text["assumption"].format(text=each) for each in assumed]
        return [*said, text["caveat"]] if any(isinstance(goal, Goal) for goal in self.goals.values()) else said

    def plot(self, *, x: str | None = None, y: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: the front where there are several goals, else what is gained with each choice.

        Parameters
        ----------
        x, y : str, optional
            Of more than two goals, which to show across and up; the first two if not stated.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        if len(self.goals) == 1:
            return self._plot_of_steps(language)
        from socluster.plot import pareto  # plotly is heavy; load it when somebody wants to see

        first, second, *_ = [each for each in self.goals if each not in (x, y)] + [None, None]
        x, y = x or first, y or (second if x is None else first)
        labels = {f"{axis}_label": goal_name(str(goal), language) for axis, goal in (("x", x), ("y", y))}
        bounds = {f"{goal}_{end}": f"{axis}_{end}" for axis, goal in (("x", x), ("y", y)) for end in ("low", "high")}
        better = {"x": "higher", "y": "higher"}  # gains are in the direction that serves the goal
        return pareto(self.sets.rename(columns=bounds), x=str(x), y=str(y), better=better, language=language, **labels)

    def _plot_of_steps(self, language: Language) -> Any:
        from socluster.plot import intervals

        (goal,) = self.goals
        names = ["", *self.chosen]
        table = self.to_frame()[["mean_total", "total_low", "total_high"]]
        table = table.rename(columns={"mean_total": "median", "total_low": "low", "total_high": "high"})
        table.index = pd.Index([f"+ {name}" if place > 1 else name for place, name in enumerate(names) if name])
        return intervals(table, same_scale=True, title=goal_name(goal, language), language=language)


def _single(plan: Plan, language: Language) -> list[str]:
    text = _TEXT[language]
    ((goal, _),) = plan.goals.items()
    table = plan.to_frame()
    end = table.iloc[-1]
    chosen = text["then"].join(plan.chosen)
    said = [
        text["choose"].format(
            names=chosen, k=len(plan.chosen), n=len(plan.candidates), money=_money(plan, end, language)
        )
    ]
    if goal in plan.coverage:
        said.append(_covered(plan, goal, end["mean_total"], _listed(plan.chosen, language), language))
    else:
        verb = ("gain" if end["mean_total"] >= 0 else "loss") + (" alone" if len(table) == 1 else "")
        gain, spread = _amount(end, "mean_total", "total_", plan, language)
        said.append(text[verb].format(gain=gain, goal=goal_name(goal, language), range=spread))
    if end["mean_total"] <= 0:
        said.append(text["harm"])
    if len(table) > 1:
        said += [_step(str(name), row, plan, language) for name, row in table.iterrows()]
    if plan.draws > 1 and len(plan.sets) > 1:
        sure = {"p": percent(plan.p_best, language), "regret": number(plan.regret, language)}
        said.append(text["sure"].format(draws=plan.draws, **sure))
    others = plan.sets[plan.sets.index != " + ".join(sorted(plan.chosen))]
    if len(others) and plan.certificate.method != "integer programming":  # which did not look at them one by one
        best = others[goal].idxmax()
        said.append(text["next"].format(name=best, gain=number(others.loc[best, goal], language)))
    return said


def _several(plan: Plan, language: Language) -> list[str]:
    text = _TEXT[language]
    on_front = int(plan.sets["on_front"].sum())
    k = plan.limits.most if plan.limits.budget is None else text["upto"].format(k=plan.limits.most)
    filled = {
        "n": len(plan.goals),
        "goals": ", ".join(goal_name(goal, language) for goal in plan.goals),
        "k": k,
        "candidates": len(plan.candidates),
        "money": _budget(plan, language),
    }
    said = [text["one" if on_front == 1 else "several"].format(front=on_front, sets=len(plan.sets), **filled)]
    for option, chosen in plan.options.items():
        said.append(_option(plan, option, chosen, language))
    if on_front > 2 and "knee" not in plan.options:
        said.append(text["no_knee"])
    for goal in plan.coverage:
        for chosen in dict.fromkeys(tuple(sorted(each)) for each in plan.options.values()):
            gain = plan.sets.loc[" + ".join(chosen), goal]
            said.append(_covered(plan, goal, gain, _listed(chosen, language), language))
    return said


def _option(plan: Plan, option: str, chosen: tuple[str, ...], language: Language) -> str:
    """Return a sentence about an end of the front, or its knee, with the reason."""
    text = _TEXT[language]
    row = plan.sets.loc[" + ".join(sorted(chosen))]
    gains = text["and"].join(
        text["in_goal"].format(
            gain=number(row[goal], language) + _range(row, f"{goal}_", plan, language),
            goal=goal_name(goal, language),
        )
        for goal in plan.goals
    )
    filled: dict[str, Any] = {"name": _listed(sorted(chosen), language), "gains": gains}
    if option == "knee":
        shares = zip(plan.spans["knee"], plan.goals, strict=True)
        kept = [
            text["of_front"].format(share=percent(part, language), goal=goal_name(g, language)) for part, g in shares
        ]
        said = text["knee"].format(kept=text["and"].join(kept), **filled)
    else:
        goal = option.removeprefix("best for ")
        said = text["end"].format(goal=goal_name(goal, language), **filled)
    return said + (" " + text["front"].format(p=percent(row["p_front"], language)) if plan.draws > 1 else "")


def _step(name: str, row: Any, plan: Plan, language: Language) -> str:
    text = _TEXT[language]
    cost = text["cost"].format(cost=number(row["cost"], language)) if "cost" in row else ""
    gain, spread = _amount(row, "mean_gain", "", plan, language)
    return text["step" if row["mean_gain"] >= 0 else "back"].format(name=name, gain=gain, range=spread, cost=cost)


def _amount(row: Any, column: str, prefix: str, plan: Plan, language: Language) -> tuple[str, str]:
    """Return how much is won or lost, as a positive amount, and its range."""
    if row[column] < 0:
        row = {column: -row[column], f"{prefix}low": -row[f"{prefix}high"], f"{prefix}high": -row[f"{prefix}low"]}
    return number(row[column], language), _range(row, prefix, plan, language)


def _covered(plan: Plan, goal: str, gain: float, name: str, language: Language) -> str:
    needed, before = plan.coverage[goal]
    filled = {"needed": needed, "before": before, "after": before + gain}
    told = {key: number(value, language) for key, value in filled.items()}
    said = _TEXT[language]["covered"].format(goal=goal_name(goal, language), name=name, **told)
    return said[0].upper() + said[1:]


def _range(row: Any, prefix: str, plan: Plan, language: Language) -> str:
    low, high = row[f"{prefix}low"], row[f"{prefix}high"]
    if low == high:
        return ""
    told = {"low": number(low, language), "high": number(high, language), "share": percent(plan.interval, language)}
    return _TEXT[language]["range"].format(**told)


def _money(plan: Plan, end: Any, language: Language) -> str:
    if "total_cost" not in end:
        return ""
    return _TEXT[language]["money"].format(cost=number(end["total_cost"], language)) + _budget(plan, language)


def _budget(plan: Plan, language: Language) -> str:
    if plan.limits.budget is None:
        return ""
    return _TEXT[language]["budget"].format(budget=number(plan.limits.budget, language))


def _listed(names: Sequence[str], language: Language = "en") -> str:
    """Return the names as a person lists them: A, B and C."""
    *first, last = names
    return _TEXT[language]["and"].join([", ".join(first), last]) if first else last
