"""The Lorenz curve."""

import pandas as pd
import pytest

import socluster as sc


def test_it_runs_from_nothing_to_all():
    found = sc.inequality({"A": 1, "B": 3}, weights={"A": 1, "B": 1})
    figure = found.plot()
    assert figure.data[1].x.tolist() == [0, 0.5, 1]
    assert figure.data[1].y.tolist() == [0, 0.25, 1]
    assert "A: the first 50% of the people have 25%." in figure.layout.meta["alt"]
    assert "pirmieji" in found.plot(language="lt").layout.meta["alt"]


def test_shares_are_shares():
    with pytest.raises(sc.InputError, match="must be from 0 to 1"):
        sc.plot.lorenz(pd.DataFrame({"people": [0.5, 1.2], "amount": [0.1, 1.0]}))
    with pytest.raises(sc.InputError, match="there is no such column"):
        sc.plot.lorenz(pd.DataFrame({"people": [0.5]}))


def test_of_many_places_the_first_are_listed_and_it_is_said_how_many_are_not():
    figure = sc.inequality({f"P{n}": n + 1 for n in range(30)}, weights={f"P{n}": 1 for n in range(30)}).plot()
    (listed,) = [note.text for note in figure.layout.annotations if "P0:" in note.text]
    assert listed.count("P") == 8
    assert "22" in listed.split("<br>")[-1]


def test_by_rank_it_says_that_the_lowest_come_first_and_may_lie_above_the_diagonal():
    found = sc.concentration({"A": 3, "B": 1}, rank={"A": 1, "B": 2})
    figure = found.plot()
    assert figure.data[1].y.tolist() == [0, 0.75, 1]
    assert "those of lowest rank first" in figure.layout.title.subtitle.text
    assert figure.layout.title.text.replace(" <br>", " ").startswith("Concentration index −0.250: those of lower rank")
    assert "2 vietos" in found.plot(language="lt").layout.title.subtitle.text


def test_it_says_of_whom_a_share_is():
    values = pd.Series({"A": 1, "B": 3}).rename_axis("actor")
    assert "the first 50% of the actors have 25%" in sc.inequality(values).plot().layout.meta["alt"]
    assert "the first 50% of the places have 25%" in sc.inequality({"A": 1, "B": 3}).plot().layout.meta["alt"]
    with pytest.raises(sc.InputError, match="counted"):
        sc.plot.lorenz(pd.DataFrame({"people": [1.0], "amount": [1.0]}), counted="cats")


def test_a_measure_of_actors_gives_the_curve_of_its_inequality():
    degrees = sc.degree(sc.load_dataset("knoke"), layer="information")
    figure, told = sc.plot.lorenz(degrees), sc.inequality(degrees).plot()
    assert figure.data[1].y.tolist() == pytest.approx(told.data[1].y.tolist())
    assert figure.layout.xaxis.title.text == "share of the actors"
    assert sc.plot.lorenz(degrees.rename_axis("town")).layout.xaxis.title.text.startswith("share of the places")
    assert sc.plot.lorenz(0 * degrees).layout.meta["alt"] == "There is nothing to show."
    for wrong in (-degrees, degrees / float("nan")):
        with pytest.raises(sc.InputError, match="must be"):
            sc.plot.lorenz(wrong)
