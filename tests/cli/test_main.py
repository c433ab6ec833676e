"""From the words after `socluster` to an exit code."""

import pytest

from socluster.cli import main


def test_a_missing_file_is_said_plainly(capsys):
    assert main(["info", "no-such-file.json"]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_a_wrong_command_has_code_2():
    with pytest.raises(SystemExit) as stopped:
        main(["frobnicate"])
    assert stopped.value.code == 2


def test_errors_and_warnings_are_told_in_the_language(tmp_path, capsys):
    assert main(["convert", "knoke", str(tmp_path / "knoke.net"), "--language", "lt"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("socluster: LossWarning: failas knoke.net negali perteikti: ")
    assert "knoke.net: įrašyta. <Klasteris „Knoke“: " in said.out
    assert main(["info", "no-such-file.json", "--language", "lt"]) == 1
    assert "tokio failo ar aplanko nėra" in capsys.readouterr().err
