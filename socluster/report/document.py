"""The page of a report as HTML: one file, no script, no request, everything that comes from the data escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from socluster.core.errors import InputError
from socluster.core.version import VERSION
from socluster.report.blocks import Figure, Part, Shown
from socluster.words import Language, say

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["document"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


def document(
    *,
    title: str,
    kicker: str,
    lead: str,
    meta: Sequence[tuple[str, str]],
    carries: Sequence[str],
    parts: Sequence[Part],
    language: Language,
) -> str:
    """Return the page.

    Parameters
    ----------
    title, kicker, lead : str
        The title, what stands above it, and what stands below it.
    meta : sequence of (str, str)
        What the report rests on, in a row: names and values.
    carries : sequence of str
        How far it carries.
    parts : sequence of Part
        The sections.
    language : {"en", "lt"}
        Of the page.
    """
    environment = _environment()
    from markupsafe import Markup

    style = (files("socluster.report") / "templates" / "report.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = environment.get_template("report.html.j2")
    return template.render(
        title=title,
        kicker=kicker,
        lead=lead,
        meta=meta,
        carries=carries,
        short=[part.short for part in parts if part.short],
        parts=[replace(part, blocks=[_drawable(block) for block in part.blocks]) for part in parts],
        language=language,
        style=Markup(style),
        style_hash=Markup(f"'sha256-{digest}'"),
        words={
            "skip": say("Skip to the content", language),
            "short": say("In short", language),
            "carries": say("How far this carries", language),
            "contents": say("Contents", language),
            "foot": say(
                "Made with socluster {version}. This page holds all it needs and asks nothing of the internet.",
                language,
                version=VERSION,
            ),
        },
    )


def _environment() -> Environment:
    """Return Jinja2 as it writes HTML: every value is escaped, a name that is missing is an error."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise InputError(
            "a report needs Jinja2, which is not installed; install it with: pip install 'socluster[report]'"
        ) from error
    return Environment(
        loader=PackageLoader("socluster.report"), autoescape=True, undefined=StrictUndefined, finalize=_without_control
    )


def _without_control(value: Any) -> Any:
    """Leave out characters that a page cannot have, and those that turn the direction of what follows."""
    from markupsafe import Markup

    return _CONTROL.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _drawable(block: Shown) -> Any:
    """Return a block whose pictures stand as they are; `plot.svg` has escaped what is written in them."""
    if not isinstance(block, Figure):
        return block
    from markupsafe import Markup

    return replace(block, pictures=[Markup(picture) for picture in block.pictures])
