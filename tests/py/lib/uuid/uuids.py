# uuid: making from every form, fields, the name-based ones, order, errors.
import uuid

u = uuid.UUID("{12345678-1234-5678-1234-567812345678}")
print(u, repr(u), u.hex, u.int, u.fields, u.bytes, u.bytes_le, u.urn, u.variant, u.version)
print(u == uuid.UUID(int=u.int) == uuid.UUID(bytes=u.bytes) == uuid.UUID(bytes_le=u.bytes_le) == uuid.UUID(fields=u.fields) == uuid.UUID("urn:uuid:" + str(u)), hash(u) == hash(u.int), int(u) == u.int)
r = uuid.uuid4()
print(r.version, r.variant == uuid.RFC_4122, len(str(r)), uuid.uuid4() != r, uuid.uuid7().version, uuid.uuid8(1, 2, 3), uuid.UUID(int=5, version=4))
print(uuid.NAMESPACE_DNS, uuid.NIL, uuid.MAX, uuid.UUID(int=1) < uuid.UUID(int=2), sorted([uuid.UUID(int=3), uuid.UUID(int=1)])[0].int)
print(u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.clock_seq, u.is_safe)
for bad in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=1 << 128), lambda: uuid.UUID(bytes=b"x"), lambda: uuid.UUID(fields=(1, 2)),
            lambda: uuid.UUID(int=1, version=9), lambda: uuid.UUID(int=1) < 5, lambda: setattr(u, "int", 5), lambda: uuid.UUID(bytes_le=b"1")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
