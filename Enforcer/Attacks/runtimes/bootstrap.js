// The Node runtime of the attacks: asks for the next one, runs it, answers with what the intruder would see.
const childProcess = require("child_process")
const fs = require("fs")
const http = require("http")

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":")
const AsyncFunction = (async () => {}).constructor
const module_ = {exports: {}}
process.dlopen(module_, "/var/task/native/attacks.so")
const native = module_.exports

function request(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({host, port, method, path, agent: false}, response => {
      const parts = []
      response.on("data", part => parts.push(part))
      response.on("end", () => resolve({headers: response.headers, body: Buffer.concat(parts).toString()}))
    })
    request.on("error", reject)
    request.end(body)
  })
}

function drop(name, path) {
  fs.copyFileSync("/srv/attacker/" + name, path)
  fs.chmodSync(path, 0o755)
}

function shell(code) {
  return childProcess.spawnSync("/bin/sh", ["-c", code], {stdio: ["ignore", "pipe", "inherit"]}).stdout?.toString() ?? ""
}

function run({kind, text}) {
  if (kind === "native") return native(text)
  if (kind === "shell") return shell(text)
  return new AsyncFunction("require", "drop", "native", `let output = ""\n${text}\nreturn output`)(require, drop, native)
}

async function main() {
  for (;;) {
    const next = await request("GET", "/2018-06-01/runtime/invocation/next")
    const id = next.headers["lambda-runtime-aws-request-id"]
    let result
    try {
      result = String(await run(JSON.parse(next.body)))
    } catch (error) {
      result = String(error)
    }
    await request("POST", `/2018-06-01/runtime/invocation/${id}/response`, result)
  }
}

main()
