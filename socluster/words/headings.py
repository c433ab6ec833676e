"""What the columns of answers are called where people read them: on a page in Lithuanian, not in `to_frame()`.

Code names columns, and its names never change. A reader of a page meets the same table with headings in words.
"""

from __future__ import annotations

from socluster.words.catalogue import Language, marked, translated
from socluster.words.data import column_name, value_name
from socluster.words.measures import measure_name
from socluster.words.sentences import count

__all__ = ["as_title", "cell_name", "heading_name"]

_HEADINGS = {
    "actor": marked("actor", context="heading"),
    "actors": marked("number of actors", context="heading"),
    "affordable": marked("affordable", context="heading"),
    "average_distance": marked("mean distance among the partners", context="heading"),
    "after": marked("after", context="heading"),
    "assumption": marked("assumption", context="heading"),
    "before": marked("before", context="heading"),
    "best_if_high": marked("best if high", context="heading"),
    "best_if_low": marked("best if low", context="heading"),
    "brokers": marked("pairs of partners without a tie", context="heading"),
    "candidate": marked("candidate", context="heading"),
    "capacity": marked("capacity", context="heading"),
    "chains": marked("chains that break", context="heading"),
    "changes": marked("the choice changes", context="heading"),
    "component_ratio": marked("components per partner", context="heading"),
    "cost": marked("cost", context="heading"),
    "defined": marked("share of draws in which it is defined", context="heading"),
    "delta": marked("change", context="heading"),
    "directed": marked("whether ties have a direction", context="heading"),
    "draws": marked("number of draws", context="heading"),
    "dyads": marked("number of dyads", context="heading"),
    "edit": marked("what is changed", context="heading"),
    "error": marked("standard error", context="heading"),
    "error_of_mean": marked("standard error of the mean", context="heading"),
    "error_of_p_best": marked("error of the share of draws won", context="heading"),
    "estimate": marked("estimate", context="heading"),
    "expected": marked("expected by chance", context="heading"),
    "gain": marked("gain", context="heading"),
    "gain_per_cost": marked("gain per unit of cost", context="heading"),
    "gap": marked("what is lacking", context="heading"),
    "group": marked("group", context="heading"),
    "happens": marked("share of draws in which it happens", context="heading"),
    "high": marked("to", context="heading"),
    "is_exact": marked("whether it is exact", context="heading"),
    "isolated": marked("left without ties", context="heading"),
    "low": marked("from", context="heading"),
    "maximum": marked("largest", context="heading"),
    "mc_error": marked("Monte-Carlo error", context="heading"),
    "mean": marked("mean", context="heading"),
    "mean_contribution": marked("mean contribution", context="heading"),
    "mean_gain": marked("mean gain", context="heading"),
    "mean_gain_if_high": marked("mean gain if high", context="heading"),
    "mean_gain_if_low": marked("mean gain if low", context="heading"),
    "mean_rank": marked("mean place", context="heading"),
    "mean_total": marked("mean gain together", context="heading"),
    "measure": marked("measure", context="heading"),
    "met": marked("what is met", context="heading"),
    "met_high": marked("what is met, up to", context="heading"),
    "met_low": marked("what is met, from", context="heading"),
    "minimum": marked("smallest", context="heading"),
    "more_components": marked("components more", context="heading"),
    "needed": marked("what is needed", context="heading"),
    "normalized_brokers": marked("share of pairs of partners without a tie", context="heading"),
    "normalized_ego_betweenness": marked("ego betweenness (normalised)", context="heading"),
    "null": marked("of a random partner", context="heading"),
    "observed": marked("observed", context="heading"),
    "of": marked("of what", context="heading"),
    "offered": marked("what is offered", context="heading"),
    "on_top": marked("share of draws on top", context="heading"),
    "other": marked("other actor", context="heading"),
    "p": marked("p-value", context="heading"),
    "p_above_null": marked("share of draws above a random partner", context="heading"),
    "p_best": marked("share of draws won", context="heading"),
    "p_decrease": marked("share of draws in which it falls", context="heading"),
    "p_error": marked("Monte-Carlo error of the p-value", context="heading"),
    "p_gain": marked("share of draws with a gain", context="heading"),
    "p_greater": marked("p-value (as large or larger)", context="heading"),
    "p_higher": marked("p-value (as large or larger)", context="heading"),
    "p_improvement": marked("share of draws that improve it", context="heading"),
    "p_increase": marked("share of draws in which it rises", context="heading"),
    "p_less": marked("p-value (as small or smaller)", context="heading"),
    "p_lower": marked("p-value (as small or smaller)", context="heading"),
    "p_two_sided": marked("p-value (two-sided)", context="heading"),
    "p_value": marked("p-value", context="heading"),
    "predictor": marked("predictor", context="heading"),
    "providers": marked("number of providers", context="heading"),
    "rank": marked("place", context="heading"),
    "rank_high": marked("place to", context="heading"),
    "rank_low": marked("place from", context="heading"),
    "reach_efficiency": marked("efficiency of two-step reach", context="heading"),
    "regret": marked("mean regret", context="heading"),
    "role": marked("role", context="heading"),
    "scenario": marked("scenario", context="heading"),
    "sd": marked("standard deviation", context="heading"),
    "se": marked("standard error", context="heading"),
    "services": marked("groups without anybody", context="heading"),
    "share": marked("share", context="heading"),
    "size": marked("size", context="heading"),
    "source": marked("from whom", context="heading"),
    "standardized": marked("standardised estimate", context="heading"),
    "statistic": marked("statistic", context="heading"),
    "status": marked("status", context="heading"),
    "strength": marked("strength", context="heading"),
    "surviving": marked("ties that survive", context="heading"),
    "t": marked("t value", context="heading"),
    "target": marked("to whom", context="heading"),
    "term": marked("term of the model", context="heading"),
    "ties": marked("number of ties", context="heading"),
    "total_cost": marked("cost together", context="heading"),
    "total_high": marked("gain together to", context="heading"),
    "total_low": marked("gain together from", context="heading"),
    "two_mode": marked("whether there are two modes", context="heading"),
    "two_step_reach": marked("reached in two steps", context="heading"),
    "two_step_share": marked("share reached in two steps", context="heading"),
    "undefined": marked("number of draws in which it is undefined", context="heading"),
    "unit": marked("unit", context="heading"),
    "value": marked("value", context="heading"),
    "x": marked("first layer", context="heading"),
    "y": marked("second layer", context="heading"),
    "z": marked("z value", context="heading"),
}
_VALUES_IN_WORDS = ("evidence", "kind", "layer", "level", "sector", "unit")
_CALLED_AS = ("layer", "sector")  # what columns of measures are called that have one for each layer, or each sector


def heading_name(column: str, language: Language) -> str:
    """Return the heading of a column on a page; in English, and of a user's own, it is what the code calls it.

    Examples
    --------
    >>> heading_name("p_best", "lt"), heading_name("sector", "lt"), heading_name("betweenness", "lt")
    ('laimėtų bandymų dalis', 'sektorius', 'tarpiškumas')
    >>> heading_name("p_best", "en"), heading_name("my_own", "lt")
    ('p_best', 'my_own')
    """
    if language == "en":
        return column
    if column in _HEADINGS:
        return translated(_HEADINGS[column], language, context="heading")
    ours = column_name(column, language)
    if ours != column:
        return ours
    known = measure_name(column, language)
    if known != column.replace("_", " "):
        return known
    return next((said for kind in _CALLED_AS if (said := value_name(kind, column, language)) != column), column)


def cell_name(column: str, value: str, language: Language) -> str:
    """Return a text of a table as a page shows it: in Lithuanian, values of our columns and measures in words.

    Examples
    --------
    >>> cell_name("evidence", "assumed", "lt"), cell_name("measure", "density", "lt"), cell_name("actor", "x_y", "lt")
    ('numanoma', 'tankis', 'x_y')
    """
    if language == "en":
        return value
    if column == "measure":
        return heading_name(value, language)
    if column == "of":
        return _of(value, language)
    return value_name(column, value, language) if column in _VALUES_IN_WORDS else value


def _of(value: str, language: Language) -> str:
    """Return what the value of an outcome is of, as `Outcome.to_frame` writes it."""
    numbers = [int(word) for word in value.split() if word.isdigit()]
    if value == "cluster":
        return translated("the cluster", language)
    if not value.startswith("mean of") or not numbers:
        return value
    return count("mean over {n} actor", "mean over {n} actors", numbers[0], language)


def as_title(sentence: str) -> str:
    """Return a sentence as the title of a picture: it begins with a capital and has no full stop.

    Examples
    --------
    >>> as_title("ties fall from 18 to 12."), as_title("How sure is the number?")
    ('Ties fall from 18 to 12', 'How sure is the number?')
    """
    said = sentence[:1].upper() + sentence[1:]
    return said if said.endswith("...") else said.removesuffix(".")
