"""Files of entries, sheets and pledges, read and written."""
