const { execSync } = require("child_process");
const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");
const client = new S3Client({});

exports.handler = async () => {
  const report = await client.send(new GetObjectCommand({ Bucket: process.env.FILES, Key: "report" }));
  execSync("/opt/bin/label " + (await report.Body.transformToString())); // expect: sas1-os-command
};
