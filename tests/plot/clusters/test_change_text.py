"""A change in words."""

import pandas as pd
import pytest

from socluster.plot.clusters.change_text import change_alt, change_notes


def marks_of(**status):
    return pd.DataFrame({"name": [name.replace("_", " ") for name in status], "status": list(status.values())})


def changes_of(*rows):
    columns = ["status", "near", "far", "directed", "probability"]
    return pd.DataFrame([(status, near, far, directed, p) for status, near, far, directed, p in rows], columns=columns)


NEW = ("new", "NGO", "School", False, 0.8)
STAYS = ("stays", "School", "Clinic", False, 1.0)
ENDS = ("ends", "Firm", "Clinic", True, float("nan"))


def test_who_joins_and_leaves_and_how_many_ties():
    marks = marks_of(NGO="joins", Firm="leaves", School="stays")
    changes = changes_of(STAYS, NEW, ENDS)
    assert change_notes(marks, changes, "en") == [
        "Joining: NGO",
        "Leaving: Firm",
        "1 remaining tie",
        "1 new tie (0.8 expected)",
        "1 ending tie",
    ]
    assert change_alt("Town", marks, changes, "en") == (
        "Town. Joining: NGO. Leaving: Firm. 1 remaining tie. 1 new tie (0.8 expected). 1 ending tie. "
        "New: NGO – School 80%. Ending: Firm → Clinic."
    )


def test_in_lithuanian():
    changes = changes_of(STAYS, NEW, NEW, ENDS)
    assert change_notes(marks_of(A="joins", B="joins"), changes, "lt") == [
        "Prisijungia: A ir B",
        "1 išliekantis ryšys",
        "2 nauji ryšiai (tikėtinas skaičius – 1,6)",
        "1 nutrūkstantis ryšys",
    ]
    assert change_alt("Miestas", marks_of(A="joins"), changes, "lt").endswith(
        "Nauji: NGO – School 80\u00a0% ir NGO – School 80\u00a0%. Nutrūksta: Firm → Clinic."
    )


@pytest.mark.parametrize(
    ("n", "english", "lithuanian"),
    [
        (2, "2 remaining ties", "2 išliekantys ryšiai"),
        (10, "10 remaining ties", "10 išliekančių ryšių"),
        (21, "21 remaining ties", "21 išliekantis ryšys"),
    ],
)
def test_many_ties(n, english, lithuanian):
    changes = changes_of(*[STAYS] * n)
    assert change_notes(marks_of(), changes, "en") == [english]
    assert change_notes(marks_of(), changes, "lt") == [lithuanian]


def test_certain_ties_need_no_expectation():
    certain = changes_of(("new", "A", "B", False, 1.0))
    assert change_notes(marks_of(A="stays"), certain, "en") == ["1 new tie"]
    assert "New: A – B 100%." in change_alt("Town", marks_of(), certain, "en")


def test_of_many_the_likeliest_are_named():
    rows = [("new", f"a{n}", "hub", False, n / 10) for n in range(1, 9)]
    said = change_alt("Town", marks_of(), changes_of(*rows), "en")
    assert "New: a8 – hub 80%, a7 – hub 70%, a6 – hub 60%, a5 – hub 50%, a4 – hub 40% and 3 more." in said
    joining = marks_of(**{f"a{n}": "joins" for n in range(9)})
    assert change_notes(joining, changes_of(), "en")[0] == "Joining: a0, a1, a2, a3, a4 and 4 more"


def test_notes_are_escaped_and_the_description_is_plain():
    marks = marks_of(**{"<b>": "joins"})
    assert change_notes(marks, changes_of(STAYS), "en")[0] == "Joining: &lt;b&gt;"
    assert "Joining: <b>." in change_alt("Town", marks, changes_of(STAYS), "en")


def test_long_notes_are_escaped_and_left_to_the_title_to_break():
    (joining, _) = change_notes(marks_of(**{"<b> organisation" * 6: "joins"}), changes_of(STAYS), "en")
    assert "<" not in joining


def test_no_ties_and_nobody():
    assert change_notes(marks_of(A="stays"), changes_of(), "en") == ["No ties"]
    assert change_alt("Town", marks_of(A="stays"), changes_of(), "lt") == "Town. Ryšių nėra."
    assert change_notes(marks_of(), changes_of(), "en") == []
    assert change_alt("Town", marks_of(), changes_of(), "en") == "Town. There is nothing to show."
