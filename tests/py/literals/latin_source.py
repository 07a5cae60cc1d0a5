# coding: latin-1
# A source that is no UTF-8: what is kept of it for tracebacks is text.
résumé = "été"
print(résumé, len(résumé))
def f():
    return résumé + 1
f()
