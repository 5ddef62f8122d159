import axios from "axios";
import fetch from "node-fetch";
import got from "got";
import https from "https";
import { LambdaClient, InvokeCommand } from "@aws-sdk/client-lambda";
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
import { SSMClient, GetParameterCommand } from "@aws-sdk/client-ssm";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";

const lambda = new LambdaClient({});
const sqs = new SQSClient({});
const s3 = new S3Client({});
const ssm = new SSMClient({});

interface Preview {
  address: string;
  size?: number;
}

export const preview = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const { address } = JSON.parse(event.body ?? "{}") as Preview;
  await axios.get(address); // expect: sas1-ssrf
  await axios({ method: "post", url: address }); // expect: sas1-ssrf
  await fetch(address); // expect: sas1-ssrf
  await got(address); // expect: sas1-ssrf
  https.get(address, () => undefined); // expect: sas1-ssrf
  https.request({ hostname: address, path: "/status" }, () => undefined).end(); // expect: sas1-ssrf
  await axios.get(`https://${address}/status`); // expect: sas1-ssrf
  await axios.get("https://api.shop.example/find", { params: { q: address } }); // clean: sas1-ssrf -- only a parameter of a fixed address
  await axios.post("https://api.shop.example/find", { q: address }); // clean: sas1-ssrf -- only the body of a request to a fixed address
  await fetch(`https://api.shop.example/find?q=${encodeURIComponent(address)}`); // clean: sas1-ssrf -- the host is fixed
  return { statusCode: 204 };
};

export const resources = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> => {
  const body: Record<string, string> = JSON.parse(event.body!);
  await lambda.send(new InvokeCommand({ FunctionName: `job-${body.job}` })); // expect: sas1-cloud-resource-injection
  await sqs.send(new SendMessageCommand({ QueueUrl: body.queue, MessageBody: "done" })); // expect: sas1-cloud-resource-injection
  await s3.send(new GetObjectCommand({ Bucket: body["bucket"], Key: "fixed.json" })); // expect: sas1-cloud-resource-injection
  await ssm.send(new GetParameterCommand({ Name: body.setting })); // expect: sas1-cloud-resource-injection
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: body.text })); // clean: sas1-cloud-resource-injection -- only the content is the caller's
  return { statusCode: 204 };
};
