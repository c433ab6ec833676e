"""A fitted model in pictures: its coefficients, and the chains that the estimate rests on."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.inference.ergm.model import ErgmModel
from socluster.words import Language, say

__all__ = ["chains_shown", "coefficients_shown"]


def coefficients_shown(model: ErgmModel, frame: pd.DataFrame, interval: float, language: Language) -> Any:
    """Return a plotly figure of the coefficients with their intervals.

    Parameters
    ----------
    model : ErgmModel
        The terms over the network.
    frame : DataFrame
        From `ErgmFit.to_frame`.
    interval : float
        Probability of the intervals.
    language : {"en", "lt"}
        Language of the words and numbers.
    """
    from socluster.plot import intervals  # plotly is heavy; load it when somebody wants to see
    from socluster.plot.caption import about

    cluster = model.network.cluster
    return intervals(
        frame.set_axis(model.called(language), axis="index"),
        same_scale=True,
        label=say("what one more adds to the log odds of a tie", language),
        title=say("What makes a tie more likely?", language),
        subtitle=about(
            language,
            cluster=cluster.name,
            actors=cluster.n_actors,
            layers=model.network.tie_layers,
            level=interval,
            two_sided=True,
        ),
        language=language,
    )


def chains_shown(model: ErgmModel, chains: pd.DataFrame, language: Language) -> Any:
    """Return a plotly figure of the chains, which should look alike, without a trend.

    Parameters
    ----------
    model : ErgmModel
        The terms over the network.
    chains : DataFrame
        From `ErgmFit.chains`.
    language : {"en", "lt"}
        Language of the words and numbers.
    """
    from socluster.plot import traces  # plotly is heavy; load it when somebody wants to see
    from socluster.plot.caption import about

    cluster, layers = model.network.cluster, model.network.tie_layers
    return traces(
        chains,
        title=say("Have the chains settled?", language),
        subtitle=about(language, cluster=cluster.name, actors=cluster.n_actors, layers=layers),
        language=language,
    )
