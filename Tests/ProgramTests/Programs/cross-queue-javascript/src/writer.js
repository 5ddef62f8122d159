const { SQSClient, SendMessageCommand } = require("@aws-sdk/client-sqs");
const channel = new SQSClient({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await channel.send(new SendMessageCommand({ QueueUrl: process.env.OPEN, MessageBody: JSON.stringify({ kind: "plain", name: name }) }));
  await channel.send(new SendMessageCommand({ QueueUrl: process.env.DENIED, MessageBody: JSON.stringify({ kind: "plain", name: name }) }));
  await channel.send(new SendMessageCommand({ QueueUrl: process.env.SORTED, MessageBody: JSON.stringify({ kind: "plain", name: name }) }));
  await channel.send(new SendMessageCommand({ QueueUrl: process.env.FIXED, MessageBody: JSON.stringify({ kind: "plain", name: "constant" }) }));
  await channel.send(new SendMessageCommand({ QueueUrl: process.env.COUNTED, MessageBody: JSON.stringify({ kind: "plain", name: String(Number(name)) }) }));
  return { statusCode: 202 };
};
