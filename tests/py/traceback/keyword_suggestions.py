# A word that is nearly a keyword: what SyntaxError's display makes of it.
import traceback
TEXTS = [
    "whille True:\n    pass\n", "fro x in range(3):\n    pass\n", "for x im range(3):\n    pass\n",
    "clas C:\n    pass\n", "deff f():\n    pass\n", "x = 1 if y esle 2\n", "imporrt sys\n",
    "form sys import path\n", "asyncc def f():\n    pass\n", "def f():\n    retrun 5\n",
    "class C:\n    def f(self):\n        pss x\n        retrn self\n",
    "try:\n    pass\nexept ValueError:\n    pass\n", "if x:\n    pass\nelf y:\n    pass\n",
    "with open(x) ass f:\n    pass\n", "x = lamda y: y\n", "a nd b\n", "x = a orr b\n",
    "print(1 2)\n", "f(x fro x in y)\n", "a b c\n", "    whille x:\n        pass\n", "é whille x:\n pass\n",
    "def f():\n    x = 1\n    whille x:\n        y = 2\n", "Tru x\n", "tRUe y\n", "globl x\n",
    "match x:\n    csae 1:\n        pass\n", "a b c d e f g h i j k whille l\n", "retrun 5\n",
    "if x:\n\tfro y in z:\n\t\tpass\n", "(whille x:\n", "f'{a ad b}'\n", "# fro\nfro x in y: pass\n",
]
for text in TEXTS:
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print("".join(traceback.format_exception_only(e)), end="")
        print(e._metadata[:2] if e._metadata else e._metadata)
    else:
        print("compiles", repr(text))
