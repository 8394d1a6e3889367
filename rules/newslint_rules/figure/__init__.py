"""Figures against one another."""
