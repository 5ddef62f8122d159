exports.handler = async (event) => {
  try {
    await fetch("https://api.example.org/orders", { method: "POST" });
  } catch (error) {}  // expect: sas5-swallowed-exception
  return { statusCode: 200 };
};
