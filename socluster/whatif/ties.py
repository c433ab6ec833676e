"""Models of the ties that a new partner would form, to be used in `Scenario.with_ties`, and how to check them."""

from typing import Any

from socluster.whatif.calibration import calibrate
from socluster.whatif.calibration_result import Calibration
from socluster.whatif.rates import Rates
from socluster.whatif.tie_models import TieModel
from socluster.whatif.ties_base import AnyOf
from socluster.whatif.ties_closure import Closure
from socluster.whatif.ties_committee import Committee
from socluster.whatif.ties_complement import Complement
from socluster.whatif.ties_distance import DistanceDecay
from socluster.whatif.ties_like import LikeActor
from socluster.whatif.ties_limit import AtMost
from socluster.whatif.ties_logit import Logit
from socluster.whatif.ties_mixture import Mixture
from socluster.whatif.ties_preferential import Preferential
from socluster.whatif.ties_proximity import Proximity
from socluster.whatif.ties_scaled import Scaled
from socluster.whatif.ties_stated import Stated

__all__ = [
    "MODELS",
    "AnyOf",
    "AtMost",
    "Calibration",
    "Closure",
    "Committee",
    "Complement",
    "DistanceDecay",
    "LikeActor",
    "Logit",
    "Mixture",
    "Preferential",
    "Proximity",
    "Rates",
    "Scaled",
    "Stated",
    "TieModel",
    "calibrate",
]

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
