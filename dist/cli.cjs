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
      constructor(exitCode, code, message2) {
        super(message2);
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
      constructor(message2) {
        super(1, "commander.invalidArgument", message2);
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
        return helper.visibleCommands(cmd).reduce((max, command2) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command2))
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
        commandGroups.forEach((commands3, group) => {
          const commandList = commands3.map((sub) => {
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
      conflicts(names4) {
        this.conflictsWith = this.conflictsWith.concat(names4);
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
    var process3 = require("node:process");
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
          writeOut: (str) => process3.stdout.write(str),
          writeErr: (str) => process3.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process3.stdout.isTTY ? process3.stdout.columns : void 0,
          getErrHelpWidth: () => process3.stderr.isTTY ? process3.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process3.stdout.isTTY && process3.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process3.stderr.isTTY && process3.stderr.hasColors?.()),
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
        for (let command2 = this; command2; command2 = command2.parent) {
          result.push(command2);
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
      arguments(names4) {
        names4.trim().split(/ +/).forEach((detail) => {
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
      _exit(exitCode, code, message2) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message2));
        }
        process3.exit(exitCode);
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
            const message2 = `${invalidArgumentMessage} ${err.message}`;
            this.error(message2, { exitCode: err.exitCode, code: err.code });
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
      _registerCommand(command2) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command2).find(
          (name2) => this._findCommand(name2)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command2).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command2);
        this.commands.push(command2);
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
          if (process3.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process3.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process3.argv;
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
            if (process3.defaultApp) {
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
        if (process3.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process3.execArgv).concat(args);
            proc = childProcess.spawn(process3.argv[0], args, { stdio: "inherit" });
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
          args = incrementNodeInspectorPort(process3.execArgv).concat(args);
          proc = childProcess.spawn(process3.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals2 = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals2.forEach((signal) => {
            process3.on(signal, () => {
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
            process3.exit(code);
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
            process3.exit(1);
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
        const parsed3 = this.parseOptions(unknown2);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed3.operands);
        unknown2 = parsed3.unknown;
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
        this._outputHelpIfRequested(parsed3.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed3.unknown.length > 0) {
            this.unknownOption(parsed3.unknown[0]);
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
      error(message2, errorOptions) {
        this._outputConfiguration.outputError(
          `${message2}
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
        this._exit(exitCode, code, message2);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process3.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process3.env[option.envVar]);
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
        const message2 = `error: missing required argument '${name2}'`;
        this.error(message2, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message2 = `error: option '${option.flags}' argument missing`;
        this.error(message2, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message2 = `error: required option '${option.flags}' not specified`;
        this.error(message2, { code: "commander.missingMandatoryOptionValue" });
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
        const message2 = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message2, { code: "commander.conflictingOption" });
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
          let command2 = this;
          do {
            const moreFlags = command2.createHelp().visibleOptions(command2).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command2 = command2.parent;
          } while (command2 && !command2._enablePositionalOptions);
          suggestion2 = suggestSimilar(flag2, candidateFlags);
        }
        const message2 = `error: unknown option '${flag2}'${suggestion2}`;
        this.error(message2, { code: "commander.unknownOption" });
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
        const message2 = `error: too many arguments${forSubcommand}. Expected ${expected2} argument${s} but got ${receivedArgs.length}.`;
        this.error(message2, { code: "commander.excessArguments" });
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
          this.createHelp().visibleCommands(this).forEach((command2) => {
            candidateNames.push(command2.name());
            if (command2.alias()) candidateNames.push(command2.alias());
          });
          suggestion2 = suggestSimilar(unknownName, candidateNames);
        }
        const message2 = `error: unknown command '${unknownName}'${suggestion2}`;
        this.error(message2, { code: "commander.unknownCommand" });
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
        let command2 = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command2 = this.commands[this.commands.length - 1];
        }
        if (alias === command2._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command2._aliases.push(alias);
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
        const text4 = helper.formatHelp(this, helper);
        if (context.hasColors) return text4;
        return this._outputConfiguration.stripColor(text4);
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
        this._getCommandAndAncestors().reverse().forEach((command2) => command2.emit("beforeAllHelp", eventContext));
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
          (command2) => command2.emit("afterAllHelp", eventContext)
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
        let exitCode = Number(process3.exitCode ?? 0);
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
      addHelpText(position, text4) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text4 === "function") {
            helpStr = text4({ error: context.error, command: context.command });
          } else {
            helpStr = text4;
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
      if (process3.env.NO_COLOR || process3.env.FORCE_COLOR === "0" || process3.env.FORCE_COLOR === "false")
        return false;
      if (process3.env.FORCE_COLOR || process3.env.CLICOLOR_FORCE !== void 0)
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

// src/trace/strace-command.ts
function straceWords(log) {
  return `strace -f --seccomp-bpf -q -ttt -T -y -s 256 -e signal=!SIGURG,SIGCHLD -e trace=${calls.join(",")} -o`.split(" ").concat(log);
}
var calls;
var init_strace_command = __esm({
  "src/trace/strace-command.ts"() {
    "use strict";
    calls = [
      "flock",
      "gettid",
      "rseq",
      "set_robust_list",
      // Which thread and which process is whose; where a call is not there, as fork on arm64, the question mark lets it pass.
      "?clone",
      "?clone3",
      "?fork",
      "?vfork",
      "execve",
      "?execveat"
    ];
  }
});

// src/lab/apart.ts
var apart;
var init_apart = __esm({
  "src/lab/apart.ts"() {
    "use strict";
    apart = "unshare --pid --fork --kill-child";
  }
});

// src/lab/go-proxy.ts
function splitModules(files) {
  const modules = /* @__PURE__ */ new Map();
  const workspace3 = [];
  for (const file2 of files) {
    const [, path, version, name2] = entry.exec(file2.name) ?? [];
    if (path === void 0 || version === void 0 || name2 === void 0) {
      if (file2.name.startsWith("proxy/")) {
        throw new UserError(`${file2.name}: a file below proxy/ is named proxy/MODULE@VERSION/FILE`);
      }
      workspace3.push(file2);
      continue;
    }
    const key = `${path}@${version}`;
    const module2 = modules.get(key) ?? { path, version, files: [] };
    modules.set(key, module2);
    module2.files.push({ name: name2, data: file2.data });
  }
  return { workspace: workspace3, modules: [...modules.values()] };
}
function escapePath(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
function serveModule(module2) {
  const prefix = `${module2.path}@${module2.version}/`;
  const goMod = module2.files.find((file2) => file2.name === "go.mod")?.data ?? `module ${module2.path}
`;
  const contents = Object.fromEntries(module2.files.map((file2) => [prefix + file2.name, (0, import_fflate.strToU8)(file2.data)]));
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
  for (const [path, list2] of versions) files.set(`${escapePath(path)}/@v/list`, (0, import_fflate.strToU8)(`${list2.join("\n")}
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
    files: new Map([...files].map(([file2, data]) => [`sumdb/${name}/${file2}`, data]))
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
    const open4 = files.at(-1);
    if (name2 !== void 0) files.push({ name: name2, data: "" });
    else if (open4 !== void 0) open4.data += line;
  }
  const seen2 = /* @__PURE__ */ new Set();
  return files.map(({ name: name2, data }) => {
    if (name2.startsWith("/") || name2.split("/").includes("..")) {
      throw new UserError(`txtar: ${name2} climbs out of the archive; use a path below it`);
    }
    if (seen2.has(name2)) throw new UserError(`txtar: ${name2} stands twice in the archive`);
    seen2.add(name2);
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
    const command2 = arm.mitigation?.run?.[worker2.name] ?? worker2.run;
    const replaced = arm.mitigation?.fault !== void 0 && worker2.fault !== null;
    const own = worker2.fault === void 0 || replaced ? shared : worker2.fault;
    const fault2 = own?.hold === void 0 ? own : null;
    return Array.from({ length: worker2.count ?? 1 }, (_, copy) => ({
      id: `${worker2.name}.${copy}`,
      worker: worker2,
      copy,
      command: command2,
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
  if (arm.scenario.trace === true) needs.add("ptrace");
  if (arm.scenario.workers.some((worker2) => worker2.apart === true)) needs.add("pidns");
  if (usesGopls(arm.scenario) || arm.scenario.finding !== void 0) needs.add("node");
  return [...needs];
}
function usesFaultfs(arm) {
  return holdsOf(arm).some(({ program: program3 }) => program3 === "faultfs");
}
function deadlineOf(arm) {
  return arm.mitigation?.deadlineMs ?? arm.scenario.deadlineMs ?? defaultDeadlineMs;
}
function sandboxFiles(arm, deadlineMs) {
  const { scenario, mitigation: mitigation2 } = arm;
  const { workspace: workspace3, modules } = splitModules(parseTxtar(scenario.files));
  const served = modules.map(serveModule);
  const db = checksumDb(served);
  const files = /* @__PURE__ */ new Map();
  const put = (name2, text4) => files.set(name2, (0, import_fflate3.strToU8)(text4));
  for (const file2 of workspace3) put(`work/${file2.name}`, file2.data);
  for (const [name2, data] of [...proxyFiles(served), ...db.files]) files.set(`proxy/${name2}`, data);
  put("trial/env", environment({ ...doctorOf(scenario), ...scenario.env, ...mitigation2?.env }, db.gosumdb, deadlineMs));
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
  for (const { id, worker: worker2, command: command2, fault: fault2 } of copies) {
    put(`trial/worker/${id}/run`, lines([command2]));
    if (worker2.after !== void 0) put(`trial/worker/${id}/after`, lines([worker2.after]));
    if (fault2?.wrap !== void 0) put(`trial/worker/${id}/wrap`, fault2.wrap);
    if (scenario.trace === true)
      put(`trial/worker/${id}/trace`, straceWords('"$worker_out/trace"').map(quoted).join(" "));
    if (worker2.apart === true) put(`trial/worker/${id}/apart`, apart);
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
function doctorOf({ finding }) {
  if (finding === void 0) return {};
  return { DOCTOR: `\${NODE:-node} $LAB/trial/doctor.cjs --for ${finding}` };
}
function environment(extra, gosumdb, deadlineMs) {
  const variables = {
    PATH: "$GOROOT_BIN:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    WORK: "$LAB/work",
    HOME: "$LAB/home",
    // Where it is not set, each bash asks the system for it, by a connection to nscd.
    SHELL: "/bin/bash",
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
function quoted(word) {
  return word.startsWith('"') ? word : `'${word}'`;
}
function lines(texts) {
  return texts.map((text4) => `${text4}
`).join("");
}
var import_fflate3, defaultDeadlineMs, folders;
var init_sandbox_files = __esm({
  "src/lab/sandbox-files.ts"() {
    "use strict";
    import_fflate3 = require("./fflate.cjs");
    init_strace_command();
    init_apart();
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
  const count4 = (state) => findings.filter((finding) => finding.state === state).length;
  const deciding = ["present", "unknown", "absent"].find((state) => count4(state) > 0);
  const struck2 = hits.filter((n) => n !== null);
  return {
    present: count4("present"),
    absent: count4("absent"),
    unknown: count4("unknown"),
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
  const holding = mitigations.filter(({ name: name2, verdict: verdict2 }) => verdict2 === "holds" && scenario.mitigations?.[name2]?.causeStays !== true).map(({ name: name2 }) => name2);
  const doctor = doctorOf2(cell2, trials, holding);
  return {
    ...headOf(cell2, trials[0]?.history),
    verdict,
    asExpected: verdict === spec.expect && mitigations.every((mitigation2) => mitigation2.verdict === mitigation2.expect) && (verdict !== "reproduced" || doctor.reported === null || doctor.expected.every((id) => doctor.reported?.includes(id))) && doctor.stillReported.length === 0,
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
    doctor: doctorOf2(cell2, [], []),
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
function doctorOf2(cell2, trials, holding) {
  const expected2 = cell2.scenario.finding === void 0 ? [] : [cell2.scenario.finding];
  const reportsOf = (arm) => trials.filter(({ history }) => history.arm === arm).flatMap(({ history }) => history.doctor ?? []);
  const ran2 = trials.some(({ history }) => history.doctor !== null);
  return {
    expected: expected2,
    reported: ran2 ? [...new Set(reportsOf(null).flatMap(({ findings }) => findings))] : null,
    stillReported: holding.filter(
      (name2) => reportsOf(name2).some(({ at: at2, findings }) => at2 === "end" && expected2.some((id) => findings.includes(id)))
    )
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
      inc(release5, identifier, identifierBase) {
        if (release5.startsWith("pre")) {
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
        switch (release5) {
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
            throw new Error(`invalid increment argument: ${release5}`);
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
    var gte2 = (a, b, loose) => compare4(a, b, loose) >= 0;
    module2.exports = gte2;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = __commonJS({
  "node_modules/semver/functions/lt.js"(exports2, module2) {
    "use strict";
    var compare4 = require_compare();
    var lt2 = (a, b, loose) => compare4(a, b, loose) < 0;
    module2.exports = lt2;
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
    var gte2 = require_gte();
    var lt2 = require_lt();
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
          return gte2(a, b, loose);
        case "<":
          return lt2(a, b, loose);
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
    var findDigitsEndIndex = (range, start2, limit, digitRuns) => {
      if (!isDigit(range[start2])) {
        return start2;
      }
      if (start2 >= digitRuns.start && start2 < digitRuns.end) {
        return Math.min(start2 + limit, digitRuns.end);
      }
      if (start2 >= digitRuns.previousStart && start2 < digitRuns.previousEnd) {
        return Math.min(start2 + limit, digitRuns.previousEnd);
      }
      let end = start2 + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start2;
      digitRuns.end = end;
      return Math.min(start2 + limit, end);
    };
    var findVersionNumberEndIndex = (range, start2, loose, digitRuns) => {
      if (!loose && range[start2] === "0") {
        return start2 + 1;
      }
      return findDigitsEndIndex(range, start2, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start2, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start2, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start2, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start2, loose, digitRuns) => {
      const hyphen = range[start2] === "-";
      if (!loose && !hyphen) {
        return start2;
      }
      const identifierStart = start2 + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start2;
        }
        end = findPrereleaseIdentifierEndIndex(range, start2, loose, digitRuns);
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
    var findBuildIdentifierEndIndex = (range, start2) => {
      let end = start2;
      while (end - start2 < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start2) => {
      if (range[start2] !== "+") {
        return start2;
      }
      let end = findBuildIdentifierEndIndex(range, start2 + 1);
      if (end === start2 + 1) {
        return start2;
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
    var findLooseFullVersionEndIndex = (range, start2, digitRuns) => {
      let end = start2;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start2;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start2;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start2, digitRuns) => {
      if (isDigit(range[start2])) {
        return findVersionNumberEndIndex(range, start2, false, digitRuns);
      }
      return isVersionStart(range[start2]) ? start2 + 1 : start2;
    };
    var findPartialVersionEndIndex = (range, start2, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start2, digitRuns);
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
    var findVersionEndIndex = (range, start2, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start2, digitRuns);
      return fullVersionEnd !== start2 ? fullVersionEnd : findPartialVersionEndIndex(range, start2, digitRuns);
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
    var satisfies3 = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module2.exports = satisfies3;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid = __commonJS({
  "node_modules/semver/ranges/valid.js"(exports2, module2) {
    "use strict";
    var Range = require_range();
    var validRange3 = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module2.exports = validRange3;
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
  const list2 = [...new Set(values$1)];
  if (list2.length > 1) return `(${list2.join(` ${separator} `)})`;
  return list2[0] ?? "never";
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
function getFallback(schema3, dataset, config$1) {
  return typeof schema3.fallback === "function" ? schema3.fallback(dataset, config$1) : schema3.fallback;
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
function exactOptional(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "exact_optional",
    reference: exactOptional,
    expects: wrapped2.expects,
    async: false,
    wrapped: wrapped2,
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
function nullish(wrapped2, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped2.expects} | null | undefined)`,
    async: false,
    wrapped: wrapped2,
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
      for (const schema3 of this.options) {
        const optionDataset = schema3["~run"]({ value: dataset.value }, config$1);
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
async function downloadFile(url, file2, options) {
  await withRetries(options, async () => {
    const handle = await (0, import_promises.open)(file2, "w");
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
      await (0, import_promises2.setTimeout)(delayMs, void 0, options.signal === void 0 ? {} : { signal: options.signal });
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
    totalBytes = (await (0, import_promises.stat)(path)).size;
  } catch (error) {
    const notExist = errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR";
    throw new DownloadError(`${path}: ${notExist ? "no such file" : messageOf(error)}`, { notExist, cause: error });
  }
  const counted = counter(redacted(url), totalBytes, options, sink);
  for await (const chunk of (0, import_node_fs.createReadStream)(path, { highWaterMark: 1 << 20 })) {
    options.signal?.throwIfAborted();
    await counted.take(chunk);
  }
}
async function receiveHttp(url, options, sink) {
  const name2 = redacted(url);
  const stallMs = options.patience?.stallMs ?? defaultStallMs;
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), stallMs);
  const signals2 = options.signal === void 0 ? [stalled.signal] : [stalled.signal, options.signal];
  const bare2 = new URL(url);
  bare2.username = "";
  bare2.password = "";
  const headers = { "accept-encoding": "identity", "user-agent": "unlatch" };
  if (url.username !== "" || url.password !== "") {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
  }
  try {
    const response = await fetch(bare2, { headers, signal: AbortSignal.any(signals2) });
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
var import_node_fs, import_promises, import_promises2, import_node_url, DownloadError, defaultStallMs, defaultRetryDelaysMs, passingErrnos;
var init_download = __esm({
  "src/go/download.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_promises = require("node:fs/promises");
    import_promises2 = require("node:timers/promises");
    import_node_url = require("node:url");
    init_errors();
    DownloadError = class extends HarnessError {
      /** True when the other side said that there is no such thing (404, 410, no such file). */
      notExist;
      /** True when another attempt may do better. */
      passing;
      constructor(message2, options = {}) {
        super(message2, { cause: options.cause });
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
  const run3 = async (function_, resolve11, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve11(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve11, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run3.bind(void 0, function_, resolve11, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve11, reject) => {
    enqueue(function_, resolve11, reject, arguments_);
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

// src/go/unpack-toolchain.ts
async function unpackToolchain(zip, prefix, dir, signal) {
  const files = zip.entries.map((file2) => ({ file: file2, path: file2.name.slice(prefix.length) }));
  for (const folder of new Set(files.map(({ path }) => (0, import_node_path.dirname)(path)))) {
    await (0, import_promises3.mkdir)((0, import_node_path.join)(dir, folder), { recursive: true });
  }
  const limit = pLimit(16);
  const stop2 = new AbortController();
  const results = await Promise.allSettled(
    files.map(
      ({ file: file2, path }) => limit(async () => {
        signal?.throwIfAborted();
        if (stop2.signal.aborted) return;
        try {
          const to = (0, import_node_path.join)(dir, path);
          const mode = isRunnable(path) ? 493 : 420;
          await (0, import_promises3.writeFile)(to, await zip.read(file2), { flag: "wx", mode });
          if (path === "_go.mod" || path.endsWith("/_go.mod")) await (0, import_promises3.copyFile)(to, (0, import_node_path.join)((0, import_node_path.dirname)(to), "go.mod"));
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
var import_promises3, import_node_path;
var init_unpack_toolchain = __esm({
  "src/go/unpack-toolchain.ts"() {
    "use strict";
    import_promises3 = require("node:fs/promises");
    import_node_path = require("node:path");
    init_p_limit();
  }
});

// src/go/module-proxy.ts
var module_proxy_exports = {};
__export(module_proxy_exports, {
  downloadZip: () => downloadZip,
  escapePath: () => escapePath2,
  listVersions: () => listVersions,
  maxZipBytes: () => maxZipBytes,
  parseGoproxy: () => parseGoproxy,
  readGoMod: () => readGoMod,
  tryProxies: () => tryProxies
});
function parseGoproxy(goproxy) {
  const entries = [];
  for (const [, text4 = "", separator] of goproxy.matchAll(/([^,|]*)([,|]|$)/g)) {
    let url = text4.trim();
    if (url === "") continue;
    if (url === "off" || url === "direct") {
      entries.push({ url, fallBackOnError: false });
      break;
    }
    if (/[.:/]/.test(url) && !url.includes(":/") && !(0, import_node_path2.isAbsolute)(url)) url = `https://${url}`;
    proxyBase(url);
    entries.push({ url, fallBackOnError: separator === "|" });
  }
  if (entries.length === 0) throw new UserError("GOPROXY is set, but has no entries");
  return entries;
}
function proxyBase(text4) {
  let url;
  try {
    url = new URL(text4);
  } catch (error) {
    throw new UserError(`GOPROXY: an entry is no URL; it must be http://, https://, file://, direct or off`, {
      cause: error
    });
  }
  if (url.protocol === "file:") {
    if (url.host !== "" || url.search !== "" || url.hash !== "") {
      throw new UserError(`GOPROXY: ${text4}: a file URL may have a path only`);
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
function endpoint(base2, module2, file2) {
  const url = new URL(base2);
  url.pathname = `${base2.pathname.replace(/\/$/, "")}/${escapePath2(module2)}/@v/${escapePath2(file2)}`;
  return url;
}
async function listVersions(goproxy, module2, options) {
  return await tryProxies(goproxy, `the list of versions of ${module2}`, async (base2) => {
    const text4 = await downloadText(endpoint(base2, module2, "list"), { ...options, limitBytes: textLimitBytes });
    return text4.split("\n").flatMap((line) => line.trim().split(/\s+/)[0] || []);
  });
}
async function readGoMod(goproxy, module2, version, options) {
  return await tryProxies(
    goproxy,
    `go.mod of ${module2}@${version}`,
    (base2) => downloadText(endpoint(base2, module2, `${version}.mod`), { ...options, limitBytes: textLimitBytes })
  );
}
async function downloadZip(goproxy, module2, version, file2, options) {
  return await tryProxies(goproxy, options.what, async (base2) => {
    const url = endpoint(base2, module2, `${version}.zip`);
    await downloadFile(url, file2, { ...options, limitBytes: maxZipBytes });
    return redacted(url);
  });
}
var import_node_path2, textLimitBytes, maxZipBytes;
var init_module_proxy = __esm({
  "src/go/module-proxy.ts"() {
    "use strict";
    import_node_path2 = require("node:path");
    init_errors();
    init_download();
    textLimitBytes = 16 << 20;
    maxZipBytes = 500 << 20;
  }
});

// src/go/zip.ts
async function openZip(path, prefix, from, folders2 = "refused") {
  const damaged = (error) => new HarnessError(`the zip from ${from} is truncated or damaged, and is refused: ${messageOf(error)}`, {
    cause: error
  });
  const bytes = await (0, import_promises4.readFile)(path);
  let zip;
  try {
    zip = await (0, import_yauzl.fromBufferPromise)(bytes, { lazyEntries: true, decodeStrings: false, autoClose: false });
  } catch (error) {
    throw damaged(error);
  }
  const entries = [];
  try {
    const seen2 = /* @__PURE__ */ new Map();
    let inflatedBytes = 0;
    for await (const entry2 of zip.eachEntry()) {
      inflatedBytes += entry2.uncompressedSize;
      if (inflatedBytes > maxZipBytes) {
        throw new HarnessError(`the zip from ${from} is refused: it would unpack to more than ${maxZipBytes} bytes`);
      }
      const name2 = entry2.fileNameRaw.toString("utf8");
      if (folders2 === "passed-over" && name2.endsWith("/")) continue;
      const objection = objectionTo(name2, entry2, prefix, seen2);
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
function objectionTo(name2, entry2, prefix, seen2) {
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
  const other = seen2.get(folded);
  if (other !== void 0) return other === name2 ? "comes twice" : `differs from ${JSON.stringify(other)} by case only`;
  seen2.set(folded, name2);
  return null;
}
var import_promises4, import_node_util, import_node_zlib, import_yauzl, inflate, stored, deflated, fileTypeMask, regularFile, symbolicLink;
var init_zip = __esm({
  "src/go/zip.ts"() {
    "use strict";
    import_promises4 = require("node:fs/promises");
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
  const text4 = await downloadText(url, { signal: context.signal, patience: context.network, limitBytes: 64 << 20 });
  const index = safeParse(pipe(string(), parseJson(), indexSchema), text4);
  if (!index.success) throw new HarnessError(`${url.host}: the index of Go versions is not in the known form`);
  const ending2 = platform.os === "windows" ? ".zip" : ".tar.gz";
  return index.output.flatMap(
    ({ version, files }) => files.filter((file2) => file2.kind === "archive" && file2.os === platform.os && file2.arch === platform.arch).filter((file2) => file2.filename.endsWith(ending2) && /^[0-9a-f]{64}$/.test(file2.sha256)).map((file2) => ({
      version: version.replace(/^go/, ""),
      filename: file2.filename,
      sha256: file2.sha256,
      sizeBytes: file2.size
    }))
  );
}
async function listGoDevVersions(platform, context) {
  return (await listGoDevArchives(platform, context)).map((archive2) => archive2.version);
}
async function fetchGoDevArchive(archive2, dir, scratch, context) {
  const file2 = (0, import_node_path3.join)(scratch, "archive");
  const url = new URL(`${baseUrl(context)}/${encodeURIComponent(archive2.filename)}`);
  await downloadFile(url, file2, {
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
  for await (const chunk of (0, import_node_fs2.createReadStream)(file2)) hash.update(chunk);
  const sha256 = hash.digest("hex");
  if (sha256 !== archive2.sha256) {
    throw new HarnessError(
      `go ${archive2.version}: ${archive2.filename} from ${url.host} is refused: its SHA-256 is ${sha256}, but ${archive2.sha256} is published; nothing was kept`
    );
  }
  const from = `${archive2.filename} from ${url.host}`;
  if (!archive2.filename.endsWith(".zip")) return await unpackTar(file2, dir, from, context.signal);
  await unpackToolchain(await openZip(file2, "go/", from, "passed-over"), "go/", dir, context.signal);
}
async function unpackTar(file2, dir, from, signal) {
  const tar = (0, import_tar_stream.extract)();
  const reading = (0, import_promises6.pipeline)((0, import_node_fs2.createReadStream)(file2), (0, import_node_zlib2.createGunzip)(), tar, signal === void 0 ? {} : { signal });
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
      const to = (0, import_node_path3.join)(dir, ...parts.slice(1));
      const folder = type === "directory" ? to : (0, import_node_path3.dirname)(to);
      if (!made.has(folder)) {
        await (0, import_promises5.mkdir)(folder, { recursive: true });
        made.add(folder);
      }
      if (type === "file") {
        await (0, import_promises6.pipeline)(
          entry2,
          (0, import_node_fs2.createWriteStream)(to, { flags: "wx", mode: ((mode ?? 0) & 73) === 0 ? 420 : 493 })
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
var import_node_crypto3, import_node_fs2, import_promises5, import_node_path3, import_promises6, import_node_zlib2, import_tar_stream, indexSchema, defaultUrl;
var init_go_dev = __esm({
  "src/go/go-dev.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    import_node_fs2 = require("node:fs");
    import_promises5 = require("node:fs/promises");
    import_node_path3 = require("node:path");
    import_promises6 = require("node:stream/promises");
    import_node_zlib2 = require("node:zlib");
    import_tar_stream = require("./tar-stream.cjs");
    init_dist();
    init_errors();
    init_download();
    init_unpack_toolchain();
    init_zip();
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

// src/signal-group.ts
function signalGroup(pid, signal) {
  if (pid === void 0) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}
var init_signal_group = __esm({
  "src/signal-group.ts"() {
    "use strict";
    init_errors();
  }
});

// src/run-briefly.ts
function runBriefly(command2, args, { folder, env: env2, limitMs, talking = false, signal }) {
  signal.throwIfAborted();
  return new Promise((resolve11, reject) => {
    const child = (0, import_node_child_process.spawn)(command2, args, {
      cwd: folder,
      env: { ...env2 },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, which is ended as a whole: go may have started git.
      detached: process.platform !== "win32",
      windowsHide: true
    });
    let stdout = "";
    let stderr = "";
    let left2 = null;
    let grace;
    const leave = (why2) => {
      left2 ??= why2;
      signalGroup(child.pid, "SIGINT");
      grace ??= setTimeout(() => {
        signalGroup(child.pid, "SIGKILL");
        child.stdout.destroy();
        child.stderr.destroy();
        child.unref();
        reject(why2);
      }, graceMs);
    };
    const over = talking ? `said nothing for ${limitMs / 1e3} s` : `did not end within ${limitMs} ms`;
    const timer = setTimeout(() => leave(new SilentCommand(`${command2} ${args.join(" ")} ${over}`, stderr)), limitMs);
    const interrupted = () => leave(signal.reason);
    signal.addEventListener("abort", interrupted);
    const settle2 = () => {
      clearTimeout(timer);
      clearTimeout(grace);
      signal.removeEventListener("abort", interrupted);
    };
    const heard = () => {
      if (talking && left2 === null) timer.refresh();
    };
    child.stdout.setEncoding("utf8").on("data", (text4) => {
      heard();
      if (stdout.length < outputLimit) stdout += text4;
    });
    child.stderr.setEncoding("utf8").on("data", (text4) => {
      heard();
      if (stderr.length < outputLimit) stderr += text4;
    });
    child.once("error", (error) => {
      settle2();
      reject(new HarnessError(`${command2} cannot be started`, { cause: error }));
    });
    child.once("close", (code) => {
      settle2();
      if (left2 === null) resolve11({ code, stdout, stderr });
      else reject(left2);
    });
  });
}
var import_node_child_process, SilentCommand, outputLimit, graceMs;
var init_run_briefly = __esm({
  "src/run-briefly.ts"() {
    "use strict";
    import_node_child_process = require("node:child_process");
    init_errors();
    init_signal_group();
    SilentCommand = class extends HarnessError {
      stderr;
      constructor(message2, stderr) {
        super(message2);
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
    const said = await runBriefly(go, args, {
      // Away from any go.mod, whose toolchain line or whose workspace would have a say.
      folder: options.cwd ?? (0, import_node_os.tmpdir)(),
      env: options.env,
      limitMs: options.silentMs ?? defaultSilentMs,
      talking: true,
      signal: options.signal ?? new AbortController().signal
    });
    return { ...said, error: said.code === null ? new Error(`${go} was ended by a signal`) : null };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof HarnessError)) throw error;
    return { code: null, stdout: "", stderr: error instanceof SilentCommand ? error.stderr : "", error };
  }
}
function whyFailed({ stderr, error }, most) {
  const lines2 = stderr.trim().split("\n").filter((line) => !/^[\w.~/-]*$/.test(line)).slice(-most);
  if (error instanceof SilentCommand) {
    lines2.push(`${error.message}: go waits without an end for a proxy that is silent, so it was ended`);
  }
  return lines2.length === 0 ? error?.message ?? "it said nothing" : lines2.join(" | ");
}
var import_node_os, defaultSilentMs;
var init_run_go = __esm({
  "src/go/run-go.ts"() {
    "use strict";
    import_node_os = require("node:os");
    init_errors();
    init_run_briefly();
    defaultSilentMs = 3e5;
  }
});

// src/go/go-on-path.ts
async function findGoOnPath(env2, platform, signal) {
  const name2 = exeName("go", platform);
  for (const dir of (env2.PATH ?? "").split(import_node_path4.delimiter)) {
    if (!(0, import_node_path4.isAbsolute)(dir)) continue;
    const path = (0, import_node_path4.join)(dir, name2);
    if (await isExecutable(path)) return await askGo(path, env2, signal);
  }
  return null;
}
async function askGo(path, env2, signal) {
  const { GOROOT: _, ...rest } = env2;
  const result = await runGo(path, ["env", "-json", "GOROOT", "GOPROXY", "GOSUMDB", "GOVERSION", "GOHOSTARCH"], {
    env: { ...rest, GOTOOLCHAIN: "local" },
    signal
  });
  if (result.code !== 0) return null;
  const parsed3 = safeParse(pipe(string(), parseJson(), goEnvSchema), result.stdout);
  if (!parsed3.success) return null;
  const { GOROOT: goroot, GOPROXY, GOSUMDB, GOVERSION, GOHOSTARCH } = parsed3.output;
  const version = await readVersionFile(goroot);
  const plain2 = GOVERSION === "" || GOVERSION === `go${version}`;
  return {
    path,
    goroot,
    version: plain2 ? version : null,
    arch: GOHOSTARCH || null,
    goproxy: GOPROXY || null,
    gosumdb: GOSUMDB || null
  };
}
async function readVersionFile(goroot) {
  try {
    const text4 = await (0, import_promises7.readFile)((0, import_node_path4.join)(goroot, "VERSION"), "utf8");
    return /^go(\S+)/.exec(text4)?.[1] ?? null;
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR" || errnoOf(error) === "EACCES") return null;
    throw error;
  }
}
async function isExecutable(path) {
  try {
    await (0, import_promises7.access)(path, import_node_fs3.constants.X_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs3, import_promises7, import_node_path4, goEnvSchema;
var init_go_on_path = __esm({
  "src/go/go-on-path.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    import_promises7 = require("node:fs/promises");
    import_node_path4 = require("node:path");
    init_dist();
    init_errors();
    init_platform();
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

// src/go/versions.ts
var versions_exports = {};
__export(versions_exports, {
  compareGo: () => compareGo,
  isGoVersion: () => isGoVersion,
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
function parseGoRequest(text4) {
  if (text4 === "stable" || text4 === "oldstable") return { kind: text4 };
  const [, start2, dotPatch, name2, number3] = semverPrerelease.exec(text4) ?? [];
  if (start2 !== void 0) return { kind: "exact", version: `${start2}${dotPatch ?? ""}${name2}${number3}` };
  const match = versionPattern.exec(text4);
  if (match === null) {
    const range = text4.trim() === "" ? null : (0, import_valid.default)(text4);
    if (range !== null) return { kind: "range", range };
    throw new UserError(
      `${JSON.stringify(text4)} is no Go version; write it as 1.22.12, 1.22 (its newest patch), ^1.22 (a range), 1.27rc1, stable or oldstable`
    );
  }
  const version = text4.replace(/^go/, "");
  const [, minor, patch, pre] = match;
  if (patch === void 0 && pre === void 0) return { kind: "line", line: version };
  if (patch === "0" && pre === void 0 && Number(minor) < 21) return { kind: "exact", version: `1.${minor}` };
  return { kind: "exact", version };
}
function isGoVersion(text4) {
  return versionPattern.test(text4);
}
function toSemver(version) {
  const [, minor, patch, pre, preNumber] = versionPattern.exec(version) ?? [];
  return `1.${minor}.${patch ?? "0"}${pre === void 0 ? "" : `-${pre}.${preNumber}`}`;
}
function compareGo(a, b) {
  return (0, import_compare.default)(toSemver(a), toSemver(b));
}
function lineOf(version) {
  return `1.${versionPattern.exec(version)?.[1]}`;
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
function nearVersions(wanted3, known) {
  const sorted = [...known].sort(compareGo);
  const sameLine = sorted.filter((version) => lineOf(version) === lineOf(wanted3));
  if (sameLine.length > 0) {
    const at2 = sameLine.findIndex((version) => compareGo(version, wanted3) > 0);
    const middle = at2 === -1 ? sameLine.length : at2;
    const from = Math.max(0, Math.min(middle - 2, sameLine.length - 4));
    return sameLine.slice(from, from + 4);
  }
  const newestOfLine = new Map(sorted.filter(isRelease).map((version) => [lineOf(version), version]));
  return [...newestOfLine.values()].slice(-4);
}
function toolchainVersions(list2, platform) {
  const suffix = `.${platform.os}-${platform.arch}`;
  return list2.flatMap((entry2) => {
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
  if (settings.goproxy === null || context.goDevUrl !== void 0) return await listGoDevVersions2(platform, context);
  const list2 = await listVersions2(settings.goproxy, "golang.org/toolchain", {
    signal: context.signal,
    patience: context.network
  });
  return toolchainVersions(list2, platform);
}
function matrixGoVersions(context) {
  const matrix = context.matrix ?? builtInMatrix();
  const key = platformKey(context.platform ?? hostPlatform());
  return Object.keys(matrix.go).filter((version) => pinnedHash(matrix, version, key) !== null);
}
async function resolveGoVersion(text4, context) {
  const request = parseGoRequest(text4);
  if (request.kind === "exact") return request.version;
  if (context.prefer === "matrix") {
    const pinned = resolveAmong(request, matrixGoVersions(context));
    if (pinned !== null) return pinned;
  }
  const known = await listForRequest(text4, context);
  const version = resolveAmong(request, known);
  if (version === null) throw noSuchGo(text4, known, context.platform ?? hostPlatform());
  return version;
}
async function listForRequest(text4, context) {
  try {
    return await listGoVersions(context);
  } catch (error) {
    const message2 = `cannot tell which Go ${JSON.stringify(text4)} is, which an exact version would not need: ${messageOf(error)}`;
    if (error instanceof UserError) throw new UserError(message2, { cause: error });
    if (error instanceof HarnessError) throw new HarnessError(message2, { cause: error });
    throw error;
  }
}
function noSuchGo(text4, known, platform) {
  const near = versionPattern.test(text4) ? nearVersions(text4.replace(/^go/, ""), known) : [];
  const hint2 = near.length === 0 ? "" : `; there is ${near.join(", ")}`;
  return new UserError(`there is no Go ${text4.replace(/^go/, "")} for ${platform.os}/${platform.arch}${hint2}`);
}
var import_compare, import_satisfies, import_valid, versionPattern, semverPrerelease;
var init_versions2 = __esm({
  "src/go/versions.ts"() {
    "use strict";
    import_compare = __toESM(require_compare(), 1);
    import_satisfies = __toESM(require_satisfies(), 1);
    import_valid = __toESM(require_valid(), 1);
    init_errors();
    init_matrix();
    init_platform();
    versionPattern = /^(?:go)?1\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?$/;
    semverPrerelease = /^(1\.\d+)(?:\.0|(\.\d+))-(rc|beta)\.(\d+)$/;
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
  const cells = scenarios2.flatMap((named3) => {
    const all = cellsOf(named3, matrix, selection);
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
    (spec) => (spec.go === void 0 || (0, import_satisfies2.default)(semverOf(go), spec.go, { includePrerelease: true })) && (spec.gopls === void 0 || gopls !== null && (0, import_satisfies2.default)(gopls, spec.gopls, { includePrerelease: true }))
  ) ?? null;
}
function cellsOf(named3, matrix, selection) {
  const pairs2 = usesGopls(named3.scenario) ? matrix.gopls.filter(({ gopls }) => selection.gopls === null || selection.gopls.includes(gopls)).filter(({ go }) => selection.go === null || selection.go.includes(go)) : selection.gopls !== null && selection.go === null ? [] : (selection.go ?? matrix.go).map((go) => ({ go, gopls: null }));
  return [...pairs2].sort((a, b) => (0, import_compare2.default)(a.gopls ?? semverOf(a.go), b.gopls ?? semverOf(b.go))).flatMap((pair) => {
    const spec = specFor(named3.scenario, pair.go, pair.gopls);
    return spec === null ? [] : [{ ...named3, ...pair, spec }];
  });
}
function turningPoints(cells) {
  return cells.filter((cell2, index) => {
    const newer = cells[index + 1];
    return newer === void 0 || newer.spec.expect !== cell2.spec.expect;
  });
}
function semverOf(go) {
  if (!isGoVersion(go)) throw new UserError(`${go} is no Go version; write it as 1.22.12`);
  return toSemver(go);
}
function parseShard(text4) {
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(text4) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (index === void 0 || shard.index < 1 || shard.index > shard.of) {
    throw new UserError(`--shard ${text4}: write it as I/N with 1 \u2264 I \u2264 N, such as 2/4 for the second of four parts`);
  }
  return shard;
}
var import_compare2, import_satisfies2;
var init_plan = __esm({
  "src/lab/plan.ts"() {
    "use strict";
    import_compare2 = __toESM(require_compare(), 1);
    import_satisfies2 = __toESM(require_satisfies(), 1);
    init_errors();
    init_versions2();
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
  const named3 = scenarios2.find(({ id }) => id === history.scenario);
  if (named3 === void 0) throw new UserError(`no scenario ${history.scenario} is known; name its file as well`);
  const { go, gopls } = history.cell;
  const spec = specFor(named3.scenario, go, gopls);
  if (spec === null) throw new UserError(`${history.scenario} says nothing of Go ${go}`);
  if (history.arm !== null && named3.scenario.mitigations?.[history.arm] === void 0) {
    throw new UserError(
      `${history.scenario} has no mitigation "${history.arm}"; the history is of another version of it`
    );
  }
  return { ...named3, spec, go, gopls };
}
var init_check_histories = __esm({
  "src/lab/check-histories.ts"() {
    "use strict";
    init_errors();
    init_assemble_cell();
    init_plan();
  }
});

// src/lab/history-store.ts
function fileNameOf(arm) {
  return (arm ?? "baseline").toLowerCase().replace(/[^a-z0-9.=]+/g, "-");
}
async function storeHistory(folder, history) {
  const { cell: cell2 } = history;
  const place2 = [cell2.go, ...cell2.gopls === null ? [] : [`gopls${cell2.gopls}`], cell2.runtime].join("-");
  const file2 = (0, import_node_path5.join)(folder, history.scenario, place2, `${fileNameOf(history.arm)}-${history.trial}.json`);
  await (0, import_promises8.mkdir)((0, import_node_path5.dirname)(file2), { recursive: true });
  await (0, import_promises8.writeFile)(`${file2}.part`, `${JSON.stringify(history)}
`);
  await (0, import_promises8.rename)(`${file2}.part`, file2);
}
async function readHistories(path) {
  const files = await jsonFiles(path);
  if (files.length === 0) throw new UserError(`${path}: no histories here; \`unlatch run --out DIR\` writes them`);
  return await Promise.all(files.map(readOne));
}
async function jsonFiles(path) {
  try {
    if (!(await (0, import_promises8.stat)(path)).isDirectory()) return [path];
    const entries = await (0, import_promises8.readdir)(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry2) => entry2.isFile() && entry2.name.endsWith(".json")).map((entry2) => (0, import_node_path5.join)(entry2.parentPath, entry2.name)).sort();
  } catch (error) {
    if (errnoOf(error) === "EACCES") throw new UserError(`${path}: cannot be read`, { cause: error });
    if (errnoOf(error) === "ENOENT") throw new UserError(`${path}: no such file or folder`, { cause: error });
    throw error;
  }
}
async function readOne(file2) {
  let text4;
  try {
    text4 = await (0, import_promises8.readFile)(file2, "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    throw new UserError(`${file2}: cannot be read`, { cause: error });
  }
  let value;
  try {
    value = JSON.parse(text4);
  } catch (error) {
    throw new UserError(`${file2}: not JSON`, { cause: error });
  }
  const result = safeParse(historySchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = getDotPath(issue);
  throw new UserError(`${file2}: no history of schema 1${path === null ? "" : ` (${path}: ${issue.message})`}`);
}
var import_promises8, import_node_path5, nullable2, historySchema;
var init_history_store = __esm({
  "src/lab/history-store.ts"() {
    "use strict";
    import_promises8 = require("node:fs/promises");
    import_node_path5 = require("node:path");
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
      // Histories from before there were traces have none.
      locks: optional(
        nullable(
          object({
            uses: array(
              object({
                worker: string(),
                pid: number(),
                file: string(),
                mode: picklist(["exclusive", "shared"]),
                askedMs: number(),
                takenMs: nullable2.number,
                releasedMs: nullable2.number,
                end: picklist(["unlocked", "process-ended", "closed", "kept", "held", "refused", "failed", "waiting"]),
                errno: nullable2.string,
                waited: boolean(),
                heldBy: array(object({ worker: string(), pid: number(), ms: number() }))
              })
            ),
            endMs: number(),
            gaps: array(string()),
            heldTwice: array(string())
          })
        ),
        null
      ),
      harness: nullable2.string,
      doctor: nullable(
        array(object({ at: picklist(["symptom", "end"]), findings: array(string()), verdict: string() }))
      ),
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
  if (cell2.verdict !== cell2.expect || missedFindings(cell2).length > 0 || cell2.doctor.stillReported.length > 0) {
    return "differs";
  }
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
function exitStatusOf(report5, options) {
  const counts = countOutcomes(report5.cells);
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

// src/group-by.ts
function groupBy(items, keyOf4) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf4(item));
    if (group === void 0) groups.set(keyOf4(item), [item]);
    else group.push(item);
  }
  return groups;
}
var init_group_by = __esm({
  "src/group-by.ts"() {
    "use strict";
  }
});

// src/report/by-scenario.ts
function compareVersions(a, b) {
  return inVersionOrder.compare(a, b);
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
    init_group_by();
    inVersionOrder = new Intl.Collator("en", { numeric: true });
  }
});

// src/report/plain-text.ts
function plainText(text4) {
  return (0, import_node_util2.stripVTControlCharacters)(text4).replace(/\r\n?/g, "\n").replace(new RegExp("(?![\\t\\n])\\p{Cc}|\\p{Surrogate}|\\p{Bidi_Control}|[\\ufffe\\uffff]", "gu"), "");
}
function plainLine(text4) {
  return plainText(text4).replace(/\s+/g, " ").trim();
}
var import_node_util2;
var init_plain_text = __esm({
  "src/report/plain-text.ts"() {
    "use strict";
    import_node_util2 = require("node:util");
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
function trialsText(tally3) {
  return `${tally3.present}/${tally3.absent}/${tally3.unknown}`;
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
  const { expected: expected2, stillReported } = cell2.doctor;
  if (cell2.verdict === cell2.expect && stillReported.length > 0) {
    return `, the doctor still reports ${expected2.join(", ")} after ${plainLine(stillReported.join(", "))}`;
  }
  return `, expected: ${cell2.expect === "reproduced" ? "reproduced" : "not reproduced"}`;
}
function mitigationExpected(cell2, mitigation2) {
  return mitigationOutcome(cell2, mitigation2) === "differs" ? `, expected: ${mitigation2.expect}` : "";
}
function remarks(cell2) {
  const place2 = `${cell2.scenario} (${placeText(cell2)})`;
  const found = [];
  const remark = (outcome, what, why2) => {
    if (outcome === "differs" || outcome === "inconclusive") {
      found.push({ outcome, text: `${place2}${what}. ${plainLine(why2)}`.trimEnd() });
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
  const notes = cells.flatMap((cell2) => remarks(cell2).map(({ outcome, text: text4 }) => paint(palette, outcome, text4)));
  return [
    ...cells.length === 0 ? [] : [grid(cells, columns, palette)],
    ...notes,
    palette.bold(summaryLine(cells)),
    ""
  ].join("\n");
}
function paint(palette, outcome, text4, sign2 = outcomeSign[outcome]) {
  const signed = `${sign2} ${text4}`;
  if (sign2 === outcomeSign.skipped) return palette.gray(signed);
  if (outcome === "as-expected") return palette.green(signed);
  if (outcome === "differs") return palette.red(signed);
  return palette.yellow(signed);
}
function grid(cells, columns, palette) {
  const colWidths = widths(cells, columns);
  const table2 = new import_cli_table3.default({
    head: ["scenario", "go (gopls)", "runtime", "verdict", "present/\nabsent/\nunknown", "hits"],
    colWidths,
    wordWrap: true,
    style: { head: [], border: [] }
  });
  const put = (text4, width) => breakLongWords(text4, width - padding);
  const [scenarioWidth, versionsWidth, runtimeWidth, verdictWidth] = colWidths;
  const whole2 = colWidths.reduce((sum, width) => sum + width);
  const beside = scenarioWidth + versionsWidth + runtimeWidth;
  for (const [scenario, group] of byScenario(cells)) {
    const claim = put(plainLine(group[0]?.claim ?? ""), whole2);
    table2.push([{ content: palette.bold(claim), colSpan: colWidths.length }]);
    for (const cell2 of group) {
      const verdict = put(claimText(cell2) + claimExpected(cell2), verdictWidth);
      table2.push([
        put(scenario, scenarioWidth),
        put(versionsText(cell2), versionsWidth),
        cell2.runtime,
        paint(palette, claimOutcome(cell2), verdict),
        cell2.baseline === null ? "" : trialsText(cell2.baseline),
        { content: cell2.baseline?.hits ?? "", hAlign: "right" }
      ]);
      for (const mitigation2 of cell2.mitigations) {
        const text4 = mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2);
        table2.push([
          { content: put(`  \u21B3 ${plainLine(mitigation2.name)}`, beside), colSpan: 3 },
          paint(
            palette,
            mitigationOutcome(cell2, mitigation2),
            put(text4, verdictWidth),
            mitigationSign(cell2, mitigation2)
          ),
          trialsText(mitigation2),
          { content: mitigation2.hits ?? "", hAlign: "right" }
        ]);
      }
    }
  }
  return table2.toString();
}
function widths(cells, columns) {
  const widest = (texts) => Math.max(...texts.map((text4) => text4.length)) + padding;
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
function breakLongWords(text4, width) {
  return text4.replace(new RegExp(`\\S{${width}}(?=\\S)`, "gu"), "$&\n");
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

// src/lab/check/finding.ts
var present, absent, unknown;
var init_finding = __esm({
  "src/lab/check/finding.ts"() {
    "use strict";
    present = (why2) => ({ state: "present", why: why2 });
    absent = (why2) => ({ state: "absent", why: why2 });
    unknown = (why2) => ({ state: "unknown", why: why2 });
  }
});

// src/lab/check/any-of.ts
function anyOf(...checkers) {
  return (history) => {
    const findings = checkers.map((check2) => check2(history));
    const deciding = ["present", "unknown", "absent"].map((state) => findings.find((finding) => finding.state === state)).find((finding) => finding !== void 0);
    return deciding ?? unknown("nothing was looked for");
  };
}
var init_any_of = __esm({
  "src/lab/check/any-of.ts"() {
    "use strict";
    init_finding();
  }
});

// src/lab/check/lines.ts
function lineAround(match) {
  const start2 = match.input.lastIndexOf("\n", match.index) + 1;
  const end = match.input.indexOf("\n", match.index);
  return match.input.slice(start2, end === -1 ? void 0 : end).trim();
}
function firstLine(text4) {
  return text4.trim().split("\n")[0] ?? "";
}
function lastLine(text4) {
  return text4.trim().split("\n").at(-1) ?? "";
}
var init_lines = __esm({
  "src/lab/check/lines.ts"() {
    "use strict";
  }
});

// src/lab/check/workers.ts
function foreground(history) {
  return history.workers.filter((worker2) => !worker2.background);
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
var init_workers = __esm({
  "src/lab/check/workers.ts"() {
    "use strict";
    init_lines();
  }
});

// src/lab/check/session-of.ts
function sessionOf(worker2) {
  const line = worker2.stdout.split("\n").findLast((text4) => text4.startsWith('{"phases":'));
  return line === void 0 ? null : { worker: nameOf(worker2), ...JSON.parse(line) };
}
var init_session_of = __esm({
  "src/lab/check/session-of.ts"() {
    "use strict";
    init_workers();
  }
});

// src/lab/check/each-fails-with.ts
function eachFailsWith(messages) {
  return (history) => {
    const own = history.workers.filter((worker2) => messages[worker2.name] !== void 0);
    const failed = own.filter((worker2) => worker2.code !== 0);
    if (failed.length === 0) return absent("every worker ended well");
    const matches = failed.map((worker2) => {
      const message2 = messages[worker2.name];
      return message2?.exec(worker2.stderr) ?? message2?.exec(sessionOf(worker2)?.why ?? "") ?? null;
    });
    const other = failed.find((_, index) => matches[index] === null);
    if (other !== void 0) return unknown(otherFailure([other]));
    const well = own.find((worker2) => worker2.code === 0);
    if (well !== void 0) return unknown(`${nameOf(well)} ended well, while ${failed.map(nameOf).join(", ")} failed`);
    const [first] = matches;
    return present(`all ${failed.length} failed, ${first ? lineAround(first) : ""}`);
  };
}
var init_each_fails_with = __esm({
  "src/lab/check/each-fails-with.ts"() {
    "use strict";
    init_finding();
    init_lines();
    init_session_of();
    init_workers();
  }
});

// src/lab/check/editor-is-told.ts
function editorIsTold(message2) {
  return (history) => {
    const sessions = foreground(history).flatMap((worker2) => sessionOf(worker2) ?? []);
    for (const session of sessions) {
      const match = [...session.diagnostics, ...session.said, session.why ?? "", session.stderr].map((text4) => message2.exec(text4)).find((found) => found !== null);
      if (match != null) return present(`${session.worker}: ${lineAround(match)}`);
    }
    const left2 = foreground(history).filter((worker2) => worker2.code !== 0);
    if (sessions.length === 0 || left2.length > 0) return unknown(otherFailure(left2));
    for (const session of sessions) {
      const error = session.said.find(
        (text4) => /^progress end: Error loading|initial workspace load failed/.test(text4)
      );
      if (error !== void 0) return unknown(`${session.worker} loaded nothing: ${firstLine(error)}`);
    }
    return absent("every session got to its end");
  };
}
var init_editor_is_told = __esm({
  "src/lab/check/editor-is-told.ts"() {
    "use strict";
    init_finding();
    init_lines();
    init_session_of();
    init_workers();
  }
});

// src/go/lock-name.ts
function moduleOfLock(path) {
  const [, module2, version] = /\/cache\/download\/(.+)\/@v\/(.+)\.lock(?: \(deleted\))?$/.exec(path) ?? [];
  if (module2 === void 0 || version === void 0) return null;
  return upperCase(`${module2}@${version}`);
}
function upperCase(escaped2) {
  return escaped2.replace(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
function lockName(path) {
  const module2 = moduleOfLock(path);
  if (module2 !== null) return module2;
  const [, of, what] = /\/cache\/download\/(.+)\/@v\/([^/]+)$/.exec(path) ?? [];
  if (of !== void 0) return `${upperCase(of)}: ${what}`;
  const record2 = /\/(?:cache\/download|pkg)\/sumdb\/(.+)$/.exec(path)?.[1];
  if (record2 !== void 0) return `the checksum database: ${record2}`;
  const repository = /\/cache\/vcs\/([0-9a-f]{8})[0-9a-f]*\.lock/.exec(path)?.[1];
  return repository === void 0 ? (0, import_node_path6.basename)(path.replace(/ \(deleted\)$/, "")) : `the repository cache/vcs/${repository}\u2026`;
}
var import_node_path6;
var init_lock_name = __esm({
  "src/go/lock-name.ts"() {
    "use strict";
    import_node_path6 = require("node:path");
  }
});

// src/trace/spread.ts
function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at2 = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { p50: at2(0.5), p95: at2(0.95), p99: at2(0.99), max: sorted.at(-1) ?? null };
}
var init_spread = __esm({
  "src/trace/spread.ts"() {
    "use strict";
  }
});

// src/trace/lock-figures.ts
function figuresOf(uses, endMs) {
  const asked = uses.filter(({ end }) => end !== "refused" && end !== "failed");
  const waits2 = asked.filter(({ waited }) => waited);
  const failed = {};
  for (const { end, errno } of uses) {
    if (end === "failed" && errno !== null) failed[errno] = (failed[errno] ?? 0) + 1;
  }
  return {
    acquisitions: asked.length,
    waited: waits2.length,
    contention: asked.length === 0 ? 0 : waits2.length / asked.length,
    refused: uses.filter(({ end }) => end === "refused").length,
    failed,
    holdMs: spreadOf(asked.map((use) => holdOf(use, endMs)).filter((ms) => ms !== null)),
    waitMs: spreadOf(waits2.map((use) => waitOf(use, endMs)))
  };
}
function waitOf({ askedMs, takenMs }, endMs) {
  return msOf(1e3 * ((takenMs ?? endMs) - askedMs));
}
function holdOf({ takenMs, releasedMs }, endMs) {
  return takenMs === null ? null : msOf(1e3 * ((releasedMs ?? endMs) - takenMs));
}
function msOf(us) {
  return Math.round(us) / 1e3;
}
var init_lock_figures = __esm({
  "src/trace/lock-figures.ts"() {
    "use strict";
    init_spread();
  }
});

// src/lab/check/exceeds-lock-limits.ts
function exceedsLockLimits(limits, files, ends) {
  return (history) => {
    const { locks } = history;
    if (locks === null) return unknown("the workers were not traced");
    const others = foreground(history).filter(
      ({ code, stderr }) => ends === "well" ? code !== 0 : code === 0 || !ends.test(stderr)
    );
    const [other] = others;
    if (other?.code === 0) return unknown(`${nameOf(other)} ended well`);
    if (other !== void 0) return unknown(otherFailure([other]));
    if (locks.gaps.length > 0) return unknown(`the trace is not whole: ${locks.gaps.join("; ")}`);
    const figures = [...groupBy(locks.uses, ({ file: file2 }) => file2)].filter(([file2]) => files.test(file2)).map(([file2, uses]) => {
      const { holdMs, waited, acquisitions, contention } = figuresOf(uses, locks.endMs);
      return { file: file2, holdMs: Math.round(holdMs.p95 ?? 0), waited, acquisitions, contention };
    });
    const measured = ({ file: file2, holdMs, waited, acquisitions }) => `${lockName(file2)} is held for ${holdMs} ms (p95), ${waited} of ${acquisitions} waited`;
    const beyond = figures.find(({ holdMs, contention }) => holdMs > limits.holdMs || contention > limits.contention);
    if (beyond !== void 0) return present(measured(beyond));
    return absent(figures.length === 0 ? "none of these locks was asked for" : figures.map(measured).join("; "));
  };
}
var init_exceeds_lock_limits = __esm({
  "src/lab/check/exceeds-lock-limits.ts"() {
    "use strict";
    init_lock_name();
    init_group_by();
    init_lock_figures();
    init_finding();
    init_workers();
  }
});

// src/lab/check/fails-with.ts
function failsWith(message2) {
  return (history) => {
    const failed = foreground(history).filter((worker2) => worker2.code !== 0);
    for (const worker2 of failed) {
      const match = message2.exec(worker2.stderr) ?? message2.exec(worker2.stdout);
      if (match !== null) return present(`${nameOf(worker2)}: ${lineAround(match)}`);
    }
    return failed.length === 0 ? absent("every worker ended well") : unknown(otherFailure(failed));
  };
}
var init_fails_with = __esm({
  "src/lab/check/fails-with.ts"() {
    "use strict";
    init_finding();
    init_lines();
    init_workers();
  }
});

// src/lab/check/probe-of.ts
function probeOf(history, name2) {
  const probe = history.probes.find((result) => result.name === name2);
  if (probe === void 0) throw new RangeError(`the scenario has no probe ${name2}`);
  return probe;
}
var init_probe_of = __esm({
  "src/lab/check/probe-of.ts"() {
    "use strict";
  }
});

// src/lab/check/probe-prints.ts
function probePrints(probe, text4) {
  return (history) => {
    const result = probeOf(history, probe);
    const match = text4.exec(result.stdout);
    if (match !== null) return present(`${probe}: ${lineAround(match)}`);
    if (result.code !== 0) return unknown(`the probe ${probe} ended with ${result.code}: ${firstLine(result.stdout)}`);
    const failed = foreground(history).filter((worker2) => worker2.code !== 0);
    return failed.length === 0 ? absent(`${probe}: ${firstLine(result.stdout)}`) : unknown(otherFailure(failed));
  };
}
var init_probe_prints = __esm({
  "src/lab/check/probe-prints.ts"() {
    "use strict";
    init_finding();
    init_lines();
    init_probe_of();
    init_workers();
  }
});

// src/lab/check/rescue-fails.ts
function rescueFails() {
  return ({ rescue }) => {
    if (rescue === null) return unknown("the symptom never showed, so the rescue was not run");
    if (rescue.code === 0) return absent("the rescue ended well");
    return present(`the rescue ended with ${rescue.code}: ${lastLine(rescue.output)}`);
  };
}
var init_rescue_fails = __esm({
  "src/lab/check/rescue-fails.ts"() {
    "use strict";
    init_finding();
    init_lines();
  }
});

// src/lab/check/stuck-in.ts
function stuckIn(phase, why2 = /no answer within/) {
  return (history) => {
    const sessions = foreground(history).flatMap((worker2) => sessionOf(worker2) ?? []);
    if (sessions.length === 0) return unknown("no editor left a report");
    for (const session of sessions) {
      const match = session.stuck === phase ? why2.exec(session.why ?? "") : null;
      if (match !== null) return present(`${session.worker} is stuck in "${phase}": ${lineAround(match)}`);
    }
    const other = sessions.find((session) => session.stuck !== null);
    if (other !== void 0) return unknown(`${other.worker} is stuck elsewhere, in "${other.stuck}": ${other.why}`);
    const failed = foreground(history).filter((worker2) => worker2.code !== 0);
    if (failed.length > 0) return unknown(otherFailure(failed));
    return absent(sessions.map((session) => `${session.worker} ${timesOf(session.phases)}`).join("; "));
  };
}
function timesOf(phases) {
  return Object.entries(phases).map(([phase, ms]) => `${phase} ${ms} ms`).join(", ");
}
var init_stuck_in = __esm({
  "src/lab/check/stuck-in.ts"() {
    "use strict";
    init_finding();
    init_lines();
    init_session_of();
    init_workers();
  }
});

// src/lab/check/waits-for-lock.ts
function waitsForLock(probe) {
  return (history) => {
    const left2 = foreground(history).filter((worker2) => worker2.code !== 0);
    if (left2.length === 0) return absent("every worker ended well");
    const waiters = probeOf(history, probe);
    const stuck = left2.find((worker2) => worker2.ended === "killed");
    if (stuck !== void 0 && waiters.code === 0) {
      return present(`${nameOf(stuck)} waits for the lock (pid ${waiters.stdout.trim().replace(/\s+/g, ", ")})`);
    }
    return unknown(otherFailure(left2));
  };
}
var init_waits_for_lock = __esm({
  "src/lab/check/waits-for-lock.ts"() {
    "use strict";
    init_finding();
    init_probe_of();
    init_workers();
  }
});

// src/lab/fault/strace.ts
function straceFault(name2, filter, injection) {
  const { call, path, nth } = filter;
  const calls2 = syscalls[call];
  const when = nth === void 0 ? "" : `:when=${nth}`;
  const paths = path === void 0 ? "" : ` -P "$FAULT_LOG.canary" -P "${path}"`;
  const filtered = injection.kind === "killed" || injection.kind === "stopped" ? "" : " --seccomp-bpf";
  const heldUp = injection.kind === "delayed" || injection.kind === "stopped";
  const canary = heldUp ? `${canaries[call]} & held=$!; until grep -qs canary "$FAULT_LOG" || ! kill -0 $held; do kill -CONT $held; read -rt 0.02 <> <(:); done; kill -KILL $held; wait $held` : canaries[call];
  return {
    name: name2,
    needs: ["ptrace"],
    wrap: `strace -f${filtered} -y -qq -e signal=none -e trace=${calls2} -e inject=${calls2}:${spelled(injection)}${when}${paths} -o "$FAULT_LOG"`,
    canary: `{ touch "$FAULT_LOG.canary" || true; ${canary} || true; } >/dev/null 2>&1`,
    count: (log) => countStruck(log, struck[injection.kind], nth === void 0 || nth === 1 || nth === "1+")
  };
}
function countStruck(log, mark, canaryStruck) {
  const calls2 = wholeCalls(log);
  const canary = calls2.filter((call) => call.includes(".canary"));
  return {
    armed: canaryStruck ? canary.some((call) => mark.test(call)) : canary.length > 0,
    hits: calls2.filter((call) => mark.test(call) && !call.includes(".canary")).length
  };
}
function wholeCalls(log) {
  const begun = /* @__PURE__ */ new Map();
  const lines2 = log.split("\n");
  const last = lines2.pop();
  if (last !== void 0 && last !== "") lines2.push(`${last} <unfinished ...>`);
  const whole2 = lines2.flatMap((line) => {
    const [, pid = "", text4 = line] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const start2 = /^(.*) <unfinished \.\.\.>$/.exec(text4)?.[1];
    if (start2 !== void 0) {
      begun.set(pid, start2);
      return [];
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text4)?.[1];
    if (rest === void 0) return [text4];
    const call = `${begun.get(pid) ?? ""}${rest}`;
    begun.delete(pid);
    return [call];
  });
  return [...whole2, ...[...begun.values()].map((call) => `${call} <unfinished ...>`)];
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
      open: "openat",
      // Without a path this strikes whatever a process says, too.
      write: "write",
      // By whichever of its names a program asks.
      stat: "/stat",
      mkdir: "/^mkdir",
      // strace finds no path in an address: this strikes every connection.
      connect: "connect"
    };
    canaries = {
      rename: 'mv "$FAULT_LOG.canary" "$FAULT_LOG.canary.moved"',
      flock: 'flock -n "$FAULT_LOG.canary" true',
      unlink: 'rm -f "$FAULT_LOG.canary"',
      open: 'cat "$FAULT_LOG.canary"',
      write: `bash -c 'echo >"$FAULT_LOG.canary"'`,
      stat: 'env test -e "$FAULT_LOG.canary"',
      mkdir: 'mkdir "$FAULT_LOG.canary"',
      connect: 'logger -u "$FAULT_LOG.canary" -'
    };
    spelled = (injection) => {
      switch (injection.kind) {
        case "fails":
          return `error=${injection.errno}`;
        case "delayed":
          return `delay_enter=${injection.delayMs * 1e3}`;
        case "killed":
          return "signal=SIGKILL";
        case "stopped":
          return "signal=SIGSTOP";
      }
    };
    struck = {
      fails: /\(INJECTED\b/,
      // One that was still held up when its process was killed has its name in the log, and no answer.
      delayed: /\(DELAYED\b|<unfinished \.\.\.>$|\) += \?$/,
      killed: /\) += \?$/,
      // The call itself went as it goes.
      stopped: /\) += /
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

// src/lab/fault/disk-full.ts
function diskFull(place2, lack) {
  return {
    name: `no ${lack} left on the disk at ${place2}`,
    needs: ["mount"],
    hold: [
      `place="${place2}"`,
      'mkdir -p "$place" && mount -t tmpfs -o size=32m,nr_inodes=4k,mode=755 unlatch "$place" && mkdir "$place/ballast" || exit',
      fill[lack],
      // Where it can be made the file stays empty.
      'if echo canary >"$place/canary"; then exit; fi',
      `rm -f "$place/canary" && ${spare[lack]} && echo armed >"$FAULT_LOG"`
    ].join("\n"),
    note: [
      `if ! echo canary >"${place2}/canary"; then`,
      `  find "${place2}" -mindepth 1 ! -path "${place2}/ballast*" ! -name canary -printf 'began %P\\n' >>"$FAULT_LOG"`,
      "fi",
      `rm -f "${place2}/canary"`
    ].join("\n"),
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: new Set(log.split("\n").filter((line) => line.startsWith("began "))).size
    })
  };
}
var fill, spare;
var init_disk_full = __esm({
  "src/lab/fault/disk-full.ts"() {
    "use strict";
    fill = {
      bytes: 'cat /dev/zero >"$place/ballast/zeros"',
      inodes: '(cd "$place/ballast" && for name in {1..4096}; do : >$name || break; done)'
    };
    spare = {
      bytes: ":",
      inodes: 'rm "$place/ballast/1"'
    };
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

// src/lab/fault/memory-limited.ts
function memoryLimited() {
  const kills = 'cat /sys/fs/cgroup/memory.events /sys/fs/cgroup/memory/memory.oom_control 2>/dev/null | grep "^oom_kill "';
  return {
    name: "no more than 2 GiB of memory",
    needs: ["memory"],
    hold: `[[ $(${kills}) == "oom_kill 0" ]] && echo armed >"$FAULT_LOG"`,
    note: `${kills} >>"$FAULT_LOG"`,
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: Math.max(0, ...[...log.matchAll(/^oom_kill (\d+)$/gm)].map(([, count4]) => Number(count4)))
    })
  };
}
var init_memory_limited = __esm({
  "src/lab/fault/memory-limited.ts"() {
    "use strict";
  }
});

// src/lab/fault/mount-hung.ts
function mountHung(folder, place2) {
  return {
    name: `${folder} mounted at ${place2}, where nothing answers`,
    needs: ["fuse", "procfs"],
    hold: [
      `mkdir -p "${folder}" "${place2}" && touch "${folder}/canary" || exit`,
      // Nothing is kept by the kernel: what was looked at before is asked for again.
      `bindfs -f --no-allow-other -o entry_timeout=0,attr_timeout=0,negative_timeout=0 "${folder}" "${place2}" &`,
      "server=$!",
      `until [[ -e ${place2}/canary ]]; do kill -0 $server || exit; read -rt 0.02 <> <(:); done`,
      `rm "${folder}/canary" && kill -STOP $server || exit`,
      `stat "${place2}/canary" & asked=$!`,
      'until [[ $(<"/proc/$asked/wchan") == request_wait_answer ]]; do kill -0 $asked || exit; read -rt 0.02 <> <(:); done',
      'kill -KILL $asked; echo armed >"$FAULT_LOG"; wait $server'
    ].join("\n"),
    note: [
      "for waiting in /proc/[0-9]*/task/*/wchan; do",
      '  [[ $(<"$waiting") == request_wait_answer ]] && task=${waiting%/task/*} && echo "waits ${task#/proc/}" >>"$FAULT_LOG"',
      "done 2>/dev/null"
    ].join("\n"),
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: new Set(log.split("\n").filter((line) => line.startsWith("waits "))).size
    })
  };
}
var init_mount_hung = __esm({
  "src/lab/fault/mount-hung.ts"() {
    "use strict";
  }
});

// src/lab/fault/mounted-call-fails.ts
function mountedCallFails(place2, { call, path }, errno) {
  return {
    name: `${call} fails with ${errno} on ${path} of the filesystem at ${place2}`,
    needs: ["fuse"],
    program: "faultfs",
    hold: [
      `place="${place2}"`,
      'mkdir -p "$place.disk" "$place" && chmod +x "$LAB/trial/faultfs" || exit',
      `"$LAB/trial/faultfs" -call ${call} -path '${path}' -errno ${errno} -log "$FAULT_LOG" "$place.disk" "$place" >"$FAULT_LOG.mounted" &`,
      "server=$!",
      "until [[ -s $FAULT_LOG.mounted ]]; do kill -0 $server || exit; read -rt 0.02 <> <(:); done",
      // In a user namespace nobody may write in the root of a FUSE mount before its attributes were asked for: until then its owner is
      // 0, who has no mapping there. Source: fs/namei.c, inode_permission, HAS_UNMAPPED_ID; fs/fuse/inode.c, fuse_get_root_inode.
      `stat "$place" >/dev/null && touch "$place/canary" || exit`,
      `${canaries2[call]} || true`,
      'grep -q "struck canary" "$FAULT_LOG.mounted" && rm -f "$place/canary" "$place/canary.moved" || exit',
      'echo armed >"$FAULT_LOG" && wait'
    ].join("\n"),
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: log.split("\n").filter((line) => line.startsWith("struck ")).length
    })
  };
}
var canaries2;
var init_mounted_call_fails = __esm({
  "src/lab/fault/mounted-call-fails.ts"() {
    "use strict";
    canaries2 = {
      // Its exit says nothing: where rename(2) says EXDEV, mv copies.
      rename: 'mv "$place/canary" "$place/canary.moved"',
      flock: 'flock -n "$place/canary" true'
    };
  }
});

// src/lab/fault/mounted-twice.ts
function mountedTwice(folder, first, second) {
  return {
    name: `${folder} mounted at ${first} and at ${second}`,
    needs: ["fuse", "procfs"],
    hold: [
      `mkdir -p "${folder}" "${first}" "${second}" || exit`,
      // They go into the background by themselves once they are mounted, and end with the sandbox.
      `bindfs --no-allow-other \${BINDFS_OPTIONS-} "${folder}" "${first}" || exit`,
      `bindfs --no-allow-other \${BINDFS_OPTIONS-} "${folder}" "${second}" || exit`,
      `touch "${first}/canary" && [[ -e ${second}/canary && ! ${first}/canary -ef ${second}/canary ]] && rm "${second}/canary" || exit`,
      'echo armed >"$FAULT_LOG"'
    ].join("\n"),
    note: [
      `while read -r file; do`,
      `  holder "${first}/$file" && holder "${second}/$file" && echo "both $file" >>"$FAULT_LOG"`,
      `done < <(cd "${folder}" && find . -type f -name "*lock*")`
    ].join("\n"),
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: new Set(log.split("\n").filter((line) => line.startsWith("both "))).size
    })
  };
}
var init_mounted_twice = __esm({
  "src/lab/fault/mounted-twice.ts"() {
    "use strict";
  }
});

// src/lab/fault/program-stops.ts
function programStops(program3, argument) {
  return {
    name: `${program3} ${argument} stops`,
    needs: ["procfs"],
    hold: [
      "declare -A seen=()",
      "stop() {",
      "  local cmdline pid words",
      "  for cmdline in /proc/[0-9]*/cmdline; do",
      "    pid=${cmdline#/proc/} pid=${pid%/cmdline}",
      '    [[ -z ${seen[$pid]-} ]] && mapfile -d "" -t words <"$cmdline" || continue',
      `    [[ \${words[0]##*/} == ${program3} && " \${words[*]} " == *" ${argument} "* ]] || continue`,
      // Where there are no namespaces, others on this machine run it too.
      '    grep -qzxF "LAB=$LAB" "/proc/$pid/environ" && kill -STOP "$pid" || continue',
      "    seen[$pid]=1",
      '    echo "struck $pid ${words[*]}"',
      "  done",
      "} 2>/dev/null",
      `(exec -a ${program3} bash -c 'read -r <> <(:)' - ${argument}) & canary=$!`,
      'until [[ $(<"/proc/$canary/stat") == *") T "* ]]; do kill -0 $canary || exit; stop >/dev/null; done',
      'kill -KILL $canary; echo armed >"$FAULT_LOG"',
      'while :; do stop >>"$FAULT_LOG"; read -rt 0.02 <> <(:); done'
    ].join("\n"),
    count: (log) => ({
      armed: log.startsWith("armed"),
      hits: log.split("\n").filter((line) => line.startsWith("struck ")).length
    })
  };
}
var init_program_stops = __esm({
  "src/lab/fault/program-stops.ts"() {
    "use strict";
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

// src/lab/fault/stopped-at-call.ts
function stoppedAtCall(filter) {
  const where = filter.path === void 0 ? "" : ` on ${filter.path}`;
  return straceFault(`stopped at ${filter.call}${where}`, filter, { kind: "stopped" });
}
var init_stopped_at_call = __esm({
  "src/lab/fault/stopped-at-call.ts"() {
    "use strict";
    init_strace();
  }
});

// src/lab/vocabulary.ts
var vocabulary_exports = {};
__export(vocabulary_exports, {
  anyOf: () => anyOf,
  callDelayed: () => callDelayed,
  callFails: () => callFails,
  defineScenario: () => defineScenario,
  diskFull: () => diskFull,
  eachFailsWith: () => eachFailsWith,
  editorIsTold: () => editorIsTold,
  exceedsLockLimits: () => exceedsLockLimits,
  failsWith: () => failsWith,
  killedAtCall: () => killedAtCall,
  lockHeld: () => lockHeld,
  memoryLimited: () => memoryLimited,
  mountHung: () => mountHung,
  mountedCallFails: () => mountedCallFails,
  mountedTwice: () => mountedTwice,
  probePrints: () => probePrints,
  programStops: () => programStops,
  requestFails: () => requestFails,
  rescueFails: () => rescueFails,
  stoppedAtCall: () => stoppedAtCall,
  stuckIn: () => stuckIn,
  waitsForLock: () => waitsForLock
});
var init_vocabulary = __esm({
  "src/lab/vocabulary.ts"() {
    "use strict";
    init_any_of();
    init_each_fails_with();
    init_editor_is_told();
    init_exceeds_lock_limits();
    init_fails_with();
    init_probe_prints();
    init_rescue_fails();
    init_stuck_in();
    init_waits_for_lock();
    init_call_delayed();
    init_call_fails();
    init_disk_full();
    init_killed_at_call();
    init_lock_held();
    init_memory_limited();
    init_mount_hung();
    init_mounted_call_fails();
    init_mounted_twice();
    init_program_stops();
    init_request_fails();
    init_stopped_at_call();
    init_scenario();
  }
});

// scenarios/cache-clean-live.ts
var cache_clean_live_default;
var init_cache_clean_live = __esm({
  "scenarios/cache-clean-live.ts"() {
    "use strict";
    init_vocabulary();
    cache_clean_live_default = defineScenario({
      claim: "go clean -modcache under a live go mod download makes that one fail: it takes no lock, and removes what the other is about to rename.",
      source: "F26; cmd/go/internal/clean/clean.go: RemoveAll without lockVersion",
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
          name: "clean",
          // Written when the zip is whole; what remains is the rename.
          after: "[[ -s $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.ziphash ]]",
          run: "go clean -modcache",
          fault: null
        }
      ],
      fault: callDelayed({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip" }, 6e3),
      mitigations: {
        "wait for the go commands to end, then clean": {
          run: {
            clean: "ended 40 $(<$LAB/out/worker/download.0/pid); go clean -modcache"
          }
        },
        "a module cache of its own for each": {
          run: { clean: "GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go clean -modcache" }
        },
        "start the download again": {
          run: { download: "go mod download example.com/dep@v1.0.0 || go mod download example.com/dep@v1.0.0" }
        },
        "rm -rf in place of go clean": {
          run: { clean: "chmod -R u+w $GOMODCACHE; rm -rf $GOMODCACHE" },
          expect: "fails",
          source: "folk advice (F27)"
        }
      },
      check: failsWith(/rename \S+ \S+: no such file or directory/)
    });
  }
});

// scenarios/flock-not-exclusive.ts
var flock_not_exclusive_default;
var init_flock_not_exclusive = __esm({
  "scenarios/flock-not-exclusive.ts"() {
    "use strict";
    init_vocabulary();
    flock_not_exclusive_default = defineScenario({
      claim: 'Where a lock counts on one mount of a folder alone, flock succeeds for everybody: two go commands on two mounts of one GOPATH both hold "the" lock of one module version.',
      source: "docker/for-mac#7004; golang/go#36447; cmd/go/internal/lockedfile/internal/filelock",
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
      env: { FIRST: "$LAB/one", SECOND: "$LAB/two" },
      fault: mountedTwice("$LAB/volume", "$LAB/one", "$LAB/two"),
      workers: [
        {
          name: "first",
          run: "GOPATH=$FIRST GOMODCACHE=$FIRST/pkg/mod go mod download",
          fault: callDelayed({ call: "rename", path: "$FIRST/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip" }, 8e3)
        },
        {
          name: "second",
          // Whoever has just taken the lock removes the temporary zips of others: the first has done so when it has its own.
          after: 'exited first || compgen -G "$FIRST/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip*tmp*"',
          run: "GOPATH=$SECOND GOMODCACHE=$SECOND/pkg/mod go mod download",
          fault: callDelayed(
            { call: "rename", path: "$SECOND/pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip" },
            6500
          )
        }
      ],
      until: "holds first | grep -q /one/.*/v1.0.0.lock && holds second | grep -q /two/.*/v1.0.0.lock",
      probes: { holders: "echo first $(holds first) second $(holds second)" },
      mitigations: {
        // Locks alone were not enough: with its usual caches go now and then failed on a file that the other side had removed. It is
        // supposed, and was not traced, that such a cache was out of date.
        "mounts that forward locks and cache nothing": {
          env: {
            BINDFS_OPTIONS: "--enable-lock-forwarding --multithreaded -o entry_timeout=0,attr_timeout=0,negative_timeout=0"
          },
          avoids: true,
          source: "bindfs(1)"
        },
        "one mount for both": { env: { SECOND: "$LAB/one" }, avoids: true },
        "the folder itself for both": { env: { FIRST: "$LAB/volume", SECOND: "$LAB/volume" }, avoids: true },
        "a module cache for each": { env: { SECOND: "$LAB/own" }, avoids: true },
        "download before the two meet": {
          setup: ["GOPATH=$LAB/volume GOMODCACHE=$LAB/volume/pkg/mod go mod download"],
          avoids: true
        },
        "GOSUMDB=off": { env: { GOSUMDB: "off" }, expect: "fails", source: "folk advice (F13)" }
      },
      // Locks that a mount forwards are not shown in /proc. There the loss tells: whoever has the lock removes the temporary zip of the other,
      // which then lacks it as it renames it, or before, as it opens it to work out its hash.
      check: anyOf(
        probePrints("holders", /first \d+ \S+\/one\/\S+v1\.0\.0\.lock second \d+ \S+\/two\/\S+v1\.0\.0\.lock/),
        failsWith(/(rename \S+\.zip\S+ \S+\.zip|open \S+\.zip\d+\.tmp): no such file or directory/)
      ),
      finding: "flock-not-exclusive"
    });
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

// scenarios/gocache-evicted.ts
var gocache_evicted_default;
var init_gocache_evicted = __esm({
  "scenarios/gocache-evicted.ts"() {
    "use strict";
    init_vocabulary();
    gocache_evicted_default = defineScenario({
      claim: "A build cache that is restored with entries older than five days loses at the end of the first go build all that this build did not use.",
      source: "cmd/go/internal/cache/cache.go, Trim: trimLimit, trimInterval; golang/go#76314",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13
-- used/used.go --
package used
-- later/later.go --
package later
-- latest/latest.go --
package latest
`,
      env: { CI: "true" },
      setup: [
        "go build ./...",
        'find $GOCACHE -type f -exec touch -d "7 days ago" {} +',
        'date -d "2 days ago" +%s >$GOCACHE/trim.txt'
      ],
      workers: [{ name: "build", run: "$DOCTOR --at end; go build ./used" }],
      probes: {
        entries: 'find $GOCACHE -name "*-[ad]" | wc -l',
        // It names what it compiles, and nothing that the cache had.
        compiled: "go build -v ./... 2>&1"
      },
      mitigations: {
        "set the times of the entries to now": { setup: ["find $GOCACHE -type f -exec touch {} +"] },
        "write the time of now into trim.txt": { setup: ["date +%s >$GOCACHE/trim.txt"] },
        "build everything first": { run: { build: "$DOCTOR --at end; go build ./..." }, causeStays: true },
        // Its time of change is not looked at.
        "touch trim.txt": { setup: ["touch $GOCACHE/trim.txt"], expect: "fails" },
        "remove trim.txt": { setup: ["rm $GOCACHE/trim.txt"], expect: "fails" },
        "make the entries read-only": { setup: ['find $GOCACHE -name "*-[ad]" -exec chmod a-w {} +'], expect: "fails" },
        "go clean -cache": { setup: ["go clean -cache"], expect: "fails", source: "folk advice (F1)" }
      },
      check: probePrints("compiled", /example\.com\/m\/late/),
      finding: "cache-evicted"
    });
  }
});

// scenarios/gocache-full.ts
var gocache_full_default;
var init_gocache_full = __esm({
  "scenarios/gocache-full.ts"() {
    "use strict";
    init_vocabulary();
    gocache_full_default = defineScenario({
      claim: 'go build says that a package of the standard library "is not in std", and nothing of the disk, where there is no room for GOCACHE and the file that imports it was saved in the last two seconds.',
      source: "golang/go#60076; cmd/go/internal/modindex/read.go, IsStandardPackage and modTimeCutoff",
      cells: [
        // There is no module index: what cannot be stored is built again at the next time, and go says nothing.
        { go: "<1.19", expect: "not-reproduced" },
        { expect: "reproduced" }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m

import "container/list"

var L list.List
`,
      env: { GOCACHE: "$LAB/full/gocache" },
      // As if saved just now, however long the trial takes.
      setup: ['touch -d "1 hour" m.go'],
      workers: [{ name: "build", run: "go build ." }],
      fault: diskFull("$LAB/full", "bytes"),
      mitigations: {
        "make room": { run: { build: "rm -r $LAB/full/ballast; go build ." }, avoids: true },
        "GOCACHE on another disk": { env: { GOCACHE: "$LAB/gocache" }, avoids: true },
        "start go again": {
          run: { build: "go build . || go build ." },
          expect: "fails",
          source: "folk advice (F7)"
        },
        // What fills the disk is not of Go.
        "go clean -cache": {
          run: { build: "go build . || { go clean -cache; go build .; }" },
          expect: "fails"
        },
        "TMPDIR on another disk": { env: { TMPDIR: "$LAB/home" }, expect: "fails" },
        // The index of its own package is then the first that cannot be stored, and go names the disk.
        "a file that was saved long ago": {
          setup: ['touch -d "1 hour ago" *'],
          check: failsWith(/write \S+: no space left on device/),
          expect: "fails"
        },
        "GOROOT set to where go lies": {
          run: { build: "GOROOT=$(go env GOROOT) go build ." },
          expect: "fails",
          source: 'folk advice on "is not in std"'
        }
      },
      check: failsWith(/package container\/list is not in (std|GOROOT)/),
      finding: "disk-full"
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

// scenarios/gopls-cacheprog-hang.ts
var gopls_cacheprog_hang_default;
var init_gopls_cacheprog_hang = __esm({
  "scenarios/gopls-cacheprog-hang.ts"() {
    "use strict";
    init_vocabulary();
    gopls_cacheprog_hang_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while the helper that GOCACHEPROG names does not answer: every go command that opens the build cache waits for it without an end.',
      source: "cmd/go/internal/cache/prog.go, startCacheProg (F34)",
      cells: [
        // Before Go 1.24 only a go command that was built with GOEXPERIMENT=cacheprog looked at it.
        { go: "<1.24", gopls: "*", expect: "not-reproduced" },
        { gopls: "*", expect: "reproduced" }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
      // Before Go 1.24 it gets to its end, on a busy machine in its own time.
      workers: [{ name: "editor", run: 'GOCACHEPROG="sleep infinity" editor --phase-ms 12000 gopls' }],
      mitigations: {
        "unset GOCACHEPROG": { run: { editor: "editor --phase-ms 20000 gopls" } },
        "an empty GOCACHEPROG in the build.env of the settings of gopls": {
          run: {
            editor: `GOCACHEPROG="sleep infinity" editor --phase-ms 20000 --settings '{"build.env":{"GOCACHEPROG":""}}' gopls`
          }
        },
        "unset GOCACHEPROG, while go env -w has it": {
          setup: ['GOENV=$LAB/goenv go env -w GOCACHEPROG="sleep infinity"'],
          run: { editor: "GOENV=$LAB/goenv editor --phase-ms 6000 gopls" },
          expect: "fails"
        },
        "go env -u GOCACHEPROG, while the environment has it": {
          setup: ['GOENV=$LAB/goenv go env -w GOCACHEPROG="sleep infinity"'],
          run: {
            editor: 'export GOENV=$LAB/goenv GOCACHEPROG="sleep infinity"; go env -u GOCACHEPROG; editor --phase-ms 6000 gopls'
          },
          expect: "fails"
        },
        "a build cache of its own": {
          run: { editor: 'GOCACHE=$LAB/own GOCACHEPROG="sleep infinity" editor --phase-ms 6000 gopls' },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: 'export GOCACHEPROG="sleep infinity"; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 6000 gopls'
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go list"),
      finding: "cacheprog-hang"
    });
  }
});

// scenarios/gopls-clean-live.ts
var gopls_clean_live_default;
var init_gopls_clean_live = __esm({
  "scenarios/gopls-clean-live.ts"() {
    "use strict";
    init_vocabulary();
    gopls_clean_live_default = defineScenario({
      claim: "go clean -cache, go clean -modcache and the removal of its own cache under a live gopls break it: the next session with it hangs, or has imports that cannot be found.",
      source: "folk advice (F26)",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- main.go --
package main

import "example.com/dep"

func main() { dep.F() }
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep

func F() {}
`,
      env: { SOCKET: "$LAB/daemon.sock" },
      setup: ["go mod tidy", "gopls check main.go"],
      workers: [
        { name: "daemon", run: 'exec gopls serve -listen="unix;$SOCKET"', background: true },
        { name: "first", after: "[[ -S $SOCKET ]]", run: 'editor -- gopls -remote="unix;$SOCKET"' },
        {
          name: "clean",
          after: "exited first",
          run: 'go clean -cache -modcache && rm -r "$XDG_CACHE_HOME/gopls" && [[ ! -e $GOMODCACHE ]] && kill -0 $(pids daemon)'
        },
        { name: "second", after: "exited clean", run: 'editor -- gopls -remote="unix;$SOCKET"' }
      ],
      mitigations: { "start gopls again": { run: { second: "editor gopls" } } },
      check: anyOf(stuckIn("go list"), editorIsTold(/could not import|no such file/))
    });
  }
});

// scenarios/gopls-daemon-clean-start.ts
var gopls_daemon_clean_start_default;
var init_gopls_daemon_clean_start = __esm({
  "scenarios/gopls-daemon-clean-start.ts"() {
    "use strict";
    init_vocabulary();
    gopls_daemon_clean_start_default = defineScenario({
      claim: "Two editors that start gopls -remote=auto at once may end with two daemons and one socket also where none was left: the slower one has found no daemon, then sees the socket that the other one has just bound, and removes it.",
      source: "gopls/internal/lsprpc/dialer.go, dialNet: between its dial and its os.Stat another starter may bind the socket (F19)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // The sessions see no go: since Go 1.25 gopls would first have "go tool buildid" compiled. Where that fails it names the
      // socket after its own path, and all else is the same.
      // gopls has been here before: one that is ended as it makes its cache, and two that make it at once, leave it unusable (gopls-index-empty).
      setup: ["mkdir $LAB/own", "gopls check m.go"],
      env: {
        SOCKET: "$XDG_RUNTIME_DIR/gopls-$(readlink -fn $(command -v gopls) | sha256sum | head -c 6)-daemon.${USER:-shared}"
      },
      workers: [
        {
          name: "slow",
          run: "PATH=/usr/bin:/bin editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto",
          // It has dialled in vain, and is stopped before it looks for a socket.
          fault: stoppedAtCall({ call: "connect" }),
          // Ended with the trial: strace would wait for the daemon, too.
          background: true
        },
        {
          name: "fast",
          after: 'grep "connect.*gopls-" $LAB/out/worker/slow.0/fault',
          run: "PATH=/usr/bin:/bin editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto"
        },
        {
          name: "both",
          // Each thread that dials is stopped once.
          run: `until exited fast; do pause 0.05; done; until grep '"initialize":' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done`
        }
      ],
      deadlineMs: 9e4,
      probes: {
        daemons: "echo $(ss -xlH | grep -c gopls-) daemons, $(ls $XDG_RUNTIME_DIR $LAB/own | grep -c ^gopls-) sockets"
      },
      mitigations: {
        "one editor alone": { run: { fast: "true" } },
        "start the second when the first has its answer": {
          run: {
            both: `until grep '"initialize":' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done`,
            fast: `until grep '"initialize":' $LAB/out/worker/slow.0/stdout; do pause 0.05; done; PATH=/usr/bin:/bin editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto`
          }
        },
        "a runtime folder of its own for each editor": {
          run: {
            fast: "XDG_RUNTIME_DIR=$LAB/own PATH=/usr/bin:/bin editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote=auto"
          },
          source: "folk advice (F11, F22)"
        },
        "a daemon that was started before, and -remote with its socket": {
          setup: ['gopls serve -listen="unix;$SOCKET" &', "until [[ -S $SOCKET ]]; do :; done"],
          run: {
            slow: 'editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote="unix;$SOCKET"',
            fast: 'editor --phase-ms 50000 --until initialize -- $(command -v gopls) -remote="unix;$SOCKET"'
          }
        }
      },
      check: probePrints("daemons", /^2 daemons, 1 sockets/),
      finding: "daemon-duplicate"
    });
  }
});

// scenarios/gopls-daemon-cold-buildid.ts
var gopls_daemon_cold_buildid_default;
var init_gopls_daemon_cold_buildid = __esm({
  "scenarios/gopls-daemon-cold-buildid.ts"() {
    "use strict";
    init_vocabulary();
    gopls_daemon_cold_buildid_default = defineScenario({
      claim: 'With -remote=auto and a cold GOCACHE gopls has a program compiled before it answers initialize: the socket\u2019s name holds its build id, which it asks "go tool buildid" for, and Go 1.25 and later have no such tool at hand.',
      source: "gopls/internal/lsprpc/autostart_posix.go, autoNetworkAddressPosix; golang/go#70298 (F19)",
      cells: [
        // Until Go 1.24 the tool came with Go.
        { go: "<1.25", gopls: "*", expect: "not-reproduced", avoids: true },
        { gopls: "*", expect: "reproduced" }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // v0.24.0 sometimes ends at once when two of it start on a new cache of its own; that is not what this is about.
      setup: ["gopls check m.go"],
      workers: [{ name: "editor", run: "editor --phase-ms 60000 --struck-ms 2000 -- gopls -remote=auto" }],
      // A compiler that never ends shows who waits for it, however fast the machine is. One that is asked for its version alone compiles
      // nothing, and has no "-p".
      fault: programStops("compile", "-p"),
      mitigations: {
        // Running "go tool buildid" once before helps too. It compiles a good part of the standard library, half a minute and more, which
        // is what this is about; so it is no arm.
        "gopls without a daemon": { run: { editor: "editor gopls" }, avoids: true },
        "a daemon at a socket of one\u2019s own": {
          run: {
            editor: 'gopls serve -listen="unix;$XDG_RUNTIME_DIR/daemon" & until [[ -S $XDG_RUNTIME_DIR/daemon ]]; do kill -0 $!; done; editor -- gopls -remote="unix;$XDG_RUNTIME_DIR/daemon"; kill $!'
          },
          avoids: true
        },
        "a name of one\u2019s own for the daemon": {
          run: { editor: 'editor --phase-ms 60000 --struck-ms 2000 -- gopls -remote="auto;mine"' },
          expect: "fails"
        }
      },
      check: stuckIn("initialize", /no answer within \d+ ms after the strike/),
      finding: "daemon-cold-buildid"
    });
  }
});

// scenarios/gopls-daemon-socket-left.ts
var gopls_daemon_socket_left_default;
var init_gopls_daemon_socket_left = __esm({
  "scenarios/gopls-daemon-socket-left.ts"() {
    "use strict";
    init_vocabulary();
    gopls_daemon_socket_left_default = defineScenario({
      claim: 'A gopls that is told to listen on the socket that a killed daemon left ends at once with "address already in use".',
      source: "folk advice (F10); bind(2): the file is in the way, whether anybody listens or not",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // The sessions with -remote=auto see no go: since Go 1.25 gopls would first have "go tool buildid" compiled. Where that
      // fails it names the socket after its own path, and all else is the same.
      // gopls has been here before: one that is ended as it makes its cache, and two that make it at once, leave it unusable (gopls-index-empty).
      setup: [
        "gopls check m.go",
        'leave() { gopls serve -listen="unix;$1" & local pid=$!; until [[ -S $1 ]]; do kill -0 $pid; done; kill -KILL $pid; }',
        "leave $TMPDIR/gopls.sock",
        "leave $XDG_RUNTIME_DIR/gopls.sock",
        "PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
        'kill -KILL $(pgrep -f "gopls serve -listen") && [[ -S $(echo $XDG_RUNTIME_DIR/gopls-*) ]]'
      ],
      workers: [{ name: "gopls", run: 'gopls serve -listen="unix;$TMPDIR/gopls.sock" -listen.timeout=1s' }],
      mitigations: {
        "a socket below XDG_RUNTIME_DIR": {
          run: { gopls: 'gopls serve -listen="unix;$XDG_RUNTIME_DIR/gopls.sock" -listen.timeout=1s' },
          expect: "fails",
          source: "folk advice (F11)"
        },
        "start it again": {
          run: {
            gopls: 'gopls serve -listen="unix;$TMPDIR/gopls.sock" 2>/dev/null || gopls serve -listen="unix;$TMPDIR/gopls.sock" -listen.timeout=1s'
          },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "remove the socket first": {
          run: {
            gopls: 'rm $TMPDIR/gopls.sock; gopls serve -listen="unix;$TMPDIR/gopls.sock" & until [[ -S $TMPDIR/gopls.sock ]]; do kill -0 $!; done; editor --phase-ms 20000 --socket $TMPDIR/gopls.sock'
          }
        },
        "-remote=auto: gopls removes a socket on which nobody listens": {
          run: { gopls: "PATH=/usr/bin:/bin editor --phase-ms 20000 -- $(command -v gopls) -remote=auto" }
        },
        "gopls without a daemon": { run: { gopls: "editor --phase-ms 20000 gopls" } }
      },
      check: failsWith(/address already in use/)
    });
  }
});

// scenarios/gopls-daemon-stale-socket.ts
var gopls_daemon_stale_socket_default;
var init_gopls_daemon_stale_socket = __esm({
  "scenarios/gopls-daemon-stale-socket.ts"() {
    "use strict";
    init_vocabulary();
    gopls_daemon_stale_socket_default = defineScenario({
      claim: "Where the socket of a dead daemon was left, two editors that start gopls -remote=auto at once may end with two daemons and one socket: the slower one removes the socket that the daemon of the faster one has just bound.",
      source: 'gopls/internal/lsprpc/dialer.go, dialNet: "there is probably a race here if multiple server instances are simultaneously starting up" (F10, F19)',
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // The sessions see no go: since Go 1.25 gopls would first have "go tool buildid" compiled. Where that fails it names the
      // socket after its own path, and all else is the same.
      env: {
        SOCKET: "$XDG_RUNTIME_DIR/gopls-$(readlink -fn $(command -v gopls) | sha256sum | head -c 6)-daemon.${USER:-shared}"
      },
      // gopls has been here before: one that is ended as it makes its cache, and two that make it at once, leave it unusable (gopls-index-empty).
      setup: [
        "mkdir $LAB/own",
        "gopls check m.go",
        'gopls serve -listen="unix;$SOCKET" &',
        "until [[ -S $SOCKET ]]; do :; done; kill -KILL $! && [[ -S $SOCKET ]]"
      ],
      workers: [
        {
          name: "slow",
          run: "PATH=/usr/bin:/bin editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto",
          // It has dialled in vain, and is stopped before it looks for a socket.
          fault: stoppedAtCall({ call: "connect" }),
          // Ended with the trial: strace would wait for the daemon, too.
          background: true
        },
        {
          name: "fast",
          after: 'grep "connect.*gopls-" $LAB/out/worker/slow.0/fault',
          run: "PATH=/usr/bin:/bin editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto"
        },
        {
          name: "both",
          // Each thread that dials is stopped once.
          run: `until exited fast; do pause 0.05; done; until grep '"initialize":' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done`
        }
      ],
      deadlineMs: 6e4,
      probes: {
        daemons: "echo $(ss -xlH | grep -c gopls-) daemons, $(ls $XDG_RUNTIME_DIR $LAB/own | grep -c ^gopls-) sockets"
      },
      mitigations: {
        "one editor alone": { run: { fast: "true" } },
        "remove the socket before the editors start": { setup: ["rm $SOCKET"], expect: "fails" },
        "start the second when the first has its answer": {
          run: {
            both: `until grep '"initialize":' $LAB/out/worker/slow.0/stdout; do kill -CONT $(pids slow) || :; pause 0.05; done`,
            fast: `until grep '"initialize":' $LAB/out/worker/slow.0/stdout; do pause 0.05; done; PATH=/usr/bin:/bin editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto`
          }
        },
        "a runtime folder of its own for each editor": {
          run: {
            fast: "XDG_RUNTIME_DIR=$LAB/own PATH=/usr/bin:/bin editor --phase-ms 30000 --until initialize -- $(command -v gopls) -remote=auto"
          },
          source: "folk advice (F11, F22)"
        }
      },
      check: probePrints("daemons", /^2 daemons, 1 sockets/),
      finding: "daemon-duplicate"
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
      // gopls has been here before: one that is stopped or ended as it makes its cache leaves it unusable (gopls-index-empty).
      setup: ["gopls check m.go"],
      workers: [
        { name: "daemon", run: 'gopls serve -listen="unix;$SOCKET"', background: true },
        // The file is there before anybody listens at it.
        { name: "stop", after: 'ss -xlH | grep "$SOCKET "', run: "kill -STOP $(pids daemon | tail -n 1)" },
        { name: "editor", after: "exited stop", run: 'editor --phase-ms 6000 -- gopls -remote="unix;$SOCKET"' }
      ],
      mitigations: {
        "let the daemon go on": {
          run: {
            editor: 'editor --phase-ms 15000 -- gopls -remote="unix;$SOCKET" & until ss -xl | grep "LISTEN *[1-9].*$SOCKET"; do :; done; kill -CONT $(pids daemon | tail -n 1); wait $!'
          }
        },
        "end the daemon, and start gopls again without one": {
          run: {
            editor: 'editor --phase-ms 3000 -- gopls -remote="unix;$SOCKET" >/dev/null || { kill -KILL $(pids daemon | tail -n 1); editor --phase-ms 15000 gopls; }'
          }
        },
        "start gopls again": {
          run: {
            editor: 'editor --phase-ms 3000 -- gopls -remote="unix;$SOCKET" >/dev/null || editor --phase-ms 6000 -- gopls -remote="unix;$SOCKET"'
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

// scenarios/gopls-disk-full.ts
var gopls_disk_full_default;
var init_gopls_disk_full = __esm({
  "scenarios/gopls-disk-full.ts"() {
    "use strict";
    init_vocabulary();
    gopls_disk_full_default = defineScenario({
      claim: 'gopls ends as it starts, with "disk full?", where there is no room for a folder of this version in its cache; until v0.16 it went on without.',
      source: "golang/go#67433; gopls/internal/filecache/filecache.go, getCacheDir. The full disk is an mkdir that fails with ENOSPC",
      cells: [
        // Only a log line, "can't create cache".
        { gopls: "<0.17", expect: "not-reproduced" },
        { gopls: "*", expect: "reproduced" }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      // Where not even this one can be made, gopls takes one below TMPDIR.
      setup: ["mkdir -p $XDG_CACHE_HOME/gopls $LAB/own"],
      workers: [{ name: "editor", run: "editor --phase-ms 20000 gopls" }],
      fault: callFails(
        { call: "mkdir", path: "$XDG_CACHE_HOME/gopls/$(sha256sum $(command -v gopls) | head -c 8)" },
        "ENOSPC"
      ),
      mitigations: {
        "XDG_CACHE_HOME on another disk": {
          run: { editor: "XDG_CACHE_HOME=$LAB/own editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "TMPDIR on another disk": {
          run: { editor: "TMPDIR=$LAB/own editor --phase-ms 20000 gopls" },
          expect: "fails"
        },
        "start gopls again": {
          run: { editor: "editor --phase-ms 20000 gopls >/dev/null || editor --phase-ms 20000 gopls" },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: failsWith(/gopls cannot access its persistent index \(disk full\?\)/)
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
      // gopls v0.24 may die when two first starts overlap (docs/upstream/gopls-exe-sha256.md): one has been.
      setup: ["gopls check m.go"],
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

// scenarios/gopls-gocache-full.ts
var gopls_gocache_full_default;
var init_gopls_gocache_full = __esm({
  "scenarios/gopls-gocache-full.ts"() {
    "use strict";
    init_vocabulary();
    gopls_gocache_full_default = defineScenario({
      claim: "Where there is no room for GOCACHE gopls starts, answers, and knows no package: only its log says that the build cache could not be made.",
      source: "cmd/go/internal/cache/default.go. What the disk lacks is inodes",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      env: { GOCACHE: "$LAB/full/gocache" },
      workers: [{ name: "editor", run: "editor --phase-ms 20000 gopls" }],
      fault: diskFull("$LAB/full", "inodes"),
      mitigations: {
        "GOCACHE on another disk": {
          env: { GOCACHE: "$LAB/gocache" },
          avoids: true
        },
        "make room": { run: { editor: "rm -r $LAB/full/ballast; editor --phase-ms 20000 gopls" }, avoids: true },
        "XDG_CACHE_HOME on another disk": {
          run: { editor: "XDG_CACHE_HOME=$LAB/home editor --phase-ms 20000 gopls" },
          expect: "fails"
        },
        "start gopls again": {
          run: { editor: "editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls" },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: editorIsTold(/failed to initialize build cache at \S+: mkdir \S+: no space left on device/),
      finding: "disk-full"
    });
  }
});

// scenarios/gopls-index-empty.ts
var gopls_index_empty_default;
var init_gopls_index_empty = __esm({
  "scenarios/gopls-index-empty.ts"() {
    "use strict";
    init_vocabulary();
    gopls_index_empty_default = defineScenario({
      claim: 'A gopls that is killed just as it makes the cache of its version leaves an empty exe.sha256 there, and from then on every gopls of that version ends soon after its start: "gopls cannot access its persistent index (disk full?): \u2026 hash collision".',
      source: "gopls/internal/filecache/filecache.go, getCacheDir: a file that is there is read as if it were whole",
      cells: [
        { gopls: ">=0.24.0", expect: "reproduced" },
        // These write no such file.
        { gopls: "*", expect: "not-reproduced", avoids: true }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      workers: [
        {
          name: "killed",
          run: "gopls check m.go || :",
          fault: killedAtCall({
            call: "write",
            path: "$XDG_CACHE_HOME/gopls/$(sha256sum $(command -v gopls) | cut -c 1-8)/exe.sha256"
          })
        },
        { name: "editor", after: "exited killed", run: "editor --phase-ms 15000 gopls" },
        // A short session may be over before its gopls looks at the file; this one needs the cache for its answer.
        { name: "check", after: "exited editor", run: "gopls check m.go" }
      ],
      mitigations: {
        "delete the empty file": {
          run: { editor: "find $XDG_CACHE_HOME/gopls -name exe.sha256 -empty -delete; editor --phase-ms 15000 gopls" }
        },
        "a GOPLSCACHE of one\u2019s own": {
          run: {
            editor: "GOPLSCACHE=$LAB/own editor --phase-ms 15000 gopls",
            check: "GOPLSCACHE=$LAB/own gopls check m.go"
          }
        },
        "start gopls again": {
          run: { check: "gopls check m.go || gopls check m.go" },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "go clean -cache -modcache": {
          run: { editor: "go clean -cache -modcache; editor --phase-ms 15000 gopls" },
          expect: "fails",
          source: "folk advice (F26)"
        }
      },
      check: failsWith(/persistent index.*hash collision \( vs/),
      finding: "gopls-cache-damaged"
    });
  }
});

// scenarios/gopls-index-race.ts
var gopls_index_race_default;
var init_gopls_index_race = __esm({
  "scenarios/gopls-index-race.ts"() {
    "use strict";
    init_vocabulary();
    gopls_index_race_default = defineScenario({
      claim: 'Of two gopls that start at the same time where no cache of their version is yet, one may end at once: "gopls cannot access its persistent index (disk full?): \u2026 hash collision". It read exe.sha256 after the other had made it, and before it had written it.',
      source: "gopls/internal/filecache/filecache.go, getCacheDir (F20)",
      cells: [
        { gopls: ">=0.24.0", expect: "reproduced" },
        // These write no such file.
        { gopls: "*", expect: "not-reproduced", avoids: true }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      workers: [
        {
          name: "slow",
          run: "gopls check m.go",
          fault: callDelayed(
            {
              call: "write",
              path: "$XDG_CACHE_HOME/gopls/$(sha256sum $(command -v gopls) | cut -c 1-8)/exe.sha256"
            },
            4e3
          )
        },
        {
          name: "fast",
          after: "[[ -n $(find $XDG_CACHE_HOME/gopls -name exe.sha256) ]] || exited slow",
          run: "gopls check m.go"
        }
      ],
      mitigations: {
        "run gopls once before": { setup: ["gopls check m.go"] },
        "a GOPLSCACHE for each of them": { run: { fast: "GOPLSCACHE=$LAB/own gopls check m.go" } },
        "start gopls again when the other has its answer": {
          run: { fast: "gopls check m.go || { until exited slow; do :; done; gopls check m.go; }" },
          source: "folk advice (F7)"
        },
        "a GOCACHE for each of them": {
          run: { fast: "GOCACHE=$LAB/own gopls check m.go" },
          expect: "fails",
          source: "folk advice (F20)"
        }
      },
      check: failsWith(/persistent index.*hash collision \( vs/)
    });
  }
});

// scenarios/gopls-index-stale.ts
var gopls_index_stale_default;
var init_gopls_index_stale = __esm({
  "scenarios/gopls-index-stale.ts"() {
    "use strict";
    init_vocabulary();
    gopls_index_stale_default = defineScenario({
      claim: "After go clean -modcache and a fresh download have mended a damaged module, neither go list nor gopls can import it: the index of the damaged files is still in GOCACHE.",
      source: 'folk advice (F27: "go clean -modcache and download again"); cmd/go/internal/modindex/read.go: the index of a module in the module cache is keyed by its folder alone; golang/go#69179; golang/go#54651',
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
      setup: [
        // A module that go has never indexed: one that was only downloaded, or a build cache that was not restored.
        "go mod tidy && go clean -cache",
        // As a full disk or a lost power leaves it. The next go command sees the damage, and indexes it.
        "chmod u+w $GOMODCACHE/example.com/dep@v1.0.0/dep.go && : >$GOMODCACHE/example.com/dep@v1.0.0/dep.go",
        "! go list -deps .",
        "go clean -modcache && go mod download && go mod verify"
      ],
      workers: [
        { name: "go", run: "go list -deps ." },
        // A whole gopls, which unlike an editor waits for the diagnostics.
        { name: "gopls", run: "gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]" }
      ],
      mitigations: {
        "go clean -modcache and download once more": {
          setup: ["go clean -modcache && go mod download"],
          expect: "fails",
          source: "folk advice (F27)"
        },
        "go mod verify": { setup: ["go mod verify"], expect: "fails" },
        "go clean -cache": { setup: ["go clean -cache"] },
        "GODEBUG=goindex=0": { env: { GODEBUG: "goindex=0" } },
        "remove the cache of gopls": {
          run: {
            gopls: "gopls check main.go; rm -r $XDG_CACHE_HOME/gopls; gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]"
          },
          expect: "fails",
          source: 'folk advice (F1: "~/.cache/gopls")'
        }
      },
      check: eachFailsWith({
        go: /dep\.go:1:1: expected 'package', found 'EOF'/,
        gopls: /could not import example\.com\/dep/
      }),
      finding: "index-stale"
    });
  }
});

// scenarios/gopls-inherited-fd.ts
var gopls_inherited_fd_default;
var init_gopls_inherited_fd = __esm({
  "scenarios/gopls-inherited-fd.ts"() {
    "use strict";
    init_vocabulary();
    gopls_inherited_fd_default = defineScenario({
      claim: "A git that go list started inherits the locks of the module cache: after gopls and its go list were killed it still holds them, and the next gopls waits.",
      source: "F16; os.OpenFile sets O_CLOEXEC. An orphan that did inherit a lock is in modcache-lock-held",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep.git v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep.git"

func main() {}
-- proxy/example.com/dep.git@v1.0.0/go.mod --
module example.com/dep.git

go 1.21
-- proxy/example.com/dep.git@v1.0.0/dep.go --
package dep
`,
      // What git asks example.com for, it gets from the loopback.
      env: {
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "url.http://127.0.0.1:8080/.insteadOf",
        GIT_CONFIG_VALUE_0: "https://example.com/"
      },
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [
        {
          name: "first",
          // Out of the reach of this editor, which would end all that gopls started with it; others end gopls alone.
          run: "GOPRIVATE=example.com editor --phase-ms 60000 -- setsid --wait gopls",
          background: true
        },
        {
          name: "advice",
          after: "struck && holds first | grep v1.0.0.lock",
          run: `
for pid in $(pids first); do if [[ $(</proc/$pid/comm) == git* ]]; then echo $pid; fi; done >$LAB/git
kill -KILL $(named gopls first) $(named go first)`
        },
        // It begins while git lives. The module proxy answers this one.
        { name: "second", after: "exited advice && kill -0 $(<$LAB/git)", run: "editor --phase-ms 30000 gopls" }
      ],
      fault: requestFails(/^\/dep\/info\/refs$/, "stall"),
      probes: { waiting: "waits second", git: "kill -0 $(<$LAB/git)" },
      check: anyOf(waitsForLock("waiting"), stuckIn("go list")),
      finding: "orphan-holder"
    });
  }
});

// scenarios/gopls-inherited-pipe.ts
var gopls_inherited_pipe_default;
var init_gopls_inherited_pipe = __esm({
  "scenarios/gopls-inherited-pipe.ts"() {
    "use strict";
    init_vocabulary();
    gopls_inherited_pipe_default = defineScenario({
      claim: "gopls hangs although the go commands that it ran have ended: a wrapper named go starts a server that inherits its output, a pipe of which gopls awaits the end.",
      source: "F16; golang/go#23019; golang.org/x/tools/internal/gocommand/invoke.go, runCmdContext",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
-- wrapper/go --
#!/bin/bash
if [[ ! -e $LAB/server ]]; then
  setsid sleep infinity &
  echo $! >$LAB/server
fi
exec "$REAL_GO" "$@"
-- quiet/go --
#!/bin/bash
if [[ ! -e $LAB/server ]]; then
  setsid sleep infinity >/dev/null 2>&1 &
  echo $! >$LAB/server
fi
exec "$REAL_GO" "$@"
`,
      setup: ["chmod +x wrapper/go quiet/go"],
      workers: [
        {
          name: "editor",
          run: "export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 8000 gopls"
        },
        // Until it is sleep, it is named like the wrapper that started it: go.
        { name: "advice", after: "[[ $(</proc/$(<$LAB/server)/comm) == sleep ]]", run: ":", background: true }
      ],
      probes: { server: "kill -0 $(<$LAB/server)" },
      mitigations: {
        "the server has its output elsewhere": {
          run: { editor: "export REAL_GO=$(command -v go); PATH=$WORK/quiet:$PATH editor --phase-ms 30000 gopls" }
        },
        "end the server": {
          run: {
            editor: "export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 30000 gopls",
            advice: "kill $(<$LAB/server)"
          }
        },
        "the server runs before gopls starts": {
          setup: ["REAL_GO=$(command -v go) wrapper/go version >/dev/null"],
          run: { editor: "export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 30000 gopls" }
        },
        // The server runs already, with the pipe of the first.
        "end gopls and start it again": {
          run: {
            editor: "export REAL_GO=$(command -v go) PATH=$WORK/wrapper:$PATH; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 30000 gopls"
          },
          source: "folk advice (F7)"
        },
        // The process that gopls started has ended; who holds the pipe is no child of it.
        "end the go commands": {
          run: {
            editor: "export REAL_GO=$(command -v go); PATH=$WORK/wrapper:$PATH editor --phase-ms 8000 gopls",
            advice: "for pid in $(pids editor); do if [[ $(</proc/$pid/comm) == go ]]; then kill -KILL $pid; fi; done"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go env"),
      finding: "pipe-inherited"
    });
  }
});

// scenarios/gopls-many.ts
var gopls_many_default;
var init_gopls_many = __esm({
  "scenarios/gopls-many.ts"() {
    "use strict";
    init_vocabulary();
    gopls_many_default = defineScenario({
      claim: "Several gopls that are started at once on one GOCACHE and one GOMODCACHE, without a daemon, block each other: of 1, 4 and 16 not all get their packages loaded.",
      source: "folk advice (F20)",
      // One downloads the module; the others wait for its lock no longer than that takes.
      cells: [{ gopls: "*", expect: "not-reproduced" }],
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
      // v0.24.0 sometimes ends at once when two of it start on a new cache of its own; that is not what this is about.
      setup: ["go mod tidy", "gopls check main.go", "mkfifo $LAB/tmp/{1,4,16,shared}.{start,go}"],
      workers: [
        // Each group has empty caches, which its own share. Who is loaded stays until all of its group are; then the next group begins.
        {
          name: "one",
          run: 'GOCACHE=$LAB/1/build GOMODCACHE=$LAB/1/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/1.$COPY.loaded; read <$LAB/tmp/1.go" gopls'
        },
        {
          name: "four",
          count: 4,
          run: 'read <$LAB/tmp/4.start; GOCACHE=$LAB/4/build GOMODCACHE=$LAB/4/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/4.$COPY.loaded; read <$LAB/tmp/4.go" gopls'
        },
        {
          name: "sixteen",
          count: 16,
          run: 'read <$LAB/tmp/16.start; GOCACHE=$LAB/16/build GOMODCACHE=$LAB/16/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/16.$COPY.loaded; read <$LAB/tmp/16.go" gopls'
        },
        // Beside it, what one daemon for sixteen is like.
        {
          name: "shared",
          count: 16,
          run: 'read <$LAB/tmp/shared.start; GOCACHE=$LAB/shared/build GOMODCACHE=$LAB/shared/mod editor --phase-ms 90000 --loaded ": >$LAB/tmp/shared.$COPY.loaded; read <$LAB/tmp/shared.go" -- gopls -remote="unix;$XDG_RUNTIME_DIR/daemon"'
        },
        {
          name: "daemon",
          run: 'exec gopls serve -listen="unix;$XDG_RUNTIME_DIR/daemon"',
          background: true
        },
        {
          name: "weigh-one",
          after: '[[ $(ls $LAB/tmp | grep -c "^1[.].*loaded") == 1 ]]',
          run: "for pid in $(named gopls one); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/1.go 4<>$LAB/tmp/4.start; yes | head -99 | tee /dev/fd/4 >&3; sleep infinity",
          background: true
        },
        {
          name: "weigh-four",
          after: '[[ $(ls $LAB/tmp | grep -c "^4[.].*loaded") == 4 ]]',
          run: "for pid in $(named gopls four); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/4.go 4<>$LAB/tmp/16.start; yes | head -99 | tee /dev/fd/4 >&3; sleep infinity",
          background: true
        },
        {
          name: "weigh-sixteen",
          after: '[[ $(ls $LAB/tmp | grep -c "^16[.].*loaded") == 16 ]]',
          run: "for pid in $(named gopls sixteen); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/16.go 4<>$LAB/tmp/shared.start; yes | head -99 | tee /dev/fd/4 >&3; sleep infinity",
          background: true
        },
        {
          name: "weigh-shared",
          after: '[[ $(ls $LAB/tmp | grep -c "^shared[.].*loaded") == 16 ]]',
          run: "for pid in $(named gopls daemon shared); do cat /proc/$pid/smaps_rollup; done; exec 3<>$LAB/tmp/shared.go; yes | head -99 >&3; sleep infinity",
          background: true
        },
        // The first moment at which one of them is seen to wait for a lock, if there is any.
        {
          name: "wait",
          after: "waits four || waits sixteen",
          run: "waits four || waits sixteen; holds four || holds sixteen",
          background: true
        }
      ],
      // Figures of the machine, which nothing is judged by.
      probes: {
        waiting: "waits one || waits four || waits sixteen || waits shared || waits daemon",
        "ms to loaded": `for group in one four sixteen shared; do grep -oE '"(start|initialize|go env|go list)":[0-9]+' /dev/null $LAB/out/worker/$group.*/stdout | awk -F: -v group=$group '{ms[$1] += $NF} END {for (file in ms) {n++; sum += ms[file]; if (ms[file] > max) max = ms[file]} if (n > 0) printf "%s: %d on average, %d at most\\n", group, sum / n, max}'; done`,
        memory: `for group in one four sixteen shared; do awk -v group=$group '/^Rss:/ {rss += $2} /^Pss:/ {pss += $2; n++} END {printf "%s: %d gopls, RSS %d KiB, PSS %d KiB\\n", group, n, rss, pss}' $LAB/out/worker/weigh-$group.0/stdout; done`,
        "seen to wait": "cat $LAB/out/worker/wait.0/stdout"
      },
      check: waitsForLock("waiting"),
      deadlineMs: 12e4,
      alone: true
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
      workers: [{ name: "editor", run: "editor --phase-ms 6000 gopls" }],
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
          run: { editor: "editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 6000 gopls" },
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
          avoids: true,
          causeStays: true
        },
        "a module cache of its own": {
          run: { editor: "GOMODCACHE=$LAB/own editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "GOPROXY=off": {
          run: { editor: "GOPROXY=off editor --phase-ms 6000 gopls" },
          expect: "fails"
        }
      },
      check: anyOf(waitsForLock("waiting"), stuckIn("go list")),
      finding: "lock-waiter"
    });
  }
});

// scenarios/gopls-no-home.ts
var gopls_no_home_default;
var init_gopls_no_home = __esm({
  "scenarios/gopls-no-home.ts"() {
    "use strict";
    init_vocabulary();
    gopls_no_home_default = defineScenario({
      claim: "gopls cannot load a module with a dependency where its environment has none of HOME, GOPATH and GOMODCACHE, as in some services and containers: go then knows no module cache.",
      source: 'cmd/go/internal/modload/init.go, "module cache not found"; golang/vscode-go#297',
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
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
      setup: ["go mod tidy"],
      workers: [{ name: "editor", run: "unset HOME GOPATH GOMODCACHE; editor --phase-ms 20000 gopls" }],
      mitigations: {
        "HOME alone": { run: { editor: "unset GOPATH GOMODCACHE; editor --phase-ms 20000 gopls" } },
        "GOPATH alone": { run: { editor: "unset HOME GOMODCACHE; editor --phase-ms 20000 gopls" } },
        "GOMODCACHE alone": { run: { editor: "unset HOME GOPATH; editor --phase-ms 20000 gopls" } },
        "end gopls and start it again": {
          run: {
            editor: "unset HOME GOPATH GOMODCACHE; editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: editorIsTold(/module cache not found: neither GOMODCACHE nor GOPATH is set/),
      finding: "environment-differs"
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
      // gopls has been here before: one that is ended as it makes its cache leaves that unusable (gopls-index-empty).
      setup: ["go mod tidy", "gopls check main.go", "go clean -modcache"],
      workers: [
        {
          name: "first",
          // Out of the reach of this editor, which would end all that gopls started with it; others end gopls alone.
          run: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls",
          background: true
        },
        {
          name: "advice",
          // The lock is taken before the request is sent.
          after: "holds first | grep v1.0.0.lock && struck",
          run: "kill -KILL $(named gopls first)"
        },
        // For this one the proxy answers.
        { name: "second", after: "exited advice", run: "editor --phase-ms 8000 gopls" }
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
          run: { second: "editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 8000 gopls" },
          // Nothing to do but to let the trial go on to the second session.
          rescue: ":",
          expect: "fails",
          source: "folk advice (F7)"
        },
        "SIGTERM for the first gopls": {
          run: { advice: "kill -TERM $(named gopls first)" },
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

// scenarios/gopls-packages-driver.ts
var gopls_packages_driver_default;
var init_gopls_packages_driver = __esm({
  "scenarios/gopls-packages-driver.ts"() {
    "use strict";
    init_vocabulary();
    gopls_packages_driver_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while a GOPACKAGESDRIVER, or a program named gopackagesdriver on PATH, does not answer: it asks that one in place of go list.',
      source: "golang.org/x/tools/go/packages/external.go, findExternalDriver; golang/vscode-go#3212",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
-- driver/gopackagesdriver --
#!/bin/sh
exec sleep infinity
-- limited/gopackagesdriver --
#!/bin/sh
exec timeout 1 "$WORK/driver/gopackagesdriver"
`,
      setup: ["chmod +x driver/gopackagesdriver limited/gopackagesdriver"],
      workers: [{ name: "editor", run: "GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver editor --phase-ms 6000 gopls" }],
      mitigations: {
        "unset GOPACKAGESDRIVER": { run: { editor: "editor --phase-ms 20000 gopls" } },
        "unset GOPACKAGESDRIVER, while a gopackagesdriver is on PATH": {
          run: { editor: "PATH=$PATH:$WORK/driver editor --phase-ms 6000 gopls" },
          expect: "fails"
        },
        "GOPACKAGESDRIVER=off, while a gopackagesdriver is on PATH": {
          run: { editor: "PATH=$PATH:$WORK/driver GOPACKAGESDRIVER=off editor --phase-ms 20000 gopls" }
        },
        "GOPACKAGESDRIVER=off in the build.env of the settings of gopls": {
          run: {
            editor: `GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver editor --phase-ms 20000 --settings '{"build.env":{"GOPACKAGESDRIVER":"off"}}' gopls`
          }
        },
        // The driver is no setting of the go command: it refuses to write it down, and gopls does not look there.
        "go env -w GOPACKAGESDRIVER=off": {
          run: {
            editor: "export GOENV=$LAB/goenv GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver; go env -w GOPACKAGESDRIVER=off || editor --phase-ms 6000 gopls"
          },
          expect: "fails"
        },
        // gopls then says so, and has no packages.
        "a time limit around the driver": {
          run: { editor: "GOPACKAGESDRIVER=$WORK/limited/gopackagesdriver editor --phase-ms 20000 gopls" },
          check: editorIsTold(/limited\/gopackagesdriver: exit status 124/),
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "export GOPACKAGESDRIVER=$WORK/driver/gopackagesdriver; editor --phase-ms 3000 gopls >/dev/null || editor --phase-ms 6000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go list"),
      finding: "packages-driver"
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

// scenarios/gopls-polluted-go.ts
var gopls_polluted_go_default;
var init_gopls_polluted_go = __esm({
  "scenarios/gopls-polluted-go.ts"() {
    "use strict";
    init_vocabulary();
    gopls_polluted_go_default = defineScenario({
      claim: "gopls has no workspace at all where the go on its PATH is a wrapper that prints a line of its own on stdout: it cannot read what go env answers.",
      source: "gopls/internal/cache/view.go, FetchGoEnv; golang/vscode-go#297",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
-- stdout/go --
#!/bin/sh
echo 'now using go from the shim'
exec "$WORK/real/go" "$@"
-- stderr/go --
#!/bin/sh
echo 'now using go from the shim' >&2
exec "$WORK/real/go" "$@"
`,
      setup: ["chmod +x stdout/go stderr/go", "mkdir real", "ln -s $(command -v go) real/go"],
      workers: [{ name: "editor", run: "PATH=$WORK/stdout:$PATH editor --phase-ms 20000 gopls" }],
      mitigations: {
        "a wrapper that prints to stderr": {
          run: { editor: "PATH=$WORK/stderr:$PATH editor --phase-ms 20000 gopls" }
        },
        "start gopls with the real go before the wrapper on PATH": {
          run: { editor: "PATH=$WORK/real:$WORK/stdout:$PATH editor --phase-ms 20000 gopls" }
        },
        // gopls gives that PATH to go, which it has already found on its own.
        "a better PATH in the build.env of the settings of gopls": {
          run: {
            editor: 'PATH=$WORK/stdout:$PATH editor --phase-ms 20000 --settings "{\\"build.env\\":{\\"PATH\\":\\"$PATH\\"}}" gopls'
          },
          expect: "fails"
        },
        "GOROOT of the real go": {
          run: { editor: "GOROOT=$(go env GOROOT) PATH=$WORK/stdout:$PATH editor --phase-ms 20000 gopls" },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "export PATH=$WORK/stdout:$PATH; editor --phase-ms 20000 gopls >/dev/null; editor --phase-ms 20000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "an empty cache for gopls and for go": {
          run: {
            editor: "GOCACHE=$LAB/own XDG_CACHE_HOME=$LAB/own PATH=$WORK/stdout:$PATH editor --phase-ms 20000 gopls"
          },
          expect: "fails"
        }
      },
      check: editorIsTold(/internal error unmarshaling JSON from 'go env'/),
      finding: "environment-differs"
    });
  }
});

// scenarios/gopls-readonly-cache.ts
var gopls_readonly_cache_default;
var init_gopls_readonly_cache = __esm({
  "scenarios/gopls-readonly-cache.ts"() {
    "use strict";
    init_vocabulary();
    gopls_readonly_cache_default = defineScenario({
      claim: 'Where the module cache may be read but not written, as one that root has filled, go list says "permission denied", while gopls shows only "could not import \u2026 (no required module provides package)".',
      source: "golang/go#51121; devcontainers/features#744; cmd/go/internal/modfetch/cache.go, lockVersion",
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
      setup: [
        // The cache lacks the module itself, and nothing may be added to it.
        "go mod tidy && go clean -modcache && go list -m all",
        "chmod -R a-w $GOMODCACHE"
      ],
      workers: [
        { name: "go", run: "go list -deps ." },
        // A whole gopls, which unlike an editor waits for the diagnostics.
        { name: "gopls", run: "gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]" }
      ],
      mitigations: {
        "make the module cache writable": { setup: ["chmod -R u+w $GOMODCACHE"] },
        "a GOMODCACHE of its own": {
          run: {
            go: "GOMODCACHE=$LAB/own go list -deps .",
            gopls: "GOMODCACHE=$LAB/own gopls check main.go >$LAB/problems; cat $LAB/problems >&2; [[ ! -s $LAB/problems ]]"
          },
          causeStays: true
        },
        "fill the module cache before it is made read-only": {
          setup: ["chmod -R u+w $GOMODCACHE", "go mod download", "chmod -R a-w $GOMODCACHE"],
          causeStays: true
        },
        "go clean -cache": { setup: ["go clean -cache"], expect: "fails" },
        "delete the lock files": {
          setup: ['find $GOMODCACHE -name "*.lock" -delete || true'],
          expect: "fails",
          source: "folk advice (F6)"
        },
        "GOFLAGS=-modcacherw": { env: { GOFLAGS: "-modcacherw" }, expect: "fails" }
      },
      check: eachFailsWith({
        go: /dep\/@v\/v1\.0\.0\.lock: permission denied/,
        gopls: /could not import example\.com\/dep \(no required module provides package/
      }),
      finding: "cache-not-writable"
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

// scenarios/gopls-socket-owner.ts
var gopls_socket_owner_default;
var init_gopls_socket_owner = __esm({
  "scenarios/gopls-socket-owner.ts"() {
    "use strict";
    init_vocabulary();
    gopls_socket_owner_default = defineScenario({
      claim: "gopls -remote=auto ends at once, without an answer to initialize, where a file of its socket\u2019s name belongs to another user: in a shared TMPDIR, with USER unset, that name is the same for everybody.",
      source: 'gopls/internal/lsprpc/autostart_posix.go, verifyRemoteOwnershipPosix and "shared"; fatih/vim-go#3566',
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      env: { XDG_RUNTIME_DIR: "", USER: "" },
      // A sandbox has one user. gopls asks stat(2) alone who owns the socket, and that follows a link: one to a file of somebody else
      // stands for the socket of another. The name is the one that gopls falls back to where it finds no go; with one the
      // beginning of a hash of its build id stands in it, for which Go 1.25 and later first compile "go tool buildid".
      setup: [
        "find / -xdev -maxdepth 3 ! -uid $UID -print -quit >$LAB/anothers 2>/dev/null || :",
        '[[ -s $LAB/anothers ]] || { echo "no file here belongs to another user"; exit 1; }',
        'ln -s "$(<$LAB/anothers)" $LAB/tmp/gopls-$(echo -n $(readlink -f $(command -v gopls)) | sha256sum | cut -c 1-6)-daemon.shared',
        "mkdir $LAB/own",
        // v0.24.0 sometimes ends at once when two of it start on a new cache of its own; that is not what this is about.
        "gopls check m.go"
      ],
      workers: [
        { name: "editor", run: "PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto" }
      ],
      mitigations: {
        "set USER": { env: { USER: "me" }, source: "fatih/vim-go#3566" },
        "a TMPDIR of one\u2019s own": { env: { TMPDIR: "$LAB/own" } },
        "an XDG_RUNTIME_DIR of one\u2019s own": { env: { XDG_RUNTIME_DIR: "$LAB/own" }, source: "golang/go#41266" },
        "a name of one\u2019s own for the daemon": {
          run: { editor: 'PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote="auto;mine"' }
        },
        "gopls without a daemon": { run: { editor: "editor gopls" } },
        "start gopls again": {
          run: {
            editor: "PATH=/usr/bin:/bin editor -- $(command -v gopls) -remote=auto >/dev/null || PATH=/usr/bin:/bin editor -- $(command -v gopls) -remote=auto"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("initialize", /socket \S+ is owned by a different user/),
      finding: "socket-owner"
    });
  }
});

// scenarios/gopls-socket-path.ts
var gopls_socket_path_default;
var init_gopls_socket_path = __esm({
  "scenarios/gopls-socket-path.ts"() {
    "use strict";
    init_vocabulary();
    gopls_socket_path_default = defineScenario({
      claim: "gopls -remote=auto ends after some seconds, without an answer to initialize, where the folder of its socket (XDG_RUNTIME_DIR, else TMPDIR) is missing, is closed to its user, or makes the path longer than 107 bytes; a daemon that is told to listen there ends at once.",
      source: "golang/go#41266; unix(7), sun_path; gopls/internal/lsprpc/autostart_posix.go, autoNetworkAddressPosix",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- m.go --
package m
`,
      env: {
        LONG: "$LAB/a-name-of-fifty-letters-and-not-of-a-single-one-fewer/a-name-of-fifty-letters-and-not-of-a-single-one-fewer"
      },
      // v0.24.0 sometimes ends at once when two of it start on a new cache of its own; that is not what this is about.
      setup: ["mkdir -p $LONG $LAB/own $LAB/closed && chmod 0 $LAB/closed", "gopls check m.go"],
      // These sessions see no go: since Go 1.25 gopls would first have "go tool buildid" compiled. Where that fails it names the
      // socket after its own path, and all else is the same.
      workers: [
        {
          name: "missing",
          run: "XDG_RUNTIME_DIR=$LAB/missing PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto"
        },
        {
          name: "no-tmp",
          run: "XDG_RUNTIME_DIR= TMPDIR=$LAB/missing PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto"
        },
        {
          name: "closed",
          run: "XDG_RUNTIME_DIR=$LAB/closed PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto"
        },
        {
          name: "long",
          run: "XDG_RUNTIME_DIR=$LONG PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto"
        },
        { name: "listen", run: 'timeout 20 gopls serve -listen="unix;$LONG/a-daemon-with-a-name-of-its-own"' }
      ],
      mitigations: {
        "a short folder of one\u2019s own": {
          run: {
            missing: "XDG_RUNTIME_DIR=$LAB/own PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            "no-tmp": "XDG_RUNTIME_DIR= TMPDIR=$LAB/own PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            closed: "chmod 700 $LAB/closed; XDG_RUNTIME_DIR=$LAB/closed PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            long: "ln -s $LONG $LAB/l; XDG_RUNTIME_DIR=$LAB/l PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            listen: 'gopls serve -listen="unix;$LAB/own/daemon" & until [[ -S $LAB/own/daemon ]]; do kill -0 $!; done; kill $!'
          }
        },
        "an unset XDG_RUNTIME_DIR, so that TMPDIR speaks": {
          env: { XDG_RUNTIME_DIR: "" },
          run: {
            missing: "PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            "no-tmp": "PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            closed: "PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            long: "PATH=/usr/bin:/bin editor --until initialize -- $(command -v gopls) -remote=auto",
            listen: 'gopls serve -listen="unix;$TMPDIR/daemon" & until [[ -S $TMPDIR/daemon ]]; do kill -0 $!; done; kill $!'
          }
        },
        "gopls without a daemon": {
          run: {
            missing: "XDG_RUNTIME_DIR=$LAB/missing editor gopls",
            "no-tmp": "XDG_RUNTIME_DIR= TMPDIR=$LAB/missing PATH=/usr/bin:/bin editor --until initialize $(command -v gopls)",
            closed: "XDG_RUNTIME_DIR=$LAB/closed editor gopls",
            long: "XDG_RUNTIME_DIR=$LONG editor gopls",
            listen: "editor gopls serve"
          }
        },
        "start gopls again": {
          run: {
            missing: "XDG_RUNTIME_DIR=$LAB/missing PATH=/usr/bin:/bin editor -- $(command -v gopls) -remote=auto >/dev/null || XDG_RUNTIME_DIR=$LAB/missing PATH=/usr/bin:/bin editor -- $(command -v gopls) -remote=auto"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: eachFailsWith({
        missing: /gopls\S+: connect: no such file or directory/,
        "no-tmp": /gopls\S+: connect: no such file or directory/,
        closed: /gopls\S+: connect: permission denied/,
        long: /gopls\S+: connect: invalid argument/,
        listen: /bind: invalid argument/
      }),
      finding: "socket-path"
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

// scenarios/gopls-stalled-git.ts
var gopls_stalled_git_default;
var init_gopls_stalled_git = __esm({
  "scenarios/gopls-stalled-git.ts"() {
    "use strict";
    init_vocabulary();
    gopls_stalled_git_default = defineScenario({
      claim: 'gopls hangs at "Loading packages\u2026" while the git server of a private module is silent: neither go list nor the git that it runs has a time limit.',
      source: "golang/go#32421; cmd/go/internal/modfetch/codehost/git.go (F34)",
      cells: [{ gopls: "*", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21

require example.com/dep.git v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep.git"

func main() {}
-- proxy/example.com/dep.git@v1.0.0/go.mod --
module example.com/dep.git

go 1.21
-- proxy/example.com/dep.git@v1.0.0/dep.go --
package dep
`,
      // What git asks example.com for, it gets from the loopback.
      env: {
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "url.http://127.0.0.1:8080/.insteadOf",
        GIT_CONFIG_VALUE_0: "https://example.com/"
      },
      setup: [
        "go mod tidy",
        "git init -q $LAB/dep",
        "cp $GOMODCACHE/example.com/dep.git@v1.0.0/* $LAB/dep",
        "git -C $LAB/dep add .",
        "git -C $LAB/dep -c user.name=lab -c user.email=lab@example.com commit -qm dep",
        "git -C $LAB/dep tag v1.0.0",
        "git clone -q --bare $LAB/dep $LAB/proxy/dep",
        "git -C $LAB/proxy/dep update-server-info",
        "go clean -modcache"
      ],
      workers: [{ name: "editor", run: "GOPRIVATE=example.com editor --phase-ms 30000 --struck-ms 2000 gopls" }],
      // The first that git asks for.
      fault: requestFails(/^\/dep\/info\/refs$/, "stall"),
      mitigations: {
        "git gives up on a slow transfer (GIT_HTTP_LOW_SPEED_LIMIT, GIT_HTTP_LOW_SPEED_TIME)": {
          env: { GIT_HTTP_LOW_SPEED_LIMIT: "1000", GIT_HTTP_LOW_SPEED_TIME: "1" },
          run: { editor: "GOPRIVATE=example.com editor --phase-ms 30000 gopls" }
        },
        "download before the editor starts": {
          setup: ["go mod download"],
          run: { editor: "GOPRIVATE=example.com editor --phase-ms 30000 gopls" },
          avoids: true
        },
        "a vendor folder": {
          setup: ["go mod vendor", "go clean -modcache"],
          run: { editor: "GOPRIVATE=example.com editor --phase-ms 30000 gopls" },
          avoids: true,
          // After the load gopls may run go mod tidy for its diagnostics: that waits for git, and the session goes on.
          causeStays: true
        },
        "GONOPROXY=none: a module proxy that has the private module": {
          run: { editor: "GONOPROXY=none GOPRIVATE=example.com editor --phase-ms 30000 gopls" },
          avoids: true
        },
        // GOPRIVATE is the default of GONOPROXY, and that one comes before "off".
        "GOPROXY=off": {
          run: { editor: "GOPROXY=off GOPRIVATE=example.com editor --phase-ms 30000 --struck-ms 2000 gopls" },
          expect: "fails"
        },
        "GOPROXY=off and GONOPROXY=none: the module is missing at once": {
          run: { editor: "GOPROXY=off GONOPROXY=none GOPRIVATE=example.com editor --phase-ms 30000 gopls" },
          avoids: true
        },
        "GIT_SSH_COMMAND with a limit on the time to connect": {
          env: { GIT_SSH_COMMAND: "ssh -o BatchMode=yes -o ConnectTimeout=1" },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "export GOPRIVATE=example.com; editor --phase-ms 30000 --struck-ms 1000 gopls >/dev/null || editor --phase-ms 30000 --struck-ms 2000 gopls"
          },
          expect: "fails",
          source: "folk advice (F7)"
        }
      },
      check: stuckIn("go list"),
      finding: "stalled-git"
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
      workers: [{ name: "editor", run: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls" }],
      fault: requestFails(/\.zip$/, "stall"),
      mitigations: {
        "download before the editor starts": {
          setup: ["go mod download"],
          run: { editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 20000 gopls" },
          avoids: true
        },
        "GOPROXY=off": { run: { editor: "GOPROXY=off editor --phase-ms 10000 gopls" }, avoids: true },
        'a second proxy after "|"': {
          run: { editor: 'GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 6000 gopls' },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls >/dev/null || GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls"
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
      workers: [{ name: "editor", run: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls" }],
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
          run: { editor: 'GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 6000 gopls' },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls >/dev/null || GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls"
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
          // The lock is taken before the request is sent.
          after: "holds editor | grep @v/v && struck",
          // Below the shell comes the editor, which is ended: it alone has the other end of that stdin.
          run: `
gopls=$(named gopls editor)
until lock=$(holds editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -KILL $(pids editor | sed -n 2p)
ended 15 $gopls
freed 3 $lock && exit
echo left behind: $(ps -o args= $(holder $lock)) with $lock
exit 1
`
        }
      ],
      fault: requestFails(/\.zip$/, "stall"),
      mitigations: {
        "close it while gopls waits for go list": {
          run: { editor: "cd list; GOPROXY=http://127.0.0.1:8080 editor --phase-ms 60000 -- setsid --wait gopls" }
        },
        "SIGTERM for gopls": {
          run: {
            close: `
gopls=$(named gopls editor)
until lock=$(holds editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -TERM $gopls
ended 15 $gopls
freed 3 $lock && exit
echo left behind: $(ps -o args= $(holder $lock)) with $lock
exit 1
`
          },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "end the process group of gopls": {
          run: {
            close: `
gopls=$(named gopls editor)
until lock=$(holds editor | grep -om1 "/.*/@v/v.*lock$"); do pause 0.1; done
kill -KILL -- -$gopls
freed 3 $lock && exit
echo left behind: $(ps -o args= $(holder $lock)) with $lock
exit 1
`
          }
        }
      },
      check: failsWith(/left behind: go env .* with \S+\/@v\/\S+\.lock/),
      finding: "orphan-holder",
      // Gopls cancels what it waits for and ends: now and then go env still gets its SIGINT (gopls/internal/cmd/serve.go, gocommand/invoke.go).
      trials: 3
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
      // gopls v0.24 may die when two first starts overlap (docs/upstream/gopls-exe-sha256.md): one has been.
      setup: ["gopls check m.go"],
      workers: [
        { name: "null", run: 'timeout 10 gopls </dev/null || { (($? != 124)) || echo "gopls has not ended"; false; }' },
        { name: "none", run: 'timeout 10 gopls <&- || { (($? != 124)) || echo "gopls has not ended"; false; }' },
        {
          name: "idle",
          // setsid: this editor would end gopls at the end, were it not for a session of its own.
          run: `editor --phase-ms 15000 --until answer -- setsid --wait bash -c 'echo $$ >$LAB/idle.pid; exec gopls'; ended 10 $(<$LAB/idle.pid) || { echo "gopls has not ended"; false; }`
        }
      ],
      check: failsWith(/gopls has not ended/)
    });
  }
});

// scenarios/gopls-timeout.ts
var gopls_timeout_default;
var init_gopls_timeout = __esm({
  "scenarios/gopls-timeout.ts"() {
    "use strict";
    init_vocabulary();
    gopls_timeout_default = defineScenario({
      claim: "The protocol library of VS Code, vscode-jsonrpc, with which the editor of this lab is made as well, gives up on a gopls that has not answered initialize after 30,000 ms.",
      source: "folk advice (F23); sendRequest of vscode-jsonrpc and doInitialize of vscode-languageclient have no timer, only stop() has one; microsoft/vscode-languageserver-node#254",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.21
-- main.go --
package main

func main() {}
`,
      // A session counts that gave up on the answer, or that had it after more than 30 s.
      workers: [
        {
          name: "editor",
          run: `editor --phase-ms 55000 -- bash -c "sleep 31; exec gopls" | grep -E '"stuck":"initialize"|"initialize":[345][0-9]{4},'`
        }
      ],
      check: stuckIn("initialize", /./)
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
          run: "GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls"
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
            editor: 'GOTOOLCHAIN=auto GOPROXY="http://127.0.0.1:8080|file://$LAB/proxy" editor --phase-ms 6000 gopls'
          },
          expect: "fails"
        },
        "end gopls and start it again": {
          run: {
            editor: "GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 3000 gopls >/dev/null || GOTOOLCHAIN=auto GOPROXY=http://127.0.0.1:8080 editor --phase-ms 6000 gopls"
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

// scenarios/gopls-workspace-socket.ts
var gopls_workspace_socket_default;
var init_gopls_workspace_socket = __esm({
  "scenarios/gopls-workspace-socket.ts"() {
    "use strict";
    init_vocabulary();
    gopls_workspace_socket_default = defineScenario({
      claim: "Two workspaces that share one gopls daemon block each other: while one waits for a silent proxy, the other does not load; a socket and a state folder for each workspace keep them apart.",
      source: "folk advice (F11, F22)",
      cells: [{ gopls: "*", expect: "not-reproduced" }],
      files: `
-- stuck here/go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- stuck here/go.sum --
-- stuck here/main.go --
package main

import _ "example.com/dep"

func main() {}
-- well here/go.mod --
module example.com/other

go 1.21
-- well here/other.go --
package other
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.21
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      env: { SOCKET: "$XDG_RUNTIME_DIR/daemon" },
      setup: ['cd "stuck here" && go mod tidy && go clean -modcache', 'cd "../well here" && gopls check other.go'],
      workers: [
        {
          name: "daemon",
          run: 'gopls serve -listen="unix;$SOCKET"',
          background: true
        },
        {
          name: "stuck",
          after: "[[ -S $SOCKET ]]",
          // gopls takes the environment of its client for what it runs, not its own.
          run: 'GOPROXY=http://127.0.0.1:8080 editor --folder "stuck here" --phase-ms 60000 -- gopls -remote="unix;$SOCKET"',
          background: true
        },
        {
          name: "well",
          after: "holds daemon | grep v1.0.0.lock",
          run: 'editor --folder "well here" --phase-ms 15000 -- gopls -remote="unix;$SOCKET"'
        }
      ],
      fault: requestFails(/\.zip$/, "stall"),
      mitigations: {
        "a daemon and a state folder for each workspace": {
          run: {
            well: 'mkdir $LAB/own; export XDG_CACHE_HOME=$LAB/own; gopls serve -listen="unix;$LAB/own/daemon" & until [[ -S $LAB/own/daemon ]]; do kill -0 $!; done; editor --folder "well here" --phase-ms 15000 -- gopls -remote="unix;$LAB/own/daemon"; kill $!'
          }
        }
      },
      deadlineMs: 4e4,
      check: stuckIn("go list")
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

// scenarios/lock-health.ts
var lock_health_default;
var init_lock_health = __esm({
  "scenarios/lock-health.ts"() {
    "use strict";
    init_vocabulary();
    lock_health_default = defineScenario({
      claim: "Healthy go commands exceed the limits by which folk advice tells a sick cache, a lock held for more than 50 ms at p95 or more than 0.3 of the acquisitions waiting: four of them want one module, and the proxy takes two seconds.",
      source: "folk advice (F35); cmd/go/internal/modfetch/fetch.go, download: the lock of the version is held meanwhile",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      workers: [
        { name: "download", run: "GOPROXY=http://127.0.0.1:8080 go mod download example.com/dep@v1.0.0", count: 4 }
      ],
      fault: requestFails(/\.zip$/, "late"),
      trace: true,
      mitigations: {
        "download before the workers start": { setup: ["go mod download example.com/dep@v1.0.0"], avoids: true },
        // Nobody waits then, and each holds the lock of its own as long as before.
        "a module cache for each": {
          run: {
            download: "GOPATH=$LAB/own$COPY GOMODCACHE=$LAB/own$COPY/pkg/mod GOPROXY=http://127.0.0.1:8080 go mod download example.com/dep@v1.0.0"
          },
          expect: "fails"
        },
        "go clean -modcache": { setup: ["go clean -modcache"], expect: "fails", source: "folk advice" },
        "delete the lock files": {
          setup: ['mkdir -p $GOMODCACHE && find $GOMODCACHE -name "*.lock" -delete'],
          expect: "fails",
          source: "folk advice"
        }
      },
      check: exceedsLockLimits({ holdMs: 50, contention: 0.3 }, /\/@v\/v1\.0\.0\.lock$/, "well")
    });
  }
});

// scenarios/lock-health-sick.ts
var lock_health_sick_default;
var init_lock_health_sick = __esm({
  "scenarios/lock-health-sick.ts"() {
    "use strict";
    init_vocabulary();
    lock_health_sick_default = defineScenario({
      claim: "A sick module cache is known by the locks of its module versions: one that is held for more than 50 ms at p95, or for which more than 0.3 of the acquisitions wait. Here a file of a module is missing, and every build fails.",
      source: "folk advice (F35); cmd/go/internal/modfetch/fetch.go, Download: a folder that is there is not locked",
      cells: [{ expect: "not-reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import "example.com/dep"

var M = dep.B
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/a.go --
package dep

const A = 1
-- proxy/example.com/dep@v1.0.0/b.go --
package dep

const B = 2
`,
      setup: [
        "go mod tidy",
        "go clean -cache",
        "chmod u+w $GOMODCACHE/example.com/dep@v1.0.0 && rm $GOMODCACHE/example.com/dep@v1.0.0/b.go && chmod u-w $GOMODCACHE/example.com/dep@v1.0.0"
      ],
      workers: [{ name: "build", run: "go build ./...", count: 4 }],
      trace: true,
      check: exceedsLockLimits(
        { holdMs: 50, contention: 0.3 },
        /\/@v\/v1\.0\.0\.lock$/,
        /undefined: dep\.B|undefined: "example\.com\/dep"\.B|B not (exported|declared) by package dep/
      )
    });
  }
});

// scenarios/modcache-damaged.ts
var modcache_damaged_default;
var init_modcache_damaged = __esm({
  "scenarios/modcache-damaged.ts"() {
    "use strict";
    init_vocabulary();
    modcache_damaged_default = defineScenario({
      claim: "go takes the folder of a module for complete: a file that is missing there fails the build, and no download brings it back.",
      source: "golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go, download: only a .partial file would tell",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- m.go --
package m

import "example.com/dep"

var M = dep.B
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/a.go --
package dep

const A = 1
-- proxy/example.com/dep@v1.0.0/b.go --
package dep

const B = 2
`,
      setup: [
        "go mod tidy",
        "go clean -cache",
        "chmod u+w $GOMODCACHE/example.com/dep@v1.0.0 && rm $GOMODCACHE/example.com/dep@v1.0.0/b.go && chmod u-w $GOMODCACHE/example.com/dep@v1.0.0"
      ],
      workers: [{ name: "build", run: "go build ./..." }],
      probes: { verify: "go mod verify 2>&1 || true" },
      mitigations: {
        "go clean -modcache": { setup: ["go clean -modcache"] },
        // The zip is still there, and is extracted again.
        "remove the folder of that version": {
          setup: ["chmod -R u+w $GOMODCACHE/example.com/dep@v1.0.0 && rm -r $GOMODCACHE/example.com/dep@v1.0.0"]
        },
        // What go has seen of the broken folder stays in its build cache from Go 1.19 on.
        "go clean -modcache and go clean -cache, once a build has failed": {
          run: { build: "go build ./... || { go clean -modcache && go clean -cache && go build ./...; }" }
        },
        "go mod download": { setup: ["go mod download"], expect: "fails" },
        "go mod tidy": { setup: ["go mod tidy"], expect: "fails" },
        "go clean -cache": { setup: ["go clean -cache"], expect: "fails" },
        "GOSUMDB=off": { env: { GOSUMDB: "off" }, expect: "fails", source: "folk advice (F13)" },
        "delete the lock files": {
          setup: ['find $GOMODCACHE -name "*.lock" -delete'],
          expect: "fails",
          source: "folk advice (F6)"
        }
      },
      check: failsWith(/undefined: dep\.B|undefined: "example\.com\/dep"\.B|B not (exported|declared) by package dep/),
      finding: "module-damaged"
    });
  }
});

// scenarios/modcache-full.ts
var modcache_full_default;
var init_modcache_full = __esm({
  "scenarios/modcache-full.ts"() {
    "use strict";
    init_vocabulary();
    modcache_full_default = defineScenario({
      claim: "go mod download fails where the disk of the module cache is full, with an error that names the disk; to delete lock files there makes no room.",
      source: "cmd/go/internal/modfetch/cache.go, writeDiskCache",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13

require example.com/dep v1.0.0
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep

go 1.13
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      env: { GOPATH: "$LAB/full", GOMODCACHE: "$LAB/full/pkg/mod" },
      workers: [{ name: "download", run: "go mod download" }],
      fault: diskFull("$LAB/full", "bytes"),
      mitigations: {
        "make room": { run: { download: "rm -r $LAB/full/ballast; go mod download" }, avoids: true },
        "make room, then start go again": {
          run: { download: "go mod download || { rm -r $LAB/full/ballast; go mod download; }" },
          avoids: true
        },
        "a module cache on another disk": {
          env: { GOPATH: "$LAB/gopath", GOMODCACHE: "$LAB/gopath/pkg/mod" },
          avoids: true
        },
        "start go again": {
          run: { download: "go mod download || go mod download" },
          expect: "fails",
          source: "folk advice (F7)"
        },
        "delete all lock files": {
          run: {
            download: 'go mod download || { find $GOMODCACHE -name "*lock" -type f -delete; go mod download; }'
          },
          expect: "fails",
          source: "folk advice (F27)"
        },
        // What it may remove has no bytes yet.
        "go clean -modcache": {
          run: { download: "go mod download || { go clean -modcache; go mod download; }" },
          expect: "fails"
        }
      },
      check: failsWith(/no space left on device/),
      finding: "disk-full"
    });
  }
});

// scenarios/modcache-git-lock-left.ts
var modcache_git_lock_left_default;
var init_modcache_git_lock_left = __esm({
  "scenarios/modcache-git-lock-left.ts"() {
    "use strict";
    init_vocabulary();
    modcache_git_lock_left_default = defineScenario({
      claim: "A lock file of git's own that a crash left in go's clone of a repository fails the next go command that fetches a version from it.",
      source: "dependabot/dependabot-core#15015; werf/werf#4891; cmd/go/internal/modfetch/codehost/git.go: go locks cache/vcs/HASH.lock, git a shallow.lock within",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.13
-- remote/go.mod --
module example.com/dep.git
-- remote/dep.go --
package dep
`,
      // What git asks example.com for, it gets from a repository in the sandbox.
      env: {
        GOPRIVATE: "example.com",
        GIT_CONFIG_COUNT: "1",
        GIT_CONFIG_KEY_0: "url.file://$LAB/remote/.insteadOf",
        GIT_CONFIG_VALUE_0: "https://example.com/"
      },
      setup: [
        "mkdir $LAB/remote && mv remote $LAB/remote/dep.git && cd $LAB/remote/dep.git && git init -q && git add .",
        "git -c user.name=lab -c user.email=lab@example.com commit -qm first && git tag v1.0.0",
        "(cd $WORK && go mod download example.com/dep.git@v1.0.0)",
        "git -c user.name=lab -c user.email=lab@example.com commit -qm second --allow-empty && git tag v1.1.0",
        "for clone in $GOMODCACHE/cache/vcs/*/; do touch ${clone}shallow.lock; done"
      ],
      workers: [{ name: "download", run: "go mod download example.com/dep.git@v1.1.0" }],
      mitigations: {
        "remove the lock when no git works in that clone": {
          setup: [
            'for clone in $GOMODCACHE/cache/vcs/*/; do ! ls -l /proc/[0-9]*/cwd 2>/dev/null | grep -q "${clone%/}" && rm ${clone}shallow.lock; done'
          ]
        },
        "run it again": {
          run: {
            download: "go mod download example.com/dep.git@v1.1.0 || go mod download example.com/dep.git@v1.1.0"
          },
          // The first try falls back to fetching all refs, and the second finds them there; the lock waits for the next new version.
          causeStays: true
        },
        "go clean -modcache": { setup: ["cd $WORK && go clean -modcache"] },
        "a module cache of its own": {
          run: { download: "GOMODCACHE=$LAB/own GOPATH=$LAB/own-gopath go mod download example.com/dep.git@v1.1.0" },
          causeStays: true
        },
        "delete go's lock files": {
          setup: ["rm $GOMODCACHE/cache/vcs/*.lock"],
          expect: "fails",
          source: "folk advice (F6)"
        },
        "go clean -cache": { setup: ["go clean -cache"], expect: "fails" },
        "GOSUMDB=off": { env: { GOSUMDB: "off" }, expect: "fails", source: "folk advice (F13)" }
      },
      check: failsWith(/shallow\.lock': File exists/),
      finding: "git-lock-left"
    });
  }
});

// scenarios/modcache-hung.ts
var modcache_hung_default;
var init_modcache_hung = __esm({
  "scenarios/modcache-hung.ts"() {
    "use strict";
    init_vocabulary();
    modcache_hung_default = defineScenario({
      claim: "go waits without an end, and says nothing, where the filesystem of its module cache does not answer: a FUSE or network mount whose server is gone.",
      source: "golang/go#49475; fs/fuse/dev.c, request_wait_answer",
      cells: [{ expect: "reproduced" }],
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
      env: { GOPATH: "$LAB/mounted", GOMODCACHE: "$LAB/mounted/pkg/mod" },
      setup: ["GOPATH=$LAB/far GOMODCACHE=$LAB/far/pkg/mod go mod tidy"],
      workers: [{ name: "list", run: "go list -deps ." }],
      fault: mountHung("$LAB/far", "$LAB/mounted"),
      until: 'grep -qs request_wait_answer $(pids list | sed "s,.*,/proc/&/task/*/wchan,")',
      probes: { waiting: 'cat $(pids list | sed "s,.*,/proc/&/task/*/wchan,")' },
      mitigations: {
        "bring the server back": { rescue: "kill -CONT $(pgrep -x bindfs)" },
        "a module cache on a local disk": {
          env: { GOPATH: "$LAB/gopath", GOMODCACHE: "$LAB/gopath/pkg/mod" },
          avoids: true
        },
        "end go and start it again": {
          rescue: "kill -KILL $(pids list); timeout -s KILL 2 go list -deps .",
          check: rescueFails(),
          expect: "fails",
          source: "folk advice (F7)"
        },
        "GOPROXY=off": { run: { list: "GOPROXY=off go list -deps ." }, expect: "fails" }
      },
      check: probePrints("waiting", /request_wait_answer/),
      finding: "filesystem-hung"
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
          fault: callDelayed({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip" }, 1e4),
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
          fault: callDelayed({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.zip" }, 3e3)
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
      check: probePrints("holders", /first \d+ \S+v1\.0\.0\.lock \(deleted\) second \d+ \S+v1\.0\.0\.lock/),
      finding: "clean-under-load"
    });
  }
});

// scenarios/modcache-lock-elsewhere.ts
var modcache_lock_elsewhere_default;
var init_modcache_lock_elsewhere = __esm({
  "scenarios/modcache-lock-elsewhere.ts"() {
    "use strict";
    init_vocabulary();
    modcache_lock_elsewhere_default = defineScenario({
      claim: "go mod download waits without an end for the lock of a module version that a process in another container holds on their shared volume, and no process in its own container holds it.",
      source: "cmd/go/internal/modfetch/cache.go, lockVersion; proc_locks(5)",
      cells: [{ expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      env: { LOCK: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock" },
      fault: lockHeld("$LOCK"),
      workers: [{ name: "waiter", apart: true, run: "go mod download example.com/dep@v1.0.0" }],
      until: "waits waiter",
      // The holder is in the sandbox's own PID namespace, which is "another container" to the waiter.
      probes: {
        waiting: "pid=$(waits waiter) && [[ $(readlink /proc/$pid/ns/pid) != $(readlink /proc/self/ns/pid) ]] && echo $pid"
      },
      mitigations: {
        "end the holder where it runs": { rescue: "kill -KILL $(holder $LOCK)" },
        "download before the lock is taken": { setup: ["go mod download example.com/dep@v1.0.0"], avoids: true },
        "a module cache for each": {
          run: { waiter: "GOPATH=$LAB/own GOMODCACHE=$LAB/own/pkg/mod go mod download example.com/dep@v1.0.0" },
          avoids: true
        },
        "start the waiting container again": {
          rescue: "kill -KILL $(pids waiter) || :; unshare --pid --fork --kill-child timeout 3 go mod download example.com/dep@v1.0.0",
          deadlineMs: 5e3,
          check: rescueFails(),
          expect: "fails",
          source: "folk advice"
        },
        "delete the lock file": {
          rescue: "rm $LOCK",
          deadlineMs: 4e3,
          expect: "fails",
          source: "folk advice"
        }
      },
      check: waitsForLock("waiting"),
      finding: "lock-waiter"
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

// scenarios/modcache-rename-fs.ts
var modcache_rename_fs_default;
var init_modcache_rename_fs = __esm({
  "scenarios/modcache-rename-fs.ts"() {
    "use strict";
    init_vocabulary();
    modcache_rename_fs_default = defineScenario({
      claim: "On a mounted filesystem where the rename of a module zip (EBUSY, ESTALE, EXDEV) or the lock of a module version (ENOLCK, EOPNOTSUPP) fails, as on NFS, go mod download fails with that very error.",
      source: "cmd/go/internal/modfetch/fetch.go, downloadZip; cmd/go/internal/lockedfile/internal/filelock; golang/go#49894",
      cells: [{ expect: "reproduced" }],
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
      // go.sum is complete, so that the module cache alone is written.
      setup: ["go mod tidy", "go clean -modcache"],
      env: {
        EBUSY: "$LAB/ebusy",
        ESTALE: "$LAB/estale",
        EXDEV: "$LAB/exdev",
        ENOLCK: "$LAB/enolck",
        EOPNOTSUPP: "$LAB/eopnotsupp"
      },
      workers: [
        {
          name: "ebusy",
          run: "GOPATH=$EBUSY GOMODCACHE=$EBUSY/pkg/mod go mod download",
          fault: mountedCallFails(
            "$LAB/ebusy",
            { call: "rename", path: "pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip" },
            "EBUSY"
          )
        },
        {
          name: "estale",
          run: "GOPATH=$ESTALE GOMODCACHE=$ESTALE/pkg/mod go mod download",
          fault: mountedCallFails(
            "$LAB/estale",
            { call: "rename", path: "pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip" },
            "ESTALE"
          )
        },
        {
          name: "exdev",
          run: "GOPATH=$EXDEV GOMODCACHE=$EXDEV/pkg/mod go mod download",
          fault: mountedCallFails(
            "$LAB/exdev",
            { call: "rename", path: "pkg/mod/cache/download/example.com/dep/@v/v1.0.0.zip" },
            "EXDEV"
          )
        },
        {
          name: "enolck",
          run: "GOPATH=$ENOLCK GOMODCACHE=$ENOLCK/pkg/mod go mod download",
          fault: mountedCallFails(
            "$LAB/enolck",
            { call: "flock", path: "pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock" },
            "ENOLCK"
          )
        },
        {
          name: "eopnotsupp",
          run: "GOPATH=$EOPNOTSUPP GOMODCACHE=$EOPNOTSUPP/pkg/mod go mod download",
          fault: mountedCallFails(
            "$LAB/eopnotsupp",
            { call: "flock", path: "pkg/mod/cache/download/example.com/dep/@v/v1.0.0.lock" },
            "EOPNOTSUPP"
          )
        }
      ],
      mitigations: {
        "GOSUMDB=off": { env: { GOSUMDB: "off" }, expect: "fails", source: "folk advice (F13)" },
        "GOFLAGS=-mod=mod": { env: { GOFLAGS: "-mod=mod" }, expect: "fails", source: "folk advice" },
        "a module cache on a local disk": {
          env: {
            EBUSY: "$LAB/local-1",
            ESTALE: "$LAB/local-2",
            EXDEV: "$LAB/local-3",
            ENOLCK: "$LAB/local-4",
            EOPNOTSUPP: "$LAB/local-5"
          },
          avoids: true
        },
        "a module cache that was filled where renames and locks work": {
          setup: [
            "for name in ebusy estale exdev enolck eopnotsupp; do GOPATH=$LAB/$name.disk GOMODCACHE=$LAB/$name.disk/pkg/mod go mod download; done"
          ],
          avoids: true,
          source: "folk advice (F15)"
        }
      },
      check: eachFailsWith({
        ebusy: /rename \S+\.zip\S+ \S+\.zip: device or resource busy/,
        estale: /rename \S+\.zip\S+ \S+\.zip: stale (NFS )?file handle/,
        exdev: /rename \S+\.zip\S+ \S+\.zip: invalid cross-device link/,
        enolck: /[Ll]ock \S+: no locks available/,
        eopnotsupp: /[Ll]ock \S+: operation not supported/
      })
    });
  }
});

// scenarios/modcache-rename-leftovers.ts
var modcache_rename_leftovers_default;
var init_modcache_rename_leftovers = __esm({
  "scenarios/modcache-rename-leftovers.ts"() {
    "use strict";
    init_vocabulary();
    modcache_rename_leftovers_default = defineScenario({
      claim: "A rename of a .info or .mod file that fails is not told by go, which goes on; its temporary file stays in the module cache for good.",
      source: "cmd/go/internal/modfetch/cache.go, writeDiskCache; golang/go#36447",
      // Until 1.16 this go mod download fails with it, and removes the file.
      cells: [{ go: ">=1.17", expect: "reproduced" }],
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
      setup: ["go mod tidy", "go clean -modcache"],
      workers: [{ name: "download", run: "go mod download example.com/dep@v1.0.0" }],
      fault: callFails({ call: "rename", path: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.info" }, "EBUSY"),
      probes: { left: 'find $GOMODCACHE/cache/download -name "*tmp*"' },
      mitigations: {
        "remove the temporary files when nobody holds the lock of the version": {
          run: {
            download: "go mod download example.com/dep@v1.0.0; busy $GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock || rm -f $GOMODCACHE/cache/download/example.com/dep/@v/*.tmp $GOMODCACHE/cache/download/example.com/dep/@v/*.tmp-*; $DOCTOR --at end"
          }
        },
        "download before the renames fail": { setup: ["go mod download example.com/dep@v1.0.0"], avoids: true },
        "run it again": {
          run: { download: "go mod download example.com/dep@v1.0.0; go mod download example.com/dep@v1.0.0" },
          expect: "fails"
        },
        "go clean -cache": {
          run: { download: "go mod download example.com/dep@v1.0.0; go clean -cache" },
          expect: "fails",
          source: "folk advice (F1)"
        },
        "delete the lock files": {
          run: { download: 'go mod download example.com/dep@v1.0.0; find $GOMODCACHE -name "*.lock" -delete' },
          expect: "fails",
          source: "folk advice (F6)"
        }
      },
      check: probePrints("left", /v1\.0\.0\.info\S*tmp/),
      finding: "rename-leftovers"
    });
  }
});

// scenarios/modcache-restored-twice.ts
var modcache_restored_twice_default;
var init_modcache_restored_twice = __esm({
  "scenarios/modcache-restored-twice.ts"() {
    "use strict";
    init_vocabulary();
    modcache_restored_twice_default = defineScenario({
      claim: 'A cache step that restores the module cache with tar over one that has the modules already fails with "File exists": their folders are read-only.',
      source: "actions/setup-go#722; actions/setup-go#403; golangci/golangci-lint#3595",
      // -modcacherw, of a mitigation, came with Go 1.14.
      cells: [{ go: ">=1.14", expect: "reproduced" }],
      files: `
-- go.mod --
module example.com/m

go 1.14
-- proxy/example.com/dep@v1.0.0/go.mod --
module example.com/dep
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
`,
      env: { CI: "true" },
      // In CI the first command that runs before the restore fills it as well: a linter, a tool, another setup-go.
      setup: ["go mod download example.com/dep@v1.0.0", "tar -C $GOMODCACHE -cf $LAB/saved.tar ."],
      workers: [{ name: "restore", run: "$DOCTOR --at end; tar -C $GOMODCACHE -xf $LAB/saved.tar" }],
      mitigations: {
        "go clean -modcache before it": {
          run: {
            restore: "go clean -modcache; mkdir -p $GOMODCACHE; $DOCTOR --at end; tar -C $GOMODCACHE -xf $LAB/saved.tar"
          }
        },
        "GOFLAGS=-modcacherw from the beginning": { env: { GOFLAGS: "-modcacherw" } },
        "tar --skip-old-files": {
          run: { restore: "$DOCTOR --at end; tar -C $GOMODCACHE --skip-old-files -xf $LAB/saved.tar" },
          causeStays: true,
          source: "tar(1)"
        },
        "GOFLAGS=-modcacherw in the second step alone": {
          run: {
            restore: "GOFLAGS=-modcacherw go mod download example.com/dep@v1.0.0; tar -C $GOMODCACHE -xf $LAB/saved.tar"
          },
          expect: "fails"
        },
        "tar --overwrite": {
          run: { restore: "tar -C $GOMODCACHE --overwrite -xf $LAB/saved.tar" },
          expect: "fails"
        },
        "rm -rf before it": {
          run: { restore: "rm -rf $GOMODCACHE || true; mkdir -p $GOMODCACHE; tar -C $GOMODCACHE -xf $LAB/saved.tar" },
          expect: "fails",
          source: "folk advice: it removes the zips, and not the folders that are in the way"
        },
        "run it again": {
          run: { restore: "tar -C $GOMODCACHE -xf $LAB/saved.tar || tar -C $GOMODCACHE -xf $LAB/saved.tar" },
          expect: "fails"
        }
      },
      check: failsWith(/Cannot open: (File exists|Permission denied)/),
      finding: "restore-not-empty"
    });
  }
});

// scenarios/modcache-shared-volume.ts
var modcache_shared_volume_default;
var init_modcache_shared_volume = __esm({
  "scenarios/modcache-shared-volume.ts"() {
    "use strict";
    init_vocabulary();
    modcache_shared_volume_default = defineScenario({
      claim: "Two containers cannot share a module cache on one volume: go in the one does not see the lock that go in the other holds, and both write the same module version at once.",
      source: "folk advice (F30); cmd/go/internal/modfetch/cache.go, lockVersion",
      cells: [{ expect: "not-reproduced" }],
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
      // go.sum is complete, so that the two meet at the module cache and nowhere else.
      setup: ["go mod tidy", "go clean -modcache"],
      env: { LOCK: "$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock" },
      workers: [
        {
          name: "first",
          apart: true,
          // It has the lock, and has fetched nothing yet.
          fault: stoppedAtCall({ call: "flock", path: "$LOCK" }),
          run: "readlink /proc/self/ns/pid; go mod download"
        },
        {
          name: "second",
          apart: true,
          after: 'exited first || holds first | grep -F "$LOCK"',
          run: "readlink /proc/self/ns/pid; go mod download"
        },
        {
          name: "witness",
          after: "exited first || exited second || waits second",
          // Without PID namespaces of their own this says nothing. Each time that the first takes the lock or lets go of it, it is stopped once.
          run: `
namespaces=$(readlink /proc/self/ns/pid | sort -u - $LAB/out/worker/{first,second}.0/stdout | wc -l)
second=$(waits second >/dev/null && echo waits || { grep -q '^0 ' $LAB/out/worker/second.0/exit && echo ended well; } || :)
echo first holds $(holds first | grep -F "$LOCK"), second $second, $namespaces PID namespaces
until exited first; do kill -CONT $(pids first) || :; pause 0.05; done
[[ $namespaces == 3 && -n $second ]]
`
        }
      ],
      deadlineMs: 3e4,
      probes: { witness: "cat $LAB/out/worker/witness.0/stdout" },
      check: probePrints("witness", /first holds \d+ \S+v1\.0\.0\.lock, second ended well, 3 PID/)
    });
  }
});

// scenarios/vcs-stamping.ts
var vcs_stamping_default;
var init_vcs_stamping = __esm({
  "scenarios/vcs-stamping.ts"() {
    "use strict";
    init_vocabulary();
    vcs_stamping_default = defineScenario({
      claim: 'go build and go list fail with "error obtaining VCS status: exit status 128" where git refuses the repository that the package lies in: a broken one, or that of another user.',
      source: "golang/go#64275; golang/go#59103; cmd/go/internal/load/pkg.go, setBuildInfo",
      cells: [
        // Stamping came with 1.18.
        { go: "<1.18", expect: "not-reproduced" },
        { expect: "reproduced" }
      ],
      files: `
-- go.mod --
module example.com/m

go 1.13
-- main.go --
package main

func main() {}
`,
      setup: [
        "git init -q",
        "rm .git/HEAD",
        "mkdir $LAB/theirs && cp go.mod main.go $LAB/theirs && git init -q $LAB/theirs"
      ],
      workers: [
        // With -n, packages are loaded and stamped, and nothing is compiled.
        { name: "build", run: "go build -n ." },
        { name: "list", run: "go list ." },
        // The variable is git's own, for its tests: it takes the owner for another, as in a container with mounted sources.
        { name: "owner", run: "cd $LAB/theirs && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 go list ." }
      ],
      mitigations: {
        "-buildvcs=false": {
          run: {
            build: "export GOFLAGS=-buildvcs=false; $DOCTOR --at end; go build -n .",
            list: "go list -buildvcs=false .",
            owner: "cd $LAB/theirs && GIT_TEST_ASSUME_DIFFERENT_OWNER=1 go list -buildvcs=false ."
          }
        },
        "a whole repository, and safe.directory for that of another user": {
          setup: ["git init -q", "git config --global --add safe.directory $LAB/theirs"]
        },
        "GOFLAGS=-trimpath": { env: { GOFLAGS: "-trimpath" }, expect: "fails" },
        "go clean -cache -modcache": { setup: ["go clean -cache -modcache"], expect: "fails", source: "folk advice (F1)" },
        "git init, with the owner as it is": {
          setup: ["rm -r $LAB/theirs/.git && git init -q $LAB/theirs"],
          expect: "fails"
        }
      },
      check: eachFailsWith({
        build: /error obtaining VCS status: exit status 128/,
        list: /error obtaining VCS status: exit status 128/,
        owner: /error obtaining VCS status: exit status 128/
      }),
      finding: "vcs-stamping"
    });
  }
});

// scenarios/index.ts
var scenarios;
var init_scenarios = __esm({
  "scenarios/index.ts"() {
    "use strict";
    init_cache_clean_live();
    init_flock_not_exclusive();
    init_flock_unsupported();
    init_folk_find_delete();
    init_folk_find_harm();
    init_folk_lock_files();
    init_gocache_evicted();
    init_gocache_full();
    init_gocache_trim_lock();
    init_gopls_cacheprog_hang();
    init_gopls_clean_live();
    init_gopls_daemon_clean_start();
    init_gopls_daemon_cold_buildid();
    init_gopls_daemon_socket_left();
    init_gopls_daemon_stale_socket();
    init_gopls_daemon_stopped();
    init_gopls_disk_full();
    init_gopls_folk_flags();
    init_gopls_gocache_full();
    init_gopls_index_empty();
    init_gopls_index_race();
    init_gopls_index_stale();
    init_gopls_inherited_fd();
    init_gopls_inherited_pipe();
    init_gopls_many();
    init_gopls_module_lock_held();
    init_gopls_no_home();
    init_gopls_orphan_holder();
    init_gopls_packages_driver();
    init_gopls_pid_file();
    init_gopls_polluted_go();
    init_gopls_readonly_cache();
    init_gopls_socket_file();
    init_gopls_socket_owner();
    init_gopls_socket_path();
    init_gopls_stale_files();
    init_gopls_stalled_git();
    init_gopls_stalled_proxy();
    init_gopls_stalled_sumdb();
    init_gopls_stdin();
    init_gopls_stdin_null();
    init_gopls_timeout();
    init_gopls_toolchain_download();
    init_gopls_workspace_socket();
    init_gosum_temp_rename();
    init_lock_health();
    init_lock_health_sick();
    init_modcache_damaged();
    init_modcache_full();
    init_modcache_git_lock_left();
    init_modcache_hung();
    init_modcache_killed();
    init_modcache_lock_deleted();
    init_modcache_lock_elsewhere();
    init_modcache_lock_held();
    init_modcache_lock_left();
    init_modcache_rename();
    init_modcache_rename_fs();
    init_modcache_rename_leftovers();
    init_modcache_restored_twice();
    init_modcache_shared_volume();
    init_vcs_stamping();
    scenarios = {
      "gosum-temp-rename": gosum_temp_rename_default,
      "modcache-rename": modcache_rename_default,
      "modcache-rename-fs": modcache_rename_fs_default,
      "modcache-rename-leftovers": modcache_rename_leftovers_default,
      "modcache-lock-held": modcache_lock_held_default,
      "modcache-lock-elsewhere": modcache_lock_elsewhere_default,
      "modcache-lock-left": modcache_lock_left_default,
      "modcache-lock-deleted": modcache_lock_deleted_default,
      "modcache-shared-volume": modcache_shared_volume_default,
      "modcache-full": modcache_full_default,
      "modcache-hung": modcache_hung_default,
      "modcache-killed": modcache_killed_default,
      "cache-clean-live": cache_clean_live_default,
      "modcache-damaged": modcache_damaged_default,
      "modcache-git-lock-left": modcache_git_lock_left_default,
      "modcache-restored-twice": modcache_restored_twice_default,
      "vcs-stamping": vcs_stamping_default,
      "folk-lock-files": folk_lock_files_default,
      "folk-find-delete": folk_find_delete_default,
      "folk-find-harm": folk_find_harm_default,
      "flock-not-exclusive": flock_not_exclusive_default,
      "flock-unsupported": flock_unsupported_default,
      "gocache-trim-lock": gocache_trim_lock_default,
      "gocache-evicted": gocache_evicted_default,
      "gocache-full": gocache_full_default,
      "gopls-stalled-proxy": gopls_stalled_proxy_default,
      "gopls-stalled-git": gopls_stalled_git_default,
      "gopls-stalled-sumdb": gopls_stalled_sumdb_default,
      "gopls-toolchain-download": gopls_toolchain_download_default,
      "gopls-packages-driver": gopls_packages_driver_default,
      "gopls-cacheprog-hang": gopls_cacheprog_hang_default,
      "gopls-polluted-go": gopls_polluted_go_default,
      "gopls-no-home": gopls_no_home_default,
      "gopls-module-lock-held": gopls_module_lock_held_default,
      "gopls-many": gopls_many_default,
      "gopls-inherited-fd": gopls_inherited_fd_default,
      "gopls-inherited-pipe": gopls_inherited_pipe_default,
      "gopls-orphan-holder": gopls_orphan_holder_default,
      "gopls-clean-live": gopls_clean_live_default,
      "gopls-pid-file": gopls_pid_file_default,
      "gopls-socket-file": gopls_socket_file_default,
      "gopls-stale-files": gopls_stale_files_default,
      "gopls-stdin-null": gopls_stdin_null_default,
      "gopls-stdin": gopls_stdin_default,
      "gopls-daemon-stopped": gopls_daemon_stopped_default,
      "gopls-daemon-clean-start": gopls_daemon_clean_start_default,
      "gopls-daemon-stale-socket": gopls_daemon_stale_socket_default,
      "gopls-socket-path": gopls_socket_path_default,
      "gopls-socket-owner": gopls_socket_owner_default,
      "gopls-daemon-cold-buildid": gopls_daemon_cold_buildid_default,
      "gopls-daemon-socket-left": gopls_daemon_socket_left_default,
      "gopls-timeout": gopls_timeout_default,
      "gopls-gocache-full": gopls_gocache_full_default,
      "gopls-disk-full": gopls_disk_full_default,
      "gopls-index-stale": gopls_index_stale_default,
      "gopls-readonly-cache": gopls_readonly_cache_default,
      "gopls-workspace-socket": gopls_workspace_socket_default,
      "gopls-index-race": gopls_index_race_default,
      "gopls-index-empty": gopls_index_empty_default,
      "gopls-folk-flags": gopls_folk_flags_default,
      "lock-health": lock_health_default,
      "lock-health-sick": lock_health_sick_default
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
  let start2 = 0;
  while (start2 < firstLength && first.charCodeAt(start2) === second.charCodeAt(start2)) {
    start2++;
  }
  firstLength -= start2;
  secondLength -= start2;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary3;
  let temporary22;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start2 + index);
    array2[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start2 + index2);
    temporary3 = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary22 = bCharacterCode === characterCodeCache[index] ? temporary3 : temporary3 + 1;
      temporary3 = array2[index];
      result = array2[index] = temporary3 > result ? temporary22 > result ? result + 1 : temporary22 : temporary22 > temporary3 ? temporary3 + 1 : temporary22;
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
  const seen2 = /* @__PURE__ */ new Set();
  for (const candidate of candidates2) {
    if (seen2.has(candidate)) {
      continue;
    }
    seen2.add(candidate);
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
    var inc = (version, release5, options, identifier, identifierBase) => {
      if (typeof options === "string") {
        identifierBase = identifier;
        identifier = options;
        options = void 0;
      }
      try {
        return new SemVer(
          version instanceof SemVer ? version.version : version,
          options
        ).inc(release5, identifier, identifierBase).version;
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
      const parsed3 = parse(version, options);
      return parsed3 && parsed3.prerelease.length ? parsed3.prerelease : null;
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

// node_modules/semver/functions/coerce.js
var require_coerce = __commonJS({
  "node_modules/semver/functions/coerce.js"(exports2, module2) {
    "use strict";
    var SemVer = require_semver();
    var parse = require_parse();
    var { safeRe: re, t } = require_re();
    var coerce2 = (version, options) => {
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
    module2.exports = coerce2;
  }
});

// node_modules/semver/functions/truncate.js
var require_truncate = __commonJS({
  "node_modules/semver/functions/truncate.js"(exports2, module2) {
    "use strict";
    var parse = require_parse();
    var constants15 = require_constants();
    var SemVer = require_semver();
    var truncate = (version, truncation, options) => {
      if (!constants15.RELEASE_TYPES.includes(truncation)) {
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
    var satisfies3 = require_satisfies();
    var gt = require_gt();
    var lt2 = require_lt();
    var lte = require_lte();
    var gte2 = require_gte();
    var outside = (version, range, hilo, options) => {
      version = new SemVer(version, options);
      range = new Range(range, options);
      let gtfn, ltefn, ltfn, comp, ecomp;
      switch (hilo) {
        case ">":
          gtfn = gt;
          ltefn = lte;
          ltfn = lt2;
          comp = ">";
          ecomp = ">=";
          break;
        case "<":
          gtfn = lt2;
          ltefn = gte2;
          ltfn = gt;
          comp = "<";
          ecomp = "<=";
          break;
        default:
          throw new TypeError('Must provide a hilo val of "<" or ">"');
      }
      if (satisfies3(version, range, options)) {
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
    var satisfies3 = require_satisfies();
    var compare4 = require_compare();
    module2.exports = (versions, range, options) => {
      const set = [];
      let first = null;
      let prev = null;
      const v = versions.sort((a, b) => compare4(a, b, options));
      for (const version of v) {
        const included = satisfies3(version, range, options);
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
    var satisfies3 = require_satisfies();
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
      let gt, lt2;
      for (const c of sub) {
        if (c.operator === ">" || c.operator === ">=") {
          gt = higherGT(gt, c, options);
        } else if (c.operator === "<" || c.operator === "<=") {
          lt2 = lowerLT(lt2, c, options);
        } else {
          eqSet.add(c.semver);
        }
      }
      if (eqSet.size > 1) {
        return null;
      }
      let gtltComp;
      if (gt && lt2) {
        gtltComp = compare4(gt.semver, lt2.semver, options);
        if (gtltComp > 0) {
          return null;
        } else if (gtltComp === 0 && (gt.operator !== ">=" || lt2.operator !== "<=")) {
          return null;
        }
      }
      for (const eq of eqSet) {
        if (gt && !satisfies3(eq, String(gt), options)) {
          return null;
        }
        if (lt2 && !satisfies3(eq, String(lt2), options)) {
          return null;
        }
        for (const c of dom) {
          if (!satisfies3(eq, String(c), options)) {
            return false;
          }
        }
        return true;
      }
      let higher, lower;
      let hasDomLT, hasDomGT;
      let needDomLTPre = lt2 && !options.includePrerelease && lt2.semver.prerelease.length ? lt2.semver : false;
      let needDomGTPre = gt && !options.includePrerelease && gt.semver.prerelease.length ? gt.semver : false;
      if (needDomLTPre && needDomLTPre.prerelease.length === 1 && lt2.operator === "<" && needDomLTPre.prerelease[0] === 0) {
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
        if (lt2) {
          if (needDomLTPre) {
            if (c.semver.prerelease && c.semver.prerelease.length && c.semver.major === needDomLTPre.major && c.semver.minor === needDomLTPre.minor && c.semver.patch === needDomLTPre.patch) {
              needDomLTPre = false;
            }
          }
          if (c.operator === "<" || c.operator === "<=") {
            lower = lowerLT(lt2, c, options);
            if (lower === c && lower !== lt2) {
              return false;
            }
          } else if (lt2.operator === "<=" && !c.test(lt2.semver)) {
            return false;
          }
        }
        if (!c.operator && (lt2 || gt) && gtltComp !== 0) {
          return false;
        }
      }
      if (gt && hasDomLT && !lt2 && gtltComp !== 0) {
        return false;
      }
      if (lt2 && hasDomGT && !gt && gtltComp !== 0) {
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
    var constants15 = require_constants();
    var SemVer = require_semver();
    var identifiers = require_identifiers();
    var parse = require_parse();
    var valid2 = require_valid2();
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
    var lt2 = require_lt();
    var eq = require_eq();
    var neq = require_neq();
    var gte2 = require_gte();
    var lte = require_lte();
    var cmp = require_cmp();
    var coerce2 = require_coerce();
    var truncate = require_truncate();
    var Comparator = require_comparator();
    var Range = require_range();
    var satisfies3 = require_satisfies();
    var toComparators = require_to_comparators();
    var maxSatisfying = require_max_satisfying();
    var minSatisfying = require_min_satisfying();
    var minVersion = require_min_version();
    var validRange3 = require_valid();
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
      lt: lt2,
      eq,
      neq,
      gte: gte2,
      lte,
      cmp,
      coerce: coerce2,
      truncate,
      Comparator,
      Range,
      satisfies: satisfies3,
      toComparators,
      maxSatisfying,
      minSatisfying,
      minVersion,
      validRange: validRange3,
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
      SEMVER_SPEC_VERSION: constants15.SEMVER_SPEC_VERSION,
      RELEASE_TYPES: constants15.RELEASE_TYPES,
      compareIdentifiers: identifiers.compareIdentifiers,
      rcompareIdentifiers: identifiers.rcompareIdentifiers
    };
  }
});

// src/lab/scenario-schema.ts
function scenarioFlaws(value) {
  const result = safeParse(schema, value);
  if (result.success) return [];
  return result.issues.map(({ path, message: message2 }) => {
    const where = dotted(path?.map(({ key }) => key) ?? []);
    return where === "" ? message2 : `${where} ${message2}`;
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
  const [nearest2] = [...known].sort((a, b) => leven(a, word) - leven(b, word));
  return nearest2 !== void 0 && leven(nearest2, word) <= Math.max(2, word.length / 3) ? `; did you mean ${nearest2}?` : `; known are ${known.join(", ")}`;
}
function expected(what) {
  return (issue) => `must be ${what}, and is ${issue.received}`;
}
function quoted2(input) {
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
      regex(/^[A-Za-z0-9-]+$/, (issue) => `${quoted2(issue.input)} is no name of a worker; use letters, digits and "-"`)
    );
    probeName = pipe(
      string(),
      regex(/^[\w-]+( [\w-]+)*$/, (issue) => `${quoted2(issue.input)} is no name of a probe; use letters, digits and "-"`)
    );
    variable = pipe(
      string(),
      regex(/^[A-Za-z_]\w*$/, (issue) => `${quoted2(issue.input)} is no name of an environment variable`)
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
        (issue) => `${quoted2(issue.input)} is no range of versions; write it as "<1.14", ">=1.14" or "1.22"`
      )
    );
    fault = only(
      {
        name: text,
        needs: array(
          picklist(
            ["ptrace", "mount", "fuse", "pidns", "root", "procfs", "node", "netns", "memory"],
            expected('"ptrace", "fuse", "pidns", "root", "procfs", "node" or "netns"')
          ),
          expected("a list of capabilities")
        ),
        wrap: exactOptional(shellLine),
        canary: exactOptional(shellLine),
        program: exactOptional(literal("faultfs")),
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
      apart: exactOptional(flag),
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
      causeStays: exactOptional(flag),
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
      trace: exactOptional(flag),
      alone: exactOptional(flag),
      user: exactOptional(literal("root", expected('"root", or absent'))),
      finding: exactOptional(text)
    });
    schema = pipe(
      shape,
      rawCheck(({ dataset, addIssue }) => {
        if (!dataset.typed || dataset.issues !== void 0) return;
        const report5 = (keys, message2) => addIssue({ message: message2, path: pathTo(dataset.value, keys) });
        const { workers, mitigations, until } = dataset.value;
        const names4 = workers.map(({ name: name2 }) => name2);
        names4.forEach((name2, index) => {
          if (names4.indexOf(name2) !== index) report5(["workers", index, "name"], `"${name2}" is the name of another worker`);
        });
        if (workers.every(({ background }) => background === true)) {
          report5(["workers"], "has nobody to wait for: all of them run in the background");
        }
        const files = [fileNameOf(null)];
        for (const name2 of Object.keys(mitigations ?? {})) {
          if (files.includes(fileNameOf(name2))) {
            report5(["mitigations", name2], "would be stored under the name of another arm; name it otherwise");
          }
          files.push(fileNameOf(name2));
        }
        if (dataset.value.trace === true) {
          const lays = (laid) => laid?.needs.includes("ptrace");
          const twice = "is laid by strace, which traces the workers already; leave out `trace`, or this";
          if (lays(dataset.value.fault)) report5(["fault"], twice);
          workers.forEach(({ fault: fault2, apart: apart3 }, index) => {
            if (lays(fault2)) report5(["workers", index, "fault"], twice);
            if (apart3 === true)
              report5(["workers", index, "apart"], "cannot be traced: its processes have other numbers inside");
          });
          for (const [name2, { fault: fault2 }] of Object.entries(mitigations ?? {})) {
            if (lays(fault2)) report5(["mitigations", name2, "fault"], twice);
          }
        }
        for (const [name2, { run: run3, rescue }] of Object.entries(mitigations ?? {})) {
          for (const key of Object.keys(run3 ?? {})) {
            if (!names4.includes(key)) report5(["mitigations", name2, "run", key], `is no worker${suggestion(key, names4)}`);
          }
          if (rescue !== void 0 && until === void 0) {
            report5(["mitigations", name2, "rescue"], "would never run: the scenario has no `until` that says when");
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
async function loadScenario(file2) {
  const exported = evaluate(file2, await transform(file2, await read(file2)));
  if (!("default" in exported)) {
    throw new UserError(`${file2}: no default export; write \`export default defineScenario({ \u2026 })\``);
  }
  const scenario = exported.default;
  const flaws = scenarioFlaws(scenario);
  if (flaws.length > 0) throw new UserError(`${file2}: ${flaws.join("; ")}`);
  return scenario;
}
async function read(file2) {
  try {
    return await (0, import_promises9.readFile)(file2, "utf8");
  } catch (error) {
    switch (errnoOf(error)) {
      case "ENOENT":
      case "ENOTDIR":
        throw new UserError(`${file2}: no such file`, { cause: error });
      case "EISDIR":
        throw new UserError(`${file2}: a directory, not a scenario file`, { cause: error });
      case "EACCES":
        throw new UserError(`${file2}: may not be read`, { cause: error });
      default:
        throw error;
    }
  }
}
async function transform(file2, source) {
  const sucrase = await import("./sucrase.cjs");
  try {
    return sucrase.transform(source, {
      transforms: /\.[cm]?js$/.test(file2) ? ["imports"] : ["typescript", "imports"],
      disableESTransforms: true
    }).code;
  } catch (error) {
    const [, message2 = messageOf(error), line] = /^(.*) \((\d+):\d+\)$/s.exec(messageOf(error)) ?? [];
    throw new UserError(`${at(file2, line)}: syntax error: ${message2.replace(/^Error transforming .*?: /, "")}`, {
      cause: error
    });
  }
}
function evaluate(file2, code) {
  const exports2 = {};
  let body;
  try {
    body = (0, import_node_vm.compileFunction)(code, ["exports", "require"], { filename: file2 });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${at(file2, lineIn(file2, error))}: syntax error: ${error.message}`, { cause: error });
  }
  try {
    body(exports2, requireVocabulary);
  } catch (error) {
    const said = error instanceof UserError ? error.message : `it throws while it loads: ${String(error)}`;
    throw new UserError(`${at(file2, lineIn(file2, error))}: ${said}`, { cause: error });
  }
  return exports2;
}
function requireVocabulary(specifier) {
  if (specifier !== "unlatch" && !ownFile.test(specifier)) {
    throw new UserError(`a scenario imports only 'unlatch', not '${specifier}'`);
  }
  return strictVocabulary;
}
function lineIn(file2, error) {
  if (!(error instanceof Error) || error.stack === void 0) return void 0;
  const start2 = error.stack.indexOf(`${file2}:`);
  return start2 === -1 ? void 0 : /^\d+/.exec(error.stack.slice(start2 + file2.length + 1))?.[0];
}
function at(file2, line) {
  return line === void 0 ? file2 : `${file2}:${line}`;
}
var import_promises9, import_node_vm, ownFile, strictVocabulary;
var init_load_scenario = __esm({
  "src/lab/load-scenario.ts"() {
    "use strict";
    import_promises9 = require("node:fs/promises");
    import_node_vm = require("node:vm");
    init_leven();
    init_errors();
    init_scenario_schema();
    init_vocabulary();
    ownFile = /^\.{1,2}\/(?:.*\/)?lab\/(?:vocabulary|scenario|(?:check|fault)\/[a-z-]+)\.ts$/;
    strictVocabulary = new Proxy(
      { ...vocabulary_exports, __esModule: true },
      {
        get: (words3, word, receiver) => {
          if (word in words3 || typeof word === "symbol") return Reflect.get(words3, word, receiver);
          const [nearest2] = Object.keys(vocabulary_exports).sort((a, b) => leven(a, word) - leven(b, word));
          throw new UserError(`'unlatch' has no ${word}; did you mean ${nearest2}?`);
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
async function namedScenarios(names4) {
  if (names4.length === 0) return catalogue;
  const found = /* @__PURE__ */ new Map();
  for (const name2 of new Set(names4)) {
    for (const named3 of await resolve(name2)) {
      const other = found.get(named3.id);
      if (other !== void 0 && other.scenario !== named3.scenario) {
        throw new UserError(`${name2}: two scenarios would be called ${named3.id}; rename one of the files`);
      }
      found.set(named3.id, named3);
    }
  }
  return [...found.values()];
}
async function resolve(name2) {
  if (/\.[cm]?[jt]s$/.test(name2)) {
    const { loadScenario: loadScenario2 } = await Promise.resolve().then(() => (init_load_scenario(), load_scenario_exports));
    return [{ id: (0, import_node_path7.basename)(name2).replace(/\.[cm]?[jt]s$/, ""), scenario: await loadScenario2(name2) }];
  }
  const pattern = globPattern(name2);
  const fitting = catalogue.filter(({ id }) => pattern.test(id));
  if (fitting.length > 0) return fitting;
  if (/[*?]/.test(name2)) throw new UserError(`no scenario fits ${name2}; \`unlatch list\` shows them all`);
  const { default: leven2 } = await Promise.resolve().then(() => (init_leven(), leven_exports));
  const [nearest2] = catalogue.map(({ id }) => id).sort((a, b) => leven2(a, name2) - leven2(b, name2));
  throw new UserError(`no scenario ${name2}; did you mean ${nearest2}? \`unlatch list\` shows them all`);
}
function globPattern(glob) {
  const source = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
  return new RegExp(`^${source}$`);
}
var import_node_path7, catalogue;
var init_catalogue = __esm({
  "src/cli/catalogue.ts"() {
    "use strict";
    import_node_path7 = require("node:path");
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
        ajv: "8.20.0",
        "ajv-draft-04": "1.0.0",
        "ajv-formats": "3.0.1",
        esbuild: "0.28.2",
        "fast-check": "4.10.2",
        "fast-xml-parser": "5.12.1",
        node: "24.21.0",
        typescript: "7.0.2",
        vitest: "5.1.1"
      },
      dependencies: {
        "@actions/cache": "6.3.0",
        "@actions/core": "3.0.1",
        "@opentelemetry/core": "2.12.0",
        "@opentelemetry/exporter-metrics-otlp-http": "0.223.0",
        "@opentelemetry/exporter-prometheus": "0.223.0",
        "@opentelemetry/resources": "2.12.0",
        "@opentelemetry/sdk-metrics": "2.12.0",
        "cli-progress": "3.12.0",
        "cli-table3": "0.6.5",
        commander: "14.0.3",
        dockerode: "5.0.1",
        fflate: "0.8.3",
        "jsonc-parser": "3.3.1",
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
function htmlPage(report5) {
  const host = `unlatch ${report5.unlatch}, kernel ${report5.host.kernel}, docker ${report5.host.docker ?? "none"}`;
  const scenarios2 = [...byScenario(report5.cells)].map(([scenario, cells]) => sectionHtml(scenario, cells));
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
<p><strong>${escapeHtml(summaryLine(report5.cells))}</strong></p>
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
    const text4 = mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2);
    const sign2 = mitigationSign(cell2, mitigation2);
    const outcome = sign2 === outcomeSign.skipped ? "skipped" : mitigationOutcome(cell2, mitigation2);
    return `<tr class="mitigation"><td colspan="3">\u21B3 ${escapeHtml(mitigation2.name)}</td>${verdictHtml(outcome, text4, mitigation2)}</tr>
`;
  });
  const place2 = [versionsText(cell2), cell2.runtime, cell2.fs ?? ""].map((text4) => `<td>${escapeHtml(text4)}</td>`).join("");
  return `<tr>${place2}${verdictHtml(claim, claimText(cell2) + claimExpected(cell2), cell2.baseline)}</tr>
${rows.join("")}`;
}
function verdictHtml(outcome, text4, tally3) {
  const details = tally3 === null ? "" : `<details><summary>why</summary><p>${escapeHtml(tally3.why)}</p></details>`;
  return `<td class="${outcome}">${outcomeSign[outcome]} ${escapeHtml(text4)}${details}</td><td>${tally3 === null ? "" : trialsText(tally3)}</td><td class="number">${tally3?.hits ?? ""}</td>`;
}
function escapeHtml(text4) {
  return plainLine(text4).replace(/[&<>"']/g, (character) => entities[character] ?? character);
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
function junitXml(report5) {
  const suites = [...byScenario(report5.cells)].map(([scenario, cells]) => suiteXml(scenario, cells.flatMap(casesOf)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="unlatch">
${suites.join("")}</testsuites>
`;
}
function casesOf(cell2) {
  const place2 = placeText(cell2);
  const claim = claimOutcome(cell2);
  const mitigations = cell2.mitigations.map((mitigation2) => mitigationCase(cell2, mitigation2, place2));
  const parts = [claim, ...mitigations.map(({ outcome }) => outcome)];
  const hidden = cellOutcome(cell2) === "differs" && !parts.includes("differs");
  return [
    {
      name: `${place2}: ${plainLine(cell2.claim)}`,
      outcome: hidden ? "differs" : claim,
      message: cell2.skipped !== null ? `missing: ${plainLine(cell2.skipped)}` : claimText(cell2) + claimExpected(cell2),
      why: cell2.baseline?.why ?? "",
      seconds: cell2.ms / 1e3
    },
    ...mitigations
  ];
}
function mitigationCase(cell2, mitigation2, place2) {
  const outcome = mitigationOutcome(cell2, mitigation2);
  return {
    name: `${place2}: mitigation: ${plainLine(mitigation2.name)}`,
    outcome: mitigation2.verdict === "untested" && outcome === "as-expected" ? "skipped" : outcome,
    message: cell2.skipped !== null ? `missing: ${plainLine(cell2.skipped)}` : mitigationText(cell2, mitigation2) + mitigationExpected(cell2, mitigation2),
    why: mitigation2.why,
    seconds: 0
  };
}
function suiteXml(scenario, cases) {
  const count4 = (outcome) => String(cases.filter((each) => each.outcome === outcome).length);
  const open4 = tag("testsuite", {
    name: scenario,
    tests: String(cases.length),
    failures: count4("differs"),
    errors: count4("inconclusive"),
    skipped: count4("skipped"),
    time: cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3)
  });
  const lines2 = cases.map((each) => {
    const attributes = { classname: scenario, name: each.name, time: each.seconds.toFixed(3) };
    return `    <${tag("testcase", attributes)}>${resultXml(each)}</testcase>
`;
  });
  return `  <${open4}>
${lines2.join("")}  </testsuite>
`;
}
function resultXml({ outcome, message: message2, why: why2 }) {
  const text4 = escapeXml(plainText(why2));
  if (outcome === "skipped") return `<${tag("skipped", { message: message2 })}/>`;
  if (outcome === "differs") return `<${tag("failure", { message: message2 })}>${text4}</failure>`;
  if (outcome === "inconclusive") return `<${tag("error", { message: message2 })}>${text4}</error>`;
  return `<system-out>${escapeXml(message2)}: ${text4}</system-out>`;
}
function tag(name2, attributes) {
  return [name2, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(" ");
}
function escapeXml(text4) {
  return plainText(text4).replace(/[&<>"]/g, (character) => entities2[character] ?? character);
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

// src/report/markdown.ts
function markdownReport(report5) {
  const notes = report5.cells.flatMap(remarks).map(({ outcome, text: text4 }) => `- ${outcomeSign[outcome]} ${escapeMarkdown(text4)}`);
  const host = `unlatch ${report5.unlatch}, kernel ${report5.host.kernel}, docker ${report5.host.docker ?? "none"}`;
  return `${[
    "## unlatch: verdicts",
    `**${summaryLine(report5.cells)}**`,
    ...notes.length === 0 ? [] : [notes.join("\n")],
    ...[...byScenario(report5.cells)].map(([scenario, cells]) => section(scenario, cells)),
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
function why(cell2, arm, text4) {
  return `- ${escapeMarkdown(versionsText(cell2))}, ${cell2.runtime}, ${escapeMarkdown(arm)}: ${escapeMarkdown(text4)}`;
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
function escapeMarkdown(text4) {
  return plainLine(text4).replace(/[\\`*_[\]<>|~&]/g, "\\$&").replace(/\$/g, "<span>$$</span>");
}
var init_markdown = __esm({
  "src/report/markdown.ts"() {
    "use strict";
    init_errors();
    init_by_scenario();
    init_outcome();
    init_plain_text();
    init_wording();
  }
});

// src/cli/result-files.ts
async function checkPlace(option, path, kind) {
  if (path === "") throw new UserError(`${option}: a ${kind} is wanted`);
  const refuse = (why2, cause) => new UserError(`${option} ${path}: ${why2}; name another ${kind}`, { cause });
  const whole2 = (0, import_node_path8.resolve)(path);
  for (let at2 = whole2; ; at2 = (0, import_node_path8.dirname)(at2)) {
    try {
      const isFolder = (await (0, import_promises10.stat)(at2)).isDirectory();
      if (at2 === whole2 && isFolder && kind === "file") throw refuse("is a folder");
      if (!isFolder && (at2 !== whole2 || kind === "folder")) throw refuse(`${at2} is no folder`);
      await (0, import_promises10.access)(at2, isFolder ? import_node_fs4.constants.W_OK | import_node_fs4.constants.X_OK : import_node_fs4.constants.W_OK);
      return;
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
      if (["ENOENT", "ENOTDIR"].includes(errnoOf(error) ?? "") && at2 !== (0, import_node_path8.dirname)(at2)) continue;
      throw refuse(`${at2} cannot be written (${errnoOf(error)})`, error);
    }
  }
}
async function makeFolders(path) {
  try {
    await (0, import_promises10.mkdir)(path);
  } catch (error) {
    if (errnoOf(error) === "EEXIST" && (await (0, import_promises10.stat)(path)).isDirectory()) return;
    const above = (0, import_node_path8.dirname)(path);
    if (errnoOf(error) !== "ENOENT" || above === path) throw error;
    await makeFolders(above);
    try {
      await (0, import_promises10.mkdir)(path);
    } catch (again) {
      if (errnoOf(again) !== "EEXIST") throw again;
    }
  }
}
async function writeResult(file2, text4) {
  await makeFolders((0, import_node_path8.dirname)((0, import_node_path8.resolve)(file2)));
  await (0, import_promises10.writeFile)(file2, text4);
}
var import_node_fs4, import_promises10, import_node_path8;
var init_result_files = __esm({
  "src/cli/result-files.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    import_promises10 = require("node:fs/promises");
    import_node_path8 = require("node:path");
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
    const file2 = files[name2];
    if (file2 !== void 0 && file2 !== "-") await checkPlace(`--${name2}`, file2, "file");
  }
}
async function writeReports(report5, files) {
  const renderings = {
    json: () => `${JSON.stringify(report5, null, 1)}
`,
    markdown: () => markdownReport(report5),
    junit: () => junitXml(report5),
    html: () => htmlPage(report5)
  };
  const failures2 = [];
  for (const name2 of names) {
    const file2 = files[name2];
    if (file2 === void 0) continue;
    const text4 = renderings[name2]();
    try {
      if (file2 === "-") process.stdout.write(text4);
      else await writeResult(file2, text4);
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
      failures2.push(new UserError(`--${name2} ${file2}: the report could not be written`, { cause: error }));
    }
  }
  const [first] = failures2;
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
  const stored3 = paths.filter((path) => !files.includes(path));
  if (stored3.length === 0) throw new UserError("name a folder of histories as well");
  const histories = (await Promise.all(stored3.map(readHistories))).flat();
  const report5 = {
    schema: 1,
    unlatch: packageVersion(),
    host: { kernel: (0, import_node_os2.release)(), docker: null },
    cells: checkHistories(histories, [...own, ...catalogue])
  };
  if (!reportTakesStdout(options)) {
    const { stream, columns, colour } = outputOf(process.stdout);
    stream.write(verdictGrid(report5.cells, columns, (0, import_picocolors.createColors)(colour)));
  }
  await writeReports(report5, options);
  return exitStatusOf(report5, { strict: false });
}
var import_node_os2, import_picocolors;
var init_check_stored = __esm({
  "src/cli/check-stored.ts"() {
    "use strict";
    import_node_os2 = require("node:os");
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

// src/go/user-cache.ts
function userCacheFolder(env2) {
  if (process.platform === "win32") return env2["LocalAppData"] || env2["LOCALAPPDATA"] || null;
  const home = env2["HOME"] || null;
  if (process.platform === "darwin") return home === null ? null : (0, import_node_path9.join)(home, "Library/Caches");
  const named3 = env2["XDG_CACHE_HOME"];
  if (named3) return (0, import_node_path9.isAbsolute)(named3) ? named3 : null;
  return home === null ? null : (0, import_node_path9.join)(home, ".cache");
}
var import_node_path9;
var init_user_cache = __esm({
  "src/go/user-cache.ts"() {
    "use strict";
    import_node_path9 = require("node:path");
  }
});

// src/go/gopls-cache.ts
function goplsCacheFolder(env2) {
  return (0, import_node_path10.join)(env2["GOPLSCACHE"] || (userCacheFolder(env2) ?? (0, import_node_os3.tmpdir)()), "gopls");
}
var import_node_os3, import_node_path10;
var init_gopls_cache = __esm({
  "src/go/gopls-cache.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path10 = require("node:path");
    init_user_cache();
  }
});

// src/proc/read-proc.ts
function readText(path) {
  return orNull(() => (0, import_node_fs5.readFileSync)(path, "utf8"));
}
function readLink(path) {
  return orNull(() => (0, import_node_fs5.readlinkSync)(path));
}
function readNames(path) {
  return orNull(() => (0, import_node_fs5.readdirSync)(path));
}
function orNull(read4) {
  try {
    return read4();
  } catch (error) {
    const code = errnoOf(error) ?? "";
    if (gone.has(code) || forbidden.has(code)) return null;
    throw error;
  }
}
var import_node_fs5, gone, forbidden;
var init_read_proc = __esm({
  "src/proc/read-proc.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    init_errors();
    gone = /* @__PURE__ */ new Set(["ENOENT", "ESRCH", "ENOTDIR", "EINVAL"]);
    forbidden = /* @__PURE__ */ new Set(["EACCES", "EPERM"]);
  }
});

// src/proc/stat.ts
function readStat(pid) {
  const text4 = readText(`/proc/${pid}/stat`);
  return text4 === null ? null : parseStat(text4);
}
function parseStat(text4) {
  const open4 = text4.indexOf("(");
  const close = text4.lastIndexOf(")");
  const fields = text4.slice(close + 2).split(" ");
  const [state, ppid, group] = fields;
  if (open4 < 0 || close < open4 || state === void 0) return null;
  return {
    pid: Number(text4.slice(0, open4)),
    name: text4.slice(open4 + 1, close),
    state,
    ppid: Number(ppid),
    group: Number(group),
    ticks: Number(fields[11]) + Number(fields[12]),
    startTicks: Number(fields[19])
  };
}
function uptimeTicks() {
  return Number(readText("/proc/uptime")?.split(" ")[0] ?? 0) * (1e3 / msPerTick);
}
var msPerTick;
var init_stat = __esm({
  "src/proc/stat.ts"() {
    "use strict";
    init_read_proc();
    msPerTick = 10;
  }
});

// src/hygiene/seen.ts
function seen(read4) {
  try {
    return read4();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
var init_seen = __esm({
  "src/hygiene/seen.ts"() {
    "use strict";
    init_errors();
  }
});

// src/hygiene/processes.ts
function hasProc() {
  return seen(() => (0, import_node_fs6.readFileSync)("/proc/self/stat")) !== null;
}
function readProcesses() {
  const bootMs = bootTimeMs();
  const pids = (seen(() => (0, import_node_fs6.readdirSync)("/proc")) ?? []).filter((name2) => /^\d+$/.test(name2));
  return pids.flatMap((pid) => readProcess(Number(pid), bootMs) ?? []);
}
function readProcess(pid, bootMs = bootTimeMs()) {
  return seen(() => {
    const stat12 = parseStat((0, import_node_fs6.readFileSync)(`/proc/${pid}/stat`, "utf8"));
    if (stat12 === null || stat12.state === "Z" || stat12.state === "X") return null;
    const { startTicks } = stat12;
    const { uid: uid2 } = (0, import_node_fs6.lstatSync)(`/proc/${pid}`);
    const exe = isOpenToUs(uid2) ? seen(() => (0, import_node_fs6.readlinkSync)(`/proc/${pid}/exe`)) : null;
    const line = (0, import_node_fs6.readFileSync)(`/proc/${pid}/cmdline`, "utf8").replace(/\0+$/, "").replaceAll("\0", " ");
    return {
      pid,
      parent: stat12.ppid,
      uid: uid2,
      name: exe === null ? stat12.name : (0, import_node_path11.basename)(exe.replace(/ \(deleted\)$/, "")),
      command: line === "" ? stat12.name : line,
      startTicks,
      startedMs: bootMs + startTicks * msPerTick,
      container: containerOf(seen(() => (0, import_node_fs6.readFileSync)(`/proc/${pid}/cgroup`, "utf8")) ?? "")
    };
  });
}
function isOpenToUs(uid2) {
  const own = globalThis.process.geteuid?.();
  return own === 0 || own === uid2;
}
function bootTimeMs() {
  const text4 = seen(() => (0, import_node_fs6.readFileSync)("/proc/stat", "utf8")) ?? "";
  return Number(/^btime (\d+)$/m.exec(text4)?.[1] ?? 0) * 1e3;
}
function containerOf(cgroup) {
  return /[/-]([0-9a-f]{12})[0-9a-f]{52}(?:\.scope)?$/m.exec(cgroup)?.[1] ?? null;
}
function openPaths({ pid, uid: uid2 }) {
  if (!isOpenToUs(uid2)) return [];
  const fds = seen(() => (0, import_node_fs6.readdirSync)(`/proc/${pid}/fd`)) ?? [];
  const links = ["cwd", "exe", "root", ...fds.map((fd) => `fd/${fd}`)];
  return links.flatMap((link2) => seen(() => (0, import_node_fs6.readlinkSync)(`/proc/${pid}/${link2}`)) ?? []);
}
function isAt(process3, folder) {
  if (!isOpenToUs(process3.uid)) return false;
  const here = seen(() => (0, import_node_fs6.statSync)(folder));
  const there2 = seen(() => (0, import_node_fs6.statSync)(`/proc/${process3.pid}/cwd`));
  if (here !== null && there2 !== null && here.dev === there2.dev && here.ino === there2.ino) return true;
  return openPaths(process3).some((path) => path === folder || path.startsWith(`${folder}/`));
}
function describeProcess(process3, nowMs) {
  const seconds = Math.max(0, Math.round((nowMs - process3.startedMs) / 1e3));
  const age2 = seconds < 120 ? `${seconds} s` : seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
  const command2 = process3.command.length > 80 ? `${process3.command.slice(0, 79)}\u2026` : process3.command;
  const inside = process3.container === null ? "" : `, in container ${process3.container}`;
  return `pid ${process3.pid} (${command2}), ${age2} old${inside}`;
}
function isSame(process3) {
  return readProcess(process3.pid)?.startTicks === process3.startTicks;
}
var import_node_fs6, import_node_path11;
var init_processes = __esm({
  "src/hygiene/processes.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_node_path11 = require("node:path");
    init_stat();
    init_seen();
  }
});

// src/hygiene/end-tree.ts
async function endTree(pid, uid2) {
  if (!hasProc())
    throw new UserError("--end needs /proc, which this system does not have; end the process by its id yourself");
  const target = readProcess(pid);
  if (target === null) return [];
  const named3 = `pid ${pid} (${target.command})`;
  if (target.uid !== uid2)
    throw new UserError(`--end ${pid}: ${named3} belongs to user ${target.uid}, and you are user ${uid2}`);
  if (!/^(?:go|gopls|git)(?:[-.\d].*)?$/.test(target.name)) {
    throw new UserError(`--end ${pid}: ${named3} is no go, gopls or git; end it yourself if you mean it`);
  }
  const all = readProcesses();
  if (treeOf(target, all).some((process3) => process3.pid === globalThis.process.pid)) {
    throw new UserError(`--end ${pid}: ${named3} started this unlatch`);
  }
  const ended3 = /* @__PURE__ */ new Map();
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    const deadlineMs = performance.now() + politeMs;
    for (; ; ) {
      const known = [target, ...ended3.values()].filter(isSame);
      const now = readProcesses();
      const living = unique([...known, ...known.flatMap((process3) => treeOf(process3, now))]).filter(
        (one) => one.uid === uid2
      );
      if (living.length === 0) return [...ended3.values()];
      for (const process3 of living) {
        const fresh = !ended3.has(keyOf(process3));
        ended3.set(keyOf(process3), process3);
        if (fresh || signal === "SIGKILL") send(process3, signal);
      }
      if (performance.now() > deadlineMs) break;
      await (0, import_promises11.setTimeout)(lookMs);
    }
  }
  throw new UserError(`--end ${pid}: ${named3} does not end; it waits in the kernel, as on a filesystem that hangs`);
}
function treeOf(process3, all) {
  const children = all.filter((one) => one.parent === process3.pid);
  return [process3, ...children.flatMap((child) => treeOf(child, all))];
}
function unique(processes) {
  return [...new Map(processes.map((process3) => [keyOf(process3), process3])).values()];
}
function keyOf({ pid, startTicks }) {
  return `${pid}:${startTicks}`;
}
function send(to, signal) {
  if (!isSame(to)) return;
  try {
    process.kill(to.pid, signal);
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}
var import_promises11, politeMs, lookMs;
var init_end_tree = __esm({
  "src/hygiene/end-tree.ts"() {
    "use strict";
    import_promises11 = require("node:timers/promises");
    init_errors();
    init_processes();
    politeMs = 5e3;
    lookMs = 50;
  }
});

// src/hygiene/folder.ts
function openFolder(path) {
  return held((0, import_node_fs7.openSync)(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW), path);
}
function entryOf(folder, name2) {
  return linux ? `/proc/self/fd/${folder.fd}/${name2}` : (0, import_node_path12.join)(folder.path, name2);
}
function openIn(folder, name2) {
  let fd;
  try {
    fd = (0, import_node_fs7.openSync)(entryOf(folder, name2), O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  } catch (error) {
    if (errnoOf(error) === "ELOOP" || errnoOf(error) === "ENOTDIR") return null;
    throw error;
  }
  const inner = held(fd, (0, import_node_path12.join)(folder.path, name2));
  if (inner.mount === folder.mount) return inner;
  inner[Symbol.dispose]();
  return null;
}
function openBelow(root, path) {
  const steps = (0, import_node_path12.relative)(root.path, path).split("/").filter((step) => step !== "");
  if (steps.includes("..")) return null;
  let at2 = held((0, import_node_fs7.openSync)(entryOf(root, "."), O_RDONLY | O_DIRECTORY), root.path);
  for (const step of steps) {
    var _stack = [];
    try {
      const outer = __using(_stack, at2);
      const inner = openIn(outer, step);
      if (inner === null) return null;
      at2 = inner;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  return at2;
}
function removeTree(folder, name2) {
  const inner = openIn(folder, name2);
  if (inner === null) throw otherMount((0, import_node_path12.join)(folder.path, name2));
  {
    var _stack = [];
    try {
      const open4 = __using(_stack, inner);
      for (const entry2 of (0, import_node_fs7.readdirSync)(entryOf(open4, "."), { encoding: "buffer" })) removeEntry(open4, entry2);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  }
  (0, import_node_fs7.rmdirSync)(entryOf(folder, name2));
}
function removeEntry(folder, name2) {
  const path = Buffer.concat([Buffer.from(entryOf(folder, "")), name2]);
  const stat12 = (0, import_node_fs7.lstatSync)(path, { throwIfNoEntry: false });
  if (stat12 === void 0) return;
  const text4 = name2.toString();
  if (!stat12.isDirectory()) (0, import_node_fs7.unlinkSync)(path);
  else if (Buffer.from(text4).equals(name2)) removeTree(folder, text4);
  else throw Object.assign(new Error(`${(0, import_node_path12.join)(folder.path, text4)}: the name is not UTF-8`), { code: "EILSEQ" });
}
function otherMount(path) {
  return Object.assign(new Error(`${path} is on another mount`), { code: "EXDEV" });
}
function held(fd, path) {
  return { path, fd, mount: mountOf(fd), [Symbol.dispose]: () => (0, import_node_fs7.closeSync)(fd) };
}
function mountOf(fd) {
  const device = (0, import_node_fs7.fstatSync)(fd).dev;
  if (!linux) return `${device}`;
  const mount = /^mnt_id:\s*(\d+)$/m.exec((0, import_node_fs7.readFileSync)(`/proc/self/fdinfo/${fd}`, "utf8"))?.[1];
  return `${device}:${mount}`;
}
var import_node_fs7, import_node_path12, linux, O_RDONLY, O_DIRECTORY, O_NOFOLLOW;
var init_folder = __esm({
  "src/hygiene/folder.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path12 = require("node:path");
    init_errors();
    linux = process.platform === "linux";
    ({ O_RDONLY, O_DIRECTORY, O_NOFOLLOW } = import_node_fs7.constants);
  }
});

// src/hygiene/holders.ts
function holdersOf(identities) {
  const found = /* @__PURE__ */ new Map();
  if (identities.size === 0) return found;
  for (const process3 of readProcesses()) {
    for (const identity of locksOf(process3.pid, identities)) {
      found.set(identity, [...found.get(identity) ?? [], process3]);
    }
  }
  return found;
}
function locksOf(pid, identities) {
  const held2 = /* @__PURE__ */ new Set();
  for (const fd of lockedDescriptors(pid)) {
    const stat12 = seen(() => (0, import_node_fs8.statSync)(`/proc/${pid}/fd/${fd}`));
    if (stat12 !== null && identities.has(`${stat12.dev}:${stat12.ino}`)) held2.add(`${stat12.dev}:${stat12.ino}`);
  }
  return held2;
}
function lockedDescriptors(pid) {
  return (seen(() => (0, import_node_fs8.readdirSync)(`/proc/${pid}/fdinfo`)) ?? []).filter(
    (fd) => /^lock:\s.*FLOCK/m.test(seen(() => (0, import_node_fs8.readFileSync)(`/proc/${pid}/fdinfo/${fd}`, "utf8")) ?? "")
  );
}
var import_node_fs8;
var init_holders = __esm({
  "src/hygiene/holders.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    init_processes();
    init_seen();
  }
});

// src/hygiene/is-listening.ts
function isListening(path) {
  return new Promise((resolve11) => {
    const socket2 = (0, import_node_net.connect)({ path });
    const end = (answer) => {
      socket2.destroy();
      resolve11(answer);
    };
    socket2.setTimeout(patienceMs, () => end(null));
    socket2.once("connect", () => end(true));
    socket2.once("error", (error) => end(errnoOf(error) === "ECONNREFUSED" ? false : null));
  });
}
var import_node_net, patienceMs;
var init_is_listening = __esm({
  "src/hygiene/is-listening.ts"() {
    "use strict";
    import_node_net = require("node:net");
    init_errors();
    patienceMs = 2e3;
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
    return /\) [ZX] [^)]*$/.test((0, import_node_fs9.readFileSync)(`/proc/${pid}/stat`, "utf8"));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs9;
var init_is_alive = __esm({
  "src/is-alive.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    init_errors();
  }
});

// src/hygiene/residue.ts
function planClean(candidates2, nowMs, uid2) {
  const residue = [];
  const kept2 = [];
  for (const candidate of candidates2) {
    const { path, kind, bytes } = candidate;
    if ((kind === "zip" || kind === "mod") && (bytes > 0 || candidate.type !== "file")) continue;
    const why2 = whyKept(candidate, nowMs, uid2);
    if (why2 === null) residue.push({ path, kind, reason: reasons[kind], bytes, candidate });
    else kept2.push({ path, kind, why: why2 });
  }
  return { residue, kept: kept2 };
}
function whyKept(candidate, nowMs, uid2) {
  const { kind, type, use, sharedBy } = candidate;
  if (type !== wanted[kind]) return `not a ${wanted[kind]}`;
  if (candidate.uid !== uid2) return `belongs to user ${candidate.uid}`;
  if (use !== null) return use;
  const restedMs = nowMs - candidate.modifiedMs;
  const dueMs = restMs[kind] ?? 0;
  if (dueMs > 0 && restedMs < dueMs) return `written less than ${dueMs / minuteMs} min ago`;
  if (sharedBy !== null && restedMs < sharedRestMs) {
    return `on ${sharedBy}, which may hide the locks of other machines, and written less than a day ago`;
  }
  return null;
}
function kindOf(place2, name2) {
  switch (place2) {
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
  "src/hygiene/residue.ts"() {
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

// src/hygiene/list-caches.ts
async function listCaches(roots) {
  const found = [];
  const unread = [];
  const mounts = mountPoints();
  for (const root of roots) {
    const stat12 = statOf(root.path, unread);
    if (stat12 === null) continue;
    const walk = { root, device: stat12.dev, mounts, found, unread };
    if (root.kind === "gomodcache") listModules(walk);
    else if (root.kind === "gocache") listBuilds(walk);
    else listTemporary(walk);
  }
  return { candidates: await withUses(found, mounts), unread };
}
function listModules(walk) {
  const cache = (0, import_node_path13.join)(walk.root.path, "cache");
  if (!isInside(walk, cache)) return;
  const pending = [(0, import_node_path13.join)(cache, "download")];
  const database = (0, import_node_path13.join)(cache, "download", "sumdb");
  for (let at2 = pending.pop(); at2 !== void 0; at2 = pending.pop()) {
    if (at2 === database || !isInside(walk, at2)) continue;
    const versions = (0, import_node_path13.basename)(at2) === "@v";
    for (const entry2 of entriesOf(walk, at2)) {
      if (!versions && (entry2.isDirectory() || isUnknown(entry2))) pending.push((0, import_node_path13.join)(at2, entry2.name));
      else if (versions) addVersionFile(walk, at2, entry2.name);
    }
  }
  listRepositories(walk, (0, import_node_path13.join)(cache, "vcs"));
}
function addVersionFile(walk, folder, name2) {
  const match = kindOf("versions", name2);
  if (match === null) return;
  const { kind, version } = match;
  const module2 = folder.slice((0, import_node_path13.join)(walk.root.path, "cache", "download").length + 1, -"/@v".length);
  add(walk, (0, import_node_path13.join)(folder, name2), kind, {
    lock: version === null ? null : (0, import_node_path13.join)(folder, `${version}.lock`),
    tree: kind === "partial" ? (0, import_node_path13.join)(walk.root.path, `${module2}@${version}`) : null
  });
}
function listRepositories(walk, vcs) {
  if (!isInside(walk, vcs)) return;
  for (const entry2 of entriesOf(walk, vcs)) {
    if (!/^[0-9a-f]{64}$/.test(entry2.name)) continue;
    const repository = (0, import_node_path13.join)(vcs, entry2.name);
    const lock2 = `${repository}.lock`;
    addMatches(walk, repository, "repository", lock2);
    const objects = (0, import_node_path13.join)(repository, "objects");
    if (isInside(walk, repository) && isInside(walk, objects)) addMatches(walk, (0, import_node_path13.join)(objects, "pack"), "packs", lock2);
  }
}
function listBuilds(walk) {
  addMatches(walk, walk.root.path, "gocache", null);
  for (let prefix = 0; prefix < 256; prefix++) {
    addMatches(walk, (0, import_node_path13.join)(walk.root.path, prefix.toString(16).padStart(2, "0")), "entries", null);
  }
}
function listTemporary(walk) {
  const { kind, path } = walk.root;
  addMatches(walk, path, kind === "temporary" ? "temporary" : "gopls-cache", null);
  if (kind === "temporary") return;
  for (const entry2 of entriesOf(walk, path)) {
    if (/^[0-9a-f]{8}$/.test(entry2.name)) addMatches(walk, (0, import_node_path13.join)(path, entry2.name), "gopls-cache", null);
  }
}
function addMatches(walk, folder, place2, lock2) {
  if (!isInside(walk, folder)) return;
  for (const name2 of namesOf(walk, folder)) {
    const kind = kindOf(place2, name2)?.kind;
    if (kind !== void 0) add(walk, (0, import_node_path13.join)(folder, name2), kind, { lock: lock2, tree: null });
  }
}
function add(walk, path, kind, { lock: lock2, tree }) {
  const stat12 = statOf(path, walk.unread);
  if (stat12 === null || (kind === "zip" || kind === "mod") && stat12.size > 0) return;
  walk.found.push({
    path,
    root: walk.root.path,
    kind,
    type: typeOf(stat12),
    bytes: kind === "work-folder" && stat12.isDirectory() ? bytesBelow(walk, path) : stat12.size,
    modifiedMs: stat12.mtimeMs,
    uid: stat12.uid,
    identity: identityOf(stat12),
    lock: lock2,
    tree,
    sharedBy: walk.root.sharedBy
  });
}
function identityOf(stat12) {
  return `${stat12.dev}:${stat12.ino}`;
}
function typeOf(stat12) {
  return stat12.isFile() ? "file" : stat12.isDirectory() ? "folder" : stat12.isSocket() ? "socket" : "other";
}
function bytesBelow(walk, folder) {
  let bytes = 0;
  const pending = [folder];
  for (let at2 = pending.pop(); at2 !== void 0; at2 = pending.pop()) {
    if (!isInside(walk, at2)) continue;
    for (const entry2 of entriesOf(walk, at2)) {
      const path = (0, import_node_path13.join)(at2, entry2.name);
      if (entry2.isDirectory()) pending.push(path);
      else if (entry2.isFile()) bytes += statOf(path, walk.unread)?.size ?? 0;
    }
  }
  return bytes;
}
async function withUses(found, mounts) {
  let all = null;
  const processes = () => {
    all ??= readProcesses();
    return all;
  };
  let open4 = null;
  const opener = (path) => {
    open4 ??= openFiles(processes());
    return open4.get(path);
  };
  const candidates2 = [];
  for (const entry2 of found) candidates2.push({ ...entry2, use: await useOf(entry2, mounts, processes, opener) });
  return candidates2;
}
async function useOf({ kind, path, tree, modifiedMs, type }, mounts, processes, opener) {
  switch (kind) {
    case "partial":
      return tree !== null && (0, import_node_fs10.lstatSync)(tree, { throwIfNoEntry: false }) !== void 0 ? halfExtracted : null;
    case "write-temp":
    case "work-file": {
      const process3 = opener(path);
      return process3 === void 0 ? null : `open in pid ${process3.pid} (${process3.command})`;
    }
    case "work-folder": {
      if ([...mounts].some((mount) => mount.startsWith(`${path}/`))) return "something is mounted in it";
      const process3 = processes().find((one) => owns(one, path, modifiedMs));
      return process3 === void 0 ? null : `may be the work of pid ${process3.pid} (${process3.command})`;
    }
    case "pid-file":
      return type === "file" ? pidUse(path) : null;
    case "daemon-socket":
      return type !== "socket" || await isListening(path) === false ? null : "a daemon answers there, or may";
    default:
      return null;
  }
}
function owns(process3, folder, modifiedMs) {
  const ofGopls = /gopls-(\d+)\.details/.exec((0, import_node_path13.basename)(folder))?.[1];
  if (ofGopls !== void 0) return process3.pid === Number(ofGopls);
  const older = process3.startedMs <= modifiedMs + 2e3;
  if (/^(?:go|gopls)(?:[\d.].*)?$/.test(process3.name) && older) return true;
  return process3.command.includes(folder) || isAt(process3, folder);
}
function openFiles(processes) {
  return new Map(processes.flatMap((process3) => openPaths(process3).map((path) => [path, process3])));
}
function pidUse(path) {
  const pid = /^\s*(\d{1,9})\s*$/.exec(headOf2(path))?.[1];
  if (pid === void 0) return "holds no process id";
  return isAlive(Number(pid)) ? `process ${pid} is alive` : null;
}
function headOf2(path) {
  try {
    const fd = (0, import_node_fs10.openSync)(path, import_node_fs10.constants.O_RDONLY | import_node_fs10.constants.O_NOFOLLOW | import_node_fs10.constants.O_NONBLOCK);
    try {
      const head = Buffer.alloc(64);
      return head.toString("latin1", 0, (0, import_node_fs10.readSync)(fd, head));
    } finally {
      (0, import_node_fs10.closeSync)(fd);
    }
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return "";
  }
}
function isInside(walk, path) {
  const stat12 = statOf(path, walk.unread);
  return stat12?.isDirectory() === true && stat12.dev === walk.device && (path === walk.root.path || !walk.mounts.has(path));
}
function statOf(path, unread) {
  return read2(path, unread, () => (0, import_node_fs10.lstatSync)(path, { throwIfNoEntry: false }) ?? null);
}
function namesOf({ unread }, folder) {
  return read2(folder, unread, () => (0, import_node_fs10.readdirSync)(folder)) ?? [];
}
function entriesOf({ unread }, folder) {
  return read2(folder, unread, () => (0, import_node_fs10.readdirSync)(folder, { withFileTypes: true })) ?? [];
}
function read2(path, unread, from) {
  try {
    return from();
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    if (code !== "ENOENT" && code !== "ENOTDIR") unread.push({ path, code });
    return null;
  }
}
function isUnknown(entry2) {
  return !(entry2.isFile() || entry2.isDirectory() || entry2.isSymbolicLink() || entry2.isSocket() || entry2.isFIFO() || entry2.isBlockDevice() || entry2.isCharacterDevice());
}
function mountPoints() {
  let text4;
  try {
    text4 = (0, import_node_fs10.readFileSync)("/proc/self/mountinfo", "utf8");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return /* @__PURE__ */ new Set();
  }
  const unescaped2 = (path) => path.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
  return new Set(text4.split("\n").map((line) => unescaped2(line.split(" ")[4] ?? "")));
}
var import_node_fs10, import_node_path13, halfExtracted;
var init_list_caches = __esm({
  "src/hygiene/list-caches.ts"() {
    "use strict";
    import_node_fs10 = require("node:fs");
    import_node_path13 = require("node:path");
    init_errors();
    init_is_alive();
    init_is_listening();
    init_processes();
    init_residue();
    halfExtracted = "go needs it: the module that it marks is there, half extracted, and go extracts it again";
  }
});

// src/hygiene/locks.ts
function locker(env2) {
  let left2 = helpers;
  let worked = null;
  async function tryAll(fds) {
    if (fds.length === 0) return [];
    const [helper] = left2;
    if (helper === void 0) return fds.map(() => "no-helper");
    const inherited2 = fds.map((_, index) => `${index + 3}`);
    const said = await outputOf2([...batch[helper], ...inherited2], fds, env2);
    const status = new Map(said.split("\n").map((line) => line.split(" ")));
    const missing = inherited2.some((fd) => status.get(fd) === void 0 || status.get(fd) === "127");
    if (missing) {
      left2 = left2.slice(1);
      return await tryAll(fds);
    }
    worked = helper;
    return inherited2.map((fd) => {
      const ended3 = status.get(fd);
      return ended3 === "0" ? "taken" : ended3 === "1" ? "busy" : "unsupported";
    });
  }
  async function wait(fd, waitMs, signal) {
    const [helper] = left2;
    if (helper === void 0) return "no-helper";
    const [command2 = helper, ...args] = waiting[helper];
    const child = start(command2, args, [fd], env2);
    const timer = setTimeout(() => child.kill("SIGKILL"), waitMs);
    const stop2 = () => child.kill("SIGKILL");
    signal?.addEventListener("abort", stop2);
    if (signal?.aborted === true) stop2();
    try {
      const code = await endOf(child);
      return code === 0 ? "taken" : code === null ? "busy" : "unsupported";
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop2);
    }
  }
  return { helper: () => worked, tryAll, wait };
}
function start(command2, args, fds, env2) {
  return (0, import_node_child_process2.spawn)(command2, args, { stdio: ["ignore", "pipe", "ignore", ...fds], env: { ...env2 }, cwd: "/" });
}
async function outputOf2(line, fds, env2) {
  const [command2 = "", ...args] = line;
  const child = start(command2, args, fds, env2);
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text4) => {
    said += text4;
  });
  return await endOf(child) === "no-command" ? "" : said;
}
function endOf(child) {
  return new Promise((resolve11) => {
    child.once("error", () => resolve11("no-command"));
    child.once("close", (code) => resolve11(code));
  });
}
var import_node_child_process2, batch, waiting, batchSize, helpers;
var init_locks = __esm({
  "src/hygiene/locks.ts"() {
    "use strict";
    import_node_child_process2 = require("node:child_process");
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

// src/hygiene/roots.ts
function checkRoot(kind, given, uid2, home) {
  if (!(0, import_node_path14.isAbsolute)(given)) throw new UserError(`${given}: the path of a cache is absolute`);
  const path = realPath(given);
  if (path === null) return null;
  if (path === "/") throw new UserError(`${given}: that is the root folder; it is not cleaned`);
  const homePath = home === null || home === "" ? null : realPath(home);
  const above = kind !== "temporary" && homePath?.startsWith(`${path}/`);
  if (homePath !== null && (path === homePath || above)) {
    throw new UserError(`${given}: the home folder ${homePath} is there; it is not cleaned`);
  }
  const stat12 = (0, import_node_fs11.lstatSync)(path);
  if (!stat12.isDirectory()) throw new UserError(`${given}: not a folder`);
  if (kind !== "temporary" && stat12.uid !== uid2) {
    throw new UserError(`${given}: belongs to user ${stat12.uid}, and you are user ${uid2}; let its owner clean it`);
  }
  const why2 = strangeness(kind, path);
  if (why2 !== null) throw new UserError(`${given}: does not look like ${why2}`);
  return { kind, path, sharedBy: sharing.get((0, import_node_fs11.statfsSync)(path).type >>> 0) ?? null };
}
function realPath(path) {
  try {
    return (0, import_node_fs11.realpathSync)(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return null;
    throw new UserError(`${path}: cannot be looked at`, { cause: error });
  }
}
function strangeness(kind, path) {
  if (kind !== "gocache" && kind !== "gomodcache") return null;
  let names4;
  try {
    names4 = (0, import_node_fs11.readdirSync)(path);
  } catch (error) {
    throw new UserError(`${path}: cannot be read`, { cause: error });
  }
  if (names4.length === 0) return null;
  if (kind === "gomodcache") {
    const inside = names4.includes("cache") ? seenNames((0, import_node_path14.join)(path, "cache")) : [];
    const known2 = inside.some((name2) => name2 === "download" || name2 === "vcs" || name2 === "lock");
    return known2 ? null : "a module cache: there is no cache/download in it";
  }
  const known = isReadme((0, import_node_path14.join)(path, "README")) || names4.includes("00") && names4.includes("ff");
  return known ? null : "a build cache: there is neither go's README nor the folders 00 to ff in it";
}
function seenNames(path) {
  try {
    return (0, import_node_fs11.lstatSync)(path).isDirectory() ? (0, import_node_fs11.readdirSync)(path) : [];
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
function isReadme(path) {
  try {
    return (0, import_node_fs11.lstatSync)(path).isFile() && (0, import_node_fs11.readFileSync)(path, "utf8").startsWith("This directory holds cached build artifacts");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
var import_node_fs11, import_node_path14, sharing;
var init_roots = __esm({
  "src/hygiene/roots.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    import_node_path14 = require("node:path");
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

// src/hygiene/clean.ts
async function cleanCaches(request) {
  const uid2 = userId();
  const { roots, looked, unread } = rootsOf(request, uid2);
  const ended3 = [];
  if (!request.dryRun) for (const pid of request.end) ended3.push(...await endTree(pid, uid2));
  const listing = await listCaches(roots);
  const plan = planClean(listing.candidates, Date.now(), uid2);
  const locks = locker(request.env);
  const items = request.dryRun ? foreseen(plan.residue) : await apply(plan.residue, locks, request);
  const left2 = items.filter(({ outcome }) => outcome === "planned" || outcome === "busy" || outcome === "failed");
  const bytesOf = (some) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    schema: 1,
    dryRun: request.dryRun,
    roots: looked,
    items,
    kept: plan.kept,
    unread: [...unread, ...listing.unread],
    ended: ended3.map(({ pid, command: command2 }) => ({ pid, command: command2 })),
    helper: locks.helper(),
    removedBytes: bytesOf(items.filter(({ outcome }) => outcome === "removed")),
    leftBytes: bytesOf(left2),
    left: left2.length
  };
}
function userId() {
  const uid2 = process.geteuid?.();
  if (uid2 === void 0)
    throw new UserError("clean works on Linux and macOS: this system has no user ids and no flock");
  return uid2;
}
function rootsOf(request, uid2) {
  const roots = [];
  const looked = [];
  const unread = [];
  const take = (kind, path) => {
    const root = checkRoot(kind, path, uid2, request.home);
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
    const stat12 = candidate.lock === null ? void 0 : (0, import_node_fs12.lstatSync)(candidate.lock, { throwIfNoEntry: false });
    if (candidate.lock !== null && stat12 !== void 0) identities.set(candidate.lock, identityOf(stat12));
  }
  const holders = holdersOf(new Set(identities.values()));
  return residue.map((one) => {
    const found = holders.get(identities.get(one.candidate.lock ?? "") ?? "") ?? [];
    return found.length === 0 ? ended(one, "planned", null) : busy(one, found);
  });
}
async function apply(residue, locks, request) {
  const byLock = /* @__PURE__ */ new Map();
  for (const one of residue) byLock.set(one.candidate.lock, [...byLock.get(one.candidate.lock) ?? [], one]);
  const groups = [...byLock].map(
    ([lock2, some]) => ({ lock: lock2, root: some[0]?.candidate.root ?? "", residue: some })
  );
  const items = [];
  const late2 = [];
  for (const group of groups.filter(({ lock: lock2 }) => lock2 === null)) items.push(...await removeAll(group.residue));
  const guarded = groups.filter(({ lock: lock2 }) => lock2 !== null);
  for (let at2 = 0; at2 < guarded.length; at2 += batchSize) {
    request.signal?.throwIfAborted();
    const opened = guarded.slice(at2, at2 + batchSize).map((group) => ({ group, held: openLock(group) }));
    const usable = opened.filter((one) => typeof one.held !== "string");
    for (const { group, held: held2 } of opened)
      if (typeof held2 === "string") items.push(...group.residue.map((one) => ended(one, ...outcomeOf(held2))));
    try {
      const taken = await locks.tryAll(usable.map(({ held: held2 }) => held2.fd));
      for (const [index, { group, held: held2 }] of usable.entries()) {
        const state = taken[index] ?? "no-helper";
        if (state === "busy") late2.push(group);
        else items.push(...await withLock(group, held2, state));
      }
    } finally {
      for (const { held: held2 } of usable) held2[Symbol.dispose]();
    }
  }
  items.push(...await waitForAll(late2, locks, request));
  return items;
}
async function waitForAll(late2, locks, request) {
  const deadlineMs = performance.now() + request.waitMs;
  const limit = pLimit(16);
  const waited = await Promise.all(
    late2.map(
      (group) => limit(async () => {
        var _stack = [];
        try {
          const held2 = openLock(group);
          if (typeof held2 === "string") return group.residue.map((one) => ended(one, ...outcomeOf(held2)));
          const _ = __using(_stack, held2);
          const restMs2 = deadlineMs - performance.now();
          const [now = "busy"] = restMs2 > 0 ? [await locks.wait(held2.fd, restMs2, request.signal)] : await locks.tryAll([held2.fd]);
          request.signal?.throwIfAborted();
          if (now !== "busy") return await withLock(group, held2, now);
          const holders = holdersOf(/* @__PURE__ */ new Set([held2.identity])).get(held2.identity) ?? [];
          return group.residue.map((one) => busy(one, holders));
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
async function withLock(group, held2, state) {
  const { lock: lock2 } = group;
  if (state === "no-helper") {
    return group.residue.map(
      (one) => ended(one, "failed", "nothing here can take its lock: install flock (util-linux), perl or python3")
    );
  }
  if (state === "unsupported") {
    return group.residue.map(
      (one) => ended(one, "failed", "its lock cannot be taken: flock fails on this filesystem, for go too")
    );
  }
  const stat12 = lock2 === null ? void 0 : (0, import_node_fs12.lstatSync)(lock2, { throwIfNoEntry: false });
  if (stat12 === void 0 || identityOf(stat12) !== held2.identity) {
    return group.residue.map((one) => ended(one, "busy", "its lock file was replaced meanwhile"));
  }
  return await removeAll(group.residue);
}
function openLock({ lock: lock2, root }) {
  if (lock2 === null) return "EINVAL";
  try {
    var _stack = [];
    try {
      const base2 = __using(_stack, openFolder(root));
      const folder = __using(_stack, openBelow(base2, (0, import_node_path15.dirname)(lock2)));
      if (folder === null) return "ELOOP";
      const fd = (0, import_node_fs12.openSync)(entryOf(folder, (0, import_node_path15.basename)(lock2)), O_RDWR | O_CREAT | O_NOFOLLOW2 | O_NONBLOCK, 438);
      const stat12 = (0, import_node_fs12.fstatSync)(fd);
      const held2 = { fd, identity: identityOf(stat12), [Symbol.dispose]: () => (0, import_node_fs12.closeSync)(fd) };
      if (stat12.isFile()) return held2;
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
async function removeAll(residue) {
  const items = [];
  for (const one of residue) items.push(await remove(one));
  return items;
}
async function remove(one) {
  const { path, root, kind, identity } = one.candidate;
  const name2 = (0, import_node_path15.basename)(path);
  try {
    var _stack = [];
    try {
      const base2 = __using(_stack, openFolder(root));
      const folder = __using(_stack, openBelow(base2, (0, import_node_path15.dirname)(path)));
      if (folder === null) return ended(one, "changed", "a folder on the way to it is no plain folder any more");
      const entry2 = entryOf(folder, name2);
      const stat12 = (0, import_node_fs12.lstatSync)(entry2, { throwIfNoEntry: false });
      if (stat12 === void 0) return ended(one, "gone", null);
      if (identityOf(stat12) !== identity || hasChanged(stat12, one))
        return ended(one, "changed", "it was written to meanwhile");
      const users = usersNow(one);
      if (users.length > 0) return busy(one, users);
      if (kind === "partial" && isThere(base2, one.candidate.tree))
        return ended(one, "changed", "the module is being extracted");
      if (kind === "daemon-socket" && await isListening(entry2) !== false)
        return ended(one, "changed", "a daemon answers there");
      if (kind === "work-folder") removeTree(folder, name2);
      else (0, import_node_fs12.unlinkSync)(entry2);
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
function hasChanged(stat12, { candidate: { kind, modifiedMs }, bytes }) {
  return stat12.mtimeMs !== modifiedMs || kind !== "work-folder" && stat12.size !== bytes;
}
function usersNow({ candidate: { kind, lock: lock2 } }) {
  if (kind !== "git-lock" && kind !== "git-temp" || lock2 === null) return [];
  const repository = lock2.slice(0, -".lock".length);
  return readProcesses().filter((process3) => process3.pid !== globalThis.process.pid && isAt(process3, repository));
}
function isThere(base2, tree) {
  if (tree === null) return true;
  try {
    var _stack = [];
    try {
      const parent = __using(_stack, openBelow(base2, (0, import_node_path15.dirname)(tree)));
      return parent === null || (0, import_node_fs12.lstatSync)((0, import_node_path15.join)(entryOf(parent, (0, import_node_path15.basename)(tree))), { throwIfNoEntry: false }) !== void 0;
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
function ended(one, outcome, why2) {
  const { path, kind, reason, bytes } = one;
  return { path, kind, reason, bytes, outcome, why: why2, holders: [] };
}
function busy(one, holders) {
  const nowMs = Date.now();
  const named3 = holders.map((process3) => describeProcess(process3, nowMs));
  const by = named3.length === 0 ? "a process that cannot be seen from here (another user, another container)" : named3.join("; ");
  return {
    ...ended(one, "busy", `held by ${by}`),
    holders: holders.map(({ pid, command: command2, startedMs, container }) => ({
      pid,
      command: command2,
      ageMs: Math.max(0, nowMs - startedMs),
      container
    }))
  };
}
function codeOf(error) {
  const code = errnoOf(error);
  if (code === void 0) throw error;
  return code;
}
function outcomeOf(code) {
  if (code === "ENOENT" || code === "ENOTDIR") return ["gone", null];
  return ["failed", words.get(code) ?? `the system says ${code}`];
}
var import_node_fs12, import_node_path15, O_RDWR, O_CREAT, O_NOFOLLOW2, O_NONBLOCK, words;
var init_clean = __esm({
  "src/hygiene/clean.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    import_node_path15 = require("node:path");
    init_p_limit();
    init_errors();
    init_end_tree();
    init_folder();
    init_holders();
    init_is_listening();
    init_list_caches();
    init_locks();
    init_processes();
    init_residue();
    init_roots();
    ({ O_RDWR, O_CREAT, O_NOFOLLOW: O_NOFOLLOW2, O_NONBLOCK } = import_node_fs12.constants);
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

// src/cli/clean-text.ts
function cleanText(report5) {
  const { items, kept: kept2, unread, ended: ended3, roots } = report5;
  const went = items.filter(({ outcome }) => outcome === "removed" || outcome === "planned");
  const left2 = items.filter(({ outcome }) => outcome === "busy" || outcome === "failed");
  const spared = [...items.filter(({ outcome }) => outcome === "changed"), ...kept2];
  const missing = roots.filter(({ kind, found }) => !found && (kind === "gocache" || kind === "gomodcache")).map(({ path }) => ({ path, why: "there is none" }));
  return [
    ...ended3.map(({ pid, command: command2 }) => `ended pid ${pid} (${printable(command2)})`),
    ...section2(report5.dryRun ? "would be removed" : "removed", went, ({ reason }) => reason),
    ...section2("left", left2, ({ reason, why: why2 }) => `${reason}; ${why2}`),
    ...section2("spared", spared, ({ why: why2 }) => why2 ?? ""),
    ...section2(
      "not looked at",
      [...missing, ...unread.map(({ path, code }) => ({ path, why: code }))],
      ({ why: why2 }) => why2
    ),
    went.length + left2.length === 0 ? "nothing is left over" : `${total(report5)}`,
    ""
  ].join("\n");
}
function section2(title, rows, about) {
  if (rows.length === 0) return [];
  const sizes = rows.map(({ bytes }) => bytes === void 0 ? "" : size(bytes));
  const width = Math.max(...sizes.map((text4) => text4.length));
  const lines2 = rows.map(
    (row2, index) => `  ${(sizes[index] ?? "").padStart(width)}  ${printable(row2.path)}: ${printable(about(row2))}`
  );
  return [`${title}:`, ...lines2];
}
function total({ dryRun, removedBytes, leftBytes, left: left2, items }) {
  if (dryRun) return `${left2} to remove, ${size(leftBytes)}`;
  const removed = items.filter(({ outcome }) => outcome === "removed").length;
  return `removed ${removed}, ${size(removedBytes)}${left2 === 0 ? "" : `; left ${left2}, ${size(leftBytes)}`}`;
}
function size(bytes) {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
function printable(text4) {
  return new RegExp("\\p{Cc}", "u").test(text4) ? JSON.stringify(text4).replaceAll("\x7F", "\\u007f") : text4;
}
var init_clean_text = __esm({
  "src/cli/clean-text.ts"() {
    "use strict";
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
  const signals2 = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const name2 of signals2) process.on(name2, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name2 of signals2) process.off(name2, interrupt);
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

// src/cli/parse-count.ts
function parseCount(option, text4, most) {
  const value = /^\d+$/.test(text4) ? Number(text4) : Number.NaN;
  if (value >= 1 && value <= most) return value;
  throw new UserError(`${option} ${JSON.stringify(text4)}: a whole number from 1 to ${most} is wanted`);
}
var init_parse_count = __esm({
  "src/cli/parse-count.ts"() {
    "use strict";
    init_errors();
  }
});

// src/cli/clean-caches.ts
var clean_caches_exports = {};
__export(clean_caches_exports, {
  cleanFromCommandLine: () => cleanFromCommandLine
});
async function cleanFromCommandLine(options) {
  var _stack = [];
  try {
    const waitMs = options.wait === void 0 || options.wait === "0" ? 0 : parseCount("--wait", options.wait, 86400) * 1e3;
    const end = options.end.map((pid) => parseCount("--end", pid, 2 ** 22));
    const interruption = __using(_stack, onInterruption());
    const { signal } = interruption;
    try {
      const { gocache, gomodcache, gotmpdir } = await whereGoKeepsThem(options, signal);
      const runtime = process.env["XDG_RUNTIME_DIR"];
      const report5 = await cleanCaches({
        gocache,
        gomodcache,
        temporary: [(0, import_node_os4.tmpdir)(), gotmpdir ?? "", runtime ?? ""].filter((path) => path !== ""),
        goplsCache: (0, import_node_path16.resolve)(goplsCacheFolder(process.env)),
        home: (0, import_node_os4.homedir)(),
        dryRun: options.dryRun === true,
        waitMs,
        end,
        env: process.env,
        signal
      });
      process.stdout.write(options.json === true ? `${JSON.stringify(report5, null, 1)}
` : cleanText(report5));
      return report5.left === 0 ? exitStatus.expected : exitStatus.differs;
    } catch (error) {
      if (!signal.aborted) throw error;
      process.stderr.write("unlatch: interrupted; what was removed so far was all that is gone\n");
      return exitStatus.interrupted;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function whereGoKeepsThem(options, signal) {
  const named3 = { gocache: absolute(options.gocache), gomodcache: absolute(options.gomodcache) };
  if (named3.gocache !== null && named3.gomodcache !== null) {
    return { ...named3, gotmpdir: process.env["GOTMPDIR"] };
  }
  const asked = await askGo2(signal);
  if (asked === null) throw new UserError("`go env` does not answer; name the caches by --gocache and --gomodcache");
  const { GOCACHE, GOMODCACHE, GOPATH, GOTMPDIR } = asked;
  const modules = GOMODCACHE !== "" ? GOMODCACHE : GOPATH === "" ? null : (0, import_node_path16.join)(GOPATH.split(":")[0] ?? "", "pkg/mod");
  return {
    gocache: named3.gocache ?? (GOCACHE === "" || GOCACHE === "off" ? null : GOCACHE),
    gomodcache: named3.gomodcache ?? modules,
    gotmpdir: GOTMPDIR
  };
}
async function askGo2(signal) {
  const limit = AbortSignal.timeout(goPatienceMs);
  try {
    const { stdout } = await runGo("go", ["env", "-json", "GOCACHE", "GOMODCACHE", "GOPATH", "GOTMPDIR"], {
      // Else it may fetch the Go that a setting names.
      env: { ...process.env, GOTOOLCHAIN: "local" },
      signal: AbortSignal.any([signal, limit])
    });
    const parsed3 = safeParse(goEnv, stdout);
    return parsed3.success ? parsed3.output : null;
  } catch (error) {
    if (!limit.aborted) throw error;
    return null;
  }
}
function absolute(path) {
  if (path === "") throw new UserError("the path of a cache is not empty; is a variable unset?");
  return path === void 0 ? null : (0, import_node_path16.resolve)(path);
}
var import_node_os4, import_node_path16, goEnv, goPatienceMs;
var init_clean_caches = __esm({
  "src/cli/clean-caches.ts"() {
    "use strict";
    import_node_os4 = require("node:os");
    import_node_path16 = require("node:path");
    init_dist();
    init_errors();
    init_gopls_cache();
    init_run_go();
    init_clean();
    init_clean_text();
    init_interruption();
    init_parse_count();
    goEnv = pipe(
      string(),
      parseJson(),
      object({
        GOCACHE: string(),
        GOPATH: string(),
        GOMODCACHE: optional(string(), ""),
        GOTMPDIR: optional(string(), "")
      })
    );
    goPatienceMs = 2e4;
  }
});

// src/config/resolve-path.ts
function insideWorkspace(path, folder, reader) {
  const named3 = workspaceNames[reader]?.exec(path)?.[0];
  const own = named3 === void 0 ? path : (0, import_node_path17.join)(folder, path.slice(named3.length));
  if (!(0, import_node_path17.isAbsolute)(own)) return null;
  const inside = (0, import_node_path17.relative)(folder, (0, import_node_path17.normalize)(own));
  return inside === ".." || inside.startsWith(`..${import_node_path17.sep}`) || (0, import_node_path17.isAbsolute)(inside) ? null : inside.split(import_node_path17.sep).join("/");
}
function isRelative(path, reader) {
  if (path === "" || (0, import_node_path17.isAbsolute)(path) || /^[A-Za-z]:[\\/]/.test(path)) return false;
  if (reader === "nobody") return true;
  if (path.includes("$")) return false;
  return !path.startsWith("~") || reader === "devcontainer" || reader === "workflow";
}
function toolPath(path, folder, env2) {
  const known = path.replace(/^~(?=$|[\\/])/, env2["HOME"] ?? (0, import_node_os5.homedir)()).replace(/\$\{(?:workspaceFolder|workspaceRoot)\}/g, () => folder).replace(/\$\{env:([^}]+)\}/g, (_, name2) => env2[name2] ?? "");
  return known.includes("${") ? null : (0, import_node_path17.isAbsolute)(known) ? (0, import_node_path17.resolve)(known) : known;
}
var import_node_os5, import_node_path17, workspaceNames;
var init_resolve_path = __esm({
  "src/config/resolve-path.ts"() {
    "use strict";
    import_node_os5 = require("node:os");
    import_node_path17 = require("node:path");
    workspaceNames = {
      vscode: /^\$\{(?:workspaceFolder|workspaceRoot)\}(?=$|[\\/])/,
      devcontainer: /^\$\{(?:containerWorkspaceFolder|localWorkspaceFolder)\}(?=$|[\\/])/,
      workflow: /^\$\{\{\s*github\.workspace\s*\}\}(?=$|[\\/])/,
      shell: /^(?:\$\{?(?:GITHUB_WORKSPACE|PWD)\}?|\$\{\{\s*github\.workspace\s*\}\})(?=$|[\\/])/,
      nobody: null
    };
  }
});

// src/config/ask/find-tool.ts
async function findGopls(tools, folder, env2) {
  const home = env2["HOME"] || (0, import_node_os6.homedir)();
  const gopaths = (env2["GOPATH"] || (0, import_node_path18.join)(home, "go")).split(import_node_path18.delimiter);
  const folders2 = [env2["GOBIN"] ?? "", ...gopaths.map((path) => (0, import_node_path18.join)(path, "bin")), ...pathOf(env2)];
  return await find("gopls", tools, "go.alternateTools.gopls", folders2, folder, env2);
}
async function findGo(tools, folder, env2) {
  const goroot = tools.find(({ setting }) => setting === "go.goroot");
  const named3 = goroot === void 0 ? null : toolPath(goroot.path, folder, env2);
  const own = named3 === null || insideWorkspace(named3, folder, "nobody") !== null ? [] : [(0, import_node_path18.join)(named3, "bin")];
  return await find("go", tools, "go.alternateTools.go", [...own, ...pathOf(env2)], folder, env2);
}
async function find(name2, tools, setting, folders2, folder, env2) {
  const exe = exeName(name2, hostPlatform());
  const tool = tools.find((own) => own.setting === setting);
  const named3 = tool === void 0 ? null : toolPath(tool.path, folder, env2);
  if (named3 !== null && (0, import_node_path18.isAbsolute)(named3) && await isExecutable2(named3)) {
    if (insideWorkspace(named3, folder, "nobody") !== null) {
      return {
        path: null,
        refused: `${setting} names ${named3}, which comes with the workspace and is not run unasked`
      };
    }
    if (!(0, import_node_path18.basename)(named3).startsWith(name2)) {
      return {
        path: null,
        refused: `${setting} names ${named3}, which is no ${name2} by its name and is not run unasked`
      };
    }
    return { path: named3, refused: null };
  }
  for (const place2 of folders2) {
    const path = (0, import_node_path18.join)(place2, exe);
    if ((0, import_node_path18.isAbsolute)(place2) && insideWorkspace(path, folder, "nobody") === null && await isExecutable2(path))
      return { path, refused: null };
  }
  return { path: null, refused: null };
}
async function missingAmong(tools, folder, env2) {
  const missing = [];
  for (const tool of tools) {
    const path = toolPath(tool.path, folder, env2);
    if (path !== null && (0, import_node_path18.isAbsolute)(path) && !await exists(path)) missing.push(tool);
  }
  return missing;
}
function pathOf(env2) {
  return (env2["PATH"] ?? "").split(import_node_path18.delimiter);
}
async function isExecutable2(path) {
  try {
    await (0, import_promises12.access)(path, import_node_fs13.constants.X_OK);
    return (await (0, import_promises12.stat)(path)).isFile();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return false;
  }
}
async function exists(path) {
  try {
    await (0, import_promises12.stat)(path);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}
var import_node_fs13, import_promises12, import_node_os6, import_node_path18;
var init_find_tool = __esm({
  "src/config/ask/find-tool.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
    import_promises12 = require("node:fs/promises");
    import_node_os6 = require("node:os");
    import_node_path18 = require("node:path");
    init_errors();
    init_platform();
    init_resolve_path();
  }
});

// src/config/config-text.ts
function configText(facts, findings, unjudged, colours) {
  const blocks = [
    ...findings.map((finding) => blockOf(finding, colours)),
    unjudged.length === 0 ? [] : ["Not judged:", ...unjudged.map((what) => `  ${what}`)],
    [closing(facts, findings, unjudged)]
  ];
  return `${blocks.filter((lines2) => lines2.length > 0).map((lines2) => lines2.map(printable2).join("\n")).join("\n\n")}
`;
}
function blockOf({ id, severity, place: place2, summary, evidence, remedy, source }, colours) {
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  return [
    `${colours.bold(`${place2.file}:${place2.line}:${place2.column}`)}: ${colour(`${severity} ${id}`)}: ${summary}`,
    ...evidence.map((line) => `  \xB7 ${line}`),
    `  ${colours.green("\u2192")} ${remedy}`,
    `  ${colours.dim(source)}`
  ];
}
function closing({ files, gopls, go }, findings, unjudged) {
  const asked = [
    gopls === null ? null : `gopls ${gopls.version} (${gopls.path})`,
    go === null ? null : `go ${go.version ?? "of its own build"} (${go.path})`
  ].filter((one) => one !== null);
  const read4 = files.length === 0 ? "There are no settings files here" : `Read ${files.join(", ")}`;
  const against = asked.length === 0 ? "" : `; asked ${asked.join(" and ")}`;
  const found = findings.length === 0 && unjudged.length === 0 ? "; nothing was found" : "";
  return `${read4}${against}${found}.`;
}
function printable2(line) {
  return line.replace(/\n/g, " ").replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, "\uFFFD");
}
var init_config_text = __esm({
  "src/config/config-text.ts"() {
    "use strict";
  }
});

// src/config/ask/go-support.ts
async function goSupport(gopls, where) {
  const { stdout, stderr } = await runBriefly(gopls, ["check", "unlatch.go"], where);
  return /Found Go version [^\n]+/.exec(`${stderr}
${stdout}`)?.[0] ?? null;
}
var init_go_support = __esm({
  "src/config/ask/go-support.ts"() {
    "use strict";
    init_run_briefly();
  }
});

// src/config/ask/gopls-api.ts
async function readGoplsApi(gopls, where) {
  const ask = async (...args) => {
    const { code, stdout, stderr } = await runBriefly(gopls, args, where);
    if (code === 0) return { stdout, stderr };
    throw new HarnessError(
      `${gopls} ${args.join(" ")} failed (exit ${code}) ${stderr.trim().slice(0, 200)}; if this is a wrapper, name the real gopls with --gopls`
    );
  };
  const { GoVersion, Main } = parsed2(versionSchema, (await ask("version", "-json")).stdout, `${gopls} version -json`);
  const api = parsed2(apiSchema, (await ask("api-json")).stdout, `${gopls} api-json`);
  const help = await ask("help", "serve");
  return {
    version: Main.Version.replace(/^v/, ""),
    builtWith: /^go(1\.\S+)/.exec(GoVersion)?.[1] ?? null,
    settings: api.Options.User.map(({ Name, Hierarchy, Type, Default, EnumValues }) => ({
      name: Name,
      hierarchy: Hierarchy,
      type: Type,
      byDefault: Default,
      values: (EnumValues ?? []).map(({ Value }) => Value)
    })),
    names: /* @__PURE__ */ new Map([
      ["analyses", (api.Analyzers ?? []).map(({ Name }) => Name)],
      ["codelenses", (api.Lenses ?? []).map(({ Lens }) => Lens)],
      ["hints", (api.Hints ?? []).map(({ Name }) => Name)]
    ]),
    idleFlags: Array.from(
      `${help.stdout}
${help.stderr}`.matchAll(/^[ \t]+-([\w.]+)(?:=\w+)?\n[ \t]+no effect$/gm),
      ([, name2 = ""]) => name2
    )
  };
}
function parsed2(schema3, text4, what) {
  const result = safeParse(pipe(string(), parseJson(), schema3), text4);
  if (result.success) return result.output;
  const why2 = result.issues[0].message.replace(/\s+/g, " ").slice(0, 200);
  throw new HarnessError(`${what} does not answer as gopls does: ${why2}`);
}
var versionSchema, list, named, apiSchema;
var init_gopls_api = __esm({
  "src/config/ask/gopls-api.ts"() {
    "use strict";
    init_dist();
    init_errors();
    init_run_briefly();
    versionSchema = object({
      GoVersion: optional(string(), ""),
      Main: object({ Version: string() })
    });
    list = (entry2) => nullish(array(entry2), []);
    named = object({ Name: string() });
    apiSchema = object({
      Options: object({
        User: array(
          object({
            Name: string(),
            Hierarchy: optional(string(), ""),
            Type: string(),
            Default: optional(string(), ""),
            EnumValues: list(object({ Value: string() }))
          })
        )
      }),
      Lenses: list(object({ Lens: string() })),
      Analyzers: list(named),
      Hints: list(named)
    });
  }
});

// src/config/ask/isolated.ts
async function isolated(go, patience) {
  const top = await (0, import_promises13.mkdtemp)((0, import_node_path19.join)((0, import_node_os7.tmpdir)(), "unlatch-config-"));
  const folder = (0, import_node_path19.join)(top, "module");
  await (0, import_promises13.mkdir)(folder);
  await (0, import_promises13.writeFile)((0, import_node_path19.join)(folder, "go.mod"), "module unlatch\n");
  await (0, import_promises13.writeFile)((0, import_node_path19.join)(folder, "unlatch.go"), "package unlatch\n");
  const own = (name2) => (0, import_node_path19.join)(top, name2);
  for (const config of ["config", "home/Library/Application Support"]) {
    await (0, import_promises13.mkdir)(own(`${config}/go/telemetry`), { recursive: true });
    await (0, import_promises13.writeFile)(own(`${config}/go/telemetry/mode`), "off");
  }
  return {
    folder,
    ...patience,
    env: {
      // What is asked for here runs no shell and no compiler.
      PATH: go === null ? own("bin") : (0, import_node_path19.dirname)(go),
      HOME: own("home"),
      TMPDIR: top,
      XDG_CACHE_HOME: own("cache"),
      XDG_CONFIG_HOME: own("config"),
      XDG_RUNTIME_DIR: top,
      GOPATH: own("gopath"),
      GOCACHE: own("gocache"),
      GOENV: "off",
      GOFLAGS: "",
      GOWORK: "off",
      GOPROXY: "off",
      GOSUMDB: "off",
      GOTOOLCHAIN: "local",
      GOPACKAGESDRIVER: "off",
      CGO_ENABLED: "0"
    },
    [Symbol.asyncDispose]: () => (0, import_promises13.rm)(top, { recursive: true, force: true, maxRetries: 3 })
  };
}
var import_promises13, import_node_os7, import_node_path19;
var init_isolated = __esm({
  "src/config/ask/isolated.ts"() {
    "use strict";
    import_promises13 = require("node:fs/promises");
    import_node_os7 = require("node:os");
    import_node_path19 = require("node:path");
  }
});

// src/config/ask/judge-flags.ts
async function judgeGoplsFlags(gopls, flags, where) {
  const unknown2 = await judge2(flags, (words3) => runBriefly(gopls, [...words3, ...stops], where));
  const rest = flags.filter((flag2) => !unknown2.some((refused) => refused.flag === flag2));
  if (rest.some(({ text: text4 }) => !text4.startsWith("-"))) return unknown2;
  const wrong = await judge2(rest, (words3) => runBriefly(gopls, [...words3, "serve", stops[0]], where));
  return [...unknown2, ...wrong];
}
async function judgeBuildFlags(go, flags, where) {
  return await judge2(flags, (words3) => runBriefly(go, ["list", ...words3, ...stops], where));
}
async function judgeGoflags(go, goflags, where) {
  const env2 = { ...where.env, GOFLAGS: goflags };
  const line = firstLine2(await runBriefly(go, ["list", stops[0]], { ...where, env: env2 }));
  return line.includes("GOFLAGS") ? line : null;
}
async function judge2(flags, run3) {
  const refused = [];
  for (let left2 = flags; left2.length > 0; ) {
    const message2 = firstLine2(await run3(left2.map(({ text: text4 }) => text4)));
    const last = left2.at(-1);
    if (message2.includes(stops[0].slice(2))) break;
    const culprit = message2.includes(stops[1].slice(2)) ? last : culpritOf(message2, left2);
    if (culprit === void 0) break;
    const lacksValue = message2.includes(stops[1].slice(2));
    refused.push({ flag: culprit, message: lacksValue ? `flag needs an argument: ${culprit.text}` : message2 });
    left2 = culprit.text.startsWith("-") ? left2.filter((flag2) => flag2 !== culprit) : left2.slice(0, left2.indexOf(culprit));
  }
  return refused;
}
function culpritOf(message2, flags) {
  const word = / for (?:flag )?-+([^\s:]+):/.exec(message2)?.[1] ?? /(?:not defined|unknown flag|needs an argument|bad flag syntax): (?:-*)(.+)$/.exec(message2)?.[1] ?? /nknown command "?([^"]+)"?$/.exec(message2)?.[1];
  if (word === void 0) return void 0;
  return flags.find(({ text: text4 }) => text4.replace(/^-+/, "") === word) ?? flags.find(({ text: text4 }) => nameOf2(text4) === nameOf2(word));
}
function nameOf2(flag2) {
  return flag2.replace(/^-{1,2}/, "").replace(/=.*$/s, "");
}
function firstLine2({ stderr }) {
  const line = stderr.split("\n").find((text4) => text4.trim() !== "") ?? "";
  return line.replace(/^(?:gopls(?: serve)?|go): (?=.)/, "").trim();
}
var stops;
var init_judge_flags = __esm({
  "src/config/ask/judge-flags.ts"() {
    "use strict";
    init_run_briefly();
    stops = ["--unlatch-stops-here", "--unlatch-stops-at-last"];
  }
});

// src/config/place.ts
function under(value, ...keys) {
  return keys.reduce((at2, key) => entryOf2(at2, key)?.value, value);
}
function entryOf2(value, key) {
  return value?.entries.findLast((entry2) => entry2.key === key);
}
function textOf(value) {
  return typeof value?.value === "string" ? value.value : null;
}
function orderOfPlaces(a, b) {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
var init_place = __esm({
  "src/config/place.ts"() {
    "use strict";
  }
});

// src/config/stated.ts
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
var nothingStated;
var init_stated = __esm({
  "src/config/stated.ts"() {
    "use strict";
    nothingStated = {
      goplsSettings: [],
      goplsFlags: [],
      goFlags: [],
      variables: [],
      versions: [],
      tools: []
    };
  }
});

// src/config/source/environment.ts
function environmentIn(value, side, reader) {
  return (value?.entries ?? []).flatMap(
    ({ key, value: own }) => ["string", "number", "boolean"].includes(typeof own.value) ? [{ place: own.place, side, reader, name: key, value: String(own.value) }] : []
  );
}
var init_environment = __esm({
  "src/config/source/environment.ts"() {
    "use strict";
  }
});

// src/config/source/editor-settings.ts
function editorSettings(settings, onThisMachine) {
  const gopls = goplsSettings(settings);
  const variables = [
    ...environmentIn(under(settings, "go.toolsEnvVars"), "editor", "vscode"),
    ...gopls.filter(({ name: name2 }) => lastOf(name2) === "env").flatMap(
      ({ names: names4 }) => names4.map(({ place: place2, name: name2, value }) => ({
        place: place2,
        name: name2,
        value: String(value),
        side: "editor",
        reader: "nobody"
      }))
    ),
    ...["go.gopath", "go.toolsGopath"].flatMap((setting) => {
      const at2 = under(settings, setting);
      const value = textOf(at2);
      return at2 === void 0 || value === null ? [] : [{ place: at2.place, side: "editor", reader: "vscode", name: "GOPATH", value }];
    })
  ];
  return {
    goplsSettings: gopls.length === 0 ? [] : [gopls],
    goplsFlags: listOf("go.languageServerFlags", flagsIn(under(settings, "go.languageServerFlags"))),
    goFlags: [
      ...listOf("go.buildFlags", flagsIn(under(settings, "go.buildFlags"))),
      ...gopls.filter(({ name: name2 }) => lastOf(name2) === "buildFlags").flatMap(
        ({ name: name2, names: names4 }) => listOf(
          `gopls, ${name2}`,
          names4.flatMap(({ place: place2, value }) => typeof value === "string" ? [{ place: place2, text: value }] : [])
        )
      )
    ],
    variables,
    versions: [],
    tools: onThisMachine ? toolPaths(settings) : []
  };
}
function listOf(setting, flags) {
  return flags.length === 0 ? [] : [{ setting, side: "editor", flags }];
}
function lastOf(name2) {
  return name2.slice(name2.lastIndexOf(".") + 1);
}
function goplsSettings(settings) {
  return (settings?.entries ?? []).flatMap((entry2) => {
    if (entry2.key === "gopls") return entry2.value.entries.map((own) => settingOf(own.key, own));
    if (entry2.key.startsWith("gopls.")) return [nested(entry2)];
    if (entry2.key === "go.diagnostic.vulncheck") return [settingOf("ui.vulncheck", entry2)];
    if (entry2.key.startsWith("go.inlayHints.")) return [wrapped("ui.inlayhint.hints", lastOf(entry2.key), entry2)];
    return [];
  });
}
function nested(entry2) {
  const [, name2 = "", ...below] = entry2.key.split(".");
  if (below.length === 0) return settingOf(name2, entry2);
  const value = below.reduceRight((inner, key) => ({ [key]: inner }), entry2.value.value);
  return { place: entry2.place, name: name2, value, names: [] };
}
function settingOf(name2, { place: place2, value }) {
  const names4 = [
    ...value.entries.map((own) => ({ place: own.place, name: own.key, value: own.value.value })),
    ...value.items.map((own) => ({ place: own.place, name: own.written, value: own.value }))
  ];
  return { place: place2, name: name2, value: value.value, names: names4 };
}
function wrapped(name2, key, { place: place2, value }) {
  return { place: place2, name: name2, value: { [key]: value.value }, names: [{ place: place2, name: key, value: value.value }] };
}
function toolPaths(settings) {
  const goroot = under(settings, "go.goroot");
  const named3 = [
    ...goroot === void 0 ? [] : [{ setting: "go.goroot", value: goroot }],
    ...(under(settings, "go.alternateTools")?.entries ?? []).map(({ key, value }) => ({
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
    init_place();
    init_stated();
    init_environment();
  }
});

// src/config/ask/judge-settings.ts
async function judgeSettings(settings, session) {
  const groups = groupBy(settings, ({ name: name2 }) => lastOf(name2));
  return await judgeGroups([...groups.values()], session);
}
async function judgeGroups(groups, session) {
  if (groups.length === 0) return [];
  const messages = await messagesOn(groups.flat(), session);
  if (messages.length === 0) return [];
  const [group = []] = groups;
  if (groups.length === 1) return await judgeGroup(group, messages, session);
  const middle = groups.length >> 1;
  const first = await judgeGroups(groups.slice(0, middle), session);
  return [...first, ...await judgeGroups(groups.slice(middle), session)];
}
async function judgeGroup(group, messages, session) {
  const [last] = group.slice(-1);
  if (last === void 0) return [];
  if (group.length === 1) return messages.map((message2) => ({ setting: last, message: message2 }));
  const alone = [];
  for (const setting of group) {
    for (const message2 of await messagesOn([setting], session)) alone.push({ setting, message: message2 });
  }
  const together = alone.reduce((text4, { message: message2 }) => text4.replace(message2, ""), messages.join("; ")).replace(/^(?:; )+|(?:; )+$/g, "");
  return together === "" ? alone : [...alone, { setting: last, message: together }];
}
async function messagesOn(settings, session) {
  const shown = await session.show(Object.fromEntries(settings.map(({ name: name2, value }) => [name2, value])));
  return shown.map((message2) => message2.replace(/^Invalid settings: /, ""));
}
var init_judge_settings = __esm({
  "src/config/ask/judge-settings.ts"() {
    "use strict";
    init_group_by();
    init_editor_settings();
  }
});

// src/go/version-file.ts
function isModFile(name2) {
  return name2.endsWith(".mod") || name2.endsWith(".work");
}
function goVersionIn(name2, text4) {
  if (isModFile(name2)) {
    const toolchain = /^[ \t]*toolchain[ \t]+go(1\.[0-9a-z.]+)/m.exec(text4)?.[1];
    return toolchain ?? /^[ \t]*go[ \t]+(1\.[0-9a-z.]+)/m.exec(text4)?.[1] ?? null;
  }
  if (name2 === ".tool-versions") return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text4)?.[1] ?? null;
  const lines2 = text4.split("\n").map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
  return lines2.length === 1 ? lines2[0] ?? null : null;
}
var init_version_file = __esm({
  "src/go/version-file.ts"() {
    "use strict";
    init_errors();
  }
});

// src/config/source/shell-lines.ts
function shellLines2(text4, side, placeOf2) {
  const commands3 = text4.replace(/^[ \t]*#.*/gm, (comment) => " ".repeat(comment.length));
  const all = (pattern) => Array.from(commands3.matchAll(pattern), (match) => ({ match, place: placeOf2(match.index) }));
  return {
    ...nothingStated,
    goFlags: all(goLine).map(({ match, place: place2 }) => ({
      setting: match[0].slice(0, match[0].indexOf(" -mod=")).trim(),
      side,
      flags: [{ place: place2, text: match[1] ?? "" }]
    })),
    versions: all(goplsInstall).map(({ match: [, version = ""], place: place2 }) => ({
      place: place2,
      side,
      tool: "gopls",
      who: "go install",
      version,
      written: version
    })),
    variables: [...all(goEnvWrite), ...all(githubEnv)].map(({ match, place: place2 }) => {
      const [name2 = "", value = ""] = match.slice(1).filter((group) => group !== void 0);
      return { place: place2, side, reader: "shell", name: name2, value };
    })
  };
}
var goLine, goplsInstall, assignment, goEnvWrite, githubEnv;
var init_shell_lines = __esm({
  "src/config/source/shell-lines.ts"() {
    "use strict";
    init_stated();
    goLine = /\bgo[ \t]+(?:build|test|vet|list|install|run|generate)\b[^\n;&|#]{0,400}?[ \t](-mod=[a-z]+)\b/g;
    goplsInstall = /\bgolang\.org\/x\/tools\/gopls@v(\d[0-9A-Za-z.+-]*)/g;
    assignment = /(?:"(GO[A-Z]+)=([^"\n]*)"|'(GO[A-Z]+)=([^'\n]*)'|(GO[A-Z]+)=([^\s"'<>;&|]+))/;
    goEnvWrite = new RegExp(`\\bgo[ \\t]+env[ \\t]+-w[ \\t]+${assignment.source}`, "g");
    githubEnv = new RegExp(`\\becho[ \\t]+${assignment.source}[ \\t]*>>[ \\t]*["']?\\$\\{?GITHUB_ENV\\b`, "g");
  }
});

// src/config/source/devcontainer.ts
function devcontainer(root) {
  return joined([
    editorSettings(under(root, "customizations", "vscode", "settings") ?? under(root, "settings"), false),
    {
      ...nothingStated,
      variables: ["containerEnv", "remoteEnv"].flatMap(
        (key) => environmentIn(under(root, key), "editor", "devcontainer")
      ),
      versions: [...featureVersions(root), ...imageVersion(under(root, "image"))]
    },
    ...commands.flatMap((key) => scriptsIn(under(root, key)))
  ]);
}
function featureVersions(root) {
  return (under(root, "features")?.entries ?? []).flatMap(({ key, value }) => {
    if (!/\/features\/go(?::|$)/.test(key)) return [];
    const version = under(value, "version");
    return version === void 0 || version.value === null ? [] : [wish("the feature go of the container", version, String(version.value), bare(version.written))];
  });
}
function imageVersion(image) {
  const name2 = textOf(image);
  if (image === void 0 || name2 === null) return [];
  const version = /\/devcontainers\/go:(?:dev-)?(?:\d+(?:\.\d+){0,2}-)?(1\.\d+(?:\.\d+)?)(?:-|$)/.exec(name2)?.[1] ?? /(?:^|\/)golang:(1\.\d+(?:\.\d+)?)(?:-|$)/.exec(name2)?.[1];
  return version === void 0 ? [] : [wish("the image of the container", image, version, version)];
}
function wish(who, { place: place2 }, version, written2) {
  return { place: place2, side: "editor", tool: "go", who, version, written: written2 };
}
function bare(written2) {
  return written2.replace(/^"(.*)"$/, "$1");
}
function scriptsIn(value) {
  if (value === void 0) return [];
  const text4 = textOf(value) ?? value.items.flatMap((item) => textOf(item) ?? []).join(" ");
  return [shellLines2(text4, "editor", () => value.place), ...value.entries.flatMap((own) => scriptsIn(own.value))];
}
var commands;
var init_devcontainer = __esm({
  "src/config/source/devcontainer.ts"() {
    "use strict";
    init_place();
    init_stated();
    init_editor_settings();
    init_environment();
    init_shell_lines();
    commands = [
      "initializeCommand",
      "onCreateCommand",
      "updateContentCommand",
      "postCreateCommand",
      "postStartCommand",
      "postAttachCommand"
    ];
  }
});

// src/config/source/golangci.ts
function golangci(root) {
  const mode = under(root, "run", "modules-download-mode");
  const go = under(root, "run", "go");
  const modeText = textOf(mode);
  return {
    ...nothingStated,
    goFlags: mode === void 0 || modeText === null || modeText === "" ? [] : [
      {
        setting: "run.modules-download-mode",
        side: "linter",
        flags: [{ place: mode.place, text: `-mod=${modeText}` }]
      }
    ],
    versions: go === void 0 || go.value === null ? [] : [
      {
        place: go.place,
        side: "linter",
        tool: "go",
        who: "golangci-lint, run.go",
        version: String(go.value),
        written: go.written
      }
    ]
  };
}
var init_golangci = __esm({
  "src/config/source/golangci.ts"() {
    "use strict";
    init_place();
    init_stated();
  }
});

// src/config/source/module-file.ts
function moduleFile(file2, text4) {
  const lines2 = text4.split("\n");
  const line = lines2.findIndex((own) => /^[ \t]*go[ \t]+1\.\d/.test(own));
  const version = /^[ \t]*go[ \t]+(1\.[0-9a-z.]+)/.exec(lines2[line] ?? "")?.[1];
  if (version === void 0) return nothingStated;
  const place2 = { file: file2, line: line + 1, column: (lines2[line] ?? "").indexOf("go") + 1 };
  return {
    ...nothingStated,
    versions: [{ place: place2, side: "module", tool: "go", who: file2, version, written: version }]
  };
}
var init_module_file = __esm({
  "src/config/source/module-file.ts"() {
    "use strict";
    init_stated();
  }
});

// src/config/places-in.ts
function placesIn(file2, text4) {
  const starts = [0, ...Array.from(text4.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
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
var init_places_in = __esm({
  "src/config/places-in.ts"() {
    "use strict";
  }
});

// src/config/source/workflow.ts
function workflow(root, versionIn) {
  if (isElsewhere(root)) return nothingStated;
  const jobs = (under(root, "jobs")?.entries ?? []).filter(({ value }) => !isElsewhere(value));
  return joined([
    environment2(root),
    ...jobs.flatMap(({ value: job }) => [
      environment2(job),
      environment2(under(job, "container")),
      ...(under(job, "steps")?.items ?? []).flatMap((step) => [
        environment2(step),
        { ...nothingStated, versions: setupVersions(job, step, versionIn) },
        scriptOf(under(step, "run"))
      ])
    ])
  ]);
}
function isElsewhere(value) {
  const folder = textOf(under(value, "defaults", "run", "working-directory"));
  return folder !== null && !/^\.?\/?$/.test(folder);
}
function environment2(value) {
  return { ...nothingStated, variables: environmentIn(under(value, "env"), "ci", "workflow") };
}
function scriptOf(run3) {
  const text4 = textOf(run3);
  if (run3 === void 0 || text4 === null) return nothingStated;
  const isBlock = run3.written.startsWith("|") || text4.includes("\n");
  const inText = placesIn(run3.place.file, text4);
  const placeOf2 = (offset) => isBlock ? { ...run3.place, line: run3.place.line + inText(offset).line, column: 1 } : run3.place;
  return shellLines2(text4, "ci", placeOf2);
}
function setupVersions(job, step, versionIn) {
  const action = /(?:^|\/)(setup-go|unlatch)(?:@|$)/.exec(textOf(under(step, "uses")) ?? "")?.[1];
  if (action === void 0) return [];
  const own = { side: "ci", who: action === "setup-go" ? "actions/setup-go" : "unlatch" };
  const inputs = under(step, "with");
  const version = under(inputs, "go-version");
  const file2 = under(inputs, "go-version-file");
  const gopls = under(inputs, "gopls-version");
  const found = [];
  if (version !== void 0 && version.value !== null) {
    for (const value of meanings(version, job)) found.push({ ...own, ...wordsOf(value), tool: "go" });
  } else if (file2 !== void 0) {
    const wanted3 = versionIn(String(file2.value));
    if (wanted3 !== null) found.push({ ...own, place: file2.place, tool: "go", version: wanted3, written: wanted3 });
  }
  if (gopls !== void 0) found.push({ ...own, ...wordsOf(gopls), tool: "gopls" });
  return found;
}
function wordsOf({ place: place2, value, written: written2 }) {
  return { place: place2, version: String(value), written: written2 };
}
function meanings(value, job) {
  const text4 = textOf(value);
  if (text4 === null || !text4.includes("${{")) return [value];
  const name2 = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text4.trim())?.[1];
  if (name2 === void 0) return [];
  const matrix = under(job, "strategy", "matrix");
  return [
    ...under(matrix, name2)?.items ?? [],
    ...(under(matrix, "include")?.items ?? []).flatMap((own) => under(own, name2) ?? [])
  ].filter(
    ({ items, entries, value: one }) => items.length === 0 && entries.length === 0 && !String(one).includes("${{")
  );
}
var init_workflow = __esm({
  "src/config/source/workflow.ts"() {
    "use strict";
    init_place();
    init_places_in();
    init_stated();
    init_environment();
    init_shell_lines();
  }
});

// src/config/read/read-small-file.ts
async function readSmallFile(path) {
  try {
    var _stack = [];
    try {
      const { size: size2 } = await statFile(path);
      if (size2 > limitBytes) return { refused: `has ${size2} bytes; more than ${limitBytes} are not read` };
      const file2 = __using(_stack, await (0, import_promises14.open)(path), true);
      const { bytesRead, buffer } = await file2.read(Buffer.alloc(limitBytes + 1), 0, limitBytes + 1, 0);
      if (bytesRead > limitBytes) return { refused: `has more than ${limitBytes} bytes, which are not read` };
      return { text: buffer.toString("utf8", 0, bytesRead).replace(/^\ufeff/, "") };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    if (error instanceof NoFile) return { refused: "is no file" };
    const code = errnoOf(error);
    if (code === void 0) throw error;
    return code === "ENOENT" || code === "ENOTDIR" ? null : { refused: `cannot be read (${code})` };
  }
}
async function statFile(path) {
  const found = await (0, import_promises14.stat)(path);
  if (!found.isFile()) throw new NoFile();
  return found;
}
var import_promises14, limitBytes, NoFile;
var init_read_small_file = __esm({
  "src/config/read/read-small-file.ts"() {
    "use strict";
    import_promises14 = require("node:fs/promises");
    init_errors();
    limitBytes = 1 << 20;
    NoFile = class extends Error {
    };
  }
});

// src/config/read/malformed.ts
function isTooDeep(error) {
  return error instanceof RangeError && /call stack/.test(error.message);
}
var valueLimit, TooManyValues;
var init_malformed = __esm({
  "src/config/read/malformed.ts"() {
    "use strict";
    valueLimit = 1e5;
    TooManyValues = class extends Error {
    };
  }
});

// src/config/read/parse-json.ts
var parse_json_exports = {};
__export(parse_json_exports, {
  parseJson: () => parseJson2
});
function parseJson2(file2, text4) {
  const placeAt = placesIn(file2, text4);
  try {
    const errors = [];
    const tree = (0, import_jsonc_parser.parseTree)(text4, errors, { allowTrailingComma: true, allowEmptyContent: true });
    return {
      root: tree === void 0 ? null : locate(tree, text4, placeAt),
      // What follows the first is mostly its consequence.
      malformed: errors.slice(0, 1).map(({ error, offset }) => ({ place: placeAt(offset), why: inWords((0, import_jsonc_parser.printParseErrorCode)(error)) }))
    };
  } catch (error) {
    if (!isTooDeep(error)) throw error;
    return { root: null, malformed: [{ place: { file: file2, line: 1, column: 1 }, why: "nested too deeply" }] };
  }
}
function locate(node, text4, placeAt) {
  const inside = node.children ?? [];
  const entries = node.type !== "object" ? [] : inside.flatMap(
    ({ children: [key, value] = [] }) => key === void 0 || value === void 0 ? [] : [{ key: String(key.value), place: placeAt(key.offset), value: locate(value, text4, placeAt) }]
  );
  const items = node.type === "array" ? inside.map((item) => locate(item, text4, placeAt)) : [];
  return {
    place: placeAt(node.offset),
    value: node.type === "object" ? Object.fromEntries(entries.map(({ key, value }) => [key, value.value])) : node.type === "array" ? items.map(({ value }) => value) : node.value,
    written: text4.slice(node.offset, node.offset + node.length),
    entries,
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
    init_places_in();
    init_malformed();
  }
});

// src/config/read/parse-yaml.ts
var parse_yaml_exports = {};
__export(parse_yaml_exports, {
  parseYaml: () => parseYaml
});
function parseYaml(file2, text4) {
  const start2 = { file: file2, line: 1, column: 1 };
  try {
    const lineCounter = new import_yaml.LineCounter();
    const document = (0, import_yaml.parseDocument)(text4, { lineCounter, logLevel: "silent", prettyErrors: false });
    const placeAt = (offset) => {
      const { line, col } = lineCounter.linePos(offset);
      return { file: file2, line, column: col };
    };
    const [error] = document.errors;
    if (error !== void 0) {
      return { root: null, malformed: [{ place: placeAt(error.pos[0]), why: error.message.split("\n")[0] ?? "" }] };
    }
    const targets = targetsOf(document);
    let values = 0;
    const locate2 = (node, place2) => {
      values += 1;
      if (values > valueLimit) throw new TooManyValues();
      if ((0, import_yaml.isAlias)(node)) {
        const target = targets.get(node);
        if (target !== void 0) return locate2(target, placeOf2(node, place2));
        throw new LooseAlias(placeOf2(node, place2), node.source);
      }
      const own = placeOf2(node, place2);
      if ((0, import_yaml.isMap)(node)) {
        const entries = node.items.map(({ key, value: value3 }) => {
          const keyPlace = placeOf2(key, own);
          return { key: (0, import_yaml.isScalar)(key) ? String(key.value) : "", place: keyPlace, value: locate2(value3, keyPlace) };
        });
        const value2 = Object.fromEntries(entries.map((entry2) => [entry2.key, entry2.value.value]));
        return { place: own, value: value2, written: "", entries, items: [] };
      }
      if ((0, import_yaml.isSeq)(node)) {
        const items = node.items.map((item) => locate2(item, own));
        return { place: own, value: items.map(({ value: value2 }) => value2), written: "", entries: [], items };
      }
      const value = (0, import_yaml.isScalar)(node) ? node.value : null;
      const written2 = (0, import_yaml.isScalar)(node) ? node.source ?? String(node.value) : "";
      return { place: own, value, written: written2, entries: [], items: [] };
    };
    const placeOf2 = (node, otherwise) => {
      const range = node?.range;
      return range == null ? otherwise : placeAt(range[0]);
    };
    return { root: document.contents === null ? null : locate2(document.contents, start2), malformed: [] };
  } catch (error) {
    if (error instanceof LooseAlias) {
      return { root: null, malformed: [{ place: error.place, why: `nothing is called &${error.anchor}` }] };
    }
    if (error instanceof TooManyValues) {
      return { root: null, malformed: [{ place: start2, why: `more than ${valueLimit} values` }] };
    }
    if (!isTooDeep(error)) throw error;
    return { root: null, malformed: [{ place: start2, why: "nested too deeply" }] };
  }
}
function targetsOf(document) {
  const anchors = /* @__PURE__ */ new Map();
  const targets = /* @__PURE__ */ new Map();
  (0, import_yaml.visit)(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target !== void 0) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== void 0) anchors.set(node.anchor, node);
    }
  });
  return targets;
}
var import_yaml, LooseAlias;
var init_parse_yaml = __esm({
  "src/config/read/parse-yaml.ts"() {
    "use strict";
    import_yaml = require("./yaml.cjs");
    init_malformed();
    LooseAlias = class extends Error {
      place;
      anchor;
      constructor(place2, anchor) {
        super(anchor);
        this.place = place2;
        this.anchor = anchor;
      }
    };
  }
});

// src/config/read/read-workspace.ts
async function readWorkspace(folder) {
  const [{ parseJson: parseJson3 }, { parseYaml: parseYaml2 }] = await Promise.all([Promise.resolve().then(() => (init_parse_json(), parse_json_exports)), Promise.resolve().then(() => (init_parse_yaml(), parse_yaml_exports))]);
  const files = [];
  const malformed = [];
  const unreadable = [];
  const parts = [];
  const refuse = (file2, why2) => unreadable.push({ place: { file: file2, line: 1, column: 1 }, why: why2 });
  const read4 = async (file2) => {
    const found = await readSmallFile((0, import_node_path20.join)(folder, file2));
    if (found === null) return null;
    if ("refused" in found) {
      refuse(file2, found.refused);
      return null;
    }
    files.push(file2);
    return found.text;
  };
  const readParsed = async (file2, parse, understand) => {
    const text4 = await read4(file2);
    if (text4 === null) return;
    const parsed3 = parse(file2, text4);
    malformed.push(...parsed3.malformed);
    if (parsed3.root !== null) parts.push(understand(parsed3.root));
  };
  const names4 = async (inside, pattern) => {
    try {
      const all = await (0, import_promises15.readdir)((0, import_node_path20.join)(folder, inside));
      return all.filter((name2) => pattern.test(name2)).sort().map((name2) => inside === "" ? name2 : `${inside}/${name2}`);
    } catch (error) {
      const code = errnoOf(error);
      if (code === void 0) throw error;
      if (code !== "ENOENT" && code !== "ENOTDIR") refuse(inside, `cannot be read (${code})`);
      return [];
    }
  };
  const versionFiles = /* @__PURE__ */ new Map();
  for (const file2 of ["go.mod", "go.work", ".go-version", ".tool-versions"]) {
    const text4 = await read4(file2);
    if (text4 === null) continue;
    versionFiles.set(file2, text4);
    if (file2 === "go.mod" || file2 === "go.work") parts.push(moduleFile(file2, text4));
  }
  await readParsed(".vscode/settings.json", parseJson3, (root) => editorSettings(root, true));
  for (const file2 of await names4("", /\.code-workspace$/)) {
    await readParsed(file2, parseJson3, (root) => editorSettings(under(root, "settings"), true));
  }
  const containers = [
    ".devcontainer.json",
    ".devcontainer/devcontainer.json",
    ...(await names4(".devcontainer", /^[^.]+$/)).map((inside) => `${inside}/devcontainer.json`)
  ];
  for (const file2 of containers) await readParsed(file2, parseJson3, devcontainer);
  for (const file2 of [".golangci.yml", ".golangci.yaml", ".golangci.json"]) {
    await readParsed(file2, parseYaml2, golangci);
  }
  const versionIn = (file2) => {
    const text4 = versionFiles.get(file2.replace(/^\.\//, ""));
    return text4 === void 0 ? null : goVersionIn((0, import_node_path20.basename)(file2), text4);
  };
  for (const file2 of await names4(".github/workflows", /\.ya?ml$/)) {
    await readParsed(file2, parseYaml2, (root) => workflow(root, versionIn));
  }
  const vendored = await readSmallFile((0, import_node_path20.join)(folder, "vendor/modules.txt")) !== null;
  return { files, malformed, unreadable, stated: joined(parts), vendored };
}
var import_promises15, import_node_path20;
var init_read_workspace = __esm({
  "src/config/read/read-workspace.ts"() {
    "use strict";
    import_promises15 = require("node:fs/promises");
    import_node_path20 = require("node:path");
    init_errors();
    init_version_file();
    init_place();
    init_devcontainer();
    init_editor_settings();
    init_golangci();
    init_module_file();
    init_workflow();
    init_stated();
    init_read_small_file();
  }
});

// src/lsp/settings-session.ts
var settings_session_exports = {};
__export(settings_session_exports, {
  openSettingsSession: () => openSettingsSession
});
async function openSettingsSession(server) {
  const { command: command2, folder, env: env2, limitMs, signal } = server;
  signal.throwIfAborted();
  const child = (0, import_node_child_process3.spawn)(command2, [], { cwd: folder, env: { ...env2 }, stdio: ["pipe", "pipe", "pipe"], detached: true });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text4) => {
    stderr = (stderr + text4).slice(-400);
  });
  child.stdin.on("error", () => void 0);
  const ended3 = new Promise((_, reject) => {
    child.once("error", (error) => reject(new HarnessError(`${command2} does not start`, { cause: error })));
    child.once(
      "close",
      (code, signal2) => reject(new HarnessError(`${command2} ended when it was asked (${signal2 ?? `exit ${code}`}) ${stderr.trim()}`))
    );
  });
  ended3.catch(() => void 0);
  const reader = new import_node.StreamMessageReader(child.stdout);
  reader.partialMessageTimeout = 0;
  const connection2 = (0, import_node.createMessageConnection)(reader, new import_node.StreamMessageWriter(child.stdin));
  let answer = {};
  let shown = [];
  connection2.onRequest(import_node.ConfigurationRequest.type, ({ items }) => items.map(() => answer));
  connection2.onRequest(import_node.RegistrationRequest.type, () => void 0);
  connection2.onRequest(import_node.WorkDoneProgressCreateRequest.type, () => void 0);
  connection2.onNotification(import_node.ShowMessageNotification.type, ({ message: message2 }) => {
    shown.push(message2);
  });
  connection2.listen();
  const within2 = async (work) => {
    let timer;
    let interrupted = () => void 0;
    const late2 = new Promise((_, reject) => {
      const error = new HarnessError(`${command2} did not answer within ${limitMs} ms`);
      timer = setTimeout(() => reject(error), limitMs);
      interrupted = () => reject(signal.reason);
      signal.addEventListener("abort", interrupted);
    });
    try {
      return await Promise.race([work, ended3, late2]);
    } catch (error) {
      if (error instanceof HarnessError || signal.aborted) throw error;
      throw new HarnessError(`${command2} does not answer as gopls does: ${messageOf(error)}`, { cause: error });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
    }
  };
  const end = async () => {
    connection2.dispose();
    if (child.pid !== void 0 && child.exitCode === null && child.signalCode === null) {
      const gone2 = (0, import_node_events.once)(child, "exit");
      signalGroup(child.pid, "SIGKILL");
      await gone2;
    }
    for (const stream of child.stdio) stream?.destroy();
  };
  try {
    await within2(
      connection2.sendRequest(import_node.InitializeRequest.type, {
        processId: process.pid,
        clientInfo: { name: "unlatch" },
        rootUri: null,
        workspaceFolders: null,
        capabilities: { workspace: { configuration: true }, window: { showMessage: {} } },
        initializationOptions: {}
      })
    );
    await within2(connection2.sendNotification(import_node.InitializedNotification.type, {}));
  } catch (error) {
    await end();
    throw error;
  }
  return {
    show: async (settings) => {
      answer = settings;
      shown = [];
      await within2(connection2.sendNotification(import_node.DidChangeConfigurationNotification.type, { settings: null }));
      await within2(connection2.sendRequest(import_node.WorkspaceSymbolRequest.type, { query: "unlatch" }));
      return shown;
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await within2(connection2.sendRequest(import_node.ShutdownRequest.type));
        await connection2.sendNotification(import_node.ExitNotification.type);
      } catch (error) {
        if (!(error instanceof HarnessError) && !signal.aborted) throw error;
      }
      await end();
    }
  };
}
var import_node_child_process3, import_node_events, import_node;
var init_settings_session = __esm({
  "src/lsp/settings-session.ts"() {
    "use strict";
    import_node_child_process3 = require("node:child_process");
    import_node_events = require("node:events");
    import_node = require("./vscode-languageserver-protocol.cjs");
    init_errors();
    init_signal_group();
  }
});

// src/config/gather-facts.ts
async function gatherFacts(folder, binaries, env2, patience) {
  const workspace3 = await readWorkspace(folder);
  const { stated } = workspace3;
  const asksGopls = stated.goplsSettings.length + stated.goplsFlags.length > 0;
  const goflags = stated.variables.filter(({ name: name2, value }) => name2 === "GOFLAGS" && isPlain(value));
  const asksGo = asksGopls || stated.goFlags.length + goflags.length > 0;
  const go = asksGo ? await binaries.go(stated) : null;
  const gopls = asksGopls ? await binaries.gopls(stated) : null;
  return {
    ...workspace3,
    folder,
    go: go === null ? null : await factsOfGo(go, workspace3, patience),
    gopls: gopls === null ? null : await factsOfGopls(gopls, go, workspace3, patience),
    missingTools: await missingAmong(stated.tools, folder, env2)
  };
}
function isPlain(value) {
  return value !== "" && !value.includes("$");
}
async function factsOfGo(go, { stated }, patience) {
  var _stack = [];
  try {
    const where = __using(_stack, await isolated(go, patience), true);
    const { code, stdout, stderr } = await runBriefly(go, ["version"], where);
    const version = /^go version go(\S+)/.exec(stdout)?.[1] ?? null;
    if (code !== 0) throw new HarnessError(`${go} version failed (exit ${code}) ${stderr.trim().slice(0, 200)}`);
    const refusedFlags = [];
    for (const list2 of stated.goFlags) {
      for (const refused of await judgeBuildFlags(go, list2.flags, where)) refusedFlags.push({ ...refused, list: list2 });
    }
    const refusedGoflags = [];
    for (const variable2 of stated.variables) {
      if (variable2.name !== "GOFLAGS" || !isPlain(variable2.value)) continue;
      const message2 = await judgeGoflags(go, variable2.value, where);
      if (message2 !== null) refusedGoflags.push({ variable: variable2, message: message2 });
    }
    return { path: go, version, refusedFlags, refusedGoflags };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function factsOfGopls(gopls, go, { stated }, patience) {
  var _stack2 = [];
  try {
    const module2 = stated.versions.find(({ side, version }) => side === "module" && isGoVersion(version));
    const where = __using(_stack2, await isolated(go, patience), true);
    const api = await readGoplsApi(gopls, where);
    const refusedSettings = [];
    if (stated.goplsSettings.length > 0) {
      var _stack = [];
      try {
        const { openSettingsSession: openSettingsSession2 } = await Promise.resolve().then(() => (init_settings_session(), settings_session_exports));
        const session = __using(_stack, await openSettingsSession2({ command: gopls, ...where }), true);
        for (const file2 of stated.goplsSettings) refusedSettings.push(...await judgeSettings(file2, session));
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
    const refusedFlags = [];
    for (const list2 of stated.goplsFlags) {
      for (const refused of await judgeGoplsFlags(gopls, list2.flags, where)) {
        const isOfGo2 = go !== null && await isFlagOfGo(go, refused.flag, where);
        refusedFlags.push({ ...refused, list: list2, isOfGo: isOfGo2 });
      }
    }
    const support = go === null || module2 === void 0 ? null : await goSupport(gopls, where);
    return { path: gopls, ...api, refusedSettings, refusedFlags, goSupport: support };
  } catch (_2) {
    var _error2 = _2, _hasError2 = true;
  } finally {
    var _promise2 = __callDispose(_stack2, _error2, _hasError2);
    _promise2 && await _promise2;
  }
}
async function isFlagOfGo(go, flag2, where) {
  return flag2.text.startsWith("-") && (await judgeBuildFlags(go, [flag2], where)).length === 0;
}
var init_gather_facts = __esm({
  "src/config/gather-facts.ts"() {
    "use strict";
    init_errors();
    init_versions2();
    init_run_briefly();
    init_find_tool();
    init_go_support();
    init_gopls_api();
    init_isolated();
    init_judge_flags();
    init_judge_settings();
    init_read_workspace();
  }
});

// src/config/rule/cache-in-workspace.ts
var caches, cacheInWorkspace;
var init_cache_in_workspace = __esm({
  "src/config/rule/cache-in-workspace.ts"() {
    "use strict";
    init_resolve_path();
    caches = ["GOCACHE", "GOMODCACHE", "GOPATH", "GOLANGCI_LINT_CACHE", "GOPLSCACHE", "XDG_CACHE_HOME"];
    cacheInWorkspace = ({ stated, folder }) => stated.variables.filter(({ name: name2 }) => caches.includes(name2)).flatMap(({ place: place2, name: name2, value, reader }) => {
      const inside = insideWorkspace(value, folder, reader);
      if (inside !== null) {
        const hidden = /^[._]/.test(inside) || inside.startsWith("testdata");
        const modules = name2 === "GOPATH" || name2 === "GOMODCACHE";
        return [
          {
            id: "cache-in-workspace",
            severity: modules && !hidden ? "error" : "warning",
            place: place2,
            summary: `${name2} lies in the workspace, in ${inside === "" ? "its root" : inside}`,
            evidence: [
              modules && !hidden ? 'go takes the modules in it for packages of ./...: it lists them, or fails with "outside main module or its selected dependencies"' : "whatever looks at the whole tree looks at it too: git, whose untracked files mark builds as modified, the editor, linters, docker build"
            ],
            remedy: "put it beside the workspace: in CI below ${{ runner.temp }}, else where go puts it by itself",
            source: "go help packages; test/unit/config/rule.test.ts runs it"
          }
        ];
      }
      if (!["GOCACHE", "GOMODCACHE", "GOPATH"].includes(name2) || value === "off" || !isRelative(value, reader))
        return [];
      return [
        {
          id: "cache-in-workspace",
          severity: "error",
          place: place2,
          summary: `${name2}=${value} is no absolute path, and go takes no other`,
          evidence: ['nobody replaces a "~" or a variable in it'],
          remedy: "write the whole path, or leave it out",
          source: 'cmd/go: "GOCACHE is not an absolute path", "GOPATH entry is relative; must be absolute path"'
        }
      ];
    });
  }
});

// src/config/rule/go-flag.ts
var goFlag;
var init_go_flag = __esm({
  "src/config/rule/go-flag.ts"() {
    "use strict";
    goFlag = ({ go }) => {
      if (go === null) return [];
      const which = go.version === null ? "this Go" : `Go ${go.version}`;
      return [
        ...go.refusedFlags.map(
          ({ flag: flag2, message: message2, list: list2 }) => ({
            id: "go-flag",
            severity: "error",
            place: flag2.place,
            summary: `${which} does not take ${flag2.text} as a build flag`,
            evidence: [`go list: ${message2}`, `it stands in ${list2.setting}`],
            remedy: flag2.text.includes(" ") ? 'make each flag and each value an entry of its own, or join them with "="' : "remove it; `go help build` lists those that there are",
            source: "go itself, started with these flags"
          })
        ),
        ...go.refusedGoflags.map(
          ({ variable: variable2, message: message2 }) => ({
            id: "go-flag",
            severity: "error",
            place: variable2.place,
            summary: `${which} refuses GOFLAGS=${variable2.value}: every go command fails with it`,
            evidence: [`go: ${message2}`],
            remedy: "write each flag as -name=value, separated by spaces, without quotes around the values",
            source: "go itself, started with this GOFLAGS; `go help environment`"
          })
        )
      ];
    };
  }
});

// src/config/rule/go-version.ts
function tooOld(wishes, module2) {
  return wishes.filter(({ version }) => compareGo(lineOf(version), lineOf(module2.version)) < 0).map(({ place: place2, who, version }) => ({
    id: "go-version",
    severity: "warning",
    place: place2,
    summary: `${who} brings Go ${version}, and go.mod asks for ${module2.version}`,
    evidence: [
      `${module2.place.file}:${module2.place.line}: go ${module2.version}`,
      compareGo(version, "1.21") < 0 ? "Go before 1.21 builds such a module all the same, and fails where it uses what is new" : "from Go 1.21 on go fetches the Go that go.mod asks for, in each fresh job; with GOTOOLCHAIN=local it fails"
    ],
    remedy: `ask for ${lineOf(module2.version)}, or have it read from go.mod`,
    source: "https://go.dev/doc/toolchain; scenario gopls-toolchain-download"
  }));
}
function otherLine(wishes, module2) {
  return wishes.filter(({ version }) => lineOf(version) !== lineOf(module2.version)).map(({ place: place2, version }) => ({
    id: "go-version",
    severity: "warning",
    place: place2,
    summary: `the linter judges for Go ${version}, and go.mod asks for ${module2.version}`,
    evidence: [`${module2.place.file}:${module2.place.line}: go ${module2.version}`],
    remedy: "remove run.go: golangci-lint takes the version from go.mod then",
    source: "https://golangci-lint.run/docs/configuration/file/, run.go"
  }));
}
function apart2(editor, ci, all) {
  const unclear = all.some(({ side, tool, version }) => side === "ci" && tool === "go" && !isGoVersion(version));
  if (ci.length === 0 || unclear) return [];
  const lines2 = new Set(ci.map(({ version }) => lineOf(version)));
  return editor.filter(({ version }) => !lines2.has(lineOf(version))).map(({ place: place2, who, version }) => ({
    id: "go-version",
    severity: "warning",
    place: place2,
    summary: `${who} brings Go ${version}, and no workflow uses that line`,
    evidence: ci.map((wish2) => `${wish2.place.file}:${wish2.place.line}: ${wish2.who} brings Go ${wish2.version}`).slice(0, 6),
    remedy: `ask for ${[...lines2].join(" or ")} here, or for ${lineOf(version)} there`,
    source: "what the files say"
  }));
}
var goVersion;
var init_go_version = __esm({
  "src/config/rule/go-version.ts"() {
    "use strict";
    init_versions2();
    goVersion = ({ stated }) => {
      const wishes = stated.versions.filter(({ tool, version }) => tool === "go" && isGoVersion(version));
      const of = (side) => wishes.filter((wish2) => wish2.side === side);
      const [module2] = of("module").filter(({ who }) => who === "go.mod");
      return [
        ...module2 === void 0 ? [] : tooOld([...of("ci"), ...of("editor")], module2),
        ...module2 === void 0 ? [] : otherLine(of("linter"), module2),
        ...apart2(of("editor"), of("ci"), stated.versions)
      ];
    };
  }
});

// src/config/rule/gopls-flag.ts
function hint(text4) {
  const near = usual.find((name2) => leven(name2, nameOf2(text4)) <= 2);
  return near === void 0 || near === nameOf2(text4) ? "" : `, or write -${near}, if that is meant`;
}
var goplsFlag, usual;
var init_gopls_flag = __esm({
  "src/config/rule/gopls-flag.ts"() {
    "use strict";
    init_leven();
    init_judge_flags();
    goplsFlag = ({ gopls, stated }) => {
      if (gopls === null) return [];
      const refused = gopls.refusedFlags.map(
        ({ flag: flag2, message: message2, list: list2, isOfGo: isOfGo2 }) => ({
          id: "gopls-flag",
          severity: "error",
          place: flag2.place,
          summary: `gopls ${gopls.version} does not start with ${flag2.text}`,
          evidence: [`gopls: ${message2}`, `it stands in ${list2.setting}`],
          remedy: isOfGo2 ? `it is a flag of go: put it in "go.buildFlags", or in "build.buildFlags" below "gopls", or in GOFLAGS` : `remove it${/unknown|not defined/.test(message2) ? hint(flag2.text) : ""}`,
          source: "gopls itself, started with these flags; scenario gopls-folk-flags"
        })
      );
      const idle = stated.goplsFlags.flatMap(({ flags }) => flags).filter(({ text: text4 }) => text4.startsWith("-") && gopls.idleFlags.includes(nameOf2(text4))).map(
        ({ place: place2, text: text4 }) => ({
          id: "gopls-flag",
          severity: "note",
          place: place2,
          summary: `gopls ${gopls.version} takes ${text4}, and does nothing about it`,
          evidence: ['gopls help serve: "no effect"'],
          remedy: "remove it",
          source: "gopls help serve; scenario gopls-folk-flags"
        })
      );
      return [...refused, ...idle];
    };
    usual = [
      "remote",
      "logfile",
      "rpc.trace",
      "debug",
      "remote.debug",
      "remote.logfile",
      "remote.listen.timeout",
      "vv",
      "v"
    ];
  }
});

// src/config/rule/gopls-go.ts
var goplsGo;
var init_gopls_go = __esm({
  "src/config/rule/gopls-go.ts"() {
    "use strict";
    init_versions2();
    goplsGo = ({ gopls, go, stated }) => {
      if (gopls === null) return [];
      const findings = [];
      const [module2] = stated.versions.filter(({ side, version: version2 }) => side === "module" && isGoVersion(version2));
      const { builtWith, version, goSupport: goSupport2 } = gopls;
      if (module2 !== void 0 && builtWith !== null && isGoVersion(builtWith)) {
        const line = lineOf(module2.version);
        if (compareGo(lineOf(builtWith), line) < 0) {
          findings.push({
            id: "gopls-go",
            severity: "warning",
            place: module2.place,
            summary: `gopls ${version} was built with Go ${builtWith}, and this module is written in Go ${line}: gopls does not understand it`,
            evidence: [
              "its type checker is that of the Go it was built with: errors in such a module are not shown, or are shown where there are none"
            ],
            remedy: `build gopls anew with Go ${line} or later: go install golang.org/x/tools/gopls@latest`,
            source: "gopls version -json; test/unit/config/rule.test.ts runs such a pair"
          });
        }
      }
      if (goSupport2 !== null) {
        findings.push({
          id: "gopls-go",
          severity: goSupport2.includes("will be") ? "warning" : "error",
          place: module2?.place ?? { file: "go.mod", line: 1, column: 1 },
          summary: `gopls ${version} does not support the Go that it is used with${go?.version ? `, ${go.version}` : ""}`,
          evidence: [`gopls: ${goSupport2}`],
          remedy: "take a newer Go, or the gopls that this message names",
          source: "gopls itself, with this Go on its PATH; gopls/internal/goversion"
        });
      }
      return findings;
    };
  }
});

// src/config/rule/gopls-name.ts
var ofStaticcheck, goplsName;
var init_gopls_name = __esm({
  "src/config/rule/gopls-name.ts"() {
    "use strict";
    init_leven();
    init_editor_settings();
    ofStaticcheck = /^(?:SA|ST|S|QF)\d{4}$/;
    goplsName = ({ gopls, stated }) => gopls === null ? [] : stated.goplsSettings.flat().flatMap((setting) => {
      const known = gopls.names.get(lastOf(setting.name)) ?? [];
      const hidden = known.some((name2) => ofStaticcheck.test(name2)) ? null : ofStaticcheck;
      return setting.names.filter(({ name: name2 }) => known.length > 0 && !known.includes(name2) && !hidden?.test(name2)).map(({ place: place2, name: name2, value }) => {
        const near = ofStaticcheck.test(name2) ? void 0 : known.find((own) => leven(own.toLowerCase(), name2.toLowerCase()) <= 2);
        return {
          id: "gopls-name",
          severity: value === false ? "note" : "warning",
          place: place2,
          summary: `gopls ${gopls.version} has nothing called "${name2}" for ${setting.name}, and ignores it without a word`,
          evidence: [`gopls api-json: ${known.length} names for ${setting.name}, and not this one`],
          remedy: near === void 0 ? "remove it" : `remove it, or write "${near}", if that is meant`,
          source: "gopls api-json; gopls/internal/settings/settings.go, setBoolMap"
        };
      });
    });
  }
});

// src/config/rule/gopls-setting.ts
function placeIn({ place: place2, names: names4 }, message2) {
  const own = names4.filter(({ name: name2 }) => message2.includes(`"${name2}"`));
  return own.length === 1 ? own[0]?.place ?? place2 : place2;
}
function remedyFor({ name: name2, value }, message2, { settings, version }) {
  const last = lastOf(name2);
  if (/duplicate/.test(message2))
    return `write "${last}" once: with and without what stands before its last dot it is one setting`;
  const known = settings.find((own) => own.name === last);
  const instead = /use "?([A-Za-z]+)"? instead/.exec(message2)?.[1];
  if (instead !== void 0)
    return `write ${written(
      settings.find((own) => own.name === instead),
      instead
    )} instead`;
  if (/deprecated/.test(message2)) return "remove it: it does nothing any more, or soon will not";
  if (known !== void 0 && !/unexpected/.test(message2)) return wanted2(known);
  const inner = typeof value === "object" && value !== null ? Object.keys(value)[0] : void 0;
  const isGroup = settings.some(({ hierarchy }) => hierarchy === name2 || hierarchy.startsWith(`${name2}.`));
  if (isGroup && inner !== void 0) {
    return `put the whole name below "gopls", with its dots: "gopls": { "${name2}.${inner}": \u2026 }`;
  }
  const near = nearest(last, settings);
  return near === void 0 ? `remove it, or take a gopls that has it: ${version} knows nothing of that name` : `remove it, or write ${written(near, near.name)}, if that is meant`;
}
function wanted2({ name: name2, type, values, byDefault }) {
  if (values.length > 0) return `"${name2}" takes ${values.map((own) => own).join(", ")}`;
  const kinds2 = {
    bool: "true or false",
    string: "a string",
    int64: "a number",
    "[]string": "a list of strings",
    "time.Duration": 'a string with a number and its unit, as "100ms"',
    "map[string]string": "an object whose values are strings"
  };
  const kind = kinds2[type] ?? (type.startsWith("map[") ? "an object whose values are true or false" : type);
  return `"${name2}" takes ${kind}; its default is ${byDefault}`;
}
function written(setting, name2) {
  return setting === void 0 || setting.hierarchy === "" ? `"${name2}"` : `"${setting.hierarchy}.${name2}"`;
}
function nearest(name2, settings) {
  const distance = (own) => leven(own.name.toLowerCase(), name2.toLowerCase());
  const [near] = [...settings].sort((a, b) => distance(a) - distance(b));
  return near !== void 0 && distance(near) <= Math.max(2, name2.length / 4) ? near : void 0;
}
var goplsSetting;
var init_gopls_setting = __esm({
  "src/config/rule/gopls-setting.ts"() {
    "use strict";
    init_leven();
    init_editor_settings();
    goplsSetting = ({ gopls }) => (gopls?.refusedSettings ?? []).map(({ setting, message: message2 }) => {
      const api = gopls;
      return {
        id: "gopls-setting",
        // From v0.16 on gopls shows both kinds as errors, though it means to tell them apart.
        severity: message2.includes("deprecated") ? "warning" : "error",
        place: placeIn(setting, message2),
        summary: `gopls ${api.version} does not take "${setting.name}" as it stands here`,
        evidence: [`gopls: ${message2}`],
        remedy: remedyFor(setting, message2, api),
        source: "gopls itself, started and handed this setting; gopls/internal/settings/settings.go"
      };
    });
  }
});

// src/config/rule/gopls-version.ts
var goplsVersion;
var init_gopls_version = __esm({
  "src/config/rule/gopls-version.ts"() {
    "use strict";
    goplsVersion = ({ stated }) => {
      const wishes = stated.versions.filter(({ tool, version }) => tool === "gopls" && /^v?\d/.test(version));
      const plain2 = (version) => version.replace(/^v/, "");
      const ci = wishes.filter(({ side }) => side === "ci");
      if (ci.length === 0) return [];
      return wishes.filter(({ side, version }) => side === "editor" && !ci.some((other) => plain2(other.version) === plain2(version))).map(({ place: place2, version }) => ({
        id: "gopls-version",
        severity: "warning",
        place: place2,
        summary: `gopls ${plain2(version)} is installed here, and another one in CI: they take different settings, and report different things`,
        evidence: ci.map((other) => `${other.place.file}:${other.place.line}: gopls ${plain2(other.version)}`),
        remedy: "install the same version in both",
        source: "what the files say"
      }));
    };
  }
});

// src/config/rule/malformed-file.ts
var malformedFile;
var init_malformed_file = __esm({
  "src/config/rule/malformed-file.ts"() {
    "use strict";
    malformedFile = ({ malformed }) => malformed.map(({ place: place2, why: why2 }) => {
      const isJson2 = /\.(?:json|code-workspace)$/.test(place2.file) && !place2.file.includes(".golangci");
      return {
        id: "malformed-file",
        severity: "error",
        place: place2,
        summary: `this is no ${isJson2 ? "JSON with comments" : "YAML"}: ${why2}`,
        evidence: [],
        remedy: isJson2 ? "mend it here; until then VS Code goes by what stands before, and by guesses at the rest" : "mend it here; until then the whole file is refused",
        source: isJson2 ? "jsonc-parser, the parser of VS Code" : "https://yaml.org/spec/1.2.2/"
      };
    });
  }
});

// src/config/rule/missing-tool.ts
var missingTool;
var init_missing_tool = __esm({
  "src/config/rule/missing-tool.ts"() {
    "use strict";
    missingTool = ({ missingTools }) => missingTools.map(({ place: place2, setting, path }) => ({
      id: "missing-tool",
      severity: "warning",
      place: place2,
      summary: `${setting} names ${path}, which is not on this machine`,
      evidence: [],
      remedy: "write the path of one that is here, or remove it from what others share: such paths belong in the settings of a user",
      source: "golang/vscode-go, docs/settings.md; extension/src/utils/pathUtils.ts"
    }));
  }
});

// src/config/rule/mod-mode.ts
function explicitModes({ stated }) {
  const modeIn = (text4) => /(?:^|\s)--?mod=(mod|readonly|vendor)(?=\s|$)/.exec(text4)?.[1];
  return [
    ...stated.goFlags.flatMap(
      ({ setting, side, flags }) => flags.flatMap(({ place: place2, text: text4 }) => {
        const mode = modeIn(text4);
        return mode === void 0 ? [] : [{ side, mode, place: place2, who: setting }];
      })
    ),
    ...stated.variables.flatMap(({ name: name2, side, value, place: place2 }) => {
      const mode = name2 === "GOFLAGS" ? modeIn(value) : void 0;
      return mode === void 0 ? [] : [{ side, mode, place: place2, who: "GOFLAGS" }];
    })
  ];
}
function usualMode({ vendored, stated }) {
  const module2 = stated.versions.find(({ side, who }) => side === "module" && who === "go.mod")?.version;
  return vendored && module2 !== void 0 && isGoVersion(module2) && compareGo(module2, "1.14") >= 0 ? "vendor" : "readonly";
}
var modMode;
var init_mod_mode = __esm({
  "src/config/rule/mod-mode.ts"() {
    "use strict";
    init_versions2();
    modMode = (facts) => {
      const modes = explicitModes(facts);
      const usual2 = usualMode(facts);
      const ciSpeaks = modes.some(({ side }) => side === "ci") || facts.stated.versions.some(({ side }) => side === "ci");
      const ci = modes.filter(({ side }) => side === "ci");
      const inCi = new Set(ci.length === 0 ? [usual2] : ci.map(({ mode }) => mode));
      const here = modes.filter(({ side }) => side === "editor" || side === "linter");
      const findings = [];
      if (ciSpeaks) {
        for (const { side, mode, place: place2, who } of here) {
          if (inCi.has(mode)) continue;
          findings.push({
            id: "mod-mode",
            severity: "warning",
            place: place2,
            summary: `the ${side} works with -mod=${mode} and CI with -mod=${[...inCi].join(" or ")}: what is well in the one can fail in the other`,
            evidence: [
              `${who}: -mod=${mode}`,
              ...ci.length === 0 ? [`no workflow names a mode, and go's own is then -mod=${usual2}`] : ci.map((other) => `${other.place.file}:${other.place.line}: ${other.who}: -mod=${other.mode}`)
            ],
            remedy: `let both work with -mod=${[...inCi][0]}, or name none in either`,
            source: "https://go.dev/ref/mod#build-commands"
          });
        }
        const [first] = ci;
        const editorSpeaks = facts.stated.goplsSettings.length > 0 || facts.stated.goplsFlags.length > 0;
        if (first !== void 0 && editorSpeaks && !here.some(({ side }) => side === "editor") && !inCi.has(usual2)) {
          findings.push({
            id: "mod-mode",
            severity: "warning",
            place: first.place,
            summary: `CI works with -mod=${first.mode} and the editor, where no mode is named, with -mod=${usual2}`,
            evidence: [`${first.who}: -mod=${first.mode}`],
            remedy: `name the mode in "build.buildFlags" below "gopls" too, or in neither`,
            source: "https://go.dev/ref/mod#build-commands"
          });
        }
      }
      return findings;
    };
  }
});

// src/config/rule/shared-socket.ts
function listens({ place: place2, text: text4 }) {
  return {
    id: "shared-socket",
    severity: "error",
    place: place2,
    summary: `with ${text4} gopls listens for others and says nothing to the editor that started it, which waits for ever`,
    evidence: ["it never answers the request initialize on its stdin"],
    remedy: "remove it; -remote=auto starts a daemon where there is none",
    source: "gopls help serve; test/unit/config/rule.test.ts connects to such a gopls"
  };
}
function shares({ place: place2, text: text4 }) {
  return {
    id: "shared-socket",
    severity: "note",
    place: place2,
    summary: `with ${text4} all windows and workspaces of this user share one daemon: they end together when it does`,
    evidence: [
      "that one workspace waits for the network does not block the others, says the scenario gopls-workspace-socket"
    ],
    remedy: "`unlatch config --socket` prints the settings for a daemon of this workspace alone",
    source: "scenarios gopls-workspace-socket, gopls-daemon-stopped"
  };
}
function needsListener({ place: place2, text: text4 }, address2) {
  return {
    id: "shared-socket",
    severity: "warning",
    place: place2,
    summary: `with ${text4} gopls ends at once where nobody listens on ${address2}: only -remote=auto starts a daemon`,
    evidence: ['gopls: "connecting to remote: dialing remote: \u2026"'],
    remedy: "write -remote=auto;NAME, which `unlatch config --socket` prints for this workspace, or start a daemon before the editor",
    source: "gopls/internal/lsprpc/dialer.go; test/unit/config/rule.test.ts runs it"
  };
}
var sharedSocket;
var init_shared_socket = __esm({
  "src/config/rule/shared-socket.ts"() {
    "use strict";
    init_judge_flags();
    sharedSocket = ({ stated }) => stated.goplsFlags.flatMap(
      ({ flags }) => flags.flatMap((flag2, at2) => {
        const name2 = flag2.text.startsWith("-") ? nameOf2(flag2.text) : "";
        const value = flag2.text.includes("=") ? flag2.text.replace(/^[^=]*=/, "") : flags[at2 + 1]?.text ?? "";
        if (name2 === "listen") return [listens(flag2)];
        if (name2 !== "remote") return [];
        if (value === "auto") return [shares(flag2)];
        return value.startsWith("auto;") ? [] : [needsListener(flag2, value)];
      })
    );
  }
});

// src/config/rule/unreadable-file.ts
var unreadableFile;
var init_unreadable_file = __esm({
  "src/config/rule/unreadable-file.ts"() {
    "use strict";
    unreadableFile = ({ unreadable }) => unreadable.map(({ place: place2, why: why2 }) => ({
      id: "unreadable-file",
      severity: "error",
      place: place2,
      summary: `${place2.file} ${why2}, so that nothing in it was judged`,
      evidence: [],
      remedy: "make it a small file that you may read",
      source: "unlatch"
    }));
  }
});

// src/config/rule/version-number.ts
var versionNumber;
var init_version_number = __esm({
  "src/config/rule/version-number.ts"() {
    "use strict";
    versionNumber = ({ stated }) => stated.versions.filter(({ version, written: written2 }) => version !== written2 && /^\d+\.\d+$/.test(written2)).map(({ place: place2, who, version, written: written2 }) => ({
      id: "version-number",
      severity: "error",
      place: place2,
      summary: `${written2} is a number here, so that ${who} is asked for ${version}`,
      evidence: [`without quotes ${written2} and ${version} are the same number`],
      remedy: `write '${written2}', with quotes`,
      source: "https://yaml.org/spec/1.2.2/#10214-floating-point; actions/setup-go, README"
    }));
  }
});

// src/config/judge.ts
function judge3(facts) {
  return rules.flatMap((rule) => rule(facts)).sort((a, b) => orderOfPlaces(a.place, b.place));
}
var rules;
var init_judge2 = __esm({
  "src/config/judge.ts"() {
    "use strict";
    init_place();
    init_cache_in_workspace();
    init_go_flag();
    init_go_version();
    init_gopls_flag();
    init_gopls_go();
    init_gopls_name();
    init_gopls_setting();
    init_gopls_version();
    init_malformed_file();
    init_missing_tool();
    init_mod_mode();
    init_shared_socket();
    init_unreadable_file();
    init_version_number();
    rules = [
      unreadableFile,
      malformedFile,
      goplsSetting,
      goplsName,
      goplsFlag,
      goFlag,
      goplsGo,
      goVersion,
      goplsVersion,
      versionNumber,
      modMode,
      cacheInWorkspace,
      sharedSocket,
      missingTool
    ];
  }
});

// src/config/sarif.ts
function sarif(findings, version) {
  const ids = Object.keys(rules2);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "unlatch config",
            semanticVersion: version,
            rules: ids.map((id) => ({ id, shortDescription: { text: rules2[id] } }))
          }
        },
        columnKind: "utf16CodeUnits",
        results: findings.map(({ id, severity, place: place2, summary, evidence, remedy, source }) => ({
          ruleId: id,
          ruleIndex: ids.indexOf(id),
          level: severity,
          message: { text: [`${summary}.`, ...evidence, `Instead: ${remedy}.`, `Source: ${source}`].join("\n") },
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: place2.file.split("/").map(encodeURIComponent).join("/"),
                  uriBaseId: "%SRCROOT%"
                },
                region: { startLine: place2.line, startColumn: place2.column }
              }
            }
          ]
        }))
      }
    ]
  };
}
var rules2;
var init_sarif = __esm({
  "src/config/sarif.ts"() {
    "use strict";
    rules2 = {
      "unreadable-file": "A settings file cannot be read.",
      "malformed-file": "A settings file breaks the rules of its format.",
      "gopls-setting": "gopls refuses a setting.",
      "gopls-name": "gopls does not have what a setting switches, and ignores it.",
      "gopls-flag": "gopls does not start with a flag, or does nothing about it.",
      "go-flag": "go refuses a build flag.",
      "gopls-go": "gopls and Go do not fit each other.",
      "go-version": "Different Go versions are used for one module.",
      "gopls-version": "The editor and CI use different versions of gopls.",
      "version-number": "A version without quotes is read as a number.",
      "mod-mode": "The editor and CI take modules from different places.",
      "cache-in-workspace": "A cache of Go lies in the workspace, or has no absolute path.",
      "shared-socket": "gopls is the client of a daemon, or is one.",
      "missing-tool": "A tool that a setting names is not there."
    };
  }
});

// src/config/socket-text.ts
function socketText({ folder, flag: flag2, path, bytes, flaw }) {
  return `${path}

The gopls daemon of ${folder} alone listens there (${bytes} bytes${flaw === null ? "" : `; ${flaw}`}).
gopls starts it by itself where it does not run, and it ends a minute after its last editor has left.

VS Code, .vscode/settings.json:
  "go.languageServerFlags": ["${flag2}"]

Neovim:
  vim.lsp.config('gopls', { cmd = { 'gopls', '${flag2}' } })

Helix, .helix/languages.toml:
  [language-server.gopls]
  command = "gopls"
  args = ["${flag2}"]

In a shell, with the ";" in quotes:
  gopls '${flag2}' remote sessions

The name is made from the path of the workspace: it is for the settings of this checkout, not for those that others share.
One daemon for several workspaces does not block the one while another waits for the network (scenario gopls-workspace-socket):
one for each keeps them from ending together.
`;
}
var init_socket_text = __esm({
  "src/config/socket-text.ts"() {
    "use strict";
  }
});

// src/config/workspace-socket.ts
async function workspaceSocket(folder, gopls, go, env2, patience) {
  const whole2 = await (0, import_promises16.realpath)(folder);
  const id = (0, import_node_crypto4.createHash)("sha256").update(whole2).digest("hex").slice(0, 12);
  const program3 = await (0, import_promises16.realpath)(gopls);
  const runtime = (0, import_node_path21.resolve)(env2["XDG_RUNTIME_DIR"] || env2["TMPDIR"] || "/tmp");
  const user2 = env2["USER"] || "shared";
  const name2 = `${(0, import_node_path21.basename)(program3)}-${await hashOf(program3, go, env2, patience)}-daemon.${user2}-${id}`;
  const path = (0, import_node_path21.join)(runtime, name2);
  const bytes = Buffer.byteLength(path);
  const flaw = bytes <= limitBytes2 ? null : `its path has ${bytes} bytes, and ${limitBytes2} are allowed: set XDG_RUNTIME_DIR to a folder of your own with a shorter name`;
  return { folder: whole2, id, flag: `-remote=auto;${id}`, path, bytes, flaw };
}
async function hashOf(program3, go, env2, patience) {
  const sum = (data) => (0, import_node_crypto4.createHash)("sha256").update(data).digest("hex").slice(0, 6);
  if (go === null) return sum(program3);
  const surroundings = { folder: "/", env: env2, ...patience };
  const { code, stdout } = await runBriefly(go, ["tool", "buildid", program3], surroundings);
  return code === 0 ? sum(stdout) : sum(program3);
}
var import_node_crypto4, import_promises16, import_node_path21, limitBytes2;
var init_workspace_socket = __esm({
  "src/config/workspace-socket.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    import_promises16 = require("node:fs/promises");
    import_node_path21 = require("node:path");
    init_run_briefly();
    limitBytes2 = 107;
  }
});

// src/cli/folder-refusal.ts
async function folderRefusal(folder) {
  try {
    if (!(await (0, import_promises17.stat)(folder)).isDirectory()) return "is no folder";
    await (0, import_promises17.access)(folder, import_node_fs14.constants.R_OK | import_node_fs14.constants.X_OK);
    return null;
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    return code === "ENOENT" ? "no such folder" : `may not be entered (${code})`;
  }
}
var import_node_fs14, import_promises17;
var init_folder_refusal = __esm({
  "src/cli/folder-refusal.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    import_promises17 = require("node:fs/promises");
    init_errors();
  }
});

// src/go/dirhash.ts
async function hash1OfZip(zip) {
  const limit = pLimit(8);
  const lines2 = await Promise.all(
    zip.entries.map(
      (file2) => limit(async () => {
        const hash = (0, import_node_crypto5.createHash)("sha256").update(await zip.read(file2));
        return { name: file2.name, line: `${hash.digest("hex")}  ${file2.name}
` };
      })
    )
  );
  lines2.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = (0, import_node_crypto5.createHash)("sha256");
  for (const { line } of lines2) sum.update(line);
  return `h1:${sum.digest("base64")}`;
}
var import_node_crypto5;
var init_dirhash = __esm({
  "src/go/dirhash.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    init_p_limit();
  }
});

// src/go/store.ts
function storeDir(env2) {
  const own = env2.UNLATCH_HOME;
  if (own !== void 0 && own !== "") {
    if (!(0, import_node_path22.isAbsolute)(own)) throw new UserError(`UNLATCH_HOME must be an absolute path, not ${JSON.stringify(own)}`);
    return own;
  }
  const xdg = env2.XDG_CACHE_HOME;
  if (xdg !== void 0 && (0, import_node_path22.isAbsolute)(xdg)) return (0, import_node_path22.join)(xdg, "unlatch");
  const home = env2.HOME ?? env2.USERPROFILE;
  if (home === void 0 || home === "") {
    throw new UserError("there is no place for the store: set UNLATCH_HOME to an absolute path (HOME is not set)");
  }
  return (0, import_node_path22.join)(home, ".cache", "unlatch");
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
  const place2 = (0, import_node_path22.join)(thing.store, thing.place);
  const there2 = await thing.check(place2);
  if (there2 !== null) return there2;
  let staging;
  try {
    staging = await makeStaging(thing.store);
    const made = (0, import_node_path22.join)(staging, "made");
    const scratch = (0, import_node_path22.join)(staging, "scratch");
    await (0, import_promises18.mkdir)(made);
    await (0, import_promises18.mkdir)(scratch);
    await thing.build(made, scratch);
    await syncDir(made);
    await (0, import_promises18.mkdir)((0, import_node_path22.dirname)(place2), { recursive: true });
    return await putInPlace(thing, made, place2, (0, import_node_path22.join)(staging, "broken"));
  } catch (error) {
    throw explainStoreError(error, thing.store, thing.what);
  } finally {
    if (staging !== void 0) await (0, import_promises18.rm)(staging, { recursive: true, force: true, maxRetries: 3 });
  }
}
async function putInPlace(thing, made, place2, broken) {
  if (await renameUnlessTaken(made, place2)) await syncDir((0, import_node_path22.dirname)(place2));
  const winner = await thing.check(place2);
  if (winner !== null) return winner;
  if (!await exists2(made)) {
    throw new HarnessError(`${thing.what}: what was just put into ${place2} does not pass its own check`);
  }
  await renameUnlessGone(place2, broken);
  await renameUnlessTaken(made, place2);
  const again = await thing.check(place2);
  if (again === null) throw new HarnessError(`${thing.what}: ${place2} holds something else; remove it and try again`);
  return again;
}
async function renameUnlessTaken(from, to) {
  try {
    await (0, import_promises18.rename)(from, to);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "ENOTEMPTY" || errno === "EEXIST" || errno === "EPERM" && await exists2(to)) return false;
    throw error;
  }
}
async function renameUnlessGone(from, to) {
  try {
    await (0, import_promises18.rename)(from, to);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}
async function exists2(path) {
  try {
    await (0, import_promises18.access)(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return false;
    throw error;
  }
}
async function syncDir(dir) {
  if (process.platform === "win32") return;
  const handle = await (0, import_promises18.open)(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
function pidSpace() {
  let namespace = "";
  try {
    namespace = (0, import_node_fs15.readlinkSync)("/proc/self/ns/pid");
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
  }
  return (0, import_node_crypto6.createHash)("sha256").update(`${(0, import_node_os8.hostname)()}
${namespace}`).digest("hex").slice(0, 12);
}
async function makeStaging(store) {
  const tmp = (0, import_node_path22.join)(store, "tmp");
  await (0, import_promises18.mkdir)(tmp, { recursive: true });
  await sweepStaging(store);
  const dir = (0, import_node_path22.join)(tmp, `${pidSpace()}-${process.pid}-${(0, import_node_crypto6.randomBytes)(6).toString("hex")}`);
  await (0, import_promises18.mkdir)(dir);
  return dir;
}
async function sweepStaging(store) {
  const tmp = (0, import_node_path22.join)(store, "tmp");
  const removed = [];
  for (const name2 of await readdirOrNone(tmp)) {
    const [, space, pid] = /^([0-9a-f]{12})-(\d+)-[0-9a-f]{12}$/.exec(name2) ?? [];
    if (space !== pidSpace() || pid === void 0 || isAlive(Number(pid))) continue;
    await (0, import_promises18.rm)((0, import_node_path22.join)(tmp, name2), { recursive: true, force: true, maxRetries: 3 });
    removed.push(name2);
  }
  return removed;
}
async function readdirOrNone(dir) {
  try {
    return await (0, import_promises18.readdir)(dir);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}
var import_node_crypto6, import_node_fs15, import_promises18, import_node_os8, import_node_path22;
var init_store = __esm({
  "src/go/store.ts"() {
    "use strict";
    import_node_crypto6 = require("node:crypto");
    import_node_fs15 = require("node:fs");
    import_promises18 = require("node:fs/promises");
    import_node_os8 = require("node:os");
    import_node_path22 = require("node:path");
    init_errors();
    init_is_alive();
  }
});

// src/go/tool-cache.ts
async function findInToolCache(version, env2, platform) {
  const goroot = placeIn2(toSemver(version), env2, platform);
  return goroot !== null && await versionAt(goroot) === version ? goroot : null;
}
function placeIn2(semver, env2, platform) {
  const root = env2.RUNNER_TOOL_CACHE;
  const arch = toolCacheArchs[platform.arch];
  return root === void 0 || root === "" || arch === void 0 ? null : (0, import_node_path23.join)(root, "go", semver, arch);
}
async function versionAt(goroot) {
  try {
    await (0, import_promises19.access)(`${goroot}.complete`);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
  return await readVersionFile(goroot);
}
var import_promises19, import_node_path23, toolCacheArchs;
var init_tool_cache = __esm({
  "src/go/tool-cache.ts"() {
    "use strict";
    import_promises19 = require("node:fs/promises");
    import_node_path23 = require("node:path");
    init_errors();
    init_go_on_path();
    init_versions2();
    toolCacheArchs = { amd64: "x64", arm64: "arm64", "386": "x86", arm: "arm" };
  }
});

// src/go/vouch.ts
async function sumOfToolchain(request) {
  const { version, scratch } = request;
  const folder = (0, import_node_path24.join)(scratch, "proxy", "golang.org", "toolchain", "@v");
  await (0, import_promises20.mkdir)(folder, { recursive: true });
  await (0, import_promises20.writeFile)((0, import_node_path24.join)(folder, `${version}.info`), JSON.stringify({ Version: version, Time: "2020-01-01T00:00:00Z" }));
  await (0, import_promises20.writeFile)((0, import_node_path24.join)(folder, `${version}.mod`), "module golang.org/toolchain\n");
  await linkOrCopy(request.zip, (0, import_node_path24.join)(folder, `${version}.zip`));
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
      GOPATH: (0, import_node_path24.join)(scratch, "gopath"),
      GOMODCACHE: (0, import_node_path24.join)(scratch, "modcache"),
      GOCACHE: (0, import_node_path24.join)(scratch, "gocache"),
      GOTMPDIR: "",
      GOPRIVATE: "",
      GONOPROXY: "",
      GONOSUMDB: "",
      GOPROXY: `${(0, import_node_url2.pathToFileURL)((0, import_node_path24.join)(scratch, "proxy")).href}|${request.goproxy}`,
      ...request.gosumdb === null ? { GOSUMDB: "" } : { GOSUMDB: request.gosumdb }
    }
  });
  const parsed3 = safeParse(pipe(string(), parseJson(), downloadSchema), result.stdout);
  const said = parsed3.success ? parsed3.output : {};
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
    await (0, import_promises20.link)(from, to);
  } catch (error) {
    if (errnoOf(error) === void 0 || errnoOf(error) === "ENOSPC") throw error;
    await (0, import_promises20.copyFile)(from, to);
  }
}
var import_promises20, import_node_path24, import_node_url2, downloadSchema;
var init_vouch = __esm({
  "src/go/vouch.ts"() {
    "use strict";
    import_promises20 = require("node:fs/promises");
    import_node_path24 = require("node:path");
    import_node_url2 = require("node:url");
    init_dist();
    init_errors();
    init_run_go();
    downloadSchema = object({ Sum: optional(string()), Error: optional(string()) });
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
  const place2 = placeOf(exact, platform);
  const check2 = async (dir2) => await isWholeGoroot((0, import_node_path25.join)(dir2, "go"), exact, platform.os) ? dir2 : null;
  const stored3 = await check2((0, import_node_path25.join)(store, place2));
  if (stored3 !== null && context.from === "store")
    return { version: exact, goroot: (0, import_node_path25.join)(stored3, "go"), source: "store" };
  const settings = await readGoSettings(context.env, platform, context.signal);
  if (context.from !== "store") {
    const { go } = settings;
    if (go?.version === exact && (go.arch ?? platform.arch) === platform.arch) {
      return { version: exact, goroot: go.goroot, source: "path" };
    }
    const cached = await findInToolCache(exact, context.env, platform);
    if (cached !== null) return { version: exact, goroot: cached, source: "toolcache" };
  }
  if (stored3 !== null) return { version: exact, goroot: (0, import_node_path25.join)(stored3, "go"), source: "store" };
  const what = `go ${exact}`;
  const goproxy = context.goDevUrl === void 0 ? settings.goproxy : null;
  const source = goproxy === null ? "go.dev" : "proxy";
  const dir = await install({
    store,
    place: place2,
    what,
    check: check2,
    build: async (made, scratch) => {
      const goroot = (0, import_node_path25.join)(made, "go");
      if (goproxy === null) await buildFromGoDev(exact, goroot, scratch, context);
      else await buildFromProxy(exact, goroot, scratch, goproxy, settings, context);
      if (!await isWholeGoroot(goroot, exact, platform.os)) {
        throw new HarnessError(`${what}: the archive holds no whole Go ${exact} (bin/go or VERSION); nothing was kept`);
      }
    }
  });
  return { version: exact, goroot: (0, import_node_path25.join)(dir, "go"), source };
}
function placeOf(version, platform) {
  return `go/${version}-${platformKey(platform)}`;
}
async function isWholeGoroot(goroot, version, os) {
  if (await readVersionFile(goroot) !== version) return false;
  try {
    await (0, import_promises21.access)((0, import_node_path25.join)(goroot, "bin", os === "windows" ? "go.exe" : "go"));
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
  const file2 = (0, import_node_path25.join)(scratch, "toolchain.zip");
  let from;
  try {
    from = await downloadZip(goproxy, "golang.org/toolchain", moduleVersion, file2, {
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
  const zip = await openZip(file2, prefix, from);
  const ours = await hash1OfZip(zip);
  const theirs = pin ?? await sumOfToolchain({
    go: await goThatVouches(settings, context),
    version: moduleVersion,
    zip: file2,
    goproxy,
    gosumdb: settings.gosumdb,
    scratch: await makeDir((0, import_node_path25.join)(scratch, "vouch")),
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
    const goroot = (0, import_node_path25.join)(store, placeOf(version, platform), "go");
    if (await isWholeGoroot(goroot, version, platform.os)) return (0, import_node_path25.join)(goroot, "bin", exeName("go", platform));
  }
  const newest = pinned.at(-1);
  if (newest === void 0) {
    throw new HarnessError(
      `no Go that could ask the checksum database is pinned for ${platformKey(platform)}; put any Go from 1.21 on PATH`
    );
  }
  const go = await provisionGo(newest, { ...context, from: "store" });
  return (0, import_node_path25.join)(go.goroot, "bin", exeName("go", platform));
}
async function makeDir(dir) {
  await (0, import_promises21.mkdir)(dir, { recursive: true });
  return dir;
}
var import_promises21, import_node_path25;
var init_provision_go = __esm({
  "src/go/provision-go.ts"() {
    "use strict";
    import_promises21 = require("node:fs/promises");
    import_node_path25 = require("node:path");
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
  moduleProxy: () => moduleProxy,
  newestGoplsFor: () => newestGoplsFor,
  provisionGopls: () => provisionGopls,
  resolveGoplsVersion: () => resolveGoplsVersion
});
async function resolveGoplsVersion(text4, context) {
  if (text4 !== "latest" && text4 !== "stable") {
    const version = text4.replace(/^v/, "");
    if ((0, import_semver2.valid)(version) === version) return version;
    throw new UserError(`${JSON.stringify(text4)} is no gopls version; write it as 0.18.1, or latest`);
  }
  const newest = (await listGoplsVersions(context)).filter((version) => (0, import_semver2.prerelease)(version) === null).at(-1);
  if (newest === void 0) throw new HarnessError("the module proxy lists no release of gopls");
  return newest;
}
async function newestGoplsFor(goVersion2, context) {
  const line = lineOf(goVersion2);
  if (compareGo(line, oldestGo) >= 0) {
    const goproxy = await moduleProxy(context);
    const releases = (await listGoplsVersions(context)).filter((version) => (0, import_semver2.prerelease)(version) === null);
    for (const version of releases.toReversed()) {
      const wanted3 = goLineOf(await readGoMod(goproxy, goplsModule, `v${version}`, network(context)));
      if (compareGo(wanted3, line) <= 0) return version;
    }
  }
  throw new UserError(`there is no gopls that Go ${goVersion2} builds; name a version, which brings a Go of its own`);
}
async function listGoplsVersions(context) {
  const list2 = await listVersions(await moduleProxy(context), goplsModule, network(context));
  return list2.map((version) => version.replace(/^v/, "")).filter((version) => (0, import_semver2.valid)(version) === version).sort(import_semver2.compare);
}
async function moduleProxy(context) {
  const platform = context.platform ?? hostPlatform();
  const settings = await readGoSettings(context.env, platform, context.signal);
  if (settings.goproxy !== null) return settings.goproxy;
  const go = await provisionGo(await resolveGoVersion("stable", { ...context, prefer: "matrix" }), context);
  const said = await askGo((0, import_node_path26.join)(go.goroot, "bin", exeName("go", platform)), context.env, context.signal);
  if (said?.goproxy == null) throw new HarnessError("GOPROXY is not set, and go has no default for it");
  return said.goproxy;
}
function network(context) {
  return { signal: context.signal, patience: context.network };
}
async function provisionGopls(version, context, builder) {
  if ((0, import_semver2.valid)(version) !== version) throw new UserError(`${version} is no exact gopls version; resolve it first`);
  const platform = context.platform ?? hostPlatform();
  const store = storeDir(context.env);
  const name2 = exeName("gopls", platform);
  const check2 = async (dir) => {
    const builtWith = await readBuildNote(dir, name2);
    return builtWith === null ? null : { version, path: (0, import_node_path26.join)(dir, name2), builtWith };
  };
  const place2 = `gopls/${version}-${platformKey(platform)}`;
  const there2 = await check2((0, import_node_path26.join)(store, place2));
  if (there2 !== null) return there2;
  const goproxy = await moduleProxy(context);
  const go = builder ?? await goFor(version, goproxy, context);
  return await install({
    store,
    place: place2,
    what: `gopls ${version}`,
    check: check2,
    build: async (made, scratch) => {
      await goInstall(version, go, goproxy, scratch, store, context);
      await (0, import_promises22.copyFile)((0, import_node_path26.join)(scratch, "bin", name2), (0, import_node_path26.join)(made, name2));
      await (0, import_promises22.chmod)((0, import_node_path26.join)(made, name2), 493);
      await writeBuildNote(made, go.version);
    }
  });
}
async function writeBuildNote(dir, goVersion2) {
  await (0, import_promises22.writeFile)((0, import_node_path26.join)(dir, buildNote), `${goVersion2}
`, { flush: true });
}
async function readBuildNote(dir, name2) {
  try {
    await (0, import_promises22.access)((0, import_node_path26.join)(dir, name2));
    return (await (0, import_promises22.readFile)((0, import_node_path26.join)(dir, buildNote), "utf8")).trim() || null;
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
        const hint2 = known.filter((candidate) => (0, import_semver2.prerelease)(candidate) === null).slice(-4);
        throw new UserError(`there is no gopls ${version}; the newest are ${hint2.join(", ")}`, { cause: error });
      }
    }
    throw error;
  }
}
function goLineOf(goMod) {
  const wanted3 = [oldestGo];
  for (const [, version] of goMod.matchAll(/^(?:go|toolchain)\s+(?:go)?(1\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)\b/gm)) {
    if (version !== void 0) wanted3.push(lineOf(version));
  }
  return wanted3.sort(compareGo).at(-1) ?? oldestGo;
}
async function goInstall(version, go, goproxy, scratch, store, context) {
  const platform = context.platform ?? hostPlatform();
  const tmp = (0, import_node_path26.join)(scratch, "tmp");
  await (0, import_promises22.mkdir)(tmp);
  const { GOROOT: _goroot, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = context.env;
  const result = await runGo(
    (0, import_node_path26.join)(go.goroot, "bin", exeName("go", platform)),
    // It says what it downloads anyway, and with -v what it has compiled too.
    ["install", "-v", `${goplsModule}@v${version}`],
    {
      cwd: scratch,
      signal: context.signal,
      silentMs: context.network?.silentMs,
      env: {
        ...rest,
        GOBIN: (0, import_node_path26.join)(scratch, "bin"),
        GOPATH: (0, import_node_path26.join)(scratch, "gopath"),
        GOMODCACHE: context.buildCaches?.gomodcache ?? (0, import_node_path26.join)(store, "build", "modcache"),
        GOCACHE: context.buildCaches?.gocache ?? (0, import_node_path26.join)(store, "build", "gocache"),
        GOTMPDIR: tmp,
        GOOS: platform.os,
        GOARCH: platform.arch,
        GOTOOLCHAIN: "local",
        GO111MODULE: "on",
        GOWORK: "off",
        GOPROXY: goproxy,
        // In a cache of ours its folders may be writable; the user's is to stay as go makes it.
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
  throw new HarnessError(`gopls ${version} could not be built with go ${go.version}: ${whyFailed(result, 5)}`, {
    cause: result.error
  });
}
var import_promises22, import_node_path26, import_semver2, goplsModule, oldestGo, buildNote;
var init_provision_gopls = __esm({
  "src/go/provision-gopls.ts"() {
    "use strict";
    import_promises22 = require("node:fs/promises");
    import_node_path26 = require("node:path");
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

// src/cli/run-config.ts
var run_config_exports = {};
__export(run_config_exports, {
  runConfig: () => runConfig
});
async function runConfig(folder, options) {
  var _stack = [];
  try {
    const interruption = __using(_stack, onInterruption());
    const { signal } = interruption;
    const patience = { limitMs: parseCount("--timeout", options.timeout, 3600) * 1e3, signal };
    try {
      const whole2 = await workspace(folder);
      return await (options.socket ? tellSocket(whole2, options, patience) : tellFindings(whole2, options, patience));
    } catch (error) {
      if (!signal.aborted) throw error;
      process.stderr.write("unlatch: interrupted; nothing was judged\n");
      return exitStatus.interrupted;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function tellFindings(whole2, options, patience) {
  const { json, sarif: sarifFile } = options;
  if (json && sarifFile === "-")
    throw new UserError("--json and --sarif - both want stdout; name a file for the latter");
  if (sarifFile !== void 0 && sarifFile !== "-") await checkPlace("--sarif", sarifFile, "file");
  const unjudged = [];
  const found = async (tool, name2, what) => {
    if (tool.path === null)
      unjudged.push(`${what}: ${tool.refused ?? `there is no ${name2} here`}; name one with --${name2}`);
    return tool.path;
  };
  const facts = await gatherFacts(
    whole2,
    {
      gopls: async ({ tools }) => options.gopls === void 0 ? await found(await findGopls(tools, whole2, process.env), "gopls", "settings and flags of gopls") : await namedGopls(options.gopls, patience),
      go: async ({ tools }) => options.go === void 0 ? await found(await findGo(tools, whole2, process.env), "go", "build flags") : await namedGo(options.go, patience)
    },
    process.env,
    patience
  );
  const findings = judge3(facts);
  if (sarifFile !== void 0) {
    const text4 = `${JSON.stringify(sarif(findings, packageVersion()), null, 1)}
`;
    if (sarifFile === "-") process.stdout.write(text4);
    else await writeResult(sarifFile, text4);
  }
  if (json) {
    const { gopls, go, files } = facts;
    const document = {
      schema: 1,
      folder: whole2,
      gopls: gopls === null ? null : { path: gopls.path, version: gopls.version, builtWith: gopls.builtWith },
      go: go === null ? null : { path: go.path, version: go.version },
      files,
      findings: findings.map(({ place: place2, ...finding }) => ({ ...place2, ...finding })),
      unjudged
    };
    process.stdout.write(`${JSON.stringify(document, null, 1)}
`);
  } else if (sarifFile !== "-") {
    process.stdout.write(configText(facts, findings, unjudged, import_picocolors2.default.createColors(outputOf(process.stdout).colour)));
  }
  if (findings.some(({ severity }) => severity !== "note")) return exitStatus.differs;
  return unjudged.length === 0 ? exitStatus.expected : exitStatus.inconclusive;
}
async function tellSocket(folder, options, patience) {
  if (process.platform === "win32") throw new UserError("--socket: on Windows gopls listens on no socket of a file");
  const { stated } = await readWorkspace(folder);
  const gopls = options.gopls === void 0 ? await findGopls(stated.tools, folder, process.env) : { path: await namedGopls(options.gopls, patience), refused: null };
  if (gopls.path === null) {
    throw new HarnessError(`--socket: ${gopls.refused ?? "there is no gopls here"}; name one with --gopls`);
  }
  const go = options.go === void 0 ? (await findGo(stated.tools, folder, process.env)).path : await namedGo(options.go, patience);
  const socket2 = await workspaceSocket(folder, gopls.path, go, process.env, patience);
  process.stdout.write(
    options.json ? `${JSON.stringify({ schema: 1, gopls: gopls.path, ...socket2 }, null, 1)}
` : socketText(socket2)
  );
  return socket2.flaw === null ? exitStatus.expected : exitStatus.differs;
}
async function namedGopls(text4, { signal }) {
  const path = await programAt("--gopls", text4);
  if (path !== null) return path;
  const { provisionGopls: provisionGopls2, resolveGoplsVersion: resolveGoplsVersion2 } = await Promise.resolve().then(() => (init_provision_gopls(), provision_gopls_exports));
  const context = { env: process.env, signal };
  return (await provisionGopls2(await resolveGoplsVersion2(text4, context), context)).path;
}
async function namedGo(text4, { signal }) {
  const path = await programAt("--go", text4);
  if (path !== null) return path;
  const { resolveGoVersion: resolveGoVersion2 } = await Promise.resolve().then(() => (init_versions2(), versions_exports));
  const { provisionGo: provisionGo2 } = await Promise.resolve().then(() => (init_provision_go(), provision_go_exports));
  const context = { env: process.env, signal };
  const { goroot } = await provisionGo2(await resolveGoVersion2(text4, { ...context, prefer: "matrix" }), context);
  return (0, import_node_path27.join)(goroot, "bin", exeName("go", hostPlatform()));
}
async function programAt(option, text4) {
  if (text4 === "") throw new UserError(`${option}: a path or a version is wanted`);
  if (!/[\\/]/.test(text4)) return null;
  const path = (0, import_node_path27.resolve)(text4);
  try {
    if (!(await (0, import_promises23.stat)(path)).isFile()) throw new UserError(`${option} ${text4}: this is no file`);
    await (0, import_promises23.access)(path, import_node_fs16.constants.X_OK);
    return path;
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    throw new UserError(
      `${option} ${text4}: ${code === "ENOENT" ? "there is no such file" : `cannot be run (${code})`}`
    );
  }
}
async function workspace(folder) {
  const whole2 = (0, import_node_path27.resolve)(folder);
  const refused = await folderRefusal(whole2);
  if (refused !== null) throw new UserError(`${folder}: ${refused}`);
  return whole2;
}
var import_node_fs16, import_promises23, import_node_path27, import_picocolors2;
var init_run_config = __esm({
  "src/cli/run-config.ts"() {
    "use strict";
    import_node_fs16 = require("node:fs");
    import_promises23 = require("node:fs/promises");
    import_node_path27 = require("node:path");
    import_picocolors2 = __toESM(require_picocolors(), 1);
    init_find_tool();
    init_config_text();
    init_gather_facts();
    init_judge2();
    init_read_workspace();
    init_sarif();
    init_socket_text();
    init_workspace_socket();
    init_errors();
    init_platform();
    init_folder_refusal();
    init_interruption();
    init_output();
    init_package_version();
    init_parse_count();
    init_result_files();
  }
});

// src/doctor/gopls-goroutines.ts
function doingOf(calls2) {
  const isIn = (pattern) => calls2.some((call) => pattern.test(call));
  if (isIn(/^golang\.org\/x\/tools\/go\/packages\.findExternalDriver\.func/)) return "waits for a packages driver";
  if (isIn(/^golang\.org\/x\/tools\/internal\/gocommand\.runCmdContext\(/)) {
    if (isIn(/^golang\.org\/x\/tools\/go\/packages\./)) return "waits for go list";
    return isIn(/\.FetchGoEnv\(|\/gocommand\.GoVersion\(/) ? "waits for go env" : "waits for another go command";
  }
  if (isIn(/^go\/types\.\(\*Checker\)\./)) return "type-checks";
  return isIn(/^golang\.org\/x\/tools\/gopls\/\S*\.\(\*[sS]napshot\)\.AwaitInitialized\(/) ? "waits for the first load" : null;
}
function tally2(stacks) {
  const found = /* @__PURE__ */ new Map();
  for (const { calls: calls2, minutes } of stacks) {
    const does = doingOf(calls2);
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
  return tally2(
    dump.split("\n\n").map((stack) => ({
      calls: stack.split("\n").slice(1),
      minutes: Number(/^goroutine \d+ .*\[[^\]]*?(\d+) minutes/.exec(stack)?.[1] ?? 0)
    }))
  );
}
function parseDelveGoroutines(output) {
  const [, ...goroutines] = (0, import_node_util3.stripVTControlCharacters)(output).split(/^[ *]+Goroutine \d+ - /m);
  if (goroutines.length === 0) return null;
  return tally2(
    goroutines.map((text4) => ({
      calls: [...text4.matchAll(/^\s*\d+\s+0x[0-9a-f]+ in (\S+)$/gm)].map(([, name2]) => `${name2}(`),
      minutes: 0
    }))
  );
}
var import_node_util3, kinds;
var init_gopls_goroutines = __esm({
  "src/doctor/gopls-goroutines.ts"() {
    "use strict";
    import_node_util3 = require("node:util");
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

// src/masked.ts
function masked(text4) {
  return text4.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@,|]+@/gi, "$1***@").replace(/(https?:\/\/[^\s?,|]*)\?[^\s,|]*/gi, "$1?***");
}
var init_masked = __esm({
  "src/masked.ts"() {
    "use strict";
  }
});

// src/doctor/run-limited.ts
function runLimited(command2, options) {
  const [file2 = "", ...args] = command2;
  const begin = performance.now();
  return new Promise((resolve11) => {
    let stdout = "";
    let stderr = "";
    let timedOut = false;
    const child = (0, import_node_child_process5.spawn)(file2, args, {
      cwd: options.cwd,
      env: { ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true
    });
    const end = (code) => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stderr.destroy();
      const ms = Math.round(performance.now() - begin);
      const output = masked((stderr.trim() || stdout.trim()).slice(0, 400));
      resolve11({ command: command2.join(" "), code, timedOut, ms, output, stdout, stderr });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      signalGroup(child.pid, "SIGKILL");
      child.unref();
      end(null);
    }, options.limitMs);
    child.stdout.setEncoding("utf8").on("data", (text4) => {
      if (stdout.length < outputLimit2) stdout += text4;
    });
    child.stderr.setEncoding("utf8").on("data", (text4) => {
      if (stderr.length < outputLimit2) stderr += text4;
    });
    child.once("error", (error) => {
      stderr = error.message;
      end(null);
    });
    child.once("close", (code) => end(code));
  });
}
function factOf({ command: command2, code, timedOut, ms, output }) {
  return { command: command2, code, timedOut, ms, output };
}
var import_node_child_process5, outputLimit2;
var init_run_limited = __esm({
  "src/doctor/run-limited.ts"() {
    "use strict";
    import_node_child_process5 = require("node:child_process");
    init_masked();
    init_signal_group();
    outputLimit2 = 4 << 20;
  }
});

// src/doctor/attach-delve.ts
async function attachDelve(pid, env2, limitMs) {
  const unknown2 = (why2) => ({ goroutines: null, why: why2 });
  let folder = null;
  try {
    folder = await (0, import_promises24.mkdtemp)((0, import_node_path28.join)((0, import_node_os9.tmpdir)(), "unlatch-dlv-"));
    const script = (0, import_node_path28.join)(folder, "init");
    await (0, import_promises24.writeFile)(script, `goroutines -t ${frames}
`);
    const command2 = ["dlv", "attach", `${pid}`, "--init", script, "--allow-non-terminal-interactive=true"];
    const own = { ...env2, XDG_CONFIG_HOME: folder, TERM: "dumb" };
    const { code, timedOut, stdout, stderr } = await runLimited(command2, { env: own, cwd: folder, limitMs });
    if (timedOut)
      return unknown2(`delve did not come to an end within ${limitMs / 1e3} s; give it more with --timeout`);
    if (code === null) return unknown2("there is no dlv on PATH: go install github.com/go-delve/delve/cmd/dlv@latest");
    const goroutines = parseDelveGoroutines(stdout);
    if (goroutines !== null) return { goroutines, why: null };
    return unknown2(`delve could not attach: ${stderr.trim().split("\n")[0] || `it ended with ${code}`}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return unknown2(`delve was not started: ${messageOf(error)}`);
  } finally {
    if (folder !== null) await (0, import_promises24.rm)(folder, { recursive: true, force: true });
  }
}
var import_promises24, import_node_os9, import_node_path28, frames;
var init_attach_delve = __esm({
  "src/doctor/attach-delve.ts"() {
    "use strict";
    import_promises24 = require("node:fs/promises");
    import_node_os9 = require("node:os");
    import_node_path28 = require("node:path");
    init_errors();
    init_gopls_goroutines();
    init_run_limited();
    frames = 100;
  }
});

// src/proc/parse-environ.ts
function parseEnviron(text4) {
  return Object.fromEntries(
    text4.split("\0").flatMap((pair) => {
      const at2 = pair.indexOf("=");
      return at2 > 0 ? [[pair.slice(0, at2), pair.slice(at2 + 1)]] : [];
    })
  );
}
var init_parse_environ = __esm({
  "src/proc/parse-environ.ts"() {
    "use strict";
  }
});

// src/proc/sockets.ts
function parseTcp(text4) {
  return text4.split("\n").flatMap((line) => {
    const [, local, remote, st, queues, , , , , inode] = line.trim().split(/\s+/);
    const state = states[st ?? ""];
    if (state === void 0 || local === void 0 || remote === void 0) return [];
    const [send3 = "0", receive2 = "0"] = (queues ?? "").split(":");
    return [
      {
        inode: Number(inode),
        local: address(local),
        remote: address(remote),
        state,
        sendQueueBytes: Number.parseInt(send3, 16),
        receiveQueueBytes: Number.parseInt(receive2, 16)
      }
    ];
  });
}
function parseListening(text4) {
  return text4.split("\n").flatMap((line) => {
    const [, local, , st, , , , , , inode] = line.trim().split(/\s+/);
    return st === "0A" && local !== void 0 ? [{ inode: Number(inode), local: address(local) }] : [];
  });
}
function address(hex) {
  const [host = "", port = ""] = hex.split(":");
  const bytes = (host.match(/.{8}/g) ?? []).flatMap(
    (word) => (word.match(/../g) ?? []).reverse().map((byte) => Number.parseInt(byte, 16))
  );
  const at2 = `:${Number.parseInt(port, 16)}`;
  if (bytes.length === 4) return bytes.join(".") + at2;
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (mapped) return bytes.slice(12).join(".") + at2;
  const groups = Array.from(
    { length: 8 },
    (_, index) => ((bytes[2 * index] ?? 0) << 8 | (bytes[2 * index + 1] ?? 0)).toString(16)
  );
  return `[${groups.join(":")}]${at2}`;
}
function parseUnix(text4) {
  return text4.split("\n").flatMap((line) => {
    const [, flags, inode, path] = /^\S+: \S+ \S+ (\S+) \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (path === void 0) return [];
    return [{ inode: Number(inode), listens: (Number.parseInt(flags ?? "0", 16) & 65536) !== 0, path }];
  });
}
function parseSilence(text4) {
  return new Map(
    text4.split("\n").flatMap((line) => {
      const inode = /\bino:(\d+)/.exec(line)?.[1];
      const silent = /\blastrcv:(\d+)/.exec(line)?.[1];
      return inode === void 0 || silent === void 0 ? [] : [[Number(inode), Number(silent)]];
    })
  );
}
var states;
var init_sockets = __esm({
  "src/proc/sockets.ts"() {
    "use strict";
    states = { "01": "ESTABLISHED", "02": "SYN_SENT" };
  }
});

// src/doctor/environment.ts
function keptEnvironment(env2) {
  return Object.fromEntries(
    Object.entries(env2).filter(
      (entry2) => entry2[1] !== void 0 && kept.test(entry2[0]) && !secret.test(entry2[0])
    ).map(([name2, value]) => [name2, masked(value)])
  );
}
var kept, secret;
var init_environment2 = __esm({
  "src/doctor/environment.ts"() {
    "use strict";
    init_masked();
    kept = /^(GO[A-Z0-9_]*|CGO_ENABLED|CC|CXX|GOPLSCACHE|XDG_[A-Z_]+|HOME|USER|TMPDIR|PATH|CI|(https?|no|all)_proxy|GIT_(SSH|SSH_COMMAND|TERMINAL_PROMPT|ASKPASS|DIR|CONFIG_[A-Z]+)|GCM_INTERACTIVE|USERPROFILE|LOCALAPPDATA)$/i;
    secret = /^(GOAUTH|.*(TOKEN|SECRET|PASSWORD|CREDENTIAL).*)$/i;
  }
});

// src/doctor/proc/descriptors.ts
function readDescriptors(pid, roots) {
  const names4 = readNames(`/proc/${pid}/fd`);
  if (names4 === null) return null;
  const files = [];
  const sockets = [];
  const pipes = [];
  for (const name2 of names4) {
    const path = readLink(`/proc/${pid}/fd/${name2}`);
    if (path === null) continue;
    if (path.startsWith("socket:[")) sockets.push(Number(path.slice(8, -1)));
    else if (path.startsWith("pipe:[")) pipes.push({ fd: Number(name2), inode: Number(path.slice(6, -1)) });
    else if (path.startsWith("/") && (ofGo.test(path) || roots.some((root) => path.startsWith(root)))) {
      files.push({ fd: Number(name2), path, ...parseFdinfo(readText(`/proc/${pid}/fdinfo/${name2}`) ?? "") });
    }
  }
  return { files, sockets, pipes };
}
function parseFdinfo(text4) {
  const [, kind, device, locked] = /^lock:\s+\d+: FLOCK\s+\S+\s+(WRITE|READ)\s+-?\d+\s+(\w+:\w+):(\d+)/m.exec(text4) ?? [];
  const inode = locked ?? /^ino:\s+(\d+)/m.exec(text4)?.[1];
  return {
    inode: inode === void 0 ? null : Number(inode),
    lock: kind === "WRITE" || kind === "READ" ? kind : null,
    lockDevice: device ?? null
  };
}
var ofGo;
var init_descriptors = __esm({
  "src/doctor/proc/descriptors.ts"() {
    "use strict";
    init_read_proc();
    ofGo = /\/cache\/(download|vcs)\/|\/@v\/|\/cache\/lock( \(deleted\))?$|\/(go\.(mod|sum|work|work\.sum)|trim\.txt|testexpire\.txt|upload\.token)( \(deleted\))?$/;
  }
});

// src/doctor/proc/locks.ts
function parseLockWaits(text4) {
  return text4.split("\n").flatMap((line) => {
    const [, pid, file2] = /^\d+: +-> FLOCK +\S+ +(?:WRITE|READ) +(\d+) +(\w+:\w+:\d+) /.exec(line) ?? [];
    return pid === void 0 || file2 === void 0 ? [] : [{ pid: Number(pid), file: file2 }];
  });
}
var init_locks2 = __esm({
  "src/doctor/proc/locks.ts"() {
    "use strict";
  }
});

// src/doctor/proc/pipes.ts
function pipesRead(pid, pipes) {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = flagsOf(pid, fd);
    return flags === null || flags & writeOnly || !(flags & closedAtExec) ? [] : [{ fd, inode, end: "read" }];
  });
}
function pipesWritten(pid, pipes, read4) {
  return pipes.flatMap(({ fd, inode }) => {
    const flags = read4.has(inode) ? flagsOf(pid, fd) : null;
    return flags === null || !(flags & writeOnly) ? [] : [{ fd, inode, end: "write" }];
  });
}
function flagsOf(pid, fd) {
  const octal = /^flags:\s+([0-7]+)$/m.exec(readText(`/proc/${pid}/fdinfo/${fd}`) ?? "")?.[1];
  return octal === void 0 ? null : Number.parseInt(octal, 8);
}
var writeOnly, closedAtExec;
var init_pipes = __esm({
  "src/doctor/proc/pipes.ts"() {
    "use strict";
    init_read_proc();
    writeOnly = 1;
    closedAtExec = 524288;
  }
});

// src/doctor/proc/threads.ts
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
  "src/doctor/proc/threads.ts"() {
    "use strict";
    init_read_proc();
    flock = { x64: "73", arm64: "32", riscv64: "32", loong64: "32", ppc64: "143" };
    flockWait = "locks_lock_inode_wait";
    filesystemWaits = /^(request_wait_answer|__fuse_simple_request|p9_client_rpc|p9_virtio_request|rpc_wait_bit_killable|nfs4?_wait|cifs_wait|wait_for_response)/;
  }
});

// src/doctor/proc/processes.ts
function readProcesses2(roots) {
  const stats = /* @__PURE__ */ new Map();
  for (const name2 of readNames("/proc") ?? []) {
    const text4 = /^\d+$/.test(name2) ? readText(`/proc/${name2}/stat`) : null;
    const stat12 = text4 === null ? null : parseStat(text4);
    if (stat12 !== null) stats.set(stat12.pid, stat12);
  }
  const seen2 = [];
  const hidden = [];
  for (const stat12 of stats.values()) {
    if (stat12.pid === process.pid) continue;
    const descriptors = readDescriptors(stat12.pid, roots);
    if (descriptors === null && isOfGo(stat12, stats) && (readStat(stat12.pid)?.state ?? "Z") !== "Z")
      hidden.push(`${stat12.name} (pid ${stat12.pid})`);
    const pipes = readersOfGo.test(stat12.name) ? pipesRead(stat12.pid, descriptors?.pipes ?? []) : [];
    seen2.push({ stat: stat12, descriptors, pipes });
  }
  const read4 = new Set(seen2.flatMap(({ pipes }) => pipes.map(({ inode }) => inode)));
  const found = seen2.map((one) => ({
    ...one,
    pipes: [...one.pipes, ...pipesWritten(one.stat.pid, one.descriptors?.pipes ?? [], read4)]
  })).filter(
    ({ stat: stat12, descriptors, pipes }) => isOfGo(stat12, stats) || pipes.length > 0 || descriptors !== null && descriptors.files.length > 0
  );
  const uptime = uptimeTicks();
  const waits2 = readWaits();
  const connections = connectionsBySocket(found);
  return {
    processes: found.map((one) => factOf2(one, stats, uptime, connections, waits2)),
    hidden,
    sockets: new Map(found.map(({ stat: stat12, descriptors }) => [stat12.pid, descriptors?.sockets ?? []])),
    starts: new Map(found.map(({ stat: stat12 }) => [stat12.pid, stat12.startTicks]))
  };
}
function isOfGo(stat12, stats) {
  return namesOfGo.test(stat12.name) || startersOfGo.test(stats.get(stat12.ppid)?.name ?? "");
}
function factOf2({ stat: stat12, descriptors, pipes }, stats, uptime, connections, waits2) {
  const { pid, ppid, group, name: name2, state } = stat12;
  const environ = readText(`/proc/${pid}/environ`);
  const uid2 = /^Uid:\s+\d+\s+(\d+)/m.exec(readText(`/proc/${pid}/status`) ?? "")?.[1];
  return {
    pid,
    ppid,
    group,
    name: name2,
    command: (readText(`/proc/${pid}/cmdline`) ?? "").split("\0").slice(0, -1).map(shortened),
    state,
    uid: uid2 === void 0 ? null : Number(uid2),
    ageMs: Math.max(0, Math.round((uptime - stat12.startTicks) * msPerTick)),
    busyMs: 0,
    cwd: readLink(`/proc/${pid}/cwd`),
    env: environ === null ? null : keptEnvironment(parseEnviron(environ)),
    container: containerOf2(pid),
    orphan: isOrphan(stat12, stats),
    threads: threadsOf(pid, descriptors?.files ?? [], waits2),
    files: descriptors?.files ?? [],
    connections: (descriptors?.sockets ?? []).flatMap((inode) => connections.get(inode) ?? []),
    pipes
  };
}
function containerOf2(pid) {
  const [own, other] = ["self", pid].map(
    (one) => /[0-9a-f]{64}/.exec(readText(`/proc/${one}/cgroup`) ?? "")?.[0].slice(0, 12)
  );
  return other === void 0 || other === own ? null : other;
}
function readWaits() {
  return new Map(parseLockWaits(readText("/proc/locks") ?? "").map(({ pid, file: file2 }) => [pid, file2]));
}
function threadsOf(pid, files, waits2) {
  const threads = readThreads(pid);
  const file2 = waits2.get(pid);
  if (file2 === void 0 || threads.some(({ flockFd }) => flockFd !== null)) return threads;
  const fd = files.find(({ inode }) => file2.endsWith(`:${inode}`))?.fd ?? -1;
  return [...threads, { tid: pid, wchan: "", flockFd: fd }];
}
function shortened(word) {
  const text4 = masked(word);
  return text4.length > 160 ? `${text4.slice(0, 160)}\u2026` : text4;
}
function isOrphan({ pid, ppid, group }, stats) {
  const parent = stats.get(ppid);
  if (parent === void 0) return false;
  if (reapers.test(parent.name)) return true;
  return ppid === 1 && group !== pid && group !== 0 && (stats.get(group)?.state ?? "Z") === "Z";
}
function connectionsBySocket(found) {
  const read4 = /* @__PURE__ */ new Set();
  const connections = /* @__PURE__ */ new Map();
  for (const { stat: stat12, descriptors } of found) {
    if (descriptors === null || descriptors.sockets.length === 0) continue;
    const space = readLink(`/proc/${stat12.pid}/ns/net`) ?? `${stat12.pid}`;
    if (read4.has(space)) continue;
    read4.add(space);
    for (const table2 of ["tcp", "tcp6"]) {
      for (const row2 of parseTcp(readText(`/proc/${stat12.pid}/net/${table2}`) ?? "")) {
        connections.set(row2.inode, { ...row2, silentMs: null });
      }
    }
  }
  return connections;
}
function withSilence(processes, silence) {
  const silent = parseSilence(silence);
  return processes.map((process3) => ({
    ...process3,
    connections: process3.connections.map((one) => ({ ...one, silentMs: silent.get(one.inode) ?? null }))
  }));
}
function lookAgain(processes, starts, ticksBefore) {
  const lockWaits = readWaits();
  return processes.flatMap((fact) => {
    const stat12 = readStat(fact.pid);
    if (stat12 === null || stat12.startTicks !== starts.get(fact.pid)) {
      return fact.files.some(({ lock: lock2 }) => lock2 !== null) ? [{ ...fact, state: "Z", threads: [] }] : [];
    }
    const waits2 = (thread2) => thread2.flockFd !== null || isFilesystemWait(thread2);
    const now = fact.threads.some(waits2) ? threadsOf(fact.pid, fact.files, lockWaits) : [];
    const stays = ({ tid, wchan, flockFd }) => now.some((thread2) => thread2.tid === tid && thread2.wchan === wchan && thread2.flockFd === flockFd);
    const threads = fact.threads.filter((thread2) => !waits2(thread2) || stays(thread2));
    const pipes = fact.pipes.filter(({ fd, inode }) => readLink(`/proc/${fact.pid}/fd/${fd}`) === `pipe:[${inode}]`);
    const busyMs = (stat12.ticks - (ticksBefore.get(fact.pid) ?? stat12.ticks)) * msPerTick;
    return [{ ...fact, state: stat12.state, threads, pipes, busyMs }];
  });
}
function ticksOf(processes) {
  return new Map(processes.map(({ pid }) => [pid, readStat(pid)?.ticks ?? 0]));
}
function shortCommand({ command: command2, name: name2 }) {
  const [program3, ...args] = command2;
  if (program3 === void 0 || program3 === "") return name2;
  const short = (0, import_node_path29.basename)(program3);
  if (!/^(go|git|gopls)$/.test(short)) return short;
  const words3 = args.filter((word) => !word.startsWith("-"));
  const takesTwo = words3[0] === "mod" || words3[0] === "tool" || words3[0] === "work";
  return [short, ...words3.slice(0, takesTwo ? 2 : 1)].filter((word) => /^[\w-]+$/.test(word)).join(" ");
}
var import_node_path29, namesOfGo, startersOfGo, readersOfGo, reapers;
var init_processes2 = __esm({
  "src/doctor/proc/processes.ts"() {
    "use strict";
    import_node_path29 = require("node:path");
    init_masked();
    init_parse_environ();
    init_read_proc();
    init_sockets();
    init_stat();
    init_environment2();
    init_descriptors();
    init_locks2();
    init_pipes();
    init_threads();
    namesOfGo = /^(go|gopls|dlv|git|git-remote-.*|ssh|gopackagesdrive|compile|link|asm|cgo|vet|buildid|staticcheck|golangci-lint)$/;
    startersOfGo = /^(go|gopls|git)$/;
    readersOfGo = /^(go|gopls)$/;
    reapers = /^(systemd|init|tini|docker-init|dumb-init|catatonit|s6-svscan|containerd-shim.*|bwrap|conmon)$/;
  }
});

// src/doctor/wait-chain.ts
function chainsOf(snapshot) {
  const links = linksOf(snapshot);
  const awaited = new Set([...links.values()].flatMap(({ wait }) => nextOf(wait).map(({ process: process3 }) => process3.pid)));
  return [...links.values()].filter(({ process: process3 }) => !awaited.has(process3.pid)).sort((a, b) => lengthOf(b) - lengthOf(a) || a.process.pid - b.process.pid);
}
function linksOf(snapshot) {
  const made = /* @__PURE__ */ new Map();
  const linkTo = (process3, above) => {
    const known = made.get(process3.pid);
    if (known !== void 0) return known;
    const below = /* @__PURE__ */ new Set([...above, process3.pid]);
    const next = (others) => others.filter(({ pid }) => !below.has(pid)).map((other) => linkTo(other, below));
    const link2 = { process: process3, wait: waitOf2(process3, snapshot, next) };
    made.set(process3.pid, link2);
    return link2;
  };
  for (const process3 of snapshot.processes) if (process3.state !== "Z") linkTo(process3, /* @__PURE__ */ new Set());
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
function isStuck({ wait }) {
  switch (wait.kind) {
    case "nothing":
      return false;
    case "lock":
      return !wait.holders.some(isAtWork);
    case "children":
      return wait.children.some(isStuck);
    case "daemon":
      return isStuck(wait.daemon);
    default:
      return true;
  }
}
function isAtWork({ process: process3, wait }) {
  if (!isGo(process3) || wait.kind === "stopped") return false;
  if (wait.kind === "children") return wait.children.some(({ process: child }) => isBusy(child));
  if (wait.kind === "lock") return wait.holders.some(isAtWork);
  return isBusy(process3) || process3.connections.some(({ silentMs }) => silentMs !== null && silentMs < silentAfterMs);
}
function waitOf2(process3, snapshot, next) {
  if (process3.state === "T" || process3.state === "t") return { kind: "stopped" };
  const waiting2 = lockWaitOf(process3, snapshot);
  if (waiting2 !== null) return { kind: "lock", file: waiting2, holders: next(holdersOf2(waiting2, process3, snapshot)) };
  if (process3.threads.some(({ flockFd }) => flockFd !== null)) return { kind: "lock", file: null, holders: [] };
  const hung = isBusy(process3) ? void 0 : process3.threads.find(isFilesystemWait);
  if (hung !== void 0) return { kind: "filesystem", wchan: hung.wchan };
  const socket2 = socketOf(process3, snapshot);
  const daemon = snapshot.processes.find(({ pid, state }) => socket2?.listeners.includes(pid) && state !== "Z");
  if (socket2 !== null && daemon !== void 0 && daemon.pid !== process3.pid) {
    const [link2] = next([daemon]);
    if (link2 !== void 0) return { kind: "daemon", socket: socket2, daemon: link2 };
  }
  const children = childrenOf(process3, snapshot);
  if (children.length > 0) return { kind: "children", children: next(children) };
  const connection2 = silentConnection(process3);
  return connection2 === null ? { kind: "nothing" } : { kind: "network", connection: connection2 };
}
function lockWaitOf(process3, snapshot) {
  const thread2 = process3.threads.find(({ flockFd }) => flockFd !== null);
  if (thread2 === void 0) return null;
  const named3 = process3.files.find(({ fd }) => fd === thread2.flockFd);
  if (named3 !== void 0) return named3;
  const open4 = process3.files.filter(({ lock: lock2 }) => lock2 === null);
  return open4.find((file2) => holdersOf2(file2, process3, snapshot).length > 0) ?? open4.find(({ path }) => path.includes(".lock")) ?? null;
}
function holdersOf2(file2, waiter, { processes }) {
  return processes.filter(
    (other) => other.pid !== waiter.pid && other.state !== "Z" && other.files.some((own) => own.lock !== null && isSameFile(own, file2))
  );
}
function isSameFile(a, b) {
  const name2 = ({ path }) => path.replace(/ \(deleted\)$/, "").split("/").at(-1);
  return a.inode === null || b.inode === null ? a.path === b.path : a.inode === b.inode && name2(a) === name2(b);
}
function socketOf(process3, { sockets }) {
  if (process3.name !== "gopls") return null;
  const remote = process3.command.map((word) => /^--?remote=(.*)$/.exec(word)?.[1]).find((value) => value !== void 0);
  if (remote === void 0) return null;
  const path = /^unix;(.*)$/.exec(remote)?.[1];
  const listening = sockets.filter(({ listeners }) => listeners.length > 0);
  if (path !== void 0) return listening.find((socket2) => socket2.path === path) ?? null;
  return remote.startsWith("auto") ? listening.find((socket2) => /\/gopls-[0-9a-f]+-daemon\./.test(socket2.path)) ?? null : null;
}
function childrenOf(process3, { processes }) {
  if (!/^(go|gopls|git|git-remote-.*)$/.test(process3.name)) return [];
  return processes.filter((child) => child.ppid === process3.pid && child.state !== "Z" && !isTelemetry(child));
}
function isTelemetry({ command: command2 }) {
  return command2.some((word) => word.includes("** telemetry **"));
}
function isGo({ name: name2 }) {
  return name2 === "go";
}
function isBusy({ busyMs }) {
  return busyMs > idleBusyMs;
}
function silentConnection(process3) {
  if (process3.name === "gopls" || isBusy(process3)) return null;
  const silent = process3.connections.filter(
    ({ receiveQueueBytes, silentMs }) => silentMs === null ? process3.ageMs >= idleAfterMs && receiveQueueBytes === 0 : silentMs >= silentAfterMs
  );
  return silent.length === process3.connections.length ? silent[0] ?? null : null;
}
function lengthOf(link2) {
  return 1 + Math.max(0, ...nextOf(link2.wait).map(lengthOf));
}
function processText(process3) {
  const orphan = process3.orphan ? "an orphaned " : "";
  const where = process3.container === null ? "" : `, container ${process3.container}`;
  return `${orphan}${commandText(process3)} (pid ${process3.pid}, ${ageText(process3.ageMs)}${where})`;
}
function commandText(process3) {
  const short = shortCommand(process3);
  return short === "gopls" ? short : `\`${short}\``;
}
function ageText(ms) {
  const seconds = Math.round(ms / 1e3);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
function waitText(wait) {
  switch (wait.kind) {
    case "lock":
      return wait.file === null ? "a lock" : `the lock of ${lockName(wait.file.path)}`;
    case "network": {
      const { remote, silentMs, state } = wait.connection;
      if (state === "SYN_SENT") return `${remote}, which does not take the connection`;
      return `${remote}, which is silent${silentMs === null ? "" : ` for ${ageText(silentMs)}`}`;
    }
    case "stopped":
      return "SIGCONT: it is stopped";
    case "filesystem":
      return `a filesystem that does not answer (${wait.wchan})`;
    default:
      return null;
  }
}
var silentAfterMs, idleAfterMs, idleBusyMs;
var init_wait_chain = __esm({
  "src/doctor/wait-chain.ts"() {
    "use strict";
    init_lock_name();
    init_processes2();
    init_threads();
    silentAfterMs = 1500;
    idleAfterMs = 1e4;
    idleBusyMs = 30;
  }
});

// src/doctor/finding/cache-evicted.ts
var day, cacheEvicted;
var init_cache_evicted = __esm({
  "src/doctor/finding/cache-evicted.ts"() {
    "use strict";
    init_wait_chain();
    day = 24 * 60 * 60 * 1e3;
    cacheEvicted = ({ cache, env: env2 }) => {
      const { seen: seen2, olderThan5Days } = cache.entries;
      const due = cache.trimAgeMs === null || cache.trimAgeMs > day;
      if (seen2 < 4 || olderThan5Days / seen2 < 0.5 || !due) return [];
      return [
        {
          id: "cache-evicted",
          // At home that is what go does after a holiday; in CI it is a restored cache that is lost.
          severity: env2["CI"] === "true" ? "warning" : "note",
          summary: `most of GOCACHE will be thrown away by the next go build: ${olderThan5Days} of ${seen2} entries that were looked at are older than 5 days`,
          evidence: [
            cache.trimAgeMs === null ? "there is no trim.txt that says when it was last trimmed" : `trim.txt says that it was last trimmed ${ageText(cache.trimAgeMs)} ago; after a day go trims`
          ],
          remedy: "where the cache is restored: set the times of its entries to now, or write the time of now into trim.txt (date +%s)",
          source: "cmd/go/internal/cache/cache.go, Trim; golang/go#76314; scenario gocache-evicted"
        }
      ];
    };
  }
});

// src/doctor/finding/cache-not-writable.ts
function report(summary, evidence) {
  return {
    id: "cache-not-writable",
    severity: "error",
    summary: `${summary}; gopls only says "could not import"`,
    evidence,
    remedy: "give it to the user that the editor runs as (chown -R), or set GOMODCACHE and GOCACHE to folders of that user",
    source: "golang/go#51121; cmd/go/internal/modfetch/cache.go, lockVersion"
  };
}
var caches2, cacheNotWritable;
var init_cache_not_writable = __esm({
  "src/doctor/finding/cache-not-writable.ts"() {
    "use strict";
    caches2 = /* @__PURE__ */ new Set([
      "GOCACHE",
      "GOMODCACHE",
      "GOMODCACHE/cache/download",
      "GOPATH/pkg/sumdb",
      "the cache of gopls",
      "TMPDIR"
    ]);
    cacheNotWritable = ({ places, cache, host }) => [
      ...places.flatMap(({ role, path, stat: stat12, notWritable }) => {
        if (!caches2.has(role) || notWritable === null) return [];
        const owner = stat12 === null || stat12 === "hung" ? "" : `, owner ${stat12.uid}, mode ${stat12.mode}`;
        return [
          report(`${role} cannot be written: ${path}`, [
            `access(W_OK): ${notWritable}${owner}`,
            `this is user ${host.uid}`
          ])
        ];
      }),
      ...cache.left.filter(({ kind }) => kind === "not writable").map(({ path, of }) => report(`the cache of ${of} cannot be written: ${path}`, [`this is user ${host.uid}`]))
    ];
  }
});

// src/doctor/finding/cacheprog-hang.ts
var patienceMs2, cacheprogHang;
var init_cacheprog_hang = __esm({
  "src/doctor/finding/cacheprog-hang.ts"() {
    "use strict";
    init_wait_chain();
    patienceMs2 = 2e3;
    cacheprogHang = (snapshot) => snapshot.processes.flatMap((process3) => {
      const prog = process3.env?.["GOCACHEPROG"] || snapshot.go.env?.["GOCACHEPROG"] || "";
      const children = childrenOf(process3, snapshot);
      const [helper] = children;
      const idle = ![process3, ...children].some(isBusy);
      if (!isGo(process3) || prog === "" || helper === void 0 || children.length > 1 || !idle || process3.ageMs < patienceMs2)
        return [];
      return [
        {
          id: "cacheprog-hang",
          severity: "error",
          summary: `${processText(process3)} waits for its GOCACHEPROG (pid ${helper.pid}) since ${ageText(helper.ageMs)}`,
          evidence: [`GOCACHEPROG=${prog}`, `pid ${helper.pid}: ${helper.command.join(" ")}`],
          remedy: "unset GOCACHEPROG (go env -u GOCACHEPROG), or end the helper and see why it does not answer",
          source: "cmd/go/internal/cache/prog.go: no limit"
        }
      ];
    });
  }
});

// src/doctor/finding/clean-under-load.ts
function lock(path) {
  return path.replace(/ \(deleted\)$/, ", which has no name any more: another may lock a new file of that name");
}
function report2(summary, evidence) {
  return {
    id: "clean-under-load",
    severity: "error",
    summary,
    evidence,
    remedy: "end what uses the cache before it is cleaned, and leave lock files where they are: they hold nothing by themselves",
    source: "cmd/go/internal/clean/clean.go takes no lock; scenario modcache-lock-deleted"
  };
}
var cleanUnderLoad;
var init_clean_under_load = __esm({
  "src/doctor/finding/clean-under-load.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
    cleanUnderLoad = ({ processes }) => [
      ...processes.flatMap(
        (process3) => process3.files.filter(({ path, lock: lock2 }) => lock2 !== null && path.endsWith(".lock (deleted)")).map(
          ({ path }) => report2(`the lock of ${lockName(path)} was deleted while ${processText(process3)} holds it`, [
            `pid ${process3.pid} holds ${lock(path)}`
          ])
        )
      ),
      ...processes.flatMap((cleaner) => {
        const cleans = isGo(cleaner) && cleaner.command[1] === "clean" && cleaner.command.some((word) => /^--?(mod)?cache$/.test(word));
        const users = processes.filter(
          ({ pid, ppid, name: name2, state }) => pid !== cleaner.pid && ppid !== cleaner.pid && state !== "Z" && /^(go|gopls|compile|link)$/.test(name2)
        );
        return cleans && users.length > 0 ? [
          report2(`${processText(cleaner)} removes the cache while ${users.map(processText).join(", ")} use it`, [
            cleaner.command.join(" ")
          ])
        ] : [];
      })
    ];
  }
});

// src/doctor/finding/daemon-cold-buildid.ts
var daemonColdBuildid;
var init_daemon_cold_buildid = __esm({
  "src/doctor/finding/daemon-cold-buildid.ts"() {
    "use strict";
    init_wait_chain();
    daemonColdBuildid = ({ processes }) => processes.flatMap((process3) => {
      const parent = processes.find(({ pid }) => pid === process3.ppid);
      const asks = process3.name === "go" && process3.command[1] === "tool" && process3.command.includes("buildid");
      if (!asks || parent?.name !== "gopls" || process3.ageMs < 1e3) return [];
      return [
        {
          id: "daemon-cold-buildid",
          severity: "warning",
          summary: `${processText(parent)} does not answer yet: it waits for \`go tool buildid\` since ${ageText(process3.ageMs)}, which is compiled first`,
          evidence: [
            `pid ${process3.pid}: ${process3.command.join(" ")}`,
            `GOCACHE=${process3.env?.["GOCACHE"] ?? "unknown"}`
          ],
          remedy: 'wait for it once, or warm it up outside of any module: cd / && go tool buildid "$(command -v gopls)"; ending gopls meanwhile starts it anew',
          source: "gopls/internal/lsprpc/autostart_posix.go; golang/go#70298"
        }
      ];
    });
  }
});

// src/doctor/finding/daemon-duplicate.ts
var daemonDuplicate;
var init_daemon_duplicate = __esm({
  "src/doctor/finding/daemon-duplicate.ts"() {
    "use strict";
    init_wait_chain();
    daemonDuplicate = ({ sockets, processes }) => sockets.flatMap(({ path, listeners }) => {
      if (listeners.length < 2) return [];
      const daemons = processes.filter(({ pid }) => listeners.includes(pid)).sort((a, b) => b.ageMs - a.ageMs);
      const lost = daemons.slice(0, -1);
      return [
        {
          id: "daemon-duplicate",
          severity: "warning",
          summary: `${daemons.length} gopls daemons listen on ${path}: the socket of ${lost.map(processText).join(", ")} was removed while it listened`,
          evidence: daemons.map(({ pid, command: command2 }) => `pid ${pid}: ${command2.join(" ")}`),
          remedy: `editors that are connected go on; a daemon ends a minute after its last client, or by its id: kill ${lost.map(({ pid }) => pid).join(" ")}. Start one editor first when a socket was left by a dead daemon`,
          source: "gopls/internal/lsprpc/dialer.go, dialNet; scenario gopls-daemon-stale-socket"
        }
      ];
    });
  }
});

// src/doctor/finding/daemon-stopped.ts
var daemonStopped;
var init_daemon_stopped = __esm({
  "src/doctor/finding/daemon-stopped.ts"() {
    "use strict";
    init_wait_chain();
    daemonStopped = ({ sockets, processes }) => {
      const client = processes.some(
        ({ name: name2, command: command2 }) => name2 === "gopls" && command2.some((word) => /^--?remote/.test(word))
      );
      return sockets.flatMap(
        ({ path, listeners, backlog }) => processes.flatMap((daemon) => {
          const stopped = daemon.state === "T" || daemon.state === "t" || daemon.state === "D";
          if (!listeners.includes(daemon.pid) || !stopped) return [];
          return [
            {
              id: "daemon-stopped",
              severity: client || backlog > 0 ? "error" : "note",
              summary: `the gopls daemon ${processText(daemon)} is ${daemon.state === "D" ? "stuck in the kernel" : "stopped"}: an editor that is its client waits for the answer to initialize without an end`,
              evidence: [`state ${daemon.state}, listens on ${path}`, `${backlog} connections that it has not accepted`],
              remedy: `let it go on: kill -CONT ${daemon.pid}; or end it: kill -KILL ${daemon.pid}. Starting gopls again as a client does not help; gopls without -remote does`,
              source: "gopls/internal/lsprpc/dialer.go: a limit for the connection only; golang/vscode-go#2914; scenario gopls-daemon-stopped"
            }
          ];
        })
      );
    };
  }
});

// src/doctor/finding/disk-full.ts
var bytesNeeded, inodesNeeded, diskFull2;
var init_disk_full2 = __esm({
  "src/doctor/finding/disk-full.ts"() {
    "use strict";
    bytesNeeded = 8 * 1024 ** 2;
    inodesNeeded = 32;
    diskFull2 = ({ places }) => places.flatMap(({ role, path, freeBytes, freeInodes, stat: stat12 }) => {
      const bytes = freeBytes !== null && freeBytes < bytesNeeded;
      const inodes = freeInodes !== null && freeInodes < inodesNeeded;
      if (stat12 === "hung" || role === "workspace" || role === "XDG_RUNTIME_DIR" || !bytes && !inodes) return [];
      return [
        {
          id: "disk-full",
          severity: "error",
          summary: `the disk of ${role} is full: ${bytes ? `${freeBytes} bytes` : `${freeInodes} inodes`} are left at ${path}`,
          evidence: [`free: ${freeBytes} bytes, ${freeInodes ?? "any number of"} inodes`],
          remedy: "make room there (go clean -cache makes some where it is the cache that fills it), or set GOCACHE, GOMODCACHE, GOPLSCACHE or TMPDIR to another disk",
          source: "golang/go#60076, golang/go#67433; scenarios gocache-full, modcache-full, gopls-gocache-full"
        }
      ];
    });
  }
});

// src/doctor/finding/environment-differs.ts
var environmentDiffers;
var init_environment_differs = __esm({
  "src/doctor/finding/environment-differs.ts"() {
    "use strict";
    environmentDiffers = ({ go, env: env2 }) => {
      const source = "gopls/internal/cache/view.go, FetchGoEnv; golang/vscode-go#297";
      const remedy = "let the editor have the environment of the terminal (go.toolsEnvVars, go.alternateTools), and wrappers of go print to stderr only";
      if (go.env === null && !go.local.timedOut) {
        const missing = go.local.code === null;
        return [
          {
            id: "environment-differs",
            severity: "error",
            summary: missing ? "there is no go on PATH" : "go env -json does not answer with JSON: gopls cannot make a view",
            evidence: [`exit ${go.local.code ?? "none"}: ${go.local.output}`, `PATH=${env2["PATH"] ?? ""}`],
            remedy,
            source
          }
        ];
      }
      if (go.env !== null && go.env["GOMODCACHE"] === "" && !go.env["GOPATH"]) {
        return [
          {
            id: "environment-differs",
            severity: "error",
            summary: "go has no place for its module cache: neither HOME, GOPATH nor GOMODCACHE is set here",
            evidence: [`HOME=${env2["HOME"] ?? ""}`, "go env: GOPATH and GOMODCACHE are empty"],
            remedy: "set one of the three where the editor is started; each of them alone helps",
            source: "cmd/go/internal/modload/init.go; scenario gopls-no-home"
          }
        ];
      }
      if (go.editor === null || go.editor.code === 0 || go.editor.timedOut) return [];
      return [
        {
          id: "environment-differs",
          severity: "error",
          summary: `with the environment of gopls (pid ${go.editor.pid}) go env -json does not answer with JSON, and here it does`,
          evidence: [`exit ${go.editor.code ?? "none"}: ${go.editor.output}`],
          remedy,
          source
        }
      ];
    };
  }
});

// src/doctor/finding/filesystem-hung.ts
function report3(summary, evidence) {
  return {
    id: "filesystem-hung",
    severity: "error",
    summary,
    evidence,
    remedy: "bring the server of that filesystem back (FUSE, NFS, 9p), or put HOME and the caches on a local disk",
    source: "golang/go#49475"
  };
}
var filesystemHung;
var init_filesystem_hung = __esm({
  "src/doctor/finding/filesystem-hung.ts"() {
    "use strict";
    init_wait_chain();
    filesystemHung = (snapshot) => [
      ...snapshot.places.filter(({ stat: stat12 }) => stat12 === "hung").map(({ role, path }) => report3(`${role} does not answer: ${path}`, ["stat(2) did not come back in time"])),
      ...[...linksOf(snapshot).values()].flatMap(
        ({ process: process3, wait }) => wait.kind === "filesystem" ? [report3(`${processText(process3)} waits in the kernel for a filesystem`, [`wchan ${wait.wchan}`])] : []
      )
    ];
  }
});

// src/doctor/filesystem-type.ts
function filesystemText(type) {
  return type === null ? "unknown" : names2[type] ?? `of type 0x${type}`;
}
var names2;
var init_filesystem_type = __esm({
  "src/doctor/filesystem-type.ts"() {
    "use strict";
    names2 = {
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

// src/doctor/finding/flock-not-exclusive.ts
function pairs(processes) {
  const name2 = (path) => path.split("/").at(-1);
  return processes.flatMap(
    (first) => processes.flatMap((second) => {
      if (first.pid >= second.pid) return [];
      const shared = first.files.find(
        (a) => second.files.some(
          (b) => a.lock === "WRITE" && b.lock === "WRITE" && a.inode === b.inode && a.lockDevice !== b.lockDevice && name2(a.path) === name2(b.path)
        )
      );
      return shared === void 0 ? [] : [[first, second, shared.path]];
    })
  );
}
function report4(summary, evidence) {
  return {
    id: "flock-not-exclusive",
    severity: "error",
    summary,
    evidence,
    remedy: "one writer for each cache: a GOMODCACHE of its own for each mount, or a named volume instead of a bind mount",
    source: "docker/for-mac#7004; golang/go#36447"
  };
}
var flockNotExclusive;
var init_flock_not_exclusive2 = __esm({
  "src/doctor/finding/flock-not-exclusive.ts"() {
    "use strict";
    init_lock_name();
    init_filesystem_type();
    init_wait_chain();
    flockNotExclusive = ({ places, processes }) => [
      ...places.flatMap(
        ({ role, type, flock: flock2 }) => flock2?.result !== "not exclusive" ? [] : [
          report4(`flock lets two in at once in ${role}`, [
            `flock -x ${flock2.path} twice: both had it`,
            `the filesystem is ${filesystemText(type)}`
          ])
        ]
      ),
      ...pairs(processes).map(
        ([first, second, path]) => report4(`${processText(first)} and ${processText(second)} both hold the lock of ${lockName(path)}`, [
          ...[first, second].flatMap(
            ({ pid, files }) => files.filter(({ lock: lock2 }) => lock2 === "WRITE").map((file2) => `pid ${pid}: WRITE on ${file2.path}, device ${file2.lockDevice}, inode ${file2.inode}`)
          )
        ])
      )
    ];
  }
});

// src/doctor/finding/flock-unsupported.ts
var flockUnsupported;
var init_flock_unsupported2 = __esm({
  "src/doctor/finding/flock-unsupported.ts"() {
    "use strict";
    init_filesystem_type();
    flockUnsupported = ({ places }) => places.flatMap(
      ({ role, type, flock: flock2 }) => flock2?.result !== "failed" ? [] : [
        {
          id: "flock-unsupported",
          severity: "error",
          summary: `flock does not work in ${role}: go ends at once where it must lock (${flock2.why})`,
          evidence: [`flock -x ${flock2.path}: ${flock2.why}`, `the filesystem is ${filesystemText(type)}`],
          remedy: `put ${role === "workspace" ? "the workspace" : role} on a disk with locks (for NFS: version 4, or lockd running); running it again does not help`,
          source: "cmd/go/internal/lockedfile/internal/filelock; golang/go#37461; scenarios flock-unsupported, gocache-trim-lock"
        }
      ]
    );
  }
});

// src/doctor/finding/folk-files.ts
var folkFiles;
var init_folk_files = __esm({
  "src/doctor/finding/folk-files.ts"() {
    "use strict";
    folkFiles = ({ cache }) => cache.folk.length === 0 ? [] : [
      {
        id: "folk-files",
        severity: "note",
        summary: `${cache.folk.length} files have names that are said to be locks, and block nothing`,
        evidence: cache.folk,
        remedy: "none is needed: leave them or delete them, it changes nothing",
        source: "scenarios gopls-pid-file, gopls-socket-file, gopls-stale-files, folk-lock-files"
      }
    ];
  }
});

// src/doctor/finding/git-lock-left.ts
var import_node_path30, gitLockLeft;
var init_git_lock_left = __esm({
  "src/doctor/finding/git-lock-left.ts"() {
    "use strict";
    import_node_path30 = require("node:path");
    init_wait_chain();
    gitLockLeft = ({ cache, processes }) => cache.left.flatMap(({ kind, path, of, ageMs }) => {
      const used = processes.some(({ name: name2, cwd }) => name2.startsWith("git") && cwd === (0, import_node_path30.dirname)(path));
      if (kind !== "git lock" || used) return [];
      return [
        {
          id: "git-lock-left",
          severity: "error",
          summary: `git left its lock in go's clone of ${of} ${ageText(ageMs)} ago, and no git works there`,
          evidence: [path],
          remedy: `remove it (unlatch clean does, under go's own lock of the clone): rm ${path}`,
          source: "dependabot/dependabot-core#15015; cmd/go/internal/modfetch/codehost/git.go"
        }
      ];
    });
  }
});

// src/doctor/finding/gopls-cache-damaged.ts
var goplsCacheDamaged;
var init_gopls_cache_damaged = __esm({
  "src/doctor/finding/gopls-cache-damaged.ts"() {
    "use strict";
    init_wait_chain();
    goplsCacheDamaged = ({ cache }) => cache.left.filter(({ kind }) => kind === "empty gopls index").map(({ path, ageMs }) => ({
      id: "gopls-cache-damaged",
      severity: "error",
      summary: 'the cache of gopls has an empty exe.sha256: gopls of that version ends with "cannot access its persistent index"',
      evidence: [`0 bytes, ${ageText(ageMs)} old: ${path}`],
      remedy: `delete the empty file: rm ${path}; starting gopls again, or go clean, does not help`,
      source: "gopls/internal/filecache/filecache.go, getCacheDir; scenario gopls-index-empty"
    }));
  }
});

// src/doctor/finding/index-stale.ts
var indexStale;
var init_index_stale = __esm({
  "src/doctor/finding/index-stale.ts"() {
    "use strict";
    indexStale = ({ go }) => {
      if (go.deep === null) return [];
      const { verify, list: list2, listWithoutIndex } = go.deep;
      if (verify.code !== 0 || list2.code === 0 || list2.timedOut || listWithoutIndex.code !== 0) return [];
      return [
        {
          id: "index-stale",
          severity: "error",
          summary: "go mod verify is content, and packages load only without the module index: GOCACHE has an index of a damaged module",
          evidence: [`${list2.command}: ${list2.output}`, "the same with GODEBUG=goindex=0: no error"],
          remedy: "go clean -cache; go clean -modcache alone does not help",
          source: "cmd/go/internal/modindex/read.go; golang/go#69179; golang/go#54651"
        }
      ];
    };
  }
});

// src/doctor/finding/lock-waiter.ts
var lockWaiter;
var init_lock_waiter = __esm({
  "src/doctor/finding/lock-waiter.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
    lockWaiter = (snapshot) => [...linksOf(snapshot).values()].flatMap((link2) => {
      const { process: process3, wait } = link2;
      if (wait.kind !== "lock" || !isStuck(link2)) return [];
      const holders = wait.holders.map((holder) => processText(holder.process));
      const lock2 = waitText(wait);
      return [
        {
          id: "lock-waiter",
          severity: "error",
          summary: `${processText(process3)} waits for ${lock2}, held by ${holders.join(" and ") || "a process that cannot be seen from here"}`,
          evidence: [
            ...wait.file === null ? [] : [`waits in flock(2) for ${wait.file.path}, inode ${wait.file.inode}`],
            ...wait.holders.map(({ process: holder, wait: own }) => {
              const next = waitText(own);
              return `pid ${holder.pid}: ${holder.command.join(" ")}${next === null ? "" : `, waits for ${next}`}`;
            })
          ],
          remedy: holders.length > 0 ? `end the holder by its id: kill ${wait.holders.map((holder) => holder.process.pid).join(" ")}. Do not delete the file: the lock is on the file, not on its name, and a second writer would come in` : `the holder is in another container or of another user: look there for who has ${wait.file === null ? "the lock" : lockName(wait.file.path)} open, and end that one`,
          source: "cmd/go/internal/modfetch/cache.go, lockVersion; scenarios modcache-lock-held, gopls-module-lock-held"
        }
      ];
    });
  }
});

// src/doctor/finding/module-damaged.ts
var moduleDamaged;
var init_module_damaged = __esm({
  "src/doctor/finding/module-damaged.ts"() {
    "use strict";
    moduleDamaged = ({ cache, go }) => {
      const empty = cache.left.filter(({ kind }) => kind === "empty zip" || kind === "empty mod");
      const verify = go.deep?.verify;
      const source = "golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go";
      const remedy = "remove exactly the files of that version (under its lock: unlatch clean), then go mod download and go clean -cache";
      return [
        ...empty.map(({ kind, path, of }) => ({
          id: "module-damaged",
          severity: "error",
          summary: `the module cache has an ${kind} of ${of}, which go takes for the real one`,
          evidence: [`0 bytes: ${path}`],
          remedy,
          source
        })),
        ...verify !== void 0 && verify.code !== 0 && /has been modified|missing|not a valid zip/.test(verify.output) ? [
          {
            id: "module-damaged",
            severity: "error",
            summary: "go mod verify finds modules that are not what was downloaded",
            evidence: [verify.output],
            remedy,
            source
          }
        ] : []
      ];
    };
  }
});

// src/doctor/finding/orphan-holder.ts
var orphanHolder;
var init_orphan_holder = __esm({
  "src/doctor/finding/orphan-holder.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
    orphanHolder = (snapshot) => snapshot.processes.flatMap((process3) => {
      const held2 = process3.files.filter(({ lock: lock2 }) => lock2 !== null);
      if (!process3.orphan || process3.state === "Z" || held2.length === 0) return [];
      const link2 = linksOf(snapshot).get(process3.pid);
      const next = link2 === void 0 ? null : waitText(link2.wait);
      return [
        {
          id: "orphan-holder",
          severity: "error",
          summary: `${processText(process3)} holds the lock of ${held2.map(({ path }) => lockName(path)).join(", ")}; who started it has gone${next === null ? "" : `, and it waits for ${next}`}`,
          evidence: held2.map(
            ({ path, inode, lock: lock2 }) => `pid ${process3.pid} holds ${lock2} on ${path}, inode ${inode}; its parent is pid ${process3.ppid}`
          ),
          remedy: `end it by its id: kill ${process3.pid}. Starting the editor again does not help, and neither does deleting the file`,
          source: "golang/go#32421; scenarios gopls-orphan-holder, gopls-stdin"
        }
      ];
    });
  }
});

// src/doctor/finding/out-of-memory.ts
var outOfMemory;
var init_out_of_memory = __esm({
  "src/doctor/finding/out-of-memory.ts"() {
    "use strict";
    outOfMemory = ({ host }) => host.oomKills === null || host.oomKills === 0 ? [] : [
      {
        id: "out-of-memory",
        severity: "warning",
        summary: `the kernel has killed ${host.oomKills} processes of this container for want of memory`,
        evidence: ['oom_kill of this cgroup; gopls says "signal: killed", the editor "server got closed"'],
        remedy: "raise the memory limit, share one gopls between editors (-remote=auto), or set GOMEMLIMIT for it",
        source: "golang/go#41998; golang/vscode-go#2007"
      }
    ];
  }
});

// src/doctor/finding/packages-driver.ts
var import_node_path31, patienceMs3, packagesDriver;
var init_packages_driver = __esm({
  "src/doctor/finding/packages-driver.ts"() {
    "use strict";
    import_node_path31 = require("node:path");
    init_wait_chain();
    patienceMs3 = 2e3;
    packagesDriver = ({ processes, env: env2, go }) => {
      const source = "golang.org/x/tools/go/packages/external.go; golang/vscode-go#3212";
      const remedy = "set GOPACKAGESDRIVER=off for the editor (go.toolsEnvVars), or see why it is slow: end it by its id and run it by hand";
      const running = processes.flatMap((process3) => {
        const parent = processes.find(({ pid }) => pid === process3.ppid);
        if (parent?.name !== "gopls" || isGo(process3) || process3.ageMs < patienceMs3 || process3.state === "Z") return [];
        const named3 = parent.env?.["GOPACKAGESDRIVER"];
        const isDriver = process3.command.some(
          (word) => (0, import_node_path31.basename)(word) === "gopackagesdriver" || named3 !== void 0 && named3 !== "" && word === named3
        );
        const only2 = named3 !== void 0 && named3 !== "" && named3 !== "off" && !process3.command.some((word) => word.includes("telemetry"));
        if (!isDriver && !only2) return [];
        return [
          {
            id: "packages-driver",
            severity: "error",
            summary: `${processText(parent)} waits for the packages driver (pid ${process3.pid}) since ${ageText(process3.ageMs)}`,
            evidence: [`pid ${process3.pid}: ${process3.command.join(" ")}`, `GOPACKAGESDRIVER=${named3 ?? ""}`],
            remedy,
            source
          }
        ];
      });
      if (running.length > 0 || go.driver === null || env2["GOPACKAGESDRIVER"] === "off") return running;
      return [
        {
          id: "packages-driver",
          severity: "note",
          summary: `a gopackagesdriver is on PATH, and gopls runs it instead of go list`,
          evidence: [go.driver],
          remedy,
          source
        }
      ];
    };
  }
});

// src/doctor/finding/pipe-inherited.ts
function writesTo({ pipes, state }, inode) {
  return state !== "Z" && pipes.some((pipe3) => pipe3.end === "write" && pipe3.inode === inode);
}
function isBelow({ ppid }, above, snapshot) {
  const parents = new Map(snapshot.processes.map((process3) => [process3.pid, process3.ppid]));
  for (let at2 = ppid; at2 !== void 0 && at2 > 1; at2 = parents.get(at2)) {
    if (at2 === above.pid) return true;
  }
  return false;
}
var patienceMs4, pipeInherited;
var init_pipe_inherited = __esm({
  "src/doctor/finding/pipe-inherited.ts"() {
    "use strict";
    init_wait_chain();
    patienceMs4 = 2e3;
    pipeInherited = (snapshot) => snapshot.processes.flatMap((reader) => {
      if (!/^(go|gopls)$/.test(reader.name) || reader.state === "Z") return [];
      const holders = reader.pipes.filter(({ end }) => end === "read").map(
        ({ inode }) => snapshot.processes.filter((process3) => process3.pid !== reader.pid && writesTo(process3, inode))
      ).filter((writers) => !writers.some((writer) => isBelow(writer, reader, snapshot)));
      const left2 = [...new Set(holders.flat())].filter(({ ageMs }) => ageMs >= patienceMs4);
      if (left2.length === 0) return [];
      return [
        {
          id: "pipe-inherited",
          severity: "error",
          summary: `${processText(reader)} waits for the end of what a command printed that has ended: ${left2.map((one) => `${commandText(one)} (pid ${one.pid}, ${ageText(one.ageMs)})`).join(", ")} has inherited its output`,
          evidence: left2.flatMap(
            (one) => one.pipes.map(({ fd, inode }) => `pid ${one.pid}: ${one.command.join(" ")}, descriptor ${fd}, pipe ${inode}`)
          ),
          remedy: `end it by its id: kill ${left2.map(({ pid }) => pid).join(" ")}; and let what starts it, a wrapper of go or a hook, send its output elsewhere: >/dev/null 2>&1`,
          source: "golang/go#23019; scenario gopls-inherited-pipe"
        }
      ];
    });
  }
});

// src/doctor/finding/rename-leftovers.ts
var renameLeftovers;
var init_rename_leftovers = __esm({
  "src/doctor/finding/rename-leftovers.ts"() {
    "use strict";
    init_wait_chain();
    renameLeftovers = ({ cache, processes }) => {
      const lockOf = (path) => path.replace(/\.(zip|info|mod|ziphash)[^/]*$/, ".lock");
      const left2 = cache.left.filter(
        ({ kind, path }) => kind === "tmp" && !processes.some(
          ({ files }) => files.some((file2) => file2.path === path || file2.lock !== null && file2.path === lockOf(path))
        )
      );
      if (left2.length === 0) return [];
      return [
        {
          id: "rename-leftovers",
          severity: "warning",
          summary: `${left2.length} temporary files in the module cache were never renamed, and nobody works on them`,
          evidence: left2.slice(0, 10).map(({ path, of, ageMs }) => `${of}: ${path}, ${ageText(ageMs)} old`),
          remedy: 'they do no harm by themselves, and unlatch clean removes them; when go printed "rename \u2026: device or resource busy", run it again',
          source: "cmd/go/internal/modfetch/fetch.go, downloadZip; golang/go#36447; scenario modcache-rename"
        }
      ];
    };
  }
});

// src/doctor/finding/restore-not-empty.ts
var restoreNotEmpty;
var init_restore_not_empty = __esm({
  "src/doctor/finding/restore-not-empty.ts"() {
    "use strict";
    restoreNotEmpty = ({ cache, env: env2, host, places, go }) => {
      const modcache = places.find(({ role }) => role === "GOMODCACHE");
      const writable2 = (go.env?.["GOFLAGS"] ?? "").includes("-modcacherw");
      if (!cache.extracted || host.uid === 0 || writable2 || env2["CI"] !== "true" || modcache === void 0) return [];
      return [
        {
          id: "restore-not-empty",
          severity: "warning",
          summary: `GOMODCACHE has modules already: a cache that is restored over them with tar fails with "Cannot open: File exists"`,
          evidence: [`${modcache.path} holds extracted modules, in folders that are read-only`],
          remedy: "restore before any go command runs, with GOTOOLCHAIN=local; or go clean -modcache first; or GOFLAGS=-modcacherw from the beginning",
          source: "actions/setup-go#722; actions/setup-go#403"
        }
      ];
    };
  }
});

// src/doctor/finding/socket-owner.ts
function wantedNames({ processes, env: env2 }) {
  const servers = processes.filter(({ name: name2, state }) => name2 === "gopls" && state !== "Z");
  const own = `-daemon.${env2["USER"] || "shared"}`;
  if (servers.length === 0) return [own];
  return servers.flatMap(
    ({ command: command2 }) => command2.flatMap((word) => {
      const remote = /^--?remote=auto(?:;(.*))?$/.exec(word);
      if (remote === null) return [];
      return [remote[1] ? `${own}-${remote[1]}` : own];
    })
  );
}
var import_node_path32, socketOwner;
var init_socket_owner = __esm({
  "src/doctor/finding/socket-owner.ts"() {
    "use strict";
    import_node_path32 = require("node:path");
    socketOwner = (snapshot) => {
      const { sockets, env: env2, host } = snapshot;
      const folder = (0, import_node_path32.resolve)(env2["XDG_RUNTIME_DIR"] || env2["TMPDIR"] || "/tmp");
      const wanted3 = wantedNames(snapshot).map((name2) => ({ folder, name: name2 }));
      return sockets.flatMap(
        ({ path, uid: uid2 }) => uid2 === null || uid2 === host.uid || !wanted3.some((own) => (0, import_node_path32.dirname)(path) === own.folder && (0, import_node_path32.basename)(path).endsWith(own.name)) ? [] : [
          {
            id: "socket-owner",
            severity: "warning",
            summary: `the daemon's socket ${path} belongs to user ${uid2}, and this is user ${host.uid}: gopls -remote=auto refuses it`,
            evidence: [`USER=${env2["USER"] ?? ""}; without it every user's socket has the same name`],
            remedy: "set USER, or XDG_RUNTIME_DIR to a folder of your own; gopls without -remote needs no socket",
            source: "gopls/internal/lsprpc/autostart_posix.go, verifyRemoteOwnershipPosix; scenario gopls-socket-owner"
          }
        ]
      );
    };
  }
});

// src/doctor/finding/socket-path.ts
function flawOf(missing, notWritable, bytes) {
  if (missing) return "is not there";
  if (notWritable !== null) return `cannot be written (${notWritable})`;
  return bytes > limitBytes3 ? "has too long a name" : null;
}
var import_node_path33, limitBytes3, socketPath;
var init_socket_path = __esm({
  "src/doctor/finding/socket-path.ts"() {
    "use strict";
    import_node_path33 = require("node:path");
    limitBytes3 = 107;
    socketPath = ({ places, env: env2, processes }) => {
      const named3 = env2["XDG_RUNTIME_DIR"] ? "XDG_RUNTIME_DIR" : "TMPDIR";
      const place2 = places.find(({ role }) => role === named3);
      if (place2 === void 0 || place2.stat === "hung") return [];
      const bytes = Buffer.byteLength((0, import_node_path33.join)(place2.path, `gopls-0123ab-daemon.${env2["USER"] || "shared"}`));
      const flaw = flawOf(place2.stat === null, place2.notWritable, bytes);
      if (flaw === null) return [];
      const servers = processes.filter(({ name: name2, state }) => name2 === "gopls" && state !== "Z");
      const wanted3 = servers.length === 0 || servers.some(({ command: command2 }) => command2.some((word) => /^--?remote/.test(word)));
      return [
        {
          id: "socket-path",
          severity: wanted3 ? "warning" : "note",
          summary: `a gopls with -remote=auto cannot start: the folder for its socket, ${place2.path}, ${flaw}`,
          evidence: [
            `${named3}=${place2.path}`,
            `the socket's path would have ${bytes} bytes, and ${limitBytes3} are allowed`
          ],
          remedy: `set XDG_RUNTIME_DIR to a folder of your own with a short name, or unset it so that TMPDIR speaks; gopls without -remote needs no socket`,
          source: "gopls/internal/lsprpc/autostart_posix.go; golang/go#41266; scenario gopls-socket-path"
        }
      ];
    };
  }
});

// src/doctor/finding/stalled-git.ts
var patienceMs5, stalledGit;
var init_stalled_git = __esm({
  "src/doctor/finding/stalled-git.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
    patienceMs5 = 2e3;
    stalledGit = (snapshot) => snapshot.processes.flatMap((git) => {
      const parent = snapshot.processes.find(({ pid }) => pid === git.ppid);
      if (git.name !== "git" || parent?.name !== "go" && !git.orphan) return [];
      const helpers2 = childrenOf(git, snapshot).flatMap((child) => [child, ...childrenOf(child, snapshot)]);
      const tree = [git, ...helpers2];
      const silent = helpers2.some(
        ({ connections }) => connections.every(({ silentMs }) => silentMs === null || silentMs >= patienceMs5)
      );
      if (!/^(fetch|clone|ls-remote|remote)/.test(
        git.command.find((word) => !word.startsWith("-") && !word.includes("git")) ?? ""
      ))
        return [];
      if (git.ageMs < patienceMs5 || helpers2.length === 0 || !silent || tree.some(isBusy)) return [];
      const held2 = parent?.files.filter(({ lock: lock2 }) => lock2 !== null) ?? [];
      return [
        {
          id: "stalled-git",
          severity: "error",
          summary: `${parent === void 0 ? "an orphan" : processText(parent)} waits for ${commandText(git)} (pid ${git.pid}), which waits for ${commandText(helpers2.at(-1) ?? git)} since ${ageText(git.ageMs)}`,
          evidence: [
            ...tree.map(({ pid, command: command2 }) => `pid ${pid}: ${command2.join(" ")}`),
            ...held2.map(({ path }) => `go holds the lock of ${lockName(path)} meanwhile: ${path}`)
          ],
          remedy: `give git a limit: GIT_SSH_COMMAND="ssh -o BatchMode=yes -o ConnectTimeout=10", http.lowSpeedLimit and http.lowSpeedTime; what is stuck now is ended by its id, go first: kill ${[parent?.pid, ...tree.map(({ pid }) => pid)].filter((pid) => pid !== void 0).join(" ")}`,
          source: "cmd/go/internal/modfetch/codehost/git.go; golang/go#32421"
        }
      ];
    });
  }
});

// src/doctor/silent-go.ts
function silentGos(snapshot) {
  return [...linksOf(snapshot).values()].flatMap(
    ({ process: process3, wait }) => isGo(process3) && wait.kind === "network" ? [{ process: process3, connection: wait.connection, asks: askedBy(process3, snapshot) }] : []
  );
}
function askedBy(process3, { cache, env: env2 }) {
  if (process3.files.some(({ path }) => path.includes("/golang.org/toolchain/"))) return "toolchain";
  const own = process3.env ?? env2;
  if (own["GOSUMDB"] === "off" || /\boff\b/.test(own["GOFLAGS"] ?? "")) return "proxy";
  const locked = process3.files.some(({ path, lock: lock2 }) => lock2 !== null && path.includes("/@v/"));
  const zipComes = process3.files.some(({ path }) => /\.zip[^/]*$/.test(path) && path.includes("tmp"));
  if (locked) return zipComes ? "proxy" : "sumdb";
  return cache.withoutSum.length > 0 ? "sumdb" : "proxy";
}
var init_silent_go = __esm({
  "src/doctor/silent-go.ts"() {
    "use strict";
    init_wait_chain();
  }
});

// src/doctor/finding/stalled-proxy.ts
var stalledProxy;
var init_stalled_proxy = __esm({
  "src/doctor/finding/stalled-proxy.ts"() {
    "use strict";
    init_silent_go();
    init_wait_chain();
    stalledProxy = (snapshot) => silentGos(snapshot).filter(({ asks }) => asks === "proxy").map(({ process: process3, connection: connection2 }) => ({
      id: "stalled-proxy",
      severity: "error",
      summary: `${processText(process3)} waits for the module proxy at ${waitText({ kind: "network", connection: connection2 })}`,
      evidence: [
        `${connection2.state} ${connection2.local} \u2192 ${connection2.remote}, queues ${connection2.sendQueueBytes}/${connection2.receiveQueueBytes}`,
        `GOPROXY=${process3.env?.["GOPROXY"] || snapshot.go.env?.["GOPROXY"] || "unknown"}`,
        ...process3.files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => `it holds the lock ${path} meanwhile`)
      ],
      remedy: 'download before the editor starts, with a limit: timeout 120 go mod download; or GOPROXY=off, which fails at once. A second proxy after "|" does not help: go goes on to it after an error only',
      source: "cmd/go/internal/web/http.go: no Timeout; golang/go#42132; scenario gopls-stalled-proxy"
    }));
  }
});

// src/doctor/finding/stalled-sumdb.ts
var stalledSumdb;
var init_stalled_sumdb = __esm({
  "src/doctor/finding/stalled-sumdb.ts"() {
    "use strict";
    init_silent_go();
    init_wait_chain();
    stalledSumdb = (snapshot) => silentGos(snapshot).filter(({ asks }) => asks === "sumdb").map(({ process: process3, connection: connection2 }) => ({
      id: "stalled-sumdb",
      severity: "error",
      summary: `${processText(process3)} most likely waits for the checksum database at ${waitText({ kind: "network", connection: connection2 })}`,
      evidence: [
        `${connection2.state} ${connection2.local} \u2192 ${connection2.remote}, queues ${connection2.sendQueueBytes}/${connection2.receiveQueueBytes}`,
        "no zip is on its way: the process has none open for writing",
        ...snapshot.cache.withoutSum.length === 0 ? [] : [`go.sum says nothing of ${snapshot.cache.withoutSum.slice(0, 5).join(", ")}`]
      ],
      remedy: 'complete go.sum where the database answers (go mod tidy), or GONOSUMDB for the module, or GOWORK=off; a second proxy after "|" does not help',
      source: "cmd/go/internal/modload/init.go, mustHaveSums; modfetch/sumdb.go; scenario gopls-stalled-sumdb"
    }));
  }
});

// src/doctor/finding/toolchain-download.ts
var toolchainDownload;
var init_toolchain_download = __esm({
  "src/doctor/finding/toolchain-download.ts"() {
    "use strict";
    init_wait_chain();
    toolchainDownload = ({ processes, go }) => {
      const remedy = "set GOTOOLCHAIN=local: a diagnostic in go.mod then says which Go is wanted; or fetch it beforehand, with a limit: timeout 600 go version";
      const source = "cmd/go/internal/toolchain/select.go; gopls/internal/cache/view.go, FetchGoEnv; scenario gopls-toolchain-download";
      const fetching = processes.flatMap((process3) => {
        const held2 = process3.files.find(({ path, lock: lock2 }) => lock2 !== null && path.includes("/golang.org/toolchain/"));
        if (held2 === void 0 || process3.state === "Z") return [];
        const version = /-(go[^/]+?)\.[a-z0-9]+-[a-z0-9]+\.lock/.exec(held2.path)?.[1] ?? "another Go";
        return [
          {
            id: "toolchain-download",
            severity: "error",
            summary: `${processText(process3)} fetches ${version}, which the go or toolchain line of go.mod asks for`,
            evidence: [`it holds the lock ${held2.path}`, `GOTOOLCHAIN=${process3.env?.["GOTOOLCHAIN"] ?? "auto"}`],
            remedy,
            source
          }
        ];
      });
      if (fetching.length > 0 || go.plain === null || !go.plain.timedOut || go.env === null) return fetching;
      return [
        {
          id: "toolchain-download",
          severity: "error",
          summary: `${go.plain.command} does not answer here within ${go.plain.ms} ms, and does with GOTOOLCHAIN=local: it most likely fetches another Go`,
          evidence: [`with GOTOOLCHAIN=local: ${go.local.ms} ms, ${go.env["GOVERSION"] ?? "an old Go"}`],
          remedy,
          source
        }
      ];
    };
  }
});

// src/doctor/finding/vcs-stamping.ts
var import_semver3, vcsStamping;
var init_vcs_stamping2 = __esm({
  "src/doctor/finding/vcs-stamping.ts"() {
    "use strict";
    import_semver3 = __toESM(require_semver2(), 1);
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
            ...owner ? [`.git of ${git.root} belongs to user ${git.uid}, and this is user ${host.uid}`] : []
          ],
          remedy: owner ? `git config --global --add safe.directory ${git.root}, or GOFLAGS=-buildvcs=false` : `mend .git of ${git.root}, or GOFLAGS=-buildvcs=false`,
          source: "golang/go#64275; gopls passes -buildvcs=false since v0.22; scenario vcs-stamping"
        }
      ];
    };
  }
});

// src/doctor/verdict.ts
function verdictOf(snapshot, findings) {
  const [chain] = chainsOf(snapshot).filter((link2) => isStuck(link2) && link2.wait.kind !== "stopped");
  if (chain !== void 0) return `${sentence(chain, snapshot)}.`;
  const [gravest] = findings.filter(({ severity }) => severity !== "note");
  if (gravest !== void 0) return `${gravest.summary}.`;
  return snapshot.processes.some(({ name: name2 }) => name2 === "gopls" || name2 === "go") ? "Nothing that go or gopls would wait for was found." : "Nothing was found; neither go nor gopls runs.";
}
function sentence(link2, snapshot) {
  let text4 = named2(link2);
  let joint = " ";
  for (let at2 = link2; at2 !== void 0; joint = ", which ") {
    const next = nextOf(at2.wait).find(isStuck) ?? nextOf(at2.wait)[0];
    const what = ending(at2, snapshot);
    switch (at2.wait.kind) {
      case "lock":
        text4 += `${joint}waits for ${what}, held by ${next === void 0 ? "a process that cannot be seen from here" : named2(next)}`;
        break;
      case "children":
      case "daemon":
        text4 += next === void 0 ? "" : `${joint}waits for ${at2.wait.kind === "daemon" ? "its daemon " : ""}${named2(next)}`;
        break;
      case "stopped":
        text4 += `${joint}is stopped`;
        break;
      case "nothing":
        break;
      default:
        text4 += `${joint}waits for ${what}`;
    }
    at2 = next;
  }
  return text4;
}
function ending({ process: process3, wait }, snapshot) {
  if (wait.kind !== "network") return waitText(wait);
  const silent = silentGos(snapshot).find((one) => one.process.pid === process3.pid);
  const who = { proxy: "a module proxy", sumdb: "a checksum database", toolchain: "a download of Go" };
  const since = wait.connection.silentMs === null ? "" : ` for ${ageText(wait.connection.silentMs)}`;
  return silent === void 0 ? waitText(wait) : `${who[silent.asks]} that is silent${since} (${wait.connection.remote})`;
}
function named2({ process: process3 }) {
  const { pid, ageMs, orphan, container } = process3;
  const where = container === null ? "" : `, in container ${container}`;
  return `${orphan ? "an orphaned " : ""}${commandText(process3)} (pid ${pid}, ${ageText(ageMs)}${where})`;
}
var init_verdict2 = __esm({
  "src/doctor/verdict.ts"() {
    "use strict";
    init_silent_go();
    init_wait_chain();
  }
});

// src/doctor/diagnose.ts
function diagnose(snapshot) {
  const findings = finders.flatMap((find2) => find2(snapshot)).sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  return { verdict: verdictOf(snapshot, findings), findings };
}
var finders, ranks;
var init_diagnose = __esm({
  "src/doctor/diagnose.ts"() {
    "use strict";
    init_cache_evicted();
    init_cache_not_writable();
    init_cacheprog_hang();
    init_clean_under_load();
    init_daemon_cold_buildid();
    init_daemon_duplicate();
    init_daemon_stopped();
    init_disk_full2();
    init_environment_differs();
    init_filesystem_hung();
    init_flock_not_exclusive2();
    init_flock_unsupported2();
    init_folk_files();
    init_git_lock_left();
    init_gopls_cache_damaged();
    init_index_stale();
    init_lock_waiter();
    init_module_damaged();
    init_orphan_holder();
    init_out_of_memory();
    init_packages_driver();
    init_pipe_inherited();
    init_rename_leftovers();
    init_restore_not_empty();
    init_socket_owner();
    init_socket_path();
    init_stalled_git();
    init_stalled_proxy();
    init_stalled_sumdb();
    init_toolchain_download();
    init_vcs_stamping2();
    init_verdict2();
    finders = [
      filesystemHung,
      diskFull2,
      daemonStopped,
      toolchainDownload,
      orphanHolder,
      stalledProxy,
      stalledSumdb,
      stalledGit,
      packagesDriver,
      cacheprogHang,
      pipeInherited,
      lockWaiter,
      flockUnsupported,
      flockNotExclusive,
      cacheNotWritable,
      environmentDiffers,
      goplsCacheDamaged,
      moduleDamaged,
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
      folkFiles
    ];
    ranks = ["error", "warning", "note"];
  }
});

// src/doctor/draw-tree.ts
function drawTree(snapshot) {
  return chainsOf(snapshot).filter(
    ({ process: process3, wait }) => /^(go|gopls|git|dlv)$/.test(process3.name) || wait.kind === "lock" || heldBy(process3).length > 0
  ).flatMap((link2) => drawn(link2, "", ""));
}
function drawn(link2, first, rest) {
  const { process: process3, wait } = link2;
  const held2 = heldBy(process3);
  const more = held2.length > 3 ? ` and ${held2.length - 3} more` : "";
  const holds = held2.length === 0 ? "" : `, holds the lock of ${held2.slice(0, 3).join(", ")}${more}`;
  const next = nextOf(wait);
  const what = waitText(wait);
  const head = `${first}${processText(process3)}${holds}`;
  const below = next.flatMap((other, index) => {
    const last = index === next.length - 1;
    return drawn(other, `${rest}${last ? "\u2514\u2500 " : "\u251C\u2500 "}`, `${rest}${last ? "   " : "\u2502  "}`);
  });
  return [what === null ? head : `${head}: waits for ${what}`, ...below];
}
function heldBy({ files }) {
  return [...new Set(files.filter(({ lock: lock2 }) => lock2 !== null).map(({ path }) => lockName(path)))];
}
var init_draw_tree = __esm({
  "src/doctor/draw-tree.ts"() {
    "use strict";
    init_lock_name();
    init_wait_chain();
  }
});

// src/doctor/doctor-text.ts
function doctorText(snapshot, { verdict, findings }, extra, colours) {
  const tree = drawTree(snapshot);
  const blocks = [
    [colours.bold(verdict), ...extra],
    tree,
    ...findings.map((finding) => blockOf2(finding, colours)),
    snapshot.unseen.length === 0 ? [] : ["Not seen:", ...snapshot.unseen.map((what) => `  ${what}`)]
  ];
  return `${blocks.filter((lines2) => lines2.length > 0).map((lines2) => lines2.map(printable3).join("\n")).join("\n\n")}
`;
}
function blockOf2({ id, severity, summary, evidence, remedy, source }, colours) {
  const colour = { error: colours.red, warning: colours.yellow, note: colours.dim }[severity];
  return [
    `${colour(`${severity} ${id}`)}: ${summary}`,
    ...evidence.map((line) => `  \xB7 ${line}`),
    `  ${colours.green("\u2192")} ${remedy}`,
    `  ${colours.dim(source)}`
  ];
}
function printable3(line) {
  return line.replace(/\u001b(?!\[\d{1,2}m)|[\u0000-\u001a\u001c-\u001f\u007f-\u009f]/g, "\uFFFD");
}
var init_doctor_text = __esm({
  "src/doctor/doctor-text.ts"() {
    "use strict";
    init_draw_tree();
  }
});

// src/doctor/look-at-gopls.ts
async function lookAtGopls(pid, limitMs, delve) {
  const threads = {};
  for (const { wchan } of readThreads(pid)) threads[wchan] = (threads[wchan] ?? 0) + 1;
  for (const address2 of debugAddresses(pid)) {
    const dump = await goroutinesAt(address2, limitMs);
    if (dump !== null) return { pid, debug: address2, goroutines: parseGoroutines(dump), delve: null, threads };
  }
  const look = delve === null ? null : await delve(pid);
  return { pid, debug: null, goroutines: look?.goroutines ?? [], delve: look, threads };
}
function debugAddresses(pid) {
  if (readLink(`/proc/${pid}/ns/net`) !== readLink("/proc/self/ns/net")) return [];
  const own = new Set(readDescriptors(pid, [])?.sockets ?? []);
  return ["tcp", "tcp6"].flatMap((table2) => parseListening(readText(`/proc/${pid}/net/${table2}`) ?? "")).flatMap(({ inode, local }) => own.has(inode) ? [local.replace(/^(0\.0\.0\.0|\[0(:0){7}\])/, "127.0.0.1")] : []);
}
async function goroutinesAt(address2, limitMs) {
  try {
    const answer = await fetch(`http://${address2}/debug/pprof/goroutine?debug=2`, {
      signal: AbortSignal.timeout(limitMs)
    });
    const text4 = await answer.text();
    return answer.ok && text4.startsWith("goroutine ") ? text4 : null;
  } catch (error) {
    if (error instanceof TypeError || errnoOf(error) !== void 0 || error.name === "TimeoutError")
      return null;
    throw error;
  }
}
var init_look_at_gopls = __esm({
  "src/doctor/look-at-gopls.ts"() {
    "use strict";
    init_errors();
    init_read_proc();
    init_sockets();
    init_gopls_goroutines();
    init_descriptors();
    init_threads();
  }
});

// src/doctor/parse-snapshot.ts
function parseSnapshot(name2, content) {
  let value;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new UserError(`${name2}: not JSON; \`unlatch doctor --snapshot FILE\` writes a snapshot`, { cause: error });
  }
  const result = safeParse(schema2, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = getDotPath(issue);
  throw new UserError(`${name2}: no snapshot of schema 1${path === null ? "" : ` (${path}: ${issue.message})`}`);
}
var number2, text2, environment3, command, thread, file, connection, pipe2, process2, place, left, schema2;
var init_parse_snapshot = __esm({
  "src/doctor/parse-snapshot.ts"() {
    "use strict";
    init_dist();
    init_errors();
    number2 = nullable(number());
    text2 = nullable(string());
    environment3 = record(string(), string());
    command = { command: string(), code: number2, timedOut: boolean(), ms: number(), output: string() };
    thread = object({ tid: number(), wchan: string(), flockFd: number2 });
    file = object({
      fd: number(),
      path: string(),
      inode: number2,
      lockDevice: text2,
      lock: nullable(picklist(["WRITE", "READ"]))
    });
    connection = object({
      inode: number(),
      local: string(),
      remote: string(),
      state: string(),
      sendQueueBytes: number(),
      receiveQueueBytes: number(),
      silentMs: number2
    });
    pipe2 = object({ fd: number(), inode: number(), end: picklist(["read", "write"]) });
    process2 = object({
      pid: number(),
      ppid: number(),
      group: number(),
      name: string(),
      command: array(string()),
      state: string(),
      uid: number2,
      ageMs: number(),
      busyMs: number(),
      cwd: text2,
      env: nullable(environment3),
      container: text2,
      orphan: boolean(),
      threads: array(thread),
      files: array(file),
      connections: array(connection),
      pipes: optional(array(pipe2), [])
    });
    place = object({
      role: picklist([
        "workspace",
        "HOME",
        "TMPDIR",
        "GOCACHE",
        "GOMODCACHE",
        "GOMODCACHE/cache/download",
        "GOPATH/pkg/sumdb",
        "the cache of gopls",
        "XDG_RUNTIME_DIR"
      ]),
      path: string(),
      stat: nullable(union([literal("hung"), object({ uid: number(), mode: string() })])),
      notWritable: text2,
      type: text2,
      freeBytes: number2,
      freeInodes: number2,
      flock: nullable(
        object({ path: string(), result: picklist(["exclusive", "busy", "not exclusive", "failed"]), why: text2 })
      )
    });
    left = object({
      kind: picklist(["empty zip", "empty mod", "tmp", "partial", "git lock", "not writable", "empty gopls index"]),
      path: string(),
      of: string(),
      ageMs: number()
    });
    schema2 = object({
      schema: literal(1),
      at: string(),
      host: object({ platform: string(), kernel: string(), uid: number(), oomKills: number2 }),
      folder: string(),
      env: environment3,
      go: object({
        env: nullable(environment3),
        local: object(command),
        plain: nullable(object(command)),
        editor: nullable(object({ ...command, pid: number() })),
        gopls: text2,
        driver: text2,
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
        extracted: boolean(),
        trimAgeMs: number2,
        entries: object({ seen: number(), olderThan5Days: number() }),
        folk: array(string())
      }),
      git: nullable(object({ root: string(), uid: number(), status: object(command) })),
      unseen: array(string())
    });
  }
});

// src/doctor/cache-facts.ts
async function readCache(paths, now) {
  const { gomodcache, gocache, gopls, folder } = paths;
  const [ofModules, ofGit, ofGopls, missing, unpacked, trimAgeMs, entries, folk] = await Promise.all([
    gomodcache === null ? [] : leftOfModules(folder, gomodcache, now),
    gomodcache === null ? [] : leftOfGit(gomodcache, now),
    gopls === null ? [] : leftOfGopls(gopls, now),
    withoutSum(folder),
    gomodcache === null ? [] : names3(gomodcache),
    gocache === null ? null : trimAge(gocache, now),
    gocache === null ? emptyCache.entries : sample(gocache, now),
    folkFiles2(paths)
  ]);
  return {
    left: [...ofModules, ...ofGit, ...ofGopls],
    withoutSum: missing,
    extracted: unpacked.some((name2) => name2 !== "cache"),
    trimAgeMs,
    entries,
    folk
  };
}
async function modulesOf(folder) {
  const seen2 = /* @__PURE__ */ new Map();
  for (const file2 of ["go.sum", "go.work.sum"]) {
    for (const line of (await text3((0, import_node_path34.join)(folder, file2))).split("\n")) {
      const [path, version] = line.split(" ");
      if (path === void 0 || version === void 0 || seen2.size >= modulesLimit) continue;
      const plain2 = version.replace(/\/go\.mod$/, "");
      seen2.set(`${path}@${plain2}`, { path, version: plain2 });
    }
  }
  return [...seen2.values()];
}
async function withoutSum(folder) {
  const known = new Set((await modulesOf(folder)).map(({ path, version }) => `${path}@${version}`));
  return (await text3((0, import_node_path34.join)(folder, "go.mod"))).split("\n").flatMap((line) => {
    const [, path, version] = /^\s*(?:require\s+)?([^\s/][^\s]*\.[^\s]*)\s+(v\d\S*)\s*(?:\/\/.*)?$/.exec(line) ?? [];
    return path === void 0 ? [] : [`${path}@${version}`];
  }).filter((module2) => !known.has(module2));
}
async function leftOfModules(folder, gomodcache, now) {
  const modules = await modulesOf(folder);
  const left2 = [];
  for (const path of new Set(modules.map((module2) => module2.path))) {
    const own = (0, import_node_path34.join)(gomodcache, "cache/download", escaped(path), "@v");
    const files = await names3(own);
    if (files.length === 0) continue;
    if (!await writable(own)) left2.push({ kind: "not writable", path: own, of: path, ageMs: 0 });
    for (const { version } of modules.filter((module2) => module2.path === path)) {
      left2.push(...await leftOfVersion(gomodcache, path, version, files, now));
    }
  }
  return left2;
}
async function leftOfVersion(gomodcache, path, version, files, now) {
  const prefix = escaped(version);
  const left2 = [];
  for (const name2 of files) {
    if (!name2.startsWith(`${prefix}.`)) continue;
    const file2 = (0, import_node_path34.join)(gomodcache, "cache/download", escaped(path), "@v", name2);
    const found = await stat8(file2);
    const kind = found === null ? null : kindOf2(name2.slice(prefix.length + 1), found.size);
    if (found === null || kind === null) continue;
    if (kind === "empty zip" && await stat8((0, import_node_path34.join)(gomodcache, `${escaped(path)}@${prefix}`)) !== null) continue;
    left2.push({ kind, path: file2, of: `${path}@${version}`, ageMs: now - found.mtimeMs });
  }
  return left2;
}
function kindOf2(suffix, size2) {
  if (/^(zip|info|mod|ziphash)?\.?\d*\.?tmp\d*$/.test(suffix)) return "tmp";
  if (suffix === "partial") return "partial";
  if (size2 === 0 && suffix === "zip") return "empty zip";
  return size2 === 0 && suffix === "mod" ? "empty mod" : null;
}
async function leftOfGit(gomodcache, now) {
  const vcs = (0, import_node_path34.join)(gomodcache, "cache/vcs");
  const left2 = [];
  for (const repository of await names3(vcs)) {
    if (!/^[0-9a-f]{64}$/.test(repository)) continue;
    for (const name2 of gitLocks2) {
      const path = (0, import_node_path34.join)(vcs, repository, name2);
      const ageMs = await age(path, now);
      if (ageMs === null) continue;
      const url = /^git3?:(\S+)/.exec(await text3((0, import_node_path34.join)(vcs, `${repository}.info`)))?.[1];
      left2.push({ kind: "git lock", path, of: url ?? repository, ageMs });
    }
  }
  return left2;
}
async function leftOfGopls(gopls, now) {
  const left2 = [];
  for (const hash of await names3(gopls)) {
    const path = (0, import_node_path34.join)(gopls, hash, "exe.sha256");
    const found = await stat8(path);
    if (found === null || found.size > 0) continue;
    left2.push({ kind: "empty gopls index", path, of: hash, ageMs: now - found.mtimeMs });
  }
  return left2;
}
async function trimAge(gocache, now) {
  const seconds = /^\s*(\d+)\s*$/.exec(await text3((0, import_node_path34.join)(gocache, "trim.txt")))?.[1];
  return seconds === void 0 ? null : now - Number(seconds) * 1e3;
}
async function sample(gocache, now) {
  let seen2 = 0;
  let old = 0;
  for (let folder = 0; folder < 256 && seen2 < sampleEntries; folder += 1) {
    const own = (0, import_node_path34.join)(gocache, folder.toString(16).padStart(2, "0"));
    const ages = (await names3(own)).slice(0, sampleEntries).map((name2) => age((0, import_node_path34.join)(own, name2), now));
    for (const ageMs of await Promise.all(ages)) {
      if (ageMs === null) continue;
      seen2 += 1;
      if (ageMs > 5 * day2) old += 1;
    }
  }
  return { seen: seen2, olderThan5Days: old };
}
async function folkFiles2({ folder, gomodcache, gocache, gopls, tmpdir: tmpdir9 }) {
  const hashes = gopls === null ? [] : await names3(gopls);
  const paths = [
    ...gopls === null ? [] : [".", ...hashes].flatMap((at2) => [(0, import_node_path34.join)(gopls, at2, "gopls.pid"), (0, import_node_path34.join)(gopls, at2, "gopls.sock")]),
    ...(await names3(tmpdir9)).filter((name2) => /^gopls-.*\.sock$/.test(name2)).map((name2) => (0, import_node_path34.join)(tmpdir9, name2)),
    (0, import_node_path34.join)(folder, ".vscode/go/lock"),
    ...gomodcache === null ? [] : [(0, import_node_path34.join)(gomodcache, ".cache/v2/lock")],
    ...gocache === null ? [] : [(0, import_node_path34.join)(gocache, "lock"), (0, import_node_path34.join)(gocache, "00/lock")]
  ];
  const found = await Promise.all(paths.map(stat8));
  return paths.filter((_, index) => found[index] !== null);
}
function escaped(path) {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
function stat8(path) {
  return orNothing((0, import_promises25.lstat)(path), null);
}
async function age(path, now) {
  const found = await stat8(path);
  return found === null ? null : now - found.mtimeMs;
}
function names3(path) {
  return orNothing((0, import_promises25.readdir)(path), []);
}
function text3(path) {
  return orNothing((0, import_promises25.readFile)(path, "utf8"), "");
}
async function writable(path) {
  return await orNothing((0, import_promises25.access)(path, import_node_fs17.constants.W_OK), "no") !== "no";
}
async function orNothing(read4, nothing) {
  try {
    return await read4;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return nothing;
  }
}
var import_node_fs17, import_promises25, import_node_path34, modulesLimit, sampleEntries, day2, emptyCache, gitLocks2;
var init_cache_facts = __esm({
  "src/doctor/cache-facts.ts"() {
    "use strict";
    import_node_fs17 = require("node:fs");
    import_promises25 = require("node:fs/promises");
    import_node_path34 = require("node:path");
    init_errors();
    modulesLimit = 2e3;
    sampleEntries = 500;
    day2 = 24 * 60 * 60 * 1e3;
    emptyCache = {
      left: [],
      withoutSum: [],
      extracted: false,
      trimAgeMs: null,
      entries: { seen: 0, olderThan5Days: 0 },
      folk: []
    };
    gitLocks2 = ["shallow.lock", "config.lock", "packed-refs.lock", "index.lock", "HEAD.lock"];
  }
});

// src/doctor/places.ts
async function readPlace(role, path, probe, limitMs) {
  const nothing = { role, path, notWritable: null, type: null, freeBytes: null, freeInodes: null, flock: null };
  const own = await within(limitMs, statOf2(path));
  if (own === "hung") return { ...nothing, stat: "hung" };
  const work = own === null ? nearestAbove(path) : Promise.resolve(path);
  const asked = async (nearest2) => await Promise.all([writableOr(nearest2), (0, import_promises26.statfs)(nearest2)]);
  const [answer, flock2] = await Promise.all([
    within(limitMs, work.then(asked)),
    probe === null ? null : probeFlock(probe, limitMs)
  ]);
  if (answer === "hung") return { ...nothing, stat: "hung" };
  const [notWritable, space] = answer;
  return {
    role,
    path,
    stat: own === null ? null : { uid: own.uid, mode: (own.mode & 4095).toString(8) },
    notWritable,
    type: space.type.toString(16),
    freeBytes: space.bavail * space.bsize,
    freeInodes: space.files === 0 ? null : space.ffree,
    flock: flock2
  };
}
async function statOf2(path) {
  try {
    return await (0, import_promises26.stat)(path);
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
async function nearestAbove(path) {
  let at2 = (0, import_node_path35.dirname)(path);
  while (at2 !== "/" && await statOf2(at2) === null) at2 = (0, import_node_path35.dirname)(at2);
  return at2;
}
async function writableOr(path) {
  try {
    await (0, import_promises26.access)(path, import_node_fs18.constants.W_OK);
    return null;
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    return code;
  }
}
async function within(limitMs, work) {
  let timer;
  const late2 = new Promise((resolve11) => {
    timer = setTimeout(() => resolve11("hung"), limitMs);
  });
  try {
    return await Promise.race([work, late2]);
  } finally {
    clearTimeout(timer);
  }
}
async function probeFlock(path, limitMs) {
  const there2 = await within(limitMs, statOf2(path));
  if (there2 === null || there2 === "hung") return null;
  const inner = ["flock", "-n", "-E", "78", "-x", path, "true"];
  const tried = await runLimited(["flock", "-n", "-E", "77", "-x", path, ...inner], {
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    cwd: "/",
    limitMs
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
    workspace: (path) => (0, import_node_path35.join)(path, "go.mod"),
    GOCACHE: (path) => (0, import_node_path35.join)(path, "trim.txt"),
    "GOMODCACHE/cache/download": (path) => (0, import_node_path35.join)((0, import_node_path35.dirname)(path), "lock")
  };
  return Object.entries(paths).flatMap(
    ([role, path]) => path === null || path === "" ? [] : [[role, path, probes[role]?.(path) ?? null]]
  );
}
var import_node_fs18, import_promises26, import_node_path35;
var init_places = __esm({
  "src/doctor/places.ts"() {
    "use strict";
    import_node_fs18 = require("node:fs");
    import_promises26 = require("node:fs/promises");
    import_node_path35 = require("node:path");
    init_errors();
    init_run_limited();
  }
});

// src/doctor/take-snapshot.ts
async function takeSnapshot(asked) {
  const { folder, limitMs } = asked;
  const { env: env2, hung: hungOnPath } = await answeringPath(asked.env, limitMs);
  const request = { ...asked, env: env2 };
  const unseen = [];
  const linux2 = process.platform === "linux";
  if (!linux2) unseen.push(`processes, locks and connections: this is ${process.platform}, which has no /proc`);
  if (hungOnPath.length > 0) unseen.push(`what is in ${hungOnPath.join(", ")} of PATH: it does not answer`);
  const pass = readProcesses2(rootsOf2(pathsOf(folder, env2, null)));
  const [local, silence] = await Promise.all([
    runLimited(["go", "env", "-json", ...goVariables], {
      env: { ...env2, GOTOOLCHAIN: "local" },
      cwd: await there(folder, limitMs),
      limitMs
    }),
    linux2 ? runLimited(["ss", "-tneiOH"], { env: systemEnv, cwd: "/", limitMs }) : null
  ]);
  const goEnv2 = goEnvOf(local);
  const paths = pathsOf(folder, env2, goEnv2);
  const before = ticksOf(pass.processes);
  const connected = silence?.code === 0 ? withSilence(pass.processes, silence.stdout) : pass.processes;
  if (pass.hidden.length > 0)
    unseen.push(`the files and locks of ${pass.hidden.join(", ")}: of another user; run this as root to see them`);
  if (linux2 && silence?.code !== 0) unseen.push("since when a connection is silent: ss (iproute2) is not there");
  const [places, plain2, editor, gopls, driver2, git] = await Promise.all([
    Promise.all(placesOf(paths).map(([role, path, probe]) => readPlace(role, path, probe, limitMs))),
    plainGoEnv(request, pass.processes),
    editorGoEnv(request, pass.processes),
    goplsVersion2(request),
    onPath("gopackagesdriver", env2),
    within(limitMs, gitFact(request))
  ]);
  const hung = places.some((place2) => place2.stat === "hung");
  const now = Date.now();
  const [sockets, cache] = await Promise.all([
    linux2 && !hung ? within(limitMs, readSockets(env2, pass.processes, pass.sockets)) : [],
    hung ? emptyCache : within(
      limitMs,
      readCache(
        {
          folder,
          gomodcache: paths.GOMODCACHE,
          gocache: paths.GOCACHE,
          gopls: paths["the cache of gopls"],
          tmpdir: paths.TMPDIR ?? (0, import_node_os10.tmpdir)()
        },
        now
      )
    )
  ]);
  if (sockets === "hung") unseen.push("the sockets of daemons: a folder in which they lie does not answer");
  if (cache === "hung") unseen.push("what lies in the caches: a folder in them does not answer");
  const deep = request.deep && !hung ? await deepFact(request) : null;
  const go = {
    env: goEnv2,
    local: { ...factOf(local), output: goEnv2 === null ? local.output : "" },
    plain: plain2,
    editor,
    gopls,
    driver: driver2,
    deep
  };
  return {
    schema: 1,
    at: new Date(now).toISOString(),
    host: { platform: process.platform, kernel: (0, import_node_os10.release)(), uid: process.geteuid?.() ?? -1, oomKills: oomKills() },
    folder,
    env: keptEnvironment(env2),
    go,
    places,
    processes: lookAgain(connected, pass.starts, before),
    sockets: sockets === "hung" ? [] : sockets,
    cache: cache === "hung" ? emptyCache : cache,
    git: git === "hung" ? null : git,
    unseen
  };
}
async function answeringPath(env2, limitMs) {
  const folders2 = (env2["PATH"] ?? "").split(import_node_path36.delimiter);
  const answers = await Promise.all(folders2.map((folder) => within(limitMs, ownerOf(folder))));
  const hung = folders2.filter((_, index) => answers[index] === "hung");
  if (hung.length === 0) return { env: env2, hung };
  return { env: { ...env2, PATH: folders2.filter((folder) => !hung.includes(folder)).join(import_node_path36.delimiter) }, hung };
}
function rootsOf2(paths) {
  return [paths.GOMODCACHE, paths.GOCACHE, paths["the cache of gopls"]].flatMap(
    (path) => path === null ? [] : [`${path}/`]
  );
}
async function there(folder, limitMs) {
  const place2 = await readPlace("workspace", folder, null, limitMs);
  return place2.stat === "hung" || place2.stat === null ? "/" : folder;
}
function goEnvOf(local) {
  if (local.code !== 0) return null;
  try {
    const parsed3 = JSON.parse(local.stdout);
    return typeof parsed3 === "object" && parsed3 !== null ? keptEnvironment(parsed3) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
function pathsOf(folder, env2, go) {
  const home = env2["HOME"] || null;
  const gopath = (go?.["GOPATH"] || env2["GOPATH"] || (home === null ? "" : (0, import_node_path36.join)(home, "go"))).split(import_node_path36.delimiter)[0] ?? "";
  const gomodcache = go?.["GOMODCACHE"] || env2["GOMODCACHE"] || (gopath === "" ? null : (0, import_node_path36.join)(gopath, "pkg/mod"));
  const userCache = userCacheFolder(env2);
  const gocache = go?.["GOCACHE"] || env2["GOCACHE"] || (userCache === null ? null : (0, import_node_path36.join)(userCache, "go-build"));
  return {
    workspace: folder,
    HOME: home,
    TMPDIR: env2["TMPDIR"] || (0, import_node_os10.tmpdir)(),
    GOCACHE: gocache === "off" ? null : gocache,
    GOMODCACHE: gomodcache,
    "GOMODCACHE/cache/download": gomodcache === null ? null : (0, import_node_path36.join)(gomodcache, "cache/download"),
    "GOPATH/pkg/sumdb": gopath === "" ? null : (0, import_node_path36.join)(gopath, "pkg/sumdb"),
    "the cache of gopls": goplsCacheFolder(env2),
    XDG_RUNTIME_DIR: env2["XDG_RUNTIME_DIR"] || null
  };
}
async function plainGoEnv({ folder, env: env2, limitMs }, processes) {
  if (env2["GOTOOLCHAIN"] === "local") return null;
  if (processes.some(
    ({ files }) => files.some(({ path, lock: lock2 }) => lock2 !== null && path.includes("/golang.org/toolchain/"))
  ))
    return null;
  return factOf(
    await runLimited(["go", "env", "-json", "GOVERSION"], { env: env2, cwd: await there(folder, limitMs), limitMs })
  );
}
async function editorGoEnv({ env: env2, limitMs }, processes) {
  for (const { pid, name: name2, cwd, state } of processes) {
    if (name2 !== "gopls" || state === "Z" || cwd === null || !sharesFiles(pid)) continue;
    const own = parseEnviron(readText(`/proc/${pid}/environ`) ?? "");
    if (own["PATH"] === void 0 || own["PATH"] === env2["PATH"] && own["HOME"] === env2["HOME"]) continue;
    const asked = await runLimited(["go", "env", "-json", "GOVERSION"], {
      env: { ...own, GOTOOLCHAIN: "local" },
      cwd: await there(cwd, limitMs),
      limitMs
    });
    return { ...factOf(asked), code: asked.code === 0 && !isJson(asked.stdout) ? -1 : asked.code, pid };
  }
  return null;
}
function sharesFiles(pid) {
  const space = readLink(`/proc/${pid}/ns/mnt`);
  return space !== null && space === readLink("/proc/self/ns/mnt");
}
function isJson(text4) {
  try {
    JSON.parse(text4);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
async function goplsVersion2({ env: env2, limitMs }) {
  if (await onPath("gopls", env2) === null) return null;
  const asked = await runLimited(["gopls", "version"], { env: { ...env2, GOTOOLCHAIN: "local" }, cwd: "/", limitMs });
  return asked.code === 0 ? asked.stdout.split("\n")[0]?.trim() ?? null : null;
}
async function deepFact({ folder, env: env2 }) {
  const offline = { ...env2, GOPROXY: "off", GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly" };
  const run3 = async (command2, extra) => factOf(await runLimited(command2, { env: { ...offline, ...extra }, cwd: folder, limitMs: 6e4 }));
  const list2 = ["go", "list", "-deps", "./..."];
  const verify = await run3(["go", "mod", "verify"], {});
  const plain2 = await run3(list2, {});
  return { verify, list: plain2, listWithoutIndex: await run3(list2, { GODEBUG: "goindex=0" }) };
}
async function gitFact({ folder, env: env2, limitMs }) {
  for (let root = folder; ; root = (0, import_node_path36.dirname)(root)) {
    const uid2 = await ownerOf((0, import_node_path36.join)(root, ".git"));
    if (uid2 !== null) {
      const status = await runLimited(["git", "rev-parse", "--git-dir"], {
        env: { ...env2, LC_ALL: "C" },
        cwd: folder,
        limitMs
      });
      return { root, uid: uid2, status: factOf(status) };
    }
    if (root === (0, import_node_path36.dirname)(root)) return null;
  }
}
async function ownerOf(path) {
  try {
    return (await (0, import_promises27.lstat)(path)).uid;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return null;
  }
}
async function onPath(name2, env2) {
  for (const folder of (env2["PATH"] ?? "").split(import_node_path36.delimiter)) {
    const path = (0, import_node_path36.join)(folder, name2);
    try {
      await (0, import_promises27.access)(path, import_node_fs19.constants.X_OK);
      return masked(path);
    } catch (error) {
      if (errnoOf(error) === void 0) throw error;
    }
  }
  return null;
}
async function readSockets(env2, processes, inodesOf) {
  const daemons = processes.filter(({ name: name2, state }) => name2 === "gopls" && state !== "Z");
  const listening = /* @__PURE__ */ new Map();
  const tables = /* @__PURE__ */ new Map();
  for (const { pid } of daemons) {
    const space = readLink(`/proc/${pid}/ns/net`) ?? `${pid}`;
    const rows = tables.get(space) ?? parseUnix(readText(`/proc/${pid}/net/unix`) ?? "");
    tables.set(space, rows);
    const own = new Set(inodesOf.get(pid) ?? []);
    for (const { path, inode, listens: listens2 } of rows) {
      if (!listens2 || !own.has(inode)) continue;
      const key = `${space} ${path}`;
      const backlog = rows.filter((row2) => row2.path === path && row2.inode === 0).length;
      const known2 = listening.get(key) ?? { path, here: sharesFiles(pid), pids: [], backlog };
      known2.pids.push(pid);
      listening.set(key, known2);
    }
  }
  const folders2 = [env2["XDG_RUNTIME_DIR"], env2["TMPDIR"] || (0, import_node_os10.tmpdir)()].filter(
    (path) => path !== void 0 && path !== ""
  );
  const left2 = (await Promise.all(folders2.map(socketsIn))).flat();
  const known = new Set([...listening.values()].filter(({ here }) => here).map(({ path }) => path));
  const found = [...listening.values()].map(async ({ path, here, pids, backlog }) => {
    const file2 = here ? await fileOf(path) : { uid: null, inode: null };
    return { path, ...file2, listeners: pids.sort((a, b) => a - b), backlog };
  });
  const idle = left2.filter((path) => !known.has(path)).map(async (path) => ({ path, ...await fileOf(path), listeners: [], backlog: 0 }));
  return await Promise.all([...found, ...idle]);
}
async function socketsIn(folder) {
  try {
    return (await (0, import_promises27.readdir)(folder)).filter((name2) => /^gopls-[0-9a-f]+-daemon\./.test(name2)).map((name2) => (0, import_node_path36.join)(folder, name2));
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return [];
  }
}
async function fileOf(path) {
  try {
    const { uid: uid2, ino } = await (0, import_promises27.stat)(path);
    return { uid: uid2, inode: ino };
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    return { uid: null, inode: null };
  }
}
function oomKills() {
  const own = readText("/proc/self/cgroup") ?? "";
  const v2 = /^0::(.*)$/m.exec(own)?.[1] ?? "";
  const v1 = /^\d+:memory:(.*)$/m.exec(own)?.[1];
  const files = [
    `/sys/fs/cgroup${v2}/memory.events`,
    "/sys/fs/cgroup/memory.events",
    ...v1 === void 0 ? [] : [`/sys/fs/cgroup/memory${v1}/memory.oom_control`, "/sys/fs/cgroup/memory/memory.oom_control"]
  ];
  for (const file2 of files) {
    const count4 = /^oom_kill (\d+)$/m.exec(readText(file2) ?? "")?.[1];
    if (count4 !== void 0) return Number(count4);
  }
  return null;
}
var import_node_fs19, import_promises27, import_node_os10, import_node_path36, goVariables, systemEnv;
var init_take_snapshot = __esm({
  "src/doctor/take-snapshot.ts"() {
    "use strict";
    import_node_fs19 = require("node:fs");
    import_promises27 = require("node:fs/promises");
    import_node_os10 = require("node:os");
    import_node_path36 = require("node:path");
    init_errors();
    init_gopls_cache();
    init_user_cache();
    init_masked();
    init_parse_environ();
    init_read_proc();
    init_sockets();
    init_cache_facts();
    init_environment2();
    init_places();
    init_processes2();
    init_run_limited();
    goVariables = [
      ...["GOVERSION", "GOROOT", "GOOS", "GOARCH", "GOPATH", "GOMODCACHE", "GOCACHE", "GOCACHEPROG", "GOTMPDIR", "GOENV"],
      ...["GO111MODULE", "GOMOD", "GOWORK", "GOFLAGS", "GOTOOLCHAIN", "GOTELEMETRY", "GODEBUG", "GOEXPERIMENT"],
      ...["GOPROXY", "GONOPROXY", "GOPRIVATE", "GOSUMDB", "GONOSUMDB", "GOINSECURE", "GOVCS"]
    ];
    systemEnv = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
  }
});

// src/doctor/editor-log.ts
function readEditorLog(text4) {
  let starts = 0;
  let timeline2 = [];
  let waiting2 = /* @__PURE__ */ new Map();
  let reached = "initialize";
  let load = null;
  for (const entry2 of text4.split(beginning)) {
    const [, head = "", way, kind, method = "", id] = message.exec(entry2) ?? [];
    const time2 = /\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?: [AP]M)?/.exec(head)?.[0] ?? "";
    const note = (what) => timeline2.push(`${time2} ${what}`.trim());
    if (way === "Sending" && kind === "request") {
      if (method === "initialize") {
        starts += 1;
        [timeline2, waiting2, reached, load] = [[], /* @__PURE__ */ new Map(), "initialize", null];
        note("initialize");
      }
      waiting2.set(`${method} ${id}`, `${method} (${id}), ${time2}`);
    }
    if (way === "Received" && kind === "response") {
      waiting2.delete(`${method} ${id}`);
      if (method === "initialize") {
        reached = "go env";
        note("initialize is answered");
      }
    }
    if (reached === "initialize") continue;
    const body = entry2.slice(entry2.indexOf("\n") + 1);
    if (reached === "go env" && /Created View|\bgo info for /.test(body)) {
      reached = "go list";
      note("the view is made");
    }
    const token = /"token":\s*("[^"]*"|\d+)/.exec(body)?.[1] ?? null;
    if (/"title":\s*"Setting up workspace"/.test(body)) load = token;
    if (load !== null && token === load && /"kind":\s*"end"/.test(body)) {
      reached = "answer";
      note("the packages are loaded");
    }
  }
  const stuck = starts === 0 || reached === "answer" ? null : reached;
  return { starts, timeline: timeline2, stuck, unanswered: [...waiting2.values()] };
}
var message, beginning;
var init_editor_log = __esm({
  "src/doctor/editor-log.ts"() {
    "use strict";
    message = /^(.*?)\b(Sending|Received) (request|response|notification) '(.+?)(?: - \((.+?)\))?'/;
    beginning = /^(?=.*\b(?:Sending|Received) (?:request|response|notification) ')/m;
  }
});

// src/cli/read-stored.ts
async function readStored(option, file2) {
  const parts = [];
  let bytes = 0;
  try {
    for await (const part of (0, import_node_fs20.createReadStream)(file2)) {
      bytes += part.length;
      if (bytes > storedLimitBytes) throw new UserError(`${option} ${file2}: more than 64 MiB, which is too much`);
      parts.push(part);
    }
  } catch (error) {
    const code = errnoOf(error);
    if (code === void 0) throw error;
    throw new UserError(`${option} ${file2}: cannot be read (${code})`, { cause: error });
  }
  return Buffer.concat(parts).toString();
}
var import_node_fs20, storedLimitBytes;
var init_read_stored = __esm({
  "src/cli/read-stored.ts"() {
    "use strict";
    import_node_fs20 = require("node:fs");
    init_errors();
    storedLimitBytes = 64 << 20;
  }
});

// src/cli/judge-log.ts
async function judgeLog(file2, json) {
  const log = readEditorLog(await readStored("--log", file2));
  if (log.starts === 0) {
    throw new UserError(
      `--log ${file2}: no start of gopls in it; VS Code writes such a log with "go.trace.server": "verbose", gopls with -rpc.trace -logfile=FILE`
    );
  }
  const { starts, timeline: timeline2, stuck, unanswered } = log;
  const restarts = starts === 1 ? "" : ` It was started ${starts} times; this is about the last.`;
  const waits2 = unanswered.length === 0 ? "" : ` Never answered: ${unanswered.join("; ")}.`;
  const verdict = `${stuck === null ? "gopls loaded the workspace." : `gopls is stuck in "${stuck}".`}${waits2}${restarts}`;
  process.stdout.write(
    json ? `${JSON.stringify({ schema: 1, verdict, log }, null, 1)}
` : `${[verdict, "", ...timeline2.map((line) => `  ${line}`)].join("\n")}
`
  );
  return stuck === null && unanswered.length === 0 ? exitStatus.expected : exitStatus.differs;
}
var init_judge_log = __esm({
  "src/cli/judge-log.ts"() {
    "use strict";
    init_editor_log();
    init_errors();
    init_read_stored();
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
  const say = (text4) => {
    said.push(shorten(text4));
    if (said.length > saidLimit) said.shift();
  };
  let stuck = null;
  let why2 = null;
  let server;
  let connection2;
  let looked = false;
  const look = async () => {
    if (looked) return;
    looked = true;
    await options.beforeEnd?.(stuck);
  };
  const phase = async (name2, work) => {
    stuck = name2;
    const begin = performance.now();
    const result = await limited(name2, options, server, work);
    done[name2] = Math.round(performance.now() - begin);
    stuck = null;
    if (name2 === until) throw new PhaseOver();
    return result;
  };
  try {
    server = await phase("start", () => startServer(options));
    const reader = new import_node2.StreamMessageReader(server.output);
    reader.partialMessageTimeout = 0;
    const client = (0, import_node2.createMessageConnection)(reader, new import_node2.StreamMessageWriter(server.input));
    connection2 = client;
    client.onError(([error]) => say(`protocol error: ${messageOf(error)}`));
    const view = milestone();
    const loaded = milestone();
    listen(client, options, say, diagnostics, view.reach, loaded.reach);
    client.listen();
    await phase("initialize", async () => {
      await client.sendRequest(import_node2.InitializeRequest.type, initializeParams(options));
      await client.sendNotification(import_node2.InitializedNotification.type, {});
    });
    await phase("go env", () => view.reached);
    await phase("go list", () => loaded.reached);
    await phase("answer", () => client.sendRequest(import_node2.WorkspaceSymbolRequest.type, { query: "main" }));
    await look();
    await phase("exit", async () => {
      await options.loaded?.();
      await client.sendRequest(import_node2.ShutdownRequest.type);
      await client.sendNotification(import_node2.ExitNotification.type);
      await server?.gone;
    });
  } catch (error) {
    if (!(error instanceof PhaseOver)) why2 = messageOf(error);
    await look();
  }
  const exit = server?.exit() ?? null;
  connection2?.dispose();
  await server?.end();
  return {
    phases: done,
    stuck,
    why: why2,
    said,
    diagnostics: [...diagnostics.values()].flat().slice(0, saidLimit).map(shorten),
    stderr: server?.stderr() ?? "",
    exit
  };
}
function milestone() {
  let reach = () => void 0;
  const reached = new Promise((resolve11) => {
    reach = resolve11;
  });
  return { reached, reach };
}
function limited(name2, { phaseMs, signal }, server, work) {
  return new Promise((resolve11, reject) => {
    const fail = (reason) => settle2(() => reject(new Error(reason)));
    const timer = setTimeout(() => fail(`no answer within ${phaseMs} ms (${name2})`), phaseMs);
    const interrupted = () => fail(`${String(signal?.reason)} (${name2})`);
    const settle2 = (act) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", interrupted);
      act();
    };
    signal?.addEventListener("abort", interrupted, { once: true });
    if (signal?.aborted) return interrupted();
    if (name2 !== "exit") server?.gone.then(() => fail(`the server ended (${name2}): ${server.ending()}`), reject);
    work(fail).then(
      (result) => settle2(() => resolve11(result)),
      (error) => {
        const unheard = error instanceof import_node2.ResponseError && error.code === import_node2.ErrorCodes.MessageWriteError;
        if (!unheard || server === void 0 || name2 === "exit") settle2(() => reject(error));
      }
    );
  });
}
async function startServer(options) {
  return "socket" in options.server ? await openSocket(options.server.socket) : await startProcess(options, options.server);
}
function startProcess(options, { command: command2, args }) {
  return new Promise((resolve11, reject) => {
    const child = (0, import_node_child_process6.spawn)(command2, args, { cwd: options.folder, env: { ...options.env }, stdio: "pipe", detached: true });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text4) => {
      stderr = (stderr + text4).slice(-2e3);
    });
    child.stdin.on("error", () => void 0);
    const gone2 = new Promise((settle2) => child.once("exit", () => settle2()));
    child.once("error", reject);
    child.once(
      "spawn",
      () => resolve11({
        output: child.stdout,
        input: child.stdin,
        gone: gone2,
        exit: () => hasEnded(child) ? { code: child.exitCode, signal: child.signalCode } : null,
        ending: () => `${child.signalCode ?? `exit ${child.exitCode}`}${stderr === "" ? "" : `, ${stderr.trim()}`}`,
        stderr: () => stderr,
        end: async () => {
          signalGroup(child.pid, "SIGKILL");
          await gone2;
          for (const stream of child.stdio) stream?.destroy();
        }
      })
    );
  });
}
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}
function openSocket(path) {
  return new Promise((resolve11, reject) => {
    const socket2 = (0, import_node_net2.connect)(path);
    socket2.once("error", reject);
    socket2.once("connect", () => {
      const gone2 = new Promise((settle2) => socket2.once("close", () => settle2()));
      resolve11({
        output: socket2,
        input: socket2,
        gone: gone2,
        exit: () => null,
        ending: () => "the socket was closed",
        stderr: () => "",
        end: async () => {
          socket2.destroy();
          await gone2;
        }
      });
    });
  });
}
function initializeParams({ folder, settings }) {
  const uri = (0, import_node_url3.pathToFileURL)(folder).href;
  return {
    processId: process.pid,
    clientInfo: { name: "unlatch" },
    rootUri: uri,
    workspaceFolders: [{ uri, name: (0, import_node_path37.basename)(folder) }],
    capabilities: {
      window: { workDoneProgress: true, showMessage: {} },
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ["plaintext"] } }
    },
    initializationOptions: { ...settings }
  };
}
function listen(connection2, options, say, diagnostics, viewCreated, loaded) {
  const loads = /* @__PURE__ */ new Set();
  connection2.onRequest(import_node2.ConfigurationRequest.type, ({ items }) => items.map(() => ({ ...options.settings })));
  connection2.onRequest(import_node2.WorkDoneProgressCreateRequest.type, () => void 0);
  connection2.onRequest(import_node2.RegistrationRequest.type, () => void 0);
  connection2.onRequest(import_node2.ShowMessageRequest.type, () => null);
  connection2.onRequest(import_node2.WorkspaceFoldersRequest.type, () => null);
  connection2.onNotification("$/progress", ({ token, value }) => {
    const title = value.kind === "begin" ? value.title : void 0;
    say(`progress ${value.kind}: ${[title, value.message].filter((text4) => text4 !== void 0).join(": ")}`);
    if (title === "Setting up workspace") loads.add(token);
    if (value.kind === "end" && loads.has(token)) {
      viewCreated();
      loaded();
    }
  });
  connection2.onNotification(import_node2.LogMessageNotification.type, ({ message: message2 }) => {
    say(message2.trim());
    if (/Created View|^.{0,30}go info for /.test(message2)) viewCreated();
  });
  connection2.onNotification(import_node2.ShowMessageNotification.type, ({ message: message2 }) => say(`shown: ${message2}`));
  connection2.onNotification(import_node2.PublishDiagnosticsNotification.type, ({ uri, diagnostics: own }) => {
    diagnostics.set(
      uri,
      own.map(({ message: message2 }) => `${(0, import_node_path37.basename)(uri)}: ${message2}`)
    );
  });
}
var import_node_child_process6, import_node_net2, import_node_path37, import_node_url3, import_node2, saidLimit, textLimit, shorten, PhaseOver;
var init_session = __esm({
  "src/lsp/session.ts"() {
    "use strict";
    import_node_child_process6 = require("node:child_process");
    import_node_net2 = require("node:net");
    import_node_path37 = require("node:path");
    import_node_url3 = require("node:url");
    import_node2 = require("./vscode-languageserver-protocol.cjs");
    init_errors();
    init_signal_group();
    saidLimit = 24;
    textLimit = 240;
    shorten = (text4) => text4.length > textLimit ? `${text4.slice(0, textLimit)}\u2026` : text4;
    PhaseOver = class extends Error {
    };
  }
});

// src/cli/run-doctor.ts
var run_doctor_exports = {};
__export(run_doctor_exports, {
  runDoctor: () => runDoctor
});
async function runDoctor(folder, options) {
  const limitMs = parseCount("--timeout", options.timeout, 3600) * 1e3;
  if (options.log !== void 0) {
    const others = [options.connect, options.deep, options.snapshot, options.pid, options.from];
    if (others.some((option) => option !== void 0))
      throw new UserError("--log judges a log alone, and goes with --json");
    return await judgeLog(options.log, options.json === true);
  }
  const here = [options.connect, options.deep, options.snapshot, options.pid];
  if (options.from !== void 0 && here.some((option) => option !== void 0)) {
    throw new UserError("--from judges what was stored: --connect, --deep, --pid and --snapshot look at this machine");
  }
  if (options.dlv !== void 0 && options.pid === void 0) {
    throw new UserError("--dlv attaches to the gopls that --pid names");
  }
  const delve = options.dlv === void 0 ? null : (pid) => attachDelve(pid, process.env, limitMs);
  const gopls = options.pid === void 0 ? null : await lookAtGopls(goplsPid(options.pid), limitMs, delve);
  if (options.snapshot !== void 0) await checkPlace("--snapshot", options.snapshot, "file");
  const { snapshot, session } = options.from === void 0 ? await lookHere(await workspace2(folder), limitMs, options) : { snapshot: parseSnapshot(options.from, await readStored("--from", options.from)), session: null };
  if (options.snapshot !== void 0) await writeResult(options.snapshot, `${JSON.stringify(snapshot, null, 1)}
`);
  const diagnosis = diagnose(snapshot);
  if (options.json) {
    const { verdict, findings } = diagnosis;
    const document = {
      schema: 1,
      verdict,
      findings,
      tree: drawTree(snapshot),
      session,
      gopls,
      unseen: snapshot.unseen
    };
    process.stdout.write(`${JSON.stringify(document, null, 1)}
`);
  } else {
    const extra = [...session === null ? [] : sessionLines(session), ...gopls === null ? [] : goplsLines(gopls)];
    const colours = import_picocolors3.default.createColors(outputOf(process.stdout).colour);
    process.stdout.write(doctorText(snapshot, diagnosis, extra, colours));
  }
  return isHealthy(diagnosis) && (session === null || session.stuck === null) ? exitStatus.expected : exitStatus.differs;
}
function isHealthy({ findings }) {
  return findings.every(({ severity }) => severity === "note");
}
async function lookHere(folder, limitMs, { connect: connect3, deep }) {
  const take = () => takeSnapshot({ folder, env: process.env, limitMs, deep: deep === true });
  if (connect3 === void 0) return { snapshot: await take(), session: null };
  const { openSession: openSession2 } = await Promise.resolve().then(() => (init_session(), session_exports));
  let snapshot;
  const session = await openSession2({
    folder,
    server: { command: "gopls", args: [] },
    env: process.env,
    phaseMs: limitMs,
    beforeEnd: async () => {
      snapshot = await take();
    }
  });
  return { snapshot: snapshot ?? await take(), session };
}
function sessionLines({ phases, stuck, why: why2, diagnostics }) {
  const times2 = Object.entries(phases).map(([phase, ms]) => `${phase} ${ms} ms`);
  return [
    `As an editor: ${times2.join(", ")}${stuck === null ? "" : `; stuck in "${stuck}": ${why2}`}`,
    ...diagnostics.slice(0, 5).map((text4) => `  ${text4}`)
  ];
}
function goplsPid(text4) {
  const pid = parseCount("--pid", text4, 2 ** 22);
  const name2 = readStat(pid)?.name;
  if (name2 === void 0) throw new UserError(`--pid ${pid}: no such process`);
  if (name2 !== "gopls") throw new UserError(`--pid ${pid}: this is ${name2}, not gopls`);
  return pid;
}
function goplsLines({ pid, debug, goroutines, delve, threads }) {
  const who = `gopls (pid ${pid})`;
  const done = goroutines.map(
    ({ does, count: count4, minutes }) => `${count4} \xD7 ${does}${minutes === 0 ? "" : ` for ${minutes} min`}`
  );
  const doing = done.join(", ") || "none waits or works";
  if (debug !== null) return [`${who}, as ${debug} tells its goroutines: ${doing}`];
  if (delve !== null && delve.why === null) return [`${who}, as delve tells its goroutines: ${doing}`];
  const asleep = Object.entries(threads).map(([wchan, count4]) => `${count4} in ${wchan === "" ? "no call" : wchan}`);
  const byThreads = `${who} has no debug pages; its threads: ${asleep.join(", ")}`;
  return delve === null ? [byThreads] : [byThreads, delve.why];
}
async function workspace2(folder) {
  const whole2 = (0, import_node_path38.resolve)(folder);
  const refused = await Promise.race([folderRefusal(whole2), late()]);
  if (refused !== null) throw new UserError(`${folder}: ${refused}`);
  return whole2;
}
function late() {
  return new Promise((done) => setTimeout(() => done(null), 1e3).unref());
}
var import_node_path38, import_picocolors3;
var init_run_doctor = __esm({
  "src/cli/run-doctor.ts"() {
    "use strict";
    import_node_path38 = require("node:path");
    import_picocolors3 = __toESM(require_picocolors(), 1);
    init_attach_delve();
    init_diagnose();
    init_doctor_text();
    init_draw_tree();
    init_look_at_gopls();
    init_parse_snapshot();
    init_take_snapshot();
    init_errors();
    init_stat();
    init_folder_refusal();
    init_judge_log();
    init_output();
    init_parse_count();
    init_read_stored();
    init_result_files();
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

// src/package-root.ts
function packageRoot() {
  let folder = (0, import_node_path39.dirname)((0, import_node_url4.fileURLToPath)(__url));
  while (!(0, import_node_fs21.existsSync)((0, import_node_path39.join)(folder, "package.json"))) {
    const parent = (0, import_node_path39.dirname)(folder);
    if (parent === folder) throw new Error("unlatch lies outside its package: dist/ and docker/ belong together");
    folder = parent;
  }
  return folder;
}
var import_node_fs21, import_node_path39, import_node_url4;
var init_package_root = __esm({
  "src/package-root.ts"() {
    "use strict";
    import_node_fs21 = require("node:fs");
    import_node_path39 = require("node:path");
    import_node_url4 = require("node:url");
  }
});

// src/go/provision-faultfs.ts
async function provisionFaultfs(context) {
  const store = storeDir(context.env);
  const { arch } = hostPlatform();
  const folder = (0, import_node_path40.join)(packageRoot(), "docker/faultfs");
  const texts = await Promise.all(sources.map((name2) => (0, import_promises28.readFile)((0, import_node_path40.join)(folder, name2))));
  const hash = (0, import_node_crypto7.createHash)("sha256").update(Buffer.concat(texts)).digest("hex").slice(0, 12);
  const check2 = async (dir) => {
    const path = (0, import_node_path40.join)(dir, "faultfs");
    try {
      await (0, import_promises28.access)(path);
      return path;
    } catch (error) {
      if (["ENOENT", "ENOTDIR", "EACCES"].includes(errnoOf(error) ?? "")) return null;
      throw error;
    }
  };
  return await install({
    store,
    place: `faultfs/${hash}-linux-${arch}`,
    what: "faultfs",
    check: check2,
    build: async (made, scratch) => {
      const source = (0, import_node_path40.join)(scratch, "source");
      await (0, import_promises28.cp)(folder, source, { recursive: true });
      await (0, import_promises28.mkdir)((0, import_node_path40.join)(scratch, "tmp"));
      const go = await provisionGo(await resolveGoVersion("stable", { ...context, prefer: "matrix" }), context);
      const { GOROOT: _goroot, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = context.env;
      const result = await runGo(
        (0, import_node_path40.join)(go.goroot, "bin/go"),
        ["build", "-v", "-ldflags=-s -w", "-o", (0, import_node_path40.join)(scratch, "faultfs"), "."],
        {
          cwd: source,
          signal: context.signal,
          silentMs: context.network?.silentMs,
          env: {
            ...rest,
            GOPATH: (0, import_node_path40.join)(scratch, "gopath"),
            GOMODCACHE: (0, import_node_path40.join)(store, "build", "modcache"),
            GOCACHE: (0, import_node_path40.join)(store, "build", "gocache"),
            GOTMPDIR: (0, import_node_path40.join)(scratch, "tmp"),
            GOOS: "linux",
            GOARCH: arch,
            GOTOOLCHAIN: "local",
            GO111MODULE: "on",
            GOWORK: "off",
            GOPROXY: await moduleProxy(context),
            GOFLAGS: "-trimpath -modcacherw",
            CGO_ENABLED: "0"
          }
        }
      );
      if (result.code !== 0) {
        throw new HarnessError(`faultfs could not be built with go ${go.version}: ${whyFailed(result, 3)}`, {
          cause: result.error
        });
      }
      await (0, import_promises28.copyFile)((0, import_node_path40.join)(scratch, "faultfs"), (0, import_node_path40.join)(made, "faultfs"));
      await (0, import_promises28.chmod)((0, import_node_path40.join)(made, "faultfs"), 493);
    }
  });
}
var import_node_crypto7, import_promises28, import_node_path40, sources;
var init_provision_faultfs = __esm({
  "src/go/provision-faultfs.ts"() {
    "use strict";
    import_node_crypto7 = require("node:crypto");
    import_promises28 = require("node:fs/promises");
    import_node_path40 = require("node:path");
    init_errors();
    init_package_root();
    init_platform();
    init_provision_go();
    init_provision_gopls();
    init_run_go();
    init_store();
    init_versions2();
    sources = ["main.go", "go.mod", "go.sum"];
  }
});

// src/lab/driver-files.ts
function driverFiles(needs, faultfs) {
  const names4 = needs.includes("node") ? [...driver, ...programs] : driver;
  const files = new Map(names4.map((name2) => [name2.replace(/^\w+/, "trial"), contentOf(name2)]));
  if (faultfs !== null) files.set("trial/faultfs", contentOf(faultfs));
  return files;
}
function contentOf(name2) {
  const known = read3.get(name2) ?? (0, import_node_fs22.readFileSync)((0, import_node_path41.resolve)(packageRoot(), name2));
  read3.set(name2, known);
  return known;
}
var import_node_fs22, import_node_path41, driver, programs, read3;
var init_driver_files = __esm({
  "src/lab/driver-files.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    import_node_path41 = require("node:path");
    init_package_root();
    driver = ["docker/trial.sh", "docker/worker.sh", "docker/words.sh"];
    programs = ["dist/doctor.cjs", "dist/editor.cjs", "dist/proxy.cjs"];
    read3 = /* @__PURE__ */ new Map();
  }
});

// src/trace/lock-uses.ts
function lockUses(logs, endUs) {
  const slackUs = Math.max(slackAtLeastUs, ...logs.map(({ delay }) => 2 * delay.maxUs));
  const processes = logs.flatMap((log) => log.processes);
  const { uses, unexplained } = takeAndRelease(logs.flatMap((log) => log.flocks));
  const heldTwice = [];
  for (const [file2, ofFile] of groupBy(uses, (use) => plainName(use.file))) {
    settle(ofFile, processes, slackUs);
    if (meet(ofFile, endUs)) heldTwice.push(file2);
  }
  const gaps = unexplained === 0 ? [] : [`${unexplained} unlocked what nobody was seen to lock`];
  return { uses: uses.map((use) => whole(use, endUs, slackUs)), heldTwice, gaps };
}
function whole({ owner, fd, caller, overlaps, ...use }, endUs, slackUs) {
  const untilUs = use.takenUs ?? caller.endedUs ?? endUs;
  const heldBy2 = [...groupBy(overlaps, (other) => other.owner)].map(([{ pid, command: command2 }, ofHolder]) => ({
    pid,
    command: command2,
    us: ofHolder.map(
      ({ takenUs, releasedUs }) => Math.min(untilUs, releasedUs ?? endUs) - Math.max(use.askedUs, takenUs ?? endUs)
    ).reduce((sum, us) => sum + Math.max(0, us), 0)
  })).filter(({ us }) => us > 0).sort((a, b) => b.us - a.us);
  const waits2 = use.takenUs !== null || use.end === "waiting";
  const waited = waits2 && (heldBy2.length > 0 || untilUs - use.askedUs > slackUs);
  return { ...use, pid: owner.pid, command: owner.command, waited, heldBy: waited ? heldBy2 : [] };
}
function takeAndRelease(calls2) {
  const uses = [];
  const seen2 = /* @__PURE__ */ new Set();
  let unexplained = 0;
  const held2 = /* @__PURE__ */ new Map();
  for (const call of inOrderOfEffect(calls2)) {
    if (call.file === null) continue;
    const owner = ownerOf2(call);
    const descriptors = held2.get(owner) ?? /* @__PURE__ */ new Map();
    held2.set(owner, descriptors);
    const before = descriptors.get(call.fd);
    if (call.wants === "unlock") {
      const use2 = before ?? inherited(call, owner, held2);
      if (use2 === void 0 && !seen2.has(plainName(call.file))) unexplained += 1;
      if (use2 === void 0 || call.errno !== null) continue;
      use2.releasedUs = call.askedUs;
      use2.end = "unlocked";
      held2.get(use2.owner)?.delete(call.fd);
      continue;
    }
    const use = {
      file: call.file,
      mode: call.wants,
      askedUs: call.askedUs,
      takenUs: null,
      releasedUs: null,
      end: call.errno === null ? "waiting" : call.errno === "EAGAIN" ? "refused" : "failed",
      errno: call.errno,
      perhapsKeptBy: [],
      owner,
      fd: call.fd,
      caller: call.process,
      overlaps: []
    };
    uses.push(use);
    seen2.add(plainName(call.file));
    const other = before !== void 0 && plainName(before.file) !== plainName(call.file);
    const granted = call.errno === null && call.answeredUs !== null;
    if (before !== void 0 && (other || granted)) {
      before.releasedUs = call.askedUs;
      before.end = other || before.mode === call.wants ? "closed" : "unlocked";
      descriptors.delete(call.fd);
    }
    if (!granted) continue;
    use.takenUs = call.answeredUs;
    use.end = "held";
    descriptors.set(call.fd, use);
  }
  return { uses: uses.sort((a, b) => a.askedUs - b.askedUs), unexplained };
}
function inOrderOfEffect(calls2) {
  const effectUs = ({ wants, askedUs, answeredUs }) => wants === "unlock" ? askedUs : answeredUs ?? Number.POSITIVE_INFINITY;
  return [...calls2].sort((a, b) => effectUs(a) < effectUs(b) ? -1 : effectUs(a) > effectUs(b) ? 1 : 0);
}
function ownerOf2({ process: process3, fd }) {
  const [program3 = "", ...args] = process3.args;
  const onNumber = /(^|\/)flock$/.test(program3) && args.at(-1) === String(fd);
  return onNumber && process3.parent !== null ? process3.parent : process3;
}
function inherited({ fd, file: file2 }, owner, held2) {
  for (let from = owner.parent; from !== null; from = from.parent) {
    const use = held2.get(from)?.get(fd);
    if (use !== void 0 && plainName(use.file) === plainName(file2 ?? "")) return use;
  }
  return void 0;
}
function settle(ofFile, processes, slackUs) {
  const taken = ofFile.filter(({ takenUs }) => takenUs !== null).sort((a, b) => (a.takenUs ?? 0) - (b.takenUs ?? 0));
  taken.forEach((use, index) => {
    if (use.end !== "held" && use.end !== "closed") return;
    const { owner } = use;
    const next = taken.slice(index + 1).find((other) => excludes(use, other));
    const nextUs = next?.takenUs ?? Number.POSITIVE_INFINITY;
    const diedUs = owner.endedUs ?? Number.POSITIVE_INFINITY;
    if (use.end === "closed" || nextUs < diedUs - slackUs) {
      use.releasedUs = Math.min(use.releasedUs ?? Number.POSITIVE_INFINITY, nextUs);
      use.end = "closed";
      return;
    }
    if (owner.endedUs === null) return;
    const keepers = processes.filter(
      (other) => isBelow2(other, owner) && other.beganUs < diedUs && (other.endedUs ?? Number.POSITIVE_INFINITY) > diedUs
    );
    const kept2 = keepers.length > 0 && next !== void 0 && next.askedUs < diedUs && nextUs > diedUs + slackUs;
    use.releasedUs = kept2 ? nextUs : Math.min(diedUs, nextUs);
    use.end = kept2 ? "kept" : "process-ended";
    use.perhapsKeptBy = keepers.map(({ pid, command: command2 }) => ({ pid, command: command2 }));
  });
}
function isBelow2(process3, above) {
  for (let at2 = process3.parent; at2 !== null; at2 = at2.parent) if (at2 === above) return true;
  return false;
}
function excludes(a, b) {
  return (a.owner !== b.owner || a.fd !== b.fd) && (a.mode === "exclusive" || b.mode === "exclusive");
}
function meet(ofFile, endUs) {
  const moments = ofFile.flatMap(
    (use) => {
      if (use.end === "refused" || use.end === "failed") return [];
      const asked = { atUs: use.askedUs, order: 1, act: () => ask(use) };
      if (use.takenUs === null) return [asked];
      return [
        asked,
        { atUs: use.takenUs, order: 2, act: () => take(use) },
        { atUs: use.releasedUs ?? endUs, order: 0, act: () => holding.delete(use) }
      ];
    }
  );
  const holding = /* @__PURE__ */ new Set();
  const waiting2 = /* @__PURE__ */ new Set();
  let twice = false;
  const ask = (use) => {
    waiting2.add(use);
    for (const holder of holding) if (excludes(use, holder)) use.overlaps.push(holder);
  };
  const take = (use) => {
    waiting2.delete(use);
    for (const holder of holding) if (excludes(use, holder) && holder.end === "unlocked") twice = true;
    for (const waiter of waiting2) if (excludes(use, waiter)) waiter.overlaps.push(use);
    if (use.releasedUs === null || use.releasedUs > (use.takenUs ?? 0)) holding.add(use);
  };
  moments.sort((a, b) => a.atUs - b.atUs || a.order - b.order);
  for (const { act } of moments) act();
  return twice;
}
function plainName(file2) {
  return file2.replace(/ \(deleted\)$/, "");
}
var slackAtLeastUs;
var init_lock_uses = __esm({
  "src/trace/lock-uses.ts"() {
    "use strict";
    init_group_by();
    slackAtLeastUs = 2e4;
  }
});

// src/trace/read-strace.ts
function straceReader() {
  const threads = /* @__PURE__ */ new Map();
  const begun = /* @__PURE__ */ new Map();
  const brokenOff = /* @__PURE__ */ new Map();
  const processes = /* @__PURE__ */ new Set();
  const flocks = [];
  const delaysUs = [];
  const unborn = /* @__PURE__ */ new Map();
  const unreturned = [];
  let main = null;
  let beganUs = null;
  let endedUs = null;
  let unreadable = 0;
  let torn = 0;
  let untimed = 0;
  const threadOf = (tid, atUs) => {
    const known = threads.get(tid);
    if (known !== void 0) return known;
    const process3 = {
      pid: tid,
      command: null,
      args: [],
      parent: null,
      beganUs: atUs,
      endedUs: null,
      endedHow: null,
      threads: 1
    };
    processes.add(process3);
    const thread2 = { process: process3 };
    threads.set(tid, thread2);
    if (main === null) main = process3;
    else unborn.set(tid, thread2);
    return thread2;
  };
  const made = (parent, tid, flags, atUs) => {
    const thread2 = unborn.get(tid) ?? threadOf(tid, atUs);
    unborn.delete(tid);
    const child = thread2.process;
    if (flags.includes("CLONE_THREAD")) {
      thread2.process = parent;
      parent.threads += child.threads;
      processes.delete(child);
      return;
    }
    child.parent = parent;
    if (child.command === null) {
      child.command = parent.command;
      child.args = parent.args;
    }
  };
  const called = (tid, text4, atUs, resumedUs) => {
    const [, name2 = "", given = "", result = "", errno, seconds, micros] = wholeCall.exec(text4) ?? [];
    if (name2 === "") {
      unreadable += 1;
      return;
    }
    const thread2 = threadOf(tid, atUs);
    if (result !== "?" && seconds === void 0 && resumedUs === null) untimed += 1;
    const tookUs = seconds === void 0 ? 0 : Number(seconds) * 1e6 + Number(micros);
    const leftUs = result === "?" && errno === void 0 ? null : resumedUs ?? atUs + tookUs;
    if (leftUs !== null) endedUs = Math.max(endedUs ?? leftUs, leftUs);
    if (instant.has(name2) && leftUs !== null) delaysUs.push(leftUs - atUs);
    if (name2 === "flock") flocked(tid, thread2, given, { askedUs: atUs, leftUs, result, errno: errno ?? null });
    else if (/^execve/.test(name2) && result === "0") {
      const args = argumentsOf(given);
      thread2.process.args = args;
      thread2.process.command = args.length === 0 ? null : masked(args.join(" "));
    } else if (/^(v?fork|clone)/.test(name2)) {
      const child = Number(result);
      const stale = threads.has(child) && !unborn.has(child);
      if (child > 0 && !stale) made(thread2.process, child, given, atUs);
      else if (stale || result === "?") unreturned.push({ thread: thread2, flags: given, atUs });
    }
  };
  const adopt = () => {
    for (const [tid, { process: process3 }] of [...unborn].sort(([, a], [, b]) => a.process.beganUs - b.process.beganUs)) {
      const possible = unreturned.filter(({ thread: thread2, atUs }) => thread2.process !== process3 && atUs <= process3.beganUs);
      const [call, ...others] = possible;
      if (call === void 0 || others.some(({ thread: thread2 }) => thread2.process !== call.thread.process)) continue;
      unreturned.splice(unreturned.indexOf(call), 1);
      made(call.thread.process, tid, call.flags, process3.beganUs);
    }
  };
  const flocked = (tid, thread2, given, call) => {
    const [, fd, path, deleted, operation] = flockArguments.exec(given) ?? [];
    const wants = operation?.includes("LOCK_EX") ? "exclusive" : operation?.includes("LOCK_SH") ? "shared" : operation?.includes("LOCK_UN") ? "unlock" : null;
    if (fd === void 0 || operation === void 0 || wants === null) {
      unreadable += 1;
      return;
    }
    const askedUs = brokenOff.get(tid) ?? call.askedUs;
    brokenOff.delete(tid);
    if (call.errno !== null && restarted.has(call.errno)) {
      brokenOff.set(tid, askedUs);
      return;
    }
    const nonBlocking = operation.includes("LOCK_NB");
    if ((wants === "unlock" || nonBlocking) && call.leftUs !== null) delaysUs.push(call.leftUs - call.askedUs);
    flocks.push({
      thread: thread2,
      fd: Number(fd),
      file: path === void 0 ? null : unescaped(path) + (deleted === void 0 ? "" : " (deleted)"),
      wants,
      nonBlocking,
      askedUs,
      answeredUs: call.result === "?" ? null : call.leftUs,
      errno: call.errno
    });
  };
  const ended3 = (tid, how, atUs) => {
    const { process: process3 } = threadOf(tid, atUs);
    const open4 = begun.get(tid);
    if (open4 !== void 0) {
      begun.delete(tid);
      called(tid, `${open4.text}) = ?`, open4.atUs, null);
    }
    threads.delete(tid);
    brokenOff.delete(tid);
    process3.threads -= 1;
    if (process3.threads > 0) return;
    process3.endedUs = atUs;
    process3.endedHow = how;
  };
  const reader = {
    rest: (text4) => {
      if (/^\d+ +[\d.]+ \w+\(/.test(text4)) reader.line(text4.includes(") ") ? text4 : `${text4} <unfinished ...>`);
      else if (text4 !== "") torn += 1;
    },
    line: (text4) => {
      if (text4 === "") return;
      const [, pid, seconds, micros, rest] = stamped.exec(text4) ?? [];
      if (pid === void 0 || rest === void 0) {
        unreadable += 1;
        return;
      }
      const tid = Number(pid);
      const atUs = Number(seconds) * 1e6 + Number(micros);
      beganUs ??= atUs;
      endedUs = Math.max(endedUs ?? atUs, atUs);
      if (rest.startsWith("--- ")) return;
      const end = /^\+\+\+ (.*) \+\+\+$/.exec(rest)?.[1];
      if (end !== void 0) {
        ended3(tid, end, atUs);
        return;
      }
      const start2 = /^(.*?),? ?<unfinished \.\.\.>$/.exec(rest)?.[1];
      if (start2 !== void 0) {
        threadOf(tid, atUs);
        begun.set(tid, { text: start2, atUs });
        return;
      }
      const resumed = /^<\.\.\. \S+ resumed>(.*)$/.exec(rest)?.[1];
      if (resumed === void 0) {
        called(tid, rest, atUs, null);
        return;
      }
      const open4 = begun.get(tid);
      begun.delete(tid);
      if (open4 === void 0) torn += 1;
      else called(tid, open4.text + resumed, open4.atUs, atUs);
    },
    main: () => main,
    end: () => {
      for (const [tid, open4] of begun) called(tid, `${open4.text}) = ?`, open4.atUs, null);
      adopt();
      return {
        flocks: flocks.map(({ thread: thread2, ...call }) => ({ ...call, process: thread2.process })).sort((a, b) => a.askedUs - b.askedUs),
        processes: [...processes],
        beganUs,
        endedUs,
        delay: delayOf(delaysUs),
        running: [...processes].filter((process3) => process3.endedUs === null),
        gaps: [
          ...unreadable === 0 ? [] : [`${count(unreadable, "line")} could not be read`],
          ...torn === 0 ? [] : [`${count(torn, "line")} without a beginning or an end`],
          ...unborn.size === 0 ? [] : [`${count(unborn.size, "process", "es")} out of nowhere: the call that made them is lost`],
          ...untimed === 0 ? [] : [`${count(untimed, "call")} without the time that they took: strace wants -T`],
          ...beganUs === null ? ["the trace is empty"] : []
        ]
      };
    }
  };
  return reader;
}
function readStrace(text4) {
  const reader = straceReader();
  const lines2 = text4.split("\n");
  const last = lines2.pop() ?? "";
  for (const line of lines2) reader.line(line);
  reader.rest(last);
  return reader.end();
}
function count(n, what, plural = "s") {
  return n === 1 ? `1 ${what}` : `${n} ${what}${plural}`;
}
function delayOf(us) {
  const sorted = [...us].sort((a, b) => a - b);
  return { calls: sorted.length, p50Us: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, maxUs: sorted.at(-1) ?? 0 };
}
function argumentsOf(given) {
  const list2 = /^(?:\d+<?.*?>?, )?"(?:[^"\\]|\\.)*"(?:\.\.\.)?, \[(.*)\]/.exec(given)?.[1] ?? "";
  return [...list2.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text4 = ""]) => unescaped(text4));
}
function unescaped(text4) {
  if (!text4.includes("\\")) return text4;
  const bytes = [];
  const named3 = { n: 10, t: 9, r: 13, v: 11, f: 12 };
  for (const [, octal, letter, plain2] of text4.matchAll(/\\([0-7]{1,3})|\\(.)|([^\\]+)/gsu)) {
    if (octal !== void 0) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (letter !== void 0) bytes.push(named3[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain2 ?? ""));
  }
  return Buffer.from(bytes).toString("utf8");
}
var instant, restarted, stamped, wholeCall, flockArguments;
var init_read_strace = __esm({
  "src/trace/read-strace.ts"() {
    "use strict";
    init_masked();
    instant = /* @__PURE__ */ new Set(["gettid", "rseq", "set_robust_list"]);
    restarted = /* @__PURE__ */ new Set(["ERESTARTSYS", "ERESTARTNOINTR", "ERESTARTNOHAND", "ERESTART_RESTARTBLOCK", "EINTR"]);
    stamped = /^(\d+) +(\d{9,11})\.(\d{6}) (.*)$/;
    wholeCall = /^(\w+|\?{3})\((.*)\) += (-?\d+|\?)(?: ([A-Z]\w+))?(?: \([^()]*\))?(?: <(?:(\d+)\.(\d{6})|unavailable)>)?$/;
    flockArguments = /^(\d+)(?:<([^>]*)>)?(\(deleted\))?, (LOCK_[A-Z_|]+)/;
  }
});

// src/lab/read-history.ts
function failedHistory(facts, harness) {
  return readHistory(facts, (name2) => name2 === "harness" ? harness : void 0);
}
function readHistory(facts, read4) {
  const { arm, cell: cell2 } = facts;
  const releaseUs = Number(read4("release") ?? Number.NaN);
  const sinceRelease = (time2) => {
    if (time2 === void 0 || time2 === "" || Number.isNaN(releaseUs)) return null;
    return Math.round((Number(time2.replace(/[.,]/, "")) - releaseUs) / 1e3);
  };
  const copies = copiesOf(arm);
  const workers = copies.map((copy) => {
    const file2 = (name2) => read4(`worker/${copy.id}/${name2}`);
    const [code, endTime] = (file2("exit") ?? "").trim().split(" ");
    const startMs = sinceRelease(file2("start"));
    const exited = code !== void 0 && code !== "";
    return {
      name: copy.worker.name,
      copy: copy.copy,
      command: copy.command,
      background: copy.worker.background === true,
      code: exited ? Number(code) : null,
      ended: exited ? "exited" : startMs === null ? "never-started" : "killed",
      stdout: tail(file2("stdout")),
      stderr: tail(file2("stderr")),
      startMs,
      endMs: exited ? sinceRelease(endTime) : null
    };
  });
  const rescueCode = read4("rescue.code");
  const ended3 = read4("ended") || void 0;
  const goVersion2 = read4("go-version");
  return {
    schema: 1,
    scenario: facts.scenario,
    arm: arm.name,
    trial: facts.trial,
    cell: { ...cell2, fs: read4("fs")?.trim() ?? cell2.fs },
    versions: goVersion2 === void 0 ? {} : { go: goVersion2.trim() },
    ended: ended3 === "done" || ended3 === "until" ? ended3 : "deadline",
    rescue: rescueCode === void 0 ? null : { code: Number(rescueCode), atMs: sinceRelease(read4("rescue.at")) ?? 0, output: tail(read4("rescue.output")) },
    workers,
    faults: faultResults(arm, read4),
    probes: Object.keys(arm.scenario.probes ?? {}).map(
      (name2) => ({
        name: name2,
        code: Number(read4(`probe/${name2}.code`) || "-1"),
        stdout: tail(read4(`probe/${name2}`))
      })
    ),
    locks: arm.scenario.trace === true ? locksOf2(arm, read4, releaseUs) : null,
    harness: read4("harness") ?? (ended3 === void 0 ? `the trial left no result: ${tail(read4("driver")).trim() || "nothing was written; is the disk full?"}` : null),
    // A doctor that was to run and left no word has found nothing.
    doctor: arm.scenario.finding === void 0 ? null : doctorReports(read4("doctor") ?? ""),
    ms: facts.ms
  };
}
function faultResults(arm, read4) {
  const ofSandbox = holdsOf(arm).map(
    (fault2, index) => ({ name: fault2.name, worker: null, ...fault2.count(read4(`hold/${index}`) ?? "") })
  );
  const ofWorkers = copiesOf(arm).flatMap(
    ({ id, fault: fault2 }) => fault2 === null ? [] : [{ name: fault2.name, worker: id, ...fault2.count(read4(`worker/${id}/fault`) ?? "") }]
  );
  return [...ofSandbox, ...ofWorkers];
}
function locksOf2(arm, read4, releaseUs) {
  const lab = read4("lab") ?? "";
  const logs = copiesOf(arm).map(({ id }) => ({ id, log: readStrace(read4(`worker/${id}/trace`) ?? "") }));
  const workerOf = new Map(logs.flatMap(({ id, log }) => log.processes.map(({ pid }) => [pid, id])));
  const endUs = Math.max(Number(read4("end") ?? 0), ...logs.map(({ log }) => log.endedUs ?? 0));
  const { uses, gaps, heldTwice } = lockUses(
    logs.map(({ log }) => log),
    endUs
  );
  const below = (file2) => lab !== "" && file2.startsWith(`${lab}/`) ? `$LAB${file2.slice(lab.length)}` : file2;
  const since = (us) => Math.round(us - releaseUs) / 1e3;
  return {
    uses: uses.map(({ askedUs, takenUs, releasedUs, heldBy: heldBy2, command: command2, perhapsKeptBy, ...use }) => ({
      worker: workerOf.get(use.pid) ?? "",
      ...use,
      file: below(use.file),
      askedMs: since(askedUs),
      takenMs: takenUs === null ? null : since(takenUs),
      releasedMs: releasedUs === null ? null : since(releasedUs),
      heldBy: heldBy2.map(({ pid, us }) => ({ worker: workerOf.get(pid) ?? "", pid, ms: us / 1e3 }))
    })),
    endMs: since(endUs),
    gaps: [...logs.flatMap(({ id, log }) => log.gaps.map((gap) => `${id}: ${gap}`)), ...gaps],
    heldTwice: heldTwice.map(below)
  };
}
function doctorReports(lines2) {
  return lines2.split("\n").slice(0, -1).map((line) => JSON.parse(line));
}
function tail(text4) {
  if (text4 === void 0) return "";
  return text4.length <= outputLimit3 ? text4 : `[\u2026 ${text4.length - outputLimit3} characters left out]
${text4.slice(-outputLimit3)}`;
}
var outputLimit3;
var init_read_history = __esm({
  "src/lab/read-history.ts"() {
    "use strict";
    init_lock_uses();
    init_read_strace();
    init_sandbox_files();
    outputLimit3 = 16384;
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
      const files = new Map([
        ...sandboxFiles(arm, deadlineMs),
        ...driverFiles(capabilities, usesFaultfs(arm) ? request.faultfs : null)
      ]);
      const sandbox = __using(_stack, await runtime.open({ toolchain, root: arm.scenario.user === "root", capabilities }), true);
      const read4 = await sandbox.run(files, 2 * deadlineMs + graceMs2, signal);
      return readHistory(facts(), read4);
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
var graceMs2;
var init_trial = __esm({
  "src/lab/trial.ts"() {
    "use strict";
    init_errors();
    init_driver_files();
    init_read_history();
    init_sandbox_files();
    graceMs2 = 6e4;
  }
});

// src/lab/run.ts
async function run(request) {
  const { cells, listen: listen2, signal } = request;
  const reports = /* @__PURE__ */ new Map();
  const skip = async (cell2, reason) => {
    const report5 = skippedCell(cell2, request.runtime.name, reason);
    reports.set(cell2, report5);
    listen2({ kind: "cell", report: report5 });
  };
  listen2({
    kind: "planned",
    cells: cells.length,
    trials: cells.reduce((sum, cell2) => sum + plannedTrials(request, cell2), 0)
  });
  const toolchains = await makeReady(request);
  const faultfs = await makeFaultfs(request);
  const judged = async (cell2, limit) => {
    signal.throwIfAborted();
    const missing = await missingFor(request.runtime, cell2.scenario) ?? toolchains.missing.get(keyOf2(cell2)) ?? (mountsFaultfs(cell2.scenario) ? faultfs.missing : void 0);
    if (missing !== void 0) {
      listen2({ kind: "dropped", trials: plannedTrials(request, cell2), why: missing });
      return await skip(cell2, missing);
    }
    const toolchain = toolchains.ready.get(keyOf2(cell2));
    if (toolchain === void 0) throw new Error(`no toolchain for ${keyOf2(cell2)}`);
    const report5 = await runCell(request, cell2, toolchain, faultfs.path, limit);
    signal.throwIfAborted();
    reports.set(cell2, report5);
    listen2({ kind: "cell", report: report5 });
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
    host: { kernel: (0, import_node_os11.release)(), docker: request.runtime.engine },
    cells: cells.flatMap((cell2) => reports.get(cell2) ?? [])
  };
}
async function allSettledOrThrow(tasks) {
  const failed = (await Promise.allSettled(tasks)).find((result) => result.status === "rejected");
  if (failed !== void 0) throw failed.reason;
}
function keyOf2({ go, gopls }) {
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
  const wanted3 = new Map(request.cells.map((cell2) => [keyOf2(cell2), cell2]));
  let failure;
  for (const [key, cell2] of wanted3) {
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
function mountsFaultfs(scenario) {
  const arms = [null, ...Object.keys(scenario.mitigations ?? {})];
  return arms.some((name2) => usesFaultfs(armOf(scenario, name2)));
}
async function makeFaultfs(request) {
  if (!request.cells.some(({ scenario }) => mountsFaultfs(scenario))) return { path: null };
  if (request.faultfs === void 0) return { path: null, missing: "faultfs is not built here" };
  try {
    request.listen({ kind: "preparing", what: "faultfs" });
    return { path: await request.faultfs(request.signal) };
  } catch (error) {
    request.signal.throwIfAborted();
    if (!(error instanceof HarnessError)) throw error;
    return { path: null, missing: messageOf(error) };
  }
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
async function runCell(request, cell2, toolchain, faultfs, limit) {
  const { listen: listen2, signal } = request;
  const begin = performance.now();
  const trials = [];
  const runArm = async (name2) => {
    let shown = false;
    const numbers = Array.from({ length: trialsOf(request, cell2.scenario) }, (_, index) => index + 1);
    const tasks = numbers.map(
      (trial) => limit(async () => {
        signal.throwIfAborted();
        listen2({ kind: "trial-started", scenario: cell2.id });
        const history = await runTrial({
          runtime: request.runtime,
          toolchain,
          faultfs,
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
        listen2({ kind: "trial", history, finding: judged.finding, hits: hitsOf(history), showOutput });
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
    if (dropped > 0) listen2({ kind: "dropped", trials: dropped, why: "the baseline did not show the symptom" });
  }
  return assembleCell(cell2, trials, Math.round(performance.now() - begin));
}
var import_node_os11;
var init_run = __esm({
  "src/lab/run.ts"() {
    "use strict";
    import_node_os11 = require("node:os");
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
  const reasons2 = [];
  for (const host of await candidates(env2)) {
    const hung = AbortSignal.timeout(patienceMs6);
    try {
      const docker = new import_dockerode.default(host === void 0 ? {} : { socketPath: host });
      const version = docker.version.bind(docker);
      const { Version } = await version({ abortSignal: AbortSignal.any([signal, hung]) });
      return { docker, version: Version };
    } catch (error) {
      signal.throwIfAborted();
      const why2 = hung.aborted ? `no answer within ${patienceMs6 / 1e3} s` : refusal(error);
      reasons2.push(`${host ?? env2["DOCKER_HOST"]}: ${why2}`);
    }
  }
  return { reason: reasons2.join("; ") };
}
function refusal(error) {
  const message2 = messageOf(error);
  return errnoOf(error) === "EACCES" ? `${message2}; this user may not use it (the group docker may)` : message2;
}
async function candidates(env2) {
  if (env2["DOCKER_HOST"] !== void 0 && env2["DOCKER_HOST"] !== "") return [void 0];
  const config = env2["DOCKER_CONFIG"] ?? (0, import_node_path42.join)((0, import_node_os12.homedir)(), ".docker");
  const context = await contextSocket(config, env2["DOCKER_CONTEXT"]);
  return [...context === null ? [] : [context], "/var/run/docker.sock", (0, import_node_path42.join)((0, import_node_os12.homedir)(), ".docker/run/docker.sock")];
}
async function contextSocket(config, chosen) {
  const name2 = chosen ?? (await readJson((0, import_node_path42.join)(config, "config.json")))?.currentContext;
  if (name2 === void 0 || name2 === "default") return null;
  const id = (0, import_node_crypto8.createHash)("sha256").update(name2).digest("hex");
  const host = (await readJson((0, import_node_path42.join)(config, "contexts/meta", id, "meta.json")))?.Endpoints?.docker?.Host;
  return host?.startsWith("unix://") === true ? host.slice("unix://".length) : null;
}
async function readJson(path) {
  try {
    return JSON.parse(await (0, import_promises29.readFile)(path, "utf8"));
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}
var import_node_crypto8, import_promises29, import_node_os12, import_node_path42, import_dockerode, patienceMs6;
var init_engine = __esm({
  "src/lab/runtime/engine.ts"() {
    "use strict";
    import_node_crypto8 = require("node:crypto");
    import_promises29 = require("node:fs/promises");
    import_node_os12 = require("node:os");
    import_node_path42 = require("node:path");
    import_dockerode = __toESM(require("./dockerode.cjs"), 1);
    init_errors();
    patienceMs6 = 1e4;
  }
});

// src/lab/runtime/administers.ts
function administers(capabilities) {
  return capabilities.some((capability) => ["mount", "fuse", "pidns"].includes(capability));
}
var init_administers = __esm({
  "src/lab/runtime/administers.ts"() {
    "use strict";
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
function succeeds(command2, args) {
  return (0, import_node_child_process7.spawnSync)(command2, args, { stdio: "ignore" }).status === 0;
}
function isolates(isolation) {
  if (isolation === "marker") return true;
  const [command2 = "false", ...args] = isolation === "bubblewrap" ? bubblewrap(null, false) : unshared(false);
  return succeeds(command2, [...args, "true"]);
}
function missingFuse(isolation) {
  if (isolation === "marker") return "no mount namespace can be had";
  if (!succeeds("bindfs", ["--version"])) return "bindfs is not installed";
  const [command2 = "false", ...args] = isolation === "bubblewrap" ? bubblewrap(null, true) : unshared(true);
  const script = "mount -t tmpfs unlatch /sys && mkdir /sys/a /sys/b && bindfs /sys/a /sys/b && test -w /sys/b/.";
  return succeeds(command2, [...args, "sh", "-c", script]) ? null : "FUSE may not be mounted here (/dev/fuse)";
}
function missingMount(isolation) {
  if (isolation === "marker") return "no mount namespace can be had";
  const [command2 = "false", ...args] = isolation === "bubblewrap" ? bubblewrap(null, true) : unshared(true);
  return succeeds(command2, [...args, "mount", "-t", "tmpfs", "unlatch", "/sys"]) ? null : "nothing may be mounted within a sandbox";
}
function missingPidns(isolation) {
  if (isolation === "marker") return "no PID namespace can be had";
  const [command2 = "false", ...args] = isolation === "bubblewrap" ? bubblewrap(null, true) : unshared(true);
  return succeeds(command2, [...args, ...apart.split(" "), "true"]) ? null : "no PID namespace can be had within a sandbox";
}
function missingOnHost(capability, isolation) {
  switch (capability) {
    case "ptrace":
      if (!succeeds("strace", ["--version"])) return "strace is not installed";
      return succeeds("strace", ["-f", "--seccomp-bpf", "-qq", "-e", "trace=flock", "-o", "/dev/null", "true"]) ? null : "strace may not trace here (ptrace is forbidden)";
    case "procfs":
      return succeeds("test", ["-r", "/proc/self/fdinfo/0", "-a", "-r", "/proc/self/wchan"]) ? null : "/proc does not show locks";
    case "mount":
      return missingMount(isolation);
    case "fuse":
      return missingFuse(isolation);
    case "pidns":
      return missingPidns(isolation);
    case "node":
      return null;
    case "netns":
      return isolation === "marker" ? "no network namespace can be had" : null;
    case "memory":
      return "no limit of memory of its own can be had on the host";
    case "root":
      return isolation === "bubblewrap" ? null : "a root of its own needs bubblewrap";
  }
}
function bubblewrap(bound, admin) {
  const uid2 = bound?.asRoot === true ? "0" : process.getuid?.() === 0 ? "1000" : String(process.getuid?.() ?? 1e3);
  const user2 = ["--unshare-user", "--uid", uid2, "--gid", uid2];
  const places = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"];
  const fuse = admin ? ["--dev-bind-try", "/dev/fuse", "/dev/fuse", "--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN"] : [];
  const binds = bound === null ? [] : [
    ...bound.visible.flatMap((path) => ["--ro-bind", path, path]),
    ...["--bind", bound.root, bound.root, "--info-fd", String(infoFd)]
  ];
  const spaces = [
    "--unshare-pid",
    "--unshare-net",
    "--unshare-ipc",
    "--unshare-uts",
    "--die-with-parent",
    "--new-session"
  ];
  return ["bwrap", ...user2, ...spaces, ...places, ...fuse, ...binds, "--", ...admin ? ["unshare", "--mount"] : []];
}
function unshared(admin) {
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
  const kept2 = admin ? "-all,+sys_admin" : "-all";
  const script = `ip link set lo up && exec setpriv --no-new-privs --bounding-set ${kept2} --inh-caps -all "$@"`;
  return ["unshare", ...spaces, "sh", "-c", script, "-"];
}
async function openSandbox(needs, isolation, options) {
  const name2 = `unlatch-${options.keep ? "kept-" : ""}${process.pid}-`;
  const root = await (0, import_promises30.mkdtemp)((0, import_node_path43.join)(temporary2(), name2)).catch(noRoom);
  let child;
  let info = "";
  return {
    run: async (files, limitMs, signal) => {
      await writeFiles(root, files).catch(noRoom);
      const gopls = needs.toolchain.gopls;
      const visible = [
        needs.toolchain.go.goroot,
        (0, import_node_path43.dirname)(process.execPath),
        ...gopls === null ? [] : [(0, import_node_path43.dirname)(gopls.path)]
      ];
      const admin = administers(needs.capabilities);
      const prefix = isolation === "bubblewrap" ? bubblewrap({ root, visible, asRoot: needs.root }, admin) : isolation === "unshare" ? unshared(admin) : ["env"];
      const [command2 = "env", ...args] = [...prefix, "bash", (0, import_node_path43.join)(root, "trial/trial.sh")];
      const path = options.env["PATH"] ?? "/usr/bin:/bin";
      const bins = [(0, import_node_path43.join)(needs.toolchain.go.goroot, "bin"), ...gopls === null ? [] : [(0, import_node_path43.dirname)(gopls.path)]];
      const env2 = { PATH: path, GOROOT_BIN: bins.join(":"), NODE: process.execPath, [marker3]: root };
      for (let begun = 1; ; begun++) {
        child = (0, import_node_child_process7.spawn)(command2, args, { env: env2, stdio: ["ignore", "ignore", "pipe", "pipe"], cwd: root });
        info = "";
        child.stdio[infoFd]?.on("data", (data) => {
          info += data;
        });
        try {
          await ended2(child, limitMs, signal);
          break;
        } catch (error) {
          if (begun === mostBeginnings || !mountVanished.test(messageOf(error))) throw error;
        }
      }
      return (name3) => readTail((0, import_node_path43.join)(root, "out", name3), name3.endsWith("/trace") ? traceLimit : readLimit);
    },
    [Symbol.asyncDispose]: async () => {
      if (child !== void 0 && child.exitCode === null && child.signalCode === null) {
        const exit = new Promise((resolve11) => child?.once("exit", resolve11));
        child.kill("SIGKILL");
        await exit;
      }
      if (isolation === "marker") await endMarked(root);
      if (isolation === "bubblewrap") await emptied(info);
      if (options.keep) options.tell(`kept: ${root}`);
      else await removeTree2(root);
    }
  };
}
async function emptied(info) {
  const [, first] = /"child-pid": (\d+)/.exec(info) ?? [];
  const limit = performance.now() + 1e4;
  while (first !== void 0 && isAlive(Number(first)) && performance.now() < limit) await (0, import_promises31.setTimeout)(2);
}
function ended2(child, limitMs, signal) {
  return new Promise((resolve11, reject) => {
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text4) => {
      said = (said + text4).slice(-2e3);
    });
    const stop2 = (why2) => {
      child.kill("SIGKILL");
      reject(new HarnessError(why2));
    };
    const timer = setTimeout(() => stop2(`the driver did not end within ${limitMs} ms`), limitMs);
    const interrupted = () => stop2("interrupted");
    if (signal.aborted) interrupted();
    signal.addEventListener("abort", interrupted, { once: true });
    const settle2 = (act) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupted);
      act();
    };
    child.once("error", (cause) => settle2(() => reject(new HarnessError("the sandbox did not start", { cause }))));
    child.once(
      "exit",
      (code, by) => settle2(
        () => code === 0 ? resolve11() : reject(new HarnessError(`the driver ended with ${code ?? by}: ${said.trim()}`))
      )
    );
  });
}
async function writeFiles(root, files) {
  const folders2 = new Set([...files.keys()].map((name2) => name2.endsWith("/") ? name2 : (0, import_node_path43.dirname)(name2)));
  for (const folder of folders2) await (0, import_promises30.mkdir)((0, import_node_path43.join)(root, folder), { recursive: true });
  const writing = await Promise.allSettled(
    [...files].filter(([name2]) => !name2.endsWith("/")).map(([name2, data]) => (0, import_promises30.writeFile)((0, import_node_path43.join)(root, name2), data))
  );
  for (const result of writing) if (result.status === "rejected") throw result.reason;
}
function readTail(path, limit) {
  let file2;
  try {
    file2 = (0, import_node_fs23.openSync)(path, "r");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return void 0;
    throw error;
  }
  try {
    const { size: size2 } = (0, import_node_fs23.fstatSync)(file2);
    const buffer = Buffer.alloc(Math.min(size2, limit));
    const length = (0, import_node_fs23.readSync)(file2, buffer, 0, buffer.length, size2 - buffer.length);
    return buffer.toString("utf8", 0, length);
  } finally {
    (0, import_node_fs23.closeSync)(file2);
  }
}
async function endMarked(root) {
  for (let found = true; found; ) {
    found = false;
    for (const name2 of await (0, import_promises30.readdir)("/proc")) {
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
    return (await (0, import_promises30.readFile)(`/proc/${pid}/environ`, "utf8")).split("\0").includes(`${marker3}=${root}`);
  } catch (error) {
    if (["ENOENT", "ESRCH", "EACCES", "EPERM"].includes(errnoOf(error) ?? "")) return false;
    throw error;
  }
}
async function removeTree2(root) {
  await makeWritable(root);
  await (0, import_promises30.rm)(root, { recursive: true, force: true });
}
async function makeWritable(folder) {
  try {
    await (0, import_promises30.chmod)(folder, 448);
    for (const entry2 of await (0, import_promises30.readdir)(folder, { withFileTypes: true })) {
      if (entry2.isDirectory()) await makeWritable((0, import_node_path43.join)(folder, entry2.name));
    }
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
}
function temporary2() {
  return (0, import_node_path43.resolve)((0, import_node_os13.tmpdir)());
}
async function checkTemporary() {
  try {
    await (0, import_promises30.access)(temporary2(), import_node_fs23.constants.R_OK | import_node_fs23.constants.W_OK | import_node_fs23.constants.X_OK);
    if ((await (0, import_promises30.stat)(temporary2())).isDirectory()) return;
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    const why2 = errnoOf(error) === "ENOENT" ? "is not there" : `cannot be used (${errnoOf(error)})`;
    throw new UserError(`TMPDIR ${temporary2()} ${why2}; set it to a folder that can be written`, { cause: error });
  }
  throw new UserError(`TMPDIR ${temporary2()} is no folder; set it to one that can be written`);
}
function noRoom(error) {
  if (errnoOf(error) !== "ENOSPC" && errnoOf(error) !== "EDQUOT") throw error;
  throw new HarnessError(
    `the disk of ${temporary2()} is full; free some space there, or set TMPDIR to a folder on another disk`,
    { cause: error }
  );
}
async function sweepLeftovers() {
  for (const name2 of await (0, import_promises30.readdir)(temporary2())) {
    const [, kept2, pid] = /^unlatch-(kept-)?(\d+)-\w{6}$/.exec(name2) ?? [];
    if (pid === void 0 || isAlive(Number(pid))) continue;
    const root = (0, import_node_path43.join)(temporary2(), name2);
    if (!await isOurs(root)) continue;
    await endMarked(root);
    if (kept2 === void 0) await removeTree2(root);
  }
}
async function isOurs(folder) {
  try {
    return (await (0, import_promises30.lstat)(folder)).uid === process.getuid?.();
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    return false;
  }
}
var import_node_child_process7, import_node_fs23, import_promises30, import_node_os13, import_node_path43, import_promises31, marker3, readLimit, traceLimit, infoFd, mountVanished, mostBeginnings;
var init_host = __esm({
  "src/lab/runtime/host.ts"() {
    "use strict";
    import_node_child_process7 = require("node:child_process");
    import_node_fs23 = require("node:fs");
    import_promises30 = require("node:fs/promises");
    import_node_os13 = require("node:os");
    import_node_path43 = require("node:path");
    import_promises31 = require("node:timers/promises");
    init_errors();
    init_is_alive();
    init_apart();
    init_administers();
    marker3 = "UNLATCH_TRIAL";
    readLimit = 65536;
    traceLimit = 64 << 20;
    infoFd = 3;
    mountVanished = /: bwrap: Can't bind mount \/oldroot\/ on \/newroot\/: Unable to apply mount flags/;
    mostBeginnings = 5;
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
  const left2 = timeLeft(progress);
  const trials = progress.total === 0 ? [] : [`${progress.done}/${progress.total} trials${left2 === "" ? "" : `, ${left2}`}`];
  const running = [...groupBy(progress.running, (name2) => name2)].map(
    ([name2, { length }]) => length === 1 ? name2 : `${name2} \xD7${length}`
  );
  const preparing = progress.preparing === null ? [] : [`preparing ${progress.preparing}`];
  const text4 = [...trials, ...running.length === 0 ? [] : [running.join(", ")], ...preparing].join(" \xB7 ");
  return text4.length <= width ? text4 : `${text4.slice(0, Math.max(0, width - 1))}\u2026`;
}
function timeLeft(progress) {
  const left2 = progress.total - progress.done;
  if (progress.done < 4 || left2 <= 0) return "";
  const minutes = Math.ceil(progress.elapsedMs / progress.done * left2 / 6e4);
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
  let ended3 = false;
  return {
    follow(event) {
      if (event.kind === "trial-started") startMs ??= nowMs();
      progress = advance(progress, event);
      bar.setTotal(Math.max(progress.total, 1));
      bar.update(progress.done);
    },
    print(lines2) {
      if (ended3) output.stream.write(`${lines2}
`);
      else bars.log(`${lines2}
`);
    },
    end() {
      if (ended3) return;
      ended3 = true;
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
    init_group_by();
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
    ...history.harness === null ? [] : ["  the laboratory failed", ...quoted3(history.harness)],
    ...history.workers.flatMap(workerLines),
    ...history.rescue === null ? [] : [
      `  rescue at ${Math.round(history.rescue.atMs)} ms: exit ${history.rescue.code}`,
      ...quoted3(history.rescue.output)
    ],
    ...history.probes.flatMap((probe) => [`  probe ${probe.name}: exit ${probe.code}`, ...quoted3(probe.stdout)])
  ].join("\n");
}
function workerLines(worker2) {
  const from = worker2.startMs === null ? "" : `, ${Math.round(worker2.startMs)}\u2013${Math.round(worker2.endMs ?? worker2.startMs)} ms`;
  return [
    `  ${worker2.name}.${worker2.copy}: ${endText(worker2)}${from}`,
    ...quoted3(worker2.command, "$"),
    ...section3("stdout", worker2.stdout),
    ...section3("stderr", worker2.stderr)
  ];
}
function endText(worker2) {
  if (worker2.ended === "never-started") return "never started";
  if (worker2.ended === "killed") return worker2.background ? "ended with the others" : "ended by us";
  return `exit ${worker2.code ?? "unknown"}`;
}
function section3(name2, text4) {
  const lines2 = quoted3(text4);
  return lines2.length === 0 ? [] : [`    ${name2}`, ...lines2];
}
function quoted3(text4, mark = "\u2502") {
  const plain2 = plainText(text4).trimEnd();
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
  const palette = import_picocolors4.default.createColors(stderr.colour);
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
    finish(report5) {
      display.end();
      stdout.stream.write(verdictGrid(report5.cells, stdout.columns, import_picocolors4.default.createColors(stdout.colour)));
    },
    interrupted() {
      display.end();
      stderr.stream.write(`${interruptedLine(done.length, planned)}
`);
      if (done.length > 0) {
        stdout.stream.write(verdictGrid(done, stdout.columns, import_picocolors4.default.createColors(stdout.colour)));
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
      return `${count2(event.cells, "cell")}, ${count2(event.trials, "trial")}`;
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
      return palette.dim(`${count2(event.trials, "trial")} dropped: ${plainLine(event.why)}`);
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
function count2(n, what) {
  return `${n} ${n === 1 ? what : `${what}s`}`;
}
var import_picocolors4;
var init_terminal = __esm({
  "src/report/terminal.ts"() {
    "use strict";
    import_picocolors4 = __toESM(require_picocolors(), 1);
    init_display();
    init_outcome();
    init_plain_text();
    init_trial_lines();
    init_verdict_grid();
    init_wording();
  }
});

// src/lab/runtime/image.ts
async function labImage(docker, tell, signal) {
  const recipe = await Promise.all(
    ["Dockerfile", "base.sh"].map((name2) => (0, import_promises32.readFile)((0, import_node_path44.join)(packageRoot(), "docker", name2)))
  );
  const hash = (0, import_node_crypto9.createHash)("sha256").update(Buffer.concat(recipe)).digest("hex").slice(0, 12);
  const tag2 = `unlatch-lab:${hash}`;
  if (await exists3(docker, tag2)) return tag2;
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
  if (await exists3(docker, tag2)) return tag2;
  const name2 = gopls === null ? "go" : "gopls";
  tell(`the image with ${gopls === null ? `Go ${go.version}` : `gopls ${gopls.version}`}`);
  const context = (0, import_tar_stream2.pack)();
  context.entry({ name: "Dockerfile" }, `FROM ${parent}
COPY ${name2} /opt/${name2}
`);
  import_tar_fs.default.pack(gopls === null ? go.goroot : (0, import_node_path44.dirname)(gopls.path), {
    pack: context,
    // Everything that the go command does not read is left out: half the files.
    ignore: (path) => /\/(api|doc|misc|test|testdata)$/.test(path.slice(go.goroot.length)) && path.startsWith(go.goroot),
    map: (header) => ({ ...header, name: (0, import_node_path44.join)(name2, header.name), uid: 0, gid: 0 })
  });
  await build(docker, context, tag2, signal);
  return tag2;
}
async function exists3(docker, tag2) {
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
  for (const tag2 of [base, assembled]) if (await exists3(docker, tag2)) return tag2;
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
  const child = (0, import_node_child_process8.spawn)((0, import_node_path44.join)(packageRoot(), "docker/base.sh"), { stdio: ["ignore", "pipe", "pipe"], signal });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text4) => {
    said = (said + text4).slice(-1e3);
  });
  const exit = new Promise((resolve11, reject) => {
    child.once("error", reject);
    child.once("exit", resolve11);
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
  return new Promise((resolve11, reject) => {
    const interrupted = () => {
      signal.removeEventListener("abort", interrupted);
      if ("destroy" in stream && typeof stream.destroy === "function") stream.destroy();
      reject(new HarnessError("interrupted"));
    };
    if (signal.aborted) return interrupted();
    signal.addEventListener("abort", interrupted, { once: true });
    docker.modem.followProgress(stream, (error, events) => {
      signal.removeEventListener("abort", interrupted);
      if (error === null) resolve11(events);
      else reject(error);
    });
  });
}
var import_node_child_process8, import_node_crypto9, import_promises32, import_node_path44, import_node_stream, import_tar_fs, import_tar_stream2, label, base;
var init_image = __esm({
  "src/lab/runtime/image.ts"() {
    "use strict";
    import_node_child_process8 = require("node:child_process");
    import_node_crypto9 = require("node:crypto");
    import_promises32 = require("node:fs/promises");
    import_node_path44 = require("node:path");
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
  const run3 = (0, import_node_crypto10.randomUUID)();
  const labels = {
    [label]: options.keep ? "kept" : "trial",
    [`${label}.run`]: run3,
    [`${label}.owner`]: `${(0, import_node_os14.hostname)()}/${process.pid}`
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
    const key = keyOf3(toolchain);
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
      const image = await images.get(keyOf3(needs.toolchain));
      if (image === void 0) throw new HarnessError(`no image was prepared for ${keyOf3(needs.toolchain)}`);
      return openContainer(docker, image, labels, needs, options);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) await removeAll2(docker, [`${label}.run=${run3}`]);
    }
  };
}
function keyOf3({ go, gopls }) {
  return gopls === null ? `Go ${go.version}` : `Go ${go.version} with gopls ${gopls.version}`;
}
function hostConfig(capabilities) {
  const fuse = capabilities.includes("fuse");
  const mounts = fuse || capabilities.includes("mount");
  return {
    NetworkMode: "none",
    CapDrop: ["ALL"],
    CapAdd: administers(capabilities) ? ["SYS_ADMIN", "SETUID", "SETGID", "SETPCAP"] : [],
    Devices: fuse ? [{ PathOnHost: "/dev/fuse", PathInContainer: "/dev/fuse", CgroupPermissions: "rwm" }] : [],
    SecurityOpt: mounts ? ["no-new-privileges", "apparmor=unconfined"] : ["no-new-privileges"],
    PidsLimit: 2048,
    Memory: memoryBytes,
    // No swap besides.
    MemorySwap: memoryBytes,
    NanoCpus: 2e9
  };
}
function asWhom(needs, line) {
  const command2 = ["sh", "-c", line];
  if (needs.root) return { User: "0:0", Cmd: command2 };
  if (administers(needs.capabilities)) return { User: "0:0", Cmd: ["sh", "-c", administering, "-", ...command2] };
  return { User: user, Cmd: command2 };
}
async function openContainer(docker, image, labels, needs, options) {
  const root = rootOf(needs);
  const container = await docker.createContainer({
    Image: image,
    ...asWhom(
      needs,
      `${needs.root ? `mkdir ${root} && ` : ""}tar -xf - -C ${root} && exec bash ${root}/trial/trial.sh`
    ),
    Env: ["GOROOT_BIN=/opt/go/bin:/opt/gopls", "EMIT=1"],
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
      const read4 = await unpackTexts(output.stdout);
      if (read4.size === 0)
        throw new HarnessError(`the driver did not answer: ${output.stderr.trim() || "it printed nothing"}`);
      return (name2) => read4.get(name2);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) return await remove2(container);
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
    await (0, import_promises33.finished)(stream, { writable: false });
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
    mount: ["mkdir a && mount -t tmpfs unlatch a", "nothing may be mounted there (CAP_SYS_ADMIN)"],
    fuse: ["mkdir a b && bindfs a b && test -w b/.", "FUSE may not be mounted there (/dev/fuse, bindfs)"],
    pidns: [`${apart} true`, "no PID namespace can be had there (CAP_SYS_ADMIN)"],
    node: ["command -v node", "node is not in the image"],
    memory: [
      `cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes | grep -qx ${memoryBytes}`,
      "the engine sets no limit of memory"
    ],
    netns: ["true", "no network namespace can be had"],
    root: ["true", "root is not to be had"]
  };
  const [line, reason] = checks[capability];
  let container;
  try {
    container = await docker.createContainer({
      Image: image,
      ...asWhom({ root: capability === "root", capabilities: [capability] }, line),
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
    if (container !== void 0) await remove2(container);
  }
}
async function remove2(container) {
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
async function removeAll2(docker, labelFilters) {
  let found;
  try {
    found = await docker.listContainers({ all: true, filters: { label: [...labelFilters] } });
  } catch (error) {
    if (["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE"].includes(errnoOf(error) ?? "")) return;
    throw error;
  }
  await Promise.all(found.map(({ Id }) => remove2(docker.getContainer(Id))));
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
    if (host !== (0, import_node_os14.hostname)() || isAlive(Number(pid))) continue;
    await remove2(docker.getContainer(Id));
  }
}
var import_node_crypto10, import_node_os14, import_node_stream2, import_promises33, import_tar_stream3, rootOf, user, memoryBytes, readLimit2, uid, gid, administering;
var init_docker = __esm({
  "src/lab/runtime/docker.ts"() {
    "use strict";
    import_node_crypto10 = require("node:crypto");
    import_node_os14 = require("node:os");
    import_node_stream2 = require("node:stream");
    import_promises33 = require("node:stream/promises");
    import_tar_stream3 = require("./tar-stream.cjs");
    init_errors();
    init_is_alive();
    init_apart();
    init_administers();
    init_image();
    rootOf = (needs) => needs.root ? "/root/lab" : "/lab";
    user = "1000:1000";
    memoryBytes = 2 * 1024 ** 3;
    readLimit2 = 65536;
    [uid, gid] = user.split(":");
    administering = `{ [ ! -e /dev/fuse ] || chmod 666 /dev/fuse; } && exec setpriv --reuid ${uid} --regid ${gid} --clear-groups --inh-caps -all,+sys_admin --ambient-caps -all,+sys_admin --bounding-set -all,+sys_admin "$@"`;
  }
});

// src/cli/run-scenarios.ts
var run_scenarios_exports = {};
__export(run_scenarios_exports, {
  runScenarios: () => runScenarios
});
async function runScenarios(names4, options) {
  var _stack2 = [];
  try {
    const trials = options.trials === void 0 ? null : parseCount("--trials", options.trials, 1e4);
    const jobs = options.jobs === void 0 ? 2 * (0, import_node_os15.availableParallelism)() : parseCount("--jobs", options.jobs, 1e3);
    const deadlineMs = options.timeout === void 0 ? null : 1e3 * parseCount("--timeout", options.timeout, 86400);
    const shard = options.shard === void 0 ? null : parseShard(options.shard);
    const chosen = await namedScenarios(names4);
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
          const report6 = emptyReport();
          reporter.finish(report6);
          await writeReports(report6, options);
          return exitStatus.expected;
        }
        const runtime = __using(_stack, await chooseRuntime(options, reporter.listen, signal), true);
        const histories = historyKeeper(options.out, reporter.listen);
        const report5 = await run({
          unlatch: packageVersion(),
          cells,
          runtime,
          provision: (go, gopls) => provision(go, gopls, reporter.listen, signal),
          faultfs: () => provisionFaultfs({ env: process.env, signal, from: "store" }),
          jobs,
          trials,
          deadlineMs,
          listen: reporter.listen,
          keep: histories.keep,
          signal
        });
        reporter.finish(report5);
        await writeReports(report5, options);
        histories.throwIfFailed();
        const status = exitStatusOf(report5, { strict: options.strict === true });
        if (status !== exitStatus.expected || !nothingRan(report5)) return status;
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
  return { schema: 1, unlatch: packageVersion(), host: { kernel: (0, import_node_os15.release)(), docker: null }, cells: [] };
}
function historyKeeper(folder, listen2) {
  let failure;
  return {
    keep: async (history) => {
      if (folder === void 0 || failure !== void 0) return;
      try {
        await makeFolders(folder);
        await storeHistory(folder, history);
      } catch (error) {
        if (errnoOf(error) === void 0) throw error;
        if (failure === void 0) listen2({ kind: "note", text: `no more histories are kept: ${messageOf(error)}` });
        failure = new UserError(`--out ${folder}: not all histories could be kept`, { cause: error });
      }
    },
    throwIfFailed: () => {
      if (failure !== void 0) throw failure;
    }
  };
}
function nothingRan(report5) {
  return report5.cells.every((cell2) => cell2.skipped !== null);
}
async function selectionOf(options, shard, signal) {
  const context = { env: process.env, signal, prefer: "matrix" };
  const resolved = async (list2, resolve11) => list2 === void 0 ? null : [...new Set(await Promise.all(list2.split(",").map((text4) => resolve11(text4.trim()))))];
  return {
    full: options.full === true,
    go: await resolved(options.go, (text4) => resolveGoVersion(text4, context)),
    gopls: await resolved(options.gopls, (text4) => resolveGoplsVersion(text4, context)),
    shard
  };
}
function withChosen(matrix, selection) {
  const known = new Set(matrix.gopls.map(({ gopls }) => gopls));
  const others = (selection.gopls ?? []).filter((gopls) => !known.has(gopls));
  const go = selection.go?.at(-1) ?? matrix.go.at(-1);
  return go === void 0 ? matrix : { ...matrix, gopls: [...matrix.gopls, ...others.map((gopls) => ({ gopls, go }))] };
}
async function chooseRuntime(options, listen2, signal) {
  const tell = (text4) => listen2({ kind: "note", text: text4 });
  const keep2 = options.keep === true;
  if (options.runtime === "host") return await hostRuntime({ env: process.env, keep: keep2, tell });
  const engine = await findEngine(process.env, signal);
  if ("docker" in engine) {
    const { dockerRuntime: dockerRuntime2 } = await Promise.resolve().then(() => (init_docker(), docker_exports));
    const runtime = await dockerRuntime2({ engine, keep: keep2, tell });
    if (options.runtime === "docker") return runtime;
    try {
      await runtime.ready((what) => listen2({ kind: "preparing", what }), signal);
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
async function provision(go, gopls, listen2, signal) {
  const onProgress = ({ what, receivedBytes, totalBytes }) => {
    const share = totalBytes === null ? "" : ` ${Math.floor(100 * receivedBytes / totalBytes)} %`;
    listen2({ kind: "fetching", what: `${what}${share}` });
  };
  const context = { env: process.env, signal, onProgress, from: "store" };
  const found = await provisionGo(go, context);
  const server = gopls === null ? null : await provisionGopls(gopls, context);
  return { go: { version: found.version, goroot: found.goroot }, gopls: server };
}
var import_node_os15;
var init_run_scenarios = __esm({
  "src/cli/run-scenarios.ts"() {
    "use strict";
    import_node_os15 = require("node:os");
    init_errors();
    init_provision_faultfs();
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

// src/trace/draw-trace.ts
function drawTrace(trace, columns, colours) {
  const { total: total2, locks, gaps, heldTwice } = trace;
  const head = total2.acquisitions === 0 ? "no lock was asked for" : `${count3(total2.acquisitions, "lock")} taken on ${count3(locks.length, "file")} in ${time(trace.ms)}; ${total2.waited} waited (contention ${total2.contention.toFixed(2)}); held for ${time(total2.holdMs.p50)} (p50), ${time(total2.holdMs.p95)} (p95), ${time(total2.holdMs.max)} at most`;
  const doubts = [...new Set(trace.uses.flatMap(doubtOf))];
  return `${[
    colours.bold(head),
    ...locks.length === 0 ? [] : ["", ...table(locks, trace.ms), "", ...timeline(trace, columns, colours)],
    ...waits(trace).map((line) => colours.yellow(line)),
    ...doubts.slice(0, 8),
    ...failures(locks),
    ...heldTwice.map(
      (file2) => colours.red(`${file2}: two held it at once: two files by one name, or a filesystem whose locks keep nobody out`)
    ),
    ...gaps.length === 0 ? [] : [colours.red(`the trace is not whole, so that locks may be missing: ${gaps.join("; ")}`)]
  ].join("\n")}
`;
}
function table(locks, endMs) {
  const shown = locks.slice(0, filesListed);
  const rows = [
    ["lock", "taken", "waited", "hold p50", "p95", "p99", "longest wait", "for"],
    ...shown.map(({ file: file2, acquisitions, waited, holdMs, longestWait }) => [
      clipped(lockName(file2), 48),
      String(acquisitions),
      String(waited),
      time(holdMs.p50),
      time(holdMs.p95),
      time(holdMs.p99),
      longestWait === null ? "" : time(waitOf(longestWait, endMs)),
      longestWait === null ? "" : holderOf(longestWait)
    ])
  ];
  const widths2 = (rows[0] ?? []).map((_, at2) => Math.max(...rows.map((row2) => row2[at2]?.length ?? 0)));
  const lines2 = rows.map(
    (row2) => row2.map(
      (cell2, at2) => at2 === 0 || at2 === row2.length - 1 ? cell2.padEnd(widths2[at2] ?? 0) : cell2.padStart(widths2[at2] ?? 0)
    ).join("  ").trimEnd()
  );
  return locks.length > shown.length ? [...lines2, `and ${count3(locks.length - shown.length, "file")} more`] : lines2;
}
function holderOf({ heldBy: [longest] }) {
  return longest === void 0 ? "somebody outside of the trace" : nameOf3(longest);
}
function timeline({ locks, uses, ms }, columns, colours) {
  const label2 = 32;
  const width = Math.max(20, Math.min(columns, 160) - label2 - 2);
  const column = (at2) => Math.min(width - 1, Math.floor(at2 / Math.max(ms, 1e-3) * width));
  const files = locks.slice(0, filesDrawn).flatMap(({ file: file2 }) => {
    const rows = [
      ...groupBy(
        uses.filter((use) => use.file === file2),
        ({ pid }) => pid
      ).values()
    ];
    const lines2 = rows.slice(0, processesDrawn).map((ofProcess) => {
      const cells = Array.from({ length: width }, () => " ");
      const fill2 = (from, to, mark) => {
        for (let at2 = column(from); at2 <= column(to); at2++) if (mark !== "." || cells[at2] === " ") cells[at2] = mark;
      };
      for (const use of ofProcess) {
        if (use.waited) fill2(use.askedMs, use.takenMs ?? ms, ".");
        if (use.takenMs !== null) fill2(use.takenMs, use.releasedMs ?? ms, use.mode === "exclusive" ? "#" : "=");
      }
      const drawn2 = cells.join("").trimEnd();
      const painted = drawn2.replace(/\.+|[#=]+/g, (run3) => run3[0] === "." ? colours.yellow(run3) : colours.green(run3));
      const [first] = ofProcess;
      return `  ${clipped(first === void 0 ? "" : nameOf3(first), label2 - 2).padEnd(label2 - 2)}  ${painted}`;
    });
    const rest = rows.length - lines2.length;
    return [
      clipped(lockName(file2), columns),
      ...lines2,
      ...rest > 0 ? [`  and ${count3(rest, "process", "es")} more`] : []
    ];
  });
  return [colours.dim(`# holds it, = shares it, . waits; a column is ${time(ms / width)}`), ...files, ""];
}
function waits({ uses, ms }) {
  return uses.filter(({ waited }) => waited).sort((a, b) => waitOf(b, ms) - waitOf(a, ms)).slice(0, 3).map((use) => {
    const holders = use.heldBy.map((holder) => `${nameOf3(holder)} for ${time(holder.ms)}`);
    const by = holders.length === 0 ? "somebody outside of the trace; `unlatch doctor` names who" : someOf(holders, 3);
    return `${nameOf3(use)} ${use.takenMs === null ? "waits" : "waited"} ${time(waitOf(use, ms))} for ${lockName(use.file)}, held by ${by}`;
  });
}
function doubtOf(use) {
  const { end, perhapsKeptBy } = use;
  if (end === "kept") {
    return [
      `${nameOf3(use)} ended with ${lockName(use.file)} held, and a process that it left kept it: ${someOf(perhapsKeptBy.map(nameOf3), 3)}`
    ];
  }
  if (end !== "process-ended" || perhapsKeptBy.length === 0) return [];
  return [
    `${nameOf3(use)} ended with ${lockName(use.file)} held; if ${someOf(perhapsKeptBy.map(nameOf3), 3)} inherited it, it was held on`
  ];
}
function failures(locks) {
  return locks.flatMap(
    ({ file: file2, failed }) => Object.entries(failed).map(([errno, times2]) => `${lockName(file2)}: ${count3(times2, "lock")} failed with ${errno}`)
  );
}
function nameOf3({ pid, command: command2 }) {
  return command2 === null ? `pid ${pid}` : `${pid} ${clipped(command2.replace(/^\S*\//, ""), 60)}`;
}
function someOf(names4, most) {
  const more = names4.length - most;
  return more > 0 ? `${names4.slice(0, most).join(", ")} and ${more} more` : names4.join(", ");
}
function clipped(text4, width) {
  return text4.length <= width ? text4 : `${text4.slice(0, width - 1)}\u2026`;
}
function count3(n, what, plural = "s") {
  return `${n} ${what}${n === 1 ? "" : plural}`;
}
function time(ms) {
  if (ms === null) return "-";
  if (ms < 1) return `${ms.toFixed(3)} ms`;
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1e4) return `${ms.toFixed(0)} ms`;
  return `${(ms / 1e3).toFixed(1)} s`;
}
var filesListed, filesDrawn, processesDrawn;
var init_draw_trace = __esm({
  "src/trace/draw-trace.ts"() {
    "use strict";
    init_lock_name();
    init_group_by();
    init_lock_figures();
    filesListed = 12;
    filesDrawn = 6;
    processesDrawn = 16;
  }
});

// src/trace/exceeded.ts
function exceeded({ locks, total: total2 }, { holdMs, contention }) {
  const long = holdMs === null ? [] : locks.filter(({ holdMs: { p95 } }) => p95 !== null && p95 > holdMs).sort((a, b) => (b.holdMs.p95 ?? 0) - (a.holdMs.p95 ?? 0)).map(
    ({ file: file2, holdMs: { p95 } }) => `${lockName(file2)} is held for ${p95} ms (p95; the limit is ${holdMs} ms)`
  );
  const crowded = contention === null || total2.contention <= contention ? [] : [
    `${total2.waited} of ${total2.acquisitions} acquisitions waited: ${total2.contention.toFixed(2)} (the limit is ${contention})`
  ];
  return [...long, ...crowded];
}
var init_exceeded = __esm({
  "src/trace/exceeded.ts"() {
    "use strict";
    init_lock_name();
  }
});

// src/trace/follow-log.ts
function followLog(file2) {
  const reader = straceReader();
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  const buffer = Buffer.alloc(1 << 16);
  let fd = null;
  let rest = "";
  return {
    reader,
    look: () => {
      fd ??= openOrNull(file2);
      if (fd === null) return;
      for (let length = (0, import_node_fs24.readSync)(fd, buffer); length > 0; length = (0, import_node_fs24.readSync)(fd, buffer)) {
        const lines2 = (rest + decoder.write(buffer.subarray(0, length))).split("\n");
        rest = lines2.pop() ?? "";
        for (const line of lines2) reader.line(line);
      }
    },
    end: () => {
      if (fd !== null) (0, import_node_fs24.closeSync)(fd);
      reader.rest(rest);
      return reader.end();
    }
  };
}
function openOrNull(file2) {
  try {
    return (0, import_node_fs24.openSync)(file2, "r");
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    return null;
  }
}
var import_node_fs24, import_node_string_decoder;
var init_follow_log = __esm({
  "src/trace/follow-log.ts"() {
    "use strict";
    import_node_fs24 = require("node:fs");
    import_node_string_decoder = require("node:string_decoder");
    init_errors();
    init_read_strace();
  }
});

// src/trace/lock-trace.ts
function lockTrace(logs, untilUs) {
  const times2 = logs.flatMap(({ beganUs: beganUs2, endedUs: endedUs2 }) => [beganUs2, endedUs2]).filter((us) => us !== null);
  const beganUs = Math.min(...times2.length === 0 ? [0] : times2);
  const endedUs = Math.max(untilUs ?? 0, ...times2);
  const { uses, heldTwice, gaps } = lockUses(logs, endedUs);
  const traced = uses.map((use) => sinceUs(use, beganUs));
  const endMs = msOf(endedUs - beganUs);
  const locks = [...groupBy(traced, ({ file: file2 }) => file2)].map(([file2, ofFile]) => {
    const waits2 = ofFile.filter(({ waited }) => waited);
    const longestWait = waits2.reduce(
      (longest, use) => longest === null || waitOf(use, endMs) > waitOf(longest, endMs) ? use : longest,
      null
    );
    return { file: file2, ...figuresOf(ofFile, endMs), longestWait };
  }).sort((a, b) => (b.waitMs.max ?? -1) - (a.waitMs.max ?? -1) || (b.holdMs.max ?? -1) - (a.holdMs.max ?? -1));
  const delays = logs.map(({ delay }) => delay);
  return {
    schema: 1,
    beganAt: beganUs / 1e6,
    ms: endMs,
    gaps: [.../* @__PURE__ */ new Set([...logs.flatMap((log) => log.gaps), ...gaps])],
    total: figuresOf(traced, endMs),
    locks,
    heldTwice,
    uses: traced,
    delay: {
      calls: delays.reduce((sum, { calls: calls2 }) => sum + calls2, 0),
      p50Ms: msOf(Math.max(0, ...delays.map(({ p50Us }) => p50Us))),
      maxMs: msOf(Math.max(0, ...delays.map(({ maxUs }) => maxUs)))
    }
  };
}
function sinceUs(use, beganUs) {
  const { askedUs, takenUs, releasedUs, heldBy: heldBy2, ...rest } = use;
  const since = (us) => us === null ? null : msOf(us - beganUs);
  return {
    ...rest,
    askedMs: msOf(askedUs - beganUs),
    takenMs: since(takenUs),
    releasedMs: since(releasedUs),
    heldBy: heldBy2.map(({ us, ...holder }) => ({ ...holder, ms: msOf(us) }))
  };
}
var init_lock_trace = __esm({
  "src/trace/lock-trace.ts"() {
    "use strict";
    init_group_by();
    init_lock_figures();
    init_lock_uses();
  }
});

// src/trace/run-traced.ts
function checkTracer(env2) {
  if (process.platform !== "linux") throw new UserError(`trace needs Linux, and this is ${process.platform}`);
  const [file2 = "", ...words3] = straceWords("/dev/null");
  const { error, status, stderr } = (0, import_node_child_process9.spawnSync)(file2, [...words3, "true"], { env: env2, encoding: "utf8", timeout: 2e4 });
  if (errnoOf(error) === "ENOENT") {
    throw new UserError(
      "strace is not installed; `apt-get install strace`, `dnf install strace` or `apk add strace` brings it"
    );
  }
  if (status === 0 && !/seccomp/i.test(stderr)) return;
  const said = (stderr.trim() || error?.message || `it ended with ${status}`).split("\n").slice(0, 3).join("; ");
  const hint2 = /invalid|unrecognized|unknown/i.test(said) ? "strace 5.3 or newer is needed" : "ptrace is forbidden: a container wants `--cap-add SYS_PTRACE` or another seccomp profile, kernel.yama.ptrace_scope must be below 3, and no other tracer may be at work";
  throw new UserError(`strace may not trace here (${said}); ${hint2}`);
}
async function runTraced(command2, logFile, env2) {
  const [file2 = "", ...words3] = straceWords(logFile);
  const child = (0, import_node_child_process9.spawn)(file2, [...words3, "--", ...command2], { env: env2, stdio: "inherit" });
  const log = followLog(logFile);
  const pending = [];
  const deliver = () => {
    const pid = log.reader.main()?.pid;
    if (pid === void 0) return;
    for (const name2 of pending.splice(0)) send2(pid, name2);
  };
  const forward = (name2) => {
    if ((name2 === "SIGINT" || name2 === "SIGQUIT") && inForeground()) return;
    pending.push(name2);
    log.look();
    deliver();
  };
  for (const name2 of signals) process.on(name2, forward);
  let tracer;
  try {
    tracer = await commandEnded(child, () => {
      log.look();
      deliver();
      return log.reader.main()?.endedUs != null;
    });
    log.look();
  } finally {
    for (const name2 of signals) process.off(name2, forward);
  }
  const main = log.reader.main();
  if (main === null || main.command === null) {
    throw new UserError(`${command2[0]} could not be run; is it there, and may it be?`);
  }
  const read4 = log.end();
  const left2 = read4.running.map(({ pid, command: line }) => ({ pid, command: line }));
  const cut = tracer !== null && left2.length > 0 ? ["strace ended before what it traced"] : [];
  return {
    log: { ...read4, gaps: [...read4.gaps, ...cut] },
    // strace ends as the command has: with its status, or by the same signal (strace(1), "EXIT STATUS").
    status: tracer === null ? statusOf2(endOf2(main.endedHow)) : statusOf2(tracer),
    left: tracer === null ? left2 : []
  };
}
function commandEnded(child, hasEnded2) {
  return new Promise((resolve11, reject) => {
    let seen2 = false;
    const timer = setInterval(() => {
      if (!hasEnded2()) return;
      if (!seen2) {
        seen2 = true;
        return;
      }
      clearInterval(timer);
      child.unref();
      resolve11(null);
    }, lookMs2);
    child.once("error", (cause) => {
      clearInterval(timer);
      reject(new UserError("strace could not be started", { cause }));
    });
    child.once("exit", (code, signal) => {
      clearInterval(timer);
      resolve11({ code, signal });
    });
  });
}
function inForeground() {
  const [, , group, , , foreground2] = (readText("/proc/self/stat") ?? "").replace(/^.*\) /s, "").split(" ");
  return group !== void 0 && group === foreground2;
}
function send2(pid, name2) {
  try {
    process.kill(pid, name2);
  } catch (error) {
    if (errnoOf(error) !== "ESRCH" && errnoOf(error) !== "EPERM") throw error;
  }
}
function endOf2(how) {
  const [, code, signal] = /^(?:exited with (\d+)|killed by (SIG\w+))/.exec(how ?? "") ?? [];
  return { code: code === void 0 ? null : Number(code), signal: signal ?? null };
}
function statusOf2({ code, signal }) {
  return code ?? (signal === null ? exitStatus.inconclusive : 128 + import_node_os16.constants.signals[signal]);
}
var import_node_child_process9, import_node_os16, signals, lookMs2;
var init_run_traced = __esm({
  "src/trace/run-traced.ts"() {
    "use strict";
    import_node_child_process9 = require("node:child_process");
    import_node_os16 = require("node:os");
    init_errors();
    init_read_proc();
    init_follow_log();
    init_strace_command();
    signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2"];
    lookMs2 = 200;
  }
});

// src/cli/trace-locks.ts
var trace_locks_exports = {};
__export(trace_locks_exports, {
  traceLocks: () => traceLocks
});
async function traceLocks(command2, options) {
  const limits = {
    holdMs: limitOf("--max-hold", options.maxHold, Number.POSITIVE_INFINITY, "a number of milliseconds"),
    contention: limitOf("--max-contention", options.maxContention, 1, "a number from 0 to 1")
  };
  if (options.from !== void 0 && command2.length > 0) throw new UserError("--from reads a file; no command is run");
  if (options.from === void 0 && command2.length === 0) {
    throw new UserError("name the command to run: unlatch trace -- go build ./...");
  }
  await checkOutputs(options);
  const looked = options.from === void 0 ? await run2(command2) : await stored2(options.from);
  const trace = lockTrace([looked.log], looked.endUs);
  const beyond = exceeded(trace, limits);
  const { stream, columns, colour } = outputOf(looked.command === null ? process.stdout : process.stderr);
  const colours = import_picocolors5.default.createColors(colour);
  const lines2 = [
    ...looked.left.map(
      ({ pid, command: line }) => `pid ${pid} (${line ?? "unknown"}) goes on, and so does the strace that it runs under`
    ),
    ...beyond.map((text4) => colours.red(`over the limit: ${text4}`))
  ];
  const document = {
    ...trace,
    unlatch: packageVersion(),
    command: looked.command,
    exit: looked.status,
    left: looked.left,
    exceeded: beyond
  };
  if (options.json === "-") process.stdout.write(`${JSON.stringify(document, null, 1)}
`);
  else stream.write(drawTrace(trace, columns, colours) + lines2.map((line) => `${line}
`).join(""));
  const failures2 = await handOver(trace, document, options);
  for (const failure of failures2.slice(1)) process.stderr.write(`unlatch: ${messageOf(failure)}
`);
  const [first] = failures2;
  if (looked.status !== null && looked.status !== 0) {
    if (first !== void 0) process.stderr.write(`unlatch: ${messageOf(first)}
`);
    return looked.status;
  }
  if (first !== void 0) throw first;
  if (beyond.length > 0) return exitStatus.differs;
  const limited2 = limits.holdMs !== null || limits.contention !== null;
  return limited2 && trace.gaps.length > 0 ? exitStatus.inconclusive : exitStatus.expected;
}
async function checkOutputs({ json, openmetrics, otlp, from }) {
  if (json === "-" && from === void 0) {
    throw new UserError("--json -: stdout belongs to the command; name a file");
  }
  if (json !== void 0 && json !== "-") await checkPlace("--json", json, "file");
  if (openmetrics !== void 0) await checkPlace("--openmetrics", openmetrics, "file");
  if (otlp !== void 0 && !(URL.canParse(otlp) && /^https?:$/.test(new URL(otlp).protocol))) {
    throw new UserError(`--otlp ${otlp}: a URL is wanted, such as http://localhost:4318`);
  }
}
async function run2(command2) {
  checkTracer(process.env);
  const folder = await (0, import_promises34.mkdtemp)((0, import_node_path45.join)((0, import_node_os17.tmpdir)(), "unlatch-trace-")).catch((cause) => {
    throw new UserError(`TMPDIR ${(0, import_node_os17.tmpdir)()} cannot be written; name another`, { cause });
  });
  try {
    const run3 = await runTraced(command2, (0, import_node_path45.join)(folder, "strace"), process.env);
    return { command: command2, ...run3, endUs: run3.left.length > 0 ? Date.now() * 1e3 : null };
  } finally {
    await (0, import_promises34.rm)(folder, { recursive: true, force: true });
  }
}
async function stored2(file2) {
  const follow = followLog(file2);
  try {
    await (0, import_promises34.access)(file2, import_node_fs25.constants.R_OK);
    follow.look();
  } catch (error) {
    if (errnoOf(error) === void 0) throw error;
    throw new UserError(`--from ${file2}: cannot be read`, { cause: error });
  }
  const log = follow.end();
  if (log.beganUs === null)
    throw new UserError(`--from ${file2}: no line of it is one of \`strace -f -ttt -T -y -o FILE\``);
  const running = log.running.length;
  const cut = running === 0 ? [] : [`${running} of ${log.processes.length} processes had not ended when the trace did`];
  return { command: null, log: { ...log, gaps: [...log.gaps, ...cut] }, endUs: null, status: null, left: [] };
}
async function handOver(trace, document, { json, openmetrics, otlp }) {
  const failures2 = [];
  const attempt = async (what, task) => {
    try {
      await task();
    } catch (cause) {
      if (errnoOf(cause) === void 0) throw cause;
      failures2.push(new UserError(`${what}: could not be written`, { cause }));
    }
  };
  const version = packageVersion();
  if (json !== void 0 && json !== "-") {
    await attempt(`--json ${json}`, () => writeResult(json, `${JSON.stringify(document, null, 1)}
`));
  }
  if (openmetrics !== void 0 || otlp !== void 0) {
    const { openMetricsText, sendOtlp } = await import("./telemetry.cjs");
    if (openmetrics !== void 0) {
      await attempt(
        `--openmetrics ${openmetrics}`,
        async () => writeResult(openmetrics, await openMetricsText(trace, version))
      );
    }
    const cause = otlp === void 0 ? null : await sendOtlp(trace, version, otlp);
    if (cause !== null) failures2.push(new HarnessError(`--otlp ${otlp}: the collector did not take it`, { cause }));
  }
  return failures2;
}
function limitOf(option, text4, most, what) {
  if (text4 === void 0) return null;
  const value = /^\d+(\.\d+)?$/.test(text4) ? Number(text4) : Number.NaN;
  if (value <= most) return value;
  throw new UserError(`${option} ${JSON.stringify(text4)}: ${what} is wanted`);
}
var import_node_fs25, import_promises34, import_node_os17, import_node_path45, import_picocolors5;
var init_trace_locks = __esm({
  "src/cli/trace-locks.ts"() {
    "use strict";
    import_node_fs25 = require("node:fs");
    import_promises34 = require("node:fs/promises");
    import_node_os17 = require("node:os");
    import_node_path45 = require("node:path");
    import_picocolors5 = __toESM(require_picocolors(), 1);
    init_errors();
    init_draw_trace();
    init_exceeded();
    init_follow_log();
    init_lock_trace();
    init_run_traced();
    init_output();
    init_package_version();
    init_result_files();
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

// src/cli/clean.ts
function cleanCommand() {
  return new Command("clean").description("remove what dead go, git and gopls processes left in Go's caches; nothing that a living one needs").option("--dry-run", "only show what would be removed; exits 1 when there is something").option("--json", "print one JSON document").option("--gocache <folder>", "the build cache (default: as `go env GOCACHE` has it)").option("--gomodcache <folder>", "the module cache (default: as `go env GOMODCACHE` has it)").option("--wait <seconds>", "how long to wait for locks that are held, all in all (default: 0)").option(
    "--end <pid>",
    "first end this go, gopls or git of yours with all that it started; may be given again",
    (pid, pids) => [...pids, pid],
    []
  ).action(async (options) => {
    const { cleanFromCommandLine: cleanFromCommandLine2 } = await Promise.resolve().then(() => (init_clean_caches(), clean_caches_exports));
    process.exitCode = await cleanFromCommandLine2(options);
  });
}

// src/cli/config.ts
function configCommand() {
  return new Command("config").description("check the settings of editor, linter and CI against the real gopls and go").argument("[dir]", "the workspace", ".").option("--gopls <path>", "the gopls to ask, or its version (default: the one that VS Code would start)").option("--go <path>", "the go to ask, or its version (default: go.goroot, else the one on PATH)").option("--socket", "print the socket of a gopls daemon for this workspace alone, and the settings that use it").option("--timeout <seconds>", "how long gopls and go may take for each answer", "30").option("--json", "print one JSON document").option("--sarif <file>", 'write the findings as SARIF; "-" is stdout').action(async (folder, options) => {
    const { runConfig: runConfig2 } = await Promise.resolve().then(() => (init_run_config(), run_config_exports));
    process.exitCode = await runConfig2(folder, options);
  });
}

// src/doctor/doctor-child.ts
var import_node_child_process4 = require("node:child_process");
init_errors();
var marker2 = "UNLATCH_DOCTOR_CHILD";
function inChild(env2) {
  const [, script = "", ...args] = process.argv;
  const child = (0, import_node_child_process4.fork)(script, args, { env: { ...env2, UV_THREADPOOL_SIZE: "64", [marker2]: `${process.pid}` } });
  return new Promise((resolve11, reject) => {
    child.once("error", reject);
    child.once("message", (status) => {
      child.kill("SIGKILL");
      child.unref();
      child.disconnect();
      resolve11(Number(status));
    });
    child.once("exit", (code, signal) => {
      if (code === null) reject(new HarnessError(`the doctor was ended by ${signal}`));
      else resolve11(code);
    });
  });
}
function whoAsks(env2) {
  if (env2[marker2] !== `${process.ppid}` || process.send === void 0) return null;
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel?.unref();
  return (status) => process.send?.(status);
}

// src/cli/doctor.ts
function doctorCommand() {
  return new Command("doctor").description("say what go and gopls wait for, who holds it, and what helps").argument("[dir]", "the workspace", ".").option("--connect", "connect to gopls as an editor does, and name the phase in which it is stuck").option("--pid <pid>", "say more of this gopls, from its debug pages when it has them, else from its threads").option("--dlv", "where that gopls has no debug pages: attach delve to it, which stops it for some seconds").option("--log <file>", "judge an editor's log of gopls, or that of gopls -rpc.trace -logfile").option("--deep", "ask go mod verify and go list too, which read every module of the workspace").option("--timeout <seconds>", "how long each command and each phase may take", "10").option("--json", "print one JSON document").option("--snapshot <file>", "write the facts to this file; secrets are not among them").option("--from <file>", "judge the facts of such a file instead of this machine").action(async (folder, options) => {
    const tell = whoAsks(process.env);
    if (tell === null) {
      process.exitCode = await inChild(process.env);
      return;
    }
    const { runDoctor: runDoctor2 } = await Promise.resolve().then(() => (init_run_doctor(), run_doctor_exports));
    const status = await runDoctor2(folder, options);
    process.stdout.write("", () => tell(status));
  });
}

// src/cli/list.ts
function listCommand() {
  return new Command("list").description("show the scenarios and the cells that they are judged on").option("--json", "print one JSON document").option("--matrix", "print the cells for a workflow's strategy.matrix").action(async (options) => {
    const { catalogue: catalogue2 } = await Promise.resolve().then(() => (init_catalogue(), catalogue_exports));
    const text4 = options.matrix ? await matrix() : options.json ? await json() : plain2();
    process.stdout.write(text4);
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
  for (const text4 of neither ? ["stable"] : words2(options.go)) goVersions.add(await resolveGoVersion2(text4, context));
  const goplsVersions = /* @__PURE__ */ new Set();
  for (const text4 of neither ? ["latest"] : words2(options.gopls)) {
    goplsVersions.add(await resolveGoplsVersion2(text4, context));
  }
  const go = [];
  for (const version of goVersions) go.push(await provisionGo2(version, context));
  const gopls = [];
  for (const version of goplsVersions) gopls.push(await provisionGopls2(version, context));
  return { go, gopls };
}
function words2(list2) {
  if (list2 === void 0) return [];
  const found = list2.split(",").map((word) => word.trim()).filter((word) => word !== "");
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
      const words3 = {
        what,
        received: megabytes(receivedBytes),
        all: totalBytes === null ? "?" : megabytes(totalBytes)
      };
      let bar = shown.get(what);
      if (bar === void 0) {
        bar = bars.create(totalBytes ?? receivedBytes, 0, words3);
        shown.set(what, bar);
      }
      bar.setTotal(totalBytes ?? receivedBytes + 1);
      bar.update(totalBytes === null ? 0 : receivedBytes, words3);
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
  ).option("--full", "every cell (default: the newest Go and gopls, and each cell where the expectation changes)").option("--go <versions>", "only these Go versions, separated by commas; any version, not only those of the matrix").option("--gopls <versions>", "only these gopls versions, separated by commas").option("--trials <n>", "how often each arm is run (default: as the scenario says)").option("--jobs <n>", "how many trials run at once (default: twice the number of CPUs)").option("--shard <i/n>", "only the i-th of n equal parts").option("--timeout <seconds>", "how long a trial may take (default: the scenario's deadline)").option("--strict", "a skipped cell counts as a failure").option("--keep", "leave the sandboxes behind").option("--out <dir>", "keep the histories in this folder").option("--json <file>", "write the report as JSON; - for stdout").option("--markdown <file>", "write the report as Markdown").option("--junit <file>", "write the report as JUnit XML").option("--html <file>", "write the report as one page").action(async (names4, options) => {
    const { runScenarios: runScenarios2 } = await Promise.resolve().then(() => (init_run_scenarios(), run_scenarios_exports));
    process.exitCode = await runScenarios2(names4, options);
  });
}

// src/cli/trace.ts
function traceCommand() {
  return new Command("trace").description("run a command, and say which locks it took, how long it held them, and who waited for whom").usage("[options] -- COMMAND [ARG \u2026]").argument("[command...]", "what to run; its stdin, stdout and stderr are yours, and so is its exit status").option("--json <file>", "write all of it as one JSON document").option("--openmetrics <file>", "write the figures as OpenMetrics text").option("--otlp <url>", "send the figures to an OpenTelemetry collector (OTLP/HTTP, JSON)").option("--max-hold <ms>", "exit 1 when a lock file is held longer than this at p95").option("--max-contention <ratio>", "exit 1 when more than this share of the acquisitions waited, such as 0.3").option("--from <file>", "read what `strace -f -ttt -T -y -o FILE` wrote instead of running anything").action(async (command2, options) => {
    const { traceLocks: traceLocks2 } = await Promise.resolve().then(() => (init_trace_locks(), trace_locks_exports));
    process.exitCode = await traceLocks2(command2, options);
  });
}

// src/cli.ts
init_errors();
var program2 = new Command("unlatch").description("Settles by experiment what really jams go and gopls, and keeps Go's caches clean and small.").version(packageVersion()).configureOutput({ outputError: (text4, write) => write(text4.replace(/^error: /, "unlatch: ")) });
var commands2 = [
  runCommand(),
  listCommand(),
  checkCommand(),
  doctorCommand(),
  traceCommand(),
  cleanCommand(),
  configCommand(),
  provisionCommand()
];
for (const command2 of commands2) {
  command2.copyInheritedSettings(program2);
  program2.addCommand(command2);
}
for (const command2 of [program2, ...program2.commands]) {
  const called = command2 === program2 ? "unlatch" : `unlatch ${command2.name()}`;
  command2.exitOverride().showHelpAfterError(`(${called} --help shows what there is)`);
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", onStreamError);
process.on("uncaughtException", (error) => process.exit(statusOf3(error)));
program2.parseAsync().catch((error) => {
  process.exitCode = statusOf3(error);
});
function onStreamError(error) {
  if (error.code === "EPIPE") return;
  process.exit(statusOf3(new UserError("the output cannot be written; look at where it is sent", { cause: error })));
}
function statusOf3(error) {
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
