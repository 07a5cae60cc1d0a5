// wasi.mjs: what a program compiled for WASI asks of its surroundings, in plain JavaScript: words,
// streams, time, entropy and sleep. Nothing here depends on node, so it works in a browser too.
// Files come from a subclass (files.mjs); here there are none.
//
//     const wasi = new Wasi({args: ["natrix", "run", "-c", "print(1)"], write(fd, bytes) { ... }});
//     const status = wasi.run(await WebAssembly.compile(bytes));
//
// The host, an object whose functions may be absent, then meaning "not there":
//     args                  the command's words
//     write(fd, bytes)      output; the bytes are the callee's to keep
//     read(size)            standard input: a Uint8Array of at most so many bytes, empty at the end
//     sleep(milliseconds)
// Methods with an underscore in their names are WASI's functions; they return its error numbers.

export const ERRNO = {
    OK: 0, EACCES: 2, EBADF: 8, EBUSY: 10, EEXIST: 20, EINVAL: 28, EIO: 29, EISDIR: 31, ELOOP: 32, EMFILE: 33,
    ENAMETOOLONG: 37, ENOENT: 44, ENOSPC: 51, ENOSYS: 52, ENOTDIR: 54, ENOTEMPTY: 55, ENOTSUP: 58, EPERM: 63,
    EROFS: 69, ESPIPE: 70, EXDEV: 75,
};
export const TYPE = {UNKNOWN: 0, DEVICE: 2, FOLDER: 3, FILE: 4, LINK: 7};
const CLOCK_WALL = 0;
const ALL_RIGHTS = 0xFFFFFFFFFFFFFFFFn;

class Exit {
    constructor(status) { this.status = status; }
}

export class Wasi {
    constructor(host) {
        this.host = host;
        this.args = (host.args ?? []).map((a) => new TextEncoder().encode(a + "\0"));
    }

    // Makes an instance and runs it to its end; returns its exit status.
    run(module) {
        const functions = {};
        for (const {name} of WebAssembly.Module.imports(module)) {
            functions[name] = this[name] ? (...args) => this[name](...args) : () => ERRNO.ENOSYS;
        }
        const instance = new WebAssembly.Instance(module, {wasi_snapshot_preview1: functions});
        this.memory = instance.exports.memory;
        try {
            instance.exports._start();
        } catch (e) {
            if (e instanceof Exit) { return e.status; }
            throw e;
        }
        return 0;
    }

    // The memory may have grown since the last call, so views are made anew.
    get view() { return new DataView(this.memory.buffer); }
    slice(at, len) { return new Uint8Array(this.memory.buffer, at, len); }
    text(at, len) { return new TextDecoder().decode(this.slice(at, len)); }

    // The buffers of a scattered read or write.
    vectors(at, n) {
        const view = this.view;
        return Array.from({length: n}, (_, i) =>
            this.slice(view.getUint32(at + 8 * i, true), view.getUint32(at + 8 * i + 4, true)));
    }

    // Passes the buffers to a function that returns how many bytes it took, until it takes fewer.
    scatter(at, n, out, take) {
        let total = 0;
        for (const buffer of this.vectors(at, n)) {
            const took = buffer.length ? take(buffer, total) : 0;
            total += took;
            if (took < buffer.length) { break; }
        }
        this.view.setUint32(out, total, true);
        return ERRNO.OK;
    }

    args_sizes_get(count, size) {
        this.view.setUint32(count, this.args.length, true);
        this.view.setUint32(size, this.args.reduce((sum, a) => sum + a.length, 0), true);
        return ERRNO.OK;
    }

    args_get(pointers, text) {
        for (const a of this.args) {
            this.view.setUint32(pointers, text, true);
            this.slice(text, a.length).set(a);
            pointers += 4;
            text += a.length;
        }
        return ERRNO.OK;
    }

    environ_sizes_get(count, size) {
        this.view.setUint32(count, 0, true);
        this.view.setUint32(size, 0, true);
        return ERRNO.OK;
    }

    environ_get() { return ERRNO.OK; }

    clock_time_get(which, precision, out) {
        const ms = which === CLOCK_WALL ? Date.now() : performance.now();
        this.view.setBigUint64(out, BigInt(Math.round(ms * 1e6)), true);
        return ERRNO.OK;
    }

    random_get(at, len) {
        for (let done = 0; done < len; done += 65536) { // the most that one call gives
            crypto.getRandomValues(this.slice(at + done, Math.min(65536, len - done)));
        }
        return ERRNO.OK;
    }

    // Subscriptions of 48 bytes, events of 32: only sleeping is asked for.
    poll_oneoff(subscriptions, events, n, out) {
        const view = this.view;
        const relative = view.getUint16(subscriptions + 40, true) === 0;
        if (n !== 1 || view.getUint8(subscriptions + 8) !== 0 || !relative) { return ERRNO.ENOTSUP; }
        this.host.sleep?.(Number(view.getBigUint64(subscriptions + 24, true)) / 1e6);
        this.slice(events, 32).fill(0);
        view.setBigUint64(events, view.getBigUint64(subscriptions, true), true);
        view.setUint32(out, 1, true);
        return ERRNO.OK;
    }

    proc_exit(status) { throw new Exit(status); }

    fd_prestat_get() { return ERRNO.EBADF; }
    fd_fdstat_set_flags() { return ERRNO.OK; }
    fd_close(fd) { return fd <= 2 ? ERRNO.OK : ERRNO.EBADF; }
    fd_seek(fd) { return fd <= 2 ? ERRNO.ESPIPE : ERRNO.EBADF; }

    fd_fdstat_get(fd, out) { return fd <= 2 ? this.putFdstat(out, TYPE.DEVICE) : ERRNO.EBADF; }

    putFdstat(out, type) {
        this.slice(out, 24).fill(0);
        this.view.setUint8(out, type);
        this.view.setBigUint64(out + 8, ALL_RIGHTS, true);
        this.view.setBigUint64(out + 16, ALL_RIGHTS, true);
        return ERRNO.OK;
    }

    fd_read(fd, at, n, out) {
        if (fd !== 0) { return ERRNO.EBADF; }
        return this.scatter(at, n, out, (buffer) => {
            const got = this.host.read?.(buffer.length) ?? new Uint8Array();
            buffer.set(got);
            return got.length;
        });
    }

    fd_write(fd, at, n, out) {
        if (fd !== 1 && fd !== 2) { return ERRNO.EBADF; }
        return this.scatter(at, n, out, (buffer) => {
            this.host.write?.(fd, buffer.slice());
            return buffer.length;
        });
    }
}
