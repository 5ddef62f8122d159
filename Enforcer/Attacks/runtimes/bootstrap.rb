# The Ruby runtime of the attacks: asks for the next one, runs it, answers with what the intruder would see.
require "fiddle"
require "fileutils"
require "json"
require "net/http"

HOST, PORT = ENV["AWS_LAMBDA_RUNTIME_API"].split(":")
RUN = Fiddle::Function.new(
  Fiddle.dlopen("/var/task/native/attacks.so")["attack_run"], [Fiddle::TYPE_VOIDP], Fiddle::TYPE_VOIDP)

def native(name)
  RUN.call(name).to_s
end

def shell(code)
  IO.popen(["/bin/sh", "-c", code], &:read)
end

def drop(name, path)
  FileUtils.cp("/srv/attacker/#{name}", path)
  File.chmod(0o755, path)
end

def in_child(&body)
  Process.wait(fork { begin; body.call; ensure; exit!(111); end })
end

def run(kind, text)
  return native(text) if kind == "native"
  return shell(text) if kind == "shell"
  eval("output = ''\n#{text}\noutput")
end

loop do
  response = Net::HTTP.get_response(HOST, "/2018-06-01/runtime/invocation/next", PORT.to_i)
  attack = JSON.parse(response.body)
  begin
    result = run(attack["kind"], attack["text"]).to_s
  rescue Exception => error # whatever the attack ran into is its result
    result = "#{error.class}: #{error.message}"
  end
  path = "/2018-06-01/runtime/invocation/#{response["Lambda-Runtime-Aws-Request-Id"]}/response"
  Net::HTTP.start(HOST, PORT.to_i) { |http| http.post(path, result) }
end
