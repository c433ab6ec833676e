"""The README of the folder names what is in it."""

import re

from socluster.starter.folder import FILES
from socluster.starter.guide import guide_lines
from socluster.starter.readme import readme_text
from socluster.starter.sheets import SHEETS


def test_every_file_is_explained_and_no_other(language):
    text = readme_text(language)
    listed = re.findall(r"^\| `(.+?)` \|", text, re.MULTILINE)
    assert sorted([*listed, "README.md"]) == sorted(FILES)


def test_sheets_are_called_as_they_are_in_the_workbook(language):
    titles = {sheet.title(language) for sheet in SHEETS}
    named = set(re.findall(r"(?:sheet|lapą|Lapas|lapas) \*(.+?)\*", readme_text(language)))
    assert named - {"unknown", "nežinomi"} <= titles
    assert len(named & titles) >= 2


def test_both_languages_say_as_much():
    shapes = [
        [line[:2] for line in readme_text(language).splitlines() if re.match(r"#|\||\d\.|\*", line)]
        for language in ("en", "lt")
    ]
    assert shapes[0] == shapes[1]


def test_the_command_asks_for_the_language(language):
    command = "socluster validate cluster.xlsx" + (" --language lt" if language == "lt" else "")
    assert command in readme_text(language)
    assert any(command in line for line in guide_lines(language))


def test_it_begins_with_what_needs_no_program(language):
    steps = readme_text(language)
    assert steps.index("socluster app") < steps.index("socluster report") < steps.index("jupyter lab")
