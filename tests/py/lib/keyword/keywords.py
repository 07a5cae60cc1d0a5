# keyword: the lists and the questions.
import keyword

print(keyword.kwlist)
print(keyword.softkwlist)
print([keyword.iskeyword(w) for w in ("for", "match", "print", "None", "")],
      [keyword.issoftkeyword(w) for w in ("type", "_", "case", "if")])
