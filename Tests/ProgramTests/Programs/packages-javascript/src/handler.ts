import { run } from "@libs/run";
import { own } from "#own/own";
import { based } from "lib/based";
import { core } from "@acme/core";
import { part } from "@acme/core/part";
import plain from "plain";
import { shared } from "shared-by-path";
import { layered } from "layered";

export const handler = async (event: { body: string }) => {
  run(event.body);
  own(event.body);
  based(event.body);
  core(event.body);
  part(event.body);
  plain(event.body);
  shared(event.body);
  layered(event.body);
  return { statusCode: 200 };
};
