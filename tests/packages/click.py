import click
from click.testing import CliRunner
@click.group()
@click.option("--debug/--no-debug", default=False, help="Debug mode.")
@click.pass_context
def cli(ctx, debug):
    """A tool."""
    ctx.obj = debug
@cli.command()
@click.argument("name")
@click.option("-n", "--count", type=click.IntRange(1, 5), default=1, show_default=True, help="How often.")
@click.option("--kind", type=click.Choice(["a", "b"]), multiple=True)
@click.pass_obj
def hello(debug, name, count, kind):
    """Greets NAME."""
    for _ in range(count):
        click.echo(f"hello {name} {debug} {kind}")
    click.secho("styled", fg="red")
@cli.command("ask")
@click.option("--x", prompt="X?", type=float)
def ask(x):
    click.echo(x * 2)
r = CliRunner()
for args in (["--help"], ["hello", "--help"], ["hello", "bob"], ["--debug", "hello", "al", "-n", "2", "--kind", "a", "--kind", "b"], ["hello"], ["hello", "x", "-n", "9"], ["nope"], ["hello", "x", "--kind", "c"], ["hello", "x", "--coutn", "1"]):
    result = r.invoke(cli, args)
    print(args, result.exit_code)
    print(result.output)
print(r.invoke(cli, ["ask"], input="2.5\n").output)
print(click.style("a", bold=True) == "\x1b[1ma\x1b[0m", click.unstyle("\x1b[1ma\x1b[0m"), click.format_filename("x"))
