"""The shipped data hold exactly what the sources say, and numbers that only look alike are not joined."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.io.datasets import dataset_card, dataset_tables, load_dataset


def graph_of(cluster: Cluster, layer: str | None = None) -> Any:
    """Return a networkx graph of one layer, or of all layers of a kind."""
    ties = cluster.ties if layer is None else cluster.ties[cluster.ties["layer"] == layer]
    directed = any(cluster.layers[name].directed for name in set(ties["layer"]))
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(cluster.labels)
    graph.add_edges_from(zip(ties["source"], ties["target"], strict=True))
    return graph


def counts(values: pd.Series[Any]) -> dict[Any, int]:
    return {key: int(count) for key, count in values.value_counts().items()}


class TestKnoke:
    def test_actors(self) -> None:
        actors = load_dataset("knoke").actors
        assert list(actors.index) == ["COUN", "COMM", "EDUC", "INDU", "MAYR", "WRO", "NEWS", "UWAY", "WELF", "WEST"]
        assert counts(actors["sector"]) == {"public": 4, "civic": 4, "private": 2}
        assert set(zip(actors["code"], actors["sector"], strict=True)) == {
            ("GOV", "public"),
            ("VOL", "civic"),
            ("PVT", "private"),
        }
        assert actors["rating"].tolist() == [5.8, 5.8, 4.75, 5.38, 5.86, 2.5, 6.4, 5.94, 4.6, 3.5]
        assert actors.groupby("partition3").groups.keys() == {"GOV", "NON", "WEL"}
        assert set(actors.index[actors["partition3"] == "WEL"]) == {"WRO", "UWAY", "WELF", "WEST"}

    def test_information(self) -> None:
        graph = graph_of(load_dataset("knoke"), "information")
        assert graph.number_of_edges() == 49
        assert nx.density(graph) == pytest.approx(0.5444, abs=5e-5)
        assert [degree for _, degree in graph.in_degree] == [5, 8, 4, 5, 8, 1, 9, 2, 5, 2]
        assert [degree for _, degree in graph.out_degree] == [4, 7, 6, 4, 8, 3, 3, 6, 3, 5]
        between = list(nx.betweenness_centrality(graph, normalized=False).values())
        expected = [0.6667, 12.3333, 11.6944, 0.8056, 17.8333, 0.3333, 2.75, 0, 1.2222, 0.3611]
        assert between == pytest.approx(expected, abs=5e-5)
        assert list(nx.triadic_census(graph).values()) == [3, 13, 12, 1, 13, 3, 10, 4, 7, 0, 14, 4, 2, 1, 24, 9]
        mutual = sum(graph.has_edge(target, source) for source, target in graph.edges) // 2
        assert (mutual, 49 - 2 * mutual, 45 - (49 - mutual)) == (17, 15, 13)
        assert graph.to_undirected().number_of_edges() == 32

    def test_money(self) -> None:
        cluster = load_dataset("knoke")
        graph = graph_of(cluster, "money")
        assert graph.number_of_edges() == 22
        assert nx.density(graph) == pytest.approx(0.2444, abs=5e-5)
        pairs = ~np.eye(10, dtype=bool)
        matrices = [cluster.matrix(layer, "binary").toarray()[pairs] for layer in ("information", "money")]
        assert np.corrcoef(matrices)[0, 1] == pytest.approx(-0.0508, abs=5e-5)

    def test_mixing(self) -> None:
        cluster = load_dataset("knoke")
        code = cluster.actors["code"]
        ties = cluster.ties[cluster.ties["layer"] == "information"]
        table = pd.crosstab(ties["source"].map(code).to_numpy(), ties["target"].map(code).to_numpy())
        assert table.to_numpy().tolist() == [[7, 6, 8], [3, 2, 2], [12, 6, 3]]


class TestClassics:
    def test_florentine_agrees_with_published_values(self) -> None:
        cluster = load_dataset("florentine")
        marriage, business = graph_of(cluster, "marriage"), graph_of(cluster, "business")
        assert (marriage.number_of_edges(), business.number_of_edges()) == (20, 15)
        assert nx.density(marriage) == pytest.approx(0.167, abs=5e-4)
        assert nx.density(business) == pytest.approx(0.125)
        assert 1 - nx.transitivity(marriage) == pytest.approx(0.809, abs=5e-4)
        assert 1 - nx.transitivity(business) == pytest.approx(0.583, abs=5e-4)
        assert nx.global_efficiency(marriage) == pytest.approx(0.438, abs=5e-4)
        assert nx.global_efficiency(business) == pytest.approx(0.252, abs=5e-4)
        upper = np.triu_indices(16, 1)
        matrices = [cluster.matrix(layer).toarray()[upper] for layer in ("marriage", "business")]
        assert np.corrcoef(matrices)[0, 1] == pytest.approx(0.3718679, abs=5e-8)

    def test_florentine_families(self) -> None:
        cluster = load_dataset("florentine")
        assert [node for node, degree in graph_of(cluster).degree if degree == 0] == ["Pucci"]
        wealth = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]
        assert cluster.actors["wealth"].tolist() == wealth
        between = nx.betweenness_centrality(graph_of(cluster, "marriage"), normalized=False)
        assert between["Medici"] == pytest.approx(47.5)

    def test_davis(self) -> None:
        cluster = load_dataset("davis")
        attendances = counts(cluster.affiliations["actor"])
        assert (cluster.n_actors, cluster.n_groups, cluster.n_affiliations, cluster.n_ties) == (18, 14, 89, 0)
        assert (attendances["Evelyn"], attendances["Flora"]) == (8, 2)
        assert counts(cluster.affiliations["group"])["E8"] == 14

    def test_kite(self) -> None:
        graph = graph_of(load_dataset("kite"))
        assert list(graph) == [str(number) for number in range(10)]
        between = list(nx.betweenness_centrality(graph, normalized=False).values())
        assert between == pytest.approx([0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0], abs=5e-5)

    def test_karate(self) -> None:
        cluster = load_dataset("karate")
        assert counts(cluster.actors["faction"]) == {"instructor": 17, "officers": 17}
        assert cluster.actors.loc["0", "faction"] == "instructor"
        assert cluster.ties["weight"].sum() == 231
        degree = dict(graph_of(cluster).degree)
        assert (degree["33"], degree["0"]) == (17, 16)


class TestNorwayProject:
    def test_partners(self) -> None:
        actors = load_dataset("norway_project").actors
        assert len(actors) == 13
        assert list(actors.index[actors["lead"]]) == ["LEU"]
        kinds = {"municipality": 4, "NGO": 3, "higher education": 2}
        kinds |= dict.fromkeys(("health", "social care", "education", "culture"), 1)
        assert counts(actors["kind"]) == kinds
        assert counts(actors["sector"]) == {"public": 8, "civic": 3, "science": 2}
        named = set(actors.index[actors["named_in_press"]])
        assert named == {"LEU", "FUN", "VDK", "GINT", "LDUK", "UTEN", "DRUS", "PRIE", "BIRZ"}
        assert set(actors.index) - named == set(actors.index[actors["parent"].notna()])

    def test_contract_structure(self) -> None:
        cluster = load_dataset("norway_project")
        assert counts(cluster.ties["layer"]) == {"contract": 12, "parent": 4}
        graph = graph_of(cluster)
        degrees = [degree for _, degree in graph.degree]
        assert nx.density(graph) == pytest.approx(0.2051, abs=5e-5)
        assert sum(max(degrees) - degree for degree in degrees) / (12 * 11) == pytest.approx(0.9394, abs=5e-5)
        assert nx.betweenness_centrality(graph, normalized=False)["LEU"] == pytest.approx(62)
        assert nx.transitivity(graph) == pytest.approx(0.1622, abs=5e-5)
        assert nx.average_clustering(graph) == pytest.approx(0.62, abs=5e-3)
        assert nx.constraint(graph)["LEU"] == pytest.approx(0.1528, abs=5e-5)
        assert nx.effective_size(graph)["LEU"] == pytest.approx(11.3333, abs=5e-5)
        graph.remove_node("LEU")
        sizes = [len(part) for part in nx.connected_components(graph)]
        assert len(sizes) == 8
        assert sum(size * (size - 1) for size in sizes) / (12 * 11) == pytest.approx(0.0606, abs=5e-5)

    def test_modules(self) -> None:
        modules = load_dataset("norway_project").groups
        assert set(modules["kind"]) == {"module"}
        assert counts(modules["strand"]) == {"social cluster competence": 6, "administrative and public capacity": 3}
        assert modules["open"].tolist() == [False] * 6 + [True] * 3
        cut = modules[modules["truncated"]]
        assert len(cut) == 2
        assert cut["name"].str.endswith("…").all()
        assert not modules.loc[~modules["truncated"], "name"].str.contains("…").any()
        assert modules["name_lt"].notna().all()

    def test_programme_and_results(self) -> None:
        tables = dataset_tables("norway_project")
        programme = tables["programme"].set_index("key")["value"]
        assert programme["number"] == "NOR-LT10-VRM-01-K-02-006"
        assert programme["results_presented"] == "2017-03-22"
        assert pd.Timestamp(programme["results_presented"]).day_name() == "Wednesday"
        assert (programme["started"], programme["ended"]) == ("2015-09-11", "2017-04-30")
        money = tables["money"].set_index("key")["eur"].to_dict()
        assert money == {"total_initial": 591162.70, "total_final": 576994, "norway_grants_share": 391915}
        assert tables["plan"]["at_least"].tolist() == [720, 75]
        assert tables["achievements"]["total"].tolist() == [12, 301, 24]
        assert "L710" in tables["text_corrections"].loc[0, "as_read"]
        assert "LT10" in tables["text_corrections"].loc[0, "corrected"]
        sizes = {"outputs": 4, "model_benefits": 4, "model_sectors": 3, "openness_example": 5, "service_places": 5}
        sizes |= {"administrative_tiers": 3, "conditions": 4, "sectors_mentioned": 8}
        assert {name: len(tables[name]) for name in sizes} == sizes
        named = load_dataset("norway_project").actors.query("named_in_press").index
        assert set(tables["parties_named_in_press"]["actor"]) == set(named)
        shared = set(tables["sister_project"]["actor"].dropna())
        assert shared == {"LDUK", "UTEN", "FUN"}


class TestSiauliai:
    def test_attendance(self) -> None:
        cluster = load_dataset("siauliai")
        assert cluster.groups["code"].tolist() == [f"E{number}" for number in range(1, 9)]
        attendances = cluster.affiliations
        assert set(attendances["layer"]) == {"attends"}
        per_event = counts(attendances["group"].map(cluster.groups["code"]))
        assert per_event == {"E1": 5, "E2": 10, "E3": 1, "E4": 5, "E5": 7, "E6": 6, "E7": 2, "E8": 10}
        several = {actor: count for actor, count in counts(attendances["actor"]).items() if count > 1}
        expected = {"Regional expert Šiauliai": 3, "MSSL": 3}
        expected |= {"Kelmė DM": 2, "Lazdijai DM": 2, "Telšiai DM": 2, "Project team": 2}
        assert several == expected
        graph = nx.Graph(list(zip(attendances["actor"], attendances["group"], strict=True)))
        assert len(graph) == 38 + 8
        assert nx.number_connected_components(graph) == 2

    def test_only_the_inferred_attendance_is_not_documented(self) -> None:
        attendances = load_dataset("siauliai").affiliations
        inferred = attendances[attendances["evidence"] == "reported"]
        assert inferred[["actor", "group"]].to_numpy().tolist() == [["Telšiai DM", "Telšiai round table"]]
        assert inferred["note"].str.startswith("Inferred").all()
        assert counts(attendances["evidence"]) == {"documented": 45, "reported": 1}

    def test_a_year_that_no_report_states_is_not_invented(self) -> None:
        groups = load_dataset("siauliai").groups
        assert groups["date"].dropna().tolist() == ["2016-11-03", "2016-11-23"]
        assert groups.loc[groups["date"].notna(), "year_inferred"].all()

    def test_organisations(self) -> None:
        actors = load_dataset("siauliai").actors
        assert counts(actors["sector"]) == {"public": 32, "civic": 3, "science": 2, "private": 1}
        assert set(actors["level"]) == {"national", "regional", "local"}
        assert actors["kind"].notna().all()
        assert int(actors["in_region"].sum()) == 16

    def test_municipalities(self) -> None:
        tables, cluster = dataset_tables("siauliai"), load_dataset("siauliai")
        municipalities = tables["municipalities"].set_index("municipality")
        in_region = cluster.actors.query("in_region and kind == 'municipality'").index
        assert set(municipalities.index) == set(in_region)
        assert len(municipalities) == 7
        known = municipalities["population"][~municipalities["approximate"]]
        assert list(known.index) == [name for name in municipalities.index if name != "Akmenė DM"]
        assert known.sum() == 277_351 - 28_596
        every_number = pd.concat([tables["population"]["population"], municipalities["population"]])
        assert 28_596 not in set(every_number)
        borders = {
            frozenset(pair) for pair in zip(tables["borders"]["source"], tables["borders"]["target"], strict=True)
        }
        assert len(borders) == 10
        assert sum("Šiauliai DM" in pair for pair in borders) == 6
        assert set().union(*borders) == set(municipalities.index)

    def test_round_table(self) -> None:
        tables = dataset_tables("siauliai")
        assert len(tables["round_table_categories"]) == 11
        assert int(tables["round_table_categories"]["ambiguous"].sum()) == 1
        persons = tables["events_reported"].set_index("event")["persons"]
        assert persons.to_dict() == {"Šiauliai round table": 34, "Telšiai round table": 32}
        telsiai = tables["telsiai_participants"]
        assert telsiai["persons"].tolist() == [5, 1, 1, 2, 23]
        assert telsiai["persons"].sum() == 32
        assert telsiai["stated"].tolist() == [True, True, True, True, False]
        assert len(tables["conclusions"]) == 2
        assert len(tables["client_groups"]) == 3

    def test_places_needed_and_supplied(self) -> None:
        tables = dataset_tables("siauliai")
        needs, supply = tables["needs"], tables["supply"].set_index("home")
        assert needs["at_least"].tolist() == [501, 46]
        assert needs["at_most"].isna().tolist() == [True, False]
        assert needs.loc[1, "at_most"] == 53
        assert supply[["homes", "children", "adults"]].to_numpy().tolist() == [[3, 4, 20], [2, 12, 0]]
        assert (supply["residents"] == supply["children"] + supply["adults"]).all()
        assert (supply["homes"].sum(), supply["residents"].sum()) == (5, 36)
        assert supply["stated_as"].to_dict() == {"Venta care home": "places", "Šaltinis children's home": "persons"}
        assert supply["residents_coding"].str.startswith("ours").all()
        assert len(tables["pilot_institutions"]) == 3
        assert "psychologists" in set(tables["bottlenecks"]["bottleneck"])


class TestCareReform:
    def test_actors_and_groups(self) -> None:
        cluster = load_dataset("care_reform")
        kinds = {"cooperation area": 9, "ministry": 3, "regional expert": 10, "thematic expert": 3}
        assert counts(cluster.actors["kind"]) == kinds
        groups = cluster.groups
        kinds = {"region": 10, "measure": 7, "activity": 5, "sub-activity": 14, "event type": 3}
        assert counts(groups["kind"]) == kinds
        parts = groups.loc[groups["kind"] == "sub-activity", "part_of"]
        assert [counts(parts)[f"activity {number}"] for number in range(1, 6)] == [4, 4, 2, 3, 1]
        assert (cluster.actors["part_of"] == "ministries").sum() == 3

    def test_ten_experts_cover_ten_regions(self) -> None:
        cluster = load_dataset("care_reform")
        covers = cluster.affiliations
        assert set(covers["layer"]) == {"covers"}
        assert set(covers["group"]) == set(cluster.groups.query("kind == 'region'").index)
        assert covers["actor"].is_unique
        for actor, group in zip(covers["actor"], covers["group"], strict=True):
            assert actor.removeprefix("Regional expert ") == group.removesuffix(" region")
        notice = dataset_tables("care_reform")["expert_notice"].set_index("region")["in_notice"]
        assert (int(notice.sum()), bool(notice["Šiauliai region"])) == (9, False)

    def test_plan_and_outcome_are_apart(self) -> None:
        tables = dataset_tables("care_reform")
        plan = tables["events_plan"].set_index("event_type")
        assert plan["planned"].to_dict() == {"conferences": 3, "seminars": 24, "round tables": 34}
        assert plan["planned"].sum() == 61
        assert plan["regional"].tolist() == [False, True, True]
        assert tables["events_outcome"].set_index("state")["events"].to_dict() == {"planned": 61, "held": 64}
        conferences = tables["conferences"]
        assert conferences["attendances"].tolist() == [212, 118, 223]
        assert conferences["attendances"].sum() == 553
        assert conferences["date"].tolist() == ["2016-04-28", "2017-10-26", "2018-02-09"]
        indicators = tables["indicators"].set_index("indicator")
        assert indicators["planned"].tolist() == [61, 1, 1, 40, 300, 27, 10, 15]
        assert indicators["done"].dropna().to_dict() == {"4.1.1": 64}
        assert indicators.loc[["4.2.3", "4.2.4"], "planned"].sum() == 340

    def test_lists_of_the_slides(self) -> None:
        tables = dataset_tables("care_reform")
        sizes = {"definitions": 2, "benefits": 4, "barriers": 4, "aims": 4, "dimensions": 3, "levels": 3}
        sizes |= {"target_groups": 3, "countries_cited": 3, "plan_inputs": 3, "stages": 3}
        assert {name: len(tables[name]) for name in sizes} == sizes

    def test_institutions_and_outcomes(self) -> None:
        tables = dataset_tables("care_reform")
        institutions = tables["institutions"]
        kinds = {
            "infants' home": 5,
            "children's home": 11,
            "home for disabled children": 3,
            "home for disabled adults": 7,
        }
        assert counts(institutions["kind"]) == kinds
        assert institutions["institution"].is_unique
        assert int(institutions["in_siauliai_county"].sum()) == 3
        assert tables["institution_counts"]["institutions"].tolist() == [27, 26]
        outcomes = tables["outcomes"].set_index(["indicator", "date"])["value"]
        assert outcomes["children in institutions"].to_dict() == {"2014": 3562, "2015": 3275, "2016": 3186}
        assert outcomes["institutions for children"].to_dict() == {"2016": 95, "2017": 96, "2018": 90}
        assert outcomes["children in institutional care", "2025-04"] == 1065
        population = tables["region_population"].set_index("region").loc["Šiauliai region"]
        assert (population["population_2020"], population["population_2023"]) == (261_429, 261_764)


class TestDayCentres:
    def test_steps(self) -> None:
        cluster = load_dataset("day_centres")
        groups = cluster.groups
        assert counts(groups["kind"]) == {"step": 5, "sub-item": 13}
        steps = groups[groups["kind"] == "step"]
        assert steps["interacting"].all()
        parts = counts(groups["part_of"].dropna())
        assert [parts[step] for step in steps.index] == [4, 3, 3, 1, 2]
        assert (cluster.n_ties, cluster.n_affiliations) == (0, 0)
        assert dataset_tables("day_centres")["interactions"]["pairs_documented"].tolist() == [0]

    def test_distribution_and_money(self) -> None:
        tables = dataset_tables("day_centres")
        distribution = tables["distribution"].set_index("municipality")
        assert distribution["inhabitants"].to_dict() == {"Kazlų Rūda": 12_494, "Kupiškis": 18_678, "Šilutė": 41_814}
        assert distribution["elderships"].tolist() == [4, 6, 11]
        per_100000 = distribution["centres"] / distribution["inhabitants"] * 1e5
        assert per_100000.round(1).tolist() == [64.0, 5.4, 2.4]
        assert tables["distribution_national"]["number"].tolist() == [252, 12]
        financing = tables["financing"].set_index("year")
        assert financing["centres"].to_dict() == {2017: 250, 2018: 281, 2019: 345}
        assert financing["million_eur"].tolist() == [3.6, 3.9, 5.2]

    def test_words_of_the_abstracts(self) -> None:
        tables = dataset_tables("day_centres")
        keywords = tables["keywords"]
        own = keywords[~keywords["truncated_duplicate"]]
        assert len(keywords) == 7
        assert counts(own["language"]) == {"lt": 3, "en": 3}
        statements = tables["effectiveness"].set_index("language")["statement"]
        assert "diskutuotinas" in statements["lt"]
        assert "efficient" in statements["en"]
        assert tables["study"].set_index("key").loc["year", "value"] == "2015"
        assert len(tables["findings"]) == 2


def test_numbers_that_only_look_alike_are_kept_apart() -> None:
    reform, siauliai = dataset_tables("care_reform"), dataset_tables("siauliai")
    norway, centres = dataset_tables("norway_project"), load_dataset("day_centres")

    # 34 round tables planned for the country; 34 persons at one of them.
    assert reform["events_plan"].set_index("event_type").loc["round tables", "planned"] == 34
    assert siauliai["events_reported"].loc[0, "persons"] == 34
    assert set(reform["events_plan"].columns) & set(siauliai["events_reported"].columns) == {"ref"}
    assert not reform.keys() & siauliai.keys()
    assert load_dataset("siauliai").n_actors != 34

    # Nine modules, nine cooperation areas, nine parties named in the press.
    modules = set(load_dataset("norway_project").groups.index)
    areas = set(load_dataset("care_reform").actors.query("kind == 'cooperation area'").index)
    parties = set(norway["parties_named_in_press"]["actor"])
    assert [len(nine) for nine in (modules, areas, parties)] == [9, 9, 9]
    assert len(modules | areas | parties) == 27

    # Five steps of a method, five activity groups of a project.
    steps = set(centres.groups.query("kind == 'step'").index)
    activities = set(load_dataset("care_reform").groups.query("kind == 'activity'").index)
    assert (len(steps), len(activities), len(steps & activities)) == (5, 5, 0)

    # Four benefits of the model, four of the reform's cluster, four outputs of the project.
    fours = [norway["model_benefits"]["benefit"], reform["benefits"]["benefit"], norway["outputs"]["name"]]
    assert [len(four) for four in fours] == [4, 4, 4]
    assert len(set().union(*fours)) == 12


class TestWhatIsOursSaysSo:
    """What the sources do not say: our coding, our sums, our readings; and what they do say, which we carry."""

    def test_the_events_are_not_all_of_the_cluster_or_of_the_region(self) -> None:
        info, card = load_dataset("siauliai").info, dataset_card("siauliai")
        assert "four of them in the Šiauliai region" in info["title"]
        assert "events of the care-reform cluster" not in info["title"] + card
        assert "not an event of the cluster" in card
        regions = load_dataset("siauliai").groups["region"]
        assert (regions == "Šiauliai").sum() == 4

    def test_no_problem_is_called_the_sharpest(self) -> None:
        bottlenecks = dataset_tables("siauliai")["bottlenecks"].set_index("bottleneck")
        assert "especially acute problem of the district" in bottlenecks.loc["psychologists", "statement"]
        assert "itin opi rajono problema" in bottlenecks.loc["psychologists", "statement_lt"]
        assert "sharpest" not in dataset_card("siauliai")

    def test_conditions_are_our_coding(self) -> None:
        conditions = dataset_tables("norway_project")["conditions"]
        assert conditions["coding"].str.startswith("ours").all()
        assert "end of the clause on partnership" in conditions["coding"].iloc[-1]
        assert "our coding" in dataset_card("norway_project")

    def test_the_only_sentence_on_collaboration_is_whole(self) -> None:
        programme = dataset_tables("norway_project")["programme"].set_index("key")["value"]
        assert "hard to find social partners" in programme["difficulty"]
        assert "closely cooperates" in programme["difficulty"]
        assert "gladly joined" in programme["cooperation_of_the_lead"]
        assert "closely cooperates" in dataset_card("norway_project")
        assert {"audience", "appraisal_of_experts"} <= set(programme.index)
        assert "who the experts are is not said" in programme["appraisal_of_experts"]

    def test_what_the_article_says_of_policy_and_openness(self) -> None:
        model = dataset_tables("norway_project")["model"].set_index("key")
        assert "social integration in Europe" in model.loc["place_in_eu_policy", "value"]
        assert "it gives no count" in model.loc["most_visited_place", "value"]
        assert "Norvegijos" in model.loc["openness_of_norway", "value_lt"]

    def test_what_the_slides_say_of_the_measures(self) -> None:
        tables = dataset_tables("care_reform")
        assert len(tables["expected_effects"]) == 3
        details = tables["measure_details"].set_index(["measure", "about"])["statement"]
        assert "changes of legal acts" in details["measure 1", "what follows"]
        assert "in consultation with the participants" in details["measure 2", "who writes them"]
        assert "group of experts" in details["measure 5", "who does it"]
        assert "quality" in details["measure 7", "aim"]
        assert details["activity 4.1", "who carries out the activities in the regions"] == "The regional experts"
        assert set(tables["measure_details"]["measure"]) <= set(load_dataset("care_reform").groups.index)
        assert "lower counts of children" in dataset_card("care_reform")

    def test_what_the_round_table_was_told(self) -> None:
        topics = dataset_tables("siauliai")["round_table_topics"]["presented"]
        assert topics.str.contains("visits to the municipalities").sum() == 1
        assert topics.str.contains("newly opened units").sum() == 1


WORDS = {"name", "statement", "fact", "condition", "need", "category", "participant", "content", "effect", "aim"}


@pytest.mark.parametrize("name", ["siauliai", "norway_project", "care_reform", "day_centres", "knoke"])
def test_what_people_read_has_a_lithuanian_wording(name: str) -> None:
    cluster = load_dataset(name)
    frames = {"actors": cluster.actors, "groups": cluster.groups} if cluster.n_groups else {"actors": cluster.actors}
    without = [
        table
        for table, frame in {**frames, **dataset_tables(name)}.items()
        if WORDS & set(frame.columns)
        and "language" not in frame.columns  # the abstracts, in the language that they are in
        and not any(column.endswith("_lt") and frame[column].notna().all() for column in frame.columns)
    ]
    assert without == []
