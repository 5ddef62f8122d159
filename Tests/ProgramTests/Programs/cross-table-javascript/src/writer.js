const { DynamoDBClient, PutItemCommand } = require("@aws-sdk/client-dynamodb");
const channel = new DynamoDBClient({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await channel.send(new PutItemCommand({ TableName: process.env.OPEN, Item: { id: { S: "1" }, kind: { S: "plain" }, name: { S: name } } }));
  await channel.send(new PutItemCommand({ TableName: process.env.DENIED, Item: { id: { S: "1" }, kind: { S: "plain" }, name: { S: name } } }));
  await channel.send(new PutItemCommand({ TableName: process.env.SORTED, Item: { id: { S: "1" }, kind: { S: "plain" }, name: { S: name } } }));
  await channel.send(new PutItemCommand({ TableName: process.env.FIXED, Item: { id: { S: "1" }, kind: { S: "plain" }, name: { S: "constant" } } }));
  await channel.send(new PutItemCommand({ TableName: process.env.COUNTED, Item: { id: { S: "1" }, kind: { S: "plain" }, name: { S: String(Number(name)) } } }));
  await channel.send(new PutItemCommand({ TableName: process.env.OTHER, Item: { id: { S: "1" }, kind: { S: "plain" }, name: { S: name } } }));
  return { statusCode: 202 };
};
