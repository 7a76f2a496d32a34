"""Figures of a press kit: what each shows (no QGIS: facts, maps, charts, blocks), and how a page is filled and written
(page, canvas, export).
"""
