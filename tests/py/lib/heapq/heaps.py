import heapq

h = []
for n in [5, 3, 8, 1, 9, 2]:
    heapq.heappush(h, n)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
x = [9, 4, 7, 1, 8]; heapq.heapify(x); print(x, [heapq.heappop(x) for _ in range(5)])
m = [1, 5, 2]; heapq.heapify_max(m); heapq.heappush_max(m, 9); print(m, heapq.heappop_max(m), heapq.heappushpop_max(m, 0), heapq.heapreplace_max(m, 3), m)
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(2, "hello", key=lambda c: -ord(c)), heapq.nlargest(0, [1]), heapq.nsmallest(1, []))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge("ca", "db", reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = [(2, "b"), (1, "z"), (1, "a")]; heapq.heapify(tasks); print([heapq.heappop(tasks) for _ in tasks[:]])
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify(5), lambda: heapq.heappush([1], "a")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
