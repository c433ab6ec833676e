"""Blockmodels: the cluster seen as a few positions and the ties between them, and how well that describes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.columns import Array
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem
from socluster.core.groupings import WithoutGroup
from socluster.core.result import Result
from socluster.measures.shared.grouping import group_name, grouping
from socluster.measures.shared.partition import grouped
from socluster.words import Language, Phrase, count, number

__all__ = ["Blockmodel", "blockmodel"]


@dataclass(frozen=True, eq=False, repr=False)
class Blockmodel(Result):
    """What `blockmodel` found. Its text is a sentence.

    Parameters
    ----------
    densities : DataFrame
        What part of the pairs is tied, from the position in the row to that in the column; NaN where there is no pair.
    image : DataFrame
        Whether the positions are tied: whether the density is at least alpha; missing where there is no pair.
    counts : DataFrame
        Number of ties; rows and columns as above. Undirected ties inside a position count once.
    alpha : float
        The density that a block needs to count as tied.
    correlation : float
        Between the ties and the ideal, in which all pairs of a tied block are tied, and no others; from -1 to 1.
    errors : int
        Number of pairs that are not as in the ideal; ordered pairs if ties are directed.
    pairs : int
        Number of all pairs.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    densities: pd.DataFrame
    image: pd.DataFrame = field(repr=False)
    counts: pd.DataFrame = field(repr=False)
    alpha: float
    correlation: float
    errors: int
    pairs: int
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per block: index (source, target) of positions; columns ties, density, image."""
        names = ["source", "target"]
        blocks = pd.MultiIndex.from_product([self.densities.index, self.densities.columns], names=names)
        columns = {
            "ties": self.counts.to_numpy().ravel(),
            "density": self.densities.to_numpy().ravel(),
            "image": pd.array(self.image.to_numpy(dtype=object).ravel(), dtype="boolean"),
        }
        return pd.DataFrame(columns, index=blocks)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return how many blocks are tied, and how well that describes the cluster.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        tied = int(self.image.fillna(False).to_numpy(dtype=bool).sum())
        said = count(
            "{n} position by {group}, {tied} of {blocks} tied (density at least {alpha}); errors in {errors} of "
            "{pairs}, r = {r}.",
            "{n} positions by {group}, {tied} of {blocks} tied (density at least {alpha}); errors in {errors} of "
            "{pairs}, r = {r}.",
            len(self.densities),
            language,
            group=group_name(str(self.densities.index.name), language),
            tied=number(tied, language),
            blocks=count("{n} block", "{n} blocks", self.densities.size, language, context="of"),
            alpha=number(self.alpha, language),
            errors=number(self.errors, language),
            pairs=count("{n} pair", "{n} pairs", self.pairs, language, context="of"),
            r=number(self.correlation, language),
        )
        return [said, *self.about_data(language)]


@checked
def blockmodel(
    cluster: Any,
    /,
    *,
    group: Any,
    missing: WithoutGroup = "refuse",
    layer: str | None = None,
    alpha: float | None = None,
) -> Blockmodel:
    r"""Which positions are tied to which, and how much of the cluster does that explain?

    The actors of one position are taken as one. A block, from one position to another or to itself, counts as tied if
    at least the part alpha of its pairs is.

    .. math:: \Delta_{gh} = \frac{m_{gh}}{p_{gh}}, \qquad b_{gh} = [\Delta_{gh} \ge \alpha]

    with m ties among the p pairs of a block.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    group : str or Series
        A column of the actors, as "sector", or a Series indexed by actor, as `concor`, `equivalence_groups` or
        `communities` return it.
    missing : {"refuse", "category", "drop"}, default "refuse"
        What becomes of actors without a group: an error names them; they make a group "not stated"; or they are left
        out, as if the cluster were without them.
    layer : str, optional
        One layer of ties; without it, a pair is tied if it is in any layer.
    alpha : float, optional
        From 0 to 1; default: the density of the whole cluster.

    Returns
    -------
    Blockmodel
        densities, image, counts, alpha, correlation, errors, pairs; `.to_frame()` has a row per block.

    Notes
    -----
    Strengths do not count; unknown dyads count as absent (`block_density` takes them out of the divisor). An actor has
    no tie to itself, so that a position of one actor has no density inside: NaN. A block without ties never counts as
    tied, whatever alpha. The correlation is NaN where all pairs, or all blocks, are alike. The densities equal R's sna
    (`blockmodel`); the rule "at least alpha" is Wasserman and Faust's. More positions always fit better: as many
    positions as actors fit perfectly.

    References
    ----------
    Wasserman, S. & Faust, K. (1994). Social Network Analysis, ch. 10 and 16. Cambridge University Press.
    doi:10.1017/CBO9780511815478
    White, H. C., Boorman, S. A. & Breiger, R. L. (1976). Social structure from multiple networks. I. American Journal
    of Sociology, 81, 730-780. doi:10.1086/226141

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.roles.blockmodel import blockmodel
    >>> model = blockmodel(sc.load_dataset("knoke"), group="sector", layer="information")
    >>> model
    3 positions by sector, 5 of 9 blocks tied (density at least 0.544); errors in 29 of 90 pairs, r = 0.355.
    >>> model.image.astype(int)
    sector   civic  private  public
    sector
    civic        0        1       1
    private      0        1       0
    public       0        1       1
    """
    net, read = grouped(cluster, layer, group, missing)
    groups = grouping(read)
    size = len(groups.labels)
    cells = net.strength.tocoo()
    flat = groups.codes[cells.row] * size + groups.codes[cells.col]
    ties = np.bincount(flat, minlength=size**2).reshape(size, size)
    pairs = np.outer(groups.sizes, groups.sizes) - np.diag(groups.sizes)
    every = net.n * (net.n - 1)
    cut = _cut(alpha, cells.nnz / every if every else 0.0)
    density = np.divide(ties, pairs, out=np.full(ties.shape, np.nan), where=pairs > 0)
    tied = (ties > 0) & (density >= cut)
    errors = int(np.where(tied, pairs - ties, ties).sum())
    listed = ties if net.directed else ties - np.diag(ties.diagonal() // 2)
    halves = 1 if net.directed else 2

    def table(values: Array) -> pd.DataFrame:
        return pd.DataFrame(values, index=groups.labels, columns=groups.labels)

    return Blockmodel(
        densities=table(density),
        image=table(tied).astype("boolean").mask(pairs == 0),
        counts=table(listed),
        alpha=cut,
        correlation=_correlation(ties, pairs, tied),
        errors=errors // halves,
        pairs=every // halves,
        fingerprint=net.cluster.fingerprint,
        data_notes=(*data_notes(net.cluster, net.layer), *net.left_out),
    )


def _cut(alpha: float | None, density: float) -> float:
    if alpha is None:
        return density
    if isinstance(alpha, int | float | np.number) and not isinstance(alpha, bool) and 0 <= alpha <= 1:
        return float(alpha)
    raise InputError(Problem("alpha must be a number from 0 to 1", value=alpha))


def _correlation(ties: Array, pairs: Array, tied: Array) -> float:
    """Correlation of two marks over all pairs: is it tied, and is its block tied."""
    total, marked, expected = int(pairs.sum()), int(ties.sum()), int(pairs[tied].sum())
    both = int(ties[tied].sum())
    spread = float(marked * (total - marked)) * float(expected * (total - expected))
    return (total * both - marked * expected) / spread**0.5 if spread else float("nan")
