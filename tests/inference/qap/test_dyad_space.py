"""Which pairs there are, and what is known of their ends."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.qap.dyad_space import DyadSpace


def test_pairs_of_actors_are_off_the_diagonal():
    kite = sc.load_dataset("kite")
    rows, columns = DyadSpace(kite, directed=True).cells
    assert len(rows) == 90
    assert (rows != columns).all()
    rows, columns = DyadSpace(kite, directed=False).cells
    assert len(rows) == 45
    assert (rows < columns).all()


def test_actors_and_groups():
    space = DyadSpace(sc.load_dataset("davis"), directed=True, two_mode=True)
    assert space.shape == (18, 14)
    assert len(space.cells[0]) == 18 * 14
    assert (len(space.ids("row")), len(space.labels("column"))) == (18, 14)
    assert len(space.attribute("column", "name")) == 14
    with pytest.raises(InputError, match="not a column of the groups"):
        space.attribute("column", "sector")


def test_attributes_of_both_ends_are_those_of_actors():
    knoke = sc.load_dataset("knoke")
    space = DyadSpace(knoke, directed=True)
    assert space.attribute("row", "sector").tolist() == space.attribute("column", knoke.actors["sector"]).tolist()
    with pytest.raises(InputError, match="sector"):
        space.attribute("row", "sectr")


def test_nobody():
    assert len(DyadSpace(sc.load_dataset("kite").select(actors=[]), directed=True).cells[0]) == 0
