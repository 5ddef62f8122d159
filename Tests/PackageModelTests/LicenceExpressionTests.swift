import PackageModel
import Testing

struct LicenceExpressionTests {
  static let expressions = [
    ("MIT", "MIT"), ("mit", "MIT"), ("(MIT)", "MIT"), ("MIT or apache-2.0", "MIT OR Apache-2.0"),
    ("MIT AND ISC OR Zlib", "(MIT AND ISC) OR Zlib"), ("MIT AND (ISC OR Zlib)", "MIT AND (ISC OR Zlib)"),
    ("(MIT OR ISC) OR Zlib", "MIT OR ISC OR Zlib"), ("Apache-2.0+", "Apache-2.0+"),
    ("GPL-2.0 with classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
    ("GPL-2.0+", "GPL-2.0-or-later"), ("LGPL-3.0", "LGPL-3.0-only"),
    ("LicenseRef-Ours OR MIT", "LicenseRef-Ours OR MIT"),
    ("DocumentRef-x:LicenseRef-y", "DocumentRef-x:LicenseRef-y"),
    ("MIT/Apache-2.0", "MIT OR Apache-2.0"), ("Apache 2.0 / MIT", "Apache-2.0 OR MIT"),
  ]

  @Test(arguments: expressions)
  func readsExpressions(_ text: String, _ normal: String) throws {
    #expect(try #require(LicenceExpression(text)).description == normal)
  }

  static let words = [
    ("Apache 2.0", "Apache-2.0"), ("Apache License, Version 2.0", "Apache-2.0"),
    ("The Apache Software License, Version 2.0", "Apache-2.0"), ("ASL 2.0", "Apache-2.0"),
    ("The MIT License", "MIT"), ("MIT License (Expat)", "MIT"), ("BSD", "BSD-3-Clause"),
    ("BSD 2-Clause License", "BSD-2-Clause"), ("New BSD License", "BSD-3-Clause"),
    ("GPLv3+", "GPL-3.0-or-later"),
    ("GNU GPL v2", "GPL-2.0-only"), ("ISC License (ISCL)", "ISC"),
    ("Public Domain", "LicenseRef-Public-Domain"),
    ("License :: OSI Approved :: MIT License", "MIT"),
    ("License :: OSI Approved :: Apache Software License", "Apache-2.0"),
    ("License :: OSI Approved :: BSD License", "BSD-3-Clause"),
    ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", "GPL-3.0-only"),
    ("License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"),
    ("License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"),
    ("License :: OSI Approved :: Python Software Foundation License", "PSF-2.0"),
    ("License :: OSI Approved :: ISC License (ISCL)", "ISC"),
    ("License :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"),
    ("Eclipse Public License - v 2.0", "EPL-2.0"),
    ("GNU Lesser General Public License v2.1", "LGPL-2.1-only"),
  ]

  @Test(arguments: words)
  func understandsCommonWords(_ text: String, _ identifier: String) throws {
    #expect(try #require(LicenceExpression(text)).identifiers == [identifier])
  }

  static let nothing = [
    "", "SEE LICENSE IN LICENSE.txt", "UNLICENSED", "MIT OR", "(MIT OR ISC", "MIT AND AND ISC",
    "MIT WITH Apache-2.0",
    "Proprietary", "WITH", "LicenseRef-", "gpl-2.0-or-later+", "GPL-2.0++", "MIT++",
    "License :: OSI Approved", "Other/Proprietary",
  ]

  @Test(arguments: nothing)
  func refusesWhatSaysNoLicence(_ text: String) {
    #expect(LicenceExpression(text) == nil)
  }

  static let decisions: [(String, [String], Bool)] = [
    ("MIT", ["MIT"], true), ("MIT", ["mit"], true), ("MIT", ["ISC"], false), ("MIT", [], false),
    ("MIT OR GPL-3.0-only", ["MIT"], true), ("MIT AND GPL-3.0-only", ["MIT"], false),
    ("(MIT OR GPL-3.0-only) AND ISC", ["MIT", "ISC"], true),
    ("GPL-2.0-only WITH Classpath-exception-2.0", ["GPL-2.0-only WITH Classpath-exception-2.0"], true),
    ("GPL-2.0-only", ["GPL-2.0-only WITH Classpath-exception-2.0"], false),
    ("GPL-2.0-only WITH Classpath-exception-2.0", ["GPL-2.0"], true),
    ("GPL-2.0-or-later", ["GPL-2.0-only"], true), ("GPL-2.0-only", ["GPL-2.0-or-later"], false),
    ("Apache-2.0+", ["Apache 2.0"], true), ("LicenseRef-Ours", ["LicenseRef-Ours"], true),
  ]

  @Test(arguments: decisions)
  func decidesByTheAllowedOnes(_ text: String, _ allowed: [String], _ isAllowed: Bool) throws {
    #expect(try #require(LicenceExpression(text)).isAllowed(by: allowed) == isAllowed)
  }

  @Test func findsAWayAroundDeniedLicences() throws {
    let choice = try #require(LicenceExpression("AGPL-3.0-only OR MIT"))
    let both = try #require(LicenceExpression("AGPL-3.0-only AND MIT"))
    #expect(choice.isPossible(without: ["AGPL-3.0"]))
    #expect(!both.isPossible(without: ["AGPL-3.0"]))
    #expect(both.isPossible(without: ["GPL-3.0-only"]))
    let exception = try #require(LicenceExpression("GPL-2.0-only WITH Classpath-exception-2.0"))
    #expect(!exception.isPossible(without: ["GPL-2.0"]))
    #expect(exception.isPossible(without: ["GPL-2.0-only WITH LLVM-exception"]))
  }

  @Test func takesSeveralTextsForAChoice() throws {
    let choice = try #require(LicenceExpression(choiceOf: ["MIT License", "Proprietary", "Apache-2.0"]))
    #expect(choice.description == "MIT OR Apache-2.0")
    #expect(LicenceExpression(choiceOf: ["Proprietary"]) == nil)
  }

  @Test func alternativesStayTogetherWhereAllApply() throws {
    let parts = try ["MIT", "ISC OR 0BSD"].map { try #require(LicenceExpression($0)) }
    #expect(LicenceExpression.all(of: parts)?.description == "MIT AND (ISC OR 0BSD)")
    #expect(LicenceExpression.all(of: []) == nil)
  }

  @Test func namesOfTheListOnlyWhereAsked() {
    #expect(LicenceExpression(listed: "mit OR GPL-2.0+")?.description == "MIT OR GPL-2.0-or-later")
    for text in ["Apache 2.0", "MIT OR BSD", "MIT/ISC", "LicenseRef-Ours", "MIT AND LicenseRef-Ours"] {
      #expect(LicenceExpression(text) != nil, "\(text)")
      #expect(LicenceExpression(listed: text) == nil, "\(text)")
    }
  }

  @Test func namesEachLicenceOnce() throws {
    let expression = try #require(LicenceExpression("MIT AND (ISC OR MIT) AND GPL-2.0+ WITH LLVM-exception"))
    #expect(expression.identifiers == ["MIT", "ISC", "GPL-2.0-or-later"])
  }

  @Test func readsTextsUpToTheLimits() {
    let depth = LicenceExpression.depthLimit
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "MIT AND ISC" + String(repeating: ")", count: depth)
    }
    #expect(LicenceExpression(nested(depth)) != nil)
    #expect(LicenceExpression(nested(depth + 1)) == nil)
    let padding = String(repeating: " ", count: LicenceExpression.lengthLimit - 3)
    #expect(LicenceExpression("MIT" + padding) != nil)
    #expect(LicenceExpression("MIT " + padding) == nil)
  }
}
