"""agent: breadth first search, Dijkstra with heapq, topological order and components."""
import heapq
from collections import defaultdict, deque


def make_graph(size):
    edges, seed = defaultdict(list), 7
    for a in range(size):
        for _ in range(4):
            seed = (seed * 48271) % 2147483647
            b = seed % size
            if a != b:
                edges[a].append((b, seed % 20 + 1))
    return edges


def bfs(edges, start):
    dist, queue = {start: 0}, deque([start])
    while queue:
        a = queue.popleft()
        for b, _ in edges[a]:
            if b not in dist:
                dist[b] = dist[a] + 1
                queue.append(b)
    return dist


def dijkstra(edges, start):
    best, heap = {}, [(0, start)]
    while heap:
        d, a = heapq.heappop(heap)
        if a in best:
            continue
        best[a] = d
        for b, w in edges[a]:
            if b not in best:
                heapq.heappush(heap, (d + w, b))
    return best


def topological(size, edges):
    indegree = [0] * size
    forward = {a: [b for b, _ in out if b > a] for a, out in edges.items()}
    for out in forward.values():
        for b in out:
            indegree[b] += 1
    ready, order = [a for a in range(size) if not indegree[a]], []
    while ready:
        a = ready.pop()
        order.append(a)
        for b in forward.get(a, ()):
            indegree[b] -= 1
            if not indegree[b]:
                ready.append(b)
    return order


def components(size, edges):
    parent = list(range(size))

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    for a, out in edges.items():
        for b, w in out:
            if w > 10:
                parent[root(a)] = root(b)
    return len({root(x) for x in range(size)})


def run(n):
    size = 150
    edges, total = make_graph(size), 0
    for i in range(n):
        total += sum(bfs(edges, i % size).values()) + sum(dijkstra(edges, i % size).values())
        total += topological(size, edges)[i % size] + components(size, edges)
    return total


N = 1100


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
