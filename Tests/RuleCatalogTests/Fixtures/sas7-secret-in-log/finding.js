exports.handler = async () => {
  console.log(`key ${process.env.STRIPE_SECRET_KEY}`);  // expect: sas7-secret-in-log
  return {};
};
