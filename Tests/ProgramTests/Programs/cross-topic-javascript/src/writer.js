const { SNSClient, PublishCommand } = require("@aws-sdk/client-sns");
const channel = new SNSClient({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await channel.send(new PublishCommand({ TopicArn: process.env.OPEN, Message: String(name), MessageAttributes: { kind: { DataType: "String", StringValue: "plain" } } }));
  await channel.send(new PublishCommand({ TopicArn: process.env.DENIED, Message: String(name), MessageAttributes: { kind: { DataType: "String", StringValue: "plain" } } }));
  await channel.send(new PublishCommand({ TopicArn: process.env.SORTED, Message: String(name), MessageAttributes: { kind: { DataType: "String", StringValue: "plain" } } }));
  await channel.send(new PublishCommand({ TopicArn: process.env.FIXED, Message: String("constant"), MessageAttributes: { kind: { DataType: "String", StringValue: "plain" } } }));
  await channel.send(new PublishCommand({ TopicArn: process.env.COUNTED, Message: String(String(Number(name))), MessageAttributes: { kind: { DataType: "String", StringValue: "plain" } } }));
  return { statusCode: 202 };
};
