const defaults = { theme: "light" };

exports.handler = async (event) => {
  const body = JSON.parse(event.body);
  const settings = { ...defaults, theme: String(body.theme) };
  return { statusCode: 200, body: settings.theme };
};
