"""The expression grammar of the fuzzer: for every type, templates whose holes are filled with expressions.

    {int}            a hole of that type
    {int+$v:str}     the same, with the fresh variable $v of type str in scope
    $v, $w           fresh names, the same within one template
    {small} {index}  int literals that keep results small
    {spec:int}       a format spec; {op:...} one of the words, where ~ is a space

Types: int float bool str bytes complex none, ints strs floats (lists), pair (int, str), pairs (list of pair),
dict (str to int), table (int to strs), set (of ints), any. What is made here must end and stay small: no unbounded
repetition, no float powers (libm differs in the last digit), no order of a set of strings, no id or hash of a str.
"""
TEMPLATES = {
    "int": """
        ({int} {op:+ - * // % & | ^} {int})
        ({int} {op:+ -} {int})
        ({int} {op:<< >>} {small})
        ({int} ** {small})
        -{int}
        ~{int}
        +{bool}
        abs({int})
        len({str})
        len({ints})
        len({dict})
        len({set})
        len({bytes})
        int({float})
        int({bool})
        int({str} or {str})
        int({str}, {op:2 8 10 16 36 0})
        round({float})
        round({int}, {index})
        ord({str})
        ord({str}[:1] or 'x')
        sum({ints})
        sum({ints}, {int})
        sum({int+$v:int} for $v in {ints})
        sum(1 for $v in {strs} if {bool+$v:str})
        min({ints})
        max({ints}, default={int})
        max({int}, {int})
        min({int}, {int}, {int}, key=lambda $v: {int+$v:int})
        max({ints}, key=lambda $v: {int+$v:int}, default=None) or {int}
        ({int} if {bool} else {int})
        ({int} or {int})
        ({int} and {int})
        {ints}[{index}]
        {ints}[{small}]
        {bytes}[{index}]
        {dict}[{str}]
        {dict}.get({str}, {int})
        {dict}.get({str}) or {int}
        {dict}.pop({str}, {int})
        {pair}[0]
        {pairs}[{index}][0]
        {str}.find({str})
        {str}.rfind({str}, {index})
        {str}.index({str})
        {str}.rindex({str})
        {str}.count({str})
        {str}.count({str}, {index}, {index})
        {ints}.index({int})
        {ints}.count({int})
        {ints}.pop()
        {ints}.pop({index})
        {bytes}.find({bytes})
        {bytes}.count({bytes})
        {int}.bit_length()
        {int}.bit_count()
        int.from_bytes({bytes}, {op:'big' 'little'}, signed={bool})
        divmod({int}, {int})[{op:0 1}]
        pow({int}, {small}, {int})
        next(iter({ints}))
        next(iter({ints}), {int})
        next($v for $v in {ints} if {bool+$v:int})
        (lambda $v, $w={int}: {int+$v:int+$w:int})({int})
        len({table}.get({small}, {strs}))
        range({index}, {int} % 50, {op:1 2 -1 3})[{index}]
        len(range({index}, {int}, {op:1 2 -3 0}))
        [*{ints}, {int}][{index}]
        {set}.pop()
        number_hash({int})
        number_hash({int} / 4)
        number_hash(({int}, {int}))
        int({complex}.real)
        functools_reduce(lambda $v, $w: {int+$v:int+$w:int}, {ints}, {int})
    """,
    "float": """
        ({float} {op:+ - * / // %} {float})
        ({int} / {int})
        ({float} {op:+ - *} {int})
        -{float}
        abs({float})
        float({int})
        float({str})
        float({op:'1e5' 'inf' '-nan' '~2.5~' '1_0.5' '0x1'})
        round({float}, {index})
        {floats}[{index}]
        sum({floats})
        max({float}, {float})
        min({floats})
        ({float} if {bool} else {float})
        {float} or {float}
        {complex}.imag
        abs({complex})
        float.fromhex({float}.hex())
        divmod({float}, {float})[1]
    """,
    "bool": """
        ({int} {op:< <= > >= == !=} {int})
        ({float} {op:< <= > >= == !=} {float})
        ({int} {op:< <= == != > >=} {float})
        ({str} {op:< <= > >= == !=} {str})
        ({bytes} {op:< == >=} {bytes})
        ({ints} {op:< <= > >= == !=} {ints})
        ({pair} {op:< == !=} {pair})
        ({dict} {op:== !=} {dict})
        ({set} {op:< <= == != > >=} {set})
        ({int} < {int} <= {int})
        ({int} {op:< ==} {float} {op:!= >} {int})
        ({any} == {any})
        ({any} is {op:None True})
        ({any} is not None)
        not {bool}
        not {any}
        ({bool} and {bool})
        ({bool} or {bool})
        ({bool} ^ {bool})
        bool({any})
        ({int} {op:in not~in} {ints})
        ({str} {op:in not~in} {str})
        ({str} in {dict})
        ({str} in {strs})
        ({int} in {set})
        ({int} in {bytes})
        ({int} in range({index}, {int}, {op:1 2 3}))
        ({any} in {any})
        isinstance({any}, {op:int str float (int,str) list|tuple dict bool})
        isinstance({any}, {any})
        issubclass({op:int bool str}, {op:int object (str,int)})
        all({bool+$v:int} for $v in {ints})
        any({bool+$v:str} for $v in {strs})
        any({ints})
        all({strs})
        {str}.startswith({str})
        {str}.endswith(({str}, {str}))
        {str}.isdigit()
        {str}.isalpha()
        {str}.isupper()
        {str}.islower()
        {str}.isspace()
        {str}.isalnum()
        {str}.istitle()
        {str}.isidentifier()
        {str}.isnumeric()
        {str}.isdecimal()
        {str}.isprintable()
        {str}.isascii()
        {bytes}.isalpha()
        {float}.is_integer()
        {set}.issubset({ints})
        {set}.isdisjoint({set})
        {set}.issuperset({set})
        callable({any})
        hasattr({any}, {op:'real' 'append' 'keys' 'nope'})
    """,
    "str": """
        ({str} + {str})
        ({str} * {small})
        {str}[{index}]
        {str}[{index}:{index}]
        {str}[::{op:-1 2 -2 1}]
        {str}[{index}:]
        str({any})
        repr({any})
        ascii({str})
        {str}.upper()
        {str}.lower()
        {str}.title()
        {str}.capitalize()
        {str}.swapcase()
        {str}.casefold()
        {str}.strip()
        {str}.strip({str})
        {str}.lstrip({str})
        {str}.rstrip()
        {str}.replace({str}, {str})
        {str}.replace({str}, {str}, {index})
        {str}.center({small}, {op:'*' '-' 'é'})
        {str}.ljust({small})
        {str}.rjust({small}, '.')
        {str}.zfill({small})
        {str}.join({strs})
        {str}.join({str+$v:int} for $v in {ints})
        {str}.join(map(str, {ints}))
        {str}.removeprefix({str})
        {str}.removesuffix({str})
        {str}.expandtabs({small})
        {str}.translate(str.maketrans({op:'abc' 'xyz'}, {op:'123' 'éàb'}, {str}))
        {str}.translate({{ord('a'): {str}, 98: None, 99: {int}}})
        {str}.partition({str})[{op:0 1 2 -1}]
        {str}.rpartition({str})[{op:0 1 2}]
        {strs}[{index}]
        {str}.split({str})[{index}]
        {pair}[1]
        max({strs}, key=len)
        min({strs}, default={str})
        chr({int} % 1200)
        chr({int})
        format({int}, {spec:int})
        format({float}, {spec:float})
        format({str}, {spec:str})
        f'{{{int}}}|{{{any}}}'
        f'{{{int}:{rawspec:int}}}'
        f'{{{float}:{rawspec:float}}}'
        f'{{{str}!r:>{small}}}'
        '{{}} {{!r}} {{:>5}}'.format({any}, {str}, {int})
        '{{0}}{{1}}{{0}}'.format({int}, {any})
        '{{a}}-{{b}}'.format(a={any}, b={str})
        '{{0[1]}}'.format({any})
        '%s %r' % ({any}, {str})
        '%d|%5d|%-5d|%05d|%x' % ({int}, {int}, {int}, {int}, {int})
        '%5.2f %e %g' % ({float}, {float}, {float})
        '%s' % {pair}
        '%(a)s %(b)s' % {dict}
        '%c%c' % ({int}, {str})
        hex({int})
        bin({int})
        oct({int})
        {bytes}.hex()
        {bytes}.decode('latin-1')
        {bytes}.decode({op:'utf-8' 'ascii'}, {op:'strict' 'replace' 'ignore' 'backslashreplace'})
        type({any}).__name__
        ({str} if {bool} else {str})
        ({str} or {str})
        next(iter({dict}), {str})
        sorted({strs})[{index}]
        list({dict})[{index}]
        {table}[{small}][0]
    """,
    "bytes": """
        ({bytes} + {bytes})
        {bytes} * {small}
        {bytes}[{index}:{index}]
        {bytes}[::-1]
        {str}.encode()
        {str}.encode({op:'ascii' 'latin-1' 'utf-16-le'}, {op:'strict' 'replace' 'ignore' 'backslashreplace' 'xmlcharrefreplace'})
        bytes_of({ints})
        bytes_of({any})
        bytes([$v % 256 for $v in {ints}])
        bytes({str}, 'utf-8')
        {bytes}.upper()
        {bytes}.replace({bytes}, {bytes})
        {bytes}.strip()
        {bytes}.join([{bytes}, {bytes}])
        {bytes}.center({small}, b'.')
        {bytes}.removeprefix({bytes})
        {int}.to_bytes({small}, {op:'big' 'little'}, signed={bool})
        bytes.fromhex({str})
        b'%d %s' % ({int}, {bytes})
        bytes_of(bytearray(bytes_of({bytes})))
        {bytes}.split({bytes})[{index}]
    """,
    "complex": """
        complex({float}, {int})
        ({complex} {op:+ - *} {complex})
        ({complex} / {complex})
        ({complex} * {float})
        {complex}.conjugate()
        complex({int})
        -{complex}
    """,
    "none": """
        None
        {ints}.append({int})
        {ints}.sort()
        {ints}.reverse()
        {strs}.extend({strs})
        {dict}.update({dict})
        {dict}.get({str})
        {set}.add({int})
    """,
    "ints": """
        [{int}, {int}, {int}]
        [{int} for _ in range({small})]
        [{int+$v:int} for $v in {ints}]
        [{int+$v:int} for $v in {ints} if {bool+$v:int}]
        [{int+$v:int+$w:int} for $v in {ints} for $w in range({op:1 2 3})]
        [ord($v) for $v in {str}]
        list(range({index}, {index}, {op:1 2 -1}))
        list({set})
        list({bytes})
        list(map(lambda $v: {int+$v:int}, {ints}))
        list(filter(lambda $v: {bool+$v:int}, {ints}))
        list(filter(None, {ints}))
        list(map(len, {strs}))
        list(map({op:int abs ord str len}, {any}))
        list(reversed({ints}))
        list({dict}.values())
        [$v for $v, _ in {pairs}]
        sorted({ints})
        sorted({ints}, reverse={bool})
        sorted({ints}, key=lambda $v: {int+$v:int})
        sorted({set})
        ({ints} + {ints})
        ({ints} * {op:0 1 2 -1})
        {ints}[{index}:{index}]
        {ints}[::{op:-1 2 -2 0}]
        {ints}.copy()
        [*{ints}, *{set}, {int}]
        [x for x in {any}]
        ({ints} if {bool} else {ints})
        (lambda *a: list(a))(*{ints})
        (lambda $v, *$w: $w[:] and [$v, *$w])({int}, *{ints})
        list({any})
        [$v + $w for $v, $w in zip({ints}, {ints})]
        list(dict.fromkeys({ints}))
    """,
    "floats": """
        [{float}, {float}]
        [{float+$v:int} for $v in {ints}]
        [$v / 4 for $v in {ints}]
        sorted([{float}, {float}, {float}])
        list(map(float, {ints}))
    """,
    "strs": """
        [{str}, {str}]
        [{str}, {str}, {str}]
        {str}.split()
        {str}.split({str})
        {str}.split({op:',' 'a' '~'}, {index})
        {str}.rsplit(None, {small})
        {str}.splitlines({bool})
        list({str})
        [{str+$v:str} for $v in {strs}]
        [{str+$v:int} for $v in {ints}]
        [$v for $v in {strs} if {bool+$v:str}]
        sorted({strs})
        sorted({strs}, key=len)
        sorted({strs}, key=lambda $v: ({int+$v:str}, $v), reverse={bool})
        list({dict})
        list({dict}.keys())
        list(map(str, {ints}))
        list(map(str.upper, {strs}))
        [$w for _, $w in {pairs}]
        ({strs} + {strs})
        {strs}[{index}:]
        {table}[{small}]
        {table}.get({small}, [])
        list({str}.partition({str}))
        [f'{{$v}}:{{$w}}' for $v, $w in {dict}.items()]
        list({any})
    """,
    "pair": """
        ({int}, {str})
        {pairs}[{index}]
        ({pair})
        tuple([{int}, {str}])
        ({pair} if {bool} else {pair})
        next(iter({pairs}))
        next(enumerate({strs}))
    """,
    "pairs": """
        [{pair}, {pair}]
        list(enumerate({strs}))
        list(enumerate({str}, {int}))
        list(zip({ints}, {strs}))
        list(zip({ints}, {str}, strict={bool}))
        [($v, {str+$v:int}) for $v in {ints}]
        [($w, $v) for $v, $w in {dict}.items()]
        sorted({pairs})
        sorted({pairs}, key=lambda $v: $v[1])
        {pairs}[{index}:]
        {pairs} + [{pair}]
    """,
    "dict": """
        {{{str}: {int}, {str}: {int}}}
        {{$v: {int+$v:str} for $v in {strs}}}
        {{$v: $w for $w, $v in {pairs}}}
        {{$v: $w for $v, $w in {dict}.items() if {bool+$v:str+$w:int}}}
        dict(zip({strs}, {ints}))
        dict(a={int}, b={int})
        dict({dict}, c={int})
        {{**{dict}, {str}: {int}}}
        ({dict} | {dict})
        {dict}.copy()
        dict.fromkeys({strs}, {int})
        dict(sorted({dict}.items()))
        dict(sorted({dict}.items(), key=lambda $v: $v[1]))
        dict([({str}, {int})])
        dict({any})
        (lambda **$v: $v)(a={int}, **{dict})
    """,
    "table": """
        {{{small}: {strs}, {small}: {strs}}}
        {{$v: [{str+$v:int}] for $v in range({small})}}
        {{len($v): [$v] for $v in {strs}}}
        dict(enumerate([{strs}, {strs}]))
        dict.fromkeys({ints}, {strs})
    """,
    "set": """
        {{{int}, {int}}}
        {{{int+$v:int} for $v in {ints}}}
        set({ints})
        set(range({small}))
        ({set} {op:& | - ^} {set})
        {set}.union({ints})
        {set}.difference({set})
        {set}.intersection({ints})
        {set}.symmetric_difference({ints})
        frozenset({ints})
        {set}.copy()
        {{$v % 7 for $v in {ints}}}
        {{len($v) for $v in {strs}}}
    """,
    "any": """
        {int}
        {float}
        {bool}
        {str}
        {bytes}
        {ints}
        {strs}
        {pair}
        {pairs}
        {dict}
        {table}
        {none}
        {complex}
        ({any}, {any})
        [{any}]
        range({small})
        [{int}, [{str}, ({int},)]]
        {set}
        sorted({set})
        t'{{{int}}}a{{{any}:{rawspec:int}}}'.values
        t'a{{{str}!r}}b'.strings
        tuple({ints})
        iter({ints}).__next__()
        {op:int str len print ... NotImplemented slice(1,2) type}
    """,
}
TYPES = [t for t in TEMPLATES if t not in ("any", "none", "complex")]

LITERALS = {
    "int": "0 1 2 3 5 7 10 -1 -2 -7 42 100 255 256 1000 65535 -128 2**31 2**47 2**48-1 -2**47 2**53+1 2**62 2**63 "
           "-2**63 2**64 10**20 -10**25 True False".split(),
    "float": "0.0 1.0 -1.0 0.5 1.5 2.5 -0.0 3.14159 1e10 -2.75 1e16 1e-5 0.1 100.25 1e22 123456.789 5e-324".split()
             + ["float('inf')", "float('-inf')", "float('nan')"],
    "bool": "True False".split(),
    "str": ["''", "'a'", "'b'", "'abc'", "'hello world'", "'x y z'", "'12'", "'-7'", "'Abc Def'", "'a,b,,c'", "'é'",
            "'naïve café'",
            "'😀x'", "'  pad '", "'line\\nbreak'", "'tab\\t'", "'ß'", "'3.5'", "'ab' 'cd'", "'%s'", "'{}'",
            "'quote\\'s'", "'0x1f'", "'ΑΣ'"],
    "bytes": ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a b'", "b'1F'", "b'\\xc3\\xa9'"],
    "complex": ["1j", "2+3j", "-1.5j", "0j", "(1-0j)"],
    "none": ["None"],
    "ints": ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "[5, 5, 0, -1]", "[2**40, 7]", "[10, 20, 30, 40]"],
    "floats": ["[0.5, 1.5]", "[2.0]", "[1e3, -0.25, 3.0]"],
    "strs": ["[]", "['a', 'b']", "['x']", "['bb', 'a', 'ccc']", "['é', 'z', '']"],
    "pair": ["(1, 'a')", "(0, '')", "(7, 'zz')"],
    "pairs": ["[]", "[(1, 'a'), (2, 'b')]", "[(3, 'x')]", "[(2, 'b'), (1, 'b'), (2, 'a')]"],
    "dict": ["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{'x': 10, 'y': -5, 'z': 0}"],
    "table": ["{}", "{0: ['a'], 1: ['b', 'c']}", "{2: []}"],
    "set": ["set()", "{1, 2}", "{3, 1, 2}", "{10, 20, 30, 5}", "{-1, 0, 64}"],
    "any": ["None", "0", "''", "[]", "()", "{}"],
}
SPECS = {
    "int": "d 5 <6 >6 ^7 05 + , _ x #x b o e .1f % =+6 *^9 08, X c +d 5d .2 s z".split(),
    "float": ".2f .0f e g .3g % .1% 8.2f <9.1f +.1f , ,.2f 010.3f .5 F E G #.0f _.1f =+9.2f z.1f d x".split(),
    "str": "5 <5 >5 ^6 *^7 .2 6.1 s 05 =4 d , +".split(),
}
