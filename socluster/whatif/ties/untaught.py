"""What is said of a prior: how much it weighs, and that of a partner of an unknown kind there is nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from socluster.whatif.ties.base import Model
from socluster.words import Language, column_name, count, listed, number, say

__all__ = ["Untaught", "worth_of_prior"]


@dataclass(frozen=True, repr=False)
class Untaught(Model):
    """What `Rates` assume of a partner in whose block there is nobody; it only says so, and draws nothing.

    Parameters
    ----------
    columns : tuple of str
        The columns that make the blocks.
    block : str
        The block of the partner.
    prior_rate : float or None
        The stated mean of the prior; None for the rate of all dyads of the cluster.
    prior_dyads : float
        How many dyads the prior is worth.

    Examples
    --------
    >>> print(Untaught(("sector",), "civil", None, 4).assumption())
    no actor has the partner's sector ('civil'), so its rates are learned from nobody: they are the prior alone, ...
    """

    columns: tuple[str, ...]
    block: str
    prior_rate: float | None
    prior_dyads: float

    def assumption(self, language: Language = "en") -> str:
        """Return what is assumed, in a sentence."""
        by = listed([column_name(column, language) for column in self.columns], language)
        worth = worth_of_prior(self.prior_dyads, language)
        if self.prior_rate is None:
            return say(
                "no actor has the partner's {by} ('{block}'), so its rates are learned from nobody: they are the prior "
                "alone, with the rate of all dyads as its mean ({prior})",
                language,
                by=by,
                block=self.block,
                prior=worth,
            )
        return say(
            "no actor has the partner's {by} ('{block}'), so its rates are learned from nobody: they are the prior "
            "alone, with the stated mean {rate} ({prior})",
            language,
            by=by,
            block=self.block,
            rate=number(self.prior_rate, language),
            prior=worth,
        )


def worth_of_prior(dyads: float, language: Language) -> str:
    """Return how many dyads the prior is worth, in words.

    Examples
    --------
    >>> worth_of_prior(1.0, "en"), worth_of_prior(2.5, "en")
    ('prior weight: 1 dyad', 'prior weight: 2.5 dyads')
    """
    if float(dyads).is_integer():
        return count("prior weight: {n} dyad", "prior weight: {n} dyads", int(dyads), language)
    return say("prior weight: {n} dyads", language, n=number(dyads, language))
