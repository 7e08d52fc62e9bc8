"""A parsed article with its places and dates -> evidenced claims, one reader a kind."""

from geodata.claims.extraction import read_claims
from geodata.claims.grammar.counts import read_counts

__all__ = ["read_claims", "read_counts"]
