"""From the words after `socluster` to an exit code."""

import json
import os
import signal
import subprocess
import sys
from functools import partial
from importlib import import_module

import pytest

import socluster as sc
from socluster.cli import main
from socluster.cli.main import _show_warning
from socluster.core.errors import ProjectionWarning


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
    assert said.err.startswith("socluster: įspėjimas: failas knoke.net negali perteikti: ")
    assert "knoke.net: įrašyta. <Klasteris „Knoke“: " in said.out
    assert main(["info", "no-such-file.json", "--language", "lt"]) == 1
    assert "tokio failo ar aplanko nėra" in capsys.readouterr().err


def test_a_warning_is_said_once_in_a_command(capsys):
    warned = partial(_show_warning, "en", set())
    for _ in range(2):
        warned(ProjectionWarning("it was projected"), ProjectionWarning)
    warned(ProjectionWarning("another one was"), ProjectionWarning)
    assert capsys.readouterr().err.splitlines() == [
        "socluster: warning: it was projected",
        "socluster: warning: another one was",
    ]


# -- terminals ---------------------------------------------------------------------------------------------------------

COMMAND = [sys.executable, "-m", "socluster"]
HOSTILE = "\x1b[31mred \x07\u202ekcab\u200f \x9b2J"


def run(*arguments, **options):
    settings = {"capture_output": True, "text": True, "encoding": "utf-8", "check": False} | options
    return subprocess.run([*COMMAND, *map(str, arguments)], **settings)


def test_the_module_is_the_command():
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"socluster {sc.__version__}\n", "")


def test_the_language_is_said_before_or_behind_the_command(capsys):
    said = []
    for typed in (["--language", "lt", "info", "knoke"], ["info", "knoke", "--language", "lt"]):
        assert main(typed) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert "veikėj" in said[0]
    assert main(["--language", "lt", "info", "knoke", "--language", "en"]) == 0
    assert "actors" in capsys.readouterr().out


def test_the_help_names_the_exit_codes(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "0 done; 1 the input is wrong, or it could not be done; 2 the command is wrong; 130 interrupted" in said


def test_who_closes_the_output_early_has_seen_enough(tmp_path):
    """As `socluster demo | head -1` does; the page is there all the same."""
    command = [*COMMAND, "demo", "--draws", "20", "--output", str(tmp_path / "demo.html")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, "")
    assert "</html>" in (tmp_path / "demo.html").read_text(encoding="utf-8")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no disk that is always full")
@pytest.mark.parametrize("typed", [["info", "knoke"], ["--help"], ["--version"]], ids=" ".join)
def test_a_full_disk_is_said_in_one_line(typed):
    with open("/dev/full", "w") as full:
        done = run(*typed, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (
        1,
        "socluster: the output cannot be written: No space left on device\n",
    )


def test_a_full_disk_is_said_in_the_language():
    with open("/dev/full", "w") as full:
        done = run("info", "knoke", "--language", "lt", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith("socluster: išvesties įrašyti nepavyksta: ")


_WAITING = """
import signal, sys
from socluster.cli import main
from socluster.cli.commands import info
def wait(options):
    try:
        print("waiting", flush=True)
        signal.pause()
    except KeyboardInterrupt as interruption:
        interruption.add_note("5 of 9 draws are kept")
        raise
signal.signal(signal.SIGINT, signal.default_int_handler)
info.run = wait
sys.exit(main())
"""


@pytest.mark.parametrize(("language", "said"), [("en", "interrupted"), ("lt", "nutraukta")])
def test_ctrl_c_ends_quietly(language, said):
    command = [sys.executable, "-c", _WAITING, "info", "knoke", "--language", language]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, **pipes) as running:
        assert running.stdout.readline() == "waiting\n"
        running.send_signal(signal.SIGINT)
        _, told = running.communicate()
    assert (running.returncode, told) == (130, f"socluster: {said}\nsocluster: 5 of 9 draws are kept\n")


@pytest.mark.one_of(3)
@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_with_few_letters_gets_plain_ones(encoding, language, tmp_path):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    for typed in (["info", "siauliai"], ["info", "nothing.json"], ["validate", "ąž.csv"], ["--help"]):
        done = run("--language", language, *typed, env=environment, encoding=encoding, cwd=tmp_path)
        assert "Traceback" not in done.stderr, typed
        assert done.returncode in (0, 1), typed
        assert done.stdout + done.stderr
    plain = run("info", "siauliai", env=environment, encoding=encoding).stdout
    assert ("Šiauliai" if encoding == "cp1252" else "Siauliai") in plain


def hostile_files(folder):
    """Files of several formats with control characters wherever a text of theirs may be told."""
    marked = json.dumps(HOSTILE)
    actors = '"actors": [{"actor": "a"}, {"actor": "b"}]'
    files = {
        "key.json": f'{{"socluster": 1, {marked}: 1, {actors}}}',
        "column.json": f'{{"actors": [{{"actor": "a", {marked}: 1}}, {{"actor": "b", {marked}: "x"}}]}}',
        "info.json": f'{{"socluster": 1, "info": {{"title": {marked}, {marked}: "x"}}, "name": {marked}, {actors}}}',
        "ids.json": f'{{"nodes": [{{"id": {marked}}}], "links": [{{"source": {marked}, "target": "c"}}]}}',
        "partition.paj": f'*Network n\r\n*Vertices 2\r\n1 "a"\r\n2 "b"\r\n*Edges\r\n1 2\r\n*Partition {HOSTILE}\r\n'
        f"*Vertices 2\r\n1\r\n2\r\n*Permutation {HOSTILE}\r\n*Vertices 2\r\n2\r\n1\r\n",
        "ends.csv": f"source,target\n{HOSTILE},b\n{HOSTILE},{HOSTILE}\n",
        f"{HOSTILE}.json": "[1]",
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return [folder / name for name in files]


def test_nothing_that_steers_a_terminal_reaches_it(tmp_path, capsys):
    files = hostile_files(tmp_path)
    typed = [[command, str(file)] for file in files for command in ("info", "validate")]
    typed += [["convert", str(file), str(tmp_path / f"{HOSTILE}{place}.net")] for place, file in enumerate(files)]
    typed += [["info", HOSTILE], ["new", str(tmp_path / f"{HOSTILE} mine")], ["info", "knoke", "--encoding", HOSTILE]]
    codes = [main(each) for each in typed]
    with pytest.raises(SystemExit) as stopped:
        main(["info", "knoke", HOSTILE])
    assert {*codes, stopped.value.code} == {0, 1, 2}
    said = capsys.readouterr()
    assert [letter for letter in said.out + said.err if letter in HOSTILE and not letter.isprintable()] == []
    assert "\\x1b[31m" in said.out
    assert "\\x1b[31m" in said.err


# -- names -------------------------------------------------------------------------------------------------------------

NAMES = ["", ".", "/", "..", "a\0b", "\ud800", "n" * 300, "n" * 300 + ".xlsx", "no\x00.json", "\ud800.xlsx", "~", "-"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", ["info", "validate", "convert", "convert to", "new", "demo"])
def test_every_name_has_an_answer_in_words(command, name, tmp_path, monkeypatch, capsys):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    typed = {
        "info": ["info", f"--name={name}", "--", name],
        "validate": ["validate", "--", name],
        "convert": ["convert", "--", name, "out.json"],
        "convert to": ["convert", "--", "knoke", name],
        "new": ["new", "--", name],
        "demo": ["demo", "--draws", "2", f"--output={name}"],
    }[command]
    if command == "demo":
        demo_run = import_module("socluster.demo.run")
        monkeypatch.setattr(demo_run, "study", lambda *_: None)
        monkeypatch.setattr(demo_run, "sections", lambda *_: [])
        monkeypatch.setattr(demo_run, "_tell", lambda *_: None)
    code = main(typed)
    said = capsys.readouterr()
    is_plain = name in ("~", "-")
    assert code == (0 if is_plain and command in ("convert to", "new", "demo") else 1)
    assert (said.err == "") == (code == 0)
