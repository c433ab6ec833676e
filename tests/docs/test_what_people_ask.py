"""The table of questions: every call that it names is there, with the options that it names."""

import ast
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
