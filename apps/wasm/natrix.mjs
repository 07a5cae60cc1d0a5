// natrix.mjs: a WASI program in node.
//
//     node apps/wasm/natrix.mjs build-wasm/natrix.wasm run FILE [ARGS...]
//     node apps/wasm/natrix.mjs build-wasm/natrix.wasm --serve
//
// Serving: each line of standard input is a JSON object {args, stdin}; each is run in an instance of
// its own, and answered by a line {status, out, err} (bytes as base64). After a trap the status is 134, as after abort().
import fs from "node:fs";
import {webcrypto} from "node:crypto";
import path from "node:path";
import readline from "node:readline";
import {Wasi} from "./wasi.mjs";

globalThis.crypto ??= webcrypto; // node 18 has it, under another name

// WASI paths are relative to its root: first the working directory, then the whole file system.
function located(name) { return fs.existsSync(name) ? name : "/" + name; }

function open(name) {
    try {
        return fs.readFileSync(located(name));
    } catch {
        return null;
    }
}

function save(name, bytes) {
    fs.writeFileSync(fs.existsSync(path.dirname(name)) ? name : "/" + name, bytes);
}

function sleep(ms) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); }

function writeAll(fd, bytes) {
    for (let at = 0; at < bytes.length;) {
        try {
            at += fs.writeSync(fd, bytes, at);
        } catch (e) {
            if (e.code !== "EAGAIN") { throw e; }
            sleep(1);
        }
    }
}

function readInput(size) {
    const buffer = Buffer.alloc(size);
    for (;;) {
        try {
            return buffer.subarray(0, fs.readSync(0, buffer, 0, size));
        } catch (e) {
            if (e.code === "EOF") { return buffer.subarray(0, 0); }
            if (e.code !== "EAGAIN") { throw e; }
            sleep(1);
        }
    }
}

function answer(module, request) {
    const written = {1: [], 2: []};
    let input = Buffer.from(request.stdin ?? "");
    const wasi = new Wasi({
        args: ["natrix", ...request.args], open, save, sleep,
        write(fd, bytes) { written[fd].push(bytes); },
        read(size) {
            const part = input.subarray(0, size);
            input = input.subarray(size);
            return part;
        },
    });
    let status;
    try {
        status = wasi.run(module);
    } catch (e) {
        status = 134;
        written[2].push(Buffer.from(`${e}\n`));
    }
    const text = (fd) => Buffer.concat(written[fd]).toString("base64");
    return {status, out: text(1), err: text(2)};
}

const [file, ...args] = process.argv.slice(2);
const module = new WebAssembly.Module(fs.readFileSync(file));
if (args[0] === "--serve") {
    for await (const line of readline.createInterface({input: process.stdin})) {
        writeAll(1, Buffer.from(JSON.stringify(answer(module, JSON.parse(line))) + "\n"));
    }
} else {
    const wasi = new Wasi({args: [path.basename(file), ...args], open, save, sleep, write: writeAll, read: readInput});
    process.exitCode = wasi.run(module);
}
