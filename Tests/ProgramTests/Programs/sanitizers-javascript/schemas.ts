import { execSync } from "child_process";
import { z } from "zod";
import type { APIGatewayProxyEvent } from "aws-lambda";

const Order = z.object({
  id: z.number().int(),
  code: z.string().uuid(),
  kind: z.enum(["small", "large"]),
  note: z.string(),
});

type OrderData = z.infer<typeof Order>;

enum Size {
  Small = "small",
  Large = "large",
}

export async function order(event: APIGatewayProxyEvent) {
  const data: OrderData = Order.parse(JSON.parse(event.body as string));
  execSync(`order ${data.id}`); // clean: sas1-os-command -- the schema makes it a number
  execSync(`order ${data.code}`); // clean: sas1-os-command -- the schema makes it an identifier
  execSync(`order ${data.kind}`); // clean: sas1-os-command -- the schema allows two words
  execSync(`order ${data.note}`); // expect: sas1-os-command
  return { statusCode: 204 };
}

export async function sized(event: APIGatewayProxyEvent) {
  const size = event.queryStringParameters!.size as Size;
  execSync(`order ${size}`); // expect: sas1-os-command
  const chosen = size === Size.Large ? Size.Large : Size.Small;
  execSync(`order ${chosen}`); // clean: sas1-os-command -- one of two constants
  const count = event.queryStringParameters!.count as unknown as number;
  execSync(`order ${count}`); // expect: sas1-os-command
  return { statusCode: 204 };
}
