"""A number with its interval, in both languages."""

from socluster.words.intervals import with_interval


def test_both_ends_are_said_where_they_differ():
    assert with_interval(0.5, 0.25, 0.75, 0.9, "en") == "0.5 [90% interval: 0.25 to 0.75]"
    lithuanian = with_interval(0.5, 0.25, 0.75, 0.9, "lt")
    assert lithuanian.startswith("0,5 [")
    assert "0,25" in lithuanian
    assert "interval:" not in lithuanian


def test_the_number_stands_alone_where_they_do_not():
    assert with_interval(3, 3, 3, 0.9, "en") == "3"
