import { execSync } from "node:child_process";
import { Logger } from "@aws-lambda-powertools/logger";

const logger = new Logger();

class Work {
  private readonly prefix = "work ";

  @logger.injectLambdaContext({ logEvent: true }) // expect: sas5-event-logged
  public async handler(event: any, context: any) {
    execSync(this.prefix + event.queryStringParameters.name); // expect: sas1-os-command
    return { statusCode: 204 };
  }
}

const work = new Work();
export const handler = work.handler.bind(work);
