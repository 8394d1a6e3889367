"""Dates against the calendar, the record, and one another."""
