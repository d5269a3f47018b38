"""The words for where a commitment stands, in Swedish and in English."""

from collections.abc import Mapping

from logger.domain.progress.pace import Status
from logger.domain.terms import Lang

STATUS_WORDS: Mapping[Lang, Mapping[Status, str]] = {
    "sv": {
        Status.MET: "Hållet",
        Status.ON_PACE: "I takt",
        Status.WATCH: "Bevaka",
        Status.BEHIND: "Efter",
        Status.NOT_MET: "Inte hållet",
        Status.PARTLY_MET: "Delvis hållet",
        Status.IN_PROGRESS: "Pågår",
        Status.NOT_STARTED: "Inte börjat",
        Status.NOT_SCORED: "Bedöms inte",
        Status.NO_NUMBER: "Löpande",
    },
    "en": {
        Status.MET: "Kept",
        Status.ON_PACE: "On pace",
        Status.WATCH: "Watch",
        Status.BEHIND: "Behind",
        Status.NOT_MET: "Not kept",
        Status.PARTLY_MET: "Partly kept",
        Status.IN_PROGRESS: "In progress",
        Status.NOT_STARTED: "Not started",
        Status.NOT_SCORED: "Not scored",
        Status.NO_NUMBER: "Ongoing",
    },
}
