"""What one can choose in the list of dossiers."""

from django import forms


class LijstForm(forms.Form):
    """Filter and page of the list."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    pagina = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def __init__(self, *args: object, gemeenten: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["gemeente"] = forms.ChoiceField(
            label="Gemeente",
            required=False,
            choices=[("", "alle"), *gemeenten.items()],
            error_messages={
                "invalid_choice": "Deze gemeente hoort niet bij uw werk. U ziet alle dossiers."
            },
        )
