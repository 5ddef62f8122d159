import { getParameter } from "@aws-lambda-powertools/parameters/ssm";
import dynamoose from "dynamoose";
import { Producer } from "sqs-producer";

const Order = dynamoose.model("orders", new dynamoose.Schema({ id: String }));
const queue = Producer.create({ queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs" });

export const handler = async () => {
  await queue.send((await Order.get("1")).id);
  return getParameter("/app/address");
};
