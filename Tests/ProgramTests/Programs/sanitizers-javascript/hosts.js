const axios = require("axios");

const HOSTS = ["api.shop.example", "img.shop.example"];

exports.image = async (event) => {
  const { address } = event.queryStringParameters;
  const parsed = new URL(address);
  if (HOSTS.includes(parsed.hostname)) {
    await axios.get(address); // clean: sas1-ssrf -- the host is one of the constants
    await axios.get(parsed.href); // clean: sas1-ssrf -- the parsed host was compared with a list
  }
  if (address.startsWith("https://")) {
    await axios.get(address); // expect: sas1-ssrf
  }
  if (address.includes("shop.example")) {
    await axios.get(address); // expect: sas1-ssrf
  }
  if (parsed.protocol !== "https:") {
    return { statusCode: 400 };
  }
  await axios.get(parsed.toString()); // expect: sas1-ssrf
  return { statusCode: 204 };
};
