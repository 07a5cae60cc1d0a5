# Eight queens, sudoku, knapsack, edit distance, change, hanoi, permutations, n-sum.
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,)) for c in range(n) if c not in cols and row + c not in d1 and row - c not in d2)
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
def change(total, coins):
    ways = [1] + [0] * total
    for c in coins:
        for t in range(c, total + 1): ways[t] += ways[t - c]
    return ways[total]
def lcs(a, b):
    t = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b): t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
def two_sum(nums, target):
    seen = {}
    for i, n in enumerate(nums):
        if target - n in seen: return seen[target - n], i
        seen[n] = i
def combos(a, k): return [[]] if k == 0 else [[x] + c for i, x in enumerate(a) for c in combos(a[i + 1:], k - 1)]
def roman(n):
    out = ''
    for v, s in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        while n >= v: out, n = out + s, n - v
    return out
def balanced(s):
    stack = []
    for c in s:
        if c in '([{': stack.append(c)
        elif c in ')]}' and (not stack or '([{'.index(stack.pop()) != ')]}'.index(c)): return False
    return not stack
def spiral(m): return list(m[0]) + spiral(list(zip(*m[1:]))[::-1]) if m else []
def longest_run(nums): return max((n for n in nums if n - 1 not in set(nums)), key=lambda n: next(k for k in range(1, 99) if n + k not in nums))
print(queens(6), edit('kitten', 'sitting'), knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7), change(100, [1, 5, 10, 25, 50]), lcs('AGGTAB', 'GXTXAYB'))
print(two_sum([2, 7, 11, 15], 26), two_sum([1], 5), combos('abcd', 2), roman(1994), roman(3888), balanced('{[()]}()'), balanced('([)]'), spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), longest_run([100, 4, 200, 1, 3, 2]))
