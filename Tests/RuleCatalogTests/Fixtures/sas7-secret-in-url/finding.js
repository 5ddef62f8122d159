const axios = require("axios");

exports.handler = async () => {
  await axios.get(`https://api.example.org/v1?key=${process.env.API_KEY}`, { timeout: 1000 });  // expect: sas7-secret-in-url
  return {};
};
