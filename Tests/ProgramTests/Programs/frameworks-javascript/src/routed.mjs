import { exec } from "node:child_process";
import { Router } from "@aws-lambda-powertools/event-handler/http";

const app = new Router();

app.get("/items/:id", async ({ params, req, event }) => {
  exec("item " + params.id); // expect: sas1-os-command
  exec("item " + (await req.json()).name); // expect: sas1-os-command
  exec("item " + event.queryStringParameters.kind); // expect: sas1-os-command
  exec("item " + event.requestContext.apiId); // clean: sas1-os-command -- the platform sets it
  return { ok: true };
});

export const routed = async (event, context) => app.resolve(event, context);
