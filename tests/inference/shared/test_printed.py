"""Tables for LaTeX and HTML: rules, notes, and no command from a name."""

import pandas as pd

from socluster.inference.shared.printed import as_html, as_latex

TABLE = pd.DataFrame(
    {"estimate": ["\N{MINUS SIGN}0.12"], "p": ["–"]}, index=pd.Index(["50% of {a_b} & <i>c</i>"], name="predictor")
)


def test_latex():
    lines = as_latex(TABLE, ["R² = 1\N{NO-BREAK SPACE}000."]).splitlines()
    assert lines[0] == r"\begin{tabular}{lrr}"
    assert lines[2] == r"predictor & estimate & p \\"
    assert lines[4] == r"50\% of \{a\_b\} \& \textless{}i\textgreater{}c\textless{}/i\textgreater{} & $-$0.12 & -- \\"
    assert lines[6] == r"\multicolumn{3}{p{0.9\linewidth}}{\footnotesize R$^2$ = 1~000.}"
    assert lines[-1] == r"\end{tabular}"


def test_html():
    found = as_html(TABLE, ["R² < 1."])
    assert "<i>" not in found
    assert '<th scope="col">estimate</th>' in found
    assert '<th scope="row">50% of {a_b} &amp; &lt;i&gt;c&lt;/i&gt;</th><td>\N{MINUS SIGN}0.12</td>' in found
    assert '<td colspan="3">R² &lt; 1.</td>' in found


def test_a_caption_lets_it_float():
    lines = as_latex(TABLE, [], caption="100% & more", label="tab:one").splitlines()
    assert lines[:4] == [r"\begin{table}", r"\centering", r"\caption{100\% \& more}", r"\label{tab:one}"]
    assert lines[-1] == r"\end{table}"
