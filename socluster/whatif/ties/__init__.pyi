"""The public names of this folder, each with its home: `__init__.py` loads one when it is first asked for."""

from socluster.whatif.ties.base import AnyOf as AnyOf
from socluster.whatif.ties.calibration import calibrate as calibrate
from socluster.whatif.ties.calibration_result import Calibration as Calibration
from socluster.whatif.ties.check_result import ModelCheck as ModelCheck
from socluster.whatif.ties.checking import check as check
from socluster.whatif.ties.closure import Closure as Closure
from socluster.whatif.ties.committee import Committee as Committee
from socluster.whatif.ties.complement import Complement as Complement
from socluster.whatif.ties.distance import DistanceDecay as DistanceDecay
from socluster.whatif.ties.ergm import Ergm as Ergm
from socluster.whatif.ties.like import LikeActor as LikeActor
from socluster.whatif.ties.limit import AtMost as AtMost
from socluster.whatif.ties.logit import Logit as Logit
from socluster.whatif.ties.mixture import Mixture as Mixture
from socluster.whatif.ties.models import MODELS as MODELS
from socluster.whatif.ties.preferential import Preferential as Preferential
from socluster.whatif.ties.protocol import TieModel as TieModel
from socluster.whatif.ties.proximity import Proximity as Proximity
from socluster.whatif.ties.rates import Rates as Rates
from socluster.whatif.ties.scaled import Scaled as Scaled
from socluster.whatif.ties.stated import Stated as Stated
from socluster.whatif.ties.suggesting import suggest as suggest
from socluster.whatif.ties.suggestion import Suggestion as Suggestion

def __dir__() -> list[str]: ...
