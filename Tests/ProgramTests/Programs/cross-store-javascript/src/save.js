const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, PutCommand } = require("@aws-sdk/lib-dynamodb");
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await tables.send(new PutCommand({ TableName: process.env.ORDERS, Item: { id: "1", name: String(name) } }));
  await tables.send(new PutCommand({ TableName: process.env.NOTES, Item: { id: "1", name: String(name) } }));
  return { statusCode: 202 };
};
