// files.mjs: WASI with the files that node sees, as a native program would see them.
//
// WASI knows no working directory: a relative path is one below its root. So the root is our working
// directory, and every folder of the true root is opened beside it under its own name.
import fs from "node:fs";
import path from "node:path";
import {ERRNO, TYPE, Wasi} from "./wasi.mjs";

const CREATE = 1, FOLDER = 2, EXCLUSIVE = 4, TRUNCATE = 8; // oflags of path_open
const FOLLOW = 1;                                          // its lookup flag
const APPEND = 1;                                          // its fd flag
const READ = 2n, WRITE = 64n;                              // its rights
const SET_ACCESSED = 1, ACCESSED_NOW = 2, SET_MODIFIED = 4, MODIFIED_NOW = 8;

function folders() {
    const here = process.cwd();
    const names = fs.readdirSync("/").filter((n) => !fs.existsSync(path.join(here, n)));
    const known = names.filter((n) => fs.statSync("/" + n, {throwIfNoEntry: false})?.isDirectory());
    return [["/", here], ...known.map((n) => ["/" + n, "/" + n])];
}

function typeOf(s) {
    return s.isFile() ? TYPE.FILE : s.isDirectory() ? TYPE.FOLDER : s.isSymbolicLink() ? TYPE.LINK : TYPE.DEVICE;
}

// Runs what may fail as a system call does, and returns WASI's number for it.
function attempt(call) {
    try {
        return call() ?? ERRNO.OK;
    } catch (e) {
        if (e.syscall === undefined) { throw e; }
        return ERRNO[e.code] ?? ERRNO.EIO;
    }
}

export class FileWasi extends Wasi {
    constructor(host) {
        super(host);
        this.open = []; // by fd: {path, type, fd: node's, at: position, append}, and name of those open from the start
        folders().forEach(([name, where], i) => { this.open[3 + i] = {name, path: where, type: TYPE.FOLDER}; });
    }

    run(module) {
        try {
            return super.run(module);
        } finally {
            for (const f of this.open) { if (f?.fd !== undefined) { fs.closeSync(f.fd); } }
        }
    }

    at(folder, text, len) {
        const base = this.open[folder];
        return base && path.join(base.path, this.text(text, len));
    }

    fd_prestat_get(fd, out) {
        const f = this.open[fd];
        if (!f?.name) { return ERRNO.EBADF; }
        this.view.setUint32(out, 0, true);
        this.view.setUint32(out + 4, f.name.length, true);
        return ERRNO.OK;
    }

    fd_prestat_dir_name(fd, at, len) {
        this.slice(at, len).set(new TextEncoder().encode(this.open[fd].name));
        return ERRNO.OK;
    }

    fd_fdstat_get(fd, out) {
        const f = this.open[fd];
        return f ? this.putFdstat(out, f.type) : super.fd_fdstat_get(fd, out);
    }

    path_open(folder, lookup, text, len, oflags, rights, inheriting, flags, out) {
        return attempt(() => {
            const where = this.at(folder, text, len), c = fs.constants;
            const stat = fs.statSync(where, {throwIfNoEntry: false});
            if (!(lookup & FOLLOW) && fs.lstatSync(where, {throwIfNoEntry: false})?.isSymbolicLink()) {
                return ERRNO.ELOOP;
            }
            if ((oflags & FOLDER) && stat && !stat.isDirectory()) { return ERRNO.ENOTDIR; }
            const writes = (rights & WRITE) !== 0n && !stat?.isDirectory();
            const how = (writes ? (rights & READ ? c.O_RDWR : c.O_WRONLY) : c.O_RDONLY) |
                (oflags & CREATE ? c.O_CREAT : 0) | (oflags & EXCLUSIVE ? c.O_EXCL : 0) |
                (oflags & TRUNCATE ? c.O_TRUNC : 0) | (flags & APPEND ? c.O_APPEND : 0);
            const file = {path: where, at: 0, append: (flags & APPEND) !== 0, fd: fs.openSync(where, how, 0o666)};
            file.type = typeOf(fs.fstatSync(file.fd));
            const fd = Math.max(this.open.length, 3);
            this.open[fd] = file;
            this.view.setUint32(out, fd, true);
        });
    }

    fd_close(fd) {
        const f = this.open[fd];
        if (!f) { return super.fd_close(fd); }
        delete this.open[fd];
        if (fd === this.open.length - 1) { this.open.length = fd; }
        return attempt(() => { if (f.fd !== undefined) { fs.closeSync(f.fd); } });
    }

    fd_read(fd, at, n, out) {
        const f = this.open[fd];
        if (!f) { return super.fd_read(fd, at, n, out); }
        return attempt(() => this.scatter(at, n, out, (buffer) => {
            const got = fs.readSync(f.fd, buffer, 0, buffer.length, f.at);
            f.at += got;
            return got;
        }));
    }

    fd_write(fd, at, n, out) {
        const f = this.open[fd];
        if (!f) { return super.fd_write(fd, at, n, out); }
        return attempt(() => this.scatter(at, n, out, (buffer) => {
            const put = fs.writeSync(f.fd, buffer, 0, buffer.length, f.append ? null : f.at);
            f.at = f.append ? fs.fstatSync(f.fd).size : f.at + put;
            return put;
        }));
    }

    fd_pread(fd, at, n, offset, out) {
        return attempt(() => this.scatter(at, n, out, (buffer, done) =>
            fs.readSync(this.open[fd].fd, buffer, 0, buffer.length, Number(offset) + done)));
    }

    fd_pwrite(fd, at, n, offset, out) {
        return attempt(() => this.scatter(at, n, out, (buffer, done) =>
            fs.writeSync(this.open[fd].fd, buffer, 0, buffer.length, Number(offset) + done)));
    }

    fd_seek(fd, offset, whence, out) {
        const f = this.open[fd];
        if (f?.fd === undefined) { return super.fd_seek(fd); }
        return attempt(() => {
            const base = whence === 0 ? 0 : whence === 1 ? f.at : fs.fstatSync(f.fd).size;
            const at = base + Number(offset);
            if (at < 0) { return ERRNO.EINVAL; }
            f.at = at;
            this.view.setBigUint64(out, BigInt(at), true);
        });
    }

    fd_sync(fd) { return attempt(() => fs.fsyncSync(this.open[fd].fd)); }
    fd_filestat_set_size(fd, size) { return attempt(() => fs.ftruncateSync(this.open[fd].fd, Number(size))); }

    putStat(out, s) {
        const view = this.view;
        const words = [s.dev, s.ino, BigInt(typeOf(s)), s.nlink, s.size, s.atimeNs, s.mtimeNs, s.ctimeNs];
        words.forEach((word, i) => view.setBigUint64(out + 8 * i, BigInt.asUintN(64, word), true));
    }

    fd_filestat_get(fd, out) {
        const f = this.open[fd];
        return attempt(() => {
            this.putStat(out, f && f.fd === undefined ? fs.statSync(f.path, {bigint: true}) :
                fs.fstatSync(f ? f.fd : fd, {bigint: true}));
        });
    }

    path_filestat_get(folder, lookup, text, len, out) {
        const stat = lookup & FOLLOW ? fs.statSync : fs.lstatSync;
        return attempt(() => this.putStat(out, stat(this.at(folder, text, len), {bigint: true})));
    }

    path_filestat_set_times(folder, lookup, text, len, accessed, modified, flags) {
        return attempt(() => {
            const where = this.at(folder, text, len), old = fs.statSync(where), now = Date.now() / 1000;
            const seconds = (set, current, given, kept) =>
                flags & current ? now : flags & set ? Number(given) / 1e9 : kept / 1000;
            (lookup & FOLLOW ? fs.utimesSync : fs.lutimesSync)(where,
                seconds(SET_ACCESSED, ACCESSED_NOW, accessed, old.atimeMs),
                seconds(SET_MODIFIED, MODIFIED_NOW, modified, old.mtimeMs));
        });
    }

    // Entries of 24 bytes and a name, as many as fit; the last may be cut.
    fd_readdir(fd, at, len, cookie, used) {
        return attempt(() => {
            const names = [".", "..", ...fs.readdirSync(this.open[fd].path)];
            const room = this.slice(at, len);
            let end = 0;
            for (let i = Number(cookie); i < names.length && end < len; i++) {
                const name = new TextEncoder().encode(names[i]);
                const s = fs.lstatSync(path.join(this.open[fd].path, names[i]), {bigint: true, throwIfNoEntry: false});
                const entry = new Uint8Array(24 + name.length), view = new DataView(entry.buffer);
                view.setBigUint64(0, BigInt(i + 1), true);
                view.setBigUint64(8, s?.ino ?? 0n, true);
                view.setUint32(16, name.length, true);
                view.setUint8(20, s ? typeOf(s) : TYPE.UNKNOWN);
                entry.set(name, 24);
                room.set(entry.subarray(0, len - end), end);
                end = Math.min(len, end + entry.length);
            }
            this.view.setUint32(used, end, true);
        });
    }

    path_create_directory(folder, text, len) { return attempt(() => fs.mkdirSync(this.at(folder, text, len))); }
    path_remove_directory(folder, text, len) { return attempt(() => fs.rmdirSync(this.at(folder, text, len))); }
    path_unlink_file(folder, text, len) { return attempt(() => fs.unlinkSync(this.at(folder, text, len))); }

    path_rename(folder, text, len, toFolder, toText, toLen) {
        return attempt(() => fs.renameSync(this.at(folder, text, len), this.at(toFolder, toText, toLen)));
    }

    path_readlink(folder, text, len, out, cap, used) {
        return attempt(() => {
            const target = new TextEncoder().encode(fs.readlinkSync(this.at(folder, text, len))).subarray(0, cap);
            this.slice(out, cap).set(target);
            this.view.setUint32(used, target.length, true);
        });
    }
}
