const { execSync } = require("child_process");

exports.handler = async (event) => {
  execSync("/opt/bin/label " + event.name); // clean: sas1-os-command -- the caller may not invoke this function, by whatever name
};
