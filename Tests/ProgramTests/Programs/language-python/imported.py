import asyncio

from lib import start, tools
from lib.tools import Runner, launch as begin
import lib.tools as instruments


def everything(event, context):
    start(event["body"])
    tools.launch(event["path"])
    begin("all")
    instruments.fixed("all")
    Runner(event["body"]).go()


async def work(event):
    first, second = await asyncio.gather(tools.prepare(event["body"]), tools.prepare("all"))
    await tools.perform(first)
    await tools.perform_fixed(second)


def waited(event, context):
    asyncio.run(work(event))
