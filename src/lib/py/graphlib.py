"""Sorting the nodes of a graph so that each comes behind those it depends on."""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    """The graph has a cycle, which is the second argument."""


class _Node:
    __slots__ = ("node", "waits_for", "successors", "state")

    def __init__(self, node):
        self.node, self.waits_for, self.successors, self.state = node, 0, [], "new"


class TopologicalSorter:
    """Takes nodes with their predecessors, and gives them in order."""

    def __init__(self, graph=None):
        self._nodes, self._ready, self._out, self._done = {}, None, 0, 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        """A node, and what it depends on."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node).waits_for += len(predecessors)
        for before in predecessors:
            self._node(before).successors.append(node)

    def prepare(self):
        """No more nodes come; a cycle is an error."""
        if self._out or self._done:
            raise ValueError("cannot prepare() after starting iteration")
        self._ready = [n.node for n in self._nodes.values() if not n.waits_for]
        for node in self._ready:
            self._nodes[node].state = "ready"
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that wait for nothing more."""
        self._check()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].state = "out"
        self._ready.clear()
        self._out += len(ready)
        return ready

    def _check(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def is_active(self):
        """Whether more is to be had."""
        self._check()
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Nodes that were given are dealt with."""
        self._check()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.state != "out":
                if info.state == "done":
                    raise ValueError(f"node {node!r} was already marked done")
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            info.state = "done"
            self._done += 1
            for after in info.successors:
                successor = self._nodes[after]
                successor.waits_for -= 1
                if not successor.waits_for:
                    successor.state = "ready"
                    self._ready.append(after)

    def _find_cycle(self):
        finished, path, places = set(), [], {}
        for start in self._nodes:
            if start in finished:
                continue
            stack = [(start, iter(self._nodes[start].successors))]
            path, places = [start], {start: 0}
            while stack:
                node, rest = stack[-1]
                for after in rest:
                    if after in places:
                        return path[places[after]:] + [after]
                    if after not in finished:
                        stack.append((after, iter(self._nodes[after].successors)))
                        places[after] = len(path)
                        path.append(after)
                        break
                else:
                    stack.pop()
                    finished.add(node)
                    del places[path.pop()]
        return None

    def static_order(self):
        """All nodes in order."""
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    __class_getitem__ = classmethod(GenericAlias)
