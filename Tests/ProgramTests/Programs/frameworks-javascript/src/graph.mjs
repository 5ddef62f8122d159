import { exec } from "node:child_process";
import { AppSyncGraphQLResolver } from "@aws-lambda-powertools/event-handler/appsync-graphql";

const fields = new AppSyncGraphQLResolver();

fields.onQuery("render", async ({ name }, { event }) => {
  exec("render " + name); // expect: sas1-os-command
  exec("render " + event.request.headers["x-kind"]); // expect: sas1-os-command
  exec("render " + event.info.fieldName); // clean: sas1-os-command -- the schema sets it
});

export const graph = async (event, context) => fields.resolve(event, context);
