"""What a simulation of clients assumes, and how it says so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from socluster.core.columns import Array
from socluster.development.chains.units import Unit, per, span
from socluster.words import Language, listed, number, percent, say

__all__ = ["Assumed"]


@dataclass(frozen=True, eq=False)
class Assumed:
    """What a simulation of clients rests on.

    Parameters
    ----------
    service_rate, patience : array of float
        Of every station.
    cv2, never_leave : float
        How service times vary, and the share of clients who wait as long as it takes.
    routing : str
        How clients are shared out.
    start : int
        Clients who are there in the beginning, on the list or in service.
    has_season, has_holidays, is_choice : bool
        Whether arrivals and servers follow a calendar, and anybody may go to more
        than one actor.
    """

    service_rate: Array
    patience: Array
    cv2: float
    never_leave: float
    routing: str
    start: int
    has_season: bool
    has_holidays: bool
    is_choice: bool

    def sentences(self, patient: list[str], unit: Unit, language: Language) -> list[str]:
        """Return all that the answer rests on and nobody has observed.

        Parameters
        ----------
        patient : list of str
            What the stations are called whose list nobody leaves.
        unit : {"year", "month", "week", "day"}
            The unit of time.
        language : {"en", "lt"}
            Language of the sentences.
        """
        rates = self._range(self.service_rate, language)
        said = [
            say(
                "Assumed: clients come independently of each other at the stated rates; a server serves {rate} {per}, "
                "and service times vary by {cv2} (squared coefficient of variation; 0.5 to 2 are usual assumptions).",
                language,
                rate=rates,
                per=per(unit, language),
                cv2=number(self.cv2, language),
            ),
            self._patience(unit, language),
        ]
        if 0 < np.isfinite(self.patience).sum() < len(self.patience):
            said.append(
                say("Assumed: nobody leaves the list at {names}.", language, names=listed(patient, language, most=6))
            )
        if not self.start:
            said.append(say("Assumed: the list is empty at the beginning.", language))
        if self.is_choice and self.routing == "capacity":
            said.append(say("Assumed: clients are shared out by what the next actors can serve.", language))
        if self.is_choice and self.routing == "weight":
            said.append(say("Assumed: clients are shared out by the strength of the ties.", language))
        if self.has_season:
            said.append(say("Assumed: arrivals follow the stated year.", language))
        if self.has_holidays:
            said.append(say("Assumed: servers are away as stated.", language))
        return said

    def _patience(self, unit: Unit, language: Language) -> str:
        known = self.patience[np.isfinite(self.patience)]
        if not len(known) or self.never_leave == 1:
            return say("Assumed: nobody leaves the list, however long it is.", language)
        low, high = (span(each, unit, language) for each in (known.min(), known.max()))
        told = {"patience": low if low == high else f"{low} – {high}"}
        if self.never_leave:
            return say(
                "Assumed: clients are ready to wait {patience} on average (3.5 to 24 months are usual assumptions), "
                "and {share} of them as long as it takes.",
                language,
                share=percent(self.never_leave, language),
                **told,
            )
        return say(
            "Assumed: clients are ready to wait {patience} on average (3.5 to 24 months are usual assumptions).",
            language,
            **told,
        )

    @staticmethod
    def _range(values: Array, language: Language) -> str:
        if not len(values):
            return number(float("nan"), language)
        low, high = (number(float(each), language) for each in (values.min(), values.max()))
        return low if low == high else f"{low} – {high}"
