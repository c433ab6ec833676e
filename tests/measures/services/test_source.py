import socluster as sc
from socluster.measures.services.source import source_of_offers
from tests.conventions.test_results import services


def test_it_tells_the_evidence_of_what_is_offered():
    assert source_of_offers(services(), "en").endswith("Evidence: reported 2.")
    assert source_of_offers(None, "lt") is None


def test_vacant_posts_have_no_evidence():
    vacant = sc.load_dataset("kite").with_group("g", kind="service", service="care", place="K")
    assert "Evidence" not in source_of_offers(vacant, "en")
    assert sc.coverage(vacant, needs={("K", "care"): 9}).map().layout.meta["alt"]


def test_pictures_of_services_say_the_finding_and_the_source():
    pictures = [
        sc.coverage(services(), needs={("K", "care"): 9}).plot(),
        sc.coverage(services(), needs={("K", "care"): 9}).map(),
        sc.service_overlap(services()).plot(),
        sc.service_matrix(services()).plot(),
    ]
    for figure in pictures:
        assert figure.layout.title.text.strip()
        assert any("Evidence: reported 2." in str(note.text) for note in figure.layout.annotations)
    assert "5 of 9 needed are met" in pictures[0].layout.title.text.replace("<br>", " ")
    assert not sc.coverage(services(), needs={("K", "care"): 9}).plot(title="").layout.title.text.strip()


def test_an_even_spread_is_told_without_a_rounding_error():
    figure = sc.inequality([0.1, 0.2, 0.7], weights=[3, 7, 0.1]).plot(caption="made up")
    assert ">99%" not in figure.layout.meta["alt"]
    assert "Gini index" in figure.layout.title.text.replace("<br>", " ")
