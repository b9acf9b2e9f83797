"""What every page shows."""


def page(request):
    return {}
