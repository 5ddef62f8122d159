"use strict";
const AWS = require("aws-sdk");
const s3 = new AWS.S3();

exports.handler = (event, context, callback) => {
  const bucket = event.Records[0].s3.bucket.name;
  const key = decodeURIComponent(event.Records[0].s3.object.key.replace(/\+/g, " "));
  s3.getObject({ Bucket: bucket, Key: key }, (error, data) => {
    if (error) {
      callback(error);
      return;
    }
    const text = data.Body.toString("utf8");
    const result = eval(text); // expect: sas1-code-exec
    callback(null, { result });
  });
};
