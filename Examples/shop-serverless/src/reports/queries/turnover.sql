SELECT sku, SUM(quantity) AS sold, SUM(quantity * price) AS turnover
FROM order_lines
WHERE ordered_on BETWEEN '{since}' AND '{until}'
GROUP BY sku
