"""Who belongs to which group, seen from the actors and from the groups."""

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError, UncertainTiesWarning
from socluster.measures.shared.incidence import incidence

ROWS = [("a", "x", "attends", 3.0, 1.0), ("a", "x", "funds", 2.0, 0.5), ("b", "x", "funds", 1.0, 0.5)]


def club(rows=ROWS, **options):
    frame = pd.DataFrame([*rows], columns=["actor", "group", "layer", "weight", "confidence"])
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": list("abc")}),
        groups=pd.DataFrame({"group": ["y", "x"]}),
        affiliations=frame,
        **options,
    )


@pytest.mark.filterwarnings("ignore::socluster.core.errors.UncertainTiesWarning")
def test_a_member_is_a_one_however_strong_or_often():
    of_actors, of_groups = incidence(club()), incidence(club(), mode="groups")
    assert of_actors.matrix.toarray().tolist() == [[0, 1], [0, 1], [0, 0]]
    assert of_actors.index.tolist() == ["a", "b", "c"]
    assert of_actors.index.name == "actor"
    assert of_actors.shape == (3, 2)
    assert of_groups.matrix.toarray().tolist() == of_actors.matrix.toarray().T.tolist()
    assert of_groups.index.tolist() == ["y", "x"]
    assert of_groups.index.name == "group"
    assert of_groups.shape == (2, 3)
    assert incidence(club(), "attends").matrix.toarray().tolist() == [[0, 1], [0, 0], [0, 0]]


def test_the_cluster_keeps_its_weights():
    cluster = club(ROWS[:1])
    incidence(cluster)
    assert cluster.affiliation_matrix().toarray().tolist() == [[0, 3], [0, 0], [0, 0]]


def test_a_series_has_a_row_for_every_member_of_the_mode():
    found = incidence(club(ROWS[:1]), mode="groups").series([1, 2], "size")
    assert found.to_dict() == {"y": 1, "x": 2}
    assert (found.name, found.index.name, found.dtype) == ("size", "group", int)


@pytest.mark.parametrize(("layer", "said"), [(None, "2 uncertain affiliations"), ("funds", "2 uncertain affiliations")])
def test_uncertain_affiliations_are_counted_in_the_layer(layer, said):
    with pytest.warns(UncertainTiesWarning, match=f"measured as if {said} existed") as caught:
        incidence(club(), layer)
    assert len(caught) == 1


def test_certain_affiliations_are_not_warned_about(recwarn):
    incidence(club(), "attends")
    assert not recwarn.list


def test_wrong_questions_are_refused(kite):
    with pytest.raises(InputError, match="has no groups, so it is not a two-mode network"):
        incidence(kite)
    with pytest.raises(InputError, match=r"^the cluster has no groups"):
        incidence(sc.Cluster.from_tables(pd.DataFrame({"actor": ["a"]})))
    with pytest.raises(InputError, match=r"mode must be one of 'actors', 'groups'.*did you mean 'groups'"):
        incidence(club(), mode="group")
    with pytest.raises(InputError, match="did you mean 'attends'"):
        incidence(club(), "attend")
