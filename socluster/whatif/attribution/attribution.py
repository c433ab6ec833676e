"""Which tie causes which part of a change? The edits between two scenarios, and what each adds to a measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, Never

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, positive_integer, seed_of
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws, as_draws, refuse_moved
from socluster.draws.spread import is_settled, spread
from socluster.draws.task import Rows
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import one_mode
from socluster.whatif.attribution.between import Edit
from socluster.whatif.attribution.edit_game import EditGame
from socluster.whatif.attribution.games import Game, Played
from socluster.whatif.attribution.sentences import kind_of, of_attribution, told
from socluster.whatif.attribution.step_game import StepGame
from socluster.whatif.engine.evaluate import named_raw
from socluster.whatif.scenarios.grounds import grounds
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, Phrase, measure_name, number

__all__ = ["Attribution", "attribute"]

_DRAWS = 100


@checked
def attribute(
    cluster: Any,
    scenario: Scenario,
    /,
    *,
    measure: Measure,
    baseline: Scenario | None = None,
    parts: Literal["ties", "steps"] = "ties",
    samples: int = 200,
    draws: int | Draws | None = None,
    rng: Generator | int,
    **moved: Never,
) -> Attribution:
    """Which tie causes which part of the change?

    Two scenarios differ by single edits: actors who join or leave, ties and affiliations that form, end or change. What
    one edit adds to a measure depends on which others are made already: the second tie to a clinic is worth less than
    the first. So an edit is credited with what it adds on average over all orders in which the edits may be made (its
    Shapley value). The contributions add up to the whole change, equal edits get equal parts, and one that never
    changes anything gets none.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The current cluster; one that has only affiliations is projected first, with a warning.
    scenario : Scenario
        What might happen.
    measure : callable
        A measure of the whole cluster that returns one number; raw values are asked for as in `compare`.
    baseline : Scenario, optional
        What the scenario is compared with; without it, the current cluster.
    parts : {"ties", "steps"}, default "ties"
        What is credited: single edits, or whole steps of the scenario.
    samples : int, default 200
        How many random orders are taken, over all draws together, where more than 8 edits play. Up to 8, the average is
        over all orders and exact.
    draws : int or Draws, optional
        How many draws where ties are uncertain (default 100); the edits of each draw play among themselves. Where
        nothing is uncertain there is one. With ``sc.Draws(...)`` also the interval, who computes, and where finished
        draws are kept; its tolerance holds for the standard error of every contribution.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Attribution

    Raises
    ------
    InputError
        If a scenario does not fit the cluster, the two do not differ, or the measure gives no single number.

    Notes
    -----
    An actor who joins does so first, without ties, and one who leaves does so last, when its ties have ended; so
    "joins" is what an isolated actor changes, and everything else is credited to ties. Actors, groups and layers that
    are new play among themselves, then ties, affiliations and attributes, then those that go; each of the three is a
    game of its own, and the contributions of all add up.

    Among steps, actors and groups join first. A step that cannot be taken without another (a tie of an actor that a
    merger makes) does nothing until that one is taken, and the two share what they add.

    A tie in a draw either is there in the scenario or is not; where it is not, it contributes 0.

    References
    ----------
    Shapley, L. S. (1953). A value for n-person games. doi:10.1515/9781400881970-018
    Castro, J., Gómez, D. and Tejada, J. (2009). Polynomial calculation of the Shapley value based on sampling.
    doi:10.1016/j.cor.2008.04.004
    Štrumbelj, E. and Kononenko, I. (2014). Explaining prediction models and individual predictions with feature
    contributions. doi:10.1007/s10115-013-0679-x

    Examples
    --------
    >>> import socluster as sc
    >>> marriages = sc.load_dataset("florentine").layer("marriage")
    >>> bridge = sc.Scenario("two marriages").with_ties("Medici", ["Strozzi", "Pucci"], layer="marriage")
    >>> attribute(marriages, bridge, measure=sc.global_efficiency, rng=7).to_frame()["mean_contribution"].round(4)
    edit
    tie Medici – Pucci forms (marriage)      0.0549
    tie Medici – Strozzi forms (marriage)    0.0175
    Name: mean_contribution, dtype: float64
    """
    refuse_moved(moved, "attribute")
    samples, seed = positive_integer("samples", samples), int(generator(rng).integers(2**63))
    for each in (scenario, baseline):
        if each is not None and not isinstance(each, Scenario):
            raise InputError(Problem("is not a Scenario", value=each))
    base = one_mode(cluster)
    before = Prepared("before", base) if baseline is None else baseline.prepare(base)
    after = scenario.prepare(base)
    settings = as_draws(_DRAWS if draws is None else draws)
    notes = grounds(base, (scenario,) if baseline is None else (baseline, scenario))
    if settings.most == 1 and not (before.is_certain and after.is_certain):
        notes = (ONE_DRAW, *notes)
    if before.is_certain and after.is_certain:
        settings = replace(settings, most=1)
    ((name, raw),) = named_raw([measure])
    game = Game(before, after, ((name, raw),), seed, settings.most, samples)
    steps = baseline.steps if baseline is not None else ()
    task = EditGame(game) if parts == "ties" else StepGame(game, base, steps, scenario.steps)

    names = _names_in_lithuanian(before.cluster) | _names_in_lithuanian(after.cluster)

    def answer(rows: Rows) -> Attribution:
        played = task.played(rows)
        if not played.parts:
            raise InputError(Problem("does not differ from what it is compared with", value=scenario.name))
        played = _without_idle_layers(played)
        return Attribution(
            scenario, baseline, name, played, settings.interval, base.fingerprint, seed_of(rng), notes, base, names
        )

    with Drawing(settings, "attribution") as drawing:
        return drawing.until(task, answer, lambda found: {name: found.largest_error}, settings.limits([name]))


@dataclass(frozen=True, eq=False, repr=False)
class Attribution(Result):
    """What `attribute` found. Its text says what the largest parts of the change are due to.

    Parameters
    ----------
    scenario : Scenario
        What might happen.
    baseline : Scenario or None
        What it is compared with; None = the current cluster.
    measure : str
        Name of the measure.
    played : Played
        The contributions by draw.
    interval : float
        Share of the draws that low to high holds.
    fingerprint : str, optional
        Fingerprint of the cluster.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    names : mapping of str to str
        What actors are called in Lithuanian sentences, by id.
    cluster : Cluster, optional
        The current cluster.
    """

    scenario: Scenario
    baseline: Scenario | None
    measure: str
    played: Played = field(compare=False)
    interval: float
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False)
    names: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.played.contributions)

    @property
    def orders(self) -> int:
        """Number of random orders, over all draws together; 0 = all orders, exactly."""
        return self.played.orders

    @property
    def mean_before(self) -> float:
        """The measure before: the mean over the draws in which everything is defined."""
        return _mean(self.played.ends[0][self._is_defined])

    @property
    def mean_after(self) -> float:
        """The measure after the scenario: the mean over the same draws."""
        return _mean(self.played.ends[1][self._is_defined])

    @property
    def mean_delta(self) -> float:
        """The change of the measure, which the contributions add up to."""
        return self.mean_after - self.mean_before

    @property
    def defined(self) -> float:
        """Share of the draws in which the measure is defined for everything that had to be valued."""
        return float(self._is_defined.mean())

    @property
    def largest_error(self) -> float:
        """The largest standard error of the contributions; infinite until enough draws differ to believe it."""
        uncertain = ~self.played.happens.all(axis=0)
        if (uncertain & ~is_settled(self.played.contributions)).any():
            return float("inf")
        return float(self._table["error"].max())

    def to_frame(self) -> pd.DataFrame:
        """Return one row per edit, the largest contribution first.

        Returns
        -------
        DataFrame
            Index `edit`, in words. Columns:

            - kind: what happens, as in `tie forms` or `actor joins`; of steps, the verb
            - mean_contribution: mean over the draws, in the measure's raw unit; all of them add up to `mean_delta`
            - low, high: the interval over the draws; equal to the contribution where nothing is uncertain
            - error: standard error of the contribution, from the draws and the random orders; 0 where it is exact
            - share: contribution as a part of `mean_delta` (may be negative or above 1); NaN where that is 0
            - happens: share of the draws in which the edit is made
        """
        return self._in_words("en")

    def _in_words(self, language: Language) -> pd.DataFrame:
        """Return the table with the edits in words of a language."""
        names = self.names if language == "lt" else {}
        index = pd.Index([told(part, language, names) for part in self.played.parts], name="edit")
        order = np.argsort(-np.nan_to_num(np.abs(self._table["mean_contribution"].to_numpy())), kind="stable")
        return self._table.set_axis(index, axis="index").iloc[order]

    @cached_property
    def _is_defined(self) -> Array:
        gaps: Array = np.isnan(self.played.contributions)
        return np.asarray(~gaps.any(axis=1))

    @cached_property
    def _table(self) -> pd.DataFrame:
        known = self.played.contributions[self._is_defined]
        drawn = spread(known, self.interval)
        undefined = np.full(len(self.played.parts), np.nan)
        return pd.DataFrame(
            {
                "kind": [kind_of(part) for part in self.played.parts],
                "mean_contribution": drawn["mean"],
                "low": drawn["low"],
                "high": drawn["high"],
                "error": np.hypot(drawn["error_of_mean"].fillna(0.0), self.played.error),
                "share": drawn["mean"] / self.mean_delta if abs(self.mean_delta) > 1e-12 else undefined,
                "happens": self.played.happens.mean(axis=0),
            }
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the change, what its largest parts are due to, and how that was found.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        names = self.scenario.name, None if self.baseline is None else self.baseline.name
        assumed = [] if self.played.happens.all() else self.scenario.assumptions(language, self.cluster)
        return of_attribution(
            self._in_words(language),
            measure=measure_name(self.measure, language),
            names=names,
            ends=(self.mean_before, self.mean_after),
            interval=self.interval,
            draws=self.draws,
            orders=self.orders,
            defined=self.defined,
            assumptions=assumed,
            data_notes=self.about_data(language),
            language=language,
        )

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the contributions with their intervals, on one scale.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about, source_of

        table = self._in_words(language).rename(columns={"mean_contribution": "mean"})[["mean", "low", "high"]]
        title = f"{self.scenario.name}: {measure_name(self.measure, language)}, {number(self.mean_delta, language)}"
        known = self.cluster
        return intervals(
            table,
            same_scale=True,
            title=title,
            subtitle=about(
                language, cluster=None if known is None else known.name, level=self.interval, draws=self.draws
            ),
            caption=None if known is None else source_of(known, language),
            language=language,
        )


def _without_idle_layers(played: Played) -> Played:
    """A layer that appears is worth a row only if that alone changes the measure."""
    is_layer = np.array([isinstance(part, Edit) and part.what == "layer" for part in played.parts], dtype=bool)
    kept = ~is_layer | (played.contributions != 0).any(axis=0)
    return Played(
        tuple(part for part, is_kept in zip(played.parts, kept, strict=True) if is_kept),
        played.contributions[:, kept],
        played.happens[:, kept],
        played.error[kept],
        played.orders,
        played.ends,
    )


def _names_in_lithuanian(cluster: Cluster) -> dict[str, str]:
    return dict(zip(cluster.ids, called(cluster, cluster.labels, "lt"), strict=True))


def _mean(values: Array) -> float:
    return float(values.mean()) if len(values) else float("nan")
