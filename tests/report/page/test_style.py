"""The style sheet of a page."""

import re

from socluster.report.page.style import CSS


def test_it_asks_nothing_of_the_network_and_cannot_close_its_element():
    assert not re.search(r"url\(|@import|expression|</", CSS)


def test_every_block_is_closed():
    depth = 0
    for letter in CSS:
        depth += (letter == "{") - (letter == "}")
        assert depth >= 0
    assert depth == 0


def test_colours_that_are_used_are_defined():
    used, defined = set(re.findall(r"var\((--\w+)\)", CSS)), set(re.findall(r"(--\w+):", CSS))
    assert used <= defined


def test_it_knows_paper_and_phones_and_keeps_the_focus_visible():
    assert "@media print" in CSS
    assert re.search(r"@media \(max-width: \d+rem\)", CSS)
    assert ":focus-visible" in CSS
    assert ".skip:focus" in CSS


def test_it_dresses_what_the_page_is_made_of():
    """Every class that the page writes and that needs a look has one."""
    for name in ("skip", "drawing", "drawn", "scroll", "table", "number"):
        assert re.search(rf"\.{name}\b", CSS), name
