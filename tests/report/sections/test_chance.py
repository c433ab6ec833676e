"""More than chance?"""

import warnings

import pytest

import socluster as sc
from socluster.report.sections.chance import chance


@pytest.mark.parametrize(
    ("name", "null"), [("siauliai", sc.nulls.TwoModeDegrees()), ("florentine", sc.nulls.DegreeSequence())]
)
def test_the_null_fits_the_data(facts, name, null):
    cluster = sc.load_dataset(name)
    part = chance(facts(cluster))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = sc.compare_to_null(cluster, [sc.transitivity, sc.fragmentation], null=null, draws=500, rng=7)
    assert part.blocks[0].items[:2] == found.sentences()[:2]
    p = found.to_frame().loc["transitivity", "p"]
    assert ("about as closed" in part.finding) == (p > 0.05)


def test_next_to_nothing_is_not_tested(facts):
    assert chance(facts("AB BC")) is None
