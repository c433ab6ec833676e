"""`socluster report`."""

import json

import socluster as sc
from socluster.cli import main
from tests.app.server.workbooks import with_services, without_services

PARTNERS = {"Bridge": ["Medici", "Pucci"], "Cousin": ["Medici", "Strozzi"]}  # Pucci married nobody


def test_a_report_of_a_shipped_dataset(tmp_path, capsys):
    assert (
        main(["report", "siauliai", "-o", str(tmp_path / "out.html"), "--language", "lt", "--title", "Kas jungia?"])
        == 0
    )
    assert "out.html" in capsys.readouterr().out
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<h1>Kas jungia?</h1>" in text


def test_scenarios_of_a_file_are_compared_beside_a_random_partner(tmp_path, capsys):
    hub = (
        sc.Scenario("hub").with_actor("X", sector="public").with_ties("X", sc.ties.Rates(by="sector"), layer="referral")
    )
    sc.write_scenarios([hub], tmp_path / "what.json")
    target = tmp_path / "out.html"
    command = ["report", "siauliai", "-o", str(target), "--scenarios", str(tmp_path / "what.json"), "--draws", "50"]
    assert main(command) == 0
    assert "What would change" in target.read_text(encoding="utf-8")
    assert "random partner" in target.read_text(encoding="utf-8")


def test_what_is_wrong_is_said_and_nothing_is_written(tmp_path, capsys):
    target = tmp_path / "out.html"
    assert main(["report", "siauliai", "-o", str(target), "--scenarios", str(tmp_path / "none.json")]) == 1
    assert "none.json" in capsys.readouterr().err
    assert not target.exists()


def test_tables_and_a_document_are_written_as_well(tmp_path, capsys):
    names = {name: str(tmp_path / name) for name in ("o.html", "o.xlsx", "o.docx")}
    command = ["report", "florentine", "-o", names["o.html"], "--tables", names["o.xlsx"], "--docx", names["o.docx"]]
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "The tables: " in told
    assert "The document: " in told
    assert {each.name for each in tmp_path.iterdir()} == set(names)


def test_scenarios_in_which_nobody_joins_are_told_beside_those_in_which_somebody_does(tmp_path, capsys):
    hub = sc.Scenario("hub").with_actor("X").with_ties("X", ["Medici", "Strozzi"], layer="marriage")
    leaves = sc.Scenario("the Medici leave").without_actor("Medici")
    target, told = tmp_path / "out.html", "No random partner was drawn beside the Medici leave"
    for name, scenarios, is_told in (("both", [hub, leaves], True), ("leaves", [leaves], False)):
        sc.write_scenarios(scenarios, tmp_path / f"{name}.json")
        command = ["report", "florentine", "-o", str(target), "--scenarios", str(tmp_path / f"{name}.json")]
        assert main([*command, "--draws", "20"]) == 0
        page = target.read_text(encoding="utf-8")
        assert "the Medici leave" in page
        assert (told in page) == is_told
    command = ["compare", "florentine", str(tmp_path / "both.json"), "--measures", "fragmentation", "--null"]
    capsys.readouterr()
    assert main([*command, "--draws", "20", "--layer", "marriage"]) == 0


def test_a_goal_heads_what_would_change_in_the_direction_that_is_stated(tmp_path, capsys):
    joins = [sc.Scenario(name).with_actor(name).with_ties(name, to, layer="marriage") for name, to in PARTNERS.items()]
    sc.write_scenarios(joins, tmp_path / "two.json")
    target = tmp_path / "out.html"
    command = ["report", "florentine", "-o", str(target), "--draws", "20"]
    ranked = [*command, "--scenarios", str(tmp_path / "two.json"), "--goal", "fragmentation"]
    assert main([*ranked, "--better", "lower"]) == 0
    assert "Bridge comes first" in target.read_text(encoding="utf-8")
    assert main([*ranked, "--better", "higher"]) == 0
    page = target.read_text(encoding="utf-8")
    assert "Nobody gains anything for fragmentation (higher is better); least is lost with Cousin (" in page
    target.unlink()
    for wrong, way in (
        (ranked, "--better lower or --better higher"),
        ([*command, "--better", "lower"], "--goal"),
        ([*command, "--goal", "density"], "--scenarios"),
    ):
        capsys.readouterr()
        assert main(wrong) == 1
        assert way in capsys.readouterr().err
        assert not target.exists()


def test_what_a_file_of_scenarios_says_was_asked_is_answered(tmp_path, capsys):
    joins = [sc.Scenario(name).with_actor(name).with_ties(name, to, layer="marriage") for name, to in PARTNERS.items()]
    held = json.loads(sc.write_scenarios(joins, tmp_path / "two.json").read_text(encoding="utf-8"))
    goals = [
        {"goal": "fragmentation", "better": "lower", "plan": {"budget": 5, "cost": {"Bridge": 2, "Cousin": 4}}},
        {"goal": "density", "better": "higher"},
    ]
    held["questions"] = {"goals": goals, "draws": 20, "seed": 11}
    path, target = tmp_path / "asked.json", tmp_path / "out.html"
    path.write_text(json.dumps(held), encoding="utf-8")
    command = ["report", "florentine", "-o", str(target), "--scenarios", str(path)]
    assert main(command) == 0
    page = target.read_text(encoding="utf-8")
    assert page.count("<caption>Ranking: ") == 2
    assert "within a budget of 5: most is gained with Bridge" in page
    assert "seed 11" in page
    assert main([*command, "--draws", "30", "--seed", "12"]) == 0
    page = target.read_text(encoding="utf-8")
    assert "30 draws, seed 12" in page
    assert "seed 11" not in page
    goals[1]["goal"] = "desnity"
    path.write_text(json.dumps(held), encoding="utf-8")
    capsys.readouterr()
    assert main(command) == 1
    assert "questions.goals[1].goal" in (told := capsys.readouterr().err)
    assert "did you mean 'density'?" in told


def test_the_needs_of_the_workbook_of_the_data_are_in_the_report_as_in_the_app(tmp_path, capsys):
    data, target = tmp_path / "ours.xlsx", tmp_path / "out.html"
    data.write_bytes(with_services())
    assert main(["report", str(data), "-o", str(target)]) == 0
    page = target.read_text(encoding="utf-8")
    assert "Services and needs" in page
    assert "Needs met in full: " in page
    assert main(["report", str(data), "-o", str(target), "--needs", str(data)]) == 0
    assert target.read_text(encoding="utf-8") == page
    data.write_bytes(without_services())
    capsys.readouterr()
    assert main(["report", str(data), "-o", str(target), "--language", "lt"]) == 0
    assert "Services and needs" not in target.read_text(encoding="utf-8")


def test_data_without_a_name_are_called_by_their_file(tmp_path, monkeypatch):
    from socluster.cli.main import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "our_town.csv").write_text("source,target\na,b\nb,c\n", encoding="utf-8")
    assert main(["report", "our_town.csv", "-o", "r.html"]) == 0
    assert "<h1>Who holds the cluster together? our_town</h1>" in (tmp_path / "r.html").read_text(encoding="utf-8")
