"""How a cluster introduces itself."""

from xml.etree import ElementTree

from socluster.core.cluster import Cluster
from tests.core.samples import frame


def test_repr_answers_the_first_four_questions(town):
    assert repr(town) == (
        "<Cluster 'Miestelis': 4 actors (2 public, 1 civic), 4 ties (3 referral, directed; 1 contact, undirected), "
        f"1 isolate, 2 reported, 1 documented, 1 assumed, fingerprint {town.fingerprint}>"
    )


def test_html_card_escapes_what_the_data_say():
    cluster = Cluster.from_tables(frame("actor sector", ("a", "<b>x</b>")), name="<script>alert(1)</script>")
    card = cluster._repr_html_()
    assert "<script>" not in card
    assert "&lt;script&gt;" in card
    assert "&lt;b&gt;" in card


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
