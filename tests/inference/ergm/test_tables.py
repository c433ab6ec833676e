import pandas as pd

from socluster.inference.ergm.tables import html_table, latex_table

FRAME = pd.DataFrame(
    {"estimate": [-1.5], "se": [0.25], "mc_error": [0.01], "z": [-6.0], "p": [1e-9], "low": [-1.9], "high": [-1.1]},
    index=pd.Index(["nodematch.a_b<i>&"], name="term"),
)


def test_latex_is_escaped_and_speaks_the_language():
    text = latex_table(FRAME, "lt", "Lentelė", "tab:ergm")
    assert r"\caption{Lentelė}" in text
    assert r"\label{tab:ergm}" in text
    assert r"nodematch.a\_b<i>\&" in text
    assert "−1,500" in text
    assert "std. error" not in text
    assert "std. error" in latex_table(FRAME, "en", None, None)


def test_html_is_escaped():
    text = html_table(FRAME, "en")
    assert "<i>" not in text
    assert "&lt;i&gt;" in text
    assert "Monte-Carlo error" in text
    assert "&lt;0.001" in text or "<0.001" in text
