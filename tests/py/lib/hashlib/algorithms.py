# hashlib: every algorithm on many lengths, in one piece and in many; BLAKE2's parameters, PBKDF2.
import hashlib
names=sorted(hashlib.algorithms_guaranteed)
data=bytes(range(256))*5
for n in names:
    acc=hashlib.md5()
    for l in list(range(0,300))+[1000,1279]:
        h=hashlib.new(n,data[:l])
        d=h.digest(33) if 'shake' in n else h.digest()
        acc.update(d)
        h2=hashlib.new(n)
        for i in range(0,l,37): h2.update(data[i:min(i+37,l)])
        assert h2.hexdigest(*([300] if 'shake' in n else []))==h.hexdigest(*([300] if 'shake' in n else []))
    print(n,acc.hexdigest(),h.digest_size,h.block_size,h.name)
print(hashlib.blake2b(b'abc',key=b'k'*64,salt=b's'*16,person=b'p'*16,digest_size=20,fanout=3,depth=2,leaf_size=5,node_offset=7,node_depth=1,inner_size=32,last_node=True).hexdigest())
print(hashlib.blake2s(b'abc'*50,key=b'k'*3,salt=b's'*3,person=b'p'*8,digest_size=20,fanout=3,depth=2,leaf_size=5,node_offset=1<<40,node_depth=1,inner_size=32,last_node=True).hexdigest())
for n in ('sha1','sha256','sha512','sha3_256','md5','blake2b'):
    print(hashlib.pbkdf2_hmac(n,b'pass'*40,b'salt',50,100).hex())
