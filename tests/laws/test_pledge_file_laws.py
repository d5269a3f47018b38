"""Laws of pledge files: what is written out reads the same, and what is damaged is told by its faults."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from logger.domain.pledge_files.faults import PledgeFileFaults
from logger.domain.pledge_files.pledge_export import pledge_document
from logger.domain.words.vocabulary import BUILT_IN
from logger.services.files.pledge_files import pledge_text, read_pledge_text
from tests.worlds.pledge_strategies import pledge_documents

fewer = settings(max_examples=settings().max_examples // 2)


@fewer
@given(pledge_documents())
def test_a_pledge_written_out_reads_the_same(document: dict[str, Any]) -> None:
    pledge = read_pledge_text(json.dumps(document), BUILT_IN)
    assert read_pledge_text(pledge_text(pledge), BUILT_IN) == pledge
    assert read_pledge_text(json.dumps(pledge_document(pledge), indent="\t"), BUILT_IN) == pledge


@fewer
@given(pledge_documents(), st.data())
def test_a_damaged_pledge_is_read_or_refused_with_faults(
    document: dict[str, Any], data: st.DataObject
) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=1)
    at = data.draw(st.integers(0, len(text) - 1))
    damage = data.draw(st.sampled_from(["", "{", "]", ":", "0", "null", '"', "x"]))
    damaged = text[:at] + damage + text[at + 1 :]
    try:
        read_pledge_text(damaged, BUILT_IN)
    except PledgeFileFaults as refused:
        faults = refused.faults
    else:
        faults = []
    assert all(fault.line >= 1 and fault.message for fault in faults)
