"""Measures of five graphs as networkx finds them, for measures.test.ts. Needs networkx; writes networkx.json beside it."""
import json
from pathlib import Path

import networkx as nx


def record(name, graph):
    graph = nx.convert_node_labels_to_integers(nx.Graph(graph), ordering="sorted")
    edges = sorted((min(a, b), max(a, b), d.get("weight", 1)) for a, b, d in graph.edges(data=True))
    for a, b, weight in edges:
        graph[a][b]["weight"] = weight
    order = range(len(graph))
    between = nx.betweenness_centrality(graph)
    weighted = dict(graph.degree(weight="weight"))
    best = max(
        nx.community.modularity(graph, nx.community.louvain_communities(graph, weight="weight", seed=seed))
        for seed in range(50)
    )
    return {
        "name": name,
        "nodes": len(graph),
        "edges": edges,
        "degree": [graph.degree(i) for i in order],
        "weightedDegree": [weighted[i] for i in order],
        "betweenness": [round(between[i], 9) for i in order],
        "modularity": round(best, 9),
        "distancesFromFirst": [nx.single_source_shortest_path_length(graph, 0).get(i, -1) for i in order],
    }


def weighted_random():
    graph = nx.gnm_random_graph(80, 110, seed=7)
    for a, b in graph.edges:
        graph[a][b]["weight"] = 1 + (a * 7 + b * 3) % 4
    return graph


GRAPHS = [
    record("karate club", nx.karate_club_graph()),
    record("southern women", nx.davis_southern_women_graph()),
    record("les misérables", nx.les_miserables_graph()),
    record("florentine families", nx.florentine_families_graph()),
    record("random, in several parts", weighted_random()),
]
text = json.dumps({"networkx": nx.__version__, "graphs": GRAPHS}, ensure_ascii=False)
Path(__file__).with_name("networkx.json").write_text(text + "\n", encoding="utf-8")
