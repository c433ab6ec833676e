"""`socluster whatif`."""

from socluster.cli import main
from tests.cli.scenario import scenario_file


def test_a_page_is_written_and_what_it_holds_is_said(tmp_path, capsys):
    target = tmp_path / "out.html"
    command = ["whatif", "florentine", scenario_file(tmp_path), "--page", str(target), "--draws", "10"]
    assert main([*command, "--measures", "density", "--language", "lt", "--title", "Kas, jeigu?"]) == 0
    said = capsys.readouterr().out
    assert "out.html" in said
    assert "10 bandymų" in said
    text = target.read_text(encoding="utf-8")
    assert "<title>Kas, jeigu?</title>" in text
    assert '<html lang="lt"' in text


def test_what_is_wrong_is_said_and_nothing_is_written(tmp_path, capsys):
    target = tmp_path / "out.html"
    assert main(["whatif", "florentine", str(tmp_path / "none.json"), "--page", str(target)]) == 1
    assert "none.json" in capsys.readouterr().err
    assert not target.exists()
