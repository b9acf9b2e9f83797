"""The cellar: small values that every floor knows.

It knows no table, no law and no setting.
"""
