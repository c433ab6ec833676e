"""After the project: which ties survive when its staff and its money go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Never, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import generator, seed_of
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import ONE_DRAW, data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import Label
from socluster.core.result import Result
from socluster.core.subset import chosen, keep_actors
from socluster.draws.settings import Draws, as_draws, refuse_moved
from socluster.draws.spread import INTERVAL
from socluster.measures.shared.network import one_mode, warn_of_uncertain_ties
from socluster.whatif.leaving.loss_text import NAMED
from socluster.whatif.leaving.survival_counts import Survived
from socluster.words import Language, Phrase, count, listed, marked, percent, say, value_name

__all__ = ["Survival", "surviving_ties"]

Who: TypeAlias = "Iterable[Label] | pd.Series[Any] | Mapping[str, object] | Callable[[Cluster], pd.Series[Any]]"

_NO_SUCH_VALUE = {"actors": marked("no actor has this value"), "ties": marked("no tie has this value")}
_MEETS_NONE = {
    "actors": marked("no actor meets all of these conditions"),
    "ties": marked("no tie meets all of these conditions"),
}


@dataclass(frozen=True, eq=False, repr=False)
class Survival(Result):
    """What `surviving_ties` found. Its text is a sentence per layer.

    Parameters
    ----------
    cluster : Cluster
        The cluster with the project.
    remaining : Cluster
        The same without who goes and what ends.
    gone : tuple of str
        Actors who go.
    ended : int
        Ties that end although both ends stay.
    draws : int or None
        Number of draws; None = uncertain ties were counted as if they existed.
    interval : float
        Share of the draws that an interval holds.
    table : DataFrame
        What `to_frame` returns.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    remaining: Cluster
    gone: tuple[str, ...]
    ended: int
    draws: int | None
    interval: float
    table: pd.DataFrame = field(compare=False)
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def share(self) -> float:
        """Share of all ties that survive, by number (the median over the draws)."""
        return float(self.table["share"].iloc[-1])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per layer of ties, and one for all of them.

        Returns
        -------
        DataFrame
            Index `layer`, last `all layers`. Columns:

            - ties, surviving: how many ties there are, and how many of them survive
            - share: surviving as a part of ties (0 to 1)
            - strength, surviving_strength, strength_share: the same with ties counted by their strength; over all
              layers it adds up what may be different scales

            With draws, these are medians, and low, high, strength_low, strength_high are the intervals of the two
            shares; `defined` is the part of the draws in which there were ties. NaN where there are no ties.
        """
        return self.table.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who goes, a sentence per layer, and what to keep in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        question = say(
            "What survives {of_ties} if {what}?",
            language,
            of_ties=count("of the {n} tie", "of the {n} ties", self.cluster.n_ties, language),
            what=self._what_happens(language),
        )
        where = [
            say("In {layer}", language, layer=value_name("layer", layer, language)) for layer in self.table.index[:-1]
        ]
        if len(where) != 1:
            where.append(say("Over all layers", language))
        rows = zip(where, self.table.to_dict("records"), strict=False)  # one layer is all layers
        caveat = say(
            "A tie that survives on paper may still fade: its ends were not asked whether they will continue.", language
        )
        lines = [self._sentence(each, row, language) for each, row in rows]
        return [question, *lines, *self.about_data(language), caveat]

    def _what_happens(self, language: Language) -> str:
        """Return who leaves and what ends."""
        what = []
        if self.gone:
            what.append(
                count(
                    "{n} {of_all} leaves ({names})",
                    "{n} {of_all} leave ({names})",
                    len(self.gone),
                    language,
                    of_all=count("of {n} actor", "of {n} actors", self.cluster.n_actors, language),
                    names=listed(called(self.cluster, self.gone, language), language, most=NAMED),
                )
            )
        if self.ended and self.gone:
            what.append(count("{n} tie between others ends", "{n} ties between others end", self.ended, language))
        elif self.ended:
            what.append(count("{n} tie ends", "{n} ties end", self.ended, language))
        return listed(what, language) if what else say("nobody leaves and nothing ends", language)

    def _sentence(self, where: str, row: dict[Any, float], language: Language) -> str:
        if np.isnan(row["share"]):
            if self.draws is not None:
                return say("{where} there are no ties in any draw.", language, where=where)
            return say("{where} there are no ties.", language, where=where)
        share = percent(row["share"], language)
        if self.draws is None:
            said = count(
                "{where}, {n} {of_ties} survives ({share}).",
                "{where}, {n} {of_ties} survive ({share}).",
                int(row["surviving"]),
                language,
                where=where,
                of_ties=count("of {n} tie", "of {n} ties", int(row["ties"]), language),
                share=share,
            )
        elif row["low"] == row["high"]:
            said = say("{where}, {share} of the ties survive.", language, where=where, share=share)
        else:
            said = count(
                "{where}, {share} of the ties survive ({low} to {high} in {interval} of {n} draw).",
                "{where}, {share} of the ties survive ({low} to {high} in {interval} of {n} draws).",
                self.draws,
                language,
                where=where,
                share=share,
                low=percent(row["low"], language),
                high=percent(row["high"], language),
                interval=percent(self.interval, language),
            )
        by_strength = percent(row["strength_share"], language)
        if by_strength == share:
            return said
        return f"{said} {say('Counted by strength: {share}.', language, share=by_strength)}"


@checked
def surviving_ties(
    cluster: Any,
    /,
    *,
    without: Who | None = None,
    ties: Mapping[str, object] | None = None,
    draws: int | Draws | None = None,
    rng: Generator | int | None = None,
    **moved: Never,
) -> Survival:
    """Which share of the ties survives when the project ends?

    A project pays for people who hold a cluster together: coordinators, experts, an office. When it ends, their ties go
    with them; and so may ties between others that rest on the project alone, such as its contracts.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster with the project; one that has only affiliations is projected first, with a warning.
    without : iterable of str, bool Series, mapping, or callable, optional
        Actors who go: ids; a mark such as a measure returns; attributes, as in ``{"kind": "project team"}``; or a
        function of the cluster that returns such a mark.
    ties : mapping, optional
        Ties that go although both ends stay, by columns of the ties: ``{"layer": "contract"}``,
        ``{"evidence": ["assumed", "simulated"]}``, ``{"ref": "..."}``. All columns must fit; of a list, any value.
    draws : int or Draws, optional
        How many draws of the uncertain ties; without it, they are counted as if they existed, with a warning. With
        ``sc.Draws(...)`` also the interval; its tolerance holds for the standard errors of the shares, by layer.
    rng : int or numpy.random.Generator, optional
        Seed; needed with draws. The same seed gives the same answer.
    **moved
        None; what stands in `Draws` is refused here.

    Returns
    -------
    Survival
        Prints as sentences; `.share`, `.remaining` (a cluster), `.to_frame()`, `.sentences(language)`.

    Raises
    ------
    InputError
        If neither actors nor ties are named, or what is named does not exist or selects nothing.

    Notes
    -----
    The share is of what is there: of a draw, the ties that are there in it. What is drawn is whether a tie exists, not
    whether it will survive; that either end may go on alone, or others step in, is not modelled.

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.whatif.leaving.survival import surviving_ties
    >>> norway = sc.load_dataset("norway_project")
    >>> surviving_ties(norway, without={"lead": True}).to_frame()["share"].tolist()
    [0.0, 1.0, 0.25]
    """
    refuse_moved(moved, "surviving_ties")
    base = one_mode(cluster)
    if without is None and ties is None:
        raise InputError("state who leaves (without=), or which ties end (ties=)")
    if draws is None and rng is not None:
        raise InputError("rng does nothing without draws; state how many")
    gone = np.zeros(base.n_actors, dtype=bool) if without is None else _who(base, without)
    ends = np.zeros(base.n_ties, dtype=bool) if ties is None else _which(base, ties)
    parts = base.parts.ties
    loses_end = gone[parts.source] | gone[parts.target]
    survives = ~loses_end & ~ends
    survived = Survived(base, survives)
    if draws is None:
        warn_of_uncertain_ties(base)
        done, interval = None, INTERVAL
        table = survived.table(survived.counts(np.ones((1, base.n_ties), dtype=bool)), interval)
        table = table.drop(columns=["low", "high", "strength_low", "strength_high", "defined"])
        table = table.astype({"ties": np.int64, "surviving": np.int64})
    else:
        settings = as_draws(draws)
        interval = settings.interval
        done, table = survived.drawn(settings, int(generator(rng).integers(2**63)))
    names = tuple(label for label, goes in zip(base.labels, gone.tolist(), strict=True) if goes)
    remaining = Cluster(keep_actors(base.parts.keep_ties(survives), ~gone))
    ended, notes = int((ends & ~loses_end).sum()), data_notes(base, drawn=draws is not None)
    if done == 1 and base.n_uncertain:
        notes = (ONE_DRAW, *notes)
    return Survival(base, remaining, names, ended, done, interval, table, seed_of(rng), notes)


def _who(cluster: Cluster, without: Who) -> Array:
    """Return a mask of the actors who go."""
    wanted = without(cluster) if callable(without) else without
    if callable(without) and not (isinstance(wanted, pd.Series) and pd.api.types.is_bool_dtype(wanted.dtype)):
        raise InputError(
            Problem(
                "must return a bool Series by actor", is_argument=True, column="without", value=type(wanted).__name__
            )
        )
    mask = chosen(cluster.actors, wanted, "actor")
    if not mask.any() and isinstance(wanted, Mapping):
        raise InputError(_nothing_like(cluster.actors, wanted, "actors"))
    return mask


def _which(cluster: Cluster, wanted: Mapping[str, object]) -> Array:
    """Return a mask of the ties that end."""
    frame = cluster.ties
    mask = chosen(frame, wanted, "tie")
    if not mask.any():
        raise InputError(_nothing_like(frame, wanted, "ties"))
    return mask


def _nothing_like(frame: pd.DataFrame, wanted: Mapping[str, object], table: Literal["actors", "ties"]) -> list[Problem]:
    """Return what is wrong with conditions that nobody meets."""
    problems = []
    for column, values in wanted.items():
        options = list(values) if isinstance(values, list | tuple | set | frozenset) else [values]
        known = [str(value) for value in frame[column].dropna().unique()]
        unknown = [value for value in options if not frame[column].isin([value]).any()]
        problems += [
            Problem(_NO_SUCH_VALUE[table], table, column=column, value=value, nearest=nearest(value, known))
            for value in unknown
        ]
    return problems or [Problem(_MEETS_NONE[table], table, value=dict(wanted))]
