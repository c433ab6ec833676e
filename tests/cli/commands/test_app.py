"""`socluster app`: what is typed becomes how the server is set up."""

import os
import signal

import pytest

from socluster.app.server import serve as module
from socluster.cli import main


@pytest.fixture
def started(monkeypatch):
    found = []

    def serve(settings, tell):
        found.append(settings)
        tell(settings.address)

    monkeypatch.setattr(module, "serve", serve)
    return found


def test_it_is_for_this_computer_unless_asked(started, capsys):
    assert main(["app"]) == 0
    assert started[0].is_local
    assert started[0].opens_in is None  # the browser decides
    assert (started[0].port, started[0].workers, started[0].given) == (8050, 1, None)
    assert "http://127.0.0.1:8050/" in capsys.readouterr().out


def test_everything_can_be_said(started, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.xlsx").write_bytes(b"")
    typed = "app mine.xlsx --language lt --port 9000 --workers 3 --host 0.0.0.0 --dask tcp://a:1"
    assert main(typed.split()) == 0
    settings = started[0]
    assert (settings.language, settings.port, settings.workers, settings.dask) == ("lt", 9000, 3, "tcp://a:1")
    assert settings.opens_in == "lt"
    assert settings.given == str(tmp_path / "mine.xlsx")
    assert "visi, kas" in capsys.readouterr().out


def test_a_language_that_is_said_decides_wherever_it_stands(started):
    assert main(["--language", "en", "app"]) == 0
    assert main(["app", "--language", "lt"]) == 0
    assert [each.opens_in for each in started] == ["en", "lt"]


def test_behind_a_proxy_it_has_the_address_of_the_proxy(started, capsys):
    assert main(["app", "siauliai", "--public", "https://cluster.example.org"]) == 0
    assert started[0].given == "siauliai"
    assert "https://cluster.example.org" in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed", [["--port", "0"], ["--port", "70000"], ["--workers", "0"], ["--public", "cluster.example.org"]]
)
def test_nonsense_is_refused(started, typed, capsys):
    assert main(["app", *typed]) == 1
    assert typed[0] in capsys.readouterr().err
    assert started == []


@pytest.mark.parametrize("path", ["none.xlsx", "folder/none"])
def test_a_file_that_is_not_there_is_told_before_anything_is_made_ready(started, capsys, path):
    assert main(["app", path]) == 1
    told = capsys.readouterr()
    assert "there is no such file or folder" in told.err
    assert not told.out
    assert not started


def test_it_ends_by_a_signal_as_by_ctrl_c_and_leaves_signals_as_they_were(monkeypatch):
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(module, "serve", lambda settings, tell: os.kill(os.getpid(), signal.SIGTERM))
    with pytest.raises(SystemExit, match="143"):
        main(["app"])
    assert signal.getsignal(signal.SIGTERM) is before
