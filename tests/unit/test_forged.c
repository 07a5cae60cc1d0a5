// Forged snapshots: a program that uses much of the machine is dumped at many of its steps; each
// snapshot is edited by somebody who knows the format and made whole again. It is refused, or the guest
// ends in a status: under ASan this finds what C code believed without looking.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../fuzz/forge.h"
#include "natrix.h"

enum { SNAPSHOTS = 24, EVERY = 50, STATES = 10, FILLS = 3, EDITS_EACH = 40 };

static const char program[] =
    "import re, json, weakref, random, operator, functools, datetime, types, struct, asyncio\n"
    "import contextvars, csv, io\n"
    "from collections import deque, OrderedDict, defaultdict\n"
    "def numbers(n):\n"
    "    try:\n"
    "        for i in range(n):\n"
    "            got = yield str(i)\n"
    "    finally:\n"
    "        n = 0\n"
    "def outer(n):\n"
    "    total = [0]\n"
    "    def inner(x):\n"
    "        nonlocal n\n"
    "        n += x\n"
    "        return n\n"
    "    r = yield from numbers(n)\n"
    "    return inner\n"
    "class Item:\n"
    "    __slots__ = ('text', '__dict__')\n"
    "    def __init__(self, text):\n"
    "        self.text = text\n"
    "        self.more = [text]\n"
    "    def __eq__(self, o):\n"
    "        return self.text == o.text\n"
    "    def __hash__(self):\n"
    "        return len(self.text)\n"
    "    def __lt__(self, o):\n"
    "        return self.text < o.text\n"
    "    def __repr__(self):\n"
    "        return f'<{self.text!r:>5}>'\n"
    "    def __getitem__(self, i):\n"
    "        return [self][i]\n"
    "class Sub(list):\n"
    "    pass\n"
    "async def wait(n):\n"
    "    if n:\n"
    "        await wait(n - 1)\n"
    "    return n\n"
    "async def steps():\n"
    "    yield 1\n"
    "var = contextvars.ContextVar('var', default=Item('d'))\n"
    "loop = asyncio.new_event_loop()\n"
    "future, waited, done = loop.create_future(), loop.create_future(), loop.create_future()\n"
    "loop.time = lambda: 0.0\n"
    "async def task(f):\n"
    "    var.set(f)\n"
    "    for i in range(1000000):\n"
    "        await asyncio.sleep(0)\n"
    "        new = loop.create_future()\n"
    "        loop.call_soon(new.set_result, i)\n"
    "        await new\n"
    "        try:\n"
    "            await asyncio.shield(done)\n"
    "        except ValueError:\n"
    "            pass\n"
    "async def waits():\n"
    "    await waited\n"
    "tasks = [loop.create_task(c) for c in (task(1), task(2), waits(), waits(), waits())]\n"
    "done.set_exception(ValueError(1))\n"
    "for i in (0, 1): waited.add_done_callback(print)\n"
    "def turn():\n"
    "    loop.call_soon(loop.stop)\n"
    "    loop.run_forever()\n"
    "gaps = {i: i for i in range(40)}\n"
    "for i in (0, 1, 2, 38, 39): del gaps[i]\n"
    "held = [tasks, future, waited, done, iter(future), gaps, var, var.set(1),\n"
    "        contextvars.copy_context(), io.BytesIO(b'ab\\nc'), io.StringIO('ab\\nc'), "
    "csv.reader(['a,b']),\n"
    "        OrderedDict(a=1), OrderedDict(a=1).items(), iter(OrderedDict(a=1)), "
    "defaultdict(list),\n"
    "        re.compile('a').finditer('aa'), loop.call_later(9, print), loop.call_soon(print),\n"
    "        Item('a'), Sub([1]), bytearray(b'xy'), memoryview(b'abc'), 1 << 80, 2.5, {1, 2},\n"
    "        frozenset('ab'), iter([1]), iter((1,)), iter('ab'), iter({1: 2}), iter({1}), zip('a', "
    "'b'),\n"
    "        map(str, [1]), filter(None, [1]), enumerate('ab'), reversed([1]), range(3), slice(1, "
    "2),\n"
    "        {}.items(), numbers(3), outer(3), wait(2), ValueError('x'), re.compile('(a+)'), "
    "complex(1, 2),\n"
    "        re.match('a', 'ab'), property(len), list[int], int | str, Item, numbers, [].append, "
    "object(),\n"
    "        classmethod(len), staticmethod(len), types.MappingProxyType({1: 2}), deque([1, 2]),\n"
    "        iter(deque([1])), datetime.timedelta(1), datetime.date(2020, 1, 2), "
    "datetime.time(3),\n"
    "        datetime.datetime(2020, 1, 2), datetime.timezone(datetime.timedelta(hours=1)),\n"
    "        functools.partial(len, [1]), functools.cmp_to_key(len)(1), functools.lru_cache(len),\n"
    "        operator.attrgetter('a'), operator.methodcaller('a', 1, b=2), operator.itemgetter(1, "
    "2),\n"
    "        weakref.ref(Item), random.Random(1), struct.Struct('>ih'), steps(), "
    "steps().asend(None),\n"
    "        steps().aclose(), wait(1).__await__(), iter(Item('x')), iter(int, 1), "
    "reversed(Sub()),\n"
    "        t'a{1}', t'{2}'.interpolations[0], iter(memoryview(b'ab')), anext(steps(), 1),\n"
    "        ExceptionGroup('g', [KeyError(1)]), super(Sub, Sub()), iter(t'{1}')]\n"
    "def work(k):\n"
    "    d = {Item(str(i)): i for i in range(6)}\n"
    "    s = {Item(str(i)) for i in range(4)}\n"
    "    a = sorted(d, key=lambda x: x.text, reverse=True)\n"
    "    match [k, {'a': a}, Item('m')]:\n"
    "        case [int(n), {'a': [x, *rest]}, Item(text=t)] if n >= 0:\n"
    "            pass\n"
    "    try:\n"
    "        [x for x in numbers(3) if x == Item]\n"
    "        {**{'a': 1}, 'b': [*numbers(2), *a]}\n"
    "        max(a), min(d, key=hash), sum([1, 2.5]), a.index(Item('3')), Item('1') in s, s & "
    "set(a)\n"
    "        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])\n"
    "    except* ValueError as e:\n"
    "        ' '.join(map(repr, a)), '%s %r' % (a, k), json.dumps({'a': [1, 'b']})\n"
    "    except* KeyError:\n"
    "        first, *rest = outer(4)\n"
    "    with memoryview(b'abc') as m:\n"
    "        re.sub('(a)(b)?', lambda m: m[1], 'abaab')\n"
    "    o = OrderedDict((i, i) for i in range(20))\n"
    "    o.move_to_end(3), o.move_to_end(3, last=False), o.popitem(last=False), o == "
    "OrderedDict(o)\n"
    "    re.split('(,)', 'a,b'), re.findall('a', 'aa'), list(re.finditer('a', 'aa'))\n"
    "    list(csv.reader(['a,\"b', 'c\"'])), list(io.BytesIO(b'a\\nb'))\n"
    "    turn()\n"
    "    c = wait(2)\n"
    "    try:\n"
    "        c.send(None)\n"
    "    except StopIteration as e:\n"
    "        return e.value\n"
    "print('ready')\n"
    "for k in range(10 ** 6):\n"
    "    work(k)\n";

typedef struct Set {
    nx_engine *engine;
    Forge forge;
    uint8_t *bytes[SNAPSHOTS];
    size_t len[SNAPSHOTS];
    uint32_t loaded, refused;
} Set;

static int set_make(void **state) {
    Set *s = calloc(1, sizeof *s);
    s->engine = nx_engine_new(NULL);
    nx_vm *vm = nx_vm_new(s->engine, NULL);
    forge_attach(&s->forge, s->engine, vm);
    size_t len = 0;
    nx_pause_after(vm, EVERY);
    nx_status status = nx_run(vm, program, -1, "forged");
    while (status == NX_PAUSED && (nx_output(vm, 1, &len), len == 0)) {
        nx_pause_after(vm, EVERY);
        status = nx_resume(vm);
    }
    if (status == NX_RAISED) { fputs(nx_error(vm)->traceback, stderr); }
    assert_int_equal(status, NX_PAUSED);
    for (int i = 0; i < SNAPSHOTS; i++) {
        void *bytes;
        nx_pause_after(vm, EVERY);
        assert_int_equal(nx_resume(vm), NX_PAUSED);
        assert_true(nx_dump(vm, &bytes, &s->len[i]));
        s->bytes[i] = bytes;
    }
    nx_vm_free(vm);
    *state = s;
    return 0;
}

static int set_free(void **state) {
    Set *s = *state;
    for (int i = 0; i < SNAPSHOTS; i++) { nx_free(s->bytes[i]); }
    nx_engine_free(s->engine);
    free(s);
    return 0;
}

// Seals, loads and runs for some steps what was forged. Returns why it stopped: see nx_status; -1:
// it was refused.
static int run_forged(Set *s, int64_t steps) {
    Forge *f = &s->forge;
    nx_vm_options options = nx_vm_options_default();
    options.limits.memory = 8 << 20;
    const char *error = NULL;
    forge_seal(f);
    nx_vm *vm = nx_load(s->engine, &options, f->bytes, f->len, &error);
    assert_true((vm != NULL) != (error != NULL));
    int status = -1;
    if (vm) {
        void *again;
        size_t n;
        nx_pause_after(vm, steps);
        status = nx_state(vm) == NX_PAUSED ? (int)nx_resume(vm) : (int)nx_state(vm);
        if (nx_dump(vm, &again, &n)) { nx_free(again); }
        nx_vm_free(vm);
    }
    s->loaded += vm != NULL;
    s->refused += vm == NULL;
    free(f->bytes);
    return status;
}

// Deleted entries of a dict say how many others stand beside them: who believes a wrong one reads
// beyond the entries, or goes in a circle.
static void test_dict_gaps(void **state) {
    Set *s = *state;
    Forge *f = &s->forge;
    uint32_t edited = 0;
    for (uint32_t i = 0; i < SNAPSHOTS; i++) {
        for (uint32_t k = 0, done = 0; k <= done; k++) {
            forge_begin(f, s->bytes[i], s->len[i]);
            for (uint32_t at = 0, seen = 0; at < f->n && done == k; at++) {
                Entries *e = (Entries *)forge_object(f, f->at[at]);
                for (uint32_t n = 0; e->h.type == T_ENTRIES && n < e->h.n && done == k; n++) {
                    Value *jump = &e->items[n].value;
                    if (e->items[n].key != V_UNBOUND || !is_int(*jump) || seen++ < k) { continue; }
                    *jump = n == 0 ? int_value(int_of(*jump) + 1) : int_value(k % 2 ? n : 0);
                    done++;
                }
            }
            edited += done > k;
            int status = run_forged(s, 100);
            assert_true(done == k || status == -1);
        }
    }
    assert_true(edited >= 2 * SNAPSHOTS);
}

// A class among whose bases it is itself.
static void test_base_circle(void **state) {
    Set *s = *state;
    Forge *f = &s->forge;
    uint32_t edited = 0;
    for (uint32_t k = 0; k < 4; k++) {
        Type *types[8];
        uint32_t n = 0, at[8];
        forge_begin(f, s->bytes[0], s->len[0]);
        for (uint32_t i = 0; i < f->n && n < 8; i++) {
            Obj *o = forge_object(f, f->at[i]);
            if (o->type != T_TYPE) { continue; }
            at[n] = f->at[i];
            types[n++] = (Type *)o;
        }
        for (uint32_t i = 0; i <= k && k < n; i++) {
            types[i]->base = forge_ref(f, at[i == k ? 0 : i + 1]);
        }
        edited += k < n;
        int status = run_forged(s, 100);
        assert_true(k >= n || status == -1);
    }
    assert_true(edited > 1);
}

// Every native in steps, in many states, with anything in its slots and as a result.
static void test_native_frames(void **state) {
    Set *s = *state;
    Forge *f = &s->forge;
    s->loaded = s->refused = 0;
    for (uint32_t i = 0; i < f->n_steps; i++) {
        for (uint32_t at = 0; at < STATES * FILLS; at++) {
            f->random = (uint64_t)i << 32 | at;
            forge_begin(f, s->bytes[at % SNAPSHOTS], s->len[at % SNAPSHOTS]);
            forge_native_frame(f, f->steps[i], at % STATES, at / STATES);
            run_forged(s, 100);
        }
    }
    assert_true(f->n_steps > 200);
    assert_true(s->loaded >
                f->n_steps * STATES * FILLS / 2); // they are not refused for another reason
}

static void test_edited(void **state) {
    Set *s = *state;
    Forge *f = &s->forge;
    s->loaded = s->refused = 0;
    for (uint32_t i = 0; i < SNAPSHOTS * EDITS_EACH; i++) {
        f->random = 0x5EED0000 + i;
        forge_begin(f, s->bytes[i % SNAPSHOTS], s->len[i % SNAPSHOTS]);
        for (uint32_t k = 1 + forge_next(f, 3); k; k--) { forge_edit(f); }
        run_forged(s, 400);
    }
    assert_true(s->loaded > SNAPSHOTS && s->refused > SNAPSHOTS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dict_gaps),
        cmocka_unit_test(test_base_circle),
        cmocka_unit_test(test_native_frames),
        cmocka_unit_test(test_edited),
    };
    return cmocka_run_group_tests(tests, set_make, set_free);
}
