"""The files of the page, and all modules as one script."""

import re
from importlib.resources import files

import pytest

from socluster.app.page import FILES, joined, served, text_of

UNSAFE = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function"  # a text read as something else
    r"|https?://(?!www\.w3\.org)"  # or far away
)


def test_every_file_of_the_page_may_be_given_out_but_the_index_and_the_page_by_email():
    there = {each.name for each in files("socluster.app.page").iterdir() if not each.name.endswith((".py", "cache__"))}
    assert there - set(FILES) == {"index.html", "single.js"}
    assert list(FILES) == sorted(FILES)


@pytest.mark.parametrize("name", [name for name in (*FILES, "single.js") if name.endswith(".js")])
def test_modules_are_small_say_what_they_are_for_and_read_no_text_as_html(name):
    text = text_of(name)
    assert text.startswith("/** ")
    assert text.count("\n") <= 400
    assert not UNSAFE.search(text)
    assert not re.search(r'\bstyle:|setAttribute\("style', text)  # the policy of the page forbids it


def test_one_script_holds_every_module_after_those_that_it_needs():
    script = joined("single.js")
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    assert script.index("function number(") < script.index("function writerOf(") < script.index("function cardsOf(")
    joined("main.js")


def test_the_index_names_files_that_are_there():
    named = re.findall(r'(?:href|src)="page/([\w.]+)"', served())
    assert set(named) <= set(FILES)
    assert "<script>" not in served()
    assert "style=" not in served()


def test_a_file_that_is_not_there_is_not_given_out():
    with pytest.raises(FileNotFoundError):
        text_of("nothing.js")


def test_what_was_asked_for_opens_the_page_and_else_the_browser_decides():
    assert 'data-opens-in="lt"' in served("lt")
    assert 'data-opens-in="en"' in served("en")
    assert "data-opens-in" not in served()
    assert "dataset.opensIn" in text_of("frame.js")  # what names it and what reads it go together
