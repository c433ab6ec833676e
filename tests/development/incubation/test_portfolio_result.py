import numpy as np
import pytest

import socluster as sc
from tests.development.incubation.circles import circle
from tests.development.incubation.test_portfolios import HOW


@pytest.fixture(scope="module")
def found():
    return sc.compare_portfolios(circle(40), **HOW, draws=40, rng=7)


def test_the_shares_of_the_best_add_up(found):
    table = found.to_frame()
    assert table["p_best"].sum() == pytest.approx(1)
    assert found.best == table["ties_per_1000"].idxmax()
    assert table["events"].tolist() == [2, 6, 4]
    assert table["seminar"].tolist() == [0, 6, 3]


def test_every_pair_and_kind_has_its_turning_price(found):
    table = found.turning_prices()
    assert list(table.index.names) == ["one", "other", "kind"]
    mean = dict(zip(found.portfolios, found.gains.mean(axis=0), strict=True))
    price = table.loc[("big", "small", "conference"), "turns_at"]
    assert mean["small"] * 2 * price == pytest.approx(mean["big"] * 24_000)
    assert (table["turns_at"].dropna() > 0).all()


def test_it_says_what_brings_most_and_when_that_turns(found):
    said = repr(found)
    assert f"'{found.best}' brings most for the money" in said
    assert "turns if an event of the kind" in said
    assert "Prices are as stated" in said
    assert "structure is not effectiveness" in said
    assert "Assumed: a first meeting" in said


def test_one_portfolio_alone_is_best_of_nothing():
    alone = sc.compare_portfolios(circle(40), **{**HOW, "portfolios": {"x": {"seminar": 1}}}, draws=1, rng=7)
    assert "brings most" not in repr(alone)
    assert alone.turning_prices().empty
    assert np.isfinite(alone.to_frame()["ties_per_1000"]).all()


def test_it_is_drawn(found):
    for language in ("en", "lt"):
        assert "small" in found.plot(language=language).layout.meta["alt"]


def test_picture_table_and_text_all_say_the_mean(found):
    figure = found.plot()
    points = [trace.x[0] for trace in figure.data if trace.mode == "markers"]
    assert points == pytest.approx(found.to_frame()["ties_per_1000"].tolist())
    assert "point: mean" in figure.layout.title.subtitle.text
    assert "taškas: vidurkis" in found.plot(language="lt").layout.title.subtitle.text
    assert "(means of 40 simulated histories)" in repr(found)
