const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");
const channel = new S3Client({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await channel.send(new PutObjectCommand({ Bucket: process.env.OPEN, Key: "plain/" + name, Body: "" }));
  await channel.send(new PutObjectCommand({ Bucket: process.env.DENIED, Key: "plain/" + name, Body: "" }));
  await channel.send(new PutObjectCommand({ Bucket: process.env.SORTED, Key: "plain/" + name, Body: "" }));
  await channel.send(new PutObjectCommand({ Bucket: process.env.FIXED, Key: "plain/" + "constant", Body: "" }));
  await channel.send(new PutObjectCommand({ Bucket: process.env.COUNTED, Key: "plain/" + String(Number(name)), Body: "" }));
  await channel.send(new PutObjectCommand({ Bucket: process.env.OTHER, Key: "plain/" + name, Body: "" }));
  return { statusCode: 202 };
};
