"""May we publish this: who could be recognised by what is said about it, or by its ties alone?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language, positive_integer
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.result import Result
from socluster.io.objects.dispatch import as_cluster
from socluster.words import Language, Phrase, column_name, count, listed, number, say

__all__ = ["DisclosureRisk", "disclosure_risk"]

_NOT_STATED = ""  # no text of a cluster is empty


@dataclass(frozen=True, eq=False, repr=False)
class DisclosureRisk(Result):
    """What `disclosure_risk` found. Its text says it in sentences.

    Parameters
    ----------
    by : tuple of str
        The columns that everybody may know.
    k : int
        The fewest actors that a cell should hold.
    n_actors : int
        How many actors were looked at.
    table : DataFrame
        A row per cell: index (the columns), actors (how many), alike (whether all of them have the same in `sensitive`;
        only if that was asked).
    by_degree, by_neighbours : Series of int
        By actor: how many, itself included, have the same number of partners, and partners with the same numbers of
        partners.
    sensitive : str or None
        The column that is not to be known.
    is_missing_a_value : bool
        Whether what is not stated counts as a value, or such actors were left out.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """

    by: tuple[str, ...]
    k: int
    n_actors: int
    table: pd.DataFrame = field(repr=False)
    by_degree: pd.Series[Any] = field(repr=False)
    by_neighbours: pd.Series[Any] = field(repr=False)
    sensitive: str | None
    is_missing_a_value: bool
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def cells(self) -> int:
        """How many combinations of values there are."""
        return len(self.table)

    @property
    def unique(self) -> int:
        """How many actors are alone in their cell."""
        return int((self.table["actors"] == 1).sum())

    @property
    def at_risk(self) -> int:
        """How many actors are in cells of fewer than k."""
        sizes = self.table["actors"]
        return int(sizes[sizes < self.k].sum())

    @property
    def smallest(self) -> int:
        """Size of the smallest cell; 0 if there is none."""
        return int(self.table["actors"].min()) if len(self.table) else 0

    @property
    def alike(self) -> int:
        """How many cells of at least k actors tell what is not to be known, because all in them have the same."""
        if "alike" not in self.table:
            return 0
        return int((self.table["alike"] & (self.table["actors"] >= self.k)).sum())

    def to_frame(self) -> pd.DataFrame:
        """Return one row per cell, the smallest first: index (the columns), actors, and alike if that was asked."""
        return self.table.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who is alone in a cell, who is in a small one, and who could be told by its ties.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        check_language(language)
        if not self.n_actors:
            return [say("There is nobody who could be recognised.", language), *self.about_data(language)]
        return [
            self._of_cells(language),
            *self._of_alike(language),
            *self._of_ties(language),
            say(
                "Public bodies may be unique by law, which is no secret; answers and ratings are what to protect. "
                "Two reports together may tell what neither tells alone.",
                language,
            ),
            *self.about_data(language),
        ]

    def _of_cells(self, language: Language) -> str:
        columns = listed([column_name(each, language) for each in self.by], language)
        return count(
            "{columns}: {n} cell; alone in a cell: {unique}, in cells of fewer than {k}: {at_risk} (of {all}).",
            "{columns}: {n} cells; alone in a cell: {unique}, in cells of fewer than {k}: {at_risk} (of {all}).",
            self.cells,
            language,
            columns=columns,
            unique=number(self.unique, language),
            at_risk=number(self.at_risk, language),
            k=number(self.k, language),
            all=number(self.n_actors, language),
        )

    def _of_alike(self, language: Language) -> list[str]:
        if self.sensitive is None:
            return []
        told = column_name(self.sensitive, language)
        if not self.alike:
            return [say("No larger cell tells {column} by all having the same.", language, column=told)]
        return [
            count(
                "{n} larger cell tells {column}, because all in it have the same.",
                "{n} larger cells tell {column}, because all in each have the same.",
                self.alike,
                language,
                column=told,
            )
        ]

    def _of_ties(self, language: Language) -> list[str]:
        if not len(self.by_degree) or (self.by_degree == len(self.by_degree)).all():
            return []
        return [
            say(
                "Without any name, the number of partners alone tells {degree} of {all}, and the partners' own numbers "
                "{neighbours}.",
                language,
                degree=number(int((self.by_degree == 1).sum()), language),
                neighbours=number(int((self.by_neighbours == 1).sum()), language),
                all=number(len(self.by_degree), language),
            )
        ]


@checked
def disclosure_risk(
    cluster: Any,
    /,
    *,
    by: str | Iterable[str],
    k: int = 3,
    missing: Literal["value", "drop"] = "value",
    sensitive: str | None = None,
) -> DisclosureRisk:
    """May we publish this: who could be recognised?

    Who knows the public columns of an actor (its sector, its place) finds it among those who share them: alone in its
    cell it is found (k-anonymity asks for cells of at least k). Ties tell, too, without any name: an actor with a
    number of partners that nobody else has, or whose partners' numbers of partners nobody else's have, is found by
    whoever knows these.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What is to be published.
    by : str or iterable of str
        Columns of the actors that everybody may know.
    k : int, default 3
        The fewest actors that a cell should hold.
    missing : {"value", "drop"}, default "value"
        Whether what is not stated is a value of its own, or such actors are left out.
    sensitive : str, optional
        A column that is not to be known: a cell in which all have the same value tells it, however large it is
        (l-diversity).

    Returns
    -------
    DisclosureRisk
        cells, unique, at_risk, smallest (numbers), by_degree and by_neighbours (Series), `.to_frame()` with a row per
        cell.

    Raises
    ------
    InputError
        If there is no such column, or k is less than 1.

    Notes
    -----
    A row that is suppressed can be told from the totals unless a second cell is suppressed, too, and two reports with
    slightly other groups may undo it. A public body may be unique by law (one public health office a municipality):
    that is a fact to show. Ties of all layers are taken together, whichever way they run.

    References
    ----------
    Sweeney, L. (2002). k-anonymity: a model for protecting privacy. International Journal of Uncertainty, Fuzziness and
    Knowledge-Based Systems, 10, 557-570. doi:10.1142/S0218488502001648
    Hay, M., Miklau, G., Jensen, D., Towsley, D. & Weis, P. (2008). Resisting structural re-identification in anonymized
    social networks. Proceedings of the VLDB Endowment, 1, 102-114. doi:10.14778/1453856.1453873

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.io.survey.disclosure import disclosure_risk
    >>> risk = disclosure_risk(sc.load_dataset("norway_project"), by=["sector", "place"])
    >>> risk.cells, risk.unique, risk.at_risk, risk.smallest
    (6, 0, 10, 2)
    >>> risk.by_degree.value_counts().sort_index().to_dict()
    {1: 1, 4: 4, 8: 8}
    """
    given: Cluster = as_cluster(cluster)
    columns = [by] if isinstance(by, str) else list(dict.fromkeys(str(each) for each in by))
    few = positive_integer("k", k)
    _refuse_unknown([*columns, *([] if sensitive is None else [sensitive])], given, columns)
    actors = given.actors
    public = pd.DataFrame({column: _stated(actors[column]) for column in columns})
    kept = ~(public == _NOT_STATED).any(axis=1) if missing == "drop" else pd.Series(True, index=public.index)
    secret = None if sensitive is None else _stated(actors[sensitive]).loc[kept.to_numpy()]
    degrees, neighbours = _classes(given)
    return DisclosureRisk(
        by=tuple(columns),
        k=few,
        n_actors=int(kept.sum()),
        table=_cells(public.loc[kept.to_numpy()], secret),
        by_degree=pd.Series(degrees, index=given.index, name="by_degree"),
        by_neighbours=pd.Series(neighbours, index=given.index, name="by_neighbours"),
        sensitive=sensitive,
        is_missing_a_value=missing == "value",
        fingerprint=given.fingerprint,
        data_notes=data_notes(given),
    )


def _refuse_unknown(wanted: list[str], cluster: Cluster, by: list[str]) -> None:
    options = [str(column) for column in cluster.actors.columns]
    problems = [
        Problem(
            "is not a column of the actors",
            is_argument=True,
            column="by" if column in by else "sensitive",
            value=column,
            nearest=nearest(column, options),
        )
        for column in wanted
        if column not in options
    ]
    if not by:
        problems.append(
            Problem("name at least one column, as in by=['sector', 'place']", is_argument=True, column="by")
        )
    if problems:
        raise InputError(problems)


def _stated(cells: pd.Series[Any]) -> pd.Series[Any]:
    values = cells.astype(object)
    return values.map(str).where(values.notna(), _NOT_STATED)


def _cells(public: pd.DataFrame, secret: pd.Series[Any] | None) -> pd.DataFrame:
    """Return how many actors every cell holds, the smallest cells first."""
    rows = list(public.itertuples(index=False, name=None))
    sizes = Counter(rows)
    held: dict[Any, set[str]] = {}
    for row, value in zip(rows, [] if secret is None else secret, strict=secret is not None):
        held.setdefault(row, set()).add(value)
    cells = sorted(sizes, key=lambda cell: (sizes[cell], cell))
    arrays = [[cell[part] for cell in cells] for part in range(public.shape[1])]
    index = pd.MultiIndex.from_arrays(arrays, names=list(public.columns))
    table = pd.DataFrame({"actors": [sizes[cell] for cell in cells]}, index=index, dtype=int)
    return table if secret is None else table.assign(alike=[len(held[cell]) == 1 for cell in cells])


def _classes(cluster: Cluster) -> tuple[Array, Array]:
    """Return how many actors share an actor's number of partners, and its partners' numbers of partners."""
    ties = cluster.matrix() if cluster.n_ties else None
    if ties is None:
        alike = np.full(cluster.n_actors, cluster.n_actors)
        return alike, alike
    tied = ((ties + ties.T) > 0).tocsr()
    tied.setdiag(False)
    tied.eliminate_zeros()
    degree = np.diff(tied.indptr)
    around = [
        tuple(sorted(degree[tied.indices[tied.indptr[at] : tied.indptr[at + 1]]].tolist())) for at in range(len(degree))
    ]
    by_degree, by_neighbours = Counter(degree.tolist()), Counter(around)
    return np.array([by_degree[each] for each in degree.tolist()]), np.array([by_neighbours[each] for each in around])
