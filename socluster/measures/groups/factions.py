"""Factions: a stated number of groups, tied inside and not between, as nearly as can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster._kernels.groups.factions import best_factions
from socluster.core.arguments import check_language, generator, positive_integer, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem
from socluster.core.result import Result
from socluster.measures.shared.grouping import membership
from socluster.measures.shared.network import network
from socluster.words import Language, count, listed, number, percent, say

__all__ = ["Factions", "factions"]

MOST_RESTARTS = 100_000


@dataclass(frozen=True, eq=False, repr=False)
class Factions(Result):
    """What `factions` found. Its text is a sentence or two.

    Parameters
    ----------
    cluster : Cluster
        The layers that were measured (after projection, if there were only two modes).
    factions : Series of categories
        Index `actor`, name `factions`; 1 is the largest.
    fit : float
        "hamming": the share of ordered pairs that are as in the ideal. "phi": the correlation with it.
    missing : int
        Ordered pairs of one faction that are not tied.
    across : int
        Ordered pairs of different factions that are tied.
    variant : str
        What was to be made large.
    restarts : int
        How many searches were made.
    seed : int, optional
        Seed of the searches, if it is known.
    """

    cluster: Cluster
    factions: pd.Series[Any] = field(repr=False)
    fit: float
    missing: int
    across: int
    variant: str
    restarts: int
    seed: int | None = None

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor: index `actor`, column `factions`."""
        return self.factions.to_frame()

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the cluster, coloured by faction.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import network as picture  # plotly is heavy; load it when somebody wants to see

        check_language(language)
        return picture(self.cluster, color=self.factions.astype(str), language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how large the factions are, and how well they describe the ties.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        sizes = [number(size, language) for size in self.factions.value_counts().sort_index()]
        if not sizes:
            return [say("No factions: there are no actors.", language), *self.about_data(language)]
        said = count(
            "{n} faction (of {sizes}).",
            "{n} factions (of {sizes}).",
            len(sizes),
            language,
            sizes=listed(sizes, language),
        )
        if np.isnan(self.fit):
            return [said, *self.about_data(language)]
        fit = self._agreement(language) if self.variant == "hamming" else self._correlation(language)
        return [said, fit, *self.about_data(language)]

    def _correlation(self, language: Language) -> str:
        return count(
            "Correlation with the ideal {r}; the best of {n} search, not proven to be the best possible.",
            "Correlation with the ideal {r}; the best of {n} searches, not proven to be the best possible.",
            self.restarts,
            language,
            r=number(self.fit, language),
        )

    def _agreement(self, language: Language) -> str:
        return count(
            "{share} of the cells are as in the ideal ({missing} inside are not tied, {across} across are); the best "
            "of {n} search, not proven to be the best possible.",
            "{share} of the cells are as in the ideal ({missing} inside are not tied, {across} across are); the best "
            "of {n} searches, not proven to be the best possible.",
            self.restarts,
            language,
            share=percent(self.fit, language),
            missing=number(self.missing, language),
            across=number(self.across, language),
        )


@checked
def factions(
    cluster: Any,
    /,
    *,
    k: int = 2,
    layer: str | None = None,
    variant: Literal["hamming", "phi"] = "hamming",
    restarts: int = 10,
    rng: Generator | int,
) -> Factions:
    r"""Into which k groups, tied inside and not between, does the cluster divide best?

    In the ideal, all of one faction are tied to each other and nobody is tied across. A division is the better the
    fewer cells of the matrix differ from its ideal, or the more the two correlate.

    .. math:: \text{hamming: } 1 - \frac{(P - E) + (m - E)}{N}, \qquad
        \text{phi: } \frac{N E - P m}{\sqrt{P (N - P) \, m (N - m)}}

    with N = n (n - 1) ordered pairs, P of them inside factions, m tied, and E tied inside factions.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    k : int, default 2
        Number of factions, none of them empty.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    variant : {"hamming", "phi"}, default "hamming"
        What to make large. In a sparse cluster "hamming" is high for anything, and divides into factions of like
        sizes, as these have the fewest pairs inside; "phi" asks for more ties inside than outside.
    restarts : int, default 10
        Up to 100,000. From how many random divisions to search.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.

    Returns
    -------
    Factions
        factions (a Series of memberships), fit (0..1, or -1..1 for "phi"), missing, across, variant, restarts;
        `.to_frame()`, `.plot()`.

    Raises
    ------
    InputError
        If there are fewer than k actors; for "phi", if all pairs are tied alike, or k is 1.

    Notes
    -----
    The search moves one actor at a time to another faction: always the best move, also for the worse, that does not
    bring an actor back within 15 moves (tabu search), until as many moves as there are actors, and 20 more, found
    nothing better. The best of all searches is taken. It is not proven to be the best there is, and quite different
    divisions are often as good: repeat with other seeds, and compare with `partition_agreement`. For all networks of
    up to five actors it ends at the best division, which is known from trying all.

    Each direction of a pair is a cell; strengths do not count, and unknown dyads count as absent. An isolate is put
    where it does least harm, which says nothing about it. That is UCINET's Factions, of whose four fits these are two
    (its modularity is that of `communities`); UCINET puts pendants with their partner afterwards.

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 11. Sage.
    Glover, F. (1989). Tabu search, part I. ORSA Journal on Computing, 1, 190-206. doi:10.1287/ijoc.1.3.190

    Examples
    --------
    >>> import socluster as sc
    >>> sc.factions(sc.load_dataset("karate"), k=2, variant="phi", rng=7)
    2 factions (of 17 and 17).
    Correlation with the ideal 0.311; the best of 10 searches, not proven to be the best possible.
    """
    k, restarts = positive_integer("k", k), positive_integer("restarts", restarts, most=MOST_RESTARTS)
    random = generator(rng)
    net = network(cluster, layer)
    n, arcs = net.n, net.ties.nnz
    cells = n * (n - 1)
    if k > n > 0:
        raise InputError(Problem("k must be at most {most}, the number of actors", value=k, values={"most": n}))
    if variant == "phi" and n and (k in (1, n) or arcs in (0, cells)):
        raise InputError(
            "all pairs are tied alike, or all are inside or all across factions, so that no correlation is defined; "
            "use variant='hamming', or another k"
        )
    measured = net.cluster if layer is None else net.cluster.layer(layer)
    if not n:
        nobody = membership(np.zeros(0, dtype=np.int64), net.cluster.index, "factions")
        return Factions(measured, nobody, float("nan"), 0, 0, variant, restarts, seed_of(rng))
    found = best_factions(net.binary, k, variant, restarts, random)
    missing, across = found.pairs_inside - found.ties_inside, arcs - found.ties_inside
    return Factions(
        measured,
        membership(found.codes, net.cluster.index, "factions"),
        _fit(variant, found.pairs_inside, found.ties_inside, arcs, cells),
        missing,
        across,
        variant,
        restarts,
        seed_of(rng),
    )


def _fit(variant: str, pairs: int, inside: int, arcs: int, cells: int) -> float:
    if not cells:
        return float("nan")
    if variant == "hamming":
        return 1 - (pairs + arcs - 2 * inside) / cells
    spread = np.sqrt(float(pairs * (cells - pairs))) * np.sqrt(float(arcs * (cells - arcs)))
    return float((cells * inside - pairs * arcs) / spread)
