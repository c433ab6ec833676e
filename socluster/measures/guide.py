"""Which function answers which question: the measures, grouped as people ask."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.public_names import CHAPTERS, public_object
from socluster.words import Language, measure_name, translated

__all__ = ["GUIDE", "guide"]

# Question -> public names, in the order of reading.
GUIDE: Mapping[str, tuple[str, ...]] = CHAPTERS["Measures"]


@checked
def guide(*, language: Language = "en") -> pd.DataFrame:
    """Return all measures by the question they answer.

    Parameters
    ----------
    language : {"en", "lt"}, default "en"
        Language of questions and names.

    Returns
    -------
    DataFrame
        Index (question, function); columns name (what people call the measure) and, in English only, answer: the first
        line of the function's docstring.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.guide().loc["Do ties stay inside groups or cross them?", "name"].head(3).tolist()
    ['mixing table', 'E-I index', 'test of the E-I index']
    >>> sc.guide(language="lt").index[0]
    ('Kokie skaičiai apibūdina visumą arba kiekvieno aplinką?', 'profile')
    """
    check_language(language)
    rows = [
        {
            "question": translated(question, language, context="question"),
            "function": name,
            "name": measure_name(name, language),
            "answer": (public_object(name).__doc__ or "").strip().partition("\n")[0],
        }
        for question, names in GUIDE.items()
        for name in names
    ]
    frame = pd.DataFrame(rows).set_index(["question", "function"])
    return frame if language == "en" else frame.drop(columns="answer")
