const { GetObjectCommand, S3Client } = require("@aws-sdk/client-s3");
const { getSignedUrl } = require("@aws-sdk/s3-request-presigner");

const s3 = new S3Client({});

exports.handler = async (event) => {
  const expiresIn = Number(event.queryStringParameters.seconds);
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket: "b", Key: "k" }), { expiresIn }); // expect: sas2-presigned-lifetime
  return { statusCode: 200, body: url };
};
