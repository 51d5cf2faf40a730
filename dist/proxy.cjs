const __url=require("node:url").pathToFileURL(__filename).href;
"use strict";

// src/lab/serve/proxy.ts
var import_node_fs = require("node:fs");
var import_promises = require("node:fs/promises");
var import_node_http = require("node:http");
var import_node_path = require("node:path");
var import_promises2 = require("node:timers/promises");
var import_node_util = require("node:util");

// src/errors.ts
function errnoOf(error) {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  return void 0;
}

// src/lab/serve/proxy.ts
var { values } = (0, import_node_util.parseArgs)({
  options: {
    root: { type: "string", default: "." },
    port: { type: "string", default: "8080" },
    /** A regular expression for the request path. */
    match: { type: "string", default: "^$" },
    /** How to mistreat them: stall, slow, late, reset, 401, 404, 500. */
    treat: { type: "string", default: "stall" },
    log: { type: "string", default: "/dev/null" }
  }
});
var bad = new RegExp(values.match);
var server = (0, import_node_http.createServer)((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://proxy").pathname);
  answer(path, response).catch((error) => {
    response.destroy(error instanceof Error ? error : void 0);
  });
});
async function answer(path, response) {
  if (!bad.test(path)) return await serve(path, response, null);
  await (0, import_promises.appendFile)(values.log, `at ${(Date.now() / 1e3).toFixed(3)}
struck ${path}
`);
  switch (values.treat) {
    case "stall":
      return;
    case "slow":
      return await serve(path, response, 16);
    case "late":
      await (0, import_promises2.setTimeout)(2e3);
      return await serve(path, response, null);
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    default:
      response.writeHead(Number(values.treat)).end(`${values.treat} on purpose
`);
  }
}
async function serve(path, response, bytesPerSecond) {
  const file = (0, import_node_path.join)(values.root, (0, import_node_path.normalize)(`/${path}`));
  const size = await sizeOf(file);
  if (size === null) {
    response.writeHead(404).end("not found\n");
    return;
  }
  response.writeHead(200, { "content-length": size });
  if (bytesPerSecond === null) {
    (0, import_node_fs.createReadStream)(file).pipe(response);
    return;
  }
  for await (const chunk of (0, import_node_fs.createReadStream)(file, { highWaterMark: 1 })) {
    if (response.destroyed) return;
    response.write(chunk);
    await (0, import_promises2.setTimeout)(1e3 / bytesPerSecond);
  }
  response.end();
}
async function sizeOf(file) {
  try {
    const found = await (0, import_promises.stat)(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return null;
    throw error;
  }
}
server.listen(Number(values.port), "127.0.0.1", () => process.stdout.write("listening\n"));
