"""The E-I index by actor and by group, and whether chance alone would give that of the cluster."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster._kernels.groups.mixing import external_by_chance, inside_and_across, pairs_between, tied_pairs
from socluster.core.arguments import generator, seed_of
from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.groupings import WithoutGroup
from socluster.core.result import Result
from socluster.draws.settings import FIXED_NUMBER, NO_INTERVALS, OPTIONS, Draws, as_draws
from socluster.measures.shared.grouping import group_name, grouping
from socluster.measures.shared.partition import grouped
from socluster.words import Language, Phrase, count, number, say

__all__ = ["EITest", "ei_by_actor", "ei_by_group", "ei_test"]


@dataclass(frozen=True, repr=False)
class EITest(Result):
    """What `ei_test` found. Its text is a sentence.

    Parameters
    ----------
    group : str
        What the actors were grouped by.
    observed : float
        The E-I index of the cluster.
    expected : float
        Its mean over all ways to deal the groups out to the actors (exact, not drawn).
    lowest, highest : float
        Between what any cluster with so many ties and groups of these sizes must lie.
    rescaled : float
        The index as a place between these two, from -1 to 1.
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

    group: str
    observed: float
    expected: float
    lowest: float
    highest: float
    rescaled: float
    p_value: float
    p_lower: float
    p_higher: float
    draws: int
    fingerprint: str | None = None
    seed: int | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row, indexed by the grouping, with all numbers as columns."""
        apart = ("group", "fingerprint", "seed", "data_notes")
        columns = [name for name in self.__dataclass_fields__ if name not in apart]
        row = {name: getattr(self, name) for name in columns}
        return pd.DataFrame([row], index=pd.Index([self.group], name="group"))

    def sentences(self, language: Language = "en") -> list[str]:
        """Return the index, and how it compares with chance.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        group = group_name(self.group, language)
        if np.isnan(self.observed):
            said = say("E-I index by {group}: undefined, since there are no ties.", language, group=group)
            return [said, *self.about_data(language)]
        said = count(
            "E-I index by {group}: {observed}; by chance {expected} is expected (possible: {lowest} to {highest}); "
            "p = {p}, two-sided, {n} permutation.",
            "E-I index by {group}: {observed}; by chance {expected} is expected (possible: {lowest} to {highest}); "
            "p = {p}, two-sided, {n} permutations.",
            self.draws,
            language,
            group=group,
            observed=number(self.observed, language),
            expected=number(self.expected, language),
            lowest=number(self.lowest, language),
            highest=number(self.highest, language),
            p=number(self.p_value, language),
        )
        return [said, *self.about_data(language)]


@checked
def ei_test(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    draws: int | Draws = 1000,
    rng: Generator | int,
) -> EITest:
    r"""Do more or fewer ties stay inside groups than expected by chance?

    The E-I index depends on how many groups there are and how large they are. So the groups are permuted over the
    actors, each group keeping its size and every tie its place, and the index is taken each time.

    .. math:: E_{\text{chance}} = m \, \frac{B}{P}, \qquad
        p = \frac{1 + \#\{|E_{\text{drawn}} - E_{\text{chance}}| \ge |E - E_{\text{chance}}|\}}{1 + \text{draws}}

    with m tied pairs, E of them across groups, and B of all P pairs of actors across groups.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a pair is tied if it is in any layer.
    draws : int or Draws, default 1000
        Number of permutations.
    rng : int or numpy.random.Generator
        Seed. The same seed gives the same answer.

    Returns
    -------
    EITest
        observed, expected, lowest, highest, rescaled, p_value, p_lower, p_higher, draws; `.to_frame()` has them in a
        row. p-values lie between 1 / (1 + draws) and 1.

    Notes
    -----
    Pairs count once, tied in whichever direction; strengths do not count. Without ties the index, its range and the
    p-values are NaN. With one group, or as many as actors, only one index is possible: p is 1 and the rescaled index
    NaN. The expected index is exact; UCINET reports the mean of its permutations, and the same range and rescaled
    index. The observed arrangement is counted as one of the draws (Phipson & Smyth 2010), so that p is never 0. A small
    p does not say why: ties may be chosen by group, or both may go with a third thing, such as place.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology, 9, article 39. doi:10.2202/1544-6115.1585

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.significance import ei_test
    >>> ei_test(sc.load_dataset("knoke"), group="sector", layer="information", draws=999, rng=7)
    E-I index by sector: 0.563; by chance 0.422 is expected (possible: 0.188 to 1); p = ..., two-sided, 999
    permutations.
    """
    settings = as_draws(draws).only("interval", why=FIXED_NUMBER).only(*OPTIONS[1:], why=NO_INTERVALS)
    random = generator(rng)
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    row, column, _ = tied_pairs(net.strength)
    between, every = pairs_between(groups.sizes)
    external = int(np.count_nonzero(groups.codes[row] != groups.codes[column]))
    drawn = external_by_chance((row, column), groups.codes, settings.most, random)
    found = _test(str(groups.labels.name), len(row), external, drawn, between, every)
    notes = (*data_notes(net.cluster, layer), *net.left_out)
    return replace(found, fingerprint=net.cluster.fingerprint, seed=seed_of(rng), data_notes=notes)


def _test(name: str, tied: int, external: int, drawn: Array, between: int, every: int) -> EITest:
    """Turn numbers of pairs into the answer."""
    lowest, highest = max(0, tied - (every - between)), min(tied, between)
    distance = abs(drawn * every - tied * between)  # whole numbers, so that equal stays equal
    extreme = distance >= abs(external * every - tied * between)
    return EITest(
        group=name,
        observed=_index(external, tied),
        expected=_index(tied * between / every if every else 0, tied),
        lowest=_index(lowest, tied),
        highest=_index(highest, tied),
        rescaled=(2 * external - lowest - highest) / (highest - lowest) if highest > lowest else float("nan"),
        p_value=_chance(extreme) if tied else float("nan"),
        p_lower=_chance(drawn <= external) if tied else float("nan"),
        p_higher=_chance(drawn >= external) if tied else float("nan"),
        draws=len(drawn),
    )


def _chance(hits: Array) -> float:
    return float((1 + hits.sum()) / (1 + len(hits)))


def _index(external: float, tied: int) -> float:
    return (2 * external - tied) / tied if tied else float("nan")


@checked
def ei_by_group(
    cluster: Any, /, *, group: Any, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.DataFrame:
    r"""Which groups are outward-looking, and which inward-looking?

    .. math:: \frac{E_g - I_g}{E_g + I_g}

    with I pairs tied inside the group g, and E pairs of which one end is in g.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a pair is tied if it is in any layer.

    Returns
    -------
    DataFrame
        One row per group (index named after the grouping; alphabetical order, or that of a categorical Series).
        Columns: actors, internal and external (numbers of tied pairs), ei_index (from -1 to 1; NaN without ties).

    Notes
    -----
    Pairs count once, tied in whichever direction; strengths do not count. A pair across groups is external to both, so
    the column adds up to twice the external pairs of the cluster. Adding up over the members instead would count
    internal pairs twice, from either end; `ei_by_actor` gives each member's own. A small group has few partners to find
    inside, so that its index is high by itself.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.significance import ei_by_group
    >>> ei_by_group(sc.load_dataset("knoke"), group="sector", layer="information").round(3)
             actors  internal  external  ei_index
    sector
    civic         4         2        18     0.800
    private       2         1        13     0.857
    public        4         4        19     0.652
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    row, column, _ = tied_pairs(net.strength)
    start, end = groups.codes[row], groups.codes[column]
    across, size = start != end, len(groups.labels)
    internal = np.bincount(start[~across], minlength=size)
    external = np.bincount(np.concatenate([start[across], end[across]]), minlength=size)
    counts = {"actors": groups.sizes, "internal": internal, "external": external}
    return pd.DataFrame(counts, index=groups.labels).assign(ei_index=_share_difference(internal, external))


@checked
def ei_by_actor(
    cluster: Any, /, *, group: Any, missing: WithoutGroup = "refuse", layer: str | None = None
) -> pd.Series[Any]:
    r"""Are an actor's ties mainly inside its group or outside?

    .. math:: \frac{E_i - I_i}{E_i + I_i}

    with E partners in other groups and I partners in the actor's own.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts.

    Returns
    -------
    Series of float
        Index `actor`, name `ei_by_actor`; from -1 (all partners in the own group) to 1 (none).

    Notes
    -----
    Partners count once, tied in whichever direction; strengths do not count. An isolate has NaN. Equals the individual
    E-I index of UCINET.

    References
    ----------
    Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly, 51, 123-140. doi:10.2307/2786835

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.mixing.significance import ei_by_actor
    >>> ei_by_actor(sc.load_dataset("knoke"), group="sector", layer="information").nsmallest(2).round(3)
    actor
    MAYR    0.250
    WELF    0.333
    Name: ei_by_actor, dtype: float64
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    partners = net.strength + net.strength.T
    partners.data = np.ones_like(partners.data)
    return net.series(_share_difference(*inside_and_across(partners, groups.codes)), "ei_by_actor")


def _share_difference(internal: Array, external: Array) -> Array:
    """Return (E - I) / (E + I), NaN where there is neither."""
    total = (internal + external).astype(float)
    nothing = np.full(len(total), np.nan)
    values: Array = np.divide(external - internal, total, out=nothing, where=total > 0)
    return values
