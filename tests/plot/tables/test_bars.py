"""One number a row."""

import pandas as pd
import pytest

import socluster as sc
from tests.measures.services.offering import offering
from tests.plot.frame import signless


def test_a_bar_is_as_long_as_its_number_and_none_where_it_has_no_end():
    figure = sc.queues.priorities([30, 30, 10], 10, 5).plot()
    (drawn,) = figure.data
    assert pd.isna(drawn.x).tolist() == [False, True, True]
    assert "2: no end in sight." in figure.layout.meta["alt"]


def test_rows_keep_their_order_and_many_are_cut():
    frame = pd.DataFrame({"value": range(50)}, index=[f"p{n}" for n in range(50)]).astype(float)
    figure = sc.plot.bars(frame)
    assert figure.data[0].x.tolist() == list(range(40))
    assert "10 further rows are not shown." in figure.layout.meta["alt"]
    with pytest.raises(sc.InputError, match="must be 0 or a positive number"):
        sc.plot.bars(-frame)


def test_offers_the_most_fragile_first():
    town = offering(("A", "K", "care", 5.0), ("B", "K", "care", 5.0), ("A", "K", "meals", 5.0))
    figure = sc.service_overlap(town).plot_offers()
    assert figure.data[0].x.tolist() == pytest.approx([1, 2])
    assert "K, meals: 1 provider; concentration of capacity (Herfindahl index) 1.00." in figure.layout.meta["alt"]


def test_goals_by_their_points_with_the_places_that_are_open():
    found = sc.collective_choice(["ABC", "BCA", "CAB"])
    for language, said in (("en", "place by Kemeny's rule: 1–3"), ("lt", "1–3")):
        assert said in found.plot(language=language).layout.meta["alt"]


def test_where_clients_wait_and_what_a_composition_may_be():
    stations = sc.queues.network({"a": 40, "b": 0}, {"a": {"b": 0.5}}, 30, {"a": 2, "b": 1})
    figure = stations.plot()
    assert figure.data[0].x.tolist() == pytest.approx((52 * stations.mean_wait).tolist())
    chances = sc.composition_ranges(total=34, categories=11).plot()
    assert chances.data[0].x[0] == pytest.approx(10 / 33)
    assert "1 person: 30.3%." in chances.layout.meta["alt"]


@pytest.mark.parametrize(("language", "called"), [("en", "■ degree"), ("lt", "■ laipsnis")])
def test_a_measure_of_actors_is_drawn_as_it_comes_and_called_by_its_name(language, called):
    degrees = sc.degree(sc.load_dataset("knoke"), layer="information")
    figure = sc.plot.bars(degrees, language=language)
    assert figure.data[0].x.tolist() == degrees.tolist()
    assert signless(figure) == called
    largest = degrees.sort_values(ascending=False)
    assert sc.plot.bars(largest).data[0].x.tolist() == largest.tolist()
    with_a_gap = degrees.copy()
    with_a_gap.iloc[0] = float("nan")
    assert ": –." in sc.plot.bars(with_a_gap, label="x").layout.meta["alt"]


def test_how_many_actors_have_how_many_partners():
    counts = sc.degree_distribution(sc.load_dataset("kite"))["count"]
    assert sc.plot.bars(counts, label="actors").layout.meta["alt"].startswith("0: 0. 1: 1. 2: 1. 3: 3.")
    assert len(sc.plot.bars(counts.iloc[:0]).data[0].x) == 0
