"""An entry opened on another phone than the one it was made on, to be amended there."""

import json
from typing import Any

from tests.worlds.desks import Desk
from tests.worlds.phones import LEKEBERG, Phone, World


def opened(phone: Phone, op: dict[str, Any]) -> dict[str, Any]:
    activity_id = json.loads(op["body"])["activity_id"]
    return phone.get(f"/api/v1/municipalities/{LEKEBERG}/activities/{activity_id}").json


def test_its_author_can_send_the_whole_of_it_again(phone: Phone, world: World):
    op = phone.create(note="Lugnt", participants=[world.anna.id, world.bo.id], others=1)
    phone.send(op)
    other = world.phone(world.anna)

    entry = opened(other, op)
    assert (entry["note"], entry["rev"]) == ("Lugnt", 1)
    facts = {name: entry[name] for name in json.loads(op["body"]) if name in entry}
    amend = {
        "kind": "amend",
        "activity_id": entry["id"],
        "municipality": LEKEBERG,
        "base_rev": entry["rev"],
        **facts,
        "note": f"{entry['note']} nu",
    }

    assert other.statuses(other.op(amend)) == [("stored", None)]
    assert opened(phone, op) == entry | {"rev": 2, "note": "Lugnt nu"}


def test_a_sealed_note_stays_sealed_and_a_correction_keeps_the_note(phone: Phone, world: World):
    held, kept = phone.create(note="ring 070-123 45 67"), phone.create(note="Lugnt")
    phone.send(held, kept)
    desk = Desk(world)
    desk.take_in(held["op_id"])
    desk.strike(json.loads(kept["body"])["activity_id"])

    assert opened(phone, held)["note"] == ""
    assert opened(phone, kept)["note"] == "Lugnt"
