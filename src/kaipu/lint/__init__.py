"""Checks what no build has to pass: a block's folder, a folder of blocks, or a package of any platform, written by
Kaipu or by hand. Whatever lies there is told by place, code and text; nothing that is read can stop it with a
traceback.
"""
