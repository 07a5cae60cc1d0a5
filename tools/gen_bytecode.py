#!/usr/bin/env python3
"""Writes docs/internals/bytecode.md from src/vm/opcodes.def, which says what each instruction does.

    tools/gen_bytecode.py            write it
    tools/gen_bytecode.py --print    to stdout

tools/check_docs.py complains when the page is not what this prints.
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SOURCE = "src/vm/opcodes.def"
PAGE = "docs/internals/bytecode.md"

INTRO = """# Bytecode

Read this if you are changing the compiler or the loop, or reading what `natrix dis FILE` prints. Made by
`tools/gen_bytecode.py` from [opcodes.def](../../src/vm/opcodes.def): change that file, then run it (`make docs`).

A code object's bytecode is a blob of 32-bit words. An instruction is one word, opcode in the lowest byte, then a, b and c of
eight bits each; `Bx` is b and c together, `sBx` the same with a sign, `sJ` is a, b and c together with a sign. `X` at the end of
a layout means that a second word x follows: `NX` holds the index of a name among the constants and, in its upper half, an inline
cache; `JX` a jump offset; `IX` any number. Jumps count words from behind the instruction.

`R[i]` are the registers of the running frame, `K[i]` the constants of its code. The columns *reads* and *writes* name registers
by operand (`b..c`: c registers from b on); the verifier of snapshots goes by them. Instructions that end a step, and so may
be the last one before a pause: jumps back (`JUMP_BACK`, `LOOP_...`), `FOR_ITER`, and every call.
"""


def rows(text):
    """(section or None, name, layout, reads, writes, semantics) of every OP, macros expanded."""
    text = re.sub(r"\\\n", " ", text)
    macros, out, section = {}, [], None
    for line in text.splitlines():
        define = re.match(r"#define (\w+)\(([\w, ]+)\)\s+(.*)", line)
        if define:
            macros[define.group(1)] = ([p.strip() for p in define.group(2).split(",")], define.group(3))
            continue
        comment = re.match(r"// ([a-z].*)", line)
        if comment:
            if out and out[-1][0] == "text":
                out[-1] = ("text", out[-1][1] + " " + comment.group(1))
            elif section is not None:
                out.append(("text", comment.group(1)))
            continue
        use = re.match(r"(\w+)\((.*)\)$", line.strip())
        if use and use.group(1) in macros:
            params, body = macros[use.group(1)]
            values = [v.strip() for v in use.group(2).split(",", len(params) - 1)]
            for param, value in zip(params, values):
                if value.startswith('"'):
                    body = re.sub(r'"\s+%s\s+"' % param, lambda m: value[1:-1], body)
                body = re.sub(r"\b%s##|##%s\b" % (param, param), lambda m: value, body)
                body = re.sub(r"\b%s\b" % param, lambda m: value, body)
            line = body.replace("##", "")
        for m in re.finditer(r'OP\((\w+),\s*"([^"]*)",\s*"([^"]*)",\s*"([^"]*)",\s*"([^"]*)"\)', line):
            section = section or ""
            out.append(("op", *m.groups()))
        if line.startswith("//   R[i]"):
            section = ""
    return out


def page(root):
    with open(os.path.join(root, SOURCE), encoding="utf-8") as f:
        text = f.read()
    body = text[text.index("// moving values"):]
    lines, table = [INTRO], False
    for row in rows("//   R[i]\n" + body):
        if row[0] == "text":
            title, rest = (re.split(r"[;:.] ", row[1], maxsplit=1) + [""])[:2]
            lines += ["", "## " + title[0].upper() + title[1:], ""]
            if rest:
                lines += [re.sub(r"([RK]\[\w[^\]]*\])", r"`\1`", rest[0].upper() + rest[1:].rstrip(".")) + ".", ""]
            table = False
            continue
        if not table:
            lines += ["| instruction | operands | reads | writes | what it does |", "|---|---|---|---|---|"]
            table = True
        lines.append("| `%s` | %s | %s | %s | `%s` |" % (row[1], row[2], row[3], row[4], row[5].replace("|", "\\|")))
    return "\n".join(lines) + "\n"


def main():
    text = page(ROOT)
    if "--print" in sys.argv:
        sys.stdout.write(text)
        return
    with open(os.path.join(ROOT, PAGE), "w", encoding="utf-8") as f:
        f.write(text)


if __name__ == "__main__":
    main()
