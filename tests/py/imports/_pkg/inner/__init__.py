from ..names import TOP
inner_value = TOP.upper()
