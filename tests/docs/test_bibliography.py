"""Every DOI that docstrings, pages and notebooks cite is in the bibliography, once."""

import json
import re
from collections import Counter

import page_code

ROOT = page_code.DOCS.parent
BIBLIOGRAPHY = (page_code.DOCS / "references.bib").read_text(encoding="utf-8")
DOI = re.compile(r"(?:\bdoi:\s?|doi\.org/)(10\.\d{4,9}/[^\s\"'`<>,;\]\\]+)", re.IGNORECASE)


def cited(text):
    """Return the DOIs in a text, without the brackets and full stops around them."""
    for found in DOI.findall(text):
        doi = found.rstrip(".:*")
        while doi.endswith(")") and doi.count(")") > doi.count("("):
            doi = doi[:-1].rstrip(".:*")
        yield doi.lower()


def known():
    return [doi.lower() for doi in re.findall(r"^  doi = \{(.+)\},$", BIBLIOGRAPHY, re.MULTILINE)]


def test_dois_are_found_whatever_stands_around_them():
    text = "doi:10.1016/0378-8733(83)90021-7). [x](https://doi.org/10.2307/270949), (doi:10.1093/biomet/80.1.27)."
    assert list(cited(text)) == ["10.1016/0378-8733(83)90021-7", "10.2307/270949", "10.1093/biomet/80.1.27"]


def test_docstrings_and_pages_cite_what_is_listed():
    places = [*(ROOT / "socluster").rglob("*.py"), *page_code.DOCS.glob("*.md"), *page_code.DOCS.glob("*/*.md")]
    missing = {
        f"{path.relative_to(ROOT)}: {doi}"
        for path in places
        if "_build" not in path.parts and "reference" not in path.parts
        for doi in cited(path.read_text(encoding="utf-8"))
        if doi not in known()
    }
    assert missing == set()


def test_notebooks_cite_what_is_listed():
    missing = set()
    for path in (ROOT / "notebooks").rglob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        text = "\n".join("".join(cell["source"]) for cell in cells)
        missing |= {f"{path.name}: {doi}" for doi in cited(text) if doi not in known()}
    assert missing == set()


def test_no_work_stands_twice():
    keys = re.findall(r"^@\w+\{(\w+),", BIBLIOGRAPHY, re.MULTILINE)
    assert len(keys) > 100
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [doi for doi, times in Counter(known()).items() if times > 1] == []
