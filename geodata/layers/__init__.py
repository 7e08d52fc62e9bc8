"""Episodes -> the marks that are drawn, and GeoDataFrames of a frame."""
