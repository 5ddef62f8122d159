import { messagingApi } from "@line/bot-sdk";
import Stripe from "stripe";
import { Telegraf } from "telegraf";
import Ajv from "ajv";

const client = new messagingApi.MessagingApiClient({ channelAccessToken: process.env.CHANNEL });
const bot = new Telegraf(process.env.BOT);
const shape = new Ajv().compile({ type: "object" });

export const line = async (event) => { // expect: sas2-webhook-unsigned
  const [first] = JSON.parse(event.body).events;
  await client.replyMessage({ replyToken: first.replyToken, messages: [] });
};

export const telegram = async (event) => { // expect: sas2-webhook-unsigned
  await bot.handleUpdate(JSON.parse(event.body));
};

export const payments = async (event) => { // expect: sas2-webhook-unsigned
  const body = JSON.parse(event.body);
  switch (body.type) {
    case "payment_intent.succeeded":
      return { statusCode: 200 };
  }
};

export const shop = async (event) => { // expect: sas2-webhook-unsigned
  if (!shape(JSON.parse(event.body))) return { statusCode: 400 };
  return { statusCode: 200, body: event.headers["x-shopify-topic"] === "orders/paid" ? "paid" : "" };
};

export const own = async (event) => { // clean: sas2-webhook-unsigned -- its own kinds of events
  const body = JSON.parse(event.body);
  return { statusCode: body.type === "invoice" ? 200 : 404 };
};
