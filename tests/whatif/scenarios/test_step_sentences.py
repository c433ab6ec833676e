"""What happens in a scenario, told step by step in both languages."""

import pytest

from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step
from socluster.whatif.scenarios.step_sentences import sentence
from socluster.whatif.ties import Stated
from socluster.whatif.ties.values import FrozenMapping


def test_what_happens_is_told_in_both_languages():
    scenario = (
        Scenario("reform")
        .with_actor("hub", sector="public", place="Kelmė")
        .with_ties("hub", Stated({"School": 0.5}), layer="referral")
        .with_ties("hub", ["A", "B", "C"], weight=2.5)
        .with_merger(["A", "B"], "C")
        .with_split("D", {"E": ["X"], "F": {"Y": 0.5}}, rest="E")
        .with_strength("A", "B", by=2)
        .with_strength("A", "B", weight="coalition", layer="help")
        .with_event("Forum", ["A", "B"])
        .with_affiliation("A", "Forum")
        .with_capacity("A", "Forum", 5)
        .with_attributes("A", places=12)
        .with_group("G", kind="service")
        .without_actor("A")
        .without_actor(["A", "B"])
        .without_ties("A", "B", layer="help")
        .without_ties("A")
        .without_ties(layer="help")
    )
    assert scenario.sentences() == [
        "reform:",
        "hub joins (sector public, place Kelmė)",
        "ties of hub (layer referral): the ties were stated by the analyst: School 0.5",
        "new ties of hub with A, B and C (weight 2.5)",
        "A and B merge into C",
        "D splits into E (X, all else) and F (0.5 Y)",
        "the tie of A with B becomes 2 times as strong",
        "the tie of A with B gets the strength coalition (layer help)",
        "the event Forum is held, with A and B",
        "A also belongs to Forum",
        "the capacity of A in Forum becomes 5",
        "A changes: places 12",
        "the group G is set up (kind service)",
        "A leaves",
        "A and B leave",
        "the tie of A with B ends (layer help)",
        "all ties of A end",
        "all ties of the layer help end",
    ]
    lithuanian = scenario.sentences("lt")
    assert lithuanian == [
        "reform:",
        "prisijungia hub (sektorius: viešasis, vieta: Kelmė)",
        "ryšiai, kuriuos užmezga hub (sluoksnis: nukreipimas): ryšius nurodė analitikas: School 0,5",
        "užsimezga nauji ryšiai: hub – A, B ir C (svoris: 2,5)",
        "susijungia A ir B; bendras pavadinimas – C",
        "D skyla į dalis: E (X, visa kita) ir F (0,5 Y)",
        "ryšys A – B: stiprumas padauginamas iš 2",
        "ryšys A – B: stiprumas tampa koalicija (sluoksnis: help)",
        "vyksta renginys Forum; dalyvauja A ir B",
        "A įsitraukia ir į: Forum",
        "A pajėgumas (Forum) tampa 5",
        "A keičiasi: vietų skaičius: 12",
        "įsteigiama grupė G (rūšis: paslauga)",
        "pasitraukia A",
        "pasitraukia A ir B",
        "ryšys A – B nutrūksta (sluoksnis: help)",
        "nutrūksta visi ryšiai, kuriuos turi A",
        "nutrūksta visi sluoksnio „help“ ryšiai",
    ]
    assert len(set(lithuanian)) == len(set(scenario.sentences())) == 18
    assert not set(lithuanian[1:]) & set(scenario.sentences()[1:])


@pytest.mark.parametrize(
    ("step", "english", "lithuanian"),
    [
        (
            Step("with_ties", ("A", ("B",)), (("layer", "tie"), ("sure", True), ("note", None))),
            "new ties of A with B (sure yes)",
            "užsimezga nauji ryšiai: A – B (sure: taip)",
        ),
        (
            Step("with_ties", ("A", Stated({"B": 0.5})), (("layer", "help"), ("directed", True))),
            "ties of A (layer help, directed): the ties were stated by the analyst: B 0.5",
            "ryšiai, kuriuos užmezga A (sluoksnis: help, kryptiniai): ryšius nurodė analitikas: B 0,5",
        ),
        (
            Step("with_split", ("A", FrozenMapping({"B": [], "C": ["X"]})), (("tie", "help"),)),
            "A splits into B (–) and C (X) (the parts are tied in help)",
            None,
        ),
        (Step("with_actor", ("{A}",)), "{A} joins", "prisijungia {A}"),
    ],
)
def test_what_goes_without_saying_is_not_told(step, english, lithuanian):
    assert sentence(step) == english
    assert lithuanian in (None, sentence(step, "lt"))
