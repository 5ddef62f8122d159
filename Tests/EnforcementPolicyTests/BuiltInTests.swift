import EnforcementPolicy
import Foundation
import Testing

@Suite struct BuiltInTests {
  @Test func groupsAreSortedAndEachNameStandsOnce() {
    for group in ForbiddenGroup.allCases {
      #expect(Set(group.names).count == group.names.count, "\(group.rawValue)")
      for name in group.names {
        #expect(PathPattern.problem(ofText: name) == nil && !name.contains("/"), "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("xmrig", ForbiddenGroup.miners), ("xmrig-6.2", .miners), ("curl", .networkTools), ("bash", .shells),
    ("busybox-static", .shells), ("python3.12", .interpreters), ("gcc-12", .compilers),
    ("pip3.9", .packageManagers),
    ("nmap", .scanners), ("sudo", .privilegeTools), ("strace", .debuggers), ("ngrok", .remoteAccess),
    ("kubectl", .cloudTools),
  ])
  func groupsKnowTheirOwn(name: String, group: ForbiddenGroup) {
    #expect(group.names.contains { PathPattern.matches($0, name) })
  }

  /// What functions bring along for their work is in no group that is forbidden by default.
  @Test(arguments: [
    "catdoc", "ffmpeg", "convert", "wkhtmltopdf", "pdftotext", "tesseract", "git", "bootstrap", "gs",
  ])
  func ordinaryProgramsAreInNoStandardGroup(name: String) {
    let names = ForbiddenGroup.standard.flatMap(\.names)
    #expect(!names.contains { PathPattern.matches($0, name) })
  }

  private func allows(_ host: String, _ service: String, _ regions: [String] = []) -> Bool {
    (CloudEndpoints.hosts(of: service, regions: regions) ?? []).contains { $0.matches(host, port: $0.port) }
  }

  @Test(arguments: [
    ("dynamodb.eu-central-1.amazonaws.com", "dynamodb"),
    ("dynamodb-fips.us-east-1.amazonaws.com", "dynamodb"),
    ("123456789012.ddb.us-east-1.amazonaws.com", "dynamodb"),
    ("streams.dynamodb.eu-west-1.amazonaws.com", "dynamodb"),
    ("dynamodb.ap-southeast-2.api.aws", "dynamodb"),
    ("vpce-1-a.dynamodb.us-east-1.vpce.amazonaws.com", "dynamodb"),
    ("my.bucket.s3.eu-west-3.amazonaws.com", "s3"), ("s3.amazonaws.com", "s3"), ("b.s3.amazonaws.com", "s3"),
    ("b.s3.dualstack.us-west-2.amazonaws.com", "s3"), ("b.s3-accelerate.amazonaws.com", "s3"),
    ("s3-eu-west-1.amazonaws.com", "s3"), ("bucket.vpce-1-a.s3.us-east-1.vpce.amazonaws.com", "s3"),
    ("b--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com", "s3"),
    ("sts.amazonaws.com", "sts"), ("sts.eu-central-1.amazonaws.com", "sts"),
    ("abc.execute-api.eu-west-1.amazonaws.com", "execute-api"),
    ("monitoring.us-east-1.amazonaws.com", "cloudwatch"),
    ("email.eu-west-1.amazonaws.com", "ses"), ("db.cluster-x.eu-west-1.rds.amazonaws.com", "rds-db"),
  ])
  func servicesKnowTheirHosts(host: String, service: String) {
    #expect(allows(host, service))
  }

  /// Hosts that anybody can own.
  @Test(arguments: CloudEndpoints.names)
  func noServiceButStorageLetsBucketsThrough(service: String) {
    let hosts = [
      "dynamodb.x.s3.us-east-1.amazonaws.com", "\(service).x.s3.us-east-1.amazonaws.com",
      "\(service).aa-east-1.s3.amazonaws.com", "\(service).s3.eu-central-1.amazonaws.com",
      "x.s3-website-us-east-1.amazonaws.com", "evil.elb.us-east-1.amazonaws.com", "evil.example",
      "\(service).us-east-1.amazonaws.com.evil.example",
    ]
    for host in hosts where service != "s3" { #expect(!allows(host, service), "\(host)") }
    #expect(!allows("evil.example", service))
  }

  @Test func regionsNarrow() {
    #expect(allows("sqs.eu-central-1.amazonaws.com", "sqs", ["eu-central-1"]))
    #expect(!allows("sqs.us-east-1.amazonaws.com", "sqs", ["eu-central-1"]))
    #expect(allows("sqs.cn-north-1.amazonaws.com.cn", "sqs", ["cn-north-1"]))
    #expect(!allows("sqs.cn-north-1.amazonaws.com", "sqs", ["cn-north-1"]))
  }

  @Test func namesAreKnownAndUnknownOnesAreNot() {
    for name in CloudEndpoints.names {
      #expect(CloudEndpoints.hosts(of: name, regions: [])?.isEmpty == false, "\(name)")
    }
    #expect(CloudEndpoints.hosts(of: "no-such-service", regions: []) == nil)
  }

  /// Every host that the SDK for Python would contact, in every commercial region, is one of ours.
  @Test func hostsAreThoseOfTheSDK() throws {
    let answer = try Python.run("aws_endpoints.py", CloudEndpoints.names)
    try #require(answer.status == 0, "\(String(decoding: answer.output, as: UTF8.self))")
    let rows = try #require(try JSONSerialization.jsonObject(with: answer.output) as? [[String]])
    #expect(rows.count > 2000)
    var hosts: [String: [HostPattern]] = [:]
    var missing: [String] = []
    for row in rows where row.count == 3 {
      if hosts[row[0]] == nil { hosts[row[0]] = CloudEndpoints.hosts(of: row[0], regions: []) }
      let isCovered = hosts[row[0], default: []].contains { $0.matches(row[2], port: 443) }
      if !isCovered { missing.append("\(row[0]): \(row[2])") }
      #expect(CloudRegions.isRegion(row[1]), "\(row[1])")
    }
    #expect(missing.isEmpty, "\(missing.prefix(40))")
  }
}
