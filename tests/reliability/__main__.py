"""Writes docs/reliability.md."""

import sys

from tests.reliability.found import fault_tests
from tests.reliability.page import PAGE, missing, written
from tests.reliability.results import read_results

tests, results = fault_tests(), read_results()
PAGE.write_text(written(tests, results), encoding="utf-8")
sys.stdout.write(f"{PAGE.name}: {len(tests)} tests, {len(missing(tests))} faults that none shows yet\n")
