import datetime as dt

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.core.tables import Origin, Tables
from tests.core.samples import ACTORS, frame, problems


def test_every_bad_row_is_reported_at_once():
    ties = frame(
        "from to svoris confidence evidence",
        ("Siauliai", "Kelmė", "1", 1, "reported"),
        ("Kelmė", "Kelmė", "1", 1, "reported"),
        ("Kelmė", "Joniškis", "x", 1, "reported"),
        ("Šiauliai", "Joniškis", "-1", 1.5, "rumoured"),
        ("Šiauliai", "Kelmė", None, None, "assumed"),
        ("Kelmė", "Šiauliai", "2", 1, "documented"),
        (None, "Šiauliai", "2", 1, "documented"),
    )
    found = {(p.row, p.column): p for p in problems(ties=ties)}
    assert found[0, "source"].nearest == "Šiauliai"
    assert "with itself" in found[1, "target"].message
    assert found[2, "weight"].value == "x"
    assert found[3, "weight"].value == -1.0
    assert found[3, "confidence"].value == 1.5
    assert found[3, "evidence"].nearest is None
    assert "no weight" in found[4, "weight"].message
    assert "must say how sure" in found[4, "confidence"].message
    assert "already in row 4" in found[5, None].message
    assert "empty" in found[6, "source"].message
    assert len(found) == 10


def test_problems_name_file_row_and_column_as_written():
    tables = Tables(
        ACTORS,
        frame("šaltinis tikslas", ("Kelme", "Šiauliai")),
        origins={"ties": Origin("ryšiai.xlsx", "Ryšiai", rows=[7])},
        raw_text=True,
    )
    with pytest.raises(InputError) as caught:
        Cluster._from(tables)
    (problem,) = caught.value.problems
    assert (problem.file, problem.row, problem.column) == ("ryšiai.xlsx [Ryšiai]", 7, "šaltinis")
    assert str(caught.value) == (
        "ryšiai.xlsx [Ryšiai], ties, row 7, column 'šaltinis': is not in the table of actors (here: 'Kelme'); "
        "did you mean 'Kelmė'?"
    )
    table = caught.value.to_frame()
    assert table.loc[0, "nearest"] == "Kelmė"


def test_a_long_list_of_problems_is_cut_in_the_message_only():
    ties = pd.DataFrame({"source": ["nobody"] * 50, "target": ["Kelmė"] * 50})
    with pytest.raises(InputError, match=r"and 30 more") as caught:
        Cluster.from_tables(ACTORS, ties)
    assert len(caught.value.problems) == 50


def test_missing_key_columns_are_named():
    (first, second) = problems(ties=frame("weight", (1,)))
    assert {first.column, second.column} == {"source", "target"}
    (actors,) = problems(actors=frame("sector", ("public",)))
    assert actors.column == "actor"


def test_two_columns_for_one_end_are_refused():
    (problem,) = problems(ties=frame("from sender to", ("Kelmė", "Kelmė", "Šiauliai")))
    assert problem.column == "sender"


def test_duplicate_actors_name_the_first_row():
    (problem,) = problems(actors=frame("actor", ("a",), ("b",), (" a ",)))
    assert (problem.row, problem.value) == (2, "a")
    assert "row 0" in problem.message


def test_unknown_columns_stay_as_typed_columns():
    actors = ACTORS.assign(
        staff=[1, 2, 3],
        share=[0.5, None, 1],
        open=[True, False, None],
        note=["a", None, "ė"],
        seen=[dt.date(2016, 11, 3)] * 3,
    )
    cluster = Cluster.from_tables(actors)
    kinds = cluster.to_tables().kinds["actors"]
    assert {key: kinds[key] for key in ("staff", "share", "open", "note", "seen")} == {
        "staff": "integer",
        "share": "number",
        "open": "flag",
        "note": "text",
        "seen": "text",
    }
    assert cluster.actors["seen"].tolist() == ["2016-11-03"] * 3
    assert cluster.actors["staff"].dtype == np.int64
    assert str(cluster.actors["open"].dtype) == "boolean"


def test_an_answer_of_zero_on_a_ladder_is_no_tie():
    ties = frame("source target weight", ("Kelmė", "Šiauliai", 0), ("Kelmė", "Joniškis", 5))
    cluster = Cluster.from_tables(ACTORS, ties, layers={"tie": {"scale": "frey"}})
    assert cluster.n_ties == 1
    (problem,) = problems(ties=frame("source target weight", ("Kelmė", "Šiauliai", 0)))
    assert "positive" in problem.message
    (problem,) = problems(ties=ties.replace(5, 6), layers={"tie": {"scale": "frey"}})
    assert "ladder" in problem.message


def test_a_layer_holds_ties_or_affiliations():
    found = problems(
        ties=frame("source target layer", ("Kelmė", "Šiauliai", "x")),
        groups=frame("group", ("g",)),
        affiliations=frame("actor group layer", ("Kelmė", "g", "x")),
    )
    assert "layer of their own" in found[0].message


def test_actors_may_be_indexed_by_their_ids():
    indexed = ACTORS.assign(sector="public").set_index("actor")
    assert Cluster.from_tables(indexed).labels == ("Šiauliai", "Kelmė", "Joniškis")
    named = pd.DataFrame({"sector": ["public"]}, index=["Kelmė"])
    assert Cluster.from_tables(named).labels == ("Kelmė",)


def test_nobody_is_a_cluster_too():
    empty = Cluster.from_tables(frame("actor"))
    assert empty.n_actors == 0
    assert empty.matrix().shape == (0, 0)
    assert "0 actors, no ties" in repr(empty)


def test_a_table_must_be_a_dataframe():
    (problem,) = problems(ties=[("a", "b")])
    assert problem.message == "ties must be a DataFrame or None"
    with pytest.raises(InputError, match="must be a pandas DataFrame"):
        Cluster._from(Tables(ACTORS, [("a", "b")]))


def test_names_of_columns_fit_every_format():
    (problem,) = problems(actors=ACTORS.assign(**{"a\x00b": 1}))
    assert "U+0000" in problem.message


def test_a_column_that_we_wrote_keeps_its_name_though_it_is_a_synonym():
    actors = frame("actor label", ("a", "x"))
    kinds = {"actors": {"label": "text", "actor": "text"}}
    ours = Cluster._from(Tables(actors, kinds=kinds, own_names=True))
    assert ours.actors["label"].tolist() == ["x"]
    assert ours.actors["name"].isna().all()
    foreign = Cluster._from(Tables(actors, kinds=kinds))
    assert foreign.actors["name"].tolist() == ["x"]


def test_evidence_may_be_told_in_lithuanian():
    ties = pd.DataFrame({"source": ["A", "A"], "target": ["B", "C"], "evidence": ["Dokumentuota", "numanoma"]})
    actors = pd.DataFrame({"actor": list("ABC")})
    cluster = Cluster.from_tables(actors, ties.assign(confidence=[None, 0.5]))
    assert cluster.ties["evidence"].tolist() == ["documented", "assumed"]
    with pytest.raises(InputError, match="a tie that is assumed must say how sure it is"):
        Cluster.from_tables(actors, ties)


BELL = "\x07"


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"name": f"a{BELL}"}, "name"),
        ({"layers": {f"tie{BELL}": {}}}, "layers"),
        ({"layers": {"a\nb": {}}}, "layers"),
        ({"layers": {"tie": {"meaning": f"who{BELL}"}}}, "layers"),
        ({"info": {f"title{BELL}": "x"}}, "info"),
        ({"info": {"title": f"x{BELL}"}}, "info"),
    ],
)
def test_names_layers_and_info_must_fit_every_file(more, place):
    actors = pd.DataFrame({"actor": ["a", "b"]})
    with pytest.raises(InputError, match="cannot hold") as caught:
        Cluster.from_tables(actors, **more)
    assert [problem.table for problem in caught.value.problems] == [place]
    Cluster.from_tables(actors, name="a\nb", layers={"tie": {"meaning": "a\nb"}}, info={"note": "a\nb"})


def test_a_layer_of_a_form_without_weights_has_the_usual_one_beside_a_layer_with_weights(tmp_path):
    (tmp_path / "actors.csv").write_text("actor\nA\nB\n")
    (tmp_path / "groups.csv").write_text("group,kind,paslauga,vieta\nG,paslauga,care,K\nE,event,,\n")
    head = "actor,group,layer,weight\n"
    (tmp_path / "affiliations.csv").write_text(head + "A,G,teikia,5\nA,E,attends,\nB,E,attends,\n")
    read = sc.read(tmp_path)
    weights = read.affiliations.groupby("layer")["weight"].sum()
    assert weights.to_dict() == {
        "attends": 2,
        "teikia": 5,
    }
    assert sc.coverage(read, needs={("K", "care"): 10}).met == 5
    (tmp_path / "affiliations.csv").write_text(head + "A,G,teikia,5\nB,G,teikia,\n")
    with pytest.raises(sc.InputError, match="has no weight"):
        sc.read(tmp_path)
