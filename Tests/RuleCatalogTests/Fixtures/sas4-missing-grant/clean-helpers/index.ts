import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client, waitUntilObjectExists } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { Upload } from "@aws-sdk/lib-storage";
import { Signer } from "@aws-sdk/rds-signer";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";

const client = new S3Client({});
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const upload = async () => new Upload({ client, params: { Bucket: "b", Key: "k", Body: "x" } }).done();
export const post = async () => createPresignedPost(client, { Bucket: "b", Key: "k" });
export const wait = async () => waitUntilObjectExists({ client, maxWaitTime: 9 }, { Bucket: "b", Key: "k" });
export const connect = async () => new Signer({ hostname: "h", port: 1, username: "app" }).getAuthToken();
export const count = async () => {
  let sum = 0;
  for await (const page of paginateScan({ client: tables }, { TableName: "t" })) sum += page.Count ?? 0;
  return sum;
};
