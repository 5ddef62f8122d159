const { DynamoDBClient, GetItemCommand } = require("@aws-sdk/client-dynamodb");
const client = new DynamoDBClient({});

exports.handler = async (event) => {
  const command = new GetItemCommand({ TableName: event.queryStringParameters.table, Key: { id: { S: "1" } } });
  const answer = await client.send(command);  // expect: sas1-cloud-resource-injection
  return { statusCode: answer.Item ? 200 : 404 };
};
