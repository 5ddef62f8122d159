import EnforcementPolicy
import Testing

@Suite struct NetworkAndFilePlanTests {
  @Test func hostsAndServicesAreThoseOfTheCalls() throws {
    let policy = try Project(
      python: """
        import boto3, requests
        table = boto3.resource("dynamodb").Table("orders")
        def handler(event, context):
            table.put_item(Item={"id": "1"})
            boto3.client("sqs").send_message(QueueUrl="q", MessageBody="m")
            return requests.get("https://api.example.com/v1/rates", timeout=3).json()
        """
    ).policy()
    #expect(policy.egress.services.map(\.value) == ["dynamodb", "sqs"])
    #expect(policy.egress.hosts.map(\.value.description) == ["api.example.com:443"])
    #expect(policy.egress.hosts.first?.note == "src/app.py:6")
    #expect(policy.mode(of: .egress) == .block)
  }

  @Test func aHostThatCallersNameAlerts() throws {
    let policy = try Project(
      node: """
        exports.handler = async (event) => {
          const answer = await fetch(event.queryStringParameters.url);
          return { statusCode: 200, body: await answer.text() };
        };
        """
    ).policy()
    #expect(policy.mode(of: .egress) == .alert)
    #expect(policy.remark(.egress).contains("the event's queryStringParameters.url"))
  }

  @Test func aHostOfTheEnvironmentIsTheTemplates() throws {
    let code = """
      import os, urllib.request
      def handler(event, context):
          return urllib.request.urlopen(os.environ["API"] + "/x").read()
      """
    let known = try Project(
      python: code, properties: "Environment: { Variables: { API: https://rates.example.com } }"
    ).policy()
    #expect(known.egress.hosts.map(\.value.description) == ["rates.example.com:443"])
    #expect(known.mode(of: .egress) == .block)
    #expect(try Project(python: code).policy().mode(of: .egress) == .alert)
  }

  @Test func filesAreThoseThatAreWritten() throws {
    let policy = try Project(
      python: """
        def handler(event, context):
            with open("/tmp/report.csv", "w") as f:
                f.write("x")
            with open("/tmp/" + event["id"] + ".json", "w") as f:
                f.write("x")
            return open("/var/task/data.json").read()
        """
    ).policy()
    #expect(Set(policy.writableFiles.map(\.value)) == ["/tmp/report.csv", "/tmp/**.json"])
    #expect(policy.mode(of: .tmpWrites) == .block)
  }

  @Test func mountedFileSystemsAreWritable() throws {
    let policy = try Project(
      python: "def handler(event, context):\n    return 1\n",
      properties: """
        FileSystemConfigs:
          - Arn: arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0123456789abcdef0
            LocalMountPath: /mnt/data
        """
    ).policy()
    #expect(policy.writableDirectories.map(\.value) == ["/tmp", "/var/tmp", "/dev/shm", "/mnt/data"])
  }

  @Test func sourceFilesFollowTheRuntime() throws {
    let node = try Project(node: "exports.handler = async () => 1;").policy()
    #expect(node.sourceFiles.map(\.value) == ["/var/task/app.js"])
    #expect(node.mode(of: .sourceCode) == .block)
    let python = try Project(python: "def handler(event, context):\n    return 1\n").policy()
    #expect(python.sourceFiles.map(\.value) == ["/var/task/app.py"])
    #expect(python.mode(of: .sourceCode) == .alert)
  }

  @Test func decoysAreNoVariablesOfTheFunctionsOwn() throws {
    let plain = try Project(python: "def handler(event, context):\n    return 1\n").policy()
    #expect(
      plain.decoys.variables.map(\.value.name) == [
        "BACKUP_AWS_ACCESS_KEY_ID", "BACKUP_AWS_SECRET_ACCESS_KEY",
      ])
    let used = try Project(
      python: "import os\ndef handler(event, context):\n    return os.environ['BACKUP_AWS_ACCESS_KEY_ID']\n"
    ).policy()
    #expect(used.decoys.variables.allSatisfy { !$0.value.name.hasPrefix("BACKUP_") })
  }

  @Test func dotNetKeepsTheKernelLayerOff() throws {
    let policy = try Project(properties: "Runtime: dotnet8", files: ["src/App.cs": "class App {}"]).policy()
    #expect(!policy.usesKernelLayer)
  }

  @Test func theSameProjectGivesTheSameDraft() throws {
    let code = "import boto3\ndef handler(event, context):\n    boto3.client('s3').list_buckets()\n"
    let first = PolicyWriter().write(try Project(python: code).policy())
    #expect(PolicyWriter().write(try Project(python: code).policy()) == first)
  }
}
