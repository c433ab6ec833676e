"""Predictors of ties, for `qap` and `mrqap`: what is known of two actors, as a value.

A new one has a file, a line here, and a line in what `given.as_predictor` offers.
"""

from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.inference.qap.predictors.attributes import difference, ends, receiver, same, sender
from socluster.inference.qap.predictors.base import Predictor
from socluster.inference.qap.predictors.distance import distance
from socluster.inference.qap.predictors.given import layer, matrix

__all__ = ["Predictor", "difference", "distance", "ends", "layer", "matrix", "receiver", "same", "sender"]


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
