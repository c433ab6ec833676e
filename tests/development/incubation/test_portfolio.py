"""A portfolio is a mix by kind, or a list of events with costs of their own."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.development.incubation.portfolio import portfolio_of

PRICES = {"conference": 12_000.0, "seminar": 4_000.0}
LIST = [{"kind": "seminar", "cost": 1_500}, {"kind": "Seminars"}, {"kind": "conference", "cost": 0}]


def test_a_list_costs_what_its_events_cost_and_the_price_of_their_kind_where_they_do_not_say():
    for given in (LIST, pd.DataFrame(LIST)):
        found = portfolio_of("x", given, PRICES, None)
        assert found.counts == {"seminar": 2, "conference": 1}
        assert found.priced == {"seminar": 1}
        assert found.cost(PRICES) == 5_500
        assert found.events["event"].tolist() == ["seminar 1", "seminar 2", "conference 1"]


def test_a_mix_is_scaled_to_the_budget_and_a_list_is_not():
    assert portfolio_of("x", {"seminar": 1}, PRICES, 12_000).cost(PRICES) == 12_000
    assert portfolio_of("x", LIST, PRICES, 12_000).cost(PRICES) == 5_500
    with pytest.raises(InputError, match="argument 'portfolios': costs 5\u00a0500 EUR, more than the budget"):
        portfolio_of("x", LIST, PRICES, 5_000)


@pytest.mark.parametrize(
    ("given", "prices", "said"),
    [
        ([{"kind": "seminar"}], {}, "x, row 1, column 'kind': has no price"),
        ([{"kind": "visit"}, {"kind": "picnic"}], PRICES, "x, row 2, column 'kind': has no price"),
        ([{"kind": "seminar", "cost": -1}], PRICES, "must be what the event costs"),
        ([{"kind": "seminar", "cost": "dear"}], PRICES, "must be what the event costs"),
        ([{"kind": "seminar", "cost": 0}], PRICES, "costs nothing"),
        ([], PRICES, "at least one event"),
        ([{"name": "x"}], PRICES, "x, .*needs a column 'kind'"),
        ([1, 2], PRICES, "must be numbers by kind of event, a table"),
        ("seminar", PRICES, "must be numbers of events by kind"),
        ({"seminar": 1}, {}, "no source states them"),
    ],
)
def test_what_makes_no_portfolio_is_refused(given, prices, said):
    with pytest.raises(InputError, match=said):
        portfolio_of("x", given, prices, None)
