import pandas as pd

import socluster as sc


def shown(**columns):
    return sc.plot.plan_outcome(pd.DataFrame(columns, index=[f"i{place}" for place in range(len(columns["planned"]))]))


def test_what_is_not_known_is_drawn_otherwise_than_nothing():
    figure = shown(planned=[10.0, 10.0], done=[0.0, None])
    known, unknown, covered = figure.data
    assert (len(known.x), len(unknown.x)) == (1, 1)
    assert unknown.marker.pattern.shape == "."
    assert list(covered.x) == [0, 0]
    assert "i0: 0 of 10 (0%). i1: target 10, outcome not known." in figure.layout.meta["alt"]


def test_the_share_may_be_given():
    figure = shown(planned=[500.0], done=[1065.0], baseline=[3562.0], share=[0.8155], unit=["children"])
    assert figure.data[2].x[0] == 0.8155
    assert "target 500 (82%)" in figure.layout.meta["alt"]


def test_far_beyond_the_target_a_bar_ends_in_an_arrow():
    figure = shown(planned=[1.0, 1.0], done=[50.0, -9.0])
    assert list(figure.data[2].x) == [2.0, -2.0]
    assert {"▶", "◀"} <= {each.text for each in figure.layout.annotations}
    assert figure.data[2].marker.color[0] != figure.data[2].marker.color[1]


def test_a_target_of_nothing_has_no_share():
    assert "3, target 0" in shown(planned=[0.0], done=[3.0]).layout.meta["alt"]
