"""How values look on a screen: dates, terms, codes."""

from django import template

register = template.Library()
