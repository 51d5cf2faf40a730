const __url=require("node:url").pathToFileURL(__filename).href;
"use strict";
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
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
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
    var constants5 = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants5.RELEASE_TYPES.includes(truncation)) {
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
    var constants5 = require_constants();
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
      SEMVER_SPEC_VERSION: constants5.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants5.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/doctor/program.ts
var import_node_child_process3 = require("node:child_process");
var import_node_fs8 = require("node:fs");
var import_node_path34 = require("node:path");
var import_node_util = require("node:util");

// src/errors.ts
var EnvironmentError = class extends Error {
  name = "EnvironmentError";
};
var exitStatus = {
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

// src/go/lock-name.ts
var import_node_path = require("node:path");
function moduleOfLock(path) {
  const [, module2, version] = /\/cache\/download\/(.+)\/@v\/(.+)\.lock(?: \(deleted\))?$/.exec(path) ?? [];
  if (module2 === void 0 || version === void 0) return null;
  return upperCase(`${module2}@${version}`);
}
function upperCase(escaped2) {
  return escaped2.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
function nameInCache(path) {
  const plain = path.replace(/ \(deleted\)$/, "");
  return /\/(cache\/(?:download|vcs)\/.+)$/.exec(plain)?.[1] ?? (0, import_node_path.basename)(plain);
}
function lockName(path) {
  const module2 = moduleOfLock(path);
  if (module2 !== null) return module2;
  const [, of, what] = /\/cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path) ?? [];
  if (of !== void 0) return `${upperCase(of)}: ${what}`;
  const record = /\/(?:cache\/download|pkg)\/sumdb\/(.+)$/.exec(path)?.[1];
  if (record !== void 0) return `the checksum database: ${record}`;
  const repository = /\/cache\/vcs\/([0-9a-f]{8})[0-9a-f]*\.lock/.exec(path)?.[1];
  return repository === void 0 ? (0, import_node_path.basename)(path.replace(/ \(deleted\)$/, "")) : `the repository cache/vcs/${repository}\u2026`;
}

// src/doctor/facts/process/short-command.ts
var import_node_path2 = require("node:path");
var takesValue = {
  go: /^-C$/,
  git: /^(-c|-C|--git-dir|--work-tree|--namespace|--exec-path)$/,
  gopls: /^--?(mode|remote|listen|port|logfile|debug|ocagent|remote\.\w+|listen\.\w+|profile\.\w+)$/
};
function shortCommand({ command, name }) {
  const [program, ...args] = command;
  if (program === void 0 || program === "") return name;
  const short = (0, import_node_path2.basename)(program);
  const valued = takesValue[short];
  if (valued === void 0) return short;
  const words3 = args.filter((word, index) => !word.startsWith("-") && !valued.test(args[index - 1] ?? ""));
  const takesTwo = words3[0] === "mod" || words3[0] === "tool" || words3[0] === "work";
  return [short, ...words3.slice(0, takesTwo ? 2 : 1)].filter((word) => /^[\w-]+$/.test(word)).join(" ");
}

// src/doctor/facts/subject.ts
function withoutAside(snapshot) {
  return { ...snapshot, processes: snapshot.processes.filter(({ aside }) => aside === null) };
}
function worksFor({ workspace, cwd }, folder) {
  return [workspace, cwd].some(
    (path) => path !== null && (path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`))
  );
}

// src/doctor/text/process-text.ts
function processText(process2) {
  const orphan = process2.orphan ? "an orphaned " : "";
  return `${orphan}${commandText(process2)} (${factsText(process2)})`;
}
function factsText({ pid, ageMs, container, editor, workspace, name }) {
  return [
    `pid ${pid}`,
    ageText(ageMs),
    ...container === null ? [] : [`container ${container}`],
    ...editor === null ? [] : [editor.name],
    ...name === "gopls" && workspace !== null ? [workspace] : []
  ].join(", ");
}
function commandText(process2) {
  const short = shortCommand(process2);
  return short === "gopls" ? short : `\`${short}\``;
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
      const { connection, silentMs } = wait.network;
      const since = silentMs === null ? "" : ` for ${ageText(silentMs)}`;
      if (connection.state === "SYN_SENT") return `${connection.remote}, which has not accepted the connection${since}`;
      return `${connection.remote}, which has been silent${since}`;
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

// src/process/proc/read-proc.ts
var import_node_fs = require("node:fs");
var gone = /* @__PURE__ */ new Set(["ENOENT", "ESRCH", "ENOTDIR", "EINVAL"]);
var forbidden = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
var broken = /* @__PURE__ */ new Set(["EIO", "ESTALE", "ENOTCONN", "ENXIO", "ELOOP", "ENAMETOOLONG"]);
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
function unreadableToNull(read2) {
  try {
    return read2();
  } catch (error) {
    const code = errnoOf(error) ?? "";
    if (gone.has(code) || forbidden.has(code) || broken.has(code)) return null;
    throw error;
  }
}

// src/doctor/facts/process/threads.ts
var flock = { x64: "73", arm64: "32", riscv64: "32", loong64: "32", ppc64: "143" };
var flockWait = "locks_lock_inode_wait";
var filesystemWaits = /^(request_wait_answer|__fuse_simple_request|p9_client_rpc|p9_virtio_request|rpc_wait_bit_killable|nfs4?_wait|cifs_wait|wait_for_response)/;
function isFilesystemWait({ wchan }) {
  return filesystemWaits.test(wchan);
}
function readThreads(pid) {
  return (readNames(`/proc/${pid}/task`) ?? []).map((tid) => {
    const wchan = readText(`/proc/${pid}/task/${tid}/wchan`) ?? "";
    const call = wchan === flockWait || wchan === "0" ? readText(`/proc/${pid}/task/${tid}/syscall`) : null;
    const [number, first = "-1"] = (call ?? "").split(" ");
    return {
      tid: Number(tid),
      wchan: wchan === "0" ? "" : wchan,
      flockFd: number === flock[process.arch] ? Number(first) : wchan === flockWait ? -1 : null
    };
  });
}

// src/doctor/chain/helper.ts
var import_node_path3 = require("node:path");

// src/doctor/chain/moving.ts
var idleBusyMs = 30;
var idleIoBytes = 4096;
function isMoving({ did, connections }) {
  return did.busyMs > idleBusyMs || (did.ioBytes ?? 0) > idleIoBytes || did.children > 0 || connections.some(({ receivedMeanwhile }) => (receivedMeanwhile ?? 0) > 0);
}
function isTreeMoving(process2, snapshot) {
  return treeOf(process2, snapshot).some(isMoving);
}
function treeOf(process2, { processes }) {
  const tree = [process2];
  for (let at = 0; at < tree.length; at += 1) {
    const parent = tree[at];
    const below = processes.filter(({ pid, ppid, state: state2 }) => ppid === parent?.pid && state2 !== "Z" && pid !== ppid);
    tree.push(...below.filter((child) => !tree.includes(child)));
  }
  return tree;
}

// src/doctor/chain/network-wait.ts
var slowAfterMs = 1500;
var stalledAfterMs = 1e4;
var stalledAgeMs = 3e4;
function networkWaitOf(process2, snapshot) {
  if (process2.connections.length === 0 || isTreeMoving(process2, snapshot)) return null;
  const waits = process2.connections.filter((connection) => isOutstanding(connection, process2)).map((connection) => ({ connection, silentMs: silenceOf(connection) }));
  const [shortest] = waits.sort((a, b) => (a.silentMs ?? 0) - (b.silentMs ?? 0));
  if (shortest === void 0) return null;
  const pace = paceOf(shortest.silentMs, process2.ageMs);
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

// src/doctor/chain/helper.ts
var compilesElsewhere = /^(sccache|distcc|icecc|gomacc|rewrapper|reclient|goma|recc|ccache)/;
function idleHelper(process2, role, snapshot) {
  const tree = treeOf(process2, snapshot);
  if (tree.some(isMoving)) return null;
  if (role !== "the packages driver" && tree.some(({ name }) => name === "go")) return null;
  const heard = tree.flatMap(({ connections }) => connections.flatMap(({ silentMs }) => silentMs ?? []));
  const pace = paceOf(Math.min(process2.ageMs, ...heard), process2.ageMs);
  if (pace === null) return null;
  const patient = (role === "the C compiler" || role === "its -toolexec program") && tree.some(isClient);
  return { role, process: process2, pace: patient ? "slow" : pace };
}
function isClient({ name, command, connections }) {
  return connections.length > 0 || [name, ...command.slice(0, 2)].some((word) => compilesElsewhere.test((0, import_node_path3.basename)(word)));
}

// src/doctor/chain/helper-role.ts
var import_node_path4 = require("node:path");
var toolsOfGo = /^(go|gofmt|compile|link|asm|cgo|vet|fix|buildid|pack|cover|covdata|preprofile|nm|objdump|test2json)$/;
var versionControl = /^(hg|svn|bzr|brz|fossil)$/;
var compilers = /^(.*-)?(cc|c\+\+|gcc|g\+\+|clang|clang\+\+|gfortran|tcc|zig)(-[\d.]+)?$/;
var pkgConfig = /^(.*-)?(pkg-config|pkgconf)$/;
function helperRoleOf(child, parent, siblings) {
  if (parent.name === "gopls") return isPackagesDriver(child, parent) ? "the packages driver" : null;
  if (parent.name !== "go" || (0, import_node_path4.basename)(parent.command[0] ?? "") !== "go") return null;
  const command = shortCommand(parent);
  const cacheProg = programOf(settingOf(parent, "GOCACHEPROG"));
  if (cacheProg !== null && runs(child, cacheProg)) return "its GOCACHEPROG";
  if (isToolOfGo(child) || /^go (generate|bug|doc)\b/.test(command)) return null;
  if (child.name === "git") return "git";
  const own = ownRole(child, parent);
  if (own !== null || /^go (run|test|tool)\b/.test(command)) return own;
  if (cacheProg !== null && siblings === 1) return "its GOCACHEPROG";
  if (authPrograms(parent).length > 0) return "its GOAUTH command";
  if (flagOf(parent, "toolexec") !== null) return "its -toolexec program";
  if (flagOf(parent, "vettool") !== null) return "its -vettool";
  return "a program that it has started";
}
function ownRole(child, parent) {
  const users = /^go (run|test|tool)\b/.test(shortCommand(parent));
  const called = (pattern) => namesOf(child).some((name) => pattern.test(name));
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
function namesOf({ name, command }) {
  return [name, ...command.slice(0, 2).map((word) => (0, import_node_path4.basename)(word))];
}
function runs({ command }, program) {
  return command.slice(0, 3).some((word) => word !== "" && (0, import_node_path4.basename)(word) === (0, import_node_path4.basename)(program));
}
function settingOf({ settings: settings2, env }, name) {
  return settings2?.[name] || env?.[name] || "";
}
function programOf(command) {
  const [, quote, plain] = /^\s*(?:["']([^"']+)["']|(\S+))/.exec(command) ?? [];
  return quote ?? plain ?? null;
}
function authPrograms(parent) {
  return settingOf(parent, "GOAUTH").split(";").flatMap((command) => programOf(command) ?? []).filter((program) => !/^(off|netrc|git)$/.test(program));
}
function flagOf(parent, flag) {
  const { command } = parent;
  const pattern = new RegExp(`^--?${flag}(?:=(.*))?$`, "s");
  for (const [index, word] of command.entries()) {
    const found = pattern.exec(word);
    if (found !== null) return programOf(found[1] ?? command[index + 1] ?? "");
  }
  const [, quote, plain] = new RegExp(`(?:^|\\s)["']?--?${flag}=(?:["']([^"']+)["']|(\\S+))`).exec(settingOf(parent, "GOFLAGS")) ?? [];
  return programOf(quote ?? plain ?? "");
}
function isPackagesDriver(child, parent) {
  if (/^(go|git|gopls)$/.test(child.name)) return false;
  if (child.command.some((word) => (0, import_node_path4.basename)(word) === "gopackagesdriver")) return true;
  const named3 = parent.env?.["GOPACKAGESDRIVER"];
  return named3 !== void 0 && named3 !== "" && named3 !== "off";
}

// src/doctor/chain/wait-chain.ts
var known = /* @__PURE__ */ new WeakMap();
function linksOf(snapshot) {
  const before = known.get(snapshot);
  if (before !== void 0) return before;
  const made = /* @__PURE__ */ new Map();
  const linkTo = (process2, above) => {
    const done = made.get(process2.pid);
    if (done !== void 0) return done;
    const below = /* @__PURE__ */ new Set([...above, process2.pid]);
    const next = (others2) => others2.filter(({ pid }) => !below.has(pid)).map((other) => linkTo(other, below));
    const link = { process: process2, wait: waitOf(process2, snapshot, next) };
    made.set(process2.pid, link);
    return link;
  };
  for (const process2 of snapshot.processes) if (process2.state !== "Z") linkTo(process2, /* @__PURE__ */ new Set());
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
function idleHolderState(process2) {
  return isGo(process2) && process2.connections.length > 0 ? "slow" : "stuck";
}
var order = ["moving", "slow", "stuck"];
function best(states2) {
  return order.find((state2) => states2.includes(state2)) ?? "moving";
}
function worst(states2) {
  return order.findLast((state2) => states2.includes(state2)) ?? "moving";
}
function waitOf(process2, snapshot, next) {
  if (process2.state === "T" || process2.state === "t") return { kind: "stopped" };
  const waiting = lockWaitOf(process2, snapshot);
  if (waiting !== null)
    return { kind: "lock", file: waiting, holders: next(otherHoldersOf(waiting, process2, snapshot)) };
  if (process2.threads.some(({ flockFd }) => flockFd !== null)) return { kind: "lock", file: null, holders: [] };
  const hung = process2.did.busyMs > 0 ? void 0 : process2.threads.find(isFilesystemWait);
  if (hung !== void 0) return { kind: "filesystem", wchan: hung.wchan };
  const socket = socketOf(process2, snapshot);
  const daemon = snapshot.processes.find(({ pid, state: state2 }) => socket?.listeners.includes(pid) && state2 !== "Z");
  if (socket !== null && daemon !== void 0 && daemon.pid !== process2.pid) {
    const [link] = next([daemon]);
    if (link !== void 0) return { kind: "daemon", socket, daemon: link };
  }
  const children = childrenOf(process2, snapshot);
  const roles2 = children.map((child) => ({ child, role: helperRoleOf(child, process2, children.length) }));
  const workers = roles2.filter(({ role }) => role === null).map(({ child }) => child);
  if (workers.length > 0) return { kind: "children", children: next(workers) };
  const idle = roles2.flatMap(({ child, role }) => role === null ? [] : idleHelper(child, role, snapshot) ?? []);
  const [helper] = idle.filter(({ role }) => role !== "its GOCACHEPROG");
  if (helper !== void 0) return { kind: "helper", helper };
  const network = asksNetwork(process2) ? networkWaitOf(process2, snapshot) : null;
  if (network !== null) return { kind: "network", network };
  const [cacheProg] = idle;
  if (cacheProg !== void 0) return { kind: "helper", helper: cacheProg };
  return children.length > 0 ? { kind: "children", children: next(children) } : { kind: "nothing" };
}
function asksNetwork({ name }) {
  return name === "go";
}
function lockWaitOf(process2, snapshot) {
  const thread = process2.threads.find(({ flockFd }) => flockFd !== null);
  if (thread === void 0) return null;
  const named3 = process2.files.find(({ fd }) => fd === thread.flockFd);
  if (named3 !== void 0) return named3;
  const open3 = process2.files.filter(({ lock: lock2 }) => lock2 === null);
  return open3.find((file) => otherHoldersOf(file, process2, snapshot).length > 0) ?? open3.find(({ path }) => path.includes(".lock")) ?? null;
}
function otherHoldersOf(file, waiter, { processes }) {
  return processes.filter(
    (other) => other.pid !== waiter.pid && other.state !== "Z" && other.files.some((own) => own.lock !== null && isSameFile(own, file))
  );
}
function isSameFile(a, b) {
  if (a.inode === null || b.inode === null) return a.path === b.path;
  return a.inode === b.inode && nameInCache(a.path) === nameInCache(b.path);
}
function socketOf(process2, { sockets }) {
  if (process2.name !== "gopls") return null;
  const remote = process2.command.map((word) => /^--?remote=(.*)$/.exec(word)?.[1]).find((value) => value !== void 0);
  if (remote === void 0) return null;
  const path = /^unix;(.*)$/.exec(remote)?.[1];
  const listening = sockets.filter(({ listeners }) => listeners.length > 0);
  if (path !== void 0) return listening.find((socket) => socket.path === path) ?? null;
  return remote.startsWith("auto") ? listening.find((socket) => /\/gopls-[0-9a-f]+-daemon\./.test(socket.path)) ?? null : null;
}
var waitsForChildren = /^(go|gopls|git|git-remote-.*|golangci-lint|staticcheck|dlv|gopackagesdrive)$/;
function childrenOf(process2, { processes }) {
  if (!waitsForChildren.test(process2.name)) return [];
  return processes.filter((child) => child.ppid === process2.pid && child.state !== "Z" && child.aside === null);
}
function isGo({ name }) {
  return name === "go";
}

// src/doctor/chain/seen-processes.ts
var most = 40;
function processesSeen(snapshot) {
  const links = [...linksOf(withoutAside(snapshot)).values()];
  return links.map(({ process: process2, wait }) => ({ process: process2, waitsFor: waitsFor(wait), holds: locksOf(process2) })).filter(
    ({ process: process2, waitsFor: waitsFor2, holds }) => process2.startTicks > 0 && (/^(go|gopls|git)$/.test(process2.name) || waitsFor2 !== null || holds.length > 0)
  ).slice(0, most).map(({ process: process2, waitsFor: waitsFor2, holds }) => ({
    pid: process2.pid,
    parent: process2.ppid,
    command: shortCommand(process2),
    startTicks: process2.startTicks,
    waitsFor: waitsFor2,
    holds
  }));
}
function waitsFor(wait) {
  const next = nextOf(wait).slice(0, 3).map(({ process: process2 }) => processText(process2)).join(" and ");
  if (wait.kind === "lock") return `${waitText(wait)}${next === "" ? "" : `, held by ${next}`}`;
  return waitText(wait) ?? (next === "" ? null : next);
}
function locksOf({ files }) {
  return [...new Set(files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => lockName(path)))];
}

// src/process/interruption.ts
var echoMs = 1e3;
function onInterruption() {
  const controller = new AbortController();
  let firstMs = 0;
  const interrupt = () => {
    if (!controller.signal.aborted) {
      firstMs = performance.now();
      controller.abort();
    } else if (performance.now() - firstMs > echoMs) {
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

// src/doctor/doctor-child.ts
var marker = "UNLATCH_DOCTOR_CHILD";
async function inChild(env) {
  var _stack = [];
  try {
    const interruption = __using(_stack, onInterruption());
    const { fork } = await import("node:child_process");
    const [, script = "", ...args] = process.argv;
    const child = fork(script, args, { env: { ...env, UV_THREADPOOL_SIZE: "64", [marker]: `${process.pid}` } });
    interruption.signal.addEventListener("abort", () => child.kill("SIGINT"));
    if (interruption.signal.aborted) child.kill("SIGINT");
    process.once("exit", () => child.kill("SIGKILL"));
    return await new Promise((resolve4, reject) => {
      child.once("error", reject);
      child.once("message", (status2) => {
        child.kill("SIGKILL");
        child.unref();
        child.disconnect();
        resolve4(Number(status2));
      });
      child.once("exit", (code, signal2) => {
        if (code !== null) resolve4(code);
        else if (interruption.signal.aborted) resolve4(exitStatus.interrupted);
        else reject(new EnvironmentError(`${signal2} ended the doctor`));
      });
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function whoAsks(env) {
  if (env[marker] !== `${process.ppid}` || process.send === void 0) return null;
  process.channel?.unref();
  return (status2) => process.send?.(status2);
}

// src/process/end-group.ts
var import_promises = require("node:timers/promises");

// src/process/proc/stat.ts
var msPerTick = 10;
function readStat(pid) {
  const text3 = readText(`/proc/${pid}/stat`);
  return text3 === null ? null : parseStat(text3);
}
function isDead({ state: state2, threads }) {
  return state2 === "X" || state2 === "Z" && threads <= 1;
}
function parseStat(text3) {
  const open3 = text3.indexOf("(");
  const close = text3.lastIndexOf(")");
  const fields = text3.slice(close + 2).split(" ");
  const [state2, ppid, group] = fields;
  if (open3 < 0 || close < open3 || state2 === void 0) return null;
  return {
    pid: Number(text3.slice(0, open3)),
    name: text3.slice(open3 + 1, close),
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
function parseUptime(text3) {
  return Math.round(Number(text3.split(" ")[0]) * (1e3 / msPerTick));
}
function ageMsOf({ startTicks }, uptime2) {
  return Math.max(0, Math.round((uptime2 - startTicks) * msPerTick));
}

// src/process/signal-group.ts
function signalGroup(pid, signal2) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal2);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(errnoOf(error) ?? "")) throw error;
  }
}

// src/process/end-group.ts
var pollMs = 20;
var isWindows = process.platform === "win32";
var killedMs = 2e3;
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
    if (errnoOf(error) !== "EPERM" || process.platform === "darwin") return false;
  }
  const stats = readPids().flatMap((pid) => readStat(pid) ?? []);
  return stats.length === 0 || stats.some((stat6) => stat6.group === group && !isDead(stat6));
}

// src/process/own-groups.ts
var graceMs = 1e3;
var leaders = /* @__PURE__ */ new Set();
var isClosed = false;
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

// src/doctor/end-with-parent.ts
function endWithParent() {
  const end = async () => {
    await endOwnGroups();
    process.kill(process.pid, "SIGKILL");
  };
  if (process.connected) process.once("disconnect", end);
  else void end();
}

// src/redact.ts
function redact(text3) {
  return text3.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@,|]+@/gi, "$1***@").replace(/(https?:\/\/[^\s?,|]*)\?[^\s,|]*/gi, "$1?***");
}

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

// src/doctor/log/one-start.ts
var OneStart = class {
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
  #note(time, what) {
    this.timeline.push(`${time} ${what}`.trim());
  }
  #initialized(time) {
    this.heard = true;
    if (this.reached !== "initialize") return;
    this.reached = "go env";
    this.#note(time, "initialize answered");
  }
  #sent(time, message) {
    const { method, id } = message;
    if (method === void 0 || isAnswer(message)) {
      if (id !== void 0) this.asked.delete(id);
      return;
    }
    if (method === "initialize") {
      this.#hasInitialize = true;
      this.#note(time, "initialize");
    }
    if (method === "shutdown" || method === "exit") this.#left = true;
    if (id !== void 0) this.waiting.set(id, time === "" ? `${method} (${id})` : `${method} (${id}), ${time}`);
  }
  #received(time, received) {
    const { method, id, params, error } = received;
    this.heard = true;
    if (id !== void 0 && isAnswer(received)) {
      const asked2 = this.waiting.get(id)?.split(" ")[0] ?? method;
      if (method === void 0 || method === asked2) this.waiting.delete(id);
      if (asked2 === "initialize") {
        if (error === void 0) this.#initialized(time);
        else this.#fail(time, `initialize: ${String(asRecord(error)["message"] ?? "")}`);
      }
      return;
    }
    if (id !== void 0 && method !== void 0) this.asked.set(id, time === "" ? method : `${method}, ${time}`);
    const { message, token, value, type, uri, diagnostics } = asRecord(params);
    if (method === "window/logMessage") this.#logged(time, String(message));
    if (method === "window/showMessage" || method === "window/showMessageRequest") {
      if (type === 1 || type === 2) this.#show(type === 1 ? "error" : "warning", String(message));
      this.#loadMessage(time, String(message));
    }
    if (method === "$/progress") this.#progress(time, String(token), asRecord(value));
    if (method === "textDocument/publishDiagnostics") this.#diagnosed(String(uri), diagnostics);
  }
  #progress(time, token, { kind, title, message }) {
    if (title === "Setting up workspace") this.#load = token;
    if (title === "Error loading workspace") this.#critical = token;
    if (token === this.#critical) {
      if (kind === "end") this.#shown.delete("critical");
      else this.#shown.set("critical", `error: Error loading workspace: ${oneLine(String(message ?? ""))}`);
    }
    if (token === this.#load && kind === "end") {
      this.#load = null;
      if (/^Error /.test(String(message))) this.#loadMessage(time, String(message));
      else this.#loaded(time);
    }
  }
  /** Clients without progress support get the same text as messages. */
  #loadMessage(time, text3) {
    const why = /^Error loading packages: (.*)/s.exec(text3)?.[1];
    if (why !== void 0) this.#fail(time, why);
    else if (/^Finished loading packages/.test(text3)) this.#loaded(time);
    else if (/^Loading packages/.test(text3)) this.#load ??= "";
  }
  #logged(time, text3) {
    if (this.reached !== "initialize") this.heard ||= /^\d{4}\/\d\d\/\d\d |Created View|go\/packages/.test(text3);
    if (this.reached !== "answer" && this.reached !== "go list" && /Created View|\bgo info for /.test(text3)) {
      this.#initialized(time);
      this.reached = "go list";
      this.#note(time, "view created");
    }
    const why = /initial workspace load failed: (.*)/s.exec(text3)?.[1];
    if (why !== void 0) this.#fail(time, why);
    const listed = /go\/packages\.Load(?: #\d+)?\s*(?:\n|$)/.test(text3);
    if (!listed) return;
    if (this.failed !== null && this.reached !== null) this.failed = null;
    if (this.#load === null) this.#loaded(time);
  }
  #loaded(time) {
    if (this.failed !== null || this.reached === "answer") return;
    this.reached = "answer";
    this.#note(time, "packages loaded");
  }
  #fail(time, why) {
    if (this.failed === null) this.#note(time, "workspace could not be loaded");
    this.failed = words(why);
    if (this.reached === null) this.reached = "go list";
  }
  #show(how, text3) {
    this.heard = true;
    const line2 = `${how}: ${oneLine(text3)}`;
    this.#shown.set(line2, line2);
    const why = /failed to load view for \S+: (.*)/s.exec(text3)?.[1];
    if (why !== void 0) this.failed ??= words(why);
  }
  #diagnosed(uri, all) {
    const file = /[^/]*$/.exec(uri)?.[0] ?? "";
    if (file !== "go.mod" && file !== "go.work") return;
    const errors = (Array.isArray(all) ? all : []).map(asRecord).filter(({ severity }) => severity === 1);
    this.#diagnostics.set(
      uri,
      errors.map(({ message }) => `error: ${file}: ${oneLine(String(message))}`)
    );
  }
};
function isAnswer({ method, result, error }) {
  return method === void 0 || result !== void 0 || error !== void 0;
}
function words(why) {
  return oneLine(why).replace(/^(?:packages\.Load error: )?(?:err: exit status \d+: stderr: )?/, "");
}
function oneLine(text3) {
  return text3.trim().replace(/\s+/g, " ");
}

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

// src/doctor/facts/take-snapshot.ts
var import_node_os5 = require("node:os");
var import_node_path25 = require("node:path");

// src/process/proc/capabilities.ts
function effectiveCapabilities() {
  const hex = /^CapEff:\s*([0-9a-f]+)$/m.exec(readText("/proc/self/status") ?? "")?.[1];
  return hex === void 0 ? null : BigInt(`0x${hex}`);
}

// src/doctor/facts/disk/cache-facts.ts
var import_node_fs3 = require("node:fs");
var import_promises9 = require("node:fs/promises");
var import_node_path11 = require("node:path");

// src/doctor/facts/disk/damage/damaged-outputs.ts
var import_node_crypto = require("node:crypto");
var import_node_fs2 = require("node:fs");
var import_promises4 = require("node:fs/promises");
var import_node_os = require("node:os");
var import_node_path7 = require("node:path");

// src/doctor/facts/disk/entries-of.ts
var import_promises3 = require("node:fs/promises");
var import_node_path6 = require("node:path");

// src/doctor/facts/disk/gocache-files.ts
var import_promises2 = require("node:fs/promises");
var import_node_path5 = require("node:path");

// src/doctor/facts/disk/or-nothing.ts
async function orNothing(read2) {
  try {
    return await read2;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}

// src/doctor/facts/disk/gocache-files.ts
var sampleSize = 500;
var gocacheFolders = Array.from(
  { length: 256 },
  (_, byte) => byte.toString(16).padStart(2, "0")
);
async function sampleOfGocache(gocache) {
  const files = [];
  for (const folder of gocacheFolders) {
    if (files.length >= sampleSize) break;
    files.push(...await filesIn((0, import_node_path5.join)(gocache, folder), sampleSize));
  }
  return files;
}
async function allOfGocache(gocache, until) {
  const files = [];
  for (const folder of gocacheFolders) {
    if (performance.now() > until) return { files, whole: false };
    files.push(...await filesIn((0, import_node_path5.join)(gocache, folder), Number.POSITIVE_INFINITY));
  }
  return { files, whole: true };
}
async function filesIn(folder, limit) {
  const names4 = await orNothing((0, import_promises2.readdir)(folder)) ?? [];
  const found = names4.slice(0, limit).map(async (name) => {
    const path = (0, import_node_path5.join)(folder, name);
    const stat6 = await orNothing((0, import_promises2.lstat)(path));
    return stat6 === null ? [] : [{ path, stat: stat6 }];
  });
  return (await Promise.all(found)).flat();
}

// src/doctor/facts/disk/entries-of.ts
var atOnce = 64;
async function entriesOf(gocache, outputs, limitMs2) {
  const until = performance.now() + limitMs2;
  const byOutput = /* @__PURE__ */ new Map();
  const lengths = new Map(outputs.map(({ id, bytes }) => [id, bytes]));
  for (const folder of gocacheFolders) {
    const own = (0, import_node_path6.join)(gocache, folder);
    const names4 = (await orNothing((0, import_promises3.readdir)(own)) ?? []).filter((name) => name.endsWith("-a"));
    for (let at = 0; at < names4.length; at += atOnce) {
      if (byOutput.size === lengths.size) return { byOutput, whole: true };
      if (performance.now() > until) return { byOutput, whole: false };
      await Promise.all(
        names4.slice(at, at + atOnce).map(async (name) => {
          const path = (0, import_node_path6.join)(own, name);
          const named3 = parseEntry(name, await orNothing((0, import_promises3.readFile)(path, "latin1")) ?? "");
          if (named3 !== null && lengths.get(named3.id) === named3.bytes) byOutput.set(named3.id, path);
        })
      );
    }
  }
  return { byOutput, whole: true };
}
function parseEntry(name, text3) {
  const [, action, id, bytes] = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) ([ \d]{20}) [ \d]{20}\n$/.exec(text3) ?? [];
  return id === void 0 || `${action}-a` !== name ? null : { id, bytes: Number(bytes) };
}

// src/doctor/facts/disk/damage/damaged-outputs.ts
var quickBound = { outputsMs: 150, bytes: 2 ** 26, entriesMs: 2e3 };
var deepBound = { outputsMs: 2e4, bytes: 2 ** 32, entriesMs: 2e4 };
var blockBytes = 4096;
var atOnce2 = 32;
var lastWritesMs = 12e4;
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
  let left = bound.bytes;
  for (const suspect of [...zeros, ...last]) {
    if (suspect.bytes > left || performance.now() > until) {
      whole = false;
      continue;
    }
    left -= suspect.bytes;
    const sha256 = await sha256Of(suspect.path);
    if (sha256 !== null && sha256 !== suspect.id) found.push({ ...suspect, sha256 });
  }
  if (found.length === 0) return { damaged: [], whole };
  const entries = await entriesOf(gocache, found, bound.entriesMs);
  const damaged = found.flatMap(({ path, id, bytes, mtimeMs, sha256 }) => {
    const entry = entries.byOutput.get(id) ?? null;
    return entry === null && entries.whole ? [] : [{ path, bytes, sha256, entry, ageMs: now - mtimeMs }];
  });
  return { damaged, whole };
}
async function outputOf({ path, stat: stat6 }) {
  const [, id] = /^([0-9a-f]{64})-d$/.exec((0, import_node_path7.basename)(path)) ?? [];
  if (id === void 0) return null;
  if (stat6.isFile()) return stat6.size === 0 ? null : { path, id, bytes: stat6.size, mtimeMs: stat6.mtimeMs };
  const names4 = stat6.isDirectory() ? await orNothing((0, import_promises4.readdir)(path)) ?? [] : [];
  if (names4.length !== 1) return null;
  const program = (0, import_node_path7.join)(path, names4[0] ?? "");
  const inner = await orNothing((0, import_promises4.lstat)(program));
  return inner === null || !inner.isFile() || inner.size === 0 ? null : { path: program, id, bytes: inner.size, mtimeMs: inner.mtimeMs };
}
async function hasZeroEnd({ path, bytes }) {
  const file = await orNothing((0, import_promises4.open)(path));
  if (file === null) return false;
  try {
    const length = Math.min(blockBytes, bytes);
    for (const position of /* @__PURE__ */ new Set([0, bytes - length])) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead === length && buffer.every((byte) => byte === 0)) return true;
    }
    return false;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  } finally {
    await file.close();
  }
}
function beforeBoot(outputs, now) {
  const boot = now - (0, import_node_os.uptime)() * 1e3;
  const before = outputs.filter(({ mtimeMs }) => mtimeMs < boot).sort((a, b) => b.mtimeMs - a.mtimeMs);
  const newest = before[0]?.mtimeMs ?? 0;
  return before.filter(({ mtimeMs }) => newest - mtimeMs <= lastWritesMs);
}
async function sha256Of(path) {
  const hash = (0, import_node_crypto.createHash)("sha256");
  const read2 = async () => {
    for await (const chunk of (0, import_node_fs2.createReadStream)(path)) hash.update(chunk);
    return hash.digest("hex");
  };
  return await orNothing(read2());
}

// src/doctor/facts/disk/damage/left-of-version.ts
var import_promises5 = require("node:fs/promises");
var import_node_path8 = require("node:path");
async function leftOfVersion({ folder, names: names4, prefix, tree, of }, now) {
  const left = [];
  const add = async (kind, path) => {
    const found = await orNothing((0, import_promises5.lstat)(path));
    if (found !== null) left.push({ kind, path, of, ageMs: now - found.mtimeMs, busy: false });
  };
  const file = (suffix) => (0, import_node_path8.join)(folder, `${prefix}.${suffix}`);
  for (const name of names4) {
    const suffix = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : "";
    if (/^(zip|info|mod|ziphash)?\.?\d*\.?tmp\d*$/.test(suffix) && suffix !== "") await add("tmp", (0, import_node_path8.join)(folder, name));
  }
  const partial = names4.includes(`${prefix}.partial`);
  if (partial) await add("partial", file("partial"));
  if (await state(file("mod")) === "empty") await add("empty mod", file("mod"));
  const [zip, ziphash] = await Promise.all([state(file("zip")), state(file("ziphash"))]);
  const module2 = partial ? "missing" : await treeState(tree);
  if (zip === "empty" && (module2 !== "written" || ziphash !== "written")) await add("empty zip", file("zip"));
  if (ziphash === "empty" && zip !== "written" && module2 !== "missing") await add("empty ziphash", file("ziphash"));
  if (module2 === "empty") await add("empty module", tree);
  return left;
}
async function treeState(tree) {
  const names4 = await orNothing((0, import_promises5.readdir)(tree));
  if (names4 === null) return "missing";
  if (await state((0, import_node_path8.join)(tree, "go.mod")) === "empty") return "empty";
  const sources2 = names4.filter((name) => name.endsWith(".go"));
  const states2 = await Promise.all(sources2.map(async (name) => await state((0, import_node_path8.join)(tree, name))));
  return states2.length > 0 && states2.every((one) => one === "empty") ? "empty" : "written";
}
async function state(path) {
  const file = await orNothing((0, import_promises5.open)(path));
  if (file === null) return "missing";
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(1), 0, 1, 0);
    return bytesRead === 0 || buffer[0] === 0 ? "empty" : "written";
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "missing";
  } finally {
    await file.close();
  }
}

// src/doctor/facts/disk/foreign-files.ts
var import_promises7 = require("node:fs/promises");
var import_node_path9 = require("node:path");

// src/doctor/facts/disk/is-writable.ts
var import_promises6 = require("node:fs/promises");
async function isWritable(path) {
  try {
    await (0, import_promises6.access)(path, import_promises6.constants.W_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return errnoOf(error) !== "EACCES";
  }
}

// src/doctor/facts/disk/foreign-files.ts
var foldersLimit = 300;
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
  const folders = Array.from({ length: 256 }, (_, byte) => (0, import_node_path9.join)(cache, byte.toString(16).padStart(2, "0")));
  return [(0, import_node_path9.join)(cache, "trim.txt"), (0, import_node_path9.join)(cache, "testexpire.txt"), ...folders];
}
async function ofGomodcache(cache) {
  return [(0, import_node_path9.join)(cache, "cache/lock"), ...await foldersBelow((0, import_node_path9.join)(cache, "cache/download"), 8)];
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
    const entries = await (0, import_promises7.readdir)(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => (0, import_node_path9.join)(path, name));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
async function foreign(role, cache, paths, own) {
  const facts = await Promise.all(paths.map((path) => foreignFact(role, cache, path, own)));
  return facts.filter((fact) => fact !== null);
}
async function foreignFact(role, cache, path, own) {
  try {
    const { uid, mode } = await (0, import_promises7.stat)(path);
    if (uid === own && role !== "GOCACHE" || await isWritable(path)) return null;
    return { role, cache, path, uid, mode: (mode & 4095).toString(8) };
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}

// src/doctor/facts/disk/read-only-module.ts
var import_promises8 = require("node:fs/promises");
var import_node_path10 = require("node:path");
var foldersLimit2 = 100;
async function oldestReadOnlyModule(gomodcache, now) {
  const folders = [gomodcache];
  let oldest = null;
  for (let at = 0; at < Math.min(folders.length, foldersLimit2); at += 1) {
    const folder = folders[at] ?? gomodcache;
    for (const name of await foldersIn2(folder)) {
      const path = (0, import_node_path10.join)(folder, name);
      if (path === (0, import_node_path10.join)(gomodcache, "cache")) continue;
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
    const file = (await (0, import_promises8.readdir)(path, { withFileTypes: true })).find((entry) => entry.isFile());
    const { ctimeMs } = await (0, import_promises8.lstat)(file === void 0 ? path : (0, import_node_path10.join)(path, file.name));
    return Math.max(0, now - ctimeMs);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
async function foldersIn2(path) {
  try {
    const entries = await (0, import_promises8.readdir)(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}

// src/doctor/facts/disk/cache-facts.ts
var modulesLimit = 2e3;
var day = 24 * 60 * 60 * 1e3;
var emptyCache = {
  left: [],
  withoutSum: [],
  foreign: [],
  readOnlyModule: null,
  trimAgeMs: null,
  entries: { seen: 0, olderThan5Days: 0, restored: 0 },
  damaged: [],
  folk: []
};
async function readCache(paths, now) {
  const { gomodcache, gocache, gopls, folder } = paths;
  const [ofModules, ofGit, ofGopls, missing, foreign2, readOnlyModule, trimAgeMs, sample, folk] = await Promise.all([
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
    foreign: foreign2,
    readOnlyModule,
    trimAgeMs,
    entries: sample.entries,
    damaged: sample.damaged,
    folk
  };
}
async function modulesOf(folder) {
  const seen = /* @__PURE__ */ new Map();
  for (const file of ["go.sum", "go.work.sum"]) {
    for (const line2 of (await text((0, import_node_path11.join)(folder, file))).split("\n")) {
      const [path, version] = line2.split(" ");
      if (path === void 0 || version === void 0 || seen.size >= modulesLimit) continue;
      const plain = version.replace(/\/go\.mod$/, "");
      seen.set(`${path}@${plain}`, { path, version: plain });
    }
  }
  return [...seen.values()];
}
async function withoutSum(folder) {
  const known4 = new Set((await modulesOf(folder)).map(({ path, version }) => `${path}@${version}`));
  return (await text((0, import_node_path11.join)(folder, "go.mod"))).split("\n").flatMap((line2) => {
    const [, path, version] = /^\s*(?:require\s+)?([^\s/][^\s]*\.[^\s]*)\s+(v\d\S*)\s*(?:\/\/.*)?$/.exec(line2) ?? [];
    return path === void 0 ? [] : [`${path}@${version}`];
  }).filter((module2) => !known4.has(module2));
}
async function leftOfModules(folder, gomodcache, now) {
  const modules = await modulesOf(folder);
  const left = [];
  for (const path of new Set(modules.map((module2) => module2.path))) {
    const own = (0, import_node_path11.join)(gomodcache, "cache/download", escaped(path), "@v");
    const files = await names(own);
    if (files.length === 0) continue;
    if (!await writable(own)) left.push({ kind: "not writable", path: own, of: path, ageMs: 0, busy: false });
    for (const { version } of modules.filter((module2) => module2.path === path)) {
      const prefix = escaped(version);
      const tree = (0, import_node_path11.join)(gomodcache, `${escaped(path)}@${prefix}`);
      left.push(...await leftOfVersion({ folder: own, names: files, prefix, tree, of: `${path}@${version}` }, now));
    }
  }
  return left;
}
var gitLocks = ["shallow.lock", "config.lock", "packed-refs.lock", "index.lock", "HEAD.lock"];
async function leftOfGit(gomodcache, now) {
  const vcs = (0, import_node_path11.join)(gomodcache, "cache/vcs");
  const left = [];
  for (const repository of await names(vcs)) {
    if (!/^[0-9a-f]{64}$/.test(repository)) continue;
    for (const name of gitLocks) {
      const path = (0, import_node_path11.join)(vcs, repository, name);
      const ageMs = await age(path, now);
      if (ageMs === null) continue;
      const url = /^git3?:(\S+)/.exec(await text((0, import_node_path11.join)(vcs, `${repository}.info`)))?.[1];
      left.push({ kind: "git lock", path, of: url ?? repository, ageMs, busy: false });
    }
  }
  return left;
}
async function leftOfGopls(gopls, now) {
  const left = [];
  for (const hash of await names(gopls)) {
    const path = (0, import_node_path11.join)(gopls, hash, "exe.sha256");
    const found = await stat2(path);
    if (found === null || found.size > 0) continue;
    left.push({ kind: "empty gopls index", path, of: hash, ageMs: now - found.mtimeMs, busy: false });
  }
  return left;
}
async function trimAge(gocache, now) {
  const seconds = /^\s*(\d+)\s*$/.exec(await text((0, import_node_path11.join)(gocache, "trim.txt")))?.[1];
  return seconds === void 0 ? null : now - Number(seconds) * 1e3;
}
async function sampled(gocache, now) {
  const files = await sampleOfGocache(gocache);
  const { damaged } = await damagedOutputs(gocache, files, now, quickBound);
  return { entries: ages(files, now), damaged };
}
function ages(files, now) {
  const old = files.filter(({ stat: stat6 }) => now - stat6.mtimeMs > 5 * day);
  const restored = old.filter(({ stat: stat6 }) => now - stat6.ctimeMs < day);
  return { seen: files.length, olderThan5Days: old.length, restored: restored.length };
}
async function folkFiles({ folder, gomodcache, gocache, gopls, tmpdir: tmpdir5 }) {
  const hashes = gopls === null ? [] : await names(gopls);
  const paths = [
    ...gopls === null ? [] : [".", ...hashes].flatMap((at) => [(0, import_node_path11.join)(gopls, at, "gopls.pid"), (0, import_node_path11.join)(gopls, at, "gopls.sock")]),
    ...(await names(tmpdir5)).filter((name) => /^gopls-.*\.sock$/.test(name)).map((name) => (0, import_node_path11.join)(tmpdir5, name)),
    (0, import_node_path11.join)(folder, ".vscode/go/lock"),
    ...gomodcache === null ? [] : [(0, import_node_path11.join)(gomodcache, ".cache/v2/lock")],
    ...gocache === null ? [] : [(0, import_node_path11.join)(gocache, "lock"), (0, import_node_path11.join)(gocache, "00/lock")]
  ];
  const found = await Promise.all(paths.map(stat2));
  return paths.filter((_, index) => found[index] !== null);
}
function escaped(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
function stat2(path) {
  return orNothing((0, import_promises9.lstat)(path));
}
async function age(path, now) {
  const found = await stat2(path);
  return found === null ? null : now - found.mtimeMs;
}
async function names(path) {
  return await orNothing((0, import_promises9.readdir)(path)) ?? [];
}
async function text(path) {
  return await orNothing((0, import_promises9.readFile)(path, "utf8")) ?? "";
}
async function writable(path) {
  return await orNothing((0, import_promises9.access)(path, import_node_fs3.constants.W_OK).then(() => true)) ?? false;
}

// src/doctor/facts/disk/conflicts.ts
var import_promises10 = require("node:fs/promises");
var import_node_path12 = require("node:path");
async function conflicts(folder, go) {
  const goMod = isPath(go?.["GOMOD"]) ? go["GOMOD"] : (0, import_node_path12.join)(folder, "go.mod");
  const goWork = isPath(go?.["GOWORK"]) ? go["GOWORK"] : (0, import_node_path12.join)(folder, "go.work");
  const files = [goMod, (0, import_node_path12.join)((0, import_node_path12.dirname)(goMod), "go.sum"), goWork, (0, import_node_path12.join)((0, import_node_path12.dirname)(goWork), "go.work.sum")];
  const marked = await Promise.all(
    [...new Set(files)].map(async (file) => ({ file, has: hasMarks(await text2(file)) }))
  );
  return marked.flatMap(({ file, has }) => has ? [file] : []);
}
function isPath(value) {
  return value?.startsWith("/") === true && value !== "/dev/null";
}
function hasMarks(content) {
  return /^<{7} /m.test(content) && /^>{7} /m.test(content);
}
async function text2(path) {
  try {
    return await (0, import_promises10.readFile)(path, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}

// src/doctor/facts/disk/places.ts
var import_node_fs4 = require("node:fs");
var import_promises12 = require("node:fs/promises");
var import_node_path13 = require("node:path");

// src/process/start-child.ts
var import_node_child_process = require("node:child_process");
function startChild(command, args, options) {
  refuseIfEnding();
  const child = (0, import_node_child_process.spawn)(command, args, options);
  if (options.detached === true) noteGroup(child);
  if (Array.isArray(child.stdio)) return child;
  child.once("error", () => void 0);
  throw Object.assign(new Error(`spawn ${command}: too many open files`), { code: "EMFILE", syscall: "spawn" });
}

// src/doctor/facts/run-limited.ts
var systemEnv = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
var killedMs2 = 500;
var outputLimit = 4 << 20;
function runLimited(command, options) {
  const [file = "", ...args] = command;
  const begin = performance.now();
  return new Promise((resolve4) => {
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
      resolve4({ command: command.join(" "), code, timedOut, ms, output, stdout, stderr });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      child?.unref();
      void killGroup(child?.pid, killedMs2).then(() => end(null));
    }, options.limitMs);
    try {
      const { cwd, env } = options;
      child = startChild(file, args, { cwd, env: { ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    } catch (error) {
      stderr = messageOf(error);
      return end(null);
    }
    child.stdout?.setEncoding("utf8").on("data", (text3) => {
      if (stdout.length < outputLimit) stdout += text3;
    });
    child.stderr?.setEncoding("utf8").on("data", (text3) => {
      if (stderr.length < outputLimit) stderr += text3;
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
function factOf({ command, code, timedOut, ms, output }) {
  return { command, code, timedOut, ms, output };
}

// src/doctor/facts/disk/mount-facts.ts
var import_promises11 = require("node:fs/promises");

// src/process/proc/mounts.ts
function parseMountinfo(mountinfo) {
  return mountinfo.split("\n").flatMap((line2) => {
    const [before = "", after4 = ""] = line2.split(" - ");
    const [id, , , , point, options] = before.split(" ");
    if (point === void 0 || options === void 0) return [];
    const [type = "", source6 = "", superOptions = ""] = after4.split(" ");
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
function unescapedMount(text3) {
  return text3.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

// src/doctor/facts/disk/mount-facts.ts
var ordinary = { noexec: false, nfs: null };
async function mountFacts(path) {
  try {
    return mountFactsIn(readText("/proc/self/mountinfo") ?? "", await (0, import_promises11.realpath)(path));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
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
  const asked2 = async (nearest) => await Promise.all([writableOr(nearest), (0, import_promises12.statfs)(nearest), own === null ? linkAt(path) : null, mountFacts(nearest)]);
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
    return await (0, import_promises12.stat)(path);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
async function linkAt(path) {
  try {
    return (0, import_node_path13.resolve)((0, import_node_path13.dirname)(path), await (0, import_promises12.readlink)(path));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
async function nearestAbove(path) {
  let at = (0, import_node_path13.dirname)(path);
  while (at !== "/" && await statOf2(at) === null) at = (0, import_node_path13.dirname)(at);
  return at;
}
async function writableOr(path) {
  try {
    await (0, import_promises12.access)(path, import_node_fs4.constants.W_OK);
    return null;
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    return code;
  }
}
async function within(limitMs2, work) {
  let timer;
  const late = new Promise((resolve4) => {
    timer = setTimeout(() => resolve4("hung"), limitMs2);
  });
  try {
    return await Promise.race([work, late]);
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
    workspace: (path) => (0, import_node_path13.join)(path, "go.mod"),
    GOCACHE: (path) => (0, import_node_path13.join)(path, "trim.txt"),
    "GOMODCACHE/cache/download": (path) => (0, import_node_path13.join)((0, import_node_path13.dirname)(path), "lock")
  };
  return Object.entries(paths).flatMap(
    ([role, path]) => path === null || path === "" ? [] : [[role, path, probes[role]?.(path) ?? null]]
  );
}

// src/doctor/facts/disk/damage/damaged-in-all.ts
var limitMs = 12e4;
async function damagedInAll(gocache, at, unseen) {
  if (gocache === null) return null;
  const look2 = async () => {
    const { files, whole } = await allOfGocache(gocache, performance.now() + deepBound.outputsMs);
    const found = await damagedOutputs(gocache, files, at, deepBound);
    return { damaged: found.damaged, whole: whole && found.whole };
  };
  const looked = await within(limitMs, look2());
  if (looked === "hung") return null;
  if (!looked.whole) unseen.push("the content of some outputs in GOCACHE: reading all of them takes too long");
  return looked.damaged;
}

// src/doctor/facts/disk/owner-of.ts
var import_promises13 = require("node:fs/promises");
async function ownerOf(path) {
  try {
    return (await (0, import_promises13.lstat)(path)).uid;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}

// src/doctor/facts/disk/still-left.ts
var import_promises14 = require("node:fs/promises");
var import_node_path14 = require("node:path");
var probesLimit = 20;
async function stillLeft(left, at, limitMs2) {
  const same = await Promise.all(left.map(async (one) => one.kind === "not writable" || await isUnchanged(one, at)));
  const kept2 = left.filter((_, index) => same[index]);
  const locks = [...new Set(kept2.flatMap((one) => lockOf(one) ?? []))].slice(0, probesLimit);
  const probes = await Promise.all(locks.map(async (lock2) => await probeFlock(lock2, limitMs2)));
  const busy = new Set(locks.filter((_, index) => probes[index]?.result === "busy"));
  return kept2.map((one) => ({ ...one, busy: busy.has(lockOf(one) ?? "") }));
}
async function stillDamaged(damaged, at) {
  const same = await Promise.all(damaged.map((one) => isUnchanged(one, at)));
  return damaged.filter((_, index) => same[index]);
}
async function isUnchanged({ path, ageMs }, at) {
  try {
    return Math.abs(at - (await (0, import_promises14.lstat)(path)).mtimeMs - ageMs) < 1;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
function lockOf({ kind, path }) {
  if (kind === "tmp") return path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, ".lock");
  return kind === "git lock" ? `${(0, import_node_path14.dirname)(path)}.lock` : null;
}

// src/process/proc/parse-environ.ts
function parseEnviron(text3) {
  return Object.fromEntries(
    text3.split("\0").flatMap((pair) => {
      const at = pair.indexOf("=");
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    })
  );
}

// src/doctor/facts/go/environment.ts
var kept = /^(GO[A-Z0-9_]*|CGO_ENABLED|CC|CXX|GOPLSCACHE|XDG_[A-Z_]+|HOME|USER|TMPDIR|PATH|CI|(https?|no|all)_proxy|GIT_(SSH|SSH_COMMAND|TERMINAL_PROMPT|ASKPASS|DIR|CONFIG_[A-Z]+)|GCM_INTERACTIVE|USERPROFILE|LOCALAPPDATA)$/i;
var secret = /^(GOAUTH|.*(TOKEN|SECRET|PASSWORD|CREDENTIAL).*)$/i;
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

// src/doctor/facts/go/on-path.ts
var import_node_fs5 = require("node:fs");
var import_promises15 = require("node:fs/promises");
var import_node_path15 = require("node:path");
async function onPath(name, env) {
  for (const folder of (env["PATH"] ?? "").split(import_node_path15.delimiter)) {
    const path = (0, import_node_path15.join)(folder, name);
    try {
      await (0, import_promises15.access)(path, import_node_fs5.constants.X_OK);
      return redact(path);
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
    }
  }
  return null;
}

// src/doctor/facts/go/go-facts.ts
var goVariables = [
  ...["GOVERSION", "GOROOT", "GOOS", "GOARCH", "GOPATH", "GOMODCACHE", "GOCACHE", "GOCACHEPROG", "GOTMPDIR", "GOENV"],
  ...["GO111MODULE", "GOMOD", "GOWORK", "GOFLAGS", "GOTOOLCHAIN", "GOTELEMETRY", "GODEBUG", "GOEXPERIMENT"],
  ...["GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOVCS"]
];
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
  const run2 = async (command, extra) => factOf(await runLimited(command, { env: { ...offline2, ...extra }, cwd: folder, limitMs: 6e4 }));
  const list = ["go", "list", "-deps", "./..."];
  const verify = await run2(["go", "mod", "verify"], {});
  const plain = await run2(list, {});
  return { verify, list: plain, listWithoutIndex: await run2(list, { GODEBUG: "goindex=0" }) };
}
async function there(folder, limitMs2) {
  const place = await readPlace("workspace", folder, null, limitMs2);
  return place.stat === "hung" || place.stat === null ? "/" : folder;
}

// src/doctor/facts/go/go-offline.ts
var import_promises17 = require("node:fs/promises");
var import_node_path17 = require("node:path");
var import_semver = __toESM(require_semver2(), 1);

// src/doctor/facts/process/go-settings-of.ts
var import_promises16 = require("node:fs/promises");
var import_node_path16 = require("node:path");
var names2 = [
  ...["GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOVCS", "GOFLAGS"],
  ...["GOTOOLCHAIN", "GOCACHEPROG", "GOCACHE", "GOMODCACHE", "GOPATH", "GOTMPDIR", "GOROOT", "GOWORK", "GO111MODULE"],
  ...["CC", "CXX", "FC", "PKG_CONFIG"]
];
var byDefault = {
  GOPROXY: "https://proxy.golang.org,direct",
  GOSUMDB: "sum.golang.org",
  GOTOOLCHAIN: "auto"
};
async function goSettingsOf(pid, env) {
  const own = env["GOENV"] === "off" ? {} : await readEnvFile(goenvPath(env));
  const exe = readLink(`/proc/${pid}/exe`);
  const goroot = env["GOROOT"] || (exe === null ? null : (0, import_node_path16.dirname)((0, import_node_path16.dirname)(exe)));
  const shipped = goroot === null ? {} : await readEnvFile((0, import_node_path16.join)(goroot, "go.env"));
  const settingOf2 = (name) => env[name] || own[name] || shipped[name] || byDefault[name];
  return Object.fromEntries(
    [...names2, "GOAUTH"].flatMap((name) => {
      const value = settingOf2(name);
      if (value === void 0) return [];
      return [[name, name === "GOAUTH" ? withoutArguments(value) : redact(value)]];
    })
  );
}
function withoutArguments(goauth) {
  return goauth.split(";").map((command) => command.trim().split(/\s+/)[0] ?? "").join(";");
}
function goenvPath(env) {
  if (env["GOENV"]) return env["GOENV"];
  const config = env["XDG_CONFIG_HOME"] || (env["HOME"] ? (0, import_node_path16.join)(env["HOME"], ".config") : null);
  return config === null ? null : (0, import_node_path16.join)(config, "go/env");
}
async function readEnvFile(path) {
  try {
    if (path === null || !(await (0, import_promises16.stat)(path)).isFile()) return {};
    return parseEnvFile(await (0, import_promises16.readFile)(path, "utf8"));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return {};
  }
}
function parseEnvFile(text3) {
  return Object.fromEntries(
    text3.split("\n").flatMap((line2) => {
      const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line2.trim()) ?? [];
      return name === void 0 || value === void 0 ? [] : [[name, value]];
    })
  );
}

// src/doctor/facts/go/go-offline.ts
function offline(env) {
  return { ...env, GOPROXY: "off", GONOPROXY: "none", GOVCS: "*:off" };
}
async function loadFact({ env, cwd, limitMs: limitMs2 }, go) {
  const command = ["go", "list", "-m", ...writesGoMod(go) ? ["-mod=readonly"] : []];
  return factOf(await runLimited(command, { env: offline(env), cwd, limitMs: limitMs2 }));
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
  const read2 = async (work) => {
    const answer = await within(asked2.limitMs, work);
    return answer === "hung" ? null : answer;
  };
  const path = own || (goenv === null ? "" : (await read2(readEnvFile(goenv)))?.["GOROOT"] ?? "");
  if (path === "") return null;
  const nothing = { path, file: own === "" ? goenv : null, version: null, compiler: null };
  if (/cannot find GOROOT directory/.test(said)) return { ...nothing, there: false };
  const version = await read2(versionIn(path));
  if (version !== null && version === goVersionOf(go?.["GOVERSION"])) return null;
  const ask = async (command) => factOf(await runLimited(command, { ...asked2, env: offline(asked2.env) }));
  const [running, compiler] = await Promise.all([ask(["go", "version"]), ask(["go", "tool", "compile", "-V"])]);
  return { ...nothing, there: await read2(ownerOf(path)) !== null, version: running, compiler };
}
function goenvOf(env) {
  if (env["GOENV"] === "off") return null;
  if (env["GOENV"]) return env["GOENV"];
  const config = env["XDG_CONFIG_HOME"] || (env["HOME"] ? (0, import_node_path17.join)(env["HOME"], ".config") : null);
  return config === null ? null : (0, import_node_path17.join)(config, "go/env");
}
async function versionIn(goroot) {
  try {
    return goVersionOf(await (0, import_promises17.readFile)((0, import_node_path17.join)(goroot, "VERSION"), "utf8"));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
function goVersionOf(text3) {
  return /\bgo\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?(?:-(?:devel_)?[0-9a-z]+)?/.exec(text3 ?? "")?.[0] ?? null;
}

// src/doctor/facts/go/go-paths.ts
var import_node_os3 = require("node:os");
var import_node_path20 = require("node:path");

// src/go/gopls-cache.ts
var import_node_os2 = require("node:os");
var import_node_path19 = require("node:path");

// src/go/user-cache.ts
var import_node_path18 = require("node:path");
function userCacheFolder(env) {
  if (process.platform === "win32") return env["LocalAppData"] || env["LOCALAPPDATA"] || null;
  const home = env["HOME"] || null;
  if (process.platform === "darwin") return home === null ? null : (0, import_node_path18.join)(home, "Library/Caches");
  const named3 = env["XDG_CACHE_HOME"];
  if (named3) return (0, import_node_path18.isAbsolute)(named3) ? named3 : null;
  return home === null ? null : (0, import_node_path18.join)(home, ".cache");
}

// src/go/gopls-cache.ts
function goplsCacheFolder(env) {
  return (0, import_node_path19.join)(env["GOPLSCACHE"] || (userCacheFolder(env) ?? (0, import_node_os2.tmpdir)()), "gopls");
}

// src/doctor/facts/go/go-paths.ts
function pathsOf(folder, env, go) {
  const home = env["HOME"] || null;
  const gopath = (go?.["GOPATH"] || env["GOPATH"] || (home === null ? "" : (0, import_node_path20.join)(home, "go"))).split(import_node_path20.delimiter)[0] ?? "";
  const gomodcache = go?.["GOMODCACHE"] || env["GOMODCACHE"] || (gopath === "" ? null : (0, import_node_path20.join)(gopath, "pkg/mod"));
  const userCache = userCacheFolder(env);
  const gocache = go?.["GOCACHE"] || env["GOCACHE"] || (userCache === null ? null : (0, import_node_path20.join)(userCache, "go-build"));
  return {
    workspace: folder,
    HOME: home,
    // Not tmpdir(), which reads the doctor's own environment. Source: os.TempDir of Go.
    TMPDIR: env["TMPDIR"] || (process.platform === "win32" ? (0, import_node_os3.tmpdir)() : "/tmp"),
    GOTMPDIR: go?.["GOTMPDIR"] || env["GOTMPDIR"] || null,
    GOCACHE: gocache === "off" ? null : gocache,
    GOMODCACHE: gomodcache,
    "GOMODCACHE/cache/download": gomodcache === null ? null : (0, import_node_path20.join)(gomodcache, "cache/download"),
    "GOPATH/pkg/sumdb": gopath === "" ? null : (0, import_node_path20.join)(gopath, "pkg/sumdb"),
    "the cache of gopls": goplsCacheFolder(env),
    XDG_RUNTIME_DIR: env["XDG_RUNTIME_DIR"] || null
  };
}

// src/doctor/facts/go/editor-go.ts
var read = /^(PATH|HOME|TMPDIR|XDG_CACHE_HOME|XDG_CONFIG_HOME|CGO_ENABLED|GO(?!PLS)[A-Z0-9_]*)$/;
var roles = /* @__PURE__ */ new Set(["TMPDIR", "GOTMPDIR", "GOCACHE", "GOMODCACHE"]);
async function editorGo(request, processes, own) {
  const servers = processes.filter(
    ({ name, state: state2, aside, container, uid }) => name === "gopls" && state2 !== "Z" && aside === null && container === null && uid === process.geteuid?.()
  );
  for (const server of servers) {
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
  const [load, goroot, places] = await Promise.all([
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
    goroot,
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

// src/doctor/facts/go/git-fact.ts
var import_node_path21 = require("node:path");
var import_promises18 = require("node:timers/promises");
var againMs = 1e3;
async function gitFact({ folder, env, limitMs: limitMs2 }) {
  const ask = () => runLimited(["git", "rev-parse", "--git-dir"], { env: { ...env, LC_ALL: "C" }, cwd: folder, limitMs: limitMs2 });
  for (let root = folder; ; root = (0, import_node_path21.dirname)(root)) {
    const uid = await ownerOf((0, import_node_path21.join)(root, ".git"));
    if (uid !== null) {
      let status2 = await ask();
      if (status2.code === 128) {
        await (0, import_promises18.setTimeout)(againMs);
        status2 = await ask();
      }
      return { root, uid, status: factOf(status2) };
    }
    if (root === (0, import_node_path21.dirname)(root)) return null;
  }
}

// src/doctor/facts/go/with-settings.ts
var import_node_path22 = require("node:path");
async function withSettings(processes, limitMs2) {
  return await Promise.all(
    processes.map(async (process2) => {
      if (process2.container !== null) return process2;
      if (process2.name === "go") {
        const env = parseEnviron(readText(`/proc/${process2.pid}/environ`) ?? "");
        const settings2 = process2.env === null ? null : await within(limitMs2, goSettingsOf(process2.pid, env));
        return { ...process2, settings: settings2 === "hung" ? null : settings2 };
      }
      if (process2.name !== "gopls" || process2.aside !== null || process2.cwd === null) return process2;
      const child = processes.find(({ ppid, name, cwd }) => ppid === process2.pid && name === "go" && cwd !== null);
      const workspace = await within(limitMs2, rootAbove(child?.cwd ?? process2.cwd));
      return { ...process2, workspace: workspace === "hung" ? null : workspace };
    })
  );
}
async function rootAbove(folder) {
  for (const file of ["go.work", "go.mod"]) {
    for (let at = folder; ; at = (0, import_node_path22.dirname)(at)) {
      if (await ownerOf((0, import_node_path22.join)(at, file)) !== null) return at;
      if (at === (0, import_node_path22.dirname)(at)) break;
    }
  }
  return folder;
}

// src/doctor/facts/gopls/daemon-sockets.ts
var import_promises19 = require("node:fs/promises");
var import_node_os4 = require("node:os");
var import_node_path23 = require("node:path");

// src/process/proc/sockets.ts
var states = { "01": "ESTABLISHED", "02": "SYN_SENT" };
function parseTcp(text3) {
  return text3.split("\n").flatMap((line2) => {
    const [, local, remote, st, queues, , , , , inode] = line2.trim().split(/\s+/);
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
function parseUnix(text3) {
  return text3.split("\n").flatMap((line2) => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line2) ?? [];
    if (path === void 0) return [];
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? "0", 16) & 65536) !== 0, path }];
  });
}
function parseTcpTimes(text3) {
  return new Map(
    text3.split("\n").flatMap((line2) => {
      const number = (name) => {
        const found = new RegExp(`\\b${name}:(\\d+)`).exec(line2)?.[1];
        return found === void 0 ? null : Number(found);
      };
      const inode = number("ino");
      if (inode === null) return [];
      if (line2.startsWith("SYN-SENT")) {
        return [[inode, { silentMs: null, sentMs: sinceFirstSyn(line2, number), ackedMs: null, receivedBytes: 0 }]];
      }
      const receivedBytes = number("bytes_received") ?? 0;
      const silentMs = receivedBytes === 0 ? null : number("lastrcv");
      return [[inode, { silentMs, sentMs: number("lastsnd"), ackedMs: number("lastack"), receivedBytes }]];
    })
  );
}
function sinceFirstSyn(line2, number) {
  const [, minutes, time, unit, repeated] = /timer:\(on,(?:(\d+)min)?([\d.]*)(sec|ms)?,(\d+)\)/.exec(line2) ?? [];
  if (repeated === void 0) return null;
  const inMs = unit === "ms" && time?.includes(".") !== true;
  const dueMs = Number(minutes ?? 0) * 6e4 + Number(time || 0) * (inMs ? 1 : 1e3);
  const doubled = Math.min(number("backoff") ?? Number(repeated), Number(repeated));
  return Math.max(0, Math.round((Number(repeated) - doubled + 2 ** (doubled + 1) - 1) * 1e3 - dueMs));
}

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
  const folders = [env["XDG_RUNTIME_DIR"], env["TMPDIR"] || (0, import_node_os4.tmpdir)()].filter(
    (path) => path !== void 0 && path !== ""
  );
  const left = (await Promise.all(folders.map(socketsIn))).flat();
  const known4 = new Set([...listening.values()].filter(({ here }) => here).map(({ path }) => path));
  const found = [...listening.values()].map(async ({ path, here, pids, backlog }) => {
    const file = here ? await fileOf(path) : { uid: null, inode: null };
    return { path, ...file, listeners: pids.sort((a, b) => a - b), backlog };
  });
  const idle = left.filter((path) => !known4.has(path)).map(async (path) => ({ path, ...await fileOf(path), listeners: [], backlog: 0 }));
  return await Promise.all([...found, ...idle]);
}
async function socketsIn(folder) {
  try {
    return (await (0, import_promises19.readdir)(folder)).filter((name) => /^gopls-[0-9a-f]+-daemon\./.test(name)).map((name) => (0, import_node_path23.join)(folder, name));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
async function fileOf(path) {
  try {
    const { uid, ino } = await (0, import_promises19.stat)(path);
    return { uid, inode: ino };
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return { uid: null, inode: null };
  }
}

// src/doctor/facts/process/oom-kills.ts
function oomKills() {
  const { v1, v2 } = ownCgroup();
  const files = [
    `/sys/fs/cgroup${v2 ?? ""}/memory.events`,
    "/sys/fs/cgroup/memory.events",
    ...v1 === void 0 ? [] : [`/sys/fs/cgroup/memory${v1}/memory.oom_control`, "/sys/fs/cgroup/memory/memory.oom_control"]
  ];
  for (const file of files) {
    const count = killsIn(file);
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
function killsIn(file) {
  const count = /^oom_kill (\d+)$/m.exec(readText(file) ?? "")?.[1];
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

// src/process/proc/container-of.ts
function containerOf(pid) {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?=[./]|$)/m.exec(readText(`/proc/${pid}/cgroup`) ?? "")?.[1] ?? null;
}

// src/doctor/facts/process/activity.ts
var none = { busyMs: 0, ioBytes: 0, children: 0 };
function countersOf({ pid, ticks, childTicks }) {
  const io = readText(`/proc/${pid}/io`);
  const [read2, written] = ["rchar", "wchar"].map((name) => new RegExp(`^${name}: (\\d+)`, "m").exec(io ?? "")?.[1]);
  return {
    ticks: ticks + childTicks,
    ioBytes: read2 === void 0 || written === void 0 ? null : Number(read2) + Number(written)
  };
}
function activityBetween(before, after4, children) {
  return {
    busyMs: Math.max(0, (after4.ticks - before.ticks) * msPerTick),
    ioBytes: before.ioBytes === null || after4.ioBytes === null ? null : Math.max(0, after4.ioBytes - before.ioBytes),
    children
  };
}

// src/doctor/facts/process/connections.ts
function connectionsBySocket(found) {
  const read2 = /* @__PURE__ */ new Set();
  const connections = /* @__PURE__ */ new Map();
  for (const { stat: stat6, descriptors } of found) {
    if (descriptors === null || descriptors.sockets.length === 0) continue;
    const space = readLink(`/proc/${stat6.pid}/ns/net`) ?? `${stat6.pid}`;
    if (read2.has(space)) continue;
    read2.add(space);
    for (const table of ["tcp", "tcp6"]) {
      for (const row of parseTcp(readText(`/proc/${stat6.pid}/net/${table}`) ?? "")) {
        connections.set(row.inode, { ...row, ...untimed });
      }
    }
  }
  return connections;
}
var untimed = { silentMs: null, sentMs: null, ackedMs: null, receivedBytes: null, receivedMeanwhile: null };
function withTimes(processes, times) {
  const known4 = parseTcpTimes(times);
  return processes.map((process2) => ({
    ...process2,
    connections: process2.connections.map((one) => {
      const now = known4.get(one.inode);
      if (now === void 0) return one;
      const receivedMeanwhile = one.receivedBytes === null ? null : now.receivedBytes - one.receivedBytes;
      return { ...one, ...now, receivedMeanwhile };
    })
  }));
}

// src/doctor/facts/process/descriptors.ts
var ofGo = /\/cache\/(download|vcs)\/|\/@v\/|\/cache\/lock( \(deleted\))?$|\/(go\.(mod|sum|work|work\.sum)|trim\.txt|testexpire\.txt|upload\.token|golangci-lint\.lock)( \(deleted\))?$/;
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
      const file = { fd: Number(name), path, ...parseFdinfo(fdinfo) };
      files.push(file.lock === null ? file : { ...file, isOverlay: isOnOverlay(pid, fdinfo) });
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
function parseFdinfo(text3) {
  const [, kind, device, locked] = /^lock:\s+\d+: FLOCK\s+\S+\s+(WRITE|READ)\s+-?\d+\s+(\w+:\w+):(\d+)/m.exec(text3) ?? [];
  const inode = locked ?? /^ino:\s+(\d+)/m.exec(text3)?.[1];
  return {
    inode: inode === void 0 ? null : Number(inode),
    lock: kind === "WRITE" || kind === "READ" ? kind : null,
    lockDevice: device ?? null
  };
}

// src/doctor/facts/process/editor-of.ts
var byName = [
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
var interpreters = /^(node|java|python[\d.]*|electron|MainThread|bun|deno)$/;
var byCommand = [
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
var most2 = 12;
function editorOf(pid, stats) {
  let at = stats.get(stats.get(pid)?.ppid ?? 0);
  for (let up = 0; at !== void 0 && up < most2; up += 1, at = stats.get(at.ppid)) {
    const name = nameOf(at);
    if (name !== null) return { name, pid: at.pid };
  }
  return null;
}
function nameOf({ name, pid }) {
  const [, known4] = byName.find(([pattern]) => pattern.test(name)) ?? [];
  if (known4 === "") return name.startsWith("nv") ? "Neovim" : "Vim";
  if (known4 !== void 0) return known4;
  if (!interpreters.test(name)) return null;
  const command = (readText(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
  return byCommand.find(([pattern]) => pattern.test(command))?.[1] ?? null;
}

// src/doctor/facts/process/is-orphan.ts
var reapers = /^(systemd|init|tini|docker-init|dumb-init|catatonit|s6-svscan|containerd-shim.*|bwrap|conmon)$/;
function isOrphan({ pid, ppid, group }, stats) {
  const parent = stats.get(ppid);
  if (parent === void 0) return false;
  if (reapers.test(parent.name)) return true;
  return ppid === 1 && group !== pid && group !== 0 && (stats.get(group)?.state ?? "Z") === "Z";
}

// src/doctor/facts/process/pipes.ts
var writeOnly = 1;
var closedAtExec = 524288;
function pipesRead(pid, pipes) {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = flagsOf(pid, fd);
    return flags === null || flags & writeOnly || !(flags & closedAtExec) ? [] : [{ fd, inode, end: "read" }];
  });
}
function pipesWritten(pid, pipes, read2) {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = read2.has(inode) ? flagsOf(pid, fd) : null;
    return flags === null || !(flags & writeOnly) ? [] : [{ fd, inode, end: "write" }];
  });
}
function flagsOf(pid, fd) {
  const octal = /^flags:\s+([0-7]+)$/m.exec(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "")?.[1];
  return octal === void 0 ? null : Number.parseInt(octal, 8);
}

// src/process/proc/lock-waits.ts
function parseLockWaits(text3) {
  return text3.split("\n").flatMap((line2) => {
    const [, pid, file] = /^\d+: +-> FLOCK +\S+ +(?:WRITE|READ) +(\d+) +(\w+:\w+:\d+) /.exec(line2) ?? [];
    return pid === void 0 || file === void 0 ? [] : [{ pid: Number(pid), file }];
  });
}

// src/doctor/facts/process/threads-of.ts
function readWaits() {
  return new Map(parseLockWaits(readText("/proc/locks") ?? "").map(({ pid, file }) => [pid, file]));
}
function threadsOf(pid, files, waits) {
  const threads = readThreads(pid);
  const file = waits.get(pid);
  if (file === void 0 || threads.some(({ flockFd }) => flockFd !== null)) return threads;
  const fd = files.find(({ inode }) => file.endsWith(`:${inode}`))?.fd ?? -1;
  return [...threads, { tid: pid, wchan: "", flockFd: fd }];
}

// src/doctor/facts/process/processes.ts
var namesOfGo = /^(go|gopls|dlv|git|git-remote-.*|ssh|gopackagesdrive|compile|link|asm|cgo|vet|buildid|staticcheck|golangci-lint)$/;
var startersOfGo = /^(go|gopls|git)$/;
var archivers = /^(tar|bsdtar)$/;
var readersOfGo = /^(go|gopls)$/;
var ownMarker = "UNLATCH_DOCTOR";
function readProcesses(roots, mark) {
  const stats = /* @__PURE__ */ new Map();
  for (const pid of readPids()) {
    const stat6 = readStat(pid);
    if (stat6 !== null) stats.set(stat6.pid, stat6);
  }
  const seen = [];
  const hidden = [];
  for (const stat6 of stats.values()) {
    if (stat6.pid === process.pid || mark !== null && isAnothers(stat6.pid, mark)) continue;
    const descriptors = readDescriptors(stat6.pid, roots);
    if (descriptors === null && isOfGo(stat6, stats) && (readStat(stat6.pid)?.state ?? "Z") !== "Z")
      hidden.push(`${stat6.name} (pid ${stat6.pid})`);
    const pipes = readersOfGo.test(stat6.name) ? pipesRead(stat6.pid, descriptors?.pipes ?? []) : [];
    seen.push({ stat: stat6, descriptors, pipes });
  }
  const read2 = new Set(seen.flatMap(({ pipes }) => pipes.map(({ inode }) => inode)));
  const all = seen.map((one) => ({
    ...one,
    pipes: [...one.pipes, ...pipesWritten(one.stat.pid, one.descriptors?.pipes ?? [], read2)]
  }));
  const counts = new Set(
    all.filter(
      ({ stat: stat6, descriptors, pipes }) => isOfGo(stat6, stats) || pipes.length > 0 || descriptors !== null && descriptors.files.length > 0 || archivers.test(stat6.name) && runsBelow(stat6.pid, roots)
    ).map(({ stat: stat6 }) => stat6.pid)
  );
  const isBelow2 = ({ ppid }) => {
    const parent = stats.get(ppid);
    return counts.has(ppid) || parent !== void 0 && parent.pid > 1 && isBelow2(parent);
  };
  const found = all.filter(({ stat: stat6 }) => counts.has(stat6.pid) || isBelow2(stat6));
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
    sockets: new Map(found.map(({ stat: stat6, descriptors }) => [stat6.pid, descriptors?.sockets ?? []])),
    counters: new Map(found.map(({ stat: stat6 }) => [stat6.pid, countersOf(stat6)])),
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
function isOfGo(stat6, stats) {
  return namesOfGo.test(stat6.name) || startersOfGo.test(stats.get(stat6.ppid)?.name ?? "");
}
function factOf2({ stat: stat6, descriptors, pipes }, stats, uptime2, connections, waits, ownContainer) {
  const { pid, ppid, group, name, state: state2 } = stat6;
  const environ = readText(`/proc/${pid}/environ`);
  const environment2 = environ === null ? null : parseEnviron(environ);
  const container = containerOf(pid);
  const status2 = readText(`/proc/${pid}/status`) ?? "";
  const uid = /^Uid:\s+\d+\s+(\d+)/m.exec(status2)?.[1];
  const tracer = /^TracerPid:\s+(\d+)/m.exec(status2)?.[1];
  const command = (readText(`/proc/${pid}/cmdline`) ?? "").split("\0").slice(0, -1);
  return {
    pid,
    ppid,
    group,
    name,
    command: command.map(shortened),
    state: state2,
    uid: uid === void 0 ? null : Number(uid),
    ageMs: ageMsOf(stat6, uptime2),
    startTicks: stat6.startTicks,
    did: none,
    cwd: readLink(`/proc/${pid}/cwd`),
    env: environment2 === null ? null : keptEnvironment(environment2),
    settings: null,
    editor: name === "gopls" ? editorOf(pid, stats) : null,
    workspace: null,
    aside: asideOf(command, environment2),
    tracer: Number(tracer ?? 0) || null,
    // null: the doctor's own container, or none.
    container: container === ownContainer ? null : container,
    orphan: isOrphan(stat6, stats),
    threads: threadsOf(pid, descriptors?.files ?? [], waits),
    files: descriptors?.files ?? [],
    connections: (descriptors?.sockets ?? []).flatMap((inode) => connections.get(inode) ?? []),
    pipes
  };
}
function asideOf(command, env) {
  if (command.some((word) => word.includes("** telemetry **")) || env?.["X_TELEMETRY_CHILD"]) return "telemetry";
  return env?.[ownMarker] === void 0 ? null : "unlatch";
}
function shortened(word) {
  const text3 = redact(word);
  return text3.length > 160 ? `${text3.slice(0, 160)}\u2026` : text3;
}

// src/doctor/facts/second-look.ts
var import_promises21 = require("node:timers/promises");

// src/doctor/chain/lint-lock.ts
var import_node_path24 = require("node:path");
function isLintLock(path) {
  return path.endsWith("/golangci-lint.lock");
}
function lintLocks(snapshot) {
  const alive = snapshot.processes.filter(({ state: state2 }) => state2 !== "Z");
  const held = alive.flatMap(({ files }) => files.filter(({ path, lock: lock2 }) => isLintLock(path) && lock2 !== null));
  const locks = new Map(held.map((file) => [`${file.lockDevice} ${file.inode}`, file]));
  return [...locks.values()].map((file) => {
    const isThis = ({ path, inode }) => isLintLock(path) && inode === file.inode;
    const has = ({ files }) => files.some((own) => isThis(own) && own.lock !== null);
    const asks = (process2) => process2.files.some(isThis) || isLinter(process2, (0, import_node_path24.dirname)(file.path)) && !isTreeMoving(process2, snapshot);
    return {
      file,
      holders: alive.filter(has),
      waiters: alive.filter((process2) => !has(process2) && asks(process2))
    };
  });
}
function isLinter({ name, env, command }, folder) {
  const parallel = command.some((word) => /^--allow-parallel-runners(=true)?$/.test(word));
  return name === "golangci-lint" && !parallel && env !== null && (env["TMPDIR"] || "/tmp") === folder;
}

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

// src/doctor/facts/process/look-again.ts
function lookAgain(processes, { counters: before, roots }, children, uptime2) {
  const lockWaits = readWaits();
  return processes.flatMap((fact) => {
    const stat6 = readStat(fact.pid);
    if (stat6 === null || stat6.startTicks !== fact.startTicks) {
      return fact.files.some(({ lock: lock2 }) => lock2 !== null) ? [{ ...fact, state: "Z", threads: [] }] : [];
    }
    const waits = (thread) => thread.flockFd !== null || isFilesystemWait(thread);
    const now = fact.threads.some(waits) ? threadsOf(fact.pid, fact.files, lockWaits) : [];
    const stays = ({ tid, wchan, flockFd }) => now.some((thread) => thread.tid === tid && thread.wchan === wchan && thread.flockFd === flockFd);
    const threads = fact.threads.filter((thread) => !waits(thread) || stays(thread));
    const pipes = fact.pipes.filter(({ fd, inode }) => readLink(`/proc/${fact.pid}/fd/${fd}`) === `pipe:[${inode}]`);
    const counters = countersOf(stat6);
    const did = activityBetween(before.get(fact.pid) ?? counters, counters, children.get(fact.pid) ?? 0);
    const ageMs = ageMsOf(stat6, uptime2);
    const locks = threads.some(({ flockFd }) => flockFd !== null) || fact.files.some(({ lock: lock2 }) => lock2 !== null);
    const files = (locks ? readDescriptors(fact.pid, roots)?.files : null) ?? fact.files;
    const { ppid, group, state: state2 } = stat6;
    const orphan = isOrphan(
      stat6,
      new Map([ppid, group].flatMap((pid) => readStat(pid) ?? []).map((one) => [one.pid, one]))
    );
    return [{ ...fact, ppid, group, ageMs, state: state2, orphan, threads, files, pipes, did }];
  });
}
function childrenSince(starts) {
  const started = /* @__PURE__ */ new Map();
  for (const pid of readPids()) {
    const stat6 = readStat(pid);
    if (stat6 === null || starts.get(stat6.pid) === stat6.startTicks) continue;
    started.set(stat6.ppid, (started.get(stat6.ppid) ?? 0) + 1);
  }
  return started;
}

// src/doctor/facts/resolve-servers.ts
var import_promises20 = require("node:dns/promises");
var import_node_net = require("node:net");

// src/doctor/chain/cause.ts
var known2 = /* @__PURE__ */ new WeakMap();
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
      for (const { process: process2 } of path) cause.between.add(process2.pid);
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
  return waiters.map(({ process: process2, wait }) => {
    const next = nextOf(wait).map((link) => processText(link.process));
    const held = wait.kind === "lock" ? `${waitText(wait)}, held by ${next.join(" and ")}` : next.join(" and ");
    return `${processText(process2)} waits for ${held}`;
  });
}
function pidsOf({ root, waiters }) {
  return [root.process.pid, ...waiters.map(({ process: process2 }) => process2.pid)];
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

// src/doctor/chain/silent-go.ts
function silentGos(snapshot) {
  return causesOf(snapshot).flatMap((cause) => {
    const { process: process2, wait } = cause.root;
    if (wait.kind !== "network") return [];
    return [{ cause, process: process2, network: wait.network, ...askedBy(process2, wait.network.connection, snapshot) }];
  });
}
function askedBy(process2, { remote }, snapshot) {
  const { servers } = snapshot;
  const at = (names4) => servers.some(({ name, addresses }) => names4.includes(name) && addresses.includes(remote));
  if (at(httpProxies(process2.env ?? {}))) return { asks: "http-proxy", certain: true };
  const toolchain = process2.files.some(({ path }) => path.includes("/golang.org/toolchain/"));
  const settings2 = process2.settings ?? {};
  const proxy = at(proxiesOf(settings2));
  if (toolchain) return { asks: "toolchain", certain: proxy };
  if (proxy) {
    const asks = throughProxy(process2, remote, snapshot);
    return { asks, certain: asks === "proxy" };
  }
  if (at(sumdbsOf(settings2))) return { asks: "sumdb", certain: true };
  return { asks: byFiles(process2, snapshot), certain: false };
}
function throughProxy(process2, remote, snapshot) {
  const locked = process2.files.some(({ path, lock: lock2 }) => lock2 !== null && path.includes("/@v/"));
  const silent = process2.connections.every((one) => one.remote !== remote || one.receivedBytes === 0);
  return silent && !locked ? "proxy" : byFiles(process2, snapshot);
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
  const patterns = (own["GONOSUMDB"] || own["GOPRIVATE"] || "").split(",").filter((pattern) => pattern !== "");
  const [path = ""] = module2.split("@");
  return patterns.some((pattern) => matchesPrefix(pattern, path));
}
function matchesPrefix(pattern, path) {
  const globs = pattern.replace(/\/$/, "").split("/");
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
function networkEvidence({ process: process2, network }) {
  const { state: state2, local, remote, sendQueueBytes, receiveQueueBytes, sentMs, silentMs, receivedBytes } = network.connection;
  const times = [
    ...sentMs === null ? [] : [`last sent ${ageText(sentMs)} ago`],
    ...state2 === "SYN_SENT" ? ["no answer to the SYN"] : [],
    ...silentMs === null ? [] : [`last received ${ageText(silentMs)} ago`],
    ...receivedBytes === 0 && state2 !== "SYN_SENT" ? ["no byte received"] : []
  ];
  return [
    `${state2} ${local} \u2192 ${remote}, queues ${sendQueueBytes}/${receiveQueueBytes}${times.map((text3) => `, ${text3}`).join("")}`,
    "neither it nor its children used CPU time or read, wrote or received a byte between two looks",
    ...["GOPROXY", "GOSUMDB", "GONOSUMDB", "GOPRIVATE"].flatMap((name) => {
      const value = process2.settings?.[name];
      return value === void 0 ? [] : [`${name}=${value} (of pid ${process2.pid})`];
    }),
    ...["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"].flatMap((name) => {
      const value = process2.env?.[name];
      return value === void 0 ? [] : [`${name}=${value} (of pid ${process2.pid})`];
    }),
    ...process2.files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => `meanwhile it holds the lock ${path}`)
  ];
}

// src/doctor/facts/resolve-servers.ts
async function resolveServers(snapshot) {
  const names4 = [...linksOf(snapshot).values()].flatMap(
    ({ process: process2, wait }) => wait.kind === "network" ? [...httpProxies(process2.env ?? {}), ...proxiesOf(process2.settings ?? {}), ...sumdbsOf(process2.settings ?? {})] : []
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
    return (await (0, import_promises20.lookup)(host, { all: true })).map(({ address: address2 }) => address2);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
function expanded(address2) {
  const [left = "", right] = address2.split("::");
  const groups = (text3) => text3.split(":").filter((group) => group !== "");
  if (right === void 0) return address2;
  const [before, after4] = [groups(left), groups(right)];
  const zeros = Array.from({ length: 8 - before.length - after4.length }, () => "0");
  return [...before, ...zeros, ...after4].join(":");
}

// src/doctor/facts/second-look.ts
var windowMs = 2e3;
async function askTimes(processes, limitMs2) {
  const asked2 = await runLimited(["ss", "-tneoiOH"], { env: systemEnv, cwd: "/", limitMs: limitMs2 });
  return asked2.code === 0 ? withTimes(processes, asked2.stdout) : null;
}
async function secondLook(first, pass, limitMs2) {
  const look2 = async () => {
    const connected = first.processes.some(({ connections }) => connections.length > 0);
    const timed = connected ? await askTimes(first.processes, limitMs2) : null;
    const [windowMs2, uptime2] = [Math.round(performance.now() - pass.begin), uptimeTicks()];
    const processes = lookAgain(timed ?? first.processes, pass, childrenSince(pass.starts), uptime2);
    return withoutPassingWaits(first, { ...first, processes, windowMs: windowMs2 });
  };
  const quick = await look2();
  if (!somebodyWaits(quick)) return quick;
  await (0, import_promises21.setTimeout)(Math.max(0, windowMs - quick.windowMs));
  let snapshot = await look2();
  for (let again = 0; again < 4 && waitsForNobody(snapshot); again += 1) {
    await (0, import_promises21.setTimeout)(150);
    snapshot = await look2();
  }
  const servers = await within(limitMs2, resolveServers(snapshot));
  return { ...snapshot, servers: servers === "hung" ? [] : servers };
}
function withoutPassingWaits(before, now) {
  const processes = now.processes.map((process2) => {
    if (process2.threads.every(({ flockFd }) => flockFd === null) || isSameWait(process2, before, now)) return process2;
    return { ...process2, threads: process2.threads.filter(({ flockFd }) => flockFd === null) };
  });
  return { ...now, processes };
}
function isSameWait(process2, before, now) {
  const first = before.processes.find(({ pid }) => pid === process2.pid);
  if (first === void 0) return false;
  const [was, is] = [lockWaitOf(first, before), lockWaitOf(process2, now)];
  if (was?.inode !== is?.inode || was?.path !== is?.path) return false;
  if (was === null || is === null) return true;
  const holders = otherHoldersOf(was, first, before).map(({ pid }) => pid);
  if (holders.length === 0) return !isLocked(is);
  return otherHoldersOf(is, process2, now).some(({ pid }) => holders.includes(pid));
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

// src/doctor/facts/without-tokens.ts
function withoutTokens(processes) {
  const short = /* @__PURE__ */ new Map();
  for (const go of processes) {
    const programs = go.name === "go" ? authPrograms(go) : [];
    if (programs.length === 0) continue;
    for (const child of processes.filter(({ ppid }) => ppid === go.pid)) {
      const program = programs.find((one) => runs(child, one));
      if (program === void 0) continue;
      for (const { pid, command } of treeOf(child, { processes })) short.set(pid, command.slice(0, 1));
      short.set(child.pid, child.command.slice(0, wordOf(child, program) + 1));
    }
  }
  return processes.map((process2) => {
    const command = short.get(process2.pid);
    return command === void 0 || command.length === process2.command.length ? process2 : { ...process2, command: [...command, "\u2026"] };
  });
}
function wordOf({ command }, program) {
  return command.findIndex((word) => runs({ command: [word] }, program));
}

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
  const [places, plain, load, goroot, editor, marked, gopls, driver, git, victims] = await Promise.all([
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
  const hung = places.some((place) => place.stat === "hung");
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
          tmpdir: paths.TMPDIR ?? (0, import_node_os5.tmpdir)()
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
    plain,
    load,
    goroot,
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
      kernel: (0, import_node_os5.release)(),
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
  const [left, damaged] = still;
  return { ...second, cache: { ...second.cache, left, damaged } };
}
async function answeringPath(env, limitMs2) {
  const folders = (env["PATH"] ?? "").split(import_node_path25.delimiter);
  const answers = await Promise.all(folders.map((folder) => within(limitMs2, ownerOf(folder))));
  const hung = folders.filter((_, index) => answers[index] === "hung");
  if (hung.length === 0) return { env, hung };
  return { env: { ...env, PATH: folders.filter((folder) => !hung.includes(folder)).join(import_node_path25.delimiter) }, hung };
}
function rootsOf(paths) {
  return [paths.GOMODCACHE, paths.GOCACHE, paths["the cache of gopls"]].flatMap(
    (path) => path === null ? [] : [`${path}/`]
  );
}

// src/quote-word.ts
function quoteWord(word) {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

// src/doctor/remedy/remedy.ts
function signal(name, processes, why) {
  const targets = [...new Map(processes.map((process2) => [process2.pid, process2])).values()];
  return {
    kind: "signal",
    signal: name,
    processes: targets.map((process2) => ({
      pid: process2.pid,
      startTicks: process2.startTicks,
      what: processText(process2)
    })),
    why
  };
}
function killTree(process2, snapshot, why) {
  return signal(
    "KILL",
    treeOf(process2, snapshot).filter(({ aside }) => aside === null),
    why
  );
}
function orphansWith(process2, snapshot) {
  const held = process2.files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => path);
  return snapshot.processes.filter(
    (other) => other.pid !== process2.pid && other.orphan && other.state !== "Z" && (isOrphanHolder(other) || other.threads.some(({ flockFd }) => flockFd !== null)) && other.files.some(({ path }) => held.includes(path))
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
function decide(text3) {
  return { kind: "decide", text: text3 };
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
      const place = step.cwd === null ? "" : `cd ${quoted(step.cwd)} && `;
      return withWhy(`${place}${prefix}${step.argv.map(quoted).join(" ")}`, step.why);
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

// src/doctor/finding/caches/build-cache-damaged.ts
var buildCacheDamaged = ({ cache, go }) => {
  if ((go.env?.["GOCACHEPROG"] ?? "") !== "") return [];
  const named3 = cache.damaged.filter(({ entry }) => entry !== null);
  const [all, severity] = named3.length > 0 ? [named3, "error"] : [cache.damaged, "note"];
  return all.length === 0 ? [] : [finding(all, severity)];
};
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

// src/doctor/finding/caches/cache-evicted.ts
var day2 = 24 * 60 * 60 * 1e3;
var cacheEvicted = ({ cache, env }) => {
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

// src/doctor/finding/caches/cache-not-writable.ts
var caches = /* @__PURE__ */ new Set([
  "GOCACHE",
  "GOMODCACHE",
  "GOMODCACHE/cache/download",
  "GOPATH/pkg/sumdb",
  "the cache of gopls"
]);
var cacheNotWritable = ({ places, cache, host }) => [
  ...places.flatMap(({ role, path, stat: stat6, notWritable }) => {
    if (!caches.has(role) || notWritable === null) return [];
    const owner = stat6 === null || stat6 === "hung" ? "" : `, owner ${stat6.uid}, mode ${stat6.mode}`;
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
function report(summary, evidence, path, uid, errno) {
  return {
    id: "cache-not-writable",
    severity: "error",
    summary: `${summary}; gopls only says "could not import"`,
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

// src/doctor/finding/caches/cache-path.ts
var import_node_path26 = require("node:path");

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

// src/doctor/judge/go-refusal.ts
var known3 = [
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
var tooOld = /unknown directive: (?:toolchain|tool|ignore|godebug)\b|invalid go version|\(running go/;
function refusalIn({ load, local }) {
  for (const fact of [local, load]) {
    if (fact === null || fact.code === 0 || fact.timedOut) continue;
    for (const [kind, pattern] of known3) {
      const words3 = pattern.exec(fact.output)?.[0].trim();
      if (words3 !== void 0 && !(kind === "workspace" && tooOld.test(words3))) return { kind, words: words3 };
    }
  }
  return null;
}

// src/doctor/judge/goflags.ts
function isInGoenv({ variables, go }, name) {
  return !variables[name] && (go?.[name] ?? "") !== "";
}
function mendGoflags(asked2, keeps, why) {
  const value = asked2.variables["GOFLAGS"] || asked2.go?.["GOFLAGS"] || "";
  const rest = value.split(/\s+/).filter((word) => word !== "" && keeps(word));
  if (!isInGoenv(asked2, "GOFLAGS")) return environment({ GOFLAGS: rest.length === 0 ? null : rest.join(" ") }, why);
  const file = asked2.go?.["GOENV"] ?? "the file of go env -w";
  return rest.length === 0 ? run(["go", "env", "-u", "GOFLAGS"], `${why}; it is set in ${file}`) : run(["go", "env", "-w", `GOFLAGS=${rest.join(" ")}`], `${why}; it is set in ${file}`);
}

// src/doctor/finding/caches/cache-path.ts
var caches2 = /* @__PURE__ */ new Set(["GOCACHE", "GOMODCACHE", "the cache of gopls"]);
var cachePath = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked2) => wrongIn(asked2).map((wrong) => ({ asked: asked2, ...wrong })));
  return firstOfEach(found, ({ summary }) => summary).map(({ asked: asked2, summary, evidence, remedy: remedy2 }) => ({
    id: "cache-path",
    severity: "error",
    summary: asked2.pids.length === 0 ? summary : `${summary} (${asked2.where})`,
    evidence,
    pids: asked2.pids,
    consequences: [],
    remedy: remedy2,
    source: "cmd/go/internal/cache/default.go, DefaultDir; scenario gocache-path"
  }));
};
function wrongIn(asked2) {
  return [...settings(asked2), ...asked2.places.flatMap((place) => placeIn(place) ?? [])];
}
function settings(asked2) {
  const unset = (name) => isInGoenv(asked2, name) ? run(["go", "env", "-u", name], "`go env -w` set it") : environment({ [name]: null }, "go then uses its default");
  const wrong = [];
  const refusal = refusalIn(asked2);
  if (refusal?.kind === "path")
    wrong.push({ name: "GOPATH", summary: "go refuses GOPATH", evidence: [refusal.words], remedy: [unset("GOPATH")] });
  for (const name of ["GOCACHE", "GOMODCACHE"]) {
    const value = settingIn(asked2, name);
    if (value === "" || (0, import_node_path26.isAbsolute)(value)) continue;
    const off = name === "GOCACHE" && value === "off";
    const says = off ? "GOCACHE is off: since Go 1.12 go builds nothing without a build cache" : `${name} is a relative path, which go refuses: ${value}`;
    wrong.push({ name, summary: says, evidence: [`${name}=${value}`], remedy: [unset(name)] });
  }
  return wrong;
}
function placeIn({ role, path, shape, linkTo, stat: stat6 }) {
  if (!caches2.has(role) || !(0, import_node_path26.isAbsolute)(path)) return null;
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
    evidence: [stat6 === null || stat6 === "hung" ? path : `owner ${stat6.uid}, mode ${stat6.mode}`],
    remedy: [run(["mv", path, `${path}.old`], "go creates the folder itself")]
  };
}

// src/doctor/finding/caches/disk-full.ts
var bytesNeeded = 8 * 1024 ** 2;
var inodesNeeded = 32;
var spared = /* @__PURE__ */ new Set(["workspace", "HOME", "XDG_RUNTIME_DIR"]);
var diskFull = ({ places }) => places.flatMap(({ role, path, freeBytes, freeInodes, stat: stat6, notWritable }) => {
  const bytes = freeBytes !== null && freeBytes < bytesNeeded;
  const inodes = freeInodes !== null && freeInodes < inodesNeeded;
  if (stat6 === "hung" || notWritable === "EROFS" || spared.has(role) || !bytes && !inodes) return [];
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

// src/doctor/finding/caches/filesystem-hung.ts
var filesystemHung = (snapshot) => [
  ...snapshot.places.filter(({ stat: stat6 }) => stat6 === "hung").map(({ role, path }) => report2(`${role} does not answer: ${path}`, ["stat(2) did not return in time"])),
  ...causesOf(snapshot).flatMap((cause) => {
    const { process: process2, wait } = cause.root;
    return wait.kind === "filesystem" ? [
      {
        ...report2(`${processText(process2)} waits in the kernel for a filesystem`, [`wchan ${wait.wchan}`]),
        pids: pidsOf(cause),
        consequences: consequencesOf(cause)
      }
    ] : [];
  })
];
function report2(summary, evidence) {
  return {
    id: "filesystem-hung",
    severity: "error",
    summary,
    evidence,
    pids: [],
    consequences: [],
    remedy: [
      decide("Bring back the server of that filesystem (FUSE, NFS, 9p), or move HOME and the caches to a local disk")
    ],
    source: "golang/go#49475; scenario modcache-hung"
  };
}

// src/doctor/finding/caches/module-damaged.ts
var empties = {
  "empty mod": "go.mod",
  "empty zip": "zip",
  "empty ziphash": "hash of the zip",
  "empty module": "extracted module"
};
var moduleDamaged = ({ cache, go }) => {
  const empty = cache.left.filter(({ kind }) => empties[kind] !== void 0);
  const versions = [...new Set(empty.map(({ of }) => of))].map((of) => empty.filter((one) => one.of === of));
  const verify = go.deep?.verify;
  const source6 = "golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go";
  const again = [
    run(["go", "mod", "download"], "downloads it again"),
    run(["go", "clean", "-cache"], "the module index in the build cache still describes the damaged files")
  ];
  return [
    ...versions.map((left) => ({
      id: "module-damaged",
      severity: "error",
      summary: `the module cache has an empty ${named(left)} of ${left[0]?.of ?? ""}, which go takes for the real one`,
      evidence: left.map(
        ({ kind, path }) => kind === "empty module" ? `no content: ${path}/go.mod or its Go files` : `no content: ${path}`
      ),
      pids: [],
      consequences: [],
      remedy: [...removal(left), ...again],
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
function named(left) {
  const names4 = left.map(({ kind }) => empties[kind] ?? "");
  const last = names4.pop() ?? "";
  return names4.length === 0 ? last : `${names4.join(", ")} and ${last}`;
}
function removal(left) {
  const tree = left.find(({ kind }) => kind === "empty module")?.path;
  const files = left.filter(({ kind }) => kind !== "empty module").map(({ path }) => path);
  return [
    ...tree === void 0 ? [] : [
      run(["chmod", "-R", "u+w", tree], "go makes its folders read-only"),
      run(["rm", "-rf", tree], "go extracts it again from the zip")
    ],
    ...files.length === 0 ? [] : [run(["rm", "-f", ...files], "or unlatch clean, which takes the version\u2019s lock first")]
  ];
}

// src/doctor/finding/caches/nfs-lookup-cache.ts
var nfsLookupCache = ({ places }) => {
  const place = places.find(({ role }) => role === "GOMODCACHE");
  if (place?.nfs == null || place.notWritable !== null || forgets(place.nfs)) return [];
  const { source: source6, mountPoint, type, options } = place.nfs;
  return [
    {
      id: "nfs-lookup-cache",
      severity: "note",
      summary: `GOMODCACHE is on NFS, and this machine remembers which files are missing there: if other machines share it, go mod download may fail with "target directory \u2026 exists and is not empty"`,
      evidence: [`/proc/self/mountinfo: ${source6} on ${mountPoint}, ${type}, ${options}`, `GOMODCACHE=${place.path}`],
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
function forgets(nfs) {
  const options = nfs.options.split(",");
  const asks = ["acdirmin=0", "acdirmax=0"].every((option) => options.includes(option));
  return asks || options.some((option) => /^lookupcache=(pos|none)$/.test(option));
}

// src/doctor/finding/caches/owners-differ.ts
var import_semver2 = __toESM(require_semver2(), 1);

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

// src/doctor/finding/caches/owners-differ.ts
var trimIntervalMs = 24 * 60 * 6e4;
var ownersDiffer = (snapshot) => {
  const { cache, places } = snapshot;
  const closed = new Set(places.filter(({ notWritable }) => notWritable !== null).map(({ path }) => path));
  const facts = cache.foreign.filter((fact) => !closed.has(fact.cache));
  return [...groupBy(facts, ({ role }) => role).values()].flatMap((own) => finding2(own, snapshot) ?? []);
};
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

// src/doctor/finding/caches/rename-leftovers.ts
var renameLeftovers = ({ cache, processes }) => {
  const lockOf2 = (path) => path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, ".lock");
  const left = cache.left.filter(
    ({ kind, path, busy }) => kind === "tmp" && !busy && !processes.some(
      ({ files }) => files.some((file) => file.path === path || file.lock !== null && file.path === lockOf2(path))
    )
  );
  if (left.length === 0) return [];
  return [
    {
      id: "rename-leftovers",
      severity: "warning",
      summary: `${countText(left.length, "temporary file")} in the module cache ${left.length === 1 ? "was" : "were"} never renamed, and no process works on ${left.length === 1 ? "it" : "them"}`,
      evidence: left.slice(0, 10).map(({ path, of, ageMs }) => `${of}: ${path}, ${ageText(ageMs)} old`),
      pids: [],
      consequences: [],
      remedy: [
        run(
          ["rm", "-f", ...left.map(({ path }) => path)],
          'or unlatch clean, which takes go\u2019s lock first. If go printed "rename \u2026: device or resource busy", run it again'
        )
      ],
      source: "cmd/go/internal/modfetch/fetch.go, downloadZip; golang/go#36447; scenario modcache-rename"
    }
  ];
};

// src/doctor/finding/caches/restore-not-empty.ts
var toleranceMs = 20;
var restoreNotEmpty = (snapshot) => {
  const { cache } = snapshot;
  const module2 = cache.readOnlyModule;
  if (module2 === null) return [];
  return snapshot.processes.filter((process2) => unpacksInto(process2, snapshot) && module2.ageMs > ageThen(process2, snapshot) + toleranceMs).map((process2) => ({
    id: "restore-not-empty",
    severity: "warning",
    summary: `${processText(process2)} restores a module cache over one that already has modules: it fails with "Cannot open: File exists"`,
    evidence: [
      `pid ${process2.pid}: ${process2.command.join(" ")}`,
      `${module2.path} existed before it started, in a read-only folder`
    ],
    pids: [process2.pid],
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
function ageThen({ ageMs }, { windowMs: windowMs2 }) {
  return ageMs - windowMs2;
}
function unpacksInto({ name, command, cwd, files, state: state2 }, { places }) {
  if (!/^(tar|bsdtar)$/.test(name) || state2 === "Z" || !isExtraction(command)) return false;
  const path = places.find(({ role }) => role === "GOMODCACHE")?.path;
  const inside = (other) => path !== void 0 && `${other}/`.startsWith(`${path}/`);
  return inside(cwd) || files.some((file) => inside(file.path));
}
function isExtraction([, first = "", ...rest]) {
  const words3 = [first, ...rest];
  if (words3.some((word) => /^--(skip-old|recursive-unlink)/.test(word))) return false;
  return /^[a-zA-Z]*x/.test(first) || words3.some((word) => /^-[a-zA-Z]*x|^--(extract|get)$/.test(word));
}

// src/doctor/finding/gopls/daemon-cold-buildid.ts
var daemonColdBuildid = (snapshot) => snapshot.processes.flatMap((process2) => {
  const { processes } = snapshot;
  const parent = processes.find(({ pid }) => pid === process2.ppid);
  const asks = process2.name === "go" && process2.command[1] === "tool" && process2.command.includes("buildid");
  if (!asks || parent?.name !== "gopls" || process2.ageMs < 1e3) return [];
  return [
    {
      id: "daemon-cold-buildid",
      // While it compiles there is nothing to fix.
      severity: isTreeMoving(process2, snapshot) ? "note" : "warning",
      summary: `${processText(parent)} does not answer yet: it has waited ${ageText(process2.ageMs)} for \`go tool buildid\`, which go compiles first`,
      evidence: [
        `pid ${process2.pid}: ${process2.command.join(" ")}`,
        `GOCACHE=${process2.env?.["GOCACHE"] ?? "unknown"}`
      ],
      pids: [parent.pid, process2.pid],
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

// src/doctor/finding/gopls/daemon-duplicate.ts
var daemonDuplicate = ({ sockets, processes }) => sockets.flatMap(({ path, listeners }) => {
  const daemons = processes.filter(({ pid }) => listeners.includes(pid)).sort((a, b) => b.ageMs - a.ageMs);
  if (daemons.length < 2) return [];
  const lost = daemons.slice(0, -1);
  return [
    {
      id: "daemon-duplicate",
      severity: "warning",
      summary: `${countText(daemons.length, "gopls daemon")} listen on ${path}: the socket of ${lost.map(processText).join(", ")} was removed while it listened`,
      evidence: daemons.map(({ pid, command }) => `pid ${pid}: ${command.join(" ")}`),
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

// src/doctor/text/editor-text.ts
function whereToSet({ processes }) {
  const names4 = new Set(processes.flatMap(({ editor }) => editor?.name ?? []));
  const places = [
    ...names4.size === 0 || names4.has("VS Code") ? ["go.toolsEnvVars in VS Code"] : [],
    ...names4.size === 0 || [...names4].some((name) => name !== "VS Code") ? ["build.env of gopls's settings"] : []
  ];
  return [...places, "or the environment that starts the editor"].join(", ");
}
var whenGoplsEnds = 'VS Code restarts gopls up to four times; Emacs reconnects; Neovim says "Client 1 quit with exit code \u2026" and needs :LspRestart or :edit';

// src/doctor/finding/gopls/daemon-stopped.ts
var daemonStopped = (snapshot) => {
  const { sockets, processes } = snapshot;
  const client = processes.some(
    ({ name, command }) => name === "gopls" && command.some((word) => /^--?remote/.test(word))
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

// src/doctor/finding/gopls/gopls-cache-damaged.ts
var goplsCacheDamaged = ({ cache }) => cache.left.filter(({ kind }) => kind === "empty gopls index").map(({ path, ageMs }) => ({
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

// src/doctor/judge/gopls-advice.ts
var advice = [
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
function goplsAdvice(words3, folder) {
  return advice.find(({ says }) => says.test(words3))?.steps(folder) ?? [
    decide("fix what gopls reports, then restart gopls in the editor")
  ];
}

// src/doctor/finding/gopls/gopls-says.ts
var source = 'gopls/internal/server/general.go, addFolders ("Error loading workspace folders"); gopls/internal/server/workspace.go; the session of --connect';
var goplsSays = ({ session, folder }) => {
  if (session === null) return [];
  const { failed, said, from } = session;
  const errors = said.filter((line2) => line2.startsWith("error: "));
  const warnings = said.filter((line2) => !line2.startsWith("error: "));
  const evidence = [...said, ...from];
  const base = { id: "gopls-says", pids: [], consequences: [], source };
  const words3 = failed ?? errors[0]?.replace(/^error: /, "") ?? null;
  if (words3 !== null) {
    const what = failed === null ? "shows an error" : "could not load the workspace";
    return [
      {
        ...base,
        severity: "error",
        summary: `gopls ${what}: ${words3}`,
        evidence,
        remedy: goplsAdvice([words3, ...errors].join("\n"), folder)
      }
    ];
  }
  if (warnings.length > 0) {
    const summary = `gopls shows a warning: ${warnings[0]?.replace(/^warning: /, "")}`;
    return [{ ...base, severity: "warning", summary, evidence, remedy: [] }];
  }
  return noView(session).map((finding4) => ({ ...base, ...finding4, evidence: [...finding4.evidence, ...from] }));
};
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

// src/doctor/finding/gopls/index-stale.ts
var indexStale = ({ go }) => {
  if (go.deep === null) return [];
  const { verify, list, listWithoutIndex } = go.deep;
  if (verify.code !== 0 || list.code === 0 || list.timedOut || listWithoutIndex.code !== 0) return [];
  return [
    {
      id: "index-stale",
      severity: "error",
      summary: "go mod verify passes, but packages load only without the module index: GOCACHE holds the index of a damaged module",
      evidence: [`${list.command}: ${list.output}`, "the same with GODEBUG=goindex=0: no error"],
      pids: [],
      consequences: [],
      remedy: [run(["go", "clean", "-cache"], "go clean -modcache alone does not help"), restart("gopls")],
      source: "cmd/go/internal/modindex/read.go; golang/go#69179; golang/go#54651"
    }
  ];
};

// src/doctor/finding/gopls/socket-owner.ts
var import_node_path27 = require("node:path");
var socketOwner = (snapshot) => {
  const { sockets, env, host, processes } = snapshot;
  const folder = (0, import_node_path27.resolve)(env["XDG_RUNTIME_DIR"] || env["TMPDIR"] || "/tmp");
  const wanted = wantedNames(snapshot).map((name) => ({ folder, name }));
  return sockets.flatMap(
    ({ path, uid }) => uid === null || uid === host.uid || !wanted.some((own) => (0, import_node_path27.dirname)(path) === own.folder && (0, import_node_path27.basename)(path).endsWith(own.name)) ? [] : [
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
function wantedNames({ processes, env }) {
  const servers = processes.filter(({ name, state: state2 }) => name === "gopls" && state2 !== "Z");
  const own = `-daemon.${env["USER"] || "shared"}`;
  if (servers.length === 0) return [own];
  return servers.flatMap(
    ({ command }) => command.flatMap((word) => {
      const remote = /^--?remote=auto(?:;(.*))?$/.exec(word);
      if (remote === null) return [];
      return [remote[1] ? `${own}-${remote[1]}` : own];
    })
  );
}

// src/doctor/finding/gopls/socket-path.ts
var import_node_path28 = require("node:path");
var limitBytes = 107;
var socketPath = ({ places, env, processes }) => {
  const named3 = env["XDG_RUNTIME_DIR"] ? "XDG_RUNTIME_DIR" : "TMPDIR";
  const place = places.find(({ role }) => role === named3);
  if (place === void 0 || place.stat === "hung") return [];
  if (named3 === "TMPDIR" && place.stat === null && !env["GOTMPDIR"]) return [];
  const bytes = Buffer.byteLength((0, import_node_path28.join)(place.path, `gopls-0123ab-daemon.${env["USER"] || "shared"}`));
  const flaw = flawOf(place.stat === null, place.notWritable, bytes);
  if (flaw === null) return [];
  const servers = processes.filter(
    ({ name, state: state2, command }) => name === "gopls" && state2 !== "Z" && !command.some((word) => /^--?listen\b/.test(word))
  );
  const wanted = servers.some(({ command }) => command.some((word) => /^--?remote/.test(word)));
  if (!wanted && servers.length > 0) return [];
  return [
    {
      id: "socket-path",
      severity: wanted ? "warning" : "note",
      summary: `a gopls with -remote=auto cannot start: the folder for its socket, ${place.path}, ${flaw}`,
      evidence: [`${named3}=${place.path}`, `the socket's path would have ${bytes} bytes; the limit is ${limitBytes}`],
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
function flawOf(missing, notWritable, bytes) {
  if (missing) return "does not exist";
  if (notWritable !== null) return `is not writable (${notWritable})`;
  return bytes > limitBytes ? "has too long a path" : null;
}

// src/doctor/finding/locks/clean-under-load.ts
var cleanUnderLoad = ({ processes }) => [
  ...processes.flatMap(
    (process2) => process2.files.filter(({ path, lock: lock2 }) => lock2 !== null && isGoLock(path)).map(
      ({ path }) => report3(
        `the lock of ${lockName(path)} was deleted while ${processText(process2)} holds it`,
        [`pid ${process2.pid} holds ${lock(path)}`],
        [process2],
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
function report3(summary, evidence, about, remedy2) {
  return {
    id: "clean-under-load",
    severity: "error",
    summary,
    evidence,
    pids: about.map(({ pid }) => pid),
    consequences: [],
    remedy: remedy2,
    source: "cmd/go/internal/clean/clean.go takes no lock; scenario modcache-lock-deleted"
  };
}

// src/doctor/facts/disk/filesystem-type.ts
var names3 = {
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
function filesystemText(type) {
  return type === null ? "unknown" : names3[type] ?? `of type 0x${type}`;
}

// src/doctor/finding/locks/flock-not-exclusive.ts
var flockNotExclusive = ({ places, processes }) => [
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
        ({ pid, files }) => files.filter(({ lock: lock2 }) => lock2 === "WRITE").map((file) => `pid ${pid}: WRITE on ${file.path}, device ${file.lockDevice}, inode ${file.inode}`)
      ),
      [first.pid, second.pid],
      // Disks of two containers may reuse an inode number, which looks like one folder mounted twice.
      first.container === second.container ? "error" : "note"
    )
  )
];
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
function report4(summary, evidence, pids = [], severity = "error") {
  return {
    id: "flock-not-exclusive",
    severity,
    summary,
    evidence,
    pids,
    consequences: [],
    remedy: [decide("Give each mount its own GOMODCACHE, or mount a named volume instead of a host folder")],
    source: "docker/for-mac#7004; golang/go#36447; scenario flock-not-exclusive"
  };
}

// src/doctor/finding/locks/flock-unsupported.ts
var flockUnsupported = ({ places }) => places.flatMap(
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

// src/doctor/finding/locks/folk-files.ts
var folkFiles2 = ({ cache }) => cache.folk.length === 0 ? [] : [
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

// src/doctor/finding/locks/git-lock-left.ts
var import_node_path29 = require("node:path");
var gitLockLeft = ({ cache, processes }) => cache.left.flatMap(({ kind, path, of, ageMs, busy }) => {
  const clone = (0, import_node_path29.basename)((0, import_node_path29.dirname)(path));
  const used = busy || processes.some(({ name, cwd }) => name.startsWith("git") && (0, import_node_path29.basename)(cwd ?? "") === clone);
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

// src/doctor/finding/locks/lint-lock-held.ts
var idleAgeMs = 1e4;
var lintLockHeld = (snapshot) => lintLocks(snapshot).flatMap((lock2) => finding3(lock2, snapshot) ?? []);
function finding3({ file, holders, waiters }, snapshot) {
  const stopped = holders.filter(({ state: state2 }) => state2 === "T" || state2 === "t");
  const left = holders.every((holder) => isLeft(holder, waiters.length > 0, snapshot));
  const stuck = stopped.length > 0 || left;
  if (!stuck && waiters.length === 0) return null;
  const names4 = holders.map(processText).join(", ");
  const how = stopped.length > 0 ? ", stopped" : left ? ", which does nothing" : ", which is working";
  return {
    id: "lint-lock-held",
    severity: stuck ? "error" : "note",
    summary: `golangci-lint's lock is held by ${names4}${how}: another run ${stuck ? 'fails with "parallel golangci-lint is running"' : "waits up to five seconds for it"}`,
    evidence: [
      ...holders.map(({ pid, command }) => `pid ${pid} holds ${file.path}, inode ${file.inode}: ${command.join(" ")}`),
      ...left ? ["neither it nor its children used CPU time, read or wrote between two looks"] : []
    ],
    pids: [...holders, ...waiters].map(({ pid }) => pid),
    consequences: waiters.map((waiter) => `${processText(waiter)} retries to get the lock`),
    remedy: stuck ? remedy(holders, stopped, snapshot) : [],
    source: "golangci-lint, pkg/commands/run.go, acquireFileLock; scenario lint-lock-held"
  };
}
function isLeft(holder, awaited, snapshot) {
  const tree = treeOf(holder, snapshot);
  const idle = !tree.some((process2) => isMoving(process2) || process2.state === "R" || process2.state === "D");
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

// src/doctor/finding/locks/lock-waiter.ts
var source2 = "cmd/go/internal/modfetch/cache.go, lockVersion; scenarios modcache-lock-held, gopls-module-lock-held";
var lockWaiter = (snapshot) => causesOf(snapshot).flatMap((cause) => {
  const { root, waiters, orphan, state: state2 } = cause;
  if (orphan !== null || state2 !== "stuck") return [];
  if ([root, ...waiters].some(({ wait }) => wait.kind === "lock" && isLintLock(wait.file?.path ?? ""))) return [];
  if (root.wait.kind === "lock") {
    const { file: file2 } = root.wait;
    const lock2 = waitText(root.wait);
    return [
      {
        id: "lock-waiter",
        severity: "error",
        summary: `${processText(root.process)} waits for ${lock2}, held by a process that cannot be seen from here`,
        evidence: file2 === null ? ["waits in flock(2)"] : [`waits in flock(2) for ${file2.path}, inode ${file2.inode}`],
        pids: pidsOf(cause),
        consequences: consequencesOf(cause),
        remedy: [
          decide(
            `the holder runs in another container or as another user: look there for the process that has ${file2 === null ? "the lock" : lockName(file2.path)} open, and end it`
          )
        ],
        source: source2
      }
    ];
  }
  const [first] = waiters;
  if (root.wait.kind !== "nothing" || first?.wait.kind !== "lock") return [];
  const { file } = first.wait;
  const held = root.process.files.filter(({ lock: lock2 }) => lock2 !== null);
  return [
    {
      id: "lock-waiter",
      severity: "error",
      summary: `${processText(first.process)} waits for ${waitText(first.wait)}, held by ${processText(root.process)}, which does nothing`,
      evidence: [
        ...file === null ? [] : [`waits in flock(2) for ${file.path}, inode ${file.inode}`],
        `pid ${root.process.pid}: ${root.process.command.join(" ")}`,
        ...held.map(({ path, lock: lock2, inode }) => `pid ${root.process.pid} holds ${lock2} on ${path}, inode ${inode}`),
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

// src/doctor/finding/locks/orphan-holder.ts
var orphanHolder = (snapshot) => causesOf(snapshot).flatMap((cause) => {
  const { orphan, root, state: state2, waiters } = cause;
  if (orphan === null) return [];
  if (state2 === "slow" && waiters.length === 0) return [];
  const held = orphan.files.filter(({ lock: lock2 }) => lock2 !== null);
  const next = waitText(root.wait);
  const others2 = orphansWith(orphan, snapshot);
  const all = [orphan, ...others2];
  return [
    {
      id: "orphan-holder",
      severity: state2 === "stuck" ? "error" : "note",
      summary: `${processText(orphan)} holds the lock of ${held.map(({ path }) => lockName(path)).join(", ")}; its parent is gone${next === null ? "" : `, and it waits for ${next}`}`,
      evidence: [
        ...held.map(
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
          all.flatMap((process2) => treeOf(process2, snapshot)),
          "its waiters then continue. Restarting the editor does not help, and neither does deleting the file"
        )
      ] : [],
      source: "golang/go#32421; scenarios gopls-orphan-holder, gopls-stdin"
    }
  ];
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
function isCredentialHelper({ command }) {
  return command.some((word) => /\bcredential-/.test(word)) || / get$/.test(command.join(" "));
}
function withoutHelpers(count) {
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: "credential.helper",
    [`GIT_CONFIG_VALUE_${count}`]: ""
  };
}

// src/doctor/finding/network/stalled-git.ts
var stalledGit = (snapshot) => causesOf(snapshot).flatMap((cause) => {
  const { process: process2, wait } = cause.root;
  if (wait.kind !== "helper" || wait.helper.role !== "git" || cause.orphan !== null) return [];
  const git = wait.helper.process;
  const tree = treeOf(git, snapshot);
  const last = tree.at(-1) ?? git;
  const stalled = cause.state === "stuck";
  const held = process2.files.filter(({ lock: lock2 }) => lock2 !== null);
  return [
    {
      id: "stalled-git",
      severity: stalled ? "error" : "note",
      summary: `${processText(process2)} waits for ${commandText(git)} (pid ${git.pid})${last === git ? "" : `, which waits for ${commandText(last)} (pid ${last.pid})`}; nothing has moved for up to ${ageText(git.ageMs)}`,
      evidence: [
        ...tree.map(({ pid, command }) => `pid ${pid}: ${command.join(" ")}`),
        "none of them used CPU time or read, wrote or received a byte between two looks",
        ...held.map(({ path }) => `meanwhile go holds the lock of ${lockName(path)}: ${path}`)
      ],
      pids: [...pidsOf(cause), ...tree.map(({ pid }) => pid)],
      consequences: consequencesOf(cause),
      remedy: stalled ? [
        killTree(process2, snapshot, "go, git and the children of git, which would otherwise outlive it"),
        environment(gitAsksNobody(tree, git.env), "git then prompts nobody and fails if the server is silent"),
        restart("the go command", "or gopls")
      ] : [],
      source: "cmd/go/internal/modfetch/codehost/git.go; golang/go#32421; scenario gopls-stalled-git"
    }
  ];
});

// src/doctor/judge/network-finding.ts
function networkFinding(snapshot, asked2, what) {
  return silentGos(snapshot).filter(({ asks, cause }) => asks === asked2 && cause.orphan === null).map((silent) => {
    const { process: process2, cause, network, certain } = silent;
    const { connection, silentMs } = network;
    const stalled = cause.state === "stuck";
    const since = silentMs === null ? "" : ` for ${ageText(silentMs)}`;
    const has = connection.state === "SYN_SENT" ? "has not accepted the connection" : "has been silent";
    const likely = certain ? "" : ", most likely";
    return {
      id: what.id,
      severity: stalled ? "error" : "note",
      summary: `${processText(process2)} waits for ${what.server} at ${connection.remote}${likely}, which ${has}${since}${stalled ? "" : ": it may still answer"}`,
      evidence: [...networkEvidence(silent), ...what.evidence?.(snapshot, silent) ?? []],
      pids: pidsOf(cause),
      consequences: consequencesOf(cause),
      remedy: stalled ? [
        killTree(process2, snapshot, "it holds its locks while it waits, and go sets no timeout"),
        ...what.mend(snapshot, silent),
        restart(restartedBy(silent), `with that set in ${whereToSet(snapshot)}`)
      ] : [],
      source: what.source
    };
  });
}
function restartedBy({ cause, process: process2 }) {
  return cause.waiters.some((link) => link.process.name === "gopls") || process2.name === "gopls" ? "gopls" : "the go command";
}

// src/doctor/finding/network/stalled-http-proxy.ts
var stalledHttpProxy = (snapshot) => networkFinding(snapshot, "http-proxy", {
  id: "stalled-http-proxy",
  server: "the proxy of HTTPS_PROXY or HTTP_PROXY",
  source: "golang.org/x/net/http/httpproxy; cmd/go/internal/web/http.go: no Timeout; scenario gopls-stalled-http-proxy",
  mend: (_, { process: process2 }) => [
    environment(
      Object.fromEntries(namesOf2(process2).map((name) => [name, null])),
      `if the module proxy can be reached without ${httpProxies(process2.env ?? {}).join(", ")}`
    ),
    decide(`Otherwise name a proxy that answers, or exempt ${hostsOf(process2)} with NO_PROXY`)
  ]
});
function namesOf2({ env }) {
  return ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].filter((name) => env?.[name]);
}
function hostsOf({ settings: settings2 }) {
  const hosts = proxiesOf(settings2 ?? {}).map((host) => host.replace(/:\d+$/, ""));
  return hosts.length === 0 ? "the host of GOPROXY" : hosts.join(",");
}

// src/doctor/finding/network/stalled-proxy.ts
var stalledProxy = (snapshot) => networkFinding(snapshot, "proxy", {
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

// src/doctor/finding/network/stalled-sumdb.ts
var stalledSumdb = (snapshot) => networkFinding(snapshot, "sumdb", {
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

// src/doctor/finding/network/toolchain-download.ts
var source3 = "cmd/go/internal/toolchain/select.go; gopls/internal/cache/view.go, FetchGoEnv; scenario gopls-toolchain-download";
var toolchainDownload = (snapshot) => [
  ...networkFinding(snapshot, "toolchain", {
    id: "toolchain-download",
    server: "a download of Go",
    source: source3,
    evidence: (_, { process: process2 }) => [
      ...process2.files.filter(({ path, lock: lock2 }) => lock2 !== null && path.includes("/golang.org/toolchain/")).map(({ path }) => `it downloads ${/-(go[^/]+?)\.[a-z0-9]+-[a-z0-9]+\.lock/.exec(path)?.[1] ?? "another Go"}`),
      `GOTOOLCHAIN=${process2.settings?.["GOTOOLCHAIN"] ?? process2.env?.["GOTOOLCHAIN"] ?? "auto"} (of pid ${process2.pid})`
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
var slowGoEnv = ({ go }) => go.plain === null || !go.plain.timedOut || go.env === null ? [] : [
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

// src/doctor/finding/processes/cacheprog-hang.ts
var cacheprogHang = (snapshot) => causesOf(snapshot).flatMap((cause) => {
  const { process: process2, wait } = cause.root;
  if (wait.kind !== "helper" || wait.helper.role !== "its GOCACHEPROG") return [];
  const helper = wait.helper.process;
  const stalled = cause.state === "stuck";
  return [
    {
      id: "cacheprog-hang",
      severity: stalled ? "error" : "note",
      summary: `${processText(process2)} waits for its GOCACHEPROG (pid ${helper.pid}), which has done nothing for up to ${ageText(helper.ageMs)}`,
      evidence: [
        `GOCACHEPROG=${process2.settings?.["GOCACHEPROG"] ?? process2.env?.["GOCACHEPROG"] ?? ""} (of pid ${process2.pid})`,
        `pid ${helper.pid}: ${helper.command.join(" ")}`
      ],
      pids: [...pidsOf(cause), helper.pid],
      consequences: consequencesOf(cause),
      remedy: stalled ? [
        environment({ GOCACHEPROG: null }, "also run go env -u GOCACHEPROG if `go env -w` set it"),
        killTree(process2, snapshot, "go waits for the helper without a timeout"),
        restart("the go command", "or gopls")
      ] : [],
      source: "cmd/go/internal/cache/prog.go: no timeout; scenario gopls-cacheprog-hang"
    }
  ];
});

// src/doctor/finding/processes/helper-waits.ts
var import_node_path30 = require("node:path");
var others = /* @__PURE__ */ new Set(["git", "its GOCACHEPROG", "the packages driver"]);
var sources = {
  "version control": "cmd/go/internal/modfetch/codehost/codehost.go, RunWithArgs",
  "its GOAUTH command": "cmd/go/internal/auth/userauth.go, runAuthCommand",
  "its -vettool": "cmd/go/internal/vet/vetflag.go, toolFlags"
};
var helperWaits = (snapshot) => causesOf(snapshot).flatMap((cause) => {
  const { process: process2, wait } = cause.root;
  if (wait.kind !== "helper" || others.has(wait.helper.role) || cause.orphan !== null) return [];
  const { role, process: helper } = wait.helper;
  const tree = treeOf(helper, snapshot);
  const stalled = cause.state === "stuck";
  return [
    {
      id: "helper-waits",
      severity: stalled ? "error" : "note",
      summary: `${processText(process2)} waits for ${role}, ${commandText(helper)} (pid ${helper.pid}), which has done nothing for up to ${ageText(helper.ageMs)}`,
      evidence: [
        ...tree.map(({ pid, command, name }) => `pid ${pid}: ${command.join(" ") || name}`),
        "none of them used CPU time or read, wrote or received a byte between two looks",
        ...settingsText(role, process2)
      ],
      pids: [...pidsOf(cause), ...tree.map(({ pid }) => pid)],
      consequences: consequencesOf(cause),
      remedy: stalled ? remedyOf(role, helper, cause, snapshot) : [],
      source: `${sources[role] ?? "cmd/go/internal/work/shell.go, runOut"}: no timeout; scenario gopls-auth-hang`
    }
  ];
});
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
  const { process: process2 } = cause.root;
  const end = killTree(
    process2,
    snapshot,
    "go waits for it without a timeout, and it would outlive go if only go were killed"
  );
  const gopls = cause.waiters.some((link) => link.process.name === "gopls");
  return [end, ...mend(role, helper, process2), restart(gopls ? "gopls" : "the go command")];
}
function mend(role, helper, { settings: settings2, env }) {
  const program = (0, import_node_path30.basename)(helper.command[0] ?? helper.name);
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

// src/doctor/finding/processes/out-of-memory.ts
var recentMs = 10 * 6e4;
var ofGo2 = /^(go|gopls|compile|link|asm|cgo|vet|dlv|staticcheck|golangci-lint)$/;
var outOfMemory = ({ host }) => {
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
function line({ name, pid, agoMs }) {
  return `dmesg: killed ${name} (pid ${pid}) ${ageText(agoMs)} ago`;
}

// src/doctor/finding/processes/packages-driver.ts
var source4 = "golang.org/x/tools/go/packages/external.go; golang/vscode-go#3212; scenario gopls-packages-driver";
var packagesDriver = (snapshot) => {
  const { env, go } = snapshot;
  const running = causesOf(snapshot).flatMap((cause) => {
    const { process: process2, wait } = cause.root;
    if (wait.kind !== "helper" || wait.helper.role !== "the packages driver") return [];
    const driver = wait.helper.process;
    const stalled = cause.state === "stuck";
    return [
      {
        id: "packages-driver",
        severity: stalled ? "error" : "note",
        summary: `${processText(process2)} waits for the packages driver (pid ${driver.pid}), which has done nothing for up to ${ageText(driver.ageMs)}`,
        evidence: [
          `pid ${driver.pid}: ${driver.command.join(" ")}`,
          `GOPACKAGESDRIVER=${process2.env?.["GOPACKAGESDRIVER"] ?? ""} (of pid ${process2.pid})`
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

// src/doctor/finding/processes/pipe-inherited.ts
var patienceMs = 2e3;
var pipeInherited = (snapshot) => snapshot.processes.flatMap((reader) => {
  if (!/^(go|gopls)$/.test(reader.name) || reader.state === "Z") return [];
  const holders = reader.pipes.filter(({ end }) => end === "read").map(
    ({ inode }) => snapshot.processes.filter((process2) => process2.pid !== reader.pid && writesTo(process2, inode))
  ).filter((writers) => !writers.some((writer) => isBelow(writer, reader, snapshot)));
  const left = [...new Set(holders.flat())].filter(({ ageMs }) => ageMs >= patienceMs);
  if (left.length === 0) return [];
  return [
    {
      id: "pipe-inherited",
      severity: "error",
      summary: `${processText(reader)} waits for the output of a command that has ended: ${left.map((one) => `${commandText(one)} (pid ${one.pid}, ${ageText(one.ageMs)})`).join(", ")} inherited its pipe`,
      evidence: left.flatMap(
        (one) => one.pipes.map(({ fd, inode }) => `pid ${one.pid}: ${one.command.join(" ")}, descriptor ${fd}, pipe ${inode}`)
      ),
      pids: [...left.map(({ pid }) => pid), reader.pid],
      consequences: [`${processText(reader)} waits for that pipe to close`],
      remedy: [
        signal("TERM", left, "the pipe closes with it"),
        decide("Redirect its output where it is started, in a wrapper of go or a hook: >/dev/null 2>&1")
      ],
      source: "golang/go#23019; scenario gopls-inherited-pipe"
    }
  ];
});
function writesTo({ pipes, state: state2 }, inode) {
  return state2 !== "Z" && pipes.some((pipe) => pipe.end === "write" && pipe.inode === inode);
}
function isBelow({ ppid }, above, snapshot) {
  const parents = new Map(snapshot.processes.map((process2) => [process2.pid, process2.ppid]));
  for (let at = ppid; at !== void 0 && at > 1; at = parents.get(at)) {
    if (at === above.pid) return true;
  }
  return false;
}

// src/doctor/finding/processes/process-stopped.ts
var processStopped = (snapshot) => causesOf(snapshot).flatMap((cause) => {
  const { root, orphan, waiters } = cause;
  const { process: process2, wait } = root;
  if (wait.kind !== "stopped" || orphan !== null || isDaemon(process2, snapshot)) return [];
  const awaited = waiters.length > 0 || process2.name === "gopls";
  return [
    {
      id: "process-stopped",
      severity: awaited && process2.tracer === null ? "error" : "note",
      summary: `${processText(process2)} is stopped${process2.tracer === null ? "" : ` by pid ${process2.tracer}, which debugs or traces it`} and does nothing until it is continued`,
      evidence: [
        `state ${process2.state} in /proc/${process2.pid}/stat`,
        `pid ${process2.pid}: ${process2.command.join(" ")}`
      ],
      pids: pidsOf(cause),
      consequences: consequencesOf(cause),
      remedy: process2.tracer === null ? [signal("CONT", [process2], "it continues where it was stopped")] : [decide(`continue it in the debugger, or detach the debugger (pid ${process2.tracer})`)],
      source: "signal(7), SIGSTOP; scenario gopls-stopped"
    }
  ];
});
function isDaemon({ pid }, { sockets }) {
  return sockets.some(({ listeners }) => listeners.includes(pid));
}

// src/doctor/finding/settings/environment-differs.ts
var environmentDiffers = (snapshot) => {
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

// src/doctor/finding/settings/goflags-refused.ts
var goflagsRefused = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked2) => {
    const refusal = refusalIn(asked2);
    return refusal?.kind === "goflags" ? [{ asked: asked2, words: refusal.words }] : [];
  });
  return firstOfEach(found, ({ words: words3, asked: asked2 }) => `${words3} ${asked2.go?.["GOFLAGS"]}`).map(({ asked: asked2, words: words3 }) => {
    const { go, where, pids, variables } = asked2;
    const value = variables["GOFLAGS"] || go?.["GOFLAGS"] || "";
    const from = isInGoenv(asked2, "GOFLAGS") ? `${go?.["GOENV"] ?? "GOENV"}, set by go env -w` : "the environment";
    return {
      id: "goflags-refused",
      severity: "error",
      summary: `go refuses GOFLAGS${pids.length === 0 ? "" : ` ${where},`} in every command but go env: ${words3.split("\n")[0]}`,
      evidence: [words3, `GOFLAGS=${value} (of ${from})`],
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

// src/doctor/finding/settings/goroot-other.ts
var gorootOther = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked2) => {
    const wrong = wrongIn2(asked2);
    return wrong === null ? [] : [{ asked: asked2, ...wrong }];
  });
  return firstOfEach(found, ({ summary }) => summary).map(({ asked: asked2, path, summary, evidence }) => ({
    id: "goroot-other",
    severity: "error",
    summary: asked2.pids.length === 0 ? summary : `${summary} (${asked2.where})`,
    evidence: [...evidence, `GOROOT=${path} (of ${asked2.goroot?.file ?? "the environment"})`],
    pids: asked2.pids,
    consequences: [],
    remedy: [mend2(asked2), restart("gopls", "or the command; go finds its GOROOT by itself")],
    source: "cmd/go/main.go; cmd/go/internal/work/gc.go, -goversion; scenario goroot-other"
  }));
};
function wrongIn2(asked2) {
  const { goroot, local } = asked2;
  const refusal = refusalIn(asked2);
  if (refusal?.kind === "goroot") {
    const path = goroot?.path ?? /directory: (.*)/.exec(refusal.words)?.[1] ?? "";
    return { path, summary: `GOROOT names a folder that does not exist: ${path}`, evidence: [refusal.words] };
  }
  const { version, compiler } = goroot ?? {};
  if (goroot === null || version?.code !== 0 || compiler == null || compiler.timedOut || local.timedOut) return null;
  const [runs2, compiles] = [goVersionOf(version.output), goVersionOf(compiler.output)];
  const evidence = [version, compiler].map(({ command, output }) => `${command}: ${output}`);
  if (/no such tool/.test(compiler.output))
    return { path: goroot.path, summary: `GOROOT names a folder without a Go compiler: ${goroot.path}`, evidence };
  if (compiler.code !== 0 || runs2 === null || compiles === null || runs2 === compiles) return null;
  const summary = `GOROOT belongs to ${compiles}, but the go on PATH is ${runs2}: the compiler refuses, "version ${compiles} does not match go tool version ${runs2}"`;
  return { path: goroot.path, summary, evidence };
}
function mend2({ goroot }) {
  const file = goroot?.file ?? null;
  return file === null ? environment({ GOROOT: null }, "an installed go finds its own") : run(["sed", "-i", "/^GOROOT=/d", file], "`go env -w` set it; an installed go finds its own");
}

// src/doctor/finding/settings/tmpdir-unusable.ts
var import_node_path31 = require("node:path");
var tmpdirUnusable = (snapshot) => {
  const found = askedEnvironments(snapshot).flatMap((asked2) => {
    const own = (role) => asked2.places.find((place2) => place2.role === role) ?? snapshot.places.find((place2) => place2.role === role);
    const place = asked2.variables["GOTMPDIR"] || asked2.go?.["GOTMPDIR"] ? own("GOTMPDIR") : own("TMPDIR");
    const wrong = place === void 0 ? null : wrongWith(place);
    return place === void 0 || wrong === null ? [] : [{ asked: asked2, place, ...wrong }];
  });
  return firstOfEach(found, ({ place }) => place.path).map(
    ({ asked: asked2, place, what, says, severity, evidence }) => ({
      id: "tmpdir-unusable",
      severity,
      summary: `${place.role} ${what}: ${place.path}; ${says}`,
      evidence,
      pids: asked2.pids,
      consequences: [],
      remedy: mend3(place, asked2),
      source: "cmd/go/internal/work/shell.go and action.go, NewBuilder; scenario tmpdir-unusable"
    })
  );
};
function wrongWith({ path, shape, stat: stat6, notWritable, noexec, linkTo }) {
  if (stat6 === "hung") return null;
  const builds = 'every go build, vet and test fails with "creating work dir"';
  if (shape === "dangling link")
    return { what: "is a dangling link", says: builds, severity: "error", evidence: [`${path} \u2192 ${linkTo}`] };
  if (stat6 === null)
    return { what: "does not exist", says: builds, severity: "error", evidence: [`stat(2) of ${path}: ENOENT`] };
  if (shape === "file")
    return {
      what: "is not a folder",
      says: builds,
      severity: "error",
      evidence: [`mode ${stat6.mode}, not a directory`]
    };
  if (notWritable !== null) {
    const owner = `access(W_OK): ${notWritable}, owner ${stat6.uid}, mode ${stat6.mode}`;
    return { what: "is not writable", says: builds, severity: "error", evidence: [owner] };
  }
  if (!noexec) return null;
  const says = 'go run and go test cannot start what they built, "fork/exec \u2026: permission denied"';
  const evidence = ["the mount that holds it has the option noexec (/proc/self/mountinfo)"];
  return { what: "is mounted noexec", says, severity: "warning", evidence };
}
function mend3({ role, path, stat: stat6, shape, notWritable, noexec, linkTo }, asked2) {
  const elsewhere = isInGoenv(asked2, role) ? run(["go", "env", "-u", role], "`go env -w` set it") : environment({ [role]: null }, "go then uses the system\u2019s temporary folder");
  if (stat6 === null && notWritable === null) {
    return [
      run(["mkdir", "-p", shape === "dangling link" ? linkTo ?? path : path], "or set it to a folder that exists")
    ];
  }
  if (noexec && shape === "folder" && notWritable === null) {
    const home = asked2.variables["HOME"];
    if (role === "GOTMPDIR" || home === void 0) return [elsewhere];
    const own = (0, import_node_path31.join)(home, ".cache/go-tmp");
    return [
      run(["mkdir", "-p", own], "on a filesystem that allows running programs"),
      environment({ GOTMPDIR: own }, "go builds there and runs from there what it built")
    ];
  }
  const unset = role === "TMPDIR" && asked2.variables["TMPDIR"] === void 0;
  return [unset ? decide(`make ${path} a folder that every user may write to, mode 1777`) : elsewhere];
}

// src/doctor/finding/settings/vcs-stamping.ts
var import_semver3 = __toESM(require_semver2(), 1);
var vcsStamping = ({ git, go, host }) => {
  const off = (go.env?.["GOFLAGS"] ?? "").includes("-buildvcs=false");
  if (git === null || off || git.status.code !== 128) return [];
  const version = (0, import_semver3.coerce)(go.env?.["GOVERSION"]);
  const file = /not a git repository: /.test(git.status.output);
  if (version === null || (0, import_semver3.lt)(version, "1.18.0") || file && (0, import_semver3.gte)(version, "1.20.0")) return [];
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

// src/doctor/finding/settings/workspace-contradicts.ts
var import_node_path32 = require("node:path");
var source5 = "cmd/go/internal/modload/init.go and vendor.go; scenario gopls-workspace-contradicts";
var workspaceContradicts = (snapshot) => {
  const { conflicts: conflicts2 } = snapshot;
  const refused = askedEnvironments(snapshot).flatMap((asked2) => {
    const refusal = refusalIn(asked2);
    if (refusal?.kind !== "workspace" || conflicts2.length > 0 && isSyntax(refusal.words)) return [];
    return [{ asked: asked2, words: refusal.words }];
  });
  return [
    ...conflicts2.length === 0 ? [] : [unmerged(conflicts2, snapshot.go.load?.output ?? "")],
    ...firstOfEach(refused, ({ words: words3 }) => words3).map(({ asked: asked2, words: words3 }) => ({
      id: "workspace-contradicts",
      severity: "error",
      summary: `go loads nothing of this workspace: ${firstLine(words3)}`,
      evidence: [words3, ...settingsOf(asked2)],
      pids: asked2.pids,
      consequences: [],
      remedy: mend4(words3, asked2),
      source: source5
    }))
  ];
};
function isSyntax(words3) {
  return /^go: (?:reading go\.work|errors parsing)/.test(words3);
}
function firstLine(words3) {
  const [line2 = "", next = ""] = words3.replace(/^go: /, "").split("\n");
  return line2.endsWith(":") ? `${line2} ${next.trim()}` : line2;
}
function settingsOf({ go, variables }) {
  return ["GOFLAGS", "GOWORK"].flatMap((name) => {
    const value = variables[name] || go?.[name];
    return value ? [`${name}=${value}`] : [];
  });
}
function unmerged(files, said) {
  const sums = files.filter((file) => file.endsWith(".sum"));
  const others2 = files.filter((file) => !file.endsWith(".sum"));
  return {
    id: "workspace-contradicts",
    severity: "error",
    summary: `unresolved merge: ${files.map((file) => (0, import_node_path32.basename)(file)).join(", ")} ${files.length === 1 ? "has" : "have"} conflict markers, and go cannot read ${files.length === 1 ? "it" : "them"}`,
    evidence: [...files.map((file) => `<<<<<<< in ${file}`), ...said === "" ? [] : [said]],
    pids: [],
    consequences: [],
    remedy: [
      ...others2.map(
        (file) => decide(`resolve the conflict in ${file} and remove the markers <<<<<<<, ======= and >>>>>>>`)
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
function mend4(words3, asked2) {
  const work = asked2.go?.["GOWORK"];
  const at = work?.startsWith("/") === true ? { cwd: (0, import_node_path32.dirname)(work) } : {};
  const gone2 = /cannot load module (\S+) listed in go\.work file: open/.exec(words3)?.[1];
  if (gone2 !== void 0 && at.cwd !== void 0) {
    const path = (0, import_node_path32.relative)(at.cwd, (0, import_node_path32.resolve)(asked2.folder, gone2));
    const named3 = path.startsWith("../") ? path : `./${path}`;
    return [run(["go", "work", "edit", `-dropuse=${named3}`], "that folder has no module", at)];
  }
  if (/requires go >= .*, but go\.work/.test(words3))
    return [run(["go", "work", "use"], "sets the go line of go.work to what its modules require", at)];
  const flag = /^go: (-mod(?:file)?)/.exec(words3)?.[1];
  if (flag !== void 0)
    return [
      mendGoflags(
        asked2,
        (word) => !word.startsWith(`${flag}=`),
        `without ${flag}; or set GOWORK=off to use this module alone`
      )
    ];
  if (/inconsistent vendoring/.test(words3)) {
    const all = /go work vendor/.test(words3) || work !== void 0 && work !== "" && work !== "off";
    return [
      run(
        ["go", all ? "work" : "mod", "vendor"],
        "or set -mod=readonly: go then ignores the vendor folder",
        all ? at : {}
      )
    ];
  }
  if (/invalid GOWORK|reading go\.work: (?:open|read) /.test(words3) && asked2.variables["GOWORK"])
    return [environment({ GOWORK: null }, "go then searches for a go.work in its folder and those above")];
  return [decide(`fix what go reports: ${firstLine(words3)}`)];
}

// src/doctor/judge/verdict.ts
function verdictOf(snapshot, findings) {
  const [gravest] = findings.filter(({ severity }) => severity !== "note");
  if (gravest === void 0) {
    const [note] = findings.filter(({ pids }) => pids.length > 0);
    if (note !== void 0) return `Nothing is stuck. ${sentenceCase(note.summary)}.`;
    return snapshot.processes.some(({ name }) => name === "gopls" || name === "go") ? "Nothing blocks go or gopls." : "No problem found; neither go nor gopls is running.";
  }
  const start = farthest(gravest, snapshot);
  const text3 = start === null ? gravest.summary : sentence(start, gravest, snapshot);
  const others2 = gravest.consequences.length - (start === null ? 0 : lengthTo(start, gravest, snapshot) - 1);
  return others2 > 0 && start !== null ? `${text3}. ${countText(others2, "other process waits", "other processes wait")} for the same.` : `${text3}.`;
}
function farthest({ pids, consequences }, snapshot) {
  if (consequences.length === 0) return null;
  const links = linksOf(snapshot);
  const waiting = pids.flatMap((pid) => links.get(pid) ?? []).filter((link) => stateOf(link, snapshot) !== "moving");
  const awaited = new Set(waiting.flatMap(({ wait }) => nextOf(wait).map(({ process: process2 }) => process2.pid)));
  const tops = waiting.filter(({ process: process2, wait }) => !awaited.has(process2.pid) && nextOf(wait).length > 0);
  return tops.find(({ process: process2 }) => worksFor(process2, snapshot.folder)) ?? tops.at(0) ?? null;
}
function lengthTo(link, { pids }, snapshot) {
  return 1 + Math.max(
    0,
    ...nextOf(link.wait).filter(({ process: process2 }) => pids.includes(process2.pid)).map((next) => lengthTo(next, { pids }, snapshot))
  );
}
function sentence(link, finding4, snapshot) {
  let text3 = named2(link);
  let joint = " ";
  for (let at = link; at !== void 0; joint = ", which ") {
    const next = nextOf(at.wait).find(({ process: process2 }) => finding4.pids.includes(process2.pid)) ?? nextOf(at.wait)[0];
    const what = ending(at, snapshot);
    switch (at.wait.kind) {
      case "lock":
        text3 += `${joint}waits for ${what}, held by ${next === void 0 ? "a process that cannot be seen from here" : named2(next)}`;
        break;
      case "children":
      case "daemon":
        text3 += next === void 0 ? "" : `${joint}waits for ${at.wait.kind === "daemon" ? "its daemon " : ""}${named2(next)}`;
        break;
      case "stopped":
        text3 += `${joint}is stopped`;
        break;
      case "nothing":
        break;
      default:
        text3 += `${joint}waits for ${what}`;
    }
    at = next;
  }
  return text3;
}
function ending({ process: process2, wait }, snapshot) {
  const silent = wait.kind === "network" ? silentGos(snapshot).find((one) => one.process.pid === process2.pid) : void 0;
  if (silent === void 0) return waitText(wait);
  const who = {
    proxy: "the module proxy",
    sumdb: "the checksum database",
    toolchain: "a download of Go from",
    "http-proxy": "the HTTP proxy"
  };
  return `${who[silent.asks]} ${waitText(wait)}`;
}
function named2({ process: process2 }) {
  return `${process2.orphan ? "an orphaned " : ""}${commandText(process2)} (${factsText(process2)})`;
}
function sentenceCase(text3) {
  return text3.charAt(0).toUpperCase() + text3.slice(1);
}

// src/doctor/judge/own-session.ts
function sessionFindings(whole, finders2, found) {
  const pid = whole.session?.pid ?? null;
  if (pid === null || whole.session?.stuck === null) return [];
  const own = treeIn(whole, pid);
  const seen = {
    ...withoutAside({ ...whole, processes: whole.processes.map((one) => asSubject(one, own)) }),
    session: null
  };
  return finders2.flatMap((find) => find(seen)).filter(({ severity, pids }) => severity !== "note" && pids.some((one) => own.has(one))).filter((finding4) => !found.some((other) => isSame(other, finding4, seen))).map((finding4) => ofSession(finding4, seen, own));
}
function treeIn({ processes }, root) {
  const tree = /* @__PURE__ */ new Set([root]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const { pid, ppid } of processes) if (tree.has(ppid)) tree.add(pid);
  }
  return tree;
}
function asSubject(process2, own) {
  return own.has(process2.pid) && process2.aside === "unlatch" ? { ...process2, aside: null } : process2;
}
function isSame(other, { id, pids }, { processes, folder }) {
  if (other.id !== id || other.severity === "note") return false;
  return processes.some(
    (process2) => other.pids.includes(process2.pid) && (pids.includes(process2.pid) || worksFor(process2, folder))
  );
}
function sessionMoves(whole) {
  const pid = whole.session?.pid ?? null;
  const own = pid === null ? /* @__PURE__ */ new Set() : treeIn(whole, pid);
  return whole.processes.some((process2) => own.has(process2.pid) && isMoving(process2));
}
function ofSession(finding4, seen, own) {
  const [root] = own;
  const chain = verdictOf(seen, [finding4]).replace(/\.$/, "");
  const session = "the session that unlatch opened";
  const named3 = chain.replace(new RegExp(`^gopls \\(pid ${root}\\b[^)]*\\)`), session);
  return {
    ...finding4,
    summary: named3 === chain ? `${session} is stuck: ${finding4.summary}` : named3,
    consequences: finding4.consequences.filter((line2) => !line2.startsWith(`gopls (pid ${root},`)),
    // The session's processes have ended with it.
    remedy: finding4.remedy.flatMap((step) => {
      if (step.kind !== "signal") return [step];
      const processes = step.processes.filter(({ pid }) => !own.has(pid));
      return processes.length === 0 ? [] : [{ ...step, processes }];
    })
  };
}

// src/doctor/judge/without-echoes.ts
var words2 = {
  "cache-path": /build cache is (?:disabled|required)|failed to initialize build cache/,
  "tmpdir-unusable": /creating work dir/
};
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
function repeats(cause, { summary, evidence }) {
  if (cause.id === "gopls-says" || cause.severity !== "error") return false;
  const text3 = withoutPlaces([summary, ...evidence].join("\n"));
  if (words2[cause.id]?.test(text3)) return true;
  const said = cause.evidence.filter((line2) => line2.startsWith("go: ")).flatMap((line2) => line2.slice(4).split("\n"));
  return said.map(withoutPlaces).some((line2) => line2.length >= 12 && text3.includes(line2));
}
function withoutPlaces(text3) {
  return text3.replaceAll(/(?<=\w):\d+(?::\d+)?(?=:)/g, "").trim();
}

// src/doctor/judge/diagnose.ts
var finders = [
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
var ranks = ["error", "warning", "note"];
function diagnose(whole) {
  const snapshot = withoutAside(whole);
  const here = new Set(
    snapshot.processes.filter((process2) => worksFor(process2, snapshot.folder)).map(({ pid }) => pid)
  );
  const found = finders.flatMap((find) => find(snapshot));
  const ofSession2 = sessionFindings(whole, finders, found);
  const elsewhere = (finding4) => Number(finding4.pids.length > 0 && !ofSession2.includes(finding4) && !finding4.pids.some((pid) => here.has(pid)));
  const findings = withoutEchoes([...found, ...ofSession2]).filter((finding4, _, all) => !isOnlyThatItIsStuck(finding4, all, whole)).sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity) || elsewhere(a) - elsewhere(b));
  return { verdict: verdictOf(snapshot, findings), findings };
}
function isOnlyThatItIsStuck({ id, summary }, all, whole) {
  if (id !== "gopls-says" || !summary.endsWith("for the session that unlatch opened")) return false;
  return sessionMoves(whole) || all.some((other) => other.id !== "gopls-says" && other.severity !== "note");
}

// src/doctor/remedy/carry-out.ts
var import_node_child_process2 = require("node:child_process");
var import_node_fs7 = require("node:fs");
var import_promises23 = require("node:timers/promises");

// src/process/proc/flock-passed-on.ts
var import_promises22 = require("node:timers/promises");

// src/process/proc/process-table.ts
var import_node_fs6 = require("node:fs");
var import_node_path33 = require("node:path");

// src/process/proc/open-paths.ts
function isOpenToUs(uid) {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid;
}

// src/process/proc/process-table.ts
function listProcesses() {
  const bootMs = bootTimeMs();
  return readPids().flatMap((pid) => readProcess(pid, bootMs) ?? []);
}
function readProcess(pid, bootMs = bootTimeMs()) {
  const stat6 = readStat(pid);
  if (stat6 === null || isDead(stat6)) return null;
  const uid = unreadableToNull(() => (0, import_node_fs6.lstatSync)(`/proc/${pid}`).uid);
  const cmdline = readText(`/proc/${pid}/cmdline`);
  if (uid === null || cmdline === null) return null;
  const exe = isOpenToUs(uid) ? readLink(`/proc/${pid}/exe`) : null;
  const line2 = cmdline.replace(/\0+$/, "").replaceAll("\0", " ");
  return {
    pid,
    parent: stat6.ppid,
    uid,
    name: exe === null ? stat6.name : (0, import_node_path33.basename)(exe.replace(/ \(deleted\)$/, "")),
    command: line2 === "" ? stat6.name : line2,
    startTicks: stat6.startTicks,
    startedMs: bootMs + stat6.startTicks * msPerTick,
    container: containerOf(pid)
  };
}
function bootTimeMs() {
  return Number(/^btime (\d+)$/m.exec(readText("/proc/stat") ?? "")?.[1] ?? 0) * 1e3;
}

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
function identitiesLockedBy(pid) {
  return identitiesOf(pid, lockedDescriptors(pid));
}
function identitiesOf(pid, fds) {
  const stats = fds.map((fd) => statOf(`/proc/${pid}/fd/${fd}`));
  return new Set(stats.flatMap((stat6) => stat6 === null ? [] : `${stat6.dev}:${stat6.ino}`));
}
function lockedDescriptors(pid) {
  return (readNames(`/proc/${pid}/fdinfo`) ?? []).filter(
    (fd) => /^lock:\s.*FLOCK/m.test(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "")
  );
}

// src/process/proc/flock-passed-on.ts
var pollMs2 = 50;
function locksOfAll(pids) {
  return new Set(pids.flatMap((pid) => [...identitiesLockedBy(pid)]));
}
async function awaitPassedOn(locks, timeoutMs) {
  const deadlineMs = performance.now() + timeoutMs;
  for (let left = locks; left.size > 0 && performance.now() < deadlineMs; ) {
    const held = holdersOf(left);
    const free = new Set([...left].filter((lock2) => !held.has(lock2)));
    left = openOf(free);
    if (left.size > 0) await (0, import_promises22.setTimeout)(pollMs2);
  }
}
function openOf(files) {
  const open3 = /* @__PURE__ */ new Set();
  if (files.size === 0) return open3;
  for (const { pid, uid } of listProcesses()) {
    if (!isOpenToUs(uid)) continue;
    for (const identity of identitiesOf(pid, readNames(`/proc/${pid}/fd`) ?? [])) {
      if (files.has(identity)) open3.add(identity);
    }
  }
  return open3;
}

// src/doctor/remedy/carry-out.ts
var endsWithinMs = 5e3;
var lookMs = 50;
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
  const left = step.signal === "CONT" ? [] : await stillThere(signalled);
  if (left.length === 0) await awaitPassedOn(locks, endsWithinMs);
  for (const { what } of left) lines.push(`${what} has not ended within ${endsWithinMs / 1e3} s`);
  return { outcome: spared2 || left.length > 0 ? "failed" : "done", lines };
}
function isGone({ pid, startTicks }) {
  const stat6 = readStat(pid);
  return stat6 === null || isDead(stat6) || startTicks !== 0 && stat6.startTicks !== startTicks;
}
function whyNot({ pid, startTicks }) {
  if (startTicks === 0) return "is left alone: its start time is unknown, so another process may have its pid";
  if (isAncestor(pid)) return "is left alone: it started this doctor";
  const own = process.geteuid?.();
  const uid = ownerOf2(pid);
  return own === 0 || uid === own ? null : `is left alone: it belongs to user ${uid}; this is user ${own}`;
}
function ownerOf2(pid) {
  return (0, import_node_fs7.statSync)(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null;
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
    if (errnoOf(error) === "ESRCH") return `${target.what} has already ended`;
    return `${target.what} could not be signalled: ${messageOf(error)}`;
  }
}
async function stillThere(targets) {
  const deadlineMs = performance.now() + endsWithinMs;
  for (; ; ) {
    const left = targets.filter((target) => !isGone(target));
    if (left.length === 0 || performance.now() > deadlineMs) return left;
    await (0, import_promises23.setTimeout)(lookMs);
  }
}
function runCommand(step, hands) {
  const [command = "", ...args] = step.argv;
  const { limitMs: limitMs2, signal: signal2, output } = hands;
  const detached = command !== "sudo";
  return new Promise((resolve4) => {
    const child = (0, import_node_child_process2.spawn)(command, args, {
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
      resolve4({ outcome, lines });
    };
    child.once("error", (error) => settle("failed", [`${command} could not be run: ${messageOf(error)}`]));
    child.once("exit", async (code, by) => {
      if (why !== null && detached) await groupEnds(child.pid, endsWithinMs);
      if (why !== null) settle("failed", [`${command} ${why}`]);
      else if (code === 0) settle("done", [`ran ${textOf(step)}`]);
      else settle("failed", [`${textOf(step)} ended with ${code ?? by}`]);
    });
    if (signal2.aborted) abort();
  });
}
function textOf(step) {
  return stepText({ ...step, why: "" });
}
function withChanges(env, changes) {
  return Object.fromEntries(
    Object.entries({ ...env, ...changes }).filter((entry) => typeof entry[1] === "string")
  );
}

// src/doctor/remedy/fix.ts
var roundsAtMost = 20;
async function fix(first, actions) {
  const { hands } = actions;
  const done = [];
  const tried = /* @__PURE__ */ new Set();
  let environment2 = {};
  let diagnosis = first;
  for (let round = 0; round < roundsAtMost && !hands.signal.aborted; round += 1) {
    const next = nextOf2(diagnosis, tried);
    if (next === void 0) break;
    for (const step of next.steps) {
      if (hands.signal.aborted) break;
      tried.add(keyOf(step));
      if (step.kind === "environment") environment2 = { ...environment2, ...step.env };
      const acts = step.kind === "signal" || step.kind === "run";
      if (!acts) await actions.leaveToPerson(step, next.finding);
      const own = { ...hands, env: withChanges(hands.env, environment2) };
      const outcome = !acts || await actions.agree(step, next.finding) ? await carryOut(step, own) : { outcome: "declined", lines: [] };
      const result = { finding: next.finding.id, step, ...outcome };
      done.push(result);
      actions.report(result);
    }
    if (!hands.signal.aborted) diagnosis = await actions.look();
  }
  return { done, environment: environment2, diagnosis };
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
function assignments(environment2) {
  return Object.entries(environment2).map(
    ([name, value]) => value === null ? `unset ${name}` : `export ${name}=${quoteWord(value)}`
  );
}

// src/doctor/program.ts
var deepFindings = /* @__PURE__ */ new Set(["index-stale", "module-damaged"]);
var commandLimitMs = 3e5;
var lab = process.env["LAB"] ?? ".";
var out = (0, import_node_path34.join)(lab, "out");
var notedFindings = /* @__PURE__ */ new Set(["out-of-memory", "socket-path", "socket-owner"]);
async function look() {
  endWithParent();
  const { values } = (0, import_node_util.parseArgs)({
    options: {
      at: { type: "string", default: "end" },
      for: { type: "string", default: "" },
      fix: { type: "boolean", default: false }
    }
  });
  const deep = deepFindings.has(values.for);
  const trial = process.env["UNLATCH_TRIAL"];
  const mark = trial === void 0 ? {} : { mark: `UNLATCH_TRIAL=${trial}` };
  const fromUs = Date.now() * 1e3;
  const take = () => takeSnapshot({ folder: process.cwd(), env: process.env, limitMs: 6e3, deep, ...mark });
  const snapshot = { ...await take(), session: heardSession() };
  const judge = (facts) => withNoted(diagnose(facts), values.for);
  const diagnosis = judge(snapshot);
  const { verdict } = diagnosis;
  const findings = [...new Set(counted(diagnosis).map(({ id }) => id))];
  if (!values.fix || values.at === "symptom") {
    const seen = { fromUs, toUs: Date.now() * 1e3, processes: processesSeen(snapshot).map(sinceEpoch) };
    (0, import_node_fs8.appendFileSync)((0, import_node_path34.join)(out, "doctor"), `${JSON.stringify({ at: values.at, findings, verdict, ...seen })}
`);
    (0, import_node_fs8.writeFileSync)((0, import_node_path34.join)(out, `doctor.${values.at}.snapshot`), JSON.stringify(snapshot, null, 1));
  }
  if (values.fix) await mend5(diagnosis, async () => judge(await take()));
  return 0;
}
function sinceEpoch({ startTicks, ...process2 }) {
  const [seconds = "0"] = (0, import_node_fs8.readFileSync)("/proc/uptime", "utf8").split(" ");
  return { ...process2, startUs: Math.round(Date.now() * 1e3 - (Number(seconds) * 1e6 - startTicks * 1e4)) };
}
function withNoted(diagnosis, asked2) {
  const findings = diagnosis.findings.map(
    (finding4) => finding4.id === asked2 && notedFindings.has(asked2) ? { ...finding4, severity: "warning" } : finding4
  );
  return { ...diagnosis, findings };
}
function heardSession() {
  const file = process.env["UNLATCH_HEARD"];
  if (file === void 0) return null;
  const { stuck, heard } = JSON.parse((0, import_node_fs8.readFileSync)(file, "utf8"));
  return sessionFact(heard, { pid: null, stuck, why: null, from: [] });
}
async function mend5(first, again) {
  const folder = process.env["WORKER_OUT"] ?? out;
  const decided = [];
  const answer = (0, import_node_path34.join)(lab, "trial/decide");
  const { environment: environment2 } = await fix(first, {
    look: again,
    hands: {
      env: process.env,
      folder: process.cwd(),
      limitMs: commandLimitMs,
      signal: new AbortController().signal,
      output: process.stderr.fd,
      // Without namespaces the doctor of a sandbox sees the whole machine.
      spare: (pid) => isOfTrial(pid) ? null : "is left alone: it does not belong to this trial"
    },
    agree: async () => true,
    leaveToPerson: async (step) => {
      if (step.kind === "decide" && decided.length === 0 && (0, import_node_fs8.existsSync)(answer)) decided.push(decide2(answer));
    },
    report: ({ finding: finding4, step, outcome, lines: lines2 }) => (0, import_node_fs8.appendFileSync)((0, import_node_path34.join)(folder, "remedy"), `${JSON.stringify({ finding: finding4, text: stepText(step), outcome, lines: lines2 })}
`)
  });
  const lines = [...assignments(environment2), ...decided.map((text3) => text3.trimEnd())];
  (0, import_node_fs8.writeFileSync)((0, import_node_path34.join)(folder, "remedy.env"), lines.map((line2) => `${line2}
`).join(""));
}
function decide2(answer) {
  const { status: status2, stdout } = (0, import_node_child_process3.spawnSync)("bash", ["-e", "-c", '. "$LAB/trial/commands.sh"; . "$0"', answer], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    timeout: commandLimitMs
  });
  if (status2 !== 0) throw new Error(`the scenario's script for a person's decision exited with ${status2}`);
  return stdout;
}
function isOfTrial(pid) {
  try {
    return (0, import_node_fs8.readFileSync)(`/proc/${pid}/environ`, "utf8").split("\0").includes(`LAB=${lab}`);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var tell = whoAsks(process.env);
var status = tell === null ? inChild(process.env) : look();
status.then(tell ?? process.exit, (error) => {
  process.stderr.write(`doctor: ${messageOf(error)}
`, () => (tell ?? process.exit)(1));
});
