"""What scenarios would change, as the page gets it."""

import json

import pandas as pd
import pytest

import socluster as sc
from socluster.app.answers.change import _together, change, joins_with_ties, of_outcome, one_draw
from socluster.core.errors import InputError

pytestmark = pytest.mark.filterwarnings("ignore::socluster.core.errors.ProjectionWarning")

HUB = (
    sc.Scenario("hub")
    .with_actor("hub", sector="public")
    .with_ties("hub", sc.ties.Rates(layer="co-attends"), layer="co-attends")
)
LEAVES = sc.Scenario("no ministry").without_actor("MSSL")


def plain(*scenarios):
    return [{"name": each.name, "steps": json.loads(each.to_json())["steps"]} for each in scenarios]


@pytest.fixture(scope="module")
def region():
    return sc.load_dataset("siauliai")


def test_the_numbers_are_those_of_compare_with_the_same_seed(region):
    question = {
        "kind": "change",
        "scenarios": plain(HUB),
        "measures": ["fragmentation", "constraint"],
        "draws": 60,
        "seed": 3,
    }
    found = change(region, question)
    measures = [sc.fragmentation, sc.constraint]
    table = sc.compare(region, [HUB], measures=measures, draws=60, rng=3, null=True).to_frame()
    for name in ("fragmentation", "constraint"):
        shown = {key: value for key, value in found["changes"]["hub"][name].items() if key != "null_mean"}
        for column, value in shown.items():
            assert value == table.loc[("hub", name), column]
    assert (found["draws"], found["interval"], found["seed"], found["isCertain"]) == (60, 0.9, 3, False)


def test_how_exact_the_ends_are_is_said_where_something_is_drawn(region):
    asked = {"kind": "change", "measures": ["constraint"], "draws": 60, "seed": 3}
    drawn = change(region, {**asked, "scenarios": plain(HUB, LEAVES)})
    row = drawn["changes"]["hub"]["constraint"]
    assert drawn["ends"]["measure"] == "constraint"
    assert drawn["ends"]["share"] == pytest.approx(drawn["ends"]["error"] / (row["high"] - row["low"]))
    few = change(region, {**asked, "scenarios": plain(HUB), "draws": 10})
    assert few["ends"] == {"measure": "constraint", "error": None, "share": None}
    assert "ends" not in change(region, {**asked, "scenarios": plain(LEAVES)})


def test_of_several_outcomes_the_least_exact_ends_are_told(region):
    asked = {"kind": "change", "measures": ["constraint"], "draws": 60, "seed": 3}
    meets = sc.Scenario("meets").with_ties(
        "Bishops' Conference", sc.ties.Stated({"Venta care home": 0.5}), layer="co-attends"
    )
    apart = [change(region, {**asked, "scenarios": plain(each)})["ends"]["share"] for each in (HUB, meets)]
    assert change(region, {**asked, "scenarios": plain(HUB, meets)})["ends"]["share"] == max(apart)


def test_no_random_partner_stands_beside_who_leaves(region):
    found = change(region, {"kind": "change", "scenarios": plain(LEAVES), "measures": ["density"]})
    assert "null" not in found["changes"]["no ministry"]["density"]
    assert found["isCertain"]
    assert found["shown"]["no ministry"]["left"] == ["MSSL"]
    assert not joins_with_ties(LEAVES)
    assert joins_with_ties(HUB)


def test_who_joins_stands_beside_a_random_partner_though_another_scenario_has_none(region):
    asked = {"kind": "change", "measures": ["density"], "draws": 20, "seed": 3}
    both = change(region, {**asked, "scenarios": plain(LEAVES, HUB)})
    assert list(both["changes"]) == ["no ministry", "hub"]
    for scenario in (LEAVES, HUB):
        alone = change(region, {**asked, "scenarios": plain(scenario)})
        assert both["changes"][scenario.name] == alone["changes"][scenario.name]
        assert set(alone["assumptions"]["lt"]) <= set(both["assumptions"]["lt"])
    assert not both["isCertain"]
    with pytest.raises(InputError):
        change(region, {**asked, "scenarios": plain(HUB, HUB)})


def test_the_draw_that_is_shown_is_one_of_those_that_were_counted(region):
    def new_ties(cluster):
        return cluster.n_ties

    outcome = sc.compare(region, [HUB], measures={"n": new_ties}, draws=1, rng=5)
    shown = one_draw(region, HUB, 5)
    assert len(shown["ties"]) == outcome.to_frame().loc[("hub", "n"), "delta"]
    assert [each["id"] for each in shown["joined"]] == ["hub"]
    assert all("hub" in pair for pair in shown["ties"])


def test_an_event_is_shown_as_an_event_and_not_as_ties_of_all_with_all(region):
    forum = sc.Scenario("forum").with_event("Forum", ["MSSL", "Kelmė DM", "Telšiai DM"])
    shown = one_draw(region, forum, 1)
    assert shown["events"] == [{"id": "Forum", "actors": ["MSSL", "Kelmė DM", "Telšiai DM"]}]
    assert shown["ties"] == []


def test_what_it_rests_on_is_said_in_both_languages(region):
    told = change(region, {"kind": "change", "scenarios": plain(HUB), "measures": ["density"], "draws": 5})[
        "assumptions"
    ]
    assert any(line.startswith("Assumption: ") for line in told["en"])
    assert any(line.startswith("Prielaida: ") for line in told["lt"])


def test_an_assumption_names_the_partner_whose_ties_it_is_about(region):
    named = sc.Scenario("named").with_actor("NGO").with_ties("NGO", {"MSSL": 0.5})
    stated = sc.Scenario("stated").with_actor("Hub").with_ties("Hub", sc.ties.Stated({"MSSL": 0.6}))
    asked = {"kind": "change", "scenarios": plain(named, stated), "measures": ["density"], "draws": 5}
    told = change(region, asked)["assumptions"]
    for language, hub in (("en", "Assumption: ties of Hub: "), ("lt", "Prielaida: ryšiai, kuriuos užmezga Hub: ")):
        assert any(line.startswith(hub) and "MSSL" in line for line in told[language])
        assert any("NGO" in line and "MSSL" in line for line in told[language])


def test_what_is_assumed_of_the_ties_of_several_is_said_once(region):
    rates = sc.ties.Rates(layer="co-attends")
    others = [
        sc.Scenario(name).with_actor(name, sector="public").with_ties(name, rates, layer="co-attends")
        for name in ("one", "two")
    ]
    told = change(region, {"kind": "change", "scenarios": plain(*others), "measures": ["density"], "draws": 5})
    for language, start in (("en", "Assumption: ties of one and two: "), ("lt", "Prielaida: ryšiai, kuriuos užmezga ")):
        (line,) = [each for each in told["assumptions"][language] if "one" in each]
        assert line.startswith(start)
        assert "two" in line


def test_a_way_in_which_ties_form_that_members_contradict_is_told_without_a_line_of_python(region):
    told = change(region, {"kind": "change", "scenarios": plain(HUB), "measures": ["density"], "draws": 5})[
        "assumptions"
    ]
    (english,) = [line for line in told["en"] if line.startswith("Tried on the members themselves")]
    (lithuanian,) = [line for line in told["lt"] if line.startswith("Išbandytas su pačiais nariais")]
    for line in (english, lithuanian):
        assert "84" in line
        assert "Rates(" not in line
        assert "ties.suggest" not in line


def test_beside_a_mean_gain_stands_the_mean_of_the_random_partner(region):
    outcome = sc.compare(region, [HUB], measures=[sc.fragmentation], draws=30, rng=3, null=True)
    found = of_outcome(outcome)["changes"]["hub"]["fragmentation"]
    before, after = outcome.values[0][0]["fragmentation"], outcome.nulls[0][0]["fragmentation"]
    assert found["null_mean"] == pytest.approx((after - before).mean())


def test_now_is_explained_only_where_known_ties_are_uncertain():
    actors = pd.DataFrame({"actor": ["A", "B", "C"]})
    for confidence, said in ((0.5, True), (1.0, False)):
        ties = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "confidence": [confidence, 1.0]})
        gone = sc.Scenario("gone").without_actor("C").with_actor("D").with_ties("D", {"A": 0.5})
        town = sc.Cluster.from_tables(actors, ties)
        outcome = sc.compare(town, [gone], measures=[sc.density], draws=5, rng=1, null=False)
        found = of_outcome(outcome)["nowIs"]
        assert bool(found["en"]) is bool(found["lt"]) is said


def test_of_several_answers_the_least_exact_interval_is_told():
    def answer(share):
        told = {
            "changes": {},
            "isCertain": False,
            "assumptions": {"en": [], "lt": []},
            "sentences": {"en": [], "lt": []},
        }
        return {**told, "ends": {"share": share}}

    assert _together([answer(0.1), answer(0.4), answer(0.2)], [])["ends"] == {"share": 0.4}
    assert _together([answer(0.1), answer(None), answer(0.2)], [])["ends"] == {"share": None}
