"""P.args and P.kwargs are copied and pickled with the variable they are of."""
import copy
import pickle
from typing import ParamSpec

P = ParamSpec("P")
for part in P.args, P.kwargs:
    for how in (copy.copy, copy.deepcopy, *(lambda x, n=n: pickle.loads(pickle.dumps(x, n))
                                            for n in range(pickle.HIGHEST_PROTOCOL + 1))):
        made = how(part)
        print(made, made == part, made.__origin__ is P)
