"""The compiler: from a release, the shell and its blocks to a package, by way of a neutral tree.

Four phases, each a folder: parse, analyze, lower, package. It knows no platform: whatever differs between platforms is
handed to it as a `Platform` (a dialect, which is data, and a target, which is a few functions).
"""
