import { exec } from "node:child_process";
import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { ApiGatewayV2Envelope } from "@aws-lambda-powertools/parser/envelopes/api-gatewayv2";
import { parser } from "@aws-lambda-powertools/parser/middleware";
import middy from "@middy/core";
import { z } from "zod";

const processor = new BatchProcessor(EventType.SQS);

const work = async (record) => {
  exec("work " + record.body); // expect: sas1-os-command
  exec("work " + record.messageId); // clean: sas1-os-command -- the platform sets it
};

export const batch = async (event, context) =>
  processPartialResponse(event, work, processor, { context });

const Job = z.object({ options: z.string(), size: z.number() });

export const parsed = middy(async (event) => {
  exec("convert " + event.options); // expect: sas1-os-command
  exec("convert " + event.size); // clean: sas1-os-command -- the schema allows numbers only
}).use(parser({ schema: Job, envelope: ApiGatewayV2Envelope }));
