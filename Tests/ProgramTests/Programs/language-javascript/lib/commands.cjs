"use strict";
const { execSync } = require("child_process");

const begin = (name) => {
  execSync("begin " + name); // expect: sas1-os-command
};

module.exports = {
  begin,
  beginFixed(name) {
    execSync("begin " + name); // clean: sas1-os-command -- only called with a constant
  },
};
