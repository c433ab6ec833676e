"""The addresses of the app: what can be asked of the server, and what it refuses with which sentence.

Nothing here reads data or calculates. No part of an address and no name that a visitor gives reaches the disk.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from socluster.app.answers.words import words
from socluster.app.page import FILES, served, text_of
from socluster.app.server.calculators import Calculators
from socluster.app.server.jobs import Inquiry, LineFullError, Reply, WaitingLine
from socluster.app.server.keeping import Keeping
from socluster.app.server.kinds import KINDS, suffix_of
from socluster.app.server.messages import Said, in_both
from socluster.app.server.safety import HEADERS, Doors, new_session
from socluster.app.server.settings import Settings
from socluster.core.version import VERSION
from socluster.words import LANGUAGES, later, listed, number, phrase
from socluster.words.plain import plain

__all__ = ["Refusal", "site"]

_KINDS_OF_PAGE = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_LONGEST_NAME = 80
_DEEPEST = 32  # brackets in brackets; what the page asks has up to ten
_WITHOUT_DATA = ("template", "example", "scenarios")


class Refusal(HTTPException):
    """A request that is refused, with the sentence that says why."""

    def __init__(self, code: int, said: Said, **more: Any) -> None:
        super().__init__()
        self.code = code
        self.said, self.more = said, more


def site(settings: Settings, line: WaitingLine, calculators: Calculators, keeping: Keeping) -> Flask:
    """Return the app as a WSGI application.

    Parameters
    ----------
    settings : Settings
        Where it listens, and how much of anything it takes.
    line : WaitingLine
        Where questions wait.
    calculators : Calculators
        Who answers them.
    keeping : Keeping
        Where data and files are kept.
    """
    app = Flask("socluster.app", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.limits.upload
    _guard(app, settings)
    _show(app, settings, calculators)
    _answer(app, settings, line, _Asked(settings, line, keeping))
    return app


def _guard(app: Flask, settings: Settings) -> None:
    """Look at every request before it is answered, and at every answer before it goes."""
    doors = Doors(settings)

    @app.before_request
    def _check() -> None:
        if not doors.lets_in(request.headers.get("Host", "")):
            raise Refusal(403, in_both(phrase("The server is not known under this name.")))
        if request.method not in ("GET", "HEAD") and not doors.comes_from_here(
            request.headers.get("Origin"), request.headers.get("Host", "")
        ):
            raise Refusal(403, in_both(phrase("Only the page of this server may ask this.")))
        session = doors.session(request.cookies.get(doors.cookie))
        g.is_new = session is None
        g.session = session or new_session()

    @app.after_request
    def _protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        if getattr(g, "is_new", False) and request.path == "/":
            response.set_cookie(
                doors.cookie, g.session, httponly=True, samesite="Strict", secure=doors.is_secure, path="/"
            )
        return response

    @app.errorhandler(Exception)
    def _refuse(error: Exception) -> Response:
        return _refused(error, settings)


def _show(app: Flask, settings: Settings, calculators: Calculators) -> None:
    """Hand out the page, its files and its words."""

    @app.get("/")
    def _page() -> Response:
        return Response(served(settings.opens_in), mimetype="text/html")

    @app.get("/page/<name>")
    def _file_of_the_page(name: str) -> Response:
        if name not in FILES:  # a fixed list: no path of the visitor reaches the disk
            raise Refusal(404, in_both(phrase("There is nothing here.")))
        return Response(text_of(name), mimetype=_KINDS_OF_PAGE[name[name.rfind(".") :]])

    @app.get("/api/words/<language>")
    def _words(language: str) -> Response:
        if language not in LANGUAGES:
            raise Refusal(404, in_both(phrase("There is nothing here.")))
        return _json(words(language))

    @app.get("/api/start")
    def _start() -> Response:
        about = json.loads(calculators.about)
        limits = {"mostBytes": settings.limits.upload}
        return _json(
            {"given": None, "datasets": [], **about, "language": settings.language, "version": VERSION, **limits}
        )


def _answer(app: Flask, settings: Settings, line: WaitingLine, asked: _Asked) -> None:
    """Take what visitors ask and bring, and tell what has become of it."""

    @app.post("/api/open")
    def _open() -> Response:
        return asked.opened(_body(settings))

    @app.post("/api/upload")
    def _upload() -> Response:
        return asked.brought(request.args.get("name", ""), request.args.get("language", "en"), request.get_data())

    @app.post("/api/ask")
    def _ask() -> Response:
        return asked.question(_body(settings))

    @app.post("/api/take")
    def _take() -> Response:
        return asked.taken(_body(settings))

    @app.get("/api/job/<key>")
    def _job(key: str) -> Response:
        return asked.state(asked.job(key))

    @app.post("/api/stop/<key>")
    def _stop(key: str) -> Response:
        job = asked.job(key)
        line.stop(job)
        return asked.state(job)

    @app.get("/api/file/<key>")
    def _file(key: str) -> Response:
        return asked.file(key)


class _Asked:
    """What visitors ask, turned into tasks for the workers, and what they are told."""

    def __init__(self, settings: Settings, line: WaitingLine, keeping: Keeping) -> None:
        self.settings, self.line, self.keeping = settings, line, keeping

    def opened(self, body: Mapping[str, Any]) -> Response:
        """Open a data set of socluster, what the server was started with, or data that are here already."""
        source: dict[str, Any]
        if body.get("given") is True and self.settings.given is not None:
            source = {"given": self.settings.given}
        elif isinstance(body.get("dataset"), str) and re.fullmatch(r"[a-z_]{1,40}", body["dataset"]):
            source = {"dataset": body["dataset"]}
        elif "data" in body:
            return self._put({"kind": "open", "source": self._source(body), "language": _language(body)}, None)
        else:
            raise Refusal(400, in_both(phrase("Say which data set to open.")))
        return self._put({"kind": "open", "source": source, "language": _language(body)}, _digest("open", source))

    def brought(self, name: str, language: str, raw: bytes) -> Response:
        """Have a worker read what was brought."""
        suffix = suffix_of(name)
        if suffix is None:
            kinds = later(listed, list(KINDS))
            message = phrase("Bring a workbook (.xlsx), or a file of a kind of {kinds}.", kinds=kinds)
            raise Refusal(415, in_both(message))
        if not raw:
            raise Refusal(400, in_both(phrase("The file is empty.")))
        shown = _shown(name, suffix)
        source = {"name": shown, "suffix": suffix, "digest": hashlib.sha256(raw + shown.encode()).hexdigest()}
        task = {"kind": "open", "source": {**source, "raw": raw}, "language": _language({"language": language})}
        return self._put(task, None)

    def question(self, body: Mapping[str, Any]) -> Response:
        """Ask something about data that were opened."""
        question = body.get("question")
        if not isinstance(question, dict):
            raise Refusal(400, in_both(phrase("The question was not understood.")))
        source = self._source(body)
        known = {key: value for key, value in source.items() if key not in ("raw", "name")}
        return self._put({"kind": "ask", "source": source, "question": question}, _digest("ask", known, question))

    def taken(self, body: Mapping[str, Any]) -> Response:
        """Have a file made to take away."""
        what, scenarios = body.get("what"), body.get("scenarios") or []
        if not isinstance(what, str) or not isinstance(scenarios, list):
            raise Refusal(400, in_both(phrase("The question was not understood.")))
        source = None if what in _WITHOUT_DATA else self._source(body)
        questions = body.get("questions") if isinstance(body.get("questions"), dict) else {}
        task = {"kind": "take", "what": what, "source": source, "scenarios": scenarios, "questions": questions}
        return self._put({**task, "language": _language(body)}, None)

    def _source(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the data of this visitor, as a worker takes them."""
        found = self.keeping.get(g.session, body.get("data"))
        if found is None:
            message = phrase("The server no longer has these data: open or bring them again. Your scenarios are kept.")
            raise Refusal(404, in_both(message), gone=True)
        kept, raw = found
        return {**kept.about, "raw": raw} if raw else dict(kept.about)

    def _put(self, task: Mapping[str, Any], shared: str | None) -> Response:
        try:
            job = self.line.ask(g.session, task, shared)
        except LineFullError:
            message = phrase("Many people are asking just now; please try again in a minute.")
            raise Refusal(503, in_both(message)) from None
        return self.state(job) if job.state == "done" else _json({"job": job.key})

    def job(self, key: str) -> Inquiry:
        """Return a question of this visitor."""
        job = self.line.job(g.session, key)
        if job is None:
            message = phrase("The server no longer knows this question; perhaps it was started anew. Please ask again.")
            raise Refusal(404, in_both(message), gone=True)
        return job

    def state(self, job: Inquiry) -> Response:
        """Tell how far a question is, and its answer."""
        state, run = job.state, job.run
        if state == "done" and job.finished is None and run.reply is not None:
            job.finished = self._finished(job, run.reply)
        told = {
            "job": job.key,
            "state": state,
            "before": self.line.before(job),
            "share": round(run.share, 3),
            "said": self.line.said(job),
        }
        answer = job.finished if state == "done" and job.finished is not None else "null"
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return Response(f'{text[:-1]},"answer":{answer}}}', mimetype="application/json")

    def _finished(self, job: Inquiry, reply: Reply) -> str:
        """Return the answer with the keys by which this visitor finds data and files."""
        kind = job.run.task["kind"]
        if kind == "ask":
            return reply.text
        answer = json.loads(reply.text)
        files = [self.keeping.put(job.session, file.name, {"kind": file.kind}, file.content) for file in reply.files]
        if kind == "take":
            return json.dumps({"file": files[0], "name": reply.files[0].name}, ensure_ascii=False)
        source = dict(job.run.task["source"])
        if "problems" in answer:
            answer |= {"data": None, "corrected": files[0] if files else None}
        else:
            raw = source.pop("raw", None)
            answer["data"] = self.keeping.put(job.session, source.get("name", ""), source, raw)
        return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    def file(self, key: str) -> Response:
        """Hand out a file that was made for this visitor."""
        found = self.keeping.get(g.session, key)
        if found is None or "kind" not in found[0].about:
            raise Refusal(404, in_both(phrase("The server no longer has this file: have it made again.")), gone=True)
        kept, content = found
        response = Response(content, content_type=kept.about["kind"])
        response.headers.set("Content-Disposition", "attachment", filename=kept.name)
        return response


def _body(settings: Settings) -> dict[str, Any]:
    """Return what was asked, as a mapping."""
    if (request.content_length or 0) > settings.limits.question:
        raise Refusal(413, in_both(phrase("This question is too long.")))
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # brackets in brackets in brackets
        body = None
    if not isinstance(body, dict) or _is_deep(body):
        raise Refusal(400, in_both(phrase("The question was not understood.")))
    return body


def _is_deep(body: object) -> bool:
    """Whether there are brackets in brackets in brackets, which what takes values apart one by one does not bear."""
    level = [body]
    for _ in range(_DEEPEST):
        inner: list[object] = []
        for each in level:
            inner += each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
        if not inner:
            return False
        level = inner
    return True


def _language(body: Mapping[str, Any]) -> str:
    return "lt" if body.get("language") == "lt" else "en"


def _shown(name: str, suffix: str) -> str:
    """Return the name of a file as it is shown: its last part, without signs that steer, and not too long."""
    last = plain(re.split(r"[/\\]", name)[-1], one_line=True)
    stem = re.sub(r'[<>:"|?*\\\[\]]', "_", last[: -len(suffix)])
    return (stem[:_LONGEST_NAME] or "data") + suffix


def _digest(kind: str, *values: Any) -> str:
    """Return by what equal questions are known."""
    return hashlib.sha256(json.dumps([kind, *values], sort_keys=True).encode()).hexdigest()


def _json(value: Any, code: int = 200) -> Response:
    return Response(
        json.dumps(value, ensure_ascii=False, separators=(",", ":")), status=code, mimetype="application/json"
    )


def _refused(error: Exception, settings: Settings) -> Response:
    """Return a sentence for whatever went wrong, never a traceback."""
    if isinstance(error, Refusal):
        return _json({"said": error.said, **error.more}, error.code or 400)
    if isinstance(error, RequestEntityTooLarge):
        size = later(number, settings.limits.upload / 2**20, decimals=0)
        return _json({"said": in_both(phrase("A file may have up to {size} MB.", size=size))}, 413)
    if isinstance(error, HTTPException):
        return _json({"said": in_both(phrase("There is nothing here."))}, error.code or 400)
    logging.getLogger("socluster.app").error("a request could not be answered", exc_info=error)
    return _json({"said": in_both(phrase("This did not work. Your choices are still here."))}, 500)
