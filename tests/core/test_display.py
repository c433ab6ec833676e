"""A cluster introduces itself in both languages, with numbers as people write them."""

from xml.etree import ElementTree

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.display import card, sentence
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.warn import warn
from socluster.words.plain import plain
from tests.core.samples import frame


def test_repr_answers_the_first_four_questions(town):
    assert repr(town) == (
        "<Cluster 'Miestelis': 4 actors (2 public, 1 civic), 4 ties (3 referral, directed; 1 contact, undirected), "
        f"1 isolate, 2 reported, 1 documented, 1 assumed, fingerprint {town.fingerprint}>"
    )


def test_html_card_escapes_what_the_data_say():
    cluster = Cluster.from_tables(frame("actor sector", ("a", "<b>x</b>")), name="<script>alert(1)</script>")
    shown = cluster._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert "&lt;b&gt;" in shown


def test_no_name_turns_or_hides_what_a_cluster_says_of_itself():
    turning = "x\u202ey\x1b[31m\u200b"
    tie = frame("source target layer", ("a", "b", "t\u202et"))
    actors = frame("actor sector", ("a", "s\u202es"), ("b", "s\u202es"))
    cluster = Cluster.from_tables(actors, tie, name="n\u202en", info={"boundary": "b\u202eb", "source": "s\u2067s"})
    told = [cluster.summary("en"), cluster.summary("lt"), repr(cluster), cluster._repr_html_()]
    with pytest.raises(InputError) as caught:
        cluster.without_actor(turning)
    told += [str(caught.value), str(caught.value.in_language("lt"))]
    with pytest.raises(AttributeError) as missing:
        getattr(cluster, turning)
    told.append(str(missing.value))
    with pytest.warns(SoclusterWarning, match="w") as warned:
        warn("what is {name}?", SoclusterWarning, name=turning)
    told.append(str(warned[0].message))
    assert [text for text in told if text != plain(text)] == []
    assert "n\\u202en" in told[0]


def test_one_is_no_plural_and_groups_are_counted():
    leads = frame("actor group layer", ("a", "x", "leads"))
    cluster = Cluster.from_tables(frame("actor", ("a",)), groups=frame("group", ("x",)), affiliations=leads)
    said = "1 actor, no ties, 1 affiliation with 1 group (leads), 1 reported"
    assert repr(cluster) == f"<Cluster: {said}, fingerprint {cluster.fingerprint}>"


def test_the_card_says_what_the_sentence_says_and_where_it_comes_from():
    info = {"boundary": "one <municipality>", "source": "a register", "note": "not on the card"}
    cluster = Cluster.from_tables(frame("actor", ("a",), ("b",)), frame("source target", ("a", "b")), info=info)
    table = ElementTree.fromstring(cluster._repr_html_())
    rows = {row.find("th").text: row.find("td").text for row in table.iter("tr")}
    assert rows == {
        "actors": "2 actors",
        "ties": "1 tie (1 tie, undirected)",
        "evidence": "1 reported",
        "fingerprint": cluster.fingerprint,
        "boundary": "one <municipality>",
        "source": "a register",
    }
    said = ", ".join(rows[key] for key in ("actors", "ties", "evidence"))
    assert repr(cluster) == f"<Cluster: {said}, fingerprint {cluster.fingerprint}>"


def organisations(**options):
    actors = pd.DataFrame({"actor": list("ABCD"), "sector": ["public", "civic", "public", None]})
    return Cluster.from_tables(actors, **options)


def told(cluster, language):
    return sentence(cluster.parts, "f00d", language)


@pytest.fixture
def full():
    return organisations(
        ties=pd.DataFrame({"source": ["A", "A"], "target": ["B", "C"], "layer": ["referral", "own"]}),
        groups=pd.DataFrame({"group": ["E1", "E2"]}),
        affiliations=pd.DataFrame({"actor": ["A"], "group": ["E1"], "layer": "attends", "evidence": "documented"}),
        layers={"referral": {"directed": True}},
        name="Town <1>",
        info={"source": "a & b", "own": "x"},
    )


def test_english(full):
    assert told(full, "en") == (
        "<Cluster 'Town <1>': 4 actors (2 public, 1 civic), 2 ties (1 referral, directed; 1 own, undirected), "
        "1 isolate, 1 affiliation with 2 groups (attends), ties: 2 reported; affiliations: 1 documented, "
        "fingerprint f00d>"
    )
    assert repr(full) == told(full, "en").replace("f00d", full.fingerprint)


def test_lithuanian(full):
    assert told(full, "lt") == (
        "<Klasteris „Town <1>“: 4 veikėjai (viešasis – 2, pilietinis – 1), 2 ryšiai (nukreipimas – 1, kryptiniai; "
        "own – 1, nekryptiniai), 1 izoliuotas veikėjas, 1 dalyvavimas 2 grupėse (dalyvauja), ryšiai: nurodyta – 2; "
        "dalyvavimai: dokumentuota – 1, atspaudas f00d>"
    )


def test_a_cluster_of_actors_only():
    assert told(organisations(), "en") == "<Cluster: 4 actors (2 public, 1 civic), no ties, fingerprint f00d>"
    assert (
        told(organisations(), "lt")
        == "<Klasteris: 4 veikėjai (viešasis – 2, pilietinis – 1), ryšių nėra, atspaudas f00d>"
    )


def test_the_card_escapes_what_people_wrote(full):
    text = card(full.parts, "f00d", "lt")
    assert "<b>Klasteris Town &lt;1&gt;</b>" in text
    assert ">šaltinis</th>" in text
    assert "a &amp; b" in text
    assert "own</th>" not in text
