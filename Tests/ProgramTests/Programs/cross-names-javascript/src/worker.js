const { execSync } = require("child_process");

exports.handler = async (event) => {
  for (const record of event.Records) {
    const job = JSON.parse(record.body);
    execSync("/opt/bin/label " + job.name); // expect: sas1-os-command
    execSync("/opt/bin/label " + job.folder); // clean: sas1-os-command -- the only writer sends a constant
  }
};
