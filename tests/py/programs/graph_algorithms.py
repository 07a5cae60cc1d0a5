# Depth and breadth first search, shortest paths, topological order, components, cycle check.
G = {'a': {'b': 4, 'c': 1}, 'b': {'d': 1}, 'c': {'b': 2, 'd': 5}, 'd': {'e': 3}, 'e': {}, 'f': {'g': 1}, 'g': {'f': 1}}
def dfs(n, seen=None):
    seen = seen if seen is not None else []
    if n not in seen:
        seen.append(n)
        for m in G[n]: dfs(m, seen)
    return seen
def bfs(start):
    dist, queue = {start: 0}, [start]
    for n in queue:
        for m in G[n]:
            if m not in dist:
                dist[m] = dist[n] + 1
                queue.append(m)
    return dist
def dijkstra(start):
    best, todo = {}, {start: (0, None)}
    while todo:
        n = min(todo, key=lambda k: todo[k][0])
        best[n] = todo.pop(n)
        for m, w in G[n].items():
            d = best[n][0] + w
            if m not in best and (m not in todo or d < todo[m][0]):
                todo[m] = (d, n)
    return best
def path(best, n):
    out = []
    while n is not None:
        out.append(n)
        n = best[n][1]
    return out[::-1]
def topological():
    done, order, active = set(), [], set()
    def visit(n):
        if n in active: raise ValueError(f'cycle at {n}')
        if n in done: return
        active.add(n)
        for m in G[n]: visit(m)
        active.discard(n)
        done.add(n)
        order.insert(0, n)
    for n in G:
        try:
            visit(n)
        except ValueError as e:
            print(e)
            active.clear()
    return order
def components():
    left, out = set(G), []
    while left:
        n = min(left)
        c = {m for m in left if m in dfs(n) or n in dfs(m)}
        out.append(sorted(c))
        left -= c
    return out
best = dijkstra('a')
print(dfs('a'), bfs('a'), {k: v[0] for k, v in best.items()}, path(best, 'e'))
print(topological(), components())
def paths(a, b): return [[a]] if a == b else [[a] + p for m in G[a] for p in paths(m, b)]
print(paths('a', 'e'), min(paths('a', 'd'), key=len))
grid = ['..#.', '.#..', '...#', '#...']
def maze(start, end):
    queue, prev = [start], {start: None}
    for x, y in queue:
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            p = (x + dx, y + dy)
            if 0 <= p[0] < 4 and 0 <= p[1] < 4 and grid[p[0]][p[1]] == '.' and p not in prev:
                prev[p] = (x, y)
                queue.append(p)
    n, out = end, []
    while n: out.append(n); n = prev.get(n)
    return out[::-1]
print(maze((0, 0), (3, 3)))
