"""Amounts as a Dutch reader reads them."""


def dutch_amount(cents: int) -> str:
    """Return an amount of whole cents in euros: `€ 2.400`, `€ 12,50`."""
    euros, rest = divmod(cents, 100)
    whole = f"{euros:,}".replace(",", ".")
    return f"€ {whole},{rest:02}" if rest else f"€ {whole}"
