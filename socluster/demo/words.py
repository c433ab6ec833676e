"""What the demonstration says, in English and in Lithuanian."""

from __future__ import annotations

from socluster.words import Language

__all__ = ["say"]

_WORDS: dict[str, tuple[str, str]] = {
    "title": (
        "The Šiauliai region: who holds the care-reform cluster together, and what would a psychologist hub change?",
        "Šiaulių regionas: kas jungia globos pertvarkos klasterį ir ką pakeistų psichologų centras?",
    ),
    "scenario": ("psychologist hub in Kelmė", "psichologų centras Kelmėje"),
    "documented": ("What is documented", "Kas dokumentuota"),
    "documented text": (
        "Public reports name {actors} organisations at {groups} events of the cluster: {affiliations} "
        "attendances. They "
        "say who was there, not who works with whom, and they are incomplete. No tie between two organisations is "
        "documented; every one below follows from a shared event or from a stated model.",
        "Viešuose pranešimuose minima: organizacijų – {actors}, klasterio renginių – {groups}, dalyvavimų – "
        "{affiliations}. Jie rodo, kas dalyvavo, bet ne kas su kuo dirba, ir nėra išsamūs. Nė vienas organizacijų "
        "tarpusavio ryšys nėra dokumentuotas: visi toliau minimi ryšiai kyla iš bendro renginio arba iš "
        "nurodyto modelio.",
    ),
    "figure two-mode": (
        "Organisations and the events at which they were named.",
        "Organizacijos ir renginiai, kuriuose jos minimos.",
    ),
    "clique": ("Why one event is not enough", "Kodėl vieno renginio nepakanka"),
    "clique text": (
        "Projecting the round table alone gives a warning: {warning}. With all of its 34 participants it would be 561 "
        "pairs and a density of 1: no information at all.",
        "Vien tik apskrito stalo projekcija sukelia įspėjimą: {warning}. Su visais 34 dalyviais būtų 561 pora "
        "ir tankis "
        "1 – jokios informacijos.",
    ),
    "network": ("Who is central", "Kas yra centre"),
    "network text": (
        "All eight events together tie {ties} pairs of organisations that were named at the same event. Betweenness "
        "counts shortest paths that run through an organisation; constraint is high where all contacts know "
        "each other.",
        "Visi aštuoni renginiai kartu susieja {ties} organizacijų poras, minimas tame pačiame renginyje. Tarpiškumas "
        "skaičiuoja per organizaciją einančius trumpiausius kelius; suvaržymas didelis ten, kur visi partneriai "
        "pažįsta "
        "vieni kitus.",
    ),
    "figure network": (
        "Organisations that were named at the same event. The larger, the higher the betweenness.",
        "Tame pačiame renginyje minimos organizacijos. Kuo didesnis ženklas, tuo didesnis tarpiškumas.",
    ),
    "profile": ("The ten most central by betweenness.", "Dešimt centriškiausių pagal tarpiškumą."),
    "roles": ("Who brokers between levels", "Kas tarpininkauja tarp lygmenų"),
    "roles text": (
        "A broker ties two organisations that share no event. Gould and Fernandez tell five roles apart by level "
        "(national, regional, local): a coordinator brokers within its own level, an itinerant broker within another, "
        "representatives and gatekeepers between their own and another (without direction the two are equal), a "
        "liaison "
        "between two others.",
        "Struktūrinis tarpininkas sieja dvi organizacijas, neturinčias bendro renginio. Gould ir Fernandez "
        "skiria penkis "
        "vaidmenis pagal lygmenį (nacionalinis, regioninis, vietos): koordinatorius tarpininkauja savo lygmenyje, "
        "išorinis tarpininkas – kitame, atstovas ir vartininkas – tarp savo ir kito (be krypties jie lygūs), "
        "ryšininkas "
        "– tarp dviejų kitų.",
    ),
    "roles table": (
        "Brokerage roles by level; who brokers nothing is left out.",
        "Tarpininkavimo vaidmenys pagal lygmenį; netarpininkaujantys nerodomi.",
    ),
    "whatif": ("What if a psychologist hub joined in Kelmė?", "Kas būtų, jeigu Kelmėje atsirastų psichologų centras?"),
    "whatif text": (
        "The round table named the shortage of psychologists as its sharpest problem. Whom such a hub would "
        "work with is "
        "not known. So its ties are drawn {draws} times from a stated model, and each answer is a distribution.",
        "Apskritojo stalo dalyviai opiausia problema įvardijo psichologų trūkumą. Su kuo toks centras dirbtų, "
        "nežinoma, "
        "todėl jo ryšiai traukiami {draws} kartų iš nurodyto modelio, o kiekvienas atsakymas yra skirstinys.",
    ),
    "figure intervals": ("Differences to the cluster without the hub.", "Skirtumai, palyginti su klasteriu be centro."),
    "figure after": (
        "The cluster with the hub. Its ties are simulated: each is only as likely as the model says.",
        "Klasteris su centru. Jo ryšiai modeliuoti: kiekvienas tik tiek tikėtinas, kiek sako modelis.",
    ),
    "gain": ("Who would be passed by, who would gain", "Kas būtų aplenktas, kas laimėtų"),
    "gain text": (
        "Betweenness before and after (medians over the draws), for the organisations with the widest range of "
        "outcomes.",
        "Tarpiškumas prieš ir po (bandymų medianos) organizacijoms, kurių baigčių ruožas plačiausias.",
    ),
    "figure gain": (
        "Betweenness before and after; medians, with the interval after.",
        "Tarpiškumas prieš ir po; medianos ir intervalas po.",
    ),
    "betweenness": ("betweenness", "tarpiškumas"),
    "numbers": ("All numbers of the comparison.", "Visi palyginimo skaičiai."),
    "ground": ("On what ground", "Kuo tai pagrįsta"),
    "ground text": (
        "Sources: {source}",
        "Šaltiniai: {source}",
    ),
    "ground stamp": (
        "Fingerprint of the documented cluster: {fingerprint}. Seed {seed}, {draws} draws.",
        "Dokumentuoto klasterio atspaudas: {fingerprint}. Sėkla {seed}, bandymų: {draws}.",
    ),
    "column actor": ("organisation", "organizacija"),
    "column measure": ("measure", "rodiklis"),
    "column degree": ("degree", "laipsnis"),
    "column betweenness": ("betweenness", "tarpiškumas"),
    "column constraint": ("constraint", "suvaržymas"),
    "column effective_size": ("effective size", "veiksmingasis dydis"),
    "column coordinator": ("coordinator", "koordinatorius"),
    "column itinerant": ("itinerant", "išorinis"),
    "column representative": ("representative", "atstovas"),
    "column gatekeeper": ("gatekeeper", "vartininkas"),
    "column liaison": ("liaison", "ryšininkas"),
    "column total": ("total", "iš viso"),
    "column before": ("before", "prieš"),
    "column after": ("after", "po"),
    "column delta": ("difference", "skirtumas"),
    "column low": ("from", "nuo"),
    "column high": ("to", "iki"),
    "column p_increase": ("rises in", "didėja"),
    "column error": ("error", "paklaida"),
    "written": ("The page with the pictures: {path}", "Puslapis su paveikslais: {path}"),
}


def say(key: str, language: Language, **values: object) -> str:
    """Return one text of the demonstration with its values filled in."""
    return _WORDS[key][language == "lt"].format(**values)
