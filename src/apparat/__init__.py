"""Apparat: an executable model of the Soviet party-state."""
