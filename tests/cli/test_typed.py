"""Messages name options of the command line, and no names of Python."""

import pytest

import socluster as sc
from socluster.cli import main
from socluster.cli.typed import as_typed


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


def test_other_words_stay():
    assert as_typed("a better way, 'higher' than before") == "a better way, 'higher' than before"
