"""The report in a browser: axe-core finds nothing, it is no wider than a phone, and the console stays silent."""

import html
import json
import re
import shutil

import pytest

import socluster as sc
from tests.docs.test_in_browser import ASK, AXE, CHROMIUM, WIDTHS, opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
LISTEN = """<script>
const said = {};
addEventListener("message", event => {
  const frame = [...document.querySelectorAll("iframe")].find(each => each.contentWindow === event.source);
  said[frame.name] = JSON.parse(event.data);
  document.getElementById("said").textContent = JSON.stringify(said);
});
</script>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("report")
    region = sc.load_dataset("siauliai")
    hub = sc.Scenario("hub").with_actor("hub", sector="public")
    hub = hub.with_ties("hub", sc.ties.Rates(by="sector"), layer="referral")
    outcome = sc.compare(region.project(), [hub], measures=[sc.fragmentation], draws=50, rng=7, null=True)
    for language in ("en", "lt"):
        sc.report(region, made / f"{language}.html", outcomes=[outcome], language=language)
    return made


@pytest.fixture(scope="module")
def answers(folder):
    """Ask copies of the reports, which may run the script that asks, each in frames of two widths."""
    shutil.copyfile(AXE, folder / "axe-for-tests.js")
    frames = []
    for language in ("en", "lt"):
        text = (folder / f"{language}.html").read_text(encoding="utf-8")
        asked = POLICY.sub("", text).replace("</body>", f"{ASK}</body>")
        (folder / f"asked-{language}.html").write_text(asked, encoding="utf-8")
        frames += [
            f'<iframe name="{language} {size}" src="asked-{language}.html" width={width} height=900></iframe>'
            for size, width in WIDTHS.items()
        ]
    (folder / "ask.html").write_text(f'<pre id="said"></pre>{LISTEN}{"".join(frames)}', encoding="utf-8")
    document, _ = opened((folder / "ask.html").as_uri(), folder)
    return json.loads(html.unescape(re.search(r'<pre id="said">(.*?)</pre>', document, re.DOTALL)[1]))


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("language", ["en", "lt"])
def test_axe_finds_nothing(answers, language, size):
    answer = answers[f"{language} {size}"]
    assert answer["violations"] == []
    assert answer["rules"] > 15


@pytest.mark.parametrize("language", ["en", "lt"])
def test_the_page_is_no_wider_than_a_phone_and_begins_with_the_way_to_the_text(answers, language):
    assert answers[f"{language} phone"]["overflow"] <= 0
    assert answers[f"{language} desk"]["first"] == "#content"


def test_the_page_opens_without_a_word_on_the_console(folder):
    document, console = opened((folder / "en.html").as_uri(), folder)
    assert "Structure is not effectiveness" in document
    assert console == []


def test_a_wide_table_is_whole_where_there_is_room_and_else_scrolls_in_its_own_box(browser, tmp_path):
    region = sc.load_dataset("siauliai").project()
    name = "A partnership of all municipalities"
    hub = sc.Scenario(name).with_actor("hub", sector="public").with_ties("hub", sc.ties.Rates(by="sector"))
    measures = {f"unbreakable_name_of_measure_{at}": sc.fragmentation for at in range(2)}
    measures = {name.replace("_", ""): function for name, function in measures.items()}
    outcome = sc.compare(region, [hub], measures=measures, draws=20, rng=7, null=True)
    path = sc.report(region, tmp_path / "page.html", outcomes=[outcome], language="lt")
    page = browser.new_page()
    widths = {}
    for width in (1280, 900, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path.as_uri())
        widths[width] = page.evaluate(
            """() => [document.documentElement.scrollWidth,
              ...[...document.querySelectorAll(".table")].map((each) => each.scrollWidth - each.clientWidth)]"""
        )
    assert max(widths[1280][1:]) <= 1
    assert max(widths[900][1:]) > 1
    assert all(found[0] <= width for width, found in widths.items())
    page.emulate_media(media="print")
    shown = page.evaluate(
        "() => [...document.querySelectorAll('.table')].map((each) => getComputedStyle(each).overflow)"
    )
    assert set(shown) == {"visible"}
    assert page.locator("footer").is_hidden()  # on paper it would stand alone on a last page
    page.close()
