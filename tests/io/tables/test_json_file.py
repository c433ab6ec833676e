"""The JSON file: what it looks like, and what is said about wrong ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.io.tables import json_file
from tests.io.tables.samples import plain, rich

LAYOUT = """\
{
 "socluster": 1,
 "name": "plain",
 "layers": {"tie": {"directed": false, "scale": null, "meaning": null}},
 "actors": [
  {"actor": "a", "sector": "public"},
  {"actor": "b"},
  {"actor": "c", "sector": "civic"}
 ],
 "ties": [
  {"source": "a", "target": "b", "layer": "tie", "weight": 1.0, "confidence": 1.0, "evidence": "reported"},
  {"source": "b", "target": "c", "layer": "tie", "weight": 2.5, "confidence": 1.0, "evidence": "reported"}
 ]
}
"""


def message_of(tmp_path: Path, text: str | bytes) -> str:
    path = tmp_path / "cluster.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(InputError) as caught:
        json_file.read(path)
    assert all(problem.file == str(path) for problem in caught.value.problems)
    return "\n".join(problem.message for problem in caught.value.problems)


def test_layout(tmp_path: Path) -> None:
    json_file.write(plain(), tmp_path / "cluster.json")
    assert (tmp_path / "cluster.json").read_text() == LAYOUT


def test_strict_json_with_letters_as_they_are(tmp_path: Path) -> None:
    json_file.write(rich(), tmp_path / "cluster.json")
    text = (tmp_path / "cluster.json").read_text(encoding="utf-8")
    assert "Šiaulių „Ąžuolo“ mokykla" in text
    document = json.loads(text, parse_constant=pytest.fail)
    assert document["ties"][0]["weight"] in (0.30000000000000004, 2.0, 1e-7, 12345.678901234567)
    assert {row["actor"]: row.get("staff") for row in document["actors"]}["null"] == 9_007_199_254_740_993


def test_file_made_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "cluster.json"
    path.write_text(
        '{"actors": [{"actor": 7, "staff": 3}, {"actor": "b", "open": true}], "ties": [{"from": 7, "to": "b"}]}'
    )
    tables = json_file.read(path)
    assert tables.origins["ties"].row(0) == 1
    again = build(tables).to_tables()
    assert again.actors["actor"].tolist() == ["7", "b"]
    assert str(again.actors["staff"].dtype) == "Int64"
    assert again.actors["open"].isna().tolist() == [True, False]
    assert again.ties[["source", "target", "weight"]].to_numpy().tolist() == [["7", "b", 1.0]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is no valid JSON at line 1, column 1: a value is missing here, or there is a comma too many"),
        (
            '{"actors": [\n{"actor": "a"},\n]}',
            "is no valid JSON at line 3, column 1: a value is missing here, or there is a comma too many",
        ),
        ("[1]", "must hold a JSON object {...}"),
        ("{}", "has no member 'actors'; here are none"),
        ('{"tables": 1}', "has no member 'actors'; here are 'tables'"),
        ('{"socluster": 99, "actors": []}', "is written in version 99 of the format; this socluster reads version 1"),
        ('{"actors": [], "tie": []}', "'tie' is no part of a cluster"),
        ('{"actors": {}}', "actors must be a list of objects, one per row"),
        (
            '{"actors": ["a", {"actor": "b", "tags": []}], "ties": [[]]}',
            "actors[0] must be an object {...}\n"
            "actors[1].tags must be text, a number, true, false or null\n"
            "ties[0] must be an object {...}",
        ),
        ('{"actors": [{"actor": NaN}]}', "holds NaN, which JSON does not know; write null for a missing value"),
        ('{"actors": [{"n": -Infinity}]}', "holds -Infinity, which JSON does not know; write null for a missing value"),
        ('{"actors": [], "actors": []}', "has the key 'actors' twice in one object"),
        (
            r'{"actors": [{"actor": "\ud800"}]}',
            r"holds half a character (an escape from \ud800 to \udfff without its other half)",
        ),
        ("[" * 100_000, "is nested too deeply"),
        ('{"actors": [' + "9" * 5000 + "]}", f"holds a number that is too large ({'9' * 20}… with 5000 digits)"),
        (b'{"actors": [{"actor": "\xc5\xa0\xc4\x85\xff"}]}', "is no text in UTF-8: byte 28 (line 1) is 0xff"),
        ('{"actors": [], "kinds": {"actors": {"a": 1}}}', "kinds.actors.a must be text"),
    ],
)  # fmt: skip
def test_wrong_file(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert message_of(tmp_path, text) == message


def test_escaped_pair_is_one_character(tmp_path: Path) -> None:
    path = tmp_path / "cluster.json"
    path.write_text(r'{"actors": [{"actor": "\ud83c\udfe0"}]}')
    assert json_file.read(path).actors["actor"].tolist() == ["🏠"]


def test_similar_member_is_suggested(tmp_path: Path) -> None:
    path = tmp_path / "cluster.json"
    path.write_text('{"actors": [], "tie": []}')
    with pytest.raises(InputError, match="did you mean 'ties'"):
        json_file.read(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        json_file.read(tmp_path / "no.json")
