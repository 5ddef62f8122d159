const { LambdaClient, InvokeCommand } = require("@aws-sdk/client-lambda");
const functions = new LambdaClient({});

async function start(name, job) {
  await functions.send(new InvokeCommand({ FunctionName: "job-" + name, Payload: JSON.stringify(job) }));
}

exports.handler = async (event) => {
  const job = JSON.parse(event.body);
  await start("mail", { name: job.mail });
  await start("print", { name: job.print });
  await start("pack", { name: job.pack });
  await start("count", { name: job.count });
  await start("sort", { name: job.sort });
  await start("send", { name: job.send });
  await start("bill", { name: job.bill });
  await start("sign", { name: job.sign });
  await start("scan", { name: job.scan });
  await start("file", { name: job.file });
  await start("stamp", { name: job.stamp });
  await start("night", { name: job.night });
  await start("late", { name: "constant" });
  return { statusCode: 202 };
};
