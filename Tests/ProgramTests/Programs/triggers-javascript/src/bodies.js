const { execSync } = require("child_process");

exports.unparsed = async (event) => {
  execSync("report " + event.body.name); // clean: sas1-os-command -- the body is a text, which has no name
  execSync("report " + event.body); // expect: sas1-os-command
  const { kind } = event.body;
  execSync("report " + kind); // clean: sas1-os-command -- undefined
  execSync("report " + JSON.parse(event.body).name); // expect: sas1-os-command
  event.body = JSON.parse(event.body);
  execSync("report " + event.body.name); // expect: sas1-os-command
  return { statusCode: 204 };
};

exports.mapped = async (event) => {
  execSync("report " + event.body.name); // expect: sas1-os-command
  return { ok: true };
};

exports.direct = async ({ body }) => {
  execSync("report " + body.name); // expect: sas1-os-command
  return { ok: true };
};
