import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif import ties
from socluster.whatif.scenarios.files import read_scenarios, write_scenarios
from socluster.whatif.scenarios.scenario import Scenario
from tests.strategies import ids, texts
from tests.whatif.ties.tie_samples import HUB, models, town

FORMS = ["json", "yaml"]


def to_text(scenario, form):
    return scenario.to_json() if form == "json" else scenario.to_yaml()


def from_text(text, form):
    return Scenario.from_json(text) if form == "json" else Scenario.from_yaml(text)


def document(*steps, **more):
    return json.dumps({"socluster_scenarios": 1, "name": "s", "steps": list(steps), **more})


def problems(text, form="json"):
    with pytest.raises(InputError) as caught:
        from_text(text, form)
    return [(problem.table, problem.value, problem.nearest) for problem in caught.value.problems]


# -- round trips ------------------------------------------------------------------------------------------------------

_SHARES = st.floats(0.01, 1)
_VALUES = (
    st.none() | st.booleans() | texts | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False)
)
_COLUMNS = st.dictionaries(
    ids.filter(lambda name: name.isidentifier() and name not in ("self", "layer", "directed")), _VALUES, max_size=3
)
_NAMES = st.lists(ids, min_size=1, max_size=3)
_STATED = st.builds(
    ties.Stated, st.dictionaries(ids, st.floats(0, 1), min_size=1, max_size=3), st.sampled_from(["out", "in", "both"])
)
_RATES = st.builds(ties.Rates, ids | st.lists(ids, min_size=1, max_size=2), st.none() | st.floats(0.1, 0.9))
_SIMPLE = _STATED | _RATES
_MODELS = (
    _SIMPLE | st.builds(ties.Scaled, _SIMPLE, by=_SHARES) | st.lists(_SIMPLE, min_size=1, max_size=2).map(ties.AnyOf)
)
_PARTS = st.dictionaries(ids, _NAMES | st.dictionaries(ids, _SHARES, max_size=2), min_size=2, max_size=3)
_WRITTEN = [
    lambda draw, s: s.with_actor(draw(ids), **_without(draw(_COLUMNS), "actor")),
    lambda draw, s: s.with_group(draw(ids), **_without(draw(_COLUMNS), "group")),
    lambda draw, s: s.with_ties(draw(ids), draw(_NAMES | _MODELS), **_without(draw(_COLUMNS), "source", "targets")),
    lambda draw, s: s.with_affiliation(draw(ids), draw(_NAMES), layer=draw(ids)),
    lambda draw, s: s.with_merger(draw(_NAMES), draw(ids), **_without(draw(_COLUMNS), "actors", "into")),
    lambda draw, s: s.with_split(draw(ids), draw(_PARTS), rest=draw(st.none() | ids), tie=draw(st.none() | ids)),
    lambda draw, s: s.with_strength(draw(ids), draw(ids), weight=draw(_SHARES | ids), layer=draw(st.none() | ids)),
    lambda draw, s: s.with_event(draw(ids), draw(_NAMES), date=draw(texts)),
    lambda draw, s: s.with_capacity(draw(ids), draw(ids), draw(_SHARES)),
    lambda draw, s: s.with_attributes(draw(ids), **_without(draw(_COLUMNS), "actor")),
    lambda draw, s: s.without_actor(draw(_NAMES)),
    lambda draw, s: s.without_ties(draw(st.none() | ids), draw(st.none() | ids), layer=draw(st.none() | ids)),
]


def _without(columns, *names):
    return {name: value for name, value in columns.items() if name not in names}


@st.composite
def scenarios(draw):
    """Any scenario: of all verbs, with all kinds of values and texts that a format could spoil."""
    scenario = Scenario(draw(ids))
    for verb in draw(st.lists(st.sampled_from(_WRITTEN), max_size=4)):
        scenario = verb(draw, scenario)
    return scenario


@pytest.mark.parametrize("form", FORMS)
@given(scenario=scenarios())
def test_text_gives_back_the_scenario(form, scenario):
    text = to_text(scenario, form)
    again = from_text(text, form)
    assert again == scenario
    assert str(again) == str(scenario)  # numbers keep their type, which equality does not see
    assert to_text(again, form) == text


@given(st.lists(scenarios(), max_size=3))
def test_files_give_back_the_scenarios(tmp_path_factory, written):
    folder = tmp_path_factory.mktemp("scenarios")
    for name in ("a.json", "a.yaml", "a.YML"):
        assert read_scenarios(write_scenarios(written, folder / name)) == written
    assert len(list(folder.iterdir())) == 3  # nothing else is left


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


# -- what is wrong is named, with its place ---------------------------------------------------------------------------


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


def test_a_place_is_told_within_a_file(tmp_path):
    path = tmp_path / "plans.yaml"
    path.write_text(
        "socluster_scenarios: 1\nscenarios:\n- name: a\n- name: b\n  steps: [{verb: with_actor, actr: hub}]\n- 5\n"
    )
    with pytest.raises(InputError) as caught:
        read_scenarios(path)
    assert [(each.file, each.table, each.nearest) for each in caught.value.problems] == [
        (str(path), "scenarios[1].steps[0].actr", "actor"),
        (str(path), "scenarios[2]", None),
    ]
    assert "plans.yaml, scenarios[1].steps[0].actr: is unknown here" in str(caught.value)


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


# -- without trust ----------------------------------------------------------------------------------------------------

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


@given(st.recursive(_VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ids, inner, max_size=3)))
def test_any_other_document_is_an_input_error(value):
    for text in (json.dumps(value), document(value), document({"verb": "with_ties", "source": "a", "targets": value})):
        try:
            Scenario.from_json(text)
        except InputError:
            continue
        assert '"targets"' in text  # names are what a step may hold there


def test_a_model_of_ones_own_cannot_be_written():
    class Own(ties.Stated):
        pass

    with pytest.raises(InputError, match="a tie model of your own"):
        Scenario("s").with_ties("hub", Own({"A": 0.5})).to_json()


# -- files ------------------------------------------------------------------------------------------------------------


def test_a_file_may_hold_one_scenario_or_several(tmp_path):
    hub = Scenario("hub").with_actor("hub")
    (tmp_path / "one.json").write_text(hub.to_json())
    assert read_scenarios(tmp_path / "one.json") == [hub]
    path = write_scenarios([hub, hub.named("b")], tmp_path / "two.yaml")
    with pytest.raises(InputError, match="contains 2 scenarios"):
        Scenario.from_yaml(path.read_text())
    assert read_scenarios(write_scenarios(hub, tmp_path / "one.yml")) == [hub]


def test_what_stands_in_a_file_survives_a_failure(tmp_path):
    hub = Scenario("hub").with_actor("hub")
    path = write_scenarios([hub], tmp_path / "a.json")
    with pytest.raises(InputError, match="is not a Scenario"):
        write_scenarios([hub, "hub"], path)
    with pytest.raises(InputError, match=r"half|hold"):
        write_scenarios([hub.with_actor("x", note="\ud800")], path)
    assert read_scenarios(path) == [hub]
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_wrong_paths_are_named(tmp_path):
    with pytest.raises(InputError, match="there is no such file"):
        read_scenarios(tmp_path / "missing.json")
    with pytest.raises(InputError, match="is not known"):
        read_scenarios(tmp_path / "a.pickle")
    with pytest.raises(InputError, match="folder to write to does not exist"):
        write_scenarios([Scenario("a")], tmp_path / "no" / "a.json")


def test_without_pyyaml_the_message_says_what_to_do(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "yaml", None)
    with pytest.raises(InputError, match="PyYAML"):
        Scenario("a").to_yaml()
