from kaipu.platforms.target import *
def assemble(project, platform):
    return print_project(project, platform)
