"""Models of the ties that a new partner would form, to be used in `Scenario.with_ties`."""

from socluster.whatif.rates import Rates
from socluster.whatif.tie_models import Stated, TieModel

__all__ = ["Rates", "Stated", "TieModel"]
