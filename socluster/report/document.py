"""The page of a report as HTML: one file, no script, no request, everything that comes from the data escaped."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from socluster.core.errors import InputError
from socluster.core.version import VERSION
from socluster.report.content import Content
from socluster.report.page.parts import hash_of
from socluster.words import say
from socluster.words.plain import on_page

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["document"]

_LONGEST = 90  # characters of the title at the foot
_FOOT = 'font: 8pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #55606b; white-space: nowrap'


def document(content: Content) -> str:
    """Return the page."""
    language = content.language
    style = (files("socluster.report") / "templates" / "report.css").read_text(encoding="utf-8") + _foot(content.title)
    template = _environment().get_template("report.html.j2")
    return template.render(
        content=content,
        language=language,
        style=style,
        style_hash=hash_of(style),
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


def _foot(title: str) -> str:
    """Return the style that writes the title at the foot of each printed page; nothing in it can end the text."""
    shown = "".join(
        each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in on_page(title)[:_LONGEST]
    )
    return f'@page {{ @bottom-left {{ content: "{shown}"; {_FOOT} }} }}\n'


def _environment() -> Environment:
    """Return Jinja2 as it writes HTML: every value is escaped, a name that is missing is an error."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise InputError(
            "a report needs Jinja2, which is not installed; install it with: pip install 'socluster[report]'"
        ) from error
    return Environment(
        loader=PackageLoader("socluster.report"), autoescape=True, undefined=StrictUndefined, finalize=_shown
    )


def _shown(value: Any) -> Any:
    """Return a value as a page can hold it; what the template calls safe has been escaped where it was written."""
    return on_page(value) if type(value) is str else value
