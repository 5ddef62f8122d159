const { exec } = require("child_process");

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  exec(`ls ${name}`, (error, output) => console.log("done"));  // expect: sas1-os-command
  return { statusCode: 200 };
};
