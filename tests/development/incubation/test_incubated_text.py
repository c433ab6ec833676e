import pytest

from socluster.development.incubation.benefits import QUANTITIES
from socluster.development.incubation.incubated_text import events_said, quantity_said


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ({}, "0 events"),
        (
            {"conference": 3, "seminar": 24, "round table": 34},
            "61 events (3 conferences, 24 seminars, 34 round tables)",
        ),
        ({"round table": 1}, "1 event (1 round table)"),
        ({"visit": 2, "seminar": 0}, "2 events (2 × visit)"),
    ],
)
def test_how_many_events_of_which_kind(kinds, said):
    assert events_said(kinds, "en") == said


def test_lithuanian_counts_as_lithuanian_does():
    assert events_said({"conference": 3, "seminar": 24, "round table": 34}, "lt").startswith(
        "61 renginys (3 konferencijos"
    )


def test_every_quantity_has_a_name():
    for language in ("en", "lt"):
        assert len({quantity_said(name, language) for name in QUANTITIES}) == len(QUANTITIES)
