const { execSync } = require("child_process");

exports.handler = async (event) => {
  execSync("/opt/bin/label " + event.name); // expect: sas1-os-command
  execSync("/opt/bin/label " + event.folder); // clean: sas1-os-command -- all that the caller sends has a constant here
};
