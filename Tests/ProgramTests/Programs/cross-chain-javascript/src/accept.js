const AWS = require("aws-sdk");
const sqs = new AWS.SQS();

exports.handler = async (event) => {
  await sqs.sendMessage({ QueueUrl: process.env.QUEUE, MessageBody: event.body }).promise();
  return { statusCode: 202 };
};
