const crypto = require("node:crypto");

const sign = (body) => `sha256=${crypto.createHmac("sha256", process.env.HOOK_KEY).update(body).digest("hex")}`;

function matches(given, mine) {
  const [a, b] = [Buffer.from(given), Buffer.from(mine)];
  if (a.length !== b.length) return false;
  return crypto.timingSafeEqual(a, b);
}

exports.ordinary = async (event) => {
  if (event.headers["x-signature"] !== sign(event.body)) return { statusCode: 401 }; // expect: sas2-home-grown-auth
  return { statusCode: 200 };
};

exports.constant = async (event) => {
  if (!matches(event.headers["x-signature"], sign(event.body))) return { statusCode: 401 }; // clean: sas2-home-grown-auth -- in constant time
  return { statusCode: 200 };
};

exports.unkeyed = async (event) => {
  const sum = crypto.createHash("md5").update(event.body).digest("base64");
  if (event.headers["content-md5"] !== sum) return { statusCode: 400 }; // clean: sas2-home-grown-auth -- anybody can make the sum
  return { statusCode: 200 };
};
