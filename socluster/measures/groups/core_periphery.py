"""Core and periphery: who belongs to the part that everything depends on, and how clear that part is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster._kernels.groups.core_periphery import Pattern, best_core
from socluster._kernels.groups.coreness import minres
from socluster.core.arguments import check_language, whole_number
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.result import Result
from socluster.measures.shared.network import network
from socluster.words import Language, Phrase, count, listed, number, say

__all__ = ["CorePeriphery", "continuous_coreness", "core_periphery"]

_SHOWN = 8  # actors of the core that the sentence names


@dataclass(frozen=True, eq=False, repr=False)
class CorePeriphery(Result):
    """What `core_periphery` found. Its text is a sentence.

    Parameters
    ----------
    cluster : Cluster
        The layers that were measured (after projection, if there were only two modes).
    core : Series of bool
        Index `actor`, name `core`: who is in the core. Nobody, if no correlation is defined.
    correlation : float
        Between the ties and the ideal pattern, from -1 to 1.
    proven : bool
        Whether no other core fits better for sure, because every one was tried.
    optima : int or None
        How many cores fit equally well, if every one was tried; one of the smallest of them is shown.
    variant : str
        What the ideal says about ties between core and periphery.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    core: pd.Series[Any] = field(repr=False)
    correlation: float
    proven: bool
    optima: int | None
    variant: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per actor: index `actor`, column `core`."""
        return self.core.to_frame()

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure of the cluster, coloured by core and periphery.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the labels.
        """
        from socluster.plot import network as picture  # plotly is heavy; load it when somebody wants to see

        check_language(language)
        core, periphery = say("core", language), say("periphery", language)
        marks = pd.Series(np.where(self.core, core, periphery), index=self.core.index, name=f"{core} / {periphery}")
        return picture(self.cluster, color=marks, language=language)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return who is in the core, and how well that describes the ties.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if np.isnan(self.correlation):
            said = say("No core: all pairs are alike, so that no correlation is defined.", language)
            return [said, *self.about_data(language)]
        members = self.core.index[self.core].tolist()
        values = {
            "core": number(len(members), language),
            "actors": count("{n} actor", "{n} actors", len(self.core), language, context="of"),
            "names": listed(called(self.cluster, members, language), language, most=_SHOWN),
            "r": number(self.correlation, language),
        }
        if self.optima is not None and self.optima > 1:
            said = say(
                "Core of {core} of {actors} ({names}): r = {r}, one of {optima}.",
                language,
                optima=count("{n} equally good one", "{n} equally good ones", self.optima, language, context="of"),
                **values,
            )
        elif self.proven:
            said = say("Core of {core} of {actors} ({names}): r = {r}, the best possible.", language, **values)
        else:
            said = say(
                "Core of {core} of {actors} ({names}): r = {r}, the best found, not proven to be the best possible.",
                language,
                **values,
            )
        return [said, *self.about_data(language)]


@checked
def core_periphery(
    cluster: Any,
    /,
    *,
    layer: str | None = None,
    variant: Pattern = "missing",
    weighted: bool = True,
    restarts: int = 10,
) -> CorePeriphery:
    r"""Is there a core whose members are all tied, and a periphery whose members are not?

    Every division of the actors is an ideal pattern: ties between all of the core, none within the periphery. The best
    division is that whose pattern correlates most with the ties that there are.

    .. math:: r = \operatorname{cor}_{i \ne j}(z_{ij}, \Delta_{ij}), \qquad
        \Delta_{ij} = \begin{cases} 1 & i, j \text{ in the core} \\ 0 & i, j \text{ in the periphery} \end{cases}

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    variant : {"missing", "or", "and"}, default "missing"
        What the ideal says about pairs between core and periphery: nothing, they are left out ("missing"); all tied
        ("or"); none tied ("and").
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.
    restarts : int, default 10
        From how many further places a cluster too large for certainty is searched. 0 takes milliseconds for 1000
        actors, each further one about ten.

    Returns
    -------
    CorePeriphery
        core (a mark by actor), correlation, proven, optima, variant; `.to_frame()`, `.plot()`.

    Notes
    -----
    Up to 20 actors every core is tried, and the answer is proven. Larger clusters are searched: first the strongest
    actors, as many as fit best, then for each of the `restarts` strongest those who are most tied to its surroundings;
    from each start one actor after the other changes sides for the better (and a few times for the worse). There is no
    chance in it. Random networks, which have no core, are the hardest case; of 2700 with 12 actors, whose best core is
    known, the search missed it in 36, by up to .08.

    Directed ties: both directions of a pair count, each as a cell. Unknown dyads count as absent. The correlation is
    undefined, and the core empty, where all pairs are tied alike. A high correlation says that the division fits; that
    a cluster of another shape fits badly, that ties to the outside are not asked for, and that the core is better at
    anything, it does not say. Several cores may fit equally well, in a star for example, where with "missing" any one
    partner can be in the core beside the centre; `optima` counts them.

    UCINET's categorical model is "missing" by default too. The package cpnet has "or"; in three networks of 1000 actors
    its search ended at lower correlations.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (2000). Models of core/periphery structures. Social Networks, 21, 375-395.
    doi:10.1016/S0378-8733(99)00019-2

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.core_periphery import core_periphery
    >>> core_periphery(sc.load_dataset("knoke"), layer="information")
    Core of 5 of 10 actors (COMM, EDUC, INDU, MAYR and NEWS): r = 0.657, the best possible.
    """
    restarts = whole_number("restarts", restarts)
    net = network(cluster, layer)
    found = best_core(net.strength if weighted else net.binary, variant, restarts)
    core = pd.Series(found.core, index=net.cluster.index, name="core")
    measured = net.cluster if layer is None else net.cluster.layer(layer)
    notes = data_notes(net.cluster, layer)
    return CorePeriphery(measured, core, found.correlation, found.proven, found.optima, variant, notes)


@checked
def continuous_coreness(
    cluster: Any, /, *, layer: str | None = None, weighted: bool = True, normalized: bool = True
) -> pd.Series[Any]:
    r"""How close is an actor to the core, on a continuous scale?

    Two of the core are tied strongly, one of the core and one of the periphery weakly, two of the periphery hardly at
    all: the strength of a tie is taken as the product of two coreness values, which are chosen to come near to all ties
    at once.

    .. math:: \min_{c \ge 0} \sum_{i \ne j} (z_{ij} - c_i c_j)^2

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it the strengths of all layers add up.
    weighted : bool, default True
        Take z as the strength of a tie; if False, as 1 for every tie.
    normalized : bool, default True
        Divide by the length of c, so that the squares add up to 1 (and the unit of the strengths does not matter).

    Returns
    -------
    Series of float
        Index `actor`, name `continuous_coreness`; from 0. Not normalized, the product of two values is the strength
        that the model expects between them. An actor without ties has 0; without any ties, normalized values are NaN.

    Notes
    -----
    This is MINRES, the one-factor model whose diagonal is ignored; the eigenvector centrality differs in that its
    diagonal counts as 0. Directed ties enter as the mean of both directions, which gives the same c as fitting both.
    The sum is made small from the actors' strengths and from the surroundings of the ten strongest; in small random
    networks no other start ended lower. In a cluster in pieces one core is looked for, and c is nearly 0 outside the
    piece that it lies in; if two pieces are alike, which of them it is is arbitrary. Where ties form little more than a
    star, there is no smallest sum: it falls the further the centre is from the rest, so that its normalized value is
    nearly 1, and of two like centres an arbitrary one is taken. Borgatti & Everett (2000) maximise the correlation
    between strengths and products instead.

    References
    ----------
    Borgatti, S. P. & Everett, M. G. (2000). Models of core/periphery structures. Social Networks, 21, 375-395.
    doi:10.1016/S0378-8733(99)00019-2
    Boyd, J. P., Fitzgerald, W. J., Mahutga, M. C. & Smith, D. A. (2010). Computing continuous core/periphery structures
    for social relations data with MINRES/SVD. Social Networks, 32, 125-137. doi:10.1016/j.socnet.2009.09.003

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.groups.core_periphery import continuous_coreness
    >>> continuous_coreness(sc.load_dataset("knoke"), layer="information").nlargest(3).round(3)
    actor
    MAYR    0.497
    COMM    0.461
    NEWS    0.347
    Name: continuous_coreness, dtype: float64
    """
    net = network(cluster, layer)
    values = minres(net.strength if weighted else net.binary)
    if normalized:
        length = np.linalg.norm(values)
        values = values / length if length > 0 else np.full(net.n, np.nan)
    return net.series(values, "continuous_coreness")
