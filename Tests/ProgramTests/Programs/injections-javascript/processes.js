const cp = require("child_process");
const { exec, execSync, spawn, execFile, spawnSync } = require("child_process");
const { promisify } = require("util");
const shell = require("shelljs");
const run = promisify(exec);

exports.convert = async (event) => {
  const name = event.queryStringParameters.name;
  cp.exec("convert " + name, () => {}); // expect: sas1-os-command
  execSync(`identify ${name}`); // expect: sas1-os-command
  spawn("identify " + name, { shell: true }); // expect: sas1-os-command
  spawnSync("sh", ["-c", "identify " + name]); // expect: sas1-os-command
  await run(`identify ${name}`); // expect: sas1-os-command
  shell.exec("identify " + name); // expect: sas1-os-command
  execFile("identify", ["--", name], () => {}); // clean: sas1-os-command -- no shell, and after the end of options
  return { statusCode: 204 };
};

exports.fetch = async (event) => {
  const { address } = event.queryStringParameters;
  execFile("curl", ["-s", address], () => {}); // expect: sas1-arg-injection
  spawn("git", ["clone", address, "/tmp/copy"]); // expect: sas1-arg-injection
  spawn("/opt/bin/count-words", ["fixed"]); // clean: sas1-arg-injection -- constants only
  return { statusCode: 204 };
};
