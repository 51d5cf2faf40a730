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
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
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
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
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
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
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
      addCodeBlock(code2, lang) {
        const attrs = Object.assign({}, lang && { lang });
        const element = this.wrap("pre", this.wrap("code", code2), attrs);
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
        const tableBody = rows.map((row2) => {
          const cells = row2.map((cell2) => {
            if (typeof cell2 === "string") {
              return this.wrap("td", cell2);
            }
            const { header, data, colspan, rowspan } = cell2;
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
var fs2, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs2 = __toESM(require("fs"), 1);
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs2.constants.O_RDONLY;
  }
});

// node_modules/@actions/io/lib/io.js
var init_io = __esm({
  "node_modules/@actions/io/lib/io.js"() {
    init_io_util();
  }
});

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2;
var init_toolrunner = __esm({
  "node_modules/@actions/exec/lib/toolrunner.js"() {
    init_io();
    init_io_util();
    IS_WINDOWS2 = process.platform === "win32";
  }
});

// node_modules/@actions/exec/lib/exec.js
var init_exec = __esm({
  "node_modules/@actions/exec/lib/exec.js"() {
    init_toolrunner();
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
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name2) {
  issue("group", name2);
}
function endGroup() {
  issue("endgroup");
}
function group(name2, fn) {
  return __awaiter2(this, void 0, void 0, function* () {
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
function getState(name2) {
  return process.env[`STATE_${name2}`] || "";
}
var os4, __awaiter2, ExitCode;
var init_core = __esm({
  "node_modules/@actions/core/lib/core.js"() {
    init_command();
    init_file_command();
    init_utils();
    os4 = __toESM(require("os"));
    init_summary();
    init_summary();
    init_path_utils();
    init_platform();
    __awaiter2 = function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
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
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
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
function _standardSchema(schema4) {
  schema4["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema4["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema4;
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
      } catch (error) {
        if (error instanceof Error) {
          _addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
          dataset.typed = false;
        } else throw error;
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
function getFallback(schema4, dataset, config$1) {
  return typeof schema4.fallback === "function" ? schema4.fallback(dataset, config$1) : schema4.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema4, fallback$1) {
  return _standardSchema({
    ...schema4,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema4["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema4, dataset, config$1) {
  return typeof schema4.default === "function" ? schema4.default(dataset, config$1) : schema4.default;
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
function safeParse(schema4, input, config$1) {
  const dataset = schema4["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
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

// src/errors.ts
function errnoOf(error) {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return void 0;
}
function messageOf(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.cause === void 0) return error.message;
  const cause = messageOf(error.cause);
  return error.message.includes(cause) ? error.message : `${error.message}: ${cause}`;
}
var UserError, EnvironmentError;
var init_errors = __esm({
  "src/errors.ts"() {
    "use strict";
    UserError = class extends Error {
      name = "UserError";
    };
    EnvironmentError = class extends Error {
      name = "EnvironmentError";
    };
  }
});

// src/cache/read-event.ts
async function readEvent(eventPath) {
  const nothing2 = { defaultBranch: "", headRepository: "", action: "" };
  if (eventPath === void 0 || eventPath === "") return nothing2;
  let text2;
  try {
    text2 = await (0, import_promises.readFile)(eventPath, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return nothing2;
  }
  const event = safeParse(pipe(string(), parseJson(), eventSchema), text2);
  if (!event.success) return nothing2;
  const { action, repository, pull_request: pullRequest } = event.output;
  return { defaultBranch: repository.default_branch, headRepository: pullRequest.head.repo.full_name, action };
}
var import_promises, textOrNone, eventSchema;
var init_read_event = __esm({
  "src/cache/read-event.ts"() {
    "use strict";
    import_promises = require("node:fs/promises");
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

// src/action/describe-failure.ts
function describeFailure(error) {
  if (error instanceof UserError || error instanceof EnvironmentError) return messageOf(error);
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return `this is a bug in unlatch; please report it with the stack below
${stack}`;
}
var init_describe_failure = __esm({
  "src/action/describe-failure.ts"() {
    "use strict";
    init_errors();
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

// src/cache/layer/layer-key.ts
function keyOfLayer(key, sha256, parents) {
  const text2 = [sha256, ...parents.map((parent) => parent.sha256)].join("\n");
  const id = (0, import_node_crypto.createHash)("sha256").update(text2).digest("hex").slice(0, 8);
  return `${key}${[id, ...parents.map((parent) => idsIn(parent.key)[0])].join(".")}`;
}
function idsIn(key) {
  return key.slice(key.lastIndexOf("-") + 1).split(".");
}
function unneededLayers(keys, stored) {
  const going = new Set(keys);
  const needed = new Set(stored.filter((key) => !going.has(key)).flatMap((key) => idsIn(key).slice(1)));
  return keys.filter((key) => !needed.has(idsIn(key)[0] ?? ""));
}
var import_node_crypto;
var init_layer_key = __esm({
  "src/cache/layer/layer-key.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
  }
});

// src/cache/layer/layer-state.ts
function layersFolder(stagingFolder) {
  return (0, import_node_path.join)(stagingFolder, "layers");
}
function layerPlace(stagingFolder, kind) {
  return (0, import_node_path.join)(layersFolder(stagingFolder), kind);
}
function upperFolder(stagingFolder, kind, { mountPoint }, cache) {
  const upper = (0, import_node_path.join)(layerPlace(stagingFolder, kind), "upper");
  return mountPoint === cache ? upper : (0, import_node_path.join)(upper, contentFolders[kind]);
}
function keptLayerManifest(stagingFolder, kind, index) {
  return (0, import_node_path.join)(layerPlace(stagingFolder, kind), "fetched", String(index), kind);
}
var import_node_path, contentFolders;
var init_layer_state = __esm({
  "src/cache/layer/layer-state.ts"() {
    "use strict";
    import_node_path = require("node:path");
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

// src/is-folder.ts
function isFolder(path) {
  try {
    return (0, import_node_fs.statSync)(path).isDirectory();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs;
var init_is_folder = __esm({
  "src/is-folder.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    init_errors();
  }
});

// src/process/proc/read-proc.ts
function readText(path) {
  return unreadableToNull(() => (0, import_node_fs2.readFileSync)(path, "utf8"));
}
function readLink(path) {
  return unreadableToNull(() => (0, import_node_fs2.readlinkSync)(path));
}
function readNames(path) {
  return unreadableToNull(() => (0, import_node_fs2.readdirSync)(path));
}
function statOf(path) {
  return unreadableToNull(() => (0, import_node_fs2.statSync)(path));
}
function readPids() {
  return (readNames("/proc") ?? []).filter((name2) => /^\d+$/.test(name2)).map(Number);
}
function unreadableToNull(read2) {
  try {
    return read2();
  } catch (error) {
    const code2 = errnoOf(error) ?? "";
    if (gone.has(code2) || forbidden.has(code2) || broken.has(code2)) return null;
    throw error;
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

// src/process/proc/stat.ts
function readStat(pid) {
  const text2 = readText(`/proc/${pid}/stat`);
  return text2 === null ? null : parseStat(text2);
}
function isDead({ state, threads }) {
  return state === "X" || state === "Z" && threads <= 1;
}
function parseStat(text2) {
  const open4 = text2.indexOf("(");
  const close = text2.lastIndexOf(")");
  const fields = text2.slice(close + 2).split(" ");
  const [state, ppid, group2] = fields;
  if (open4 < 0 || close < open4 || state === void 0) return null;
  return {
    pid: Number(text2.slice(0, open4)),
    name: text2.slice(open4 + 1, close),
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

// src/process/signal-group.ts
function signalGroup(pid, signal) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(errnoOf(error) ?? "")) throw error;
  }
}
var init_signal_group = __esm({
  "src/process/signal-group.ts"() {
    "use strict";
    init_errors();
  }
});

// src/process/end-group.ts
async function endGroup2(pid, graceMs3) {
  signalGroup(pid, "SIGINT");
  if (!await groupEnds(pid, graceMs3)) await killGroup(pid, killedMs);
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
  } catch (error) {
    if (errnoOf(error) !== "EPERM" || process.platform === "darwin") return false;
  }
  const stats = readPids().flatMap((pid) => readStat(pid) ?? []);
  return stats.length === 0 || stats.some((stat4) => stat4.group === group2 && !isDead(stat4));
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
  const child = (0, import_node_child_process.spawn)(command, args, options);
  if (options.detached === true) noteGroup(child);
  if (Array.isArray(child.stdio)) return child;
  child.once("error", () => void 0);
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
function runCommand(command, args, { folder: folder2, env, limitMs: limitMs2, talking = false, onStderr, signal }) {
  signal.throwIfAborted();
  return new Promise((resolve3, reject) => {
    let child;
    try {
      child = startChild(command, args, {
        cwd: folder2,
        env: { ...env },
        stdio: ["ignore", "pipe", "pipe"],
        // Its own process group, killed as a whole: go may have started git.
        detached: process.platform !== "win32",
        windowsHide: true
      });
    } catch (error) {
      reject(notStarted(command, folder2, error));
      return;
    }
    let stdout = "";
    let stderr = "";
    let left = null;
    const leave = async (why) => {
      if (left !== null) return;
      left = why;
      await endGroup2(child.pid, graceMs);
      settle();
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      reject(why);
    };
    const over = talking ? `said nothing for ${limitMs2 / 1e3} s` : `did not end within ${limitMs2} ms`;
    const tooLate = () => leave(new SilentCommand(`${command} ${args.join(" ")} ${over}`, stderr));
    const timer = setTimeout(() => void tooLate(), limitMs2);
    const interrupted = () => void leave(signal.reason);
    signal.addEventListener("abort", interrupted);
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
    };
    const heard = () => {
      if (talking && left === null) timer.refresh();
    };
    child.stdout?.setEncoding("utf8").on("data", (text2) => {
      heard();
      if (stdout.length < outputLimit) stdout += text2;
    });
    child.stderr?.setEncoding("utf8").on("data", (text2) => {
      heard();
      onStderr?.(text2);
      if (stderr.length < outputLimit) stderr += text2;
    });
    child.once("error", (error) => {
      settle();
      reject(notStarted(command, folder2, error));
    });
    child.once("close", (code2) => {
      if (left !== null) return;
      settle();
      resolve3({ code: code2, stdout, stderr });
    });
  });
}
function notStarted(command, folder2, cause) {
  if (errnoOf(cause) === void 0) return cause;
  const isThere5 = isFolder(folder2);
  return new EnvironmentError(
    isThere5 ? `${command} cannot be started` : `${command} cannot be started in ${folder2}: not a folder`,
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

// src/cache/layer/mount/layer-command.ts
function environment() {
  return { PATH: adminFolders.join(":"), LC_ALL: "C" };
}
async function layerCommand([command, ...args]) {
  const signal = new AbortController().signal;
  return await runCommand(command, args, { folder: "/", env: environment(), limitMs, signal });
}
async function mustSucceed(argv) {
  const { code: code2, stdout, stderr } = await layerCommand(argv);
  if (code2 === 0) return;
  const last = lastLine(`${stdout}
${stderr}`);
  throw new EnvironmentError(
    `${argv.find((word) => !isPrefix(word)) ?? argv[0]} failed (${code2 ?? "by a signal"}): ${last}`
  );
}
function isPrefix(word) {
  return word === "sudo" || word === "-n";
}
var limitMs, adminFolders;
var init_layer_command = __esm({
  "src/cache/layer/mount/layer-command.ts"() {
    "use strict";
    init_errors();
    init_last_line();
    init_run_command();
    limitMs = 20 * 6e4;
    adminFolders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"];
  }
});

// src/process/proc/mounts.ts
function parseMountinfo(mountinfo) {
  return mountinfo.split("\n").flatMap((line) => {
    const [before = "", after5 = ""] = line.split(" - ");
    const [id, , , , point, options] = before.split(" ");
    if (point === void 0 || options === void 0) return [];
    const [type = "", source = "", superOptions = ""] = after5.split(" ");
    return [
      { id: Number(id), mountPoint: unescapedMount(point), options: options.split(","), type, source, superOptions }
    ];
  });
}
function mountOf(mounts, path) {
  let best;
  for (const mount of mounts) {
    const { mountPoint } = mount;
    const holds = mountPoint === "/" || path === mountPoint || path.startsWith(`${mountPoint}/`);
    if (holds && mountPoint.length >= (best?.mountPoint.length ?? 0)) best = mount;
  }
  return best;
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
  return parseMounts((0, import_node_fs3.readFileSync)("/proc/self/mountinfo", "utf8"));
}
function parseMounts(text2) {
  return parseMountinfo(text2).map((line) => {
    return { mountPoint: line.mountPoint, type: line.type, upperFolder: upperFolderOf(line) };
  });
}
var import_node_fs3;
var init_mount_table = __esm({
  "src/cache/layer/mount/mount-table.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    init_mounts();
  }
});

// src/cache/layer/mount/mounted-layers.ts
async function unmountBelow(place, rootPrefix2) {
  const points = ownMounts(place);
  const script = 'for point; do umount "$point" 2>/dev/null || umount -l "$point" || exit 1; done';
  for (let left = points; left.length > 0; ) {
    try {
      await mustSucceed(asRoot(rootPrefix2, "sh", "-c", script, "sh", ...left));
      break;
    } catch (error) {
      const still = ownMounts(place);
      if (still.length === left.length) throw error;
      left = still;
    }
  }
  return points.length;
}
function ownMounts(place) {
  const isWithin = (path) => path !== null && `${path}/`.startsWith(`${place}/`);
  return readMounts().filter(({ mountPoint, upperFolder: upperFolder2 }) => isWithin(mountPoint) || isWithin(upperFolder2)).map(({ mountPoint }) => mountPoint).reverse();
}
function asRoot(prefix, command, ...args) {
  const [first = command, ...rest] = [...prefix, command, ...args];
  return [first, ...rest];
}
var mountCall, fileMount;
var init_mounted_layers = __esm({
  "src/cache/layer/mount/mounted-layers.ts"() {
    "use strict";
    init_layer_command();
    init_mount_table();
    mountCall = { x64: 165, arm64: 40 }[process.arch];
    fileMount = `my $none = ""; syscall(${mountCall}, @ARGV[0 .. 2], 7, $none) == 0 or die "mount: $!
"`;
  }
});

// src/cache/layer/mount/clear-layers.ts
function rootPrefix() {
  return process.geteuid?.() === 0 ? [] : ["sudo", "-n"];
}
async function clearLayers(folder2) {
  if (process.platform !== "linux" || !(0, import_node_fs4.existsSync)(folder2)) return 0;
  const prefix = rootPrefix();
  const count = await unmountBelow(folder2, prefix);
  const [first = "rm", ...rest] = [...prefix, "rm", "-rf", "--one-file-system", folder2];
  await mustSucceed([first, ...rest]);
  return count;
}
var import_node_fs4;
var init_clear_layers = __esm({
  "src/cache/layer/mount/clear-layers.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    init_layer_command();
    init_mounted_layers();
  }
});

// src/cache/accounting.ts
function amountOf(files2) {
  return { entries: files2.length, bytes: files2.reduce((sum, { bytes }) => sum + bytes, 0) };
}
var generationSchema, rememberedGenerations, nothing;
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
    rememberedGenerations = 20;
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

// src/cache/entries/build-entries.ts
function buildEntryPaths(gocache2) {
  const paths = [];
  for (let index = 0; index < 256; index++) {
    const folder2 = index.toString(16).padStart(2, "0");
    for (const name2 of namesIn((0, import_node_path2.join)(gocache2, folder2))) {
      if (fileName.test(name2) && name2.startsWith(folder2)) paths.push(`${folder2}/${name2}`);
    }
  }
  return paths;
}
function readBuildEntries(gocache2) {
  const actions = [];
  const outputs = /* @__PURE__ */ new Map();
  for (const path of buildEntryPaths(gocache2)) {
    const stats = statsOf((0, import_node_path2.join)(gocache2, path));
    if (stats === null) continue;
    const id = path.slice(3, 67);
    if (path.endsWith("-d")) {
      const output = stats.isFile() ? { path, bytes: stats.size } : stats.isDirectory() ? executable(gocache2, path) : null;
      if (output !== null) outputs.set(id, { ...output, mtimeMs: stats.mtimeMs });
      continue;
    }
    const action = stats.isFile() ? parseAction(id, contentOf((0, import_node_path2.join)(gocache2, path))) : null;
    if (action !== null) actions.push({ path, bytes: stats.size, mtimeMs: stats.mtimeMs, ...action });
  }
  return { actions, outputs };
}
function parseAction(id, text2) {
  const [, action, output, bytes, madeNs] = actionPattern.exec(text2) ?? [];
  if (action !== id || output === void 0 || bytes === void 0 || madeNs === void 0) return null;
  if (!/^ *\d+$/.test(bytes) || !/^ *\d+$/.test(madeNs)) return null;
  return { output, outputBytes: Number(bytes), madeMs: Number(BigInt(madeNs.trim()) / 1000000n) };
}
function executable(gocache2, path) {
  const names = namesIn((0, import_node_path2.join)(gocache2, path));
  const [name2] = names;
  if (names.length !== 1 || name2 === void 0) return null;
  const stats = statsOf((0, import_node_path2.join)(gocache2, path, name2));
  return stats?.isFile() ? { path: `${path}/${name2}`, bytes: stats.size } : null;
}
function namesIn(folder2) {
  try {
    return (0, import_node_fs5.readdirSync)(folder2);
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw error;
  }
}
function statsOf(path) {
  try {
    return (0, import_node_fs5.lstatSync)(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  }
}
function contentOf(path) {
  try {
    return (0, import_node_fs5.readFileSync)(path, "latin1");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_node_fs5, import_node_path2, fileName, actionPattern;
var init_build_entries = __esm({
  "src/cache/entries/build-entries.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_node_path2 = require("node:path");
    init_errors();
    fileName = /^([0-9a-f]{64})-([ad])$/;
    actionPattern = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) ([ \d]{20})\n$/;
  }
});

// src/cache/archive/sealed-lines.ts
function writeSealed(file, head, lines2) {
  const body = [JSON.stringify(head), ...lines2].map((line) => `${line}
`).join("");
  (0, import_node_fs6.writeFileSync)(file, `${body}${hexOf(body)}
`);
}
function readSealed(file) {
  let text2;
  try {
    text2 = (0, import_node_fs6.readFileSync)(file, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    throw new DamagedArchive("its manifest is missing", { cause: error });
  }
  const bodyEnd = text2.lastIndexOf("\n", text2.length - 2) + 1;
  const body = text2.slice(0, bodyEnd);
  if (text2.slice(bodyEnd) !== `${hexOf(body)}
`) throw new DamagedArchive("its manifest was changed or truncated");
  const [head = "", ...lines2] = body.split("\n").slice(0, -1);
  return { head, lines: lines2 };
}
function hexOf(text2) {
  return (0, import_node_crypto2.createHash)("sha256").update(text2).digest("hex");
}
var import_node_crypto2, import_node_fs6;
var init_sealed_lines = __esm({
  "src/cache/archive/sealed-lines.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_fs6 = require("node:fs");
    init_errors();
    init_damaged_archive();
  }
});

// src/cache/archive/stored-needs.ts
function storeNeeds({ lines: lines2, left, besides }, entries) {
  const byPath = new Map(entries.map(({ path }, index) => [path, index]));
  const placesOf = (paths) => [...paths].flatMap((path) => byPath.get(path) ?? []).sort((a, b) => a - b);
  const days = [...new Set(besides.values())].sort((a, b) => a - b);
  return {
    lines: lines2.map(({ paths, keys, ...line }) => ({ ...line, keys: [...keys], files: placesOf(paths) })),
    left: [...left],
    besides: days.map((day) => ({
      day,
      files: placesOf([...besides].flatMap(([path, last]) => last === day ? [path] : []))
    }))
  };
}
function readNeeds({ lines: lines2, left, besides }, entries) {
  const pathsOf = (files2) => files2.flatMap((index) => entries[index]?.path ?? []);
  return {
    lines: lines2.map(({ files: files2, ...line }) => ({ ...line, paths: new Set(pathsOf(files2)) })),
    left,
    besides: new Map(besides.flatMap(({ day, files: files2 }) => pathsOf(files2).map((path) => [path, day])))
  };
}
var indexes, storedNeedsSchema;
var init_stored_needs = __esm({
  "src/cache/archive/stored-needs.ts"() {
    "use strict";
    init_dist();
    indexes = array(pipe(number(), integer(), minValue(0)));
    storedNeedsSchema = object({
      lines: array(
        object({
          family: string(),
          deps: string(),
          keys: array(string()),
          day: number(),
          returned: boolean(),
          files: indexes
        })
      ),
      left: array(object({ family: string(), deps: string() })),
      /** Files by the day on which a job last needed them. */
      besides: array(object({ day: number(), files: indexes }))
    });
  }
});

// src/cache/archive/manifest.ts
function writeManifest(folder2, { kind, generations, entries, needs }) {
  const head = {
    schema: schema2,
    kind,
    entries: entries.length,
    generations: generations.slice(-rememberedGenerations),
    ...needs === void 0 ? {} : { needs: storeNeeds(needs, entries) }
  };
  const lines2 = entries.map(
    ({ path, bytes, crc32: crc322, costMs, unusedFor }) => `${bytes} ${Math.round(costMs)} ${unusedFor} ${crc322} ${path}`
  );
  writeSealed((0, import_node_path3.join)(folder2, manifestName), head, lines2);
}
function readManifest(folder2, kind) {
  const { head: first, lines: lines2 } = readSealed((0, import_node_path3.join)(folder2, manifestName));
  const head = safeParse(pipe(string(), parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive("its manifest has an unknown schema");
  if (head.output.kind !== kind) throw new DamagedArchive(`it holds ${head.output.kind}, not ${kind}`);
  if (head.output.entries !== lines2.length) throw new DamagedArchive("its manifest lists a wrong number of files");
  const entries = lines2.map(parseEntry);
  const { generations, needs } = head.output;
  return { kind, generations, entries, ...needs === void 0 ? {} : { needs: readNeeds(needs, entries) } };
}
function parseEntry(line) {
  const [, bytes, cost, unusedFor, crc322, path] = /^(\d+) (\d+) (\d+) ([0-9a-f]{8}) (.+)$/.exec(line) ?? [];
  if (crc322 === void 0 || path === void 0) {
    throw new DamagedArchive("its manifest has a malformed line");
  }
  return { path, bytes: Number(bytes), crc32: crc322, costMs: Number(cost), unusedFor: Number(unusedFor) };
}
var import_node_path3, manifestName, schema2, headSchema;
var init_manifest = __esm({
  "src/cache/archive/manifest.ts"() {
    "use strict";
    import_node_path3 = require("node:path");
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
      generations: array(generationSchema),
      needs: optional(storedNeedsSchema)
    });
  }
});

// src/cache/archive/staging.ts
function emptyRoot(stagingFolder, kind) {
  const root = (0, import_node_path4.join)(stagingFolder, kind);
  removeTree(root);
  (0, import_node_fs7.mkdirSync)(root, { recursive: true });
  return root;
}
function removeTree(folder2) {
  try {
    (0, import_node_fs7.rmSync)(folder2, { recursive: true, force: true });
  } catch (error) {
    if (errnoOf(error) !== "EACCES" && errnoOf(error) !== "EPERM") throw error;
    makeWritable(folder2);
    (0, import_node_fs7.rmSync)(folder2, { recursive: true, force: true });
  }
}
function makeWritable(folder2) {
  (0, import_node_fs7.chmodSync)(folder2, 493);
  for (const entry of (0, import_node_fs7.readdirSync)(folder2, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable((0, import_node_path4.join)(folder2, entry.name));
  }
}
function stageFiles(files2, from, to, unitOf = (path) => path) {
  const staged = [];
  const broken2 = /* @__PURE__ */ new Set();
  const folders2 = /* @__PURE__ */ new Set();
  ensureFolder(to, folders2);
  for (const { path, bytes, crc32: wanted2 } of files2) {
    if (broken2.has(unitOf(path))) continue;
    const target = (0, import_node_path4.join)(to, path);
    ensureFolder((0, import_node_path4.dirname)(target), folders2);
    const count = staged.length;
    for (const folder2 of from) {
      try {
        linkOrCopy((0, import_node_path4.join)(folder2, path), target);
        const content = (0, import_node_fs7.readFileSync)(target);
        const crc322 = checksum(content);
        if (content.length === bytes && (wanted2 === void 0 || wanted2 === crc322)) {
          staged.push({ path, bytes, crc32: crc322 });
          break;
        }
        (0, import_node_fs7.rmSync)(target);
      } catch (error) {
        if (errnoOf(error) !== "ENOENT") throw error;
      }
    }
    if (staged.length === count) broken2.add(unitOf(path));
  }
  if (broken2.size === 0) return staged;
  for (const unit of broken2) removeTree((0, import_node_path4.join)(to, unit));
  return staged.filter(({ path }) => !broken2.has(unitOf(path)));
}
function ensureFolder(folder2, known) {
  if (known.has(folder2)) return;
  (0, import_node_fs7.mkdirSync)(folder2, { recursive: true });
  known.add(folder2);
}
function linkOrCopy(from, to) {
  try {
    (0, import_node_fs7.linkSync)(from, to);
  } catch (error) {
    const code2 = errnoOf(error) ?? "";
    if (!["EXDEV", "EPERM", "EACCES", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "UNKNOWN"].includes(code2))
      throw error;
    (0, import_node_fs7.copyFileSync)(from, to, import_node_fs7.constants.COPYFILE_FICLONE);
  }
}
function checksum(content) {
  return (0, import_node_zlib.crc32)(content).toString(16).padStart(8, "0");
}
function checkStaged(folder2, kind, objectionTo) {
  const manifest = readManifest(folder2, kind);
  const present = new Set(filesBelow(folder2));
  present.delete(manifestName);
  for (const entry of manifest.entries) {
    if (!present.delete(entry.path)) throw new DamagedArchive(`${entry.path} is missing`);
    const content = (0, import_node_fs7.readFileSync)((0, import_node_path4.join)(folder2, entry.path));
    if (content.length !== entry.bytes)
      throw new DamagedArchive(`${entry.path} has ${content.length} of ${entry.bytes} bytes`);
    if (checksum(content) !== entry.crc32) throw new DamagedArchive(`${entry.path} has different content`);
    const objection = objectionTo(entry, content);
    if (objection !== null) throw new DamagedArchive(`${entry.path} ${objection}`);
  }
  for (const path of present) throw new DamagedArchive(`${path} is not in its manifest`);
  return manifest;
}
function filesBelow(folder2, prefix = "") {
  const paths = [];
  let entries;
  try {
    entries = namesWithTypes((0, import_node_path4.join)(folder2, prefix));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    throw new DamagedArchive(`${prefix === "" ? "its folder" : prefix} cannot be read`, { cause: error });
  }
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) paths.push(...filesBelow(folder2, `${path}/`));
    else if (entry.isFile()) paths.push(path);
    else throw new DamagedArchive(`${path} is neither a file nor a folder`);
  }
  return paths;
}
function namesWithTypes(folder2) {
  return (0, import_node_fs7.readdirSync)(folder2, { withFileTypes: true });
}
var import_node_fs7, import_node_path4, import_node_zlib;
var init_staging = __esm({
  "src/cache/archive/staging.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path4 = require("node:path");
    import_node_zlib = require("node:zlib");
    init_errors();
    init_damaged_archive();
    init_manifest();
  }
});

// src/cache/archive/build-archive.ts
function checkBuildArchive(folder2) {
  return checkEntries(folder2, "build", (path) => path === testExpiry || isFuzzPath(path));
}
function checkLintArchive(folder2) {
  return checkEntries(folder2, "lint", () => false);
}
function checkEntries(folder2, of, isOther) {
  const outputs = /* @__PURE__ */ new Map();
  const wanted2 = [];
  const manifest = checkStaged(folder2, of, ({ path, bytes }, content) => {
    if (isOther(path)) return null;
    const [, , id, kind, executable2] = entryPath.exec(path) ?? [];
    if (id === void 0) return `is not a path of the ${of} cache`;
    if (executable2 !== void 0 && (kind === "a" || of === "lint")) return `is not a path of the ${of} cache`;
    if (kind === "d") {
      if (executable2 !== void 0 && outputs.has(id)) return "is a second file in the folder of one executable";
      outputs.set(id, bytes);
      return null;
    }
    const action = parseAction(id, Buffer.from(content).toString("latin1"));
    if (action === null) return "is not a valid entry for its name";
    wanted2.push({ path, ...action });
    return null;
  });
  for (const { path, output, outputBytes } of wanted2) {
    if (outputs.get(output) !== outputBytes) throw new DamagedArchive(`${path} names a missing output`);
  }
  return manifest;
}
function isFuzzPath(path) {
  return path.startsWith("fuzz/") && !path.split("/").some((part) => part === "" || part === "." || part === "..");
}
function buildUnits(entries) {
  const rank = (path) => path.endsWith("-a") ? 1 : 0;
  const units = entries.map(({ path }) => path.replace(/(-d)\/[^/]+$/, "$1"));
  return units.sort((a, b) => rank(a) - rank(b));
}
function otherBuildFiles(gocache2) {
  const files2 = [];
  const add2 = (path) => {
    const { size: bytes, mtimeMs } = (0, import_node_fs8.lstatSync)((0, import_node_path5.join)(gocache2, path));
    files2.push({ path, bytes, mtimeMs });
  };
  const visit = (folder2) => {
    for (const entry of (0, import_node_fs8.readdirSync)((0, import_node_path5.join)(gocache2, folder2), { withFileTypes: true })) {
      if (entry.isDirectory()) visit(`${folder2}/${entry.name}`);
      else if (entry.isFile()) add2(`${folder2}/${entry.name}`);
    }
  };
  for (const find of [() => add2(testExpiry), () => visit("fuzz")]) {
    try {
      find();
    } catch (error) {
      if (errnoOf(error) !== "ENOENT") throw error;
    }
  }
  return files2;
}
var import_node_fs8, import_node_path5, entryPath, testExpiry;
var init_build_archive = __esm({
  "src/cache/archive/build-archive.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_node_path5 = require("node:path");
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
  for (const executable2 of namesIn2(folder2)) {
    for (const group2 of namesIn2((0, import_node_path6.join)(folder2, executable2))) {
      if (group2.length !== 2) continue;
      for (const name2 of namesIn2((0, import_node_path6.join)(folder2, executable2, group2))) {
        const path = `${executable2}/${group2}/${name2}`;
        if (goplsEntryPath.test(path)) paths.push(path);
      }
    }
  }
  return paths;
}
function readGoplsEntries(folder2) {
  const actions = [];
  const outputs = /* @__PURE__ */ new Map();
  for (const path of goplsEntryPaths(folder2)) {
    const [, executable2 = "", , digest2 = "", kind] = goplsEntryPath.exec(path) ?? [];
    try {
      const stats = (0, import_node_fs9.lstatSync)((0, import_node_path6.join)(folder2, path));
      if (!stats.isFile()) continue;
      const file = { path, bytes: stats.size, mtimeMs: stats.mtimeMs };
      if (kind === contentKind) outputs.set(outputId(executable2, digest2), file);
      else {
        const output = parseGoplsAction((0, import_node_fs9.readFileSync)((0, import_node_path6.join)(folder2, path)));
        if (output !== null)
          actions.push({ ...file, output: outputId(executable2, output), madeMs: Math.floor(stats.mtimeMs) });
      }
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
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
function namesIn2(folder2) {
  try {
    return (0, import_node_fs9.readdirSync)(folder2);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error) ?? "")) return [];
    throw error;
  }
}
var import_node_fs9, import_node_path6, goplsEntryPath, contentKind;
var init_gopls_entries = __esm({
  "src/cache/entries/gopls-entries.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path6 = require("node:path");
    init_errors();
    goplsEntryPath = /^([0-9a-f]{8})\/([0-9a-f]{2})\/(\2[0-9a-f]{62})-([a-z]+)$/;
    contentKind = "cas";
  }
});

// src/cache/archive/gopls-archive.ts
function checkGoplsArchive(folder2) {
  const contents = /* @__PURE__ */ new Set();
  const wanted2 = [];
  const manifest = checkStaged(folder2, "gopls", ({ path }, content) => {
    const stamped = stampPath.exec(path)?.[1];
    if (stamped !== void 0) return isStamp(stamped, content) ? null : "is not the stamp of its folder";
    const [, executable2 = "", , digest2, kind] = goplsEntryPath.exec(path) ?? [];
    if (digest2 === void 0) return "is not a path of the gopls cache";
    if (kind === contentKind) {
      contents.add(outputId(executable2, digest2));
      return null;
    }
    const output = parseGoplsAction(content);
    if (output === null) return "is not a valid entry for its name";
    wanted2.push({ path, output: outputId(executable2, output) });
    return null;
  });
  for (const { path, output } of wanted2) {
    if (!contents.has(output)) throw new DamagedArchive(`${path} names a missing content`);
  }
  return manifest;
}
function goplsUnits(entries) {
  const rank = (path) => path.endsWith(`-${contentKind}`) ? 0 : 1;
  return entries.map(({ path }) => path).sort((a, b) => rank(a) - rank(b));
}
function goplsStamps(folder2, paths) {
  const executables = new Set(paths.map((path) => executableOf(path)));
  return [...executables].flatMap((executable2) => {
    const path = `${executable2}/exe.sha256`;
    try {
      if (!(0, import_node_fs10.lstatSync)((0, import_node_path7.join)(folder2, path)).isFile()) return [];
      const content = (0, import_node_fs10.readFileSync)((0, import_node_path7.join)(folder2, path));
      return isStamp(executable2, content) ? [{ path, bytes: content.length }] : [];
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
      return [];
    }
  });
}
function executableOf(path) {
  return path.slice(0, 8);
}
function isStamp(executable2, content) {
  return content.length === 32 && Buffer.from(content).toString("hex").startsWith(executable2);
}
var import_node_fs10, import_node_path7, stampPath;
var init_gopls_archive = __esm({
  "src/cache/archive/gopls-archive.ts"() {
    "use strict";
    import_node_fs10 = require("node:fs");
    import_node_path7 = require("node:path");
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
  for (const path of paths) {
    const entry = (0, import_node_path8.join)(folder2, path);
    try {
      if (!again || (0, import_node_fs11.lstatSync)(entry).mtimeMs <= markMs + stepMs) (0, import_node_fs11.lutimesSync)(entry, mark, mark);
    } catch (error) {
      if (errnoOf(error) !== "ENOENT" && errnoOf(error) !== "EPERM" && errnoOf(error) !== "EACCES") throw error;
    }
  }
}
function isUsed(mtimeMs, markMs) {
  return Math.abs(mtimeMs - markMs) > stepMs;
}
var import_node_fs11, import_node_path8, backMs, stepMs;
var init_mark_entries = __esm({
  "src/cache/entries/mark-entries.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    import_node_path8 = require("node:path");
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
      unused.push(isExecutable.test(output.path) ? (0, import_posix.dirname)(output.path) : output.path);
      unusedFiles.push(output);
    } else {
      kept.push({ path: output.path, bytes: output.bytes, isNew: named?.isNew ?? false, madeMs: null, unusedFor });
    }
  }
  return { kept, unused, unusedAmount: amountOf(unusedFiles) };
}
var import_posix, whileUsed, isExecutable;
var init_sweep_build_entries = __esm({
  "src/cache/entries/sweep-build-entries.ts"() {
    "use strict";
    import_posix = require("node:path/posix");
    init_errors();
    init_accounting();
    init_mark_entries();
    whileUsed = (_, isUsed2) => isUsed2 ? 0 : null;
    isExecutable = /-d\/[^/]+$/;
  }
});

// src/cache/entries/choose-entries.ts
function chooseBuildEntries({ folder: folder2, markMs, hit }, startedMs, known) {
  const ofTwins = ({ path }, used) => {
    const before = known.get(path);
    if (used) return 0;
    return before === void 0 || before.unusedFor >= longestUnusedFor ? null : before.unusedFor + 1;
  };
  const entries = readBuildEntries(folder2);
  const sweep = hit === "exact" ? sweepBuildEntries(entries, markMs, startedMs, ofTwins) : sweepBuildEntries(entries, markMs, startedMs);
  const others = otherBuildFiles(folder2).map((file) => ({ ...file, isNew: file.mtimeMs >= startedMs, unusedFor: 0 }));
  const made = sweep.kept.flatMap(({ path, isNew: isNew2, madeMs }) => isNew2 && madeMs !== null ? [{ path, madeMs }] : []);
  const newCosts = compileCostsMs(made.map(({ madeMs }) => madeMs));
  const costsMs = /* @__PURE__ */ new Map();
  let reusedWorthMs = 0;
  for (const { path, isNew: isNew2, unusedFor } of sweep.kept) {
    const costMs = isNew2 ? 0 : known.get(path)?.costMs ?? 0;
    if (costMs > 0) costsMs.set(path, costMs);
    if (unusedFor === 0) reusedWorthMs += costMs;
  }
  for (const [index, { path }] of made.entries()) costsMs.set(path, newCosts[index] ?? 0);
  const files2 = sweep.kept.some(({ unusedFor }) => unusedFor === 0) ? [...sweep.kept, ...others] : [];
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
    sweep.kept.map(({ path }) => path)
  ).map((file) => ({ ...file, isNew: !known.has(file.path), unusedFor: 0 }));
  return uncosted(sweep, stamps);
}
function retentionOverArchives(entries, markMs, startedMs, known, groupOf) {
  const inUse = /* @__PURE__ */ new Set();
  for (const { path, mtimeMs, madeMs } of entries.actions) {
    if (madeMs < startedMs && (markMs === null || isUsed(mtimeMs, markMs))) inUse.add(groupOf(path));
  }
  const retentionOf = ({ path }, used) => {
    if (used) return 0;
    const before = known.get(path);
    if (before === void 0 || before.unusedFor >= longestUnusedFor || !inUse.has(groupOf(path))) return null;
    return before.unusedFor + 1;
  };
  const fitting = newestWithin(entries, mostBytes);
  return (entry, used) => "output" in entry && fitting.has(entry.path) ? retentionOf(entry, used) : null;
}
function newestWithin({ actions, outputs }, bytes) {
  const fitting = /* @__PURE__ */ new Set();
  const counted = /* @__PURE__ */ new Set();
  let sum = 0;
  for (const action of [...actions].sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    sum += action.bytes + (counted.has(action.output) ? 0 : outputs.get(action.output)?.bytes ?? 0);
    if (sum > bytes) break;
    counted.add(action.output);
    fitting.add(action.path);
  }
  return fitting;
}
function uncosted({ kept, unusedAmount }, others) {
  const files2 = kept.length === 0 ? [] : [...kept, ...others];
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
  (0, import_node_fs12.mkdirSync)(gocache2, { recursive: true });
  const unfinished = (0, import_node_path9.join)(gocache2, `trim.txt.${process.pid}.tmp`);
  (0, import_node_fs12.writeFileSync)(unfinished, String(Math.floor(nowMs / 1e3)));
  (0, import_node_fs12.renameSync)(unfinished, (0, import_node_path9.join)(gocache2, "trim.txt"));
  return markMs;
}
var import_node_fs12, import_node_path9;
var init_mark_build_entries = __esm({
  "src/cache/entries/mark-build-entries.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path9 = require("node:path");
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
      place: ({ build: build2 }, { gocache: folder2 }) => {
        if (build2 === "off") return notRequested;
        return ["", "off"].includes(folder2) ? { off: "GOCACHE is off" } : { folder: folder2 };
      },
      check: checkBuildArchive,
      units: buildUnits,
      unitOf: (path) => path,
      count: (folder2) => buildEntryPaths(folder2).length,
      mark: markBuildEntries,
      choose: (_, { build: build2, startedMs }) => (known) => chooseBuildEntries(build2, startedMs, known)
    };
  }
});

// src/go/user-cache.ts
function userCacheFolder(env) {
  if (process.platform === "win32") return env["LocalAppData"] || env["LOCALAPPDATA"] || null;
  const home = env["HOME"] || null;
  if (process.platform === "darwin") return home === null ? null : (0, import_node_path10.join)(home, "Library/Caches");
  const named = env["XDG_CACHE_HOME"];
  if (named) return (0, import_node_path10.isAbsolute)(named) ? named : null;
  return home === null ? null : (0, import_node_path10.join)(home, ".cache");
}
var import_node_path10;
var init_user_cache = __esm({
  "src/go/user-cache.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
  }
});

// src/cache/kinds/golangci-lint.ts
function placeIn(env) {
  const named = env["GOLANGCI_LINT_CACHE"];
  if (named) {
    return (0, import_node_path11.isAbsolute)(named) ? { folder: named } : { off: `GOLANGCI_LINT_CACHE is ${named}, which is not an absolute path` };
  }
  const folder2 = userCacheFolder(env);
  return folder2 === null ? { off: "its folder is unknown: neither HOME nor GOLANGCI_LINT_CACHE is set" } : { folder: (0, import_node_path11.join)(folder2, "golangci-lint") };
}
var import_node_path11, golangciLint;
var init_golangci_lint = __esm({
  "src/cache/kinds/golangci-lint.ts"() {
    "use strict";
    import_node_path11 = require("node:path");
    init_user_cache();
    init_build_archive();
    init_build_entries();
    init_choose_entries();
    init_mark_build_entries();
    init_archive_kind();
    golangciLint = {
      place: ({ lint, env }) => lint === "off" ? notRequested : placeIn(env),
      check: checkLintArchive,
      units: buildUnits,
      unitOf: (path) => path,
      count: (folder2) => buildEntryPaths(folder2).length,
      mark: markBuildEntries,
      choose: (_, { lint, startedMs }) => (known) => chooseLintEntries(lint, startedMs, known)
    };
  }
});

// src/go/gopls-cache.ts
function goplsCacheFolder(env) {
  return (0, import_node_path12.join)(env["GOPLSCACHE"] || (userCacheFolder(env) ?? (0, import_node_os.tmpdir)()), "gopls");
}
var import_node_os, import_node_path12;
var init_gopls_cache = __esm({
  "src/go/gopls-cache.ts"() {
    "use strict";
    import_node_os = require("node:os");
    import_node_path12 = require("node:path");
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
      unitOf: (path) => path,
      count: (folder2) => goplsEntryPaths(folder2).length,
      mark: markGoplsEntries,
      choose: (_, { gopls: gopls2, startedMs }) => (known) => chooseGoplsEntries(gopls2, startedMs, known)
    };
  }
});

// src/cache/modules/downloaded-modules.ts
function isDownloadedFile(path) {
  const [, module2, name2 = ""] = /^cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path) ?? [];
  return module2 !== void 0 && !isToolchain(module2) && versionFile.test(name2) && isCleanPath(path);
}
function isCleanPath(path) {
  return !path.split("/").some((part) => part === "" || part === "." || part === "..") && !/[\\:\0]/.test(path);
}
function isToolchain(module2) {
  return module2 === "golang.org/toolchain" || module2.startsWith("golang.org/toolchain/");
}
function readDownloadedFiles(gomodcache) {
  const files2 = [];
  const visit = (path) => {
    for (const entry of entriesOf((0, import_node_path13.join)(gomodcache, path))) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (below !== `${folder}/sumdb` && !isToolchain(below.slice(folder.length + 1))) visit(below);
        continue;
      }
      const [, version, kind] = path.endsWith("/@v") && entry.isFile() ? versionFile.exec(entry.name) ?? [] : [];
      if (version === void 0 || !isKind(kind)) continue;
      const { size, mtimeMs } = (0, import_node_fs13.lstatSync)((0, import_node_path13.join)(gomodcache, below));
      const module2 = `${path.slice(folder.length + 1, -"/@v".length)}@${version}`;
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
  const visit = (path) => {
    for (const entry of entriesOf((0, import_node_path13.join)(gomodcache, path))) {
      if (!entry.isDirectory()) continue;
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      if (below === "cache" || below.startsWith("golang.org/toolchain@")) continue;
      if (entry.name.includes("@")) trees.push(below);
      else visit(below);
    }
  };
  visit("");
  return trees;
}
function entriesOf(path) {
  try {
    return (0, import_node_fs13.readdirSync)(path, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw error;
  }
}
var import_node_fs13, import_node_path13, versionFile, folder;
var init_downloaded_modules = __esm({
  "src/cache/modules/downloaded-modules.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
    import_node_path13 = require("node:path");
    init_errors();
    versionFile = /^(v[^/]*)\.(info|mod|zip|ziphash)$/;
    folder = "cache/download";
  }
});

// src/cache/modules/module-unit.ts
function moduleTreeOf(path) {
  return inTree.exec(path)?.[1] ?? null;
}
function moduleUnit(path) {
  return moduleTreeOf(path) ?? path;
}
function downloadOf(gomodcache, module2) {
  const at = module2.lastIndexOf("@");
  return (0, import_node_path14.join)(gomodcache, "cache/download", module2.slice(0, at), "@v", module2.slice(at + 1));
}
function moduleOfZip(path) {
  const [, module2, version] = /^cache\/download\/(.+)\/@v\/(.+)\.zip$/.exec(path) ?? [];
  return module2 === void 0 ? null : `${module2}@${version}`;
}
var import_node_path14, inTree;
var init_module_unit = __esm({
  "src/cache/modules/module-unit.ts"() {
    "use strict";
    import_node_path14 = require("node:path");
    inTree = /^((?!cache\/|golang\.org\/toolchain@)[^@\\:\0]+@v[^/\\:\0]*)\/[^\0]+$/;
  }
});

// src/cache/archive/module-archive.ts
function checkModuleArchive(folder2) {
  return checkStaged(folder2, "modules", ({ path }) => {
    if (isDownloadedFile(path)) return null;
    const clean2 = !path.split("/").some((part) => part === "" || part === "." || part === "..");
    return clean2 && moduleTreeOf(path) !== null ? null : "is not a path of the module cache";
  });
}
function moduleUnits(entries) {
  return [...new Set(entries.map(({ path }) => moduleUnit(path)))];
}
function selectModuleFiles(gomodcache, needed, unpacked, startedMs) {
  const kept = [];
  const unneeded = [];
  for (const file of readDownloadedFiles(gomodcache)) {
    const { module: module2, kind, path, bytes } = file;
    const isText2 = kind === "mod" || kind === "info";
    const isListed = needed.selected.has(module2) || isText2 && needed.known.has(module2);
    const isNew2 = file.mtimeMs >= startedMs;
    const isBesides = isText2 || unpacked === null ? isNew2 : false;
    if (isListed || isBesides || unpacked?.has(module2) === true) kept.push({ path, bytes, isListed });
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
  const others = alive.filter((line) => line !== before);
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
  const left = [...others.filter(isReplaced), ...known.left.filter((one) => !isSame(one, job.id))];
  const besides = new Map([...known.besides].filter(([, last]) => last >= day - daysOfANeed));
  for (const path of job.besides) besides.set(path, day);
  if (job.besides.length > 0) {
    for (const path of besides.keys()) if (isText(path)) besides.set(path, day);
  }
  return {
    lines: [own, ...others.filter((line) => !isReplaced(line))],
    left: left.slice(0, mostLeft).map(({ family: family2, deps }) => ({ family: family2, deps })),
    besides
  };
}
function isText(path) {
  return moduleTreeOf(path) === null && (path.endsWith(".mod") || path.endsWith(".info"));
}
function neededPaths({ lines: lines2, besides }) {
  return /* @__PURE__ */ new Set([...lines2.flatMap(({ paths }) => [...paths]), ...besides.keys()]);
}
function isRenewalDue({ lines: lines2, besides }, job, day) {
  const period = (one) => Math.floor(one / daysOfAPeriod);
  const isOld = (last) => last !== void 0 && period(last) < period(day) && last <= day - daysBeforeRenewal;
  const ofIds = lines2.filter((line) => isSame(line, job.id) || isSame(line, job.listedBy));
  return ofIds.some((line) => isOld(line.day)) || job.besides.some((path) => isOld(besides.get(path)));
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

// src/cache/keys/run-git.ts
function runGit(args, folder2, env, signal) {
  return new Promise((resolve3, reject) => {
    const child = (0, import_node_child_process2.execFile)(
      "git",
      // In containers the checkout often belongs to another user, and git refuses to read it.
      ["-c", "safe.directory=*", "-c", "core.quotePath=false", ...args],
      { cwd: folder2, env: { ...env }, maxBuffer: 256 << 20, ...signal && { signal } },
      (error, stdout) => {
        if (signal?.aborted) reject(signal.reason);
        else resolve3(error === null ? stdout : null);
      }
    );
    child.stdin?.on("error", () => child.kill());
    child.stdin?.end();
  });
}
var import_node_child_process2;
var init_run_git = __esm({
  "src/cache/keys/run-git.ts"() {
    "use strict";
    import_node_child_process2 = require("node:child_process");
  }
});

// src/cache/keys/module-files.ts
async function findModuleFiles(repository, caches) {
  const paths = await findNamedFiles(["go.mod", "go.sum", "go.work", "go.work.sum"], repository, caches);
  const named = (...names) => paths.filter((path) => names.includes((0, import_node_path15.basename)(path)));
  return { goMods: named("go.mod"), goSums: named("go.sum", "go.work.sum"), goWorks: named("go.work") };
}
async function findNamedFiles(names, { workspace, env, signal }, caches) {
  const tracked = (folder2) => trackedFiles(names, folder2, env, signal);
  const found = await tracked(workspace) ?? await walk(workspace, "", tracked);
  const cacheFolders = caches.filter((folder2) => folder2 !== "" && folder2 !== "off").map((folder2) => (0, import_node_path15.resolve)(folder2));
  return [...new Set(found)].filter(
    (path) => names.includes((0, import_node_path15.basename)(path)) && !path.split("/").some((part) => passedOver.has(part)) && !isBelow(cacheFolders, (0, import_node_path15.resolve)(workspace, path))
  ).sort();
}
function isBelow(folders2, path) {
  return folders2.some((folder2) => path.startsWith((0, import_node_path15.resolve)(folder2, "x").slice(0, -1)));
}
async function trackedFiles(names, folder2, env, signal) {
  const patterns = names.map((name2) => `:(glob)**/${name2}`);
  const list = (...more) => runGit(["ls-files", "-z", "-c", ...more, "--", ...patterns], folder2, env, signal);
  const listed = await list("--recurse-submodules") ?? await list();
  return listed === null ? null : listed.split("\0").filter((path) => path !== "");
}
async function walk(workspace, prefix, tracked) {
  const paths = [];
  try {
    const entries = await (0, import_promises3.readdir)((0, import_node_path15.join)(workspace, prefix), { withFileTypes: true });
    if (prefix !== "" && entries.some(({ name: name2 }) => name2 === ".git")) {
      const own = await tracked((0, import_node_path15.join)(workspace, prefix));
      if (own !== null) return own.map((path) => `${prefix}${path}`);
    }
    for (const entry of entries) {
      const path = `${prefix}${entry.name}`;
      if (entry.isFile()) paths.push(path);
      else if (entry.isDirectory() && !passedOver.has(entry.name)) {
        paths.push(...await walk(workspace, `${path}/`, tracked));
      }
    }
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
  }
  return paths;
}
var import_promises3, import_node_path15, passedOver;
var init_module_files = __esm({
  "src/cache/keys/module-files.ts"() {
    "use strict";
    import_promises3 = require("node:fs/promises");
    import_node_path15 = require("node:path");
    init_errors();
    init_run_git();
    passedOver = /* @__PURE__ */ new Set(["vendor", "testdata", "node_modules", ".git"]);
  }
});

// src/cache/keys/dependency-files.ts
var init_dependency_files = __esm({
  "src/cache/keys/dependency-files.ts"() {
    "use strict";
    init_module_files();
  }
});

// src/cache/keys/readable-text.ts
async function readableText(path) {
  try {
    return await (0, import_promises4.readFile)(path, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_promises4;
var init_readable_text = __esm({
  "src/cache/keys/readable-text.ts"() {
    "use strict";
    import_promises4 = require("node:fs/promises");
    init_errors();
  }
});

// src/cache/keys/lint-facts.ts
var init_lint_facts = __esm({
  "src/cache/keys/lint-facts.ts"() {
    "use strict";
    init_module_files();
    init_readable_text();
  }
});

// src/cache/keys/keys.ts
function keyToSave(key, entries, besides = "") {
  const lines2 = entries.map(({ path, crc32: crc322 }) => `${path} ${crc322}
`).sort();
  return `${key.key}${digest(lines2.join("") + besides, contentLength)}`;
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
    paths.map(async (path) => {
      const lines2 = (await readableText((0, import_node_path16.join)(workspace, path))).split(/\r?\n/).map((line) => line.replace(/\/\/.*/, "").trim());
      return `${path}
${lines2.filter((line) => line !== "" && !line.startsWith("module ")).sort().join("\n")}
`;
    })
  );
  for (const path of besides) contents.push(`${path}
${await readableText((0, import_node_path16.join)(workspace, path))}`);
  return digest(contents.join("\n"), 12);
}
function digest(text2, length2) {
  return (0, import_node_crypto3.createHash)("sha256").update(text2).digest("hex").slice(0, length2);
}
var import_node_crypto3, import_node_path16, contentLength;
var init_keys = __esm({
  "src/cache/keys/keys.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_node_path16 = require("node:path");
    init_module_needs();
    init_dependency_files();
    init_lint_facts();
    init_module_files();
    init_readable_text();
    init_run_git();
    contentLength = 8;
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
  const run = async (function_, resolve3, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve3(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve3, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve3, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve3, reject) => {
    enqueue(function_, resolve3, reject, arguments_);
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
        } catch (error) {
          for (const promise of promises3) {
            promise.catch(() => {
            });
          }
          throw error;
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
    const words2 = line.split(/\s+/).filter((word) => word !== "");
    for (let i = 0; i + 1 < words2.length; i += 2) {
      const [token = "", value = ""] = [words2[i], words2[i + 1]];
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
function authCommands(env) {
  return (env["GOAUTH"] || "netrc").split(";").map((command) => command.trim().split(/\s+/)[0] ?? "");
}
async function textOfNetrc(env) {
  for (const path of netrcPaths(env)) {
    try {
      return await (0, import_promises5.readFile)(path, "utf8");
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
    }
  }
  return "";
}
function netrcPaths(env) {
  if (env["NETRC"]) return [env["NETRC"]];
  const home = (process.platform === "win32" ? env["USERPROFILE"] : env["HOME"]) ?? "";
  if (home === "") return [];
  return process.platform === "win32" ? [(0, import_node_path17.join)(home, "_netrc"), (0, import_node_path17.join)(home, ".netrc")] : [(0, import_node_path17.join)(home, ".netrc")];
}
var import_promises5, import_node_path17;
var init_netrc = __esm({
  "src/go/network/netrc.ts"() {
    "use strict";
    import_promises5 = require("node:fs/promises");
    import_node_path17 = require("node:path");
    init_errors();
  }
});

// src/go/network/download.ts
var init_download = __esm({
  "src/go/network/download.ts"() {
    "use strict";
    init_errors();
    init_netrc();
  }
});

// src/go/network/module-proxy.ts
function escapePath(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
var textLimitBytes, maxZipBytes;
var init_module_proxy = __esm({
  "src/go/network/module-proxy.ts"() {
    "use strict";
    init_errors();
    init_download();
    textLimitBytes = 16 << 20;
    maxZipBytes = 500 << 20;
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
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof EnvironmentError)) throw error;
    return { code: null, stdout: "", stderr: error instanceof SilentCommand ? error.stderr : "", error };
  }
}
function elsewhere() {
  return isFolder((0, import_node_os2.tmpdir)()) ? (0, import_node_os2.tmpdir)() : "/";
}
var import_node_os2, defaultSilentMs;
var init_run_go = __esm({
  "src/go/run-go.ts"() {
    "use strict";
    import_node_os2 = require("node:os");
    init_errors();
    init_is_folder();
    init_run_command();
    defaultSilentMs = 3e5;
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
    files2.goSums.map(async (path) => {
      const lines2 = parseGoSum(await readableText((0, import_node_path18.join)(workspace, path)));
      for (const { module: module2 } of lines2) known.add(module2);
      zipsBySum.set(
        path,
        lines2.filter(({ isGoMod }) => !isGoMod).map(({ module: module2 }) => module2)
      );
    })
  );
  const limit = pLimit(4);
  const list = async (path, gowork) => {
    const folder2 = (0, import_node_path18.dirname)((0, import_node_path18.join)(workspace, path));
    const modules2 = await limit(() => buildList({ ...request, env: { ...env, GOWORK: gowork } }, folder2)) ?? (path.endsWith("go.mod") ? await limit(() => requirements(request, folder2)) : null);
    if (modules2 !== null) {
      for (const module2 of modules2) selected.add(module2);
      return;
    }
    unlisted.push(path);
    const sum = path.replace(/go\.(mod|work)$/, (name2) => name2 === "go.mod" ? "go.sum" : "go.work.sum");
    for (const module2 of zipsBySum.get(sum) ?? []) selected.add(module2);
  };
  await Promise.all([
    ...files2.goMods.map((path) => list(path, "off")),
    ...files2.goWorks.map((path) => list(path, (0, import_node_path18.join)(workspace, path)))
  ]);
  for (const module2 of selected) known.add(module2);
  return { selected, known, unlisted: unlisted.sort() };
}
async function buildList({ go, env, signal }, folder2) {
  const format = "{{with .Replace}}{{.Path}} {{.Version}}{{else}}{{.Path}} {{.Version}}{{end}}";
  const { code: code2, stdout } = await runGo(go, ["list", "-m", "-f", format, "all"], {
    // The vendor folder and the user's flags must not affect the build list.
    // GOPROXY=off alone does not keep go from contacting the git server of a GOPRIVATE module.
    env: { ...env, GOPROXY: "off", GONOPROXY: "none", GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" },
    cwd: folder2,
    signal
  });
  if (code2 !== 0) return null;
  return stdout.split("\n").flatMap((line) => {
    const [path = "", version = ""] = line.trim().split(" ");
    return version === "" ? [] : [escaped(path, version)];
  });
}
async function requirements({ go, env, signal }, folder2) {
  const { code: code2, stdout } = await runGo(go, ["mod", "edit", "-json"], {
    env: { ...env, GOFLAGS: "", GOTOOLCHAIN: "local" },
    cwd: folder2,
    signal
  });
  const parsed = safeParse(pipe(string(), parseJson(), goModSchema), stdout);
  if (code2 !== 0 || !parsed.success) return null;
  const { Go, Require, Replace } = parsed.output;
  const [major = 0, minor = 0] = Go.split(".").map(Number);
  if (major === 1 && minor < 17) return null;
  return (Require ?? []).flatMap(({ Path, Version }) => {
    const replacements = (Replace ?? []).filter(({ Old }) => Old.Path === Path);
    const replacement = replacements.find(({ Old }) => Old.Version === Version) ?? replacements.find(({ Old }) => !Old.Version);
    const { Path: path, Version: version } = replacement?.New ?? { Path, Version };
    return version === void 0 ? [] : [escaped(path, version)];
  });
}
function parseGoSum(text2) {
  return text2.split("\n").flatMap((line) => {
    const [path = "", version = "", sum] = line.trim().split(/\s+/);
    if (sum === void 0) return [];
    return [{ module: escaped(path, version.replace(/\/go\.mod$/, "")), isGoMod: version.endsWith("/go.mod") }];
  });
}
function escaped(path, version) {
  return `${escapePath(path)}@${escapePath(version)}`;
}
var import_node_path18, goModSchema;
var init_needed_modules = __esm({
  "src/cache/modules/needed-modules.ts"() {
    "use strict";
    import_node_path18 = require("node:path");
    init_p_limit();
    init_dist();
    init_module_proxy();
    init_run_go();
    init_module_files();
    init_readable_text();
    goModSchema = object({
      Go: optional(string(), "1.16"),
      Require: nullish(array(object({ Path: string(), Version: string() })), []),
      Replace: nullish(
        array(
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
function planModules(held2, job, needed, { abovePercent, onlyForNew }, day) {
  const needs = needsAfter(held2.needs, job, day);
  const wanted2 = neededPaths(needs);
  const ownUnits = new Set(needed.map(({ path }) => moduleUnit(path)));
  const unwanted = [...held2.files.values()].filter(({ path }) => !wanted2.has(path));
  const halves = new Set(unwanted.map(({ path }) => moduleUnit(path)));
  const others = [...held2.files.values()].filter(({ path }) => {
    const unit = moduleUnit(path);
    return wanted2.has(path) && !ownUnits.has(unit) && !halves.has(unit);
  });
  const files2 = [...needed, ...others];
  const anew = needed.filter(({ path }) => !held2.files.has(path));
  const dead = amountOf(unwanted);
  const share = (part, whole) => whole === 0 ? 0 : 100 * part / whole;
  const shareOfNew = share(amountOf(anew).bytes, amountOf(needed).bytes);
  const isZipBeside = ({ path }) => ownUnits.has(moduleOfZip(path) ?? "");
  const zips = needed.filter(isZipBeside);
  const shareOfZips = onlyForNew ? 0 : share(amountOf(anew.filter(isZipBeside)).bytes, amountOf(zips).bytes);
  const newShare = Math.max(shareOfNew, shareOfZips);
  const deadShare = share(dead.bytes, amountOf([...held2.files.values()]).bytes);
  const decide = () => {
    const shares = `the archive lacks ${newShare.toFixed(1)} % of what this job needs, and ${deadShare.toFixed(1)} % of the archive is unused`;
    if (onlyForNew) {
      const pays = newShare > abovePercent;
      return {
        save: pays,
        why: pays ? shares : `${shares}; an archive for this ref alone must have more than ${abovePercent} % new`
      };
    }
    if (!serves(held2.needs, job.id) || !serves(held2.needs, job.listedBy)) {
      const isFirst = held2.needs.lines.length === 0;
      return { save: true, why: isFirst ? "there was no archive" : "the archive did not cover this job's needs" };
    }
    if (Math.max(newShare, deadShare) > abovePercent) return { save: true, why: shares };
    if (isRenewalDue(held2.needs, job, day)) {
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
  for (const { path, kind, mtimeMs } of readDownloadedFiles(gomodcache)) {
    if (kind !== "ziphash") continue;
    try {
      (0, import_node_fs14.lutimesSync)((0, import_node_path19.join)(gomodcache, path), markMs / 1e3, mtimeMs / 1e3);
    } catch (error) {
      if (!["ENOENT", "EPERM", "EACCES"].includes(errnoOf(error) ?? "")) throw error;
    }
  }
  return markMs;
}
function wasUsed(gomodcache, module2, markMs) {
  if (markMs === null) return false;
  const stat4 = (0, import_node_fs14.lstatSync)(hashFileOf(gomodcache, module2), { throwIfNoEntry: false });
  return stat4 !== void 0 && isUsed(stat4.atimeMs, markMs);
}
function hashFileOf(gomodcache, module2) {
  return `${downloadOf(gomodcache, module2)}.ziphash`;
}
var import_node_fs14, import_node_path19;
var init_mark_modules = __esm({
  "src/cache/modules/mark-modules.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    import_node_path19 = require("node:path");
    init_errors();
    init_mark_entries();
    init_downloaded_modules();
    init_module_unit();
  }
});

// src/go/network/dirhash.ts
function hash1(files2) {
  const sorted = files2.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = (0, import_node_crypto4.createHash)("sha256");
  for (const { name: name2, sha256 } of sorted) sum.update(`${sha256}  ${name2}
`);
  return `h1:${sum.digest("base64")}`;
}
var import_node_crypto4;
var init_dirhash = __esm({
  "src/go/network/dirhash.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
  }
});

// src/cache/layer/file-hash.ts
async function hashFile(path) {
  const worker = new import_node_worker_threads.Worker(hasher, { eval: true, workerData: path, execArgv: [] });
  return await new Promise((resolve3, reject) => {
    worker.once("message", resolve3);
    worker.once("error", reject);
    worker.once("exit", (code2) => reject(new Error(`the thread that hashes ${path} ended (${code2})`)));
  });
}
function hashSmallFile(path, chunk2) {
  const hash = (0, import_node_crypto5.createHash)("sha256");
  const file = (0, import_node_fs15.openSync)(path, "r");
  try {
    let bytes = 0;
    for (; ; ) {
      const read2 = (0, import_node_fs15.readSync)(file, chunk2, 0, chunk2.length, null);
      if (read2 === 0) return { sha256: hash.digest("hex"), bytes };
      hash.update(chunk2.subarray(0, read2));
      bytes += read2;
    }
  } finally {
    (0, import_node_fs15.closeSync)(file);
  }
}
var import_node_crypto5, import_node_fs15, import_node_worker_threads, hasher;
var init_file_hash = __esm({
  "src/cache/layer/file-hash.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    import_node_fs15 = require("node:fs");
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
function readModuleTree(gomodcache, path) {
  const download = downloadOf(gomodcache, path);
  const names = [];
  try {
    const wanted2 = (0, import_node_fs16.readFileSync)(`${download}.ziphash`, "utf8").trim();
    if ((0, import_node_fs16.lstatSync)(`${download}.partial`, { throwIfNoEntry: false }) !== void 0) return null;
    if (!listFiles((0, import_node_path20.join)(gomodcache, path), "", names)) return null;
    const name2 = unescaped(path);
    const sums = [];
    const files2 = names.sort().map((file) => {
      const { sha256, bytes } = hashSmallFile((0, import_node_path20.join)(gomodcache, path, file), chunk);
      sums.push({ name: `${name2}/${file}`, sha256 });
      return { path: file, bytes };
    });
    return hash1(sums) === wanted2 ? { path, bytes: files2.reduce((sum, { bytes }) => sum + bytes, 0), files: files2 } : null;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
function listFiles(root, prefix, files2) {
  for (const entry of (0, import_node_fs16.readdirSync)((0, import_node_path20.join)(root, prefix), { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!listFiles(root, `${prefix}${entry.name}/`, files2)) return false;
    } else if (entry.isFile()) files2.push(prefix + entry.name);
    else return false;
  }
  return true;
}
function unescaped(path) {
  return path.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
var import_node_fs16, import_node_path20, chunk;
var init_module_tree = __esm({
  "src/cache/modules/module-tree.ts"() {
    "use strict";
    import_node_fs16 = require("node:fs");
    import_node_path20 = require("node:path");
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
  for (const { path, bytes } of before.restored.values()) {
    const tree = moduleTreeOf(path);
    if (tree === null) continue;
    const files3 = byTree.get(tree) ?? [];
    if (files3.length === 0) byTree.set(tree, files3);
    files3.push({ path, bytes, isListed: needed.selected.has(tree) });
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
      const read2 = readModuleTree(gomodcache, tree);
      if (read2 === null) continue;
      for (const { path, bytes } of read2.files) files2.push({ path: `${tree}/${path}`, bytes, isListed });
      trees.set(tree, isListed);
    }
  }
  return { files: files2, trees, restored };
}
function isNew(file, startedMs) {
  return ((0, import_node_fs17.lstatSync)(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= startedMs;
}
function selectTreesWithoutZips(gomodcache, needed, before) {
  const { files: files2, trees, restored } = selectTrees(gomodcache, needed, before);
  const downloads2 = readDownloadedFiles(gomodcache).map((file) => ({
    ...file,
    isNew: file.mtimeMs >= before.startedMs && !before.restored.has(file.path)
  }));
  const zips = downloads2.filter(
    ({ kind, module: module2, isNew: isNew2 }) => kind === "zip" && (needed.selected.has(module2) || trees.has(module2) || isNew2)
  );
  const kept = zipsToKeep(
    zips.map(({ module: module2, path, isNew: isNew2 }) => ({
      module: module2,
      isListed: needed.selected.has(module2),
      isFetched: isNew2,
      wasRestored: before.restored.has(path),
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
      ...downloads2.filter(isKept).map(({ path, bytes, module: module2, kind }) => {
        const isText2 = kind === "mod" || kind === "info";
        return { path, bytes, isListed: needed.selected.has(module2) || isText2 && needed.known.has(module2) };
      })
    ],
    unneeded: downloads2.filter((file) => !isKept(file))
  };
}
var import_node_fs17;
var init_select_trees = __esm({
  "src/cache/modules/select-trees.ts"() {
    "use strict";
    import_node_fs17 = require("node:fs");
    init_downloaded_modules();
    init_mark_modules();
    init_module_tree();
    init_module_unit();
    init_zips_to_keep();
  }
});

// src/cache/modules/choose-modules.ts
async function chooseModules(request, { modules: modules2, build: build2, startedMs, hadTrees }, thrift, beganWith) {
  const { folder: folder2, key } = modules2;
  const caches = [folder2, build2.folder];
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
    listed: own.flatMap(({ path, isListed }) => isListed ? [path] : []),
    besides: own.flatMap(({ path, isListed }) => isListed ? [] : [path])
  };
  const day = Math.floor(Date.now() / msPerDay);
  return (known, needs) => {
    const plan = planModules({ files: known, needs }, job, own, thrift, day);
    const isOwn = new Map(own.map((file) => [file.path, file]));
    const kept = new Set(plan.files.map(({ path }) => path));
    return {
      files: plan.files.map(({ path, bytes }) => {
        const isNew2 = isOwn.has(path) && !known.has(path);
        const crc322 = moduleUnit(path) === path ? void 0 : known.get(path)?.crc32;
        return { path, bytes, isNew: isNew2, unusedFor: isOwn.has(path) ? 0 : 1, crc32: crc322 };
      }),
      swept: amountOf(unneeded.filter(({ path }) => !kept.has(path))),
      costsMs: /* @__PURE__ */ new Map(),
      reusedWorthMs: null,
      madeAnewCostMs: null,
      shared: { needs: plan.needs, worth: plan.worth }
    };
  };
}
function lacksFiles(folder2, { files: files2 }) {
  return files2.some(
    ({ path, bytes, unusedFor }) => unusedFor > 0 && (0, import_node_fs18.lstatSync)((0, import_node_path21.join)(folder2, path), { throwIfNoEntry: false })?.size !== bytes
  );
}
var import_node_fs18, import_node_path21, msPerDay;
var init_choose_modules = __esm({
  "src/cache/modules/choose-modules.ts"() {
    "use strict";
    import_node_fs18 = require("node:fs");
    import_node_path21 = require("node:path");
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

// src/cache/store/is-damage.ts
function isDamage(why) {
  return /\b(tar|unzstd|zstd|gzip)\b/.test(why);
}
var init_is_damage = __esm({
  "src/cache/store/is-damage.ts"() {
    "use strict";
  }
});

// src/cache/archive/join-newest.ts
async function joinNewest(restored, { plan, lacks, findNewest, open: open4 }) {
  const first = plan(restored.content);
  const own = restored.key === null ? [] : [restored.key];
  if (!first.worth.save) return { plan: first, after: restored.key, replaces: [] };
  const newest = await findNewest();
  if (newest === null || newest === restored.key && !lacks(first))
    return { plan: first, after: newest, replaces: own };
  const opened = await open4();
  const replaces = [.../* @__PURE__ */ new Set([...own, opened?.key ?? newest])];
  return { plan: opened === null ? first : plan(opened.content), after: opened?.key ?? newest, replaces };
}
var init_join_newest = __esm({
  "src/cache/archive/join-newest.ts"() {
    "use strict";
  }
});

// src/cache/archive/join-archive.ts
function knownOf(manifest) {
  return {
    entries: new Map((manifest?.entries ?? []).map((entry) => [entry.path, entry])),
    needs: manifest?.needs ?? noNeeds
  };
}
async function joinArchive({ store }, { kind, key, matchedKey, folder: folder2 }, known, choose2, root) {
  const look = { kind, root, key: key.key, prefixes: key.prefixes };
  let opened = false;
  const { plan, after: after5, replaces } = await joinNewest(
    { key: matchedKey, content: known },
    {
      plan: ({ entries, needs }) => {
        const selection = choose2(entries, needs);
        return { selection, worth: selection.shared?.worth ?? { save: true, why: "" } };
      },
      lacks: ({ selection }) => lacksFiles(folder2, selection),
      findNewest: async () => {
        const found = await store.find(look);
        if (found.outcome === "failed") throw new EnvironmentError(`cannot look up the newest archive: ${found.why}`);
        return found.outcome === "hit" ? found.matchedKey : null;
      },
      open: async () => {
        removeTree(root);
        (0, import_node_fs19.mkdirSync)(root, { recursive: true });
        const got = await store.fetch(look);
        if (got.outcome === "miss" || got.outcome === "failed" && isDamage(got.why)) return null;
        if (got.outcome === "failed") throw new EnvironmentError(`cannot read the newest archive: ${got.why}`);
        try {
          const manifest = kinds[kind].check((0, import_node_path22.join)(root, kind));
          opened = true;
          return { key: got.matchedKey, content: knownOf(manifest) };
        } catch (error) {
          if (!(error instanceof DamagedArchive)) throw error;
          return null;
        }
      }
    }
  );
  return { ...plan, replaces, after: after5 ?? "", from: opened ? [folder2, (0, import_node_path22.join)(root, kind)] : [folder2] };
}
var import_node_fs19, import_node_path22;
var init_join_archive = __esm({
  "src/cache/archive/join-archive.ts"() {
    "use strict";
    import_node_fs19 = require("node:fs");
    import_node_path22 = require("node:path");
    init_errors();
    init_kinds();
    init_choose_modules();
    init_module_needs();
    init_is_damage();
    init_damaged_archive();
    init_join_newest();
    init_staging();
  }
});

// src/cache/keys/of-same-job.ts
function ofSameJob(key, stored) {
  const index = key.parts.findIndex(({ name: name2 }) => name2 === "job");
  const prefix = key.parts.slice(0, index + 1).map(({ value }) => `${value}-`).join("");
  return stored.filter((one) => one.toLowerCase().startsWith(prefix.toLowerCase()));
}
var init_of_same_job = __esm({
  "src/cache/keys/of-same-job.ts"() {
    "use strict";
  }
});

// src/cache/save-policy.ts
function maySave(context) {
  const { save: save2, event, ref, defaultBranch, jobStatus } = context;
  const no = (why) => ({ save: false, why, onlyForNewAbovePercent: null });
  const yes = (why) => ({ save: true, why, onlyForNewAbovePercent: null });
  if (jobStatus !== "success") return no(`the job ended with ${jobStatus}`);
  if (save2 === "never" || save2 === "false") return no(`save is ${save2}`);
  if (save2 === "always" || save2 === "true") return yes(`save is ${save2}`);
  if (ref.startsWith("refs/tags/")) return no(`${ref} is a tag, and no other run can read what it saves`);
  if (event === "pull_request") return maySaveOfPullRequest(context);
  if (event === "merge_group")
    return no("the branch of a merge queue is deleted after its run, and its archives with it");
  if (!trusted.has(event))
    return no(`the event ${event} is not trusted to write a cache: a stranger may have triggered it`);
  if (event === "schedule" && defaultBranch === "") return yes("schedule runs on the default branch");
  if (defaultBranch === "") return no("the event does not name the default branch; to save here, set save: always");
  if (ref !== `refs/heads/${defaultBranch}`) return no(`${ref} is not the default branch ${defaultBranch}`);
  return yes(`${event} on the default branch`);
}
function maySaveOfPullRequest({ ref, repository, headRepository, action }) {
  const no = (why) => ({ save: false, why, onlyForNewAbovePercent: null });
  if (!ref.startsWith("refs/pull/")) return no(`${ref} is not the ref of a pull request`);
  if (action === "closed") return no("the pull request is closed, and no later run can read what it saves");
  if (headRepository === "" || headRepository.toLowerCase() !== repository.toLowerCase()) {
    return no(`the code comes from ${headRepository === "" ? "an unknown repository" : headRepository}`);
  }
  return {
    save: true,
    why: `a pull request of this repository, for its own later runs, when more than ${ownScopeAbovePercent} % is new`,
    onlyForNewAbovePercent: ownScopeAbovePercent
  };
}
function isWorthSaving(change) {
  const { hit, packedBytes, newBytes, deadBytes, refreshAbovePercent } = change;
  if (packedBytes === 0) return { save: false, why: "the job used nothing and made nothing" };
  if (hit === "miss") return { save: true, why: "there was no archive" };
  if (hit === "damaged") return { save: true, why: "the archive was damaged" };
  const percent = (bytes) => 100 * bytes / packedBytes;
  const anew = percent(newBytes);
  const dead = percent(deadBytes);
  const shares = `${anew.toFixed(1)} % of the bytes are new, ${dead.toFixed(1)} % of the old ones are dead`;
  if (Math.max(anew, dead) <= refreshAbovePercent) {
    return { save: false, why: `${shares}; neither is above ${refreshAbovePercent} %` };
  }
  return { save: true, why: hit === "exact" && anew > refreshAbovePercent ? `${shares}${sharedKey}` : shares };
}
var trusted, ownScopeAbovePercent, sharedKey;
var init_save_policy = __esm({
  "src/cache/save-policy.ts"() {
    "use strict";
    trusted = /* @__PURE__ */ new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);
    ownScopeAbovePercent = 50;
    sharedKey = ", though it is of this very commit: other jobs may have the same key, as where a reusable workflow is called twice; cache-key-suffix sets them apart";
  }
});

// src/cache/saved-caches.ts
function notSaved({ kind, why, key, generations }) {
  return {
    kind,
    saved: false,
    why,
    isFault: false,
    key: key.key,
    used: nothing,
    madeAnew: nothing,
    idle: nothing,
    swept: nothing,
    packed: nothing,
    archiveBytes: null,
    ms: 0,
    chooseMs: 0,
    reusedWorthMs: null,
    madeAnewCostMs: null,
    generations,
    replacesKeys: []
  };
}
var init_saved_caches = __esm({
  "src/cache/saved-caches.ts"() {
    "use strict";
    init_accounting();
  }
});

// src/cache/layer/choose/choose-build-layer.ts
function chooseBuildLayer(restored, startedMs, known, changes) {
  const entries = /* @__PURE__ */ new Map();
  for (const unit of known.values()) entries.set(unit.path, { ...unit, crc32: "", unusedFor: 0 });
  const { files: files2, swept, costsMs, reusedWorthMs, madeAnewCostMs } = chooseBuildEntries(restored, startedMs, entries);
  const anew = [];
  const reused = [];
  for (const { path, bytes, isNew: isNew2 } of files2) {
    const unit = { path, bytes, costMs: costsMs.get(path) ?? 0 };
    const isHashed = hashed.test(path);
    const isWritten = isNew2 && !isHashed && (0, import_node_fs20.existsSync)((0, import_node_path23.join)(changes, path));
    if (known.has(path) && !isWritten) reused.push(unit);
    else anew.push({ ...unit, files: [path] });
  }
  const made = amountOf(anew).bytes === 0 ? 0 : madeAnewCostMs;
  return { anew, reused, swept, reusedWorthMs, madeAnewCostMs: made };
}
var import_node_fs20, import_node_path23, hashed;
var init_choose_build_layer = __esm({
  "src/cache/layer/choose/choose-build-layer.ts"() {
    "use strict";
    import_node_fs20 = require("node:fs");
    import_node_path23 = require("node:path");
    init_accounting();
    init_choose_entries();
    hashed = /^[0-9a-f]{2}\/[0-9a-f]{64}-/;
  }
});

// src/cache/layer/choose/choose-module-layer.ts
async function chooseModuleLayer(request, caches, changes, known) {
  const [folder2 = ""] = caches;
  const { selected } = await findNeededModules(request, caches);
  const anew = [];
  const trees = new Set([...known.keys()].filter(isTree));
  const extracted = new Set(readModuleTrees(changes));
  for (const path of extracted) {
    if (known.has(path)) continue;
    const tree = readModuleTree(folder2, path);
    if (tree === null) continue;
    anew.push({ path, bytes: tree.bytes, costMs: 0, files: tree.files.map((file) => `${path}/${file.path}`) });
    trees.add(path);
  }
  for (const { path, module: module2, kind, bytes } of readDownloadedFiles(changes)) {
    if (known.has(path) || !(0, import_node_fs21.existsSync)((0, import_node_path24.join)(folder2, path))) continue;
    if (kind === "zip" && trees.has(module2) && extracted.has(module2)) continue;
    anew.push({ path, bytes, costMs: 0, files: [path] });
  }
  const wanted2 = new Set(selected);
  const versioned = new Set([...selected].map(pathOf));
  const isNeeded = (module2) => wanted2.has(module2) || !versioned.has(pathOf(module2));
  const units = [...known.values()];
  const reused = units.filter(({ path }) => isNeeded(moduleOf(path)));
  const swept = amountOf(units.filter(({ path }) => !isNeeded(moduleOf(path))));
  return { anew, reused, swept, reusedWorthMs: null, madeAnewCostMs: null };
}
function isTree(path) {
  return !path.startsWith(downloads);
}
function moduleOf(path) {
  const [, module2, version] = /^cache\/download\/(.+)\/@v\/(.+)\.(?:info|mod|zip|ziphash)$/.exec(path) ?? [];
  return module2 === void 0 ? path : `${module2}@${version}`;
}
function pathOf(module2) {
  return module2.slice(0, module2.lastIndexOf("@"));
}
var import_node_fs21, import_node_path24, downloads;
var init_choose_module_layer = __esm({
  "src/cache/layer/choose/choose-module-layer.ts"() {
    "use strict";
    import_node_fs21 = require("node:fs");
    import_node_path24 = require("node:path");
    init_accounting();
    init_downloaded_modules();
    init_module_tree();
    init_needed_modules();
    downloads = "cache/download/";
  }
});

// src/cache/layer/image-format.ts
function imageCommand(format, folder2, image, markMs, { files: files2, folders: folders2, blockBytes: blockBytes3 }) {
  const markS = String(Math.floor(markMs / 1e3));
  switch (format) {
    case "erofs":
      return ["mkfs.erofs", "--quiet", "-x-1", `-T${markS}`, image, folder2];
    case "squashfs": {
      const stored = ["-noI", "-noD", "-noF", "-noX"];
      const times = ["-all-time", markS, "-mkfs-time", markS];
      return ["mksquashfs", folder2, image, ...stored, ...times, "-no-xattrs", "-no-progress", "-quiet", "-noappend"];
    }
    case "ext4": {
      const inodes = files2 + folders2 + 64;
      const bytes = blockBytes3 + inodes * 256 + folders2 * 8192 + (4 << 20);
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
function carriesMark(format) {
  return format !== "ext4";
}
var imageFormats;
var init_image_format = __esm({
  "src/cache/layer/image-format.ts"() {
    "use strict";
    imageFormats = ["erofs", "squashfs", "ext4"];
  }
});

// src/cache/layer/layer-manifest.ts
function writeLayerManifest(folder2, { units, ...rest }) {
  const generations = rest.generations.slice(-rememberedGenerations);
  const head = { schema: 1, ...rest, generations, units: units.length };
  const lines2 = units.map(({ path, bytes, costMs }) => `${bytes} ${Math.round(costMs)} ${path}`);
  writeSealed((0, import_node_path25.join)(folder2, layerManifestName), head, lines2);
}
function readLayerManifest(folder2, kind) {
  const { head: first, lines: lines2 } = readSealed((0, import_node_path25.join)(folder2, layerManifestName));
  const head = safeParse(pipe(string(), parseJson(), headSchema2), first);
  if (!head.success) throw new DamagedArchive("its manifest has an unknown schema");
  const { schema: _, units, ...rest } = head.output;
  if (rest.kind !== kind) throw new DamagedArchive(`it holds ${rest.kind}, not ${kind}`);
  if (units !== lines2.length) throw new DamagedArchive("its manifest lists a wrong number of units");
  return { ...rest, units: lines2.map(parseUnit) };
}
function parseUnit(line) {
  const [, bytes, cost, path] = /^(\d+) (\d+) (.+)$/.exec(line) ?? [];
  if (path === void 0) throw new DamagedArchive("its manifest has a malformed line");
  return { path, bytes: Number(bytes), costMs: Number(cost) };
}
var import_node_path25, parentSchema, layerKinds, headSchema2, layerManifestName, imageName;
var init_layer_manifest = __esm({
  "src/cache/layer/layer-manifest.ts"() {
    "use strict";
    import_node_path25 = require("node:path");
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
      parents: array(parentSchema),
      generations: array(generationSchema),
      /** Whether the job that saved it knew what it used; if not, its generation counts all that was mounted. */
      recordedUse: optional(boolean(), true),
      units: number()
    });
    layerManifestName = "unlatch-layer";
    imageName = "image";
  }
});

// src/cache/layer/layer-plan.ts
function planLayer(change) {
  const { hit, liveBytes, newBytes, mountedBytes, layers, refreshAbovePercent, anyNewPays, ownScope } = change;
  const base = (save2, why) => ({ what: "base", save: save2, why });
  if (liveBytes === 0) return base(false, "the job used nothing and made nothing");
  if (hit === "miss") return base(true, "there was no layer");
  if (hit === "damaged") return base(true, "the layer was damaged");
  const dead = mountedBytes + newBytes - liveBytes;
  const anew = `${(100 * newBytes / liveBytes).toFixed(1)} % of the bytes are new`;
  const shares = `${anew}, and ${(100 * dead / (mountedBytes + newBytes)).toFixed(1)} % of all are dead`;
  const pays = newBytes > liveBytes * refreshAbovePercent / 100 || anyNewPays && newBytes > 0;
  const isDear = mountedBytes + (pays ? newBytes : 0) > mostMountedShare * liveBytes;
  if (isDear && !ownScope) return base(true, `${shares}: a new base is cheaper than ${layers} layers`);
  if (!pays) {
    return { what: "increment", save: false, why: `${shares}; not above ${refreshAbovePercent} % new` };
  }
  if (layers >= mostLayers) return base(true, `${shares}, and ${layers} layers are the most`);
  return { what: "increment", save: true, why: shares };
}
var mostLayers, mostMountedShare;
var init_layer_plan = __esm({
  "src/cache/layer/layer-plan.ts"() {
    "use strict";
    mostLayers = 6;
    mostMountedShare = 1.5;
  }
});

// src/cache/layer/pack-layer.ts
async function packImage(format, parts, content, scratch, image, markMs) {
  removeTree(scratch);
  try {
    const root = (0, import_node_path26.join)(scratch, content);
    (0, import_node_fs22.mkdirSync)(root, { recursive: true });
    const tree = new StagedTree(root);
    const staged = parts.flatMap(({ units, from }) => units.filter((unit) => tree.add(unit, from)));
    tree.protectFolders();
    await mustSucceed(imageCommand(format, scratch, image, markMs, tree.size));
    const { sha256, bytes } = await hashFile(image);
    return {
      units: staged.map(({ path, bytes: bytes2, costMs }) => ({ path, bytes: bytes2, costMs })),
      sha256,
      imageBytes: bytes
    };
  } finally {
    removeTree(scratch);
  }
}
function isThere2(path) {
  return (0, import_node_fs22.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
var import_node_fs22, import_node_path26, StagedTree;
var init_pack_layer = __esm({
  "src/cache/layer/pack-layer.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    import_node_path26 = require("node:path");
    init_errors();
    init_staging();
    init_file_hash();
    init_image_format();
    init_layer_command();
    StagedTree = class {
      #root;
      /** Each folder below the root, and the one of the cache that it stands for. */
      #folders = /* @__PURE__ */ new Map();
      #files = 0;
      #blockBytes = 0;
      constructor(root) {
        this.#root = root;
      }
      get size() {
        return { files: this.#files, folders: this.#folders.size + 2, blockBytes: this.#blockBytes };
      }
      /** @returns false when it is not there as it was chosen; nothing of it stays then. */
      add({ path, bytes, files: files2 }, from) {
        const source = from.find((folder2) => files2.every((file) => isThere2((0, import_node_path26.join)(folder2, file))));
        if (source === void 0) return false;
        let staged = 0;
        try {
          for (const file of files2) {
            const target = (0, import_node_path26.join)(this.#root, file);
            this.#ensure((0, import_node_path26.dirname)(file), source);
            linkOrCopy((0, import_node_path26.join)(source, file), target);
            const { size } = (0, import_node_fs22.lstatSync)(target);
            staged += size;
            this.#blockBytes += Math.ceil(size / 4096) * 4096;
          }
        } catch (error) {
          if (errnoOf(error) !== "ENOENT") throw error;
          staged = -1;
        }
        if (staged === bytes) {
          this.#files += files2.length;
          return true;
        }
        removeTree((0, import_node_path26.join)(this.#root, path));
        return false;
      }
      /** As in the cache, where go takes the right to write from the folders of a module. */
      protectFolders() {
        for (const [folder2, source] of [...this.#folders].reverse()) {
          const mode = (0, import_node_fs22.lstatSync)(source, { throwIfNoEntry: false })?.mode;
          if (mode !== void 0) (0, import_node_fs22.chmodSync)((0, import_node_path26.join)(this.#root, folder2), mode & 511);
        }
      }
      #ensure(folder2, source) {
        if (folder2 === "." || this.#folders.has(folder2)) return;
        this.#ensure((0, import_node_path26.dirname)(folder2), source);
        (0, import_node_fs22.mkdirSync)((0, import_node_path26.join)(this.#root, folder2), { recursive: true });
        this.#folders.set(folder2, (0, import_node_path26.join)(source, folder2));
      }
    };
  }
});

// src/cache/layer/save-layer.ts
async function saveLayer(job) {
  const begin = performance.now();
  const { request, restored, kind, layer, policy, busy: busy2 } = job;
  const cache = restored[kind];
  const unsaved = notSaved(cache);
  const place = layerPlace(request.stagingFolder, kind);
  const isMounted = layer.chain.length > 0;
  try {
    if (isMounted && !ownMounts(place).includes(layer.mountPoint)) {
      return { ...unsaved, why: `nothing was saved: ${layer.mountPoint} is no longer mounted` };
    }
    const known = /* @__PURE__ */ new Map();
    const mounted = layer.chain.map(
      (_, index) => readLayerManifest(keptLayerManifest(request.stagingFolder, kind, index), kind)
    );
    for (const unit of mounted.flatMap(({ units }) => units)) known.set(unit.path, unit);
    const changes = isMounted ? upperFolder(request.stagingFolder, kind, layer, cache.folder) : cache.folder;
    const choice = await choose(job, changes, known);
    const { anew, reused } = choice;
    const newBytes = amountOf(anew).bytes;
    const permission = maySave(policy);
    const plan = planLayer({
      hit: cache.hit,
      liveBytes: newBytes + amountOf(reused).bytes,
      newBytes,
      mountedBytes: amountOf([...known.values()]).bytes,
      layers: layer.chain.length,
      refreshAbovePercent: policy.refreshAbovePercent,
      anyNewPays: kind === "modules" && anew.some(({ path }) => isTree(path) || path.endsWith(".zip")),
      ownScope: permission.onlyForNewAbovePercent !== null
    });
    const chosen = {
      ...unsaved,
      ...accountsOf(choice),
      packed: amountOf(plan.what === "base" ? [...anew, ...reused] : anew),
      chooseMs: performance.now() - begin,
      ms: performance.now() - begin
    };
    if (!permission.save) return { ...chosen, why: permission.why };
    if (busy2 !== null) return { ...chosen, why: busy2 };
    if (request.savedKeys.includes(cache.key.key)) {
      return { ...chosen, why: "a later setup of this job has saved it" };
    }
    if (!plan.save) return { ...chosen, why: plan.why };
    const root = emptyRoot((0, import_node_path27.join)(request.stagingFolder, "new-layers"), kind);
    try {
      const to = (0, import_node_path27.join)(root, kind);
      (0, import_node_fs23.mkdirSync)(to);
      const parents = plan.what === "base" ? [] : layer.chain;
      const below = layer.chain.map((_, index) => (0, import_node_path27.join)(place, "layers", String(index), contentFolders[kind]));
      const parts = [{ units: anew, from: [cache.folder] }];
      if (plan.what === "base") parts.push({ units: withFiles(reused, below), from: below });
      const { format } = layer.tools;
      const markMs = markAt(Date.now());
      const image = (0, import_node_path27.join)(to, imageName);
      const packed = await packImage(format, parts, contentFolders[kind], (0, import_node_path27.join)(root, "scratch"), image, markMs);
      const key = keyOfLayer(cache.key.key, packed.sha256, parents);
      const savedAt = (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z");
      const live = amountOf([...anew, ...reused]);
      const generations = [...cache.generations, { savedAt, ...live, newBytes }];
      const { units, sha256, imageBytes } = packed;
      const mark = carriesMark(format) ? markMs : 0;
      writeLayerManifest(to, {
        kind,
        format,
        key,
        sha256,
        imageBytes,
        markMs: mark,
        parents: [...parents],
        generations,
        recordedUse: layer.recordsUse,
        units
      });
      const put = await request.store.put({ kind, root, key });
      const saved = put.outcome === "saved";
      return {
        ...chosen,
        packed: amountOf(units),
        saved,
        why: whyOf(put, plan),
        isFault: put.outcome === "failed",
        key,
        archiveBytes: put.outcome === "saved" ? put.archiveBytes : null,
        generations: saved ? generations : cache.generations,
        replacesKeys: saved && plan.what === "base" ? ofSameJob(
          cache.key,
          layer.chain.map((one) => one.key)
        ) : [],
        ms: performance.now() - begin
      };
    } finally {
      removeTree(root);
    }
  } catch (error) {
    return { ...unsaved, why: `nothing was saved: ${messageOf(error)}`, isFault: true, ms: performance.now() - begin };
  }
}
async function choose({ request, restored, kind }, changes, known) {
  const { modules: modules2, build: build2, startedMs } = restored;
  if (kind === "build") return chooseBuildLayer(build2, startedMs, known, changes);
  return await chooseModuleLayer(request, [modules2.folder, build2.folder], changes, known);
}
function accountsOf({ anew, reused, swept, reusedWorthMs, madeAnewCostMs }) {
  return { used: amountOf(reused), madeAnew: amountOf(anew), swept, reusedWorthMs, madeAnewCostMs };
}
function withFiles(units, layers) {
  return units.map((unit) => {
    const [module2 = ""] = /[^/]*@[^/]*$/.exec(unit.path) ?? [];
    if (module2 === "") return { ...unit, files: [unit.path] };
    const folder2 = layers.map((layer) => filesBelow2(layer, unit.path)).find((files2) => files2.length > 0);
    return { ...unit, files: folder2 ?? [unit.path] };
  });
}
function filesBelow2(root, folder2) {
  try {
    return (0, import_node_fs23.readdirSync)((0, import_node_path27.join)(root, folder2), { withFileTypes: true }).flatMap(
      (entry) => entry.isDirectory() ? filesBelow2(root, `${folder2}/${entry.name}`) : [`${folder2}/${entry.name}`]
    );
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
function whyOf(put, plan) {
  switch (put.outcome) {
    case "saved":
      return `${plan.what}: ${plan.why}`;
    case "moved":
      return "another job has saved meanwhile";
    default:
      return put.why;
  }
}
var import_node_fs23, import_node_path27;
var init_save_layer = __esm({
  "src/cache/layer/save-layer.ts"() {
    "use strict";
    import_node_fs23 = require("node:fs");
    import_node_path27 = require("node:path");
    init_errors();
    init_accounting();
    init_staging();
    init_mark_entries();
    init_of_same_job();
    init_save_policy();
    init_saved_caches();
    init_choose_build_layer();
    init_choose_module_layer();
    init_image_format();
    init_layer_key();
    init_layer_manifest();
    init_layer_plan();
    init_layer_state();
    init_mounted_layers();
    init_pack_layer();
  }
});

// src/cache/keys/key-facts.ts
var settingsSchema;
var init_key_facts = __esm({
  "src/cache/keys/key-facts.ts"() {
    "use strict";
    init_dist();
    init_errors();
    init_run_go();
    settingsSchema = record(string(), string());
  }
});

// src/process/errno-to-null.ts
function errnoToNull(read2) {
  try {
    return read2();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
var init_errno_to_null = __esm({
  "src/process/errno-to-null.ts"() {
    "use strict";
    init_errors();
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
function openPaths({ pid, uid }) {
  if (!isOpenToUs(uid)) return [];
  const fds = readNames(`/proc/${pid}/fd`) ?? [];
  const links = ["cwd", "exe", "root", ...fds.map((fd) => `fd/${fd}`)];
  return links.flatMap((link3) => readLink(`/proc/${pid}/${link3}`) ?? []);
}
function isAt(process2, folder2) {
  if (!isOpenToUs(process2.uid)) return false;
  const here = statOf(folder2);
  const there = statOf(`/proc/${process2.pid}/cwd`);
  if (here !== null && there !== null && here.dev === there.dev && here.ino === there.ino) return true;
  return openPaths(process2).some((path) => path === folder2 || path.startsWith(`${folder2}/`));
}
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
function hasProc() {
  return readText("/proc/self/stat") !== null;
}
function listProcesses() {
  const bootMs = bootTimeMs();
  return readPids().flatMap((pid) => readProcess(pid, bootMs) ?? []);
}
function readProcess(pid, bootMs = bootTimeMs()) {
  const stat4 = readStat(pid);
  if (stat4 === null || isDead(stat4)) return null;
  const uid = unreadableToNull(() => (0, import_node_fs24.lstatSync)(`/proc/${pid}`).uid);
  const cmdline = readText(`/proc/${pid}/cmdline`);
  if (uid === null || cmdline === null) return null;
  const exe = isOpenToUs(uid) ? readLink(`/proc/${pid}/exe`) : null;
  const line = cmdline.replace(/\0+$/, "").replaceAll("\0", " ");
  return {
    pid,
    parent: stat4.ppid,
    uid,
    name: exe === null ? stat4.name : (0, import_node_path28.basename)(exe.replace(/ \(deleted\)$/, "")),
    command: line === "" ? stat4.name : line,
    startTicks: stat4.startTicks,
    startedMs: bootMs + stat4.startTicks * msPerTick,
    container: containerOf(pid)
  };
}
function isSame2(process2) {
  return readProcess(process2.pid)?.startTicks === process2.startTicks;
}
function bootTimeMs() {
  return Number(/^btime (\d+)$/m.exec(readText("/proc/stat") ?? "")?.[1] ?? 0) * 1e3;
}
var import_node_fs24, import_node_path28;
var init_process_table = __esm({
  "src/process/proc/process-table.ts"() {
    "use strict";
    import_node_fs24 = require("node:fs");
    import_node_path28 = require("node:path");
    init_container_of();
    init_open_paths();
    init_read_proc();
    init_stat();
  }
});

// src/process/job-owner.ts
function isJobDead(folder2) {
  const note = errnoToNull(() => (0, import_node_fs25.readFileSync)(noteIn(folder2), "utf8"));
  const [, pid, start2] = /^(\d+) (\d+)\n$/.exec(note ?? "") ?? [];
  return pid !== void 0 && readProcess(Number(pid))?.startTicks !== Number(start2);
}
var import_node_fs25, import_node_path29, noteIn;
var init_job_owner = __esm({
  "src/process/job-owner.ts"() {
    "use strict";
    import_node_fs25 = require("node:fs");
    import_node_path29 = require("node:path");
    init_errno_to_null();
    init_process_table();
    noteIn = (folder2) => (0, import_node_path29.join)(folder2, "owner");
  }
});

// src/cache/layer/mount/mount-tools.ts
var init_mount_tools = __esm({
  "src/cache/layer/mount/mount-tools.ts"() {
    "use strict";
    init_errors();
    init_image_format();
    init_clear_layers();
    init_layer_command();
    init_mounted_layers();
  }
});

// src/cache/layer/mount/decide-mounts.ts
var init_decide_mounts = __esm({
  "src/cache/layer/mount/decide-mounts.ts"() {
    "use strict";
    init_errors();
    init_job_owner();
    init_kinds();
    init_layer_state();
    init_clear_layers();
    init_mount_tools();
  }
});

// src/settle-all.ts
var init_settle_all = __esm({
  "src/settle-all.ts"() {
    "use strict";
  }
});

// src/cache/layer/fetch-layers.ts
var init_fetch_layers = __esm({
  "src/cache/layer/fetch-layers.ts"() {
    "use strict";
    init_settle_all();
    init_damaged_archive();
    init_file_hash();
    init_layer_manifest();
  }
});

// src/cache/layer/mount/mount-point.ts
var init_mount_point = __esm({
  "src/cache/layer/mount/mount-point.ts"() {
    "use strict";
    init_errors();
    init_layer_state();
  }
});

// src/cache/layer/set-image-time.ts
var init_set_image_time = __esm({
  "src/cache/layer/set-image-time.ts"() {
    "use strict";
    init_errors();
  }
});

// src/cache/layer/restore-layer.ts
var restMs;
var init_restore_layer = __esm({
  "src/cache/layer/restore-layer.ts"() {
    "use strict";
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
function keptManifestFolder(stagingFolder, kind) {
  return (0, import_node_path30.join)(stagingFolder, `restored-${kind}`);
}
var import_node_path30;
var init_restore = __esm({
  "src/cache/restore.ts"() {
    "use strict";
    import_node_path30 = require("node:path");
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

// src/cache/save.ts
async function saveCaches(request, restored, policy, busy2 = noneBusy) {
  return await perKindAtOnce((kind) => {
    const { layer } = restored[kind];
    if (layer !== null && (kind === "modules" || kind === "build")) {
      return saveLayer({ request, restored, kind, layer, policy, busy: busy2[kind] });
    }
    return saveOne(
      request,
      restored[kind],
      policy,
      busy2[kind],
      (thrift, beganWith) => kinds[kind].choose(request, restored, thrift, beganWith)
    );
  });
}
async function saveOne(request, restored, policy, busy2, chooserOf) {
  const begin = performance.now();
  const { key, hit } = restored;
  const unsaved = notSaved(restored);
  if (hit === "off") return unsaved;
  try {
    const permission = maySave(policy);
    const thrift = {
      abovePercent: Math.max(policy.refreshAbovePercent, permission.onlyForNewAbovePercent ?? 0),
      onlyForNew: permission.onlyForNewAbovePercent !== null
    };
    const known = readKnown(request.stagingFolder, restored);
    const choose2 = await chooserOf(thrift, known.entries);
    const selection = choose2(known.entries, known.needs);
    const chosen = {
      ...unsaved,
      ...accountsOf2(selection),
      chooseMs: performance.now() - begin,
      ms: performance.now() - begin
    };
    if (!permission.save) return { ...chosen, why: permission.why };
    if (busy2 !== null) return { ...chosen, why: busy2 };
    if (selection.shared === null && request.savedKeys.includes(key.key)) {
      return { ...chosen, why: "a later setup of this job has saved it" };
    }
    const worth = worthOf(selection, known.entries, hit, thrift);
    if (!worth.save) return { ...chosen, why: worth.why };
    for (let joins = 0; joins < mostJoins; joins++) {
      const saved = await packAndPut(request, restored, { known, choose: choose2, selection, worth }, chosen);
      if (saved !== "moved") return { ...saved, ms: performance.now() - begin };
    }
    return { ...chosen, why: `nothing was saved: ${mostJoins} other jobs were faster`, isFault: true };
  } catch (error) {
    return { ...unsaved, why: `nothing was saved: ${messageOf(error)}`, isFault: true, ms: performance.now() - begin };
  }
}
async function packAndPut(request, restored, { known, choose: choose2, selection, worth }, chosen) {
  const { kind, key, folder: folder2 } = restored;
  const newestRoot = (0, import_node_path31.join)(request.stagingFolder, `newest-${kind}`);
  const root = emptyRoot(request.stagingFolder, kind);
  try {
    const joined = selection.shared === null ? { selection, replaces: replaced(restored), after: "", from: [folder2], worth } : await joinArchive(request, restored, known, choose2, newestRoot);
    if (!joined.worth.save) return { ...chosen, why: `${joined.worth.why}: another job has saved meanwhile` };
    const { files: files2, costsMs, shared } = joined.selection;
    const unusedForByPath = new Map(files2.map(({ path, unusedFor }) => [path, unusedFor]));
    const entries = stageFiles(files2, joined.from, (0, import_node_path31.join)(root, kind), kinds[kind].unitOf).map((entry) => ({
      ...entry,
      costMs: costsMs.get(entry.path) ?? 0,
      unusedFor: unusedForByPath.get(entry.path) ?? 0
    }));
    const accounts = accountsOf2(joined.selection);
    const generation = {
      savedAt: (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z"),
      ...amountOf(entries),
      newBytes: accounts.madeAnew.bytes
    };
    const generations = [...restored.generations, generation];
    const needs = shared?.needs;
    writeManifest((0, import_node_path31.join)(root, kind), { kind, generations, entries, needs });
    const saveKey = keyToSave(
      key,
      entries,
      needs === void 0 ? "" : joined.after + JSON.stringify(storeNeeds(needs, entries))
    );
    const after5 = shared === null ? void 0 : joined.after;
    const put = await request.store.put({ kind, root, key: saveKey, after: after5 });
    if (put.outcome === "moved") return "moved";
    const saved = put.outcome === "saved";
    return {
      ...chosen,
      ...accounts,
      saved,
      why: put.outcome === "saved" ? joined.worth.why : put.why,
      isFault: put.outcome === "failed",
      key: saveKey,
      archiveBytes: put.outcome === "saved" ? put.archiveBytes : null,
      generations: saved ? generations : restored.generations,
      replacesKeys: saved ? joined.replaces.filter((one) => one !== saveKey) : []
    };
  } finally {
    removeTree(root);
    removeTree(newestRoot);
  }
}
function accountsOf2({
  files: files2,
  swept,
  reusedWorthMs,
  madeAnewCostMs
}) {
  return {
    used: amountOf(files2.filter(({ isNew: isNew2, unusedFor }) => !isNew2 && unusedFor === 0)),
    madeAnew: amountOf(files2.filter(({ isNew: isNew2 }) => isNew2)),
    idle: amountOf(files2.filter(({ unusedFor }) => unusedFor > 0)),
    swept,
    packed: amountOf(files2),
    reusedWorthMs,
    madeAnewCostMs
  };
}
function worthOf({ files: files2, shared }, known, hit, { abovePercent, onlyForNew }) {
  if (shared !== null) return shared.worth;
  const kept = new Set(files2.map(({ path }) => path));
  return isWorthSaving({
    hit,
    packedBytes: amountOf(files2).bytes,
    newBytes: amountOf(files2.filter(({ isNew: isNew2 }) => isNew2)).bytes,
    deadBytes: onlyForNew ? 0 : amountOf([...known.values()].filter(({ path }) => !kept.has(path))).bytes,
    refreshAbovePercent: abovePercent
  });
}
function readKnown(stagingFolder, { kind, hit }) {
  if (hit !== "exact" && hit !== "prefix") return knownOf(null);
  try {
    return knownOf(readManifest(keptManifestFolder(stagingFolder, kind), kind));
  } catch (error) {
    if (!(error instanceof DamagedArchive)) throw error;
    return knownOf(null);
  }
}
function replaced({ key, matchedKey }) {
  return matchedKey === null ? [] : ofSameJob(key, [matchedKey]);
}
var import_node_path31, noneBusy, mostJoins;
var init_save = __esm({
  "src/cache/save.ts"() {
    "use strict";
    import_node_path31 = require("node:path");
    init_errors();
    init_accounting();
    init_damaged_archive();
    init_join_archive();
    init_manifest();
    init_staging();
    init_stored_needs();
    init_keys();
    init_of_same_job();
    init_kind();
    init_kinds();
    init_save_layer();
    init_restore();
    init_save_policy();
    init_saved_caches();
    noneBusy = perKind(() => null);
    mostJoins = 50;
  }
});

// src/process/describe-process.ts
function describeProcess(process2, nowMs) {
  const seconds2 = Math.max(0, Math.round((nowMs - process2.startedMs) / 1e3));
  const age = seconds2 < 120 ? `${seconds2} s` : seconds2 < 7200 ? `${Math.round(seconds2 / 60)} min` : `${Math.round(seconds2 / 3600)} h`;
  const inside = process2.container === null ? "" : `, in container ${process2.container}`;
  return `pid ${process2.pid} (${clipCommand(process2.command)}), ${age} old${inside}`;
}
function clipCommand(command) {
  const line = command.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}\u2026` : line;
}
var init_describe_process = __esm({
  "src/process/describe-process.ts"() {
    "use strict";
  }
});

// src/process/proc/flock-holders.ts
function holdersOf(identities) {
  const found = /* @__PURE__ */ new Map();
  if (identities.size === 0) return found;
  for (const process2 of listProcesses()) {
    for (const identity of identitiesLockedBy(process2.pid)) {
      if (!identities.has(identity)) continue;
      found.set(identity, [...found.get(identity) ?? [], process2]);
    }
  }
  return found;
}
async function awaitNoHolders(root, timeoutMs5, signal) {
  const path = unreadableToNull(() => (0, import_node_fs26.realpathSync)(root));
  if (path === null) return [];
  const deadlineMs = performance.now() + timeoutMs5;
  for (; ; ) {
    const holders = listProcesses().filter(({ pid }) => holdsBelow(pid, path));
    if (holders.length === 0 || performance.now() >= deadlineMs || signal?.aborted) return holders;
    await (0, import_promises6.setTimeout)(pollMs2);
  }
}
function holdsBelow(pid, root) {
  return lockedDescriptors(pid).some((fd) => {
    const path = readLink(`/proc/${pid}/fd/${fd}`);
    return path === root || path?.startsWith(`${root}/`) === true;
  });
}
function identitiesLockedBy(pid) {
  return identitiesOf(pid, lockedDescriptors(pid));
}
function identitiesOf(pid, fds) {
  const stats = fds.map((fd) => statOf(`/proc/${pid}/fd/${fd}`));
  return new Set(stats.flatMap((stat4) => stat4 === null ? [] : `${stat4.dev}:${stat4.ino}`));
}
function lockedDescriptors(pid) {
  return (readNames(`/proc/${pid}/fdinfo`) ?? []).filter(
    (fd) => /^lock:\s.*FLOCK/m.test(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "")
  );
}
var import_node_fs26, import_promises6, pollMs2;
var init_flock_holders = __esm({
  "src/process/proc/flock-holders.ts"() {
    "use strict";
    import_node_fs26 = require("node:fs");
    import_promises6 = require("node:timers/promises");
    init_process_table();
    init_read_proc();
    pollMs2 = 100;
  }
});

// src/process/end-tree.ts
async function endTree(pid, uid) {
  if (!hasProc()) throw new UserError("--end needs /proc, which this system lacks; end the process yourself");
  const target = readProcess(pid);
  if (target === null) return [];
  const named = `pid ${pid} (${clipCommand(target.command)})`;
  if (target.uid !== uid)
    throw new UserError(`--end ${pid}: ${named} belongs to user ${target.uid}, and you are user ${uid}`);
  if (!/^(?:go|gopls|git)(?:[-.\d].*)?$/.test(target.name)) {
    throw new UserError(`--end ${pid}: ${named} is not a go, gopls or git; end it yourself if you mean it`);
  }
  const all = listProcesses();
  if (processTree(target, all).some((process2) => process2.pid === globalThis.process.pid)) {
    throw new UserError(`--end ${pid}: ${named} started this unlatch`);
  }
  const ended2 = /* @__PURE__ */ new Map();
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    const deadlineMs = performance.now() + graceMs2;
    for (; ; ) {
      const known = [target, ...ended2.values()].filter(isSame2);
      const now = listProcesses();
      const living = unique([...known, ...known.flatMap((process2) => processTree(process2, now))]).filter(
        (one) => one.uid === uid
      );
      if (living.length === 0) return [...ended2.values()];
      for (const process2 of living) {
        const fresh = !ended2.has(keyOf(process2));
        ended2.set(keyOf(process2), process2);
        if (fresh || signal === "SIGKILL") send(process2, signal);
      }
      if (performance.now() > deadlineMs) break;
      await (0, import_promises7.setTimeout)(pollMs3);
    }
  }
  throw new UserError(
    `--end ${pid}: ${named} does not end; it is blocked in the kernel, perhaps by a hanging filesystem`
  );
}
function processTree(process2, all) {
  const children = all.filter((one) => one.parent === process2.pid);
  return [process2, ...children.flatMap((child) => processTree(child, all))];
}
function unique(processes) {
  return [...new Map(processes.map((process2) => [keyOf(process2), process2])).values()];
}
function keyOf({ pid, startTicks }) {
  return `${pid}:${startTicks}`;
}
function send(to, signal) {
  if (!isSame2(to)) return;
  try {
    process.kill(to.pid, signal);
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}
var import_promises7, graceMs2, pollMs3;
var init_end_tree = __esm({
  "src/process/end-tree.ts"() {
    "use strict";
    import_promises7 = require("node:timers/promises");
    init_errors();
    init_describe_process();
    init_process_table();
    graceMs2 = 5e3;
    pollMs3 = 50;
  }
});

// src/clean/clean-item.ts
function ended(one, outcome, why) {
  const { path, kind, reason, bytes } = one;
  return { path, kind, reason, bytes, outcome, why, holders: [] };
}
function busy(one, holders) {
  const nowMs = Date.now();
  const named = holders.map((process2) => describeProcess(process2, nowMs));
  const by = named.length === 0 ? "a process that is not visible from here (another user or container)" : named.join("; ");
  return {
    ...ended(one, "busy", `held by ${by}`),
    holders: holders.map(({ pid, command, startedMs, container }) => ({
      pid,
      command,
      ageMs: Math.max(0, nowMs - startedMs),
      container
    }))
  };
}
function codeOf(error) {
  const code2 = errnoOf(error);
  if (code2 === void 0) throw error;
  return code2;
}
function outcomeOf(code2) {
  if (code2 === "ENOENT" || code2 === "ENOTDIR") return ["gone", null];
  return ["failed", words.get(code2) ?? `the system returned ${code2}`];
}
var words;
var init_clean_item = __esm({
  "src/clean/clean-item.ts"() {
    "use strict";
    init_errors();
    init_describe_process();
    words = /* @__PURE__ */ new Map([
      ["EACCES", "not permitted; the files belong to another user, or their folder is read-only"],
      ["EPERM", "not permitted; the files belong to another user, or their folder is read-only"],
      ["EROFS", "the filesystem is read-only"],
      ["EXDEV", "something else is mounted below it"],
      ["EBUSY", "something is mounted on it"],
      ["ELOOP", "its lock file is not a regular file, or its path has a symlink"],
      ["ENOTEMPTY", "something was written into it meanwhile"]
    ]);
  }
});

// src/clean/own-mountinfo.ts
function ownMountinfo() {
  return errnoToNull(() => (0, import_node_fs27.readFileSync)("/proc/self/mountinfo", "utf8")) ?? "";
}
var import_node_fs27;
var init_own_mountinfo = __esm({
  "src/clean/own-mountinfo.ts"() {
    "use strict";
    import_node_fs27 = require("node:fs");
    init_errno_to_null();
  }
});

// src/clean/residue.ts
function planClean(candidates, nowMs, uid) {
  const residue = [];
  const kept = [];
  for (const candidate of candidates) {
    const { path, kind, bytes } = candidate;
    if ((kind === "zip" || kind === "mod") && (bytes > 0 || candidate.type !== "file")) continue;
    const why = whyKept(candidate, nowMs, uid);
    if (why === null) residue.push({ path, kind, reason: reasons[kind], bytes, candidate });
    else kept.push({ path, kind, why });
  }
  return { residue, kept };
}
function whyKept(candidate, nowMs, uid) {
  const { kind, type, use, sharedBy } = candidate;
  if (type !== wanted[kind]) return `not a ${wanted[kind]}`;
  if (candidate.uid !== uid) return `belongs to user ${candidate.uid}`;
  if (use !== null) return use;
  const restedMs = nowMs - candidate.modifiedMs;
  const dueMs = restMs2[kind] ?? 0;
  if (dueMs > 0 && restedMs < dueMs) return `modified less than ${dueMs / minuteMs} min ago`;
  if (sharedBy !== null && restedMs < sharedRestMs) {
    return `on ${sharedBy}, which may hide locks of other machines, and modified less than a day ago`;
  }
  return null;
}
function kindOf(place, name2) {
  switch (place) {
    case "versions": {
      const [, version = null, suffix] = marked.exec(name2) ?? [];
      if (suffix === "partial" || suffix === "zip" || suffix === "mod") return { kind: suffix, version };
      const of = zipTemp.exec(name2)?.[1];
      if (of !== void 0) return { kind: "zip-temp", version: of };
      return writeTemp.test(name2) ? { kind: "write-temp", version: null } : null;
    }
    case "repository":
      return gitLocks.has(name2) ? { kind: "git-lock", version: null } : null;
    case "packs":
      return packTemp.test(name2) ? { kind: "git-temp", version: null } : null;
    case "gocache":
      return trimTemp.test(name2) ? { kind: "write-temp", version: null } : null;
    case "entries":
      return name2.length > 66 && entryTemp.test(name2) ? { kind: "write-temp", version: null } : null;
    case "temporary":
      if (socket.test(name2)) return { kind: "daemon-socket", version: null };
      if (workFolder.test(name2)) return { kind: "work-folder", version: null };
      if (workFile.test(name2)) return { kind: "work-file", version: null };
      return isPidFile(name2) ? { kind: "pid-file", version: null } : null;
    case "gopls-cache":
      return isPidFile(name2) ? { kind: "pid-file", version: null } : null;
  }
}
function isPidFile(name2) {
  return /^gopls(?:[-.]\w+)*\.pid$/.test(name2);
}
var reasons, wanted, minuteMs, restMs2, sharedRestMs, temporary, zipTemp, writeTemp, marked, trimTemp, entryTemp, gitLocks, packTemp, socket, workFolder, workFile;
var init_residue = __esm({
  "src/clean/residue.ts"() {
    "use strict";
    reasons = {
      "zip-temp": "an unfinished download",
      partial: "the marker of an extraction that left nothing else",
      zip: "an empty zip: go takes it for the module and fails",
      mod: "an empty go.mod: go takes it for the real one and fails",
      "write-temp": "an unfinished file, left before its rename",
      "git-lock": "the lock file of a killed git: the next git fails on it",
      "git-temp": "an unfinished git pack",
      "daemon-socket": "the socket of a gopls daemon that is gone",
      "pid-file": "it names a process that is gone",
      "work-folder": "a work folder of a go or gopls that is gone",
      "work-file": "a temporary file of a go that is gone"
    };
    wanted = {
      "zip-temp": "file",
      partial: "file",
      zip: "file",
      mod: "file",
      "write-temp": "file",
      "git-lock": "file",
      "git-temp": "file",
      "daemon-socket": "socket",
      "pid-file": "file",
      "work-folder": "folder",
      "work-file": "file"
    };
    minuteMs = 6e4;
    restMs2 = {
      "write-temp": minuteMs,
      "git-temp": 10 * minuteMs,
      "work-folder": 10 * minuteMs,
      "work-file": 10 * minuteMs
    };
    sharedRestMs = 24 * 60 * minuteMs;
    temporary = String.raw`(?:\d+\.tmp|\.tmp\d+)`;
    zipTemp = new RegExp(String.raw`^(v.+)\.zip(?:hash)?${temporary}$`);
    writeTemp = new RegExp(String.raw`^(?:v.+\.(?:info|mod)|list)${temporary}$`);
    marked = /^(v.+)\.(partial|zip|mod)$/;
    trimTemp = new RegExp(String.raw`^(?:trim|testexpire)\.txt${temporary}$`);
    entryTemp = /^[0-9a-f]{64}-[ad](?:\d*\.tmp|\.tmp\d*)$/;
    gitLocks = new Set(
      ["shallow", "config", "packed-refs", "index", "HEAD"].map((name2) => `${name2}.lock`)
    );
    packTemp = /^(?:tmp_(?:pack|idx|rev|mtimes)_\w+|\.tmp-\d+-pack-.+)$/;
    socket = /^gopls-[0-9a-f]{6}-daemon\..+$/;
    workFolder = /^(?:go-build\d+|gopls-tempmod\d+|gopls-\d+\.details\d+)$/;
    workFile = /^(?:go-codehost-\d+|go-readzip-\d+\.zip)$/;
  }
});

// src/process/is-alive.ts
function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) !== "ESRCH";
  }
  const stat4 = readStat(pid);
  return stat4 === null || !isDead(stat4);
}
var init_is_alive = __esm({
  "src/process/is-alive.ts"() {
    "use strict";
    init_errors();
    init_stat();
  }
});

// src/process/is-listening.ts
function isListening(path) {
  return new Promise((resolve3) => {
    const socket2 = (0, import_node_net.connect)({ path });
    const end3 = (answer) => {
      socket2.destroy();
      resolve3(answer);
    };
    socket2.setTimeout(timeoutMs, () => end3(null));
    socket2.once("connect", () => end3(true));
    socket2.once("error", (error) => end3(errnoOf(error) === "ECONNREFUSED" ? false : null));
  });
}
var import_node_net, timeoutMs;
var init_is_listening = __esm({
  "src/process/is-listening.ts"() {
    "use strict";
    import_node_net = require("node:net");
    init_errors();
    timeoutMs = 2e3;
  }
});

// src/clean/uses.ts
async function withUses(found, mounts) {
  let all = null;
  const processes = () => {
    all ??= listProcesses();
    return all;
  };
  let open4 = null;
  const opener = (path) => {
    open4 ??= openFiles(processes());
    return open4.get(path);
  };
  const candidates = [];
  for (const entry of found) candidates.push({ ...entry, use: await useOf(entry, mounts, processes, opener) });
  return candidates;
}
async function useOf({ kind, path, tree, modifiedMs, type }, mounts, processes, opener) {
  switch (kind) {
    case "partial":
      return tree !== null && (0, import_node_fs28.lstatSync)(tree, { throwIfNoEntry: false }) !== void 0 ? halfExtracted : null;
    case "write-temp":
    case "work-file": {
      const process2 = opener(path);
      return process2 === void 0 ? null : `open in pid ${process2.pid} (${clipCommand(process2.command)})`;
    }
    case "work-folder": {
      if ([...mounts].some((mount) => mount.startsWith(`${path}/`))) return "something is mounted in it";
      const process2 = processes().find((one) => owns(one, path, modifiedMs));
      return process2 === void 0 ? null : `may belong to pid ${process2.pid} (${clipCommand(process2.command)})`;
    }
    case "pid-file":
      return type === "file" ? pidUse(path) : null;
    case "daemon-socket":
      return type !== "socket" || await isListening(path) === false ? null : "a daemon listens on it, or may";
    default:
      return null;
  }
}
function owns(process2, folder2, modifiedMs) {
  const ofGopls = /gopls-(\d+)\.details/.exec((0, import_node_path32.basename)(folder2))?.[1];
  if (ofGopls !== void 0) return process2.pid === Number(ofGopls);
  const older = process2.startedMs <= modifiedMs + 2e3;
  if (/^(?:go|gopls)(?:[\d.].*)?$/.test(process2.name) && older) return true;
  return process2.command.includes(folder2) || isAt(process2, folder2);
}
function openFiles(processes) {
  return new Map(processes.flatMap((process2) => openPaths(process2).map((path) => [path, process2])));
}
function pidUse(path) {
  const pid = /^\s*(\d{1,9})\s*$/.exec(headOf(path))?.[1];
  if (pid === void 0) return "it contains no process id";
  return isAlive(Number(pid)) ? `process ${pid} is alive` : null;
}
function headOf(path) {
  try {
    const fd = (0, import_node_fs28.openSync)(path, import_node_fs28.constants.O_RDONLY | import_node_fs28.constants.O_NOFOLLOW | import_node_fs28.constants.O_NONBLOCK);
    try {
      const head = Buffer.alloc(64);
      return head.toString("latin1", 0, (0, import_node_fs28.readSync)(fd, head));
    } finally {
      (0, import_node_fs28.closeSync)(fd);
    }
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_node_fs28, import_node_path32, halfExtracted;
var init_uses = __esm({
  "src/clean/uses.ts"() {
    "use strict";
    import_node_fs28 = require("node:fs");
    import_node_path32 = require("node:path");
    init_errors();
    init_describe_process();
    init_is_alive();
    init_is_listening();
    init_open_paths();
    init_process_table();
    halfExtracted = "go needs it: the module that it marks is half extracted, and go extracts it again";
  }
});

// src/clean/list-caches.ts
async function listCaches(roots) {
  const found = [];
  const unread = [];
  const mounts = mountPoints();
  for (const root of roots) {
    const stat4 = statOf2(root.path, unread);
    if (stat4 === null) continue;
    const walk2 = { root, device: stat4.dev, mounts, found, unread };
    if (root.kind === "gomodcache") listModules(walk2);
    else if (root.kind === "gocache" || root.kind === "lint-cache") listBuilds(walk2);
    else listTemporary(walk2);
  }
  return { candidates: await withUses(found, mounts), unread };
}
function listModules(walk2) {
  const cache = (0, import_node_path33.join)(walk2.root.path, "cache");
  if (!isInside(walk2, cache)) return;
  const pending = [(0, import_node_path33.join)(cache, "download")];
  const database = (0, import_node_path33.join)(cache, "download", "sumdb");
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    if (at === database || !isInside(walk2, at)) continue;
    const versions = (0, import_node_path33.basename)(at) === "@v";
    for (const entry of entriesOf2(walk2, at)) {
      if (!versions && (entry.isDirectory() || isUnknown(entry))) pending.push((0, import_node_path33.join)(at, entry.name));
      else if (versions) addVersionFile(walk2, at, entry.name);
    }
  }
  listRepositories(walk2, (0, import_node_path33.join)(cache, "vcs"));
}
function addVersionFile(walk2, folder2, name2) {
  const match = kindOf("versions", name2);
  if (match === null) return;
  const { kind, version } = match;
  const module2 = folder2.slice((0, import_node_path33.join)(walk2.root.path, "cache", "download").length + 1, -"/@v".length);
  add(walk2, (0, import_node_path33.join)(folder2, name2), kind, {
    lock: version === null ? null : (0, import_node_path33.join)(folder2, `${version}.lock`),
    tree: kind === "partial" ? (0, import_node_path33.join)(walk2.root.path, `${module2}@${version}`) : null
  });
}
function listRepositories(walk2, vcs) {
  if (!isInside(walk2, vcs)) return;
  for (const entry of entriesOf2(walk2, vcs)) {
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const repository = (0, import_node_path33.join)(vcs, entry.name);
    const lock = `${repository}.lock`;
    addMatches(walk2, repository, "repository", lock);
    const objects = (0, import_node_path33.join)(repository, "objects");
    if (isInside(walk2, repository) && isInside(walk2, objects)) addMatches(walk2, (0, import_node_path33.join)(objects, "pack"), "packs", lock);
  }
}
function listBuilds(walk2) {
  addMatches(walk2, walk2.root.path, "gocache", null);
  for (let prefix = 0; prefix < 256; prefix++) {
    addMatches(walk2, (0, import_node_path33.join)(walk2.root.path, prefix.toString(16).padStart(2, "0")), "entries", null);
  }
}
function listTemporary(walk2) {
  const { kind, path } = walk2.root;
  addMatches(walk2, path, kind === "temporary" ? "temporary" : "gopls-cache", null);
  if (kind === "temporary") return;
  for (const entry of entriesOf2(walk2, path)) {
    if (/^[0-9a-f]{8}$/.test(entry.name)) addMatches(walk2, (0, import_node_path33.join)(path, entry.name), "gopls-cache", null);
  }
}
function addMatches(walk2, folder2, place, lock) {
  if (!isInside(walk2, folder2)) return;
  for (const name2 of namesOf(walk2, folder2)) {
    const kind = kindOf(place, name2)?.kind;
    if (kind !== void 0) add(walk2, (0, import_node_path33.join)(folder2, name2), kind, { lock, tree: null });
  }
}
function add(walk2, path, kind, { lock, tree }) {
  const stat4 = statOf2(path, walk2.unread);
  if (stat4 === null || (kind === "zip" || kind === "mod") && stat4.size > 0) return;
  walk2.found.push({
    path,
    root: walk2.root.path,
    kind,
    type: typeOf(stat4),
    bytes: kind === "work-folder" && stat4.isDirectory() ? bytesBelow(walk2, path) : stat4.size,
    modifiedMs: stat4.mtimeMs,
    uid: stat4.uid,
    identity: identityOf(stat4),
    lock,
    tree,
    sharedBy: walk2.root.sharedBy
  });
}
function identityOf(stat4) {
  return `${stat4.dev}:${stat4.ino}`;
}
function typeOf(stat4) {
  return stat4.isFile() ? "file" : stat4.isDirectory() ? "folder" : stat4.isSocket() ? "socket" : "other";
}
function bytesBelow(walk2, folder2) {
  let bytes = 0;
  const pending = [folder2];
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    if (!isInside(walk2, at)) continue;
    for (const entry of entriesOf2(walk2, at)) {
      const path = (0, import_node_path33.join)(at, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) bytes += statOf2(path, walk2.unread)?.size ?? 0;
    }
  }
  return bytes;
}
function isInside(walk2, path) {
  const stat4 = statOf2(path, walk2.unread);
  return stat4?.isDirectory() === true && stat4.dev === walk2.device && (path === walk2.root.path || !walk2.mounts.has(path));
}
function statOf2(path, unread) {
  return read(path, unread, () => (0, import_node_fs29.lstatSync)(path, { throwIfNoEntry: false }) ?? null);
}
function namesOf({ unread }, folder2) {
  return read(folder2, unread, () => (0, import_node_fs29.readdirSync)(folder2)) ?? [];
}
function entriesOf2({ unread }, folder2) {
  return read(folder2, unread, () => (0, import_node_fs29.readdirSync)(folder2, { withFileTypes: true })) ?? [];
}
function read(path, unread, from) {
  try {
    return from();
  } catch (error) {
    const code2 = errnoOf(error);
    if (code2 === void 0) throw error;
    if (code2 !== "ENOENT" && code2 !== "ENOTDIR") unread.push({ path, code: code2 });
    return null;
  }
}
function isUnknown(entry) {
  return !(entry.isFile() || entry.isDirectory() || entry.isSymbolicLink() || entry.isSocket() || entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice());
}
function mountPoints() {
  return new Set(parseMountinfo(ownMountinfo()).map(({ mountPoint }) => mountPoint));
}
var import_node_fs29, import_node_path33;
var init_list_caches = __esm({
  "src/clean/list-caches.ts"() {
    "use strict";
    import_node_fs29 = require("node:fs");
    import_node_path33 = require("node:path");
    init_errors();
    init_mounts();
    init_own_mountinfo();
    init_residue();
    init_uses();
  }
});

// src/clean/locks.ts
function locker(env) {
  let left = helpers;
  let worked = null;
  async function tryAll(fds) {
    if (fds.length === 0) return [];
    const [helper] = left;
    if (helper === void 0) return fds.map(() => "no-helper");
    const inherited = fds.map((_, index) => `${index + 3}`);
    const output = await outputOf([...batch[helper], ...inherited], fds, env);
    const status = new Map(output.split("\n").map((line) => line.split(" ")));
    const missing = inherited.some((fd) => status.get(fd) === void 0 || status.get(fd) === "127");
    if (missing) {
      left = left.slice(1);
      return await tryAll(fds);
    }
    worked = helper;
    return inherited.map((fd) => {
      const ended2 = status.get(fd);
      return ended2 === "0" ? "taken" : ended2 === "1" ? "busy" : "unsupported";
    });
  }
  async function wait(fd, waitMs, signal) {
    const [helper] = left;
    if (helper === void 0) return "no-helper";
    const [command = helper, ...args] = waiting[helper];
    const child = start(command, args, [fd], env);
    const timer = setTimeout(() => child.kill("SIGKILL"), waitMs);
    const stop = () => child.kill("SIGKILL");
    signal?.addEventListener("abort", stop);
    if (signal?.aborted === true) stop();
    try {
      const code2 = await endOf(child);
      return code2 === 0 ? "taken" : code2 === null ? "busy" : "unsupported";
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }
  return { helper: () => worked, tryAll, wait };
}
function start(command, args, fds, env) {
  return (0, import_node_child_process3.spawn)(command, args, { stdio: ["ignore", "pipe", "ignore", ...fds], env: { ...env }, cwd: "/" });
}
async function outputOf(line, fds, env) {
  const [command = "", ...args] = line;
  const child = start(command, args, fds, env);
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text2) => {
    output += text2;
  });
  return await endOf(child) === "no-command" ? "" : output;
}
function endOf(child) {
  return new Promise((resolve3) => {
    child.once("error", () => resolve3("no-command"));
    child.once("close", (code2) => resolve3(code2));
  });
}
var import_node_child_process3, batch, waiting, batchSize, helpers;
var init_locks = __esm({
  "src/clean/locks.ts"() {
    "use strict";
    import_node_child_process3 = require("node:child_process");
    batch = {
      flock: ["sh", "-c", 'for fd; do flock -n -x "$fd" 2>/dev/null; echo "$fd $?"; done', "sh"],
      perl: [
        "perl",
        "-e",
        'for (@ARGV) { my $f; my $ok = open($f, "+<&=", $_) && flock($f, 6); print $_, " ", $ok ? 0 : $!{EWOULDBLOCK} ? 1 : 2, "\\n" }'
      ],
      python3: [
        "python3",
        "-c",
        `import fcntl, sys
for fd in sys.argv[1:]:
    try:
        fcntl.flock(int(fd), fcntl.LOCK_EX | fcntl.LOCK_NB)
        print(fd, 0)
    except BlockingIOError:
        print(fd, 1)
    except OSError:
        print(fd, 2)`
      ]
    };
    waiting = {
      flock: ["flock", "-x", "3"],
      perl: ["perl", "-e", 'my $f; open($f, "+<&=", 3) && flock($f, 2) or exit 2'],
      python3: ["python3", "-c", "import fcntl; fcntl.flock(3, fcntl.LOCK_EX)"]
    };
    batchSize = 7;
    helpers = ["flock", "perl", "python3"];
  }
});

// src/clean/folder.ts
function openFolder(path) {
  return held((0, import_node_fs30.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), path);
}
function pathIn(folder2, name2) {
  return linux ? `/proc/self/fd/${folder2.fd}/${name2}` : (0, import_node_path34.join)(folder2.path, name2);
}
function openIn(folder2, name2) {
  let fd;
  try {
    fd = (0, import_node_fs30.openSync)(pathIn(folder2, name2), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === "ELOOP" || errnoOf(error) === "ENOTDIR") return null;
    throw error;
  }
  const inner = held(fd, (0, import_node_path34.join)(folder2.path, name2));
  if (inner.mount === folder2.mount) return inner;
  inner[Symbol.dispose]();
  return null;
}
function openBelow(root, path) {
  const steps = (0, import_node_path34.relative)(root.path, path).split("/").filter((step) => step !== "");
  if (steps.includes("..")) return null;
  let at = held((0, import_node_fs30.openSync)(pathIn(root, "."), O_RDONLY | O_DIRECTORY), root.path);
  for (const step of steps) {
    var _stack = [];
    try {
      const outer = __using(_stack, at);
      const inner = openIn(outer, step);
      if (inner === null) return null;
      at = inner;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return at;
}
function removeIn(folder2, name2, isReadOnly = false) {
  const inner = openIn(folder2, name2);
  if (inner === null) throw otherMount((0, import_node_path34.join)(folder2.path, name2));
  {
    var _stack = [];
    try {
      const open4 = __using(_stack, inner);
      if (isReadOnly) (0, import_node_fs30.fchmodSync)(open4.fd, 448);
      for (const entry of (0, import_node_fs30.readdirSync)(pathIn(open4, "."), { encoding: "buffer" })) removeEntry(open4, entry, isReadOnly);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  (0, import_node_fs30.rmdirSync)(pathIn(folder2, name2));
}
function removeEntry(folder2, name2, isReadOnly) {
  const path = Buffer.concat([Buffer.from(pathIn(folder2, "")), name2]);
  const stat4 = (0, import_node_fs30.lstatSync)(path, { throwIfNoEntry: false });
  if (stat4 === void 0) return;
  const text2 = name2.toString();
  if (!stat4.isDirectory()) (0, import_node_fs30.unlinkSync)(path);
  else if (Buffer.from(text2).equals(name2)) removeIn(folder2, text2, isReadOnly);
  else throw Object.assign(new Error(`${(0, import_node_path34.join)(folder2.path, text2)}: the name is not UTF-8`), { code: "EILSEQ" });
}
function otherMount(path) {
  return Object.assign(new Error(`${path} is on another mount`), { code: "EXDEV" });
}
function held(fd, path) {
  return { path, fd, mount: mountOf2(fd), [Symbol.dispose]: () => (0, import_node_fs30.closeSync)(fd) };
}
function mountOf2(fd) {
  const device = (0, import_node_fs30.fstatSync)(fd).dev;
  if (!linux) return `${device}`;
  const mount = /^mnt_id:\s*(\d+)$/m.exec((0, import_node_fs30.readFileSync)(`/proc/self/fdinfo/${fd}`, "utf8"))?.[1];
  return `${device}:${mount}`;
}
var import_node_fs30, import_node_path34, linux, O_RDONLY, O_DIRECTORY, O_NOFOLLOW;
var init_folder = __esm({
  "src/clean/folder.ts"() {
    "use strict";
    import_node_fs30 = require("node:fs");
    import_node_path34 = require("node:path");
    init_errors();
    linux = process.platform === "linux";
    ({ O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = import_node_fs30.constants);
  }
});

// src/clean/open-lock.ts
function openLock({ lock, root }) {
  if (lock === null) return "EINVAL";
  try {
    var _stack = [];
    try {
      const base = __using(_stack, openFolder(root));
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path35.dirname)(lock)));
      if (folder2 === null) return "ELOOP";
      const fd = (0, import_node_fs31.openSync)(pathIn(folder2, (0, import_node_path35.basename)(lock)), O_RDWR | O_CREAT | O_NOFOLLOW2 | O_NONBLOCK, 438);
      const stat4 = (0, import_node_fs31.fstatSync)(fd);
      const held2 = { fd, identity: identityOf(stat4), [Symbol.dispose]: () => (0, import_node_fs31.closeSync)(fd) };
      if (stat4.isFile()) return held2;
      held2[Symbol.dispose]();
      return "ELOOP";
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } catch (error) {
    return codeOf(error);
  }
}
var import_node_fs31, import_node_path35, O_RDWR, O_CREAT, O_NOFOLLOW2, O_NONBLOCK;
var init_open_lock = __esm({
  "src/clean/open-lock.ts"() {
    "use strict";
    import_node_fs31 = require("node:fs");
    import_node_path35 = require("node:path");
    init_clean_item();
    init_folder();
    init_list_caches();
    ({ O_RDWR, O_CREAT, O_NOFOLLOW: O_NOFOLLOW2, O_NONBLOCK } = import_node_fs31.constants);
  }
});

// src/clean/remove-residue.ts
async function removeResidue(residue) {
  const items = [];
  for (const one of residue) items.push(await remove(one));
  return items;
}
async function remove(one) {
  const { path, root, kind, identity } = one.candidate;
  const name2 = (0, import_node_path36.basename)(path);
  try {
    var _stack = [];
    try {
      const base = __using(_stack, openFolder(root));
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path36.dirname)(path)));
      if (folder2 === null) return ended(one, "changed", "a folder in its path was replaced");
      const entry = pathIn(folder2, name2);
      const stat4 = (0, import_node_fs32.lstatSync)(entry, { throwIfNoEntry: false });
      if (stat4 === void 0) return ended(one, "gone", null);
      if (identityOf(stat4) !== identity || hasChanged(stat4, one)) return ended(one, "changed", "it changed meanwhile");
      const users = usersNow(one);
      if (users.length > 0) return busy(one, users);
      if (kind === "partial" && isThere3(base, one.candidate.tree))
        return ended(one, "changed", "the module is being extracted");
      if (kind === "daemon-socket" && await isListening(entry) !== false)
        return ended(one, "changed", "a daemon listens on it");
      if (kind === "work-folder") removeIn(folder2, name2);
      else (0, import_node_fs32.unlinkSync)(entry);
      return ended(one, "removed", null);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } catch (error) {
    return ended(one, ...outcomeOf(codeOf(error)));
  }
}
function hasChanged(stat4, { candidate: { kind, modifiedMs }, bytes }) {
  return stat4.mtimeMs !== modifiedMs || kind !== "work-folder" && stat4.size !== bytes;
}
function usersNow({ candidate: { kind, lock } }) {
  if (kind !== "git-lock" && kind !== "git-temp" || lock === null) return [];
  const repository = lock.slice(0, -".lock".length);
  return listProcesses().filter((process2) => process2.pid !== globalThis.process.pid && isAt(process2, repository));
}
function isThere3(base, tree) {
  if (tree === null) return true;
  try {
    var _stack = [];
    try {
      const parent = __using(_stack, openBelow(base, (0, import_node_path36.dirname)(tree)));
      return parent === null || (0, import_node_fs32.lstatSync)((0, import_node_path36.join)(pathIn(parent, (0, import_node_path36.basename)(tree))), { throwIfNoEntry: false }) !== void 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw error;
  }
}
var import_node_fs32, import_node_path36;
var init_remove_residue = __esm({
  "src/clean/remove-residue.ts"() {
    "use strict";
    import_node_fs32 = require("node:fs");
    import_node_path36 = require("node:path");
    init_errors();
    init_is_listening();
    init_open_paths();
    init_process_table();
    init_clean_item();
    init_folder();
    init_list_caches();
  }
});

// src/clean/apply.ts
async function apply(residue, locks, request) {
  const byLock = /* @__PURE__ */ new Map();
  for (const one of residue) byLock.set(one.candidate.lock, [...byLock.get(one.candidate.lock) ?? [], one]);
  const groups = [...byLock].map(
    ([lock, some]) => ({ lock, root: some[0]?.candidate.root ?? "", residue: some })
  );
  const items = [];
  const waiting2 = [];
  for (const group2 of groups.filter(({ lock }) => lock === null)) items.push(...await removeResidue(group2.residue));
  const guarded = groups.filter(({ lock }) => lock !== null);
  for (let at = 0; at < guarded.length; at += batchSize) {
    request.signal?.throwIfAborted();
    const opened = guarded.slice(at, at + batchSize).map((group2) => ({ group: group2, held: openLock(group2) }));
    const usable = opened.filter((one) => typeof one.held !== "string");
    for (const { group: group2, held: held2 } of opened)
      if (typeof held2 === "string") items.push(...group2.residue.map((one) => ended(one, ...outcomeOf(held2))));
    try {
      const taken = await locks.tryAll(usable.map(({ held: held2 }) => held2.fd));
      for (const [index, { group: group2, held: held2 }] of usable.entries()) {
        const state = taken[index] ?? "no-helper";
        if (state === "busy") waiting2.push(group2);
        else items.push(...await withLock(group2, held2, state));
      }
    } finally {
      for (const { held: held2 } of usable) held2[Symbol.dispose]();
    }
  }
  items.push(...await waitForAll(waiting2, locks, request));
  return items;
}
async function waitForAll(groups, locks, request) {
  const deadlineMs = performance.now() + request.waitMs;
  const limit = pLimit(16);
  const waited = await Promise.all(
    groups.map(
      (group2) => limit(async () => {
        var _stack = [];
        try {
          const held2 = openLock(group2);
          if (typeof held2 === "string") return group2.residue.map((one) => ended(one, ...outcomeOf(held2)));
          const _ = __using(_stack, held2);
          const restMs4 = deadlineMs - performance.now();
          const [now = "busy"] = restMs4 > 0 ? [await locks.wait(held2.fd, restMs4, request.signal)] : await locks.tryAll([held2.fd]);
          request.signal?.throwIfAborted();
          if (now !== "busy") return await withLock(group2, held2, now);
          const holders = holdersOf(/* @__PURE__ */ new Set([held2.identity])).get(held2.identity) ?? [];
          return group2.residue.map((one) => busy(one, holders));
        } catch (_2) {
          var _error = _2, _hasError = true;
        } finally {
          __callDispose(_stack, _error, _hasError);
        }
      })
    )
  );
  return waited.flat();
}
async function withLock(group2, held2, state) {
  const { lock } = group2;
  if (state === "no-helper") {
    return group2.residue.map(
      (one) => ended(one, "failed", "no program here can take its lock: install flock (util-linux), perl or python3")
    );
  }
  if (state === "unsupported") {
    return group2.residue.map(
      (one) => ended(one, "failed", "cannot take its lock: flock fails on this filesystem, for go too")
    );
  }
  const stat4 = lock === null ? void 0 : (0, import_node_fs33.lstatSync)(lock, { throwIfNoEntry: false });
  if (stat4 === void 0 || identityOf(stat4) !== held2.identity) {
    return group2.residue.map((one) => ended(one, "busy", "its lock file was replaced meanwhile"));
  }
  return await removeResidue(group2.residue);
}
var import_node_fs33;
var init_apply = __esm({
  "src/clean/apply.ts"() {
    "use strict";
    import_node_fs33 = require("node:fs");
    init_p_limit();
    init_flock_holders();
    init_clean_item();
    init_list_caches();
    init_locks();
    init_open_lock();
    init_remove_residue();
  }
});

// src/clean/overlay.ts
function overlayOf(path) {
  const mounts = parseMountinfo(ownMountinfo());
  const mount = mountOf(mounts, path);
  const upperFolder2 = mount === void 0 ? null : upperFolderOf(mount);
  if (mount === void 0 || upperFolder2 === null) return null;
  return statOf3(upperFolder2) !== null ? { mountPoint: mount.mountPoint, upperFolder: upperFolder2 } : null;
}
function isInLayerBelow({ mountPoint, upperFolder: upperFolder2 }, path) {
  const above = statOf3((0, import_node_path37.join)(upperFolder2, (0, import_node_path37.relative)(mountPoint, path)));
  return above === null || above.isFile() && above.blocks * 512 < above.size;
}
function statOf3(path) {
  return errnoToNull(() => (0, import_node_fs34.lstatSync)(path, { throwIfNoEntry: false }) ?? null);
}
var import_node_fs34, import_node_path37;
var init_overlay = __esm({
  "src/clean/overlay.ts"() {
    "use strict";
    import_node_fs34 = require("node:fs");
    import_node_path37 = require("node:path");
    init_errno_to_null();
    init_mounts();
    init_own_mountinfo();
  }
});

// src/clean/bound/access-times.ts
function notesAccess(path) {
  return notesAccessIn(ownMountinfo(), path);
}
function notesAccessIn(mountinfo, path) {
  const options = mountOf(parseMountinfo(mountinfo), path)?.options;
  return options !== void 0 && !options.includes("noatime") && !options.includes("ro");
}
var init_access_times = __esm({
  "src/clean/bound/access-times.ts"() {
    "use strict";
    init_mounts();
    init_own_mountinfo();
  }
});

// src/clean/bound/bytes-by-last-use.ts
function bytesByLastUse(nowMs) {
  const byMinute = new Float64Array(mostMinutes);
  let total = 0;
  const minuteOf = (lastUseMs) => Math.min(mostMinutes - 1, Math.max(0, Math.floor((nowMs - lastUseMs) / minuteMs2)));
  function cut(maxBytes, maxAgeMs) {
    let from = mostMinutes;
    let bytes = 0;
    const oldest = maxAgeMs === null ? mostMinutes : Math.ceil(maxAgeMs / minuteMs2);
    while (from > 0 && (from > oldest || maxBytes !== null && total - bytes > maxBytes)) {
      from--;
      bytes += byMinute[from] ?? 0;
    }
    return {
      removes: (lastUseMs) => minuteOf(lastUseMs) >= from,
      bytes,
      isEnough: maxBytes === null || total - bytes <= maxBytes
    };
  }
  return {
    add: (lastUseMs, bytes) => {
      total += bytes;
      const minute = minuteOf(lastUseMs);
      byMinute[minute] = (byMinute[minute] ?? 0) + bytes;
    },
    addInUse: (bytes) => {
      total += bytes;
    },
    totalBytes: () => total,
    cut
  };
}
var minuteMs2, mostMinutes;
var init_bytes_by_last_use = __esm({
  "src/clean/bound/bytes-by-last-use.ts"() {
    "use strict";
    minuteMs2 = 6e4;
    mostMinutes = 1e6;
  }
});

// src/clean/bound/live-tools.ts
function liveTools(processes = listProcesses()) {
  const oldest = (some) => some.reduce((old, one) => old === null || one.startedMs < old.startedMs ? one : old, null);
  const builds = processes.filter(({ name: name2 }) => build.test(name2));
  return {
    oldestBuild: oldest(builds),
    oldestReader: oldest([...builds, ...processes.filter(({ name: name2 }) => reader.test(name2))])
  };
}
var build, reader;
var init_live_tools = __esm({
  "src/clean/bound/live-tools.ts"() {
    "use strict";
    init_process_table();
    build = /^(?:go|golangci-lint|staticcheck|compile|link|asm|cgo|vet)(?:[\d.-].*)?$/;
    reader = /^gopls(?:[\d.-].*)?$/;
  }
});

// src/clean/bound/pair-format.ts
var goFormat, goplsFormat;
var init_pair_format = __esm({
  "src/clean/bound/pair-format.ts"() {
    "use strict";
    goFormat = {
      output: "d",
      isAction: (kind) => kind === "a",
      actionBytes: 175,
      outputOf: (content, into) => content.toString("latin1", 0, 3) === "v1 " && into.write(content.toString("latin1", 68, 132), "hex") === 32
    };
    goplsFormat = {
      output: "cas",
      isAction: (kind) => /^[a-z]+$/.test(kind),
      actionBytes: 32,
      outputOf: (content, into) => content.copy(into, 0, 0, 32) === 32
    };
  }
});

// src/clean/bound/tree-bytes.ts
function treeBytesByZip(zip) {
  const fd = openQuietly(zip);
  if (fd === null) return null;
  try {
    const { size } = (0, import_node_fs35.fstatSync)(fd);
    const end3 = bytesAt(fd, size - endBytes, endBytes);
    if (end3?.readUInt32LE(0) !== 101010256) return null;
    const [count, length2, start2] = [end3.readUInt16LE(10), end3.readUInt32LE(12), end3.readUInt32LE(16)];
    if (count === 65535 || start2 === 4294967295 || length2 > mostDirectoryBytes) return null;
    const table = bytesAt(fd, start2, length2);
    if (table === null) return null;
    let bytes = 0;
    let at = 0;
    for (let entry = 0; entry < count; entry++) {
      if (at + 46 > length2 || table.readUInt32LE(at) !== 33639248) return null;
      bytes += Math.ceil(table.readUInt32LE(at + 24) / blockBytes) * blockBytes;
      at += 46 + table.readUInt16LE(at + 28) + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
    }
    return bytes;
  } finally {
    (0, import_node_fs35.closeSync)(fd);
  }
}
function treeBytesByFiles(folder2) {
  let bytes = 0;
  const pending = [folder2];
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    for (const entry of errnoToNull(() => (0, import_node_fs35.readdirSync)(at, { withFileTypes: true })) ?? []) {
      const path = (0, import_node_path38.join)(at, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else bytes += (errnoToNull(() => (0, import_node_fs35.lstatSync)(path))?.blocks ?? 0) * 512;
    }
  }
  return bytes;
}
function openQuietly(path) {
  const quiet = import_node_fs35.constants.O_NOATIME ?? 0;
  try {
    return (0, import_node_fs35.openSync)(path, O_RDONLY2 | O_NOFOLLOW3 | O_NONBLOCK2 | quiet);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
function bytesAt(fd, start2, length2) {
  if (start2 < 0) return null;
  const bytes = Buffer.alloc(length2);
  return (0, import_node_fs35.readSync)(fd, bytes, 0, length2, start2) === length2 ? bytes : null;
}
var import_node_fs35, import_node_path38, O_RDONLY2, O_NOFOLLOW3, O_NONBLOCK2, blockBytes, endBytes, mostDirectoryBytes;
var init_tree_bytes = __esm({
  "src/clean/bound/tree-bytes.ts"() {
    "use strict";
    import_node_fs35 = require("node:fs");
    import_node_path38 = require("node:path");
    init_errors();
    init_errno_to_null();
    ({ O_RDONLY: O_RDONLY2, O_NOFOLLOW: O_NOFOLLOW3, O_NONBLOCK: O_NONBLOCK2 } = import_node_fs35.constants);
    blockBytes = 4096;
    endBytes = 22;
    mostDirectoryBytes = 32e6;
  }
});

// src/clean/bound/read-module-versions.ts
function folderOf(module2) {
  return `cache/download/${module2}/@v`;
}
async function readModuleVersions(root, uid, signal) {
  const found = /* @__PURE__ */ new Map();
  const of = (key) => {
    const known = found.get(key) ?? { files: [], trees: [] };
    found.set(key, known);
    return known;
  };
  for (const { folder: folder2, entries } of foldersBelow(root, "cache/download", (path) => path === "cache/download/sumdb")) {
    if (!folder2.endsWith("/@v")) continue;
    const module2 = folder2.slice("cache/download/".length, -"/@v".length);
    for (const { name: name2 } of entries) {
      const [, version] = versionFile2.exec(name2) ?? [];
      if (version !== void 0) of(`${module2}@${version}`).files.push(name2);
    }
  }
  for (const { folder: folder2, entries } of foldersBelow(root, "", (path) => path === "cache" || path.includes("@"))) {
    for (const entry of entries) {
      if (!entry.isDirectory() || !entry.name.includes("@")) continue;
      const tree = folder2 === "" ? entry.name : `${folder2}/${entry.name}`;
      of(tree.endsWith(asideSuffix) ? tree.slice(0, -asideSuffix.length) : tree).trees.push(tree);
    }
  }
  const versions = [];
  for (const [key, one] of found) {
    versions.push(measured(root, key, one, uid));
    if (versions.length % 64 === 0) {
      await (0, import_promises8.setImmediate)();
      signal?.throwIfAborted();
    }
  }
  return versions;
}
function lastUseOf(root, { module: module2, version, files: files2, trees }) {
  let latest = 0;
  const note = (...times) => {
    latest = Math.max(latest, ...times);
  };
  for (const name2 of files2) {
    const stat4 = errnoToNull(() => (0, import_node_fs36.lstatSync)((0, import_node_path39.join)(root, folderOf(module2), name2)));
    if (stat4 === null) continue;
    note(stat4.mtimeMs);
    if (!name2.endsWith(".zip")) note(stat4.atimeMs);
  }
  for (const tree of trees) {
    if (tree !== `${module2}@${version}`) continue;
    const folder2 = errnoToNull(() => (0, import_node_fs36.lstatSync)((0, import_node_path39.join)(root, tree)));
    if (folder2 !== null) note(folder2.mtimeMs);
    const goMod = errnoToNull(() => (0, import_node_fs36.lstatSync)((0, import_node_path39.join)(root, tree, "go.mod")));
    if (goMod !== null) note(goMod.atimeMs);
  }
  return latest;
}
function measured(root, key, { files: files2, trees }, uid) {
  const at = key.lastIndexOf("@");
  const [module2, version] = [key.slice(0, at), key.slice(at + 1)];
  const folder2 = (0, import_node_path39.join)(root, folderOf(module2));
  let bytes = 0;
  let isOthers = false;
  for (const name2 of files2) {
    const stat4 = errnoToNull(() => (0, import_node_fs36.lstatSync)((0, import_node_path39.join)(folder2, name2)));
    bytes += (stat4?.blocks ?? 0) * 512;
    if (stat4 !== null && stat4.uid !== uid) isOthers = true;
  }
  const lastUseMs = lastUseOf(root, { module: module2, version, files: files2, trees });
  for (const tree of trees) {
    bytes += treeBytesByZip((0, import_node_path39.join)(folder2, `${version}.zip`)) ?? treeBytesByFiles((0, import_node_path39.join)(root, tree));
    if (errnoToNull(() => (0, import_node_fs36.lstatSync)((0, import_node_path39.join)(root, tree)))?.uid !== uid) isOthers = true;
  }
  return { module: module2, version, files: files2, trees, bytes, lastUseMs, isOthers };
}
function* foldersBelow(root, from, isLeftOut) {
  const pending = [from];
  for (let folder2 = pending.pop(); folder2 !== void 0; folder2 = pending.pop()) {
    const entries = errnoToNull(() => (0, import_node_fs36.readdirSync)((0, import_node_path39.join)(root, folder2), { withFileTypes: true })) ?? [];
    yield { folder: folder2, entries };
    for (const entry of entries) {
      const path = folder2 === "" ? entry.name : `${folder2}/${entry.name}`;
      if (entry.isDirectory() && !isLeftOut(path)) pending.push(path);
    }
  }
}
var import_node_fs36, import_node_path39, import_promises8, versionFile2, asideSuffix;
var init_read_module_versions = __esm({
  "src/clean/bound/read-module-versions.ts"() {
    "use strict";
    import_node_fs36 = require("node:fs");
    import_node_path39 = require("node:path");
    import_promises8 = require("node:timers/promises");
    init_errno_to_null();
    init_tree_bytes();
    versionFile2 = /^(v[^/]*)\.(info|mod|zip|ziphash)$/;
    asideSuffix = ".tmp-unlatch";
  }
});

// src/clean/bound/read-pairs.ts
async function readPairs(path, format, uid, signal) {
  const files2 = growing();
  const kinds2 = [];
  const leftAside = [];
  let othersBytes = 0;
  const content = Buffer.alloc(format.actionBytes + 1);
  const output = Buffer.alloc(idBytes);
  const read2 = (prefix) => {
    for (const name2 of (0, import_node_fs37.readdirSync)(`${path}/${prefix}`)) {
      if (name2.length <= digits + 1 || name2[digits] !== "-" || !name2.startsWith(prefix)) continue;
      const kind = name2.slice(digits + 1);
      if (kind.endsWith(".tmp")) {
        if (kind === `${format.output}.tmp`) leftAside.push(`${prefix}/${name2}`);
        continue;
      }
      if (kind !== format.output && !format.isAction(kind)) continue;
      const at = files2.next();
      if (files2.ids.write(name2, at * idBytes, idBytes, "hex") !== idBytes) continue;
      const file = `${path}/${prefix}/${name2}`;
      const isOutput = kind === format.output;
      const found = isOutput ? lstat2(file) : contentOf2(file, content) ?? lstat2(file);
      if (found === null) continue;
      const { stat: stat4 } = found;
      const bytes = bytesOf(file, stat4);
      if (bytes === null) continue;
      if (stat4.uid !== uid) {
        othersBytes += bytes;
        continue;
      }
      let number2 = kinds2.indexOf(kind);
      if (number2 < 0) number2 = kinds2.push(kind) - 1;
      files2.kind[at] = number2;
      files2.mtimeMs[at] = stat4.mtimeMs;
      files2.blocks[at] = bytes / blockBytes2;
      const names = stat4.isFile() && found.length === format.actionBytes;
      files2.names[at] = !isOutput && names && format.outputOf(content, output) ? 1 : 0;
      output.copy(files2.outputs, at * keyBytes, 0, keyBytes);
      files2.keep();
    }
  };
  for (let prefix = 0; prefix < 256; prefix++) {
    const hex = prefix.toString(16).padStart(2, "0");
    if (errnoToNull(() => (0, import_node_fs37.lstatSync)(`${path}/${hex}`))?.isDirectory() === true) errnoToNull(() => read2(hex));
    await (0, import_promises9.setImmediate)();
    signal?.throwIfAborted();
  }
  function* units() {
    const { firstAction, nextAction } = link(files2, (kind) => kinds2[kind] === format.output);
    const fileAt = (at) => {
      const id = files2.ids.toString("hex", at * idBytes, (at + 1) * idBytes);
      return {
        folder: id.slice(0, 2),
        name: `${id}-${kinds2[files2.kind[at] ?? 0]}`,
        mtimeMs: files2.mtimeMs[at] ?? 0,
        bytes: (files2.blocks[at] ?? 0) * blockBytes2
      };
    };
    for (let at = 0; at < files2.count(); at++) {
      const isOutput = kinds2[files2.kind[at] ?? 0] === format.output;
      if (!isOutput && nextAction[at] !== alone) continue;
      const actions = [];
      if (isOutput)
        for (let of = firstAction[at] ?? end; of !== end; of = nextAction[of] ?? end) actions.push(fileAt(of));
      else actions.push(fileAt(at));
      const output2 = isOutput ? fileAt(at) : null;
      const all = output2 === null ? actions : [output2, ...actions];
      yield {
        output: output2,
        actions,
        lastUseMs: all.reduce((latest, { mtimeMs }) => Math.max(latest, mtimeMs), 0),
        bytes: all.reduce((sum, { bytes }) => sum + bytes, 0)
      };
    }
  }
  return { path, othersBytes, leftAside, units };
}
function link(files2, isOutput) {
  const count = files2.count();
  const firstAction = new Int32Array(count).fill(end);
  const nextAction = new Int32Array(count).fill(alone);
  let slots = 16;
  while (slots < 2 * count) slots *= 2;
  const table = new Int32Array(slots).fill(end);
  const slotOf2 = (ids, start2) => {
    let slot = ids.readUInt32LE(start2) & slots - 1;
    for (; ; ) {
      const other = table[slot] ?? end;
      if (other === end) return slot;
      const its = other * idBytes;
      if (ids.compare(files2.ids, its, its + keyBytes, start2, start2 + keyBytes) === 0) return slot;
      slot = slot + 1 & slots - 1;
    }
  };
  for (let at = 0; at < count; at++) if (isOutput(files2.kind[at] ?? 0)) table[slotOf2(files2.ids, at * idBytes)] = at;
  for (let at = 0; at < count; at++) {
    if (files2.names[at] !== 1) continue;
    const output = table[slotOf2(files2.outputs, at * keyBytes)] ?? end;
    if (output === end) continue;
    nextAction[at] = firstAction[output] ?? end;
    firstAction[output] = at;
  }
  return { firstAction, nextAction };
}
function growing() {
  let count = 0;
  let room = 4096;
  const files2 = {
    ids: Buffer.alloc(room * idBytes),
    outputs: Buffer.alloc(room * keyBytes),
    kind: new Uint8Array(room),
    names: new Uint8Array(room),
    mtimeMs: new Float64Array(room),
    blocks: new Uint32Array(room),
    count: () => count,
    next: () => {
      if (count === room) grow();
      return count;
    },
    keep: () => {
      count++;
    }
  };
  const grow = () => {
    room *= 2;
    const enlarge = (into, from) => {
      into.set(from);
      return into;
    };
    files2.ids = enlarge(Buffer.alloc(room * idBytes), files2.ids);
    files2.outputs = enlarge(Buffer.alloc(room * keyBytes), files2.outputs);
    files2.kind = enlarge(new Uint8Array(room), files2.kind);
    files2.names = enlarge(new Uint8Array(room), files2.names);
    files2.mtimeMs = enlarge(new Float64Array(room), files2.mtimeMs);
    files2.blocks = enlarge(new Uint32Array(room), files2.blocks);
  };
  return files2;
}
function lstat2(path) {
  const stat4 = errnoToNull(() => (0, import_node_fs37.lstatSync)(path));
  return stat4 === null ? null : { stat: stat4, length: 0 };
}
function contentOf2(path, content) {
  return errnoToNull(() => {
    const fd = (0, import_node_fs37.openSync)(path, O_RDONLY3 | O_NOFOLLOW4 | O_NONBLOCK3);
    try {
      const stat4 = (0, import_node_fs37.fstatSync)(fd);
      return { stat: stat4, length: stat4.isFile() ? (0, import_node_fs37.readSync)(fd, content, 0, content.length, 0) : 0 };
    } finally {
      (0, import_node_fs37.closeSync)(fd);
    }
  });
}
function bytesOf(path, stat4) {
  if (stat4.isFile()) return stat4.blocks * blockBytes2;
  if (!stat4.isDirectory()) return null;
  const inside = errnoToNull(() => (0, import_node_fs37.readdirSync)(path)) ?? [];
  return inside.reduce((sum, file) => sum + (lstat2(`${path}/${file}`)?.stat.blocks ?? 0) * blockBytes2, 0);
}
var import_node_fs37, import_promises9, blockBytes2, idBytes, digits, keyBytes, end, alone, O_RDONLY3, O_NOFOLLOW4, O_NONBLOCK3;
var init_read_pairs = __esm({
  "src/clean/bound/read-pairs.ts"() {
    "use strict";
    import_node_fs37 = require("node:fs");
    import_promises9 = require("node:timers/promises");
    init_errno_to_null();
    blockBytes2 = 512;
    idBytes = 32;
    digits = idBytes * 2;
    keyBytes = 8;
    end = -1;
    alone = -2;
    ({ O_RDONLY: O_RDONLY3, O_NOFOLLOW: O_NOFOLLOW4, O_NONBLOCK: O_NONBLOCK3 } = import_node_fs37.constants);
  }
});

// src/clean/bound/remove-module-version.ts
async function* removeModuleVersions(root, versions, locks, signal) {
  for (let at = 0; at < versions.length; at += batchSize) {
    signal?.throwIfAborted();
    const some = versions.slice(at, at + batchSize).map((version) => {
      const lock = (0, import_node_path40.join)(root, folderOf(version.module), `${version.version}.lock`);
      return { version, lock, held: isGuarded(version) ? openLock({ lock, root }) : null };
    });
    try {
      const usable = some.flatMap(({ held: held2 }) => held2 === null || typeof held2 === "string" ? [] : [held2]);
      const taken = await locks.tryAll(usable.map(({ fd }) => fd));
      for (const { version, lock, held: held2 } of some) {
        if (held2 === null) yield { version, outcome: remove2(root, version) };
        else if (typeof held2 === "string") yield { version, outcome: "failed" };
        else {
          const state = taken[usable.indexOf(held2)] ?? "no-helper";
          if (state === "taken") yield { version, outcome: isStill(lock, held2) ? remove2(root, version) : "used" };
          else yield { version, outcome: state === "busy" ? "used" : "failed" };
        }
      }
    } finally {
      for (const { held: held2 } of some) if (held2 !== null && typeof held2 !== "string") held2[Symbol.dispose]();
    }
  }
}
function isGuarded({ files: files2, trees }) {
  return trees.length > 0 || files2.some((name2) => /\.zip(?:hash)?$/.test(name2));
}
function isStill(lock, { identity }) {
  const stat4 = (0, import_node_fs38.lstatSync)(lock, { throwIfNoEntry: false });
  return stat4 !== void 0 && identityOf(stat4) === identity;
}
function remove2(root, version) {
  try {
    var _stack = [];
    try {
      if (lastUseOf(root, version) > version.lastUseMs) return "used";
      const base = __using(_stack, openFolder(root));
      const { module: module2, version: number2, files: files2, trees } = version;
      const whole = `${module2}@${number2}`;
      const parent = __using(_stack, openTreeFolder(base, (0, import_node_path40.join)(root, whole)));
      const aside = `${(0, import_node_path40.basename)(whole)}${asideSuffix}`;
      if (parent !== null && trees.includes(whole)) {
        if (trees.includes(`${whole}${asideSuffix}`)) removeIn(parent, aside, true);
        (0, import_node_fs38.renameSync)(pathIn(parent, (0, import_node_path40.basename)(whole)), pathIn(parent, aside));
      }
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path40.join)(root, folderOf(module2))));
      if (folder2 !== null) for (const name2 of inOrder(files2)) unlinkIfThere(pathIn(folder2, name2));
      if (parent !== null && trees.length > 0) removeIn(parent, aside, true);
      return "removed";
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } catch (error) {
    const code2 = errnoOf(error);
    if (code2 === void 0) throw error;
    return code2 === "ENOENT" || code2 === "ENOTDIR" ? "removed" : "failed";
  }
}
function inOrder(files2) {
  const rank = (name2) => [".zip", ".ziphash", ".mod", ".info"].findIndex((suffix) => name2.endsWith(suffix));
  return [...files2].sort((a, b) => rank(a) - rank(b));
}
function openTreeFolder(base, tree) {
  try {
    return openBelow(base, (0, import_node_path40.dirname)(tree));
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  }
}
function unlinkIfThere(path) {
  try {
    (0, import_node_fs38.unlinkSync)(path);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}
var import_node_fs38, import_node_path40;
var init_remove_module_version = __esm({
  "src/clean/bound/remove-module-version.ts"() {
    "use strict";
    import_node_fs38 = require("node:fs");
    import_node_path40 = require("node:path");
    init_errors();
    init_folder();
    init_list_caches();
    init_locks();
    init_open_lock();
    init_read_module_versions();
  }
});

// src/clean/bound/remove-pair.ts
function pairFolders(base) {
  const open4 = /* @__PURE__ */ new Map();
  return {
    of: (name2) => {
      const known = open4.get(name2);
      if (known !== void 0) return known;
      const folder2 = openIn(base, name2);
      open4.set(name2, folder2);
      return folder2;
    },
    [Symbol.dispose]: () => {
      for (const folder2 of open4.values()) folder2?.[Symbol.dispose]();
    }
  };
}
function removePair(unit, folders2) {
  try {
    const { output, actions } = unit;
    if (!actions.every((action) => isAsListed(action, folders2))) return "used";
    if (output === null || !isThere4(output, folders2)) return dropActions(actions, folders2);
    if (!isAsListed(output, folders2)) return "used";
    const folder2 = folders2.of(output.folder);
    if (folder2 === null) return "used";
    const [path, aside] = [pathIn(folder2, output.name), pathIn(folder2, `${output.name}.tmp`)];
    (0, import_node_fs39.renameSync)(path, aside);
    let dropped;
    try {
      dropped = actions.every((action) => isAsListed(action, folders2)) ? dropActions(actions, folders2) : "used";
    } catch (error) {
      putBack(aside, path);
      throw error;
    }
    if (dropped !== "removed" && putBack(aside, path)) return dropped;
    drop(folder2, `${output.name}.tmp`);
    return dropped;
  } catch (error) {
    const code2 = errnoOf(error);
    if (code2 === void 0) throw error;
    return code2 === "ENOENT" || code2 === "ENOTDIR" ? "removed" : "failed";
  }
}
function putBack(aside, path) {
  try {
    (0, import_node_fs39.renameSync)(aside, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOTEMPTY" || errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}
function drop(folder2, name2) {
  const stat4 = (0, import_node_fs39.lstatSync)(pathIn(folder2, name2), { throwIfNoEntry: false });
  if (stat4 === void 0) return;
  if (stat4.isDirectory()) removeIn(folder2, name2);
  else (0, import_node_fs39.unlinkSync)(pathIn(folder2, name2));
}
function dropActions(actions, folders2) {
  for (const action of actions) {
    if (!isAsListed(action, folders2)) return "used";
    const folder2 = folders2.of(action.folder);
    if (folder2 !== null && isThere4(action, folders2)) (0, import_node_fs39.unlinkSync)(pathIn(folder2, action.name));
  }
  return "removed";
}
function isAsListed({ folder: of, name: name2, mtimeMs }, folders2) {
  const folder2 = folders2.of(of);
  const stat4 = folder2 === null ? void 0 : (0, import_node_fs39.lstatSync)(pathIn(folder2, name2), { throwIfNoEntry: false });
  return stat4 === void 0 || stat4.mtimeMs === mtimeMs;
}
function isThere4({ folder: of, name: name2 }, folders2) {
  const folder2 = folders2.of(of);
  return folder2 !== null && (0, import_node_fs39.lstatSync)(pathIn(folder2, name2), { throwIfNoEntry: false }) !== void 0;
}
var import_node_fs39;
var init_remove_pair = __esm({
  "src/clean/bound/remove-pair.ts"() {
    "use strict";
    import_node_fs39 = require("node:fs");
    init_errors();
    init_folder();
  }
});

// src/clean/bound/bound.ts
async function boundCaches(roots, bound, { uid, dryRun, locks, signal }) {
  const nowMs = Date.now();
  const found = bytesByLastUse(nowMs);
  const { oldestBuild, oldestReader } = liveTools();
  const restOf = (oldest2, rest) => Math.min(nowMs, oldest2?.startedMs ?? nowMs) - rest;
  const caches = [];
  for (const root of roots.filter(({ kind }) => kind !== "temporary")) {
    const ofModules = root.kind === "gomodcache";
    const why = whyWhole(root);
    const fromMs = ofModules ? restOf(oldestReader, moduleRestMs) : restOf(oldestBuild, restMs3);
    caches.push(
      await measure(
        root,
        why === null ? fromMs : Number.NEGATIVE_INFINITY,
        why,
        found.add,
        found.addInUse,
        uid,
        signal
      )
    );
  }
  const cut = found.cut(bound.maxBytes, bound.maxAgeMs);
  const ended2 = [];
  for (const cache of caches) ended2.push(await end2(cache, cut, { dryRun, locks, signal }));
  const bytes = found.totalBytes();
  const bytesAfter = bytes - ended2.reduce((sum, { removedBytes }) => sum + removedBytes, 0);
  const isWithin = bound.maxBytes === null || bytesAfter <= bound.maxBytes;
  const oldest = oldestReader === null ? "" : `, or after ${describeProcess(oldestReader, nowMs)} had started`;
  return {
    ...bound,
    bytes,
    bytesAfter,
    isWithin,
    why: isWithin ? null : `the rest may be in use: it was used within 2 h (a module: 25 h)${oldest}`,
    caches: ended2
  };
}
function whyWhole({ kind, path }) {
  if (overlayOf(path) !== null) return "it is mounted on read-only layers, of which a removal frees nothing";
  if (kind !== "gomodcache" || notesAccess(path)) return null;
  return "its mount notes no access times, so nothing shows what was used";
}
async function measure(root, inUseFromMs, why, add2, addInUse, uid, signal) {
  let bytes = 0;
  const count = (lastUseMs, size) => {
    bytes += size;
    if (lastUseMs < inUseFromMs) add2(lastUseMs, size);
    else addInUse(size);
  };
  const versions = root.kind === "gomodcache" ? await readModuleVersions(root.path, uid, signal) : [];
  for (const version of versions) count(version.isOthers ? Number.POSITIVE_INFINITY : version.lastUseMs, version.bytes);
  const pairs = [];
  const format = root.kind === "gopls-cache" ? goplsFormat : goFormat;
  for (const path of pairRoots(root)) {
    const some = await readPairs(path, format, uid, signal);
    pairs.push(some);
    count(Number.POSITIVE_INFINITY, some.othersBytes);
    for (const unit of some.units()) count(unit.lastUseMs, unit.bytes);
  }
  return { root, bytes, pairs, versions, inUseFromMs, why };
}
function pairRoots({ kind, path }) {
  if (kind === "gomodcache") return [];
  if (kind !== "gopls-cache") return [path];
  const names = errnoToNull(() => (0, import_node_fs40.readdirSync)(path)) ?? [];
  return names.filter((name2) => /^[0-9a-f]{8}$/.test(name2)).map((name2) => (0, import_node_path41.join)(path, name2));
}
async function end2({ root, bytes, pairs, versions, inUseFromMs, why }, cut, { dryRun, locks, signal }) {
  const units = { removed: 0, used: 0, failed: 0 };
  let removedBytes = 0;
  const note = (outcome, size) => {
    units[outcome]++;
    if (outcome === "removed") removedBytes += size;
  };
  const goes = (lastUseMs) => lastUseMs < inUseFromMs && cut.removes(lastUseMs);
  const unused = versions.filter((version) => !version.isOthers && goes(version.lastUseMs));
  if (dryRun) for (const version of unused) note("removed", version.bytes);
  else {
    for await (const { version, outcome } of removeModuleVersions(root.path, unused, locks, signal))
      note(outcome, version.bytes);
  }
  for (const some of pairs) {
    var _stack = [];
    try {
      const base = errnoToNull(() => openFolder(some.path));
      if (base === null) continue;
      const open4 = __using(_stack, base);
      const folders2 = __using(_stack, pairFolders(open4));
      let at = 0;
      for (const unit of some.units()) {
        if (!goes(unit.lastUseMs)) continue;
        note(dryRun ? "removed" : removePair(unit, folders2), unit.bytes);
        if (++at % 256 !== 0) continue;
        await (0, import_promises10.setImmediate)();
        signal?.throwIfAborted();
      }
      if (!dryRun) for (const path of some.leftAside) dropAside(folders2, path);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return {
    kind: root.kind,
    path: root.path,
    bytes,
    removedBytes,
    removedUnits: units.removed,
    usedUnits: units.used,
    failedUnits: units.failed,
    why
  };
}
function dropAside(folders2, path) {
  errnoToNull(() => {
    const folder2 = folders2.of(path.slice(0, 2));
    if (folder2 === null) return;
    const movedMs = (0, import_node_fs40.lstatSync)(pathIn(folder2, path.slice(3)), { throwIfNoEntry: false })?.ctimeMs ?? 0;
    if (Date.now() - movedMs > 6e4) drop(folder2, path.slice(3));
  });
}
var import_node_fs40, import_node_path41, import_promises10, hourMs, restMs3, moduleRestMs;
var init_bound = __esm({
  "src/clean/bound/bound.ts"() {
    "use strict";
    import_node_fs40 = require("node:fs");
    import_node_path41 = require("node:path");
    import_promises10 = require("node:timers/promises");
    init_describe_process();
    init_errno_to_null();
    init_folder();
    init_overlay();
    init_access_times();
    init_bytes_by_last_use();
    init_live_tools();
    init_pair_format();
    init_read_module_versions();
    init_read_pairs();
    init_remove_module_version();
    init_remove_pair();
    hourMs = 36e5;
    restMs3 = 2 * hourMs;
    moduleRestMs = 25 * hourMs;
  }
});

// src/clean/left-mounts.ts
async function clearLeftMounts(uid, dryRun) {
  const mounts = parseMountinfo(ownMountinfo());
  const folders2 = new Set(mounts.flatMap((mount) => layersFolderOf(mount) ?? []));
  const left = [];
  for (const folder2 of folders2) {
    if (errnoToNull(() => (0, import_node_fs41.lstatSync)(folder2))?.uid !== uid || !isJobDead(folder2)) continue;
    const own = mounts.filter((mount) => layersFolderOf(mount) === folder2);
    const mountPoints2 = own.map(({ mountPoint }) => mountPoint).reverse();
    left.push({ folder: folder2, mountPoints: mountPoints2, ...await clear(folder2, mountPoints2, dryRun) });
  }
  return left;
}
function layersFolderOf(line) {
  const { mountPoint, type, source } = line;
  if (/^\/dev\/loop\d+$/.test(source) || type === "erofs") {
    return /^(\/.+\/unlatch\/layers)\/(?:modules|build)\/layers\/\d+$/.exec(mountPoint)?.[1] ?? null;
  }
  if (source !== "unlatch") return null;
  return /^(\/.+\/unlatch\/layers)\/(?:modules|build)\/upper$/.exec(upperFolderOf(line) ?? "")?.[1] ?? null;
}
async function clear(folder2, mountPoints2, dryRun) {
  const users = usersOf(mountPoints2);
  if (users.length > 0) {
    const nowMs = Date.now();
    return { outcome: "busy", why: `used by ${users.map((one) => describeProcess(one, nowMs)).join("; ")}` };
  }
  if (dryRun) return { outcome: "planned", why: null };
  const script = 'folder=$1; shift; for point; do umount "$point" || exit 1; done; rm -rf --one-file-system "$folder"';
  const [command = "sh", ...args] = [
    ...process.geteuid?.() === 0 ? [] : ["sudo", "-n"],
    ...["sh", "-c", script, "sh", folder2, ...mountPoints2]
  ];
  const env = { PATH: "/usr/sbin:/sbin:/usr/bin:/bin", LC_ALL: "C" };
  const { signal } = new AbortController();
  const { code: code2, stderr } = await runCommand(command, args, { folder: "/", env, limitMs: 6e4, signal });
  if (code2 === 0) return { outcome: "removed", why: null };
  return { outcome: "failed", why: lastLine(stderr) };
}
function usersOf(mountPoints2) {
  return listProcesses().filter((one) => one.pid !== process.pid && mountPoints2.some((point) => isAt(one, point)));
}
var import_node_fs41;
var init_left_mounts = __esm({
  "src/clean/left-mounts.ts"() {
    "use strict";
    import_node_fs41 = require("node:fs");
    init_last_line();
    init_describe_process();
    init_errno_to_null();
    init_job_owner();
    init_mounts();
    init_open_paths();
    init_process_table();
    init_run_command();
    init_own_mountinfo();
  }
});

// src/clean/roots.ts
function checkRoot(kind, given, uid, home) {
  if (!(0, import_node_path42.isAbsolute)(given)) throw new UserError(`${given}: the path of a cache must be absolute`);
  const path = realPath(given);
  if (path === null) return null;
  if (path === "/") throw new UserError(`${given}: refusing to clean the root folder`);
  const homePath = home === null || home === "" ? null : realPath(home);
  const above = kind !== "temporary" && homePath?.startsWith(`${path}/`);
  if (homePath !== null && (path === homePath || above)) {
    throw new UserError(`${given}: refusing to clean the home folder ${homePath} or a folder above it`);
  }
  const stat4 = (0, import_node_fs42.lstatSync)(path);
  if (!stat4.isDirectory()) throw new UserError(`${given}: not a folder`);
  if (kind !== "temporary" && stat4.uid !== uid) {
    throw new UserError(`${given}: belongs to user ${stat4.uid}, and you are user ${uid}; let its owner clean it`);
  }
  const why = strangeness(kind, path);
  if (why !== null) throw new UserError(`${given}: does not look like ${why}`);
  return { kind, path, sharedBy: sharing.get((0, import_node_fs42.statfsSync)(path).type >>> 0) ?? null };
}
function realPath(path) {
  try {
    return (0, import_node_fs42.realpathSync)(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return null;
    throw new UserError(`${path}: cannot be resolved`, { cause: error });
  }
}
function strangeness(kind, path) {
  if (kind === "temporary" || kind === "gopls-cache") return null;
  let names;
  try {
    names = (0, import_node_fs42.readdirSync)(path);
  } catch (error) {
    throw new UserError(`${path}: cannot be read`, { cause: error });
  }
  if (names.length === 0) return null;
  if (kind === "gomodcache") {
    const inside = names.includes("cache") ? seenNames((0, import_node_path42.join)(path, "cache")) : [];
    const known2 = inside.some((name2) => name2 === "download" || name2 === "vcs" || name2 === "lock");
    return known2 ? null : "a module cache: it has no cache/download";
  }
  const known = isReadme((0, import_node_path42.join)(path, "README")) || names.includes("00") && names.includes("ff");
  return known ? null : "a build cache: it has neither go's README nor the folders 00 to ff";
}
function seenNames(path) {
  try {
    return (0, import_node_fs42.lstatSync)(path).isDirectory() ? (0, import_node_fs42.readdirSync)(path) : [];
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
function isReadme(path) {
  try {
    return (0, import_node_fs42.lstatSync)(path).isFile() && (0, import_node_fs42.readFileSync)(path, "utf8").startsWith("This directory holds cached build artifacts");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs42, import_node_path42, sharing;
var init_roots = __esm({
  "src/clean/roots.ts"() {
    "use strict";
    import_node_fs42 = require("node:fs");
    import_node_path42 = require("node:path");
    init_errors();
    sharing = /* @__PURE__ */ new Map([
      [26985, "NFS"],
      [1702057286, "FUSE"],
      [16914839, "9p"],
      [4283649346, "CIFS"],
      [4266872130, "SMB"],
      [12805120, "Ceph"],
      [1397113167, "AFS"],
      [198183888, "Lustre"],
      [1785031267, "virtiofs"]
    ]);
  }
});

// src/clean/clean.ts
async function cleanCaches(request) {
  const uid = userId();
  const { roots, looked, unread } = rootsOf(request, uid);
  const ended2 = [];
  if (!request.dryRun) for (const pid of request.end) ended2.push(...await endTree(pid, uid));
  const listing = await listCaches(roots);
  const plan = planClean(listing.candidates, Date.now(), uid);
  const locks = locker(request.env);
  const inLayers = pathsInLayers(roots, plan.residue);
  const done = request.dryRun ? foreseen(plan.residue) : await apply(plan.residue, locks, request);
  const items = done.map((item) => inLayers.has(item.path) ? { ...item, isInLayer: true } : item);
  const { dryRun, signal } = request;
  const bound = request.bound ? await boundCaches(roots, request.bound, { uid, dryRun, locks, signal }) : null;
  const mounts = request.leftMounts === true ? await clearLeftMounts(uid, dryRun) : [];
  const left = items.filter(({ outcome }) => outcome === "planned" || outcome === "busy" || outcome === "failed");
  const bytesOf2 = (some) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    schema: 1,
    dryRun: request.dryRun,
    roots: looked,
    items,
    kept: plan.kept,
    unread: [...unread, ...listing.unread],
    ended: ended2.map(({ pid, command }) => ({ pid, command })),
    helper: locks.helper(),
    removedBytes: bytesOf2(items.filter(({ outcome, isInLayer }) => outcome === "removed" && isInLayer !== true)),
    leftBytes: bytesOf2(left),
    left: left.length + mounts.filter(({ outcome }) => outcome !== "removed").length,
    mounts,
    bound
  };
}
function userId() {
  const uid = process.geteuid?.();
  if (uid === void 0)
    throw new UserError("clean works only on Linux and macOS: this system has no user ids and no flock");
  return uid;
}
function rootsOf(request, uid) {
  const roots = [];
  const looked = [];
  const unread = [];
  const take = (kind, path) => {
    const root = checkRoot(kind, path, uid, request.home);
    looked.push({ kind, path: root?.path ?? path, found: root !== null });
    if (root !== null && !roots.some((other) => other.path === root.path)) roots.push(root);
  };
  if (request.gomodcache !== null) take("gomodcache", request.gomodcache);
  if (request.gocache !== null) take("gocache", request.gocache);
  const besides = [
    ...request.temporary.map((path) => ["temporary", path]),
    ...request.goplsCache === null ? [] : [["gopls-cache", request.goplsCache]],
    ...request.lintCache ? [["lint-cache", request.lintCache]] : []
  ];
  for (const [kind, path] of besides) {
    try {
      take(kind, path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unread.push({ path, code: error.message });
    }
  }
  return { roots, looked, unread };
}
function pathsInLayers(roots, residue) {
  const overlays = new Map(roots.map(({ path }) => [path, overlayOf(path)]));
  const isBelow3 = ({ path, candidate: { root } }) => {
    const overlay = overlays.get(root) ?? null;
    return overlay !== null && isInLayerBelow(overlay, path);
  };
  return new Set(residue.filter(isBelow3).map(({ path }) => path));
}
function foreseen(residue) {
  const identities = /* @__PURE__ */ new Map();
  for (const { candidate } of residue) {
    const stat4 = candidate.lock === null ? void 0 : (0, import_node_fs43.lstatSync)(candidate.lock, { throwIfNoEntry: false });
    if (candidate.lock !== null && stat4 !== void 0) identities.set(candidate.lock, identityOf(stat4));
  }
  const holders = holdersOf(new Set(identities.values()));
  return residue.map((one) => {
    const found = holders.get(identities.get(one.candidate.lock ?? "") ?? "") ?? [];
    return found.length === 0 ? ended(one, "planned", null) : busy(one, found);
  });
}
var import_node_fs43;
var init_clean = __esm({
  "src/clean/clean.ts"() {
    "use strict";
    import_node_fs43 = require("node:fs");
    init_errors();
    init_end_tree();
    init_flock_holders();
    init_apply();
    init_bound();
    init_clean_item();
    init_left_mounts();
    init_list_caches();
    init_locks();
    init_overlay();
    init_residue();
    init_roots();
  }
});

// src/clean/before-packing.ts
async function beforePacking(caches) {
  const { gocache: gocache2, gomodcache, isLintPacked, waitMs, env, signal } = caches;
  const tell = (line) => {
    if (!signal?.aborted) caches.tell(line);
  };
  if (process.geteuid === void 0) return { modules: null, build: null, lint: null };
  const deadlineMs = performance.now() + waitMs;
  const modules2 = await attempt(tell, () => holdersOf2(gomodcache, deadlineMs, signal));
  const build2 = await attempt(tell, () => holdersOf2(gocache2, deadlineMs, signal));
  const left = await attempt(tell, () => clean(caches, deadlineMs));
  const lint = isLintPacked ? await attempt(tell, () => linterIn(deadlineMs, env, signal)) : null;
  return { modules: modules2 ?? left?.modules ?? null, build: build2 ?? left?.build ?? null, lint };
}
async function attempt(tell, task) {
  try {
    return await task();
  } catch (error) {
    const isExpected = error instanceof UserError || error instanceof EnvironmentError || !(error instanceof Error);
    tell(`before packing: ${isExpected ? messageOf(error) : error.stack ?? error.message}`);
    return null;
  }
}
async function holdersOf2(folder2, deadlineMs, signal) {
  if (folder2 === null) return null;
  const holders = await holdersNow(folder2, deadlineMs, signal);
  return holders === null ? null : `${folder2} is busy: ${holders} holds a lock in it`;
}
async function linterIn(deadlineMs, env, signal) {
  const lock = (0, import_node_path43.join)(env["TMPDIR"] || (0, import_node_os3.tmpdir)(), "golangci-lint.lock");
  const holders = await holdersNow(lock, deadlineMs, signal);
  return holders === null ? null : `golangci-lint is running: ${holders} holds ${lock}`;
}
async function holdersNow(root, deadlineMs, signal) {
  const holders = await awaitNoHolders(root, deadlineMs - performance.now(), signal);
  const nowMs = Date.now();
  return holders.length === 0 ? null : holders.map((holder) => describeProcess(holder, nowMs)).join("; ");
}
async function clean({ gocache: gocache2, gomodcache, env, tell, signal }, deadlineMs) {
  const report = await cleanCaches({
    gocache: gocache2,
    gomodcache,
    temporary: [],
    goplsCache: null,
    home: env["HOME"] ?? null,
    dryRun: false,
    waitMs: Math.max(0, deadlineMs - performance.now()),
    end: [],
    env,
    ...signal && { signal }
  });
  for (const { path, outcome, reason, why } of report.items) {
    tell(`${path}: ${reason}: ${outcome}${why === null ? "" : `: ${why}`}`);
  }
  return { modules: busyIn(report, "gomodcache"), build: busyIn(report, "gocache") };
}
function busyIn({ roots, items }, kind) {
  const root = roots.find((one) => one.kind === kind)?.path;
  const busy2 = items.find(
    ({ outcome, path }) => outcome === "busy" && root !== void 0 && path.startsWith(`${root}/`)
  );
  return busy2 === void 0 ? null : `${busy2.path} is busy: ${busy2.why}`;
}
var import_node_os3, import_node_path43;
var init_before_packing = __esm({
  "src/clean/before-packing.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path43 = require("node:path");
    init_errors();
    init_describe_process();
    init_flock_holders();
    init_clean();
  }
});

// src/process/proc/parse-environ.ts
function parseEnviron(text2) {
  return Object.fromEntries(
    text2.split("\0").flatMap((pair) => {
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

// src/process/proc/sockets.ts
function parseUnix(text2) {
  return text2.split("\n").flatMap((line) => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (path === void 0) return [];
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? "0", 16) & 65536) !== 0, path }];
  });
}
var init_sockets = __esm({
  "src/process/proc/sockets.ts"() {
    "use strict";
  }
});

// src/action/caches/job-daemons.ts
function jobDaemons(job) {
  if ((job.env["GITHUB_RUN_ID"] ?? "") === "") return [];
  const sockets = listeningBelow(new Set(job.socketFolders.flatMap((folder2) => realPath2(folder2) ?? [])));
  if (sockets.size === 0) return [];
  return listProcesses().filter(
    (one) => one.uid === job.uid && one.startTicks >= job.startTicks && /^gopls(?:[-.\d].*)?$/.test(one.name) && openPaths(one).some((path) => sockets.has(path)) && isOfJob(one, job.env)
  );
}
function isOfJob({ pid }, env) {
  const text2 = readText(`/proc/${pid}/environ`);
  if (text2 === null) return false;
  const theirs = parseEnviron(text2);
  return jobVariables.every((name2) => (theirs[name2] ?? "") === (env[name2] ?? ""));
}
function listeningBelow(folders2) {
  const table = readText("/proc/self/net/unix") ?? "";
  const found = /* @__PURE__ */ new Set();
  for (const { listens, inode, path } of parseUnix(table)) {
    if (!listens) continue;
    const folder2 = realPath2((0, import_node_path44.dirname)(path));
    if (folder2 !== null && folders2.has(folder2)) found.add(`socket:[${inode}]`);
  }
  return found;
}
function realPath2(folder2) {
  return unreadableToNull(() => (0, import_node_fs44.realpathSync)(folder2));
}
var import_node_fs44, import_node_path44, jobVariables;
var init_job_daemons = __esm({
  "src/action/caches/job-daemons.ts"() {
    "use strict";
    import_node_fs44 = require("node:fs");
    import_node_path44 = require("node:path");
    init_open_paths();
    init_parse_environ();
    init_process_table();
    init_read_proc();
    init_sockets();
    jobVariables = ["RUNNER_TRACKING_ID", "RUNNER_TEMP", "GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB"];
  }
});

// src/action/caches/clean-before-save.ts
async function cleanBeforeSave({ restored, startTicks }, waitMs, env) {
  const uid = process.geteuid?.();
  if (uid === void 0) return noneBusy;
  const startMs = performance.now();
  try {
    if (startTicks !== null) await endDaemons(uid, startTicks, env);
  } catch (error) {
    info(`before packing: ${describeFailure(error)}`);
  }
  const { modules: modules2, build: build2, lint } = restored;
  const busy2 = await beforePacking({
    gocache: build2.folder || null,
    gomodcache: modules2.folder || null,
    isLintPacked: lint.hit !== "off",
    waitMs: Math.max(0, waitMs - (performance.now() - startMs)),
    env,
    tell: info
  });
  return { ...busy2, gopls: null };
}
async function endDaemons(uid, startTicks, env) {
  const socketFolders = [env["XDG_RUNTIME_DIR"] ?? "", (0, import_node_os4.tmpdir)()].filter((folder2) => folder2 !== "");
  for (const daemon of jobDaemons({ uid, startTicks, env, socketFolders })) {
    for (const { pid, command } of await endTree(daemon.pid, uid)) {
      info(`ended pid ${pid} (${command}): gopls daemon that this job left running`);
    }
  }
}
var import_node_os4;
var init_clean_before_save = __esm({
  "src/action/caches/clean-before-save.ts"() {
    "use strict";
    import_node_os4 = require("node:os");
    init_core();
    init_save();
    init_before_packing();
    init_end_tree();
    init_describe_failure();
    init_job_daemons();
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
function bareHost(hostname) {
  return hostname.replace(/^\[(.*)\]$/, "$1").toLowerCase();
}
function family(address) {
  return (0, import_node_net2.isIP)(address) === 6 ? "ipv6" : "ipv4";
}
function isLoopback(host) {
  return (0, import_node_net2.isIP)(host) !== 0 && inRange(host, "127.0.0.0", 8, "::1", 128);
}
function inRange(host, v4, v4Bits, v6, v6Bits) {
  const block = new import_node_net2.BlockList();
  block.addSubnet(v4, v4Bits, "ipv4");
  block.addSubnet(v6, v6Bits, "ipv6");
  return block.check(host, family(host));
}
function isExempt(host, port, noProxy) {
  const isAddress = (0, import_node_net2.isIP)(host) !== 0;
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
    if ((0, import_node_net2.isIP)(name2) !== 0) {
      if (isAddress && inSubnet(host, name2, (0, import_node_net2.isIP)(name2) === 6 ? 128 : 32)) return true;
      continue;
    }
    if (!isAddress && isBelow2(host, name2)) return true;
  }
  return false;
}
function isBelow2(host, entry) {
  const name2 = entry.startsWith("*.") ? entry.slice(1) : entry;
  const ascii = (text2) => (0, import_node_url.domainToASCII)(text2) || text2;
  if (name2.startsWith(".")) return host.endsWith(`.${ascii(name2.slice(1))}`);
  return host === ascii(name2) || host.endsWith(`.${ascii(name2)}`);
}
function splitPort(entry) {
  const [, v6, port = ""] = /^\[([^\]]*)\]:(.*)$/.exec(entry) ?? [];
  if (v6 !== void 0) return { name: v6, port };
  const parts = entry.split(":");
  return parts.length === 2 ? { name: parts[0] ?? "", port: parts[1] ?? "" } : { name: entry, port: "" };
}
function inSubnet(host, network, bits) {
  if ((0, import_node_net2.isIP)(network) === 0 || bits > ((0, import_node_net2.isIP)(network) === 6 ? 128 : 32)) return false;
  const block = new import_node_net2.BlockList();
  block.addSubnet(network, bits, family(network));
  return block.check(host, family(host));
}
var import_node_net2, import_node_url;
var init_proxy_for = __esm({
  "src/go/network/proxy-for.ts"() {
    "use strict";
    import_node_net2 = require("node:net");
    import_node_url = require("node:url");
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
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return import_node_tls.default.createSecureContext({ ca: ca.filter(isReadable) });
  }
}
function isReadable(pem) {
  try {
    import_node_tls.default.createSecureContext({ ca: pem });
    return true;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
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
    for (const name2 of await namesIn3(folder2)) pems.push(...pemsIn(await textOf((0, import_node_path45.join)(folder2, name2))));
  }
  return pems;
}
function pemsIn(text2) {
  return text2.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
async function namesIn3(folder2) {
  try {
    const entries = await (0, import_promises11.readdir)(folder2, { withFileTypes: true });
    const kept = await Promise.all(
      entries.map(
        async (entry) => !entry.isSymbolicLink() || (await (0, import_promises11.readlink)((0, import_node_path45.join)(folder2, entry.name))).includes("/") ? [entry.name] : []
      )
    );
    return kept.flat();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
async function textOf(file) {
  if (file === "") return "";
  try {
    return await (0, import_promises11.readFile)(file, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_promises11, import_node_path45, import_node_tls, files, folders, contexts;
var init_trusted_certificates = __esm({
  "src/go/network/trusted-certificates.ts"() {
    "use strict";
    import_promises11 = require("node:fs/promises");
    import_node_path45 = require("node:path");
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
    function setup(env) {
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
        function debug(...args) {
          if (!debug.enabled) {
            return;
          }
          const self = debug;
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
        debug.namespace = namespace;
        debug.useColors = createDebug.useColors();
        debug.color = createDebug.selectColor(namespace);
        debug.extend = extend;
        debug.destroy = createDebug.destroy;
        Object.defineProperty(debug, "enabled", {
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
          createDebug.init(debug);
        }
        return debug;
      }
      function extend(namespace, delimiter) {
        const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
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
    module2.exports = setup;
  }
});

// node_modules/debug/src/browser.js
var require_browser = __commonJS({
  "node_modules/debug/src/browser.js"(exports2, module2) {
    exports2.formatArgs = formatArgs;
    exports2.save = save2;
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
    function save2(namespaces) {
      try {
        if (namespaces) {
          exports2.storage.setItem("debug", namespaces);
        } else {
          exports2.storage.removeItem("debug");
        }
      } catch (error) {
      }
    }
    function load() {
      let r;
      try {
        r = exports2.storage.getItem("debug") || exports2.storage.getItem("DEBUG");
      } catch (error) {
      }
      if (!r && typeof process !== "undefined" && "env" in process) {
        r = process.env.DEBUG;
      }
      return r;
    }
    function localstorage() {
      try {
        return localStorage;
      } catch (error) {
      }
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.j = function(v) {
      try {
        return JSON.stringify(v);
      } catch (error) {
        return "[UnexpectedJSONParseError]: " + error.message;
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
    exports2.save = save2;
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
    } catch (error) {
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
    function save2(namespaces) {
      if (namespaces) {
        process.env.DEBUG = namespaces;
      } else {
        delete process.env.DEBUG;
      }
    }
    function load() {
      return process.env.DEBUG;
    }
    function init(debug) {
      debug.inspectOpts = {};
      const keys = Object.keys(exports2.inspectOpts);
      for (let i = 0; i < keys.length; i++) {
        debug.inspectOpts[keys[i]] = exports2.inspectOpts[keys[i]];
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
    async function json2(stream) {
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
    exports2.json = json2;
    function req(url, opts = {}) {
      const href = typeof url === "string" ? url : url.href;
      const req2 = (href.startsWith("https:") ? https2 : http2).request(url, opts);
      const promise = new Promise((resolve3, reject) => {
        req2.once("response", resolve3).once("error", reject).end();
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
      decrementSockets(name2, socket2) {
        if (!this.sockets[name2] || socket2 === null) {
          return;
        }
        const sockets = this.sockets[name2];
        const index = sockets.indexOf(socket2);
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
        Promise.resolve().then(() => this.connect(req, connectOpts)).then((socket2) => {
          this.decrementSockets(name2, fakeSocket);
          if (socket2 instanceof http2.Agent) {
            try {
              return socket2.addRequest(req, connectOpts);
            } catch (err) {
              return cb(err);
            }
          }
          this[INTERNAL].currentSocket = socket2;
          super.createSocket(req, options, cb);
        }, (err) => {
          this.decrementSockets(name2, fakeSocket);
          cb(err);
        });
      }
      createConnection() {
        const socket2 = this[INTERNAL].currentSocket;
        this[INTERNAL].currentSocket = void 0;
        if (!socket2) {
          throw new Error("No socket was returned in the `connect()` function");
        }
        return socket2;
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
    var debug = (0, debug_1.default)("https-proxy-agent:parse-proxy-response");
    function parseProxyResponse(socket2) {
      return new Promise((resolve3, reject) => {
        let buffersLength = 0;
        const buffers = [];
        function read2() {
          const b = socket2.read();
          if (b)
            ondata(b);
          else
            socket2.once("readable", read2);
        }
        function cleanup() {
          socket2.removeListener("end", onend);
          socket2.removeListener("error", onerror);
          socket2.removeListener("readable", read2);
        }
        function onend() {
          cleanup();
          debug("onend");
          reject(new Error("Proxy connection ended before receiving CONNECT response"));
        }
        function onerror(err) {
          cleanup();
          debug("onerror %o", err);
          reject(err);
        }
        function ondata(b) {
          buffers.push(b);
          buffersLength += b.length;
          const buffered = Buffer.concat(buffers, buffersLength);
          const endOfHeaders = buffered.indexOf("\r\n\r\n");
          if (endOfHeaders === -1) {
            debug("have not received end of HTTP headers yet...");
            read2();
            return;
          }
          const headerParts = buffered.slice(0, endOfHeaders).toString("ascii").split("\r\n");
          const firstLine = headerParts.shift();
          if (!firstLine) {
            socket2.destroy();
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
              socket2.destroy();
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
          debug("got proxy server response: %o %o", firstLine, headers);
          cleanup();
          resolve3({
            connect: {
              statusCode,
              statusText,
              headers
            },
            buffered
          });
        }
        socket2.on("error", onerror);
        socket2.on("end", onend);
        read2();
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
    var debug = (0, debug_1.default)("https-proxy-agent");
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
        debug("Creating new HttpsProxyAgent instance: %o", this.proxy.href);
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
        let socket2;
        if (proxy.protocol === "https:") {
          debug("Creating `tls.Socket`: %o", this.connectOpts);
          socket2 = tls2.connect(setServernameFromNonIpHost(this.connectOpts));
        } else {
          debug("Creating `net.Socket`: %o", this.connectOpts);
          socket2 = net.connect(this.connectOpts);
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
        const proxyResponsePromise = (0, parse_proxy_response_1.parseProxyResponse)(socket2);
        socket2.write(`${payload}\r
`);
        const { connect: connect2, buffered } = await proxyResponsePromise;
        req.emit("proxyConnect", connect2);
        this.emit("proxyConnect", connect2, req);
        if (connect2.statusCode === 200) {
          req.once("socket", resume);
          if (opts.secureEndpoint) {
            debug("Upgrading socket connection to TLS");
            return tls2.connect({
              ...omit(setServernameFromNonIpHost(opts), "host", "path", "port"),
              socket: socket2
            });
          }
          return socket2;
        }
        socket2.destroy();
        const fakeSocket = new net.Socket({ writable: false });
        fakeSocket.readable = true;
        req.once("socket", (s) => {
          debug("Replaying proxy buffer for failed request");
          (0, assert_1.default)(s.listenerCount("data") > 0);
          s.push(buffered);
          s.push(null);
        });
        return fakeSocket;
      }
    };
    HttpsProxyAgent.protocols = ["http", "https"];
    exports2.HttpsProxyAgent = HttpsProxyAgent;
    function resume(socket2) {
      socket2.resume();
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
    var debug = (0, debug_1.default)("http-proxy-agent");
    var HttpProxyAgent = class extends agent_base_1.Agent {
      constructor(proxy, opts) {
        super(opts);
        this.proxy = typeof proxy === "string" ? new url_1.URL(proxy) : proxy;
        this.proxyHeaders = opts?.headers ?? {};
        debug("Creating new HttpProxyAgent instance: %o", this.proxy.href);
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
        const hostname = req.getHeader("host") || "localhost";
        const base = `${protocol}//${hostname}`;
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
        debug("Regenerating stored HTTP header string for request");
        req._implicitHeader();
        if (req.outputData && req.outputData.length > 0) {
          debug("Patching connection write() output buffer with updated header");
          first = req.outputData[0].data;
          endOfHeaders = first.indexOf("\r\n\r\n") + 4;
          req.outputData[0].data = req._header + first.substring(endOfHeaders);
          debug("Output buffer: %o", req.outputData[0].data);
        }
        let socket2;
        if (this.proxy.protocol === "https:") {
          debug("Creating `tls.Socket`: %o", this.connectOpts);
          socket2 = tls2.connect(this.connectOpts);
        } else {
          debug("Creating `net.Socket`: %o", this.connectOpts);
          socket2 = net.connect(this.connectOpts);
        }
        await (0, events_1.once)(socket2, "connect");
        return socket2;
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
async function httpRequest(start2, options) {
  const authorization = await authorizationFor(start2, options);
  let url = start2;
  for (let redirects = 0; ; redirects++) {
    const answer = await sendOnce(url, url.origin === start2.origin ? authorization : null, options);
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
  return await new Promise((resolve3, reject) => {
    let refusedBy = null;
    const how = { method, headers, signal, secureContext, agent };
    const request = isSecure ? import_node_https.default.request(bare, how) : import_node_http.default.request(bare, how);
    request.on("proxyConnect", ({ statusCode }) => {
      if (statusCode !== 200 && proxy !== null) refusedBy = `${proxy.protocol}//${proxy.host}`;
    });
    request.on("response", (response) => resolve3({ response, url, refusedBy }));
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
function networkErrno(error) {
  for (let at = error; at instanceof Error; at = at.cause) {
    const errno = errnoOf(at);
    if (errno !== void 0) return errno;
    if (at instanceof AggregateError) return errnoOf(at.errors[0]);
  }
  return void 0;
}
function networkMessage(error) {
  const errno = networkErrno(error);
  if (errno === "ENOTFOUND" || errno === "EAI_AGAIN") return `unknown host (${errno})`;
  if (errno === "ECONNREFUSED") return "the connection was refused (ECONNREFUSED)";
  if (errno !== void 0 && untrusted.has(errno)) {
    return `this machine does not trust its certificate (${errno}): ${certificateHint()}`;
  }
  const cause = error instanceof Error && error.cause !== void 0 ? error.cause : error;
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

// src/action/caches/delete-replaced.ts
async function deleteReplaced(key, token, env) {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_REF: ref } = env;
  if (env["GITEA_ACTIONS"] === "true" || env["FORGEJO_ACTIONS"] === "true") {
    return "there is no API for that on Gitea or Forgejo";
  }
  if (token === "" || !api || !repository || !ref) return "there is no token, or no cache service";
  const query = new URLSearchParams({ key, ref });
  const signal = AbortSignal.timeout(timeoutMs2);
  try {
    const { response, refusedBy } = await httpRequest(new URL(`${api}/repos/${repository}/actions/caches?${query}`), {
      env,
      signal,
      method: "DELETE",
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`
    });
    response.destroy();
    const { statusCode: status = 0 } = response;
    if (refusedBy !== null) return `the HTTP proxy ${refusedBy} answered ${status}`;
    if (status >= 200 && status < 300 || status === 404) return null;
    return status === 403 ? "the job lacks the permission actions:write" : `the service answered ${status}`;
  } catch (error) {
    return signal.aborted ? `no answer came within ${timeoutMs2 / 1e3} s` : networkMessage(error);
  }
}
var timeoutMs2;
var init_delete_replaced = __esm({
  "src/action/caches/delete-replaced.ts"() {
    "use strict";
    init_http_request();
    init_network_message();
    timeoutMs2 = 1e4;
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
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
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
  const real = await (0, import_promises12.realpath)(folder2);
  if (isPlain(real) || !isPlain((0, import_node_os5.tmpdir)())) return await use(real);
  const place = await (0, import_promises12.mkdtemp)((0, import_node_path46.join)((0, import_node_os5.tmpdir)(), "unlatch-"));
  try {
    const link3 = (0, import_node_path46.join)(place, "root");
    await (0, import_promises12.symlink)(real, link3, "junction");
    return await use(link3);
  } finally {
    await (0, import_promises12.rm)(place, { recursive: true });
  }
}
function isPlain(path) {
  return !/[ "]/.test(path);
}
var import_promises12, import_node_os5, import_node_path46;
var init_with_plain_path = __esm({
  "src/cache/store/with-plain-path.ts"() {
    "use strict";
    import_promises12 = require("node:fs/promises");
    import_node_os5 = require("node:os");
    import_node_path46 = require("node:path");
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
      const refusal = annotation(output, "Cache reservation failed: ") ?? annotation(output, "Failed to reserve cache: ");
      const failure = annotation(output, "Failed to save: ") ?? "the cache service did not accept the archive";
      const isThere5 = refusal === null ? /another job|already exists/i : /already.?exists|\(409\)|Response was not ok/i;
      if (isThere5.test(refusal ?? failure)) return { outcome: "exists", why: failure };
      return await failed(refusal === null ? failure : `the cache service rejected the archive: ${refusal}`, env);
    }
  };
}
async function failed(why, env) {
  return { outcome: "failed", why: (/\btar\b/.test(why) ? await unfitTar(env) : null) ?? why };
}
async function converse(question, root, env) {
  const proxies = serviceProxies(env);
  if ("why" in proxies) return { answer: { error: proxies.why, matchedKey: null, saved: false }, output: "" };
  const temporary2 = (0, import_node_path47.join)(root, "tmp");
  await (0, import_promises13.mkdir)(temporary2, { recursive: true });
  try {
    return await withPlainPath(root, async (workspace) => {
      const worker = __url.endsWith(".ts") ? "./store-worker.ts" : "./store-worker.cjs";
      const child = (0, import_node_child_process4.fork)((0, import_node_url2.fileURLToPath)(new URL(worker, __url)), [workspace], {
        cwd: workspace,
        env: { ...proxies.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: (0, import_node_path47.join)(workspace, "tmp") },
        execArgv: [],
        silent: true,
        // Its own process group, so that tar is killed with it.
        detached: process.platform !== "win32"
      });
      return await conversation(child, question);
    });
  } finally {
    await (0, import_promises13.rm)(temporary2, { recursive: true, force: true });
  }
}
function conversation(child, question) {
  return new Promise((resolve3) => {
    let output = "";
    const failed2 = (error) => ({ error, matchedKey: null, saved: false });
    let answer = null;
    const keep = (chunk2) => {
      output = (output + chunk2.toString()).slice(-(64 << 10));
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const alarm = setTimeout(() => {
      answer = failed2(`not finished within ${timeoutMs3 / 6e4} minutes`);
      signalGroup(child.pid, "SIGKILL");
    }, timeoutMs3);
    child.on("message", (message) => {
      answer ??= message;
      if (message.error !== null) signalGroup(child.pid, "SIGKILL");
    });
    child.on("error", (error) => {
      answer ??= failed2(error.message);
      if (child.pid === void 0) {
        clearTimeout(alarm);
        resolve3({ answer, output });
      }
    });
    child.on("close", async (code2, signal) => {
      clearTimeout(alarm);
      await groupEnds(child.pid, killedMs2);
      resolve3({
        answer: answer ?? failed2(`the cache worker exited (${signal ?? code2}): ${output.slice(-500)}`),
        output
      });
    });
    child.send(question, (error) => {
      if (error !== null) answer ??= failed2(error.message);
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
var import_node_child_process4, import_promises13, import_node_path47, import_node_url2, timeoutMs3, killedMs2;
var init_actions_store = __esm({
  "src/cache/store/actions-store.ts"() {
    "use strict";
    import_node_child_process4 = require("node:child_process");
    import_promises13 = require("node:fs/promises");
    import_node_path47 = require("node:path");
    import_node_url2 = require("node:url");
    init_end_group();
    init_signal_group();
    init_service_proxy();
    init_unfit_tar();
    init_with_plain_path();
    timeoutMs3 = 60 * 6e4;
    killedMs2 = 2e3;
  }
});

// src/cache/store/pool/folder-files.ts
async function writeNew(file, text2) {
  const handle = await (0, import_promises14.open)(file, "wx");
  try {
    await handle.writeFile(text2);
  } finally {
    await handle.close();
  }
}
async function flush(path) {
  if (process.platform === "win32") return;
  const handle = await (0, import_promises14.open)(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function linkInto(from, to) {
  for (; ; ) {
    await (0, import_promises14.mkdir)((0, import_node_path48.dirname)(to), { recursive: true });
    try {
      return await (0, import_promises14.link)(from, to);
    } catch (error) {
      if (errnoOf(error) !== "ENOENT" || await orNull((0, import_promises14.stat)(from)) === null) throw error;
    }
  }
}
async function removeEmpty(folder2) {
  try {
    await (0, import_promises14.rmdir)(folder2);
    return true;
  } catch (error) {
    const code2 = errnoOf(error) ?? "";
    if (code2 === "ENOENT") return true;
    if (["ENOTEMPTY", "EEXIST", "EBUSY", "EPERM"].includes(code2)) return false;
    throw error;
  }
}
async function orNull(task) {
  try {
    return await task;
  } catch (error) {
    const code2 = errnoOf(error);
    if (code2 === "ENOENT" || code2 === "ENOTDIR") return null;
    throw error;
  }
}
async function namesIn4(folder2) {
  return await orNull((0, import_promises14.readdir)(folder2)) ?? [];
}
async function entriesIn(folder2) {
  return await orNull((0, import_promises14.readdir)(folder2, { withFileTypes: true })) ?? [];
}
var import_promises14, import_node_path48;
var init_folder_files = __esm({
  "src/cache/store/pool/folder-files.ts"() {
    "use strict";
    import_promises14 = require("node:fs/promises");
    import_node_path48 = require("node:path");
    init_errors();
  }
});

// src/cache/store/pool/names.ts
function spell(text2) {
  const plain = [...Buffer.from(text2)].map((byte, index) => {
    const letter = String.fromCharCode(byte);
    return /[a-z0-9_-]/.test(letter) || letter === "." && index > 0 ? letter : `~${byte.toString(16).padStart(2, "0")}`;
  }).join("");
  return plain.replace(new RegExp(`.{${segmentLength}}(?=.)`, "g"), "$&~/");
}
function unspell(path) {
  const bytes = path.replaceAll("~/", "").replace(/~([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
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
function nameOf(path) {
  const found = partsOf(path);
  if (found === null || found.what === "used") return null;
  return found.what === "pointers" ? { scope: found.scope, slot: unspell(found.last) } : { scope: found.scope, id: found.last };
}
function useOf2(path) {
  const found = partsOf(path);
  if (found?.what !== "used") return null;
  const [scope = "", ...slot] = unspell(found.last).split("\n");
  return { by: found.scope, scope, slot: slot.join("\n") };
}
function partsOf(path) {
  const [, group2, rest, what, last] = pathForm.exec(path) ?? [];
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
  const parsed = safeParse(pipe(string(), parseJson(), schema3), found.text);
  const { current, previous } = parsed.success ? parsed.output : { current: null, previous: [] };
  return { current, previous, version: found.version, changedMs: found.changedMs };
}
async function movePointer(pool, name2, { current, previous, version }, next, nowMs, graceMs3) {
  const pointer = {
    schema: 1,
    nonce: (0, import_node_crypto6.randomBytes)(8).toString("hex"),
    current: next,
    previous: [
      ...previous.filter(({ untilMs }) => untilMs > nowMs),
      ...current === null ? [] : [{ object: current.object, untilMs: nowMs + graceMs3 }]
    ]
  };
  return await pool.move(name2, `${JSON.stringify(pointer)}
`, version);
}
var import_node_crypto6, defaultGraceMs, noteUseEveryMs, savedBySchema, entrySchema, schema3;
var init_pointer = __esm({
  "src/cache/store/pool/pointer.ts"() {
    "use strict";
    import_node_crypto6 = require("node:crypto");
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
    schema3 = object({
      schema: literal(1),
      /** Makes each text differ. */
      nonce: string(),
      /** null: retired. */
      current: nullable(entrySchema),
      /** Objects that it named before; a reader may still be reading one. */
      previous: array(object({ object: string(), untilMs: number() }))
    });
  }
});

// src/cache/store/pool/folder-pool.ts
function folderPool(folder2, signal, listedMs = 6e4) {
  const scratch = (0, import_node_path49.join)(folder2, layout, "unfinished");
  const at = (path) => (0, import_node_path49.join)(folder2, ...path.split("/"));
  const publish = async (place, write) => {
    signal.throwIfAborted();
    const unfinished = (0, import_node_path49.join)(scratch, `${process.pid}-${(0, import_node_crypto7.randomBytes)(6).toString("hex")}`);
    await (0, import_promises15.mkdir)(scratch, { recursive: true });
    try {
      await write(unfinished);
      await flush(unfinished);
      await linkInto(unfinished, place);
    } catch (error) {
      if (errnoOf(error) === "EEXIST") return false;
      throw error;
    } finally {
      await (0, import_promises15.rm)(unfinished, { force: true });
    }
    await flush((0, import_node_path49.dirname)(place));
    return true;
  };
  const newest = async (pointer) => {
    const versions = (await namesIn4(pointer)).map(Number).filter((one) => Number.isSafeInteger(one));
    return versions.length === 0 ? null : Math.max(...versions);
  };
  const read2 = async (name2) => {
    const pointer = at(pointerPath(name2));
    const deadlineMs = performance.now() + listedMs;
    for (let missing = null; ; ) {
      signal.throwIfAborted();
      const version = await newest(pointer);
      if (version === null) return null;
      const path = (0, import_node_path49.join)(pointer, String(version));
      const file = await orNull((0, import_promises15.open)(path, "r"));
      if (file === null) {
        if (version === missing) {
          if (performance.now() > deadlineMs) throw new Error(`${path} is listed and cannot be opened; remove it`);
          await (0, import_promises16.setTimeout)(pauseMs, void 0, { signal });
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
    const visit = async (path) => {
      for (const entry of await entriesIn(at(path))) {
        const below = `${path}/${entry.name}`;
        if (entry.name.endsWith("~")) await visit(below);
        else if (entry.isDirectory()) found.push(below);
      }
    };
    for (const group2 of ["heads", "pulls"]) await visit(`${layout}/${group2}`);
    return found;
  };
  const filesBelow3 = async (path) => {
    signal.throwIfAborted();
    const found = [];
    for (const entry of await entriesIn(at(path))) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) found.push(...await filesBelow3(below));
      else {
        const file = await orNull((0, import_promises15.stat)(at(below)));
        if (file !== null) found.push({ path: below, bytes: file.size, changedMs: file.mtimeMs });
      }
    }
    return found;
  };
  const pointersBelow = async (scope, prefix) => {
    const found = [];
    const visit = async (path) => {
      signal.throwIfAborted();
      const entries = await entriesIn(at(path));
      const versions = entries.filter((entry) => entry.isFile()).map((entry) => Number(entry.name));
      const name2 = versions.length === 0 ? null : nameOf(path);
      if (name2 !== null && "slot" in name2) {
        if (!name2.slot.startsWith(prefix)) return;
        const last = await orNull((0, import_promises15.stat)((0, import_node_path49.join)(at(path), String(Math.max(...versions)))));
        if (last === null) return await visit(path);
        found.push({ ...name2, changedMs: last.mtimeMs });
      }
      for (const entry of entries) {
        if (entry.isDirectory()) await visit(`${path}/${entry.name}`);
      }
    };
    await visit(`${scope}/pointers`);
    return found;
  };
  const removeOldVersions = async (path, beforeMs) => {
    signal.throwIfAborted();
    const entries = await entriesIn(at(path));
    const versions = entries.filter((entry) => entry.isFile()).map(({ name: name2 }) => Number(name2));
    for (const version of versions.sort((a, b) => a - b).slice(0, -1)) {
      const next = await orNull((0, import_promises15.stat)((0, import_node_path49.join)(at(path), String(version + 1))));
      if (next !== null && next.mtimeMs < beforeMs) await orNull((0, import_promises15.unlink)((0, import_node_path49.join)(at(path), String(version))));
    }
    for (const entry of entries) {
      if (entry.isDirectory()) await removeOldVersions(`${path}/${entry.name}`, beforeMs);
    }
  };
  return {
    what: folder2,
    read: read2,
    move: async (name2, text2, expected) => {
      const pointer = at(pointerPath(name2));
      const version = expected === null ? 1 : Number(expected) + 1;
      const startMs = performance.now();
      if ((await newest(pointer) ?? 0) !== version - 1) return false;
      const file = (0, import_node_path49.join)(pointer, String(version));
      if (!await publish(file, async (unfinished) => await writeNew(unfinished, text2))) return false;
      const isStale = performance.now() - startMs > defaultGraceMs / 2;
      if (!isStale && (expected === null || (await namesIn4(pointer)).includes(expected))) return true;
      await orNull((0, import_promises15.unlink)(file));
      return false;
    },
    drop: async (name2, expected) => {
      const pointer = at(pointerPath(name2));
      if (await newest(pointer) !== Number(expected)) return false;
      for (const version of await namesIn4(pointer)) {
        if (Number(version) <= Number(expected)) await orNull((0, import_promises15.unlink)((0, import_node_path49.join)(pointer, version)));
      }
      return await removeEmpty(pointer);
    },
    pointers: async (scope, prefix) => await pointersBelow(`${layout}/${spellScope(scope)}`, prefix),
    upload: async (object2, file) => {
      const made = await publish(
        at(objectPath(object2)),
        async (unfinished) => await (0, import_promises15.copyFile)(file, unfinished, import_node_fs45.constants.COPYFILE_FICLONE)
      );
      if (!made) throw new Error(`${object2.id} is there already`);
    },
    open: async (object2) => await orNull((0, import_promises15.open)(at(objectPath(object2)), "r")),
    remove: async (object2) => {
      const file = at(objectPath(object2));
      await orNull((0, import_promises15.unlink)(file));
      await removeEmpty((0, import_node_path49.dirname)(file));
    },
    contents: async () => {
      const [objects, pointers, uses] = [[], [], []];
      for (const scope of await scopePaths()) {
        for (const { path, ...file } of await filesBelow3(`${scope}/objects`)) {
          const name2 = nameOf(path);
          if (name2 !== null && "id" in name2) objects.push({ ...name2, ...file });
        }
        pointers.push(...await pointersBelow(scope, ""));
        for (const { path, changedMs } of await filesBelow3(`${scope}/used`)) {
          const use = useOf2(path);
          if (use !== null) uses.push({ ...use, changedMs });
        }
      }
      return { objects, pointers, uses };
    },
    renew: async (use) => {
      const file = at(usePath(use));
      await (0, import_promises15.mkdir)((0, import_node_path49.dirname)(file), { recursive: true });
      await (0, import_promises15.writeFile)(file, ".");
    },
    forgetUse: async (use) => {
      await orNull((0, import_promises15.unlink)(at(usePath(use))));
    },
    sweepUnfinished: async (beforeMs, dryRun) => {
      let swept = 0;
      for (const name2 of await namesIn4(scratch)) {
        const file = (0, import_node_path49.join)(scratch, name2);
        const found = await orNull((0, import_promises15.stat)(file));
        if (found === null || found.mtimeMs >= beforeMs) continue;
        swept++;
        if (!dryRun) await orNull((0, import_promises15.unlink)(file));
      }
      if (!dryRun) for (const scope of await scopePaths()) await removeOldVersions(`${scope}/pointers`, beforeMs);
      return swept;
    },
    nowMs: async () => {
      await (0, import_promises15.mkdir)(scratch, { recursive: true });
      const probe = (0, import_node_path49.join)(scratch, `${process.pid}-${(0, import_node_crypto7.randomBytes)(6).toString("hex")}`);
      try {
        await writeNew(probe, "");
        return (await (0, import_promises15.stat)(probe)).mtimeMs;
      } finally {
        await (0, import_promises15.rm)(probe, { force: true });
      }
    }
  };
}
var import_node_crypto7, import_node_fs45, import_promises15, import_node_path49, import_promises16, pauseMs;
var init_folder_pool = __esm({
  "src/cache/store/pool/folder-pool.ts"() {
    "use strict";
    import_node_crypto7 = require("node:crypto");
    import_node_fs45 = require("node:fs");
    import_promises15 = require("node:fs/promises");
    import_node_path49 = require("node:path");
    import_promises16 = require("node:timers/promises");
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
  const { protocol, hostname, pathname, searchParams, username, password, port } = new URL(text2);
  if (protocol !== "s3:") throw refuse("not an address of S3");
  if (username !== "" || password !== "") {
    throw refuse("credentials do not belong into it: set AWS_ACCESS_KEY_ID or whatever else the AWS SDK reads");
  }
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(hostname) || port !== "") throw refuse("it names no bucket");
  const unknown = [...searchParams.keys()].find((name2) => !parameters.includes(name2));
  if (unknown !== void 0) throw refuse(`unknown parameter ${unknown}; there are ${parameters.join(", ")}`);
  const endpoint = searchParams.get("endpoint") || env["AWS_ENDPOINT_URL_S3"] || env["AWS_ENDPOINT_URL"] || null;
  if (endpoint !== null) checkEndpoint(endpoint, searchParams.get("allow-http") === "true", refuse);
  return {
    bucket: hostname,
    prefix: decodeURIComponent(pathname).replace(/^\/+|\/+$/g, ""),
    // Servers other than Amazon's have no regions, and the signature needs one.
    region: searchParams.get("region") || env["AWS_REGION"] || env["AWS_DEFAULT_REGION"] || (endpoint === null ? null : "us-east-1"),
    endpoint,
    pathStyle: searchParams.get("path-style") === null ? endpoint !== null : searchParams.get("path-style") === "true"
  };
}
function checkEndpoint(endpoint, allowHttp, refuse) {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) throw refuse(`the endpoint ${endpoint} is no URL`);
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
    const parsed = parseS3Address(address, env);
    const { s3Pool } = await import("./s3-pool.cjs");
    return s3Pool(parsed, signal);
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1];
  if (scheme !== void 0)
    throw new UserError(`${scheme}:// is no store that unlatch knows; name a folder or s3://BUCKET/PREFIX`);
  return folderPool((0, import_node_path50.resolve)(address), signal);
}
var import_node_path50;
var init_open_pool = __esm({
  "src/cache/store/pool/open-pool.ts"() {
    "use strict";
    import_node_path50 = require("node:path");
    init_errors();
    init_folder_pool();
    init_s3_address();
  }
});

// src/cache/digest-of.ts
async function digestOf(file, signal) {
  const hash = (0, import_node_crypto8.createHash)("sha256");
  const chunk2 = Buffer.allocUnsafe(chunkBytes);
  for (let bytes = 0; ; ) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(chunk2, 0, chunkBytes, bytes);
    if (bytesRead === 0) return { sha256: hash.digest("hex"), bytes };
    hash.update(chunk2.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}
var import_node_crypto8, chunkBytes;
var init_digest_of = __esm({
  "src/cache/digest-of.ts"() {
    "use strict";
    import_node_crypto8 = require("node:crypto");
    chunkBytes = 1 << 20;
  }
});

// src/cache/store/pool/pack.ts
async function pack(root, kind, file, signal) {
  const hash = (0, import_node_crypto9.createHash)("sha256");
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
      await (0, import_promises17.pipeline)(stdout, compressor, count, (0, import_node_fs46.createWriteStream)(file), { signal });
    },
    signal
  );
  return { sha256: hash.digest("hex"), bytes, compression: hasZstd ? "zstd" : "gzip" };
}
async function unpack(file, compression, root, kind, signal) {
  const byProgram = compression === "zstd" && !hasZstd;
  const options = ["--no-same-owner", "--no-same-permissions", ...byProgram ? ["--use-compress-program=unzstd"] : []];
  await tar(
    [extract, "-", "-C", root, ...options, kind],
    async ({ stdin }) => {
      if (stdin === null) throw new Error("tar has no input");
      const source = file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 });
      if (byProgram) return await (0, import_promises17.pipeline)(source, stdin, { signal });
      const expand = compression === "zstd" ? zlib.createZstdDecompress() : zlib.createGunzip();
      await (0, import_promises17.pipeline)(source, expand, stdin, { signal });
    },
    signal
  );
}
async function tar(args, talk, signal) {
  const child = startChild("tar", args, { stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text2) => {
    said = (said + text2).slice(-2e3);
  });
  const kill = () => child.kill("SIGKILL");
  signal.addEventListener("abort", kill);
  try {
    const [broken2, [code2, by]] = await Promise.all([
      // A pipe that broke ends tar, too.
      talk(child).then(
        () => null,
        (error) => error ?? new Error("broken off")
      ),
      (0, import_node_events.once)(child, "close")
    ]);
    signal.throwIfAborted();
    if (code2 === 0 && (broken2 === null || args[0] === extract)) return;
    const words2 = said.trim().split("\n")[0] || (code2 === null ? `ended by ${by}` : `exit status ${code2}`);
    const isOurs = broken2 !== null && !["EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes(errnoOf(broken2) ?? "");
    throw new EnvironmentError(`tar: ${isOurs ? messageOf(broken2) : words2}`, { cause: broken2 });
  } catch (error) {
    if (error instanceof EnvironmentError || signal.aborted) throw error;
    throw new EnvironmentError(`tar cannot be run: ${messageOf(error)}`, { cause: error });
  } finally {
    signal.removeEventListener("abort", kill);
  }
}
var import_node_crypto9, import_node_events, import_node_fs46, import_promises17, zlib, extract, hasZstd;
var init_pack = __esm({
  "src/cache/store/pool/pack.ts"() {
    "use strict";
    import_node_crypto9 = require("node:crypto");
    import_node_events = require("node:events");
    import_node_fs46 = require("node:fs");
    import_promises17 = require("node:stream/promises");
    zlib = __toESM(require("node:zlib"), 1);
    init_errors();
    init_start_child();
    extract = "-xf";
    hasZstd = typeof zlib.createZstdCompress === "function";
  }
});

// src/cache/store/pool/pool-store.ts
function poolStore(pool, { readScopes, writeScope, by }, signal, graceMs3 = defaultGraceMs) {
  async function* candidates({ key, prefixes, kind }) {
    const seen = /* @__PURE__ */ new Set();
    const look = async (name2) => {
      const id = `${name2.scope} ${name2.slot}`;
      if (seen.has(id)) return null;
      seen.add(id);
      const { current } = await readPointer(pool, name2);
      return current === null || current.kind !== kind ? null : { name: name2, entry: current };
    };
    for (const scope of readScopes) {
      const exact = await look({ scope, slot: key });
      if (exact !== null) yield exact;
      for (const prefix of prefixes) {
        const found = [...await pool.pointers(scope, prefix)].sort((a, b) => b.changedMs - a.changedMs);
        for (const name2 of found) {
          const candidate = await look(name2);
          if (candidate !== null) yield candidate;
        }
      }
    }
  }
  const retire = async (name2, object2) => {
    if (name2.scope !== writeScope) return;
    const pointer = await readPointer(pool, name2);
    if (pointer.current === null || object2 !== null && pointer.current.object !== object2) return;
    await movePointer(pool, name2, pointer, null, await pool.nowMs(), graceMs3);
  };
  const noteUse = async ({ scope, slot }) => {
    if (writeScope !== null) await pool.renew({ by: writeScope, scope, slot }, noteUseEveryMs).catch(() => void 0);
  };
  const bring = async ({ name: name2, entry }, root) => {
    const { object: id, bytes, sha256, compression, kind } = entry;
    const scratch = (0, import_node_path51.join)(root, "archive");
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
      await (0, import_promises18.rm)(scratch, { force: true });
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
      } catch (error) {
        return { outcome: "failed", why: messageOf(error) };
      }
    },
    find: async (request) => {
      try {
        for await (const { entry } of candidates(request)) return { outcome: "hit", matchedKey: entry.key };
        return { outcome: "miss" };
      } catch (error) {
        return { outcome: "failed", why: messageOf(error) };
      }
    },
    put: async (request) => {
      if (writeScope === null) return { outcome: "failed", why: "this job may not save" };
      try {
        return await put(request, writeScope);
      } catch (error) {
        return { outcome: "failed", why: messageOf(error) };
      }
    },
    forget: async (key) => {
      if (writeScope === null) return;
      const name2 = { scope: writeScope, slot: slotOf(key) };
      const pointer = await readPointer(pool, name2);
      if (pointer.current?.key !== key) return;
      await movePointer(pool, name2, pointer, null, await pool.nowMs(), graceMs3);
    }
  };
  async function put({ kind, root, key, after: after5 }, scope) {
    const name2 = { scope, slot: slotOf(key) };
    const exists2 = { outcome: "exists", why: "another job has saved the same" };
    const hasMoved = (current) => after5 !== void 0 && current !== null && current.key !== after5;
    const before = await readPointer(pool, name2);
    if (before.current?.key === key) return exists2;
    if (hasMoved(before.current)) return { outcome: "moved" };
    const file = (0, import_node_path51.join)(root, "archive");
    let isNamed = false;
    const startMs = await pool.nowMs();
    const packed = await pack(root, kind, file, signal);
    const object2 = { scope, id: `${packed.sha256}.${(0, import_node_crypto10.randomBytes)(4).toString("hex")}` };
    try {
      await pool.upload(object2, file, packed.bytes);
      for (let race = 0; race < mostRaces; race++) {
        const pointer = race === 0 ? before : await readPointer(pool, name2);
        if (pointer.current?.key === key) return exists2;
        if (hasMoved(pointer.current)) return { outcome: "moved" };
        const nowMs = await pool.nowMs();
        const tookMs = nowMs - startMs;
        if (tookMs > graceMs3 / 2)
          throw new Error(`packing and sending it took ${Math.round(tookMs / 1e3)} s: too long`);
        const entry = { key, kind, object: object2.id, ...packed, savedMs: nowMs, by };
        isNamed = true;
        if (await movePointer(pool, name2, pointer, entry, nowMs, graceMs3)) {
          return { outcome: "saved", archiveBytes: packed.bytes };
        }
        isNamed = false;
      }
      throw new Error(`${mostRaces} other jobs were faster`);
    } finally {
      if (!isNamed) await pool.remove(object2).catch(() => void 0);
      await (0, import_promises18.rm)(file, { force: true });
    }
  }
}
var import_node_crypto10, import_promises18, import_node_path51, mostRaces;
var init_pool_store = __esm({
  "src/cache/store/pool/pool-store.ts"() {
    "use strict";
    import_node_crypto10 = require("node:crypto");
    import_promises18 = require("node:fs/promises");
    import_node_path51 = require("node:path");
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
    stagingFolder: (0, import_node_path52.join)(env["RUNNER_TEMP"] || workspace, "unlatch"),
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
function matrixOf(json2) {
  if (json2 === "") return "";
  const matrix = JSON.parse(json2);
  if (matrix === null || typeof matrix !== "object" || Object.keys(matrix).length === 0) return "";
  return JSON.stringify(matrix);
}
var import_node_path52, markVariable, layeredVariable, savedVariable;
var init_request = __esm({
  "src/action/caches/request.ts"() {
    "use strict";
    import_node_path52 = require("node:path");
    markVariable = "UNLATCH_CACHE_MARK_MS";
    layeredVariable = "UNLATCH_LAYERED";
    savedVariable = "UNLATCH_SAVED_KEYS";
  }
});

// src/action/caches/stored-keys.ts
async function storedKeys(prefix, token, env) {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = env;
  if (token === "" || !api || !repository) return { why: "there is no token, or no cache service" };
  const signal = AbortSignal.timeout(timeoutMs4);
  const keys = [];
  try {
    for (let page = 1; ; page++) {
      const query = new URLSearchParams({ key: prefix, per_page: String(perPage), page: String(page) });
      const { response, refusedBy } = await httpRequest(new URL(`${api}/repos/${repository}/actions/caches?${query}`), {
        env,
        signal,
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`
      });
      if (refusedBy !== null || response.statusCode !== 200) {
        response.destroy();
        return { why: `the list of keys was answered with ${response.statusCode}` };
      }
      const parsed = safeParse(pageSchema, await (0, import_consumers.json)(response));
      if (!parsed.success) return { why: "the list of keys is not in the form that GitHub documents" };
      keys.push(...parsed.output.actions_caches.map(({ key }) => key));
      if (parsed.output.actions_caches.length < perPage) {
        return keys.length >= parsed.output.total_count ? { keys } : { why: "the list of keys changed meanwhile" };
      }
    }
  } catch (error) {
    return { why: signal.aborted ? `no answer came within ${timeoutMs4 / 1e3} s` : networkMessage(error) };
  }
}
var import_consumers, timeoutMs4, perPage, pageSchema;
var init_stored_keys = __esm({
  "src/action/caches/stored-keys.ts"() {
    "use strict";
    import_consumers = require("node:stream/consumers");
    init_dist();
    init_http_request();
    init_network_message();
    timeoutMs4 = 1e4;
    perPage = 100;
    pageSchema = object({ total_count: number(), actions_caches: array(object({ key: string() })) });
  }
});

// src/action/restore.ts
function faultsOf(caches) {
  const kindsByWhy = /* @__PURE__ */ new Map();
  for (const { kind, why, isFault } of caches) {
    if (isFault) kindsByWhy.set(why, [...kindsByWhy.get(why) ?? [], kind]);
  }
  if (kindsByWhy.size === 0) return null;
  return [...kindsByWhy].map(([why, kinds2]) => `${kinds2.join(", ")}: ${why}`).join("; ");
}
var init_restore2 = __esm({
  "src/action/restore.ts"() {
    "use strict";
    init_kind();
    init_restore();
    init_errors();
    init_job_store();
    init_request();
  }
});

// src/action/summary.ts
function balanceOf({ restored, saved }) {
  const worthMs = saved.build.reusedWorthMs;
  const hit = restored.build.hit === "exact" || restored.build.hit === "prefix";
  if (worthMs === null || !hit) return null;
  const [worthS, restoreS, saveS] = [worthMs / 1e3, restored.build.ms / 1e3, saved.build.ms / 1e3];
  return { worthS, restoreS, saveS, netS: worthS - restoreS - saveS };
}
function lossOf(accounts) {
  const balance = balanceOf(accounts);
  if (balance === null || balance.netS > -reportableLossS) return null;
  return `The build cache archive cost this job ${seconds(balance.restoreS + balance.saveS)} and saved ${seconds(balance.worthS)} of compiling. To make the job faster, set build-cache: false.`;
}
function summaryOf(accounts) {
  const kinds2 = cacheKinds.map((name2) => ({ name: name2, restored: accounts.restored[name2], saved: accounts.saved[name2] })).filter(({ restored }) => restored.hit !== "off");
  const loss = lossOf(accounts);
  return [
    `### Caches of Go ${accounts.goVersion}`,
    "",
    "| | hit | restored | used | new | left out | saved | restore time | save time |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...kinds2.map(({ name: name2, restored, saved }) => row(name2, restored, saved)),
    "",
    ...kinds2.flatMap(({ name: name2, restored, saved }) => [
      `- **${name2}**: ${sentence(restored.why)} ${sentence(saved.why)}${idleOf(name2, saved.idle)}${growthOf(saved.generations)}`
    ]),
    ...netLine(accounts),
    "",
    ...loss === null ? [] : [`> [!WARNING]`, `> ${loss}`, ""],
    "<details><summary>Keys</summary>",
    "",
    "| archive | part | value | made of |",
    "| --- | --- | --- | --- |",
    ...kinds2.flatMap(
      ({ name: name2, restored }) => restored.key.parts.map((part) => `| ${[name2, part.name, code(part.value), part.from].map(cell).join(" | ")} |`)
    ),
    "",
    ...kinds2.flatMap(({ name: name2, restored }) => [
      `- ${name2}: wanted ${code(restored.key.key)}, ${restored.matchedKey === null ? "found nothing" : `found ${code(restored.matchedKey)}`}`
    ]),
    "",
    "</details>",
    ""
  ].join("\n");
}
function accountsLine(accounts) {
  return JSON.stringify({ schema: 1, ...accounts, balance: balanceOf(accounts) });
}
function row(name2, restored, saved) {
  const cells = [
    name2,
    `**${restored.hit}**`,
    amount(restored.restored, restored.archiveBytes),
    amount(saved.used),
    amount(saved.madeAnew),
    amount(saved.swept),
    saved.saved ? amount(saved.packed, saved.archiveBytes) : "\u2013",
    seconds(restored.ms / 1e3),
    seconds(saved.ms / 1e3)
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}
function netLine(accounts) {
  const balance = balanceOf(accounts);
  if (balance === null) return [];
  const { worthS, restoreS, saveS, netS } = balance;
  const net = `${netS < 0 ? "\u2212" : "+"}${seconds(Math.abs(netS))}`;
  return [
    `- **net gain of the build archive: ${net}** or more: compiling the reused entries took ${seconds(worthS)}, restoring ${seconds(restoreS)}, choosing and saving ${seconds(saveS)}.`
  ];
}
function idleOf(name2, { entries, bytes }) {
  if (entries === 0) return "";
  const amount2 = ` ${entries} entries (${megabytes(bytes)})`;
  return name2 === "modules" ? `${amount2} are for other jobs.` : `${amount2} that this job did not use are kept for now.`;
}
function growthOf(generations) {
  const [first, last] = [generations[0], generations.at(-1)];
  if (first === void 0 || last === void 0 || generations.length < 2) return "";
  const sizes = generations.slice(-6).map(({ bytes }) => megabytes(bytes));
  return ` Over ${generations.length} generations: ${sizes.join(" \u2192 ")}.`;
}
function amount({ entries, bytes }, packedBytes = null) {
  if (entries === 0) return "\u2013";
  const packed = packedBytes === null ? "" : ` (${megabytes(packedBytes)} packed)`;
  return `${entries}, ${megabytes(bytes)}${packed}`;
}
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
function seconds(s) {
  return `${s.toFixed(s < 10 ? 1 : 0)} s`;
}
function sentence(text2) {
  const capital = text2.charAt(0).toUpperCase() + text2.slice(1);
  return /[.!?]$/.test(capital) || capital === "" ? capital : `${capital}.`;
}
function code(text2) {
  return text2 === "" ? "" : `\`${text2.replaceAll("`", "'")}\``;
}
function cell(text2) {
  return text2.replaceAll("|", "\\|").replaceAll("\n", " ");
}
var reportableLossS;
var init_summary2 = __esm({
  "src/action/summary.ts"() {
    "use strict";
    init_kind();
    reportableLossS = 5;
  }
});

// src/action/save.ts
var save_exports = {};
__export(save_exports, {
  save: () => save
});
async function save(state, inputs, job) {
  const { env, workspace, event } = job;
  const policy = {
    save: inputs.save,
    event: env["GITHUB_EVENT_NAME"] ?? "",
    ref: env["GITHUB_REF"] ?? "",
    repository: env["GITHUB_REPOSITORY"] ?? "",
    ...event,
    jobStatus: statusOf(inputs["job-status"]),
    refreshAbovePercent: inputs["refresh-above"]
  };
  const store = await jobStore(inputs["cache-store"], env);
  const request = requestOfInputs(inputs, store, state.go, workspace, env);
  const saved = await group("Caches", async () => {
    try {
      const busy2 = maySave(policy).save ? await cleanBeforeSave(state, inputs.wait * 1e3, env) : noneBusy;
      return await saveCaches(request, state.restored, policy, busy2);
    } finally {
      await unmount(request, state.restored);
    }
  });
  const keys = cacheKinds.filter((kind) => saved[kind].saved).map((kind) => state.restored[kind].key.key);
  if (keys.length > 0) exportVariable(savedVariable, [...savedKeys(env), ...keys].join(" "));
  const accounts = { goVersion: state.goVersion, restored: state.restored, saved };
  for (const { kind, why, saved: isSaved } of cacheKinds.map((one) => saved[one])) {
    if (state.restored[kind].hit !== "off") info(`${kind}: ${isSaved ? "saved" : "not saved"}: ${why}`);
  }
  const faults = faultsOf(cacheKinds.map((one) => saved[one]));
  if (faults !== null) warning(`the next job gets no new archive: ${faults}`);
  for (const { kind, replacesKeys } of cacheKinds.map((one) => saved[one])) {
    if (replacesKeys.length === 0) continue;
    let unneeded = replacesKeys;
    if (state.restored[kind].layer !== null && store.forget === void 0) {
      const stored = await storedKeys(`${state.restored[kind].key.parts[0]?.value}-`, inputs.token, env);
      unneeded = "why" in stored ? [] : unneededLayers(replacesKeys, stored.keys);
      const kept = replacesKeys.filter((key) => !unneeded.includes(key));
      const why = "why" in stored ? stored.why : "other layers stand on them";
      if (kept.length > 0) info(`${kind}: kept ${kept.join(" ")}: ${why}`);
    }
    for (const key of unneeded) {
      const why = store.forget === void 0 ? await deleteReplaced(key, inputs.token, env) : await store.forget(key).then(() => null, messageOf);
      info(`${kind}: ${why === null ? `deleted ${key}` : `kept ${key}: ${why}`}`);
    }
  }
  info(`unlatch-accounts ${accountsLine(accounts)}`);
  const loss = lossOf(accounts);
  if (loss !== null) warning(loss);
  if ((env["GITHUB_STEP_SUMMARY"] ?? "") !== "") await summary.addRaw(summaryOf(accounts), true).write();
}
async function unmount({ stagingFolder }, restored) {
  if (cacheKinds.every((kind) => restored[kind].layer === null)) return;
  try {
    await clearLayers(layersFolder(stagingFolder));
  } catch (error) {
    info(`the caches stay mounted, until the next job clears them: ${messageOf(error)}`);
  }
}
function statusOf(text2) {
  return text2 === "success" || text2 === "cancelled" ? text2 : "failure";
}
var init_save2 = __esm({
  "src/action/save.ts"() {
    "use strict";
    init_core();
    init_kind();
    init_layer_key();
    init_layer_state();
    init_clear_layers();
    init_save();
    init_save_policy();
    init_errors();
    init_clean_before_save();
    init_delete_replaced();
    init_job_store();
    init_request();
    init_stored_keys();
    init_restore2();
    init_summary2();
  }
});

// src/action/post.ts
init_core();
init_read_event();
init_describe_failure();

// src/action/inputs.ts
init_dist();
init_errors();

// src/go/platform.ts
init_errors();
var osNames = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
  freebsd: "freebsd",
  openbsd: "openbsd",
  netbsd: "netbsd",
  aix: "aix",
  sunos: "solaris"
};
var archNames = {
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
function hostPlatform() {
  const os5 = osNames[process.platform];
  const arch2 = archNames[process.arch];
  if (os5 === void 0 || arch2 === void 0) {
    throw new UserError(`there is no Go toolchain to download for ${process.platform}/${process.arch}`);
  }
  return { os: os5, arch: arch2 };
}

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
var oneOf = (words2) => pipe(
  text,
  transform((value) => value === "" ? words2[0] : value),
  picklist(words2, `must be ${new Intl.ListFormat("en", { type: "disjunction" }).format(words2)}`)
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
  const given = Object.fromEntries([...givenInputs(env)].filter(([name2]) => inputNames.includes(name2)));
  given["go-download-base-url"] ||= env["GO_DOWNLOAD_BASE_URL"] ?? "";
  const result = safeParse(schema, given);
  if (!result.success) {
    const [issue2] = result.issues;
    const name2 = getDotPath(issue2) ?? "";
    throw new UserError(`input ${name2}: ${JSON.stringify(given[name2] ?? "")}: ${issue2.message}`);
  }
  const inputs = result.output;
  const tokens = tokensFor(inputs.token, inputs["github-token"], inputs["go-download-base-url"], env);
  return { ...inputs, token: tokens.github, mirrorToken: tokens.mirror };
}
function givenInputs(env) {
  const given = /* @__PURE__ */ new Map();
  for (const [name2, value] of Object.entries(env)) {
    const input = /^INPUT_(.+)$/.exec(name2)?.[1]?.toLowerCase();
    if (input !== void 0 && value !== void 0) given.set(input, value);
  }
  return given;
}

// src/action/state.ts
init_core();
var name = "job";
function readStepState() {
  const text2 = getState(name);
  return text2 === "" ? null : JSON.parse(text2);
}

// src/action/trust-the-system.ts
function trustTheSystem(env) {
  env["NODE_USE_SYSTEM_CA"] ??= "1";
}

// src/action/post.ts
async function post() {
  trustTheSystem(process.env);
  const inputs = readInputs(process.env);
  const state = readStepState();
  if (inputs.mode !== "setup" || state === null || state.restored === null) return;
  const { save: save2 } = await Promise.resolve().then(() => (init_save2(), save_exports));
  await save2({ ...state, restored: state.restored }, inputs, {
    workspace: process.env["GITHUB_WORKSPACE"] || process.cwd(),
    env: process.env,
    event: await readEvent(process.env["GITHUB_EVENT_PATH"])
  });
}
post().catch((error) => warning(`the caches were not saved: ${describeFailure(error)}`));
