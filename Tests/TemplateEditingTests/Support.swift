import Foundation
import FunctionProtection
import Testing

@testable import TemplateEditing

/// Attaching and detaching as tests want them: texts in, texts out.
enum Editing {
  static let everything: FunctionSelection = {
    var selection = FunctionSelection()
    selection.all = true
    return selection
  }()

  static let content = TemplateProtection.LayerSource.content(path: "parapet-layer.zip")

  static func arn(_ name: String = "parapet") -> TemplateProtection.LayerSource {
    .existing(.arn("arn:aws:lambda:eu-west-1:111122223333:layer:\(name):3"))
  }

  static func named(_ names: String...) -> FunctionSelection {
    var selection = FunctionSelection()
    selection.names = names
    return selection
  }

  static func attach(
    _ text: String, to selection: FunctionSelection = everything,
    layer: TemplateProtection.LayerSource = content, _ configure: (inout AttachmentPlan) -> Void = { _ in }
  ) throws -> (text: String, outcomes: [TemplateProtection.Outcome]) {
    let edit = try TemplateProtection(Array(text.utf8), path: "template").attaching(
      to: selection, layer: layer
    ) { _ in
      var plan = AttachmentPlan(layer: .reference(""))
      configure(&plan)
      return plan
    }
    return (String(decoding: edit.bytes, as: UTF8.self), edit.outcomes)
  }

  static func detach(
    _ text: String, from selection: FunctionSelection = everything,
    known: FunctionProtection.Attachment.Layer? = nil
  ) throws -> String {
    let edit = try TemplateProtection(Array(text.utf8), path: "template").detaching(
      from: selection, known: known)
    return String(decoding: edit.bytes, as: UTF8.self)
  }

  /// Of one function that cannot be edited.
  static func refusal(
    _ text: String, _ name: String, layer: TemplateProtection.LayerSource = content,
    _ configure: (inout AttachmentPlan) -> Void = { _ in }
  ) throws -> String? {
    let result = try attach(text, layer: layer, configure).outcomes.first { $0.name == name }?.result
    if case .refused(let reason) = result { return reason }
    return nil
  }
}

/// Templates of this folder.
enum Fixture {
  static let names = [
    "anchors.yaml", "cloudformation.json", "cloudformation.yaml", "sam-block.yaml", "sam-compact.json",
    "sam-flow.yaml", "sam-no-properties.yaml", "sam-tabs.json", "serverless-list.yml", "serverless.json",
    "serverless.yml",
  ]

  static var folder: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures") }

  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }
}
