"""What modules and names were called in Python 2, for pickles of protocols 0 to 2."""

# (module, name) there: here, where a single name has moved.
NAME_MAPPING = {
    ("__builtin__", "xrange"): ("builtins", "range"),
    ("__builtin__", "reduce"): ("functools", "reduce"),
    ("__builtin__", "intern"): ("sys", "intern"),
    ("__builtin__", "unichr"): ("builtins", "chr"),
    ("__builtin__", "unicode"): ("builtins", "str"),
    ("__builtin__", "long"): ("builtins", "int"),
    ("itertools", "izip"): ("builtins", "zip"),
    ("itertools", "imap"): ("builtins", "map"),
    ("itertools", "ifilter"): ("builtins", "filter"),
    ("itertools", "ifilterfalse"): ("itertools", "filterfalse"),
    ("itertools", "izip_longest"): ("itertools", "zip_longest"),
    ("UserDict", "IterableUserDict"): ("collections", "UserDict"),
    ("UserList", "UserList"): ("collections", "UserList"),
    ("UserString", "UserString"): ("collections", "UserString"),
    ("exceptions", "StandardError"): ("builtins", "Exception"),
}

# Exceptions had a module of their own. (Those of Python 3 alone have no name there.)
PYTHON2_EXCEPTIONS = (
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BufferError",
    "BytesWarning", "DeprecationWarning", "EOFError", "EnvironmentError", "Exception",
    "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError", "ImportError",
    "ImportWarning", "IndentationError", "IndexError", "KeyError", "KeyboardInterrupt",
    "LookupError", "MemoryError", "NameError", "NotImplementedError", "OSError", "OverflowError",
    "PendingDeprecationWarning", "ReferenceError", "RuntimeError", "RuntimeWarning",
    "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError",
    "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError",
    "UnicodeTranslateError", "UnicodeWarning", "UserWarning", "ValueError", "Warning",
    "ZeroDivisionError")
for _name in PYTHON2_EXCEPTIONS:
    NAME_MAPPING["exceptions", _name] = ("builtins", _name)

# Whole modules.
IMPORT_MAPPING = {
    "__builtin__": "builtins", "copy_reg": "copyreg", "Queue": "queue",
    "SocketServer": "socketserver", "ConfigParser": "configparser", "repr": "reprlib",
    "tkFileDialog": "tkinter.filedialog", "HTMLParser": "html.parser",
    "htmlentitydefs": "html.entities", "cPickle": "pickle", "_abcoll": "collections.abc",
    "StringIO": "io", "cStringIO": "io", "thread": "_thread", "urllib2": "urllib.request",
    "urlparse": "urllib.parse", "httplib": "http.client", "Cookie": "http.cookies",
    "cookielib": "http.cookiejar", "xmlrpclib": "xmlrpc.client", "anydbm": "dbm",
    "UserDict": "collections", "UserList": "collections", "UserString": "collections",
    "itertools": "itertools", "commands": "subprocess",
}
REVERSE_IMPORT_MAPPING = {new: old for old, new in IMPORT_MAPPING.items()
                          if new not in ("collections", "io", "itertools")}
REVERSE_NAME_MAPPING = {new: old for old, new in NAME_MAPPING.items()}
REVERSE_NAME_MAPPING["builtins", "Exception"] = ("exceptions", "Exception")
for _name in ("BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError "
              "ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError "
              "InterruptedError IsADirectoryError NotADirectoryError PermissionError "
              "ProcessLookupError TimeoutError").split():
    REVERSE_NAME_MAPPING["builtins", _name] = ("exceptions", "OSError")
REVERSE_NAME_MAPPING["builtins", "ModuleNotFoundError"] = ("exceptions", "ImportError")
