"""Brings the catalogue of messages up to date with the code: `make words`.

It collects what the code says, keeps the Lithuanian that is there, adds new messages with an empty translation, drops
those that nobody says any more, compiles the catalogue, and lists what is left to translate.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from socluster.core.public_names import CHAPTERS
from socluster.words.places import places

__all__ = [
    "SAYS",
    "Said",
    "called",
    "calls",
    "catalogue",
    "collected",
    "compiled",
    "files",
    "said_in",
    "unfilled",
    "update",
    "written",
]

PACKAGE = Path(__file__).resolve().parents[1] / "socluster"
PO = PACKAGE / "words" / "locale" / "lt" / "LC_MESSAGES" / "socluster.po"
MO = PO.with_suffix(".mo")

# What takes an English message, and how many of its first arguments are one: count("{n} actor", "{n} actors", ...).
SAYS = {
    "say": 1,
    "phrase": 1,
    "marked": 1,
    "note": 1,
    "problem": 1,
    "stop": 1,
    "translated": 1,
    "count": 2,
    "counted": 2,
    "Problem": 1,
    "InputError": 1,
    "ImmutableError": 1,
    "NoSuchNameError": 1,
    "SoclusterError": 1,
    "warn": 1,
}

_METHODS = ("note", "problem", "stop")  # of readers, which add the place

_HOMES = ("socluster.words", "socluster.core.errors", "socluster.core.warn")

_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # dates of its own would make every run another file
_HEADER = """\
# What socluster says in Lithuanian. `make words` adds new messages and drops old ones; fill in what it left empty.
msgid ""
msgstr ""
"Language: lt\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

"""


@dataclass(frozen=True)
class Said:
    """A message that the code says: one text, or two where a number decides; and its context."""

    texts: tuple[str, ...]
    context: str | None
    file: Path
    line: int


def calls(tree: ast.Module) -> list[ast.Call]:
    """Return the calls of a file that say something: not of a function that is merely called so."""
    imports = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)]
    told = [each for each in imports if each.module and each.module.startswith(_HOMES)]
    names = {each.asname or each.name for one in told for each in one.names}
    names |= {each.name for each in tree.body if isinstance(each, ast.ClassDef)}  # core/errors.py itself
    found = [each for each in ast.walk(tree) if isinstance(each, ast.Call) and called(each) in SAYS]
    return [each for each in found if isinstance(each.func, ast.Attribute) or called(each) in names]


def called(call: ast.Call) -> str:
    """Return the name of what is called, if it is a function, words.function, or a method that notes a problem."""
    if isinstance(call.func, ast.Attribute):
        is_ours = isinstance(call.func.value, ast.Name) and call.func.value.id == "words"
        return call.func.attr if is_ours or call.func.attr in _METHODS else ""
    return getattr(call.func, "id", "")


def said_in(source: str, file: Path = Path()) -> Iterator[Said]:
    """Find the literal messages in one file."""
    for call in calls(ast.parse(source)):
        if texts := _literals(call):
            contexts = [each.value for each in call.keywords if each.arg == "context"]
            context = contexts[0].value if contexts and isinstance(contexts[0], ast.Constant) else None
            yield Said(texts, str(context) if context is not None else None, file, call.lineno)


def unfilled(call: ast.Call) -> set[str]:
    """Return the places of a literal message to which the call gives no value, as far as one can see."""
    texts = _literals(call)
    if not texts or called(call) in ("marked", "translated"):
        return set()
    given: dict[str | None, ast.expr] = {each.arg: each.value for each in call.keywords}
    values = given.get("values") if called(call) not in ("say", "phrase", "count", "counted", "warn") else None
    if (
        values is None
        and called(call) in ("InputError", "ImmutableError", "NoSuchNameError", "SoclusterError")
        and len(call.args) > 1
    ):
        values = call.args[1]
    names = {str(each) for each in given} | ({"n"} if called(call) in ("count", "counted") else set())
    if isinstance(values, ast.Dict):
        names = {str(each.value) for each in values.keys if isinstance(each, ast.Constant)}
        is_open = None in values.keys
    else:
        is_open = None in given or values is not None
    return set() if is_open else {place for text in texts for place in places(text)} - names


def _literals(call: ast.Call) -> tuple[str, ...]:
    """Return the message of a call if it takes one and it is literal."""
    wanted = SAYS.get(called(call), 0)
    taken = call.args[:wanted]
    texts = tuple(each.value for each in taken if isinstance(each, ast.Constant) and isinstance(each.value, str))
    return texts if len(texts) == wanted else ()


def files() -> list[Path]:
    """Return the files of the package; what they say is in the catalogue."""
    return sorted(PACKAGE.rglob("*.py"))


@cache
def collected() -> tuple[Said, ...]:
    """Find the messages of all files, and the questions of the guide, which stand in the stub."""
    found = [said for file in files() for said in said_in(file.read_text(encoding="utf-8"), file.relative_to(PACKAGE))]
    questions = [Said((question,), "question", Path("__init__.pyi"), 0) for question in CHAPTERS["Measures"]]
    return (*found, *questions)


def catalogue() -> Catalog:
    """Read the catalogue as it is; after a conflict, with the translations of both sides."""
    ours, theirs = _sides(PO.read_text(encoding="utf-8"))
    found = read_po(io.BytesIO(ours.encode()), locale="lt")
    for message in read_po(io.BytesIO(theirs.encode()), locale="lt") if theirs != ours else ():
        known = found.get(message.id, message.context)
        if message.id and (known is None or not all(_strings(known))):
            found.delete(message.id, message.context)
            found.add(message.id, message.string, context=message.context)
    return found


def _sides(text: str) -> tuple[str, str]:
    """Return a file as either side of a conflict has it; without a conflict it is twice the same."""
    kept: tuple[list[str], list[str]] = ([], [])
    sides: tuple[int, ...] = (0, 1)
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<<"):
            sides = (0,)
        elif line.startswith("|||||||"):
            sides = ()
        elif line.startswith("======="):
            sides = (1,)
        elif line.startswith(">>>>>>>"):
            sides = (0, 1)
        else:
            for side in sides:
                kept[side].append(line)
    return "".join(kept[0]), "".join(kept[1])


def update(old: Catalog) -> Catalog:
    """Return the catalogue with exactly the messages that the code says, and the translations that are there."""
    kept = {(message.id, message.context): message.string for message in old if message.id}
    new = Catalog(locale="lt", domain="socluster", creation_date=_NO_DATE, revision_date=_NO_DATE, fuzzy=False)
    for said in collected():
        key = said.texts if len(said.texts) == 2 else said.texts[0]
        new.add(key, kept.get((key, said.context), ("",) * 3 if len(said.texts) == 2 else ""), context=said.context)
    return new


def written(new: Catalog) -> str:
    """Return the catalogue as text, sorted, without the lines of the code, which change too often."""
    text = io.BytesIO()
    write_po(text, new, width=120, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return _HEADER + text.getvalue().decode("utf-8")


def compiled(new: Catalog) -> bytes:
    """Return the catalogue as the package reads it."""
    binary = io.BytesIO()
    write_mo(binary, new)
    return binary.getvalue()


def left(new: Catalog) -> list[Message]:
    """Return the messages without a complete translation."""
    return [message for message in new if message.id and not all(_strings(message))]


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(map(str, message.string or ("",)))


if __name__ == "__main__":
    now = update(catalogue() if PO.exists() else Catalog(locale="lt"))
    PO.write_text(written(now), encoding="utf-8")
    MO.write_bytes(compiled(now))
    empty = left(now)
    for message in empty:
        print(f"not translated: {message.id}")
    sys.exit(bool(empty))
