import pandas as pd
import pytest

import socluster as sc
from socluster.development.monitoring.names import alike


def of(*names):
    return sc.Cluster.from_tables(pd.DataFrame({"actor": ["School", *names]}))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("Kelmė centre", "Kelme centre", True),
        ("Kelmė centre", "KELMĖ-CENTRE", True),
        ("Kelmė social-services centre", "Kelmė social services center", True),
        ("school 1", "school 2", False),
        ("school 1", "school 12", False),
        ("Clinic", "Police", False),
        ("a", "b", False),
    ],
)
def test_who_is_called_alike(before, after, found):
    assert (len(alike(of(before), of(after))) == 1) is found


def test_who_stays_is_not_asked():
    assert alike(of("Kelmė centre"), of("Kelmė centre", "Kelme centre")).empty
