# AttributeErrors suggest nothing in str(e), but carry name and obj.
try:
    'abc'.uper()
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    [].push(1)
except AttributeError as e:
    print(e, e.name, e.obj)
try:
    print(undefined_name)
except NameError as e:
    print(e, e.name)
