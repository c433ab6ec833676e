"""What a worker says through its pipe, without a process."""

import signal
import threading
from multiprocessing import Pipe

import pytest

from socluster.app.server.worker import serve_questions
from socluster.core.errors import InputError
from socluster.core.progress import progress
from tests.app.server.stand_in import Hands


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # a thread has no signals
    mine, its = Pipe()
    thread = threading.Thread(target=serve_questions, args=(its, lambda: Hands(())))
    thread.start()
    yield mine
    mine.close()
    thread.join(60)
    assert not thread.is_alive()  # it ends when the server is gone
    its.close()


def test_it_says_that_it_is_ready_then_how_far_it_is_then_the_answer(server):
    assert server.recv() == ("ready", '{"given": null, "datasets": []}')
    server.send({"kind": "ask", "question": {"do": "file"}})
    assert server.recv() == ("progress", 1, 4)
    assert server.recv() == ("answer", '{"name": "a.txt"}', [("a.txt", "text/plain", b"content")])
    server.send({"kind": "ask", "question": {"do": "fail"}})
    assert [server.recv()[0], server.recv()[0]] == ["progress", "failed"]


def test_a_fault_of_ours_is_a_plain_sentence_and_all_of_it_in_the_log(server, caplog):
    server.recv()
    server.send({"kind": "ask", "question": {"do": "fault"}})
    server.recv()
    kind, said = server.recv()
    assert (kind, said["en"]) == ("failed", "This did not work. Your choices are still here.")
    assert said["lt"] != said["en"]
    assert "ZeroDivisionError: a secret of ours" in caplog.text


def test_no_bar_is_made_whose_lock_a_killed_worker_would_leave_behind(monkeypatch):
    class Slow(Hands):
        def ready(self):
            return str(len(list(progress("ab", 2, "what", "piece"))))

    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr("tqdm.tqdm", None)
    mine, its = Pipe()
    mine.close()  # so that it ends once it is ready
    monkeypatch.setattr(its, "send", (sent := []).append, raising=False)
    serve_questions(its, lambda: Slow(()))
    assert sent == [("ready", "2")]


def test_what_cannot_begin_says_why(monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    mine, its = Pipe()

    def make():
        raise InputError("there is no such file")

    serve_questions(its, make)
    kind, said = mine.recv()
    assert kind == "broken"
    assert said["en"] == "there is no such file"
    assert said["lt"] != said["en"]
