"""Can people reach a service, counting who else goes there?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.measures.services.given import distances_of, population_of
from socluster.measures.services.offers import NOT_STATED, Offers, offers_of
from socluster.measures.services.rate import one_service
from socluster.measures.services.source import source_of_offers
from socluster.words import Language, Phrase, count, counted, listed, marked, number, percent, say
from socluster.words.headings import as_title

__all__ = ["Access", "access"]

_PER = 1000


@dataclass(frozen=True, eq=False, repr=False)
class Access(Result):
    """What `access` found. Its text says it in sentences.

    Parameters
    ----------
    places : Series of float
        By place: capacity per inhabitant that is within reach, weighted by distance.
    unweighted : Series of float
        The same if all distances within the farthest band counted alike.
    providers : Series of float
        By provider: its capacity per (weighted) inhabitant within its reach; NaN if it is beyond everybody's.
    people : Series of float
        Inhabitants by place.
    bands : mapping of float to float
        From the farthest distance of a band to its weight.
    capacity : float
        Of all providers.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of capacities and distances.
    cluster : Cluster, optional
        What offers the service, for a picture.
    """

    places: pd.Series[Any] = field(repr=False)
    unweighted: pd.Series[Any] = field(repr=False)
    providers: pd.Series[Any] = field(repr=False)
    people: pd.Series[Any] = field(repr=False)
    bands: Mapping[float, float]
    capacity: float
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False, repr=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per place: index `place`; columns population, access, unweighted (both per inhabitant)."""
        return pd.DataFrame({"population": self.people, "access": self.places, "unweighted": self.unweighted})

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Return a plotly figure of what is within reach of every inhabited place, the one with least first.

        Parameters
        ----------
        title : str, optional
            Default: whom nothing reaches, or where access is lowest and highest.
        language : {"en", "lt"}, default "en"
            Language of the words around the names.
        """
        from socluster.plot import accessibility  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about

        inhabited = self.to_frame()[self.people > 0]
        return accessibility(
            inhabited[["access", "unweighted"]] * _PER,
            label=say("within reach, per {people} inhabitants", language, people=number(_PER, language)),
            title=as_title(self._finding(language)) if title is None else title,
            subtitle=about(
                language, cluster=self.cluster.name if self.cluster else None, more=self._rests_on(language)
            ),
            caption=source_of_offers(self.cluster, language),
            language=language,
        )

    def _finding(self, language: Language) -> str:
        inhabited = self.places[self.people > 0]
        if inhabited.empty or not self.capacity:
            return self._nothing(language)
        if none := self._without(language):
            return none[0]
        if _alike(inhabited):
            return self._mean(inhabited, language)
        return say(
            "Least is within reach in {low}, most in {high}",
            language,
            low=inhabited.idxmin(),
            high=inhabited.idxmax(),
        )

    def _nothing(self, language: Language) -> str:
        """Say why there is no access to speak of."""
        if self.capacity:
            return say("Nobody lives there.", language)
        if (self.people > 0).any():
            return say("Nothing is offered, so that nobody has anything within reach.", language)
        return say("Nobody lives there, and nothing is offered.", language)

    def _rests_on(self, language: Language) -> list[str]:
        """Return how many places there are and what the weights of distance are."""
        return [
            count("{n} place", "{n} places", int((self.people > 0).sum()), language),
            say("weights of distance, assumed: {bands}", language, bands=self._bands(language)),
        ]

    def sentences(self, language: Language = "en") -> list[str]:
        """Return where access is lowest and highest, how far the weights matter, and whom nobody reaches.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        inhabited = self.places[self.people > 0]
        if inhabited.empty or not self.capacity:
            return [self._nothing(language), *self.about_data(language)]
        return [
            *([self._mean(inhabited, language)] if inhabited.max() > 0 else []),
            *self._without(language),
            *([self._weights(language)] if self.unweighted.max() > 0 else []),
            *self._unreached(language),
            say("It rests on distances and numbers of people, not on who goes where or whether it helps.", language),
            *self.about_data(language),
        ]

    def _mean(self, inhabited: pd.Series[Any], language: Language) -> str:
        mean = float((inhabited * self.people[self.people > 0]).sum() / self.people.sum())
        told = number(mean * _PER, language, digits=3)
        if _alike(inhabited):
            return say("{mean} per 1000 inhabitants are within reach of every place.", language, mean=told)
        low, high = inhabited.idxmin(), inhabited.idxmax()
        return say(
            "On average {mean} per 1000 inhabitants are within reach; lowest in {low} ({lowest}), highest in "
            "{high} ({highest}).",
            language,
            mean=told,
            low=low,
            high=high,
            lowest=number(float(inhabited[low]) * _PER, language, digits=3),
            highest=number(float(inhabited[high]) * _PER, language, digits=3),
        )

    def _without(self, language: Language) -> list[str]:
        none = [place for place in self.places.index if self.places[place] == 0 and self.people[place] > 0]
        if not none:
            return []
        share = float(self.people[none].sum() / self.people.sum())
        return [
            say(
                "Nothing is within reach of {places}: {share} of the people.",
                language,
                places=listed(none, language, most=5),
                share=percent(share, language),
            )
        ]

    def _weights(self, language: Language) -> str:
        """Say how far the weights of the bands decide, which are an assumption."""
        low, high = (
            number(float(end) * _PER, language, digits=3) for end in (self.unweighted.min(), self.unweighted.max())
        )
        if low == high:
            return say(
                "The weights of distance ({bands}) are an assumption; if all distances within the farthest band "
                "counted alike, access would be {alike} per 1000 everywhere.",
                language,
                bands=self._bands(language),
                alike=low,
            )
        return say(
            "The weights of distance ({bands}) are an assumption; if all distances within the farthest band counted "
            "alike, access would lie between {low} and {high} per 1000.",
            language,
            bands=self._bands(language),
            low=low,
            high=high,
        )

    def _bands(self, language: Language) -> str:
        pairs = (tuple(number(each, language, digits=6) for each in pair) for pair in self.bands.items())
        return "; ".join(f"≤\N{NO-BREAK SPACE}{band}:\N{NO-BREAK SPACE}{weight}" for band, weight in pairs)

    def _unreached(self, language: Language) -> list[str]:
        gone = list(self.providers.index[self.providers.isna()])
        if not gone:
            return []
        return [
            count(
                "{n} provider is beyond everybody's reach and counts for nobody: {names}.",
                "{n} providers are beyond everybody's reach and count for nobody: {names}.",
                len(gone),
                language,
                names=listed(gone, language, most=5),
            )
        ]


def _alike(inhabited: pd.Series[Any]) -> bool:
    """Return whether one place has as much within reach as the other, or there is one only."""
    return bool(np.isclose(inhabited.min(), inhabited.max(), rtol=1e-9, atol=0))


@checked
def access(
    cluster: Any,
    /,
    *,
    population: Any,
    distances: Any,
    bands: Mapping[float, float],
    service: str | None = None,
    target_group: str | None = None,
) -> Access:
    r"""Can people reach a service, counting who else goes there?

    The enhanced two-step floating catchment area method (E2SFCA): what a provider has is divided among all who live
    within its reach, the near ones counting more; a place has what the providers within its reach have for each person.

    .. math:: R_j = \frac{k_j}{\sum_i W(d_{ij}) P_i}, \qquad A_i = \sum_j W(d_{ij}) R_j

    with the capacity k of provider j, the population P of place i, and the weight W of the band of their distance.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What offers services, as in `coverage`.
    population : DataFrame or mapping
        Columns place and population, or from place to its number of people. Its places are those of the answer.
    distances : DataFrame or mapping
        Columns source (home), target (place of the provider), distance; or from (home, place) to the distance. Every
        pair of a home and a provider's place is needed; a place is at distance 0 from itself unless stated.
    bands : mapping of float to float
        From the farthest distance of a band to its weight, as in ``{10: 1, 20: 0.68, 30: 0.22}``; beyond the last, 0.
    service : str, optional
        Which service; needed where there are several, which do not add up.
    target_group : str, optional
        Count only what is offered for this target group, or for no one in particular; give its population then.

    Returns
    -------
    Access
        places and providers (Series), `.to_frame()`.

    Raises
    ------
    InputError
        If a distance is missing, given twice or negative, a number of people is missing, a weight is negative or all
        are 0, or several services or units would be added up.

    Warns
    -----
    UnknownCapacityWarning
        If every capacity is exactly 1, as where nobody stated one.

    Notes
    -----
    If every provider is within somebody's reach, the access of all people adds up to the capacity of all providers:
    nothing is counted twice. The weights can decide the answer, so that it is always given without them as well. Bands
    of 10, 20 and 30 minutes with weights 1, .68 and .22 (slow decay) or 1, .42 and .09 (fast decay) are those of the
    original paper; with all weights 1 it is the plain two-step method (2SFCA). No travel times come with socluster.

    References
    ----------
    Luo, W. & Qi, Y. (2009). An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial
    accessibility to primary care physicians. Health & Place, 15, 1100-1107. doi:10.1016/j.healthplace.2009.06.002

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.measures.services.access import access
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["NGO"]}))
    >>> town = town.with_group("day", kind="service", service="day care", place="Kelmė")
    >>> town = town.with_affiliation("NGO", "day", layer="provides", weight=12)
    >>> found = access(town, population={"Kelmė": 800, "Venta": 500}, distances={("Venta", "Kelmė"): 15},
    ...                bands={10: 1, 20: 0.68})
    >>> (found.places * 1000).round(3).to_dict()
    {'Kelmė': 10.526, 'Venta': 7.158}
    """
    weights = _checked_bands(bands)
    offers, people = one_service(offers_of(cluster), service, target_group), population_of(population)
    offers.warn_of_capacity()
    supply = _supply(offers)
    known, homes = distances_of(distances), [str(each) for each in people.people.index]
    apart = known.between(homes, supply["place"].tolist())
    capacity, inhabitants = supply["capacity"].to_numpy(dtype=float), people.people.to_numpy(dtype=float)
    places, providers = _shared_out(_weight(apart, weights), capacity, inhabitants)
    plain, _ = _shared_out((apart <= max(weights)).astype(float), capacity, inhabitants)
    index = people.people.index
    return Access(
        places=pd.Series(places, index=index, name="access"),
        unweighted=pd.Series(plain, index=index, name="unweighted"),
        providers=pd.Series(providers, index=_provider_index(supply), name="capacity_per_person"),
        people=people.people,
        bands=weights,
        capacity=float(capacity.sum()),
        fingerprint=offers.cluster.fingerprint,
        data_notes=(*offers.notes, *_notes(known.unstated_within(homes, supply["place"].tolist()))),
        cluster=offers.cluster,
    )


def _notes(unstated: int) -> list[Phrase]:
    if not unstated:
        return []
    return [
        counted(
            "The distance within {n} place is not stated and counts as 0.",
            "The distances within {n} places are not stated and count as 0.",
            unstated,
        )
    ]


def _checked_bands(bands: Mapping[float, float]) -> dict[float, float]:
    problems = []
    for band, weight in bands.items():
        if not is_number(band) or not 0 <= band < np.inf:
            problems.append(Problem("a band ends at a positive distance", is_argument=True, column="bands", value=band))
        elif not is_number(weight) or not 0 <= weight < np.inf:
            message = marked("a weight must be 0 or a positive number")
            problems.append(Problem(message, row=str(band), is_argument=True, column="bands", value=weight))
    if not problems and not any(weight > 0 for weight in bands.values()):
        message = marked("at least one band needs a positive weight, as in {example}")
        values = {"example": "{10: 1, 20: 0.68, 30: 0.22}"}
        problems.append(Problem(message, is_argument=True, column="bands", values=values))
    if problems:
        raise InputError(problems)
    return {float(band): float(bands[band]) for band in sorted(bands)}


def _supply(offers: Offers) -> pd.DataFrame:
    """Return provider, place and capacity, a row for every place where a provider is."""
    nowhere = offers.table["place"] == NOT_STATED
    if nowhere.any():
        message = marked("states no place, nor does its provider; state the column 'place'")
        raise InputError(
            [Problem(message, "groups", str(group), "place") for group in offers.table.loc[nowhere, "group"]]
        )
    rows: dict[tuple[Any, str], float] = {}
    for provider, place, capacity in offers.table[["provider", "place", "capacity"]].itertuples(index=False):
        rows[provider, place] = rows.get((provider, place), 0.0) + capacity
    keys = list(rows)
    return pd.DataFrame(
        {
            "provider": pd.Series([provider for provider, _ in keys], dtype=object),
            "place": pd.Series([place for _, place in keys], dtype=object),
            "capacity": pd.Series(list(rows.values()), dtype=float),
        }
    )


def _provider_index(supply: pd.DataFrame) -> pd.Index[Any]:
    """Return the providers; one that is in several places with the place in brackets."""
    several = supply["provider"].duplicated(keep=False)
    rows = zip(supply["provider"], supply["place"], several, strict=True)
    names = [f"{provider} ({place})" if is_several else provider for provider, place, is_several in rows]
    return pd.Index(names, name="actor", dtype=object, tupleize_cols=False)


def _weight(apart: Array, bands: Mapping[float, float]) -> Array:
    """Return the weight of the nearest band that every distance is in."""
    ends, weights = np.array(list(bands)), np.array([*bands.values(), 0.0])
    found: Array = weights[np.searchsorted(ends, apart, side="left")]
    return found


def _shared_out(weight: Array, capacity: Array, people: Array) -> tuple[Array, Array]:
    """Return access by place and capacity per person by provider; homes are rows, providers columns."""
    demand = people @ weight
    ratio = np.divide(capacity, demand, out=np.full(len(capacity), np.nan), where=demand > 0)
    return weight @ np.nan_to_num(ratio), ratio
