# A small tree through memory, and what reads and writes it in files: also for lack of memory.
import io
import pickle

shared = ["x" * 300, b"y" * 300, (1, 2.5, None, True), 2**100, {3}, frozenset([4])]
tree = {i: [shared, str(i), (i,)] for i in range(40)}
tree["self"] = tree
deep = ()
for _ in range(60):
    deep = [deep]
words = [[str(i) for i in range(200)], deep]

again = pickle.loads(pickle.dumps(tree))
print(len(again), again["self"] is again, again[0][0] is again[39][0], again[7] == tree[7])
print(pickle.loads(pickle.dumps(words, 4)) == words)
file = io.BytesIO()
pickle.dump(words, file)
file.seek(0)
print(pickle.load(file) == words)
