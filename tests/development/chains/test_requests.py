"""Who asks, where, and who may serve them."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.chains.chain import chain_of
from socluster.development.chains.requests import asked_pairs, requests_of
from tests.development.chains.towns import STEPS, town


def test_clients_by_entry():
    found = requests_of(chain_of(town(), STEPS), {"S2": 40})
    assert found.amounts.tolist() == [[0, 40]]
    assert found.total == 40
    assert found.is_plain


def test_clients_by_group_anywhere_by_entry_and_in_a_table():
    there = chain_of(town(), STEPS)
    anywhere = requests_of(there, {"families": 40, "others": {"S1": 3}})
    assert np.isinf(anywhere.amounts[0]).all()
    assert anywhere.amounts[1].tolist() == [3, 0]
    assert anywhere.totals.tolist() == [40, 3]
    assert anywhere.anywhere.tolist() == [True, False]
    table = pd.DataFrame({"families": [1.0, 2.0]}, index=["S1", "S2"])
    assert requests_of(there, table).amounts.tolist() == [[1, 2]]


def test_who_serves_whom():
    found = requests_of(chain_of(town(), STEPS), {"families": 1, "others": 1}, {"P1": ["families"], "V1": "others"})
    assert found.serves[:, 4].tolist() == [True, False]
    assert found.serves[:, 6].tolist() == [False, True]
    assert found.serves[:, 7].all()
    assert not found.is_plain


def test_groups_may_name_through_whom_they_go():
    groups = {"families": 1, "others": 1}
    found = requests_of(chain_of(town(), STEPS), groups, {"others": ["P2", "V2"]})
    assert found.serves.tolist() == requests_of(
        chain_of(town(), STEPS), groups, {"P1": ["families"], "V1": ["families"]}
    ).serves.tolist()  # fmt: skip
    with pytest.raises(InputError, match="is no actor"):
        requests_of(chain_of(town(), STEPS), groups, {"others": ["P9"]})


def test_a_school_whose_column_is_empty_is_named():
    told = town().with_columns(pupils={"S1": 50}, partial=True)
    with pytest.raises(InputError, match="row S2, column 'pupils': states no clients; write 0 where nobody asks"):
        requests_of(chain_of(told, STEPS), "pupils")


def test_clients_of_a_school_that_is_gone_still_need_a_service():
    gone = requests_of(chain_of(town().without_actor("S2"), STEPS), {"S1": 50, "S2": 40}, lenient=True)
    assert (gone.gone, gone.total) == (40, 90)


def test_requests_are_groups_at_an_entry_and_groups_anywhere():
    found = requests_of(chain_of(town(), STEPS), {"families": 40, "others": {"S1": 3}})
    enters = np.array([0, 0, 1]), np.array([0, 1, 0])
    assert asked_pairs(found, enters, ["S1", "S2"]) == (["others", "families"], ["S1", None])


@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf")])
def test_a_single_number_that_is_none_is_named(wrong):
    with pytest.raises(InputError, match="must be a finite number of clients, from 0"):
        requests_of(chain_of(town(), STEPS), wrong)
