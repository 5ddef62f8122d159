const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
const functions = new LambdaClient({});

async function start(name, job) {
  await functions.send(new InvokeCommand({ FunctionName: name, InvocationType: "Event", Payload: JSON.stringify(job) }));
}

exports.handler = async (event) => {
  const { expression } = JSON.parse(event.body);
  await start(process.env.WORKER, { expression, kind: "plain" });
  await start(process.env.PRINTER, { expression, kind: "plain" });
  return { statusCode: 202 };
};
