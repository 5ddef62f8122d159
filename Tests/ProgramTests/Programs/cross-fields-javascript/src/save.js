const AWS = require("aws-sdk");
const { DynamoDBClient, PutItemCommand } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, UpdateCommand } = require("@aws-sdk/lib-dynamodb");
const documents = new AWS.DynamoDB.DocumentClient();
const client = new DynamoDBClient({});
const tables = DynamoDBDocumentClient.from(client);
const TableName = process.env.ORDERS;

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  await documents.put({ TableName, Item: { id: "1", name: body.name, folder: "labels" } }).promise();
  await tables.send(new UpdateCommand({
    TableName,
    Key: { id: "1" },
    UpdateExpression: "SET #s = :state, checked = :fixed ADD tags :tag",
    ConditionExpression: "owner = :owner",
    ExpressionAttributeNames: { "#s": "state" },
    ExpressionAttributeValues: { ":state": body.state, ":fixed": "yes", ":tag": body.tag, ":owner": body.owner },
  }));
  await client.send(new PutItemCommand({
    TableName,
    Item: { id: { S: "2" }, street: { S: body.street }, city: { S: "Ulm" } },
  }));
  return { statusCode: 202 };
};
