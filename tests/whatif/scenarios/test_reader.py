"""From a document to scenarios: everything that is wrong is named, with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif.scenarios.reader import FIRST, ScenarioReader
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.step import Step
from socluster.whatif.ties import Rates, Scaled, Stated
from socluster.whatif.ties.values import FrozenMapping
from tests.strategies import ids
from tests.whatif.scenarios.scenario_samples import FORMS, VALUES, document, from_text, problems


def test_all_problems_are_named_at_once():
    text = document(
        {"verb": "with_actr", "actor": "hub"},
        {"verb": "with_actor", "actor": 5},
        {"verb": "without_ties", "source": "A", "columns": {"layr": "help"}},
        {"verb": "with_ties", "source": "hub", "targets": {"model": "Ratez", "fields": {}}},
        {"verb": "with_ties", "source": "hub", "targets": {"model": "Rates", "fields": {"prior_rat": 0.5}}},
        {"verb": "with_ties", "source": "hub", "targets": {"model": "Stated", "fields": {"targets": {"A": 2}}}},
        {"verb": "with_ties", "source": "hub", "targets": {"model": "Stated", "fields": {}}},
        {"verb": "with_merger", "actors": ["A", "B"], "int": "C"},
        {"verb": "with_actor", "actor": "hub", "columns": {"beds": [1]}},
        {"verb": "with_actor", "actor": "hub", "columns": ["sector"]},
        "with_actor",
        {"verb": "with_actor", "actor": "hub", "columns": {"self": 1}},
        nmae="x",
    )
    found = problems(text)
    assert found[0] == ("nmae", "x", "name")
    assert found[1:6] == [
        ("steps[0].verb", "with_actr", "with_actor"),
        ("steps[1].actor", 5, None),
        ("steps[2].columns.layr", "help", "layer"),
        ("steps[3].targets.model", "Ratez", "Rates"),
        ("steps[4].targets.fields.prior_rat", 0.5, "prior_rate"),
    ]
    assert found[6][:2] == ("steps[5].targets.fields.targets", 2)
    assert [place for place, *_ in found[7:]] == [
        "steps[6].targets.fields.targets",
        "steps[7].int",
        "steps[8].columns.beds",
        "steps[9].columns",
        "steps[10]",
        "steps[11].columns.self",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "contains no scenarios"),
        ('{"name": "s"}', "contains no scenarios"),
        ('{"socluster_scenarios": 2, "name": "s"}', "newer socluster"),
        ('{"socluster_scenarios": "1", "name": "s"}', "version of the document"),
        ('{"socluster_scenarios": true, "name": "s"}', "version of the document"),
        ('{"socluster_scenarios": 1}', "needs a name"),
        ('{"socluster_scenarios": 1, "name": ""}', "needs a name"),
        ('{"socluster_scenarios": 1, "name": "s", "steps": {}}', "list of steps"),
        ('{"socluster_scenarios": 1, "scenarios": {}}', "list of scenarios"),
        ('{"socluster_scenarios": 1, "scenarios": []}', "contains 0 scenarios"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_documents_of_another_shape_are_refused(text, message, form):
    with pytest.raises(InputError, match=message):
        from_text(text, form)


@pytest.mark.parametrize(
    "text",
    [
        document({"verb": "with_actor", "actor": "a"})[:-1],
        '{"socluster_scenarios": 1, "name": "a", "name": "b"}',
        document({"verb": "with_actor", "actor": "a", "columns": {"x": float("nan")}}),
        document({"verb": "with_actor", "actor": "a", "columns": {"x": "big"}}).replace('"big"', "1e999"),
        document({"verb": "with_actor", "actor": "a", "columns": {"x": "big"}}).replace('"big"', "9" * 5000),
        document({"verb": "with_actor", "actor": "\ud800"}),
        '{"socluster_scenarios": 1, "name": "a", "steps": ' + "[" * 5000 + "]" * 5000 + "}",
        document({"verb": "prepare", "cluster": "a"}),
        document({"verb": "with_ties", "source": "a", "targets": {"model": "TieModel", "fields": {}}}),
        document({"verb": "with_ties", "source": "a", "targets": {"model": "os.system", "fields": {"c": "true"}}}),
        document({"verb": "with_ties", "source": "a", "targets": {"model": "Scaled", "fields": {"model": 1, "by": 1}}}),
        document({"verb": "with_ties", "source": "a", "targets": {"model": "Rates", "fields": {"prior_rate": "x"}}}),
        document({"verb": "with_ties", "source": "a", "targets": {"model": "Stated", "fields": {"targets": [[1]]}}}),
        document({"verb": "with_ties", "source": "a", "targets": {"model": [], "fields": {}}}),
        document({"verb": "with_split", "actor": "a", "into": {"b": {"x": "half"}, "c": []}}),
        document({"verb": ["with_actor"], "actor": "a"}),
    ],
)
def test_json_that_is_more_than_plain_values_is_refused(text):
    with pytest.raises(InputError):
        Scenario.from_json(text)


@given(st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ids, inner, max_size=3)))
def test_any_other_document_is_an_input_error(value):
    for text in (json.dumps(value), document(value), document({"verb": "with_ties", "source": "a", "targets": value})):
        try:
            Scenario.from_json(text)
        except InputError:
            continue
        assert '"targets"' in text  # names are what a step may hold there


def read(document, file=None, version=1):
    return ScenarioReader(version, file).read(document)


def places(document):
    with pytest.raises(InputError) as error:
        read(document, "plans.json")
    assert {problem.file for problem in error.value.problems} == {"plans.json"}
    return [(problem.table, problem.value, problem.nearest) for problem in error.value.problems]


def test_a_step_is_made_of_plain_values_and_models():
    targets = {
        "model": "Scaled",
        "fields": {"model": {"model": "Stated", "fields": {"targets": {"A": 0.5}}}, "by": 0.5},
    }
    steps = [
        {"verb": "with_actor", "actor": "hub", "columns": {"beds": 3}},
        {"verb": "with_ties", "source": "hub", "targets": targets},
        {"verb": "with_split", "actor": "A", "into": {"B": ["X"], "C": {"Y": 0.5}}},
        {"verb": "without_ties", "source": "A"},
    ]
    [(name, found)] = read({FIRST: 1, "name": "s", "steps": steps})
    assert name == "s"
    assert found == (
        Step("with_actor", ("hub",), (("beds", 3),)),
        Step("with_ties", ("hub", Scaled(Stated({"A": 0.5}), 0.5))),
        Step("with_split", ("A", FrozenMapping({"B": ["X"], "C": {"Y": 0.5}}))),
        Step("without_ties", ("A", None)),
    )


def test_an_older_document_can_be_read_and_a_newer_one_not():
    assert read({FIRST: 1, "name": "s"}, version=2) == [("s", ())]
    with pytest.raises(InputError, match="reads up to version 2"):
        read({FIRST: 3, "name": "s"}, version=2)


@pytest.mark.parametrize(
    ("document", "found"),
    [
        ({FIRST: 0}, [(FIRST, 0, None)]),
        ({"socluster_scenario": 1}, [(None, "socluster_scenario", None)]),
        ({FIRST: 1, "scenarios": [], "name": "s"}, [("name", "s", None)]),
        ({FIRST: 1, "name": "s", "step": []}, [("step", [], "steps")]),
        (
            {FIRST: 1, "scenarios": [{"name": 5, "steps": 3}]},
            [("scenarios[0].name", 5, None), ("scenarios[0].steps", 3, None)],
        ),
        (
            {FIRST: 1, "name": "s", "steps": [{"verb": "with_actor", "actor": "a", "columns": {"x": float("inf")}}]},
            [("steps[0].columns.x", float("inf"), None)],
        ),
        (
            {
                FIRST: 1,
                "name": "s",
                "steps": [{"verb": "with_split", "actor": "a", "into": {"b": {"x": float("inf")}}}],
            },
            [("steps[0].into.b.x", float("inf"), None)],
        ),
        (
            {FIRST: 1, "name": "s", "steps": [{"verb": "with_ties", "source": "a", "targets": {1: "x"}}]},
            [("steps[0].targets", {1: "x"}, None)],
        ),
    ],
)
def test_a_problem_has_its_place_its_value_and_what_is_nearest(document, found):
    assert places(document) == found


def test_a_model_names_the_field_that_it_misses_and_says_what_it_needs():
    model = {"model": "AtMost", "fields": {"ties": 2}}
    step = {"verb": "with_ties", "source": "a", "targets": model}
    with pytest.raises(InputError, match="is missing; AtMost needs it") as error:
        read({FIRST: 1, "name": "s", "steps": [step]})
    assert [problem.table for problem in error.value.problems] == ["steps[0].targets.fields.model"]


@pytest.mark.parametrize(
    ("step", "place", "said"),
    [
        ({"verb": "with_actor", "actor": "hub", "sector": "public"}, "steps[0].sector", "columns: {sector: public}"),
        (
            {"verb": "with_ties", "source": "A", "targets": ["B"], "layer": "help"},
            "steps[0].layer",
            "columns: {layer: help}",
        ),
        ({"verb": "with_ties", "source": "A", "targets": "Rates"}, "steps[0].targets", "{model: Rates}"),
        (
            {"verb": "with_ties", "source": "A", "targets": {"model": "Rates", "by": "sector"}},
            "steps[0].targets.by",
            "{model: Rates, fields: {by: sector}}",
        ),
        ({"verb": "without_ties", "source": "A", "sector": "public"}, "steps[0].sector", "is unknown here"),
    ],
)
def test_who_writes_by_hand_is_told_where_a_word_belongs(step, place, said):
    with pytest.raises(InputError) as told:
        ScenarioReader(1, None).read({FIRST: 1, "name": "a", "steps": [step]})
    (problem,) = told.value.problems
    assert problem.table == place
    assert said in problem.message


def test_one_name_stands_for_a_list_of_one_and_a_model_needs_no_fields():
    steps = [
        {"verb": "with_ties", "source": "A", "targets": "B"},
        {"verb": "without_actor", "actors": "C"},
        {"verb": "with_ties", "source": "D", "targets": {"model": "Rates"}},
    ]
    ((_, found),) = ScenarioReader(1, None).read({FIRST: 1, "name": "a", "steps": steps})
    expected = Scenario("a").with_ties("A", "B").without_actor("C").with_ties("D", Rates())
    assert [(step.verb, step.subject) for step in found] == [(step.verb, step.subject) for step in expected.steps]


def test_other_words_for_source_and_targets_are_told_what_the_step_is_about():
    step = {"verb": "with_ties", "actor": "MSSL", "ties": {"model": "Rates"}}
    document = {FIRST: 1, "scenarios": [{"name": "a", "steps": [step]}]}
    with pytest.raises(InputError) as told:
        ScenarioReader(1, None).read(document)
    said = {problem.table: problem.message for problem in told.value.problems}
    for word in ("actor", "ties"):
        assert said[f"scenarios[0].steps[0].{word}"] == "is unknown here; there are verb, source, targets and columns"
