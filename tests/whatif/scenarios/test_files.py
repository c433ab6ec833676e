"""Files of scenarios: read back as they were, written whole or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from socluster.whatif.scenarios.files import read_scenarios, write_scenarios
from socluster.whatif.scenarios.scenario import Scenario
from tests.whatif.scenarios.scenario_samples import scenarios


@given(st.lists(scenarios(), max_size=3))
def test_files_give_back_the_scenarios(tmp_path_factory, written):
    folder = tmp_path_factory.mktemp("scenarios")
    for name in ("a.json", "a.yaml", "a.YML"):
        assert read_scenarios(write_scenarios(written, folder / name)) == written
    assert len(list(folder.iterdir())) == 3  # nothing else is left


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
