const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");
const { getSignedUrl } = require("@aws-sdk/s3-request-presigner");
const { randomUUID } = require("node:crypto");

const s3 = new S3Client({});

exports.handler = async () => {
  const upload = new PutObjectCommand({ Bucket: process.env.UPLOADS, Key: randomUUID() });
  const denied = new PutObjectCommand({ Bucket: process.env.DENIED, Key: randomUUID() });
  const addresses = [await getSignedUrl(s3, upload, { expiresIn: 300 }), await getSignedUrl(s3, denied)];
  return { statusCode: 200, body: JSON.stringify(addresses) };
};
