"""Accès 30, a QGIS plugin: who lives too far from emergency care, and what would help."""


def classFactory(iface):
    """Return the plugin; QGIS calls this by its name."""
    from .plugin import AccessPlugin

    return AccessPlugin(iface)
