"""A cluster in words."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.plot.clusters.description import counts, description, notes_of
from socluster.plot.clusters.marks import actor_marks
from tests.plot.clusters.town import town


@pytest.fixture
def two_mode():
    return Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B", "C"], "sector": ["public", "civic", None]}),
        groups=pd.DataFrame({"group": ["E1", "E2"]}),
        affiliations=pd.DataFrame({"actor": ["A", "B", "A"], "group": ["E1", "E1", "E2"]}),
    )


def told(cluster, heading="", language="en", with_groups=False):
    actors = actor_marks(cluster, heading or None, None, language)
    return description(cluster, with_groups, actors, "Town", heading, language)


def test_counts_have_a_singular_and_in_lithuanian_three_forms(two_mode):
    assert counts(town(), False, "en") == ["5 actors", "5 ties"]
    assert counts(town(), False, "lt") == ["5 veikėjai", "5 ryšiai"]
    assert counts(two_mode, True, "en") == ["3 actors", "2 groups", "3 affiliations"]
    assert counts(two_mode, False, "en") == ["3 actors"]
    crowd = Cluster.from_tables(pd.DataFrame({"actor": [f"a{n}" for n in range(21)]}))
    assert counts(crowd, True, "lt") == ["21 veikėjas"]
    assert counts(Cluster.from_tables(pd.DataFrame({"actor": ["a"]})), True, "en") == ["1 actor"]
    assert counts(Cluster.from_tables(pd.DataFrame({"actor": []})), True, "en") == []


def test_the_colour_and_who_has_most_partners():
    assert told(town(), "sector") == (
        "Town. Town <b> & co: 5 actors, 5 ties. Colour shows sector: public 2, civic 1, private 1, not stated 1. "
        "Most partners: Clinic (2), NGO (2), Mokykla Šiauliuose (1). 1 actor without ties."
    )
    assert told(town(), "sector", "lt") == (
        "Town. Town <b> & co: 5 veikėjai, 5 ryšiai. "
        "Spalva – sektorius: viešasis 2, pilietinis 1, privatus 1, nenurodyta 1. "
        "Daugiausia partnerių turi: Clinic (2), NVO (2), Mokykla (1). 1 veikėjas be ryšių."
    )


def test_quantities_are_told_by_their_range():
    assert "Colour shows budget: from 0.5 to 4." in told(town(), "budget")
    assert "Spalva – budget: nuo 0,5 iki 4." in told(town(), "budget", "lt")
    nothing_known = Cluster.from_tables(pd.DataFrame({"actor": ["a"], "budget": pd.array([None], dtype="Float64")}))
    assert "Colour shows budget: not stated." in told(nothing_known, "budget")


def test_in_a_two_mode_cluster_affiliations_count(two_mode):
    assert told(two_mode, with_groups=True) == (
        "Town. 3 actors, 2 groups, 3 affiliations. Most affiliations: A (2), B (1). 1 actor without affiliations."
    )
    assert told(two_mode, language="lt", with_groups=True).endswith("1 veikėjas niekur nedalyvauja.")


def test_where_nobody_is_tied_that_is_said():
    isolates = Cluster.from_tables(pd.DataFrame({"actor": ["a", "b"]}))
    assert told(isolates) == "Town. 2 actors. 2 actors without ties."
    nobody = Cluster.from_tables(pd.DataFrame({"actor": []}))
    assert told(nobody, "sector") == "Town. There is nothing to show."


def test_notes_tell_what_the_area_shows_and_what_cannot_be_seen():
    named, unnamed = (pd.Series([1.0], index=["ngo"], name=name) for name in ("ei_index", None))
    assert notes_of(town(), False, named, "en", blind=True, n_firm=3) == [
        "Town &lt;b&gt; &amp; co",
        "5 actors",
        "5 ties",
        "Firm: the backbone (3)",
        "Area: E-I index",
        "Direction: under the pointer only",
    ]
    assert notes_of(town(), False, named, "lt")[-1] == "Plotas: E–I indeksas"
    assert notes_of(town(), False, unnamed, "en")[-1] == "Area: the values given"
    evil = named.rename("<b>")
    assert notes_of(town(), False, evil, "en")[-1] == "Area: &lt;b&gt;"
    assert notes_of(Cluster.from_tables(pd.DataFrame({"actor": []})), False, named, "en", blind=True) == []
