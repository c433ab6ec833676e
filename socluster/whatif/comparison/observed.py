"""Before and after, both observed: what came, stayed and went, and by how much measures differ. Nothing is drawn."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.labels import by_label
from socluster.core.result import MadeOf, Result
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.answers import Measure, Measures
from socluster.measures.shared.network import one_mode
from socluster.whatif.comparison.observed_links import affiliation_changes, membership_changes, tie_changes
from socluster.whatif.comparison.observed_text import is_two_mode, of_observed
from socluster.whatif.engine.evaluate import evaluate, named_raw
from socluster.words import Language, Phrase, say

__all__ = ["ObservedChanges", "observed_changes", "picture_of_both"]

Measured: TypeAlias = "tuple[dict[str, float], dict[str, pd.Series[Any]]]"


@checked
def observed_changes(before: Any, after: Any, /, *, measures: Measures | None = None) -> ObservedChanges:
    """What differs between two observations of a cluster?

    Which actors came and left; which ties came, stayed and went, by layer; and how measures differ, for the whole and
    for those who are in both. Both clusters are taken as they were observed: nothing is drawn, and nothing says that
    one thing caused another. `compare` gives the same if it is handed two clusters.

    Parameters
    ----------
    before, after : Cluster or anything that `as_cluster` takes
        The two observations. Actors are the same if their ids are, ties if their layer and ends are. The answer calls
        them as `after` does, and as `before` does who left.
    measures : callable, iterable of callables, or mapping from name to callable, optional
        Functions of a cluster that return a number, or numbers by actor: socluster's or your own; asked for raw values,
        as in `compare`. By default density, global efficiency, transitivity, degree and betweenness.

    Returns
    -------
    ObservedChanges
        `.to_frame()`: one row per measure; `.ties`, `.actors`, `.affiliations`: what became of each;
        `.by_actor()`: every measure by actor; `.plot()`.

    Warns
    -----
    UncertainTiesWarning
        If ties are uncertain; they are counted as if they existed.

    Raises
    ------
    InputError
        If a layer has a direction in one of the two only, if a layer holds several waves (``select(wave=...)`` takes
        one), or if a measure does not return numbers.

    Notes
    -----
    A dyad that one of the two observations leaves open (it is listed as unknown, or its respondent did not answer) did
    neither come nor go; it is counted apart. Who is in both is what the change "for those in both" is about: of a
    measure of the whole, it is the value of the cluster of those actors alone; of a measure by actor, the mean of their
    values in the full clusters, over those for whom it is defined in both.

    Whether a difference is more than what comes and goes by chance, two observations cannot tell; models of change
    need at least the changes themselves as data (Snijders, van de Bunt & Steglich 2010).

    References
    ----------
    Snijders, T. A. B., van de Bunt, G. G. & Steglich, C. E. G. (2010). Introduction to stochastic actor-based models
    for network dynamics. Social Networks, 32(1), 44-60. doi:10.1016/j.socnet.2009.02.004

    Examples
    --------
    >>> import pandas as pd
    >>> from socluster import density
    >>> before = pd.DataFrame({"source": ["School", "Clinic"], "target": ["Clinic", "Home"]})
    >>> after = pd.DataFrame({"source": ["School", "Home"], "target": ["Clinic", "Club"]})
    >>> found = observed_changes(before, after, measures=[density])
    >>> found.ties[["source", "target", "status"]].values.tolist()
    [['Clinic', 'Home', 'went'], ['Clinic', 'School', 'stayed'], ['Club', 'Home', 'came']]
    >>> found.to_frame().loc["density", ["before", "after", "difference"]].round(3).tolist()
    [0.667, 0.333, -0.333]
    """
    first, second = as_cluster(before), as_cluster(after)
    listed = named_raw(usual_measures() if measures is None else measures)
    if not listed:
        raise InputError("give at least one measure, or leave measures out")
    ties, affiliations = tie_changes(first, second), affiliation_changes(first, second)
    actors = membership_changes(first, second)
    shown = one_mode(first), one_mode(second)
    stayed = set(first.ids) & set(second.ids)
    of_both = [each.select(actors=[actor for actor in each.ids if actor in stayed]) for each in shown]
    wholes = [evaluate(listed, each) for each in shown]
    of_whole = [(name, each) for name, each in listed if name in wholes[0][0] or name in wholes[1][0]]
    return ObservedChanges(
        before=first,
        after=second,
        actors=actors,
        ties=ties,
        affiliations=affiliations,
        values=(wholes[0], wholes[1]),
        values_of_both=(evaluate(of_whole, of_both[0])[0], evaluate(of_whole, of_both[1])[0]),
    )


def picture_of_both(before: Cluster, after: Cluster, color: str | None, language: Language) -> Any:
    """Draw two observed clusters in one layout; without the colour where neither has the column."""
    from socluster.plot import before_after  # plotly is heavy; load it when somebody wants to see

    held = any(color in each.parts.actors for each in (before, after))
    return before_after(before, after, observed=True, color=color if held else None, language=language)


@dataclass(frozen=True, eq=False, repr=False)
class ObservedChanges(Result):
    """What `observed_changes` found. Its text says who and what came, stayed and went, and how measures differ.

    Parameters
    ----------
    before, after : Cluster
        The two observations.
    actors : Series of str
        Index `actor`, name `status`: stayed, came or went.
    ties : DataFrame
        Columns layer, source, target, status, with_both (whether both ends are in both clusters), weight_before,
        weight_after. Status: stayed, came, went, "not known before", "not known after".
    affiliations : DataFrame
        The same of actors and groups, without with_both.
    values : tuple
        Of each cluster, the numbers by measure and the Series by measure.
    values_of_both : tuple
        Of each cluster, the numbers of the cluster of those in both alone.
    """

    before: Cluster
    after: Cluster
    actors: pd.Series[Any]
    ties: pd.DataFrame
    affiliations: pd.DataFrame
    values: tuple[Measured, Measured]
    values_of_both: tuple[dict[str, float], dict[str, float]]

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure.

        Returns
        -------
        DataFrame
            Index `measure`. Columns:

            - of: what the value is of: `cluster`, or `mean of actors`
            - before, after, difference: of the whole, in the measure's raw unit
            - in_both: over how many actors the next three are
            - before_in_both, after_in_both, difference_in_both: of those who are in both
        """
        rows = {name: self._of_cluster(name) for name in self.values[0][0]}
        rows |= {name: self._of_actors(name) for name in self.values[0][1] if name in self.values[1][1]}
        return pd.DataFrame.from_dict(rows, orient="index", columns=_COLUMNS).rename_axis("measure")

    def by_actor(self, measure: str | None = None) -> pd.DataFrame:
        """Return one row per measure and actor: status, before, after and difference, in the full clusters.

        Parameters
        ----------
        measure : str, optional
            One measure; without it, all that give a value by actor.
        """
        tables = {
            name: self._both_of(name, self.actors.index)
            for name in self.values[0][1]
            if name in self.values[1][1] and measure in (None, name)
        }
        if not tables:
            return pd.DataFrame(columns=["status", "before", "after", "difference"])
        table = pd.concat(tables.values()) if measure is not None else _stacked(tables)
        table = table.assign(difference=table["after"] - table["before"])
        table.insert(0, "status", np.tile(self.actors.to_numpy(), len(tables)))
        return table

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who and what came, stayed and went, how measures differ, and what that does not mean.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = of_observed(
            (self.before, self.after),
            self.to_frame(),
            actors=self.actors,
            ties=self.ties,
            affiliations=self.affiliations,
            language=language,
        )
        return [*said, *self.about_data(language)]

    def about_data(self, language: Language = "en") -> list[str]:
        """Return what to keep in mind of either cluster.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        before = [say("Before: {note}", language, note=note) for note in _notes(self.before)]
        return [*before, *(say("After: {note}", language, note=note) for note in _notes(self.after))]

    def plot(self, *, color: str | None = "sector", language: Language = "en") -> Any:
        """Return a plotly figure of both states in one layout; see `socluster.plot.before_after`.

        Parameters
        ----------
        color : str, optional
            A column of the actors, for colour and symbol of the marks; left out where nobody has it.
        language : {"en", "lt"}, default "en"
            Language of the picture.
        """
        return picture_of_both(self.before, self.after, color, language)

    @property
    def made_of(self) -> MadeOf:
        """What the answer was made of: fingerprints of both clusters, and the version; nothing was drawn."""
        return MadeOf(fingerprint=f"{self.before.fingerprint} {self.after.fingerprint}")

    def _of_cluster(self, name: str) -> list[Any]:
        whole = [values[0].get(name, np.nan) for values in self.values]
        both = [values.get(name, np.nan) for values in self.values_of_both]
        stayed = int((self.actors == "stayed").sum())
        return ["cluster", *whole, whole[1] - whole[0], stayed, *both, both[1] - both[0]]

    def _of_actors(self, name: str) -> list[Any]:
        first, second = (values[1][name] for values in self.values)
        stayed = self.actors.index[self.actors == "stayed"]
        pairs = self._both_of(name, stayed).dropna()
        whole, both = [first.mean(), second.mean()], [pairs["before"].mean(), pairs["after"].mean()]
        return ["mean of actors", *whole, whole[1] - whole[0], len(pairs), *both, both[1] - both[0]]

    def _both_of(self, name: str, actors: pd.Index) -> pd.DataFrame:
        """Return a measure before and after of these actors, found by their ids and kept in this order."""
        before, after = (by_label(values[1][name], actors).to_numpy() for values in self.values)
        return pd.DataFrame({"before": before, "after": after}, index=actors)


def _stacked(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the tables as one, under their names; labels are not sorted, as not all kinds can be."""
    actors = next(iter(tables.values())).index
    codes = [np.repeat(np.arange(len(tables)), len(actors)), np.tile(np.arange(len(actors)), len(tables))]
    index = pd.MultiIndex(levels=[list(tables), actors], codes=codes, names=["measure", "actor"])
    return pd.concat(tables.values()).set_axis(index, axis="index")


def _notes(cluster: Cluster) -> tuple[Phrase, ...]:
    """Return what to keep in mind of what was measured: of a cluster of two modes its projection."""
    if not is_two_mode(cluster):
        return data_notes(cluster, any_measure=True)
    with warnings.catch_warnings():  # said when it was measured
        warnings.simplefilter("ignore", SoclusterWarning)
        return data_notes(cluster.project(), any_measure=True)


_COLUMNS = [
    "of", "before", "after", "difference", "in_both", "before_in_both", "after_in_both", "difference_in_both",
]  # fmt: skip


def usual_measures() -> tuple[Measure, ...]:
    """Return what is measured if nobody says what; loaded now, so that `import socluster` stays quick."""
    from socluster.measures.centrality.betweenness import betweenness
    from socluster.measures.centrality.degree import degree
    from socluster.measures.cohesion.closure import transitivity
    from socluster.measures.cohesion.density import density, global_efficiency

    return (density, global_efficiency, transitivity, degree, betweenness)
