const { execSync } = require("child_process");

exports.handler = async (event) => {
  const { action, name } = event;
  if (action === "admin") execSync("/opt/bin/admin " + name); // clean: sas1-os-command -- the only caller always asks for a list
  switch (event.action) {
    case "list":
      execSync("/opt/bin/list " + name); // expect: sas1-os-command
  }
};
