"""Every conceivable partner at once: what each of thousands of sets of ties would do, in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.groupings import partition
from socluster.core.labels import Label, label_index
from socluster.core.progress import progress
from socluster.core.result import Result
from socluster.measures.ensembles.rules import Rule, rule_of
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import one_mode
from socluster.whatif.comparison.sweep_candidates import layer_of_ties, partner_sets
from socluster.whatif.comparison.sweep_text import most_either_way
from socluster.whatif.engine.evaluate import evaluate, named_raw
from socluster.whatif.engine.joined import Base, Joined
from socluster.whatif.engine.layout import Layout
from socluster.whatif.engine.partner_sets import PartnerSets
from socluster.whatif.phrases import caveat_of_changes
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, Phrase, count, marked, measure_name, number, say

__all__ = ["Sweep", "sweep_partners"]

NEWCOMER = "(new partner)"
BLOCK = 2**22  # numbers by candidate and actor that are held at a time (32 MB)
MOST_DRAWN = 30  # candidates in a picture


@checked
def sweep_partners(
    cluster: Any,
    partners: Mapping[str, str | Iterable[Label] | Mapping[Any, float]],
    /,
    *,
    measures: Measure | Iterable[Measure],
    layer: str | None = None,
    attributes: Mapping[str, Any] | None = None,
) -> Sweep:
    """What would each of many sets of ties do, if a new partner had it?

    Every candidate is one new actor with ties that are sure. Nothing is drawn: this is the quick look over all that is
    conceivable, from which a few candidates go on to `rank_partners`, with all that is not sure about them. Measures
    that can be updated are (`rules`), so that a thousand candidates take less than a second in a region of a hundred
    organisations; others are recomputed for every candidate.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster. Uncertain ties count as if they existed, with a warning.
    partners : mapping
        From the name of each candidate to the members it would be tied to, or to a mapping from these to the strength
        of the tie.
    measures : callable or iterable of callable
        Measures that return a number, or numbers by actor; raw values are asked for as in `compare`.
    layer : str, optional
        Layer of the new ties; without it, the only layer of ties that there is.
    attributes : mapping, optional
        Columns of the new actor, the same for all candidates, such as ``{"sector": "public"}``.

    Returns
    -------
    Sweep

    Raises
    ------
    InputError
        If a candidate is a member already, one of its partners is not or is listed twice, a strength is not positive,
        or it is not clear which layer is meant; all bad places at once.

    Examples
    --------
    >>> import socluster as sc
    >>> project = sc.load_dataset("norway_project")
    >>> pairs = {f"{a}, {b}": [a, b] for a in project.labels for b in project.labels if a < b}
    >>> sweep = sc.sweep_partners(project, pairs, measures=[sc.average_path_length], layer="contract")
    >>> sweep.to_frame()["average_path_length"].nsmallest(2).round(3).to_dict()
    {'LEU, PRIE': 1.802, 'LEU, PRIE_GN': 1.802}
    """
    base = one_mode(cluster)
    _refuse_no_columns(attributes or {})
    named = named_raw(measures)
    chosen = layer_of_ties(base, layer)
    sets = partner_sets(base, partners)
    numbers, by_actor = evaluate(named, base)
    layout = Layout(tuple(numbers), tuple(by_actor))
    rows = np.full((len(sets), layout.width(base.n_actors + 1)), np.nan)
    rest = _update(base, named, sets, chosen, dict(attributes or {}), layout, rows)
    for place in progress(range(len(sets)) if rest else (), len(sets), "sweep", "candidate"):
        after = _apply(base, sets, place, chosen, dict(attributes or {}))
        layout.write(rows[place], *evaluate(rest, after), after.n_actors)
    values = layout.values(rows, label_index([*base.labels, NEWCOMER]))
    names = pd.Index(list(partners), name="candidate")
    frames = {name: frame.set_axis(names) for name, frame in values.by_actor.items()}
    return Sweep(
        base,
        values.numbers.set_axis(names),
        frames,
        pd.Series(numbers, dtype=float),
        by_actor,
        grounds(base, (), drawn=False),
    )


@dataclass(frozen=True, eq=False, repr=False)
class Sweep(Result):
    """What `sweep_partners` found.

    Parameters
    ----------
    cluster : Cluster
        The current cluster.
    numbers : DataFrame
        Values of the whole cluster: a row per candidate, a column per measure.
    by_actor : dict of str to DataFrame
        Values by actor: a row per candidate, a column per actor; the new partner's comes last, "(new partner)".
    before : Series
        Values of the whole current cluster, by measure.
    before_by_actor : dict of str to Series
        Values by actor as it is.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    numbers: pd.DataFrame = field(compare=False)
    by_actor: dict[str, pd.DataFrame] = field(compare=False)
    before: pd.Series[float] = field(compare=False)
    before_by_actor: dict[str, pd.Series[Any]] = field(compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per candidate.

        Returns
        -------
        DataFrame
            Index `candidate`. For a measure of the whole cluster a column of its name; for a measure by actor two:
            `... of the partner`, and `... of the others` (mean over those for whom it is defined).
        """
        frame = self.numbers.copy()
        for name, values in self.by_actor.items():
            frame[f"{name} of the partner"] = values[NEWCOMER]
            frame[f"{name} of the others"] = values.drop(columns=NEWCOMER).mean(axis="columns")
        return frame

    def gains(self) -> pd.DataFrame:
        """Return how much each candidate adds to the measures of the whole cluster."""
        return self.numbers - self.before

    def plot(self, *, measure: str | None = None, title: str | None = None, language: Language = "en") -> Any:
        """Draw what a measure is now and with each candidate, from who adds most to who adds least.

        Parameters
        ----------
        measure : str, optional
            Which measure. Default: the first of the whole cluster; without one, the first by actor, of whose values the
            mean over the others is drawn.
        title : str, optional
            Default: what the measure would become.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
            Of more than 30 candidates the 30 that add most.

        Raises
        ------
        InputError
            If there is no such measure.
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.dumbbell import dumbbell

        names = [*map(str, self.numbers.columns), *self.by_actor]
        if measure is not None and measure not in names:
            near = nearest(measure, names)
            raise InputError(
                Problem("is none of the measures", is_argument=True, column="measure", value=measure, nearest=near)
            )
        name = names[0] if measure is None else measure
        after, before = self._now_and_then(name)
        gains = (after - before).sort_values(ascending=False, kind="stable")
        shown = gains.index[:MOST_DRAWN]
        called_so = measure_name(name, language)
        n_shown = say(
            "{n} of {all} candidates shown", language, n=number(len(shown), language), all=number(len(gains), language)
        )
        about_ties = say("all of their ties sure", language)
        question = say("{measure} now and with each candidate", language, measure=called_so)
        return dumbbell(
            pd.DataFrame({"before": before, "after": after.loc[shown]}, index=pd.Index(shown, name="candidate")),
            label=called_so,
            title=question[:1].upper() + question[1:] if title is None else title,
            subtitle=about(
                language,
                cluster=self.cluster.name,
                actors=self.cluster.n_actors,
                more=[*([n_shown] if len(shown) < len(gains) else []), about_ties],
            ),
            caption=source_of(self.cluster, language),
            language=language,
        )

    def _now_and_then(self, name: str) -> tuple[pd.Series[float], float]:
        """Return the values of a measure with each candidate, and the value now; of one by actor, means over others."""
        if name in self.numbers:
            return self.numbers[name], float(self.before[name])
        others = self.by_actor[name].drop(columns=NEWCOMER).mean(axis="columns")
        return others, float(self.before_by_actor[name].mean())

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many were looked at, which comes first by each measure, and the caveat.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = [
            count(
                "{n} candidate, all of its ties sure.",
                "{n} candidates, one at a time, all of their ties sure.",
                len(self.numbers),
                language,
            )
        ]
        for name, column in self.gains().items():
            said.append(most_either_way(measure_name(str(name), language), column, language))
        return [*said, *self.about_data(language), caveat_of_changes(language)]


def _refuse_no_columns(attributes: Mapping[str, Any]) -> None:
    wrong = [column for column in attributes if not isinstance(column, str)]
    if wrong:
        message = marked("is no name of a column, which is a text")
        raise InputError([Problem(message, is_argument=True, column="attributes", value=each) for each in wrong])


def _update(
    base: Cluster,
    named: list[tuple[str, Measure]],
    sets: PartnerSets,
    layer: str,
    attributes: Mapping[str, Any],
    layout: Layout,
    rows: Array,
) -> list[tuple[str, Measure]]:
    """Fill in what can be updated, and return the measures that cannot."""
    if base.is_directed() or base.may_hold_unknown or not Base.fits(base.n_actors):
        return named
    found = {name: rule for name, measure in named if (rule := rule_of(measure)) is not None}
    rules = {name: rule for name, rule in found.items() if not isinstance(rule.layer, tuple)}
    networks = {rule.layer: Base(base.matrix(rule.layer)) for rule in rules.values()}  # type: ignore[arg-type]
    for block in _blocks(len(sets), base.n_actors):
        some = _cut(sets, block)
        for name, rule in rules.items():
            answers = _joined(base, networks[rule.layer], some, rule, layer, attributes)
            for column, values in (answers if isinstance(answers, dict) else {name: answers}).items():
                rows[block, layout.place(column, base.n_actors + 1)] = values.reshape(len(values), -1)
    return [(name, measure) for name, measure in named if name not in rules]


def _joined(
    base: Cluster, network: Base, sets: PartnerSets, rule: Rule, layer: str, attributes: Mapping[str, Any]
) -> Array | dict[str, Array]:
    if rule.layer not in (None, layer):  # there, the new partner has no ties
        sets = PartnerSets(np.zeros_like(sets.counts), sets.partners[:0], sets.strengths[:0])

    def grouped(column: str) -> tuple[Array, Array]:
        if pd.isna(attributes.get(column)):
            raise InputError(
                Problem(
                    "the measure needs to know this of the new partner: attributes={'{column}': ...}",
                    column="attributes",
                    is_argument=True,
                    value=column,
                    values={"column": column},
                )
            )
        codes = pd.factorize(np.array([*partition(base, column), attributes[column]], dtype=object))[0]
        return codes[:-1], np.full(len(sets), codes[-1])

    return rule.compute(Joined(network, sets.starts, sets.partners, sets.strengths, grouped))


def _apply(base: Cluster, sets: PartnerSets, place: int, layer: str, attributes: Mapping[str, Any]) -> Cluster:
    scenario = Scenario("sweep").with_actor(NEWCOMER, **attributes)
    own = slice(sets.starts[place], sets.starts[place + 1])
    for partner, strength in zip(sets.partners[own], sets.strengths[own], strict=True):
        scenario = scenario.with_ties(NEWCOMER, base.ids[partner], layer=layer, weight=float(strength))
    return scenario.apply(base)


def _blocks(total: int, n_actors: int) -> Iterator[slice]:
    size = max(1, BLOCK // (n_actors + 1))
    yield from (slice(start, min(start + size, total)) for start in range(0, total, size))


def _cut(sets: PartnerSets, block: slice) -> PartnerSets:
    own = slice(sets.starts[block.start], sets.starts[block.stop])
    return PartnerSets(sets.counts[block], sets.partners[own], sets.strengths[own])
