# A JSON writer and reader written in plain Python.
def dump(x, indent=0, level=0):
    nl, pad = ('\n' + ' ' * indent * (level + 1), '\n' + ' ' * indent * level) if indent else ('', '')
    match x:
        case None: return 'null'
        case True: return 'true'
        case False: return 'false'
        case int() | float(): return repr(x)
        case str(): return '"' + ''.join({'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t'}.get(c, c if ' ' <= c < '\x7f' else f'\\u{ord(c):04x}') for c in x) + '"'
        case [*items]: return '[' + nl + (',' + (nl or ' ')).join(dump(i, indent, level + 1) for i in items) + pad + ']' if items else '[]'
        case {**d}: return '{' + nl + (',' + (nl or ' ')).join(f'{dump(str(k))}: {dump(v, indent, level + 1)}' for k, v in d.items()) + pad + '}' if d else '{}'
        case _: raise TypeError(f'{type(x).__name__} is not serialisable')
def load(s):
    pos = 0
    def ws():
        nonlocal pos
        while pos < len(s) and s[pos] in ' \n\t\r': pos += 1
    def fail(why): raise ValueError(f'{why} at {pos}')
    def value():
        nonlocal pos
        ws()
        c = s[pos:pos + 1]
        if c == '"': return string()
        if c == '[' or c == '{':
            out, pos = ([] if c == '[' else {}), pos + 1
            ws()
            while s[pos:pos + 1] != ('}' if c == '{' else ']'):
                if c == '{':
                    ws()
                    k = string()
                    ws()
                    if s[pos] != ':': fail('colon expected')
                    pos += 1
                    out[k] = value()
                else:
                    out.append(value())
                ws()
                if s[pos:pos + 1] == ',': pos += 1
                elif s[pos:pos + 1] not in (']', '}'): fail('comma expected')
            pos += 1
            return out
        for word, v in (('true', True), ('false', False), ('null', None)):
            if s.startswith(word, pos):
                pos += len(word)
                return v
        start = pos
        while pos < len(s) and s[pos] in '+-.eE0123456789': pos += 1
        if start == pos: fail('value expected')
        return float(s[start:pos]) if any(ch in s[start:pos] for ch in '.eE') else int(s[start:pos])
    def string():
        nonlocal pos
        if s[pos:pos + 1] != '"': fail('string expected')
        pos, out = pos + 1, ''
        while (c := s[pos:pos + 1]) != '"':
            if not c: fail('unterminated string')
            if c == '\\':
                e = s[pos + 1]
                out += {'n': '\n', 't': '\t', 'u': chr(int(s[pos + 2:pos + 6], 16)) if e == 'u' else ''}.get(e, e)
                pos += 6 if e == 'u' else 2
            else: out, pos = out + c, pos + 1
        pos += 1
        return out
    v = value()
    ws()
    return v if pos == len(s) else fail('extra data')
data = {'name': 'Ünï "q"\n', 'list': [1, -2.5, 1e20, True, None, [], {}], 'nested': {'a': {'b': [[1], [2]]}}, '5': 'x\\y'}
print(dump(data))
print(dump(data, 2))
print(load(dump(data)) == data, load(dump(data, 4)) == data, load(' [1 , 2,{"k" :"v"}] '))
for bad in ('[1, 2', '{"a" 1}', '', 'nul', '"abc', '[1] x', '{1: 2}'):
    try:
        print(load(bad))
    except (ValueError, IndexError) as e:
        print(repr(bad), type(e).__name__, e)
try:
    dump({'s': {1, 2}})
except TypeError as e:
    print(e)
