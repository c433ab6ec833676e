"""Sentences about one, about several and about nothing, in both languages."""

import pandas as pd
import pytest

import socluster as sc


def town(*pairs):
    return sc.as_cluster(pd.DataFrame(pairs, columns=["source", "target"]))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([("a", "b")], [("a", "b"), ("c", "d")], "2 actors came: c and d."),
        ([("a", "b"), ("b", "c")], [("a", "b")], "1 actor left: c."),
        ([("a", "b"), ("b", "c")], [("a", "b")], "Gone: b – c."),
        ([("a", "b")], [("a", "b")], "1 stayed, 0 came, 0 went."),
    ],
)
def test_what_is_said(before, after, said):
    assert said in repr(sc.compare(town(*before), town(*after), measures=[sc.density]))


def test_long_lists_are_cut_and_lithuanian_counts():
    after = town(*[("a", f"n{n}") for n in range(21)])
    changes = sc.compare(town(("a", "n0")), after, measures=[sc.density])
    assert "and 15 more" in repr(changes)
    assert "Atsirado 20 veikėjų" in "\n".join(changes.sentences("lt"))


@pytest.mark.filterwarnings("ignore::socluster.core.errors.ProjectionWarning")
@pytest.mark.filterwarnings("ignore::socluster.core.errors.SingleEventWarning")
def test_measures_of_affiliations_alone_are_said_to_be_those_of_projections():
    """Two clusters without ties, of which measures are not 0, do not work without ties; nor are projected ties new."""
    before, after = (
        sc.Cluster.from_tables(
            pd.DataFrame({"actor": list("abcd")}),
            groups=pd.DataFrame({"group": ["g", "h"]}),
            affiliations=pd.DataFrame({"actor": list("abcd"), "group": groups}),
        )
        for groups in (["g", "g", "h", "h"], ["g", "g", "g", "h"])
    )
    both = sc.compare(before, after).sentences()
    assert both[1].startswith("Both hold affiliations and no ties: measures are those of their projections")
    assert any(line.startswith("Affiliations in the layer 'affiliation': 3 stayed, 1 came, 1 went") for line in both)
    assert "no ties between the actors" not in "".join(both)
    assert sc.compare(before, before.project()).sentences()[1].startswith("Before holds affiliations and no ties")
    assert sc.compare(before.project(), after).sentences()[1].startswith("After holds affiliations and no ties")
    assert "projection" not in "".join(sc.compare(before.project(), after.project()).sentences())
    assert "projekcij" in sc.compare(before, after).sentences("lt")[1]


@pytest.mark.parametrize(("directed", "between"), [(True, "→"), (False, "–")])
@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_tie_with_a_direction_is_written_with_an_arrow(directed, between, language):
    actors, layers = pd.DataFrame({"actor": ["1", "2", "3"]}), {"tie": {"directed": directed}}
    before, after = (
        sc.Cluster.from_tables(actors, pd.DataFrame({"source": ["2", "3"], "target": ends}), layers=layers)
        for ends in (["3", "1"], ["1", "1"])
    )
    said = " ".join(sc.compare(before, after).sentences(language))
    ends = ("2 → 1", "2 → 3") if directed else ("1 – 2", "2 – 3")
    assert all(each in said for each in ends)
    assert between in said
    assert ("→" in said) == directed
