const { execSync } = require("child_process");

module.exports = (name) => execSync("ls " + name); // expect: sas1-os-command
