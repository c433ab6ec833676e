"""What can flow from offers to needs."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from socluster.measures.services.flows import Flows

REACH = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: arrays(float, shape, elements=st.sampled_from([0.0, 0.5, 2.0, np.inf]))
)


@given(REACH)
def test_flows_add_up_to_the_rows_and_columns_of_the_table(reach):
    flows = Flows.of(reach)
    finite = np.where(np.isinf(flows.amount), 7.0, flows.amount)
    table = np.where(np.isinf(reach), 7.0, reach)
    assert np.allclose(flows.by_row @ finite, table.sum(axis=1))
    assert np.allclose(flows.by_need @ finite, table.sum(axis=0))
    assert (reach[flows.row, flows.need] == flows.amount).all()


def test_of_truth_values_each_true_is_a_flow():
    assert Flows.of(np.array([[True, False], [True, True]])).need.tolist() == [0, 0, 1]
