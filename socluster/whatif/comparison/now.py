"""What “now” is where ties are uncertain: said in one place, for reports and pages."""

from __future__ import annotations

from socluster.core.cluster import Cluster
from socluster.words import Language, marked, say

__all__ = ["NOW_IS", "now_is"]

NOW_IS = marked(
    "Uncertain ties exist in some draws only, so that “now” is the median of the draws; where these ties count as if "
    "they existed, the number is another one."
)


def now_is(cluster: Cluster, language: Language, *, is_certain: bool) -> str:
    """Return why now is another number than without draws, where it is; else nothing.

    Parameters
    ----------
    cluster : Cluster
        The current cluster, whose ties are drawn.
    language : {"en", "lt"}
        Language of the sentence.
    is_certain : bool
        Whether every draw is the same, since no measure looks at what is drawn.
    """
    return "" if is_certain or not cluster.n_uncertain else say(NOW_IS, language)
