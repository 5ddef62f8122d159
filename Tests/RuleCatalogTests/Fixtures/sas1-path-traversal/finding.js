const fs = require("fs");
const path = require("path");

exports.handler = async (event) => {
  const file = path.join("/opt/templates", event.pathParameters.name);
  return { statusCode: 200, body: fs.readFileSync(file, "utf8") };  // expect: sas1-path-traversal
};
