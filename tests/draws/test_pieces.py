"""Draws in pieces, gathered in order, and as many of them as the tolerance needs."""

import numpy as np
import pytest

from socluster.draws import pieces
from socluster.draws.pieces import Drawing
from socluster.draws.settings import Draws
from tests.draws.tasks import Dice, assert_same


def drawing(draws=100, **options):
    return Drawing(Draws(draws, **options), "test")


class Backwards:
    """A crew that computes the last piece first."""

    def run(self, task, pieces):
        for piece in reversed(pieces):
            yield piece, task.run(*piece)


def test_pieces_are_gathered_in_order_whoever_is_first(monkeypatch):
    with drawing() as ours:
        ours._crew = Backwards()
        assert_same(ours.rows(Dice()), Dice().run(0, 100))


@pytest.mark.parametrize("size", [1, 7, 100, 1000])
def test_the_size_of_the_pieces_does_not_matter(size):
    with drawing() as ours:
        assert_same(ours.rows(Dice(draws_at_a_time=size)), Dice().run(0, 100))


def test_more_draws_begin_where_the_last_ones_ended():
    asked, kept = [], {}
    task = Dice(before_draw=asked.append)
    with drawing() as ours:
        ours.rows(task, 30, kept=kept)
        assert_same(ours.rows(task, 60, kept=kept), Dice().run(0, 60))
    assert asked == list(range(60))


def test_drawing_stops_once_the_errors_are_small_enough():
    def ask(most, tolerance):
        with drawing(most, tolerance=tolerance) as ours:
            return ours.until(
                Dice(),
                lambda rows: rows[0][:, 0],
                lambda values: {"mean": values.std() / np.sqrt(len(values)), "other": np.nan},
                ours.settings.limits(["mean", "other"]),
            )

    sd = np.sqrt(1 / 12)
    assert len(ask(5000, 2 * sd / 10)) == 100
    assert len(ask(5000, 0.9 * sd / 20)) == 800
    assert len(ask(250, 1e-9)) == 250
    np.testing.assert_array_equal(ask(5000, 0.9 * sd / 20), Dice().run(0, 800)[0][:, 0])


def test_without_a_tolerance_no_error_is_asked_for():
    with drawing(10) as ours:
        found = ours.until(Dice(), lambda rows: rows[0], lambda _: pytest.fail("nobody asked"), {})
    assert len(found) == 10


def test_progress_is_shown_in_pieces(monkeypatch):
    shown = []

    def progress(items, total, what, unit):
        shown.append((total, what, unit))
        yield from items

    monkeypatch.setattr(pieces, "progress", progress)
    with drawing(25) as ours:
        ours.rows(Dice())
    assert shown == [(3, "test", "piece")]
