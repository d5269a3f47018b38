"""Work on a pledge before it is approved: drafts, differences, warnings, the coach."""
