const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = event.Records[0].Sns.Message;
  execSync("/opt/bin/label " + name); // expect: sas1-os-command
};
