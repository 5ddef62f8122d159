const { SQSClient, SendMessageCommand } = require("@aws-sdk/client-sqs");
const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");
const queues = new SQSClient({});
const objects = new S3Client({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  const job = JSON.stringify({ name, folder: "labels" });
  await queues.send(new SendMessageCommand({ QueueUrl: process.env.JOBS, MessageBody: job }));
  await queues.send(new SendMessageCommand({ QueueUrl: process.env.REPORTS, MessageBody: job }));
  await objects.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: name, Body: "" }));
  return { statusCode: 202 };
};
