internal import FunctionProtection
internal import TemplateEditing

extension FuzzTarget {
  /// What is attached to any template can be attached again without change, and taken off to the byte.
  static func templateEditing(_ bytes: [UInt8]) -> String? {
    // The enforcer's own marks are what detaching looks for: a template that has them was not without before.
    guard !String(decoding: bytes, as: UTF8.self).lowercased().contains("parapet"),
      let template = try? TemplateProtection(bytes, path: "template.yaml")
    else { return nil }
    var everything = FunctionSelection()
    everything.all = true
    let layers: [TemplateProtection.LayerSource] = [
      .content(path: "parapet-layer.zip"),
      .existing(.arn("arn:aws:lambda:eu-west-1:111122223333:layer:parapet:1")),
    ]
    func attach(_ template: TemplateProtection, _ layer: TemplateProtection.LayerSource) -> [UInt8]? {
      // A refusal is a right answer.
      try? template.attaching(to: everything, layer: layer) { _ in AttachmentPlan(layer: .reference("")) }
        .bytes
    }
    for layer in layers {
      guard let attached = attach(template, layer) else { continue }
      guard let again = try? TemplateProtection(attached, path: "template.yaml") else {
        return "the edited template cannot be read"
      }
      if attach(again, layer) != attached { return "attaching again changes something" }
      if again.detaching(from: everything).bytes != bytes { return "detaching does not give the bytes back" }
    }
    return nil
  }
}
