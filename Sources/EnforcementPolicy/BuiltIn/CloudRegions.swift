/// AWS's regions, as far as names of hosts go.
package enum CloudRegions {
  /// What the names of services end in, by partition.
  package struct Partition: Hashable, Sendable {
    package let suffix: String
    /// Of hosts that answer over IPv6 as well.
    package let dualStackSuffix: String
  }

  package static let commercial = Partition(suffix: "amazonaws.com", dualStackSuffix: "api.aws")

  package static func partition(of region: String) -> Partition {
    if region.hasPrefix("cn-") {
      return Partition(suffix: "amazonaws.com.cn", dualStackSuffix: "api.amazonwebservices.com.cn")
    }
    if region.hasPrefix("us-isob-") { return isolated("sc2s.sgov.gov", "api.aws.scloud") }
    if region.hasPrefix("us-isof-") { return isolated("csp.hci.ic.gov", "api.aws.hci.ic.gov") }
    if region.hasPrefix("us-iso-") { return isolated("c2s.ic.gov", "api.aws.ic.gov") }
    if region.hasPrefix("eu-isoe-") { return isolated("cloud.adc-e.uk", "api.cloud-aws.adc-e.uk") }
    if region.hasPrefix("eusc-") { return isolated("amazonaws.eu", "api.amazonwebservices.eu") }
    return commercial
  }

  private static func isolated(_ suffix: String, _ dualStack: String) -> Partition {
    Partition(suffix: suffix, dualStackSuffix: dualStack)
  }

  /// Every commercial region, by the forms of their names.
  ///
  /// Not `*`, which would match dots: anyone may own the bucket behind
  /// `dynamodb.x.s3.us-east-1.amazonaws.com`. No form is long enough to hold such a name.
  package static let patterns = [
    "??-central-?", "??-east-?", "??-north-?", "??-northeast-?", "??-south-?", "??-southeast-?", "??-west-?",
  ]

  /// Whether it has the form of a region: words and a number.
  package static func isRegion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (3...5).contains(parts.count), let number = parts.last, let word = parts.first else { return false }
    return (2...4).contains(word.utf8.count) && Int(number).map((1...99).contains) == true
      && parts.dropLast().allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains)
      }
  }
}
