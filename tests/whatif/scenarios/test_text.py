"""Scenarios as text that gives back the scenario."""

import json

import pytest
from hypothesis import given

from socluster.core.errors import InputError
from socluster.whatif import ties
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.text import read_many, read_one, written, written_together
from tests.whatif.scenarios.scenario_samples import FORMS, document, from_text, scenarios, to_text
from tests.whatif.ties.tie_samples import HUB, models, town


@pytest.mark.parametrize("form", FORMS)
@given(scenario=scenarios())
def test_text_gives_back_the_scenario(form, scenario):
    text = to_text(scenario, form)
    again = from_text(text, form)
    assert again == scenario
    assert str(again) == str(scenario)  # numbers keep their type, which equality does not see
    assert to_text(again, form) == text


@pytest.mark.parametrize("model", models(), ids=lambda model: repr(model)[:40])
@pytest.mark.parametrize("form", FORMS)
def test_every_tie_model_is_written_by_name_and_fields(model, form):
    scenario = Scenario("s").with_actor("Hub", **HUB).with_ties("Hub", model)
    again = from_text(to_text(scenario, form), form)
    assert again == scenario
    assert repr(again.steps[1].model) == repr(model)
    assert again.apply(town()) == scenario.apply(town())


def test_there_is_a_sample_of_every_model():
    assert {type(model) for model in models()} == set(ties.MODELS)


def test_the_text_is_what_a_person_would_write():
    hub = (
        Scenario("hub")
        .with_actor("hub", sector="public", place="Kelmė")
        .with_ties("hub", ties.Stated({"School": 0.5}), layer="referral")
        .without_ties("A", "B")
    )
    assert hub.to_yaml() == (
        "socluster_scenarios: 1\n"
        "name: hub\n"
        "steps:\n"
        "- verb: with_actor\n"
        "  actor: hub\n"
        "  columns: {sector: public, place: Kelmė}\n"
        "- verb: with_ties\n"
        "  source: hub\n"
        "  targets:\n"
        "    model: Stated\n"
        "    fields:\n"
        "      targets: {School: 0.5}\n"
        "      direction: out\n"
        "  columns: {layer: referral}\n"
        "- {verb: without_ties, source: A, target: B}\n"
    )
    assert json.loads(hub.to_json())["steps"][0]["columns"] == {"sector": "public", "place": "Kelmė"}


def test_a_model_of_ones_own_cannot_be_written():
    class Own(ties.Stated):
        pass

    with pytest.raises(InputError, match="a tie model of your own"):
        Scenario("s").with_ties("hub", Own({"A": 0.5})).to_json()


HUB_STEPS = Scenario("hub").with_actor("hub").with_ties("hub", ["School"]).steps


@pytest.mark.parametrize("form", FORMS)
def test_one_or_several_are_read_as_names_and_steps(form):
    one = written("hub", HUB_STEPS, form)
    assert read_one(one, form) == ("hub", HUB_STEPS)
    assert read_many(one, form) == [("hub", HUB_STEPS)]
    two = written_together([("hub", HUB_STEPS), ("nothing", ())], form)
    assert read_many(two, form) == [("hub", HUB_STEPS), ("nothing", ())]
    with pytest.raises(InputError, match="contains 2 scenarios instead of one"):
        read_one(two, form)
    assert read_one(written_together([("nothing", ())], form), form) == ("nothing", ())


@pytest.mark.parametrize("form", FORMS)
def test_what_a_step_leaves_open_is_not_written(form):
    text = written("end", Scenario("end").without_ties("A").steps, form)
    assert "source" in text
    assert "target" not in text
    assert "columns" not in text
    assert read_one(text, form)[1][0].subject == ("A", None)


@pytest.mark.parametrize("name", ["half \ud800", "nothing \0"])
def test_a_text_that_no_file_can_hold_is_refused(name):
    for form in FORMS:
        with pytest.raises(InputError) as error:
            written(name, (), form)
        assert [problem.value for problem in error.value.problems] == [name]


def test_deep_documents_are_refused_in_plain_words():
    deep = "[" * 100_000 + "]" * 100_000
    text = document({"verb": "with_ties", "source": "a", "targets": "deep"}).replace('"deep"', deep)
    with pytest.raises(InputError, match="nested too deeply"):
        read_many(text, "json")
