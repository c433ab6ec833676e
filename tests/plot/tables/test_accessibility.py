"""What is within reach of places."""

import pandas as pd
import pytest

import socluster as sc
from tests.measures.services.offering import offering

TOWN = offering(("A", "K", "care", 12.0))
PEOPLE = {"K": 800, "V": 500, "far": 50, "empty": 0}
FAR = {("V", "K"): 15, ("far", "K"): 99, ("empty", "K"): 1}


def reached(**more):
    return sc.access(TOWN, population=PEOPLE, distances=FAR, bands={10: 1, 20: 0.68}, **more)


def test_places_stand_in_the_order_of_what_they_have_and_nothing_is_a_cross():
    found = reached()
    _, ring, point, cross = found.plot().data
    assert point.x.tolist() == pytest.approx((found.places[["V", "K"]] * 1000).tolist())
    assert ring.x.tolist() == pytest.approx((found.unweighted[["V", "K"]] * 1000).tolist())
    assert cross.x.tolist() == [0]
    assert cross.marker.symbol == "x"
    assert cross.y[0] < point.y[0] < point.y[1]


def test_title_subtitle_and_caption_say_the_finding_what_it_rests_on_and_the_source():
    figure = reached().plot()
    assert figure.layout.title.text.replace(" <br>", " ") == "Nothing is within reach of far: 4% of the people"
    assert "3 places" in figure.layout.title.subtitle.text
    assert "≤\u00a020:\u00a00.68" in figure.layout.title.subtitle.text
    assert any("Evidence: reported 1" in note.text for note in figure.layout.annotations)
    assert "far: nothing is within reach. V: 7.16; if all within reach" in figure.layout.meta["alt"]
    assert "nieko nepasiekiama" in reached().plot(language="lt").layout.meta["alt"]


def test_where_everybody_is_reached_it_says_who_has_least():
    found = sc.access(TOWN, population={"K": 8, "V": 5}, distances={("V", "K"): 15}, bands={10: 1, 20: 0.68})
    figure = found.plot()
    assert figure.layout.title.text.replace(" <br>", " ") == "Least is within reach in V, most in K"
    assert "✕" not in figure.layout.title.subtitle.text


def test_of_one_place_none_is_said_to_have_least():
    for language, said in (("en", "15 per 1000 inhabitants are within reach of every place"), ("lt", "15")):
        found = sc.access(TOWN, population={"K": 800}, distances={}, bands={10: 1})
        assert said in found.plot(language=language).layout.title.text.replace(" <br>", " ")
        assert "lowest" not in str(found.sentences(language))


def test_where_nobody_lives_there_is_nothing_to_show():
    figure = sc.access(TOWN, population={"K": 0}, distances={}, bands={10: 1}).plot()
    assert figure.layout.title.text.startswith("Nobody lives there")
    assert "There is nothing to show." in figure.layout.meta["alt"]


def test_a_negative_number_is_refused():
    with pytest.raises(sc.InputError, match="must be 0 or a positive number"):
        sc.plot.accessibility(pd.DataFrame({"access": [-1.0], "unweighted": [1.0]}, index=["K"]))


def test_many_places():
    frame = pd.DataFrame({"access": range(50), "unweighted": range(50)}, index=[f"p{n}" for n in range(50)])
    assert "10 further rows are not shown." in sc.plot.accessibility(frame.astype(float)).layout.meta["alt"]
