"""From a project to the files of a package, and those to disk: deterministic, and never half written."""
