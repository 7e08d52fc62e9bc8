"""What the map knows of itself: outlines of countries, known bases, regions."""
