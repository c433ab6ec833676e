"""Terms of a model, as values: what `ergm`, `ergm_statistics` and `ergm_simulate` are given.

A family of terms has a file; a new term is a function there that returns an `ErgmTerm`, and two lines here. Names and
definitions are those of the statnet packages; what begins with b1 or b2 is of the first or second of two modes.
"""

from typing import TYPE_CHECKING, NoReturn

from socluster.core.public_names import no_such_name
from socluster.inference.ergm.terms.categories import (
    b1factor,
    b1nodematch,
    b2factor,
    b2nodematch,
    nodefactor,
    nodeifactor,
    nodematch,
    nodemix,
    nodeofactor,
)
from socluster.inference.ergm.terms.covariates import cross_reciprocity, cross_twopath, edgecov, entrainment
from socluster.inference.ergm.terms.degrees import (
    b1concurrent,
    b1degree,
    b2concurrent,
    b2degree,
    concurrent,
    degrange,
    degree,
    degree_1_5,
    idegrange,
    idegree,
    isolates,
    odegrange,
    odegree,
)
from socluster.inference.ergm.terms.numbers import absdiff, b1cov, b2cov, diff, nodecov, nodeicov, nodeocov, smalldiff
from socluster.inference.ergm.terms.reciprocity import asymmetric, mutual
from socluster.inference.ergm.terms.shared_partners import (
    b1dsp,
    b2dsp,
    cyclicalties,
    dsp,
    esp,
    gwb1dsp,
    gwb2dsp,
    gwdsp,
    gwesp,
    gwnsp,
    nsp,
    transitiveties,
)
from socluster.inference.ergm.terms.stars import b1star, b2star, istar, kstar, m2star, ostar, threetrail, twopath
from socluster.inference.ergm.terms.tie_counts import density, edges, meandeg
from socluster.inference.ergm.terms.triangles import ctriple, cycle, triangle, ttriple
from socluster.inference.ergm.terms.weighted_degrees import gwb1degree, gwb2degree, gwdegree, gwidegree, gwodegree

__all__ = [
    "absdiff",
    "asymmetric",
    "b1concurrent",
    "b1cov",
    "b1degree",
    "b1dsp",
    "b1factor",
    "b1nodematch",
    "b1star",
    "b2concurrent",
    "b2cov",
    "b2degree",
    "b2dsp",
    "b2factor",
    "b2nodematch",
    "b2star",
    "concurrent",
    "cross_reciprocity",
    "cross_twopath",
    "ctriple",
    "cycle",
    "cyclicalties",
    "degrange",
    "degree",
    "degree_1_5",
    "density",
    "diff",
    "dsp",
    "edgecov",
    "edges",
    "entrainment",
    "esp",
    "gwb1degree",
    "gwb1dsp",
    "gwb2degree",
    "gwb2dsp",
    "gwdegree",
    "gwdsp",
    "gwesp",
    "gwidegree",
    "gwnsp",
    "gwodegree",
    "idegrange",
    "idegree",
    "isolates",
    "istar",
    "kstar",
    "m2star",
    "meandeg",
    "mutual",
    "nodecov",
    "nodefactor",
    "nodeicov",
    "nodeifactor",
    "nodematch",
    "nodemix",
    "nodeocov",
    "nodeofactor",
    "nsp",
    "odegrange",
    "odegree",
    "ostar",
    "smalldiff",
    "threetrail",
    "transitiveties",
    "triangle",
    "ttriple",
    "twopath",
]


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)


if not TYPE_CHECKING:  # which would then believe that every name is there

    def __getattr__(name: str) -> NoReturn:
        """Say which name was probably meant."""
        raise no_such_name(__name__, name, __all__)
