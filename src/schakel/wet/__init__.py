"""What the law says: pure, dated, sourced. It knows no framework, no table and no clock.

Policy of one gemeente does not live here; it is handed in as an argument.
"""
