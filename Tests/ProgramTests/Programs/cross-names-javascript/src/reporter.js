const { execSync } = require("child_process");

exports.handler = async (event) => {
  for (const record of event.Records) {
    execSync("/opt/bin/label " + JSON.parse(record.body).name); // clean: sas1-os-command -- the only writer has no right to send there
  }
};
