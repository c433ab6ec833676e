"""What is drawn for each actor and group."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.plot.clusters.before_after import before_after
from socluster.plot.clusters.marks import (
    actor_marks,
    categories,
    degrees,
    group_marks,
    is_continuous,
    mark_sizes,
    names_of,
    read_values,
    short_names,
    shown_value,
    size_values,
)
from socluster.plot.clusters.network import network
from socluster.plot.saving import pixels
from tests.plot.clusters.town import town


def test_names_are_lithuanian_where_there_is_one_else_the_name_else_the_id():
    frame = pd.DataFrame(
        {"name": ["Clinic", None, None], "name_lt": [None, "NVO", None]}, index=["clinic", "ngo", "firm"]
    )
    assert list(names_of(frame, "en")) == ["Clinic", "ngo", "firm"]
    assert list(names_of(frame, "lt")) == ["Clinic", "NVO", "firm"]
    assert list(names_of(frame[[]], "lt")) == ["clinic", "ngo", "firm"]


def test_what_is_too_long_is_written_as_its_id_but_never_in_english_for_lithuanian():
    frame = pd.DataFrame({"name": ["Clinic", None], "name_lt": [None, "NVO"]}, index=["clinic", "ngo"])
    assert list(short_names(frame, "en")) == ["clinic", "ngo"]
    assert list(short_names(frame, "lt")) == ["clinic", "NVO"]


@pytest.mark.parametrize(
    ("values", "continuous"),
    [
        (pd.Series([0.5, 1.0]), True),
        (pd.Series([1, 2, 3]), False),  # few whole numbers are categories
        (pd.Series(range(9)), True),
        (pd.Series([True, False]), False),
        (pd.Series(["a", "b"]), False),
    ],
)
def test_quantities_are_told_from_categories(values, continuous):
    assert is_continuous(values) is continuous


def test_categories_are_text_and_missing_ones_stay_missing():
    assert list(categories(pd.Series([True, False]), "lt")) == ["taip", "ne"]
    assert list(categories(pd.Series([1, 2]), "en")) == ["1", "2"]
    assert list(categories(pd.Series(["a", None]), "en").isna()) == [False, True]


@pytest.mark.parametrize(
    ("column", "value", "english", "lithuanian"),
    [
        ("sector", "civic", "civic", "pilietinis"),
        ("kind", "civic", "civic", "civic"),  # not a kind of ours
        ("kind", None, "not stated", "nenurodyta"),
        ("responded", True, "yes", "taip"),
        ("responded", np.False_, "no", "ne"),
        ("budget", 1234.5, "1\u00a0235", "1\u00a0235"),
        ("budget", 0.5, "0.5", "0,5"),
        ("place", "<b>Kelmė", "<b>Kelmė", "<b>Kelmė"),  # escaped where it is written
    ],
)
def test_values_in_words(column, value, english, lithuanian):
    assert shown_value(column, value, "en") == english
    assert shown_value(column, value, "lt") == lithuanian


def test_areas_follow_the_values_and_what_is_undefined_is_smallest():
    largest, quarter, nothing, undefined = mark_sizes(pd.Series([4.0, 1.0, 0.0, np.nan]), 4)
    assert (quarter**2 - nothing**2) / (largest**2 - nothing**2) == pytest.approx(0.25)
    assert undefined == nothing
    assert len(set(mark_sizes(None, 3))) == 1
    assert mark_sizes(None, 3)[0] > mark_sizes(None, 300)[0]
    assert np.isfinite(mark_sizes(pd.Series([np.inf, -np.inf, 1.0]), 3)).all()
    assert np.isfinite(mark_sizes(pd.Series([np.nan, np.nan]), 2)).all()


@pytest.mark.parametrize("n", [20, 40, 60, 150, 300, 1000])
def test_the_largest_mark_leaves_half_of_the_room_of_an_actor(n):
    room = np.sqrt(660 * 440 / n)
    assert mark_sizes(pd.Series([1.0, 0.5]), n)[0] < 0.6 * room


def test_partners_are_counted_once_whatever_layer_and_direction():
    assert list(degrees(4, np.array([[0, 1], [1, 0], [0, 1], [1, 2]]))) == [1, 2, 1, 0]
    assert list(degrees(2, np.empty((0, 2), dtype=int))) == [0, 0]


def test_values_come_from_a_column_or_a_series():
    cluster = town()
    assert list(read_values(cluster, "rank", "color")) == [1, 2, 3, 4, 5]
    given = pd.Series([9.0], index=["ngo"], name="mine")
    assert read_values(cluster, given, "size").loc["ngo"] == 9.0
    assert read_values(cluster, given, "size").isna().sum() == 4
    assert read_values(cluster, None, "size") is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("sectr", "is not a column of the actors.*did you mean 'sector'"),
        (3, "color must be the name of a column of the actors, or a Series indexed by actor"),
        (pd.Series([1.0, 1.0], index=["scool", "gno"]), "2 problems"),
        (pd.Series([1.0, 1.0], index=["ngo", "ngo"]), "occurs more than once"),
    ],
)
def test_values_that_are_not_there_are_named(given, message):
    with pytest.raises(InputError, match=message) as raised:
        read_values(town(), given, "color")
    assert raised.value.in_language("lt") != str(raised.value)


def test_sizes_need_numbers():
    assert list(size_values(town(), "rank")) == [1, 2, 3, 4, 5]
    with pytest.raises(InputError, match="size needs numbers; this contains str"):
        size_values(town(), "sector")


def test_an_actor_and_what_is_under_the_pointer():
    cluster = town()
    size = pd.Series([4.0, np.nan], index=["school", "ngo"], name="betweenness")
    marks = actor_marks(cluster, "open", size_values(cluster, size), "en")
    assert list(marks["degree"]) == [1, 2, 2, 1, 0]
    assert marks.loc["school", "hover"].split("<br>") == [
        "<b>Mokykla Šiauliuose</b>",
        "id: school",
        "sector: public",
        "kind: not stated",
        "level: not stated",
        "place: not stated",
        "open: yes",
        "partners: 1",
        "betweenness: 4",
    ]
    assert marks.loc["ngo", "hover"].endswith("betweenness: undefined")
    assert marks["importance"].idxmax() == "firm"  # who joins comes first, then who is largest
    assert marks.loc[~marks["joins"], "importance"].idxmax() == "school"
    lithuanian = actor_marks(cluster, None, size_values(cluster, size), "lt").loc["school", "hover"].split("<br>")
    assert lithuanian[:3] == ["<b>Mokykla</b>", "kodas: school", "sektorius: viešasis"]
    assert lithuanian[-2:] == ["partnerių: 1", "tarpiškumas: 4"]


def test_a_series_without_a_name_is_called_what_it_is():
    cluster = town()
    nameless = pd.Series(0.5, index=list(cluster.labels))
    hover = actor_marks(cluster, nameless, nameless, "lt").loc["lone", "hover"]
    assert "spalva: 0,5" in hover
    assert "dydis: 0,5" in hover


def test_groups_come_first_with_their_members():
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"]}),
        groups=pd.DataFrame({"group": ["E1", "E2"], "kind": ["round table", "<b>"]}),
        affiliations=pd.DataFrame({"actor": ["A", "B"], "group": ["E1", "E1"]}),
    )
    marks = group_marks(cluster, 2, "lt")
    assert marks.loc["E1", "importance"] > marks.loc["E2", "importance"] >= 1e12
    assert marks.loc["E1", "hover"].split("<br>")[1:] == [
        "rūšis: apskritojo stalo diskusija",
        "data: nenurodyta",
        "lygmuo: nenurodyta",
        "veikėjų: 2",
    ]
    assert "rūšis: &lt;b&gt;" in marks.loc["E2", "hover"]
    of_actors = actor_marks(cluster, None, None, "en")
    assert of_actors.loc["A", "hover"].endswith("partners: 0<br>groups: 1")


# -- actors without a color -------------------------------------------------------------------------------------------


def half_stated():
    actors = pd.DataFrame({"actor": ["A", "B", "C"], "sector": ["public", None, "civic"], "beds": [1, 2, 3]})
    return Cluster.from_tables(actors, pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]}), name="Town")


def test_actors_without_a_color_are_a_category_unless_said_otherwise():
    both = [network(half_stated()), network(half_stated(), missing="category")]
    assert both[0].layout.meta["alt"] == both[1].layout.meta["alt"]
    assert "not stated 1" in both[0].layout.meta["alt"]


@pytest.mark.parametrize("color", ["sector", pd.Series(["x", "y"], index=["A", "C"])], ids=["column", "series"])
def test_actors_without_a_color_are_left_out_or_refused(color):
    alone = network(half_stated(), color=color, size="beds", missing="drop").layout.meta["alt"]
    assert alone.startswith("Who is tied to whom? Town: 2 actors.")
    with pytest.raises(InputError, match=r"missing='category'.*missing='drop'") as refused:
        network(half_stated(), color=color, missing="refuse")
    assert [problem.row for problem in refused.value.problems] == ["B"]
    with pytest.raises(InputError, match="missing"):
        network(half_stated(), color=color, missing="hide")


def test_before_and_after_treat_them_alike():
    after = half_stated().without_actor("C")
    told = before_after(half_stated(), after, missing="drop").layout.meta["alt"]
    assert told != before_after(half_stated(), after).layout.meta["alt"]
    with pytest.raises(InputError, match="has no value"):
        before_after(half_stated(), after, missing="refuse")


def test_on_paper_no_mark_is_smaller_than_a_millimetre():
    many = pd.DataFrame({"actor": [f"a{place}" for place in range(1000)], "people": [1.0, *[0.0] * 999]})
    marks = actor_marks(Cluster.from_tables(many), None, many.set_index("actor")["people"], "en", scale=0.5)
    assert marks["size"].min() >= pixels(1) - 0.1
    assert marks["size"].max() > marks["size"].min()


def test_the_key_of_sizes_is_as_large_as_the_marks():
    many = pd.DataFrame({"actor": [f"a{place}" for place in range(1000)], "people": [9.0, *[0.0] * 999]})
    figure = network(Cluster.from_tables(many), size="people", width=361)
    drawn = np.concatenate(
        [np.asarray(trace.marker.size, float) for trace in figure.data if trace.customdata is not None]
    )
    key = [shape.x1 - shape.x0 for shape in figure.layout.shapes if shape.type == "circle"]
    assert min(key) == pytest.approx(drawn.min(), abs=0.01)
    assert max(key) == pytest.approx(drawn.max(), abs=0.01)
