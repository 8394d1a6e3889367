"""Lengths of time against their starts, the record, and one another."""
