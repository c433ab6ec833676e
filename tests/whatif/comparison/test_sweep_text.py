"""Who changes a measure most either way: in every case there is, and nobody adds what is lost."""

import pandas as pd
import pytest

from socluster.whatif.comparison.sweep_text import most_either_way


@pytest.mark.parametrize(
    ("gains", "said"),
    [
        ([0.2, -0.1], "reach rises most with a (+0.2) and falls most with b (−0.1)."),
        ([0.2, 0.1], "reach rises with every candidate: most with a (+0.2), least with b (+0.1)."),
        ([-0.1, -0.2], "reach falls with every candidate: least with a (−0.1), most with b (−0.2)."),
        ([0.2, 0.0], "reach rises most with a (+0.2) and falls with none."),
        ([0.0, -0.2], "reach falls most with b (−0.2) and rises with none."),
        ([0.2, 0.2], "reach changes alike with every candidate (+0.2)."),
        ([0.0, 0.0], "reach does not change with any candidate."),
        ([0.2], "reach rises with a (+0.2)."),
        ([-0.2], "reach falls with a (−0.2)."),
        ([0.2, None], "reach rises with a (+0.2)."),
        ([None, None], "reach is undefined with every candidate, or as it is."),
    ],
)
def test_it_says_what_the_gains_are(gains, said):
    found = pd.Series(gains, list("ab")[: len(gains)], dtype=float)
    assert most_either_way("reach", found, "en") == said
    assert most_either_way("reach", found, "lt") != said
