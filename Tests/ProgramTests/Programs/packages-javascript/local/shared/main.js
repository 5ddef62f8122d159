const { execSync } = require("child_process");

exports.shared = (name) => execSync("ls " + name); // expect: sas1-os-command
