#define STEPS(name, sig, fn, doc) {name, sig, fn, doc}
