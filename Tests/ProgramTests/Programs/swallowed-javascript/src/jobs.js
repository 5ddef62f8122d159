const AWS = require("aws-sdk");
const s3 = new AWS.S3();

exports.upload = (event, context, callback) => {
  s3.headObject({ Bucket: "uploads", Key: "a" }, (err, data) => {
    if (err) {
      console.log(err);
      callback(null, "failed"); // expect: sas5-swallowed-exception
      return;
    }
    callback(null, data.ContentType); // clean: sas5-swallowed-exception -- all went well
  });
  s3.headObject({ Bucket: "uploads", Key: "b" }, (err) => {
    if (err) return context.done(); // expect: sas5-swallowed-exception
    context.succeed("done");
  });
  s3.headObject({ Bucket: "uploads", Key: "c" }, (err) => {
    if (err) return callback(err); // clean: sas5-swallowed-exception -- the platform is told
    context.done();
  });
};

exports.answer = (event, context, callback) => {
  s3.headObject({ Bucket: "uploads", Key: "a" }, (err) => {
    if (err) return callback(null, { statusCode: 404 }); // clean: sas5-swallowed-exception -- the caller is told
    callback(null, { statusCode: 204 });
  });
};
