import os
from enum import Enum
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Body, Depends, FastAPI, Header, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from mangum import Mangum
from pydantic import BaseModel
from starlette.middleware.base import BaseHTTPMiddleware


class Errors(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        os.system("audit " + request.headers["x-trace"])  # expect: sas1-os-command
        try:
            return await call_next(request)
        except Exception as error:
            return JSONResponse(status_code=500, content={"error": str(error)})  # expect: sas10-message-to-client


class Kind(str, Enum):
    small = "small"
    large = "large"


class Job(BaseModel):
    options: str
    size: int


app = FastAPI()
router = APIRouter(prefix="/jobs")
app.add_middleware(Errors)


@app.middleware("http")
async def traced(request: Request, call_next):
    os.system("audit " + request.query_params["trace"])  # expect: sas1-os-command
    return await call_next(request)


@app.exception_handler(ValueError)
async def refused(request: Request, error: ValueError):
    return JSONResponse(status_code=400, content={"error": str(error)})  # expect: sas10-message-to-client


@app.exception_handler(HTTPException)
async def answered(request: Request, error: HTTPException):
    return JSONResponse(status_code=error.status_code, content={"error": error.detail})  # clean: sas10-message-to-client -- what the routes say on purpose


def options(request: Request, extra: str = "") -> str:
    return request.query_params["options"] + extra


class Pages:
    def __init__(self, start: str = "a", count: int = 10):
        self.start = start
        self.count = count


@router.post("")
def create(job: Job):
    os.system("convert " + job.options)  # expect: sas1-os-command
    os.system(f"convert {job.size}")  # clean: sas1-os-command -- the model makes it a number
    os.system("convert " + job.model_dump()["options"])  # expect: sas1-os-command


@router.get("/{name}")
def read(
    name: str,
    kind: Annotated[str, Query(max_length=10)],
    agent: Annotated[str, Header()],
    size: str = "1",
    page: int = 1,
    given: str = Depends(options),
    pages: Pages = Depends(),
):
    os.system("convert " + name)  # expect: sas1-os-command
    os.system("convert " + kind)  # expect: sas1-os-command
    os.system("convert " + agent)  # expect: sas1-os-command
    os.system("convert " + size)  # expect: sas1-os-command
    os.system("convert " + given)  # expect: sas1-os-command
    os.system("convert " + pages.start)  # expect: sas1-os-command
    os.system(f"convert {page} {pages.count}")  # clean: sas1-os-command -- numbers


@router.get("/kinds/{kind}")
def of_kind(kind: Kind):
    os.system("kind " + kind.value)  # clean: sas1-os-command -- one of the kinds


@router.put("/{name}")
def note(name: str, text: Annotated[str, Body(embed=True)]):
    os.system("note " + text)  # expect: sas1-os-command


def later(title: str, count: int):
    os.system("later " + title)  # expect: sas1-os-command


@router.post("/{name}/later")
def start(name: str, tasks: BackgroundTasks):
    tasks.add_task(later, name, 1)


async def counted(request: Request):
    os.system("count " + request.headers["x-client"])  # expect: sas1-os-command


app.include_router(router, dependencies=[Depends(counted)])
handler = Mangum(app)
