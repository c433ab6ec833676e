"""Several queues: a network of Jackson with computed numbers, and the approximation with patience."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError

NAMES = ["a", "b", "c"]
SHARES = [[0, 0.6, 0.1], [0, 0, 0.5], [0, 0.1, 0]]


def example(**options):
    return sc.queues.network(
        **{"arrival_rate": [40, 0, 0], "routing": SHARES, "service_rate": [30, 20, 9], "servers": [2, 2, 3], **options}
    )


def test_example():
    found = example()
    assert found.arrivals.tolist() == pytest.approx([40, 25.684211, 16.842105], abs=5e-7)
    assert found.mean_wait.tolist() == pytest.approx([0.026667, 0.035077, 0.037978], abs=5e-7)
    assert found.number == pytest.approx(7.096119, abs=5e-7)
    assert found.mean_stay == pytest.approx(0.177403, abs=5e-7)
    assert found.to_frame()["number"].sum() == pytest.approx(found.number)


def test_names_and_tables_are_the_same():
    by_name = example(
        arrival_rate=dict(zip(NAMES, [40, 0, 0], strict=True)),
        routing=pd.DataFrame(SHARES, index=NAMES, columns=NAMES),
        service_rate=pd.Series([30, 20, 9], index=NAMES),
    )
    assert by_name.mean_wait.tolist() == example().mean_wait.tolist()
    assert by_name.mean_wait.index.tolist() == NAMES
    assert "they wait longest at c: 1.97 weeks on average" in by_name.sentences()[0]


def test_who_gives_up_is_not_passed_on():
    found = example(patience_rate=2)
    assert (found.arrivals < example().arrivals + 1e-12).all()
    served = found.arrivals * (1 - found.to_frame()["lost_share"])
    assert found.arrivals.tolist() == pytest.approx((np.array([40, 0, 0]) + np.array(SHARES).T @ served).tolist())
    assert 0 < found.lost_share < 1
    assert "approximation" in " ".join(found.sentences())


def test_a_station_above_capacity_is_named():
    found = example(servers=[2, 1, 3])
    assert found.mean_stay == np.inf
    assert found.sentences()[0].endswith("the list grows without end at 2.")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"routing": [[0, 1, 0.2], [0, 0, 0], [0, 0, 0]]}, "entry '1', argument 'routing': adds up to more than 1"),
        ({"routing": [[0, 1, 0], [0, 0, 1], [0, 1, 0]]}, "clients never leave"),
        ({"routing": [[0, 1], [1, 0]]}, "must be a table of shares"),
        ({"routing": {"1": {"4": 0.5}}}, "is no station"),
        ({"routing": {"1": 0.5}}, "must be a table of shares"),
        ({"routing": "evil"}, "must be a table of shares"),
        ({"arrival_rate": 40}, "give a rate for each station"),
        ({"servers": [2, 2]}, "has another length than there are stations"),
        ({"servers": {"1": 2}}, "has no value"),
        ({"servers": [2, 1.5, 3]}, "half a post"),
        ({"service_rate": {"1": 2, "2": 3, "3": 4, "4": 5}}, "is no station"),
    ],
)
def test_what_is_no_network_is_refused(change, told):
    with pytest.raises(InputError, match=told):
        example(**change)
