"""A verdict as it is shown."""

import pytest

from socluster.learn import check
from socluster.learn.verdict import Verdict
from tests.learn.toys import TOY


def test_what_is_shown_is_escaped():
    verdict = check("98.4", {*TOY[3].expected, "<b>&*x*"})
    assert verdict._repr_html_() == "<p>✗ <strong>98.4</strong>: 1 too many: &lt;b&gt;&amp;*x*.</p>"
    assert verdict._repr_markdown_() == r"✗ **98.4**: 1 too many: \<b\>\&\*x\*."


@pytest.mark.parametrize(
    ("verdict", "shown"),
    [
        (Verdict("02.1", True, "Right."), "✓ 02.1: Right."),
        (Verdict("02.1", False, "Not yet."), "✗ 02.1: Not yet."),
        (Verdict("02.1", False, "Not answered yet.", answered=False), "○ 02.1: Not answered yet."),
    ],
)
def test_a_verdict_is_true_if_the_answer_is_right(verdict, shown):
    assert bool(verdict) is verdict.right
    assert repr(verdict) == shown
    assert verdict._repr_html_().startswith(f"<p>{shown[0]} <strong>02.1</strong>: ")
    assert verdict._repr_markdown_().startswith(f"{shown[0]} **02.1**: ")
