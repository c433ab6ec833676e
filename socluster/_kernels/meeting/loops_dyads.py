"""The chance that a dyad is tied at the end, over all ways to meet and to fade (compiled)."""

from __future__ import annotations

from socluster._kernels.compiling.compiled import compiled
from socluster._kernels.products import Vector

__all__ = ["run"]


@compiled(
    "void(int64[::1], float64[::1], int64[::1], boolean[::1], float64[::1], float64, float64, float64, int64,"
    "float64[:,:,::1], float64[::1])",
    lean=True,
)
def run(
    first: Vector,
    meet: Vector,
    period: Vector,
    tied: Vector,
    factor: Vector,
    formation: float,
    repeat: float,
    keep: float,
    periods: int,
    state: Vector,
    chance: Vector,
) -> None:
    """Fill in the chance of every dyad; `state` is room to work in: meetings so far, tied, met in this period."""
    for dyad in range(len(tied)):
        most = first[dyad + 1] - first[dyad]
        for h in range(most + 1):
            for y in range(2):
                state[h, y, 0] = 0.0
                state[h, y, 1] = 0.0
        if tied[dyad]:
            state[0, 1, 0] = 1.0
        else:
            state[0, 0, 0] = 1.0
        event = first[dyad]
        so_far = 0
        for now in range(periods):
            while event < first[dyad + 1] and period[event] == now:
                q = meet[event]
                for back in range(so_far + 1):
                    h = so_far - back  # from many meetings to none, so that nobody meets twice at one event
                    p = formation * factor[dyad] * repeat**h
                    for m in range(2):
                        free, bound = q * state[h, 0, m], q * state[h, 1, m]
                        state[h, 0, m] -= free
                        state[h, 1, m] -= bound
                        state[h + 1, 0, 1] += free * (1.0 - p)
                        state[h + 1, 1, 1] += bound + free * p
                so_far += 1
                event += 1
            for h in range(so_far + 1):
                state[h, 0, 0] += state[h, 1, 0] * (1.0 - keep) + state[h, 0, 1]
                state[h, 1, 0] = state[h, 1, 0] * keep + state[h, 1, 1]
                state[h, 0, 1] = 0.0
                state[h, 1, 1] = 0.0
        total = 0.0
        for h in range(so_far + 1):
            total += state[h, 1, 0]
        chance[dyad] = total
