"""Moves of countries toward and away from others: who, whom, when, and each family of wordings."""
