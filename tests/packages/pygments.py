from pygments import highlight, lex
from pygments.formatters import HtmlFormatter, NullFormatter, TerminalFormatter
from pygments.lexers import JsonLexer, PythonLexer, get_lexer_by_name
code = "@deco\ndef f(x: int = 5, *a) -> str:\n    \"\"\"Doc.\"\"\"\n    return f'{x!r} {a}' + \"s\" # c\nclass C(B): pass\n"
print(highlight(code, PythonLexer(), HtmlFormatter()))
print(highlight(code, PythonLexer(), TerminalFormatter()))
print([(str(t), v) for t, v in lex('{"a": [1, null]}', JsonLexer())])
print(highlight("SELECT a FROM b WHERE c = 'd' -- x", get_lexer_by_name("sql"), NullFormatter()), HtmlFormatter(style="monokai").get_style_defs(".h")[:200])
