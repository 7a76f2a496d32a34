"""What a person clicks: widgets, menu and messages. No computing here."""
