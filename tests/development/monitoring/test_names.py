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
        ("Hub", "The Hub", True),
        ("Viltis", "VšĮ „Viltis“", True),
        ("UAB Viltis", "Viltis, UAB", True),
        ("The Hub", "The Pub at the corner", False),
        ("The", "A", False),
        ("school 1", "school 2", False),
        ("school", "school of music", False),
        ("school 1", "school 12", False),
        ("Clinic", "Police", False),
        ("a", "b", False),
    ],
)
def test_who_is_called_alike(before, after, found):
    assert (len(alike(of(before), of(after))) == 1) is found


def test_who_stays_is_not_asked():
    assert alike(of("Kelmė centre"), of("Kelmė centre", "Kelme centre")).empty


@pytest.mark.parametrize(
    ("partners", "found"), [(["School", "Clinic"], True), (["School"], False), (["School", "Police"], False)]
)
def test_more_words_and_the_same_partners_are_alike(partners, found):
    def wave(name, tied):
        actors = pd.DataFrame({"actor": ["School", "Clinic", "Police", name]})
        ties = pd.DataFrame({"source": name, "target": tied, "layer": "works with"})
        return sc.Cluster.from_tables(actors, ties)

    table = alike(wave("Hub", ["School", "Clinic"]), wave("Psychologists' hub in Kelmė", partners))
    assert table.to_numpy().tolist() == ([["Hub", "Psychologists' hub in Kelmė"]] if found else [])
