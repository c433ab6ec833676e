"""What the flow says, in both languages: no more than was computed, and the assumption that it rests on."""

import pytest

import socluster as sc
from tests.development.chains.towns import DEMAND, STEPS, chain, town


def said(cluster, demand=DEMAND, language="en", **options):
    return " ".join(sc.referral_flow(cluster, steps=STEPS, demand=demand, **options).sentences(language))


def test_the_bottleneck_and_its_proof():
    text = said(town())
    assert text.startswith(
        "45 of 90 clients a year get through; P1 and P2 together are the bottleneck: one place more at either lets one "
        "more through. No plan serves more: everybody has to pass P1 and P2 (places together: 45)."
    )
    assert "Who gets the places is not determined by capacity: S1 5 to 45 and S2 0 to 40." in text
    assert "Assumed: clients are passed on at once" in text
    assert "per metus" in said(town(), language="lt")
    assert "a week" in said(town(), unit="week")


@pytest.mark.parametrize(
    ("capacity", "demand", "told"),
    [
        ({}, {"S1": 5, "S2": 5}, "All 10 clients a year get through."),
        ({"P1": 0, "P2": 0}, DEMAND, "None of the 90 clients a year gets through."),
        (
            {},
            {"S2": 80},
            "40 of 80 clients a year get through; C2 is the bottleneck: one place more there lets one more",
        ),
        ({}, {"S1": 0}, "No client asks for a service."),
        ({"P1": 50, "P2": 50}, DEMAND, "C1 and C2 together are the bottleneck"),
        ({"P1": 40, "P2": 30, "C1": 40, "C2": 30}, DEMAND, "one place more at any one actor lets no more through"),
        ({"C2": 10}, {"S1": 20, "S2": 40}, "some clients are all served where they enter (20 in all), and all others"),
    ],
)
def test_every_case_has_its_sentence(capacity, demand, told):
    assert told in said(town(**capacity), demand)


def test_groups_are_proven_by_prices():
    text = said(town(), {"families": 40, "disability": 30}, serves={"P1": ["families"], "V1": ["families"]})
    assert "no cut proves it; prices do: one place more lets at most so many more through at P1 (1) and P2 (1)" in text
    assert "families 25 to 40 and disability 5 to 20" in text


def test_a_rule_of_fairness_is_named():
    assert "By the rule of the largest smallest share (max-min) get through: S1 25 and S2 20." in said(
        town(), fair="max-min"
    )


def test_ways_that_lead_nowhere_are_told():
    lost = chain({"S1": None, "S2": None, "C1": 9, "P1": 9, "V1": 9}, ["S1 C1", "C1 P1", "P1 V1"])
    assert "44% of the clients enter where no path leads to a service." in said(lost)


def test_tables():
    found = sc.referral_flow(town(), steps=STEPS, demand=DEMAND)
    frame = found.to_frame()
    assert frame.loc["P1"].to_dict() == {
        "step": "psychologist", "capacity": 25.0, "price": 1.0, "plus1": 1.0, "in_cut": True, "in_cut_services": True
    }  # fmt: skip
    assert found.loads().loc["P1"].tolist() == [25, 25]
    assert found.loads().loc["C2"].tolist() == pytest.approx([20, 40])
    flows = found.flows()
    assert flows.loc[flows["target"].isin(["V1", "V2"]), "clients"].sum() == 45
    assert found.bottleneck == ("P1", "P2")


def test_a_picture_of_one_plan():
    alt = sc.referral_flow(town(), steps=STEPS, demand=DEMAND).plot().layout.meta["alt"]
    assert "P2 → V2: 20" in alt or "P2 → V1: 20" in alt
