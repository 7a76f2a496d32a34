"""Figures of a press kit: what each shows, and how a page is filled and written.

What each shows is without QGIS (facts, maps, charts, blocks); a page is filled and written in page, canvas and export.
"""
