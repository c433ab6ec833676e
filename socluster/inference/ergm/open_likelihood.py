"""Whether unknown dyads leave the likelihood of a simulated model open: an estimate that only looks like one.

Where unknown dyads may hold what the known ones rule out, a likelihood may not fall however far some coefficients move
together. Simulated networks then meet the observed statistics anywhere on that way, so that a climb ends somewhere and
believes it. Whether there is a maximum can be counted only for small or dyad-independent models (`existence`); for all
others it is asked of simulated networks, where hardly any information is left.
"""

from __future__ import annotations

import numpy as np

from socluster.core.columns import Array
from socluster.inference.ergm.estimation.climbing import Climb
from socluster.inference.ergm.existence import FAR, FLAT, SHOWN, runs_away, what_is_left
from socluster.inference.ergm.model import ErgmModel
from socluster.inference.ergm.networks import DrawnNetworks, far_apart

__all__ = ["refuse_open"]

_DRAWS, _BURN_IN = 256, 32
_SURE = 3.0  # Monte-Carlo errors by which a likelihood must fall to be believed to fall
_WAY = (0.3, 1.0)  # parts of the way on which its slope is looked at


def refuse_open(model: ErgmModel, best: Climb, plain: Array, seed: int) -> None:
    """Refuse an estimate on a likelihood that does not fall in some direction.

    Parameters
    ----------
    model : ErgmModel
        With unknown dyads; others are passed over.
    best : Climb
        Where the climb ended.
    plain : ndarray of shape (p,)
        Coefficients that are not in doubt.
    seed : int
        Of the chains.

    Raises
    ------
    NoMaximumError
        If there is such a direction; the message names the terms.
    """
    if not len(model.dyads.unknown) or model.taper is not None or not np.isfinite(best.information).all():
        return
    rows = DrawnNetworks(model, [seed, 6], far_apart(model, [seed, 6])).draw(plain, _DRAWS, _BURN_IN)
    whole = np.cov(rows.reshape(-1, model.p), rowvar=False).reshape(model.p, model.p)
    left, directions = what_is_left(whole, best.information)
    for each in directions[:, left <= FLAT].T:
        outwards = each if each @ whole @ best.coefficients >= 0 else -each
        for direction in (outwards, -outwards):
            if not any(_falls(model, best.coefficients + part * FAR * direction, direction, seed) for part in _WAY):
                size = np.abs(direction) * np.sqrt(np.maximum(np.diag(whole), 1e-300))
                raise runs_away(np.where(size > SHOWN * size.max(), direction, 0.0), model.names, simulated=True)


def _falls(model: ErgmModel, theta: Array, direction: Array, seed: int) -> bool:
    """Whether the likelihood falls there: its slope is what the known dyads leave to expect, less what is expected."""
    expected = DrawnNetworks(model, [seed, 7], far_apart(model, [seed, 7])).draw(theta, _DRAWS, _BURN_IN) @ direction
    known = DrawnNetworks(model, [seed, 8], [model.observed] * 4, dyads=model.dyads.unknown)
    seen = known.draw(theta, _DRAWS, _BURN_IN) @ direction
    slope = seen.mean() - expected.mean()
    error = np.sqrt(sum(each.mean(axis=-1).var(ddof=1) / each.shape[0] for each in (seen, expected)))
    return bool(slope < -max(_SURE * error, 1e-6))
