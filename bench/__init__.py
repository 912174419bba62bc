"""Benchmarks: one question each."""
