# Stops lie at host calls: below a comprehension, a generator, a key function, a with block.
class Block:
    def __enter__(self):
        return ask("enter")

    def __exit__(self, *exc):
        print("leaving with", exc[0] and exc[0].__name__, ask("leave"))
        return True


def asked(n):
    for i in range(n):
        yield ask(f"item {i}")


print([ask(name) for name in "abc"])
print(sorted(["pear", "fig", "banana"], key=lambda s: len(ask(s))))
with Block() as entered:
    print(entered, list(asked(3)))
    raise KeyError(ask("last"))
print({k: ask(k) for k in ("x", "y")}, ask("done"))
