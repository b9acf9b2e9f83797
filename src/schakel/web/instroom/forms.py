"""What the forms of the instroom share: what was seen, and where a refusal belongs."""

from typing import Any, TypeVar, cast

from django import forms
from django.http import QueryDict

from schakel.base.refusal import Refusal

F = TypeVar("F", bound="GezienForm")


class GezienForm(forms.Form):
    """A form that knows what the newest gebeurtenis was when it was opened.

    `aliassen` leads a refusal that names an input of the action to the field of this form;
    `uitleg` is the sum of the law behind that refusal.

    :param gezien: id of the newest gebeurtenis now
    """

    aliassen: dict[str, str] = {}  # noqa: RUF012 - read only
    uitleg: object = None
    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, gezien: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.newest = gezien
        self.fields["gezien"].initial = gezien


def refused(form: F, refusal: Refusal) -> F:
    """Return the form with the refusal at its field; what was typed is kept, the newest seen."""
    field = form.aliassen.get(refusal.field, refusal.field)
    form.add_error(field if field in form.fields else None, refusal.text)
    form.uitleg = refusal.uitleg
    return with_values(form, gezien=form.newest)


def with_values(form: F, **values: object) -> F:
    """Return the form with these values in place of what was sent."""
    typed = cast("QueryDict", form.data).copy()
    for name, value in values.items():
        typed[name] = str(value)
    form.data = typed
    return form
