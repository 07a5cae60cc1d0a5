"""Sessions: one object of the library made, then a run of any of its operations on what it has become. Files in memory, context
variables, the names of a frame, dates and zones, weak references, queues, views, exceptions shown with their marks.
"""
import library

PRELUDE = '''\
import array, contextvars, linecache, time, traceback, os, secrets, itertools, pickle, builtins
def frame_names(a=1, b='x'):
    c = [a]
    def inner(): return c, a
    return sys._getframe().f_locals
def waiting():
    kept = 5
    got = yield sys._getframe().f_locals
    yield kept, got
class Zone(datetime.tzinfo):
    def utcoffset(self, d): return datetime.timedelta(hours=3, minutes=30)
    def dst(self, d): return datetime.timedelta(hours=1)
    def tzname(self, d): return 'ZZ'
    def __repr__(self): return 'Zone()'
class Changing(datetime.tzinfo):
    def utcoffset(self, d): return datetime.timedelta(hours=1 if d is None or d.fold else 2)
    def dst(self, d): return None
    def tzname(self, d): return 5
class Bad(datetime.tzinfo):
    def utcoffset(self, d): return 'bad'
    def dst(self, d): raise KeyError('dst')
class Day(datetime.date): pass
class Moment(datetime.datetime):
    def __repr__(self): return 'M' + self.isoformat()
class Span(datetime.timedelta): pass
class Same:
    def __init__(self, n=1): self.n = n
    def __eq__(self, o): return getattr(o, 'n', o) == self.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return 'Same(%r)' % self.n
    def __index__(self): return self.n
class Refuses:
    def __eq__(self, o): raise KeyError('eq')
    def __hash__(self): return 1
class Buffer(io.BytesIO): pass
class Lines(io.StringIO):
    def readline(self, *a): return super().readline(*a).upper()
class Same_(types.ModuleType): pass
linecache.clearcache()
var = contextvars.ContextVar('var', default=1)
bare = contextvars.ContextVar('bare')
other = contextvars.ContextVar('other', default=[])
def with_var(v, *more):
    t = var.set(v)
    for m in more: bare.set(m)
    return var.get(), t.old_value is t.MISSING
def filled(**k):
    c = contextvars.copy_context()
    for n, v in k.items(): c.run({'var': var, 'bare': bare, 'other': other}[n].set, v)
    return c
def marked(text, name='shown.py', lines=None):
    linecache.cache[name] = (len(text), None, (lines or text).splitlines(True), name)
    space = {'__name__': 'shown', 'Same': Same}
    try: exec(compile(text, name, 'exec'), space)
    except BaseException as e: return re.sub('repeated [0-9]+ more', 'repeated many more', ''.join(traceback.format_exception(type(e), e, e.__traceback__.tb_next)))
def summary(e):
    t = traceback.TracebackException.from_exception(e)
    return list(t.format_exception_only()), [(f.name, f.line) for f in t.stack if f.filename in ('<fuzz>', 'shown.py')]
def caught(f, *a):
    try: return f(*a)
    except BaseException as e: return e
def keys(c): return sorted(v.name for v in c)
def shown_context(c): return sorted((k.name, v) for k, v in c.items())
'''
FILES = """o.read();o.read({s});o.read(-1);o.readline();o.readline({s});o.readlines();o.readlines({s});next(o);next(o, 'end');list(o);o.seek({s});o.seek({s}, {s});o.seek(0);o.seek(0, 2);o.tell();o.truncate();o.truncate({s});
    o.getvalue();o.closed;o.isatty();o.readable();o.writable();o.seekable();o.flush();o.close();o.__enter__() is o;o.__exit__(None, None, None);o.detach();o.fileno();o.name;o.mode;o.__iter__() is o;setattr(o, 'x', {n});o.__dict__;o.__getstate__();
    copy.copy(o).getvalue();pickle.loads(pickle.dumps(o)).read();o.__sizeof__() > 0;o.__del__();o.__init__({t});o.readlines({n});type(o).__mro__[-2].__name__;isinstance(o, io.IOBase);o == o;o.writelines({q});print(1, {t}, file=o);o.__reduce_ex__(2);repr(o)[:6]"""
BYTES_FILE = FILES + """;o.write({b});o.write({b});o.writelines([{b}, {b}]);o.read1();o.read1({s});o.readinto(bytearray({s}));o.readinto(bytearray(3));o.readinto1(bytearray(2));o.readinto({b});o.getbuffer().tolist();o.getbuffer()[0];after(o.getbuffer(), lambda m: m.__setitem__(0, 65), lambda m: o.write(b'long' * 9), lambda m: m.release(), lambda m: o.getvalue());
    o.__setstate__(({b}, {s}, None));o.__setstate__(({b}, {i}, {{'y': 1}}));o.__setstate__({n});o.__setstate__(({b}, 0));after(io.TextIOWrapper(o, 'utf-8'), lambda w: w.read(), lambda w: w.detach() is o);after(io.TextIOWrapper(o, 'ascii', newline=''), lambda w: w.readline(), lambda w: w.detach() is o);io.BytesIO(initial_bytes={b}).read();o.__init__({b});o.__init__();o.write({n})"""
TEXT_FILE = FILES + """;o.write({t});o.write({t});o.writelines([{t}, {t}]);o.newlines;o.encoding;o.errors;o.line_buffering;o.__setstate__(({t}, '\\n', {s}, None));o.__setstate__(({t}, None, {i}, {{'y': 1}}));o.__setstate__({n});io.StringIO({t}, {t}).getvalue();io.StringIO({t}, newline='\\r\\n').getvalue();io.StringIO('a\\r\\nb\\rc\\n', newline=None).readlines();
    io.StringIO('a\\r\\nb\\rc\\n', newline='').readlines();io.StringIO('a\\r\\nb\\rc', newline='\\r').readlines();o.__init__({t}, {t});o.__init__({t}, newline=None);list(csv.reader(o));[line for line in o];o.write({n})"""
CONTEXT = """o.get(var);o.get(bare, {n});o.get({n});o[var];o[bare];o[{n}];var in o;{n} in o;keys(o);len(o);shown_context(o);o == o;o == o.copy();o != contextvars.copy_context();o == {n};o.run(with_var, {n});o.run(with_var, {n}, {n});o.run(lambda: o.run(len, 'a'));o.run({f}, {n});o.run();o.run(lambda: 1 / 0);o.run(bare.get);
    o.run(bare.get, {n});o.run(lambda: var.reset(var.set({n})));o.run(var.get);len(list(o.values()));[v.name for v in o.keys()][:0];o.copy().run(bare.get, 'none');hash(o) == hash(o);copy.copy(o);type(o)();type(o)(1);type(o)(a=1);o < o;contextvars.Context[int];
    o.run(contextvars.copy_context) == o;bool(o);o.run(o.copy) == o;o.run(lambda: keys(contextvars.copy_context()))"""
VARIABLE = """o.name;o.get();o.get({n});o.get(*[1, 2]);setattr(o, 'name', 'x');repr(o)[:20];o.set({n}).old_value;o.set({n}).var is o;o.reset({n});after(o.set({n}), lambda t: t.var is o, lambda t: t.old_value, lambda t: o.get('none'), lambda t: o.reset(t), lambda t: o.reset(t), lambda t: o.get('none'), lambda t: hash(t) == hash(t), lambda t: repr(t)[:6], lambda t: t.__enter__() is t);
    after(o.set({n}), lambda t: t.__enter__() is t, lambda t: o.get(), lambda t: t.__exit__(None, None, None), lambda t: o.get('none'), lambda t: t.__exit__(None, None, None));contextvars.ContextVar({t});contextvars.ContextVar();contextvars.ContextVar('a', 1);contextvars.ContextVar('a', default={n}).get();contextvars.ContextVar({n});
    contextvars.ContextVar('a', x=1);contextvars.Token();contextvars.Token.MISSING;contextvars.Token[int];contextvars.ContextVar[int];hash(o) == hash(o);o == o;copy.copy(o) is o;contextvars.copy_context().run(o.get, 'd');after(contextvars.copy_context().run(o.set, {n}), lambda t: o.reset(t), lambda t: o.get('none'));
    after(var.set(3), lambda t: bare.reset(t), lambda t: var.reset(t), lambda t: var.get());type('V', (contextvars.ContextVar,), {{}});type('C', (contextvars.Context,), {{}});contextvars.copy_context({n});setattr(o, 'x', 1);o.__reduce__();len(repr(contextvars.ContextVar('q', default={n}))) > 0"""
FRAME = """o['a'];o['c'];o[{n}];o['nothing'];o.get('a');o.get('z', {n});o.get({n});'a' in o;'z' in o;{n} in o;len(o);sorted(o);sorted(o.keys());len(o.values());sorted(map(repr, o.items()));o.__setitem__('a', {n});o.__setitem__('new', {n});o.__setitem__({n}, 1);o.__delitem__('a');o.__delitem__('new');o.__delitem__('zz');o.pop('a');o.pop('zz', {n});o.pop('new');o.pop();
    o.setdefault('a', 5);o.setdefault('new2', {n});o.setdefault('new3');o.update({{'b': {n}}});o.update([('new4', {n})]);o.update({n});o.update(b=1);o.update(o);o.copy();type(o.copy());o == o;o == dict(o);o != {{}};o < o;sorted(o | {{'z': {n}}});sorted({{'z': 1}} | o);o | {n};o.__ior__({{'b': 7}}) is o;o.__ior__({n});list(reversed(o))[-1:];hash(o);
    o.popitem();o.clear();bool(o);type(o).__name__;type(o)(5);type(o)();type(o).__new__(type(o), {n});type(o)(sys._getframe())['o'] is o if 0 else 0;iter(o) is None;next(iter(o));o.fromkeys('a');copy.copy(o);o.__reversed__() is None;isinstance(o, dict);repr(o)[:1];str(o)[-1:];collections.ChainMap(o, {{'q': 1}})['q'];dict(o)['b'];[*o][:1];{{**o}}['b'];setattr(o, 'x', 1);
    o.items() == dict(o).items() if 0 else 0;o.__len__();o.__contains__('c');o.__eq__({n});o.__or__({{}}) == dict(o);o.__ror__({{'b': 0}})['b']"""
DATES = ["datetime.date(2024, 2, 29)", "datetime.datetime(2024, 2, 29, 12, 30, 15, 250)", "datetime.datetime(2024, 2, 29, 1, tzinfo=datetime.UTC)", "datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=Changing())", "datetime.datetime(1, 1, 1, tzinfo=Zone())", "datetime.datetime.max", "datetime.date.min",
         "datetime.date.max", "Day(2020, 1, 31)", "Moment(2020, 12, 31, 23, 59, 59, 999999)", "Moment(2000, 1, 1, tzinfo=Zone())", "datetime.datetime(2024, 3, 1, tzinfo=Bad())", "datetime.datetime(1969, 12, 31, 23)", "datetime.datetime(2024, 5, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=-3601), 'odd'))"]
OTHERS = DATES + ["None", "5", "'2024-01-01'", "datetime.timedelta(1, 2, 3)", "datetime.timedelta(days=-40000)", "Span(5)", "datetime.time(1)", "datetime.timedelta(0)"]
ZONES = ["None", "datetime.UTC", "Zone()", "Changing()", "Bad()", "5", "datetime.timezone(datetime.timedelta(hours=-5))", "datetime.tzinfo()"]
FORMS = ["'%Y-%m-%d %H:%M:%S'", "'%y %b %B %a %A %j %U %W %w %u %V %G'", "'%z %:z %Z'", "'%p %I %f %%'", "'%c | %x | %X'", "'%q'", "'%'", "'é%d'", "''", "'%e %D %F %T %R %h %n %t %C'", "'%-d'", "5", "'%Y\\x00%m'", "'\\ud800'"]
MOMENT = """o + {D};o - {D};{D} - o;{D} + o;o == {D};o != {D};o < {D};o >= {D};hash(o) == hash({D});o.strftime({Y});format(o, {Y});o.isoformat();o.isoformat({t});o.isoformat(' ', 'seconds');o.isoformat(timespec={t});o.ctime();str(o);repr(o);o.weekday();o.isoweekday();o.isocalendar();o.isocalendar().week;o.toordinal();o.timetuple();
    o.utctimetuple();o.timestamp();o.astimezone({Z});o.astimezone();o.replace(year={s});o.replace(day=31);o.replace(hour={s});o.replace(tzinfo={Z});o.replace(fold=1).fold;o.replace({n});o.date();o.time();o.timetz();o.utcoffset();o.dst();o.tzname();o.tzinfo;o.fold;o.year, o.month, o.day;o.hour;o.microsecond;o.__reduce__();o.__reduce_ex__(3);o.__reduce_ex__({s});
    copy.copy(o) == o;pickle.loads(pickle.dumps(o)) == o;copy.deepcopy(o);copy.replace(o, month={s});type(o).fromordinal({i});type(o).fromordinal(738000);type(o).fromisoformat({t});type(o).fromisoformat('2024-W01-3');type(o).fromisoformat('20240229T123015.5Z');type(o).fromtimestamp({r});type(o).fromtimestamp({r}, {Z});
    type(o).utcfromtimestamp({r});type(o).fromisocalendar(2020, {s}, {s});type(o).combine(datetime.date(2020, 1, 1), datetime.time(5, tzinfo=datetime.UTC));type(o).combine({D}, {D}, {Z});type(o).strptime('2020-05-06', '%Y-%m-%d');type(o).strptime({t}, {Y});type(o).strptime('06 May 2020 +0100', '%d %b %Y %z');type(o.today()).__name__;type(type(o).now()).__name__;
    type(type(o).now({Z})).__name__;type(o).min;type(o).max;type(o).resolution;type(o)({s}, {s}, {s});type(o)({n});type(o)(2020, 1, 2, {s});type(o)(b'123');type(o)(2020, month=1, day={n});o.__getstate__();o.year.__class__;setattr(o, 'year', 1);o.__format__({n});o.__radd__(datetime.timedelta(1));o.__rsub__({D});o.__sub__({D});o.__eq__({n});type(o).utcnow() is None"""
SPAN = """o + {P};o - {P};{P} - o;o * {n};{n} * o;o / {P};o // {P};o % {P};divmod(o, {P});o / {n};o // {n};-o;+o;abs(o);bool(o);o == {P};o < {P};hash(o) == hash({P});str(o);repr(o);o.total_seconds();o.days, o.seconds, o.microseconds;o.__reduce__();copy.copy(o);pickle.loads(pickle.dumps(o)) == o;type(o).min;type(o).max;type(o).resolution;type(o)({n});type(o)(seconds={r});type(o)(weeks={r}, microseconds={r});
    type(o)(1, 2, 3, 4, 5, 6, 7);type(o)(x=1);setattr(o, 'days', 1);o.__floordiv__({n});o.__rtruediv__({n});o.__radd__({n});{D} + o;{D} - o;round(o.total_seconds(), {s});format(o, {t});sum([o, o], datetime.timedelta());max(o, {P});o.__rmul__({n});o.__divmod__({n})"""
SPANS = ["datetime.timedelta(1)", "datetime.timedelta(0)", "datetime.timedelta(-1, 5, 7)", "datetime.timedelta.max", "datetime.timedelta.min", "Span(2)", "datetime.timedelta(hours=1.5)", "datetime.timedelta(microseconds=3)", "5", "None", "datetime.time(1)"]
CLOCK = """o == {C};o < {C};o >= {C};hash(o) == hash({C});o.strftime({Y});format(o, {Y});o.isoformat();o.isoformat({t});o.isoformat(timespec='milliseconds');str(o);repr(o);o.replace(hour={s});o.replace(tzinfo={Z});o.replace(minute={n});o.utcoffset();o.dst();o.tzname();o.tzinfo;o.fold;bool(o);o.__reduce__();o.__reduce_ex__(3);o.__reduce_ex__({s});copy.copy(o);copy.replace(o, second={s});pickle.loads(pickle.dumps(o)) == o;
    type(o).fromisoformat({t});type(o).fromisoformat('T12');type(o).fromisoformat('12:30:01.123456789+05:30');type(o).strptime('12:30', '%H:%M');type(o).strptime({t}, {Y});type(o)({n});type(o)({s}, {s}, {s}, {s});type(o)(1, fold={s});type(o)(b'12');type(o)(tzinfo={Z});type(o).min;type(o).max;o + {D};o - {C};setattr(o, 'hour', 1);o.__eq__({n})"""
CLOCKS = ["datetime.time(12, 30)", "datetime.time(0)", "datetime.time(1, 2, 3, 4, tzinfo=datetime.UTC)", "datetime.time(2, fold=1, tzinfo=Changing())", "datetime.time(5, tzinfo=Zone())", "datetime.time(5, tzinfo=Bad())", "datetime.time.max"]
ZONE = """o.utcoffset({D});o.dst({D});o.tzname({D});o.fromutc({D});o.fromutc(datetime.datetime(2024, 1, 1, tzinfo=o));repr(o)[:9];str(o)[:9];o == {Z};hash(o) == hash(o);o.__reduce__();copy.copy(o) == o;type(o)({P});type(o)({P}, {t});type(o)();type(o).__getinitargs__(o);o.__getstate__();setattr(o, 'x', 1);datetime.datetime(2020, 1, 1, tzinfo=o).isoformat();datetime.time(1, tzinfo=o).isoformat();datetime.datetime(2020, 1, 1, tzinfo=o) - datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC);
    datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC).astimezone(o);hash(datetime.datetime(2020, 1, 1, tzinfo=o)) == hash(datetime.datetime(2020, 1, 1, tzinfo=o));datetime.datetime(2020, 1, 1, tzinfo=o).timestamp();datetime.datetime(2020, 1, 1, tzinfo=o).strftime({Y});datetime.datetime(2020, 1, 1, tzinfo=o).utctimetuple();datetime.time(1, tzinfo=o) < datetime.time(1, tzinfo=datetime.UTC);datetime.datetime.fromtimestamp({r}, o);datetime.datetime(2020, 1, 1, tzinfo=o) == datetime.datetime(2020, 1, 1)"""
TIMES = """time.gmtime({r});time.gmtime({r}).tm_year;time.strftime({Y}, time.gmtime({r}));time.strftime({Y}, {q});time.strftime({Y}, (2024, 2, 29, 1, 2, 3, 3, 60, 0));time.asctime(time.gmtime({r}));time.asctime({q});time.ctime({r});time.strptime({t}, {Y});time.strptime('29 Feb 2024', '%d %b %Y');time.mktime((2024, 2, 29, 1, 2, 3, 0, 0, 0));time.mktime({q});time.struct_time({q});time.struct_time(range(9));time.struct_time(range(9)).tm_zone;
    time.gmtime(0) == time.struct_time((1970, 1, 1, 0, 0, 0, 3, 1, 0));time.gmtime(10**20);time.gmtime(Index());time.localtime(86400).tm_yday;time.localtime('a');time.gmtime('a');repr(time.gmtime(0));time.gmtime(0)[:3];time.gmtime(0).n_fields;time.gmtime(0).__reduce__();copy.copy(time.gmtime(0));time.sleep({n}) if 0 else 0;time.sleep(-1);time.sleep('a');time.time() > 0;time.monotonic() >= 0;time.perf_counter_ns() >= 0;time.get_clock_info({t});time.get_clock_info('time').monotonic;time.timezone;time.tzname"""
WEAK = """o();o() is kept;o == weakref.ref(kept);o != weakref.ref(kept);hash(o);hash(o) == hash(kept);o.__callback__;o in {{o: 1}};len({{o, weakref.ref(kept)}});weakref.getweakrefcount(kept) >= 0;weakref.getweakrefcount(5);type(weakref.getweakrefs(kept));weakref.getweakrefs('a');o < o;o == {n};repr(o)[:8];copy.copy(o) is o;type(o)(kept)() is kept;type(o)(5);type(o)([]);type(o)(kept, {f})() is kept;
    type(o)(kept, None) == o;type(o)();o({n});setattr(o, 'x', 1);o.__init__(kept);o.__new__(type(o), kept);weakref.proxy(kept) == kept;weakref.proxy(kept).n;repr(weakref.proxy(kept))[:9];weakref.WeakKeyDictionary({{kept: 1}})[kept];weakref.WeakValueDictionary(a=kept)['a'];len(weakref.WeakSet([kept, kept]));weakref.WeakMethod(kept.__repr__)();weakref.ReferenceType[int];after((Refuses(), Refuses()), lambda p: weakref.ref(p[0]) == weakref.ref(p[1]));
    [weakref.ref(kept)].index(o);[1, weakref.ref(Same(2))].count(o);weakref.proxy(kept).__eq__(1);hash(weakref.proxy(kept));operator.index(weakref.proxy(kept));weakref.proxy(kept) + 1;bool(weakref.proxy(kept));weakref.proxy(kept).zz;isinstance(weakref.proxy(kept), Same);weakref.CallableProxyType;o.__eq__(o);o.__ne__(weakref.ref(kept));o.__hash__() == hash(kept)"""
DEQUE = """{n} in o;Same(2) in o;Refuses() in o;o.count(Same(1));o.count({n});o.count(Refuses());o.index(Same(3));o.index({n});o.index(2, {s});o.index(2, {s}, {i});o.index(Refuses());o.remove(Same(2));o.remove({n});o.remove(Refuses());o.append({n});o.appendleft(Same(5));o.pop();o.popleft();o.rotate({i});o.extend({q});o.extendleft({q});o.insert({s}, Same(4));o[{s}];o.__setitem__({s}, {n});o.__delitem__({s});o == collections.deque({q});
    o < collections.deque([1, 2]);o + o;o + {q};o * {s};operator.iadd(o, {q}) is o;operator.imul(o, {s}) is o;list(reversed(o));o.reverse();o.copy();o.maxlen;o.clear();len(o);repr(o);iter(o).__length_hint__();iter(o).__reduce__();next(iter(o));type(iter(o))(o);type(iter(o))(o, {s}).__length_hint__();list(type(reversed(o))(o, {s}));type(iter(o))({n});[*o];sorted(o, key=repr);o.__init__({q}, {s});o.__init__({q});copy.deepcopy(o);bool(o);hash(o);o != o;o.__reduce__()"""
VIEW = """o[0];o[{n}];o[Same(1)];o[{i}];o.__setitem__(0, 65);o.__setitem__(Same(1), {i});o.__setitem__({n}, {n});o.__setitem__(slice(0, 2), b'zz');o.__setitem__(slice({s}, {s}), {b});o.__setitem__(Refuses(), 1);o.__delitem__(0);o.tolist();o.tobytes();o.tobytes({t});o.hex();o.hex({t}, {s});o[{s}:];o[::{i}].tolist();o[::-1].tobytes();o.cast({S});o.cast('B').tolist();o.cast('b', [2, 2]).tolist();o.cast('H').tolist();o.nbytes;o.itemsize;o.format;o.shape;o.strides;o.ndim;o.readonly;o.contiguous;o.obj;
    o == {b};o == o[:];o != b'abcd';hash(o);len(o);list(o);list(reversed(o));{n} in o;o.count({n});o.index({n});o.index(97, {s}, {s});o.release();o.toreadonly().readonly;o.__enter__() is o;o.__exit__();bytes(o);bytearray(o);repr(o)[:8];o.suboffsets;o.c_contiguous;int.from_bytes(o);b''.join([o]);bytes(o).find(o[:1]);o.__getitem__(...);o[()];o[0, 0];o.cast('c')[0];o.cast('?').tolist();o.cast('d')"""
EXCEPTION = """summary(o);o.__getstate__();o.__reduce__();o.__setstate__({{'x': {n}}});o.__setstate__({n});o.__setstate__({{1: 2}});o.__dict__;o.args;setattr(o, 'args', {q});o.add_note({t});o.__notes__;setattr(o, '__notes__', {n});str(o);repr(o);o.with_traceback(None) is o;traceback.format_exception_only(o);''.join(traceback.format_exception(o));copy.copy(o);pickle.loads(pickle.dumps(o));setattr(o, '__cause__', {E});setattr(o, '__context__', {E});setattr(o, '__cause__', {n});o.__cause__;o.__context__;o.__suppress_context__;
    delattr(o, '__cause__');setattr(o, '__traceback__', {n});o.__traceback__ is None;o.__init__({n});o.__init__({n}, {n}, {n});o.__str__();o.name;o.obj;o.errno;o.filename;o.filename2;o.msg;o.text;o.print_file_and_line;o.value;o.code;o.reason;o.object;o.start;setattr(o, 'start', {n});setattr(o, 'object', {t});setattr(o, 'reason', {n});setattr(o, 'msg', {n});setattr(o, 'lineno', {n});setattr(o, 'text', {t});setattr(o, 'offset', {n});setattr(o, 'end_offset', {n});setattr(o, 'filename', {n});
    setattr(o, 'name', {n});setattr(o, 'value', {n});delattr(o, 'msg');delattr(o, 'name');delattr(o, 'start');o.exceptions;o.message;o.split(ValueError);o.subgroup(lambda e: True);o.derive({q});o.split({f});o.subgroup((ValueError, KeyError));type(o)();type(o)({n});type(o)({n}, {n});type(o)({t}, [{E}, {E}]);type(o).__new__(type(o), {n});o == o;hash(o) == hash(o);isinstance(o, Exception);traceback.print_exception(o, file=sys.stdout);traceback.format_exception(o, limit={s}, chain=False);traceback.TracebackException.from_exception(o, compact=True).exc_type"""
ERRORS = ["ValueError(1)", "KeyError('k')", "caught(lambda: None.x)", "caught(lambda: undefined_q)", "caught(lambda: 1 / 0)", "OSError(2, 'no', 'f', 0, 'g')", "UnicodeDecodeError('utf-8', b'a\\xffb', 1, 2, 'why')", "UnicodeEncodeError('ascii', 'aéb', 1, 2, 'why')", "UnicodeTranslateError('aé', 0, 2, 'why')",
          "SyntaxError('bad', ('f.py', 1, 3, 'a b c', 1, 5))", "caught(compile, 'a b', 'f.py', 'exec')", "caught(compile, 'x = (', 'f.py', 'exec')", "ImportError('m', name='n', path='p')", "AttributeError('m', name='n', obj=3)", "NameError('lenn', name='lenn')", "StopIteration(5)", "SystemExit(3)", "ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [OSError(5, 'x')])])",
          "caught(lambda: [].appendd)", "caught(lambda: math.sqr)", "caught(lambda: __import__('no.such'))", "IndentationError('i', ('f', 2, 1, '  x'))", "MemoryError()", "BaseExceptionGroup('b', [KeyboardInterrupt()])", "caught(json.loads, '{{').with_traceback(None)", "caught(re.compile, '(').with_traceback(None)"]
MODULE = """repr(o)[:12];o.__name__;o.__doc__ if type(o) is not TypeError else 0;o.__spec__;o.__loader__;o.__dict__.keys();setattr(o, '__name__', {n});setattr(o, '__spec__', types.SimpleNamespace(name='sp', origin={n}, loader=None));setattr(o, '__spec__', types.SimpleNamespace(name='sp', origin=None, loader=Same(1)));setattr(o, '__spec__', types.SimpleNamespace(name='sp', origin='or', has_location=True));setattr(o, '__spec__', {n});setattr(o, '__loader__', Same(3));setattr(o, '__file__', {t});delattr(o, '__name__');delattr(o, '__spec__');
    delattr(o, '__loader__');setattr(o, '__path__', {q});repr(o);repr(o);str(o);o.x;setattr(o, 'x', {n});delattr(o, 'x');dir(o);setattr(o, '__getattr__', lambda n: (n, 1));setattr(o, '__getattr__', {n});setattr(o, '__dir__', lambda: {q});o.y;setattr(o, '__class__', Same_);setattr(o, '__class__', {f});type(o).__name__;vars(o) is o.__dict__;o.__init__({t}, {n});o.__init__();copy.copy(o);o.__reduce_ex__(2);o.__annotations__;setattr(o, '__annotations__', {n});setattr(o, '__dict__', {{}});o == o;hash(o) == hash(o);bool(o)"""
ALIAS = """hash(o) == hash(o);{{o: 1}}[o];o == {A};len({{o, {A}}});repr(o);o.__origin__;o.__args__;o.__parameters__;o[{n}];o[int, str];o({q});o();o(a=1);iter(o).__reduce__();[*o];next(iter(o));copy.copy(iter(o)).__reduce__()[0] if 0 else 0;list(iter(o));o | int;int | o;o | {n};isinstance(1, o);issubclass(int, o);copy.copy(o) == o;copy.deepcopy(o) == o;pickle.loads(pickle.dumps(o));o.__reduce__();o.__mro_entries__(());o.__unpacked__;type(o)({n}, {n});type(o)(list, int);type(o)(list);type(o)(list, ());o.append;o.fromkeys;o.__class__;
    setattr(o, 'x', 1);setattr(o, '__origin__', 1);o.__getitem__({n});o.__eq__({n});o.__hash__();o.__doc__ is None;dir(o) is None;o.__name__;o.__qualname__;o.__module__;o.__call__({q});type('N', (o,), {{}}).__orig_bases__"""
ALIASES = ["list[int]", "dict[str, int]", "list[Same(1)]", "tuple[int, ...]", "list[[]]", "type[Same]", "tuple[()]", "dict[Same(2), Refuses()]", "types.GenericAlias(Same, (1, 2))", "collections.deque[int]", "list[list[int]]", "set['a']"]
HOOKS = """sys.get_asyncgen_hooks();sys.set_asyncgen_hooks();(caught(sys.set_asyncgen_hooks, {f}), sys.get_asyncgen_hooks(), sys.set_asyncgen_hooks(None, None))[:2];(caught(sys.set_asyncgen_hooks, {n}, {n}), sys.get_asyncgen_hooks().finalizer, sys.set_asyncgen_hooks(None, None))[:2];sys.set_asyncgen_hooks(1, 2, 3);sys.set_asyncgen_hooks(x=1);
    (setattr(sys, 'breakpointhook', lambda *a, **k: (a, k)), breakpoint({n}, k=1), setattr(sys, 'breakpointhook', sys.__breakpointhook__))[1];(setattr(sys, 'breakpointhook', {f}), caught(breakpoint, {n}), setattr(sys, 'breakpointhook', sys.__breakpointhook__))[1];sys.breakpointhook is sys.__breakpointhook__;sys.unraisablehook({n});sys.unraisablehook();sys.excepthook is sys.__excepthook__;sys.excepthook({n});sys.displayhook is sys.__displayhook__;
    (os.environ.__setitem__('PYTHONBREAKPOINT', 'operator.add'), caught(breakpoint, 2, 3), os.environ.__setitem__('PYTHONBREAKPOINT', '0'), breakpoint(), os.environ.pop('PYTHONBREAKPOINT'))[1] if 0 else 0;len(os.urandom({s}));os.urandom({n}).__class__;type(secrets.token_bytes(4));len(secrets.token_hex(3));secrets.randbelow(1);secrets.randbelow({n}) >= 0;secrets.choice([1, 1]);secrets.choice([]);secrets.compare_digest({b}, {b});random.SystemRandom().random() < 1;len(random.SystemRandom().randbytes({s}));random.SystemRandom().getrandbits({s}) >= 0;random.SystemRandom().seed({n});
    gc.get_count().__class__;gc.get_stats()[0].__class__;gc.collect({n}) >= 0;gc.isenabled();gc.disable() or gc.isenabled() or gc.enable();gc.is_tracked({q});gc.is_finalized({n});gc.callbacks;json.encoder.encode_basestring({t});json.encoder.encode_basestring_ascii({t});json.encoder.encode_basestring({n});json.decoder.scanstring('a"b', {s});json.decoder.scanstring({t}, {s}, {n});json.decoder.py_scanstring('a"b', 0);json.scanner.make_scanner(json.JSONDecoder())('[1]', {s});
    functools.cached_property(len).__get__(None, int) is None;type(types.CodeType)('c', (), {{}}).__name__ if 0 else 0;types.CodeType({n});types.CodeType();types.CodeType(*{q});type(contextlib.nullcontext()).__name__;linecache.getline('shown.py', {s});linecache.getlines('none.py');traceback.extract_stack({n}) is None;traceback.format_stack(limit=0);traceback.format_list([('f.py', 3, 'g', 'x = 1')]);traceback.format_list([{n}]);traceback.walk_tb({n});traceback.StackSummary.from_list([('f.py', {s}, 'g', 'x = 1')]).format();traceback.FrameSummary('f', {n}, 'n', line='x');
    traceback.format_exception({n});traceback.format_exception_only({n});traceback.format_exception(ValueError, ValueError(1), None);traceback.format_tb(None);sys.exc_info();sys.exception();sys.is_finalizing();sys.intern({t}) is {t} if 0 else 0;sys.call_tracing({f}, ({n},));sys.audit('event', {n});sys.addaudithook({f}) if 0 else 0;sys._getframe(0).__class__;sys._getframe(10**20);sys._getframe('a');sys._getframemodulename(0);sys._getframemodulename('a');sys.unraisablehook(types.SimpleNamespace())"""
PARTIAL = """o();o({n});o({n}, {n});o({n}, k={n});o.func;o.args;o.keywords;repr(o);o.__reduce__();o.__setstate__(({f}, ({n},), {{'k': {n}}}, {{}}));o.__setstate__({n});o.__setstate__(({f}, (), None, {{'x': 1}}));copy.copy(o)({n});copy.deepcopy(o).args;pickle.loads(pickle.dumps(o)).args;setattr(o, 'x', {n});o.x;delattr(o, 'x');o.__dict__;setattr(o, '__dict__', {n});setattr(o, 'func', 1);delattr(o, 'args');functools.partial(o, {n}).args;functools.partial(o, {n}).func;functools.partial(o, {n}, k=2)({n});functools.partial({n});functools.partial();functools.partial(o, functools.Placeholder, 1)({n});
    functools.partial(o, functools.Placeholder).args;functools.partial(o, k=functools.Placeholder);type(o)[int];type(o).__new__(type(o), {f}, {n});type('P', (functools.partial,), {{}})({f}, 1)({n});o.__get__({n}, int).__class__;o.__get__(None, int) is o;o == o;hash(o) == hash(o);o.__call__({n});o.__class__;callable(o);o.__name__;o.__wrapped__;functools.partialmethod(o, 1).__get__(3, int).__class__"""
CACHED = """o({n});o({n});o(1);o(1.0);o(True);o([]);o({n}, k=1);o(k={n});o();o.cache_info();o.cache_clear();o.cache_parameters();o.__wrapped__({n});o.__name__;'cache_parameters' in o.__dict__;setattr(o, 'x', 1);copy.copy(o) is o;copy.deepcopy(o) is o;o.__reduce__();o.__get__(5, int).__class__;o.__get__(None, int) is o;o(Same(1));o(Same(1));o(Refuses());o(Refuses());hash(o) == hash(o);o == o;callable(o);weakref.ref(o)() is o;repr(o)[:11];o.cache_info().hits;o.cache_info()._asdict();type(o).__name__;o({n}, {n});o(*{q})"""
ITER = """next(o, 'end');next(o, 'end');next(o);upto(o, 3);o.__reduce_ex__(3);operator.length_hint(o, 9);upto(copy.copy(o), 3);o.__setstate__({n});o.__setstate__({s});o.__iter__() is o;repr(o)[:12];upto(zip(o, o), 3);[upto(x, 3) for x in itertools.tee(o, 2)];upto(itertools.chain(o, {q}), 4);upto(map(repr, o), 3);upto(itertools.islice(o, {s}), 3);type(o)();type(o)({n});type(o)({q}, {n});type(o)({q}, {q}, {q});type(o)(x=1);type(o).__new__(type(o), {q});setattr(o, 'x', 1);hash(o) == hash(o);bool(o);o.__next__();o.__class__.__name__;upto(itertools.cycle(itertools.islice(o, 2)), 5);copy.deepcopy(o) is o"""
ITERS = ["itertools.count({n}, {n})", "itertools.cycle({q})", "itertools.repeat({n}, {s})", "itertools.accumulate({q}, {f}, initial={n})", "itertools.chain({q}, {q})", "itertools.compress({q}, {q})", "itertools.dropwhile({f}, {q})", "itertools.filterfalse({f}, {q})", "itertools.groupby({q}, {f})",
         "itertools.islice({q}, {s}, {s}, {s})", "itertools.pairwise({q})", "itertools.starmap({f}, [(1, 2), (3,)])", "itertools.takewhile({f}, {q})", "itertools.tee({q})[0]", "itertools.zip_longest({q}, {q}, fillvalue={n})", "itertools.product({q}, {q})", "itertools.permutations({q}, {s})",
         "itertools.combinations({q}, {s})", "itertools.combinations_with_replacement({q}, {s})", "itertools.batched({q}, {s})", "struct.iter_unpack('B', {b})", "zip({q}, {q}, strict=True)", "map({f}, {q}, {q})"]
# expressions over several lines that fail, for the marks under them
MARKED = ["(a\n + b\n + None)", "a[b]", "a.missing.more", "f(a,\n  b)", "(a or b)(a)", "a[0][b]", "(yes :=\n a[9])", "[i / 0\n for i in [1]]", "{**a}", "f(*a, **b)", "f'{a:{b}}'", "f'''{\n a / 0}'''", "-None", "not a < None", "a @ b", "a[1:2:0]", "lambda_()", "(lambda: a / 0)()", "a if b / 0 else 1", "é / 0", "a['é'] / '😀' + 1",
          "sorted([a, None])", "max(a, key=b)", "undefined_é(a)", "'text' % a % b % 'x'", "a.b.c.d(\n)", "(\n\n a\n /\n 0\n\n)", "[*a, *b]", "{a: b, []: 1}", "str(a, b, a)", "int('x' * 3)", "a\\\n / 0", "print(a / 0, end='')", "f(f(f(1 / 0)))", "a.__class__.x", "1 < a < b", "b()()()", "a   +   None  # comment", "(a, b)[5]"]
STATEMENTS = ["x = %s", "return %s", "assert %s, a", "raise %s", "raise ValueError(a) from %s", "for i in %s: pass", "with %s: pass", "del (%s).x", "x.y = %s", "a[%s] = 1", "x, y = %s", "import nothing_at_all", "from math import nothing", "a += %s", "if %s: pass", "while %s: break", "match %s:\n        case Same(b=1, c=2): pass", "x = yield_(%s)",
              "assert a == 5, %s", "try:\n        %s\n    except (%s): pass", "class C(%s): pass", "global g; g += 1", "def g(q=%s): pass", "x: int = %s", "async_ = [%s for _ in 'a']", "\tx = %s" if 0 else "x = %s; y = %s", "raise ExceptionGroup('g', [ValueError(1), a]) if b else KeyError(%s)"]


def marks(m):
    """A line that runs a text whose statement fails some calls down and gives the traceback as it is shown."""
    statement = m.pick(STATEMENTS)
    body = statement.replace("%s", m.pick(MARKED)) if "%s" in statement else statement
    text = "def f(a=%s, b=%s):\n    %s\n" % (m.pick("1 None 'a' [1] {}".split()), m.pick("0 'b' [2] None".split()), body)
    if m.chance(0.5):
        text += "def h(q):\n    return [f(q),\n            q]\n%s\n" % m.pick(("h(2)", "x = h('z') + 1", "print(*map(h, [1]))", "(h)(\n    None)"))
    else:
        text += "%s\n" % m.pick(("f()", "f(2, 3)", "[f(x) for x in 'ab']", "sum(f(\n x) for x in [None])", "f(a=1,\n  b=None)"))
    shown = ", lines=%r" % m.pick((text.replace("a", "aa"), text.split("\n")[0], "é" + text, "")) if m.chance(0.15) else ""
    return "marked(%r%s)" % (text, shown)


ARRAY = """o.append({n});o.extend({q});o.insert({s}, {n});o.pop();o.pop({s});o.remove({n});o.index({n});o.index({n}, {s});o.count({n});o.reverse();o.tolist();o.tobytes();o.frombytes({b});o.fromlist({q});o.byteswap();o.buffer_info()[1];o.itemsize;o.typecode;o[{s}];o.__setitem__({s}, {n});o.__delitem__({s});
    o + o;o * {s};{n} in o;o == o[:];o < o;o[{s}:];o.__setitem__(slice({s}), o);o.clear();copy.copy(o);copy.deepcopy(o);o.__reduce_ex__(3);o.__reduce_ex__(2);pickle.loads(pickle.dumps(o)) == o;o.fromunicode({t});o.tounicode();o.tofile(io.BytesIO());o.fromfile(io.BytesIO({b}), {s});o.__sizeof__() > 0;array.array('u', {t});array.array({t}, {q});
    array.array('i', {q});operator.iadd(o, o) is o;operator.imul(o, {s}) is o;list(reversed(o));next(iter(o));iter(o).__reduce__()[1][0] is o;repr(o);len(o);hash(o);memoryview(o).tolist();array.typecodes"""
KINDS = [
    (["io.BytesIO()", "io.BytesIO({b})", "io.BytesIO(b'one\\ntwo\\nthree')", "Buffer(b'a\\nb')"], BYTES_FILE),
    (["io.StringIO()", "io.StringIO({t})", "io.StringIO('one\\ntwo\\r\\nthree', {t})", "Lines('a\\nb\\n')", "io.StringIO('x\\ry\\r\\n', None)"], TEXT_FILE),
    (["contextvars.copy_context()", "contextvars.Context()", "filled(var={n})", "filled(var={n}, bare={n}, other=1)"], CONTEXT),
    (["contextvars.ContextVar('v')", "contextvars.ContextVar('v', default={n})", "var", "bare"], VARIABLE),
    (["frame_names()", "frame_names({n})", "next(wait)"], FRAME), (DATES, MOMENT), (SPANS[:-3], SPAN), (CLOCKS, CLOCK), (ZONES[1:5] + ZONES[6:] + ["datetime.timezone(datetime.timedelta(minutes=-90), 'n')"], ZONE), (["time.gmtime({r})"], TIMES),
    (["weakref.ref(kept)", "weakref.ref(kept, len)", "weakref.ref(Same)", "weakref.KeyedRef(kept, None, 5)"], WEAK), (["collections.deque([Same(1), 2, Same(3)])", "collections.deque([1, 2, 3, 2])", "collections.deque({q}, {s})", "collections.deque([1, Refuses(), 2])"], DEQUE),
    (["memoryview(bytearray(b'abcd'))", "memoryview(b'abcd')", "memoryview(bytearray(8)).cast('I')", "memoryview(bytearray(b'abcdef'))[::2]", "memoryview(bytearray(6)).cast('B', [2, 3])"], VIEW), (ERRORS, EXCEPTION),
    (["types.ModuleType('m')", "Same_('n', 'doc')", "types.ModuleType({t})"], MODULE), (ALIASES, ALIAS), (["0"], HOOKS), (["functools.partial({f}, {n})", "functools.partial({f}, {n}, k={n})", "functools.partial({f})"], PARTIAL),
    (["functools.lru_cache({s})(lambda *a, **k: (a, k))", "functools.cache({f})", "functools.lru_cache(2, typed=True)(repr)"], CACHED), (ITERS, ITER),
    (["array.array('i', [1, 2, 3])", "array.array('u', 'ab')", "array.array('d', [1.5])", "array.array('B', b'abc')"], ARRAY)]
KINDS = [(objects, [a.strip() for a in actions.split(";") if a.strip()]) for objects, actions in KINDS]
LISTS = {"D": OTHERS, "Z": ZONES, "Y": FORMS, "P": SPANS, "C": CLOCKS + ["None", "5"], "E": ERRORS[:10] + ["None"], "A": ALIASES,
         "f": [f for f in library.FUNCS if f != "sorted"]}    # it goes through its argument before it looks at keywords


class Sessions(library.Library):
    lists = LISTS

    def program(self):
        """The object, kept by a name, and ten of its operations; some in turn so that none is left out for long."""
        objects, actions = self.pick(KINDS)
        self.emit("kept, wait = Same(1), waiting()")
        self.emit("try: o = %s" % self.fill(self.pick(objects)))
        self.emit("except Exception as e: o = e")
        for k in range(10):
            self.show(self.fill(actions[(self.seed + k) % len(actions)] if k < 3 else self.pick(actions)))
        if self.chance(0.5):
            self.emit("print('marks', %s)" % marks(self))
        self.emit("del o")
        return self.text(library.PRELUDE + PRELUDE)
