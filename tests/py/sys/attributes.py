# What the sys module says of itself.
import sys
print(sys.version_info[:2], sys.version_info >= (3, 14), sys.version_info.major, sys.version.split()[0].startswith('3.14'), type(sys.version_info).__name__)
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.getdefaultencoding(), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.hash_info.modulus, sys.hash_info.width)
print(sys.getrecursionlimit(), isinstance(sys.path, list), isinstance(sys.modules, dict), isinstance(sys.argv, list), len(sys.argv) >= 1, sys.stdout.writable(), sys.stdin.readable(), 'builtins' in sys.modules, '__main__' in sys.modules)
print(sys.intern('abc') is sys.intern('a' + 'bc'), sys.flags.optimize, sys.dont_write_bytecode in (True, False), sys.getfilesystemencoding(), sys.api_version > 1000, callable(sys.exit), sys.exc_info())
print(sys.stdout.write('written\n'), sys.stdout.flush())
def f(): return sys._getframe().f_code.co_name
print(f(), sys.modules['__main__'].f is f, sys.modules[__name__].__name__)
for g in (lambda: sys.nope, lambda: sys.intern(5), lambda: sys.setrecursionlimit(-1), lambda: sys.exit.nope, lambda: sys.getsizeof()):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
print(sys.displayhook(None), sys.displayhook(5), sys.excepthook is sys.__excepthook__, sys.stdout is sys.__stdout__)
sys.stdout.writelines(['a', 'b', '\n'])
print('err text', file=sys.stderr)
