exports.handler = async () => {
  console.log(process.env);  // expect: sas7-env-dump
  return {};
};
