"""What parsing cannot know: whether a unit's four files fit each other, and keep to what a block or a page may do."""
