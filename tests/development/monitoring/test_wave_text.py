import pytest

from tests.development.monitoring.wave_samples import waves


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("ab bc", "ab bc cd", "0.3 or more is advised (Snijders et al. 2010), as there is here"),
        ("ab bc cd da", "ab ac bd", "is doubtful (Snijders et al. 2010), as it is here"),
        ("ab bc cd", "ab ac bd", "here it lies between"),
    ],
)
def test_the_remark_is_no_verdict(first, then, said):
    (remark,) = (each for each in waves(first, then).sentences() if "Snijders" in each)
    assert said in remark
    assert "no verdict" in remark


def test_it_says_what_adds_up_and_who():
    said = waves().sentences()
    assert said[1] == "Ties rise from 6 to 7."
    assert said[2] == "The change of +1 adds up from 0 among those in both, +3 with who came, and −2 with who left."
    assert "2 actors left: e and f." in said
    assert "Most new ties: a and d (2 ties)." in said


def test_a_lost_broker_is_named():
    said = waves("ha hb hc", "ab")
    assert "A broker left: h (betweenness 3.0). It connected 1 pair of others who are in both waves." in repr(said)
    assert "They still reach each other." in repr(said)
    assert "1 of these pairs no longer has a path." in repr(waves("ha hb", "ac bd"))


def test_nothing_changed():
    said = waves("ab", "ab").sentences()
    assert "As many ties after as before: 1." in said
    assert not any("adds up" in each for each in said)
