"""`socluster qap`."""

import json

import pytest

from socluster.cli import main


def test_the_published_correlation_of_florence(capsys):
    assert main(["qap", "florentine", "marriage", "business", "--draws", "50", "--format", "json"]) == 0
    text = json.dumps(json.loads(capsys.readouterr().out)["rows"])
    assert "0.37186" in text


def test_a_layer_that_is_not_there(capsys):
    assert main(["qap", "florentine", "marriage", "busines", "--draws", "50"]) == 1
    assert "business" in capsys.readouterr().err


def test_two_layers_are_needed(capsys):
    with pytest.raises(SystemExit):
        main(["qap", "florentine", "marriage"])
    assert "layer" in capsys.readouterr().err


def test_two_layers_of_a_file_are_compared(tmp_path, capsys):
    rows = ["source,target,layer", *(f"A,{end},asks" for end in "BCD"), "B,C,trusts", "A,B,trusts", "C,D,trusts"]
    (tmp_path / "ties.csv").write_text("\n".join(rows))
    assert (
        main(["qap", str(tmp_path / "ties.csv"), "asks", "trusts", "--layers", "asks:undirected", "--draws", "9"]) == 0
    )
    assert "asks" in capsys.readouterr().out
