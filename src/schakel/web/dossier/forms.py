"""What one can choose on the screens of dossiers."""

from django import forms

from schakel.web.fields import datum


class LijstForm(forms.Form):
    """Filter and page of the list."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    pagina = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def __init__(self, *args: object, gemeenten: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["gemeente"] = forms.ChoiceField(
            label="Gemeente", required=False, choices=[("", "alle"), *gemeenten.items()]
        )


class BekendOpForm(forms.Form):
    """The second time axis of a page."""

    bekend_op = datum("Zoals bekend op", required=False)
