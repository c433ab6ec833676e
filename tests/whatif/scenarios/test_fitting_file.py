"""All that is wrong in a file of scenarios stands in one list, in the order of the file."""

import json

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.whatif.scenarios.fitting_file import scenarios_that_fit

TOWN = sc.load_dataset("florentine").layer("marriage")


def step(verb, **more):
    return {"verb": verb, **more}


def file_of(folder, *scenarios):
    listed = [{"name": f"s{place}", "steps": list(steps)} for place, steps in enumerate(scenarios)]
    path = folder / "what.json"
    path.write_text(json.dumps({"socluster_scenarios": 1, "scenarios": listed}))
    return path


def told(path):
    with pytest.raises(InputError) as caught:
        scenarios_that_fit(path, TOWN)
    return [(problem.value, problem.nearest) for problem in caught.value.problems]


def test_misspelt_verbs_and_misspelt_names_are_one_list_in_the_order_of_the_file(tmp_path):
    model = {"model": "Stated", "fields": {"targets": {"Medicci": 0.5, "Hub": 1, "Pazzi": 0.2}}}
    like = {"model": "LikeActor", "fields": {"actor": "Ridolfio"}}
    path = file_of(
        tmp_path,
        [step("without_actor", actors="Pazzzi")],
        [step("with_aktor", actor="Hub"), step("with_ties", source="Hub", targets=model)],
        [step("with_actor", actor="New"), step("with_ties", source="New", targets=like)],
    )
    assert told(path) == [
        ("Pazzzi", "Pazzi"),
        ("with_aktor", "with_actor"),
        ("Medicci", "Medici"),
        ("Ridolfio", "Ridolfi"),
    ]


def test_every_scenario_of_a_sound_document_is_tried(tmp_path):
    path = file_of(tmp_path, *([step("without_actor", actors=name)] for name in ("Pazzzi", "Medici", "Strozi")))
    assert told(path) == [("Pazzzi", "Pazzi"), ("Strozi", "Strozzi")]


def test_scenarios_that_fit_are_returned_as_they_are_read(tmp_path):
    path = file_of(tmp_path, [step("without_actor", actors="Medici")])
    assert scenarios_that_fit(path, TOWN) == sc.read_scenarios(path)


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"socluster_scenarios": 1, "scenarios": 3}'])
def test_a_document_that_is_none_is_told_as_before(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(InputError) as caught:
        scenarios_that_fit(tmp_path / "x.json", TOWN)
    with pytest.raises(InputError) as before:
        sc.read_scenarios(tmp_path / "x.json")
    assert caught.value.problems == before.value.problems
