"""Files of NetDraw as they are written: what comes back, and what is told as lost."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, LossWarning


def test_names_columns_layers_directions_and_strengths_come_back(tmp_path):
    names = ['VšĮ "Gija", centras', "*star", "O'Neil", "5"]
    actors = pd.DataFrame({"actor": names, "sector": ["public", "civic", None, "public"], "hours": [1.5, None, 2, 3]})
    ties = pd.DataFrame(
        {"source": names[:3], "target": names[1:], "weight": [1.5, 2, 3], "layer": ["asks", "knows", "asks"]}
    )
    made = sc.Cluster.from_tables(actors, ties, layers={"asks": {"directed": True}, "knows": {"directed": False}})
    sc.write(made, tmp_path / "x.vna")
    back = sc.read(tmp_path / "x.vna")
    assert back == made
    lines = (tmp_path / "x.vna").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["*node data", 'ID "sector" "hours"']
    assert '"*star" "O\'Neil" 0 2' in lines
    assert '"O\'Neil" "*star" 0 2' in lines  # NetDraw has a tie without a direction both ways


@pytest.mark.parametrize(
    ("columns", "lost"),
    [
        ({"funded": [True, False]}, "of the actors: funded"),
        ({"code": ["12", "7"]}, "of the actors: code"),
        ({"note": ["NA", "x"]}, "of the actors: note"),
        ({"note": ["two\nlines", "x"]}, "of the actors: note"),
        ({"beds": [3, 4]}, "that the numbers in beds are whole ones"),
    ],
)
def test_a_column_that_would_not_come_back_as_it_is_is_told(tmp_path, columns, lost):
    made = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"], **columns}))
    with pytest.warns(LossWarning, match=lost):
        sc.write(made, tmp_path / "x.vna")
    assert list(sc.read(tmp_path / "x.vna").labels) == ["A", "B"]


def test_groups_and_directions_that_do_not_show_are_told(tmp_path):
    with pytest.warns(LossWarning, match=r"8 groups and 46 affiliations \(it holds ties between actors"):
        sc.write(sc.load_dataset("siauliai"), tmp_path / "x.vna")
    mutual = sc.as_cluster(pd.DataFrame({"source": ["A", "B"], "target": ["B", "A"]}), directed=True)
    with pytest.warns(LossWarning, match="all mutual, they will look undirected"):
        sc.write(mutual, tmp_path / "y.vna")


def test_a_tie_without_an_end_is_refused_with_its_line(tmp_path):
    (tmp_path / "x.vna").write_text('*tie data\nfrom to\nA B\n"" B\n')
    with pytest.raises(InputError) as caught:
        sc.read(tmp_path / "x.vna")
    assert caught.value.problems[0].row == 4
