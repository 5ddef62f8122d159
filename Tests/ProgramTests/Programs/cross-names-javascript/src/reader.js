const { execSync } = require("child_process");

exports.handler = async (event) => {
  execSync("/opt/bin/label " + event.Records[0].s3.object.key); // expect: sas1-os-command
};
