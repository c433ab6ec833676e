"""Gains of sets that are given by a formula, as plans look at them."""

import numpy as np


class GainsByFormula:
    """What `SetValues` is to plans: gains of shape (goals, draws) by a function of the set; counts computed sets."""

    def __init__(self, gains, candidates, goals=("gain",), coverages=None):
        self.gains_of, self.candidates, self.goals = gains, dict.fromkeys(candidates), dict.fromkeys(goals)
        self.coverages = coverages or {}
        self.computed = {(name,) for name in candidates}

    @property
    def evaluations(self):
        return len(self.computed)

    @property
    def evaluated(self):
        return sorted(self.computed, key=lambda names: (len(names), names))

    def compute(self, reference, joining):
        self.computed |= {tuple(sorted({*reference, name})) for name in joining}

    def gains(self, chosen):
        if chosen:
            self.compute(tuple(chosen[:-1]), [chosen[-1]])
        return np.array(self.gains_of(frozenset(chosen)), dtype=float).reshape(len(self.goals), -1)

    def defined(self, chosen):
        return 1.0 if "z" not in chosen else 0.5
