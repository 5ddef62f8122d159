from pynamodb.attributes import UnicodeAttribute
from pynamodb.models import Model


class Order(Model):
    class Meta:
        table_name = "orders"

    id = UnicodeAttribute(hash_key=True)


def handler(event, context):
    return Order.get("1").id
