# The `=` specifier keeps the expression's own text.
x, y = 3, [1, 2]
print(f'{x=}')
print(f'{ x = }')
print(f'{x  +  1=}')
print(f'{y[0]=} {len(y)=}')
print(f'{x=:.2f} {x=!r:>5}')
print(f'{"a" "b"=}')
print(f'{x == 3=}, {x >= 2 = }')
print(f'''{
x
=}''')
