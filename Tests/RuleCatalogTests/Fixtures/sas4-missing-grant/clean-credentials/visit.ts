import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";

const credentials = fromTemporaryCredentials({ params: { RoleArn: "arn:aws:iam::123456789012:role/other" } });

export const handler = async () =>
  new S3Client({ credentials }).send(new GetObjectCommand({ Bucket: "theirs", Key: "k" }));
