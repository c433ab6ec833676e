"""The loops around a newcomer, each by itself and against the definitions."""

import numpy as np
import pytest
from hypothesis import given

from socluster._kernels.ego.holes import holes
from socluster._kernels.joining import loops_ego
from socluster._kernels.joining.ego_state import EgoState, ego_state
from tests._kernels.joining.joining_cases import cases, joined, symmetric
from tests._kernels.networks import TOLERANCE


def ready(case):
    """The state, and the candidates with the types that the loops ask for."""
    strength, starts, partners, strengths = case
    lists = np.array(starts, np.int64), np.array(partners, np.int64), np.array(strengths, np.float64)
    return ego_state(strength), lists


def among(state: EgoState, lists):
    size = len(lists[1])
    found = np.zeros(size), np.zeros(size, np.int64), np.zeros(size), np.zeros(size)
    loops_ego.among_partners(*state.ties, state.total, state.largest, *lists, *found)
    return found


@given(cases())
def test_what_the_ties_among_partners_tell(case):
    state, lists = ready(case)
    found = among(state, lists)
    for candidate in range(len(lists[0]) - 1):
        table = joined(*case, candidate).toarray()
        total, largest = table.sum(axis=1), table.max(axis=1, initial=0)
        x = len(table) - 1
        for place in range(lists[0][candidate], lists[0][candidate + 1]):
            q = lists[1][place]
            others = [other for other in range(x) if other != q and table[x, other] and table[q, other]]
            through = table[x, q] + sum(table[x, other] * table[other, q] / total[other] for other in others)
            of_q = sum(
                table[q, other] * table[x, other] / largest[x] + table[q, x] * table[x, other] / largest[other]
                for other in others
            )
            of_x = sum(table[q, other] * table[x, other] / largest[q] for other in others)
            values = [each[place] for each in found]
            assert values[1] == len(others)
            assert values[0] == pytest.approx(through, **TOLERANCE)
            assert values[2] == pytest.approx(of_q, **TOLERANCE)
            assert values[3] == pytest.approx(of_x, **TOLERANCE)


def contact_sums(state: EgoState, lists, *, logarithmic, before):
    result = np.empty((len(lists[0]) - 1, len(state.total) + 1))
    known = (*state.rows, *state.ties, state.between, state.total, state.per_total)
    loops_ego.contact_sums(*known, *lists, among(state, lists)[0], logarithmic, before, result)
    return result


def spread_of(table):
    """By the definition: sum over contacts of (x_ij / s_i)^2 ln x_ij, with all that runs between them in x_ij."""
    total, tied = table.sum(axis=1), table > 0
    per_total = np.divide(1, total, out=np.zeros(len(total)), where=total > 0)
    through = np.where(tied, table + table @ np.diag(per_total) @ table, 1.0)
    return ((through * per_total[:, None]) ** 2 * np.log(through)).sum(axis=1)


@given(cases())
def test_sums_over_contacts_and_the_hierarchies_that_follow(case):
    state, lists = ready(case)
    spread_before = spread_of(case[0].toarray())
    constraint = contact_sums(state, lists, logarithmic=False, before=state.constraint)
    spread = contact_sums(state, lists, logarithmic=True, before=spread_before)
    hierarchy = np.empty_like(spread)
    loops_ego.hierarchies(state.contacts, state.total, *lists, constraint, spread, hierarchy)
    for candidate in range(len(lists[0]) - 1):
        network = joined(*case, candidate)
        measured = holes(network, directed=False)
        assert constraint[candidate] == pytest.approx(measured.constraint, **TOLERANCE)
        assert hierarchy[candidate] == pytest.approx(measured.hierarchy, rel=1e-8, abs=1e-8, nan_ok=True)
        connected = np.diff(network.indptr) > 0
        assert spread[candidate, connected] == pytest.approx(
            spread_of(network.toarray())[connected], rel=1e-8, abs=1e-8
        )


@pytest.mark.parametrize(("strength", "eased"), [(4.0, 0.375), (2.0, 0.25), (1.0, 0.0), (0.5, 0.0)])
def test_beside_a_strong_newcomer_the_other_ties_of_its_partner_count_less(strength, eased):
    """0, 1 and 2 are tied to each other by 1, x to 0: 1 and 2 repeat less of each other if x is the strongest of 0."""
    state = ego_state(symmetric(3, {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0}))
    sizes = np.zeros((1, 4))
    lists = np.array([0, 1]), np.array([0]), np.array([strength])
    loops_ego.eased(*state.rows, *state.ties, state.total, state.largest, *lists, sizes)
    assert sizes[0] == pytest.approx([0, eased, eased, 0])
