import networkx as nx
g = nx.Graph()
g.add_weighted_edges_from([("a", "b", 4), ("a", "c", 2), ("c", "b", 1), ("b", "d", 5), ("c", "d", 8)])
print(g, nx.shortest_path(g, "a", "d", weight="weight"), nx.dijkstra_path_length(g, "a", "d"), dict(nx.degree(g)), nx.density(g))
print(sorted(nx.connected_components(g), key=len), nx.is_tree(g), sorted(nx.minimum_spanning_tree(g).edges(data="weight")), nx.diameter(g), nx.clustering(g))
d = nx.DiGraph([(1, 2), (2, 3), (1, 3), (3, 4)])
print(list(nx.topological_sort(d)), nx.dag_longest_path(d), nx.ancestors(d, 4), list(nx.simple_cycles(nx.DiGraph([(1, 2), (2, 1)]))), list(nx.bfs_edges(d, 1)), list(nx.dfs_preorder_nodes(d, 1)))
print({k: round(v, 4) for k, v in nx.betweenness_centrality(g).items()}, nx.maximum_flow_value(nx.DiGraph([(0, 1, {"capacity": 3}), (1, 2, {"capacity": 2})]), 0, 2))
print(nx.to_dict_of_lists(nx.path_graph(3)), nx.is_bipartite(nx.cycle_graph(4)), nx.greedy_color(nx.complete_graph(3)), list(nx.find_cliques(nx.complete_graph(3))), nx.node_link_data(d)["links"])
try:
    nx.shortest_path(g, "a", "zz")
except nx.NodeNotFound as e:
    print(e)
