const __url=require("node:url").pathToFileURL(__filename).href;
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __knownSymbol = (name2, symbol) => (symbol = Symbol[name2]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name2);
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
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
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
var __callDispose = (stack, error2, hasError) => {
  var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
    return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
  };
  var fail = (e) => error2 = hasError ? new E(e, error2, "An error was suppressed during disposal") : (hasError = true, e);
  var next = (it) => {
    while (it = stack.pop()) {
      try {
        var result = it[1] && it[1].call(it[2]);
        if (it[0]) return Promise.resolve(result).then(next, (e) => (fail(e), next()));
      } catch (e) {
        fail(e);
      }
    }
    if (hasError) throw error2;
  };
  return next();
};

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}
var init_utils = __esm({
  "node_modules/@actions/core/lib/utils.js"() {
  }
});

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name2, message = "") {
  issueCommand(name2, {}, message);
}
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
var os, CMD_STRING, Command;
var init_command = __esm({
  "node_modules/@actions/core/lib/command.js"() {
    os = __toESM(require("os"), 1);
    init_utils();
    CMD_STRING = "::";
    Command = class {
      constructor(command, properties, message) {
        if (!command) {
          command = "missing.command";
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
      }
      toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
          cmdStr += " ";
          let first = true;
          for (const key in this.properties) {
            if (this.properties.hasOwnProperty(key)) {
              const val = this.properties[key];
              if (val) {
                if (first) {
                  first = false;
                } else {
                  cmdStr += ",";
                }
                cmdStr += `${key}=${escapeProperty(val)}`;
              }
            }
          }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
      }
    };
  }
});

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter5 = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter5)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter5}"`);
  }
  if (convertedValue.includes(delimiter5)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter5}"`);
  }
  return `${key}<<${delimiter5}${os2.EOL}${convertedValue}${os2.EOL}${delimiter5}`;
}
var crypto, fs, os2;
var init_file_command = __esm({
  "node_modules/@actions/core/lib/file-command.js"() {
    crypto = __toESM(require("crypto"), 1);
    fs = __toESM(require("fs"), 1);
    os2 = __toESM(require("os"), 1);
    init_utils();
  }
});

// node_modules/@actions/core/lib/summary.js
var import_os, import_fs, __awaiter, access, appendFile, writeFile, SUMMARY_ENV_VAR, Summary, _summary, summary;
var init_summary = __esm({
  "node_modules/@actions/core/lib/summary.js"() {
    import_os = require("os");
    import_fs = require("fs");
    __awaiter = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve7) {
          resolve7(value);
        });
      }
      return new (P || (P = Promise))(function(resolve7, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    ({ access, appendFile, writeFile } = import_fs.promises);
    SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
    Summary = class {
      constructor() {
        this._buffer = "";
      }
      /**
       * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
       * Also checks r/w permissions.
       *
       * @returns step summary file path
       */
      filePath() {
        return __awaiter(this, void 0, void 0, function* () {
          if (this._filePath) {
            return this._filePath;
          }
          const pathFromEnv = process.env[SUMMARY_ENV_VAR];
          if (!pathFromEnv) {
            throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
          }
          try {
            yield access(pathFromEnv, import_fs.constants.R_OK | import_fs.constants.W_OK);
          } catch (_a) {
            throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
          }
          this._filePath = pathFromEnv;
          return this._filePath;
        });
      }
      /**
       * Wraps content in an HTML tag, adding any HTML attributes
       *
       * @param {string} tag HTML tag to wrap
       * @param {string | null} content content within the tag
       * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
       *
       * @returns {string} content wrapped in HTML element
       */
      wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
        if (!content) {
          return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
      }
      /**
       * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
       *
       * @param {SummaryWriteOptions} [options] (optional) options for write operation
       *
       * @returns {Promise<Summary>} summary instance
       */
      write(options) {
        return __awaiter(this, void 0, void 0, function* () {
          const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
          const filePath = yield this.filePath();
          const writeFunc = overwrite ? writeFile : appendFile;
          yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
          return this.emptyBuffer();
        });
      }
      /**
       * Clears the summary buffer and wipes the summary file
       *
       * @returns {Summary} summary instance
       */
      clear() {
        return __awaiter(this, void 0, void 0, function* () {
          return this.emptyBuffer().write({ overwrite: true });
        });
      }
      /**
       * Returns the current summary buffer as a string
       *
       * @returns {string} string of summary buffer
       */
      stringify() {
        return this._buffer;
      }
      /**
       * If the summary buffer is empty
       *
       * @returns {boolen} true if the buffer is empty
       */
      isEmptyBuffer() {
        return this._buffer.length === 0;
      }
      /**
       * Resets the summary buffer without writing to summary file
       *
       * @returns {Summary} summary instance
       */
      emptyBuffer() {
        this._buffer = "";
        return this;
      }
      /**
       * Adds raw text to the summary buffer
       *
       * @param {string} text content to add
       * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
       *
       * @returns {Summary} summary instance
       */
      addRaw(text2, addEOL = false) {
        this._buffer += text2;
        return addEOL ? this.addEOL() : this;
      }
      /**
       * Adds the operating system-specific end-of-line marker to the buffer
       *
       * @returns {Summary} summary instance
       */
      addEOL() {
        return this.addRaw(import_os.EOL);
      }
      /**
       * Adds an HTML codeblock to the summary buffer
       *
       * @param {string} code content to render within fenced code block
       * @param {string} lang (optional) language to syntax highlight code
       *
       * @returns {Summary} summary instance
       */
      addCodeBlock(code, lang) {
        const attrs = Object.assign({}, lang && { lang });
        const element = this.wrap("pre", this.wrap("code", code), attrs);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML list to the summary buffer
       *
       * @param {string[]} items list of items to render
       * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
       *
       * @returns {Summary} summary instance
       */
      addList(items, ordered = false) {
        const tag = ordered ? "ol" : "ul";
        const listItems = items.map((item) => this.wrap("li", item)).join("");
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML table to the summary buffer
       *
       * @param {SummaryTableCell[]} rows table rows
       *
       * @returns {Summary} summary instance
       */
      addTable(rows) {
        const tableBody = rows.map((row) => {
          const cells = row.map((cell) => {
            if (typeof cell === "string") {
              return this.wrap("td", cell);
            }
            const { header, data, colspan, rowspan } = cell;
            const tag = header ? "th" : "td";
            const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
            return this.wrap(tag, data, attrs);
          }).join("");
          return this.wrap("tr", cells);
        }).join("");
        const element = this.wrap("table", tableBody);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds a collapsable HTML details element to the summary buffer
       *
       * @param {string} label text for the closed state
       * @param {string} content collapsable content
       *
       * @returns {Summary} summary instance
       */
      addDetails(label, content) {
        const element = this.wrap("details", this.wrap("summary", label) + content);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML image tag to the summary buffer
       *
       * @param {string} src path to the image you to embed
       * @param {string} alt text description of the image
       * @param {SummaryImageOptions} options (optional) addition image attributes
       *
       * @returns {Summary} summary instance
       */
      addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
        const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML section heading element
       *
       * @param {string} text heading text
       * @param {number | string} [level=1] (optional) the heading level, default: 1
       *
       * @returns {Summary} summary instance
       */
      addHeading(text2, level) {
        const tag = `h${level}`;
        const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
        const element = this.wrap(allowedTag, text2);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML thematic break (<hr>) to the summary buffer
       *
       * @returns {Summary} summary instance
       */
      addSeparator() {
        const element = this.wrap("hr", null);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML line break (<br>) to the summary buffer
       *
       * @returns {Summary} summary instance
       */
      addBreak() {
        const element = this.wrap("br", null);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML blockquote to the summary buffer
       *
       * @param {string} text quote text
       * @param {string} cite (optional) citation url
       *
       * @returns {Summary} summary instance
       */
      addQuote(text2, cite) {
        const attrs = Object.assign({}, cite && { cite });
        const element = this.wrap("blockquote", text2, attrs);
        return this.addRaw(element).addEOL();
      }
      /**
       * Adds an HTML anchor tag to the summary buffer
       *
       * @param {string} text link text/content
       * @param {string} href hyperlink
       *
       * @returns {Summary} summary instance
       */
      addLink(text2, href) {
        const element = this.wrap("a", text2, { href });
        return this.addRaw(element).addEOL();
      }
    };
    _summary = new Summary();
    summary = _summary;
  }
});

// node_modules/@actions/core/lib/path-utils.js
var init_path_utils = __esm({
  "node_modules/@actions/core/lib/path-utils.js"() {
  }
});

// node_modules/@actions/io/lib/io-util.js
function exists(fsPath) {
  return __awaiter2(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter2(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path.dirname(filePath);
            const upperName = path.basename(filePath).toUpperCase();
            for (const actualName of yield readdir(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}
var fs2, path, __awaiter2, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs2 = __toESM(require("fs"), 1);
    path = __toESM(require("path"), 1);
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve7) {
          resolve7(value);
        });
      }
      return new (P || (P = Promise))(function(resolve7, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs2.constants.O_RDONLY;
  }
});

// node_modules/@actions/io/lib/io.js
function which(tool, check2) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check2) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter3(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path2.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path2.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path2.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path2.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}
var path2, __awaiter3;
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    path2 = __toESM(require("path"), 1);
    init_io_util();
    __awaiter3 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve7) {
          resolve7(value);
        });
      }
      return new (P || (P = Promise))(function(resolve7, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// node_modules/@actions/exec/lib/toolrunner.js
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped2 = false;
  let arg = "";
  function append(c) {
    if (escaped2 && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped2 = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped2) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped2) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped2 = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var os3, events, child, path3, import_timers, __awaiter4, IS_WINDOWS2, ToolRunner, ExecState;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    os3 = __toESM(require("os"), 1);
    events = __toESM(require("events"), 1);
    child = __toESM(require("child_process"), 1);
    path3 = __toESM(require("path"), 1);
    init_io();
    init_io_util();
    import_timers = require("timers");
    __awaiter4 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve7) {
          resolve7(value);
        });
      }
      return new (P || (P = Promise))(function(resolve7, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    IS_WINDOWS2 = process.platform === "win32";
    ToolRunner = class extends events.EventEmitter {
      constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
          throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
      }
      _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
          this.options.listeners.debug(message);
        }
      }
      _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? "" : "[command]";
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            cmd += toolPath;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else if (options.windowsVerbatimArguments) {
            cmd += `"${toolPath}"`;
            for (const a of args) {
              cmd += ` ${a}`;
            }
          } else {
            cmd += this._windowsQuoteCmdArg(toolPath);
            for (const a of args) {
              cmd += ` ${this._windowsQuoteCmdArg(a)}`;
            }
          }
        } else {
          cmd += toolPath;
          for (const a of args) {
            cmd += ` ${a}`;
          }
        }
        return cmd;
      }
      _processLineBuffer(data, strBuffer, onLine) {
        try {
          let s = strBuffer + data.toString();
          let n = s.indexOf(os3.EOL);
          while (n > -1) {
            const line = s.substring(0, n);
            onLine(line);
            s = s.substring(n + os3.EOL.length);
            n = s.indexOf(os3.EOL);
          }
          return s;
        } catch (err) {
          this._debug(`error processing line. Failed with error ${err}`);
          return "";
        }
      }
      _getSpawnFileName() {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            return process.env["COMSPEC"] || "cmd.exe";
          }
        }
        return this.toolPath;
      }
      _getSpawnArgs(options) {
        if (IS_WINDOWS2) {
          if (this._isCmdFile()) {
            let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
            for (const a of this.args) {
              argline += " ";
              argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
            }
            argline += '"';
            return [argline];
          }
        }
        return this.args;
      }
      _endsWith(str, end2) {
        return str.endsWith(end2);
      }
      _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
      }
      _windowsQuoteCmdArg(arg) {
        if (!this._isCmdFile()) {
          return this._uvQuoteCmdArg(arg);
        }
        if (!arg) {
          return '""';
        }
        const cmdSpecialChars = [
          " ",
          "	",
          "&",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "^",
          "=",
          ";",
          "!",
          "'",
          "+",
          ",",
          "`",
          "~",
          "|",
          "<",
          ">",
          '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
          if (cmdSpecialChars.some((x) => x === char)) {
            needsQuotes = true;
            break;
          }
        }
        if (!needsQuotes) {
          return arg;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += '"';
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _uvQuoteCmdArg(arg) {
        if (!arg) {
          return '""';
        }
        if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
          return arg;
        }
        if (!arg.includes('"') && !arg.includes("\\")) {
          return `"${arg}"`;
        }
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
          reverse += arg[i - 1];
          if (quoteHit && arg[i - 1] === "\\") {
            reverse += "\\";
          } else if (arg[i - 1] === '"') {
            quoteHit = true;
            reverse += "\\";
          } else {
            quoteHit = false;
          }
        }
        reverse += '"';
        return reverse.split("").reverse().join("");
      }
      _cloneExecOptions(options) {
        options = options || {};
        const result = {
          cwd: options.cwd || process.cwd(),
          env: options.env || process.env,
          silent: options.silent || false,
          windowsVerbatimArguments: options.windowsVerbatimArguments || false,
          failOnStdErr: options.failOnStdErr || false,
          ignoreReturnCode: options.ignoreReturnCode || false,
          delay: options.delay || 1e4
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
      }
      _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
          result.argv0 = `"${toolPath}"`;
        }
        return result;
      }
      /**
       * Exec a tool.
       * Output will be streamed to the live console.
       * Returns promise with return code
       *
       * @param     tool     path to tool to exec
       * @param     options  optional exec options.  See ExecOptions
       * @returns   number
       */
      exec() {
        return __awaiter4(this, void 0, void 0, function* () {
          if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
            this.toolPath = path3.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
          }
          this.toolPath = yield which(this.toolPath, true);
          return new Promise((resolve7, reject) => __awaiter4(this, void 0, void 0, function* () {
            this._debug(`exec tool: ${this.toolPath}`);
            this._debug("arguments:");
            for (const arg of this.args) {
              this._debug(`   ${arg}`);
            }
            const optionsNonNull = this._cloneExecOptions(this.options);
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os3.EOL);
            }
            const state = new ExecState(optionsNonNull, this.toolPath);
            state.on("debug", (message) => {
              this._debug(message);
            });
            if (this.options.cwd && !(yield exists(this.options.cwd))) {
              return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
            }
            const fileName2 = this._getSpawnFileName();
            const cp = child.spawn(fileName2, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName2));
            let stdbuffer = "";
            if (cp.stdout) {
              cp.stdout.on("data", (data) => {
                if (this.options.listeners && this.options.listeners.stdout) {
                  this.options.listeners.stdout(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                  optionsNonNull.outStream.write(data);
                }
                stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.stdline) {
                    this.options.listeners.stdline(line);
                  }
                });
              });
            }
            let errbuffer = "";
            if (cp.stderr) {
              cp.stderr.on("data", (data) => {
                state.processStderr = true;
                if (this.options.listeners && this.options.listeners.stderr) {
                  this.options.listeners.stderr(data);
                }
                if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
                  const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
                  s.write(data);
                }
                errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                  if (this.options.listeners && this.options.listeners.errline) {
                    this.options.listeners.errline(line);
                  }
                });
              });
            }
            cp.on("error", (err) => {
              state.processError = err.message;
              state.processExited = true;
              state.processClosed = true;
              state.CheckComplete();
            });
            cp.on("exit", (code) => {
              state.processExitCode = code;
              state.processExited = true;
              this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            cp.on("close", (code) => {
              state.processExitCode = code;
              state.processExited = true;
              state.processClosed = true;
              this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
              state.CheckComplete();
            });
            state.on("done", (error2, exitCode) => {
              if (stdbuffer.length > 0) {
                this.emit("stdline", stdbuffer);
              }
              if (errbuffer.length > 0) {
                this.emit("errline", errbuffer);
              }
              cp.removeAllListeners();
              if (error2) {
                reject(error2);
              } else {
                resolve7(exitCode);
              }
            });
            if (this.options.input) {
              if (!cp.stdin) {
                throw new Error("child process missing stdin");
              }
              cp.stdin.end(this.options.input);
            }
          }));
        });
      }
    };
    ExecState = class _ExecState extends events.EventEmitter {
      constructor(options, toolPath) {
        super();
        this.processClosed = false;
        this.processError = "";
        this.processExitCode = 0;
        this.processExited = false;
        this.processStderr = false;
        this.delay = 1e4;
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
          throw new Error("toolPath must not be empty");
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
          this.delay = options.delay;
        }
      }
      CheckComplete() {
        if (this.done) {
          return;
        }
        if (this.processClosed) {
          this._setResult();
        } else if (this.processExited) {
          this.timeout = (0, import_timers.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
        }
      }
      _debug(message) {
        this.emit("debug", message);
      }
      _setResult() {
        let error2;
        if (this.processExited) {
          if (this.processError) {
            error2 = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
          } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
            error2 = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
          } else if (this.processStderr && this.options.failOnStdErr) {
            error2 = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
          }
        }
        if (this.timeout) {
          clearTimeout(this.timeout);
          this.timeout = null;
        }
        this.done = true;
        this.emit("done", error2, this.processExitCode);
      }
      static HandleTimeout(state) {
        if (state.done) {
          return;
        }
        if (!state.processClosed && state.processExited) {
          const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
          state._debug(message);
        }
        state._setResult();
      }
    };
  }
});

// node_modules/@actions/exec/lib/exec.js
function exec(commandLine, args, options) {
  return __awaiter5(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}
var __awaiter5;
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    init_toolrunner();
    __awaiter5 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve7) {
          resolve7(value);
        });
      }
      return new (P || (P = Promise))(function(resolve7, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
  }
});

// node_modules/@actions/core/lib/platform.js
var import_os2, platform, arch;
var init_platform = __esm({
  "node_modules/@actions/core/lib/platform.js"() {
    import_os2 = __toESM(require("os"), 1);
    init_exec();
    platform = import_os2.default.platform();
    arch = import_os2.default.arch();
  }
});

// node_modules/@actions/core/lib/core.js
function exportVariable(name2, val) {
  const convertedVal = toCommandValue(val);
  process.env[name2] = convertedVal;
  const filePath = process.env["GITHUB_ENV"] || "";
  if (filePath) {
    return issueFileCommand("ENV", prepareKeyValueMessage(name2, val));
  }
  issueCommand("set-env", { name: name2 }, convertedVal);
}
function addPath(inputPath) {
  const filePath = process.env["GITHUB_PATH"] || "";
  if (filePath) {
    issueFileCommand("PATH", inputPath);
  } else {
    issueCommand("add-path", {}, inputPath);
  }
  process.env["PATH"] = `${inputPath}${path4.delimiter}${process.env["PATH"]}`;
}
function setOutput(name2, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name2, value));
  }
  process.stdout.write(os5.EOL);
  issueCommand("set-output", { name: name2 }, toCommandValue(value));
}
function setFailed(message) {
  process.exitCode = ExitCode.Failure;
  error(message);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os5.EOL);
}
function startGroup(name2) {
  issue("group", name2);
}
function endGroup() {
  issue("endgroup");
}
function group(name2, fn) {
  return __awaiter6(this, void 0, void 0, function* () {
    startGroup(name2);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}
function saveState(name2, value) {
  const filePath = process.env["GITHUB_STATE"] || "";
  if (filePath) {
    return issueFileCommand("STATE", prepareKeyValueMessage(name2, value));
  }
  issueCommand("save-state", { name: name2 }, toCommandValue(value));
}
var os5, path4, __awaiter6, ExitCode;
var init_core = __esm({
  "node_modules/@actions/core/lib/core.js"() {
    init_command();
    init_file_command();
    init_utils();
    os5 = __toESM(require("os"));
    path4 = __toESM(require("path"));
    init_summary();
    init_summary();
    init_path_utils();
    init_platform();
    __awaiter6 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve7) {
          resolve7(value);
        });
      }
      return new (P || (P = Promise))(function(resolve7, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve7(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    (function(ExitCode2) {
      ExitCode2[ExitCode2["Success"] = 0] = "Success";
      ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
    })(ExitCode || (ExitCode = {}));
  }
});

// src/errors.ts
function errnoOf(error2) {
  if (error2 instanceof Error && "code" in error2 && typeof error2.code === "string") return error2.code;
  return void 0;
}
function messageOf(error2) {
  if (!(error2 instanceof Error)) return String(error2);
  if (error2.cause === void 0) return error2.message;
  const cause = messageOf(error2.cause);
  return error2.message.includes(cause) ? error2.message : `${error2.message}: ${cause}`;
}
var UserError, EnvironmentError, exitStatus;
var init_errors = __esm({
  "src/errors.ts"() {
    "use strict";
    UserError = class extends Error {
      name = "UserError";
    };
    EnvironmentError = class extends Error {
      name = "EnvironmentError";
    };
    exitStatus = {
      /** Everything is as expected. */
      expected: 0,
      /** A verdict differs from its expectation, there is a finding, or something is left to clean. */
      differs: 1,
      usage: 2,
      inconclusive: 3,
      bug: 4,
      /** Ended by Ctrl-C, as shells report it. */
      interrupted: 130
    };
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
  const issue2 = {
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
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue2.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue2.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue2.lang);
  if (message$1 !== void 0) issue2.message = typeof message$1 === "function" ? message$1(issue2) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue2);
  else dataset.issues = [issue2];
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
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema5) {
  schema5["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema5["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema5;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue2) {
  if (issue2.path) {
    let key = "";
    for (const item of issue2.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function hexadecimal(message$1) {
  return {
    kind: "validation",
    type: "hexadecimal",
    reference: hexadecimal,
    async: false,
    expects: null,
    requirement: HEXADECIMAL_REGEX,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function length(requirement, message$1) {
  return {
    kind: "validation",
    type: "length",
    reference: length,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function parseJson(config$1, message$1) {
  return {
    kind: "transformation",
    type: "parse_json",
    reference: parseJson,
    config: config$1,
    message: message$1,
    async: false,
    "~run"(dataset, config$2) {
      try {
        dataset.value = JSON.parse(dataset.value, this.config?.reviver);
      } catch (error2) {
        if (error2 instanceof Error) {
          _addIssue(this, "JSON", dataset, config$2, { received: `"${error2.message}"` });
          dataset.typed = false;
        } else throw error2;
      }
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function safeInteger(message$1) {
  return {
    kind: "validation",
    type: "safe_integer",
    reference: safeInteger,
    async: false,
    expects: null,
    requirement: Number.isSafeInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function trim() {
  return {
    kind: "transformation",
    type: "trim",
    reference: trim,
    async: false,
    "~run"(dataset) {
      dataset.value = dataset.value.trim();
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function getFallback(schema5, dataset, config$1) {
  return typeof schema5.fallback === "function" ? schema5.fallback(dataset, config$1) : schema5.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema5, fallback$1) {
  return _standardSchema({
    ...schema5,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema5["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema5, dataset, config$1) {
  return typeof schema5.default === "function" ? schema5.default(dataset, config$1) : schema5.default;
}
// @__NO_SIDE_EFFECTS__
function array2(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array2,
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
            for (const issue2 of itemDataset.issues) {
              if (issue2.path) issue2.path.unshift(pathItem);
              else issue2.path = [pathItem];
              dataset.issues?.push(issue2);
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
function nullable(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped.expects} | null)`,
    async: false,
    wrapped,
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
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
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
              for (const issue2 of valueDataset.issues) {
                if (issue2.path) issue2.path.unshift(pathItem);
                else issue2.path = [pathItem];
                dataset.issues?.push(issue2);
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
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
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
            for (const issue2 of keyDataset.issues) {
              issue2.path = [pathItem];
              dataset.issues?.push(issue2);
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
            for (const issue2 of valueDataset.issues) {
              if (issue2.path) issue2.path.unshift(pathItem);
              else issue2.path = [pathItem];
              dataset.issues?.push(issue2);
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
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema5, input, config$1) {
  const dataset = schema5["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}
var store$4, DEFAULT_CONFIG, store$3, store$2, store$1, EMOJI_REGEX, HEXADECIMAL_REGEX;
var init_dist = __esm({
  "node_modules/valibot/dist/index.mjs"() {
    DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
    HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
  }
});

// src/go/platform.ts
function hostPlatform() {
  const os6 = osNames[process.platform];
  const arch2 = archNames[process.arch];
  if (os6 === void 0 || arch2 === void 0) {
    throw new UserError(`there is no Go toolchain to download for ${process.platform}/${process.arch}`);
  }
  return { os: os6, arch: arch2 };
}
function platformKey(platform2) {
  return `${platform2.os}-${platform2.arch}`;
}
function goDevArch({ os: os6, arch: arch2 }) {
  return os6 === "linux" && arch2 === "arm" ? "armv6l" : arch2;
}
function exeName(name2, platform2) {
  return platform2.os === "windows" ? `${name2}.exe` : name2;
}
var osNames, archNames;
var init_platform2 = __esm({
  "src/go/platform.ts"() {
    "use strict";
    init_errors();
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

// src/package-root.ts
function packageRoot() {
  const embedded = Reflect.get(globalThis, /* @__PURE__ */ Symbol.for("unlatch.root"));
  if (typeof embedded === "function") return String(embedded());
  let folder2 = (0, import_node_path.dirname)((0, import_node_url.fileURLToPath)(__url));
  while (!(0, import_node_fs.existsSync)((0, import_node_path.join)(folder2, "package.json"))) {
    const parent = (0, import_node_path.dirname)(folder2);
    if (parent === folder2) throw new Error("unlatch is outside its package; keep dist/, docker/ and sandbox/ together");
    folder2 = parent;
  }
  return folder2;
}
var import_node_fs, import_node_path, import_node_url;
var init_package_root = __esm({
  "src/package-root.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path = require("node:path");
    import_node_url = require("node:url");
  }
});

// src/process/proc/read-proc.ts
function readText(path5) {
  return unreadableToNull(() => (0, import_node_fs2.readFileSync)(path5, "utf8"));
}
function readLink(path5) {
  return unreadableToNull(() => (0, import_node_fs2.readlinkSync)(path5));
}
function readNames(path5) {
  return unreadableToNull(() => (0, import_node_fs2.readdirSync)(path5));
}
function readPids() {
  return (readNames("/proc") ?? []).filter((name2) => /^\d+$/.test(name2)).map(Number);
}
function unreadableToNull(read) {
  try {
    return read();
  } catch (error2) {
    const code = errnoOf(error2) ?? "";
    if (gone.has(code) || forbidden.has(code) || broken.has(code)) return null;
    throw error2;
  }
}
var import_node_fs2, gone, forbidden, broken;
var init_read_proc = __esm({
  "src/process/proc/read-proc.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    init_errors();
    gone = /* @__PURE__ */ new Set(["ENOENT", "ESRCH", "ENOTDIR", "EINVAL"]);
    forbidden = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
    broken = /* @__PURE__ */ new Set(["EIO", "ESTALE", "ENOTCONN", "ENXIO", "ELOOP", "ENAMETOOLONG"]);
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

// src/process/proc/stat.ts
function readStat(pid) {
  const text2 = readText(`/proc/${pid}/stat`);
  return text2 === null ? null : parseStat(text2);
}
function isDead({ state, threads }) {
  return state === "X" || state === "Z" && threads <= 1;
}
function parseStat(text2) {
  const open7 = text2.indexOf("(");
  const close = text2.lastIndexOf(")");
  const fields = text2.slice(close + 2).split(" ");
  const [state, ppid, group2] = fields;
  if (open7 < 0 || close < open7 || state === void 0) return null;
  return {
    pid: Number(text2.slice(0, open7)),
    name: text2.slice(open7 + 1, close),
    state,
    ppid: Number(ppid),
    group: Number(group2),
    flags: Number(fields[6]),
    ticks: Number(fields[11]) + Number(fields[12]),
    childTicks: Number(fields[13]) + Number(fields[14]),
    threads: Number(fields[17]),
    startTicks: Number(fields[19]),
    environmentEnd: Number(fields[48] ?? 0)
  };
}
var msPerTick;
var init_stat = __esm({
  "src/process/proc/stat.ts"() {
    "use strict";
    init_read_proc();
    msPerTick = 10;
  }
});

// src/process/proc/process-table.ts
function readProcess(pid, bootMs = bootTimeMs()) {
  const stat5 = readStat(pid);
  if (stat5 === null || isDead(stat5)) return null;
  const uid = unreadableToNull(() => (0, import_node_fs3.lstatSync)(`/proc/${pid}`).uid);
  const cmdline = readText(`/proc/${pid}/cmdline`);
  if (uid === null || cmdline === null) return null;
  const exe = isOpenToUs(uid) ? readLink(`/proc/${pid}/exe`) : null;
  const line = cmdline.replace(/\0+$/, "").replaceAll("\0", " ");
  return {
    pid,
    parent: stat5.ppid,
    uid,
    name: exe === null ? stat5.name : (0, import_node_path2.basename)(exe.replace(/ \(deleted\)$/, "")),
    command: line === "" ? stat5.name : line,
    startTicks: stat5.startTicks,
    startedMs: bootMs + stat5.startTicks * msPerTick,
    container: containerOf(pid)
  };
}
function bootTimeMs() {
  return Number(/^btime (\d+)$/m.exec(readText("/proc/stat") ?? "")?.[1] ?? 0) * 1e3;
}
var import_node_fs3, import_node_path2;
var init_process_table = __esm({
  "src/process/proc/process-table.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path2 = require("node:path");
    init_container_of();
    init_open_paths();
    init_read_proc();
    init_stat();
  }
});

// src/action/caches/cache-drive.ts
function cachesOnDriveOfWorkspace(folders2, workspace, env) {
  const temporary = env["RUNNER_TEMP"] ?? "";
  const drive = driveOf(workspace);
  if (env["RUNNER_OS"] !== "Windows" || drive === "" || driveOf(temporary) !== drive) return {};
  const moves = (folder2, named) => (named ?? "") === "" && folder2 !== "" && folder2 !== "off" && driveOf(folder2) !== drive;
  const to = (name2) => import_node_path3.win32.join(import_node_path3.win32.dirname(import_node_path3.win32.normalize(temporary)), "_unlatch", name2);
  return {
    ...moves(folders2.gocache, env["GOCACHE"]) ? { gocache: to("go-build") } : {},
    ...moves(folders2.gomodcache, env["GOMODCACHE"]) ? { gomodcache: to("go-mod") } : {}
  };
}
function driveOf(path5) {
  const { root } = import_node_path3.win32.parse(path5);
  return /^[a-z]:/i.test(root) ? root.slice(0, 2).toUpperCase() : "";
}
var import_node_path3;
var init_cache_drive = __esm({
  "src/action/caches/cache-drive.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
  }
});

// src/go/first-on-path.ts
async function firstOnPath(name2, env) {
  for (const dir of (env.PATH ?? "").split(import_node_path4.delimiter)) {
    if (!(0, import_node_path4.isAbsolute)(dir)) continue;
    const path5 = (0, import_node_path4.join)(dir, name2);
    if (await isExecutable(path5)) return path5;
  }
  return null;
}
async function isExecutable(path5) {
  try {
    await (0, import_promises.access)(path5, import_node_fs4.constants.X_OK);
    return true;
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return false;
  }
}
var import_node_fs4, import_promises, import_node_path4;
var init_first_on_path = __esm({
  "src/go/first-on-path.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_promises = require("node:fs/promises");
    import_node_path4 = require("node:path");
    init_errors();
  }
});

// src/is-folder.ts
function isFolder(path5) {
  try {
    return (0, import_node_fs5.statSync)(path5).isDirectory();
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return false;
  }
}
var import_node_fs5;
var init_is_folder = __esm({
  "src/is-folder.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    init_errors();
  }
});

// src/process/signal-group.ts
function signalGroup(pid, signal) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error2) {
    if (!["ESRCH", "EPERM"].includes(errnoOf(error2) ?? "")) throw error2;
  }
}
var init_signal_group = __esm({
  "src/process/signal-group.ts"() {
    "use strict";
    init_errors();
  }
});

// src/process/end-group.ts
async function endGroup2(pid, graceMs2) {
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
    await (0, import_promises2.setTimeout)(pollMs);
  }
  return true;
}
function isThere(group2) {
  try {
    process.kill(isWindows ? group2 : -group2, 0);
  } catch (error2) {
    if (errnoOf(error2) !== "EPERM" || process.platform === "darwin") return false;
  }
  const stats = readPids().flatMap((pid) => readStat(pid) ?? []);
  return stats.length === 0 || stats.some((stat5) => stat5.group === group2 && !isDead(stat5));
}
var import_promises2, pollMs, isWindows, killedMs;
var init_end_group = __esm({
  "src/process/end-group.ts"() {
    "use strict";
    import_promises2 = require("node:timers/promises");
    init_errors();
    init_read_proc();
    init_stat();
    init_signal_group();
    pollMs = 20;
    isWindows = process.platform === "win32";
    killedMs = 2e3;
  }
});

// src/process/own-groups.ts
function noteGroup(child2) {
  const { pid } = child2;
  if (pid === void 0) return;
  if (leaders.size === 0) process.on("exit", killAll);
  leaders.add(pid);
  child2.once("exit", () => {
    leaders.delete(pid);
    if (leaders.size === 0) process.off("exit", killAll);
  });
}
function refuseIfEnding() {
  if (isClosed) throw new Error("unlatch is ending, and starts nothing");
}
function killAll() {
  for (const pid of leaders) signalGroup(pid, "SIGKILL");
}
var leaders, isClosed;
var init_own_groups = __esm({
  "src/process/own-groups.ts"() {
    "use strict";
    init_end_group();
    init_signal_group();
    leaders = /* @__PURE__ */ new Set();
    isClosed = false;
  }
});

// src/process/start-child.ts
function startChild(command, args, options) {
  refuseIfEnding();
  const child2 = (0, import_node_child_process.spawn)(command, args, options);
  if (options.detached === true) noteGroup(child2);
  if (Array.isArray(child2.stdio)) return child2;
  child2.once("error", () => void 0);
  throw Object.assign(new Error(`spawn ${command}: too many open files`), { code: "EMFILE", syscall: "spawn" });
}
var import_node_child_process;
var init_start_child = __esm({
  "src/process/start-child.ts"() {
    "use strict";
    import_node_child_process = require("node:child_process");
    init_own_groups();
  }
});

// src/process/run-command.ts
function runCommand(command, args, { folder: folder2, env, limitMs: limitMs3, talking = false, onStderr, signal }) {
  signal.throwIfAborted();
  return new Promise((resolve7, reject) => {
    let child2;
    try {
      child2 = startChild(command, args, {
        cwd: folder2,
        env: { ...env },
        stdio: ["ignore", "pipe", "pipe"],
        // Its own process group, killed as a whole: go may have started git.
        detached: process.platform !== "win32",
        windowsHide: true
      });
    } catch (error2) {
      reject(notStarted(command, folder2, error2));
      return;
    }
    let stdout = "";
    let stderr = "";
    let left = null;
    const leave = async (why) => {
      if (left !== null) return;
      left = why;
      await endGroup2(child2.pid, graceMs);
      settle();
      child2.stdout?.destroy();
      child2.stderr?.destroy();
      child2.unref();
      reject(why);
    };
    const over = talking ? `said nothing for ${limitMs3 / 1e3} s` : `did not end within ${limitMs3} ms`;
    const tooLate = () => leave(new SilentCommand(`${command} ${args.join(" ")} ${over}`, stderr));
    const timer = setTimeout(() => void tooLate(), limitMs3);
    const interrupted = () => void leave(signal.reason);
    signal.addEventListener("abort", interrupted);
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
    };
    const heard = () => {
      if (talking && left === null) timer.refresh();
    };
    child2.stdout?.setEncoding("utf8").on("data", (text2) => {
      heard();
      if (stdout.length < outputLimit) stdout += text2;
    });
    child2.stderr?.setEncoding("utf8").on("data", (text2) => {
      heard();
      onStderr?.(text2);
      if (stderr.length < outputLimit) stderr += text2;
    });
    child2.once("error", (error2) => {
      settle();
      reject(notStarted(command, folder2, error2));
    });
    child2.once("close", (code) => {
      if (left !== null) return;
      settle();
      resolve7({ code, stdout, stderr });
    });
  });
}
function notStarted(command, folder2, cause) {
  if (errnoOf(cause) === void 0) return cause;
  const isThere4 = isFolder(folder2);
  return new EnvironmentError(
    isThere4 ? `${command} cannot be started` : `${command} cannot be started in ${folder2}: not a folder`,
    {
      cause
    }
  );
}
var SilentCommand, outputLimit, graceMs;
var init_run_command = __esm({
  "src/process/run-command.ts"() {
    "use strict";
    init_errors();
    init_is_folder();
    init_end_group();
    init_start_child();
    SilentCommand = class extends EnvironmentError {
      stderr;
      constructor(message, stderr) {
        super(message);
        this.stderr = stderr;
      }
    };
    outputLimit = 64 << 20;
    graceMs = 2e3;
  }
});

// src/go/run-go.ts
async function runGo(go, args, options) {
  try {
    const said = await runCommand(go, args, {
      // Outside any module, whose toolchain line or workspace would have an effect.
      folder: options.cwd ?? elsewhere(),
      env: options.env,
      limitMs: options.silentMs ?? defaultSilentMs,
      talking: true,
      onStderr: options.onStderr,
      signal: options.signal ?? new AbortController().signal
    });
    return { ...said, error: said.code === null ? new Error(`${go} was ended by a signal`) : null };
  } catch (error2) {
    options.signal?.throwIfAborted();
    if (!(error2 instanceof EnvironmentError)) throw error2;
    return { code: null, stdout: "", stderr: error2 instanceof SilentCommand ? error2.stderr : "", error: error2 };
  }
}
function elsewhere() {
  return isFolder((0, import_node_os.tmpdir)()) ? (0, import_node_os.tmpdir)() : "/";
}
function whyFailed({ stderr, error: error2 }, most) {
  const lines2 = stderr.trim().split("\n").filter((line) => !/^[\w.~/-]*$/.test(line)).slice(-most);
  if (error2 instanceof SilentCommand) {
    lines2.push(`${error2.message}, so it was ended: go has no time limit for a silent proxy`);
  }
  return lines2.length === 0 ? error2?.message ?? "it printed nothing" : lines2.join(" | ");
}
var import_node_os, defaultSilentMs;
var init_run_go = __esm({
  "src/go/run-go.ts"() {
    "use strict";
    import_node_os = require("node:os");
    init_errors();
    init_is_folder();
    init_run_command();
    defaultSilentMs = 3e5;
  }
});

// src/go/go-on-path.ts
async function findGoOnPath(env, platform2, signal) {
  const path5 = await firstOnPath(exeName("go", platform2), env);
  return path5 === null ? null : await askGo(path5, env, signal);
}
async function askGo(path5, env, signal) {
  const { GOROOT: _, ...rest } = env;
  const result = await runGo(path5, ["env", "-json", "GOROOT", "GOPROXY", "GOSUMDB", "GOVERSION", "GOHOSTARCH"], {
    env: { ...rest, GOTOOLCHAIN: "local" },
    signal
  });
  if (result.code !== 0) return null;
  const parsed2 = safeParse(pipe(string(), parseJson(), goEnvSchema), result.stdout);
  if (!parsed2.success) return null;
  const { GOROOT: goroot, GOPROXY, GOSUMDB, GOVERSION, GOHOSTARCH } = parsed2.output;
  const version = await readVersionFile(goroot);
  const plain2 = GOVERSION === "" || GOVERSION === `go${version}`;
  return {
    path: path5,
    goroot,
    version: plain2 ? version : null,
    devel: develVersion(GOVERSION),
    arch: GOHOSTARCH || null,
    goproxy: GOPROXY || null,
    gosumdb: GOSUMDB || null
  };
}
function develVersion(goversion) {
  const [, line, commit] = /^(?:devel go(?=[\d.]+-[0-9a-f])|go(?=[\d.]+-devel_))(1\.\d+)-(?:devel_)?([0-9a-f]{7,40})(?= |$)/.exec(goversion) ?? [];
  return line === void 0 ? null : `${line}-devel.${commit}`;
}
async function readVersionFile(goroot) {
  try {
    const text2 = await (0, import_promises3.readFile)((0, import_node_path5.join)(goroot, "VERSION"), "utf8");
    return /^go(\S+)/.exec(text2)?.[1] ?? null;
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR" || errnoOf(error2) === "EACCES") return null;
    throw error2;
  }
}
var import_promises3, import_node_path5, goEnvSchema;
var init_go_on_path = __esm({
  "src/go/go-on-path.ts"() {
    "use strict";
    import_promises3 = require("node:fs/promises");
    import_node_path5 = require("node:path");
    init_dist();
    init_errors();
    init_first_on_path();
    init_platform2();
    init_run_go();
    goEnvSchema = object({
      GOROOT: string(),
      GOPROXY: optional(string(), ""),
      GOSUMDB: optional(string(), ""),
      GOVERSION: optional(string(), ""),
      GOHOSTARCH: optional(string(), "")
    });
  }
});

// src/go/go-settings.ts
async function readGoSettings(env, platform2, signal) {
  const go = await findGoOnPath(env, platform2, signal);
  return { goproxy: env.GOPROXY || go?.goproxy || null, gosumdb: env.GOSUMDB || go?.gosumdb || null, go };
}
var init_go_settings = __esm({
  "src/go/go-settings.ts"() {
    "use strict";
    init_go_on_path();
  }
});

// src/is-there.ts
async function isThere2(path5) {
  try {
    await (0, import_promises4.access)(path5);
    return true;
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return false;
  }
}
var import_promises4;
var init_is_there = __esm({
  "src/is-there.ts"() {
    "use strict";
    import_promises4 = require("node:fs/promises");
    init_errors();
  }
});

// src/go/missing-loader.ts
async function missingLoader(path5) {
  let head;
  try {
    var _stack = [];
    try {
      const file = __using(_stack, await (0, import_promises5.open)(path5), true);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0);
      head = buffer.subarray(0, bytesRead);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return null;
  }
  if (!head.subarray(1, 4).equals(Buffer.from("ELF"))) return null;
  const [, loader] = /(\/[\w./-]*\/ld[\w.-]*\.so[\w.]*)\0/.exec(head.toString("latin1")) ?? [];
  return loader === void 0 || await isThere2(loader) ? null : loader;
}
var import_promises5;
var init_missing_loader = __esm({
  "src/go/missing-loader.ts"() {
    "use strict";
    import_promises5 = require("node:fs/promises");
    init_errors();
    init_is_there();
  }
});

// src/go/network/netrc.ts
function parseNetrc(text2) {
  const entries = [];
  let entry = { machine: "", login: "", password: "" };
  let inMacro = false;
  for (const line of text2.split("\n")) {
    if (inMacro) {
      inMacro = line !== "";
      continue;
    }
    const words = line.split(/\s+/).filter((word) => word !== "");
    for (let i = 0; i + 1 < words.length; i += 2) {
      const [token = "", value = ""] = [words[i], words[i + 1]];
      if (token === "machine") entry = { machine: value, login: "", password: "" };
      else if (token === "login" || token === "password") entry = { ...entry, [token]: value };
      else if (token === "macdef") inMacro = true;
      if (entry.machine !== "" && entry.login !== "" && entry.password !== "") {
        entries.push(entry);
        entry = { machine: "", login: "", password: "" };
      }
    }
  }
  return entries;
}
async function netrcEntryFor(url, env) {
  if (url.protocol !== "https:" || !usesNetrc(env)) return null;
  const entries = parseNetrc(await textOfNetrc(env));
  for (let prefix = `${url.host}${url.pathname}`.replace(/\/$/, ""); ; ) {
    const found = entries.find(({ machine }) => machine === prefix);
    if (found !== void 0) return found;
    const slash = prefix.lastIndexOf("/");
    if (slash === -1) return null;
    prefix = prefix.slice(0, slash);
  }
}
function usesNetrc(env) {
  return authCommands(env).includes("netrc");
}
function namesAuthCommand(env) {
  return authCommands(env).some((command) => !["", "netrc", "off"].includes(command));
}
function authCommands(env) {
  return (env["GOAUTH"] || "netrc").split(";").map((command) => command.trim().split(/\s+/)[0] ?? "");
}
async function textOfNetrc(env) {
  for (const path5 of netrcPaths(env)) {
    try {
      return await (0, import_promises6.readFile)(path5, "utf8");
    } catch (error2) {
      if (errnoOf(error2) === void 0) throw error2;
    }
  }
  return "";
}
function netrcPaths(env) {
  if (env["NETRC"]) return [env["NETRC"]];
  const home = (process.platform === "win32" ? env["USERPROFILE"] : env["HOME"]) ?? "";
  if (home === "") return [];
  return process.platform === "win32" ? [(0, import_node_path6.join)(home, "_netrc"), (0, import_node_path6.join)(home, ".netrc")] : [(0, import_node_path6.join)(home, ".netrc")];
}
var import_promises6, import_node_path6;
var init_netrc = __esm({
  "src/go/network/netrc.ts"() {
    "use strict";
    import_promises6 = require("node:fs/promises");
    import_node_path6 = require("node:path");
    init_errors();
  }
});

// src/go/network/proxy-for.ts
function proxyFor(url, env) {
  const named = url.protocol === "https:" ? variable(env, "HTTPS_PROXY") : variable(env, "HTTP_PROXY");
  if (url.protocol === "http:" && (env["REQUEST_METHOD"] ?? "") !== "") return null;
  const proxy = parseProxy(named);
  if (proxy === null) return null;
  const host = bareHost(url.hostname);
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  if (host === "localhost" || isLoopback(host)) return null;
  return isExempt(host, port, variable(env, "NO_PROXY")) ? null : proxy;
}
function variable(env, name2) {
  return env[name2] || env[name2.toLowerCase()] || "";
}
function parseProxy(text2) {
  if (text2 === "") return null;
  const whole = URL.canParse(text2) ? new URL(text2) : null;
  if (whole !== null && whole.host !== "") return whole;
  return URL.canParse(`http://${text2}`) ? new URL(`http://${text2}`) : null;
}
function bareHost(hostname2) {
  return hostname2.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}
function family(address) {
  return (0, import_node_net.isIP)(address) === 6 ? "ipv6" : "ipv4";
}
function isLoopback(host) {
  return (0, import_node_net.isIP)(host) !== 0 && inRange(host, "127.0.0.0", 8, "::1", 128);
}
function inRange(host, v4, v4Bits, v6, v6Bits) {
  const block = new import_node_net.BlockList();
  block.addSubnet(v4, v4Bits, "ipv4");
  block.addSubnet(v6, v6Bits, "ipv6");
  return block.check(host, family(host));
}
function isExempt(host, port, noProxy) {
  const isAddress = (0, import_node_net.isIP)(host) !== 0;
  for (const element of noProxy.toLowerCase().split(",")) {
    const entry = element.trim();
    if (entry === "") continue;
    if (entry === "*") return true;
    const range = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry);
    if (range !== null) {
      if (isAddress && inSubnet(host, range[1] ?? "", Number(range[2]))) return true;
      continue;
    }
    const { name: name2, port: wantedPort } = splitPort(entry);
    if (name2 === "" || wantedPort !== "" && wantedPort !== port) continue;
    if ((0, import_node_net.isIP)(name2) !== 0) {
      if (isAddress && inSubnet(host, name2, (0, import_node_net.isIP)(name2) === 6 ? 128 : 32)) return true;
      continue;
    }
    if (!isAddress && isBelow(host, name2)) return true;
  }
  return false;
}
function isBelow(host, entry) {
  const name2 = entry.startsWith("*.") ? entry.slice(1) : entry;
  const ascii = (text2) => (0, import_node_url2.domainToASCII)(text2) || text2;
  if (name2.startsWith(".")) return host.endsWith(`.${ascii(name2.slice(1))}`);
  return host === ascii(name2) || host.endsWith(`.${ascii(name2)}`);
}
function splitPort(entry) {
  const [, v6, port = ""] = /^\[([^\]]*)\]:(.*)$/.exec(entry) ?? [];
  if (v6 !== void 0) return { name: v6, port };
  const parts = entry.split(":");
  return parts.length === 2 ? { name: parts[0] ?? "", port: parts[1] ?? "" } : { name: entry, port: "" };
}
function inSubnet(host, network2, bits) {
  if ((0, import_node_net.isIP)(network2) === 0 || bits > ((0, import_node_net.isIP)(network2) === 6 ? 128 : 32)) return false;
  const block = new import_node_net.BlockList();
  block.addSubnet(network2, bits, family(network2));
  return block.check(host, family(host));
}
var import_node_net, import_node_url2;
var init_proxy_for = __esm({
  "src/go/network/proxy-for.ts"() {
    "use strict";
    import_node_net = require("node:net");
    import_node_url2 = require("node:url");
  }
});

// src/go/network/trusted-certificates.ts
function trustedCertificates(env) {
  const key = JSON.stringify([env["SSL_CERT_FILE"], env["SSL_CERT_DIR"], env["NODE_EXTRA_CA_CERTS"]]);
  let context = contexts.get(key);
  if (context === void 0) {
    context = makeContext(env);
    contexts.set(key, context);
  }
  return context;
}
async function makeContext(env) {
  const system = process.platform === "linux" ? await systemCertificates(env) : nodes("system") ?? [];
  const own = nodes("default") ?? [...import_node_tls.default.rootCertificates, ...pemsIn(await textOf(env["NODE_EXTRA_CA_CERTS"] ?? ""))];
  const ca = [...new Set([...own, ...system].map((pem) => pem.trim()))];
  try {
    return import_node_tls.default.createSecureContext({ ca });
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return import_node_tls.default.createSecureContext({ ca: ca.filter(isReadable) });
  }
}
function isReadable(pem) {
  try {
    import_node_tls.default.createSecureContext({ ca: pem });
    return true;
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return false;
  }
}
function nodes(type) {
  return typeof import_node_tls.default.getCACertificates === "function" ? import_node_tls.default.getCACertificates(type) : null;
}
function certificateHint() {
  const readsSystem = process.platform === "linux" || typeof import_node_tls.default.getCACertificates === "function";
  return readsSystem ? "add its certificate authority to the system's store, or set NODE_EXTRA_CA_CERTS to a file with it" : `Node ${process.versions.node} does not read the system's store: set NODE_EXTRA_CA_CERTS to a file with its certificate authority, or use Node 22.15 or later`;
}
async function systemCertificates(env) {
  const pems = [];
  for (const file of env["SSL_CERT_FILE"] ? [env["SSL_CERT_FILE"]] : files) {
    const text2 = await textOf(file);
    if (text2 === "") continue;
    pems.push(...pemsIn(text2));
    break;
  }
  for (const folder2 of env["SSL_CERT_DIR"] ? env["SSL_CERT_DIR"].split(":") : folders) {
    for (const name2 of await namesIn(folder2)) pems.push(...pemsIn(await textOf((0, import_node_path7.join)(folder2, name2))));
  }
  return pems;
}
function pemsIn(text2) {
  return text2.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
async function namesIn(folder2) {
  try {
    const entries = await (0, import_promises7.readdir)(folder2, { withFileTypes: true });
    const kept = await Promise.all(
      entries.map(
        async (entry) => !entry.isSymbolicLink() || (await (0, import_promises7.readlink)((0, import_node_path7.join)(folder2, entry.name))).includes("/") ? [entry.name] : []
      )
    );
    return kept.flat();
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return [];
  }
}
async function textOf(file) {
  if (file === "") return "";
  try {
    return await (0, import_promises7.readFile)(file, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return "";
  }
}
var import_promises7, import_node_path7, import_node_tls, files, folders, contexts;
var init_trusted_certificates = __esm({
  "src/go/network/trusted-certificates.ts"() {
    "use strict";
    import_promises7 = require("node:fs/promises");
    import_node_path7 = require("node:path");
    import_node_tls = __toESM(require("node:tls"), 1);
    init_errors();
    files = [
      "/etc/ssl/certs/ca-certificates.crt",
      "/etc/pki/tls/certs/ca-bundle.crt",
      "/etc/ssl/ca-bundle.pem",
      "/etc/pki/tls/cacert.pem",
      "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
      "/etc/ssl/cert.pem"
    ];
    folders = ["/etc/ssl/certs", "/etc/pki/tls/certs"];
    contexts = /* @__PURE__ */ new Map();
  }
});

// node_modules/ms/index.js
var require_ms = __commonJS({
  "node_modules/ms/index.js"(exports2, module2) {
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    module2.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms) {
      var msAbs = Math.abs(ms);
      if (msAbs >= d) {
        return Math.round(ms / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms / s) + "s";
      }
      return ms + "ms";
    }
    function fmtLong(ms) {
      var msAbs = Math.abs(ms);
      if (msAbs >= d) {
        return plural(ms, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms, msAbs, s, "second");
      }
      return ms + " ms";
    }
    function plural(ms, msAbs, n, name2) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms / n) + " " + name2 + (isPlural ? "s" : "");
    }
  }
});

// node_modules/debug/src/common.js
var require_common = __commonJS({
  "node_modules/debug/src/common.js"(exports2, module2) {
    function setup2(env) {
      createDebug.debug = createDebug;
      createDebug.default = createDebug;
      createDebug.coerce = coerce;
      createDebug.disable = disable;
      createDebug.enable = enable;
      createDebug.enabled = enabled;
      createDebug.humanize = require_ms();
      createDebug.destroy = destroy;
      Object.keys(env).forEach((key) => {
        createDebug[key] = env[key];
      });
      createDebug.names = [];
      createDebug.skips = [];
      createDebug.formatters = {};
      function selectColor(namespace) {
        let hash = 0;
        for (let i = 0; i < namespace.length; i++) {
          hash = (hash << 5) - hash + namespace.charCodeAt(i);
          hash |= 0;
        }
        return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
      }
      createDebug.selectColor = selectColor;
      function createDebug(namespace) {
        let prevTime;
        let enableOverride = null;
        let namespacesCache;
        let enabledCache;
        function debug2(...args) {
          if (!debug2.enabled) {
            return;
          }
          const self = debug2;
          const curr = Number(/* @__PURE__ */ new Date());
          const ms = curr - (prevTime || curr);
          self.diff = ms;
          self.prev = prevTime;
          self.curr = curr;
          prevTime = curr;
          args[0] = createDebug.coerce(args[0]);
          if (typeof args[0] !== "string") {
            args.unshift("%O");
          }
          let index = 0;
          args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
            if (match === "%%") {
              return "%";
            }
            index++;
            const formatter = createDebug.formatters[format];
            if (typeof formatter === "function") {
              const val = args[index];
              match = formatter.call(self, val);
              args.splice(index, 1);
              index--;
            }
            return match;
          });
          createDebug.formatArgs.call(self, args);
          const logFn = self.log || createDebug.log;
          logFn.apply(self, args);
        }
        debug2.namespace = namespace;
        debug2.useColors = createDebug.useColors();
        debug2.color = createDebug.selectColor(namespace);
        debug2.extend = extend;
        debug2.destroy = createDebug.destroy;
        Object.defineProperty(debug2, "enabled", {
          enumerable: true,
          configurable: false,
          get: () => {
            if (enableOverride !== null) {
              return enableOverride;
            }
            if (namespacesCache !== createDebug.namespaces) {
              namespacesCache = createDebug.namespaces;
              enabledCache = createDebug.enabled(namespace);
            }
            return enabledCache;
          },
          set: (v) => {
            enableOverride = v;
          }
        });
        if (typeof createDebug.init === "function") {
          createDebug.init(debug2);
        }
        return debug2;
      }
      function extend(namespace, delimiter5) {
        const newDebug = createDebug(this.namespace + (typeof delimiter5 === "undefined" ? ":" : delimiter5) + namespace);
        newDebug.log = this.log;
        return newDebug;
      }
      function enable(namespaces) {
        createDebug.save(namespaces);
        createDebug.namespaces = namespaces;
        createDebug.names = [];
        createDebug.skips = [];
        const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
        for (const ns of split) {
          if (ns[0] === "-") {
            createDebug.skips.push(ns.slice(1));
          } else {
            createDebug.names.push(ns);
          }
        }
      }
      function matchesTemplate(search, template) {
        let searchIndex = 0;
        let templateIndex = 0;
        let starIndex = -1;
        let matchIndex = 0;
        while (searchIndex < search.length) {
          if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
            if (template[templateIndex] === "*") {
              starIndex = templateIndex;
              matchIndex = searchIndex;
              templateIndex++;
            } else {
              searchIndex++;
              templateIndex++;
            }
          } else if (starIndex !== -1) {
            templateIndex = starIndex + 1;
            matchIndex++;
            searchIndex = matchIndex;
          } else {
            return false;
          }
        }
        while (templateIndex < template.length && template[templateIndex] === "*") {
          templateIndex++;
        }
        return templateIndex === template.length;
      }
      function disable() {
        const namespaces = [
          ...createDebug.names,
          ...createDebug.skips.map((namespace) => "-" + namespace)
        ].join(",");
        createDebug.enable("");
        return namespaces;
      }
      function enabled(name2) {
        for (const skip of createDebug.skips) {
          if (matchesTemplate(name2, skip)) {
            return false;
          }
        }
        for (const ns of createDebug.names) {
          if (matchesTemplate(name2, ns)) {
            return true;
          }
        }
        return false;
      }
      function coerce(val) {
        if (val instanceof Error) {
          return val.stack || val.message;
        }
        return val;
      }
      function destroy() {
        console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
      }
      createDebug.enable(createDebug.load());
      return createDebug;
    }
    module2.exports = setup2;
  }
});

// node_modules/debug/src/browser.js
var require_browser = __commonJS({
  "node_modules/debug/src/browser.js"(exports2, module2) {
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.storage = localstorage();
    exports2.destroy = /* @__PURE__ */ (() => {
      let warned = false;
      return () => {
        if (!warned) {
          warned = true;
          console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
        }
      };
    })();
    exports2.colors = [
      "#0000CC",
      "#0000FF",
      "#0033CC",
      "#0033FF",
      "#0066CC",
      "#0066FF",
      "#0099CC",
      "#0099FF",
      "#00CC00",
      "#00CC33",
      "#00CC66",
      "#00CC99",
      "#00CCCC",
      "#00CCFF",
      "#3300CC",
      "#3300FF",
      "#3333CC",
      "#3333FF",
      "#3366CC",
      "#3366FF",
      "#3399CC",
      "#3399FF",
      "#33CC00",
      "#33CC33",
      "#33CC66",
      "#33CC99",
      "#33CCCC",
      "#33CCFF",
      "#6600CC",
      "#6600FF",
      "#6633CC",
      "#6633FF",
      "#66CC00",
      "#66CC33",
      "#9900CC",
      "#9900FF",
      "#9933CC",
      "#9933FF",
      "#99CC00",
      "#99CC33",
      "#CC0000",
      "#CC0033",
      "#CC0066",
      "#CC0099",
      "#CC00CC",
      "#CC00FF",
      "#CC3300",
      "#CC3333",
      "#CC3366",
      "#CC3399",
      "#CC33CC",
      "#CC33FF",
      "#CC6600",
      "#CC6633",
      "#CC9900",
      "#CC9933",
      "#CCCC00",
      "#CCCC33",
      "#FF0000",
      "#FF0033",
      "#FF0066",
      "#FF0099",
      "#FF00CC",
      "#FF00FF",
      "#FF3300",
      "#FF3333",
      "#FF3366",
      "#FF3399",
      "#FF33CC",
      "#FF33FF",
      "#FF6600",
      "#FF6633",
      "#FF9900",
      "#FF9933",
      "#FFCC00",
      "#FFCC33"
    ];
    function useColors() {
      if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) {
        return true;
      }
      if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) {
        return false;
      }
      let m;
      return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || // Is firebug? http://stackoverflow.com/a/398120/376773
      typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || // Is firefox >= v31?
      // https://developer.mozilla.org/en-US/docs/Tools/Web_Console#Styling_messages
      typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || // Double check webkit in userAgent just in case we are in a worker
      typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
    }
    function formatArgs(args) {
      args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module2.exports.humanize(this.diff);
      if (!this.useColors) {
        return;
      }
      const c = "color: " + this.color;
      args.splice(1, 0, c, "color: inherit");
      let index = 0;
      let lastC = 0;
      args[0].replace(/%[a-zA-Z%]/g, (match) => {
        if (match === "%%") {
          return;
        }
        index++;
        if (match === "%c") {
          lastC = index;
        }
      });
      args.splice(lastC, 0, c);
    }
    exports2.log = console.debug || console.log || (() => {
    });
    function save(namespaces) {
      try {
        if (namespaces) {
          exports2.storage.setItem("debug", namespaces);
        } else {
          exports2.storage.removeItem("debug");
        }
      } catch (error2) {
      }
    }
    function load() {
      let r;
      try {
        r = exports2.storage.getItem("debug") || exports2.storage.getItem("DEBUG");
      } catch (error2) {
      }
      if (!r && typeof process !== "undefined" && "env" in process) {
        r = process.env.DEBUG;
      }
      return r;
    }
    function localstorage() {
      try {
        return localStorage;
      } catch (error2) {
      }
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.j = function(v) {
      try {
        return JSON.stringify(v);
      } catch (error2) {
        return "[UnexpectedJSONParseError]: " + error2.message;
      }
    };
  }
});

// node_modules/debug/src/node.js
var require_node = __commonJS({
  "node_modules/debug/src/node.js"(exports2, module2) {
    var tty = require("tty");
    var util = require("util");
    exports2.init = init;
    exports2.log = log;
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.destroy = util.deprecate(
      () => {
      },
      "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`."
    );
    exports2.colors = [6, 2, 3, 4, 5, 1];
    try {
      const supportsColor = require("supports-color");
      if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) {
        exports2.colors = [
          20,
          21,
          26,
          27,
          32,
          33,
          38,
          39,
          40,
          41,
          42,
          43,
          44,
          45,
          56,
          57,
          62,
          63,
          68,
          69,
          74,
          75,
          76,
          77,
          78,
          79,
          80,
          81,
          92,
          93,
          98,
          99,
          112,
          113,
          128,
          129,
          134,
          135,
          148,
          149,
          160,
          161,
          162,
          163,
          164,
          165,
          166,
          167,
          168,
          169,
          170,
          171,
          172,
          173,
          178,
          179,
          184,
          185,
          196,
          197,
          198,
          199,
          200,
          201,
          202,
          203,
          204,
          205,
          206,
          207,
          208,
          209,
          214,
          215,
          220,
          221
        ];
      }
    } catch (error2) {
    }
    exports2.inspectOpts = Object.keys(process.env).filter((key) => {
      return /^debug_/i.test(key);
    }).reduce((obj, key) => {
      const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
        return k.toUpperCase();
      });
      let val = process.env[key];
      if (/^(yes|on|true|enabled)$/i.test(val)) {
        val = true;
      } else if (/^(no|off|false|disabled)$/i.test(val)) {
        val = false;
      } else if (val === "null") {
        val = null;
      } else {
        val = Number(val);
      }
      obj[prop] = val;
      return obj;
    }, {});
    function useColors() {
      return "colors" in exports2.inspectOpts ? Boolean(exports2.inspectOpts.colors) : tty.isatty(process.stderr.fd);
    }
    function formatArgs(args) {
      const { namespace: name2, useColors: useColors2 } = this;
      if (useColors2) {
        const c = this.color;
        const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
        const prefix = `  ${colorCode};1m${name2} \x1B[0m`;
        args[0] = prefix + args[0].split("\n").join("\n" + prefix);
        args.push(colorCode + "m+" + module2.exports.humanize(this.diff) + "\x1B[0m");
      } else {
        args[0] = getDate() + name2 + " " + args[0];
      }
    }
    function getDate() {
      if (exports2.inspectOpts.hideDate) {
        return "";
      }
      return (/* @__PURE__ */ new Date()).toISOString() + " ";
    }
    function log(...args) {
      return process.stderr.write(util.formatWithOptions(exports2.inspectOpts, ...args) + "\n");
    }
    function save(namespaces) {
      if (namespaces) {
        process.env.DEBUG = namespaces;
      } else {
        delete process.env.DEBUG;
      }
    }
    function load() {
      return process.env.DEBUG;
    }
    function init(debug2) {
      debug2.inspectOpts = {};
      const keys = Object.keys(exports2.inspectOpts);
      for (let i = 0; i < keys.length; i++) {
        debug2.inspectOpts[keys[i]] = exports2.inspectOpts[keys[i]];
      }
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.o = function(v) {
      this.inspectOpts.colors = this.useColors;
      return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
    };
    formatters.O = function(v) {
      this.inspectOpts.colors = this.useColors;
      return util.inspect(v, this.inspectOpts);
    };
  }
});

// node_modules/debug/src/index.js
var require_src = __commonJS({
  "node_modules/debug/src/index.js"(exports2, module2) {
    if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) {
      module2.exports = require_browser();
    } else {
      module2.exports = require_node();
    }
  }
});

// node_modules/agent-base/dist/helpers.js
var require_helpers = __commonJS({
  "node_modules/agent-base/dist/helpers.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) {
        for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
      }
      __setModuleDefault(result, mod);
      return result;
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.req = exports2.json = exports2.toBuffer = void 0;
    var http2 = __importStar(require("http"));
    var https2 = __importStar(require("https"));
    async function toBuffer(stream) {
      let length2 = 0;
      const chunks = [];
      for await (const chunk2 of stream) {
        length2 += chunk2.length;
        chunks.push(chunk2);
      }
      return Buffer.concat(chunks, length2);
    }
    exports2.toBuffer = toBuffer;
    async function json(stream) {
      const buf = await toBuffer(stream);
      const str = buf.toString("utf8");
      try {
        return JSON.parse(str);
      } catch (_err) {
        const err = _err;
        err.message += ` (input: ${str})`;
        throw err;
      }
    }
    exports2.json = json;
    function req(url, opts = {}) {
      const href = typeof url === "string" ? url : url.href;
      const req2 = (href.startsWith("https:") ? https2 : http2).request(url, opts);
      const promise = new Promise((resolve7, reject) => {
        req2.once("response", resolve7).once("error", reject).end();
      });
      req2.then = promise.then.bind(promise);
      return req2;
    }
    exports2.req = req;
  }
});

// node_modules/agent-base/dist/index.js
var require_dist = __commonJS({
  "node_modules/agent-base/dist/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) {
        for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
      }
      __setModuleDefault(result, mod);
      return result;
    };
    var __exportStar = exports2 && exports2.__exportStar || function(m, exports3) {
      for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports3, p)) __createBinding(exports3, m, p);
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.Agent = void 0;
    var net = __importStar(require("net"));
    var http2 = __importStar(require("http"));
    var https_1 = require("https");
    __exportStar(require_helpers(), exports2);
    var INTERNAL = /* @__PURE__ */ Symbol("AgentBaseInternalState");
    var Agent = class extends http2.Agent {
      constructor(opts) {
        super(opts);
        this[INTERNAL] = {};
      }
      /**
       * Determine whether this is an `http` or `https` request.
       */
      isSecureEndpoint(options) {
        if (options) {
          if (typeof options.secureEndpoint === "boolean") {
            return options.secureEndpoint;
          }
          if (typeof options.protocol === "string") {
            return options.protocol === "https:";
          }
        }
        const { stack } = new Error();
        if (typeof stack !== "string")
          return false;
        return stack.split("\n").some((l) => l.indexOf("(https.js:") !== -1 || l.indexOf("node:https:") !== -1);
      }
      // In order to support async signatures in `connect()` and Node's native
      // connection pooling in `http.Agent`, the array of sockets for each origin
      // has to be updated synchronously. This is so the length of the array is
      // accurate when `addRequest()` is next called. We achieve this by creating a
      // fake socket and adding it to `sockets[origin]` and incrementing
      // `totalSocketCount`.
      incrementSockets(name2) {
        if (this.maxSockets === Infinity && this.maxTotalSockets === Infinity) {
          return null;
        }
        if (!this.sockets[name2]) {
          this.sockets[name2] = [];
        }
        const fakeSocket = new net.Socket({ writable: false });
        this.sockets[name2].push(fakeSocket);
        this.totalSocketCount++;
        return fakeSocket;
      }
      decrementSockets(name2, socket) {
        if (!this.sockets[name2] || socket === null) {
          return;
        }
        const sockets = this.sockets[name2];
        const index = sockets.indexOf(socket);
        if (index !== -1) {
          sockets.splice(index, 1);
          this.totalSocketCount--;
          if (sockets.length === 0) {
            delete this.sockets[name2];
          }
        }
      }
      // In order to properly update the socket pool, we need to call `getName()` on
      // the core `https.Agent` if it is a secureEndpoint.
      getName(options) {
        const secureEndpoint = this.isSecureEndpoint(options);
        if (secureEndpoint) {
          return https_1.Agent.prototype.getName.call(this, options);
        }
        return super.getName(options);
      }
      createSocket(req, options, cb) {
        const connectOpts = {
          ...options,
          secureEndpoint: this.isSecureEndpoint(options)
        };
        const name2 = this.getName(connectOpts);
        const fakeSocket = this.incrementSockets(name2);
        Promise.resolve().then(() => this.connect(req, connectOpts)).then((socket) => {
          this.decrementSockets(name2, fakeSocket);
          if (socket instanceof http2.Agent) {
            try {
              return socket.addRequest(req, connectOpts);
            } catch (err) {
              return cb(err);
            }
          }
          this[INTERNAL].currentSocket = socket;
          super.createSocket(req, options, cb);
        }, (err) => {
          this.decrementSockets(name2, fakeSocket);
          cb(err);
        });
      }
      createConnection() {
        const socket = this[INTERNAL].currentSocket;
        this[INTERNAL].currentSocket = void 0;
        if (!socket) {
          throw new Error("No socket was returned in the `connect()` function");
        }
        return socket;
      }
      get defaultPort() {
        return this[INTERNAL].defaultPort ?? (this.protocol === "https:" ? 443 : 80);
      }
      set defaultPort(v) {
        if (this[INTERNAL]) {
          this[INTERNAL].defaultPort = v;
        }
      }
      get protocol() {
        return this[INTERNAL].protocol ?? (this.isSecureEndpoint() ? "https:" : "http:");
      }
      set protocol(v) {
        if (this[INTERNAL]) {
          this[INTERNAL].protocol = v;
        }
      }
    };
    exports2.Agent = Agent;
  }
});

// node_modules/https-proxy-agent/dist/parse-proxy-response.js
var require_parse_proxy_response = __commonJS({
  "node_modules/https-proxy-agent/dist/parse-proxy-response.js"(exports2) {
    "use strict";
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.parseProxyResponse = void 0;
    var debug_1 = __importDefault(require_src());
    var debug2 = (0, debug_1.default)("https-proxy-agent:parse-proxy-response");
    function parseProxyResponse(socket) {
      return new Promise((resolve7, reject) => {
        let buffersLength = 0;
        const buffers = [];
        function read() {
          const b = socket.read();
          if (b)
            ondata(b);
          else
            socket.once("readable", read);
        }
        function cleanup() {
          socket.removeListener("end", onend);
          socket.removeListener("error", onerror);
          socket.removeListener("readable", read);
        }
        function onend() {
          cleanup();
          debug2("onend");
          reject(new Error("Proxy connection ended before receiving CONNECT response"));
        }
        function onerror(err) {
          cleanup();
          debug2("onerror %o", err);
          reject(err);
        }
        function ondata(b) {
          buffers.push(b);
          buffersLength += b.length;
          const buffered = Buffer.concat(buffers, buffersLength);
          const endOfHeaders = buffered.indexOf("\r\n\r\n");
          if (endOfHeaders === -1) {
            debug2("have not received end of HTTP headers yet...");
            read();
            return;
          }
          const headerParts = buffered.slice(0, endOfHeaders).toString("ascii").split("\r\n");
          const firstLine = headerParts.shift();
          if (!firstLine) {
            socket.destroy();
            return reject(new Error("No header received from proxy CONNECT response"));
          }
          const firstLineParts = firstLine.split(" ");
          const statusCode = +firstLineParts[1];
          const statusText = firstLineParts.slice(2).join(" ");
          const headers = {};
          for (const header of headerParts) {
            if (!header)
              continue;
            const firstColon = header.indexOf(":");
            if (firstColon === -1) {
              socket.destroy();
              return reject(new Error(`Invalid header from proxy CONNECT response: "${header}"`));
            }
            const key = header.slice(0, firstColon).toLowerCase();
            const value = header.slice(firstColon + 1).trimStart();
            const current = headers[key];
            if (typeof current === "string") {
              headers[key] = [current, value];
            } else if (Array.isArray(current)) {
              current.push(value);
            } else {
              headers[key] = value;
            }
          }
          debug2("got proxy server response: %o %o", firstLine, headers);
          cleanup();
          resolve7({
            connect: {
              statusCode,
              statusText,
              headers
            },
            buffered
          });
        }
        socket.on("error", onerror);
        socket.on("end", onend);
        read();
      });
    }
    exports2.parseProxyResponse = parseProxyResponse;
  }
});

// node_modules/https-proxy-agent/dist/index.js
var require_dist2 = __commonJS({
  "node_modules/https-proxy-agent/dist/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) {
        for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
      }
      __setModuleDefault(result, mod);
      return result;
    };
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.HttpsProxyAgent = void 0;
    var net = __importStar(require("net"));
    var tls2 = __importStar(require("tls"));
    var assert_1 = __importDefault(require("assert"));
    var debug_1 = __importDefault(require_src());
    var agent_base_1 = require_dist();
    var url_1 = require("url");
    var parse_proxy_response_1 = require_parse_proxy_response();
    var debug2 = (0, debug_1.default)("https-proxy-agent");
    var setServernameFromNonIpHost = (options) => {
      if (options.servername === void 0 && options.host && !net.isIP(options.host)) {
        return {
          ...options,
          servername: options.host
        };
      }
      return options;
    };
    var HttpsProxyAgent = class extends agent_base_1.Agent {
      constructor(proxy, opts) {
        super(opts);
        this.options = { path: void 0 };
        this.proxy = typeof proxy === "string" ? new url_1.URL(proxy) : proxy;
        this.proxyHeaders = opts?.headers ?? {};
        debug2("Creating new HttpsProxyAgent instance: %o", this.proxy.href);
        const host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, "");
        const port = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === "https:" ? 443 : 80;
        this.connectOpts = {
          // Attempt to negotiate http/1.1 for proxy servers that support http/2
          ALPNProtocols: ["http/1.1"],
          ...opts ? omit(opts, "headers") : null,
          host,
          port
        };
      }
      /**
       * Called when the node-core HTTP client library is creating a
       * new HTTP request.
       */
      async connect(req, opts) {
        const { proxy } = this;
        if (!opts.host) {
          throw new TypeError('No "host" provided');
        }
        let socket;
        if (proxy.protocol === "https:") {
          debug2("Creating `tls.Socket`: %o", this.connectOpts);
          socket = tls2.connect(setServernameFromNonIpHost(this.connectOpts));
        } else {
          debug2("Creating `net.Socket`: %o", this.connectOpts);
          socket = net.connect(this.connectOpts);
        }
        const headers = typeof this.proxyHeaders === "function" ? this.proxyHeaders() : { ...this.proxyHeaders };
        const host = net.isIPv6(opts.host) ? `[${opts.host}]` : opts.host;
        let payload = `CONNECT ${host}:${opts.port} HTTP/1.1\r
`;
        if (proxy.username || proxy.password) {
          const auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
          headers["Proxy-Authorization"] = `Basic ${Buffer.from(auth).toString("base64")}`;
        }
        headers.Host = `${host}:${opts.port}`;
        if (!headers["Proxy-Connection"]) {
          headers["Proxy-Connection"] = this.keepAlive ? "Keep-Alive" : "close";
        }
        for (const name2 of Object.keys(headers)) {
          payload += `${name2}: ${headers[name2]}\r
`;
        }
        const proxyResponsePromise = (0, parse_proxy_response_1.parseProxyResponse)(socket);
        socket.write(`${payload}\r
`);
        const { connect, buffered } = await proxyResponsePromise;
        req.emit("proxyConnect", connect);
        this.emit("proxyConnect", connect, req);
        if (connect.statusCode === 200) {
          req.once("socket", resume);
          if (opts.secureEndpoint) {
            debug2("Upgrading socket connection to TLS");
            return tls2.connect({
              ...omit(setServernameFromNonIpHost(opts), "host", "path", "port"),
              socket
            });
          }
          return socket;
        }
        socket.destroy();
        const fakeSocket = new net.Socket({ writable: false });
        fakeSocket.readable = true;
        req.once("socket", (s) => {
          debug2("Replaying proxy buffer for failed request");
          (0, assert_1.default)(s.listenerCount("data") > 0);
          s.push(buffered);
          s.push(null);
        });
        return fakeSocket;
      }
    };
    HttpsProxyAgent.protocols = ["http", "https"];
    exports2.HttpsProxyAgent = HttpsProxyAgent;
    function resume(socket) {
      socket.resume();
    }
    function omit(obj, ...keys) {
      const ret = {};
      let key;
      for (key in obj) {
        if (!keys.includes(key)) {
          ret[key] = obj[key];
        }
      }
      return ret;
    }
  }
});

// node_modules/http-proxy-agent/dist/index.js
var require_dist3 = __commonJS({
  "node_modules/http-proxy-agent/dist/index.js"(exports2) {
    "use strict";
    var __createBinding = exports2 && exports2.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports2 && exports2.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports2 && exports2.__importStar || function(mod) {
      if (mod && mod.__esModule) return mod;
      var result = {};
      if (mod != null) {
        for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
      }
      __setModuleDefault(result, mod);
      return result;
    };
    var __importDefault = exports2 && exports2.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports2, "__esModule", { value: true });
    exports2.HttpProxyAgent = void 0;
    var net = __importStar(require("net"));
    var tls2 = __importStar(require("tls"));
    var debug_1 = __importDefault(require_src());
    var events_1 = require("events");
    var agent_base_1 = require_dist();
    var url_1 = require("url");
    var debug2 = (0, debug_1.default)("http-proxy-agent");
    var HttpProxyAgent = class extends agent_base_1.Agent {
      constructor(proxy, opts) {
        super(opts);
        this.proxy = typeof proxy === "string" ? new url_1.URL(proxy) : proxy;
        this.proxyHeaders = opts?.headers ?? {};
        debug2("Creating new HttpProxyAgent instance: %o", this.proxy.href);
        const host = (this.proxy.hostname || this.proxy.host).replace(/^\[|\]$/g, "");
        const port = this.proxy.port ? parseInt(this.proxy.port, 10) : this.proxy.protocol === "https:" ? 443 : 80;
        this.connectOpts = {
          ...opts ? omit(opts, "headers") : null,
          host,
          port
        };
      }
      addRequest(req, opts) {
        req._header = null;
        this.setRequestProps(req, opts);
        super.addRequest(req, opts);
      }
      setRequestProps(req, opts) {
        const { proxy } = this;
        const protocol = opts.secureEndpoint ? "https:" : "http:";
        const hostname2 = req.getHeader("host") || "localhost";
        const base = `${protocol}//${hostname2}`;
        const url = new url_1.URL(req.path, base);
        if (opts.port !== 80) {
          url.port = String(opts.port);
        }
        req.path = String(url);
        const headers = typeof this.proxyHeaders === "function" ? this.proxyHeaders() : { ...this.proxyHeaders };
        if (proxy.username || proxy.password) {
          const auth = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
          headers["Proxy-Authorization"] = `Basic ${Buffer.from(auth).toString("base64")}`;
        }
        if (!headers["Proxy-Connection"]) {
          headers["Proxy-Connection"] = this.keepAlive ? "Keep-Alive" : "close";
        }
        for (const name2 of Object.keys(headers)) {
          const value = headers[name2];
          if (value) {
            req.setHeader(name2, value);
          }
        }
      }
      async connect(req, opts) {
        req._header = null;
        if (!req.path.includes("://")) {
          this.setRequestProps(req, opts);
        }
        let first;
        let endOfHeaders;
        debug2("Regenerating stored HTTP header string for request");
        req._implicitHeader();
        if (req.outputData && req.outputData.length > 0) {
          debug2("Patching connection write() output buffer with updated header");
          first = req.outputData[0].data;
          endOfHeaders = first.indexOf("\r\n\r\n") + 4;
          req.outputData[0].data = req._header + first.substring(endOfHeaders);
          debug2("Output buffer: %o", req.outputData[0].data);
        }
        let socket;
        if (this.proxy.protocol === "https:") {
          debug2("Creating `tls.Socket`: %o", this.connectOpts);
          socket = tls2.connect(this.connectOpts);
        } else {
          debug2("Creating `net.Socket`: %o", this.connectOpts);
          socket = net.connect(this.connectOpts);
        }
        await (0, events_1.once)(socket, "connect");
        return socket;
      }
    };
    HttpProxyAgent.protocols = ["http", "https"];
    exports2.HttpProxyAgent = HttpProxyAgent;
    function omit(obj, ...keys) {
      const ret = {};
      let key;
      for (key in obj) {
        if (!keys.includes(key)) {
          ret[key] = obj[key];
        }
      }
      return ret;
    }
  }
});

// src/go/network/http-request.ts
var http_request_exports = {};
__export(http_request_exports, {
  RedirectRefused: () => RedirectRefused,
  httpRequest: () => httpRequest
});
async function httpRequest(start, options) {
  const authorization = await authorizationFor(start, options);
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const answer = await sendOnce(url, url.origin === start.origin ? authorization : null, options);
    const { statusCode = 0, headers } = answer.response;
    const followed = options.method === "DELETE" ? [301, 302, 307, 308] : [301, 302, 303, 307, 308];
    const isRedirect = followed.includes(statusCode) && headers.location !== void 0;
    if (!isRedirect || answer.refusedBy !== null) return answer;
    answer.response.destroy();
    const next = new URL(headers.location ?? "", url);
    if (redirects === maxRedirects) throw new RedirectRefused(`more than ${maxRedirects} redirects`);
    if (next.protocol !== "https:" && (next.protocol !== "http:" || url.protocol === "https:")) {
      throw new RedirectRefused(`it redirects from ${url.protocol}// to ${next.protocol}//${next.host}`);
    }
    url = next;
  }
}
async function authorizationFor(url, options) {
  const basic = (login, password) => `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`;
  if (url.username !== "" || url.password !== "") {
    return basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
  }
  if (options.authorization != null) return options.authorization;
  const entry = await netrcEntryFor(url, options.env);
  return entry === null ? null : basic(entry.login, entry.password);
}
async function sendOnce(url, authorization, options) {
  const { env, signal, method = "GET", accept } = options;
  const headers = {
    // Transport compression would make Content-Length meaningless.
    "accept-encoding": "identity",
    "user-agent": "unlatch",
    ...accept === void 0 ? {} : { accept },
    ...authorization === null ? {} : { authorization }
  };
  const proxy = proxyFor(url, env);
  const isSecure = url.protocol === "https:";
  const secureContext = isSecure || proxy?.protocol === "https:" ? await trustedCertificates(env) : void 0;
  const direct = () => isSecure ? new import_node_https.default.Agent() : new import_node_http.default.Agent();
  const agent = proxy === null ? direct() : await agentFor(url, proxy, secureContext);
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return await new Promise((resolve7, reject) => {
    let refusedBy = null;
    const how = { method, headers, signal, secureContext, agent };
    const request = isSecure ? import_node_https.default.request(bare, how) : import_node_http.default.request(bare, how);
    request.on("proxyConnect", ({ statusCode }) => {
      if (statusCode !== 200 && proxy !== null) refusedBy = `${proxy.protocol}//${proxy.host}`;
    });
    request.on("response", (response) => resolve7({ response, url, refusedBy }));
    request.on("error", reject);
    request.end();
  });
}
async function agentFor(url, proxy, secureContext) {
  if (proxy.protocol !== "http:" && proxy.protocol !== "https:") {
    const variable2 = `${url.protocol === "https:" ? "HTTPS" : "HTTP"}_PROXY`;
    throw new Error(
      `${variable2} names the proxy ${proxy.protocol}//${proxy.host}, which is not supported; use an http or https proxy, or NO_PROXY=${url.host}`
    );
  }
  const options = secureContext === void 0 ? {} : { secureContext };
  if (url.protocol === "https:") {
    const { HttpsProxyAgent } = await Promise.resolve().then(() => __toESM(require_dist2(), 1));
    return new HttpsProxyAgent(proxy, options);
  }
  const { HttpProxyAgent } = await Promise.resolve().then(() => __toESM(require_dist3(), 1));
  return new HttpProxyAgent(proxy, options);
}
var import_node_http, import_node_https, maxRedirects, RedirectRefused;
var init_http_request = __esm({
  "src/go/network/http-request.ts"() {
    "use strict";
    import_node_http = __toESM(require("node:http"), 1);
    import_node_https = __toESM(require("node:https"), 1);
    init_netrc();
    init_proxy_for();
    init_trusted_certificates();
    maxRedirects = 10;
    RedirectRefused = class extends Error {
      name = "RedirectRefused";
    };
  }
});

// src/go/network/network-message.ts
var network_message_exports = {};
__export(network_message_exports, {
  networkErrno: () => networkErrno,
  networkMessage: () => networkMessage
});
function networkErrno(error2) {
  for (let at = error2; at instanceof Error; at = at.cause) {
    const errno = errnoOf(at);
    if (errno !== void 0) return errno;
    if (at instanceof AggregateError) return errnoOf(at.errors[0]);
  }
  return void 0;
}
function networkMessage(error2) {
  const errno = networkErrno(error2);
  if (errno === "ENOTFOUND" || errno === "EAI_AGAIN") return `unknown host (${errno})`;
  if (errno === "ECONNREFUSED") return "the connection was refused (ECONNREFUSED)";
  if (errno !== void 0 && untrusted.has(errno)) {
    return `this machine does not trust its certificate (${errno}): ${certificateHint()}`;
  }
  const cause = error2 instanceof Error && error2.cause !== void 0 ? error2.cause : error2;
  return messageOf(cause) === "" ? errno ?? "failed" : messageOf(cause);
}
var untrusted;
var init_network_message = __esm({
  "src/go/network/network-message.ts"() {
    "use strict";
    init_errors();
    init_trusted_certificates();
    untrusted = /* @__PURE__ */ new Set([
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "UNABLE_TO_GET_ISSUER_CERT",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
    ]);
  }
});

// src/go/network/download.ts
function redacted(url) {
  return url.protocol === "file:" ? url.href : `${url.protocol}//${url.host}${url.pathname}`;
}
async function downloadText(url, options) {
  return await withRetries(options, async () => {
    const chunks = [];
    await receive(url, options, async (chunk2) => {
      chunks.push(chunk2);
    });
    return Buffer.concat(chunks).toString("utf8");
  });
}
async function downloadFile(url, file, options) {
  await withRetries(options, async () => {
    const handle = await (0, import_promises8.open)(file, "w");
    try {
      await receive(url, options, async (chunk2) => {
        await handle.writeFile(chunk2);
      });
    } finally {
      await handle.close();
    }
  });
}
async function withRetries(options, attempt) {
  const delaysMs = options.limits?.retryDelaysMs ?? defaultRetryDelaysMs;
  for (let retry = 0; ; retry++) {
    try {
      return await attempt();
    } catch (error2) {
      options.signal?.throwIfAborted();
      const delayMs = delaysMs[retry];
      if (!(error2 instanceof DownloadError) || !error2.transient) throw error2;
      if (delayMs === void 0) {
        if (retry === 0) throw error2;
        const { notExist, status } = error2;
        throw new DownloadError(`${error2.message} (tried ${retry + 1} times)`, { notExist, status, cause: error2 });
      }
      await (0, import_promises9.setTimeout)(delayMs, void 0, options.signal === void 0 ? {} : { signal: options.signal });
    }
  }
}
async function receive(url, options, sink) {
  options.signal?.throwIfAborted();
  if (url.protocol === "file:") await receiveFile(url, options, sink);
  else await receiveHttp(url, options, sink);
}
async function receiveFile(url, options, sink) {
  const path5 = (0, import_node_url3.fileURLToPath)(url);
  let totalBytes;
  try {
    totalBytes = (await (0, import_promises8.stat)(path5)).size;
  } catch (error2) {
    const notExist = errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR";
    throw new DownloadError(`${path5}: ${notExist ? "no such file" : messageOf(error2)}`, { notExist, cause: error2 });
  }
  const counted2 = counter(redacted(url), totalBytes, options, sink);
  for await (const chunk2 of (0, import_node_fs6.createReadStream)(path5, { highWaterMark: 1 << 20 })) {
    options.signal?.throwIfAborted();
    await counted2.take(chunk2);
  }
}
async function receiveHttp(url, options, sink) {
  const name2 = redacted(url);
  const stallMs = options.limits?.stallMs ?? defaultStallMs;
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), stallMs);
  const signals = options.signal === void 0 ? [stalled.signal] : [stalled.signal, options.signal];
  const { env = {}, authorization } = options;
  const [{ httpRequest: httpRequest2 }, { networkErrno: networkErrno2, networkMessage: networkMessage2 }] = await Promise.all([
    Promise.resolve().then(() => (init_http_request(), http_request_exports)),
    Promise.resolve().then(() => (init_network_message(), network_message_exports))
  ]);
  try {
    const answer = await httpRequest2(url, { env, authorization, signal: AbortSignal.any(signals) });
    const { response } = answer;
    const { statusCode: status = 0, headers } = response;
    if (status < 200 || status > 299) throw await refusal(name2, answer, env);
    const length2 = headers["content-length"];
    const counted2 = counter(name2, length2 === void 0 ? null : Number(length2), options, sink);
    for await (const chunk2 of response) {
      watch.refresh();
      await counted2.take(chunk2);
      watch.refresh();
    }
    counted2.end();
  } catch (error2) {
    options.signal?.throwIfAborted();
    if (stalled.signal.aborted) {
      throw new DownloadError(`${name2}: no data for ${stallMs / 1e3} s`, { cause: error2 });
    }
    if (error2 instanceof DownloadError || isDiskError(error2)) throw error2;
    const errno = networkErrno2(error2);
    throw new DownloadError(`${name2}: ${networkMessage2(error2)}`, {
      transient: errno !== void 0 && transientErrnos.has(errno),
      cause: error2
    });
  } finally {
    clearTimeout(watch);
  }
}
async function refusal(name2, { response, refusedBy, url }, env) {
  const { statusCode: status = 0, statusMessage = "" } = response;
  const said = `${status} ${statusMessage}`.trimEnd();
  if (refusedBy !== null) {
    response.destroy();
    return new DownloadError(`${name2}: the HTTP proxy ${refusedBy} answered ${said}`, { transient: status >= 500 });
  }
  const words = await reasonIn(response);
  const couldAsk = [401, 403].includes(status) && url.protocol === "https:" && namesAuthCommand(env);
  const hint = couldAsk ? " (GOAUTH names a command, which only go runs: ~/.netrc is read here)" : "";
  return new DownloadError(`${name2}: ${said}${words === "" ? "" : `: ${words}`}${hint}`, {
    status,
    notExist: status === 404 || status === 410,
    transient: status >= 500 || status === 429
  });
}
async function reasonIn(response) {
  if (!/^text\/plain\b/.test(response.headers["content-type"] ?? "")) {
    response.destroy();
    return "";
  }
  let text2 = "";
  for await (const chunk2 of response) {
    text2 += String(chunk2);
    if (text2.length > maxMessageLength) break;
  }
  const [line = ""] = text2.trim().split("\n");
  return line.slice(0, maxMessageLength).replace(new RegExp("\\p{Cc}", "gu"), " ");
}
function counter(name2, totalBytes, options, sink) {
  let receivedBytes = 0;
  const tooBig = () => new DownloadError(`${name2}: larger than the limit of ${options.limitBytes} bytes`);
  if (totalBytes !== null && totalBytes > options.limitBytes) throw tooBig();
  return {
    take: async (chunk2) => {
      receivedBytes += chunk2.byteLength;
      if (receivedBytes > options.limitBytes) throw tooBig();
      await sink(chunk2);
      options.onBytes?.(receivedBytes, totalBytes);
    },
    end: () => {
      if (totalBytes !== null && receivedBytes !== totalBytes) {
        throw new DownloadError(`${name2}: cut off after ${receivedBytes} of ${totalBytes} bytes`, { transient: true });
      }
    }
  };
}
function isDiskError(error2) {
  return error2 instanceof Error && "syscall" in error2 && (error2.syscall === "write" || error2.syscall === "open") && ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EFBIG"].includes(errnoOf(error2) ?? "");
}
var import_node_fs6, import_promises8, import_promises9, import_node_url3, DownloadError, defaultStallMs, defaultRetryDelaysMs, maxMessageLength, transientErrnos;
var init_download = __esm({
  "src/go/network/download.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_promises8 = require("node:fs/promises");
    import_promises9 = require("node:timers/promises");
    import_node_url3 = require("node:url");
    init_errors();
    init_netrc();
    DownloadError = class extends EnvironmentError {
      /** The server said that it does not exist (404, 410, no such file). */
      notExist;
      /** Another attempt may succeed. */
      transient;
      /** HTTP status; null: no server answered. */
      status;
      constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.status = options.status ?? null;
        this.notExist = options.notExist ?? false;
        this.transient = options.transient ?? false;
      }
    };
    defaultStallMs = 6e4;
    defaultRetryDelaysMs = [500, 2e3];
    maxMessageLength = 200;
    transientErrnos = /* @__PURE__ */ new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);
  }
});

// src/process/is-alive.ts
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error2) {
    return errnoOf(error2) !== "ESRCH";
  }
  const stat5 = readStat(pid);
  return stat5 === null || !isDead(stat5);
}
var init_is_alive = __esm({
  "src/process/is-alive.ts"() {
    "use strict";
    init_errors();
    init_stat();
  }
});

// src/go/store/make-folder.ts
async function makeFolder(path5) {
  try {
    await (0, import_promises10.mkdir)(path5);
  } catch (error2) {
    const above = (0, import_node_path8.dirname)(path5);
    if (errnoOf(error2) === "EEXIST") return;
    if (errnoOf(error2) !== "ENOENT" || above === path5) throw error2;
    await makeFolder(above);
    await makeLast(path5);
  }
}
async function makeLast(path5) {
  try {
    await (0, import_promises10.mkdir)(path5);
  } catch (error2) {
    if (errnoOf(error2) !== "EEXIST") throw error2;
  }
}
var import_promises10, import_node_path8;
var init_make_folder = __esm({
  "src/go/store/make-folder.ts"() {
    "use strict";
    import_promises10 = require("node:fs/promises");
    import_node_path8 = require("node:path");
    init_errors();
  }
});

// src/go/store/store.ts
function storeDir(env) {
  const own = env.UNLATCH_HOME;
  if (own !== void 0 && own !== "") {
    if (!(0, import_node_path9.isAbsolute)(own)) throw new UserError(`UNLATCH_HOME must be an absolute path, not ${JSON.stringify(own)}`);
    return own;
  }
  const xdg = env.XDG_CACHE_HOME;
  if (xdg !== void 0 && (0, import_node_path9.isAbsolute)(xdg)) return (0, import_node_path9.join)(xdg, "unlatch");
  const home = env.HOME ?? env.USERPROFILE;
  if (home === void 0 || home === "") {
    throw new UserError("no folder for the store, since HOME is not set: set UNLATCH_HOME to an absolute path");
  }
  return (0, import_node_path9.join)(home, ".cache", "unlatch");
}
async function listStore(env, kind, platform2) {
  const names2 = await readdirOrNone((0, import_node_path9.join)(storeDir(env), kind));
  return names2.filter((name2) => name2.endsWith(`-${platform2}`)).map((name2) => name2.slice(0, -platform2.length - 1));
}
function explainStoreError(error2, store, what) {
  switch (errnoOf(error2)) {
    case "ENOSPC":
    case "EDQUOT":
      return new EnvironmentError(
        `${what}: the disk of the store ${store} is full; free some space there, or set UNLATCH_HOME to a folder on another disk`,
        { cause: error2 }
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return new UserError(
        `${what}: the store ${store} is not writable (${errnoOf(error2)}); make it writable, or set UNLATCH_HOME to a folder that is`,
        { cause: error2 }
      );
    default:
      return error2;
  }
}
async function install(thing) {
  const place = (0, import_node_path9.join)(thing.store, thing.place);
  const there = await thing.check(place);
  if (there !== null) return there;
  let staging;
  try {
    staging = await makeStaging(thing.store);
    const made = (0, import_node_path9.join)(staging, "made");
    const scratch = (0, import_node_path9.join)(staging, "scratch");
    await (0, import_promises11.mkdir)(made);
    await (0, import_promises11.mkdir)(scratch);
    await thing.build(made, scratch);
    await syncDir(made);
    await makeFolder((0, import_node_path9.dirname)(place));
    return await putInPlace(thing, made, place, (0, import_node_path9.join)(staging, "broken"));
  } catch (error2) {
    throw explainStoreError(error2, thing.store, thing.what);
  } finally {
    if (staging !== void 0) await (0, import_promises11.rm)(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}
async function putInPlace(thing, made, place, broken2) {
  if (await renameUnlessTaken(made, place)) await syncDir((0, import_node_path9.dirname)(place));
  const winner = await thing.check(place);
  if (winner !== null) return winner;
  if (!await exists2(made)) {
    throw new EnvironmentError(`${thing.what}: ${place} was just written but fails its check`);
  }
  await renameUnlessGone(place, broken2);
  await renameUnlessTaken(made, place);
  const again = await thing.check(place);
  if (again === null)
    throw new EnvironmentError(`${thing.what}: ${place} contains something else; remove it and try again`);
  return again;
}
async function renameUnlessTaken(from, to) {
  try {
    await (0, import_promises11.rename)(from, to);
    return true;
  } catch (error2) {
    const errno = errnoOf(error2);
    if (errno === "ENOTEMPTY" || errno === "EEXIST" || errno === "EPERM" && await exists2(to)) return false;
    throw error2;
  }
}
async function renameUnlessGone(from, to) {
  try {
    await (0, import_promises11.rename)(from, to);
  } catch (error2) {
    if (errnoOf(error2) !== "ENOENT") throw error2;
  }
}
async function exists2(path5) {
  try {
    await (0, import_promises11.access)(path5);
    return true;
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR") return false;
    throw error2;
  }
}
async function syncDir(dir) {
  if (process.platform === "win32") return;
  const handle = await (0, import_promises11.open)(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
function pidSpace() {
  let namespace = "";
  try {
    namespace = (0, import_node_fs7.readlinkSync)("/proc/self/ns/pid");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
  }
  return (0, import_node_crypto.createHash)("sha256").update(`${(0, import_node_os2.hostname)()}
${namespace}`).digest("hex").slice(0, 12);
}
async function makeStaging(store) {
  const tmp = (0, import_node_path9.join)(store, "tmp");
  await makeFolder(tmp);
  await sweepStaging(store);
  const dir = (0, import_node_path9.join)(tmp, `${pidSpace()}-${process.pid}-${(0, import_node_crypto.randomBytes)(6).toString("hex")}`);
  await (0, import_promises11.mkdir)(dir);
  return dir;
}
async function sweepStaging(store) {
  const tmp = (0, import_node_path9.join)(store, "tmp");
  const removed = [];
  for (const name2 of await readdirOrNone(tmp)) {
    const [, space, pid] = /^([0-9a-f]{12})-(\d+)-[0-9a-f]{12}$/.exec(name2) ?? [];
    if (space !== pidSpace() || pid === void 0 || isAlive(Number(pid))) continue;
    await (0, import_promises11.rm)((0, import_node_path9.join)(tmp, name2), { recursive: true, force: true, maxRetries: 3 });
    removed.push(name2);
  }
  return removed;
}
async function readdirOrNone(dir) {
  try {
    return await (0, import_promises11.readdir)(dir);
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT") return [];
    throw error2;
  }
}
var import_node_crypto, import_node_fs7, import_promises11, import_node_os2, import_node_path9;
var init_store = __esm({
  "src/go/store/store.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs7 = require("node:fs");
    import_promises11 = require("node:fs/promises");
    import_node_os2 = require("node:os");
    import_node_path9 = require("node:path");
    init_errors();
    init_is_alive();
    init_make_folder();
  }
});

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports2, module2) {
    "use strict";
    var debug2 = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module2.exports = debug2;
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

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports2, module2) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug2 = require_debug();
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
    var createToken = (name2, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug2(name2, index, value);
      t[name2] = index;
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
    var debug2 = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease2, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease2.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease2[i], identifiers[i]) !== 0) {
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
        debug2("SemVer", version, options);
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
        debug2("SemVer.compare", this.version, this.options, other);
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
          debug2("prerelease compare", i, a, b);
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
          debug2("build compare", i, a, b);
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
      inc(release, identifier, identifierBase) {
        if (release.startsWith("pre")) {
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
        switch (release) {
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
              let prerelease2 = [identifier, base];
              if (identifierBase === false) {
                prerelease2 = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease2;
                }
              } else {
                this.prerelease = prerelease2;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release}`);
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

// node_modules/semver/functions/compare.js
var require_compare = __commonJS({
  "node_modules/semver/functions/compare.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var compare3 = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module2.exports = compare3;
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

// node_modules/semver/functions/eq.js
var require_eq = __commonJS({
  "node_modules/semver/functions/eq.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var eq = (a, b, loose) => compare3(a, b, loose) === 0;
    module2.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var neq = (a, b, loose) => compare3(a, b, loose) !== 0;
    module2.exports = neq;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var gt = (a, b, loose) => compare3(a, b, loose) > 0;
    module2.exports = gt;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var gte = (a, b, loose) => compare3(a, b, loose) >= 0;
    module2.exports = gte;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var lt = (a, b, loose) => compare3(a, b, loose) < 0;
    module2.exports = lt;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var lte = (a, b, loose) => compare3(a, b, loose) <= 0;
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
    var gte = require_gte();
    var lt = require_lt();
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
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module2.exports = cmp;
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
        debug2("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug2("comp", this);
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
        debug2("Comparator.test", version, this.options.loose);
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
    var debug2 = require_debug();
    var SemVer = require_semver();
    var Range = require_range();
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
      let end2 = start + 1;
      while (isDigit(range[end2])) {
        end2++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end2;
      return Math.min(start + limit, end2);
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
        let end2 = digitsEnd + 1;
        const limit = end2 + MAX_SAFE_BUILD_LENGTH;
        while (end2 < limit && isIdentifierCharacter(range[end2])) {
          end2++;
        }
        return end2;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end2 = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end2 === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end2 = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end2] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end2 + 1, loose, digitRuns);
        if (next === end2 + 1) {
          break;
        }
        end2 = next;
      }
      return end2;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end2 = start;
      while (end2 - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end2])) {
        end2++;
      }
      return end2;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end2 = findBuildIdentifierEndIndex(range, start + 1);
      if (end2 === start + 1) {
        return start;
      }
      while (range[end2] === ".") {
        const next = findBuildIdentifierEndIndex(range, end2 + 1);
        if (next === end2 + 1) {
          break;
        }
        end2 = next;
      }
      return end2;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end2 = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end2, true, digitRuns);
        if (next === end2) {
          return start;
        }
        end2 = next;
        if (component < 2) {
          if (range[end2] !== ".") {
            return start;
          }
          end2++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end2, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end2 = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end2] !== ".") {
          return end2;
        }
        const next = findPartialVersionComponentEndIndex(range, end2 + 1, digitRuns);
        if (next === end2 + 1) {
          return end2;
        }
        end2 = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end2, false, digitRuns);
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
        debug2("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug2("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug2("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug2("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug2("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug2("range list", rangeList);
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
    var debug2 = require_debug();
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
      debug2("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug2("caret", comp);
      comp = replaceTildes(comp, options);
      debug2("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug2("xrange", comp);
      comp = replaceStars(comp, options);
      debug2("stars", comp);
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
        debug2("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug2("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug2("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug2("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug2("caret", comp, _, M, m, p, pr);
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
          debug2("replaceCaret pr", pr);
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
          debug2("no pr");
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
        debug2("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug2("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug2("xRange", comp, ret, gtlt, M, m, p, pr);
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
        debug2("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug2("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug2("replaceGTE0", comp, options);
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
          debug2(set[i].semver);
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

// node_modules/semver/functions/satisfies.js
var require_satisfies = __commonJS({
  "node_modules/semver/functions/satisfies.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var satisfies2 = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module2.exports = satisfies2;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var validRange2 = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module2.exports = validRange2;
  }
});

// docker/versions.json
var versions_default;
var init_versions = __esm({
  "docker/versions.json"() {
    versions_default = {
      go: {
        "1.13.15": {
          "linux-amd64": "h1:0YIfmYlhMe0yUYdbupupU89br9R11dmf/VOP2nfew9s="
        },
        "1.16.15": {
          "linux-amd64": "h1:rXC7VeaCpFEz8KSwJ39iPtXKq/xTfwG9FvIKbWEFUno="
        },
        "1.22.12": {
          "linux-amd64": "h1:Hdh4VJAlDWzMnhKpqDwqJJr+sE7NgsJ86dyR4wrv2oY="
        },
        "1.24.13": {
          "linux-amd64": "h1:5sgfUhn9QCgVl4UYj32GrIYFHI3bi2UX55tNfupXwxc="
        },
        "1.26.11": {
          "linux-amd64": "h1:KyINmJ/FQdKRmDYGuTAAXkumyeR2DyUlSNHZj7XaLFg="
        },
        "1.27.4": {
          "linux-amd64": "h1:8Tl0rBb7KdISSdPkZBjlpZxsUBb+004GI/SM2XbmSqI="
        }
      },
      bootstrap: {
        "1.26.10": {
          "linux-amd64": "h1:5VAGHlY8yl8pTPVSNIez3SNMy6fWabs+QMR25f3oMT0=",
          "linux-arm64": "h1:TuAzKmE5TqYnXpnhgY3GtBJCVg4AfNDA/K1gLyX5Hig=",
          "darwin-amd64": "h1:0JApOD+sH1DW6WwvTcnIvl6MSylguxhQuhTbt6RJ1uo=",
          "darwin-arm64": "h1:SfEWw1me2He9ojf4S+M6xTnGOP6CosVO88yaBsEgjJ0=",
          "windows-amd64": "h1:ZCie1G8rYCijtritoBcOAGoxxCrhTVDHTvM423D7b/o="
        }
      },
      gopls: ["0.15.2", "0.18.1", "0.21.1", "0.24.0"],
      goplsGo: {
        "0.15.2": "1.22",
        "0.18.1": "1.24",
        "0.21.1": "1.26",
        "0.24.0": "1.27"
      }
    };
  }
});

// src/go/matrix.ts
function parseMatrix(document2) {
  const result = safeParse(matrixSchema, document2);
  if (result.success) return result.output;
  const [issue2] = result.issues;
  throw new EnvironmentError(`docker/versions.json: ${getDotPath(issue2) ?? "(root)"}: ${issue2.message}`);
}
function builtInMatrix() {
  parsed ??= parseMatrix(versions_default);
  return parsed;
}
function pinnedHash(matrix, version, platform2) {
  return matrix.go[version]?.[platform2] ?? matrix.bootstrap[version]?.[platform2] ?? null;
}
var pinnedHashes, matrixSchema, parsed;
var init_matrix = __esm({
  "src/go/matrix.ts"() {
    "use strict";
    init_dist();
    init_versions();
    init_errors();
    pinnedHashes = record(string(), record(string(), pipe(string(), regex(/^h1:[A-Za-z0-9+/]{43}=$/))));
    matrixSchema = object({
      /** Go version → platform → h1 of the golang.org/toolchain zip, from the checksum database. */
      go: pinnedHashes,
      /**
       * Pinned like `go`, but not in the matrix: the Go that queries the checksum database on platforms
       * that the matrix lacks.
       */
      bootstrap: optional(pinnedHashes, {}),
      gopls: array2(string()),
      /** gopls version → the Go line that builds it, if not the `go` line of its go.mod. */
      goplsGo: optional(record(string(), string()), {})
    });
  }
});

// src/go/source/no-such-version.ts
var NoSuchVersion;
var init_no_such_version = __esm({
  "src/go/source/no-such-version.ts"() {
    "use strict";
    init_errors();
    NoSuchVersion = class extends UserError {
    };
  }
});

// src/go/network/module-proxy.ts
function parseGoproxy(goproxy) {
  const entries = [];
  for (const [, text2 = "", separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    let url = text2.trim();
    if (url === "") continue;
    if (url === "off" || url === "direct") {
      entries.push({ url, fallBackOnError: false });
      break;
    }
    if (/[.:/]/.test(url) && !url.includes(":/") && !(0, import_node_path10.isAbsolute)(url)) url = `https://${url}`;
    proxyBase(url);
    entries.push({ url, fallBackOnError: separator === "|" });
  }
  if (entries.length === 0) throw new UserError("GOPROXY is set, but has no entries");
  return entries;
}
function proxyBase(text2) {
  let url;
  try {
    url = new URL(text2);
  } catch (error2) {
    throw new UserError(`GOPROXY: an entry is not a URL; it must be http://, https://, file://, direct or off`, {
      cause: error2
    });
  }
  if (url.protocol === "file:") {
    if (url.host !== "" || url.search !== "" || url.hash !== "") {
      throw new UserError(`GOPROXY: ${text2}: a file URL may only have a path`);
    }
  } else if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new UserError(`GOPROXY: invalid scheme ${url.protocol}//; it must be http, https or file`);
  }
  return url;
}
function namesProxy(goproxy) {
  return parseGoproxy(goproxy).some(({ url }) => url !== "off" && url !== "direct");
}
function escapePath(path5) {
  return path5.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
async function tryProxies(goproxy, what, attempt) {
  const answers = [];
  let asked2 = 0;
  let notExist = true;
  let status = null;
  let cause;
  for (const entry of parseGoproxy(goproxy)) {
    if (entry.url === "off") {
      answers.push("GOPROXY=off ends the search");
      break;
    }
    if (entry.url === "direct") {
      answers.push('"direct" cannot provide it');
      break;
    }
    asked2++;
    try {
      return await attempt(proxyBase(entry.url));
    } catch (error2) {
      if (!(error2 instanceof DownloadError)) throw error2;
      answers.push(error2.message);
      if (!error2.notExist || cause === void 0) cause = error2;
      notExist &&= error2.notExist;
      status = error2.status ?? status;
      if (!entry.fallBackOnError && !error2.notExist) break;
    }
  }
  if (asked2 === 0) {
    throw new UserError(`cannot download ${what}: ${answers.join("; ")}; set GOPROXY to a module proxy`);
  }
  throw new DownloadError(`cannot download ${what}: ${answers.join("; ")}`, { notExist, status, cause });
}
function endpoint(base, module2, file) {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, "")}/${escapePath(module2)}/@v/${escapePath(file)}`;
  return url;
}
async function listVersions(goproxy, module2, options) {
  return await tryProxies(goproxy, `the list of versions of ${module2}`, async (base) => {
    const text2 = await downloadText(endpoint(base, module2, "list"), { ...options, limitBytes: textLimitBytes });
    return text2.split("\n").flatMap((line) => line.trim().split(/\s+/)[0] || []);
  });
}
async function readGoMod(goproxy, module2, version, options) {
  return await tryProxies(
    goproxy,
    `go.mod of ${module2}@${version}`,
    (base) => downloadText(endpoint(base, module2, `${version}.mod`), { ...options, limitBytes: textLimitBytes })
  );
}
async function downloadZip(goproxy, module2, version, file, options) {
  return await tryProxies(goproxy, options.what, async (base) => {
    const url = endpoint(base, module2, `${version}.zip`);
    await downloadFile(url, file, { ...options, limitBytes: maxZipBytes });
    return redacted(url);
  });
}
var import_node_path10, textLimitBytes, maxZipBytes;
var init_module_proxy = __esm({
  "src/go/network/module-proxy.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
    init_errors();
    init_download();
    textLimitBytes = 16 << 20;
    maxZipBytes = 500 << 20;
  }
});

// src/go/network/zip.ts
async function openZip(path5, prefix, from, folders2 = "refused") {
  const damaged = (error2) => new EnvironmentError(`the zip from ${from} is truncated or damaged: ${messageOf(error2)}`, {
    cause: error2
  });
  const bytes = await (0, import_promises12.readFile)(path5);
  let zip;
  try {
    zip = await (0, import_yauzl.fromBufferPromise)(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch (error2) {
    throw damaged(error2);
  }
  const entries = [];
  try {
    const seen = /* @__PURE__ */ new Map();
    let inflatedBytes = 0;
    for await (const entry of zip.eachEntry()) {
      inflatedBytes += entry.uncompressedSize;
      if (inflatedBytes > maxZipBytes) {
        throw new EnvironmentError(
          `the zip from ${from} is refused: it would unpack to more than ${maxZipBytes} bytes`
        );
      }
      const name2 = entry.fileNameRaw.toString("utf8");
      if (folders2 === "passed-over" && name2.endsWith("/")) continue;
      const objection = objectionTo(name2, entry, prefix, seen);
      if (objection !== null) {
        throw new EnvironmentError(`the zip from ${from} is refused: its entry ${JSON.stringify(name2)} ${objection}`);
      }
      entries.push({ name: name2, entry });
    }
  } catch (error2) {
    throw error2 instanceof EnvironmentError ? error2 : damaged(error2);
  }
  return {
    entries,
    read: async ({ name: name2, entry }) => {
      try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
        const data = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
        const content = entry.compressionMethod === stored ? data : await inflate(data, { maxOutputLength: entry.uncompressedSize + 1 });
        if (content.length === entry.uncompressedSize) return content;
        throw new Error(`${name2} has ${content.length} bytes, not ${entry.uncompressedSize}`);
      } catch (error2) {
        throw damaged(error2);
      }
    }
  };
}
function objectionTo(name2, entry, prefix, seen) {
  if ((0, import_yauzl.validateFileName)(name2) !== null) return "climbs out of its folder";
  if (!name2.startsWith(prefix) || name2.length === prefix.length) return `is outside of ${prefix}`;
  if (name2.endsWith("/")) return "is a directory, which a module zip may not have";
  if (name2.includes("\n") || name2.split("/").some((part) => part === "" || part === "." || part === "..")) {
    return "is not a clean path";
  }
  const type = entry.externalFileAttributes >>> 16 & fileTypeMask;
  if (type === symbolicLink) return "is a symbolic link";
  if (type !== 0 && type !== regularFile) return "is not a plain file";
  if (entry.isEncrypted() || ![stored, deflated].includes(entry.compressionMethod))
    return "is encrypted or has an unsupported compression";
  const folded = name2.toLowerCase();
  const other = seen.get(folded);
  if (other !== void 0)
    return other === name2 ? "occurs twice" : `differs from ${JSON.stringify(other)} by case only`;
  seen.set(folded, name2);
  return null;
}
var import_promises12, import_node_util, import_node_zlib, import_yauzl, inflate, stored, deflated, fileTypeMask, regularFile, symbolicLink;
var init_zip = __esm({
  "src/go/network/zip.ts"() {
    "use strict";
    import_promises12 = require("node:fs/promises");
    import_node_util = require("node:util");
    import_node_zlib = require("node:zlib");
    import_yauzl = require("./yauzl.cjs");
    init_errors();
    init_module_proxy();
    inflate = (0, import_node_util.promisify)(import_node_zlib.inflateRaw);
    stored = 0;
    deflated = 8;
    fileTypeMask = 61440;
    regularFile = 32768;
    symbolicLink = 40960;
  }
});

// node_modules/yocto-queue/index.js
var Node, Queue;
var init_yocto_queue = __esm({
  "node_modules/yocto-queue/index.js"() {
    Node = class {
      value;
      next;
      constructor(value) {
        this.value = value;
      }
    };
    Queue = class {
      #head;
      #tail;
      #size;
      constructor() {
        this.clear();
      }
      enqueue(value) {
        const node = new Node(value);
        if (this.#head) {
          this.#tail.next = node;
          this.#tail = node;
        } else {
          this.#head = node;
          this.#tail = node;
        }
        this.#size++;
      }
      dequeue() {
        const current = this.#head;
        if (!current) {
          return;
        }
        this.#head = this.#head.next;
        this.#size--;
        if (!this.#head) {
          this.#tail = void 0;
        }
        return current.value;
      }
      peek() {
        if (!this.#head) {
          return;
        }
        return this.#head.value;
      }
      clear() {
        this.#head = void 0;
        this.#tail = void 0;
        this.#size = 0;
      }
      get size() {
        return this.#size;
      }
      *[Symbol.iterator]() {
        let current = this.#head;
        while (current) {
          yield current.value;
          current = current.next;
        }
      }
      *drain() {
        while (this.#head) {
          yield this.dequeue();
        }
      }
    };
  }
});

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run = async (function_, resolve7, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve7(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve7, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve7, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve7, reject) => {
    enqueue(function_, resolve7, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises3 = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises3.push(promise);
            return promise;
          });
        } catch (error2) {
          for (const promise of promises3) {
            promise.catch(() => {
            });
          }
          throw error2;
        }
        return Promise.all(promises3);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}
var init_p_limit = __esm({
  "node_modules/p-limit/index.js"() {
    init_yocto_queue();
  }
});

// src/go/provision/unpack-toolchain.ts
async function unpackToolchain(zip, prefix, dir, signal) {
  const files2 = zip.entries.map((file) => ({ file, path: file.name.slice(prefix.length) }));
  for (const folder2 of new Set(files2.map(({ path: path5 }) => (0, import_node_path11.dirname)(path5)))) {
    await (0, import_promises13.mkdir)((0, import_node_path11.join)(dir, folder2), { recursive: true });
  }
  const limit = pLimit(16);
  const stop = new AbortController();
  const results = await Promise.allSettled(
    files2.map(
      ({ file, path: path5 }) => limit(async () => {
        signal?.throwIfAborted();
        if (stop.signal.aborted) return;
        try {
          const to = (0, import_node_path11.join)(dir, path5);
          const mode = isRunnable(path5) ? 493 : 420;
          await (0, import_promises13.writeFile)(to, await zip.read(file), { flag: "wx", mode });
          if (path5 === "_go.mod" || path5.endsWith("/_go.mod")) await (0, import_promises13.copyFile)(to, (0, import_node_path11.join)((0, import_node_path11.dirname)(to), "go.mod"));
        } catch (error2) {
          stop.abort();
          throw error2;
        }
      })
    )
  );
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
function isRunnable(path5) {
  return path5.startsWith("bin/") || path5.startsWith("pkg/tool/") || /^lib\/(.*\/)?go_[^/]+_[^/]+_exec$/.test(path5);
}
var import_promises13, import_node_path11;
var init_unpack_toolchain = __esm({
  "src/go/provision/unpack-toolchain.ts"() {
    "use strict";
    import_promises13 = require("node:fs/promises");
    import_node_path11 = require("node:path");
    init_p_limit();
  }
});

// src/go/source/archive-index.ts
function archivesIn(text2, platform2, from) {
  const index = safeParse(pipe(string(), parseJson(), array2(unknown())), text2);
  if (!index.success) throw new EnvironmentError(`${from}: the index of Go versions has an unknown format`);
  const archives = [];
  for (const entry of index.output) {
    const parsed2 = safeParse(versionSchema, entry);
    if (!parsed2.success) continue;
    const version = parsed2.output.version.replace(/^go/, "");
    for (const one of parsed2.output.files) {
      const file = safeParse(fileSchema, one);
      if (!file.success || !isFor(platform2, file.output)) continue;
      const { filename, sha256, size } = file.output;
      archives.push({
        version,
        filename,
        sha256: /^[0-9a-f]{64}$/i.test(sha256) ? sha256.toLowerCase() : null,
        sizeBytes: size
      });
    }
  }
  return archives;
}
function archiveName(version, platform2) {
  return `go${version}.${platform2.os}-${goDevArch(platform2)}${ending(platform2)}`;
}
function ending(platform2) {
  return platform2.os === "windows" ? ".zip" : ".tar.gz";
}
function isFor(platform2, file) {
  const { filename, os: os6, arch: arch2, kind } = file;
  if (kind !== "archive" || /[\\/]/.test(filename) || !filename.endsWith(ending(platform2))) return false;
  if (os6 !== "" && arch2 !== "") return os6 === platform2.os && arch2 === goDevArch(platform2);
  return filename.endsWith(`.${platform2.os}-${goDevArch(platform2)}${ending(platform2)}`);
}
var fileSchema, versionSchema;
var init_archive_index = __esm({
  "src/go/source/archive-index.ts"() {
    "use strict";
    init_dist();
    init_errors();
    init_platform2();
    fileSchema = object({
      filename: string(),
      os: fallback(optional(string(), ""), ""),
      arch: fallback(optional(string(), ""), ""),
      kind: fallback(optional(string(), "archive"), "archive"),
      sha256: fallback(optional(string(), ""), ""),
      size: fallback(nullish(number(), null), null)
    });
    versionSchema = object({
      /** "go1.22.12" */
      version: string(),
      files: array2(unknown())
    });
  }
});

// src/go/source/source-answer.ts
var source_answer_exports = {};
__export(source_answer_exports, {
  ChecksumMismatch: () => ChecksumMismatch,
  answerOf: () => answerOf,
  tableOf: () => tableOf
});
function answerOf(source, error2) {
  if (error2 instanceof ChecksumMismatch) return null;
  const said = (error2 instanceof DownloadError ? error2.message : messageOf(error2)).replace(/\s*\n\s*/g, " ").replace(/^cannot download [^:]+: /, "");
  if (error2 instanceof NoSuchVersion) return { source, outcome: "absent", said };
  if (error2 instanceof DownloadError) {
    const outcome = error2.notExist ? "absent" : error2.status === null ? "unreachable" : "refused";
    return { source, outcome, said };
  }
  if (error2 instanceof UserError || error2 instanceof EnvironmentError) return { source, outcome: "refused", said };
  return null;
}
function tableOf(answers) {
  const width = Math.max(0, ...answers.map(({ source }) => source.length));
  return answers.map(({ source, said }) => `
  ${source.padEnd(width)}  ${said}`).join("");
}
var ChecksumMismatch;
var init_source_answer = __esm({
  "src/go/source/source-answer.ts"() {
    "use strict";
    init_errors();
    init_download();
    init_no_such_version();
    ChecksumMismatch = class extends EnvironmentError {
    };
  }
});

// src/go/source/go-dev.ts
function goDev(context) {
  return { base: new URL(context.goDevUrl ?? defaultUrl), authorization: null };
}
function urlAt({ base }, name2) {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, "")}/${encodeURIComponent(name2)}`;
  return url;
}
async function listArchives(place, platform2, context) {
  const url = urlAt(place, "");
  url.searchParams.set("mode", "json");
  url.searchParams.set("include", "all");
  const text2 = await downloadText(url, { ...downloadOptions(place, context), limitBytes: 64 << 20 });
  return archivesIn(text2, platform2, redacted(url));
}
function downloadOptions({ authorization }, context) {
  return { signal: context.signal, limits: context.network, env: context.env, authorization };
}
async function listGoDevArchives(platform2, context) {
  const archives = await listArchives(goDev(context), platform2, context);
  return archives.flatMap((archive) => archive.sha256 === null ? [] : [{ ...archive, sha256: archive.sha256 }]);
}
async function publishedBeside(filename, place, context) {
  const options = { ...downloadOptions(place, context), limitBytes: 1 << 16 };
  const text2 = await downloadText(urlAt(place, `${filename}.sha256`), options);
  return /^\\?([0-9a-f]{64})(?:\s|$)/i.exec(text2.trim())?.[1]?.toLowerCase() ?? null;
}
async function fetchArchive(archive, place, dir, scratch, context) {
  const { version, filename } = archive;
  const file = (0, import_node_path12.join)(scratch, "archive");
  const url = urlAt(place, filename);
  await downloadFile(url, file, {
    ...downloadOptions(place, context),
    limitBytes: 500 << 20,
    onBytes: (receivedBytes, totalBytes) => context.onProgress?.({ what: `go ${version}`, receivedBytes, totalBytes: totalBytes ?? archive.sizeBytes })
  });
  if (archive.sha256 !== null) {
    const hash = (0, import_node_crypto2.createHash)("sha256");
    for await (const chunk2 of (0, import_node_fs8.createReadStream)(file)) hash.update(chunk2);
    const sha256 = hash.digest("hex");
    if (sha256 !== archive.sha256) {
      throw new ChecksumMismatch(
        `go ${version}: ${filename} from ${url.host} is refused: its SHA-256 is ${sha256}, but ${archive.sha256} is published; nothing was kept`
      );
    }
  }
  const from = `${filename} from ${url.host}`;
  if (!filename.endsWith(".zip")) return await unpackTar(file, dir, from, context.signal);
  await unpackToolchain(await openZip(file, "go/", from, "passed-over"), "go/", dir, context.signal);
}
async function unpackTar(file, dir, from, signal) {
  const tar2 = (0, import_tar_stream.extract)();
  const reading = (0, import_promises15.pipeline)((0, import_node_fs8.createReadStream)(file), (0, import_node_zlib2.createGunzip)(), tar2, signal === void 0 ? {} : { signal });
  const unpacking = (async () => {
    const made = /* @__PURE__ */ new Set();
    for await (const entry of tar2) {
      const { name: name2, type, mode } = entry.header;
      const parts = name2.replace(/\/$/, "").split("/");
      if (parts[0] !== "go" || parts.some((part) => part === "" || part === "." || part === "..") || name2.includes("\\")) {
        throw new EnvironmentError(`${from} is refused: its entry ${JSON.stringify(name2)} is outside of go/`);
      }
      if (type !== "file" && type !== "directory") {
        throw new EnvironmentError(`${from} is refused: its entry ${JSON.stringify(name2)} is a ${type}`);
      }
      const to = (0, import_node_path12.join)(dir, ...parts.slice(1));
      const folder2 = type === "directory" ? to : (0, import_node_path12.dirname)(to);
      if (!made.has(folder2)) {
        await (0, import_promises14.mkdir)(folder2, { recursive: true });
        made.add(folder2);
      }
      if (type === "file") {
        await (0, import_promises15.pipeline)(
          entry,
          (0, import_node_fs8.createWriteStream)(to, { flags: "wx", mode: ((mode ?? 0) & 73) === 0 ? 420 : 493 })
        );
      } else entry.resume();
    }
  })();
  const results = await Promise.allSettled([unpacking, reading]);
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    const error2 = result.reason;
    if (error2 instanceof EnvironmentError || signal?.aborted || /^E(?!RR_)/.test(errnoOf(error2) ?? "")) throw error2;
    throw new EnvironmentError(`${from} is truncated or damaged: ${messageOf(error2)}`, { cause: error2 });
  }
}
var import_node_crypto2, import_node_fs8, import_promises14, import_node_path12, import_promises15, import_node_zlib2, import_tar_stream, goDevName, defaultUrl;
var init_go_dev = __esm({
  "src/go/source/go-dev.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_fs8 = require("node:fs");
    import_promises14 = require("node:fs/promises");
    import_node_path12 = require("node:path");
    import_promises15 = require("node:stream/promises");
    import_node_zlib2 = require("node:zlib");
    import_tar_stream = require("./tar-stream.cjs");
    init_errors();
    init_download();
    init_zip();
    init_unpack_toolchain();
    init_archive_index();
    init_source_answer();
    goDevName = "go.dev";
    defaultUrl = "https://go.dev/dl";
  }
});

// src/go/network/dirhash.ts
function hash1(files2) {
  const sorted = files2.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = (0, import_node_crypto3.createHash)("sha256");
  for (const { name: name2, sha256 } of sorted) sum.update(`${sha256}  ${name2}
`);
  return `h1:${sum.digest("base64")}`;
}
async function hash1OfZip(zip) {
  const limit = pLimit(8);
  const files2 = zip.entries.map(
    (file) => limit(async () => ({
      name: file.name,
      sha256: (0, import_node_crypto3.createHash)("sha256").update(await zip.read(file)).digest("hex")
    }))
  );
  return hash1(await Promise.all(files2));
}
var import_node_crypto3;
var init_dirhash = __esm({
  "src/go/network/dirhash.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    init_p_limit();
  }
});

// src/go/provision/verify-sum.ts
async function sumOfToolchain(request) {
  const { version, scratch } = request;
  const folder2 = (0, import_node_path13.join)(scratch, "proxy", "golang.org", "toolchain", "@v");
  await (0, import_promises16.mkdir)(folder2, { recursive: true });
  await (0, import_promises16.writeFile)((0, import_node_path13.join)(folder2, `${version}.info`), JSON.stringify({ Version: version, Time: "2020-01-01T00:00:00Z" }));
  await (0, import_promises16.writeFile)((0, import_node_path13.join)(folder2, `${version}.mod`), "module golang.org/toolchain\n");
  await linkOrCopy(request.zip, (0, import_node_path13.join)(folder2, `${version}.zip`));
  const {
    GOROOT: _goroot,
    GODEBUG: _godebug,
    GOEXPERIMENT: _goexperiment,
    GIT_HTTP_USER_AGENT: _agent,
    ...rest
  } = request.env;
  const result = await runGo(request.go, ["mod", "download", "-json", `golang.org/toolchain@${version}`], {
    cwd: scratch,
    signal: request.signal,
    env: {
      ...rest,
      GOENV: "off",
      GOFLAGS: "-modcacherw",
      GOTOOLCHAIN: "local",
      GO111MODULE: "on",
      GOWORK: "off",
      GOPATH: (0, import_node_path13.join)(scratch, "gopath"),
      GOMODCACHE: (0, import_node_path13.join)(scratch, "modcache"),
      GOCACHE: (0, import_node_path13.join)(scratch, "gocache"),
      GOTMPDIR: "",
      GOPRIVATE: "",
      GONOPROXY: "",
      GONOSUMDB: "",
      GOPROXY: `${(0, import_node_url4.pathToFileURL)((0, import_node_path13.join)(scratch, "proxy")).href}|${request.goproxy}`,
      ...request.gosumdb === null ? { GOSUMDB: "" } : { GOSUMDB: request.gosumdb }
    }
  });
  const parsed2 = safeParse(pipe(string(), parseJson(), downloadSchema), result.stdout);
  const said = parsed2.success ? parsed2.output : {};
  if (result.code === 0 && said.Sum !== void 0 && said.Error === void 0) return said.Sum;
  const why = (said.Error ?? result.stderr.trim()) || `go exited with ${result.code ?? result.error?.message}`;
  if (why.includes("SECURITY ERROR") || why.includes("checksum mismatch")) {
    const theirs = / {0,1}(\S+): (h1:\S+)\s+SECURITY ERROR/.exec(why.replace(/\s+/g, " "));
    throw new ChecksumMismatch(
      `the zip of golang.org/toolchain@${version} is refused: it does not match the checksum database${theirs === null ? "" : ` (${theirs[1]} has ${theirs[2]})`}; nothing was kept`
    );
  }
  throw new EnvironmentError(
    `could not look up golang.org/toolchain@${version} in the checksum database: ${why.replace(/\s+/g, " ")}`
  );
}
async function linkOrCopy(from, to) {
  try {
    await (0, import_promises16.link)(from, to);
  } catch (error2) {
    if (errnoOf(error2) === void 0 || errnoOf(error2) === "ENOSPC") throw error2;
    await (0, import_promises16.copyFile)(from, to);
  }
}
var import_promises16, import_node_path13, import_node_url4, downloadSchema;
var init_verify_sum = __esm({
  "src/go/provision/verify-sum.ts"() {
    "use strict";
    import_promises16 = require("node:fs/promises");
    import_node_path13 = require("node:path");
    import_node_url4 = require("node:url");
    init_dist();
    init_errors();
    init_run_go();
    init_source_answer();
    downloadSchema = object({ Sum: optional(string()), Error: optional(string()) });
  }
});

// src/go/source/proxy-source.ts
function namesNone(goproxy) {
  return `GOPROXY=${goproxy} names no proxy`;
}
function proxySource(name2, trust, context) {
  return {
    kind: "proxy",
    name: name2,
    fetch: (version, goroot, scratch) => fetchFromProxy(version, goroot, scratch, trust, context)
  };
}
async function fetchFromProxy(version, goroot, scratch, { goproxy, gosumdb, findVerifyingGo: findVerifyingGo2 }, context) {
  const platform2 = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform2));
  if (!namesProxy(goproxy)) throw new DownloadError(namesNone(goproxy));
  if (pin === null && gosumdb === "off") {
    throw new DownloadError(`go ${version} is not pinned, and GOSUMDB=off, so it cannot be verified`);
  }
  if (pin === null && findVerifyingGo2 === null) {
    throw new DownloadError(
      `no Go that can query the checksum database is pinned for ${platformKey(platform2)}; put any Go since 1.21 on PATH`
    );
  }
  const moduleVersion = `v0.0.1-go${version}.${platform2.os}-${platform2.arch}`;
  const file = (0, import_node_path14.join)(scratch, "toolchain.zip");
  const from = await downloadZip(goproxy, "golang.org/toolchain", moduleVersion, file, {
    what: `go ${version}`,
    signal: context.signal,
    limits: context.network,
    env: context.env,
    onBytes: (receivedBytes, totalBytes) => context.onProgress?.({ what: `go ${version}`, receivedBytes, totalBytes })
  });
  context.onProgress?.({ what: `go ${version}`, step: "verifying and unpacking" });
  const prefix = `golang.org/toolchain@${moduleVersion}/`;
  const zip = await openZip(file, prefix, from);
  const ours = await hash1OfZip(zip);
  const theirs = pin ?? await sumOfToolchain({
    go: await findVerifyingGo2?.() ?? "",
    version: moduleVersion,
    zip: file,
    goproxy,
    gosumdb,
    scratch: await makeDir((0, import_node_path14.join)(scratch, "verify")),
    env: context.env,
    signal: context.signal
  });
  if (ours !== theirs) {
    throw new ChecksumMismatch(
      `go ${version}: the zip from ${from} is refused: its checksum is ${ours}, but ${theirs} is ${pin === null ? "in the checksum database" : "pinned"}; nothing was kept`
    );
  }
  await unpackToolchain(zip, prefix, goroot, context.signal);
  return pin === null ? "verified by the checksum database" : "verified by its pinned hash";
}
async function makeDir(dir) {
  await (0, import_promises17.mkdir)(dir, { recursive: true });
  return dir;
}
var import_promises17, import_node_path14;
var init_proxy_source = __esm({
  "src/go/source/proxy-source.ts"() {
    "use strict";
    import_promises17 = require("node:fs/promises");
    import_node_path14 = require("node:path");
    init_matrix();
    init_dirhash();
    init_download();
    init_module_proxy();
    init_zip();
    init_platform2();
    init_unpack_toolchain();
    init_verify_sum();
    init_source_answer();
  }
});

// src/go/source/go-listings.ts
var go_listings_exports = {};
__export(go_listings_exports, {
  goListings: () => goListings
});
async function goListings(context, toolchainVersions2) {
  const platform2 = context.platform ?? hostPlatform();
  const { goproxy } = await readGoSettings(context.env, platform2, context.signal);
  const options = { signal: context.signal, limits: context.network, env: context.env };
  const goDev2 = {
    name: goDevName,
    list: async () => (await listGoDevArchives(platform2, context)).map(({ version }) => version)
  };
  if (goproxy === null) return [goDev2];
  const proxy = {
    name: "module proxy",
    list: async () => {
      if (!namesProxy(goproxy)) throw new DownloadError(namesNone(goproxy));
      return toolchainVersions2(await listVersions(goproxy, "golang.org/toolchain", options), platform2);
    }
  };
  return [proxy, goDev2];
}
var init_go_listings = __esm({
  "src/go/source/go-listings.ts"() {
    "use strict";
    init_go_settings();
    init_download();
    init_module_proxy();
    init_platform2();
    init_go_dev();
    init_proxy_source();
  }
});

// src/go/versions.ts
function parseGoRequest(text2) {
  if (text2 === "latest") return { kind: "stable" };
  if (text2 === "stable" || text2 === "oldstable") return { kind: text2 };
  if (tips.has(text2)) {
    throw new UserError(
      `${text2} is Go's development branch, which has no published archives; a step can build it: go install golang.org/dl/gotip@latest && gotip download`
    );
  }
  const [, start, name2, number2] = dashedPrerelease.exec(text2) ?? [];
  const written = start === void 0 ? text2 : `${start}${name2}${number2}`;
  const match = versionPattern.exec(written);
  if (match === null) {
    const range = text2.trim() === "" ? null : (0, import_valid.default)(text2);
    if (range !== null) return { kind: "range", range };
    throw new UserError(
      `${JSON.stringify(text2)} is not a Go version; write it as 1.22.12, 1.22 (its newest patch), ^1.22 (a range), 1.27rc1, stable or oldstable`
    );
  }
  const [, minor, patch, pre, preNumber] = match;
  if (patch === void 0 && pre === void 0) return { kind: "line", line: `1.${minor}` };
  if (patch === "0" && (pre !== void 0 || Number(minor) < 21)) {
    return { kind: "exact", version: `1.${minor}${pre ?? ""}${preNumber ?? ""}` };
  }
  return { kind: "exact", version: written.replace(/^go/, "") };
}
function isGoVersion(text2) {
  return versionPattern.test(text2);
}
function toSemver(version) {
  const [, minor, patch, pre, preNumber] = versionStart.exec(version) ?? [];
  return `1.${minor}.${patch ?? "0"}${pre === void 0 ? "" : `-${pre}.${preNumber}`}`;
}
function compareGo(a, b) {
  return (0, import_compare.default)(toSemver(a), toSemver(b));
}
function lineOf(version) {
  return `1.${versionStart.exec(version)?.[1]}`;
}
function isRelease(version) {
  return !/rc|beta/.test(version);
}
function resolveAmong(request, known) {
  if (request.kind === "exact") return known.includes(request.version) ? request.version : null;
  if (request.kind === "range") {
    const { range } = request;
    return [...known].sort(compareGo).findLast((version) => (0, import_satisfies.default)(toSemver(version), range)) ?? null;
  }
  const releases = known.filter(isRelease).sort(compareGo);
  const newest = releases.at(-1);
  if (newest === void 0) return null;
  if (request.kind === "line") return releases.findLast((version) => lineOf(version) === request.line) ?? null;
  if (request.kind === "stable") return newest;
  return releases.findLast((version) => lineOf(version) !== lineOf(newest)) ?? null;
}
function nearVersions(wanted, known) {
  const sorted = [...known].sort(compareGo);
  const sameLine = sorted.filter((version) => lineOf(version) === lineOf(wanted));
  if (sameLine.length > 0) {
    const at = sameLine.findIndex((version) => compareGo(version, wanted) > 0);
    const middle = at === -1 ? sameLine.length : at;
    const from = Math.max(0, Math.min(middle - 2, sameLine.length - 4));
    return sameLine.slice(from, from + 4);
  }
  const newestOfLine = new Map(sorted.filter(isRelease).map((version) => [lineOf(version), version]));
  return [...newestOfLine.values()].slice(-4);
}
function toolchainVersions(list, platform2) {
  const suffix = `.${platform2.os}-${platform2.arch}`;
  return list.flatMap((entry) => {
    const version = entry.endsWith(suffix) ? /^v0\.0\.1-go(.+)$/.exec(entry.slice(0, -suffix.length))?.[1] : void 0;
    return version !== void 0 && versionPattern.test(version) ? [version] : [];
  });
}
function matrixGoVersions(context) {
  const matrix = context.matrix ?? builtInMatrix();
  const key = platformKey(context.platform ?? hostPlatform());
  return Object.keys(matrix.go).filter((version) => pinnedHash(matrix, version, key) !== null);
}
async function resolveGoVersion(text2, context) {
  const request = parseGoRequest(text2);
  if (request.kind === "exact") return request.version;
  if (context.prefer === "matrix") {
    const pinned = resolveAmong(request, matrixGoVersions(context));
    if (pinned !== null) return pinned;
  }
  return await resolveByLists(text2, request, context);
}
async function resolveByLists(text2, request, context) {
  const [{ goListings: goListings2 }, { answerOf: answerOf2, tableOf: tableOf2 }] = await Promise.all([
    Promise.resolve().then(() => (init_go_listings(), go_listings_exports)),
    Promise.resolve().then(() => (init_source_answer(), source_answer_exports))
  ]);
  const answers = [];
  const known = /* @__PURE__ */ new Set();
  for (const { name: name2, list } of await goListings2(context, toolchainVersions)) {
    try {
      const versions = await list();
      const version = resolveAmong(request, versions);
      if (version !== null) return version;
      for (const one of versions) known.add(one);
      answers.push({ source: name2, outcome: "absent", said: `none of its ${versions.length} versions matches` });
    } catch (error2) {
      context.signal?.throwIfAborted();
      const answer = answerOf2(name2, error2);
      if (answer === null) throw error2;
      answers.push(answer);
    }
  }
  const table = tableOf2(answers);
  if (known.size > 0) {
    const error2 = noSuchGo(text2, [...known], context.platform ?? hostPlatform());
    error2.message += table;
    throw error2;
  }
  throw new EnvironmentError(
    `cannot resolve Go ${JSON.stringify(text2)}, since no list of versions is available; an exact version needs no list${table}`
  );
}
function noSuchGo(text2, known, platform2) {
  const near = versionPattern.test(text2) ? nearVersions(text2.replace(/^go/, ""), known) : [];
  const hint = near.length === 0 ? "" : `; there is ${near.join(", ")}`;
  return new NoSuchVersion(`there is no Go ${text2.replace(/^go/, "")} for ${platform2.os}/${platform2.arch}${hint}`);
}
var import_compare, import_satisfies, import_valid, versionPattern, versionStart, dashedPrerelease, tips;
var init_versions2 = __esm({
  "src/go/versions.ts"() {
    "use strict";
    import_compare = __toESM(require_compare(), 1);
    import_satisfies = __toESM(require_satisfies(), 1);
    import_valid = __toESM(require_valid(), 1);
    init_errors();
    init_matrix();
    init_platform2();
    init_no_such_version();
    versionPattern = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?$/;
    versionStart = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?/;
    dashedPrerelease = /^(?:go)?(1\.\d+(?:\.\d+)?)-(rc|beta)\.?(\d+)$/;
    tips = /* @__PURE__ */ new Set(["tip", "gotip", "master", "devel"]);
  }
});

// src/go/source/mirror.ts
async function provisionFromMirror(text2, mirror, context) {
  const wanted = await archivesFor(text2, mirror, context);
  const answers = [];
  let first;
  for (const archive of wanted) {
    try {
      return await provisionArchive(archive, mirror, context);
    } catch (error2) {
      context.signal?.throwIfAborted();
      const answer = answerOf(mirrorName, error2);
      if (answer === null) throw error2;
      first ??= error2;
      answers.push(answer);
      if (answer.outcome !== "absent") throw error2;
    }
  }
  throw first;
}
async function archivesFor(text2, mirror, context) {
  const platform2 = context.platform ?? hostPlatform();
  const request = parseGoRequest(text2);
  const bare = text2.replace(/^go/, "");
  const named = (version) => ({
    version,
    filename: archiveName(version, platform2),
    sha256: null,
    sizeBytes: null
  });
  const indexed = await indexOf(mirror, context);
  if (indexed !== null) {
    const versions = indexed.map(({ version: version2 }) => version2);
    const version = versions.includes(bare) && request.kind === "range" ? bare : resolveAmong(request, versions);
    const archive = indexed.find((one) => one.version === version);
    if (archive !== void 0) return [archive];
    if (request.kind !== "exact") throw noSuchGo(text2, versions, platform2);
  }
  if (request.kind === "exact") return [named(request.version)];
  if (request.kind === "range" && /^1\.\d[\w.+-]*$/.test(bare) && !/x/i.test(bare)) return [named(bare)];
  const resolved2 = await resolvedElsewhere(text2, context);
  if (request.kind !== "line") {
    if (resolved2 !== null) return [named(resolved2)];
    throw new EnvironmentError(`it has no index, and no other source can resolve Go ${text2}: name an exact version`);
  }
  return resolved2 === null || resolved2 === bare ? [named(bare)] : [named(resolved2), named(bare)];
}
async function indexOf(mirror, context) {
  if (mirror.base.protocol === "file:") return null;
  try {
    const platform2 = context.platform ?? hostPlatform();
    return (await listArchives(mirror, platform2, context)).filter(({ version }) => /^1\.\d+/.test(version));
  } catch (error2) {
    if (error2 instanceof DownloadError && error2.status === null) throw error2;
    if (error2 instanceof EnvironmentError) return null;
    throw error2;
  }
}
async function resolvedElsewhere(text2, context) {
  try {
    return await resolveGoVersion(text2, context);
  } catch (error2) {
    if (error2 instanceof UserError || error2 instanceof EnvironmentError) return null;
    throw error2;
  }
}
async function provisionArchive(archive, mirror, context) {
  const platform2 = context.platform ?? hostPlatform();
  const source = redacted(mirror.base).replace(/\/+$/, "");
  const key = (0, import_node_crypto4.createHash)("sha256").update(source).digest("hex").slice(0, 12);
  const tell2 = (verifiedBy2) => context.onAnswer?.({
    source: mirrorName,
    outcome: "found",
    said: verifiedBy2 === "" ? `${mirror.base.host} publishes no SHA-256 for ${archive.filename}` : verifiedBy2,
    verified: verifiedBy2 !== ""
  });
  const check2 = async (dir2) => {
    const [version2, verifiedBy2] = await Promise.all([
      readVersionFile((0, import_node_path15.join)(dir2, "go")),
      textOf2((0, import_node_path15.join)(dir2, verifiedByFile))
    ]);
    if (version2 === null || verifiedBy2 === null || !await isThere2((0, import_node_path15.join)(dir2, "go", "bin", exeName("go", platform2))))
      return null;
    return verifiedBy2.trim() === "" && mirror.verify === "required" ? null : { dir: dir2, version: version2, verifiedBy: verifiedBy2.trim() };
  };
  const { dir, version, verifiedBy } = await install({
    store: storeDir(context.env),
    place: `mirror/${key}/${archive.version}-${platformKey(platform2)}`,
    what: `go ${archive.version}`,
    check: check2,
    build: async (made, scratch) => {
      const { sha256, by } = await publishedFor(archive, mirror, context);
      if (sha256 === null && mirror.verify === "required") {
        throw new EnvironmentError(
          `${source} publishes no SHA-256 for ${archive.filename}, in an index or in ${archive.filename}.sha256, so \`verify: required\` rejects it`
        );
      }
      const goroot = (0, import_node_path15.join)(made, "go");
      await fetchArchive({ ...archive, sha256 }, mirror, goroot, scratch, context);
      const found = await readVersionFile(goroot);
      if (found === null || lineIn(found) !== lineIn(archive.version)) {
        throw new EnvironmentError(
          `${archive.filename} contains ${found === null ? "no Go" : `Go ${found}`}; nothing was kept`
        );
      }
      await (0, import_promises18.writeFile)((0, import_node_path15.join)(made, verifiedByFile), `${by}
`, { flush: true });
    }
  });
  tell2(verifiedBy);
  return { version, goroot: (0, import_node_path15.join)(dir, "go"), source: "mirror" };
}
async function publishedFor(archive, mirror, context) {
  const { host } = mirror.base;
  if (archive.sha256 !== null) return { sha256: archive.sha256, by: `verified by the SHA-256 in the index of ${host}` };
  try {
    const sha256 = await publishedBeside(archive.filename, mirror, context);
    if (sha256 !== null) return { sha256, by: `verified by the SHA-256 in ${archive.filename}.sha256 of ${host}` };
  } catch (error2) {
    if (!(error2 instanceof DownloadError)) throw error2;
  }
  return { sha256: null, by: "" };
}
function lineIn(version) {
  return /^1\.\d+/.exec(version)?.[0];
}
async function textOf2(file) {
  try {
    return await (0, import_promises18.readFile)(file, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return null;
  }
}
var import_node_crypto4, import_promises18, import_node_path15, mirrorName, verifiedByFile;
var init_mirror = __esm({
  "src/go/source/mirror.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    import_promises18 = require("node:fs/promises");
    import_node_path15 = require("node:path");
    init_errors();
    init_is_there();
    init_go_on_path();
    init_download();
    init_platform2();
    init_store();
    init_versions2();
    init_archive_index();
    init_go_dev();
    init_source_answer();
    mirrorName = "mirror";
    verifiedByFile = "vouched-for-by";
  }
});

// src/go/store/tool-cache.ts
async function findInToolCache(version, env, platform2) {
  const goroot = placeIn(toSemver(version), env, platform2);
  return goroot !== null && await versionAt(goroot) === version ? goroot : null;
}
async function listToolCache(env, platform2) {
  const root = env.RUNNER_TOOL_CACHE;
  if (root === void 0 || root === "") return [];
  const found = await Promise.all(
    (await namesIn2((0, import_node_path16.join)(root, "go"))).map(async (name2) => {
      const goroot = placeIn(name2, env, platform2);
      return goroot === null ? null : await versionAt(goroot);
    })
  );
  return found.filter((version) => version !== null);
}
function placeIn(semver, env, platform2) {
  const root = env.RUNNER_TOOL_CACHE;
  const arch2 = toolCacheArchs[platform2.arch];
  return root === void 0 || root === "" || arch2 === void 0 ? null : (0, import_node_path16.join)(root, "go", semver, arch2);
}
async function versionAt(goroot) {
  return await isThere2(`${goroot}.complete`) ? await readVersionFile(goroot) : null;
}
async function namesIn2(dir) {
  try {
    return await (0, import_promises19.readdir)(dir);
  } catch (error2) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error2) ?? "")) return [];
    throw error2;
  }
}
var import_promises19, import_node_path16, toolCacheArchs;
var init_tool_cache = __esm({
  "src/go/store/tool-cache.ts"() {
    "use strict";
    import_promises19 = require("node:fs/promises");
    import_node_path16 = require("node:path");
    init_errors();
    init_is_there();
    init_go_on_path();
    init_versions2();
    toolCacheArchs = {
      amd64: "x64",
      arm64: "arm64",
      "386": "x86",
      arm: "arm",
      loong64: "loong64",
      ppc64le: "ppc64",
      riscv64: "riscv64",
      s390x: "s390x"
    };
  }
});

// src/go/provision/newest-here.ts
async function newestHere(text2, context) {
  const request = parseGoRequest(text2);
  if (request.kind === "exact") return request.version;
  if (request.kind === "stable" || request.kind === "oldstable") return null;
  const platform2 = context.platform ?? hostPlatform();
  const [cached, stored2, { go }] = await Promise.all([
    listToolCache(context.env, platform2),
    listStore(context.env, "go", platformKey(platform2)),
    readGoSettings(context.env, platform2, context.signal)
  ]);
  const onPath = go !== null && (go.arch ?? platform2.arch) === platform2.arch ? go.version : null;
  const here = [...cached, ...stored2, ...onPath === null ? [] : [onPath]].filter(isGoVersion);
  return resolveAmong(request, here);
}
var init_newest_here = __esm({
  "src/go/provision/newest-here.ts"() {
    "use strict";
    init_go_settings();
    init_platform2();
    init_store();
    init_tool_cache();
    init_versions2();
  }
});

// src/go/source/fetch-from-first.ts
async function fetchFromFirst(version, sources2, { goroot, scratch, whole, said }, context) {
  const answers = [];
  for (const [i, source] of sources2.entries()) {
    const own = (0, import_node_path17.join)(scratch, String(i));
    await (0, import_promises20.mkdir)(own);
    try {
      const verifiedBy = await source.fetch(version, goroot, own);
      if (!await whole()) {
        throw new EnvironmentError(
          `the archive has no complete Go ${version} (bin/go or VERSION is missing); nothing was kept`
        );
      }
      context.onAnswer?.({ source: source.name, outcome: "found", said: verifiedBy, verified: true });
      return source;
    } catch (error2) {
      context.signal?.throwIfAborted();
      const answer = answerOf(source.name, error2);
      if (answer === null) throw error2;
      context.onAnswer?.(answer);
      answers.push(answer);
      await (0, import_promises20.rm)(goroot, { recursive: true, force: true });
    }
  }
  const table = tableOf([...said, ...answers]);
  const absent = answers.some(({ outcome }) => outcome === "absent");
  if (absent && answers.every(({ outcome }) => outcome === "absent" || outcome === "unreachable")) {
    const known = await knownVersions(context);
    if (!known.includes(version)) {
      const error2 = noSuchGo(version, known, context.platform ?? hostPlatform());
      error2.message += table;
      throw error2;
    }
  }
  throw new EnvironmentError(`cannot download go ${version}: no source has it${table}`);
}
async function knownVersions(context) {
  for (const { name: name2, list } of await goListings(context, toolchainVersions)) {
    try {
      return await list();
    } catch (error2) {
      context.signal?.throwIfAborted();
      if (answerOf(name2, error2) === null) throw error2;
    }
  }
  return [];
}
var import_promises20, import_node_path17;
var init_fetch_from_first = __esm({
  "src/go/source/fetch-from-first.ts"() {
    "use strict";
    import_promises20 = require("node:fs/promises");
    import_node_path17 = require("node:path");
    init_errors();
    init_platform2();
    init_versions2();
    init_go_listings();
    init_source_answer();
  }
});

// src/go/source/look-here.ts
async function lookHere(version, go, context) {
  const platform2 = context.platform ?? hostPlatform();
  const fits = go !== null && (go.arch ?? platform2.arch) === platform2.arch;
  if (fits && go.version === version) return { found: { goroot: go.goroot, source: "path" } };
  const cached = await findInToolCache(version, context.env, platform2);
  if (cached !== null) return { found: { goroot: cached, source: "toolcache" } };
  const has = await listToolCache(context.env, platform2);
  const answer = (source, said) => ({ source, outcome: "absent", said });
  return {
    found: null,
    answers: [
      answer("PATH", wordsOnPath(go, fits)),
      answer(
        "tool cache",
        context.env["RUNNER_TOOL_CACHE"] ? `it has ${wordsFor(has)}` : "there is none on this machine"
      )
    ]
  };
}
function wordsOnPath(go, fits) {
  if (go === null) return "it has no working go";
  return `${go.path} is ${go.version ?? "a development build"}${fits ? "" : ` for ${go.arch}`}`;
}
function wordsFor(versions) {
  return versions.length === 0 ? "no Go for this architecture" : versions.join(", ");
}
var init_look_here = __esm({
  "src/go/source/look-here.ts"() {
    "use strict";
    init_platform2();
    init_tool_cache();
  }
});

// src/go/source/go-dev-source.ts
function goDevSource(context) {
  return {
    kind: "go.dev",
    name: goDevName,
    fetch: async (version, goroot, scratch) => {
      const platform2 = context.platform ?? hostPlatform();
      const archives = await listGoDevArchives(platform2, context);
      const archive = archives.find((candidate) => candidate.version === version);
      if (archive === void 0) {
        const known = archives.map((candidate) => candidate.version);
        throw noSuchGo(version, known, platform2);
      }
      await fetchArchive(archive, goDev(context), goroot, scratch, context);
      return "verified by the SHA-256 that go.dev publishes";
    }
  };
}
var init_go_dev_source = __esm({
  "src/go/source/go-dev-source.ts"() {
    "use strict";
    init_platform2();
    init_versions2();
    init_go_dev();
  }
});

// src/go/source/remote-sources.ts
function remoteSources(version, settings, findVerifyingGo2, context) {
  const { goproxy, gosumdb } = settings;
  const goDev2 = goDevSource(context);
  if (goproxy === null) return [goDev2];
  const proxy = proxySource("module proxy", { goproxy, gosumdb, findVerifyingGo: findVerifyingGo2 }, context);
  const platform2 = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform2));
  if (gosumdb !== "off" || pin !== null || !namesProxy(goproxy)) return [proxy, goDev2];
  return [proxy, goDev2, proxySource("proxy again", { goproxy, gosumdb: null, findVerifyingGo: findVerifyingGo2 }, context)];
}
var init_remote_sources = __esm({
  "src/go/source/remote-sources.ts"() {
    "use strict";
    init_matrix();
    init_module_proxy();
    init_platform2();
    init_go_dev_source();
    init_proxy_source();
  }
});

// src/go/provision/provision-go.ts
async function provisionGo(version, context, answers = []) {
  const request = parseGoRequest(version);
  const exact = request.kind === "exact" ? request.version : request.kind === "line" ? request.line : null;
  if (exact === null) throw new UserError(`${version} is not an exact Go version; resolve it first`);
  const platform2 = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const place = placeOf(exact, platform2);
  const check2 = async (dir2) => await isWholeGoroot((0, import_node_path18.join)(dir2, "go"), exact, platform2.os) ? dir2 : null;
  const stored2 = await check2((0, import_node_path18.join)(store, place));
  const inStore = stored2 === null ? null : { version: exact, goroot: (0, import_node_path18.join)(stored2, "go"), source: "store" };
  if (inStore !== null && context.from === "store") return inStore;
  const settings = await readGoSettings(context.env, platform2, context.signal);
  const said = [...answers];
  if (context.from !== "store") {
    const local = await lookHere(exact, settings.go, context);
    if (local.found !== null) return { version: exact, ...local.found };
    said.push(...local.answers);
  }
  if (inStore !== null) return inStore;
  said.push({ source: "store", outcome: "absent", said: `${store} does not have it` });
  let source = "store";
  const dir = await install({
    store,
    place,
    what: `go ${exact}`,
    check: check2,
    build: async (made, scratch) => {
      const sources2 = remoteSources(exact, settings, findVerifyingGo(settings, context), context);
      const goroot = (0, import_node_path18.join)(made, "go");
      const whole = () => isWholeGoroot(goroot, exact, platform2.os);
      source = (await fetchFromFirst(exact, sources2, { goroot, scratch, whole, said }, context)).kind;
    }
  });
  return { version: exact, goroot: (0, import_node_path18.join)(dir, "go"), source };
}
function placeOf(version, platform2) {
  return `go/${version}-${platformKey(platform2)}`;
}
async function isWholeGoroot(goroot, version, os6) {
  if (await readVersionFile(goroot) !== version) return false;
  try {
    await (0, import_promises21.access)((0, import_node_path18.join)(goroot, "bin", os6 === "windows" ? "go.exe" : "go"));
    return true;
  } catch (error2) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error2) ?? "")) return false;
    throw error2;
  }
}
function findVerifyingGo(settings, context) {
  const { go } = settings;
  if (go?.version != null && compareGo(go.version, firstVerifyingGo) >= 0) return async () => go.path;
  const platform2 = context.platform ?? hostPlatform();
  const matrix = context.matrix ?? builtInMatrix();
  const pinned = [...Object.keys(matrix.go), ...Object.keys(matrix.bootstrap)].filter((version) => compareGo(version, firstVerifyingGo) >= 0).filter((version) => pinnedHash(matrix, version, platformKey(platform2)) !== null).sort(compareGo);
  return pinned.length === 0 ? null : () => pinnedGo(pinned, platform2, context);
}
async function pinnedGo(pinned, platform2, context) {
  const store = storeDir(context.env);
  for (const version of pinned.toReversed()) {
    const goroot = (0, import_node_path18.join)(store, placeOf(version, platform2), "go");
    if (await isWholeGoroot(goroot, version, platform2.os)) return (0, import_node_path18.join)(goroot, "bin", exeName("go", platform2));
  }
  const go = await provisionGo(pinned.at(-1) ?? "", { ...context, from: "store" });
  return (0, import_node_path18.join)(go.goroot, "bin", exeName("go", platform2));
}
var import_promises21, import_node_path18, firstVerifyingGo;
var init_provision_go = __esm({
  "src/go/provision/provision-go.ts"() {
    "use strict";
    import_promises21 = require("node:fs/promises");
    import_node_path18 = require("node:path");
    init_errors();
    init_go_on_path();
    init_go_settings();
    init_matrix();
    init_platform2();
    init_fetch_from_first();
    init_look_here();
    init_remote_sources();
    init_store();
    init_versions2();
    firstVerifyingGo = "1.21.0";
  }
});

// src/go/provision/bring-go.ts
async function bringGo(text2, { mirror, checkLatest }, context) {
  const answers = [];
  if (mirror !== null) {
    try {
      return await provisionFromMirror(text2, mirror, context);
    } catch (error2) {
      context.signal?.throwIfAborted();
      const answer = answerOf(mirrorName, error2);
      if (answer === null) throw error2;
      context.onAnswer?.(answer);
      answers.push(answer);
    }
  }
  const here = checkLatest ? null : await newestHere(text2, context);
  return await provisionGo(here ?? await resolved(text2, context, answers), context, answers);
}
async function resolved(text2, context, before) {
  try {
    return await resolveGoVersion(text2, context);
  } catch (error2) {
    if (error2 instanceof Error && answerOf("", error2) !== null) error2.message += tableOf(before);
    throw error2;
  }
}
var init_bring_go = __esm({
  "src/go/provision/bring-go.ts"() {
    "use strict";
    init_mirror();
    init_source_answer();
    init_versions2();
    init_newest_here();
    init_provision_go();
  }
});

// src/action/install/report-sources.ts
function reportSources(namesMirror, env) {
  const answers = [];
  return {
    onAnswer: (answer) => {
      answers.push(answer);
      info(`${answer.source}: ${answer.said}`);
    },
    end: async (go) => {
      const mirror = answers.find(({ source }) => source === mirrorName);
      if (namesMirror && go.source !== "mirror" && mirror !== void 0) {
        warning(`Go ${go.version} is not from go-download-base-url, which answered: ${mirror.said}`);
      }
      const found = answers.find(({ outcome }) => outcome === "found");
      if (found?.verified !== false) return;
      const sentence = `${found.said}, so whoever can change that file can change this job's Go. To reject such a Go, set \`verify: required\`.`;
      warning(sentence);
      if ((env["GITHUB_STEP_SUMMARY"] ?? "") !== "") {
        await summary.addRaw(`> [!WARNING]
> Go ${go.version}: ${sentence}
`, true).write();
      }
    }
  };
}
var init_report_sources = __esm({
  "src/action/install/report-sources.ts"() {
    "use strict";
    init_core();
    init_mirror();
  }
});

// src/go/version-file.ts
async function readGoVersionFile(path5, options = {}) {
  let text2;
  try {
    text2 = await (0, import_promises22.readFile)(path5, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    const why = errnoOf(error2) === "ENOENT" ? "no such file" : messageOf(error2);
    throw new UserError(`${path5}: ${why}`, { cause: error2 });
  }
  const name2 = (0, import_node_path19.basename)(path5);
  const wanted = goVersionIn(name2, text2, options);
  if (wanted !== null) return wanted;
  const message = `${path5} has no Go version: ${lackOf(name2)}`;
  const isList = isModFile(name2) || name2 === ".tool-versions";
  throw isList || linesOf(text2).length === 0 ? new AsksForNoGo(message) : new UserError(message);
}
function lackOf(name2) {
  if (name2 === ".tool-versions") return 'it needs a line such as "golang 1.26.4"';
  return isModFile(name2) ? 'it needs a line such as "go 1.26.4"' : "its only line must be a version such as 1.26.4";
}
function isModFile(name2) {
  return name2.endsWith(".mod") || name2.endsWith(".work");
}
function goVersionIn(name2, text2, { toolchainLine = true } = {}) {
  if (isModFile(name2)) {
    const toolchain = /^[ \t]*toolchain[ \t]+go(1\.[0-9a-z.]+)/m.exec(text2)?.[1];
    return (toolchainLine ? toolchain : void 0) ?? /^[ \t]*go[ \t]+(1\.[0-9a-z.]+)/m.exec(text2)?.[1] ?? null;
  }
  if (name2 === ".tool-versions") return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text2)?.[1] ?? null;
  const lines2 = linesOf(text2);
  return lines2.length === 1 ? lines2[0] ?? null : null;
}
function linesOf(text2) {
  return text2.split("\n").map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
}
var import_promises22, import_node_path19, AsksForNoGo;
var init_version_file = __esm({
  "src/go/version-file.ts"() {
    "use strict";
    import_promises22 = require("node:fs/promises");
    import_node_path19 = require("node:path");
    init_errors();
    AsksForNoGo = class extends UserError {
    };
  }
});

// src/action/install/wanted-go.ts
async function wantedGo(inputs, workspace, gotoolchain = "") {
  const { "go-version": version, "go-version-file": file } = inputs;
  if (version !== null) {
    const both = file === null ? null : "go-version and go-version-file are both set: using go-version";
    return { request: version, from: "go-version", warning: both ?? unquoted(version) };
  }
  const toolchainLine = gotoolchain !== "local";
  if (file !== null) {
    const [request, warning2] = await askFile((0, import_node_path20.resolve)(workspace, file), toolchainLine);
    return { request, from: file, warning: warning2 };
  }
  for (const name2 of ["go.work", "go.mod"]) {
    const path5 = (0, import_node_path20.join)(workspace, name2);
    if (!await isThere2(path5)) continue;
    const [request] = await askFile(path5, toolchainLine);
    if (request !== null) return { request, from: name2, warning: null };
  }
  return { request: null, from: "nobody", warning: null };
}
async function askFile(path5, toolchainLine) {
  try {
    return [await readGoVersionFile(path5, { toolchainLine }), null];
  } catch (error2) {
    if (error2 instanceof AsksForNoGo) return [null, error2.message];
    throw error2;
  }
}
function unquoted(version) {
  if (!/^1\.[123]$/.test(version)) return null;
  return `go-version is ${version}. For Go ${version}0 write go-version: '${version}0' in quotes: without them YAML drops the zero`;
}
var import_node_path20;
var init_wanted_go = __esm({
  "src/action/install/wanted-go.ts"() {
    "use strict";
    import_node_path20 = require("node:path");
    init_version_file();
    init_is_there();
  }
});

// src/action/install/install-go.ts
async function installGo(inputs, workspace, gotoolchain, context) {
  const wanted = await wantedGo(inputs, workspace, gotoolchain);
  if (wanted.warning !== null) warning(wanted.warning);
  const go = await goOnPath(wanted, inputs, context) ?? await provisionedGo(wanted, inputs, context);
  info(`${go.goroot} (${sources[go.source]})`);
  const path5 = (0, import_node_path21.join)(go.goroot, "bin", exeName("go", inputs.architecture));
  addPath((0, import_node_path21.join)(go.goroot, "bin"));
  const isOld = compareGo(go.version, "1.9") < 0;
  if (isOld || (context.env.GOROOT ?? "") !== "") exportVariable("GOROOT", go.goroot);
  const { GOPATH: gopaths, GOMODCACHE: gomodcache, GOCACHE: gocache2 } = await goEnv(path5, isOld, context);
  const gopath = gopaths.split(import_node_path21.delimiter).find((entry) => entry !== "");
  if (gopath !== void 0) {
    await (0, import_promises23.mkdir)((0, import_node_path21.join)(gopath, "bin"), { recursive: true });
    addPath((0, import_node_path21.join)(gopath, "bin"));
  }
  return { ...go, path: path5, gomodcache, gocache: gocache2 };
}
async function goOnPath(wanted, inputs, context) {
  if (wanted.request !== null || inputs["check-latest"]) return null;
  const { go } = await readGoSettings(context.env, inputs.architecture);
  if (go === null || go.version === null || (go.arch ?? inputs.architecture.arch) !== inputs.architecture.arch)
    return null;
  info(`Go ${go.version}: already on PATH, and no other version is requested`);
  return { version: go.version, goroot: go.goroot, source: "path" };
}
async function provisionedGo(wanted, inputs, context) {
  const request = wanted.request ?? "stable";
  const mirror = mirrorOf(inputs);
  const sources2 = reportSources(mirror !== null, context.env);
  const go = await bringGo(
    request,
    { mirror, checkLatest: inputs["check-latest"] },
    { ...context, onAnswer: sources2.onAnswer }
  );
  info(
    `Go ${go.version}${go.version === request ? "" : ` for ${request}`}, ${wanted.request === null ? "the default" : `requested by ${wanted.from}`}`
  );
  await sources2.end(go);
  return go;
}
function mirrorOf(inputs) {
  const url = inputs["go-download-base-url"];
  if (url === null) return null;
  const authorization = inputs.mirrorToken === null ? null : `token ${inputs.mirrorToken}`;
  return { base: new URL(url), authorization, verify: inputs.verify };
}
async function goEnv(go, isOld, context) {
  const names2 = Object.keys(goEnvSchema2.entries);
  const result = await runGo(go, isOld ? ["env", ...names2] : ["env", "-json", ...names2], { env: context.env });
  const lines2 = result.stdout.split("\n");
  const text2 = isOld ? JSON.stringify(Object.fromEntries(names2.map((name2, i) => [name2, lines2[i] ?? ""]))) : result.stdout;
  const parsed2 = safeParse(pipe(string(), parseJson(), goEnvSchema2), text2);
  if (result.code === 0 && parsed2.success) return parsed2.output;
  const loader = result.code === null ? await missingLoader(go) : null;
  if (loader !== null) {
    throw new EnvironmentError(
      `${go} needs ${loader}, which this system lacks, as Alpine does: Go before 1.21 is linked with glibc; request Go 1.21 or newer, or install glibc's loader before this action (apk add gcompat)`
    );
  }
  throw new EnvironmentError(`${go} does not run: ${result.stderr.trim() || messageOf(result.error)}`);
}
var import_promises23, import_node_path21, goEnvSchema2, sources;
var init_install_go = __esm({
  "src/action/install/install-go.ts"() {
    "use strict";
    import_promises23 = require("node:fs/promises");
    import_node_path21 = require("node:path");
    init_core();
    init_dist();
    init_errors();
    init_go_settings();
    init_missing_loader();
    init_platform2();
    init_bring_go();
    init_run_go();
    init_versions2();
    init_report_sources();
    init_wanted_go();
    goEnvSchema2 = object({
      GOPATH: string(),
      // Since Go 1.15; before that, below GOPATH.
      GOMODCACHE: optional(string(), ""),
      // Since Go 1.10.
      GOCACHE: optional(string(), "")
    });
    sources = {
      path: "found on PATH",
      toolcache: "from the runner's tool cache",
      store: "from unlatch's store",
      mirror: "from go-download-base-url",
      proxy: "downloaded from the module proxy and verified",
      "go.dev": "downloaded from go.dev and verified"
    };
  }
});

// src/cache/kind.ts
function perKind(of) {
  return fromPairs(cacheKinds.map((kind) => [kind, of(kind)]));
}
async function perKindAtOnce(of) {
  return fromPairs(await Promise.all(cacheKinds.map(async (kind) => [kind, await of(kind)])));
}
function fromPairs(pairs) {
  return Object.fromEntries(pairs);
}
var cacheKinds;
var init_kind = __esm({
  "src/cache/kind.ts"() {
    "use strict";
    cacheKinds = ["modules", "build", "lint", "gopls"];
  }
});

// src/action/outputs.ts
function setOutput2(name2, value) {
  setOutput(name2, value);
}
function setCacheOutputs(restored) {
  const caches = restored === null ? [] : cacheKinds.map((kind) => restored[kind]).filter(({ hit }) => hit !== "off");
  setOutput2("cache-hit", caches.length > 0 && caches.every(({ hit }) => hit === "exact"));
  for (const cache of caches) {
    for (const name2 of ofEachCache) setOutput2(`${cache.kind}-${name2}`, valuesOf(cache)[name2]);
  }
}
function valuesOf({ hit, matchedKey, archiveBytes, ms }) {
  return {
    hit: hit === "exact" || hit === "prefix" ? hit : "miss",
    key: matchedKey ?? "",
    bytes: archiveBytes ?? "",
    ms
  };
}
var ofEachCache, others, outputNames;
var init_outputs = __esm({
  "src/action/outputs.ts"() {
    "use strict";
    init_core();
    init_kind();
    ofEachCache = ["hit", "key", "bytes", "ms"];
    others = ["go-version", "gopls-version", "gopls-path", "cache-hit", "report", "histories"];
    outputNames = [
      ...others,
      ...cacheKinds.flatMap((kind) => ofEachCache.map((name2) => `${kind}-${name2}`))
    ];
  }
});

// src/process/end-marked.ts
async function endMarked(mark, sinceTicks, known = []) {
  const begin = performance.now();
  const awaited = new Map(known.map((one) => [keyOf(one), one]));
  let doubtful = null;
  let lastSeen = begin;
  for (let quiet = 0; quiet < 2; ) {
    const { marked, unclear } = look(mark, sinceTicks);
    for (const one of marked) {
      awaited.set(keyOf(one), one);
      end(one);
    }
    for (const [key, one] of awaited) if (!isThere3(one)) awaited.delete(key);
    const now = performance.now();
    const seen = marked.length > 0 || awaited.size > 0;
    const keys = unclear.map(keyOf);
    doubtful = new Set(seen || doubtful === null ? keys : keys.filter((key) => doubtful?.has(key)));
    if (seen) lastSeen = now;
    quiet = seen || doubtful.size > 0 && now - lastSeen < patienceMs ? 0 : quiet + 1;
    if (now - begin > limitMs) {
      throw new EnvironmentError(
        `processes with ${mark} do not end: ${[...awaited.values()].map(({ pid }) => pid).join(", ")}`
      );
    }
    if (quiet === 0) await (0, import_promises24.setTimeout)(2);
  }
}
function signalOwnMarked(mark, signal) {
  for (const { pid } of look(mark, 0).marked) if (readStat(pid)?.ppid === process.pid) send(pid, signal);
}
function look(mark, sinceTicks) {
  const marked = [];
  const unclear = [];
  for (const pid of readPids()) {
    const stat5 = readStat(pid);
    if (stat5 === null || stat5.startTicks < sinceTicks || isKernels(stat5) || isDead(stat5)) continue;
    const one = { pid: stat5.pid, startTicks: stat5.startTicks };
    const environ = readText(`/proc/${pid}/environ`);
    if (environ?.split("\0").includes(mark) === true) {
      marked.push(one);
    } else if (isEnding(stat5) || environ === "" && stat5.environmentEnd === 0) {
      unclear.push(one);
    }
  }
  return { marked, unclear };
}
function end(one) {
  if (isThere3(one)) send(one.pid, "SIGKILL");
}
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error2) {
    if (errnoOf(error2) !== "ESRCH") throw error2;
  }
}
function isThere3({ pid, startTicks }) {
  const stat5 = readStat(pid);
  return stat5 !== null && stat5.startTicks === startTicks && !isDead(stat5);
}
function isEnding({ flags }) {
  return (flags & 4) !== 0;
}
function isKernels({ flags }) {
  return (flags & 2097152) !== 0;
}
function keyOf({ pid, startTicks }) {
  return `${pid}:${startTicks}`;
}
var import_promises24, limitMs, patienceMs;
var init_end_marked = __esm({
  "src/process/end-marked.ts"() {
    "use strict";
    import_promises24 = require("node:timers/promises");
    init_errors();
    init_read_proc();
    init_stat();
    limitMs = 3e4;
    patienceMs = 5e3;
  }
});

// src/action/run-in-step.ts
async function runInStep(command, args, { cwd, env, silenceMs = 6e5 }) {
  const id = `${process.pid}-${performance.now()}`;
  const mark = `${marker}=${id}`;
  let silent = null;
  const timer = setTimeout(() => {
    silent = endMarked(mark, 0);
  }, silenceMs);
  const interrupt = () => signalOwnMarked(mark, "SIGINT");
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  const heard = () => void timer.refresh();
  const name2 = [(0, import_node_path22.basename)(command), args[0]].join(" ");
  try {
    const code = await exec(quoted(command), [...args], {
      cwd,
      env: { ...definedIn(env), [marker]: id },
      ignoreReturnCode: true,
      listeners: { stdout: heard, stderr: heard }
    });
    if (silent !== null) throw new EnvironmentError(`${name2} was silent for ${silenceMs / 1e3} s and was ended`);
    if (code === null) throw new EnvironmentError(`${name2} was ended by a signal`);
    return code;
  } catch (error2) {
    if (error2 instanceof EnvironmentError) throw error2;
    throw new EnvironmentError(`cannot run ${name2}: ${messageOf(error2)}`, { cause: error2 });
  } finally {
    clearTimeout(timer);
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
    await silent;
  }
}
function quoted(command) {
  return `"${command.replaceAll('"', '\\"')}"`;
}
function definedIn(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name2, value]) => value === void 0 ? [] : [[name2, value]])
  );
}
var import_node_path22, marker;
var init_run_in_step = __esm({
  "src/action/run-in-step.ts"() {
    "use strict";
    import_node_path22 = require("node:path");
    init_exec();
    init_errors();
    init_end_marked();
    marker = "UNLATCH_STEP";
  }
});

// src/action/state.ts
function saveStepState(state) {
  saveState(name, state);
}
var name;
var init_state = __esm({
  "src/action/state.ts"() {
    "use strict";
    init_core();
    name = "job";
  }
});

// src/cache/keys/run-git.ts
function runGit(args, folder2, env, signal) {
  return new Promise((resolve7, reject) => {
    const child2 = (0, import_node_child_process2.execFile)(
      "git",
      // In containers the checkout often belongs to another user, and git refuses to read it.
      ["-c", "safe.directory=*", "-c", "core.quotePath=false", ...args],
      { cwd: folder2, env: { ...env }, maxBuffer: 256 << 20, ...signal && { signal } },
      (error2, stdout) => {
        if (signal?.aborted) reject(signal.reason);
        else resolve7(error2 === null ? stdout : null);
      }
    );
    child2.stdin?.on("error", () => child2.kill());
    child2.stdin?.end();
  });
}
var import_node_child_process2;
var init_run_git = __esm({
  "src/cache/keys/run-git.ts"() {
    "use strict";
    import_node_child_process2 = require("node:child_process");
  }
});

// src/cache/stabilize-mtimes.ts
async function stabilizeMtimes(workspace, env) {
  const begin = performance.now();
  const ended = (rest) => ({ ...rest, ms: performance.now() - begin });
  const nothingDone = (why) => ended({ files: 0, folders: 0, leftAlone: 0, why });
  const top = (await runGit(["rev-parse", "--show-toplevel"], workspace, env))?.trimEnd();
  if (top === void 0) return nothingDone(`${workspace} is not in a git repository`);
  const [index, status, trees, root] = await Promise.all([
    runGit(["ls-files", "-s", "-v", "-z"], top, env),
    runGit(["--no-optional-locks", "status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all"], top, env),
    runGit(["ls-tree", "-r", "-d", "-z", "HEAD"], top, env),
    runGit(["rev-parse", "HEAD^{tree}"], top, env)
  ]);
  if (index === null || status === null || trees === null || root === null) {
    return nothingDone("git cannot list what is checked out");
  }
  const changed = new Set(status.split("\0").flatMap((line) => line === "" ? [] : [line.slice(3)]));
  const changedFolders = /* @__PURE__ */ new Set();
  for (const path5 of changed) for (const folder2 of foldersAbove(path5)) changedFolders.add(folder2);
  let files2 = 0;
  let leftAlone = 0;
  for (const line of index.split("\0")) {
    const [, tag, mode, id, stage, path5] = /^(\S) (\d{6}) ([0-9a-f]{40,64}) (\d)\t(.+)$/s.exec(line) ?? [];
    if (id === void 0 || path5 === void 0) continue;
    const clean2 = tag === "H" && stage === "0" && mode !== submodule && !changed.has(path5);
    if (clean2 && setMtime((0, import_node_path23.join)(top, path5), id)) files2++;
    else leftAlone++;
  }
  let folders2 = 0;
  const entries = trees.split("\0").flatMap((line) => {
    const [, id, path5] = /^040000 tree ([0-9a-f]{40,64})\t(.+)$/s.exec(line) ?? [];
    return id === void 0 || path5 === void 0 ? [] : [{ id, path: path5 }];
  });
  for (const { id, path: path5 } of [...entries, { id: root.trim(), path: "." }]) {
    if (!changedFolders.has(path5) && setMtime((0, import_node_path23.join)(top, path5), id)) folders2++;
  }
  return ended({ files: files2, folders: folders2, leftAlone, why: null });
}
function foldersAbove(path5) {
  const folders2 = ["."];
  for (let at = path5.indexOf("/"); at !== -1; at = path5.indexOf("/", at + 1)) folders2.push(path5.slice(0, at));
  return folders2;
}
function mtimeOfId(id) {
  const seconds = firstSecond + Number.parseInt(id.slice(0, 12), 16) % secondsOfRange;
  return seconds + Number.parseInt(id.slice(12, 18), 16) / 2 ** 24;
}
function setMtime(path5, id) {
  const time = mtimeOfId(id);
  try {
    (0, import_node_fs9.lutimesSync)(path5, time, time);
    return true;
  } catch (error2) {
    if (["ENOENT", "ENOTDIR", "EPERM", "EACCES"].includes(errnoOf(error2) ?? "")) return false;
    throw error2;
  }
}
var import_node_fs9, import_node_path23, submodule, firstSecond, secondsOfRange;
var init_stabilize_mtimes = __esm({
  "src/cache/stabilize-mtimes.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path23 = require("node:path");
    init_errors();
    init_run_git();
    submodule = "160000";
    firstSecond = 1e9;
    secondsOfRange = 6e8;
  }
});

// src/action/caches/stabilize.ts
var stabilize_exports = {};
__export(stabilize_exports, {
  stabilize: () => stabilize
});
async function stabilize(workspace, env) {
  try {
    const { files: files2, folders: folders2, leftAlone, ms, why } = await stabilizeMtimes(workspace, env);
    if (why !== null) warning(`stable-mtimes: changed nothing: ${why}`);
    else {
      info(
        `stable-mtimes: set ${files2} files and ${folders2} folders in ${ms.toFixed(0)} ms; skipped ${leftAlone} that differ from git`
      );
    }
  } catch (error2) {
    warning(`stable-mtimes: ${messageOf(error2)}`);
  }
}
var init_stabilize = __esm({
  "src/action/caches/stabilize.ts"() {
    "use strict";
    init_core();
    init_stabilize_mtimes();
    init_errors();
  }
});

// src/cache/accounting.ts
function amountOf(files2) {
  return { entries: files2.length, bytes: files2.reduce((sum, { bytes }) => sum + bytes, 0) };
}
var generationSchema, nothing;
var init_accounting = __esm({
  "src/cache/accounting.ts"() {
    "use strict";
    init_dist();
    generationSchema = object({
      savedAt: string(),
      entries: number(),
      bytes: number(),
      newBytes: number()
    });
    nothing = { entries: 0, bytes: 0 };
  }
});

// src/cache/archive/damaged-archive.ts
var DamagedArchive;
var init_damaged_archive = __esm({
  "src/cache/archive/damaged-archive.ts"() {
    "use strict";
    DamagedArchive = class extends Error {
      name = "DamagedArchive";
    };
  }
});

// src/cache/archive/sealed-lines.ts
function readSealed(file) {
  let text2;
  try {
    text2 = (0, import_node_fs10.readFileSync)(file, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    throw new DamagedArchive("its manifest is missing", { cause: error2 });
  }
  const bodyEnd = text2.lastIndexOf("\n", text2.length - 2) + 1;
  const body = text2.slice(0, bodyEnd);
  if (text2.slice(bodyEnd) !== `${hexOf(body)}
`) throw new DamagedArchive("its manifest was changed or truncated");
  const [head = "", ...lines2] = body.split("\n").slice(0, -1);
  return { head, lines: lines2 };
}
function hexOf(text2) {
  return (0, import_node_crypto5.createHash)("sha256").update(text2).digest("hex");
}
var import_node_crypto5, import_node_fs10;
var init_sealed_lines = __esm({
  "src/cache/archive/sealed-lines.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    import_node_fs10 = require("node:fs");
    init_errors();
    init_damaged_archive();
  }
});

// src/cache/archive/stored-needs.ts
function readNeeds({ lines: lines2, left, besides }, entries) {
  const pathsOf = (files2) => files2.flatMap((index) => entries[index]?.path ?? []);
  return {
    lines: lines2.map(({ files: files2, ...line }) => ({ ...line, paths: new Set(pathsOf(files2)) })),
    left,
    besides: new Map(besides.flatMap(({ day, files: files2 }) => pathsOf(files2).map((path5) => [path5, day])))
  };
}
var indexes, storedNeedsSchema;
var init_stored_needs = __esm({
  "src/cache/archive/stored-needs.ts"() {
    "use strict";
    init_dist();
    indexes = array2(pipe(number(), integer(), minValue(0)));
    storedNeedsSchema = object({
      lines: array2(
        object({
          family: string(),
          deps: string(),
          keys: array2(string()),
          day: number(),
          returned: boolean(),
          files: indexes
        })
      ),
      left: array2(object({ family: string(), deps: string() })),
      /** Files by the day on which a job last needed them. */
      besides: array2(object({ day: number(), files: indexes }))
    });
  }
});

// src/cache/archive/manifest.ts
function readManifest(folder2, kind) {
  const { head: first, lines: lines2 } = readSealed((0, import_node_path24.join)(folder2, manifestName));
  const head = safeParse(pipe(string(), parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive("its manifest has an unknown schema");
  if (head.output.kind !== kind) throw new DamagedArchive(`it holds ${head.output.kind}, not ${kind}`);
  if (head.output.entries !== lines2.length) throw new DamagedArchive("its manifest lists a wrong number of files");
  const entries = lines2.map(parseEntry);
  const { generations, needs } = head.output;
  return { kind, generations, entries, ...needs === void 0 ? {} : { needs: readNeeds(needs, entries) } };
}
function parseEntry(line) {
  const [, bytes, cost, unusedFor, crc322, path5] = /^(\d+) (\d+) (\d+) ([0-9a-f]{8}) (.+)$/.exec(line) ?? [];
  if (crc322 === void 0 || path5 === void 0) {
    throw new DamagedArchive("its manifest has a malformed line");
  }
  return { path: path5, bytes: Number(bytes), crc32: crc322, costMs: Number(cost), unusedFor: Number(unusedFor) };
}
var import_node_path24, manifestName, schema2, headSchema;
var init_manifest = __esm({
  "src/cache/archive/manifest.ts"() {
    "use strict";
    import_node_path24 = require("node:path");
    init_dist();
    init_accounting();
    init_kind();
    init_damaged_archive();
    init_sealed_lines();
    init_stored_needs();
    manifestName = "unlatch-manifest";
    schema2 = 3;
    headSchema = object({
      schema: literal(schema2),
      kind: picklist(cacheKinds),
      entries: number(),
      generations: array2(generationSchema),
      needs: optional(storedNeedsSchema)
    });
  }
});

// src/cache/archive/staging.ts
function emptyRoot(stagingFolder, kind) {
  const root = (0, import_node_path25.join)(stagingFolder, kind);
  removeTree(root);
  (0, import_node_fs11.mkdirSync)(root, { recursive: true });
  return root;
}
function removeTree(folder2) {
  try {
    (0, import_node_fs11.rmSync)(folder2, { recursive: true, force: true });
  } catch (error2) {
    if (errnoOf(error2) !== "EACCES" && errnoOf(error2) !== "EPERM") throw error2;
    makeWritable(folder2);
    (0, import_node_fs11.rmSync)(folder2, { recursive: true, force: true });
  }
}
function makeWritable(folder2) {
  (0, import_node_fs11.chmodSync)(folder2, 493);
  for (const entry of (0, import_node_fs11.readdirSync)(folder2, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable((0, import_node_path25.join)(folder2, entry.name));
  }
}
function ensureFolder(folder2, known) {
  if (known.has(folder2)) return;
  (0, import_node_fs11.mkdirSync)(folder2, { recursive: true });
  known.add(folder2);
}
function checksum(content) {
  return (0, import_node_zlib3.crc32)(content).toString(16).padStart(8, "0");
}
function checkStaged(folder2, kind, objectionTo2) {
  const manifest = readManifest(folder2, kind);
  const present = new Set(filesBelow(folder2));
  present.delete(manifestName);
  for (const entry of manifest.entries) {
    if (!present.delete(entry.path)) throw new DamagedArchive(`${entry.path} is missing`);
    const content = (0, import_node_fs11.readFileSync)((0, import_node_path25.join)(folder2, entry.path));
    if (content.length !== entry.bytes)
      throw new DamagedArchive(`${entry.path} has ${content.length} of ${entry.bytes} bytes`);
    if (checksum(content) !== entry.crc32) throw new DamagedArchive(`${entry.path} has different content`);
    const objection = objectionTo2(entry, content);
    if (objection !== null) throw new DamagedArchive(`${entry.path} ${objection}`);
  }
  for (const path5 of present) throw new DamagedArchive(`${path5} is not in its manifest`);
  return manifest;
}
function filesBelow(folder2, prefix = "") {
  const paths = [];
  let entries;
  try {
    entries = namesWithTypes((0, import_node_path25.join)(folder2, prefix));
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    throw new DamagedArchive(`${prefix === "" ? "its folder" : prefix} cannot be read`, { cause: error2 });
  }
  for (const entry of entries) {
    const path5 = `${prefix}${entry.name}`;
    if (entry.isDirectory()) paths.push(...filesBelow(folder2, `${path5}/`));
    else if (entry.isFile()) paths.push(path5);
    else throw new DamagedArchive(`${path5} is neither a file nor a folder`);
  }
  return paths;
}
function namesWithTypes(folder2) {
  return (0, import_node_fs11.readdirSync)(folder2, { withFileTypes: true });
}
function placeUnits(units, from, to) {
  const placed = [];
  const folders2 = /* @__PURE__ */ new Set();
  let alreadyThere = 0;
  try {
    for (const unit of units) {
      const target = (0, import_node_path25.join)(to, unit);
      ensureFolder((0, import_node_path25.dirname)(target), folders2);
      if (exists3(target)) {
        alreadyThere++;
        continue;
      }
      move((0, import_node_path25.join)(from, unit), target);
      placed.push(target);
    }
  } catch (error2) {
    for (const target of placed) removeTree(target);
    throw error2;
  }
  return alreadyThere;
}
function move(from, to) {
  try {
    (0, import_node_fs11.renameSync)(from, to);
  } catch (error2) {
    if (errnoOf(error2) !== "EXDEV") throw error2;
    const unfinished = `${to}.${process.pid}.tmp`;
    try {
      (0, import_node_fs11.cpSync)(from, unfinished, { recursive: true, preserveTimestamps: true });
      (0, import_node_fs11.renameSync)(unfinished, to);
    } finally {
      (0, import_node_fs11.rmSync)(unfinished, { recursive: true, force: true });
    }
  }
}
function exists3(path5) {
  try {
    (0, import_node_fs11.lstatSync)(path5);
    return true;
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT") return false;
    throw error2;
  }
}
var import_node_fs11, import_node_path25, import_node_zlib3;
var init_staging = __esm({
  "src/cache/archive/staging.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    import_node_path25 = require("node:path");
    import_node_zlib3 = require("node:zlib");
    init_errors();
    init_damaged_archive();
    init_manifest();
  }
});

// src/cache/keys/key-facts.ts
async function readKeyFacts({ go, env, workspace, signal }) {
  const result = await runGo(go, ["env", "-json", "GOCACHE", "GOMODCACHE", "GOROOT", "GOVERSION", ...asked], {
    env,
    cwd: workspace,
    signal
  });
  const parsed2 = safeParse(pipe(string(), parseJson(), settingsSchema), result.stdout);
  if (result.code !== 0 || !parsed2.success) {
    throw new EnvironmentError(`go env -json failed: ${result.stderr.trim() || result.error?.message || "no JSON"}`);
  }
  const {
    GOCACHE: gocache2 = "",
    GOMODCACHE: gomodcache = "",
    GOROOT: goroot = "",
    GOVERSION: version = "",
    ...rest
  } = parsed2.output;
  const flags = Object.entries(env).filter(([name2]) => /^CGO_\w*FLAGS/.test(name2));
  const trims = /(?:^|\s)-trimpath(?:=true)?(?:\s|$)/.test(rest["GOFLAGS"] ?? "");
  const flagged = { ...rest, ...Object.fromEntries(flags) };
  return {
    gocache: gocache2,
    gomodcache,
    version,
    settings: given({ ...flagged, ...trims ? {} : { GOMODCACHE: gomodcache, workspace } }),
    // Not the workspace: most of their entries are about the standard library and modules.
    toolSettings: given({ ...flagged, GOMODCACHE: gomodcache, GOROOT: goroot })
  };
}
function given(settings) {
  return Object.fromEntries(Object.entries(settings).flatMap(([name2, value]) => value ? [[name2, value]] : []));
}
var asked, settingsSchema;
var init_key_facts = __esm({
  "src/cache/keys/key-facts.ts"() {
    "use strict";
    init_dist();
    init_errors();
    init_run_go();
    asked = [
      ...["GOOS", "GOARCH", "GOFLAGS", "GOEXPERIMENT", "GOFIPS140", "CGO_ENABLED", "CC", "CXX"],
      ...["GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM"]
    ];
    settingsSchema = record(string(), string());
  }
});

// src/cache/modules/module-unit.ts
function moduleTreeOf(path5) {
  return inTree.exec(path5)?.[1] ?? null;
}
function moduleUnit(path5) {
  return moduleTreeOf(path5) ?? path5;
}
function downloadOf(gomodcache, module2) {
  const at = module2.lastIndexOf("@");
  return (0, import_node_path26.join)(gomodcache, "cache/download", module2.slice(0, at), "@v", module2.slice(at + 1));
}
function moduleOfZip(path5) {
  const [, module2, version] = /^cache\/download\/(.+)\/@v\/(.+)\.zip$/.exec(path5) ?? [];
  return module2 === void 0 ? null : `${module2}@${version}`;
}
var import_node_path26, inTree;
var init_module_unit = __esm({
  "src/cache/modules/module-unit.ts"() {
    "use strict";
    import_node_path26 = require("node:path");
    inTree = /^((?!cache\/|golang\.org\/toolchain@)[^@\\:\0]+@v[^/\\:\0]*)\/[^\0]+$/;
  }
});

// src/cache/modules/module-needs.ts
function serves({ lines: lines2 }, id) {
  return lines2.some((line) => isSame(line, id) && line.keys.includes(id.key));
}
function needsAfter(known, { id, listedBy, listed, besides }, day) {
  const first = needsOfOne(known, { id, listed: isSame(id, listedBy) ? listed : [], besides }, day);
  return isSame(id, listedBy) ? first : needsOfOne(first, { id: listedBy, listed, besides: [] }, day);
}
function needsOfOne(known, job, day) {
  const alive = known.lines.filter((line) => line.day >= day - daysOfANeed);
  const before = alive.find((line) => isSame(line, job.id));
  const returned = before?.returned === true || known.left.some((one) => isSame(one, job.id));
  const others2 = alive.filter((line) => line !== before);
  const isReplaced = (line) => line.family === job.id.family && job.id.family !== noFamily && !returned && !line.returned;
  const own = {
    family: job.id.family,
    deps: job.id.deps,
    keys: [job.id.key, ...(before?.keys ?? []).filter((key) => key !== job.id.key)].slice(0, mostKeys),
    day,
    returned,
    // Two jobs with the same id may need different parts.
    paths: /* @__PURE__ */ new Set([...before?.paths ?? [], ...job.listed])
  };
  const left = [...others2.filter(isReplaced), ...known.left.filter((one) => !isSame(one, job.id))];
  const besides = new Map([...known.besides].filter(([, last]) => last >= day - daysOfANeed));
  for (const path5 of job.besides) besides.set(path5, day);
  if (job.besides.length > 0) {
    for (const path5 of besides.keys()) if (isText(path5)) besides.set(path5, day);
  }
  return {
    lines: [own, ...others2.filter((line) => !isReplaced(line))],
    left: left.slice(0, mostLeft).map(({ family: family2, deps }) => ({ family: family2, deps })),
    besides
  };
}
function isText(path5) {
  return moduleTreeOf(path5) === null && (path5.endsWith(".mod") || path5.endsWith(".info"));
}
function neededPaths({ lines: lines2, besides }) {
  return /* @__PURE__ */ new Set([...lines2.flatMap(({ paths }) => [...paths]), ...besides.keys()]);
}
function isRenewalDue({ lines: lines2, besides }, job, day) {
  const period = (one) => Math.floor(one / daysOfAPeriod);
  const isOld = (last) => last !== void 0 && period(last) < period(day) && last <= day - daysBeforeRenewal;
  const ofIds = lines2.filter((line) => isSame(line, job.id) || isSame(line, job.listedBy));
  return ofIds.some((line) => isOld(line.day)) || job.besides.some((path5) => isOld(besides.get(path5)));
}
var noFamily, noNeeds, daysOfANeed, daysOfAPeriod, daysBeforeRenewal, mostLeft, mostKeys, isSame;
var init_module_needs = __esm({
  "src/cache/modules/module-needs.ts"() {
    "use strict";
    init_module_unit();
    noFamily = "none";
    noNeeds = { lines: [], left: [], besides: /* @__PURE__ */ new Map() };
    daysOfANeed = 60;
    daysOfAPeriod = 30;
    daysBeforeRenewal = 10;
    mostLeft = 16;
    mostKeys = 32;
    isSame = (one, other) => one.family === other.family && one.deps === other.deps;
  }
});

// src/cache/keys/module-files.ts
async function findModuleFiles(repository, caches) {
  const paths = await findNamedFiles(["go.mod", "go.sum", "go.work", "go.work.sum"], repository, caches);
  const named = (...names2) => paths.filter((path5) => names2.includes((0, import_node_path27.basename)(path5)));
  return { goMods: named("go.mod"), goSums: named("go.sum", "go.work.sum"), goWorks: named("go.work") };
}
async function findNamedFiles(names2, { workspace, env, signal }, caches) {
  const tracked = (folder2) => trackedFiles(names2, folder2, env, signal);
  const found = await tracked(workspace) ?? await walk(workspace, "", tracked);
  const cacheFolders = caches.filter((folder2) => folder2 !== "" && folder2 !== "off").map((folder2) => (0, import_node_path27.resolve)(folder2));
  return [...new Set(found)].filter(
    (path5) => names2.includes((0, import_node_path27.basename)(path5)) && !path5.split("/").some((part) => passedOver.has(part)) && !isBelow2(cacheFolders, (0, import_node_path27.resolve)(workspace, path5))
  ).sort();
}
function isBelow2(folders2, path5) {
  return folders2.some((folder2) => path5.startsWith((0, import_node_path27.resolve)(folder2, "x").slice(0, -1)));
}
async function trackedFiles(names2, folder2, env, signal) {
  const patterns = names2.map((name2) => `:(glob)**/${name2}`);
  const list = (...more) => runGit(["ls-files", "-z", "-c", ...more, "--", ...patterns], folder2, env, signal);
  const listed = await list("--recurse-submodules") ?? await list();
  return listed === null ? null : listed.split("\0").filter((path5) => path5 !== "");
}
async function walk(workspace, prefix, tracked) {
  const paths = [];
  try {
    const entries = await (0, import_promises25.readdir)((0, import_node_path27.join)(workspace, prefix), { withFileTypes: true });
    if (prefix !== "" && entries.some(({ name: name2 }) => name2 === ".git")) {
      const own = await tracked((0, import_node_path27.join)(workspace, prefix));
      if (own !== null) return own.map((path5) => `${prefix}${path5}`);
    }
    for (const entry of entries) {
      const path5 = `${prefix}${entry.name}`;
      if (entry.isFile()) paths.push(path5);
      else if (entry.isDirectory() && !passedOver.has(entry.name)) {
        paths.push(...await walk(workspace, `${path5}/`, tracked));
      }
    }
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
  }
  return paths;
}
var import_promises25, import_node_path27, passedOver;
var init_module_files = __esm({
  "src/cache/keys/module-files.ts"() {
    "use strict";
    import_promises25 = require("node:fs/promises");
    import_node_path27 = require("node:path");
    init_errors();
    init_run_git();
    passedOver = /* @__PURE__ */ new Set(["vendor", "testdata", "node_modules", ".git"]);
  }
});

// src/cache/keys/dependency-files.ts
async function findDependencyFiles(workspace, patterns, caches) {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  if (wanted.length === 0) return [];
  const exclude = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const cacheFolders = caches.filter((folder2) => folder2 !== "" && folder2 !== "off").map((folder2) => (0, import_node_path28.resolve)(folder2));
  const found = /* @__PURE__ */ new Set();
  for (const pattern of wanted) {
    const spelledOut = new Set(pattern.split(/[\\/]/));
    const isOthers = (part) => passedOver.has(part) && !spelledOut.has(part);
    for await (const entry of (0, import_promises26.glob)(pattern, { cwd: workspace, exclude, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = (0, import_node_path28.resolve)(workspace, entry.parentPath, entry.name);
      const path5 = (0, import_node_path28.relative)(workspace, full);
      if ((0, import_node_path28.isAbsolute)(path5) || path5.split(import_node_path28.sep)[0] === ".." || isBelow2(cacheFolders, full)) continue;
      if (!path5.split(import_node_path28.sep).some(isOthers)) found.add(path5.replaceAll(import_node_path28.sep, "/"));
    }
  }
  return [...found].sort();
}
var import_promises26, import_node_path28;
var init_dependency_files = __esm({
  "src/cache/keys/dependency-files.ts"() {
    "use strict";
    import_promises26 = require("node:fs/promises");
    import_node_path28 = require("node:path");
    init_module_files();
  }
});

// src/cache/keys/readable-text.ts
async function readableText(path5) {
  try {
    return await (0, import_promises27.readFile)(path5, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return "";
  }
}
var import_promises27;
var init_readable_text = __esm({
  "src/cache/keys/readable-text.ts"() {
    "use strict";
    import_promises27 = require("node:fs/promises");
    init_errors();
  }
});

// src/cache/keys/lint-facts.ts
async function readLintFacts(request, caches) {
  const { workspace, env } = request;
  const [version, files2] = await Promise.all([versionOf(env), findNamedFiles(names, request, caches)]);
  const hash = (0, import_node_crypto6.createHash)("sha256");
  for (const path5 of files2) hash.update(`${path5}
${await readableText((0, import_node_path29.join)(workspace, path5))}
`);
  return { version, files: files2, digest: hash.digest("hex") };
}
function versionOf(env) {
  return new Promise((resolve7) => {
    (0, import_node_child_process3.execFile)("golangci-lint", ["--version"], { env: { ...env }, timeout: timeoutMs }, (error2, stdout) => {
      resolve7(error2 === null ? /has version v?([\w.+-]+)/.exec(stdout)?.[1] ?? null : null);
    });
  });
}
var import_node_child_process3, import_node_crypto6, import_node_path29, names, timeoutMs;
var init_lint_facts = __esm({
  "src/cache/keys/lint-facts.ts"() {
    "use strict";
    import_node_child_process3 = require("node:child_process");
    import_node_crypto6 = require("node:crypto");
    import_node_path29 = require("node:path");
    init_module_files();
    init_readable_text();
    names = [
      ...[".golangci.yml", ".golangci.yaml", ".golangci.toml", ".golangci.json"],
      // golangci/golangci-lint-action reads the first, `golangci-lint custom` the others.
      ...[".golangci-lint-version", ".custom-gcl.yml", ".custom-gcl.yaml"]
    ];
    timeoutMs = 1e4;
  }
});

// src/cache/keys/keys.ts
async function computeKeys(request, facts, formats = noLayers) {
  const { workspace, env, workflow, job, matrix, keySuffix, dependencyPaths } = request;
  const caches = [facts.gocache, facts.gomodcache];
  const [files2, named, tree, lint] = await Promise.all([
    findModuleFiles(request, caches),
    findDependencyFiles(workspace, dependencyPaths, caches),
    runGit(["rev-parse", "HEAD^{tree}"], workspace, env, request.signal),
    request.lint === "off" ? null : readLintFacts(request, caches)
  ]);
  const moduleFiles = [...files2.goMods, ...files2.goSums, ...files2.goWorks];
  const besides = named.filter((path5) => !moduleFiles.includes(path5));
  const dependencies = await hashDependencies(workspace, moduleFiles, besides);
  const need = await needIdOf(workspace, files2, dependencies);
  const deps = {
    name: "deps",
    value: dependencies,
    from: `go.mod, go.sum and go.work of ${counted(files2.goMods.length, "module")}${dependencyPaths.length === 0 ? "" : `, and ${counted(besides.length, "other file")} of cache-dependency-path`}`
  };
  const suffix = keySuffix === "" ? [] : [{ name: "suffix", value: plain(keySuffix), from: "the cache-key-suffix input" }];
  const modules2 = [
    formats.modules === null ? kindPart(kindOfModules[request.modules]) : layerPart("modules", formats.modules),
    // Always present: else the prefix would also match all archives with a suffix.
    suffix[0] ?? { name: "suffix", value: "", from: "no cache-key-suffix input" }
  ];
  const own = (kind, settings, besides2 = []) => [
    kind === "build" && formats.build !== null ? layerPart(kind, formats.build) : kindPart(kind),
    ...suffix,
    { name: "system", value: `${process.platform}-${process.arch}`, from: "the runner" },
    { name: "go", value: plain(facts.version), from: "go env GOVERSION" },
    settingsPart(settings),
    ...besides2,
    {
      name: "job",
      value: [
        ...workflow === "" ? [] : [digest(workflow, 6)],
        plain(job),
        ...matrix === "" ? [] : [digest(matrix, 6)]
      ].join("."),
      from: `${workflow === "" ? "the job" : `the job, of the workflow ${workflow}`}${matrix === "" ? "" : `, and its matrix ${matrix}`}`
    },
    deps,
    {
      name: "tree",
      value: tree === null ? "none" : tree.trim().slice(0, 12),
      from: tree === null ? "no git repository" : "git rev-parse HEAD^{tree}"
    }
  ];
  const rungs = ["settings", "job", "deps", "tree"];
  return {
    // All jobs of a repository share the newest archive, which holds what each of them needs.
    modules: formats.modules === null ? { ...keyOf2(modules2, ["suffix"]), parts: [...modules2, deps], need } : keyOf2([...modules2, deps], ["suffix", "deps"]),
    build: keyOf2(own("build", facts.settings), rungs),
    // Nor does the cache of another golangci-lint. One of other settings may: not all are in its
    // salt.
    lint: keyOf2(own("lint", facts.toolSettings, lint === null ? [] : lintParts(lint)), ["linter", ...rungs.slice(1)]),
    // No gopls version: gopls keeps each executable's entries in a folder of its own.
    gopls: keyOf2(own("gopls", facts.toolSettings), rungs)
  };
}
function kindPart(name2) {
  return { name: "kind", value: `unlatch-${name2}-${schema3}`, from: "the archive" };
}
function layerPart(name2, format) {
  const uid = process.getuid?.() ?? 0;
  return {
    name: "kind",
    value: `unlatch-${name2}-${schema3}.${format}.${uid}`,
    from: `layers of ${format}, of user ${uid}`
  };
}
function settingsPart(settings) {
  const sorted = Object.entries(settings).sort(([a], [b]) => a < b ? -1 : 1);
  return {
    name: "settings",
    value: digest(JSON.stringify(sorted), 8),
    from: sorted.map(([name2, value]) => `${name2}=${value}`).join(" ")
  };
}
function lintParts({ version, files: files2, digest: ofFiles }) {
  return [
    version === null ? { name: "linter", value: "any", from: "no golangci-lint on PATH when the step began" } : { name: "linter", value: plain(version), from: "golangci-lint --version" },
    {
      name: "config",
      value: ofFiles.slice(0, 8),
      from: files2.length === 0 ? "no golangci-lint configuration" : files2.join(" ")
    }
  ];
}
function keyOf2(parts, rungs) {
  const upTo = (index) => parts.slice(0, index + 1).map(({ value }) => `${value}-`).join("");
  const prefixes = parts.flatMap(({ name: name2 }, index) => rungs.includes(name2) ? [upTo(index)] : []).reverse();
  return { key: upTo(parts.length - 1), prefixes, parts, need: null };
}
function isExactHit(key, matchedKey) {
  return matchedKey.toLowerCase().startsWith(key.key.toLowerCase());
}
function slotOf(savedKey) {
  return savedKey.slice(0, -contentLength);
}
async function findNeedId(request, caches) {
  return await needIdOf(request.workspace, await findModuleFiles(request, caches), null);
}
async function needIdOf(workspace, files2, key) {
  const paths = [...files2.goMods, ...files2.goSums, ...files2.goWorks];
  const deps = await hashDependencies(workspace, paths, []);
  const modules2 = [...files2.goMods, ...files2.goWorks];
  return { family: modules2.length === 0 ? noFamily : digest(modules2.join("\n"), 8), deps, key: key ?? deps };
}
async function hashDependencies(workspace, paths, besides) {
  const contents = await Promise.all(
    paths.map(async (path5) => {
      const lines2 = (await readableText((0, import_node_path30.join)(workspace, path5))).split(/\r?\n/).map((line) => line.replace(/\/\/.*/, "").trim());
      return `${path5}
${lines2.filter((line) => line !== "" && !line.startsWith("module ")).sort().join("\n")}
`;
    })
  );
  for (const path5 of besides) contents.push(`${path5}
${await readableText((0, import_node_path30.join)(workspace, path5))}`);
  return digest(contents.join("\n"), 12);
}
function digest(text2, length2) {
  return (0, import_node_crypto7.createHash)("sha256").update(text2).digest("hex").slice(0, length2);
}
function plain(text2) {
  return text2.replace(/[^A-Za-z0-9._]+/g, "_").slice(0, 60);
}
function counted(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
var import_node_crypto7, import_node_path30, schema3, kindOfModules, noLayers, contentLength;
var init_keys = __esm({
  "src/cache/keys/keys.ts"() {
    "use strict";
    import_node_crypto7 = require("node:crypto");
    import_node_path30 = require("node:path");
    init_module_needs();
    init_dependency_files();
    init_lint_facts();
    init_module_files();
    init_readable_text();
    init_run_git();
    schema3 = 3;
    kindOfModules = { zips: "modules", extracted: "trees", trees: "trees-alone", off: "modules" };
    noLayers = { modules: null, build: null };
    contentLength = 8;
  }
});

// src/cache/entries/build-entries.ts
function buildEntryPaths(gocache2) {
  const paths = [];
  for (let index = 0; index < 256; index++) {
    const folder2 = index.toString(16).padStart(2, "0");
    for (const name2 of namesIn3((0, import_node_path31.join)(gocache2, folder2))) {
      if (fileName.test(name2) && name2.startsWith(folder2)) paths.push(`${folder2}/${name2}`);
    }
  }
  return paths;
}
function readBuildEntries(gocache2) {
  const actions = [];
  const outputs = /* @__PURE__ */ new Map();
  for (const path5 of buildEntryPaths(gocache2)) {
    const stats = statsOf((0, import_node_path31.join)(gocache2, path5));
    if (stats === null) continue;
    const id = path5.slice(3, 67);
    if (path5.endsWith("-d")) {
      const output = stats.isFile() ? { path: path5, bytes: stats.size } : stats.isDirectory() ? executable(gocache2, path5) : null;
      if (output !== null) outputs.set(id, { ...output, mtimeMs: stats.mtimeMs });
      continue;
    }
    const action = stats.isFile() ? parseAction(id, contentOf((0, import_node_path31.join)(gocache2, path5))) : null;
    if (action !== null) actions.push({ path: path5, bytes: stats.size, mtimeMs: stats.mtimeMs, ...action });
  }
  return { actions, outputs };
}
function parseAction(id, text2) {
  const [, action, output, bytes, madeNs] = actionPattern.exec(text2) ?? [];
  if (action !== id || output === void 0 || bytes === void 0 || madeNs === void 0) return null;
  if (!/^ *\d+$/.test(bytes) || !/^ *\d+$/.test(madeNs)) return null;
  return { output, outputBytes: Number(bytes), madeMs: Number(BigInt(madeNs.trim()) / 1000000n) };
}
function executable(gocache2, path5) {
  const names2 = namesIn3((0, import_node_path31.join)(gocache2, path5));
  const [name2] = names2;
  if (names2.length !== 1 || name2 === void 0) return null;
  const stats = statsOf((0, import_node_path31.join)(gocache2, path5, name2));
  return stats?.isFile() ? { path: `${path5}/${name2}`, bytes: stats.size } : null;
}
function namesIn3(folder2) {
  try {
    return (0, import_node_fs12.readdirSync)(folder2);
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR") return [];
    throw error2;
  }
}
function statsOf(path5) {
  try {
    return (0, import_node_fs12.lstatSync)(path5);
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT") return null;
    throw error2;
  }
}
function contentOf(path5) {
  try {
    return (0, import_node_fs12.readFileSync)(path5, "latin1");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return "";
  }
}
var import_node_fs12, import_node_path31, fileName, actionPattern;
var init_build_entries = __esm({
  "src/cache/entries/build-entries.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path31 = require("node:path");
    init_errors();
    fileName = /^([0-9a-f]{64})-([ad])$/;
    actionPattern = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) ([ \d]{20})\n$/;
  }
});

// src/cache/archive/build-archive.ts
function checkBuildArchive(folder2) {
  return checkEntries(folder2, "build", (path5) => path5 === testExpiry || isFuzzPath(path5));
}
function checkLintArchive(folder2) {
  return checkEntries(folder2, "lint", () => false);
}
function checkEntries(folder2, of, isOther) {
  const outputs = /* @__PURE__ */ new Map();
  const wanted = [];
  const manifest = checkStaged(folder2, of, ({ path: path5, bytes }, content) => {
    if (isOther(path5)) return null;
    const [, , id, kind, executable2] = entryPath.exec(path5) ?? [];
    if (id === void 0) return `is not a path of the ${of} cache`;
    if (executable2 !== void 0 && (kind === "a" || of === "lint")) return `is not a path of the ${of} cache`;
    if (kind === "d") {
      if (executable2 !== void 0 && outputs.has(id)) return "is a second file in the folder of one executable";
      outputs.set(id, bytes);
      return null;
    }
    const action = parseAction(id, Buffer.from(content).toString("latin1"));
    if (action === null) return "is not a valid entry for its name";
    wanted.push({ path: path5, ...action });
    return null;
  });
  for (const { path: path5, output, outputBytes } of wanted) {
    if (outputs.get(output) !== outputBytes) throw new DamagedArchive(`${path5} names a missing output`);
  }
  return manifest;
}
function isFuzzPath(path5) {
  return path5.startsWith("fuzz/") && !path5.split("/").some((part) => part === "" || part === "." || part === "..");
}
function buildUnits(entries) {
  const rank = (path5) => path5.endsWith("-a") ? 1 : 0;
  const units = entries.map(({ path: path5 }) => path5.replace(/(-d)\/[^/]+$/, "$1"));
  return units.sort((a, b) => rank(a) - rank(b));
}
function otherBuildFiles(gocache2) {
  const files2 = [];
  const add = (path5) => {
    const { size: bytes, mtimeMs } = (0, import_node_fs13.lstatSync)((0, import_node_path32.join)(gocache2, path5));
    files2.push({ path: path5, bytes, mtimeMs });
  };
  const visit = (folder2) => {
    for (const entry of (0, import_node_fs13.readdirSync)((0, import_node_path32.join)(gocache2, folder2), { withFileTypes: true })) {
      if (entry.isDirectory()) visit(`${folder2}/${entry.name}`);
      else if (entry.isFile()) add(`${folder2}/${entry.name}`);
    }
  };
  for (const find of [() => add(testExpiry), () => visit("fuzz")]) {
    try {
      find();
    } catch (error2) {
      if (errnoOf(error2) !== "ENOENT") throw error2;
    }
  }
  return files2;
}
var import_node_fs13, import_node_path32, entryPath, testExpiry;
var init_build_archive = __esm({
  "src/cache/archive/build-archive.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
    import_node_path32 = require("node:path");
    init_errors();
    init_build_entries();
    init_damaged_archive();
    init_staging();
    entryPath = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})-([ad])(?:\/([^/\\:\0]+))?$/;
    testExpiry = "testexpire.txt";
  }
});

// src/cache/entries/gopls-entries.ts
function goplsEntryPaths(folder2) {
  const paths = [];
  for (const executable2 of namesIn4(folder2)) {
    for (const group2 of namesIn4((0, import_node_path33.join)(folder2, executable2))) {
      if (group2.length !== 2) continue;
      for (const name2 of namesIn4((0, import_node_path33.join)(folder2, executable2, group2))) {
        const path5 = `${executable2}/${group2}/${name2}`;
        if (goplsEntryPath.test(path5)) paths.push(path5);
      }
    }
  }
  return paths;
}
function readGoplsEntries(folder2) {
  const actions = [];
  const outputs = /* @__PURE__ */ new Map();
  for (const path5 of goplsEntryPaths(folder2)) {
    const [, executable2 = "", , digest2 = "", kind] = goplsEntryPath.exec(path5) ?? [];
    try {
      const stats = (0, import_node_fs14.lstatSync)((0, import_node_path33.join)(folder2, path5));
      if (!stats.isFile()) continue;
      const file = { path: path5, bytes: stats.size, mtimeMs: stats.mtimeMs };
      if (kind === contentKind) outputs.set(outputId(executable2, digest2), file);
      else {
        const output = parseGoplsAction((0, import_node_fs14.readFileSync)((0, import_node_path33.join)(folder2, path5)));
        if (output !== null)
          actions.push({ ...file, output: outputId(executable2, output), madeMs: Math.floor(stats.mtimeMs) });
      }
    } catch (error2) {
      if (errnoOf(error2) === void 0) throw error2;
    }
  }
  return { actions, outputs };
}
function parseGoplsAction(content) {
  return content.length === 32 ? Buffer.from(content).toString("hex") : null;
}
function outputId(executable2, digest2) {
  return `${executable2}/${digest2}`;
}
function namesIn4(folder2) {
  try {
    return (0, import_node_fs14.readdirSync)(folder2);
  } catch (error2) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error2) ?? "")) return [];
    throw error2;
  }
}
var import_node_fs14, import_node_path33, goplsEntryPath, contentKind;
var init_gopls_entries = __esm({
  "src/cache/entries/gopls-entries.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    import_node_path33 = require("node:path");
    init_errors();
    goplsEntryPath = /^([0-9a-f]{8})\/([0-9a-f]{2})\/(\2[0-9a-f]{62})-([a-z]+)$/;
    contentKind = "cas";
  }
});

// src/cache/archive/gopls-archive.ts
function checkGoplsArchive(folder2) {
  const contents = /* @__PURE__ */ new Set();
  const wanted = [];
  const manifest = checkStaged(folder2, "gopls", ({ path: path5 }, content) => {
    const stamped = stampPath.exec(path5)?.[1];
    if (stamped !== void 0) return isStamp(stamped, content) ? null : "is not the stamp of its folder";
    const [, executable2 = "", , digest2, kind] = goplsEntryPath.exec(path5) ?? [];
    if (digest2 === void 0) return "is not a path of the gopls cache";
    if (kind === contentKind) {
      contents.add(outputId(executable2, digest2));
      return null;
    }
    const output = parseGoplsAction(content);
    if (output === null) return "is not a valid entry for its name";
    wanted.push({ path: path5, output: outputId(executable2, output) });
    return null;
  });
  for (const { path: path5, output } of wanted) {
    if (!contents.has(output)) throw new DamagedArchive(`${path5} names a missing content`);
  }
  return manifest;
}
function goplsUnits(entries) {
  const rank = (path5) => path5.endsWith(`-${contentKind}`) ? 0 : 1;
  return entries.map(({ path: path5 }) => path5).sort((a, b) => rank(a) - rank(b));
}
function goplsStamps(folder2, paths) {
  const executables = new Set(paths.map((path5) => executableOf(path5)));
  return [...executables].flatMap((executable2) => {
    const path5 = `${executable2}/exe.sha256`;
    try {
      if (!(0, import_node_fs15.lstatSync)((0, import_node_path34.join)(folder2, path5)).isFile()) return [];
      const content = (0, import_node_fs15.readFileSync)((0, import_node_path34.join)(folder2, path5));
      return isStamp(executable2, content) ? [{ path: path5, bytes: content.length }] : [];
    } catch (error2) {
      if (errnoOf(error2) === void 0) throw error2;
      return [];
    }
  });
}
function executableOf(path5) {
  return path5.slice(0, 8);
}
function isStamp(executable2, content) {
  return content.length === 32 && Buffer.from(content).toString("hex").startsWith(executable2);
}
var import_node_fs15, import_node_path34, stampPath;
var init_gopls_archive = __esm({
  "src/cache/archive/gopls-archive.ts"() {
    "use strict";
    import_node_fs15 = require("node:fs");
    import_node_path34 = require("node:path");
    init_errors();
    init_gopls_entries();
    init_damaged_archive();
    init_staging();
    stampPath = /^([0-9a-f]{8})\/exe\.sha256$/;
  }
});

// src/cache/entries/compile-cost.ts
function compileCostsMs(madeMs) {
  const order = madeMs.map((ms, index) => ({ ms, index })).sort((a, b) => a.ms - b.ms);
  const costs = new Array(madeMs.length).fill(0);
  let before = null;
  for (const { ms, index } of order) {
    if (before !== null) costs[index] = Math.min(ms - before, longestMs);
    before = ms;
  }
  return costs;
}
var longestMs;
var init_compile_cost = __esm({
  "src/cache/entries/compile-cost.ts"() {
    "use strict";
    longestMs = 1e4;
  }
});

// src/cache/entries/mark-entries.ts
function markAt(nowMs) {
  return Math.floor((nowMs - backMs) / 1e3) * 1e3;
}
function markEntries(folder2, paths, markMs, again) {
  const mark = markMs / 1e3;
  for (const path5 of paths) {
    const entry = (0, import_node_path35.join)(folder2, path5);
    try {
      if (!again || (0, import_node_fs16.lstatSync)(entry).mtimeMs <= markMs + stepMs) (0, import_node_fs16.lutimesSync)(entry, mark, mark);
    } catch (error2) {
      if (errnoOf(error2) !== "ENOENT" && errnoOf(error2) !== "EPERM" && errnoOf(error2) !== "EACCES") throw error2;
    }
  }
}
function isUsed(mtimeMs, markMs) {
  return Math.abs(mtimeMs - markMs) > stepMs;
}
var import_node_fs16, import_node_path35, backMs, stepMs;
var init_mark_entries = __esm({
  "src/cache/entries/mark-entries.ts"() {
    "use strict";
    import_node_fs16 = require("node:fs");
    import_node_path35 = require("node:path");
    init_errors();
    backMs = 3 * 60 * 6e4;
    stepMs = 2e3;
  }
});

// src/cache/entries/sweep-build-entries.ts
function sweepBuildEntries(entries, markMs, startedMs, retention = whileUsed) {
  const retentionOf = (entry) => retention(entry, markMs === null || isUsed(entry.mtimeMs, markMs));
  const keptOutputs = /* @__PURE__ */ new Map();
  const kept = [];
  const unused = [];
  const unusedFiles = [];
  for (const action of entries.actions) {
    const output = entries.outputs.get(action.output);
    const unusedFor = output === void 0 ? null : retentionOf(action);
    if (unusedFor === null) {
      unused.push(action.path);
      unusedFiles.push(action);
      continue;
    }
    const isNew2 = action.madeMs >= startedMs;
    kept.push({ path: action.path, bytes: action.bytes, isNew: isNew2, madeMs: action.madeMs, unusedFor });
    const before = keptOutputs.get(action.output);
    keptOutputs.set(action.output, {
      isNew: isNew2 && (before?.isNew ?? true),
      unusedFor: Math.min(unusedFor, before?.unusedFor ?? unusedFor)
    });
  }
  for (const [id, output] of entries.outputs) {
    const named = keptOutputs.get(id);
    const unusedFor = named?.unusedFor ?? retentionOf(output);
    if (unusedFor === null) {
      unused.push(isExecutable2.test(output.path) ? (0, import_posix.dirname)(output.path) : output.path);
      unusedFiles.push(output);
    } else {
      kept.push({ path: output.path, bytes: output.bytes, isNew: named?.isNew ?? false, madeMs: null, unusedFor });
    }
  }
  return { kept, unused, unusedAmount: amountOf(unusedFiles) };
}
var import_posix, whileUsed, isExecutable2;
var init_sweep_build_entries = __esm({
  "src/cache/entries/sweep-build-entries.ts"() {
    "use strict";
    import_posix = require("node:path/posix");
    init_errors();
    init_accounting();
    init_mark_entries();
    whileUsed = (_, isUsed2) => isUsed2 ? 0 : null;
    isExecutable2 = /-d\/[^/]+$/;
  }
});

// src/cache/entries/choose-entries.ts
function chooseBuildEntries({ folder: folder2, markMs, hit }, startedMs, known) {
  const ofTwins = ({ path: path5 }, used) => {
    const before = known.get(path5);
    if (used) return 0;
    return before === void 0 || before.unusedFor >= longestUnusedFor ? null : before.unusedFor + 1;
  };
  const entries = readBuildEntries(folder2);
  const sweep = hit === "exact" ? sweepBuildEntries(entries, markMs, startedMs, ofTwins) : sweepBuildEntries(entries, markMs, startedMs);
  const others2 = otherBuildFiles(folder2).map((file) => ({ ...file, isNew: file.mtimeMs >= startedMs, unusedFor: 0 }));
  const made = sweep.kept.flatMap(({ path: path5, isNew: isNew2, madeMs }) => isNew2 && madeMs !== null ? [{ path: path5, madeMs }] : []);
  const newCosts = compileCostsMs(made.map(({ madeMs }) => madeMs));
  const costsMs = /* @__PURE__ */ new Map();
  let reusedWorthMs = 0;
  for (const { path: path5, isNew: isNew2, unusedFor } of sweep.kept) {
    const costMs = isNew2 ? 0 : known.get(path5)?.costMs ?? 0;
    if (costMs > 0) costsMs.set(path5, costMs);
    if (unusedFor === 0) reusedWorthMs += costMs;
  }
  for (const [index, { path: path5 }] of made.entries()) costsMs.set(path5, newCosts[index] ?? 0);
  const files2 = sweep.kept.some(({ unusedFor }) => unusedFor === 0) ? [...sweep.kept, ...others2] : [];
  return {
    files: files2,
    swept: sweep.unusedAmount,
    costsMs,
    reusedWorthMs: known.size === 0 ? null : reusedWorthMs,
    madeAnewCostMs: newCosts.reduce((sum, ms) => sum + ms, 0),
    shared: null
  };
}
function chooseLintEntries({ folder: folder2, markMs }, startedMs, known) {
  const entries = readBuildEntries(folder2);
  const retention = retentionOverArchives(entries, markMs, startedMs, known, () => "");
  return uncosted(sweepBuildEntries(entries, markMs, startedMs, retention), []);
}
function chooseGoplsEntries({ folder: folder2, markMs }, startedMs, known) {
  const { actions, outputs } = readGoplsEntries(folder2);
  const entries = {
    actions: actions.map((action) => known.has(action.path) ? { ...action, madeMs: 0 } : action),
    outputs
  };
  const retention = retentionOverArchives(entries, markMs, startedMs, known, executableOf);
  const sweep = sweepBuildEntries(entries, markMs, startedMs, retention);
  const stamps = goplsStamps(
    folder2,
    sweep.kept.map(({ path: path5 }) => path5)
  ).map((file) => ({ ...file, isNew: !known.has(file.path), unusedFor: 0 }));
  return uncosted(sweep, stamps);
}
function retentionOverArchives(entries, markMs, startedMs, known, groupOf) {
  const inUse = /* @__PURE__ */ new Set();
  for (const { path: path5, mtimeMs, madeMs } of entries.actions) {
    if (madeMs < startedMs && (markMs === null || isUsed(mtimeMs, markMs))) inUse.add(groupOf(path5));
  }
  const retentionOf = ({ path: path5 }, used) => {
    if (used) return 0;
    const before = known.get(path5);
    if (before === void 0 || before.unusedFor >= longestUnusedFor || !inUse.has(groupOf(path5))) return null;
    return before.unusedFor + 1;
  };
  const fitting = newestWithin(entries, mostBytes);
  return (entry, used) => "output" in entry && fitting.has(entry.path) ? retentionOf(entry, used) : null;
}
function newestWithin({ actions, outputs }, bytes) {
  const fitting = /* @__PURE__ */ new Set();
  const counted2 = /* @__PURE__ */ new Set();
  let sum = 0;
  for (const action of [...actions].sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += action.bytes + (counted2.has(action.output) ? 0 : outputs.get(action.output)?.bytes ?? 0);
    if (sum > bytes) break;
    counted2.add(action.output);
    fitting.add(action.path);
  }
  return fitting;
}
function uncosted({ kept, unusedAmount }, others2) {
  const files2 = kept.length === 0 ? [] : [...kept, ...others2];
  return { files: files2, swept: unusedAmount, costsMs: /* @__PURE__ */ new Map(), reusedWorthMs: null, madeAnewCostMs: null, shared: null };
}
var longestUnusedFor, mostBytes;
var init_choose_entries = __esm({
  "src/cache/entries/choose-entries.ts"() {
    "use strict";
    init_build_archive();
    init_gopls_archive();
    init_build_entries();
    init_compile_cost();
    init_gopls_entries();
    init_mark_entries();
    init_sweep_build_entries();
    longestUnusedFor = 3;
    mostBytes = 5e8;
  }
});

// src/cache/entries/mark-build-entries.ts
function markBuildEntries(gocache2, nowMs, earlierMarkMs) {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(gocache2, buildEntryPaths(gocache2), markMs, earlierMarkMs !== null);
  (0, import_node_fs17.mkdirSync)(gocache2, { recursive: true });
  const unfinished = (0, import_node_path36.join)(gocache2, `trim.txt.${process.pid}.tmp`);
  (0, import_node_fs17.writeFileSync)(unfinished, String(Math.floor(nowMs / 1e3)));
  (0, import_node_fs17.renameSync)(unfinished, (0, import_node_path36.join)(gocache2, "trim.txt"));
  return markMs;
}
var import_node_fs17, import_node_path36;
var init_mark_build_entries = __esm({
  "src/cache/entries/mark-build-entries.ts"() {
    "use strict";
    import_node_fs17 = require("node:fs");
    import_node_path36 = require("node:path");
    init_build_entries();
    init_mark_entries();
  }
});

// src/cache/kinds/archive-kind.ts
var notRequested;
var init_archive_kind = __esm({
  "src/cache/kinds/archive-kind.ts"() {
    "use strict";
    notRequested = { off: "not requested" };
  }
});

// src/cache/kinds/gocache.ts
var gocache;
var init_gocache = __esm({
  "src/cache/kinds/gocache.ts"() {
    "use strict";
    init_build_archive();
    init_build_entries();
    init_choose_entries();
    init_mark_build_entries();
    init_archive_kind();
    gocache = {
      place: ({ build }, { gocache: folder2 }) => {
        if (build === "off") return notRequested;
        return ["", "off"].includes(folder2) ? { off: "GOCACHE is off" } : { folder: folder2 };
      },
      check: checkBuildArchive,
      units: buildUnits,
      unitOf: (path5) => path5,
      count: (folder2) => buildEntryPaths(folder2).length,
      mark: markBuildEntries,
      choose: (_, { build, startedMs }) => (known) => chooseBuildEntries(build, startedMs, known)
    };
  }
});

// src/go/user-cache.ts
function userCacheFolder(env) {
  if (process.platform === "win32") return env["LocalAppData"] || env["LOCALAPPDATA"] || null;
  const home = env["HOME"] || null;
  if (process.platform === "darwin") return home === null ? null : (0, import_node_path37.join)(home, "Library/Caches");
  const named = env["XDG_CACHE_HOME"];
  if (named) return (0, import_node_path37.isAbsolute)(named) ? named : null;
  return home === null ? null : (0, import_node_path37.join)(home, ".cache");
}
var import_node_path37;
var init_user_cache = __esm({
  "src/go/user-cache.ts"() {
    "use strict";
    import_node_path37 = require("node:path");
  }
});

// src/cache/kinds/golangci-lint.ts
function placeIn2(env) {
  const named = env["GOLANGCI_LINT_CACHE"];
  if (named) {
    return (0, import_node_path38.isAbsolute)(named) ? { folder: named } : { off: `GOLANGCI_LINT_CACHE is ${named}, which is not an absolute path` };
  }
  const folder2 = userCacheFolder(env);
  return folder2 === null ? { off: "its folder is unknown: neither HOME nor GOLANGCI_LINT_CACHE is set" } : { folder: (0, import_node_path38.join)(folder2, "golangci-lint") };
}
var import_node_path38, golangciLint;
var init_golangci_lint = __esm({
  "src/cache/kinds/golangci-lint.ts"() {
    "use strict";
    import_node_path38 = require("node:path");
    init_user_cache();
    init_build_archive();
    init_build_entries();
    init_choose_entries();
    init_mark_build_entries();
    init_archive_kind();
    golangciLint = {
      place: ({ lint, env }) => lint === "off" ? notRequested : placeIn2(env),
      check: checkLintArchive,
      units: buildUnits,
      unitOf: (path5) => path5,
      count: (folder2) => buildEntryPaths(folder2).length,
      mark: markBuildEntries,
      choose: (_, { lint, startedMs }) => (known) => chooseLintEntries(lint, startedMs, known)
    };
  }
});

// src/go/gopls-cache.ts
function goplsCacheFolder(env) {
  return (0, import_node_path39.join)(env["GOPLSCACHE"] || (userCacheFolder(env) ?? (0, import_node_os3.tmpdir)()), "gopls");
}
var import_node_os3, import_node_path39;
var init_gopls_cache = __esm({
  "src/go/gopls-cache.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path39 = require("node:path");
    init_user_cache();
  }
});

// src/cache/entries/mark-gopls-entries.ts
function markGoplsEntries(folder2, nowMs, earlierMarkMs) {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(folder2, goplsEntryPaths(folder2), markMs, earlierMarkMs !== null);
  return markMs;
}
var init_mark_gopls_entries = __esm({
  "src/cache/entries/mark-gopls-entries.ts"() {
    "use strict";
    init_gopls_entries();
    init_mark_entries();
  }
});

// src/cache/kinds/gopls.ts
var gopls;
var init_gopls = __esm({
  "src/cache/kinds/gopls.ts"() {
    "use strict";
    init_gopls_cache();
    init_gopls_archive();
    init_choose_entries();
    init_gopls_entries();
    init_mark_gopls_entries();
    init_archive_kind();
    gopls = {
      place: ({ gopls: gopls2, env }) => gopls2 === "off" ? notRequested : { folder: goplsCacheFolder(env) },
      check: checkGoplsArchive,
      units: goplsUnits,
      unitOf: (path5) => path5,
      count: (folder2) => goplsEntryPaths(folder2).length,
      mark: markGoplsEntries,
      choose: (_, { gopls: gopls2, startedMs }) => (known) => chooseGoplsEntries(gopls2, startedMs, known)
    };
  }
});

// src/cache/modules/downloaded-modules.ts
function isDownloadedFile(path5) {
  const [, module2, name2 = ""] = /^cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path5) ?? [];
  return module2 !== void 0 && !isToolchain(module2) && versionFile.test(name2) && isCleanPath(path5);
}
function isCleanPath(path5) {
  return !path5.split("/").some((part) => part === "" || part === "." || part === "..") && !/[\\:\0]/.test(path5);
}
function isToolchain(module2) {
  return module2 === "golang.org/toolchain" || module2.startsWith("golang.org/toolchain/");
}
function readDownloadedFiles(gomodcache) {
  const files2 = [];
  const visit = (path5) => {
    for (const entry of entriesOf((0, import_node_path40.join)(gomodcache, path5))) {
      const below = `${path5}/${entry.name}`;
      if (entry.isDirectory()) {
        if (below !== `${folder}/sumdb` && !isToolchain(below.slice(folder.length + 1))) visit(below);
        continue;
      }
      const [, version, kind] = path5.endsWith("/@v") && entry.isFile() ? versionFile.exec(entry.name) ?? [] : [];
      if (version === void 0 || !isKind(kind)) continue;
      const { size, mtimeMs } = (0, import_node_fs18.lstatSync)((0, import_node_path40.join)(gomodcache, below));
      const module2 = `${path5.slice(folder.length + 1, -"/@v".length)}@${version}`;
      if (size > 0) files2.push({ path: below, module: module2, kind, bytes: size, mtimeMs });
    }
  };
  visit(folder);
  return files2;
}
function isKind(text2) {
  return text2 === "info" || text2 === "mod" || text2 === "zip" || text2 === "ziphash";
}
function readModuleTrees(gomodcache) {
  const trees = [];
  const visit = (path5) => {
    for (const entry of entriesOf((0, import_node_path40.join)(gomodcache, path5))) {
      if (!entry.isDirectory()) continue;
      const below = path5 === "" ? entry.name : `${path5}/${entry.name}`;
      if (below === "cache" || below.startsWith("golang.org/toolchain@")) continue;
      if (entry.name.includes("@")) trees.push(below);
      else visit(below);
    }
  };
  visit("");
  return trees;
}
function entriesOf(path5) {
  try {
    return (0, import_node_fs18.readdirSync)(path5, { withFileTypes: true });
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT" || errnoOf(error2) === "ENOTDIR") return [];
    throw error2;
  }
}
var import_node_fs18, import_node_path40, versionFile, folder;
var init_downloaded_modules = __esm({
  "src/cache/modules/downloaded-modules.ts"() {
    "use strict";
    import_node_fs18 = require("node:fs");
    import_node_path40 = require("node:path");
    init_errors();
    versionFile = /^(v[^/]*)\.(info|mod|zip|ziphash)$/;
    folder = "cache/download";
  }
});

// src/cache/archive/module-archive.ts
function checkModuleArchive(folder2) {
  return checkStaged(folder2, "modules", ({ path: path5 }) => {
    if (isDownloadedFile(path5)) return null;
    const clean2 = !path5.split("/").some((part) => part === "" || part === "." || part === "..");
    return clean2 && moduleTreeOf(path5) !== null ? null : "is not a path of the module cache";
  });
}
function moduleUnits(entries) {
  return [...new Set(entries.map(({ path: path5 }) => moduleUnit(path5)))];
}
function selectModuleFiles(gomodcache, needed, unpacked, startedMs) {
  const kept = [];
  const unneeded = [];
  for (const file of readDownloadedFiles(gomodcache)) {
    const { module: module2, kind, path: path5, bytes } = file;
    const isText2 = kind === "mod" || kind === "info";
    const isListed = needed.selected.has(module2) || isText2 && needed.known.has(module2);
    const isNew2 = file.mtimeMs >= startedMs;
    const isBesides = isText2 || unpacked === null ? isNew2 : false;
    if (isListed || isBesides || unpacked?.has(module2) === true) kept.push({ path: path5, bytes, isListed });
    else unneeded.push(file);
  }
  return { kept, unneeded };
}
var init_module_archive = __esm({
  "src/cache/archive/module-archive.ts"() {
    "use strict";
    init_downloaded_modules();
    init_module_unit();
    init_staging();
  }
});

// src/cache/modules/needed-modules.ts
async function findNeededModules(request, caches) {
  const { workspace, env } = request;
  const files2 = await findModuleFiles(request, caches);
  const selected = /* @__PURE__ */ new Set();
  const known = /* @__PURE__ */ new Set();
  const unlisted = [];
  const zipsBySum = /* @__PURE__ */ new Map();
  await Promise.all(
    files2.goSums.map(async (path5) => {
      const lines2 = parseGoSum(await readableText((0, import_node_path41.join)(workspace, path5)));
      for (const { module: module2 } of lines2) known.add(module2);
      zipsBySum.set(
        path5,
        lines2.filter(({ isGoMod }) => !isGoMod).map(({ module: module2 }) => module2)
      );
    })
  );
  const limit = pLimit(4);
  const list = async (path5, gowork) => {
    const folder2 = (0, import_node_path41.dirname)((0, import_node_path41.join)(workspace, path5));
    const modules2 = await limit(() => buildList({ ...request, env: { ...env, GOWORK: gowork } }, folder2)) ?? (path5.endsWith("go.mod") ? await limit(() => requirements(request, folder2)) : null);
    if (modules2 !== null) {
      for (const module2 of modules2) selected.add(module2);
      return;
    }
    unlisted.push(path5);
    const sum = path5.replace(/go\.(mod|work)$/, (name2) => name2 === "go.mod" ? "go.sum" : "go.work.sum");
    for (const module2 of zipsBySum.get(sum) ?? []) selected.add(module2);
  };
  await Promise.all([
    ...files2.goMods.map((path5) => list(path5, "off")),
    ...files2.goWorks.map((path5) => list(path5, (0, import_node_path41.join)(workspace, path5)))
  ]);
  for (const module2 of selected) known.add(module2);
  return { selected, known, unlisted: unlisted.sort() };
}
async function buildList({ go, env, signal }, folder2) {
  const format = "{{with .Replace}}{{.Path}} {{.Version}}{{else}}{{.Path}} {{.Version}}{{end}}";
  const { code, stdout } = await runGo(go, ["list", "-m", "-f", format, "all"], {
    // The vendor folder and the user's flags must not affect the build list.
    // GOPROXY=off alone does not keep go from contacting the git server of a GOPRIVATE module.
    env: { ...env, GOPROXY: "off", GONOPROXY: "none", GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" },
    cwd: folder2,
    signal
  });
  if (code !== 0) return null;
  return stdout.split("\n").flatMap((line) => {
    const [path5 = "", version = ""] = line.trim().split(" ");
    return version === "" ? [] : [escaped(path5, version)];
  });
}
async function requirements({ go, env, signal }, folder2) {
  const { code, stdout } = await runGo(go, ["mod", "edit", "-json"], {
    env: { ...env, GOFLAGS: "", GOTOOLCHAIN: "local" },
    cwd: folder2,
    signal
  });
  const parsed2 = safeParse(pipe(string(), parseJson(), goModSchema), stdout);
  if (code !== 0 || !parsed2.success) return null;
  const { Go, Require, Replace } = parsed2.output;
  const [major = 0, minor = 0] = Go.split(".").map(Number);
  if (major === 1 && minor < 17) return null;
  return (Require ?? []).flatMap(({ Path, Version }) => {
    const replacements = (Replace ?? []).filter(({ Old }) => Old.Path === Path);
    const replacement = replacements.find(({ Old }) => Old.Version === Version) ?? replacements.find(({ Old }) => !Old.Version);
    const { Path: path5, Version: version } = replacement?.New ?? { Path, Version };
    return version === void 0 ? [] : [escaped(path5, version)];
  });
}
function parseGoSum(text2) {
  return text2.split("\n").flatMap((line) => {
    const [path5 = "", version = "", sum] = line.trim().split(/\s+/);
    if (sum === void 0) return [];
    return [{ module: escaped(path5, version.replace(/\/go\.mod$/, "")), isGoMod: version.endsWith("/go.mod") }];
  });
}
function escaped(path5, version) {
  return `${escapePath(path5)}@${escapePath(version)}`;
}
var import_node_path41, goModSchema;
var init_needed_modules = __esm({
  "src/cache/modules/needed-modules.ts"() {
    "use strict";
    import_node_path41 = require("node:path");
    init_p_limit();
    init_dist();
    init_module_proxy();
    init_run_go();
    init_module_files();
    init_readable_text();
    goModSchema = object({
      Go: optional(string(), "1.16"),
      Require: nullish(array2(object({ Path: string(), Version: string() })), []),
      Replace: nullish(
        array2(
          object({
            Old: object({ Path: string(), Version: optional(string()) }),
            New: object({ Path: string(), Version: optional(string()) })
          })
        ),
        []
      )
    });
  }
});

// src/cache/modules/plan-modules.ts
function planModules(held, job, needed, { abovePercent, onlyForNew }, day) {
  const needs = needsAfter(held.needs, job, day);
  const wanted = neededPaths(needs);
  const ownUnits = new Set(needed.map(({ path: path5 }) => moduleUnit(path5)));
  const unwanted = [...held.files.values()].filter(({ path: path5 }) => !wanted.has(path5));
  const halves = new Set(unwanted.map(({ path: path5 }) => moduleUnit(path5)));
  const others2 = [...held.files.values()].filter(({ path: path5 }) => {
    const unit = moduleUnit(path5);
    return wanted.has(path5) && !ownUnits.has(unit) && !halves.has(unit);
  });
  const files2 = [...needed, ...others2];
  const anew = needed.filter(({ path: path5 }) => !held.files.has(path5));
  const dead = amountOf(unwanted);
  const share = (part, whole) => whole === 0 ? 0 : 100 * part / whole;
  const shareOfNew = share(amountOf(anew).bytes, amountOf(needed).bytes);
  const isZipBeside = ({ path: path5 }) => ownUnits.has(moduleOfZip(path5) ?? "");
  const zips = needed.filter(isZipBeside);
  const shareOfZips = onlyForNew ? 0 : share(amountOf(anew.filter(isZipBeside)).bytes, amountOf(zips).bytes);
  const newShare = Math.max(shareOfNew, shareOfZips);
  const deadShare = share(dead.bytes, amountOf([...held.files.values()]).bytes);
  const decide = () => {
    const shares = `the archive lacks ${newShare.toFixed(1)} % of what this job needs, and ${deadShare.toFixed(1)} % of the archive is unused`;
    if (onlyForNew) {
      const pays = newShare > abovePercent;
      return {
        save: pays,
        why: pays ? shares : `${shares}; an archive for this ref alone must have more than ${abovePercent} % new`
      };
    }
    if (!serves(held.needs, job.id) || !serves(held.needs, job.listedBy)) {
      const isFirst = held.needs.lines.length === 0;
      return { save: true, why: isFirst ? "there was no archive" : "the archive did not cover this job's needs" };
    }
    if (Math.max(newShare, deadShare) > abovePercent) return { save: true, why: shares };
    if (isRenewalDue(held.needs, job, day)) {
      return { save: true, why: "this job's needs were last confirmed long ago, and would be forgotten" };
    }
    return { save: false, why: `${shares}; neither is above ${abovePercent} %` };
  };
  return { files: files2, needs, worth: decide() };
}
var init_plan_modules = __esm({
  "src/cache/modules/plan-modules.ts"() {
    "use strict";
    init_accounting();
    init_module_needs();
    init_module_unit();
  }
});

// src/cache/modules/mark-modules.ts
function markModules(gomodcache, nowMs, earlierMarkMs) {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  if (earlierMarkMs !== null) return markMs;
  for (const { path: path5, kind, mtimeMs } of readDownloadedFiles(gomodcache)) {
    if (kind !== "ziphash") continue;
    try {
      (0, import_node_fs19.lutimesSync)((0, import_node_path42.join)(gomodcache, path5), markMs / 1e3, mtimeMs / 1e3);
    } catch (error2) {
      if (!["ENOENT", "EPERM", "EACCES"].includes(errnoOf(error2) ?? "")) throw error2;
    }
  }
  return markMs;
}
function wasUsed(gomodcache, module2, markMs) {
  if (markMs === null) return false;
  const stat5 = (0, import_node_fs19.lstatSync)(hashFileOf(gomodcache, module2), { throwIfNoEntry: false });
  return stat5 !== void 0 && isUsed(stat5.atimeMs, markMs);
}
function hashFileOf(gomodcache, module2) {
  return `${downloadOf(gomodcache, module2)}.ziphash`;
}
var import_node_fs19, import_node_path42;
var init_mark_modules = __esm({
  "src/cache/modules/mark-modules.ts"() {
    "use strict";
    import_node_fs19 = require("node:fs");
    import_node_path42 = require("node:path");
    init_errors();
    init_mark_entries();
    init_downloaded_modules();
    init_module_unit();
  }
});

// src/cache/layer/file-hash.ts
async function hashFile(path5) {
  const worker = new import_node_worker_threads.Worker(hasher, { eval: true, workerData: path5, execArgv: [] });
  return await new Promise((resolve7, reject) => {
    worker.once("message", resolve7);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that hashes ${path5} ended (${code})`)));
  });
}
function hashSmallFile(path5, chunk2) {
  const hash = (0, import_node_crypto8.createHash)("sha256");
  const file = (0, import_node_fs20.openSync)(path5, "r");
  try {
    let bytes = 0;
    for (; ; ) {
      const read = (0, import_node_fs20.readSync)(file, chunk2, 0, chunk2.length, null);
      if (read === 0) return { sha256: hash.digest("hex"), bytes };
      hash.update(chunk2.subarray(0, read));
      bytes += read;
    }
  } finally {
    (0, import_node_fs20.closeSync)(file);
  }
}
var import_node_crypto8, import_node_fs20, import_node_worker_threads, hasher;
var init_file_hash = __esm({
  "src/cache/layer/file-hash.ts"() {
    "use strict";
    import_node_crypto8 = require("node:crypto");
    import_node_fs20 = require("node:fs");
    import_node_worker_threads = require("node:worker_threads");
    hasher = `
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const hash = createHash('sha256');
const chunk = Buffer.allocUnsafe(1 << 20);
const file = openSync(workerData, 'r');
let bytes = 0;
for (;;) {
  const read = readSync(file, chunk, 0, chunk.length, null);
  if (read === 0) break;
  hash.update(chunk.subarray(0, read));
  bytes += read;
}
closeSync(file);
parentPort.postMessage({ sha256: hash.digest('hex'), bytes });
`;
  }
});

// src/cache/modules/module-tree.ts
function readModuleTree(gomodcache, path5) {
  const download = downloadOf(gomodcache, path5);
  const names2 = [];
  try {
    const wanted = (0, import_node_fs21.readFileSync)(`${download}.ziphash`, "utf8").trim();
    if ((0, import_node_fs21.lstatSync)(`${download}.partial`, { throwIfNoEntry: false }) !== void 0) return null;
    if (!listFiles((0, import_node_path43.join)(gomodcache, path5), "", names2)) return null;
    const name2 = unescaped(path5);
    const sums = [];
    const files2 = names2.sort().map((file) => {
      const { sha256, bytes } = hashSmallFile((0, import_node_path43.join)(gomodcache, path5, file), chunk);
      sums.push({ name: `${name2}/${file}`, sha256 });
      return { path: file, bytes };
    });
    return hash1(sums) === wanted ? { path: path5, bytes: files2.reduce((sum, { bytes }) => sum + bytes, 0), files: files2 } : null;
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return null;
  }
}
function listFiles(root, prefix, files2) {
  for (const entry of (0, import_node_fs21.readdirSync)((0, import_node_path43.join)(root, prefix), { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!listFiles(root, `${prefix}${entry.name}/`, files2)) return false;
    } else if (entry.isFile()) files2.push(prefix + entry.name);
    else return false;
  }
  return true;
}
function unescaped(path5) {
  return path5.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
var import_node_fs21, import_node_path43, chunk;
var init_module_tree = __esm({
  "src/cache/modules/module-tree.ts"() {
    "use strict";
    import_node_fs21 = require("node:fs");
    import_node_path43 = require("node:path");
    init_errors();
    init_dirhash();
    init_file_hash();
    init_module_unit();
    chunk = Buffer.allocUnsafe(1 << 18);
  }
});

// src/cache/modules/zips-to-keep.ts
function zipsToKeep(zips) {
  const isAskedFor = ({ treeWasRestored, isFetched, wasRestored }) => treeWasRestored && (isFetched || wasRestored);
  const asksForAll = zips.some((zip) => zip.isListed && isAskedFor(zip));
  const kept = zips.filter((zip) => !zip.hasTree || isAskedFor(zip) || asksForAll && zip.isListed && zip.isFetched);
  return new Set(kept.map(({ module: module2 }) => module2));
}
var init_zips_to_keep = __esm({
  "src/cache/modules/zips-to-keep.ts"() {
    "use strict";
  }
});

// src/cache/modules/select-trees.ts
function selectTrees(gomodcache, needed, before) {
  const byTree = /* @__PURE__ */ new Map();
  for (const { path: path5, bytes } of before.restored.values()) {
    const tree = moduleTreeOf(path5);
    if (tree === null) continue;
    const files3 = byTree.get(tree) ?? [];
    if (files3.length === 0) byTree.set(tree, files3);
    files3.push({ path: path5, bytes, isListed: needed.selected.has(tree) });
  }
  const files2 = [];
  const trees = /* @__PURE__ */ new Map();
  const restored = /* @__PURE__ */ new Set();
  for (const tree of readModuleTrees(gomodcache)) {
    const isListed = needed.selected.has(tree);
    const known = byTree.get(tree);
    if (known !== void 0) {
      if (!isListed && !wasUsed(gomodcache, tree, before.markMs)) continue;
      for (const file of known) files2.push(file);
      trees.set(tree, isListed);
      restored.add(tree);
    } else if (isListed || !before.hadTrees || isNew(hashFileOf(gomodcache, tree), before.startedMs)) {
      const read = readModuleTree(gomodcache, tree);
      if (read === null) continue;
      for (const { path: path5, bytes } of read.files) files2.push({ path: `${tree}/${path5}`, bytes, isListed });
      trees.set(tree, isListed);
    }
  }
  return { files: files2, trees, restored };
}
function isNew(file, startedMs) {
  return ((0, import_node_fs22.lstatSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= startedMs;
}
function selectTreesWithoutZips(gomodcache, needed, before) {
  const { files: files2, trees, restored } = selectTrees(gomodcache, needed, before);
  const downloads = readDownloadedFiles(gomodcache).map((file) => ({
    ...file,
    isNew: file.mtimeMs >= before.startedMs && !before.restored.has(file.path)
  }));
  const zips = downloads.filter(
    ({ kind, module: module2, isNew: isNew2 }) => kind === "zip" && (needed.selected.has(module2) || trees.has(module2) || isNew2)
  );
  const kept = zipsToKeep(
    zips.map(({ module: module2, path: path5, isNew: isNew2 }) => ({
      module: module2,
      isListed: needed.selected.has(module2),
      isFetched: isNew2,
      wasRestored: before.restored.has(path5),
      treeWasRestored: restored.has(module2),
      hasTree: trees.has(module2)
    }))
  );
  const isKept = ({ module: module2, kind, isNew: isNew2 }) => {
    if (kind === "zip") return kept.has(module2);
    if (trees.has(module2) || kept.has(module2)) return true;
    return kind !== "ziphash" && (needed.known.has(module2) || isNew2);
  };
  return {
    kept: [
      ...files2,
      ...downloads.filter(isKept).map(({ path: path5, bytes, module: module2, kind }) => {
        const isText2 = kind === "mod" || kind === "info";
        return { path: path5, bytes, isListed: needed.selected.has(module2) || isText2 && needed.known.has(module2) };
      })
    ],
    unneeded: downloads.filter((file) => !isKept(file))
  };
}
var import_node_fs22;
var init_select_trees = __esm({
  "src/cache/modules/select-trees.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    init_downloaded_modules();
    init_mark_modules();
    init_module_tree();
    init_module_unit();
    init_zips_to_keep();
  }
});

// src/cache/modules/choose-modules.ts
async function chooseModules(request, { modules: modules2, build, startedMs, hadTrees }, thrift, beganWith) {
  const { folder: folder2, key } = modules2;
  const caches = [folder2, build.folder];
  const needed = await findNeededModules(request, caches);
  const before = { restored: beganWith, hadTrees, startedMs, markMs: modules2.markMs };
  const select = () => {
    if (request.modules === "trees") return selectTreesWithoutZips(folder2, needed, before);
    if (request.modules !== "extracted") {
      return selectModuleFiles(folder2, needed, hadTrees ? null : new Set(readModuleTrees(folder2)), startedMs);
    }
    const { kept, unneeded: unneeded2 } = selectModuleFiles(folder2, needed, null, startedMs);
    const trees = selectTrees(folder2, needed, before).files.filter(({ isListed }) => isListed);
    return { kept: [...kept, ...trees], unneeded: unneeded2 };
  };
  const { kept: own, unneeded } = select();
  const idNow = await findNeedId(request, caches);
  const id = key.need ?? idNow;
  const job = {
    id,
    // A job may check out after this action (actions/setup-go#340), or change its go.mod.
    listedBy: idNow.family === id.family && idNow.deps === id.deps ? id : idNow,
    listed: own.flatMap(({ path: path5, isListed }) => isListed ? [path5] : []),
    besides: own.flatMap(({ path: path5, isListed }) => isListed ? [] : [path5])
  };
  const day = Math.floor(Date.now() / msPerDay);
  return (known, needs) => {
    const plan = planModules({ files: known, needs }, job, own, thrift, day);
    const isOwn = new Map(own.map((file) => [file.path, file]));
    const kept = new Set(plan.files.map(({ path: path5 }) => path5));
    return {
      files: plan.files.map(({ path: path5, bytes }) => {
        const isNew2 = isOwn.has(path5) && !known.has(path5);
        const crc322 = moduleUnit(path5) === path5 ? void 0 : known.get(path5)?.crc32;
        return { path: path5, bytes, isNew: isNew2, unusedFor: isOwn.has(path5) ? 0 : 1, crc32: crc322 };
      }),
      swept: amountOf(unneeded.filter(({ path: path5 }) => !kept.has(path5))),
      costsMs: /* @__PURE__ */ new Map(),
      reusedWorthMs: null,
      madeAnewCostMs: null,
      shared: { needs: plan.needs, worth: plan.worth }
    };
  };
}
var msPerDay;
var init_choose_modules = __esm({
  "src/cache/modules/choose-modules.ts"() {
    "use strict";
    init_accounting();
    init_module_archive();
    init_keys();
    init_downloaded_modules();
    init_module_unit();
    init_needed_modules();
    init_plan_modules();
    init_select_trees();
    msPerDay = 864e5;
  }
});

// src/cache/kinds/modules.ts
var modules;
var init_modules = __esm({
  "src/cache/kinds/modules.ts"() {
    "use strict";
    init_module_archive();
    init_choose_modules();
    init_downloaded_modules();
    init_mark_modules();
    init_module_unit();
    init_archive_kind();
    modules = {
      place: ({ modules: modules2 }, { gomodcache }) => modules2 === "off" || gomodcache === "" ? notRequested : { folder: gomodcache },
      check: checkModuleArchive,
      units: moduleUnits,
      unitOf: moduleUnit,
      count: (folder2) => readDownloadedFiles(folder2).length,
      mark: markModules,
      choose: chooseModules
    };
  }
});

// src/cache/kinds/kinds.ts
var kinds;
var init_kinds = __esm({
  "src/cache/kinds/kinds.ts"() {
    "use strict";
    init_gocache();
    init_golangci_lint();
    init_gopls();
    init_modules();
    kinds = { modules, build: gocache, lint: golangciLint, gopls };
  }
});

// src/process/errno-to-null.ts
var init_errno_to_null = __esm({
  "src/process/errno-to-null.ts"() {
    "use strict";
    init_errors();
  }
});

// src/process/job-owner.ts
function noteJobOwner(folder2) {
  const runner = readProcess(process.ppid);
  if (runner !== null) (0, import_node_fs23.writeFileSync)(noteIn(folder2), `${runner.pid} ${runner.startTicks}
`);
}
var import_node_fs23, import_node_path44, noteIn;
var init_job_owner = __esm({
  "src/process/job-owner.ts"() {
    "use strict";
    import_node_fs23 = require("node:fs");
    import_node_path44 = require("node:path");
    init_errno_to_null();
    init_process_table();
    noteIn = (folder2) => (0, import_node_path44.join)(folder2, "owner");
  }
});

// src/cache/layer/layer-state.ts
function layersFolder(stagingFolder) {
  return (0, import_node_path45.join)(stagingFolder, "layers");
}
function layerPlace(stagingFolder, kind) {
  return (0, import_node_path45.join)(layersFolder(stagingFolder), kind);
}
var import_node_path45, contentFolders;
var init_layer_state = __esm({
  "src/cache/layer/layer-state.ts"() {
    "use strict";
    import_node_path45 = require("node:path");
    contentFolders = { modules: "mod", build: "go-build" };
  }
});

// src/last-line.ts
function lastLine(text2) {
  return text2.trim().split("\n").at(-1) ?? "";
}
var init_last_line = __esm({
  "src/last-line.ts"() {
    "use strict";
  }
});

// src/cache/layer/mount/layer-command.ts
function environment() {
  return { PATH: adminFolders.join(":"), LC_ALL: "C" };
}
async function layerCommand([command, ...args]) {
  const signal = new AbortController().signal;
  return await runCommand(command, args, { folder: "/", env: environment(), limitMs: limitMs2, signal });
}
async function mustSucceed(argv) {
  const { code, stdout, stderr } = await layerCommand(argv);
  if (code === 0) return;
  const last = lastLine(`${stdout}
${stderr}`);
  throw new EnvironmentError(
    `${argv.find((word) => !isPrefix(word)) ?? argv[0]} failed (${code ?? "by a signal"}): ${last}`
  );
}
function isPrefix(word) {
  return word === "sudo" || word === "-n";
}
var limitMs2, adminFolders;
var init_layer_command = __esm({
  "src/cache/layer/mount/layer-command.ts"() {
    "use strict";
    init_errors();
    init_last_line();
    init_run_command();
    limitMs2 = 20 * 6e4;
    adminFolders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"];
  }
});

// src/process/proc/mounts.ts
function parseMountinfo(mountinfo) {
  return mountinfo.split("\n").flatMap((line) => {
    const [before = "", after3 = ""] = line.split(" - ");
    const [id, , , , point, options] = before.split(" ");
    if (point === void 0 || options === void 0) return [];
    const [type = "", source = "", superOptions = ""] = after3.split(" ");
    return [
      { id: Number(id), mountPoint: unescapedMount(point), options: options.split(","), type, source, superOptions }
    ];
  });
}
function upperFolderOf({ type, superOptions }) {
  const upper = type === "overlay" ? /(?:^|,)upperdir=([^,]*)/.exec(superOptions)?.[1] : void 0;
  return upper === void 0 ? null : unescapedMount(upper);
}
function unescapedMount(text2) {
  return text2.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}
var init_mounts = __esm({
  "src/process/proc/mounts.ts"() {
    "use strict";
  }
});

// src/cache/layer/mount/mount-table.ts
function readMounts() {
  return parseMounts((0, import_node_fs24.readFileSync)("/proc/self/mountinfo", "utf8"));
}
function parseMounts(text2) {
  return parseMountinfo(text2).map((line) => {
    return { mountPoint: line.mountPoint, type: line.type, upperFolder: upperFolderOf(line) };
  });
}
var import_node_fs24;
var init_mount_table = __esm({
  "src/cache/layer/mount/mount-table.ts"() {
    "use strict";
    import_node_fs24 = require("node:fs");
    init_mounts();
  }
});

// src/cache/layer/mount/mounted-layers.ts
async function mountOverlay(request) {
  const { tools, layers, within, place, mountPoint, beneath } = request;
  const [upper, work] = [(0, import_node_path46.join)(place, "upper"), (0, import_node_path46.join)(place, "work")];
  for (const folder2 of [upper, work, ...layers.map((layer) => layer.folder)]) (0, import_node_fs25.mkdirSync)(folder2, { recursive: true });
  const lower = [...layers.map(({ folder: folder2 }) => (0, import_node_path46.join)(folder2, within)), ...beneath === null ? [] : [beneath]];
  const options = [
    ...["nodev", "nosuid", "noatime"],
    ...tools.metacopy ? ["metacopy=on", "redirect_dir=on"] : [],
    ...[`lowerdir=${lower.join(":")}`, `upperdir=${upper}`, `workdir=${work}`]
  ];
  const script = [
    "set -e; format=$1 options=$2 point=$3 from=$4; shift 4",
    'image_mount() { mount -t "$format" -o loop,ro,nodev,nosuid "$1" "$2"; }',
    `[ "$from" != file ] || image_mount() { perl -e '${fileMount}' "$1" "$2" "$format"; }`,
    'while [ $# -gt 0 ]; do image_mount "$1" "$2" || exit 41; shift 2; done',
    'mount -t overlay unlatch -o "$options" "$point" || { echo "overlay: mount failed"; exit 42; }'
  ].join("\n");
  const from = tools.fromFile ? "file" : "loop";
  const words = layers.flatMap(({ image, folder: folder2 }) => [image, folder2]);
  try {
    await mustSucceed(
      asRoot(tools.asRoot, "sh", "-c", script, "sh", tools.format, options.join(","), mountPoint, from, ...words)
    );
  } catch (error2) {
    await unmountBelow(place, tools.asRoot);
    throw error2;
  }
}
async function unmountBelow(place, rootPrefix2) {
  const points = ownMounts(place);
  const script = 'for point; do umount "$point" 2>/dev/null || umount -l "$point" || exit 1; done';
  for (let left = points; left.length > 0; ) {
    try {
      await mustSucceed(asRoot(rootPrefix2, "sh", "-c", script, "sh", ...left));
      break;
    } catch (error2) {
      const still = ownMounts(place);
      if (still.length === left.length) throw error2;
      left = still;
    }
  }
  return points.length;
}
function ownMounts(place) {
  const isWithin = (path5) => path5 !== null && `${path5}/`.startsWith(`${place}/`);
  return readMounts().filter(({ mountPoint, upperFolder }) => isWithin(mountPoint) || isWithin(upperFolder)).map(({ mountPoint }) => mountPoint).reverse();
}
function asRoot(prefix, command, ...args) {
  const [first = command, ...rest] = [...prefix, command, ...args];
  return [first, ...rest];
}
var import_node_fs25, import_node_path46, mountCall, canMountFiles, fileMount;
var init_mounted_layers = __esm({
  "src/cache/layer/mount/mounted-layers.ts"() {
    "use strict";
    import_node_fs25 = require("node:fs");
    import_node_path46 = require("node:path");
    init_layer_command();
    init_mount_table();
    mountCall = { x64: 165, arm64: 40 }[process.arch];
    canMountFiles = mountCall !== void 0;
    fileMount = `my $none = ""; syscall(${mountCall}, @ARGV[0 .. 2], 7, $none) == 0 or die "mount: $!
"`;
  }
});

// src/cache/layer/mount/clear-layers.ts
function rootPrefix() {
  return process.geteuid?.() === 0 ? [] : ["sudo", "-n"];
}
async function clearLayers(folder2) {
  if (process.platform !== "linux" || !(0, import_node_fs26.existsSync)(folder2)) return 0;
  const prefix = rootPrefix();
  const count = await unmountBelow(folder2, prefix);
  const [first = "rm", ...rest] = [...prefix, "rm", "-rf", "--one-file-system", folder2];
  await mustSucceed([first, ...rest]);
  return count;
}
var import_node_fs26;
var init_clear_layers = __esm({
  "src/cache/layer/mount/clear-layers.ts"() {
    "use strict";
    import_node_fs26 = require("node:fs");
    init_layer_command();
    init_mounted_layers();
  }
});

// src/cache/layer/image-format.ts
function imageCommand(format, folder2, image, markMs, { files: files2, folders: folders2, blockBytes }) {
  const markS = String(Math.floor(markMs / 1e3));
  switch (format) {
    case "erofs":
      return ["mkfs.erofs", "--quiet", "-x-1", `-T${markS}`, image, folder2];
    case "squashfs": {
      const stored2 = ["-noI", "-noD", "-noF", "-noX"];
      const times = ["-all-time", markS, "-mkfs-time", markS];
      return ["mksquashfs", folder2, image, ...stored2, ...times, "-no-xattrs", "-no-progress", "-quiet", "-noappend"];
    }
    case "ext4": {
      const inodes = files2 + folders2 + 64;
      const bytes = blockBytes + inodes * 256 + folders2 * 8192 + (4 << 20);
      const blocks = Math.ceil(bytes * 1.04 / 4096);
      const features = "^has_journal,^resize_inode,^metadata_csum";
      return [
        "mke2fs",
        "-q",
        "-t",
        "ext4",
        "-b",
        "4096",
        "-I",
        "256",
        "-N",
        String(inodes),
        "-m",
        "0",
        "-O",
        features,
        "-E",
        "lazy_itable_init=0",
        "-d",
        folder2,
        image,
        String(blocks)
      ];
    }
  }
}
var imageFormats;
var init_image_format = __esm({
  "src/cache/layer/image-format.ts"() {
    "use strict";
    imageFormats = ["erofs", "squashfs", "ext4"];
  }
});

// src/cache/layer/mount/mount-tools.ts
function variantsOf(format) {
  const withLoop = [true, false].map((metacopy) => ({ metacopy, fromFile: false }));
  return format === "erofs" && canMountFiles ? [{ metacopy: true, fromFile: true }, ...withLoop] : withLoop;
}
async function findMountTools(folder2, formats = imageFormats) {
  if (process.platform !== "linux") return { why: `${process.platform} has no overlay mounts` };
  if (/[:,\\"\s]/.test(folder2)) return { why: `mount cannot be given the folder ${folder2}` };
  const asRoot2 = rootPrefix();
  if (asRoot2.length > 0) {
    const answer = await layerCommand(["sudo", "-n", "true"]).catch((error2) => {
      if (error2 instanceof EnvironmentError) return null;
      throw error2;
    });
    if (answer?.code !== 0) return { why: "this user is not root and has no sudo without a password" };
  }
  const whys = [];
  for (const format of formats) {
    for (const variant of variantsOf(format)) {
      const tools = { format, asRoot: asRoot2, ...variant };
      try {
        await tryOnce(folder2, tools);
        return tools;
      } catch (error2) {
        if (tools.fromFile) continue;
        whys.push(`${format}: ${messageOf(error2)}`);
        if (!(error2 instanceof OverlayFailed)) break;
      }
    }
  }
  return { why: whys.join("; ") };
}
async function tryOnce(folder2, tools) {
  const place = (0, import_node_path47.join)(folder2, "probe");
  const at = (name2) => (0, import_node_path47.join)(place, name2);
  try {
    await clearLayers(place);
    (0, import_node_fs27.mkdirSync)(at("tree/content/below"), { recursive: true });
    (0, import_node_fs27.writeFileSync)(at("tree/content/below/file"), "as it was");
    const size = { files: 1, folders: 3, blockBytes: 4096 };
    await mustSucceed(imageCommand(tools.format, at("tree"), at("image"), 9466848e5, size));
    (0, import_node_fs27.mkdirSync)(at("merged"));
    const layers = [{ image: at("image"), folder: at("layer") }];
    await mountOverlay({ tools, layers, within: "content", place, mountPoint: at("merged"), beneath: null });
    try {
      (0, import_node_fs27.writeFileSync)(at("merged/below/file"), "changed");
      (0, import_node_fs27.writeFileSync)(at("merged/below/other"), "new");
      if ((0, import_node_fs27.readFileSync)(at("upper/below/other"), "utf8") !== "new") throw new Error("nothing arrived above");
    } catch (error2) {
      throw new OverlayFailed(`a mounted file cannot be changed: ${messageOf(error2)}`, { cause: error2 });
    }
  } catch (error2) {
    if (error2 instanceof EnvironmentError && /overlay|metacopy/.test(error2.message)) {
      throw new OverlayFailed(error2.message, { cause: error2 });
    }
    throw error2;
  } finally {
    await clearLayers(place);
  }
}
var import_node_fs27, import_node_path47, OverlayFailed;
var init_mount_tools = __esm({
  "src/cache/layer/mount/mount-tools.ts"() {
    "use strict";
    import_node_fs27 = require("node:fs");
    import_node_path47 = require("node:path");
    init_errors();
    init_image_format();
    init_clear_layers();
    init_layer_command();
    init_mounted_layers();
    OverlayFailed = class extends EnvironmentError {
    };
  }
});

// src/cache/layer/mount/decide-mounts.ts
async function lookForMounts(request) {
  const { stagingFolder, mounts = "never", layeredKinds = [], imageFormats: imageFormats2 } = request;
  if (layeredKinds.length > 0) return { why: keptByEarlier, cleared: 0 };
  const folder2 = layersFolder(stagingFolder);
  let cleared = 0;
  try {
    cleared = await clearLayers(folder2);
    if (mounts === "never") return { why: "mount is never", cleared };
    (0, import_node_fs28.mkdirSync)(folder2, { recursive: true });
    noteJobOwner(folder2);
    return { ...await findMountTools(folder2, imageFormats2), cleared };
  } catch (error2) {
    return { why: messageOf(error2), cleared };
  }
}
function decideMounts(request, machine, places) {
  const left = machine.cleared === 0 ? "" : `; cleared ${machine.cleared} mounts that an earlier job left`;
  if ("why" in machine) return { tools: { modules: null, build: null }, why: `not mounted: ${machine.why}${left}` };
  const { cleared: _, ...tools } = machine;
  const full = [];
  const toolsFor = (kind) => {
    const place = places[kind];
    if ("off" in place) return null;
    if (kind === "modules" && request.modules === "extracted") return null;
    if (kinds[kind].count(place.folder) === 0) return tools;
    full.push(`${place.folder} has entries already`);
    return null;
  };
  const decided = { modules: toolsFor("modules"), build: toolsFor("build") };
  const mounted = ["modules", "build"].filter((kind) => decided[kind] !== null);
  const what = mounted.length === 0 ? "not mounted" : `mounted where there is a layer: ${mounted.join(", ")}, as ${tools.format}`;
  return { tools: decided, why: [what, ...full].join("; ") + left };
}
var import_node_fs28, keptByEarlier;
var init_decide_mounts = __esm({
  "src/cache/layer/mount/decide-mounts.ts"() {
    "use strict";
    import_node_fs28 = require("node:fs");
    init_errors();
    init_job_owner();
    init_kinds();
    init_layer_state();
    init_clear_layers();
    init_mount_tools();
    keptByEarlier = "an earlier setup of this job keeps it in layers";
  }
});

// src/cache/store/is-damage.ts
function isDamage(why) {
  return /\b(tar|unzstd|zstd|gzip)\b/.test(why);
}
var init_is_damage = __esm({
  "src/cache/store/is-damage.ts"() {
    "use strict";
  }
});

// src/settle-all.ts
async function settleAll(promises3) {
  await Promise.allSettled(promises3);
  return await Promise.all(promises3);
}
var init_settle_all = __esm({
  "src/settle-all.ts"() {
    "use strict";
  }
});

// src/cache/layer/layer-manifest.ts
function readLayerManifest(folder2, kind) {
  const { head: first, lines: lines2 } = readSealed((0, import_node_path48.join)(folder2, layerManifestName));
  const head = safeParse(pipe(string(), parseJson(), headSchema2), first);
  if (!head.success) throw new DamagedArchive("its manifest has an unknown schema");
  const { schema: _, units, ...rest } = head.output;
  if (rest.kind !== kind) throw new DamagedArchive(`it holds ${rest.kind}, not ${kind}`);
  if (units !== lines2.length) throw new DamagedArchive("its manifest lists a wrong number of units");
  return { ...rest, units: lines2.map(parseUnit) };
}
function parseUnit(line) {
  const [, bytes, cost, path5] = /^(\d+) (\d+) (.+)$/.exec(line) ?? [];
  if (path5 === void 0) throw new DamagedArchive("its manifest has a malformed line");
  return { path: path5, bytes: Number(bytes), costMs: Number(cost) };
}
var import_node_path48, parentSchema, layerKinds, headSchema2, layerManifestName, imageName;
var init_layer_manifest = __esm({
  "src/cache/layer/layer-manifest.ts"() {
    "use strict";
    import_node_path48 = require("node:path");
    init_dist();
    init_accounting();
    init_damaged_archive();
    init_sealed_lines();
    init_image_format();
    parentSchema = object({
      /** The key under which it is stored. */
      key: string(),
      sha256: pipe(string(), hexadecimal(), length(64))
    });
    layerKinds = ["modules", "build"];
    headSchema2 = object({
      schema: literal(1),
      kind: picklist(layerKinds),
      format: picklist(imageFormats),
      /** The key under which it is stored: a store may tell it in other letters. */
      key: string(),
      /** Of the image. */
      sha256: pipe(string(), hexadecimal(), length(64)),
      imageBytes: number(),
      /** The mtime of all its files, Unix time in ms. */
      markMs: number(),
      /** The layers below, the newest first. */
      parents: array2(parentSchema),
      generations: array2(generationSchema),
      /** Whether the job that saved it knew what it used; if not, its generation counts all that was mounted. */
      recordedUse: optional(boolean(), true),
      units: number()
    });
    layerManifestName = "unlatch-layer";
    imageName = "image";
  }
});

// src/cache/layer/fetch-layers.ts
async function fetchLayers(request, { key, prefixes }) {
  const top = await fetchOne(request, 0, key, prefixes);
  if (top.outcome !== "hit") return top;
  const manifest = readLayerManifest(folderOf(request, 0), request.kind);
  const [, ...below] = await settleAll([
    checkImage(request, 0, manifest),
    ...manifest.parents.map((parent, index) => fetchParent(request, index + 1, parent))
  ]);
  const parents = below.filter((one) => one !== void 0);
  const sizes = [top.archiveBytes, ...parents.map(({ archiveBytes }) => archiveBytes)];
  return {
    outcome: "hit",
    matchedKey: top.matchedKey,
    manifests: [manifest, ...parents.map((parent) => parent.manifest)],
    images: sizes.map((_, index) => (0, import_node_path49.join)(folderOf(request, index), imageName)),
    archiveBytes: sizes.reduce((sum, bytes) => sum === null || bytes === null ? null : sum + bytes, 0)
  };
}
async function fetchParent(request, index, { key, sha256 }) {
  const got = await fetchOne(request, index, key, []);
  if (got.outcome === "miss") throw new DamagedArchive(`the layer ${key} that it stands on is gone`);
  if (got.outcome === "failed") throw new DamagedArchive(`the layer ${key} that it stands on: ${got.why}`);
  const manifest = readLayerManifest(folderOf(request, index), request.kind);
  if (manifest.sha256 !== sha256) throw new DamagedArchive(`${key} is another layer than the one that it stands on`);
  await checkImage(request, index, manifest);
  return { manifest, archiveBytes: got.archiveBytes };
}
async function fetchOne({ store, kind, folder: folder2 }, index, key, prefixes) {
  const root = (0, import_node_path49.join)(folder2, String(index));
  (0, import_node_fs29.mkdirSync)(root, { recursive: true });
  return await store.fetch({ kind, root, key, prefixes });
}
async function checkImage(request, index, manifest) {
  if (manifest.format !== request.format) throw new DamagedArchive(`its image is ${manifest.format}`);
  const image = (0, import_node_path49.join)(folderOf(request, index), imageName);
  if ((0, import_node_fs29.lstatSync)(image, { throwIfNoEntry: false })?.isFile() !== true) throw new DamagedArchive("its image is missing");
  const { sha256, bytes } = await hashFile(image);
  if (bytes !== manifest.imageBytes) throw new DamagedArchive(`its image has ${bytes} of ${manifest.imageBytes} bytes`);
  if (sha256 !== manifest.sha256) throw new DamagedArchive("its image has other content");
}
function folderOf({ folder: folder2, kind }, index) {
  return (0, import_node_path49.join)(folder2, String(index), kind);
}
var import_node_fs29, import_node_path49;
var init_fetch_layers = __esm({
  "src/cache/layer/fetch-layers.ts"() {
    "use strict";
    import_node_fs29 = require("node:fs");
    import_node_path49 = require("node:path");
    init_settle_all();
    init_damaged_archive();
    init_file_hash();
    init_layer_manifest();
  }
});

// src/cache/layer/layer-plan.ts
function mustRecordUse(isExactHit2, { mountedBytes, layers }, countedLiveBytes) {
  if (!isExactHit2 || countedLiveBytes === null || layers >= mostLayers) return true;
  return mountedBytes > mostMountedShare * countedLiveBytes;
}
var mostLayers, mostMountedShare;
var init_layer_plan = __esm({
  "src/cache/layer/layer-plan.ts"() {
    "use strict";
    mostLayers = 6;
    mostMountedShare = 1.5;
  }
});

// src/cache/layer/mount/mount-point.ts
function mountPointOf(kind, folder2, place, env) {
  const content = contentFolders[kind];
  if (kind === "build" && (env["GOCACHE"] ?? "") === "") {
    const mountPoint = (0, import_node_path50.join)(place, "merged");
    return { mountPoint, folder: (0, import_node_path50.join)(mountPoint, content), showsBeneath: false };
  }
  const around = (0, import_node_path50.dirname)(folder2);
  if (kind === "build" || (0, import_node_path50.basename)(folder2) !== content || (0, import_node_path50.basename)(around) !== "pkg") {
    return { mountPoint: folder2, folder: folder2, showsBeneath: false };
  }
  const others2 = namesIn5(around).filter((name2) => name2 !== content);
  if (others2.some((name2) => name2 !== "sumdb")) return { mountPoint: folder2, folder: folder2, showsBeneath: false };
  return { mountPoint: around, folder: folder2, showsBeneath: others2.length > 0 };
}
function namesIn5(folder2) {
  try {
    return (0, import_node_fs30.readdirSync)(folder2);
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT") return [];
    throw error2;
  }
}
var import_node_fs30, import_node_path50;
var init_mount_point = __esm({
  "src/cache/layer/mount/mount-point.ts"() {
    "use strict";
    import_node_fs30 = require("node:fs");
    import_node_path50 = require("node:path");
    init_errors();
    init_layer_state();
  }
});

// src/cache/layer/set-image-time.ts
function setImageTime(image, timeMs) {
  const file = (0, import_node_fs31.openSync)(image, "r+");
  try {
    const fields = Buffer.alloc(superblock.bytes);
    (0, import_node_fs31.readSync)(file, fields, 0, fields.length, superblock.at);
    if (fields.readUInt32LE(0) !== superblock.magic) throw new EnvironmentError(`${image} is no EROFS image`);
    fields.writeUInt32LE(fields.readUInt32LE(superblock.features) & ~hasChecksum, superblock.features);
    fields.writeBigUInt64LE(BigInt(Math.floor(timeMs / 1e3)), superblock.time);
    fields.writeUInt32LE(0, superblock.nanoseconds);
    (0, import_node_fs31.writeSync)(file, fields, 0, fields.length, superblock.at);
  } finally {
    (0, import_node_fs31.closeSync)(file);
  }
}
var import_node_fs31, superblock, hasChecksum;
var init_set_image_time = __esm({
  "src/cache/layer/set-image-time.ts"() {
    "use strict";
    import_node_fs31 = require("node:fs");
    init_errors();
    superblock = { at: 1024, bytes: 128, magic: 3774210530, features: 8, time: 24, nanoseconds: 32 };
    hasChecksum = 1;
  }
});

// src/cache/layer/restore-layer.ts
async function restoreLayer({ store, stagingFolder, env }, key, kind, unmounted, tools, nowMs) {
  const place = layerPlace(stagingFolder, kind);
  const { mountPoint, folder: folder2, showsBeneath } = mountPointOf(kind, unmounted, place, env);
  const none = { tools, chain: [], mountPoint, recordsUse: true };
  try {
    await clearLayers(place);
    const request = { store, kind, format: tools.format, folder: (0, import_node_path51.join)(place, "fetched") };
    const got = await fetchLayers(request, key);
    if (got.outcome === "miss") return { hit: "miss", why: "no layer has a matching key or prefix", layer: none };
    if (got.outcome === "failed") throw isDamage(got.why) ? new DamagedArchive(got.why) : new Error(got.why);
    const { manifests, images, matchedKey, archiveBytes } = got;
    const isExact = isExactHit(key, matchedKey);
    const restored = amountOf(manifests.flatMap(({ units }) => units));
    const [newest] = manifests;
    const counted2 = newest?.recordedUse ? newest.generations.at(-1)?.bytes ?? null : null;
    const recordsUse = kind !== "build" || tools.format !== "erofs" || mustRecordUse(isExact, { mountedBytes: restored.bytes, layers: manifests.length }, counted2);
    if (!recordsUse) for (const image of images) setImageTime(image, nowMs + restMs);
    for (const wanted of [mountPoint, folder2]) (0, import_node_fs32.mkdirSync)(wanted, { recursive: true });
    await mountOverlay({
      tools,
      layers: images.map((image, index) => ({ image, folder: (0, import_node_path51.join)(place, "layers", String(index)) })),
      within: mountPoint === folder2 ? contentFolders[kind] : "",
      place,
      mountPoint,
      beneath: showsBeneath ? mountPoint : null
    });
    for (const image of images) (0, import_node_fs32.rmSync)(image, { force: true });
    if (kind === "build") (0, import_node_fs32.writeFileSync)((0, import_node_path51.join)(folder2, "trim.txt"), String(Math.floor(nowMs / 1e3)));
    return {
      folder: folder2,
      hit: isExact ? "exact" : "prefix",
      why: `mounted ${manifests.length} ${manifests.length === 1 ? "layer" : "layers"}${isExact ? "; nothing in the key has changed" : ""}`,
      matchedKey,
      restored,
      archiveBytes,
      generations: newest?.generations ?? [],
      markMs: kind === "build" && recordsUse ? Math.max(...manifests.map(({ markMs }) => markMs)) : null,
      layer: { ...none, recordsUse, chain: manifests.map(({ key: key2, sha256 }) => ({ key: key2, sha256 })) }
    };
  } catch (error2) {
    const damaged = error2 instanceof DamagedArchive;
    const why = `${damaged ? "rejected the layer" : "nothing was restored"}: ${messageOf(error2)}`;
    const left = await clearLayers(place).then(
      () => "",
      (again) => `; and of it stays: ${messageOf(again)}`
    );
    return { hit: damaged ? "damaged" : "miss", why: why + left, isFault: true, layer: none };
  }
}
var import_node_fs32, import_node_path51, restMs;
var init_restore_layer = __esm({
  "src/cache/layer/restore-layer.ts"() {
    "use strict";
    import_node_fs32 = require("node:fs");
    import_node_path51 = require("node:path");
    init_errors();
    init_accounting();
    init_damaged_archive();
    init_keys();
    init_is_damage();
    init_fetch_layers();
    init_layer_plan();
    init_layer_state();
    init_clear_layers();
    init_mount_point();
    init_mounted_layers();
    init_set_image_time();
    restMs = 90 * 24 * 36e5;
  }
});

// src/cache/restore.ts
async function restoreCaches(request) {
  const startedMs = Date.now();
  let places;
  let keys;
  let mounts;
  try {
    const [facts, machine] = await Promise.all([readKeyFacts(request), lookForMounts(request)]);
    places = perKind(
      (kind) => request.layeredKinds?.includes(kind) ? { off: keptByEarlier } : kinds[kind].place(request, facts)
    );
    mounts = decideMounts(request, machine, places);
    const format = (kind) => mounts.tools[kind]?.format ?? null;
    keys = await computeKeys(request, facts, { modules: format("modules"), build: format("build") });
  } catch (error2) {
    const why = `cannot compute a key: ${messageOf(error2)}`;
    const cold = perKind((kind) => ({ ...without(kind, "off", why), isFault: true }));
    return { ...cold, startedMs, hadTrees: false, mounts: "" };
  }
  const hadTrees = "folder" in places.modules && readModuleTrees(places.modules.folder).length > 0;
  const restored = await perKindAtOnce(async (kind) => {
    const place = places[kind];
    if ("off" in place) return without(kind, "off", place.off);
    const tools = kind === "modules" || kind === "build" ? mounts.tools[kind] : null;
    if (tools !== null && (kind === "modules" || kind === "build")) {
      const begin = performance.now();
      const layer = await restoreLayer(request, keys[kind], kind, place.folder, tools, startedMs);
      const { folder: folder2 } = place;
      return {
        ...without(kind, layer.hit, layer.why),
        folder: folder2,
        key: keys[kind],
        ...layer,
        ms: performance.now() - begin
      };
    }
    const archive = kinds[kind];
    const cache = await restoreOne(request, keys[kind], kind, place.folder, archive);
    return { ...cache, markMs: markOrNull(archive, place.folder, startedMs, request.markMs) };
  });
  return { ...restored, startedMs, hadTrees, mounts: mounts.why };
}
function markOrNull({ mark }, folder2, nowMs, earlierMarkMs) {
  try {
    return mark(folder2, nowMs, earlierMarkMs);
  } catch (error2) {
    if (!(error2 instanceof Error && "code" in error2)) throw error2;
    return null;
  }
}
async function restoreOne({ store, stagingFolder, whenNotEmpty }, key, kind, folder2, archive) {
  const begin = performance.now();
  const ended = (rest) => ({
    ...without(kind, rest.hit, rest.why),
    folder: folder2,
    key,
    ...rest,
    ms: performance.now() - begin
  });
  try {
    removeTree(keptManifestFolder(stagingFolder, kind));
    const before = archive.count(folder2);
    if (before > 0 && whenNotEmpty === "skip") {
      return ended({ hit: "skipped", why: `${folder2} already has ${before} entries` });
    }
    const root = emptyRoot(stagingFolder, kind);
    try {
      const got = await store.fetch({ kind, root, key: key.key, prefixes: key.prefixes });
      if (got.outcome === "miss") return ended({ hit: "miss", why: "no archive has a matching key or prefix" });
      if (got.outcome === "failed") {
        return ended({
          hit: isDamage(got.why) ? "damaged" : "miss",
          why: `nothing was restored: ${got.why}`,
          isFault: true
        });
      }
      const unpacked = (0, import_node_path52.join)(root, kind);
      const manifest = archive.check(unpacked);
      const alreadyThere = placeUnits(archive.units(manifest.entries), unpacked, folder2);
      keepManifest(stagingFolder, kind, unpacked);
      const exact = key.need === null ? isExactHit(key, got.matchedKey) : serves(manifest.needs ?? noNeeds, key.need);
      return ended({
        hit: exact ? "exact" : "prefix",
        why: exact ? "nothing in the key has changed" : `changed since: ${changedParts(key, got.matchedKey)}`,
        matchedKey: got.matchedKey,
        restored: amountOf(manifest.entries),
        alreadyThere,
        archiveBytes: got.archiveBytes,
        generations: manifest.generations
      });
    } finally {
      removeTree(root);
    }
  } catch (error2) {
    const damaged = error2 instanceof DamagedArchive;
    return ended({
      hit: damaged ? "damaged" : "miss",
      why: damaged ? `rejected the archive: ${messageOf(error2)}` : `nothing was restored: ${messageOf(error2)}`,
      isFault: true
    });
  }
}
function changedParts(key, matchedKey) {
  if (key.need !== null) return "deps, whose needs the archive does not cover yet";
  let prefix = "";
  for (const [index, { value }] of key.parts.entries()) {
    prefix += `${value}-`;
    if (matchedKey.toLowerCase().startsWith(prefix.toLowerCase())) continue;
    return key.parts.slice(index).map(({ name: name2 }) => name2).join(" or ");
  }
  return "nothing";
}
function keptManifestFolder(stagingFolder, kind) {
  return (0, import_node_path52.join)(stagingFolder, `restored-${kind}`);
}
function keepManifest(stagingFolder, kind, unpacked) {
  const kept = keptManifestFolder(stagingFolder, kind);
  (0, import_node_fs33.mkdirSync)(kept, { recursive: true });
  (0, import_node_fs33.renameSync)((0, import_node_path52.join)(unpacked, manifestName), (0, import_node_path52.join)(kept, manifestName));
}
function without(kind, hit, why) {
  return {
    kind,
    hit,
    why,
    isFault: false,
    folder: "",
    key: { key: "", prefixes: [], parts: [], need: null },
    matchedKey: null,
    restored: nothing,
    alreadyThere: 0,
    archiveBytes: null,
    ms: 0,
    generations: [],
    markMs: null,
    layer: null
  };
}
var import_node_fs33, import_node_path52;
var init_restore = __esm({
  "src/cache/restore.ts"() {
    "use strict";
    import_node_fs33 = require("node:fs");
    import_node_path52 = require("node:path");
    init_errors();
    init_accounting();
    init_damaged_archive();
    init_manifest();
    init_staging();
    init_key_facts();
    init_keys();
    init_kind();
    init_kinds();
    init_decide_mounts();
    init_restore_layer();
    init_downloaded_modules();
    init_module_needs();
    init_is_damage();
  }
});

// src/cache/read-event.ts
async function readEvent(eventPath) {
  const nothing2 = { defaultBranch: "", headRepository: "", action: "" };
  if (eventPath === void 0 || eventPath === "") return nothing2;
  let text2;
  try {
    text2 = await (0, import_promises28.readFile)(eventPath, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === void 0) throw error2;
    return nothing2;
  }
  const event = safeParse(pipe(string(), parseJson(), eventSchema), text2);
  if (!event.success) return nothing2;
  const { action, repository, pull_request: pullRequest } = event.output;
  return { defaultBranch: repository.default_branch, headRepository: pullRequest.head.repo.full_name, action };
}
var import_promises28, textOrNone, eventSchema;
var init_read_event = __esm({
  "src/cache/read-event.ts"() {
    "use strict";
    import_promises28 = require("node:fs/promises");
    init_dist();
    init_errors();
    textOrNone = fallback(optional(string(), ""), "");
    eventSchema = object({
      action: textOrNone,
      repository: fallback(object({ default_branch: textOrNone }), { default_branch: "" }),
      // head.repo is null if the fork was deleted.
      pull_request: fallback(object({ head: object({ repo: object({ full_name: textOrNone }) }) }), {
        head: { repo: { full_name: "" } }
      })
    });
  }
});

// src/cache/store/service-proxy.ts
function serviceProxies(env) {
  const service = serviceUrl(env);
  if (service === null) return { env };
  const bare = Object.fromEntries(
    Object.entries(env).filter(([name2]) => !/^((https?|no|all)_proxy|node_use_env_proxy)$/i.test(name2))
  );
  const proxy = proxyFor(service, env);
  const noProxy = env["NO_PROXY"] || env["no_proxy"] || "";
  if (proxy === null) {
    const named = namedProxies(env, service.protocol);
    const spared = [noProxy, service.hostname].filter((text2) => text2 !== "").join(",");
    return { env: { ...bare, ...named, NO_PROXY: spared, no_proxy: spared } };
  }
  if (proxy.protocol !== "http:" && proxy.protocol !== "https:") {
    const variable2 = `${service.protocol === "https:" ? "HTTPS" : "HTTP"}_PROXY`;
    return {
      why: `${variable2} names ${proxy.protocol}//${proxy.host}, and the cache's client speaks to http and https proxies alone; NO_PROXY=${service.host} spares the cache service`
    };
  }
  const { href } = proxy;
  return {
    env: {
      ...bare,
      ...service.protocol === "https:" ? {} : { HTTP_PROXY: href, http_proxy: href },
      ...{ HTTPS_PROXY: href, https_proxy: href, NO_PROXY: noProxy, no_proxy: noProxy }
    }
  };
}
function serviceUrl(env) {
  const server = env["GITHUB_SERVER_URL"] || "https://github.com";
  const isGitHub = URL.canParse(server) && /^(github\.com|.*\.ghe\.com|.*\.localhost)$/i.test(new URL(server).hostname);
  const isV2 = isGitHub && (env["ACTIONS_CACHE_SERVICE_V2"] ?? "") !== "";
  const url = (isV2 ? "" : env["ACTIONS_CACHE_URL"]) || env["ACTIONS_RESULTS_URL"] || "";
  return URL.canParse(url) ? new URL(url) : null;
}
function namedProxies(env, protocol) {
  return Object.fromEntries(
    (protocol === "https:" ? ["HTTPS_PROXY"] : ["HTTPS_PROXY", "HTTP_PROXY"]).flatMap((name2) => {
      const value = env[name2] || env[name2.toLowerCase()];
      return value ? [name2, name2.toLowerCase()].map((one) => [one, value]) : [];
    })
  );
}
var init_service_proxy = __esm({
  "src/cache/store/service-proxy.ts"() {
    "use strict";
    init_proxy_for();
  }
});

// src/cache/store/unfit-tar.ts
async function unfitTar(env) {
  if (process.platform !== "linux") return null;
  try {
    const signal = new AbortController().signal;
    const { stdout, stderr } = await runCommand("tar", ["--version"], { folder: "/", env, limitMs: 1e4, signal });
    if (stdout.includes("GNU tar")) return null;
    const [first = ""] = (stdout.trim() || stderr.trim()).split("\n");
    return `the tar of this system is not GNU tar (${first}); ${remedy}`;
  } catch (error2) {
    if (!(error2 instanceof EnvironmentError)) throw error2;
    return `there is no tar on PATH; ${remedy}`;
  }
}
var remedy;
var init_unfit_tar = __esm({
  "src/cache/store/unfit-tar.ts"() {
    "use strict";
    init_errors();
    init_run_command();
    remedy = "install GNU tar before this action: apk add tar, apt-get install tar or dnf install tar";
  }
});

// src/cache/store/with-plain-path.ts
async function withPlainPath(folder2, use) {
  const real = await (0, import_promises29.realpath)(folder2);
  if (isPlain(real) || !isPlain((0, import_node_os4.tmpdir)())) return await use(real);
  const place = await (0, import_promises29.mkdtemp)((0, import_node_path53.join)((0, import_node_os4.tmpdir)(), "unlatch-"));
  try {
    const link3 = (0, import_node_path53.join)(place, "root");
    await (0, import_promises29.symlink)(real, link3, "junction");
    return await use(link3);
  } finally {
    await (0, import_promises29.rm)(place, { recursive: true });
  }
}
function isPlain(path5) {
  return !/[ "]/.test(path5);
}
var import_promises29, import_node_os4, import_node_path53;
var init_with_plain_path = __esm({
  "src/cache/store/with-plain-path.ts"() {
    "use strict";
    import_promises29 = require("node:fs/promises");
    import_node_os4 = require("node:os");
    import_node_path53 = require("node:path");
  }
});

// src/cache/store/actions-store.ts
function actionsStore(env) {
  return {
    fetch: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: "fetch", kind, key, prefixes }, root, env);
      if (answer.error !== null) return await failed(answer.error, env);
      if (answer.matchedKey !== null) {
        return {
          outcome: "hit",
          matchedKey: answer.matchedKey,
          archiveBytes: numberAfter(/Cache Size: .*\((\d+) B\)/, output)
        };
      }
      const failure = annotation(output, "Failed to restore: ");
      return failure === null ? { outcome: "miss" } : await failed(failure, env);
    },
    find: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: "find", kind, key, prefixes }, root, env);
      const failure = answer.error ?? annotation(output, "Failed to restore: ");
      if (answer.matchedKey !== null) return { outcome: "hit", matchedKey: answer.matchedKey };
      return failure === null ? { outcome: "miss" } : { outcome: "failed", why: failure };
    },
    put: async ({ kind, root, key }) => {
      const { answer, output } = await converse({ ask: "put", kind, key, prefixes: [] }, root, env);
      if (answer.error !== null) return await failed(answer.error, env);
      if (answer.saved) return { outcome: "saved", archiveBytes: numberAfter(/File Size: (\d+)/, output) };
      const refusal2 = annotation(output, "Cache reservation failed: ") ?? annotation(output, "Failed to reserve cache: ");
      const failure = annotation(output, "Failed to save: ") ?? "the cache service did not accept the archive";
      const isThere4 = refusal2 === null ? /another job|already exists/i : /already.?exists|\(409\)|Response was not ok/i;
      if (isThere4.test(refusal2 ?? failure)) return { outcome: "exists", why: failure };
      return await failed(refusal2 === null ? failure : `the cache service rejected the archive: ${refusal2}`, env);
    }
  };
}
async function failed(why, env) {
  return { outcome: "failed", why: (/\btar\b/.test(why) ? await unfitTar(env) : null) ?? why };
}
async function converse(question, root, env) {
  const proxies = serviceProxies(env);
  if ("why" in proxies) return { answer: { error: proxies.why, matchedKey: null, saved: false }, output: "" };
  const temporary = (0, import_node_path54.join)(root, "tmp");
  await (0, import_promises30.mkdir)(temporary, { recursive: true });
  try {
    return await withPlainPath(root, async (workspace) => {
      const worker = __url.endsWith(".ts") ? "./store-worker.ts" : "./store-worker.cjs";
      const child2 = (0, import_node_child_process4.fork)((0, import_node_url5.fileURLToPath)(new URL(worker, __url)), [workspace], {
        cwd: workspace,
        env: { ...proxies.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: (0, import_node_path54.join)(workspace, "tmp") },
        execArgv: [],
        silent: true,
        // Its own process group, so that tar is killed with it.
        detached: process.platform !== "win32"
      });
      return await conversation(child2, question);
    });
  } finally {
    await (0, import_promises30.rm)(temporary, { recursive: true, force: true });
  }
}
function conversation(child2, question) {
  return new Promise((resolve7) => {
    let output = "";
    const failed2 = (error2) => ({ error: error2, matchedKey: null, saved: false });
    let answer = null;
    const keep = (chunk2) => {
      output = (output + chunk2.toString()).slice(-(64 << 10));
    };
    child2.stdout?.on("data", keep);
    child2.stderr?.on("data", keep);
    const alarm = setTimeout(() => {
      answer = failed2(`not finished within ${timeoutMs2 / 6e4} minutes`);
      signalGroup(child2.pid, "SIGKILL");
    }, timeoutMs2);
    child2.on("message", (message) => {
      answer ??= message;
      if (message.error !== null) signalGroup(child2.pid, "SIGKILL");
    });
    child2.on("error", (error2) => {
      answer ??= failed2(error2.message);
      if (child2.pid === void 0) {
        clearTimeout(alarm);
        resolve7({ answer, output });
      }
    });
    child2.on("close", async (code, signal) => {
      clearTimeout(alarm);
      await groupEnds(child2.pid, killedMs2);
      resolve7({
        answer: answer ?? failed2(`the cache worker exited (${signal ?? code}): ${output.slice(-500)}`),
        output
      });
    });
    child2.send(question, (error2) => {
      if (error2 !== null) answer ??= failed2(error2.message);
    });
  });
}
function numberAfter(pattern, output) {
  const found = pattern.exec(output)?.[1];
  return found === void 0 ? null : Number(found);
}
function annotation(output, beginning) {
  const line = output.split("\n").find((text3) => text3.includes(beginning));
  if (line === void 0) return null;
  const text2 = line.slice(line.indexOf(beginning) + beginning.length);
  return text2.replaceAll("%0A", " ").replaceAll("%0D", "").replaceAll("%25", "%").trim();
}
var import_node_child_process4, import_promises30, import_node_path54, import_node_url5, timeoutMs2, killedMs2;
var init_actions_store = __esm({
  "src/cache/store/actions-store.ts"() {
    "use strict";
    import_node_child_process4 = require("node:child_process");
    import_promises30 = require("node:fs/promises");
    import_node_path54 = require("node:path");
    import_node_url5 = require("node:url");
    init_end_group();
    init_signal_group();
    init_service_proxy();
    init_unfit_tar();
    init_with_plain_path();
    timeoutMs2 = 60 * 6e4;
    killedMs2 = 2e3;
  }
});

// src/cache/store/pool/folder-files.ts
async function writeNew(file, text2) {
  const handle = await (0, import_promises31.open)(file, "wx");
  try {
    await handle.writeFile(text2);
  } finally {
    await handle.close();
  }
}
async function flush(path5) {
  if (process.platform === "win32") return;
  const handle = await (0, import_promises31.open)(path5, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function linkInto(from, to) {
  for (; ; ) {
    await (0, import_promises31.mkdir)((0, import_node_path55.dirname)(to), { recursive: true });
    try {
      return await (0, import_promises31.link)(from, to);
    } catch (error2) {
      if (errnoOf(error2) !== "ENOENT" || await orNull((0, import_promises31.stat)(from)) === null) throw error2;
    }
  }
}
async function removeEmpty(folder2) {
  try {
    await (0, import_promises31.rmdir)(folder2);
    return true;
  } catch (error2) {
    const code = errnoOf(error2) ?? "";
    if (code === "ENOENT") return true;
    if (["ENOTEMPTY", "EEXIST", "EBUSY", "EPERM"].includes(code)) return false;
    throw error2;
  }
}
async function orNull(task) {
  try {
    return await task;
  } catch (error2) {
    const code = errnoOf(error2);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error2;
  }
}
async function namesIn6(folder2) {
  return await orNull((0, import_promises31.readdir)(folder2)) ?? [];
}
async function entriesIn(folder2) {
  return await orNull((0, import_promises31.readdir)(folder2, { withFileTypes: true })) ?? [];
}
var import_promises31, import_node_path55;
var init_folder_files = __esm({
  "src/cache/store/pool/folder-files.ts"() {
    "use strict";
    import_promises31 = require("node:fs/promises");
    import_node_path55 = require("node:path");
    init_errors();
  }
});

// src/cache/store/pool/names.ts
function spell(text2) {
  const plain2 = [...Buffer.from(text2)].map((byte, index) => {
    const letter = String.fromCharCode(byte);
    return /[a-z0-9_-]/.test(letter) || letter === "." && index > 0 ? letter : `~${byte.toString(16).padStart(2, "0")}`;
  }).join("");
  return plain2.replace(new RegExp(`.{${segmentLength}}(?=.)`, "g"), "$&~/");
}
function unspell(path5) {
  const bytes = path5.replaceAll("~/", "").replace(/~([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
function spellScope(scope) {
  const slash = scope.indexOf("/");
  return `${scope.slice(0, slash)}/${spell(scope.slice(slash + 1))}`;
}
function pointerPath({ scope, slot }) {
  return `${layout}/${spellScope(scope)}/pointers/${spell(slot)}`;
}
function objectPath({ scope, id }) {
  return `${layout}/${spellScope(scope)}/objects/${id}`;
}
function usePath({ by, scope, slot }) {
  return `${layout}/${spellScope(by)}/used/${spell(`${scope}
${slot}`)}`;
}
function nameOf(path5) {
  const found = partsOf(path5);
  if (found === null || found.what === "used") return null;
  return found.what === "pointers" ? { scope: found.scope, slot: unspell(found.last) } : { scope: found.scope, id: found.last };
}
function useOf(path5) {
  const found = partsOf(path5);
  if (found?.what !== "used") return null;
  const [scope = "", ...slot] = unspell(found.last).split("\n");
  return { by: found.scope, scope, slot: slot.join("\n") };
}
function partsOf(path5) {
  const [, group2, rest, what, last] = pathForm.exec(path5) ?? [];
  if (group2 === void 0 || rest === void 0 || what === void 0 || last === void 0) return null;
  return { scope: `${group2}/${unspell(rest)}`, what, last };
}
var layout, segmentLength, pathForm;
var init_names = __esm({
  "src/cache/store/pool/names.ts"() {
    "use strict";
    layout = "v1";
    segmentLength = 180;
    pathForm = new RegExp(`^${layout}/(heads|pulls)/(.+?)(?<!~)/(pointers|objects|used)/(.+)$`);
  }
});

// src/cache/store/pool/pointer.ts
async function readPointer(pool, name2) {
  const found = await pool.read(name2);
  if (found === null) return { current: null, previous: [], version: null, changedMs: 0 };
  const parsed2 = safeParse(pipe(string(), parseJson(), schema4), found.text);
  const { current, previous } = parsed2.success ? parsed2.output : { current: null, previous: [] };
  return { current, previous, version: found.version, changedMs: found.changedMs };
}
async function movePointer(pool, name2, { current, previous, version }, next, nowMs, graceMs2) {
  const pointer = {
    schema: 1,
    nonce: (0, import_node_crypto9.randomBytes)(8).toString("hex"),
    current: next,
    previous: [
      ...previous.filter(({ untilMs }) => untilMs > nowMs),
      ...current === null ? [] : [{ object: current.object, untilMs: nowMs + graceMs2 }]
    ]
  };
  return await pool.move(name2, `${JSON.stringify(pointer)}
`, version);
}
var import_node_crypto9, defaultGraceMs, noteUseEveryMs, savedBySchema, entrySchema, schema4;
var init_pointer = __esm({
  "src/cache/store/pool/pointer.ts"() {
    "use strict";
    import_node_crypto9 = require("node:crypto");
    init_dist();
    init_kind();
    defaultGraceMs = 60 * 6e4;
    noteUseEveryMs = 24 * 60 * 6e4;
    savedBySchema = object({
      /** "gitlab"; '': unknown. */
      ci: string(),
      job: string(),
      /** Where a person can look at the job; ''. */
      url: string()
    });
    entrySchema = object({
      /** The whole key: the slot, and a digest of the content. */
      key: string(),
      kind: picklist(cacheKinds),
      /** ObjectName.id; it lies in the scope of the pointer. */
      object: string(),
      sha256: pipe(string(), regex(/^[0-9a-f]{64}$/)),
      bytes: pipe(number(), safeInteger(), minValue(0)),
      compression: picklist(["zstd", "gzip"]),
      /** Unix time in ms, by the pool's clock. */
      savedMs: number(),
      by: savedBySchema
    });
    schema4 = object({
      schema: literal(1),
      /** Makes each text differ. */
      nonce: string(),
      /** null: retired. */
      current: nullable(entrySchema),
      /** Objects that it named before; a reader may still be reading one. */
      previous: array2(object({ object: string(), untilMs: number() }))
    });
  }
});

// src/cache/store/pool/folder-pool.ts
function folderPool(folder2, signal, listedMs = 6e4) {
  const scratch = (0, import_node_path56.join)(folder2, layout, "unfinished");
  const at = (path5) => (0, import_node_path56.join)(folder2, ...path5.split("/"));
  const publish = async (place, write) => {
    signal.throwIfAborted();
    const unfinished = (0, import_node_path56.join)(scratch, `${process.pid}-${(0, import_node_crypto10.randomBytes)(6).toString("hex")}`);
    await (0, import_promises32.mkdir)(scratch, { recursive: true });
    try {
      await write(unfinished);
      await flush(unfinished);
      await linkInto(unfinished, place);
    } catch (error2) {
      if (errnoOf(error2) === "EEXIST") return false;
      throw error2;
    } finally {
      await (0, import_promises32.rm)(unfinished, { force: true });
    }
    await flush((0, import_node_path56.dirname)(place));
    return true;
  };
  const newest = async (pointer) => {
    const versions = (await namesIn6(pointer)).map(Number).filter((one) => Number.isSafeInteger(one));
    return versions.length === 0 ? null : Math.max(...versions);
  };
  const read = async (name2) => {
    const pointer = at(pointerPath(name2));
    const deadlineMs = performance.now() + listedMs;
    for (let missing = null; ; ) {
      signal.throwIfAborted();
      const version = await newest(pointer);
      if (version === null) return null;
      const path5 = (0, import_node_path56.join)(pointer, String(version));
      const file = await orNull((0, import_promises32.open)(path5, "r"));
      if (file === null) {
        if (version === missing) {
          if (performance.now() > deadlineMs) throw new Error(`${path5} is listed and cannot be opened; remove it`);
          await (0, import_promises33.setTimeout)(pauseMs, void 0, { signal });
        }
        missing = version;
        continue;
      }
      try {
        const { mtimeMs } = await file.stat();
        return { text: await file.readFile("utf8"), version: String(version), changedMs: mtimeMs };
      } finally {
        await file.close();
      }
    }
  };
  const scopePaths = async () => {
    const found = [];
    const visit = async (path5) => {
      for (const entry of await entriesIn(at(path5))) {
        const below = `${path5}/${entry.name}`;
        if (entry.name.endsWith("~")) await visit(below);
        else if (entry.isDirectory()) found.push(below);
      }
    };
    for (const group2 of ["heads", "pulls"]) await visit(`${layout}/${group2}`);
    return found;
  };
  const filesBelow2 = async (path5) => {
    signal.throwIfAborted();
    const found = [];
    for (const entry of await entriesIn(at(path5))) {
      const below = `${path5}/${entry.name}`;
      if (entry.isDirectory()) found.push(...await filesBelow2(below));
      else {
        const file = await orNull((0, import_promises32.stat)(at(below)));
        if (file !== null) found.push({ path: below, bytes: file.size, changedMs: file.mtimeMs });
      }
    }
    return found;
  };
  const pointersBelow = async (scope, prefix) => {
    const found = [];
    const visit = async (path5) => {
      signal.throwIfAborted();
      const entries = await entriesIn(at(path5));
      const versions = entries.filter((entry) => entry.isFile()).map((entry) => Number(entry.name));
      const name2 = versions.length === 0 ? null : nameOf(path5);
      if (name2 !== null && "slot" in name2) {
        if (!name2.slot.startsWith(prefix)) return;
        const last = await orNull((0, import_promises32.stat)((0, import_node_path56.join)(at(path5), String(Math.max(...versions)))));
        if (last === null) return await visit(path5);
        found.push({ ...name2, changedMs: last.mtimeMs });
      }
      for (const entry of entries) {
        if (entry.isDirectory()) await visit(`${path5}/${entry.name}`);
      }
    };
    await visit(`${scope}/pointers`);
    return found;
  };
  const removeOldVersions = async (path5, beforeMs) => {
    signal.throwIfAborted();
    const entries = await entriesIn(at(path5));
    const versions = entries.filter((entry) => entry.isFile()).map(({ name: name2 }) => Number(name2));
    for (const version of versions.sort((a, b) => a - b).slice(0, -1)) {
      const next = await orNull((0, import_promises32.stat)((0, import_node_path56.join)(at(path5), String(version + 1))));
      if (next !== null && next.mtimeMs < beforeMs) await orNull((0, import_promises32.unlink)((0, import_node_path56.join)(at(path5), String(version))));
    }
    for (const entry of entries) {
      if (entry.isDirectory()) await removeOldVersions(`${path5}/${entry.name}`, beforeMs);
    }
  };
  return {
    what: folder2,
    read,
    move: async (name2, text2, expected) => {
      const pointer = at(pointerPath(name2));
      const version = expected === null ? 1 : Number(expected) + 1;
      const startMs = performance.now();
      if ((await newest(pointer) ?? 0) !== version - 1) return false;
      const file = (0, import_node_path56.join)(pointer, String(version));
      if (!await publish(file, async (unfinished) => await writeNew(unfinished, text2))) return false;
      const isStale = performance.now() - startMs > defaultGraceMs / 2;
      if (!isStale && (expected === null || (await namesIn6(pointer)).includes(expected))) return true;
      await orNull((0, import_promises32.unlink)(file));
      return false;
    },
    drop: async (name2, expected) => {
      const pointer = at(pointerPath(name2));
      if (await newest(pointer) !== Number(expected)) return false;
      for (const version of await namesIn6(pointer)) {
        if (Number(version) <= Number(expected)) await orNull((0, import_promises32.unlink)((0, import_node_path56.join)(pointer, version)));
      }
      return await removeEmpty(pointer);
    },
    pointers: async (scope, prefix) => await pointersBelow(`${layout}/${spellScope(scope)}`, prefix),
    upload: async (object2, file) => {
      const made = await publish(
        at(objectPath(object2)),
        async (unfinished) => await (0, import_promises32.copyFile)(file, unfinished, import_node_fs34.constants.COPYFILE_FICLONE)
      );
      if (!made) throw new Error(`${object2.id} is there already`);
    },
    open: async (object2) => await orNull((0, import_promises32.open)(at(objectPath(object2)), "r")),
    remove: async (object2) => {
      const file = at(objectPath(object2));
      await orNull((0, import_promises32.unlink)(file));
      await removeEmpty((0, import_node_path56.dirname)(file));
    },
    contents: async () => {
      const [objects, pointers, uses] = [[], [], []];
      for (const scope of await scopePaths()) {
        for (const { path: path5, ...file } of await filesBelow2(`${scope}/objects`)) {
          const name2 = nameOf(path5);
          if (name2 !== null && "id" in name2) objects.push({ ...name2, ...file });
        }
        pointers.push(...await pointersBelow(scope, ""));
        for (const { path: path5, changedMs } of await filesBelow2(`${scope}/used`)) {
          const use = useOf(path5);
          if (use !== null) uses.push({ ...use, changedMs });
        }
      }
      return { objects, pointers, uses };
    },
    renew: async (use) => {
      const file = at(usePath(use));
      await (0, import_promises32.mkdir)((0, import_node_path56.dirname)(file), { recursive: true });
      await (0, import_promises32.writeFile)(file, ".");
    },
    forgetUse: async (use) => {
      await orNull((0, import_promises32.unlink)(at(usePath(use))));
    },
    sweepUnfinished: async (beforeMs, dryRun) => {
      let swept = 0;
      for (const name2 of await namesIn6(scratch)) {
        const file = (0, import_node_path56.join)(scratch, name2);
        const found = await orNull((0, import_promises32.stat)(file));
        if (found === null || found.mtimeMs >= beforeMs) continue;
        swept++;
        if (!dryRun) await orNull((0, import_promises32.unlink)(file));
      }
      if (!dryRun) for (const scope of await scopePaths()) await removeOldVersions(`${scope}/pointers`, beforeMs);
      return swept;
    },
    nowMs: async () => {
      await (0, import_promises32.mkdir)(scratch, { recursive: true });
      const probe = (0, import_node_path56.join)(scratch, `${process.pid}-${(0, import_node_crypto10.randomBytes)(6).toString("hex")}`);
      try {
        await writeNew(probe, "");
        return (await (0, import_promises32.stat)(probe)).mtimeMs;
      } finally {
        await (0, import_promises32.rm)(probe, { force: true });
      }
    }
  };
}
var import_node_crypto10, import_node_fs34, import_promises32, import_node_path56, import_promises33, pauseMs;
var init_folder_pool = __esm({
  "src/cache/store/pool/folder-pool.ts"() {
    "use strict";
    import_node_crypto10 = require("node:crypto");
    import_node_fs34 = require("node:fs");
    import_promises32 = require("node:fs/promises");
    import_node_path56 = require("node:path");
    import_promises33 = require("node:timers/promises");
    init_errors();
    init_folder_files();
    init_names();
    init_pointer();
    pauseMs = 50;
  }
});

// src/cache/store/pool/s3-address.ts
function parseS3Address(text2, env) {
  const refuse = (why) => new UserError(`${redacted2(text2)}: ${why}; write s3://BUCKET/PREFIX`);
  if (!URL.canParse(text2)) throw refuse("not an address");
  const { protocol, hostname: hostname2, pathname, searchParams, username, password, port } = new URL(text2);
  if (protocol !== "s3:") throw refuse("not an address of S3");
  if (username !== "" || password !== "") {
    throw refuse("credentials do not belong into it: set AWS_ACCESS_KEY_ID or whatever else the AWS SDK reads");
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(hostname2) || port !== "") throw refuse("it names no bucket");
  const unknown2 = [...searchParams.keys()].find((name2) => !parameters.includes(name2));
  if (unknown2 !== void 0) throw refuse(`unknown parameter ${unknown2}; there are ${parameters.join(", ")}`);
  const endpoint2 = searchParams.get("endpoint") || env["AWS_ENDPOINT_URL_S3"] || env["AWS_ENDPOINT_URL"] || null;
  if (endpoint2 !== null) checkEndpoint(endpoint2, searchParams.get("allow-http") === "true", refuse);
  return {
    bucket: hostname2,
    prefix: decodeURIComponent(pathname).replace(/^\/+|\/+$/g, ""),
    // Servers other than Amazon's have no regions, and the signature needs one.
    region: searchParams.get("region") || env["AWS_REGION"] || env["AWS_DEFAULT_REGION"] || (endpoint2 === null ? null : "us-east-1"),
    endpoint: endpoint2,
    pathStyle: searchParams.get("path-style") === null ? endpoint2 !== null : searchParams.get("path-style") === "true"
  };
}
function checkEndpoint(endpoint2, allowHttp, refuse) {
  const url = URL.canParse(endpoint2) ? new URL(endpoint2) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) throw refuse(`the endpoint ${endpoint2} is no URL`);
  const isLocal = ["localhost", "[::1]"].includes(url.hostname) || /^127\./.test(url.hostname);
  if (url.protocol === "http:" && !isLocal && !allowHttp) {
    throw refuse(
      `the endpoint ${url.origin} has no TLS, and whoever is on the way could replace an archive; allow-http=true allows it`
    );
  }
}
function redacted2(text2) {
  return text2.replace(/\/\/[^/@]*@/, "//\u2026@");
}
var parameters;
var init_s3_address = __esm({
  "src/cache/store/pool/s3-address.ts"() {
    "use strict";
    init_errors();
    parameters = ["region", "endpoint", "path-style", "allow-http"];
  }
});

// src/cache/store/pool/open-pool.ts
async function openPool(address, env, signal) {
  if (address.trim() === "") throw new UserError("the address of the store is empty; is a variable unset?");
  if (address.startsWith("s3:")) {
    const parsed2 = parseS3Address(address, env);
    const { s3Pool } = await import("./s3-pool.cjs");
    return s3Pool(parsed2, signal);
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1];
  if (scheme !== void 0)
    throw new UserError(`${scheme}:// is no store that unlatch knows; name a folder or s3://BUCKET/PREFIX`);
  return folderPool((0, import_node_path57.resolve)(address), signal);
}
var import_node_path57;
var init_open_pool = __esm({
  "src/cache/store/pool/open-pool.ts"() {
    "use strict";
    import_node_path57 = require("node:path");
    init_errors();
    init_folder_pool();
    init_s3_address();
  }
});

// src/cache/digest-of.ts
async function digestOf(file, signal) {
  const hash = (0, import_node_crypto11.createHash)("sha256");
  const chunk2 = Buffer.allocUnsafe(chunkBytes);
  for (let bytes = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(chunk2, 0, chunkBytes, bytes);
    if (bytesRead === 0) return { sha256: hash.digest("hex"), bytes };
    hash.update(chunk2.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}
var import_node_crypto11, chunkBytes;
var init_digest_of = __esm({
  "src/cache/digest-of.ts"() {
    "use strict";
    import_node_crypto11 = require("node:crypto");
    chunkBytes = 1 << 20;
  }
});

// src/cache/store/pool/pack.ts
async function pack(root, kind, file, signal) {
  const hash = (0, import_node_crypto12.createHash)("sha256");
  let bytes = 0;
  const compressor = hasZstd ? (
    // Not with several threads: node's stream then ends before its last bytes.
    zlib.createZstdCompress()
  ) : zlib.createGzip({ level: 1 });
  await tar(
    ["-cf", "-", "-C", root, kind],
    async ({ stdout }) => {
      if (stdout === null) throw new Error("tar has no output");
      const count = async function* (chunks) {
        for await (const chunk2 of chunks) {
          hash.update(chunk2);
          bytes += chunk2.length;
          yield chunk2;
        }
      };
      await (0, import_promises34.pipeline)(stdout, compressor, count, (0, import_node_fs35.createWriteStream)(file), { signal });
    },
    signal
  );
  return { sha256: hash.digest("hex"), bytes, compression: hasZstd ? "zstd" : "gzip" };
}
async function unpack(file, compression, root, kind, signal) {
  const byProgram = compression === "zstd" && !hasZstd;
  const options = ["--no-same-owner", "--no-same-permissions", ...byProgram ? ["--use-compress-program=unzstd"] : []];
  await tar(
    [extract2, "-", "-C", root, ...options, kind],
    async ({ stdin }) => {
      if (stdin === null) throw new Error("tar has no input");
      const source = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 });
      if (byProgram) return await (0, import_promises34.pipeline)(source, stdin, { signal });
      const expand = compression === "zstd" ? zlib.createZstdDecompress() : zlib.createGunzip();
      await (0, import_promises34.pipeline)(source, expand, stdin, { signal });
    },
    signal
  );
}
async function tar(args, talk, signal) {
  const child2 = startChild("tar", args, { stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  let said = "";
  child2.stderr?.setEncoding("utf8").on("data", (text2) => {
    said = (said + text2).slice(-2e3);
  });
  const kill = () => child2.kill("SIGKILL");
  signal.addEventListener("abort", kill);
  try {
    const [broken2, [code, by]] = await Promise.all([
      // A pipe that broke ends tar, too.
      talk(child2).then(
        () => null,
        (error2) => error2 ?? new Error("broken off")
      ),
      (0, import_node_events.once)(child2, "close")
    ]);
    signal.throwIfAborted();
    if (code === 0 && (broken2 === null || args[0] === extract2)) return;
    const words = said.trim().split("\n")[0] || (code === null ? `ended by ${by}` : `exit status ${code}`);
    const isOurs = broken2 !== null && !["EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes(errnoOf(broken2) ?? "");
    throw new EnvironmentError(`tar: ${isOurs ? messageOf(broken2) : words}`, { cause: broken2 });
  } catch (error2) {
    if (error2 instanceof EnvironmentError || signal.aborted) throw error2;
    throw new EnvironmentError(`tar cannot be run: ${messageOf(error2)}`, { cause: error2 });
  } finally {
    signal.removeEventListener("abort", kill);
  }
}
var import_node_crypto12, import_node_events, import_node_fs35, import_promises34, zlib, extract2, hasZstd;
var init_pack = __esm({
  "src/cache/store/pool/pack.ts"() {
    "use strict";
    import_node_crypto12 = require("node:crypto");
    import_node_events = require("node:events");
    import_node_fs35 = require("node:fs");
    import_promises34 = require("node:stream/promises");
    zlib = __toESM(require("node:zlib"), 1);
    init_errors();
    init_start_child();
    extract2 = "-xf";
    hasZstd = typeof zlib.createZstdCompress === "function";
  }
});

// src/cache/store/pool/pool-store.ts
function poolStore(pool, { readScopes, writeScope, by }, signal, graceMs2 = defaultGraceMs) {
  async function* candidates({ key, prefixes, kind }) {
    const seen = /* @__PURE__ */ new Set();
    const look2 = async (name2) => {
      const id = `${name2.scope} ${name2.slot}`;
      if (seen.has(id)) return null;
      seen.add(id);
      const { current } = await readPointer(pool, name2);
      return current === null || current.kind !== kind ? null : { name: name2, entry: current };
    };
    for (const scope of readScopes) {
      const exact = await look2({ scope, slot: key });
      if (exact !== null) yield exact;
      for (const prefix of prefixes) {
        const found = [...await pool.pointers(scope, prefix)].sort((a, b) => b.changedMs - a.changedMs);
        for (const name2 of found) {
          const candidate = await look2(name2);
          if (candidate !== null) yield candidate;
        }
      }
    }
  }
  const retire = async (name2, object2) => {
    if (name2.scope !== writeScope) return;
    const pointer = await readPointer(pool, name2);
    if (pointer.current === null || object2 !== null && pointer.current.object !== object2) return;
    await movePointer(pool, name2, pointer, null, await pool.nowMs(), graceMs2);
  };
  const noteUse = async ({ scope, slot }) => {
    if (writeScope !== null) await pool.renew({ by: writeScope, scope, slot }, noteUseEveryMs).catch(() => void 0);
  };
  const bring = async ({ name: name2, entry }, root) => {
    const { object: id, bytes, sha256, compression, kind } = entry;
    const scratch = (0, import_node_path58.join)(root, "archive");
    const file = await pool.open({ scope: name2.scope, id }, bytes, scratch);
    if (file === null) return null;
    try {
      const found = await digestOf(file, signal);
      if (found.sha256 !== sha256) {
        await retire(name2, id).catch(() => void 0);
        return `refused the archive, a tar of ${entry.key}: it has ${found.bytes} bytes with the SHA-256 ${found.sha256}, and is to have ${bytes} with ${sha256}`;
      }
      await Promise.all([unpack(file, compression, root, kind, signal), noteUse(name2)]);
      return "";
    } finally {
      await file.close();
      await (0, import_promises35.rm)(scratch, { force: true });
    }
  };
  return {
    fetch: async (request) => {
      try {
        for await (const candidate of candidates(request)) {
          const why = await bring(candidate, request.root);
          if (why === null) {
            await retire(candidate.name, candidate.entry.object).catch(() => void 0);
            continue;
          }
          const { key, bytes } = candidate.entry;
          return why === "" ? { outcome: "hit", matchedKey: key, archiveBytes: bytes } : { outcome: "failed", why };
        }
        return { outcome: "miss" };
      } catch (error2) {
        return { outcome: "failed", why: messageOf(error2) };
      }
    },
    find: async (request) => {
      try {
        for await (const { entry } of candidates(request)) return { outcome: "hit", matchedKey: entry.key };
        return { outcome: "miss" };
      } catch (error2) {
        return { outcome: "failed", why: messageOf(error2) };
      }
    },
    put: async (request) => {
      if (writeScope === null) return { outcome: "failed", why: "this job may not save" };
      try {
        return await put(request, writeScope);
      } catch (error2) {
        return { outcome: "failed", why: messageOf(error2) };
      }
    },
    forget: async (key) => {
      if (writeScope === null) return;
      const name2 = { scope: writeScope, slot: slotOf(key) };
      const pointer = await readPointer(pool, name2);
      if (pointer.current?.key !== key) return;
      await movePointer(pool, name2, pointer, null, await pool.nowMs(), graceMs2);
    }
  };
  async function put({ kind, root, key, after: after3 }, scope) {
    const name2 = { scope, slot: slotOf(key) };
    const exists4 = { outcome: "exists", why: "another job has saved the same" };
    const hasMoved = (current) => after3 !== void 0 && current !== null && current.key !== after3;
    const before = await readPointer(pool, name2);
    if (before.current?.key === key) return exists4;
    if (hasMoved(before.current)) return { outcome: "moved" };
    const file = (0, import_node_path58.join)(root, "archive");
    let isNamed = false;
    const startMs = await pool.nowMs();
    const packed = await pack(root, kind, file, signal);
    const object2 = { scope, id: `${packed.sha256}.${(0, import_node_crypto13.randomBytes)(4).toString("hex")}` };
    try {
      await pool.upload(object2, file, packed.bytes);
      for (let race = 0; race < mostRaces; race++) {
        const pointer = race === 0 ? before : await readPointer(pool, name2);
        if (pointer.current?.key === key) return exists4;
        if (hasMoved(pointer.current)) return { outcome: "moved" };
        const nowMs = await pool.nowMs();
        const tookMs = nowMs - startMs;
        if (tookMs > graceMs2 / 2)
          throw new Error(`packing and sending it took ${Math.round(tookMs / 1e3)} s: too long`);
        const entry = { key, kind, object: object2.id, ...packed, savedMs: nowMs, by };
        isNamed = true;
        if (await movePointer(pool, name2, pointer, entry, nowMs, graceMs2)) {
          return { outcome: "saved", archiveBytes: packed.bytes };
        }
        isNamed = false;
      }
      throw new Error(`${mostRaces} other jobs were faster`);
    } finally {
      if (!isNamed) await pool.remove(object2).catch(() => void 0);
      await (0, import_promises35.rm)(file, { force: true });
    }
  }
}
var import_node_crypto13, import_promises35, import_node_path58, mostRaces;
var init_pool_store = __esm({
  "src/cache/store/pool/pool-store.ts"() {
    "use strict";
    import_node_crypto13 = require("node:crypto");
    import_promises35 = require("node:fs/promises");
    import_node_path58 = require("node:path");
    init_errors();
    init_digest_of();
    init_keys();
    init_pack();
    init_pointer();
    mostRaces = 100;
  }
});

// src/action/caches/job-store.ts
async function jobStore(address, env) {
  if (address === null) return actionsStore(env);
  const { signal } = new AbortController();
  const { defaultBranch } = await readEvent(env["GITHUB_EVENT_PATH"]);
  return poolStore(await openPool(address, env, signal), accessOf(env, defaultBranch), signal);
}
function accessOf(env, defaultBranch) {
  const ref = env["GITHUB_REF"] ?? "";
  const pull = /^refs\/pull\/([\w.-]+)\//.exec(ref)?.[1];
  const heads = (branch = "") => branch === "" ? null : `heads/${branch}`;
  const own = pull === void 0 ? heads(/^refs\/heads\/(.+)$/.exec(ref)?.[1]) : `pulls/${pull}`;
  const scopes = [own, heads(env["GITHUB_BASE_REF"]), heads(defaultBranch)].filter((scope) => scope !== null);
  const { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "", GITHUB_RUN_ID: run = "" } = env;
  return {
    readScopes: [...new Set(scopes)],
    writeScope: own,
    by: { ci: "github", job: env["GITHUB_JOB"] ?? "", url: `${server}/${repository}/actions/runs/${run}` }
  };
}
var init_job_store = __esm({
  "src/action/caches/job-store.ts"() {
    "use strict";
    init_read_event();
    init_actions_store();
    init_open_pool();
    init_pool_store();
  }
});

// src/action/caches/request.ts
function savedKeys(env) {
  return (env[savedVariable] ?? "").split(" ").filter((key) => key !== "");
}
function requestOfInputs(inputs, store, go, workspace, env) {
  const mark = Number(env[markVariable] ?? "");
  return {
    store,
    env,
    go,
    workspace,
    stagingFolder: (0, import_node_path59.join)(env["RUNNER_TEMP"] || workspace, "unlatch"),
    modules: inputs.modules === "false" ? "off" : inputs.modules,
    build: inputs["build-cache"] ? "on" : "off",
    lint: inputs["lint-cache"] ? "on" : "off",
    gopls: inputs["gopls-cache"] ? "on" : "off",
    workflow: env["GITHUB_WORKFLOW"] ?? "",
    job: env["GITHUB_JOB"] ?? "",
    matrix: matrixOf(inputs.matrix),
    dependencyPaths: inputs["cache-dependency-path"],
    keySuffix: inputs["cache-key-suffix"],
    whenNotEmpty: "merge",
    mounts: inputs.mount,
    layeredKinds: (env[layeredVariable] ?? "").split(" ").filter((kind) => kind !== ""),
    savedKeys: savedKeys(env),
    markMs: Number.isSafeInteger(mark) && mark > 0 ? mark : null
  };
}
function matrixOf(json) {
  if (json === "") return "";
  const matrix = JSON.parse(json);
  if (matrix === null || typeof matrix !== "object" || Object.keys(matrix).length === 0) return "";
  return JSON.stringify(matrix);
}
var import_node_path59, markVariable, layeredVariable, savedVariable;
var init_request = __esm({
  "src/action/caches/request.ts"() {
    "use strict";
    import_node_path59 = require("node:path");
    markVariable = "UNLATCH_CACHE_MARK_MS";
    layeredVariable = "UNLATCH_LAYERED";
    savedVariable = "UNLATCH_SAVED_KEYS";
  }
});

// src/action/restore.ts
var restore_exports = {};
__export(restore_exports, {
  faultsOf: () => faultsOf,
  restore: () => restore
});
async function restore(inputs, go, workspace, env) {
  startGroup("Caches");
  try {
    const restored = await restoreCaches(
      requestOfInputs(inputs, await jobStore(inputs["cache-store"], env), go, workspace, env)
    );
    const caches = cacheKinds.map((kind) => restored[kind]);
    const markMs = caches.map((cache) => cache.markMs).find((one) => one !== null);
    if (markMs !== void 0) exportVariable(markVariable, markMs);
    const layered = caches.filter(({ layer }) => layer !== null).map(({ kind }) => kind);
    if (layered.length > 0) exportVariable(layeredVariable, layered.join(" "));
    if (restored.build.layer?.chain.length) exportVariable("GOCACHE", restored.build.folder);
    if (restored.mounts !== "") info(`caches: ${restored.mounts}`);
    for (const cache of caches) tell(cache);
    const faults = faultsOf(caches);
    if (faults !== null) warning(`the job continues without a cache: ${faults}`);
    return restored;
  } catch (error2) {
    warning(`the job continues without its caches: ${messageOf(error2)}`);
    return null;
  } finally {
    endGroup();
  }
}
function faultsOf(caches) {
  const kindsByWhy = /* @__PURE__ */ new Map();
  for (const { kind, why, isFault } of caches) {
    if (isFault) kindsByWhy.set(why, [...kindsByWhy.get(why) ?? [], kind]);
  }
  if (kindsByWhy.size === 0) return null;
  return [...kindsByWhy].map(([why, kinds2]) => `${kinds2.join(", ")}: ${why}`).join("; ");
}
function tell(cache) {
  if (cache.hit === "off") {
    info(`${cache.kind}: off: ${cache.why}`);
    return;
  }
  info(`${cache.kind}: ${cache.hit}: ${cache.why}`);
  info(`  ${cache.key.key}`);
  for (const { name: name2, value, from } of cache.key.parts) info(`    ${name2} = ${value} (${from})`);
  for (const prefix of cache.key.prefixes) debug(`${cache.kind}: falls back to ${prefix}`);
}
var init_restore2 = __esm({
  "src/action/restore.ts"() {
    "use strict";
    init_core();
    init_kind();
    init_restore();
    init_errors();
    init_job_store();
    init_request();
  }
});

// src/action/caches/unmatched-paths.ts
var unmatched_paths_exports = {};
__export(unmatched_paths_exports, {
  unmatchedPaths: () => unmatchedPaths
});
async function unmatchedPaths(workspace, patterns) {
  const exceptions = patterns.filter((pattern) => pattern.startsWith("!"));
  const unmatched = [];
  for (const pattern of patterns) {
    if (pattern.startsWith("!")) continue;
    const found = await findDependencyFiles(workspace, [pattern, ...exceptions], []);
    if (found.length === 0) unmatched.push(pattern);
  }
  return unmatched;
}
var init_unmatched_paths = __esm({
  "src/action/caches/unmatched-paths.ts"() {
    "use strict";
    init_dependency_files();
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
var require_valid2 = __commonJS({
  "node_modules/semver/functions/valid.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var valid2 = (version, options) => {
      const v = parse(version, options);
      return v ? v.version : null;
    };
    module2.exports = valid2;
  }
});

// node_modules/semver/functions/clean.js
var require_clean = __commonJS({
  "node_modules/semver/functions/clean.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var clean2 = (version, options) => {
      const s = parse(version.trim().replace(/^[=v]+/, ""), options);
      return s ? s.version : null;
    };
    module2.exports = clean2;
  }
});

// node_modules/semver/functions/inc.js
var require_inc = __commonJS({
  "node_modules/semver/functions/inc.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var inc = (version, release, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release, identifier, identifierBase).version;
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
    var prerelease2 = (version, options) => {
      const parsed2 = parse(version, options);
      return parsed2 && parsed2.prerelease.length ? parsed2.prerelease : null;
    };
    module2.exports = prerelease2;
  }
});

// node_modules/semver/functions/rcompare.js
var require_rcompare = __commonJS({
  "node_modules/semver/functions/rcompare.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var rcompare = (a, b, loose) => compare3(b, a, loose);
    module2.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports2, module2) {
    "use strict";
    var compare3 = require_compare();
    var compareLoose = (a, b) => compare3(a, b, true);
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
    var sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose));
    module2.exports = sort;
  }
});

// node_modules/semver/functions/rsort.js
var require_rsort = __commonJS({
  "node_modules/semver/functions/rsort.js"(exports2, module2) {
    "use strict";
    var compareBuild = require_compare_build();
    var rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose));
    module2.exports = rsort;
  }
});

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var parse = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce = (version, options) => {
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
      const prerelease2 = options.includePrerelease && match[5] ? `-${match[5]}` : "";
      const build = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse(`${major}.${minor}.${patch}${prerelease2}${build}`, options);
    };
    module2.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var constants6 = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants6.RELEASE_TYPES.includes(truncation)) {
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

// node_modules/semver/ranges/outside.js
var require_outside = __commonJS({
  "node_modules/semver/ranges/outside.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var Comparator = require_comparator();
    var { ANY } = Comparator;
    var Range = require_range();
    var satisfies2 = require_satisfies();
    var gt = require_gt();
    var lt = require_lt();
    var lte = require_lte();
    var gte = require_gte();
    var outside = (version, range, hilo, options) => {
      version = new SemVer(version, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt;
          ltefn = gte;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies2(version, range, options)) {
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
    var satisfies2 = require_satisfies();
    var compare3 = require_compare();
    module2.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare3(a, b, options));
      for (const version of v) {
        const included = satisfies2(version, range, options);
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
    var satisfies2 = require_satisfies();
    var compare3 = require_compare();
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
      let gt, lt;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt = lowerLT(lt, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt) {
        gtltComp = compare3(gt.semver, lt.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies2(eq, String(gt), options)) {
          return null;
        }
        if (lt && !satisfies2(eq, String(lt), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies2(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt && !options.includePrerelease && lt.semver.prerelease.length ? lt.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt.operator === "<" && needDomLTPre.prerelease[0] === 0) {
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
        if (lt) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt, c, options);
            if (lower === c && lower !== lt) {
              return false;
            }
          } else if (lt.operator === "<=" && !c.test(lt.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt && gtltComp !== 0) {
        return false;
      }
      if (lt && hasDomGT && !gt && gtltComp !== 0) {
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
      const comp = compare3(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare3(a.semver, b.semver, options);
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
    var constants6 = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse = require_parse();
    var valid2 = require_valid2();
    var clean2 = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease2 = require_prerelease();
    var compare3 = require_compare();
    var rcompare = require_rcompare();
    var compareLoose = require_compare_loose();
    var compareBuild = require_compare_build();
    var sort = require_sort();
    var rsort = require_rsort();
    var gt = require_gt();
    var lt = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies2 = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange2 = require_valid();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module2.exports = {
      parse,
      valid: valid2,
      clean: clean2,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease: prerelease2,
      compare: compare3,
      rcompare,
      compareLoose,
      compareBuild,
      sort,
      rsort,
      gt,
      lt,
      eq,
      neq,
      gte,
      lte,
      cmp,
      coerce,
      truncate,
      Comparator,
      Range,
      satisfies: satisfies2,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange: validRange2,
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
      SEMVER_SPEC_VERSION: constants6.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants6.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/go/provision/build-steps.ts
function buildSteps(what, tell2) {
  let rest = "";
  let modules2 = 0;
  let packages = 0;
  return (text2) => {
    const lines2 = (rest + text2).split("\n");
    rest = lines2.pop() ?? "";
    for (const line of lines2) {
      const downloaded = /^go: downloading (\S+)/.exec(line)?.[1];
      if (downloaded !== void 0) {
        modules2 += 1;
        tell2?.({ what, step: `downloading modules: ${modules2}, the last ${downloaded}` });
      } else if (/^[\w.~/-]+$/.test(line)) {
        packages += 1;
        tell2?.({ what, step: `compiled ${packages} ${packages === 1 ? "package" : "packages"}, the last ${line}` });
      }
    }
  };
}
var init_build_steps = __esm({
  "src/go/provision/build-steps.ts"() {
    "use strict";
  }
});

// src/go/provision/provision-gopls.ts
async function resolveGoplsVersion(text2, context) {
  if (text2 !== "latest" && text2 !== "stable") {
    const version = text2.replace(/^v/, "");
    if ((0, import_semver.valid)(version) === version) return version;
    throw new UserError(`${JSON.stringify(text2)} is not a gopls version; write it as 0.18.1, or latest`);
  }
  const newest = (await listGoplsVersions(context)).filter((version) => (0, import_semver.prerelease)(version) === null).at(-1);
  if (newest === void 0) throw new EnvironmentError("the module proxy lists no release of gopls");
  return newest;
}
async function newestGoplsFor(goVersion, context) {
  const line = lineOf(goVersion);
  if (compareGo(line, oldestGo) >= 0) {
    const goproxy = await moduleProxy(context);
    const releases = (await listGoplsVersions(context)).filter((version) => (0, import_semver.prerelease)(version) === null);
    for (const version of releases.toReversed()) {
      const wanted = goLineOf(await readGoMod(goproxy, goplsModule, `v${version}`, network(context)));
      if (compareGo(wanted, line) <= 0) return version;
    }
  }
  throw new UserError(
    `no gopls can be built with Go ${goVersion}; name a gopls version, and unlatch builds it with a Go that fits`
  );
}
async function listGoplsVersions(context) {
  const list = await listVersions(await moduleProxy(context), goplsModule, network(context));
  return list.map((version) => version.replace(/^v/, "")).filter((version) => (0, import_semver.valid)(version) === version).sort(import_semver.compare);
}
async function moduleProxy(context) {
  const platform2 = context.platform ?? hostPlatform();
  const settings = await readGoSettings(context.env, platform2, context.signal);
  if (settings.goproxy !== null) return settings.goproxy;
  const go = await provisionGo(await resolveGoVersion("stable", { ...context, prefer: "matrix" }), context);
  const said = await askGo((0, import_node_path60.join)(go.goroot, "bin", exeName("go", platform2)), context.env, context.signal);
  if (said?.goproxy == null)
    throw new EnvironmentError("GOPROXY is not set, and go has no default for it; set GOPROXY to a module proxy");
  return said.goproxy;
}
function network(context) {
  return { signal: context.signal, limits: context.network, env: context.env };
}
async function provisionGopls(version, context, builder) {
  if ((0, import_semver.valid)(version) !== version) throw new UserError(`${version} is not an exact gopls version; resolve it first`);
  const platform2 = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const name2 = exeName("gopls", platform2);
  const check2 = async (dir) => {
    const builtWith = await readBuildNote(dir, name2);
    return builtWith === null ? null : { version, path: (0, import_node_path60.join)(dir, name2), builtWith };
  };
  const place = `gopls/${version}-${platformKey(platform2)}`;
  const there = await check2((0, import_node_path60.join)(store, place));
  if (there !== null) return there;
  const goproxy = await moduleProxy(context);
  const go = builder ?? await goFor(version, goproxy, context);
  return await install({
    store,
    place,
    what: `gopls ${version}`,
    check: check2,
    build: async (made, scratch) => {
      context.onProgress?.({ what: `gopls ${version}`, step: `building with go ${go.version}` });
      await goInstall(version, go, goproxy, scratch, store, context);
      await (0, import_promises36.copyFile)((0, import_node_path60.join)(scratch, "bin", name2), (0, import_node_path60.join)(made, name2));
      await (0, import_promises36.chmod)((0, import_node_path60.join)(made, name2), 493);
      await writeBuildNote(made, go.version);
    }
  });
}
async function writeBuildNote(dir, goVersion) {
  await (0, import_promises36.writeFile)((0, import_node_path60.join)(dir, buildNote), `${goVersion}
`, { flush: true });
}
async function readBuildNote(dir, name2) {
  try {
    await (0, import_promises36.access)((0, import_node_path60.join)(dir, name2));
    return (await (0, import_promises36.readFile)((0, import_node_path60.join)(dir, buildNote), "utf8")).trim() || null;
  } catch (error2) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error2) ?? "")) return null;
    throw error2;
  }
}
async function goFor(version, goproxy, context) {
  const matrix = context.matrix ?? builtInMatrix();
  const known = matrix.goplsGo[version];
  const line = known ?? goLineOf(await goModOf(version, goproxy, context));
  return await provisionGo(await resolveGoVersion(line, { ...context, prefer: "matrix" }), context);
}
async function goModOf(version, goproxy, context) {
  try {
    return await readGoMod(goproxy, goplsModule, `v${version}`, network(context));
  } catch (error2) {
    if (error2 instanceof DownloadError) {
      const known = await listGoplsVersions(context);
      if (!known.includes(version)) {
        throw new UserError(noSuchGopls(version, known).message, { cause: error2 });
      }
    }
    throw error2;
  }
}
function noSuchGopls(version, known) {
  const hint = known.filter((candidate) => (0, import_semver.prerelease)(candidate) === null).slice(-4);
  return new UserError(`there is no gopls ${version}; the newest are ${hint.join(", ")}`);
}
function goLineOf(goMod) {
  const wanted = [oldestGo];
  for (const [, version] of goMod.matchAll(/^(?:go|toolchain)\s+(?:go)?(1\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)\b/gm)) {
    if (version !== void 0) wanted.push(lineOf(version));
  }
  return wanted.sort(compareGo).at(-1) ?? oldestGo;
}
async function goInstall(version, go, goproxy, scratch, store, context) {
  const platform2 = context.platform ?? hostPlatform();
  const tmp = (0, import_node_path60.join)(scratch, "tmp");
  await (0, import_promises36.mkdir)(tmp);
  const { GOROOT: _goroot, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = context.env;
  const result = await runGo(
    (0, import_node_path60.join)(go.goroot, "bin", exeName("go", platform2)),
    // go always prints what it downloads, and with -v also what it compiles.
    ["install", "-v", `${goplsModule}@v${version}`],
    {
      cwd: scratch,
      signal: context.signal,
      silentMs: context.network?.silentMs,
      onStderr: buildSteps(`gopls ${version}`, context.onProgress),
      env: {
        ...rest,
        GOBIN: (0, import_node_path60.join)(scratch, "bin"),
        GOPATH: (0, import_node_path60.join)(scratch, "gopath"),
        GOMODCACHE: context.buildCaches?.gomodcache ?? (0, import_node_path60.join)(store, "build", "modcache"),
        GOCACHE: context.buildCaches?.gocache ?? (0, import_node_path60.join)(store, "build", "gocache"),
        GOTMPDIR: tmp,
        GOOS: platform2.os,
        GOARCH: platform2.arch,
        GOTOOLCHAIN: "local",
        GO111MODULE: "on",
        GOWORK: "off",
        GOPROXY: goproxy,
        // Folders of our own cache may be writable; the user's cache must stay as go makes it.
        GOFLAGS: context.buildCaches === void 0 ? "-trimpath -modcacherw" : "-trimpath",
        CGO_ENABLED: "0"
      }
    }
  );
  if (result.code === 0) return;
  const said = result.stderr.trim();
  if (said.includes("no space left on device")) {
    throw Object.assign(new Error(said), { code: "ENOSPC" });
  }
  throw new EnvironmentError(`gopls ${version} could not be built with go ${go.version}: ${whyFailed(result, 5)}`, {
    cause: result.error
  });
}
var import_promises36, import_node_path60, import_semver, goplsModule, oldestGo, buildNote;
var init_provision_gopls = __esm({
  "src/go/provision/provision-gopls.ts"() {
    "use strict";
    import_promises36 = require("node:fs/promises");
    import_node_path60 = require("node:path");
    import_semver = __toESM(require_semver2(), 1);
    init_errors();
    init_go_on_path();
    init_go_settings();
    init_matrix();
    init_download();
    init_module_proxy();
    init_platform2();
    init_run_go();
    init_store();
    init_versions2();
    init_build_steps();
    init_provision_go();
    goplsModule = "golang.org/x/tools/gopls";
    oldestGo = "1.21";
    buildNote = "built-with";
  }
});

// src/action/install/install-gopls.ts
var install_gopls_exports = {};
__export(install_gopls_exports, {
  installGopls: () => installGopls
});
async function installGopls(wanted, go, context) {
  const gopls2 = wanted === "auto" ? await provisionGopls(await newestGoplsFor(go.version, context), context, go) : await provisionGopls(await resolveGoplsVersion(wanted, context), context);
  info(`gopls ${gopls2.version}, built with Go ${gopls2.builtWith}: ${gopls2.path}`);
  addPath((0, import_node_path61.dirname)(gopls2.path));
  return gopls2;
}
var import_node_path61;
var init_install_gopls = __esm({
  "src/action/install/install-gopls.ts"() {
    "use strict";
    import_node_path61 = require("node:path");
    init_core();
    init_provision_gopls();
  }
});

// src/action/setup.ts
var setup_exports = {};
__export(setup_exports, {
  setup: () => setup
});
async function setup(inputs, workspace, env) {
  const context = { env, platform: inputs.architecture };
  const gotoolchain = exportToolchain(inputs, env);
  const installed = await installGo(inputs, workspace, gotoolchain, context);
  const go = placeCaches(installed, inputs, workspace, env);
  setOutput2("go-version", go.version);
  const restored = inputs.cache ? await restoreCaches2(inputs, go, workspace, env) : null;
  if (inputs["stable-mtimes"]) {
    const { stabilize: stabilize2 } = await Promise.resolve().then(() => (init_stabilize(), stabilize_exports));
    await stabilize2(workspace, env);
  }
  setCacheOutputs(restored);
  const startTicks = readProcess(process.pid)?.startTicks ?? null;
  saveStepState({ go: go.path, goVersion: go.version, restored, startTicks });
  const gopls2 = inputs["gopls-version"];
  if (gopls2 !== null) await provideGopls(gopls2, go, restored !== null, context);
  await runInStep(go.path, ["version"], { cwd: workspace, env: { ...env, GOTOOLCHAIN: "local" } });
  info(`::add-matcher::${(0, import_node_path62.join)(packageRoot(), "src", "action", "problem-matcher.json")}`);
}
function exportToolchain(inputs, env) {
  const own = env[toolchainVariable] === void 0 ? env["GOTOOLCHAIN"] ?? "" : "";
  if (inputs.toolchain !== "keep") {
    exportVariable("GOTOOLCHAIN", inputs.toolchain);
    exportVariable(toolchainVariable, inputs.toolchain);
  }
  return own;
}
function placeCaches(go, inputs, workspace, env) {
  if (!inputs.cache || inputs["cache-drive"] !== "workspace") return go;
  const moved = cachesOnDriveOfWorkspace(go, workspace, env);
  if (moved.gocache !== void 0) exportVariable("GOCACHE", moved.gocache);
  if (moved.gomodcache !== void 0) exportVariable("GOMODCACHE", moved.gomodcache);
  return { ...go, ...moved };
}
async function restoreCaches2(inputs, go, workspace, env) {
  const [{ restore: restore2 }, { unmatchedPaths: unmatchedPaths2 }] = await Promise.all([
    Promise.resolve().then(() => (init_restore2(), restore_exports)),
    Promise.resolve().then(() => (init_unmatched_paths(), unmatched_paths_exports))
  ]);
  for (const pattern of await unmatchedPaths2(workspace, inputs["cache-dependency-path"])) {
    warning(`cache-dependency-path: ${pattern} matches no file of the workspace, so it does not affect the keys`);
  }
  return await restore2(inputs, go.path, workspace, env);
}
async function provideGopls(wanted, go, cached, context) {
  const { installGopls: installGopls2 } = await Promise.resolve().then(() => (init_install_gopls(), install_gopls_exports));
  const { gomodcache, gocache: gocache2 } = go;
  const inCaches = cached && gomodcache !== "" && gocache2 !== "" && gocache2 !== "off";
  const gopls2 = await group(
    "gopls",
    () => installGopls2(wanted, go, inCaches ? { ...context, buildCaches: { gomodcache, gocache: gocache2 } } : context)
  );
  setOutput2("gopls-version", gopls2.version);
  setOutput2("gopls-path", gopls2.path);
}
var import_node_path62, toolchainVariable;
var init_setup = __esm({
  "src/action/setup.ts"() {
    "use strict";
    import_node_path62 = require("node:path");
    init_core();
    init_package_root();
    init_process_table();
    init_cache_drive();
    init_install_go();
    init_outputs();
    init_run_in_step();
    init_state();
    toolchainVariable = "UNLATCH_GOTOOLCHAIN";
  }
});

// src/action/run-cli.ts
async function runCli(args, workspace, env) {
  const cli = (0, import_node_path63.join)(packageRoot(), "dist", "cli.cjs");
  return await runInStep(process.execPath, [cli, ...args], { cwd: workspace, env });
}
var import_node_path63;
var init_run_cli = __esm({
  "src/action/run-cli.ts"() {
    "use strict";
    import_node_path63 = require("node:path");
    init_package_root();
    init_run_in_step();
  }
});

// src/action/clean.ts
var clean_exports = {};
__export(clean_exports, {
  clean: () => clean
});
async function clean({ wait, gocache: gocache2, gomodcache }, workspace, env) {
  const status = await runCli(
    [
      ...["clean", "--wait", String(wait)],
      ...gocache2 === null ? [] : ["--gocache", (0, import_node_path64.resolve)(workspace, gocache2)],
      ...gomodcache === null ? [] : ["--gomodcache", (0, import_node_path64.resolve)(workspace, gomodcache)]
    ],
    workspace,
    env
  );
  if (status !== exitStatus.expected) throw new EnvironmentError("the caches are not clean; see the reason above");
}
var import_node_path64;
var init_clean = __esm({
  "src/action/clean.ts"() {
    "use strict";
    import_node_path64 = require("node:path");
    init_errors();
    init_run_cli();
  }
});

// src/action/reproduce.ts
var reproduce_exports = {};
__export(reproduce_exports, {
  reproduce: () => reproduce
});
async function reproduce(inputs, workspace, env) {
  const folder2 = (0, import_node_path65.join)(env["RUNNER_TEMP"] || workspace, "unlatch-lab");
  await (0, import_promises37.mkdir)(folder2, { recursive: true });
  const histories = (0, import_node_path65.join)(folder2, "histories");
  const report = (0, import_node_path65.join)(folder2, "report.json");
  const table = (0, import_node_path65.join)(folder2, "table.md");
  setOutput2("histories", histories);
  setOutput2("report", report);
  const status = await runCli(
    [
      "run",
      ...inputs.scenarios,
      ...["--runtime", inputs.runtime, "--out", histories, "--json", report, "--markdown", table],
      ...inputs.full ? ["--full"] : [],
      ...inputs["go-version"] === null ? [] : ["--go", inputs["go-version"]],
      ...inputs["gopls-version"] === null ? [] : ["--gopls", inputs["gopls-version"]]
    ],
    workspace,
    env
  );
  const markdown = await textOf3(table);
  if (markdown !== "" && (env["GITHUB_STEP_SUMMARY"] ?? "") !== "") await summary.addRaw(markdown, true).write();
  if (status === exitStatus.expected) return;
  throw new EnvironmentError(failures[status] ?? `the lab exited with status ${status}; see the reason above`);
}
async function textOf3(file) {
  try {
    return await (0, import_promises37.readFile)(file, "utf8");
  } catch (error2) {
    if (errnoOf(error2) === "ENOENT") return "";
    throw error2;
  }
}
var import_promises37, import_node_path65, failures;
var init_reproduce = __esm({
  "src/action/reproduce.ts"() {
    "use strict";
    import_promises37 = require("node:fs/promises");
    import_node_path65 = require("node:path");
    init_core();
    init_errors();
    init_outputs();
    init_run_cli();
    failures = {
      [exitStatus.differs]: "a verdict differs from what its scenario expects; see the table in the job summary",
      [exitStatus.inconclusive]: "a verdict is inconclusive; see the reason above"
    };
  }
});

// src/action/main.ts
init_core();

// src/action/describe-failure.ts
init_errors();
function describeFailure(error2) {
  if (error2 instanceof UserError || error2 instanceof EnvironmentError) return messageOf(error2);
  const stack = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
  return `this is a bug in unlatch; please report it with the stack below
${stack}`;
}

// node_modules/leven/index.js
var array = [];
var characterCodeCache = [];
function leven(first, second, options) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options?.maxDistance;
  const swap = first;
  if (first.length > second.length) {
    first = second;
    second = swap;
  }
  let firstLength = first.length;
  let secondLength = second.length;
  while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
    firstLength--;
    secondLength--;
  }
  let start = 0;
  while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) {
    start++;
  }
  firstLength -= start;
  secondLength -= start;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary;
  let temporary2;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = array[index];
      result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array[index] < rowMinimum) {
          rowMinimum = array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}

// src/action/inputs.ts
init_dist();
init_errors();
init_platform2();

// src/action/install/tokens.ts
var githubs = /^(?:gh[oprsu]_|github_pat_)/;
function tokensFor(token, jobToken, mirror, env) {
  if (mirror === null || token === "") return { github: token, mirror: null };
  const own = [jobToken, env["GITHUB_TOKEN"], env["GH_TOKEN"], env["ACTIONS_RUNTIME_TOKEN"]];
  if (!own.includes(token) && !githubs.test(token)) return { github: jobToken, mirror: token };
  const api = env["GITHUB_API_URL"] ?? "";
  const isGitHub = URL.canParse(api) && new URL(api).origin === new URL(mirror).origin;
  return { github: token, mirror: isGitHub ? token : null };
}

// src/action/inputs.ts
var goArchs = {
  x64: "amd64",
  amd64: "amd64",
  x86_64: "amd64",
  x86: "386",
  x32: "386",
  ia32: "386",
  i386: "386",
  i686: "386",
  "386": "386",
  arm: "arm",
  armv7l: "arm",
  armv7: "arm",
  armv6l: "arm",
  armv6: "arm",
  armhf: "arm",
  arm64: "arm64",
  aarch64: "arm64",
  loong64: "loong64",
  loongarch64: "loong64",
  mips: "mips",
  mipsel: "mipsle",
  mipsle: "mipsle",
  mips64: "mips64",
  mips64el: "mips64le",
  mips64le: "mips64le",
  ppc64: "ppc64",
  ppc64el: "ppc64le",
  ppc64le: "ppc64le",
  riscv64: "riscv64",
  s390x: "s390x"
};
var text = pipe(optional(string(), ""), trim());
var maybeText = pipe(
  text,
  transform((value) => value === "" ? null : value)
);
var flag = (byDefault) => pipe(
  text,
  transform((value) => value === "" ? String(byDefault) : value.toLowerCase()),
  picklist(["true", "false"], "must be true or false"),
  transform((value) => value === "true")
);
var oneOf = (words) => pipe(
  text,
  transform((value) => value === "" ? words[0] : value),
  picklist(words, `must be ${new Intl.ListFormat("en", { type: "disjunction" }).format(words)}`)
);
var lines = pipe(
  text,
  transform(
    (value) => value.split("\n").map((line) => line.trim()).filter((line) => line !== "")
  )
);
var schema = object({
  mode: oneOf(["setup", "clean", "reproduce"]),
  "go-version": maybeText,
  "go-version-file": maybeText,
  "check-latest": flag(false),
  architecture: pipe(
    text,
    transform((value) => ({ ...hostPlatform(), ...archOf(value) }))
  ),
  toolchain: pipe(
    text,
    transform((value) => value === "" ? "local" : value),
    regex(
      /^(?:keep|(?:local|auto|path|go1\.[0-9a-z.-]+)(?:\+(?:auto|path))?)$/,
      "must be keep or a value of GOTOOLCHAIN: local, auto, path, go1.26.4+auto"
    )
  ),
  "gopls-version": maybeText,
  token: text,
  "go-download-base-url": pipe(
    maybeText,
    check((value) => value === null || isUrl(value), "must be a URL (http, https or file)")
  ),
  verify: oneOf(["auto", "required"]),
  cache: flag(true),
  "cache-dependency-path": lines,
  modules: oneOf(["zips", "trees", "extracted", "false"]),
  "build-cache": flag(true),
  "lint-cache": flag(false),
  "gopls-cache": flag(false),
  "cache-drive": oneOf(["workspace", "keep"]),
  mount: oneOf(["never", "auto"]),
  save: pipe(
    text,
    transform((value) => ({ "": "auto", true: "always", false: "never" })[value.toLowerCase()] ?? value),
    picklist(
      ["auto", "always", "never"],
      "must be auto, always or never, or an expression that evaluates to true or false"
    )
  ),
  "refresh-above": pipe(
    text,
    transform((value) => value === "" ? "10" : value.replace(/\s*%$/, "")),
    regex(/^\d+(?:\.\d+)?$/, "must be a percentage, 0 to 100"),
    transform(Number),
    maxValue(100, "must be a percentage, 0 to 100")
  ),
  wait: pipe(
    text,
    transform((value) => value === "" ? "30" : value),
    regex(/^\d{1,4}$/, "must be a number of seconds, 0 to 9999"),
    transform(Number)
  ),
  gocache: maybeText,
  gomodcache: maybeText,
  "stable-mtimes": flag(false),
  "cache-store": maybeText,
  "cache-key-suffix": pipe(
    text,
    regex(/^[\w.-]{0,64}$/, "must be at most 64 letters, digits, dots, dashes and underscores")
  ),
  scenarios: pipe(
    text,
    transform((value) => value.split(/\s+/).filter((word) => word !== ""))
  ),
  runtime: oneOf(["auto", "docker", "host"]),
  full: flag(false),
  matrix: text,
  "job-status": text,
  "github-token": text
});
function isUrl(value) {
  return URL.canParse(value) && ["http:", "https:", "file:"].includes(new URL(value).protocol);
}
function archOf(value) {
  if (value === "") return null;
  const arch2 = Object.entries(goArchs).find(([name2]) => name2 === value.toLowerCase())?.[1];
  if (arch2 !== void 0) return { arch: arch2 };
  throw new UserError(
    `input architecture: ${JSON.stringify(value)}: must be one of ${Object.keys(goArchs).join(", ")}`
  );
}
var inputNames = Object.keys(schema.entries);
function readInputs(env) {
  const given2 = Object.fromEntries([...givenInputs(env)].filter(([name2]) => inputNames.includes(name2)));
  given2["go-download-base-url"] ||= env["GO_DOWNLOAD_BASE_URL"] ?? "";
  const result = safeParse(schema, given2);
  if (!result.success) {
    const [issue2] = result.issues;
    const name2 = getDotPath(issue2) ?? "";
    throw new UserError(`input ${name2}: ${JSON.stringify(given2[name2] ?? "")}: ${issue2.message}`);
  }
  const inputs = result.output;
  const tokens = tokensFor(inputs.token, inputs["github-token"], inputs["go-download-base-url"], env);
  return { ...inputs, token: tokens.github, mirrorToken: tokens.mirror };
}
function unknownInputs(env) {
  return [...givenInputs(env).keys()].filter((name2) => !inputNames.includes(name2)).sort().map((name2) => {
    const [nearest] = inputNames.filter((one) => leven(one, name2) <= 2);
    const hint = nearest === void 0 ? `the inputs are ${[...inputNames].sort().join(", ")}` : `did you mean ${nearest}?`;
    return `ignored unknown input ${name2} (from the step's \`with\`, or a variable INPUT_${name2.toUpperCase()}); ${hint}`;
  });
}
function givenInputs(env) {
  const given2 = /* @__PURE__ */ new Map();
  for (const [name2, value] of Object.entries(env)) {
    const input = /^INPUT_(.+)$/.exec(name2)?.[1]?.toLowerCase();
    if (input !== void 0 && value !== void 0) given2.set(input, value);
  }
  return given2;
}

// src/action/trust-the-system.ts
function trustTheSystem(env) {
  env["NODE_USE_SYSTEM_CA"] ??= "1";
}

// src/action/main.ts
async function main() {
  trustTheSystem(process.env);
  for (const warning2 of unknownInputs(process.env)) warning(warning2);
  const inputs = readInputs(process.env);
  const workspace = process.env["GITHUB_WORKSPACE"] || process.cwd();
  switch (inputs.mode) {
    case "setup": {
      const { setup: setup2 } = await Promise.resolve().then(() => (init_setup(), setup_exports));
      return await setup2(inputs, workspace, process.env);
    }
    case "clean": {
      const { clean: clean2 } = await Promise.resolve().then(() => (init_clean(), clean_exports));
      return await clean2(inputs, workspace, process.env);
    }
    case "reproduce": {
      const { reproduce: reproduce2 } = await Promise.resolve().then(() => (init_reproduce(), reproduce_exports));
      return await reproduce2(inputs, workspace, process.env);
    }
  }
}
main().catch((error2) => setFailed(describeFailure(error2)));
