"""Null models: what chance means. A frozen value for each, one a file, and the comparison of a measure with them."""

from typing import TYPE_CHECKING, Any, NoReturn

from socluster.core.public_names import no_such_name
from socluster.inference.nulls.bernoulli import Bernoulli
from socluster.inference.nulls.blocks import Blocks
from socluster.inference.nulls.degree_sequence import DegreeSequence
from socluster.inference.nulls.distance import Distance
from socluster.inference.nulls.dyad_census import DyadCensus
from socluster.inference.nulls.fixed_ties import FixedTies
from socluster.inference.nulls.labels import LabelPermutation
from socluster.inference.nulls.two_mode_degrees import TwoModeDegrees
from socluster.inference.nulls.two_mode_expected import TwoModeExpectedDegrees
from socluster.inference.nulls.two_mode_ties import TwoModeTies

__all__ = [
    "MODELS",
    "Bernoulli",
    "Blocks",
    "DegreeSequence",
    "Distance",
    "DyadCensus",
    "FixedTies",
    "LabelPermutation",
    "TwoModeDegrees",
    "TwoModeExpectedDegrees",
    "TwoModeTies",
]

MODELS: tuple[type[Any], ...] = (
    Bernoulli,
    FixedTies,
    DyadCensus,
    DegreeSequence,
    Blocks,
    Distance,
    LabelPermutation,
    TwoModeTies,
    TwoModeDegrees,
    TwoModeExpectedDegrees,
)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
