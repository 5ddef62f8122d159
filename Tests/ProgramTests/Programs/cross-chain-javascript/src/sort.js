const AWS = require("aws-sdk");
const sns = new AWS.SNS();

exports.handler = async (event) => {
  for (const record of event.Records) {
    const order = JSON.parse(record.body);
    await sns.publish({ TopicArn: process.env.TOPIC, Message: order.name }).promise();
  }
};
