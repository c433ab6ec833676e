"""The Python on the pages runs, top to bottom, and prints what the page shows."""

import page_code
import pytest

# Pages whose calls need what a test has not: other computers, or hours.
NOT_HERE = {"scale.md": "calls Dask clusters; tests/whatif runs the same calls on small ones"}

PAGES = sorted(
    path.relative_to(page_code.DOCS).as_posix()
    for path in page_code.DOCS.rglob("*.md")
    if not {"_build", "reference", "jupyter_execute"} & set(path.relative_to(page_code.DOCS).parts)
)


@pytest.mark.one_of(2)
@pytest.mark.parametrize("page", [page for page in PAGES if page not in NOT_HERE])
def test_what_a_page_shows_is_what_it_prints(page, tmp_path, monkeypatch):
    blocks = page_code.blocks((page_code.DOCS / page).read_text(encoding="utf-8"))
    if not blocks:
        return
    monkeypatch.chdir(tmp_path)
    printed = page_code.outputs(blocks, page)
    for block, text in zip(blocks, printed, strict=True):
        if block.shown is not None and text is not None:
            assert _lines(text) == _lines(block.shown)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_run_says_why(page):
    for block in page_code.blocks((page_code.DOCS / page).read_text(encoding="utf-8")):
        assert block.reason is None or len(block.reason) > 10


def test_the_recipes_are_run():
    assert len([page for page in PAGES if page.startswith("howto/")]) >= 12
    assert all(page in PAGES for page in NOT_HERE)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_draws_a_way_between_two_definitions(page):
    """3,562 children in institutions and the 1,065 of later are counted by different sources and definitions."""
    text = (page_code.DOCS / page).read_text(encoding="utf-8")
    assert not ("3562" in text and "1065" in text)


def _lines(text):
    return [line.rstrip() for line in text.rstrip().splitlines()]
