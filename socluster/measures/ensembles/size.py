"""How large a question is: whether compiled loops are worth their loading, and how many draws are measured together."""

from __future__ import annotations

import numpy as np

__all__ = ["MOST_ACTORS", "NUMPY_UP_TO", "draws_of_a_job", "is_worth_compiling"]

MOST_ACTORS = 1_000  # of more, one cluster after the other is measured as fast
NUMPY_UP_TO = 64, 500  # actors, and evaluations of 40 of them, up to which numpy answers before anything is compiled
JOB = 2**20  # words of 64 bits in the networks of a job, so that they stay in the processor's cache


def is_worth_compiling(n_actors: int, evaluations: int) -> bool:
    """Whether so many networks of so many actors are worth the loading of compiled loops.

    Nothing but the size of the question decides, so that no value depends, in its last digit, on what was measured
    before or in which process.
    """
    most_actors, most = NUMPY_UP_TO
    return n_actors > most_actors or evaluations > most * (40 / max(n_actors, 1)) ** 2.5


def draws_of_a_job(n_actors: int) -> int:
    """Return how many draws of a network of so many actors are measured together."""
    words = max(1, n_actors * -(-n_actors // 64))
    return int(np.clip(JOB // words // 64 * 64, 64, 512))
