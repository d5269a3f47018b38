"""`pledge check` and `pledge progress`: a pledge file tried without a database."""

import json
from datetime import datetime
from pathlib import Path

import click

from logger.cli.commands import Group, read_text, refuse
from logger.cli.progress_text import progress_lines
from logger.domain.drafting.pledge_warnings import warnings
from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledges import Pledge
from logger.domain.progress.answers import Progress
from logger.domain.progress.progress import Ledger, progress
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.activities_files import ActivitiesFileFaults, read_activities_text
from logger.services.files.pledge_files import read_pledge_text

pledge = Group("pledge", help="Löftesfiler: pröva, räkna, ta in och skriva ut.")

FAULTS_FOUND = 1
_FILE = click.Path(path_type=Path)


@pledge.command("check", with_appcontext=False)
@click.argument("file", type=_FILE)
@click.option("--places", type=_FILE, help="En fil med kommunens platser; utan den prövas inte platserna.")
def check(file: Path, places: Path | None) -> None:
    """Pröva om en löftesfil håller ihop, och säg allt som är fel, rad för rad.

    Utgången är 0 när den gör det, 1 när något är fel.
    """
    known = _ledger(places).places if places else None
    try:
        read = read_pledge_text(read_text(file), BUILT_IN, known)
    except PledgeFileFaults as faults:
        click.echo(str(faults))
        raise click.exceptions.Exit(FAULTS_FOUND) from None
    for warning in warnings(read, known):
        click.echo(f"Obs {warning}")
    count = sum(1 for _ in read.commitments)
    click.echo(f"{read.title}: {count} åtaganden, inga fel.")


@pledge.command("progress", with_appcontext=False)
@click.argument("pledge_file", type=_FILE)
@click.argument("activities_file", type=_FILE)
@click.option("--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), required=True, metavar="DATUM")
@click.option("--json", "as_json", is_flag=True, help="Svara i JSON: {åtagande: utfall}.")
def show_progress(pledge_file: Path, activities_file: Path, as_of: datetime, as_json: bool) -> None:  # noqa: FBT001
    """Räkna ut vad ett löfte kommit till vid slutet av en dag, av aktiviteterna i en fil."""
    ledger = _ledger(activities_file)
    read = _tried(pledge_file, ledger)
    answers = progress(read, ledger, as_of.date())
    click.echo(_as_json(answers) if as_json else "\n".join(progress_lines(read, answers, ledger.places)))


def _tried(file: Path, ledger: Ledger) -> Pledge:
    """The pledge in the file; a draft with faults that leave its figures alone is counted all the same."""
    try:
        return read_pledge_text(read_text(file), BUILT_IN, ledger.places)
    except PledgeFileFaults as faults:
        if faults.countable is None:
            refuse(str(faults))
        click.echo(f"{faults}\nFilen kan räknas men inte tas in förrän det är rättat.", err=True)
        return faults.countable


def _ledger(file: Path) -> Ledger:
    try:
        return read_activities_text(read_text(file))
    except ActivitiesFileFaults as faults:
        refuse(str(faults))


def _as_json(answers: dict[str, Progress]) -> str:
    return json.dumps({key: found.answer() for key, found in answers.items()}, ensure_ascii=False, indent=2)
