"""The scenarios that docs/formats.md shows are those that are read."""

import re

import pytest

import socluster as sc
from socluster.whatif.scenarios.verbs import VERBS
from tests.docs.page_code import DOCS

TEXT = (DOCS / "formats.md").read_text(encoding="utf-8")
SECTION = TEXT[TEXT.index("## Scenarios") : TEXT.index("## What is refused")]


def example(form):
    return re.search(rf"```{form}\n(.*?)```", SECTION, re.DOTALL)[1]


def as_file(folder, form):
    path = folder / f"what-if.{form}"
    path.write_text(example(form), encoding="utf-8")
    return path


def test_both_forms_say_the_same_and_can_be_applied(tmp_path):
    from_yaml, from_json = (sc.read_scenarios(as_file(tmp_path, form)) for form in ("yaml", "json"))
    assert from_yaml == from_json
    network = sc.load_dataset("siauliai").project()
    outcome = sc.compare(network, from_yaml, measures=[sc.density], draws=2, rng=1).to_frame()
    assert len(outcome) == 3


def test_every_verb_is_described_with_what_it_is_about():
    rows = dict(re.findall(r"\| `(\w+)` \| (.*) \|", SECTION))
    assert set(rows) == set(VERBS)
    for name, verb in VERBS.items():
        assert all(f"`{field}`" in rows[name] for field in (*verb.subject, *verb.options)), name


def test_the_tie_models_in_the_text_can_be_read(tmp_path):
    shown = re.findall(r"`(\{model: [^`]+)`", SECTION.replace("\n", " "))
    assert len(shown) == 2
    for place, model in enumerate(shown):
        path = tmp_path / f"{place}.yaml"
        step = f"{{verb: with_ties, source: MSSL, targets: {model}}}"
        path.write_text(f"socluster_scenarios: 1\nname: a\nsteps: [{step}]\n", encoding="utf-8")
        assert sc.read_scenarios(path)


@pytest.mark.parametrize("line", re.findall(r"^what-if.yaml, .*$", SECTION, re.MULTILINE))
def test_what_is_wrong_is_told_as_shown(tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    wrong = example("yaml").replace("    columns: {layer: referral}", "    layer: referral", 1)
    parts = wrong.split("- name: hub with agreed partners")
    wrong = parts[0] + "- name: hub with agreed partners\n  stepps: []\n"
    (tmp_path / "what-if.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(sc.InputError) as told:
        sc.read_scenarios("what-if.yaml")
    assert line in str(told.value)
