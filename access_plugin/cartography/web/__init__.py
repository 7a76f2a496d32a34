"""The map for the public: one folder that opens in a browser without a network. No QGIS here."""
