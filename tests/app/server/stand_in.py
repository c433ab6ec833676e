"""A worker that calculates nothing: it echoes, waits, breaks or fails, as the question says. It starts at once."""

import os
import time

from socluster.app.server.worker import serve_questions
from socluster.core.errors import InputError

FOR_EVER = 600


def work(pipe, *given):
    serve_questions(pipe, lambda: Hands(given))


def broken(pipe, *_):
    def make():
        raise InputError("there is no such {thing}", {"thing": "data"})

    serve_questions(pipe, make)


def dies(*_):
    os._exit(3)


class Hands:
    def __init__(self, given):
        self.given = given

    def ready(self):
        return '{"given": null, "datasets": []}'

    def answer(self, task, tell):
        do = (task.get("question") or task.get("questions") or {}).get("do", "echo")
        tell(1, 4)
        if do == "hang":
            time.sleep(FOR_EVER)
        if do == "crash":
            os._exit(9)
        if do == "fail":
            raise InputError("is not {right}", {"right": "so"})
        if do == "fault":
            raise ZeroDivisionError("a secret of ours")
        if do == "file":
            return '{"name": "a.txt"}', [("a.txt", "text/plain", b"content")]
        return f'{{"pid": {os.getpid()}, "draws": {task.get("question", {}).get("draws", 0)}}}', []
