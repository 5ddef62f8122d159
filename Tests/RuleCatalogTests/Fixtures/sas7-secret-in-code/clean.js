const { password, token } = JSON.parse(process.env.SETTINGS);
const schema = { password: { type: 'string', minLength: 12 }, apiKey: 'string' };
const texts = { 'auth.password': 'auth/wrong-password', passwordHint: 'At least 8 signs!' };
const key = 'orders-' + token;
const pattern = `Bearer ${token}`;
module.exports = { password, schema, texts, key, pattern };
