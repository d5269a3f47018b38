"""Every table in one place, so that migrations and engines see the whole metadata."""

from logger.store.tables.base import Base
from logger.store.tables.estimates import EstimateImportRow, EstimateRow
from logger.store.tables.follow_ups import (
    FollowUpDecisionRow,
    FollowUpNoteRow,
    FollowUpProposalRow,
    FollowUpRow,
    FollowUpStandRow,
    IndicatorRow,
)
from logger.store.tables.ledger import (
    ActivityRow,
    CounterRow,
    KeptApartRow,
    OperationBodyRow,
    OperationRow,
    StreamRow,
)
from logger.store.tables.letters import MondayLetterRow
from logger.store.tables.people import (
    AuditRow,
    DistrictRow,
    GrantRow,
    InvitationRow,
    MunicipalityRow,
    OrganisationRow,
    SessionRow,
    SignInFailureRow,
    TokenRow,
    UserRow,
)
from logger.store.tables.plans import (
    CalendarFeedRow,
    PlanApprovalRow,
    PlanItemRow,
    PlanOutcomeRow,
    SchoolTermsRow,
)
from logger.store.tables.pledges import (
    MarkRow,
    PlaceFlagRow,
    PlaceRow,
    PledgeDraftRow,
    PledgeRow,
    PledgeVersionRow,
    ReportRow,
    VocabularyRow,
)
from logger.store.tables.progress import LeafRow, ProgressRow
from logger.store.tables.publications import PublicationRow
from logger.store.tables.push import PushSubscriptionRow

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
    "InvitationRow",
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
