"""Amounts: exact while they are summed, whole cents outside, and as a Dutch reader reads them."""

from decimal import ROUND_HALF_UP, Decimal


def centen(euros: Decimal) -> int:
    """Return an amount in whole cents; half a cent goes up. Meant for the end of a sum."""
    return int((euros * 100).to_integral_value(ROUND_HALF_UP))


def euros(cents: int) -> Decimal:
    """Return an amount of whole cents as an exact amount in euros."""
    return Decimal(cents) / 100


def dutch_euro(amount: Decimal) -> str:
    """Return an amount in words, rounded to cents: `€ 1.234,50`."""
    heel, rest = divmod(abs(centen(amount)), 100)
    minus = "-" if centen(amount) < 0 else ""
    return f"€ {minus}{dutch_number(heel)},{rest:02d}"


def dutch_number(number: int) -> str:
    """Return a whole number with a dot after each thousand: `1.234`."""
    return f"{number:,}".replace(",", ".")
