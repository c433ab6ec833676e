"""Lists that are closed."""

import pytest

import socluster as sc
from socluster.core.errors import InputError


@pytest.mark.parametrize(
    ("load", "servers", "blocked"), [(4, 5, 0.199067), (5, 5, 0.284868), (8, 6, 0.389752), (20, 25, 0.050222)]
)
def test_without_a_place_to_wait(load, servers, blocked):
    found = sc.queues.loss(load * 10, 10, servers)
    assert found.blocked == found.lost_share == pytest.approx(blocked, abs=5e-7)
    assert (found.queue, found.mean_wait, found.wait_probability) == (0, 0, 0)
    assert found.utilisation == pytest.approx(load * (1 - blocked) / servers, abs=1e-6)


def test_a_list_that_is_closed_at_a_length():
    found = sc.queues.loss(40, 10, 5, limit=15)
    assert found.blocked == pytest.approx(0.012494, abs=5e-7)
    assert found.queue == pytest.approx(1.577571, abs=5e-7)
    assert found.mean_wait == pytest.approx(found.queue / (40 * (1 - found.blocked)))
    assert found.exceeds(0.0) == pytest.approx(found.wait_probability)
    assert "0.5 clients a year (1.2%) find the list closed" in " ".join(found.sentences())


def test_a_list_that_is_hardly_ever_closed_is_an_open_one():
    assert sc.queues.loss(40, 10, 5, limit=300).mean_wait == pytest.approx(sc.queues.delay(40, 10, 5).mean_wait)


def test_overload_and_nobody():
    assert sc.queues.loss(500, 10, 5, limit=9).blocked > 0.89
    assert sc.queues.loss(0, 10, 5, limit=9).blocked == 0
    with pytest.raises(InputError, match="at least the number of servers"):
        sc.queues.loss(40, 10, 5, limit=4)


def test_who_is_turned_away_is_told_first():
    said = sc.queues.loss(1e6, 1, 10).sentences()
    assert said[0].startswith("999")
    assert "find the list closed" in said[0]
    assert said[1].endswith("those who are let in need not wait.")
    assert said[1].count("Clients wait") == 0
    waiting = sc.queues.loss(40, 10, 5, limit=15)
    assert waiting.sentences()[1].startswith("Those who are let in wait")
    assert waiting.sentences("lt")[1].startswith("Priimtų klientų laukimas")
    assert waiting.plot_distribution().layout.title.text.startswith("Those who are let in wait")
