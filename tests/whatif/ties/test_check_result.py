"""What a check says."""

import numpy as np

from socluster.whatif.ties import ModelCheck, Rates

VALUES = np.array([[1.0, 1.2, 0.8, 1.1], [0.2, 0.3, 0.25, 0.2], [0.5, 0.5, 0.5, 0.5], [0.7, 0.6, 0.65, 0.7]])


def found(observed=(2.0, 0.25, 0.5, 0.65), *, directed=True, by="sector", skipped=0):
    return ModelCheck(
        model=Rates(),
        layer="tie",
        by=by,
        observed=np.array(observed),
        values=VALUES,
        directed=directed,
        members=4,
        skipped=skipped,
    )


def test_what_lies_outside_is_named_with_its_numbers():
    assert found().failures == ["degree spread"]
    table = found().to_frame()
    assert table.loc["degree spread", "p"] == 0
    assert table.loc["reciprocity", "p"] == 1
    (warning,) = found().warnings()
    assert "Rates() does not reproduce what members show: standard deviation of the number of ties 2" in warning
    assert "neatkartoja" in found().warnings("lt")[0]
    assert found((1.0, 0.25, 0.5, 0.65)).warnings() == []


def test_what_does_not_apply_is_left_out():
    assert list(found(directed=False, by=None).to_frame().index) == ["degree spread", "transitivity"]
    assert list(found((1, np.nan, 0.5, 0.65)).to_frame().index) == ["degree spread", "reciprocity", "mixing"]


def test_sentences_tell_what_is_reproduced_and_what_is_not():
    said = found(skipped=2).sentences()
    assert sum(line.startswith("Reproduced") for line in said) == 3
    assert sum(line.startswith("Not reproduced") for line in said) == 1
    assert any("2 members whom the model does not fit" in line for line in said)
    assert any("same group (sector)" in line for line in said)
    assert len(found(skipped=2).sentences("lt")) == len(said)


def test_the_picture_shows_the_differences():
    alt = found().plot().layout.meta["alt"]
    assert "standard deviation of the number of ties: \N{MINUS SIGN}0.9" in alt


def test_what_lies_just_outside_is_written_with_the_digits_that_show_it():
    (warning,) = found((1.0, 0.25, 0.5, 0.7004), directed=False).warnings()
    assert "70.04%, in the model 60.75% to 70.00%" in warning
