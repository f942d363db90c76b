"""The web platform: one bundle for all shops, and documents of a shop that paint before the bundle came."""
