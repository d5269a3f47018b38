"""Every "no" to a sheet kept before; nothing of it is stored."""

from logger.domain.refusing.desk_refusals import DeskRefusal


class SheetUnreadable(DeskRefusal):
    """The file is no sheet that can be read; the detail says why in Swedish."""

    code = "sheet_unreadable"


class SheetFaulty(DeskRefusal):
    """Some lines are wrong, and nobody said that they may be left out."""

    code = "sheet_faulty"


class SheetEmpty(DeskRefusal):
    """No line of the sheet comes to anything."""

    code = "sheet_empty"


class SheetTakenIn(DeskRefusal):
    """The very same lines have been taken in already."""

    code = "sheet_taken_in"


class TakenOutAlready(DeskRefusal):
    """The import has been taken out already."""

    code = "taken_out_already"
