"""Strict JSON and YAML: plain values, read as people mean them, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif.scenarios.document import dump, load
from socluster.whatif.scenarios.scenario import Scenario
from tests.strategies import texts
from tests.whatif.scenarios.scenario_samples import FORMS, VALUES


def test_yaml_is_read_as_people_mean_it():
    text = (
        "socluster_scenarios: 1\nname: on\nsteps:\n"
        "- verb: with_event\n  group: 007\n  actors: [NO, yes, 12:30]\n"
        "  columns: {date: 2016-11-04, sure: true, gap: ~, n: 5, x: 1e-3, version: 1_000}\n"
    )
    scenario = Scenario.from_yaml(text)
    assert scenario.name == "on"
    assert scenario.steps[0].subject == ("007", ("NO", "yes", "12:30"))
    assert dict(scenario.steps[0].columns) == {
        "date": "2016-11-04",
        "sure": True,
        "gap": None,
        "n": 5,
        "x": 0.001,
        "version": "1_000",
    }


HEAD = "socluster_scenarios: 1\nname: s\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "steps: !!python/object/apply:os.system ['true']\n",
        HEAD + "steps: !!python/name:os.system\n",
        HEAD + "steps: !!set {a}\n",
        HEAD + "steps: !!binary aGk=\n",
        HEAD + "steps: !!timestamp 2016-11-04\n",
        HEAD + "steps: &a [*a]\n",
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        HEAD + "name: again\n",
        HEAD + "steps: [{verb: with_actor, actor: a, columns: {x: 1, x: 2}}]\n",
        HEAD + "steps: [{<<: {verb: with_actor}, actor: a}]\n",
        HEAD + "steps: [{verb: with_actor, actor: a, columns: {5: x}}]\n",
        HEAD + "steps: [{verb: with_actor, actor: a, columns: {[1]: x}}]\n",
        HEAD + "steps: [{verb: with_actor, actor: a, columns: {x: .inf}}]\n---\n" + HEAD,
        HEAD + f"steps: [{{verb: with_actor, actor: a, columns: {{x: {'9' * 5000}}}}}]\n",
        HEAD + "steps: [{verb: __init__, actor: a}]\n",
        HEAD + "steps: [{verb: apply, cluster: a}]\n",
        HEAD + "steps: " + "[" * 3000 + "]" * 3000 + "\n",
        HEAD + "steps: [\x07]\n",
        HEAD + "steps: [",
    ],
)
def test_yaml_that_is_more_than_plain_values_is_refused(text):
    with pytest.raises(InputError):
        Scenario.from_yaml(text)


def test_without_pyyaml_the_message_says_what_to_do(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    with pytest.raises(InputError, match="PyYAML"):
        Scenario("a").to_yaml()


@pytest.mark.parametrize("form", FORMS)
@given(st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)))
def test_plain_values_come_back_as_they_were(form, value):
    again = load(dump(value, form), form)
    assert again == value
    assert repr(again) == repr(value)  # true is not 1, and 1 is not 1.0


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("On", "On"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2016-11-04", "2016-11-04"),
        ("12:30", "12:30"),
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("FALSE", False),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("1e-3", 0.001),
        ("-0.5", -0.5),
        ("2.", 2.0),
    ],
)
def test_a_word_of_yaml_is_what_a_person_means_by_it(written, value):
    found = load(f"a: {written}\n", "yaml")["a"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2\n", r"line 1, column 1: the key 'a' occurs twice"),
        ("a: &x 1\n", r"line 1, column 4: anchors and aliases are refused"),
        ("a: !!set {b}\n", r"line 1, column 4: the tag tag:yaml.org,2002:set is refused"),
        ("a: [1, 2\n", r"is not plain YAML at line 2, column 1: the text ends before a bracket is closed"),
        ("a: \x07\n", r"is not plain YAML"),
        (f"a: {'9' * 5000}\n", r"contains a number with too many digits"),
        ("[" * 3000 + "]" * 3000, r"is nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(text, said):
    with pytest.raises(InputError, match=said) as error:
        load(text, "yaml", "plans.yaml")
    assert [problem.file for problem in error.value.problems] == ["plans.yaml"]


def test_letters_and_the_order_of_keys_are_kept():
    value = {"vieta": "Kelmė", "a": "Šiauliai"}
    for form in FORMS:
        text = dump(value, form)
        assert "Kelmė" in text
        assert text.index("vieta") < text.index("Šiauliai")
        assert text.endswith("\n")
    one = ["same"]
    assert "&" not in dump([one, one], "yaml")
