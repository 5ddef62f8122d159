const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
const functions = new LambdaClient({});

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  const Payload = JSON.stringify({ name: body.name, folder: "labels" });
  await functions.send(new InvokeCommand({ FunctionName: process.env.SET_ELSEWHERE, Payload }));
  await functions.send(new InvokeCommand({ FunctionName: "printer", Payload }));
  return { statusCode: 202 };
};
