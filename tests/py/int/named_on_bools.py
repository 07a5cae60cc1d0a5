"""Methods of int called by their names on True and False are int's, where bool has others."""
for text in ("int.__repr__(True)", "int.__str__(True)", "int.__repr__(False)", "bool.__repr__(True)", "int.__and__(True, True)",
             "int.__or__(False, True)", "int.__xor__(True, True)", "int.__rand__(True, False)", "int.__ror__(True, True)",
             "int.__rxor__(True, 5)", "int.__invert__(True)", "int.__invert__(5)", "int.__and__(6, 3)", "int.__and__(True, 'a')",
             "int.__and__('a', 1)", "True & False", "int.__neg__(True)", "int.__and__(2**70, 2**69 + 2**70)"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)
