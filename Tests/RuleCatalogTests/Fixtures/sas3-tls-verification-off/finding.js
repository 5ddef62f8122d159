const https = require("https");

const agent = new https.Agent({ rejectUnauthorized: false });  // expect: sas3-tls-verification-off

exports.handler = async (event) => fetch("https://internal.example.org/", { agent });
