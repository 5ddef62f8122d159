const headers = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  'Access-Control-Allow-Origin': process.env.ALLOWED_ORIGIN,
};

export const reply = (statusCode, body) => ({ statusCode, headers, body: JSON.stringify(body) });

/** Tells the caller nothing but where to find the entry in our log. */
export const failure = (error, context) => {
  console.error({ message: 'request failed', error: error.name, request: context.awsRequestId });
  return reply(500, { error: 'the shop is not available', request: context.awsRequestId });
};
