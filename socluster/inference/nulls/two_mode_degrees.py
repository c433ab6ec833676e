"""The null model that keeps to how many groups each actor belongs, and how many actors each group has (FDSM)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numpy.random import Generator

from socluster._kernels.sampling.everything import with_two_mode_degrees
from socluster._kernels.sampling.trading import Trades, chains_at_once
from socluster.core.columns import Array
from socluster.core.streams import key_of, stream
from socluster.inference.nulls.mixing_of_chains import CHAINS, check_steps, settled
from socluster.inference.nulls.two_mode import AffiliationSampler, TwoModeNull
from socluster.words import Language, say

__all__ = ["TwoModeDegrees"]

USUAL = 5.0  # trades for each member of the smaller mode to begin with
_STREAM = key_of("mixing of trades")


@dataclass(frozen=True)
class TwoModeDegrees(TwoModeNull):
    """Every actor in as many groups, and every group with as many actors, as observed (fixed degree sequence model).

    Every two-mode network with these degrees is equally likely. Each draw is the end of a chain of its own, in which
    two actors at a time share their groups out anew (the curveball algorithm).

    Parameters
    ----------
    trades : float, optional
        Trades of a chain for each member of the smaller mode. Without it 5, and twice as many as long as 100 chains
        still move away from the observed network in the second half. An answer says how far they moved, and if that was
        not enough.

    References
    ----------
    Strona, G. et al. (2014). A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
    column totals. Nature Communications, 5, 4114. doi:10.1038/ncomms5114
    Carstens, C. J. (2015). Proof of uniform sampling of binary matrices with fixed row sums and column sums for the
    fast Curveball algorithm. Physical Review E, 91, 042812. doi:10.1103/PhysRevE.91.042812

    Examples
    --------
    >>> import socluster as sc
    >>> davis = sc.load_dataset("davis")
    >>> drawn = sc.nulls.TwoModeDegrees().draw(davis, rng=7)
    >>> sc.twomode_degree(drawn).equals(sc.twomode_degree(davis)), drawn == davis
    (True, False)
    """

    trades: float | None = None

    def __post_init__(self) -> None:
        """Refuse a number of trades that is none."""
        check_steps("trades", self.trades)

    def sampler(self, held: Array) -> AffiliationSampler:
        """Return what draws the affiliations."""
        return _Traded(held, self.trades)

    def kept(self, language: Language = "en") -> str:
        """Return what the null keeps of the cluster, and what it leaves to chance."""
        return say(
            "every actor belongs to as many groups, and every group has as many actors, as observed; who belongs where "
            "is drawn",
            language,
        )


class _Traded(AffiliationSampler):
    """SwitchChains of trades, one for each draw."""

    def __init__(self, held: Array, trades: float | None) -> None:
        self.held = held
        self.at_once = chains_at_once(held.size)
        chains = _Run(Trades(held, [stream(_STREAM, 0, chain) for chain in range(CHAINS)]))
        self.mixing = settled(chains, min(held.shape), trades, USUAL)
        self.notes = (self.mixing.note(),) if held.any() else ()

    def draw(self, rngs: Sequence[Generator]) -> list[Array]:
        chains = Trades(self.held, rngs)
        chains.run(self.mixing.steps)
        return chains.networks()

    def everything(self, most: int) -> list[tuple[Array, float]] | None:
        found = with_two_mode_degrees(self.held, most)
        return None if found is None else [(held, 1 / len(found)) for held in found]


class _Run:
    """SwitchChains of trades as `settled` lets them run."""

    def __init__(self, chains: Trades) -> None:
        self.chains = chains

    def go(self, steps: int) -> None:
        self.chains.run(steps)

    def moved(self) -> Array:
        return self.chains.moved()
