"""Every "no" to what is done about a plan; nothing of the deed is done."""

from logger.domain.refusing.desk_refusals import DeskRefusal


class PlanFaulty(DeskRefusal):
    """What was written does not hold together; `fields` says where."""

    code = "plan_faulty"


class PlanItemBegun(DeskRefusal):
    """Something has become of the item: when it recurs is not changed any more."""

    code = "plan_item_begun"


class PlanChanged(DeskRefusal):
    """The plan is another one than was looked at."""

    code = "plan_changed"


class PlanApproved(DeskRefusal):
    """The plan is approved as it stands."""

    code = "plan_approved"


class PlanOfPastYear(DeskRefusal):
    """The plan's year is over: nobody approves afterwards what was to be done."""

    code = "plan_of_past_year"


class NothingPlanned(DeskRefusal):
    """There is nothing in the plan to approve."""

    code = "nothing_planned"


class ActivityUnfit(DeskRefusal):
    """The activity is not one that was planned here, or it is taken for another time."""

    code = "activity_unfit"
