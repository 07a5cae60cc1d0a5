"""agent: an inverted index with tf-idf ranking, prefix completion and edit distance."""
import math
import string
from collections import Counter, defaultdict

DOCS = ["The quick brown fox jumps over the lazy dog", "A journey of a thousand miles begins with a single step", "To be or not to be, that is the question",
        "All that glitters is not gold; often have you heard that told", "The early bird catches the worm, but the second mouse gets the cheese",
        "Python is an interpreted, high-level programming language", "The dog barks, but the caravan goes on; a quick dog is a lazy fox",
        "Search engines rank documents by relevance to the query"]
STOP = {"the", "a", "of", "to", "is", "or", "an", "by", "on", "with", "that", "be"}


def tokens(text):
    text = text.lower().translate(str.maketrans("", "", string.punctuation))
    return [w for w in text.split() if w not in STOP]


class Index:
    def __init__(self, docs):
        self.docs, self.postings, self.length = docs, defaultdict(dict), []
        for i, d in enumerate(docs):
            counts = Counter(tokens(d))
            self.length.append(sum(counts.values()))
            for w, c in counts.items():
                self.postings[w][i] = c
        self.words = sorted(self.postings)

    def search(self, query, limit=3):
        scores = defaultdict(float)
        for w in tokens(query):
            found = self.postings.get(w)
            if not found:
                w = min(self.words, key=lambda x: (distance(w, x), x))
                found = self.postings[w]
            idf = math.log(1 + len(self.docs) / len(found))
            for i, c in found.items():
                scores[i] += c / self.length[i] * idf
        return sorted(scores.items(), key=lambda kv: (-round(kv[1], 9), kv[0]))[:limit]

    def complete(self, prefix):
        return [w for w in self.words if w.startswith(prefix)]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, cb in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (ca != cb))
    return row[-1]


def run(n):
    index, total = Index(DOCS), 0
    queries = ["quick dog", "python langage", "thousand step", "gold worm", "relevanse query"]
    for i in range(n):
        if i % 10 == 0:
            index = Index(DOCS)
        for doc, score in index.search(queries[i % 5]):
            total += doc + int(score * 1000)
        total += len(index.complete("qu"))
    return total


N = 3200


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
