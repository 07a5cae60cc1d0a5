# limits: --max-steps 2000000000 --max-memory 268435456
# expect: status=0 last=ok
# Library functions on deeply nested data.
import copy
import json
def nested(wrap, n=50000):
    x = wrap(0)
    for _ in range(n):
        x = wrap(x)
    return x
def attempt(what, f):
    try:
        f()
    except (RecursionError, MemoryError, ValueError, TypeError, SyntaxError) as e:
        print(what, type(e).__name__)
    else:
        print(what, 'done')
lists, dicts = nested(lambda v: [v]), nested(lambda v: {'k': v})
attempt('dumps', lambda: json.dumps(lists))
attempt('dumps dict', lambda: json.dumps(dicts))
attempt('dumps indent', lambda: json.dumps(lists, indent=1))
attempt('loads', lambda: json.loads('[' * 50000 + ']' * 50000))
attempt('loads dict', lambda: json.loads('{"a":' * 50000 + '1' + '}' * 50000))
attempt('loads open', lambda: json.loads('[' * 50000))
attempt('deepcopy', lambda: copy.deepcopy(lists))
attempt('deepcopy dict', lambda: copy.deepcopy(dicts))
attempt('eval', lambda: eval('[' * 50000 + ']' * 50000))
print('ok')
