"""Quotations: their marks, their speakers, and their words in one place against another."""
