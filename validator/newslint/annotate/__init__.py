"""From text to what stands in it: one pure module each, no module imports another.

What an annotator needs of another comes as an argument. All are free of publication dates: the same text always
gives the same annotations.
"""
