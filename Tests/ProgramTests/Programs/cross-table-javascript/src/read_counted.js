const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = event.Records[0].dynamodb.NewImage.name.S;
  execSync("/opt/bin/label " + name); // clean: sas1-os-command -- only a number is written
};
