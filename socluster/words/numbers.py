"""Numbers as people write them: one rule in sentences, tables, pictures and pages."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

from socluster.words.catalogue import Language, translated

__all__ = ["DASH", "number", "numbers_alike", "percent", "percent_sign", "rounded"]

DASH = "\u2013"  # in a table, where nothing can be said

_NO_BREAK_SPACE = "\u00a0"
_MINUS = "\u2212"
_MOST_PLACES = 6
_LARGEST = 1e15
_EXACT = Context(
    prec=400, rounding=ROUND_HALF_UP
)  # digits enough for every decimal of every number below a quadrillion
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(
    value: float,
    language: Language = "en",
    *,
    digits: int = 3,
    decimals: int | None = None,
    sign: bool = False,
    undefined: str | None = None,
) -> str:
    """Return a number as people write it in the language.

    A no-break space is between thousands and a true minus before what is negative; Lithuanian has a decimal comma.
    A half is rounded away from zero, as people do it. What is not 0 is never written so: it is less than the last
    decimal that is written, or above its negative; where a plus is written, too, its sign alone stands before the
    zeros. The page of the app writes by the same rule. Beyond a quadrillion a power of ten stands for the digits that
    nobody reads.

    Parameters
    ----------
    value : float
        Any number.
    language : {"en", "lt"}, default "en"
        The language.
    digits : int, default 3
        About how many significant digits; idle zeros are left out.
    decimals : int, optional
        Instead of `digits`: how many decimals, idle zeros among them.
    sign : bool, default False
        Whether a plus is written.
    undefined : str, optional
        What stands for NaN; by default the word, as a sentence needs it. A table takes `DASH`.

    Returns
    -------
    str

    Examples
    --------
    >>> number(0.123456), number(0.123456, "lt"), number(-2.0), number(1234.5), number(0.5, sign=True)
    ('0.123', '0,123', '−2', '1\xa0235', '+0.5')
    >>> number(0.125, decimals=2), number(-2.5, decimals=0), number(1.5, decimals=0)
    ('0.13', '−3', '2')
    >>> number(-0.5, "lt", decimals=2), number(0.00001, decimals=3), number(12, "lt", decimals=0)
    ('−0,50', '<0.001', '12')
    >>> number(-0.00001, decimals=3), number(1e-9), number(0.0004, decimals=2, sign=True)
    ('>−0.001', '<0.000001', '+0.00')
    >>> number(-1.25e300)
    '−1.25\xa0×\xa010³⁰⁰'
    >>> number(float("nan")), number(float("nan"), "lt"), number(float("nan"), undefined=DASH), number(float("-inf"))
    ('undefined', '(neapibrėžta)', '–', '−∞')
    """
    if math.isnan(value):
        return translated("undefined", language) if undefined is None else undefined
    before = _MINUS if value < 0 else "+" if sign and value > 0 else ""
    if math.isinf(value):
        return f"{before}∞"
    size = abs(float(value))
    if size >= _LARGEST:
        return before + _localised(_power_of_ten(size, digits), language)
    text = _significant(size, digits) if decimals is None else _fixed(size, decimals)
    if size > 0 and float(text.replace(",", "")) == 0 and not sign:
        places = _MOST_PLACES if decimals is None else decimals
        text = f"{10.0**-places:.{places}f}"
        before = f">{before}" if value < 0 else f"<{before}"
    return before + _localised(text, language)


def numbers_alike(*values: float, language: Language = "en", digits: int = 3) -> tuple[str, ...]:
    """Return numbers that stand together, as an estimate and the ends of its interval, with equally many decimals.

    The largest has about so many significant digits, the others no more decimals; zeros that are idle in all are left
    out.

    Examples
    --------
    >>> numbers_alike(0.0029, 0.000432, 0.00504), numbers_alike(-0.2, -0.5, 0.1, language="lt"), numbers_alike(2, 1, 3)
    (('0.00290', '0.00043', '0.00504'), ('−0,2', '−0,5', '0,1'), ('2', '1', '3'))
    """
    sizes = [abs(float(each)) for each in values if math.isfinite(each) and each != 0]
    largest = max(sizes, default=1.0)
    places = min(max(0, digits - 1 - math.floor(math.log10(largest))), _MOST_PLACES)
    while places and all(rounded(each, places) == rounded(each, places - 1) for each in sizes):
        places -= 1
    return tuple(number(each, language, digits=digits, decimals=places) for each in values)


def percent(share: float, language: Language = "en", *, decimals: int = 0, undefined: str | None = None) -> str:
    """Return a share as a percentage; what is neither nothing nor everything is never called so, whatever its sign.

    Examples
    --------
    >>> percent(0.97), percent(0.97, "lt"), percent(0.9999), percent(0.0001, "lt"), percent(0.0123, "lt", decimals=1)
    ('97%', '97\xa0%', '>99%', '<1\xa0%', '1,2\xa0%')
    >>> percent(-0.0004), percent(-0.97), percent(0.125)
    ('>−1%', '−97%', '13%')
    """
    if math.isnan(share):
        return number(share, language, undefined=undefined)
    step = 10.0**-decimals
    written = rounded(100 * float(share), decimals)
    bound, shown = "", 100 * float(share)
    if written <= 0 < share:
        bound, shown = "<", step
    elif written >= 100 > 100 * share:
        bound, shown = ">", 100 - step
    elif written == 0 > share:
        bound, shown = ">", -step
    elif written == 0:
        shown = 0.0
    text = f"{bound}{number(shown, language, decimals=decimals)}"
    return f"{text}{percent_sign(language)}"


def rounded(value: float, decimals: int) -> float:
    """Return a number as it is written with so many decimals: a half is rounded away from zero.

    Examples
    --------
    >>> rounded(12.5, 0), rounded(-0.125, 2), rounded(0.7, 2)
    (13.0, -0.13, 0.7)
    """
    if not math.isfinite(value) or abs(value) >= _LARGEST:
        return float(value)
    return math.copysign(float(_fixed(abs(float(value)), decimals).replace(",", "")), value)


def percent_sign(language: Language) -> str:
    """Return what stands behind the number of a percentage: in Lithuanian with a no-break space."""
    return f"{_NO_BREAK_SPACE}%" if language == "lt" else "%"


def _fixed(size: float, places: int) -> str:
    """Return a number that is not negative with so many decimals, as JavaScript's toFixed has it on the page."""
    return f"{Decimal(size).quantize(Decimal(1).scaleb(-places), context=_EXACT):,f}"


def _significant(size: float, digits: int) -> str:
    places = 0 if size == 0 else max(0, digits - 1 - math.floor(math.log10(size)))
    text = _fixed(size, min(places, _MOST_PLACES))
    return text.rstrip("0").rstrip(".") if "." in text else text


def _power_of_ten(size: float, digits: int) -> str:
    mantissa, _, exponent = f"{size:.{max(digits - 1, 0)}e}".partition("e+")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}{_NO_BREAK_SPACE}×{_NO_BREAK_SPACE}10{exponent.lstrip('0').translate(_RAISED)}"


def _localised(text: str, language: Language) -> str:
    text = text.replace(",", _NO_BREAK_SPACE)
    return text.replace(".", ",") if language == "lt" else text
