"""What no build looks at in a block's folder, a question a file."""
