"""Who offers the same as whom, and what does only one provider offer?"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.labels import label_index
from socluster.core.result import Result
from socluster.measures.services.offers import CELL, cell_name, offers_of
from socluster.measures.services.source import source_of_offers
from socluster.words import Language, Phrase, count, listed, number, say
from socluster.words.headings import as_title

__all__ = ["ServiceOverlap", "service_overlap"]

_MOST_NAMED = 5


@dataclass(frozen=True, eq=False, repr=False)
class ServiceOverlap(Result):
    """What `service_overlap` found. Its text says it in sentences.

    Parameters
    ----------
    pairs : DataFrame
        A row per pair of providers: index (actor, partner); columns jaccard, ruzicka, overlap.
    cells : DataFrame
        A row per place, service and target group (index; empty text where not stated): providers, hhi, effective.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the capacities.
    cluster : Cluster, optional
        What offers them, for the caption of a picture.
    """

    pairs: pd.DataFrame = field(repr=False)
    cells: pd.DataFrame = field(repr=False)
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False, repr=False)

    @property
    def sole(self) -> pd.DataFrame:
        """What only one provider offers: the rows of `cells` with one provider."""
        return self.cells[self.cells["providers"] == 1].copy()

    def to_frame(self) -> pd.DataFrame:
        """Return the pairs: index (actor, partner); columns jaccard, ruzicka, overlap."""
        return self.pairs.copy()

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: providers by providers, the darker the more of what they offer is the same.

        Parameters
        ----------
        title : str, optional
            Default: what only one provider offers.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import matrix  # plotly is heavy; load it when somebody wants to see

        names = list(dict.fromkeys(label for pair in self.pairs.index for label in pair))
        place = {name: position for position, name in enumerate(names)}
        table = np.eye(len(names))
        for (one, other), value in self.pairs["ruzicka"].items():
            table[place[one], place[other]] = table[place[other], place[one]] = value
        shown = pd.DataFrame(table, index=[str(name) for name in names], columns=[str(name) for name in names])
        finding = self._of_sole(language) if len(self.cells) else say("Nobody provides a service.", language)
        return matrix(
            shown,
            label=say("share of capacity that is the same", language),
            title=as_title(finding) if title is None else title,
            caption=source_of_offers(self.cluster, language),
            language=language,
        )

    def plot_offers(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: over how many providers every offer is spread, the most fragile first.

        The length is the effective number of providers, 1 by the Herfindahl index of their shares: three equal ones
        count as three, and as few more than one if one of them has nearly all.

        Parameters
        ----------
        title : str, optional
            Default: what only one provider offers.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.
        """
        from socluster.plot import bars  # plotly is heavy; load it when somebody wants to see

        table = self.cells.sort_values("effective", kind="stable")
        told = [
            say(
                "{providers}; concentration of capacity (Herfindahl index) {hhi}",
                language,
                providers=count("{n} provider", "{n} providers", int(row["providers"]), language),
                hhi=number(float(row["hhi"]), language, decimals=2),
            )
            for _, row in table.iterrows()
        ]
        names = pd.Index([cell_name(cell) for cell in table.index], name="offer", dtype=object)
        finding = self._of_sole(language) if len(self.cells) else say("Nobody provides a service.", language)
        return bars(
            pd.DataFrame({"value": table["effective"].to_numpy(dtype=float), "told": told}, index=names),
            label=say("effective number of providers", language),
            subtitle=say("sorted by number, smallest first", language) if len(table) > 1 else None,
            title=as_title(finding) if title is None else title,
            caption=source_of_offers(self.cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what only one provider offers, and who offers most of the same.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.cells.empty:
            return [say("Nobody provides a service.", language), *self.about_data(language)]
        return [
            self._of_sole(language),
            *self._of_pairs(language),
            say("The same offer twice is not waste by itself: it may be choice, or a reserve.", language),
            *self.about_data(language),
        ]

    def _of_sole(self, language: Language) -> str:
        n, names = len(self.sole), [cell_name(cell) for cell in self.sole.index]
        if not n:
            return say("Every service has several providers.", language)
        return count(
            "{n} of {all} has only one provider, whose loss would end it: {names}.",
            "{n} of {all} have only one provider, whose loss would end them: {names}.",
            n,
            language,
            all=count("{n} offer", "{n} offers", len(self.cells), language, context="of"),
            names=listed(names, language, most=_MOST_NAMED),
        )

    def _of_pairs(self, language: Language) -> list[str]:
        alike = self.pairs[self.pairs["ruzicka"] > 0]
        if alike.empty:
            return [say("No two providers offer the same.", language)] if len(self.pairs) else []
        (one, other), value = alike["ruzicka"].idxmax(), alike["ruzicka"].max()
        return [
            count(
                "{n} pair of providers offers something of the same; most alike are {one} and {other} (Ruzicka "
                "{value}).",
                "{n} pairs of providers offer something of the same; most alike are {one} and {other} (Ruzicka "
                "{value}).",
                len(alike),
                language,
                one=str(one),
                other=str(other),
                value=number(float(value), language, decimals=2),
            )
        ]


@checked
def service_overlap(cluster: Any, /) -> ServiceOverlap:
    r"""Who offers the same as whom, and what does only one provider offer?

    Two providers are compared by what each offers in every place, service and target group:

    .. math:: J = \frac{|A \cap B|}{|A \cup B|}, \quad
              R = \frac{\sum_c \min(a_c, b_c)}{\sum_c \max(a_c, b_c)}, \quad
              O = \frac{\sum_c \min(a_c, b_c)}{\min(\sum_c a_c, \sum_c b_c)}

    with the capacities a and b in a cell c; J (Jaccard) asks only whether both offer it, R (Ruzicka) and O (overlap)
    how much. A cell's concentration is the sum of its providers' squared shares (Herfindahl-Hirschman, hhi), and its
    effective number of providers is 1 / hhi.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What offers services, as in `coverage`.

    Returns
    -------
    ServiceOverlap
        pairs (jaccard, ruzicka, overlap), cells (providers, hhi, effective), sole (the cells of one provider);
        `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If the cluster offers no services.

    Notes
    -----
    1 - J is the complementarity of two providers. Capacities in different units are compared within a cell only if they
    are of one unit; state units, and one cell a unit. Duplication is not waste: it may be choice or reserve. What one
    provider alone offers ends with it.

    References
    ----------
    Ružička, M. (1958). Anwendung mathematisch-statistischer Methoden in der Geobotanik. Biológia, 13, 647-661.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.services.overlap import service_overlap
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}))
    >>> for service in ["psychologist", "day care"]:
    ...     town = town.with_group(service, kind="service", service=service, place="Kelmė")
    >>> town = town.with_affiliation("A", "psychologist", layer="provides", weight=5)
    >>> town = town.with_affiliation("B", "psychologist", layer="provides", weight=5)
    >>> town = town.with_affiliation("B", "day care", layer="provides", weight=20)
    >>> service_overlap(town)
    1 of 2 offers has only one provider, whose loss would end it: Kelmė, day care.
    1 pair of providers offers something of the same; most alike are A and B (Ruzicka 0.20).
    The same offer twice is not waste by itself: it may be choice, or a reserve.
    """
    offers = offers_of(cluster)
    offers.warn_of_capacity()
    held, providers, cells = _held(offers.table)
    return ServiceOverlap(
        _pairs(held, providers), _cells(held, cells), offers.cluster.fingerprint, offers.notes, offers.cluster
    )


def _held(table: pd.DataFrame) -> tuple[Array, list[Any], list[tuple[str, ...]]]:
    """Return the capacity of every provider (row) in every cell (column), and what these are."""
    keys = list(table[list(CELL)].itertuples(index=False, name=None))
    providers, cells = list(dict.fromkeys(table["provider"])), sorted(set(keys))
    row, column = ({name: place for place, name in enumerate(names)} for names in (providers, cells))
    held = np.zeros((len(providers), len(cells)))
    for provider, cell, capacity in zip(table["provider"], keys, table["capacity"], strict=True):
        held[row[provider], column[cell]] += capacity
    return held, providers, cells


def _pairs(held: Array, providers: list[Any]) -> pd.DataFrame:
    """Return how alike two providers are, a row per pair; each provider is compared with all after it at once."""
    rows = [np.zeros((0, 3))]
    for one, row in enumerate(held):
        others = held[one + 1 :]
        smaller, larger = np.minimum(row, others), np.maximum(row, others)
        jaccard = (smaller > 0).sum(axis=1) / (larger > 0).sum(axis=1)
        least = np.minimum(row.sum(), others.sum(axis=1))
        rows.append(np.column_stack([jaccard, smaller.sum(axis=1) / larger.sum(axis=1), smaller.sum(axis=1) / least]))
    ends = list(combinations(providers, 2))
    levels = [label_index([pair[end] for pair in ends], "actor") for end in (0, 1)]
    index = pd.MultiIndex.from_arrays(levels, names=["actor", "partner"])
    return pd.DataFrame(np.concatenate(rows), index=index, columns=["jaccard", "ruzicka", "overlap"], dtype=float)


def _cells(held: Array, cells: list[tuple[str, ...]]) -> pd.DataFrame:
    shares = held / held.sum(axis=0) if held.size else held
    hhi = (shares**2).sum(axis=0)
    columns = {"providers": (held > 0).sum(axis=0).astype(int), "hhi": hhi, "effective": 1 / hhi if held.size else hhi}
    index = (
        pd.MultiIndex.from_tuples(cells, names=list(CELL))
        if cells
        else pd.MultiIndex.from_arrays([[]] * 3, names=list(CELL))
    )
    return pd.DataFrame(columns, index=index)
