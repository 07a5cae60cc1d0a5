# limits: --max-steps 200000000
# expect: status=0 last=ok
# Library functions on cycles.
import copy
import json
import pprint
def attempt(what, f):
    try:
        print(what, str(f())[:60])
    except (RecursionError, TypeError, ValueError) as e:
        print(what, type(e).__name__)
a = [1]
a.append(a)
d = {'x': [1]}
d['x'].append(d)
class O: pass
o = O()
o.me = o
attempt('dumps list', lambda: json.dumps(a))
attempt('dumps dict', lambda: json.dumps(d))
attempt('dumps unchecked', lambda: json.dumps(a, check_circular=False))
attempt('default', lambda: json.dumps(o, default=lambda x: x))
attempt('deepcopy', lambda: copy.deepcopy(a)[1][0])
attempt('deepcopy object', lambda: copy.deepcopy(o).me.me is not o)
attempt('pformat', lambda: pprint.pformat(a).startswith('[1, <Recursion'))
attempt('extend', lambda: a.extend(a))
attempt('flatten', lambda: sum(([v] for v in a), [])[0])
print('ok')
