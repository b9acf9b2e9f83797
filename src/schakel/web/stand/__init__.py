"""The stand van zaken, on two time axes."""
