import { exec } from "node:child_process";
import middy from "@middy/core";
import httpRouterHandler from "@middy/http-router";
import jsonBodyParser from "@middy/http-json-body-parser";

const tenant = () => ({
  before: async (request) => {
    request.event.tenant = request.event.headers["x-tenant"];
    request.event.mode = "plain";
  },
  onError: async (request) => {
    exec("note " + request.event.body); // expect: sas1-os-command
    request.response = { statusCode: 500, body: request.error.message };
  },
});

const work = async (event) => {
  exec("work " + event.tenant); // expect: sas1-os-command
  exec("work " + event.mode); // clean: sas1-os-command -- the middleware wrote it
  exec("work " + event.body.name); // expect: sas1-os-command
  return { statusCode: 200, body: "{}" };
};

export const handler = middy() // expect: sas10-message-to-client -- what onError answers
  .use(jsonBodyParser())
  .use(tenant())
  .before(async (request) => {
    exec("before " + request.event.rawPath); // expect: sas1-os-command
  })
  .handler(work);

export const routed = middy().handler(
  httpRouterHandler([
    {
      method: "POST",
      path: "/names",
      handler: async (event) => {
        exec("name " + event.queryStringParameters.name); // expect: sas1-os-command
        return { statusCode: 204 };
      },
    },
  ]),
);
