exports.handler = async (event) => {
  console.log("received", event.body);  // expect: sas5-event-logged
  return {};
};
