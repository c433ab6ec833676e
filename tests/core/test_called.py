import pandas as pd

import socluster as sc
from socluster.core.called import called

NAMES = pd.DataFrame(
    {"actor": ["A", "B", "C"], "name": ["Alpha", "Beta", None], "name_lt": ["Alfa", None, None], "sector": "civic"}
)
TOWN = sc.Cluster.from_tables(NAMES, pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]}))


def test_in_lithuanian_by_the_name_in_english_by_the_label():
    assert called(TOWN, ["C", "A", "B", "stranger"], "lt") == ["C", "Alfa", "Beta", "stranger"]
    assert called(TOWN, ["C", "A"], "en") == ["C", "A"]
    assert called(TOWN, [1, (0, 1)], "lt") == ["1", "(0, 1)"]


def test_groups_have_names_of_their_own():
    groups = pd.DataFrame({"group": ["A"], "name_lt": ["Renginys"]})
    meets = pd.DataFrame({"actor": ["A"], "group": ["A"], "layer": ["attends"]})
    both = sc.Cluster.from_tables(NAMES, groups=groups, affiliations=meets)
    assert called(both, ["A"], "lt") == ["Alfa"]
    assert called(both, ["A"], "lt", "groups") == ["Renginys"]


def test_every_answer_that_names_actors_names_them_so():
    norway = sc.load_dataset("norway_project")
    ids = [label for label in norway.labels if label.isupper()]
    leaves = sc.Scenario("išeina").without_actor("LEU")
    answers = [
        sc.losses(norway),
        sc.worst_case(norway, size=2),
        sc.surviving_ties(norway, without=["LEU"]),
        sc.key_players(norway, k=2),
        sc.core_periphery(norway),
        sc.rank_stability(norway, sc.degree, draws=5, rng=1, drop=0.2),
        sc.attribute(norway, leaves, measure=sc.density, rng=1),
    ]
    for found in answers:
        said = " ".join(found.sentences("lt"))
        assert "Lietuvos edukologijos universitetas" in said, type(found).__name__
        assert not [label for label in ids if f" {label} " in said or f" {label}," in said], type(found).__name__
        assert "LEU" in " ".join(found.sentences("en"))
