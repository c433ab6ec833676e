"""`socluster completion`."""

import importlib.util
import shutil
import subprocess
import sys

import pytest

from socluster.cli import main
from socluster.cli.commands.completion import _actions
from socluster.cli.main import _COMMANDS, _parser

NEEDS_SHTAB = pytest.mark.skipif(importlib.util.find_spec("shtab") is None, reason="the extra completion is missing")


@NEEDS_SHTAB
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_completed(shell, capsys):
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(module.__name__.rpartition(".")[2] in script for module in _COMMANDS)
    for option in {each for action in _actions(_parser("en")) for each in action.option_strings}:
        assert option.lstrip("-") in script


@NEEDS_SHTAB
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_read_the_script(shell, capsys, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    assert main(["completion", shell, "--language", "lt"]) == 0
    path = tmp_path / "script"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@NEEDS_SHTAB
def test_bash_completes_commands_options_choices_and_files(capsys, tmp_path):
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "script"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    (tmp_path / "cluster.xlsx").touch()

    def completed(*typed):
        words = " ".join(f"'{each}'" for each in ("socluster", *typed))
        run = (
            f"source {script}; COMP_WORDS=({words}); COMP_CWORD={len(typed)}; _shtab_socluster; echo ${{COMPREPLY[@]}}"
        )
        return subprocess.run(
            ["bash", "-c", run], capture_output=True, text=True, check=True, cwd=tmp_path
        ).stdout.split()

    assert completed("me") == ["measure"]
    assert completed("report", "siauliai", "--tab") == ["--tables"]
    assert completed("report", "siauliai", "--language", "") == ["en", "lt"]
    assert completed("info", "clu") == ["cluster.xlsx"]


def test_without_shtab_the_way_to_get_it_is_named(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 1
    assert "socluster[completion]" in capsys.readouterr().err
