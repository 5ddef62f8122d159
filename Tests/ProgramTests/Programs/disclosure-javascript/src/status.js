exports.handler = async (event) => {
  console.log('store', process.env.STORE); // expect: sas7-secret-in-log
  console.log('pool', process.env.POOL); // clean: sas7-secret-in-log -- the name of the pool
  const partner = process.env.PARTNER;
  return { statusCode: 200, body: JSON.stringify({ partner, client: process.env.CLIENT }) }; // expect: sas7-secret-in-response
};
