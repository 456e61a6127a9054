// Starts `omi lsp` and hands it the YAML files that are open. All else is the server's.

const { commands, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const [command, ...args] = workspace.getConfiguration("omi").get("command");
  const files = workspace.createFileSystemWatcher("**/{*.yaml,omi.toml,evidence/**}");
  client = new LanguageClient(
    "omi",
    "omi",
    { command, args },
    {
      documentSelector: [{ scheme: "file", language: "yaml" }],
      synchronize: { fileEvents: files },
    },
  );
  await client.start();
}

async function stop() {
  const ending = client;
  client = undefined;
  await ending?.stop();
}

exports.activate = async (context) => {
  context.subscriptions.push(
    commands.registerCommand("omi.restart", async () => {
      await stop();
      await start();
    }),
  );
  await start();
};

exports.deactivate = stop;
