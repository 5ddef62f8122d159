import { execSync } from "child_process";

export const handler = async (event: any) => {
  const folder = event.queryStringParameters.folder;
  const fixed = execSync("ls /opt").toString();  // clean: sas1-os-command -- a constant
  return { statusCode: 200, body: fixed + execSync("ls " + folder).toString() };  // expect: sas1-os-command
};
