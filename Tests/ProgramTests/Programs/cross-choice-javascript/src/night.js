const { execSync } = require("child_process");

exports.handler = async (event) => {
  execSync("/opt/bin/label " + event.name); // expect: sas1-os-command
};
