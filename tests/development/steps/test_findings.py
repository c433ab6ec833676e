"""The cuts that are assumed, and others."""

import pytest

from socluster.core.errors import InputError
from socluster.development.steps.findings import CUTOFFS, cutoffs_of


def test_ours_and_others():
    assert cutoffs_of(None) == CUTOFFS
    assert cutoffs_of({"raters": 0.7})["raters"] == 0.7
    assert CUTOFFS["raters"] == 0.5


@pytest.mark.parametrize(
    "wrong", [{"rater": 0.5}, {"raters": 2}, {"actors": 0}, {"actors": "x"}, 3, {"consensus": None}]
)
def test_what_is_no_cut(wrong):
    with pytest.raises(InputError, match="cutoffs"):
        cutoffs_of(wrong)
