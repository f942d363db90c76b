"""The picture engine: a height field, shapes laid on it, light. It knows nothing of food."""
