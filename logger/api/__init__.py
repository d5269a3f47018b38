"""JSON doors for phones and machines: parse, authorise, ask, answer."""
