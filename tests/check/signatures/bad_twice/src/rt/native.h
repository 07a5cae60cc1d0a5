#define LEAF(name, sig, fn, doc) {name, sig, fn, doc}
