"""Dated facts about people, offices, events, countries and bodies: the model, and the strict loader of packs."""
