"""Statements that exclude each other."""
