'use strict';

const row = (line) =>
  `<tr><td>${line.sku}</td><td>${line.quantity}</td><td>${line.price}</td></tr>`;

exports.invoicePage = (order, customer) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Invoice ${order.orderId}</title></head>
<body>
<h1>Fernhill Tea</h1>
<p>${customer.name || 'Customer'}<br>${order.delivery.street}<br>${order.delivery.city}</p>
<table>
${order.lines.map(row).join('\n')}
</table>
<p>Total ${order.total.toFixed(2)} EUR. ${order.note || ''}</p>
</body>
</html>
`;
