const { execSync } = require("child_process");
const AWS = require("aws-sdk");
const { DynamoDBClient, GetItemCommand } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, ScanCommand } = require("@aws-sdk/lib-dynamodb");
const documents = new AWS.DynamoDB.DocumentClient();
const client = new DynamoDBClient({});
const tables = DynamoDBDocumentClient.from(client);
const TableName = process.env.ORDERS;

exports.handler = async () => {
  const order = await documents.get({ TableName, Key: { id: "1" } }).promise();
  execSync("/opt/bin/label " + order.Item.name); // expect: sas1-os-command
  execSync("/opt/bin/label " + order.Item.folder); // clean: sas1-os-command -- always a constant
  const { Item } = await documents.get({ TableName, Key: { id: "1" } }).promise();
  execSync("/opt/bin/label " + Item.state); // expect: sas1-os-command
  execSync("/opt/bin/label " + Item.tags); // expect: sas1-os-command
  execSync("/opt/bin/label " + Item.checked); // clean: sas1-os-command -- always a constant
  execSync("/opt/bin/label " + Item.owner); // clean: sas1-os-command -- only compared, never written
  const all = await tables.send(new ScanCommand({ TableName, Limit: 10 }));
  all.Items.forEach((item) => {
    execSync("/opt/bin/label " + item.name); // expect: sas1-os-command
    execSync("/opt/bin/label " + item.folder); // clean: sas1-os-command -- always a constant
  });
  const address = await client.send(new GetItemCommand({ TableName, Key: { id: { S: "2" } } }));
  execSync("/opt/bin/label " + address.Item.street.S); // expect: sas1-os-command
  execSync("/opt/bin/label " + address.Item.city.S); // clean: sas1-os-command -- always a constant
};
