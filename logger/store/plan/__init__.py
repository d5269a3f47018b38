"""The plan of the year, and the calendars that show it."""
