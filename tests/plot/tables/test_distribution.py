"""How many have each value."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from tests.plot.frame import signless

KNOKE = sc.load_dataset("knoke")


def test_degrees_stand_at_their_numbers_as_high_as_they_are_frequent():
    counted = sc.degree_distribution(KNOKE, layer="money")
    figure = sc.plot.distribution(counted)
    (drawn,) = figure.data
    assert drawn.x.tolist() == counted.index.tolist()
    assert drawn.y.tolist() == counted["count"].tolist()
    assert figure.layout.xaxis.title.text == "degree"
    assert figure.layout.annotations[0].text == "number of actors"
    assert signless(figure) == "■ 10 in all"


@pytest.mark.parametrize(("language", "said"), [("en", "no path: 3"), ("lt", "nėra kelio: 3")])
def test_pairs_without_a_path_stand_apart(language, said):
    apart = pd.DataFrame({"actor": list("abc")})
    pairs = sc.distance_distribution(sc.Cluster.from_tables(apart, pd.DataFrame({"source": ["a"], "target": ["b"]})))
    figure = sc.plot.distribution(pairs, language=language)
    assert figure.data[0].x.tolist() == [1, 3]
    assert said.replace("3", "2") in figure.layout.meta["alt"]
    assert figure.layout.xaxis.ticktext[-1].replace("<br>", " ") == said[:-3]
    assert figure.layout.xaxis.title.text == {"en": "distance", "lt": "atstumas"}[language]


def test_names_stand_side_by_side_and_what_is_wrong_is_named():
    figure = sc.plot.distribution(KNOKE.actors["sector"].value_counts(), language="lt")
    assert figure.layout.meta["alt"].startswith("viešasis: 4.")
    assert figure.data[0].x.tolist() == [0, 1, 2]
    many = sc.plot.distribution(pd.Series(np.ones(50), index=np.arange(50)))
    assert many.layout.meta["alt"].endswith("30 further rows are not shown.")
    assert list(many.layout.xaxis.tickvals) == list(range(0, 50, 5))
    for wrong in (pd.Series([-1.0]), pd.Series(["a"]), pd.DataFrame({"x": [1.0]})):
        with pytest.raises(sc.InputError, match=r"must|no such column"):
            sc.plot.distribution(wrong)


def test_ticks_of_numbers_are_all_as_far_apart():
    degrees = pd.Series(np.ones(22), index=np.arange(22))
    assert list(sc.plot.distribution(degrees).layout.xaxis.tickvals) == [0, 5, 10, 15, 20]
    at = [float(each) for each in sc.plot.distribution(degrees).layout.xaxis.ticktext]
    assert at == [0, 5, 10, 15, 20]
