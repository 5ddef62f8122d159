import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";

const other = fromTemporaryCredentials({ params: { RoleArn: "arn:aws:iam::123456789012:role/other" } });  // expect: sas4-missing-grant
const own = fromNodeProviderChain();

export const handler = async () => {
  const theirs = await new S3Client({ credentials: other }).send(new GetObjectCommand({ Bucket: "t", Key: "k" }));
  const ours = await new S3Client({ credentials: own }).send(new GetObjectCommand({ Bucket: "o", Key: "k" }));  // expect: sas4-missing-grant
  return [theirs.ContentLength, ours.ContentLength];
};
