"""The `kaipu` command: one file per command."""
