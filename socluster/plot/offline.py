"""The kind of all our figures: written to a file or shown, they neither ask another computer nor lead to one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import plotly.graph_objects as go
from plotly.io import renderers

from socluster.plot.by_hand import Redrawing, unchanging
from socluster.plot.dark import darkened
from socluster.plot.in_notebook import in_notebook, is_notebook
from socluster.plot.saving import save_picture
from socluster.plot.style import config
from socluster.words import Language

__all__ = ["OfflineFigure"]

_JUPYTER = "plotly_mimetype"  # what plotly shows in Jupyter unless it is told otherwise


class OfflineFigure(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A plotly figure whose page has no logo that is a link; what a caller's own `config` says goes before ours."""

    _language: Language = "en"
    _redrawing: Redrawing | None = None  # how it is drawn for another size

    def save(
        self,
        path: str | os.PathLike[str],
        *,
        width_mm: float = 170,
        height_mm: float | None = None,
        theme: Literal["light", "dark"] = "light",
    ) -> Path:
        """Write the figure as a file for a paper, a poster or slides, as wide as it will be printed.

        Buttons are left out, names are placed anew for the width, lines are broken for it, and nothing is smaller than
        7 points. What you changed in the figure since it was drawn (``update_layout``, ``add_annotation``,
        ``update_traces`` and the like) is in the file, too: what you put beside a mark stands beside it. PDF and SVG
        are vector graphics whose text is text; a PDF brings its fonts, a PNG has 300 dots per inch.

        Parameters
        ----------
        path : str or path
            Its suffix says the format: .pdf, .svg or .png. What is there is replaced.
        width_mm : float, default 170
            Of the whole figure, in millimetres, 40 to 1000. One column of a journal is often 85, a page 170.
        height_mm : float, optional
            Of the whole figure (default: what its content needs, or the height that you gave the figure).
        theme : {"light", "dark"}, default "light"
            Whether it will stand on a light or on a dark ground.

        Returns
        -------
        pathlib.Path
            What was written.

        Raises
        ------
        InputError
            If the suffix is another one, a length is out of range, or kaleido (``pip install "socluster[images]"``) or
            a browser is missing.

        Warns
        -----
        SoclusterWarning
            If names cannot be placed anew because of what you changed; the figure is then saved as it stands.

        Examples
        --------
        >>> import socluster as sc
        >>> figure = sc.plot.network(sc.load_dataset("kite"))
        >>> figure.save("kite.pdf", width_mm=85)  # doctest: +SKIP
        """
        return save_picture(self, path, width_mm, height_mm, theme)

    def dark(self) -> OfflineFigure:
        """Return the figure in colours for a dark page; this one stays as it is.

        Examples
        --------
        >>> import socluster as sc
        >>> sc.plot.network(sc.load_dataset("kite")).dark().layout.template.layout.paper_bgcolor
        '#12181f'
        """
        dark: OfflineFigure = darkened(self)
        dark._language = self._language
        if self._redrawing is not None:
            as_it_is = unchanging(self._redrawing, self)
            dark.is_drawn_by(
                lambda width, height: as_it_is(width, height).dark(), places_names=self._redrawing.places_names
            )
        return dark

    def is_drawn_by(self, draw: Callable[[float, float | None], OfflineFigure], *, places_names: bool = True) -> None:
        """Let the figure, which was just drawn, be drawn anew by a function of a width and a height in pixels.

        Whatever is changed in it from now on is changed in the new drawing, too (see `by_hand`).
        """
        self._redrawing = Redrawing.of(self, draw, places_names=places_names)

    def drawn_anew(self, width: float, height: float | None) -> OfflineFigure:
        """Return the figure as it is drawn for a width and a height in pixels; None: as high as it needs to be."""
        anew: OfflineFigure = (
            type(self)(self) if self._redrawing is None else unchanging(self._redrawing, self)(width, height)
        )
        anew._language = self._language
        return anew

    def to_html(self, config: dict[str, Any] | None = None, *options: Any, **others: Any) -> str:
        """Return the figure as HTML; see plotly."""
        page: str = super().to_html(self._offline(config), *options, **others)
        return page

    def write_html(self, file: Any, config: dict[str, Any] | None = None, *options: Any, **others: Any) -> None:
        """Write the figure as HTML; see plotly."""
        super().write_html(file, self._offline(config), *options, **others)

    def show(self, *options: Any, config: dict[str, Any] | None = None, **others: Any) -> None:
        """Show the figure; see plotly."""
        super().show(*options, config=self._offline(config), **others)

    def _repr_mimebundle_(self, *options: Any, config: dict[str, Any] | None = None, **others: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(*options, config=self._offline(config), **others)
        return bundle

    def _repr_html_(self) -> str:
        """Return the figure for whoever shows HTML; plotly would have the drawing code fetched from elsewhere."""
        shown: str = self._repr_mimebundle_().get("text/html") or self.to_html(full_html=False)
        return shown

    def _ipython_display_(self) -> None:
        if not (renderers.render_on_display and renderers.default):
            print(repr(self))
        elif renderers.default == _JUPYTER and is_notebook():
            in_notebook(self._repr_mimebundle_(), self.to_html)
        else:
            self.show()

    def _offline(self, given: dict[str, Any] | None) -> dict[str, Any]:
        return config(self._language) | (given or {})
