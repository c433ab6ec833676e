"""The app as a process: it listens on this computer only, stays small, and its workers end with it, even if killed."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from socluster.app.server.serve import running, serve
from socluster.app.server.settings import Settings
from socluster.core.errors import InputError, SoclusterError
from tests.app.server import stand_in
from tests.app.server.waiting import MOST, until

LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="processes are looked at as Linux shows them")


@pytest.fixture(scope="module")
def server():
    port = free_port()
    command = [sys.executable, "-m", "socluster", "app", "--port", str(port), "--language", "lt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        lines = [process.stdout.readline() for _ in range(2)]
        yield process, port, lines
        process.kill()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def got(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=MOST) as response:
        return response.read()


def children(process):
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
        except OSError:
            continue
        if re.search(rf"^PPid:\s+{process.pid}$", text, re.MULTILINE):
            found.append(int(status.parent.name))
    return found


def is_alive(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_it_says_where_it_is_once_it_can_answer(server):
    _, port, lines = server
    assert f"http://127.0.0.1:{port}/" in lines[1]
    assert b"<html" in got(port, "/")
    assert json.loads(got(port, "/api/start"))["language"] == "lt"


def test_it_refuses_another_host(server):
    request = urllib.request.Request(f"http://127.0.0.1:{server[1]}/", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request, timeout=MOST)


@pytest.mark.parametrize("megabytes", [7, 20])
def test_a_file_that_is_too_large_is_refused_with_a_sentence_in_both_languages(server, megabytes):
    address = f"http://127.0.0.1:{server[1]}"
    request = urllib.request.Request(f"{address}/api/upload?name=a.csv", b"x" * (megabytes * 2**20))
    request.add_header("Origin", address)
    with pytest.raises(urllib.error.HTTPError, match="413") as caught:
        urllib.request.urlopen(request, timeout=MOST)
    said = json.loads(caught.value.read())["said"]
    assert said["en"] == "A file may have up to 6 MB."
    assert said["lt"] != said["en"]
    assert "Content-Security-Policy" in caught.value.headers


@LINUX
def test_it_listens_on_this_computer_only(server):
    port = f"{server[1]:04X}"
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:] if " 0A " in line]
    assert [address for address in listening if address.endswith(port)] == [f"0100007F:{port}"]


@LINUX
def test_it_stays_small(server):
    status = Path(f"/proc/{server[0].pid}/status").read_text()
    assert int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) < 60 * 1024


@LINUX
def test_its_workers_end_with_it_even_if_it_is_killed(server):
    process, *_ = server
    workers = until(lambda: children(process))
    os.kill(process.pid, signal.SIGKILL)
    process.wait(MOST)
    until(lambda: not any(map(is_alive, workers)))


def test_a_port_that_is_taken_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(InputError, match="choose another one, such as --port"):
            serve(Settings(port=taken.getsockname()[1]), print)


def test_what_it_cannot_begin_with_is_told(monkeypatch):
    monkeypatch.setattr("socluster.app.server.serve.work", stand_in.broken)
    monkeypatch.setattr(running.__wrapped__, "__defaults__", (stand_in.broken,))
    with pytest.raises(SoclusterError, match="there is no such data"):
        serve(Settings(port=free_port()), print)


def test_what_is_not_installed_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "waitress", None)
    with pytest.raises(InputError, match=r"pip install 'socluster\[app\]'"):
        serve(Settings(port=free_port()), print)


def test_a_worker_that_reads_the_program_anew_starts_no_server(monkeypatch):
    monkeypatch.setattr("multiprocessing.parent_process", lambda: object())
    with pytest.raises(InputError, match="__main__"), running(Settings()):
        pass
