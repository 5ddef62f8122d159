const axios = require("axios");

exports.handler = async () => {
  await axios.get("https://api.example.org/v1", { headers: { "x-api-key": process.env.API_KEY }, timeout: 1000 });
  return {};
};
