const SKU = /^[A-Z0-9]{2,8}(?:-[A-Z0-9]{1,8}){0,3}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ADDRESS_LINE = /^[\p{L}\p{N} .,'\/-]{1,80}$/u;
const COUNTRIES = new Set(['IE', 'GB', 'FR', 'DE', 'NL', 'BE']);
const MOST_LINES = 50;
const MOST_PER_LINE = 1000;

export const isOrderId = (text) => UUID.test(text ?? '');

/**
 * The order that the body asks for, with nothing in it but the fields named here, or null.
 * Prices and totals are ours: whatever the client says about them is not read.
 */
export function orderRequest(body) {
  let asked;
  try {
    asked = JSON.parse(body);
  } catch {
    return null;
  }
  const lines = asked?.lines;
  if (!Array.isArray(lines) || lines.length < 1 || lines.length > MOST_LINES) return null;
  const quantities = new Map();
  for (const line of lines) {
    if (!SKU.test(line?.sku ?? '') || quantities.has(line.sku)) return null;
    if (!Number.isInteger(line.quantity) || line.quantity < 1 || line.quantity > MOST_PER_LINE) return null;
    quantities.set(line.sku, line.quantity);
  }
  const delivery = asked.delivery;
  if (!ADDRESS_LINE.test(delivery?.street ?? '') || !ADDRESS_LINE.test(delivery?.city ?? '')) return null;
  if (!COUNTRIES.has(delivery.country)) return null;
  return {
    quantities,
    delivery: { street: delivery.street, city: delivery.city, country: delivery.country },
  };
}
