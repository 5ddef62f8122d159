exports.handler = async (event) => {
  console.log("waiting for", event.orderId);
  return {};
};
