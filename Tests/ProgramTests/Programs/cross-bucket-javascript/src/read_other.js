const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = event.Records[0].s3.bucket.name;
  execSync("/opt/bin/label " + name); // clean: sas1-os-command -- another field is read, which the writer sets to a constant
};
