"""What a worker does: opens data, answers questions about them, makes files to take away. The library works here."""

from __future__ import annotations

import json
import warnings
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pandas as pd

from socluster.app.answers.answer import answer
from socluster.app.answers.overview import overview
from socluster.app.server.corrected import corrected
from socluster.app.server.settings import ServerLimits
from socluster.app.server.take import Wanted, has_pictures, make, offered
from socluster.app.server.uploads import Brought, problem_rows, read_upload
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.progress import listening
from socluster.io.datasets import DATASETS, load_dataset
from socluster.io.files import read_with
from socluster.io.options import ReadingOptions
from socluster.words import Language, marked
from socluster.words.doors import told_at

__all__ = ["Answered", "Tasks", "Tell"]

Tell: TypeAlias = Callable[[int, int], None]
Answered: TypeAlias = tuple[str, list[tuple[str, str, bytes]]]

_MOST_OPEN = 8
_LARGE = 300  # actors; from 200 on the compiled routines of large networks are used
_CHORDS = (1, 7, 31, 101)  # to whom each of them is tied, so many places further
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CORRECTED: dict[Language, str] = {"en": "to_mend_{name}", "lt": "taisytina_{name}"}


class Tasks:
    """Does what the server hands over; what was read last stays open.

    Parameters
    ----------
    dask : str or None
        Address of a Dask scheduler that draws are handed to.
    given : str or None
        The file, folder or dataset that the server was started with.
    limits : ServerLimits
        How much of anything is taken.
    """

    def __init__(self, dask: str | None = None, given: str | None = None, limits: ServerLimits | None = None) -> None:
        self.limits = limits or ServerLimits()
        self._given = given
        self._executor = _client(dask) if dask else None
        self._open: OrderedDict[str, Brought] = OrderedDict()
        self._seen: dict[str, dict[str, Any]] = {}  # what is shown of those that are open
        self._do = {"open": self._opened, "ask": self._asked, "take": self._taken}

    def ready(self) -> str:
        """Load and compile what a first question needs, and return what the page offers at its start."""
        given = None
        if self._given is not None:
            given = self._of_source({"given": self._given}).cluster.name or Path(self._given).name
        first = {"dataset": "siauliai"}
        self._shown(first)  # kept, so that whoever looks around first waits for nothing
        _warm_up(self._of_source(first).cluster)
        return _json(
            {
                "given": given,
                "takes": offered(),
                "hasPictures": has_pictures(),
                "datasets": [_about(name) for name in DATASETS],
            }
        )

    def answer(self, task: Mapping[str, Any], tell: Tell) -> Answered:
        """Return the answer as JSON and the files that go with it."""
        with told_at("page"), listening(tell):
            return self._do[task["kind"]](task)

    def _opened(self, task: Mapping[str, Any]) -> Answered:
        try:
            brought = self._of_source(task["source"])
        except InputError as error:
            return _refused(error, task, self.limits)
        seen = self._shown(task["source"])
        return _json({"overview": seen, "warnings": list(brought.notes), "name": task["source"].get("name")}), []

    def _asked(self, task: Mapping[str, Any]) -> Answered:
        question = task["question"]
        draws = question.get("draws", 1)
        if type(draws) is not int or not 1 <= draws <= self.limits.draws:
            raise InputError("draws must be a whole number from 1 to {most}", {"most": self.limits.draws})
        brought = self._of_source(task["source"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)  # what they say stands in the answer's own sentences
            found = answer(brought.cluster, question, executor=self._executor, needs=brought.needs)
        return _json(found), []

    def _taken(self, task: Mapping[str, Any]) -> Answered:
        brought = self._of_source(task["source"]) if task.get("source") else None
        file = make(task["what"], Wanted(task, brought, self._executor, self.limits))
        return _json({"name": file[0]}), [file]

    def _shown(self, source: Mapping[str, Any]) -> dict[str, Any]:
        """Return the overview of data, made once as long as they are among the last."""
        brought, key = self._of_source(source), _key_of(source)
        if key not in self._seen:
            seen = overview(brought.cluster, brought.needs)
            self._seen[key] = {**seen, "draws": min(seen["draws"], self.limits.draws)}
            self._seen = {each: seen for each, seen in self._seen.items() if each in self._open}
        return self._seen[key]

    def _of_source(self, source: Mapping[str, Any]) -> Brought:
        """Return the data that were asked for, read once as long as they are among the last."""
        key = _key_of(source)
        if key not in self._open:
            self._open[key] = self._read(source)
            if len(self._open) > _MOST_OPEN:
                self._open.popitem(last=False)
        self._open.move_to_end(key)
        return self._open[key]

    def _read(self, source: Mapping[str, Any]) -> Brought:
        if "dataset" in source:
            return Brought(load_dataset(source["dataset"]), None, ())
        if "given" in source:
            given = source["given"]
            if given in DATASETS and not Path(given).exists():
                return Brought(load_dataset(given), None, ())
            if Path(given).is_file():
                path = Path(given)
                return read_upload(path.name, path.suffix.casefold(), path.read_bytes(), self.limits)
            return Brought(read_with(given, ReadingOptions(caller="command")), None, ())
        return read_upload(source["name"], source["suffix"], source["raw"], self.limits)


def _key_of(source: Mapping[str, Any]) -> str:
    return str(source.get("digest") or sorted((k, v) for k, v in source.items() if k in ("dataset", "given")))


def _warm_up(cluster: Cluster) -> None:
    """Ask what is asked first of a small cluster, and look at one that needs the routines of large ones."""
    ring = pd.DataFrame([(at, (at + chord) % _LARGE) for chord in _CHORDS for at in range(_LARGE)]).astype(str)
    ring.columns = ["source", "target"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        overview(Cluster.from_tables(pd.DataFrame({"actor": ring["source"].unique()}), ring))
        ties = {"verb": "with_ties", "source": "x", "targets": {"model": "Rates", "fields": {}}}
        steps = [{"verb": "with_actor", "actor": "x", "columns": {"sector": "public"}}, ties]
        answer(cluster, {"kind": "change", "scenarios": [{"name": "x", "steps": steps}], "draws": 1000, "null": True})


def _refused(error: InputError, task: Mapping[str, Any], limits: ServerLimits) -> Answered:
    """Return the first problems and how many there are, and a workbook in which they are marked."""
    source, language = task["source"], task.get("language", "en")
    rows = problem_rows(error.problems[: limits.problems])
    files = []
    if source.get("suffix") == ".xlsx":
        content = corrected(source["raw"], error.problems[: limits.marks], language)
        if content is not None:
            files.append((_CORRECTED[language].format(name=source["name"]), _XLSX, content))
    return _json({"problems": rows, "n_problems": len(error.problems), "name": source.get("name")}), files


def _about(name: str) -> dict[str, Any]:
    cluster = load_dataset(name)
    title = {"en": cluster.info["title"], "lt": cluster.info.get("title_lt", cluster.info["title"])}
    return {"name": name, "title": title, "actors": cluster.n_actors}


def _client(address: str) -> Any:
    try:
        from distributed import Client  # an extra
    except ImportError:
        raise InputError("--dask needs Dask: pip install 'socluster[parallel]'") from None
    try:
        return Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        message = marked("no Dask scheduler answers at {address} ({what})")
        raise InputError(message, {"address": address, "what": type(error).__name__}) from None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
