const config = {
  password: 'tr0ub4dor&3', // expect: sas7-secret-in-code
  "client_secret": "k3Vw8Qz1Lm6Rt0Yb5Nc9Xs2P", // expect: sas7-secret-in-code
  session: process.env.SESSION_SECRET || 'keyboard-c4t', // expect: sas7-secret-in-code
};
const address = 'postgres://shop:s3cr3t-Pa55@db.internal:5432/orders'; // expect: sas7-secret-in-code
module.exports = { config, address };
