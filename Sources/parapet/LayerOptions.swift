internal import ArgumentParser
internal import EnforcementPolicy
internal import EnforcerLayer
internal import FunctionProtection
internal import TemplateEditing

/// Where functions get the layer from.
struct LayerOptions: ParsableArguments {
  @Option(help: "The ARN of the published layer, with its version.")
  var layerArn: String?

  @Option(help: "A parameter or resource of the template that stands for the layer.")
  var layerRef: String?

  @Option(
    name: .customLong("layer"),
    help:
      "The archive that 'protect layer' wrote. Without an ARN the template itself makes the layer from it.",
    completion: .file())
  var archive: String?

  func validate() throws {
    if layerArn != nil, layerRef != nil {
      throw ValidationError("Give either --layer-arn or --layer-ref: functions get one layer.")
    }
  }

  /// A layer that is named in so many words; `nil` for one that the template makes.
  var named: Attachment.Layer? { layerArn.map { .arn($0) } ?? layerRef.map { .reference($0) } }

  var archivePath: String { archive ?? "parapet-layer.zip" }

  func source(for template: String) -> TemplateProtection.LayerSource {
    named.map { .existing($0) } ?? .content(path: RelativePath.of(archivePath, from: template))
  }

  /// What the archive holds; `nil` where there is none.
  func contents() throws -> LayerContents? {
    guard let bytes = try archive.map({ try InputFile.read($0, limit: LayerOptions.archiveLimit) }) else {
      // The usual name may be there or not.
      return (try? InputFile.read(archivePath, limit: LayerOptions.archiveLimit)).flatMap(LayerContents.read)
    }
    guard let contents = LayerContents.read(bytes) else {
      throw ValidationError("'\(archivePath)' is no layer that 'parapet protect layer' wrote.")
    }
    return contents
  }

  static let archiveLimit = 64 << 20
}
