"""`socluster new`."""

import shlex

import pytest

from socluster.cli import main


@pytest.mark.parametrize("language", ["en", "lt"])
def test_new_makes_a_folder_and_says_what_to_do(tmp_path, capsys, language):
    folder = tmp_path / "mine"
    assert main(["new", str(folder), "--language", language]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{folder}: {'made' if language == 'en' else 'sukurta'}. ")
    assert f"socluster validate {folder}/cluster.xlsx" in said
    assert main(["validate", str(folder / "example.xlsx"), "--language", language]) == 0
    assert {"en": "valid. <Cluster", "lt": "klaidų nėra. <Klasteris"}[language] in capsys.readouterr().out
    assert main(["validate", str(folder / "cluster.xlsx"), "--language", language]) == 0
    assert {"en": "but no actors", "lt": "bet nėra ir veikėjų"}[language] in capsys.readouterr().out
    assert main(["new", str(folder), "--language", language]) == 1
    assert {"en": "something already", "lt": "čia jau kažkas yra"}[language] in capsys.readouterr().err


def test_what_it_proposes_can_be_typed_as_it_is(tmp_path, capsys):
    folder = tmp_path / "my town's cluster"
    assert main(["new", str(folder)]) == 0
    proposed = capsys.readouterr().out.splitlines()[-1]
    assert main(shlex.split(proposed)[1:]) == 0
