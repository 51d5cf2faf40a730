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
var init_file_command = __esm({
  "node_modules/@actions/core/lib/file-command.js"() {
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
var fs, chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, IS_WINDOWS, READONLY;
var init_io_util = __esm({
  "node_modules/@actions/io/lib/io-util.js"() {
    fs = __toESM(require("fs"), 1);
    ({ chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises);
    IS_WINDOWS = process.platform === "win32";
    READONLY = fs.constants.O_RDONLY;
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
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os3.EOL);
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
var os3, __awaiter2, ExitCode;
var init_core = __esm({
  "node_modules/@actions/core/lib/core.js"() {
    init_command();
    init_file_command();
    init_utils();
    os3 = __toESM(require("os"));
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
  return `this is a bug in unlatch; please report it with what follows
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
  return { modules: of("modules"), build: of("build"), lint: of("lint"), gopls: of("gopls") };
}
async function perKindAtOnce(of) {
  const [modules2, build, lint, gopls2] = await Promise.all([of("modules"), of("build"), of("lint"), of("gopls")]);
  return { modules: modules2, build, lint, gopls: gopls2 };
}
var cacheKinds;
var init_kind = __esm({
  "src/cache/kind.ts"() {
    "use strict";
    cacheKinds = ["modules", "build", "lint", "gopls"];
  }
});

// src/cache/accounting.ts
function amountOf(files) {
  return { entries: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
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
  const pathsOf = (files) => files.flatMap((index) => entries[index]?.path ?? []);
  return {
    lines: lines2.map(({ files, ...line }) => ({ ...line, paths: new Set(pathsOf(files)) })),
    left,
    besides: new Map(besides.flatMap(({ day, files }) => pathsOf(files).map((path) => [path, day])))
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
`) throw new DamagedArchive("its manifest was changed or cut");
  const [first = "", ...lines2] = body.split("\n").slice(0, -1);
  const head = safeParse(pipe(string(), parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive("its manifest is of another schema");
  if (head.output.kind !== kind) throw new DamagedArchive(`it holds ${head.output.kind}, and not ${kind}`);
  if (head.output.entries !== lines2.length) throw new DamagedArchive("its manifest names another number of files");
  const entries = lines2.map(parseEntry);
  const { generations, needs } = head.output;
  return { kind, generations, entries, ...needs === void 0 ? {} : { needs: readNeeds(needs, entries) } };
}
function parseEntry(line) {
  const [, bytes, cost, idle, crc322, path] = /^(\d+) (\d+) (\d+) ([0-9a-f]{8}) (.+)$/.exec(line) ?? [];
  if (crc322 === void 0 || path === void 0) {
    throw new DamagedArchive("its manifest has a line that is none");
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
function stageFiles(files, from, to) {
  const staged = [];
  const folders = /* @__PURE__ */ new Set();
  for (const { path, bytes } of files) {
    const target = (0, import_node_path3.join)(to, path);
    ensureFolder((0, import_node_path3.dirname)(target), folders);
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
    if (checksum(content) !== entry.crc32) throw new DamagedArchive(`${entry.path} has other content`);
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
      if (executable2 !== void 0 && outputs.has(id)) return "is the second file of one executable";
      outputs.set(id, bytes);
      return null;
    }
    const action = parseAction(id, Buffer.from(content).toString("latin1"));
    if (action === null) return "is no entry of its name";
    wanted2.push({ path, ...action });
    return null;
  });
  for (const { path, output, outputBytes } of wanted2) {
    if (outputs.get(output) !== outputBytes) throw new DamagedArchive(`${path} names an output that is not there`);
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
  const files = [];
  const add2 = (path) => {
    const { size: bytes, mtimeMs } = (0, import_node_fs4.lstatSync)((0, import_node_path4.join)(gocache2, path));
    files.push({ path, bytes, mtimeMs });
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
  return files;
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
    if (stamped !== void 0) return isStamp(stamped, content) ? null : "is no stamp of its folder";
    const [, executable2 = "", , digest2, kind] = goplsEntryPath.exec(path) ?? [];
    if (digest2 === void 0) return "is not a path of the cache of gopls";
    if (kind === contentKind) {
      contents.add(outputId(executable2, digest2));
      return null;
    }
    const output = parseGoplsAction(content);
    if (output === null) return "is no entry of its name";
    wanted2.push({ path, output: outputId(executable2, output) });
    return null;
  });
  for (const { path, output } of wanted2) {
    if (!contents.has(output)) throw new DamagedArchive(`${path} names a content that is not there`);
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
  const files = sweep.kept.some(({ idle }) => idle === 0) ? [...sweep.kept, ...others] : [];
  return {
    files,
    swept: sweep.unusedAmount,
    costsMs,
    reusedWorthMs: known.size === 0 ? null : reusedWorthMs,
    madeAnewCostMs: newCosts.reduce((sum, ms) => sum + ms, 0),
    shared: null
  };
}
function chooseLintEntries({ folder: folder2, markMs }, startedMs, known) {
  const entries = readBuildEntries(folder2);
  const retention = patientRetention(entries, markMs, startedMs, known, () => "");
  return uncosted(sweepBuildEntries(entries, markMs, startedMs, retention), []);
}
function chooseGoplsEntries({ folder: folder2, markMs }, startedMs, known) {
  const { actions, outputs } = readGoplsEntries(folder2);
  const entries = {
    actions: actions.map((action) => known.has(action.path) ? { ...action, madeMs: 0 } : action),
    outputs
  };
  const retention = patientRetention(entries, markMs, startedMs, known, executableOf);
  const sweep = sweepBuildEntries(entries, markMs, startedMs, retention);
  const stamps = goplsStamps(
    folder2,
    sweep.kept.map(({ path }) => path)
  ).map((file) => ({ ...file, isNew: !known.has(file.path), idle: 0 }));
  return uncosted(sweep, stamps);
}
function patientRetention(entries, markMs, startedMs, known, groupOf) {
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
  const files = kept.length === 0 ? [] : [...kept, ...others];
  return { files, swept: unusedAmount, costsMs: /* @__PURE__ */ new Map(), reusedWorthMs: null, madeAnewCostMs: null, shared: null };
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
var notAskedFor;
var init_archive_kind = __esm({
  "src/cache/kinds/archive-kind.ts"() {
    "use strict";
    notAskedFor = { off: "not asked for" };
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
        if (build === "off") return notAskedFor;
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
    return (0, import_node_path10.isAbsolute)(named) ? { folder: named } : { off: `GOLANGCI_LINT_CACHE is ${named}, and no absolute path` };
  }
  const folder2 = userCacheFolder(env);
  return folder2 === null ? { off: "neither HOME nor GOLANGCI_LINT_CACHE tells where it is" } : { folder: (0, import_node_path10.join)(folder2, "golangci-lint") };
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
      place: ({ lint, env }) => lint === "off" ? notAskedFor : placeIn(env),
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
      place: ({ gopls: gopls2, env }) => gopls2 === "off" ? notAskedFor : { folder: goplsCacheFolder(env) },
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
  const files = [];
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
      if (size > 0) files.push({ path: below, module: module2, kind, bytes: size, mtimeMs });
    }
  };
  visit(folder);
  return files;
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
    // Two jobs that nothing tells apart beforehand may need different parts.
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
    left: left.slice(0, mostLeft).map(({ family, deps }) => ({ family, deps })),
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
      // A container's checkout often belongs to another user, and git would refuse to read it.
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
function isBelow(folders, path) {
  return folders.some((folder2) => path.startsWith((0, import_node_path14.resolve)(folder2, "x").slice(0, -1)));
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
async function needIdOf(workspace, files, key) {
  const paths = [...files.goMods, ...files.goSums, ...files.goWorks];
  const deps = await hashDependencies(workspace, paths, []);
  const modules2 = [...files.goMods, ...files.goWorks];
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

// src/go/network/download.ts
var init_download = __esm({
  "src/go/network/download.ts"() {
    "use strict";
    init_errors();
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
        // A group of its own, which is ended as a whole: go may have started git.
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
    isThere2 ? `${command} cannot be started` : `${command} cannot be started in ${folder2}, which is no folder`,
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
      // Away from any go.mod, whose toolchain line or whose workspace would have a say.
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
  const files = await findModuleFiles(workspace, env, caches);
  const selected = /* @__PURE__ */ new Set();
  const known = /* @__PURE__ */ new Set();
  const unlisted = [];
  const zipsBySum = /* @__PURE__ */ new Map();
  await Promise.all(
    files.goSums.map(async (path) => {
      const lines2 = parseGoSum(await textOf((0, import_node_path16.join)(workspace, path)));
      for (const { module: module2 } of lines2) known.add(module2);
      zipsBySum.set(
        path,
        lines2.filter(({ isGoMod }) => !isGoMod).map(({ module: module2 }) => module2)
      );
    })
  );
  const limit = pLimit(4);
  const list = async (path, gowork) => {
    const folder2 = (0, import_node_path16.dirname)((0, import_node_path16.join)(workspace, path));
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
    ...files.goMods.map((path) => list(path, "off")),
    ...files.goWorks.map((path) => list(path, (0, import_node_path16.join)(workspace, path)))
  ]);
  for (const module2 of selected) known.add(module2);
  return { selected, known, unlisted: unlisted.sort() };
}
async function buildList(go, folder2, env) {
  const format = "{{with .Replace}}{{.Path}} {{.Version}}{{else}}{{.Path}} {{.Version}}{{end}}";
  const { code: code2, stdout } = await runGo(go, ["list", "-m", "-f", format, "all"], {
    // Neither the vendor folder nor the user's flags have a say in what a build list is.
    // GOPROXY=off alone does not keep go from the git server of a module that GOPRIVATE names.
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
var import_node_path16, goModSchema;
var init_needed_modules = __esm({
  "src/cache/modules/needed-modules.ts"() {
    "use strict";
    import_node_path16 = require("node:path");
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
  const files = [...needed, ...others];
  const anew = amountOf(needed.filter(({ path }) => !held2.files.has(path)));
  const dead = amountOf([...held2.files.values()].filter(({ path }) => !wanted2.has(path)));
  const share = (part, whole) => whole === 0 ? 0 : 100 * part / whole;
  const newShare = share(anew.bytes, amountOf(needed).bytes);
  const deadShare = share(dead.bytes, amountOf([...held2.files.values()]).bytes);
  const decide = () => {
    const shares = `the archive lacks ${newShare.toFixed(1)} % of what the job needs, and ${deadShare.toFixed(1)} % of it nobody needs`;
    if (onlyForNew) {
      const pays = newShare > abovePercent;
      return {
        save: pays,
        why: pays ? shares : `${shares}: not above ${abovePercent} % for an archive of this ref alone`
      };
    }
    if (!serves(held2.needs, job.id) || !serves(held2.needs, job.listedBy)) {
      const isFirst = held2.needs.lines.length === 0;
      return { save: true, why: isFirst ? "there was no archive" : "the archive did not know the needs of this job" };
    }
    if (Math.max(newShare, deadShare) > abovePercent) return { save: true, why: shares };
    if (isRenewalDue(held2.needs, job, day)) {
      return { save: true, why: "the archive was told of these needs long ago, and would forget them" };
    }
    return { save: false, why: `${shares}: not above ${abovePercent} %` };
  };
  return { files, needs, worth: decide() };
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
    // A job may check out after this action has run (actions/setup-go#340), or change its go.mod.
    listedBy: idNow.family === id.family && idNow.deps === id.deps ? id : idNow,
    listed: own.flatMap(({ path, isListed }) => isListed ? [path] : []),
    besides: own.flatMap(({ path, isListed }) => isListed ? [] : [path])
  };
  const day = Math.floor(Date.now() / msOfADay);
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
function lacksFiles(folder2, { files }) {
  return files.some(
    ({ path, bytes, idle }) => idle > 0 && (0, import_node_fs12.lstatSync)((0, import_node_path17.join)(folder2, path), { throwIfNoEntry: false })?.size !== bytes
  );
}
var import_node_fs12, import_node_path17, msOfADay;
var init_choose_modules = __esm({
  "src/cache/modules/choose-modules.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path17 = require("node:path");
    init_accounting();
    init_module_archive();
    init_keys();
    init_downloaded_modules();
    init_needed_modules();
    init_plan_modules();
    msOfADay = 864e5;
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
      place: ({ modules: modules2 }, { gomodcache }) => modules2 === "off" || gomodcache === "" ? notAskedFor : { folder: gomodcache },
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
  return (0, import_node_path18.join)(stagingFolder, `restored-${kind}`);
}
var import_node_path18;
var init_restore = __esm({
  "src/cache/restore.ts"() {
    "use strict";
    import_node_path18 = require("node:path");
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
        if (found.outcome === "failed")
          throw new EnvironmentError(`the newest archive cannot be asked for: ${found.why}`);
        return found.outcome === "hit" ? found.matchedKey : null;
      },
      open: async () => {
        removeTree(root);
        (0, import_node_fs13.mkdirSync)(root, { recursive: true });
        const got = await store.fetch(look);
        if (got.outcome === "miss" || got.outcome === "failed" && isDamage(got.why)) return null;
        if (got.outcome === "failed") throw new EnvironmentError(`the newest archive cannot be read: ${got.why}`);
        try {
          const manifest = kinds[kind].check((0, import_node_path19.join)(root, kind));
          opened = true;
          return { key: got.matchedKey, content: knownOf(manifest) };
        } catch (error) {
          if (!(error instanceof DamagedArchive)) throw error;
          return null;
        }
      }
    }
  );
  return { ...plan, replaces, after: after3 ?? "", from: opened ? [folder2, (0, import_node_path19.join)(root, kind)] : [folder2] };
}
var import_node_fs13, import_node_path19;
var init_join_archive = __esm({
  "src/cache/archive/join-archive.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
    import_node_path19 = require("node:path");
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
  if (jobStatus !== "success") return no(`the job ended as ${jobStatus}`);
  if (save2 === "never" || save2 === "false") return no(`save is ${save2}`);
  if (save2 === "always" || save2 === "true") return yes(`save is ${save2}`);
  if (ref.startsWith("refs/tags/")) return no(`${ref} is a tag: no other run reads what a tag saves`);
  if (event === "pull_request") return maySaveOfPullRequest(context);
  if (event === "merge_group") return no("the branch of a merge queue goes with its run, and its archives with it");
  if (!trusted.has(event))
    return no(`the event ${event} is not trusted to write a cache: a stranger may have caused it`);
  if (event === "schedule" && defaultBranch === "") return yes("schedule runs on the default branch");
  if (defaultBranch === "") return no("the event does not name the default branch; set save to always to save here");
  if (ref !== `refs/heads/${defaultBranch}`) return no(`${ref} is not the default branch ${defaultBranch}`);
  return yes(`${event} on the default branch`);
}
function maySaveOfPullRequest({ ref, repository, headRepository, action }) {
  const no = (why) => ({ save: false, why, onlyForNewAbovePercent: null });
  if (!ref.startsWith("refs/pull/")) return no(`${ref} is not the own ref of a pull request`);
  if (action === "closed") return no("the pull request is closed: no later run reads what it saves");
  if (headRepository === "" || headRepository.toLowerCase() !== repository.toLowerCase()) {
    return no(`the code comes from ${headRepository === "" ? "a repository that is not named" : headRepository}`);
  }
  return {
    save: true,
    why: `a pull request of this repository, for its own later runs, when more than ${ownScopeAbovePercent} % is new`,
    onlyForNewAbovePercent: ownScopeAbovePercent
  };
}
function isWorthSaving(change) {
  const { hit, packedBytes, newBytes, deadBytes, refreshAbovePercent } = change;
  if (packedBytes === 0) return { save: false, why: "nothing was used and nothing was made" };
  if (hit === "miss") return { save: true, why: "there was no archive" };
  if (hit === "damaged") return { save: true, why: "the archive was damaged" };
  const percent = (bytes) => 100 * bytes / packedBytes;
  const anew = percent(newBytes);
  const dead = percent(deadBytes);
  const shares = `${anew.toFixed(1)} % of the bytes are new, ${dead.toFixed(1)} % of the old ones are dead`;
  if (Math.max(anew, dead) <= refreshAbovePercent) {
    return { save: false, why: `${shares}: not above ${refreshAbovePercent} %` };
  }
  return { save: true, why: shares };
}
var trusted, ownScopeAbovePercent;
var init_save_policy = __esm({
  "src/cache/save-policy.ts"() {
    "use strict";
    trusted = /* @__PURE__ */ new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);
    ownScopeAbovePercent = 50;
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
    const worth = worthOf(selection, known.entries, hit, thrift);
    if (!worth.save) return { ...chosen, why: worth.why };
    const newestRoot = (0, import_node_path20.join)(request.stagingFolder, `newest-${kind}`);
    const root = emptyRoot(request.stagingFolder, kind);
    try {
      const joined = selection.shared === null ? { selection, replaces: replaced(restored), after: "", from: [folder2], worth } : await joinArchive(request, restored, known, choose, newestRoot);
      if (!joined.worth.save)
        return { ...chosen, why: `${joined.worth.why}, since another job has saved it meanwhile` };
      const { files, costsMs, shared } = joined.selection;
      const idleByPath = new Map(files.map(({ path, idle: idle2 }) => [path, idle2]));
      const entries = stageFiles(files, joined.from, (0, import_node_path20.join)(root, kind)).map((entry) => ({
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
      writeManifest((0, import_node_path20.join)(root, kind), { kind, generations, entries, needs });
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
  files,
  swept,
  reusedWorthMs,
  madeAnewCostMs
}) {
  return {
    used: amountOf(files.filter(({ isNew, idle }) => !isNew && idle === 0)),
    madeAnew: amountOf(files.filter(({ isNew }) => isNew)),
    idle: amountOf(files.filter(({ idle }) => idle > 0)),
    swept,
    packed: amountOf(files),
    reusedWorthMs,
    madeAnewCostMs
  };
}
function worthOf({ files, shared }, known, hit, { abovePercent, onlyForNew }) {
  if (shared !== null) return shared.worth;
  const kept = new Set(files.map(({ path }) => path));
  return isWorthSaving({
    hit,
    packedBytes: amountOf(files).bytes,
    newBytes: amountOf(files.filter(({ isNew }) => isNew)).bytes,
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
var import_node_path20, idleCaches;
var init_save = __esm({
  "src/cache/save.ts"() {
    "use strict";
    import_node_path20 = require("node:path");
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
      name: exe === null ? stat2.name : (0, import_node_path21.basename)(exe.replace(/ \(deleted\)$/, "")),
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
var import_node_fs14, import_node_path21;
var init_processes = __esm({
  "src/clean/process/processes.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    import_node_path21 = require("node:path");
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
  const by = named.length === 0 ? "a process that cannot be seen from here (another user, another container)" : named.join("; ");
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
  return ["failed", words.get(code2) ?? `the system says ${code2}`];
}
var words;
var init_clean_item = __esm({
  "src/clean/clean-item.ts"() {
    "use strict";
    init_errors();
    init_processes();
    words = /* @__PURE__ */ new Map([
      ["EACCES", "not permitted; the files belong to somebody else, or their folder is read-only"],
      ["EPERM", "not permitted; the files belong to somebody else, or their folder is read-only"],
      ["EROFS", "the filesystem is read-only"],
      ["EXDEV", "something else is mounted below it"],
      ["EBUSY", "something is mounted on it"],
      ["ELOOP", "its lock file, or a folder on the way to it, is no plain one"],
      ["ENOTEMPTY", "something was written into it meanwhile"]
    ]);
  }
});

// src/clean/folder.ts
function openFolder(path) {
  return held((0, import_node_fs15.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), path);
}
function entryOf(folder2, name2) {
  return linux ? `/proc/self/fd/${folder2.fd}/${name2}` : (0, import_node_path22.join)(folder2.path, name2);
}
function openIn(folder2, name2) {
  let fd;
  try {
    fd = (0, import_node_fs15.openSync)(entryOf(folder2, name2), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === "ELOOP" || errnoOf(error) === "ENOTDIR") return null;
    throw error;
  }
  const inner = held(fd, (0, import_node_path22.join)(folder2.path, name2));
  if (inner.mount === folder2.mount) return inner;
  inner[Symbol.dispose]();
  return null;
}
function openBelow(root, path) {
  const steps = (0, import_node_path22.relative)(root.path, path).split("/").filter((step) => step !== "");
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
  if (inner === null) throw otherMount((0, import_node_path22.join)(folder2.path, name2));
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
  else throw Object.assign(new Error(`${(0, import_node_path22.join)(folder2.path, text2)}: the name is not UTF-8`), { code: "EILSEQ" });
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
var import_node_fs15, import_node_path22, linux, O_RDONLY, O_DIRECTORY, O_NOFOLLOW;
var init_folder = __esm({
  "src/clean/folder.ts"() {
    "use strict";
    import_node_fs15 = require("node:fs");
    import_node_path22 = require("node:path");
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
  if (dueMs > 0 && restedMs < dueMs) return `written less than ${dueMs / minuteMs} min ago`;
  if (sharedBy !== null && restedMs < sharedRestMs) {
    return `on ${sharedBy}, which may hide the locks of other machines, and written less than a day ago`;
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
      "zip-temp": "a download that was never finished",
      partial: "the mark of an extraction that has left nothing else",
      zip: "an empty zip: go takes it for the module and fails",
      mod: "an empty go.mod: go takes it for the real one and fails",
      "write-temp": "a file that was to be renamed when it was whole",
      "git-lock": "the lock file of a git that was killed: the next git fails on it",
      "git-temp": "a pack that git never finished",
      "daemon-socket": "the socket of a gopls daemon that is gone",
      "pid-file": "names a process that is gone",
      "work-folder": "the work folder of a go or gopls that is gone",
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
    socket2.setTimeout(patienceMs, () => end(null));
    socket2.once("connect", () => end(true));
    socket2.once("error", (error) => end(errnoOf(error) === "ECONNREFUSED" ? false : null));
  });
}
var import_node_net, patienceMs;
var init_is_listening = __esm({
  "src/clean/process/is-listening.ts"() {
    "use strict";
    import_node_net = require("node:net");
    init_errors();
    patienceMs = 2e3;
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
      return process2 === void 0 ? null : `may be the work of pid ${process2.pid} (${shortCommand(process2.command)})`;
    }
    case "pid-file":
      return type === "file" ? pidUse(path) : null;
    case "daemon-socket":
      return type !== "socket" || await isListening(path) === false ? null : "a daemon answers there, or may";
    default:
      return null;
  }
}
function owns(process2, folder2, modifiedMs) {
  const ofGopls = /gopls-(\d+)\.details/.exec((0, import_node_path23.basename)(folder2))?.[1];
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
  if (pid === void 0) return "holds no process id";
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
var import_node_fs17, import_node_path23, halfExtracted;
var init_uses = __esm({
  "src/clean/uses.ts"() {
    "use strict";
    import_node_fs17 = require("node:fs");
    import_node_path23 = require("node:path");
    init_errors();
    init_is_alive();
    init_is_listening();
    init_processes();
    halfExtracted = "go needs it: the module that it marks is there, half extracted, and go extracts it again";
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
  const cache = (0, import_node_path24.join)(walk2.root.path, "cache");
  if (!isInside(walk2, cache)) return;
  const pending = [(0, import_node_path24.join)(cache, "download")];
  const database = (0, import_node_path24.join)(cache, "download", "sumdb");
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    if (at === database || !isInside(walk2, at)) continue;
    const versions = (0, import_node_path24.basename)(at) === "@v";
    for (const entry of entriesOf2(walk2, at)) {
      if (!versions && (entry.isDirectory() || isUnknown(entry))) pending.push((0, import_node_path24.join)(at, entry.name));
      else if (versions) addVersionFile(walk2, at, entry.name);
    }
  }
  listRepositories(walk2, (0, import_node_path24.join)(cache, "vcs"));
}
function addVersionFile(walk2, folder2, name2) {
  const match = kindOf("versions", name2);
  if (match === null) return;
  const { kind, version } = match;
  const module2 = folder2.slice((0, import_node_path24.join)(walk2.root.path, "cache", "download").length + 1, -"/@v".length);
  add(walk2, (0, import_node_path24.join)(folder2, name2), kind, {
    lock: version === null ? null : (0, import_node_path24.join)(folder2, `${version}.lock`),
    tree: kind === "partial" ? (0, import_node_path24.join)(walk2.root.path, `${module2}@${version}`) : null
  });
}
function listRepositories(walk2, vcs) {
  if (!isInside(walk2, vcs)) return;
  for (const entry of entriesOf2(walk2, vcs)) {
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const repository = (0, import_node_path24.join)(vcs, entry.name);
    const lock = `${repository}.lock`;
    addMatches(walk2, repository, "repository", lock);
    const objects = (0, import_node_path24.join)(repository, "objects");
    if (isInside(walk2, repository) && isInside(walk2, objects)) addMatches(walk2, (0, import_node_path24.join)(objects, "pack"), "packs", lock);
  }
}
function listBuilds(walk2) {
  addMatches(walk2, walk2.root.path, "gocache", null);
  for (let prefix = 0; prefix < 256; prefix++) {
    addMatches(walk2, (0, import_node_path24.join)(walk2.root.path, prefix.toString(16).padStart(2, "0")), "entries", null);
  }
}
function listTemporary(walk2) {
  const { kind, path } = walk2.root;
  addMatches(walk2, path, kind === "temporary" ? "temporary" : "gopls-cache", null);
  if (kind === "temporary") return;
  for (const entry of entriesOf2(walk2, path)) {
    if (/^[0-9a-f]{8}$/.test(entry.name)) addMatches(walk2, (0, import_node_path24.join)(path, entry.name), "gopls-cache", null);
  }
}
function addMatches(walk2, folder2, place, lock) {
  if (!isInside(walk2, folder2)) return;
  for (const name2 of namesOf(walk2, folder2)) {
    const kind = kindOf(place, name2)?.kind;
    if (kind !== void 0) add(walk2, (0, import_node_path24.join)(folder2, name2), kind, { lock, tree: null });
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
      const path = (0, import_node_path24.join)(at, entry.name);
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
var import_node_fs18, import_node_path24;
var init_list_caches = __esm({
  "src/clean/list-caches.ts"() {
    "use strict";
    import_node_fs18 = require("node:fs");
    import_node_path24 = require("node:path");
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
    const said = await outputOf([...batch[helper], ...inherited], fds, env);
    const status = new Map(said.split("\n").map((line) => line.split(" ")));
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
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text2) => {
    said += text2;
  });
  return await endOf(child) === "no-command" ? "" : said;
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
async function awaitNoHolders(root, patienceMs4) {
  const path = seen(() => (0, import_node_fs19.realpathSync)(root));
  if (path === null) return [];
  const deadlineMs = performance.now() + patienceMs4;
  for (; ; ) {
    const holders = listProcesses().filter(({ pid }) => holdsBelow(pid, path));
    if (holders.length === 0 || performance.now() >= deadlineMs) return holders;
    await (0, import_promises4.setTimeout)(lookMs);
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
var import_node_fs19, import_promises4, lookMs;
var init_holders = __esm({
  "src/clean/process/holders.ts"() {
    "use strict";
    import_node_fs19 = require("node:fs");
    import_promises4 = require("node:timers/promises");
    init_processes();
    init_seen();
    lookMs = 100;
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
  const name2 = (0, import_node_path25.basename)(path);
  try {
    var _stack = [];
    try {
      const base = __using(_stack, openFolder(root));
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path25.dirname)(path)));
      if (folder2 === null) return ended(one, "changed", "a folder on the way to it is no plain folder any more");
      const entry = entryOf(folder2, name2);
      const stat2 = (0, import_node_fs20.lstatSync)(entry, { throwIfNoEntry: false });
      if (stat2 === void 0) return ended(one, "gone", null);
      if (identityOf(stat2) !== identity || hasChanged(stat2, one))
        return ended(one, "changed", "it was written to meanwhile");
      const users = usersNow(one);
      if (users.length > 0) return busy(one, users);
      if (kind === "partial" && isThere(base, one.candidate.tree))
        return ended(one, "changed", "the module is being extracted");
      if (kind === "daemon-socket" && await isListening(entry) !== false)
        return ended(one, "changed", "a daemon answers there");
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
      const parent = __using(_stack, openBelow(base, (0, import_node_path25.dirname)(tree)));
      return parent === null || (0, import_node_fs20.lstatSync)((0, import_node_path25.join)(entryOf(parent, (0, import_node_path25.basename)(tree))), { throwIfNoEntry: false }) !== void 0;
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
var import_node_fs20, import_node_path25;
var init_remove_residue = __esm({
  "src/clean/remove-residue.ts"() {
    "use strict";
    import_node_fs20 = require("node:fs");
    import_node_path25 = require("node:path");
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
  const late = [];
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
        if (state === "busy") late.push(group2);
        else items.push(...await withLock(group2, held2, state));
      }
    } finally {
      for (const { held: held2 } of usable) held2[Symbol.dispose]();
    }
  }
  items.push(...await waitForAll(late, locks, request));
  return items;
}
async function waitForAll(late, locks, request) {
  const deadlineMs = performance.now() + request.waitMs;
  const limit = pLimit(16);
  const waited = await Promise.all(
    late.map(
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
      (one) => ended(one, "failed", "nothing here can take its lock: install flock (util-linux), perl or python3")
    );
  }
  if (state === "unsupported") {
    return group2.residue.map(
      (one) => ended(one, "failed", "its lock cannot be taken: flock fails on this filesystem, for go too")
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
      const folder2 = __using(_stack, openBelow(base, (0, import_node_path26.dirname)(lock)));
      if (folder2 === null) return "ELOOP";
      const fd = (0, import_node_fs21.openSync)(entryOf(folder2, (0, import_node_path26.basename)(lock)), O_RDWR | O_CREAT | O_NOFOLLOW2 | O_NONBLOCK, 438);
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
var import_node_fs21, import_node_path26, O_RDWR, O_CREAT, O_NOFOLLOW2, O_NONBLOCK;
var init_apply = __esm({
  "src/clean/apply.ts"() {
    "use strict";
    import_node_fs21 = require("node:fs");
    import_node_path26 = require("node:path");
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
  if (!hasProc())
    throw new UserError("--end needs /proc, which this system does not have; end the process by its id yourself");
  const target = readProcess(pid);
  if (target === null) return [];
  const named = `pid ${pid} (${shortCommand(target.command)})`;
  if (target.uid !== uid)
    throw new UserError(`--end ${pid}: ${named} belongs to user ${target.uid}, and you are user ${uid}`);
  if (!/^(?:go|gopls|git)(?:[-.\d].*)?$/.test(target.name)) {
    throw new UserError(`--end ${pid}: ${named} is no go, gopls or git; end it yourself if you mean it`);
  }
  const all = listProcesses();
  if (treeOf(target, all).some((process2) => process2.pid === globalThis.process.pid)) {
    throw new UserError(`--end ${pid}: ${named} started this unlatch`);
  }
  const ended2 = /* @__PURE__ */ new Map();
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    const deadlineMs = performance.now() + politeMs;
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
      await (0, import_promises5.setTimeout)(lookMs2);
    }
  }
  throw new UserError(`--end ${pid}: ${named} does not end; it waits in the kernel, as on a filesystem that hangs`);
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
var import_promises5, politeMs, lookMs2;
var init_end_tree = __esm({
  "src/clean/process/end-tree.ts"() {
    "use strict";
    import_promises5 = require("node:timers/promises");
    init_errors();
    init_processes();
    politeMs = 5e3;
    lookMs2 = 50;
  }
});

// src/clean/roots.ts
function checkRoot(kind, given, uid, home) {
  if (!(0, import_node_path27.isAbsolute)(given)) throw new UserError(`${given}: the path of a cache is absolute`);
  const path = realPath(given);
  if (path === null) return null;
  if (path === "/") throw new UserError(`${given}: that is the root folder; it is not cleaned`);
  const homePath = home === null || home === "" ? null : realPath(home);
  const above = kind !== "temporary" && homePath?.startsWith(`${path}/`);
  if (homePath !== null && (path === homePath || above)) {
    throw new UserError(`${given}: the home folder ${homePath} is there; it is not cleaned`);
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
    throw new UserError(`${path}: cannot be looked at`, { cause: error });
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
    const inside = names.includes("cache") ? seenNames((0, import_node_path27.join)(path, "cache")) : [];
    const known2 = inside.some((name2) => name2 === "download" || name2 === "vcs" || name2 === "lock");
    return known2 ? null : "a module cache: there is no cache/download in it";
  }
  const known = isReadme((0, import_node_path27.join)(path, "README")) || names.includes("00") && names.includes("ff");
  return known ? null : "a build cache: there is neither go's README nor the folders 00 to ff in it";
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
var import_node_fs22, import_node_path27, sharing;
var init_roots = __esm({
  "src/clean/roots.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    import_node_path27 = require("node:path");
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
    throw new UserError("clean works on Linux and macOS: this system has no user ids and no flock");
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
function listeningBelow(folders) {
  const table = seen(() => (0, import_node_fs24.readFileSync)("/proc/self/net/unix", "utf8")) ?? "";
  const found = /* @__PURE__ */ new Set();
  for (const { listens, inode, path } of parseUnix(table)) {
    if (!listens) continue;
    const folder2 = realPath2((0, import_node_path28.dirname)(path));
    if (folder2 !== null && folders.has(folder2)) found.add(`socket:[${inode}]`);
  }
  return found;
}
function realPath2(folder2) {
  return seen(() => (0, import_node_fs24.realpathSync)(folder2));
}
var import_node_fs24, import_node_path28, jobVariables;
var init_job_daemons = __esm({
  "src/clean/process/job-daemons.ts"() {
    "use strict";
    import_node_fs24 = require("node:fs");
    import_node_path28 = require("node:path");
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
      info(`ended pid ${pid} (${command}), of a gopls daemon that this job left behind`);
    }
  }
}
async function holdersOf2(folder2, deadlineMs) {
  if (folder2 === "") return null;
  const holders = await holdersNow(folder2, deadlineMs);
  return holders === null ? null : `${folder2} is busy: ${holders} holds a lock in it`;
}
async function linterIn(deadlineMs, env) {
  const lock = (0, import_node_path29.join)(env["TMPDIR"] || (0, import_node_os3.tmpdir)(), "golangci-lint.lock");
  const holders = await holdersNow(lock, deadlineMs);
  return holders === null ? null : `golangci-lint runs: ${holders} holds ${lock}`;
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
var import_node_os3, import_node_path29;
var init_clean_before_save = __esm({
  "src/action/caches/clean-before-save.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path29 = require("node:path");
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

// src/action/caches/delete-replaced.ts
async function deleteReplaced(key, token, env) {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_REF: ref } = env;
  if (token === "" || !api || !repository || !ref) return "there is no token, or nothing to use it on";
  const query = new URLSearchParams({ key, ref });
  try {
    const response = await fetch(`${api}/repos/${repository}/actions/caches?${query}`, {
      method: "DELETE",
      headers: { accept: "application/vnd.github+json", authorization: `Bearer ${token}`, "user-agent": "unlatch" },
      signal: AbortSignal.timeout(patienceMs2)
    });
    await response.body?.cancel();
    if (response.ok || response.status === 404) return null;
    return response.status === 403 ? "the job has no permission actions:write" : `the service answers ${response.status}`;
  } catch (error) {
    return messageOf(error);
  }
}
var patienceMs2;
var init_delete_replaced = __esm({
  "src/action/caches/delete-replaced.ts"() {
    "use strict";
    init_errors();
    patienceMs2 = 1e4;
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
      const failure = annotation(output, "Failed to save: ") ?? "the cache service did not take it";
      const isThere2 = refusal === null ? /another job|already exists/i : /already.?exists|\(409\)|Response was not ok/i;
      if (isThere2.test(refusal ?? failure)) return { outcome: "exists", why: failure };
      return { outcome: "failed", why: refusal === null ? failure : `the cache service refused it: ${refusal}` };
    }
  };
}
async function converse(question, root, env) {
  const temporary2 = (0, import_node_path30.join)(root, "tmp");
  await (0, import_promises6.mkdir)(temporary2, { recursive: true });
  const workspace = await (0, import_promises6.realpath)(root);
  try {
    const worker = __url.endsWith(".ts") ? "./store-worker.ts" : "./store-worker.cjs";
    const child = (0, import_node_child_process4.fork)((0, import_node_url.fileURLToPath)(new URL(worker, __url)), [], {
      cwd: workspace,
      env: { ...env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: (0, import_node_path30.join)(workspace, "tmp") },
      execArgv: [],
      silent: true,
      // A group of its own, so that tar ends with it.
      detached: process.platform !== "win32"
    });
    return await conversation(child, question);
  } finally {
    await (0, import_promises6.rm)(temporary2, { recursive: true, force: true });
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
      answer = failed(`no end within ${patienceMs3 / 6e4} minutes`);
      signalGroup(child.pid, "SIGKILL");
    }, patienceMs3);
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
        answer: answer ?? failed(`the cache worker ended (${signal ?? code2}): ${output.slice(-500)}`),
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
var import_node_child_process4, import_promises6, import_node_path30, import_node_url, patienceMs3;
var init_actions_store = __esm({
  "src/cache/store/actions-store.ts"() {
    "use strict";
    import_node_child_process4 = require("node:child_process");
    import_promises6 = require("node:fs/promises");
    import_node_path30 = require("node:path");
    import_node_url = require("node:url");
    init_signal_group();
    patienceMs3 = 60 * 6e4;
  }
});

// src/action/caches/request.ts
function cacheRequest(inputs, go, workspace, env) {
  const mark = Number(env[markVariable] ?? "");
  return {
    store: actionsStore(env),
    env,
    go,
    workspace,
    stagingFolder: (0, import_node_path31.join)(env["RUNNER_TEMP"] || workspace, "unlatch"),
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
    markMs: Number.isSafeInteger(mark) && mark > 0 ? mark : null
  };
}
function matrixOf(json) {
  if (json === "") return "";
  const matrix = JSON.parse(json);
  if (matrix === null || typeof matrix !== "object" || Object.keys(matrix).length === 0) return "";
  return JSON.stringify(matrix);
}
var import_node_path31, markVariable;
var init_request = __esm({
  "src/action/caches/request.ts"() {
    "use strict";
    import_node_path31 = require("node:path");
    init_actions_store();
    markVariable = "UNLATCH_CACHE_MARK_MS";
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
  if (balance === null || balance.netS > -worthAWordS) return null;
  return `The archive of the build cache cost ${seconds(balance.restoreS + balance.saveS)} in this job, and what it brought had taken ${seconds(balance.worthS)} to compile: without it (build-cache: false) the job would be faster.`;
}
function summaryOf(accounts) {
  const kinds2 = cacheKinds.map((name2) => ({ name: name2, restored: accounts.restored[name2], saved: accounts.saved[name2] })).filter(({ restored }) => restored.hit !== "off");
  const loss = lossOf(accounts);
  return [
    `### Caches of Go ${accounts.goVersion}`,
    "",
    "| | hit | restored | used | made anew | swept | saved | restore | save |",
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
    `- **net of the build archive: ${net}**, at the least: what was reused had taken ${seconds(worthS)} to compile, restoring it ${seconds(restoreS)}, choosing and saving ${seconds(saveS)}.`
  ];
}
function idleOf(name2, { entries, bytes }) {
  if (entries === 0) return "";
  const amount2 = ` ${entries} entries (${megabytes(bytes)})`;
  return name2 === "modules" ? `${amount2} are what other jobs need.` : `${amount2} that this job did not look up are kept for now.`;
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
var worthAWordS;
var init_summary2 = __esm({
  "src/action/summary.ts"() {
    "use strict";
    init_kind();
    worthAWordS = 5;
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
  const accounts = { goVersion: state.goVersion, restored: state.restored, saved };
  for (const { kind, why, saved: isSaved } of cacheKinds.map((one) => saved[one])) {
    if (state.restored[kind].hit !== "off") info(`${kind}: ${isSaved ? "saved" : "not saved"}: ${why}`);
  }
  const faults = faultsOf(cacheKinds.map((one) => saved[one]));
  if (faults !== null) warning(`the next job does without: ${faults}`);
  for (const { kind, replacesKeys } of cacheKinds.map((one) => saved[one])) {
    for (const key of replacesKeys) {
      const why = await deleteReplaced(key, inputs.token, env);
      info(`${kind}: ${key} ${why === null ? "is deleted" : `stays: ${why}`}`);
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
  // head.repo is null where the fork is gone.
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
  // Node says so of both byte orders; on Linux it runs on the small one alone, on AIX on the big one.
  ppc64: process.platform === "aix" ? "ppc64" : "ppc64le",
  s390x: "s390x",
  riscv64: "riscv64",
  loong64: "loong64"
};
function hostPlatform() {
  const os4 = osNames[process.platform];
  const arch2 = archNames[process.arch];
  if (os4 === void 0 || arch2 === void 0) {
    throw new UserError(`there is no Go toolchain to download for ${process.platform}/${process.arch}`);
  }
  return { os: os4, arch: arch2 };
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
  picklist(["true", "false"], "it is to be true or false"),
  transform((value) => value === "true")
);
var oneOf = (words2) => pipe(
  text,
  transform((value) => value === "" ? words2[0] : value),
  picklist(words2, `it is to be ${new Intl.ListFormat("en", { type: "disjunction" }).format(words2)}`)
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
      "it is to be keep, or a value that Go takes for GOTOOLCHAIN: local, auto, path, go1.26.4+auto"
    )
  ),
  "gopls-version": maybeText,
  token: text,
  "go-download-base-url": pipe(
    maybeText,
    check((value) => value === null || isUrl(value), "it is to be a URL")
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
      "it is to be auto, always or never, or an expression that comes out as true or false"
    )
  ),
  "refresh-above": pipe(
    text,
    transform((value) => value === "" ? "10" : value.replace(/\s*%$/, "")),
    regex(/^\d+(?:\.\d+)?$/, "it is to be a share in percent, 0 to 100"),
    transform(Number),
    maxValue(100, "it is to be a share in percent, 0 to 100")
  ),
  wait: pipe(
    text,
    transform((value) => value === "" ? "30" : value),
    regex(/^\d{1,4}$/, "it is to be a number of seconds, 0 to 9999"),
    transform(Number)
  ),
  gocache: maybeText,
  gomodcache: maybeText,
  "stable-mtimes": flag(false),
  "cache-key-suffix": pipe(
    text,
    regex(/^[\w.-]{0,64}$/, "it is to be at most 64 letters, digits, dots, dashes and underscores")
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
    `input architecture: ${JSON.stringify(value)}: it is to be one of ${Object.keys(goArchs).join(", ")}`
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
