"""The site in a browser, as wide as a desk and as a phone: axe-core finds nothing, and search finds."""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import axe_core_python
import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(axe_core_python.__file__).with_name("axe.min.js")
PAGES = [
    "index.html",
    "course.html",
    "course/tutorials/lt/00_in_five_minutes.html",
    "concepts/definitions.html",
    "concepts/whatif.html",
    "reference/who_spans_structural_holes.html",
    "faq.html",
    "glossary.html",
    "coming_from.html",
    "reference/is_there_a_core.html",
    "search.html",
]
WIDTHS = {"desk": 1200, "phone": 390}
IN_THE_DARK = ["course/tutorials/lt/00_in_five_minutes.html", "faq.html", "glossary.html"]
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--allow-file-access-from-files",
    "--virtual-time-budget=20000",
    "--window-size=1300,1000",
]
# Runs in the page: axe, then what it cannot see.
ASK = """
<script src="axe-for-tests.js"></script>
<script>
window.addEventListener("load", async () => {
  if (window.name.endsWith("dark")) document.documentElement.dataset.theme = "dark";
  const wanted = {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]};
  const found = await axe.run(document, wanted);
  const stops = document.querySelectorAll("a[href], button:not([disabled]), input, [tabindex='0']");
  const first = [...stops].find(stop => getComputedStyle(stop).visibility !== "hidden" && stop.offsetParent !== null);
  parent.postMessage(JSON.stringify({
    violations: found.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]),
    rules: found.passes.length,
    ground: getComputedStyle(document.body).backgroundColor,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    first: first.getAttribute("href"),
    header: document.querySelector(".bd-header")?.offsetHeight,
    cut: [...document.querySelectorAll(".bd-article :is(dt.sig, dt.sig *, p > code, dd > code)")]
      .filter(part => part.getBoundingClientRect().right > innerWidth && !part.closest("table"))
      .map(part => part.textContent.slice(0, 80)),
    around: document.querySelector(".page-toc")?.textContent.trim(),
  }), "*");
});
</script>
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


def opened(path, folder):
    """Return the document after its scripts have run, and what the console said."""
    command = [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom", path]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if ":CONSOLE" in line]


@pytest.fixture(scope="module")
def answers(site, tmp_path_factory):
    """Ask all pages at once, each in a frame of its width, in a copy of the site: other tests read the site itself."""
    site = shutil.copytree(site, tmp_path_factory.mktemp("asked") / "html", copy_function=os.link)
    wrapper, script = site / "ask.html", site / "axe-for-tests.js"
    shutil.copyfile(AXE, script)
    frames = []
    for name in PAGES:
        page = site / name
        text = page.read_text(encoding="utf-8")
        question = ASK.replace(script.name, "../" * name.count("/") + script.name)
        asked = page.with_name(f"asked-{page.name}")
        asked.write_text(text.replace("</body>", f"{question}</body>"), encoding="utf-8")
        address = asked.relative_to(site).as_posix()
        frames += [
            f'<iframe name="{name} {size}{theme}" src="{address}" width={width} height=900></iframe>'
            for size, width in WIDTHS.items()
            for theme in (["", " dark"] if name in IN_THE_DARK else [""])
        ]
    wrapper_script = """<script>
const said = {};
addEventListener("message", event => {
  const frame = [...document.querySelectorAll("iframe")].find(each => each.contentWindow === event.source);
  said[frame.name] = JSON.parse(event.data);
  document.getElementById("said").textContent = JSON.stringify(said);
});
</script>"""
    wrapper.write_text(f'<pre id="said"></pre>{wrapper_script}{"".join(frames)}', encoding="utf-8")
    document, console = opened(wrapper.as_uri(), tmp_path_factory.mktemp("browser"))
    said = json.loads(html.unescape(re.search(r'<pre id="said">(.*?)</pre>', document, re.DOTALL)[1]))
    assert [line for line in console if "Uncaught" in line or "ERR_" in line] == []
    return said


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(answers, page, size):
    answer = answers[f"{page} {size}"]
    assert answer["violations"] == []
    assert answer["rules"] > 15


@pytest.mark.parametrize("size", WIDTHS)
@pytest.mark.parametrize("page", IN_THE_DARK)
def test_axe_finds_nothing_in_the_dark_either(answers, page, size):
    answer = answers[f"{page} {size} dark"]
    assert answer["ground"] == "rgb(20, 24, 30)"
    assert answer["violations"] == []
    assert answer["rules"] > 15


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_no_wider_than_a_phone(answers, page):
    assert answers[f"{page} phone"]["overflow"] <= 0


@pytest.mark.parametrize("page", PAGES)
def test_no_name_runs_off_a_phone(answers, page):
    assert answers[f"{page} phone"]["cut"] == []


def test_the_menu_is_one_line_on_a_desk(answers):
    assert answers["index.html desk"]["header"] < 100


@pytest.mark.parametrize("page", PAGES)
def test_the_first_stop_of_the_keyboard_leads_to_the_text(answers, page):
    assert answers[f"{page} desk"]["first"] == "#main-content"


@pytest.mark.parametrize(
    ("word", "page"),
    [("betweenness", "who_lies_on_the_paths_between_others.html"), ("tarpiškumas", "glossary.html")],
)
def test_search_finds(site, tmp_path, word, page):
    document, _ = opened(f"{(site / 'search.html').as_uri()}?q={word}", tmp_path)
    results = document[document.index('id="search-results"') :]
    assert page in results


def test_the_theme_speaks_lithuanian_around_a_lithuanian_page(answers):
    assert answers["course/tutorials/lt/00_in_five_minutes.html desk"]["around"] == "Šiame puslapyje"
    assert answers["course.html desk"]["around"] == "On this page"
