import io
from rich.console import Console
from rich.json import JSON
from rich.panel import Panel
from rich.pretty import pretty_repr
from rich.table import Table
from rich.text import Text
from rich.tree import Tree
out = io.StringIO()
c = Console(file=out, width=60, force_terminal=True, color_system="truecolor", legacy_windows=False)
t = Table(title="Stars", show_lines=True)
t.add_column("Name", style="cyan", no_wrap=True)
t.add_column("Year", justify="right")
t.add_row("New Hope", "1977")
t.add_row("[bold]Empire[/bold] strikes back with a very long title that wraps over", "1980")
c.print(t)
c.print(Panel("inside", title="T", subtitle="S"))
c.print("[red]red[/] [link=http://x]l[/link] :smile: 123 'str' True None [1, 2]")
tree = Tree("root")
tree.add("one").add("deep")
tree.add("two")
c.print(tree)
c.print(JSON('{"a": [1, 2, null], "b": "x"}'))
c.rule("[b]rule")
print(repr(out.getvalue()))
print(pretty_repr({"a": list(range(40)), "b": {"c": "x" * 50}}, max_width=60))
print(Text.from_markup("[b]x[/b]y").markup, Text("abc def ghi").wrap(c, 5))
