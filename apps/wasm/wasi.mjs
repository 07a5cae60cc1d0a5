// wasi.mjs: what a program compiled for WASI asks of its surroundings, in plain JavaScript: as much
// of it as the program `natrix` uses. Nothing here depends on node, so it works in a browser too.
//
//     const wasi = new Wasi({args: ["natrix", "run", "-c", "print(1)"], write(fd, bytes) { ... }});
//     const status = wasi.run(await WebAssembly.compile(bytes));
//
// The host, an object whose functions may be absent, then meaning "not there":
//     args                  the command's words
//     write(fd, bytes)      output; the bytes are the callee's to keep
//     read(size)            standard input: a Uint8Array of at most so many bytes, empty at the end
//     open(path)            the content of a file, or null
//     save(path, bytes)     a file that was written is closed
//     sleep(milliseconds)
// Files are read and written whole. Times come from Date and performance, entropy from crypto.

const OK = 0, BAD_FD = 8, INVALID = 28, NO_ENTRY = 44, NOT_SUPPORTED = 58;
const FILE_TYPE_DIRECTORY = 3, FILE_TYPE_STREAM = 2, FILE_TYPE_REGULAR = 4;
const ROOT = 3; // the one directory that is open from the start
const CREATE = 1, TRUNCATE = 8; // oflags of path_open

class Exit {
    constructor(status) { this.status = status; }
}

export class Wasi {
    constructor(host) {
        this.host = host;
        this.args = (host.args ?? []).map((a) => new TextEncoder().encode(a + "\0"));
        this.files = []; // by fd: {path, bytes, at, written}
    }

    // Makes an instance and runs it to its end; returns its exit status.
    run(module) {
        const instance = new WebAssembly.Instance(module, {wasi_snapshot_preview1: this.imports()});
        this.memory = instance.exports.memory;
        try {
            instance.exports._start();
        } catch (e) {
            if (e instanceof Exit) { return e.status; }
            throw e;
        }
        return 0;
    }

    imports() {
        const names = Object.getOwnPropertyNames(Wasi.prototype).filter((n) => n.includes("_"));
        return Object.fromEntries(names.map((n) => [n, (...args) => this[n](...args)]));
    }

    // The memory may have grown since the last call, so views are made anew.
    get view() { return new DataView(this.memory.buffer); }
    slice(at, len) { return new Uint8Array(this.memory.buffer, at, len); }

    // The buffers of a scattered read or write.
    vectors(at, n) {
        const view = this.view;
        return Array.from({length: n}, (_, i) =>
            this.slice(view.getUint32(at + 8 * i, true), view.getUint32(at + 8 * i + 4, true)));
    }

    args_sizes_get(count, size) {
        this.view.setUint32(count, this.args.length, true);
        this.view.setUint32(size, this.args.reduce((sum, a) => sum + a.length, 0), true);
        return OK;
    }

    args_get(pointers, text) {
        for (const a of this.args) {
            this.view.setUint32(pointers, text, true);
            this.slice(text, a.length).set(a);
            pointers += 4;
            text += a.length;
        }
        return OK;
    }

    environ_sizes_get(count, size) {
        this.view.setUint32(count, 0, true);
        this.view.setUint32(size, 0, true);
        return OK;
    }

    environ_get() { return OK; }

    clock_time_get(which, precision, out) {
        const ms = which === 0 ? Date.now() : performance.now();
        this.view.setBigUint64(out, BigInt(Math.round(ms * 1e6)), true);
        return OK;
    }

    random_get(at, len) {
        crypto.getRandomValues(this.slice(at, len));
        return OK;
    }

    fd_prestat_get(fd, out) {
        if (fd !== ROOT) { return BAD_FD; }
        this.view.setUint32(out, 0, true);
        this.view.setUint32(out + 4, 1, true); // the length of its name
        return OK;
    }

    fd_prestat_dir_name(fd, at) {
        this.slice(at, 1)[0] = 0x2f;
        return OK;
    }

    fd_fdstat_get(fd, out) {
        if (fd > ROOT && !this.files[fd]) { return BAD_FD; }
        this.slice(out, 24).fill(0);
        const type = fd < ROOT ? FILE_TYPE_STREAM : fd === ROOT ? FILE_TYPE_DIRECTORY : FILE_TYPE_REGULAR;
        this.view.setUint8(out, type);
        this.view.setBigUint64(out + 8, ~0n & 0xFFFFFFFFFFFFFFFFn, true);
        this.view.setBigUint64(out + 16, ~0n & 0xFFFFFFFFFFFFFFFFn, true);
        return OK;
    }

    fd_fdstat_set_flags() { return OK; }

    path_open(folder, lookup, at, len, oflags, rights, inheriting, flags, out) {
        const path = new TextDecoder().decode(this.slice(at, len));
        let bytes = null;
        if (!(oflags & TRUNCATE)) { bytes = this.host.open?.(path) ?? null; }
        if (!bytes && !(oflags & CREATE)) { return NO_ENTRY; }
        const fd = Math.max(this.files.length, ROOT + 1);
        this.files[fd] = {path, bytes, at: 0, written: []};
        this.view.setUint32(out, fd, true);
        return OK;
    }

    fd_close(fd) {
        const file = this.files[fd];
        if (!file) { return fd <= ROOT ? OK : BAD_FD; }
        if (!file.bytes) { this.host.save?.(file.path, joined(file.written)); }
        delete this.files[fd];
        return OK;
    }

    fd_read(fd, at, n, out) {
        let total = 0;
        for (const to of this.vectors(at, n)) {
            const from = this.readSome(fd, to.length);
            if (!from) { return BAD_FD; }
            to.set(from);
            total += from.length;
            if (from.length < to.length) { break; }
        }
        this.view.setUint32(out, total, true);
        return OK;
    }

    readSome(fd, size) {
        const file = this.files[fd];
        if (fd === 0) { return this.host.read?.(size) ?? new Uint8Array(); }
        if (!file?.bytes) { return null; }
        const from = file.bytes.subarray(file.at, file.at + size);
        file.at += from.length;
        return from;
    }

    fd_write(fd, at, n, out) {
        const file = this.files[fd];
        let total = 0;
        for (const from of this.vectors(at, n)) {
            total += from.length;
            if (file) {
                file.written.push(from.slice());
            } else if (from.length) {
                this.host.write?.(fd, from.slice());
            }
        }
        this.view.setUint32(out, total, true);
        return OK;
    }

    fd_seek(fd, offset, whence, out) {
        const file = this.files[fd];
        if (!file?.bytes) { return NOT_SUPPORTED; }
        const base = whence === 0 ? 0 : whence === 1 ? file.at : file.bytes.length;
        const at = base + Number(offset);
        if (at < 0) { return INVALID; }
        file.at = at;
        this.view.setBigUint64(out, BigInt(at), true);
        return OK;
    }

    // Subscriptions of 48 bytes, events of 32: only sleeping is asked for.
    poll_oneoff(subscriptions, events, n, out) {
        const view = this.view;
        const relative = view.getUint16(subscriptions + 40, true) === 0;
        if (n !== 1 || view.getUint8(subscriptions + 8) !== 0 || !relative) { return NOT_SUPPORTED; }
        this.host.sleep?.(Number(view.getBigUint64(subscriptions + 24, true)) / 1e6);
        this.slice(events, 32).fill(0);
        view.setBigUint64(events, view.getBigUint64(subscriptions, true), true);
        view.setUint32(out, 1, true);
        return OK;
    }

    proc_exit(status) { throw new Exit(status); }
}

function joined(parts) {
    const all = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
    let at = 0;
    for (const p of parts) {
        all.set(p, at);
        at += p.length;
    }
    return all;
}
