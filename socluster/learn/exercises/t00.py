"""The exercise of tutorial 00, in five minutes."""

from __future__ import annotations

from socluster.learn.exercise import Exercise, Hint
from socluster.words import marked

__all__ = ["EXERCISES"]

EXERCISES = (
    Exercise(
        key="00.1",
        expected=5 / 10,  # five ties; five organisations make ten pairs
        hints=(
            Hint(
                answer=4 / 10,
                text=marked(
                    "That is the density before. `with_ties` returns a new cluster; `town` itself never changes."
                ),
            ),
            Hint(
                answer=5,
                text=marked("That is how many ties there are. Density divides them by the number of all pairs."),
            ),
            Hint(
                answer=5 / 20,
                text=marked("Each pair was counted twice: ties here have no direction, so a and b are one pair."),
            ),
        ),
    ),
)
