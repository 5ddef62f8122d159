const crypto = require("crypto");

exports.handler = async (event) => {
  const digest = "sha256=" + crypto.createHmac("sha256", process.env.WEBHOOK_SECRET).update(event.body).digest("hex");
  if (!crypto.timingSafeEqual(Buffer.from(digest), Buffer.from(event.headers["x-hub-signature-256"]))) {
    return { statusCode: 403 };
  }
  if (event.headers["x-github-event"] === "push") {
    console.log("pushed", JSON.parse(event.body).commits.length);
  }
  return { statusCode: 200 };
};
