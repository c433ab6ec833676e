"""What does whose activity consist of: providers by services?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import label_index
from socluster.core.result import Result
from socluster.measures.services.offers import NOT_STATED, SERVICE, offers_of
from socluster.measures.services.source import source_of_offers
from socluster.words import Language, Phrase, column_name, count, listed, marked, say
from socluster.words.headings import as_title

__all__ = ["ServiceMatrix", "service_matrix"]

SERVICE_KIND = "service_kind"


@dataclass(frozen=True, eq=False, repr=False)
class ServiceMatrix(Result):
    """What `service_matrix` found. Its text says it in sentences.

    Parameters
    ----------
    capacity : DataFrame
        Providers x services (or what was asked for): the capacity, 0 where a provider does not offer it. Two levels of
        columns, service_kind and service, where the groups have a column `service_kind`.
    by : str
        What the columns are.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the capacities.
    cluster : Cluster, optional
        What offers them, for the caption of a picture.
    """

    capacity: pd.DataFrame = field(repr=False)
    by: str
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False, repr=False)

    def to_frame(self) -> pd.DataFrame:
        """Return the capacity: a row per provider (index `actor`), a column per service."""
        return self.capacity.copy()

    def offered(self) -> pd.DataFrame:
        """Return whether a provider offers a service: the same table in True and False."""
        return self.capacity > 0

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure of the table, the darker the more.

        Parameters
        ----------
        title : str, optional
            Default: how many offer how many services.
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import matrix  # plotly is heavy; load it when somebody wants to see

        table = self.capacity.copy()
        table.index = pd.Index([str(label) for label in table.index], dtype=object)
        names = [label if isinstance(label, str) else ", ".join(filter(None, label)) for label in table.columns]
        return matrix(
            table.set_axis(names, axis="columns"),
            label=say("capacity", language),
            title=as_title(self.sentences(language)[0]) if title is None else title,
            caption=source_of_offers(self.cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many offer how many services, and who offers services of several kinds.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.capacity.empty:
            return [say("Nobody provides a service.", language), *self.about_data(language)]
        providers = count("{n} provider", "{n} providers", len(self.capacity), language)
        filled = int(self.offered().to_numpy().sum())
        first = count(
            "{providers} by {columns}, {n} column; cells that are filled: {filled} of {cells}.",
            "{providers} by {columns}, {n} columns; cells that are filled: {filled} of {cells}.",
            self.capacity.shape[1],
            language,
            providers=providers,
            columns=column_name(self.by, language),
            filled=filled,
            cells=self.capacity.size,
        )
        return [first, *self._kinds(language), *self.about_data(language)]

    def _kinds(self, language: Language) -> list[str]:
        if self.capacity.columns.nlevels < 2:
            return []
        kinds = self.offered().T.groupby(level=SERVICE_KIND).any().T
        several = [label for label, row in zip(kinds.index, kinds.to_numpy(), strict=True) if row.sum() > 1]
        if not several:
            return [say("Nobody offers services of several kinds.", language)]
        return [
            say("Services of several kinds are offered by {names}.", language, names=listed(several, language, most=5))
        ]


@checked
def service_matrix(cluster: Any, /, *, by: str = "service") -> ServiceMatrix:
    """What does whose activity consist of: which provider offers which service?

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What offers services, as in `coverage`.
    by : str, default "service"
        The column of the groups that the columns of the answer are: service, target_group, place, or one of your own.

    Returns
    -------
    ServiceMatrix
        capacity (providers x services), `.offered()` (True and False), `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If the cluster offers no services, the groups have no such column, or units would be added up.

    Notes
    -----
    Where the groups have a column `service_kind` (social, educational), services of one kind stand together, under a
    first level of columns. What states nothing in the column stands under an empty name. Service groups that nobody
    provides have no column unless somebody else provides the same.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.services.matrix import service_matrix
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["Centre", "School"]}))
    >>> for service, kind in [("day care", "social"), ("homework", "educational")]:
    ...     town = town.with_group(service, kind="service", service=service, service_kind=kind)
    >>> town = town.with_affiliation("Centre", ["day care", "homework"], layer="provides", weight=20)
    >>> town = town.with_affiliation("School", "homework", layer="provides", weight=60)
    >>> service_matrix(town).capacity
    service_kind educational   social
    service         homework day care
    actor
    Centre              20.0     20.0
    School              60.0      0.0
    """
    offers = offers_of(cluster)
    groups = offers.cluster.groups
    if by not in groups:
        near = nearest(by, map(str, groups.columns))
        raise InputError(
            Problem("is not a column of the groups", is_argument=True, column="by", value=by, nearest=near)
        )
    offers.warn_of_capacity()
    table = offers.table
    levels = [by] if by != SERVICE or SERVICE_KIND not in groups else [SERVICE_KIND, SERVICE]
    keys = [_stated(offers.cluster.groups, table["group"], level) for level in levels]
    columns = list(zip(*keys, strict=True))
    _refuse_several_units(table, columns)
    providers, names = list(dict.fromkeys(table["provider"])), sorted(set(columns))
    capacity = np.zeros((len(providers), len(names)))
    for provider, column, amount in zip(table["provider"], columns, table["capacity"], strict=True):
        capacity[providers.index(provider), names.index(column)] += amount
    header: pd.Index[Any] = (
        pd.MultiIndex.from_tuples(names, names=levels)
        if len(levels) > 1 and names
        else pd.Index([name[-1] for name in names], name=by, dtype=object)
    )
    frame = pd.DataFrame(capacity, index=label_index(providers, "actor"), columns=header)
    return ServiceMatrix(frame, by, offers.cluster.fingerprint, offers.notes, offers.cluster)


def _stated(groups: pd.DataFrame, names: pd.Series[Any], column: str) -> list[str]:
    """Return what the groups state in a column, as text."""
    cells = dict(zip(groups.index, groups[column], strict=True))
    return [NOT_STATED if pd.isna(cells[name]) else str(cells[name]) for name in names]


def _refuse_several_units(table: pd.DataFrame, columns: list[tuple[str, ...]]) -> None:
    units: dict[tuple[Any, tuple[str, ...]], set[str]] = {}
    for provider, column, unit in zip(table["provider"], columns, table["unit"], strict=True):
        if unit != NOT_STATED:
            units.setdefault((provider, column), set()).add(unit)
    message = marked("offers this in several units ({units}), which do not add up; choose another column for by=")
    problems = [
        Problem(message, row=str(provider), value=column[-1], values={"units": sorted(found)})
        for (provider, column), found in units.items()
        if len(found) > 1
    ]
    if problems:
        raise InputError(problems)
