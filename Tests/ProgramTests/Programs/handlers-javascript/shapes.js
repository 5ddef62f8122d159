const { execSync } = require("child_process");
const AWS = require("aws-sdk");

const s3 = new AWS.S3();
const table = new AWS.DynamoDB.DocumentClient();

exports.stored = async (event) => {
  for (const { s3: { bucket, object } } of event.Records) {
    execSync("scan /mnt/" + decodeURIComponent(object.key)); // expect: sas1-os-command
    execSync("scan /mnt/" + bucket.name); // clean: sas1-os-command -- the platform names the bucket
    const data = await s3.getObject({ Bucket: bucket.name, Key: object.key }).promise();
    execSync("scan " + data.Body.toString()); // expect: sas1-os-command
  }
};

exports.queued = async (event) => {
  await Promise.all(
    event.Records.map(async (record) => {
      const { task } = JSON.parse(record.body);
      execSync("work " + task); // expect: sas1-os-command
      execSync("work " + record.messageId); // clean: sas1-os-command -- set by the platform
    }),
  );
};

exports.streamed = (event, context, callback) => {
  event.Records.forEach((record) => {
    const text = Buffer.from(record.kinesis.data, "base64").toString("ascii");
    execSync("count " + text); // expect: sas1-os-command
  });
  callback(null, "done");
};

exports.changed = async (event) => {
  for (const record of event.Records) {
    const row = AWS.DynamoDB.Converter.unmarshall(record.dynamodb.NewImage);
    execSync("index " + row.title); // expect: sas1-os-command
  }
};

exports.stored_before = async (event) => {
  const { Item } = await table.get({ TableName: "shop", Key: { id: event.pathParameters.id } }).promise();
  execSync("index " + Item.title); // expect: sas1-os-command
};

exports.notified = async ({ Records: [{ Sns: { Message: text, TopicArn: topic } }] }) => {
  execSync("page " + text); // expect: sas1-os-command
  execSync("page " + topic); // clean: sas1-os-command -- set by the platform
};
