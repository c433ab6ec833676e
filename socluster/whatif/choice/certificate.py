"""What was proven about a plan, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from socluster.words import Language, number, percent

__all__ = ["Certificate"]

_TEXT: dict[str, dict[str, str]] = {
    "en": {
        "one set": "Exact: only one set is allowed.",
        "all sets": "Exact: all {n} sets that are allowed were computed, with the same draws.",
        "integer programming": "Exact: integer programming has proven that no set gains more (bound {bound}, "
        "gap {gap}).",
        "unfinished": "Not proven: integer programming ran out of time; no set gains more than {bound} (gap {gap}).",
        "greedy and exchange": "Found by greedy choice and exchange over {n} sets, not proven.",
        "certain_bound": " No set gains more than {bound} (gap {gap}), since returns diminish.",
        "bound": " If returns diminished and nobody did harm, no set would gain more than {bound} (gap {gap}). That is "
        "not known for this goal, so the number is an indication and no certificate.",
        "refuted": " No bound can be stated: some candidates do harm, or add more beside the others than alone.",
        "found": " Points of the front may be missing.",
    },
    "lt": {
        "one set": "Tikslu: leistinas tik vienas rinkinys.",
        "all sets": "Tikslu: apskaičiuoti visi leistini rinkiniai ({n}) su tais pačiais bandymais.",
        "integer programming": "Tikslu: sveikaskaitis programavimas įrodė, kad joks rinkinys neduoda daugiau (riba "
        "{bound}, atotrūkis {gap}).",
        "unfinished": "Neįrodyta: sveikaskaičiam programavimui pritrūko laiko; joks rinkinys neduoda daugiau nei "
        "{bound} (atotrūkis {gap}).",
        "greedy and exchange": "Rasta godžiuoju rinkimusi ir keitimu, apskaičiavus rinkinių: {n}; neįrodyta.",
        "certain_bound": " Joks rinkinys neduoda daugiau nei {bound} (atotrūkis {gap}), nes nauda mažėja.",
        "bound": " Jei nauda mažėtų ir niekas nekenktų, joks rinkinys neduotų daugiau nei {bound} (atotrūkis {gap}). "
        "Šiam tikslui tai nežinoma, todėl skaičius yra nuoroda, o ne įrodymas.",
        "refuted": " Ribos nurodyti negalima: kai kurie kandidatai kenkia arba šalia kitų duoda daugiau nei vieni.",
        "found": " Gali trūkti fronto taškų.",
    },
}


@dataclass(frozen=True)
class Certificate:
    """What was proven about a plan.

    Parameters
    ----------
    method : {"all sets", "integer programming", "greedy and exchange"}
        How it was found.
    exact : bool
        Whether it is proven that no set is better (of several goals: that no set was missed for the front).
    evaluations : int
        How many sets were computed.
    value : float
        Mean gain of the plan; NaN where there are several goals.
    bound : float
        What no set exceeds. Without a proof, it holds only if returns diminish and nobody does harm; NaN where that
        is refuted.
    returns_diminish : {"known", "not known", "refuted"}
        Known for coverage. Of other measures it is not known, so that the bound is an indication; refuted where a
        candidate that was computed does harm, or adds more beside the others than alone.
    """

    method: Literal["all sets", "integer programming", "greedy and exchange"]
    exact: bool
    evaluations: int
    value: float = float("nan")
    bound: float = float("nan")
    returns_diminish: Literal["known", "not known", "refuted"] = "not known"

    @property
    def gap(self) -> float:
        """How far the bound lies above the plan, as a part of the plan's gain; 0 is proven to be best."""
        if self.exact and self.value == self.bound:
            return 0.0
        return (self.bound - self.value) / abs(self.value) if self.value else float("nan")

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what was proven, and what was not.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        text = _TEXT[language]
        filled = {"n": self.evaluations, "bound": number(self.bound, language), "gap": percent(self.gap, language)}
        if self.method == "integer programming" and not self.exact:
            return [text["unfinished"].format(**filled)]
        is_only = self.method == "all sets" and self.evaluations == 1
        said = text["one set" if is_only else self.method].format(**filled)
        if self.exact:
            return [said]
        if pd.isna(self.value):
            return [said + text["found"]]
        ending = {"known": "certain_bound", "not known": "bound", "refuted": "refuted"}[self.returns_diminish]
        return [said + text[ending].format(**filled)]

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())
