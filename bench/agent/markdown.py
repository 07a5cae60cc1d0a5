"""agent: Markdown to HTML: headings, lists, emphasis, code, links and tables."""
import html
import re

DOC = """# Title of *the* page

Some **bold** text with `code <b>` and a [link](https://example.com/?a=1&b=2).
A second line, _emphasised_ here.

## List

- first item
- second **item**
- third `x = 1`

1. one
2. two

```
for i in range(3):
    print(i < 2)
```

| name | value |
|------|-------|
| a & b | 1 |
| c | *2* |

> quoted text
> more of it
"""
INLINE = [(re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"), (re.compile(r"[*_](.+?)[*_]"), r"<em>\1</em>"),
          (re.compile(r"\[([^\]]+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>')]
CODE = re.compile(r"`([^`]+)`")


def inline(text):
    parts = CODE.split(html.escape(text, quote=False))
    for i, part in enumerate(parts):
        if i % 2:
            parts[i] = "<code>" + part + "</code>"
        else:
            for pattern, replacement in INLINE:
                part = pattern.sub(replacement, part)
            parts[i] = part
    return "".join(parts)


def convert(text):
    out, lines, i = [], text.splitlines(), 0
    while i < len(lines):
        line = lines[i]
        if not line.strip():
            i += 1
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            out.append(f"<h{level}>{inline(line[level:].strip())}</h{level}>")
            i += 1
        elif line.startswith("```"):
            end = lines.index("```", i + 1)
            out.append("<pre>" + html.escape("\n".join(lines[i + 1:end])) + "</pre>")
            i = end + 1
        elif line[:2] == "- " or re.match(r"\d+\. ", line):
            tag = "ul" if line[0] == "-" else "ol"
            items = []
            while i < len(lines) and (lines[i][:2] == "- " or re.match(r"\d+\. ", lines[i])):
                items.append("<li>" + inline(lines[i].split(" ", 1)[1]) + "</li>")
                i += 1
            out.append(f"<{tag}>{''.join(items)}</{tag}>")
        elif line.startswith("|"):
            rows = []
            while i < len(lines) and lines[i].startswith("|"):
                if not set(lines[i]) <= set("|- "):
                    cell = "td" if rows else "th"
                    rows.append("<tr>" + "".join(f"<{cell}>{inline(c.strip())}</{cell}>" for c in lines[i].strip("|").split("|")) + "</tr>")
                i += 1
            out.append("<table>" + "".join(rows) + "</table>")
        else:
            para = []
            quote = line.startswith("> ")
            while i < len(lines) and lines[i].strip() and lines[i][0] not in "#|-`":
                para.append(lines[i].removeprefix("> "))
                i += 1
            out.append(("<blockquote>%s</blockquote>" if quote else "<p>%s</p>") % inline(" ".join(para)))
    return "\n".join(out)


def run(n):
    return sum(len(convert(DOC)) + (i & 1) for i in range(n))


N = 9300


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
