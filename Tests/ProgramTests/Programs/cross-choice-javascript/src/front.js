const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
const functions = new LambdaClient({});

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  let name = "";
  switch (body.kind) {
    case "a0":
      name = "job-0";
      break;
    case "a1":
      name = "job-1";
      break;
    case "a2":
      name = "job-2";
      break;
    case "a3":
      name = "job-3";
      break;
    case "a4":
      name = "job-4";
      break;
    case "a5":
      name = "job-5";
      break;
    case "a6":
      name = "job-6";
      break;
    case "a7":
      name = "job-7";
      break;
    case "a8":
      name = "job-8";
      break;
    case "a9":
      name = "job-9";
      break;
    default:
      return { statusCode: 400 };
  }
  await functions.send(new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ name: body.name }) }));
  return { statusCode: 202 };
};
