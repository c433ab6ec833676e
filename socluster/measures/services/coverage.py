"""How much of what is needed is offered, where and for whom?"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.measures.services.coverage_text import (
    caveat,
    how_far,
    if_distance_did_not_matter,
    largest_gaps,
    met_of_unit,
    met_of_units,
    not_determined,
    nothing_needed,
)
from socluster.measures.services.given import needs_of, needs_unknown
from socluster.measures.services.offers import CELL, Offers, cell_name, offers_of
from socluster.measures.services.sharing import Sharing
from socluster.measures.services.source import source_of_offers
from socluster.measures.services.who_may_serve import (
    fits_of,
    is_near,
    offered_by_nobody,
    refuse_other_units,
    warn_of_near_names,
)
from socluster.words import Language, Phrase
from socluster.words.headings import as_title

__all__ = ["ServiceCoverage", "coverage"]


@dataclass(frozen=True, eq=False, repr=False)
class ServiceCoverage(Result):
    """What `coverage` found. Its text says it in sentences.

    Parameters
    ----------
    needs : DataFrame
        What is needed: place, service, target_group, unit, amount.
    served : Sharing
        Who may serve what.
    totals : DataFrame
        A row per unit: needed, met, offered, anywhere (what would be met if distance did not matter).
    reach : float or None
        How far people go; None if only what is offered in their own place counts.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of needs and capacities.
    cluster : Cluster, optional
        What offers them, for the caption of a picture.
    """

    needs: pd.DataFrame = field(repr=False)
    served: Sharing = field(repr=False)
    totals: pd.DataFrame = field(repr=False)
    reach: float | None
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False, repr=False)

    @cached_property
    def cells(self) -> pd.DataFrame:
        """A row per need, as in `to_frame`; made when it is asked for, since a goal needs the total only."""
        return _cells(self.needs, self.served)

    @property
    def needed(self) -> float:
        """All that is needed."""
        return self._of_one_unit("needed")

    @property
    def met(self) -> float:
        """The most of it that can be met by what is offered."""
        return self._of_one_unit("met")

    @property
    def gap(self) -> float:
        """What is needed and not met."""
        return self.needed - self.met

    @property
    def share(self) -> float:
        """The part of what is needed that is met; NaN if nothing is needed."""
        return self.met / self.needed if self.needed else float("nan")

    def __float__(self) -> float:
        """Return what is met, which is what a scenario gains where coverage is the goal."""
        return self.met

    def to_frame(self) -> pd.DataFrame:
        """Return one row per need.

        Returns
        -------
        DataFrame
            Index (place, service, target_group), empty text where not stated. Columns: needed; offered (capacity of
            those who may serve it, also if they may serve other needs too); met, share, gap; met_low and met_high, the
            least and the most of it that is met over all ways to meet the same total; providers (how many may serve
            it); unit. Where met_low and met_high differ, met, share and gap are NaN: several answers are right.
        """
        return self.cells.copy()

    def by_unit(self) -> pd.DataFrame:
        """Return one row per unit, since places and hours do not add up: needed, met, share, gap, offered, anywhere."""
        table = self.totals.copy()
        table.insert(2, "share", table["met"] / table["needed"].where(table["needed"] > 0))
        table.insert(3, "gap", table["needed"] - table["met"])
        return table

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure: for every need, what is needed and what of it is met.

        Parameters
        ----------
        title : str, optional
            Default: how much is met.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.
        """
        from socluster.plot import met_needs  # plotly is heavy; load it when somebody wants to see

        table = self.cells[["needed", "met_low", "met_high"]].reset_index(drop=True)
        table.index = pd.Index([cell_name(cell) for cell in self.cells.index], name="need", dtype=object)
        return met_needs(table, **self._around(title, language), language=language)

    def map(self, *, layout: pd.DataFrame | None = None, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure of the places, as large as what is needed there and filled as far as it is met.

        Parameters
        ----------
        layout : DataFrame, optional
            Index: the places; columns x and y. Without it, they stand in a ring.
        title : str, optional
            Default: how much is met.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.

        Raises
        ------
        InputError
            If needs are in several units, or a place has no position in the layout.
        """
        from socluster.plot import service_map  # plotly is heavy; load it when somebody wants to see

        self._of_one_unit("needed")
        by_place = self.cells.groupby(level="place", sort=False)
        return service_map(
            pd.DataFrame({"needed": by_place["needed"].sum(), "met": by_place["met_low"].sum()}),
            layout=layout,
            **self._around(title, language),
            language=language,
        )

    def _around(self, title: str | None, language: Language) -> dict[str, str | None]:
        """Return title and caption of a picture."""
        if self.totals.empty:
            finding = nothing_needed(language)
        else:
            finding = met_of_unit(str(self.totals.index[0]), self.totals.iloc[0], language)
        return {
            "title": as_title(finding) if title is None else title,
            "caption": source_of_offers(self.cluster, language),
        }

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how much is met, where most is missing, and what the number leaves open.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.needs.empty:
            return [nothing_needed(language), *self.about_data(language)]
        return [
            *met_of_units(self.totals, self.needs, self.served, language),
            how_far(self.reach, language),
            *if_distance_did_not_matter(self.totals, language),
            *largest_gaps(self.cells, language),
            *not_determined(self.cells, language),
            *self.about_data(language),
            caveat(language),
        ]

    def _of_one_unit(self, column: str) -> float:
        if len(self.totals) > 1:
            units = [str(unit) or "-" for unit in self.totals.index]
            raise InputError(
                "needs in several units ({units}) do not add up; keep one, as in needs[needs['unit'] == '{first}'], or "
                "see by_unit()",
                {"units": units, "first": units[0]},
            )
        return float(self.totals[column].sum())


@checked
def coverage(cluster: Any, /, *, needs: Any, reach: float | None = None, distances: Any = None) -> ServiceCoverage:
    r"""How much of what is needed is offered, where and for whom?

    A need is an amount of a service in a place, for a target group or for anyone. Without `reach`, a place's need is
    met by what is offered there; with it, by whatever is not too far, shared out so that as much as possible is met:

    .. math:: \max_y \sum_{cj} y_{cj}, \quad \sum_j y_{cj} \le a_c, \quad \sum_c y_{cj} \le k_j,
              \quad y_{cj} = 0 \text{ if } j \text{ may not serve } c

    with the need a of a cell c (place, service, target group) and the capacity k of an offer j.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What offers services: groups of kind `service` with columns service, place, target_group and unit (the last two
        need not be stated), and affiliations of the layer `provides`, whose weight is the capacity. A service that
        states no place is offered where its provider is.
    needs : DataFrame or mapping
        Columns place, service, amount and, if you like, target_group and unit, as `read_needs` gives them; or from
        (place, service) or (place, service, target group) to the amount. Needs without an amount are left out.
    reach : float, optional
        How far people go, in the unit of the distances.
    distances : DataFrame or mapping, optional
        Columns source (home), target (place of the offer) and distance; or from (home, place) to the distance. The two
        ways may differ. A place is at distance 0 from itself unless something else is stated.

    Returns
    -------
    ServiceCoverage
        met, share, gap (numbers), `.to_frame()` by place, service and target group, `.by_unit()`, `.plot()`. As a
        measure or goal it counts what is met.

    Raises
    ------
    InputError
        If the cluster offers no services; a need has no place, a negative amount or is there twice; the units of a need
        and of an offer differ; a distance is missing; or reach and distances are not given together.

    Warns
    -----
    UnknownCapacityWarning
        If every capacity is exactly 1, as where nobody stated one.
    NearNameWarning
        If nobody offers a service that is needed, but one of almost the same name.

    Notes
    -----
    An offer for no target group in particular is open to all; a need of no target group in particular may be met by any
    offer of the service. A service group that nobody provides (a vacant post) offers nothing. The total is unique. What
    a single need gets is not, where several compete for an offer: then its least and its largest amount over all ways
    to meet the total are given. Affiliations count whatever their confidence. The `Coverage` goal of `plan_partners`
    has the same total for the same offers and needs.

    References
    ----------
    Church, R. & ReVelle, C. (1974). The maximal covering location problem. Papers in Regional Science 32, 101-118.
    doi:10.1111/j.1435-5597.1974.tb00902.x

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.services.coverage import coverage
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["NGO", "Clinic"]}))
    >>> town = town.with_group("day", kind="service", service="day care", place="Kelmė", unit="places")
    >>> town = town.with_affiliation("NGO", "day", layer="provides", weight=12)
    >>> found = coverage(town, needs={("Kelmė", "day care"): 20, ("Venta", "day care"): 5})
    >>> found.met, found.gap, found.share
    (12.0, 13.0, 0.48)
    >>> near = {("Venta", "Kelmė"): 15}
    >>> coverage(town, needs={("Kelmė", "day care"): 8, ("Venta", "day care"): 5}, reach=20, distances=near).met
    12.0
    """
    if (reach is None) != (distances is None):
        raise InputError("state reach and distances together: how far people go, and how far it is")
    if reach is not None and (not is_number(reach) or not 0 <= reach < np.inf):
        raise InputError(Problem("reach must be 0 or a positive number", value=reach))
    offers, stated = offers_of(cluster), needs_of(needs)
    offers.warn_of_capacity()
    table = stated.table
    fits = fits_of(offers, table)
    refuse_other_units(offers, table, fits)
    warn_of_near_names(offers, table)
    served = Sharing(
        table["amount"].to_numpy(dtype=float),
        offers.table["capacity"].to_numpy(dtype=float),
        fits & is_near(offers, table, fits, reach, distances),
    )
    unknown = needs_unknown(stated)
    notes = (*offers.notes, *([] if unknown is None else [unknown]), *offered_by_nobody(offers, table))
    totals = _totals(offers, table, served, fits)
    return ServiceCoverage(table, served, totals, reach, offers.cluster.fingerprint, notes, offers.cluster)


def _cells(needs: pd.DataFrame, served: Sharing) -> pd.DataFrame:
    low, high = served.bounds()
    met = np.where(high - low <= served.tolerance, high, np.nan)
    amount = served.amounts
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(amount > 0, met / amount, np.nan)
    return pd.DataFrame(
        {
            "needed": amount,
            "offered": served.offered,
            "met": met,
            "share": share,
            "gap": amount - met,
            "met_low": low,
            "met_high": high,
            "providers": served.serves.sum(axis=0).astype(int),
            "unit": needs["unit"].to_numpy(),
        },
        index=pd.MultiIndex.from_frame(needs[list(CELL)]),
    )


def _totals(offers: Offers, needs: pd.DataFrame, served: Sharing, fits: Array) -> pd.DataFrame:
    """Return what is needed, met and offered in each unit."""
    rows = {}
    for unit in dict.fromkeys(needs["unit"]):
        mine = (needs["unit"] == unit).to_numpy()
        of_unit = Sharing(served.amounts[mine], served.capacity, served.serves[:, mine])
        anywhere = Sharing(served.amounts[mine], served.capacity, fits[:, mine])
        offered = offers.table.loc[fits[:, mine].any(axis=1), "capacity"].sum()
        rows[unit] = (float(of_unit.amounts.sum()), of_unit.total, float(offered), anywhere.total)
    columns = ["needed", "met", "offered", "anywhere"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=float).rename_axis("unit")
