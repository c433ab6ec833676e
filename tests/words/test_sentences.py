import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.words import Phrase, count, counted, phrase, say

PROBLEMS = ("{n} problem in the input:", "{n} problems in the input:")


def form(n):
    """Return the place of the Lithuanian form by the school rule: 1 žodis, 2 žodžiai, 10 žodžių."""
    if n % 10 == 0 or 11 <= n % 100 <= 19:
        return 2
    return 0 if n % 10 == 1 else 1


@given(st.integers(0, 10**7))
def test_lithuanian_counts_take_the_form_of_their_number(n):
    shown = f"{n:,}".replace(",", "\u00a0")
    assert (
        count(*PROBLEMS, n, "lt")
        == (
            f"Rasta {shown} klaida:",
            f"Rastos {shown} klaidos:",
            f"Rasta {shown} klaidų:",
        )[form(n)]
    )


@given(st.integers(0, 10**7))
def test_english_counts(n):
    shown = f"{n:,}".replace(",", "\u00a0")
    assert count(*PROBLEMS, n, "en") == (
        f"{shown} problem in the input:" if n == 1 else f"{shown} problems in the input:"
    )


def test_counts_of_numpy():
    assert count(*PROBLEMS, np.int64(21), "lt") == "Rasta 21 klaida:"


def test_values_are_shown_in_the_language():
    assert (
        say("{a}, {b}, {c}, {d}", "lt", a=0.5, b=2026, c="0.5", d=np.float64(1234.5)) == "0,5, 2026, 0.5, 1\u00a0234,5"
    )
    assert say("{names}", "lt", names=["A", phrase("row {row}", row=3)]) == "A ir 3 eilutė"
    assert say("{inner}", "lt", inner=counted(*PROBLEMS, 2)) == "Rastos 2 klaidos:"


def test_a_phrase_waits_for_its_language():
    kept = phrase("row {row}", row=3)
    assert (str(kept), f"{kept}", kept.said("lt")) == ("row 3", "row 3", "3 eilutė")
    assert kept == Phrase("row {row}", {"row": 3})
    assert len({kept, phrase("row {row}", row=3)}) == 1
    assert pickle.loads(pickle.dumps(kept)) == kept
    assert phrase("actors", context="table").said("lt") == "veikėjai"
    assert say("actors", "lt", context="table") == "veikėjai"


def test_a_value_that_happens_to_be_a_message_is_not_translated():
    assert say("{name}", "lt", name="undefined") == "undefined"


@pytest.mark.parametrize("n", [1.5, 0.2])
def test_a_number_of_things_is_whole(n):
    for told in (lambda: count("{n} tie", "{n} ties", n, "en"), lambda: counted("{n} tie", "{n} ties", n)):
        with pytest.raises(ValueError, match="a number of things is whole"):
            told()
    assert count("{n} tie", "{n} ties", 2.0, "en") == "2 ties"


def test_no_value_turns_or_hides_what_is_said():
    told = [
        say("{name} is tied", "en", name="A\u202eB"),
        count("{n} tie of {name}", "{n} ties of {name}", 2, "lt", name="A\u202eB"),
        phrase("{name} is tied", name=phrase("{name}", name="A\u202eB")).said("en"),
        say("{names}", "en", names=["A\u202eB", "C"]),
    ]
    assert told == ["A\\u202eB is tied", told[1], "A\\u202eB is tied", "A\\u202eB and C"]
    assert "A\\u202eB" in told[1]
    assert (
        say("{name}", "en", name="two\nlines, 👩\u200d🔧 and می\u200cخواهم")
        == "two\nlines, 👩\u200d🔧 and می\u200cخواهم"
    )
