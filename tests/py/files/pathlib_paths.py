# options: --mount /tmp:/tmp:rw
# pathlib: paths as text, and what they do in the file system.
import os
import pathlib
from pathlib import Path, PurePath, PurePosixPath
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(here), 'HERE'))
here = None
for text in ('', '.', 'a', 'a/b', '/', '//', '///x', '/a/b.txt', 'a//b/./c/', '..', '../x', 'a.tar.gz', '.hidden', 'x.', 'a/..', '.a.b'):
    p = PurePath(text)
    print(repr(p), str(p), p.parts, repr(p.root), repr(p.anchor), repr(p.name), repr(p.stem), repr(p.suffix), p.suffixes, p.parent, list(p.parents), p.is_absolute())
p = Path('/usr/lib/python3/x.py')
print(p / 'y', 'z' / Path('w'), p / '/abs', p.joinpath('a', '../b', PurePath('c')), Path('a', 'b', '/c', 'd'), Path() / 'q', type(p).__name__, type(p / 'x').__name__)
print(p.with_name('n.c'), p.with_stem('s'), p.with_suffix('.o'), p.with_suffix(''), Path('a').with_suffix('.b'))
for bad in (lambda: Path('/').with_name('x'), lambda: p.with_name(''), lambda: p.with_name('a/b'), lambda: p.with_suffix('x'), lambda: Path('').with_suffix('.x'), lambda: p.with_stem(''), lambda: Path(5), lambda: Path(b'x'), lambda: p / 5, lambda: p.parents[9], lambda: Path('').match('')):
    show(bad)
print(p.relative_to('/usr'), p.relative_to('/usr/lib/python3/x.py'), p.is_relative_to('/usr'), p.is_relative_to('/us'), p.relative_to('/usr/bin', walk_up=True))
show(lambda: p.relative_to('/bin'))
show(lambda: p.relative_to('usr', walk_up=True))
print(Path('a') == Path('./a'), Path('a') == 'a', hash(Path('a/')) == hash(Path('a')), Path('a') < Path('b'), sorted([Path('b'), Path('a/c'), Path('a')]), {Path('x'): 1}[Path('x')], Path('a') == PurePath('a'))
print(p.match('*.py'), p.match('python3/*.py'), p.match('/usr/*/*/x.py'), p.match('*.c'), Path('A').match('a'), Path('a/b/c').full_match('a/**'), Path('a/b/c').full_match('**/c'), Path('a/b').full_match('a'), Path('a/b/c.py').full_match('a/*/*.py'))
print(p.parents[0], p.parents[-1], p.parents[:2], len(p.parents), repr(p.parents), p.as_posix(), bytes(p), os.fspath(p), p.as_uri(), Path('/a b/ü').as_uri())
here = Path('/tmp') / ('natrix-' + os.urandom(8).hex())
here.mkdir()
f = here / 'f.txt'
print(f.write_text('line\nä\n'), f.read_text(), f.read_bytes(), f.write_bytes(b'\x00\x01'), f.read_bytes(), f.stat().st_size, f.exists(), f.is_file(), f.is_dir(), f.is_symlink())
show(lambda: f.write_text(b'x'))
show(lambda: f.write_bytes('x'))
print(f.read_bytes())
d = here / 'd'
show(lambda: (d / 'e' / 'g').mkdir())
(d / 'e' / 'g').mkdir(parents=True)
(d / 'e').mkdir(exist_ok=True, parents=True)
show(lambda: d.mkdir())
show(lambda: f.mkdir(exist_ok=True))
for name in ('d/one.py', 'd/two.txt', 'd/e/three.py', 'd/e/g/four.py', 'd/.hidden.py'):
    (here / name).touch()
show(lambda: f.touch(exist_ok=False))
def names(paths): return sorted(str(x.relative_to(here)) for x in paths)
print(names(d.iterdir()), names(here.glob('*')), names(d.glob('*.py')), names(d.glob('**/*.py')), names(d.rglob('*.py')))
print(names(here.glob('d/*/*.py')), names(here.glob('**')), names(here.glob('d/**/g')), names(d.rglob('g/')), names(here.glob('d/one.py')), names(here.glob('none/*')), names(here.glob('d/[ot]*')))
show(lambda: list(here.glob('')))
show(lambda: list(here.glob('/x')))
print([(str(t.relative_to(here)), sorted(a), sorted(b)) for t, a, b in d.walk()][:1])
g = f.rename(here / 'g.txt')
print(g.name, f.exists(), g.replace(str(f)) == f, f.exists())
with f.open('a') as out:
    print(out.write('more'), out.name == str(f))
with f.open() as out:
    print(len(out.read()))
print(f.samefile(str(f)), f.resolve() == f, (d / '..' / 'f.txt').resolve() == f, Path('x').absolute() == Path.cwd() / 'x')
print(f.copy(here / 'copy').read_bytes(), d.copy(here / 'tree').name, names((here / 'tree').rglob('*')), f.copy_into(d).name, f.move(here / 'moved').exists(), f.exists())
os.chdir(here)
print(sorted(map(str, Path().iterdir())), sorted(map(str, Path('d').glob('*'))), sorted(map(str, Path('.').glob('**/*.txt'))))
show(lambda: Path('nope').stat())
show(lambda: Path('nope').read_text())
show(lambda: Path('nope').unlink())
show(lambda: list(Path('nope').iterdir()))
show(lambda: Path('d').rmdir())
show(lambda: Path('d').unlink())
Path('nope').unlink(missing_ok=True)
os.chdir('/')
for top, dirs, files in here.walk(top_down=False):
    for name in files:
        (top / name).unlink()
    top.rmdir()
print(here.exists())
