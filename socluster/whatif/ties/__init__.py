"""Models of the ties that a new partner would form, to be used in `Scenario.with_ties`, and how to check them."""

from typing import TYPE_CHECKING, Any, NoReturn

from socluster.core.public_names import no_such_name
from socluster.whatif.ties.base import AnyOf
from socluster.whatif.ties.calibration import calibrate
from socluster.whatif.ties.calibration_result import Calibration
from socluster.whatif.ties.check import check
from socluster.whatif.ties.check_result import ModelCheck
from socluster.whatif.ties.closure import Closure
from socluster.whatif.ties.committee import Committee
from socluster.whatif.ties.complement import Complement
from socluster.whatif.ties.distance import DistanceDecay
from socluster.whatif.ties.ergm import Ergm
from socluster.whatif.ties.like import LikeActor
from socluster.whatif.ties.limit import AtMost
from socluster.whatif.ties.logit import Logit
from socluster.whatif.ties.mixture import Mixture
from socluster.whatif.ties.preferential import Preferential
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.proximity import Proximity
from socluster.whatif.ties.rates import Rates
from socluster.whatif.ties.scaled import Scaled
from socluster.whatif.ties.stated import Stated
from socluster.whatif.ties.suggest import suggest
from socluster.whatif.ties.suggestion import Suggestion

__all__ = [
    "MODELS",
    "AnyOf",
    "AtMost",
    "Calibration",
    "Closure",
    "Committee",
    "Complement",
    "DistanceDecay",
    "Ergm",
    "LikeActor",
    "Logit",
    "Mixture",
    "ModelCheck",
    "Preferential",
    "Proximity",
    "Rates",
    "Scaled",
    "Stated",
    "Suggestion",
    "TieModel",
    "calibrate",
    "check",
    "suggest",
]

# Those that can be written as text. Ergm holds a fit, which cannot.
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


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
