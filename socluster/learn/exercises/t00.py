"""The exercise of tutorial 00, in five minutes."""

from __future__ import annotations

from socluster.learn.exercise import Exercise, Hint

__all__ = ["EXERCISES"]

EXERCISES = (
    Exercise(
        key="00.1",
        expected=5 / 10,  # five ties; five organisations make ten pairs
        hints=(
            Hint(
                answer=4 / 10,
                en="That is the density before. `with_ties` returns a new cluster; `town` itself never changes.",
                lt="Tai ankstesnis tankis. `with_ties` grąžina naują klasterį, o `town` nesikeičia.",
            ),
            Hint(
                answer=5,
                en="That is how many ties there are. Density divides them by the number of all pairs.",
                lt="Tiek yra ryšių. Tankis dalija juos iš visų porų skaičiaus.",
            ),
            Hint(
                answer=5 / 20,
                en="Each pair was counted twice: ties here have no direction, so a and b are one pair.",
                lt="Kiekviena pora suskaičiuota du kartus: ryšiai čia krypties neturi, tad a ir b yra viena pora.",
            ),
        ),
    ),
)
