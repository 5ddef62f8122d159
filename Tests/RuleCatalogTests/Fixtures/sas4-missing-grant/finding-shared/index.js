const AWS = require("aws-sdk");
const s3 = new AWS.S3();

exports.idle = async () => 1;
exports.copy = async () => {
  const first = await s3.getObject({ Bucket: "first", Key: "a" }).promise();  // expect: sas4-missing-grant
  const second = await s3.getObject({ Bucket: "second", Key: "b" }).promise();  // expect: sas4-missing-grant
  return first.ContentLength + second.ContentLength;
};
