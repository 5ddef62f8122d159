const middy = require("@middy/core");
const validator = require("@middy/validator");
const AWS = require("aws-sdk");
const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } = require("@aws-sdk/lib-dynamodb");
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const old = new AWS.DynamoDB.DocumentClient();
const steps = new AWS.StepFunctions();
const TableName = process.env.TABLE;
const caller = (event) => event.requestContext.authorizer.jwt.claims.sub;

exports.logged = async (event) => {
  const actor = caller(event);
  await db.send(new UpdateCommand({ TableName, Key: { id: event.pathParameters.id }, UpdateExpression: "SET s = :s", ExpressionAttributeValues: { ":s": "CANCELLED" } })); // expect: sas2-missing-authz
  console.log("cancelled by", actor);
  return { statusCode: 204 };
};

exports.stored = async (event) => {
  await db.send(new UpdateCommand({ TableName, Key: { id: event.pathParameters.id }, UpdateExpression: "SET changedBy = :u", ExpressionAttributeValues: { ":u": caller(event) } })); // expect: sas2-missing-authz
  return { statusCode: 204 };
};

exports.owned = async (event) => {
  const Key = { owner: caller(event), id: event.pathParameters.id };
  const { Item } = await db.send(new GetCommand({ TableName, Key })); // clean: sas2-missing-authz -- the owner is in the key
  return { statusCode: 200, body: JSON.stringify(Item) };
};

exports.conditioned = async (event) => {
  await db.send(new UpdateCommand({ TableName, Key: { id: event.pathParameters.id }, UpdateExpression: "SET s = :s", ConditionExpression: "userId = :u", ExpressionAttributeValues: { ":s": "CANCELLED", ":u": caller(event) } })); // clean: sas2-missing-authz -- the owner is in the condition
  return { statusCode: 204 };
};

exports.compared = async (event) => {
  const { Item } = await db.send(new GetCommand({ TableName, Key: { id: event.pathParameters.id } })); // clean: sas2-missing-authz -- the owner is compared
  if (Item.owner !== caller(event)) return { statusCode: 403 };
  return { statusCode: 200, body: JSON.stringify(Item) };
};

exports.admins = async (event) => {
  const groups = event.requestContext.authorizer.jwt.claims["cognito:groups"];
  if (!groups.includes("admin")) return { statusCode: 403 };
  const { Item } = await db.send(new GetCommand({ TableName, Key: { id: event.pathParameters.id } })); // clean: sas2-missing-authz -- only for administrators
  return { statusCode: 200, body: JSON.stringify(Item) };
};

exports.listed = async (event) => {
  const { status } = event.queryStringParameters;
  const { Items } = await db.send(new QueryCommand({ TableName, IndexName: "byStatus", KeyConditionExpression: "#s = :s", ExpressionAttributeNames: { "#s": "status" }, ExpressionAttributeValues: { ":s": status } })); // clean: sas2-missing-authz -- a list, nobody's record
  return { statusCode: 200, body: JSON.stringify(Items) };
};

exports.mine = async (event) => {
  const { userId } = event.queryStringParameters;
  const { Items } = await db.send(new QueryCommand({ TableName, IndexName: "byUser", KeyConditionExpression: "userId = :u", ExpressionAttributeValues: { ":u": userId } })); // expect: sas2-missing-authz
  return { statusCode: 200, body: JSON.stringify(Items) };
};

const inputSchema = {
  type: "object",
  properties: {
    queryStringParameters: {
      type: "object",
      properties: { kind: { type: "string", enum: ["OPEN", "CLOSED"] }, code: { type: "string" } },
    },
  },
};

exports.enumerated = middy(async (event) => {
  const { kind, code } = event.queryStringParameters;
  await db.send(new GetCommand({ TableName, Key: { id: kind } })); // clean: sas2-missing-authz -- one of a list
  await db.send(new GetCommand({ TableName, Key: { id: code } })); // expect: sas2-missing-authz
  return { statusCode: 204 };
}).use(validator({ inputSchema }));

exports.waiting = async (event) => {
  const result = await old.update({ TableName, Key: { id: event.pathParameters.id }, UpdateExpression: "SET drink = :d", ConditionExpression: "userId = :u", ReturnValues: "ALL_NEW", ExpressionAttributeValues: { ":d": "tea", ":u": caller(event) } }).promise();
  const params = { taskToken: result.Attributes.TaskToken, output: "{}" };
  console.log("sendTaskSuccess", { params }); // expect: sas9-task-token-logged
  console.log("drink", result.Attributes.drink); // clean: sas9-task-token-logged -- another field
  await steps.sendTaskSuccess(params).promise();
  return { statusCode: 200, body: JSON.stringify({ result }) }; // expect: sas9-task-token-logged
};

exports.whole = async (event) => {
  const body = JSON.parse(event.body);
  const owner = caller(event);
  await db.send(new PutCommand({ TableName, Item: { ...body, owner } })); // expect: sas1-mass-assignment
  await db.send(new PutCommand({ TableName, Item: Object.assign({}, body, { owner }) })); // expect: sas1-mass-assignment
  await db.send(new PutCommand({ TableName, Item: body })); // expect: sas1-mass-assignment
  await db.send(new PutCommand({ TableName, Item: { id: owner, status: body.status, price: body.price } })); // clean: sas1-mass-assignment -- single fields
  return { statusCode: 204 };
};
