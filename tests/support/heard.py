"""What a progress was told."""

from access_plugin.engine.progress import Progress


class Heard:
    """Collects what is said and warned."""

    def __init__(self):
        self.said, self.warned = [], []
        self.progress = Progress(on_message=self.said.append, on_warning=self.warned.append)
