"""What keeping progress costs and saves, over 290 municipalities on PostgreSQL whose commits are on disk.

    python -m tests.bench.bench_progress [--sizes 10000 1000000] [--rounds 5] [--report docs/benchmarks.md]
        [--keep FOLDER [--prepare]]

With --keep the countries stay in a folder, and the next run need not fill them; --prepare fills them and
measures nothing, so that a quiet hour is for measuring alone. A database for each size; rounds are
interleaved over them, and medians over the rounds are told. Board: one municipality's, read by its
coordinator. Overview: all 290, read by one who follows them. GROUP BY: the same figures by plain statements
over the activities. Database time is what PostgreSQL itself says that it worked on the statements, rows
handed over included; HTTP is gunicorn's. Writing: batches through the sync door, with what is kept of
figures and without.
"""

import argparse
import math
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.figures import Figures, told
from tests.bench.kept import server, standing
from tests.bench.served import asked, served
from tests.bench.standing import Country
from tests.bench.writing import Writing

REQUESTS = 40


def main() -> None:
    """Measure, print, and write down where asked."""
    options = read_options()
    figures = Figures(options.rounds)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        postgres = stack.enter_context(server(options.keep, durable=not options.prepare))
        countries = {size: standing(postgres, size, folder) for size in options.sizes}
        if options.prepare:
            return
        ports = {size: stack.enter_context(served(each.url, folder)) for size, each in countries.items()}
        writing = Writing(countries[max(countries)])
        for number in range(options.rounds + 1):
            figures.warming = number == 0
            one_round(figures, countries, ports, writing, options.times)
    report = told(figures, sorted(countries), _command(options))
    sys.stdout.write(report)
    if options.report:
        options.report.write_text(report)


def _command(options: argparse.Namespace) -> str:
    """What measures the same again, anywhere."""
    sizes = " ".join(map(str, options.sizes))
    measured = f"--sizes {sizes} --rounds {options.rounds} --times {options.times}"
    return f"python -m tests.bench.bench_progress {measured} --report docs/benchmarks.md"


def one_round(
    figures: Figures, countries: dict[int, Country], ports: dict[int, int], writing: Writing, times: int
) -> None:
    """Everything once, in turn over the sizes."""
    for size, country in countries.items():
        figures.note("board", size, *country.board(times))
        figures.note("overview", size, *country.overview(max(3, times // 10)))
    # The slowest of a few is chance: as many as a hundredth can be told of, where `times` is what is usual.
    for size, (whole, known) in asked(ports, times * 5 // 2).items():
        figures.note("http", size, statistics.median(whole))
        figures.note("p99", size, sorted(whole)[math.ceil(len(whole) * 0.99) - 1])
        figures.note("known", size, statistics.median(known))
    for size, country in countries.items():
        figures.note("grouped", size, *country.grouped())
        figures.note("nation", size, *country.nation())
    for batch in (1, 50):
        for keeping in (True, False):
            name = f"{'kept' if keeping else 'plain'} {batch}"
            figures.note(
                name,
                0,
                *writing.deeds(batch, 4 * times if batch == 1 else max(4, times // 5), keeping=keeping),
            )


def read_options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=REQUESTS)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--keep", type=Path, help="folder in which countries stay for the next run")
    parser.add_argument("--prepare", action="store_true", help="only let them stand there; measure nothing")
    return parser.parse_args()


if __name__ == "__main__":
    main()
