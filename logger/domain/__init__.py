"""What a pledge is and what counts: pure rules, the standard library alone, time passed in."""
