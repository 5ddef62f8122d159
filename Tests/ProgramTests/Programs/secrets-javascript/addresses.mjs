import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const s3 = new S3Client({});
const Bucket = process.env.BUCKET;

export const upload = async (event) => {
  const { name } = JSON.parse(event.body);
  const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: name })); // expect: sas1-cloud-resource-injection
  console.log("address", url); // expect: sas7-secret-in-log
  return { statusCode: 200, body: JSON.stringify({ url }) }; // clean: sas7-secret-in-response -- it is made for the caller
};

export const post = async (event) => {
  const { name } = JSON.parse(event.body);
  const { url, fields } = await createPresignedPost(s3, { Bucket, Key: name }); // expect: sas1-cloud-resource-injection
  console.log("bucket", url); // clean: sas7-secret-in-log -- only the server, without the signature
  return { statusCode: 200, body: JSON.stringify({ url, fields }) };
};

export const download = async (event) => {
  const { name } = JSON.parse(event.body);
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: name })); // clean: sas1-cloud-resource-injection -- nothing is written
  const own = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: `new/${crypto.randomUUID()}` })); // clean: sas1-cloud-resource-injection -- the program chooses the key
  return { statusCode: 200, body: JSON.stringify({ url, own }) };
};
