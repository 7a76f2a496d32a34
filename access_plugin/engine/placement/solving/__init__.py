"""Choosing some of many: heuristics, bounds, and proof. Knows neither roads nor people."""
