"""The addresses that doors are tried at, and what is sent to them."""

from tests.worlds.town import OURS, PLEDGE

MISSING = "6f1c1e9e-0000-7000-8000-000000000000"
DRAFT = f"/loften/{OURS}/medborgarlofte-2028/utkast"
NO_DRAFT = f"/loften/{OURS}/{PLEDGE}/utkast"
PLAN = f"/plan/{OURS}/{PLEDGE}"
FOLLOW_UP = f"/uppfoljning/{OURS}/{PLEDGE}/2026-10"
DAYS = {"first": "2026-01-01", "last": "2026-12-31"}
ACTIVITIES = f"/api/v1/municipalities/{OURS}/activities"
PLEDGES = f"/api/v1/municipalities/{OURS}/pledges"
OWN = "officer"
BROWSER = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/phone",
    "keys": {"p256dh": "B" + "A" * 86, "auth": "A" * 22},
}
