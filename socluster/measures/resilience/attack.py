"""Attack curves: how a cluster falls apart while actors leave one after the other."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core.arguments import check_language, choice, seed_of
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import ONE_DRAW, data_notes
from socluster.core.errors import UncertainTiesWarning, UnknownTiesWarning
from socluster.core.progress import progress
from socluster.core.result import Result
from socluster.draws.settings import FIXED_NUMBER, Draws, as_draws
from socluster.draws.spread import INTERVAL, spread
from socluster.measures.resilience.attack_orders import Curves, Heights, LeavingOrders, Service, planned
from socluster.measures.shared.answers import Measure
from socluster.measures.shared.network import network
from socluster.measures.shared.room import refuse_without_room
from socluster.words import Language, Phrase, count, measure_name, number, percent, say
from socluster.words.headings import as_title

__all__ = ["AttackCurve", "attack_curve"]

_COLUMNS = {"{}": "median", "mean_{}": "mean", "{}_low": "low", "{}_high": "high"}


@dataclass(frozen=True, eq=False, repr=False)
class AttackCurve(Result):
    """What `attack_curve` found. Its text is a sentence.

    Parameters
    ----------
    order : str
        How it was decided who leaves next: "random", or the name of the measure by which the highest left.
    n_actors : int
        Number of actors at the start.
    sequence : tuple of str or None
        Who left, in this order, if there was a single order.
    curves : dict of str to ndarray of shape (draws, n_actors + 1)
        largest, efficiency and, if it was asked for, service, with 0, 1, 2, ... actors gone.
    interval : float
        Share of the draws between low and high.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster : Cluster, optional
        What was measured.
    """

    order: str
    n_actors: int
    sequence: tuple[str, ...] | None
    curves: Curves
    interval: float = INTERVAL
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster: Cluster | None = field(default=None, compare=False)

    @property
    def draws(self) -> int:
        """Number of orders that were tried."""
        return len(self.curves["largest"])

    @property
    def robustness(self) -> float:
        """Area R under the curve of the largest component (Schneider et al. 2011); 0.5 at most."""
        return self.area("largest")

    def area(self, of: Literal["largest", "efficiency", "service"] = "largest") -> float:
        """Return the mean height of a curve with 1, 2, ..., n actors gone (mean over the draws).

        Parameters
        ----------
        of : {"largest", "efficiency", "service"}, default "largest"
            The curve.

        Returns
        -------
        float
            For "largest" the R of Schneider et al. (2011). NaN for a cluster without actors. A service that is
            undefined at some point counts as 0 there.
        """
        choice("of", of, tuple(self.curves))
        heights = self.curves[of][:, 1:]
        return float(np.nan_to_num(heights).sum(axis=1).mean() / self.n_actors) if self.n_actors else float("nan")

    def to_frame(self) -> pd.DataFrame:
        """Return the curves.

        Returns
        -------
        DataFrame
            Index `removed`: 0, 1, ..., n actors gone. Columns: share_removed; for each curve its median over the draws
            under its own name, its mean and its interval, as in largest, mean_largest, largest_low, largest_high.
        """
        removed = np.arange(self.n_actors + 1)
        columns = {"share_removed": removed / self.n_actors if self.n_actors else np.full(1, np.nan)}
        for name, values in self.curves.items():
            drawn = spread(values, self.interval)
            for column, statistic in _COLUMNS.items():
                columns[column.format(name)] = drawn[statistic].to_numpy()
        return pd.DataFrame(columns, index=pd.Index(removed, name="removed"))

    def plot(self, *, title: str | None = None, language: Language = "en") -> Any:
        """Draw each curve: its mean over the draws, and the interval as a band.

        Parameters
        ----------
        title : str, optional
            Default: when the largest component holds less than half of the actors.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.attack_curves import attack_curves

        check_language(language)
        return attack_curves(
            self.to_frame() if self.n_actors else self.to_frame().iloc[:0],
            title=as_title(self._finding(language, name_draws=False)) if title is None else title,
            subtitle=about(
                language,
                cluster=self.cluster.name if self.cluster else None,
                actors=self.n_actors,
                level=self.interval if self.draws > 1 else None,
                draws=self.draws if self.draws > 1 else None,
                more=[self._how(language).rstrip(".")],
            ),
            caption=None if self.cluster is None else source_of(self.cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return when the largest component holds less than half of the actors.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        if self.n_actors < 2:
            return [self._finding(language), *self.about_data(language)]
        r = number(self.robustness, language, decimals=3)
        robustness = say("Robustness R = {r}.", language, r=r)
        return [self._how(language), self._finding(language), robustness, *self.about_data(language)]

    def _finding(self, language: Language, *, name_draws: bool = True) -> str:
        """Return when the largest component holds less than half of the actors, or why that is not asked."""
        if not self.n_actors:
            return say("A cluster without actors has no attack curve.", language)
        if self.n_actors == 1:
            return say("One actor cannot fall apart.", language)
        halved = int(np.argmax(self.curves["largest"].mean(axis=0) < 0.5))
        if not halved:
            return say("The largest component holds less than half of all from the start.", language)
        values: dict[str, Any] = {
            "actors": count("{n} actor", "{n} actors", self.n_actors, language, context="of"),
            "share": percent(halved / self.n_actors, language),
        }
        if self.draws == 1:
            return count(
                "Once {n} of {actors} has left ({share}), the largest component holds less than half of all.",
                "Once {n} of {actors} have left ({share}), the largest component holds less than half of all.",
                halved,
                language,
                **values,
            )
        if not name_draws:
            return count(
                "Once {n} of {actors} has left ({share}), the largest component holds less than half of all on "
                "average.",
                "Once {n} of {actors} have left ({share}), the largest component holds less than half of all on "
                "average.",
                halved,
                language,
                **values,
            )
        return count(
            "Once {n} of {actors} has left ({share}), the largest component holds less than half of all on average "
            "({draws}).",
            "Once {n} of {actors} have left ({share}), the largest component holds less than half of all on average "
            "({draws}).",
            halved,
            language,
            draws=count("{n} draw", "{n} draws", self.draws, language),
            **values,
        )

    def _how(self, language: Language) -> str:
        if self.order == "random":
            return say("Actors leave at random.", language)
        return say("Actors leave, highest {measure} first.", language, measure=measure_name(self.order, language))


@checked
def attack_curve(
    cluster: Any,
    /,
    *,
    order: Literal["random"] | Measure = "random",
    layer: str | None = None,
    recalculate: bool = True,
    service: Callable[[Cluster], float] | None = None,
    draws: int | Draws | None = None,
    rng: Generator | int | None = None,
) -> AttackCurve:
    r"""How does the cluster fall apart as actors leave one after another?

    At random: what staff turnover or closures do. By a measure, highest first: what happens if the best connected
    leave, as when the project that paid for them ends. A cluster that survives the first but not the second depends on
    a few.

    .. math:: R = \frac{1}{n} \sum_{q=1}^{n} s(q)

    with s(q) the largest component among those who remain, as a part of the original n actors, once q have left.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    order : "random" or callable, default "random"
        Who leaves next: anybody; or, by a measure of actors, the one with the highest value.
    layer : str, optional
        One layer of ties, which the measure in `order` then sees alone; without it, all layers.
    recalculate : bool, default True
        Measure again after each loss; if False, the values of the whole cluster decide the order.
    service : callable, optional
        Your own function of a cluster that returns a number, as the share of service chains that still work. It gets
        the cluster, all layers and affiliations, without those who left.
    draws : int or Draws, optional
        Number of orders to try: random ones (default 100); or, with a measure, how often equal values are put into a
        random order. Without it, the actor listed first in the cluster leaves first among equals. With
        ``sc.Draws(...)`` also the interval.
    rng : int or numpy.random.Generator, optional
        Seed; needed wherever something is random.

    Returns
    -------
    AttackCurve
        `.to_frame()` has a row per number of actors gone: largest (largest component, ties taken whichever way they
        run, as a part of the original actors), efficiency (sum of 1 / distance in steps over the original pairs), and
        service. `.robustness` is R.

    Raises
    ------
    InputError
        If the measure gives no value by actor, the service no number, or a seed is missing.

    Notes
    -----
    Both curves are parts of the original cluster, so that they never rise. Actors without a value (NaN) leave last. R
    lies between (n - 1) / n^2 (no ties; a star that loses its centre first comes to the same) and (n - 1) / 2n (all
    tied to all), about 1/n and 1/2. The service is not asked about a cluster without actors (NaN). Uncertain ties count
    as if they existed, unknown ones as none.

    References
    ----------
    Schneider, C. M., Moreira, A. A., Andrade, J. S., Havlin, S. & Herrmann, H. J. (2011). Mitigation of malicious
    attacks on networks. PNAS, 108, 3838-3841. doi:10.1073/pnas.1009440108
    Albert, R., Jeong, H. & Barabási, A.-L. (2000). Error and attack tolerance of complex networks. Nature, 406,
    378-382. doi:10.1038/35019019

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.resilience.attack import attack_curve
    >>> norway = sc.load_dataset("norway_project")
    >>> curve = attack_curve(norway, order=sc.betweenness)
    >>> curve
    Actors leave, highest betweenness first.
    Once 1 of 13 actors has left (8%), the largest component holds less than half of all.
    Robustness R = 0.118.
    >>> curve.sequence[:2]
    ('LEU', 'FUN')
    >>> attack_curve(norway, rng=7).robustness > curve.robustness
    True
    """
    settings = None if draws is None else as_draws(draws).only("interval", why=FIXED_NUMBER)
    net = network(cluster, layer)
    refuse_without_room("attack_curve", net.n)
    name, number, source = planned(order, None if settings is None else settings.most, rng)
    orders = LeavingOrders(net, layer, order, recalculate, source)
    ask = None if service is None else Service(net.cluster, service)
    curves = Heights(net, number)
    with warnings.catch_warnings():
        for said in (UncertainTiesWarning, UnknownTiesWarning):  # once is enough
            warnings.simplefilter("ignore", said)
        for _ in progress(range(number), number, "attack", "draw"):
            sequence = orders.next()
            curves.follow(sequence, ask)
    labels = tuple(net.cluster.labels[actor] for actor in sequence) if number == 1 else None
    interval = INTERVAL if settings is None else settings.interval
    notes = data_notes(net.cluster, layer)
    if number == 1 and source is not None:
        notes = (ONE_DRAW, *notes)
    seen = net.cluster
    return AttackCurve(name, net.n, labels, curves.stacked(), interval, seen.fingerprint, seed_of(rng), notes, seen)
