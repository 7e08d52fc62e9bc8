"""geopy's geocoder interface: over the offline gazetteer, and over Nominatim once it is switched on."""

from geodata.geocoding.offline import OfflineGeocoder
from geodata.geocoding.online import OnlineGeocoder

__all__ = ["OfflineGeocoder", "OnlineGeocoder"]
