"""The what-if page in a browser, opened from a disk: it answers as the library does, in both languages, anywhere."""

import json

import pandas as pd
import pytest

import socluster as sc
from tests.browser.visits import IN_CHROMIUM
from tests.docs.test_in_browser import AXE

STEPS = ["understand", "whatif", "compare"]
EVIL = "<script>document.title = 'broken'</script>"
SEED, DRAWS = 7, 40
DAMAGE = """
for (const key of Object.keys(localStorage)) {
  if (!key.endsWith("language")) localStorage[key] = '{"kept": [1, null], "ticked": [{}]}';
}
"""

pytestmark = [
    *IN_CHROMIUM,
    pytest.mark.filterwarnings("ignore::socluster.core.errors.ProjectionWarning"),
]


def candidate(name, sector):
    rates = sc.ties.Rates(by="sector", layer="co-attends")
    return sc.Scenario(name).with_actor(name, sector=sector).with_ties(name, rates, layer="co-attends")


CANDIDATES = [candidate("Hub", "public"), candidate(EVIL, "civic"), candidate("=cmd|' /C calc'!A0", "science")]


@pytest.fixture(scope="module")
def region():
    return sc.load_dataset("siauliai")


@pytest.fixture(scope="module")
def address(region, tmp_path_factory):
    folder = tmp_path_factory.mktemp("whatif")
    return sc.whatif_page(region, CANDIDATES, folder / "page.html", draws=DRAWS, rng=SEED).path.as_uri()


@pytest.fixture
def page(browser):
    """A window with what its console said, and what it asked for beside itself."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.said = []
    opened.on("console", lambda message: opened.said.append(message.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.on("request", lambda request: request.url.startswith("file:") or opened.said.append(request.url))
    yield opened
    assert opened.said == []
    context.close()


def looked_at(page, address, step, language="en"):
    page.goto(f"{address}?lang={language}#{step}")
    page.wait_for_selector(f".step-{step}")


def test_the_numbers_of_a_tick_are_those_of_compare(page, address, region):
    looked_at(page, address, "whatif")
    page.check("#candidate-0")
    page.check("#candidate-2")
    cards = page.locator(".card")
    measures = [sc.fragmentation, sc.global_efficiency, sc.constraint]
    scenario = CANDIDATES[0] + CANDIDATES[2]
    table = sc.compare(region, [scenario], measures=measures, draws=DRAWS, rng=SEED, null=True).to_frame()
    rows = table.loc[scenario.name]
    shown = cards.nth(1).inner_text()
    row = rows.loc["global_efficiency"]
    for value in (row["before"], row["after"]):
        assert f"{value:.2f}" in shown
    for value in (row["delta"], row["low"], row["high"], row["null"]):
        assert f"{value:+.2f}".replace("-", "\u2212") in shown
    assert f"{rows.loc['fragmentation', 'before']:.0%}" in cards.nth(0).inner_text()
    held = json.loads(page.text_content("#held") or "{}") if page.locator("#held").count() else None
    assert held is None or held["seed"] == SEED
    page.uncheck("#candidate-0")
    page.uncheck("#candidate-2")
    assert "No answer yet" in cards.nth(1).inner_text()  # a result never stands beside a question that has changed


def test_another_language_keeps_what_was_ticked_and_where_the_focus_is(page, address):
    looked_at(page, address, "whatif")
    page.check("#candidate-1")
    page.click("#language-lt")
    assert page.is_checked("#candidate-1")
    assert page.evaluate("() => document.documentElement.lang") == "lt"
    assert page.evaluate("() => document.activeElement.id") == "language-lt"
    assert "Kas galėtų prisijungti?" in page.inner_text(".panel")
    page.keyboard.press("Control+z")
    assert not page.is_checked("#candidate-1")
    assert page.evaluate("() => document.documentElement.lang") == "lt"


def test_what_was_said_is_there_again_after_the_page_was_closed(page, address):
    looked_at(page, address, "whatif")
    page.check("#candidate-0")
    page.click("#keep")
    page.goto("about:blank")
    looked_at(page, address, "whatif")
    assert page.is_checked("#candidate-0")
    assert page.locator(".kept li").count() == 1


def test_what_was_kept_and_is_damaged_is_begun_anew(page, address):
    looked_at(page, address, "whatif")
    page.check("#candidate-0")
    page.add_init_script(DAMAGE)
    page.reload()
    page.wait_for_selector(".step-whatif")
    assert page.locator(".card").count() == 3
    assert not page.is_checked("#candidate-0")
    assert page.locator(".kept li").count() == 0


def test_the_page_opens_on_the_ticks_their_answer_and_what_was_asked(page, region, tmp_path):
    plan = {"budget": 30.0, "cost": {each.name: 10.0 + at for at, each in enumerate(CANDIDATES)}}
    asked = {"goals": [{"goal": "fragmentation", "better": "lower", "plan": plan}]}
    made = sc.whatif_page(region, CANDIDATES, tmp_path / "asked.html", draws=10, rng=SEED, questions=asked)
    page.goto(made.path.as_uri() + "?lang=en")
    page.wait_for_selector(".card .then")
    assert page.is_checked("#candidate-0")
    told = page.inner_text("#held-asked")
    assert "(fragmentation): lower is wished; plan within a budget of 30; costs: Hub\u00a0– 10" in told
    page.click("#step-compare")
    assert page.input_value("#budget") == "30"
    assert page.input_value("#cost-1") == "11"
    assert page.locator("#choosing table").count() == 2


def test_all_of_it_works_by_keyboard(page, address):
    looked_at(page, address, "whatif")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    reached = []
    for _ in range(13):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("() => document.activeElement.id"))
    assert [each for each in reached if each.startswith("candidate-")] == ["candidate-0", "candidate-1", "candidate-2"]
    page.focus("#candidate-1")
    page.keyboard.press("Space")
    assert page.is_checked("#candidate-1")
    assert page.evaluate("() => document.activeElement.id") == "candidate-1"


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_no_step_is_wider_than_the_screen(browser, address, width, language):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    for step in STEPS:
        looked_at(page, address, step, language)
        if step == "whatif":
            page.check("#candidate-0")
            page.click("#part-watched summary")
        if step == "compare":
            page.select_option("#goal", "global_efficiency")
            page.select_option("#better", "higher")
            page.fill("#budget", "5")
        page.add_script_tag(path=str(AXE))
        found = page.evaluate("async () => (await axe.run()).violations.map((each) => [each.id, each.nodes[0].html])")
        assert found == [], step
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, step
    context.close()


def test_names_that_are_code_are_shown_letter_by_letter(page, address):
    looked_at(page, address, "whatif")
    assert EVIL in page.inner_text(".panel")
    page.check("#candidate-1")
    page.goto(address + "#compare")
    assert EVIL in page.inner_text("#compared")
    assert "socluster" in page.title()


def test_a_goal_and_a_budget_say_who_comes_first_and_what_a_random_partner_does(page, address, region):
    looked_at(page, address, "compare")
    page.select_option("#goal", "global_efficiency")
    page.select_option("#better", "higher")
    page.fill("#budget", "3")
    for place, cost in enumerate(("1", "2", "4")):
        page.fill(f"#cost-{place}", cost)
    answer = page.inner_text("#choosing")
    assert "Random partner" in answer
    assert "Within 3, " in answer
    goal = sc.global_efficiency
    cost = {each.name: amount for each, amount in zip(CANDIDATES, (1, 2, 4), strict=True)}
    plan = sc.plan_partners(
        region, CANDIDATES, goal=goal, better="higher", budget=3, cost=cost, draws=DRAWS, rng=SEED
    ).to_frame()
    first = page.locator("#choosing table").nth(1).locator("tbody tr").first.inner_text()
    assert set(first.split("\t")[0].split(" + ")) == set(plan.index)


def test_a_picture_of_hundreds_is_there_at_once(browser, tmp_path):
    n = 300
    names = [f"a{place}" for place in range(n)]
    ties = pd.DataFrame({"source": [names[place // 2] for place in range(1, n)], "target": names[1:]})
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": names}), ties)
    hub = sc.Scenario("hub").with_actor("hub").with_ties("hub", ["a0", "a9"])
    written = sc.whatif_page(cluster, [hub], tmp_path / "page.html", measures=[sc.density], draws=2, rng=1)
    context = browser.new_context()
    page = context.new_page()
    looked_at(page, written.path.as_uri(), "whatif")
    page.check("#candidate-0")
    assert page.locator(".picture path").count() > n
    assert page.locator(".m-new").count() == 1
    context.close()


def test_no_sign_from_the_data_turns_what_is_read_or_read_out(page, tmp_path):
    turn = "\u202e"
    people = pd.DataFrame({"actor": [f"A{turn}x", "B", "C"], "sector": [f"pub{turn}lic", "civic", "civic"]})
    ties = pd.DataFrame({"source": [f"A{turn}x", "B"], "target": ["B", "C"]})
    joins = sc.Scenario(f"N{turn}x").with_actor(f"N{turn}x").with_ties(f"N{turn}x", {"B": 0.5})
    leaves = sc.Scenario(f"L{turn}x").without_actor(f"A{turn}x")
    town = sc.Cluster.from_tables(people, ties)
    written = sc.whatif_page(town, [joins, leaves], tmp_path / "page.html", measures=[sc.density], draws=5, rng=1)
    for step in STEPS:
        looked_at(page, written.path.as_uri(), step)
        if step == "whatif":
            page.check("#candidate-0")
            page.check("#candidate-1")
            page.click("#keep")
        read = page.evaluate(
            """() => {
              const isRead = (each) => !["id", "for", "name", "href", "value"].includes(each.name);
              const all = [...document.querySelectorAll("title, body, body :not(script)")];
              const own = (each) => [...each.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data);
              return all.flatMap((each) => [...own(each), ...[...each.attributes].filter(isRead).map((a) => a.value)]);
            }"""
        )
        assert "Ax" in " ".join(read) or "Lx" in " ".join(read)
        assert [each for each in read if turn in each] == []
