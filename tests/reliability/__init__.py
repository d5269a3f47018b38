"""The page of reliability, made from the tests themselves: `python -m tests.reliability`."""
