"""How to read what others hold: the options of `read`, `as_cluster` and the command line, checked once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.core.layers import Layer
from socluster.words import later, listed, marked

__all__ = ["DUPLICATES", "ReadingOptions", "refuse_modes", "refuse_unusable"]

DUPLICATES = ("refuse", "sum", "count", "mean", "max", "min", "first")
_ENCODINGS = ("utf-8", "utf-16", "cp1250", "cp1251", "cp1252", "cp1257", "latin-1")
_REFUSE_OR_DROP = ("refuse", "drop")


@dataclass(frozen=True)
class ReadingOptions:
    """What the reader was asked for; `socluster.read` and `socluster.as_cluster` say what each option means.

    Parameters
    ----------
    caller : str
        Who asked (read, as_cluster, command for the command line, or app for the page, which has no options, so that
        hints say what to type in a terminal).
    merges_parallel : bool
        Whether edges that nothing tells apart are merged if nobody says what to do with them: in a graph they are
        meant, in a list of ties a slip.
    """

    name: str | None = None
    directed: bool | None = None
    labels: Sequence[Any] | None = None
    two_mode: bool | None = None
    self_ties: str = "refuse"
    weight: str | None = "weight"
    source: str | None = None
    target: str | None = None
    layer: str | None = "layer"
    layers: Mapping[str, Any] = field(default_factory=dict)
    duplicates: str | None = None
    missing: Sequence[str] | None = None
    zero_weight: str = "refuse"
    encoding: str | None = None
    sheet: str | None = None
    caller: str = "read"
    merges_parallel: bool = True

    def __post_init__(self) -> None:
        """Refuse what means nothing; all such options are named."""
        problems = [*self._unknown_words(), *self._wrong_kinds()]
        if isinstance(self.encoding, str) and not _is_encoding(self.encoding):
            close = nearest(self.encoding, _ENCODINGS)
            problems.append(
                Problem("no such encoding", is_argument=True, column="encoding", value=self.encoding, nearest=close)
            )
        if problems:
            raise InputError(problems)

    def _unknown_words(self) -> list[Problem]:
        words = {"self_ties": _REFUSE_OR_DROP, "zero_weight": _REFUSE_OR_DROP, "duplicates": DUPLICATES}
        return [
            Problem(
                "must be one of {options}",
                is_argument=True,
                column=option,
                value=getattr(self, option),
                nearest=nearest(getattr(self, option), choices),
                values={"options": ", ".join(map(repr, choices))},
            )
            for option, choices in words.items()
            if getattr(self, option) not in choices and not (option == "duplicates" and self.duplicates is None)
        ]

    def _wrong_kinds(self) -> list[Problem]:
        return [
            Problem(message, is_argument=True, column=option, value=getattr(self, option))
            for option, (fits, message) in _KINDS.items()
            if getattr(self, option) is not None and not fits(getattr(self, option))
        ]

    @property
    def drops_self_ties(self) -> bool:
        """Whether ties of an actor with itself are left out rather than refused."""
        return self.self_ties == "drop"

    @property
    def merges(self) -> str | None:
        """How ties that stand several times become one, or None if they are refused or left to the reader."""
        return None if self.duplicates == "refuse" else self.duplicates

    @property
    def given(self) -> list[str]:
        """The options that are not as they are by default."""
        own = [each.name for each in fields(self) if each.name not in ("caller", "merges_parallel", "labels")]
        plain = ReadingOptions()
        labels = ["labels"] if self.labels is not None else []
        return labels + [name for name in own if getattr(self, name) != getattr(plain, name)]

    def direction_of(self, layer: str) -> bool | None:
        """Whether the user says that the layer is directed, for itself or for all; None where nothing is said."""
        described = self.layers.get(layer)
        own = described.get("directed") if isinstance(described, Mapping) else getattr(described, "directed", None)
        return self.directed if own is None else bool(own)

    def way(self, **options: object) -> str:
        """Return how the caller says this, for a hint: as a call, or as typed in a terminal.

        Examples
        --------
        >>> ReadingOptions().way(self_ties="drop"), ReadingOptions(caller="command").way(self_ties="drop")
        ("read(..., self_ties='drop')", '--self-ties drop')
        """
        if self.caller not in ("command", "app"):
            return f"{self.caller}(..., {', '.join(f'{name}={value!r}' for name, value in options.items())})"
        return " ".join(_as_typed(name, value) for name, value in options.items())

    def refuse_labels(self, message: str) -> None:
        """Refuse labels for something that brings its own; the message says where."""
        if self.labels is not None:
            raise InputError(Problem(message, is_argument=True, column="labels"))


def refuse_modes(options: ReadingOptions) -> None:
    """Refuse to be asked for modes by tables of actors, ties, groups and affiliations, which say that themselves."""
    if options.two_mode is not None:
        message = marked(
            "is no option for the tables of a cluster, which say themselves who is an actor and what a group"
        )
        raise InputError(Problem(message, is_argument=True, column="two_mode", value=options.two_mode))


def refuse_unusable(given: Sequence[str], usable: Sequence[str], what: str) -> None:
    """Refuse options that would be passed over without a word.

    Parameters
    ----------
    given : sequence of str
        The options that the user gave.
    usable : sequence of str
        Those that this format or kind of object can use.
    what : str
        What is read, such as `.net`.

    Raises
    ------
    InputError
        With each that is not usable, and all that are.
    """
    values = {"what": what, "options": later(listed, sorted(usable)) if usable else offered(())}
    message = marked("is no option for {what}; its options are {options}")
    problems = [
        Problem(message, is_argument=True, column=name, nearest=nearest(name, usable), values=values)
        for name in given
        if name not in usable
    ]
    if problems:
        raise InputError(problems)


def _as_typed(name: str, value: Any) -> str:
    option = "--" + name.replace("_", "-")
    if value is True:
        return option
    if value is False:
        return option.replace("--", "--no-", 1)
    if value is None:
        return f"--no-{name}"
    words = [value] if isinstance(value, str) else list(value)
    return " ".join([option, *(word if word.isalnum() else f'"{word}"' for word in words)])


def _is_encoding(name: str) -> bool:
    try:
        return "".encode(name) is not None
    except (LookupError, ValueError):
        return False


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(each, str) for each in value)


def _are_layers(value: object) -> bool:
    """Whether it says of each layer what it is, as a mapping or as the `Layer` of a cluster."""
    return isinstance(value, Mapping) and all(isinstance(each, Mapping | Layer) for each in value.values())


_KINDS: dict[str, tuple[Callable[[object], bool], str]] = {
    "directed": (_is_bool, marked("must be True, False or None")),
    "two_mode": (_is_bool, marked("must be True, False or None")),
    "name": (_is_text, marked("must be text, or None")),
    "encoding": (_is_text, marked("must be the name of an encoding, such as 'cp1250', or None")),
    "sheet": (_is_text, marked("must be the name of a sheet, or None")),
    "weight": (_is_text, marked("must be the name of an attribute, or None")),
    "layer": (_is_text, marked("must be the name of an attribute, or None")),
    "source": (_is_text, marked("must be the name of a column, or None")),
    "target": (_is_text, marked("must be the name of a column, or None")),
    "missing": (_are_texts, marked("must be a list of texts, such as ['NA'], or None")),
    "layers": (_are_layers, marked("must be a mapping such as {'referral': {'directed': True}}")),
}
