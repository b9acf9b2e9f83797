"""The one way in which the law or the process says no."""


class Refusal(Exception):
    """What was asked cannot be done; the text is Dutch and says what to do instead.

    :param text: one or two sentences for the person at the screen
    :param field: name of the input to which it belongs, or "" for the whole
    :param uitleg: the sum of the law that says no, as `wet` made it, or None when no rule does
    """

    def __init__(self, text: str, *, field: str = "", uitleg: object = None) -> None:
        super().__init__(text)
        self.text = text
        self.field = field
        self.uitleg = uitleg


class NotAllowed(Refusal):
    """This actor does not hold the permission that the deed or the question needs."""
