const __url=require("node:url").pathToFileURL(__filename).href;
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __knownSymbol = (name, symbol) => (symbol = Symbol[name]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name);
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var __using = (stack, value, async) => {
  if (value != null) {
    if (typeof value !== "object" && typeof value !== "function") __typeError("Object expected");
    var dispose, inner;
    if (async) dispose = value[__knownSymbol("asyncDispose")];
    if (dispose === void 0) {
      dispose = value[__knownSymbol("dispose")];
      if (async) inner = dispose;
    }
    if (typeof dispose !== "function") __typeError("Object not disposable");
    if (inner) dispose = function() {
      try {
        inner.call(this);
      } catch (e) {
        return Promise.reject(e);
      }
    };
    stack.push([async, dispose, value]);
  } else if (async) {
    stack.push([async]);
  }
  return value;
};
var __callDispose = (stack, error, hasError) => {
  var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
    return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
  };
  var fail = (e) => error = hasError ? new E(e, error, "An error was suppressed during disposal") : (hasError = true, e);
  var next = (it) => {
    while (it = stack.pop()) {
      try {
        var result = it[1] && it[1].call(it[2]);
        if (it[0]) return Promise.resolve(result).then(next, (e) => (fail(e), next()));
      } catch (e) {
        fail(e);
      }
    }
    if (hasError) throw error;
  };
  return next();
};

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports2, module2) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open4, close, replace = open4) => (input) => {
      let string2 = "" + input, index = string2.indexOf(close, open4.length);
      return ~index ? open4 + replaceClose(string2, close, replace, index) + close : open4 + string2 + close;
    };
    var replaceClose = (string2, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string2.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string2.indexOf(close, cursor);
      } while (~index);
      return result + string2.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module2.exports = createColors();
    module2.exports.createColors = createColors;
  }
});

// src/process/proc/read-proc.ts
function readText(path) {
  return unreadableToNull(() => (0, import_node_fs.readFileSync)(path, "utf8"));
}
function readLink(path) {
  return unreadableToNull(() => (0, import_node_fs.readlinkSync)(path));
}
function readNames(path) {
  return unreadableToNull(() => (0, import_node_fs.readdirSync)(path));
}
function statOf(path) {
  return unreadableToNull(() => (0, import_node_fs.statSync)(path));
}
function readPids() {
  return (readNames("/proc") ?? []).filter((name) => /^\d+$/.test(name)).map(Number);
}
function unreadableToNull(read5) {
  try {
    return read5();
  } catch (error) {
    const code = (0, import_errors.errnoOf)(error) ?? "";
    if (gone.has(code) || forbidden.has(code) || broken.has(code)) return null;
    throw error;
  }
}
var import_node_fs, import_errors, gone, forbidden, broken;
var init_read_proc = __esm({
  "src/process/proc/read-proc.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_errors = require("./errors.cjs");
    gone = /* @__PURE__ */ new Set(["ENOENT", "ESRCH", "ENOTDIR", "EINVAL"]);
    forbidden = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
    broken = /* @__PURE__ */ new Set(["EIO", "ESTALE", "ENOTCONN", "ENXIO", "ELOOP", "ENAMETOOLONG"]);
  }
});

// src/process/proc/stat.ts
function readStat(pid) {
  const text5 = readText(`/proc/${pid}/stat`);
  return text5 === null ? null : parseStat(text5);
}
function isDead({ state: state2, threads }) {
  return state2 === "X" || state2 === "Z" && threads <= 1;
}
function parseStat(text5) {
  const open4 = text5.indexOf("(");
  const close = text5.lastIndexOf(")");
  const fields = text5.slice(close + 2).split(" ");
  const [state2, ppid, group] = fields;
  if (open4 < 0 || close < open4 || state2 === void 0) return null;
  return {
    pid: Number(text5.slice(0, open4)),
    name: text5.slice(open4 + 1, close),
    state: state2,
    ppid: Number(ppid),
    group: Number(group),
    flags: Number(fields[6]),
    ticks: Number(fields[11]) + Number(fields[12]),
    childTicks: Number(fields[13]) + Number(fields[14]),
    threads: Number(fields[17]),
    startTicks: Number(fields[19]),
    environmentEnd: Number(fields[48] ?? 0)
  };
}
function uptimeTicks() {
  return parseUptime(readText("/proc/uptime") ?? "0.00");
}
function parseUptime(text5) {
  return Math.round(Number(text5.split(" ")[0]) * (1e3 / msPerTick));
}
function ageMsOf({ startTicks }, uptime2) {
  return Math.max(0, Math.round((uptime2 - startTicks) * msPerTick));
}
var msPerTick;
var init_stat = __esm({
  "src/process/proc/stat.ts"() {
    "use strict";
    init_read_proc();
    msPerTick = 10;
  }
});

// src/process/signal-group.ts
function signalGroup(pid, signal2) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal2);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes((0, import_errors2.errnoOf)(error) ?? "")) throw error;
  }
}
var import_errors2;
var init_signal_group = __esm({
  "src/process/signal-group.ts"() {
    "use strict";
    import_errors2 = require("./errors.cjs");
  }
});

// src/process/end-group.ts
async function endGroup(pid, graceMs2) {
  signalGroup(pid, "SIGINT");
  if (!await groupEnds(pid, graceMs2)) await killGroup(pid, killedMs);
}
async function killGroup(pid, withinMs) {
  signalGroup(pid, "SIGKILL");
  await groupEnds(pid, withinMs);
}
async function groupEnds(pid, withinMs) {
  if (pid === void 0) return true;
  const deadlineMs = performance.now() + withinMs;
  while (isThere(pid)) {
    if (performance.now() > deadlineMs) return false;
    await (0, import_promises.setTimeout)(pollMs);
  }
  return true;
}
function isThere(group) {
  try {
    process.kill(isWindows ? group : -group, 0);
  } catch (error) {
    if ((0, import_errors3.errnoOf)(error) !== "EPERM" || process.platform === "darwin") return false;
  }
  const stats = readPids().flatMap((pid) => readStat(pid) ?? []);
  return stats.length === 0 || stats.some((stat10) => stat10.group === group && !isDead(stat10));
}
var import_promises, import_errors3, pollMs, isWindows, killedMs;
var init_end_group = __esm({
  "src/process/end-group.ts"() {
    "use strict";
    import_promises = require("node:timers/promises");
    import_errors3 = require("./errors.cjs");
    init_read_proc();
    init_stat();
    init_signal_group();
    pollMs = 20;
    isWindows = process.platform === "win32";
    killedMs = 2e3;
  }
});

// src/process/own-groups.ts
function noteGroup(child) {
  const { pid } = child;
  if (pid === void 0) return;
  if (leaders.size === 0) process.on("exit", killAll);
  leaders.add(pid);
  child.once("exit", () => {
    leaders.delete(pid);
    if (leaders.size === 0) process.off("exit", killAll);
  });
}
async function endOwnGroups() {
  isClosed = true;
  await Promise.all([...leaders].map((pid) => endGroup(pid, graceMs)));
}
function refuseIfEnding() {
  if (isClosed) throw new Error("unlatch is ending, and starts nothing");
}
function killAll() {
  for (const pid of leaders) signalGroup(pid, "SIGKILL");
}
var graceMs, leaders, isClosed;
var init_own_groups = __esm({
  "src/process/own-groups.ts"() {
    "use strict";
    init_end_group();
    init_signal_group();
    graceMs = 1e3;
    leaders = /* @__PURE__ */ new Set();
    isClosed = false;
  }
});

// src/doctor/end-with-parent.ts
function endWithParent() {
  const end = async () => {
    await endOwnGroups();
    process.kill(process.pid, "SIGKILL");
  };
  if (process.connected) process.once("disconnect", end);
  else void end();
}
var init_end_with_parent = __esm({
  "src/doctor/end-with-parent.ts"() {
    "use strict";
    init_own_groups();
  }
});

// src/process/start-child.ts
function startChild(command2, args, options) {
  refuseIfEnding();
  const child = (0, import_node_child_process.spawn)(command2, args, options);
  if (options.detached === true) noteGroup(child);
  if (Array.isArray(child.stdio)) return child;
  child.once("error", () => void 0);
  throw Object.assign(new Error(`spawn ${command2}: too many open files`), { code: "EMFILE", syscall: "spawn" });
}
var import_node_child_process;
var init_start_child = __esm({
  "src/process/start-child.ts"() {
    "use strict";
    import_node_child_process = require("node:child_process");
    init_own_groups();
  }
});

// src/redact.ts
function redact(text5) {
  return text5.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@,|]+@/gi, "$1***@").replace(/(https?:\/\/[^\s?,|]*)\?[^\s,|]*/gi, "$1?***");
}
var init_redact = __esm({
  "src/redact.ts"() {
    "use strict";
  }
});

// src/doctor/facts/run-limited.ts
function runLimited(command2, options) {
  const [file2 = "", ...args] = command2;
  const begin = performance.now();
  return new Promise((resolve8) => {
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    let child;
    const end = (code) => {
      clearTimeout(timer);
      child?.stdout?.destroy();
      child?.stderr?.destroy();
      const ms = Math.round(performance.now() - begin);
      const output = redact((stderr.trim() || stdout.trim()).slice(0, 400));
      resolve8({ command: command2.join(" "), code, timedOut, ms, output, stdout, stderr });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      child?.unref();
      void killGroup(child?.pid, killedMs2).then(() => end(null));
    }, options.limitMs);
    try {
      const { cwd, env } = options;
      child = startChild(file2, args, { cwd, env: { ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    } catch (error) {
      stderr = (0, import_errors4.messageOf)(error);
      return end(null);
    }
    child.stdout?.setEncoding("utf8").on("data", (text5) => {
      if (stdout.length < outputLimit) stdout += text5;
    });
    child.stderr?.setEncoding("utf8").on("data", (text5) => {
      if (stderr.length < outputLimit) stderr += text5;
    });
    child.once("error", (error) => {
      stderr = error.message;
      end(null);
    });
    child.once("close", (code) => {
      if (!timedOut) end(code);
    });
  });
}
function factOf({ command: command2, code, timedOut, ms, output }) {
  return { command: command2, code, timedOut, ms, output };
}
var import_errors4, systemEnv, killedMs2, outputLimit;
var init_run_limited = __esm({
  "src/doctor/facts/run-limited.ts"() {
    "use strict";
    import_errors4 = require("./errors.cjs");
    init_end_group();
    init_start_child();
    init_redact();
    systemEnv = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
    killedMs2 = 500;
    outputLimit = 4 << 20;
  }
});

// src/doctor/facts/gopls/gopls-goroutines.ts
function doingOf(calls) {
  const isIn = (pattern2) => calls.some((call) => pattern2.test(call));
  if (isIn(/^golang\.org\/x\/tools\/go\/packages\.findExternalDriver\.func/)) return "waits for a packages driver";
  if (isIn(/^golang\.org\/x\/tools\/internal\/gocommand\.runCmdContext\(/)) {
    if (isIn(/^golang\.org\/x\/tools\/go\/packages\./)) return "waits for go list";
    return isIn(/\.FetchGoEnv\(|\/gocommand\.GoVersion\(/) ? "waits for go env" : "waits for another go command";
  }
  if (isIn(/^go\/types\.\(\*Checker\)\./)) return "type-checks";
  return isIn(/^golang\.org\/x\/tools\/gopls\/\S*\.\(\*[sS]napshot\)\.AwaitInitialized\(/) ? "waits for the first load" : null;
}
function tally(stacks) {
  const found = /* @__PURE__ */ new Map();
  for (const { calls, minutes } of stacks) {
    const does = doingOf(calls);
    if (does === null) continue;
    const fact = found.get(does) ?? { count: 0, minutes: 0 };
    found.set(does, { count: fact.count + 1, minutes: Math.max(fact.minutes, minutes) });
  }
  return kinds.flatMap((does) => {
    const fact = found.get(does);
    return fact === void 0 ? [] : [{ does, ...fact }];
  });
}
function parseGoroutines(dump) {
  return tally(
    dump.split("\n\n").map((stack) => ({
      calls: stack.split("\n").slice(1),
      minutes: Number(/^goroutine \d+ .*\[[^\]]*?(\d+) minutes/.exec(stack)?.[1] ?? 0)
    }))
  );
}
function parseDelveGoroutines(output) {
  const [, ...goroutines] = (0, import_node_util.stripVTControlCharacters)(output).split(/^[ *]+Goroutine \d+ - /m);
  if (goroutines.length === 0) return null;
  return tally(
    goroutines.map((text5) => ({
      calls: [...text5.matchAll(/^\s*\d+\s+0x[0-9a-f]+ in (\S+)$/gm)].map(([, name]) => `${name}(`),
      minutes: 0
    }))
  );
}
var import_node_util, kinds;
var init_gopls_goroutines = __esm({
  "src/doctor/facts/gopls/gopls-goroutines.ts"() {
    "use strict";
    import_node_util = require("node:util");
    kinds = [
      "waits for a packages driver",
      "waits for go list",
      "waits for go env",
      "waits for another go command",
      "type-checks",
      "waits for the first load"
    ];
  }
});

// src/doctor/facts/gopls/attach-delve.ts
async function attachDelve(pid, env, limitMs2) {
  const unknown = (why) => ({ goroutines: null, why });
  let folder = null;
  try {
    folder = await (0, import_promises2.mkdtemp)((0, import_node_path.join)((0, import_node_os.tmpdir)(), "unlatch-dlv-"));
    const script = (0, import_node_path.join)(folder, "init");
    await (0, import_promises2.writeFile)(script, `goroutines -t ${frames}
`);
    const command2 = ["dlv", "attach", `${pid}`, "--init", script, "--allow-non-terminal-interactive=true"];
    const own = { ...env, XDG_CONFIG_HOME: folder, TERM: "dumb" };
    const { code, timedOut, stdout, stderr } = await runLimited(command2, { env: own, cwd: folder, limitMs: limitMs2 });
    if (timedOut) return unknown(`delve did not finish within ${limitMs2 / 1e3} s; raise the limit with --timeout`);
    if (code === null) return unknown("dlv is not on PATH; go install github.com/go-delve/delve/cmd/dlv@latest");
    const goroutines = parseDelveGoroutines(stdout);
    if (goroutines !== null) return { goroutines, why: null };
    return unknown(`delve could not attach: ${stderr.trim().split("\n")[0] || `it exited with ${code}`}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return unknown(`delve could not be started: ${(0, import_errors5.messageOf)(error)}`);
  } finally {
    if (folder !== null) await (0, import_promises2.rm)(folder, { recursive: true, force: true });
  }
}
var import_promises2, import_node_os, import_node_path, import_errors5, frames;
var init_attach_delve = __esm({
  "src/doctor/facts/gopls/attach-delve.ts"() {
    "use strict";
    import_promises2 = require("node:fs/promises");
    import_node_os = require("node:os");
    import_node_path = require("node:path");
    import_errors5 = require("./errors.cjs");
    init_run_limited();
    init_gopls_goroutines();
    frames = 100;
  }
});

// src/process/proc/sockets.ts
function parseTcp(text5) {
  return text5.split("\n").flatMap((line5) => {
    const [, local, remote, st, queues, , , , , inode] = line5.trim().split(/\s+/);
    const state2 = states[st ?? ""];
    if (state2 === void 0 || local === void 0 || remote === void 0) return [];
    const [send2 = "0", receive = "0"] = (queues ?? "").split(":");
    return [
      {
        inode: Number(inode),
        local: address(local),
        remote: address(remote),
        state: state2,
        sendQueueBytes: Number.parseInt(send2, 16),
        receiveQueueBytes: Number.parseInt(receive, 16)
      }
    ];
  });
}
function parseListening(text5) {
  return text5.split("\n").flatMap((line5) => {
    const [, local, , st, , , , , , inode] = line5.trim().split(/\s+/);
    return st === "0A" && local !== void 0 ? [{ inode: Number(inode), local: address(local) }] : [];
  });
}
function address(hex) {
  const [host = "", port = ""] = hex.split(":");
  const bytes = (host.match(/.{8}/g) ?? []).flatMap(
    (word) => (word.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16))
  );
  const at = `:${Number.parseInt(port, 16)}`;
  if (bytes.length === 4) return bytes.join(".") + at;
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (mapped) return bytes.slice(12).join(".") + at;
  const groups = Array.from(
    { length: 8 },
    (_, index) => ((bytes[2 * index] ?? 0) << 8 | (bytes[2 * index + 1] ?? 0)).toString(16)
  );
  return `[${groups.join(":")}]${at}`;
}
function parseUnix(text5) {
  return text5.split("\n").flatMap((line5) => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line5) ?? [];
    if (path === void 0) return [];
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? "0", 16) & 65536) !== 0, path }];
  });
}
function parseTcpTimes(text5) {
  return new Map(
    text5.split("\n").flatMap((line5) => {
      const number3 = (name) => {
        const found = new RegExp(`\\b${name}:(\\d+)`).exec(line5)?.[1];
        return found === void 0 ? null : Number(found);
      };
      const inode = number3("ino");
      if (inode === null) return [];
      if (line5.startsWith("SYN-SENT")) {
        return [[inode, { silentMs: null, sentMs: sinceFirstSyn(line5, number3), ackedMs: null, receivedBytes: 0 }]];
      }
      const receivedBytes = number3("bytes_received") ?? 0;
      const silentMs = receivedBytes === 0 ? null : number3("lastrcv");
      return [[inode, { silentMs, sentMs: number3("lastsnd"), ackedMs: number3("lastack"), receivedBytes }]];
    })
  );
}
function sinceFirstSyn(line5, number3) {
  const [, minutes, time2, unit, repeated] = /timer:\(on,(?:(\d+)min)?([\d.]*)(sec|ms)?,(\d+)\)/.exec(line5) ?? [];
  if (repeated === void 0) return null;
  const inMs = unit === "ms" && time2?.includes(".") !== true;
  const dueMs = Number(minutes ?? 0) * 6e4 + Number(time2 || 0) * (inMs ? 1 : 1e3);
  const doubled = Math.min(number3("backoff") ?? Number(repeated), Number(repeated));
  return Math.max(0, Math.round((Number(repeated) - doubled + 2 ** (doubled + 1) - 1) * 1e3 - dueMs));
}
var states;
var init_sockets = __esm({
  "src/process/proc/sockets.ts"() {
    "use strict";
    states = { "01": "ESTABLISHED", "02": "SYN_SENT" };
  }
});

// src/process/proc/mounts.ts
function parseMountinfo(mountinfo) {
  return mountinfo.split("\n").flatMap((line5) => {
    const [before = "", after5 = ""] = line5.split(" - ");
    const [id, , , , point, options] = before.split(" ");
    if (point === void 0 || options === void 0) return [];
    const [type = "", source6 = "", superOptions = ""] = after5.split(" ");
    return [
      { id: Number(id), mountPoint: unescapedMount(point), options: options.split(","), type, source: source6, superOptions }
    ];
  });
}
function mountOf(mounts, path) {
  let best2;
  for (const mount of mounts) {
    const { mountPoint } = mount;
    const holds = mountPoint === "/" || path === mountPoint || path.startsWith(`${mountPoint}/`);
    if (holds && mountPoint.length >= (best2?.mountPoint.length ?? 0)) best2 = mount;
  }
  return best2;
}
function unescapedMount(text5) {
  return text5.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}
var init_mounts = __esm({
  "src/process/proc/mounts.ts"() {
    "use strict";
  }
});

// src/doctor/facts/process/descriptors.ts
function readDescriptors(pid, roots) {
  const names4 = readNames(`/proc/${pid}/fd`);
  if (names4 === null) return null;
  const files = [];
  const sockets = [];
  const pipes = [];
  for (const name of names4) {
    const path = readLink(`/proc/${pid}/fd/${name}`);
    if (path === null) continue;
    if (path.startsWith("socket:[")) sockets.push(Number(path.slice(8, -1)));
    else if (path.startsWith("pipe:[")) pipes.push({ fd: Number(name), inode: Number(path.slice(6, -1)) });
    else if (path.startsWith("/") && (ofGo.test(path) || roots.some((root) => isInside(path, root)))) {
      const fdinfo = readText(`/proc/${pid}/fdinfo/${name}`) ?? "";
      const file2 = { fd: Number(name), path, ...parseFdinfo(fdinfo) };
      files.push(file2.lock === null ? file2 : { ...file2, isOverlay: isOnOverlay(pid, fdinfo) });
    }
  }
  return { files, sockets, pipes };
}
function isOnOverlay(pid, fdinfo) {
  const id = Number(/^mnt_id:\s+(\d+)/m.exec(fdinfo)?.[1]);
  return parseMountinfo(readText(`/proc/${pid}/mountinfo`) ?? "").some(
    (one) => one.id === id && one.type === "overlay"
  );
}
function isInside(path, root) {
  return `${path}/`.startsWith(root);
}
function parseFdinfo(text5) {
  const [, kind, device, locked] = /^lock:\s+\d+: FLOCK\s+\S+\s+(WRITE|READ)\s+-?\d+\s+(\w+:\w+):(\d+)/m.exec(text5) ?? [];
  const inode = locked ?? /^ino:\s+(\d+)/m.exec(text5)?.[1];
  return {
    inode: inode === void 0 ? null : Number(inode),
    lock: kind === "WRITE" || kind === "READ" ? kind : null,
    lockDevice: device ?? null
  };
}
var ofGo;
var init_descriptors = __esm({
  "src/doctor/facts/process/descriptors.ts"() {
    "use strict";
    init_mounts();
    init_read_proc();
    ofGo = /\/cache\/(download|vcs)\/|\/@v\/|\/cache\/lock( \(deleted\))?$|\/(go\.(mod|sum|work|work\.sum)|trim\.txt|testexpire\.txt|upload\.token|golangci-lint\.lock)( \(deleted\))?$/;
  }
});

// src/doctor/facts/process/threads.ts
function isFilesystemWait({ wchan }) {
  return filesystemWaits.test(wchan);
}
function readThreads(pid) {
  return (readNames(`/proc/${pid}/task`) ?? []).map((tid) => {
    const wchan = readText(`/proc/${pid}/task/${tid}/wchan`) ?? "";
    const call = wchan === flockWait || wchan === "0" ? readText(`/proc/${pid}/task/${tid}/syscall`) : null;
    const [number3, first = "-1"] = (call ?? "").split(" ");
    return {
      tid: Number(tid),
      wchan: wchan === "0" ? "" : wchan,
      flockFd: number3 === flock[process.arch] ? Number(first) : wchan === flockWait ? -1 : null
    };
  });
}
var flock, flockWait, filesystemWaits;
var init_threads = __esm({
  "src/doctor/facts/process/threads.ts"() {
    "use strict";
    init_read_proc();
    flock = { x64: "73", arm64: "32", riscv64: "32", loong64: "32", ppc64: "143" };
    flockWait = "locks_lock_inode_wait";
    filesystemWaits = /^(request_wait_answer|__fuse_simple_request|p9_client_rpc|p9_virtio_request|rpc_wait_bit_killable|nfs4?_wait|cifs_wait|wait_for_response)/;
  }
});

// src/doctor/facts/gopls/look-at-gopls.ts
async function lookAtGopls(pid, limitMs2, delve) {
  const threads = {};
  for (const { wchan } of readThreads(pid)) threads[wchan] = (threads[wchan] ?? 0) + 1;
  for (const address2 of debugAddresses(pid)) {
    const dump = await goroutinesAt(address2, limitMs2);
    if (dump !== null) return { pid, debug: address2, goroutines: parseGoroutines(dump), delve: null, threads };
  }
  const look = delve === null ? null : await delve(pid);
  return { pid, debug: null, goroutines: look?.goroutines ?? [], delve: look, threads };
}
function debugAddresses(pid) {
  if (readLink(`/proc/${pid}/ns/net`) !== readLink("/proc/self/ns/net")) return [];
  const own = new Set(readDescriptors(pid, [])?.sockets ?? []);
  return ["tcp", "tcp6"].flatMap((table) => parseListening(readText(`/proc/${pid}/net/${table}`) ?? "")).flatMap(({ inode, local }) => own.has(inode) ? [local.replace(/^(0\.0\.0\.0|\[0(:0){7}\])/, "127.0.0.1")] : []);
}
async function goroutinesAt(address2, limitMs2) {
  const { Agent, get } = await import("node:http");
  try {
    const response = await new Promise((resolve8, reject) => {
      const url = `http://${address2}/debug/pprof/goroutine?debug=2`;
      get(url, { agent: new Agent(), signal: AbortSignal.timeout(limitMs2) }, resolve8).on("error", reject);
    });
    const dump = await (0, import_consumers.text)(response);
    return response.statusCode === 200 && dump.startsWith("goroutine ") ? dump : null;
  } catch (error) {
    if ((0, import_errors6.errnoOf)(error) !== void 0) return null;
    throw error;
  }
}
var import_consumers, import_errors6;
var init_look_at_gopls = __esm({
  "src/doctor/facts/gopls/look-at-gopls.ts"() {
    "use strict";
    import_consumers = require("node:stream/consumers");
    import_errors6 = require("./errors.cjs");
    init_read_proc();
    init_sockets();
    init_descriptors();
    init_threads();
    init_gopls_goroutines();
  }
});

// src/doctor/facts/subject.ts
function withoutAside(snapshot) {
  return { ...snapshot, processes: snapshot.processes.filter(({ aside }) => aside === null) };
}
function worksFor({ workspace: workspace2, cwd }, folder) {
  return [workspace2, cwd].some(
    (path) => path !== null && (path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`))
  );
}
var init_subject = __esm({
  "src/doctor/facts/subject.ts"() {
    "use strict";
  }
});

// src/process/proc/capabilities.ts
function effectiveCapabilities() {
  const hex = /^CapEff:\s*([0-9a-f]+)$/m.exec(readText("/proc/self/status") ?? "")?.[1];
  return hex === void 0 ? null : BigInt(`0x${hex}`);
}
var init_capabilities = __esm({
  "src/process/proc/capabilities.ts"() {
    "use strict";
    init_read_proc();
  }
});

// src/doctor/facts/disk/or-nothing.ts
async function orNothing(read5) {
  try {
    return await read5;
  } catch (error) {
    if ((0, import_errors7.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
var import_errors7;
var init_or_nothing = __esm({
  "src/doctor/facts/disk/or-nothing.ts"() {
    "use strict";
    import_errors7 = require("./errors.cjs");
  }
});

// src/doctor/facts/disk/gocache-files.ts
async function sampleOfGocache(gocache) {
  const files = [];
  for (const folder of gocacheFolders) {
    if (files.length >= sampleSize) break;
    files.push(...await filesIn((0, import_node_path2.join)(gocache, folder), sampleSize));
  }
  return files;
}
async function allOfGocache(gocache, until) {
  const files = [];
  for (const folder of gocacheFolders) {
    if (performance.now() > until) return { files, whole: false };
    files.push(...await filesIn((0, import_node_path2.join)(gocache, folder), Number.POSITIVE_INFINITY));
  }
  return { files, whole: true };
}
async function filesIn(folder, limit) {
  const names4 = await orNothing((0, import_promises3.readdir)(folder)) ?? [];
  const found = names4.slice(0, limit).map(async (name) => {
    const path = (0, import_node_path2.join)(folder, name);
    const stat10 = await orNothing((0, import_promises3.lstat)(path));
    return stat10 === null ? [] : [{ path, stat: stat10 }];
  });
  return (await Promise.all(found)).flat();
}
var import_promises3, import_node_path2, sampleSize, gocacheFolders;
var init_gocache_files = __esm({
  "src/doctor/facts/disk/gocache-files.ts"() {
    "use strict";
    import_promises3 = require("node:fs/promises");
    import_node_path2 = require("node:path");
    init_or_nothing();
    sampleSize = 500;
    gocacheFolders = Array.from(
      { length: 256 },
      (_, byte) => byte.toString(16).padStart(2, "0")
    );
  }
});

// src/doctor/facts/disk/entries-of.ts
async function entriesOf(gocache, outputs, limitMs2) {
  const until = performance.now() + limitMs2;
  const byOutput = /* @__PURE__ */ new Map();
  const lengths = new Map(outputs.map(({ id, bytes }) => [id, bytes]));
  for (const folder of gocacheFolders) {
    const own = (0, import_node_path3.join)(gocache, folder);
    const names4 = (await orNothing((0, import_promises4.readdir)(own)) ?? []).filter((name) => name.endsWith("-a"));
    for (let at = 0; at < names4.length; at += atOnce) {
      if (byOutput.size === lengths.size) return { byOutput, whole: true };
      if (performance.now() > until) return { byOutput, whole: false };
      await Promise.all(
        names4.slice(at, at + atOnce).map(async (name) => {
          const path = (0, import_node_path3.join)(own, name);
          const named3 = parseEntry(name, await orNothing((0, import_promises4.readFile)(path, "latin1")) ?? "");
          if (named3 !== null && lengths.get(named3.id) === named3.bytes) byOutput.set(named3.id, path);
        })
      );
    }
  }
  return { byOutput, whole: true };
}
function parseEntry(name, text5) {
  const [, action, id, bytes] = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) [ \d]{20}\n$/.exec(text5) ?? [];
  return id === void 0 || `${action}-a` !== name ? null : { id, bytes: Number(bytes) };
}
var import_promises4, import_node_path3, atOnce;
var init_entries_of = __esm({
  "src/doctor/facts/disk/entries-of.ts"() {
    "use strict";
    import_promises4 = require("node:fs/promises");
    import_node_path3 = require("node:path");
    init_gocache_files();
    init_or_nothing();
    atOnce = 64;
  }
});

// src/doctor/facts/disk/damage/damaged-outputs.ts
async function damagedOutputs(gocache, files, now, bound) {
  const until = performance.now() + bound.outputsMs;
  const outputs = (await Promise.all(files.map(outputOf))).filter((output) => output !== null);
  const zeros = [];
  let whole = true;
  for (let at = 0; at < outputs.length && whole; at += atOnce2) {
    const some = outputs.slice(at, at + atOnce2);
    const has = await Promise.all(some.map(hasZeroEnd));
    zeros.push(...some.filter((_, index) => has[index]));
    whole = performance.now() <= until;
  }
  const last = beforeBoot(outputs, now).filter((output) => !zeros.includes(output));
  const found = [];
  let left2 = bound.bytes;
  for (const suspect of [...zeros, ...last]) {
    if (suspect.bytes > left2 || performance.now() > until) {
      whole = false;
      continue;
    }
    left2 -= suspect.bytes;
    const sha256 = await sha256Of(suspect.path);
    if (sha256 !== null && sha256 !== suspect.id) found.push({ ...suspect, sha256 });
  }
  if (found.length === 0) return { damaged: [], whole };
  const entries2 = await entriesOf(gocache, found, bound.entriesMs);
  const damaged2 = found.flatMap(({ path, id, bytes, mtimeMs, sha256 }) => {
    const entry = entries2.byOutput.get(id) ?? null;
    return entry === null && entries2.whole ? [] : [{ path, bytes, sha256, entry, ageMs: now - mtimeMs }];
  });
  return { damaged: damaged2, whole };
}
async function outputOf({ path, stat: stat10 }) {
  const [, id] = /^([0-9a-f]{64})-d$/.exec((0, import_node_path4.basename)(path)) ?? [];
  if (id === void 0) return null;
  if (stat10.isFile()) return stat10.size === 0 ? null : { path, id, bytes: stat10.size, mtimeMs: stat10.mtimeMs };
  const names4 = stat10.isDirectory() ? await orNothing((0, import_promises5.readdir)(path)) ?? [] : [];
  if (names4.length !== 1) return null;
  const program = (0, import_node_path4.join)(path, names4[0] ?? "");
  const inner = await orNothing((0, import_promises5.lstat)(program));
  return inner === null || !inner.isFile() || inner.size === 0 ? null : { path: program, id, bytes: inner.size, mtimeMs: inner.mtimeMs };
}
async function hasZeroEnd({ path, bytes }) {
  const file2 = await orNothing((0, import_promises5.open)(path));
  if (file2 === null) return false;
  try {
    const length = Math.min(blockBytes, bytes);
    for (const position of /* @__PURE__ */ new Set([0, bytes - length])) {
      const { bytesRead, buffer } = await file2.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead === length && buffer.every((byte) => byte === 0)) return true;
    }
    return false;
  } catch (error) {
    if ((0, import_errors8.errnoOf)(error) === void 0) throw error;
    return false;
  } finally {
    await file2.close();
  }
}
function beforeBoot(outputs, now) {
  const boot = now - (0, import_node_os2.uptime)() * 1e3;
  const before = outputs.filter(({ mtimeMs }) => mtimeMs < boot).sort((a, b) => b.mtimeMs - a.mtimeMs);
  const newest = before[0]?.mtimeMs ?? 0;
  return before.filter(({ mtimeMs }) => newest - mtimeMs <= lastWritesMs);
}
async function sha256Of(path) {
  const hash = (0, import_node_crypto.createHash)("sha256");
  const read5 = async () => {
    for await (const chunk of (0, import_node_fs2.createReadStream)(path)) hash.update(chunk);
    return hash.digest("hex");
  };
  return await orNothing(read5());
}
var import_node_crypto, import_node_fs2, import_promises5, import_node_os2, import_node_path4, import_errors8, quickBound, deepBound, blockBytes, atOnce2, lastWritesMs;
var init_damaged_outputs = __esm({
  "src/doctor/facts/disk/damage/damaged-outputs.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs2 = require("node:fs");
    import_promises5 = require("node:fs/promises");
    import_node_os2 = require("node:os");
    import_node_path4 = require("node:path");
    import_errors8 = require("./errors.cjs");
    init_entries_of();
    init_or_nothing();
    quickBound = { outputsMs: 150, bytes: 2 ** 26, entriesMs: 2e3 };
    deepBound = { outputsMs: 2e4, bytes: 2 ** 32, entriesMs: 2e4 };
    blockBytes = 4096;
    atOnce2 = 32;
    lastWritesMs = 12e4;
  }
});

// src/doctor/facts/disk/damage/left-of-version.ts
async function leftOfVersion({ folder, names: names4, prefix, tree, of }, now) {
  const left2 = [];
  const add = async (kind, path) => {
    const found = await orNothing((0, import_promises6.lstat)(path));
    if (found !== null) left2.push({ kind, path, of, ageMs: now - found.mtimeMs, busy: false });
  };
  const file2 = (suffix) => (0, import_node_path5.join)(folder, `${prefix}.${suffix}`);
  for (const name of names4) {
    const suffix = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : "";
    if (/^(zip|info|mod|ziphash)?\.?\d*\.?tmp\d*$/.test(suffix) && suffix !== "") await add("tmp", (0, import_node_path5.join)(folder, name));
  }
  const partial = names4.includes(`${prefix}.partial`);
  if (partial) await add("partial", file2("partial"));
  if (await state(file2("mod")) === "empty") await add("empty mod", file2("mod"));
  const [zip, ziphash] = await Promise.all([state(file2("zip")), state(file2("ziphash"))]);
  const module2 = partial ? "missing" : await treeState(tree);
  if (zip === "empty" && (module2 !== "written" || ziphash !== "written")) await add("empty zip", file2("zip"));
  if (ziphash === "empty" && zip !== "written" && module2 !== "missing") await add("empty ziphash", file2("ziphash"));
  if (module2 === "empty") await add("empty module", tree);
  return left2;
}
async function treeState(tree) {
  const names4 = await orNothing((0, import_promises6.readdir)(tree));
  if (names4 === null) return "missing";
  if (await state((0, import_node_path5.join)(tree, "go.mod")) === "empty") return "empty";
  const sources3 = names4.filter((name) => name.endsWith(".go"));
  const states2 = await Promise.all(sources3.map(async (name) => await state((0, import_node_path5.join)(tree, name))));
  return states2.length > 0 && states2.every((one) => one === "empty") ? "empty" : "written";
}
async function state(path) {
  const file2 = await orNothing((0, import_promises6.open)(path));
  if (file2 === null) return "missing";
  try {
    const { bytesRead, buffer } = await file2.read(Buffer.alloc(1), 0, 1, 0);
    return bytesRead === 0 || buffer[0] === 0 ? "empty" : "written";
  } catch (error) {
    if ((0, import_errors9.errnoOf)(error) === void 0) throw error;
    return "missing";
  } finally {
    await file2.close();
  }
}
var import_promises6, import_node_path5, import_errors9;
var init_left_of_version = __esm({
  "src/doctor/facts/disk/damage/left-of-version.ts"() {
    "use strict";
    import_promises6 = require("node:fs/promises");
    import_node_path5 = require("node:path");
    import_errors9 = require("./errors.cjs");
    init_or_nothing();
  }
});

// src/doctor/facts/disk/is-writable.ts
async function isWritable(path) {
  try {
    await (0, import_promises7.access)(path, import_promises7.constants.W_OK);
    return true;
  } catch (error) {
    if ((0, import_errors10.errnoOf)(error) === void 0) throw error;
    return (0, import_errors10.errnoOf)(error) !== "EACCES";
  }
}
var import_promises7, import_errors10;
var init_is_writable = __esm({
  "src/doctor/facts/disk/is-writable.ts"() {
    "use strict";
    import_promises7 = require("node:fs/promises");
    import_errors10 = require("./errors.cjs");
  }
});

// src/doctor/facts/disk/foreign-files.ts
async function foreignFiles({ gocache, gomodcache, gopls }) {
  const uid = process.geteuid?.() ?? -1;
  const found = async (role, cache, paths) => cache === null ? [] : await foreign(role, cache, await paths(cache), uid);
  return [
    ...await found("GOCACHE", gocache, ofGocache),
    ...await found("GOMODCACHE", gomodcache, ofGomodcache),
    ...await found("the cache of gopls", gopls, (cache) => foldersBelow(cache, 2))
  ];
}
async function ofGocache(cache) {
  const folders = Array.from({ length: 256 }, (_, byte) => (0, import_node_path6.join)(cache, byte.toString(16).padStart(2, "0")));
  return [(0, import_node_path6.join)(cache, "trim.txt"), (0, import_node_path6.join)(cache, "testexpire.txt"), ...folders];
}
async function ofGomodcache(cache) {
  return [(0, import_node_path6.join)(cache, "cache/lock"), ...await foldersBelow((0, import_node_path6.join)(cache, "cache/download"), 8)];
}
async function foldersBelow(folder, levels) {
  const all = [];
  for (let level = [folder], depth = 0; depth < levels && level.length > 0; depth += 1) {
    const next = (await Promise.all(level.map(foldersIn))).flat();
    level = next.slice(0, Math.max(0, foldersLimit - all.length));
    all.push(...level);
  }
  return all;
}
async function foldersIn(path) {
  try {
    const entries2 = await (0, import_promises8.readdir)(path, { withFileTypes: true });
    return entries2.filter((entry) => entry.isDirectory()).map(({ name }) => (0, import_node_path6.join)(path, name));
  } catch (error) {
    if ((0, import_errors11.errnoOf)(error) === void 0) throw error;
    return [];
  }
}
async function foreign(role, cache, paths, own) {
  const facts = await Promise.all(paths.map((path) => foreignFact(role, cache, path, own)));
  return facts.filter((fact) => fact !== null);
}
async function foreignFact(role, cache, path, own) {
  try {
    const { uid, mode } = await (0, import_promises8.stat)(path);
    if (uid === own && role !== "GOCACHE" || await isWritable(path)) return null;
    return { role, cache, path, uid, mode: (mode & 4095).toString(8) };
  } catch (error) {
    if ((0, import_errors11.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
var import_promises8, import_node_path6, import_errors11, foldersLimit;
var init_foreign_files = __esm({
  "src/doctor/facts/disk/foreign-files.ts"() {
    "use strict";
    import_promises8 = require("node:fs/promises");
    import_node_path6 = require("node:path");
    import_errors11 = require("./errors.cjs");
    init_is_writable();
    foldersLimit = 300;
  }
});

// src/doctor/facts/disk/read-only-module.ts
async function oldestReadOnlyModule(gomodcache, now) {
  const folders = [gomodcache];
  let oldest = null;
  for (let at = 0; at < Math.min(folders.length, foldersLimit2); at += 1) {
    const folder = folders[at] ?? gomodcache;
    for (const name of await foldersIn2(folder)) {
      const path = (0, import_node_path7.join)(folder, name);
      if (path === (0, import_node_path7.join)(gomodcache, "cache")) continue;
      if (!name.includes("@")) {
        folders.push(path);
        continue;
      }
      const ageMs = await ageOfReadOnly(path, now);
      if (ageMs !== null && ageMs > (oldest?.ageMs ?? -1)) oldest = { path, ageMs };
    }
  }
  return oldest;
}
async function ageOfReadOnly(path, now) {
  try {
    if (await isWritable(path)) return null;
    const file2 = (await (0, import_promises9.readdir)(path, { withFileTypes: true })).find((entry) => entry.isFile());
    const { ctimeMs } = await (0, import_promises9.lstat)(file2 === void 0 ? path : (0, import_node_path7.join)(path, file2.name));
    return Math.max(0, now - ctimeMs);
  } catch (error) {
    if ((0, import_errors12.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
async function foldersIn2(path) {
  try {
    const entries2 = await (0, import_promises9.readdir)(path, { withFileTypes: true });
    return entries2.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if ((0, import_errors12.errnoOf)(error) === void 0) throw error;
    return [];
  }
}
var import_promises9, import_node_path7, import_errors12, foldersLimit2;
var init_read_only_module = __esm({
  "src/doctor/facts/disk/read-only-module.ts"() {
    "use strict";
    import_promises9 = require("node:fs/promises");
    import_node_path7 = require("node:path");
    import_errors12 = require("./errors.cjs");
    init_is_writable();
    foldersLimit2 = 100;
  }
});

// src/doctor/facts/disk/cache-facts.ts
async function readCache(paths, now) {
  const { gomodcache, gocache, gopls, folder } = paths;
  const [ofModules, ofGit, ofGopls, missing, foreign3, readOnlyModule, trimAgeMs, sample, folk] = await Promise.all([
    gomodcache === null ? [] : leftOfModules(folder, gomodcache, now),
    gomodcache === null ? [] : leftOfGit(gomodcache, now),
    gopls === null ? [] : leftOfGopls(gopls, now),
    withoutSum(folder),
    foreignFiles(paths),
    gomodcache === null ? null : oldestReadOnlyModule(gomodcache, now),
    gocache === null ? null : trimAge(gocache, now),
    gocache === null ? emptyCache : sampled(gocache, now),
    folkFiles(paths)
  ]);
  return {
    left: [...ofModules, ...ofGit, ...ofGopls],
    withoutSum: missing,
    foreign: foreign3,
    readOnlyModule,
    trimAgeMs,
    entries: sample.entries,
    damaged: sample.damaged,
    folk
  };
}
async function modulesOf(folder) {
  const seen = /* @__PURE__ */ new Map();
  for (const file2 of ["go.sum", "go.work.sum"]) {
    for (const line5 of (await text2((0, import_node_path8.join)(folder, file2))).split("\n")) {
      const [path, version] = line5.split(" ");
      if (path === void 0 || version === void 0 || seen.size >= modulesLimit) continue;
      const plain2 = version.replace(/\/go\.mod$/, "");
      seen.set(`${path}@${plain2}`, { path, version: plain2 });
    }
  }
  return [...seen.values()];
}
async function withoutSum(folder) {
  const known4 = new Set((await modulesOf(folder)).map(({ path, version }) => `${path}@${version}`));
  return (await text2((0, import_node_path8.join)(folder, "go.mod"))).split("\n").flatMap((line5) => {
    const [, path, version] = /^\s*(?:require\s+)?([^\s/][^\s]*\.[^\s]*)\s+(v\d\S*)\s*(?:\/\/.*)?$/.exec(line5) ?? [];
    return path === void 0 ? [] : [`${path}@${version}`];
  }).filter((module2) => !known4.has(module2));
}
async function leftOfModules(folder, gomodcache, now) {
  const modules = await modulesOf(folder);
  const left2 = [];
  for (const path of new Set(modules.map((module2) => module2.path))) {
    const own = (0, import_node_path8.join)(gomodcache, "cache/download", escaped(path), "@v");
    const files = await names(own);
    if (files.length === 0) continue;
    if (!await writable(own)) left2.push({ kind: "not writable", path: own, of: path, ageMs: 0, busy: false });
    for (const { version } of modules.filter((module2) => module2.path === path)) {
      const prefix = escaped(version);
      const tree = (0, import_node_path8.join)(gomodcache, `${escaped(path)}@${prefix}`);
      left2.push(...await leftOfVersion({ folder: own, names: files, prefix, tree, of: `${path}@${version}` }, now));
    }
  }
  return left2;
}
async function leftOfGit(gomodcache, now) {
  const vcs = (0, import_node_path8.join)(gomodcache, "cache/vcs");
  const left2 = [];
  for (const repository of await names(vcs)) {
    if (!/^[0-9a-f]{64}$/.test(repository)) continue;
    for (const name of gitLocks) {
      const path = (0, import_node_path8.join)(vcs, repository, name);
      const ageMs = await age(path, now);
      if (ageMs === null) continue;
      const url = /^git3?:(\S+)/.exec(await text2((0, import_node_path8.join)(vcs, `${repository}.info`)))?.[1];
      left2.push({ kind: "git lock", path, of: url ?? repository, ageMs, busy: false });
    }
  }
  return left2;
}
async function leftOfGopls(gopls, now) {
  const left2 = [];
  for (const hash of await names(gopls)) {
    const path = (0, import_node_path8.join)(gopls, hash, "exe.sha256");
    const found = await stat2(path);
    if (found === null || found.size > 0) continue;
    left2.push({ kind: "empty gopls index", path, of: hash, ageMs: now - found.mtimeMs, busy: false });
  }
  return left2;
}
async function trimAge(gocache, now) {
  const seconds = /^\s*(\d+)\s*$/.exec(await text2((0, import_node_path8.join)(gocache, "trim.txt")))?.[1];
  return seconds === void 0 ? null : now - Number(seconds) * 1e3;
}
async function sampled(gocache, now) {
  const files = await sampleOfGocache(gocache);
  const { damaged: damaged2 } = await damagedOutputs(gocache, files, now, quickBound);
  return { entries: ages(files, now), damaged: damaged2 };
}
function ages(files, now) {
  const old = files.filter(({ stat: stat10 }) => now - stat10.mtimeMs > 5 * day);
  const restored = old.filter(({ stat: stat10 }) => now - stat10.ctimeMs < day);
  return { seen: files.length, olderThan5Days: old.length, restored: restored.length };
}
async function folkFiles({ folder, gomodcache, gocache, gopls, tmpdir: tmpdir6 }) {
  const hashes = gopls === null ? [] : await names(gopls);
  const paths = [
    ...gopls === null ? [] : [".", ...hashes].flatMap((at) => [(0, import_node_path8.join)(gopls, at, "gopls.pid"), (0, import_node_path8.join)(gopls, at, "gopls.sock")]),
    ...(await names(tmpdir6)).filter((name) => /^gopls-.*\.sock$/.test(name)).map((name) => (0, import_node_path8.join)(tmpdir6, name)),
    (0, import_node_path8.join)(folder, ".vscode/go/lock"),
    ...gomodcache === null ? [] : [(0, import_node_path8.join)(gomodcache, ".cache/v2/lock")],
    ...gocache === null ? [] : [(0, import_node_path8.join)(gocache, "lock"), (0, import_node_path8.join)(gocache, "00/lock")]
  ];
  const found = await Promise.all(paths.map(stat2));
  return paths.filter((_, index) => found[index] !== null);
}
function escaped(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
function stat2(path) {
  return orNothing((0, import_promises10.lstat)(path));
}
async function age(path, now) {
  const found = await stat2(path);
  return found === null ? null : now - found.mtimeMs;
}
async function names(path) {
  return await orNothing((0, import_promises10.readdir)(path)) ?? [];
}
async function text2(path) {
  return await orNothing((0, import_promises10.readFile)(path, "utf8")) ?? "";
}
async function writable(path) {
  return await orNothing((0, import_promises10.access)(path, import_node_fs3.constants.W_OK).then(() => true)) ?? false;
}
var import_node_fs3, import_promises10, import_node_path8, modulesLimit, day, emptyCache, gitLocks;
var init_cache_facts = __esm({
  "src/doctor/facts/disk/cache-facts.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_promises10 = require("node:fs/promises");
    import_node_path8 = require("node:path");
    init_damaged_outputs();
    init_left_of_version();
    init_foreign_files();
    init_gocache_files();
    init_or_nothing();
    init_read_only_module();
    modulesLimit = 2e3;
    day = 24 * 60 * 60 * 1e3;
    emptyCache = {
      left: [],
      withoutSum: [],
      foreign: [],
      readOnlyModule: null,
      trimAgeMs: null,
      entries: { seen: 0, olderThan5Days: 0, restored: 0 },
      damaged: [],
      folk: []
    };
    gitLocks = ["shallow.lock", "config.lock", "packed-refs.lock", "index.lock", "HEAD.lock"];
  }
});

// src/doctor/facts/disk/conflicts.ts
async function conflicts(folder, go) {
  const goMod = isPath(go?.["GOMOD"]) ? go["GOMOD"] : (0, import_node_path9.join)(folder, "go.mod");
  const goWork = isPath(go?.["GOWORK"]) ? go["GOWORK"] : (0, import_node_path9.join)(folder, "go.work");
  const files = [goMod, (0, import_node_path9.join)((0, import_node_path9.dirname)(goMod), "go.sum"), goWork, (0, import_node_path9.join)((0, import_node_path9.dirname)(goWork), "go.work.sum")];
  const marked = await Promise.all(
    [...new Set(files)].map(async (file2) => ({ file: file2, has: hasMarks(await text3(file2)) }))
  );
  return marked.flatMap(({ file: file2, has }) => has ? [file2] : []);
}
function isPath(value) {
  return value?.startsWith("/") === true && value !== "/dev/null";
}
function hasMarks(content) {
  return /^<{7} /m.test(content) && /^>{7} /m.test(content);
}
async function text3(path) {
  try {
    return await (0, import_promises11.readFile)(path, "utf8");
  } catch (error) {
    if ((0, import_errors13.errnoOf)(error) === void 0) throw error;
    return "";
  }
}
var import_promises11, import_node_path9, import_errors13;
var init_conflicts = __esm({
  "src/doctor/facts/disk/conflicts.ts"() {
    "use strict";
    import_promises11 = require("node:fs/promises");
    import_node_path9 = require("node:path");
    import_errors13 = require("./errors.cjs");
  }
});

// src/doctor/facts/disk/mount-facts.ts
async function mountFacts(path) {
  try {
    return mountFactsIn(readText("/proc/self/mountinfo") ?? "", await (0, import_promises12.realpath)(path));
  } catch (error) {
    if ((0, import_errors14.errnoOf)(error) === void 0) throw error;
    return ordinary;
  }
}
function mountFactsIn(mountinfo, path) {
  const mount = mountOf(parseMountinfo(mountinfo), path);
  if (mount === void 0) return ordinary;
  const { source: source6, mountPoint, type, options, superOptions } = mount;
  return {
    noexec: options.includes("noexec"),
    // Other types may have a password among their options.
    nfs: type === "nfs" || type === "nfs4" ? { source: source6, mountPoint, type, options: superOptions } : null
  };
}
var import_promises12, import_errors14, ordinary;
var init_mount_facts = __esm({
  "src/doctor/facts/disk/mount-facts.ts"() {
    "use strict";
    import_promises12 = require("node:fs/promises");
    import_errors14 = require("./errors.cjs");
    init_mounts();
    init_read_proc();
    ordinary = { noexec: false, nfs: null };
  }
});

// src/doctor/facts/disk/places.ts
async function readPlace(role, path, probe, limitMs2) {
  const nothing = {
    role,
    path,
    shape: null,
    linkTo: null,
    noexec: false,
    nfs: null,
    notWritable: null,
    type: null,
    freeBytes: null,
    freeInodes: null,
    flock: null
  };
  const own = await within(limitMs2, statOf2(path));
  if (own === "hung") return { ...nothing, stat: "hung" };
  const work = own === null ? nearestAbove(path) : Promise.resolve(path);
  const asked2 = async (nearest) => await Promise.all([writableOr(nearest), (0, import_promises13.statfs)(nearest), own === null ? linkAt(path) : null, mountFacts(nearest)]);
  const [answer, flock2] = await Promise.all([
    within(limitMs2, work.then(asked2)),
    probe === null ? null : probeFlock(probe, limitMs2)
  ]);
  if (answer === "hung") return { ...nothing, stat: "hung" };
  const [notWritable, space, linkTo, { noexec, nfs }] = answer;
  return {
    role,
    path,
    stat: own === null ? null : { uid: own.uid, mode: (own.mode & 4095).toString(8) },
    shape: own === null ? linkTo === null ? null : "dangling link" : own.isDirectory() ? "folder" : "file",
    linkTo,
    noexec,
    nfs,
    notWritable,
    type: space.type.toString(16),
    freeBytes: space.bavail * space.bsize,
    freeInodes: space.files === 0 ? null : space.ffree,
    flock: flock2
  };
}
async function statOf2(path) {
  try {
    return await (0, import_promises13.stat)(path);
  } catch (error) {
    if ((0, import_errors15.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
async function linkAt(path) {
  try {
    return (0, import_node_path10.resolve)((0, import_node_path10.dirname)(path), await (0, import_promises13.readlink)(path));
  } catch (error) {
    if ((0, import_errors15.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
async function nearestAbove(path) {
  let at = (0, import_node_path10.dirname)(path);
  while (at !== "/" && await statOf2(at) === null) at = (0, import_node_path10.dirname)(at);
  return at;
}
async function writableOr(path) {
  try {
    await (0, import_promises13.access)(path, import_node_fs4.constants.W_OK);
    return null;
  } catch (error) {
    const code = (0, import_errors15.errnoOf)(error);
    if (code === void 0) throw error;
    return code;
  }
}
async function within(limitMs2, work) {
  let timer;
  const late2 = new Promise((resolve8) => {
    timer = setTimeout(() => resolve8("hung"), limitMs2);
  });
  try {
    return await Promise.race([work, late2]);
  } finally {
    clearTimeout(timer);
  }
}
async function probeFlock(path, limitMs2) {
  const there2 = await within(limitMs2, statOf2(path));
  if (there2 === null || there2 === "hung") return null;
  const inner = ["flock", "-n", "-E", "78", "-x", path, "true"];
  const tried = await runLimited(["flock", "-n", "-E", "77", "-x", path, ...inner], {
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    cwd: "/",
    limitMs: limitMs2
  });
  if (tried.code === null && !tried.timedOut) return null;
  const result = { 78: "exclusive", 77: "busy", 0: "not exclusive" }[tried.code ?? -1];
  const said = tried.stderr.trim().split("\n")[0] ?? "";
  if (result !== void 0 && said === "") return { path, result, why: null };
  if (/permission denied/i.test(said) && /cannot open/.test(said)) return null;
  return { path, result: "failed", why: tried.timedOut ? "no answer" : said };
}
function placesOf(paths) {
  const probes = {
    workspace: (path) => (0, import_node_path10.join)(path, "go.mod"),
    GOCACHE: (path) => (0, import_node_path10.join)(path, "trim.txt"),
    "GOMODCACHE/cache/download": (path) => (0, import_node_path10.join)((0, import_node_path10.dirname)(path), "lock")
  };
  return Object.entries(paths).flatMap(
    ([role, path]) => path === null || path === "" ? [] : [[role, path, probes[role]?.(path) ?? null]]
  );
}
var import_node_fs4, import_promises13, import_node_path10, import_errors15;
var init_places = __esm({
  "src/doctor/facts/disk/places.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_promises13 = require("node:fs/promises");
    import_node_path10 = require("node:path");
    import_errors15 = require("./errors.cjs");
    init_run_limited();
    init_mount_facts();
  }
});

// src/doctor/facts/disk/damage/damaged-in-all.ts
async function damagedInAll(gocache, at, unseen) {
  if (gocache === null) return null;
  const look = async () => {
    const { files, whole } = await allOfGocache(gocache, performance.now() + deepBound.outputsMs);
    const found = await damagedOutputs(gocache, files, at, deepBound);
    return { damaged: found.damaged, whole: whole && found.whole };
  };
  const looked = await within(limitMs, look());
  if (looked === "hung") return null;
  if (!looked.whole) unseen.push("the content of some outputs in GOCACHE: reading all of them takes too long");
  return looked.damaged;
}
var limitMs;
var init_damaged_in_all = __esm({
  "src/doctor/facts/disk/damage/damaged-in-all.ts"() {
    "use strict";
    init_gocache_files();
    init_places();
    init_damaged_outputs();
    limitMs = 12e4;
  }
});

// src/doctor/facts/disk/owner-of.ts
async function ownerOf(path) {
  try {
    return (await (0, import_promises14.lstat)(path)).uid;
  } catch (error) {
    if ((0, import_errors16.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
var import_promises14, import_errors16;
var init_owner_of = __esm({
  "src/doctor/facts/disk/owner-of.ts"() {
    "use strict";
    import_promises14 = require("node:fs/promises");
    import_errors16 = require("./errors.cjs");
  }
});

// src/doctor/facts/disk/still-left.ts
async function stillLeft(left2, at, limitMs2) {
  const same = await Promise.all(left2.map(async (one) => one.kind === "not writable" || await isUnchanged(one, at)));
  const kept2 = left2.filter((_, index) => same[index]);
  const locks = [...new Set(kept2.flatMap((one) => lockOf(one) ?? []))].slice(0, probesLimit);
  const probes = await Promise.all(locks.map(async (lock2) => await probeFlock(lock2, limitMs2)));
  const busy = new Set(locks.filter((_, index) => probes[index]?.result === "busy"));
  return kept2.map((one) => ({ ...one, busy: busy.has(lockOf(one) ?? "") }));
}
async function stillDamaged(damaged2, at) {
  const same = await Promise.all(damaged2.map((one) => isUnchanged(one, at)));
  return damaged2.filter((_, index) => same[index]);
}
async function isUnchanged({ path, ageMs }, at) {
  try {
    return Math.abs(at - (await (0, import_promises15.lstat)(path)).mtimeMs - ageMs) < 1;
  } catch (error) {
    if ((0, import_errors17.errnoOf)(error) === void 0) throw error;
    return false;
  }
}
function lockOf({ kind, path }) {
  if (kind === "tmp") return path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, ".lock");
  return kind === "git lock" ? `${(0, import_node_path11.dirname)(path)}.lock` : null;
}
var import_promises15, import_node_path11, import_errors17, probesLimit;
var init_still_left = __esm({
  "src/doctor/facts/disk/still-left.ts"() {
    "use strict";
    import_promises15 = require("node:fs/promises");
    import_node_path11 = require("node:path");
    import_errors17 = require("./errors.cjs");
    init_places();
    probesLimit = 20;
  }
});

// src/process/proc/parse-environ.ts
function parseEnviron(text5) {
  return Object.fromEntries(
    text5.split("\0").flatMap((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    })
  );
}
var init_parse_environ = __esm({
  "src/process/proc/parse-environ.ts"() {
    "use strict";
  }
});

// src/doctor/facts/go/environment.ts
function keptEnvironment(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry) => entry[1] !== void 0 && kept.test(entry[0]) && !secret.test(entry[0])
    ).map(([name, value]) => [name, /_proxy$/i.test(name) ? redactedProxy(value) : redact(value)])
  );
}
function redactedProxy(value) {
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/i, "$1***@");
}
var kept, secret;
var init_environment = __esm({
  "src/doctor/facts/go/environment.ts"() {
    "use strict";
    init_redact();
    kept = /^(GO[A-Z0-9_]*|CGO_ENABLED|CC|CXX|GOPLSCACHE|XDG_[A-Z_]+|HOME|USER|TMPDIR|PATH|CI|(https?|no|all)_proxy|GIT_(SSH|SSH_COMMAND|TERMINAL_PROMPT|ASKPASS|DIR|CONFIG_[A-Z]+)|GCM_INTERACTIVE|USERPROFILE|LOCALAPPDATA)$/i;
    secret = /^(GOAUTH|.*(TOKEN|SECRET|PASSWORD|CREDENTIAL).*)$/i;
  }
});

// src/doctor/facts/go/on-path.ts
async function onPath(name, env) {
  for (const folder of (env["PATH"] ?? "").split(import_node_path12.delimiter)) {
    const path = (0, import_node_path12.join)(folder, name);
    try {
      await (0, import_promises16.access)(path, import_node_fs5.constants.X_OK);
      return redact(path);
    } catch (error) {
      if ((0, import_errors18.errnoOf)(error) === void 0) throw error;
    }
  }
  return null;
}
var import_node_fs5, import_promises16, import_node_path12, import_errors18;
var init_on_path = __esm({
  "src/doctor/facts/go/on-path.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_promises16 = require("node:fs/promises");
    import_node_path12 = require("node:path");
    import_errors18 = require("./errors.cjs");
    init_redact();
  }
});

// src/doctor/facts/go/go-facts.ts
async function localGoEnv({ env, folder, limitMs: limitMs2 }) {
  return await runLimited(["go", "env", "-json", ...goVariables], {
    env: { ...env, GOTOOLCHAIN: "local" },
    cwd: await there(folder, limitMs2),
    limitMs: limitMs2
  });
}
function goEnvOf(local) {
  if (local.code !== 0) return null;
  try {
    const parsed = JSON.parse(local.stdout);
    return typeof parsed === "object" && parsed !== null ? keptEnvironment(parsed) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
async function plainGoEnv({ folder, env, limitMs: limitMs2 }, fetched) {
  if (env["GOTOOLCHAIN"] === "local" || fetched) return null;
  return factOf(
    await runLimited(["go", "env", "-json", "GOVERSION"], { env, cwd: await there(folder, limitMs2), limitMs: limitMs2 })
  );
}
function isToolchainFetched(processes, gomodcache) {
  const folder = `${gomodcache}/cache/download/golang.org/toolchain/`;
  return processes.some(({ files }) => files.some(({ path, lock: lock2 }) => lock2 !== null && path.startsWith(folder)));
}
async function askGoplsVersion({ env, limitMs: limitMs2 }) {
  if (await onPath("gopls", env) === null) return null;
  const asked2 = await runLimited(["gopls", "version"], { env: { ...env, GOTOOLCHAIN: "local" }, cwd: "/", limitMs: limitMs2 });
  return asked2.code === 0 ? asked2.stdout.split("\n")[0]?.trim() ?? null : null;
}
async function deepFact({ folder, env }) {
  const offline2 = { ...env, GOPROXY: "off", GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly" };
  const run2 = async (command2, extra) => factOf(await runLimited(command2, { env: { ...offline2, ...extra }, cwd: folder, limitMs: 6e4 }));
  const list2 = ["go", "list", "-deps", "./..."];
  const verify = await run2(["go", "mod", "verify"], {});
  const plain2 = await run2(list2, {});
  return { verify, list: plain2, listWithoutIndex: await run2(list2, { GODEBUG: "goindex=0" }) };
}
async function there(folder, limitMs2) {
  const place2 = await readPlace("workspace", folder, null, limitMs2);
  return place2.stat === "hung" || place2.stat === null ? "/" : folder;
}
var goVariables;
var init_go_facts = __esm({
  "src/doctor/facts/go/go-facts.ts"() {
    "use strict";
    init_places();
    init_run_limited();
    init_environment();
    init_on_path();
    goVariables = [
      ...["GOVERSION", "GOROOT", "GOOS", "GOARCH", "GOPATH", "GOMODCACHE", "GOCACHE", "GOCACHEPROG", "GOTMPDIR", "GOENV"],
      ...["GO111MODULE", "GOMOD", "GOWORK", "GOFLAGS", "GOTOOLCHAIN", "GOTELEMETRY", "GODEBUG", "GOEXPERIMENT"],
      ...["GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOVCS"]
    ];
  }
});

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports2, module2) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module2.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports2, module2) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module2.exports = debug;
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports2, module2) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports2 = module2.exports = {};
    var re = exports2.re = [];
    var safeRe = exports2.safeRe = [];
    var src = exports2.src = [];
    var safeSrc = exports2.safeSrc = [];
    var t = exports2.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports2.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports2.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports2.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports2, module2) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module2.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports2, module2) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module2.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports2, module2) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release2, identifier, identifierBase) {
        if (release2.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release2) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease = [identifier, base];
              if (identifierBase === false) {
                prerelease = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease;
                }
              } else {
                this.prerelease = prerelease;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release2}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module2.exports = SemVer;
  }
});

// node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "node_modules/semver/functions/parse.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var parse = (version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module2.exports = parse;
  }
});

// node_modules/semver/functions/valid.js
var require_valid = __commonJS({
  "node_modules/semver/functions/valid.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var valid = (version, options) => {
      const v = parse(version, options);
      return v ? v.version : null;
    };
    module2.exports = valid;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var clean = (version, options) => {
      const s = parse(version.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module2.exports = clean;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version, release2, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release2, identifier, identifierBase).version;
      } catch (er) {
        return null;
      }
    };
    module2.exports = inc;
  }
});

// node_modules/semver/functions/diff.js
var require_diff = __commonJS({
  "node_modules/semver/functions/diff.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var diff = (version1, version2) => {
      const v1 = parse(version1, null, true);
      const v2 = parse(version2, null, true);
      const comparison = v1.compare(v2);
      if (comparison === 0) {
        return null;
      }
      const v1Higher = comparison > 0;
      const highVersion = v1Higher ? v1 : v2;
      const lowVersion = v1Higher ? v2 : v1;
      const highHasPre = !!highVersion.prerelease.length;
      const lowHasPre = !!lowVersion.prerelease.length;
      if (lowHasPre && !highHasPre) {
        if (!lowVersion.patch && !lowVersion.minor) {
          return "major";
        }
        if (lowVersion.compareMain(highVersion) === 0) {
          if (lowVersion.minor && !lowVersion.patch) {
            return "minor";
          }
          return "patch";
        }
      }
      const prefix = highHasPre ? "pre" : "";
      if (v1.major !== v2.major) {
        return prefix + "major";
      }
      if (v1.minor !== v2.minor) {
        return prefix + "minor";
      }
      if (v1.patch !== v2.patch) {
        return prefix + "patch";
      }
      return "prerelease";
    };
    module2.exports = diff;
  }
});

// node_modules/semver/functions/major.js
var require_major = __commonJS({
  "node_modules/semver/functions/major.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var major = (a, loose) => new SemVer(a, loose).major;
    module2.exports = major;
  }
});

// node_modules/semver/functions/minor.js
var require_minor = __commonJS({
  "node_modules/semver/functions/minor.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var minor = (a, loose) => new SemVer(a, loose).minor;
    module2.exports = minor;
  }
});

// node_modules/semver/functions/patch.js
var require_patch = __commonJS({
  "node_modules/semver/functions/patch.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var patch = (a, loose) => new SemVer(a, loose).patch;
    module2.exports = patch;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var prerelease = (version, options) => {
      const parsed = parse(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module2.exports = prerelease;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module2.exports = compare;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var rcompare = (a, b, loose) => compare(b, a, loose);
    module2.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var compareLoose = (a, b) => compare(a, b, true);
    module2.exports = compareLoose;
  }
});

// node_modules/semver/functions/compare-build.js
var require_compare_build = __commonJS({
  "node_modules/semver/functions/compare-build.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module2.exports = compareBuild;
  }
});

// node_modules/semver/functions/sort.js
var require_sort = __commonJS({
  "node_modules/semver/functions/sort.js"(exports2, module2) {
    "use strict";
    var compareBuild = require_compare_build();
    var sort = (list2, loose) => list2.sort((a, b) => compareBuild(a, b, loose));
    module2.exports = sort;
  }
});

// node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/semver/functions/rsort.js"(exports2, module2) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list2, loose) => list2.sort((a, b) => compareBuild(b, a, loose));
    module2.exports = rsort;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var gt = (a, b, loose) => compare(a, b, loose) > 0;
    module2.exports = gt;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var lt4 = (a, b, loose) => compare(a, b, loose) < 0;
    module2.exports = lt4;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var eq = (a, b, loose) => compare(a, b, loose) === 0;
    module2.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var neq = (a, b, loose) => compare(a, b, loose) !== 0;
    module2.exports = neq;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var gte3 = (a, b, loose) => compare(a, b, loose) >= 0;
    module2.exports = gte3;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports2, module2) {
    "use strict";
    var compare = require_compare();
    var lte = (a, b, loose) => compare(a, b, loose) <= 0;
    module2.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = __commonJS({
  "node_modules/semver/functions/cmp.js"(exports2, module2) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte3 = require_gte();
    var lt4 = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte3(a, b, loose);
        case "<":
          return lt4(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module2.exports = cmp;
  }
});

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var parse = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce4 = (version, options) => {
      if (version instanceof SemVer) {
        return version;
      }
      if (typeof version === "number") {
        version = String(version);
      }
      if (typeof version !== "string") {
        return null;
      }
      options = options || {};
      let match = null;
      if (!options.rtl) {
        match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE]);
      } else {
        const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL];
        let next;
        while ((next = coerceRtlRegex.exec(version)) && (!match || match.index + match[0].length !== version.length)) {
          if (!match || next.index + next[0].length !== match.index + match[0].length) {
            match = next;
          }
          coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length;
        }
        coerceRtlRegex.lastIndex = -1;
      }
      if (match === null) {
        return null;
      }
      const major = match[2];
      const minor = match[3] || "0";
      const patch = match[4] || "0";
      const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options);
    };
    module2.exports = coerce4;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var constants8 = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants8.RELEASE_TYPES.includes(truncation)) {
        return null;
      }
      const clonedVersion = cloneInputVersion(version, options);
      return clonedVersion && doTruncation(clonedVersion, truncation);
    };
    var cloneInputVersion = (version, options) => {
      const versionStringToParse = version instanceof SemVer ? version.version : version;
      return parse(versionStringToParse, options);
    };
    var doTruncation = (version, truncation) => {
      if (isPrerelease(truncation)) {
        return version.version;
      }
      version.prerelease = [];
      switch (truncation) {
        case "major":
          version.minor = 0;
          version.patch = 0;
          break;
        case "minor":
          version.patch = 0;
          break;
      }
      return version.format();
    };
    var isPrerelease = (type) => {
      return type.startsWith("pre");
    };
    module2.exports = truncate;
  }
});

// node_modules/semver/internal/lrucache.js
var require_lrucache = __commonJS({
  "node_modules/semver/internal/lrucache.js"(exports2, module2) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module2.exports = LRUCache;
  }
});

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = __commonJS({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports2, module2) {
    "use strict";
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = require_constants();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module2.exports = trimComparatorWhitespace;
  }
});

// node_modules/semver/classes/range.js
var require_range = __commonJS({
  "node_modules/semver/classes/range.js"(exports2, module2) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache.set(memoKey, result);
        return result;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module2.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = require_parse_options();
    var Comparator = require_comparator();
    var debug = require_debug();
    var SemVer = require_semver();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = require_re();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = require_constants();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// node_modules/semver/classes/comparator.js
var require_comparator = __commonJS({
  "node_modules/semver/classes/comparator.js"(exports2, module2) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version) {
        debug("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module2.exports = Comparator;
    var parseOptions = require_parse_options();
    var { safeRe: re, t } = require_re();
    var cmp = require_cmp();
    var debug = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var satisfies = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module2.exports = satisfies;
  }
});

// node_modules/semver/ranges/to-comparators.js
var require_to_comparators = __commonJS({
  "node_modules/semver/ranges/to-comparators.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var toComparators = (range, options) => new Range(range, options).set.map((comp) => comp.map((c) => c.value).join(" ").trim().split(" "));
    module2.exports = toComparators;
  }
});

// node_modules/semver/ranges/max-satisfying.js
var require_max_satisfying = __commonJS({
  "node_modules/semver/ranges/max-satisfying.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var maxSatisfying = (versions, range, options) => {
      let max = null;
      let maxSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!max || maxSV.compare(v) === -1) {
            max = v;
            maxSV = new SemVer(max, options);
          }
        }
      });
      return max;
    };
    module2.exports = maxSatisfying;
  }
});

// node_modules/semver/ranges/min-satisfying.js
var require_min_satisfying = __commonJS({
  "node_modules/semver/ranges/min-satisfying.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var minSatisfying = (versions, range, options) => {
      let min = null;
      let minSV = null;
      let rangeObj = null;
      try {
        rangeObj = new Range(range, options);
      } catch (er) {
        return null;
      }
      versions.forEach((v) => {
        if (rangeObj.test(v)) {
          if (!min || minSV.compare(v) === 1) {
            min = v;
            minSV = new SemVer(min, options);
          }
        }
      });
      return min;
    };
    module2.exports = minSatisfying;
  }
});

// node_modules/semver/ranges/min-version.js
var require_min_version = __commonJS({
  "node_modules/semver/ranges/min-version.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Range = require_range();
    var gt = require_gt();
    var minVersion = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module2.exports = minVersion;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var validRange = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module2.exports = validRange;
  }
});

// node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/semver/ranges/outside.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies = require_satisfies();
    var gt = require_gt();
    var lt4 = require_lt();
    var lte = require_lte();
    var gte3 = require_gte();
    var outside = (version, range, hilo, options) => {
      version = new SemVer(version, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt4;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt4;
          ltefn = gte3;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies(version, range, options)) {
        return false;
      }
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let high = null;
        let low = null;
        comparators.forEach((comparator) => {
          if (comparator.semver === ANY) {
            comparator = new Comparator(">=0.0.0");
          }
          high = high || comparator;
          low = low || comparator;
          if (gtfn(comparator.semver, high.semver, options)) {
            high = comparator;
          } else if (ltfn(comparator.semver, low.semver, options)) {
            low = comparator;
          }
        });
        if (high.operator === comp || high.operator === ecomp) {
          return false;
        }
        if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) {
          return false;
        } else if (low.operator === ecomp && ltfn(version, low.semver)) {
          return false;
        }
      }
      return true;
    };
    module2.exports = outside;
  }
});

// node_modules/semver/ranges/gtr.js
var require_gtr = __commonJS({
  "node_modules/semver/ranges/gtr.js"(exports2, module2) {
    "use strict";
    var outside = require_outside();
    var gtr = (version, range, options) => outside(version, range, ">", options);
    module2.exports = gtr;
  }
});

// node_modules/semver/ranges/ltr.js
var require_ltr = __commonJS({
  "node_modules/semver/ranges/ltr.js"(exports2, module2) {
    "use strict";
    var outside = require_outside();
    var ltr = (version, range, options) => outside(version, range, "<", options);
    module2.exports = ltr;
  }
});

// node_modules/semver/ranges/intersects.js
var require_intersects = __commonJS({
  "node_modules/semver/ranges/intersects.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var intersects = (r1, r2, options) => {
      r1 = new Range(r1, options);
      r2 = new Range(r2, options);
      return r1.intersects(r2, options);
    };
    module2.exports = intersects;
  }
});

// node_modules/semver/ranges/simplify.js
var require_simplify = __commonJS({
  "node_modules/semver/ranges/simplify.js"(exports2, module2) {
    "use strict";
    var satisfies = require_satisfies();
    var compare = require_compare();
    module2.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare(a, b, options));
      for (const version of v) {
        const included = satisfies(version, range, options);
        if (included) {
          prev = version;
          if (!first) {
            first = version;
          }
        } else {
          if (prev) {
            set.push([first, prev]);
          }
          prev = null;
          first = null;
        }
      }
      if (first) {
        set.push([first, null]);
      }
      const ranges = [];
      for (const [min, max] of set) {
        if (min === max) {
          ranges.push(min);
        } else if (!max && min === v[0]) {
          ranges.push("*");
        } else if (!max) {
          ranges.push(`>=${min}`);
        } else if (min === v[0]) {
          ranges.push(`<=${max}`);
        } else {
          ranges.push(`${min} - ${max}`);
        }
      }
      const simplified = ranges.join(" || ");
      const original = typeof range.raw === "string" ? range.raw : String(range);
      return simplified.length < original.length ? simplified : range;
    };
  }
});

// node_modules/semver/ranges/subset.js
var require_subset = __commonJS({
  "node_modules/semver/ranges/subset.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var satisfies = require_satisfies();
    var compare = require_compare();
    var subset = (sub, dom, options = {}) => {
      if (sub === dom) {
        return true;
      }
      sub = new Range(sub, options);
      dom = new Range(dom, options);
      let sawNonNull = false;
      OUTER: for (const simpleSub of sub.set) {
        for (const simpleDom of dom.set) {
          const isSub = simpleSubset(simpleSub, simpleDom, options);
          sawNonNull = sawNonNull || isSub !== null;
          if (isSub) {
            continue OUTER;
          }
        }
        if (sawNonNull) {
          return false;
        }
      }
      return true;
    };
    var minimumVersionWithPreRelease = [new Comparator(">=0.0.0-0")];
    var minimumVersion = [new Comparator(">=0.0.0")];
    var simpleSubset = (sub, dom, options) => {
      if (sub === dom) {
        return true;
      }
      if (sub.length === 1 && sub[0].semver === ANY) {
        if (dom.length === 1 && dom[0].semver === ANY) {
          return true;
        } else if (options.includePrerelease) {
          sub = minimumVersionWithPreRelease;
        } else {
          sub = minimumVersion;
        }
      }
      if (dom.length === 1 && dom[0].semver === ANY) {
        if (options.includePrerelease) {
          return true;
        } else {
          dom = minimumVersion;
        }
      }
      const eqSet = /* @__PURE__ */ new Set();
      let gt, lt4;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt4 = lowerLT(lt4, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt4) {
        gtltComp = compare(gt.semver, lt4.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt4.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies(eq, String(gt), options)) {
          return null;
        }
        if (lt4 && !satisfies(eq, String(lt4), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt4 && !options.includePrerelease && lt4.semver.prerelease.length ? lt4.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt4.operator === "<" && needDomLTPre.prerelease[0] === 0) {
        needDomLTPre = false;
      }
      for (const c of dom) {
        hasDomGT = hasDomGT || c.operator === ">" || c.operator === ">=";
        hasDomLT = hasDomLT || c.operator === "<" || c.operator === "<=";
        if (gt) {
          if (needDomGTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomGTPre.major && c.semver.minor === needDomGTPre.minor && c.semver.patch === needDomGTPre.patch) {
              needDomGTPre = false;
            }
          }
          if (c.operator === ">" || c.operator === ">=") {
            higher = higherGT(gt, c, options);
            if (higher === c && higher !== gt) {
              return false;
            }
          } else if (gt.operator === ">=" && !c.test(gt.semver)) {
            return false;
          }
        }
        if (lt4) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt4, c, options);
            if (lower === c && lower !== lt4) {
              return false;
            }
          } else if (lt4.operator === "<=" && !c.test(lt4.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt4 || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt4 && gtltComp !== 0) {
        return false;
      }
      if (lt4 && hasDomGT && !gt && gtltComp !== 0) {
        return false;
      }
      if (needDomGTPre || needDomLTPre) {
        return false;
      }
      return true;
    };
    var higherGT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare(a.semver, b.semver, options);
      return comp < 0 ? a : comp > 0 ? b : b.operator === "<" && a.operator === "<=" ? b : a;
    };
    module2.exports = subset;
  }
});

// node_modules/semver/index.js
var require_semver2 = __commonJS({
  "node_modules/semver/index.js"(exports2, module2) {
    "use strict";
    var internalRe = require_re();
    var constants8 = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse = require_parse();
    var valid = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease = require_prerelease();
    var compare = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt4 = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte3 = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce4 = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module2.exports = {
      parse,
      valid,
      clean,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease,
      compare,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt: lt4,
      eq,
      neq,
      gte: gte3,
      lte,
      cmp,
      coerce: coerce4,
      truncate,
      Comparator,
      Range,
      satisfies,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange,
      outside,
      gtr,
      ltr,
      intersects,
      simplifyRange,
      subset,
      SemVer,
      re: internalRe.re,
      src: internalRe.src,
      tokens: internalRe.t,
      SEMVER_SPEC_VERSION: constants8.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants8.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/doctor/facts/process/go-settings-of.ts
async function goSettingsOf(pid, env) {
  const own = env["GOENV"] === "off" ? {} : await readEnvFile(goenvPath(env));
  const exe = readLink(`/proc/${pid}/exe`);
  const goroot2 = env["GOROOT"] || (exe === null ? null : (0, import_node_path13.dirname)((0, import_node_path13.dirname)(exe)));
  const shipped = goroot2 === null ? {} : await readEnvFile((0, import_node_path13.join)(goroot2, "go.env"));
  const settingOf3 = (name) => env[name] || own[name] || shipped[name] || byDefault[name];
  return Object.fromEntries(
    [...names2, "GOAUTH"].flatMap((name) => {
      const value = settingOf3(name);
      if (value === void 0) return [];
      return [[name, name === "GOAUTH" ? withoutArguments(value) : redact(value)]];
    })
  );
}
function withoutArguments(goauth) {
  return goauth.split(";").map((command2) => command2.trim().split(/\s+/)[0] ?? "").join(";");
}
function goenvPath(env) {
  if (env["GOENV"]) return env["GOENV"];
  const config = env["XDG_CONFIG_HOME"] || (env["HOME"] ? (0, import_node_path13.join)(env["HOME"], ".config") : null);
  return config === null ? null : (0, import_node_path13.join)(config, "go/env");
}
async function readEnvFile(path) {
  try {
    if (path === null || !(await (0, import_promises17.stat)(path)).isFile()) return {};
    return parseEnvFile(await (0, import_promises17.readFile)(path, "utf8"));
  } catch (error) {
    if ((0, import_errors19.errnoOf)(error) === void 0) throw error;
    return {};
  }
}
function parseEnvFile(text5) {
  return Object.fromEntries(
    text5.split("\n").flatMap((line5) => {
      const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line5.trim()) ?? [];
      return name === void 0 || value === void 0 ? [] : [[name, value]];
    })
  );
}
var import_promises17, import_node_path13, import_errors19, names2, byDefault;
var init_go_settings_of = __esm({
  "src/doctor/facts/process/go-settings-of.ts"() {
    "use strict";
    import_promises17 = require("node:fs/promises");
    import_node_path13 = require("node:path");
    import_errors19 = require("./errors.cjs");
    init_read_proc();
    init_redact();
    names2 = [
      ...["GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOVCS", "GOFLAGS"],
      ...["GOTOOLCHAIN", "GOCACHEPROG", "GOCACHE", "GOMODCACHE", "GOPATH", "GOTMPDIR", "GOROOT", "GOWORK", "GO111MODULE"],
      ...["CC", "CXX", "FC", "PKG_CONFIG"]
    ];
    byDefault = {
      GOPROXY: "https://proxy.golang.org,direct",
      GOSUMDB: "sum.golang.org",
      GOTOOLCHAIN: "auto"
    };
  }
});

// src/doctor/facts/go/go-offline.ts
function offline(env) {
  return { ...env, GOPROXY: "off", GONOPROXY: "none", GOVCS: "*:off" };
}
async function loadFact({ env, cwd, limitMs: limitMs2 }, go) {
  const command2 = ["go", "list", "-m", ...writesGoMod(go) ? ["-mod=readonly"] : []];
  return factOf(await runLimited(command2, { env: offline(env), cwd, limitMs: limitMs2 }));
}
function writesGoMod(go) {
  if (go === null) return true;
  if (go["GOWORK"] && go["GOWORK"] !== "off") return false;
  const mod = [...(go["GOFLAGS"] ?? "").matchAll(/-mod=(\w+)/g)].at(-1)?.[1];
  const version = (0, import_semver.coerce)(go["GOVERSION"]);
  return mod === "mod" || mod === void 0 && (version === null || (0, import_semver.lt)(version, "1.16.0"));
}
async function gorootFact(asked2, go, said) {
  const own = asked2.env["GOROOT"] || "";
  const goenv = go?.["GOENV"] || goenvOf(asked2.env);
  const read5 = async (work) => {
    const answer = await within(asked2.limitMs, work);
    return answer === "hung" ? null : answer;
  };
  const path = own || (goenv === null ? "" : (await read5(readEnvFile(goenv)))?.["GOROOT"] ?? "");
  if (path === "") return null;
  const nothing = { path, file: own === "" ? goenv : null, version: null, compiler: null };
  if (/cannot find GOROOT directory/.test(said)) return { ...nothing, there: false };
  const version = await read5(versionIn(path));
  if (version !== null && version === goVersionOf(go?.["GOVERSION"])) return null;
  const ask = async (command2) => factOf(await runLimited(command2, { ...asked2, env: offline(asked2.env) }));
  const [running, compiler] = await Promise.all([ask(["go", "version"]), ask(["go", "tool", "compile", "-V"])]);
  return { ...nothing, there: await read5(ownerOf(path)) !== null, version: running, compiler };
}
function goenvOf(env) {
  if (env["GOENV"] === "off") return null;
  if (env["GOENV"]) return env["GOENV"];
  const config = env["XDG_CONFIG_HOME"] || (env["HOME"] ? (0, import_node_path14.join)(env["HOME"], ".config") : null);
  return config === null ? null : (0, import_node_path14.join)(config, "go/env");
}
async function versionIn(goroot2) {
  try {
    return goVersionOf(await (0, import_promises18.readFile)((0, import_node_path14.join)(goroot2, "VERSION"), "utf8"));
  } catch (error) {
    if ((0, import_errors20.errnoOf)(error) === void 0) throw error;
    return null;
  }
}
function goVersionOf(text5) {
  return /\bgo\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?(?:-(?:devel_)?[0-9a-z]+)?/.exec(text5 ?? "")?.[0] ?? null;
}
var import_promises18, import_node_path14, import_semver, import_errors20;
var init_go_offline = __esm({
  "src/doctor/facts/go/go-offline.ts"() {
    "use strict";
    import_promises18 = require("node:fs/promises");
    import_node_path14 = require("node:path");
    import_semver = __toESM(require_semver2(), 1);
    import_errors20 = require("./errors.cjs");
    init_owner_of();
    init_places();
    init_go_settings_of();
    init_run_limited();
  }
});

// src/go/user-cache.ts
function userCacheFolder(env) {
  if (process.platform === "win32") return env["LocalAppData"] || env["LOCALAPPDATA"] || null;
  const home = env["HOME"] || null;
  if (process.platform === "darwin") return home === null ? null : (0, import_node_path15.join)(home, "Library/Caches");
  const named3 = env["XDG_CACHE_HOME"];
  if (named3) return (0, import_node_path15.isAbsolute)(named3) ? named3 : null;
  return home === null ? null : (0, import_node_path15.join)(home, ".cache");
}
var import_node_path15;
var init_user_cache = __esm({
  "src/go/user-cache.ts"() {
    "use strict";
    import_node_path15 = require("node:path");
  }
});

// src/go/gopls-cache.ts
function goplsCacheFolder(env) {
  return (0, import_node_path16.join)(env["GOPLSCACHE"] || (userCacheFolder(env) ?? (0, import_node_os3.tmpdir)()), "gopls");
}
var import_node_os3, import_node_path16;
var init_gopls_cache = __esm({
  "src/go/gopls-cache.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path16 = require("node:path");
    init_user_cache();
  }
});

// src/doctor/facts/go/go-paths.ts
function pathsOf(folder, env, go) {
  const home = env["HOME"] || null;
  const gopath = (go?.["GOPATH"] || env["GOPATH"] || (home === null ? "" : (0, import_node_path17.join)(home, "go"))).split(import_node_path17.delimiter)[0] ?? "";
  const gomodcache = go?.["GOMODCACHE"] || env["GOMODCACHE"] || (gopath === "" ? null : (0, import_node_path17.join)(gopath, "pkg/mod"));
  const userCache = userCacheFolder(env);
  const gocache = go?.["GOCACHE"] || env["GOCACHE"] || (userCache === null ? null : (0, import_node_path17.join)(userCache, "go-build"));
  return {
    workspace: folder,
    HOME: home,
    // Not tmpdir(), which reads the doctor's own environment. Source: os.TempDir of Go.
    TMPDIR: env["TMPDIR"] || (process.platform === "win32" ? (0, import_node_os4.tmpdir)() : "/tmp"),
    GOTMPDIR: go?.["GOTMPDIR"] || env["GOTMPDIR"] || null,
    GOCACHE: gocache === "off" ? null : gocache,
    GOMODCACHE: gomodcache,
    "GOMODCACHE/cache/download": gomodcache === null ? null : (0, import_node_path17.join)(gomodcache, "cache/download"),
    "GOPATH/pkg/sumdb": gopath === "" ? null : (0, import_node_path17.join)(gopath, "pkg/sumdb"),
    "the cache of gopls": goplsCacheFolder(env),
    XDG_RUNTIME_DIR: env["XDG_RUNTIME_DIR"] || null
  };
}
var import_node_os4, import_node_path17;
var init_go_paths = __esm({
  "src/doctor/facts/go/go-paths.ts"() {
    "use strict";
    import_node_os4 = require("node:os");
    import_node_path17 = require("node:path");
    init_gopls_cache();
    init_user_cache();
  }
});

// src/doctor/facts/go/editor-go.ts
async function editorGo(request, processes, own) {
  const servers2 = processes.filter(
    ({ name, state: state2, aside, container, uid }) => name === "gopls" && state2 !== "Z" && aside === null && container === null && uid === process.geteuid?.()
  );
  for (const server of servers2) {
    const { pid, cwd } = server;
    if (cwd === null || !worksFor(server, request.folder) || !sharesFiles(pid)) continue;
    const env = parseEnviron(readText(`/proc/${pid}/environ`) ?? "");
    if (env["PATH"] === void 0 || !differs(env, request.env)) continue;
    return { pid, ...await asked({ ...request, env, folder: server.workspace ?? cwd }, own) };
  }
  return null;
}
async function asked(request, own) {
  const { env, folder, limitMs: limitMs2 } = request;
  const local = await localGoEnv(request);
  const go = goEnvOf(local);
  const here = { env, cwd: await there(folder, limitMs2), limitMs: limitMs2 };
  const answers = local.code !== null;
  const paths = pathsOf(folder, env, go);
  const [load, goroot2, places] = await Promise.all([
    answers ? loadFact(here, go) : null,
    answers ? gorootFact(here, go, local.output) : null,
    Promise.all(
      placesOf(paths).filter(([role, path]) => roles.has(role) && path !== own[role]).map(([role, path]) => readPlace(role, path, null, limitMs2))
    )
  ]);
  return {
    ...factOf(local),
    output: go === null ? local.output : "",
    code: local.code === 0 && go === null ? -1 : local.code,
    env: go,
    load,
    goroot: goroot2,
    places
  };
}
function differs(a, b) {
  return [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].some(
    (name) => read.test(name) && (a[name] ?? "") !== (b[name] ?? "")
  );
}
function sharesFiles(pid) {
  const space = readLink(`/proc/${pid}/ns/mnt`);
  return space !== null && space === readLink("/proc/self/ns/mnt");
}
var read, roles;
var init_editor_go = __esm({
  "src/doctor/facts/go/editor-go.ts"() {
    "use strict";
    init_parse_environ();
    init_read_proc();
    init_places();
    init_run_limited();
    init_subject();
    init_go_facts();
    init_go_offline();
    init_go_paths();
    read = /^(PATH|HOME|TMPDIR|XDG_CACHE_HOME|XDG_CONFIG_HOME|CGO_ENABLED|GO(?!PLS)[A-Z0-9_]*)$/;
    roles = /* @__PURE__ */ new Set(["TMPDIR", "GOTMPDIR", "GOCACHE", "GOMODCACHE"]);
  }
});

// src/doctor/facts/go/git-fact.ts
async function gitFact({ folder, env, limitMs: limitMs2 }) {
  const ask = () => runLimited(["git", "rev-parse", "--git-dir"], { env: { ...env, LC_ALL: "C" }, cwd: folder, limitMs: limitMs2 });
  for (let root = folder; ; root = (0, import_node_path18.dirname)(root)) {
    const uid = await ownerOf((0, import_node_path18.join)(root, ".git"));
    if (uid !== null) {
      let status = await ask();
      if (status.code === 128) {
        await (0, import_promises19.setTimeout)(againMs);
        status = await ask();
      }
      return { root, uid, status: factOf(status) };
    }
    if (root === (0, import_node_path18.dirname)(root)) return null;
  }
}
var import_node_path18, import_promises19, againMs;
var init_git_fact = __esm({
  "src/doctor/facts/go/git-fact.ts"() {
    "use strict";
    import_node_path18 = require("node:path");
    import_promises19 = require("node:timers/promises");
    init_owner_of();
    init_run_limited();
    againMs = 1e3;
  }
});

// src/doctor/facts/go/with-settings.ts
async function withSettings(processes, limitMs2) {
  return await Promise.all(
    processes.map(async (process3) => {
      if (process3.container !== null) return process3;
      if (process3.name === "go") {
        const env = parseEnviron(readText(`/proc/${process3.pid}/environ`) ?? "");
        const settings2 = process3.env === null ? null : await within(limitMs2, goSettingsOf(process3.pid, env));
        return { ...process3, settings: settings2 === "hung" ? null : settings2 };
      }
      if (process3.name !== "gopls" || process3.aside !== null || process3.cwd === null) return process3;
      const child = processes.find(({ ppid, name, cwd }) => ppid === process3.pid && name === "go" && cwd !== null);
      const workspace2 = await within(limitMs2, rootAbove(child?.cwd ?? process3.cwd));
      return { ...process3, workspace: workspace2 === "hung" ? null : workspace2 };
    })
  );
}
async function rootAbove(folder) {
  for (const file2 of ["go.work", "go.mod"]) {
    for (let at = folder; ; at = (0, import_node_path19.dirname)(at)) {
      if (await ownerOf((0, import_node_path19.join)(at, file2)) !== null) return at;
      if (at === (0, import_node_path19.dirname)(at)) break;
    }
  }
  return folder;
}
var import_node_path19;
var init_with_settings = __esm({
  "src/doctor/facts/go/with-settings.ts"() {
    "use strict";
    import_node_path19 = require("node:path");
    init_parse_environ();
    init_read_proc();
    init_owner_of();
    init_places();
    init_go_settings_of();
  }
});

// src/doctor/facts/gopls/daemon-sockets.ts
async function readSockets(env, processes, inodesOf) {
  const daemons = processes.filter(({ name, state: state2 }) => name === "gopls" && state2 !== "Z");
  const listening = /* @__PURE__ */ new Map();
  const tables = /* @__PURE__ */ new Map();
  for (const { pid } of daemons) {
    const space = readLink(`/proc/${pid}/ns/net`) ?? `${pid}`;
    const rows = tables.get(space) ?? parseUnix(readText(`/proc/${pid}/net/unix`) ?? "");
    tables.set(space, rows);
    const own = new Set(inodesOf.get(pid) ?? []);
    for (const { path, inode, listens } of rows) {
      if (!listens || !own.has(inode)) continue;
      const key = `${space} ${path}`;
      const backlog = rows.filter((row) => row.path === path && row.inode === 0).length;
      const known5 = listening.get(key) ?? { path, here: sharesFiles(pid), pids: [], backlog };
      known5.pids.push(pid);
      listening.set(key, known5);
    }
  }
  const folders = [env["XDG_RUNTIME_DIR"], env["TMPDIR"] || (0, import_node_os5.tmpdir)()].filter(
    (path) => path !== void 0 && path !== ""
  );
  const left2 = (await Promise.all(folders.map(socketsIn))).flat();
  const known4 = new Set([...listening.values()].filter(({ here }) => here).map(({ path }) => path));
  const found = [...listening.values()].map(async ({ path, here, pids, backlog }) => {
    const file2 = here ? await fileOf(path) : { uid: null, inode: null };
    return { path, ...file2, listeners: pids.sort((a, b) => a - b), backlog };
  });
  const idle = left2.filter((path) => !known4.has(path)).map(async (path) => ({ path, ...await fileOf(path), listeners: [], backlog: 0 }));
  return await Promise.all([...found, ...idle]);
}
async function socketsIn(folder) {
  try {
    return (await (0, import_promises20.readdir)(folder)).filter((name) => /^gopls-[0-9a-f]+-daemon\./.test(name)).map((name) => (0, import_node_path20.join)(folder, name));
  } catch (error) {
    if ((0, import_errors21.errnoOf)(error) === void 0) throw error;
    return [];
  }
}
async function fileOf(path) {
  try {
    const { uid, ino } = await (0, import_promises20.stat)(path);
    return { uid, inode: ino };
  } catch (error) {
    if ((0, import_errors21.errnoOf)(error) === void 0) throw error;
    return { uid: null, inode: null };
  }
}
var import_promises20, import_node_os5, import_node_path20, import_errors21;
var init_daemon_sockets = __esm({
  "src/doctor/facts/gopls/daemon-sockets.ts"() {
    "use strict";
    import_promises20 = require("node:fs/promises");
    import_node_os5 = require("node:os");
    import_node_path20 = require("node:path");
    import_errors21 = require("./errors.cjs");
    init_read_proc();
    init_sockets();
    init_editor_go();
  }
});

// src/doctor/facts/process/oom-kills.ts
function oomKills() {
  const { v1, v2 } = ownCgroup();
  const files = [
    `/sys/fs/cgroup${v2 ?? ""}/memory.events`,
    "/sys/fs/cgroup/memory.events",
    ...v1 === void 0 ? [] : [`/sys/fs/cgroup/memory${v1}/memory.oom_control`, "/sys/fs/cgroup/memory/memory.oom_control"]
  ];
  for (const file2 of files) {
    const count = killsIn(file2);
    if (count !== null) return count;
  }
  return null;
}
function ownCgroup() {
  const own = readText("/proc/self/cgroup") ?? "";
  return { v1: /^\d+:memory:(.*)$/m.exec(own)?.[1], v2: /^0::(.*)$/m.exec(own)?.[1] };
}
function killsOfMachine() {
  return killsIn("/proc/vmstat") ?? 0;
}
function killsIn(file2) {
  const count = /^oom_kill (\d+)$/m.exec(readText(file2) ?? "")?.[1];
  return count === void 0 ? null : Number(count);
}
async function oomVictims(limitMs2) {
  if (killsOfMachine() === 0) return [];
  const log = await runLimited(["dmesg"], { env: systemEnv, cwd: "/", limitMs: limitMs2 });
  if (log.code !== 0) return [];
  const own = isRoot() && (oomKills() ?? 0) > 0;
  return parseOomKills(log.stdout, uptimeTicks() * msPerTick).filter(({ cgroup }) => cgroup === null || own || isThere2(cgroup)).map(({ pid, name, agoMs }) => ({ pid, name, agoMs }));
}
function isRoot() {
  const { v1, v2 } = ownCgroup();
  return (v1 ?? v2) === "/";
}
function isThere2(cgroup) {
  return ["", "/memory"].some((tree) => readNames(`/sys/fs/cgroup${tree}${cgroup}`) !== null);
}
function parseOomKills(log, uptimeMs) {
  const cgroups = new Map(
    [...log.matchAll(/oom-kill:constraint=CONSTRAINT_MEMCG,.*?oom_memcg=([^,]*),.*pid=(\d+),uid=/g)].map(
      ([, path = "", pid]) => [Number(pid), path]
    )
  );
  return [...log.matchAll(/^\[ *(\d+\.\d+)\].*out of memory: Killed process (\d+) \((.*?)\)(?:,| total-vm)/gim)].map(
    ([, seconds, pid, name = ""]) => ({
      pid: Number(pid),
      name,
      agoMs: Math.max(0, Math.round(uptimeMs - Number(seconds) * 1e3)),
      cgroup: cgroups.get(Number(pid)) ?? null
    })
  );
}
var init_oom_kills = __esm({
  "src/doctor/facts/process/oom-kills.ts"() {
    "use strict";
    init_read_proc();
    init_stat();
    init_run_limited();
  }
});

// src/process/proc/container-of.ts
function containerOf(pid) {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?=[./]|$)/m.exec(readText(`/proc/${pid}/cgroup`) ?? "")?.[1] ?? null;
}
var init_container_of = __esm({
  "src/process/proc/container-of.ts"() {
    "use strict";
    init_read_proc();
  }
});

// src/doctor/facts/process/activity.ts
function countersOf({ pid, ticks, childTicks }) {
  const io = readText(`/proc/${pid}/io`);
  const [read5, written] = ["rchar", "wchar"].map((name) => new RegExp(`^${name}: (\\d+)`, "m").exec(io ?? "")?.[1]);
  return {
    ticks: ticks + childTicks,
    ioBytes: read5 === void 0 || written === void 0 ? null : Number(read5) + Number(written)
  };
}
function activityBetween(before, after5, children) {
  return {
    busyMs: Math.max(0, (after5.ticks - before.ticks) * msPerTick),
    ioBytes: before.ioBytes === null || after5.ioBytes === null ? null : Math.max(0, after5.ioBytes - before.ioBytes),
    children
  };
}
var none;
var init_activity = __esm({
  "src/doctor/facts/process/activity.ts"() {
    "use strict";
    init_read_proc();
    init_stat();
    none = { busyMs: 0, ioBytes: 0, children: 0 };
  }
});

// src/doctor/facts/process/connections.ts
function connectionsBySocket(found) {
  const read5 = /* @__PURE__ */ new Set();
  const connections = /* @__PURE__ */ new Map();
  for (const { stat: stat10, descriptors } of found) {
    if (descriptors === null || descriptors.sockets.length === 0) continue;
    const space = readLink(`/proc/${stat10.pid}/ns/net`) ?? `${stat10.pid}`;
    if (read5.has(space)) continue;
    read5.add(space);
    for (const table of ["tcp", "tcp6"]) {
      for (const row of parseTcp(readText(`/proc/${stat10.pid}/net/${table}`) ?? "")) {
        connections.set(row.inode, { ...row, ...untimed });
      }
    }
  }
  return connections;
}
function withTimes(processes, times) {
  const known4 = parseTcpTimes(times);
  return processes.map((process3) => ({
    ...process3,
    connections: process3.connections.map((one) => {
      const now = known4.get(one.inode);
      if (now === void 0) return one;
      const receivedMeanwhile = one.receivedBytes === null ? null : now.receivedBytes - one.receivedBytes;
      return { ...one, ...now, receivedMeanwhile };
    })
  }));
}
var untimed;
var init_connections = __esm({
  "src/doctor/facts/process/connections.ts"() {
    "use strict";
    init_read_proc();
    init_sockets();
    untimed = { silentMs: null, sentMs: null, ackedMs: null, receivedBytes: null, receivedMeanwhile: null };
  }
});

// src/doctor/facts/process/editor-of.ts
function editorOf(pid, stats) {
  let at = stats.get(stats.get(pid)?.ppid ?? 0);
  for (let up = 0; at !== void 0 && up < most; up += 1, at = stats.get(at.ppid)) {
    const name = nameOf(at);
    if (name !== null) return { name, pid: at.pid };
  }
  return null;
}
function nameOf({ name, pid }) {
  const [, known4] = byName.find(([pattern2]) => pattern2.test(name)) ?? [];
  if (known4 === "") return name.startsWith("nv") ? "Neovim" : "Vim";
  if (known4 !== void 0) return known4;
  if (!interpreters.test(name)) return null;
  const command2 = (readText(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
  return byCommand.find(([pattern2]) => pattern2.test(command2))?.[1] ?? null;
}
var byName, interpreters, byCommand, most;
var init_editor_of = __esm({
  "src/doctor/facts/process/editor-of.ts"() {
    "use strict";
    init_read_proc();
    byName = [
      [/^n?vim?$|^nvim-|^vim\./, ""],
      [/^emacs/, "Emacs"],
      [/^(code|code-oss|code-insiders|code-server)$/, "VS Code"],
      [/^(codium|vscodium)$/, "VSCodium"],
      [/^[Cc]ursor/, "Cursor"],
      [/^[Ww]indsurf/, "Windsurf"],
      [/^zed(-editor|-remote.*)?$/, "Zed"],
      [/^(hx|helix)$/, "Helix"],
      [/^(kak|kak-lsp|kakoune-lsp)$/, "Kakoune"],
      [/^(sublime_text|plugin_host.*)$/, "Sublime Text"],
      [/^(goland|idea)/, "GoLand"],
      [/^micro$/, "micro"],
      [/^kate$/, "Kate"],
      [/^(acme|acme-lsp|L)$/, "acme"],
      [/^claude$/, "Claude Code"],
      [/^codex/, "Codex"],
      [/^gemini$/, "Gemini CLI"],
      [/^opencode/, "opencode"],
      [/^crush$/, "Crush"],
      [/^aider$/, "Aider"]
    ];
    interpreters = /^(node|java|python[\d.]*|electron|MainThread|bun|deno)$/;
    byCommand = [
      [/cursor-server|\/\.?cursor\//i, "Cursor"],
      [/windsurf/i, "Windsurf"],
      [/codium/i, "VSCodium"],
      [/vscode-server|code-server|extensionHost|\/code\b/i, "VS Code"],
      [/goland|com\.intellij/i, "GoLand"],
      [/claude/i, "Claude Code"],
      [/codex/i, "Codex"],
      [/gemini/i, "Gemini CLI"],
      [/opencode/i, "opencode"],
      [/aider/i, "Aider"],
      [/coc\.nvim|coc-go/i, "coc.nvim"]
    ];
    most = 12;
  }
});

// src/doctor/facts/process/is-orphan.ts
function isOrphan({ pid, ppid, group }, stats) {
  const parent = stats.get(ppid);
  if (parent === void 0) return false;
  if (reapers.test(parent.name)) return true;
  return ppid === 1 && group !== pid && group !== 0 && (stats.get(group)?.state ?? "Z") === "Z";
}
var reapers;
var init_is_orphan = __esm({
  "src/doctor/facts/process/is-orphan.ts"() {
    "use strict";
    reapers = /^(systemd|init|tini|docker-init|dumb-init|catatonit|s6-svscan|containerd-shim.*|bwrap|conmon)$/;
  }
});

// src/doctor/facts/process/pipes.ts
function pipesRead(pid, pipes) {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = flagsOf(pid, fd);
    return flags === null || flags & writeOnly || !(flags & closedAtExec) ? [] : [{ fd, inode, end: "read" }];
  });
}
function pipesWritten(pid, pipes, read5) {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = read5.has(inode) ? flagsOf(pid, fd) : null;
    return flags === null || !(flags & writeOnly) ? [] : [{ fd, inode, end: "write" }];
  });
}
function flagsOf(pid, fd) {
  const octal = /^flags:\s+([0-7]+)$/m.exec(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "")?.[1];
  return octal === void 0 ? null : Number.parseInt(octal, 8);
}
var writeOnly, closedAtExec;
var init_pipes = __esm({
  "src/doctor/facts/process/pipes.ts"() {
    "use strict";
    init_read_proc();
    writeOnly = 1;
    closedAtExec = 524288;
  }
});

// src/process/proc/lock-waits.ts
function parseLockWaits(text5) {
  return text5.split("\n").flatMap((line5) => {
    const [, pid, file2] = /^\d+: +-> FLOCK +\S+ +(?:WRITE|READ) +(\d+) +(\w+:\w+:\d+) /.exec(line5) ?? [];
    return pid === void 0 || file2 === void 0 ? [] : [{ pid: Number(pid), file: file2 }];
  });
}
var init_lock_waits = __esm({
  "src/process/proc/lock-waits.ts"() {
    "use strict";
  }
});

// src/doctor/facts/process/threads-of.ts
function readWaits() {
  return new Map(parseLockWaits(readText("/proc/locks") ?? "").map(({ pid, file: file2 }) => [pid, file2]));
}
function threadsOf(pid, files, waits) {
  const threads = readThreads(pid);
  const file2 = waits.get(pid);
  if (file2 === void 0 || threads.some(({ flockFd }) => flockFd !== null)) return threads;
  const fd = files.find(({ inode }) => file2.endsWith(`:${inode}`))?.fd ?? -1;
  return [...threads, { tid: pid, wchan: "", flockFd: fd }];
}
var init_threads_of = __esm({
  "src/doctor/facts/process/threads-of.ts"() {
    "use strict";
    init_lock_waits();
    init_read_proc();
    init_threads();
  }
});

// src/doctor/facts/process/processes.ts
function readProcesses(roots, mark) {
  const stats = /* @__PURE__ */ new Map();
  for (const pid of readPids()) {
    const stat10 = readStat(pid);
    if (stat10 !== null) stats.set(stat10.pid, stat10);
  }
  const seen = [];
  const hidden = [];
  for (const stat10 of stats.values()) {
    if (stat10.pid === process.pid || mark !== null && isAnothers(stat10.pid, mark)) continue;
    const descriptors = readDescriptors(stat10.pid, roots);
    if (descriptors === null && isOfGo(stat10, stats) && (readStat(stat10.pid)?.state ?? "Z") !== "Z")
      hidden.push(`${stat10.name} (pid ${stat10.pid})`);
    const pipes = readersOfGo.test(stat10.name) ? pipesRead(stat10.pid, descriptors?.pipes ?? []) : [];
    seen.push({ stat: stat10, descriptors, pipes });
  }
  const read5 = new Set(seen.flatMap(({ pipes }) => pipes.map(({ inode }) => inode)));
  const all = seen.map((one) => ({
    ...one,
    pipes: [...one.pipes, ...pipesWritten(one.stat.pid, one.descriptors?.pipes ?? [], read5)]
  }));
  const counts = new Set(
    all.filter(
      ({ stat: stat10, descriptors, pipes }) => isOfGo(stat10, stats) || pipes.length > 0 || descriptors !== null && descriptors.files.length > 0 || archivers.test(stat10.name) && runsBelow(stat10.pid, roots)
    ).map(({ stat: stat10 }) => stat10.pid)
  );
  const isBelow2 = ({ ppid }) => {
    const parent = stats.get(ppid);
    return counts.has(ppid) || parent !== void 0 && parent.pid > 1 && isBelow2(parent);
  };
  const found = all.filter(({ stat: stat10 }) => counts.has(stat10.pid) || isBelow2(stat10));
  const uptime2 = uptimeTicks();
  const [at, begin] = [Date.now(), performance.now()];
  const waits = readWaits();
  const connections = connectionsBySocket(found);
  const own = containerOf("self");
  return {
    at,
    begin,
    processes: found.map((one) => factOf2(one, stats, uptime2, connections, waits, own)),
    hidden,
    sockets: new Map(found.map(({ stat: stat10, descriptors }) => [stat10.pid, descriptors?.sockets ?? []])),
    counters: new Map(found.map(({ stat: stat10 }) => [stat10.pid, countersOf(stat10)])),
    starts: new Map([...stats.values()].map(({ pid, startTicks }) => [pid, startTicks])),
    roots
  };
}
function isAnothers(pid, mark) {
  const environ = readText(`/proc/${pid}/environ`);
  return environ !== "" && environ?.split("\0").includes(mark) !== true;
}
function runsBelow(pid, roots) {
  const cwd = readLink(`/proc/${pid}/cwd`);
  return cwd !== null && roots.some((root) => isInside(cwd, root));
}
function isOfGo(stat10, stats) {
  return namesOfGo.test(stat10.name) || startersOfGo.test(stats.get(stat10.ppid)?.name ?? "");
}
function factOf2({ stat: stat10, descriptors, pipes }, stats, uptime2, connections, waits, ownContainer) {
  const { pid, ppid, group, name, state: state2 } = stat10;
  const environ = readText(`/proc/${pid}/environ`);
  const environment3 = environ === null ? null : parseEnviron(environ);
  const container = containerOf(pid);
  const status = readText(`/proc/${pid}/status`) ?? "";
  const uid = /^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1];
  const tracer = /^TracerPid:\s+(\d+)/m.exec(status)?.[1];
  const command2 = (readText(`/proc/${pid}/cmdline`) ?? "").split("\0").slice(0, -1);
  return {
    pid,
    ppid,
    group,
    name,
    command: command2.map(shortened),
    state: state2,
    uid: uid === void 0 ? null : Number(uid),
    ageMs: ageMsOf(stat10, uptime2),
    startTicks: stat10.startTicks,
    did: none,
    cwd: readLink(`/proc/${pid}/cwd`),
    env: environment3 === null ? null : keptEnvironment(environment3),
    settings: null,
    editor: name === "gopls" ? editorOf(pid, stats) : null,
    workspace: null,
    aside: asideOf(command2, environment3),
    tracer: Number(tracer ?? 0) || null,
    // null: the doctor's own container, or none.
    container: container === ownContainer ? null : container,
    orphan: isOrphan(stat10, stats),
    threads: threadsOf(pid, descriptors?.files ?? [], waits),
    files: descriptors?.files ?? [],
    connections: (descriptors?.sockets ?? []).flatMap((inode) => connections.get(inode) ?? []),
    pipes
  };
}
function asideOf(command2, env) {
  if (command2.some((word) => word.includes("** telemetry **")) || env?.["X_TELEMETRY_CHILD"]) return "telemetry";
  return env?.[ownMarker] === void 0 ? null : "unlatch";
}
function shortened(word) {
  const text5 = redact(word);
  return text5.length > 160 ? `${text5.slice(0, 160)}\u2026` : text5;
}
var namesOfGo, startersOfGo, archivers, readersOfGo, ownMarker;
var init_processes = __esm({
  "src/doctor/facts/process/processes.ts"() {
    "use strict";
    init_container_of();
    init_parse_environ();
    init_read_proc();
    init_stat();
    init_redact();
    init_environment();
    init_activity();
    init_connections();
    init_descriptors();
    init_editor_of();
    init_is_orphan();
    init_pipes();
    init_threads_of();
    namesOfGo = /^(go|gopls|dlv|git|git-remote-.*|ssh|gopackagesdrive|compile|link|asm|cgo|vet|buildid|staticcheck|golangci-lint)$/;
    startersOfGo = /^(go|gopls|git)$/;
    archivers = /^(tar|bsdtar)$/;
    readersOfGo = /^(go|gopls)$/;
    ownMarker = "UNLATCH_DOCTOR";
  }
});

// src/doctor/chain/moving.ts
function isMoving({ did, connections }) {
  return did.busyMs > idleBusyMs || (did.ioBytes ?? 0) > idleIoBytes || did.children > 0 || connections.some(({ receivedMeanwhile }) => (receivedMeanwhile ?? 0) > 0);
}
function isTreeMoving(process3, snapshot) {
  return treeOf(process3, snapshot).some(isMoving);
}
function treeOf(process3, { processes }) {
  const tree = [process3];
  for (let at = 0; at < tree.length; at += 1) {
    const parent = tree[at];
    const below2 = processes.filter(({ pid, ppid, state: state2 }) => ppid === parent?.pid && state2 !== "Z" && pid !== ppid);
    tree.push(...below2.filter((child) => !tree.includes(child)));
  }
  return tree;
}
var idleBusyMs, idleIoBytes;
var init_moving = __esm({
  "src/doctor/chain/moving.ts"() {
    "use strict";
    idleBusyMs = 30;
    idleIoBytes = 4096;
  }
});

// src/doctor/chain/lint-lock.ts
function isLintLock(path) {
  return path.endsWith("/golangci-lint.lock");
}
function lintLocks(snapshot) {
  const alive = snapshot.processes.filter(({ state: state2 }) => state2 !== "Z");
  const held2 = alive.flatMap(({ files }) => files.filter(({ path, lock: lock2 }) => isLintLock(path) && lock2 !== null));
  const locks = new Map(held2.map((file2) => [`${file2.lockDevice} ${file2.inode}`, file2]));
  return [...locks.values()].map((file2) => {
    const isThis = ({ path, inode }) => isLintLock(path) && inode === file2.inode;
    const has = ({ files }) => files.some((own) => isThis(own) && own.lock !== null);
    const asks = (process3) => process3.files.some(isThis) || isLinter(process3, (0, import_node_path21.dirname)(file2.path)) && !isTreeMoving(process3, snapshot);
    return {
      file: file2,
      holders: alive.filter(has),
      waiters: alive.filter((process3) => !has(process3) && asks(process3))
    };
  });
}
function isLinter({ name, env, command: command2 }, folder) {
  const parallel = command2.some((word) => /^--allow-parallel-runners(=true)?$/.test(word));
  return name === "golangci-lint" && !parallel && env !== null && (env["TMPDIR"] || "/tmp") === folder;
}
var import_node_path21;
var init_lint_lock = __esm({
  "src/doctor/chain/lint-lock.ts"() {
    "use strict";
    import_node_path21 = require("node:path");
    init_moving();
  }
});

// src/go/lock-name.ts
function moduleOfLock(path) {
  const [, module2, version] = /\/cache\/download\/(.+)\/@v\/(.+)\.lock(?: \(deleted\))?$/.exec(path) ?? [];
  if (module2 === void 0 || version === void 0) return null;
  return upperCase(`${module2}@${version}`);
}
function upperCase(escaped3) {
  return escaped3.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
function nameInCache(path) {
  const plain2 = path.replace(/ \(deleted\)$/, "");
  return /\/(cache\/(?:download|vcs)\/.+)$/.exec(plain2)?.[1] ?? (0, import_node_path22.basename)(plain2);
}
function lockName(path) {
  const module2 = moduleOfLock(path);
  if (module2 !== null) return module2;
  const [, of, what] = /\/cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path) ?? [];
  if (of !== void 0) return `${upperCase(of)}: ${what}`;
  const record2 = /\/(?:cache\/download|pkg)\/sumdb\/(.+)$/.exec(path)?.[1];
  if (record2 !== void 0) return `the checksum database: ${record2}`;
  const repository = /\/cache\/vcs\/([0-9a-f]{8})[0-9a-f]*\.lock/.exec(path)?.[1];
  return repository === void 0 ? (0, import_node_path22.basename)(path.replace(/ \(deleted\)$/, "")) : `the repository cache/vcs/${repository}\u2026`;
}
var import_node_path22;
var init_lock_name = __esm({
  "src/go/lock-name.ts"() {
    "use strict";
    import_node_path22 = require("node:path");
  }
});

// src/doctor/chain/network-wait.ts
function networkWaitOf(process3, snapshot) {
  if (process3.connections.length === 0 || isTreeMoving(process3, snapshot)) return null;
  const waits = process3.connections.filter((connection2) => isOutstanding(connection2, process3)).map((connection2) => ({ connection: connection2, silentMs: silenceOf(connection2) }));
  const [shortest] = waits.sort((a, b) => (a.silentMs ?? 0) - (b.silentMs ?? 0));
  if (shortest === void 0) return null;
  const pace = paceOf(shortest.silentMs, process3.ageMs);
  return pace === null ? null : { ...shortest, pace };
}
function paceOf(silentMs, ageMs) {
  if (silentMs === null) return ageMs >= stalledAgeMs ? "stalled" : null;
  if (silentMs >= stalledAfterMs) return "stalled";
  return silentMs >= slowAfterMs ? "slow" : null;
}
function isOutstanding({ state: state2, receivedBytes, silentMs, sentMs }, { files }) {
  if (state2 === "SYN_SENT" || receivedBytes === 0) return true;
  if (silentMs === null || sentMs === null) return true;
  return sentMs <= silentMs || files.some(({ path }) => isDownload(path));
}
function isDownload(path) {
  return /\.zip[^/]*$/.test(path) && path.includes("tmp");
}
function silenceOf({ silentMs, sentMs, ackedMs, sendQueueBytes, state: state2 }) {
  if (state2 !== "SYN_SENT" && sendQueueBytes > 0) return silentMs === null ? ackedMs : least(silentMs, ackedMs);
  return silentMs === null ? sentMs : least(silentMs, sentMs);
}
function least(a, b) {
  return b === null ? a : Math.min(a, b);
}
var slowAfterMs, stalledAfterMs, stalledAgeMs;
var init_network_wait = __esm({
  "src/doctor/chain/network-wait.ts"() {
    "use strict";
    init_moving();
    slowAfterMs = 1500;
    stalledAfterMs = 1e4;
    stalledAgeMs = 3e4;
  }
});

// src/doctor/chain/helper.ts
function idleHelper(process3, role, snapshot) {
  const tree = treeOf(process3, snapshot);
  if (tree.some(isMoving)) return null;
  if (role !== "the packages driver" && tree.some(({ name }) => name === "go")) return null;
  const heard = tree.flatMap(({ connections }) => connections.flatMap(({ silentMs }) => silentMs ?? []));
  const pace = paceOf(Math.min(process3.ageMs, ...heard), process3.ageMs);
  if (pace === null) return null;
  const patient = (role === "the C compiler" || role === "its -toolexec program") && tree.some(isClient);
  return { role, process: process3, pace: patient ? "slow" : pace };
}
function isClient({ name, command: command2, connections }) {
  return connections.length > 0 || [name, ...command2.slice(0, 2)].some((word) => compilesElsewhere.test((0, import_node_path23.basename)(word)));
}
var import_node_path23, compilesElsewhere;
var init_helper = __esm({
  "src/doctor/chain/helper.ts"() {
    "use strict";
    import_node_path23 = require("node:path");
    init_moving();
    init_network_wait();
    compilesElsewhere = /^(sccache|distcc|icecc|gomacc|rewrapper|reclient|goma|recc|ccache)/;
  }
});

// src/doctor/facts/process/short-command.ts
function shortCommand({ command: command2, name }) {
  const [program, ...args] = command2;
  if (program === void 0 || program === "") return name;
  const short2 = (0, import_node_path24.basename)(program);
  const valued = takesValue[short2];
  if (valued === void 0) return short2;
  const words4 = args.filter((word, index) => !word.startsWith("-") && !valued.test(args[index - 1] ?? ""));
  const takesTwo = words4[0] === "mod" || words4[0] === "tool" || words4[0] === "work";
  return [short2, ...words4.slice(0, takesTwo ? 2 : 1)].filter((word) => /^[\w-]+$/.test(word)).join(" ");
}
var import_node_path24, takesValue;
var init_short_command = __esm({
  "src/doctor/facts/process/short-command.ts"() {
    "use strict";
    import_node_path24 = require("node:path");
    takesValue = {
      go: /^-C$/,
      git: /^(-c|-C|--git-dir|--work-tree|--namespace|--exec-path)$/,
      gopls: /^--?(mode|remote|listen|port|logfile|debug|ocagent|remote\.\w+|listen\.\w+|profile\.\w+)$/
    };
  }
});

// src/doctor/chain/helper-role.ts
function helperRoleOf(child, parent, siblings) {
  if (parent.name === "gopls") return isPackagesDriver(child, parent) ? "the packages driver" : null;
  if (parent.name !== "go" || (0, import_node_path25.basename)(parent.command[0] ?? "") !== "go") return null;
  const command2 = shortCommand(parent);
  const cacheProg = programOf(settingOf(parent, "GOCACHEPROG"));
  if (cacheProg !== null && runs(child, cacheProg)) return "its GOCACHEPROG";
  if (isToolOfGo(child) || /^go (generate|bug|doc)\b/.test(command2)) return null;
  if (child.name === "git") return "git";
  const own = ownRole(child, parent);
  if (own !== null || /^go (run|test|tool)\b/.test(command2)) return own;
  if (cacheProg !== null && siblings === 1) return "its GOCACHEPROG";
  if (authPrograms(parent).length > 0) return "its GOAUTH command";
  if (flagOf(parent, "toolexec") !== null) return "its -toolexec program";
  if (flagOf(parent, "vettool") !== null) return "its -vettool";
  return "a program that it has started";
}
function ownRole(child, parent) {
  const users = /^go (run|test|tool)\b/.test(shortCommand(parent));
  const called = (pattern2) => namesOf(child).some((name) => pattern2.test(name));
  const toolexec = flagOf(parent, "toolexec");
  if (toolexec !== null && runs(child, toolexec)) return "its -toolexec program";
  const vettool = flagOf(parent, "vettool");
  if (vettool !== null && runs(child, vettool)) return "its -vettool";
  if (authPrograms(parent).some((program) => runs(child, program))) return "its GOAUTH command";
  if (users) return null;
  if (called(versionControl)) return "version control";
  const set = ["CC", "CXX", "FC"].flatMap((name) => programOf(settingOf(parent, name)) ?? []);
  if (called(compilers) || set.some((program) => runs(child, program))) return "the C compiler";
  const configured = programOf(settingOf(parent, "PKG_CONFIG"));
  return called(pkgConfig) || configured !== null && runs(child, configured) ? "pkg-config" : null;
}
function isToolOfGo({ name, command: [program = ""] }) {
  return toolsOfGo.test(name) || program.includes("/pkg/tool/");
}
function namesOf({ name, command: command2 }) {
  return [name, ...command2.slice(0, 2).map((word) => (0, import_node_path25.basename)(word))];
}
function runs({ command: command2 }, program) {
  return command2.slice(0, 3).some((word) => word !== "" && (0, import_node_path25.basename)(word) === (0, import_node_path25.basename)(program));
}
function settingOf({ settings: settings2, env }, name) {
  return settings2?.[name] || env?.[name] || "";
}
function programOf(command2) {
  const [, quote, plain2] = /^\s*(?:["']([^"']+)["']|(\S+))/.exec(command2) ?? [];
  return quote ?? plain2 ?? null;
}
function authPrograms(parent) {
  return settingOf(parent, "GOAUTH").split(";").flatMap((command2) => programOf(command2) ?? []).filter((program) => !/^(off|netrc|git)$/.test(program));
}
function flagOf(parent, flag) {
  const { command: command2 } = parent;
  const pattern2 = new RegExp(`^--?${flag}(?:=(.*))?$`, "s");
  for (const [index, word] of command2.entries()) {
    const found = pattern2.exec(word);
    if (found !== null) return programOf(found[1] ?? command2[index + 1] ?? "");
  }
  const [, quote, plain2] = new RegExp(`(?:^|\\s)["']?--?${flag}=(?:["']([^"']+)["']|(\\S+))`).exec(settingOf(parent, "GOFLAGS")) ?? [];
  return programOf(quote ?? plain2 ?? "");
}
function isPackagesDriver(child, parent) {
  if (/^(go|git|gopls)$/.test(child.name)) return false;
  if (child.command.some((word) => (0, import_node_path25.basename)(word) === "gopackagesdriver")) return true;
  const named3 = parent.env?.["GOPACKAGESDRIVER"];
  return named3 !== void 0 && named3 !== "" && named3 !== "off";
}
var import_node_path25, toolsOfGo, versionControl, compilers, pkgConfig;
var init_helper_role = __esm({
  "src/doctor/chain/helper-role.ts"() {
    "use strict";
    import_node_path25 = require("node:path");
    init_short_command();
    toolsOfGo = /^(go|gofmt|compile|link|asm|cgo|vet|fix|buildid|pack|cover|covdata|preprofile|nm|objdump|test2json)$/;
    versionControl = /^(hg|svn|bzr|brz|fossil)$/;
    compilers = /^(.*-)?(cc|c\+\+|gcc|g\+\+|clang|clang\+\+|gfortran|tcc|zig)(-[\d.]+)?$/;
    pkgConfig = /^(.*-)?(pkg-config|pkgconf)$/;
  }
});

// src/doctor/chain/wait-chain.ts
function chainsOf(snapshot) {
  const links = linksOf(snapshot);
  const awaited = new Set([...links.values()].flatMap(({ wait }) => nextOf(wait).map(({ process: process3 }) => process3.pid)));
  return [...links.values()].filter(({ process: process3 }) => !awaited.has(process3.pid)).sort((a, b) => lengthOf(b) - lengthOf(a) || a.process.pid - b.process.pid);
}
function linksOf(snapshot) {
  const before = known.get(snapshot);
  if (before !== void 0) return before;
  const made = /* @__PURE__ */ new Map();
  const linkTo = (process3, above) => {
    const done = made.get(process3.pid);
    if (done !== void 0) return done;
    const below2 = /* @__PURE__ */ new Set([...above, process3.pid]);
    const next = (others2) => others2.filter(({ pid }) => !below2.has(pid)).map((other) => linkTo(other, below2));
    const link = { process: process3, wait: waitOf(process3, snapshot, next) };
    made.set(process3.pid, link);
    return link;
  };
  for (const process3 of snapshot.processes) if (process3.state !== "Z") linkTo(process3, /* @__PURE__ */ new Set());
  known.set(snapshot, made);
  return made;
}
function nextOf(wait) {
  switch (wait.kind) {
    case "lock":
      return wait.holders;
    case "children":
      return wait.children;
    case "daemon":
      return [wait.daemon];
    default:
      return [];
  }
}
function stateOf(link, snapshot) {
  const { wait } = link;
  switch (wait.kind) {
    case "nothing":
      return "moving";
    case "lock":
      return wait.holders.length === 0 ? "stuck" : best(wait.holders.map((holder) => holderState(holder, snapshot)));
    case "children":
      return worst(wait.children.map((child) => stateOf(child, snapshot)));
    case "daemon":
      return stateOf(wait.daemon, snapshot);
    case "network":
      return wait.network.pace === "stalled" ? "stuck" : "slow";
    case "helper":
      return wait.helper.pace === "stalled" ? "stuck" : "slow";
    default:
      return "stuck";
  }
}
function holderState(holder, snapshot) {
  if (holder.wait.kind !== "nothing") {
    const own = stateOf(holder, snapshot);
    if (own !== "moving" || holder.wait.kind !== "children") return own;
  }
  return isTreeMoving(holder.process, snapshot) ? "moving" : idleHolderState(holder.process);
}
function idleHolderState(process3) {
  return isGo(process3) && process3.connections.length > 0 ? "slow" : "stuck";
}
function best(states2) {
  return order.find((state2) => states2.includes(state2)) ?? "moving";
}
function worst(states2) {
  return order.findLast((state2) => states2.includes(state2)) ?? "moving";
}
function waitOf(process3, snapshot, next) {
  if (process3.state === "T" || process3.state === "t") return { kind: "stopped" };
  const waiting = lockWaitOf(process3, snapshot);
  if (waiting !== null)
    return { kind: "lock", file: waiting, holders: next(otherHoldersOf(waiting, process3, snapshot)) };
  if (process3.threads.some(({ flockFd }) => flockFd !== null)) return { kind: "lock", file: null, holders: [] };
  const hung = process3.did.busyMs > 0 ? void 0 : process3.threads.find(isFilesystemWait);
  if (hung !== void 0) return { kind: "filesystem", wchan: hung.wchan };
  const socket = socketOf(process3, snapshot);
  const daemon = snapshot.processes.find(({ pid, state: state2 }) => socket?.listeners.includes(pid) && state2 !== "Z");
  if (socket !== null && daemon !== void 0 && daemon.pid !== process3.pid) {
    const [link] = next([daemon]);
    if (link !== void 0) return { kind: "daemon", socket, daemon: link };
  }
  const children = childrenOf(process3, snapshot);
  const roles2 = children.map((child) => ({ child, role: helperRoleOf(child, process3, children.length) }));
  const workers = roles2.filter(({ role }) => role === null).map(({ child }) => child);
  if (workers.length > 0) return { kind: "children", children: next(workers) };
  const idle = roles2.flatMap(({ child, role }) => role === null ? [] : idleHelper(child, role, snapshot) ?? []);
  const [helper] = idle.filter(({ role }) => role !== "its GOCACHEPROG");
  if (helper !== void 0) return { kind: "helper", helper };
  const network = asksNetwork(process3) ? networkWaitOf(process3, snapshot) : null;
  if (network !== null) return { kind: "network", network };
  const [cacheProg] = idle;
  if (cacheProg !== void 0) return { kind: "helper", helper: cacheProg };
  return children.length > 0 ? { kind: "children", children: next(children) } : { kind: "nothing" };
}
function asksNetwork({ name }) {
  return name === "go";
}
function lockWaitOf(process3, snapshot) {
  const thread2 = process3.threads.find(({ flockFd }) => flockFd !== null);
  if (thread2 === void 0) return null;
  const named3 = process3.files.find(({ fd }) => fd === thread2.flockFd);
  if (named3 !== void 0) return named3;
  const open4 = process3.files.filter(({ lock: lock2 }) => lock2 === null);
  return open4.find((file2) => otherHoldersOf(file2, process3, snapshot).length > 0) ?? open4.find(({ path }) => path.includes(".lock")) ?? null;
}
function otherHoldersOf(file2, waiter, { processes }) {
  return processes.filter(
    (other) => other.pid !== waiter.pid && other.state !== "Z" && other.files.some((own) => own.lock !== null && isSameFile(own, file2))
  );
}
function isSameFile(a, b) {
  if (a.inode === null || b.inode === null) return a.path === b.path;
  return a.inode === b.inode && nameInCache(a.path) === nameInCache(b.path);
}
function socketOf(process3, { sockets }) {
  if (process3.name !== "gopls") return null;
  const remote = process3.command.map((word) => /^--?remote=(.*)$/.exec(word)?.[1]).find((value) => value !== void 0);
  if (remote === void 0) return null;
  const path = /^unix;(.*)$/.exec(remote)?.[1];
  const listening = sockets.filter(({ listeners }) => listeners.length > 0);
  if (path !== void 0) return listening.find((socket) => socket.path === path) ?? null;
  return remote.startsWith("auto") ? listening.find((socket) => /\/gopls-[0-9a-f]+-daemon\./.test(socket.path)) ?? null : null;
}
function childrenOf(process3, { processes }) {
  if (!waitsForChildren.test(process3.name)) return [];
  return processes.filter((child) => child.ppid === process3.pid && child.state !== "Z" && child.aside === null);
}
function isGo({ name }) {
  return name === "go";
}
function lengthOf(link) {
  return 1 + Math.max(0, ...nextOf(link.wait).map(lengthOf));
}
var known, order, waitsForChildren;
var init_wait_chain = __esm({
  "src/doctor/chain/wait-chain.ts"() {
    "use strict";
    init_lock_name();
    init_threads();
    init_helper();
    init_helper_role();
    init_moving();
    init_network_wait();
    known = /* @__PURE__ */ new WeakMap();
    order = ["moving", "slow", "stuck"];
    waitsForChildren = /^(go|gopls|git|git-remote-.*|golangci-lint|staticcheck|dlv|gopackagesdrive)$/;
  }
});

// src/doctor/facts/process/is-locked.ts
function isLocked({ inode, path }) {
  return readPids().some(
    (pid) => (readNames(`/proc/${pid}/fdinfo`) ?? []).some((fd) => {
      const info = parseFdinfo(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "");
      if (info.lock === null || info.inode !== inode) return false;
      return nameInCache(readLink(`/proc/${pid}/fd/${fd}`) ?? "") === nameInCache(path);
    })
  );
}
var init_is_locked = __esm({
  "src/doctor/facts/process/is-locked.ts"() {
    "use strict";
    init_lock_name();
    init_read_proc();
    init_descriptors();
  }
});

// src/doctor/facts/process/look-again.ts
function lookAgain(processes, { counters: before, roots }, children, uptime2) {
  const lockWaits = readWaits();
  return processes.flatMap((fact) => {
    const stat10 = readStat(fact.pid);
    if (stat10 === null || stat10.startTicks !== fact.startTicks) {
      return fact.files.some(({ lock: lock2 }) => lock2 !== null) ? [{ ...fact, state: "Z", threads: [] }] : [];
    }
    const waits = (thread2) => thread2.flockFd !== null || isFilesystemWait(thread2);
    const now = fact.threads.some(waits) ? threadsOf(fact.pid, fact.files, lockWaits) : [];
    const stays = ({ tid, wchan, flockFd }) => now.some((thread2) => thread2.tid === tid && thread2.wchan === wchan && thread2.flockFd === flockFd);
    const threads = fact.threads.filter((thread2) => !waits(thread2) || stays(thread2));
    const pipes = fact.pipes.filter(({ fd, inode }) => readLink(`/proc/${fact.pid}/fd/${fd}`) === `pipe:[${inode}]`);
    const counters = countersOf(stat10);
    const did = activityBetween(before.get(fact.pid) ?? counters, counters, children.get(fact.pid) ?? 0);
    const ageMs = ageMsOf(stat10, uptime2);
    const locks = threads.some(({ flockFd }) => flockFd !== null) || fact.files.some(({ lock: lock2 }) => lock2 !== null);
    const files = (locks ? readDescriptors(fact.pid, roots)?.files : null) ?? fact.files;
    const { ppid, group, state: state2 } = stat10;
    const orphan = isOrphan(
      stat10,
      new Map([ppid, group].flatMap((pid) => readStat(pid) ?? []).map((one) => [one.pid, one]))
    );
    return [{ ...fact, ppid, group, ageMs, state: state2, orphan, threads, files, pipes, did }];
  });
}
function childrenSince(starts) {
  const started = /* @__PURE__ */ new Map();
  for (const pid of readPids()) {
    const stat10 = readStat(pid);
    if (stat10 === null || starts.get(stat10.pid) === stat10.startTicks) continue;
    started.set(stat10.ppid, (started.get(stat10.ppid) ?? 0) + 1);
  }
  return started;
}
var init_look_again = __esm({
  "src/doctor/facts/process/look-again.ts"() {
    "use strict";
    init_read_proc();
    init_stat();
    init_activity();
    init_descriptors();
    init_is_orphan();
    init_threads();
    init_threads_of();
  }
});

// src/doctor/text/process-text.ts
function processText(process3) {
  const orphan = process3.orphan ? "an orphaned " : "";
  return `${orphan}${commandText(process3)} (${factsText(process3)})`;
}
function factsText({ pid, ageMs, container, editor, workspace: workspace2, name }) {
  return [
    `pid ${pid}`,
    ageText(ageMs),
    ...container === null ? [] : [`container ${container}`],
    ...editor === null ? [] : [editor.name],
    ...name === "gopls" && workspace2 !== null ? [workspace2] : []
  ].join(", ");
}
function commandText(process3) {
  const short2 = shortCommand(process3);
  return short2 === "gopls" ? short2 : `\`${short2}\``;
}
function ageText(ms) {
  const seconds = Math.round(ms / 1e3);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
function countText(count, one, more = `${one}s`) {
  return `${count} ${count === 1 ? one : more}`;
}
function waitText(wait) {
  switch (wait.kind) {
    case "lock":
      return wait.file === null ? "a lock" : `the lock of ${lockName(wait.file.path)}`;
    case "network": {
      const { connection: connection2, silentMs } = wait.network;
      const since = silentMs === null ? "" : ` for ${ageText(silentMs)}`;
      if (connection2.state === "SYN_SENT") return `${connection2.remote}, which has not accepted the connection${since}`;
      return `${connection2.remote}, which has been silent${since}`;
    }
    case "helper":
      return `${wait.helper.role} (pid ${wait.helper.process.pid})`;
    case "stopped":
      return "SIGCONT: it is stopped";
    case "filesystem":
      return `a filesystem that does not answer (${wait.wchan})`;
    default:
      return null;
  }
}
var init_process_text = __esm({
  "src/doctor/text/process-text.ts"() {
    "use strict";
    init_lock_name();
    init_short_command();
  }
});

// src/doctor/chain/cause.ts
function causesOf(snapshot) {
  const before = known2.get(snapshot);
  if (before !== void 0) return before;
  const found = /* @__PURE__ */ new Map();
  for (const link of linksOf(snapshot).values()) {
    for (const path of pathsFrom(link, snapshot)) {
      const root = path.at(-1) ?? link;
      const state2 = rootState(path, snapshot);
      if (state2 === "moving") continue;
      const cause = found.get(root.process.pid) ?? { root, state: state2, waiters: /* @__PURE__ */ new Map(), between: /* @__PURE__ */ new Set() };
      if (state2 === "stuck") cause.state = "stuck";
      path.slice(0, -1).forEach(({ process: { pid } }, index) => {
        const distance = path.length - 1 - index;
        cause.waiters.set(pid, Math.min(distance, cause.waiters.get(pid) ?? distance));
      });
      for (const { process: process3 } of path) cause.between.add(process3.pid);
      found.set(root.process.pid, cause);
    }
  }
  const links = linksOf(snapshot);
  const causes = [...found.values()].map(({ root, state: state2, waiters, between }) => {
    const near = [...waiters].sort(([a, far], [b, farther]) => far - farther || a - b);
    const orphan = [...between].flatMap((pid) => links.get(pid)?.process ?? []).find(isOrphanHolder) ?? null;
    return { root, state: state2, orphan, waiters: near.flatMap(([pid]) => links.get(pid) ?? []) };
  });
  causes.sort(
    (a, b) => Number(b.state === "stuck") - Number(a.state === "stuck") || b.waiters.length - a.waiters.length
  );
  known2.set(snapshot, causes);
  return causes;
}
function consequencesOf({ waiters }) {
  return waiters.map(({ process: process3, wait }) => {
    const next = nextOf(wait).map((link) => processText(link.process));
    const held2 = wait.kind === "lock" ? `${waitText(wait)}, held by ${next.join(" and ")}` : next.join(" and ");
    return `${processText(process3)} waits for ${held2}`;
  });
}
function pidsOf({ root, waiters }) {
  return [root.process.pid, ...waiters.map(({ process: process3 }) => process3.pid)];
}
function isOrphanHolder({ orphan, state: state2, files }) {
  return orphan && state2 !== "Z" && files.some(({ lock: lock2, path }) => lock2 !== null && !isLintLock(path));
}
function pathsFrom(link, snapshot) {
  const next = nextOf(link.wait).filter(
    (other) => link.wait.kind === "lock" ? holderState(other, snapshot) !== "moving" : stateOf(other, snapshot) !== "moving"
  );
  if (next.length === 0) return [[link]];
  return next.flatMap((other) => pathsFrom(other, snapshot).map((path) => [link, ...path]));
}
function rootState(path, snapshot) {
  const [root, before] = [path.at(-1), path.at(-2)];
  if (root === void 0) return "moving";
  const own = stateOf(root, snapshot);
  if (own !== "moving") return own;
  return before?.wait.kind === "lock" ? holderState(root, snapshot) : "moving";
}
var known2;
var init_cause = __esm({
  "src/doctor/chain/cause.ts"() {
    "use strict";
    init_process_text();
    init_lint_lock();
    init_wait_chain();
    known2 = /* @__PURE__ */ new WeakMap();
  }
});

// src/doctor/chain/silent-go.ts
function silentGos(snapshot) {
  return causesOf(snapshot).flatMap((cause) => {
    const { process: process3, wait } = cause.root;
    if (wait.kind !== "network") return [];
    return [{ cause, process: process3, network: wait.network, ...askedBy(process3, wait.network.connection, snapshot) }];
  });
}
function askedBy(process3, { remote }, snapshot) {
  const { servers: servers2 } = snapshot;
  const at = (names4) => servers2.some(({ name, addresses }) => names4.includes(name) && addresses.includes(remote));
  if (at(httpProxies(process3.env ?? {}))) return { asks: "http-proxy", certain: true };
  const toolchain = process3.files.some(({ path }) => path.includes("/golang.org/toolchain/"));
  const settings2 = process3.settings ?? {};
  const proxy = at(proxiesOf(settings2));
  if (toolchain) return { asks: "toolchain", certain: proxy };
  if (proxy) {
    const asks = throughProxy(process3, remote, snapshot);
    return { asks, certain: asks === "proxy" };
  }
  if (at(sumdbsOf(settings2))) return { asks: "sumdb", certain: true };
  return { asks: byFiles(process3, snapshot), certain: false };
}
function throughProxy(process3, remote, snapshot) {
  const locked = process3.files.some(({ path, lock: lock2 }) => lock2 !== null && path.includes("/@v/"));
  const silent = process3.connections.every((one) => one.remote !== remote || one.receivedBytes === 0);
  return silent && !locked ? "proxy" : byFiles(process3, snapshot);
}
function byFiles({ files, settings: settings2, env }, { cache }) {
  const own = { ...env, ...settings2 };
  if (own["GOSUMDB"] === "off" || /\boff\b/.test(own["GOFLAGS"] ?? "")) return "proxy";
  const locked = files.filter(({ path, lock: lock2 }) => lock2 !== null && path.includes("/@v/"));
  if (locked.some(({ path }) => isPrivate(lockName(path), own))) return "proxy";
  if (locked.length > 0) return files.some(({ path }) => isDownload(path)) ? "proxy" : "sumdb";
  return cache.withoutSum.some((module2) => !isPrivate(module2, own)) ? "sumdb" : "proxy";
}
function isPrivate(module2, own) {
  const patterns = (own["GONOSUMDB"] || own["GOPRIVATE"] || "").split(",").filter((pattern2) => pattern2 !== "");
  const [path = ""] = module2.split("@");
  return patterns.some((pattern2) => matchesPrefix(pattern2, path));
}
function matchesPrefix(pattern2, path) {
  const globs = pattern2.replace(/\/$/, "").split("/");
  const elements = path.split("/");
  return elements.length >= globs.length && globs.every((glob, index) => {
    const source6 = glob.replace(/[.+^${}()|\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
    return new RegExp(`^${source6}$`).test(elements[index] ?? "");
  });
}
function proxiesOf(settings2) {
  return (settings2["GOPROXY"] ?? "").split(/[,|]/).flatMap(hostOf);
}
function sumdbsOf(settings2) {
  const [name = "", url] = (settings2["GOSUMDB"] ?? "").trim().split(/\s+/);
  if (name === "off" || name === "") return [];
  return hostOf(url ?? `https://${name.split("+")[0]}`);
}
function httpProxies(env) {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].flatMap((name) => {
    const value = env[name] ?? "";
    return value === "" ? [] : hostOf(value.includes("://") ? value : `http://${value}`);
  });
}
function hostOf(url) {
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  if (parsed === null || !/^(https?|socks5h?):$/.test(parsed.protocol)) return [];
  const port = parsed.port || { "http:": "80", "https:": "443" }[parsed.protocol] || "1080";
  return [`${parsed.hostname}:${port}`];
}
function networkEvidence({ process: process3, network }) {
  const { state: state2, local, remote, sendQueueBytes, receiveQueueBytes, sentMs, silentMs, receivedBytes } = network.connection;
  const times = [
    ...sentMs === null ? [] : [`last sent ${ageText(sentMs)} ago`],
    ...state2 === "SYN_SENT" ? ["no answer to the SYN"] : [],
    ...silentMs === null ? [] : [`last received ${ageText(silentMs)} ago`],
    ...receivedBytes === 0 && state2 !== "SYN_SENT" ? ["no byte received"] : []
  ];
  return [
    `${state2} ${local} \u2192 ${remote}, queues ${sendQueueBytes}/${receiveQueueBytes}${times.map((text5) => `, ${text5}`).join("")}`,
    "neither it nor its children used CPU time or read, wrote or received a byte between two looks",
    ...["GOPROXY", "GOSUMDB", "GONOSUMDB", "GOPRIVATE"].flatMap((name) => {
      const value = process3.settings?.[name];
      return value === void 0 ? [] : [`${name}=${value} (of pid ${process3.pid})`];
    }),
    ...["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"].flatMap((name) => {
      const value = process3.env?.[name];
      return value === void 0 ? [] : [`${name}=${value} (of pid ${process3.pid})`];
    }),
    ...process3.files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => `meanwhile it holds the lock ${path}`)
  ];
}
var init_silent_go = __esm({
  "src/doctor/chain/silent-go.ts"() {
    "use strict";
    init_lock_name();
    init_process_text();
    init_cause();
    init_network_wait();
  }
});

// src/doctor/facts/resolve-servers.ts
async function resolveServers(snapshot) {
  const names4 = [...linksOf(snapshot).values()].flatMap(
    ({ process: process3, wait }) => wait.kind === "network" ? [...httpProxies(process3.env ?? {}), ...proxiesOf(process3.settings ?? {}), ...sumdbsOf(process3.settings ?? {})] : []
  );
  return await Promise.all([...new Set(names4)].map(async (name) => ({ name, addresses: await addressesOf(name) })));
}
async function addressesOf(name) {
  const at = name.lastIndexOf(":");
  const [host, port] = [name.slice(0, at).replace(/^\[|\]$/g, ""), name.slice(at + 1)];
  const found = (0, import_node_net.isIP)(host) === 0 ? await resolved(host) : [host];
  return found.map((address2) => (0, import_node_net.isIP)(address2) === 6 ? `[${expanded(address2)}]:${port}` : `${address2}:${port}`);
}
async function resolved(host) {
  try {
    return (await (0, import_promises21.lookup)(host, { all: true })).map(({ address: address2 }) => address2);
  } catch (error) {
    if ((0, import_errors22.errnoOf)(error) === void 0) throw error;
    return [];
  }
}
function expanded(address2) {
  const [left2 = "", right] = address2.split("::");
  const groups = (text5) => text5.split(":").filter((group) => group !== "");
  if (right === void 0) return address2;
  const [before, after5] = [groups(left2), groups(right)];
  const zeros = Array.from({ length: 8 - before.length - after5.length }, () => "0");
  return [...before, ...zeros, ...after5].join(":");
}
var import_promises21, import_node_net, import_errors22;
var init_resolve_servers = __esm({
  "src/doctor/facts/resolve-servers.ts"() {
    "use strict";
    import_promises21 = require("node:dns/promises");
    import_node_net = require("node:net");
    import_errors22 = require("./errors.cjs");
    init_silent_go();
    init_wait_chain();
  }
});

// src/doctor/facts/second-look.ts
async function askTimes(processes, limitMs2) {
  const asked2 = await runLimited(["ss", "-tneoiOH"], { env: systemEnv, cwd: "/", limitMs: limitMs2 });
  return asked2.code === 0 ? withTimes(processes, asked2.stdout) : null;
}
async function secondLook(first, pass, limitMs2) {
  const look = async () => {
    const connected = first.processes.some(({ connections }) => connections.length > 0);
    const timed = connected ? await askTimes(first.processes, limitMs2) : null;
    const [windowMs2, uptime2] = [Math.round(performance.now() - pass.begin), uptimeTicks()];
    const processes = lookAgain(timed ?? first.processes, pass, childrenSince(pass.starts), uptime2);
    return withoutPassingWaits(first, { ...first, processes, windowMs: windowMs2 });
  };
  const quick = await look();
  if (!somebodyWaits(quick)) return quick;
  await (0, import_promises22.setTimeout)(Math.max(0, windowMs - quick.windowMs));
  let snapshot = await look();
  for (let again = 0; again < 4 && waitsForNobody(snapshot); again += 1) {
    await (0, import_promises22.setTimeout)(150);
    snapshot = await look();
  }
  const servers2 = await within(limitMs2, resolveServers(snapshot));
  return { ...snapshot, servers: servers2 === "hung" ? [] : servers2 };
}
function withoutPassingWaits(before, now) {
  const processes = now.processes.map((process3) => {
    if (process3.threads.every(({ flockFd }) => flockFd === null) || isSameWait(process3, before, now)) return process3;
    return { ...process3, threads: process3.threads.filter(({ flockFd }) => flockFd === null) };
  });
  return { ...now, processes };
}
function isSameWait(process3, before, now) {
  const first = before.processes.find(({ pid }) => pid === process3.pid);
  if (first === void 0) return false;
  const [was, is] = [lockWaitOf(first, before), lockWaitOf(process3, now)];
  if (was?.inode !== is?.inode || was?.path !== is?.path) return false;
  if (was === null || is === null) return true;
  const holders = otherHoldersOf(was, first, before).map(({ pid }) => pid);
  if (holders.length === 0) return !isLocked(is);
  return otherHoldersOf(is, process3, now).some(({ pid }) => holders.includes(pid));
}
function waitsForNobody(whole) {
  return [...linksOf(withoutAside(whole)).values()].some(
    ({ wait }) => wait.kind === "lock" && wait.file !== null && wait.holders.length === 0
  );
}
function somebodyWaits(whole) {
  const snapshot = withoutAside(whole);
  if (lintLocks(snapshot).length > 0) return true;
  return [...linksOf(snapshot).values()].some(
    (link) => link.wait.kind === "lock" || stateOf(link, snapshot) !== "moving"
  );
}
var import_promises22, windowMs;
var init_second_look = __esm({
  "src/doctor/facts/second-look.ts"() {
    "use strict";
    import_promises22 = require("node:timers/promises");
    init_stat();
    init_lint_lock();
    init_wait_chain();
    init_places();
    init_connections();
    init_is_locked();
    init_look_again();
    init_resolve_servers();
    init_run_limited();
    init_subject();
    windowMs = 2e3;
  }
});

// src/doctor/facts/without-tokens.ts
function withoutTokens(processes) {
  const short2 = /* @__PURE__ */ new Map();
  for (const go of processes) {
    const programs = go.name === "go" ? authPrograms(go) : [];
    if (programs.length === 0) continue;
    for (const child of processes.filter(({ ppid }) => ppid === go.pid)) {
      const program = programs.find((one) => runs(child, one));
      if (program === void 0) continue;
      for (const { pid, command: command2 } of treeOf(child, { processes })) short2.set(pid, command2.slice(0, 1));
      short2.set(child.pid, child.command.slice(0, wordOf(child, program) + 1));
    }
  }
  return processes.map((process3) => {
    const command2 = short2.get(process3.pid);
    return command2 === void 0 || command2.length === process3.command.length ? process3 : { ...process3, command: [...command2, "\u2026"] };
  });
}
function wordOf({ command: command2 }, program) {
  return command2.findIndex((word) => runs({ command: [word] }, program));
}
var init_without_tokens = __esm({
  "src/doctor/facts/without-tokens.ts"() {
    "use strict";
    init_helper_role();
    init_moving();
  }
});

// src/doctor/facts/take-snapshot.ts
async function takeSnapshot(asked2) {
  const { folder, limitMs: limitMs2 } = asked2;
  const { env, hung: hungOnPath } = await answeringPath(asked2.env, limitMs2);
  const request = { ...asked2, env };
  const unseen = [];
  const linux = process.platform === "linux";
  if (!linux) unseen.push(`processes, locks and connections: ${process.platform} has no /proc`);
  if (hungOnPath.length > 0) unseen.push(`${hungOnPath.join(", ")} of PATH: the filesystem does not answer`);
  const pass = readProcesses(rootsOf(pathsOf(folder, env, null)), asked2.mark ?? null);
  const [local, timed] = await Promise.all([localGoEnv(request), linux ? askTimes(pass.processes, limitMs2) : null]);
  const goEnv = goEnvOf(local);
  const paths = pathsOf(folder, env, goEnv);
  const processes = withoutTokens(await withSettings(timed ?? pass.processes, limitMs2));
  if (pass.hidden.length > 0)
    unseen.push(`the files and locks of ${pass.hidden.join(", ")}: another user owns them; run as root to see them`);
  if (linux && timed === null) unseen.push("how long a connection has been silent: install ss (iproute2)");
  const own = { env, cwd: await there(folder, limitMs2), limitMs: limitMs2 };
  const fetched = isToolchainFetched(processes, paths.GOMODCACHE);
  const asks = local.code !== null && !fetched;
  const [places, plain2, load, goroot2, editor, marked, gopls, driver, git, victims] = await Promise.all([
    Promise.all(placesOf(paths).map(([role, path, probe]) => readPlace(role, path, probe, limitMs2))),
    plainGoEnv(request, fetched),
    asks ? loadFact(own, goEnv) : null,
    asks ? gorootFact(own, goEnv, local.output) : null,
    editorGo(request, processes, paths),
    within(limitMs2, conflicts(folder, goEnv)),
    askGoplsVersion(request),
    onPath("gopackagesdriver", env),
    within(limitMs2, gitFact(request)),
    oomVictims(limitMs2)
  ]);
  const hung = places.some((place2) => place2.stat === "hung");
  const [sockets, cache] = await Promise.all([
    linux && !hung ? within(limitMs2, readSockets(env, processes, pass.sockets)) : [],
    hung ? emptyCache : within(
      limitMs2,
      readCache(
        {
          folder,
          gomodcache: paths.GOMODCACHE,
          gocache: paths.GOCACHE,
          gopls: paths["the cache of gopls"],
          tmpdir: paths.TMPDIR ?? (0, import_node_os6.tmpdir)()
        },
        pass.at
      )
    )
  ]);
  if (sockets === "hung") unseen.push("the sockets of daemons: their folder does not answer");
  if (cache === "hung") unseen.push("the contents of the caches: a folder in them does not answer");
  const deep = request.deep && !hung ? await deepFact(request) : null;
  const all = request.deep && !hung ? await damagedInAll(paths.GOCACHE, pass.at, unseen) : null;
  const go = {
    env: goEnv,
    local: { ...factOf(local), output: goEnv === null ? local.output : "" },
    plain: plain2,
    load,
    goroot: goroot2,
    editor,
    gopls,
    driver,
    deep
  };
  const first = {
    schema: 2,
    at: new Date(pass.at).toISOString(),
    windowMs: 0,
    host: {
      platform: process.platform,
      kernel: (0, import_node_os6.release)(),
      uid: process.geteuid?.() ?? -1,
      capabilities: effectiveCapabilities()?.toString(16) ?? null,
      oomKills: oomKills(),
      oomVictims: victims
    },
    folder,
    env: keptEnvironment(env),
    go,
    places,
    processes,
    sockets: sockets === "hung" ? [] : sockets,
    cache: { ...cache === "hung" ? emptyCache : cache, ...all === null ? {} : { damaged: all } },
    conflicts: marked === "hung" ? [] : marked,
    git: git === "hung" ? null : git,
    servers: [],
    session: null,
    unseen
  };
  const second = await secondLook(first, pass, limitMs2);
  const still = await within(
    limitMs2,
    Promise.all([stillLeft(second.cache.left, pass.at, limitMs2), stillDamaged(second.cache.damaged, pass.at)])
  );
  if (still === "hung") return second;
  const [left2, damaged2] = still;
  return { ...second, cache: { ...second.cache, left: left2, damaged: damaged2 } };
}
async function answeringPath(env, limitMs2) {
  const folders = (env["PATH"] ?? "").split(import_node_path26.delimiter);
  const answers = await Promise.all(folders.map((folder) => within(limitMs2, ownerOf(folder))));
  const hung = folders.filter((_, index) => answers[index] === "hung");
  if (hung.length === 0) return { env, hung };
  return { env: { ...env, PATH: folders.filter((folder) => !hung.includes(folder)).join(import_node_path26.delimiter) }, hung };
}
function rootsOf(paths) {
  return [paths.GOMODCACHE, paths.GOCACHE, paths["the cache of gopls"]].flatMap(
    (path) => path === null ? [] : [`${path}/`]
  );
}
var import_node_os6, import_node_path26;
var init_take_snapshot = __esm({
  "src/doctor/facts/take-snapshot.ts"() {
    "use strict";
    import_node_os6 = require("node:os");
    import_node_path26 = require("node:path");
    init_capabilities();
    init_cache_facts();
    init_conflicts();
    init_damaged_in_all();
    init_owner_of();
    init_places();
    init_still_left();
    init_editor_go();
    init_environment();
    init_git_fact();
    init_go_facts();
    init_go_offline();
    init_go_paths();
    init_on_path();
    init_with_settings();
    init_daemon_sockets();
    init_oom_kills();
    init_processes();
    init_run_limited();
    init_second_look();
    init_without_tokens();
  }
});

// src/quote-word.ts
function quoteWord(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
var init_quote_word = __esm({
  "src/quote-word.ts"() {
    "use strict";
  }
});

// src/doctor/remedy/remedy.ts
function signal(name, processes, why) {
  const targets = [...new Map(processes.map((process3) => [process3.pid, process3])).values()];
  return {
    kind: "signal",
    signal: name,
    processes: targets.map((process3) => ({
      pid: process3.pid,
      startTicks: process3.startTicks,
      what: processText(process3)
    })),
    why
  };
}
function killTree(process3, snapshot, why) {
  return signal(
    "KILL",
    treeOf(process3, snapshot).filter(({ aside }) => aside === null),
    why
  );
}
function orphansWith(process3, snapshot) {
  const held2 = process3.files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => path);
  return snapshot.processes.filter(
    (other) => other.pid !== process3.pid && other.orphan && other.state !== "Z" && (isOrphanHolder(other) || other.threads.some(({ flockFd }) => flockFd !== null)) && other.files.some(({ path }) => held2.includes(path))
  );
}
function run(argv, why, options = {}) {
  return { kind: "run", argv, env: options.env ?? {}, cwd: options.cwd ?? null, why };
}
function environment(env, why) {
  return { kind: "environment", env, why };
}
function restart(what, why = "") {
  return { kind: "restart", what, why };
}
function decide(text5) {
  return { kind: "decide", text: text5 };
}
function stepText(step) {
  switch (step.kind) {
    case "signal": {
      const ids = step.processes.map(({ pid }) => pid).join(" ");
      return withWhy(`kill -${step.signal} ${ids}`, step.why);
    }
    case "run": {
      const set = Object.entries(step.env).flatMap(
        ([name, value]) => value === null ? [`-u ${name}`] : [`${name}=${quoted(value)}`]
      );
      const unsets = set.some((word) => word.startsWith("-u"));
      const prefix = set.length === 0 ? "" : `${unsets ? "env " : ""}${set.join(" ")} `;
      const place2 = step.cwd === null ? "" : `cd ${quoted(step.cwd)} && `;
      return withWhy(`${place2}${prefix}${step.argv.map(quoted).join(" ")}`, step.why);
    }
    case "environment": {
      const set = Object.entries(step.env).map(
        ([name, value]) => value === null ? `unset ${name}` : `${name}=${quoted(value)}`
      );
      return withWhy(`set ${set.join(", ")}`.replace(/^set unset /, "unset "), step.why);
    }
    case "restart":
      return withWhy(`start ${step.what} again`, step.why);
    case "decide":
      return step.text;
  }
}
function withWhy(what, why) {
  return why === "" ? what : `${what}   # ${why}`;
}
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : quoteWord(word);
}
var init_remedy = __esm({
  "src/doctor/remedy/remedy.ts"() {
    "use strict";
    init_quote_word();
    init_cause();
    init_moving();
    init_process_text();
  }
});

// src/doctor/finding/caches/build-cache-damaged.ts
function finding(all, severity) {
  const outputs = `${countText(all.length, "output")} in GOCACHE ${all.length === 1 ? "does" : "do"} not have the content of ${all.length === 1 ? "its" : "their"} name`;
  return {
    id: "build-cache-damaged",
    severity,
    summary: severity === "error" ? `${outputs}, and go takes ${all.length === 1 ? "it" : "them"} for whole: builds that need ${all.length === 1 ? "it" : "them"} fail` : `${outputs}: builds fail if an entry names ${all.length === 1 ? "it" : "one"}, and there was no time to read them all`,
    evidence: [
      ...all.slice(0, 5).flatMap(({ path, bytes, sha256, entry }) => [
        `${path}: ${bytes} bytes, whose SHA-256 is ${sha256}`,
        ...entry === null ? [] : [`${entry} names it, with that length`]
      ]),
      ...all.length > 5 ? [`and ${all.length - 5} more`] : []
    ],
    pids: [],
    consequences: [],
    remedy: [run(["go", "clean", "-cache"], "go repairs an empty output itself, but not one of the right length")],
    source: "cmd/go/internal/cache/cache.go, GetFile and copyFile; scenario power-lost-gocache"
  };
}
var buildCacheDamaged;
var init_build_cache_damaged = __esm({
  "src/doctor/finding/caches/build-cache-damaged.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    buildCacheDamaged = ({ cache, go }) => {
      if ((go.env?.["GOCACHEPROG"] ?? "") !== "") return [];
      const named3 = cache.damaged.filter(({ entry }) => entry !== null);
      const [all, severity] = named3.length > 0 ? [named3, "error"] : [cache.damaged, "note"];
      return all.length === 0 ? [] : [finding(all, severity)];
    };
  }
});

// src/doctor/finding/caches/cache-evicted.ts
var day2, cacheEvicted;
var init_cache_evicted = __esm({
  "src/doctor/finding/caches/cache-evicted.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    day2 = 24 * 60 * 60 * 1e3;
    cacheEvicted = ({ cache, env }) => {
      const { restored } = cache.entries;
      const { seen, olderThan5Days } = cache.entries;
      const due = cache.trimAgeMs === null || cache.trimAgeMs > day2;
      if (seen < 4 || olderThan5Days / seen < 0.5 || !due) return [];
      return [
        {
          id: "cache-evicted",
          // After a holiday this is go's normal trim. In CI the cache was just restored for this job.
          severity: env["CI"] === "true" && restored > 0.5 * olderThan5Days ? "warning" : "note",
          summary: `the next go build will delete most of GOCACHE: ${olderThan5Days} of ${seen} sampled entries are older than 5 days`,
          evidence: [
            `${restored} of them were unpacked or touched within the last day`,
            cache.trimAgeMs === null ? "there is no trim.txt, so go trims at once" : `trim.txt: last trimmed ${ageText(cache.trimAgeMs)} ago; go trims again after a day`
          ],
          pids: [],
          consequences: [],
          remedy: [
            run(
              ["sh", "-c", 'date +%s >"$(go env GOCACHE)/trim.txt"'],
              "right after the cache is restored; go then waits a day before it trims"
            )
          ],
          source: "cmd/go/internal/cache/cache.go, Trim; golang/go#76314; scenario gocache-evicted"
        }
      ];
    };
  }
});

// src/doctor/finding/caches/cache-not-writable.ts
function report(summary2, evidence, path, uid, errno) {
  return {
    id: "cache-not-writable",
    severity: "error",
    summary: `${summary2}; gopls only says "could not import"`,
    evidence,
    pids: [],
    consequences: [],
    remedy: errno === "EROFS" ? [decide("The mount is read-only: set GOMODCACHE, GOCACHE and TMPDIR to folders on another filesystem")] : [
      run(["sudo", "chown", "-R", `${uid}`, path], "gives it to the user that runs go"),
      run(["chmod", "-R", "u+rwX", path], "if that user owns it already")
    ],
    source: "golang/go#51121; cmd/go/internal/modfetch/cache.go, lockVersion"
  };
}
var caches, cacheNotWritable;
var init_cache_not_writable = __esm({
  "src/doctor/finding/caches/cache-not-writable.ts"() {
    "use strict";
    init_remedy();
    caches = /* @__PURE__ */ new Set([
      "GOCACHE",
      "GOMODCACHE",
      "GOMODCACHE/cache/download",
      "GOPATH/pkg/sumdb",
      "the cache of gopls"
    ]);
    cacheNotWritable = ({ places, cache, host }) => [
      ...places.flatMap(({ role, path, stat: stat10, notWritable }) => {
        if (!caches.has(role) || notWritable === null) return [];
        const owner = stat10 === null || stat10 === "hung" ? "" : `, owner ${stat10.uid}, mode ${stat10.mode}`;
        return [
          report(
            `${role} is not writable: ${path}`,
            [`access(W_OK): ${notWritable}${owner}`, `this is user ${host.uid}`],
            path,
            host.uid,
            notWritable
          )
        ];
      }),
      ...cache.left.filter(({ kind }) => kind === "not writable").map(
        ({ path, of }) => report(`the cache of ${of} is not writable: ${path}`, [`this is user ${host.uid}`], path, host.uid, "EACCES")
      )
    ];
  }
});

// src/doctor/facts/go/asked-environment.ts
function askedEnvironments({ env, folder, go, places, processes }) {
  const { editor } = go;
  const here = { ...go, go: go.env, where: "here", pids: [], folder, variables: env, places };
  if (editor === null) return [here];
  const gopls = processes.find(({ pid }) => pid === editor.pid);
  const where = `in the environment of gopls (pid ${editor.pid})`;
  return [
    here,
    {
      ...editor,
      go: editor.env,
      local: editor,
      where,
      pids: [editor.pid],
      folder: gopls?.workspace ?? gopls?.cwd ?? folder,
      variables: gopls?.env ?? {}
    }
  ];
}
function settingIn({ go, variables }, name) {
  return variables[name] || go?.[name] || "";
}
function firstOfEach(found, key) {
  return found.filter((one, index) => found.findIndex((other) => key(other) === key(one)) === index);
}
var init_asked_environment = __esm({
  "src/doctor/facts/go/asked-environment.ts"() {
    "use strict";
  }
});

// src/doctor/judge/go-refusal.ts
function refusalIn({ load, local }) {
  for (const fact of [local, load]) {
    if (fact === null || fact.code === 0 || fact.timedOut) continue;
    for (const [kind, pattern2] of known3) {
      const words4 = pattern2.exec(fact.output)?.[0].trim();
      if (words4 !== void 0 && !(kind === "workspace" && tooOld.test(words4))) return { kind, words: words4 };
    }
  }
  return null;
}
var known3, tooOld;
var init_go_refusal = __esm({
  "src/doctor/judge/go-refusal.ts"() {
    "use strict";
    known3 = [
      ["goroot", /^go: cannot find GOROOT directory: .*/m],
      ["goflags", /^go: parsing \$GOFLAGS: .*|^.*\(from \$GOFLAGS\).*|^-mod=\S* not supported .*/m],
      ["path", /^go: GOPATH entry (?:is relative|cannot start).*/m],
      ["workspace", /^go: -mod may only be set to readonly or vendor when in workspace mode[\s\S]*/m],
      ["workspace", /^go: -modfile cannot be used (?:in|with).*/m],
      ["workspace", /^go: inconsistent vendoring in [\s\S]*/m],
      ["workspace", /^go: module \S+ listed in go\.work file requires go >= \S+, but go\.work [\s\S]*/m],
      ["workspace", /^go: cannot load module .* listed in go\.work file: [\s\S]*/m],
      ["workspace", /^go: module \S+ appears multiple times in workspace.*/m],
      ["workspace", /^go: (?:workspace module .* is replaced|conflicting replacements).*/m],
      ["workspace", /^go: (?:reading go\.work: |errors parsing (?:\S*\/)?go\.(?:mod|work):)[\s\S]*/m],
      ["workspace", /^go: invalid GOWORK: .*/m]
    ];
    tooOld = /unknown directive: (?:toolchain|tool|ignore|godebug)\b|invalid go version|\(running go/;
  }
});

// src/doctor/judge/goflags.ts
function isInGoenv({ variables, go }, name) {
  return !variables[name] && (go?.[name] ?? "") !== "";
}
function mendGoflags(asked2, keeps, why) {
  const value = asked2.variables["GOFLAGS"] || asked2.go?.["GOFLAGS"] || "";
  const rest = value.split(/\s+/).filter((word) => word !== "" && keeps(word));
  if (!isInGoenv(asked2, "GOFLAGS")) return environment({ GOFLAGS: rest.length === 0 ? null : rest.join(" ") }, why);
  const file2 = asked2.go?.["GOENV"] ?? "the file of go env -w";
  return rest.length === 0 ? run(["go", "env", "-u", "GOFLAGS"], `${why}; it is set in ${file2}`) : run(["go", "env", "-w", `GOFLAGS=${rest.join(" ")}`], `${why}; it is set in ${file2}`);
}
var init_goflags = __esm({
  "src/doctor/judge/goflags.ts"() {
    "use strict";
    init_remedy();
  }
});

// src/doctor/finding/caches/cache-path.ts
function wrongIn(asked2) {
  return [...settings(asked2), ...asked2.places.flatMap((place2) => placeIn(place2) ?? [])];
}
function settings(asked2) {
  const unset = (name) => isInGoenv(asked2, name) ? run(["go", "env", "-u", name], "`go env -w` set it") : environment({ [name]: null }, "go then uses its default");
  const wrong = [];
  const refusal = refusalIn(asked2);
  if (refusal?.kind === "path")
    wrong.push({ name: "GOPATH", summary: "go refuses GOPATH", evidence: [refusal.words], remedy: [unset("GOPATH")] });
  for (const name of ["GOCACHE", "GOMODCACHE"]) {
    const value = settingIn(asked2, name);
    if (value === "" || (0, import_node_path27.isAbsolute)(value)) continue;
    const off = name === "GOCACHE" && value === "off";
    const says = off ? "GOCACHE is off: since Go 1.12 go builds nothing without a build cache" : `${name} is a relative path, which go refuses: ${value}`;
    wrong.push({ name, summary: says, evidence: [`${name}=${value}`], remedy: [unset(name)] });
  }
  return wrong;
}
function placeIn({ role, path, shape, linkTo, stat: stat10 }) {
  if (!caches2.has(role) || !(0, import_node_path27.isAbsolute)(path)) return null;
  if (shape === "dangling link") {
    return {
      name: role,
      summary: `${role} is a dangling link, and go cannot create a folder in its place: ${path}`,
      evidence: [`${path} \u2192 ${linkTo}`],
      remedy: [run(["mkdir", "-p", linkTo ?? path], "creates the target of the link")]
    };
  }
  if (shape !== "file") return null;
  return {
    name: role,
    summary: `${role} is a file, not a folder: ${path}`,
    evidence: [stat10 === null || stat10 === "hung" ? path : `owner ${stat10.uid}, mode ${stat10.mode}`],
    remedy: [run(["mv", path, `${path}.old`], "go creates the folder itself")]
  };
}
var import_node_path27, caches2, cachePath;
var init_cache_path = __esm({
  "src/doctor/finding/caches/cache-path.ts"() {
    "use strict";
    import_node_path27 = require("node:path");
    init_asked_environment();
    init_go_refusal();
    init_goflags();
    init_remedy();
    caches2 = /* @__PURE__ */ new Set(["GOCACHE", "GOMODCACHE", "the cache of gopls"]);
    cachePath = (snapshot) => {
      const found = askedEnvironments(snapshot).flatMap((asked2) => wrongIn(asked2).map((wrong) => ({ asked: asked2, ...wrong })));
      return firstOfEach(found, ({ summary: summary2 }) => summary2).map(({ asked: asked2, summary: summary2, evidence, remedy: remedy2 }) => ({
        id: "cache-path",
        severity: "error",
        summary: asked2.pids.length === 0 ? summary2 : `${summary2} (${asked2.where})`,
        evidence,
        pids: asked2.pids,
        consequences: [],
        remedy: remedy2,
        source: "cmd/go/internal/cache/default.go, DefaultDir; scenario gocache-path"
      }));
    };
  }
});

// src/doctor/finding/caches/disk-full.ts
var bytesNeeded, inodesNeeded, spared, diskFull;
var init_disk_full = __esm({
  "src/doctor/finding/caches/disk-full.ts"() {
    "use strict";
    init_remedy();
    bytesNeeded = 8 * 1024 ** 2;
    inodesNeeded = 32;
    spared = /* @__PURE__ */ new Set(["workspace", "HOME", "XDG_RUNTIME_DIR"]);
    diskFull = ({ places }) => places.flatMap(({ role, path, freeBytes, freeInodes, stat: stat10, notWritable }) => {
      const bytes = freeBytes !== null && freeBytes < bytesNeeded;
      const inodes = freeInodes !== null && freeInodes < inodesNeeded;
      if (stat10 === "hung" || notWritable === "EROFS" || spared.has(role) || !bytes && !inodes) return [];
      return [
        {
          id: "disk-full",
          severity: "error",
          summary: `the disk of ${role} is full: ${bytes ? `${freeBytes} bytes` : `${freeInodes} inodes`} left at ${path}`,
          evidence: [`free: ${freeBytes} bytes, ${freeInodes ?? "any number of"} inodes`],
          pids: [],
          consequences: [],
          remedy: [
            ...role === "GOCACHE" ? [run(["go", "clean", "-cache"], "if the build cache fills the disk")] : [],
            decide(`Free space at ${path}, or set GOCACHE, GOMODCACHE, GOPLSCACHE or TMPDIR to a folder on another disk`)
          ],
          source: "golang/go#60076, golang/go#67433; scenarios gocache-full, modcache-full, gopls-gocache-full"
        }
      ];
    });
  }
});

// src/doctor/finding/caches/filesystem-hung.ts
function report2(summary2, evidence) {
  return {
    id: "filesystem-hung",
    severity: "error",
    summary: summary2,
    evidence,
    pids: [],
    consequences: [],
    remedy: [
      decide("Bring back the server of that filesystem (FUSE, NFS, 9p), or move HOME and the caches to a local disk")
    ],
    source: "golang/go#49475; scenario modcache-hung"
  };
}
var filesystemHung;
var init_filesystem_hung = __esm({
  "src/doctor/finding/caches/filesystem-hung.ts"() {
    "use strict";
    init_cause();
    init_remedy();
    init_process_text();
    filesystemHung = (snapshot) => [
      ...snapshot.places.filter(({ stat: stat10 }) => stat10 === "hung").map(({ role, path }) => report2(`${role} does not answer: ${path}`, ["stat(2) did not return in time"])),
      ...causesOf(snapshot).flatMap((cause) => {
        const { process: process3, wait } = cause.root;
        return wait.kind === "filesystem" ? [
          {
            ...report2(`${processText(process3)} waits in the kernel for a filesystem`, [`wchan ${wait.wchan}`]),
            pids: pidsOf(cause),
            consequences: consequencesOf(cause)
          }
        ] : [];
      })
    ];
  }
});

// src/doctor/finding/caches/module-damaged.ts
function named(left2) {
  const names4 = left2.map(({ kind }) => empties[kind] ?? "");
  const last = names4.pop() ?? "";
  return names4.length === 0 ? last : `${names4.join(", ")} and ${last}`;
}
function removal(left2) {
  const tree = left2.find(({ kind }) => kind === "empty module")?.path;
  const files = left2.filter(({ kind }) => kind !== "empty module").map(({ path }) => path);
  return [
    ...tree === void 0 ? [] : [
      run(["chmod", "-R", "u+w", tree], "go makes its folders read-only"),
      run(["rm", "-rf", tree], "go extracts it again from the zip")
    ],
    ...files.length === 0 ? [] : [run(["rm", "-f", ...files], "or unlatch clean, which takes the version\u2019s lock first")]
  ];
}
var empties, moduleDamaged;
var init_module_damaged = __esm({
  "src/doctor/finding/caches/module-damaged.ts"() {
    "use strict";
    init_remedy();
    empties = {
      "empty mod": "go.mod",
      "empty zip": "zip",
      "empty ziphash": "hash of the zip",
      "empty module": "extracted module"
    };
    moduleDamaged = ({ cache, go }) => {
      const empty = cache.left.filter(({ kind }) => empties[kind] !== void 0);
      const versions = [...new Set(empty.map(({ of }) => of))].map((of) => empty.filter((one) => one.of === of));
      const verify = go.deep?.verify;
      const source6 = "golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go";
      const again = [
        run(["go", "mod", "download"], "downloads it again"),
        run(["go", "clean", "-cache"], "the module index in the build cache still describes the damaged files")
      ];
      return [
        ...versions.map((left2) => ({
          id: "module-damaged",
          severity: "error",
          summary: `the module cache has an empty ${named(left2)} of ${left2[0]?.of ?? ""}, which go takes for the real one`,
          evidence: left2.map(
            ({ kind, path }) => kind === "empty module" ? `no content: ${path}/go.mod or its Go files` : `no content: ${path}`
          ),
          pids: [],
          consequences: [],
          remedy: [...removal(left2), ...again],
          source: source6
        })),
        ...verify !== void 0 && verify.code !== 0 && /has been modified|missing|not a valid zip/.test(verify.output) ? [
          {
            id: "module-damaged",
            severity: "error",
            summary: "go mod verify finds modules that differ from what was downloaded",
            evidence: [verify.output],
            pids: [],
            consequences: [],
            remedy: [
              decide("End everything that uses the module cache: go clean -modcache takes no lock"),
              run(["go", "clean", "-modcache"], "removes the damaged files and all others"),
              ...again
            ],
            source: source6
          }
        ] : []
      ];
    };
  }
});

// src/doctor/finding/caches/nfs-lookup-cache.ts
function forgets(nfs) {
  const options = nfs.options.split(",");
  const asks = ["acdirmin=0", "acdirmax=0"].every((option) => options.includes(option));
  return asks || options.some((option) => /^lookupcache=(pos|none)$/.test(option));
}
var nfsLookupCache;
var init_nfs_lookup_cache = __esm({
  "src/doctor/finding/caches/nfs-lookup-cache.ts"() {
    "use strict";
    init_remedy();
    nfsLookupCache = ({ places }) => {
      const place2 = places.find(({ role }) => role === "GOMODCACHE");
      if (place2?.nfs == null || place2.notWritable !== null || forgets(place2.nfs)) return [];
      const { source: source6, mountPoint, type, options } = place2.nfs;
      return [
        {
          id: "nfs-lookup-cache",
          severity: "note",
          summary: `GOMODCACHE is on NFS, and this machine remembers which files are missing there: if other machines share it, go mod download may fail with "target directory \u2026 exists and is not empty"`,
          evidence: [`/proc/self/mountinfo: ${source6} on ${mountPoint}, ${type}, ${options}`, `GOMODCACHE=${place2.path}`],
          pids: [],
          consequences: [],
          remedy: [
            decide(
              "If other machines share the module cache: unmount it, and mount it again with the option lookupcache=positive, which a remount cannot set"
            )
          ],
          source: "nfs(5), lookupcache; cmd/go/internal/modfetch/fetch.go, unzip; test/e2e/cache/nfs.test.ts"
        }
      ];
    };
  }
});

// src/group-by.ts
function groupBy(items, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf2(item));
    if (group === void 0) groups.set(keyOf2(item), [item]);
    else group.push(item);
  }
  return groups;
}
var init_group_by = __esm({
  "src/group-by.ts"() {
    "use strict";
  }
});

// src/doctor/finding/caches/owners-differ.ts
function finding2(facts, snapshot) {
  const [first] = facts;
  if (first === void 0) return null;
  const { uid } = snapshot.host;
  const severity = severityOf(facts, snapshot);
  return {
    id: "owners-differ",
    severity,
    summary: `${countText(facts.length, "file or folder", "files and folders")} in ${first.role} of user ${first.uid} ${facts.length === 1 ? "is" : "are"} not writable for this user (${uid}): ${harmOf(facts, severity)}`,
    evidence: [
      ...facts.slice(0, 5).map((fact) => `${fact.path}: owner ${fact.uid}, mode ${fact.mode}`),
      ...facts.length > 5 ? [`and ${facts.length - 5} more`] : []
    ],
    pids: [],
    consequences: [],
    remedy: [
      // Anyone may remove another user's file from their own folder; go creates it again.
      facts.every(isTimeFile) ? run(
        ["rm", "-f", ...facts.map(({ path }) => path)],
        "`sudo -E go \u2026` creates such files; go clean -cache keeps them"
      ) : facts.every((fact) => fact.uid === uid) ? run(["chmod", "-R", "u+rwX", first.cache], "this user owns them") : run(
        ["sudo", "chown", "-R", `${uid}`, first.cache],
        "`sudo -E go \u2026` creates such folders; go clean -cache cannot remove them"
      ),
      ...first.role === "the cache of gopls" ? [restart("gopls")] : []
    ],
    source: "cmd/go/internal/cache/cache.go, Trim and putIndexEntry; scenario gocache-owners"
  };
}
function severityOf(facts, { cache, go }) {
  if (!facts.every(isTimeFile)) return facts[0]?.role === "the cache of gopls" ? "warning" : "error";
  const version = (0, import_semver2.coerce)(go.env?.["GOVERSION"]);
  const fails = version !== null && (0, import_semver2.gte)(version, "1.21.0") && (0, import_semver2.lt)(version, "1.25.0");
  const due = cache.trimAgeMs === null || cache.trimAgeMs > trimIntervalMs;
  return fails && due && facts.some(({ path }) => path.endsWith("/trim.txt")) ? "error" : "note";
}
function isTimeFile({ path }) {
  return /\/(trim|testexpire)\.txt$/.test(path);
}
function harmOf(facts, severity) {
  const [first] = facts;
  if (first?.role === "the cache of gopls") return "gopls stores nothing there and starts from scratch each time";
  if (first?.role === "GOMODCACHE") return 'go fails with "permission denied" when it downloads';
  if (severity === "note") return "Go 1.21 to 1.24 fail when they trim, once a day";
  return facts.every(isTimeFile) ? 'every go build and go vet fails with "failed to trim cache"' : 'go fails with "permission denied" when it compiles';
}
var import_semver2, trimIntervalMs, ownersDiffer;
var init_owners_differ = __esm({
  "src/doctor/finding/caches/owners-differ.ts"() {
    "use strict";
    import_semver2 = __toESM(require_semver2(), 1);
    init_group_by();
    init_remedy();
    init_process_text();
    trimIntervalMs = 24 * 60 * 6e4;
    ownersDiffer = (snapshot) => {
      const { cache, places } = snapshot;
      const closed = new Set(places.filter(({ notWritable }) => notWritable !== null).map(({ path }) => path));
      const facts = cache.foreign.filter((fact) => !closed.has(fact.cache));
      return [...groupBy(facts, ({ role }) => role).values()].flatMap((own) => finding2(own, snapshot) ?? []);
    };
  }
});

// src/doctor/finding/caches/rename-leftovers.ts
var renameLeftovers;
var init_rename_leftovers = __esm({
  "src/doctor/finding/caches/rename-leftovers.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    renameLeftovers = ({ cache, processes }) => {
      const lockOf2 = (path) => path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, ".lock");
      const left2 = cache.left.filter(
        ({ kind, path, busy }) => kind === "tmp" && !busy && !processes.some(
          ({ files }) => files.some((file2) => file2.path === path || file2.lock !== null && file2.path === lockOf2(path))
        )
      );
      if (left2.length === 0) return [];
      return [
        {
          id: "rename-leftovers",
          severity: "warning",
          summary: `${countText(left2.length, "temporary file")} in the module cache ${left2.length === 1 ? "was" : "were"} never renamed, and no process works on ${left2.length === 1 ? "it" : "them"}`,
          evidence: left2.slice(0, 10).map(({ path, of, ageMs }) => `${of}: ${path}, ${ageText(ageMs)} old`),
          pids: [],
          consequences: [],
          remedy: [
            run(
              ["rm", "-f", ...left2.map(({ path }) => path)],
              'or unlatch clean, which takes go\u2019s lock first. If go printed "rename \u2026: device or resource busy", run it again'
            )
          ],
          source: "cmd/go/internal/modfetch/fetch.go, downloadZip; golang/go#36447; scenario modcache-rename"
        }
      ];
    };
  }
});

// src/doctor/finding/caches/restore-not-empty.ts
function ageThen({ ageMs }, { windowMs: windowMs2 }) {
  return ageMs - windowMs2;
}
function unpacksInto({ name, command: command2, cwd, files, state: state2 }, { places }) {
  if (!/^(tar|bsdtar)$/.test(name) || state2 === "Z" || !isExtraction(command2)) return false;
  const path = places.find(({ role }) => role === "GOMODCACHE")?.path;
  const inside = (other) => path !== void 0 && `${other}/`.startsWith(`${path}/`);
  return inside(cwd) || files.some((file2) => inside(file2.path));
}
function isExtraction([, first = "", ...rest]) {
  const words4 = [first, ...rest];
  if (words4.some((word) => /^--(skip-old|recursive-unlink)/.test(word))) return false;
  return /^[a-zA-Z]*x/.test(first) || words4.some((word) => /^-[a-zA-Z]*x|^--(extract|get)$/.test(word));
}
var toleranceMs, restoreNotEmpty;
var init_restore_not_empty = __esm({
  "src/doctor/finding/caches/restore-not-empty.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    toleranceMs = 20;
    restoreNotEmpty = (snapshot) => {
      const { cache } = snapshot;
      const module2 = cache.readOnlyModule;
      if (module2 === null) return [];
      return snapshot.processes.filter((process3) => unpacksInto(process3, snapshot) && module2.ageMs > ageThen(process3, snapshot) + toleranceMs).map((process3) => ({
        id: "restore-not-empty",
        severity: "warning",
        summary: `${processText(process3)} restores a module cache over one that already has modules: it fails with "Cannot open: File exists"`,
        evidence: [
          `pid ${process3.pid}: ${process3.command.join(" ")}`,
          `${module2.path} existed before it started, in a read-only folder`
        ],
        pids: [process3.pid],
        consequences: [],
        remedy: [
          run(
            ["go", "clean", "-modcache"],
            "right before the restore. Better: restore before any go command runs, or set GOFLAGS=-modcacherw from the start"
          ),
          restart("the restore")
        ],
        source: "actions/setup-go#722; actions/setup-go#403; scenario modcache-restored-twice"
      }));
    };
  }
});

// src/doctor/finding/gopls/daemon-cold-buildid.ts
var daemonColdBuildid;
var init_daemon_cold_buildid = __esm({
  "src/doctor/finding/gopls/daemon-cold-buildid.ts"() {
    "use strict";
    init_moving();
    init_remedy();
    init_process_text();
    daemonColdBuildid = (snapshot) => snapshot.processes.flatMap((process3) => {
      const { processes } = snapshot;
      const parent = processes.find(({ pid }) => pid === process3.ppid);
      const asks = process3.name === "go" && process3.command[1] === "tool" && process3.command.includes("buildid");
      if (!asks || parent?.name !== "gopls" || process3.ageMs < 1e3) return [];
      return [
        {
          id: "daemon-cold-buildid",
          // While it compiles there is nothing to fix.
          severity: isTreeMoving(process3, snapshot) ? "note" : "warning",
          summary: `${processText(parent)} does not answer yet: it has waited ${ageText(process3.ageMs)} for \`go tool buildid\`, which go compiles first`,
          evidence: [
            `pid ${process3.pid}: ${process3.command.join(" ")}`,
            `GOCACHE=${process3.env?.["GOCACHE"] ?? "unknown"}`
          ],
          pids: [parent.pid, process3.pid],
          consequences: [],
          remedy: [
            run(
              ["sh", "-c", 'go tool buildid "$(command -v gopls)"'],
              "compiles it once. Or wait: killing gopls starts the compilation over",
              {
                cwd: "/"
              }
            )
          ],
          source: "gopls/internal/lsprpc/autostart_posix.go; golang/go#70298"
        }
      ];
    });
  }
});

// src/doctor/finding/gopls/daemon-duplicate.ts
var daemonDuplicate;
var init_daemon_duplicate = __esm({
  "src/doctor/finding/gopls/daemon-duplicate.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    daemonDuplicate = ({ sockets, processes }) => sockets.flatMap(({ path, listeners }) => {
      const daemons = processes.filter(({ pid }) => listeners.includes(pid)).sort((a, b) => b.ageMs - a.ageMs);
      if (daemons.length < 2) return [];
      const lost = daemons.slice(0, -1);
      return [
        {
          id: "daemon-duplicate",
          severity: "warning",
          summary: `${countText(daemons.length, "gopls daemon")} listen on ${path}: the socket of ${lost.map(processText).join(", ")} was removed while it listened`,
          evidence: daemons.map(({ pid, command: command2 }) => `pid ${pid}: ${command2.join(" ")}`),
          pids: lost.map(({ pid }) => pid),
          consequences: [],
          remedy: [
            signal(
              "TERM",
              lost,
              "editors connected to it start gopls again; a daemon without clients ends by itself after a minute"
            )
          ],
          source: "gopls/internal/lsprpc/dialer.go, dialNet; scenario gopls-daemon-stale-socket"
        }
      ];
    });
  }
});

// src/doctor/text/editor-text.ts
function whereToSet({ processes }) {
  const names4 = new Set(processes.flatMap(({ editor }) => editor?.name ?? []));
  const places = [
    ...names4.size === 0 || names4.has("VS Code") ? ["go.toolsEnvVars in VS Code"] : [],
    ...names4.size === 0 || [...names4].some((name) => name !== "VS Code") ? ["build.env of gopls's settings"] : []
  ];
  return [...places, "or the environment that starts the editor"].join(", ");
}
var whenGoplsEnds;
var init_editor_text = __esm({
  "src/doctor/text/editor-text.ts"() {
    "use strict";
    whenGoplsEnds = 'VS Code restarts gopls up to four times; Emacs reconnects; Neovim says "Client 1 quit with exit code \u2026" and needs :LspRestart or :edit';
  }
});

// src/doctor/finding/gopls/daemon-stopped.ts
var daemonStopped;
var init_daemon_stopped = __esm({
  "src/doctor/finding/gopls/daemon-stopped.ts"() {
    "use strict";
    init_cause();
    init_remedy();
    init_editor_text();
    init_process_text();
    daemonStopped = (snapshot) => {
      const { sockets, processes } = snapshot;
      const client = processes.some(
        ({ name, command: command2 }) => name === "gopls" && command2.some((word) => /^--?remote/.test(word))
      );
      return sockets.flatMap(
        ({ path, listeners, backlog }) => processes.flatMap((daemon) => {
          const stopped = daemon.state === "T" || daemon.state === "t" || daemon.state === "D";
          if (!listeners.includes(daemon.pid) || !stopped) return [];
          const cause = causesOf(snapshot).find(({ root }) => root.process.pid === daemon.pid);
          return [
            {
              id: "daemon-stopped",
              severity: client || backlog > 0 ? "error" : "note",
              summary: `the gopls daemon ${processText(daemon)} is ${daemon.state === "D" ? "stuck in the kernel" : "stopped"}: an editor that connects to it waits forever for the answer to initialize`,
              evidence: [
                `state ${daemon.state}, listens on ${path}`,
                `${countText(backlog, "connection")} not accepted`,
                ...daemon.tracer === null ? [] : [`pid ${daemon.tracer} traces it`]
              ],
              pids: cause === void 0 ? [daemon.pid] : pidsOf(cause),
              consequences: cause === void 0 ? [] : consequencesOf(cause),
              remedy: [signal("CONT", [daemon], `its clients then continue. KILL would end them too: ${whenGoplsEnds}`)],
              source: "gopls/internal/lsprpc/dialer.go: only dialing has a timeout; golang/vscode-go#2914; scenario gopls-daemon-stopped"
            }
          ];
        })
      );
    };
  }
});

// src/doctor/finding/gopls/gopls-cache-damaged.ts
var goplsCacheDamaged;
var init_gopls_cache_damaged = __esm({
  "src/doctor/finding/gopls/gopls-cache-damaged.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    goplsCacheDamaged = ({ cache }) => cache.left.filter(({ kind }) => kind === "empty gopls index").map(({ path, ageMs }) => ({
      id: "gopls-cache-damaged",
      severity: "error",
      summary: 'the cache of gopls has an empty exe.sha256: gopls of that version exits with "cannot access its persistent index"',
      evidence: [`0 bytes, ${ageText(ageMs)} old: ${path}`],
      pids: [],
      consequences: [],
      remedy: [
        run(["rm", "-f", path], "restarting gopls alone does not help, and neither does go clean"),
        restart("gopls")
      ],
      source: "gopls/internal/filecache/filecache.go, getCacheDir; scenario gopls-index-empty"
    }));
  }
});

// src/doctor/judge/gopls-advice.ts
function goplsAdvice(words4, folder) {
  return advice.find(({ says }) => says.test(words4))?.steps(folder) ?? [
    decide("fix what gopls reports, then restart gopls in the editor")
  ];
}
var advice;
var init_gopls_advice = __esm({
  "src/doctor/judge/gopls-advice.ts"() {
    "use strict";
    init_remedy();
    advice = [
      {
        says: /parsing \$GOFLAGS|unknown flag .*\$GOFLAGS/,
        steps: () => [
          decide(
            "correct GOFLAGS where the editor gets it (environment, `go env -w` or settings): each flag is one word, like -mod=vendor"
          ),
          restart("gopls")
        ]
      },
      {
        says: /-mod may only be set to readonly or vendor when in workspace mode/,
        steps: () => [
          decide(
            "remove -mod=mod from GOFLAGS and from the build flags of gopls, or set GOWORK=off to use one module alone"
          ),
          restart("gopls")
        ]
      },
      {
        says: /build cache is disabled by GOCACHE=off/,
        steps: () => [environment({ GOCACHE: null }, "go has needed its build cache since 1.12"), restart("gopls")]
      },
      {
        says: /failed to initialize build cache at .*: file exists/,
        steps: () => [
          decide("GOCACHE is a file or a dangling link: create the folder it points to, or set another GOCACHE"),
          restart("gopls")
        ]
      },
      {
        says: /inconsistent vendoring/i,
        steps: (folder) => [
          run(["go", "mod", "vendor"], "updates vendor/modules.txt from go.mod; in a workspace use `go work vendor`", {
            cwd: folder
          }),
          restart("gopls")
        ]
      },
      {
        says: /go\.work lists go |go work use|requires go >= .*go\.work/,
        steps: (folder) => [
          run(["go", "work", "use"], "sets the go line of go.work to what its modules require", { cwd: folder }),
          restart("gopls")
        ]
      },
      {
        says: /unknown directive: (<<<<<<<|=======|>>>>>>>)/,
        steps: () => [decide("resolve the merge conflict in go.mod")]
      }
    ];
  }
});

// src/doctor/finding/gopls/gopls-says.ts
function noView({ stuck, why }) {
  if (stuck !== "initialize" && stuck !== "go env") return [];
  const what = stuck === "initialize" ? "did not answer initialize" : "created no view of the workspace";
  return [
    {
      severity: "error",
      summary: `gopls ${what} for the session that unlatch opened`,
      evidence: why === null ? [] : [why],
      remedy: []
    }
  ];
}
var source, goplsSays;
var init_gopls_says = __esm({
  "src/doctor/finding/gopls/gopls-says.ts"() {
    "use strict";
    init_gopls_advice();
    source = 'gopls/internal/server/general.go, addFolders ("Error loading workspace folders"); gopls/internal/server/workspace.go; the session of --connect';
    goplsSays = ({ session, folder }) => {
      if (session === null) return [];
      const { failed, said, from } = session;
      const errors = said.filter((line5) => line5.startsWith("error: "));
      const warnings = said.filter((line5) => !line5.startsWith("error: "));
      const evidence = [...said, ...from];
      const base = { id: "gopls-says", pids: [], consequences: [], source };
      const words4 = failed ?? errors[0]?.replace(/^error: /, "") ?? null;
      if (words4 !== null) {
        const what = failed === null ? "shows an error" : "could not load the workspace";
        return [
          {
            ...base,
            severity: "error",
            summary: `gopls ${what}: ${words4}`,
            evidence,
            remedy: goplsAdvice([words4, ...errors].join("\n"), folder)
          }
        ];
      }
      if (warnings.length > 0) {
        const summary2 = `gopls shows a warning: ${warnings[0]?.replace(/^warning: /, "")}`;
        return [{ ...base, severity: "warning", summary: summary2, evidence, remedy: [] }];
      }
      return noView(session).map((finding4) => ({ ...base, ...finding4, evidence: [...finding4.evidence, ...from] }));
    };
  }
});

// src/doctor/finding/gopls/index-stale.ts
var indexStale;
var init_index_stale = __esm({
  "src/doctor/finding/gopls/index-stale.ts"() {
    "use strict";
    init_remedy();
    indexStale = ({ go }) => {
      if (go.deep === null) return [];
      const { verify, list: list2, listWithoutIndex } = go.deep;
      if (verify.code !== 0 || list2.code === 0 || list2.timedOut || listWithoutIndex.code !== 0) return [];
      return [
        {
          id: "index-stale",
          severity: "error",
          summary: "go mod verify passes, but packages load only without the module index: GOCACHE holds the index of a damaged module",
          evidence: [`${list2.command}: ${list2.output}`, "the same with GODEBUG=goindex=0: no error"],
          pids: [],
          consequences: [],
          remedy: [run(["go", "clean", "-cache"], "go clean -modcache alone does not help"), restart("gopls")],
          source: "cmd/go/internal/modindex/read.go; golang/go#69179; golang/go#54651"
        }
      ];
    };
  }
});

// src/doctor/finding/gopls/socket-owner.ts
function wantedNames({ processes, env }) {
  const servers2 = processes.filter(({ name, state: state2 }) => name === "gopls" && state2 !== "Z");
  const own = `-daemon.${env["USER"] || "shared"}`;
  if (servers2.length === 0) return [own];
  return servers2.flatMap(
    ({ command: command2 }) => command2.flatMap((word) => {
      const remote = /^--?remote=auto(?:;(.*))?$/.exec(word);
      if (remote === null) return [];
      return [remote[1] ? `${own}-${remote[1]}` : own];
    })
  );
}
var import_node_path28, socketOwner;
var init_socket_owner = __esm({
  "src/doctor/finding/gopls/socket-owner.ts"() {
    "use strict";
    import_node_path28 = require("node:path");
    init_remedy();
    socketOwner = (snapshot) => {
      const { sockets, env, host, processes } = snapshot;
      const folder = (0, import_node_path28.resolve)(env["XDG_RUNTIME_DIR"] || env["TMPDIR"] || "/tmp");
      const wanted = wantedNames(snapshot).map((name) => ({ folder, name }));
      return sockets.flatMap(
        ({ path, uid }) => uid === null || uid === host.uid || !wanted.some((own) => (0, import_node_path28.dirname)(path) === own.folder && (0, import_node_path28.basename)(path).endsWith(own.name)) ? [] : [
          {
            id: "socket-owner",
            // If no gopls runs, a daemon may never be wanted.
            severity: processes.some(({ name, state: state2 }) => name === "gopls" && state2 !== "Z") ? "warning" : "note",
            summary: `the daemon socket ${path} belongs to user ${uid}, not to this user (${host.uid}): gopls -remote=auto refuses it`,
            evidence: [`USER=${env["USER"] ?? ""}; without it every user's socket has the same name`],
            pids: [],
            consequences: [],
            remedy: [
              environment(
                { USER: `user-${host.uid}` },
                "or set XDG_RUNTIME_DIR to your own folder; gopls without -remote needs no socket"
              ),
              restart("gopls")
            ],
            source: "gopls/internal/lsprpc/autostart_posix.go, verifyRemoteOwnershipPosix; scenario gopls-socket-owner"
          }
        ]
      );
    };
  }
});

// src/doctor/finding/gopls/socket-path.ts
function flawOf(missing, notWritable, bytes) {
  if (missing) return "does not exist";
  if (notWritable !== null) return `is not writable (${notWritable})`;
  return bytes > limitBytes ? "has too long a path" : null;
}
var import_node_path29, limitBytes, socketPath;
var init_socket_path = __esm({
  "src/doctor/finding/gopls/socket-path.ts"() {
    "use strict";
    import_node_path29 = require("node:path");
    init_remedy();
    limitBytes = 107;
    socketPath = ({ places, env, processes }) => {
      const named3 = env["XDG_RUNTIME_DIR"] ? "XDG_RUNTIME_DIR" : "TMPDIR";
      const place2 = places.find(({ role }) => role === named3);
      if (place2 === void 0 || place2.stat === "hung") return [];
      if (named3 === "TMPDIR" && place2.stat === null && !env["GOTMPDIR"]) return [];
      const bytes = Buffer.byteLength((0, import_node_path29.join)(place2.path, `gopls-0123ab-daemon.${env["USER"] || "shared"}`));
      const flaw = flawOf(place2.stat === null, place2.notWritable, bytes);
      if (flaw === null) return [];
      const servers2 = processes.filter(
        ({ name, state: state2, command: command2 }) => name === "gopls" && state2 !== "Z" && !command2.some((word) => /^--?listen\b/.test(word))
      );
      const wanted = servers2.some(({ command: command2 }) => command2.some((word) => /^--?remote/.test(word)));
      if (!wanted && servers2.length > 0) return [];
      return [
        {
          id: "socket-path",
          severity: wanted ? "warning" : "note",
          summary: `a gopls with -remote=auto cannot start: the folder for its socket, ${place2.path}, ${flaw}`,
          evidence: [`${named3}=${place2.path}`, `the socket's path would have ${bytes} bytes; the limit is ${limitBytes}`],
          pids: [],
          consequences: [],
          remedy: [
            environment(
              named3 === "XDG_RUNTIME_DIR" ? { XDG_RUNTIME_DIR: null } : { TMPDIR: "/tmp" },
              "or use your own folder with a short path; gopls without -remote needs no socket"
            ),
            restart("gopls")
          ],
          source: "gopls/internal/lsprpc/autostart_posix.go; golang/go#41266; scenario gopls-socket-path"
        }
      ];
    };
  }
});

// src/doctor/finding/locks/clean-under-load.ts
function isGoLock(path) {
  return /\/cache\/.*\.lock \(deleted\)$/.test(path);
}
function lock(path) {
  return path.replace(/ \(deleted\)$/, ", which is deleted: another process may lock a new file of that name");
}
function usesSameCache(other, cleaner) {
  const modules = cleaner.command.some((word) => /^--?modcache$/.test(word));
  const names4 = modules ? /^(go|gopls|compile|link)$/ : /^(go|compile|link)$/;
  if (other.pid === cleaner.pid || other.ppid === cleaner.pid || other.state === "Z" || !names4.test(other.name))
    return false;
  const name = modules ? "GOMODCACHE" : "GOCACHE";
  const [own, its] = [cleaner, other].map(
    ({ env, uid, container }) => `${container} ${uid} ${env?.[name] ?? ""} ${env?.["HOME"] ?? ""}`
  );
  return own === its;
}
function report3(summary2, evidence, about, remedy2) {
  return {
    id: "clean-under-load",
    severity: "error",
    summary: summary2,
    evidence,
    pids: about.map(({ pid }) => pid),
    consequences: [],
    remedy: remedy2,
    source: "cmd/go/internal/clean/clean.go takes no lock; scenario modcache-lock-deleted"
  };
}
var cleanUnderLoad;
var init_clean_under_load = __esm({
  "src/doctor/finding/locks/clean-under-load.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
    init_remedy();
    init_process_text();
    cleanUnderLoad = ({ processes }) => [
      ...processes.flatMap(
        (process3) => process3.files.filter(({ path, lock: lock2 }) => lock2 !== null && isGoLock(path)).map(
          ({ path }) => report3(
            `the lock of ${lockName(path)} was deleted while ${processText(process3)} holds it`,
            [`pid ${process3.pid} holds ${lock(path)}`],
            [process3],
            [
              decide(
                "Let it finish before another go works on the same module. Leave lock files alone: a file by itself locks nothing"
              )
            ]
          )
        )
      ),
      ...processes.flatMap((cleaner) => {
        const cleans = isGo(cleaner) && cleaner.command[1] === "clean" && cleaner.command.some((word) => /^--?(mod)?cache$/.test(word));
        const users = processes.filter((other) => usesSameCache(other, cleaner));
        return cleans && users.length > 0 ? [
          report3(
            `${processText(cleaner)} deletes the cache while ${users.map(processText).join(", ")} use it`,
            [cleaner.command.join(" ")],
            [cleaner, ...users],
            [signal("TERM", [cleaner], "end the users of the cache first, then clean")]
          )
        ] : [];
      })
    ];
  }
});

// src/doctor/facts/disk/filesystem-type.ts
function filesystemText(type) {
  return type === null ? "unknown" : names3[type] ?? `of type 0x${type}`;
}
var names3;
var init_filesystem_type = __esm({
  "src/doctor/facts/disk/filesystem-type.ts"() {
    "use strict";
    names3 = {
      "6969": "NFS",
      "1021997": "9p",
      "65735546": "FUSE (VirtioFS, sshfs, bindfs \u2026)",
      ff534d42: "CIFS",
      fe534d42: "SMB2",
      "794c7630": "overlayfs",
      ef53: "ext4",
      "1021994": "tmpfs",
      "9123683e": "btrfs",
      "58465342": "XFS",
      "2fc12fc1": "ZFS"
    };
  }
});

// src/doctor/finding/locks/flock-not-exclusive.ts
function pairs(processes) {
  return processes.flatMap(
    (first) => processes.flatMap((second) => {
      if (first.pid >= second.pid) return [];
      const shared = first.files.find(
        (a) => second.files.some(
          (b) => a.lock === "WRITE" && b.lock === "WRITE" && a.inode === b.inode && a.lockDevice !== b.lockDevice && // Two overlays of the same layers: each has a file of its own, with the same number.
          !(a.isOverlay && b.isOverlay) && nameInCache(a.path) === nameInCache(b.path)
        )
      );
      return shared === void 0 ? [] : [[first, second, shared.path]];
    })
  );
}
function report4(summary2, evidence, pids = [], severity = "error") {
  return {
    id: "flock-not-exclusive",
    severity,
    summary: summary2,
    evidence,
    pids,
    consequences: [],
    remedy: [decide("Give each mount its own GOMODCACHE, or mount a named volume instead of a host folder")],
    source: "docker/for-mac#7004; golang/go#36447; scenario flock-not-exclusive"
  };
}
var flockNotExclusive;
var init_flock_not_exclusive = __esm({
  "src/doctor/finding/locks/flock-not-exclusive.ts"() {
    "use strict";
    init_lock_name();
    init_filesystem_type();
    init_remedy();
    init_process_text();
    flockNotExclusive = ({ places, processes }) => [
      ...places.flatMap(
        ({ role, type, flock: flock2 }) => flock2?.result !== "not exclusive" ? [] : [
          report4(`flock admits two holders at once in ${role}`, [
            `flock -x ${flock2.path} twice: both got the lock`,
            `the filesystem is ${filesystemText(type)}`
          ])
        ]
      ),
      ...pairs(processes).map(
        ([first, second, path]) => report4(
          `${processText(first)} and ${processText(second)} both hold the lock of ${lockName(path)}`,
          [first, second].flatMap(
            ({ pid, files }) => files.filter(({ lock: lock2 }) => lock2 === "WRITE").map((file2) => `pid ${pid}: WRITE on ${file2.path}, device ${file2.lockDevice}, inode ${file2.inode}`)
          ),
          [first.pid, second.pid],
          // Disks of two containers may reuse an inode number, which looks like one folder mounted twice.
          first.container === second.container ? "error" : "note"
        )
      )
    ];
  }
});

// src/doctor/finding/locks/flock-unsupported.ts
var flockUnsupported;
var init_flock_unsupported = __esm({
  "src/doctor/finding/locks/flock-unsupported.ts"() {
    "use strict";
    init_filesystem_type();
    init_remedy();
    flockUnsupported = ({ places }) => places.flatMap(
      ({ role, type, flock: flock2 }) => flock2?.result !== "failed" ? [] : [
        {
          id: "flock-unsupported",
          severity: "error",
          summary: `flock does not work in ${role}: go exits as soon as it must lock (${flock2.why})`,
          evidence: [`flock -x ${flock2.path}: ${flock2.why}`, `the filesystem is ${filesystemText(type)}`],
          pids: [],
          consequences: [],
          remedy: [
            decide(
              `Put ${role === "workspace" ? "the workspace" : role} on a disk that supports flock (NFS: version 4, or run lockd). Running go again does not help`
            )
          ],
          source: "cmd/go/internal/lockedfile/internal/filelock; golang/go#37461; scenarios flock-unsupported, gocache-trim-lock"
        }
      ]
    );
  }
});

// src/doctor/finding/locks/folk-files.ts
var folkFiles2;
var init_folk_files = __esm({
  "src/doctor/finding/locks/folk-files.ts"() {
    "use strict";
    init_process_text();
    folkFiles2 = ({ cache }) => cache.folk.length === 0 ? [] : [
      {
        id: "folk-files",
        severity: "note",
        summary: `${countText(cache.folk.length, "file has the name of a supposed lock and blocks", "files have names of supposed locks and block")} nothing`,
        evidence: cache.folk,
        pids: [],
        consequences: [],
        remedy: [],
        source: "scenarios gopls-pid-file, gopls-socket-file, gopls-stale-files, folk-lock-files"
      }
    ];
  }
});

// src/doctor/finding/locks/git-lock-left.ts
var import_node_path30, gitLockLeft;
var init_git_lock_left = __esm({
  "src/doctor/finding/locks/git-lock-left.ts"() {
    "use strict";
    import_node_path30 = require("node:path");
    init_remedy();
    init_process_text();
    gitLockLeft = ({ cache, processes }) => cache.left.flatMap(({ kind, path, of, ageMs, busy }) => {
      const clone = (0, import_node_path30.basename)((0, import_node_path30.dirname)(path));
      const used = busy || processes.some(({ name, cwd }) => name.startsWith("git") && (0, import_node_path30.basename)(cwd ?? "") === clone);
      if (kind !== "git lock" || used) return [];
      return [
        {
          id: "git-lock-left",
          severity: "error",
          summary: `git left its lock in go's clone of ${of} ${ageText(ageMs)} ago, and no git runs there`,
          evidence: [path],
          pids: [],
          consequences: [],
          remedy: [run(["rm", "-f", path], "or unlatch clean, which takes go\u2019s own lock on the clone first")],
          source: "dependabot/dependabot-core#15015; cmd/go/internal/modfetch/codehost/git.go"
        }
      ];
    });
  }
});

// src/doctor/finding/locks/lint-lock-held.ts
function finding3({ file: file2, holders, waiters }, snapshot) {
  const stopped = holders.filter(({ state: state2 }) => state2 === "T" || state2 === "t");
  const left2 = holders.every((holder) => isLeft(holder, waiters.length > 0, snapshot));
  const stuck = stopped.length > 0 || left2;
  if (!stuck && waiters.length === 0) return null;
  const names4 = holders.map(processText).join(", ");
  const how = stopped.length > 0 ? ", stopped" : left2 ? ", which does nothing" : ", which is working";
  return {
    id: "lint-lock-held",
    severity: stuck ? "error" : "note",
    summary: `golangci-lint's lock is held by ${names4}${how}: another run ${stuck ? 'fails with "parallel golangci-lint is running"' : "waits up to five seconds for it"}`,
    evidence: [
      ...holders.map(({ pid, command: command2 }) => `pid ${pid} holds ${file2.path}, inode ${file2.inode}: ${command2.join(" ")}`),
      ...left2 ? ["neither it nor its children used CPU time, read or wrote between two looks"] : []
    ],
    pids: [...holders, ...waiters].map(({ pid }) => pid),
    consequences: waiters.map((waiter) => `${processText(waiter)} retries to get the lock`),
    remedy: stuck ? remedy(holders, stopped, snapshot) : [],
    source: "golangci-lint, pkg/commands/run.go, acquireFileLock; scenario lint-lock-held"
  };
}
function isLeft(holder, awaited, snapshot) {
  const tree = treeOf(holder, snapshot);
  const idle = !tree.some((process3) => isMoving(process3) || process3.state === "R" || process3.state === "D");
  return idle && holder.ageMs >= idleAgeMs && (holder.orphan || awaited);
}
function remedy(holders, stopped, snapshot) {
  const trees = holders.flatMap((holder) => treeOf(holder, snapshot));
  return [
    stopped.length > 0 ? signal("CONT", stopped, "it continues and releases the lock when it ends") : signal("KILL", trees, "the lock is released with its last holder"),
    restart("golangci-lint"),
    decide(
      "To run two at once: golangci-lint run --allow-parallel-runners, or a TMPDIR for each. Deleting the file lets a second run in beside the first"
    )
  ];
}
var idleAgeMs, lintLockHeld;
var init_lint_lock_held = __esm({
  "src/doctor/finding/locks/lint-lock-held.ts"() {
    "use strict";
    init_lint_lock();
    init_moving();
    init_remedy();
    init_process_text();
    idleAgeMs = 1e4;
    lintLockHeld = (snapshot) => lintLocks(snapshot).flatMap((lock2) => finding3(lock2, snapshot) ?? []);
  }
});

// src/doctor/finding/locks/lock-waiter.ts
var source2, lockWaiter;
var init_lock_waiter = __esm({
  "src/doctor/finding/locks/lock-waiter.ts"() {
    "use strict";
    init_lock_name();
    init_cause();
    init_lint_lock();
    init_remedy();
    init_process_text();
    source2 = "cmd/go/internal/modfetch/cache.go, lockVersion; scenarios modcache-lock-held, gopls-module-lock-held";
    lockWaiter = (snapshot) => causesOf(snapshot).flatMap((cause) => {
      const { root, waiters, orphan, state: state2 } = cause;
      if (orphan !== null || state2 !== "stuck") return [];
      if ([root, ...waiters].some(({ wait }) => wait.kind === "lock" && isLintLock(wait.file?.path ?? ""))) return [];
      if (root.wait.kind === "lock") {
        const { file: file3 } = root.wait;
        const lock2 = waitText(root.wait);
        return [
          {
            id: "lock-waiter",
            severity: "error",
            summary: `${processText(root.process)} waits for ${lock2}, held by a process that cannot be seen from here`,
            evidence: file3 === null ? ["waits in flock(2)"] : [`waits in flock(2) for ${file3.path}, inode ${file3.inode}`],
            pids: pidsOf(cause),
            consequences: consequencesOf(cause),
            remedy: [
              decide(
                `the holder runs in another container or as another user: look there for the process that has ${file3 === null ? "the lock" : lockName(file3.path)} open, and end it`
              )
            ],
            source: source2
          }
        ];
      }
      const [first] = waiters;
      if (root.wait.kind !== "nothing" || first?.wait.kind !== "lock") return [];
      const { file: file2 } = first.wait;
      const held2 = root.process.files.filter(({ lock: lock2 }) => lock2 !== null);
      return [
        {
          id: "lock-waiter",
          severity: "error",
          summary: `${processText(first.process)} waits for ${waitText(first.wait)}, held by ${processText(root.process)}, which does nothing`,
          evidence: [
            ...file2 === null ? [] : [`waits in flock(2) for ${file2.path}, inode ${file2.inode}`],
            `pid ${root.process.pid}: ${root.process.command.join(" ")}`,
            ...held2.map(({ path, lock: lock2, inode }) => `pid ${root.process.pid} holds ${lock2} on ${path}, inode ${inode}`),
            "the holder used no CPU time and read and wrote nothing between two looks"
          ],
          pids: pidsOf(cause),
          consequences: consequencesOf(cause),
          remedy: [
            signal(
              "TERM",
              [root.process],
              "the lock is released with its holder. Do not delete the file: flock locks the inode, not the name, and a second writer would get in"
            )
          ],
          source: source2
        }
      ];
    });
  }
});

// src/doctor/finding/locks/orphan-holder.ts
var orphanHolder;
var init_orphan_holder = __esm({
  "src/doctor/finding/locks/orphan-holder.ts"() {
    "use strict";
    init_lock_name();
    init_cause();
    init_moving();
    init_remedy();
    init_process_text();
    orphanHolder = (snapshot) => causesOf(snapshot).flatMap((cause) => {
      const { orphan, root, state: state2, waiters } = cause;
      if (orphan === null) return [];
      if (state2 === "slow" && waiters.length === 0) return [];
      const held2 = orphan.files.filter(({ lock: lock2 }) => lock2 !== null);
      const next = waitText(root.wait);
      const others2 = orphansWith(orphan, snapshot);
      const all = [orphan, ...others2];
      return [
        {
          id: "orphan-holder",
          severity: state2 === "stuck" ? "error" : "note",
          summary: `${processText(orphan)} holds the lock of ${held2.map(({ path }) => lockName(path)).join(", ")}; its parent is gone${next === null ? "" : `, and it waits for ${next}`}`,
          evidence: [
            ...held2.map(
              ({ path, inode, lock: lock2 }) => `pid ${orphan.pid} holds ${lock2} on ${path}, inode ${inode}; its parent is pid ${orphan.ppid}`
            ),
            ...root.process.pid === orphan.pid ? [] : [`it waits for ${processText(root.process)}`],
            ...others2.map((other) => `${processText(other)} is an orphan too and would get the lock next`)
          ],
          pids: [orphan.pid, ...pidsOf(cause).filter((pid) => pid !== orphan.pid)],
          consequences: consequencesOf(cause),
          remedy: state2 === "stuck" ? [
            signal(
              "KILL",
              all.flatMap((process3) => treeOf(process3, snapshot)),
              "its waiters then continue. Restarting the editor does not help, and neither does deleting the file"
            )
          ] : [],
          source: "golang/go#32421; scenarios gopls-orphan-holder, gopls-stdin"
        }
      ];
    });
  }
});

// src/doctor/chain/git-asks-nobody.ts
function gitAsksNobody(git, env) {
  return {
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "true",
    SSH_ASKPASS: "true",
    GCM_INTERACTIVE: "never",
    // The keep-alives cover a server that falls silent after the login.
    GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=10 -o ServerAliveCountMax=2",
    GIT_HTTP_LOW_SPEED_LIMIT: "1",
    GIT_HTTP_LOW_SPEED_TIME: "10",
    ...git.some(isCredentialHelper) ? withoutHelpers(Number(env?.["GIT_CONFIG_COUNT"] ?? 0) || 0) : {}
  };
}
function isCredentialHelper({ command: command2 }) {
  return command2.some((word) => /\bcredential-/.test(word)) || / get$/.test(command2.join(" "));
}
function withoutHelpers(count) {
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: "credential.helper",
    [`GIT_CONFIG_VALUE_${count}`]: ""
  };
}
var init_git_asks_nobody = __esm({
  "src/doctor/chain/git-asks-nobody.ts"() {
    "use strict";
  }
});

// src/doctor/finding/network/stalled-git.ts
var stalledGit;
var init_stalled_git = __esm({
  "src/doctor/finding/network/stalled-git.ts"() {
    "use strict";
    init_lock_name();
    init_cause();
    init_git_asks_nobody();
    init_moving();
    init_remedy();
    init_process_text();
    stalledGit = (snapshot) => causesOf(snapshot).flatMap((cause) => {
      const { process: process3, wait } = cause.root;
      if (wait.kind !== "helper" || wait.helper.role !== "git" || cause.orphan !== null) return [];
      const git = wait.helper.process;
      const tree = treeOf(git, snapshot);
      const last = tree.at(-1) ?? git;
      const stalled = cause.state === "stuck";
      const held2 = process3.files.filter(({ lock: lock2 }) => lock2 !== null);
      return [
        {
          id: "stalled-git",
          severity: stalled ? "error" : "note",
          summary: `${processText(process3)} waits for ${commandText(git)} (pid ${git.pid})${last === git ? "" : `, which waits for ${commandText(last)} (pid ${last.pid})`}; nothing has moved for up to ${ageText(git.ageMs)}`,
          evidence: [
            ...tree.map(({ pid, command: command2 }) => `pid ${pid}: ${command2.join(" ")}`),
            "none of them used CPU time or read, wrote or received a byte between two looks",
            ...held2.map(({ path }) => `meanwhile go holds the lock of ${lockName(path)}: ${path}`)
          ],
          pids: [...pidsOf(cause), ...tree.map(({ pid }) => pid)],
          consequences: consequencesOf(cause),
          remedy: stalled ? [
            killTree(process3, snapshot, "go, git and the children of git, which would otherwise outlive it"),
            environment(gitAsksNobody(tree, git.env), "git then prompts nobody and fails if the server is silent"),
            restart("the go command", "or gopls")
          ] : [],
          source: "cmd/go/internal/modfetch/codehost/git.go; golang/go#32421; scenario gopls-stalled-git"
        }
      ];
    });
  }
});

// src/doctor/judge/network-finding.ts
function networkFinding(snapshot, asked2, what) {
  return silentGos(snapshot).filter(({ asks, cause }) => asks === asked2 && cause.orphan === null).map((silent) => {
    const { process: process3, cause, network, certain } = silent;
    const { connection: connection2, silentMs } = network;
    const stalled = cause.state === "stuck";
    const since = silentMs === null ? "" : ` for ${ageText(silentMs)}`;
    const has = connection2.state === "SYN_SENT" ? "has not accepted the connection" : "has been silent";
    const likely = certain ? "" : ", most likely";
    return {
      id: what.id,
      severity: stalled ? "error" : "note",
      summary: `${processText(process3)} waits for ${what.server} at ${connection2.remote}${likely}, which ${has}${since}${stalled ? "" : ": it may still answer"}`,
      evidence: [...networkEvidence(silent), ...what.evidence?.(snapshot, silent) ?? []],
      pids: pidsOf(cause),
      consequences: consequencesOf(cause),
      remedy: stalled ? [
        killTree(process3, snapshot, "it holds its locks while it waits, and go sets no timeout"),
        ...what.mend(snapshot, silent),
        restart(restartedBy(silent), `with that set in ${whereToSet(snapshot)}`)
      ] : [],
      source: what.source
    };
  });
}
function restartedBy({ cause, process: process3 }) {
  return cause.waiters.some((link) => link.process.name === "gopls") || process3.name === "gopls" ? "gopls" : "the go command";
}
var init_network_finding = __esm({
  "src/doctor/judge/network-finding.ts"() {
    "use strict";
    init_cause();
    init_silent_go();
    init_remedy();
    init_editor_text();
    init_process_text();
  }
});

// src/doctor/finding/network/stalled-http-proxy.ts
function namesOf2({ env }) {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].filter((name) => env?.[name]);
}
function hostsOf({ settings: settings2 }) {
  const hosts = proxiesOf(settings2 ?? {}).map((host) => host.replace(/:\d+$/, ""));
  return hosts.length === 0 ? "the host of GOPROXY" : hosts.join(",");
}
var stalledHttpProxy;
var init_stalled_http_proxy = __esm({
  "src/doctor/finding/network/stalled-http-proxy.ts"() {
    "use strict";
    init_silent_go();
    init_network_finding();
    init_remedy();
    stalledHttpProxy = (snapshot) => networkFinding(snapshot, "http-proxy", {
      id: "stalled-http-proxy",
      server: "the proxy of HTTPS_PROXY or HTTP_PROXY",
      source: "golang.org/x/net/http/httpproxy; cmd/go/internal/web/http.go: no Timeout; scenario gopls-stalled-http-proxy",
      mend: (_, { process: process3 }) => [
        environment(
          Object.fromEntries(namesOf2(process3).map((name) => [name, null])),
          `if the module proxy can be reached without ${httpProxies(process3.env ?? {}).join(", ")}`
        ),
        decide(`Otherwise name a proxy that answers, or exempt ${hostsOf(process3)} with NO_PROXY`)
      ]
    });
  }
});

// src/doctor/finding/network/stalled-proxy.ts
var stalledProxy;
var init_stalled_proxy = __esm({
  "src/doctor/finding/network/stalled-proxy.ts"() {
    "use strict";
    init_network_finding();
    init_remedy();
    stalledProxy = (snapshot) => networkFinding(snapshot, "proxy", {
      id: "stalled-proxy",
      server: "the module proxy",
      source: "cmd/go/internal/web/http.go: no Timeout; golang/go#42132; scenario gopls-stalled-proxy",
      mend: () => [
        environment(
          { GOPROXY: "off" },
          'go then fails at once if a module is missing; or name a proxy that answers. A second proxy after "|" does not help: go tries it only after an error'
        )
      ]
    });
  }
});

// src/doctor/finding/network/stalled-sumdb.ts
var stalledSumdb;
var init_stalled_sumdb = __esm({
  "src/doctor/finding/network/stalled-sumdb.ts"() {
    "use strict";
    init_network_finding();
    init_remedy();
    stalledSumdb = (snapshot) => networkFinding(snapshot, "sumdb", {
      id: "stalled-sumdb",
      server: "the checksum database",
      source: "cmd/go/internal/modload/init.go, mustHaveSums; modfetch/sumdb.go; scenario gopls-stalled-sumdb",
      evidence: ({ cache }) => cache.withoutSum.length === 0 ? [] : [`go.sum lacks ${cache.withoutSum.slice(0, 5).join(", ")}`],
      mend: ({ cache }) => [
        environment(
          { GONOSUMDB: [...new Set(cache.withoutSum.map((module2) => module2.split("@")[0]))].join(",") || "*" },
          "until the database answers; then `go mod tidy` completes go.sum, and go no longer asks the database"
        )
      ]
    });
  }
});

// src/doctor/finding/network/toolchain-download.ts
var source3, toolchainDownload, slowGoEnv;
var init_toolchain_download = __esm({
  "src/doctor/finding/network/toolchain-download.ts"() {
    "use strict";
    init_network_finding();
    init_remedy();
    source3 = "cmd/go/internal/toolchain/select.go; gopls/internal/cache/view.go, FetchGoEnv; scenario gopls-toolchain-download";
    toolchainDownload = (snapshot) => [
      ...networkFinding(snapshot, "toolchain", {
        id: "toolchain-download",
        server: "a download of Go",
        source: source3,
        evidence: (_, { process: process3 }) => [
          ...process3.files.filter(({ path, lock: lock2 }) => lock2 !== null && path.includes("/golang.org/toolchain/")).map(({ path }) => `it downloads ${/-(go[^/]+?)\.[a-z0-9]+-[a-z0-9]+\.lock/.exec(path)?.[1] ?? "another Go"}`),
          `GOTOOLCHAIN=${process3.settings?.["GOTOOLCHAIN"] ?? process3.env?.["GOTOOLCHAIN"] ?? "auto"} (of pid ${process3.pid})`
        ],
        mend: () => [
          environment(
            { GOTOOLCHAIN: "local" },
            "go then uses the installed Go; if go.mod asks for a newer one, a diagnostic in it says so"
          )
        ]
      }),
      ...slowGoEnv(snapshot)
    ];
    slowGoEnv = ({ go }) => go.plain === null || !go.plain.timedOut || go.env === null ? [] : [
      {
        id: "toolchain-download",
        severity: "note",
        summary: `${go.plain.command} does not answer here within ${go.plain.ms} ms but does with GOTOOLCHAIN=local: it downloads another Go first`,
        evidence: [`with GOTOOLCHAIN=local: ${go.local.ms} ms, ${go.env["GOVERSION"] ?? "an old Go"}`],
        pids: [],
        consequences: [],
        remedy: [run(["timeout", "600", "go", "version"], "downloads it once, with a timeout")],
        source: source3
      }
    ];
  }
});

// src/doctor/finding/processes/cacheprog-hang.ts
var cacheprogHang;
var init_cacheprog_hang = __esm({
  "src/doctor/finding/processes/cacheprog-hang.ts"() {
    "use strict";
    init_cause();
    init_remedy();
    init_process_text();
    cacheprogHang = (snapshot) => causesOf(snapshot).flatMap((cause) => {
      const { process: process3, wait } = cause.root;
      if (wait.kind !== "helper" || wait.helper.role !== "its GOCACHEPROG") return [];
      const helper = wait.helper.process;
      const stalled = cause.state === "stuck";
      return [
        {
          id: "cacheprog-hang",
          severity: stalled ? "error" : "note",
          summary: `${processText(process3)} waits for its GOCACHEPROG (pid ${helper.pid}), which has done nothing for up to ${ageText(helper.ageMs)}`,
          evidence: [
            `GOCACHEPROG=${process3.settings?.["GOCACHEPROG"] ?? process3.env?.["GOCACHEPROG"] ?? ""} (of pid ${process3.pid})`,
            `pid ${helper.pid}: ${helper.command.join(" ")}`
          ],
          pids: [...pidsOf(cause), helper.pid],
          consequences: consequencesOf(cause),
          remedy: stalled ? [
            environment({ GOCACHEPROG: null }, "also run go env -u GOCACHEPROG if `go env -w` set it"),
            killTree(process3, snapshot, "go waits for the helper without a timeout"),
            restart("the go command", "or gopls")
          ] : [],
          source: "cmd/go/internal/cache/prog.go: no timeout; scenario gopls-cacheprog-hang"
        }
      ];
    });
  }
});

// src/doctor/finding/processes/helper-waits.ts
function settingsText(role, { settings: settings2, env, pid }) {
  const names4 = {
    "its GOAUTH command": ["GOAUTH"],
    "its -toolexec program": ["GOFLAGS"],
    "its -vettool": ["GOFLAGS"],
    "the C compiler": ["CC", "CXX"],
    "pkg-config": ["PKG_CONFIG"]
  };
  return (names4[role] ?? []).flatMap((name) => {
    const value = settings2?.[name] || env?.[name];
    return value ? [`${name}=${value} (of pid ${pid})`] : [];
  });
}
function remedyOf(role, helper, cause, snapshot) {
  const { process: process3 } = cause.root;
  const end = killTree(
    process3,
    snapshot,
    "go waits for it without a timeout, and it would outlive go if only go were killed"
  );
  const gopls = cause.waiters.some((link) => link.process.name === "gopls");
  return [end, ...mend(role, helper, process3), restart(gopls ? "gopls" : "the go command")];
}
function mend(role, helper, { settings: settings2, env }) {
  const program = (0, import_node_path31.basename)(helper.command[0] ?? helper.name);
  const goflags = settings2?.["GOFLAGS"] || env?.["GOFLAGS"] || "";
  switch (role) {
    case "its GOAUTH command":
      return [environment({ GOAUTH: "netrc" }, "the default, until the command answers; it overrides `go env -w`")];
    case "version control":
      return [
        environment({ GOVCS: "*:git" }, `go then starts no ${program} and says which module wants it; or use GOPROXY`)
      ];
    case "its -toolexec program":
    case "its -vettool": {
      const flag = role === "its -vettool" ? "vettool" : "toolexec";
      const without = goflags.split(/\s+/).filter((word) => word !== "" && !new RegExp(`^["']?--?${flag}=`).test(word)).join(" ");
      return goflags.includes(`-${flag}=`) ? [environment({ GOFLAGS: without === "" ? null : without }, `without -${flag} until that program answers`)] : [decide(`run go without -${flag} until that program answers`)];
    }
    default:
      return [decide(`run ${program} by hand to see what it waits for: ${helper.command.join(" ")}`)];
  }
}
var import_node_path31, others, sources, helperWaits;
var init_helper_waits = __esm({
  "src/doctor/finding/processes/helper-waits.ts"() {
    "use strict";
    import_node_path31 = require("node:path");
    init_cause();
    init_moving();
    init_remedy();
    init_process_text();
    others = /* @__PURE__ */ new Set(["git", "its GOCACHEPROG", "the packages driver"]);
    sources = {
      "version control": "cmd/go/internal/modfetch/codehost/codehost.go, RunWithArgs",
      "its GOAUTH command": "cmd/go/internal/auth/userauth.go, runAuthCommand",
      "its -vettool": "cmd/go/internal/vet/vetflag.go, toolFlags"
    };
    helperWaits = (snapshot) => causesOf(snapshot).flatMap((cause) => {
      const { process: process3, wait } = cause.root;
      if (wait.kind !== "helper" || others.has(wait.helper.role) || cause.orphan !== null) return [];
      const { role, process: helper } = wait.helper;
      const tree = treeOf(helper, snapshot);
      const stalled = cause.state === "stuck";
      return [
        {
          id: "helper-waits",
          severity: stalled ? "error" : "note",
          summary: `${processText(process3)} waits for ${role}, ${commandText(helper)} (pid ${helper.pid}), which has done nothing for up to ${ageText(helper.ageMs)}`,
          evidence: [
            ...tree.map(({ pid, command: command2, name }) => `pid ${pid}: ${command2.join(" ") || name}`),
            "none of them used CPU time or read, wrote or received a byte between two looks",
            ...settingsText(role, process3)
          ],
          pids: [...pidsOf(cause), ...tree.map(({ pid }) => pid)],
          consequences: consequencesOf(cause),
          remedy: stalled ? remedyOf(role, helper, cause, snapshot) : [],
          source: `${sources[role] ?? "cmd/go/internal/work/shell.go, runOut"}: no timeout; scenario gopls-auth-hang`
        }
      ];
    });
  }
});

// src/doctor/finding/processes/out-of-memory.ts
function line({ name, pid, agoMs }) {
  return `dmesg: killed ${name} (pid ${pid}) ${ageText(agoMs)} ago`;
}
var recentMs, ofGo2, outOfMemory;
var init_out_of_memory = __esm({
  "src/doctor/finding/processes/out-of-memory.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    recentMs = 10 * 6e4;
    ofGo2 = /^(go|gopls|compile|link|asm|cgo|vet|dlv|staticcheck|golangci-lint)$/;
    outOfMemory = ({ host }) => {
      const victims = host.oomVictims.filter(({ name, agoMs }) => ofGo2.test(name) && agoMs < recentMs);
      const kills = host.oomKills ?? 0;
      if (victims.length === 0 && kills === 0) return [];
      const names4 = victims.map(({ name, pid, agoMs }) => `${name} (pid ${pid}, ${ageText(agoMs)} ago)`);
      return [
        {
          id: "out-of-memory",
          severity: victims.length > 0 ? "warning" : "note",
          summary: victims.length > 0 ? `out of memory: the kernel killed ${names4.join(", ")}` : `out of memory: the kernel has killed ${countText(kills, "process", "processes")} of this cgroup since it was created; it does not say which or when`,
          evidence: [
            ...kills > 0 ? [`oom_kill ${kills} of this cgroup`] : [],
            ...host.oomVictims.map(line),
            'gopls reports a killed go list as "signal: killed", the editor a killed gopls as "server got closed"'
          ],
          pids: [],
          consequences: [],
          remedy: [
            decide("Raise the memory limit, share one gopls between editors (-remote=auto), or set GOMEMLIMIT for it")
          ],
          source: "golang/go#41998; golang/vscode-go#2007; scenario memory-limit"
        }
      ];
    };
  }
});

// src/doctor/finding/processes/packages-driver.ts
var source4, packagesDriver;
var init_packages_driver = __esm({
  "src/doctor/finding/processes/packages-driver.ts"() {
    "use strict";
    init_cause();
    init_moving();
    init_remedy();
    init_editor_text();
    init_process_text();
    source4 = "golang.org/x/tools/go/packages/external.go; golang/vscode-go#3212; scenario gopls-packages-driver";
    packagesDriver = (snapshot) => {
      const { env, go } = snapshot;
      const running = causesOf(snapshot).flatMap((cause) => {
        const { process: process3, wait } = cause.root;
        if (wait.kind !== "helper" || wait.helper.role !== "the packages driver") return [];
        const driver = wait.helper.process;
        const stalled = cause.state === "stuck";
        return [
          {
            id: "packages-driver",
            severity: stalled ? "error" : "note",
            summary: `${processText(process3)} waits for the packages driver (pid ${driver.pid}), which has done nothing for up to ${ageText(driver.ageMs)}`,
            evidence: [
              `pid ${driver.pid}: ${driver.command.join(" ")}`,
              `GOPACKAGESDRIVER=${process3.env?.["GOPACKAGESDRIVER"] ?? ""} (of pid ${process3.pid})`
            ],
            pids: [...pidsOf(cause), driver.pid],
            consequences: consequencesOf(cause),
            remedy: stalled ? [
              environment({ GOPACKAGESDRIVER: "off" }, `for the editor: ${whereToSet(snapshot)}`),
              signal("KILL", treeOf(driver, snapshot), "without the setting gopls restarts it at once"),
              restart("gopls")
            ] : [],
            source: source4
          }
        ];
      });
      if (running.length > 0 || go.driver === null || env["GOPACKAGESDRIVER"] === "off") return running;
      return [
        {
          id: "packages-driver",
          severity: "note",
          summary: `a gopackagesdriver is on PATH, and gopls runs it instead of go list`,
          evidence: [go.driver],
          pids: [],
          consequences: [],
          remedy: [],
          source: source4
        }
      ];
    };
  }
});

// src/doctor/finding/processes/pipe-inherited.ts
function writesTo({ pipes, state: state2 }, inode) {
  return state2 !== "Z" && pipes.some((pipe2) => pipe2.end === "write" && pipe2.inode === inode);
}
function isBelow({ ppid }, above, snapshot) {
  const parents = new Map(snapshot.processes.map((process3) => [process3.pid, process3.ppid]));
  for (let at = ppid; at !== void 0 && at > 1; at = parents.get(at)) {
    if (at === above.pid) return true;
  }
  return false;
}
var patienceMs, pipeInherited;
var init_pipe_inherited = __esm({
  "src/doctor/finding/processes/pipe-inherited.ts"() {
    "use strict";
    init_remedy();
    init_process_text();
    patienceMs = 2e3;
    pipeInherited = (snapshot) => snapshot.processes.flatMap((reader) => {
      if (!/^(go|gopls)$/.test(reader.name) || reader.state === "Z") return [];
      const holders = reader.pipes.filter(({ end }) => end === "read").map(
        ({ inode }) => snapshot.processes.filter((process3) => process3.pid !== reader.pid && writesTo(process3, inode))
      ).filter((writers) => !writers.some((writer) => isBelow(writer, reader, snapshot)));
      const left2 = [...new Set(holders.flat())].filter(({ ageMs }) => ageMs >= patienceMs);
      if (left2.length === 0) return [];
      return [
        {
          id: "pipe-inherited",
          severity: "error",
          summary: `${processText(reader)} waits for the output of a command that has ended: ${left2.map((one) => `${commandText(one)} (pid ${one.pid}, ${ageText(one.ageMs)})`).join(", ")} inherited its pipe`,
          evidence: left2.flatMap(
            (one) => one.pipes.map(({ fd, inode }) => `pid ${one.pid}: ${one.command.join(" ")}, descriptor ${fd}, pipe ${inode}`)
          ),
          pids: [...left2.map(({ pid }) => pid), reader.pid],
          consequences: [`${processText(reader)} waits for that pipe to close`],
          remedy: [
            signal("TERM", left2, "the pipe closes with it"),
            decide("Redirect its output where it is started, in a wrapper of go or a hook: >/dev/null 2>&1")
          ],
          source: "golang/go#23019; scenario gopls-inherited-pipe"
        }
      ];
    });
  }
});

// src/doctor/finding/processes/process-stopped.ts
function isDaemon({ pid }, { sockets }) {
  return sockets.some(({ listeners }) => listeners.includes(pid));
}
var processStopped;
var init_process_stopped = __esm({
  "src/doctor/finding/processes/process-stopped.ts"() {
    "use strict";
    init_cause();
    init_remedy();
    init_process_text();
    processStopped = (snapshot) => causesOf(snapshot).flatMap((cause) => {
      const { root, orphan, waiters } = cause;
      const { process: process3, wait } = root;
      if (wait.kind !== "stopped" || orphan !== null || isDaemon(process3, snapshot)) return [];
      const awaited = waiters.length > 0 || process3.name === "gopls";
      return [
        {
          id: "process-stopped",
          severity: awaited && process3.tracer === null ? "error" : "note",
          summary: `${processText(process3)} is stopped${process3.tracer === null ? "" : ` by pid ${process3.tracer}, which debugs or traces it`} and does nothing until it is continued`,
          evidence: [
            `state ${process3.state} in /proc/${process3.pid}/stat`,
            `pid ${process3.pid}: ${process3.command.join(" ")}`
          ],
          pids: pidsOf(cause),
          consequences: consequencesOf(cause),
          remedy: process3.tracer === null ? [signal("CONT", [process3], "it continues where it was stopped")] : [decide(`continue it in the debugger, or detach the debugger (pid ${process3.tracer})`)],
          source: "signal(7), SIGSTOP; scenario gopls-stopped"
        }
      ];
    });
  }
});

// src/doctor/finding/settings/environment-differs.ts
var environmentDiffers;
var init_environment_differs = __esm({
  "src/doctor/finding/settings/environment-differs.ts"() {
    "use strict";
    init_asked_environment();
    init_go_refusal();
    init_remedy();
    environmentDiffers = (snapshot) => {
      const { go, env } = snapshot;
      const asked2 = askedEnvironments(snapshot);
      const [here, editor] = asked2.map(refusalIn);
      const source6 = "gopls/internal/cache/view.go, FetchGoEnv; golang/vscode-go#297";
      const remedy2 = [
        decide(
          "Give the editor the environment of the terminal (go.toolsEnvVars, go.alternateTools), and make wrappers of go print to stderr only"
        )
      ];
      if (go.env === null && !go.local.timedOut && here == null) {
        const missing = go.local.code === null;
        return [
          {
            id: "environment-differs",
            severity: "error",
            summary: missing ? "there is no go on PATH" : "go env -json does not print JSON: gopls cannot create a view",
            evidence: [`exit ${go.local.code ?? "none"}: ${go.local.output}`, `PATH=${env["PATH"] ?? ""}`],
            pids: [],
            consequences: [],
            remedy: remedy2,
            source: source6
          }
        ];
      }
      const homeless = asked2.find(({ go: own }) => own !== null && own["GOMODCACHE"] === "" && !own["GOPATH"]);
      if (homeless !== void 0) {
        return [
          {
            id: "environment-differs",
            severity: "error",
            summary: `go has no place for its module cache: none of HOME, GOPATH and GOMODCACHE is set ${homeless.where}`,
            evidence: [`HOME=${homeless.variables["HOME"] ?? ""}`, "go env: GOPATH and GOMODCACHE are empty"],
            pids: homeless.pids,
            consequences: [],
            remedy: [decide("Set any one of the three in the environment that starts the editor")],
            source: "cmd/go/internal/modload/init.go; scenario gopls-no-home"
          }
        ];
      }
      if (go.editor === null || go.editor.code === 0 || go.editor.timedOut || editor != null) return [];
      return [
        {
          id: "environment-differs",
          severity: "error",
          summary: `go env -json does not print JSON in the environment of gopls (pid ${go.editor.pid}); here it does`,
          evidence: [`exit ${go.editor.code ?? "none"}: ${go.editor.output}`],
          pids: [go.editor.pid],
          consequences: [],
          remedy: remedy2,
          source: source6
        }
      ];
    };
  }
});

// src/doctor/finding/settings/goflags-refused.ts
var goflagsRefused;
var init_goflags_refused = __esm({
  "src/doctor/finding/settings/goflags-refused.ts"() {
    "use strict";
    init_asked_environment();
    init_go_refusal();
    init_goflags();
    init_remedy();
    goflagsRefused = (snapshot) => {
      const found = askedEnvironments(snapshot).flatMap((asked2) => {
        const refusal = refusalIn(asked2);
        return refusal?.kind === "goflags" ? [{ asked: asked2, words: refusal.words }] : [];
      });
      return firstOfEach(found, ({ words: words4, asked: asked2 }) => `${words4} ${asked2.go?.["GOFLAGS"]}`).map(({ asked: asked2, words: words4 }) => {
        const { go, where, pids, variables } = asked2;
        const value = variables["GOFLAGS"] || go?.["GOFLAGS"] || "";
        const from = isInGoenv(asked2, "GOFLAGS") ? `${go?.["GOENV"] ?? "GOENV"}, set by go env -w` : "the environment";
        return {
          id: "goflags-refused",
          severity: "error",
          summary: `go refuses GOFLAGS${pids.length === 0 ? "" : ` ${where},`} in every command but go env: ${words4.split("\n")[0]}`,
          evidence: [words4, `GOFLAGS=${value} (of ${from})`],
          pids,
          consequences: [],
          // go names only the first bad flag; dropping them all always works.
          remedy: [
            mendGoflags(asked2, () => false, "or correct it: -flag=value, with spaces only between flags"),
            restart("gopls", "an editor keeps the environment it was started with")
          ],
          source: "cmd/go/internal/base/goflags.go, InitGOFLAGS; scenario gopls-goflags-refused"
        };
      });
    };
  }
});

// src/doctor/finding/settings/goroot-other.ts
function wrongIn2(asked2) {
  const { goroot: goroot2, local } = asked2;
  const refusal = refusalIn(asked2);
  if (refusal?.kind === "goroot") {
    const path = goroot2?.path ?? /directory: (.*)/.exec(refusal.words)?.[1] ?? "";
    return { path, summary: `GOROOT names a folder that does not exist: ${path}`, evidence: [refusal.words] };
  }
  const { version, compiler } = goroot2 ?? {};
  if (goroot2 === null || version?.code !== 0 || compiler == null || compiler.timedOut || local.timedOut) return null;
  const [runs2, compiles] = [goVersionOf(version.output), goVersionOf(compiler.output)];
  const evidence = [version, compiler].map(({ command: command2, output }) => `${command2}: ${output}`);
  if (/no such tool/.test(compiler.output))
    return { path: goroot2.path, summary: `GOROOT names a folder without a Go compiler: ${goroot2.path}`, evidence };
  if (compiler.code !== 0 || runs2 === null || compiles === null || runs2 === compiles) return null;
  const summary2 = `GOROOT belongs to ${compiles}, but the go on PATH is ${runs2}: the compiler refuses, "version ${compiles} does not match go tool version ${runs2}"`;
  return { path: goroot2.path, summary: summary2, evidence };
}
function mend2({ goroot: goroot2 }) {
  const file2 = goroot2?.file ?? null;
  return file2 === null ? environment({ GOROOT: null }, "an installed go finds its own") : run(["sed", "-i", "/^GOROOT=/d", file2], "`go env -w` set it; an installed go finds its own");
}
var gorootOther;
var init_goroot_other = __esm({
  "src/doctor/finding/settings/goroot-other.ts"() {
    "use strict";
    init_asked_environment();
    init_go_offline();
    init_go_refusal();
    init_remedy();
    gorootOther = (snapshot) => {
      const found = askedEnvironments(snapshot).flatMap((asked2) => {
        const wrong = wrongIn2(asked2);
        return wrong === null ? [] : [{ asked: asked2, ...wrong }];
      });
      return firstOfEach(found, ({ summary: summary2 }) => summary2).map(({ asked: asked2, path, summary: summary2, evidence }) => ({
        id: "goroot-other",
        severity: "error",
        summary: asked2.pids.length === 0 ? summary2 : `${summary2} (${asked2.where})`,
        evidence: [...evidence, `GOROOT=${path} (of ${asked2.goroot?.file ?? "the environment"})`],
        pids: asked2.pids,
        consequences: [],
        remedy: [mend2(asked2), restart("gopls", "or the command; go finds its GOROOT by itself")],
        source: "cmd/go/main.go; cmd/go/internal/work/gc.go, -goversion; scenario goroot-other"
      }));
    };
  }
});

// src/doctor/finding/settings/tmpdir-unusable.ts
function wrongWith({ path, shape, stat: stat10, notWritable, noexec, linkTo }) {
  if (stat10 === "hung") return null;
  const builds = 'every go build, vet and test fails with "creating work dir"';
  if (shape === "dangling link")
    return { what: "is a dangling link", says: builds, severity: "error", evidence: [`${path} \u2192 ${linkTo}`] };
  if (stat10 === null)
    return { what: "does not exist", says: builds, severity: "error", evidence: [`stat(2) of ${path}: ENOENT`] };
  if (shape === "file")
    return {
      what: "is not a folder",
      says: builds,
      severity: "error",
      evidence: [`mode ${stat10.mode}, not a directory`]
    };
  if (notWritable !== null) {
    const owner = `access(W_OK): ${notWritable}, owner ${stat10.uid}, mode ${stat10.mode}`;
    return { what: "is not writable", says: builds, severity: "error", evidence: [owner] };
  }
  if (!noexec) return null;
  const says = 'go run and go test cannot start what they built, "fork/exec \u2026: permission denied"';
  const evidence = ["the mount that holds it has the option noexec (/proc/self/mountinfo)"];
  return { what: "is mounted noexec", says, severity: "warning", evidence };
}
function mend3({ role, path, stat: stat10, shape, notWritable, noexec, linkTo }, asked2) {
  const elsewhere = isInGoenv(asked2, role) ? run(["go", "env", "-u", role], "`go env -w` set it") : environment({ [role]: null }, "go then uses the system\u2019s temporary folder");
  if (stat10 === null && notWritable === null) {
    return [
      run(["mkdir", "-p", shape === "dangling link" ? linkTo ?? path : path], "or set it to a folder that exists")
    ];
  }
  if (noexec && shape === "folder" && notWritable === null) {
    const home = asked2.variables["HOME"];
    if (role === "GOTMPDIR" || home === void 0) return [elsewhere];
    const own = (0, import_node_path32.join)(home, ".cache/go-tmp");
    return [
      run(["mkdir", "-p", own], "on a filesystem that allows running programs"),
      environment({ GOTMPDIR: own }, "go builds there and runs from there what it built")
    ];
  }
  const unset = role === "TMPDIR" && asked2.variables["TMPDIR"] === void 0;
  return [unset ? decide(`make ${path} a folder that every user may write to, mode 1777`) : elsewhere];
}
var import_node_path32, tmpdirUnusable;
var init_tmpdir_unusable = __esm({
  "src/doctor/finding/settings/tmpdir-unusable.ts"() {
    "use strict";
    import_node_path32 = require("node:path");
    init_asked_environment();
    init_goflags();
    init_remedy();
    tmpdirUnusable = (snapshot) => {
      const found = askedEnvironments(snapshot).flatMap((asked2) => {
        const own = (role) => asked2.places.find((place3) => place3.role === role) ?? snapshot.places.find((place3) => place3.role === role);
        const place2 = asked2.variables["GOTMPDIR"] || asked2.go?.["GOTMPDIR"] ? own("GOTMPDIR") : own("TMPDIR");
        const wrong = place2 === void 0 ? null : wrongWith(place2);
        return place2 === void 0 || wrong === null ? [] : [{ asked: asked2, place: place2, ...wrong }];
      });
      return firstOfEach(found, ({ place: place2 }) => place2.path).map(
        ({ asked: asked2, place: place2, what, says, severity, evidence }) => ({
          id: "tmpdir-unusable",
          severity,
          summary: `${place2.role} ${what}: ${place2.path}; ${says}`,
          evidence,
          pids: asked2.pids,
          consequences: [],
          remedy: mend3(place2, asked2),
          source: "cmd/go/internal/work/shell.go and action.go, NewBuilder; scenario tmpdir-unusable"
        })
      );
    };
  }
});

// src/doctor/finding/settings/vcs-stamping.ts
var import_semver3, vcsStamping;
var init_vcs_stamping = __esm({
  "src/doctor/finding/settings/vcs-stamping.ts"() {
    "use strict";
    import_semver3 = __toESM(require_semver2(), 1);
    init_remedy();
    vcsStamping = ({ git, go, host }) => {
      const off = (go.env?.["GOFLAGS"] ?? "").includes("-buildvcs=false");
      if (git === null || off || git.status.code !== 128) return [];
      const version = (0, import_semver3.coerce)(go.env?.["GOVERSION"]);
      const file2 = /not a git repository: /.test(git.status.output);
      if (version === null || (0, import_semver3.lt)(version, "1.18.0") || file2 && (0, import_semver3.gte)(version, "1.20.0")) return [];
      const owner = /dubious ownership/.test(git.status.output);
      return [
        {
          id: "vcs-stamping",
          severity: "warning",
          summary: 'git refuses the repository of the workspace: go build and go list fail with "error obtaining VCS status: exit status 128"',
          evidence: [
            git.status.output,
            ...owner ? [`.git of ${git.root} belongs to user ${git.uid}; this is user ${host.uid}`] : []
          ],
          pids: [],
          consequences: [],
          remedy: owner ? [run(["git", "config", "--global", "--add", "safe.directory", git.root], "or set GOFLAGS=-buildvcs=false")] : [
            environment(
              { GOFLAGS: [go.env?.["GOFLAGS"] ?? "", "-buildvcs=false"].join(" ").trim() },
              "until .git is repaired"
            ),
            decide(`Repair .git of ${git.root}`)
          ],
          source: "golang/go#64275; gopls passes -buildvcs=false since v0.22; scenario vcs-stamping"
        }
      ];
    };
  }
});

// src/doctor/finding/settings/workspace-contradicts.ts
function isSyntax(words4) {
  return /^go: (?:reading go\.work|errors parsing)/.test(words4);
}
function firstLine(words4) {
  const [line5 = "", next = ""] = words4.replace(/^go: /, "").split("\n");
  return line5.endsWith(":") ? `${line5} ${next.trim()}` : line5;
}
function settingsOf({ go, variables }) {
  return ["GOFLAGS", "GOWORK"].flatMap((name) => {
    const value = variables[name] || go?.[name];
    return value ? [`${name}=${value}`] : [];
  });
}
function unmerged(files, said) {
  const sums = files.filter((file2) => file2.endsWith(".sum"));
  const others2 = files.filter((file2) => !file2.endsWith(".sum"));
  return {
    id: "workspace-contradicts",
    severity: "error",
    summary: `unresolved merge: ${files.map((file2) => (0, import_node_path33.basename)(file2)).join(", ")} ${files.length === 1 ? "has" : "have"} conflict markers, and go cannot read ${files.length === 1 ? "it" : "them"}`,
    evidence: [...files.map((file2) => `<<<<<<< in ${file2}`), ...said === "" ? [] : [said]],
    pids: [],
    consequences: [],
    remedy: [
      ...others2.map(
        (file2) => decide(`resolve the conflict in ${file2} and remove the markers <<<<<<<, ======= and >>>>>>>`)
      ),
      ...sums.length === 0 ? [] : [
        run(
          ["sed", "-i", "-E", "/^(<{7}|={7}|>{7})( |$)/d", ...sums],
          "the lines of both sides may stay: go.sum is a set of hashes"
        )
      ]
    ],
    source: source5
  };
}
function mend4(words4, asked2) {
  const work = asked2.go?.["GOWORK"];
  const at = work?.startsWith("/") === true ? { cwd: (0, import_node_path33.dirname)(work) } : {};
  const gone2 = /cannot load module (\S+) listed in go\.work file: open/.exec(words4)?.[1];
  if (gone2 !== void 0 && at.cwd !== void 0) {
    const path = (0, import_node_path33.relative)(at.cwd, (0, import_node_path33.resolve)(asked2.folder, gone2));
    const named3 = path.startsWith("../") ? path : `./${path}`;
    return [run(["go", "work", "edit", `-dropuse=${named3}`], "that folder has no module", at)];
  }
  if (/requires go >= .*, but go\.work/.test(words4))
    return [run(["go", "work", "use"], "sets the go line of go.work to what its modules require", at)];
  const flag = /^go: (-mod(?:file)?)/.exec(words4)?.[1];
  if (flag !== void 0)
    return [
      mendGoflags(
        asked2,
        (word) => !word.startsWith(`${flag}=`),
        `without ${flag}; or set GOWORK=off to use this module alone`
      )
    ];
  if (/inconsistent vendoring/.test(words4)) {
    const all = /go work vendor/.test(words4) || work !== void 0 && work !== "" && work !== "off";
    return [
      run(
        ["go", all ? "work" : "mod", "vendor"],
        "or set -mod=readonly: go then ignores the vendor folder",
        all ? at : {}
      )
    ];
  }
  if (/invalid GOWORK|reading go\.work: (?:open|read) /.test(words4) && asked2.variables["GOWORK"])
    return [environment({ GOWORK: null }, "go then searches for a go.work in its folder and those above")];
  return [decide(`fix what go reports: ${firstLine(words4)}`)];
}
var import_node_path33, source5, workspaceContradicts;
var init_workspace_contradicts = __esm({
  "src/doctor/finding/settings/workspace-contradicts.ts"() {
    "use strict";
    import_node_path33 = require("node:path");
    init_asked_environment();
    init_go_refusal();
    init_goflags();
    init_remedy();
    source5 = "cmd/go/internal/modload/init.go and vendor.go; scenario gopls-workspace-contradicts";
    workspaceContradicts = (snapshot) => {
      const { conflicts: conflicts2 } = snapshot;
      const refused = askedEnvironments(snapshot).flatMap((asked2) => {
        const refusal = refusalIn(asked2);
        if (refusal?.kind !== "workspace" || conflicts2.length > 0 && isSyntax(refusal.words)) return [];
        return [{ asked: asked2, words: refusal.words }];
      });
      return [
        ...conflicts2.length === 0 ? [] : [unmerged(conflicts2, snapshot.go.load?.output ?? "")],
        ...firstOfEach(refused, ({ words: words4 }) => words4).map(({ asked: asked2, words: words4 }) => ({
          id: "workspace-contradicts",
          severity: "error",
          summary: `go loads nothing of this workspace: ${firstLine(words4)}`,
          evidence: [words4, ...settingsOf(asked2)],
          pids: asked2.pids,
          consequences: [],
          remedy: mend4(words4, asked2),
          source: source5
        }))
      ];
    };
  }
});

// src/doctor/judge/verdict.ts
function verdictOf(snapshot, findings) {
  const [gravest] = findings.filter(({ severity }) => severity !== "note");
  if (gravest === void 0) {
    const [note] = findings.filter(({ pids }) => pids.length > 0);
    if (note !== void 0) return `Nothing is stuck. ${sentenceCase(note.summary)}.`;
    return snapshot.processes.some(({ name }) => name === "gopls" || name === "go") ? "Nothing blocks go or gopls." : "No problem found; neither go nor gopls is running.";
  }
  const start = farthest(gravest, snapshot);
  const text5 = start === null ? gravest.summary : sentence(start, gravest, snapshot);
  const others2 = gravest.consequences.length - (start === null ? 0 : lengthTo(start, gravest, snapshot) - 1);
  return others2 > 0 && start !== null ? `${text5}. ${countText(others2, "other process waits", "other processes wait")} for the same.` : `${text5}.`;
}
function farthest({ pids, consequences }, snapshot) {
  if (consequences.length === 0) return null;
  const links = linksOf(snapshot);
  const waiting = pids.flatMap((pid) => links.get(pid) ?? []).filter((link) => stateOf(link, snapshot) !== "moving");
  const awaited = new Set(waiting.flatMap(({ wait }) => nextOf(wait).map(({ process: process3 }) => process3.pid)));
  const tops = waiting.filter(({ process: process3, wait }) => !awaited.has(process3.pid) && nextOf(wait).length > 0);
  return tops.find(({ process: process3 }) => worksFor(process3, snapshot.folder)) ?? tops.at(0) ?? null;
}
function lengthTo(link, { pids }, snapshot) {
  return 1 + Math.max(
    0,
    ...nextOf(link.wait).filter(({ process: process3 }) => pids.includes(process3.pid)).map((next) => lengthTo(next, { pids }, snapshot))
  );
}
function sentence(link, finding4, snapshot) {
  let text5 = named2(link);
  let joint = " ";
  for (let at = link; at !== void 0; joint = ", which ") {
    const next = nextOf(at.wait).find(({ process: process3 }) => finding4.pids.includes(process3.pid)) ?? nextOf(at.wait)[0];
    const what = ending(at, snapshot);
    switch (at.wait.kind) {
      case "lock":
        text5 += `${joint}waits for ${what}, held by ${next === void 0 ? "a process that cannot be seen from here" : named2(next)}`;
        break;
      case "children":
      case "daemon":
        text5 += next === void 0 ? "" : `${joint}waits for ${at.wait.kind === "daemon" ? "its daemon " : ""}${named2(next)}`;
        break;
      case "stopped":
        text5 += `${joint}is stopped`;
        break;
      case "nothing":
        break;
      default:
        text5 += `${joint}waits for ${what}`;
    }
    at = next;
  }
  return text5;
}
function ending({ process: process3, wait }, snapshot) {
  const silent = wait.kind === "network" ? silentGos(snapshot).find((one) => one.process.pid === process3.pid) : void 0;
  if (silent === void 0) return waitText(wait);
  const who = {
    proxy: "the module proxy",
    sumdb: "the checksum database",
    toolchain: "a download of Go from",
    "http-proxy": "the HTTP proxy"
  };
  return `${who[silent.asks]} ${waitText(wait)}`;
}
function named2({ process: process3 }) {
  return `${process3.orphan ? "an orphaned " : ""}${commandText(process3)} (${factsText(process3)})`;
}
function sentenceCase(text5) {
  return text5.charAt(0).toUpperCase() + text5.slice(1);
}
var init_verdict = __esm({
  "src/doctor/judge/verdict.ts"() {
    "use strict";
    init_silent_go();
    init_wait_chain();
    init_subject();
    init_process_text();
  }
});

// src/doctor/judge/own-session.ts
function sessionFindings(whole, finders2, found) {
  const pid = whole.session?.pid ?? null;
  if (pid === null || whole.session?.stuck === null) return [];
  const own = treeIn(whole, pid);
  const seen = {
    ...withoutAside({ ...whole, processes: whole.processes.map((one) => asSubject(one, own)) }),
    session: null
  };
  return finders2.flatMap((find2) => find2(seen)).filter(({ severity, pids }) => severity !== "note" && pids.some((one) => own.has(one))).filter((finding4) => !found.some((other) => isSame(other, finding4, seen))).map((finding4) => ofSession(finding4, seen, own));
}
function treeIn({ processes }, root) {
  const tree = /* @__PURE__ */ new Set([root]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const { pid, ppid } of processes) if (tree.has(ppid)) tree.add(pid);
  }
  return tree;
}
function asSubject(process3, own) {
  return own.has(process3.pid) && process3.aside === "unlatch" ? { ...process3, aside: null } : process3;
}
function isSame(other, { id, pids }, { processes, folder }) {
  if (other.id !== id || other.severity === "note") return false;
  return processes.some(
    (process3) => other.pids.includes(process3.pid) && (pids.includes(process3.pid) || worksFor(process3, folder))
  );
}
function sessionMoves(whole) {
  const pid = whole.session?.pid ?? null;
  const own = pid === null ? /* @__PURE__ */ new Set() : treeIn(whole, pid);
  return whole.processes.some((process3) => own.has(process3.pid) && isMoving(process3));
}
function ofSession(finding4, seen, own) {
  const [root] = own;
  const chain = verdictOf(seen, [finding4]).replace(/\.$/, "");
  const session = "the session that unlatch opened";
  const named3 = chain.replace(new RegExp(`^gopls \\(pid ${root}\\b[^)]*\\)`), session);
  return {
    ...finding4,
    summary: named3 === chain ? `${session} is stuck: ${finding4.summary}` : named3,
    consequences: finding4.consequences.filter((line5) => !line5.startsWith(`gopls (pid ${root},`)),
    // The session's processes have ended with it.
    remedy: finding4.remedy.flatMap((step) => {
      if (step.kind !== "signal") return [step];
      const processes = step.processes.filter(({ pid }) => !own.has(pid));
      return processes.length === 0 ? [] : [{ ...step, processes }];
    })
  };
}
var init_own_session = __esm({
  "src/doctor/judge/own-session.ts"() {
    "use strict";
    init_moving();
    init_subject();
    init_verdict();
  }
});

// src/doctor/judge/without-echoes.ts
function withoutEchoes(findings) {
  const echoes = findings.flatMap((shown) => {
    const cause = shown.id === "gopls-says" ? findings.find((other) => repeats(other, shown)) : void 0;
    return cause === void 0 ? [] : [{ shown, cause }];
  });
  return findings.filter((finding4) => !echoes.some(({ shown }) => shown === finding4)).map((finding4) => {
    const own = echoes.filter(({ cause }) => cause === finding4).map(({ shown }) => shown.summary);
    return own.length === 0 ? finding4 : { ...finding4, evidence: [...finding4.evidence, ...own] };
  });
}
function repeats(cause, { summary: summary2, evidence }) {
  if (cause.id === "gopls-says" || cause.severity !== "error") return false;
  const text5 = withoutPlaces([summary2, ...evidence].join("\n"));
  if (words[cause.id]?.test(text5)) return true;
  const said = cause.evidence.filter((line5) => line5.startsWith("go: ")).flatMap((line5) => line5.slice(4).split("\n"));
  return said.map(withoutPlaces).some((line5) => line5.length >= 12 && text5.includes(line5));
}
function withoutPlaces(text5) {
  return text5.replaceAll(/(?<=\w):\d+(?::\d+)?(?=:)/g, "").trim();
}
var words;
var init_without_echoes = __esm({
  "src/doctor/judge/without-echoes.ts"() {
    "use strict";
    words = {
      "cache-path": /build cache is (?:disabled|required)|failed to initialize build cache/,
      "tmpdir-unusable": /creating work dir/
    };
  }
});

// src/doctor/judge/diagnose.ts
function diagnose(whole) {
  const snapshot = withoutAside(whole);
  const here = new Set(
    snapshot.processes.filter((process3) => worksFor(process3, snapshot.folder)).map(({ pid }) => pid)
  );
  const found = finders.flatMap((find2) => find2(snapshot));
  const ofSession2 = sessionFindings(whole, finders, found);
  const elsewhere = (finding4) => Number(finding4.pids.length > 0 && !ofSession2.includes(finding4) && !finding4.pids.some((pid) => here.has(pid)));
  const findings = withoutEchoes([...found, ...ofSession2]).filter((finding4, _, all) => !isOnlyThatItIsStuck(finding4, all, whole)).sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity) || elsewhere(a) - elsewhere(b));
  return { verdict: verdictOf(snapshot, findings), findings };
}
function isOnlyThatItIsStuck({ id, summary: summary2 }, all, whole) {
  if (id !== "gopls-says" || !summary2.endsWith("for the session that unlatch opened")) return false;
  return sessionMoves(whole) || all.some((other) => other.id !== "gopls-says" && other.severity !== "note");
}
var finders, ranks;
var init_diagnose = __esm({
  "src/doctor/judge/diagnose.ts"() {
    "use strict";
    init_subject();
    init_build_cache_damaged();
    init_cache_evicted();
    init_cache_not_writable();
    init_cache_path();
    init_disk_full();
    init_filesystem_hung();
    init_module_damaged();
    init_nfs_lookup_cache();
    init_owners_differ();
    init_rename_leftovers();
    init_restore_not_empty();
    init_daemon_cold_buildid();
    init_daemon_duplicate();
    init_daemon_stopped();
    init_gopls_cache_damaged();
    init_gopls_says();
    init_index_stale();
    init_socket_owner();
    init_socket_path();
    init_clean_under_load();
    init_flock_not_exclusive();
    init_flock_unsupported();
    init_folk_files();
    init_git_lock_left();
    init_lint_lock_held();
    init_lock_waiter();
    init_orphan_holder();
    init_stalled_git();
    init_stalled_http_proxy();
    init_stalled_proxy();
    init_stalled_sumdb();
    init_toolchain_download();
    init_cacheprog_hang();
    init_helper_waits();
    init_out_of_memory();
    init_packages_driver();
    init_pipe_inherited();
    init_process_stopped();
    init_environment_differs();
    init_goflags_refused();
    init_goroot_other();
    init_tmpdir_unusable();
    init_vcs_stamping();
    init_workspace_contradicts();
    init_own_session();
    init_verdict();
    init_without_echoes();
    finders = [
      filesystemHung,
      diskFull,
      daemonStopped,
      processStopped,
      orphanHolder,
      toolchainDownload,
      stalledHttpProxy,
      stalledProxy,
      stalledSumdb,
      stalledGit,
      helperWaits,
      packagesDriver,
      cacheprogHang,
      pipeInherited,
      lockWaiter,
      goplsSays,
      lintLockHeld,
      flockUnsupported,
      flockNotExclusive,
      cacheNotWritable,
      ownersDiffer,
      cachePath,
      tmpdirUnusable,
      gorootOther,
      goflagsRefused,
      workspaceContradicts,
      environmentDiffers,
      goplsCacheDamaged,
      moduleDamaged,
      buildCacheDamaged,
      indexStale,
      gitLockLeft,
      cleanUnderLoad,
      daemonColdBuildid,
      daemonDuplicate,
      socketPath,
      socketOwner,
      vcsStamping,
      restoreNotEmpty,
      cacheEvicted,
      renameLeftovers,
      outOfMemory,
      nfsLookupCache,
      folkFiles2
    ];
    ranks = ["error", "warning", "note"];
  }
});

// node_modules/valibot/dist/index.mjs
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input) {
  const type = typeof input;
  if (type === "string") return `"${input}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
  if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list2 = [...new Set(values$1)];
  if (list2.length > 1) return `(${list2.join(` ${separator} `)})`;
  return list2[0] ?? "never";
}
function _standardSchema(schema2) {
  schema2["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema2["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema2;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema2, dataset, config$1) {
  return typeof schema2.fallback === "function" ? schema2.fallback(dataset, config$1) : schema2.fallback;
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema2, dataset, config$1) {
  return typeof schema2.default === "function" ? schema2.default(dataset, config$1) : schema2.default;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (Array.isArray(input)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input.length; key++) {
          const value$1 = input[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullable(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped2.expects} | null)`,
    async: false,
    wrapped: wrapped2,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped2.expects} | undefined)`,
    async: false,
    wrapped: wrapped2,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
  else issues = dataset.issues;
  return issues;
}
// @__NO_SIDE_EFFECTS__
function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema2 of this.options) {
        const optionDataset = schema2["~run"]({ value: dataset.value }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
        else typedDatasets = [optionDataset];
        else {
          validDataset = optionDataset;
          break;
        }
        else if (untypedDatasets) untypedDatasets.push(optionDataset);
        else untypedDatasets = [optionDataset];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0];
      else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema2, input, config$1) {
  const dataset = schema2["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}
var store$4, DEFAULT_CONFIG, store$3, store$2, store$1, EMOJI_REGEX;
var init_dist = __esm({
  "node_modules/valibot/dist/index.mjs"() {
    DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
  }
});

// src/doctor/cache-fact.ts
var leftKinds;
var init_cache_fact = __esm({
  "src/doctor/cache-fact.ts"() {
    "use strict";
    leftKinds = [
      "empty zip",
      "empty mod",
      "empty ziphash",
      // The folder of an extracted module.
      "empty module",
      "tmp",
      "partial",
      "git lock",
      "not writable",
      "empty gopls index"
    ];
  }
});

// src/doctor/parse-snapshot.ts
function parseSnapshot(name, content) {
  let value;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new import_errors23.UserError(`${name}: not JSON; \`unlatch doctor --snapshot FILE\` writes a snapshot`, { cause: error });
  }
  const result = safeParse(schema, value);
  if (result.success) return upToDate(result.output);
  const [issue] = result.issues;
  const path = getDotPath(issue);
  throw new import_errors23.UserError(`${name}: not a snapshot of schema 1 or 2${path === null ? "" : ` (${path}: ${issue.message})`}`);
}
function upToDate({ processes, ...rest }) {
  return {
    ...rest,
    schema: 2,
    processes: processes.map(({ busyMs, did, ...process3 }) => ({
      ...process3,
      aside: process3.aside ?? (process3.command.some((word) => word.includes("** telemetry **")) ? "telemetry" : null),
      did: did ?? { busyMs: busyMs ?? 0, ioBytes: null, children: 0 }
    }))
  };
}
var import_errors23, number2, text4, environment2, command, thread, file, connection, pipe, process2, place, foreign2, damaged, left, goroot, schema;
var init_parse_snapshot = __esm({
  "src/doctor/parse-snapshot.ts"() {
    "use strict";
    init_dist();
    import_errors23 = require("./errors.cjs");
    init_cache_fact();
    number2 = nullable(number());
    text4 = nullable(string());
    environment2 = record(string(), string());
    command = { command: string(), code: number2, timedOut: boolean(), ms: number(), output: string() };
    thread = object({ tid: number(), wchan: string(), flockFd: number2 });
    file = object({
      fd: number(),
      path: string(),
      inode: number2,
      lockDevice: text4,
      lock: nullable(picklist(["WRITE", "READ"])),
      isOverlay: optional(boolean(), false)
    });
    connection = object({
      inode: number(),
      local: string(),
      remote: string(),
      state: string(),
      sendQueueBytes: number(),
      receiveQueueBytes: number(),
      silentMs: number2,
      sentMs: optional(number2, null),
      ackedMs: optional(number2, null),
      receivedBytes: optional(number2, null),
      receivedMeanwhile: optional(number2, null)
    });
    pipe = object({ fd: number(), inode: number(), end: picklist(["read", "write"]) });
    process2 = object({
      pid: number(),
      ppid: number(),
      group: number(),
      name: string(),
      command: array(string()),
      state: string(),
      uid: number2,
      ageMs: number(),
      startTicks: optional(number(), 0),
      busyMs: optional(number()),
      did: optional(object({ busyMs: number(), ioBytes: number2, children: number() })),
      cwd: text4,
      env: nullable(environment2),
      settings: optional(nullable(environment2), null),
      editor: optional(nullable(object({ name: string(), pid: number() })), null),
      workspace: optional(text4, null),
      aside: optional(nullable(picklist(["telemetry", "unlatch"])), null),
      tracer: optional(number2, null),
      container: text4,
      orphan: boolean(),
      threads: array(thread),
      files: array(file),
      connections: array(connection),
      pipes: optional(array(pipe), [])
    });
    place = object({
      role: picklist([
        "workspace",
        "HOME",
        "TMPDIR",
        "GOTMPDIR",
        "GOCACHE",
        "GOMODCACHE",
        "GOMODCACHE/cache/download",
        "GOPATH/pkg/sumdb",
        "the cache of gopls",
        "XDG_RUNTIME_DIR"
      ]),
      path: string(),
      stat: nullable(union([literal("hung"), object({ uid: number(), mode: string() })])),
      shape: optional(nullable(picklist(["folder", "file", "dangling link"])), null),
      linkTo: optional(text4, null),
      noexec: optional(boolean(), false),
      nfs: optional(
        nullable(object({ source: string(), mountPoint: string(), type: string(), options: string() })),
        null
      ),
      notWritable: text4,
      type: text4,
      freeBytes: number2,
      freeInodes: number2,
      flock: nullable(
        object({ path: string(), result: picklist(["exclusive", "busy", "not exclusive", "failed"]), why: text4 })
      )
    });
    foreign2 = object({
      role: picklist(["GOCACHE", "GOMODCACHE", "the cache of gopls"]),
      cache: string(),
      path: string(),
      uid: number(),
      mode: string()
    });
    damaged = object({
      path: string(),
      bytes: number(),
      sha256: string(),
      entry: text4,
      ageMs: number()
    });
    left = object({
      kind: picklist(leftKinds),
      path: string(),
      of: string(),
      ageMs: number(),
      busy: optional(boolean(), false)
    });
    goroot = object({
      path: string(),
      file: text4,
      there: boolean(),
      version: nullable(object(command)),
      compiler: nullable(object(command))
    });
    schema = object({
      schema: picklist([1, 2]),
      at: string(),
      windowMs: optional(number(), 0),
      host: object({
        platform: string(),
        kernel: string(),
        uid: number(),
        capabilities: optional(text4, null),
        oomKills: number2,
        oomVictims: optional(array(object({ pid: number(), name: string(), agoMs: number() })), [])
      }),
      folder: string(),
      env: environment2,
      go: object({
        env: nullable(environment2),
        local: object(command),
        plain: nullable(object(command)),
        load: optional(nullable(object(command)), null),
        goroot: optional(nullable(goroot), null),
        editor: nullable(
          object({
            ...command,
            pid: number(),
            env: optional(nullable(environment2), null),
            load: optional(nullable(object(command)), null),
            goroot: optional(nullable(goroot), null),
            places: optional(array(place), [])
          })
        ),
        gopls: text4,
        driver: text4,
        deep: nullable(
          object({ verify: object(command), list: object(command), listWithoutIndex: object(command) })
        )
      }),
      places: array(place),
      processes: array(process2),
      sockets: array(
        object({
          path: string(),
          uid: number2,
          inode: number2,
          listeners: array(number()),
          backlog: number()
        })
      ),
      cache: object({
        left: array(left),
        withoutSum: array(string()),
        foreign: optional(array(foreign2), []),
        readOnlyModule: optional(nullable(object({ path: string(), ageMs: number() })), null),
        trimAgeMs: number2,
        entries: object({ seen: number(), olderThan5Days: number(), restored: optional(number(), 0) }),
        damaged: optional(array(damaged), []),
        folk: array(string())
      }),
      conflicts: optional(array(string()), []),
      git: nullable(object({ root: string(), uid: number(), status: object(command) })),
      servers: optional(array(object({ name: string(), addresses: array(string()) })), []),
      session: optional(
        nullable(
          object({
            pid: number2,
            stuck: text4,
            why: text4,
            failed: text4,
            said: array(string()),
            from: array(string())
          })
        ),
        null
      ),
      unseen: array(string())
    });
  }
});

// src/doctor/text/draw-tree.ts
function drawTree(snapshot) {
  return chainsOf(snapshot).filter(
    ({ process: process3, wait }) => /^(go|gopls|git|dlv)$/.test(process3.name) || wait.kind === "lock" || heldBy(process3).length > 0
  ).flatMap((link) => drawn(link, "", ""));
}
function drawn(link, first, rest) {
  const { process: process3, wait } = link;
  const held2 = heldBy(process3);
  const more = held2.length > 3 ? ` and ${held2.length - 3} more` : "";
  const holds = held2.length === 0 ? "" : `, holds the lock of ${held2.slice(0, 3).join(", ")}${more}`;
  const next = nextOf(wait);
  const what = waitText(wait);
  const head2 = `${first}${processText(process3)}${holds}`;
  const below2 = next.flatMap((other, index) => {
    const last = index === next.length - 1;
    return drawn(other, `${rest}${last ? "\u2514\u2500 " : "\u251C\u2500 "}`, `${rest}${last ? "   " : "\u2502  "}`);
  });
  return [what === null ? head2 : `${head2}: waits for ${what}`, ...below2];
}
function heldBy({ files }) {
  return [...new Set(files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => lockName(path)))];
}
var init_draw_tree = __esm({
  "src/doctor/text/draw-tree.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
    init_process_text();
  }
});

// src/doctor/text/printable.ts
function printable(line5) {
  const oneLine2 = line5.replace(/[\t\r\n]+/g, " ");
  return oneLine2.replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, "\uFFFD");
}
var init_printable = __esm({
  "src/doctor/text/printable.ts"() {
    "use strict";
  }
});

// src/doctor/text/doctor-text.ts
function doctorText(snapshot, { verdict, findings }, extra, docsOf2, colours) {
  const tree = drawTree(withoutAside(snapshot));
  const blocks = [
    [colours.bold(verdict), ...extra],
    tree,
    ...findings.map((finding4) => blockOf(finding4, docsOf2, colours)),
    snapshot.unseen.length === 0 ? [] : ["Not seen:", ...snapshot.unseen.map((what) => `  ${what}`)]
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.map(printable).join("\n")).join("\n\n")}
`;
}
function blockOf(finding4, docsOf2, colours) {
  const { id, severity, summary: summary2, evidence, consequences, remedy: remedy2, source: source6 } = finding4;
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  return [
    `${colour(`${severity} ${id}`)}: ${summary2}`,
    ...evidence.flatMap((text5) => indented(text5, "  \xB7 ")),
    ...consequences.length === 0 ? [] : ["  Because of it:", ...consequences.map((line5) => `    ${line5}`)],
    ...remedy2.map((step, index) => `  ${colours.green(remedy2.length === 1 ? "\u2192" : `${index + 1}.`)} ${stepText(step)}`),
    `  ${colours.dim(`${source6} \xB7 ${docsOf2(id)}`)}`
  ];
}
function indented(text5, mark) {
  const [first = "", ...rest] = text5.trimEnd().split(/\r?\n/);
  return [`${mark}${first}`, ...rest.map((line5) => `${" ".repeat(mark.length)}${line5}`)];
}
var init_doctor_text = __esm({
  "src/doctor/text/doctor-text.ts"() {
    "use strict";
    init_subject();
    init_remedy();
    init_draw_tree();
    init_printable();
  }
});

// src/process/interruption.ts
function onInterruption() {
  const controller = new AbortController();
  let firstMs2 = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      firstMs2 = performance.now();
      controller.abort();
    } else if (performance.now() - firstMs2 > echoMs) {
      process.exit(130);
    }
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name of signals) process.on(name, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of signals) process.off(name, interrupt);
    }
  };
}
var echoMs;
var init_interruption = __esm({
  "src/process/interruption.ts"() {
    "use strict";
    echoMs = 1e3;
  }
});

// package.json
var package_default;
var init_package = __esm({
  "package.json"() {
    package_default = {
      name: "unlatch",
      version: "0.1.0",
      description: "Settles by experiment what really jams go and gopls, and keeps Go's caches clean and small in CI",
      license: "Apache-2.0",
      repository: {
        type: "git",
        url: "git+https://github.com/OWNER/unlatch.git"
      },
      keywords: [
        "go",
        "gopls",
        "cache",
        "lock",
        "hang",
        "ci"
      ],
      type: "module",
      bin: {
        unlatch: "dist/cli.cjs"
      },
      man: "dist/unlatch.1",
      files: [
        "dist/*.cjs",
        "dist/page.*",
        "dist/unlatch.1",
        "!dist/main.cjs",
        "!dist/post.cjs",
        "!dist/store-worker.cjs",
        "!dist/storage-blob.cjs",
        "!dist/undici.cjs",
        "docker",
        "sandbox"
      ],
      exports: {
        "./package.json": "./package.json"
      },
      engines: {
        node: ">=20"
      },
      scripts: {
        build: "node build.ts",
        "build:sea": "node tools/sea.ts",
        release: "node tools/release.ts",
        typecheck: "tsc --noEmit && tsc --noEmit -p src/page/browser",
        lint: "biome check .",
        format: "biome check --write .",
        test: "npm run lint && npm run typecheck && npm run build -- --check && vitest run",
        "test:unit": "vitest run --project unit",
        bench: "node bench/bench.ts",
        record: "node tools/record.ts",
        example: "npm run build && node tools/example.ts",
        docs: "node tools/pages.ts",
        pin: "node tools/pin.ts",
        recordings: "node tools/recordings.ts",
        differences: "node tools/differences.ts",
        events: "node tools/events.ts",
        weather: "node tools/weather.ts"
      },
      devDependencies: {
        "@actions/cache": "6.3.0",
        "@actions/core": "3.0.1",
        "@actions/exec": "3.0.0",
        "@aws-sdk/client-s3": "3.1175.0",
        "@aws-sdk/lib-storage": "3.1175.0",
        "@biomejs/biome": "2.6.8",
        "@circleci/circleci-config-parser": "0.10.0-alpha.3",
        "@opentelemetry/core": "2.12.0",
        "@opentelemetry/exporter-metrics-otlp-http": "0.223.0",
        "@opentelemetry/exporter-prometheus": "0.223.0",
        "@opentelemetry/resources": "2.12.0",
        "@opentelemetry/sdk-metrics": "2.12.0",
        "@types/cli-progress": "3.11.6",
        "@types/d3-axis": "3.0.6",
        "@types/d3-scale": "4.0.9",
        "@types/d3-selection": "3.0.12",
        "@types/dockerode": "4.0.2",
        "@types/node": "24.19.2",
        "@types/semver": "7.8.0",
        "@types/tar-fs": "2.0.4",
        "@types/tar-stream": "3.1.5",
        "@types/yauzl": "3.4.0",
        ajv: "8.20.0",
        "ajv-draft-04": "1.0.0",
        "ajv-formats": "3.0.1",
        "axe-core": "4.14.1",
        "cli-progress": "3.12.0",
        "cli-table3": "0.6.5",
        commander: "14.0.3",
        "d3-axis": "3.0.1",
        "d3-scale": "4.0.3",
        "d3-selection": "3.0.1",
        dockerode: "5.0.1",
        esbuild: "0.28.2",
        "fast-check": "4.10.2",
        "fast-wrap-ansi": "0.2.2",
        "fast-xml-parser": "5.12.1",
        fflate: "0.8.3",
        "gitlab-ci-local": "4.75.1",
        "http-proxy-agent": "7.0.2",
        "https-proxy-agent": "7.0.6",
        "jsonc-parser": "3.3.1",
        "kubernetes-models": "5.1.0",
        leven: "4.1.0",
        node: "24.21.0",
        "p-limit": "7.3.3",
        picocolors: "1.1.1",
        "playwright-core": "1.65.1",
        postject: "1.0.0-alpha.6",
        publint: "0.3.25",
        semver: "7.8.6",
        sucrase: "3.35.1",
        "tar-fs": "3.1.3",
        "tar-stream": "3.2.2",
        "toml-eslint-parser": "1.0.3",
        typescript: "7.0.2",
        valibot: "1.5.0",
        vitest: "5.1.1",
        "vscode-jsonrpc": "10.0.0",
        "vscode-languageserver-protocol": "3.18.5",
        yaml: "2.9.1",
        yauzl: "3.4.0"
      },
      allowScripts: {
        esbuild: true,
        node: true,
        protobufjs: false,
        ssh2: false,
        "cpu-features": false
      }
    };
  }
});

// src/cli/finding-docs.ts
function findingDocs(id, repository) {
  return docsAt(`docs/findings/${id}.md`, repository);
}
function docsAt(path, repository = package_default.repository.url) {
  return unpublished.test(repository) ? path : `${repository.replace(/^git\+/, "").replace(/\.git$/, "")}/blob/HEAD/${path}`;
}
var unpublished;
var init_finding_docs = __esm({
  "src/cli/finding-docs.ts"() {
    "use strict";
    init_package();
    unpublished = /\/OWNER\//;
  }
});

// src/cli/folder-refusal.ts
async function folderRefusal(folder) {
  try {
    if (!(await (0, import_promises23.stat)(folder)).isDirectory()) return "not a folder";
    await (0, import_promises23.access)(folder, import_node_fs6.constants.R_OK | import_node_fs6.constants.X_OK);
    return null;
  } catch (error) {
    const code = (0, import_errors24.errnoOf)(error);
    if (code === void 0) throw error;
    return code === "ENOENT" ? "no such folder" : `cannot be entered (${code})`;
  }
}
var import_node_fs6, import_promises23, import_errors24;
var init_folder_refusal = __esm({
  "src/cli/folder-refusal.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_promises23 = require("node:fs/promises");
    import_errors24 = require("./errors.cjs");
  }
});

// src/cli/output.ts
function outputOf2(stream) {
  const isTerminal = stream.isTTY === true && process.env["TERM"] !== "dumb";
  const forced = process.env["FORCE_COLOR"];
  const colour = (process.env["NO_COLOR"] ?? "") === "" && (forced !== void 0 && forced !== "0" || isTerminal);
  return {
    stream,
    isTerminal,
    colour,
    get columns() {
      return stream.columns || Number(process.env["COLUMNS"]) || (isTerminal ? 80 : 120);
    }
  };
}
var init_output = __esm({
  "src/cli/output.ts"() {
    "use strict";
  }
});

// src/cli/package-version.ts
function packageVersion() {
  return package_default.version;
}
var init_package_version = __esm({
  "src/cli/package-version.ts"() {
    "use strict";
    init_package();
  }
});

// src/cli/parse-count.ts
function parseCount(option, text5, most2, least2 = 1) {
  const value = /^\d+$/.test(text5) ? Number(text5) : Number.NaN;
  if (value >= least2 && value <= most2) return value;
  throw new import_errors25.UserError(`${option} ${JSON.stringify(text5)}: expected a whole number from ${least2} to ${most2}`);
}
var import_errors25;
var init_parse_count = __esm({
  "src/cli/parse-count.ts"() {
    "use strict";
    import_errors25 = require("./errors.cjs");
  }
});

// src/cli/result-files.ts
async function checkPlace(option, path, kind) {
  if (path === "") throw new import_errors26.UserError(`${option}: expected a ${kind}`);
  const refuse = (why, cause) => new import_errors26.UserError(`${option} ${path}: ${why}; name another ${kind}`, { cause });
  const whole = (0, import_node_path34.resolve)(path);
  for (let at = whole; ; at = (0, import_node_path34.dirname)(at)) {
    try {
      const isFolder = (await (0, import_promises24.stat)(at)).isDirectory();
      if (at === whole && isFolder && kind === "file") throw refuse("is a folder");
      if (!isFolder && (at !== whole || kind === "folder")) throw refuse(`${at} is not a folder`);
      await (0, import_promises24.access)(at, isFolder ? import_node_fs7.constants.W_OK | import_node_fs7.constants.X_OK : import_node_fs7.constants.W_OK);
      return;
    } catch (error) {
      if ((0, import_errors26.errnoOf)(error) === void 0) throw error;
      if (["ENOENT", "ENOTDIR"].includes((0, import_errors26.errnoOf)(error) ?? "") && at !== (0, import_node_path34.dirname)(at)) continue;
      throw refuse(`${at} is not writable (${(0, import_errors26.errnoOf)(error)})`, error);
    }
  }
}
async function makeFolders(path) {
  try {
    await (0, import_promises24.mkdir)(path);
  } catch (error) {
    if ((0, import_errors26.errnoOf)(error) === "EEXIST" && (await (0, import_promises24.stat)(path)).isDirectory()) return;
    const above = (0, import_node_path34.dirname)(path);
    if ((0, import_errors26.errnoOf)(error) !== "ENOENT" || above === path) throw error;
    await makeFolders(above);
    try {
      await (0, import_promises24.mkdir)(path);
    } catch (again) {
      if ((0, import_errors26.errnoOf)(again) !== "EEXIST") throw again;
    }
  }
}
async function writeResult(file2, text5) {
  await makeFolders((0, import_node_path34.dirname)((0, import_node_path34.resolve)(file2)));
  await (0, import_promises24.writeFile)(file2, text5);
}
var import_node_fs7, import_promises24, import_node_path34, import_errors26;
var init_result_files = __esm({
  "src/cli/result-files.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_promises24 = require("node:fs/promises");
    import_node_path34 = require("node:path");
    import_errors26 = require("./errors.cjs");
  }
});

// src/terminal/elapsed.ts
function elapsedText(ms) {
  const seconds = Math.floor(ms / 1e3);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
var init_elapsed = __esm({
  "src/terminal/elapsed.ts"() {
    "use strict";
  }
});

// src/terminal/heartbeat.ts
function heartbeat(say) {
  let timer;
  let lastMs = performance.now();
  const next = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      say();
      lastMs = performance.now();
      next(everyMs);
    }, ms);
    timer.unref();
  };
  next(firstMs);
  return {
    // Short phases that follow each other must not silence it.
    restart: () => next(Math.max(0, Math.min(firstMs, lastMs + everyMs - performance.now()))),
    [Symbol.dispose]: () => clearTimeout(timer)
  };
}
var firstMs, everyMs;
var init_heartbeat = __esm({
  "src/terminal/heartbeat.ts"() {
    "use strict";
    firstMs = 3e3;
    everyMs = 1e4;
  }
});

// src/terminal/plain-text.ts
function plainText(text5) {
  return (0, import_node_util2.stripVTControlCharacters)(text5).replace(/\r\n?/g, "\n").replace(new RegExp("(?![\\t\\n])\\p{Cc}|\\p{Surrogate}|\\p{Bidi_Control}|[\\ufffe\\uffff]", "gu"), "");
}
function plainLine(text5) {
  return plainText(text5).replace(/\s+/g, " ").trim();
}
var import_node_util2;
var init_plain_text = __esm({
  "src/terminal/plain-text.ts"() {
    "use strict";
    import_node_util2 = require("node:util");
  }
});

// src/cli/download-pace.ts
function downloadPace(nowMs) {
  let of = "";
  let began = { atMs: 0, bytes: 0 };
  let lastBytes = 0;
  return (event) => {
    const { what, receivedBytes, totalBytes } = event;
    if (what !== of || receivedBytes < lastBytes) {
      of = what;
      began = { atMs: nowMs(), bytes: receivedBytes };
    }
    lastBytes = receivedBytes;
    const tookMs = nowMs() - began.atMs;
    const got = receivedBytes - began.bytes;
    const left2 = totalBytes === null ? 0 : totalBytes - receivedBytes;
    if (tookMs < paceFromMs || got <= 0 || left2 <= 0) return bytesText(event);
    return `${bytesText(event)}, about ${elapsedText(Math.max(1e3, left2 / got * tookMs))} left`;
  };
}
function bytesText({ receivedBytes, totalBytes }) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  return totalBytes === null ? `${megabytes(receivedBytes)} MB` : `${megabytes(receivedBytes)} of ${megabytes(totalBytes)} MB`;
}
var paceFromMs;
var init_download_pace = __esm({
  "src/cli/download-pace.ts"() {
    "use strict";
    init_elapsed();
    paceFromMs = 2e3;
  }
});

// src/cli/sign-of-life.ts
function signOfLife(output, nowMs = () => performance.now()) {
  const paceOf2 = downloadPace(nowMs);
  let what = "";
  let how = "";
  let sinceMs = nowMs();
  const text5 = () => `${what}${how === "" ? "" : ` \xB7 ${how}`}, ${elapsedText(nowMs() - sinceMs)}`;
  const shown = output.isTerminal ? liveLine(output, () => what === "" || nowMs() - sinceMs < liveFromMs ? "" : text5()) : heartbeat(() => {
    if (what !== "") output.stream.write(`still working: ${text5()}
`);
  });
  const phase = (next) => {
    if (next === what) return;
    what = next;
    how = "";
    sinceMs = nowMs();
    shown.restart();
  };
  const detail = (next) => {
    how = plainLine(next);
  };
  return {
    phase,
    detail,
    provision: (event) => {
      phase(event.what);
      detail("step" in event ? event.step : paceOf2(event));
    },
    [Symbol.dispose]: () => shown[Symbol.dispose]()
  };
}
function liveLine(output, text5) {
  let drawn2 = false;
  const draw = () => {
    const line5 = text5();
    if (line5 === "" && !drawn2) return;
    output.stream.write(`\r\x1B[K${line5.slice(0, Math.max(0, output.columns - 1))}`);
    drawn2 = line5 !== "";
  };
  const timer = setInterval(draw, redrawMs).unref();
  return {
    restart: draw,
    [Symbol.dispose]: () => {
      clearInterval(timer);
      if (drawn2) output.stream.write("\r\x1B[K");
    }
  };
}
var redrawMs, liveFromMs;
var init_sign_of_life = __esm({
  "src/cli/sign-of-life.ts"() {
    "use strict";
    init_elapsed();
    init_heartbeat();
    init_plain_text();
    init_download_pace();
    redrawMs = 250;
    liveFromMs = 500;
  }
});

// src/cli/unless-aborted.ts
async function unlessAborted(work, signal2) {
  try {
    const answer = await work;
    return signal2.aborted ? null : answer;
  } catch (error) {
    if (!signal2.aborted) throw error;
    return null;
  }
}
var init_unless_aborted = __esm({
  "src/cli/unless-aborted.ts"() {
    "use strict";
  }
});

// src/doctor/log/log-format.ts
function rpcMessage(value) {
  const { method, id, params, result, error } = asRecord(value);
  return {
    ...typeof method === "string" ? { method } : {},
    ...typeof id === "string" || typeof id === "number" ? { id: String(id) } : {},
    ...params === void 0 ? {} : { params },
    ...result === void 0 ? {} : { result },
    ...error === void 0 || error === null ? {} : { error }
  };
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function jsonOrUndefined(text5) {
  try {
    return JSON.parse(text5);
  } catch (error) {
    if (error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function namesGopls(command2) {
  return /(^|[/\\\s"'(])gopls(\.exe)?($|[\s"')\]])/.test(command2);
}
var init_log_format = __esm({
  "src/doctor/log/log-format.ts"() {
    "use strict";
  }
});

// src/doctor/log/one-start.ts
function isAnswer({ method, result, error }) {
  return method === void 0 || result !== void 0 || error !== void 0;
}
function words2(why) {
  return oneLine(why).replace(/^(?:packages\.Load error: )?(?:err: exit status \d+: stderr: )?/, "");
}
function oneLine(text5) {
  return text5.trim().replace(/\s+/g, " ");
}
var OneStart;
var init_one_start = __esm({
  "src/doctor/log/one-start.ts"() {
    "use strict";
    init_log_format();
    OneStart = class {
      timeline = [];
      /** Requests of the editor that wait for gopls, by id. */
      waiting = /* @__PURE__ */ new Map();
      /** Requests of gopls that wait for the editor. */
      asked = /* @__PURE__ */ new Map();
      /** null: the log begins after the start of gopls and has not yet shown its progress. */
      reached;
      /** Why gopls could not load the workspace, in its words. */
      failed = null;
      ended = null;
      /** Whether the log contains anything that gopls did. */
      heard = false;
      stderr = [];
      #hasInitialize = false;
      #left = false;
      #load = null;
      #critical = null;
      #shown = /* @__PURE__ */ new Map();
      #diagnostics = /* @__PURE__ */ new Map();
      constructor(reached) {
        this.reached = reached;
      }
      /** Whether this event starts another gopls. */
      isFollowedBy(event) {
        if (event.kind === "said") return this.ended !== null && event.text.includes("Created View");
        if (event.kind === "started") return this.reached === null || this.#hasInitialize || this.timeline.length > 1;
        if (event.kind !== "message" || event.from !== "editor" || event.message.method !== "initialize") return false;
        return this.reached !== "initialize" || this.#hasInitialize;
      }
      take(event) {
        switch (event.kind) {
          case "started":
            this.#note(event.time, "gopls started");
            return;
          case "initialized":
            this.#initialized(event.time);
            return;
          case "message":
            if (event.from === "editor") this.#sent(event.time, event.message);
            else this.#received(event.time, event.message);
            return;
          case "said":
            if (event.how !== "log") this.#show(event.how, event.text);
            this.#logged(event.time, event.text);
            return;
          case "stderr":
            this.heard = true;
            this.stderr.push(event.text);
            return;
          case "ended":
            if (this.#left || this.ended !== null) return;
            this.ended = event.how;
            this.#note(event.time, `gopls ended${event.how === "" ? "" : ` (${event.how})`}`);
        }
      }
      /** Errors and warnings that gopls showed and has not cleared. */
      get said() {
        return [.../* @__PURE__ */ new Set([...this.#shown.values(), ...[...this.#diagnostics.values()].flat()])];
      }
      #note(time2, what) {
        this.timeline.push(`${time2} ${what}`.trim());
      }
      #initialized(time2) {
        this.heard = true;
        if (this.reached !== "initialize") return;
        this.reached = "go env";
        this.#note(time2, "initialize answered");
      }
      #sent(time2, message) {
        const { method, id } = message;
        if (method === void 0 || isAnswer(message)) {
          if (id !== void 0) this.asked.delete(id);
          return;
        }
        if (method === "initialize") {
          this.#hasInitialize = true;
          this.#note(time2, "initialize");
        }
        if (method === "shutdown" || method === "exit") this.#left = true;
        if (id !== void 0) this.waiting.set(id, time2 === "" ? `${method} (${id})` : `${method} (${id}), ${time2}`);
      }
      #received(time2, received) {
        const { method, id, params, error } = received;
        this.heard = true;
        if (id !== void 0 && isAnswer(received)) {
          const asked2 = this.waiting.get(id)?.split(" ")[0] ?? method;
          if (method === void 0 || method === asked2) this.waiting.delete(id);
          if (asked2 === "initialize") {
            if (error === void 0) this.#initialized(time2);
            else this.#fail(time2, `initialize: ${String(asRecord(error)["message"] ?? "")}`);
          }
          return;
        }
        if (id !== void 0 && method !== void 0) this.asked.set(id, time2 === "" ? method : `${method}, ${time2}`);
        const { message, token, value, type, uri, diagnostics } = asRecord(params);
        if (method === "window/logMessage") this.#logged(time2, String(message));
        if (method === "window/showMessage" || method === "window/showMessageRequest") {
          if (type === 1 || type === 2) this.#show(type === 1 ? "error" : "warning", String(message));
          this.#loadMessage(time2, String(message));
        }
        if (method === "$/progress") this.#progress(time2, String(token), asRecord(value));
        if (method === "textDocument/publishDiagnostics") this.#diagnosed(String(uri), diagnostics);
      }
      #progress(time2, token, { kind, title, message }) {
        if (title === "Setting up workspace") this.#load = token;
        if (title === "Error loading workspace") this.#critical = token;
        if (token === this.#critical) {
          if (kind === "end") this.#shown.delete("critical");
          else this.#shown.set("critical", `error: Error loading workspace: ${oneLine(String(message ?? ""))}`);
        }
        if (token === this.#load && kind === "end") {
          this.#load = null;
          if (/^Error /.test(String(message))) this.#loadMessage(time2, String(message));
          else this.#loaded(time2);
        }
      }
      /** Clients without progress support get the same text as messages. */
      #loadMessage(time2, text5) {
        const why = /^Error loading packages: (.*)/s.exec(text5)?.[1];
        if (why !== void 0) this.#fail(time2, why);
        else if (/^Finished loading packages/.test(text5)) this.#loaded(time2);
        else if (/^Loading packages/.test(text5)) this.#load ??= "";
      }
      #logged(time2, text5) {
        if (this.reached !== "initialize") this.heard ||= /^\d{4}\/\d\d\/\d\d |Created View|go\/packages/.test(text5);
        if (this.reached !== "answer" && this.reached !== "go list" && /Created View|\bgo info for /.test(text5)) {
          this.#initialized(time2);
          this.reached = "go list";
          this.#note(time2, "view created");
        }
        const why = /initial workspace load failed: (.*)/s.exec(text5)?.[1];
        if (why !== void 0) this.#fail(time2, why);
        const listed = /go\/packages\.Load(?: #\d+)?\s*(?:\n|$)/.test(text5);
        if (!listed) return;
        if (this.failed !== null && this.reached !== null) this.failed = null;
        if (this.#load === null) this.#loaded(time2);
      }
      #loaded(time2) {
        if (this.failed !== null || this.reached === "answer") return;
        this.reached = "answer";
        this.#note(time2, "packages loaded");
      }
      #fail(time2, why) {
        if (this.failed === null) this.#note(time2, "workspace could not be loaded");
        this.failed = words2(why);
        if (this.reached === null) this.reached = "go list";
      }
      #show(how, text5) {
        this.heard = true;
        const line5 = `${how}: ${oneLine(text5)}`;
        this.#shown.set(line5, line5);
        const why = /failed to load view for \S+: (.*)/s.exec(text5)?.[1];
        if (why !== void 0) this.failed ??= words2(why);
      }
      #diagnosed(uri, all) {
        const file2 = /[^/]*$/.exec(uri)?.[0] ?? "";
        if (file2 !== "go.mod" && file2 !== "go.work") return;
        const errors = (Array.isArray(all) ? all : []).map(asRecord).filter(({ severity }) => severity === 1);
        this.#diagnostics.set(
          uri,
          errors.map(({ message }) => `error: ${file2}: ${oneLine(String(message))}`)
        );
      }
    };
  }
});

// src/doctor/facts/gopls/session-fact.ts
function sessionFact(heard, session) {
  const start = new OneStart("go env");
  for (const { method, params } of heard) {
    start.take({ kind: "message", time: "", from: "gopls", message: rpcMessage({ method, params }) });
  }
  const { pid, stuck, why, from } = session;
  return {
    pid,
    stuck,
    why: why === null ? null : redact(why),
    failed: start.failed === null ? null : redact(start.failed),
    said: start.said.map(redact),
    from: from.map(redact)
  };
}
var init_session_fact = __esm({
  "src/doctor/facts/gopls/session-fact.ts"() {
    "use strict";
    init_redact();
    init_log_format();
    init_one_start();
  }
});

// src/config/declarations.ts
function joined(parts) {
  return {
    goplsSettings: parts.flatMap((part) => part.goplsSettings),
    goplsFlags: parts.flatMap((part) => part.goplsFlags),
    goFlags: parts.flatMap((part) => part.goFlags),
    variables: parts.flatMap((part) => part.variables),
    versions: parts.flatMap((part) => part.versions),
    tools: parts.flatMap((part) => part.tools)
  };
}
function flagsIn(value) {
  return (value?.items ?? []).flatMap(
    (item) => typeof item.value === "string" ? [{ place: item.place, text: item.value }] : []
  );
}
var noDeclarations;
var init_declarations = __esm({
  "src/config/declarations.ts"() {
    "use strict";
    noDeclarations = {
      goplsSettings: [],
      goplsFlags: [],
      goFlags: [],
      variables: [],
      versions: [],
      tools: []
    };
  }
});

// src/config/position.ts
function under(value, ...keys) {
  return keys.reduce((at, key) => entryOf(at, key)?.value, value);
}
function entryOf(value, key) {
  return value?.entries.findLast((entry) => entry.key === key);
}
function textOf(value) {
  return typeof value?.value === "string" ? value.value : null;
}
var init_position = __esm({
  "src/config/position.ts"() {
    "use strict";
  }
});

// src/go/platform.ts
function hostPlatform() {
  const os = osNames[process.platform];
  const arch = archNames[process.arch];
  if (os === void 0 || arch === void 0) {
    throw new import_errors27.UserError(`there is no Go toolchain to download for ${process.platform}/${process.arch}`);
  }
  return { os, arch };
}
function exeName(name, platform) {
  return platform.os === "windows" ? `${name}.exe` : name;
}
var import_errors27, osNames, archNames;
var init_platform = __esm({
  "src/go/platform.ts"() {
    "use strict";
    import_errors27 = require("./errors.cjs");
    osNames = {
      linux: "linux",
      darwin: "darwin",
      win32: "windows",
      freebsd: "freebsd",
      openbsd: "openbsd",
      netbsd: "netbsd",
      aix: "aix",
      sunos: "solaris"
    };
    archNames = {
      x64: "amd64",
      arm64: "arm64",
      ia32: "386",
      arm: "arm",
      mips: "mips",
      mipsel: "mipsle",
      // Node uses this name for both byte orders, but runs only on little endian on Linux and big
      // endian on AIX.
      ppc64: process.platform === "aix" ? "ppc64" : "ppc64le",
      s390x: "s390x",
      riscv64: "riscv64",
      loong64: "loong64"
    };
  }
});

// src/config/resolve-path.ts
function insideWorkspace(path, folder, reader) {
  const named3 = workspaceNames[reader]?.exec(path)?.[0];
  const own = named3 === void 0 ? path : (0, import_node_path35.join)(folder, path.slice(named3.length));
  if (!(0, import_node_path35.isAbsolute)(own)) return null;
  const inside = (0, import_node_path35.relative)(folder, (0, import_node_path35.normalize)(own));
  return inside === ".." || inside.startsWith(`..${import_node_path35.sep}`) || (0, import_node_path35.isAbsolute)(inside) ? null : inside.split(import_node_path35.sep).join("/");
}
function toolPath(path, folder, env) {
  const known4 = path.replace(/^~(?=$|[\\/])/, env["HOME"] ?? (0, import_node_os7.homedir)()).replace(/\$\{(?:workspaceFolder|workspaceRoot)\}/g, () => folder).replace(/\$\{env:([^}]+)\}/g, (_, name) => env[name] ?? "");
  return known4.includes("${") ? null : (0, import_node_path35.isAbsolute)(known4) ? (0, import_node_path35.resolve)(known4) : known4;
}
var import_node_os7, import_node_path35, workspaceNames;
var init_resolve_path = __esm({
  "src/config/resolve-path.ts"() {
    "use strict";
    import_node_os7 = require("node:os");
    import_node_path35 = require("node:path");
    workspaceNames = {
      vscode: /^\$\{(?:workspaceFolder|workspaceRoot)\}(?=$|[\\/])/,
      devcontainer: /^\$\{(?:containerWorkspaceFolder|localWorkspaceFolder)\}(?=$|[\\/])/,
      workflow: /^\$\{\{\s*github\.workspace\s*\}\}(?=$|[\\/])/,
      shell: /^(?:\$\{?(?:GITHUB_WORKSPACE|PWD)\}?|\$\{\{\s*github\.workspace\s*\}\})(?=$|[\\/])/,
      nobody: null
    };
  }
});

// src/config/probe/find-tool.ts
async function findGopls(tools, folder, env) {
  const home = env["HOME"] || (0, import_node_os8.homedir)();
  const gopaths = (env["GOPATH"] || (0, import_node_path36.join)(home, "go")).split(import_node_path36.delimiter);
  const folders = [env["GOBIN"] ?? "", ...gopaths.map((path) => (0, import_node_path36.join)(path, "bin")), ...pathOf(env)];
  return await find("gopls", tools, "go.alternateTools.gopls", folders, folder, env);
}
async function findGo(tools, folder, env) {
  const goroot2 = tools.find(({ setting }) => setting === "go.goroot");
  const named3 = goroot2 === void 0 ? null : toolPath(goroot2.path, folder, env);
  const own = named3 === null || insideWorkspace(named3, folder, "nobody") !== null ? [] : [(0, import_node_path36.join)(named3, "bin")];
  return await find("go", tools, "go.alternateTools.go", [...own, ...pathOf(env)], folder, env);
}
async function find(name, tools, setting, folders, folder, env) {
  const exe = exeName(name, hostPlatform());
  const tool = tools.find((own) => own.setting === setting);
  const named3 = tool === void 0 ? null : toolPath(tool.path, folder, env);
  if (named3 !== null && (0, import_node_path36.isAbsolute)(named3) && await isExecutable(named3)) {
    if (insideWorkspace(named3, folder, "nobody") !== null) {
      return {
        path: null,
        refused: `${setting} names ${named3}, which comes with the workspace, so it is not run`
      };
    }
    if (!(0, import_node_path36.basename)(named3).startsWith(name)) {
      return {
        path: null,
        refused: `${setting} names ${named3}, which is not called ${name}, so it is not run`
      };
    }
    return { path: named3, refused: null };
  }
  for (const place2 of folders) {
    const path = (0, import_node_path36.join)(place2, exe);
    if ((0, import_node_path36.isAbsolute)(place2) && insideWorkspace(path, folder, "nobody") === null && await isExecutable(path))
      return { path, refused: null };
  }
  return { path: null, refused: null };
}
function pathOf(env) {
  return (env["PATH"] ?? "").split(import_node_path36.delimiter);
}
async function isExecutable(path) {
  try {
    await (0, import_promises25.access)(path, import_node_fs8.constants.X_OK);
    return (await (0, import_promises25.stat)(path)).isFile();
  } catch (error) {
    if ((0, import_errors28.errnoOf)(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs8, import_promises25, import_node_os8, import_node_path36, import_errors28;
var init_find_tool = __esm({
  "src/config/probe/find-tool.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_promises25 = require("node:fs/promises");
    import_node_os8 = require("node:os");
    import_node_path36 = require("node:path");
    import_errors28 = require("./errors.cjs");
    init_platform();
    init_resolve_path();
  }
});

// src/config/positions-in.ts
function positionsIn(file2, text5) {
  const starts = [0, ...Array.from(text5.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
  return (offset) => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = low + high >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file: file2, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
var init_positions_in = __esm({
  "src/config/positions-in.ts"() {
    "use strict";
  }
});

// src/config/read/lua-tables.ts
function luaTables(file2, text5) {
  const placeAt = positionsIn(file2, text5);
  const tokens = tokensOf(text5);
  const found = [];
  for (let at = 0; at < tokens.length; ) {
    if (!isSign(tokens[at], "{")) {
      at += 1;
      continue;
    }
    const offset = tokens[at]?.offset ?? 0;
    const lineStart = text5.lastIndexOf("\n", offset) + 1;
    const read5 = tableAt(tokens, at, placeAt, 0);
    if (read5.value !== null) found.push({ before: text5.slice(lineStart, offset), table: read5.value });
    at = read5.next;
  }
  return found;
}
function tokensOf(text5) {
  return Array.from(text5.matchAll(pattern)).flatMap(({ 0: word, index: offset }) => {
    if (word.startsWith("--")) return [];
    if (/^\[=*\[/.test(word)) {
      return [{ kind: "string", text: word.replace(/^\[=*\[\n?|\]=*\]$/g, ""), offset }];
    }
    if (word.length > 1 && /^["']/.test(word)) return [{ kind: "string", text: unescaped(word.slice(1, -1)), offset }];
    if (/^[A-Za-z_]/.test(word)) return [{ kind: "name", text: word, offset }];
    return [{ kind: /^\d/.test(word) ? "number" : "sign", text: word, offset }];
  });
}
function unescaped(text5) {
  return text5.replace(/\\([\s\S])/g, (_, letter) => ({ n: "\n", t: "	" })[letter] ?? letter);
}
function tableAt(tokens, open4, placeAt, level) {
  const place2 = placeAt(tokens[open4]?.offset ?? 0);
  const entries2 = [];
  const items = [];
  let at = open4 + 1;
  let lost = false;
  while (at < tokens.length && !isSign(tokens[at], "}")) {
    const key = keyAt(tokens, at);
    const { value: value2, next } = valueAt(tokens, key?.next ?? at, placeAt, level);
    const keyToken = key?.token;
    if (value2 !== null && keyToken !== void 0) {
      entries2.push({ key: keyToken.text, place: placeAt(keyToken.offset), value: value2 });
    } else if (value2 !== null && key === null) {
      items.push(value2);
    } else if (key === null) {
      lost = true;
    }
    at = next;
    if (isSign(tokens[at], ",") || isSign(tokens[at], ";")) at += 1;
  }
  if (entries2.length === 0 && (lost || items.length === 0)) return { value: null, next: at + 1 };
  const value = entries2.length > 0 ? Object.fromEntries(entries2.map((entry) => [entry.key, entry.value.value])) : items.map((item) => item.value);
  return { value: { place: place2, value, written: "", entries: entries2, items }, next: at + 1 };
}
function keyAt(tokens, at) {
  const [first, second, third, fourth] = tokens.slice(at, at + 4);
  if (first?.kind === "name" && isSign(second, "=") && !isSign(third, "=")) return { token: first, next: at + 2 };
  if (isSign(first, "[") && second?.kind === "string" && isSign(third, "]") && isSign(fourth, "=")) {
    return { token: second, next: at + 4 };
  }
  return null;
}
function isSign(token, text5) {
  return token?.kind === "sign" && token.text === text5;
}
function valueAt(tokens, at, placeAt, level) {
  const token = tokens[at];
  if (token === void 0) return { value: null, next: at };
  const read5 = isSign(token, "{") && level < maxLevels ? tableAt(tokens, at, placeAt, level + 1) : null;
  const end = read5?.next ?? at + 1;
  const isWhole = tokens[end] === void 0 || ["}", ",", ";"].some((sign) => isSign(tokens[end], sign));
  if (!isWhole) return { value: null, next: endOfEntry(tokens, at) };
  if (read5 !== null) return read5;
  const literal2 = literalOf(token);
  if (literal2 === void 0) return { value: null, next: endOfEntry(tokens, at) };
  const place2 = placeAt(token.offset);
  return { value: { place: place2, value: literal2, written: token.text, entries: [], items: [] }, next: end };
}
function literalOf({ kind, text: text5 }) {
  if (kind === "string") return text5;
  if (kind === "number") return Number(text5);
  return text5 === "true" ? true : text5 === "false" ? false : void 0;
}
function endOfEntry(tokens, from) {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === void 0 || token.kind === "string") continue;
    const { text: text5 } = token;
    if (["(", "{", "[", "function", "do", "if", "repeat"].includes(text5)) depth += 1;
    else if ([")", "]", "end", "until"].includes(text5)) depth -= 1;
    else if (text5 === "}") {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && (text5 === "," || text5 === ";")) return at;
  }
  return tokens.length;
}
var maxLevels, pattern;
var init_lua_tables = __esm({
  "src/config/read/lua-tables.ts"() {
    "use strict";
    init_positions_in();
    maxLevels = 100;
    pattern = /--\[(=*)\[[\s\S]*?(?:\]\1\]|$)|--[^\n]*|\[(=*)\[[\s\S]*?(?:\]\2\]|$)|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|[A-Za-z_]\w*|\d[\w.]*|\S/g;
  }
});

// src/config/read/read-small-file.ts
async function readSmallFile(path) {
  try {
    var _stack = [];
    try {
      const { size } = await statFile(path);
      if (size > limitBytes2) return { refused: `has ${size} bytes; the limit is ${limitBytes2}` };
      const file2 = __using(_stack, await (0, import_promises26.open)(path), true);
      const { bytesRead, buffer } = await file2.read(Buffer.alloc(limitBytes2 + 1), 0, limitBytes2 + 1, 0);
      if (bytesRead > limitBytes2) return { refused: `has more than ${limitBytes2} bytes, the limit` };
      return { text: buffer.toString("utf8", 0, bytesRead).replace(/^\ufeff/, "") };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    if (error instanceof NoFile) return { refused: "is not a file" };
    const code = (0, import_errors29.errnoOf)(error);
    if (code === void 0) throw error;
    return code === "ENOENT" || code === "ENOTDIR" ? null : { refused: `cannot be read (${code})` };
  }
}
async function statFile(path) {
  const found = await (0, import_promises26.stat)(path);
  if (!found.isFile()) throw new NoFile();
  return found;
}
var import_promises26, import_errors29, limitBytes2, NoFile;
var init_read_small_file = __esm({
  "src/config/read/read-small-file.ts"() {
    "use strict";
    import_promises26 = require("node:fs/promises");
    import_errors29 = require("./errors.cjs");
    limitBytes2 = 1 << 20;
    NoFile = class extends Error {
    };
  }
});

// src/config/source/environment.ts
function environmentIn(value, side, reader) {
  return (value?.entries ?? []).flatMap(
    ({ key, value: own }) => ["string", "number", "boolean"].includes(typeof own.value) ? [{ place: own.place, side, reader, name: key, value: String(own.value) }] : []
  );
}
var init_environment2 = __esm({
  "src/config/source/environment.ts"() {
    "use strict";
  }
});

// src/config/source/editor-settings.ts
function editorSettings(settings2, onThisMachine) {
  const gopls = goplsSettings(settings2);
  const own = withinGopls(gopls);
  const variables = [
    ...environmentIn(under(settings2, "go.toolsEnvVars"), "editor", "vscode"),
    ...own.variables,
    ...["go.gopath", "go.toolsGopath"].flatMap((setting) => {
      const at = under(settings2, setting);
      const value = textOf(at);
      return at === void 0 || value === null ? [] : [{ place: at.place, side: "editor", reader: "vscode", name: "GOPATH", value }];
    })
  ];
  return {
    goplsSettings: own.goplsSettings,
    goplsFlags: listOf("go.languageServerFlags", flagsIn(under(settings2, "go.languageServerFlags"))),
    goFlags: [...listOf("go.buildFlags", flagsIn(under(settings2, "go.buildFlags"))), ...own.goFlags],
    variables,
    versions: [],
    tools: onThisMachine ? [...toolPaths(settings2), ...driverPaths(variables)] : []
  };
}
function withinGopls(settings2) {
  return {
    goplsSettings: settings2.length === 0 ? [] : [settings2],
    goFlags: settings2.filter(({ name }) => lastOf(name) === "buildFlags").flatMap(
      ({ name, names: names4 }) => listOf(
        `gopls, ${name}`,
        names4.flatMap(({ place: place2, value }) => typeof value === "string" ? [{ place: place2, text: value }] : [])
      )
    ),
    variables: settings2.filter(({ name }) => lastOf(name) === "env").flatMap(
      ({ names: names4 }) => names4.map(({ place: place2, name, value }) => ({
        place: place2,
        name,
        value: String(value),
        side: "editor",
        reader: "nobody"
      }))
    )
  };
}
function driverPaths(variables) {
  return variables.filter(({ name, value }) => name === "GOPACKAGESDRIVER" && value.includes("/")).map(({ place: place2, name, value }) => ({ place: place2, setting: name, path: value }));
}
function listOf(setting, flags) {
  return flags.length === 0 ? [] : [{ setting, side: "editor", flags }];
}
function lastOf(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}
function goplsSettings(settings2) {
  return (settings2?.entries ?? []).flatMap((entry) => {
    if (entry.key === "gopls") return entry.value.entries.map((own) => settingOf2(own.key, own));
    if (entry.key.startsWith("gopls.")) return [nested(entry)];
    if (entry.key === "go.diagnostic.vulncheck") return [settingOf2("ui.vulncheck", entry)];
    if (entry.key.startsWith("go.inlayHints.")) return [wrapped("ui.inlayhint.hints", lastOf(entry.key), entry)];
    return [];
  });
}
function nested(entry) {
  const [, name = "", ...below2] = entry.key.split(".");
  if (below2.length === 0) return settingOf2(name, entry);
  const value = below2.reduceRight((inner, key) => ({ [key]: inner }), entry.value.value);
  return { place: entry.place, name, value, names: [] };
}
function settingOf2(name, { place: place2, value }) {
  const names4 = [
    ...value.entries.map((own) => ({ place: own.place, name: own.key, value: own.value.value })),
    ...value.items.map((own) => ({ place: own.place, name: own.written, value: own.value }))
  ];
  return { place: place2, name, value: value.value, names: names4 };
}
function wrapped(name, key, { place: place2, value }) {
  return { place: place2, name, value: { [key]: value.value }, names: [{ place: place2, name: key, value: value.value }] };
}
function toolPaths(settings2) {
  const goroot2 = under(settings2, "go.goroot");
  const named3 = [
    ...goroot2 === void 0 ? [] : [{ setting: "go.goroot", value: goroot2 }],
    ...(under(settings2, "go.alternateTools")?.entries ?? []).map(({ key, value }) => ({
      setting: `go.alternateTools.${key}`,
      value
    }))
  ];
  return named3.flatMap(({ setting, value }) => {
    const path = textOf(value);
    return path === null || path === "" ? [] : [{ place: value.place, setting, path }];
  });
}
var init_editor_settings = __esm({
  "src/config/source/editor-settings.ts"() {
    "use strict";
    init_declarations();
    init_position();
    init_environment2();
  }
});

// src/config/source/gopls-client.ts
function goplsClient({ settings: settings2 = [], command: command2, args, env, commandSetting = "" }) {
  const own = settings2.flatMap(
    (one) => (one?.entries ?? []).map((entry) => settingOf2(entry.key, entry))
  );
  const declarations = withinGopls(own);
  const variables = [...declarations.variables, ...environmentIn(env?.of, "editor", env?.reader ?? "nobody")];
  const path = textOf(command2);
  return {
    ...noDeclarations,
    ...declarations,
    variables,
    goplsFlags: args === void 0 ? [] : listOf(args.setting, args.flags),
    tools: [
      ...command2 === void 0 || path === null || !path.includes("/") ? [] : [{ place: command2.place, setting: commandSetting, path }],
      ...driverPaths(variables)
    ]
  };
}
function isGopls(command2) {
  return command2 !== null && /^gopls(?:\.exe)?$/.test((0, import_node_path37.basename)(command2.replaceAll("\\", "/")));
}
var import_node_path37;
var init_gopls_client = __esm({
  "src/config/source/gopls-client.ts"() {
    "use strict";
    import_node_path37 = require("node:path");
    init_declarations();
    init_position();
    init_editor_settings();
    init_environment2();
  }
});

// src/config/source/helix.ts
function helix(root) {
  const gopls = under(root, "language-server", "gopls");
  const command2 = under(gopls, "command");
  const own = command2 === void 0 || isGopls(textOf(command2));
  return goplsClient({
    settings: [under(gopls, "config")],
    command: command2,
    commandSetting: "language-server.gopls.command",
    args: { setting: "language-server.gopls.args", flags: own ? flagsIn(under(gopls, "args")) : [] },
    env: { of: under(gopls, "environment"), reader: "nobody" }
  });
}
var init_helix = __esm({
  "src/config/source/helix.ts"() {
    "use strict";
    init_declarations();
    init_position();
    init_gopls_client();
  }
});

// src/config/source/neovim.ts
function neovim(tables) {
  return joined(
    tables.flatMap(({ before, table }) => {
      if (before.includes("--")) return [];
      if (servers.some((pattern2) => pattern2.test(before))) return [serverOf(table)];
      const named3 = /\bservers\s*=\s*$/.test(before) ? [table] : serversIn(table);
      return named3.flatMap((own) => under(own, "gopls") ?? []).map(serverOf);
    })
  );
}
function serversIn({ entries: entries2, items }) {
  return [
    ...entries2.flatMap(({ key, value }) => key === "servers" ? [value] : serversIn(value)),
    ...items.flatMap(serversIn)
  ];
}
function serverOf(table) {
  const cmd = under(table, "cmd");
  const [program] = cmd?.items ?? [];
  return goplsClient({
    settings: [under(table, "settings", "gopls"), under(table, "init_options")],
    command: program,
    commandSetting: "cmd",
    args: { setting: "cmd", flags: isGopls(textOf(program)) ? flagsIn(cmd).slice(1) : [] },
    env: { of: under(table, "cmd_env"), reader: "nobody" }
  });
}
var servers;
var init_neovim = __esm({
  "src/config/source/neovim.ts"() {
    "use strict";
    init_declarations();
    init_position();
    init_gopls_client();
    servers = [
      /\bvim\.lsp\.config\s*\(\s*["']gopls["']\s*,\s*$/,
      /\bvim\.lsp\.config(?:\.gopls|\[\s*["']gopls["']\s*\])\s*=\s*$/,
      /(?:\.gopls|\[\s*["']gopls["']\s*\])\.setup\s*\(?\s*$/
    ];
  }
});

// src/config/source/zed.ts
function zed(root) {
  const gopls = under(root, "lsp", "gopls");
  const command2 = under(gopls, "binary", "path");
  const own = command2 === void 0 || isGopls(textOf(command2));
  return goplsClient({
    settings: [under(gopls, "initialization_options"), under(gopls, "settings")],
    command: command2,
    commandSetting: "lsp.gopls.binary.path",
    args: {
      setting: "lsp.gopls.binary.arguments",
      flags: own ? flagsIn(under(gopls, "binary", "arguments")) : []
    },
    env: { of: under(gopls, "binary", "env"), reader: "nobody" }
  });
}
var init_zed = __esm({
  "src/config/source/zed.ts"() {
    "use strict";
    init_declarations();
    init_position();
    init_gopls_client();
  }
});

// src/config/read/malformed.ts
function isTooDeep(error) {
  return error instanceof RangeError && /call stack/.test(error.message);
}
var init_malformed = __esm({
  "src/config/read/malformed.ts"() {
    "use strict";
  }
});

// src/config/read/parse-json.ts
var parse_json_exports = {};
__export(parse_json_exports, {
  parseJson: () => parseJson
});
function parseJson(file2, text5) {
  const placeAt = positionsIn(file2, text5);
  try {
    const errors = [];
    const tree = (0, import_jsonc_parser.parseTree)(text5, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return {
      root: tree === void 0 ? null : locate(tree, text5, placeAt),
      // Later errors mostly follow from the first.
      malformed: errors.slice(0, 1).map(({ error, offset }) => ({ place: placeAt(offset), why: inWords((0, import_jsonc_parser.printParseErrorCode)(error)) }))
    };
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return { root: null, malformed: [{ place: { file: file2, line: 1, column: 1 }, why: "nested too deeply" }] };
  }
}
function locate(node, text5, placeAt) {
  const inside = node.children ?? [];
  const entries2 = node.type !== "object" ? [] : inside.flatMap(
    ({ children: [key, value] = [] }) => key === void 0 || value === void 0 ? [] : [{ key: String(key.value), place: placeAt(key.offset), value: locate(value, text5, placeAt) }]
  );
  const items = node.type === "array" ? inside.map((item) => locate(item, text5, placeAt)) : [];
  return {
    place: placeAt(node.offset),
    value: node.type === "object" ? Object.fromEntries(entries2.map(({ key, value }) => [key, value.value])) : node.type === "array" ? items.map(({ value }) => value) : node.value,
    written: text5.slice(node.offset, node.offset + node.length),
    entries: entries2,
    items
  };
}
function inWords(code) {
  return code.replace(/(?<!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
var import_jsonc_parser;
var init_parse_json = __esm({
  "src/config/read/parse-json.ts"() {
    "use strict";
    import_jsonc_parser = require("./jsonc-parser.cjs");
    init_positions_in();
    init_malformed();
  }
});

// src/config/read/parse-toml.ts
var parse_toml_exports = {};
__export(parse_toml_exports, {
  parseToml: () => parseToml
});
function parseToml(file2, text5) {
  const placeOf = ({ loc }) => ({ file: file2, line: loc.start.line, column: loc.start.column + 1 });
  try {
    const [top] = (0, import_toml_eslint_parser.parseTOML)(text5).body;
    const root = { place: { file: file2, line: 1, column: 1 }, entries: /* @__PURE__ */ new Map() };
    const put = (into, { key, value }) => {
      const last = key.keys.at(-1);
      if (last === void 0) return;
      const above = key.keys.slice(0, -1).reduce((at, part) => below(at, nameOf2(part), placeOf(part)), into);
      above.entries.set(nameOf2(last), { place: placeOf(last), value: nodeOf(value) });
    };
    const nodeOf = (node) => {
      if (node.type === "TOMLInlineTable") {
        const table = { place: placeOf(node), entries: /* @__PURE__ */ new Map() };
        for (const entry of node.body) put(table, entry);
        return table;
      }
      const items = node.type === "TOMLArray" ? node.elements.map((element) => located(nodeOf(element))) : [];
      const value = node.type === "TOMLArray" ? items.map((item) => item.value) : node.value;
      return { place: placeOf(node), value, written: text5.slice(...node.range), entries: [], items };
    };
    for (const node of top.body) {
      if (node.type === "TOMLKeyValue") {
        put(root, node);
        continue;
      }
      const table = node.resolvedKey.reduce((at, key) => below(at, String(key), placeOf(node.key)), root);
      for (const entry of node.body) put(table, entry);
    }
    return { root: located(root), malformed: [] };
  } catch (error) {
    if (isTooDeep(error)) {
      return { root: null, malformed: [{ place: { file: file2, line: 1, column: 1 }, why: "nested too deeply" }] };
    }
    if (error instanceof Error && "lineNumber" in error && "column" in error) {
      const place2 = { file: file2, line: Number(error.lineNumber), column: Number(error.column) + 1 };
      return { root: null, malformed: [{ place: place2, why: error.message }] };
    }
    throw error;
  }
}
function isBranch(value) {
  return value.entries instanceof Map;
}
function below(at, name, place2) {
  const there2 = at.entries.get(name)?.value;
  if (there2 !== void 0 && isBranch(there2)) return there2;
  const made = { place: place2, entries: /* @__PURE__ */ new Map() };
  at.entries.set(name, { place: place2, value: made });
  return made;
}
function nameOf2(key) {
  return key.type === "TOMLBare" ? key.name : key.value;
}
function located(value) {
  if (!isBranch(value)) return value;
  const entries2 = Array.from(
    value.entries,
    ([key, entry]) => ({ key, place: entry.place, value: located(entry.value) })
  );
  return {
    place: value.place,
    value: Object.fromEntries(entries2.map((entry) => [entry.key, entry.value.value])),
    written: "",
    entries: entries2,
    items: []
  };
}
var import_toml_eslint_parser;
var init_parse_toml = __esm({
  "src/config/read/parse-toml.ts"() {
    "use strict";
    import_toml_eslint_parser = require("./toml-eslint-parser.cjs");
    init_malformed();
  }
});

// src/config/editor-start.ts
async function editorStart(folder, env, editor) {
  for (const { file: file2, editor: who, command: command2, read: read5 } of sources2) {
    if (editor !== null && who !== familyOf(editor)) continue;
    const found = await readSmallFile((0, import_node_path38.join)(folder, file2));
    if (found === null || "refused" in found) continue;
    const start = await startOf(await read5(file2, found.text), command2, folder, env);
    if (saysSomething(start)) return { file: file2, editor: who, ...start };
  }
  return null;
}
function familyOf(editor) {
  return ["VSCodium", "Cursor", "Windsurf"].includes(editor) ? "VS Code" : editor;
}
function saysSomething({ env, settings: settings2, args, gopls, refused }) {
  return [env, settings2, args, refused].some((all) => Object.keys(all).length > 0) || gopls !== null;
}
function ofVscode(root) {
  if (root === null) return plain(noDeclarations);
  const tags = textOf(under(root, "go.buildTags"));
  return {
    declarations: editorSettings(root, true),
    goFlags: [
      ...texts(flagsIn(under(root, "go.buildFlags"))),
      ...tags === null || tags === "" ? [] : [`-tags=${tags}`]
    ]
  };
}
async function startOf({ declarations, goFlags }, command2, folder, env) {
  const settings2 = {};
  for (const { name, value } of declarations.goplsSettings.flat()) settings2[name] = merged(settings2[name], value);
  if (goFlags.length > 0 && !Object.keys(settings2).some((name) => /(^|\.)buildFlags$/.test(name)))
    settings2["build.buildFlags"] = goFlags;
  const within2 = declarations.goplsSettings.flat().flatMap(({ names: names4 }) => names4.map(({ place: place2 }) => place2));
  const own = Object.fromEntries(
    declarations.variables.filter(({ place: place2 }) => !within2.includes(place2)).map(({ name, value, reader }) => [name, reader === "vscode" ? toolPath(value, folder, env) ?? value : value])
  );
  const tools = await toolsOf(declarations.tools, command2, folder, { ...env, ...own });
  return {
    env: { ...own, ...tools.env },
    settings: settings2,
    args: declarations.goplsFlags.flatMap((list2) => texts(list2.flags)),
    gopls: tools.gopls,
    refused: tools.refused
  };
}
async function toolsOf(all, command2, folder, env) {
  const vscode = "go.alternateTools.gopls";
  const tools = all.map((tool) => tool.setting === command2 ? { ...tool, setting: vscode } : tool);
  const names4 = (setting) => tools.some((tool) => tool.setting === setting);
  const gopls = names4(vscode) ? await findGopls(tools, folder, env) : null;
  const go = names4("go.alternateTools.go") || names4("go.goroot") ? await findGo(tools, folder, env) : null;
  const goroot2 = tools.find(({ setting }) => setting === "go.goroot");
  const path = go?.path ?? null;
  return {
    gopls: gopls?.path ?? null,
    env: {
      ...path === null ? {} : { PATH: `${(0, import_node_path38.dirname)(path)}:${env["PATH"] ?? ""}` },
      ...goroot2 === void 0 ? {} : { GOROOT: toolPath(goroot2.path, folder, env) ?? goroot2.path }
    },
    refused: [gopls?.refused, go?.refused].flatMap((why) => why == null ? [] : [why.replace(vscode, command2)])
  };
}
function texts(flags) {
  return flags.map(({ text: text5 }) => text5);
}
function merged(before, value) {
  return isObject(before) && isObject(value) ? { ...before, ...value } : value;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var import_node_path38, plain, sources2;
var init_editor_start = __esm({
  "src/config/editor-start.ts"() {
    "use strict";
    import_node_path38 = require("node:path");
    init_declarations();
    init_position();
    init_find_tool();
    init_lua_tables();
    init_read_small_file();
    init_resolve_path();
    init_editor_settings();
    init_helix();
    init_neovim();
    init_zed();
    plain = (declarations) => ({ declarations, goFlags: [] });
    sources2 = [
      {
        file: ".vscode/settings.json",
        editor: "VS Code",
        command: "go.alternateTools.gopls",
        read: async (file2, text5) => ofVscode((await Promise.resolve().then(() => (init_parse_json(), parse_json_exports))).parseJson(file2, text5).root)
      },
      {
        file: ".zed/settings.json",
        editor: "Zed",
        command: "lsp.gopls.binary.path",
        read: async (file2, text5) => {
          const { root } = (await Promise.resolve().then(() => (init_parse_json(), parse_json_exports))).parseJson(file2, text5);
          return plain(root === null ? noDeclarations : zed(root));
        }
      },
      {
        file: ".helix/languages.toml",
        editor: "Helix",
        command: "language-server.gopls.command",
        read: async (file2, text5) => {
          const { root } = (await Promise.resolve().then(() => (init_parse_toml(), parse_toml_exports))).parseToml(file2, text5);
          return plain(root === null ? noDeclarations : helix(root));
        }
      },
      {
        file: ".nvim.lua",
        editor: "Neovim",
        command: "cmd",
        read: async (file2, text5) => plain(neovim(luaTables(file2, text5)))
      }
    ];
  }
});

// src/doctor/facts/gopls/serving-gopls.ts
async function servingGopls(folder, limitMs2, as) {
  const all = await withSettings(readProcesses([], null).processes, limitMs2);
  const candidates = all.filter(({ name, state: state2, aside }) => name === "gopls" && state2 !== "Z" && aside === null).filter(isServer).filter((process3) => as === null ? worksFor(process3, folder) : process3.pid === as).sort((a, b) => rank(a, folder) - rank(b, folder) || a.ageMs - b.ageMs);
  for (const process3 of candidates) {
    const gopls = readOwn(process3);
    if (gopls !== null) return { gopls, closed: null };
  }
  return { gopls: null, closed: candidates[0] ?? null };
}
function isServer(process3) {
  return /^gopls\S*(?: serve)?$/.test(shortCommand(process3));
}
function rank(process3, folder) {
  const isDaemon2 = process3.command.some((word) => /^--?listen\b/.test(word));
  return (isDaemon2 ? 4 : 0) + (process3.workspace === folder ? 0 : 2) + (process3.editor === null ? 1 : 0);
}
function readOwn(process3) {
  const { pid, uid } = process3;
  if (uid === null || uid !== globalThis.process.geteuid?.() || !sharesFiles(pid)) return null;
  const environ = readText(`/proc/${pid}/environ`);
  const [first = "", ...words4] = (readText(`/proc/${pid}/cmdline`) ?? "").split("\0").slice(0, -1);
  const exe = readLink(`/proc/${pid}/exe`);
  if (environ === null || exe === null) return null;
  const command2 = exe.endsWith(" (deleted)") ? first : exe;
  const listen2 = flagValue(words4, "listen");
  return {
    process: process3,
    command: command2,
    args: argumentsFor(words4),
    env: parseEnviron(environ),
    socket: listen2 === null ? null : /^unix;(.*)$/.exec(listen2)?.[1] ?? null
  };
}
function argumentsFor(words4) {
  const kept2 = [];
  for (let at = 0; at < words4.length; at += 1) {
    const word = words4[at] ?? "";
    const name = word.split("=", 1)[0] ?? "";
    if (ownValue.test(name) || /^--?remote\.listen\.timeout$/.test(name)) {
      if (!word.includes("=")) at += 1;
      continue;
    }
    if (ownSwitch.test(word)) continue;
    kept2.push(word);
    if (name !== "-remote" && name !== "--remote") continue;
    if (!word.includes("=")) {
      at += 1;
      kept2.push(words4[at] ?? "");
    }
    kept2.push(shortLife);
  }
  return kept2;
}
function flagValue(words4, flag) {
  for (const [at, word] of words4.entries()) {
    const [, name, value] = /^--?([\w.]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === flag) return value ?? words4[at + 1] ?? null;
  }
  return null;
}
var ownValue, ownSwitch, shortLife;
var init_serving_gopls = __esm({
  "src/doctor/facts/gopls/serving-gopls.ts"() {
    "use strict";
    init_parse_environ();
    init_read_proc();
    init_editor_go();
    init_with_settings();
    init_processes();
    init_short_command();
    init_subject();
    ownValue = /^--?(logfile|debug|listen|listen\.timeout|port|ocagent|profile\.\w+)$/;
    ownSwitch = /^--?(rpc\.trace|v|vv|verbose|veryverbose)(=.*)?$/;
    shortLife = "-remote.listen.timeout=1s";
  }
});

// src/cli/doctor/connect-as.ts
async function connectAs(folder, env, limitMs2, as) {
  const { gopls, closed } = await servingGopls(folder, limitMs2, as);
  if (as !== null && gopls === null) {
    throw new import_errors30.UserError(
      closed === null ? `--as ${as}: not a gopls` : `--as ${as}: this gopls belongs to another user or runs in another container`
    );
  }
  if (gopls !== null) return await asServing(gopls, folder);
  const other = closed === null ? [] : [`gopls (pid ${closed.pid}) serves this folder but belongs to another user`];
  const start = await editorStart(folder, env, null);
  if (start !== null) return { ...asSettings(start, env), from: [...fromSettings(start), ...other] };
  return {
    as: "with plain gopls, in the environment of this shell",
    from: other,
    server: { command: "gopls", args: [] },
    env,
    settings: {}
  };
}
async function asServing(gopls, folder) {
  const { process: process3, command: command2, args, env, socket } = gopls;
  const { pid, editor } = process3;
  const start = await editorStart(folder, env, editor?.name ?? null);
  const who = editor === null ? "the program that started it" : editor.name;
  const remote = args.find((word) => /^--?remote(=|$)/.test(word)) !== void 0 && socket === null;
  const settings2 = start === null ? `settings: none; those that ${who} sends by itself are not visible` : `settings: ${start.file}${namesOf3(start.settings)}`;
  return {
    as: `as ${who} does, with what gopls (pid ${pid}) was started with`,
    from: [
      ...socket === null ? [`command: ${[command2, ...args].join(" ")}`, `environment: that of pid ${pid}`] : [`daemon: the one that listens on ${socket}`],
      ...remote ? ["daemon: the one that this command finds or starts"] : [],
      settings2
    ],
    server: socket === null ? { command: command2, args } : { socket },
    env,
    settings: start?.settings ?? {}
  };
}
function asSettings(start, env) {
  return {
    as: `as ${start.editor} would, by ${start.file}`,
    server: { command: start.gopls ?? "gopls", args: start.args },
    env: { ...env, ...start.env },
    settings: start.settings
  };
}
function fromSettings({ file: file2, env, settings: settings2, args, gopls, refused }) {
  return [
    ...gopls === null ? [] : [`command: ${gopls} (${file2})`],
    ...args.length === 0 ? [] : [`arguments: ${args.join(" ")} (${file2})`],
    ...Object.keys(env).length === 0 ? [] : [`environment: ${Object.keys(env).join(", ")} (${file2})`],
    ...Object.keys(settings2).length === 0 ? [] : [`settings: ${Object.keys(settings2).join(", ")} (${file2})`],
    ...refused
  ];
}
function namesOf3(settings2) {
  const names4 = Object.keys(settings2);
  return names4.length === 0 ? "" : ` (${names4.join(", ")})`;
}
var import_errors30;
var init_connect_as = __esm({
  "src/cli/doctor/connect-as.ts"() {
    "use strict";
    init_editor_start();
    init_serving_gopls();
    import_errors30 = require("./errors.cjs");
  }
});

// src/lsp/connection.ts
function connectionTo(server) {
  const reader = new import_node.StreamMessageReader(server.output);
  reader.partialMessageTimeout = 0;
  let handled = 0;
  const connection2 = (0, import_node.createMessageConnection)(reader, new import_node.StreamMessageWriter(server.input), void 0, {
    messageStrategy: {
      handleMessage(message, next) {
        handled += 1;
        return next(message);
      }
    }
  });
  const drained = async () => {
    for (let quiet = 0, before = handled; quiet < quietTurns; quiet = handled === before ? quiet + 1 : 0) {
      before = handled;
      await (0, import_promises27.setImmediate)();
    }
  };
  return { connection: connection2, gone: server.gone.then(drained) };
}
function isOfConnection(error) {
  return !(error instanceof import_node.ResponseError) || error.code === import_node.ErrorCodes.MessageWriteError;
}
var import_promises27, import_node, quietTurns;
var init_connection = __esm({
  "src/lsp/connection.ts"() {
    "use strict";
    import_promises27 = require("node:timers/promises");
    import_node = require("./vscode-languageserver-protocol.cjs");
    quietTurns = 10;
  }
});

// src/lsp/listen.ts
function initializeParams({ folder, settings: settings2 }) {
  const uri = (0, import_node_url.pathToFileURL)(folder).href;
  return {
    processId: process.pid,
    clientInfo: { name: "unlatch" },
    rootUri: uri,
    workspaceFolders: [{ uri, name: (0, import_node_path39.basename)(folder) }],
    capabilities: {
      window: { workDoneProgress: true, showMessage: {} },
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ["plaintext"] } }
    },
    initializationOptions: { ...settings2 }
  };
}
function listen(connection2, options, say, diagnostics, viewCreated, loaded) {
  const loads = /* @__PURE__ */ new Set();
  connection2.onRequest(import_node2.ConfigurationRequest.type, ({ items }) => items.map(() => ({ ...options.settings })));
  connection2.onRequest(import_node2.WorkDoneProgressCreateRequest.type, () => void 0);
  connection2.onRequest(import_node2.RegistrationRequest.type, () => void 0);
  connection2.onRequest(import_node2.ShowMessageRequest.type, (params) => {
    options.heard?.(import_node2.ShowMessageRequest.method, params);
    return null;
  });
  connection2.onRequest(import_node2.WorkspaceFoldersRequest.type, () => null);
  connection2.onNotification("$/progress", ({ token, value }) => {
    options.heard?.("$/progress", { token, value });
    const title = value.kind === "begin" ? value.title : void 0;
    say(`progress ${value.kind}: ${[title, value.message].filter((text5) => text5 !== void 0).join(": ")}`);
    if (title === "Setting up workspace") loads.add(token);
    if (value.kind === "end" && loads.has(token)) {
      viewCreated();
      loaded();
    }
  });
  connection2.onNotification(import_node2.LogMessageNotification.type, (params) => {
    const { message } = params;
    options.heard?.(import_node2.LogMessageNotification.method, params);
    say(message.trim());
    if (/Created View|^.{0,30}go info for /.test(message)) viewCreated();
  });
  connection2.onNotification(import_node2.ShowMessageNotification.type, (params) => {
    options.heard?.(import_node2.ShowMessageNotification.method, params);
    say(`shown: ${params.message}`);
  });
  connection2.onNotification(import_node2.PublishDiagnosticsNotification.type, (params) => {
    const { uri, diagnostics: own } = params;
    options.heard?.(import_node2.PublishDiagnosticsNotification.method, params);
    diagnostics.set(
      uri,
      own.map(({ message }) => `${(0, import_node_path39.basename)(uri)}: ${message}`)
    );
  });
}
var import_node_path39, import_node_url, import_node2;
var init_listen = __esm({
  "src/lsp/listen.ts"() {
    "use strict";
    import_node_path39 = require("node:path");
    import_node_url = require("node:url");
    import_node2 = require("./vscode-languageserver-protocol.cjs");
  }
});

// src/lsp/server.ts
async function startServer(options) {
  return "socket" in options.server ? await openSocket(options.server.socket) : await startProcess(options, options.server);
}
function startProcess(options, { command: command2, args }) {
  return new Promise((resolve8, reject) => {
    const child = startChild(command2, args, {
      cwd: options.folder,
      env: { ...options.env },
      stdio: "pipe",
      detached: true
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text5) => {
      stderr = (stderr + text5).slice(-2e3);
    });
    child.stdin.on("error", () => void 0);
    const closed = new Promise((settle) => child.once("close", () => settle()));
    const exited = new Promise((settle) => child.once("exit", () => settle()));
    const gone2 = exited.then(() => Promise.race([closed, (0, import_promises28.setTimeout)(lastWordsMs, void 0, { ref: false })]));
    child.once("error", reject);
    child.once("spawn", () => {
      if (child.pid !== void 0) options.started?.(child.pid);
      resolve8({
        output: child.stdout,
        input: child.stdin,
        gone: gone2,
        exit: () => hasEnded(child) ? { code: child.exitCode, signal: child.signalCode } : null,
        ending: () => `${child.signalCode ?? `exit ${child.exitCode}`}${stderr === "" ? "" : `, ${stderr.trim()}`}`,
        stderr: () => stderr,
        end: async () => {
          await Promise.all([killGroup(child.pid, killedMs3), gone2]);
          for (const stream of child.stdio) stream?.destroy();
        }
      });
    });
  });
}
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}
function openSocket(path) {
  return new Promise((resolve8, reject) => {
    const socket = (0, import_node_net2.connect)(path);
    socket.once("error", reject);
    socket.once("connect", () => {
      const gone2 = new Promise((settle) => socket.once("close", () => settle()));
      resolve8({
        output: socket,
        input: socket,
        gone: gone2,
        exit: () => null,
        ending: () => "the socket was closed",
        stderr: () => "",
        end: async () => {
          socket.destroy();
          await gone2;
        }
      });
    });
  });
}
var import_node_net2, import_promises28, lastWordsMs, killedMs3;
var init_server = __esm({
  "src/lsp/server.ts"() {
    "use strict";
    import_node_net2 = require("node:net");
    import_promises28 = require("node:timers/promises");
    init_end_group();
    init_start_child();
    lastWordsMs = 50;
    killedMs3 = 1e3;
  }
});

// src/lsp/session.ts
var session_exports = {};
__export(session_exports, {
  openSession: () => openSession
});
async function openSession(options) {
  const done = {};
  const said = [];
  const diagnostics = /* @__PURE__ */ new Map();
  const until = options.until ?? "exit";
  const say = (text5) => {
    said.push(shorten(text5));
    if (said.length > messageLimit) said.shift();
  };
  let stuck = null;
  let why = null;
  let server;
  let connection2;
  let looked = false;
  const look = async () => {
    if (looked) return;
    looked = true;
    await options.beforeEnd?.(stuck);
  };
  const phase = async (name, work) => {
    stuck = name;
    const begin = performance.now();
    const result = await limited(name, options, server, work);
    done[name] = Math.round(performance.now() - begin);
    stuck = null;
    if (name === until) throw new PhaseOver();
    return result;
  };
  try {
    server = await phase("start", () => startServer(options));
    const { connection: client, gone: gone2 } = connectionTo(server);
    connection2 = client;
    server = { ...server, gone: gone2 };
    client.onError(([error]) => say(`protocol error: ${(0, import_errors31.messageOf)(error)}`));
    const view = milestone();
    const loaded = milestone();
    listen(client, options, say, diagnostics, view.reach, loaded.reach);
    client.listen();
    await phase("initialize", async () => {
      await client.sendRequest(import_node3.InitializeRequest.type, initializeParams(options));
      try {
        await client.sendNotification(import_node3.InitializedNotification.type, {});
      } catch {
      }
    });
    await phase("go env", () => view.reached);
    await phase("go list", () => loaded.reached);
    await phase("answer", () => client.sendRequest(import_node3.WorkspaceSymbolRequest.type, { query: "main" }));
    await look();
    await phase("exit", async () => {
      await options.loaded?.();
      await client.sendRequest(import_node3.ShutdownRequest.type);
      await client.sendNotification(import_node3.ExitNotification.type);
      await server?.gone;
    });
  } catch (error) {
    if (!(error instanceof PhaseOver)) why = (0, import_errors31.messageOf)(error);
    await look();
  }
  const exit = server?.exit() ?? null;
  connection2?.dispose();
  await server?.end();
  return {
    phases: done,
    stuck,
    why,
    said,
    diagnostics: [...diagnostics.values()].flat().slice(0, messageLimit).map(shorten),
    stderr: server?.stderr() ?? "",
    exit
  };
}
function milestone() {
  let reach = () => void 0;
  const reached = new Promise((resolve8) => {
    reach = resolve8;
  });
  return { reached, reach };
}
function limited(name, { phaseMs, signal: signal2 }, server, work) {
  return new Promise((resolve8, reject) => {
    const fail = (reason) => settle(() => reject(new Error(reason)));
    const timer = setTimeout(() => fail(`no answer within ${phaseMs} ms (${name})`), phaseMs);
    const interrupted = () => fail(`${String(signal2?.reason)} (${name})`);
    const settle = (act) => {
      clearTimeout(timer);
      signal2?.removeEventListener("abort", interrupted);
      act();
    };
    signal2?.addEventListener("abort", interrupted, { once: true });
    if (signal2?.aborted) return interrupted();
    if (name !== "exit") server?.gone.then(() => fail(`the server ended (${name}): ${server.ending()}`), reject);
    work(fail).then(
      (result) => settle(() => resolve8(result)),
      (error) => {
        if (!isOfConnection(error) || server === void 0 || name === "exit") settle(() => reject(error));
      }
    );
  });
}
var import_node3, import_errors31, messageLimit, textLimit, shorten, PhaseOver;
var init_session = __esm({
  "src/lsp/session.ts"() {
    "use strict";
    import_node3 = require("./vscode-languageserver-protocol.cjs");
    import_errors31 = require("./errors.cjs");
    init_connection();
    init_listen();
    init_server();
    messageLimit = 24;
    textLimit = 240;
    shorten = (text5) => text5.length > textLimit ? `${text5.slice(0, textLimit)}\u2026` : text5;
    PhaseOver = class extends Error {
    };
  }
});

// src/cli/doctor/connect.ts
async function connect2(options) {
  const { folder, env, limitMs: limitMs2, as, take } = options;
  const like = await connectAs(folder, env, limitMs2, as);
  const { openSession: openSession2 } = await Promise.resolve().then(() => (init_session(), session_exports));
  const heard = [];
  let snapshot;
  let pid = null;
  const report5 = await openSession2({
    folder,
    server: like.server,
    env: { ...like.env, [ownMarker]: `${process.pid}` },
    settings: like.settings,
    phaseMs: limitMs2,
    started: (started) => {
      pid = started;
    },
    heard: (method, params) => {
      heard.push({ method, params });
    },
    beforeEnd: async () => {
      snapshot = await take();
    }
  });
  const { stuck, why } = report5;
  const session = sessionFact(heard, { pid, stuck, why, from: [like.as, ...like.from] });
  const { said, from } = session;
  return {
    snapshot: { ...snapshot ?? await take(), session },
    session: { ...report5, as: like.as, from: from.slice(1), shown: said }
  };
}
function sessionLines({ phases, stuck, why, diagnostics, as, from }) {
  const times = Object.entries(phases).map(([phase, ms]) => `${phase} ${ms} ms`);
  return [
    `Connected ${as}: ${times.join(", ")}${stuck === null ? "" : `; stuck in "${stuck}": ${why}`}`,
    ...from.map((text5) => `  ${text5}`),
    ...diagnostics.slice(0, 5).map((text5) => `  ${text5}`)
  ];
}
var init_connect = __esm({
  "src/cli/doctor/connect.ts"() {
    "use strict";
    init_session_fact();
    init_processes();
    init_connect_as();
  }
});

// src/process/proc/open-paths.ts
function isOpenToUs(uid) {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid;
}
var init_open_paths = __esm({
  "src/process/proc/open-paths.ts"() {
    "use strict";
    init_read_proc();
  }
});

// src/process/proc/process-table.ts
function listProcesses() {
  const bootMs = bootTimeMs();
  return readPids().flatMap((pid) => readProcess(pid, bootMs) ?? []);
}
function readProcess(pid, bootMs = bootTimeMs()) {
  const stat10 = readStat(pid);
  if (stat10 === null || isDead(stat10)) return null;
  const uid = unreadableToNull(() => (0, import_node_fs9.lstatSync)(`/proc/${pid}`).uid);
  const cmdline = readText(`/proc/${pid}/cmdline`);
  if (uid === null || cmdline === null) return null;
  const exe = isOpenToUs(uid) ? readLink(`/proc/${pid}/exe`) : null;
  const line5 = cmdline.replace(/\0+$/, "").replaceAll("\0", " ");
  return {
    pid,
    parent: stat10.ppid,
    uid,
    name: exe === null ? stat10.name : (0, import_node_path40.basename)(exe.replace(/ \(deleted\)$/, "")),
    command: line5 === "" ? stat10.name : line5,
    startTicks: stat10.startTicks,
    startedMs: bootMs + stat10.startTicks * msPerTick,
    container: containerOf(pid)
  };
}
function bootTimeMs() {
  return Number(/^btime (\d+)$/m.exec(readText("/proc/stat") ?? "")?.[1] ?? 0) * 1e3;
}
var import_node_fs9, import_node_path40;
var init_process_table = __esm({
  "src/process/proc/process-table.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path40 = require("node:path");
    init_container_of();
    init_open_paths();
    init_read_proc();
    init_stat();
  }
});

// src/process/proc/flock-holders.ts
function holdersOf(identities) {
  const found = /* @__PURE__ */ new Map();
  if (identities.size === 0) return found;
  for (const process3 of listProcesses()) {
    for (const identity of identitiesLockedBy(process3.pid)) {
      if (!identities.has(identity)) continue;
      found.set(identity, [...found.get(identity) ?? [], process3]);
    }
  }
  return found;
}
function identitiesLockedBy(pid) {
  return identitiesOf(pid, lockedDescriptors(pid));
}
function identitiesOf(pid, fds) {
  const stats = fds.map((fd) => statOf(`/proc/${pid}/fd/${fd}`));
  return new Set(stats.flatMap((stat10) => stat10 === null ? [] : `${stat10.dev}:${stat10.ino}`));
}
function lockedDescriptors(pid) {
  return (readNames(`/proc/${pid}/fdinfo`) ?? []).filter(
    (fd) => /^lock:\s.*FLOCK/m.test(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "")
  );
}
var init_flock_holders = __esm({
  "src/process/proc/flock-holders.ts"() {
    "use strict";
    init_process_table();
    init_read_proc();
  }
});

// src/process/proc/flock-passed-on.ts
function locksOfAll(pids) {
  return new Set(pids.flatMap((pid) => [...identitiesLockedBy(pid)]));
}
async function awaitPassedOn(locks, timeoutMs) {
  const deadlineMs = performance.now() + timeoutMs;
  for (let left2 = locks; left2.size > 0 && performance.now() < deadlineMs; ) {
    const held2 = holdersOf(left2);
    const free = new Set([...left2].filter((lock2) => !held2.has(lock2)));
    left2 = openOf(free);
    if (left2.size > 0) await (0, import_promises29.setTimeout)(pollMs2);
  }
}
function openOf(files) {
  const open4 = /* @__PURE__ */ new Set();
  if (files.size === 0) return open4;
  for (const { pid, uid } of listProcesses()) {
    if (!isOpenToUs(uid)) continue;
    for (const identity of identitiesOf(pid, readNames(`/proc/${pid}/fd`) ?? [])) {
      if (files.has(identity)) open4.add(identity);
    }
  }
  return open4;
}
var import_promises29, pollMs2;
var init_flock_passed_on = __esm({
  "src/process/proc/flock-passed-on.ts"() {
    "use strict";
    import_promises29 = require("node:timers/promises");
    init_flock_holders();
    init_open_paths();
    init_process_table();
    init_read_proc();
    pollMs2 = 50;
  }
});

// src/doctor/remedy/carry-out.ts
async function carryOut(step, hands) {
  switch (step.kind) {
    case "signal":
      return await send(step, hands);
    case "run":
      return await runCommand(step, hands);
    default:
      return { outcome: "told", lines: [] };
  }
}
async function send(step, hands) {
  const lines = [];
  const signalled = [];
  let spared2 = false;
  const locks = locksOfAll(step.processes.map(({ pid }) => pid));
  for (const target of step.processes) {
    const why = isGone(target) ? "has already ended" : whyNot(target) ?? hands.spare(target.pid);
    if (why === null) {
      const failed = kill(target, step.signal);
      if (failed === null) signalled.push(target);
      else spared2 = true;
      lines.push(failed ?? `sent SIG${step.signal} to ${target.what}`);
    } else {
      spared2 ||= !isGone(target);
      lines.push(`${target.what} ${why}`);
    }
  }
  const left2 = step.signal === "CONT" ? [] : await stillThere(signalled);
  if (left2.length === 0) await awaitPassedOn(locks, endsWithinMs);
  for (const { what } of left2) lines.push(`${what} has not ended within ${endsWithinMs / 1e3} s`);
  return { outcome: spared2 || left2.length > 0 ? "failed" : "done", lines };
}
function isGone({ pid, startTicks }) {
  const stat10 = readStat(pid);
  return stat10 === null || isDead(stat10) || startTicks !== 0 && stat10.startTicks !== startTicks;
}
function whyNot({ pid, startTicks }) {
  if (startTicks === 0) return "is left alone: its start time is unknown, so another process may have its pid";
  if (isAncestor(pid)) return "is left alone: it started this doctor";
  const own = process.geteuid?.();
  const uid = ownerOf2(pid);
  return own === 0 || uid === own ? null : `is left alone: it belongs to user ${uid}; this is user ${own}`;
}
function ownerOf2(pid) {
  return (0, import_node_fs10.statSync)(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null;
}
function isAncestor(pid) {
  for (let at = process.pid; at !== void 0 && at > 0; at = readStat(at)?.ppid) {
    if (at === pid) return true;
  }
  return false;
}
function kill(target, signal2) {
  if (isGone(target)) return `${target.what} has already ended`;
  try {
    process.kill(target.pid, `SIG${signal2}`);
    return null;
  } catch (error) {
    if ((0, import_errors32.errnoOf)(error) === "ESRCH") return `${target.what} has already ended`;
    return `${target.what} could not be signalled: ${(0, import_errors32.messageOf)(error)}`;
  }
}
async function stillThere(targets) {
  const deadlineMs = performance.now() + endsWithinMs;
  for (; ; ) {
    const left2 = targets.filter((target) => !isGone(target));
    if (left2.length === 0 || performance.now() > deadlineMs) return left2;
    await (0, import_promises30.setTimeout)(lookMs);
  }
}
function runCommand(step, hands) {
  const [command2 = "", ...args] = step.argv;
  const { limitMs: limitMs2, signal: signal2, output } = hands;
  const detached = command2 !== "sudo";
  return new Promise((resolve8) => {
    const child = (0, import_node_child_process2.spawn)(command2, args, {
      cwd: step.cwd ?? hands.folder,
      env: withChanges(hands.env, step.env),
      stdio: ["ignore", output, output],
      detached
    });
    let why = null;
    const end = (reason) => {
      why = reason;
      if (detached) signalGroup(child.pid, "SIGKILL");
      else child.kill("SIGKILL");
    };
    const abort = () => end("was interrupted");
    const timer = setTimeout(() => end(`did not end within ${Math.round(limitMs2 / 1e3)} s and was killed`), limitMs2);
    signal2.addEventListener("abort", abort);
    const settle = (outcome, lines) => {
      clearTimeout(timer);
      signal2.removeEventListener("abort", abort);
      resolve8({ outcome, lines });
    };
    child.once("error", (error) => settle("failed", [`${command2} could not be run: ${(0, import_errors32.messageOf)(error)}`]));
    child.once("exit", async (code, by) => {
      if (why !== null && detached) await groupEnds(child.pid, endsWithinMs);
      if (why !== null) settle("failed", [`${command2} ${why}`]);
      else if (code === 0) settle("done", [`ran ${textOf2(step)}`]);
      else settle("failed", [`${textOf2(step)} ended with ${code ?? by}`]);
    });
    if (signal2.aborted) abort();
  });
}
function textOf2(step) {
  return stepText({ ...step, why: "" });
}
function withChanges(env, changes) {
  return Object.fromEntries(
    Object.entries({ ...env, ...changes }).filter((entry) => typeof entry[1] === "string")
  );
}
var import_node_child_process2, import_node_fs10, import_promises30, import_errors32, endsWithinMs, lookMs;
var init_carry_out = __esm({
  "src/doctor/remedy/carry-out.ts"() {
    "use strict";
    import_node_child_process2 = require("node:child_process");
    import_node_fs10 = require("node:fs");
    import_promises30 = require("node:timers/promises");
    import_errors32 = require("./errors.cjs");
    init_end_group();
    init_flock_passed_on();
    init_stat();
    init_signal_group();
    init_remedy();
    endsWithinMs = 5e3;
    lookMs = 50;
  }
});

// src/doctor/remedy/fix.ts
async function fix(first, actions) {
  const { hands } = actions;
  const done = [];
  const tried = /* @__PURE__ */ new Set();
  let environment3 = {};
  let diagnosis = first;
  for (let round = 0; round < roundsAtMost && !hands.signal.aborted; round += 1) {
    const next = nextOf2(diagnosis, tried);
    if (next === void 0) break;
    for (const step of next.steps) {
      if (hands.signal.aborted) break;
      tried.add(keyOf(step));
      if (step.kind === "environment") environment3 = { ...environment3, ...step.env };
      const acts = step.kind === "signal" || step.kind === "run";
      if (!acts) await actions.leaveToPerson(step, next.finding);
      const own = { ...hands, env: withChanges(hands.env, environment3) };
      const outcome = !acts || await actions.agree(step, next.finding) ? await carryOut(step, own) : { outcome: "declined", lines: [] };
      const result = { finding: next.finding.id, step, ...outcome };
      done.push(result);
      actions.report(result);
    }
    if (!hands.signal.aborted) diagnosis = await actions.look();
  }
  return { done, environment: environment3, diagnosis };
}
function counted({ findings }) {
  return findings.filter(({ severity }) => severity !== "note");
}
function nextOf2(diagnosis, tried) {
  return counted(diagnosis).map((finding4) => ({ finding: finding4, steps: finding4.remedy.filter((step) => !tried.has(keyOf(step))) })).find(({ steps }) => steps.length > 0);
}
function keyOf(step) {
  switch (step.kind) {
    case "signal":
      return JSON.stringify([step.signal, ...step.processes.map(({ pid, startTicks }) => [pid, startTicks])]);
    case "run":
      return JSON.stringify([step.argv, step.env, step.cwd]);
    case "environment":
      return JSON.stringify(step.env);
    case "restart":
      return `restart ${step.what}`;
    case "decide":
      return step.text;
  }
}
function assignments(environment3) {
  return Object.entries(environment3).map(
    ([name, value]) => value === null ? `unset ${name}` : `export ${name}=${quoteWord(value)}`
  );
}
var roundsAtMost;
var init_fix = __esm({
  "src/doctor/remedy/fix.ts"() {
    "use strict";
    init_quote_word();
    init_carry_out();
    roundsAtMost = 20;
  }
});

// src/cli/doctor/fix-machine.ts
function checkFix(options) {
  if (options.fix === void 0) {
    if (options.yes !== void 0) throw new import_errors33.UserError("--yes goes with --fix");
    return;
  }
  if (options.yes !== void 0) return;
  if (options.json !== void 0) throw new import_errors33.UserError("--fix --json cannot ask; add --yes");
  if (process.stdin.isTTY !== true) {
    throw new import_errors33.UserError(
      "--fix asks before each step, but the input is not a terminal; add --yes, or run it in a terminal"
    );
  }
}
async function fixMachine(request) {
  var _stack = [];
  try {
    const { first, colours } = request;
    const stream = request.json ? process.stderr : process.stdout;
    const say = (text5) => void stream.write(`${text5.split("\n").map(printable).join("\n")}
`);
    const interruption = __using(_stack, onInterruption());
    const { signal: signal2 } = interruption;
    const answers = __using(_stack, request.yes ? null : askOnTerminal(signal2));
    let shown = "";
    const show = (finding4, text5) => {
      const title = `${finding4.id}: ${finding4.summary}`;
      if (title !== shown) say(`
${colours.bold(title)}`);
      shown = title;
      say(`  ${colours.green("\u2192")} ${text5}`);
    };
    const fixed = await fix(first, {
      look: request.look,
      hands: {
        env: process.env,
        folder: request.folder,
        limitMs: commandLimitMs,
        signal: signal2,
        output: process.stderr.fd,
        spare: () => null
      },
      agree: async (step, finding4) => {
        show(finding4, stepText(step));
        return answers === null || await answers.ask("    Do this? [y/N] ");
      },
      leaveToPerson: async (step, finding4) => show(finding4, `${colours.dim("yours:")} ${stepText(step)}`),
      report: ({ outcome, lines }) => {
        if (outcome === "declined") say("    not done");
        for (const line5 of lines) say(`    ${outcome === "failed" ? colours.red("\u2717") : "\u2713"} ${line5}`);
      }
    });
    for (const line5 of summary(fixed, first, signal2.aborted)) say(line5);
    const well = counted(fixed.diagnosis).length === 0;
    const status = signal2.aborted ? import_errors33.exitStatus.interrupted : well ? import_errors33.exitStatus.expected : import_errors33.exitStatus.differs;
    return { status, fixed };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function summary({ done, environment: environment3, diagnosis }, first, aborted) {
  const acted = done.filter(({ outcome }) => outcome === "done" || outcome === "failed");
  const set = assignments(environment3);
  const again = [...new Set(done.flatMap(({ step }) => step.kind === "restart" ? [step.what] : []))];
  const left2 = counted(diagnosis);
  return [
    "",
    ...aborted ? ["Interrupted."] : [],
    counted(first).length === 0 ? "There was nothing to fix." : `Done: ${acted.length === 0 ? "nothing" : `${acted.length} ${acted.length === 1 ? "step" : "steps"}`}. No lock file was deleted.`,
    ...set.length === 0 ? [] : ["Set this for the editor and the shell; unlatch did not save it:", ...set.map((line5) => `  ${line5}`)],
    ...again.length === 0 ? [] : [`Then restart ${again.join(", ")}.`],
    ...aborted ? [] : left2.length === 0 ? [`Now: ${diagnosis.verdict}`] : [`Remaining: ${left2.map(({ id }) => id).join(", ")}. ${diagnosis.verdict}`]
  ];
}
function askOnTerminal(signal2) {
  const lines = (0, import_promises31.createInterface)({ input: process.stdin, output: process.stderr, terminal: false });
  let closed = false;
  const end = new Promise((resolve8) => {
    lines.once("close", () => {
      closed = true;
      resolve8("");
    });
  });
  return {
    ask: async (question) => {
      if (closed || signal2.aborted) return false;
      const interrupted = new Promise((resolve8) => signal2.addEventListener("abort", () => resolve8("")));
      const answer = await Promise.race([lines.question(question), end, interrupted]);
      return !signal2.aborted && /^y(es)?$/i.test(answer.trim());
    },
    [Symbol.dispose]: () => lines.close()
  };
}
var import_promises31, import_errors33, commandLimitMs;
var init_fix_machine = __esm({
  "src/cli/doctor/fix-machine.ts"() {
    "use strict";
    import_promises31 = require("node:readline/promises");
    init_fix();
    init_remedy();
    init_printable();
    import_errors33 = require("./errors.cjs");
    init_interruption();
    commandLimitMs = 15 * 6e4;
  }
});

// src/doctor/log/read-lisp.ts
function readLisp(text5) {
  let at = 0;
  const token = /\s*(?:(#s)?([([])|([)\]])|"((?:[^"\\]|\\[\s\S])*)"|([^\s()[\]"]+))/y;
  const next = () => {
    token.lastIndex = at;
    const found = token.exec(text5);
    if (found === null) throw new Unreadable();
    at = token.lastIndex;
    const [, table, opens, closes, string2, symbol] = found;
    return { table: table !== void 0, opens, closes, string: string2, symbol };
  };
  const value = (first = next()) => {
    if (first.opens !== void 0) return group(first.opens === "[", first.table);
    if (first.string !== void 0)
      return first.string.replace(/\\([\s\S])/g, (_, escaped3) => escaped3 === "n" ? "\n" : escaped3);
    const symbol = first.symbol;
    if (symbol === void 0) throw new Unreadable();
    if (symbol === "t") return true;
    if (symbol === "nil" || symbol === ":null") return null;
    if (symbol === ":json-false") return false;
    return /^-?\d+(\.\d+)?$/.test(symbol) ? Number(symbol) : symbol;
  };
  const group = (vector, table) => {
    const all = [];
    for (; ; ) {
      const first = next();
      if (first.closes !== void 0) break;
      all.push(value(first));
    }
    if (table) return {};
    const isPlist = all.length > 0 && typeof all[0] === "string" && all[0].startsWith(":");
    if (vector || !isPlist) return all;
    const fields = {};
    for (let index = 0; index + 1 < all.length; index += 2) fields[String(all[index]).slice(1)] = all[index + 1];
    return fields;
  };
  try {
    return value();
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return void 0;
    throw error;
  }
}
var Unreadable;
var init_read_lisp = __esm({
  "src/doctor/log/read-lisp.ts"() {
    "use strict";
    Unreadable = class extends Error {
    };
  }
});

// src/doctor/log/eglot.ts
function entries(text5) {
  return text5.split(/^(?=\[(?:internal|client-\w+|server-\w+|jsonrpc|stderr)\])/m);
}
function readOlder(entry) {
  const [head2, origin = "", id, , time2 = ""] = older.exec(entry) ?? [];
  if (head2 === void 0) return null;
  const value = readLisp(entry.slice(head2.length));
  if (origin === "internal") {
    const { message, change } = asRecord(value);
    return internal(time2, `${String(message ?? "")} ${String(change ?? "")}`);
  }
  const known4 = id === void 0 ? {} : { id };
  const from = origin.startsWith("client") ? "editor" : "gopls";
  return [{ kind: "message", time: time2, from, message: { ...known4, ...rpcMessage(value) } }];
}
function readNewer(entry) {
  const [head2, , time2 = "", way, method, id] = newer.exec(entry) ?? [];
  if (head2 === void 0) return null;
  const rest = entry.slice(head2.length).trim();
  if (way === void 0) return internal(time2, rest);
  const value = rest.startsWith("{") ? jsonOrUndefined(rest) : readLisp(rest);
  const known4 = { ...method === void 0 ? {} : { method }, ...id === void 0 ? {} : { id } };
  return [
    { kind: "message", time: time2, from: way === "-->" ? "editor" : "gopls", message: { ...known4, ...rpcMessage(value) } }
  ];
}
function internal(time2, text5) {
  if (/^Running language server/.test(text5)) return [{ kind: "started", time: time2 }];
  const how = /^Connection state changed?\W*(.*?)\W*$/s.exec(text5)?.[1];
  return how === void 0 ? [] : [{ kind: "ended", time: time2, how: how.trim() }];
}
function readStderr(entry) {
  const said = /^\[stderr\] +(.*)$/s.exec(entry)?.[1]?.trim() ?? "";
  return said === "" || /^nil\b|^Process EGLOT/.test(said) ? [] : [{ kind: "stderr", time: "", text: said }];
}
var older, newer, eglotLog;
var init_eglot = __esm({
  "src/doctor/log/eglot.ts"() {
    "use strict";
    init_log_format();
    init_read_lisp();
    older = /^\[(internal|client-\w+|server-\w+)\](?: \(id:(\S+)\))?( ERROR)? \w{3} \w{3} +\d+ (\d\d:\d\d:\d\d) \d{4}:\n/;
    newer = /^\[jsonrpc\] ([eEDi])\[(\d\d:\d\d:\d\d\.\d+)\] *(?:(-->|<--) ?([^\s[]+)?(?:\[(\S+?)\])?)?\s?/;
    eglotLog = {
      name: "eglot's events buffer in Emacs",
      from: "M-x eglot-events-buffer, then M-x write-file",
      recognises: (text5) => entries(text5).some((entry) => older.test(entry) || newer.test(entry)),
      read: (text5) => entries(text5).flatMap((entry) => readOlder(entry) ?? readNewer(entry) ?? readStderr(entry))
    };
  }
});

// src/doctor/log/goland.ts
function read2(text5) {
  const entries2 = text5.split(/^(?=(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d,\d{3}[ [])/m);
  const servers2 = /* @__PURE__ */ new Set();
  return entries2.flatMap((entry) => {
    const [, time2 = "", , by = "", rest = ""] = line2.exec(entry.trimEnd()) ?? [];
    if (!/Lsp/.test(by)) return [];
    const [, way, name = "", text6 = ""] = /^(?:(-->|<--) )?([^\s:(]+@[^:(]*)(?:\([^)]*\))?: ?(.*)$/s.exec(rest) ?? [];
    if (/^starting LSP server: /.test(text6)) {
      if (!namesGopls(text6)) return [];
      servers2.add(name);
      return [{ kind: "started", time: time2 }];
    }
    const ended = /^LSP server process terminated, exit code = (-?\d+)(?:, command line: (.*))?/s.exec(
      text6 === "" ? rest : text6
    );
    if (ended !== null) {
      const its = ended[2] === void 0 ? servers2.has(name) : namesGopls(ended[2]);
      return its ? [{ kind: "ended", time: time2, how: `exit code ${ended[1]}` }] : [];
    }
    if (!servers2.has(name) && !/gopls/i.test(name)) return [];
    if (way !== void 0) {
      const message = rpcMessage(jsonOrUndefined(text6));
      return [{ kind: "message", time: time2, from: way === "-->" ? "editor" : "gopls", message }];
    }
    if (/^(?:LSP )?server initialized/.test(text6)) return [{ kind: "initialized", time: time2 }];
    const stderr = /^STDERR: (.*)$/s.exec(text6)?.[1];
    if (stderr !== void 0) return [{ kind: "stderr", time: time2, text: stderr.trim() }];
    const failed = /^Failed to start server\s*([^\n]*)/.exec(text6)?.[1];
    if (failed !== void 0) return [{ kind: "said", time: time2, how: "error", text: `Failed to start server: ${failed}` }];
    return /LspServerImpl$/.test(by) ? [{ kind: "said", time: time2, how: "log", text: text6 }] : [];
  });
}
var line2, golandLog;
var init_goland = __esm({
  "src/doctor/log/goland.ts"() {
    "use strict";
    init_log_format();
    line2 = /^(?:\d{4}-\d\d-\d\d )?(\d\d:\d\d:\d\d,\d{3})(?: \[ *\d+\])? +(\w+) +(?:- )?(\S+) - (.*)$/s;
    golandLog = {
      name: "GoLand's idea.log",
      from: 'Help > Diagnostic Tools > Debug Log Settings: "#com.intellij.platform.lsp", then Help > Show Log',
      recognises: (text5) => /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d,\d{3}(?: \[ *\d+\])? +(?:FINE|FINER|INFO|WARN|ERROR|SEVERE|DEBUG|TRACE) /m.test(
        text5
      ),
      read: read2
    };
  }
});

// src/doctor/log/trace-lines.ts
function traceEntries(log) {
  return log.split(entryBegins).flatMap((entry) => {
    const [start = ""] = head.exec(entry) ?? [];
    const level = /[a-z]+/i.exec(start)?.[0].toLowerCase() ?? "";
    const text5 = entry.slice(start.length).trim();
    return text5 === "" ? [] : [{ time: time.exec(start)?.[0] ?? "", level, text: text5 }];
  });
}
function tracedMessage({ time: time2, text: text5 }) {
  const [line5 = ""] = text5.split("\n", 1);
  const [, way, what, method = "", id, rest = ""] = messageLine.exec(line5) ?? [];
  if (way === void 0) return null;
  const from = way === "Sending" ? "editor" : "gopls";
  const body = /\b(?:Params|Result|Error data): ([\s\S]*)$/.exec(text5.slice(line5.length))?.[1];
  const value = body === void 0 ? void 0 : jsonOrUndefined(body);
  return { kind: "message", time: time2, from, message: messageOf5(what, method, id, value, rest) };
}
function messageOf5(what = "", method, id, body, rest) {
  const known4 = { method, ...id === void 0 ? {} : { id } };
  if (what !== "response") return body === void 0 ? known4 : { ...known4, params: body };
  const failed = /Request failed: (.*)$/.exec(rest)?.[1];
  if (failed !== void 0) return { ...known4, error: { message: failed } };
  const whole = asRecord(body);
  if ("jsonrpc" in whole) return { ...rpcMessage(whole), ...known4 };
  return { ...known4, result: body ?? null };
}
var messageLine, time, head, entryBegins;
var init_trace_lines = __esm({
  "src/doctor/log/trace-lines.ts"() {
    "use strict";
    init_log_format();
    messageLine = /\b(Sending|Received) (request|response|notification) '([^'\s]+?)(?: - \(([^)]*)\))?(?:'|\.$|$)(.*)$/m;
    time = /\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?: [AP]M)?/;
    head = /^(?:\[(?:Trace|Info|Warn|Error|Debug|LSP) *- [^\]]*\]|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[(?:trace|debug|info|warning|error)\]) ?/i;
    entryBegins = new RegExp(`^(?=${head.source.slice(1)})`, "im");
  }
});

// src/doctor/log/gopls.ts
var ownLine, goplsLog;
var init_gopls = __esm({
  "src/doctor/log/gopls.ts"() {
    "use strict";
    init_trace_lines();
    ownLine = /^\[Trace - \d\d:\d\d:\d\d\.\d{3} [AP]M\] (?:Sending|Received) /m;
    goplsLog = {
      name: "gopls's own log",
      from: "gopls -rpc.trace -logfile=FILE",
      recognises: (text5) => ownLine.test(text5),
      read: (text5) => traceEntries(text5).flatMap(
        (entry) => tracedMessage(entry) ?? { kind: "said", time: entry.time, how: "log", text: entry.text }
      )
    };
  }
});

// src/doctor/log/helix.ts
function read3(entry) {
  const [, time2 = "", module2 = "", , text5 = ""] = line3.exec(entry) ?? [];
  if (module2 === "helix_lsp::transport") return transport(time2, text5);
  const [, how, quoted2 = ""] = /window\/(?:show|log)Message: \w+ \{ typ: (\w+), message: ("(?:[^"\\]|\\.)*")/s.exec(text5) ?? [];
  if (how !== void 0) {
    const said = unquote(quoted2);
    const shown = /showMessage/.test(text5) && how !== "Info" && how !== "Log";
    return [{ kind: "said", time: time2, how: shown ? how === "Error" ? "error" : "warning" : "log", text: said }];
  }
  const failed = /^Failed to initialize the language servers? for .*gopls.*/s.exec(text5)?.[0];
  return failed === void 0 ? [] : [{ kind: "said", time: time2, how: "error", text: failed }];
}
function transport(time2, text5) {
  const [, name, way, body = ""] = /^(?:(\S+) )?(err <-|err: <-|<-|->) ?(.*)$/s.exec(text5) ?? [];
  if (way === void 0 || name !== void 0 && !/^gopls/.test(name)) return [];
  if (way === "err <-") return [{ kind: "stderr", time: time2, text: unquote(body).trim() }];
  if (way === "err: <-")
    return name !== void 0 && /StreamClosed/.test(body) ? [{ kind: "ended", time: time2, how: "" }] : [];
  const value = jsonOrUndefined(body);
  if (typeof value !== "object" || value === null || !("jsonrpc" in value)) return [];
  return [{ kind: "message", time: time2, from: way === "->" ? "editor" : "gopls", message: rpcMessage(value) }];
}
function unquote(text5) {
  const value = jsonOrUndefined(
    text5.replace(/\\'/g, "'").replace(/\\u\{(\w+)\}/g, (_, hex) => `\\u${hex.padStart(4, "0")}`)
  );
  return typeof value === "string" ? value : text5;
}
var line3, helixLog;
var init_helix2 = __esm({
  "src/doctor/log/helix.ts"() {
    "use strict";
    init_log_format();
    line3 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)\S* (helix_\S+) \[(\w+)\] (.*)$/s;
    helixLog = {
      name: "Helix's helix.log",
      from: "hx -v, then ~/.cache/helix/helix.log",
      recognises: (text5) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S* helix_\w+(?:::\w+)* \[\w+\] /m.test(text5),
      read: (text5) => text5.split(/^(?=\d{4}-\d\d-\d\dT\S+ [a-z_]+(?:::\w+)* \[)/m).flatMap((entry) => read3(entry.trimEnd()))
    };
  }
});

// src/doctor/log/lsp-mode.ts
function plainEvents(text5) {
  if (/^Process gopls stderr /m.test(text5)) {
    const said = text5.replace(/^Process gopls stderr .*$/m, "").trim();
    return said === "" ? [] : [{ kind: "stderr", time: "", text: said }];
  }
  return text5.split(/^(?=\d{4}\/\d\d\/\d\d |Command "|Found the |The following )/m).flatMap((entry) => {
    const time2 = /^\d{4}\/\d\d\/\d\d (\d\d:\d\d:\d\d) /.exec(entry)?.[1];
    if (time2 !== void 0) return [{ kind: "said", time: time2, how: "log", text: entry.trim() }];
    const absent = /^Command ".*gopls.*" is not present on the path.*/.exec(entry)?.[0];
    return absent === void 0 ? [] : [{ kind: "said", time: "", how: "error", text: absent }];
  });
}
var ioLine, itsOwn, lspModeLog;
var init_lsp_mode = __esm({
  "src/doctor/log/lsp-mode.ts"() {
    "use strict";
    init_trace_lines();
    ioLine = /^\[Trace - \d\d:\d\d:\d\d [AP]M\] /m;
    itsOwn = /^(?:Received request '\S+ - \(\S+\)\.$|.*Processing request took \d+ms$|.*"name": "emacs"|Command ".*gopls.*" is (?:not )?present on the path|Found the following clients for |Process gopls stderr )/m;
    lspModeLog = {
      name: "the log of lsp-mode in Emacs",
      from: "(setq lsp-log-io t), then M-x lsp-workspace-show-log; or the buffers *lsp-log* and *gopls::stderr*",
      recognises: (text5) => itsOwn.test(text5.replace(/^\[Trace - [^\]]*\] /gm, "")),
      read: (text5) => ioLine.test(text5) ? traceEntries(text5).flatMap((entry) => tracedMessage(entry) ?? []) : plainEvents(text5)
    };
  }
});

// src/doctor/log/read-lua.ts
function readLua(text5) {
  let at = 0;
  const space = () => {
    while (/\s/.test(text5[at] ?? "")) at += 1;
  };
  const take = (pattern2) => {
    const found = new RegExp(pattern2.source, "y");
    found.lastIndex = at;
    const [whole] = found.exec(text5) ?? [];
    if (whole !== void 0) at += whole.length;
    return whole;
  };
  const value = () => {
    space();
    if (take(/<\d+>(?=\{)/) !== void 0) return table();
    if (text5[at] === "{") return table();
    const quoted2 = take(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/);
    if (quoted2 !== void 0) return unquote2(quoted2.slice(1, -1));
    const number3 = take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/);
    if (number3 !== void 0) return Number(number3);
    if (take(/vim\.empty_dict\(\)/) !== void 0) return {};
    const word = take(/<[^>]*>|[\w.]+/);
    if (word === void 0) throw new Unreadable2();
    return word === "true" ? true : word === "false" ? false : null;
  };
  const table = () => {
    at += 1;
    const list2 = [];
    const fields = {};
    for (; ; ) {
      space();
      if (text5[at] === "}") {
        at += 1;
        return list2.length > 0 ? list2 : fields;
      }
      if (at >= text5.length) throw new Unreadable2();
      const name = take(/[A-Za-z_]\w*(?=\s*=)/);
      if (name !== void 0 || text5[at] === "[") {
        const key = name ?? bracketed();
        space();
        if (text5[at] !== "=") throw new Unreadable2();
        at += 1;
        fields[key] = value();
      } else {
        list2.push(value());
      }
      space();
      if (text5[at] === ",") at += 1;
    }
  };
  const bracketed = () => {
    at += 1;
    const key = value();
    space();
    if (text5[at] !== "]") throw new Unreadable2();
    at += 1;
    return String(key);
  };
  try {
    return value();
  } catch (error) {
    if (error instanceof Unreadable2 || error instanceof RangeError) return void 0;
    throw error;
  }
}
function unquote2(text5) {
  return text5.replace(
    /\\(\d{1,3}|.)/gs,
    (_, escaped3) => /\d/.test(escaped3) ? String.fromCharCode(Number(escaped3)) : escapes[escaped3] ?? escaped3
  );
}
var Unreadable2, escapes;
var init_read_lua = __esm({
  "src/doctor/log/read-lua.ts"() {
    "use strict";
    Unreadable2 = class extends Error {
    };
    escapes = { n: "\n", t: "	", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v" };
  }
});

// src/doctor/log/neovim.ts
function read4(text5) {
  const events = [];
  const mixed = text5.split("\n").some((each) => /"Starting RPC client"|"LSP\[/.test(each) && otherServer(each));
  let isGopls2 = !mixed;
  const waiting = /* @__PURE__ */ new Set();
  for (const each of text5.split("\n")) {
    const [, level, time2 = "", file2 = "", rest] = line4.exec(each) ?? [];
    if (level === void 0 || rest === void 0) continue;
    const fields = rest.split("	");
    const what = readLua(fields[0] ?? "");
    if (what === "Starting RPC client") {
      isGopls2 = !otherServer(each);
      if (isGopls2) events.push({ kind: "started", time: time2 });
    } else if (typeof what === "string" && what.startsWith("LSP[")) {
      isGopls2 = !otherServer(each);
      if (isGopls2 && fields[1] === '"initialized"') events.push({ kind: "initialized", time: time2 });
    } else if (what === "rpc.send") {
      const message = rpcMessage(readLua(fields[1] ?? ""));
      if (mixed && !isGopls2) continue;
      if (message.id !== void 0 && message.method !== void 0) waiting.add(message.id);
      events.push({ kind: "message", time: time2, from: "editor", message });
    } else if (what === "rpc.receive") {
      const message = rpcMessage(readLua(fields[1] ?? ""));
      const server = asRecord(asRecord(message.result)["serverInfo"])["name"];
      if (mixed && server !== void 0 && server !== "gopls") continue;
      if (mixed && message.method === void 0 && !waiting.delete(message.id ?? "")) continue;
      if (mixed && message.method === "window/showMessage" && !/\bgo(?:pls)?\b|\bpackages\b/i.test(each)) continue;
      events.push({ kind: "message", time: time2, from: "gopls", message });
    } else if (what === "rpc") {
      const [program, stream, said] = fields.slice(1).map((field) => readLua(field));
      if (stream === "stderr" && namesGopls(String(program)))
        events.push({ kind: "stderr", time: time2, text: String(said).trim() });
    } else if (file2.endsWith("handlers.lua") && typeof what === "string" && fields.length === 1) {
      events.push({ kind: "said", time: time2, how: "log", text: what });
    }
  }
  return events;
}
function otherServer(text5) {
  const named3 = /"LSP\[([^\]]*)\]"/.exec(text5)?.[1];
  if (named3 !== void 0) return !/gopls/.test(named3);
  const command2 = /\bcmd = (?:\{ *)?["']([^"']*)["']/.exec(text5)?.[1] ?? /"Starting RPC client"\t\{ *["']([^"']*)["']/.exec(text5)?.[1];
  return command2 !== void 0 && !namesGopls(command2);
}
var line4, neovimLog;
var init_neovim2 = __esm({
  "src/doctor/log/neovim.ts"() {
    "use strict";
    init_log_format();
    init_read_lua();
    line4 = /^\[ ?(START|TRACE|DEBUG|INFO|WARN|ERROR) ?\] ?\[?([^\]]+?) ?\](?: (\S+?\.lua):\d+(?: \])?)?(?:\t(.*)| .*)?$/;
    neovimLog = {
      name: "Neovim's lsp.log",
      from: "vim.lsp.set_log_level('debug'), then the file that vim.lsp.get_log_path() returns",
      recognises: (text5) => /^\[ ?(?:START|TRACE|DEBUG|INFO|WARN|ERROR) ?\] ?\[?\d{4}-\d\d-\d\d[T ][^\]]*\] (?:LSP logging initiated|\S+\.lua:\d+)/m.test(
        text5
      ),
      read: read4
    };
  }
});

// src/doctor/log/vscode.ts
function clientEvent({ time: time2, level, text: text5 }) {
  const exited = /^Server process exited with (.+?)\.?$/m.exec(text5)?.[1];
  if (exited !== void 0) return { kind: "ended", time: time2, how: exited };
  if (/^Connection to server got closed|^The .* server crashed \d+ times/m.test(text5)) {
    return { kind: "ended", time: time2, how: "" };
  }
  if (/^(?:Request .* failed|Sending .* failed|Notify file events failed)/.test(text5)) return [];
  const at = text5.search(/^(?:gopls: |panic: |fatal error: |flag provided )/m);
  const own = (at === -1 ? text5 : text5.slice(0, at)).trim();
  const how = level === "error" && isStartFailure(text5) ? "error" : "log";
  return [
    ...own === "" ? [] : [{ kind: "said", time: time2, how, text: own }],
    ...at === -1 ? [] : [{ kind: "stderr", time: time2, text: text5.slice(at) }]
  ];
}
function isStartFailure(text5) {
  return /couldn't create connection|Couldn't start client|Starting client failed|initialization failed/i.test(text5);
}
var clientLine, vscodeLog;
var init_vscode = __esm({
  "src/doctor/log/vscode.ts"() {
    "use strict";
    init_trace_lines();
    clientLine = /^\[(?:Info|Warn|Error|Debug|Trace|LSP) *- |^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[[a-z]+\] /im;
    vscodeLog = {
      name: "VS Code's output of gopls",
      from: '"go.trace.server": "verbose", then View: Output, "gopls (server)"',
      recognises: (text5) => clientLine.test(text5),
      read: (text5) => traceEntries(text5).flatMap((entry) => tracedMessage(entry) ?? clientEvent(entry))
    };
  }
});

// src/doctor/log/formats.ts
var logFormats;
var init_formats = __esm({
  "src/doctor/log/formats.ts"() {
    "use strict";
    init_eglot();
    init_goland();
    init_gopls();
    init_helix2();
    init_lsp_mode();
    init_neovim2();
    init_vscode();
    logFormats = [
      neovimLog,
      helixLog,
      golandLog,
      eglotLog,
      goplsLog,
      lspModeLog,
      vscodeLog
    ];
  }
});

// src/doctor/log/editor-log.ts
function readEditorLog(text5) {
  const plain2 = text5.replace(/\r\n/g, "\n").replace(/^\uFEFF/, "");
  const format = logFormats.find(({ recognises }) => recognises(plain2));
  if (format === void 0) return null;
  const { start, starts } = lastStart(format.read(plain2));
  const { timeline, reached, failed, said, stderr, ended, waiting, asked: asked2 } = start;
  const log = {
    format: format.name,
    starts,
    timeline,
    stuck: reached === "answer" ? null : reached,
    loaded: reached === null ? null : reached === "answer" && failed === null,
    failed,
    said,
    stderr: stderr.join("\n"),
    ended,
    unanswered: [...waiting.values()],
    editorOwes: [...asked2.values()]
  };
  return { log, heard: starts > 0 || start.heard };
}
function lastStart(events) {
  let start = new OneStart(null);
  let starts = 0;
  for (const event of events) {
    if (start.isFollowedBy(event)) {
      start = new OneStart("initialize");
      starts += 1;
    }
    start.take(event);
  }
  return { start, starts };
}
var init_editor_log = __esm({
  "src/doctor/log/editor-log.ts"() {
    "use strict";
    init_formats();
    init_one_start();
  }
});

// src/cli/doctor/read-stored.ts
async function readStored(option, file2) {
  const parts = [];
  let bytes = 0;
  try {
    for await (const part of (0, import_node_fs11.createReadStream)(file2)) {
      bytes += part.length;
      if (bytes > storedLimitBytes) throw new import_errors34.UserError(`${option} ${file2}: more than 64 MiB`);
      parts.push(part);
    }
  } catch (error) {
    const code = (0, import_errors34.errnoOf)(error);
    if (code === void 0) throw error;
    throw new import_errors34.UserError(`${option} ${file2}: cannot be read (${code})`, { cause: error });
  }
  return Buffer.concat(parts).toString();
}
var import_node_fs11, import_errors34, storedLimitBytes;
var init_read_stored = __esm({
  "src/cli/doctor/read-stored.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    import_errors34 = require("./errors.cjs");
    storedLimitBytes = 64 << 20;
  }
});

// src/cli/doctor/judge-log.ts
async function judgeLog(file2, json) {
  const read5 = readEditorLog(await readStored("--log", file2));
  if (read5 === null) {
    const known4 = logFormats.map(({ name }) => name).join(", ");
    throw new import_errors35.UserError(`--log ${file2}: unknown log format; known are ${known4}`);
  }
  const { log, heard } = read5;
  if (!heard) {
    const from = logFormats.find(({ name }) => name === log.format)?.from;
    throw new import_errors35.UserError(
      `--log ${file2}: this is ${log.format}, but it has too little about gopls. To get more: ${from}`
    );
  }
  const verdict = logVerdict(log);
  const docs = docsOf(log);
  const timeline = log.timeline.length === 0 ? [] : ["", ...log.timeline.map((line5) => `  ${line5}`)];
  process.stdout.write(
    json ? `${JSON.stringify({ schema: 1, verdict, docs, log }, null, 1)}
` : `${[verdict, ...timeline, ...docs === null ? [] : ["", docs]].join("\n")}
`
  );
  return isWell(log) ? import_errors35.exitStatus.expected : import_errors35.exitStatus.differs;
}
function docsOf(log) {
  if (isWell(log)) return null;
  return log.failed !== null || log.said.length > 0 ? findingDocs("gopls-says") : docsAt("docs/doctor.md#logs-of-editors");
}
function isWell({ stuck, failed, said, ended, unanswered, loaded, stderr }) {
  const silent = stuck === null && failed === null && said.length === 0 && ended === null && unanswered.length === 0;
  return silent && (loaded !== null || stderr === "");
}
function logVerdict(log) {
  const { starts, said, unanswered, stderr, loaded, failed } = log;
  const more = said.filter((text5) => failed === null || !text5.includes(failed));
  return [
    `${headline(log)}.`,
    more.length === 0 ? "" : `It showed: ${more.join("; ")}.`,
    stderr === "" || loaded !== false ? "" : `Its stderr: ${short(stderr)}.`,
    unanswered.length === 0 ? "" : `Never answered: ${unanswered.join("; ")}.`,
    starts > 1 ? `It started ${starts} times; this is about the last start.` : "",
    starts === 0 ? "The log begins after its start." : ""
  ].filter((sentence2) => sentence2 !== "").join(" ");
}
function short(stderr) {
  return stderr.replace(/\s+/g, " ").slice(-400);
}
function headline({ stuck, loaded, failed, ended, editorOwes, stderr }) {
  const how = ended === "" ? "" : ` (${ended})`;
  if (failed !== null) return `gopls could not load the workspace${stuck === null ? "" : ` ("${stuck}")`}: ${failed}`;
  if (ended !== null) return `gopls ended by itself${how}${stuck === null ? "" : `, in "${stuck}"`}`;
  if (stuck !== null) {
    const owes = editorOwes.find((request) => request.startsWith("workspace/configuration"));
    const why = stuck === "go env" && owes !== void 0 ? `: the editor did not answer ${owes}` : "";
    return `gopls is stuck in "${stuck}"${why}`;
  }
  if (loaded === true) return "gopls loaded the workspace";
  return stderr === "" ? "The log does not show whether gopls loaded the workspace" : `gopls wrote to stderr: ${short(stderr)}`;
}
var import_errors35;
var init_judge_log = __esm({
  "src/cli/doctor/judge-log.ts"() {
    "use strict";
    init_editor_log();
    init_formats();
    import_errors35 = require("./errors.cjs");
    init_finding_docs();
    init_read_stored();
  }
});

// src/page/escape-html.ts
function escapeHtml(text5) {
  return escaped2(plainLine(text5));
}
function escapeLines(text5) {
  return escaped2(plainText(text5));
}
function escaped2(text5) {
  return text5.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
var entities;
var init_escape_html = __esm({
  "src/page/escape-html.ts"() {
    "use strict";
    init_plain_text();
    entities = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;"
    };
  }
});

// src/package-root.ts
function packageRoot() {
  const embedded = Reflect.get(globalThis, /* @__PURE__ */ Symbol.for("unlatch.root"));
  if (typeof embedded === "function") return String(embedded());
  let folder = (0, import_node_path41.dirname)((0, import_node_url2.fileURLToPath)(__url));
  while (!(0, import_node_fs12.existsSync)((0, import_node_path41.join)(folder, "package.json"))) {
    const parent = (0, import_node_path41.dirname)(folder);
    if (parent === folder) throw new Error("unlatch is outside its package; keep dist/, docker/ and sandbox/ together");
    folder = parent;
  }
  return folder;
}
var import_node_fs12, import_node_path41, import_node_url2;
var init_package_root = __esm({
  "src/package-root.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path41 = require("node:path");
    import_node_url2 = require("node:url");
  }
});

// src/page/page-document.ts
function built(name) {
  return (0, import_node_fs13.readFileSync)((0, import_node_path42.join)(packageRoot(), "dist", name), "utf8").trim();
}
function pageDocument({ title, body, data }) {
  const script = data === null ? null : built("page.js");
  const may = script === null ? "" : `; script-src 'sha256-${(0, import_node_crypto2.createHash)("sha256").update(script).digest("base64")}'`;
  const tail = script === null ? "" : `<script type="text/plain" id="data">${deflated(data)}</script>
<script>${script}</script>
`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${may}">
<title>${escapeHtml(title)}</title>
<style>${built("page.css")}</style>
</head>
<body>
${body}${tail}</body>
</html>
`;
}
function deflated(data) {
  return (0, import_node_zlib.deflateRawSync)(JSON.stringify(data), { level: 9 }).toString("base64");
}
var import_node_crypto2, import_node_fs13, import_node_path42, import_node_zlib;
var init_page_document = __esm({
  "src/page/page-document.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_fs13 = require("node:fs");
    import_node_path42 = require("node:path");
    import_node_zlib = require("node:zlib");
    init_package_root();
    init_escape_html();
  }
});

// src/doctor/page/chains-html.ts
function chainsHtml(whole) {
  const snapshot = withoutAside(whole);
  const roots = new Map(causesOf(snapshot).map(({ root, state: state2 }) => [root.process.pid, state2]));
  const chains = chainsOf(snapshot).filter(
    ({ process: process3, wait }) => /^(go|gopls|git|dlv)$/.test(process3.name) || wait.kind === "lock" || held(process3).length > 0
  );
  if (chains.length === 0) return "";
  return `<ul class="chain">${chains.map((link) => linkHtml(link, snapshot, roots)).join("")}</ul>
`;
}
function linkHtml(link, snapshot, roots) {
  const { process: process3, wait } = link;
  const next = nextOf(wait);
  const locks = held(process3);
  const cause = roots.get(process3.pid);
  const state2 = cause ?? stateOf(link, snapshot);
  const lines = [
    `<b>${escapeHtml(processText(process3))}</b>`,
    ...locks.length === 0 ? [] : [`holds the lock of ${escapeHtml(someOf(locks))}`],
    // What has an end below it says there why.
    ...next.length > 0 ? [] : waitLine(waitText(wait)),
    ...next.length > 0 && cause === void 0 ? [] : [`<span class="state ${state2}">${words3[state2]}</span>`]
  ];
  const box = `<div class="box ${state2}${cause === void 0 ? "" : " cause"}">${lines.join("<br>")}</div>`;
  if (next.length === 0) return `<li>${box}</li>`;
  const what = wait.kind === "lock" ? `waits for ${waitText(wait)}, held by` : wait.kind === "daemon" ? "is a client of" : "waits for";
  return `<li>${box}<div class="arrow">\u2193 ${escapeHtml(what)}</div><ul>${next.map((other) => linkHtml(other, snapshot, roots)).join("")}</ul></li>`;
}
function waitLine(text5) {
  return text5 === null ? [] : [`waits for ${escapeHtml(text5)}`];
}
function held({ files }) {
  return [...new Set(files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => lockName(path)))];
}
function someOf(names4) {
  const more = names4.length - 3;
  return more > 0 ? `${names4.slice(0, 3).join(", ")} and ${more} more` : names4.join(", ");
}
var words3;
var init_chains_html = __esm({
  "src/doctor/page/chains-html.ts"() {
    "use strict";
    init_lock_name();
    init_escape_html();
    init_cause();
    init_wait_chain();
    init_subject();
    init_process_text();
    words3 = {
      stuck: "will not go on by itself",
      slow: "may go on by itself",
      moving: "works, or waits for nothing that can be seen"
    };
  }
});

// src/doctor/page/diagnosis-page.ts
var diagnosis_page_exports = {};
__export(diagnosis_page_exports, {
  diagnosisPage: () => diagnosisPage
});
function diagnosisPage(snapshot, { verdict, findings }, { unlatch, lines, docsOf: docsOf2 }) {
  const grave = findings.filter(({ severity }) => severity !== "note");
  const notes = findings.filter(({ severity }) => severity === "note");
  const sections = [
    section("chain", "Who waits for whom", chainsHtml(snapshot)),
    section("findings", "Findings", grave.map((finding4) => findingHtml(finding4, docsOf2(finding4.id))).join("")),
    section("notes", "Worth knowing", notes.map((finding4) => findingHtml(finding4, docsOf2(finding4.id))).join("")),
    section(
      "session",
      "The session with gopls",
      lines.length === 0 ? "" : `<pre>${escapeLines(lines.join("\n"))}</pre>`
    ),
    section("unseen", "Not seen", list(snapshot.unseen))
  ].filter(({ html }) => html !== "");
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join("");
  const body = `<header><h1>unlatch: diagnosis</h1>
<nav aria-label="Contents"><ul>${contents}</ul></nav></header>
<main>
<p class="verdict"><strong>${escapeHtml(verdict)}</strong></p>
${sections.map(({ html }) => html).join("")}</main>
<footer><p class="soft">${escapeHtml(machineText(snapshot, unlatch))}</p></footer>
`;
  return pageDocument({ title: `unlatch: ${verdict}`, body, data: null });
}
function machineText({ at, folder, host, go }, unlatch) {
  const version = go.env?.["GOVERSION"] ?? "no go";
  return `unlatch ${unlatch}, ${version}, ${host.platform} ${host.kernel}, folder ${folder}, ${at}`;
}
function section(id, title, html) {
  if (html === "") return { id, title, html };
  return {
    id,
    title,
    html: `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${html}</section>
`
  };
}
function findingHtml({ id, severity, summary: summary2, evidence, consequences, remedy: remedy2, source: source6 }, docs) {
  return `<article class="finding"><h3><span class="${outcomes[severity]}">${signs[severity]} ${severity}</span> ${escapeHtml(id)}</h3>
<p>${escapeHtml(summary2)}</p>
${block("Evidence", evidence.length === 0 ? "" : `<ul>${evidence.map((text5) => `<li class="lines">${escapeLines(text5.trimEnd())}</li>`).join("")}</ul>`)}${block("Because of it", list(consequences))}${block("Remedy", remedy2.length === 0 ? "" : `<ol>${remedy2.map(stepHtml).join("")}</ol>`)}<p class="soft">Source: ${escapeHtml(source6)}. More: ${docsHtml(docs)}</p></article>
`;
}
function docsHtml(docs) {
  const text5 = escapeHtml(docs);
  return /^https:/.test(docs) ? `<a href="${text5}">${text5}</a>` : text5;
}
function block(title, html) {
  return html === "" ? "" : `<h4>${title}</h4>${html}
`;
}
function list(texts2) {
  return texts2.length === 0 ? "" : `<ul>${texts2.map((text5) => `<li>${escapeHtml(text5)}</li>`).join("")}</ul>
`;
}
function stepHtml(step) {
  const text5 = escapeHtml(stepText(step));
  return `<li>${step.kind === "signal" || step.kind === "run" ? `<code>${text5}</code>` : text5}</li>`;
}
var signs, outcomes;
var init_diagnosis_page = __esm({
  "src/doctor/page/diagnosis-page.ts"() {
    "use strict";
    init_escape_html();
    init_page_document();
    init_remedy();
    init_chains_html();
    signs = { error: "\u2717", warning: "!", note: "\xB7" };
    outcomes = { error: "differs", warning: "inconclusive", note: "skipped" };
  }
});

// src/cli/doctor/execute.ts
var execute_exports = {};
__export(execute_exports, {
  runDoctor: () => runDoctor
});
async function runDoctor(folder, options) {
  endWithParent();
  const limitMs2 = parseCount("--timeout", options.timeout, 3600) * 1e3;
  if (options.log !== void 0) {
    const others2 = [
      options.connect,
      options.deep,
      options.snapshot,
      options.pid,
      options.from,
      options.fix,
      options.html
    ];
    if (others2.some((option) => option !== void 0))
      throw new import_errors36.UserError("--log only judges a log; the only option to combine it with is --json");
    return await judgeLog(options.log, options.json === true);
  }
  const here = [options.connect, options.deep, options.snapshot, options.pid, options.fix];
  if (options.from !== void 0 && here.some((option) => option !== void 0)) {
    throw new import_errors36.UserError(
      "--from judges a stored snapshot; --connect, --deep, --pid, --snapshot and --fix look at this machine"
    );
  }
  if (options.as !== void 0 && options.connect === void 0) {
    throw new import_errors36.UserError("--as goes with --connect: it names the gopls to imitate");
  }
  checkFix(options);
  if (options.dlv !== void 0 && options.pid === void 0) {
    throw new import_errors36.UserError("--dlv goes with --pid: it attaches to that gopls");
  }
  if (options.snapshot !== void 0) await checkPlace("--snapshot", options.snapshot, "file");
  if (options.html !== void 0) await checkPlace("--html", options.html, "file");
  const looked = options.from === void 0 ? await untilInterrupted(async (life) => ({
    gopls: await askedGopls(options, limitMs2),
    ...await lookHere(await workspace(folder), limitMs2, options, life)
  })) : { snapshot: parseSnapshot(options.from, await readStored("--from", options.from)), session: null, gopls: null };
  if (looked === null) {
    process.stderr.write("unlatch: interrupted; nothing was judged\n");
    return import_errors36.exitStatus.interrupted;
  }
  const { snapshot, session, gopls } = looked;
  if (options.snapshot !== void 0) await writeResult(options.snapshot, `${JSON.stringify(snapshot, null, 1)}
`);
  const diagnosis = diagnose(snapshot);
  const lines = [...session === null ? [] : sessionLines(session), ...gopls === null ? [] : goplsLines(gopls)];
  if (options.html !== void 0) {
    const { diagnosisPage: diagnosisPage2 } = await Promise.resolve().then(() => (init_diagnosis_page(), diagnosis_page_exports));
    await writeResult(
      options.html,
      diagnosisPage2(snapshot, diagnosis, { unlatch: packageVersion(), lines, docsOf: findingDocs })
    );
  }
  const colours = import_picocolors.default.createColors(outputOf2(process.stdout).colour);
  const mend5 = () => fixHere(diagnosis, snapshot.folder, limitMs2, options, colours);
  if (options.json) {
    const { verdict, findings } = diagnosis;
    const fixed = options.fix === void 0 ? null : await mend5();
    const document = {
      schema: 2,
      verdict,
      findings: findings.map(withDocs),
      tree: drawTree(withoutAside(snapshot)),
      session,
      gopls,
      unseen: snapshot.unseen,
      ...fixed === null ? {} : { fix: fixDocument(fixed) }
    };
    process.stdout.write(`${JSON.stringify(document, null, 1)}
`);
    if (fixed !== null) return fixed.status;
  } else {
    process.stdout.write(doctorText(snapshot, diagnosis, lines, findingDocs, colours));
    if (options.fix !== void 0) return (await mend5()).status;
  }
  return isHealthy(diagnosis) && (session === null || session.stuck === null) ? import_errors36.exitStatus.expected : import_errors36.exitStatus.differs;
}
function fixHere(first, folder, limitMs2, options, colours) {
  const { as: _, ...again } = options;
  let last = first;
  const look = async () => {
    const looked = await untilInterrupted((life) => lookHere(folder, limitMs2, again, life));
    if (looked !== null) last = diagnose(looked.snapshot);
    return last;
  };
  return fixMachine({ folder, first, look, yes: options.yes === true, json: options.json === true, colours });
}
function fixDocument({ fixed: { done, environment: environment3, diagnosis } }) {
  const { verdict, findings } = diagnosis;
  return {
    done: done.map(({ finding: finding4, step, outcome, lines }) => ({ finding: finding4, step: withText(step), outcome, lines })),
    environment: environment3,
    verdict,
    findings: findings.map(withDocs)
  };
}
function withDocs(finding4) {
  return { ...finding4, remedy: finding4.remedy.map(withText), docs: findingDocs(finding4.id) };
}
function withText(step) {
  return { ...step, text: stepText(step) };
}
function isHealthy({ findings }) {
  return findings.every(({ severity }) => severity === "note");
}
async function untilInterrupted(look) {
  var _stack = [];
  try {
    const life = __using(_stack, signOfLife(outputOf2(process.stderr)));
    const interruption = __using(_stack, onInterruption());
    const { signal: signal2 } = interruption;
    const ended = new Promise((settle) => {
      signal2.addEventListener("abort", () => void endOwnGroups().then(() => settle(null)));
    });
    return await unlessAborted(Promise.race([look(life), ended]), signal2) ?? await ended;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function askedGopls({ pid, dlv }, limitMs2) {
  if (pid === void 0) return null;
  const delve = dlv === void 0 ? null : (of) => attachDelve(of, process.env, limitMs2);
  return await lookAtGopls(goplsPid("--pid", pid), limitMs2, delve);
}
async function lookHere(folder, limitMs2, { connect: wanted, as, deep }, life) {
  const take = () => {
    life.phase("looking at processes, locks and connections, twice where somebody waits");
    return takeSnapshot({ folder, env: process.env, limitMs: limitMs2, deep: deep === true });
  };
  if (wanted === void 0) return { snapshot: await take(), session: null };
  life.phase(`connecting to gopls as an editor does, up to ${limitMs2 / 1e3} s a step`);
  return await connect2({ folder, env: process.env, limitMs: limitMs2, as: as === void 0 ? null : goplsPid("--as", as), take });
}
function goplsPid(option, text5) {
  const pid = parseCount(option, text5, 2 ** 22);
  const name = readStat(pid)?.name;
  if (name === void 0) throw new import_errors36.UserError(`${option} ${pid}: no such process`);
  if (name !== "gopls") throw new import_errors36.UserError(`${option} ${pid}: this is ${name}, not gopls`);
  return pid;
}
function goplsLines({ pid, debug, goroutines, delve, threads }) {
  const who = `gopls (pid ${pid})`;
  const done = goroutines.map(
    ({ does, count, minutes }) => `${count} \xD7 ${does}${minutes === 0 ? "" : ` for ${minutes} min`}`
  );
  const doing = done.join(", ") || "none waits or works";
  if (debug !== null) return [`${who}, goroutines from ${debug}: ${doing}`];
  if (delve !== null && delve.why === null) return [`${who}, goroutines from delve: ${doing}`];
  const asleep = Object.entries(threads).map(([wchan, count]) => `${count} in ${wchan === "" ? "no call" : wchan}`);
  const byThreads = `${who} has no debug pages; its threads: ${asleep.join(", ")}`;
  return delve === null ? [byThreads] : [byThreads, delve.why];
}
async function workspace(folder) {
  const whole = (0, import_node_path43.resolve)(folder);
  const refused = await Promise.race([folderRefusal(whole), late()]);
  if (refused !== null) throw new import_errors36.UserError(`${folder}: ${refused}`);
  return whole;
}
function late() {
  return new Promise((done) => setTimeout(() => done(null), 1e3).unref());
}
var import_node_path43, import_picocolors, import_errors36;
var init_execute = __esm({
  "src/cli/doctor/execute.ts"() {
    "use strict";
    import_node_path43 = require("node:path");
    import_picocolors = __toESM(require_picocolors(), 1);
    init_end_with_parent();
    init_attach_delve();
    init_look_at_gopls();
    init_subject();
    init_take_snapshot();
    init_diagnose();
    init_parse_snapshot();
    init_remedy();
    init_doctor_text();
    init_draw_tree();
    import_errors36 = require("./errors.cjs");
    init_interruption();
    init_own_groups();
    init_stat();
    init_finding_docs();
    init_folder_refusal();
    init_output();
    init_package_version();
    init_parse_count();
    init_result_files();
    init_sign_of_life();
    init_unless_aborted();
    init_connect();
    init_fix_machine();
    init_judge_log();
    init_read_stored();
  }
});

// <stdin>
module.exports = {
  get "src/cli/doctor/execute.ts"() {
    return init_execute(), __toCommonJS(execute_exports);
  }
};
