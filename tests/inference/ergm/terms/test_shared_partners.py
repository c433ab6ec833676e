"""Terms of shared_partners: exact values of small networks, and what is refused."""

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.ergm.model import model_of
from socluster.inference.ergm.terms import shared_partners
from tests.inference.ergm.exact import agrees, of_family

VALUES = of_family(shared_partners.__all__)


@pytest.mark.parametrize(("graph", "name"), VALUES)
def test_values_are_exact(graph, name):
    assert agrees(graph, name)


def test_names_are_those_of_statnet():
    terms = [shared_partners.gwesp(0.5), shared_partners.esp([0, 1]), shared_partners.gwdsp(1, kind="OSP")]
    found = model_of(sc.load_dataset("knoke"), terms, layer="information")
    assert found.names == ("gwesp.OTP.fixed.0.5", "esp.OTP#0", "esp.OTP#1", "gwdsp.OSP.fixed.1")
    assert model_of(sc.load_dataset("florentine"), terms[:1], layer="marriage").names == ("gwesp.fixed.0.5",)


def test_dyads_are_ties_and_others():
    terms = [each(0.5, kind="RTP") for each in (shared_partners.gwdsp, shared_partners.gwesp, shared_partners.gwnsp)]
    all_dyads, ties, others = model_of(sc.load_dataset("knoke"), terms, layer="information").statistics()
    assert all_dyads == pytest.approx(ties + others)


def test_there_are_no_ties_between_those_who_share_partners_in_two_modes():
    with pytest.raises(InputError, match="gwb1dsp"):
        model_of(sc.load_dataset("davis"), [shared_partners.gwesp(0.5)])


def test_kinds_are_of_directed_networks():
    with pytest.raises(InputError, match="leave kind= out"):
        model_of(sc.load_dataset("florentine"), [shared_partners.gwesp(0.5, kind="ISP")], layer="marriage")


def test_a_kind_is_one_of_five():
    with pytest.raises(InputError, match="OTP"):
        shared_partners.gwesp(0.5, kind="OTPP")
