import simplejson as json
from decimal import Decimal
print(json.dumps({"a": [1, 2.5, None, True], "b": Decimal("1.10"), "t": (1,)}, sort_keys=True), json.loads('{"x": 1.1}', use_decimal=True), json.dumps([1, {"a": 2}], indent="  "))
try:
    json.loads('{"a": }')
except json.JSONDecodeError as e:
    print(e, e.pos)
from collections import namedtuple
print(json.dumps(namedtuple("P", "x y")(1, 2)), json.dumps("é\u2028"), json.dumps({1: 2, None: 3}), json.loads("[1, 2]"), json.dumps(float("nan"), ignore_nan=True))
