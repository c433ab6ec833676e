"""Rosters: three layouts of one survey, what an empty cell means, and who confirms what."""

import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from tests.io.survey.questionnaires import made_up, write_rows, written


def read(path, layout="long", **options):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return sc.read_roster(path, layout=layout.split()[0], **options)


@pytest.mark.parametrize("blank", ["no", "unknown"])
@pytest.mark.parametrize("confirm", ["any", "both"])
@pytest.mark.parametrize("seed", range(3))
def test_three_layouts_have_one_fingerprint(tmp_path, seed, confirm, blank):
    names, answers = made_up(seed)
    files = written(tmp_path, names, answers)
    given = {"confirm": confirm, "blank": blank, "directed": ["trust"], "actors": names}
    found = {layout: read(path, layout, **given) for layout, path in files.items()}
    assert len({each.fingerprint for each in found.values()}) == 1
    assert found["long"].n_ties > 0


def test_without_a_roster_the_three_have_one_too(tmp_path):
    names, answers = made_up(5, silent=0)
    files = written(tmp_path, names, answers)
    assert len({read(path, layout, blank="no").fingerprint for layout, path in files.items()}) == 1


REPORTS = {  # of A about B, of B about A: (any, both); None is silent
    (1, 1): ("tie", "tie"),
    (1, 0): ("tie", "none"),
    (0, 0): ("none", "none"),
    (1, None): ("tie", "unknown"),
    (0, None): ("unknown", "none"),
    (None, None): ("unknown", "unknown"),
}


@pytest.mark.parametrize("reports", REPORTS)
@pytest.mark.parametrize("confirm", ["any", "both"])
def test_confirmation(tmp_path, reports, confirm):
    expected = REPORTS[reports][("any", "both").index(confirm)]
    # C is there so that somebody answers, and knows nothing of A and B
    rows = [["respondent", "partner", "contact"], ["C", "A", 0], ["C", "B", 0]]
    for one, other, said in (("A", "B", reports[0]), ("B", "A", reports[1])):
        if said is not None:
            rows += [[one, other, said], [one, "C", 0]]
    found = read(write_rows(tmp_path / "a.csv", rows), confirm=confirm, actors=list("ABC"))
    matrix, unknown = found.matrix("contact").toarray(), found.unknown_matrix("contact").toarray()
    state = "tie" if matrix[0, 1] else "unknown" if unknown[0, 1] else "none"
    assert state == expected
    if state == "tie":
        assert found.ties["evidence"].tolist() == ["confirmed" if reports == (1, 1) else "reported"]


def test_strengths_and_what_each_said(tmp_path):
    rows = [["respondent", "partner", "contact"], ["A", "B", 1], ["B", "A", 3], ["A", "C", 2], ["B", "C", 0]]
    path = write_rows(tmp_path / "a.csv", rows)
    for strength, expected in (("min", 1), ("mean", 2), ("max", 3)):
        ties = read(path, strength=strength).ties.set_index(["source", "target"])
        assert ties.loc[("A", "B"), "weight"] == expected
        assert ties.loc[("A", "B"), ["said_by_source", "said_by_target"]].tolist() == [1, 3]
        assert ties.loc[("A", "C"), "weight"] == 2
        assert np.isnan(ties.loc[("A", "C"), "said_by_target"])


def test_silent_actors_keep_what_others_say_of_them(tmp_path):
    rows = [["respondent", "partner", "trust"], ["A", "B", 4], ["A", "C", 1], ["C", "A", 2], ["C", "B", 0]]
    found = read(write_rows(tmp_path / "a.csv", rows), directed=["trust"])
    assert found.actors["responded"].tolist() == [True, False, True]
    assert sc.response_rate(found) == pytest.approx(2 / 3)
    assert found.ties[["source", "target", "weight"]].to_numpy().tolist() == [
        ["A", "B", 4],
        ["A", "C", 1],
        ["C", "A", 2],
    ]
    assert found.unknown_matrix("trust").toarray().tolist() == [[0, 0, 0], [1, 0, 1], [0, 0, 0]]
    assert sc.rating_table(found, items="trust").loc[("A", "B"), "trust"] == 4


def test_an_item_skipped_on_a_partner_who_was_ticked_is_unknown(tmp_path):
    rows = [["respondent", "partner", "contact", "trust"], ["A", "B", 2, ""], ["B", "A", 1, 3]]
    found = read(write_rows(tmp_path / "a.csv", rows), directed=["trust"])
    assert found.unknown[["source", "target", "layer"]].to_numpy().tolist() == [["A", "B", "trust"]]


def test_blank_is_asked(tmp_path):
    rows = [["who", "A", "B", "C"], ["A", "", 1, ""], ["B", 1, "", 1], ["C", "", "", ""]]
    path = write_rows(tmp_path / "a.csv", rows)
    with pytest.raises(sc.InputError, match=r"row A: answered about some and left 1 of 2 partners empty") as caught:
        read(path, "wide")
    assert "blank='no'" in caught.value.in_language("lt").problems[0].message
    assert not read(path, "wide", blank="no").unknown.empty, "C is silent: A - C is unknown"
    assert read(path, "wide", blank="no").unknown_matrix("tie").toarray()[0, 2]
    assert read(path, "wide", blank="unknown").unknown_matrix("tie").toarray()[0, 2]


def test_a_list_names_whom_a_respondent_ticked(tmp_path):
    rows = [["respondent", "partner", "contact", "trust"], ["A", "B", 2, 3], ["B", "C", 0, ""], ["B", "A", 1, 2]]
    path = write_rows(tmp_path / "a.csv", rows)
    found = read(path, actors=list("ABC"), directed="trust")
    assert not found.unknown_matrix("trust").toarray()[:2].any(), "A did not tick C, and B has no contact with C"
    assert found.unknown_matrix("contact").toarray()[0, 2], "whether C would name A is not known"
    assert found.fingerprint == read(path, actors=list("ABC"), directed="trust", blank="no").fingerprint
    left_open = read(path, actors=list("ABC"), directed="trust", blank="unknown")
    assert left_open.unknown_matrix("trust").toarray()[:2].sum() == 2
    with pytest.raises(sc.InputError, match="row B: answered about some and left 1 of 2 partners empty"):
        read(write_rows(tmp_path / "b.csv", [rows[0], ["B", "A", 1, 1], ["B", "C", "", ""]]), actors=list("ABC"))


def test_the_roster_says_who_responded(tmp_path):
    rows = [["who", "A", "B", "C"], ["A", "", 1, 0], ["B", 1, "", 1], ["C", "", "", ""]]
    path = write_rows(tmp_path / "a.csv", rows)
    roster = pd.DataFrame({"actor": list("ABC"), "sector": "public", "responded": [True, True, True]})
    found = read(path, "wide", actors=roster, blank="no")
    assert found.actors["sector"].tolist() == ["public"] * 3
    assert not found.unknown_matrix("tie").toarray().any()
    with pytest.raises(sc.InputError, match="row 2: has answers, but the roster says that it did not respond"):
        read(path, "wide", actors=roster.assign(responded=[False, True, True]), blank="no")


def test_a_cluster_is_a_roster(tmp_path):
    rows = [["respondent", "partner", "contact"], ["A", "B", 1]]
    known = sc.Cluster.from_tables(pd.DataFrame({"actor": list("BAC"), "sector": "civic"}))
    found = read(write_rows(tmp_path / "a.csv", rows), actors=known, blank="no")
    assert found.labels == ("B", "A", "C")
    assert found.actors["sector"].tolist() == ["civic"] * 3


def test_two_reports_of_one_arc(tmp_path):
    rows = [
        ["respondent", "partner", "sends", "receives"],
        ["A", "B", 1, 0],
        ["B", "A", 0, 1],
        ["A", "C", 1, 0],
        ["C", "A", 0, 0],
        ["B", "C", 0, 0],
        ["C", "B", 0, 0],
    ]
    path = write_rows(tmp_path / "a.csv", rows)
    found = read(path, received={"receives": "sends"})
    assert list(found.layers) == ["sends"]
    assert found.ties[["source", "target", "evidence"]].to_numpy().tolist() == [
        ["A", "B", "confirmed"],
        ["A", "C", "reported"],
    ]
    assert read(path, received={"receives": "sends"}, confirm="both").n_ties == 1
    with pytest.raises(sc.InputError, match=r"argument 'received': is no item.*did you mean 'sends'"):
        read(path, received={"receives": "send"})


def test_ladders(tmp_path):
    rows = [["respondent", "partner", "level"], ["A", "B", "coordination"], ["B", "A", 3]]
    found = read(write_rows(tmp_path / "a.csv", rows), scale={"level": "frey"})
    assert found.ties["weight"].tolist() == [3]
    assert found.layers["level"].scale == "frey"
    rows = [["respondent", "partner", "trust"], ["A", "B", 5], ["B", "A", "often"], ["A", "C", -2]]
    with pytest.raises(sc.InputError) as caught:
        read(write_rows(tmp_path / "b.csv", rows), scale={"trust": [1, 2, 3, 4]}, directed="trust")
    assert [(each.row, each.column, each.value) for each in caught.value.problems] == [
        (2, "trust", "5"),
        (3, "trust", "often"),
        (4, "trust", "-2"),
    ]
    assert "allowed are 0, 1, 2, 3, 4" in str(caught.value)


def test_a_mean_between_two_steps_is_a_plain_strength(tmp_path):
    rows = [["respondent", "partner", "level"], ["A", "B", 2], ["B", "A", 3]]
    found = read(write_rows(tmp_path / "a.csv", rows), scale={"level": "frey"})
    assert found.ties["weight"].tolist() == [2.5]
    assert found.layers["level"].scale is None
    assert read(tmp_path / "a.csv", scale={"level": "frey"}, strength="min").layers["level"].scale == "frey"


def test_answers_about_oneself_are_left_out_and_told(tmp_path):
    rows = [["respondent", "partner", "trust"], ["A", "A", 4], ["A", "B", 2], ["B", "A", 1]]
    with pytest.warns(sc.SoclusterWarning, match=r"1 answer about oneself was left out \(A\)"):
        found = sc.read_roster(write_rows(tmp_path / "a.csv", rows), directed=["trust"])
    assert found.n_ties == 2


@pytest.mark.parametrize(
    ("layout", "rows", "said"),
    [
        ("long", [["respondent", "partner", "t"], ["Kelme", "B", 1], ["B", "Kelmė", 1]],
         "row 2: is not on the roster.*did you mean 'Kelmė'"),
        ("long", [["respondent", "partner", "t"], ["Kelmė", "B", 1], ["Kelmė", "B", 1]], "row 3: is already in row 2"),
        ("long", [["respondent", "partners", "t"]], "column 'partner': this column is needed.*did you mean 'partners'"),
        ("wide", [["who", "Kelmė", "B"], ["B", 1, ""], ["B", 1, ""]], "row 3: this respondent has a row already"),
        ("wide", [["who", "Kelmė", "X"], ["B", 1, 1]], "column 'X': is not on the roster"),
        ("matrix", [["", "Kelmė", "B"], ["Kelmė", "", 1], ["C", 1, ""]], "only rows name C, only columns name B"),
        ("matrix", [["", "B", "B"], ["B", "", 1]], "column 'B': occurs more than once"),
    ],
)  # fmt: skip
def test_bad_answers(tmp_path, layout, rows, said):
    with pytest.raises(sc.InputError, match=said):
        read(write_rows(tmp_path / "a.csv", rows), layout, actors=["Kelmė", "B"], blank="no")


def test_bad_options(tmp_path):
    path = write_rows(tmp_path / "a.csv", [["respondent", "partner", "trust"], ["A", "B", 1]])
    for options, said in [
        ({"directed": ["trusts"]}, "argument 'directed': is no item.*did you mean 'trust'"),
        ({"scale": {"trusts": "frey"}}, "argument 'scale': is no item"),
        ({"scale": {"trust": []}}, "a ladder is a Scale"),
        ({"actors": 5}, "the roster is a table"),
        ({"layout": "square"}, "layout must be one of"),
        ({"layout": "matrix", "sheet": "x"}, "leave sheet out"),
        ({"sheet": "x"}, "which of a holds the answers"),
    ]:
        with pytest.raises(sc.InputError, match=said):
            read(path, **{"blank": "no", **options})
    with pytest.raises(sc.InputError, match="there is no such file"):
        read(tmp_path / "none.csv")


def test_names_that_differ_in_capitals_only_are_told(tmp_path):
    (tmp_path / "a.csv").write_text("respondent,partner,contact\nA,B,1\nB,A,1\nC,b ,1\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="became two actors"):
        sc.read_roster(tmp_path / "a.csv")
