"""Commitments: what a party bound itself to do or leave undone."""
