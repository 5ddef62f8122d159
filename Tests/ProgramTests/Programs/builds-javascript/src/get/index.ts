import { execSync } from "child_process";

export const handler = async (event: any) => ({
  statusCode: 200,
  body: execSync("ls " + event.queryStringParameters.folder).toString(),  // expect: sas1-os-command
});
