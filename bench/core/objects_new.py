"""objects: making and dropping many small objects, linked into trees."""


class Node:
    __slots__ = ("left", "right", "key")

    def __init__(self, key):
        self.key = key
        self.left = self.right = None


def insert(root, key):
    while True:
        if key < root.key:
            if root.left is None:
                root.left = Node(key)
                return
            root = root.left
        else:
            if root.right is None:
                root.right = Node(key)
                return
            root = root.right


def depth(node):
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))


def run(n):
    total = 0
    for seed in range(n):
        root, key = Node(500), seed
        for _ in range(200):
            key = (key * 7919 + 13) % 1009
            insert(root, key)
        total += depth(root)
    return total


N = 3900


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
