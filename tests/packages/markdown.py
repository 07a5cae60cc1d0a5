import markdown
text = """# Title {#id}

A *paragraph* with **bold**, `code`, [link](http://x.y "t") and ![img](a.png).

1. one
2. two
    - nested

> quote

```python
print(1)
```

| a | b |
|---|--:|
| 1 | 2 |

Term
:   Definition

Footnote[^1] & <br> &copy; auto <http://a.b>

[^1]: The note.

---
"""
print(markdown.markdown(text))
print(markdown.markdown(text, extensions=["extra", "toc", "sane_lists", "nl2br", "admonition"]))
md = markdown.Markdown(extensions=["meta", "tables", "fenced_code"])
print(md.convert("key: value\n\nbody\n\n~~~\nraw <x>\n~~~"), md.Meta)
