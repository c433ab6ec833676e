"""Before against after: a cluster and its scenarios, drawn together many times."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Never, TypeAlias, overload

import numpy as np
from numpy.random import Generator

from socluster.core.arguments import choice, generator, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws, refuse_moved
from socluster.draws.task import Rows
from socluster.measures.shared.answers import Measures
from socluster.measures.shared.network import one_mode
from socluster.whatif.comparison.outcome import Drawn, Outcome
from socluster.whatif.comparison.random_partner import random_partners
from socluster.whatif.engine.evaluate import named_raw, raw_names
from socluster.whatif.engine.layout import Layout
from socluster.whatif.engine.measure_hooks import are_simulated, left_out_by, measure_notes
from socluster.whatif.engine.study import Study
from socluster.whatif.scenarios.checked import checked_scenarios
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Phrase, later, listed, marked, phrase

if TYPE_CHECKING:
    from socluster.whatif.comparison.observed import ObservedChanges

__all__ = ["compare", "compared"]

_GRAPHS = ("networkx", "igraph", "pandas", "scipy", "numpy")

BetterByMeasure: TypeAlias = Mapping[str, Literal["higher", "lower"]]


@overload
def compare(
    cluster: Any,
    scenarios: Scenario | Sequence[Scenario],
    /,
    *,
    measures: Measures,
    draws: int | Draws = 1000,
    rng: Generator | int,
    better: BetterByMeasure | None = None,
    null: bool = False,
    **moved: Never,
) -> Outcome: ...


@overload
def compare(cluster: Any, scenarios: Cluster, /, *, measures: Measures | None = None) -> ObservedChanges: ...


@checked
def compare(
    cluster: Any,
    scenarios: Any,
    /,
    *,
    measures: Measures | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int | None = None,
    better: BetterByMeasure | None = None,
    null: bool = False,
    **moved: Never,
) -> Outcome | ObservedChanges:
    """What would change? Every scenario against the current cluster, with how sure the answer is.

    In each draw, every uncertain tie of the cluster is there or not with its confidence, what the tie models do not
    know about themselves (their rates) is drawn, and then the ties of the new partners. The same tie has the same
    random number before and after, so that a difference is due to the scenario alone (common random numbers). Draws
    are independent of each other; ties are independent given the rates, unless a tie model says otherwise.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster; one that has only affiliations is projected first, with a warning.
    scenarios : Scenario or sequence of Scenario, or Cluster
        What might happen. If it is a second cluster, the two are compared as they were observed; nothing is drawn then
        (`observed_changes`).
    measures : callable, iterable of callables, or mapping from name to callable
        Functions of a cluster that return a number, or numbers by actor: socluster's or your own; needed for scenarios.
        Measures with a parameter `normalized` are asked for raw values, since normalised ones shift when the number of
        actors does; ``functools.partial(measure, normalized=True)`` asks for normalised ones.
    draws : int or Draws, default 1000
        How many draws; with ``sc.Draws(...)`` also the interval, who computes, and where finished draws are kept. Its
        tolerance holds for the standard errors of the median and of the mean difference, by measure.
    rng : int or numpy.random.Generator
        Seed, needed for scenarios. The same seed gives the same answer, regardless of who computes it.
    better : mapping, optional
        From measure to "higher" or "lower", where you can say which is an improvement. Structure is not
        effectiveness: without a statement of yours, there is only more and less.
    null : bool, default False
        Also compare with a random partner of the same type: one that has in each draw as many ties as the scenario's
        partner, but to actors taken at random, as often as its sector is tied to theirs (`random_partner`). Beside a
        scenario in which nobody joins with ties none is drawn, and the sentences say so.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Outcome
        `.to_frame()`: one row per scenario and measure; `.by_actor()`: one row per scenario, measure and actor. Of two
        clusters, `ObservedChanges`.

    Raises
    ------
    InputError
        If measures or a seed are missing, `better` or `null` is said of two observed clusters, a scenario does not fit
        the cluster, two have one name, a measure does not return numbers, the checkpoint belongs to another comparison,
        or no partner joins in any scenario where `null` is asked for.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> quiet = sc.Scenario("the mayor leaves").without_actor("MAYR")
    >>> outcome = sc.compare(knoke, [quiet], measures=[sc.density], draws=100, rng=7)
    >>> outcome.to_frame().loc[("the mayor leaves", "density"), ["before", "after", "delta"]].round(3).tolist()
    [0.544, 0.458, -0.086]
    """
    refuse_moved(moved, "compare")
    if _is_cluster(scenarios):
        _refuse_of_observed(better=better, null=null)
        from socluster.whatif.comparison.observed import observed_changes

        return observed_changes(cluster, scenarios, measures=measures)
    checked_ones = checked_scenarios(scenarios)
    if measures is None:
        raise InputError("say what to compare, as in measures=[sc.density, sc.betweenness]")
    return compared(
        one_mode(cluster), checked_ones, measures=measures, settings=as_draws(draws), rng=rng, better=better, null=null
    )


def compared(
    base: Cluster,
    scenarios: Sequence[Scenario],
    *,
    measures: Measures,
    settings: Draws,
    rng: Generator | int | None,
    better: BetterByMeasure | None = None,
    null: bool = False,
) -> Outcome:
    """Compare scenarios that are checked with a cluster of one mode; as `compare`."""
    if isinstance(measures, Iterable) and not isinstance(measures, Mapping):
        measures = list(measures)
    seed = int(generator(rng).integers(2**63))
    partners = random_partners(scenarios, base) if null else {}
    drawn = [*scenarios, *partners.values()]
    prepared = (Prepared("before", base), *(scenario.prepare(base) for scenario in drawn))
    study = Study(prepared, tuple(named_raw(measures)), seed).decided(settings.most)
    limits = settings.limits([*study.layout.numbers, *study.layout.by_actor])
    _check_better(better or {}, study.layout)
    notes, raw = (
        (
            *measure_notes(measures),
            *grounds(base, scenarios),
            *_left_out(study, len(scenarios)),
            *_without_partner(scenarios, partners),
        ),
        raw_names(measures),
    )
    simulated = are_simulated(measures)
    uncertain = np.flatnonzero(study.uncertain[: len(scenarios)]).tolist()

    def answer(rows: Rows) -> Outcome:
        before, *after = [(each.numbers, each.by_actor) for each in study.tables(rows)]
        return Outcome(
            cluster=base,
            scenarios=tuple(scenarios),
            values=(before, *after[: len(scenarios)]),
            draws=len(rows[0]),
            interval=settings.interval,
            better=tuple(sorted((better or {}).items())),
            nulls=_in_place(scenarios, dict(zip(partners, after[len(scenarios) :], strict=True))),
            seed=seed_of(rng),
            data_notes=notes,
            raw=raw,
            is_certain=not uncertain,
            is_simulated=simulated,
        )

    with Drawing(settings, "what if") as drawing:
        return drawing.until(study, answer, lambda found: _errors(found, uncertain, study.unmoved), limits)


def _in_place(scenarios: Sequence[Scenario], found: Mapping[int, Drawn]) -> tuple[Drawn | None, ...]:
    """Return what random partners brought, by scenario: None where nobody joins, nothing if none were drawn."""
    return tuple(found.get(place) for place in range(len(scenarios))) if found else ()


def _without_partner(scenarios: Sequence[Scenario], partners: Mapping[int, Scenario]) -> list[Phrase]:
    """Return beside which scenarios no random partner was drawn, if it was drawn beside others."""
    names = [each.name for place, each in enumerate(scenarios) if place not in partners]
    if not partners or not names:
        return []
    message = marked("No random partner was drawn beside {names}: nobody joins there with ties.")
    return [phrase(message, names=later(listed, names))]


def _left_out(study: Study, n: int) -> Iterator[Phrase]:
    """Yield, of measures that leave ties out (`Flow`), which they are in the first n scenarios and were not before."""
    before, *after = study.scenarios[: n + 1]
    for _, measure in study.measures:
        known = left_out_by(measure, before.cluster)
        for each in (scenario for scenario in after if scenario.is_certain):  # what is only possible is not said
            for note in left_out_by(measure, each.cluster):
                if note not in known:
                    yield phrase("{scenario}: {note}", scenario=each.name, note=note)


def _is_cluster(given: Any) -> bool:
    """Whether it is a second cluster, or what `as_cluster` takes from another library."""
    return isinstance(given, Cluster) or type(given).__module__.partition(".")[0] in _GRAPHS


def _refuse_of_observed(*, better: BetterByMeasure | None, null: bool) -> None:
    given = [name for name, value in (("better", better), ("null", null)) if value]
    if given:
        message = marked("is said of scenarios; between two observed clusters nothing is drawn, so leave it out")
        raise InputError([Problem(message, column=name) for name in given])


def _errors(outcome: Outcome, uncertain: Sequence[int], unmoved: Collection[str]) -> dict[str, float]:
    """Return the largest standard error of every measure, over all scenarios; infinite until it can be believed.

    Measures that no draw changes are exact from the first.
    """
    errors = outcome.to_frame()[["error", "error_of_mean"]].max(axis="columns")
    largest = {str(name): float(error) for name, error in errors.groupby(level="measure").max().items()}
    unsettled = [name for name in outcome.unsettled(uncertain) if name not in unmoved]
    return largest | dict.fromkeys(unsettled, float("inf"))


def _check_better(better: Mapping[str, str], layout: Layout) -> None:
    names = [*layout.numbers, *layout.by_actor]
    for name, direction in better.items():
        if name not in names:
            raise InputError(
                Problem(
                    "is not a measure of this comparison",
                    is_argument=True,
                    column="better",
                    value=name,
                    nearest=nearest(name, names),
                )
            )
        choice(f"better[{name!r}]", direction, ("higher", "lower"))
