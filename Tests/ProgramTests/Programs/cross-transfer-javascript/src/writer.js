const { S3Client, CopyObjectCommand } = require("@aws-sdk/client-s3");
const { Upload } = require("@aws-sdk/lib-storage");
const client = new S3Client({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await new Upload({ client, params: { Bucket: process.env.NAMED, Key: "plain/" + name, Body: "" } }).done();
  await new Upload({ client, params: { Bucket: process.env.FIXED, Key: "plain/constant", Body: name } }).done();
  await client.send(new CopyObjectCommand({ Bucket: process.env.FILES, Key: "report", CopySource: "elsewhere/report" }));
  return { statusCode: 202 };
};
