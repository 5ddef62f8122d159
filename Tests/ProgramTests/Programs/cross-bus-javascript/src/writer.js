const { EventBridgeClient, PutEventsCommand } = require("@aws-sdk/client-eventbridge");
const channel = new EventBridgeClient({});

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  await channel.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.OPEN, Source: "shop", DetailType: "Plain", Detail: JSON.stringify({ name: name }) }] }));
  await channel.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.DENIED, Source: "shop", DetailType: "Plain", Detail: JSON.stringify({ name: name }) }] }));
  await channel.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.SORTED, Source: "shop", DetailType: "Plain", Detail: JSON.stringify({ name: name }) }] }));
  await channel.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.FIXED, Source: "shop", DetailType: "Plain", Detail: JSON.stringify({ name: "constant" }) }] }));
  await channel.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.COUNTED, Source: "shop", DetailType: "Plain", Detail: JSON.stringify({ name: String(Number(name)) }) }] }));
  await channel.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.OTHER, Source: "shop", DetailType: "Plain", Detail: JSON.stringify({ name: name }) }] }));
  return { statusCode: 202 };
};
