"""Compare sequences of lines or other hashable items, and show the differences.

SequenceMatcher finds the longest stretch that both have, and looks again to its left and right. It
needs, for each item of the second sequence, where it occurs (b2j); items that occur very often in
long sequences are not looked for.
"""

from _difflib_delta import (
    IS_CHARACTER_JUNK, IS_LINE_JUNK, Differ, context_diff, diff_bytes, ndiff, restore, unified_diff)
from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
from types import GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ",
           "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes",
           "Match"]

Match = _namedtuple("Match", "a b size")


# The kind of a change: whether lines of the first, of the second text stand before what is equal.
_CHANGES = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}


class SequenceMatcher:
    """Compares two sequences of whatever can be hashed: finds the longest block both have, and
    again on both sides of it. What that gives looks right to people, and is not always the shortest
    change.
    """

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        """Compares a with b; both have items that can be hashed.

        isjunk(item) says of which items of b matches should not be made; autojunk is for items that
        a long b has so often that they would say little.
        """
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Compare two other sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Compare another first sequence. What is known of the second is kept, so change this one.
        """
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Compare another second sequence; its items are indexed now."""
        if b is not self.b:
            self.b = b
            self.fullbcount = self.matching_blocks = self.opcodes = None
            self.__chain_b()

    def __chain_b(self):
        # Where in b each item is, without those that matches should not be made of.
        places = {}
        for place, item in enumerate(self.b):
            if item in places:
                places[item].append(place)
            else:
                places[item] = [place]
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        size = len(self.b)
        if self.autojunk and size >= 200:
            often = size // 100 + 1
            self.bpopular = {item for item in places if len(places[item]) > often}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block that a[alo:ahi] and b[blo:bhi] have, as (place in a, place in b,
        length): of several the first in a, and of these the first in b. Blocks begin with items
        that are not junk.
        """
        a, b, b2j = self.a, self.b, self.b2j
        isbjunk = self.bjunk.__contains__
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        best_i, best_j, best_size = alo, blo, 0
        # lengths[j] is how long the match is that ends with a[i - 1] and b[j].
        lengths = {}
        nothing = []
        for i in range(alo, ahi):
            get = lengths.get
            new = {}
            for j in b2j.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = get(j - 1, 0) + 1
                if k > best_size:
                    best_i, best_j, best_size = i - k + 1, j - k + 1, k
            lengths = new
        # What is popular was not looked for, but belongs to the match when it is next to it;
        # and then so does junk.
        for wants_junk in (False, True):
            while (best_i > alo and best_j > blo and isbjunk(b[best_j - 1]) is wants_junk
                   and a[best_i - 1] == b[best_j - 1]):
                best_i, best_j, best_size = best_i - 1, best_j - 1, best_size + 1
            while (best_i + best_size < ahi and best_j + best_size < bhi
                   and isbjunk(b[best_j + best_size]) is wants_junk
                   and a[best_i + best_size] == b[best_j + best_size]):
                best_size += 1
        return Match(best_i, best_j, best_size)

    def get_matching_blocks(self):
        """The blocks that both sequences have, as (place in a, place in b, length), in order.

        No two of them touch in both. The last is empty and stands at the ends.
        """
        if self.matching_blocks is None:
            size_a, size_b = len(self.a), len(self.b)
            found = []
            todo = [(0, size_a, 0, size_b)]
            while todo:
                a_low, a_high, b_low, b_high = todo.pop()
                at_a, at_b, size = match = self.find_longest_match(a_low, a_high, b_low, b_high)
                if size:
                    found.append(match)
                    # The same again for what is before it and behind it.
                    if a_low < at_a and b_low < at_b:
                        todo.append((a_low, at_a, b_low, at_b))
                    if at_a + size < a_high and at_b + size < b_high:
                        todo.append((at_a + size, a_high, at_b + size, b_high))
            joined = []
            for at_a, at_b, size in sorted(found):
                if joined and joined[-1][0] + joined[-1][2] == at_a and (
                        joined[-1][1] + joined[-1][2] == at_b):
                    joined[-1][2] += size
                else:
                    joined.append([at_a, at_b, size])
            joined.append([size_a, size_b, 0])
            self.matching_blocks = [Match._make(block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        """The steps that make b of a, as (what, i1, i2, j1, j2): a[i1:i2] is to be "replace"d by
        b[j1:j2], "delete"d, "equal", or empty where b[j1:j2] is to "insert".
        """
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = answer = []
        for ai, bj, size in self.get_matching_blocks():
            tag = _CHANGES.get((i < ai, j < bj))
            if tag is not None:
                answer.append((tag, i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                answer.append(("equal", ai, i, bj, j))
        return answer

    def get_grouped_opcodes(self, n=3):
        """The steps of get_opcodes() in groups, each with n equal items around its changes."""
        group = []
        codes = self.get_opcodes()
        last = len(codes) - 1
        for place, (tag, i1, i2, j1, j2) in enumerate(codes):
            if tag != "equal":
                group.append((tag, i1, i2, j1, j2))
                continue
            # Equal items are cut where nothing comes before or behind them; more than n on both
            # sides part two groups.
            if place and (place == last or i2 - i1 > n + n):
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                if place == last:
                    break
                yield group
                group = []
            if not place or not group:
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if any([code[0] != "equal" for code in group]):
            yield group

    def ratio(self):
        """How alike the sequences are, from 0 to 1: items in matching blocks over all items."""
        matches = sum(triple[-1] for triple in self.get_matching_blocks())
        return _calculate_ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """A number that ratio() is not above: by how often each item is there, whatever the order."""
        counts = self.fullbcount
        if counts is None:
            counts = self.fullbcount = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = dict(counts)
        both = 0
        for item in self.a:
            if left.get(item, 0) > 0:
                left[item] -= 1
                both += 1
        return _calculate_ratio(both, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """A number that ratio() is not above: by the lengths alone."""
        la, lb = len(self.a), len(self.b)
        return _calculate_ratio(min(la, lb), la + lb)

    __class_getitem__ = classmethod(GenericAlias)


def _calculate_ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The possibilities that are most like the word, the best first: at most n.

    Those that are less like it than cutoff, from 0 to 1, are left out.
    """
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher(b=word)
    rated = []
    for other in possibilities:
        matcher.set_seq1(other)
        # The cheap bounds first.
        if cutoff <= matcher.real_quick_ratio() and cutoff <= matcher.quick_ratio():
            rated.append((matcher.ratio(), other))
    return [other for _, other in _nlargest(n, [pair for pair in rated if pair[0] >= cutoff])]
