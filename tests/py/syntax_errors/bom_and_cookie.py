# A byte order mark and a cookie that says otherwise; bytes that the named codec cannot decode.
SOURCES = [
    b"\xef\xbb\xbf# coding: latin-1\nx = 1\n", b"\xef\xbb\xbf# coding: latin-\xa0\x80x\n", b"\xef\xbb\xbf\n# coding: latin-1\xe9 x\ny",
    b"\xef\xbb\xbf# \xc3\xa9coding: ascii\n", b"# coding: ascii\r\n'\xe9'\r\n", b"# coding: utf8\r\n\r\n'\xe9'\r\n", b"# coding: nope\n",
    b"'\xff'\n", b"# coding: latin-1\nx = '\xe9'\n", b"\xef\xbb\xbfx = 1\n",
]
for source in SOURCES:
    try:
        compile(source, "<bytes>", "exec")
    except SyntaxError as e:
        print(source, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset), ascii(e.text))
    else:
        print(source, "compiles")
