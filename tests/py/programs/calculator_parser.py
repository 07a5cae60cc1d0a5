# Tokenizer, recursive descent parser, evaluator with variables and errors.
class Token:
    def __init__(self, kind, text): self.kind, self.text = kind, text
    def __repr__(self): return f'{self.kind}:{self.text}'
def tokenize(s):
    out, i = [], 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == '.':
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == '.'): j += 1
            out.append(Token('num', s[i:j]))
            i = j
        elif c.isalpha():
            j = i
            while j < len(s) and s[j].isalnum(): j += 1
            out.append(Token('name', s[i:j]))
            i = j
        elif s[i:i + 2] == '**':
            out.append(Token('op', '**'))
            i += 2
        elif c in '+-*/()=,':
            out.append(Token('op', c))
            i += 1
        else:
            raise SyntaxError(f'bad character {c!r} at {i}')
    return out + [Token('end', '')]
class Parser:
    functions = {'max': max, 'min': min, 'abs': abs}
    def __init__(self, env): self.env = env
    def run(self, text):
        self.toks, self.i = tokenize(text), 0
        if len(self.toks) > 2 and self.toks[0].kind == 'name' and self.toks[1].text == '=':
            self.i = 2
            self.env[self.toks[0].text] = value = self.sum()
        else:
            value = self.sum()
        self.expect('end')
        return value
    def peek(self): return self.toks[self.i]
    def take(self): self.i += 1; return self.toks[self.i - 1]
    def expect(self, kind, text=''):
        t = self.take()
        if t.kind != kind or t.text != text: raise SyntaxError(f'expected {text or kind}, got {t}')
    def binary(self, ops, below):
        left = below()
        while self.peek().text in ops:
            op = self.take().text
            right = below()
            left = left + right if op == '+' else left - right if op == '-' else left * right if op == '*' else left / right
        return left
    def sum(self): return self.binary(('+', '-'), self.product)
    def product(self): return self.binary(('*', '/'), self.unary)
    def unary(self):
        if self.peek().text == '-':
            self.take()
            return -self.unary()
        base = self.atom()
        if self.peek().text == '**':
            self.take()
            return base ** self.unary()
        return base
    def atom(self):
        t = self.take()
        if t.kind == 'num': return float(t.text) if '.' in t.text else int(t.text)
        if t.text == '(':
            v = self.sum()
            self.expect('op', ')')
            return v
        if t.kind == 'name' and self.peek().text == '(':
            self.take()
            args = [self.sum()]
            while self.peek().text == ',':
                self.take()
                args.append(self.sum())
            self.expect('op', ')')
            return self.functions[t.text](*args)
        if t.kind == 'name': return self.env[t.text]
        raise SyntaxError(f'unexpected {t}')
p = Parser({'pi': 3.14159})
for line in ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-2 ** 2', 'x = 10 / 4', 'x * 2 - 1', 'max(1, x, min(7, 9))', '1 +', '2 $ 3', 'nope + 1', '1 / 0', '(1', 'pi * 2', '1 2', 'abs(-5.5)', '10 - 3 - 2'):
    try:
        print(line, '=>', p.run(line))
    except (SyntaxError, KeyError, ZeroDivisionError) as e:
        print(line, '!!', type(e).__name__, e)
print(p.env, tokenize('a1+2.5'))
