const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = Buffer.from(event.Records[0].kinesis.data, "base64").toString();
  execSync("/opt/bin/label " + name); // expect: sas1-os-command
};
