"""What two waves say about what changed: counts that add up, shares, and who made the difference."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import Label, id_of
from socluster.core.result import MadeOf, Result
from socluster.development.monitoring.brokers import ran_through
from socluster.development.monitoring.dyads import WaveDyads
from socluster.development.monitoring.wave_text import balance, of_waves
from socluster.measures.cohesion.density import density
from socluster.whatif.comparison.observed import picture_of_both
from socluster.words import Language, count, say
from socluster.words.headings import as_title

__all__ = ["WaveChange"]

_NAN = float("nan")


@dataclass(frozen=True, eq=False, repr=False)
class WaveChange(Result):
    """What `compare_waves` found. Its text says it in sentences.

    Parameters
    ----------
    before, after : Cluster
        The waves, with ties of the one layer.
    layer : str or None
        The layer; None where neither wave holds ties.
    years : float or None
        How many years lie between the waves.
    actors : Series of str
        Index `actor`, name `status`: stayed, came or went.
    ties : DataFrame
        Columns source, target, status, with_both (whether both ends are in both waves), weight_before, weight_after.
        Status: stayed, came, went, "not known before", "not known after".
    dyads : WaveDyads
        How many dyads of those in both are tied in both (n11), before only (n10), after only (n01) and in neither
        (n00), how many ties who came and who left have, and what is left open.
    lost_brokers : DataFrame
        Who was in the top tenth by betweenness before, and left or is not in it after: index `actor`, columns how,
        betweenness_before, betweenness_after, pairs (of others that it connected by a shortest path) and
        no_longer_reached (how many of these no path connects after).
    renamed : DataFrame
        Columns before, after: who left and is called nearly like somebody who came.
    """

    before: Cluster
    after: Cluster
    layer: str | None
    years: float | None
    actors: pd.Series[Any] = field(repr=False)
    ties: pd.DataFrame = field(repr=False)
    dyads: WaveDyads
    lost_brokers: pd.DataFrame = field(repr=False)
    renamed: pd.DataFrame = field(repr=False)

    @property
    def jaccard(self) -> float:
        """Share of the ties of either wave that both have (0..1), among those in both; NaN without ties."""
        return _share(self.dyads.n11, self.dyads.n11 + self.hamming)

    @property
    def hamming(self) -> int:
        """How many dyads of those in both are tied in one wave only."""
        return self.dyads.n10 + self.dyads.n01

    @property
    def matching(self) -> float:
        """Share of dyads that are alike in both waves (0..1); NaN without dyads."""
        return _share(self.dyads.n11 + self.dyads.n00, self.known_dyads)

    @property
    def persistence(self) -> float:
        """Share of the ties of before that are there after (0..1), among those in both; NaN without ties before."""
        return _share(self.dyads.n11, self.dyads.n11 + self.dyads.n10)

    @property
    def dissolution(self) -> float:
        """Share of the ties of before that ended: 1 - persistence."""
        return 1 - self.persistence

    @property
    def creation(self) -> float:
        """Share of the dyads without a tie before that are tied after (0..1); NaN if all were tied."""
        return _share(self.dyads.n01, self.dyads.n01 + self.dyads.n00)

    @property
    def rewiring(self) -> int:
        """New ties minus ended ties among those in both."""
        return self.dyads.n01 - self.dyads.n10

    @property
    def entry(self) -> int:
        """Ties after with at least one who came."""
        return self.dyads.entry

    @property
    def exit(self) -> int:
        """Ties before with at least one who left."""
        return self.dyads.exit

    @property
    def left_open(self) -> int:
        """By how much the number of ties changes because one wave knows of a tie where the other knows nothing."""
        return self.dyads.tied_after - self.dyads.tied_before

    @property
    def ties_before(self) -> int:
        """How many ties there are before."""
        return int(self.ties["weight_before"].notna().sum())

    @property
    def ties_after(self) -> int:
        """How many ties there are after: ties_before + rewiring + entry - exit + left_open, exactly."""
        return int(self.ties["weight_after"].notna().sum())

    @property
    def _is_partly_known(self) -> bool:
        """Whether one wave knows of a tie where the other knows nothing, so that the two numbers do not compare."""
        return bool(self.dyads.tied_before or self.dyads.tied_after)

    @property
    def known_dyads(self) -> int:
        """How many dyads of those in both are known in both waves."""
        return self.dyads.n11 + self.hamming + self.dyads.n00

    @property
    def half_life(self) -> float:
        """After what time half of the ties have ended, if each ends with the same probability in equal times.

        In years if they are given, else in times between the waves; infinite if none ended, NaN without ties before.
        """
        if math.isnan(self.persistence) or self.persistence in (0.0, 1.0):
            return {0.0: 0.0, 1.0: math.inf}.get(self.persistence, _NAN)
        return -(self.years or 1.0) * math.log(2) / math.log(self.persistence)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per quantity: index `quantity`, column value.

        Numbers of actors and ties, the dyads, what the change of ties consists of, and shares. A density is of the
        known dyads of a wave; density_in_both is of those in both waves, and of the dyads known in both.
        """
        status = self.actors.value_counts()
        sizes = self.before.n_actors, self.after.n_actors
        d = self.dyads
        values = {
            "actors_before": sizes[0],
            "actors_after": sizes[1],
            "stayed": int(status.get("stayed", 0)),
            "came": int(status.get("came", 0)),
            "went": int(status.get("went", 0)),
            "ties_before": self.ties_before,
            "ties_after": self.ties_after,
            "rewiring": self.rewiring,
            "entry": self.entry,
            "exit": self.exit,
            "left_open": self.left_open,
            "n11": d.n11,
            "n10": d.n10,
            "n01": d.n01,
            "n00": d.n00,
            "jaccard": self.jaccard,
            "hamming": self.hamming,
            "matching": self.matching,
            "persistence": self.persistence,
            "dissolution": self.dissolution,
            "creation": self.creation,
            "half_life": self.half_life,
            "ties_per_actor_before": _share(self.ties_before, sizes[0]),
            "ties_per_actor_after": _share(self.ties_after, sizes[1]),
            "density_before": _density(self.before),
            "density_after": _density(self.after),
            "density_in_both_before": _share(d.n11 + d.n10, self.known_dyads),
            "density_in_both_after": _share(d.n11 + d.n01, self.known_dyads),
        }
        index = pd.Index(list(values), name="quantity")
        return pd.DataFrame({"value": [float(each) for each in values.values()]}, index=index)

    def by_actor(self) -> pd.DataFrame:
        """Return one row per actor: status, and how many of its ties stayed, came and went (and are not known)."""
        ends = pd.concat([self.ties[["source", "status"]].set_axis(["actor", "what"], axis=1),
                          self.ties[["target", "status"]].set_axis(["actor", "what"], axis=1)])  # fmt: skip
        place = {label: at for at, label in enumerate(self.actors.index)}
        table = pd.DataFrame({"status": self.actors})
        for column, what in (("kept", "stayed"), ("new", "came"), ("ended", "went"), ("unknown", "not known")):
            counts = [0] * len(place)
            for actor in ends.loc[ends["what"].str.startswith(what), "actor"]:
                counts[place[actor]] += 1
            table[column] = counts
        return table

    @checked
    def through(self, actor: Label) -> pd.DataFrame:
        """Return which pairs of others, who are in both waves, an actor connected by a shortest path before.

        Parameters
        ----------
        actor : label
            Who was there before.

        Returns
        -------
        DataFrame
            Columns source, target, distance_before, distance_after (steps; infinite where there is no path after).
            What lost its path comes first.

        Raises
        ------
        InputError
            If the actor was not there before.
        """
        known = set(self.before.ids)
        try:
            id_ = id_of(actor)
        except (InputError, TypeError):
            id_ = None
        if id_ not in known:
            names = [str(each) for each in self.before.labels]
            near = nearest(str(actor), names)
            raise InputError(
                Problem("was not there before", is_argument=True, column="actor", value=actor, nearest=near)
            )
        with warnings.catch_warnings():  # said when the waves were compared
            warnings.simplefilter("ignore")
            return ran_through(self.before, self.after, self.layer, str(id_))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what the change of ties consists of, who made it, and what it does not mean.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        table = self.to_frame()["value"]
        said = of_waves(
            (self.before, self.after),
            table,
            layer=self.layer,
            years=self.years,
            by_actor=self.by_actor(),
            brokers=self.lost_brokers,
            renamed=self.renamed,
            unknown=self.dyads.left_open,
            is_partly_known=self._is_partly_known,
            language=language,
        )
        return [*said, *self.about_data(language)]

    def about_data(self, language: Language = "en") -> list[str]:
        """Return what to keep in mind of either wave.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        notes = [data_notes(each, unknown=False) for each in (self.before, self.after)]
        before = [say("Before: {note}", language, note=note) for note in notes[0]]
        return [*before, *(say("After: {note}", language, note=note) for note in notes[1])]

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: from the ties before to the ties after, by what came and went.

        Parameters
        ----------
        title : str, optional
            Default: by how much the number of ties changes.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.
        """
        from socluster.plot import balance as draw  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        d = self.dyads
        parts = {
            say("ties before", language): self.ties_before,
            say("new, among those in both", language): d.n01,
            say("ended, among those in both", language): -d.n10,
            say("with who came", language): d.entry,
            say("with who left", language): -d.exit,
        }
        if d.tied_after or d.tied_before:
            parts[say("not known in the other wave", language)] = self.left_open
        shown = pd.DataFrame({"amount": [float(each) for each in parts.values()]}, index=list(parts))
        table = self.to_frame()["value"]
        finding = as_title(balance(table, language, is_partly_known=self._is_partly_known))
        return draw(
            shown,
            end_label=say("ties after", language),
            label=say("ties", language),
            title=finding if title is None else title,
            subtitle=about(language, cluster=self.after.name, more=[self._how_many(language)]),
            caption=_sources(self.before, self.after, language),
            language=language,
        )

    def _how_many(self, language: Language) -> str:
        """Return how many actors each wave has."""
        before, after = (
            count("{n} actor", "{n} actors", each.n_actors, language) for each in (self.before, self.after)
        )
        if before == after:
            return before
        return say("before: {before}, after: {after}", language, before=before, after=after)

    def plot_network(self, *, color: str | None = "sector", language: Language = "en") -> Any:
        """Return a plotly figure of both waves in one layout; see `socluster.plot.before_after`.

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
        """What the answer was made of: fingerprints of both waves, and the version; nothing was drawn."""
        return MadeOf(fingerprint=f"{self.before.fingerprint} {self.after.fingerprint}")


def _sources(before: Cluster, after: Cluster, language: Language) -> str:
    """Return where the data of both waves come from, once where that is the same."""
    from socluster.plot.caption import source_of

    first, second = source_of(before, language), source_of(after, language)
    if first == second:
        return second
    alike = source_of(before, language, evidence=False)
    if alike and alike == source_of(after, language, evidence=False):  # only what the ties rest on differs
        first, second = (each.removeprefix(alike).strip() for each in (first, second))
        return " ".join([alike, *_of_each(first, second, language)])
    return " ".join(_of_each(first, second, language))


def _of_each(first: str, second: str, language: Language) -> list[str]:
    parts = []
    if first:
        parts.append(say("Before: {note}", language, note=first))
    if second:
        parts.append(say("After: {note}", language, note=second))
    return parts


def _share(part: float, whole: float) -> float:
    return part / whole if whole else _NAN


def _density(cluster: Cluster) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(density(cluster))
