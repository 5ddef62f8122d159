import middy from "@middy/core";
import secretsManager from "@middy/secrets-manager";
import ssm from "@middy/ssm";

export const handler = middy(async (event, context) => ({ statusCode: context.TOKEN ? 200 : 500 }))
  .use(secretsManager({ fetchData: { TOKEN: "app" }, setToContext: true }))
  .use(ssm({ fetchData: { ADDRESS: "/app/address" }, setToContext: true }));
