const { KinesisClient, PutRecordCommand } = require("@aws-sdk/client-kinesis");
const channel = new KinesisClient({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await channel.send(new PutRecordCommand({ StreamName: process.env.OPEN, PartitionKey: "plain", Data: Buffer.from(name) }));
  await channel.send(new PutRecordCommand({ StreamName: process.env.DENIED, PartitionKey: "plain", Data: Buffer.from(name) }));
  await channel.send(new PutRecordCommand({ StreamName: process.env.SORTED, PartitionKey: "plain", Data: Buffer.from(name) }));
  await channel.send(new PutRecordCommand({ StreamName: process.env.FIXED, PartitionKey: "plain", Data: Buffer.from("constant") }));
  await channel.send(new PutRecordCommand({ StreamName: process.env.COUNTED, PartitionKey: "plain", Data: Buffer.from(String(Number(name))) }));
  await channel.send(new PutRecordCommand({ StreamName: process.env.OTHER, PartitionKey: "plain", Data: Buffer.from(name) }));
  return { statusCode: 202 };
};
