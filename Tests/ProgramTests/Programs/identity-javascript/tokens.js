const jwt = require("jsonwebtoken");
const crypto = require("crypto");
const stripe = require("stripe")(process.env.STRIPE_KEY);

exports.decoded = async (event) => {
  const claims = jwt.decode(event.headers.authorization); // expect: sas2-jwt-unverified
  return { statusCode: 200, body: JSON.stringify({ sub: claims.sub }) };
};

exports.verified = async (event) => {
  const claims = jwt.verify(event.headers.authorization, process.env.PUBLIC_PEM, { algorithms: ["RS256"] }); // clean: sas2-jwt-unverified -- checked with a key
  return { statusCode: 200, body: JSON.stringify({ sub: claims.sub }) };
};

exports.without = async (event) => {
  const claims = jwt.verify(event.headers.authorization, "", { algorithms: ["none"] }); // expect: sas2-jwt-unverified
  return { statusCode: 200, body: JSON.stringify({ sub: claims.sub }) };
};

exports.hook = async (event) => { // expect: sas2-webhook-unsigned
  if (event.headers["x-github-event"] === "push") {
    return { statusCode: 200, body: "started" };
  }
  return { statusCode: 204 };
};

exports.signedHook = async (event) => { // clean: sas2-webhook-unsigned -- the signature is checked
  const digest = crypto.createHmac("sha256", process.env.HOOK_KEY).update(event.body).digest();
  const given = Buffer.from(event.headers["x-hub-signature-256"].slice(7), "hex");
  if (!crypto.timingSafeEqual(digest, given)) {
    return { statusCode: 401 };
  }
  return { statusCode: 200, body: event.headers["x-github-event"] === "push" ? "started" : "seen" };
};

exports.payment = async (event) => { // clean: sas2-webhook-unsigned -- the library checks the signature
  const payment = stripe.webhooks.constructEvent(event.body, event.headers["stripe-signature"], process.env.HOOK_KEY);
  return { statusCode: 200, body: payment.type };
};

exports.shared = async (event) => {
  if (event.headers["x-api-key"] !== process.env.API_TOKEN) { // expect: sas2-home-grown-auth
    return { statusCode: 401 };
  }
  return { statusCode: 204 };
};

exports.sharedInTime = async (event) => {
  const given = Buffer.from(event.headers["x-api-key"]);
  if (!crypto.timingSafeEqual(given, Buffer.from(process.env.API_TOKEN))) { // clean: sas2-home-grown-auth -- in constant time
    return { statusCode: 401 };
  }
  return { statusCode: 204 };
};

exports.comparedTwice = async (event) => {
  const token = event.headers.authorization;
  if (token === 'admin' || token === 'staff') return { statusCode: 200, body: 'administrator' }; // expect: sas2-home-grown-auth
  if (token === 'user') return { statusCode: 200, body: 'user' }; // clean: sas2-home-grown-auth -- the same check goes on
  return { statusCode: 403 };
};
