const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = event.detail.name;
  execSync("/opt/bin/label " + name); // expect: sas1-os-command
};
