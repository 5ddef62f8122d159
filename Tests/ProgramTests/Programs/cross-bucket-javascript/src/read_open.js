const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = event.Records[0].s3.object.key;
  execSync("/opt/bin/label " + name); // expect: sas1-os-command
};
