#!/usr/bin/env node
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

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports2) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports2.CommanderError = CommanderError2;
    exports2.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports2) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name2, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name2[0]) {
          case "<":
            this.required = true;
            this._name = name2.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name2.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name2;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports2.Argument = Argument2;
    exports2.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports2) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports2.Help = Help2;
    exports2.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports2) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names2) {
        this.conflictsWith = this.conflictsWith.concat(names2);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name2) {
        this.envVar = name2;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports2.Option = Option2;
    exports2.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports2) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates2) {
      if (!candidates2 || candidates2.length === 0) return "";
      candidates2 = Array.from(new Set(candidates2));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates2 = candidates2.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates2.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports2.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports2) {
    var EventEmitter = require("node:events").EventEmitter;
    var childProcess = require("node:child_process");
    var path = require("node:path");
    var fs = require("node:fs");
    var process2 = require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name2) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name2 || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command = this; command; command = command.parent) {
          result.push(command);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name2, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name2);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name2) {
        return new _Command(name2);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name2, description) {
        return new Argument2(name2, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name2, description, parseArg, defaultValue) {
        const argument = this.createArgument(name2, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names2) {
        names2.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message));
        }
        process2.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command).find(
          (name2) => this._findCommand(name2)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command);
        this.commands.push(command);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name2 = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name2,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name2, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name2);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name2, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex2 = fn;
          fn = (val, def) => {
            const m = regex2.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process2.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process2.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown2) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown2));
          } else {
            return subCommand._parseCommand(operands, unknown2);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result = this._chainOrCall(result, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown2) {
        const parsed2 = this.parseOptions(unknown2);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed2.operands);
        unknown2 = parsed2.unknown;
        this.args = operands.concat(unknown2);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown2);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown2);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown2
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed2.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed2.unknown.length > 0) {
            this.unknownOption(parsed2.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown2);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown2);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown2);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown2);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name2) {
        if (!name2) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name2 || cmd._aliases.includes(name2)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown2 = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown2) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown2;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown2.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown2.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown2.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown: unknown2 };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process2.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process2.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name2) {
        const message = `error: missing required argument '${name2}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag2) {
        if (this._allowUnknownOption) return;
        let suggestion2 = "";
        if (flag2.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command = this;
          do {
            const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command = command.parent;
          } while (command && !command._enablePositionalOptions);
          suggestion2 = suggestSimilar(flag2, candidateFlags);
        }
        const message = `error: unknown option '${flag2}'${suggestion2}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected2 = this.registeredArguments.length;
        const s = expected2 === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected2} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion2 = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command) => {
            candidateNames.push(command.name());
            if (command.alias()) candidateNames.push(command.alias());
          });
          suggestion2 = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion2}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command = this.commands[this.commands.length - 1];
        }
        if (alias === command._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text2 = helper.formatHelp(this, helper);
        if (context.hasColors) return text2;
        return this._outputConfiguration.stripColor(text2);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command) => command.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process2.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text2) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text2 === "function") {
            helpStr = text2({ error: context.error, command: context.command });
          } else {
            helpStr = text2;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports2.Command = Command2;
    exports2.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports2) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports2.program = new Command2();
    exports2.createCommand = (name2) => new Command2(name2);
    exports2.createOption = (flags, description) => new Option2(flags, description);
    exports2.createArgument = (name2, description) => new Argument2(name2, description);
    exports2.Command = Command2;
    exports2.Option = Option2;
    exports2.Argument = Argument2;
    exports2.Help = Help2;
    exports2.CommanderError = CommanderError2;
    exports2.InvalidArgumentError = InvalidArgumentError2;
    exports2.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports2, module2) {
    var p = process || {};
    var argv = p.argv || [];
    var env2 = p.env || {};
    var isColorSupported = !(!!env2.NO_COLOR || argv.includes("--no-color")) && (!!env2.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env2.TERM !== "dumb" || !!env2.CI);
    var formatter = (open3, close, replace = open3) => (input) => {
      let string2 = "" + input, index = string2.indexOf(close, open3.length);
      return ~index ? open3 + replaceClose(string2, close, replace, index) + close : open3 + string2 + close;
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
    var createColors2 = (enabled = isColorSupported) => {
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
    module2.exports = createColors2();
    module2.exports.createColors = createColors2;
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
var UserError, HarnessError, exitStatus;
var init_errors = __esm({
  "src/errors.ts"() {
    "use strict";
    UserError = class extends Error {
      name = "UserError";
    };
    HarnessError = class extends Error {
      name = "HarnessError";
    };
    exitStatus = {
      /** Everything is as expected. */
      expected: 0,
      /** A verdict differs from its expectation, or there is a finding, or something is left to clean. */
      differs: 1,
      usage: 2,
      inconclusive: 3,
      bug: 4,
      /** Ended by Ctrl-C, as shells report it. */
      interrupted: 130
    };
  }
});

// src/lab/go-proxy.ts
function splitModules(files) {
  const modules = /* @__PURE__ */ new Map();
  const workspace = [];
  for (const file of files) {
    const [, path, version, name2] = entry.exec(file.name) ?? [];
    if (path === void 0 || version === void 0 || name2 === void 0) {
      if (file.name.startsWith("proxy/")) {
        throw new UserError(`${file.name}: a file below proxy/ is named proxy/MODULE@VERSION/FILE`);
      }
      workspace.push(file);
      continue;
    }
    const key = `${path}@${version}`;
    const module2 = modules.get(key) ?? { path, version, files: [] };
    modules.set(key, module2);
    module2.files.push({ name: name2, data: file.data });
  }
  return { workspace, modules: [...modules.values()] };
}
function escapePath(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
function serveModule(module2) {
  const prefix = `${module2.path}@${module2.version}/`;
  const goMod = module2.files.find((file) => file.name === "go.mod")?.data ?? `module ${module2.path}
`;
  const contents = Object.fromEntries(module2.files.map((file) => [prefix + file.name, (0, import_fflate.strToU8)(file.data)]));
  const base2 = `${escapePath(module2.path)}/@v/${escapePath(module2.version)}`;
  return {
    path: module2.path,
    version: module2.version,
    zipHash: hash1(Object.entries(contents)),
    modHash: hash1([["go.mod", (0, import_fflate.strToU8)(goMod)]]),
    files: /* @__PURE__ */ new Map([
      [`${base2}.info`, (0, import_fflate.strToU8)(JSON.stringify({ Version: module2.version, Time: "2020-01-01T00:00:00Z" }))],
      [`${base2}.mod`, (0, import_fflate.strToU8)(goMod)],
      [`${base2}.zip`, (0, import_fflate.zipSync)(contents, { mtime, level: 0 })]
    ])
  };
}
function proxyFiles(served) {
  const files = /* @__PURE__ */ new Map();
  const versions = /* @__PURE__ */ new Map();
  for (const module2 of served) {
    for (const [name2, data] of module2.files) files.set(name2, data);
    versions.set(module2.path, [...versions.get(module2.path) ?? [], module2.version]);
  }
  for (const [path, list] of versions) files.set(`${escapePath(path)}/@v/list`, (0, import_fflate.strToU8)(`${list.join("\n")}
`));
  return files;
}
function hash1(files) {
  const lines2 = files.map(([name2, data]) => `${(0, import_node_crypto.createHash)("sha256").update(data).digest("hex")}  ${name2}
`).sort((a, b) => a.slice(66) < b.slice(66) ? -1 : 1);
  return `h1:${(0, import_node_crypto.createHash)("sha256").update(lines2.join("")).digest("base64")}`;
}
var import_node_crypto, import_fflate, entry, mtime;
var init_go_proxy = __esm({
  "src/lab/go-proxy.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_fflate = require("./fflate.cjs");
    init_errors();
    entry = /^proxy\/(.+?)@(v[^/]+)\/(.+)$/;
    mtime = "1980-01-02T00:00:00";
  }
});

// src/lab/checksum-db.ts
function checksumDb(served) {
  if (served.length >= tileWidth) throw new UserError(`a scenario may serve ${tileWidth - 1} modules at most`);
  const { publicKey, privateKey } = (0, import_node_crypto2.generateKeyPairSync)("ed25519");
  const key = Buffer.concat([algorithm, rawPublicKey(publicKey)]);
  const keyHash = (0, import_node_crypto2.createHash)("sha256").update(`${name}
`).update(key).digest().subarray(0, 4);
  const records = served.map(
    (module2) => `${module2.path} ${module2.version} ${module2.zipHash}
${module2.path} ${module2.version}/go.mod ${module2.modHash}
`
  );
  const leaves = records.map((record2) => (0, import_node_crypto2.createHash)("sha256").update("\0").update(record2).digest());
  const tree = `go.sum database tree
${leaves.length}
${treeHash(leaves).toString("base64")}
`;
  const signature = Buffer.concat([keyHash, (0, import_node_crypto2.sign)(null, Buffer.from(tree), privateKey)]).toString("base64");
  const signedTree = `${tree}
\u2014 ${name} ${signature}
`;
  const files = /* @__PURE__ */ new Map([
    ["supported", (0, import_fflate2.strToU8)("")],
    ["latest", (0, import_fflate2.strToU8)(signedTree)]
  ]);
  if (leaves.length > 0) files.set(`tile/8/0/000.p/${leaves.length}`, Buffer.concat(leaves));
  served.forEach((module2, id) => {
    files.set(
      `lookup/${escapePath(module2.path)}@${escapePath(module2.version)}`,
      (0, import_fflate2.strToU8)(`${id}
${records[id]}
${signedTree}`)
    );
  });
  return {
    gosumdb: `${name}+${keyHash.toString("hex")}+${key.toString("base64")}`,
    files: new Map([...files].map(([file, data]) => [`sumdb/${name}/${file}`, data]))
  };
}
function rawPublicKey(key) {
  const { x } = key.export({ format: "jwk" });
  if (x === void 0) throw new Error("an ed25519 key without its x");
  return Buffer.from(x, "base64url");
}
function treeHash(leaves) {
  const [first] = leaves;
  if (first === void 0) return (0, import_node_crypto2.createHash)("sha256").digest();
  if (leaves.length === 1) return first;
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return (0, import_node_crypto2.createHash)("sha256").update("").update(treeHash(leaves.slice(0, split))).update(treeHash(leaves.slice(split))).digest();
}
var import_node_crypto2, import_fflate2, name, algorithm, tileWidth;
var init_checksum_db = __esm({
  "src/lab/checksum-db.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    import_fflate2 = require("./fflate.cjs");
    init_errors();
    init_go_proxy();
    name = "sum.unlatch.test";
    algorithm = Buffer.from([1]);
    tileWidth = 256;
  }
});

// src/lab/scenario.ts
function defineScenario(scenario) {
  return scenario;
}
function usesGopls(scenario) {
  return scenario.cells.some((spec) => spec.gopls !== void 0);
}
var init_scenario = __esm({
  "src/lab/scenario.ts"() {
    "use strict";
  }
});

// src/lab/txtar.ts
function parseTxtar(archive2) {
  const files = [];
  for (const line of archive2.split(/(?<=\n)/)) {
    const name2 = marker.exec(line)?.[1]?.trim();
    const open3 = files.at(-1);
    if (name2 !== void 0) files.push({ name: name2, data: "" });
    else if (open3 !== void 0) open3.data += line;
  }
  const seen = /* @__PURE__ */ new Set();
  return files.map(({ name: name2, data }) => {
    if (name2.startsWith("/") || name2.split("/").includes("..")) {
      throw new UserError(`txtar: ${name2} climbs out of the archive; use a path below it`);
    }
    if (seen.has(name2)) throw new UserError(`txtar: ${name2} stands twice in the archive`);
    seen.add(name2);
    return { name: name2, data: data === "" || data.endsWith("\n") ? data : `${data}
` };
  });
}
var marker;
var init_txtar = __esm({
  "src/lab/txtar.ts"() {
    "use strict";
    init_errors();
    marker = /^-- (.*\S.*) --\n?$/;
  }
});

// src/lab/sandbox-files.ts
function armOf(scenario, name2) {
  if (name2 === null) return { scenario, name: name2, mitigation: null };
  const mitigation2 = scenario.mitigations?.[name2];
  if (mitigation2 === void 0) throw new RangeError(`no mitigation ${name2}`);
  return { scenario, name: name2, mitigation: mitigation2 };
}
function scenarioFault({ scenario, mitigation: mitigation2 }) {
  return mitigation2?.fault === void 0 ? scenario.fault ?? null : mitigation2.fault;
}
function copiesOf(arm) {
  const shared = scenarioFault(arm);
  return arm.scenario.workers.flatMap((worker2) => {
    const command = arm.mitigation?.run?.[worker2.name] ?? worker2.run;
    const replaced = arm.mitigation?.fault !== void 0 && worker2.fault !== null;
    const own = worker2.fault === void 0 || replaced ? shared : worker2.fault;
    const fault2 = own?.hold === void 0 ? own : null;
    return Array.from({ length: worker2.count ?? 1 }, (_, copy) => ({
      id: `${worker2.name}.${copy}`,
      worker: worker2,
      copy,
      command,
      fault: fault2
    }));
  });
}
function holdsOf(arm) {
  const ofWorkers = arm.mitigation?.fault === void 0 ? arm.scenario.workers.map(({ fault: fault2 }) => fault2 ?? null) : [];
  const faults = [scenarioFault(arm), ...ofWorkers];
  return faults.filter((fault2) => fault2 !== null).filter((fault2) => fault2.hold !== void 0);
}
function needsOf(arm) {
  const faults = [...holdsOf(arm), ...copiesOf(arm).flatMap(({ fault: fault2 }) => fault2 ?? [])];
  const needs = new Set(faults.flatMap((fault2) => fault2.needs));
  if (arm.scenario.user === "root") needs.add("root");
  if (usesGopls(arm.scenario)) needs.add("node");
  return [...needs];
}
function deadlineOf(arm) {
  return arm.mitigation?.deadlineMs ?? arm.scenario.deadlineMs ?? defaultDeadlineMs;
}
function sandboxFiles(arm, deadlineMs) {
  const { scenario, mitigation: mitigation2 } = arm;
  const { workspace, modules } = splitModules(parseTxtar(scenario.files));
  const served = modules.map(serveModule);
  const db = checksumDb(served);
  const files = /* @__PURE__ */ new Map();
  const put = (name2, text2) => files.set(name2, (0, import_fflate3.strToU8)(text2));
  for (const file of workspace) put(`work/${file.name}`, file.data);
  for (const [name2, data] of [...proxyFiles(served), ...db.files]) files.set(`proxy/${name2}`, data);
  put("trial/env", environment({ ...scenario.env, ...mitigation2?.env }, db.gosumdb, deadlineMs));
  put("trial/setup", lines([...scenario.setup ?? [], ...mitigation2?.setup ?? []]));
  if (scenario.until !== void 0) put("trial/until", lines([scenario.until]));
  if (mitigation2?.rescue !== void 0) put("trial/rescue", lines([mitigation2.rescue]));
  const holds = holdsOf(arm);
  put("trial/holds", lines(holds.map((_, index) => `${index}`)));
  holds.forEach((fault2, index) => {
    put(`trial/hold/${index}`, lines([fault2.hold ?? ""]));
    if (fault2.note !== void 0) put(`trial/hold/${index}.note`, lines([fault2.note]));
    put(`out/hold/${index}`, "");
  });
  const copies = copiesOf(arm);
  put("trial/workers", lines(copies.map(({ id, worker: worker2 }) => `${id} ${worker2.background === true ? 1 : 0}`)));
  for (const { id, worker: worker2, command, fault: fault2 } of copies) {
    put(`trial/worker/${id}/run`, lines([command]));
    if (worker2.after !== void 0) put(`trial/worker/${id}/after`, lines([worker2.after]));
    if (fault2?.wrap !== void 0) put(`trial/worker/${id}/wrap`, fault2.wrap);
    if (fault2?.canary !== void 0) put(`trial/worker/${id}/canary`, lines([fault2.canary]));
    put(`out/worker/${id}/exit`, "");
  }
  const probes = Object.entries(scenario.probes ?? {});
  put("trial/probes", lines(probes.map(([name2]) => name2)));
  for (const [name2, line] of probes) {
    put(`trial/probe/${name2}`, lines([line]));
    put(`out/probe/${name2}.code`, "");
  }
  put("xdg/config/go/telemetry/mode", "off");
  for (const folder of folders) put(`${folder}/`, "");
  return files;
}
function environment(extra, gosumdb, deadlineMs) {
  const variables = {
    PATH: "$GOROOT_BIN:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    WORK: "$LAB/work",
    HOME: "$LAB/home",
    TMPDIR: "$LAB/tmp",
    XDG_CACHE_HOME: "$LAB/xdg/cache",
    XDG_CONFIG_HOME: "$LAB/xdg/config",
    XDG_STATE_HOME: "$LAB/xdg/state",
    XDG_DATA_HOME: "$LAB/xdg/data",
    XDG_RUNTIME_DIR: "$LAB/xdg/run",
    LC_ALL: "C",
    GOENV: "off",
    GO111MODULE: "on",
    GOTOOLCHAIN: "local",
    GOPATH: "$LAB/gopath",
    GOMODCACHE: "$LAB/gopath/pkg/mod",
    GOCACHE: "$LAB/gocache",
    GOPROXY: "file://$LAB/proxy",
    GOSUMDB: gosumdb,
    GOFLAGS: "",
    CGO_ENABLED: "0",
    GIT_TERMINAL_PROMPT: "0",
    DEADLINE_MS: `${deadlineMs}`,
    ...extra
  };
  return lines(
    Object.entries(variables).map(([name2, value]) => `export ${name2}="${value.replace(/["\\`]/g, "\\$&")}"`)
  );
}
function lines(texts) {
  return texts.map((text2) => `${text2}
`).join("");
}
var import_fflate3, defaultDeadlineMs, folders;
var init_sandbox_files = __esm({
  "src/lab/sandbox-files.ts"() {
    "use strict";
    import_fflate3 = require("./fflate.cjs");
    init_checksum_db();
    init_go_proxy();
    init_scenario();
    init_txtar();
    defaultDeadlineMs = 6e4;
    folders = [
      "work",
      "home",
      "tmp",
      "gopath",
      "gocache",
      "xdg/cache",
      "xdg/config",
      "xdg/state",
      "xdg/data",
      "xdg/run"
    ];
  }
});

// src/lab/judge.ts
function judge(scenario, history, spec) {
  if (history.harness !== null) return { state: "unknown", why: `the laboratory failed: ${history.harness}` };
  const arm = armOf(scenario, history.arm);
  const lacking = withoutCommand(history);
  if (lacking !== void 0) return { state: "unknown", why: lacking };
  const limp = history.faults.find((fault2) => !fault2.armed && ran(history, fault2));
  if (limp !== void 0) {
    const where = limp.worker === null ? "" : ` under ${limp.worker}`;
    return { state: "unknown", why: `the fault "${limp.name}" was not in force${where}` };
  }
  const finding = safely(arm.mitigation?.check ?? scenario.check, history);
  const hits = hitsOf(history);
  const avoids = arm.mitigation === null ? spec.avoids === true : arm.mitigation.avoids === true;
  if (finding.state === "absent" && hits === 0 && !avoids) {
    return { state: "unknown", why: `the fault never struck, so this says nothing (${finding.why})` };
  }
  if (finding.state === "present" && hits === 0) {
    return { state: "unknown", why: `the fault never struck, so something else made the symptom (${finding.why})` };
  }
  return finding;
}
function hitsOf(history) {
  if (history.faults.length === 0) return null;
  return history.faults.reduce((sum, fault2) => sum + fault2.hits, 0);
}
function ran(history, fault2) {
  return !history.workers.some((worker2) => `${worker2.name}.${worker2.copy}` === fault2.worker && worker2.startMs === null);
}
function withoutCommand(history) {
  const could = (code) => code !== 126 && code !== 127;
  const worker2 = history.workers.find(({ code }) => !could(code));
  if (worker2 !== void 0) {
    const said = worker2.stderr.trim().split("\n").at(-1) ?? "";
    return `${worker2.name}.${worker2.copy} could not run its command (exit ${worker2.code}): ${said}`;
  }
  const probe = history.probes.find(({ code }) => !could(code) || code === -1);
  return probe === void 0 ? void 0 : `the probe ${probe.name} could not be run: ${probe.stdout.trim()}`;
}
function safely(check2, history) {
  try {
    return check2(history);
  } catch (error) {
    return { state: "unknown", why: `the checker threw: ${messageOf(error)}` };
  }
}
var init_judge = __esm({
  "src/lab/judge.ts"() {
    "use strict";
    init_errors();
    init_sandbox_files();
  }
});

// src/lab/verdict.ts
function tally(findings, hits) {
  const count2 = (state) => findings.filter((finding) => finding.state === state).length;
  const deciding = ["present", "unknown", "absent"].find((state) => count2(state) > 0);
  const struck2 = hits.filter((n) => n !== null);
  return {
    present: count2("present"),
    absent: count2("absent"),
    unknown: count2("unknown"),
    hits: struck2.length === 0 ? null : struck2.reduce((sum, n) => sum + n, 0),
    why: findings.find((finding) => finding.state === deciding)?.why ?? "no trial was run"
  };
}
function claimVerdict({ present: present2, absent: absent2, unknown: unknown2 }) {
  if (present2 > 0) return "reproduced";
  return unknown2 > 0 || absent2 === 0 ? "inconclusive" : "not-reproduced";
}
function mitigationVerdict(baseline, arm) {
  if (baseline !== "reproduced") return "untested";
  if (arm.present > 0) return "fails";
  return arm.unknown > 0 || arm.absent === 0 ? "inconclusive" : "holds";
}
var init_verdict = __esm({
  "src/lab/verdict.ts"() {
    "use strict";
  }
});

// src/lab/assemble-cell.ts
function judgeTrial(cell2, history) {
  return { history, finding: judge(cell2.scenario, history, cell2.spec) };
}
function tallyOf(trials, arm) {
  const own = trials.filter(({ history }) => history.arm === arm);
  return tally(
    own.map(({ finding }) => finding),
    own.map(({ history }) => hitsOf(history))
  );
}
function assembleCell(cell2, trials, ms) {
  const { scenario, spec } = cell2;
  const baseline = tallyOf(trials, null);
  const verdict = claimVerdict(baseline);
  const mitigations = Object.entries(scenario.mitigations ?? {}).map(([name2, mitigation2]) => {
    const arm = tallyOf(trials, name2);
    return {
      name: name2,
      expect: expectationOf(cell2, mitigation2.expect),
      verdict: mitigationVerdict(verdict, arm),
      ...verdict === "reproduced" ? arm : { ...arm, why: "the baseline did not show the symptom" }
    };
  });
  const doctor = doctorOf(cell2, trials);
  return {
    ...headOf(cell2, trials[0]?.history),
    verdict,
    asExpected: verdict === spec.expect && mitigations.every((mitigation2) => mitigation2.verdict === mitigation2.expect) && (verdict !== "reproduced" || doctor.reported === null || doctor.expected.every((id) => doctor.reported?.includes(id))),
    skipped: null,
    baseline,
    mitigations,
    doctor,
    ms
  };
}
function skippedCell(cell2, runtime, missing) {
  return {
    ...headOf(cell2, void 0),
    runtime,
    verdict: null,
    asExpected: false,
    skipped: missing,
    baseline: null,
    mitigations: [],
    doctor: doctorOf(cell2, []),
    ms: 0
  };
}
function headOf(cell2, history) {
  return {
    scenario: cell2.id,
    go: cell2.go,
    gopls: cell2.gopls,
    runtime: history?.cell.runtime ?? "host",
    fs: history?.cell.fs ?? null,
    claim: cell2.scenario.claim,
    source: cell2.scenario.source,
    expect: cell2.spec.expect
  };
}
function expectationOf(cell2, expect) {
  return cell2.spec.expect === "not-reproduced" ? "untested" : expect ?? "holds";
}
function doctorOf(cell2, trials) {
  const reports = trials.filter(({ history }) => history.arm === null).flatMap(({ history }) => history.doctor ?? []);
  const ran2 = trials.some(({ history }) => history.doctor !== null);
  return {
    expected: cell2.scenario.finding === void 0 ? [] : [cell2.scenario.finding],
    reported: ran2 ? [...new Set(reports)] : null
  };
}
var init_assemble_cell = __esm({
  "src/lab/assemble-cell.ts"() {
    "use strict";
    init_judge();
    init_verdict();
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
    var createToken = (name2, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name2, index, value);
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
    var debug = require_debug();
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
      inc(release4, identifier, identifierBase) {
        if (release4.startsWith("pre")) {
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
        switch (release4) {
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
            const base2 = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base2];
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
                this.prerelease.push(base2);
              }
            }
            if (identifier) {
              let prerelease2 = [identifier, base2];
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
            throw new Error(`invalid increment argument: ${release4}`);
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
    var compare4 = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module2.exports = compare4;
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
    var compare4 = require_compare();
    var eq = (a, b, loose) => compare4(a, b, loose) === 0;
    module2.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = __commonJS({
  "node_modules/semver/functions/neq.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var neq = (a, b, loose) => compare4(a, b, loose) !== 0;
    module2.exports = neq;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = __commonJS({
  "node_modules/semver/functions/gt.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var gt = (a, b, loose) => compare4(a, b, loose) > 0;
    module2.exports = gt;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = __commonJS({
  "node_modules/semver/functions/gte.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var gte = (a, b, loose) => compare4(a, b, loose) >= 0;
    module2.exports = gte;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var lt = (a, b, loose) => compare4(a, b, loose) < 0;
    module2.exports = lt;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = __commonJS({
  "node_modules/semver/functions/lte.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var lte = (a, b, loose) => compare4(a, b, loose) <= 0;
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

// src/lab/plan.ts
var plan_exports = {};
__export(plan_exports, {
  parseShard: () => parseShard,
  planCells: () => planCells,
  shardOf: () => shardOf,
  specFor: () => specFor
});
function planCells(scenarios2, matrix, selection) {
  const cells = scenarios2.flatMap((named) => {
    const all = cellsOf(named, matrix, selection);
    const chosen = selection.go !== null || selection.gopls !== null;
    return selection.full || chosen ? all : turningPoints(all);
  });
  const { shard } = selection;
  return shard === null ? cells : shardOf(cells, shard);
}
function shardOf(cells, shard) {
  return cells.filter((_, index) => index % shard.of === shard.index - 1);
}
function specFor(scenario, go, gopls) {
  return scenario.cells.find(
    (spec) => (spec.go === void 0 || (0, import_satisfies.default)(semverOf(go), spec.go, { includePrerelease: true })) && (spec.gopls === void 0 || gopls !== null && (0, import_satisfies.default)(gopls, spec.gopls, { includePrerelease: true }))
  ) ?? null;
}
function cellsOf(named, matrix, selection) {
  const pairs = usesGopls(named.scenario) ? matrix.gopls.filter(({ gopls }) => selection.gopls === null || selection.gopls.includes(gopls)).filter(({ go }) => selection.go === null || selection.go.includes(go)) : selection.gopls !== null && selection.go === null ? [] : (selection.go ?? matrix.go).map((go) => ({ go, gopls: null }));
  return [...pairs].sort((a, b) => (0, import_compare.default)(a.gopls ?? semverOf(a.go), b.gopls ?? semverOf(b.go))).flatMap((pair) => {
    const spec = specFor(named.scenario, pair.go, pair.gopls);
    return spec === null ? [] : [{ ...named, ...pair, spec }];
  });
}
function turningPoints(cells) {
  return cells.filter((cell2, index) => {
    const newer = cells[index + 1];
    return newer === void 0 || newer.spec.expect !== cell2.spec.expect;
  });
}
function semverOf(go) {
  const [, minor, patch, pre] = /^1\.(\d+)(?:\.(\d+))?(?:(?:rc|beta)(\d+))?$/.exec(go) ?? [];
  if (minor === void 0) throw new UserError(`${go} is no Go version; write it as 1.22.12`);
  return `1.${minor}.${patch ?? 0}${pre === void 0 ? "" : `-rc.${pre}`}`;
}
function parseShard(text2) {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text2) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === void 0 || shard.index < 1 || shard.index > shard.of) {
    throw new UserError(`--shard ${text2}: write it as I/N with 1 \u2264 I \u2264 N, such as 2/4 for the second of four parts`);
  }
  return shard;
}
var import_compare, import_satisfies;
var init_plan = __esm({
  "src/lab/plan.ts"() {
    "use strict";
    import_compare = __toESM(require_compare(), 1);
    import_satisfies = __toESM(require_satisfies(), 1);
    init_errors();
    init_scenario();
  }
});

// src/lab/check-histories.ts
function checkHistories(histories, scenarios2) {
  const cells = /* @__PURE__ */ new Map();
  for (const history of histories) {
    const { go, gopls, runtime } = history.cell;
    const key = JSON.stringify([history.scenario, go, gopls, runtime]);
    const known = cells.get(key) ?? { cell: cellOf(history, scenarios2), histories: [] };
    cells.set(key, known);
    known.histories.push(history);
  }
  return [...cells.values()].map(
    ({ cell: cell2, histories: own }) => assembleCell(
      cell2,
      own.map((history) => judgeTrial(cell2, history)),
      own.reduce((sum, { ms }) => sum + ms, 0)
    )
  );
}
function cellOf(history, scenarios2) {
  const named = scenarios2.find(({ id }) => id === history.scenario);
  if (named === void 0) throw new UserError(`no scenario ${history.scenario} is known; name its file as well`);
  const { go, gopls } = history.cell;
  const spec = specFor(named.scenario, go, gopls);
  if (spec === null) throw new UserError(`${history.scenario} says nothing of Go ${go}`);
  if (history.arm !== null && named.scenario.mitigations?.[history.arm] === void 0) {
    throw new UserError(
      `${history.scenario} has no mitigation "${history.arm}"; the history is of another version of it`
    );
  }
  return { ...named, spec, go, gopls };
}
var init_check_histories = __esm({
  "src/lab/check-histories.ts"() {
    "use strict";
    init_errors();
    init_assemble_cell();
    init_plan();
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
function _addIssue(context, label2, dataset, config$1, other) {
  const input = other && "input" in other ? other.input : dataset.value;
  const expected2 = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input);
  const issue = {
    kind: context.kind,
    type: context.type,
    input,
    expected: expected2,
    received,
    message: `Invalid ${label2}: ${expected2 ? `Expected ${expected2} but r` : "R"}eceived ${received}`,
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
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
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
function maxLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_length",
    reference: maxLength,
    async: false,
    expects: `<=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
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
function nonEmpty(message$1) {
  return {
    kind: "validation",
    type: "non_empty",
    reference: nonEmpty,
    async: false,
    expects: "!0",
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
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
function rawCheck(action) {
  return {
    kind: "validation",
    type: "raw_check",
    reference: rawCheck,
    async: false,
    expects: null,
    "~run"(dataset, config$1) {
      action({
        dataset,
        config: config$1,
        addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
      });
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
function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function exactOptional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "exact_optional",
    reference: exactOptional,
    expects: wrapped.expects,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      return this.wrapped["~run"](dataset, config$1);
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
function strictObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "strict_object",
    reference: strictObject,
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
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
            _addIssue(this, "key", dataset, config$1, {
              input: key,
              expected: "never",
              path: [{
                type: "object",
                origin: "key",
                input,
                key,
                value: input[key]
              }]
            });
            break;
          }
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

// src/lab/history-store.ts
function fileNameOf(arm) {
  return (arm ?? "baseline").toLowerCase().replace(/[^a-z0-9.=]+/g, "-");
}
async function storeHistory(folder, history) {
  const { cell: cell2 } = history;
  const place = [cell2.go, ...cell2.gopls === null ? [] : [`gopls${cell2.gopls}`], cell2.runtime].join("-");
  const file = (0, import_node_path.join)(folder, history.scenario, place, `${fileNameOf(history.arm)}-${history.trial}.json`);
  await (0, import_promises.mkdir)((0, import_node_path.dirname)(file), { recursive: true });
  await (0, import_promises.writeFile)(`${file}.part`, `${JSON.stringify(history)}
`);
  await (0, import_promises.rename)(`${file}.part`, file);
}
async function readHistories(path) {
  const files = await jsonFiles(path);
  if (files.length === 0) throw new UserError(`${path}: no histories here; \`unlatch run --out DIR\` writes them`);
  return await Promise.all(files.map(readOne));
}
async function jsonFiles(path) {
  try {
    if (!(await (0, import_promises.stat)(path)).isDirectory()) return [path];
    const entries = await (0, import_promises.readdir)(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry2) => entry2.isFile() && entry2.name.endsWith(".json")).map((entry2) => (0, import_node_path.join)(entry2.parentPath, entry2.name)).sort();
  } catch (error) {
    if (errnoOf(error) === "EACCES") throw new UserError(`${path}: cannot be read`, { cause: error });
    if (errnoOf(error) === "ENOENT") throw new UserError(`${path}: no such file or folder`, { cause: error });
    throw error;
  }
}
async function readOne(file) {
  let text2;
  try {
    text2 = await (0, import_promises.readFile)(file, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    throw new UserError(`${file}: cannot be read`, { cause: error });
  }
  let value;
  try {
    value = JSON.parse(text2);
  } catch (error) {
    throw new UserError(`${file}: not JSON`, { cause: error });
  }
  const result = safeParse(historySchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = getDotPath(issue);
  throw new UserError(`${file}: no history of schema 1${path === null ? "" : ` (${path}: ${issue.message})`}`);
}
var import_promises, import_node_path, nullable2, historySchema;
var init_history_store = __esm({
  "src/lab/history-store.ts"() {
    "use strict";
    import_promises = require("node:fs/promises");
    import_node_path = require("node:path");
    init_dist();
    init_errors();
    nullable2 = { number: nullable(number()), string: nullable(string()) };
    historySchema = object({
      schema: literal(1),
      scenario: string(),
      arm: nullable2.string,
      trial: number(),
      cell: object({ go: string(), gopls: nullable2.string, runtime: picklist(["docker", "host"]), fs: string() }),
      versions: record(string(), string()),
      ended: picklist(["done", "until", "deadline"]),
      rescue: nullable(object({ code: number(), atMs: number(), output: string() })),
      workers: array(
        object({
          name: string(),
          copy: number(),
          command: string(),
          background: boolean(),
          code: nullable2.number,
          ended: picklist(["exited", "killed", "never-started"]),
          stdout: string(),
          stderr: string(),
          startMs: nullable2.number,
          endMs: nullable2.number
        })
      ),
      faults: array(object({ name: string(), worker: nullable2.string, armed: boolean(), hits: number() })),
      probes: array(object({ name: string(), code: number(), stdout: string() })),
      harness: nullable2.string,
      doctor: nullable(array(string())),
      ms: number()
    });
  }
});

// src/report/outcome.ts
function missedFindings(cell2) {
  const reported = cell2.doctor.reported;
  if (cell2.verdict !== "reproduced" || reported === null) return [];
  return cell2.doctor.expected.filter((id) => !reported.includes(id));
}
function claimOutcome(cell2) {
  if (cell2.skipped !== null) return "skipped";
  if (cell2.verdict === null || cell2.verdict === "inconclusive") return "inconclusive";
  if (cell2.verdict !== cell2.expect || missedFindings(cell2).length > 0) return "differs";
  return "as-expected";
}
function mitigationOutcome(cell2, mitigation2) {
  if (cell2.skipped !== null) return "skipped";
  if (mitigation2.verdict === mitigation2.expect) return "as-expected";
  if (mitigation2.verdict === "inconclusive") return "inconclusive";
  if (mitigation2.verdict === "untested" && claimOutcome(cell2) === "inconclusive") return "inconclusive";
  return "differs";
}
function cellOutcome(cell2) {
  const claim = claimOutcome(cell2);
  if (claim === "skipped") return claim;
  const all = [claim, ...cell2.mitigations.map((mitigation2) => mitigationOutcome(cell2, mitigation2))];
  if (all.includes("differs")) return "differs";
  if (all.includes("inconclusive")) return "inconclusive";
  return cell2.asExpected ? "as-expected" : "differs";
}
function countOutcomes(cells) {
  const counts = { "as-expected": 0, differs: 0, inconclusive: 0, skipped: 0 };
  for (const cell2 of cells) counts[cellOutcome(cell2)] += 1;
  return counts;
}
function summaryLine(cells) {
  const counts = countOutcomes(cells);
  const asExpected = counts["as-expected"];
  return [
    `${asExpected} ${asExpected === 1 ? "cell" : "cells"} as expected`,
    `${counts.differs} ${counts.differs === 1 ? "differs" : "differ"}`,
    `${counts.inconclusive} inconclusive`,
    `${counts.skipped} skipped`
  ].join(", ");
}
var init_outcome = __esm({
  "src/report/outcome.ts"() {
    "use strict";
  }
});

// src/report/exit-status.ts
function exitStatusOf(report, options) {
  const counts = countOutcomes(report.cells);
  if (counts.differs > 0 || options.strict && counts.skipped > 0) return exitStatus.differs;
  if (counts.inconclusive > 0) return exitStatus.inconclusive;
  return exitStatus.expected;
}
var init_exit_status = __esm({
  "src/report/exit-status.ts"() {
    "use strict";
    init_errors();
    init_outcome();
  }
});

// src/report/by-scenario.ts
function compareVersions(a, b) {
  return inVersionOrder.compare(a, b);
}
function groupBy(items, keyOf3) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf3(item));
    if (group === void 0) groups.set(keyOf3(item), [item]);
    else group.push(item);
  }
  return groups;
}
function byScenario(cells) {
  const sorted = cells.toSorted(
    (a, b) => compareVersions(a.scenario, b.scenario) || compareVersions(a.go, b.go) || compareVersions(a.gopls ?? "", b.gopls ?? "") || compareVersions(a.runtime, b.runtime) || compareVersions(a.fs ?? "", b.fs ?? "")
  );
  return groupBy(sorted, (cell2) => cell2.scenario);
}
var inVersionOrder;
var init_by_scenario = __esm({
  "src/report/by-scenario.ts"() {
    "use strict";
    inVersionOrder = new Intl.Collator("en", { numeric: true });
  }
});

// src/report/plain-text.ts
function plainText(text2) {
  return (0, import_node_util.stripVTControlCharacters)(text2).replace(/\r\n?/g, "\n").replace(new RegExp("(?![\\t\\n])\\p{Cc}|\\p{Surrogate}|\\p{Bidi_Control}|[\\ufffe\\uffff]", "gu"), "");
}
function plainLine(text2) {
  return plainText(text2).replace(/\s+/g, " ").trim();
}
var import_node_util;
var init_plain_text = __esm({
  "src/report/plain-text.ts"() {
    "use strict";
    import_node_util = require("node:util");
  }
});

// src/report/wording.ts
function hitsText(hits) {
  return `${hits} ${hits === 1 ? "hit" : "hits"}`;
}
function versionsText(cell2) {
  return cell2.gopls === null ? cell2.go : `${cell2.go} (${cell2.gopls})`;
}
function placeText(cell2) {
  const gopls = cell2.gopls === null ? "" : `, gopls ${cell2.gopls}`;
  return `go ${cell2.go}${gopls}, ${cell2.runtime}`;
}
function trialsText(tally2) {
  return `${tally2.present}/${tally2.absent}/${tally2.unknown}`;
}
function claimText(cell2) {
  if (cell2.skipped !== null) return `skipped, missing: ${plainLine(cell2.skipped)}`;
  if (cell2.verdict === null || cell2.verdict === "inconclusive") return "inconclusive";
  return cell2.verdict === "reproduced" ? "reproduced" : "not reproduced";
}
function untestedText(cell2) {
  return cell2.verdict === "not-reproduced" ? "untested: the baseline showed nothing" : "untested: no baseline to test it on";
}
function mitigationText(cell2, mitigation2) {
  if (mitigation2.verdict === "untested") return untestedText(cell2);
  if (mitigation2.verdict !== "holds" || mitigation2.hits === null) return mitigation2.verdict;
  return `holds, ${hitsText(mitigation2.hits)}: ${mitigation2.hits === 0 ? "avoids it" : "survives it"}`;
}
function mitigationSign(cell2, mitigation2) {
  const outcome = mitigationOutcome(cell2, mitigation2);
  return outcomeSign[mitigation2.verdict === "untested" && outcome === "as-expected" ? "skipped" : outcome];
}
function claimExpected(cell2) {
  if (claimOutcome(cell2) !== "differs") return "";
  const missed = missedFindings(cell2);
  if (missed.length > 0) return `, the doctor missed ${missed.join(", ")}`;
  return `, expected: ${cell2.expect === "reproduced" ? "reproduced" : "not reproduced"}`;
}
function mitigationExpected(cell2, mitigation2) {
  return mitigationOutcome(cell2, mitigation2) === "differs" ? `, expected: ${mitigation2.expect}` : "";
}
function remarks(cell2) {
  const place = `${cell2.scenario} (${placeText(cell2)})`;
  const found = [];
  const remark = (outcome, what, why2) => {
    if (outcome === "differs" || outcome === "inconclusive") {
      found.push({ outcome, text: `${place}${what}. ${plainLine(why2)}`.trimEnd() });
    }
  };
  remark(claimOutcome(cell2), `: ${claimText(cell2)}${claimExpected(cell2)}`, cell2.baseline?.why ?? "");
  for (const mitigation2 of cell2.mitigations) {
    const what = `, ${plainLine(mitigation2.name)}: ${mitigationText(cell2, mitigation2)}${mitigationExpected(cell2, mitigation2)}`;
    remark(mitigationOutcome(cell2, mitigation2), what, mitigation2.why);
  }
  if (found.length === 0)
    remark(cellOutcome(cell2), ": every verdict is as expected, and yet the run calls the cell not so", "");
  return found;
}
var outcomeSign;
var init_wording = __esm({
  "src/report/wording.ts"() {
    "use strict";
    init_outcome();
    init_plain_text();
    outcomeSign = {
      "as-expected": "\u2713",
      differs: "\u2717",
      inconclusive: "?",
      skipped: "\u2013"
    };
  }
});

// src/report/verdict-grid.ts
function verdictGrid(cells, columns, palette) {
  const notes = cells.flatMap((cell2) => remarks(cell2).map(({ outcome, text: text2 }) => paint(palette, outcome, text2)));
  return [
    ...cells.length === 0 ? [] : [grid(cells, columns, palette)],
    ...notes,
    palette.bold(summaryLine(cells)),
    ""
  ].join("\n");
}
function paint(palette, outcome, text2, sign2 = outcomeSign[outcome]) {
  const signed = `${sign2} ${text2}`;
  if (sign2 === outcomeSign.skipped) return palette.gray(signed);
  if (outcome === "as-expected") return palette.green(signed);
  if (outcome === "differs") return palette.red(signed);
  return palette.yellow(signed);
}
function grid(cells, columns, palette) {
  const colWidths = widths(cells, columns);
  const table = new import_cli_table3.default({
    head: ["scenario", "go (gopls)", "runtime", "verdict", "present/\nabsent/\nunknown", "hits"],
    colWidths,
    wordWrap: true,
    style: { head: [], border: [] }
  });
  const put = (text2, width) => breakLongWords(text2, width - padding);
  const [scenarioWidth, versionsWidth, runtimeWidth, verdictWidth] = colWidths;
  const whole = colWidths.reduce((sum, width) => sum + width);
  const beside = scenarioWidth + versionsWidth + runtimeWidth;
  for (const [scenario, group] of byScenario(cells)) {
    const claim = put(plainLine(group[0]?.claim ?? ""), whole);
    table.push([{ content: palette.bold(claim), colSpan: colWidths.length }]);
    for (const cell2 of group) {
      const verdict = put(claimText(cell2) + claimExpected(cell2), verdictWidth);
      table.push([
        put(scenario, scenarioWidth),
        put(versionsText(cell2), versionsWidth),
        cell2.runtime,
        paint(palette, claimOutcome(cell2), verdict),
        cell2.baseline === null ? "" : trialsText(cell2.baseline),
        { content: cell2.baseline?.hits ?? "", hAlign: "right" }
      ]);
      for (const mitigation2 of cell2.mitigations) {
        const text2 = mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2);
        table.push([
          { content: put(`  \u21B3 ${plainLine(mitigation2.name)}`, beside), colSpan: 3 },
          paint(
            palette,
            mitigationOutcome(cell2, mitigation2),
            put(text2, verdictWidth),
            mitigationSign(cell2, mitigation2)
          ),
          trialsText(mitigation2),
          { content: mitigation2.hits ?? "", hAlign: "right" }
        ]);
      }
    }
  }
  return table.toString();
}
function widths(cells, columns) {
  const widest = (texts) => Math.max(...texts.map((text2) => text2.length)) + padding;
  const hits = widest(["hits", ...cells.flatMap((c) => [c.baseline, ...c.mitigations]).map((t) => `${t?.hits ?? ""}`)]);
  const runtime = widest(["runtime", ...cells.map((cell2) => cell2.runtime)]);
  const trials = widest([
    "present/",
    ...cells.flatMap((c) => [c.baseline, ...c.mitigations]).map((t) => t ? trialsText(t) : "")
  ]);
  const borders = 7;
  const fixed = runtime + trials + hits + borders;
  const wideVersions = widest(["go (gopls)", ...cells.map(versionsText)]);
  const narrowVersions = widest(["(gopls)", ...cells.flatMap((cell2) => versionsText(cell2).split(" "))]);
  const available = Math.max(columns, minColumns) - fixed;
  const versions = available - wideVersions >= 50 ? wideVersions : narrowVersions;
  const wideScenario = widest(["scenario", ...cells.map((cell2) => cell2.scenario)]);
  const wideVerdict = widest([
    "verdict",
    ...cells.flatMap((cell2) => [
      `  ${claimText(cell2)}${claimExpected(cell2)}`,
      ...cell2.mitigations.map((m) => `  ${mitigationText(cell2, m)}${mitigationExpected(cell2, m)}`)
    ])
  ]);
  const rest = available - versions;
  const scenario = Math.min(wideScenario, Math.max(Math.floor(rest / 2), rest - wideVerdict));
  return [scenario, versions, runtime, Math.min(wideVerdict, rest - scenario), trials, hits];
}
function breakLongWords(text2, width) {
  return text2.replace(new RegExp(`\\S{${width}}(?=\\S)`, "gu"), "$&\n");
}
var import_cli_table3, minColumns, padding;
var init_verdict_grid = __esm({
  "src/report/verdict-grid.ts"() {
    "use strict";
    import_cli_table3 = __toESM(require("./cli-table3.cjs"), 1);
    init_by_scenario();
    init_outcome();
    init_plain_text();
    init_wording();
    minColumns = 72;
    padding = 2;
  }
});

// src/lab/check.ts
function failsWith(message) {
  return (history) => {
    const failed = foreground(history).filter((worker2) => worker2.code !== 0);
    for (const worker2 of failed) {
      const match = message.exec(worker2.stderr) ?? message.exec(worker2.stdout);
      if (match !== null) return present(`${nameOf(worker2)}: ${lineAround(match)}`);
    }
    return failed.length === 0 ? absent("every worker ended well") : unknown(otherFailure(failed));
  };
}
function eachFailsWith(messages) {
  return (history) => {
    const own = history.workers.filter((worker2) => messages[worker2.name] !== void 0);
    const failed = own.filter((worker2) => worker2.code !== 0);
    if (failed.length === 0) return absent("every worker ended well");
    const matches = failed.map((worker2) => messages[worker2.name]?.exec(worker2.stderr) ?? null);
    const other = failed.find((_, index) => matches[index] === null);
    if (other !== void 0) return unknown(otherFailure([other]));
    const well = own.find((worker2) => worker2.code === 0);
    if (well !== void 0) return unknown(`${nameOf(well)} ended well, while ${failed.map(nameOf).join(", ")} failed`);
    const [first] = matches;
    return present(`all ${failed.length} failed, ${first ? lineAround(first) : ""}`);
  };
}
function rescueFails() {
  return ({ rescue }) => {
    if (rescue === null) return unknown("the symptom never showed, so the rescue was not run");
    if (rescue.code === 0) return absent("the rescue ended well");
    return present(`the rescue ended with ${rescue.code}: ${lastLine(rescue.output)}`);
  };
}
function waitsForLock(probe) {
  return (history) => {
    const left = foreground(history).filter((worker2) => worker2.code !== 0);
    if (left.length === 0) return absent("every worker ended well");
    const waiters = probeOf(history, probe);
    const stuck = left.find((worker2) => worker2.ended === "killed");
    if (stuck !== void 0 && waiters.code === 0) {
      return present(`${nameOf(stuck)} waits for the lock (pid ${waiters.stdout.trim().replace(/\s+/g, ", ")})`);
    }
    return unknown(otherFailure(left));
  };
}
function probePrints(probe, text2) {
  return (history) => {
    const result = probeOf(history, probe);
    const match = text2.exec(result.stdout);
    if (match !== null) return present(`${probe}: ${lineAround(match)}`);
    if (result.code !== 0) return unknown(`the probe ${probe} ended with ${result.code}: ${firstLine(result.stdout)}`);
    const failed = foreground(history).filter((worker2) => worker2.code !== 0);
    return failed.length === 0 ? absent(`${probe}: ${firstLine(result.stdout)}`) : unknown(otherFailure(failed));
  };
}
function stuckIn(phase, why2 = /no answer within/) {
  return (history) => {
    const sessions = foreground(history).flatMap((worker2) => sessionOf(worker2) ?? []);
    if (sessions.length === 0) return unknown("no editor left a report");
    const found = sessions.find((session) => session.stuck === phase && why2.test(session.why ?? ""));
    if (found !== void 0) return present(`${found.worker} is stuck in "${phase}": ${found.why}`);
    const other = sessions.find((session) => session.stuck !== null);
    if (other !== void 0) return unknown(`${other.worker} is stuck elsewhere, in "${other.stuck}": ${other.why}`);
    const failed = foreground(history).filter((worker2) => worker2.code !== 0);
    if (failed.length > 0) return unknown(otherFailure(failed));
    return absent(sessions.map((session) => `${session.worker} ${timesOf(session.phases)}`).join("; "));
  };
}
function editorIsTold(message) {
  return (history) => {
    const sessions = foreground(history).flatMap((worker2) => sessionOf(worker2) ?? []);
    for (const session of sessions) {
      const match = [...session.diagnostics, ...session.said, session.why ?? "", session.stderr].map((text2) => message.exec(text2)).find((found) => found !== null);
      if (match != null) return present(`${session.worker}: ${lineAround(match)}`);
    }
    const left = foreground(history).filter((worker2) => worker2.code !== 0);
    if (sessions.length === 0 || left.length > 0) return unknown(otherFailure(left));
    return absent("every session got to its end");
  };
}
function sessionOf(worker2) {
  const line = worker2.stdout.split("\n").findLast((text2) => text2.startsWith('{"phases":'));
  return line === void 0 ? null : { worker: nameOf(worker2), ...JSON.parse(line) };
}
function timesOf(phases) {
  return Object.entries(phases).map(([phase, ms]) => `${phase} ${ms} ms`).join(", ");
}
function anyOf(...checkers) {
  return (history) => {
    const findings = checkers.map((check2) => check2(history));
    const deciding = ["present", "unknown", "absent"].map((state) => findings.find((finding) => finding.state === state)).find((finding) => finding !== void 0);
    return deciding ?? unknown("nothing was looked for");
  };
}
function foreground(history) {
  return history.workers.filter((worker2) => !worker2.background);
}
function probeOf(history, name2) {
  const probe = history.probes.find((result) => result.name === name2);
  if (probe === void 0) throw new RangeError(`the scenario has no probe ${name2}`);
  return probe;
}
function otherFailure(failed) {
  const [worker2] = failed;
  if (worker2 === void 0) return "nothing failed";
  if (worker2.ended === "never-started") return `${nameOf(worker2)} never started: its condition did not hold in time`;
  if (worker2.ended === "killed") return `${nameOf(worker2)} had not ended at the deadline, for another reason`;
  return `${nameOf(worker2)} failed otherwise (exit ${worker2.code}): ${lastLine(worker2.stderr || worker2.stdout)}`;
}
function nameOf(worker2) {
  return `${worker2.name}.${worker2.copy}`;
}
function lineAround(match) {
  const start = match.input.lastIndexOf("\n", match.index) + 1;
  const end = match.input.indexOf("\n", match.index);
  return match.input.slice(start, end === -1 ? void 0 : end).trim();
}
function firstLine(text2) {
  return text2.trim().split("\n")[0] ?? "";
}
function lastLine(text2) {
  return text2.trim().split("\n").at(-1) ?? "";
}
var present, absent, unknown;
var init_check = __esm({
  "src/lab/check.ts"() {
    "use strict";
    present = (why2) => ({ state: "present", why: why2 });
    absent = (why2) => ({ state: "absent", why: why2 });
    unknown = (why2) => ({ state: "unknown", why: why2 });
  }
});

// src/lab/fault/strace.ts
function straceFault(name2, filter, injection) {
  const { call, path, nth } = filter;
  const calls = syscalls[call];
  const when = nth === void 0 ? "" : `:when=${nth}`;
  const paths = path === void 0 ? "" : ` -P "$FAULT_LOG.canary" -P "${path}"`;
  const filtered = injection.kind === "killed" ? "" : " --seccomp-bpf";
  const canary = injection.kind === "delayed" ? `timeout -s KILL 0.1 ${canaries[call]}` : canaries[call];
  return {
    name: name2,
    needs: ["ptrace"],
    wrap: `strace -f${filtered} -y -qq -e signal=none -e trace=${calls} -e inject=${calls}:${spelled(injection)}${when}${paths} -o "$FAULT_LOG"`,
    canary: `{ touch "$FAULT_LOG.canary" || true; ${canary} || true; } >/dev/null 2>&1`,
    count: (log) => countStruck(log, struck[injection.kind], nth === void 0 || nth === 1 || nth === "1+")
  };
}
function countStruck(log, mark, canaryStruck) {
  const calls = wholeCalls(log);
  const canary = calls.filter((call) => call.includes(".canary"));
  return {
    armed: canaryStruck ? canary.some((call) => mark.test(call)) : canary.length > 0,
    hits: calls.filter((call) => mark.test(call) && !call.includes(".canary")).length
  };
}
function wholeCalls(log) {
  const begun = /* @__PURE__ */ new Map();
  const lines2 = log.split("\n");
  const last = lines2.pop();
  if (last !== void 0 && last !== "") lines2.push(`${last} <unfinished ...>`);
  const whole = lines2.flatMap((line) => {
    const [, pid = "", text2 = line] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const start = /^(.*) <unfinished \.\.\.>$/.exec(text2)?.[1];
    if (start !== void 0) {
      begun.set(pid, start);
      return [];
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text2)?.[1];
    if (rest === void 0) return [text2];
    const call = `${begun.get(pid) ?? ""}${rest}`;
    begun.delete(pid);
    return [call];
  });
  return [...whole, ...[...begun.values()].map((call) => `${call} <unfinished ...>`)];
}
var syscalls, canaries, spelled, struck;
var init_strace = __esm({
  "src/lab/fault/strace.ts"() {
    "use strict";
    syscalls = {
      rename: "/^rename",
      flock: "flock",
      unlink: "/^unlink",
      // Every program opens its libraries: without a path this strikes them all.
      open: "openat"
    };
    canaries = {
      rename: 'mv "$FAULT_LOG.canary" "$FAULT_LOG.canary.moved"',
      flock: 'flock -n "$FAULT_LOG.canary" true',
      unlink: 'rm -f "$FAULT_LOG.canary"',
      open: 'cat "$FAULT_LOG.canary"'
    };
    spelled = (injection) => {
      switch (injection.kind) {
        case "fails":
          return `error=${injection.errno}`;
        case "delayed":
          return `delay_enter=${injection.delayMs * 1e3}`;
        case "killed":
          return "signal=SIGKILL";
      }
    };
    struck = {
      fails: /\(INJECTED\b/,
      // One that was still held up when its process was killed has its name in the log, and no answer.
      delayed: /\(DELAYED\b|<unfinished \.\.\.>$|\) += \?$/,
      killed: /\) += \?$/
    };
  }
});

// src/lab/fault/call-delayed.ts
function callDelayed(filter, delayMs) {
  const where = filter.path === void 0 ? "" : ` on ${filter.path}`;
  return straceFault(`${filter.call} is delayed by ${delayMs} ms${where}`, filter, { kind: "delayed", delayMs });
}
var init_call_delayed = __esm({
  "src/lab/fault/call-delayed.ts"() {
    "use strict";
    init_strace();
  }
});

// src/lab/fault/call-fails.ts
function callFails(filter, errno) {
  const where = filter.path === void 0 ? "" : ` on ${filter.path}`;
  return straceFault(`${filter.call} fails with ${errno}${where}`, filter, { kind: "fails", errno });
}
var init_call_fails = __esm({
  "src/lab/fault/call-fails.ts"() {
    "use strict";
    init_strace();
  }
});

// src/lab/fault/killed-at-call.ts
function killedAtCall(filter) {
  const where = filter.path === void 0 ? "" : ` on ${filter.path}`;
  return straceFault(`killed at ${filter.call}${where}`, filter, { kind: "killed" });
}
var init_killed_at_call = __esm({
  "src/lab/fault/killed-at-call.ts"() {
    "use strict";
    init_strace();
  }
});

// src/lab/fault/lock-held.ts
function lockHeld(path, holder = "a live process") {
  return {
    name: `${path} locked by ${holder}`,
    needs: ["procfs"],
    hold: [
      `file="${path}"`,
      // Without the lock there is nothing to keep: the driver sees at once that the holder has ended.
      'mkdir -p "${file%/*}" && exec 5>>"$file" && flock -x 5 && busy "$file" || exit',
      'echo armed >"$FAULT_LOG"',
      keep[holder]
    ].join("\n"),
    note: `for pid in $(waiter "${path}"); do echo "waiter $pid" >>"$FAULT_LOG"; done`,
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: new Set(log.split("\n").filter((line) => line.startsWith("waiter "))).size
    })
  };
}
var keep;
var init_lock_held = __esm({
  "src/lab/fault/lock-held.ts"() {
    "use strict";
    keep = {
      "a live process": "exec sleep infinity",
      "a stopped process": "kill -STOP $$",
      "an orphan that inherited it": "sleep infinity & kill -KILL $$"
    };
  }
});

// src/lab/fault/request-fails.ts
function requestFails(path, treatment) {
  return {
    name: `requests for ${path.source}: ${treatment}`,
    needs: ["node", "netns"],
    hold: [
      `proxy --root "$LAB/proxy" --match '${path.source}' --treat ${treatment} --log "$FAULT_LOG" >"$FAULT_LOG.listening" &`,
      "server=$!",
      "until [[ -s $FAULT_LOG.listening ]]; do kill -0 $server || exit; read -rt 0.02 <> <(:); done",
      'echo armed >"$FAULT_LOG" && wait'
    ].join("\n"),
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: log.split("\n").filter((line) => line.startsWith("struck ")).length
    })
  };
}
var init_request_fails = __esm({
  "src/lab/fault/request-fails.ts"() {
    "use strict";
  }
});

// src/lab/vocabulary.ts
var vocabulary_exports = {};
__export(vocabulary_exports, {
  anyOf: () => anyOf,
  callDelayed: () => callDelayed,
  callFails: () => callFails,
  defineScenario: () => defineScenario,
  eachFailsWith: () => eachFailsWith,
  editorIsTold: () => editorIsTold,
  failsWith: () => failsWith,
  killedAtCall: () => killedAtCall,
  lockHeld: () => lockHeld,
  probePrints: () => probePrints,
  requestFails: () => requestFails,
  rescueFails: () => rescueFails,
  stuckIn: () => stuckIn,
  waitsForLock: () => waitsForLock
});
var init_vocabulary = __esm({
  "src/lab/vocabulary.ts"() {
    "use strict";
    init_check();
    init_call_delayed();
    init_call_fails();
    init_killed_at_call();
    init_lock_held();
    init_request_fails();
    init_scenario();
  }
});

// scenarios/flock-unsupported.ts
var flock_unsupported_default;
var init_flock_unsupported = __esm({
  "scenarios/flock-unsupported.ts"() {
    "use strict";
    init_vocabulary();
    flock_unsupported_default = defineScenario({
      claim: "Where flock fails (ENOLCK, ENOSYS, EOPNOTSUPP, EIO), as on a network filesystem without locks, go does not fall back: it fails at once.",
      source: "cmd/go/internal/lockedfile/internal/filelock; golang/go#37461; golang/go#48572; golang/go#49894",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      workers: [
        { name: "enolck", run: "go mod download", fault: callFails({ call: "flock" }, "ENOLCK") },
        { name: "enosys", run: "go mod download", fault: callFails({ call: "flock" }, "ENOSYS") },
        { name: "eopnotsupp", run: "go mod download", fault: callFails({ call: "flock" }, "EOPNOTSUPP") },
        { name: "eio", run: "go mod download", fault: callFails({ call: "flock" }, "EIO") }
      ],
      mitigations: {
        "run it again": {
          run: {
            enolck: "go mod download || go mod download",
            enosys: "go mod download || go mod download",
            eopnotsupp: "go mod download || go mod download",
            eio: "go mod download || go mod download"
          },
          expect: "fails"
        },
        "workspace and GOPATH on a disk with locks": {
          fault: callFails({ call: "flock", path: "$LAB/the-other-disk" }, "ENOLCK"),
          avoids: true
        },
        "GOFLAGS=-mod=mod": { env: { GOFLAGS: "-mod=mod" }, expect: "fails", source: "folk advice" }
      },
      check: eachFailsWith({
        enolck: /[Ll]ock \S+: no locks available/,
        enosys: /[Ll]ock \S+: function not implemented/,
        eopnotsupp: /[Ll]ock \S+: operation not supported/,
        eio: /[Ll]ock \S+: input\/output error/
      }),
      finding: "flock-unsupported"
    });
  }
});

// scenarios/folk-find-delete.ts
var folk_find_delete_default;
var init_folk_find_delete = __esm({
  "scenarios/folk-find-delete.ts"() {
    "use strict";
    init_vocabulary();
    folk_find_delete_default = defineScenario({
      claim: 'A stuck go command is still stuck after find "$GOCACHE" "$GOMODCACHE" -name lock -delete: the lock that it waits for is named v1.0.0.lock, and is held by a process.',
      source: "folk advice (F6); cmd/go/internal/modfetch/cache.go, lockVersion",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      workers: [
        { name: "download", run: "go mod download example.com/dep@v1.0.0" },
        {
          name: "advice",
          after: "waits download",
          run: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete; [[ -e $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock ]]'
        }
      ],
      fault: lockHeld("$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock"),
      until: "exited advice && waits download",
      probes: { waiting: "waits download" },
      mitigations: {
        'find -name "*.lock" -delete, which does find it': {
          rescue: 'find "$GOCACHE" "$GOMODCACHE" -name "*.lock" -delete',
          deadlineMs: 4e3,
          expect: "fails",
          source: "folk advice"
        },
        "end the holder": { rescue: "kill -KILL $(holder $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock)" }
      },
      check: waitsForLock("waiting"),
      finding: "lock-waiter"
    });
  }
});

// scenarios/folk-find-harm.ts
var folk_find_harm_default;
var init_folk_find_harm = __esm({
  "scenarios/folk-find-harm.ts"() {
    "use strict";
    init_vocabulary();
    folk_find_harm_default = defineScenario({
      claim: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete destroys what a module ships under the name "lock", where the module cache is writable (-modcacherw, or root).',
      source: 'folk advice (F6: it "harms nothing")',
      // -modcacherw came with Go 1.14.
      cells: [{ go: ">=1.14", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.14

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.14
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
-- proxy/example.com/dep@v1.0.0/testdata/lock --
a file of the module's own
`,
      env: { GOFLAGS: "-modcacherw" },
      setup: ["go mod tidy", "go mod verify"],
      workers: [{ name: "advice", run: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete || true' }],
      probes: {
        verify: "go mod verify 2>&1; test -e $GOMODCACHE/example.com/dep@v1.0.0/testdata/lock && echo still there || true"
      },
      mitigations: {
        "a module cache with its usual permissions": { env: { GOFLAGS: "" } },
        "look only below cache/": { run: { advice: 'find "$GOCACHE" "$GOMODCACHE/cache" -name lock -delete' } },
        "download it again afterwards": {
          run: { advice: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete; go mod download' },
          expect: "fails"
        },
        "go clean -modcache and download afterwards": {
          run: { advice: 'find "$GOCACHE" "$GOMODCACHE" -name lock -delete; go clean -modcache; go mod download' }
        }
      },
      check: probePrints("verify", /example\.com\/dep v1\.0\.0: dir has been modified/)
    });
  }
});

// scenarios/folk-lock-files.ts
var folk_lock_files_default;
var init_folk_lock_files = __esm({
  "scenarios/folk-lock-files.ts"() {
    "use strict";
    init_vocabulary();
    folk_lock_files_default = defineScenario({
      claim: "A lock file in $GOCACHE/<hex>/, $GOMODCACHE/.cache/v2/lock or .vscode/go/lock, present and held by another process, blocks go build, go mod download and go list.",
      source: "folk advice (F3, F4, F5); no such path is in cmd/go",
      cells: [{ expect: "not-reproduced", avoids: true }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [
        { name: "build", run: "go build ./...", fault: lockHeld("$GOCACHE/00/lock") },
        { name: "download", run: "go mod download", fault: lockHeld("$GOMODCACHE/.cache/v2/lock") },
        { name: "list", run: "go list -deps ./...", fault: lockHeld("$WORK/.vscode/go/lock") }
      ],
      until: "waiter $GOCACHE/00/lock || waiter $GOMODCACHE/.cache/v2/lock || waiter $WORK/.vscode/go/lock",
      probes: { waiting: "waiter $GOCACHE/00/lock || waiter $GOMODCACHE/.cache/v2/lock || waiter $WORK/.vscode/go/lock" },
      mitigations: {
        "delete the three files": {
          rescue: "rm $GOCACHE/00/lock $GOMODCACHE/.cache/v2/lock .vscode/go/lock",
          expect: "fails",
          source: "folk advice"
        }
      },
      check: waitsForLock("waiting")
    });
  }
});

// scenarios/gocache-trim-lock.ts
var gocache_trim_lock_default;
var init_gocache_trim_lock = __esm({
  "scenarios/gocache-trim-lock.ts"() {
    "use strict";
    init_vocabulary();
    gocache_trim_lock_default = defineScenario({
      claim: "go build fails at its very end where flock fails in GOCACHE alone: it locks trim.txt to note that it trimmed the cache.",
      source: "cmd/go/internal/cache/cache.go, Trim; golang/go#76314 on the lock of trim.txt",
      cells: [
        // Until 1.16 trim.txt is written without a lock.
        { go: "<1.17", expect: "not-reproduced", avoids: true },
        // 1.21 made the failure of the trim one of the command; 1.25 lets it pass again.
        { go: ">=1.21 <1.25", expect: "reproduced" },
        { expect: "not-reproduced" }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
      workers: [{ name: "build", run: "go build ./..." }],
      fault: callFails({ call: "flock", path: "$GOCACHE/trim.txt" }, "ENOLCK"),
      mitigations: {
        "run it again": { run: { build: "go build ./... || go build ./..." }, expect: "fails" },
        "GOCACHE on a disk with locks": { run: { build: "GOCACHE=$LAB/local go build ./..." }, avoids: true }
      },
      check: failsWith(/failed to trim cache: Lock \S+trim\.txt: no locks available/),
      finding: "flock-unsupported"
    });
  }
});

// scenarios/gopls-daemon-stopped.ts
var gopls_daemon_stopped_default;
var init_gopls_daemon_stopped = __esm({
  "scenarios/gopls-daemon-stopped.ts"() {
    "use strict";
    init_vocabulary();
    gopls_daemon_stopped_default = defineScenario({
      claim: "An editor whose gopls is a client of a daemon waits for the answer to initialize without an end while that daemon is stopped: the kernel takes its connection, and nothing reads it.",
      source: "gopls/internal/lsprpc/dialer.go: a limit for the connection only; golang/vscode-go#2914 (F19, F23)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      env: { SOCKET: "$XDG_RUNTIME_DIR/daemon" },
      workers: [
        { name: "daemon", run: 'gopls serve -listen="unix;$SOCKET"', background: true },
        { name: "stop", after: "[[ -S $SOCKET ]]", run: "kill -STOP $(pids daemon | tail -n 1)" },
        { name: "editor", after: "exited stop", run: 'editor --phase-ms 3000 -- gopls -remote="unix;$SOCKET"' }
      ],
      mitigations: {
        "let the daemon go on": {
          run: {
            editor: 'editor --phase-ms 15000 -- gopls -remote="unix;$SOCKET" & until ss -xl | grep "LISTEN *[1-9].*$SOCKET"; do :; done; kill -CONT $(pids daemon | tail -n 1); wait $!'
          }
        },
        "end the daemon, and start gopls again without one": {
          run: {
            editor: 'editor --phase-ms 1500 -- gopls -remote="unix;$SOCKET" >/dev/null || { kill -KILL $(pids daemon | tail -n 1); editor --phase-ms 15000 gopls; }'
          }
        },
        "start gopls again": {
          run: {
            editor: 'editor --phase-ms 1500 -- gopls -remote="unix;$SOCKET" >/dev/null || editor --phase-ms 3000 -- gopls -remote="unix;$SOCKET"'
          },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "gopls without a daemon": { run: { editor: "editor --phase-ms 15000 gopls" } }
      },
      check: stuckIn("initialize"),
      finding: "daemon-stopped"
    });
  }
});

// scenarios/gopls-folk-flags.ts
var gopls_folk_flags_default;
var init_gopls_folk_flags = __esm({
  "scenarios/gopls-folk-flags.ts"() {
    "use strict";
    init_vocabulary();
    gopls_folk_flags_default = defineScenario({
      claim: "gopls does not start at all with --skip-install-check, --no-tcp, --use-bundled-tools or -mod=readonly, which are said to speed up its start: it has no such flags.",
      source: "folk advice (F21)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // With nothing on its stdin a gopls that starts ends well at once.
      workers: [
        { name: "install", run: "timeout 15 gopls --skip-install-check </dev/null" },
        { name: "tcp", run: "timeout 15 gopls --no-tcp </dev/null" },
        { name: "tools", run: "timeout 15 gopls --use-bundled-tools </dev/null" },
        { name: "mod", run: "timeout 15 gopls -mod=readonly </dev/null" }
      ],
      mitigations: {
        "no flags": {
          run: {
            install: "timeout 15 gopls </dev/null",
            tcp: "timeout 15 gopls </dev/null",
            tools: "timeout 15 gopls </dev/null",
            mod: "timeout 15 gopls </dev/null"
          }
        },
        "-mode=stdio, a flag that gopls takes and does nothing about": {
          run: {
            install: "timeout 15 gopls -mode=stdio </dev/null",
            tcp: "timeout 15 gopls serve -mode=stdio </dev/null",
            tools: "editor --phase-ms 15000 -- gopls -mode=stdio",
            mod: "editor --phase-ms 15000 -- gopls serve -mode=stdio"
          },
          source: "folk advice (F21)"
        },
        "-mod=readonly where it belongs, in GOFLAGS": {
          run: {
            install: "timeout 15 gopls </dev/null",
            tcp: "timeout 15 gopls </dev/null",
            tools: "timeout 15 gopls </dev/null",
            mod: "GOFLAGS=-mod=readonly editor --phase-ms 15000 gopls"
          }
        }
      },
      check: eachFailsWith({
        install: /(not defined: -|unknown flag: --)skip-install-check/,
        tcp: /(not defined: -|unknown flag: --)no-tcp/,
        tools: /(not defined: -|unknown flag: --)use-bundled-tools/,
        mod: /(not defined|unknown flag): -mod\b/
      })
    });
  }
});

// scenarios/gopls-module-lock-held.ts
var gopls_module_lock_held_default;
var init_gopls_module_lock_held = __esm({
  "scenarios/gopls-module-lock-held.ts"() {
    "use strict";
    init_vocabulary();
    gopls_module_lock_held_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while another process holds the lock of a module version that is not in the cache yet: its go list waits in flock(2) for it.',
      source: "cmd/go/internal/modfetch/cache.go, lockVersion; golang/go#32421; golang/go#33543",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [{ name: "editor", run: "editor --phase-ms 3000 gopls" }],
      fault: lockHeld("$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock"),
      until: "waiter $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock",
      probes: { waiting: "waiter $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock" },
      mitigations: {
        "end the holder": {
          run: { editor: "editor --phase-ms 20000 gopls" },
          rescue: "kill -KILL $(holder $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock)"
        },
        "delete the lock file": {
          rescue: "rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock",
          expect: "fails",
          source: "folk advice (F25)"
        },
        "end gopls and all that it started, and start it again": {
          run: { editor: "editor --phase-ms 1500 gopls >/dev/null || editor --phase-ms 3000 gopls" },
          // Nothing to do but to let the trial go on to the second session.
          rescue: ":",
          expect: "fails",
          source: "folk advice (F7)"
        },
        "download before the lock is taken": {
          setup: ["go mod download"],
          run: { editor: "editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "a vendor folder": {
          setup: ["go mod vendor", "go clean -modcache"],
          run: { editor: "editor --phase-ms 20000 gopls" },
          // After the load gopls may run go mod tidy for its diagnostics: that waits for the lock, and the session goes on.
          rescue: ":",
          avoids: true
        },
        "a module cache of its own": {
          run: { editor: "GOMODCACHE=$LAB/own editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "GOPROXY=off": {
          run: { editor: "GOPROXY=off editor --phase-ms 3000 gopls" },
          expect: "fails"
        }
      },
      check: anyOf(waitsForLock("waiting"), stuckIn("go list")),
      finding: "lock-waiter"
    });
  }
});

// scenarios/gopls-orphan-holder.ts
var gopls_orphan_holder_default;
var init_gopls_orphan_holder = __esm({
  "scenarios/gopls-orphan-holder.ts"() {
    "use strict";
    init_vocabulary();
    gopls_orphan_holder_default = defineScenario({
      claim: "Killing gopls does not free a stuck workspace: its go list lives on as an orphan with the lock of the module version, and the go list of the next gopls waits for it, although the proxy answers again.",
      source: 'folk advice (F7: "pkill gopls"); golang/go#32421; microsoft/vscode-go#2633',
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [
        {
          name: "first",
          // Out of the reach of this editor, which would end all that gopls started with it; others end gopls alone.
          run: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls",
          background: true
        },
        {
          name: "advice",
          after: "holds first | grep v1.0.0.lock",
          run: "for pid in $(pids first); do if [[ $(</proc/$pid/comm) == gopls ]]; then kill -KILL $pid; fi; done"
        },
        // For this one the proxy answers.
        { name: "second", after: "exited advice", run: "editor --phase-ms 3000 gopls" }
      ],
      fault: requestFails(/\.zip$/, "stall"),
      until: "exited advice && waiter $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock",
      probes: { waiting: "waiter $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock" },
      mitigations: {
        "end the orphan that holds the lock": {
          run: { second: "editor --phase-ms 20000 gopls" },
          rescue: "kill -KILL $(holder $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock)"
        },
        "delete the lock file": {
          rescue: "rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock",
          expect: "fails",
          source: "folk advice (F25)"
        },
        "end the new gopls too and start it again": {
          run: { second: "editor --phase-ms 1500 gopls >/dev/null || editor --phase-ms 3000 gopls" },
          // Nothing to do but to let the trial go on to the second session.
          rescue: ":",
          expect: "fails",
          source: "folk advice (F7)"
        },
        "SIGTERM for the first gopls": {
          run: {
            advice: "for pid in $(pids first); do if [[ $(</proc/$pid/comm) == gopls ]]; then kill -TERM $pid; fi; done"
          },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "end the first gopls with all that it started": {
          run: { advice: "kill -KILL $(pids first)", second: "editor --phase-ms 20000 gopls" }
        },
        "close the stdin of the first gopls": {
          run: { advice: "kill -KILL $(pids first | sed -n 2p)", second: "editor --phase-ms 20000 gopls" },
          // The second may be seen to wait while the first still ends what it started.
          rescue: ":",
          source: "folk advice (F17)"
        }
      },
      check: anyOf(waitsForLock("waiting"), stuckIn("go list")),
      finding: "orphan-holder"
    });
  }
});

// scenarios/gopls-pid-file.ts
var gopls_pid_file_default;
var init_gopls_pid_file = __esm({
  "scenarios/gopls-pid-file.ts"() {
    "use strict";
    init_vocabulary();
    gopls_pid_file_default = defineScenario({
      claim: "A gopls.pid in the folder of the cache of gopls keeps a new gopls from starting: one that names a dead process, or one that a live process wrote and locks.",
      source: "folk advice (F1, F9); gopls/internal/filecache makes no such file, and takes no lock",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
      // A first session makes the folder $XDG_CACHE_HOME/gopls/<hash>; each worker has a copy of its own.
      setup: [
        "editor gopls",
        "mkdir $LAB/dead $LAB/live $HOME/.cache",
        "for cache in $LAB/dead $LAB/live $HOME/.cache; do cp -a $XDG_CACHE_HOME/gopls $cache; done",
        `for pid in $LAB/dead/gopls/* $HOME/.cache/gopls/*; do bash -c 'echo $$' >$pid/gopls.pid; done`
      ],
      workers: [
        { name: "dead", run: "XDG_CACHE_HOME=$LAB/dead editor --phase-ms 15000 gopls" },
        {
          name: "live",
          run: "cd $LAB/live/gopls/*; exec 5>gopls.pid; flock 5; echo $$ >&5; cd $WORK; XDG_CACHE_HOME=$LAB/live editor --phase-ms 15000 gopls 5>&-"
        },
        { name: "home", run: "unset XDG_CACHE_HOME; editor --phase-ms 15000 gopls" }
      ],
      mitigations: {
        "remove the file when kill -0 says that its process is gone": {
          run: {
            dead: "for pid in $LAB/dead/gopls/*/gopls.pid; do kill -0 $(<$pid) || rm $pid; done; XDG_CACHE_HOME=$LAB/dead editor --phase-ms 15000 gopls"
          },
          source: "folk advice (F9)"
        }
      },
      check: anyOf(stuckIn("initialize", /no answer within|the server ended/), editorIsTold(/gopls\.pid/)),
      finding: "folk-files"
    });
  }
});

// scenarios/gopls-socket-file.ts
var gopls_socket_file_default;
var init_gopls_socket_file = __esm({
  "scenarios/gopls-socket-file.ts"() {
    "use strict";
    init_vocabulary();
    gopls_socket_file_default = defineScenario({
      claim: 'A gopls.sock in the folder of the cache of gopls, or a gopls-*.sock in the folder for temporary files, keeps a new gopls from starting, with "address already in use".',
      source: "folk advice (F2, F10); gopls makes a socket for -remote and -listen only, and never there",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
      // A first session makes the folder $XDG_CACHE_HOME/gopls/<hash>. Then a gopls of each worker's makes a socket: one is
      // killed, one stops and never answers, and one is killed that had its socket in $TMPDIR.
      setup: [
        "editor gopls",
        "mkdir $LAB/left $LAB/stopped && cp -a $XDG_CACHE_HOME/gopls $LAB/left && cp -a $XDG_CACHE_HOME/gopls $LAB/stopped",
        "hash=$(ls $XDG_CACHE_HOME/gopls)",
        'listen() { gopls -listen="unix;$1" serve & local pid=$!; until [[ -S $1 ]]; do kill -0 $pid; done; kill -$2 $pid; }',
        "listen $LAB/left/gopls/$hash/gopls.sock KILL",
        "listen $LAB/stopped/gopls/$hash/gopls.sock STOP",
        "listen $TMPDIR/gopls-$hash.sock KILL"
      ],
      workers: [
        { name: "left", run: "XDG_CACHE_HOME=$LAB/left editor --phase-ms 15000 gopls" },
        { name: "stopped", run: "XDG_CACHE_HOME=$LAB/stopped editor --phase-ms 15000 gopls" },
        { name: "temporary", run: "editor --phase-ms 15000 gopls" }
      ],
      mitigations: {
        "delete the sockets": {
          setup: ["rm $LAB/*/gopls/*/gopls.sock $TMPDIR/gopls-*.sock"],
          source: "folk advice"
        }
      },
      check: anyOf(
        stuckIn("initialize", /no answer within|the server ended/),
        editorIsTold(/\.sock\b|address already in use/)
      ),
      finding: "folk-files"
    });
  }
});

// scenarios/gopls-stale-files.ts
var gopls_stale_files_default;
var init_gopls_stale_files = __esm({
  "scenarios/gopls-stale-files.ts"() {
    "use strict";
    init_vocabulary();
    gopls_stale_files_default = defineScenario({
      claim: "gopls hangs when entries of GOCACHE have a twin with the suffix .stale, or when another process holds .vscode/go/lock in the workspace.",
      source: "folk advice (F5, F8); no such name is in cmd/go, gopls or the editor",
      cells: [{ gopls: "*", expect: "not-reproduced", avoids: true }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // A build and a first session fill the caches.
      setup: [
        "go build ./... && editor gopls",
        "mkdir $LAB/stale && cp -a $GOCACHE $LAB/stale/twins && cp -a $GOCACHE $LAB/stale/renamed",
        `find $LAB/stale/twins -type f -name '*-[ad]' -exec cp {} {}.stale \\;`,
        `find $LAB/stale/renamed -type f -name '*-[ad]' -exec mv {} {}.stale \\;`
      ],
      workers: [
        { name: "twins", run: "GOCACHE=$LAB/stale/twins editor --phase-ms 15000 gopls" },
        { name: "renamed", run: "GOCACHE=$LAB/stale/renamed editor --phase-ms 15000 gopls" },
        { name: "locked", run: "editor --phase-ms 15000 gopls", fault: lockHeld("$WORK/.vscode/go/lock") }
      ],
      mitigations: {
        "delete the files": {
          setup: ['find $LAB/stale -name "*.stale" -delete'],
          fault: null,
          source: "folk advice"
        }
      },
      check: anyOf(stuckIn("initialize"), stuckIn("go list"), editorIsTold(/\.stale|\.vscode.go.lock/)),
      finding: "folk-files"
    });
  }
});

// scenarios/gopls-stalled-proxy.ts
var gopls_stalled_proxy_default;
var init_gopls_stalled_proxy = __esm({
  "scenarios/gopls-stalled-proxy.ts"() {
    "use strict";
    init_vocabulary();
    gopls_stalled_proxy_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while the module proxy is silent: its go list has no time limit for the network, and holds the lock of the module version meanwhile.',
      source: "golang/go#42132; cmd/go/internal/web/http.go: no Timeout (F34)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [{ name: "editor", run: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 4000 gopls" }],
      fault: requestFails(/\.zip$/, "stall"),
      mitigations: {
        "download before the editor starts": { setup: ["go mod download"], avoids: true },
        "GOPROXY=off": { run: { editor: "GOPROXY=off editor --phase-ms 10000 gopls" }, avoids: true },
        'a second proxy after "|"': {
          run: { editor: 'GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 4000 gopls' },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 2000 gopls >/dev/null || GOPROXY=http://127.0.0.1:8080 editor --phase-ms 4000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go list"),
      finding: "stalled-proxy"
    });
  }
});

// scenarios/gopls-stalled-sumdb.ts
var gopls_stalled_sumdb_default;
var init_gopls_stalled_sumdb = __esm({
  "scenarios/gopls-stalled-sumdb.ts"() {
    "use strict";
    init_vocabulary();
    gopls_stalled_sumdb_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while the checksum database is silent: in a workspace with a go.work its go list asks for each hash that go.sum lacks, without a time limit.',
      source: "cmd/go/internal/modload/init.go, mustHaveSums; modfetch/sumdb.go; cmd/go/internal/web/http.go: no Timeout (F34)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.work --
go 1.21

use .
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      workers: [{ name: "editor", run: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls" }],
      fault: requestFails(/^\/sumdb\//, "stall"),
      mitigations: {
        "go.sum is complete": {
          setup: ["go mod tidy", "go clean -modcache"],
          run: { editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls" },
          avoids: true
        },
        // Without a go.work, go list adds nothing to go.sum: it fails at once for what is missing there.
        "GOWORK=off": {
          run: { editor: "GOWORK=off GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "GONOSUMDB for the module": {
          env: { GONOSUMDB: "example.com" },
          run: { editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "GOSUMDB=off": {
          env: { GOSUMDB: "off" },
          run: { editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls" },
          avoids: true
        },
        'a second proxy after "|"': {
          run: { editor: 'GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 3000 gopls' },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 1500 gopls >/dev/null || GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go list"),
      finding: "stalled-sumdb"
    });
  }
});

// scenarios/gopls-stdin.ts
var gopls_stdin_default;
var init_gopls_stdin = __esm({
  "scenarios/gopls-stdin.ts"() {
    "use strict";
    init_vocabulary();
    gopls_stdin_default = defineScenario({
      claim: "Closing the stdin of gopls ends it, but not its go env when it waits for that: the orphan lives on, with the lock of what it downloads.",
      source: 'gopls/internal/cache/view.go, FetchGoEnv; folk advice (F17: "close its stdin")',
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.99.0
-- m.go --
package m
-- list/go.mod --
module example.com/list

go 1.21

require example.com/dep v1.0.0
-- list/list.go --
package list

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      setup: ["cd list && go mod tidy && go clean -modcache"],
      workers: [
        {
          name: "editor",
          // Out of the reach of this editor, which would end all that gopls started with it; others end gopls alone.
          run: "GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls",
          background: true
        },
        {
          name: "close",
          after: "holds editor | grep @v/v",
          // Of the shell, the editor, setsid, gopls and go, the editor is ended: it alone has the other end of that stdin.
          run: "tree=($(pids editor)); kill -KILL ${tree[1]}; timeout 15 tail -s 0.1 -f --pid ${tree[3]} /dev/null; timeout 3 tail -s 0.1 -f --pid ${tree[4]} /dev/null || { echo left behind: $(ps -o args= ${tree[4]}) with $(readlink /proc/${tree[4]}/fd/*); exit 1; }"
        }
      ],
      fault: requestFails(/\.zip$/, "stall"),
      mitigations: {
        "close it while gopls waits for go list": {
          run: { editor: "cd list; GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls" }
        },
        "SIGTERM for gopls": {
          run: {
            close: "tree=($(pids editor)); kill -TERM ${tree[3]}; timeout 15 tail -s 0.1 -f --pid ${tree[3]} /dev/null; timeout 3 tail -s 0.1 -f --pid ${tree[4]} /dev/null || { echo left behind: $(ps -o args= ${tree[4]}) with $(readlink /proc/${tree[4]}/fd/*); exit 1; }"
          },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "end the process group of gopls": {
          run: {
            close: "tree=($(pids editor)); kill -KILL -- -${tree[3]}; timeout 3 tail -s 0.1 -f --pid ${tree[4]} /dev/null || { echo left behind: $(ps -o args= ${tree[4]}) with $(readlink /proc/${tree[4]}/fd/*); exit 1; }"
          }
        }
      },
      check: failsWith(/left behind: go env .*\/@v\/\S+\.lock/),
      finding: "orphan-holder"
    });
  }
});

// scenarios/gopls-stdin-null.ts
var gopls_stdin_null_default;
var init_gopls_stdin_null = __esm({
  "scenarios/gopls-stdin-null.ts"() {
    "use strict";
    init_vocabulary();
    gopls_stdin_null_default = defineScenario({
      claim: "gopls hangs when its stdin is /dev/null or closed from the start, and goes on for ever when an editor closes it while gopls is idle.",
      source: "folk advice (F17, F18); gopls ends at the end of its input",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      workers: [
        { name: "null", run: 'timeout 10 gopls </dev/null || { (($? != 124)) || echo "gopls has not ended"; false; }' },
        { name: "none", run: 'timeout 10 gopls <&- || { (($? != 124)) || echo "gopls has not ended"; false; }' },
        {
          name: "idle",
          // setsid: this editor would end gopls at the end, were it not for a session of its own.
          run: `editor --phase-ms 15000 --until answer -- setsid --wait bash -c 'echo $$ >$LAB/idle.pid; exec gopls'; timeout 10 tail -s 0.1 -f --pid $(<$LAB/idle.pid) /dev/null || { echo "gopls has not ended"; false; }`
        }
      ],
      check: failsWith(/gopls has not ended/)
    });
  }
});

// scenarios/gopls-toolchain-download.ts
var gopls_toolchain_download_default;
var init_gopls_toolchain_download = __esm({
  "scenarios/gopls-toolchain-download.ts"() {
    "use strict";
    init_vocabulary();
    gopls_toolchain_download_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while the go command fetches the newer Go that go.mod asks for from a silent proxy: with GOTOOLCHAIN=auto even go env does.',
      source: "cmd/go/internal/toolchain/select.go, Exec; gopls/internal/cache/view.go, FetchGoEnv: no deadline (F34)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.99.0
-- main.go --
package main

func main() {}
`,
      workers: [
        {
          name: "editor",
          run: "GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls"
        }
      ],
      fault: requestFails(/\/golang\.org\/toolchain\//, "stall"),
      mitigations: {
        "GOTOOLCHAIN=local: a diagnostic in go.mod says which Go is wanted": {
          run: {
            // Prints the report only when it holds that diagnostic.
            editor: `GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls | grep '"diagnostics":\\["go.mod: .*requires go >= 1.99.0'`
          },
          avoids: true
        },
        "GOPROXY=off: a message says that there is no such toolchain": {
          run: {
            editor: 'GOTOOLCHAIN=auto GOPROXY=off editor --phase-ms 20000 gopls | grep "download go1.99.0 for .*: toolchain not available"'
          },
          avoids: true
        },
        "a go directive that the installed Go satisfies": {
          setup: ["go mod edit -go=1.21"],
          run: { editor: "GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls" },
          avoids: true
        },
        'a second proxy after "|"': {
          run: {
            editor: 'GOTOOLCHAIN=auto GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 3000 gopls'
          },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 1500 gopls >/dev/null || GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go env"),
      finding: "toolchain-download"
    });
  }
});

// scenarios/gosum-temp-rename.ts
var gosum_temp_rename_default;
var init_gosum_temp_rename = __esm({
  "scenarios/gosum-temp-rename.ts"() {
    "use strict";
    init_vocabulary();
    gosum_temp_rename_default = defineScenario({
      claim: "Concurrent go commands write go.sum through a temporary file and a rename, and fail where that rename fails (EBUSY, ESTALE, EXDEV, EACCES, EEXIST), as on NFS.",
      source: "folk advice (F12); cmd/go/internal/modfetch/fetch.go, WriteGoSum; golang/go#37461",
      cells: [
        { go: "<1.14", expect: "reproduced" },
        // Since 1.14 go.sum is opened under a flock and written in place: there is no rename to strike.
        { go: ">=1.14", expect: "not-reproduced", avoids: true }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import _ "example.com/dep"
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      // The module cache is warm, so that go.sum alone is written in the race.
      setup: ["go mod tidy", "rm go.sum"],
      workers: [
        { name: "ebusy", run: "go mod tidy", fault: callFails({ call: "rename" }, "EBUSY") },
        { name: "estale", run: "go mod tidy", fault: callFails({ call: "rename" }, "ESTALE") },
        { name: "exdev", run: "go mod tidy", fault: callFails({ call: "rename" }, "EXDEV") },
        { name: "eacces", run: "go mod tidy", fault: callFails({ call: "rename" }, "EACCES") },
        { name: "eexist", run: "go mod tidy", fault: callFails({ call: "rename" }, "EEXIST") }
      ],
      mitigations: {
        "GOSUMDB=off": { env: { GOSUMDB: "off" }, expect: "fails", source: "folk advice (F13)" },
        "GOPROXY=direct": {
          run: {
            ebusy: "GOPROXY=direct go mod tidy",
            estale: "GOPROXY=direct go mod tidy",
            exdev: "GOPROXY=direct go mod tidy",
            eacces: "GOPROXY=direct go mod tidy",
            eexist: "GOPROXY=direct go mod tidy"
          },
          expect: "fails",
          source: "folk advice (F14)"
        },
        "go mod tidy once before the workers": { setup: ["go mod tidy"], avoids: true, source: "folk advice (F15)" },
        // On Go 1.13 go mod download leaves go.sum incomplete.
        "go mod download once before the workers": {
          setup: ["go mod download"],
          expect: "fails",
          source: "folk advice (F15)"
        }
      },
      check: eachFailsWith({
        ebusy: /writing go\.sum: rename \S+\.tmp \S+go\.sum: device or resource busy/,
        estale: /writing go\.sum: rename \S+\.tmp \S+go\.sum: stale NFS file handle/,
        exdev: /writing go\.sum: rename \S+\.tmp \S+go\.sum: invalid cross-device link/,
        eacces: /writing go\.sum: rename \S+\.tmp \S+go\.sum: permission denied/,
        eexist: /writing go\.sum: rename \S+\.tmp \S+go\.sum: file exists/
      })
    });
  }
});

// scenarios/modcache-killed.ts
var modcache_killed_default;
var init_modcache_killed = __esm({
  "scenarios/modcache-killed.ts"() {
    "use strict";
    init_vocabulary();
    modcache_killed_default = defineScenario({
      claim: "A download or an extraction that is killed leaves the module cache broken for the next go command.",
      source: 'folk advice (F28); cmd/go/internal/modfetch/fetch.go, download (".partial")',
      cells: [{ expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require (
	example.com/a v1.0.0
	example.com/b v1.0.0
)
-- m.go --
package m

import (
	_ "example.com/a"
	_ "example.com/b"
)
-- proxy/example.com/a@v1.0.0/go.mod --
module example.com/a
-- proxy/example.com/a@v1.0.0/a.go --
package a
-- proxy/example.com/b@v1.0.0/go.mod --
module example.com/b
-- proxy/example.com/b@v1.0.0/b.go --
package b
`,
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [
        {
          name: "download",
          run: "go mod download",
          fault: killedAtCall({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/a/@v/v1.0.0.zip" }),
          background: true
        },
        {
          name: "extraction",
          run: "go mod download",
          after: "exited download",
          fault: killedAtCall({ call: "open", path: "$GOMODCACHE/example.com/b@v1.0.0/b.go" }),
          background: true
        },
        {
          name: "next",
          after: "exited download extraction",
          run: "go mod download && go mod verify && go build ./...",
          fault: null
        }
      ],
      probes: { left: 'find $GOMODCACHE/cache -name "*.tmp" -o -name "*.partial"' },
      check: failsWith(
        /not a valid zip|checksum mismatch|has been modified|expected 'package'|no such file|cannot find package/
      )
    });
  }
});

// scenarios/modcache-lock-deleted.ts
var modcache_lock_deleted_default;
var init_modcache_lock_deleted = __esm({
  "scenarios/modcache-lock-deleted.ts"() {
    "use strict";
    init_vocabulary();
    modcache_lock_deleted_default = defineScenario({
      claim: 'Deleting a lock file that a live go command holds lets a second writer in: both then hold "the" lock of one module version.',
      source: 'folk advice (F25: "delete the stale lock"); cmd/go/internal/lockedfile: the lock is on the file, not on its name',
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      workers: [
        {
          name: "first",
          run: "go mod download",
          fault: callDelayed({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip" }, 3e3),
          background: true
        },
        {
          name: "advice",
          after: "holds first | grep -q v1.0.0.lock",
          run: "rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock",
          fault: null
        },
        {
          name: "second",
          after: "exited advice",
          run: "go mod download",
          fault: callDelayed({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip" }, 1e3)
        }
      ],
      until: "holds first | grep -q v1.0.0.lock && holds second | grep -q v1.0.0.lock",
      probes: { holders: "echo first $(holds first) second $(holds second)" },
      mitigations: {
        "end the holder, leave the file": { run: { advice: "kill -KILL $(pids first)" } },
        "delete it only when LOCK_NB says that nobody holds it": {
          run: {
            advice: "busy $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock || rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock"
          }
          // The second finds the work done by the first, and has nothing left to rename.
        }
      },
      check: probePrints("holders", /first \d+ \S+v1\.0\.0\.lock \(deleted\) second \d+ \S+v1\.0\.0\.lock/)
    });
  }
});

// scenarios/modcache-lock-held.ts
var modcache_lock_held_default;
var init_modcache_lock_held = __esm({
  "scenarios/modcache-lock-held.ts"() {
    "use strict";
    init_vocabulary();
    modcache_lock_held_default = defineScenario({
      claim: "go mod download waits without an end while another process holds the lock of that module version: a live one, a stopped one, or an orphan that inherited the descriptor.",
      source: "cmd/go/internal/modfetch/cache.go, lockVersion; golang/go#32421; golang/go#33543",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m
-- proxy/example.com/live@v1.0.0/live.go --
package live
-- proxy/example.com/stopped@v1.0.0/stopped.go --
package stopped
-- proxy/example.com/orphan@v1.0.0/orphan.go --
package orphan
`,
      workers: [
        {
          name: "live",
          run: "go mod download example.com/live@v1.0.0",
          fault: lockHeld("$GOMODCACHE/cache/download/example.com/live/@v/v1.0.0.lock", "a live process")
        },
        {
          name: "stopped",
          run: "go mod download example.com/stopped@v1.0.0",
          fault: lockHeld("$GOMODCACHE/cache/download/example.com/stopped/@v/v1.0.0.lock", "a stopped process")
        },
        {
          name: "orphan",
          run: "go mod download example.com/orphan@v1.0.0",
          fault: lockHeld("$GOMODCACHE/cache/download/example.com/orphan/@v/v1.0.0.lock", "an orphan that inherited it")
        }
      ],
      until: "waits live stopped orphan",
      probes: { waiting: "waits live || waits stopped || waits orphan" },
      mitigations: {
        "end the holders": {
          rescue: "for module in live stopped orphan; do kill -KILL $(holder $GOMODCACHE/cache/download/example.com/$module/@v/v1.0.0.lock); done"
        },
        "delete the lock files": {
          rescue: "rm $GOMODCACHE/cache/download/example.com/*/@v/v1.0.0.lock",
          deadlineMs: 4e3,
          expect: "fails",
          source: "folk advice"
        },
        "end the waiting commands and start them again": {
          rescue: "kill -KILL $(waits live); timeout 3 go mod download example.com/live@v1.0.0",
          deadlineMs: 5e3,
          check: rescueFails(),
          expect: "fails",
          source: 'folk advice ("restart the editor")'
        },
        "download before the locks are taken": {
          setup: ["for module in live stopped orphan; do go mod download example.com/$module@v1.0.0; done"],
          avoids: true
        },
        "a module cache of its own": {
          run: {
            live: "GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/live@v1.0.0",
            stopped: "GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/stopped@v1.0.0",
            orphan: "GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/orphan@v1.0.0"
          },
          avoids: true
        }
      },
      check: waitsForLock("waiting"),
      finding: "lock-waiter"
    });
  }
});

// scenarios/modcache-lock-left.ts
var modcache_lock_left_default;
var init_modcache_lock_left = __esm({
  "scenarios/modcache-lock-left.ts"() {
    "use strict";
    init_vocabulary();
    modcache_lock_left_default = defineScenario({
      claim: "The lock of a module version survives the death of its holder: the file that it leaves blocks the next go command.",
      source: "folk advice (F24); flock(2): a lock goes with the last descriptor of its open file",
      cells: [{ expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      workers: [
        {
          name: "killed",
          run: "go mod download",
          // It holds the lock while it renames the zip.
          fault: killedAtCall({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip" }),
          background: true
        },
        {
          name: "next",
          after: "exited killed && [[ -e $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock ]]",
          run: "go mod download"
        }
      ],
      until: "waits next",
      probes: { waiting: "waits next" },
      mitigations: {
        "delete the lock file": {
          rescue: "rm $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock",
          expect: "fails",
          source: "folk advice"
        }
      },
      check: waitsForLock("waiting")
    });
  }
});

// scenarios/modcache-rename.ts
var modcache_rename_default;
var init_modcache_rename = __esm({
  "scenarios/modcache-rename.ts"() {
    "use strict";
    init_vocabulary();
    modcache_rename_default = defineScenario({
      claim: "go fails on a cold module cache when a rename there fails (EBUSY, ESTALE, EXDEV, EACCES, EEXIST): a module zip is written under a temporary name.",
      source: "cmd/go/internal/modfetch/fetch.go, downloadZip; golang/go#36447",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep.git v1.0.0
-- m.go --
package m

import _ "example.com/dep.git"
-- proxy/example.com/dep.git@v1.0.0/go.mod --
module example.com/dep.git

go 1.13
-- proxy/example.com/dep.git@v1.0.0/dep.go --
package dep
`,
      // go.sum is complete, so that the module cache alone is written.
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [
        {
          name: "ebusy",
          run: "go mod download",
          fault: callFails(
            { call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip" },
            "EBUSY"
          )
        },
        {
          name: "estale",
          run: "go mod download",
          fault: callFails(
            { call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip" },
            "ESTALE"
          )
        },
        {
          name: "exdev",
          run: "go mod download",
          fault: callFails(
            { call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip" },
            "EXDEV"
          )
        },
        {
          name: "eacces",
          run: "go mod download",
          fault: callFails(
            { call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip" },
            "EACCES"
          )
        },
        {
          name: "eexist",
          run: "go mod download",
          fault: callFails(
            { call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep.git/@v/v1.0.0.zip" },
            "EEXIST"
          )
        }
      ],
      until: "exited ebusy estale exdev eacces eexist",
      mitigations: {
        "GOSUMDB=off": { env: { GOSUMDB: "off" }, expect: "fails", source: "folk advice (F13)" },
        "GOPROXY=direct": {
          // The module comes from a git repository of the same contents, which git is told to find in the sandbox.
          setup: [
            "git init -q $LAB/remote/dep.git && cd $LAB/remote/dep.git",
            'printf "module example.com/dep.git\n\ngo 1.13\n" >go.mod && echo "package dep" >dep.go && git add .',
            "git -c user.name=lab -c user.email=lab@example.com commit -qm dep && git tag v1.0.0",
            'git config --global url."$LAB/remote/".insteadOf https://example.com/'
          ],
          run: {
            ebusy: "GOPROXY=direct go mod download",
            estale: "GOPROXY=direct go mod download",
            exdev: "GOPROXY=direct go mod download",
            eacces: "GOPROXY=direct go mod download",
            eexist: "GOPROXY=direct go mod download"
          },
          expect: "fails",
          source: "folk advice (F14)"
        },
        "go mod download once before the workers": {
          setup: ["go mod download"],
          avoids: true,
          source: "folk advice (F15)"
        },
        "go mod tidy once before the workers": { setup: ["go mod tidy"], avoids: true, source: "folk advice (F15)" },
        "the same command again, once the rename works": {
          rescue: "go mod download && go mod verify && go list -deps ./...",
          check: rescueFails()
        }
      },
      check: eachFailsWith({
        ebusy: /rename \S+\.zip\S+ \S+\.zip: device or resource busy/,
        estale: /rename \S+\.zip\S+ \S+\.zip: stale (NFS )?file handle/,
        exdev: /rename \S+\.zip\S+ \S+\.zip: invalid cross-device link/,
        eacces: /rename \S+\.zip\S+ \S+\.zip: permission denied/,
        eexist: /rename \S+\.zip\S+ \S+\.zip: file exists/
      })
    });
  }
});

// scenarios/index.ts
var scenarios;
var init_scenarios = __esm({
  "scenarios/index.ts"() {
    "use strict";
    init_flock_unsupported();
    init_folk_find_delete();
    init_folk_find_harm();
    init_folk_lock_files();
    init_gocache_trim_lock();
    init_gopls_daemon_stopped();
    init_gopls_folk_flags();
    init_gopls_module_lock_held();
    init_gopls_orphan_holder();
    init_gopls_pid_file();
    init_gopls_socket_file();
    init_gopls_stale_files();
    init_gopls_stalled_proxy();
    init_gopls_stalled_sumdb();
    init_gopls_stdin();
    init_gopls_stdin_null();
    init_gopls_toolchain_download();
    init_gosum_temp_rename();
    init_modcache_killed();
    init_modcache_lock_deleted();
    init_modcache_lock_held();
    init_modcache_lock_left();
    init_modcache_rename();
    scenarios = {
      "gosum-temp-rename": gosum_temp_rename_default,
      "modcache-rename": modcache_rename_default,
      "modcache-lock-held": modcache_lock_held_default,
      "modcache-lock-left": modcache_lock_left_default,
      "modcache-lock-deleted": modcache_lock_deleted_default,
      "modcache-killed": modcache_killed_default,
      "folk-lock-files": folk_lock_files_default,
      "folk-find-delete": folk_find_delete_default,
      "folk-find-harm": folk_find_harm_default,
      "flock-unsupported": flock_unsupported_default,
      "gocache-trim-lock": gocache_trim_lock_default,
      "gopls-stalled-proxy": gopls_stalled_proxy_default,
      "gopls-stalled-sumdb": gopls_stalled_sumdb_default,
      "gopls-toolchain-download": gopls_toolchain_download_default,
      "gopls-module-lock-held": gopls_module_lock_held_default,
      "gopls-orphan-holder": gopls_orphan_holder_default,
      "gopls-pid-file": gopls_pid_file_default,
      "gopls-socket-file": gopls_socket_file_default,
      "gopls-stale-files": gopls_stale_files_default,
      "gopls-stdin-null": gopls_stdin_null_default,
      "gopls-stdin": gopls_stdin_default,
      "gopls-daemon-stopped": gopls_daemon_stopped_default,
      "gopls-folk-flags": gopls_folk_flags_default
    };
  }
});

// node_modules/leven/index.js
var leven_exports = {};
__export(leven_exports, {
  closestMatch: () => closestMatch,
  default: () => leven
});
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
  let temporary2;
  let temporary22;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array2[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary2 = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary22 = bCharacterCode === characterCodeCache[index] ? temporary2 : temporary2 + 1;
      temporary2 = array2[index];
      result = array2[index] = temporary2 > result ? temporary22 > result ? result + 1 : temporary22 : temporary22 > temporary2 ? temporary2 + 1 : temporary22;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array2[index] < rowMinimum) {
          rowMinimum = array2[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array2.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
function closestMatch(target, candidates2, options) {
  if (!Array.isArray(candidates2) || candidates2.length === 0) {
    return void 0;
  }
  const userMax = options?.maxDistance;
  const targetLength = target.length;
  for (const candidate of candidates2) {
    if (candidate === target) {
      return candidate;
    }
  }
  if (userMax === 0) {
    return void 0;
  }
  let best;
  let bestDist = Number.POSITIVE_INFINITY;
  const seen = /* @__PURE__ */ new Set();
  for (const candidate of candidates2) {
    if (seen.has(candidate)) {
      continue;
    }
    seen.add(candidate);
    const lengthDiff = Math.abs(candidate.length - targetLength);
    if (lengthDiff >= bestDist) {
      continue;
    }
    if (userMax !== void 0 && lengthDiff > userMax) {
      continue;
    }
    const cap = Number.isFinite(bestDist) ? userMax === void 0 ? bestDist : Math.min(bestDist, userMax) : userMax;
    const distance = cap === void 0 ? leven(target, candidate) : leven(target, candidate, { maxDistance: cap });
    if (userMax !== void 0 && distance > userMax) {
      continue;
    }
    let actualD = distance;
    if (cap !== void 0 && distance === cap && cap === userMax) {
      actualD = leven(target, candidate);
    }
    if (actualD < bestDist) {
      bestDist = actualD;
      best = candidate;
      if (bestDist === 0) {
        break;
      }
    }
  }
  if (userMax !== void 0 && bestDist > userMax) {
    return void 0;
  }
  return best;
}
var array2, characterCodeCache;
var init_leven = __esm({
  "node_modules/leven/index.js"() {
    array2 = [];
    characterCodeCache = [];
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
    var inc = (version, release4, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release4, identifier, identifierBase).version;
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
    var compare4 = require_compare();
    var rcompare = (a, b, loose) => compare4(b, a, loose);
    module2.exports = rcompare;
  }
});

// node_modules/semver/functions/compare-loose.js
var require_compare_loose = __commonJS({
  "node_modules/semver/functions/compare-loose.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var compareLoose = (a, b) => compare4(a, b, true);
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
      const build2 = options.includePrerelease && match[6] ? `+${match[6]}` : "";
      return parse(`${major}.${minor}.${patch}${prerelease2}${build2}`, options);
    };
    module2.exports = coerce;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var constants4 = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants4.RELEASE_TYPES.includes(truncation)) {
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

// node_modules/semver/ranges/valid.js
var require_valid2 = __commonJS({
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
    var compare4 = require_compare();
    module2.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare4(a, b, options));
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
    var compare4 = require_compare();
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
        gtltComp = compare4(gt.semver, lt.semver, options);
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
      const comp = compare4(a.semver, b.semver, options);
      return comp > 0 ? a : comp < 0 ? b : b.operator === ">" && a.operator === ">=" ? b : a;
    };
    var lowerLT = (a, b, options) => {
      if (!a) {
        return b;
      }
      const comp = compare4(a.semver, b.semver, options);
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
    var constants4 = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse = require_parse();
    var valid2 = require_valid();
    var clean = require_clean();
    var inc = require_inc();
    var diff = require_diff();
    var major = require_major();
    var minor = require_minor();
    var patch = require_patch();
    var prerelease2 = require_prerelease();
    var compare4 = require_compare();
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
    var validRange2 = require_valid2();
    var outside = require_outside();
    var gtr = require_gtr();
    var ltr = require_ltr();
    var intersects = require_intersects();
    var simplifyRange = require_simplify();
    var subset = require_subset();
    module2.exports = {
      parse,
      valid: valid2,
      clean,
      inc,
      diff,
      major,
      minor,
      patch,
      prerelease: prerelease2,
      compare: compare4,
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
      SEMVER_SPEC_VERSION: constants4.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants4.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/lab/scenario-schema.ts
function scenarioFlaws(value) {
  const result = safeParse(schema, value);
  if (result.success) return [];
  return result.issues.map(({ path, message }) => {
    const where = dotted(path?.map(({ key }) => key) ?? []);
    return where === "" ? message : `${where} ${message}`;
  });
}
function only(entries, what = "an object") {
  return strictObject(entries, (issue) => {
    if (issue.expected === "never")
      return `is not known${suggestion(String(issue.received).slice(1, -1), Object.keys(entries))}`;
    if (issue.expected?.startsWith('"')) return "is missing";
    return expected(what)(issue);
  });
}
function suggestion(word, known) {
  const [nearest] = [...known].sort((a, b) => leven(a, word) - leven(b, word));
  return nearest !== void 0 && leven(nearest, word) <= Math.max(2, word.length / 3) ? `; did you mean ${nearest}?` : `; known are ${known.join(", ")}`;
}
function expected(what) {
  return (issue) => `must be ${what}, and is ${issue.received}`;
}
function quoted(input) {
  return JSON.stringify(input);
}
function dotted(keys) {
  return keys.map((key) => /^\w+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`).join("").replace(/^\./, "");
}
function pathTo(root, keys) {
  let input = root;
  const items = keys.map((key) => {
    const value = input[key];
    const item = { type: "unknown", origin: "value", input, key, value };
    input = value;
    return item;
  });
  return items;
}
var import_semver, text, shellLine, flag, milliseconds, times, shellLines, workerName, probeName, variable, armName, env, checker, versionRange, fault, cell, worker, mitigation, archive, shape, schema;
var init_scenario_schema = __esm({
  "src/lab/scenario-schema.ts"() {
    "use strict";
    init_leven();
    import_semver = __toESM(require_semver2(), 1);
    init_dist();
    init_errors();
    init_go_proxy();
    init_history_store();
    init_txtar();
    text = pipe(string(expected("a string")), nonEmpty("is empty"));
    shellLine = text;
    flag = boolean(expected("true or false"));
    milliseconds = pipe(
      number(expected("a number of milliseconds")),
      integer("is no whole number"),
      minValue(1, "is less than 1")
    );
    times = pipe(number(expected("a number")), integer("is no whole number"), minValue(1, "is less than 1"));
    shellLines = array(shellLine, expected("a list of shell lines"));
    workerName = pipe(
      text,
      regex(/^[A-Za-z0-9-]+$/, (issue) => `${quoted(issue.input)} is no name of a worker; use letters, digits and "-"`)
    );
    probeName = pipe(
      string(),
      regex(/^[\w-]+( [\w-]+)*$/, (issue) => `${quoted(issue.input)} is no name of a probe; use letters, digits and "-"`)
    );
    variable = pipe(
      string(),
      regex(/^[A-Za-z_]\w*$/, (issue) => `${quoted(issue.input)} is no name of an environment variable`)
    );
    armName = pipe(text, maxLength(120, "is longer than 120 characters"));
    env = record(variable, string(expected("a string")), expected("an object of variables"));
    checker = custom(
      (input) => typeof input === "function",
      expected("a checker, such as failsWith(/\u2026/) makes it")
    );
    versionRange = pipe(
      text,
      check(
        (range) => (0, import_semver.validRange)(range) !== null,
        (issue) => `${quoted(issue.input)} is no range of versions; write it as "<1.14", ">=1.14" or "1.22"`
      )
    );
    fault = only(
      {
        name: text,
        needs: array(
          picklist(
            ["ptrace", "fuse", "root", "procfs", "node", "netns"],
            expected('"ptrace", "fuse", "root", "procfs", "node" or "netns"')
          ),
          expected("a list of capabilities")
        ),
        wrap: exactOptional(shellLine),
        canary: exactOptional(shellLine),
        hold: exactOptional(shellLine),
        note: exactOptional(shellLine),
        count: custom((input) => typeof input === "function", expected("a function that reads the log"))
      },
      "a fault, such as callFails(\u2026) makes it"
    );
    cell = only({
      go: exactOptional(versionRange),
      gopls: exactOptional(versionRange),
      expect: picklist(["reproduced", "not-reproduced"], expected('"reproduced" or "not-reproduced"')),
      avoids: exactOptional(flag)
    });
    worker = only({
      name: workerName,
      run: shellLine,
      count: exactOptional(times),
      fault: exactOptional(nullable(fault)),
      after: exactOptional(shellLine),
      background: exactOptional(flag)
    });
    mitigation = only({
      expect: exactOptional(picklist(["holds", "fails"], expected('"holds" or "fails"'))),
      source: exactOptional(text),
      env: exactOptional(env),
      setup: exactOptional(shellLines),
      rescue: exactOptional(shellLine),
      run: exactOptional(record(string(), shellLine, expected("an object of commands by worker"))),
      fault: exactOptional(nullable(fault)),
      avoids: exactOptional(flag),
      check: exactOptional(checker),
      deadlineMs: exactOptional(milliseconds)
    });
    archive = pipe(
      string(expected("a txtar archive")),
      rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        try {
          splitModules(parseTxtar(dataset.value));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          addIssue({ message: error.message });
        }
      })
    );
    shape = only({
      claim: text,
      source: text,
      cells: pipe(
        array(cell, expected("a list of cells")),
        nonEmpty("is empty: say on which versions it is expected")
      ),
      files: archive,
      env: exactOptional(env),
      setup: exactOptional(shellLines),
      workers: pipe(array(worker, expected("a list of workers")), nonEmpty("is empty: nothing would run")),
      fault: exactOptional(fault),
      until: exactOptional(shellLine),
      probes: exactOptional(record(probeName, shellLine, expected("an object of shell lines"))),
      mitigations: exactOptional(record(armName, mitigation, expected("an object of mitigations"))),
      check: checker,
      trials: exactOptional(times),
      deadlineMs: exactOptional(milliseconds),
      alone: exactOptional(flag),
      user: exactOptional(literal("root", expected('"root", or absent'))),
      finding: exactOptional(text)
    });
    schema = pipe(
      shape,
      rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed || dataset.issues !== void 0) return;
        const report = (keys, message) => addIssue({ message, path: pathTo(dataset.value, keys) });
        const { workers, mitigations, until } = dataset.value;
        const names2 = workers.map(({ name: name2 }) => name2);
        names2.forEach((name2, index) => {
          if (names2.indexOf(name2) !== index) report(["workers", index, "name"], `"${name2}" is the name of another worker`);
        });
        if (workers.every(({ background }) => background === true)) {
          report(["workers"], "has nobody to wait for: all of them run in the background");
        }
        const files = [fileNameOf(null)];
        for (const name2 of Object.keys(mitigations ?? {})) {
          if (files.includes(fileNameOf(name2))) {
            report(["mitigations", name2], "would be stored under the name of another arm; name it otherwise");
          }
          files.push(fileNameOf(name2));
        }
        for (const [name2, { run: run2, rescue }] of Object.entries(mitigations ?? {})) {
          for (const key of Object.keys(run2 ?? {})) {
            if (!names2.includes(key)) report(["mitigations", name2, "run", key], `is no worker${suggestion(key, names2)}`);
          }
          if (rescue !== void 0 && until === void 0) {
            report(["mitigations", name2, "rescue"], "would never run: the scenario has no `until` that says when");
          }
        }
      })
    );
  }
});

// src/lab/load-scenario.ts
var load_scenario_exports = {};
__export(load_scenario_exports, {
  loadScenario: () => loadScenario
});
async function loadScenario(file) {
  const exported = evaluate(file, await transform(file, await read(file)));
  if (!("default" in exported)) {
    throw new UserError(`${file}: no default export; write \`export default defineScenario({ \u2026 })\``);
  }
  const scenario = exported.default;
  const flaws = scenarioFlaws(scenario);
  if (flaws.length > 0) throw new UserError(`${file}: ${flaws.join("; ")}`);
  return scenario;
}
async function read(file) {
  try {
    return await (0, import_promises2.readFile)(file, "utf8");
  } catch (error) {
    switch (errnoOf(error)) {
      case "ENOENT":
      case "ENOTDIR":
        throw new UserError(`${file}: no such file`, { cause: error });
      case "EISDIR":
        throw new UserError(`${file}: a directory, not a scenario file`, { cause: error });
      case "EACCES":
        throw new UserError(`${file}: may not be read`, { cause: error });
      default:
        throw error;
    }
  }
}
async function transform(file, source) {
  const sucrase = await import("./sucrase.cjs");
  try {
    return sucrase.transform(source, {
      transforms: /\.[cm]?js$/.test(file) ? ["imports"] : ["typescript", "imports"],
      disableESTransforms: true
    }).code;
  } catch (error) {
    const [, message = messageOf(error), line] = /^(.*) \((\d+):\d+\)$/s.exec(messageOf(error)) ?? [];
    throw new UserError(`${at(file, line)}: syntax error: ${message.replace(/^Error transforming .*?: /, "")}`, {
      cause: error
    });
  }
}
function evaluate(file, code) {
  const exports2 = {};
  let body;
  try {
    body = (0, import_node_vm.compileFunction)(code, ["exports", "require"], { filename: file });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${at(file, lineIn(file, error))}: syntax error: ${error.message}`, { cause: error });
  }
  try {
    body(exports2, requireVocabulary);
  } catch (error) {
    const said = error instanceof UserError ? error.message : `it throws while it loads: ${String(error)}`;
    throw new UserError(`${at(file, lineIn(file, error))}: ${said}`, { cause: error });
  }
  return exports2;
}
function requireVocabulary(specifier) {
  if (specifier !== "unlatch" && !ownFile.test(specifier)) {
    throw new UserError(`a scenario imports only 'unlatch', not '${specifier}'`);
  }
  return strictVocabulary;
}
function lineIn(file, error) {
  if (!(error instanceof Error) || error.stack === void 0) return void 0;
  const start = error.stack.indexOf(`${file}:`);
  return start === -1 ? void 0 : /^\d+/.exec(error.stack.slice(start + file.length + 1))?.[0];
}
function at(file, line) {
  return line === void 0 ? file : `${file}:${line}`;
}
var import_promises2, import_node_vm, ownFile, strictVocabulary;
var init_load_scenario = __esm({
  "src/lab/load-scenario.ts"() {
    "use strict";
    import_promises2 = require("node:fs/promises");
    import_node_vm = require("node:vm");
    init_leven();
    init_errors();
    init_scenario_schema();
    init_vocabulary();
    ownFile = /^\.{1,2}\/(?:.*\/)?lab\/(?:vocabulary|check|scenario|fault\/[a-z-]+)\.ts$/;
    strictVocabulary = new Proxy(
      { ...vocabulary_exports, __esModule: true },
      {
        get: (words2, word, receiver) => {
          if (word in words2 || typeof word === "symbol") return Reflect.get(words2, word, receiver);
          const [nearest] = Object.keys(vocabulary_exports).sort((a, b) => leven(a, word) - leven(b, word));
          throw new UserError(`'unlatch' has no ${word}; did you mean ${nearest}?`);
        }
      }
    );
  }
});

// src/cli/catalogue.ts
var catalogue_exports = {};
__export(catalogue_exports, {
  catalogue: () => catalogue,
  namedScenarios: () => namedScenarios
});
async function namedScenarios(names2) {
  if (names2.length === 0) return catalogue;
  const found = /* @__PURE__ */ new Map();
  for (const name2 of new Set(names2)) {
    for (const named of await resolve(name2)) {
      const other = found.get(named.id);
      if (other !== void 0 && other.scenario !== named.scenario) {
        throw new UserError(`${name2}: two scenarios would be called ${named.id}; rename one of the files`);
      }
      found.set(named.id, named);
    }
  }
  return [...found.values()];
}
async function resolve(name2) {
  if (/\.[cm]?[jt]s$/.test(name2)) {
    const { loadScenario: loadScenario2 } = await Promise.resolve().then(() => (init_load_scenario(), load_scenario_exports));
    return [{ id: (0, import_node_path2.basename)(name2).replace(/\.[cm]?[jt]s$/, ""), scenario: await loadScenario2(name2) }];
  }
  const pattern = globPattern(name2);
  const fitting = catalogue.filter(({ id }) => pattern.test(id));
  if (fitting.length > 0) return fitting;
  if (/[*?]/.test(name2)) throw new UserError(`no scenario fits ${name2}; \`unlatch list\` shows them all`);
  const { default: leven2 } = await Promise.resolve().then(() => (init_leven(), leven_exports));
  const [nearest] = catalogue.map(({ id }) => id).sort((a, b) => leven2(a, name2) - leven2(b, name2));
  throw new UserError(`no scenario ${name2}; did you mean ${nearest}? \`unlatch list\` shows them all`);
}
function globPattern(glob) {
  const source = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
  return new RegExp(`^${source}$`);
}
var import_node_path2, catalogue;
var init_catalogue = __esm({
  "src/cli/catalogue.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_scenarios();
    init_errors();
    catalogue = Object.entries(scenarios).map(([id, scenario]) => ({
      id,
      scenario
    }));
  }
});

// src/cli/output.ts
function outputOf(stream) {
  const isTerminal = stream.isTTY === true && process.env["TERM"] !== "dumb";
  const forced = process.env["FORCE_COLOR"];
  const colour = (process.env["NO_COLOR"] ?? "") === "" && (forced !== void 0 && forced !== "0" || isTerminal);
  return {
    stream,
    isTerminal,
    colour,
    get columns() {
      return stream.columns ?? (Number(process.env["COLUMNS"]) || 120);
    }
  };
}
var init_output = __esm({
  "src/cli/output.ts"() {
    "use strict";
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
      type: "module",
      private: true,
      bin: {
        unlatch: "dist/cli.cjs"
      },
      engines: {
        node: ">=20"
      },
      scripts: {
        build: "node build.ts",
        typecheck: "tsc --noEmit",
        lint: "biome check .",
        format: "biome check --write .",
        test: "npm run lint && npm run typecheck && npm run build -- --check && vitest run",
        bench: "node bench/bench.ts",
        record: "node docs/record.ts"
      },
      devDependencies: {
        "@biomejs/biome": "2.6.8",
        "@types/cli-progress": "3.11.6",
        "@types/dockerode": "4.0.2",
        "@types/node": "24.19.2",
        "@types/semver": "7.8.0",
        "@types/tar-fs": "2.0.4",
        "@types/tar-stream": "3.1.5",
        "@types/yauzl": "3.4.0",
        esbuild: "0.28.2",
        "fast-check": "4.10.2",
        "fast-xml-parser": "5.12.1",
        node: "24.21.0",
        typescript: "7.0.2",
        vitest: "5.1.1"
      },
      dependencies: {
        "cli-progress": "3.12.0",
        "cli-table3": "0.6.5",
        commander: "14.0.3",
        dockerode: "5.0.1",
        fflate: "0.8.3",
        leven: "4.1.0",
        "p-limit": "7.3.3",
        picocolors: "1.1.1",
        semver: "7.8.6",
        sucrase: "3.35.1",
        "tar-fs": "3.1.3",
        "tar-stream": "3.2.2",
        valibot: "1.5.0",
        "vscode-jsonrpc": "10.0.0",
        "vscode-languageserver-protocol": "3.18.5",
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

// src/report/html.ts
function htmlPage(report) {
  const host = `unlatch ${report.unlatch}, kernel ${report.host.kernel}, docker ${report.host.docker ?? "none"}`;
  const scenarios2 = [...byScenario(report.cells)].map(([scenario, cells]) => sectionHtml(scenario, cells));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>unlatch: verdicts</title>
<style>${style}</style>
</head>
<body>
<h1>unlatch: verdicts</h1>
<p><strong>${escapeHtml(summaryLine(report.cells))}</strong></p>
${scenarios2.join("")}<p class="soft">${escapeHtml(host)}</p>
</body>
</html>
`;
}
function sectionHtml(scenario, cells) {
  const heads = ["go (gopls)", "runtime", "filesystem", "verdict", "present/absent/unknown", "hits"];
  return `<h2 id="${escapeHtml(scenario)}">${escapeHtml(scenario)}</h2>
<p>${escapeHtml(cells[0]?.claim ?? "")}<br><span class="soft">Source: ${escapeHtml(cells[0]?.source ?? "")}</span></p>
<div class="scroll"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>
${cells.map(cellHtml).join("")}</tbody>
</table></div>
`;
}
function cellHtml(cell2) {
  const claim = claimOutcome(cell2);
  const rows = cell2.mitigations.map((mitigation2) => {
    const text2 = mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2);
    const sign2 = mitigationSign(cell2, mitigation2);
    const outcome = sign2 === outcomeSign.skipped ? "skipped" : mitigationOutcome(cell2, mitigation2);
    return `<tr class="mitigation"><td colspan="3">\u21B3 ${escapeHtml(mitigation2.name)}</td>${verdictHtml(outcome, text2, mitigation2)}</tr>
`;
  });
  const place = [versionsText(cell2), cell2.runtime, cell2.fs ?? ""].map((text2) => `<td>${escapeHtml(text2)}</td>`).join("");
  return `<tr>${place}${verdictHtml(claim, claimText(cell2) + claimExpected(cell2), cell2.baseline)}</tr>
${rows.join("")}`;
}
function verdictHtml(outcome, text2, tally2) {
  const details = tally2 === null ? "" : `<details><summary>why</summary><p>${escapeHtml(tally2.why)}</p></details>`;
  return `<td class="${outcome}">${outcomeSign[outcome]} ${escapeHtml(text2)}${details}</td><td>${tally2 === null ? "" : trialsText(tally2)}</td><td class="number">${tally2?.hits ?? ""}</td>`;
}
function escapeHtml(text2) {
  return plainLine(text2).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
var style, entities;
var init_html = __esm({
  "src/report/html.ts"() {
    "use strict";
    init_by_scenario();
    init_outcome();
    init_plain_text();
    init_wording();
    style = `
:root { color-scheme: light dark; --rule: light-dark(#d0d7de, #3d444d); --soft: light-dark(#57606a, #9198a1);
  --as-expected: light-dark(#116329, #57d977); --differs: light-dark(#b3141f, #ff8079); --inconclusive: light-dark(#7d4e00, #e3b341); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h2 { margin: 2.5rem 0 0; font-size: 1.2rem; } p { margin: .3rem 0 .8rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--rule); padding: .35rem .7rem; text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; } .mitigation td:first-child { padding-left: 2rem; }
.soft, .skipped { color: var(--soft); } .as-expected { color: var(--as-expected); }
.differs { color: var(--differs); font-weight: 600; } .inconclusive { color: var(--inconclusive); }
details { color: CanvasText; font-weight: 400; } details p { font: .85rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
`;
    entities = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;"
    };
  }
});

// src/report/junit.ts
function junitXml(report) {
  const suites = [...byScenario(report.cells)].map(([scenario, cells]) => suiteXml(scenario, cells.flatMap(casesOf)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="unlatch">
${suites.join("")}</testsuites>
`;
}
function casesOf(cell2) {
  const place = placeText(cell2);
  const claim = claimOutcome(cell2);
  const mitigations = cell2.mitigations.map((mitigation2) => mitigationCase(cell2, mitigation2, place));
  const parts = [claim, ...mitigations.map(({ outcome }) => outcome)];
  const hidden = cellOutcome(cell2) === "differs" && !parts.includes("differs");
  return [
    {
      name: `${place}: ${plainLine(cell2.claim)}`,
      outcome: hidden ? "differs" : claim,
      message: cell2.skipped !== null ? `missing: ${plainLine(cell2.skipped)}` : claimText(cell2) + claimExpected(cell2),
      why: cell2.baseline?.why ?? "",
      seconds: cell2.ms / 1e3
    },
    ...mitigations
  ];
}
function mitigationCase(cell2, mitigation2, place) {
  const outcome = mitigationOutcome(cell2, mitigation2);
  return {
    name: `${place}: mitigation: ${plainLine(mitigation2.name)}`,
    outcome: mitigation2.verdict === "untested" && outcome === "as-expected" ? "skipped" : outcome,
    message: cell2.skipped !== null ? `missing: ${plainLine(cell2.skipped)}` : mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2),
    why: mitigation2.why,
    seconds: 0
  };
}
function suiteXml(scenario, cases) {
  const count2 = (outcome) => String(cases.filter((each) => each.outcome === outcome).length);
  const open3 = tag("testsuite", {
    name: scenario,
    tests: String(cases.length),
    failures: count2("differs"),
    errors: count2("inconclusive"),
    skipped: count2("skipped"),
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3)
  });
  const lines2 = cases.map((each) => {
    const attributes = { classname: scenario, name: each.name, time: each.seconds.toFixed(3) };
    return `    <${tag("testcase", attributes)}>${resultXml(each)}</testcase>
`;
  });
  return `  <${open3}>
${lines2.join("")}  </testsuite>
`;
}
function resultXml({ outcome, message, why: why2 }) {
  const text2 = escapeXml(plainText(why2));
  if (outcome === "skipped") return `<${tag("skipped", { message })}/>`;
  if (outcome === "differs") return `<${tag("failure", { message })}>${text2}</failure>`;
  if (outcome === "inconclusive") return `<${tag("error", { message })}>${text2}</error>`;
  return `<system-out>${escapeXml(message)}: ${text2}</system-out>`;
}
function tag(name2, attributes) {
  return [name2, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(" ");
}
function escapeXml(text2) {
  return plainText(text2).replace(/[&<>"]/g, (character) => entities2[character] ?? character);
}
var entities2;
var init_junit = __esm({
  "src/report/junit.ts"() {
    "use strict";
    init_by_scenario();
    init_outcome();
    init_plain_text();
    init_wording();
    entities2 = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  }
});

// src/report/version-ranges.ts
var init_version_ranges = __esm({
  "src/report/version-ranges.ts"() {
    "use strict";
    init_by_scenario();
  }
});

// src/report/markdown.ts
function markdownReport(report) {
  const notes = report.cells.flatMap(remarks).map(({ outcome, text: text2 }) => `- ${outcomeSign[outcome]} ${escapeMarkdown(text2)}`);
  const host = `unlatch ${report.unlatch}, kernel ${report.host.kernel}, docker ${report.host.docker ?? "none"}`;
  return `${[
    "## unlatch: verdicts",
    `**${summaryLine(report.cells)}**`,
    ...notes.length === 0 ? [] : [notes.join("\n")],
    ...[...byScenario(report.cells)].map(([scenario, cells]) => section(scenario, cells)),
    escapeMarkdown(host)
  ].join("\n\n")}
`;
}
function section(scenario, cells) {
  const rows = cells.flatMap((cell2) => [
    row([
      escapeMarkdown(versionsText(cell2)),
      escapeMarkdown(cell2.fs === null ? cell2.runtime : `${cell2.runtime}, ${cell2.fs}`),
      `${outcomeSign[claimOutcome(cell2)]} ${escapeMarkdown(claimText(cell2) + claimExpected(cell2))}`,
      cell2.baseline === null ? "" : trialsText(cell2.baseline),
      String(cell2.baseline?.hits ?? "")
    ]),
    ...cell2.mitigations.map(
      (mitigation2) => row([
        `\u21B3 ${escapeMarkdown(mitigation2.name)}`,
        "",
        `${mitigationSign(cell2, mitigation2)} ${escapeMarkdown(mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2))}`,
        trialsText(mitigation2),
        String(mitigation2.hits ?? "")
      ])
    )
  ]);
  const whys = cells.flatMap((cell2) => [
    ...cell2.baseline === null ? [] : [why(cell2, "baseline", cell2.baseline.why)],
    ...cell2.mitigations.map((mitigation2) => why(cell2, mitigation2.name, mitigation2.why))
  ]);
  return [
    `### ${escapeMarkdown(scenario)}`,
    `Claim: ${escapeMarkdown(cells[0]?.claim ?? "")}<br>Source: ${escapeMarkdown(cells[0]?.source ?? "")}`,
    [
      row(["go (gopls)", "runtime", "verdict", "present/absent/unknown", "hits"]),
      row(["---", "---", "---", "---", "---:"]),
      ...rows
    ].join("\n"),
    ...whys.length === 0 ? [] : [`<details><summary>Why</summary>

${whys.join("\n")}

</details>`]
  ].join("\n\n");
}
function why(cell2, arm, text2) {
  return `- ${escapeMarkdown(versionsText(cell2))}, ${cell2.runtime}, ${escapeMarkdown(arm)}: ${escapeMarkdown(text2)}`;
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
function escapeMarkdown(text2) {
  return plainLine(text2).replace(/[\\`*_[\]<>|~&]/g, "\\$&").replace(/\$/g, "<span>$$</span>");
}
var init_markdown = __esm({
  "src/report/markdown.ts"() {
    "use strict";
    init_errors();
    init_by_scenario();
    init_outcome();
    init_plain_text();
    init_version_ranges();
    init_wording();
  }
});

// src/cli/result-files.ts
async function checkPlace(option, path, kind) {
  if (path === "") throw new UserError(`${option}: a ${kind} is wanted`);
  const refuse = (why2, cause) => new UserError(`${option} ${path}: ${why2}; name another ${kind}`, { cause });
  const whole = (0, import_node_path3.resolve)(path);
  for (let at2 = whole; ; at2 = (0, import_node_path3.dirname)(at2)) {
    try {
      const isFolder = (await (0, import_promises3.stat)(at2)).isDirectory();
      if (at2 === whole && isFolder && kind === "file") throw refuse("is a folder");
      if (!isFolder && (at2 !== whole || kind === "folder")) throw refuse(`${at2} is no folder`);
      await (0, import_promises3.access)(at2, isFolder ? import_node_fs.constants.W_OK | import_node_fs.constants.X_OK : import_node_fs.constants.W_OK);
      return;
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
      if (["ENOENT", "ENOTDIR"].includes(errnoOf(error) ?? "") && at2 !== (0, import_node_path3.dirname)(at2)) continue;
      throw refuse(`${at2} cannot be written (${errnoOf(error)})`, error);
    }
  }
}
async function makeFolders(path) {
  try {
    await (0, import_promises3.mkdir)(path);
  } catch (error) {
    if (errnoOf(error) === "EEXIST" && (await (0, import_promises3.stat)(path)).isDirectory()) return;
    const above = (0, import_node_path3.dirname)(path);
    if (errnoOf(error) !== "ENOENT" || above === path) throw error;
    await makeFolders(above);
    try {
      await (0, import_promises3.mkdir)(path);
    } catch (again) {
      if (errnoOf(again) !== "EEXIST") throw again;
    }
  }
}
async function writeResult(file, text2) {
  await makeFolders((0, import_node_path3.dirname)((0, import_node_path3.resolve)(file)));
  await (0, import_promises3.writeFile)(file, text2);
}
var import_node_fs, import_promises3, import_node_path3;
var init_result_files = __esm({
  "src/cli/result-files.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_promises3 = require("node:fs/promises");
    import_node_path3 = require("node:path");
    init_errors();
  }
});

// src/cli/write-reports.ts
function reportTakesStdout(files) {
  return names.some((name2) => files[name2] === "-");
}
async function checkReportFiles(files) {
  const toStdout = names.filter((name2) => files[name2] === "-").map((name2) => `--${name2} -`);
  if (toStdout.length > 1) throw new UserError(`${toStdout.join(" and ")}: only one report can go to stdout`);
  for (const name2 of names) {
    const file = files[name2];
    if (file !== void 0 && file !== "-") await checkPlace(`--${name2}`, file, "file");
  }
}
async function writeReports(report, files) {
  const renderings = {
    json: () => `${JSON.stringify(report, null, 1)}
`,
    markdown: () => markdownReport(report),
    junit: () => junitXml(report),
    html: () => htmlPage(report)
  };
  const failures = [];
  for (const name2 of names) {
    const file = files[name2];
    if (file === void 0) continue;
    const text2 = renderings[name2]();
    try {
      if (file === "-") process.stdout.write(text2);
      else await writeResult(file, text2);
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
      failures.push(new UserError(`--${name2} ${file}: the report could not be written`, { cause: error }));
    }
  }
  const [first] = failures;
  if (first !== void 0) throw first;
}
var names;
var init_write_reports = __esm({
  "src/cli/write-reports.ts"() {
    "use strict";
    init_errors();
    init_html();
    init_junit();
    init_markdown();
    init_result_files();
    names = ["json", "markdown", "junit", "html"];
  }
});

// src/cli/check-stored.ts
var check_stored_exports = {};
__export(check_stored_exports, {
  checkStored: () => checkStored
});
async function checkStored(paths, options) {
  await checkReportFiles(options);
  const files = paths.filter((path) => /\.[cm]?[jt]s$/.test(path));
  const own = files.length === 0 ? [] : await namedScenarios(files);
  const stored2 = paths.filter((path) => !files.includes(path));
  if (stored2.length === 0) throw new UserError("name a folder of histories as well");
  const histories = (await Promise.all(stored2.map(readHistories))).flat();
  const report = {
    schema: 1,
    unlatch: packageVersion(),
    host: { kernel: (0, import_node_os.release)(), docker: null },
    cells: checkHistories(histories, [...own, ...catalogue])
  };
  if (!reportTakesStdout(options)) {
    const { stream, columns, colour } = outputOf(process.stdout);
    stream.write(verdictGrid(report.cells, columns, (0, import_picocolors.createColors)(colour)));
  }
  await writeReports(report, options);
  return exitStatusOf(report, { strict: false });
}
var import_node_os, import_picocolors;
var init_check_stored = __esm({
  "src/cli/check-stored.ts"() {
    "use strict";
    import_node_os = require("node:os");
    import_picocolors = __toESM(require_picocolors(), 1);
    init_errors();
    init_check_histories();
    init_history_store();
    init_exit_status();
    init_verdict_grid();
    init_catalogue();
    init_output();
    init_package_version();
    init_write_reports();
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
function parseMatrix(document) {
  const result = safeParse(matrixSchema, document);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new HarnessError(`docker/versions.json: ${getDotPath(issue) ?? "(root)"}: ${issue.message}`);
}
function builtInMatrix() {
  parsed ??= parseMatrix(versions_default);
  return parsed;
}
function pinnedHash(matrix, version, platform) {
  return matrix.go[version]?.[platform] ?? matrix.bootstrap[version]?.[platform] ?? null;
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
      /** Go version → platform → h1 of the golang.org/toolchain zip, as the checksum database has it. */
      go: pinnedHashes,
      /** Pinned like `go` but no part of the matrix: the Go that asks the checksum database where the matrix has none. */
      bootstrap: optional(pinnedHashes, {}),
      gopls: array(string()),
      /** gopls version → the Go line that builds it, where that is not the `go` line of its go.mod. */
      goplsGo: optional(record(string(), string()), {})
    });
  }
});

// src/go/platform.ts
function hostPlatform() {
  const os = osNames[process.platform];
  const arch = archNames[process.arch];
  if (os === void 0 || arch === void 0) {
    throw new UserError(`there is no Go toolchain to download for ${process.platform}/${process.arch}`);
  }
  return { os, arch };
}
function platformKey(platform) {
  return `${platform.os}-${platform.arch}`;
}
function exeName(name2, platform) {
  return platform.os === "windows" ? `${name2}.exe` : name2;
}
var osNames, archNames;
var init_platform = __esm({
  "src/go/platform.ts"() {
    "use strict";
    init_errors();
    osNames = {
      linux: "linux",
      darwin: "darwin",
      win32: "windows",
      freebsd: "freebsd"
    };
    archNames = {
      x64: "amd64",
      arm64: "arm64",
      ia32: "386",
      arm: "arm",
      ppc64: "ppc64le",
      s390x: "s390x",
      riscv64: "riscv64",
      loong64: "loong64"
    };
  }
});

// src/go/download.ts
function redacted(url) {
  return url.protocol === "file:" ? url.href : `${url.protocol}//${url.host}${url.pathname}`;
}
async function downloadText(url, options) {
  return await withRetries(options, async () => {
    const chunks = [];
    await receive(url, options, async (chunk) => {
      chunks.push(chunk);
    });
    return Buffer.concat(chunks).toString("utf8");
  });
}
async function downloadFile(url, file, options) {
  await withRetries(options, async () => {
    const handle = await (0, import_promises4.open)(file, "w");
    try {
      await receive(url, options, async (chunk) => {
        await handle.writeFile(chunk);
      });
    } finally {
      await handle.close();
    }
  });
}
async function withRetries(options, attempt) {
  const delaysMs = options.patience?.retryDelaysMs ?? defaultRetryDelaysMs;
  for (let retry = 0; ; retry++) {
    try {
      return await attempt();
    } catch (error) {
      options.signal?.throwIfAborted();
      const delayMs = delaysMs[retry];
      if (!(error instanceof DownloadError) || !error.passing) throw error;
      if (delayMs === void 0) {
        if (retry === 0) throw error;
        throw new DownloadError(`${error.message} (tried ${retry + 1} times)`, { cause: error });
      }
      await (0, import_promises5.setTimeout)(delayMs, void 0, options.signal === void 0 ? {} : { signal: options.signal });
    }
  }
}
async function receive(url, options, sink) {
  options.signal?.throwIfAborted();
  if (url.protocol === "file:") await receiveFile(url, options, sink);
  else await receiveHttp(url, options, sink);
}
async function receiveFile(url, options, sink) {
  const path = (0, import_node_url.fileURLToPath)(url);
  let totalBytes;
  try {
    totalBytes = (await (0, import_promises4.stat)(path)).size;
  } catch (error) {
    const notExist = errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR";
    throw new DownloadError(`${path}: ${notExist ? "no such file" : messageOf(error)}`, { notExist, cause: error });
  }
  const counted = counter(redacted(url), totalBytes, options, sink);
  for await (const chunk of (0, import_node_fs2.createReadStream)(path, { highWaterMark: 1 << 20 })) {
    options.signal?.throwIfAborted();
    await counted.take(chunk);
  }
}
async function receiveHttp(url, options, sink) {
  const name2 = redacted(url);
  const stallMs = options.patience?.stallMs ?? defaultStallMs;
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), stallMs);
  const signals = options.signal === void 0 ? [stalled.signal] : [stalled.signal, options.signal];
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  const headers = { "accept-encoding": "identity", "user-agent": "unlatch" };
  if (url.username !== "" || url.password !== "") {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
  }
  try {
    const response = await fetch(bare, { headers, signal: AbortSignal.any(signals) });
    if (!response.ok) {
      await response.body?.cancel();
      const passing = response.status >= 500 || response.status === 429;
      throw new DownloadError(`${name2}: ${response.status} ${response.statusText}`.trimEnd(), {
        notExist: response.status === 404 || response.status === 410,
        passing
      });
    }
    const length = response.headers.get("content-length");
    const totalBytes = length === null ? null : Number(length);
    const counted = counter(name2, totalBytes, options, sink);
    if (response.body !== null) {
      for await (const chunk of response.body) {
        watch.refresh();
        await counted.take(chunk);
        watch.refresh();
      }
    }
    counted.end();
  } catch (error) {
    options.signal?.throwIfAborted();
    if (stalled.signal.aborted) {
      throw new DownloadError(`${name2}: no byte came for ${stallMs / 1e3} s`, { cause: error });
    }
    if (error instanceof DownloadError || isDiskError(error)) throw error;
    const errno = networkErrno(error);
    throw new DownloadError(`${name2}: ${networkMessage(error)}`, {
      passing: errno === void 0 || passingErrnos.has(errno),
      cause: error
    });
  } finally {
    clearTimeout(watch);
  }
}
function counter(name2, totalBytes, options, sink) {
  let receivedBytes = 0;
  const tooBig = () => new DownloadError(`${name2}: more than ${options.limitBytes} bytes, which is refused`);
  if (totalBytes !== null && totalBytes > options.limitBytes) throw tooBig();
  return {
    take: async (chunk) => {
      receivedBytes += chunk.byteLength;
      if (receivedBytes > options.limitBytes) throw tooBig();
      await sink(chunk);
      options.onBytes?.(receivedBytes, totalBytes);
    },
    end: () => {
      if (totalBytes !== null && receivedBytes !== totalBytes) {
        throw new DownloadError(`${name2}: cut off after ${receivedBytes} of ${totalBytes} bytes`, { passing: true });
      }
    }
  };
}
function networkErrno(error) {
  for (let at2 = error; at2 instanceof Error; at2 = at2.cause) {
    const errno = errnoOf(at2);
    if (errno !== void 0) return errno;
    if (at2 instanceof AggregateError) return errnoOf(at2.errors[0]);
  }
  return void 0;
}
function networkMessage(error) {
  const errno = networkErrno(error);
  if (errno === "ENOTFOUND" || errno === "EAI_AGAIN") return `the name of the host is not known (${errno})`;
  if (errno === "ECONNREFUSED") return "the connection was refused (ECONNREFUSED)";
  const cause = error instanceof Error && error.cause !== void 0 ? error.cause : error;
  return messageOf(cause) === "" ? errno ?? "failed" : messageOf(cause);
}
function isDiskError(error) {
  return error instanceof Error && "syscall" in error && (error.syscall === "write" || error.syscall === "open") && ["ENOSPC", "EDQUOT", "EIO", "EROFS", "EFBIG"].includes(errnoOf(error) ?? "");
}
var import_node_fs2, import_promises4, import_promises5, import_node_url, DownloadError, defaultStallMs, defaultRetryDelaysMs, passingErrnos;
var init_download = __esm({
  "src/go/download.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    import_promises4 = require("node:fs/promises");
    import_promises5 = require("node:timers/promises");
    import_node_url = require("node:url");
    init_errors();
    DownloadError = class extends HarnessError {
      /** True when the other side said that there is no such thing (404, 410, no such file). */
      notExist;
      /** True when another attempt may do better. */
      passing;
      constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.notExist = options.notExist ?? false;
        this.passing = options.passing ?? false;
      }
    };
    defaultStallMs = 6e4;
    defaultRetryDelaysMs = [500, 2e3];
    passingErrnos = /* @__PURE__ */ new Set([
      "ECONNRESET",
      "EPIPE",
      "ETIMEDOUT",
      "EAI_AGAIN",
      "UND_ERR_SOCKET",
      "UND_ERR_CONNECT_TIMEOUT",
      "UND_ERR_HEADERS_TIMEOUT",
      "UND_ERR_BODY_TIMEOUT"
    ]);
  }
});

// src/go/go-dev.ts
var go_dev_exports = {};
__export(go_dev_exports, {
  fetchGoDevArchive: () => fetchGoDevArchive,
  listGoDevArchives: () => listGoDevArchives,
  listGoDevVersions: () => listGoDevVersions
});
function baseUrl(context) {
  return (context.goDevUrl ?? defaultUrl).replace(/\/$/, "");
}
async function listGoDevArchives(platform, context) {
  const url = new URL(`${baseUrl(context)}/?mode=json&include=all`);
  const text2 = await downloadText(url, { signal: context.signal, patience: context.network, limitBytes: 64 << 20 });
  const index = safeParse(pipe(string(), parseJson(), indexSchema), text2);
  if (!index.success) throw new HarnessError(`${url.host}: the index of Go versions is not in the known form`);
  return index.output.flatMap(
    ({ version, files }) => files.filter((file) => file.kind === "archive" && file.os === platform.os && file.arch === platform.arch).filter((file) => file.filename.endsWith(".tar.gz") && /^[0-9a-f]{64}$/.test(file.sha256)).map((file) => ({
      version: version.replace(/^go/, ""),
      filename: file.filename,
      sha256: file.sha256,
      sizeBytes: file.size
    }))
  );
}
async function listGoDevVersions(platform, context) {
  return (await listGoDevArchives(platform, context)).map((archive2) => archive2.version);
}
async function fetchGoDevArchive(archive2, dir, scratch, context) {
  const file = (0, import_node_path4.join)(scratch, "go.tar.gz");
  const url = new URL(`${baseUrl(context)}/${encodeURIComponent(archive2.filename)}`);
  await downloadFile(url, file, {
    signal: context.signal,
    patience: context.network,
    limitBytes: 500 << 20,
    onBytes: (receivedBytes, totalBytes) => context.onProgress?.({
      what: `go ${archive2.version}`,
      receivedBytes,
      totalBytes: totalBytes ?? archive2.sizeBytes
    })
  });
  const hash = (0, import_node_crypto3.createHash)("sha256");
  for await (const chunk of (0, import_node_fs3.createReadStream)(file)) hash.update(chunk);
  const sha256 = hash.digest("hex");
  if (sha256 !== archive2.sha256) {
    throw new HarnessError(
      `go ${archive2.version}: ${archive2.filename} from ${url.host} is refused: its SHA-256 is ${sha256}, but ${archive2.sha256} is published; nothing was kept`
    );
  }
  await unpackTar(file, dir, `${archive2.filename} from ${url.host}`, context.signal);
}
async function unpackTar(file, dir, from, signal) {
  const tar = (0, import_tar_stream.extract)();
  const reading = (0, import_promises7.pipeline)((0, import_node_fs3.createReadStream)(file), (0, import_node_zlib.createGunzip)(), tar, signal === void 0 ? {} : { signal });
  const unpacking = (async () => {
    const made = /* @__PURE__ */ new Set();
    for await (const entry2 of tar) {
      const { name: name2, type, mode } = entry2.header;
      const parts = name2.replace(/\/$/, "").split("/");
      if (parts[0] !== "go" || parts.some((part) => part === "" || part === "." || part === "..") || name2.includes("\\")) {
        throw new HarnessError(`${from} is refused: its entry ${JSON.stringify(name2)} is outside of go/`);
      }
      if (type !== "file" && type !== "directory") {
        throw new HarnessError(`${from} is refused: its entry ${JSON.stringify(name2)} is a ${type}`);
      }
      const to = (0, import_node_path4.join)(dir, ...parts.slice(1));
      const folder = type === "directory" ? to : (0, import_node_path4.dirname)(to);
      if (!made.has(folder)) {
        await (0, import_promises6.mkdir)(folder, { recursive: true });
        made.add(folder);
      }
      if (type === "file") {
        await (0, import_promises7.pipeline)(
          entry2,
          (0, import_node_fs3.createWriteStream)(to, { flags: "wx", mode: ((mode ?? 0) & 73) === 0 ? 420 : 493 })
        );
      } else entry2.resume();
    }
  })();
  const results = await Promise.allSettled([unpacking, reading]);
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    const error = result.reason;
    if (error instanceof HarnessError || signal?.aborted || /^E(?!RR_)/.test(errnoOf(error) ?? "")) throw error;
    throw new HarnessError(`${from} is truncated or damaged: ${messageOf(error)}`, { cause: error });
  }
}
var import_node_crypto3, import_node_fs3, import_promises6, import_node_path4, import_promises7, import_node_zlib, import_tar_stream, indexSchema, defaultUrl;
var init_go_dev = __esm({
  "src/go/go-dev.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_node_fs3 = require("node:fs");
    import_promises6 = require("node:fs/promises");
    import_node_path4 = require("node:path");
    import_promises7 = require("node:stream/promises");
    import_node_zlib = require("node:zlib");
    import_tar_stream = require("./tar-stream.cjs");
    init_dist();
    init_errors();
    init_download();
    indexSchema = array(
      object({
        /** "go1.22.12" */
        version: string(),
        files: array(
          object({
            filename: string(),
            os: string(),
            arch: string(),
            kind: string(),
            sha256: string(),
            size: number()
          })
        )
      })
    );
    defaultUrl = "https://go.dev/dl";
  }
});

// src/go/run-go.ts
async function runGo(go, args, options) {
  options.signal?.throwIfAborted();
  const result = await new Promise((resolve4) => {
    (0, import_node_child_process.execFile)(
      go,
      [...args],
      {
        // Away from any go.mod, whose toolchain line or whose workspace would have a say.
        cwd: options.cwd ?? (0, import_node_os2.tmpdir)(),
        env: { ...options.env },
        maxBuffer: 64 << 20,
        ...options.signal === void 0 ? {} : { signal: options.signal }
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
        resolve4({ code, stdout, stderr, error });
      }
    );
  });
  options.signal?.throwIfAborted();
  return result;
}
var import_node_child_process, import_node_os2;
var init_run_go = __esm({
  "src/go/run-go.ts"() {
    "use strict";
    import_node_child_process = require("node:child_process");
    import_node_os2 = require("node:os");
  }
});

// src/go/go-on-path.ts
async function findGoOnPath(env2, platform, signal) {
  const name2 = exeName("go", platform);
  for (const dir of (env2.PATH ?? "").split(import_node_path5.delimiter)) {
    if (!(0, import_node_path5.isAbsolute)(dir)) continue;
    const path = (0, import_node_path5.join)(dir, name2);
    if (await isExecutable(path)) return await askGo(path, env2, signal);
  }
  return null;
}
async function askGo(path, env2, signal) {
  const { GOROOT: _, ...rest } = env2;
  const result = await runGo(path, ["env", "-json", "GOROOT", "GOPROXY", "GOSUMDB", "GOVERSION"], {
    env: { ...rest, GOTOOLCHAIN: "local" },
    signal
  });
  if (result.code !== 0) return null;
  const parsed2 = safeParse(pipe(string(), parseJson(), goEnvSchema), result.stdout);
  if (!parsed2.success) return null;
  const { GOROOT: goroot, GOPROXY, GOSUMDB, GOVERSION } = parsed2.output;
  const version = await readVersionFile(goroot);
  const plain2 = GOVERSION === "" || GOVERSION === `go${version}`;
  return { path, goroot, version: plain2 ? version : null, goproxy: GOPROXY || null, gosumdb: GOSUMDB || null };
}
async function readVersionFile(goroot) {
  try {
    const text2 = await (0, import_promises8.readFile)((0, import_node_path5.join)(goroot, "VERSION"), "utf8");
    return /^go(\S+)/.exec(text2)?.[1] ?? null;
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR" || errnoOf(error) === "EACCES") return null;
    throw error;
  }
}
async function isExecutable(path) {
  try {
    await (0, import_promises8.access)(path, import_node_fs4.constants.X_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs4, import_promises8, import_node_path5, goEnvSchema;
var init_go_on_path = __esm({
  "src/go/go-on-path.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_promises8 = require("node:fs/promises");
    import_node_path5 = require("node:path");
    init_dist();
    init_errors();
    init_platform();
    init_run_go();
    goEnvSchema = object({
      GOROOT: string(),
      GOPROXY: optional(string(), ""),
      GOSUMDB: optional(string(), ""),
      GOVERSION: optional(string(), "")
    });
  }
});

// src/go/go-settings.ts
var go_settings_exports = {};
__export(go_settings_exports, {
  readGoSettings: () => readGoSettings
});
async function readGoSettings(env2, platform, signal) {
  const go = await findGoOnPath(env2, platform, signal);
  return { goproxy: env2.GOPROXY || go?.goproxy || null, gosumdb: env2.GOSUMDB || go?.gosumdb || null, go };
}
var init_go_settings = __esm({
  "src/go/go-settings.ts"() {
    "use strict";
    init_go_on_path();
  }
});

// src/go/module-proxy.ts
var module_proxy_exports = {};
__export(module_proxy_exports, {
  downloadZip: () => downloadZip,
  listVersions: () => listVersions,
  maxZipBytes: () => maxZipBytes,
  parseGoproxy: () => parseGoproxy,
  readGoMod: () => readGoMod,
  tryProxies: () => tryProxies
});
function parseGoproxy(goproxy) {
  const entries = [];
  for (const [, text2 = "", separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    let url = text2.trim();
    if (url === "") continue;
    if (url === "off" || url === "direct") {
      entries.push({ url, fallBackOnError: false });
      break;
    }
    if (/[.:/]/.test(url) && !url.includes(":/") && !(0, import_node_path6.isAbsolute)(url)) url = `https://${url}`;
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
  } catch (error) {
    throw new UserError(`GOPROXY: an entry is no URL; it must be http://, https://, file://, direct or off`, {
      cause: error
    });
  }
  if (url.protocol === "file:") {
    if (url.host !== "" || url.search !== "" || url.hash !== "") {
      throw new UserError(`GOPROXY: ${text2}: a file URL may have a path only`);
    }
  } else if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new UserError(`GOPROXY: invalid scheme ${url.protocol}//; it must be http, https or file`);
  }
  return url;
}
function escapePath2(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
async function tryProxies(goproxy, what, attempt) {
  const answers = [];
  let asked = 0;
  let notExist = true;
  let cause;
  for (const entry2 of parseGoproxy(goproxy)) {
    if (entry2.url === "off") {
      answers.push("GOPROXY=off forbids to look further");
      break;
    }
    if (entry2.url === "direct") {
      answers.push('"direct" cannot supply it');
      break;
    }
    asked++;
    try {
      return await attempt(proxyBase(entry2.url));
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      answers.push(messageOf(error));
      if (!error.notExist || cause === void 0) cause = error;
      notExist &&= error.notExist;
      if (!entry2.fallBackOnError && !error.notExist) break;
    }
  }
  if (asked === 0) {
    throw new UserError(`cannot download ${what}: ${answers.join("; ")}; set GOPROXY to a module proxy`);
  }
  throw new DownloadError(`cannot download ${what}: ${answers.join("; ")}`, { notExist, cause });
}
function endpoint(base2, module2, file) {
  const url = new URL(base2);
  url.pathname = `${base2.pathname.replace(/\/$/, "")}/${escapePath2(module2)}/@v/${escapePath2(file)}`;
  return url;
}
async function listVersions(goproxy, module2, options) {
  return await tryProxies(goproxy, `the list of versions of ${module2}`, async (base2) => {
    const text2 = await downloadText(endpoint(base2, module2, "list"), { ...options, limitBytes: textLimitBytes });
    return text2.split("\n").flatMap((line) => line.trim().split(/\s+/)[0] || []);
  });
}
async function readGoMod(goproxy, module2, version, options) {
  return await tryProxies(
    goproxy,
    `go.mod of ${module2}@${version}`,
    (base2) => downloadText(endpoint(base2, module2, `${version}.mod`), { ...options, limitBytes: textLimitBytes })
  );
}
async function downloadZip(goproxy, module2, version, file, options) {
  return await tryProxies(goproxy, options.what, async (base2) => {
    const url = endpoint(base2, module2, `${version}.zip`);
    await downloadFile(url, file, { ...options, limitBytes: maxZipBytes });
    return redacted(url);
  });
}
var import_node_path6, textLimitBytes, maxZipBytes;
var init_module_proxy = __esm({
  "src/go/module-proxy.ts"() {
    "use strict";
    import_node_path6 = require("node:path");
    init_errors();
    init_download();
    textLimitBytes = 16 << 20;
    maxZipBytes = 500 << 20;
  }
});

// src/go/versions.ts
var versions_exports = {};
__export(versions_exports, {
  compareGo: () => compareGo,
  lineOf: () => lineOf,
  listGoVersions: () => listGoVersions,
  matrixGoVersions: () => matrixGoVersions,
  nearVersions: () => nearVersions,
  noSuchGo: () => noSuchGo,
  parseGoRequest: () => parseGoRequest,
  resolveAmong: () => resolveAmong,
  resolveGoVersion: () => resolveGoVersion,
  toSemver: () => toSemver,
  toolchainVersions: () => toolchainVersions
});
function parseGoRequest(text2) {
  if (text2 === "stable" || text2 === "oldstable") return { kind: text2 };
  const match = versionPattern.exec(text2);
  if (match === null) {
    throw new UserError(
      `${JSON.stringify(text2)} is no Go version; write it as 1.22.12, 1.22 (its newest patch), 1.27rc1, stable or oldstable`
    );
  }
  const version = text2.replace(/^go/, "");
  const [, minor, patch, pre] = match;
  if (patch === void 0 && pre === void 0) return { kind: "line", line: version };
  if (patch === "0" && pre === void 0 && Number(minor) < 21) return { kind: "exact", version: `1.${minor}` };
  return { kind: "exact", version };
}
function toSemver(version) {
  const [, minor, patch, pre, preNumber] = versionPattern.exec(version) ?? [];
  return `1.${minor}.${patch ?? "0"}${pre === void 0 ? "" : `-${pre}.${preNumber}`}`;
}
function compareGo(a, b) {
  return (0, import_compare2.default)(toSemver(a), toSemver(b));
}
function lineOf(version) {
  return `1.${versionPattern.exec(version)?.[1]}`;
}
function isRelease(version) {
  return !/rc|beta/.test(version);
}
function resolveAmong(request, known) {
  if (request.kind === "exact") return known.includes(request.version) ? request.version : null;
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
    const at2 = sameLine.findIndex((version) => compareGo(version, wanted) > 0);
    const middle = at2 === -1 ? sameLine.length : at2;
    const from = Math.max(0, Math.min(middle - 2, sameLine.length - 4));
    return sameLine.slice(from, from + 4);
  }
  const newestOfLine = new Map(sorted.filter(isRelease).map((version) => [lineOf(version), version]));
  return [...newestOfLine.values()].slice(-4);
}
function toolchainVersions(list, platform) {
  const suffix = `.${platform.os}-${platform.arch}`;
  return list.flatMap((entry2) => {
    const version = entry2.endsWith(suffix) ? /^v0\.0\.1-go(.+)$/.exec(entry2.slice(0, -suffix.length))?.[1] : void 0;
    return version !== void 0 && versionPattern.test(version) ? [version] : [];
  });
}
async function listGoVersions(context) {
  const [{ listGoDevVersions: listGoDevVersions2 }, { readGoSettings: readGoSettings2 }, { listVersions: listVersions2 }] = await Promise.all([
    Promise.resolve().then(() => (init_go_dev(), go_dev_exports)),
    Promise.resolve().then(() => (init_go_settings(), go_settings_exports)),
    Promise.resolve().then(() => (init_module_proxy(), module_proxy_exports))
  ]);
  const platform = context.platform ?? hostPlatform();
  const settings = await readGoSettings2(context.env, platform, context.signal);
  if (settings.goproxy === null) return await listGoDevVersions2(platform, context);
  const list = await listVersions2(settings.goproxy, "golang.org/toolchain", {
    signal: context.signal,
    patience: context.network
  });
  return toolchainVersions(list, platform);
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
  const known = await listForRequest(text2, context);
  const version = resolveAmong(request, known);
  if (version === null) throw noSuchGo(text2, known, context.platform ?? hostPlatform());
  return version;
}
async function listForRequest(text2, context) {
  try {
    return await listGoVersions(context);
  } catch (error) {
    const message = `cannot tell which Go ${JSON.stringify(text2)} is, which an exact version would not need: ${messageOf(error)}`;
    if (error instanceof UserError) throw new UserError(message, { cause: error });
    if (error instanceof HarnessError) throw new HarnessError(message, { cause: error });
    throw error;
  }
}
function noSuchGo(text2, known, platform) {
  const near = versionPattern.test(text2) ? nearVersions(text2.replace(/^go/, ""), known) : [];
  const hint = near.length === 0 ? "" : `; there is ${near.join(", ")}`;
  return new UserError(`there is no Go ${text2.replace(/^go/, "")} for ${platform.os}/${platform.arch}${hint}`);
}
var import_compare2, versionPattern;
var init_versions2 = __esm({
  "src/go/versions.ts"() {
    "use strict";
    import_compare2 = __toESM(require_compare(), 1);
    init_errors();
    init_matrix();
    init_platform();
    versionPattern = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?$/;
  }
});

// src/cli/matrix-versions.ts
var matrix_versions_exports = {};
__export(matrix_versions_exports, {
  matrixVersions: () => matrixVersions
});
function matrixVersions() {
  const matrix = builtInMatrix();
  const go = matrixGoVersions({ matrix, platform: hostPlatform() });
  const newest = go.at(-1);
  const gopls = matrix.gopls.flatMap((version) => {
    const line = matrix.goplsGo[version];
    const fitting = go.findLast((candidate) => lineOf(candidate) === line) ?? newest;
    return fitting === void 0 ? [] : [{ gopls: version, go: fitting }];
  });
  return { go, gopls };
}
var init_matrix_versions = __esm({
  "src/cli/matrix-versions.ts"() {
    "use strict";
    init_matrix();
    init_platform();
    init_versions2();
  }
});

// src/cli/interruption.ts
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
  for (const name2 of signals) process.on(name2, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name2 of signals) process.off(name2, interrupt);
    }
  };
}
var echoMs;
var init_interruption = __esm({
  "src/cli/interruption.ts"() {
    "use strict";
    echoMs = 1e3;
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
  const run2 = async (function_, resolve4, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve4(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve4, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run2.bind(void 0, function_, resolve4, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve4, reject) => {
    enqueue(function_, resolve4, reject, arguments_);
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
        const promises = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          for (const promise of promises) {
            promise.catch(() => {
            });
          }
          throw error;
        }
        return Promise.all(promises);
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

// src/go/dirhash.ts
async function hash1OfZip(zip) {
  const limit = pLimit(8);
  const lines2 = await Promise.all(
    zip.entries.map(
      (file) => limit(async () => {
        const hash = (0, import_node_crypto4.createHash)("sha256").update(await zip.read(file));
        return { name: file.name, line: `${hash.digest("hex")}  ${file.name}
` };
      })
    )
  );
  lines2.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = (0, import_node_crypto4.createHash)("sha256");
  for (const { line } of lines2) sum.update(line);
  return `h1:${sum.digest("base64")}`;
}
var import_node_crypto4;
var init_dirhash = __esm({
  "src/go/dirhash.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    init_p_limit();
  }
});

// src/is-alive.ts
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
    return /\) [ZX] [^)]*$/.test((0, import_node_fs5.readFileSync)(`/proc/${pid}/stat`, "utf8"));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs5;
var init_is_alive = __esm({
  "src/is-alive.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    init_errors();
  }
});

// src/go/store.ts
function storeDir(env2) {
  const own = env2.UNLATCH_HOME;
  if (own !== void 0 && own !== "") {
    if (!(0, import_node_path7.isAbsolute)(own)) throw new UserError(`UNLATCH_HOME must be an absolute path, not ${JSON.stringify(own)}`);
    return own;
  }
  const xdg = env2.XDG_CACHE_HOME;
  if (xdg !== void 0 && (0, import_node_path7.isAbsolute)(xdg)) return (0, import_node_path7.join)(xdg, "unlatch");
  const home = env2.HOME ?? env2.USERPROFILE;
  if (home === void 0 || home === "") {
    throw new UserError("there is no place for the store: set UNLATCH_HOME to an absolute path (HOME is not set)");
  }
  return (0, import_node_path7.join)(home, ".cache", "unlatch");
}
function explainStoreError(error, store, what) {
  switch (errnoOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new HarnessError(
        `${what}: the disk of the store ${store} is full; free some space there, or set UNLATCH_HOME to a folder on another disk`,
        { cause: error }
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return new UserError(
        `${what}: the store ${store} cannot be written (${errnoOf(error)}); make it writable, or set UNLATCH_HOME to a folder that is`,
        { cause: error }
      );
    default:
      return error;
  }
}
async function install(thing) {
  const place = (0, import_node_path7.join)(thing.store, thing.place);
  const there = await thing.check(place);
  if (there !== null) return there;
  let staging;
  try {
    staging = await makeStaging(thing.store);
    const made = (0, import_node_path7.join)(staging, "made");
    const scratch = (0, import_node_path7.join)(staging, "scratch");
    await (0, import_promises9.mkdir)(made);
    await (0, import_promises9.mkdir)(scratch);
    await thing.build(made, scratch);
    await syncDir(made);
    await (0, import_promises9.mkdir)((0, import_node_path7.dirname)(place), { recursive: true });
    return await putInPlace(thing, made, place, (0, import_node_path7.join)(staging, "broken"));
  } catch (error) {
    throw explainStoreError(error, thing.store, thing.what);
  } finally {
    if (staging !== void 0) await (0, import_promises9.rm)(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}
async function putInPlace(thing, made, place, broken) {
  if (await renameUnlessTaken(made, place)) await syncDir((0, import_node_path7.dirname)(place));
  const winner = await thing.check(place);
  if (winner !== null) return winner;
  if (!await exists(made)) {
    throw new HarnessError(`${thing.what}: what was just put into ${place} does not pass its own check`);
  }
  await renameUnlessGone(place, broken);
  await renameUnlessTaken(made, place);
  const again = await thing.check(place);
  if (again === null) throw new HarnessError(`${thing.what}: ${place} holds something else; remove it and try again`);
  return again;
}
async function renameUnlessTaken(from, to) {
  try {
    await (0, import_promises9.rename)(from, to);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "ENOTEMPTY" || errno === "EEXIST" || errno === "EPERM" && await exists(to)) return false;
    throw error;
  }
}
async function renameUnlessGone(from, to) {
  try {
    await (0, import_promises9.rename)(from, to);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}
async function exists(path) {
  try {
    await (0, import_promises9.access)(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return false;
    throw error;
  }
}
async function syncDir(dir) {
  if (process.platform === "win32") return;
  const handle = await (0, import_promises9.open)(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
function pidSpace() {
  let namespace = "";
  try {
    namespace = (0, import_node_fs6.readlinkSync)("/proc/self/ns/pid");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
  }
  return (0, import_node_crypto5.createHash)("sha256").update(`${(0, import_node_os3.hostname)()}
${namespace}`).digest("hex").slice(0, 12);
}
async function makeStaging(store) {
  const tmp = (0, import_node_path7.join)(store, "tmp");
  await (0, import_promises9.mkdir)(tmp, { recursive: true });
  await sweepStaging(store);
  const dir = (0, import_node_path7.join)(tmp, `${pidSpace()}-${process.pid}-${(0, import_node_crypto5.randomBytes)(6).toString("hex")}`);
  await (0, import_promises9.mkdir)(dir);
  return dir;
}
async function sweepStaging(store) {
  const tmp = (0, import_node_path7.join)(store, "tmp");
  const removed = [];
  for (const name2 of await readdirOrNone(tmp)) {
    const [, space, pid] = /^([0-9a-f]{12})-(\d+)-[0-9a-f]{12}$/.exec(name2) ?? [];
    if (space !== pidSpace() || pid === void 0 || isAlive(Number(pid))) continue;
    await (0, import_promises9.rm)((0, import_node_path7.join)(tmp, name2), { recursive: true, force: true, maxRetries: 3 });
    removed.push(name2);
  }
  return removed;
}
async function readdirOrNone(dir) {
  try {
    return await (0, import_promises9.readdir)(dir);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}
var import_node_crypto5, import_node_fs6, import_promises9, import_node_os3, import_node_path7;
var init_store = __esm({
  "src/go/store.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    import_node_fs6 = require("node:fs");
    import_promises9 = require("node:fs/promises");
    import_node_os3 = require("node:os");
    import_node_path7 = require("node:path");
    init_errors();
    init_is_alive();
  }
});

// src/go/tool-cache.ts
async function findInToolCache(version, env2, platform) {
  const root = env2.RUNNER_TOOL_CACHE;
  const arch = toolCacheArchs[platform.arch];
  if (root === void 0 || root === "" || arch === void 0) return null;
  const goroot = (0, import_node_path8.join)(root, "go", toSemver(version), arch);
  try {
    await (0, import_promises10.access)(`${goroot}.complete`);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
  return await readVersionFile(goroot) === version ? goroot : null;
}
var import_promises10, import_node_path8, toolCacheArchs;
var init_tool_cache = __esm({
  "src/go/tool-cache.ts"() {
    "use strict";
    import_promises10 = require("node:fs/promises");
    import_node_path8 = require("node:path");
    init_errors();
    init_go_on_path();
    init_versions2();
    toolCacheArchs = { amd64: "x64", arm64: "arm64", "386": "x86", arm: "arm" };
  }
});

// src/go/unpack-toolchain.ts
async function unpackToolchain(zip, prefix, dir, signal) {
  const files = zip.entries.map((file) => ({ file, path: file.name.slice(prefix.length) }));
  for (const folder of new Set(files.map(({ path }) => (0, import_node_path9.dirname)(path)))) {
    await (0, import_promises11.mkdir)((0, import_node_path9.join)(dir, folder), { recursive: true });
  }
  const limit = pLimit(16);
  const stop2 = new AbortController();
  const results = await Promise.allSettled(
    files.map(
      ({ file, path }) => limit(async () => {
        signal?.throwIfAborted();
        if (stop2.signal.aborted) return;
        try {
          const to = (0, import_node_path9.join)(dir, path);
          const mode = isRunnable(path) ? 493 : 420;
          await (0, import_promises11.writeFile)(to, await zip.read(file), { flag: "wx", mode });
          if (path === "_go.mod" || path.endsWith("/_go.mod")) await (0, import_promises11.copyFile)(to, (0, import_node_path9.join)((0, import_node_path9.dirname)(to), "go.mod"));
        } catch (error) {
          stop2.abort();
          throw error;
        }
      })
    )
  );
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
function isRunnable(path) {
  return path.startsWith("bin/") || path.startsWith("pkg/tool/") || /^lib\/(.*\/)?go_[^/]+_[^/]+_exec$/.test(path);
}
var import_promises11, import_node_path9;
var init_unpack_toolchain = __esm({
  "src/go/unpack-toolchain.ts"() {
    "use strict";
    import_promises11 = require("node:fs/promises");
    import_node_path9 = require("node:path");
    init_p_limit();
  }
});

// src/go/vouch.ts
async function sumOfToolchain(request) {
  const { version, scratch } = request;
  const folder = (0, import_node_path10.join)(scratch, "proxy", "golang.org", "toolchain", "@v");
  await (0, import_promises12.mkdir)(folder, { recursive: true });
  await (0, import_promises12.writeFile)((0, import_node_path10.join)(folder, `${version}.info`), JSON.stringify({ Version: version, Time: "2020-01-01T00:00:00Z" }));
  await (0, import_promises12.writeFile)((0, import_node_path10.join)(folder, `${version}.mod`), "module golang.org/toolchain\n");
  await linkOrCopy(request.zip, (0, import_node_path10.join)(folder, `${version}.zip`));
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
      GOPATH: (0, import_node_path10.join)(scratch, "gopath"),
      GOMODCACHE: (0, import_node_path10.join)(scratch, "modcache"),
      GOCACHE: (0, import_node_path10.join)(scratch, "gocache"),
      GOTMPDIR: "",
      GOPRIVATE: "",
      GONOPROXY: "",
      GONOSUMDB: "",
      GOPROXY: `${(0, import_node_url2.pathToFileURL)((0, import_node_path10.join)(scratch, "proxy")).href}|${request.goproxy}`,
      ...request.gosumdb === null ? { GOSUMDB: "" } : { GOSUMDB: request.gosumdb }
    }
  });
  const parsed2 = safeParse(pipe(string(), parseJson(), downloadSchema), result.stdout);
  const said = parsed2.success ? parsed2.output : {};
  if (result.code === 0 && said.Sum !== void 0 && said.Error === void 0) return said.Sum;
  const why2 = (said.Error ?? result.stderr.trim()) || `go ended with ${result.code ?? result.error?.message}`;
  if (why2.includes("SECURITY ERROR") || why2.includes("checksum mismatch")) {
    const theirs = / {0,1}(\S+): (h1:\S+)\s+SECURITY ERROR/.exec(why2.replace(/\s+/g, " "));
    throw new HarnessError(
      `the zip of golang.org/toolchain@${version} is refused: it does not match the checksum database${theirs === null ? "" : ` (${theirs[1]} has ${theirs[2]})`}; nothing was kept`
    );
  }
  throw new HarnessError(
    `the checksum database could not be asked about golang.org/toolchain@${version}: ${why2.replace(/\s+/g, " ")}`
  );
}
async function linkOrCopy(from, to) {
  try {
    await (0, import_promises12.link)(from, to);
  } catch (error) {
    if (errnoOf(error) === void 0 || errnoOf(error) === "ENOSPC") throw error;
    await (0, import_promises12.copyFile)(from, to);
  }
}
var import_promises12, import_node_path10, import_node_url2, downloadSchema;
var init_vouch = __esm({
  "src/go/vouch.ts"() {
    "use strict";
    import_promises12 = require("node:fs/promises");
    import_node_path10 = require("node:path");
    import_node_url2 = require("node:url");
    init_dist();
    init_errors();
    init_run_go();
    downloadSchema = object({ Sum: optional(string()), Error: optional(string()) });
  }
});

// src/go/zip.ts
async function openZip(path, prefix, from) {
  const damaged = (error) => new HarnessError(`the zip from ${from} is truncated or damaged, and is refused: ${messageOf(error)}`, {
    cause: error
  });
  const bytes = await (0, import_promises13.readFile)(path);
  let zip;
  try {
    zip = await (0, import_yauzl.fromBufferPromise)(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch (error) {
    throw damaged(error);
  }
  const entries = [];
  try {
    const seen = /* @__PURE__ */ new Map();
    let inflatedBytes = 0;
    for await (const entry2 of zip.eachEntry()) {
      inflatedBytes += entry2.uncompressedSize;
      if (inflatedBytes > maxZipBytes) {
        throw new HarnessError(`the zip from ${from} is refused: it would unpack to more than ${maxZipBytes} bytes`);
      }
      const name2 = entry2.fileNameRaw.toString("utf8");
      const objection = objectionTo(name2, entry2, prefix, seen);
      if (objection !== null) {
        throw new HarnessError(`the zip from ${from} is refused: its entry ${JSON.stringify(name2)} ${objection}`);
      }
      entries.push({ name: name2, entry: entry2 });
    }
  } catch (error) {
    throw error instanceof HarnessError ? error : damaged(error);
  }
  return {
    entries,
    read: async ({ name: name2, entry: entry2 }) => {
      try {
        const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry2, { minimal: true });
        const data = bytes.subarray(fileDataStart, fileDataStart + entry2.compressedSize);
        const content = entry2.compressionMethod === stored ? data : await inflate(data, { maxOutputLength: entry2.uncompressedSize + 1 });
        if (content.length === entry2.uncompressedSize) return content;
        throw new Error(`${name2} has ${content.length} bytes and not ${entry2.uncompressedSize}`);
      } catch (error) {
        throw damaged(error);
      }
    }
  };
}
function objectionTo(name2, entry2, prefix, seen) {
  if ((0, import_yauzl.validateFileName)(name2) !== null) return "climbs out of its folder";
  if (!name2.startsWith(prefix) || name2.length === prefix.length) return `is outside of ${prefix}`;
  if (name2.endsWith("/")) return "is a directory, which a module zip has not";
  if (name2.includes("\n") || name2.split("/").some((part) => part === "" || part === "." || part === "..")) {
    return "is not a clean path";
  }
  const type = entry2.externalFileAttributes >>> 16 & fileTypeMask;
  if (type === symbolicLink) return "is a symbolic link";
  if (type !== 0 && type !== regularFile) return "is not a plain file";
  if (entry2.isEncrypted() || ![stored, deflated].includes(entry2.compressionMethod)) return "is not merely deflated";
  const folded = name2.toLowerCase();
  const other = seen.get(folded);
  if (other !== void 0) return other === name2 ? "comes twice" : `differs from ${JSON.stringify(other)} by case only`;
  seen.set(folded, name2);
  return null;
}
var import_promises13, import_node_util2, import_node_zlib2, import_yauzl, inflate, stored, deflated, fileTypeMask, regularFile, symbolicLink;
var init_zip = __esm({
  "src/go/zip.ts"() {
    "use strict";
    import_promises13 = require("node:fs/promises");
    import_node_util2 = require("node:util");
    import_node_zlib2 = require("node:zlib");
    import_yauzl = require("./yauzl.cjs");
    init_errors();
    init_module_proxy();
    inflate = (0, import_node_util2.promisify)(import_node_zlib2.inflateRaw);
    stored = 0;
    deflated = 8;
    fileTypeMask = 61440;
    regularFile = 32768;
    symbolicLink = 40960;
  }
});

// src/go/provision-go.ts
var provision_go_exports = {};
__export(provision_go_exports, {
  provisionGo: () => provisionGo
});
async function provisionGo(version, context) {
  const request = parseGoRequest(version);
  const exact = request.kind === "exact" ? request.version : request.kind === "line" ? request.line : null;
  if (exact === null) throw new UserError(`${version} is no exact Go version; resolve it first`);
  const platform = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const place = placeOf(exact, platform);
  const check2 = async (dir2) => await isWholeGoroot((0, import_node_path11.join)(dir2, "go"), exact, platform.os) ? dir2 : null;
  const stored2 = await check2((0, import_node_path11.join)(store, place));
  if (stored2 !== null && context.from === "store")
    return { version: exact, goroot: (0, import_node_path11.join)(stored2, "go"), source: "store" };
  const settings = await readGoSettings(context.env, platform, context.signal);
  if (context.from !== "store") {
    if (settings.go?.version === exact) return { version: exact, goroot: settings.go.goroot, source: "path" };
    const cached = await findInToolCache(exact, context.env, platform);
    if (cached !== null) return { version: exact, goroot: cached, source: "toolcache" };
  }
  if (stored2 !== null) return { version: exact, goroot: (0, import_node_path11.join)(stored2, "go"), source: "store" };
  const what = `go ${exact}`;
  const source = settings.goproxy === null ? "go.dev" : "proxy";
  const dir = await install({
    store,
    place,
    what,
    check: check2,
    build: async (made, scratch) => {
      const goroot = (0, import_node_path11.join)(made, "go");
      if (settings.goproxy === null) await buildFromGoDev(exact, goroot, scratch, context);
      else await buildFromProxy(exact, goroot, scratch, settings.goproxy, settings, context);
      if (!await isWholeGoroot(goroot, exact, platform.os)) {
        throw new HarnessError(`${what}: the archive holds no whole Go ${exact} (bin/go or VERSION); nothing was kept`);
      }
    }
  });
  return { version: exact, goroot: (0, import_node_path11.join)(dir, "go"), source };
}
function placeOf(version, platform) {
  return `go/${version}-${platformKey(platform)}`;
}
async function isWholeGoroot(goroot, version, os) {
  if (await readVersionFile(goroot) !== version) return false;
  try {
    await (0, import_promises14.access)((0, import_node_path11.join)(goroot, "bin", os === "windows" ? "go.exe" : "go"));
    return true;
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error) ?? "")) return false;
    throw error;
  }
}
async function buildFromProxy(version, goroot, scratch, goproxy, settings, context) {
  const platform = context.platform ?? hostPlatform();
  const pin = pinnedHash(context.matrix ?? builtInMatrix(), version, platformKey(platform));
  if (pin === null && settings.gosumdb === "off") {
    throw new UserError(
      `go ${version} is not pinned, and GOSUMDB=off: nothing vouches for it, so it is refused; allow the checksum database, or take one of ${Object.keys((context.matrix ?? builtInMatrix()).go).join(", ")}`
    );
  }
  const moduleVersion = `v0.0.1-go${version}.${platform.os}-${platform.arch}`;
  const file = (0, import_node_path11.join)(scratch, "toolchain.zip");
  let from;
  try {
    from = await downloadZip(goproxy, "golang.org/toolchain", moduleVersion, file, {
      what: `go ${version}`,
      signal: context.signal,
      patience: context.network,
      onBytes: (receivedBytes, totalBytes) => context.onProgress?.({ what: `go ${version}`, receivedBytes, totalBytes })
    });
  } catch (error) {
    if (error instanceof DownloadError) await refuseUnknown(version, error, context);
    throw error;
  }
  const prefix = `golang.org/toolchain@${moduleVersion}/`;
  const zip = await openZip(file, prefix, from);
  const ours = await hash1OfZip(zip);
  const theirs = pin ?? await sumOfToolchain({
    go: await goThatVouches(settings, context),
    version: moduleVersion,
    zip: file,
    goproxy,
    gosumdb: settings.gosumdb,
    scratch: await makeDir((0, import_node_path11.join)(scratch, "vouch")),
    env: context.env,
    signal: context.signal
  });
  if (ours !== theirs) {
    throw new HarnessError(
      `go ${version}: the zip from ${from} is refused: its checksum is ${ours}, but ${theirs} is ${pin === null ? "in the checksum database" : "pinned"}; nothing was kept`
    );
  }
  await unpackToolchain(zip, prefix, goroot, context.signal);
}
async function refuseUnknown(version, error, context) {
  let known;
  try {
    known = await listGoVersions(context);
  } catch (listError) {
    if (listError instanceof DownloadError) return;
    throw listError;
  }
  if (known.includes(version)) return;
  const unknown2 = noSuchGo(version, known, context.platform ?? hostPlatform());
  throw new UserError(unknown2.message, { cause: error });
}
async function buildFromGoDev(version, goroot, scratch, context) {
  const platform = context.platform ?? hostPlatform();
  const archives = await listGoDevArchives(platform, context);
  const archive2 = archives.find((candidate) => candidate.version === version);
  if (archive2 === void 0) {
    throw noSuchGo(
      version,
      archives.map((candidate) => candidate.version),
      platform
    );
  }
  await fetchGoDevArchive(archive2, goroot, scratch, context);
}
async function goThatVouches(settings, context) {
  const first = "1.21.0";
  if (settings.go?.version != null && compareGo(settings.go.version, first) >= 0) return settings.go.path;
  const platform = context.platform ?? hostPlatform();
  const matrix = context.matrix ?? builtInMatrix();
  const pinned = [...Object.keys(matrix.go), ...Object.keys(matrix.bootstrap)].filter((version) => compareGo(version, first) >= 0).filter((version) => pinnedHash(matrix, version, platformKey(platform)) !== null).sort(compareGo);
  const store = storeDir(context.env);
  for (const version of pinned.toReversed()) {
    const goroot = (0, import_node_path11.join)(store, placeOf(version, platform), "go");
    if (await isWholeGoroot(goroot, version, platform.os)) return (0, import_node_path11.join)(goroot, "bin", exeName("go", platform));
  }
  const newest = pinned.at(-1);
  if (newest === void 0) {
    throw new HarnessError(
      `no Go that could ask the checksum database is pinned for ${platformKey(platform)}; put any Go from 1.21 on PATH`
    );
  }
  const go = await provisionGo(newest, { ...context, from: "store" });
  return (0, import_node_path11.join)(go.goroot, "bin", exeName("go", platform));
}
async function makeDir(dir) {
  await (0, import_promises14.mkdir)(dir, { recursive: true });
  return dir;
}
var import_promises14, import_node_path11;
var init_provision_go = __esm({
  "src/go/provision-go.ts"() {
    "use strict";
    import_promises14 = require("node:fs/promises");
    import_node_path11 = require("node:path");
    init_errors();
    init_dirhash();
    init_download();
    init_go_dev();
    init_go_on_path();
    init_go_settings();
    init_matrix();
    init_module_proxy();
    init_platform();
    init_store();
    init_tool_cache();
    init_unpack_toolchain();
    init_versions2();
    init_vouch();
    init_zip();
  }
});

// src/go/provision-gopls.ts
var provision_gopls_exports = {};
__export(provision_gopls_exports, {
  goLineOf: () => goLineOf,
  provisionGopls: () => provisionGopls,
  resolveGoplsVersion: () => resolveGoplsVersion
});
async function resolveGoplsVersion(text2, context) {
  if (text2 !== "latest" && text2 !== "stable") {
    const version = text2.replace(/^v/, "");
    if ((0, import_semver2.valid)(version) === version) return version;
    throw new UserError(`${JSON.stringify(text2)} is no gopls version; write it as 0.18.1, or latest`);
  }
  const newest = (await listGoplsVersions(context)).filter((version) => (0, import_semver2.prerelease)(version) === null).at(-1);
  if (newest === void 0) throw new HarnessError("the module proxy lists no release of gopls");
  return newest;
}
async function listGoplsVersions(context) {
  const list = await listVersions(await moduleProxy(context), goplsModule, network(context));
  return list.map((version) => version.replace(/^v/, "")).filter((version) => (0, import_semver2.valid)(version) === version).sort(import_semver2.compare);
}
async function moduleProxy(context) {
  const platform = context.platform ?? hostPlatform();
  const settings = await readGoSettings(context.env, platform, context.signal);
  if (settings.goproxy !== null) return settings.goproxy;
  const go = await provisionGo(await resolveGoVersion("stable", { ...context, prefer: "matrix" }), context);
  const said = await askGo((0, import_node_path12.join)(go.goroot, "bin", exeName("go", platform)), context.env, context.signal);
  if (said?.goproxy == null) throw new HarnessError("GOPROXY is not set, and go has no default for it");
  return said.goproxy;
}
function network(context) {
  return { signal: context.signal, patience: context.network };
}
async function provisionGopls(version, context) {
  if ((0, import_semver2.valid)(version) !== version) throw new UserError(`${version} is no exact gopls version; resolve it first`);
  const platform = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const name2 = exeName("gopls", platform);
  const check2 = async (dir) => {
    const builtWith = await readBuildNote(dir, name2);
    return builtWith === null ? null : { version, path: (0, import_node_path12.join)(dir, name2), builtWith };
  };
  const place = `gopls/${version}-${platformKey(platform)}`;
  const there = await check2((0, import_node_path12.join)(store, place));
  if (there !== null) return there;
  const goproxy = await moduleProxy(context);
  const go = await goFor(version, goproxy, context);
  return await install({
    store,
    place,
    what: `gopls ${version}`,
    check: check2,
    build: async (made, scratch) => {
      await goInstall(version, go, goproxy, scratch, store, context);
      await (0, import_promises15.copyFile)((0, import_node_path12.join)(scratch, "bin", name2), (0, import_node_path12.join)(made, name2));
      await (0, import_promises15.chmod)((0, import_node_path12.join)(made, name2), 493);
      await writeBuildNote(made, go.version);
    }
  });
}
async function writeBuildNote(dir, goVersion) {
  await (0, import_promises15.writeFile)((0, import_node_path12.join)(dir, buildNote), `${goVersion}
`, { flush: true });
}
async function readBuildNote(dir, name2) {
  try {
    await (0, import_promises15.access)((0, import_node_path12.join)(dir, name2));
    return (await (0, import_promises15.readFile)((0, import_node_path12.join)(dir, buildNote), "utf8")).trim() || null;
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error) ?? "")) return null;
    throw error;
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
  } catch (error) {
    if (error instanceof DownloadError) {
      const known = await listGoplsVersions(context);
      if (!known.includes(version)) {
        const hint = known.filter((candidate) => (0, import_semver2.prerelease)(candidate) === null).slice(-4);
        throw new UserError(`there is no gopls ${version}; the newest are ${hint.join(", ")}`, { cause: error });
      }
    }
    throw error;
  }
}
function goLineOf(goMod) {
  const wanted = [oldestGo];
  for (const [, version] of goMod.matchAll(/^(?:go|toolchain)\s+(?:go)?(1\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)\b/gm)) {
    if (version !== void 0) wanted.push(lineOf(version));
  }
  return wanted.sort(compareGo).at(-1) ?? oldestGo;
}
async function goInstall(version, go, goproxy, scratch, store, context) {
  const platform = context.platform ?? hostPlatform();
  const tmp = (0, import_node_path12.join)(scratch, "tmp");
  await (0, import_promises15.mkdir)(tmp);
  const { GOROOT: _goroot, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = context.env;
  const result = await runGo(
    (0, import_node_path12.join)(go.goroot, "bin", exeName("go", platform)),
    ["install", `${goplsModule}@v${version}`],
    {
      cwd: scratch,
      signal: context.signal,
      env: {
        ...rest,
        GOBIN: (0, import_node_path12.join)(scratch, "bin"),
        GOPATH: (0, import_node_path12.join)(scratch, "gopath"),
        GOMODCACHE: (0, import_node_path12.join)(store, "build", "modcache"),
        GOCACHE: (0, import_node_path12.join)(store, "build", "gocache"),
        GOTMPDIR: tmp,
        GOOS: platform.os,
        GOARCH: platform.arch,
        GOTOOLCHAIN: "local",
        GO111MODULE: "on",
        GOWORK: "off",
        GOPROXY: goproxy,
        GOFLAGS: "-trimpath -modcacherw",
        CGO_ENABLED: "0"
      }
    }
  );
  if (result.code === 0) return;
  const said = result.stderr.trim();
  if (said.includes("no space left on device")) {
    throw Object.assign(new Error(said), { code: "ENOSPC" });
  }
  const lines2 = said === "" ? [result.error?.message ?? "it said nothing"] : said.split("\n").slice(-5);
  throw new HarnessError(`gopls ${version} could not be built with go ${go.version}: ${lines2.join(" | ")}`, {
    cause: result.error
  });
}
var import_promises15, import_node_path12, import_semver2, goplsModule, oldestGo, buildNote;
var init_provision_gopls = __esm({
  "src/go/provision-gopls.ts"() {
    "use strict";
    import_promises15 = require("node:fs/promises");
    import_node_path12 = require("node:path");
    import_semver2 = __toESM(require_semver2(), 1);
    init_errors();
    init_download();
    init_go_on_path();
    init_go_settings();
    init_matrix();
    init_module_proxy();
    init_platform();
    init_provision_go();
    init_run_go();
    init_store();
    init_versions2();
    goplsModule = "golang.org/x/tools/gopls";
    oldestGo = "1.21";
    buildNote = "built-with";
  }
});

// src/package-root.ts
function packageRoot() {
  let folder = (0, import_node_path13.dirname)((0, import_node_url3.fileURLToPath)(__url));
  while (!(0, import_node_fs7.existsSync)((0, import_node_path13.join)(folder, "package.json"))) {
    const parent = (0, import_node_path13.dirname)(folder);
    if (parent === folder) throw new Error("unlatch lies outside its package: dist/ and docker/ belong together");
    folder = parent;
  }
  return folder;
}
var import_node_fs7, import_node_path13, import_node_url3;
var init_package_root = __esm({
  "src/package-root.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path13 = require("node:path");
    import_node_url3 = require("node:url");
  }
});

// src/lab/driver-files.ts
function driverFiles(needs) {
  const names2 = needs.includes("node") ? [...driver, ...programs] : driver;
  return new Map(names2.map((name2) => [name2.replace(/^\w+/, "trial"), contentOf(name2)]));
}
function contentOf(name2) {
  const known = read2.get(name2) ?? (0, import_node_fs8.readFileSync)((0, import_node_path14.join)(packageRoot(), name2));
  read2.set(name2, known);
  return known;
}
var import_node_fs8, import_node_path14, driver, programs, read2;
var init_driver_files = __esm({
  "src/lab/driver-files.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_node_path14 = require("node:path");
    init_package_root();
    driver = ["docker/trial.sh", "docker/worker.sh", "docker/words.sh"];
    programs = ["dist/editor.cjs", "dist/proxy.cjs"];
    read2 = /* @__PURE__ */ new Map();
  }
});

// src/lab/read-history.ts
function failedHistory(facts, harness) {
  return readHistory(facts, (name2) => name2 === "harness" ? harness : void 0);
}
function readHistory(facts, read3) {
  const { arm, cell: cell2 } = facts;
  const releaseUs = Number(read3("release") ?? Number.NaN);
  const sinceRelease = (time) => {
    if (time === void 0 || time === "" || Number.isNaN(releaseUs)) return null;
    return Math.round((Number(time.replace(/[.,]/, "")) - releaseUs) / 1e3);
  };
  const copies = copiesOf(arm);
  const workers = copies.map((copy) => {
    const file = (name2) => read3(`worker/${copy.id}/${name2}`);
    const [code, endTime] = (file("exit") ?? "").trim().split(" ");
    const startMs = sinceRelease(file("start"));
    const exited = code !== void 0 && code !== "";
    return {
      name: copy.worker.name,
      copy: copy.copy,
      command: copy.command,
      background: copy.worker.background === true,
      code: exited ? Number(code) : null,
      ended: exited ? "exited" : startMs === null ? "never-started" : "killed",
      stdout: tail(file("stdout")),
      stderr: tail(file("stderr")),
      startMs,
      endMs: exited ? sinceRelease(endTime) : null
    };
  });
  const rescueCode = read3("rescue.code");
  const ended2 = read3("ended") || void 0;
  const goVersion = read3("go-version");
  const doctor = read3("doctor");
  return {
    schema: 1,
    scenario: facts.scenario,
    arm: arm.name,
    trial: facts.trial,
    cell: { ...cell2, fs: read3("fs")?.trim() ?? cell2.fs },
    versions: goVersion === void 0 ? {} : { go: goVersion.trim() },
    ended: ended2 === "done" || ended2 === "until" ? ended2 : "deadline",
    rescue: rescueCode === void 0 ? null : { code: Number(rescueCode), atMs: sinceRelease(read3("rescue.at")) ?? 0, output: tail(read3("rescue.output")) },
    workers,
    faults: faultResults(arm, read3),
    probes: Object.keys(arm.scenario.probes ?? {}).map(
      (name2) => ({
        name: name2,
        code: Number(read3(`probe/${name2}.code`) || "-1"),
        stdout: tail(read3(`probe/${name2}`))
      })
    ),
    harness: read3("harness") ?? (ended2 === void 0 ? `the trial left no result: ${tail(read3("driver")).trim() || "nothing was written; is the disk full?"}` : null),
    doctor: doctor === void 0 ? null : doctor.split("\n").filter((id) => id !== ""),
    ms: facts.ms
  };
}
function faultResults(arm, read3) {
  const ofSandbox = holdsOf(arm).map(
    (fault2, index) => ({ name: fault2.name, worker: null, ...fault2.count(read3(`hold/${index}`) ?? "") })
  );
  const ofWorkers = copiesOf(arm).flatMap(
    ({ id, fault: fault2 }) => fault2 === null ? [] : [{ name: fault2.name, worker: id, ...fault2.count(read3(`worker/${id}/fault`) ?? "") }]
  );
  return [...ofSandbox, ...ofWorkers];
}
function tail(text2) {
  if (text2 === void 0) return "";
  return text2.length <= outputLimit ? text2 : `[\u2026 ${text2.length - outputLimit} characters left out]
${text2.slice(-outputLimit)}`;
}
var outputLimit;
var init_read_history = __esm({
  "src/lab/read-history.ts"() {
    "use strict";
    init_sandbox_files();
    outputLimit = 16384;
  }
});

// src/lab/trial.ts
async function runTrial(request) {
  const { runtime, toolchain, arm, signal } = request;
  const begin = performance.now();
  const cell2 = {
    go: toolchain.go.version,
    gopls: toolchain.gopls?.version ?? null,
    runtime: runtime.name,
    fs: "unknown"
  };
  const facts = () => ({
    arm,
    scenario: request.scenario,
    trial: request.trial,
    cell: cell2,
    ms: Math.round(performance.now() - begin)
  });
  const capabilities = needsOf(arm);
  const deadlineMs = request.deadlineMs ?? deadlineOf(arm);
  try {
    var _stack = [];
    try {
      const files = new Map([...sandboxFiles(arm, deadlineMs), ...driverFiles(capabilities)]);
      const sandbox = __using(_stack, await runtime.open({ toolchain, root: arm.scenario.user === "root", capabilities }), true);
      const read3 = await sandbox.run(files, 2 * deadlineMs + graceMs, signal);
      return readHistory(facts(), read3);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    return failedHistory(facts(), messageOf(error));
  }
}
var graceMs;
var init_trial = __esm({
  "src/lab/trial.ts"() {
    "use strict";
    init_errors();
    init_driver_files();
    init_read_history();
    init_sandbox_files();
    graceMs = 6e4;
  }
});

// src/lab/run.ts
async function run(request) {
  const { cells, listen, signal } = request;
  const reports = /* @__PURE__ */ new Map();
  const skip = async (cell2, reason) => {
    const report = skippedCell(cell2, request.runtime.name, reason);
    reports.set(cell2, report);
    listen({ kind: "cell", report });
  };
  listen({
    kind: "planned",
    cells: cells.length,
    trials: cells.reduce((sum, cell2) => sum + plannedTrials(request, cell2), 0)
  });
  const toolchains = await makeReady(request);
  const judged = async (cell2, limit) => {
    signal.throwIfAborted();
    const missing = await missingFor(request.runtime, cell2.scenario) ?? toolchains.missing.get(keyOf(cell2));
    if (missing !== void 0) {
      listen({ kind: "dropped", trials: plannedTrials(request, cell2), why: missing });
      return await skip(cell2, missing);
    }
    const toolchain = toolchains.ready.get(keyOf(cell2));
    if (toolchain === void 0) throw new Error(`no toolchain for ${keyOf(cell2)}`);
    const report = await runCell(request, cell2, toolchain, limit);
    signal.throwIfAborted();
    reports.set(cell2, report);
    listen({ kind: "cell", report });
  };
  const together = cells.filter((cell2) => cell2.scenario.alone !== true);
  const cellLimit = pLimit(request.jobs);
  const trialLimit = pLimit(request.jobs);
  await allSettledOrThrow(together.map((cell2) => cellLimit(() => judged(cell2, trialLimit))));
  const single = pLimit(1);
  for (const cell2 of cells) if (cell2.scenario.alone === true) await judged(cell2, single);
  return {
    schema: 1,
    unlatch: request.unlatch,
    host: { kernel: (0, import_node_os4.release)(), docker: request.runtime.engine },
    cells: cells.flatMap((cell2) => reports.get(cell2) ?? [])
  };
}
async function allSettledOrThrow(tasks) {
  const failed = (await Promise.allSettled(tasks)).find((result) => result.status === "rejected");
  if (failed !== void 0) throw failed.reason;
}
function keyOf({ go, gopls }) {
  return gopls === null ? `Go ${go}` : `gopls ${gopls} with Go ${go}`;
}
function trialsOf(request, scenario) {
  return request.trials ?? scenario.trials ?? 1;
}
function plannedTrials(request, { scenario, spec }) {
  const arms = spec.expect === "reproduced" ? 1 + Object.keys(scenario.mitigations ?? {}).length : 1;
  return arms * trialsOf(request, scenario);
}
async function makeReady(request) {
  const ready = /* @__PURE__ */ new Map();
  const missing = /* @__PURE__ */ new Map();
  const wanted = new Map(request.cells.map((cell2) => [keyOf(cell2), cell2]));
  let failure;
  for (const [key, cell2] of wanted) {
    request.signal.throwIfAborted();
    try {
      request.listen({ kind: "preparing", what: key });
      const toolchain = await request.provision(cell2.go, cell2.gopls, request.signal);
      await request.runtime.prepare(toolchain, (what) => request.listen({ kind: "preparing", what }), request.signal);
      ready.set(key, toolchain);
    } catch (error) {
      request.signal.throwIfAborted();
      if (!(error instanceof HarnessError)) throw error;
      failure = error;
      missing.set(key, `${key}: ${messageOf(error)}`);
    }
  }
  if (ready.size === 0 && failure !== void 0) throw failure;
  return { ready, missing };
}
async function missingFor(runtime, scenario) {
  const arms = [null, ...Object.keys(scenario.mitigations ?? {})];
  const needs = new Set(arms.flatMap((name2) => needsOf(armOf(scenario, name2))));
  for (const need of needs) {
    const reason = await runtime.missing(need);
    if (reason !== null) return `${need}: ${reason}`;
  }
  return void 0;
}
async function runCell(request, cell2, toolchain, limit) {
  const { listen, signal } = request;
  const begin = performance.now();
  const trials = [];
  const runArm = async (name2) => {
    let shown = false;
    const numbers = Array.from({ length: trialsOf(request, cell2.scenario) }, (_, index) => index + 1);
    const tasks = numbers.map(
      (trial) => limit(async () => {
        signal.throwIfAborted();
        listen({ kind: "trial-started", scenario: cell2.id });
        const history = await runTrial({
          runtime: request.runtime,
          toolchain,
          scenario: cell2.id,
          arm: armOf(cell2.scenario, name2),
          trial,
          signal,
          ...request.deadlineMs === null ? {} : { deadlineMs: request.deadlineMs }
        });
        signal.throwIfAborted();
        await request.keep(history);
        const judged = judgeTrial(cell2, history);
        trials.push(judged);
        const { state } = judged.finding;
        const showOutput = state === "unknown" || state === "present" && !shown && name2 === null;
        if (state === "present") shown = true;
        listen({ kind: "trial", history, finding: judged.finding, hits: hitsOf(history), showOutput });
      })
    );
    await allSettledOrThrow(tasks);
  };
  await runArm(null);
  const baseline = claimVerdict(
    tally(
      trials.map(({ finding }) => finding),
      []
    )
  );
  const mitigations = Object.keys(cell2.scenario.mitigations ?? {});
  if (baseline === "reproduced") {
    for (const name2 of mitigations) await runArm(name2);
  } else if (cell2.spec.expect === "reproduced") {
    const dropped = mitigations.length * trialsOf(request, cell2.scenario);
    if (dropped > 0) listen({ kind: "dropped", trials: dropped, why: "the baseline did not show the symptom" });
  }
  return assembleCell(cell2, trials, Math.round(performance.now() - begin));
}
var import_node_os4;
var init_run = __esm({
  "src/lab/run.ts"() {
    "use strict";
    import_node_os4 = require("node:os");
    init_p_limit();
    init_errors();
    init_assemble_cell();
    init_judge();
    init_sandbox_files();
    init_trial();
    init_verdict();
  }
});

// src/lab/runtime/engine.ts
async function findEngine(env2, signal = new AbortController().signal) {
  const reasons = [];
  for (const host of await candidates(env2)) {
    const hung = AbortSignal.timeout(patienceMs);
    try {
      const docker = new import_dockerode.default(host === void 0 ? {} : { socketPath: host });
      const version = docker.version.bind(docker);
      const { Version } = await version({ abortSignal: AbortSignal.any([signal, hung]) });
      return { docker, version: Version };
    } catch (error) {
      signal.throwIfAborted();
      const why2 = hung.aborted ? `no answer within ${patienceMs / 1e3} s` : refusal(error);
      reasons.push(`${host ?? env2["DOCKER_HOST"]}: ${why2}`);
    }
  }
  return { reason: reasons.join("; ") };
}
function refusal(error) {
  const message = messageOf(error);
  return errnoOf(error) === "EACCES" ? `${message}; this user may not use it (the group docker may)` : message;
}
async function candidates(env2) {
  if (env2["DOCKER_HOST"] !== void 0 && env2["DOCKER_HOST"] !== "") return [void 0];
  const config = env2["DOCKER_CONFIG"] ?? (0, import_node_path15.join)((0, import_node_os5.homedir)(), ".docker");
  const context = await contextSocket(config, env2["DOCKER_CONTEXT"]);
  return [...context === null ? [] : [context], "/var/run/docker.sock", (0, import_node_path15.join)((0, import_node_os5.homedir)(), ".docker/run/docker.sock")];
}
async function contextSocket(config, chosen) {
  const name2 = chosen ?? (await readJson((0, import_node_path15.join)(config, "config.json")))?.currentContext;
  if (name2 === void 0 || name2 === "default") return null;
  const id = (0, import_node_crypto6.createHash)("sha256").update(name2).digest("hex");
  const host = (await readJson((0, import_node_path15.join)(config, "contexts/meta", id, "meta.json")))?.Endpoints?.docker?.Host;
  return host?.startsWith("unix://") === true ? host.slice("unix://".length) : null;
}
async function readJson(path) {
  try {
    return JSON.parse(await (0, import_promises16.readFile)(path, "utf8"));
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}
var import_node_crypto6, import_promises16, import_node_os5, import_node_path15, import_dockerode, patienceMs;
var init_engine = __esm({
  "src/lab/runtime/engine.ts"() {
    "use strict";
    import_node_crypto6 = require("node:crypto");
    import_promises16 = require("node:fs/promises");
    import_node_os5 = require("node:os");
    import_node_path15 = require("node:path");
    import_dockerode = __toESM(require("./dockerode.cjs"), 1);
    init_errors();
    patienceMs = 1e4;
  }
});

// src/lab/runtime/host.ts
async function hostRuntime(options) {
  if (process.platform !== "linux") {
    throw new HarnessError(`trials on the host need Linux, and this is ${process.platform}; use --runtime docker`);
  }
  if (!succeeds("bash", ["-c", "((BASH_VERSINFO[0] >= 5))"]) || !succeeds("flock", ["--version"])) {
    throw new HarnessError(
      "trials on the host need bash 5 and flock (util-linux); install them or use --runtime docker"
    );
  }
  await checkTemporary();
  const isolation = (options.isolations ?? ["bubblewrap", "unshare", "marker"]).find(isolates) ?? "marker";
  await sweepLeftovers();
  return {
    name: "host",
    description: isolation === "marker" ? "no namespaces; processes are found by a marker" : isolation,
    engine: null,
    missing: async (capability) => missingOnHost(capability, isolation),
    ready: async () => void 0,
    prepare: async () => void 0,
    open: (needs) => openSandbox(needs, isolation, options),
    [Symbol.asyncDispose]: async () => void 0
  };
}
function succeeds(command, args) {
  return (0, import_node_child_process2.spawnSync)(command, args, { stdio: "ignore" }).status === 0;
}
function isolates(isolation) {
  if (isolation === "marker") return true;
  const [command, ...args] = isolation === "bubblewrap" ? bubblewrap(null) : unshared();
  return command !== void 0 && succeeds(command, [...args, "true"]);
}
function missingOnHost(capability, isolation) {
  switch (capability) {
    case "ptrace":
      if (!succeeds("strace", ["--version"])) return "strace is not installed";
      return succeeds("strace", ["-f", "--seccomp-bpf", "-qq", "-e", "trace=flock", "-o", "/dev/null", "true"]) ? null : "strace may not trace here (ptrace is forbidden)";
    case "procfs":
      return succeeds("test", ["-r", "/proc/self/fdinfo/0", "-a", "-r", "/proc/self/wchan"]) ? null : "/proc does not show locks";
    case "fuse":
      return succeeds("test", ["-w", "/dev/fuse"]) ? null : "/dev/fuse is not there";
    case "node":
      return null;
    case "netns":
      return isolation === "marker" ? "no network namespace can be had" : null;
    case "root":
      return isolation === "bubblewrap" ? null : "a root of its own needs bubblewrap";
  }
}
function bubblewrap(bound) {
  const uid = bound?.asRoot === true ? "0" : process.getuid?.() === 0 ? "1000" : String(process.getuid?.() ?? 1e3);
  const user2 = ["--unshare-user", "--uid", uid, "--gid", uid];
  const mounts = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"];
  const binds = bound === null ? [] : [...bound.visible.flatMap((path) => ["--ro-bind", path, path]), "--bind", bound.root, bound.root];
  const spaces = [
    "--unshare-pid",
    "--unshare-net",
    "--unshare-ipc",
    "--unshare-uts",
    "--die-with-parent",
    "--new-session"
  ];
  return ["bwrap", ...user2, ...spaces, ...mounts, ...binds, "--"];
}
function unshared() {
  const spaces = [
    "--user",
    "--map-root-user",
    "--pid",
    "--mount",
    "--net",
    "--fork",
    "--kill-child=KILL",
    "--mount-proc"
  ];
  const script = 'ip link set lo up && exec setpriv --no-new-privs --bounding-set -all --inh-caps -all "$@"';
  return ["unshare", ...spaces, "sh", "-c", script, "-"];
}
async function openSandbox(needs, isolation, options) {
  const name2 = `unlatch-${options.keep ? "kept-" : ""}${process.pid}-`;
  const root = await (0, import_promises17.mkdtemp)((0, import_node_path16.join)(temporary(), name2)).catch(noRoom);
  let child;
  return {
    run: async (files, limitMs, signal) => {
      await writeFiles(root, files).catch(noRoom);
      const gopls = needs.toolchain.gopls;
      const visible = [
        needs.toolchain.go.goroot,
        (0, import_node_path16.dirname)(process.execPath),
        ...gopls === null ? [] : [(0, import_node_path16.dirname)(gopls.path)]
      ];
      const prefix = isolation === "bubblewrap" ? bubblewrap({ root, visible, asRoot: needs.root }) : isolation === "unshare" ? unshared() : ["env"];
      const [command = "env", ...args] = [...prefix, "bash", (0, import_node_path16.join)(root, "trial/trial.sh")];
      const path = options.env["PATH"] ?? "/usr/bin:/bin";
      const bins = [(0, import_node_path16.join)(needs.toolchain.go.goroot, "bin"), ...gopls === null ? [] : [(0, import_node_path16.dirname)(gopls.path)]];
      const env2 = { PATH: path, GOROOT_BIN: bins.join(":"), NODE: process.execPath, [marker2]: root };
      child = (0, import_node_child_process2.spawn)(command, args, { env: env2, stdio: ["ignore", "ignore", "pipe"], cwd: root });
      await ended(child, limitMs, signal);
      return (name3) => readTail((0, import_node_path16.join)(root, "out", name3));
    },
    [Symbol.asyncDispose]: async () => {
      if (child !== void 0 && child.exitCode === null && child.signalCode === null) {
        const exit = new Promise((resolve4) => child?.once("exit", resolve4));
        child.kill("SIGKILL");
        await exit;
      }
      if (isolation === "marker") await endMarked(root);
      if (options.keep) options.tell(`kept: ${root}`);
      else await removeTree(root);
    }
  };
}
function ended(child, limitMs, signal) {
  return new Promise((resolve4, reject) => {
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text2) => {
      said = (said + text2).slice(-2e3);
    });
    const stop2 = (why2) => {
      child.kill("SIGKILL");
      reject(new HarnessError(why2));
    };
    const timer = setTimeout(() => stop2(`the driver did not end within ${limitMs} ms`), limitMs);
    const interrupted = () => stop2("interrupted");
    if (signal.aborted) interrupted();
    signal.addEventListener("abort", interrupted, { once: true });
    const settle = (act) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
      act();
    };
    child.once("error", (cause) => settle(() => reject(new HarnessError("the sandbox did not start", { cause }))));
    child.once(
      "exit",
      (code, by) => settle(
        () => code === 0 ? resolve4() : reject(new HarnessError(`the driver ended with ${code ?? by}: ${said.trim()}`))
      )
    );
  });
}
async function writeFiles(root, files) {
  const folders2 = new Set([...files.keys()].map((name2) => name2.endsWith("/") ? name2 : (0, import_node_path16.dirname)(name2)));
  for (const folder of folders2) await (0, import_promises17.mkdir)((0, import_node_path16.join)(root, folder), { recursive: true });
  const writing = await Promise.allSettled(
    [...files].filter(([name2]) => !name2.endsWith("/")).map(([name2, data]) => (0, import_promises17.writeFile)((0, import_node_path16.join)(root, name2), data))
  );
  for (const result of writing) if (result.status === "rejected") throw result.reason;
}
function readTail(path) {
  let file;
  try {
    file = (0, import_node_fs9.openSync)(path, "r");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return void 0;
    throw error;
  }
  try {
    const { size } = (0, import_node_fs9.fstatSync)(file);
    const buffer = Buffer.alloc(Math.min(size, readLimit));
    const length = (0, import_node_fs9.readSync)(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8", 0, length);
  } finally {
    (0, import_node_fs9.closeSync)(file);
  }
}
async function endMarked(root) {
  for (let found = true; found; ) {
    found = false;
    for (const name2 of await (0, import_promises17.readdir)("/proc")) {
      if (!/^\d+$/.test(name2) || !await carries(name2, root)) continue;
      found = true;
      try {
        process.kill(Number(name2), "SIGKILL");
      } catch (error) {
        if (errnoOf(error) !== "ESRCH") throw error;
      }
    }
  }
}
async function carries(pid, root) {
  try {
    return (await (0, import_promises17.readFile)(`/proc/${pid}/environ`, "utf8")).split("\0").includes(`${marker2}=${root}`);
  } catch (error) {
    if (["ENOENT", "ESRCH", "EACCES", "EPERM"].includes(errnoOf(error) ?? "")) return false;
    throw error;
  }
}
async function removeTree(root) {
  await makeWritable(root);
  await (0, import_promises17.rm)(root, { recursive: true, force: true });
}
async function makeWritable(folder) {
  try {
    await (0, import_promises17.chmod)(folder, 448);
    for (const entry2 of await (0, import_promises17.readdir)(folder, { withFileTypes: true })) {
      if (entry2.isDirectory()) await makeWritable((0, import_node_path16.join)(folder, entry2.name));
    }
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}
function temporary() {
  return (0, import_node_path16.resolve)((0, import_node_os6.tmpdir)());
}
async function checkTemporary() {
  try {
    await (0, import_promises17.access)(temporary(), import_node_fs9.constants.R_OK | import_node_fs9.constants.W_OK | import_node_fs9.constants.X_OK);
    if ((await (0, import_promises17.stat)(temporary())).isDirectory()) return;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    const why2 = errnoOf(error) === "ENOENT" ? "is not there" : `cannot be used (${errnoOf(error)})`;
    throw new UserError(`TMPDIR ${temporary()} ${why2}; set it to a folder that can be written`, { cause: error });
  }
  throw new UserError(`TMPDIR ${temporary()} is no folder; set it to one that can be written`);
}
function noRoom(error) {
  if (errnoOf(error) !== "ENOSPC" && errnoOf(error) !== "EDQUOT") throw error;
  throw new HarnessError(
    `the disk of ${temporary()} is full; free some space there, or set TMPDIR to a folder on another disk`,
    { cause: error }
  );
}
async function sweepLeftovers() {
  for (const name2 of await (0, import_promises17.readdir)(temporary())) {
    const [, kept, pid] = /^unlatch-(kept-)?(\d+)-\w{6}$/.exec(name2) ?? [];
    if (pid === void 0 || isAlive(Number(pid))) continue;
    const root = (0, import_node_path16.join)(temporary(), name2);
    if (!await isOurs(root)) continue;
    await endMarked(root);
    if (kept === void 0) await removeTree(root);
  }
}
async function isOurs(folder) {
  try {
    return (await (0, import_promises17.lstat)(folder)).uid === process.getuid?.();
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    return false;
  }
}
var import_node_child_process2, import_node_fs9, import_promises17, import_node_os6, import_node_path16, marker2, readLimit;
var init_host = __esm({
  "src/lab/runtime/host.ts"() {
    "use strict";
    import_node_child_process2 = require("node:child_process");
    import_node_fs9 = require("node:fs");
    import_promises17 = require("node:fs/promises");
    import_node_os6 = require("node:os");
    import_node_path16 = require("node:path");
    init_errors();
    init_is_alive();
    marker2 = "UNLATCH_TRIAL";
    readLimit = 65536;
  }
});

// src/report/display.ts
function plainDisplay(stream) {
  return {
    follow: () => void 0,
    print(lines2) {
      stream.write(`${lines2}
`);
    },
    end: () => void 0
  };
}
function advance(progress, event) {
  switch (event.kind) {
    case "planned":
      return { ...progress, total: event.trials };
    case "preparing":
    case "fetching":
      return { ...progress, preparing: plainLine(event.what) };
    case "trial-started":
      return { ...progress, running: [...progress.running, event.scenario], preparing: null };
    case "trial": {
      const at2 = progress.running.indexOf(event.history.scenario);
      const running = at2 < 0 ? progress.running : progress.running.toSpliced(at2, 1);
      return { ...progress, done: progress.done + 1, running };
    }
    case "dropped":
      return { ...progress, total: Math.max(progress.done, progress.total - event.trials) };
    default:
      return progress;
  }
}
function progressText(progress, width) {
  const left = timeLeft(progress);
  const trials = progress.total === 0 ? [] : [`${progress.done}/${progress.total} trials${left === "" ? "" : `, ${left}`}`];
  const running = [...groupBy(progress.running, (name2) => name2)].map(
    ([name2, { length }]) => length === 1 ? name2 : `${name2} \xD7${length}`
  );
  const preparing = progress.preparing === null ? [] : [`preparing ${progress.preparing}`];
  const text2 = [...trials, ...running.length === 0 ? [] : [running.join(", ")], ...preparing].join(" \xB7 ");
  return text2.length <= width ? text2 : `${text2.slice(0, Math.max(0, width - 1))}\u2026`;
}
function timeLeft(progress) {
  const left = progress.total - progress.done;
  if (progress.done < 4 || left <= 0) return "";
  const minutes = Math.ceil(progress.elapsedMs / progress.done * left / 6e4);
  if (minutes <= 1) return "under a minute left";
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}
function liveDisplay(output, nowMs) {
  let progress = noProgress;
  let startMs = null;
  const bars = new import_cli_progress.default.MultiBar({
    stream: output.stream,
    fps: 5,
    barsize: barWidth,
    barCompleteChar: "\u2588",
    barIncompleteChar: "\u2591",
    clearOnComplete: true,
    hideCursor: true,
    // Lines that are longer than the window must wrap, not be cut; the bar itself is never longer.
    linewrap: true,
    // A line printed above the bar leaves none below it, even when the bar's own text is the same as before.
    forceRedraw: true,
    // Ctrl-C is the cli's affair.
    gracefulExit: false,
    format: (options, params) => {
      const elapsedMs = startMs === null ? 0 : nowMs() - startMs;
      const bar2 = progress.total === 0 ? "" : `${import_cli_progress.default.Format.BarFormat(params.progress, options)} `;
      return bar2 + progressText({ ...progress, elapsedMs }, output.columns - 1 - bar2.length);
    }
  });
  const bar = bars.create(1, 0);
  let ended2 = false;
  return {
    follow(event) {
      if (event.kind === "trial-started") startMs ??= nowMs();
      progress = advance(progress, event);
      bar.setTotal(Math.max(progress.total, 1));
      bar.update(progress.done);
    },
    print(lines2) {
      if (ended2) output.stream.write(`${lines2}
`);
      else bars.log(`${lines2}
`);
    },
    end() {
      if (ended2) return;
      ended2 = true;
      bars.update();
      bars.stop();
    }
  };
}
var import_cli_progress, noProgress, barWidth;
var init_display = __esm({
  "src/report/display.ts"() {
    "use strict";
    import_cli_progress = __toESM(require("./cli-progress.cjs"), 1);
    init_by_scenario();
    init_plain_text();
    noProgress = { done: 0, total: 0, running: [], preparing: null, elapsedMs: 0 };
    barWidth = 20;
  }
});

// src/report/trial-lines.ts
function trialLine(event, palette) {
  const { history, finding, hits } = event;
  const arm = history.arm === null ? "baseline" : plainLine(history.arm);
  const paintOf = { present: palette.magenta, absent: palette.cyan, unknown: palette.yellow };
  const facts = [
    paintOf[finding.state](finding.state),
    ...hits === null ? [] : [hitsText(hits)],
    `${Math.round(history.ms)} ms`
  ].join(", ");
  const head = [history.scenario, placeText(history.cell), arm, `trial ${history.trial}`].join(" \xB7 ");
  return `${head}: ${facts}: ${plainLine(finding.why)}`;
}
function trialOutput(history) {
  return [
    ...history.harness === null ? [] : ["  the laboratory failed", ...quoted2(history.harness)],
    ...history.workers.flatMap(workerLines),
    ...history.rescue === null ? [] : [
      `  rescue at ${Math.round(history.rescue.atMs)} ms: exit ${history.rescue.code}`,
      ...quoted2(history.rescue.output)
    ],
    ...history.probes.flatMap((probe) => [`  probe ${probe.name}: exit ${probe.code}`, ...quoted2(probe.stdout)])
  ].join("\n");
}
function workerLines(worker2) {
  const from = worker2.startMs === null ? "" : `, ${Math.round(worker2.startMs)}\u2013${Math.round(worker2.endMs ?? worker2.startMs)} ms`;
  return [
    `  ${worker2.name}.${worker2.copy}: ${endText(worker2)}${from}`,
    ...quoted2(worker2.command, "$"),
    ...section2("stdout", worker2.stdout),
    ...section2("stderr", worker2.stderr)
  ];
}
function endText(worker2) {
  if (worker2.ended === "never-started") return "never started";
  if (worker2.ended === "killed") return worker2.background ? "ended with the others" : "ended by us";
  return `exit ${worker2.code ?? "unknown"}`;
}
function section2(name2, text2) {
  const lines2 = quoted2(text2);
  return lines2.length === 0 ? [] : [`    ${name2}`, ...lines2];
}
function quoted2(text2, mark = "\u2502") {
  const plain2 = plainText(text2).trimEnd();
  return plain2 === "" ? [] : plain2.split("\n").map((line) => `    ${mark} ${line}`.trimEnd());
}
var init_trial_lines = __esm({
  "src/report/trial-lines.ts"() {
    "use strict";
    init_plain_text();
    init_wording();
  }
});

// src/report/terminal.ts
function terminalReporter(options) {
  const { stdout, stderr, nowMs = () => performance.now() } = options;
  const palette = import_picocolors2.default.createColors(stderr.colour);
  const display = stderr.isTerminal ? liveDisplay(stderr, nowMs) : plainDisplay(stderr.stream);
  const done = [];
  let planned = 0;
  return {
    listen(event) {
      if (event.kind === "planned") planned = event.cells;
      if (event.kind === "cell") done.push(event.report);
      display.follow(event);
      if (event.kind === "preparing" && stderr.isTerminal) return;
      const line = eventLine(event, palette);
      if (line !== null) display.print(line);
    },
    finish(report) {
      display.end();
      stdout.stream.write(verdictGrid(report.cells, stdout.columns, import_picocolors2.default.createColors(stdout.colour)));
    },
    interrupted() {
      display.end();
      stderr.stream.write(`${interruptedLine(done.length, planned)}
`);
      if (done.length > 0) {
        stdout.stream.write(verdictGrid(done, stdout.columns, import_picocolors2.default.createColors(stdout.colour)));
      }
    },
    [Symbol.dispose]() {
      display.end();
    }
  };
}
function interruptedLine(done, planned) {
  if (done === 0) return "interrupted: judged so far: nothing";
  return `interrupted: judged so far: ${done} of ${planned} ${planned === 1 ? "cell" : "cells"}`;
}
function eventLine(event, palette) {
  switch (event.kind) {
    case "planned":
      return `${count(event.cells, "cell")}, ${count(event.trials, "trial")}`;
    case "preparing":
      return palette.dim(`preparing ${plainLine(event.what)}`);
    case "fetching":
    case "trial-started":
      return null;
    case "trial": {
      const line = trialLine(event, palette);
      return event.showOutput ? `${line}
${trialOutput(event.history)}` : line;
    }
    case "dropped":
      return palette.dim(`${count(event.trials, "trial")} dropped: ${plainLine(event.why)}`);
    case "cell":
      return cellLine(event.report, palette);
    case "note":
      return plainLine(event.text);
  }
}
function cellLine(cell2, palette) {
  const outcome = cellOutcome(cell2);
  const verdict = `${claimText(cell2)}${claimExpected(cell2)}`;
  return palette.bold(`${outcomeSign[outcome]} ${cell2.scenario} \xB7 ${placeText(cell2)}: ${verdict}`);
}
function count(n, what) {
  return `${n} ${n === 1 ? what : `${what}s`}`;
}
var import_picocolors2;
var init_terminal = __esm({
  "src/report/terminal.ts"() {
    "use strict";
    import_picocolors2 = __toESM(require_picocolors(), 1);
    init_display();
    init_outcome();
    init_plain_text();
    init_trial_lines();
    init_verdict_grid();
    init_wording();
  }
});

// src/cli/parse-count.ts
function parseCount(option, text2, most) {
  const value = /^\d+$/.test(text2) ? Number(text2) : Number.NaN;
  if (value >= 1 && value <= most) return value;
  throw new UserError(`${option} ${JSON.stringify(text2)}: a whole number from 1 to ${most} is wanted`);
}
var init_parse_count = __esm({
  "src/cli/parse-count.ts"() {
    "use strict";
    init_errors();
  }
});

// src/lab/runtime/image.ts
async function labImage(docker, tell, signal) {
  const recipe = await Promise.all(
    ["Dockerfile", "base.sh"].map((name2) => (0, import_promises18.readFile)((0, import_node_path17.join)(packageRoot(), "docker", name2)))
  );
  const hash = (0, import_node_crypto7.createHash)("sha256").update(Buffer.concat(recipe)).digest("hex").slice(0, 12);
  const tag2 = `unlatch-lab:${hash}`;
  if (await exists2(docker, tag2)) return tag2;
  const from = await baseImage(docker, hash, tell, signal);
  tell("the lab image");
  const context = (0, import_tar_stream2.pack)();
  context.entry({ name: "Dockerfile" }, recipe[0] ?? "");
  context.finalize();
  await build(docker, context, tag2, signal, { BASE: from });
  return tag2;
}
async function toolchainImage(docker, lab, toolchain, tell, signal) {
  const { go, gopls } = toolchain;
  const parent = gopls === null ? lab : await toolchainImage(docker, lab, { go, gopls: null }, tell, signal);
  const version = gopls === null ? go.version : `${go.version}-gopls${gopls.version}`;
  const tag2 = `unlatch-go:${version}-${lab.split(":")[1]}`;
  if (await exists2(docker, tag2)) return tag2;
  const name2 = gopls === null ? "go" : "gopls";
  tell(`the image with ${gopls === null ? `Go ${go.version}` : `gopls ${gopls.version}`}`);
  const context = (0, import_tar_stream2.pack)();
  context.entry({ name: "Dockerfile" }, `FROM ${parent}
COPY ${name2} /opt/${name2}
`);
  import_tar_fs.default.pack(gopls === null ? go.goroot : (0, import_node_path17.dirname)(gopls.path), {
    pack: context,
    // Everything that the go command does not read is left out: half the files.
    ignore: (path) => /\/(api|doc|misc|test|testdata)$/.test(path.slice(go.goroot.length)) && path.startsWith(go.goroot),
    map: (header) => ({ ...header, name: (0, import_node_path17.join)(name2, header.name), uid: 0, gid: 0 })
  });
  await build(docker, context, tag2, signal);
  return tag2;
}
async function exists2(docker, tag2) {
  try {
    await docker.getImage(tag2).inspect();
    return true;
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
function statusOf(error) {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : void 0;
}
async function baseImage(docker, hash, tell, signal) {
  const assembled = `unlatch-base:${hash}`;
  for (const tag2 of [base, assembled]) if (await exists2(docker, tag2)) return tag2;
  tell(`the image ${base}`);
  let refusal2;
  try {
    await finished(docker, await docker.pull(base), signal);
    return base;
  } catch (error) {
    signal.throwIfAborted();
    refusal2 = error;
  }
  tell("the base image, assembled from Debian packages");
  const child = (0, import_node_child_process3.spawn)((0, import_node_path17.join)(packageRoot(), "docker/base.sh"), { stdio: ["ignore", "pipe", "pipe"], signal });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text2) => {
    said = (said + text2).slice(-1e3);
  });
  const exit = new Promise((resolve4, reject) => {
    child.once("error", reject);
    child.once("exit", resolve4);
  });
  exit.catch(() => void 0);
  try {
    const imported = await docker.importImage(child.stdout, {});
    const id = await importedId(docker, imported, signal);
    const code = await exit;
    if (code !== 0) {
      await docker.getImage(id).remove();
      throw new HarnessError(`docker/base.sh ended with ${code}: ${said.trim()}`);
    }
    await docker.getImage(id).tag({ repo: "unlatch-base", tag: hash });
    return assembled;
  } catch (error) {
    child.kill("SIGKILL");
    throw new HarnessError(
      `no base image: ${base} cannot be pulled (${messageOf(refusal2)}), and docker/base.sh failed (${messageOf(error)}); give the engine a registry, or install mmdebstrap`,
      { cause: error }
    );
  }
}
async function importedId(docker, stream, signal) {
  const events = await finished(docker, stream, signal);
  const id = events.map((event) => event.status).find((status) => status?.startsWith("sha256:") === true);
  if (id === void 0) throw new HarnessError("the engine named no image after the import");
  return id;
}
async function build(docker, context, tag2, signal, buildargs = {}) {
  try {
    const options = { t: tag2, buildargs, labels: { [label]: "image" }, forcerm: true, abortSignal: signal };
    const stream = await docker.buildImage(context.pipe(new import_node_stream.PassThrough()), options);
    await finished(docker, stream, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new HarnessError(`the image ${tag2} could not be built`, { cause: error });
  }
}
function finished(docker, stream, signal) {
  return new Promise((resolve4, reject) => {
    const interrupted = () => {
      signal.removeEventListener("abort", interrupted);
      if ("destroy" in stream && typeof stream.destroy === "function") stream.destroy();
      reject(new HarnessError("interrupted"));
    };
    if (signal.aborted) return interrupted();
    signal.addEventListener("abort", interrupted, { once: true });
    docker.modem.followProgress(stream, (error, events) => {
      signal.removeEventListener("abort", interrupted);
      if (error === null) resolve4(events);
      else reject(error);
    });
  });
}
var import_node_child_process3, import_node_crypto7, import_promises18, import_node_path17, import_node_stream, import_tar_fs, import_tar_stream2, label, base;
var init_image = __esm({
  "src/lab/runtime/image.ts"() {
    "use strict";
    import_node_child_process3 = require("node:child_process");
    import_node_crypto7 = require("node:crypto");
    import_promises18 = require("node:fs/promises");
    import_node_path17 = require("node:path");
    import_node_stream = require("node:stream");
    import_tar_fs = __toESM(require("./tar-fs.cjs"), 1);
    import_tar_stream2 = require("./tar-stream.cjs");
    init_errors();
    init_package_root();
    label = "dev.unlatch";
    base = "debian:bookworm-slim";
  }
});

// src/lab/runtime/docker.ts
var docker_exports = {};
__export(docker_exports, {
  dockerRuntime: () => dockerRuntime
});
async function dockerRuntime(options) {
  const { docker } = options.engine;
  const run2 = (0, import_node_crypto8.randomUUID)();
  const labels = {
    [label]: options.keep ? "kept" : "trial",
    [`${label}.run`]: run2,
    [`${label}.owner`]: `${(0, import_node_os7.hostname)()}/${process.pid}`
  };
  await sweepLeftovers2(docker);
  let lab;
  const images = /* @__PURE__ */ new Map();
  const answers = /* @__PURE__ */ new Map();
  const labTag = (tell, signal) => {
    lab ??= options.image === void 0 ? labImage(docker, tell, signal) : Promise.resolve(options.image);
    return lab;
  };
  const imageOf = async (toolchain, tell, signal) => {
    const key = keyOf2(toolchain);
    const image = images.get(key) ?? toolchainImage(docker, await labTag(tell, signal), toolchain, tell, signal);
    images.set(key, image);
    return await image;
  };
  return {
    name: "docker",
    description: `engine ${options.engine.version}`,
    engine: options.engine.version,
    missing: async (capability) => {
      const answer = answers.get(capability) ?? missingInImage(docker, await labTag(options.tell, new AbortController().signal), labels, capability);
      answers.set(capability, answer);
      return await answer;
    },
    ready: async (tell, signal) => {
      await labTag(tell, signal);
    },
    prepare: async (toolchain, tell, signal) => {
      try {
        await imageOf(toolchain, tell, signal);
      } catch (error) {
        if (statusOf(error) === void 0 && errnoOf(error) === void 0) throw error;
        throw new HarnessError("the engine could not make its image", { cause: error });
      }
    },
    open: async (needs) => {
      const image = await images.get(keyOf2(needs.toolchain));
      if (image === void 0) throw new HarnessError(`no image was prepared for ${keyOf2(needs.toolchain)}`);
      return openContainer(docker, image, labels, needs, options);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) await removeAll(docker, [`${label}.run=${run2}`]);
    }
  };
}
function keyOf2({ go, gopls }) {
  return gopls === null ? `Go ${go.version}` : `Go ${go.version} with gopls ${gopls.version}`;
}
function hostConfig(capabilities) {
  const fuse = capabilities.includes("fuse");
  return {
    NetworkMode: "none",
    CapDrop: ["ALL"],
    CapAdd: fuse ? ["SYS_ADMIN"] : [],
    Devices: fuse ? [{ PathOnHost: "/dev/fuse", PathInContainer: "/dev/fuse", CgroupPermissions: "rwm" }] : [],
    SecurityOpt: fuse ? ["apparmor=unconfined"] : ["no-new-privileges"],
    PidsLimit: 2048,
    Memory: memoryBytes,
    NanoCpus: 2e9
  };
}
async function openContainer(docker, image, labels, needs, options) {
  const root = rootOf(needs);
  const container = await docker.createContainer({
    Image: image,
    Cmd: [
      "sh",
      "-c",
      `${needs.root ? `mkdir ${root} && ` : ""}tar -xf - -C ${root} && exec bash ${root}/trial/trial.sh`
    ],
    Env: ["GOROOT_BIN=/opt/go/bin:/opt/gopls", "EMIT=1"],
    User: needs.root ? "0:0" : user,
    Labels: labels,
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    HostConfig: hostConfig(needs.capabilities)
  });
  return {
    run: async (files, limitMs, signal) => {
      const output = await exchange(container, files, limitMs, signal);
      const read3 = await unpackTexts(output.stdout);
      if (read3.size === 0)
        throw new HarnessError(`the driver did not answer: ${output.stderr.trim() || "it printed nothing"}`);
      return (name2) => read3.get(name2);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) return await remove(container);
      await stop(container);
      options.tell(`kept: container ${container.id.slice(0, 12)}`);
    }
  };
}
async function exchange(container, files, limitMs, signal) {
  signal.throwIfAborted();
  const stream = await container.attach({
    stream: true,
    stdin: true,
    stdout: true,
    stderr: true,
    hijack: true
  });
  const stdout = gather();
  const stderr = gather();
  container.modem.demuxStream(stream, stdout.into, stderr.into);
  stream.on("error", () => void 0);
  await container.start();
  const timer = setTimeout(() => stream.destroy(new Error(`the driver did not end within ${limitMs} ms`)), limitMs);
  const interrupted = () => stream.destroy(new Error("interrupted"));
  if (signal.aborted) interrupted();
  signal.addEventListener("abort", interrupted, { once: true });
  try {
    stream.end(await packFiles(files));
    await (0, import_promises19.finished)(stream, { writable: false });
  } catch (error) {
    throw new HarnessError(`the container was lost: ${messageOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", interrupted);
  }
  return { stdout: stdout.taken(), stderr: stderr.taken().toString("utf8") };
}
function gather() {
  const chunks = [];
  const into = new import_node_stream2.Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(chunk);
      done();
    }
  });
  return { into, taken: () => Buffer.concat(chunks) };
}
async function packFiles(files) {
  const tar = (0, import_tar_stream3.pack)();
  const folders2 = /* @__PURE__ */ new Set();
  const addFolder = (path) => {
    if (path === "" || folders2.has(path)) return;
    addFolder(path.slice(0, path.lastIndexOf("/") + 1).slice(0, -1));
    folders2.add(path);
    tar.entry({ name: `${path}/`, type: "directory", mode: 493 });
  };
  for (const [name2, data] of files) {
    addFolder(name2.slice(0, Math.max(0, name2.lastIndexOf("/"))));
    if (!name2.endsWith("/")) tar.entry({ name: name2, mode: 420 }, Buffer.from(data));
  }
  tar.finalize();
  const chunks = [];
  for await (const chunk of tar) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function unpackTexts(tar) {
  if (tar.length > 0 && tar.subarray(-1024).some((byte) => byte !== 0)) {
    throw new HarnessError("what the driver answered is not whole");
  }
  const texts = /* @__PURE__ */ new Map();
  const input = new import_node_stream2.PassThrough();
  input.end(tar);
  try {
    for await (const entry2 of input.pipe((0, import_tar_stream3.extract)())) {
      const chunks = [];
      for await (const chunk of entry2) chunks.push(chunk);
      if (entry2.header.type !== "file") continue;
      texts.set(entry2.header.name.replace(/^\.\//, ""), Buffer.concat(chunks).subarray(-readLimit2).toString("utf8"));
    }
  } catch (error) {
    throw new HarnessError("what the driver answered is not whole", { cause: error });
  }
  return texts;
}
async function missingInImage(docker, image, labels, capability) {
  const checks = {
    ptrace: [
      "command -v strace && strace -f --seccomp-bpf -qq -e trace=flock -o /dev/null true",
      "strace is not in the image, or may not trace there (ptrace is forbidden)"
    ],
    procfs: ["test -r /proc/self/wchan && test -r /proc/self/fdinfo/0", "/proc does not show locks"],
    fuse: ["test -w /dev/fuse", "/dev/fuse is not there"],
    node: ["command -v node", "node is not in the image"],
    netns: ["true", "no network namespace can be had"],
    root: ["true", "root is not to be had"]
  };
  const [line, reason] = checks[capability];
  let container;
  try {
    container = await docker.createContainer({
      Image: image,
      Cmd: ["sh", "-c", line],
      User: capability === "fuse" || capability === "root" ? "0:0" : user,
      Labels: labels,
      HostConfig: hostConfig([capability])
    });
    await container.start();
    const { StatusCode } = await container.wait();
    return StatusCode === 0 ? null : reason;
  } catch (error) {
    if (statusOf(error) !== void 0) return `${reason} (${messageOf(error)})`;
    throw new HarnessError("the engine is gone", { cause: error });
  } finally {
    if (container !== void 0) await remove(container);
  }
}
async function remove(container) {
  await unlessGone(container.remove({ force: true, v: true }));
}
async function stop(container) {
  await unlessGone(container.kill());
}
async function unlessGone(act) {
  try {
    await act;
  } catch (error) {
    if ([404, 409].includes(statusOf(error) ?? 0)) return;
    if (["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"].includes(errnoOf(error) ?? "")) return;
    throw error;
  }
}
async function removeAll(docker, labelFilters) {
  let found;
  try {
    found = await docker.listContainers({ all: true, filters: { label: [...labelFilters] } });
  } catch (error) {
    if (["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"].includes(errnoOf(error) ?? "")) return;
    throw error;
  }
  await Promise.all(found.map(({ Id }) => remove(docker.getContainer(Id))));
}
async function sweepLeftovers2(docker) {
  let found;
  try {
    found = await docker.listContainers({ all: true, filters: { label: [`${label}=trial`] } });
  } catch (error) {
    throw new HarnessError("the engine does not list its containers", { cause: error });
  }
  for (const { Id, Labels } of found) {
    const [host, pid] = (Labels[`${label}.owner`] ?? "").split("/");
    if (host !== (0, import_node_os7.hostname)() || isAlive(Number(pid))) continue;
    await remove(docker.getContainer(Id));
  }
}
var import_node_crypto8, import_node_os7, import_node_stream2, import_promises19, import_tar_stream3, rootOf, user, memoryBytes, readLimit2;
var init_docker = __esm({
  "src/lab/runtime/docker.ts"() {
    "use strict";
    import_node_crypto8 = require("node:crypto");
    import_node_os7 = require("node:os");
    import_node_stream2 = require("node:stream");
    import_promises19 = require("node:stream/promises");
    import_tar_stream3 = require("./tar-stream.cjs");
    init_errors();
    init_is_alive();
    init_image();
    rootOf = (needs) => needs.root ? "/root/lab" : "/lab";
    user = "1000:1000";
    memoryBytes = 2 * 1024 ** 3;
    readLimit2 = 65536;
  }
});

// src/cli/run-scenarios.ts
var run_scenarios_exports = {};
__export(run_scenarios_exports, {
  runScenarios: () => runScenarios
});
async function runScenarios(names2, options) {
  var _stack2 = [];
  try {
    const trials = options.trials === void 0 ? null : parseCount("--trials", options.trials, 1e4);
    const jobs = options.jobs === void 0 ? (0, import_node_os8.availableParallelism)() : parseCount("--jobs", options.jobs, 1e3);
    const deadlineMs = options.timeout === void 0 ? null : 1e3 * parseCount("--timeout", options.timeout, 86400);
    const shard = options.shard === void 0 ? null : parseShard(options.shard);
    const chosen = await namedScenarios(names2);
    await checkReportFiles(options);
    if (options.out !== void 0) await checkPlace("--out", options.out, "folder");
    const interruption = __using(_stack2, onInterruption());
    const { signal } = interruption;
    const stdout = reportTakesStdout(options) ? process.stderr : process.stdout;
    const reporter = __using(_stack2, terminalReporter({ stdout: outputOf(stdout), stderr: outputOf(process.stderr) }));
    try {
      var _stack = [];
      try {
        const selection = await selectionOf(options, shard, signal);
        const all = planCells(chosen, withChosen(matrixVersions(), selection), { ...selection, shard: null });
        if (all.length === 0)
          throw new UserError("no scenario speaks of these versions; `unlatch list --json` shows the cells");
        const cells = shard === null ? all : shardOf(all, shard);
        if (cells.length === 0) {
          const plan = `${all.length} ${all.length === 1 ? "cell" : "cells"}`;
          reporter.listen({ kind: "note", text: `--shard ${options.shard}: nothing to do, the plan has only ${plan}` });
          const report2 = emptyReport();
          reporter.finish(report2);
          await writeReports(report2, options);
          return exitStatus.expected;
        }
        const runtime = __using(_stack, await chooseRuntime(options, reporter.listen, signal), true);
        const histories = historyKeeper(options.out, reporter.listen);
        const report = await run({
          unlatch: packageVersion(),
          cells,
          runtime,
          provision: (go, gopls) => provision(go, gopls, reporter.listen, signal),
          jobs,
          trials,
          deadlineMs,
          listen: reporter.listen,
          keep: histories.keep,
          signal
        });
        reporter.finish(report);
        await writeReports(report, options);
        histories.throwIfFailed();
        const status = exitStatusOf(report, { strict: options.strict === true });
        if (status !== exitStatus.expected || !nothingRan(report)) return status;
        throw new HarnessError("nothing was judged, since every cell was skipped; what is missing is named above");
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
      reporter.interrupted();
      return exitStatus.interrupted;
    }
  } catch (_2) {
    var _error2 = _2, _hasError2 = true;
  } finally {
    __callDispose(_stack2, _error2, _hasError2);
  }
}
function emptyReport() {
  return { schema: 1, unlatch: packageVersion(), host: { kernel: (0, import_node_os8.release)(), docker: null }, cells: [] };
}
function historyKeeper(folder, listen) {
  let failure;
  return {
    keep: async (history) => {
      if (folder === void 0 || failure !== void 0) return;
      try {
        await makeFolders(folder);
        await storeHistory(folder, history);
      } catch (error) {
        if (errnoOf(error) === void 0) throw error;
        if (failure === void 0) listen({ kind: "note", text: `no more histories are kept: ${messageOf(error)}` });
        failure = new UserError(`--out ${folder}: not all histories could be kept`, { cause: error });
      }
    },
    throwIfFailed: () => {
      if (failure !== void 0) throw failure;
    }
  };
}
function nothingRan(report) {
  return report.cells.every((cell2) => cell2.skipped !== null);
}
async function selectionOf(options, shard, signal) {
  const context = { env: process.env, signal, prefer: "matrix" };
  const resolved = async (list, resolve4) => list === void 0 ? null : [...new Set(await Promise.all(list.split(",").map((text2) => resolve4(text2.trim()))))];
  return {
    full: options.full === true,
    go: await resolved(options.go, (text2) => resolveGoVersion(text2, context)),
    gopls: await resolved(options.gopls, (text2) => resolveGoplsVersion(text2, context)),
    shard
  };
}
function withChosen(matrix, selection) {
  const known = new Set(matrix.gopls.map(({ gopls }) => gopls));
  const others = (selection.gopls ?? []).filter((gopls) => !known.has(gopls));
  const go = selection.go?.at(-1) ?? matrix.go.at(-1);
  return go === void 0 ? matrix : { ...matrix, gopls: [...matrix.gopls, ...others.map((gopls) => ({ gopls, go }))] };
}
async function chooseRuntime(options, listen, signal) {
  const tell = (text2) => listen({ kind: "note", text: text2 });
  const keep2 = options.keep === true;
  if (options.runtime === "host") return await hostRuntime({ env: process.env, keep: keep2, tell });
  const engine = await findEngine(process.env, signal);
  if ("docker" in engine) {
    const { dockerRuntime: dockerRuntime2 } = await Promise.resolve().then(() => (init_docker(), docker_exports));
    const runtime = await dockerRuntime2({ engine, keep: keep2, tell });
    if (options.runtime === "docker") return runtime;
    try {
      await runtime.ready((what) => listen({ kind: "preparing", what }), signal);
      return runtime;
    } catch (error) {
      await runtime[Symbol.asyncDispose]();
      if (!(error instanceof HarnessError) || signal.aborted) throw error;
      tell(`the engine cannot be used, so the trials run on this host (${messageOf(error)})`);
    }
  } else {
    if (options.runtime === "docker") {
      throw new UserError(`no Docker engine answers (${engine.reason}); start one, or use --runtime host`);
    }
    tell(`no Docker engine answers, so the trials run on this host (${engine.reason})`);
  }
  return await hostRuntime({ env: process.env, keep: keep2, tell });
}
async function provision(go, gopls, listen, signal) {
  const onProgress = ({ what, receivedBytes, totalBytes }) => {
    const share = totalBytes === null ? "" : ` ${Math.floor(100 * receivedBytes / totalBytes)} %`;
    listen({ kind: "fetching", what: `${what}${share}` });
  };
  const context = { env: process.env, signal, onProgress, from: "store" };
  const found = await provisionGo(go, context);
  const server = gopls === null ? null : await provisionGopls(gopls, context);
  return { go: { version: found.version, goroot: found.goroot }, gopls: server };
}
var import_node_os8;
var init_run_scenarios = __esm({
  "src/cli/run-scenarios.ts"() {
    "use strict";
    import_node_os8 = require("node:os");
    init_errors();
    init_provision_go();
    init_provision_gopls();
    init_versions2();
    init_history_store();
    init_plan();
    init_run();
    init_engine();
    init_host();
    init_exit_status();
    init_terminal();
    init_catalogue();
    init_interruption();
    init_matrix_versions();
    init_output();
    init_package_version();
    init_parse_count();
    init_result_files();
    init_write_reports();
  }
});

// node_modules/commander/esm.mjs
var import_index = __toESM(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/cli/check.ts
function checkCommand() {
  return new Command("check").description("judge stored histories again; needs no Docker, no Go and no gopls").argument("<path...>", "folders of histories, single histories, and the FILE.ts of scenarios of your own").option("--json <file>", "write the report as JSON; - for stdout").option("--markdown <file>", "write the report as Markdown").option("--junit <file>", "write the report as JUnit XML").option("--html <file>", "write the report as one page").action(async (paths, options) => {
    const { checkStored: checkStored2 } = await Promise.resolve().then(() => (init_check_stored(), check_stored_exports));
    process.exitCode = await checkStored2(paths, options);
  });
}

// src/cli/list.ts
function listCommand() {
  return new Command("list").description("show the scenarios and the cells that they are judged on").option("--json", "print one JSON document").option("--matrix", "print the cells for a workflow's strategy.matrix").action(async (options) => {
    const { catalogue: catalogue2 } = await Promise.resolve().then(() => (init_catalogue(), catalogue_exports));
    const text2 = options.matrix ? await matrix() : options.json ? await json() : plain2();
    process.stdout.write(text2);
    async function allCells() {
      const { planCells: planCells2 } = await Promise.resolve().then(() => (init_plan(), plan_exports));
      const { matrixVersions: matrixVersions2 } = await Promise.resolve().then(() => (init_matrix_versions(), matrix_versions_exports));
      return planCells2(catalogue2, matrixVersions2(), { full: true, go: null, gopls: null, shard: null });
    }
    async function matrix() {
      const include = (await allCells()).map(({ id, go, gopls }) => ({ scenario: id, go, gopls }));
      return `${JSON.stringify({ include })}
`;
    }
    async function json() {
      const cells = await allCells();
      const scenarios2 = catalogue2.map(({ id, scenario }) => ({
        id,
        claim: scenario.claim,
        source: scenario.source,
        mitigations: Object.keys(scenario.mitigations ?? {}),
        cells: cells.filter((cell2) => cell2.id === id).map(({ go, gopls, spec }) => ({ go, gopls, expect: spec.expect }))
      }));
      return `${JSON.stringify({ schema: 1, scenarios: scenarios2 }, null, 1)}
`;
    }
    function plain2() {
      const width = Math.max(...catalogue2.map(({ id }) => id.length));
      return catalogue2.map(({ id, scenario }) => `${id.padEnd(width)}  ${scenario.claim}
`).join("");
    }
  });
}

// src/cli.ts
init_package_version();

// src/cli/provision.ts
init_errors();
init_interruption();
function provisionCommand() {
  return new Command("provision").description("download and verify Go toolchains, build gopls, and print their paths").option("--go <versions>", "Go versions, separated by commas: 1.22.12, 1.22 (its newest patch), stable, oldstable").option("--gopls <versions>", "gopls versions, separated by commas: 0.18.1, latest").option("--json", "print one JSON document").action(async (options) => {
    var _stack = [];
    try {
      const interruption = __using(_stack, onInterruption());
      const progress = await progressOn(process.stderr);
      try {
        const found = await provisionAll(options, {
          env: process.env,
          signal: interruption.signal,
          onProgress: progress.show
        });
        progress.stop();
        process.stdout.write(options.json ? `${JSON.stringify({ schema: 1, ...found })}
` : plain(found));
      } catch (error) {
        progress.stop();
        if (!interruption.signal.aborted) throw error;
        process.stderr.write("interrupted: what was not whole by now was not kept\n");
        process.exitCode = exitStatus.interrupted;
      }
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  });
}
async function provisionAll(options, context) {
  const { resolveGoVersion: resolveGoVersion2 } = await Promise.resolve().then(() => (init_versions2(), versions_exports));
  const { provisionGo: provisionGo2 } = await Promise.resolve().then(() => (init_provision_go(), provision_go_exports));
  const { provisionGopls: provisionGopls2, resolveGoplsVersion: resolveGoplsVersion2 } = await Promise.resolve().then(() => (init_provision_gopls(), provision_gopls_exports));
  const neither = options.go === void 0 && options.gopls === void 0;
  const goVersions = /* @__PURE__ */ new Set();
  for (const text2 of neither ? ["stable"] : words(options.go)) goVersions.add(await resolveGoVersion2(text2, context));
  const goplsVersions = /* @__PURE__ */ new Set();
  for (const text2 of neither ? ["latest"] : words(options.gopls)) {
    goplsVersions.add(await resolveGoplsVersion2(text2, context));
  }
  const go = [];
  for (const version of goVersions) go.push(await provisionGo2(version, context));
  const gopls = [];
  for (const version of goplsVersions) gopls.push(await provisionGopls2(version, context));
  return { go, gopls };
}
function words(list) {
  if (list === void 0) return [];
  const found = list.split(",").map((word) => word.trim()).filter((word) => word !== "");
  if (found.length === 0) throw new UserError("--go and --gopls each want at least one version");
  return found;
}
function plain(found) {
  return [
    ...found.go.map(({ version, goroot }) => `go ${version}  ${goroot}
`),
    ...found.gopls.map(({ version, path }) => `gopls ${version}  ${path}
`)
  ].join("");
}
async function progressOn(stream) {
  if (stream.isTTY !== true) return { show: () => void 0, stop: () => void 0 };
  const { MultiBar, Presets } = await import("./cli-progress.cjs");
  const bars = new MultiBar(
    {
      stream,
      clearOnComplete: false,
      hideCursor: true,
      format: "{what} {bar} {received} of {all}",
      barsize: 30
    },
    Presets.shades_grey
  );
  const shown = /* @__PURE__ */ new Map();
  return {
    show: ({ what, receivedBytes, totalBytes }) => {
      const words2 = {
        what,
        received: megabytes(receivedBytes),
        all: totalBytes === null ? "?" : megabytes(totalBytes)
      };
      let bar = shown.get(what);
      if (bar === void 0) {
        bar = bars.create(totalBytes ?? receivedBytes, 0, words2);
        shown.set(what, bar);
      }
      bar.setTotal(totalBytes ?? receivedBytes + 1);
      bar.update(totalBytes === null ? 0 : receivedBytes, words2);
    },
    stop: () => bars.stop()
  };
}
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

// src/cli/run.ts
function runCommand() {
  return new Command("run").description("run scenarios with real Go, and say which claims hold").argument("[scenario...]", "ids, globs over ids, or FILE.ts; all when none is named").addOption(
    new Option("--runtime <name>", "where the trials run; auto: docker when an engine answers").choices(["auto", "docker", "host"]).default("auto")
  ).option("--full", "every cell (default: the newest Go and gopls, and each cell where the expectation changes)").option("--go <versions>", "only these Go versions, separated by commas; any version, not only those of the matrix").option("--gopls <versions>", "only these gopls versions, separated by commas").option("--trials <n>", "how often each arm is run (default: as the scenario says)").option("--jobs <n>", "how many trials run at once (default: the number of CPUs)").option("--shard <i/n>", "only the i-th of n equal parts").option("--timeout <seconds>", "how long a trial may take (default: the scenario's deadline)").option("--strict", "a skipped cell counts as a failure").option("--keep", "leave the sandboxes behind").option("--out <dir>", "keep the histories in this folder").option("--json <file>", "write the report as JSON; - for stdout").option("--markdown <file>", "write the report as Markdown").option("--junit <file>", "write the report as JUnit XML").option("--html <file>", "write the report as one page").action(async (names2, options) => {
    const { runScenarios: runScenarios2 } = await Promise.resolve().then(() => (init_run_scenarios(), run_scenarios_exports));
    process.exitCode = await runScenarios2(names2, options);
  });
}

// src/cli.ts
init_errors();
var program2 = new Command("unlatch").description("Settles by experiment what really jams go and gopls, and keeps Go's caches clean and small.").version(packageVersion()).configureOutput({ outputError: (text2, write) => write(text2.replace(/^error: /, "unlatch: ")) });
for (const command of [runCommand(), listCommand(), checkCommand(), provisionCommand()]) {
  command.copyInheritedSettings(program2);
  program2.addCommand(command);
}
for (const command of [program2, ...program2.commands]) {
  const called = command === program2 ? "unlatch" : `unlatch ${command.name()}`;
  command.exitOverride().showHelpAfterError(`(${called} --help shows what there is)`);
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", onStreamError);
process.on("uncaughtException", (error) => process.exit(statusOf2(error)));
program2.parseAsync().catch((error) => {
  process.exitCode = statusOf2(error);
});
function onStreamError(error) {
  if (error.code === "EPIPE") return;
  process.exit(statusOf2(new UserError("the output cannot be written; look at where it is sent", { cause: error })));
}
function statusOf2(error) {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.expected : exitStatus.usage;
  if (error instanceof UserError || error instanceof HarnessError) {
    process.stderr.write(`unlatch: ${messageOf(error)}
`);
    return error instanceof UserError ? exitStatus.usage : exitStatus.inconclusive;
  }
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`unlatch: this is a bug in unlatch; please report it with what follows
${stack}
`);
  return exitStatus.bug;
}
