const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
const functions = new LambdaClient({});

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  const job = { action: "list", name: body.name };
  await functions.send(new InvokeCommand({ FunctionName: "worker", Payload: JSON.stringify(job) }));
  let other;
  if (body.isFixed) {
    other = { name: body.name, folder: "labels" };
  } else {
    other = { name: "constant", folder: "labels" };
  }
  await functions.send(new InvokeCommand({ FunctionName: "either", Payload: JSON.stringify(other) }));
  return { statusCode: 202 };
};
