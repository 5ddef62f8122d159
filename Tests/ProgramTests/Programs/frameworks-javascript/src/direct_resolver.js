const { exec } = require("child_process");

const one = (request) => {
  exec("render " + request.arguments.name); // expect: sas1-os-command
  exec("render " + request.request.headers["x-kind"]); // expect: sas1-os-command
  exec("render " + request.identity.sub); // clean: sas1-os-command -- the user pool sets it
  exec("render " + request.info.parentTypeName); // clean: sas1-os-command -- the schema sets it
};

exports.handler = async (event) => {
  if (!Array.isArray(event)) return one(event);
  for (const each of event) {
    exec("label " + each.arguments.size); // expect: sas1-os-command
    exec("label " + each.identity.sub); // clean: sas1-os-command -- the user pool sets it
  }
};
