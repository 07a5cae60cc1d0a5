"""The marks under the source lines of a traceback: which lines are shown, and where marks go.

All columns from the code are bytes of UTF-8; here they become columns of the screen.
"""

import textwrap
from contextlib import suppress


class _Anchors:
    # The part of the marked code that is pointed out: in lines counted from the first.
    def __init__(self, left_line, left, right_line, right, primary="~", secondary="^"):
        self.left_line, self.left = left_line, left
        self.right_line, self.right = right_line, right
        self.primary, self.secondary = primary, secondary


def _char_offset(text, offset):
    return len(text.encode("utf-8")[:offset].decode("utf-8", errors="replace"))


def _width(line, offset=None):
    """The columns that a line takes on the screen, up to offset."""
    if offset is None:
        offset = len(line)
    if line.isascii():
        return offset
    import unicodedata
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line[:offset])


def marked_lines(summary):
    originals = summary._original_lines.splitlines()
    first = originals[0]
    # More than there are, when the source has changed since.
    last = originals[min(summary.end_lineno - summary.lineno, len(originals) - 1)]
    start = _char_offset(first, summary.colno)
    end = _char_offset(last, summary.end_colno)
    lines = summary._dedented_lines.splitlines()[:summary.end_lineno - summary.lineno + 1]
    dedented = len(first) - len(lines[0])
    start = max(0, start - dedented)
    end = max(0, end - dedented)
    segment = "\n".join(lines)
    segment = segment[start:len(segment) - (len(lines[-1]) - end)]
    anchors = None
    show = False
    with suppress(Exception):
        anchors = find_anchors(segment)
        show = _should_show(start, end, lines, anchors)
    shown_start, shown_end = _width(lines[0], start), _width(lines[-1], end)
    significant = {0, len(lines) - 1}
    left = right = 0
    if anchors:
        left, right = anchors.left, anchors.right
        if anchors.left_line == 0:
            left += start
        if anchors.right_line == 0:
            right += start
        left = _width(lines[anchors.left_line], left)
        right = _width(lines[anchors.right_line], right)
        significant.update(range(anchors.left_line - 1, anchors.left_line + 2))
        significant.update(range(anchors.right_line - 1, anchors.right_line + 2))
    significant = sorted(n for n in significant if 0 <= n < len(lines))
    result = []

    def put(number):
        line = lines[number]
        result.append(line + "\n")
        if not show:
            return
        indent = len(line) - len(line.lstrip())
        marks = []
        for column in range(shown_end if number == len(lines) - 1 else _width(line)):
            if column < indent or (number == 0 and column < shown_start):
                marks.append(" ")
            elif anchors and ((number, column) >= (anchors.left_line, left)
                              and (number, column) < (anchors.right_line, right)):
                marks.append(anchors.secondary)
            else:
                marks.append(anchors.primary if anchors else "^")
        result.append("".join(marks) + "\n")

    before = None
    for number in significant:
        if before is not None:
            between = number - before - 1
            if between == 1:
                put(number - 1)
            elif between > 1:
                result.append(f"...<{between} lines>...\n")
        put(number)
        before = number
    return textwrap.indent(textwrap.dedent("".join(result)), "    ", lambda line: True)


def _should_show(start, end, lines, anchors):
    # Not under a whole statement that is nothing but a call.
    with suppress(SyntaxError, ImportError):
        import ast
        tree = ast.parse("\n".join(lines))
        if not tree.body:
            return False
        statement = tree.body[0]
        value = getattr(statement, "value", None)
        whole = None
        if isinstance(statement, ast.Return) and isinstance(value, ast.Call):
            if isinstance(value.func, ast.Name):
                whole = value
        elif (isinstance(statement, ast.Assign) and len(statement.targets) == 1
              and isinstance(value, ast.Call)):
            whole = value
        if (whole is not None and whole.lineno == 1 and whole.end_lineno == len(lines)
                and whole.col_offset == start and whole.end_col_offset == end):
            return False
    if anchors:
        return True
    return bool(lines[0][:start].lstrip() or lines[-1][end:].rstrip())


def find_anchors(segment):
    """The operator, subscript or argument list of an expression, or None."""
    import ast
    try:
        # In brackets of its own lines, so that it may have line breaks anywhere.
        tree = ast.parse(f"(\n{segment}\n)")
    except SyntaxError:
        return None
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return None
    lines = segment.splitlines()
    expression = tree.body[0].value

    def end_of(node):
        number = node.end_lineno - 2
        return number, _char_offset(lines[number], node.end_col_offset)

    def skip(number, column, stop):
        # To the next character that counts: past brackets, blanks, comments, line breaks.
        while True:
            line = lines[number]
            if column >= len(line) or line[column] in "\\#":
                number += 1
                column = 0
            elif stop(line[column]):
                return number, column
            else:
                column += 1

    if isinstance(expression, ast.BinOp):
        number, column = skip(*end_of(expression.left),
                              lambda char: not char.isspace() and char != ")")
        line = lines[number]
        right = column + 1
        if right < len(line) and not line[right].isspace() and line[right] not in "\\#":
            # The second character of an operator like //.
            if line[column:right + 1] in ("//", "**", "<<", ">>"):
                right += 1
        return _Anchors(number, column, number, right)
    if isinstance(expression, ast.Subscript):
        number, column = skip(*end_of(expression.value), lambda char: char == "[")
        last, right = skip(*end_of(expression.slice), lambda char: char == "]")
        return _Anchors(number, column, last, right + 1)
    if isinstance(expression, ast.Call):
        number, column = skip(*end_of(expression.func), lambda char: char == "(")
        last, right = end_of(expression)
        return _Anchors(number, column, last, right)
    return None
