"""Runs on disk.

| file | holds |
| --- | --- |
| `files` | whole-file writes, checksums, the operating system's refusals in words |
| `lock` | one writer at a time |
| `manifest` | what the experiment is and how far it got |
| `blocks` | a range of runs as Parquet parts and the record that commits them |
| `provenance` | versions, machine, commit |
| `store` | `Store`, which joins them |
"""
