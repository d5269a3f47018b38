"""Every table in one place, so that migrations and engines see the whole metadata."""

from logger.store.base import Base
from logger.store.estimate_tables import EstimateImportRow, EstimateRow
from logger.store.follow_up_tables import (
    FollowUpDecisionRow,
    FollowUpNoteRow,
    FollowUpProposalRow,
    FollowUpRow,
    FollowUpStandRow,
    IndicatorRow,
)
from logger.store.ledger_tables import (
    ActivityRow,
    CounterRow,
    KeptApartRow,
    OperationBodyRow,
    OperationRow,
    StreamRow,
)
from logger.store.letter_tables import MondayLetterRow
from logger.store.people_tables import (
    AuditRow,
    DistrictRow,
    GrantRow,
    MunicipalityRow,
    OrganisationRow,
    SessionRow,
    SignInFailureRow,
    TokenRow,
    UserRow,
)
from logger.store.plan_tables import (
    CalendarFeedRow,
    PlanApprovalRow,
    PlanItemRow,
    PlanOutcomeRow,
    SchoolTermsRow,
)
from logger.store.pledge_tables import (
    MarkRow,
    PlaceFlagRow,
    PlaceRow,
    PledgeDraftRow,
    PledgeRow,
    PledgeVersionRow,
    ReportRow,
    VocabularyRow,
)
from logger.store.progress_tables import LeafRow, ProgressRow
from logger.store.publication_tables import PublicationRow
from logger.store.push_tables import PushSubscriptionRow

__all__ = [
    "ActivityRow",
    "AuditRow",
    "Base",
    "CalendarFeedRow",
    "CounterRow",
    "DistrictRow",
    "EstimateImportRow",
    "EstimateRow",
    "FollowUpDecisionRow",
    "FollowUpNoteRow",
    "FollowUpProposalRow",
    "FollowUpRow",
    "FollowUpStandRow",
    "GrantRow",
    "IndicatorRow",
    "KeptApartRow",
    "LeafRow",
    "MarkRow",
    "MondayLetterRow",
    "MunicipalityRow",
    "OperationBodyRow",
    "OperationRow",
    "OrganisationRow",
    "PlaceFlagRow",
    "PlaceRow",
    "PlanApprovalRow",
    "PlanItemRow",
    "PlanOutcomeRow",
    "PledgeDraftRow",
    "PledgeRow",
    "PledgeVersionRow",
    "ProgressRow",
    "PublicationRow",
    "PushSubscriptionRow",
    "ReportRow",
    "SchoolTermsRow",
    "SessionRow",
    "SignInFailureRow",
    "StreamRow",
    "TokenRow",
    "UserRow",
    "VocabularyRow",
]
