"""The part of the program generator that makes functions of every kind, and calls of them, right and wrong."""
WRONG_CALL = 0.06


class Function:
    """A function already defined: what a call needs to know of it."""

    def __init__(self, name, params, result, star=False, star_kw=False):
        self.name, self.params, self.result, self.star, self.star_kw = name, params, result, star, star_kw


class Functions:
    """Mixed into Program."""

    def parameters(self, most=4):
        """(text of the parameter list, [(name, how, kind, has a default)], *args?, **kwargs?)."""
        params, texts, default = [], [], False
        for i in range(self.rng.randrange(0, most + 1)):
            name, kind = self.e.name("p"), self.kind()
            default = default or self.chance(0.25)
            params.append((name, "both", kind, default))
            hint = self.pick(("", "", ": int", ": 'str'"))
            texts.append(name + hint + (("=" + self.e.leaf(kind)) if default else ""))
        if len(texts) > 1 and self.chance(0.2):
            cut = self.rng.randrange(1, len(texts) + 1)
            params[:cut] = [(n, "pos", k, d) for n, _, k, d in params[:cut]]
            texts.insert(cut, "/")
        star = self.chance(0.2)
        n_kw = self.rng.randrange(1, 3) if self.chance(0.25) else 0
        if star:
            texts.append("*rest")
        elif n_kw:
            texts.append("*")
        for _ in range(n_kw):
            name, kind, has = self.e.name("p"), self.kind(), self.chance(0.5)
            params.append((name, "kw", kind, has))
            texts.append(name + (("=" + self.e.leaf(kind)) if has else ""))
        star_kw = self.chance(0.15)
        if star_kw:
            texts.append("**more")
        return ", ".join(texts), params, star, star_kw

    def arguments(self, f, depth, wrong=WRONG_CALL):
        """Argument text that fits f, or now and then does not."""
        pos, kw = [], []
        for name, how, kind, default in f.params:
            if default and self.chance(0.4):
                if how == "pos":
                    break
                continue
            value = self.e.expr(kind, depth)
            if how == "kw" or how == "both" and (kw or self.chance(0.2)):
                kw.append("%s=%s" % (name, value))
            else:
                pos.append(value)
        if f.star and self.chance(0.4) and not kw:
            pos.append("*" + self.e.safe(self.e.expr("ints", 1)))
        if f.star_kw and self.chance(0.4):
            kw.append("extra=%s" % self.e.expr("int", 1))
        if f.star_kw and self.chance(0.2):
            kw.append("**{'more_%d': 1}" % self.rng.randrange(3))
        if self.chance(wrong):
            self.pick((lambda: pos.append(self.e.leaf("int")), lambda: kw.append("wrong=1"),
                       lambda: pos and pos.pop(), lambda: kw and kw.pop(),
                       lambda: kw.append("**%s" % self.e.leaf("dict")),
                       lambda: pos.insert(0, "*%s" % self.e.safe(self.e.leaf("any")))))()
        return ", ".join(pos + kw)

    def call_expression(self, kind, depth):
        """A call or attribute that gives the kind, or None: the hook of Expressions."""
        found = [f for f in self.functions if f.result == kind or kind == "any"]
        if found and self.chance(0.6):
            f = self.pick(found)
            return "%s(%s)" % (f.name, self.arguments(f, depth - 2))
        return self.object_expression(kind, depth)

    def body(self, params, kind, star=False, star_kw=False, first=(), last=None):
        """A function's body, in a scope of its own."""
        scope = {name: k for name, _, k, _ in params}
        if star:
            scope["rest"] = "any"
        if star_kw:
            scope["more"] = "dict"
        self.e.scopes.append(scope)
        loops, self.loops = self.loops, 0
        self.in_function += 1
        self.depth += 1
        self.emit("tick()")
        for line in first:
            self.emit(line)
        self.depth -= 1
        self.block(0, 3)
        if last is None:
            self.emit("    return clip(%s)" % self.expr(kind))
        elif last:
            self.emit("    " + last)
        self.in_function -= 1
        self.loops = loops
        self.e.scopes.pop()

    def function(self):
        if self.in_function > 1:
            return self.assign()
        name, kind = self.e.name("f"), self.kind()
        text, params, star, star_kw = self.parameters()
        generic = self.pick(("", "", "", "", "", "[T]", "[T: int, *Ts]", "[**P]"))
        self.emit("def %s%s(%s)%s:" % (name, generic, text, self.pick(("", "", " -> int"))))
        first = []
        if self.chance(0.1) and self.e.scopes[0] and not self.in_function:
            shared = self.pick(list(self.e.scopes[0]))
            first = ["global %s" % shared]
        self.body(params, kind, star, star_kw, first)
        made = Function(name, params, kind, star, star_kw)
        if not self.in_function and self.depth <= 1:
            self.functions.append(made)
        self.use("print(%s(%s))" % (name, self.arguments(made, 1)))

    def closure(self):
        if self.in_function > 1:
            return self.assign()
        outer, inner, n = self.e.name("f"), self.e.name("g"), self.e.name("c")
        kind = self.pick(("int", "str", "ints"))
        self.emit("def %s(%s):" % (outer, n))
        self.emit("    def %s(d):" % inner)
        self.depth += 1
        self.e.scopes.append({n: kind, "d": "int"})
        self.emit("    nonlocal %s" % n if self.chance(0.8) else "    pass")
        self.emit("    tick()")
        self.emit("    %s = clip(%s)" % (n, self.expr(kind)))
        self.emit("    return %s, d" % n)
        self.e.scopes.pop()
        self.depth -= 1
        self.emit("    return %s" % inner)
        c = self.e.name("k")
        self.emit("%s = %s(%s)" % (c, outer, self.e.leaf(kind)))
        self.use("print(%s(1), %s(%s), %s.__closure__ is not None)" % (c, c, self.expr("int", 1), c))

    def decorated(self):
        deco, name, kind = self.e.name("deco"), self.e.name("f"), self.kind()
        arg = self.e.name("p")
        self.emit("def %s(fn):" % deco)
        self.emit("    def wrapper(*a, **k):")
        self.emit("        tick()")
        self.emit("        print('calling', fn.__name__, len(a), sorted(k))")
        self.emit("        return fn(*a, **k)")
        self.emit("    return wrapper")
        self.emit("@%s" % deco)
        self.emit("def %s(%s, *, opt=None):" % (name, arg))
        self.body([(arg, "both", "int", False)], kind)
        self.functions.append(Function(name, [(arg, "both", "int", False), ("opt", "kw", "any", True)], kind))

    def recursive(self):
        name, kind = self.e.name("r"), self.pick(("int", "str", "ints"))
        n, acc = self.e.name("n"), self.e.name("p")
        self.emit("def %s(%s, %s):" % (name, n, acc))
        self.emit("    tick()")
        self.e.scopes.append({n: "int", acc: kind})
        self.emit("    if not isinstance(%s, int) or %s <= 0 or %s > 8: return clip(%s)" % (n, n, n,
                self.expr(kind, 2)))
        self.emit("    return clip(%s(%s - 1, clip(%s)))" % (name, n, self.expr(kind, 2)))
        self.e.scopes.pop()
        self.functions.append(Function(name, [(n, "both", "int", False), (acc, "both", kind, False)], kind))
        self.use("print(%s(%d, %s))" % (name, self.rng.randrange(2, 7), self.e.leaf(kind)))

    def call_statement(self):
        if not self.functions:
            return self.show()
        f = self.pick(self.functions)
        name = self.e.name("x")
        self.emit("%s = %s(%s)" % (name, f.name, self.arguments(f, 2)))
        self.e.bind(name, f.result)
        self.emit("print(%s)" % name)

    def generator(self):
        name, p, guarded = self.e.name("gen"), self.e.name("p"), self.chance(0.4)
        self.emit("def %s(%s):" % (name, p))
        self.e.scopes.append({p: "ints"})
        self.in_function += 1
        self.depth += 1
        self.emit("tick()")
        if guarded:
            self.emit("try:")
            self.depth += 1
        self.yields(p, self.kind())
        if guarded:
            self.depth -= 1
            if self.chance(0.6):
                self.emit("except ValueError as e:")
                self.emit("    print('in generator', e)")
                self.emit("    yield %s" % self.expr("int", 1))
            self.emit("finally:")
            self.emit("    print('generator done')")
        self.emit("return %s" % self.expr("int", 1))
        self.depth -= 1
        self.in_function -= 1
        self.e.scopes.pop()
        self.use_generator(name)

    def yields(self, p, kind):
        """The yielding part of a generator whose parameter p is a list of ints."""
        i, got = self.e.name("i"), self.e.name("got")
        self.emit("for %s in %s:" % (i, p))
        self.e.bind(i, "int")
        self.emit("    tick()")
        self.emit("    %s = yield clip(%s)" % (got, self.expr(kind)))
        self.emit("    if %s is not None: print('sent', %s)" % (got, got))
        if self.chance(0.3):
            self.emit("%s = yield from %s" % (got, self.expr("ints", 1)))
        if self.chance(0.15):
            self.emit("raise %s('from generator')" % self.pick(("StopIteration", "ValueError", "KeyError")))

    def use_generator(self, name):
        g = self.e.name("g")
        self.emit("%s = %s(%s)" % (g, name, self.e.leaf("ints")))
        uses = ["print(next({g}, 'none'))", "print({g}.send({v}))", "print(list({g}))", "for _i in {g}: print(_i)",
                "{g}.close()",
                "print({g}.throw(ValueError('thrown')))", "print([*{g}][:3])", "print(sum(1 for _ in {g}))",
                "_a, *_b = {g}; print(_a, _b)",
                "print(next({g}))", "print(dict(enumerate({g})))", "print(max({g}, key=repr, default=0))",
                "print({v} in {g})"]
        for _ in range(self.rng.randrange(1, 4)):
            self.use(self.pick(uses).format(g=g, v=self.expr("int", 1)))
        self.emit("%s.close()" % g)    # not left to the collector, whose time is its own

    def coroutine(self):
        name, agen = self.e.name("co"), self.e.name("ag")
        p = self.e.name("p")
        self.emit("async def %s(%s):" % (agen, p))
        self.emit("    for i in %s:" % p)
        self.emit("        tick()")
        self.emit("        %s" % self.pick(("await Pause(i)", "pass", "print('agen', i)")))
        self.emit("        yield i")
        self.emit("async def %s(%s):" % (name, p))
        self.e.scopes.append({p: "ints"})
        self.in_function += 1
        self.emit("    total = []")
        self.emit("    async for i in %s(%s):" % (agen, p))
        self.emit("        total.append(await Pause(i))")
        self.emit("        if len(total) > 4: break")
        self.depth += 1
        if self.chance(0.5):
            self.emit("try:")
            self.block(1, 2)
            self.emit("except Exception as e:")
            self.emit("    print('co', type(e).__name__, e, await Pause('h'))")
        if self.chance(0.4):
            self.emit("async with ACM(%s, (%s,)) as w:" % (self.expr("str", 1), self.pick(("ValueError", "Exception"))))
            self.block(1, 2)
        self.emit("print([i async for i in %s(range(3))%s])" % (agen, self.pick(("", " if i", " if await Pause(i)"))))
        self.emit("return %s" % self.expr("any", 2))
        self.depth -= 1
        self.in_function -= 1
        self.e.scopes.pop()
        self.use("print(drive(%s(%s)))" % (name, self.expr("ints", 1)))
