const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");
const client = new S3Client({});

exports.handler = async () => {
  await client.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: "state.json", Body: "{}" }));
  const bucket = process.env.BUCKET || "bucket-of-a-developer";
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: "state.json", Body: "{}" }));
};
