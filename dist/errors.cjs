const __url=require("node:url").pathToFileURL(__filename).href;
"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/errors.ts
var errors_exports = {};
__export(errors_exports, {
  EnvironmentError: () => EnvironmentError,
  UserError: () => UserError,
  errnoOf: () => errnoOf,
  exitStatus: () => exitStatus,
  messageOf: () => messageOf
});
module.exports = __toCommonJS(errors_exports);
var UserError = class extends Error {
  name = "UserError";
};
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  EnvironmentError,
  UserError,
  errnoOf,
  exitStatus,
  messageOf
});
