"""A few exercises of every kind of answer, which no course has."""

import numpy as np
import pandas as pd

from socluster.learn.exercise import Exercise, Hint

VALUES = pd.Series({"Kelmė": 1 / 3, "Joniškis": 2 / 3, "Pakruojis": 2.0})


def share():
    share.calls += 1
    return 1 / 3


share.calls = 0


TOY = (
    Exercise("98.1", share, (Hint(2 / 3, "That is over both layers together. Take the layer of money alone."),)),
    Exercise("98.2", "Šiauliai"),
    Exercise("98.3", ["Kelmė", "Joniškis", "Pakruojis"]),
    Exercise("98.4", {"Kelmė", "Joniškis", "Pakruojis"}),
    Exercise("98.5", VALUES, (Hint(lambda: VALUES / 2, "Normalised; <raw> values are asked for."),)),
    Exercise("98.6", pd.DataFrame({"degree": [1, 2], "share": [0.25, 0.5]}, index=["Kelmė", "Joniškis"])),
    Exercise("98.7", True),
    Exercise("98.8", [0.125, 0.875]),
    Exercise("98.9", pd.Series({"Kelmė": np.nan, "Joniškis": 1.5})),
    Exercise("98.10", 40.0),
    Exercise("98.11", pd.Series({"Kelmė": True, "Joniškis": False})),
    Exercise("98.12", {("a", "b"): 1.0, ("a", "c"): 2.0}),
    Exercise("98.13", [0.5, 0.25, 0.125]),
)
