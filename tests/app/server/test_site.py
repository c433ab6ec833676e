"""What the server lets through and what it refuses, with workers that calculate nothing."""

import json
import sys
from dataclasses import replace

import pytest

from socluster.app.page import FILES
from socluster.app.server.safety import HEADERS
from socluster.app.server.serve import running
from socluster.app.server.settings import ServerLimits, Settings
from tests.app.server import stand_in
from tests.app.server.waiting import until
from tests.app.server.workbooks import bomb

HERE = "http://127.0.0.1:8050"
LIMITS = replace(ServerLimits(), waiting=2)


@pytest.fixture(scope="module")
def server():
    with running(Settings(limits=LIMITS, given="ours.xlsx"), stand_in.work) as made:
        yield made


@pytest.fixture
def visitor(server):
    return Visitor(server.app)


class Visitor:
    """A browser: it keeps its cookie and says where it comes from."""

    def __init__(self, app):
        self.client = app.test_client()
        self.get("/")

    def get(self, path, **options):
        return self.client.get(path, base_url=HERE, **options)

    def post(self, path, value=None, **options):
        options = {"headers": {"Origin": HERE}, "base_url": HERE} | options
        return self.client.post(path, **({"json": value} if value is not None else {}), **options)

    def opened(self):
        return self.answer(self.post("/api/open", {"dataset": "siauliai"}))["data"]

    def ask(self, data, **question):
        return self.post("/api/ask", {"data": data, "question": question})

    def state(self, job):
        return self.get(f"/api/job/{job}").json

    def ended(self, job):
        until(lambda: self.state(job)["state"] not in ("waiting", "working"))
        return self.state(job)

    def answer(self, response):
        told = response.json
        return (told if told.get("answer") else self.ended(told["job"]))["answer"]


def test_the_page_comes_with_a_session_and_a_policy(server):
    response = server.app.test_client().get("/", base_url=HERE)
    assert response.status_code == 200
    cookie = response.headers["Set-Cookie"]
    for part in ("socluster_8050=", "HttpOnly", "SameSite=Strict", "Path=/"):
        assert part in cookie
    for name, value in HEADERS.items():
        assert response.headers[name] == value
    assert b"<html" in response.data


def test_data_that_are_here_are_opened_again_by_whose_they_are(visitor, server):
    data = visitor.opened()
    assert visitor.answer(visitor.post("/api/open", {"data": data}))["data"]
    other = Visitor(server.app).post("/api/open", {"data": data})
    assert (other.status_code, other.json["gone"]) == (404, True)


def test_a_session_stays_and_a_made_up_one_is_replaced(server):
    client = server.app.test_client()
    client.get("/", base_url=HERE)
    assert "Set-Cookie" not in client.get("/", base_url=HERE).headers
    client.set_cookie("socluster_8050", "short", domain="127.0.0.1")
    assert "Set-Cookie" in client.get("/", base_url=HERE).headers


def test_the_files_of_the_page_are_a_fixed_list(visitor):
    for name in FILES:
        response = visitor.get(f"/page/{name}")
        assert response.status_code == 200
        assert response.mimetype in ("text/javascript", "text/css", "image/svg+xml")


@pytest.mark.parametrize(
    "path",
    [
        "/page/../server/site.py",
        "/page/..%2f..%2fserver%2fsite.py",
        "/page/%2e%2e/server/site.py",
        "/page//etc/passwd",
        "/page/files.py",
        "/page/index.html",
        "/page/",
        "/etc/passwd",
        "/api/words/../../x",
        "/api/words/de",
        "/api/file/..%2f..%2fetc%2fpasswd",
        "/api/job/x",
    ],
)
def test_no_path_leads_anywhere_else(visitor, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert set(response.json["said"]) == {"en", "lt"}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8050", "127.0.0.1:9", "192.168.1.5:8050"])
def test_another_host_is_refused(visitor, host):
    response = visitor.client.get("/", headers={"Host": host})
    assert response.status_code == 403
    assert response.json["said"]["en"] != response.json["said"]["lt"]
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "http://localhost:8050", "https://127.0.0.1:8050"]
)
def test_another_origin_is_refused(visitor, origin):
    headers = {} if origin is None else {"Origin": origin}
    for path in ("/api/open", "/api/ask", "/api/upload?name=a.csv", "/api/take", "/api/stop/x"):
        assert visitor.post(path, {"dataset": "siauliai"}, headers=headers).status_code == 403


def test_words_and_beginning(visitor):
    english, lithuanian = (visitor.get(f"/api/words/{language}").json for language in ("en", "lt"))
    assert english.keys() == lithuanian.keys()
    begun = visitor.get("/api/start").json
    assert {"given", "datasets", "language", "version"} <= begun.keys()
    assert begun["mostBytes"] == LIMITS.upload


def test_a_question_goes_from_asked_to_answered_and_the_same_one_is_not_asked_twice(visitor, server):
    data = visitor.opened()
    first = visitor.answer(visitor.ask(data, draws=11))
    again = visitor.ask(data, draws=11).json
    assert (again["state"], again["answer"]) == ("done", first)
    other = Visitor(server.app)
    assert other.ask(other.opened(), draws=11).json["answer"] == first
    assert visitor.ask(data, draws=12).json.get("answer") is None


def test_a_stopped_question_says_so(visitor):
    job = visitor.ask(visitor.opened(), do="hang").json["job"]
    until(lambda: visitor.state(job)["share"])
    stopped = visitor.post(f"/api/stop/{job}").json
    assert stopped["state"] == "stopped"
    assert set(stopped["said"]) == {"en", "lt"}
    assert visitor.state(job)["answer"] is None


@pytest.mark.parametrize(("do", "state"), [("fail", "failed"), ("fault", "failed"), ("crash", "lost")])
def test_what_does_not_work_is_told_and_the_next_question_is_answered(visitor, do, state):
    data = visitor.opened()
    told = visitor.ended(visitor.ask(data, do=do).json["job"])
    assert (told["state"], told["answer"]) == (state, None)
    assert told["said"]["lt"]
    assert visitor.answer(visitor.ask(data, draws=1))


def test_nobody_reaches_what_is_another_visitors(visitor, server):
    data = visitor.opened()
    job = visitor.ask(data, draws=5).json["job"]
    visitor.ended(job)
    made = visitor.answer(visitor.post("/api/take", {"data": data, "what": "report", "questions": {"do": "file"}}))
    other = Visitor(server.app)
    for response in (
        other.get(f"/api/job/{job}"),
        other.post(f"/api/stop/{job}"),
        other.ask(data, draws=5),
        other.get(f"/api/file/{made['file']}"),
        other.post("/api/take", {"data": data, "what": "report"}),
    ):
        assert response.status_code == 404
        assert response.json["gone"]
    assert visitor.get(f"/api/file/{made['file']}").data == b"content"


def test_a_file_is_taken_as_a_file(visitor):
    made = visitor.answer(visitor.post("/api/take", {"what": "template", "questions": {"do": "file"}}))
    response = visitor.get(f"/api/file/{made['file']}")
    assert response.headers["Content-Disposition"] == "attachment; filename=a.txt"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert visitor.get(f"/api/file/{visitor.opened()}").status_code == 404  # data are no file


def test_the_line_is_bounded_and_says_how_many_come_before(server):
    visitors = [Visitor(server.app) for _ in range(4)]
    data = [each.opened() for each in visitors]
    jobs = [
        each.ask(key, do="hang", n=n).json["job"]
        for n, (each, key) in enumerate(zip(visitors, data, strict=True))
        if n < 1
    ]
    until(lambda: visitors[0].state(jobs[0])["state"] == "working")
    jobs += [visitors[n].ask(data[n], do="hang", n=n).json["job"] for n in (1, 2)]
    last = visitors[2].state(jobs[2])
    assert (last["state"], last["before"], last["said"]["en"]) == ("waiting", 1, "1 question before yours")
    full = visitors[3].ask(data[3], do="hang", n=3)
    assert full.status_code == 503
    assert set(full.json["said"]) == {"en", "lt"}
    for each, job in zip(visitors, jobs, strict=False):
        each.post(f"/api/stop/{job}")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"{", 400),
        (b'{"data": 3, "question": {}}', 404),
        (b'{"data": "x", "question": 3}', 400),
        (b'{"question": {}}', 404),
        (b"x" * 300_000, 413),
        (b'{"a":' * 60_000 + b"1" + b"}" * 60_000, 413),
        (b'{"a":' * 30_000, 400),
        (b'{"x":' + b"[" * 600 + b"]" * 600 + b"}", 400),
        (b'{"question":{"steps":[{"columns":' + b'{"a":' * 600 + b"1" + b"}" * 603, 400),
    ],
)
def test_nonsense_is_refused_with_a_sentence(visitor, body, code):
    response = visitor.post("/api/ask", data=body, content_type="application/json")
    assert response.status_code == code
    assert set(response.json["said"]) == {"en", "lt"}


@pytest.mark.parametrize("body", [{}, {"dataset": "../x"}, {"dataset": 3}, {"given": 1}, {"dataset": "a" * 99}])
def test_only_data_sets_are_opened_by_name(visitor, body):
    assert visitor.post("/api/open", body).status_code == 400


def test_what_the_server_was_started_with_is_opened(visitor):
    assert visitor.answer(visitor.post("/api/open", {"given": True}))["data"]


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.exe", b"x", 415),
        ("", b"x", 415),
        ("../../a", b"x", 415),
        ("a.xlsx", b"", 400),
        ("a.xlsx", b"x" * (7 * 2**20), 413),
    ],
)
def test_uploads_are_bounded(visitor, name, raw, code):
    response = visitor.post("/api/upload", data=raw, query_string={"name": name})
    assert response.status_code == code
    assert set(response.json["said"]) == {"en", "lt"}


def test_an_upload_is_known_by_its_last_name_and_without_signs_that_steer(visitor, server, monkeypatch):
    seen = []
    monkeypatch.setattr(server.line, "ask", lambda session, task, shared: seen.append(task) or 1 / 0)
    visitor.post("/api/upload", data=bomb(1), query_string={"name": 'C:\\x/../our <"\u202e\n>[1].XLSX'})
    source = seen[0]["source"]
    assert source["suffix"] == ".xlsx"
    assert source["name"].startswith("our ")
    assert not set('/\\<>"[]\n\u202e') & set(source["name"])


def test_a_fault_of_ours_is_a_sentence(visitor, server, monkeypatch):
    monkeypatch.setattr(server.line, "ask", lambda *_: 1 / 0)
    response = visitor.post("/api/open", {"dataset": "siauliai"})
    assert response.status_code == 500
    assert "ZeroDivision" not in response.text


def test_the_server_loads_no_numpy():
    """What runs in the server is small: asked in a process of its own, as the tests have numpy."""
    import subprocess

    code = (
        "import sys, socluster.cli, socluster.app.server.site, socluster.app.server.serve, waitress\n"
        "print([name for name in ('numpy', 'pandas', 'scipy', 'numba') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == []
