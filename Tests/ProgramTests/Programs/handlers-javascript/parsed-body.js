const middy = require("@middy/core");
const httpJsonBodyParser = require("@middy/http-json-body-parser");
const { execSync } = require("child_process");

const run = async (event) => {
  execSync("report " + event.body.name); // expect: sas1-os-command
  return { statusCode: 204 };
};

exports.handler = middy(run).use(httpJsonBodyParser());
