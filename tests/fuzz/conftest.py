"""What of this room is no test."""

# A program of its own, which needs the fuzzer: that comes with requirements-dev.lock only.
collect_ignore = ["knock.py"]
