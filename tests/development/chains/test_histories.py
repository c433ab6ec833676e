"""From what a question states to a task, and from its rows to what happened."""

import numpy as np
import pytest

from socluster.core.errors import InputError
from socluster.development.chains.chain import chain_of
from socluster.development.chains.histories import histories_of, read
from socluster.development.chains.stations import staff_of
from tests.development.chains.towns import DEMAND, STEPS, staffed


def task(cluster=None, **options):
    chain = chain_of(staffed() if cluster is None else cluster, STEPS)
    crew = staff_of(chain, "servers", 10, None)
    told = {"demand": DEMAND, "horizon": 2.0, "seed": 5, **options}
    return histories_of(chain, crew, told.pop("demand"), **told)


def test_rows_are_read_as_they_were_written():
    one = task()
    found = read(one, one.run(0, 3)[0])
    _, trace = one.trace(1)
    assert found.counts[1].tolist() == trace.counts.tolist()
    assert found.sums[1].tolist() == trace.sums.tolist()
    assert found.lists[1].tolist() == trace.waiting.reshape(-1, 3, 2).sum(axis=2).tolist()  # two stations a step
    assert found.values.loc[1, "served"] == trace.counts[4:, 1].sum()


def test_times_at_which_lists_are_counted_hold_the_ends_of_phases():
    grid = task(season=[(0.3, 1), (0.7, 0)], horizon=2.0).grid
    assert np.isclose(grid[:, None], [0, 0.3, 1, 1.3, 2]).any(axis=0).all()
    assert (np.diff(grid) > 1e-6).all()


def test_who_is_not_ranked_goes_last():
    assert task(priority={"S2": 0}).ranks.tolist() == [1, 0]
    assert task().ranks.tolist() == [0, 0]


def test_names_of_nobody_are_passed_over_only_where_scenarios_need_it():
    assert task(start={"P9": 3}, lenient=True).start.sum() == 0
    with pytest.raises(InputError, match="is no actor"):
        task(start={"P9": 3})
