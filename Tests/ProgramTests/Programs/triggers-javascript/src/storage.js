const { execSync } = require("child_process");
const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");
const { unmarshall } = require("@aws-sdk/util-dynamodb");

const s3 = new S3Client({});

exports.objectStored = async (event) => {
  const { bucket, object } = event.Records[0].s3;
  execSync("scan /mnt/" + decodeURIComponent(object.key)); // expect: sas1-os-command
  execSync("scan /mnt/" + bucket.name); // clean: sas1-os-command -- the platform names the bucket
  execSync("scan /mnt/" + event.Records[0].eventTime); // clean: sas1-os-command -- set by the platform
  const stored = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: object.key }));
  execSync("scan " + (await stored.Body.transformToString())); // expect: sas1-os-command
  execSync("scan " + stored.Metadata.title); // expect: sas1-os-command
};

exports.objectReported = async ({ detail, id }) => {
  execSync("scan /mnt/" + detail.object.key); // expect: sas1-os-command
  execSync("scan /mnt/" + detail.bucket.name); // clean: sas1-os-command -- the platform names the bucket
  execSync("scan /mnt/" + id); // clean: sas1-os-command -- set by the platform
};

exports.rowChanged = async (event) => {
  for (const { dynamodb, eventName } of event.Records) {
    const row = unmarshall(dynamodb.NewImage);
    execSync("index " + row.name); // expect: sas1-os-command
    execSync("index " + dynamodb.OldImage.name.S); // expect: sas1-os-command
    execSync("index " + eventName); // clean: sas1-os-command -- one of three words
  }
};

exports.documentChanged = async (event) => {
  for (const { event: change } of event.events) {
    execSync("index " + change.fullDocument.title); // expect: sas1-os-command
    execSync("index " + change.operationType); // clean: sas1-os-command -- set by the database
  }
};
