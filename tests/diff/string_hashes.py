# Hashes of str and bytes are not salted: the order of a set of strings is the same in every run.
print(list({"a", "b", "c", "d"}), hash("abc"), hash(b"abc"))
