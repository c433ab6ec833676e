"""The title of a picture that compares with chance: what was found, not what was asked.

It says which numbers are rarer than a p of 0.05 by chance, and on which side; of all others no more than that they
cannot be told from chance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socluster.plot.text import with_p
from socluster.words import Language, listed, number, say

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["RARE", "beside_chance"]

RARE = 0.05  # p up to which a number is called unusual
_NAMED = 3  # of those on a side


def beside_chance(table: pd.DataFrame, language: Language) -> str:
    """Return how numbers lie beside what chance gives, as a title: its first letter is a capital.

    Parameters
    ----------
    table : DataFrame
        A row per number, called so (index); columns observed, middle (of what chance gives) and p (two-sided; NaN where
        there is none).
    language : {"en", "lt"}
        Of our own words and of the numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"observed": [0.6, 0.2], "middle": [0.3, 0.2], "p": [0.002, 0.7]}, index=["a", "b"])
    >>> beside_chance(table.iloc[:1], "en"), beside_chance(table, "en")
    ('A: higher than by chance (p\xa0=\xa00.002)', 'Higher than by chance: a (p of at most 0.05)')
    """
    said = with_p(_found(table, language))
    return said[:1].upper() + said[1:]


def _found(table: pd.DataFrame, language: Language) -> str:
    asked = table[table["p"].notna()]
    if asked.empty:
        return say("Is it more than chance?", language)
    unlike = asked["p"] <= RARE
    above = asked["observed"] > asked["middle"]
    if len(asked) == 1:
        told = {"name": str(asked.index[0]), "p": number(float(asked["p"].iloc[0]), language, digits=2)}
        if not unlike.iloc[0]:
            return say("{name}: cannot be told from chance (p = {p})", language, **told)
        if above.iloc[0]:
            return say("{name}: higher than by chance (p = {p})", language, **told)
        return say("{name}: lower than by chance (p = {p})", language, **told)
    higher, lower = (list(map(str, asked.index[unlike & side])) for side in (above, ~above))
    high, low = (listed(names, language, most=_NAMED) for names in (higher, lower))
    rare = number(RARE, language)
    if higher and lower:
        return say(
            "Higher than by chance: {high}; lower: {low} (p of at most {rare})",
            language,
            high=high,
            low=low,
            rare=rare,
        )
    if higher:
        return say("Higher than by chance: {names} (p of at most {rare})", language, names=high, rare=rare)
    if lower:
        return say("Lower than by chance: {names} (p of at most {rare})", language, names=low, rare=rare)
    return say("None of these can be told from chance (p above {rare})", language, rare=rare)
