const { exec, execFile } = require("child_process");

exports.handler = async (event) => {
  for (const record of event.Records) {
    const name = record.Sns.Message;
    exec(`/opt/bin/label ${name}`, () => {}); // expect: sas1-os-command
    execFile("/opt/bin/label", [name], () => {}); // clean: sas1-os-command -- no shell
  }
};
