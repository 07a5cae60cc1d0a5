# platform tells nothing of the host; locale knows "C" alone, getpass no terminal, zipimport no archive; marshal takes no code and threading starts no thread.
import locale
import marshal
import platform
import threading
import warnings
import zipimport

print(repr(platform.node()), repr(platform.machine()), repr(platform.release()))
try:
    locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
except locale.Error as e:
    print(e)
try:
    zipimport.zipimporter("lib.zip")
except zipimport.ZipImportError as e:
    print(e)
try:
    marshal.dumps(compile("1", "text", "eval"))
except ValueError as e:
    print(e)
try:
    threading.Thread(target=print).start()
except RuntimeError as e:
    print(e)
import getpass
import io
import sys

sys.stdin, shown = io.StringIO("secret\nmore\n"), io.StringIO()
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(getpass.getpass("Word: ", shown), repr(shown.getvalue()), len(seen))
