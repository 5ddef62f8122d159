const { execSync } = require("child_process");
const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, GetCommand } = require("@aws-sdk/lib-dynamodb");
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async () => {
  const order = await tables.send(new GetCommand({ TableName: process.env.ORDERS, Key: { id: "1" } }));
  execSync("/opt/bin/label " + order.Item.name); // expect: sas1-os-command
  const note = await tables.send(new GetCommand({ TableName: process.env.NOTES, Key: { id: "1" } }));
  execSync("/opt/bin/label " + note.Item.name); // clean: sas1-os-command -- the only writer has no right to write there
};
