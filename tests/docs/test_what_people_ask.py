"""The table of questions: every call that it names is there, with the options that it names."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest

import socluster as sc

PAGE = Path(__file__).parents[2] / "docs/howto/what_people_ask.md"
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ") and "`sc." in line]
CALLS = sorted({call for row in ROWS for call in re.findall(r"`(sc\.[^`]+)`", row)})

# What a regional planner asks about services, growth, steps, governance, monitoring and surveys.
ANSWERS = {
    "access", "calibrate_incubation", "collective_choice", "compare_portfolios", "compare_waves", "composition_ranges",
    "concentration", "consensus", "coverage", "development_steps", "disclosure_risk", "governance_fit", "incubate",
    "inequality", "krippendorff_alpha", "plan_and_outcome", "plan_partners", "pseudonymise", "queues", "rank_partners",
    "read_roster", "referral_flow", "referral_paths", "run_chart", "run_chart_limits", "service_matrix",
    "service_overlap", "service_rate", "simulate_clients", "tie_chance",
}  # fmt: skip


def function(name):
    found = sc
    for part in name.split(".")[1:]:
        found = getattr(found, part)
    return found


@pytest.mark.parametrize("call", CALLS)
def test_a_call_of_the_table_is_there_with_its_options(call):
    read = ast.parse(call, mode="eval").body
    name = ast.unparse(read.func) if isinstance(read, ast.Call) else call
    options = [each.arg for each in read.keywords] if isinstance(read, ast.Call) else []
    assert set(options) <= set(inspect.signature(function(name)).parameters)


def test_every_answer_has_its_question():
    assert {re.match(r"sc\.(\w+)", call)[1] for call in CALLS} >= ANSWERS


def test_every_row_has_a_question_a_call_and_a_page():
    assert len(ROWS) >= 17
    for row in ROWS:
        question, _, more = row.strip("| ").split(" | ")
        assert "?" in question
        assert (PAGE.parent / re.fullmatch(r"\[\]\((.+)\)", more).group(1)).is_file()


# What has no picture of its own, and why.
NOT_DRAWN = {
    "calibrate_incubation": "what cannot be told stands in its sentences",
    "consensus": "a Series",
    "disclosure_risk": "it stands below the pictures, and says whether there may be any",
    "krippendorff_alpha": "a number",
    "pseudonymise": "a cluster",
    "read_roster": "a cluster",
    "referral_paths": "a table",
    "run_chart_limits": "two numbers",
    "service_rate": "a Series",
    "tie_chance": "a number",
}


def answer(name):
    """The type that a call returns."""
    module = importlib.import_module(getattr(sc, name).__module__)
    told = inspect.signature(getattr(sc, name)).return_annotation
    return getattr(module, told, None)


@pytest.mark.parametrize("name", sorted(ANSWERS - {"queues"} - set(NOT_DRAWN)))
def test_an_answer_is_a_table_sentences_and_a_picture(name):
    assert {"to_frame", "sentences", "plot"} <= set(dir(answer(name)))


@pytest.mark.parametrize("name", ["delay", "loss", "abandonment", "network", "priorities", "transient"])
def test_a_queue_is_a_table_sentences_and_a_picture(name):
    asked = getattr(sc.queues, name)
    found = getattr(importlib.import_module(asked.__module__), inspect.signature(asked).return_annotation)
    assert {"to_frame", "sentences", "plot"} <= set(dir(found))


def test_what_is_not_drawn_is_no_answer_with_a_picture():
    assert [name for name in NOT_DRAWN if hasattr(answer(name), "plot")] == []
