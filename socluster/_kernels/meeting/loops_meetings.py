"""Events one after the other: who of those present meets, which tie forms, which fades (compiled)."""

from __future__ import annotations

import numpy as np

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["mixed", "run"]


@compiled("uint64(uint64)", lean=True)
def mixed(value: np.uint64) -> np.uint64:
    """Scramble a 64-bit integer (the finaliser of SplitMix64, doi:10.1145/2660193.2660195)."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


@compiled("float64(uint64, uint64)", lean=True)
def uniform(dyad: np.uint64, what: np.uint64) -> float:
    """Return the number in [0, 1) of a dyad in this draw, for one event or period."""
    return float(mixed(dyad ^ what) >> np.uint64(11)) * 2.0**-53


@compiled(
    "void(uint64[::1], uint64, int64, int64[::1], int64[::1], float64[::1], uint64[:,::1], int64[::1], uint64[::1],"
    "float64, float64[::1], float64, float64[::1], float64, float64, float64, boolean[:,::1], boolean[:,::1],"
    "uint64[::1], float64[::1], float64[::1], boolean[::1])",
    lean=True,
)
def run(
    keys: Vector,
    draw: np.uint64,
    n: int,
    first: Vector,
    present: Vector,
    meet: Vector,
    event_keys: Vector,
    ends: Vector,
    period_keys: Vector,
    repeat: float,
    factor: Vector,
    distrust: float,
    trust: Vector,
    gain: float,
    keep: float,
    enough: float,
    tied: Vector,
    trusted: Vector,
    now_keys: Vector,
    chance: Vector,
    level: Vector,
    met: Vector,
) -> None:
    """Go through all periods; row 0 of `tied` and `trusted` is given, the others are filled.

    Dyad (i, j), i < j, of n actors has the place i (2n - i - 1) / 2 + j - i - 1. The last four arrays are room to work
    in; `chance` holds the chance of a tie at a first meeting and `level` the trust that there is in the beginning.
    """
    dyads = len(keys)
    for place in range(dyads):
        now_keys[place] = mixed(keys[place] ^ draw)
    event = 0
    for period in range(len(ends)):
        now = tied[period + 1]
        for place in range(dyads):
            now[place] = tied[period, place]
            met[place] = False
        while event < ends[period]:
            q, first_key, second_key = meet[event], event_keys[event, 0], event_keys[event, 1]
            for row in range(first[event], first[event + 1]):
                one = present[row]
                base = one * (2 * n - one - 1) // 2 - one - 1
                for column in range(row + 1, first[event + 1]):
                    place = base + present[column]
                    dyad = now_keys[place]
                    if uniform(dyad, first_key) >= q:
                        continue
                    if not now[place]:
                        p = chance[place] * factor[place] * (1.0 - distrust * (1.0 - level[place]))
                        if uniform(dyad, second_key) < p:
                            now[place] = True
                    chance[place] *= repeat
                    level[place] += gain * (1.0 - level[place])
                    met[place] = True
            event += 1
        for place in range(dyads):
            if not met[place]:
                if now[place] and uniform(now_keys[place], period_keys[period]) >= keep:
                    now[place] = False
                level[place] = trust[place] + (level[place] - trust[place]) * keep
            trusted[period + 1, place] = level[place] >= enough
