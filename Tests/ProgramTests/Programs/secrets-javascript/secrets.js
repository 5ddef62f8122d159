const { SecretsManagerClient, GetSecretValueCommand } = require("@aws-sdk/client-secrets-manager");
const { SSMClient, GetParameterCommand } = require("@aws-sdk/client-ssm");
const { S3Client, PutObjectCommand } = require("@aws-sdk/client-s3");
const AWS = require("aws-sdk");
const axios = require("axios");
const fs = require("fs");
const https = require("https");
const { execSync } = require("child_process");

const secrets = new SecretsManagerClient({});
const ssm = new SSMClient({});
const s3 = new S3Client({});

exports.login = async (event) => {
  const answer = await secrets.send(new GetSecretValueCommand({ SecretId: "shop/login" }));
  const { password } = JSON.parse(answer.SecretString);
  console.log("login with", password); // expect: sas7-secret-in-log
  console.log("login with", "shop/login"); // clean: sas7-secret-in-log -- only the name of the secret
  await axios.get(`https://api.shop.example/?key=${password}`); // expect: sas7-secret-in-url
  await axios.get("https://api.shop.example/", { headers: { authorization: password } }); // clean: sas7-secret-in-url -- in a header
  fs.writeFileSync("/tmp/login", password); // expect: sas7-secret-in-tmp
  return { statusCode: 204 };
};

exports.show = async (event) => {
  const answer = await ssm.send(new GetParameterCommand({ Name: "/shop/token", WithDecryption: true }));
  return { statusCode: 200, body: answer.Parameter.Value }; // expect: sas7-secret-in-response
};

exports.showVariable = async (event) => {
  console.log(process.env.DB_PASSWORD); // expect: sas7-secret-in-log
  console.log(process.env.TABLE_NAME); // clean: sas7-secret-in-log -- no secret
  return { statusCode: 200, body: JSON.stringify({ key: process.env["API_SECRET"] }) }; // expect: sas7-secret-in-response
};

exports.dump = async (event) => {
  console.log(process.env); // expect: sas7-env-dump
  return { statusCode: 200, body: JSON.stringify(process.env) }; // expect: sas7-env-dump
};

exports.connect = async (event) => {
  const client = new AWS.S3({ accessKeyId: "AKIAQ2W3E4R5T6Y7U8I9", secretAccessKey: "zQ8vN2kLp0sXc7Rt5YbW1mHjG4fDa9EuIoTy6KqB" }); // expect: sas7-hardcoded-credential
  execSync("npm install left-pad --prefix /tmp/lib"); // expect: sas6-runtime-install
  const answer = await axios.get("https://shop.example/code.js");
  eval(answer.data); // expect: sas6-remote-code, sas1-code-exec
  const agent = new https.Agent({ rejectUnauthorized: false }); // expect: sas3-tls-verification-off
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: "a", Body: "", ACL: "public-read" })); // expect: sas3-public-object
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: "a", Body: "" })); // clean: sas3-public-object -- not public
  return { statusCode: 204, headers: { "x-kind": String(typeof client + typeof agent) } };
};
