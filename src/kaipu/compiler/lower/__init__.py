"""From the library and a release to a project: pages instantiated, blocks placed, modules found, everything unused
left out.
"""
