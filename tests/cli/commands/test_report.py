"""`socluster report`."""

import socluster as sc
from socluster.cli import main


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
    assert "A random partner" in target.read_text(encoding="utf-8")


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
