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
    assert ("does not differ clearly from networks" in part.finding) == (p > 0.05)


@pytest.mark.parametrize(("language", "unlike"), [("en", "about as"), ("lt", "toks pat")])
def test_what_is_not_shown_to_differ_is_not_called_alike(facts, language, unlike):
    star = facts("AB AC AD AE AF AG AH", language=language)  # observed closure is 0, the least that there is
    clear = facts(sc.load_dataset("florentine"), language=language)
    assert all(unlike not in chance(each).finding for each in (star, clear))


def test_next_to_nothing_is_not_tested(facts):
    assert chance(facts("AB BC")) is None
