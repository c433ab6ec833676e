"""Losing one actor, or two: what the others lose by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from math import comb
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from socluster._kernels.losing.losses import Breakable
from socluster.core.arguments import choice, positive_integer
from socluster.core.called import called
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.labels import Label
from socluster.core.result import Result
from socluster.core.subset import chosen
from socluster.measures.services.offers import SERVICE
from socluster.measures.shared.network import Network, network
from socluster.whatif.leaving.loss_counts import NOBODY, breaking, counts_of, index_of, named, worst_first
from socluster.whatif.leaving.loss_text import NO_PLACES, heading, in_words, notes, what_is_lost, without
from socluster.words import Language, Phrase, count, counted, marked, number, say

__all__ = ["Losses", "losses"]

Chosen: TypeAlias = "Iterable[Label] | pd.Series[Any] | Mapping[str, object]"

# What every column of the table that counts as broken is about.
_NO_HARM = marked(
    "None {of_all} cuts a way between others, breaks a chain to a group, ends a service or leaves anybody without ties."
)
# What a picture counts, by its column.
COUNTED = {
    "broken_pairs": marked("Pairs of the others that no longer reach each other"),
    "chains": marked("Chains to a group that break"),
    "services": marked("Groups without members"),
    "isolated": marked("Others without any tie"),
    "ties": marked("Ties that are lost"),
}
SHOWN = 5  # losses that get a sentence
WORK = 1e9  # words that are touched in one step of all losses: about half a minute


@dataclass(frozen=True, eq=False, repr=False)
class Losses(Result):
    """What `losses` found. Its text is a sentence per loss, the worst first.

    Parameters
    ----------
    cluster : Cluster
        The cluster that was looked at.
    order : int
        How many are lost at a time: 1 or 2.
    layer : str or None
        The layer of ties along which paths run; None = all together.
    provides : str or None
        The layer of affiliations that counts as providing; None = all together.
    now : int
        Number of components before anybody is lost.
    table : DataFrame
        What `to_frame` returns.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    cluster: Cluster
    order: int
    layer: str | None
    provides: str | None
    now: int
    table: pd.DataFrame = field(compare=False)
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def directed(self) -> bool:
        """Whether paths have a direction."""
        return self.cluster.is_directed(self.layer)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per loss, the worst first.

        Returns
        -------
        DataFrame
            Index `actor` (order 1), or (`actor`, `other`) (order 2). Whole numbers:

            - ties: ties that go with who is lost
            - components: components among the others, ties taken whichever way they run
            - more_components: how many more these are than before
            - broken_pairs: pairs of the others that had a path before and have none
            - chains: service chains broken: pairs of another actor and a group, where the actor reached somebody in
              the group before (or is in it itself) and reaches nobody in it any more
            - services: groups in which nobody is left
            - isolated: others who had ties and have none

            For order 2 also beyond_broken_pairs, beyond_chains, beyond_services and beyond_isolated: those of them that
            would survive the loss of either of the two alone. The worst are those that break most beyond; among equals,
            and for order 1, those that break most pairs, then chains, services, and isolate most actors, then those
            with most ties. Losses that break equally much stand in the order of the alphabet.
        """
        return self.table.copy()

    def worst(self, k: int = 5, *, by: str | None = None) -> pd.DataFrame:
        """Return the k worst losses.

        Parameters
        ----------
        k : int, default 5
            How many.
        by : str, optional
            A column of `to_frame` that says what is worst; without it, the order of `to_frame`.
        """
        k = positive_integer("k", k)
        if by is None:
            return self.table.head(k).copy()
        choice("by", by, tuple(self.table.columns))
        return self.table.sort_values(by, ascending=False, kind="stable").head(k)

    def what_breaks(self, *actors: Label) -> pd.DataFrame:
        """Return everything that breaks if these actors are lost together, by name.

        Parameters
        ----------
        *actors : str
            Who is lost.

        Returns
        -------
        DataFrame
            A row each; columns what (broken_pairs, chains, services, isolated), source (an actor; missing for a
            service that nobody provides any more) and target (an actor or a group; missing for an isolated actor).
            Pairs are ordered if ties are directed.

        Raises
        ------
        InputError
            If an actor is not in the cluster.
        """
        gone = np.flatnonzero(chosen(self.cluster.actors, list(actors), "actor"))
        net = Network(self.cluster, self.layer, self.directed)
        return named(breaking(net, self.provides), gone, net)

    def plot(
        self,
        *,
        by: Literal["broken_pairs", "chains", "services", "isolated", "ties"] = "broken_pairs",
        title: str | None = None,
        language: Language = "en",
    ) -> Any:
        """Draw how much each loss breaks, the worst first; who breaks nothing is left out.

        Parameters
        ----------
        by : {"broken_pairs", "chains", "services", "isolated", "ties"}, default "broken_pairs"
            What is counted: see `to_frame`. It is counted exactly, so there is no interval.
        title : str, optional
            Default: whose loss breaks most.
        language : {"en", "lt"}, default "en"
            Of our own words and of the numbers.

        Returns
        -------
        plotly.graph_objects.Figure
        """
        from socluster.plot.caption import about, source_of  # loads plotly, which is heavy
        from socluster.plot.tables.bars import bars

        choice("by", by, tuple(COUNTED))
        values = self.table[by].to_numpy()
        order = [place for place in np.argsort(-values, kind="stable").tolist() if values[place] > 0]
        gone = [[self.table.index[place]] if self.order == 1 else list(self.table.index[place]) for place in order]
        names = [", ".join(called(self.cluster, each, language)) for each in gone]
        label = say(COUNTED[by], language)
        finding = say("{what}: none, whoever leaves", language, what=label)
        if order:
            told = {"what": label, "name": names[0], "n": number(int(values[order[0]]), language)}
            finding = say("{what}: {n} without {name}", language, **told)
        shown = count("{n} of {all} losses shown", "{n} of {all} losses shown", len(order), language, all=len(values))
        by_size = [say("sorted by number, largest first", language)] if len(order) > 1 else []
        return bars(
            pd.DataFrame({"value": values[order].astype(float)}, index=pd.Index(names, name="actor", dtype=object)),
            label=label,
            title=finding if title is None else title,
            subtitle=about(language, cluster=self.cluster.name, actors=self.cluster.n_actors, more=[shown, *by_size]),
            caption=source_of(self.cluster, language),
            language=language,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return a heading, a sentence per loss that breaks most, how many there are, and what to keep in mind.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        table = self.table
        kinds = ["broken_pairs", "chains", "services", "isolated"]
        breaks = table[kinds if self.order == 1 else [f"beyond_{kind}" for kind in kinds]].any(axis="columns")
        lines = [heading(self._question(language), self.cluster, self.layer, language)]
        for place in np.flatnonzero(breaks)[:SHOWN].tolist():  # a label that is a tuple cannot be asked for with loc
            actors = table.index[place]
            gone = [actors] if self.order == 1 else list(actors)
            broken = in_words(self.what_breaks(*gone), self.cluster, language)
            said = what_is_lost(table.iloc[place].to_dict(), broken, self.now, self.directed, language)
            lines.append(without(called(self.cluster, gone, language), said, language))
        lines.append(self._how_many(int(breaks.sum()), language))
        lines += [*self.about_data(language), *self._no_places(language)]
        return [*lines, *notes(table.loc[breaks, "chains"].any(), language)]

    def _no_places(self, language: Language) -> list[str]:
        """Return, where services are offered, that how much of them is lost is another question."""
        kinds = self.cluster.groups.get("kind")
        if kinds is None or not (kinds == SERVICE).any():
            return []
        return [say(NO_PLACES, language)]

    def _question(self, language: Language) -> str:
        if self.order == 1:
            return say("What if one actor were lost?", language)
        return say("What if two actors were lost at the same time?", language)

    @property
    def _is_at_stake(self) -> bool:
        """Whether there are ties, or anybody in a group, that could be lost."""
        layers = set(self.cluster.ties["layer"])
        has_ties = bool(layers) if self.layer is None else self.layer in layers
        return has_ties or self.cluster.n_affiliations > 0

    def _how_many(self, breaking: int, language: Language) -> str:
        """Return how many of the losses break something."""
        tried = len(self.table)
        if not breaking and not self._is_at_stake:
            return say("There is nothing that a loss could break.", language)
        if self.order == 1:
            of_all = count("of {n} loss", "of {n} losses", tried, language)
            if not breaking:
                return say(_NO_HARM, language, of_all=of_all)
            told = count(
                "{n} {of_all} breaks something for the others.",
                "{n} {of_all} break something for the others.",
                breaking,
                language,
                of_all=of_all,
            )
        else:
            of_all = count("of {n} pair", "of {n} pairs", tried, language)
            if not breaking:
                return say("None {of_all} breaks more than the two break one at a time.", language, of_all=of_all)
            told = count(
                "{n} {of_all} breaks more than the two break one at a time.",
                "{n} {of_all} break more than the two break one at a time.",
                breaking,
                language,
                of_all=of_all,
            )
        return f"{told} {say('These are the first {n}.', language, n=SHOWN)}" if breaking > SHOWN else told


@checked
def losses(
    cluster: Any,
    /,
    *,
    order: Literal[1, 2] = 1,
    layer: str | None = None,
    provides: str | None = None,
    actors: Chosen | None = None,
    limit: int | None = None,
) -> Losses:
    """What do the others lose if one actor is lost, or two at the same time?

    Engineers ask of a power grid whether it withstands the failure of any one part (N-1) and of any two (N-2). Here the
    parts are organisations: one closes, a project ends that paid for two. What counts is not what the lost ones had,
    but what the others can no longer reach. For two at a time the question is what breaks only together: a second way,
    or a second provider, hides that the first is not enough.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What may lose actors; one that has only affiliations is projected first, with a warning.
    order : {1, 2}, default 1
        How many are lost at a time: every single actor, or every pair of actors.
    layer : str, optional
        One layer of ties, such as that of referrals; without it, paths run over all layers.
    provides : str, optional
        The layer of affiliations that says who provides which service (or attends which event); without it, all.
    actors : iterable of str, bool Series, or mapping, optional
        Who may be lost: ids; a mark such as a measure returns; or attributes, as in ``{"sector": "public"}``. With
        order 2, both come from these. Without it, anybody.
    limit : int, optional
        Most losses to look at; by default as many as take about half a minute.

    Returns
    -------
    Losses
        Prints as sentences; `.to_frame()`, `.worst(k)`, `.what_breaks(actor, ...)`, `.sentences(language)`.

    Raises
    ------
    InputError
        If an actor or a layer is unknown, the order is neither 1 nor 2, or there are more losses than the limit.

    Notes
    -----
    Paths follow the direction of the ties; if ties are directed, broken pairs are ordered, as in `removal`. Of an
    undirected cluster, the actors whose loss breaks a pair are its `cutpoints`. Strengths do not count; uncertain ties
    and affiliations count as if they existed, with a warning for ties. `removal` adds longer ways and efficiency,
    `attack_curve` continues until nobody is left, `worst_case` looks for the worst set of any size.

    References
    ----------
    Borgatti, S. P. (2006). Identifying sets of key players in a social network. Computational & Mathematical
    Organization Theory, 12, 21-34. doi:10.1007/s10588-006-7084-x
    Salmeron, J., Wood, K. & Baldick, R. (2004). Analysis of electric grid security under terrorist threat. IEEE
    Transactions on Power Systems, 19, 905-912. doi:10.1109/TPWRS.2004.825888

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.whatif.leaving.losses import losses
    >>> norway = sc.load_dataset("norway_project")
    >>> losses(norway).worst(1)[["ties", "components", "broken_pairs", "isolated"]]
           ties  components  broken_pairs  isolated
    actor
    LEU      12           8            62         4
    >>> alone = losses(norway).what_breaks("LEU")
    >>> alone.loc[alone["what"] == "isolated", "source"].tolist()
    ['FUN', 'VDK', 'GINT', 'LDUK']
    """
    if order not in (1, 2) or isinstance(order, bool):
        raise InputError(Problem("order must be 1 (one actor at a time) or 2 (every pair)", value=order))
    net = network(cluster, layer)
    kernel = breaking(net, provides)
    may_go = np.flatnonzero(chosen(net.cluster.actors, actors, "actor") if actors is not None else np.ones(net.n))
    _check_limit(len(may_go), order, limit, kernel)
    removed = np.array(list(combinations(may_go.tolist(), order)), dtype=np.int64).reshape(-1, order)
    table = pd.DataFrame(counts_of(kernel, net, removed), index=index_of(net.cluster, removed))
    table = table.iloc[worst_first(table, net.cluster, removed)]
    now = int(kernel.components(NOBODY, kernel.before)[0])
    return Losses(net.cluster, order, layer, provides, now, table, data_notes(net.cluster, layer))


def _check_limit(actors: int, order: int, limit: int | None, kernel: Breakable) -> None:
    """Raise an error if there are more losses than may be looked at."""
    most = max(1000, int(WORK / max(1, kernel.work))) if limit is None else positive_integer("limit", limit)
    several = comb(actors, order)
    if several <= most:
        return
    if order == 1:
        asked = counted("{n} loss of one actor", "{n} losses of one actor", several)
    else:
        asked = counted("{n} pair of actors", "{n} pairs of actors", several)
    raise InputError(
        "there are {losses} to compute, more than the limit of {most}; state with actors= who may be lost, or allow "
        "more with limit={several}",
        {"losses": asked, "most": float(most), "several": several},
    )
