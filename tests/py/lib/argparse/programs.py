# Command lines as programs read them: options, positional arguments, groups, subcommands, help, errors.
import argparse, contextlib, io
def run(p, line, **kw):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            result = p.parse_args(line.split(), **kw)
        except SystemExit as e:
            result = f'exit {e.code}'
        except argparse.ArgumentError as e:
            result = repr(e)
    print(line, '->', result)
    for text in (out.getvalue(), err.getvalue()):
        if text: print(text, end='')
p = argparse.ArgumentParser(prog='tool', description='Does %(prog)s things with a rather long description that needs to be wrapped over several lines of text.', epilog='The end.')
p.add_argument('path', help='what to read')
p.add_argument('more', nargs='*', type=int, help='numbers (default: %(default)s)')
p.add_argument('-v', '--verbose', action='count', default=0, help='say more')
p.add_argument('-n', '--number', type=int, default=3, metavar='N', choices=range(1, 6), help='a number')
p.add_argument('--name', required=False, help='a name')
p.add_argument('--tag', action='append', help='may be repeated')
p.add_argument('--flag', action=argparse.BooleanOptionalAction, help='on or off')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--pair', nargs=2, metavar=('A', 'B'))
p.add_argument('--opt', nargs='?', const='c', default='d')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
g = p.add_mutually_exclusive_group()
g.add_argument('--yes', action='store_true')
g.add_argument('--no', action='store_false', dest='yes_too')
h = p.add_argument_group('special', 'of a special kind')
h.add_argument('-x', dest='ex', action='store_true', help=argparse.SUPPRESS)
h.add_argument('--a-very-long-option-name-indeed', help='its help stands on the next line')
for line in ('f', 'f 1 2 -vv --name=bob --tag a --tag b', '-n 5 f', '-n5 f', '-vn4 f', 'f --flag', 'f --no-flag', 'f --const --pair 1 2', 'f --opt', 'f --opt z', 'f --ver', 'f --verb', '--number 9 f', '-n x f', '', 'f a', 'f --nope', 'f --pair 1', 'f --yes --no', 'f --na', 'f --n 2', '-- -f', 'f -5', 'f --number', 'f --yes=1', '--version', '-h', 'f 1 --name x 2'):
    run(p, line)
s = argparse.ArgumentParser(prog='git')
s.add_argument('--debug', action='store_true')
sub = s.add_subparsers(dest='command', required=True, help='what to do', metavar='COMMAND')
a = sub.add_parser('add', help='adds', aliases=['a'])
a.add_argument('files', nargs='+')
a.set_defaults(func='do_add')
c = sub.add_parser('commit', description='Commits.')
c.add_argument('-m', '--message', required=True)
for line in ('add x y', 'a x', '--debug commit -m hi', 'commit', 'nope', '', '-h', 'add -h', 'commit -m a b'):
    run(s, line)
q = argparse.ArgumentParser(prog='q', exit_on_error=False, allow_abbrev=False, formatter_class=argparse.ArgumentDefaultsHelpFormatter, fromfile_prefix_chars='@', argument_default=argparse.SUPPRESS)
q.add_argument('--level', type=float, default=1.5, help='the level')
q.add_argument('--list', nargs='+', default=[1], help='a list')
for line in ('', '--level 2', '--lev 2', '--level x', '--list', '--list a b', '@nofile', '-h'):
    run(q, line)
ns = argparse.Namespace(a=1, b='x')
print(ns, ns == argparse.Namespace(a=1, b='x'), 'a' in ns, vars(ns))
print(p.parse_known_args(['f', '--what', '--name', 'n']), p.get_default('number'), p.format_usage(), sep='\n')
def positive(text):
    n = int(text)
    if n <= 0: raise argparse.ArgumentTypeError(f'{n} is not positive')
    return n
t = argparse.ArgumentParser(prog='t', parents=[argparse.ArgumentParser(add_help=False)], prefix_chars='-+', conflict_handler='resolve', usage='%(prog)s [stuff]')
t.add_argument('+f', type=positive); t.add_argument('-f', type=positive, help='new'); t.add_argument('rest', nargs=argparse.REMAINDER)
for line in ('-f 3', '-f 0', '-f q', '+f 2 a -b c', '-h'):
    run(t, line)
for bad in (lambda: p.add_argument('--name'), lambda: p.add_argument('x', required=True), lambda: p.add_argument('--q', nargs=0), lambda: p.add_argument('--q', action='nope'), lambda: p.add_argument('--q', type='nope'), lambda: p.add_argument('--q', help='%(nothere)s'), lambda: s.add_subparsers(), lambda: p.add_argument('--q', nargs=2, metavar=('A',)), lambda: g.add_argument('--r', required=True), lambda: p.add_argument('y', dest='z')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
