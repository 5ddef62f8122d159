import crypto from "node:crypto";
import { validateSignature } from "@line/bot-sdk";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY);

export const line = async (event) => { // clean: sas2-webhook-unsigned -- the library checks it
  if (!validateSignature(event.body, process.env.SECRET, event.headers["x-line-signature"])) {
    return { statusCode: 401 };
  }
  return { statusCode: 200, body: String(JSON.parse(event.body).events[0].replyToken.length) };
};

export const payments = async (event) => { // clean: sas2-webhook-unsigned -- the library checks it
  const body = stripe.webhooks.constructEvent(event.body, event.headers["stripe-signature"], process.env.HOOK_KEY);
  return { statusCode: body.type === "payment_intent.succeeded" ? 200 : 204 };
};

export const github = async (event) => { // clean: sas2-webhook-unsigned -- the signature is compared
  const mine = crypto.createHmac("sha256", process.env.HOOK_KEY).update(event.body).digest();
  const theirs = Buffer.from(event.headers["x-hub-signature-256"].slice(7), "hex");
  if (!crypto.timingSafeEqual(mine, theirs)) return { statusCode: 401 };
  return { statusCode: 200, body: String(event.headers["x-github-event"] === "push") };
};

export const discord = async (event) => { // clean: sas2-webhook-unsigned -- the signature is checked
  const data = Buffer.from(event.headers["x-signature-timestamp"] + event.body);
  const signature = Buffer.from(event.headers["x-signature-ed25519"], "hex");
  if (!crypto.verify(null, data, process.env.PUBLIC_PART, signature)) return { statusCode: 401 };
  return { statusCode: 200 };
};
