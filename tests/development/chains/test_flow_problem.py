"""The programme itself: plans keep to their limits, what one place more brings, and shares as even as can be."""

import numpy as np
import pytest

from socluster.development.chains.flow_problem import FlowProblem, WholeClients, tidy


def problem(capacity, amounts=(3.0, 9.0), serves=None):
    """Two schools that both reach two services."""
    amounts = np.atleast_2d(np.array(amounts))
    return FlowProblem(
        step_of=np.array([0, 0, 1, 1]),
        sources=np.array([0, 0, 1]),
        targets=np.array([2, 3, 3]),
        capacity=np.array([np.inf, np.inf, *capacity], dtype=float),
        amounts=amounts,
        totals=np.where(np.isinf(amounts), 5.0, amounts).sum(axis=1),
        serves=np.ones((len(amounts), 4), dtype=bool) if serves is None else serves,
    )


def test_a_plan_keeps_to_its_limits():
    found = problem([2, 4])
    assert found.served == 6
    assert (found.load @ found.plan <= found.capacity + 1e-9).all()
    assert np.abs(found.balance @ found.plan).max() < 1e-9
    assert found.with_one_more(2) == found.with_one_more(3) == 1
    assert found.whole() == WholeClients(6, is_proven=True)


def test_the_smallest_share_is_as_large_as_can_be_and_then_the_next():
    found = problem([2, 6], amounts=(4.0, 12.0))
    rows, asked = found.requests
    shares = rows @ found.fair() / asked
    assert shares.tolist() == pytest.approx([0.5, 0.5])
    lexicographic = problem([4, 2], amounts=(4.0, 12.0))  # the second school has two places, whatever is done
    rows, asked = lexicographic.requests
    assert (rows @ lexicographic.fair() / asked).tolist() == pytest.approx([1.0, 1 / 6])


def test_a_group_that_may_enter_anywhere():
    found = problem([2, 2], amounts=[[np.inf, np.inf], [3.0, 0.0]])
    found = FlowProblem(
        found.step_of, found.sources, found.targets, found.capacity, found.amounts, np.array([5.0, 3.0]), found.serves
    )
    assert found.served == 4
    low, high = found.range_of(found.requests[0][[1]].toarray()[0])
    assert (low, high) == (1, 4)  # the others have three at most
    assert [side.tolist() for side in found.cuts()] == [[False, False, True, True]] * 2


def test_whole_clients_have_whole_places():
    assert problem([2.5, 4.9]).whole().served == 6
    assert problem([0.5, 0.5]).whole().served == 0


def test_numbers_lose_what_is_rounding_only():
    assert tidy(2.0000000001, 10) == 2.0
    assert tidy(2.4, 10) == 2.4
