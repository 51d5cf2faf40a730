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
        return value instanceof P ? value : new P(function(resolve2) {
          resolve2(value);
        });
      }
      return new (P || (P = Promise))(function(resolve2, reject) {
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
          result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
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
        return value instanceof P ? value : new P(function(resolve2) {
          resolve2(value);
        });
      }
      return new (P || (P = Promise))(function(resolve2, reject) {
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
          result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
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
function _standardSchema(schema3) {
  schema3["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema3["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema3;
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
function getFallback(schema3, dataset, config$1) {
  return typeof schema3.fallback === "function" ? schema3.fallback(dataset, config$1) : schema3.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema3, fallback$1) {
  return _standardSchema({
    ...schema3,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema3["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema3, dataset, config$1) {
  return typeof schema3.default === "function" ? schema3.default(dataset, config$1) : schema3.default;
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
function safeParse(schema3, input, config$1) {
  const dataset = schema3["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
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

// src/cache/accounting.ts
function amountOf(files2) {
  return { entries: files2.length, bytes: files2.reduce((sum, { bytes }) => sum + bytes, 0) };
}
var rememberedGenerations, nothing;
var init_accounting = __esm({
  "src/cache/accounting.ts"() {
    "use strict";
    rememberedGenerations = 20;
    nothing = { entries: 0, bytes: 0 };
  }
});

// src/cache/entries/build-entries.ts
function buildEntryPaths(gocache2) {
  const paths = [];
  for (let index = 0; index < 256; index++) {
    const folder2 = index.toString(16).padStart(2, "0");
    for (const name2 of namesIn((0, import_node_path.join)(gocache2, folder2))) {
      if (fileName.test(name2) && name2.startsWith(folder2)) paths.push(`${folder2}/${name2}`);
    }
  }
  return paths;
}
function readBuildEntries(gocache2) {
  const actions = [];
  const outputs = /* @__PURE__ */ new Map();
  for (const path of buildEntryPaths(gocache2)) {
    const stats = statsOf((0, import_node_path.join)(gocache2, path));
    if (stats === null) continue;
    const id = path.slice(3, 67);
    if (path.endsWith("-d")) {
      const output = stats.isFile() ? { path, bytes: stats.size } : stats.isDirectory() ? executable(gocache2, path) : null;
      if (output !== null) outputs.set(id, { ...output, mtimeMs: stats.mtimeMs });
      continue;
    }
    const action = stats.isFile() ? parseAction(id, contentOf((0, import_node_path.join)(gocache2, path))) : null;
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
  const names = namesIn((0, import_node_path.join)(gocache2, path));
  const [name2] = names;
  if (names.length !== 1 || name2 === void 0) return null;
  const stats = statsOf((0, import_node_path.join)(gocache2, path, name2));
  return stats?.isFile() ? { path: `${path}/${name2}`, bytes: stats.size } : null;
}
function namesIn(folder2) {
  try {
    return (0, import_node_fs.readdirSync)(folder2);
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw error;
  }
}
function statsOf(path) {
  try {
    return (0, import_node_fs.lstatSync)(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  }
}
function contentOf(path) {
  try {
    return (0, import_node_fs.readFileSync)(path, "latin1");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_node_fs, import_node_path, fileName, actionPattern;
var init_build_entries = __esm({
  "src/cache/entries/build-entries.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path = require("node:path");
    init_errors();
    fileName = /^([0-9a-f]{64})-([ad])$/;
    actionPattern = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) ([ \d]{20})\n$/;
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
    ({ path, bytes, crc32: crc322, costMs, idle }) => `${bytes} ${Math.round(costMs)} ${idle} ${crc322} ${path}
`
  );
  const body = `${JSON.stringify(head)}
${lines2.join("")}`;
  (0, import_node_fs2.writeFileSync)((0, import_node_path2.join)(folder2, manifestName), `${body}${hexOf(body)}
`);
}
function readManifest(folder2, kind) {
  let text2;
  try {
    text2 = (0, import_node_fs2.readFileSync)((0, import_node_path2.join)(folder2, manifestName), "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    throw new DamagedArchive("its manifest is missing", { cause: error });
  }
  const bodyEnd = text2.lastIndexOf("\n", text2.length - 2) + 1;
  const body = text2.slice(0, bodyEnd);
  if (text2.slice(bodyEnd) !== `${hexOf(body)}
`) throw new DamagedArchive("its manifest was changed or truncated");
  const [first = "", ...lines2] = body.split("\n").slice(0, -1);
  const head = safeParse(pipe(string(), parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive("its manifest has an unknown schema");
  if (head.output.kind !== kind) throw new DamagedArchive(`it holds ${head.output.kind}, not ${kind}`);
  if (head.output.entries !== lines2.length) throw new DamagedArchive("its manifest lists a wrong number of files");
  const entries = lines2.map(parseEntry);
  const { generations, needs } = head.output;
  return { kind, generations, entries, ...needs === void 0 ? {} : { needs: readNeeds(needs, entries) } };
}
function parseEntry(line) {
  const [, bytes, cost, idle, crc322, path] = /^(\d+) (\d+) (\d+) ([0-9a-f]{8}) (.+)$/.exec(line) ?? [];
  if (crc322 === void 0 || path === void 0) {
    throw new DamagedArchive("its manifest has a malformed line");
  }
  return { path, bytes: Number(bytes), crc32: crc322, costMs: Number(cost), idle: Number(idle) };
}
function hexOf(text2) {
  return (0, import_node_crypto.createHash)("sha256").update(text2).digest("hex");
}
var import_node_crypto, import_node_fs2, import_node_path2, DamagedArchive, manifestName, schema2, headSchema;
var init_manifest = __esm({
  "src/cache/archive/manifest.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs2 = require("node:fs");
    import_node_path2 = require("node:path");
    init_dist();
    init_errors();
    init_accounting();
    init_kind();
    init_stored_needs();
    DamagedArchive = class extends Error {
      name = "DamagedArchive";
    };
    manifestName = "unlatch-manifest";
    schema2 = 3;
    headSchema = object({
      schema: literal(schema2),
      kind: picklist(cacheKinds),
      entries: number(),
      generations: array(object({ savedAt: string(), entries: number(), bytes: number(), newBytes: number() })),
      needs: optional(storedNeedsSchema)
    });
  }
});

// src/cache/archive/staging.ts
function emptyRoot(stagingFolder, kind) {
  const root = (0, import_node_path3.join)(stagingFolder, kind);
  removeTree(root);
  (0, import_node_fs3.mkdirSync)(root, { recursive: true });
  return root;
}
function removeTree(folder2) {
  try {
    (0, import_node_fs3.rmSync)(folder2, { recursive: true, force: true });
  } catch (error) {
    if (errnoOf(error) !== "EACCES" && errnoOf(error) !== "EPERM") throw error;
    makeWritable(folder2);
    (0, import_node_fs3.rmSync)(folder2, { recursive: true, force: true });
  }
}
function makeWritable(folder2) {
  (0, import_node_fs3.chmodSync)(folder2, 493);
  for (const entry of (0, import_node_fs3.readdirSync)(folder2, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable((0, import_node_path3.join)(folder2, entry.name));
  }
}
function stageFiles(files2, from, to) {
  const staged = [];
  const folders2 = /* @__PURE__ */ new Set();
  for (const { path, bytes } of files2) {
    const target = (0, import_node_path3.join)(to, path);
    ensureFolder((0, import_node_path3.dirname)(target), folders2);
    for (const folder2 of from) {
      try {
        linkOrCopy((0, import_node_path3.join)(folder2, path), target);
        const content = (0, import_node_fs3.readFileSync)(target);
        if (content.length === bytes) {
          staged.push({ path, bytes, crc32: checksum(content) });
          break;
        }
        (0, import_node_fs3.rmSync)(target);
      } catch (error) {
        if (errnoOf(error) !== "ENOENT") throw error;
      }
    }
  }
  return staged;
}
function ensureFolder(folder2, known) {
  if (known.has(folder2)) return;
  (0, import_node_fs3.mkdirSync)(folder2, { recursive: true });
  known.add(folder2);
}
function linkOrCopy(from, to) {
  try {
    (0, import_node_fs3.linkSync)(from, to);
  } catch (error) {
    const code2 = errnoOf(error) ?? "";
    if (!["EXDEV", "EPERM", "EACCES", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "UNKNOWN"].includes(code2))
      throw error;
    (0, import_node_fs3.copyFileSync)(from, to, import_node_fs3.constants.COPYFILE_FICLONE);
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
    const content = (0, import_node_fs3.readFileSync)((0, import_node_path3.join)(folder2, entry.path));
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
    entries = namesWithTypes((0, import_node_path3.join)(folder2, prefix));
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
  return (0, import_node_fs3.readdirSync)(folder2, { withFileTypes: true });
}
var import_node_fs3, import_node_path3, import_node_zlib;
var init_staging = __esm({
  "src/cache/archive/staging.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_node_path3 = require("node:path");
    import_node_zlib = require("node:zlib");
    init_errors();
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
    const { size: bytes, mtimeMs } = (0, import_node_fs4.lstatSync)((0, import_node_path4.join)(gocache2, path));
    files2.push({ path, bytes, mtimeMs });
  };
  const visit = (folder2) => {
    for (const entry of (0, import_node_fs4.readdirSync)((0, import_node_path4.join)(gocache2, folder2), { withFileTypes: true })) {
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
var import_node_fs4, import_node_path4, entryPath, testExpiry;
var init_build_archive = __esm({
  "src/cache/archive/build-archive.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_node_path4 = require("node:path");
    init_errors();
    init_build_entries();
    init_manifest();
    init_staging();
    entryPath = /^([0-9a-f]{2})\/(\1[0-9a-f]{62})-([ad])(?:\/([^/\\:\0]+))?$/;
    testExpiry = "testexpire.txt";
  }
});

// src/cache/entries/gopls-entries.ts
function goplsEntryPaths(folder2) {
  const paths = [];
  for (const executable2 of namesIn2(folder2)) {
    for (const group2 of namesIn2((0, import_node_path5.join)(folder2, executable2))) {
      if (group2.length !== 2) continue;
      for (const name2 of namesIn2((0, import_node_path5.join)(folder2, executable2, group2))) {
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
      const stats = (0, import_node_fs5.lstatSync)((0, import_node_path5.join)(folder2, path));
      if (!stats.isFile()) continue;
      const file = { path, bytes: stats.size, mtimeMs: stats.mtimeMs };
      if (kind === contentKind) outputs.set(outputId(executable2, digest2), file);
      else {
        const output = parseGoplsAction((0, import_node_fs5.readFileSync)((0, import_node_path5.join)(folder2, path)));
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
    return (0, import_node_fs5.readdirSync)(folder2);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error) ?? "")) return [];
    throw error;
  }
}
var import_node_fs5, import_node_path5, goplsEntryPath, contentKind;
var init_gopls_entries = __esm({
  "src/cache/entries/gopls-entries.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_node_path5 = require("node:path");
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
      if (!(0, import_node_fs6.lstatSync)((0, import_node_path6.join)(folder2, path)).isFile()) return [];
      const content = (0, import_node_fs6.readFileSync)((0, import_node_path6.join)(folder2, path));
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
var import_node_fs6, import_node_path6, stampPath;
var init_gopls_archive = __esm({
  "src/cache/archive/gopls-archive.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_node_path6 = require("node:path");
    init_errors();
    init_gopls_entries();
    init_manifest();
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
    const entry = (0, import_node_path7.join)(folder2, path);
    try {
      if (!again || !isUsed((0, import_node_fs7.lstatSync)(entry).mtimeMs, markMs)) (0, import_node_fs7.lutimesSync)(entry, mark, mark);
    } catch (error) {
      if (errnoOf(error) !== "ENOENT" && errnoOf(error) !== "EPERM" && errnoOf(error) !== "EACCES") throw error;
    }
  }
}
function isUsed(mtimeMs, markMs) {
  return mtimeMs > markMs + 2e3;
}
var import_node_fs7, import_node_path7, backMs;
var init_mark_entries = __esm({
  "src/cache/entries/mark-entries.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path7 = require("node:path");
    init_errors();
    backMs = 3 * 60 * 6e4;
  }
});

// src/cache/entries/sweep-build-entries.ts
function sweepBuildEntries(entries, markMs, startedMs, retention = whileUsed) {
  const idleOf2 = (entry) => retention(entry, markMs === null || isUsed(entry.mtimeMs, markMs));
  const keptOutputs = /* @__PURE__ */ new Map();
  const kept = [];
  const unused = [];
  const unusedFiles = [];
  for (const action of entries.actions) {
    const output = entries.outputs.get(action.output);
    const idle = output === void 0 ? null : idleOf2(action);
    if (idle === null) {
      unused.push(action.path);
      unusedFiles.push(action);
      continue;
    }
    const isNew = action.madeMs >= startedMs;
    kept.push({ path: action.path, bytes: action.bytes, isNew, madeMs: action.madeMs, idle });
    const before = keptOutputs.get(action.output);
    keptOutputs.set(action.output, {
      isNew: isNew && (before?.isNew ?? true),
      idle: Math.min(idle, before?.idle ?? idle)
    });
  }
  for (const [id, output] of entries.outputs) {
    const named = keptOutputs.get(id);
    const idle = named?.idle ?? idleOf2(output);
    if (idle === null) {
      unused.push(isExecutable.test(output.path) ? (0, import_posix.dirname)(output.path) : output.path);
      unusedFiles.push(output);
    } else {
      kept.push({ path: output.path, bytes: output.bytes, isNew: named?.isNew ?? false, madeMs: null, idle });
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
    return before === void 0 || before.idle >= longestIdle ? null : before.idle + 1;
  };
  const entries = readBuildEntries(folder2);
  const sweep = hit === "exact" ? sweepBuildEntries(entries, markMs, startedMs, ofTwins) : sweepBuildEntries(entries, markMs, startedMs);
  const others = otherBuildFiles(folder2).map((file) => ({ ...file, isNew: file.mtimeMs >= startedMs, idle: 0 }));
  const made = sweep.kept.flatMap(({ path, isNew, madeMs }) => isNew && madeMs !== null ? [{ path, madeMs }] : []);
  const newCosts = compileCostsMs(made.map(({ madeMs }) => madeMs));
  const costsMs = /* @__PURE__ */ new Map();
  let reusedWorthMs = 0;
  for (const { path, isNew, idle } of sweep.kept) {
    const costMs = isNew ? 0 : known.get(path)?.costMs ?? 0;
    if (costMs > 0) costsMs.set(path, costMs);
    if (idle === 0) reusedWorthMs += costMs;
  }
  for (const [index, { path }] of made.entries()) costsMs.set(path, newCosts[index] ?? 0);
  const files2 = sweep.kept.some(({ idle }) => idle === 0) ? [...sweep.kept, ...others] : [];
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
  ).map((file) => ({ ...file, isNew: !known.has(file.path), idle: 0 }));
  return uncosted(sweep, stamps);
}
function retentionOverArchives(entries, markMs, startedMs, known, groupOf) {
  const inUse = /* @__PURE__ */ new Set();
  for (const { path, mtimeMs, madeMs } of entries.actions) {
    if (madeMs < startedMs && (markMs === null || isUsed(mtimeMs, markMs))) inUse.add(groupOf(path));
  }
  const idleOf2 = ({ path }, used) => {
    if (used) return 0;
    const before = known.get(path);
    if (before === void 0 || before.idle >= longestIdle || !inUse.has(groupOf(path))) return null;
    return before.idle + 1;
  };
  const fitting = newestWithin(entries, mostBytes);
  return (entry, used) => "output" in entry && fitting.has(entry.path) ? idleOf2(entry, used) : null;
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
var longestIdle, mostBytes;
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
    longestIdle = 3;
    mostBytes = 5e8;
  }
});

// src/cache/entries/mark-build-entries.ts
function markBuildEntries(gocache2, nowMs, earlierMarkMs) {
  const markMs = earlierMarkMs ?? markAt(nowMs);
  markEntries(gocache2, buildEntryPaths(gocache2), markMs, earlierMarkMs !== null);
  (0, import_node_fs8.mkdirSync)(gocache2, { recursive: true });
  const unfinished = (0, import_node_path8.join)(gocache2, `trim.txt.${process.pid}.tmp`);
  (0, import_node_fs8.writeFileSync)(unfinished, String(Math.floor(nowMs / 1e3)));
  (0, import_node_fs8.renameSync)(unfinished, (0, import_node_path8.join)(gocache2, "trim.txt"));
  return markMs;
}
var import_node_fs8, import_node_path8;
var init_mark_build_entries = __esm({
  "src/cache/entries/mark-build-entries.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_node_path8 = require("node:path");
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
  if (process.platform === "darwin") return home === null ? null : (0, import_node_path9.join)(home, "Library/Caches");
  const named = env["XDG_CACHE_HOME"];
  if (named) return (0, import_node_path9.isAbsolute)(named) ? named : null;
  return home === null ? null : (0, import_node_path9.join)(home, ".cache");
}
var import_node_path9;
var init_user_cache = __esm({
  "src/go/user-cache.ts"() {
    "use strict";
    import_node_path9 = require("node:path");
  }
});

// src/cache/kinds/golangci-lint.ts
function placeIn(env) {
  const named = env["GOLANGCI_LINT_CACHE"];
  if (named) {
    return (0, import_node_path10.isAbsolute)(named) ? { folder: named } : { off: `GOLANGCI_LINT_CACHE is ${named}, which is not an absolute path` };
  }
  const folder2 = userCacheFolder(env);
  return folder2 === null ? { off: "its folder is unknown: neither HOME nor GOLANGCI_LINT_CACHE is set" } : { folder: (0, import_node_path10.join)(folder2, "golangci-lint") };
}
var import_node_path10, golangciLint;
var init_golangci_lint = __esm({
  "src/cache/kinds/golangci-lint.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
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
      count: (folder2) => buildEntryPaths(folder2).length,
      mark: markBuildEntries,
      choose: (_, { lint, startedMs }) => (known) => chooseLintEntries(lint, startedMs, known)
    };
  }
});

// src/go/gopls-cache.ts
function goplsCacheFolder(env) {
  return (0, import_node_path11.join)(env["GOPLSCACHE"] || (userCacheFolder(env) ?? (0, import_node_os.tmpdir)()), "gopls");
}
var import_node_os, import_node_path11;
var init_gopls_cache = __esm({
  "src/go/gopls-cache.ts"() {
    "use strict";
    import_node_os = require("node:os");
    import_node_path11 = require("node:path");
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
    for (const entry of entriesOf((0, import_node_path12.join)(gomodcache, path))) {
      const below = `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (below !== `${folder}/sumdb` && !isToolchain(below.slice(folder.length + 1))) visit(below);
        continue;
      }
      const [, version, kind] = path.endsWith("/@v") && entry.isFile() ? versionFile.exec(entry.name) ?? [] : [];
      if (version === void 0 || !isKind(kind)) continue;
      const { size, mtimeMs } = (0, import_node_fs9.lstatSync)((0, import_node_path12.join)(gomodcache, below));
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
    for (const entry of entriesOf((0, import_node_path12.join)(gomodcache, path))) {
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
    return (0, import_node_fs9.readdirSync)(path, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw error;
  }
}
var import_node_fs9, import_node_path12, versionFile, folder;
var init_downloaded_modules = __esm({
  "src/cache/modules/downloaded-modules.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path12 = require("node:path");
    init_errors();
    versionFile = /^(v[^/]*)\.(info|mod|zip|ziphash)$/;
    folder = "cache/download";
  }
});

// src/cache/archive/module-archive.ts
function checkModuleArchive(folder2) {
  return checkStaged(folder2, "modules", ({ path }) => {
    if (isDownloadedFile(path)) return null;
    const clean2 = !path.split("/").some((part) => part === "" || part === "." || part === "..");
    return clean2 && treePath.test(path) ? null : "is not a path of the module cache";
  });
}
function moduleUnits(entries) {
  return [...new Set(entries.map(({ path }) => isDownloadedFile(path) ? path : treePath.exec(path)?.[1] ?? path))];
}
function selectModuleFiles(gomodcache, needed, unpacked, startedMs) {
  const kept = [];
  const unneeded = [];
  for (const file of readDownloadedFiles(gomodcache)) {
    const { module: module2, kind, path, bytes } = file;
    const isText2 = kind === "mod" || kind === "info";
    const isListed = needed.selected.has(module2) || isText2 && needed.known.has(module2);
    const isNew = file.mtimeMs >= startedMs;
    const isBesides = isText2 || unpacked === null ? isNew : false;
    if (isListed || isBesides || unpacked?.has(module2) === true) kept.push({ path, bytes, isListed });
    else unneeded.push(file);
  }
  return { kept, unneeded };
}
function selectTreeFiles(gomodcache, needed) {
  const kept = [];
  const visit = (folder2) => {
    for (const entry of (0, import_node_fs10.readdirSync)((0, import_node_path13.join)(gomodcache, folder2), { withFileTypes: true })) {
      const path = `${folder2}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) kept.push({ path, bytes: (0, import_node_fs10.lstatSync)((0, import_node_path13.join)(gomodcache, path)).size, isListed: true });
    }
  };
  for (const tree of readModuleTrees(gomodcache)) {
    const at = tree.lastIndexOf("@");
    const partial = (0, import_node_path13.join)(gomodcache, "cache/download", tree.slice(0, at), "@v", `${tree.slice(at + 1)}.partial`);
    if (needed.selected.has(tree) && (0, import_node_fs10.lstatSync)(partial, { throwIfNoEntry: false }) === void 0) visit(tree);
  }
  return kept;
}
var import_node_fs10, import_node_path13, treePath;
var init_module_archive = __esm({
  "src/cache/archive/module-archive.ts"() {
    "use strict";
    import_node_fs10 = require("node:fs");
    import_node_path13 = require("node:path");
    init_downloaded_modules();
    init_staging();
    treePath = /^((?!cache\/|golang\.org\/toolchain@)[^@\\:\0]+@v[^/\\:\0]*)\/[^\0]+$/;
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
  return path.endsWith(".mod") || path.endsWith(".info");
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
function runGit(args, folder2, env, input) {
  return new Promise((resolve2) => {
    const child = (0, import_node_child_process.execFile)(
      "git",
      // In containers the checkout often belongs to another user, and git refuses to read it.
      ["-c", "safe.directory=*", "-c", "core.quotePath=false", ...args],
      { cwd: folder2, env: { ...env }, maxBuffer: 256 << 20 },
      (error, stdout) => resolve2(error === null ? stdout : null)
    );
    child.stdin?.on("error", () => child.kill());
    child.stdin?.end(input ?? "");
  });
}
var import_node_child_process;
var init_run_git = __esm({
  "src/cache/keys/run-git.ts"() {
    "use strict";
    import_node_child_process = require("node:child_process");
  }
});

// src/cache/keys/module-files.ts
async function findModuleFiles(workspace, env, caches) {
  const paths = await findNamedFiles(["go.mod", "go.sum", "go.work", "go.work.sum"], workspace, env, caches);
  const named = (...names) => paths.filter((path) => names.includes((0, import_node_path14.basename)(path)));
  return { goMods: named("go.mod"), goSums: named("go.sum", "go.work.sum"), goWorks: named("go.work") };
}
async function findNamedFiles(names, workspace, env, caches) {
  const tracked = (folder2) => trackedFiles(names, folder2, env);
  const found = await tracked(workspace) ?? await walk(workspace, "", tracked);
  const cacheFolders = caches.filter((folder2) => folder2 !== "" && folder2 !== "off").map((folder2) => (0, import_node_path14.resolve)(folder2));
  return [...new Set(found)].filter(
    (path) => names.includes((0, import_node_path14.basename)(path)) && !path.split("/").some((part) => passedOver.has(part)) && !isBelow(cacheFolders, (0, import_node_path14.resolve)(workspace, path))
  ).sort();
}
function isBelow(folders2, path) {
  return folders2.some((folder2) => path.startsWith((0, import_node_path14.resolve)(folder2, "x").slice(0, -1)));
}
async function trackedFiles(names, folder2, env) {
  const patterns = names.map((name2) => `:(glob)**/${name2}`);
  const list = (...more) => runGit(["ls-files", "-z", "-c", ...more, "--", ...patterns], folder2, env);
  const listed = await list("--recurse-submodules") ?? await list();
  return listed === null ? null : listed.split("\0").filter((path) => path !== "");
}
async function walk(workspace, prefix, tracked) {
  const paths = [];
  try {
    const entries = await (0, import_promises2.readdir)((0, import_node_path14.join)(workspace, prefix), { withFileTypes: true });
    if (prefix !== "" && entries.some(({ name: name2 }) => name2 === ".git")) {
      const own = await tracked((0, import_node_path14.join)(workspace, prefix));
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
var import_promises2, import_node_path14, passedOver;
var init_module_files = __esm({
  "src/cache/keys/module-files.ts"() {
    "use strict";
    import_promises2 = require("node:fs/promises");
    import_node_path14 = require("node:path");
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

// src/cache/keys/text-of.ts
async function textOf(path) {
  try {
    return await (0, import_promises3.readFile)(path, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_promises3;
var init_text_of = __esm({
  "src/cache/keys/text-of.ts"() {
    "use strict";
    import_promises3 = require("node:fs/promises");
    init_errors();
  }
});

// src/cache/keys/lint-facts.ts
var init_lint_facts = __esm({
  "src/cache/keys/lint-facts.ts"() {
    "use strict";
    init_module_files();
    init_text_of();
  }
});

// src/cache/keys/keys.ts
function keyToSave(key, entries, besides = "") {
  const lines2 = entries.map(({ path, crc32: crc322 }) => `${path} ${crc322}
`).sort();
  return `${key.key}${digest(lines2.join("") + besides, 8)}`;
}
async function findNeedId({ workspace, env }, caches) {
  return await needIdOf(workspace, await findModuleFiles(workspace, env, caches), null);
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
      const lines2 = (await textOf((0, import_node_path15.join)(workspace, path))).split(/\r?\n/).map((line) => line.replace(/\/\/.*/, "").trim());
      return `${path}
${lines2.filter((line) => line !== "" && !line.startsWith("module ")).sort().join("\n")}
`;
    })
  );
  for (const path of besides) contents.push(`${path}
${await textOf((0, import_node_path15.join)(workspace, path))}`);
  return digest(contents.join("\n"), 12);
}
function digest(text2, length) {
  return (0, import_node_crypto2.createHash)("sha256").update(text2).digest("hex").slice(0, length);
}
var import_node_crypto2, import_node_path15;
var init_keys = __esm({
  "src/cache/keys/keys.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_node_path15 = require("node:path");
    init_module_needs();
    init_dependency_files();
    init_lint_facts();
    init_module_files();
    init_run_git();
    init_text_of();
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
  const run = async (function_, resolve2, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve2(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve2, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve2, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve2, reject) => {
    enqueue(function_, resolve2, reject, arguments_);
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
      return await (0, import_promises4.readFile)(path, "utf8");
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
  return process.platform === "win32" ? [(0, import_node_path16.join)(home, "_netrc"), (0, import_node_path16.join)(home, ".netrc")] : [(0, import_node_path16.join)(home, ".netrc")];
}
var import_promises4, import_node_path16;
var init_netrc = __esm({
  "src/go/network/netrc.ts"() {
    "use strict";
    import_promises4 = require("node:fs/promises");
    import_node_path16 = require("node:path");
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

// src/is-folder.ts
function isFolder(path) {
  try {
    return (0, import_node_fs11.statSync)(path).isDirectory();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs11;
var init_is_folder = __esm({
  "src/is-folder.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    init_errors();
  }
});

// src/process/signal-group.ts
function signalGroup(pid, signal) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}
var init_signal_group = __esm({
  "src/process/signal-group.ts"() {
    "use strict";
    init_errors();
  }
});

// src/process/start-child.ts
function startChild(command, args, options) {
  const child = (0, import_node_child_process2.spawn)(command, args, options);
  if (Array.isArray(child.stdio)) return child;
  child.once("error", () => void 0);
  throw Object.assign(new Error(`spawn ${command}: too many open files`), { code: "EMFILE", syscall: "spawn" });
}
var import_node_child_process2;
var init_start_child = __esm({
  "src/process/start-child.ts"() {
    "use strict";
    import_node_child_process2 = require("node:child_process");
  }
});

// src/process/run-command.ts
function runCommand(command, args, { folder: folder2, env, limitMs, talking = false, onStderr, signal }) {
  signal.throwIfAborted();
  return new Promise((resolve2, reject) => {
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
    let grace;
    const leave = (why) => {
      left ??= why;
      signalGroup(child.pid, "SIGINT");
      grace ??= setTimeout(() => {
        signalGroup(child.pid, "SIGKILL");
        child.stdout?.destroy();
        child.stderr?.destroy();
        child.unref();
        reject(why);
      }, graceMs);
    };
    const over = talking ? `said nothing for ${limitMs / 1e3} s` : `did not end within ${limitMs} ms`;
    const timer = setTimeout(() => leave(new SilentCommand(`${command} ${args.join(" ")} ${over}`, stderr)), limitMs);
    const interrupted = () => leave(signal.reason);
    signal.addEventListener("abort", interrupted);
    const settle = () => {
      clearTimeout(timer);
      clearTimeout(grace);
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
      settle();
      if (left === null) resolve2({ code: code2, stdout, stderr });
      else reject(left);
    });
  });
}
function notStarted(command, folder2, cause) {
  if (errnoOf(cause) === void 0) return cause;
  const isThere2 = isFolder(folder2);
  return new EnvironmentError(
    isThere2 ? `${command} cannot be started` : `${command} cannot be started in ${folder2}: not a folder`,
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
    init_signal_group();
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
  const { workspace, env, go } = request;
  const files2 = await findModuleFiles(workspace, env, caches);
  const selected = /* @__PURE__ */ new Set();
  const known = /* @__PURE__ */ new Set();
  const unlisted = [];
  const zipsBySum = /* @__PURE__ */ new Map();
  await Promise.all(
    files2.goSums.map(async (path) => {
      const lines2 = parseGoSum(await textOf((0, import_node_path17.join)(workspace, path)));
      for (const { module: module2 } of lines2) known.add(module2);
      zipsBySum.set(
        path,
        lines2.filter(({ isGoMod }) => !isGoMod).map(({ module: module2 }) => module2)
      );
    })
  );
  const limit = pLimit(4);
  const list = async (path, gowork) => {
    const folder2 = (0, import_node_path17.dirname)((0, import_node_path17.join)(workspace, path));
    const modules2 = await limit(() => buildList(go, folder2, { ...env, GOWORK: gowork })) ?? (path.endsWith("go.mod") ? await limit(() => requirements(go, folder2, env)) : null);
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
    ...files2.goWorks.map((path) => list(path, (0, import_node_path17.join)(workspace, path)))
  ]);
  for (const module2 of selected) known.add(module2);
  return { selected, known, unlisted: unlisted.sort() };
}
async function buildList(go, folder2, env) {
  const format = "{{with .Replace}}{{.Path}} {{.Version}}{{else}}{{.Path}} {{.Version}}{{end}}";
  const { code: code2, stdout } = await runGo(go, ["list", "-m", "-f", format, "all"], {
    // The vendor folder and the user's flags must not affect the build list.
    // GOPROXY=off alone does not keep go from contacting the git server of a GOPRIVATE module.
    env: { ...env, GOPROXY: "off", GONOPROXY: "none", GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" },
    cwd: folder2
  });
  if (code2 !== 0) return null;
  return stdout.split("\n").flatMap((line) => {
    const [path = "", version = ""] = line.trim().split(" ");
    return version === "" ? [] : [escaped(path, version)];
  });
}
async function requirements(go, folder2, env) {
  const { code: code2, stdout } = await runGo(go, ["mod", "edit", "-json"], {
    env: { ...env, GOFLAGS: "", GOTOOLCHAIN: "local" },
    cwd: folder2
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
var import_node_path17, goModSchema;
var init_needed_modules = __esm({
  "src/cache/modules/needed-modules.ts"() {
    "use strict";
    import_node_path17 = require("node:path");
    init_p_limit();
    init_dist();
    init_module_proxy();
    init_run_go();
    init_module_files();
    init_text_of();
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
  const own = new Set(needed.map(({ path }) => path));
  const others = [...held2.files.values()].filter(({ path }) => wanted2.has(path) && !own.has(path));
  const files2 = [...needed, ...others];
  const anew = amountOf(needed.filter(({ path }) => !held2.files.has(path)));
  const dead = amountOf([...held2.files.values()].filter(({ path }) => !wanted2.has(path)));
  const share = (part, whole) => whole === 0 ? 0 : 100 * part / whole;
  const newShare = share(anew.bytes, amountOf(needed).bytes);
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
  }
});

// src/cache/modules/choose-modules.ts
async function chooseModules(request, { modules: modules2, build, startedMs, hadTrees }, thrift) {
  const { folder: folder2, key } = modules2;
  const caches = [folder2, build.folder];
  const needed = await findNeededModules(request, caches);
  const unpacked = hadTrees || request.modules === "extracted" ? null : new Set(readModuleTrees(folder2));
  const { kept, unneeded } = selectModuleFiles(folder2, needed, unpacked, startedMs);
  const trees = request.modules === "extracted" ? selectTreeFiles(folder2, needed) : [];
  const own = [...kept, ...trees];
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
    const kept2 = new Set(plan.files.map(({ path }) => path));
    return {
      files: plan.files.map(({ path, bytes }) => {
        const isNew = isOwn.has(path) && !known.has(path);
        return { path, bytes, isNew, idle: isOwn.has(path) ? 0 : 1 };
      }),
      swept: amountOf(unneeded.filter(({ path }) => !kept2.has(path))),
      costsMs: /* @__PURE__ */ new Map(),
      reusedWorthMs: null,
      madeAnewCostMs: null,
      shared: { needs: plan.needs, worth: plan.worth }
    };
  };
}
function lacksFiles(folder2, { files: files2 }) {
  return files2.some(
    ({ path, bytes, idle }) => idle > 0 && (0, import_node_fs12.lstatSync)((0, import_node_path18.join)(folder2, path), { throwIfNoEntry: false })?.size !== bytes
  );
}
var import_node_fs12, import_node_path18, msPerDay;
var init_choose_modules = __esm({
  "src/cache/modules/choose-modules.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path18 = require("node:path");
    init_accounting();
    init_module_archive();
    init_keys();
    init_downloaded_modules();
    init_needed_modules();
    init_plan_modules();
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
    init_archive_kind();
    modules = {
      place: ({ modules: modules2 }, { gomodcache }) => modules2 === "off" || gomodcache === "" ? notRequested : { folder: gomodcache },
      check: checkModuleArchive,
      units: moduleUnits,
      count: (folder2) => readDownloadedFiles(folder2).length,
      mark: null,
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

// src/cache/restore.ts
function isDamage(why) {
  return /\b(tar|unzstd|zstd|gzip)\b/.test(why);
}
function keptManifestFolder(stagingFolder, kind) {
  return (0, import_node_path19.join)(stagingFolder, `restored-${kind}`);
}
var import_node_path19;
var init_restore = __esm({
  "src/cache/restore.ts"() {
    "use strict";
    import_node_path19 = require("node:path");
    init_errors();
    init_accounting();
    init_manifest();
    init_staging();
    init_key_facts();
    init_keys();
    init_kind();
    init_kinds();
    init_downloaded_modules();
    init_module_needs();
  }
});

// src/cache/archive/join-newest.ts
async function joinNewest(restored, { plan, lacks, findNewest, open: open2 }) {
  const first = plan(restored.content);
  const own = restored.key === null ? [] : [restored.key];
  if (!first.worth.save) return { plan: first, after: restored.key, replaces: [] };
  const newest = await findNewest();
  if (newest === null || newest === restored.key && !lacks(first))
    return { plan: first, after: newest, replaces: own };
  const opened = await open2();
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
async function joinArchive({ store }, { kind, key, matchedKey, folder: folder2 }, known, choose, root) {
  const look = { kind, root, key: key.key, prefixes: key.prefixes };
  let opened = false;
  const { plan, after: after3, replaces } = await joinNewest(
    { key: matchedKey, content: known },
    {
      plan: ({ entries, needs }) => {
        const selection = choose(entries, needs);
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
        (0, import_node_fs13.mkdirSync)(root, { recursive: true });
        const got = await store.fetch(look);
        if (got.outcome === "miss" || got.outcome === "failed" && isDamage(got.why)) return null;
        if (got.outcome === "failed") throw new EnvironmentError(`cannot read the newest archive: ${got.why}`);
        try {
          const manifest = kinds[kind].check((0, import_node_path20.join)(root, kind));
          opened = true;
          return { key: got.matchedKey, content: knownOf(manifest) };
        } catch (error) {
          if (!(error instanceof DamagedArchive)) throw error;
          return null;
        }
      }
    }
  );
  return { ...plan, replaces, after: after3 ?? "", from: opened ? [folder2, (0, import_node_path20.join)(root, kind)] : [folder2] };
}
var import_node_fs13, import_node_path20;
var init_join_archive = __esm({
  "src/cache/archive/join-archive.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
    import_node_path20 = require("node:path");
    init_errors();
    init_kinds();
    init_choose_modules();
    init_module_needs();
    init_restore();
    init_join_newest();
    init_manifest();
    init_staging();
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

// src/cache/save.ts
async function saveCaches(request, restored, policy, busy2 = idleCaches) {
  return await perKindAtOnce(
    (kind) => saveOne(request, restored[kind], policy, busy2[kind], (thrift) => kinds[kind].choose(request, restored, thrift))
  );
}
async function saveOne(request, restored, policy, busy2, chooserOf) {
  const begin = performance.now();
  const { kind, key, folder: folder2, hit } = restored;
  const idle = {
    kind,
    saved: false,
    why: restored.why,
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
    generations: restored.generations,
    replacesKeys: []
  };
  if (hit === "off") return idle;
  try {
    const permission = maySave(policy);
    const thrift = {
      abovePercent: Math.max(policy.refreshAbovePercent, permission.onlyForNewAbovePercent ?? 0),
      onlyForNew: permission.onlyForNewAbovePercent !== null
    };
    const choose = await chooserOf(thrift);
    const known = readKnown(request.stagingFolder, restored);
    const selection = choose(known.entries, known.needs);
    const chosen = {
      ...idle,
      ...accountsOf(selection),
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
    const newestRoot = (0, import_node_path21.join)(request.stagingFolder, `newest-${kind}`);
    const root = emptyRoot(request.stagingFolder, kind);
    try {
      const joined = selection.shared === null ? { selection, replaces: replaced(restored), after: "", from: [folder2], worth } : await joinArchive(request, restored, known, choose, newestRoot);
      if (!joined.worth.save) return { ...chosen, why: `${joined.worth.why}: another job has saved meanwhile` };
      const { files: files2, costsMs, shared } = joined.selection;
      const idleByPath = new Map(files2.map(({ path, idle: idle2 }) => [path, idle2]));
      const entries = stageFiles(files2, joined.from, (0, import_node_path21.join)(root, kind)).map((entry) => ({
        ...entry,
        costMs: costsMs.get(entry.path) ?? 0,
        idle: idleByPath.get(entry.path) ?? 0
      }));
      const accounts = accountsOf(joined.selection);
      const generation = {
        savedAt: (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z"),
        ...amountOf(entries),
        newBytes: accounts.madeAnew.bytes
      };
      const generations = [...restored.generations, generation];
      const needs = shared?.needs;
      writeManifest((0, import_node_path21.join)(root, kind), { kind, generations, entries, needs });
      const saveKey = keyToSave(
        key,
        entries,
        needs === void 0 ? "" : joined.after + JSON.stringify(storeNeeds(needs, entries))
      );
      const put = await request.store.put({ kind, root, key: saveKey });
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
        replacesKeys: saved ? joined.replaces.filter((one) => one !== saveKey) : [],
        ms: performance.now() - begin
      };
    } finally {
      removeTree(root);
      removeTree(newestRoot);
    }
  } catch (error) {
    return { ...idle, why: `nothing was saved: ${messageOf(error)}`, isFault: true, ms: performance.now() - begin };
  }
}
function accountsOf({
  files: files2,
  swept,
  reusedWorthMs,
  madeAnewCostMs
}) {
  return {
    used: amountOf(files2.filter(({ isNew, idle }) => !isNew && idle === 0)),
    madeAnew: amountOf(files2.filter(({ isNew }) => isNew)),
    idle: amountOf(files2.filter(({ idle }) => idle > 0)),
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
    newBytes: amountOf(files2.filter(({ isNew }) => isNew)).bytes,
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
  if (matchedKey === null) return [];
  const index = key.parts.findIndex(({ name: name2 }) => name2 === "job");
  const prefix = key.parts.slice(0, index + 1).map(({ value }) => `${value}-`).join("");
  return matchedKey.toLowerCase().startsWith(prefix.toLowerCase()) ? [matchedKey] : [];
}
var import_node_path21, idleCaches;
var init_save = __esm({
  "src/cache/save.ts"() {
    "use strict";
    import_node_path21 = require("node:path");
    init_errors();
    init_accounting();
    init_join_archive();
    init_manifest();
    init_staging();
    init_stored_needs();
    init_keys();
    init_kind();
    init_kinds();
    init_restore();
    init_save_policy();
    idleCaches = perKind(() => null);
  }
});

// src/process/read-proc.ts
var init_read_proc = __esm({
  "src/process/read-proc.ts"() {
    "use strict";
    init_errors();
  }
});

// src/process/stat.ts
function parseStat(text2) {
  const open2 = text2.indexOf("(");
  const close = text2.lastIndexOf(")");
  const fields = text2.slice(close + 2).split(" ");
  const [state, ppid, group2] = fields;
  if (open2 < 0 || close < open2 || state === void 0) return null;
  return {
    pid: Number(text2.slice(0, open2)),
    name: text2.slice(open2 + 1, close),
    state,
    ppid: Number(ppid),
    group: Number(group2),
    flags: Number(fields[6]),
    ticks: Number(fields[11]) + Number(fields[12]),
    childTicks: Number(fields[13]) + Number(fields[14]),
    startTicks: Number(fields[19]),
    environmentEnd: Number(fields[48] ?? 0)
  };
}
var msPerTick;
var init_stat = __esm({
  "src/process/stat.ts"() {
    "use strict";
    init_read_proc();
    msPerTick = 10;
  }
});

// src/clean/process/seen.ts
function seen(read2) {
  try {
    return read2();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
var init_seen = __esm({
  "src/clean/process/seen.ts"() {
    "use strict";
    init_errors();
  }
});

// src/clean/process/processes.ts
function hasProc() {
  return seen(() => (0, import_node_fs14.readFileSync)("/proc/self/stat")) !== null;
}
function listProcesses() {
  const bootMs = bootTimeMs();
  const pids = (seen(() => (0, import_node_fs14.readdirSync)("/proc")) ?? []).filter((name2) => /^\d+$/.test(name2));
  return pids.flatMap((pid) => readProcess(Number(pid), bootMs) ?? []);
}
function readProcess(pid, bootMs = bootTimeMs()) {
  return seen(() => {
    const stat2 = parseStat((0, import_node_fs14.readFileSync)(`/proc/${pid}/stat`, "utf8"));
    if (stat2 === null || stat2.state === "Z" || stat2.state === "X") return null;
    const { startTicks } = stat2;
    const { uid } = (0, import_node_fs14.lstatSync)(`/proc/${pid}`);
    const exe = isOpenToUs(uid) ? seen(() => (0, import_node_fs14.readlinkSync)(`/proc/${pid}/exe`)) : null;
    const line = (0, import_node_fs14.readFileSync)(`/proc/${pid}/cmdline`, "utf8").replace(/\0+$/, "").replaceAll("\0", " ");
    return {
      pid,
      parent: stat2.ppid,
      uid,
      name: exe === null ? stat2.name : (0, import_node_path22.basename)(exe.replace(/ \(deleted\)$/, "")),
      command: line === "" ? stat2.name : line,
      startTicks,
      startedMs: bootMs + startTicks * msPerTick,
      container: containerOf(seen(() => (0, import_node_fs14.readFileSync)(`/proc/${pid}/cgroup`, "utf8")) ?? "")
    };
  });
}
function isOpenToUs(uid) {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid;
}
function bootTimeMs() {
  const text2 = seen(() => (0, import_node_fs14.readFileSync)("/proc/stat", "utf8")) ?? "";
  return Number(/^btime (\d+)$/m.exec(text2)?.[1] ?? 0) * 1e3;
}
function containerOf(cgroup) {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?:\.scope)?$/m.exec(cgroup)?.[1] ?? null;
}
function openPaths({ pid, uid }) {
  if (!isOpenToUs(uid)) return [];
  const fds = seen(() => (0, import_node_fs14.readdirSync)(`/proc/${pid}/fd`)) ?? [];
  const links = ["cwd", "exe", "root", ...fds.map((fd) => `fd/${fd}`)];
  return links.flatMap((link) => seen(() => (0, import_node_fs14.readlinkSync)(`/proc/${pid}/${link}`)) ?? []);
}
function isAt(process2, folder2) {
  if (!isOpenToUs(process2.uid)) return false;
  const here = seen(() => (0, import_node_fs14.statSync)(folder2));
  const there = seen(() => (0, import_node_fs14.statSync)(`/proc/${process2.pid}/cwd`));
  if (here !== null && there !== null && here.dev === there.dev && here.ino === there.ino) return true;
  return openPaths(process2).some((path) => path === folder2 || path.startsWith(`${folder2}/`));
}
function describeProcess(process2, nowMs) {
  const seconds2 = Math.max(0, Math.round((nowMs - process2.startedMs) / 1e3));
  const age = seconds2 < 120 ? `${seconds2} s` : seconds2 < 7200 ? `${Math.round(seconds2 / 60)} min` : `${Math.round(seconds2 / 3600)} h`;
  const inside = process2.container === null ? "" : `, in container ${process2.container}`;
  return `pid ${process2.pid} (${shortCommand(process2.command)}), ${age} old${inside}`;
}
function shortCommand(command) {
  const line = command.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}\u2026` : line;
}
function isSame2(process2) {
  return readProcess(process2.pid)?.startTicks === process2.startTicks;
}
var import_node_fs14, import_node_path22;
var init_processes = __esm({
  "src/clean/process/processes.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    import_node_path22 = require("node:path");
    init_stat();
    init_seen();
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
    init_processes();
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

// src/clean/folder.ts
function openFolder(path) {
  return held((0, import_node_fs15.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), path);
}
function entryOf(folder2, name2) {
  return linux ? `/proc/self/fd/${folder2.fd}/${name2}` : (0, import_node_path23.join)(folder2.path, name2);
}
function openIn(folder2, name2) {
  let fd;
  try {
    fd = (0, import_node_fs15.openSync)(entryOf(folder2, name2), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === "ELOOP" || errnoOf(error) === "ENOTDIR") return null;
    throw error;
  }
  const inner = held(fd, (0, import_node_path23.join)(folder2.path, name2));
  if (inner.mount === folder2.mount) return inner;
  inner[Symbol.dispose]();
  return null;
}
function openBelow(root, path) {
  const steps = (0, import_node_path23.relative)(root.path, path).split("/").filter((step) => step !== "");
  if (steps.includes("..")) return null;
  let at = held((0, import_node_fs15.openSync)(entryOf(root, "."), O_RDONLY | O_DIRECTORY), root.path);
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
function removeTree2(folder2, name2) {
  const inner = openIn(folder2, name2);
  if (inner === null) throw otherMount((0, import_node_path23.join)(folder2.path, name2));
  {
    var _stack = [];
    try {
      const open2 = __using(_stack, inner);
      for (const entry of (0, import_node_fs15.readdirSync)(entryOf(open2, "."), { encoding: "buffer" })) removeEntry(open2, entry);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  (0, import_node_fs15.rmdirSync)(entryOf(folder2, name2));
}
function removeEntry(folder2, name2) {
  const path = Buffer.concat([Buffer.from(entryOf(folder2, "")), name2]);
  const stat2 = (0, import_node_fs15.lstatSync)(path, { throwIfNoEntry: false });
  if (stat2 === void 0) return;
  const text2 = name2.toString();
  if (!stat2.isDirectory()) (0, import_node_fs15.unlinkSync)(path);
  else if (Buffer.from(text2).equals(name2)) removeTree2(folder2, text2);
  else throw Object.assign(new Error(`${(0, import_node_path23.join)(folder2.path, text2)}: the name is not UTF-8`), { code: "EILSEQ" });
}
function otherMount(path) {
  return Object.assign(new Error(`${path} is on another mount`), { code: "EXDEV" });
}
function held(fd, path) {
  return { path, fd, mount: mountOf(fd), [Symbol.dispose]: () => (0, import_node_fs15.closeSync)(fd) };
}
function mountOf(fd) {
  const device = (0, import_node_fs15.fstatSync)(fd).dev;
  if (!linux) return `${device}`;
  const mount = /^mnt_id:\s*(\d+)$/m.exec((0, import_node_fs15.readFileSync)(`/proc/self/fdinfo/${fd}`, "utf8"))?.[1];
  return `${device}:${mount}`;
}
var import_node_fs15, import_node_path23, linux, O_RDONLY, O_DIRECTORY, O_NOFOLLOW;
var init_folder = __esm({
  "src/clean/folder.ts"() {
    "use strict";
    import_node_fs15 = require("node:fs");
    import_node_path23 = require("node:path");
    init_errors();
    linux = process.platform === "linux";
    ({ O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = import_node_fs15.constants);
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
  const dueMs = restMs[kind] ?? 0;
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
var reasons, wanted, minuteMs, restMs, sharedRestMs, temporary, zipTemp, writeTemp, marked, trimTemp, entryTemp, gitLocks, packTemp, socket, workFolder, workFile;
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
    restMs = {
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
  return !isZombie(pid);
}
function isZombie(pid) {
  try {
    return /\) [ZX] [^)]*$/.test((0, import_node_fs16.readFileSync)(`/proc/${pid}/stat`, "utf8"));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs16;
var init_is_alive = __esm({
  "src/process/is-alive.ts"() {
    "use strict";
    import_node_fs16 = require("node:fs");
    init_errors();
  }
});

// src/clean/process/is-listening.ts
function isListening(path) {
  return new Promise((resolve2) => {
    const socket2 = (0, import_node_net.connect)({ path });
    const end = (answer) => {
      socket2.destroy();
      resolve2(answer);
    };
    socket2.setTimeout(timeoutMs, () => end(null));
    socket2.once("connect", () => end(true));
    socket2.once("error", (error) => end(errnoOf(error) === "ECONNREFUSED" ? false : null));
  });
}
var import_node_net, timeoutMs;
var init_is_listening = __esm({
  "src/clean/process/is-listening.ts"() {
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
  let open2 = null;
  const opener = (path) => {
    open2 ??= openFiles(processes());
    return open2.get(path);
  };
  const candidates = [];
  for (const entry of found) candidates.push({ ...entry, use: await useOf(entry, mounts, processes, opener) });
  return candidates;
}
async function useOf({ kind, path, tree, modifiedMs, type }, mounts, processes, opener) {
  switch (kind) {
    case "partial":
      return tree !== null && (0, import_node_fs17.lstatSync)(tree, { throwIfNoEntry: false }) !== void 0 ? halfExtracted : null;
    case "write-temp":
    case "work-file": {
      const process2 = opener(path);
      return process2 === void 0 ? null : `open in pid ${process2.pid} (${shortCommand(process2.command)})`;
    }
    case "work-folder": {
      if ([...mounts].some((mount) => mount.startsWith(`${path}/`))) return "something is mounted in it";
      const process2 = processes().find((one) => owns(one, path, modifiedMs));
      return process2 === void 0 ? null : `may belong to pid ${process2.pid} (${shortCommand(process2.command)})`;
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
  const ofGopls = /gopls-(\d+)\.details/.exec((0, import_node_path24.basename)(folder2))?.[1];
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
    const fd = (0, import_node_fs17.openSync)(path, import_node_fs17.constants.O_RDONLY | import_node_fs17.constants.O_NOFOLLOW | import_node_fs17.constants.O_NONBLOCK);
    try {
      const head = Buffer.alloc(64);
      return head.toString("latin1", 0, (0, import_node_fs17.readSync)(fd, head));
    } finally {
      (0, import_node_fs17.closeSync)(fd);
    }
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_node_fs17, import_node_path24, halfExtracted;
var init_uses = __esm({
  "src/clean/uses.ts"() {
    "use strict";
    import_node_fs17 = require("node:fs");
    import_node_path24 = require("node:path");
    init_errors();
    init_is_alive();
    init_is_listening();
    init_processes();
    halfExtracted = "go needs it: the module that it marks is half extracted, and go extracts it again";
  }
});

// src/clean/list-caches.ts
async function listCaches(roots) {
  const found = [];
  const unread = [];
  const mounts = mountPoints();
  for (const root of roots) {
    const stat2 = statOf(root.path, unread);
    if (stat2 === null) continue;
    const walk2 = { root, device: stat2.dev, mounts, found, unread };
    if (root.kind === "gomodcache") listModules(walk2);
    else if (root.kind === "gocache") listBuilds(walk2);
    else listTemporary(walk2);
  }
  return { candidates: await withUses(found, mounts), unread };
}
function listModules(walk2) {
  const cache = (0, import_node_path25.join)(walk2.root.path, "cache");
  if (!isInside(walk2, cache)) return;
  const pending = [(0, import_node_path25.join)(cache, "download")];
  const database = (0, import_node_path25.join)(cache, "download", "sumdb");
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    if (at === database || !isInside(walk2, at)) continue;
    const versions = (0, import_node_path25.basename)(at) === "@v";
    for (const entry of entriesOf2(walk2, at)) {
      if (!versions && (entry.isDirectory() || isUnknown(entry))) pending.push((0, import_node_path25.join)(at, entry.name));
      else if (versions) addVersionFile(walk2, at, entry.name);
    }
  }
  listRepositories(walk2, (0, import_node_path25.join)(cache, "vcs"));
}
function addVersionFile(walk2, folder2, name2) {
  const match = kindOf("versions", name2);
  if (match === null) return;
  const { kind, version } = match;
  const module2 = folder2.slice((0, import_node_path25.join)(walk2.root.path, "cache", "download").length + 1, -"/@v".length);
  add(walk2, (0, import_node_path25.join)(folder2, name2), kind, {
    lock: version === null ? null : (0, import_node_path25.join)(folder2, `${version}.lock`),
    tree: kind === "partial" ? (0, import_node_path25.join)(walk2.root.path, `${module2}@${version}`) : null
  });
}
function listRepositories(walk2, vcs) {
  if (!isInside(walk2, vcs)) return;
  for (const entry of entriesOf2(walk2, vcs)) {
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const repository = (0, import_node_path25.join)(vcs, entry.name);
    const lock = `${repository}.lock`;
    addMatches(walk2, repository, "repository", lock);
    const objects = (0, import_node_path25.join)(repository, "objects");
    if (isInside(walk2, repository) && isInside(walk2, objects)) addMatches(walk2, (0, import_node_path25.join)(objects, "pack"), "packs", lock);
  }
}
function listBuilds(walk2) {
  addMatches(walk2, walk2.root.path, "gocache", null);
  for (let prefix = 0; prefix < 256; prefix++) {
    addMatches(walk2, (0, import_node_path25.join)(walk2.root.path, prefix.toString(16).padStart(2, "0")), "entries", null);
  }
}
function listTemporary(walk2) {
  const { kind, path } = walk2.root;
  addMatches(walk2, path, kind === "temporary" ? "temporary" : "gopls-cache", null);
  if (kind === "temporary") return;
  for (const entry of entriesOf2(walk2, path)) {
    if (/^[0-9a-f]{8}$/.test(entry.name)) addMatches(walk2, (0, import_node_path25.join)(path, entry.name), "gopls-cache", null);
  }
}
function addMatches(walk2, folder2, place, lock) {
  if (!isInside(walk2, folder2)) return;
  for (const name2 of namesOf(walk2, folder2)) {
    const kind = kindOf(place, name2)?.kind;
    if (kind !== void 0) add(walk2, (0, import_node_path25.join)(folder2, name2), kind, { lock, tree: null });
  }
}
function add(walk2, path, kind, { lock, tree }) {
  const stat2 = statOf(path, walk2.unread);
  if (stat2 === null || (kind === "zip" || kind === "mod") && stat2.size > 0) return;
  walk2.found.push({
    path,
    root: walk2.root.path,
    kind,
    type: typeOf(stat2),
    bytes: kind === "work-folder" && stat2.isDirectory() ? bytesBelow(walk2, path) : stat2.size,
    modifiedMs: stat2.mtimeMs,
    uid: stat2.uid,
    identity: identityOf(stat2),
    lock,
    tree,
    sharedBy: walk2.root.sharedBy
  });
}
function identityOf(stat2) {
  return `${stat2.dev}:${stat2.ino}`;
}
function typeOf(stat2) {
  return stat2.isFile() ? "file" : stat2.isDirectory() ? "folder" : stat2.isSocket() ? "socket" : "other";
}
function bytesBelow(walk2, folder2) {
  let bytes = 0;
  const pending = [folder2];
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    if (!isInside(walk2, at)) continue;
    for (const entry of entriesOf2(walk2, at)) {
      const path = (0, import_node_path25.join)(at, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) bytes += statOf(path, walk2.unread)?.size ?? 0;
    }
  }
  return bytes;
}
function isInside(walk2, path) {
  const stat2 = statOf(path, walk2.unread);
  return stat2?.isDirectory() === true && stat2.dev === walk2.device && (path === walk2.root.path || !walk2.mounts.has(path));
}
function statOf(path, unread) {
  return read(path, unread, () => (0, import_node_fs18.lstatSync)(path, { throwIfNoEntry: false }) ?? null);
}
function namesOf({ unread }, folder2) {
  return read(folder2, unread, () => (0, import_node_fs18.readdirSync)(folder2)) ?? [];
}
function entriesOf2({ unread }, folder2) {
  return read(folder2, unread, () => (0, import_node_fs18.readdirSync)(folder2, { withFileTypes: true })) ?? [];
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
  let text2;
  try {
    text2 = (0, import_node_fs18.readFileSync)("/proc/self/mountinfo", "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return /* @__PURE__ */ new Set();
  }
  const unescaped = (path) => path.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
  return new Set(text2.split("\n").map((line) => unescaped(line.split(" ")[4] ?? "")));
}
var import_node_fs18, import_node_path25;
var init_list_caches = __esm({
  "src/clean/list-caches.ts"() {
    "use strict";
    import_node_fs18 = require("node:fs");
    import_node_path25 = require("node:path");
    init_errors();
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
  return new Promise((resolve2) => {
    child.once("error", () => resolve2("no-command"));
    child.once("close", (code2) => resolve2(code2));
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

// src/clean/process/holders.ts
function holdersOf(identities) {
  const found = /* @__PURE__ */ new Map();
  if (identities.size === 0) return found;
  for (const process2 of listProcesses()) {
    for (const identity of locksOf(process2.pid, identities)) {
      found.set(identity, [...found.get(identity) ?? [], process2]);
    }
  }
  return found;
}
async function awaitNoHolders(root, timeoutMs4) {
  const path = seen(() => (0, import_node_fs19.realpathSync)(root));
  if (path === null) return [];
  const deadlineMs = performance.now() + timeoutMs4;
  for (; ; ) {
    const holders = listProcesses().filter(({ pid }) => holdsBelow(pid, path));
    if (holders.length === 0 || performance.now() >= deadlineMs) return holders;
    await (0, import_promises5.setTimeout)(pollMs);
  }
}
function holdsBelow(pid, root) {
  return lockedDescriptors(pid).some((fd) => {
    const path = seen(() => (0, import_node_fs19.readlinkSync)(`/proc/${pid}/fd/${fd}`));
    return path === root || path?.startsWith(`${root}/`) === true;
  });
}
function locksOf(pid, identities) {
  const held2 = /* @__PURE__ */ new Set();
  for (const fd of lockedDescriptors(pid)) {
    const stat2 = seen(() => (0, import_node_fs19.statSync)(`/proc/${pid}/fd/${fd}`));
    if (stat2 !== null && identities.has(`${stat2.dev}:${stat2.ino}`)) held2.add(`${stat2.dev}:${stat2.ino}`);
  }
  return held2;
}
function lockedDescriptors(pid) {
  return (seen(() => (0, import_node_fs19.readdirSync)(`/proc/${pid}/fdinfo`)) ?? []).filter(
    (fd) => /^lock:\s.*FLOCK/m.test(seen(() => (0, import_node_fs19.readFileSync)(`/proc/${pid}/fdinfo/${fd}`, "utf8")) ?? "")
  );
}
var import_node_fs19, import_promises5, pollMs;
var init_holders = __esm({
  "src/clean/process/holders.ts"() {
    "use strict";
    import_node_fs19 = require("node:fs");
    import_promises5 = require("node:timers/promises");
    init_processes();
    init_seen();
    pollMs = 100;
  }
});

// src/clean/remove-residue.ts
async function removeAll(residue) {
  const items = [];
  for (const one of residue) items.push(await remove(one));
  return items;
}
async function remove(one) {
  const { path, root, kind, identity } = one.candidate;
  const name2 = (0, import_node_path26.basename)(path);
  try {
    var _stack = [];
    try {
      const base = __using(_stack, openFolder(root));
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path26.dirname)(path)));
      if (folder2 === null) return ended(one, "changed", "a folder in its path was replaced");
      const entry = entryOf(folder2, name2);
      const stat2 = (0, import_node_fs20.lstatSync)(entry, { throwIfNoEntry: false });
      if (stat2 === void 0) return ended(one, "gone", null);
      if (identityOf(stat2) !== identity || hasChanged(stat2, one)) return ended(one, "changed", "it changed meanwhile");
      const users = usersNow(one);
      if (users.length > 0) return busy(one, users);
      if (kind === "partial" && isThere(base, one.candidate.tree))
        return ended(one, "changed", "the module is being extracted");
      if (kind === "daemon-socket" && await isListening(entry) !== false)
        return ended(one, "changed", "a daemon listens on it");
      if (kind === "work-folder") removeTree2(folder2, name2);
      else (0, import_node_fs20.unlinkSync)(entry);
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
function hasChanged(stat2, { candidate: { kind, modifiedMs }, bytes }) {
  return stat2.mtimeMs !== modifiedMs || kind !== "work-folder" && stat2.size !== bytes;
}
function usersNow({ candidate: { kind, lock } }) {
  if (kind !== "git-lock" && kind !== "git-temp" || lock === null) return [];
  const repository = lock.slice(0, -".lock".length);
  return listProcesses().filter((process2) => process2.pid !== globalThis.process.pid && isAt(process2, repository));
}
function isThere(base, tree) {
  if (tree === null) return true;
  try {
    var _stack = [];
    try {
      const parent = __using(_stack, openBelow(base, (0, import_node_path26.dirname)(tree)));
      return parent === null || (0, import_node_fs20.lstatSync)((0, import_node_path26.join)(entryOf(parent, (0, import_node_path26.basename)(tree))), { throwIfNoEntry: false }) !== void 0;
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
var import_node_fs20, import_node_path26;
var init_remove_residue = __esm({
  "src/clean/remove-residue.ts"() {
    "use strict";
    import_node_fs20 = require("node:fs");
    import_node_path26 = require("node:path");
    init_errors();
    init_clean_item();
    init_folder();
    init_list_caches();
    init_is_listening();
    init_processes();
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
  for (const group2 of groups.filter(({ lock }) => lock === null)) items.push(...await removeAll(group2.residue));
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
          const restMs2 = deadlineMs - performance.now();
          const [now = "busy"] = restMs2 > 0 ? [await locks.wait(held2.fd, restMs2, request.signal)] : await locks.tryAll([held2.fd]);
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
  const stat2 = lock === null ? void 0 : (0, import_node_fs21.lstatSync)(lock, { throwIfNoEntry: false });
  if (stat2 === void 0 || identityOf(stat2) !== held2.identity) {
    return group2.residue.map((one) => ended(one, "busy", "its lock file was replaced meanwhile"));
  }
  return await removeAll(group2.residue);
}
function openLock({ lock, root }) {
  if (lock === null) return "EINVAL";
  try {
    var _stack = [];
    try {
      const base = __using(_stack, openFolder(root));
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path27.dirname)(lock)));
      if (folder2 === null) return "ELOOP";
      const fd = (0, import_node_fs21.openSync)(entryOf(folder2, (0, import_node_path27.basename)(lock)), O_RDWR | O_CREAT | O_NOFOLLOW2 | O_NONBLOCK, 438);
      const stat2 = (0, import_node_fs21.fstatSync)(fd);
      const held2 = { fd, identity: identityOf(stat2), [Symbol.dispose]: () => (0, import_node_fs21.closeSync)(fd) };
      if (stat2.isFile()) return held2;
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
var import_node_fs21, import_node_path27, O_RDWR, O_CREAT, O_NOFOLLOW2, O_NONBLOCK;
var init_apply = __esm({
  "src/clean/apply.ts"() {
    "use strict";
    import_node_fs21 = require("node:fs");
    import_node_path27 = require("node:path");
    init_p_limit();
    init_clean_item();
    init_folder();
    init_list_caches();
    init_locks();
    init_holders();
    init_remove_residue();
    ({ O_RDWR, O_CREAT, O_NOFOLLOW: O_NOFOLLOW2, O_NONBLOCK } = import_node_fs21.constants);
  }
});

// src/clean/process/end-tree.ts
async function endTree(pid, uid) {
  if (!hasProc()) throw new UserError("--end needs /proc, which this system lacks; end the process yourself");
  const target = readProcess(pid);
  if (target === null) return [];
  const named = `pid ${pid} (${shortCommand(target.command)})`;
  if (target.uid !== uid)
    throw new UserError(`--end ${pid}: ${named} belongs to user ${target.uid}, and you are user ${uid}`);
  if (!/^(?:go|gopls|git)(?:[-.\d].*)?$/.test(target.name)) {
    throw new UserError(`--end ${pid}: ${named} is not a go, gopls or git; end it yourself if you mean it`);
  }
  const all = listProcesses();
  if (treeOf(target, all).some((process2) => process2.pid === globalThis.process.pid)) {
    throw new UserError(`--end ${pid}: ${named} started this unlatch`);
  }
  const ended2 = /* @__PURE__ */ new Map();
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    const deadlineMs = performance.now() + graceMs2;
    for (; ; ) {
      const known = [target, ...ended2.values()].filter(isSame2);
      const now = listProcesses();
      const living = unique([...known, ...known.flatMap((process2) => treeOf(process2, now))]).filter(
        (one) => one.uid === uid
      );
      if (living.length === 0) return [...ended2.values()];
      for (const process2 of living) {
        const fresh = !ended2.has(keyOf(process2));
        ended2.set(keyOf(process2), process2);
        if (fresh || signal === "SIGKILL") send(process2, signal);
      }
      if (performance.now() > deadlineMs) break;
      await (0, import_promises6.setTimeout)(pollMs2);
    }
  }
  throw new UserError(
    `--end ${pid}: ${named} does not end; it is blocked in the kernel, perhaps by a hanging filesystem`
  );
}
function treeOf(process2, all) {
  const children = all.filter((one) => one.parent === process2.pid);
  return [process2, ...children.flatMap((child) => treeOf(child, all))];
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
var import_promises6, graceMs2, pollMs2;
var init_end_tree = __esm({
  "src/clean/process/end-tree.ts"() {
    "use strict";
    import_promises6 = require("node:timers/promises");
    init_errors();
    init_processes();
    graceMs2 = 5e3;
    pollMs2 = 50;
  }
});

// src/clean/roots.ts
function checkRoot(kind, given, uid, home) {
  if (!(0, import_node_path28.isAbsolute)(given)) throw new UserError(`${given}: the path of a cache must be absolute`);
  const path = realPath(given);
  if (path === null) return null;
  if (path === "/") throw new UserError(`${given}: refusing to clean the root folder`);
  const homePath = home === null || home === "" ? null : realPath(home);
  const above = kind !== "temporary" && homePath?.startsWith(`${path}/`);
  if (homePath !== null && (path === homePath || above)) {
    throw new UserError(`${given}: refusing to clean the home folder ${homePath} or a folder above it`);
  }
  const stat2 = (0, import_node_fs22.lstatSync)(path);
  if (!stat2.isDirectory()) throw new UserError(`${given}: not a folder`);
  if (kind !== "temporary" && stat2.uid !== uid) {
    throw new UserError(`${given}: belongs to user ${stat2.uid}, and you are user ${uid}; let its owner clean it`);
  }
  const why = strangeness(kind, path);
  if (why !== null) throw new UserError(`${given}: does not look like ${why}`);
  return { kind, path, sharedBy: sharing.get((0, import_node_fs22.statfsSync)(path).type >>> 0) ?? null };
}
function realPath(path) {
  try {
    return (0, import_node_fs22.realpathSync)(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return null;
    throw new UserError(`${path}: cannot be resolved`, { cause: error });
  }
}
function strangeness(kind, path) {
  if (kind !== "gocache" && kind !== "gomodcache") return null;
  let names;
  try {
    names = (0, import_node_fs22.readdirSync)(path);
  } catch (error) {
    throw new UserError(`${path}: cannot be read`, { cause: error });
  }
  if (names.length === 0) return null;
  if (kind === "gomodcache") {
    const inside = names.includes("cache") ? seenNames((0, import_node_path28.join)(path, "cache")) : [];
    const known2 = inside.some((name2) => name2 === "download" || name2 === "vcs" || name2 === "lock");
    return known2 ? null : "a module cache: it has no cache/download";
  }
  const known = isReadme((0, import_node_path28.join)(path, "README")) || names.includes("00") && names.includes("ff");
  return known ? null : "a build cache: it has neither go's README nor the folders 00 to ff";
}
function seenNames(path) {
  try {
    return (0, import_node_fs22.lstatSync)(path).isDirectory() ? (0, import_node_fs22.readdirSync)(path) : [];
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
function isReadme(path) {
  try {
    return (0, import_node_fs22.lstatSync)(path).isFile() && (0, import_node_fs22.readFileSync)(path, "utf8").startsWith("This directory holds cached build artifacts");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs22, import_node_path28, sharing;
var init_roots = __esm({
  "src/clean/roots.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    import_node_path28 = require("node:path");
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
  const items = request.dryRun ? foreseen(plan.residue) : await apply(plan.residue, locks, request);
  const left = items.filter(({ outcome }) => outcome === "planned" || outcome === "busy" || outcome === "failed");
  const bytesOf = (some) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    schema: 1,
    dryRun: request.dryRun,
    roots: looked,
    items,
    kept: plan.kept,
    unread: [...unread, ...listing.unread],
    ended: ended2.map(({ pid, command }) => ({ pid, command })),
    helper: locks.helper(),
    removedBytes: bytesOf(items.filter(({ outcome }) => outcome === "removed")),
    leftBytes: bytesOf(left),
    left: left.length
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
    ...request.goplsCache === null ? [] : [["gopls-cache", request.goplsCache]]
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
function foreseen(residue) {
  const identities = /* @__PURE__ */ new Map();
  for (const { candidate } of residue) {
    const stat2 = candidate.lock === null ? void 0 : (0, import_node_fs23.lstatSync)(candidate.lock, { throwIfNoEntry: false });
    if (candidate.lock !== null && stat2 !== void 0) identities.set(candidate.lock, identityOf(stat2));
  }
  const holders = holdersOf(new Set(identities.values()));
  return residue.map((one) => {
    const found = holders.get(identities.get(one.candidate.lock ?? "") ?? "") ?? [];
    return found.length === 0 ? ended(one, "planned", null) : busy(one, found);
  });
}
var import_node_fs23;
var init_clean = __esm({
  "src/clean/clean.ts"() {
    "use strict";
    import_node_fs23 = require("node:fs");
    init_errors();
    init_apply();
    init_clean_item();
    init_list_caches();
    init_locks();
    init_end_tree();
    init_holders();
    init_residue();
    init_roots();
  }
});

// src/process/parse-environ.ts
function parseEnviron(text2) {
  return Object.fromEntries(
    text2.split("\0").flatMap((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    })
  );
}
var init_parse_environ = __esm({
  "src/process/parse-environ.ts"() {
    "use strict";
  }
});

// src/process/sockets.ts
function parseUnix(text2) {
  return text2.split("\n").flatMap((line) => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (path === void 0) return [];
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? "0", 16) & 65536) !== 0, path }];
  });
}
var init_sockets = __esm({
  "src/process/sockets.ts"() {
    "use strict";
  }
});

// src/clean/process/job-daemons.ts
function jobDaemons(job) {
  if ((job.env["GITHUB_RUN_ID"] ?? "") === "") return [];
  const sockets = listeningBelow(new Set(job.socketFolders.flatMap((folder2) => realPath2(folder2) ?? [])));
  if (sockets.size === 0) return [];
  return listProcesses().filter(
    (one) => one.uid === job.uid && one.startTicks >= job.startTicks && /^gopls(?:[-.\d].*)?$/.test(one.name) && openPaths(one).some((path) => sockets.has(path)) && isOfJob(one, job.env)
  );
}
function isOfJob({ pid }, env) {
  const text2 = seen(() => (0, import_node_fs24.readFileSync)(`/proc/${pid}/environ`, "utf8"));
  if (text2 === null) return false;
  const theirs = parseEnviron(text2);
  return jobVariables.every((name2) => (theirs[name2] ?? "") === (env[name2] ?? ""));
}
function listeningBelow(folders2) {
  const table = seen(() => (0, import_node_fs24.readFileSync)("/proc/self/net/unix", "utf8")) ?? "";
  const found = /* @__PURE__ */ new Set();
  for (const { listens, inode, path } of parseUnix(table)) {
    if (!listens) continue;
    const folder2 = realPath2((0, import_node_path29.dirname)(path));
    if (folder2 !== null && folders2.has(folder2)) found.add(`socket:[${inode}]`);
  }
  return found;
}
function realPath2(folder2) {
  return seen(() => (0, import_node_fs24.realpathSync)(folder2));
}
var import_node_fs24, import_node_path29, jobVariables;
var init_job_daemons = __esm({
  "src/clean/process/job-daemons.ts"() {
    "use strict";
    import_node_fs24 = require("node:fs");
    import_node_path29 = require("node:path");
    init_parse_environ();
    init_sockets();
    init_processes();
    init_seen();
    jobVariables = ["RUNNER_TRACKING_ID", "RUNNER_TEMP", "GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB"];
  }
});

// src/action/caches/clean-before-save.ts
async function cleanBeforeSave({ restored, startTicks }, waitMs, env) {
  const uid = process.geteuid?.();
  if (uid === void 0) return idleCaches;
  const deadlineMs = performance.now() + waitMs;
  if (startTicks !== null) await attempt(() => endDaemons(uid, startTicks, env));
  const modules2 = await attempt(() => holdersOf2(restored.modules.folder, deadlineMs));
  const build = await attempt(() => holdersOf2(restored.build.folder, deadlineMs));
  const left = await attempt(() => clean(restored, deadlineMs, env));
  const lint = restored.lint.hit === "off" ? null : await attempt(() => linterIn(deadlineMs, env));
  return { modules: modules2 ?? left?.modules ?? null, build: build ?? left?.build ?? null, lint, gopls: null };
}
async function attempt(task) {
  try {
    return await task();
  } catch (error) {
    info(`before packing: ${describeFailure(error)}`);
    return null;
  }
}
async function endDaemons(uid, startTicks, env) {
  const socketFolders = [env["XDG_RUNTIME_DIR"] ?? "", (0, import_node_os3.tmpdir)()].filter((folder2) => folder2 !== "");
  for (const daemon of jobDaemons({ uid, startTicks, env, socketFolders })) {
    for (const { pid, command } of await endTree(daemon.pid, uid)) {
      info(`ended pid ${pid} (${command}): gopls daemon that this job left running`);
    }
  }
}
async function holdersOf2(folder2, deadlineMs) {
  if (folder2 === "") return null;
  const holders = await holdersNow(folder2, deadlineMs);
  return holders === null ? null : `${folder2} is busy: ${holders} holds a lock in it`;
}
async function linterIn(deadlineMs, env) {
  const lock = (0, import_node_path30.join)(env["TMPDIR"] || (0, import_node_os3.tmpdir)(), "golangci-lint.lock");
  const holders = await holdersNow(lock, deadlineMs);
  return holders === null ? null : `golangci-lint is running: ${holders} holds ${lock}`;
}
async function holdersNow(root, deadlineMs) {
  const holders = await awaitNoHolders(root, deadlineMs - performance.now());
  const nowMs = Date.now();
  return holders.length === 0 ? null : holders.map((holder) => describeProcess(holder, nowMs)).join("; ");
}
async function clean({ modules: modules2, build }, deadlineMs, env) {
  const report = await cleanCaches({
    gocache: build.folder === "" ? null : build.folder,
    gomodcache: modules2.folder === "" ? null : modules2.folder,
    temporary: [],
    goplsCache: null,
    home: env["HOME"] ?? null,
    dryRun: false,
    waitMs: Math.max(0, deadlineMs - performance.now()),
    end: [],
    env
  });
  for (const { path, outcome, reason, why } of report.items) {
    info(`${path}: ${reason}: ${outcome}${why === null ? "" : `: ${why}`}`);
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
var import_node_os3, import_node_path30;
var init_clean_before_save = __esm({
  "src/action/caches/clean-before-save.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path30 = require("node:path");
    init_core();
    init_save();
    init_clean();
    init_end_tree();
    init_holders();
    init_job_daemons();
    init_processes();
    init_describe_failure();
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
  const own = nodes("default") ?? [...import_node_tls.default.rootCertificates, ...pemsIn(await textOf2(env["NODE_EXTRA_CA_CERTS"] ?? ""))];
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
    const text2 = await textOf2(file);
    if (text2 === "") continue;
    pems.push(...pemsIn(text2));
    break;
  }
  for (const folder2 of env["SSL_CERT_DIR"] ? env["SSL_CERT_DIR"].split(":") : folders) {
    for (const name2 of await namesIn3(folder2)) pems.push(...pemsIn(await textOf2((0, import_node_path31.join)(folder2, name2))));
  }
  return pems;
}
function pemsIn(text2) {
  return text2.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
}
async function namesIn3(folder2) {
  try {
    const entries = await (0, import_promises7.readdir)(folder2, { withFileTypes: true });
    const kept = await Promise.all(
      entries.map(
        async (entry) => !entry.isSymbolicLink() || (await (0, import_promises7.readlink)((0, import_node_path31.join)(folder2, entry.name))).includes("/") ? [entry.name] : []
      )
    );
    return kept.flat();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
async function textOf2(file) {
  if (file === "") return "";
  try {
    return await (0, import_promises7.readFile)(file, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
var import_promises7, import_node_path31, import_node_tls, files, folders, contexts;
var init_trusted_certificates = __esm({
  "src/go/network/trusted-certificates.ts"() {
    "use strict";
    import_promises7 = require("node:fs/promises");
    import_node_path31 = require("node:path");
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
      let length = 0;
      const chunks = [];
      for await (const chunk of stream) {
        length += chunk.length;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks, length);
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
      const promise = new Promise((resolve2, reject) => {
        req2.once("response", resolve2).once("error", reject).end();
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
      return new Promise((resolve2, reject) => {
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
          resolve2({
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
  return await new Promise((resolve2, reject) => {
    let refusedBy = null;
    const how = { method, headers, signal, secureContext, agent };
    const request = isSecure ? import_node_https.default.request(bare, how) : import_node_http.default.request(bare, how);
    request.on("proxyConnect", ({ statusCode }) => {
      if (statusCode !== 200 && proxy !== null) refusedBy = `${proxy.protocol}//${proxy.host}`;
    });
    request.on("response", (response) => resolve2({ response, url, refusedBy }));
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

// src/cache/store/with-plain-path.ts
async function withPlainPath(folder2, use) {
  const real = await (0, import_promises8.realpath)(folder2);
  if (isPlain(real) || !isPlain((0, import_node_os4.tmpdir)())) return await use(real);
  const place = await (0, import_promises8.mkdtemp)((0, import_node_path32.join)((0, import_node_os4.tmpdir)(), "unlatch-"));
  try {
    const link = (0, import_node_path32.join)(place, "root");
    await (0, import_promises8.symlink)(real, link, "junction");
    return await use(link);
  } finally {
    await (0, import_promises8.rm)(place, { recursive: true });
  }
}
function isPlain(path) {
  return !/[ "]/.test(path);
}
var import_promises8, import_node_os4, import_node_path32;
var init_with_plain_path = __esm({
  "src/cache/store/with-plain-path.ts"() {
    "use strict";
    import_promises8 = require("node:fs/promises");
    import_node_os4 = require("node:os");
    import_node_path32 = require("node:path");
  }
});

// src/cache/store/actions-store.ts
function actionsStore(env) {
  return {
    fetch: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: "fetch", kind, key, prefixes }, root, env);
      if (answer.error !== null) return { outcome: "failed", why: answer.error };
      if (answer.matchedKey !== null) {
        return {
          outcome: "hit",
          matchedKey: answer.matchedKey,
          archiveBytes: numberAfter(/Cache Size: .*\((\d+) B\)/, output)
        };
      }
      const failure = annotation(output, "Failed to restore: ");
      return failure === null ? { outcome: "miss" } : { outcome: "failed", why: failure };
    },
    find: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: "find", kind, key, prefixes }, root, env);
      const failure = answer.error ?? annotation(output, "Failed to restore: ");
      if (answer.matchedKey !== null) return { outcome: "hit", matchedKey: answer.matchedKey };
      return failure === null ? { outcome: "miss" } : { outcome: "failed", why: failure };
    },
    put: async ({ kind, root, key }) => {
      const { answer, output } = await converse({ ask: "put", kind, key, prefixes: [] }, root, env);
      if (answer.error !== null) return { outcome: "failed", why: answer.error };
      if (answer.saved) return { outcome: "saved", archiveBytes: numberAfter(/File Size: (\d+)/, output) };
      const refusal = annotation(output, "Cache reservation failed: ") ?? annotation(output, "Failed to reserve cache: ");
      const failure = annotation(output, "Failed to save: ") ?? "the cache service did not accept the archive";
      const isThere2 = refusal === null ? /another job|already exists/i : /already.?exists|\(409\)|Response was not ok/i;
      if (isThere2.test(refusal ?? failure)) return { outcome: "exists", why: failure };
      return {
        outcome: "failed",
        why: refusal === null ? failure : `the cache service rejected the archive: ${refusal}`
      };
    }
  };
}
async function converse(question, root, env) {
  const proxies = serviceProxies(env);
  if ("why" in proxies) return { answer: { error: proxies.why, matchedKey: null, saved: false }, output: "" };
  const temporary2 = (0, import_node_path33.join)(root, "tmp");
  await (0, import_promises9.mkdir)(temporary2, { recursive: true });
  try {
    return await withPlainPath(root, async (workspace) => {
      const worker = __url.endsWith(".ts") ? "./store-worker.ts" : "./store-worker.cjs";
      const child = (0, import_node_child_process4.fork)((0, import_node_url2.fileURLToPath)(new URL(worker, __url)), [workspace], {
        cwd: workspace,
        env: { ...proxies.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: (0, import_node_path33.join)(workspace, "tmp") },
        execArgv: [],
        silent: true,
        // Its own process group, so that tar is killed with it.
        detached: process.platform !== "win32"
      });
      return await conversation(child, question);
    });
  } finally {
    await (0, import_promises9.rm)(temporary2, { recursive: true, force: true });
  }
}
function conversation(child, question) {
  return new Promise((resolve2) => {
    let output = "";
    const failed = (error) => ({ error, matchedKey: null, saved: false });
    let answer = null;
    const keep = (chunk) => {
      output = (output + chunk.toString()).slice(-(64 << 10));
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const alarm = setTimeout(() => {
      answer = failed(`not finished within ${timeoutMs3 / 6e4} minutes`);
      signalGroup(child.pid, "SIGKILL");
    }, timeoutMs3);
    child.on("message", (message) => {
      answer ??= message;
      if (message.error !== null) signalGroup(child.pid, "SIGKILL");
    });
    child.on("error", (error) => {
      answer ??= failed(error.message);
      if (child.pid === void 0) {
        clearTimeout(alarm);
        resolve2({ answer, output });
      }
    });
    child.on("close", (code2, signal) => {
      clearTimeout(alarm);
      resolve2({
        answer: answer ?? failed(`the cache worker exited (${signal ?? code2}): ${output.slice(-500)}`),
        output
      });
    });
    child.send(question, (error) => {
      if (error !== null) answer ??= failed(error.message);
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
var import_node_child_process4, import_promises9, import_node_path33, import_node_url2, timeoutMs3;
var init_actions_store = __esm({
  "src/cache/store/actions-store.ts"() {
    "use strict";
    import_node_child_process4 = require("node:child_process");
    import_promises9 = require("node:fs/promises");
    import_node_path33 = require("node:path");
    import_node_url2 = require("node:url");
    init_signal_group();
    init_service_proxy();
    init_with_plain_path();
    timeoutMs3 = 60 * 6e4;
  }
});

// src/action/caches/request.ts
function savedKeys(env) {
  return (env[savedVariable] ?? "").split(" ").filter((key) => key !== "");
}
function cacheRequest(inputs, go, workspace, env) {
  const mark = Number(env[markVariable] ?? "");
  return {
    store: actionsStore(env),
    env,
    go,
    workspace,
    stagingFolder: (0, import_node_path34.join)(env["RUNNER_TEMP"] || workspace, "unlatch"),
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
var import_node_path34, markVariable, savedVariable;
var init_request = __esm({
  "src/action/caches/request.ts"() {
    "use strict";
    import_node_path34 = require("node:path");
    init_actions_store();
    markVariable = "UNLATCH_CACHE_MARK_MS";
    savedVariable = "UNLATCH_SAVED_KEYS";
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
  const request = cacheRequest(inputs, state.go, workspace, env);
  const saved = await group("Caches", async () => {
    const busy2 = maySave(policy).save ? await cleanBeforeSave(state, inputs.wait * 1e3, env) : idleCaches;
    return await saveCaches(request, state.restored, policy, busy2);
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
    for (const key of replacesKeys) {
      const why = await deleteReplaced(key, inputs.token, env);
      info(`${kind}: ${why === null ? `deleted ${key}` : `kept ${key}: ${why}`}`);
    }
  }
  info(`unlatch-accounts ${accountsLine(accounts)}`);
  const loss = lossOf(accounts);
  if (loss !== null) warning(loss);
  if ((env["GITHUB_STEP_SUMMARY"] ?? "") !== "") await summary.addRaw(summaryOf(accounts), true).write();
}
function statusOf(text2) {
  return text2 === "success" || text2 === "cancelled" ? text2 : "failure";
}
var init_save2 = __esm({
  "src/action/save.ts"() {
    "use strict";
    init_core();
    init_kind();
    init_save();
    init_save_policy();
    init_clean_before_save();
    init_delete_replaced();
    init_request();
    init_restore2();
    init_summary2();
  }
});

// src/action/post.ts
init_core();
init_describe_failure();

// src/action/event.ts
var import_promises = require("node:fs/promises");
init_dist();
init_errors();
var textOrNone = fallback(optional(string(), ""), "");
var eventSchema = object({
  action: textOrNone,
  repository: fallback(object({ default_branch: textOrNone }), { default_branch: "" }),
  // head.repo is null if the fork was deleted.
  pull_request: fallback(object({ head: object({ repo: object({ full_name: textOrNone }) }) }), {
    head: { repo: { full_name: "" } }
  })
});
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
  modules: oneOf(["zips", "extracted", "false"]),
  "build-cache": flag(true),
  "lint-cache": flag(false),
  "gopls-cache": flag(false),
  "cache-drive": oneOf(["workspace", "keep"]),
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
function readState() {
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
  const state = readState();
  if (inputs.mode !== "setup" || state === null || state.restored === null) return;
  const { save: save2 } = await Promise.resolve().then(() => (init_save2(), save_exports));
  await save2({ ...state, restored: state.restored }, inputs, {
    workspace: process.env["GITHUB_WORKSPACE"] || process.cwd(),
    env: process.env,
    event: await readEvent(process.env["GITHUB_EVENT_PATH"])
  });
}
post().catch((error) => warning(`the caches were not saved: ${describeFailure(error)}`));
