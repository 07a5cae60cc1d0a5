"""What containers, sorting, min and max do with the answers of guest __eq__, __lt__, __gt__ and __hash__."""

log = []


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        log.append("bool %s" % self.value)
        return self.value


class Key:
    """Answers as told: an object to be judged, NotImplemented, or a plain bool."""

    def __init__(self, name, number, how="plain"):
        self.name, self.number, self.how = name, number, how

    def answer(self, what, other, result):
        log.append("%s %s %s" % (self.name, what, getattr(other, "name", other)))
        return {"plain": result, "object": Truth(result), "refuse": NotImplemented}[self.how]

    def __eq__(self, other):
        return self.answer("==", other, self.number == getattr(other, "number", other))

    def __lt__(self, other):
        return self.answer("<", other, self.number < getattr(other, "number", other))

    def __gt__(self, other):
        return self.answer(">", other, self.number > getattr(other, "number", other))

    def __hash__(self):
        log.append("hash " + self.name)
        return 5 if self.how != "bool" else True

    def __repr__(self):
        return self.name


class Derived(Key):
    def __eq__(self, other):
        log.append("derived")
        return super().__eq__(other)


def show(title, run):
    del log[:]
    try:
        result = run()
    except Exception as e:
        result = "%s: %s" % (type(e).__name__, e)
    print(title, result, log)


for how in ("plain", "object", "refuse"):
    a, b, c = Key("a", 1, how), Key("b", 2, how), Key("c", 3, how)
    same = Key("A", 1, how)
    show(how + " dict get", lambda: {a: 1, b: 2}.get(same))
    show(how + " dict miss", lambda: {a: 1, b: 2}.get(Key("z", 9, how)))
    show(how + " subscript", lambda: {a: 1, b: 2}[same])
    show(how + " set has", lambda: same in {a, b})
    show(how + " set add", lambda: len({a, same, b}))
    show(how + " in list", lambda: same in [c, b, a])
    show(how + " in tuple", lambda: 2 in (a, b))
    show(how + " count", lambda: [a, b, a].count(same))
    show(how + " index", lambda: [c, a].index(same))
    show(how + " remove", lambda: [c, a].remove(same))
    show(how + " lists equal", lambda: [a, b] == [same, b])
    show(how + " lists less", lambda: bool([a, b] < [same, c]))
    show(how + " dicts equal", lambda: {1: a} == {1: same})
    if how != "refuse":
        show(how + " sort", lambda: sorted([c, a, b]))
        show(how + " sort key", lambda: sorted([3, 1, 2], key=lambda n: Key("k%d" % n, n, how)))
    show(how + " min", lambda: min(c, a, b))
    show(how + " max", lambda: max([c, a, b]))
    show(how + " derived", lambda: Derived("d", 1, how) in [a])
    show(how + " derived key", lambda: {a: 1}.get(Derived("d", 1, how)))

show("mixed classes", lambda: sorted([Key("x", 2), Derived("y", 1, "refuse"), 3]))
show("other refuses", lambda: Key("y", 1, "refuse") in [Key("x", 1)])


class Hash:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value

    def __eq__(self, other):
        return True


for value in (True, -1, 2**61 - 1, 2**70, -2**63, "text", 1.5, None):
    show("hash %r" % (value,), lambda: (hash(Hash(value)), {Hash(value): 1}[Hash(value)], Hash(value) in {Hash(value)}))
    show("as dict key", lambda: len({Hash(value): 1}))
    show("as set item", lambda: len({Hash(value)}))


class Raises:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no ==")

    def __lt__(self, other):
        raise ValueError("no <")


show("raises in dict", lambda: {Raises(): 1}[Raises()])
show("raises in set", lambda: {Raises(), Raises()})
show("raises in list", lambda: Raises() in [Raises()])
show("raises in sort", lambda: sorted([Raises(), Raises()]))
show("raises in min", lambda: min(Raises(), Raises()))


class Changes:
    """Changes the container while it is compared."""

    def __init__(self, target):
        self.target = target

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.target.clear()
        return NotImplemented


for make in (dict, set, list):
    target = make()
    one = Changes(target)
    if make is dict:
        target[one] = 1
    elif make is set:
        target.add(one)
    else:
        target.append(one)
    show("cleared " + make.__name__, lambda: Changes(target) in target)
    print(len(target))


class Plain:
    pass


show("no order", lambda: sorted([Plain(), Plain()])[0] and 1)
show("no order min", lambda: min(1, "x"))
