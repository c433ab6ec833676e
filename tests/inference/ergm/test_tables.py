"""The coefficients as the table of a paper."""

import pandas as pd

from socluster.inference.ergm.tables import printed_table

FRAME = pd.DataFrame(
    {"estimate": [-1.5], "se": [0.25], "mc_error": [0.01], "z": [-6.0], "p": [1e-9], "low": [-1.9], "high": [-1.1]},
    index=pd.Index(["nodematch.a_b"], name="term"),
)


def test_it_speaks_the_language():
    english, lithuanian = printed_table(FRAME, 0.9, "en"), printed_table(FRAME, 0.9, "lt")
    assert english.loc["nodematch.a_b", "std. error"] == "0.250"
    assert english.loc["nodematch.a_b", "90% interval"] == "−1.900 to −1.100"
    assert lithuanian.shape == english.shape
    assert "−1,500" in lithuanian.to_numpy()
    assert not {*lithuanian.columns} & {"estimate", "std. error"}


def test_an_exact_fit_has_no_column_of_zeros():
    assert "Monte-Carlo error" in printed_table(FRAME, 0.9, "en")
    assert "Monte-Carlo error" not in printed_table(FRAME.assign(mc_error=0.0), 0.9, "en")
