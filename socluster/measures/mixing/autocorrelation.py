"""Network autocorrelation: are the numbers of tied actors more alike than chance would make them?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster._kernels.groups.autocorrelation import autocorrelations, autocorrelations_by_chance
from socluster._kernels.scaling import at_most_one
from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.data_notes import data_notes
from socluster.core.result import Result
from socluster.draws.settings import FIXED_NUMBER, NO_INTERVALS, OPTIONS, Draws, as_draws
from socluster.measures.shared.grouping import group_name, numbers
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Language, Phrase, count, number, say

__all__ = ["Autocorrelation", "autocorrelation"]

_UNNAMED = "values"  # a Series without a name
_ROUNDING = 1e-12  # of values that are equal but for rounding


@dataclass(frozen=True, repr=False)
class Autocorrelation(Result):
    """What `autocorrelation` found. Its text is a sentence.

    Parameters
    ----------
    of : str
        Whose numbers: the column of the actors, or the name of the Series.
    variant : str
        "moran" or "geary".
    observed : float
        The index of the cluster.
    expected : float
        Its mean over all ways to deal the numbers out to the actors (exact, not drawn).
    p_value : float
        How often chance gives an index at least as far from the expected one, in either direction.
    p_lower, p_higher : float
        How often chance gives an index at most, at least, as large as the observed one.
    draws : int
        Number of permutations.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    of: str
    variant: str
    observed: float
    expected: float
    p_value: float
    p_lower: float
    p_higher: float
    draws: int
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row, indexed by what was measured, with all numbers as columns."""
        columns = [
            name for name in self.__dataclass_fields__ if name not in ("of", "fingerprint", "seed", "data_notes")
        ]
        row = {name: getattr(self, name) for name in columns}
        return pd.DataFrame([row], index=pd.Index([self.of], name="values"))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the index, and how it compares with chance.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        said = self._undefined(language) if np.isnan(self.observed) else self._index(language)
        return [said, *self.about_data(language)]

    def _values(self, language: Language) -> str:
        return say("the values given", language) if self.of == _UNNAMED else group_name(self.of, language)

    def _undefined(self, language: Language) -> str:
        return say(
            "{index} of {values}: undefined, since there are no ties or all values are the same.",
            language,
            index=say("Moran's I", language) if self.variant == "moran" else say("Geary's C", language),
            values=self._values(language),
        )

    def _index(self, language: Language) -> str:
        """Return the index, and what chance gives."""
        values = {
            "values": self._values(language),
            "observed": number(self.observed, language),
            "expected": number(self.expected, language),
            "p": number(self.p_value, language),
        }
        if self.variant == "moran":
            return count(
                "Moran's I of {values}: {observed}; by chance {expected} is expected (above it, like numbers are "
                "tied); p = {p}, two-sided, {n} permutation.",
                "Moran's I of {values}: {observed}; by chance {expected} is expected (above it, like numbers are "
                "tied); p = {p}, two-sided, {n} permutations.",
                self.draws,
                language,
                **values,
            )
        return count(
            "Geary's C of {values}: {observed}; by chance {expected} is expected (below it, like numbers are "
            "tied); p = {p}, two-sided, {n} permutation.",
            "Geary's C of {values}: {observed}; by chance {expected} is expected (below it, like numbers are "
            "tied); p = {p}, two-sided, {n} permutations.",
            self.draws,
            language,
            **values,
        )


@checked
def autocorrelation(
    cluster: Any,
    /,
    *,
    values: Any,
    layer: str | None = None,
    variant: Literal["moran", "geary"] = "moran",
    weighted: bool = True,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> Autocorrelation:
    r"""Are the numbers of tied actors more alike than by chance?

    The index compares what ties join with how the numbers differ at all. Then the numbers are dealt out to the actors
    at random, every tie keeping its place, and the index is taken each time.

    .. math:: I = \frac{n}{\sum_{ij} w_{ij}} \,
        \frac{\sum_{ij} w_{ij} (v_i - \bar v)(v_j - \bar v)}{\sum_i (v_i - \bar v)^2}, \qquad
        C = \frac{n - 1}{2 \sum_{ij} w_{ij}} \, \frac{\sum_{ij} w_{ij} (v_i - v_j)^2}{\sum_i (v_i - \bar v)^2}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    values : str or Series
        A column of numbers of the actors, or a Series indexed by actor, such as another measure. Every actor needs one.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    variant : {"moran", "geary"}, default "moran"
        Moran's I, which is high where like numbers are tied, or Geary's C, which is low there.
    weighted : bool, default True
        Take w as the strength of a tie; if False, as 1 for every tie.
    draws : int or Draws, default 1000
        Number of permutations.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.

    Returns
    -------
    Autocorrelation
        observed, expected (-1 / (n - 1) for I, 1 for C), p_value, p_lower, p_higher, draws; `.to_frame()` has them in
        a row. I mostly lies between -1 and 1, C is 0 or above. p-values lie between 1 / (1 + draws) and 1.

    Notes
    -----
    Undirected ties stand in both cells of the matrix w; the scale of the strengths does not matter. Without ties, and
    where all numbers are the same, everything but the expected value is NaN. Isolates count among the actors. The
    values equal those of R's sna (`nacf`, lag 1); UCINET has both indices under Network > Whole networks >
    Homophily/Influence > Continuous. The expected value is exact; the observed arrangement is counted as one of the
    draws (Phipson & Smyth 2010), so that p is never 0. A small p does not say why: like may choose like, partners may
    become alike, or both may follow from a third thing.

    References
    ----------
    Moran, P. A. P. (1950). Notes on continuous stochastic phenomena. Biometrika, 37, 17-23. doi:10.2307/2332142
    Geary, R. C. (1954). The contiguity ratio and statistical mapping. The Incorporated Statistician, 5, 115-146.
    doi:10.2307/2986645
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology, 9, article 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> import socluster as sc
    >>> sc.autocorrelation(sc.load_dataset("knoke"), values="rating", layer="information", draws=999, rng=7)
    Moran's I of rating: 0.0722; by chance −0.111 is expected (above it, like numbers are tied); p = ..., two-sided, 999
    permutations.
    """
    settings = as_draws(draws).only("interval", why=FIXED_NUMBER).only(*OPTIONS[1:], why=NO_INTERVALS)
    random = generator(rng)
    net = network(cluster, layer)
    refuse_without_room("autocorrelation", net.n)
    read = numbers(net.cluster, values)
    weights = at_most_one(net.strength) if weighted else net.binary
    observed = float(autocorrelations(weights, read[None, :], variant)[0])
    expected = 1.0 if variant == "geary" else -1 / (net.n - 1) if net.n > 1 else float("nan")
    drawn = autocorrelations_by_chance(weights, read, variant, settings.most, random)
    room = _ROUNDING * max(1.0, abs(observed))
    return Autocorrelation(
        of=values if isinstance(values, str) else str(getattr(values, "name", None) or _UNNAMED),
        variant=variant,
        observed=observed,
        expected=expected,
        p_value=_chance(abs(drawn - expected) >= abs(observed - expected) - room, observed),
        p_lower=_chance(drawn <= observed + room, observed),
        p_higher=_chance(drawn >= observed - room, observed),
        draws=settings.most,
        fingerprint=net.cluster.fingerprint,
        seed=seed_of(rng),
        data_notes=data_notes(net.cluster, layer),
    )


def _chance(hits: Any, observed: float) -> float:
    return float("nan") if np.isnan(observed) else float((1 + hits.sum()) / (1 + len(hits)))
