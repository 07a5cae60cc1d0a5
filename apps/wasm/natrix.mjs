// natrix.mjs: a WASI program in node.
//
//     node apps/wasm/natrix.mjs build-wasm/natrix.wasm run FILE [ARGS...]
//     node apps/wasm/natrix.mjs build-wasm/natrix.wasm --serve
//
// Serving: each line of standard input is a JSON object {args, stdin}; each is run in an instance of
// its own, and answered by a line {status, out, err} (bytes as base64). After a trap the status is
// 134, as after abort().
import {webcrypto} from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import {FileWasi} from "./files.mjs";

globalThis.crypto ??= webcrypto; // node 18 has it, under another name

function sleep(ms) { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); }

// A system call on a stream, again while it would have to wait.
function patiently(call) {
    for (;;) {
        try {
            return call();
        } catch (e) {
            if (e.code === "EOF") { return 0; }
            if (e.code !== "EAGAIN") { throw e; }
            sleep(1);
        }
    }
}

function write(fd, bytes) {
    for (let at = 0; at < bytes.length;) { at += patiently(() => fs.writeSync(fd, bytes, at)); }
}

function read(size) {
    const buffer = Buffer.alloc(size);
    return buffer.subarray(0, patiently(() => fs.readSync(0, buffer, 0, size)));
}

function answer(module, request) {
    const written = {1: [], 2: []};
    let input = Buffer.from(request.stdin ?? ""), status;
    const host = {
        args: ["natrix", ...request.args], sleep,
        write(fd, bytes) { written[fd].push(bytes); },
        read(size) {
            const part = input.subarray(0, size);
            input = input.subarray(size);
            return part;
        },
    };
    try {
        status = new FileWasi(host).run(module);
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
        write(1, Buffer.from(JSON.stringify(answer(module, JSON.parse(line))) + "\n"));
    }
} else {
    process.exitCode = new FileWasi({args: [path.basename(file), ...args], sleep, write, read}).run(module);
}
