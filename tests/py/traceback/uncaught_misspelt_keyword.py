# A script with a misspelt keyword: of the words on the error's line one is tried after the other.
class Account:
    first_name = last_name = street = city = country = phone = mail = job = age = height = None

    def total(self, entries):
        whille entries:
            yield entries.pop()
