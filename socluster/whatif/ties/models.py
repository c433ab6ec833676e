"""All tie models that can be written as text. `Ergm` holds a fit, which cannot."""

from __future__ import annotations

from typing import Any

from socluster.whatif.ties.base import AnyOf
from socluster.whatif.ties.closure import Closure
from socluster.whatif.ties.committee import Committee
from socluster.whatif.ties.complement import Complement
from socluster.whatif.ties.distance import DistanceDecay
from socluster.whatif.ties.like import LikeActor
from socluster.whatif.ties.limit import AtMost
from socluster.whatif.ties.logit import Logit
from socluster.whatif.ties.mixture import Mixture
from socluster.whatif.ties.preferential import Preferential
from socluster.whatif.ties.proximity import Proximity
from socluster.whatif.ties.rates import Rates
from socluster.whatif.ties.scaled import Scaled
from socluster.whatif.ties.stated import Stated

__all__ = ["MODELS"]

MODELS: tuple[type[Any], ...] = (
    Stated,
    LikeActor,
    Rates,
    Logit,
    Proximity,
    DistanceDecay,
    Complement,
    Committee,
    Preferential,
    Closure,
    AnyOf,
    Mixture,
    Scaled,
    AtMost,
)
