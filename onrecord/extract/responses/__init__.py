"""Responses: what others say of a commitment."""
