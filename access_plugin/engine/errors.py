"""What can go wrong for a reason that the user can mend."""


class AccessError(Exception):
    """Base of the errors that carry one sentence for the user: the cause and the remedy, already translated."""


class InputError(AccessError, ValueError):
    """A file, a layer, a field or a parameter cannot be used as it is."""


class Cancelled(AccessError):
    """The user asked to stop; nothing was written."""
