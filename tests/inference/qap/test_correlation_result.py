import numpy as np

import socluster as sc


def test_its_table_its_words_and_its_picture_agree():
    knoke = sc.load_dataset("knoke")
    found = sc.qap(knoke, "money", "information", draws=50, rng=7)
    assert isinstance(found, sc.QAPTest)
    assert found.to_frame()["observed"].tolist() == [found.observed]
    for language, said in (("en", "If the actors change places at random"), ("lt", "50 perstat")):
        assert said in " ".join(found.sentences(language))
        assert found.plot(language=language).layout.title.text.strip()


def test_what_is_the_same_for_all_has_no_correlation():
    network = sc.Cluster.from_matrix(np.ones((4, 4)) - np.eye(4)) if hasattr(sc.Cluster, "from_matrix") else None
    if network is None:
        network = sc.as_cluster(np.ones((4, 4)) - np.eye(4))
    flat = sc.qap(network, network.matrix(), network.matrix(), draws=10, rng=7)
    assert "undefined, since one of them is the same" in flat.sentences()[0]
