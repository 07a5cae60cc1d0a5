# Imaginary literals and the repr of complex numbers.
print(1j, 1J, 0j, 1.5j, 1e3j, .5j, 1_0j)
print(1 + 2j, 1 - 2j, -1 + 0j, 0 + 1j, -0.0 - 1j)
print(complex(1), complex(1, -1), complex(-0.0, 0.0), complex(0.0, -0.0))
print(1e300j, 1e16 + 1e-5j)
print(complex("inf"), complex("nan"), complex("1e400-infj"))
