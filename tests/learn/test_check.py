"""Checking an answer: right, wrong, or not there yet."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.learn import check
from tests.learn.toys import VALUES


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("98.1", 1 / 3),
        ("98.1", np.float64(1 / 3)),
        ("98.1", np.array(1 / 3)),
        ("98.2", " šiauliai "),
        ("98.2", "S\u030ciauliai"),
        ("98.3", ("kelmė", "Joniškis", "Pakruojis")),
        ("98.3", pd.Index(["Kelmė", "Joniškis", "Pakruojis"])),
        ("98.4", ["Pakruojis", "Kelmė", "Joniškis"]),
        ("98.4", VALUES.index),
        ("98.5", VALUES[::-1].rename("anything")),
        ("98.5", VALUES.to_dict()),
        ("98.6", pd.DataFrame({"share": [0.5, 0.25], "degree": [2, 1], "more": 0}, index=["Joniškis", "Kelmė"])),
        ("98.7", np.True_),
        ("98.8", np.array([0.125, 0.875])),
        ("98.9", pd.Series({"Joniškis": 1.5, "Kelmė": pd.NA}, dtype="Float64")),
        ("98.11", pd.Series({"Joniškis": 0, "Kelmė": 1})),
        ("98.12", pd.Series([2.0, 1.0], index=pd.MultiIndex.from_tuples([("a", "c"), ("a", "b")]))),
    ],
)
def test_right_answers(key, answer):
    verdict = check(key, answer)
    assert verdict.right is True
    assert bool(verdict) is True
    assert repr(verdict) == f"✓ {key}: Right."


@pytest.mark.parametrize(
    ("key", "answer", "sentence"),
    [
        ("98.1", 1 / 3, "Teisingai."),
        ("98.1", ..., "Dar neatsakyta: vietoj trijų taškų įrašykite savo atsakymą."),
        ("98.1", 2 / 3, "Tai abu sluoksniai kartu. Imkite vien pinigų sluoksnį."),
        ("98.5", 0.5, "Reikia kitokio atsakymo: turėtų būti Series, o čia – skaičius."),
        ("98.5", VALUES[:1], "Trūksta 2: Joniškis, Pakruojis."),
        ("98.1", 7, "Dar ne: palyginkite savo žingsnius su pavyzdžiu virš užduoties."),
    ],
)
def test_in_lithuanian(key, answer, sentence):
    assert check(key, answer, language="lt").sentence == sentence


def test_the_right_number_is_never_told():
    for answer in (0.33, 1.0, -1 / 3, 33.3, "x", None, VALUES):
        assert "0.3" not in repr(check("98.1", answer)).replace("98.1", "")


def test_an_unknown_language():
    with pytest.raises(InputError, match="language must be one of 'en', 'lt'"):
        check("98.1", 1, language="de")
