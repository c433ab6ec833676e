"""Who comes by the command line or a page reads no Python, in either language, and a way out that is there."""

import re

import pytest

import socluster as sc
from socluster.cli import main
from socluster.core.errors import InputError
from socluster.words import phrase, say, translated
from socluster.words.doors import at_the_door, told_at
from socluster.words.elsewhere import ELSEWHERE
from socluster.words.places import places
from tools import words as tool


@pytest.mark.parametrize("language", ["en", "lt"])
def test_what_is_missing_is_told_as_an_option_and_a_warning_without_its_class(language, tmp_path, capsys):
    (tmp_path / "ties.csv").write_text("source,target,evidence,confidence\nA,B,assumed,0.5\nB,C,assumed,0.4\n")
    hub = sc.Scenario("hub").with_actor("X").with_ties("X", ["A", "C"])
    sc.write_scenarios([hub, hub.named("two")], tmp_path / "what.json")
    places = [str(tmp_path / "ties.csv"), str(tmp_path / "what.json")]
    assert main(["rank", *places, "--goal", "fragmentation", "--draws", "5", "--language", language]) == 1
    said = capsys.readouterr().err
    assert "--better lower" in said
    assert "better=" not in said
    assert main(["measure", places[0], "density", "--language", language]) == 0
    said = capsys.readouterr().err
    assert {"en": "socluster compare and rank", "lt": "socluster compare ir rank"}[language] in said
    assert "Warning" not in said
    assert "draws=" not in said
    assert said.startswith({"en": "socluster: warning: ", "lt": "socluster: įspėjimas: "}[language])


@pytest.mark.parametrize("language", ["en", "lt"])
def test_measures_of_two_kinds_are_asked_for_one_by_one(language, capsys):
    assert main(["measure", "florentine", "density", "degree", "--language", language]) == 1
    said = capsys.readouterr().err
    assert "(density)" in said.replace("cluster: density;", "(density)")
    assert "measure()" not in said


def test_an_error_is_told_by_each_door_in_its_words():
    error = InputError("must be True, False or None")
    with told_at("page"):
        assert str(error.in_language("en")) == "must be yes or no, or not said"
        with told_at("command"):
            assert say("rng has no effect without draws; say how many, as in draws=1000", "en").endswith("say how many")
    assert str(error.in_language("en")) == "must be True, False or None"


def test_other_words_stay():
    with told_at("command"):
        assert at_the_door("a better way, 'higher' than before") == "a better way, 'higher' than before"
        assert phrase("row {row}", row=3).said("lt") == "3 eilutė"


# What only those ask for who write Python: no page and no command calls it.
ASKED_IN_PYTHON = (
    "core/arguments.py",
    "core/checked.py",
    "core/cluster_value.py",
    "core/new_columns.py",
    "core/splits.py",
    "core/subset.py",
    "demo/",
    "development/",
    "draws/settings.py",
    "inference/ergm/model.py",
    "inference/ergm/prediction.py",
    "inference/qap/",
    "io/objects/conversions.py",
    "io/objects/dispatch.py",
    "io/objects/frames.py",
    "io/objects/matrices.py",
    "io/objects/networkx_graphs.py",
    "io/objects/readers.py",
    "io/options.py",
    "io/survey/",
    "learn/",
    "measures/shared/answers.py",
    "measures/survey/",
    "plot/",
    "report/page/",
    "report/report.py",
    "inference/nulls/base.py",
    "whatif/choice/bridging_ties.py",
    "whatif/choice/goals.py",
    "whatif/choice/threshold.py",
    "whatif/comparison/observed_links.py",
    "whatif/comparison/sweep",
    "whatif/leaving/survival.py",
    "whatif/ties/calibration.py",
    "whatif/ties/ergm.py",
    "whatif/ties/suggestion.py",
)
SAID_TO_PYTHON = {
    "must be a pandas DataFrame",
    "is a tie model of your own; only those of socluster.ties can be written: {models}",
}
PYTHON = re.compile(
    r"\bsc\.|\bsocluster\.\w|\bwith_\w+|without_(actor|ties)|\w\(\.\.\.|\w\(\)|\w\([a-z_]*=|\b[a-z_]+=(?=\W|\w)|\.\w+\(|"
    r"\bTrue\b|\bFalse\b|DataFrame|\bpandas\b|\bas_cluster\b|\bnetworkx\b|\w\('|\(\[|\bread_scenarios\b|_partners\b"
)
PLACE = re.compile(r"\{\w+\}")
TYPED = re.compile(r'"[^"]*"')  # on the command line, what is typed: "density(layer=friends)"


@pytest.fixture(scope="module")
def said():
    """All that the code says; looking for it takes seconds, which not every worker spends."""
    return tool.collected()


def shown(message, door, language):
    with told_at(door):
        return translated(at_the_door(message), language)


@pytest.mark.parametrize("door", ["page", "command"])
def test_nobody_reads_python_who_did_not_write_it(door, said):
    reached = [
        each
        for each in said
        if not str(each.file).startswith(ASKED_IN_PYTHON)
        and each.context not in ("help", "argparse")
        and not set(each.texts) & SAID_TO_PYTHON
    ]
    assert len(reached) > 1500
    told = {
        (str(each.file), shown(text, door, language))
        for each in reached
        for text in each.texts
        for language in ("en", "lt")
    }
    assert [each for each in sorted(told) if PYTHON.search(TYPED.sub("", PLACE.sub("", each[1])))] == []


def test_what_is_said_elsewhere_is_a_message_and_fills_the_same_places(said):
    messages = {each.texts[0] for each in said}
    for message, wording in ELSEWHERE.items():
        assert message in messages, "nobody says this any more"
        assert all(set(places(text)) <= set(places(message)) for text in wording)
