"""What is not wrong in a table of needs, but probably a slip: services, units and places that nothing else names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.core.tables import Origin
from socluster.measures.services.offers import NOT_STATED, SERVICE, Offers, near_service, offers_of
from socluster.words import later, listed, marked

__all__ = ["doubtful_needs"]

_NOBODY = marked("nobody offers this service")
_NO_SERVICES = marked("something is needed, but the cluster offers no services")
_OTHER_UNIT = marked("is needed in this unit, but offered in {units}: state both in one unit")
_NO_UNIT = marked("no service is offered in this unit")
_NOWHERE = marked("no actor and no service is in this place")
_MOST = 5


def doubtful_needs(cluster: Cluster, needs: pd.DataFrame, origin: Origin | None = None) -> list[Problem]:
    """Return what a person should look at once more among needs; none of it keeps them from being read.

    Parameters
    ----------
    cluster : Cluster
        What offers services.
    needs : DataFrame
        A row per need, as `read_needs` gives it.
    origin : Origin, optional
        Where the rows stand in a file.

    Returns
    -------
    list of Problem
        Services that nobody offers, units in which a service is not offered, and places where no actor and no service
        is; each value once, where it stands first, with the nearest known one.

    Examples
    --------
    >>> import socluster as sc
    >>> kite = sc.load_dataset("kite").with_group("g", kind="service", service="day care", place="Town")
    >>> town = kite.with_affiliation("0", "g", layer="provides", weight=8)
    >>> needs = pd.DataFrame({"place": ["Town"], "service": ["day caer"], "amount": [9]})
    >>> print(*doubtful_needs(town, needs))
    needs, row 0, column 'service': nobody offers this service (here: 'day caer'); did you mean 'day care'?
    """
    if needs.empty:
        return []
    offers = _offers(cluster)
    if offers is None:
        return [] if _has_services(cluster) else [Problem(_NO_SERVICES, file=None if origin is None else origin.label)]
    firsts = _Firsts(needs, origin)
    return [*_services(firsts, offers), *_units(firsts, offers), *_places(firsts, cluster)]


class _Firsts:
    """Where each value of a table stands first."""

    def __init__(self, needs: pd.DataFrame, origin: Origin | None) -> None:
        self.needs, self.origin = needs, origin

    def of(self, column: str, *more: str) -> Iterator[tuple[str, ...]]:
        """Yield every value of a column once, with those of further columns; none that is not stated."""
        columns = [self._texts(each) for each in (column, *more)]
        for values in dict.fromkeys(zip(*columns, strict=True)):
            if values[0] != NOT_STATED:
                yield values

    def problem(self, message: str, column: str, value: str, near: str | None, **values: object) -> Problem:
        """Return what is odd about a value, in the first row that has it."""
        position = self._texts(column).index(value)
        row: int | str = str(self.needs.index[position]) if self.origin is None else self.origin.row(position)
        columns: Mapping[str, str] = {} if self.origin is None else self.origin.columns
        file = None if self.origin is None else self.origin.label
        return Problem(message, "needs", row, columns.get(column, column), value, near, file, values=values)

    def _texts(self, column: str) -> list[str]:
        if column not in self.needs:
            return [NOT_STATED] * len(self.needs)
        return [NOT_STATED if pd.isna(each) else str(each) for each in self.needs[column]]


def _services(firsts: _Firsts, offers: Offers) -> Iterator[Problem]:
    offered = set(offers.table["service"])
    for (service,) in firsts.of("service"):
        if service not in offered:
            yield firsts.problem(_NOBODY, "service", service, near_service(service, offered))


def _units(firsts: _Firsts, offers: Offers) -> Iterator[Problem]:
    """Yield units in which the service is not offered, or, where nobody offers it, no service at all."""
    known = set(offers.table["unit"]) - {NOT_STATED}
    units_of = {str(service): set(table["unit"]) for service, table in offers.table.groupby("service")}
    for unit, service in firsts.of("unit", "service"):
        of_service = units_of.get(service, set())
        if of_service and not of_service & {unit, NOT_STATED}:
            told = later(listed, sorted(of_service), most=_MOST)
            yield firsts.problem(_OTHER_UNIT, "unit", unit, near_service(unit, of_service), units=told)
        elif not of_service and unit not in known and near_service(unit, known) is not None:
            yield firsts.problem(_NO_UNIT, "unit", unit, near_service(unit, known))


def _places(firsts: _Firsts, cluster: Cluster) -> Iterator[Problem]:
    known = {
        str(place)
        for table in (cluster.actors, cluster.groups)
        if "place" in table
        for place in table["place"].dropna().unique()
    }
    for (place,) in firsts.of("place"):
        if known and place not in known:
            yield firsts.problem(_NOWHERE, "place", place, near_service(place, known))


def _has_services(cluster: Cluster) -> bool:
    kinds = cluster.groups.get("kind")
    return kinds is not None and bool((kinds == SERVICE).any())


def _offers(cluster: Cluster) -> Offers | None:
    """Return what is offered; None where there are no services, or what is wrong with them is told elsewhere."""
    try:
        return offers_of(cluster)
    except InputError:
        return None
