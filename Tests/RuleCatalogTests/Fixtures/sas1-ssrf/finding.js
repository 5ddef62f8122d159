const axios = require("axios");

exports.handler = async (event) => {
  const target = `https://${event.headers.host}/status`;
  const answer = await axios.get(target, { timeout: 1000 });  // expect: sas1-ssrf
  return { statusCode: answer.status };
};
