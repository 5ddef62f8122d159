import Documents
import Foundation
import FunctionProtection
import Testing

@testable import TemplateEditing

/// Attach and detach give the bytes back, whatever style a template is written in.
@Suite struct RoundTripTests {
  enum Variation: CaseIterable {
    case asItIs
    case windows
    case noFinalNewline
    case byteOrderMark
    case wide

    func apply(to text: String) -> String {
      switch self {
      case .asItIs: text
      case .windows: text.replacingOccurrences(of: "\n", with: "\r\n")
      case .noFinalNewline: text.trimmingCharacters(in: .newlines)
      case .byteOrderMark: "\u{FEFF}" + text
      case .wide: text.replacingOccurrences(of: ".handler", with: ".händler😀")
      }
    }
  }

  @Test func everyFixtureIsListed() throws {
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: Fixture.folder.path()).sorted() == Fixture.names)
  }

  @Test(arguments: Fixture.names, Variation.allCases)
  func givesTheBytesBack(name: String, variation: Variation) throws {
    let text = variation.apply(to: try Fixture.text(name))
    for layer in [
      Editing.content, Editing.arn(), Editing.arn("shield"), .existing(.reference("ParapetLayerArn")),
    ] {
      if layer == Editing.content, name.hasPrefix("cloudformation") { continue }
      let attached = try Editing.attach(text, layer: layer) { $0.policy = "Orders" }
      #expect(attached.text != text)
      let isMarkable = layer != Editing.arn("shield") || Self.isBlock(name)
      let known: FunctionProtection.Attachment.Layer? =
        if !isMarkable, case .existing(let layer) = layer { layer } else { nil }
      #expect(try Editing.detach(attached.text, known: known) == text)
      #expect(try Editing.attach(attached.text, layer: layer) { $0.policy = "Orders" }.text == attached.text)
    }
  }

  /// Only lists in block style have room for a comment.
  private static func isBlock(_ name: String) -> Bool {
    ["anchors.yaml", "serverless-list.yml"].contains(name)
  }

  /// A change of mind is an update: the same as attaching anew.
  @Test(arguments: Fixture.names)
  func anotherPolicyReplacesTheFirst(name: String) throws {
    let text = try Fixture.text(name)
    let first = try Editing.attach(text, layer: Editing.arn()) { $0.policy = "One" }.text
    let second = try Editing.attach(first, layer: Editing.arn()) { $0.policy = "Two" }
    #expect(second.text == (try Editing.attach(text, layer: Editing.arn()) { $0.policy = "Two" }.text))
    #expect(second.outcomes.allSatisfy { $0.result == .changed })
    #expect(try Editing.detach(second.text) == text)
  }

  /// Functions one after the other give what all at once give, and may leave in any order.
  @Test func orderOfFunctionsDoesNotMatter() throws {
    let text = try Fixture.text("sam-block.yaml")
    let orders = try Editing.attach(text, to: Editing.named("Orders")).text
    let both = try Editing.attach(orders, to: Editing.named("St*k")).text
    #expect(both.contains("ParapetLayer:"))
    let stock = try Editing.detach(both, from: Editing.named("Orders"))
    #expect(stock.contains("ParapetLayer:"), "the layer stays while anything refers to it")
    #expect(try Editing.detach(stock, from: Editing.named("Stock")) == text)
  }

  /// The last of equal keys wins, wherever the others stand.
  @Test(arguments: [
    #""Handler": "a", "Runtime": "python3.12", "Handler": "b""#,
    #""Runtime": "python3.12", "Handler": "a", "Handler": "b""#,
    #""Layers": ["x"], "Runtime": "python3.12", "Layers": ["y"]"#,
  ])
  func equalKeysOfJSONDoNoHarm(properties: String) throws {
    let text = #"{"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"# + properties + "}}}}"
    let attached = try Editing.attach(text, layer: Editing.arn())
    #expect(try Editing.detach(attached.text) == text)
  }

  /// Damaged templates are refused or come back unharmed; nothing traps.
  @Test(arguments: Fixture.names)
  func damagedTemplatesDoNoHarm(name: String) throws {
    let bytes = Array(try Fixture.text(name).utf8)
    var random = SystemRandomNumberGenerator()
    var usable = 0
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[place] = "\n: -#{}[],'\"&*!|".utf8.randomElement(using: &random) ?? 0
        case 1: damaged.remove(at: place)
        default: damaged.insert(contentsOf: damaged[place...].prefix(20), at: place)
        }
      }
      guard let template = try? TemplateProtection(damaged, path: name),
        let edit = try? template.attaching(
          to: Editing.everything, layer: Editing.arn(), plan: { _ in AttachmentPlan(layer: .reference("")) })
      else { continue }
      usable += 1
      let back = try TemplateProtection(edit.bytes, path: name).detaching(from: Editing.everything)
      #expect(back.bytes == damaged, "\(String(decoding: damaged, as: UTF8.self))")
    }
    #expect(usable > 0)
  }
}
