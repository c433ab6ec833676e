"""How much of a service is there per inhabitant of a place?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem, SoclusterWarning, nearest
from socluster.core.warn import warn
from socluster.measures.services.given import Population, population_of
from socluster.measures.services.offers import NOT_STATED, Offers, offers_of
from socluster.words import later, marked, number

__all__ = ["one_service", "service_rate"]


@checked
def service_rate(
    cluster: Any, /, *, population: Any, per: float = 1000, service: str | None = None, target_group: str | None = None
) -> pd.Series[Any]:
    r"""How much of a service is there per inhabitant of a place?

    .. math:: r_i = \frac{k_i}{P_i} \cdot \text{per}

    with the capacity k that is offered in place i and its population P.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What offers services, as in `coverage`.
    population : DataFrame or mapping
        Columns place and population (one row a place: one year, one age group), or from place to its number of people.
        Its places are those of the answer.
    per : float, default 1000
        Per how many inhabitants.
    service : str, optional
        Which service; needed where there are several, which do not add up.
    target_group : str, optional
        Count only what is offered for this target group, or for no one in particular; give its population then.

    Returns
    -------
    Series of float
        Index `place`, name `service_rate`: capacity per so many inhabitants, 0 where nothing is offered, NaN where
        nobody lives.

    Raises
    ------
    InputError
        If a service is offered where nobody lives or in a place that the population lacks, a place is there twice, or
        several services or units would be added up.

    Warns
    -----
    SoclusterWarning
        If the population is of different years.
    UnknownCapacityWarning
        If every capacity is exactly 1, as where nobody stated one.

    Notes
    -----
    0 means that the cluster holds no offer in that place: an offer that nobody recorded looks the same.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.services.rate import service_rate
    >>> centres = sc.load_dataset("day_centres")
    >>> for row in sc.dataset_tables("day_centres")["distribution"].itertuples():
    ...     name = f"centres of {row.municipality}"
    ...     centres = centres.with_group(name, kind="service", service="day care", place=row.municipality)
    ...     centres = centres.with_affiliation("day centre", name, layer="provides", weight=row.centres)
    >>> people = sc.dataset_tables("day_centres")["distribution"]
    >>> people = people.rename(columns={"municipality": "place", "inhabitants": "population"})
    >>> service_rate(centres, population=people, per=100_000).round(2)
    place
    Kazlų Rūda    64.03
    Kupiškis       5.35
    Šilutė         2.39
    Name: service_rate, dtype: float64
    """
    if not is_number(per) or not 0 < per < np.inf:
        raise InputError(Problem("per must be a positive number", value=per))
    offers, people = one_service(offers_of(cluster), service, target_group), population_of(population)
    offers.warn_of_capacity()
    if len(people.years) > 1:
        message = marked("the population is of different years ({years}), which makes rates hard to compare")
        warn(message, SoclusterWarning, years=list(people.years))
    offered = _by_place(offers, people)
    _refuse_uninhabited(offered, people)
    inhabited = people.people.where(people.people > 0)
    return (offered / inhabited * per).rename("service_rate")


def one_service(offers: Offers, service: str | None, target_group: str | None) -> Offers:
    """Return the offers of one service in one unit.

    Raises
    ------
    InputError
        If there is no such service or target group, or several services or units would be added up.
    """
    names, groups = (sorted(set(offers.table[each]) - {NOT_STATED}) for each in ("service", "target_group"))
    for option, value, options in (("service", service, names), ("target_group", target_group, groups)):
        if value is not None and value not in options:
            message = marked("nobody offers this; offered are {options}")
            raise InputError(
                Problem(
                    message,
                    is_argument=True,
                    column=option,
                    value=value,
                    nearest=nearest(value, options),
                    values={"options": options},
                )
            )
    if service is None and len(names) > 1:
        message = marked("several services ({services}) do not add up; choose one, as in service='{first}'")
        raise InputError(message, {"services": names, "first": names[0]})
    chosen = offers.of(service, target_group)
    units = sorted(set(chosen.table["unit"]) - {NOT_STATED})
    if len(units) > 1:
        message = marked("capacities in several units ({units}) do not add up; choose one service or target group")
        raise InputError(message, {"units": units})
    return chosen


def _by_place(offers: Offers, people: Population) -> pd.Series[Any]:
    """Return what is offered in every place of the population."""
    places = list(people.people.index)
    strangers = [each for each in dict.fromkeys(offers.table["place"]) if each not in set(places)]
    problems = []
    for stranger in strangers:
        if stranger == NOT_STATED:
            groups = offers.table.loc[offers.table["place"] == NOT_STATED, "group"]
            message = marked("states no place, nor does its provider; state the column 'place'")
            problems += [Problem(message, "groups", str(group), "place") for group in dict.fromkeys(groups)]
        else:
            message = marked("a service is offered here, but the table of the population lacks the place")
            problems.append(Problem(message, "population", value=stranger, nearest=nearest(stranger, places)))
    if problems:
        raise InputError(problems)
    return offers.table.groupby("place")["capacity"].sum().reindex(people.people.index, fill_value=0.0).astype(float)


def _refuse_uninhabited(offered: pd.Series[Any], people: Population) -> None:
    wrong = offered.index[(people.people == 0) & (offered > 0)]
    if len(wrong):
        message = marked("{place} has no inhabitants, but {offered} places of a service; check the population")
        raise InputError(
            [
                Problem(
                    message,
                    "population",
                    people.rows[place],
                    "population",
                    values={"place": place, "offered": later(number, float(offered[place]))},
                )
                for place in wrong
            ]
        )
