import { execSync } from "child_process";

export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
  execSync("report " + event.rawPath); // expect: sas1-os-command
  execSync("report " + event.requestContext.apiId); // clean: sas1-os-command -- set by the platform
  responseStream.end();
});

export default async function (event) {
  execSync("report " + event.body); // expect: sas1-os-command
}
