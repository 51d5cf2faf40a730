const __url=require("node:url").pathToFileURL(__filename).href;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/wrappy/wrappy.js
var require_wrappy = __commonJS({
  "node_modules/wrappy/wrappy.js"(exports2, module2) {
    module2.exports = wrappy;
    function wrappy(fn, cb) {
      if (fn && cb) return wrappy(fn)(cb);
      if (typeof fn !== "function")
        throw new TypeError("need wrapper function");
      Object.keys(fn).forEach(function(k) {
        wrapper[k] = fn[k];
      });
      return wrapper;
      function wrapper() {
        var args = new Array(arguments.length);
        for (var i = 0; i < args.length; i++) {
          args[i] = arguments[i];
        }
        var ret = fn.apply(this, args);
        var cb2 = args[args.length - 1];
        if (typeof ret === "function" && ret !== cb2) {
          Object.keys(cb2).forEach(function(k) {
            ret[k] = cb2[k];
          });
        }
        return ret;
      }
    }
  }
});

// node_modules/once/once.js
var require_once = __commonJS({
  "node_modules/once/once.js"(exports2, module2) {
    var wrappy = require_wrappy();
    module2.exports = wrappy(once);
    module2.exports.strict = wrappy(onceStrict);
    once.proto = once(function() {
      Object.defineProperty(Function.prototype, "once", {
        value: function() {
          return once(this);
        },
        configurable: true
      });
      Object.defineProperty(Function.prototype, "onceStrict", {
        value: function() {
          return onceStrict(this);
        },
        configurable: true
      });
    });
    function once(fn) {
      var f = function() {
        if (f.called) return f.value;
        f.called = true;
        return f.value = fn.apply(this, arguments);
      };
      f.called = false;
      return f;
    }
    function onceStrict(fn) {
      var f = function() {
        if (f.called)
          throw new Error(f.onceError);
        f.called = true;
        return f.value = fn.apply(this, arguments);
      };
      var name = fn.name || "Function wrapped with `once`";
      f.onceError = name + " shouldn't be called more than once";
      f.called = false;
      return f;
    }
  }
});

// node_modules/end-of-stream/index.js
var require_end_of_stream = __commonJS({
  "node_modules/end-of-stream/index.js"(exports2, module2) {
    var once = require_once();
    var noop2 = function() {
    };
    var qnt = global.Bare ? queueMicrotask : process.nextTick.bind(process);
    var isRequest = function(stream) {
      return stream.setHeader && typeof stream.abort === "function";
    };
    var isChildProcess = function(stream) {
      return stream.stdio && Array.isArray(stream.stdio) && stream.stdio.length === 3;
    };
    var eos = function(stream, opts, callback) {
      if (typeof opts === "function") return eos(stream, null, opts);
      if (!opts) opts = {};
      callback = once(callback || noop2);
      var ws = stream._writableState;
      var rs = stream._readableState;
      var readable = opts.readable || opts.readable !== false && stream.readable;
      var writable = opts.writable || opts.writable !== false && stream.writable;
      var cancelled = false;
      var onlegacyfinish = function() {
        if (!stream.writable) onfinish();
      };
      var onfinish = function() {
        writable = false;
        if (!readable) callback.call(stream);
      };
      var onend = function() {
        readable = false;
        if (!writable) callback.call(stream);
      };
      var onexit = function(exitCode) {
        callback.call(stream, exitCode ? new Error("exited with error code: " + exitCode) : null);
      };
      var onerror = function(err) {
        callback.call(stream, err);
      };
      var onclose = function() {
        qnt(onclosenexttick);
      };
      var onclosenexttick = function() {
        if (cancelled) return;
        if (readable && !(rs && (rs.ended && !rs.destroyed))) return callback.call(stream, new Error("premature close"));
        if (writable && !(ws && (ws.ended && !ws.destroyed))) return callback.call(stream, new Error("premature close"));
      };
      var onrequest = function() {
        stream.req.on("finish", onfinish);
      };
      if (isRequest(stream)) {
        stream.on("complete", onfinish);
        stream.on("abort", onclose);
        if (stream.req) onrequest();
        else stream.on("request", onrequest);
      } else if (writable && !ws) {
        stream.on("end", onlegacyfinish);
        stream.on("close", onlegacyfinish);
      }
      if (isChildProcess(stream)) stream.on("exit", onexit);
      stream.on("end", onend);
      stream.on("finish", onfinish);
      if (opts.error !== false) stream.on("error", onerror);
      stream.on("close", onclose);
      return function() {
        cancelled = true;
        stream.removeListener("complete", onfinish);
        stream.removeListener("abort", onclose);
        stream.removeListener("request", onrequest);
        if (stream.req) stream.req.removeListener("finish", onfinish);
        stream.removeListener("end", onlegacyfinish);
        stream.removeListener("close", onlegacyfinish);
        stream.removeListener("finish", onfinish);
        stream.removeListener("exit", onexit);
        stream.removeListener("end", onend);
        stream.removeListener("error", onerror);
        stream.removeListener("close", onclose);
      };
    };
    module2.exports = eos;
  }
});

// node_modules/pump/index.js
var require_pump = __commonJS({
  "node_modules/pump/index.js"(exports2, module2) {
    var once = require_once();
    var eos = require_end_of_stream();
    var fs2;
    try {
      fs2 = require("fs");
    } catch (e) {
    }
    var noop2 = function() {
    };
    var ancient = typeof process === "undefined" ? false : /^v?\.0/.test(process.version);
    var isFn = function(fn) {
      return typeof fn === "function";
    };
    var isFS = function(stream) {
      if (!ancient) return false;
      if (!fs2) return false;
      return (stream instanceof (fs2.ReadStream || noop2) || stream instanceof (fs2.WriteStream || noop2)) && isFn(stream.close);
    };
    var isRequest = function(stream) {
      return stream.setHeader && isFn(stream.abort);
    };
    var destroyer = function(stream, reading, writing, callback) {
      callback = once(callback);
      var closed = false;
      stream.on("close", function() {
        closed = true;
      });
      eos(stream, { readable: reading, writable: writing }, function(err) {
        if (err) return callback(err);
        closed = true;
        callback();
      });
      var destroyed = false;
      return function(err) {
        if (closed) return;
        if (destroyed) return;
        destroyed = true;
        if (isFS(stream)) return stream.close(noop2);
        if (isRequest(stream)) return stream.abort();
        if (isFn(stream.destroy)) return stream.destroy();
        callback(err || new Error("stream was destroyed"));
      };
    };
    var call = function(fn) {
      fn();
    };
    var pipe = function(from, to) {
      return from.pipe(to);
    };
    var pump2 = function() {
      var streams = Array.prototype.slice.call(arguments);
      var callback = isFn(streams[streams.length - 1] || noop2) && streams.pop() || noop2;
      if (Array.isArray(streams[0])) streams = streams[0];
      if (streams.length < 2) throw new Error("pump requires two streams per minimum");
      var error;
      var destroys = streams.map(function(stream, i) {
        var reading = i < streams.length - 1;
        var writing = i > 0;
        return destroyer(stream, reading, writing, function(err) {
          if (!error) error = err;
          if (err) destroys.forEach(call);
          if (reading) return;
          destroys.forEach(call);
          callback(error);
        });
      });
      return streams.reduce(pipe);
    };
    module2.exports = pump2;
  }
});

// node_modules/tar-fs/index.js
var tar = require("./tar-stream.cjs");
var pump = require_pump();
var fs = require("fs");
var path = require("path");
var win32 = (global.Bare ? global.Bare.platform : process.platform) === "win32";
exports.pack = function pack(cwd, opts) {
  if (!cwd) cwd = ".";
  if (!opts) opts = {};
  const xfs = opts.fs || fs;
  const ignore = opts.ignore || opts.filter || noop;
  const mapStream = opts.mapStream || echo;
  const statNext = statAll(xfs, opts.dereference ? xfs.stat : xfs.lstat, cwd, ignore, opts.entries, opts.sort);
  const strict = opts.strict !== false;
  const umask = typeof opts.umask === "number" ? ~opts.umask : ~processUmask();
  const pack2 = opts.pack || tar.pack();
  const finish = opts.finish || noop;
  let map = opts.map || noop;
  let dmode = typeof opts.dmode === "number" ? opts.dmode : 0;
  let fmode = typeof opts.fmode === "number" ? opts.fmode : 0;
  if (opts.strip) map = strip(map, opts.strip);
  if (opts.readable) {
    dmode |= parseInt(555, 8);
    fmode |= parseInt(444, 8);
  }
  if (opts.writable) {
    dmode |= parseInt(333, 8);
    fmode |= parseInt(222, 8);
  }
  onnextentry();
  function onsymlink(filename, header) {
    xfs.readlink(path.join(cwd, filename), function(err, linkname) {
      if (err) return pack2.destroy(err);
      header.linkname = normalize(linkname);
      pack2.entry(header, onnextentry);
    });
  }
  function onstat(err, filename, stat) {
    if (pack2.destroyed) return;
    if (err) return pack2.destroy(err);
    if (!filename) {
      if (opts.finalize !== false) pack2.finalize();
      return finish(pack2);
    }
    if (stat.isSocket()) return onnextentry();
    let header = {
      name: normalize(filename),
      mode: (stat.mode | (stat.isDirectory() ? dmode : fmode)) & umask,
      mtime: stat.mtime,
      size: stat.size,
      type: "file",
      uid: stat.uid,
      gid: stat.gid
    };
    if (stat.isDirectory()) {
      header.size = 0;
      header.type = "directory";
      header = map(header) || header;
      return pack2.entry(header, onnextentry);
    }
    if (stat.isSymbolicLink()) {
      header.size = 0;
      header.type = "symlink";
      header = map(header) || header;
      return onsymlink(filename, header);
    }
    header = map(header) || header;
    if (!stat.isFile()) {
      if (strict) return pack2.destroy(new Error("unsupported type for " + filename));
      return onnextentry();
    }
    const entry = pack2.entry(header, onnextentry);
    const rs = mapStream(xfs.createReadStream(path.join(cwd, filename), { start: 0, end: header.size > 0 ? header.size - 1 : header.size }), header);
    rs.on("error", function(err2) {
      entry.destroy(err2);
    });
    pump(rs, entry);
  }
  function onnextentry(err) {
    if (err) return pack2.destroy(err);
    statNext(onstat);
  }
  return pack2;
};
function head(list) {
  return list.length ? list[list.length - 1] : null;
}
function processGetuid() {
  return !global.Bare && process.getuid ? process.getuid() : -1;
}
function processUmask() {
  return !global.Bare && process.umask ? process.umask() : 0;
}
exports.extract = function extract(cwd, opts) {
  if (!cwd) cwd = ".";
  if (!opts) opts = {};
  cwd = path.resolve(cwd);
  const xfs = opts.fs || fs;
  const ignore = opts.ignore || opts.filter || noop;
  const mapStream = opts.mapStream || echo;
  const own = opts.chown !== false && !win32 && processGetuid() === 0;
  const extract2 = opts.extract || tar.extract();
  const stack = [];
  const now = /* @__PURE__ */ new Date();
  const umask = typeof opts.umask === "number" ? ~opts.umask : ~processUmask();
  const strict = opts.strict !== false;
  const validateSymLinks = opts.validateSymlinks !== false;
  let map = opts.map || noop;
  let dmode = typeof opts.dmode === "number" ? opts.dmode : 0;
  let fmode = typeof opts.fmode === "number" ? opts.fmode : 0;
  if (opts.strip) map = strip(map, opts.strip);
  if (opts.readable) {
    dmode |= parseInt(555, 8);
    fmode |= parseInt(444, 8);
  }
  if (opts.writable) {
    dmode |= parseInt(333, 8);
    fmode |= parseInt(222, 8);
  }
  extract2.on("entry", onentry);
  if (opts.finish) extract2.on("finish", opts.finish);
  return extract2;
  function onentry(header, stream, next) {
    header = map(header) || header;
    header.name = normalize(header.name);
    const name = path.join(cwd, path.join("/", header.name));
    if (ignore(name, header)) {
      stream.resume();
      return next();
    }
    const dir = path.join(name, ".") === path.join(cwd, ".") ? cwd : path.dirname(name);
    validate(xfs, dir, path.join(cwd, "."), function(err, valid) {
      if (err) return next(err);
      if (!valid) return next(new Error(dir + " is not a valid path"));
      if (header.type === "directory") {
        stack.push([name, header.mtime]);
        return mkdirfix(name, {
          fs: xfs,
          own,
          uid: header.uid,
          gid: header.gid,
          mode: header.mode
        }, stat);
      }
      mkdirfix(dir, {
        fs: xfs,
        own,
        uid: header.uid,
        gid: header.gid,
        // normally, the folders with rights and owner should be part of the TAR file
        // if this is not the case, create folder for same user as file and with
        // standard permissions of 0o755 (rwxr-xr-x)
        mode: 493
      }, function(err2) {
        if (err2) return next(err2);
        switch (header.type) {
          case "file":
            return onfile();
          case "link":
            return onlink();
          case "symlink":
            return onsymlink();
        }
        if (strict) return next(new Error("unsupported type for " + name + " (" + header.type + ")"));
        stream.resume();
        next();
      });
    });
    function stat(err) {
      if (err) return next(err);
      if (path.join(name, ".") === path.join(cwd, ".")) return next();
      utimes(name, header, function(err2) {
        if (err2) return next(err2);
        if (win32) return next();
        chperm(name, header, next);
      });
    }
    function onsymlink() {
      if (win32) return next();
      xfs.unlink(name, function() {
        const dst = path.resolve(path.dirname(name), header.linkname);
        if (!inCwd(dst) && (validateSymLinks || opts.strip)) return next(new Error(name + " is not a valid symlink"));
        validateNotSymlink(xfs, dst, path.join(cwd, "."), function(err, valid) {
          if (err) return next(err);
          if (!valid && validateSymLinks) return next(new Error(name + " is not a valid symlink"));
          xfs.symlink(header.linkname, name, stat);
        });
      });
    }
    function onlink() {
      if (win32) return next();
      xfs.unlink(name, function() {
        const link = path.join(cwd, path.join("/", header.linkname));
        xfs.realpath(link, function(err, dst) {
          if (err || !inCwd(dst)) return next(new Error(name + " is not a valid hardlink"));
          xfs.link(dst, name, function(err2) {
            if (err2 && err2.code === "EPERM" && opts.hardlinkAsFilesFallback) {
              stream = xfs.createReadStream(dst);
              return onfile();
            }
            stat(err2);
          });
        });
      });
    }
    function inCwd(dst) {
      return dst === cwd || dst.startsWith(cwd + path.sep);
    }
    function onfile() {
      xfs.lstat(name, function(err, st) {
        if (!err && st.isSymbolicLink()) return xfs.unlink(name, onwrite);
        onwrite();
      });
      function onwrite(err) {
        if (err) return next(err);
        const ws = xfs.createWriteStream(name);
        const rs = mapStream(stream, header);
        ws.on("error", function(err2) {
          rs.destroy(err2);
        });
        pump(rs, ws, function(err2) {
          if (err2) return next(err2);
          ws.on("close", stat);
        });
      }
    }
  }
  function utimesParent(name, cb) {
    let top;
    while ((top = head(stack)) && name.slice(0, top[0].length) !== top[0]) stack.pop();
    if (!top) return cb();
    xfs.utimes(top[0], now, top[1], cb);
  }
  function utimes(name, header, cb) {
    if (opts.utimes === false) return cb();
    if (header.type === "directory") return xfs.utimes(name, now, header.mtime, cb);
    if (header.type === "symlink") return utimesParent(name, cb);
    xfs.utimes(name, now, header.mtime, function(err) {
      if (err) return cb(err);
      utimesParent(name, cb);
    });
  }
  function chperm(name, header, cb) {
    const link = header.type === "symlink";
    const chmod = link ? xfs.lchmod : xfs.chmod;
    const chown = link ? xfs.lchown : xfs.chown;
    if (!chmod) return cb();
    const mode = (header.mode | (header.type === "directory" ? dmode : fmode)) & umask & 511;
    if (chown && own) chown.call(xfs, name, header.uid, header.gid, onchown);
    else onchown(null);
    function onchown(err) {
      if (err) return cb(err);
      if (!chmod) return cb();
      chmod.call(xfs, name, mode, cb);
    }
  }
  function mkdirfix(name, opts2, cb) {
    xfs.stat(name, function(err) {
      if (!err) return cb(null);
      if (err.code !== "ENOENT") return cb(err);
      xfs.mkdir(name, { mode: opts2.mode, recursive: true }, function(err2, made) {
        if (err2) return cb(err2);
        chperm(name, opts2, cb);
      });
    });
  }
};
function validateNotSymlink(fs2, name, root, cb) {
  if (name === root) return cb(null, true);
  if (!name.startsWith(root + path.sep)) return cb(null, false);
  fs2.lstat(name, function(err, st) {
    if (err && err.code !== "ENOENT" && err.code !== "EPERM") return cb(err);
    if (err || !st.isSymbolicLink()) return validateNotSymlink(fs2, path.join(name, ".."), root, cb);
    cb(null, false);
  });
}
function validate(fs2, name, root, cb) {
  if (name === root) return cb(null, true);
  fs2.lstat(name, function(err, st) {
    if (err && err.code !== "ENOENT" && err.code !== "EPERM") return cb(err);
    if (err || st.isDirectory()) return validate(fs2, path.join(name, ".."), root, cb);
    cb(null, false);
  });
}
function inside(root, name) {
  return name === root || name.startsWith(root + path.sep);
}
function noop() {
}
function echo(name) {
  return name;
}
function normalize(name) {
  return win32 ? name.replace(/\\/g, "/").replace(/[:?<>|]/g, "_") : name;
}
function statAll(fs2, stat, cwd, ignore, entries, sort) {
  if (!entries) entries = ["."];
  const queue = entries.slice(0);
  const root = path.resolve(cwd);
  return function loop(callback) {
    if (!queue.length) return callback(null);
    const next = queue.shift();
    const nextAbs = path.join(cwd, next);
    if (!inside(root, path.resolve(cwd, next))) return callback(new Error(next + " is not a valid path"));
    stat.call(fs2, nextAbs, function(err, stat2) {
      if (err) return callback(entries.indexOf(next) === -1 && err.code === "ENOENT" ? null : err);
      if (!stat2.isDirectory()) return callback(null, next, stat2);
      fs2.readdir(nextAbs, function(err2, files) {
        if (err2) return callback(err2);
        if (sort) files.sort();
        for (let i = 0; i < files.length; i++) {
          if (!ignore(path.join(cwd, next, files[i]))) queue.push(path.join(next, files[i]));
        }
        callback(null, next, stat2);
      });
    });
  };
}
function strip(map, level) {
  return function(header) {
    header.name = header.name.split("/").slice(level).join("/");
    const linkname = header.linkname;
    if (linkname && (header.type === "link" || path.isAbsolute(linkname))) {
      header.linkname = linkname.split("/").slice(level).join("/");
    }
    return map(header);
  };
}
