"""More brokerage than chance would bring? The roles of Gould and Fernandez against four null models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster._kernels.ego import brokerage as kernel
from socluster._kernels.ego.brokerage_draws import with_total
from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError
from socluster.core.groupings import WithoutGroup
from socluster.core.result import Result
from socluster.draws.settings import FIXED_NUMBER, Draws, as_draws
from socluster.draws.spread import INTERVAL
from socluster.measures.brokerage.roles_by_chance import ROLES, closed_form, draws_of_null, from_draws
from socluster.measures.shared.grouping import group_name
from socluster.measures.shared.partition import grouped
from socluster.words import Language, Phrase, count, marked, measure_name, number, say

__all__ = ["BrokerageTest", "brokerage_test"]

Null: TypeAlias = Literal["bernoulli", "fixed", "dyad_census", "label_permutation"]

NULLS = {
    "bernoulli": marked("independent ties, with the observed density"),
    "fixed": marked("as many ties as observed, placed at random"),
    "dyad_census": marked("as many mutual and one-way dyads as observed, placed at random"),
    "label_permutation": marked("the observed ties, with the groups assigned anew"),
}
DRAWS = 1000  # where nobody says how many


@dataclass(frozen=True, eq=False, repr=False)
class BrokerageTest(Result):
    """What `brokerage_test` found. Its text is a sentence on the whole cluster and one on its roles.

    Parameters
    ----------
    null : {"bernoulli", "fixed", "dyad_census", "label_permutation"}
        What the cluster was compared with.
    variant : {"exact", "sna"}
        Which closed form, and which way of counting undirected pairs.
    draws : int or None
        Number of draws; None for a closed form.
    group : str
        What the groups are.
    whole, actors : DataFrame
        The numbers; `to_frame` and `by_actor` hand out copies.
    interval : float
        Share of the null between low and high.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    seed : int, optional
        Seed of the draws, if it is known.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    cluster_name : str, optional
        Name of the cluster.
    layers : tuple of str
        The layers of ties that were measured.
    """

    null: str
    variant: str
    draws: int | None
    group: str
    whole: pd.DataFrame = field(compare=False)
    actors: pd.DataFrame = field(compare=False)
    interval: float = INTERVAL
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)
    cluster_name: str | None = field(default=None, compare=False)
    layers: tuple[str, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per role for the whole cluster.

        Returns
        -------
        DataFrame
            Index `role`: coordinator, itinerant, representative, gatekeeper, liaison, total. Columns, in pairs unless
            said otherwise:

            - raw: what the actors broker together
            - expected, sd: mean and standard deviation under the null
            - low, high: the interval of the null (90 % unless asked otherwise)
            - z: (raw - expected) / sd, in standard deviations; NaN where the null never varies
            - p: how often the null is at least as far out, on either side (0 to 1); NaN where it never varies
        """
        return self.whole.copy()

    def by_actor(self) -> pd.DataFrame:
        """Return one row per actor and role: index (actor, role), columns as in `to_frame`."""
        return self.actors.copy()

    def plot(self, *, language: Language = "en") -> Any:
        """Return a plotly figure: how far each role lies above or below what the null gives, with its interval.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the numbers.
        """
        from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see
        from socluster.plot.caption import about
        from socluster.plot.finding import beside_chance

        raw = self.whole["raw"]
        surplus = pd.DataFrame(
            {
                "difference": raw - self.whole["expected"],
                "low": raw - self.whole["high"],
                "high": raw - self.whole["low"],
                "p": self.whole["p"],
            }
        )
        surplus.index = pd.Index([measure_name(str(role), language) for role in surplus.index], name="role")
        null = say("null: {kept}", language, kept=say(NULLS[self.null], language))
        drawn = [] if self.draws is None else [count("{n} draw", "{n} draws", self.draws, language)]
        return intervals(
            surplus,
            same_scale=True,
            label=say("brokered pairs above what the null gives on average", language),
            title=beside_chance(surplus.rename(columns={"difference": "observed"}).assign(middle=0.0), language),
            subtitle=about(
                language,
                cluster=self.cluster_name,
                layers=self.layers,
                level=self.interval,
                two_sided=True,
                more=[null, *drawn],
            ),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what the actors broker in all, what in each role, and what that was compared with.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        told = {
            str(role): {column: number(row[column], language) for column in ("raw", "expected", "z")}
            for role, row in self.whole.iterrows()
        }
        by_role = [
            say("{role} {raw} ({expected} expected, z {z})", language, role=measure_name(role, language), **values)
            for role, values in told.items()
            if role != "total"
        ]
        return [
            count(
                "The actors broker {n} pair in all ({expected} expected, z {z}).",
                "The actors broker {n} pairs in all ({expected} expected, z {z}).",
                int(self.whole.loc["total", "raw"]),
                language,
                **told["total"],
            ),
            say("By {group}: {roles}.", language, group=group_name(self.group, language), roles=", ".join(by_role)),
            self._null_in_words(language),
            *self.about_data(language),
        ]

    def _null_in_words(self, language: Language) -> str:
        null = {"null": self.null, "what": say(NULLS[self.null], language)}
        if self.draws is None:
            variant = self.variant
            return say("Null '{null}': {what} (closed form, variant '{variant}').", language, variant=variant, **null)
        return count(
            "Null '{null}': {what} ({n} draw).", "Null '{null}': {what} ({n} draws).", self.draws, language, **null
        )


@checked
def brokerage_test(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    null: Null = "bernoulli",
    variant: Literal["exact", "sna"] = "exact",
    draws: int | Draws | None = None,
    rng: Generator | int | None = None,
) -> BrokerageTest:
    r"""Do actors broker between groups more, or less, than expected by chance?

    How many pairs somebody brokers depends on how many ties there are and how large the groups are, whatever anybody
    intends. So every count of `brokerage_roles` is set against what a null model gives:

    =================== ============================================ =========================================
    null                what is unchanged                            how
    =================== ============================================ =========================================
    "bernoulli"         density, on average; groups                  closed form; p from the normal curve
    "fixed"             number of ties; groups                       draws
    "dyad_census"       numbers of mutual and one-way dyads; groups  draws
    "label_permutation" all ties; sizes of the groups                draws
    =================== ============================================ =========================================

    .. math:: z = \frac{x - E(x)}{sd(x)}, \qquad E_{bernoulli}(x) = T\, p^2 (1 - p)

    with T the number of triples that could play the role and p the density.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str, list of str or Series
        A column of the actors, as "sector"; several columns, whose combinations are the groups; or a Series indexed by
        actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.
    null : {"bernoulli", "fixed", "dyad_census", "label_permutation"}, default "bernoulli"
        What chance means.
    variant : {"exact", "sna"}, default "exact"
        With "bernoulli": the exact variance, or the closed form of R's sna (see Notes).
    draws : int or Draws, optional
        Number of draws where the null is drawn (default 1000); with ``sc.Draws(...)`` also the interval. Of a closed
        form the interval holds 90 %; another one follows from `expected` and `sd`.
    rng : int or numpy.random.Generator, optional
        Seed; needed where the null is drawn.

    Returns
    -------
    BrokerageTest
        Prints as a sentence; `.to_frame()` for the whole cluster, `.by_actor()`, `.plot()`. It carries its null.

    Raises
    ------
    InputError
        If an option is unknown, an actor has no group, or a seed is missing where the null is drawn.

    Notes
    -----
    Undirected ties: the nulls are undirected too, a pair counts once, and representative and gatekeeper are the same
    number (as in `brokerage_roles`). "dyad_census" is then the same as "fixed".

    By actor, "bernoulli" equals R's sna 2.7 (z.nli). For the whole cluster, sna takes some triples as independent that
    are not, and prints standard deviations that are too large for coordinator, representative, gatekeeper and total;
    those of itinerant and liaison agree. ``variant="sna"`` gives its numbers; it also takes undirected ties as two arcs
    each, thrown independently, and counts a pair in both orders, as sna does.

    z is NaN where the null never varies: without ties, with all ties, for the total under "label_permutation". Counts
    of small clusters are far from normal, so trust a p of "bernoulli" only where many pairs are expected; the p of
    drawn nulls is (1 + draws at least as far out) / (1 + draws), doubled for two sides. With many actors and roles,
    some p fall below 0.05 by chance. Unknown dyads count as absent.

    References
    ----------
    Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology, 19, 89-126. doi:10.2307/270949
    Holland, P. W. & Leinhardt, S. (1976). Local structure in social networks. Sociological Methodology, 7, 1-45.
    doi:10.2307/270703

    Examples
    --------
    >>> import socluster as sc
    >>> test = brokerage_test(sc.load_dataset("knoke"), group="sector", layer="information")
    >>> test.to_frame()[["raw", "expected", "sd", "z"]].round(2)
                    raw  expected     sd     z
    role
    coordinator       6      6.48   2.41 -0.20
    itinerant        18     21.61   7.57 -0.48
    representative   12     21.61   5.35 -1.80
    gatekeeper       20     21.61   5.35 -0.30
    liaison          15     25.93   5.07 -2.15
    total            71     97.23  11.39 -2.30
    """
    if null == "bernoulli" and (draws is not None or rng is not None):
        raise InputError("draws and rng have no effect with null='bernoulli', which has a closed form")
    if null != "bernoulli" and variant == "sna":
        raise InputError(
            "variant='sna' is a closed form and belongs to null='bernoulli', not to null='{null}'", {"null": null}
        )
    settings = as_draws(DRAWS if draws is None else draws).only("interval", why=FIXED_NUMBER)
    net, groups = grouped(cluster, layer, group, missing)
    codes = pd.factorize(groups)[0]
    once = not net.directed and variant == "exact"
    raw = with_total(kernel.brokered_pairs(net.ties, codes), once=once)
    if null == "bernoulli":
        drawn = None
        whole, actors = closed_form(net, codes, raw, directed=not once, like_sna=variant == "sna")
    else:
        drawn = settings.most
        found = draws_of_null(net, codes, null, drawn, generator(rng), once=once)
        whole, actors = from_draws(found, raw, settings.interval)
    places = [np.repeat(np.arange(net.n), len(ROLES)), np.tile(np.arange(len(ROLES)), net.n)]
    index = pd.MultiIndex(levels=[net.cluster.index, pd.Index(ROLES)], codes=places, names=["actor", "role"])
    return BrokerageTest(
        null=null,
        variant=variant,
        draws=drawn,
        group=_name_of(group),
        whole=pd.DataFrame(whole, index=pd.Index(ROLES, name="role")),
        actors=pd.DataFrame({name: values.ravel() for name, values in actors.items()}, index=index),
        interval=settings.interval,
        fingerprint=net.cluster.fingerprint,
        seed=seed_of(rng),
        data_notes=(*data_notes(net.cluster, net.layer), *net.left_out),
        cluster_name=net.cluster.name,
        layers=net.cluster.tie_layers if net.layer is None else (net.layer,),
    )


def _name_of(group: Any) -> str:
    if isinstance(group, list):
        return " × ".join(map(str, group))
    return str(group if isinstance(group, str) else getattr(group, "name", None) or "group")
