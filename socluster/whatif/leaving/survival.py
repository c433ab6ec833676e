"""After the project: which ties survive when its staff and its money go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import fraction, generator, positive_integer
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.streams import tie_keys, uniforms
from socluster.core.subset import chosen, keep_actors
from socluster.measures.network import one_mode, warn_of_uncertain_ties
from socluster.whatif.leaving.loss_text import listed, phrase
from socluster.words import Language, number, percent

__all__ = ["Survival", "surviving_ties"]

Who: TypeAlias = "Iterable[str] | pd.Series[Any] | Mapping[str, object] | Callable[[Cluster], pd.Series[Any]]"

ALL = "all layers"

_TEXT = {
    "en": {
        "head": "What survives of the ties ({ties}) if {what}?",
        "who": "{n} of {actors} actors goes ({names})|{n} of {actors} actors go ({names})",
        "which": "{n} tie between others ends|{n} ties between others end",
        "nobody": "nobody goes and nothing ends",
        "and": " and ",
        "one": "In {layer}",
        "all": "Over all layers",
        "sure": "{where}, {left} of {ties} ties survive ({share}).",
        "drawn": "{where}, {share} of the ties survive ({low} to {high} in {interval} of {draws} draws).",
        "strength": " Counted by strength: {strength_share}.",
        "none": "{where} there are no ties.",
        "caveat": "A tie that survives on paper may still fade: nobody was asked whether they will go on.",
    },
    "lt": {
        "head": "Kas išlieka iš ryšių (jų {ties}), jeigu {what}?",
        "who": "išeina veikėjų – {n} iš {actors} ({names})",
        "which": "pasibaigia ryšių tarp kitų – {n}",
        "nobody": "niekas neišeina ir niekas nesibaigia",
        "and": " ir ",
        "one": "Sluoksnis „{layer}“",
        "all": "Visi sluoksniai",
        "sure": "{where}: išlieka {left} iš {ties} ryšių ({share}).",
        "drawn": "{where}: išlieka {share} ryšių (nuo {low} iki {high}; taip {interval} bandymų iš {draws}).",
        "strength": " Skaičiuojant pagal stiprumą – {strength_share}.",
        "none": "{where}: ryšių nėra.",
        "caveat": "Popieriuje išlikęs ryšys vis tiek gali nutrūkti: niekas neklausė, ar jis tęsis.",
    },
}


@dataclass(frozen=True, eq=False, repr=False)
class Survival:
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
    """

    cluster: Cluster
    remaining: Cluster
    gone: tuple[str, ...]
    ended: int
    draws: int | None
    interval: float
    table: pd.DataFrame = field(compare=False)

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
        text, what = _TEXT[language], []
        if self.gone:
            names, actors = listed(self.gone, language), self.cluster.n_actors
            what.append(phrase(text["who"], len(self.gone), language, names=names, actors=actors))
        if self.ended:
            what.append(phrase(text["which"], self.ended, language))
        said = text["and"].join(what) or text["nobody"]
        lines = [text["head"].format(ties=number(self.cluster.n_ties, language), what=said)]
        where = [text["one"].format(layer=layer) for layer in self.table.index[:-1]]
        if len(where) != 1:
            where.append(text["all"])
        rows = zip(where, self.table.to_dict("records"), strict=False)  # one layer is all layers
        return [*lines, *(self._sentence(each, row, language) for each, row in rows), text["caveat"]]

    def _sentence(self, where: str, row: dict[Any, float], language: Language) -> str:
        text = _TEXT[language]
        if np.isnan(row["share"]):
            return text["none"].format(where=where)
        shares = {name: percent(row[name], language) for name in row if name.endswith(("share", "low", "high"))}
        ties, left = (number(row[name], language) for name in ("ties", "surviving"))
        numbers = {"ties": ties, "left": left, "interval": percent(self.interval, language), "draws": self.draws}
        said = text["sure" if self.draws is None else "drawn"].format(where=where, **numbers, **shares)
        differs = shares["strength_share"] != shares["share"]
        return said + (text["strength"].format(**shares) if differs else "")

    def __repr__(self) -> str:
        """Return the sentences."""
        return "\n".join(self.sentences())


def surviving_ties(
    cluster: Any,
    /,
    *,
    without: Who | None = None,
    ties: Mapping[str, object] | None = None,
    draws: int | None = None,
    rng: Generator | int | None = None,
    interval: float = 0.9,
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
    draws : int, optional
        How many draws of the uncertain ties; without it, they are counted as if they existed, with a warning.
    rng : int or numpy Generator, optional
        Seed; needed with draws. The same seed gives the same answer.
    interval : float, default 0.9
        Share of the draws that an interval holds (0..1).

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
    base = one_mode(cluster)
    if without is None and ties is None:
        raise InputError("say who goes (without=), or which ties end (ties=)")
    if draws is None and rng is not None:
        raise InputError("rng does nothing without draws; say how many")
    fraction("interval", interval)
    gone = np.zeros(base.n_actors, dtype=bool) if without is None else _who(base, without)
    ends = np.zeros(base.n_ties, dtype=bool) if ties is None else _which(base, ties)
    parts = base._parts.ties
    loses_end = gone[parts.source] | gone[parts.target]
    survives = ~loses_end & ~ends
    if draws is None:
        warn_of_uncertain_ties(base)
        there = np.ones((1, base.n_ties), dtype=bool)
    else:
        there = _drawn(base, positive_integer("draws", draws), generator(rng))
    table = _table(base, survives, there, interval)
    if draws is None:
        table = table.drop(columns=["low", "high", "strength_low", "strength_high", "defined"])
        table = table.astype({"ties": np.int64, "surviving": np.int64})
    names = tuple(label for label, goes in zip(base.labels, gone.tolist(), strict=True) if goes)
    remaining = Cluster(keep_actors(base._parts.keep_ties(survives), ~gone))
    return Survival(base, remaining, names, int((ends & ~loses_end).sum()), draws, interval, table)


def _who(cluster: Cluster, without: Who) -> Array:
    """Return a mask of the actors who go."""
    wanted = without(cluster) if callable(without) else without
    if callable(without) and not (isinstance(wanted, pd.Series) and pd.api.types.is_bool_dtype(wanted.dtype)):
        raise InputError(Problem("must return a bool Series by actor", column="without", value=type(wanted).__name__))
    mask = chosen(cluster.actors, wanted, "actor")
    if not mask.any() and isinstance(wanted, Mapping):
        raise InputError(_nothing_like(cluster.actors, wanted, "actor"))
    return mask


def _which(cluster: Cluster, wanted: Mapping[str, object]) -> Array:
    """Return a mask of the ties that end."""
    frame = cluster.ties
    mask = chosen(frame, wanted, "tie")
    if not mask.any():
        raise InputError(_nothing_like(frame, wanted, "tie"))
    return mask


def _nothing_like(frame: pd.DataFrame, wanted: Mapping[str, object], what: str) -> list[Problem]:
    """Return what is wrong with conditions that nobody meets."""
    problems = []
    for column, values in wanted.items():
        options = list(values) if isinstance(values, list | tuple | set | frozenset) else [values]
        known = [str(value) for value in frame[column].dropna().unique()]
        for value in options:
            if not frame[column].isin([value]).any():
                message = f"no {what} has this value"
                problems.append(Problem(message, f"{what}s", column=column, value=value, nearest=nearest(value, known)))
    return problems or [Problem(f"no {what} meets all of these conditions", f"{what}s", value=dict(wanted))]


def _drawn(cluster: Cluster, draws: int, rng: Generator) -> Array:
    """Return which ties are there: array of bool of shape (draws, ties)."""
    seed = int(rng.integers(2**63))
    keys, sure = tie_keys(cluster._parts), cluster._parts.ties.rest["confidence"].values
    return np.array([uniforms(keys, seed, draw) < sure for draw in range(draws)], dtype=bool)


def _table(cluster: Cluster, survives: Array, there: Array, interval: float) -> pd.DataFrame:
    """Return a row per layer, and one for all; medians over the draws."""
    parts = cluster._parts
    codes = {name: parts.layer_names.index(name) for name in cluster.tie_layers}
    masks = [*(parts.ties.layer == code for code in codes.values()), np.ones(len(parts.ties), dtype=bool)]
    weight = parts.ties.rest["weight"].values
    rows = [_row(there[:, mask], survives[mask], weight[mask], interval) for mask in masks]
    return pd.DataFrame(rows, index=pd.Index([*codes, ALL], name="layer", dtype="str"))


def _row(there: Array, survives: Array, weight: Array, interval: float) -> dict[str, float]:
    row: dict[str, float] = {}
    tail = (1 - interval) / 2
    for names, worth in (
        (("ties", "surviving", "share", "low", "high"), np.ones(len(weight))),
        (("strength", "surviving_strength", "strength_share", "strength_low", "strength_high"), weight),
    ):
        total, left = there @ worth, there @ (worth * survives)
        share = np.divide(left, total, out=np.full(len(total), np.nan), where=total > 0)
        known = share[~np.isnan(share)]
        middle, low, high = np.quantile(known, [0.5, tail, 1 - tail]) if len(known) else (np.nan,) * 3
        row |= dict(zip(names, (float(np.median(total)), float(np.median(left)), middle, low, high), strict=True))
    row["defined"] = len(known) / len(share)
    return row
