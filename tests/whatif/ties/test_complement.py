"""Ties where one side offers what the other needs, by hand."""

import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import Complement
from tests.whatif.ties.tie_samples import fitted, to, town, with_hub


def test_needs_meet_offers_both_ways():
    # Hub needs a lawyer (Court) and offers a psychologist (School and NGO need one)
    model = Complement("needs", "offers", rate=0.5)
    assert to(model) == {"Court": 0.5, "School": 0.5, "NGO": 0.5}
    assert to(Complement("needs", "offers", rate=0.5, otherwise=0.2))["Court"] == pytest.approx(1 - 0.8 * 0.5)
    assert fitted(model, directed=True) == {("Hub", "Court"): 0.5, ("School", "Hub"): 0.5, ("NGO", "Hub"): 0.5}
    service = Complement("needs", "offers", rate=0.5, runs="to_need")
    assert fitted(service, directed=True) == {("Court", "Hub"): 0.5, ("Hub", "School"): 0.5, ("Hub", "NGO"): 0.5}


def test_several_needs_count_and_layers_and_mappings_do_as_well():
    mapping = Complement({"School": ["a", "b", "c"]}, {"Hub": ["a", "b"]}, rate=0.5)
    assert to(mapping) == {"School": 0.75}
    cluster = with_hub(town()).with_affiliation("Hub", "autumn", layer="provides", confidence=0.5)
    layers = Complement({"Firm": ["autumn"]}, "provides", rate=0.8)
    assert to(layers, cluster=cluster) == {"Firm": pytest.approx(0.4)}
    with pytest.raises(InputError, match="did you mean 'needs'"):
        Complement("neds", "offers", rate=0.5).fit(cluster, "Hub", "tie")
    with pytest.raises(InputError, match="did you mean 'School'"):
        Complement({"Schol": ["a"]}, "offers", rate=0.5).fit(cluster, "Hub", "tie")


def test_a_layer_of_ties_says_of_nobody_what_it_needs():
    cluster = with_hub(town())
    (layer, *_) = cluster.tie_layers
    with pytest.raises(InputError, match=layer):
        Complement(needs=layer, offers=layer, rate=0.5).fit(cluster, "Hub", layer)
