from dataclasses import dataclass, field

import pandas as pd
import pytest

import socluster as sc
from socluster.core.result import MadeOf, Result
from socluster.words import Language


@dataclass(frozen=True, eq=False, repr=False)
class Counted(Result):
    cluster: sc.Cluster
    names: list[str] = field(default_factory=list)
    draws: int | None = None

    def to_frame(self):
        return pd.DataFrame(index=pd.Index(self.names, name="actor"))

    def sentences(self, language: Language = "en"):
        return [f"{'Yra' if language == 'lt' else 'There is'} {name}." for name in self.names]


@pytest.fixture(scope="module")
def kite():
    return sc.load_dataset("kite")


def test_the_text_is_the_sentences(kite):
    told = Counted(kite, ["A & B", "<b>"])
    assert repr(told) == str(told) == "There is A & B.\nThere is <b>."
    assert told._repr_html_() == "<p>There is A &amp; B.</p><p>There is &lt;b&gt;.</p>"


def test_nothing_in_a_name_turns_the_text_round(kite):
    told = Counted(kite, ["A\u202eB\x1b[31m"])
    assert repr(told) == "There is A\\u202eB\\x1b[31m."
    assert "\u202e" not in told._repr_html_()


def test_it_says_what_it_was_made_of(kite):
    assert Counted(kite, draws=7).made_of == MadeOf(kite.fingerprint, seed=None, draws=7, version=sc.__version__)


def test_what_is_not_known_is_none():
    class Bare(Result):
        def to_frame(self):
            return pd.DataFrame()

        def sentences(self, language="en"):
            return []

    assert Bare().made_of == MadeOf()
    assert Bare().made_of.fingerprint is None
    assert repr(Bare()) == ""


def test_a_result_without_a_table_or_sentences_cannot_be_made():
    class Silent(Result):
        def to_frame(self):
            return pd.DataFrame()

    with pytest.raises(TypeError, match="sentences"):
        Silent()
