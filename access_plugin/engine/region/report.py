"""The account of a preparation: what was found, said and written."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..progress import Progress


@dataclass
class Report:
    """What was found, said and written, in the order in which it happened."""

    lines: list[str] = field(default_factory=list)

    def section(self, title: str) -> None:
        """Begin a section."""
        self.lines += ["", f"## {title}", ""]

    def item(self, text: str) -> None:
        """Add a line to the section."""
        self.lines.append(f"- {text}")

    def heard(self, progress: Progress) -> Progress:
        """Return a progress whose sentences go into the report too."""
        heard = progress.part(0.0, 1.0)
        say, warn = progress.say, progress.warn

        def said(text: str) -> None:
            self.item(text)
            say(text)

        def warned(text: str) -> None:
            self.item(f"**{text}**")
            warn(text)

        heard.say, heard.warn = said, warned
        return heard
