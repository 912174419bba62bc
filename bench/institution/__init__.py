"""The institution benchmark: one declared loop of power in five hands, timed side by side; see README.md."""
