import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import pino from "pino";

const logger = new Logger();
const log = pino();

export const handler = middy(async (event) => { // expect: sas5-event-logged -- by what stands after it
  logger.info("called", { event }); // expect: sas5-event-logged
  log.child({ part: "shop" }).info({ event }, "called"); // clean: sas5-event-logged -- said once for all lines of a function
  return { statusCode: 204 };
}).use(injectLambdaContext(logger, { logEvent: true }));

export const quiet = middy()
  .use(injectLambdaContext(logger, { logEvent: false })) // clean: sas5-event-logged -- it is told not to
  .handler(async () => ({ statusCode: 204 }));
