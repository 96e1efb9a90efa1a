"""All commands, put together."""

from typing import Annotated

import typer

from api.cli import analysing, asking, browsing, keeping, loading, registers, rejecting, safeguarding, serving
from api.cli.failing import Commands
from api.cli.options import AnyStore

app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kg {version('claimgraph')}")
        raise typer.Exit


@app.callback()
def about(
    version_: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
    store: AnyStore = None,
) -> None:
    """Who arms whom, who stands with whom, and who says so.

    News articles go in; a graph of claims comes out, each with its claimant and its sentence.

    \b
    Example:
      kg load article.txt --publisher "Le Monde" --published 2020-11-08
      kg arms --recipient Azerbaijan
    """


for command in (
    loading.load,
    asking.arms,
    asking.claims,
    asking.entity,
    asking.document,
    asking.proposition,
    loading.withdraw,
    registers.datasets,
    loading.extract,
    rejecting.rejected,
    keeping.export,
    keeping.copy,
    keeping.rebuild,
    safeguarding.backup,
    safeguarding.restore,
    safeguarding.verify,
    safeguarding.purge,
    serving.serve,
    browsing.browser,
):
    app.command()(command)
app.add_typer(analysing.app, name="analyse")
app.add_typer(registers.mapping, name="mapping")
