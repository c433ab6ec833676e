"""The site builds without a warning, hangs together, and asks nothing of the network."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from sphinx.util.inventory import InventoryFile
from test_reference_complete import public_names

LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "object": "data"}


class Page(HTMLParser):
    """What one page holds that matters here."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.loads, self.languages, self.pictures = set(), [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        self.ids |= {attributes[key] for key in ("id", "name") if attributes.get(key)}
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        if tag in LOADING and attributes.get(LOADING[tag]):
            self.loads.append(attributes[LOADING[tag]])
        if tag == "link" and attributes.get("rel") not in ("canonical", "search", "index", "next", "prev", "license"):
            self.loads.append(attributes.get("href") or "")
        if attributes.get("lang"):
            self.languages.append(attributes["lang"])
        if tag == "img":
            self.pictures.append(attributes)


@pytest.fixture(scope="module")
def pages(site):
    found = {path.relative_to(site): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    assert len(found) > 60
    return found


def test_no_link_within_the_site_is_dead(site, pages):
    dead = []
    for name, page in pages.items():
        for link in page.links:
            address, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", link) or (not address and not anchor):
                continue
            target = (site / name.parent / unquote(address)).resolve() if address else site / name
            has_anchors = anchor and target.suffix == ".html" and target.exists()
            if not target.exists() or (has_anchors and unquote(anchor) not in pages[target.relative_to(site)].ids):
                dead.append(f"{name}: {link}")
    assert dead == []


def test_no_page_loads_anything_from_outside(site, pages):
    outside = {
        f"{name}: {each}" for name, page in pages.items() for each in page.loads if re.match(r"(https?:)?//", each)
    }
    assert outside == set()
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", text), sheet.name
    assert (site / "_static" / "plotly.min.js").stat().st_size > 1_000_000


def test_every_page_can_be_reached_from_the_first(site, pages):
    reached, waiting = set(), [site / "index.html"]
    while waiting:
        page = waiting.pop()
        name = page.relative_to(site)
        if name in reached or name not in pages:
            continue
        reached.add(name)
        addresses = (link.partition("#")[0] for link in pages[name].links if not re.match(r"[a-z]+:", link))
        waiting += [(page.parent / unquote(address)).resolve() for address in addresses if address]
    apart = {str(name) for name in pages if "_static" not in name.parts} - {str(name) for name in reached}
    assert apart <= {"genindex.html", "search.html", "py-modindex.html"}


def test_every_public_name_is_in_the_inventory(site):
    with (site / "objects.inv").open("rb") as file:
        inventory = InventoryFile.load(file, "", lambda base, address: address)
    listed = {name for kind in inventory if kind.startswith("py:") for name in inventory[kind]}
    assert {f"socluster.{name}" for name in public_names()} - listed == set()
    assert "socluster.Cluster.project" in listed
    assert any(name.endswith("BrokerageTest.by_actor") for name in listed)


def test_the_search_index_knows_words_of_both_languages(site):
    text = (site / "searchindex.js").read_text(encoding="utf-8")
    index = json.loads(text[text.index("{") : text.rindex("}") + 1])
    words = set(index["terms"]) | set(index["titleterms"])
    assert any(word.startswith("between") for word in words)
    assert any(word.startswith("tarpiškum") for word in words)
    names = [entry[-1] for entries in index["objects"].values() for entry in entries]
    assert "betweenness" in names


def test_pictures_have_alternative_texts(pages):
    bare = [
        (str(name), each.get("src")) for name, page in pages.items() for each in page.pictures if not each.get("alt")
    ]
    assert bare == []


def test_pages_say_their_language(pages):
    for name, page in pages.items():
        if "_static" in name.parts:
            continue
        assert page.languages[0] == "en", name
        lithuanian = "lt" in name.parts or name.stem == "lietuviskai"
        assert ("lt" in page.languages) >= lithuanian, name


def test_formulas_are_mathml(site):
    text = (site / "concepts" / "whatif.html").read_text(encoding="utf-8")
    assert text.count("<math ") >= 10
    assert "MathJax" not in text


def test_a_sentence_with_a_colon_is_not_taken_for_a_type(site):
    """A type is a few words (`float or None`), not what a sentence says before its colon."""
    told = {}
    for page in (site / "reference").glob("*.html"):
        types = re.findall(r">Type<span.*?</dd>", page.read_text("utf-8"), re.DOTALL)
        plain = [re.sub(r"<[^>]*>", "", each).removeprefix(">Type:").strip() for each in types]
        told |= {each: page.name for each in plain if each not in ("float or None", "tuple of Problem")}
    assert told == {}


def test_functions_of_other_programs_do_not_lead_to_those_of_the_same_name(site):
    text = (site / "coming_from.html").read_text(encoding="utf-8")
    linked = re.findall(r'href="reference/[^"]*#[^"]*"[^>]*><code[^>]*><span class="pre">([^<]*)', text)
    assert linked
    assert [name for name in linked if not name.startswith(("sc.", "socluster."))] == []


def test_a_doi_of_the_course_is_a_link(site):
    text = (site / "course" / "tutorials" / "lt" / "03_associations_and_mixing.html").read_text(encoding="utf-8")
    assert 'href="https://doi.org/10.1016/0378-8733(88)90004-4"' in text
    assert not re.search(r"[ (]doi:10\.", text)
