"""A projection beside what it was made of: graphs of other libraries say so, with the way out."""

import warnings

import pytest

import socluster as sc
from socluster.core.errors import TwoModesWarning
from socluster.io.objects.two_modes import n_beside_projection


@pytest.mark.parametrize("convert", [sc.to_networkx, sc.to_igraph])
def test_a_projection_with_its_events_is_told_and_the_way_out_is_quiet(convert):
    projected = sc.load_dataset("siauliai").project()
    with pytest.warns(TwoModesWarning, match=r"46 affiliations .* cluster\.select\(keep_groups=False\)"):
        convert(projected)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        convert(projected.select(keep_groups=False))
        convert(sc.load_dataset("siauliai"))
        convert(sc.load_dataset("kite"))


def test_affiliations_that_no_tie_was_made_of_are_no_matter():
    town = sc.load_dataset("kite").with_group("fair").with_affiliation("0", "fair")
    assert n_beside_projection(town.to_tables()) == 0
