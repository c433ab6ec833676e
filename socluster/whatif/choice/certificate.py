"""What was proven about a plan, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from socluster.core.checked import checked_methods
from socluster.words import Language, count, number, percent, say

__all__ = ["Certificate"]


@checked_methods
@dataclass(frozen=True)
class Certificate:
    """What was proven about a plan.

    Parameters
    ----------
    method : {"all sets", "integer programming", "greedy and exchange"}
        How it was found.
    exact : bool
        Whether it is proven that no set is better (of several goals: that no set was missed for the front).
    evaluations : int
        How many sets were computed.
    value : float
        Mean gain of the plan; NaN where there are several goals.
    bound : float
        What no set exceeds. Without a proof, it holds only if returns diminish and nobody does harm; NaN where that
        is refuted.
    returns_diminish : {"known", "not known", "refuted"}
        Known for coverage. Of other measures it is not known, so that the bound is an indication; refuted where a
        candidate that was computed does harm, or adds more beside the others than alone.
    """

    method: Literal["all sets", "integer programming", "greedy and exchange"]
    exact: bool
    evaluations: int
    value: float = float("nan")
    bound: float = float("nan")
    returns_diminish: Literal["known", "not known", "refuted"] = "not known"

    @property
    def gap(self) -> float:
        """How far the bound lies above the plan, as a part of the plan's gain; 0 is proven to be best."""
        if self.exact and self.value == self.bound:
            return 0.0
        return (self.bound - self.value) / abs(self.value) if self.value else float("nan")

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what was proven, and what was not.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        found = self._how_found(language)
        if self.exact or self._is_unfinished:
            return [found]
        if pd.isna(self.value):
            return [f"{found} {say('Points of the front may be missing.', language)}"]
        return [f"{found} {self._bounded(language)}"]

    @property
    def _is_unfinished(self) -> bool:
        return self.method == "integer programming" and not self.exact

    def _how_found(self, language: Language) -> str:
        bound, gap = number(self.bound, language), percent(self.gap, language)
        if self._is_unfinished:
            return say(
                "Not proven: integer programming reached its time limit; no set gains more than {bound} (gap {gap}).",
                language,
                bound=bound,
                gap=gap,
            )
        if self.method == "integer programming":
            return say(
                "Exact: integer programming has proven that no set gains more (bound {bound}, gap {gap}).",
                language,
                bound=bound,
                gap=gap,
            )
        if self.method == "greedy and exchange":
            return count(
                "Found by greedy choice and exchange over {n} set, not proven.",
                "Found by greedy choice and exchange over {n} sets, not proven.",
                self.evaluations,
                language,
            )
        if self.evaluations == 1:
            return say("Exact: only one set is allowed.", language)
        return count(
            "Exact: {n} set that is allowed was computed, with the same draws.",
            "Exact: all {n} sets that are allowed were computed, with the same draws.",
            self.evaluations,
            language,
        )

    def _bounded(self, language: Language) -> str:
        """Return what no set exceeds, and on what condition."""
        bound, gap = number(self.bound, language), percent(self.gap, language)
        if self.returns_diminish == "known":
            return say(
                "No set gains more than {bound} (gap {gap}), since returns diminish.", language, bound=bound, gap=gap
            )
        if self.returns_diminish == "not known":
            return say(
                "If returns diminish and no candidate does harm, no set gains more than {bound} (gap {gap}). This is "
                "not known for this goal, so the bound is indicative only.",
                language,
                bound=bound,
                gap=gap,
            )
        return say(
            "No bound can be stated: some candidates do harm, or add more beside the others than alone.", language
        )

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())
