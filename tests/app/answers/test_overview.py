"""All that the page shows of a cluster before anything is asked."""

import json
import sys

import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers.overview import overview
from tests.conventions.kinds import KINDS, kind_of_cluster


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_cluster_has_an_overview_that_json_can_hold(kind):
    shown = overview(kind_of_cluster(kind))
    assert json.loads(json.dumps(shown, allow_nan=False)) == shown
    n_actors, n_groups = len(shown["actors"]), len(shown["groups"])
    ends = n_groups if shown["isAttendance"] else n_actors
    assert all(0 <= link[0] < n_actors and 0 <= link[1] < ends for link in shown["links"])


def test_texts_stand_in_both_languages():
    shown = overview(sc.load_dataset("siauliai"))
    for key in ("about", "findings", "carries", "understood", "doubts"):
        assert set(shown[key]) == {"en", "lt"}
    assert len(shown["findings"]["en"]) == len(shown["findings"]["lt"]) > 3
    assert shown["about"]["lt"] == "38 veikėjai, 8 grupės, 46 narystės ar dalyvavimai"


def test_a_look_says_which_value_it_stands_for():
    looks = overview(sc.load_dataset("siauliai"))["looks"]
    assert looks["column"] == "level"
    assert [each["value"] for each in looks["entries"]] == ["national", "regional", "local"]


def test_odd_names_are_shown_without_marks_that_turn_text_and_not_endlessly():
    names = ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u202eevil", "x" * 10_000]
    actors = pd.DataFrame({"actor": ["a", "b", "c", "d"], "name": names})
    shown = overview(sc.Cluster.from_tables(actors, pd.DataFrame({"source": ["a"], "target": ["b"]})))
    told = [each["name"]["en"] for each in shown["actors"]]
    assert told[:3] == ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "evil"]
    assert len(told[3]) == 200


def test_a_mark_of_whom_nothing_is_stated_is_told_from_the_paper():
    actors = pd.DataFrame({"actor": list("abcd"), "kind": ["x", "x", "y", None]})
    looks = overview(sc.Cluster.from_tables(actors, pd.DataFrame({"source": ["a"], "target": ["b"]})))["looks"]
    assert [each["isMissing"] for each in looks["entries"]] == [False, False, True]


def test_vermilion_is_kept_for_what_might_be():
    kinds = [f"kind {place}" for place in range(8)]
    actors = pd.DataFrame({"actor": [f"a{place}" for place in range(16)], "kind": kinds * 2})
    ties = pd.DataFrame({"source": ["a0"], "target": ["a1"]})
    looks = overview(sc.Cluster.from_tables(actors, ties))["looks"]["entries"]
    assert "#D55E00" not in {each["color"] for each in looks}


def test_no_picture_of_the_report_is_drawn_for_a_page_that_draws_its_own(monkeypatch):
    def drawn(*_):
        raise AssertionError("a picture was drawn that nobody sees")

    drawing = sys.modules["socluster.report.sections.cohesion"]  # the function of this name hides it
    monkeypatch.setattr(drawing, "attendances", drawn)
    monkeypatch.setattr(drawing, "network_picture", drawn)
    for name in ("siauliai", "kite"):
        assert len(overview(sc.load_dataset(name))["findings"]["lt"]) > 2


def test_losses_wait_until_somebody_asks_where_there_are_very_many():
    assert overview(sc.load_dataset("kite"))["losses"]["order"] == 1
    many = sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{at}" for at in range(501)]}))
    assert overview(many)["losses"] is None


def test_a_first_question_is_drawn_often_where_that_is_quick():
    assert overview(sc.load_dataset("siauliai"))["draws"] == 1000
    assert overview(sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{at}" for at in range(501)]})))["draws"] == 200
