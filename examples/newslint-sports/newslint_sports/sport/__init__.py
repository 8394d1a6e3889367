"""The rules of the family sport."""
