# Views of dictionaries are not taken apart, whatever the width.
import pprint
numbers = {n: "word " * n for n in range(4)}
pprint.pprint(numbers.values(), width=10)
pprint.pprint([numbers.keys(), numbers.items()], width=10)
