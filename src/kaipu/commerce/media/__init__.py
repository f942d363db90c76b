"""Pictures that people upload. What is kept is drawn anew by us from the decoded pixels: nothing of the file that was
sent is ever stored or served. All actions need the shop's scope.
"""
