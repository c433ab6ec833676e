"""Pictures in rows that are higher than a page."""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.plot.cropping import cropped
from socluster.plot.saving import for_paper, pixels


@pytest.mark.parametrize("language", ["en", "lt"])
def test_on_paper_many_rows_end_with_the_page_and_it_says_how_many_are_shown(language):
    table = pd.DataFrame({"value": range(38)}, index=[f"Organisation number {place}" for place in range(38)])
    figure = sc.plot.bars(table, language=language)
    printed = for_paper(figure, pixels(85), None)
    assert printed.layout.height <= pixels(240) < figure.layout.height
    notes = [note.text for note in printed.layout.annotations]
    shown = sum("Organisation number" in each for each in notes)
    assert 10 < shown < 38
    assert {"en": f"{shown} of 38 rows shown", "lt": f"rodomos eilutės: {shown} iš 38"}[language] in notes
    assert np.isfinite(np.asarray(printed.data[0].y, dtype=float)).sum() % shown == 0
    assert for_paper(figure, pixels(85), 3000).layout.height == 3000
    assert (
        sum("Organisation number" in note.text for note in for_paper(figure, pixels(85), 3000).layout.annotations) == 38
    )


def test_bars_that_are_left_out_do_not_stretch_the_scale():
    values = pd.Series(np.linspace(200, 20, 40), [f"row {n}" for n in range(40)])
    figure = sc.plot.bars(values)
    cropped(figure, 600, "en")
    (bars,) = figure.data
    known = np.isfinite(np.asarray(bars.y, float))
    assert 0 < known.sum() < 40
    assert np.isnan(np.asarray(bars.x, float)[~known]).all()
