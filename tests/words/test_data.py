"""What columns and values are called: known ones in both languages, a user's own as they are."""

import pytest

import socluster as sc
from socluster.core.schema import EVIDENCE, KNOWN
from socluster.words import column_name, value_name
from socluster.words.data import _VALUES

DATASETS = (
    "siauliai",
    "care_reform",
    "norway_project",
    "day_centres",
    "knoke",
    "florentine",
    "karate",
    "kite",
    "davis",
)


@pytest.mark.parametrize("table", KNOWN)
def test_every_column_of_the_schema_has_a_lithuanian_name(table):
    for column in KNOWN[table]:
        assert column_name(column, "lt") != column
        assert column_name(column) == column


def test_every_kind_of_evidence_has_a_lithuanian_name():
    assert all(value_name("evidence", word, "lt") != word for word in EVIDENCE)


def test_every_step_of_every_ladder_has_a_lithuanian_name():
    steps = [level for ladder in sc.SCALES.values() for level in ladder.levels]
    assert len(steps) > 15
    assert all(value_name("ladder", level, "lt") != level for level in steps)


@pytest.mark.parametrize("name", DATASETS)
def test_layers_sectors_levels_and_kinds_of_the_shipped_datasets_have_names(name):
    cluster = sc.load_dataset(name)
    assert {*cluster.layers} <= set(_VALUES["layer"])
    for column in ("sector", "level", "kind"):
        for frame in (cluster.actors, cluster.groups):
            if column in frame:
                assert set(frame[column].dropna()) <= set(_VALUES[column])


def test_a_value_means_what_its_column_says():
    assert value_name("kind", "region", "lt") == "regionas"
    assert value_name("place", "region", "lt") == "region"
    assert value_name("layer", "parent", "lt") == "pavaldumas"
    assert column_name("parent", "lt") == "kam pavaldus"


@pytest.mark.parametrize("own", ["", "{n}", "%s", "<b>", "Public", "kaina"])
def test_what_is_a_users_own_stays_as_it_is(own):
    assert column_name(own, "lt") == own
    assert value_name("sector", own, "lt") == own
    assert value_name(own, "public", "lt") == "public"
