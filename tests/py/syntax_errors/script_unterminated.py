# A script whose last text does not end is wrong, not incomplete.
print("never")
x = """one
two
