/** Debian's Neovim and Emacs as a user has them, but without a screen. The editor's own client starts gopls, and the editor's own request shows whether it works. */
import { spawnSync } from 'node:child_process';

export interface Editor {
  /** The doctor's name for it. */
  readonly name: string;
  /** Why it cannot run here; null: it can. In CI it is always null. */
  readonly missing: string | null;
  /** Its configuration file. */
  readonly script: { readonly name: string; readonly text: string };
  /**
   * A command that runs in the workspace. It opens main.go with the server $SERVER and the JSON in $SETTINGS as gopls's
   * settings, requests the hovers of both names that main.go calls, one after the other, and prints each answer as a line.
   */
  readonly command: string;
  /** A command that makes it exit by itself. $editor is its pid. */
  readonly quit: string;
}

/** Two calls: one that gopls can resolve without any module, and one into the module. */
export const mainGo = `package main

import "example.com/dep"

func main() {
	welcome()
	dep.Hello()
}

// welcome is of this very file.
func welcome() {}
`;

/** Zero-based. */
const positions = [
  { line: 5, character: 3 },
  { line: 6, character: 6 },
];

/** Sets the capability workspace.configuration, as nvim-lspconfig does: the client supports it but does not announce it. */
const lua = `
vim.cmd("edit main.go")
vim.bo.filetype = "go"
local function ask(client, uri, positions)
  if #positions == 0 then return end
  local at = { textDocument = { uri = uri }, position = table.remove(positions, 1) }
  client.request("textDocument/hover", at, function(wrong, result)
    io.stdout:write(vim.json.encode(wrong or result or "nothing") .. "\\n")
    io.stdout:flush()
    ask(client, uri, positions)
  end, 0)
end
local able = vim.lsp.protocol.make_client_capabilities()
able.workspace.configuration = true
local client = vim.lsp.start_client({
  name = "gopls",
  capabilities = able,
  cmd = vim.split(vim.env.SERVER, " "),
  root_dir = vim.fn.getcwd(),
  settings = { gopls = vim.json.decode(vim.env.SETTINGS) },
  on_attach = function(client, buffer)
    ask(client, vim.uri_from_bufnr(buffer), vim.json.decode('${JSON.stringify(positions)}'))
  end,
})
vim.lsp.buf_attach_client(0, client)
`;

export const neovim: Editor = {
  name: 'Neovim',
  missing: missing(['nvim', '--version'], 'Neovim'),
  script: { name: 'init.lua', text: lua },
  command: 'nvim --headless -u NONE -i NONE -n --listen "$HOME/nvim.sock" -c "luafile $HOME/init.lua"',
  quit: 'nvim --server "$HOME/nvim.sock" --remote-send ":qa!<CR>"',
};

/** Raises eglot's limits of 30 s for the start and 10 s for requests: on a busy machine they end before the doctor has looked. */
const lisp = `;;; -*- lexical-binding: t -*-
(package-initialize)
(require 'eglot)
(require 'json)
(define-derived-mode go-mode prog-mode "Go")
(setq eglot-sync-connect nil eglot-connect-timeout 600)
(setq-default eglot-workspace-configuration
  (list :gopls (json-parse-string (getenv "SETTINGS") :object-type 'plist)))
(defun ask (buffer positions)
  (when positions
    (let ((next (lambda (answer)
                  (princ (concat (json-encode answer) "\\n"))
                  (set-binary-mode 'stdout nil)
                  (ask buffer (cdr positions)))))
      (with-current-buffer buffer
        (jsonrpc-async-request (eglot-current-server) :textDocument/hover
          (list :textDocument (eglot--TextDocumentIdentifier) :position (car positions))
          :timeout 3600 :success-fn next :error-fn next)))))
(add-hook 'eglot-managed-mode-hook
  (lambda ()
    (when (eglot-current-server)
      (ask (current-buffer) (json-parse-string "${JSON.stringify(positions).replaceAll('"', '\\"')}" :object-type 'plist :array-type 'list)))))
(find-file "main.go")
(go-mode)
(eglot '(go-mode) (project-current) 'eglot-lsp-server (split-string (getenv "SERVER") " ") "go")
(while t (accept-process-output nil 1))
`;

export const emacs: Editor = {
  name: 'Emacs',
  missing: missing(
    ['emacs', '-q', '--batch', '--eval', "(progn (package-initialize) (require 'eglot))"],
    'Emacs with eglot',
  ),
  script: { name: 'init.el', text: lisp },
  command: 'emacs -q --batch -l "$HOME/init.el"',
  quit: 'kill -TERM $editor',
};

function missing([command = '', ...args]: readonly string[], what: string): string | null {
  return process.env['CI'] === 'true' || spawnSync(command, args).status === 0 ? null : what;
}
