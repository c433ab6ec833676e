"""`socluster whatif`."""

import json
import re
from pathlib import Path

import socluster as sc
from socluster.cli import main
from tests.app.server.workbooks import with_services
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


def test_the_page_holds_what_the_file_asks_with_its_draws_and_seed(tmp_path):
    file = Path(scenario_file(tmp_path))
    plan = {"budget": 3.0, "cost": {"by Medici": 2.0, "by Pazzi": 1.0}}
    asked = {"goals": [{"goal": "density", "better": "higher", "plan": plan}], "draws": 12, "seed": 5}
    file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), "questions": asked}), encoding="utf-8")
    for more, draws, seed in (([], 12, 5), (["--draws", "7", "--seed", "9"], 7, 9)):
        assert main(["whatif", "florentine", str(file), "--page", str(tmp_path / "out.html"), *more]) == 0
        text = (tmp_path / "out.html").read_text(encoding="utf-8")
        held = json.loads(re.search(r'id="held">(.*?)</script>', text, re.DOTALL)[1])
        assert held["asked"] == asked["goals"]
        assert (held["draws"], held["seed"]) == (draws, seed)


def test_needs_are_those_of_the_workbook_of_the_data(tmp_path, capsys):
    (tmp_path / "ours.xlsx").write_bytes(with_services())
    town = sc.read(tmp_path / "ours.xlsx")
    sc.write_scenarios([sc.Scenario("gone").without_actor(town.actors.index[0])], tmp_path / "what.json")
    command = ["whatif", str(tmp_path / "ours.xlsx"), str(tmp_path / "what.json"), "--page", str(tmp_path / "out.html")]
    assert main([*command, "--draws", "2"]) == 0
    assert '"isMet":true' in (tmp_path / "out.html").read_text(encoding="utf-8").replace(" ", "")
