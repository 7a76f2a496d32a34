"""The engine of Accès 30: roads, sites and people in, times, areas and places out. It knows nothing of QGIS."""
