"""A parsed article with its places and dates -> evidenced claims, one reader a kind."""

from geodata.claims.counts import read_counts
from geodata.claims.extraction import read_claims

__all__ = ["read_claims", "read_counts"]
