const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");
const { exec } = require("node:child_process");

const s3 = new S3Client({});

exports.handler = async (event) => {
  const { bucket, object } = event.Records[0].s3;
  const stored = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: object.key }));
  const text = await stored.Body.transformToString();
  exec("convert " + text); // expect: sas1-os-command
  exec("convert " + object.key); // clean: sas1-os-command -- the signer makes the name up
};
