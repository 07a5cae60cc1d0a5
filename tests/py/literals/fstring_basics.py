# f-strings: expressions, conversions, nesting, doubled braces.
name, n = 'World', 42
print(f'Hello {name}! {n + 1} {n!r} {name!r} {name!s} {"é"!a}')
print(f'{{literal}} {{{n}}}')
print(f"{n=} {n = } {name=} {name=!s} {n=:>6}")
print(f'{n:5d}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:x}|{n:#b}')
print(f'{3.14159:.2f} {1234567:,} {0.256:.1%} {1e10:g}')
w, p = 10, 3
print(f'{3.14159:{w}.{p}f}|{name:{">"}{w}}')
print(f'{[x * 2 for x in range(3)]} {({"a": 1})["a"]} { {1: 2}[1] }')
print(f'{(lambda x: x + 1)(2)}')
print(f"{'nested ' + f'{n}' + f"{'deep'}"}")
print(f'''{
    n
    + 1
}''')
print(rf'\d{n}\w', f'\x41{n}\n', end='')
print(f'a' 'b{n}' f'c{n}')
print(f'{n!r:>6}|{name!r:^11}|')
print(f'{n if n > 5 else 0} {n,} {n, 1}')
