const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, GetCommand, UpdateCommand } = require("@aws-sdk/lib-dynamodb");
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = "auctions";

const load = async (id) => (await db.send(new GetCommand({ TableName, Key: { id } }))).Item;
const raise = (id, bid) =>
  db.send(new UpdateCommand({ TableName, Key: { id }, UpdateExpression: "SET bid = :b", ExpressionAttributeValues: { ":b": bid } })); // expect: sas9-toctou
const rename = (id, name) =>
  db.send(new UpdateCommand({ TableName, Key: { id }, UpdateExpression: "SET title = :n", ExpressionAttributeValues: { ":n": name } }));

exports.bid = async (event) => {
  const auction = await load(event.pathParameters.id);
  if (event.pathParameters.bid <= auction.bid) return { statusCode: 403 };
  await raise(event.pathParameters.id, event.pathParameters.bid);
  return { statusCode: 204 };
};

exports.title = async (event) => {
  console.log(await load(event.pathParameters.id));
  await rename(event.pathParameters.id, event.pathParameters.name);
  return { statusCode: 204 };
};
